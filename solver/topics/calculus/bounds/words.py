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
    "square": Words("The square of the distance from the origin is \\({target}\\); look for its smallest value.", "到原点距离的平方为 \\({target}\\)，求它的最小值。"),
    "root": Words("So the distance is \\({value}\\).", "所以距离为 \\({value}\\)。"),
    "forms": Words("Write the two quadratic forms with symmetric matrices: \\(F={f}\\) and \\(G={g}\\). Where \\(\\frac{{v^TFv}}{{v^TGv}}\\) is extreme, \\(Fv=\\lambda Gv\\), and \\(\\lambda\\) is the value.", "用对称矩阵表示两个二次型：\\(F={f}\\)，\\(G={g}\\)。\\(\\frac{{v^TFv}}{{v^TGv}}\\) 取极值处有 \\(Fv=\\lambda Gv\\)，\\(\\lambda\\) 就是比值。"),
    "determinant": Words("So \\[\\det(F-\\lambda G)={polynomial}=0\\] with the solutions \\({roots}\\).", "所以 \\[\\det(F-\\lambda G)={polynomial}=0\\] 其解为 \\({roots}\\)。"),
    "attained": Words("The {best} is \\({value}\\), attained for the direction \\({vector}\\).", "{best}的是 \\({value}\\)，在方向 \\({vector}\\) 上取到。"),
    "times": Words("The condition says that \\(v^TGv={c}\\), so the value asked for is \\({c}\\cdot {root}={value}\\).", "条件说明 \\(v^TGv={c}\\)，所以所求的值是 \\({c}\\cdot {root}={value}\\)。"),
    "code": Words("the candidates, and the value there", "候选点以及那里的值"),
    "method": Words("compared the value with those at many other points that the conditions allow", "与许多满足条件的点处的值比较"),
}  # fmt: skip
LARGEST: Final = Words("largest", "最大")
SMALLEST: Final = Words("smallest", "最小")
