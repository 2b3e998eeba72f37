"""The steps of a solution: each operation with its numbers and why."""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from solver.topics.base import Words
from solver.topics.equations.matrices.answers import area, condition, cosine
from solver.topics.equations.matrices.expressions import apply, parts_in_order, shown, value_of
from solver.topics.equations.matrices.literals import bracketed, latex
from solver.topics.equations.matrices.reading import Asked

WORDS: Final = {
    "+": Words("Add entry by entry: \\[{f}={v}\\]", "对应的分量相加：\\[{f}={v}\\]"),
    "-": Words("Subtract entry by entry: \\[{f}={v}\\]", "对应的分量相减：\\[{f}={v}\\]"),
    "neg": Words("Change the sign of every entry: \\[{f}={v}\\]", "每个分量变号：\\[{f}={v}\\]"),
    "scale": Words("Multiply every entry by the number: \\[{f}={v}\\]", "用这个数乘每个分量：\\[{f}={v}\\]"),
    "*": Words("Multiply the matrices, rows by columns (each entry is the sum of products of a row and a column): \\[{f}={v}\\]", "矩阵相乘，用行乘列（每个元素是一行与一列对应元素乘积之和）：\\[{f}={v}\\]"),
    "number": Words("Work it out: \\[{f}={v}\\]", "计算：\\[{f}={v}\\]"),
    "dot": Words("The dot product is the sum of the products of the components: \\[{f}={terms}={v}\\]", "数量积是对应分量乘积之和：\\[{f}={terms}={v}\\]"),
    "cross": Words("The cross product has the components \\(a_2b_3-a_3b_2,\\ a_3b_1-a_1b_3,\\ a_1b_2-a_2b_1\\): \\[{f}={v}\\]", "向量积的分量是 \\(a_2b_3-a_3b_2,\\ a_3b_1-a_1b_3,\\ a_1b_2-a_2b_1\\)：\\[{f}={v}\\]"),
    "^": Words("Raise the square matrix to the power: \\[{f}={v}\\]", "计算方阵的幂：\\[{f}={v}\\]"),
    "T": Words("Transpose: rows become columns, \\[{f}={v}\\]", "转置：行变成列，\\[{f}={v}\\]"),
    "tr": Words("The trace is the sum of the entries on the diagonal: \\[{f}={v}\\]", "迹是主对角线元素之和：\\[{f}={v}\\]"),
    "norm": Words("The length is the square root of the sum of the squares of the components: \\[{f}=\\sqrt{{{terms}}}={v}\\]", "模等于各分量平方和的算术平方根：\\[{f}=\\sqrt{{{terms}}}={v}\\]"),
    "det": Words("Expand the determinant along the first row: \\[{f}={terms}={v}\\]", "按第一行展开行列式：\\[{f}={terms}={v}\\]"),
    "inverse": Words("The determinant is \\({d}\\), not zero, so the inverse exists. It is the adjugate divided by the determinant: \\[\\frac{{1}}{{{d}}}{adj}={v}\\]", "行列式是 \\({d}\\)，不为零，所以逆矩阵存在。逆矩阵等于伴随矩阵除以行列式：\\[\\frac{{1}}{{{d}}}{adj}={v}\\]"),
    "rank": Words("Row operations do not change the rank. Reduced row echelon form: \\[{f}\\to {r}\\] It has {v} non-zero rows, so the rank is \\({v}\\).", "初等行变换不改变秩，化为行最简形：\\[{f}\\to {r}\\] 非零行有 {v} 行，所以秩是 \\({v}\\)。"),
    "eigenvalues": Words("The eigenvalues are the solutions of \\(\\det(A-\\lambda I)=0\\), which is the same as \\[{p}=0\\] so \\(\\lambda={v}\\).", "特征值是 \\(\\det(A-\\lambda I)=0\\) 的解，即 \\[{p}=0\\] 所以 \\(\\lambda={v}\\)。"),
    "multiple": Words("A root that occurs several times is listed as often as it occurs.", "重根按重数列出。"),
    "unit": Words("Divide the vector by its length: \\[\\frac{{1}}{{{d}}}{f}={v}\\]", "用向量除以它的模：\\[\\frac{{1}}{{{d}}}{f}={v}\\]"),
    "cosine": Words("The cosine of the angle is the dot product divided by the product of the lengths: \\[\\cos\\theta=\\frac{{{dot}}}{{{m}\\cdot {n}}}={v}\\]", "夹角的余弦等于数量积除以两个模的乘积：\\[\\cos\\theta=\\frac{{{dot}}}{{{m}\\cdot {n}}}={v}\\]"),
    "angle": Words("The angle lies between \\(0\\) and \\(\\pi\\), so \\(\\theta={v}\\).", "夹角在 \\(0\\) 与 \\(\\pi\\) 之间，所以 \\(\\theta={v}\\)。"),
    "projection": Words("The projection of \\(u\\) onto \\(v\\) is \\(\\dfrac{{u\\cdot v}}{{v\\cdot v}}v\\): \\[\\frac{{{dot}}}{{{n}}}{b}={v}\\]", "\\(u\\) 在 \\(v\\) 上的投影向量是 \\(\\dfrac{{u\\cdot v}}{{v\\cdot v}}v\\)：\\[\\frac{{{dot}}}{{{n}}}{b}={v}\\]"),
    "component": Words("The scalar projection is the dot product divided by the length of the second vector: \\[\\frac{{{dot}}}{{{n}}}={v}\\]", "投影的数量等于数量积除以第二个向量的模：\\[\\frac{{{dot}}}{{{n}}}={v}\\]"),
    "area2": Words("The area is the absolute value of the determinant whose columns are the sides: \\[\\left|\\det {f}\\right|={v}\\]", "面积等于以两边为列的行列式的绝对值：\\[\\left|\\det {f}\\right|={v}\\]"),
    "area3": Words("The area is the length of the cross product: \\[\\left|{f}\\right|={v}\\]", "面积等于向量积的模：\\[\\left|{f}\\right|={v}\\]"),
    "perpendicular": Words("Two non-zero vectors are perpendicular exactly when their dot product is zero. The dot product is \\({z}\\).", "两个非零向量垂直，当且仅当数量积为零。数量积是 \\({z}\\)。"),
    "parallel": Words("Two non-zero vectors are parallel exactly when \\(u_iv_j-u_jv_i=0\\) for every pair of components. Here these are \\({z}\\).", "两个非零向量平行，当且仅当任意两个分量都满足 \\(u_iv_j-u_jv_i=0\\)。这里它们是 \\({z}\\)。"),
    "solve": Words("Setting this equal to zero gives \\({x}={v}\\).", "令其等于零，得 \\({x}={v}\\)。"),
}  # fmt: skip


