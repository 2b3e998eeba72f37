r"""A matrix as P D P^{-1}: diagonalisation, whether it is possible, the characteristic polynomial, singular values.

Read: one square matrix of fractions that is written out (2 × 2 and 3 × 3). Not: complex eigenvalues, letters in the matrix, orthogonal P.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH
from solver.topics.bare_formulas import given_expressions, plain
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.equations.matrices.literals import MATRIX, matrix_of, with_lists
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.prepared import Prepared

_A: Final = r"(?:(?:the )?(?:following )?(?:square )?(?:matrix )?(?:[A-Z] ?= ?)?MATRIX|(?:the |this )?matrix(?: A)?|A)"
_ZA: Final = r"(?:(?:矩阵|方阵)? ?(?:[A-Z] ?= ?)?MATRIX|(?:该|此)?矩阵 ?A?|A)"
TABLE_EN: Final = table({
    "matrix": (r"(?:(?:let|given|consider|suppose|for) )?(?:the )?(?:matrix )?(?:[A-Z] ?(?:=|be) ?)?(?:the matrix )?MATRIX",),
    "diagonalize": (
        rf"(?:find (?:an? )?(?:invertible |nonsingular )?(?:matrix|matrices) P and (?:a )?(?:diagonal matrix )?D (?:such that|so that|with) (?:P ?\^ ?\{{? ?-1 ?\}}? ?A ?P ?= ?D|A ?= ?P ?D ?P ?\^ ?\{{? ?-1 ?\}}?)(?: is diagonal)?(?: ,)?(?: (?:where|for|if))?(?: {_A})?)",
        rf"(?:find (?:an? )?(?:invertible |nonsingular )?matrix P (?:such that|so that|that|which) (?:P ?\^ ?\{{? ?-1 ?\}}? ?A ?P (?:is|=) (?:an? )?(?:diagonal(?: matrix)?|D)|diagonalizes {_A})(?: ,)?(?: (?:where|for|if))?(?: {_A})?)",
        rf"diagonali[sz]e {_A}",
        rf"find (?:a|the) diagonali[sz]ation of {_A}",
    ),
    "possible": (
        rf"(?:is|determine (?:whether|if)|decide (?:whether|if)) {_A} (?:is )?diagonali[sz]able(?: or not)?",
        rf"can {_A} be diagonali[sz]ed",
    ),
    "polynomial": (rf"{FIND}the characteristic polynomial(?: of {_A})?",),
    "singular": (rf"{FIND}the singular values(?: of {_A})?",),
    "over": (r"over (?:the )?(?:reals?|real numbers)",),
})  # fmt: skip
TABLE_ZH: Final = table({
    "matrix": (r"(?:(?:设|已知|若) ?)?(?:矩阵|方阵|二阶方阵|三阶方阵)? ?(?:[A-Z] ?= ?)?MATRIX",),
    "diagonalize": (
        rf"{FIND_ZH}(?:一个)?(?:可逆)?(?:矩阵|阵) ?P ?(?:,)? ?使得? ?P ?\^ ?\{{? ?-1 ?\}}? ?A ?P ?(?:=(?:D|Λ|\\Lambda)? ?)?(?:为|是|成为)?(?:对角矩阵|对角阵|对角形)?",
        rf"(?:将|把)? ?{_ZA} ?(?:相似)?对角化",
        rf"{FIND_ZH}(?:可逆)?矩阵 ?P ?(?:,)? ?(?:将|把) ?{_ZA} ?对角化",
    ),
    "possible": (rf"(?:判断|判定|问|试判断)? ?{_ZA} ?(?:是否可以?|能否)(?:相似)?对角化",),
    "polynomial": (rf"{FIND_ZH} ?(?:{_ZA} ?)?的?特征多项式",),
    "singular": (rf"{FIND_ZH} ?(?:{_ZA} ?)?的?奇异值",),
})  # fmt: skip
WORDS: Final = {
    "characteristic": Words("The characteristic polynomial is \\[\\det(\\lambda I-A)={polynomial}={factored}\\]", "特征多项式为 \\[|\\lambda E-A|={polynomial}={factored}\\]"),
    "roots": Words("Its zeros are the eigenvalues: \\(\\lambda={values}\\).", "其零点就是特征值：\\(\\lambda={values}\\)。"),
    "space": Words("For \\(\\lambda={value}\\), \\((A-\\lambda I)v=0\\) is solved by the multiples and sums of \\({vectors}\\).", "对 \\(\\lambda={value}\\)，\\((A-\\lambda E)v=0\\) 的基础解系为 \\({vectors}\\)。"),
    "columns": Words("There are \\({n}\\) independent eigenvectors. They are the columns of \\(P\\), and the eigenvalues in the same order the diagonal of \\(D\\): \\[AP=PD,\\quad P={P},\\quad D={D}\\]", "共有 \\({n}\\) 个线性无关的特征向量，以它们为列得 \\(P\\)，特征值按同样的顺序为 \\(D\\) 的对角元：\\[AP=PD,\\quad P={P},\\quad D={D}\\]"),
    "enough": Words("Together there are \\({n}\\) independent eigenvectors, as many as the matrix has rows: it is diagonalizable.", "线性无关的特征向量共 \\({n}\\) 个，等于矩阵的阶数，所以可对角化。"),
    "few": Words("There are only \\({n}\\) independent eigenvectors, fewer than the \\({rows}\\) rows: it is not diagonalizable.", "线性无关的特征向量只有 \\({n}\\) 个，少于阶数 \\({rows}\\)，所以不能对角化。"),
    "gram": Words("The singular values are the roots of the eigenvalues of \\[A^TA={gram}\\]", "奇异值是 \\(A^TA\\) 的特征值的算术平方根：\\[A^TA={gram}\\]"),
    "gram_values": Words("These are \\({values}\\); their roots are \\({roots}\\).", "其特征值为 \\({values}\\)，开平方得 \\({roots}\\)。"),
    "code": Words("eigenvalues and eigenvectors", "特征值与特征向量"),
    "code_polynomial": Words("the characteristic polynomial", "特征多项式"),
    "method": Words("multiplied out: \\(AP=PD\\), and \\(P\\) is invertible", "相乘检验 \\(AP=PD\\)，且 \\(P\\) 可逆"),
    "method_polynomial": Words("trace, determinant and the values at several places were compared", "比较若干点处的行列式的值"),
    "method_possible": Words("the minimal polynomial was looked at: it must have no multiple zero", "检验最小多项式有无重根"),
    "method_singular": Words("their squares are zeros of the characteristic polynomial of \\(A^TA\\), with the right sum", "其平方是 \\(A^TA\\) 的特征多项式的零点，且和等于迹"),
    "yes": Words("\\text{{yes, it is diagonalizable}}", "\\text{{可以对角化}}"),
    "no": Words("\\text{{no, it is not diagonalizable}}", "\\text{{不能对角化}}"),
}  # fmt: skip


@declining
def read(text: Text) -> Reading:
    """One matrix, and the one thing that is asked."""
    if not re.search(r"(?i)diagonal|characteristic poly|singular val|对角|特征多项式|奇异值", text.source):
        return None
    found = list[sp.Matrix]()

    def kept(match: re.Match[str]) -> str:
        matrix = matrix_of(match["body"])
        if matrix is not None:
            found.append(sp.Matrix(matrix))
        return " MATRIX "

    source = plain(MATRIX.sub(kept, with_lists(text.source)))
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str) or len(found) != 1:
        return None
    asked = [s.kind for s in said if s.kind not in ("matrix", "over")]
    (matrix,) = found
    if len(asked) != 1 or not all(v.is_Rational for v in matrix) or max(matrix.shape) > 3:
        return None
    if asked[0] == "singular":
        return _singular(matrix, text.language)
    if matrix.rows != matrix.cols or matrix.rows < 2:
        return None
    kinds = {"diagonalize": _diagonal, "possible": _possible, "polynomial": _polynomial}
    return kinds[asked[0]](matrix, text.language)


def _shown(matrix: sp.Matrix) -> str:
    return matrix_latex(sp.ImmutableMatrix(matrix))


def _whole(vector: sp.Matrix) -> sp.Matrix:
    """Without fractions; the last entry that is not 0 positive."""
    vector = vector.applyfunc(sp.radsimp)
    if all(v.is_Rational for v in vector):
        vector = vector * sp.ilcm(1, *[v.q for v in vector])
    return vector


def _spaces(
    matrix: sp.Matrix, say: Language
) -> tuple[list[str], list[tuple[sp.Expr, list[sp.Matrix]]]] | None:
    """The steps to the eigenspaces, and these; None where an eigenvalue is not real or long."""
    letter = sp.Symbol("lambda")
    polynomial = matrix.charpoly(letter).as_expr()
    roots = sp.roots(sp.Poly(polynomial, letter))
    if sum(roots.values()) != matrix.rows or not all(v.is_real and len(str(v)) < 30 for v in roots):
        return None
    values = sorted(roots, key=lambda v: float(v))
    steps = [
        WORDS["characteristic"].say(say, polynomial=latex(polynomial), factored=latex(sp.factor(polynomial))),
        WORDS["roots"].say(say, values=r",\ ".join(latex(v) for v in values for _ in range(roots[v]))),
    ]
    spaces = []
    for v in values:
        basis = [_whole(b) for b in (matrix - v * sp.eye(matrix.rows)).applyfunc(sp.simplify).nullspace(simplify=True)]  # fmt: skip
        spaces.append((v, basis))
        steps.append(WORDS["space"].say(say, value=latex(v), vectors=r",\ ".join("(" + ", ".join(map(latex, b)) + ")^T" for b in basis)))  # fmt: skip
    return steps, spaces


def _diagonal(matrix: sp.Matrix, say: Language) -> Prepared | None:
    found = _spaces(matrix, say)
    if found is None:
        return None
    steps, spaces = found
    columns = [b for _, basis in spaces for b in basis]
    if len(columns) != matrix.rows:
        return None
    P = sp.Matrix.hstack(*columns)
    D = sp.diag(*[v for v, basis in spaces for _ in basis])
    steps.append(WORDS["columns"].say(say, n=matrix.rows, P=_shown(P), D=_shown(D)))
    lines = [
        f"A = {exact_source(matrix)}",
        comment(WORDS["code"].say(say)),
        "spaces = sorted(A.eigenvects(), key=lambda s: N(s[0]))",
        f"P = {exact_source(P)}",
        "D = diag(*[value for value, times, basis in spaces for _ in basis])",
        "(P, simplify(P.inv()*A*P) if simplify(P.inv()*A*P - D).is_zero_matrix else None)",
    ]

    def written(value: Any) -> str | None:
        if not isinstance(value, tuple | sp.Tuple) or len(value) != 2 or value[1] is None:
            return None
        return f"P={_shown(sp.Matrix(value[0]))},\\ D={_shown(sp.Matrix(value[1]))}"

    tests = (
        f"A = {exact_source(matrix)}",
        "P, D = answer",
        "P.shape == D.shape == A.shape and D.is_diagonal() and simplify(P.det()) != 0 and simplify(A*P - P*D).is_zero_matrix",
    )
    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], shown=written, given=_given_pair)


def _given_pair(answer: str) -> Any:
    """P and D, in this order or with their names."""
    found, names = list[Any](), list[str]()

    def kept(match: re.Match[str]) -> str:
        found.append(matrix_of(match["body"]))
        names.extend(re.findall(r"([PD])\s*=\s*$", answer[: match.start()]))
        return " "

    MATRIX.sub(kept, answer)
    if len(found) != 2 or any(m is None for m in found) or sorted(names) not in ([], ["D", "P"]):
        return None
    P, D = map(sp.Matrix, reversed(found) if names[:1] == ["D"] else found)
    return P, D


def _possible(matrix: sp.Matrix, say: Language) -> Prepared | None:
    found = _spaces(matrix, say)
    if found is None:
        return None
    steps, spaces = found
    n = sum(len(basis) for _, basis in spaces)
    steps.append(WORDS["enough" if n == matrix.rows else "few"].say(say, n=n, rows=matrix.rows))
    lines = [f"A = {exact_source(matrix)}", comment(WORDS["code"].say(say)), "A.is_diagonalizable()"]
    tests = (
        f"A = {exact_source(matrix)}",
        "t = symbols('t')",
        "p = (A - t*eye(A.rows)).det()",
        "q = Poly(cancel(p / gcd(p, diff(p, t))), t)",
        "value = zeros(A.rows, A.rows)",
        "for c in q.all_coeffs():\n    value = (value*A + c*eye(A.rows)).applyfunc(simplify)",
        "bool(answer) == value.is_zero_matrix",
    )

    def written(value: Any) -> str:
        return WORDS["yes" if value else "no"].say(say)

    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method_possible"], shown=written, given=_given_yes)  # fmt: skip


def _given_yes(answer: str) -> Any:
    if re.search(r"(?i)\bno\b|not|不|否", answer):
        return sp.false
    return sp.true if re.search(r"(?i)yes|diagonali|可|能|是", answer) else None


def _polynomial(matrix: sp.Matrix, say: Language) -> Prepared:
    letter = sp.Symbol("lambda")
    polynomial = matrix.charpoly(letter).as_expr()
    steps = (WORDS["characteristic"].say(say, polynomial=latex(polynomial), factored=latex(sp.factor(polynomial))),)  # fmt: skip
    source = cell(f"A = {exact_source(matrix)}", comment(WORDS["code_polynomial"].say(say)), "A.charpoly().all_coeffs()")  # fmt: skip

    def written(value: Any) -> str | None:
        return latex(sp.Poly(value, letter).as_expr()) if isinstance(value, list | tuple) else None

    def given(answer: str) -> Any:
        found = values_in(re.sub(r"^[^=]*=", "", answer), ["lambda", "x", "t", "λ"])
        if found is None or len(found) != 1 or not isinstance(found[0], sp.Expr) or len(found[0].free_symbols) != 1:  # fmt: skip
            return None
        return sp.Poly(found[0], *found[0].free_symbols).all_coeffs()

    tests = (
        f"A = {exact_source(matrix)}",
        "at = lambda k: sum(c*k**(len(answer) - 1 - i) for i, c in enumerate(answer))",
        f"all(at(k) == (k*eye(A.rows) - A).det() for k in range({matrix.rows + 2})) or all(at(k) == (A - k*eye(A.rows)).det() for k in range({matrix.rows + 2}))",
    )
    return Prepared(say, steps, source, tests, WORDS["method_polynomial"], shown=written, given=given)  # fmt: skip


def _singular(matrix: sp.Matrix, say: Language) -> Prepared | None:
    gram = matrix.T * matrix if matrix.cols <= matrix.rows else matrix * matrix.T
    letter = sp.Symbol("lambda")
    roots = sp.roots(sp.Poly(gram.charpoly(letter).as_expr(), letter))
    if sum(roots.values()) != gram.rows or not all(v.is_real and len(str(v)) < 25 for v in roots):
        return None
    values = sorted((v for v in roots for _ in range(roots[v])), key=lambda v: -float(v))
    result = [sp.sqrtdenest(sp.sqrt(v)) for v in values]
    shown = matrix.T * matrix
    if shown.rows > gram.rows:
        return None
    steps = (
        WORDS["gram"].say(say, gram=_shown(gram)),
        WORDS["gram_values"].say(
            say, values=r",\ ".join(map(latex, values)), roots=r",\ ".join(map(latex, result))
        ),
    )
    lines = [f"A = {exact_source(matrix)}", comment(WORDS["code"].say(say)), "values = (A.T*A).eigenvals(multiple=True)", "sorted((sqrtdenest(sqrt(v)) for v in values), reverse=True)"]  # fmt: skip

    def written(value: Any) -> str | None:
        return r",\ ".join(map(latex, value)) if isinstance(value, list | tuple | sp.Tuple) else None

    tests = (
        f"G = {exact_source(gram)}",
        f"len(answer) == {len(result)} and all(v >= 0 and simplify((G - v**2*eye(G.rows)).det()) == 0 for v in answer) and simplify(sum(v**2 for v in answer) - G.trace()) == 0",
    )
    return Prepared(say, steps, cell(*lines), tests, WORDS["method_singular"], shown=written, given=given_expressions)  # fmt: skip
