"""A square linear system with one letter in it: for which values it has no solution, just one, infinitely many."""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import value as formula_in
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import lesson, told
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.prepared import Prepared

_P: Final = r"(?P<p>\\lambda|\\mu|λ|μ|[abkmpqst])"
_EQS: Final = r"(?P<eqs>[^\u3400-\u9fff;?:]+?=[^\u3400-\u9fff;?:]+?)"
_SYSTEM: Final = r"(?:the )?(?:following )?(?:linear )?(?:system|system of equations|system of linear equations|equations|linear system)(?: of equations)?:?"
_HOW: Final = r"(?:(?P<none>no solutions?|inconsistent)|(?P<one>a unique solution|exactly one solution|only one solution|one solution)|(?P<many>infinitely many solutions|infinite(?:ly many)? solutions?|more than one solution))"
TABLE_EN: Final = {
    "whole": (
        rf"(?:for|at) (?:which|what) (?:real )?values?(?:\(s\))? of (?:the (?:constant|parameter) )?{_P} (?:does|will|is) {_SYSTEM} {_EQS} (?:have|has)? ?{_HOW}",
        rf"{FIND}(?:all |the )*(?:real )?values?(?:\(s\))? of (?:the (?:constant|parameter) )?{_P} (?:for which|such that|so that|if) {_SYSTEM} {_EQS} (?:has|have|is) {_HOW}",
        rf"{FIND}(?:all |the )*values?(?:\(s\))? of {_P} that makes? {_SYSTEM} {_EQS} (?:has|have) {_HOW}",
    ),
}  # fmt: skip
_HOW_ZH: Final = r"(?:(?P<none>无解)|(?P<one>有唯一解|有惟一解|只有唯一解)|(?P<many>有无穷多(?:个)?解|有无限多(?:个)?解|有无数(?:个)?解))"
_SYSTEM_ZH: Final = r"(?:下列)?(?:非齐次)?(?:线性)?方程组"
TABLE_ZH: Final = {
    "whole": (
        rf"(?:问|当|试问)?(?:参数|常数)? ?{_P} ?(?:取何值|为何值|取什么值|为什么值|等于何值)时,? ?{_SYSTEM_ZH} ?{_EQS} ?{_HOW_ZH}",
        rf"(?:设|已知|若) ?{_SYSTEM_ZH} ?{_EQS} ?{_HOW_ZH},? ?{FIND_ZH}(?:参数|常数)? ?{_P} ?(?:的值|的取值)?{HOW_MUCH_ZH}",
    ),
}  # fmt: skip
METHOD: Final = Words(
    "the system was solved again with each value, and with others", "对所得的值及其他值分别重新求解方程组"
)
ONE: Final = Words("So just one solution for \\({answer}\\).", "所以 \\({answer}\\) 时有唯一解。")
NONE: Final = Words("So there is no solution for \\({answer}\\).", "所以 \\({answer}\\) 时无解。")
MANY: Final = Words(
    "So there are infinitely many solutions for \\({answer}\\).", "所以 \\({answer}\\) 时有无穷多解。"
)
MAX_SIDE: Final = 4


