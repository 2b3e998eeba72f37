"""A matrix of which only the eigenvalues are told: the determinant, the trace and the eigenvalues of what is made of it (A² + E, A^{-1}, A*)."""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_places import formula_in
from solver.topics.base import Task, Words
from solver.topics.cells import cell, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import LET, LET_ZH, given_numbers, lesson, one, shown_numbers, told
from solver.topics.prepared import Prepared

_V: Final = r"(?P<values>-?[\d/]+(?: ?(?:,|and|, and|和|、) ?-?[\d/]+)+)"
_N: Final = r"(?P<n>[2-5])"
_SIZE: Final = rf"(?:{_N} ?(?:×|x|\*|\\times|by) ?[2-5] )"
_E: Final = r"(?P<e>[^|\u3400-\u9fff=?;,]+?)"
TABLE_EN: Final = {
    "told": (
        rf"{LET}the eigenvalues of (?:an? |the )?{_SIZE}?(?:square )?(?:matrix )?A (?:are|be) {_V}", rf"{LET}(?:an? |the )?{_SIZE}?(?:square )?(?:matrix )?A (?:has|have|with|has the|is an? {_SIZE.replace('(?P<n>', '(?P<n2>')}matrix with) eigenvalues {_V}",
    ),
    "det": (rf"{FIND}(?:the (?:determinant|value) of |(?:\\)?det ?)?\|{_E}\|", rf"{FIND}the determinant of (?:the matrix )?{_E}", rf"{FIND}\\?det ?\( ?{_E} ?\)"),
    "trace": (rf"{FIND}the trace of (?:the matrix )?{_E}", rf"{FIND}(?:\\)?tr ?\( ?{_E} ?\)"),
    "values": (rf"{FIND}the eigenvalues of (?:the matrix )?{_E}",),
}  # fmt: skip
TABLE_ZH: Final = {
    "told": (rf"{LET_ZH}(?:(?P<n>[2-5二三四五]) ?阶)?(?:方阵|矩阵|实对称矩阵|实对称阵)? ?A ?的(?:全部|所有)?(?:(?:两|三|四|2|3|4)个)?特征值(?:为|是|分别为|分别是) ?{_V}",),
    "adjugate": (r"(?:其中)?A ?\^? ?\{?\*\}? ?(?:是|为) ?A ?的伴随矩阵", r"(?:其中)?E ?(?:是|为)(?:\w阶)?单位(?:矩阵|阵)"),
    "det": (rf"{FIND_ZH}(?:行列式)? ?\|{_E}\|(?:的值)?{HOW_MUCH_ZH}",),
    "trace": (rf"{FIND_ZH} ?{_E} ?的迹{HOW_MUCH_ZH}", rf"{FIND_ZH}tr ?\( ?{_E} ?\){HOW_MUCH_ZH}"),
    "values": (rf"{FIND_ZH}(?:矩阵|方阵)? ?{_E} ?的(?:全部|所有)?特征值{HOW_MUCH_ZH}",),
}  # fmt: skip
METHOD: Final = Words(
    "worked out with a matrix that has these eigenvalues and is not diagonal",
    "取一个具有这些特征值的非对角矩阵验证",
)
_T: Final = sp.Symbol("t")
_SIZES: Final = {"二": 2, "三": 3, "四": 4, "五": 5}


