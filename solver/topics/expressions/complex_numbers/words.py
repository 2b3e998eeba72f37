"""What `complex_numbers` reads and says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "modulus": "modulus|absolute value|magnitude|模|模长|绝对值|模是|模为",
    "conjugate": "conjugatenumber|conjugatenumber complex number|共轭复数|共轭",
    "real": "real part|实部",
    "imaginary": "imaginary part|虚部",
    "argument": "argument|principal argument|principal value of the argument|辐角|辐角主值|辐角的主值|幅角|主辐角",
    "complex": "complex numbers?|复数",
    "unit": "imaginary unit|虚数单位",
    "form": "solve|solve for|simplify|simplified|simplest form|form|standard form|in the form|write|express|radians|in radians|principal|range|interval|rectangular form|cartesian form|algebraic form|result"
    "|化简|化成|形式|的形式|代数形式|写成|表示|化为|弧度|弧度制|取|取值|取值范围|范围|主值|范围为|取值范围为|主值范围|所得|运算|对应的点|对应",
}
WORDS: Final = {
    "unknown": Words(
        "Let \\({z}={x}+{y}i\\) with real \\({x},{y}\\) and put it into \\({equation}\\). Both sides agree when their real parts agree "
        "and their imaginary parts agree: \\[{real}=0,\\qquad {imaginary}=0\\] Hence \\({x}={a}\\) and \\({y}={b}\\), so \\({z}={value}\\).",
        "设 \\({z}={x}+{y}i\\)（\\({x},{y}\\) 为实数），代入 \\({equation}\\)。两边相等即实部与虚部分别相等："
        "\\[{real}=0,\\qquad {imaginary}=0\\] 解得 \\({x}={a}\\)，\\({y}={b}\\)，所以 \\({z}={value}\\)。",
    ),
    "known": Words("Here \\({name}={value}\\).", "这里 \\({name}={value}\\)。"),
    "modulus": Words(
        "The modulus of \\(a+bi\\) is \\(\\sqrt{{a^2+b^2}}\\), the distance of the point \\((a,b)\\) from the origin. Here \\(a={a}\\) and "
        "\\(b={b}\\): \\[\\left|{value}\\right|=\\sqrt{{{squares}}}={result}\\]",
        "复数 \\(a+bi\\) 的模是 \\(\\sqrt{{a^2+b^2}}\\)，即点 \\((a,b)\\) 到原点的距离。这里 \\(a={a}\\)，\\(b={b}\\)："
        "\\[\\left|{value}\\right|=\\sqrt{{{squares}}}={result}\\]",
    ),
    "conjugate": Words(
        "The conjugate has the same real part and the opposite imaginary part: \\[\\overline{{{value}}}={result}\\]",
        "共轭复数的实部不变，虚部变为相反数：\\[\\overline{{{value}}}={result}\\]",
    ),
    "real": Words(
        "The real part of \\({value}\\) is the part without \\(i\\), namely \\({result}\\).",
        "\\({value}\\) 的实部是不含 \\(i\\) 的部分，即 \\({result}\\)。",
    ),
    "imaginary": Words(
        "The imaginary part of \\({value}\\) is the real number that \\(i\\) is multiplied by, namely \\({result}\\).",
        "\\({value}\\) 的虚部是 \\(i\\) 的系数（实数），即 \\({result}\\)。",
    ),
    "argument": Words(
        "The argument is the angle \\(\\theta\\) with \\(\\cos\\theta={cos}\\) and \\(\\sin\\theta={sin}\\), because "
        "\\({value}={modulus}(\\cos\\theta+i\\sin\\theta)\\). In \\((-\\pi,\\pi]\\) that is \\({result}\\).",
        "辐角 \\(\\theta\\) 满足 \\(\\cos\\theta={cos}\\)，\\(\\sin\\theta={sin}\\)，因为 \\({value}={modulus}(\\cos\\theta+i\\sin\\theta)\\)。"
        "在 \\((-\\pi,\\pi]\\) 内取主值，得 \\({result}\\)。",
    ),
    "argument_turn": Words(
        "The argument is the angle \\(\\theta\\) with \\(\\cos\\theta={cos}\\) and \\(\\sin\\theta={sin}\\), because "
        "\\({value}={modulus}(\\cos\\theta+i\\sin\\theta)\\). In \\([0,2\\pi)\\) that is \\({result}\\).",
        "辐角 \\(\\theta\\) 满足 \\(\\cos\\theta={cos}\\)，\\(\\sin\\theta={sin}\\)，因为 \\({value}={modulus}(\\cos\\theta+i\\sin\\theta)\\)。"
        "在 \\([0,2\\pi)\\) 内取主值，得 \\({result}\\)。",
    ),
    "plain": Words(
        "The expression is already in the form \\(a+bi\\): \\({value}\\).",
        "该式已是 \\(a+bi\\) 的形式：\\({value}\\)。",
    ),
    "parts": Words("real and imaginary parts must both vanish", "实部与虚部都等于 0"),
    "turn": Words("angles are counted from 0 to 2*pi", "辐角主值取在 [0, 2*pi) 内"),
    "method": Words(
        "computed again with 2×2 matrices: i is a quarter turn, multiplying numbers is multiplying matrices",
        "改用二阶矩阵重算：i 对应旋转 90°，复数相乘对应矩阵相乘",
    ),
}
SENTENCES: Final = {
    "modulus": Words("The modulus is \\({answer}\\).", "模是 \\({answer}\\)。"),
    "conjugate": Words("The conjugate is \\({answer}\\).", "共轭复数是 \\({answer}\\)。"),
    "real": Words("The real part is \\({answer}\\).", "实部是 \\({answer}\\)。"),
    "imaginary": Words("The imaginary part is \\({answer}\\).", "虚部是 \\({answer}\\)。"),
    "argument": Words("The argument is \\({answer}\\).", "辐角主值是 \\({answer}\\)。"),
    "value": Words("The value is \\({answer}\\).", "结果是 \\({answer}\\)。"),
}
