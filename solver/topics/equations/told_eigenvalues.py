r"""What follows from the eigenvalues of a matrix that nobody writes down: |A² + A|, |A*|, eigenvalues of f(A); inverses from a matrix equation.

Read: 三阶矩阵A的特征值为1,2,3, "The eigenvalues of a 3 × 3 matrix A are …", and a determinant, a trace or the eigenvalues of a polynomial in A, A^{-1}, A^*;
A² - A - 2E = O and the inverse of A or of A + kE. Not: two matrices.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import given_expressions, plain, several, value
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_NUMBERS: Final = r"(?P<numbers>-?\d+(?:/\d+)?(?: ?(?:,|、|and|和) ?(?:and )?-?\d+(?:/\d+)?)+)"
_F: Final = r"(?P<f>(?:[AEI0-9+\-*^{} /']|\\ast|\\star|\((?:[AEI0-9+\-*^{} /]|\\ast)*\)(?:\^ ?\{? ?-?\d ?\}?|\^ ?\*)?|\\left|\\right|\\frac|adj ?A|adj ?\( ?A ?\))+?)"
_SIZE_EN: Final = r"(?:(?:an? )?(?P<size>\d) ?(?:x|×|\*|\\times|by|-by-) ?\d )?(?:(?:square|real) )?"
_SIZES: Final = {"二": 2, "三": 3, "四": 4}
TABLE_EN: Final = table({
    "told": (
        rf"(?:(?:let|suppose|if|given(?: that)?) )?(?:that )?(?:the )?eigenvalues of (?:the |an? )?{_SIZE_EN}(?:matrix )?A are {_NUMBERS}",
        rf"(?:(?:let|suppose|if|given(?: that)?) )?(?:that )?(?:the |an? )?{_SIZE_EN}(?:matrix )?A (?:has|have|with|(?:is|be) (?:\d ?(?:x|×|\*|\\times|by) ?\d )with|be an? (?:\d ?(?:x|×|\*|by) ?\d )?matrix with|is an? (?:\d ?(?:x|×|\*|by) ?\d )?matrix with) (?:the )?eigenvalues {_NUMBERS}",
    ),
    "unit": (r"(?:where |and )?[EI] (?:is|denotes) the (?:\d ?(?:x|×|\*|\\times|by) ?\d )?identity(?: matrix)?",),
    "det": (rf"{FIND}(?:the determinant of |det ?\( ?){_F} ?\)?", rf"{FIND}\| ?{_F} ?\|(?: ?=)?", rf"{FIND}(?:\\det|det) ?{_F}"),
    "trace": (rf"{FIND}(?:the trace of |tr(?:ace)? ?\( ?){_F} ?\)?",),
    "values": (rf"{FIND}(?:all )?(?:the )?eigenvalues of (?:the matrix )?{_F}",),
    "equation": (r"(?:(?:let|suppose|if) )?(?:(?:a|the) )?(?:square )?(?:matrix )?A (?:satisfies|satisfy|be a square matrix (?:satisfying|with|such that)) (?P<e>[AEIO0-9+\-*^{} =]+?)", r"(?:(?:if|given(?: that)?|suppose(?: that)?) )?(?P<e>[AEI0-9+\-*^{} ]+=[AEIO0-9+\-*^{} ]+?)"),
    "inverse": (rf"(?:prove that .{{1,30}}? is invertible (?:and )?)?{FIND}(?:an expression for )?(?:the inverse of )?\(? ?(?P<g>A|\(?A ?[+-] ?\d?[EI]\)?) ?\)?(?: ?\^ ?\{{? ?-1 ?\}}?)?(?: in terms of A(?: and [EI])?)?",),
})  # fmt: skip
TABLE_ZH: Final = table({
    "told": (
        rf"(?:设|已知|若)?(?:(?P<size>[二三四234])阶)?(?:实对称|可逆)?(?:矩阵|方阵)? ?A ?的?(?:三个|两个|全部|3个)?特征值(?:分别)?(?:为|是)? ?{_NUMBERS}",
        rf"(?:设|已知|若)? ?{_NUMBERS} ?(?:是|为)(?:(?P<size>[二三四234])阶)?(?:矩阵|方阵) ?A ?的(?:三个|全部)?特征值",
        rf"(?:设|已知|若)? ?A ?(?:是|为)(?P<size>[二三四234])阶(?:矩阵|方阵) ?,? ?(?:其|它的|且)?(?:A的)?特征值(?:分别)?(?:为|是) ?{_NUMBERS}",
    ),
    "unit": (r"(?:其中)? ?[EI] ?(?:为|是|表示)(?:与A同阶的|[二三四234n]阶)?单位(?:矩阵|阵)",),
    "det": (rf"{FIND_ZH}(?:行列式)? ?\| ?{_F} ?\| ?(?:=)?{HOW_MUCH_ZH}(?:的值)?", rf"{FIND_ZH} ?{_F} ?的行列式{HOW_MUCH_ZH}"),
    "trace": (rf"{FIND_ZH}tr ?\( ?{_F} ?\)(?: ?=)?{HOW_MUCH_ZH}", rf"{FIND_ZH} ?{_F} ?的迹{HOW_MUCH_ZH}"),
    "values": (rf"{FIND_ZH} ?{_F} ?的(?:全部)?特征值{HOW_MUCH_ZH}",),
    "equation": (r"(?:设|已知|若)?(?:n阶|二阶|三阶)?(?:矩阵|方阵)? ?A ?满足 ?(?P<e>[AEIO0-9+\-*^{} =]+?)",),
    "inverse": (
        rf"(?:试?证明? ?\(?(?:A|A ?[+-] ?\d?E)\)? ?(?:及\(?A ?[+-] ?\d?E\)?)?(?:都)?可逆 ?[,，]?并?)?{FIND_ZH}\(? ?(?P<g>A ?[+-] ?\d?E|A) ?\)? ?\^ ?\{{? ?-1 ?\}}?(?: ?=)?{HOW_MUCH_ZH}",
        r"(?:试)?证明? ?A ?可逆 ?,?并求其逆(?:矩阵)?(?P<g>)",
        rf"{FIND_ZH}(?:其|它的)逆矩阵(?P<g>)",
    ),
})  # fmt: skip
WORDS: Final = {
    "det": Words("The determinant is the product of the eigenvalues: \\(|A|={product}\\).", "行列式等于特征值之积：\\(|A|={product}\\)。"),
    "adjoint": Words("So \\(A^*=|A|A^{{-1}}\\) has the eigenvalues \\(\\frac{{|A|}}{{\\lambda}}\\).", "所以 \\(A^*=|A|A^{{-1}}\\) 的特征值为 \\(\\frac{{|A|}}{{\\lambda}}\\)。"),
    "map": Words("If \\(Av=\\lambda v\\), then \\({f}\\) has \\(v\\) as an eigenvector with eigenvalue \\({g}\\): \\({values}\\).", "若 \\(Av=\\lambda v\\)，则 \\(v\\) 也是 \\({f}\\) 的特征向量，特征值为 \\({g}\\)：\\({values}\\)。"),
    "product": Words("The determinant is their product: \\({product}={value}\\).", "行列式等于它们的积：\\({product}={value}\\)。"),
    "sum": Words("The trace is their sum: \\({product}={value}\\).", "迹等于它们的和：\\({product}={value}\\)。"),
    "divide": Words("Write the equation with the factor \\({g}\\): \\[{g}\\left({h}\\right)={r}{I}\\] so \\({g}\\) is invertible.", "由已知等式凑出因子 \\({g}\\)：\\[{g}\\left({h}\\right)={r}{I}\\] 所以 \\({g}\\) 可逆。"),
    "code": Words("the eigenvalues put into the polynomial", "把特征值代入多项式"),
    "code_divide": Words("division of polynomials", "多项式带余除法"),
    "method": Words("tried on a triangular matrix with these eigenvalues", "用具有这些特征值的三角矩阵检验"),
    "method_inverse": Words("multiplied: the product leaves 1 on division by the polynomial that is zero", "相乘后对零化多项式取余检验得 1"),
}  # fmt: skip
A, E, LAMBDA = sp.Symbol("A"), sp.Symbol("E"), sp.Symbol("lambda")
STAR, DET = sp.Symbol("S"), sp.Symbol("d")


@declining
def read(text: Text) -> Reading:
    """Eigenvalues that are told or an equation, and the one thing that is asked."""
    if not re.search(r"(?i)eigenvalue|特征值|满足|satisf|\d ?[EI] ?=", text.source) or not re.search(r"(?<![A-Za-z])A(?![A-Za-z])|\d?A\b", text.source):  # fmt: skip
        return None
    source = re.sub(r"\\lvert|\\rvert|\\vert|∣|｜", "|", plain(text.source).replace("⁻¹", "^{-1}"))
    source = _defined(source)
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str):
        return None
    said = [s for s in said if s.kind != "unit"]
    if len(said) != 2:
        return None
    first, second = said
    if first.kind == "equation" and second.kind == "inverse":
        return _inverse(first.values["e"], second.values["g"], text.language)
    if first.kind != "told" or second.kind not in ("det", "trace", "values"):
        return None
    numbers = [value(v) for v in several(first.values["numbers"])]
    size = first.values.get("size")
    if size is None and len(set(numbers)) < len(numbers):
        return None  # is each told as often as it counts?
    if size is not None and (_SIZES.get(size) or int(size)) != len(numbers):
        return None
    return _mapped(numbers, second.values["f"], second.kind, text.language)


_DEFINED: Final = re.compile(rf"(?:(?:and |且|又)?(?:let|set|put|define|with|where|令|记|设|矩阵|and)? ?(?:the matrix |矩阵 ?)?)B ?= ?{_F}(?= ?(?:[,，.。;；]|$|则|求|find\b|what\b|then\b))[,，.。;； ]*", re.IGNORECASE)  # fmt: skip


def _defined(source: str) -> str:
    """With B = f(A), once defined, put in wherever B stands."""
    match = _DEFINED.search(source)
    if match is None or len(re.findall(r"(?<![A-Za-z])B(?![A-Za-z])", source)) < 2:
        return source
    rest = f"{source[: match.start()].rstrip(' ,，')}, {source[match.end() :]}"
    f = match["f"].strip()
    rest = re.sub(r"\| ?B ?\|", lambda _: f"|{f}|", rest)
    return re.sub(r"(?<![A-Za-z])B(?![A-Za-z])", lambda _: f"({f})", rest)


def _polynomial(said: str) -> sp.Expr:
    """f(A) as an expression of A and of S for the adjoint; E stands for 1."""
    text = re.sub(r"\\left|\\right|\s", "", said).replace(r"\ast", "*")
    text = re.sub(r"A\^(?:\*|\{\*\})|adj\(?A\)?|A\*(?![A-Za-z0-9(])", "S", text)
    text = re.sub(r"(?<![A-Za-z\\])[EI](?![A-Za-z])", "E", text)
    found = value(re.sub(r"E", "(1)", text).replace("(1)(1)", "(1)"))
    if not found.free_symbols <= {A, STAR} or not found.free_symbols:
        raise ValueError(said)
    return found


def _mapped(numbers: list[sp.Expr], said: str, kind: str, say: Language) -> Prepared | None:
    f = _polynomial(said)
    bare = re.sub(r"\s", "", said)
    constants = re.sub(r"A\^\{?-?[\d*]+\}?|\^\{?-?\d+\}?", "A", bare)
    # a number that stands by itself is no matrix: A + 2
    if re.search(r"(?<![\dA-Z/^{])\d+(?![\dAEI({/])", re.sub(r"\\frac\{\d+\}\{\d+\}", "", constants)):
        return None
    det = sp.prod(numbers)
    if f.has(STAR) and det == 0 or (sp.denom(sp.together(f.subs(STAR, 1))).has(A) and det == 0):
        return None
    g = f.subs(STAR, det / A)
    results = [sp.simplify(g.subs(A, v)) for v in numbers]
    if not all(v.is_Rational for v in results):
        return None
    shown = re.sub(r"A\*(?!\d)", "A^*", bare)
    steps = []
    if f.has(STAR):
        steps += [WORDS["det"].say(say, product=latex(det)), WORDS["adjoint"].say(say)]
    steps.append(WORDS["map"].say(say, f=shown, g=latex(sp.expand(g.subs(A, LAMBDA))), values=r",\ ".join(map(latex, results))))  # fmt: skip
    factors = [rf"\left({latex(v)}\right)" if v < 0 else latex(v) for v in results]
    lines = [
        f"numbers = Matrix({exact_source(numbers)})",
        comment(WORDS["code"].say(say)),
        f"values = [{exact_source(g.subs(A, LAMBDA))} for lambda_ in numbers]",
    ]
    n = len(numbers)
    upper = f"Matrix({n}, {n}, lambda i, j: numbers[i] if i == j else 1 if j == i + 1 else 0)"
    matrix = exact_source(f.subs(STAR, STAR)).replace("S", "S_")
    tests = [f"numbers = {exact_source(numbers)}", f"M = {upper}"]
    tests.append(f"f = {_matrix_source(f, n)}")
    if kind == "values":
        lines.append("sorted(values)")
        tests.append(
            "t = symbols('t')\nsorted(answer) == sorted(f[i, i] for i in range(f.rows)) and f.is_upper"
        )

        def written(value: Any) -> str | None:
            return r",\ ".join(map(latex, value)) if isinstance(value, list | tuple | sp.Tuple) else None

        return Prepared(say, tuple(steps), cell(*lines), tuple(tests), WORDS["method"], shown=written, given=given_expressions)  # fmt: skip
    del matrix
    total = sp.prod(results) if kind == "det" else sum(results)
    sign = r"\cdot " if kind == "det" else "+"
    steps.append(WORDS["product" if kind == "det" else "sum"].say(say, product=sign.join(factors), value=latex(total)))  # fmt: skip
    lines.append("prod(values)" if kind == "det" else "sum(values)")
    tests.append(f"f.{'det' if kind == 'det' else 'trace'}() == answer")
    return Prepared(say, tuple(steps), cell(*lines), tuple(tests), WORDS["method"])


def _matrix_source(f: sp.Expr, n: int) -> str:
    """f(A) for the matrix M, as source."""
    if f == A:
        return "M"
    if f == STAR:
        return "M.det()*M.inv()"
    if f.is_Number:
        return f"({exact_source(f)})*eye({n})"
    if f.is_Add:
        return " + ".join(f"({_matrix_source(a, n)})" for a in f.args)
    if f.is_Mul:
        return "*".join(f"({_matrix_source(a, n)})" if not a.is_Number else f"({exact_source(a)})" for a in f.args)  # fmt: skip
    if f.is_Pow and f.exp.is_Integer:
        return f"({_matrix_source(f.base, n)})**({int(f.exp)})"
    raise ValueError(str(f))


def _inverse(said: str, of: str, say: Language) -> Prepared | None:
    """The inverse of A + kE from a polynomial that A makes zero."""
    sides = re.sub(r"\s", "", said).split("=")
    if len(sides) != 2:
        return None
    left, right = (value(re.sub(r"(?<![A-Za-z])[EI](?![A-Za-z])", "(1)", re.sub("^O$", "0", side))) for side in sides)  # fmt: skip
    p = sp.Poly(left - right, A)
    g = sp.Poly(value(re.sub(r"[EI]", "(1)", re.sub(r"\s|[()]", "", of)) or "A"), A)
    quotient, remainder = sp.div(p, g)
    if p.degree() < 2 or g.degree() != 1 or remainder.is_zero or (left - right).free_symbols != {A}:
        return None
    if not re.search(r"[EI]", said):
        return None
    r = -remainder.as_expr()
    unit = "I" if "I" in said else "E"
    steps = (WORDS["divide"].say(say, g=_with_unit(g.as_expr(), unit) if g.as_expr() == A else rf"\left({_with_unit(g.as_expr(), unit)}\right)", h=_with_unit(quotient.as_expr(), unit), r="" if r == 1 else "-" if r == -1 else latex(r), I=unit),)  # fmt: skip
    lines = [
        f"p = {exact_source(p.as_expr())}",
        f"g = {exact_source(g.as_expr())}",
        comment(WORDS["code_divide"].say(say)),
        "q, r = div(p, g, A)",
        "expand(-q/r)",
    ]

    def written(found: Any) -> str | None:
        return _factored(found, unit) if isinstance(found, sp.Expr) else None

    def given(answer: str) -> Any:
        text = re.sub(r"^.*=", "", answer)
        found = values_in(re.sub(r"(?<![A-Za-z\\])[EI](?![A-Za-z])", "(1)", text), ["A"])
        return found[0] if found and len(found) == 1 and isinstance(found[0], sp.Expr) else None

    tests = (
        f"p = {exact_source(p.as_expr())}",
        f"rem(expand(answer*({exact_source(g.as_expr())})), p, A) == 1",
    )
    return Prepared(say, steps, cell(*lines, variables="A"), tests, WORDS["method_inverse"], shown=written, given=given, letters=("A",))  # fmt: skip


def _with_unit(f: sp.Expr, unit: str) -> str:
    """A polynomial of A with the unit matrix behind its constant."""
    text = ""
    for (power,), c in sp.Poly(f, A).terms():
        size = "" if abs(c) == 1 else latex(abs(c))
        what = unit if power == 0 else "A" if power == 1 else f"A^{{{power}}}"
        text += ("-" if c < 0 else "+" if text else "") + size + what
    return text


def _factored(f: sp.Expr, unit: str) -> str:
    """With the common denominator in front."""
    content, inner = sp.Poly(f, A).primitive()
    if content == 1:
        return _with_unit(f, unit)
    if inner.LC() < 0:
        content, inner = -content, -inner
    front = "-" if content == -1 else latex(content)
    return rf"{front}\left({_with_unit(inner.as_expr(), unit)}\right)" if len(inner.terms()) > 1 else f"{front}{_with_unit(inner.as_expr(), unit)}"  # fmt: skip
