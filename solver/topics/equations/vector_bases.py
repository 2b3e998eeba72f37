r"""Bases of vectors: Gram–Schmidt, coordinates, transition matrices, a maximal independent part, projections, least squares.

Read: vectors that are written out with fractions. Not: letters in vectors, other inner products.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import plain
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.equations.matrices.literals import MATRIX, matrix_of, with_lists
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.prepared import Prepared, one_point, shown_point

_ITEM: Final = r"-?\s*(?:\d+(?:/\d+)?|\\frac\s*\{-?\d+\}\s*\{\d+\})"
_POINT: Final = rf"[(\[⟨]\s*{_ITEM}(?:\s*,\s*{_ITEM})+\s*[)\]⟩](?:\s*\^\s*\{{?\s*(?:T|\\top|\\mathrm\s*\{{?T\}}?)\s*\}}?)?"  # fmt: skip
_NAME: Final = r"(?:(?:\\(?:alpha|beta|gamma|xi|eta|varepsilon|epsilon)|\\(?:mathbf|vec|boldsymbol)\s*\{?\s*[a-z]\s*\}?|[a-zα-ωε])\s*(?:_\s*\{?\s*\d\s*\}?|\d)?\s*=\s*)?"  # fmt: skip
_VECTORS: Final = re.compile(
    rf"\\?\{{?\s*{_NAME}{_POINT}(?:(?:\s*(?:,|、|and|和|与|;)\s*)+{_NAME}{_POINT})*\s*\\?\}}?"
)
_S, _T = r"(?P<s>VECTORS\d+)", r"(?P<t>VECTORS\d+)"
_THE: Final = r"(?:the )?(?:vectors?|set|basis|set of vectors)? ?(?:[BCSUWV] ?= ?)?"
TABLE_EN: Final = table({
    "given": (rf"(?:(?:let|given|consider) )?{_THE}{_S}(?: be (?:vectors|a basis of (?:\\mathbb ?\{{?)?R\}}?(?: ?\^ ?\{{?\d\}}?)?))?",),
    "gram": (
        rf"(?:apply|use) the gram ?(?:-|–) ?schmidt (?:process|procedure|method|orthogonali[sz]ation(?: process)?) (?:to|on) {_THE}{_S}(?: to (?:obtain|find|get) an orthogonal (?:basis|set))?",
        rf"(?:use the gram ?(?:-|–) ?schmidt (?:process|procedure|method) to )?(?:find|obtain|construct) an orthogonal basis (?:for|of|from) (?:the )?(?:subspace |space )?(?:spanned by |span of )?{_THE}{_S}",
        rf"orthogonali[sz]e {_THE}{_S}(?: (?:by|using) the gram ?(?:-|–) ?schmidt (?:process|procedure|method))?",
    ),
    "normal": (rf"(?:apply|use) the gram ?(?:-|–) ?schmidt (?:process|procedure|method) to (?:find|obtain) an orthonormal basis (?:for|of|from) (?:the )?(?:subspace |space )?(?:spanned by |span of )?{_THE}{_S}", rf"find an orthonormal basis (?:for|of) (?:the )?(?:subspace |space )?(?:(?:of R\^\d )?spanned by |span of )?{_THE}{_S}", rf"orthonormali[sz]e {_THE}{_S}"),
    "coordinates": (rf"{FIND}the coordinates? (?:vector )?of (?:the )?(?:vector )?(?:[a-z] ?= ?)?{_T} (?:relative to|with respect to|in) {_THE}{_S}", rf"{FIND}the coordinates? (?:vector )?of {_T} in the basis {_S}"),
    "transition": (rf"{FIND}the (?:transition|change[- ]of[- ](?:basis|coordinates?)) matrix from (?:the )?(?:basis )?(?:[A-Z] ?= ?)?{_S} to (?:the )?(?:basis )?(?:[A-Z]'? ?= ?)?{_T}",),
    "projection": (rf"{FIND}the (?:orthogonal )?projection of (?:the )?(?:vector )?(?:[a-z] ?= ?)?{_T} (?:onto|on) (?:the )?(?:vector|line|subspace|space|plane)? ?(?:the )?(?:spanned by|span of|span)? ?\(?{_THE}{_S}\)?",),
    "squares": (rf"{FIND}(?:the )?(?:a )?least[- ]squares solutions? (?:of|to) (?:the system )?(?:Ax ?= ?b ?,? ?)?(?:where|for|with|if)? ?(?:A ?= ?)?MATRIX ?(?:,|and|, and)? ?(?:b ?= ?)?(?:{_T}|MATRIX)",),
})  # fmt: skip
_Z: Final = r"(?:向量组|向量|基|列向量组)? ?(?:[A-Z][:：]|[A-Z] ?= ?)?"
TABLE_ZH: Final = table({
    "given": (rf"(?:设|已知|给定) ?{_Z}{_S}",),
    "gram": (rf"(?:试?用|利用)?(?:施密特|Schmidt|Gram-Schmidt)(?:正交化)?(?:方法|法|过程)? ?,?(?:将|把|对) ?{_Z}{_S} ?(?:进行)?(?:正交化|化为正交向量组|施密特正交化)", rf"(?:将|把|对) ?{_Z}{_S} ?(?:进行)?(?:施密特)?正交化", r"(?:试?用|利用)?(?:施密特|Schmidt)(?:正交化)?(?:方法|法|过程)?(?:将|把)(?:它们|其|该向量组|向量组)(?:正交化)"),
    "normal": (rf"(?:试?用|利用)?(?:施密特|Schmidt)(?:正交化)?(?:方法|法|过程)? ?,?(?:将|把|对) ?{_Z}{_S} ?(?:规范正交化|标准正交化|正交规范化|正交单位化|化为(?:规范|标准)正交(?:组|基|向量组))", rf"(?:将|把) ?{_Z}{_S} ?(?:规范正交化|标准正交化|正交规范化|正交单位化)"),
    "coordinates": (rf"{FIND_ZH} ?向量? ?{_T} ?(?:在|关于)(?:基|向量组)? ?{_S} ?(?:下)?的坐标{HOW_MUCH_ZH}",),
    "transition": (rf"{FIND_ZH} ?(?:由|从)(?:基)? ?{_S} ?(?:到|至)(?:基)? ?{_T} ?的过渡矩阵{HOW_MUCH_ZH}",),
    "projection": (rf"{FIND_ZH} ?向量? ?{_T} ?在(?:向量)? ?{_S} ?(?:张成的(?:子空间|空间)|方向)?上的(?:正交)?投影(?:向量){HOW_MUCH_ZH}",),
    "maximal": (rf"{FIND_ZH} ?{_Z}{_S} ?的(?:秩(?:和|与|及|以及))?(?:一个|它的一个)?(?:极大|最大)(?:线性)?无关组(?: ?[,，]?并(?:将|把)?其余向量用(?:该|此)?(?:极大|最大)?(?:线性)?无关组(?:线性)?表[示出])?", rf"{FIND_ZH} ?(?:该向量组|此向量组|它|向量组)的(?:一个)?(?:极大|最大)(?:线性)?无关组"),
    "maximal_rank": (rf"{FIND_ZH} ?{_Z}{_S} ?的秩(?:和|与|及|以及)(?:一个|它的一个|其一个)?(?:极大|最大)(?:线性)?无关组", r"(?:的|其)秩(?:和|与)?(?=一个)"),
    "squares": (rf"{FIND_ZH}(?:方程组|线性方程组)? ?(?:Ax ?= ?b)? ?的最小二乘解",),
})  # fmt: skip
WORDS: Final = {
    "first": Words("Keep the first vector: \\(b_1={b}\\).", "取 \\(b_1={b}\\)。"),
    "next": Words("Take away the projections on the vectors before: \\[b_{{{k}}}={v}{parts}={b}\\]", "减去在前面各向量上的投影：\\[b_{{{k}}}={v}{parts}={b}\\]"),
    "unit": Words("Divide each vector by its length: \\({vectors}\\).", "再单位化：\\({vectors}\\)。"),
    "system": Words("Write the vector as a combination of the basis; the coefficients solve \\[{B}x={v}\\] so \\(x={x}\\).", "把向量写成基的线性组合，系数满足 \\[{B}x={v}\\] 解得 \\(x={x}\\)。"),
    "transition": Words("With the vectors of the bases as columns, \\(BP=C\\), so \\[P=B^{{-1}}C={inverse}{C}={P}\\] Its columns are the coordinates of the new basis vectors in the old basis.", "以基向量为列，\\(BP=C\\)，所以 \\[P=B^{{-1}}C={inverse}{C}={P}\\] 它的列是新基向量在旧基下的坐标。"),
    "columns": Words("Take the vectors as columns and reduce by row operations: \\[{A}\\to {R}\\]", "以各向量为列作矩阵并作初等行变换：\\[{A}\\to {R}\\]"),
    "pivots": Words("The leading ones stand in column(s) {columns}, so the rank is \\({rank}\\) and these vectors are independent: {vectors}.", "主元在第 {columns} 列，秩为 \\({rank}\\)，一个极大无关组为 {vectors}。"),
    "normal_equations": Words("The error is shortest where it is perpendicular to all columns: \\(A^TAx=A^Tb\\), that is \\[{G}x={h}\\]", "误差与各列垂直时最短：\\(A^TAx=A^Tb\\)，即 \\[{G}x={h}\\]"),
    "solved": Words("The solution is \\(x={x}\\).", "解得 \\(x={x}\\)。"),
    "project": Words("So the projection is \\(Ax={p}\\).", "所以投影为 \\(Ax={p}\\)。"),
    "code": Words("vectors as columns of a matrix", "以向量为列的矩阵"),
    "method_gram": Words("all inner products were worked out, and each vector is a combination of the given ones up to its place", "验证两两内积为零，且与原向量组逐个等价"),
    "method_back": Words("put together again from the coordinates", "由坐标还原检验"),
    "method_matrix": Words("multiplied: the old basis times the matrix is the new one", "相乘检验：旧基乘过渡矩阵得新基"),
    "method_rank": Words("the ranks with and without the others were compared", "比较加入其余向量前后的秩"),
    "method_error": Words("the error is perpendicular to every column", "误差与每一列的内积为零"),
}  # fmt: skip


@declining
def read(text: Text) -> Reading:
    """Vectors, and the one thing that is asked."""
    if not re.search(r"(?i)schmidt|施密特|正交化|coordinate|坐标|transition|change[- ]of|过渡矩阵|projection|投影|无关组|least[- ]squares|最小二乘|orthonormal|orthogonal basis", text.source):  # fmt: skip
        return None
    sets, matrices = list[list[sp.Matrix]](), list[sp.Matrix]()

    def kept_matrix(match: re.Match[str]) -> str:
        matrix = matrix_of(match["body"])
        if matrix is not None:
            matrices.append(sp.Matrix(matrix))
        return " MATRIX "

    def kept(match: re.Match[str]) -> str:
        points = re.findall(_POINT, match[0])
        sets.append([_vector(p) for p in points])
        return f" VECTORS{len(sets) - 1} "

    source = plain(text.source)
    if re.search(r"(?i)least|最小二乘", source):
        source = MATRIX.sub(kept_matrix, with_lists(source))
    source = _VECTORS.sub(kept, source)
    said = clauses(" ".join(source.split()), TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str) or not said:
        return None
    asked = [s for s in said if s.kind != "given"]
    named = {k: sets[int(re.sub(r"\D", "", v))] for s in said for k, v in s.values.items() if k in ("s", "t")}
    if len(asked) != 1 or len({tuple(v.shape) for vs in sets for v in vs}) > (
        2 if asked[0].kind == "squares" else 1
    ):
        return None
    if asked[0].kind == "squares":
        return _squares(matrices, named.get("t"), text.language)
    if "s" not in named or sum(len(s) for s in named.values()) != sum(map(len, sets)):
        return None
    return _task(asked[0].kind, named["s"], named.get("t"), text.language)


def _vector(point: str) -> sp.Matrix:
    inner = re.sub(r"\^.*$", "", point.strip()).strip()[1:-1]
    return sp.Matrix([to_sympy(parse(p)) for p in inner.split(",")])


def _task(kind: str, vectors: list[sp.Matrix], other: list[sp.Matrix] | None, say: Language) -> Reading:
    B = sp.Matrix.hstack(*vectors)
    if B.cols > 5 or B.rows > 5:
        return None
    if kind.startswith("maximal"):
        return _maximal(B, say)
    if B.rank() < B.cols:
        return None  # they are dependent
    match kind:
        case "gram" | "normal":
            return _gram(vectors, say, unit=kind == "normal") if B.cols > 1 else None
        case "coordinates" if other is not None and len(other) == 1 and B.rows == B.cols:
            return _coordinates(B, other[0], say)
        case "transition" if other is not None and B.rows == B.cols == len(other):
            return _transition(B, sp.Matrix.hstack(*other), say)
        case "projection" if other is not None and len(other) == 1:
            return _projection(B, other[0], say)
    return None


def _shown(matrix: sp.Matrix) -> str:
    return matrix_latex(sp.ImmutableMatrix(matrix))


def _point(vector: Any) -> str:
    return "(" + ", ".join(map(latex, vector)) + ")"


def _shown_list(found: Any) -> str | None:
    if not isinstance(found, list | tuple) or not all(isinstance(v, tuple | sp.Tuple) for v in found):
        return None
    return r",\ ".join(map(_point, found))


def _given_list(answer: str) -> Any:
    found = values_in(re.sub(r"\\left|\\right|\\[{}]", "", answer))
    return [tuple(v) for v in found] if found and all(isinstance(v, sp.Tuple) for v in found) else None


def _gram(vectors: list[sp.Matrix], say: Language, *, unit: bool) -> Prepared:
    found = list[sp.Matrix]()
    steps = [WORDS["first"].say(say, b=_point(vectors[0]))]
    for k, v in enumerate(vectors, 1):
        factors = [v.dot(b) / b.dot(b) for b in found]
        b = v - sum((f * b for f, b in zip(factors, found, strict=True)), sp.zeros(*v.shape))
        parts = "".join(("-" if f > 0 else "+") + (latex(abs(f)) if abs(f) != 1 else "") + f"b_{{{i}}}" for i, f in enumerate(factors, 1) if f != 0)  # fmt: skip
        if k > 1:
            steps.append(WORDS["next"].say(say, k=k, v=_point(v), parts=parts, b=_point(b)))
        found.append(b)
    if unit:
        steps.append(WORDS["unit"].say(say, vectors=r",\ ".join(_point(b / b.norm()) for b in found)))
    lines = [f"vectors = [{', '.join(exact_source(v) for v in vectors)}]", f"[tuple(v) for v in GramSchmidt(vectors{', True' if unit else ''})]"]  # fmt: skip
    n = len(vectors)
    tests = (
        f"given = [{', '.join(exact_source(v) for v in vectors)}]",
        "found = [Matrix(v) for v in answer]",
        f"same = len(found) == {n} and all(Matrix.hstack(*given[:k], *found[:k]).rank(simplify=True) == k for k in range(1, {n + 1}))",
        "right = all(simplify(found[i].dot(found[j])) == 0 for i in range(len(found)) for j in range(i))",
        f"same and right and {'all(simplify(v.dot(v)) == 1 for v in found)' if unit else 'all(any(v) for v in found)'}",
    )
    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method_gram"], shown=_shown_list, given=_given_list)  # fmt: skip


def _coordinates(B: sp.Matrix, v: sp.Matrix, say: Language) -> Prepared:
    x = B.LUsolve(v)
    steps = (WORDS["system"].say(say, B=_shown(B), v=_shown(v), x=_point(x)),)
    lines = [comment(WORDS["code"].say(say)), f"B = {exact_source(B)}", f"v = {exact_source(v)}", "tuple(B.solve(v))"]  # fmt: skip
    tests = (f"B = {exact_source(B)}", f"len(answer) == B.cols and B*Matrix(answer) == {exact_source(v)}")
    return Prepared(say, steps, cell(*lines), tests, WORDS["method_back"], shown=shown_point, given=one_point)


def _transition(B: sp.Matrix, C: sp.Matrix, say: Language) -> Prepared | None:
    if C.rank() < C.cols:
        return None
    P = B.inv() * C
    steps = (WORDS["transition"].say(say, inverse=_shown(B.inv()), C=_shown(C), P=_shown(P)),)
    lines = [comment(WORDS["code"].say(say)), f"B = {exact_source(B)}", f"C = {exact_source(C)}", "B.inv()*C"]

    def written(found: Any) -> str | None:
        return _shown(sp.Matrix(found)) if isinstance(found, sp.MatrixBase) else None

    def given(answer: str) -> Any:
        match = MATRIX.search(answer)
        found = matrix_of(match["body"]) if match else None
        return None if found is None else sp.Matrix(found)

    tests = (f"B = {exact_source(B)}", f"answer.shape == B.shape and B*answer == {exact_source(C)}")
    return Prepared(say, steps, cell(*lines), tests, WORDS["method_matrix"], shown=written, given=given)


def _maximal(B: sp.Matrix, say: Language) -> Prepared | None:
    if B.cols < 2 or sp.zeros(*B.shape) == B:
        return None
    R, pivots = B.rref()
    chosen = [B.col(p) for p in pivots]
    steps = (
        WORDS["columns"].say(say, A=_shown(B), R=_shown(R)),
        WORDS["pivots"].say(say, columns=", ".join(str(p + 1) for p in pivots), rank=len(pivots), vectors=rf"\({_shown_list([tuple(v) for v in chosen])}\)"),
    )  # fmt: skip
    lines = [comment(WORDS["code"].say(say)), f"A = {exact_source(B)}", "[tuple(A.col(p)) for p in A.rref()[1]]"]  # fmt: skip
    tests = (
        f"A = {exact_source(B)}",
        "part = Matrix([list(v) for v in answer]).T",
        "part.rows == A.rows and part.rank() == part.cols == A.rank() and all(any(A.col(j) == part.col(i) for j in range(A.cols)) for i in range(part.cols))",
    )
    return Prepared(say, steps, cell(*lines), tests, WORDS["method_rank"], shown=_shown_list, given=_given_list)  # fmt: skip


def _normal(B: sp.Matrix, v: sp.Matrix, say: Language) -> tuple[list[str], sp.Matrix]:
    x = (B.T * B).LUsolve(B.T * v)
    steps = [
        WORDS["normal_equations"].say(say, G=_shown(B.T * B), h=_shown(B.T * v)),
        WORDS["solved"].say(say, x=_point(x)),
    ]
    return steps, x


def _projection(B: sp.Matrix, v: sp.Matrix, say: Language) -> Prepared:
    steps, x = _normal(B, v, say)
    steps.append(WORDS["project"].say(say, p=_point(B * x)))
    lines = [comment(WORDS["code"].say(say)), f"A = {exact_source(B)}", f"b = {exact_source(v)}", "tuple(A*(A.T*A).inv()*A.T*b)"]  # fmt: skip
    tests = (f"A = {exact_source(B)}", f"b = {exact_source(v)}", "p = Matrix(answer)", "p.shape == b.shape and A.T*(b - p) == zeros(A.cols, 1) and Matrix.hstack(A, p).rank() == A.rank()")  # fmt: skip
    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method_error"], shown=shown_point, given=one_point)  # fmt: skip


def _squares(matrices: list[sp.Matrix], side: list[sp.Matrix] | None, say: Language) -> Prepared | None:
    if side is not None:
        matrices = [*matrices, *side]
    if len(matrices) != 2:
        return None
    A, b = matrices
    if b.shape[0] == 1:
        b = b.T
    if b.cols != 1 or A.rows != b.rows or A.rank() < A.cols or not all(v.is_Rational for v in [*A, *b]):
        return None
    steps, _ = _normal(A, b, say)
    lines = [f"A = {exact_source(A)}", f"b = {exact_source(b)}", "tuple((A.T*A).solve(A.T*b))"]
    tests = (f"A = {exact_source(A)}", f"len(answer) == A.cols and A.T*({exact_source(b)} - A*Matrix(answer)) == zeros(A.cols, 1)")  # fmt: skip
    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method_error"], shown=shown_point, given=one_point)  # fmt: skip
