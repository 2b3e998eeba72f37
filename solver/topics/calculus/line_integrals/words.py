"""What `line_integrals` says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

WORDS: Final = {
    "leg": Words("On the curve \\({place}\\), where \\({letter}\\) goes from \\({start}\\) to \\({end}\\); so \\({small}\\).", "曲线上 \\({place}\\)，\\({letter}\\) 从 \\({start}\\) 变到 \\({end}\\)，于是 \\({small}\\)。"),
    "part": Words("Part {k}: \\({place}\\), where \\({letter}\\) goes from \\({start}\\) to \\({end}\\); so \\({small}\\).", "第 {k} 段：\\({place}\\)，\\({letter}\\) 从 \\({start}\\) 变到 \\({end}\\)，于是 \\({small}\\)。"),
    "length": Words("A small piece of the curve has the length \\[ds=\\sqrt{{{squares}}}\\,d{letter}={speed}\\,d{letter}\\]", "弧长元素 \\[ds=\\sqrt{{{squares}}}\\,d{letter}={speed}\\,d{letter}\\]"),
    "put": Words("Put into the integral, this is an ordinary one: \\[{integral}\\]", "代入后化为定积分：\\[{integral}\\]"),
    "zero": Words("Here the integrand is 0, so this part adds nothing.", "这一段上被积式为 0，积分为 0。"),
    "value": Words("An antiderivative gives its value: \\[{integral}={bracket}={value}\\]", "求原函数并代入上下限：\\[{integral}={bracket}={value}\\]"),
    "sum": Words("All parts together: \\[{terms}={value}\\]", "各段相加：\\[{terms}={value}\\]"),
    "work": Words("The work of a force along a curve is \\(\\int P\\,dx+Q\\,dy{third}\\) with \\({field}\\).", "力沿曲线所做的功为 \\(\\int P\\,dx+Q\\,dy{third}\\)，其中 \\({field}\\)。"),
    "green": Words("The curve is closed, and \\(P={p}\\), \\(Q={q}\\) have continuous derivatives everywhere inside. Green's theorem: going around {way}, the integral is {sign}the double integral of \\[\\frac{{\\partial}}{{\\partial x}}\\left({q}\\right)-\\frac{{\\partial}}{{\\partial y}}\\left({p}\\right)={g}\\] over the inside.", "曲线封闭，且 \\(P={p}\\)，\\(Q={q}\\) 在其内部处处有连续偏导数。由格林公式，沿{way}方向的积分等于{sign}下式在所围区域上的二重积分：\\[\\frac{{\\partial}}{{\\partial x}}\\left({q}\\right)-\\frac{{\\partial}}{{\\partial y}}\\left({p}\\right)={g}\\]"),
    "nothing": Words("The integral of 0 is 0.", "被积函数为 0，所以积分为 0。"),
    "area": Words("The integrand is constant, so the double integral is it times the area: \\[{factor}\\cdot {area}={value}\\]", "被积函数是常数，二重积分等于常数乘面积：\\[{factor}\\cdot {area}={value}\\]"),
    "polar": Words("Inside, \\({place}\\) with \\(0\\le r\\le 1\\), \\(0\\le\\theta\\le 2\\pi\\), and a small area is \\({jacobian}\\,dr\\,d\\theta\\).", "在区域内 \\({place}\\)，\\(0\\le r\\le 1\\)，\\(0\\le\\theta\\le 2\\pi\\)，面积元素为 \\({jacobian}\\,dr\\,d\\theta\\)。"),
    "region": Words("The inside is \\[{region}\\]", "所围区域为 \\[{region}\\]"),
    "iterated": Words("So the double integral is \\[{integral}={value}\\]", "于是二重积分为 \\[{integral}={value}\\]"),
    "turned": Words("The curve goes around clockwise, so the sign changes: \\[{value}\\]", "曲线取顺时针方向，所以变号：\\[{value}\\]"),
    "cross": Words("The field has a potential where the mixed derivatives agree: \\[{pairs}\\]", "比较交叉偏导数：\\[{pairs}\\]"),
    "agree": Words("They agree everywhere in the plane or space, which has no holes: the field is conservative, and its integral depends on the end points only.", "它们在全平面（全空间）处处相等，而区域单连通：该场是保守场，曲线积分与路径无关。"),
    "differ": Words("They are not equal, so the field is not conservative: its integral depends on the path.", "它们不相等，所以该场不是保守场，曲线积分与路径有关。"),
    "first": Words("A potential \\(f\\) has \\(f_x={p}\\). Integrated with respect to \\(x\\), the other letters held fixed: \\[f={f}+{rest}\\]", "势函数 \\(f\\) 满足 \\(f_x={p}\\)。对 \\(x\\) 积分，其余字母看作常数：\\[f={f}+{rest}\\]"),
    "next": Words("Its derivative with respect to \\({letter}\\) has to be \\({q}\\), so the rest has the derivative \\({left}\\) and adds \\({more}\\): \\[f={f}{rest}\\]", "对 \\({letter}\\) 的偏导数应为 \\({q}\\)，所以余下部分的偏导数为 \\({left}\\)，积分得 \\({more}\\)：\\[f={f}{rest}\\]"),
    "ends": Words("The integral is the potential at the end less that at the start: \\[f{end}-f{start}={above}-{below}={value}\\]", "积分等于终点与起点处势函数值之差：\\[f{end}-f{start}={above}-{below}={value}\\]"),
    "divergence": Words("The divergence is the sum of the derivatives of the components, each by its own letter: \\[{sum}={value}\\]", "散度是各分量对各自变量的偏导数之和：\\[{sum}={value}\\]"),
    "curl": Words("The curl has the components \\[{first}\\] \\[{second}\\] \\[{third}\\]", "旋度的各分量为 \\[{first}\\] \\[{second}\\] \\[{third}\\]"),
    "at": Words("At the point \\({point}\\) this is \\({value}\\).", "在点 \\({point}\\) 处，其值为 \\({value}\\)。"),
    "counterclockwise": Words("counterclockwise", "逆时针"),
    "clockwise": Words("clockwise", "顺时针"),
    "minus": Words("minus ", "负的"),
    "code_leg": Words("the curve by its parameter, and what is integrated along it", "曲线的参数式与化成的被积函数"),
    "code_green": Words("Green's theorem: this is integrated over the inside", "格林公式：在区域内积分的函数"),
    "code_potential": Words("a potential, one letter after the other", "逐个变量求势函数"),
    "code_cross": Words("the mixed derivatives", "交叉偏导数"),
    "code_derivatives": Words("derivatives of the components", "各分量的偏导数"),
    "method": Words("added up numerically over many small pieces of the curve, without antiderivatives", "把曲线分成许多小段，不用原函数，直接数值求和"),
    "method_green": Words("added up numerically along the curve itself, without Green's theorem", "不用格林公式，直接沿曲线数值求和"),
    "method_ends": Words("added up numerically along the straight way between the points", "沿两点间的直线段数值求和"),
    "method_potential": Words("difference quotients of the potential give back the field, at several places", "在若干点处用差商验证势函数的偏导数就是该场"),
    "method_cross": Words("difference quotients of the components, at several places", "在若干点处用各分量的差商验证"),
    "integral": Words("The integral is \\({answer}\\).", "积分的值是 \\({answer}\\)。"),
    "done": Words("The work is \\({answer}\\).", "所做的功是 \\({answer}\\)。"),
    "potential": Words("A potential is \\(f={answer}\\), with any constant \\(C\\).", "势函数为 \\(f={answer}\\)（\\(C\\) 为任意常数）。"),
    "conservative": Words("Is the field conservative? {answer}", "该场是否为保守场：{answer}。"),
    "field": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip
