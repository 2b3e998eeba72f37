"""Ideas of the topics about functions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

IDEAS: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "moved_graphs": (("", "What happens to the graph happens to the formula: a move sideways, a reflection in the vertical axis or a horizontal stretch changes what stands for x; a move up or down, a reflection in the horizontal axis or a vertical stretch changes the whole value. Do one move after the other.", "图象怎么变，解析式就怎么变：左右平移、关于 y 轴对称、横向伸缩改变的是 x；上下平移、关于 x 轴对称、纵向伸缩改变的是整个函数值。按顺序一步一步变换。"),),
    "regions": (("", "Draw the boundary line of each condition, then test one point that is not on it: if the condition holds there, that whole side belongs to the region. The region is where all these sides overlap.", "先画出每个条件的边界线，再取一个不在线上的点检验：若成立，这一侧就属于该区域。所求区域是各侧的公共部分。"),),
    "graphs": (("", "A few points decide what a graph looks like. Find where it crosses the axes and where its tangent is horizontal, and think of how it goes far out on both sides.", "图象的样子由几个关键点决定：求出与坐标轴的交点、切线水平的点，再想想两端的走向。"),),
    "parabolas": (
        (r"focus|directrix|焦点|准线", "Compare with the standard form. The squared letter tells the direction of the axis, and the coefficient of the other letter is four times the distance from the vertex to the focus.", "与标准方程对照。哪个字母平方决定对称轴的方向，另一个字母的系数是顶点到焦点距离的四倍。"),
        (r"shift|translat|平移|moved", "A shift of the graph replaces the letters: to the right means that the variable is made smaller by as much, upwards adds to the whole.", "平移图象就是替换字母：向右平移，自变量要减去相应的数；向上平移，整个式子加上相应的数。"),
        (r"intercept|交点|zeros?\b|roots?\b", "On an axis one coordinate is zero. Put zero in for it and solve for the other one.", "坐标轴上的点有一个坐标为零。令它等于零，解出另一个坐标。"),
        ("", "The vertex tells nearly everything about a parabola. Complete the square – or use the axis of symmetry, halfway between points of equal height – and read it off.", "顶点几乎决定了抛物线的一切。配方（或者利用对称轴在等高点正中间）就能读出顶点。"),
    ),
    "functions": (
        (r"(?i)solve|solution|解方程", "Put one function into the other first; what is left is an ordinary equation for the variable.", "先把一个函数代入另一个，得到关于自变量的普通方程，再解它。"),
        ("", "A function is a rule with an empty place. Put what stands in the brackets, whole and in brackets, into every place of the variable; for nested functions begin inside.", "函数是一条留有空位的规则。把括号里的内容整体（加括号）代入自变量的每个位置；复合函数从里层算起。"),
    ),
    "inverse_functions": (("", "The inverse undoes the function. Write the function as an equation, solve it for the variable, then exchange the two letters.", "反函数把原函数的作用还原。写成等式，解出自变量，再互换两个字母。"),),
    "proportionality": (("", "Directly proportional quantities have a constant quotient, inversely proportional ones a constant product. The known pair gives the constant, and the constant gives the rest.", "成正比例的两个量商一定，成反比例的两个量积一定。由已知的一对求出常数，再用常数求其余的。"),),
    "function_features": (
        (r"domain|undefined|定义域|无意义|有意义", "Ask what is forbidden. A denominator must not be zero, what stands under an even root must not be negative, and a logarithm needs something positive.", "想一想什么不允许：分母不能为零，偶次根号下不能为负，真数必须为正。"),
        (r"asymptote|渐近线", "A vertical asymptote stands where only the denominator becomes zero. For a horizontal one compare the leading terms above and below, for they alone count far out.", "竖直渐近线出现在只有分母为零的地方。求水平渐近线要比较分子分母的最高次项，因为远处只有它们起作用。"),
        (r"range|值域", "Ask which values the function can take. Complete the square, use that squares and roots are not negative, or solve for the variable and see when that is possible.", "想一想函数能取到哪些值：配方，利用平方和根式非负，或者反解自变量看何时有解。"),
        (r"inverse|\^\{-1\}|反函数", "To find a value of the inverse, no formula for it is needed: ask for which input the function has that value, and solve that equation.", "求反函数的值不必写出反函数：问自变量取多少时函数等于这个值，解这个方程即可。"),
        (r"intercept|交点|截距", "On an axis one coordinate is zero. Put zero in for it and solve for the other one.", "坐标轴上的点有一个坐标为零。令它等于零，解出另一个坐标。"),
        ("", "Go back to what the feature means and write it as an equation or inequality; then solve that.", "回到这个特征的含义，把它写成方程或不等式，再求解。"),
    ),
    "parity": (("", "Symmetry. See whether the domain is symmetric about the origin, then put the opposite number in for the variable, simplify, and compare with what you had.", "对称性。先看定义域是否关于原点对称，再把自变量换成它的相反数，化简后与原来的式子比较。"),),
    "periods": (
        (r"amplitude|振幅", "A sine or a cosine alone goes between minus one and one. Look at the factor before it; where a sine and a cosine of one angle are added, join them into a single wave first.", "正弦、余弦本身在正负一之间。看它前面的系数；同角的正弦、余弦相加时，先合成一个三角函数。"),
        ("", "Ask by how much the variable must grow until the argument has made one whole turn. Products and powers of sines and cosines are first written as sums; of several waves take the least common multiple.", "问自变量要增加多少，三角函数的角才转过整整一周。有乘积或平方时先降幂，化成正弦、余弦的和；有几项时取各周期的最小公倍数。"),
    ),
    "linear_programming": (("", "A linear expression takes its largest and smallest value on a region with corners at a corner. Find the corners as intersections of boundary lines, keep those that fulfil all conditions, and compare.", "线性目标函数在有顶点的可行域上，最值在顶点处取得。求边界线的交点，留下满足全部条件的，再比较函数值。"),),
    "letters_from_values": (("", "Every known value is an equation. Put the argument in, set the result equal to the value, and solve the equations for the letters.", "每个已知函数值都是一个方程。代入自变量，令结果等于函数值，再解出各个字母。"),),
    "graph_points": (("", "A point lies on a graph when its coordinates fulfil the equation. Put the known point in to learn one value of the function, then choose the argument on the other graph so that just this value is needed.", "点在图象上，坐标就满足方程。代入已知点得到函数的一个值，再在另一个图象上选取恰好用到这个值的自变量。"),),
    "unknown_letters": (("", "Write out both sides as expressions by putting the functions in, from the inside out. What is left is an ordinary equation for the letter.", "从里到外代入函数，把两边都写成具体的式子，剩下的就是关于这个字母的普通方程。"),),
    "interpolated": (("", "Undetermined coefficients. A polynomial of known degree has just so many unknown coefficients; each known value gives one equation for them.", "待定系数法。次数已知的多项式，系数个数也就确定；每个已知函数值给出一个方程。"),),
}  # fmt: skip
