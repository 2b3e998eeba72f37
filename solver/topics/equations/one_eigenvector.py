r"""Eigenvectors of one eigenvalue: the largest or smallest one, or one whose value is told; with the list of all eigenvalues where it is asked for.

Read: "find the eigenvalues of A and an eigenvector for the larger one", "an eigenvector belonging to the eigenvalue 3", 最大特征值及其对应的特征向量; matrices of
rational numbers up to 3 × 3 with real eigenvalues. Not: several of the eigenvalues, unit eigenvectors, a number that is no eigenvalue.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Relation, Symbol, symbols
from solver.latex import latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.prepared import Prepared

_FOR: Final = "for the|corresponding to the|belonging to the|associated with the|that belongs to the|which belongs to the|of the|the"


def _said(*names: str) -> str:
    """The names with all that may stand before them."""
    return "|".join([*names, *(f"{before} {name}" for before in _FOR.split("|") for name in names)])


VOCABULARY: Final = {
    "vector": "eigenvector|an eigenvector|an eigenvector of|one eigenvector|corresponding eigenvector|a corresponding eigenvector|the corresponding eigenvector|an associated eigenvector|associated eigenvector|eigenvectors|the eigenvectors|特征向量|的特征向量|一个特征向量|的一个特征向量|对应的特征向量|对应的一个特征向量|所对应的特征向量|相应的特征向量|相应的一个特征向量",
    "values": "eigenvalues|the eigenvalues|eigenvalues of|both eigenvalues|all eigenvalues|all the eigenvalues|特征值|的特征值|全部特征值|所有特征值|的全部特征值|的所有特征值",
    "largest": _said("larger one", "largest one", "larger eigenvalue", "largest eigenvalue", "greater eigenvalue", "greatest eigenvalue", "bigger one", "bigger eigenvalue", "larger of them", "larger of the two", "greater one") + "|较大特征值|较大的特征值|最大特征值|最大的特征值|的最大特征值|较大者|较大的一个|其中较大者|较大的那个",
    "smallest": _said("smaller one", "smallest one", "smaller eigenvalue", "smallest eigenvalue", "lesser eigenvalue", "least eigenvalue", "smaller of them", "smaller of the two") + "|较小特征值|较小的特征值|最小特征值|最小的特征值|的最小特征值|较小者|较小的一个|其中较小者|较小的那个",
    "value": _said("eigenvalue") + "|an eigenvalue|for eigenvalue|属于特征值|对应于特征值|对应特征值|属于|对应于",
    "words": "matrix|of the matrix|corresponding|belonging to|corresponding to|associated with|belonging|for|also|then|given|that|its|of|the matrix|and also|矩阵|方阵|设|及|其|和|与|以及|对应|所对应|对应的|相应的|一个|并求|并求出|属于",
}  # fmt: skip
WORDS: Final = {
    "characteristic": Words("The eigenvalues are the solutions of \\(\\det(A-\\lambda I)=0\\): \\[{polynomial}={factored}=0\\] so \\(\\lambda={values}\\).", "特征值是 \\(\\det(A-\\lambda I)=0\\) 的解：\\[{polynomial}={factored}=0\\] 所以 \\(\\lambda={values}\\)。"),
    "largest": Words("The largest of them is \\(\\lambda={value}\\).", "其中最大的是 \\(\\lambda={value}\\)。"),
    "smallest": Words("The smallest of them is \\(\\lambda={value}\\).", "其中最小的是 \\(\\lambda={value}\\)。"),
    "told": Words("\\({value}\\) is an eigenvalue, because \\(\\det(A-\\lambda I)=0\\) for \\(\\lambda={value}\\).", "\\({value}\\) 是特征值，因为 \\(\\lambda={value}\\) 时 \\(\\det(A-\\lambda I)=0\\)。"),
    "space": Words("For \\(\\lambda={value}\\) solve \\((A-\\lambda I)v=0\\); by row operations \\[{matrix}\\to {reduced}\\] An eigenvector is {vectors}; every multiple that is not \\(0\\) is one too.", "对 \\(\\lambda={value}\\)，解 \\((A-\\lambda I)v=0\\)，作初等行变换 \\[{matrix}\\to {reduced}\\] 得特征向量 {vectors}，它的非零倍数也是特征向量。"),
    "several": Words("For \\(\\lambda={value}\\) solve \\((A-\\lambda I)v=0\\); by row operations \\[{matrix}\\to {reduced}\\] {vectors} are eigenvectors, and so is every combination of them that is not \\(0\\).", "对 \\(\\lambda={value}\\)，解 \\((A-\\lambda I)v=0\\)，作初等行变换 \\[{matrix}\\to {reduced}\\] {vectors} 都是特征向量，它们的非零线性组合也是。"),
    "code": Words("the solutions of (A - value*I)v = 0", "解 (A - value*I)v = 0"),
    "method": Words("the matrix was multiplied by each vector, and the eigenvalues were put into the determinant", "用矩阵乘每个向量，并把特征值代入行列式"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip
_BOTH: Final = re.compile(
    r"(?i)(?:largest|smallest|larger|smaller|greatest|least|greater|bigger)\s+eigenvalue(?:\s+of\s+(?:the\s+)?(?:matrix\s*)?)?[\s,]*(?:and|together\s+with)\b|最[大小]的?特征值\s*[,、]?\s*(?:及其?|和|与|以及)"
)
"""The eigenvalue is asked for, too."""


def read_one(source: str, matrix: sp.Matrix, say: Language) -> Reading:
    """The eigenvectors of one eigenvalue; `source` is the text without the matrix and its name."""
    words = account(source, VOCABULARY)
    which = [k for k in ("largest", "smallest", "value") if words.has(k)]
    if not words.has("vector") or len(which) != 1 or words.concepts.count(which[0]) > 1:
        return None
    told: sp.Expr | None = None
    if which[0] == "value":
        told = _told(words.nodes)
        if told is None or words.has("values") or re.search(r"(?i)eigenvalues", source):
            return None
    elif words.formulas:
        return None
    if words.unread:
        return Unread(words.unread)
    return _task(matrix, which[0], told, words.has("values"), bool(_BOTH.search(source)), say)


def _told(nodes: tuple[Any, ...]) -> sp.Expr | None:
    if len(nodes) != 1:
        return None
    node = nodes[0]
    if isinstance(node, Relation) and node.signs == ("=",) and isinstance(node.sides[0], Symbol):
        node = node.sides[1]
    try:
        value = None if symbols(node) else to_sympy(node)
    except (FormulaError, AttributeError, TypeError):
        return None
    return value if isinstance(value, sp.Expr) and value.is_real else None


def _whole(vector: sp.Matrix) -> sp.Matrix:
    vector = vector.applyfunc(lambda v: sp.radsimp(sp.simplify(v)))
    if all(v.is_Rational for v in vector):
        vector = vector * sp.ilcm(*[v.q for v in vector])
        vector = vector / sp.igcd(*vector)
    return -vector if next(v for v in vector if v != 0).is_negative else vector


def _point(vector: Any) -> str:
    return "(" + ", ".join(map(latex, vector)) + ")"


def _task(
    matrix: sp.Matrix, which: str, told: sp.Expr | None, listed: bool, with_value: bool, say: Language
) -> Prepared | None:
    letter = sp.Symbol("lambda")
    polynomial = matrix.charpoly(letter).as_expr()
    roots = sp.roots(sp.Poly(polynomial, letter))
    if sum(roots.values()) != matrix.rows or not all(v.is_real and len(str(v)) < 30 for v in roots):
        return None
    values = sorted(roots, key=lambda v: v.evalf(30))
    value = {"largest": values[-1], "smallest": values[0]}.get(which, told)
    if value not in values:
        return None
    counted = [v for v in values for _ in range(roots[v])]
    shifted = (matrix - value * sp.eye(matrix.rows)).applyfunc(sp.simplify)
    basis = [_whole(v) for v in shifted.nullspace(simplify=True)]
    if which == "value":
        steps = [WORDS["told"].say(say, value=latex(value))]
    else:
        found = r",\ ".join(map(latex, counted))
        steps = [
            WORDS["characteristic"].say(say, polynomial=latex(polynomial), factored=latex(sp.factor(polynomial)), values=found),
            WORDS[which].say(say, value=latex(value)),
        ]  # fmt: skip
    shown = ", ".join(rf"\({_point(v)}\)" for v in basis)
    key = "space" if len(basis) == 1 else "several"
    reduced = shifted.rref(simplify=True)[0]
    steps.append(WORDS[key].say(say, value=latex(value), matrix=matrix_latex(sp.ImmutableMatrix(shifted)), reduced=matrix_latex(sp.ImmutableMatrix(reduced)), vectors=shown))  # fmt: skip
    parts = [r",\ ".join(map(latex, counted))] if listed else []
    parts += [latex(value)] if with_value and not listed else []
    answer = r";\ ".join([*parts, r",\ ".join(map(_point, basis))])
    A = exact_source(matrix)
    pick = {"largest": "max(A.eigenvals())", "smallest": "min(A.eigenvals())"}.get(which, exact_source(value))
    lines = [f"A = {A}", f"value = {pick}", comment(WORDS["code"].say(say)), "[tuple(v) for v in (A - value*eye(A.rows)).applyfunc(simplify).nullspace()]"]  # fmt: skip
    tests = (
        f"A = {A}",
        "numbers, vectors = answer",
        f"value = {exact_source(value)}",
        f"expected = {exact_source(counted if listed else [value] if with_value else [])}",
        "zero = all(simplify((A - v*eye(A.rows)).det()) == 0 for v in numbers)",
        "listed = zero and sorted(numbers, key=default_sort_key) in (sorted(expected, key=default_sort_key), sorted(set(expected), key=default_sort_key))",
        "bool(listed and vectors and all(any(v) and (A*Matrix(v) - value*Matrix(v)).applyfunc(simplify) == zeros(A.rows, 1) for v in vectors))",
    )

    def written(result: Any) -> str | None:
        if not isinstance(result, list | tuple) or len(result) != len(basis):
            return None
        if any(
            (shifted * sp.Matrix(list(v))).applyfunc(sp.simplify) != sp.zeros(matrix.rows, 1) for v in result
        ):
            return None
        return answer

    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], sentence=WORDS["sentence"], shown=written, given=_given)  # fmt: skip


def _given(answer: str) -> Any:
    """The numbers, and the vectors behind them."""
    values = values_in(answer.replace(r"\left(", "(").replace(r"\right)", ")").replace(";", ","))
    if not values:
        return None
    numbers = [v for v in values if isinstance(v, sp.Expr)]
    vectors = [tuple(v) for v in values if isinstance(v, sp.Tuple)]
    return (numbers, vectors) if vectors and len(numbers) + len(vectors) == len(values) else None