@lesson("(?i)eigenvalue|特征值", en=TABLE_EN, zh=TABLE_ZH)
def eigenvalues(found: list[Said], say: Language) -> Task | None:
    """What is asked of the function of A."""
    known, asked = one(found, "told"), [s for s in found if s.kind in ("det", "trace", "values")]
    if known is None or len(asked) != 1:
        return None
    roots = [formula_in(v) for v in re.findall(r"-?[\d/]+", known.values["values"])]
    size = known.values.get("n") or known.values.get("n2")
    if size is not None and (_SIZES.get(size) or int(size)) != len(roots) or len(roots) > 5:
        return None
    if size is None and len(set(roots)) != len(roots):
        return None
    f = _function(asked[0].values["e"], sp.prod(roots))
    if f is None:
        return None
    images = [sp.sympify(f).subs(_T, r) for r in roots]
    if any(not v.is_finite for v in images):
        return None
    shown_f = latex(f).replace("t", r"\lambda ")
    listed = r",\ ".join(map(latex, images))
    adjugate = () if "*" not in asked[0].values["e"] and "adj" not in asked[0].values["e"] else (told(say, rf"The determinant is the product of the eigenvalues, \(\det A={latex(sp.prod(roots))}\), and \(A^*=\det(A)\,A^{{-1}}\).", rf"行列式等于特征值之积：\(|A|={latex(sp.prod(roots))}\)，且 \(A^*=|A|A^{{-1}}\)。"),)  # fmt: skip
    steps = [
        *adjugate,
        told(
            say,
            rf"If \(\lambda\) is an eigenvalue of \(A\), then \({shown_f}\) is one of the new matrix: \({listed}\).",
            rf"若 \(\lambda\) 是 \(A\) 的特征值，则 \({shown_f}\) 是所给矩阵的特征值：\({listed}\)。",
        ),
    ]
    kind = asked[0].kind
    row = (
        f"images = [{exact_source(f)}.subs(t, r) for r in {exact_source(roots)}]"
        if f.has(_T)
        else f"images = {exact_source(images)}"
    )
    row = row.replace("[" + exact_source(f) + ".subs", "[(" + exact_source(f) + ").subs")
    top, bottom = sp.fraction(sp.together(f))
    n = len(roots)
    tests = (
        f"shift = Matrix({n}, {n}, lambda i, j: 1 if j >= i else 0)", f"A = shift*diag(*{exact_source(roots)})*shift.inv()",
        f"put = lambda row: sum((c*A**k for k, c in enumerate(row)), zeros({n}, {n}))",
        f"B = put({exact_source(_row(top))})*put({exact_source(_row(bottom))}).inv()",
        {"det": "answer == B.det()", "trace": "answer == B.trace()", "values": "sorted(answer) == sorted(v for v, k in B.eigenvals().items() for _ in range(k))"}[kind],
    )  # fmt: skip
    if kind == "values":
        return Prepared(
            say,
            tuple(steps),
            cell("t = Symbol('t')", row, "sorted(images)"),
            tests,
            METHOD,
            shown=shown_numbers,
            given=given_numbers,
        )
    value = sp.prod(images) if kind == "det" else sum(images)
    name = told(say, "product" if kind == "det" else "sum", "积" if kind == "det" else "和")
    steps.append(
        told(
            say,
            rf"The {'determinant' if kind == 'det' else 'trace'} is their {name}: \({latex(value)}\).",
            rf"{'行列式' if kind == 'det' else '迹'}等于它们的{name}：\({latex(value)}\)。",
        )
    )
    last = "prod(images)" if kind == "det" else "sum(images)"
    return Prepared(say, tuple(steps), cell("t = Symbol('t')", row, last), tests, METHOD)


def _row(polynomial: sp.Expr) -> list[Any]:
    return [sp.sympify(c) for c in reversed(sp.Poly(polynomial, _T).all_coeffs())]


def _function(text: str, det: sp.Expr) -> sp.Expr | None:
    """The matrix as a function of A: numbers times E (or I), powers of A, its adjugate."""
    plain = re.sub(
        r"\\?adj\s*\(?\s*A\s*\)?|A\s*\^?\s*\{?\s*\\?(?:\*|ast)\s*\}?(?![\dA-Za-z(])",
        f"(({det})*t^(-1))",
        text,
    )
    plain = re.sub(
        r"(?<![A-Za-z])[EI](?![A-Za-z])", "(1)", re.sub(r"(?<![A-Za-z\\])A(?![A-Za-z])", "t", plain)
    )
    if re.search(r"[A-Zb-su-z]", plain.replace("frac", "")) or "t" not in plain:
        return None
    f = sp.sympify(formula_in(plain, {"t": _T}))
    rational = f.is_rational_function(_T) and f.free_symbols == {_T}
    # a bare number would be no matrix: A + 3
    bare = re.search(r"(?:^|[-+])\s*\d+\s*(?:$|[-+])", text) is not None
    return f if rational and not bare and re.search(r"\bT\b|\^\s*\{?T", text) is None else None
