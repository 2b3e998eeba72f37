"""Rules of numbers, graphs and regions that only some topics use."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.tutor.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        Words("Division with remainder", "带余除法"),
        r"(?i)divide with remainder|largest multiple|做带余除法|最大倍数",
        Words("Put the things into full boxes; what does not fill another box is left over.", "东西装满一盒又一盒，装不满一盒的就是剩下的。"),
        Words("Take away the divisor as often as it goes; what is left is smaller than the divisor, and there is only one such remainder.", "除数能减几次就减几次，剩下的比除数小，这样的余数只有一个。"),
        Words("For b > 0 there are unique q and r with a = qb + r and 0 ≤ r < b; two remainders would differ by a multiple of b.", "b > 0 时，存在唯一的 q、r 使 a = qb + r 且 0 ≤ r < b；若有两个余数，它们之差会是 b 的倍数。"),
    ),
    Rule(
        Words("Shifting by one period", "错位相减"),
        r"(?i)shifting by one period|移动一个循环节",
        Words("Two endless rows of the same digits, one below the other: take one from the other, and the rows are gone.", "两串一样的、没有尽头的数字上下对齐，相减以后就都没有了。"),
        Words("Multiplying by a power of ten moves the digits by one whole period, so behind the point both numbers look the same and cancel.", "乘以十的幂正好移动一个循环节，小数点后完全相同，相减就抵消。"),
        Words("The recurring decimal is a geometric series with a ratio below one; the subtraction sums it.", "循环小数是公比小于一的等比级数，错位相减就是求它的和。"),
    ),
    Rule(
        Words("Nothing can be divided by zero", "零不能作除数"),
        r"(?i)nothing can be divided by 0|0 不能作除数|0不能作除数",
        Words("Sharing sweets among no children makes no sense: nobody can say how many each one gets.", "把糖分给零个小朋友没有意义，谁也说不出每人分几颗。"),
        Words("The quotient times the divisor must give the dividend, but zero times anything is zero.", "商乘除数要等于被除数，可是零乘任何数都是零。"),
    ),
    Rule(
        Words("Ratios keep their value", "比的基本性质"),
        r"(?i)divide every term by it|term of the ratio|各项都除以它|各项同时乘",
        Words("Two cups of flour to one of milk tastes the same as four to two.", "两杯面粉配一杯牛奶，和四杯配两杯，味道一样。"),
        Words("A ratio is a quotient, and a quotient stays the same when both numbers are multiplied or divided by the same number.", "比就是商，前项后项同乘或同除以一个不为零的数，商不变。"),
    ),
    Rule(
        Words("Taking powers out of a root", "化简根式"),
        r"(?i)take out of the root|full power|开得尽|移到根号外|提到根号外",
        Words("The side of a square of four tiles is two: what makes a full square leaves the root as its side.", "四块砖拼成的正方形边长是二：能拼成完整正方形的，就以边长的样子走出根号。"),
        Words("The root of a product is the product of the roots, for numbers that are not negative; a full power under it loses root and exponent.", "非负数之积的算术根等于各自算术根的积；根号下的完全幂开出来，根号和指数就抵消了。"),
        Words("√(a²b) = a√b for a, b ≥ 0: both sides are non-negative and have the same square.", "a、b ≥ 0 时 √(a²b) = a√b：两边都非负，而且平方相等。"),
    ),
    Rule(
        Words("Dividing leading terms", "首项相除"),
        r"(?i)what is left is|highest powers first|余下|从最高次项开始",
        Words("As in long division with numbers: look only at the front, and take away what you have used.", "和数的竖式除法一样：只看最前面的，用掉的就减去。"),
        Words("The first term of the quotient must produce the first term of what is left; after subtracting, the degree has gone down.", "商的首项必须正好产生剩余部分的首项，相减以后次数就降低了。"),
        Words("Over a field, f = qg + r with deg r < deg g exists and is unique; each step keeps f − qg and lowers its degree.", "在域上，f = qg + r（r 的次数低于 g）存在且唯一；每一步都保持这一关系并降低次数。"),
    ),
    Rule(
        Words("The sign of the derivative", "导数的符号"),
        r"(?i)the derivative is[^.]*so the function|sign of[^.]*cannot change|derivative changes from|导数为[^。]*函数单调|不变号|导数由",
        Words("Going uphill you get higher, going downhill lower. On top there is a short flat place.", "上坡越走越高，下坡越走越低，到了顶上有一小段是平的。"),
        Words("The derivative is the slope: where it is positive the curve rises, where it is negative it falls. It can change its sign only where it is zero or missing.", "导数就是斜率：为正则上升，为负则下降。它只有在为零或不存在的地方才可能变号。"),
        Words("By the mean value theorem f(b) − f(a) = f′(c)(b − a); a continuous f′ changes its sign only through a zero.", "由中值定理 f(b) − f(a) = f′(c)(b − a)；连续的导数只能经过零点变号。"),
    ),
    Rule(
        Words("One test point is enough", "取一点检验"),
        r"(?i)test the point|取点",
        Words("A fence has two sides. To know which side is yours, look where one of your sheep stands.", "篱笆有两边，看看自己的一只羊站在哪边，就知道哪边是自己的。"),
        Words("The difference of both sides is zero on the line only. So it has one sign on each side of it, and one point shows which.", "两边之差只在直线上为零，所以直线每一侧符号相同，取一个点就知道是哪种。"),
        Words("A continuous function without zeros on a connected set has one sign there.", "连续函数在连通集上没有零点，就不变号。"),
    ),
    Rule(
        Words("Extreme values at corners", "最值在顶点取得"),
        r"(?i)found at corners|so it is a corner|corners of it|可行域的顶点",
        Words("Push a ruler across a shape with corners: the last thing that it touches is a corner.", "用直尺平着推过一个多边形，最后碰到的一定是角。"),
        Words("The lines of equal value are parallel. Shifted as far as possible, such a line leaves the region at a corner (or along a whole side).", "目标函数的等值线互相平行，平移到不能再移时，一定经过顶点（或者整条边）。"),
        Words("A linear function on a bounded polyhedron attains its extremes at an extreme point, for every point is a convex combination of these.", "线性函数在有界多面体上的最值在极点处取得，因为每一点都是极点的凸组合。"),
    ),
    Rule(
        Words("The ratio test", "比值审敛法"),
        r"(?i)ratio test|比值法",
        Words("If every step is less than half the step before, you will never get further than twice the first one.", "如果每一步都不到前一步的一半，走得再久也超不过第一步的两倍。"),
        Words("If neighbouring terms have a quotient that stays below one, the series behaves like a geometric one and converges; above one, the terms do not go to zero.", "相邻两项之比最终小于一，级数就像等比级数一样收敛；大于一时，通项不趋于零。"),
        Words("With limit L < 1 and L < q < 1, |aₙ| ≤ C qⁿ from some n on: comparison with the geometric series.", "极限 L < 1 时取 L < q < 1，从某项起 |aₙ| ≤ C qⁿ，与等比级数比较即得。"),
    ),
    Rule(
        Words("Quotient and reciprocal identities", "商数关系与倒数关系"),
        r"(?i)quotient and reciprocal identities|商数关系|倒数关系",
        Words("Several names for the same sides of a triangle: a tangent is only a sine over a cosine.", "同一个三角形的边有几种叫法：正切不过是正弦除以余弦。"),
        Words("Tangent, cotangent, secant and cosecant are defined by sine and cosine, so they may be written with these two wherever no denominator is zero.", "正切、余切、正割、余割都由正弦和余弦定义，所以在分母不为零处可以互相改写。"),
    ),
    Rule(
        Words("A square is never negative", "平方非负"),
        r"(?i)a square is never negative|平方不会是负数",
        Words("A square of tiles never has fewer than no tiles.", "用砖铺正方形，砖的块数不会比零还少。"),
        Words("A number times itself is zero or more. So the smallest value of a square is zero, and it is reached where the bracket is zero.", "一个数乘它自己不会是负数，所以平方最小是零，在括号等于零时取到。"),
        Words("In an ordered field x² ≥ 0, for x and −x have the same square and one of them is not negative.", "有序域中 x² ≥ 0，因为 x 与 −x 的平方相等，而其中必有一个非负。"),
    ),
    Rule(
        Words("Sums may be taken apart", "求和的线性性质"),
        r"(?i)sum may be added part by part|逐部分求和",
        Words("Count the apples of all baskets, then the pears: together it is all the fruit.", "先数每个篮子里的苹果，再数梨，合起来就是全部水果。"),
        Words("The order of adding does not matter, and a common factor may be taken out. So a sum of sums may be taken apart.", "加的次序不影响结果，公因数可以提出来，所以和式可以拆开求。"),
    ),
    Rule(
        Words("The modulus is a length", "模就是长度"),
        r"(?i)the modulus of|复数[^。]*的模是|square root of the sum of the squares of the components|各(?:坐标|分量)平方",
        Words("Go so far to the right and so far up: the straight way back is the long side of a right-angled triangle.", "向右走几步，再向上走几步，直着回来的路就是直角三角形的斜边。"),
        Words("Real and imaginary part (or the components) are the legs of a right-angled triangle; Pythagoras gives the long side.", "实部与虚部（或各坐标）是直角三角形的两条直角边，由勾股定理求斜边。"),
        Words("|z|² = z·z̄ = a² + b², the square of the Euclidean norm.", "|z|² = z·z̄ = a² + b²，即欧几里得范数的平方。"),
    ),
    Rule(
        Words("Exterior angles", "外角定理"),
        r"(?i)exterior angle of a triangle|外角等于",
        Words("The three angles of a triangle, torn off and laid side by side, make a straight line.", "把三角形的三个角撕下来拼在一起，正好是一条直线。"),
        Words("The three interior angles make a straight angle, and so do an interior angle and its exterior angle. So the exterior angle is what the other two make.", "三个内角合成平角，一个内角与它的外角也合成平角，所以外角等于另外两个内角之和。"),
    ),
)  # fmt: skip
