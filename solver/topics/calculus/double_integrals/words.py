"""What `double_integrals` says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

WORDS: Final = {
    "meet": Words("The curves around the region meet at \\({letter}={points}\\).", "围成区域的曲线交于 \\({letter}={points}\\)。"),
    "region": Words("The region is \\[{region}\\]", "积分区域是 \\[{region}\\]"),
    "pieces": Words("The region is cut into two pieces, where another line bounds it: \\[{region}\\]", "区域的边界中途换了一条直线，分成两块：\\[{region}\\]"),
    "polar": Words("The region is round, so polar coordinates fit: \\(x=r\\cos\\theta\\), \\(y=r\\sin\\theta\\), and a small area is \\(r\\,dr\\,d\\theta\\). The region becomes \\[{region}\\]", "区域是圆形的，宜用极坐标：\\(x=r\\cos\\theta\\)，\\(y=r\\sin\\theta\\)，面积元素为 \\(r\\,dr\\,d\\theta\\)。区域变为 \\[{region}\\]"),
    "turned": Words("The order of integration is changed. The same region is \\[{region}\\]", "交换积分次序。同一区域写成 \\[{region}\\]"),
    "hard": Words("In this order the inner integral has no elementary antiderivative.", "按这个次序，内层积分没有初等原函数。"),
    "iterated": Words("So the integral is done one letter after the other: \\[{integral}\\]", "于是化为累次积分：\\[{integral}\\]"),
    "inner": Words("With respect to \\({letter}\\) first; the other letters are held fixed: \\[{integral}={bracket}={value}\\]", "先对 \\({letter}\\) 积分，其余字母看作常数：\\[{integral}={bracket}={value}\\]"),
    "outer": Words("Then with respect to \\({letter}\\): \\[{integral}={bracket}={value}\\]", "再对 \\({letter}\\) 积分：\\[{integral}={bracket}={value}\\]"),
    "sum": Words("Both pieces together: \\[{terms}={value}\\]", "两块相加：\\[{terms}={value}\\]"),
    "code_inner": Words("with respect to {letter}; the other letters are held fixed", "对{letter}积分，其余字母看作常数"),
    "method": Words("added up numerically over many small cells of the region", "把区域分成许多小块，用数值求和"),
    "method_region": Words("the region was found on a fine grid from what is told of it, and the integral added up there; and numerically from the bounds", "由题中条件在细网格上找出区域并求和，又按积分限数值积分"),
    "method_corners": Words("the triangle as the image of the one with the legs 1, and numerically from the bounds", "把三角形看作直角边为1的三角形的像来计算，又按积分限数值积分"),
    "sentence": Words("The integral is \\({answer}\\).", "积分的值是 \\({answer}\\)。"),
    "volume": Words("The volume is \\({answer}\\).", "体积是 \\({answer}\\)。"),
}  # fmt: skip
