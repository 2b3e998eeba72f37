"""A matrix by row operations: its reduced row echelon form, or a row echelon form, with every operation named.

Read: "row reduce …", "find the reduced row echelon form of …", "rref …", 行最简形, 行阶梯形. Rational numbers, up to 4 rows and columns.
Not: ranks, inverses and determinants (`matrices`), systems of equations, letters in the matrix.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import MATRIX, latex, matrix_of, one_matrix, shown_matrix
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "matrix": "matrixtoken",
    "reduced": "row reduce|row reduced|row-reduce|reduced row echelon form|the reduced row echelon form|row reduced echelon form|row-reduced echelon form|reduced row-echelon form|reduced echelon form|rref|to reduced row echelon form|gauss jordan elimination|gauss jordan|gauss-jordan elimination"
    "|row canonical form|row reduction|行最简形|行最简形矩阵|行最简矩阵|最简行阶梯形|行最简阶梯形|最简形矩阵|行最简型|行最简阶梯形矩阵|最简行阶梯形矩阵|最简阶梯形|行简化阶梯形|行简化阶梯形矩阵|简化行阶梯形|简化阶梯形矩阵|简化行阶梯形矩阵|化简行阶梯形",
    "echelon": "row echelon form|row-echelon form|echelon form|ref|to row echelon form|gaussian elimination|行阶梯形|行阶梯形矩阵|阶梯形|阶梯形矩阵|行阶梯型|行阶梯矩阵",
    "words": "matrix|the matrix|augmented matrix|reduce|bring|transform|put|convert|into|use|using|by|perform|elementary row operations|row operations|form|apply|fully|completely|on"
    "|矩阵|增广矩阵|化为|化成|变为|变成|化|用|通过|利用|作|初等行变换|行变换|初等变换|施行|进行|变换",
}  # fmt: skip
WORDS: Final = {
    "start": Words("Start with \\[{matrix}\\] Only these operations are used: exchange two rows, multiply a row by a number that is not 0, add a multiple of one row to another.", "从 \\[{matrix}\\] 开始，只用三种初等行变换：交换两行、某行乘非零数、某行的倍数加到另一行。"),
    "swap": Words("Exchange {i} and {j}: \\[{matrix}\\]", "交换 {i} 与 {j}：\\[{matrix}\\]"),
    "scale": Words("Multiply {i} by \\({k}\\), so that its first number becomes \\(1\\): \\[{matrix}\\]", "{i} 乘 \\({k}\\)，使首个非零数为 \\(1\\)：\\[{matrix}\\]"),
    "clear": Words("Make the other numbers of column {c} zero: {operations}. \\[{matrix}\\]", "把第 {c} 列的其他数消成零：{operations}。\\[{matrix}\\]"),
    "below": Words("Make the numbers below it in column {c} zero: {operations}. \\[{matrix}\\]", "把第 {c} 列下方的数消成零：{operations}。\\[{matrix}\\]"),
    "operation": Words("to {i} add \\({k}\\) times {j}, \\({before}{sign}{size}{other}={after}\\)", "{i} 加上 {j} 的 \\({k}\\) 倍，\\({before}{sign}{size}{other}={after}\\)"),
    "row": Words("row {i}", "第 {i} 行"),
    "done_reduced": Words("Every leading number is \\(1\\), stands to the right of the one above, and is alone in its column: this is the reduced form. Its rank is \\({rank}\\).", "每行首个非零数都是 \\(1\\)，逐行右移，且所在列其余全为零：这就是行最简形，秩为 \\({rank}\\)。"),
    "done_echelon": Words("Every leading number stands to the right of the one above: this is a row echelon form. Its rank is \\({rank}\\).", "每行首个非零数逐行右移：这就是行阶梯形，秩为 \\({rank}\\)。"),
    "code_reduced": Words("the reduced row echelon form", "行最简形"),
    "code_echelon": Words("a row echelon form", "行阶梯形"),
    "answer_reduced": Words("The reduced row echelon form is \\({answer}\\).", "行最简形是 \\({answer}\\)。"),
    "answer_echelon": Words("A row echelon form is \\({answer}\\).", "一个行阶梯形是 \\({answer}\\)。"),
    "method": Words(
        "the form of the answer is looked at, and both matrices must have the same null space (the solutions of the homogeneous system)",
        "检验答案的形状，并比较两个矩阵的零空间（齐次方程组的解）是否相同",
    ),
}  # fmt: skip
_LISTED: Final = re.compile(r"\[\s*\[[^\[\]]{1,80}\](?:\s*,\s*\[[^\[\]]{1,80}\])*\s*\]")


def read(text: Text) -> Reading:
    """One matrix of numbers."""
    source = _LISTED.sub(_as_latex, text.source)
    matches = list(MATRIX.finditer(source))
    if len(matches) != 1 or matches[0]["open"] == "|" or matches[0]["kind"] == "vmatrix":
        return None
    m = matches[0]
    behind = f"{source[: m.start()]} \x00 {source[m.end() :]}"
    behind = re.sub(r"\\\(|\\\)|\\\[|\\\]|\$|\\left\s*\(|\\right\s*\)", " ", behind)
    behind = re.sub(
        r"(?:(?<![A-Za-z\\])(?:\\mathbf\s*\{)?[A-Z]\}?\s*=\s*)?\(?\s*\x00\s*\)?", " matrixtoken ", behind
    )
    found = account(behind, VOCABULARY)
    kind = "reduced" if found.has("reduced") else "echelon"
    if not found.has(kind) or not found.has("matrix"):
        return None
    if found.unread:
        return Unread(found.unread)
    matrix = matrix_of(m["body"])
    if found.nodes or matrix is None or matrix.rows < 2 or matrix.cols < 2:
        return None
    if not all(e.is_Rational and abs(e.p) < 10**9 and e.q < 10**6 for e in matrix):
        return None
    return _task(sp.Matrix(matrix), kind, text.language)


def _as_latex(match: re.Match[str]) -> str:
    rows = re.findall(r"\[([^\[\]]*)\]", match[0][1:-1])
    return r"\begin{matrix}" + r" \\ ".join(row.replace(",", "&") for row in rows) + r"\end{matrix}"


def _task(matrix: sp.Matrix, kind: str, language: Language) -> Prepared:
    steps = _steps(matrix, kind, language)
    given = exact_source([list(matrix.row(r)) for r in range(matrix.rows)])
    code = comment(WORDS[f"code_{kind}"].say(language))
    if kind == "reduced":
        source = cell(f"A = Matrix({given})", code, "reduced, pivots = A.rref()", "reduced")
    else:
        source = cell(
            f"A = Matrix({given})",
            *_operations(matrix, language),
            "A",
        )
    tests = [
        f"A = Matrix({given})",
        "leading = [next((c for c in range(answer.cols) if answer[r, c] != 0), answer.cols + r) for r in range(answer.rows)]",
        "stairs = all(a < b for a, b in zip(leading, leading[1:]))",
    ]
    if kind == "reduced":
        tests.append(
            "alone = all(answer[r, c] == 1 and sum(map(abs, answer[:, c])) == 1 for r, c in enumerate(leading) if c < answer.cols)"
        )
    tests += [
        "inside = lambda M, K: all(not any(M*k) for k in K.nullspace())",
        "same = answer.shape == A.shape and inside(A, answer) and inside(answer, A)",
        f"bool(same and stairs{' and alone' if kind == 'reduced' else ''})",
    ]
    return Prepared(
        language,
        tuple(steps),
        source,
        tuple(tests),
        WORDS["method"],
        sentence=WORDS[f"answer_{kind}"],
        shown=shown_matrix,
        given=one_matrix,
    )


def _plan(matrix: sp.Matrix, kind: str) -> list[tuple[str, tuple[Any, ...], sp.Matrix]]:
    """The operations in order, each with what it makes: ("swap", (i, j)), ("scale", (i, k)), ("clear", (column, i, [(j, k), …]))."""
    m, row, plan = matrix.copy(), 0, list[tuple[str, tuple[Any, ...], sp.Matrix]]()
    for column in range(m.cols):
        rows = [r for r in range(row, m.rows) if m[r, column] != 0]
        if not rows:
            continue
        pivot = next((r for r in rows if abs(m[r, column]) == 1), rows[0])
        if pivot != row:
            m = m.elementary_row_op("n<->m", row1=row, row2=pivot)
            plan.append(("swap", (row, pivot), m))
        if kind == "reduced" and m[row, column] != 1:
            k = 1 / m[row, column]
            m = m.elementary_row_op("n->kn", row=row, k=k)
            plan.append(("scale", (row, k), m))
        first = 0 if kind == "reduced" else row + 1
        added = [
            (r, -m[r, column] / m[row, column])
            for r in range(first, m.rows)
            if r != row and m[r, column] != 0
        ]
        for r, k in added:
            m = m.elementary_row_op("n->n+km", row=r, row2=row, k=k)
        if added:
            plan.append(("clear", (column, row, added), m))
        row += 1
        if row == m.rows:
            break
    return plan


def _steps(matrix: sp.Matrix, kind: str, language: Language) -> list[str]:
    steps = [WORDS["start"].say(language, matrix=latex(matrix))]

    def name(i: int) -> str:
        return WORDS["row"].say(language, i=i + 1)

    current = matrix
    for operation, details, reached in _plan(matrix, kind):
        shown = latex(reached)
        if operation == "swap":
            i, j = details
            steps.append(WORDS["swap"].say(language, i=name(i), j=name(j), matrix=shown))
        elif operation == "scale":
            i, k = details
            steps.append(WORDS["scale"].say(language, i=name(i), k=sp.latex(k), matrix=shown))
        else:
            column, i, added = details
            told = [
                WORDS["operation"].say(
                    language,
                    i=name(r),
                    k=sp.latex(k),
                    j=name(i),
                    before=latex(current.row(r)),
                    sign="-" if k < 0 else "+",
                    size="" if abs(k) == 1 else sp.latex(abs(k)),
                    other=latex(current.row(i)),
                    after=latex(reached.row(r)),
                )
                for r, k in added
            ]
            word = WORDS["clear" if kind == "reduced" else "below"]
            joined = ("；" if language == "zh" else "; ").join(told)
            steps.append(word.say(language, c=column + 1, operations=joined, matrix=shown))
        current = reached
    steps.append(WORDS[f"done_{kind}"].say(language, rank=matrix.rank()))
    return steps


def _operations(matrix: sp.Matrix, language: Language) -> list[str]:
    """The lines of the cell that do the operations of an echelon form."""
    lines = [comment(WORDS["code_echelon"].say(language))]
    for operation, details, _ in _plan(matrix, "echelon"):
        if operation == "swap":
            i, j = details
            lines.append(f"A.row_swap({i}, {j})")
        else:
            _, i, added = details
            lines += [
                f"A[{r}, :] = A[{r}, :] + {exact_source(k) if k > 0 else f'({exact_source(k)})'}*A[{i}, :]"
                for r, k in added
            ]
    return lines
