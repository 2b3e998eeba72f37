"""Ideas of the topics about calculus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

IDEAS: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "differential_equations": (
        (r"y''|\\frac\{d\^2|二阶", "A linear equation of second order. Try an exponential function: the equation becomes a quadratic for its exponent, and the kind of its roots tells the form of the solution; a particular solution is added, and known values fix the constants.", "二阶线性方程。设指数函数形式的解，方程就变成关于指数的二次方程，根的类型决定解的形式；再加上一个特解，用已知条件确定常数。"),
        ("", "Look whether the variables separate – everything with y on one side, everything with x on the other – and integrate both sides. A linear equation becomes a derivative of a product when it is multiplied by the right factor. A known value fixes the constant.", "看能否分离变量：含 y 的放一边，含 x 的放另一边，再两边积分。一阶线性方程乘以合适的因子后，左边是乘积的导数。用已知条件确定常数。"),
    ),
    "infinite_series": (("", "First look whether the terms go to zero. Then compare: a geometric series has a constant quotient, a telescoping one cancels, powers of n are compared with the p-series, and the ratio test helps with factorials and powers.", "先看通项是否趋于零，再比较：公比不变的是等比级数，能裂项的会抵消，n 的幂与 p 级数比较，有阶乘和乘方时用比值法。"),),
    "power_series": (("", "The ratio test. The quotient of neighbouring terms tends to a multiple of the distance from the centre; the series converges where this limit is below one. The two ends have to be looked at by themselves.", "比值审敛法。相邻两项之比趋于到中心距离的某个倍数，极限小于一时收敛。两个端点要单独讨论。"),),
    "maclaurin_series": (("", "Start from a series that you know – the exponential, sine, cosine, geometric or logarithmic one – and put the inside in for its variable; factors in front are multiplied in.", "从熟悉的展开式（指数、正弦、余弦、等比、对数）出发，把里层代入变量，前面的因子再乘进去。"),),
    "taylor": (("", "A Taylor polynomial has the same value and the same derivatives as the function at the point. So differentiate as often as needed, put the point in, and divide by the factorials; or put into a known series.", "泰勒多项式在该点与函数有相同的函数值和各阶导数。所以逐阶求导、代入该点、除以阶乘；也可以代入已知的展开式。"),),
    "double_integrals": (
        (r"polar|极坐标|\^2\s*\+\s*y\^2\s*(?:<|\\le|≤)|disk|disc|圆", "A round region asks for polar coordinates: describe it by the distance from the origin and the angle, and do not forget that a small area carries the distance as a factor.", "圆形区域宜用极坐标：用到原点的距离和角度描述区域，别忘了面积元素要多乘一个距离。"),
        ("", "Describe the region by bounds: the outer letter runs between two numbers, the inner one between two curves. Then integrate from the inside out, and hold the other letter fixed meanwhile. If the inner integral resists, try the other order.", "先用上下限描述区域：外层变量在两个数之间，内层变量在两条曲线之间；再由内向外逐次积分，积分时另一个变量看作常数。若内层积不出来，就换一种次序。"),
    ),
    "line_integrals": (
        (r"divergence|\bdiv\b|散度", "The divergence says how much the field flows out of a small neighbourhood: differentiate every component by its own letter and add.", "散度表示场在一点附近向外流出的多少：每个分量对自己的变量求偏导数，再相加。"),
        (r"curl|\brot\b|旋度", "The curl says how the field turns. Each of its components compares two mixed derivatives: those of the two other components, each by the letter of the other.", "旋度表示场的旋转。它的每个分量都是另外两个分量交叉偏导数之差。"),
        (r"conservative|potential|independent|保守|势函数|路径无关|\^\{?\(|∫_\{\(", "Compare the mixed derivatives of the components. Where they agree everywhere there is a potential: integrate the first component, then find what is missing from the others. The integral between two points is then a difference of two of its values.", "先比较各分量的交叉偏导数。若处处相等，就存在势函数：对第一个分量积分，再由其余分量确定缺少的部分；两点间的积分就是势函数值之差。"),
        (r"∮|oint|Green|格林|closed|counterclockwise|boundary|逆时针|正向|闭曲线|边界", "The curve is closed. Green's theorem turns the integral around it into a double integral over the inside, of the difference of two derivatives; mind the direction in which the curve is gone along.", "曲线是封闭的。格林公式把沿它的积分化为所围区域上的二重积分，被积函数是两个偏导数之差；注意曲线的方向。"),
        (r"(?<![A-Za-z])d\s?s(?![A-Za-z])|arc length|弧长", "Write the curve with one letter. A small piece of it has a length that comes from the derivatives of the coordinates; with it the integral becomes an ordinary one.", "用一个参数表示曲线，弧长元素由坐标的导数得到，这样就化为普通的定积分。"),
        ("", "Write the curve with one letter that goes from the start to the end. Put the coordinates and their derivatives into the integral: it becomes an ordinary one.", "用一个从起点变到终点的参数表示曲线，把坐标和它们的导数代入，就化为普通的定积分。"),
    ),
    "related_rates": (("", "Write down the equation that relates the quantities at every moment, before any numbers of the moment go in. Then differentiate both sides with respect to time: each changing quantity brings its own rate. Only then put the numbers in.", "先写出各量在任何时刻都满足的关系式，先不要代入这一时刻的数；再两边对时间求导，每个变化的量都带出自己的变化率；最后才代入数值。"),),
    "several_variables": (
        (r"direction|方向", "The gradient collects the partial derivatives. How fast the function changes in a direction is the dot product of the gradient with that direction, made to have length one.", "梯度由各偏导数组成；沿某方向的变化率是梯度与该方向单位向量的数量积，所以先把方向化为单位向量。"),
        (r"critical|extrem|maxim|minim|saddle|极值|驻点", "Extreme values lie where all first partial derivatives are zero. What kind of point each is, the second partial derivatives tell: look at the sign of their determinant.", "极值点处各一阶偏导数都为零；再用二阶偏导数组成的行列式的符号判断每个驻点的类型。"),
        (r"plane|切平面", "Close to the point the surface looks like a plane. Its slopes in the two directions are the partial derivatives there.", "曲面在该点附近近似于平面，它沿两个方向的斜率就是该点的两个偏导数。"),
        ("", "A partial derivative is an ordinary one in which all the other letters count as constants. Take them one after the other.", "求偏导数时把其余字母都看作常数，按一元函数求导，一个一个地求。"),
    ),
    "integrals": (
        (r"area|面积", "An area between curves is the integral of upper minus lower. Find where they meet, decide which one lies above, and integrate the difference.", "曲线间的面积是“上减下”的积分。先求交点，判断谁在上方，再对差积分。"),
        ("", "Integration undoes differentiation. Look for a function whose derivative is the integrand; with limits, take its value at the upper end less that at the lower.", "积分是求导的逆运算。找一个导数等于被积函数的函数；有上下限时，上限处的值减去下限处的值。"),
    ),
    "derivatives": (
        (r"tangent|slope|切线|斜率", "The derivative at a point is the slope of the tangent there. Differentiate, put the point in, and if a line is asked for, use the slope together with the point.", "某点的导数就是该点切线的斜率。先求导、代入该点；若求切线方程，再用点斜式。"),
        ("", "Look at the outermost structure: a sum is differentiated term by term, a product and a quotient by their rules, a function of a function by the chain rule. Powers lose one from the exponent.", "看最外层的结构：和逐项求导，积、商用各自的法则，复合函数用链式法则。幂函数的指数减一。"),
    ),
    "limits": (("", "Put the point in first. If that gives a number, it is the limit; if it gives an undetermined form, change the expression – factor and cancel, rationalise, divide by the highest power – until it does.", "先直接代入。得到确定的数就是极限；得到不定式，就变形——分解约分、有理化、同除最高次幂——直到能代入。"),),
    "average_rates": (("", "A rate compares two changes. Find the value of the function at both ends, then divide how much it has changed by how far the variable has gone.", "变化率比较两个增量。先求两端的函数值，再用函数值的改变量除以自变量的改变量。"),),
    "extrema": (("", "The sign of the derivative tells where a function rises or falls. Find where the derivative is zero or does not exist, look at its sign between these points, and on a closed interval compare with the ends.", "导数的符号说明函数的增减。求出导数为零或不存在的点，看各段上的符号；闭区间上还要与端点比较。"),),
    "implicit_derivatives": (("", "Treat y as a function of x and differentiate both sides. Every term with y brings its own derivative by the chain rule; collect these terms and solve for it.", "把 y 看作 x 的函数，两边同时求导。含 y 的项由链式法则会带出 y 的导数，把它们集中起来再解出。"),),
    "measures": (
        (r"average value|平均值", "The average value is the height of the rectangle with the same area: the integral over the interval, divided by its length.", "函数的平均值是同面积矩形的高：区间上的积分除以区间长度。"),
        (r"arc length|弧长", "Cut the curve into tiny straight pieces. By Pythagoras each is a root of one plus the squared slope; add them up with an integral.", "把曲线分成小段，每段由勾股定理得到“一加斜率平方”的根，再用积分加起来。"),
        ("", "Cut the solid into thin slices, write the area of one slice from its radius, and add up with an integral; where there is a hole, subtract the inner disc.", "把立体切成薄片，由半径写出一片的面积，再用积分相加；中间有空的，减去内圆。"),
    ),
    "variable_limits": (("", "An integral whose upper limit moves grows by the integrand at that limit: that is the fundamental theorem. If the limit is itself a function, the chain rule multiplies with its derivative; a moving lower limit counts with a minus sign.", "积分上限变动时，积分的变化率就是被积函数在上限处的值（微积分基本定理）。上限是函数时，用链式法则再乘它的导数；下限变动时要带负号。"),),
    "course_letters": (("", "Say with the derivative what is told of the function: rising means that the derivative is nowhere negative, an extreme value means that it is zero there and changes its sign. That gives conditions for the letters; where a condition holds for all places, set the letter apart from the variable.", "把题中的条件用导数说出来：单调递增就是导数处处不小于零，极值点处导数为零且变号。由此得到关于字母的条件；若条件对所有点成立，可以分离参数求最值。"),),
    "optimisation": (("", "Give the changing length a letter, write everything else with it, and with that the quantity that is to be largest or smallest. Mind which values make sense. Where its derivative is zero and changes sign is the best place. With two products, write the resources as conditions and look at the corners.", "设变动的量为一个字母，用它表示其他的量，写出要求最值的量，注意自变量的范围；导数为零且变号的地方就是最优位置。有两种产品时，把资源写成约束条件，再比较各顶点。"),),
    "newton": (("", "Replace the curve by its tangent at the place where you are: where the tangent meets the axis is the next, better place. Work out the function and its slope there, and take the step again.", "在当前点处用切线代替曲线，切线与横轴的交点就是下一个更好的近似值。算出该点的函数值和斜率，再重复这一步。"),),
    "constrained": (("", "At an extreme point on the constraint the function cannot grow along it: its gradient stands perpendicular to the constraint, just as the constraint's own gradient does. So one is a multiple of the other.", "在约束上的极值点处，函数沿约束方向不再变化：它的梯度与约束的梯度平行，即一个是另一个的倍数，再与约束条件联立。"),),
    "smoothness": (("", "Write the function without bars on each side of the place. Compare the two limits with the value there for continuity; then compare the slopes from the left and from the right.", "在该点两侧分别去掉绝对值号。先比较左右极限与函数值判断连续，再比较左导数与右导数判断可导。"),),
}  # fmt: skip
