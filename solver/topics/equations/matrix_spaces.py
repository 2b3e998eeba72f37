r"""Spaces of a matrix and vectors: null space, column and row space, rank and nullity, linear independence; A^n by diagonalisation; A = LU.

Read: one matrix that is written out, vectors with numbers, homogeneous systems (基础解系). Not: letters in the matrix, complex eigenvalues, matrices that
are not diagonalisable, LU with exchanges of rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, python_name, to_sympy
from solver.formula.nodes import Group, Relation, Symbol, symbols
from solver.latex import latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import MATRIX, matrix_of, with_lists
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.equations.vector_letters import letter_of_dependence, with_a_letter
from solver.topics.prepared import Prepared

MAX_SIZE: Final = 5
VOCABULARY: Final = {
    "null": "null space|nullspace|null space of|kernel|kernel of|零空间|的零空间|核|的核|核空间|解空间|的解空间|基础解系|的基础解系|一个基础解系|的一个基础解系",
    "column": "column space|column space of|range space|列空间|的列空间",
    "row": "row space|row space of|行空间|的行空间",
    "nullity": "nullity|nullity of|零度|零化度|零空间的维数|解空间的维数|dimension of the null space|dimension of the nullspace|dimension of its null space|dimension of the kernel",
    "rank": "rank|rank of|秩|的秩",
    "independent": "linearly independent|linear independence|independent|线性无关|线性无关性",
    "dependent": "linearly dependent|linear dependence|dependent|线性相关|线性相关性",
    "lu": "lu decomposition|lu factorization|lu factorisation|lu分解|的lu分解|lu decomposition of|lu factorization of",
    "power": "powertoken",
    "basis": "basis|a basis|a basis for|basis for|bases|一组基|的一组基|基|的基|一个基",
    "set": "vectors?|set of vectors|set|system|向量组|向量|向量组的|matrix|the matrix|matrices|矩阵|方阵|homogeneous system|homogeneous linear system|linear system|齐次线性方程组|线性方程组|方程组|齐次方程组|equations|of equations",
    "whether": "whether|or|not|determine whether|determine if|decide whether|check whether|check if|are the vectors|判断|是否|还是|判定",
    "words": "by diagonalization|by diagonalizing|using diagonalization|diagonalization|positive integer|for every positive integer|general formula|formula for|find a formula for|general|n|为正整数|正整数|求出|是|一个|对角化|利用|用|方法|for what value of|for which value of|for what values of|for which values of|such that|so that|value of|the value of|columns?|column vectors|three|two|取何值|取何值时|为何值|为何值时|取什么值|三个|两个|列向量|三维",
}
WORDS: Final = {
    "reduce": Words("By row operations \\[{matrix}\\to {reduced}\\] with leading ones in column(s) {pivots}.", "作初等行变换 \\[{matrix}\\to {reduced}\\] 主元在第 {pivots} 列。"),
    "free": Words("The other unknowns are free. Setting one of them to 1 and the other free ones to 0 in turn gives the basis {vectors}.", "其余未知数为自由未知量，依次令其中一个为 1、其余为 0，得基础解系 {vectors}。"),
    "trivial": Words("There is no free unknown, so \\(Ax=0\\) has only the solution 0.", "没有自由未知量，所以 \\(Ax=0\\) 只有零解。"),
    "to_zero": Words("The matrix takes them to zero: \\[{products}\\]", "矩阵乘这些向量都得零向量：\\[{products}\\]"),
    "columns": Words("Row operations keep the relations between columns, so the columns of \\(A\\) itself in these places are a basis: {vectors}.", "初等行变换不改变列向量之间的线性关系，所以 \\(A\\) 本身的这些列就是一组基：{vectors}。"),
    "rows": Words("Row operations keep the row space, so the rows that are not 0 are a basis: {vectors}.", "初等行变换不改变行空间，所以非零行就是一组基：{vectors}。"),
    "rank": Words("The rank is the number of leading ones, \\({rank}\\); the nullity is the number of columns less it, \\({columns}-{rank}={nullity}\\).", "秩等于主元的个数 \\({rank}\\)；零空间的维数是列数减秩 \\({columns}-{rank}={nullity}\\)。"),
    "vectors": Words("Take the vectors as the columns of a matrix.", "以这些向量为列作矩阵。"),
    "independent": Words("Every column has a leading one, so only the trivial combination gives 0: the vectors are linearly independent.", "每一列都有主元，只有零组合等于零向量，所以线性无关。"),
    "dependent": Words("The rank \\({rank}\\) is less than the number of vectors \\({count}\\), for example \\({relation}=0\\): the vectors are linearly dependent.", "秩 \\({rank}\\) 小于向量个数 \\({count}\\)，例如 \\({relation}=0\\)，所以线性相关。"),
    "count": Words("The rank of the vectors is the number of leading ones, \\({rank}\\).", "向量组的秩等于主元的个数 \\({rank}\\)。"),
    "eigen": Words("The eigenvalues are \\({values}\\), with eigenvectors as columns of \\(P\\), so \\(A=PDP^{{-1}}\\) with \\[P={P},\\quad D={D},\\quad P^{{-1}}={inverse}\\]", "特征值为 \\({values}\\)，以特征向量为列得 \\(P\\)，于是 \\(A=PDP^{{-1}}\\)，其中 \\[P={P},\\quad D={D},\\quad P^{{-1}}={inverse}\\]"),
    "power": Words("In \\(A^n=PD^nP^{{-1}}\\) only the diagonal is raised to the power: \\[A^n={P}{Dn}{inverse}={result}\\]", "\\(A^n=PD^nP^{{-1}}\\)，只需把对角元素乘方：\\[A^n={P}{Dn}{inverse}={result}\\]"),
    "lu": Words("Eliminate below the diagonal, without exchanges; the factors that are subtracted go into \\(L\\), what remains is \\(U\\): \\[L={L},\\quad U={U}\\]", "从上到下消去对角线以下的元素（不交换行），所用的倍数放入 \\(L\\)，剩下的就是 \\(U\\)：\\[L={L},\\quad U={U}\\]"),
    "code": Words("reduced row echelon form", "行最简形"),
    "code_power": Words("diagonalise, then raise the diagonal", "对角化后把对角线乘方"),
    "code_lu": Words("elimination without exchanges", "不换行的消元"),
    "sentence_null": Words("A basis of the null space is \\({answer}\\).", "零空间的一组基为 \\({answer}\\)。"),
    "sentence_column": Words("A basis of the column space is \\({answer}\\).", "列空间的一组基为 \\({answer}\\)。"),
    "sentence_row": Words("A basis of the row space is \\({answer}\\).", "行空间的一组基为 \\({answer}\\)。"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "method_null": Words("each vector multiplied by the matrix, and their number compared with the rank", "用矩阵乘每个向量，并用秩核对个数"),
    "method_span": Words("the ranks with and without the vectors were compared", "比较加入这些向量前后的秩"),
    "method_minors": Words("the determinants of the square parts were looked at", "检验各阶子式是否为零"),
    "method_power": Words("compared with A multiplied again and again, for several n", "对多个 n 与矩阵连乘的结果比较"),
    "method_lu": Words("both factors multiplied, and their form looked at", "把两个因子相乘，并检验三角形状"),
    "yes": Words("\\text{{linearly independent}}", "\\text{{线性无关}}"),
    "no": Words("\\text{{linearly dependent}}", "\\text{{线性相关}}"),
}  # fmt: skip
_ASKED: Final = re.compile(r"(?i)null\s?space|kernel|column space|row space|nullity|independen|linearly depend|\bLU\b|LU\s*分解|\^\s*\{?n\b|零空间|核|基础解系|解空间|列空间|行空间|线性[无相]关|向量组|零度")  # fmt: skip
_VECTOR_NAME: Final = re.compile(
    r"(?<![A-Za-z\\])(?:\\?(?:alpha|beta|gamma|delta|mathbf\s*\{\s*[a-z]\s*\}|vec\s*\{?\s*[a-z]\s*\}?)|[a-zαβγδ])(?:_?\{?\d\}?)?\s*=\s*(?=\()"
)
_POWER: Final = re.compile(r"(?<![A-Za-z\\])[A-Z]\s*\^\s*(?:\{\s*n\s*\}|n)(?![A-Za-z])")


def read(text: Text) -> Reading:
    """A matrix or vectors, and the one thing that is asked."""
    if not _ASKED.search(text.source):
        return None
    found = list[sp.Matrix]()

    def kept(match: re.Match[str]) -> str:
        matrix = matrix_of(match["body"])
        if matrix is not None:
            found.append(sp.Matrix(matrix))
        return " , "

    source = MATRIX.sub(kept, with_lists(text.source))
    if found:
        source = re.sub(r"\$|\\[()\[\]]", " ", source)
        named = {m[0] for m in _POWER.findall(source)}
        source = re.sub(r"(?<![A-Za-z\\])([A-Z])\s*=(?=\s*,)", r" \1 ", _POWER.sub(" powertoken ", source))
        if len(set(re.findall(r"(?<![A-Za-z\\])[A-Z](?![A-Za-z])", source)) | named) == 1:
            source = re.sub(r"(?<![A-Za-z\\])[A-KM-TV-Z](?![A-Za-z])", " ", source)
    else:
        source = _VECTOR_NAME.sub(" ", source)
        source = re.sub(r"(?<=\))\s*(?:\^\s*\{?\s*)?T\s*\}?(?![A-Za-z])", " ", source)
    words = account(source, VOCABULARY)
    kinds = [k for k in ("null", "column", "row", "nullity", "lu", "power", "independent", "dependent") if words.has(k)]  # fmt: skip
    if words.has("independent") and words.has("dependent"):
        kinds.remove("dependent")
    if not kinds and words.has("rank") and not found:
        kinds = ["rank"]
    if len(kinds) != 1:
        return None
    if words.unread:
        return Unread(words.unread)
    kind = kinds[0]
    if (kind == "nullity" and words.has("basis")) or (kind in ("independent", "dependent") and words.has("rank")):  # fmt: skip
        return Unread(
            tuple(w for w in ("rank", "basis", "秩", "基") if w in text.source), doubted=True
        )  # two questions
    if (
        kind in ("independent", "dependent")
        and (lettered := with_a_letter(found, list(words.nodes), _rows)) is not None
    ):
        return letter_of_dependence(*lettered, kind, text.language)
    nodes = [n for n in words.nodes if not (found and kind == "power" and n == Symbol("n"))]
    try:
        matrix = found[0] if len(found) == 1 and not nodes else _rows(nodes, kind) if not found else None
    except FormulaError:
        return None
    if matrix is None or not all(v.is_Rational for v in matrix) or max(matrix.shape) > MAX_SIZE:
        return None
    if kind in ("independent", "dependent", "rank"):
        return _independence(matrix, kind, text.language) if matrix.cols > 1 else None
    if words.has("rank") and kind != "nullity":
        return None
    match kind:
        case "nullity":
            return _nullity(matrix, text.language, both=words.has("rank"))
        case "power":
            return _power(matrix, text.language)
        case "lu":
            return _lu(matrix, text.language)
    return _space(matrix, kind, text.language)


def _rows(nodes: list[Any], kind: str) -> sp.Matrix | None:
    """Vectors as columns; a homogeneous system as its coefficients."""
    if len(nodes) >= 2 and all(isinstance(n, Group) and n.brackets == "()" for n in nodes) and kind in ("independent", "dependent", "rank"):  # fmt: skip
        vectors = [[to_sympy(e) for e in n.items] for n in nodes]
        return sp.Matrix(vectors).T if len({len(v) for v in vectors}) == 1 and len(vectors[0]) > 1 else None
    if kind != "null" or len(nodes) < 1 or not all(isinstance(n, Relation) and n.signs == ("=",) for n in nodes):  # fmt: skip
        return None
    names = sorted(frozenset().union(*(symbols(n) for n in nodes)))
    letters = [sp.Symbol(n) for n in names]
    rows = []
    for node in nodes:
        side = to_sympy(node.sides[0]) - to_sympy(node.sides[1])
        letters_here = {s.name: s for s in side.free_symbols}
        row = [side.diff(letters_here[n]) if n in letters_here else sp.S.Zero for n in names]
        if any(v.free_symbols for v in row) or sp.expand(side - sum(r * letters_here.get(n, other) for r, n, other in zip(row, names, letters, strict=True))) != 0:  # fmt: skip
            return None
        rows.append(row)
    return sp.Matrix(rows)


def _reduced(matrix: sp.Matrix, say: Language) -> tuple[sp.Matrix, tuple[int, ...], str]:
    reduced, pivots = matrix.rref()
    step = WORDS["reduce"].say(say, matrix=_shown(matrix), reduced=_shown(reduced), pivots=", ".join(str(p + 1) for p in pivots) or "–")  # fmt: skip
    return reduced, pivots, step


def _shown(matrix: sp.Matrix) -> str:
    return matrix_latex(sp.ImmutableMatrix(matrix))


def _point(vector: Any) -> str:
    return "(" + ", ".join(map(latex, vector)) + ")"


def _whole(vector: sp.Matrix) -> list[sp.Rational]:
    """Without fractions."""
    factor = sp.ilcm(1, *[v.q for v in vector])
    return [v * factor for v in vector]


def _to_zero(matrix: sp.Matrix, vector: list[sp.Rational]) -> str:
    """What the matrix makes of the vector."""
    column = sp.Matrix(vector)
    return f"{_shown(matrix)}{_shown(column)}={_shown(matrix * column)}"


def _space(matrix: sp.Matrix, kind: str, say: Language) -> Prepared | None:
    reduced, pivots, step = _reduced(matrix, say)
    A = exact_source(matrix)
    steps = [step]
    if kind == "null":
        basis = [_whole(v) for v in matrix.nullspace()]
        steps.append(WORDS["free"].say(say, vectors=r"\(" + r",\ ".join(map(_point, basis)) + r"\)") if basis else WORDS["trivial"].say(say))  # fmt: skip
        if not basis:
            return None
        steps.append(WORDS["to_zero"].say(say, products=r"\quad ".join(_to_zero(matrix, v) for v in basis)))
        line = "[tuple(v*ilcm(1, *[e.q for e in v])) for v in A.nullspace()]"
        test = "all(A*Matrix(v) == zeros(A.rows, 1) for v in answer) and Matrix([list(v) for v in answer]).rank() == len(answer) == A.cols - A.rank()"  # fmt: skip
        size = matrix.cols
    else:
        basis = [list(matrix.col(p)) for p in pivots] if kind == "column" else [list(reduced.row(i)) for i in range(len(pivots))]  # fmt: skip
        if not basis:
            return None
        words = "columns" if kind == "column" else "rows"
        steps.append(WORDS[words].say(say, vectors=r"\(" + r",\ ".join(map(_point, basis)) + r"\)"))
        line = "[tuple(A.col(p)) for p in A.rref()[1]]" if kind == "column" else "[tuple(A.rref()[0].row(i)) for i in range(A.rank())]"  # fmt: skip
        table = "A.T" if kind == "column" else "A"
        test = f"Matrix([list(v) for v in answer]).rank() == len(answer) == A.rank() == Matrix.vstack({table}, Matrix([list(v) for v in answer])).rank()"  # fmt: skip
        size = matrix.rows if kind == "column" else matrix.cols
    tests = (f"A = {A}", f"all(len(v) == {size} for v in answer) and {test}")
    lines = [f"A = {A}", comment(WORDS["code"].say(say)), line]
    method = WORDS["method_null" if kind == "null" else "method_span"]
    return Prepared(say, tuple(steps), cell(*lines), tests, method, WORDS[f"sentence_{kind}"], shown=_shown_list, given=_given_list)  # fmt: skip


def _shown_list(value: Any) -> str | None:
    if not isinstance(value, list | tuple) or not all(isinstance(v, tuple | sp.Tuple) for v in value):
        return None
    return r",\ ".join(map(_point, value))


def _given_list(answer: str) -> Any:
    text = re.sub(r"\\left|\\right|\\[{}]", "", answer)
    matrices = [matrix_of(m["body"]) for m in MATRIX.finditer(text)]
    if matrices and all(m is not None and m.cols == 1 for m in matrices):
        return [tuple(m) for m in matrices if m is not None]
    values = values_in(text)
    if not values or not all(isinstance(v, sp.Tuple) for v in values):
        return None
    return [tuple(v) for v in values]


def _nullity(matrix: sp.Matrix, say: Language, *, both: bool) -> Prepared:
    _, pivots, step = _reduced(matrix, say)
    rank = len(pivots)
    steps = (step, WORDS["rank"].say(say, rank=rank, columns=matrix.cols, nullity=matrix.cols - rank))
    A = exact_source(matrix)
    lines = [f"A = {A}", comment(WORDS["code"].say(say)), "rank = len(A.rref()[1])", "[rank, A.cols - rank]" if both else "[A.cols - rank]"]  # fmt: skip
    tests = (f"A = {A}", *_minors(), f"answer == {'[rank, A.cols - rank]' if both else '[A.cols - rank]'}")
    return Prepared(say, steps, cell(*lines), tests, WORDS["method_minors"], WORDS["sentence"], shown=_numbers(2 if both else 1), given=_given_numbers)  # fmt: skip


def _minors() -> tuple[str, ...]:
    """Lines that find the rank by determinants alone."""
    return (
        "from itertools import combinations",
        "",
        "def is_reached(k):",
        "    return any(A.extract(list(r), list(c)).det() != 0 for r in combinations(range(A.rows), k) for c in combinations(range(A.cols), k))",
        "",
        "rank = max((k for k in range(1, min(A.shape) + 1) if is_reached(k)), default=0)",
    )


def _numbers(count: int) -> Callable[[Any], str | None]:
    def shown(value: Any) -> str | None:
        found = list(value) if isinstance(value, list | tuple | sp.Tuple) else []
        return r",\ ".join(map(latex, found)) if len(found) == count else None

    return shown


def _given_numbers(answer: str) -> Any:
    values = values_in(answer)
    return list(values) if values is not None and all(isinstance(v, sp.Expr) for v in values) else None


def _independence(matrix: sp.Matrix, kind: str, say: Language) -> Prepared | None:
    _, pivots, step = _reduced(matrix, say)
    steps = [WORDS["vectors"].say(say), step]
    A, rank, count = exact_source(matrix), len(pivots), matrix.cols
    if kind == "rank":
        steps.append(WORDS["count"].say(say, rank=rank))
        tests = (f"A = {A}", *_minors(), "answer == [rank]")
        return Prepared(say, tuple(steps), cell(f"A = {A}", comment(WORDS["code"].say(say)), "[len(A.rref()[1])]"), tests, WORDS["method_minors"], WORDS["sentence"], shown=_numbers(1), given=_given_numbers)  # fmt: skip
    if rank == count:
        steps.append(WORDS["independent"].say(say))
    else:
        relation = _whole(matrix.nullspace()[0])
        if all(v <= 0 for v in relation):
            relation = [-v for v in relation]
        expression = sp.Add(*(c * sp.Symbol(f"v_{k + 1}") for k, c in enumerate(relation)), evaluate=False)
        steps.append(WORDS["dependent"].say(say, rank=rank, count=count, relation=latex(expression)))
    yes, no = (WORDS[k].say(say) for k in ("yes", "no"))
    lines = [f"A = {A}", comment(WORDS["code"].say(say)), "len(A.rref()[1]) == A.cols"]
    tests = (f"A = {A}", *_minors(), "bool(answer == (1 if rank == A.cols else 0))")

    def shown(value: Any) -> str | None:
        return {True: yes, False: no}.get(bool(value)) if value in (True, False, sp.true, sp.false) else None

    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method_minors"], WORDS["sentence"], shown=shown, given=_given_word)  # fmt: skip


def _given_word(answer: str) -> Any:
    if re.search(r"independent|无关", answer):
        return sp.S.Zero if re.search(r"not\s+linearly|不是?线性无关", answer) else sp.S.One
    return sp.S.Zero if re.search(r"dependent|相关", answer) else None


def _power(matrix: sp.Matrix, say: Language) -> Prepared | None:
    if matrix.rows != matrix.cols or matrix.rows > 3 or not matrix.is_diagonalizable(reals_only=True):
        return None
    P, D = matrix.diagonalize(reals_only=True, sort=True)
    P = sp.Matrix.hstack(*[sp.Matrix(_whole(P.col(i))) if all(v.is_Rational for v in P.col(i)) else P.col(i) for i in range(P.cols)])  # fmt: skip
    if not all(v.is_Rational for v in (*P, *D)) or any(v == 0 for v in D.diagonal()):
        return None
    n = sp.Symbol("n", positive=True, integer=True)
    Dn = sp.diag(*[v**n for v in D.diagonal()])
    result = (P * Dn * P.inv()).applyfunc(lambda e: sp.powsimp(sp.expand(e)))
    inverse = P.inv()
    steps = (
        WORDS["eigen"].say(say, values=r",\ ".join(map(latex, dict.fromkeys(D.diagonal()))), P=_shown(P), D=_shown(D), inverse=_shown(inverse)),
        WORDS["power"].say(say, P=_shown(P), Dn=_shown(Dn), inverse=_shown(inverse), result=_shown(result)),
    )  # fmt: skip
    A = exact_source(matrix)
    lines = [
        f"A = {A}",
        "n = symbols('n', positive=True, integer=True)",
        comment(WORDS["code_power"].say(say)),
        "P, D = A.diagonalize()",
        "(P * diag(*[v**n for v in D.diagonal()]) * P.inv()).applyfunc(expand)",
    ]
    tests = (
        f"A = {A}",
        f"all(simplify(Matrix(answer).subs({python_name('n')}, k) - A**k) == zeros(A.rows, A.cols) for k in range(1, 7))",
    )

    def shown(value: Any) -> str | None:
        if not isinstance(value, sp.MatrixBase) or value.shape != result.shape:
            return None
        return _shown(value.applyfunc(lambda e: sp.powsimp(sp.expand(e))))

    def given(answer: str) -> Any:
        match = MATRIX.search(answer)
        found = _lettered(match["body"]) if match else None
        return found if found is not None and found.shape == result.shape else None

    return Prepared(say, steps, cell(*lines), tests, WORDS["method_power"], WORDS["sentence"], shown=shown, given=given, letters=("n",))  # fmt: skip


def _lettered(body: str) -> sp.Matrix | None:
    """A matrix whose entries may have n in them."""
    rows = []
    for line in re.split(r"\\\\(?:\[[^\]]*\])?", body.strip()):
        if not line.strip():
            continue
        row = []
        for entry in line.split("&"):
            values = values_in(entry, {"n"})
            if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
                return None
            row.append(values[0])
        rows.append(row)
    return sp.Matrix(rows) if rows and len({len(r) for r in rows}) == 1 else None


def _lu(matrix: sp.Matrix, say: Language) -> Prepared | None:
    if matrix.rows != matrix.cols:
        return None
    size = matrix.rows
    U, L = matrix.as_mutable().copy(), sp.eye(size)
    for k in range(size - 1):
        if U[k, k] == 0:
            return None
        for i in range(k + 1, size):
            L[i, k] = U[i, k] / U[k, k]
            U[i, :] = U[i, :] - L[i, k] * U[k, :]
    steps = (WORDS["lu"].say(say, L=_shown(L), U=_shown(U)),)
    A = exact_source(matrix)
    lines = [
        f"A = {A}",
        "L, U = eye(A.rows), A.copy()",
        comment(WORDS["code_lu"].say(say)),
        "for k in range(A.rows):",
        "    for i in range(k + 1, A.rows):",
        "        L[i, k] = U[i, k] / U[k, k]",
        "        U[i, :] = U[i, :] - L[i, k]*U[k, :]",
        "(L, U)",
    ]
    tests = (
        f"A = {A}",
        "L, U = answer",
        "bool(L*U == A and L.is_lower and U.is_upper and all(L[i, i] == 1 for i in range(A.rows)))",
    )

    def shown(value: Any) -> str | None:
        found = list(value) if isinstance(value, tuple | list | sp.Tuple) else []
        return rf"L={_shown(found[0])},\ U={_shown(found[1])}" if len(found) == 2 else None

    def given(answer: str) -> Any:
        found = [matrix_of(m["body"]) for m in MATRIX.finditer(answer)]
        return tuple(found) if len(found) == 2 and all(m is not None for m in found) else None

    return Prepared(say, steps, cell(*lines), tests, WORDS["method_lu"], WORDS["sentence"], shown=shown, given=given)  # fmt: skip
