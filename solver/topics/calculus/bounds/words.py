"""Sentences of steps."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

WORDS: Final = {
    "condition": Words("The condition is \\(\\,{left}={right}\\,\\), so multiplying by \\({power}={constant}\\) only changes a known factor.", "由条件 \\({left}={right}\\)，乘以 \\({power}={constant}\\) 只改变一个已知的倍数。"),
    "reciprocal": Words("The value is positive, so it is largest where its reciprocal is smallest. Look at \\[{f}\\]", "这个式子是正数，它最大时其倒数最小。考虑 \\[{f}\\]"),
    "means": Words("Weighted arithmetic and geometric mean: for positive \\(u_k\\) and weights \\(w_k\\) that add to 1, \\(w_1u_1+w_2u_2+\\dots\\ge u_1^{{w_1}}u_2^{{w_2}}\\cdots\\), with equality exactly if all \\(u_k\\) are equal.",
                   "加权算术—几何平均不等式：\\(u_k\\) 为正数，权 \\(w_k\\) 之和为 1 时，\\(w_1u_1+w_2u_2+\\dots\\ge u_1^{{w_1}}u_2^{{w_2}}\\cdots\\)，当且仅当各 \\(u_k\\) 相等时取等号。"),
    "sum": Words("With the weights \\({weights}\\): \\[{sum}={split}\\ge {product}\\]", "取权 \\({weights}\\)：\\[{sum}={split}\\ge {product}\\]"),
    "bound": Words("Put together, all letters cancel: \\[{f}\\ge {value}\\]", "合在一起，字母全部消去：\\[{f}\\ge {value}\\]"),
    "equality": Words("Equality holds for example for \\({point}\\).", "例如当 \\({point}\\) 时取等号。"),
    "code_point": Words("where the terms of every sum are in the right ratio", "各项之比恰好合适的点"),
    "method_means": Words("worked out the value at the point of equality, and compared it with the values at a hundred other points", "计算取等号处的值，并与另外一百个点处的值比较"),
    "closed": Words("The points that are allowed form a closed and bounded set, so the largest and the smallest value are attained.", "允许的点构成有界闭集，所以最大值和最小值都能取到。"),
    "grows": Words("The expression grows without bound far away from the origin, so its smallest value is attained.", "离原点越远，式子的值越趋于无穷大，所以最小值能取到。"),
    "lagrange": Words("Inside, Lagrange's condition holds there: \\[{system}\\]", "在内部的最值点处满足拉格朗日条件：\\[{system}\\]"),
    "still": Words("Inside, all derivatives are 0 there: \\[{system}\\]", "在内部的最值点处各偏导数为 0：\\[{system}\\]"),
    "border": Words("On the border one or more of the letters are at the end of their range; the same condition holds for the others.", "在边界上有字母取到范围的端点，其余字母满足同样的条件。"),
    "only": Words("The conditions leave single points.", "条件只留下几个点。"),
    "replaced": Words("From \\({equation}=0\\): \\({letter}={value}\\). Put it in: \\[{target}\\]", "由 \\({equation}=0\\) 得 \\({letter}={value}\\)，代入得 \\[{target}\\]"),
    "candidates": Words("These are all the candidates: {list}.", "全部候选点：{list}。"),
    "at": Words("\\({point}\\) with the value \\({value}\\)", "\\({point}\\)，值为 \\({value}\\)"),
    "best": Words("The {best} of these values is \\({value}\\).", "其中{best}的值是 \\({value}\\)。"),
    "code": Words("the candidates, and the value there", "候选点以及那里的值"),
    "method": Words("compared the value with those at many other points that the conditions allow", "与许多满足条件的点处的值比较"),
}  # fmt: skip
LARGEST: Final = Words("largest", "最大")
SMALLEST: Final = Words("smallest", "最小")