def steps_of(asked: Asked, value: Any) -> list[str]:
    """All steps of the question whose answer is `value`."""
    steps = [_operation(asked, e) for operand in asked.operands for e in parts_in_order(operand)]
    if asked.op != "compute":
        steps += _last(asked, value)
    return steps


def _say(asked: Asked, name: str, **facts: object) -> str:
    return WORDS[name].say(asked.language, **facts)


def _operation(asked: Asked, e: Any) -> str:
    values = tuple(value_of(p, asked.known) for p in e.parts)
    return _written(asked, e.op, values)


def _written(asked: Asked, op: str, values: tuple[Any, ...]) -> str:
    shaped = [v for v in values if isinstance(v, sp.MatrixBase)]
    name = op
    if not shaped:
        name = "number"
    elif op == "*" and len(shaped) == 1:
        name = "scale"
    facts = {"f": shown(op, values, point=asked.point), "v": latex(apply(op, *values), point=asked.point)}
    if name in ("dot", "norm", "det"):
        facts["terms"] = _terms(name, values)
    return _say(asked, name, **facts)


def _terms(name: str, values: tuple[Any, ...]) -> str:
    a = values[0]
    if name == "dot":
        return "+".join(rf"{bracketed(x)}\cdot {bracketed(y)}" for x, y in zip(a, values[1], strict=True))
    if name == "norm":
        return "+".join(f"{bracketed(x)}^2" for x in a)
    if a.rows == 1:
        return str(sp.latex(a[0]))
    found = ""
    for j in range(a.cols):
        minor = a.minor_submatrix(0, j)
        rest = bracketed(minor[0]) if a.rows == 2 else bracketed(sp.expand(minor.det()))
        found += ("-" if j % 2 else "+" if j else "") + rf"{bracketed(a[0, j])}\cdot {rest}"
    return found


def _last(asked: Asked, value: Any) -> list[str]:
    op, values = asked.op, asked.values
    a, b = values[0], values[-1]

    def show(v: Any) -> str:
        return latex(v, point=asked.point)

    simple = {
        "det": "det",
        "trace": "tr",
        "transpose": "T",
        "length": "norm",
        "dot": "dot",
        "cross": "cross",
        "product": "*",
        "sum": "+",
    }
    if op in simple:
        return [_written(asked, simple[op], values)]
    match op:
        case "inverse":
            return [
                _written(asked, "det", values),
                _say(asked, op, d=sp.latex(apply("det", a)), adj=show(a.adjugate()), v=show(value)),
            ]
        case "rank":
            return [_say(asked, op, f=show(a), r=latex(a.rref()[0]), v=value)]
        case "eigenvalues":
            p = sp.factor(a.charpoly(sp.Symbol("lambda")).as_expr())
            steps = [_say(asked, op, p=sp.latex(p), v=r",\ ".join(map(sp.latex, value)))]
            return steps if len(set(value)) == len(value) else [*steps, _say(asked, "multiple")]
        case "unit":
            return [
                _written(asked, "norm", values),
                _say(asked, op, d=sp.latex(apply("norm", a)), f=show(a), v=show(value)),
            ]
        case "parallelogram":
            if a.rows == 2:
                return [_say(asked, "area2", f=latex(a.row_join(b)), v=sp.latex(area(a, b)))]
            return [
                _written(asked, "cross", values),
                _say(asked, "area3", f=show(apply("cross", a, b)), v=sp.latex(value)),
            ]
        case "perpendicular" | "parallel":
            zero = r",\ ".join(map(sp.latex, condition(op, a, b)))
            steps = [_say(asked, op, z=zero)]
            if asked.letter is not None:
                steps.append(
                    _say(asked, "solve", x=sp.latex(asked.letter), v=r",\ ".join(map(sp.latex, value)))
                )
            return steps
    dot = sp.latex(apply("dot", a, b))
    steps = [_written(asked, "dot", values)]
    if op == "projection":
        return [
            *steps,
            _written(asked, "dot", (b, b)),
            _say(asked, op, dot=dot, n=sp.latex(apply("dot", b, b)), b=show(b), v=show(value)),
        ]
    if op == "component":
        return [
            *steps,
            _written(asked, "norm", (b,)),
            _say(asked, op, dot=dot, n=sp.latex(apply("norm", b)), v=sp.latex(value)),
        ]
    steps += [_written(asked, "norm", (a,)), _written(asked, "norm", (b,))]
    m, n = (sp.latex(apply("norm", x)) for x in (a, b))
    steps.append(_say(asked, "cosine", dot=dot, m=m, n=n, v=sp.latex(cosine(a, b))))
    return [*steps, _say(asked, op, v=latex(value))] if op == "angle" else steps