@lesson("(?i)system|equations|方程组", en=TABLE_EN, zh=TABLE_ZH)
def parameter(found: list[Said], say: Language) -> Task | None:
    """The values of the letter."""
    if len(found) != 1:
        return None
    values = found[0].values
    p = formula_in(values["p"])
    system = _system(values["eqs"], p)
    if system is None:
        return None
    A, b, unknowns = system
    kind = next(k for k in ("none", "one", "many") if values.get(k))
    det = sp.factor(A.det())
    roots = sp.roots(sp.Poly(det, p)) if det.has(p) else {}
    if not roots or sum(roots.values()) != sp.degree(det, p):
        return None
    real = sorted((r for r in roots if r.is_real), key=float)
    ranks = {r: (A.subs(p, r).rank(), A.row_join(b).subs(p, r).rank()) for r in real}
    chosen = [r for r in real if kind == "one" or (ranks[r][0] < ranks[r][1]) == (kind == "none")]
    if not chosen:
        return None
    name = latex(p)
    listed = r",\ ".join(f"{name}={latex(r)}" for r in real)
    steps = [told(say, rf"The determinant of the coefficients is \[\det{matrix_latex(A)}={latex(det)}\] It is 0 for \({listed}\); for all other values there is just one solution.", rf"系数行列式为 \[{matrix_latex(A).replace('pmatrix', 'vmatrix')}={latex(det)}\] 当 \({listed}\) 时它为 0；取其他值时方程组有唯一解。")]  # fmt: skip
    if kind != "one":
        for r in real:
            low, high = ranks[r]
            fate = told(
                say,
                "no solution" if low < high else "infinitely many solutions",
                "无解" if low < high else "有无穷多解",
            )
            steps.append(
                told(
                    say,
                    rf"For \({name}={latex(r)}\) the matrix has rank {low} and the augmented matrix rank {high}: {fate}.",
                    rf"\({name}={latex(r)}\) 时，系数矩阵的秩为 {low}，增广矩阵的秩为 {high}：{fate}。",
                )
            )
    lines = [
        f"{_name(p)} = symbols('{_name(p)}')", f"A = Matrix({_source(A.tolist(), p)})", f"b = Matrix({_source(list(b), p)})",
        comment(told(say, "where the determinant is 0", "行列式为零的值")),
        f"values = [v for v in roots(Poly(A.det(), {_name(p)})) if v.is_real]",
    ]  # fmt: skip
    rank = f"A.subs({_name(p)}, v).rank() {'<' if kind == 'none' else '=='} A.row_join(b).subs({_name(p)}, v).rank()"
    lines.append("sorted(values)" if kind == "one" else f"sorted(v for v in values if {rank})")
    sign = r"\neq " if kind == "one" else "="

    def shown(value: Any) -> str | None:
        members = list(value) if isinstance(value, list | tuple) else []
        return r",\ ".join(f"{name}{sign}{latex(v)}" for v in members) or None

    def given(answer: str) -> Any:
        if (re.search(r"\\neq?(?![a-z])|≠|!=", answer) is not None) != (kind == "one"):
            return None
        found = values_in(re.sub(r"\\neq?(?![a-z])|≠|!=", "=", answer), (str(p),))
        return (
            list(found)
            if found is not None and all(isinstance(v, sp.Expr) and v.is_real for v in found)
            else None
        )

    names = ", ".join(map(str, unknowns))
    tests = (
        f"{_name(p)} = symbols('{_name(p)}')", f"unknowns = symbols('{' '.join(map(str, unknowns))}')", f"A, b = Matrix({_source(A.tolist(), p)}), Matrix({_source(list(b), p)})",
        f"solved = lambda v: linsolve((A.subs({_name(p)}, v), b.subs({_name(p)}, v)), *unknowns)",
        "kind = lambda v: 'none' if solved(v) == S.EmptySet else 'many' if next(iter(solved(v))).free_symbols else 'one'",
        f"others = [v for v in [*range(-9, 10), *{exact_source(real)}] if v not in answer]",
        f"answer != [] and all(kind(v) {'!=' if kind == 'one' else '=='} '{kind}' for v in answer) and all(kind(v) {'==' if kind == 'one' else '!='} '{kind}' for v in others)",
    )  # fmt: skip
    sentence = {"one": ONE, "none": NONE, "many": MANY}[kind]
    return (
        Prepared(say, tuple(steps), cell(*lines), tests, METHOD, sentence, shown=shown, given=given)
        if names
        else None
    )


def _name(p: sp.Symbol) -> str:
    return "lamda" if p.name == "lambda" else p.name


def _source(value: Any, p: sp.Symbol) -> str:
    plain = [
        [e.subs(p, sp.Symbol(_name(p))) for e in row]
        if isinstance(row, list)
        else row.subs(p, sp.Symbol(_name(p)))
        for row in value
    ]
    return exact_source(plain)


def _system(text: str, p: sp.Symbol) -> tuple[sp.Matrix, sp.Matrix, list[sp.Symbol]] | None:
    """Coefficients, right sides and unknowns; None where it is no square system that is linear."""
    parts = [
        t
        for t in re.split(
            r",|\\\\|\band\b", re.sub(r"\\(?:begin|end)\s*\{[a-z]+\*?\}|\\left\\\{|\\right\.|&", " ", text)
        )
        if t.strip()
    ]
    sides = [t.split("=") for t in parts]
    if not 2 <= len(sides) <= MAX_SIDE or any(len(s) != 2 for s in sides):
        return None
    rows = [sp.expand(formula_in(left) - formula_in(right)) for left, right in sides]
    unknowns = sorted(set().union(*(row.free_symbols for row in rows)) - {p}, key=str)
    if len(unknowns) != len(rows) or not any(row.has(p) for row in rows) or any(len(str(u)) == 1 and str(u) in "abckmpqst" for u in unknowns):  # fmt: skip
        return None
    A, b = sp.linear_eq_to_matrix(rows, unknowns)
    return A, b, unknowns
