"""Numbers and matrices that an equation between matrices fixes.

Read: AX = B and XA = B; M^2 = pM + qI and M^{-1} = aM + bI of a 2 × 2 matrix; a matrix by what it does to two vectors (itself, or its determinant); the inverse
of AB or kA from given inverses. Not: letters in the matrices, other powers, larger matrices.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex as expression_latex
from solver.latex import values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, exact_source
from solver.topics.equations.matrices.literals import (
    MATRIX,
    entry,
    latex,
    matrix_of,
    one_matrix,
    shown_matrix,
    with_lists,
)
from solver.topics.prepared import Prepared, one_value

_N: Final = r"(?:\\(?:mathbf|boldsymbol|bold|bf)\s*\{?\s*)?[A-Z]\}?"
_I: Final = r"(?:\\(?:mathbf|boldsymbol|bold|bf)\s*\{?\s*)?[IE]\}?"
_PAIR: Final = r"(?:[.,]?\s*(?:(?:find|enter|determine|compute|give)\s+(?:the\s+)?ordered\s+pair\s+\(\s*[a-z]\s*,\s*[a-z]\s*\))\s*[.?]?|[.?]?)"
_COMBINED: Final = (
    rf"(?P<power>\^\{{?2\}}?|\^\{{-1\}}|\^-1)\s*=\s*(?P<p>[a-z])\s*{_N}\s*\+\s*(?P<q>[a-z])\s*{_I}"
)
_EN: Final = tuple(
    (name, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for name, pattern in (
        ("combined", rf"(?:let|if|given)\s+{_N}\s*=\s*§(?P<m>\d+)§\s*[.,]\s*(?:there\s+exist\s+(?:scalars|constants|real\s+numbers|numbers)\s+[a-z]\s+and\s+[a-z]\s+(?:such|so)\s+that|find\s+(?:the\s+)?(?:constants|scalars|real\s+numbers|numbers)?\s*[a-z]\s+and\s+[a-z]\s+(?:such|so)\s+that)\s+{_N}\s*{_COMBINED}\s*{_PAIR}"),
        ("images", rf"(?:find|determine)\s+the\s+(?:2\s*(?:\\times|×|x)\s*2\s+)?matrix\s+{_N}\s+such\s+that\s+{_N}\s*§(?P<a>\d+)§\s*=\s*§(?P<b>\d+)§\s*,?\s*and\s+{_N}\s*§(?P<c>\d+)§\s*=\s*§(?P<d>\d+)§\s*[.?]?"),
        ("det", rf"the\s+matrix\s+{_N}\s+satisfies\s+{_N}\s*§(?P<a>\d+)§\s*=\s*§(?P<b>\d+)§\s*,?\s*and\s+{_N}\s*§(?P<c>\d+)§\s*=\s*§(?P<d>\d+)§\s*[.,]?\s*find\s+(?:\\det\s*{_N}|the\s+determinant\s+of\s+{_N})\s*[.?]?"),
        ("product", rf"if\s+(?P<first>{_N})\s*\^\s*\{{?\s*-1\s*\}}?\s*=\s*§(?P<a>\d+)§\s*and\s+(?P<second>{_N})\s*\^\s*\{{?\s*-1\s*\}}?\s*=\s*§(?P<b>\d+)§\s*,\s*(?:then\s+)?find\s+(?:the\s+inverse\s+of\s+|\(\s*)(?P<left>{_N})\s*(?P<right>{_N})(?:\s*\)\s*\^\s*\{{?-1\}}?)?\s*[.?]?"),
        ("multiple", rf"if\s+(?P<first>{_N})\s*\^\s*\{{?\s*-1\s*\}}?\s*=\s*§(?P<a>\d+)§\s*,?\s*and\s+(?P<second>{_N})\s*=\s*(?P<k>[^§=]{{1,20}}?)\s*(?P<third>{_N})\s*,\s*(?:then\s+)?find\s+(?P<fourth>{_N})\s*\^\s*\{{?\s*-1\s*\}}?\s*[.?]?"),
    )
)  # fmt: skip
_ZH: Final = (
    ("combined", re.compile(rf"(?:已知|设)\s*(?:矩阵)?\s*{_N}\s*=\s*§(?P<m>\d+)§\s*,\s*(?:且|若)?\s*{_N}\s*{_COMBINED}\s*,\s*求\s*[a-z]\s*(?:和|、|,|与)\s*[a-z]\s*(?:的值)?\s*[。.?]?")),
    ("images", re.compile(rf"(?:已知)?(?:矩阵)?\s*{_N}\s*满足\s*{_N}\s*§(?P<a>\d+)§\s*=\s*§(?P<b>\d+)§\s*(?:,|且|,\s*且)\s*{_N}\s*§(?P<c>\d+)§\s*=\s*§(?P<d>\d+)§\s*,\s*求\s*(?:矩阵)?\s*{_N}\s*[。.]?")),
)  # fmt: skip
WORDS: Final = {
    "hamilton": Words("A \\(2\\times 2\\) matrix satisfies \\(M^2=(\\operatorname{{tr}}M)M-(\\det M)I\\). Here \\(\\operatorname{{tr}}M={trace}\\) and \\(\\det M={det}\\).", "二阶矩阵满足 \\(M^2=(\\operatorname{{tr}}M)M-(\\det M)I\\)。这里 \\(\\operatorname{{tr}}M={trace}\\)，\\(\\det M={det}\\)。"),
    "square": Words("So \\({p}={first}\\) and \\({q}={second}\\).", "所以 \\({p}={first}\\)，\\({q}={second}\\)。"),
    "inverse": Words("Multiply by \\(M^{{-1}}\\) and divide by \\(\\det M\\): \\(M^{{-1}}=\\frac{{1}}{{\\det M}}\\left((\\operatorname{{tr}}M)I-M\\right)\\), so \\({p}={first}\\) and \\({q}={second}\\).", "两边乘以 \\(M^{{-1}}\\) 并除以 \\(\\det M\\)：\\(M^{{-1}}=\\frac{{1}}{{\\det M}}\\left((\\operatorname{{tr}}M)I-M\\right)\\)，所以 \\({p}={first}\\)，\\({q}={second}\\)。"),
    "together": Words("Put the vectors side by side: the matrix takes \\({before}\\) to \\({after}\\).", "把向量并排写成矩阵：所求矩阵把 \\({before}\\) 变为 \\({after}\\)。"),
    "divide": Words("Multiply by the inverse from the right: \\[{after}{before}^{{-1}}={M}\\]", "右乘逆矩阵：\\[{after}{before}^{{-1}}={M}\\]"),
    "det": Words("Its determinant is \\({value}\\).", "它的行列式是 \\({value}\\)。"),
    "order": Words("The inverse of a product is the product of the inverses in the other order: \\[{a}{b}={M}\\]", "积的逆等于各逆矩阵按相反次序的积：\\[{a}{b}={M}\\]"),
    "factor": Words("A factor \\({k}\\) of a matrix becomes \\(\\frac{{1}}{{k}}\\) in its inverse: \\[{M}\\]", "矩阵乘以 \\({k}\\)，逆矩阵就除以这个数：\\[{M}\\]"),
    "inverse_of": Words("The determinant of \\({A}\\) is \\({det}\\ne 0\\), so it has an inverse: \\[{A}^{{-1}}={inverse}\\]", "\\({A}\\) 的行列式为 \\({det}\\ne 0\\)，所以它可逆：\\[{A}^{{-1}}={inverse}\\]"),
    "from_left": Words("Multiply both sides by it from the left: \\[{X}={inverse}{B}={value}\\]", "两边左乘逆矩阵：\\[{X}={inverse}{B}={value}\\]"),
    "from_right": Words("Multiply both sides by it from the right: \\[{X}={B}{inverse}={value}\\]", "两边右乘逆矩阵：\\[{X}={B}{inverse}={value}\\]"),
    "method": Words("put into the equation", "代入等式检验"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """What an equation between matrices fixes."""
    literals: list[sp.Matrix] = []

    def kept(match: re.Match[str]) -> str:
        found = matrix_of(match["body"])
        if found is None or found.free_symbols or found.rows > 3 or found.cols > 3:
            return match[0]
        literals.append(found)
        return f"§{len(literals) - 1}§"

    if "matrix" not in text.source and not re.search(r"\[\s*\[|\{\s*\{", text.source):
        return None
    source = MATRIX.sub(kept, with_lists(" ".join(text.source.split())))
    source = re.sub(
        r"\\(?:quad|qquad|,|;|!)|\\text\s*\{\s*and\s*\}", lambda m: " and " if "and" in m[0] else " ", source
    )
    source = re.sub(r"\$\$|\$|\\\[|\\\]|\\\(|\\\)", " ", source)
    source = " ".join(source.split())
    source = re.sub(r"\s+([.,])", r"\1", source)
    if (quotient := _quotient(_with_vectors(source, literals), literals, text.language)) is not None:
        return quotient
    if any(max(m.shape) > 2 for m in literals):
        return None
    for name, pattern in (*_EN, *_ZH):
        if (match := pattern.fullmatch(source)) is not None:
            return _task(name, match, literals, text.language)
    return None


_VECTOR: Final = re.compile(
    r"(?<![A-Za-z])(?:\\(?:mathbf|boldsymbol|vec|bm)\s*\{?\s*)?([a-z])\s*\}?\s*=\s*(?:\[([^\[\]=]{1,60})\]|\(([^()=]{1,60})\))(?:\s*\^\s*\{?\s*(?:T|\\top)\s*\}?)?"
)
"""b = [3, 5], b = (3, 5)^T: a column."""


def _with_vectors(source: str, literals: list[sp.Matrix]) -> str:
    """The text with vectors in brackets as columns, and bold letters as letters."""

    def column(match: re.Match[str]) -> str:
        entries = [entry(e) for e in (match[2] or match[3]).split(",")]
        if len(entries) < 2 or any(e is None or e.free_symbols for e in entries):
            return match[0]
        literals.append(sp.ImmutableMatrix(entries))
        return f"{match[1]} = §{len(literals) - 1}§"

    source = _VECTOR.sub(column, source)
    return re.sub(r"\\(?:mathbf|boldsymbol|vec|bm)\s*\{?\s*([A-Za-z])\s*\}?", r"\1", source)


_DEFINED: Final = re.compile(r"(?<![A-Za-z])([A-Za-z])\s*=\s*§(\d+)§")
_FACTOR: Final = r"([A-Z]|[xybcv](?![a-z])|§\d+§)"
_PRODUCT: Final = re.compile(
    rf"(?<![A-Za-z]){_FACTOR}\s*(?:\*|\\cdot)?\s*{_FACTOR}\s*=\s*{_FACTOR}(?![A-Za-z])"
)
_QUOTIENT_WORDS: Final = {
    "words": "vectors?|by using the inverse|using the inverse|using an inverse|using the inverse matrix|the inverse|system|linear system|column vector|unknown vector|向量|列向量|线性方程组|方程组|用逆矩阵|利用逆矩阵|用逆矩阵法|matrix|matrices|matrix equation|equation|solve|solve for|unknown matrix|satisfies|satisfying|such that|if|for|two|矩阵|矩阵方程|方程|满足|未知矩阵|解|且|的|若|使得|解矩阵方程",
}


def _quotient(source: str, literals: list[sp.Matrix], say: Language) -> Prepared | None:
    """AX = B or XA = B with one unknown matrix and a square one that has an inverse."""
    equation = _PRODUCT.search(source)
    if equation is None:
        return None
    rest = f"{source[: equation.start()]} , {source[equation.end() :]}"
    named = {name: literals[int(k)] for name, k in _DEFINED.findall(rest)}
    rest = _DEFINED.sub(" , ", rest)
    parts = [literals[int(g[1:-1])] if g[0] == "§" else named.get(g, g) for g in equation.groups()]
    unknown = [p for p in parts[:2] if isinstance(p, str)]
    if len(unknown) != 1 or isinstance(parts[2], str) or "§" in rest:
        return None
    rest = re.sub(rf"(?<![A-Za-z]){unknown[0]}(?![A-Za-z])", " ", rest)
    if account(rest, _QUOTIENT_WORDS).unread or account(rest, _QUOTIENT_WORDS).formulas:
        return None
    left = isinstance(parts[1], str)
    factor, product = sp.Matrix(parts[0] if left else parts[1]), sp.Matrix(parts[2])
    if (
        factor.rows != factor.cols
        or factor.det() == 0
        or (product.rows if left else product.cols) != factor.rows
    ):
        return None
    found = sp.ImmutableMatrix(factor.inv() * product if left else product * factor.inv())
    facts = {
        "A": latex(sp.ImmutableMatrix(factor)),
        "B": latex(sp.ImmutableMatrix(product)),
        "X": unknown[0],
        "value": latex(found),
    }
    inverse = latex(sp.ImmutableMatrix(factor.inv()))
    steps = (
        WORDS["inverse_of"].say(say, det=expression_latex(factor.det()), A=facts["A"], inverse=inverse),
        WORDS["from_left" if left else "from_right"].say(say, **facts, inverse=inverse),
    )
    lines = (f"A = {exact_source(factor)}", f"B = {exact_source(product)}")
    product_shown = "A.inv() * B" if left else "B * A.inv()"
    test = "simplify(A*answer - B)" if left else "simplify(answer*A - B)"
    shape = found.shape
    tests = (*lines, f"answer.shape == {shape} and {test} == zeros{product.shape}")
    return Prepared(
        say, steps, cell(*lines, product_shown), tests, WORDS["method"], shown=shown_matrix, given=one_matrix
    )


def _bare(name: str) -> str:
    return re.sub(r"\\[a-z]+|[{}\s]", "", name)


def _task(name: str, match: re.Match[str], literals: list[sp.Matrix], say: Language) -> Prepared | None:
    if name == "combined":
        return _combined(match, literals[int(match["m"])], say)
    if name in ("images", "det"):
        a, b, c, d = (literals[int(match[k])] for k in "abcd")
        if any(v.shape != (2, 1) for v in (a, b, c, d)):
            return None
        before, after = (sp.ImmutableMatrix(sp.Matrix.hstack(*pair)) for pair in ((a, c), (b, d)))
        return None if before.det() == 0 else _images(before, after, name == "det", say)
    first = literals[int(match["a"])]
    if first.shape != (2, 2) or first.det() == 0:
        return None
    if name == "product":
        second, names = literals[int(match["b"])], {_bare(match["first"]), _bare(match["second"])}
        left, right = _bare(match["left"]), _bare(match["right"])
        if second.shape != (2, 2) or second.det() == 0 or len(names) != 2 or {left, right} != names:
            return None
        if left == _bare(match["second"]):
            first, second = second, first
        found = sp.ImmutableMatrix(second * first)
        step = WORDS["order"].say(say, a=latex(second), b=latex(first), M=latex(found))
        source = cell(f"left, right = {exact_source((sp.Matrix(second), sp.Matrix(first)))}", "left * right")
        whole = exact_source((sp.Matrix(first).inv(), sp.Matrix(second).inv()))
        tests = (
            f"first, second = {whole}",
            "answer.shape == (2, 2) and simplify(answer*first*second) == eye(2)",
        )
        return Prepared(say, (step,), source, tests, WORDS["method"], shown=shown_matrix, given=one_matrix)
    k = entry(match["k"])
    if (
        k is None
        or k.free_symbols
        or k == 0
        or _bare(match["third"]) != _bare(match["first"])
        or _bare(match["fourth"]) != _bare(match["second"])
    ):
        return None
    found = sp.ImmutableMatrix(first / k)
    step = WORDS["factor"].say(say, k=expression_latex(k), M=latex(found))
    source = cell(f"inverse = {exact_source(sp.Matrix(first))}", f"inverse / ({exact_source(k)})")
    tests = (
        f"matrix = ({exact_source(k)}) * {exact_source(sp.Matrix(first).inv())}",
        "answer.shape == (2, 2) and simplify(answer*matrix) == eye(2)",
    )
    return Prepared(say, (step,), source, tests, WORDS["method"], shown=shown_matrix, given=one_matrix)


def _combined(match: re.Match[str], matrix: sp.Matrix, say: Language) -> Prepared | None:
    if matrix.shape != (2, 2) or match["p"] == match["q"] or matrix == matrix[0, 0] * sp.eye(2):
        return None
    trace, det, squared = matrix.trace(), matrix.det(), "2" in match["power"]
    if not squared and det == 0:
        return None
    first, second = (trace, -det) if squared else (-1 / det, trace / det)
    steps = (
        WORDS["hamilton"].say(say, trace=expression_latex(trace), det=expression_latex(det)),
        WORDS["square" if squared else "inverse"].say(
            say, p=match["p"], q=match["q"], first=expression_latex(first), second=expression_latex(second)
        ),
    )
    left = "M**2" if squared else "M.inv()"
    source = cell(
        f"M = {exact_source(sp.Matrix(matrix))}",
        "p, q = symbols('p q')",
        f"solution = solve(list({left} - p*M - q*eye(2)), [p, q])",
        "(solution[p], solution[q])",
    )
    tests = (
        f"M = {exact_source(sp.Matrix(matrix))}",
        f"len(answer) == 2 and simplify(answer[0]*M + answer[1]*eye(2) - {left}) == zeros(2, 2)",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], shown=_shown_pair, given=_given_pair)


def _images(before: sp.Matrix, after: sp.Matrix, wants_det: bool, say: Language) -> Prepared:
    found = sp.ImmutableMatrix(after * before.inv())
    steps = [
        WORDS["together"].say(say, before=latex(before), after=latex(after)),
        WORDS["divide"].say(say, before=latex(before), after=latex(after), M=latex(found)),
    ]
    lines = [
        f"before = {exact_source(sp.Matrix(before))}",
        f"after = {exact_source(sp.Matrix(after))}",
        "M = after * before.inv()",
    ]
    if wants_det:
        steps.append(WORDS["det"].say(say, value=expression_latex(found.det())))
        tests = (*lines[:2], "answer * before.det() == after.det()")
        return Prepared(say, tuple(steps), cell(*lines, "M.det()"), tests, WORDS["method"], given=one_value)
    tests = (*lines[:2], "answer.shape == (2, 2) and simplify(answer*before - after) == zeros(2, 2)")
    return Prepared(
        say, tuple(steps), cell(*lines, "M"), tests, WORDS["method"], shown=shown_matrix, given=one_matrix
    )


def _shown_pair(value: Any) -> str | None:
    return (
        "(" + ", ".join(map(expression_latex, value)) + ")" if isinstance(value, tuple | sp.Tuple) else None
    )


def _given_pair(answer: str) -> Any:
    values = values_in(answer)
    if values is not None and len(values) == 1 and isinstance(values[0], sp.Tuple):
        return tuple(values[0])
    return (
        tuple(values)
        if values is not None and len(values) == 2 and all(isinstance(v, sp.Expr) for v in values)
        else None
    )
