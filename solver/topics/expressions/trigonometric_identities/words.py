"""The words of trigonometric identities: what is read, and what is said."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "prove": "prove|prove that|prove the identity|prove the following identity|proof|verify|verify that|verify the identity|verify the following identity|show that|show|establish|establish the identity|demonstrate|demonstrate that|confirm that|justify"
    "|证明|求证|试证|试证明|验证|证|请证明|证明下列恒等式|证明下列等式|证明恒等式|证明等式|求证下列恒等式|证明下面的等式",
    "identity": "identity|identities|an identity|the identity|trigonometric identity|the trigonometric identity|trigonometric|trig|trig identity|equation|holds|hold|holds true|is true|true|always|always true|is always true"
    "|恒等式|三角恒等式|等式|成立|恒成立|下列等式|下列恒等式|三角等式|总成立",
    "all": "for all|for all x|for all values of|all|every|for every|real|real numbers?|wherever both sides are defined|whenever both sides are defined|where both sides are defined|where defined|both sides|左右两边|两边|有意义|都有意义|任意|对任意|一切|实数|任意实数",
    "simplify": "simplify|reduce|simplify the expression|simplify the following|simplify the trigonometric expression|simplify the following expression|completely|fully|as much as possible|in simplest form|to simplest form|trigonometric expression|化简|化简下列各式|化简三角函数式|化简下列式子|三角函数式|三角式|化成最简形式|最简形式|化为最简|式",
    "whether": "whether|determine whether|determine if|decide whether|decide if|true or false|是否|判断|是不是|是否成立|是否为|是否是|是否恒成立",
}  # fmt: skip

WORDS: Final = {
    "goal": Words("To prove: \\[{identity}\\]", "要证：\\[{identity}\\]"),
    "start": Words("Start with the left side and turn it into the right side.", "从左边出发，化成右边。"),
    "start_right": Words("Start with the right side and turn it into the left side.", "从右边出发，化成左边。"),
    "expression": Words("To simplify: \\[{expression}\\]", "化简：\\[{expression}\\]"),
    "reduction": Words("Reduction formulas (angles with \\(\\pi\\) and opposite angles): \\[{before}={after}\\]", "用诱导公式：\\[{before}={after}\\]"),
    "quotient": Words("Quotient and reciprocal identities, \\({formulas}\\): \\[{before}={after}\\]", "用商数关系、倒数关系 \\({formulas}\\)：\\[{before}={after}\\]"),
    "sum": Words("Sum and difference formulas, \\({formulas}\\): \\[{before}={after}\\]", "用两角和与差公式 \\({formulas}\\)：\\[{before}={after}\\]"),
    "double": Words("Double-angle formulas, \\({formulas}\\): \\[{before}={after}\\]", "用倍角公式 \\({formulas}\\)：\\[{before}={after}\\]"),
    "algebra": Words("Combine, multiply out and cancel: \\[{before}={after}\\]", "通分、展开、约分：\\[{before}={after}\\]"),
    "pythagoras": Words("Pythagorean identity, \\(\\sin^2 {x}+\\cos^2 {x}=1\\): \\[{before}={after}\\]", "用平方关系 \\(\\sin^2 {x}+\\cos^2 {x}=1\\)：\\[{before}={after}\\]"),
    "reached": Words("This is what was to be proved: both sides are equal wherever they have a value.", "这就是要证的：在两边都有意义时，左边等于右边。"),
    "cross": Words("Two fractions are equal when the cross products of numerators and denominators are. Multiplied out, they differ by \\[{products}={expanded}\\]", "两个分式相等，只要交叉相乘的积相等。展开后两积之差为 \\[{products}={expanded}\\]"),
    "zero": Words("With \\(\\sin^2 {x}+\\cos^2 {x}=1\\) this is \\[{expanded}=0\\] So the cross products are equal, and so are the fractions.", "由 \\(\\sin^2 {x}+\\cos^2 {x}=1\\)，\\[{expanded}=0\\] 交叉相乘的积相等，所以两个分式相等。"),
    "refuted": Words("It is not an identity: for \\({point}\\) the left side is \\({left}\\), and the right side is \\({right}\\).", "它不是恒等式：当 \\({point}\\) 时，左边为 \\({left}\\)，右边为 \\({right}\\)。"),
    "proved": Words("The identity \\({answer}\\) is proved.", "恒等式 \\({answer}\\) 得证。"),
    "denied": Words("\\({identity}\\) is not true for all angles: \\({answer}\\).", "\\({identity}\\) 并非对所有角成立：\\({answer}\\)。"),
    "yes": Words("It is an identity: \\({answer}\\).", "它是恒等式：\\({answer}\\)。"),
    "simplified": Words("Simplified: \\({answer}\\).", "化简得 \\({answer}\\)。"),
    "cell": Words("by Euler's formula both sides are fractions in powers of e^(ix): is the numerator of the difference 0?", "用欧拉公式把两边化成 e^(ix) 的分式：差的分子是否为 0？"),
    "cell_point": Words("both sides at one angle", "取一个角，分别计算两边"),
    "cell_simplify": Words("the same, shorter", "化成更短的形式"),
    "claim": Words("\\({identity}\\) holds wherever both sides have a value", "\\({identity}\\) 在两边都有意义时恒成立"),
    "claim_not": Words("\\({identity}\\) is not an identity", "\\({identity}\\) 不是恒等式"),
    "method": Words("both sides were computed to 40 digits at several angles", "取若干个角，两边各算到 40 位数字"),
}  # fmt: skip
NOT: Final = Words(r"\text{{not an identity}}", r"\text{{不是恒等式}}")
