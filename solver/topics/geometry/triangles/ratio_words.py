"""What `ratios` says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

WORDS: Final = {
    "right": Words(
        "The right angle is \\({right}\\), so \\({hypotenuse}\\) is the hypotenuse. By the theorem of Pythagoras \\({c}^2={a}^2+{b}^2\\): {sides}.",
        "直角是 \\({right}\\)，所以 \\({hypotenuse}\\) 是斜边。由勾股定理 \\({c}^2={a}^2+{b}^2\\)：{sides}。",
    ),
    "ratio": Words(
        "\\({given}\\) is a ratio of sides; take sides in this ratio, since only the shape matters.",
        "\\({given}\\) 给出边的比；只与形状有关，不妨按这个比取边长。",
    ),
    "sines": Words(
        "{given} fix the shape of the triangle. By the law of sines its sides are as the sines of the angles opposite, with \\(\\sin(\\alpha+\\beta)=\\sin\\alpha\\cos\\beta+\\cos\\alpha\\sin\\beta\\) for the third one; take {sides}.",
        "由 {given} 可确定三角形的形状。由正弦定理，各边与对角的正弦成比例，第三个角用 \\(\\sin(\\alpha+\\beta)=\\sin\\alpha\\cos\\beta+\\cos\\alpha\\sin\\beta\\)；取 {sides}。",
    ),
    "third": Words(
        "The law of cosines gives the third side: {sides}.", "由余弦定理求第三边：{sides}。"
    ),
    "cosine": Words(
        "By the law of cosines \\[\\cos {v}=\\frac{{{b}^2+{c}^2-{a}^2}}{{2{b}{c}}}={value}\\] and \\(\\sin {v}\\) is positive: \\(\\sin {v}=\\sqrt{{1-\\cos^2 {v}}}={sine}\\).",
        "由余弦定理 \\[\\cos {v}=\\frac{{{b}^2+{c}^2-{a}^2}}{{2{b}{c}}}={value}\\] 三角形内角的正弦为正：\\(\\sin {v}=\\sqrt{{1-\\cos^2 {v}}}={sine}\\)。",
    ),
    "cosine_alone": Words(
        "By the law of cosines \\[\\cos {v}=\\frac{{{b}^2+{c}^2-{a}^2}}{{2{b}{c}}}={value}\\]",
        "由余弦定理 \\[\\cos {v}=\\frac{{{b}^2+{c}^2-{a}^2}}{{2{b}{c}}}={value}\\]",
    ),
    "sums": Words(
        "The formulas for sums and multiples of angles give \\[{call}={expanded}\\]",
        "由和角、倍角公式：\\[{call}={expanded}\\]",
    ),
    "halves": Words(
        "For half of an angle use \\(\\sin^2\\frac{{\\theta}}{{2}}=\\frac{{1-\\cos\\theta}}{{2}}\\) and \\(\\cos^2\\frac{{\\theta}}{{2}}=\\frac{{1+\\cos\\theta}}{{2}}\\); both roots are positive, since \\(\\frac{{{v}}}{{2}}\\) is acute.",
        "由半角公式 \\(\\sin^2\\frac{{\\theta}}{{2}}=\\frac{{1-\\cos\\theta}}{{2}}\\)、\\(\\cos^2\\frac{{\\theta}}{{2}}=\\frac{{1+\\cos\\theta}}{{2}}\\)；\\(\\frac{{{v}}}{{2}}\\) 是锐角，两者都取正根。",
    ),
    "acute": Words(
        "In the right triangle \\[\\cos {v}=\\frac{{{adjacent}}}{{{c}}}={value},\\qquad \\sin {v}=\\frac{{{a}}}{{{c}}}={sine}\\]",
        "在直角三角形中 \\[\\cos {v}=\\frac{{{adjacent}}}{{{c}}}={value},\\qquad \\sin {v}=\\frac{{{a}}}{{{c}}}={sine}\\]",
    ),
    "put_in": Words("So \\[{asked}={value}\\]", "所以 \\[{asked}={value}\\]"),
    "cell": Words("sides a, b, c opposite the angles", "a, b, c 分别是各角的对边"),
    "method": Words("the triangle is put into coordinates, and the angle is measured there", "建立坐标系，在坐标中计算这个角"),
    "answer": Words("The value is \\({answer}\\).", "所求的值是 \\({answer}\\)。"),
}  # fmt: skip
