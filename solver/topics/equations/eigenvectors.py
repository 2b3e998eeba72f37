r"""Eigenvectors of a matrix that is written out: a basis of each eigenspace.

Read: "find the eigenvalues and eigenvectors of …", 求矩阵…的特征值和特征向量, square matrices of numbers up to 3 × 3. Not: eigenvalues that are no
fractions or square roots, complex ones, diagonalisation; one eigenvalue alone is read by `one_eigenvector`.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import MATRIX, matrix_of, with_lists
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.equations.one_eigenvector import read_one
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "vectors": "eigenvectors?|eigenvectors? of|an eigenvector|an eigenvector for|corresponding eigenvectors?|associated eigenvectors?|the corresponding eigenvectors?|特征向量|的特征向量|对应的特征向量|相应的特征向量|属于各特征值的特征向量|及特征向量|和特征向量|与特征向量",
    "values": "eigenvalues|eigenvalue|eigenvalues of|all eigenvalues|特征值|的特征值|全部特征值|的全部特征值",
    "words": "matrix|for each of them|for each eigenvalue|for each|each of them|each eigenvalue|each|corresponding to each eigenvalue|corresponding to each|of the matrix|basis of each eigenspace|矩阵|方阵|设|的|及|和|与|及其对应的|以及|对应的|相应的|所有|全部",
}
WORDS: Final = {
    "characteristic": Words("The eigenvalues are the solutions of \\(\\det(A-\\lambda I)=0\\): \\[{polynomial}={factored}=0\\] so \\(\\lambda={values}\\).", "特征值是 \\(\\det(A-\\lambda I)=0\\) 的解：\\[{polynomial}={factored}=0\\] 所以 \\(\\lambda={values}\\)。"),
    "space": Words("For \\(\\lambda={value}\\) solve \\((A-\\lambda I)v=0\\); by row operations \\[{matrix}\\to {reduced}\\] so all eigenvectors are multiples or sums of multiples of \\({vectors}\\), except \\(0\\).", "对 \\(\\lambda={value}\\)，解 \\((A-\\lambda I)v=0\\)，作初等行变换 \\[{matrix}\\to {reduced}\\] 所以特征向量是 \\({vectors}\\) 的非零线性组合。"),
    "code": Words("each eigenvalue with a basis of its eigenvectors", "每个特征值及其特征向量的基"),
    "method": Words("each vector multiplied by the matrix, and their number compared with the rank", "用矩阵乘每个向量，并用秩核对个数"),
    "sentence": Words("The eigenvalues with eigenvectors are \\({answer}\\); every multiple that is not \\(0\\) is an eigenvector too.", "特征值和特征向量为 \\({answer}\\)；它们的非零倍数也是特征向量。"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """The eigenvectors of one matrix."""
    if not re.search(r"(?i)eigenvector|特征向量", text.source):
        return None
    found = list[sp.Matrix]()

    def kept(match: re.Match[str]) -> str:
        matrix = matrix_of(match["body"])
        if matrix is not None:
            found.append(matrix)
        return " , "

    source = MATRIX.sub(kept, with_lists(text.source))
    source = re.sub(r"\$|\\[()\[\]]|(?<![A-Za-z\\])[A-Z]\s*=(?=\s*,)", " ", source)
    source = re.sub(r"(?<![A-Za-z\\])[A-Z](?![A-Za-z])", " ", source)
    if (
        len(found) == 1
        and _is_usual(found[0])
        and (one := read_one(source, sp.Matrix(found[0]), text.language))
    ):
        return one
    words = account(source, VOCABULARY)
    if len(found) != 1 or words.formulas or not words.has("vectors"):
        return None
    if words.unread:
        return Unread(words.unread)
    (matrix,) = found
    return None if not _is_usual(matrix) else _task(matrix, text.language)


def _is_usual(matrix: sp.Matrix) -> bool:
    return matrix.rows == matrix.cols and 2 <= matrix.rows <= 3 and all(v.is_Rational for v in matrix)


def _whole(vector: sp.Matrix) -> sp.Matrix:
    """The multiple without fractions, whose first entry that is not 0 is positive where that can be said."""
    vector = vector.applyfunc(sp.radsimp)
    if all(v.is_Rational for v in vector):
        vector = vector * sp.ilcm(*[v.q for v in vector]) / (sp.igcd(*[v * sp.ilcm(*[w.q for w in vector]) for v in vector]) or 1)  # fmt: skip
    first = next(v for v in vector if v != 0)
    return -vector if first.is_negative else vector


def _task(matrix: sp.Matrix, say: Language) -> Prepared | None:
    letter = sp.Symbol("lambda")
    polynomial = matrix.charpoly(letter).as_expr()
    values = sorted(sp.roots(sp.Poly(polynomial, letter)), key=sp.default_sort_key)
    if not all(v.is_real and v.is_algebraic and len(str(v)) < 30 for v in values):
        return None
    if sum(sp.roots(sp.Poly(polynomial, letter)).values()) != matrix.rows:
        return None
    listed = r",\ ".join(map(latex, values))
    steps = [
        WORDS["characteristic"].say(
            say, polynomial=latex(polynomial), factored=latex(sp.factor(polynomial)), values=listed
        )
    ]
    spaces = list[tuple[sp.Expr, list[sp.Matrix]]]()
    for value in values:
        shifted = (matrix - value * sp.eye(matrix.rows)).applyfunc(sp.simplify)
        reduced, _ = shifted.rref(simplify=True)
        basis = [_whole(v.applyfunc(sp.simplify)) for v in shifted.nullspace(simplify=True)]
        if not basis:
            return None
        spaces.append((value, basis))
        shown = r",\ ".join(_point(v) for v in basis)
        steps.append(
            WORDS["space"].say(
                say,
                value=latex(value),
                matrix=matrix_latex(sp.ImmutableMatrix(shifted)),
                reduced=matrix_latex(sp.ImmutableMatrix(reduced)),
                vectors=shown,
            )
        )

    def written(result: Any) -> str | None:
        if not isinstance(result, list | tuple) or len(result) != len(spaces):
            return None
        return r";\ ".join(rf"\lambda={latex(v)}:\ " + r",\ ".join(map(_point, basis)) for v, basis in spaces)

    lines = [
        f"A = {exact_source(sp.Matrix(matrix))}",
        comment(WORDS["code"].say(say)),
        "[(value, [tuple(v) for v in basis]) for value, times, basis in A.eigenvects()]",
    ]
    tests = (
        f"A = {exact_source(sp.Matrix(matrix))}",
        "fits = all(simplify(A*Matrix(v) - value*Matrix(v)) == zeros(A.rows, 1) and any(v) for value, basis in answer for v in basis)",
        "many = all(Matrix.hstack(*[Matrix(v) for v in basis]).rank() == len(basis) == A.rows - (A - value*eye(A.rows)).applyfunc(simplify).rank(simplify=True) for value, basis in answer)",
        "t = symbols('t')",
        "p = (A - t*eye(A.rows)).det()",
        "fits and many and len(answer) == degree(p, t) - degree(gcd(p, diff(p, t)), t)",
    )
    return Prepared(
        say, tuple(steps), cell(*lines), tests, WORDS["method"], sentence=WORDS["sentence"], shown=written, given=_given
    )  # fmt: skip


def _point(vector: Any) -> str:
    return "(" + ", ".join(map(latex, vector)) + ")"


def _given(answer: str) -> Any:
    """Each eigenvalue with its vectors."""
    found = []
    for part in re.split(r";|；", answer.replace(r"\left(", "(").replace(r"\right)", ")")):
        match = re.fullmatch(r"\s*(?:\\ )?\s*\\lambda\s*=\s*([^:：]+?)\s*[:：]\s*(?:\\ )?(.+)", part.strip())
        value = values_in(match[1]) if match else None
        vectors = values_in(match[2].replace(r"\ ", " ")) if match else None
        if value is None or vectors is None or len(value) != 1 or not all(isinstance(v, sp.Tuple) for v in vectors):  # fmt: skip
            return None
        found.append((value[0], [tuple(v) for v in vectors]))
    return tuple(found) or None
