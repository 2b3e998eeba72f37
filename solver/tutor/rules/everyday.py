"""Rules that many topics share: identities, inverse operations, units, definitions of sets, triangles, lines, antiderivatives."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.tutor.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        Words("Difference of squares", "平方差公式"),
        r"(?i)difference of (?:two )?squares|平方差",
        Words("Cut a small square out of a corner of a large one. What is left can be cut once and laid together as a rectangle: its sides are the sum and the difference.", "从大正方形的一角剪去小正方形，剩下的剪一刀可以拼成长方形，它的两边正好是两个边长的和与差。"),
        Words("Multiply (a + b)(a − b) out: the two middle terms ab and −ab cancel, and a² − b² is left.", "把 (a + b)(a − b) 展开，中间两项 ab 与 −ab 抵消，剩下 a² − b²。"),
        Words("a² − b² = (a + b)(a − b) holds in every commutative ring.", "a² − b² = (a + b)(a − b) 在任何交换环中都成立。"),
    ),
    Rule(
        Words("Inverse operations", "逆运算"),
        r"(?i)is the other one|另一个(?:因数|加数|数)|逆运算",
        Words("If five bags hold twenty sweets in all, you find one bag by sharing them out again.", "五袋一共二十颗糖，想知道一袋几颗，再分回去就行了。"),
        Words("Dividing undoes multiplying and subtracting undoes adding, so the missing part is found by going back.", "除法是乘法的逆运算，减法是加法的逆运算，所以倒着算就能得到缺的那个数。"),
    ),
    Rule(
        Words("Multiplying fractions", "分数乘法"),
        r"(?i)numerator by numerator|分子(?:与分子)?相乘|分子乘分子",
        Words("Half of a third of a cake is one of six equal pieces: cut by two, then by three.", "三分之一块蛋糕的一半，就是六等份中的一份：先分三份，再分两份。"),
        Words("The numerators count the pieces that are taken, the denominators how many make a whole; both are multiplied.", "分子是取的份数，分母是平均分的份数，两者分别相乘。"),
        Words("(a/b)(c/d) = ac/(bd) for b, d ≠ 0, because multiplying by bd gives ac on both sides.", "b、d 不为零时 (a/b)(c/d) = ac/(bd)，因为两边乘以 bd 都得 ac。"),
    ),
    Rule(
        Words("Conjugates", "共轭"),
        r"(?i)conjugate .{0,12}of the denominator|by the conjugate|共轭",
        Words("Above and below the line the same is multiplied, so the value stays; it is chosen so that the part below becomes simple.", "分子分母乘同一个数，值不变；挑这个数，是为了让分母变简单。"),
        Words("A number times its conjugate has no root and no i: (a + b)(a − b) = a² − b². The fraction is multiplied by one in another form.", "一个数乘以它的共轭，根号或 i 就消失了：(a + b)(a − b) = a² − b²。分数只是乘了一个写成别的样子的 1。"),
    ),
    Rule(
        Words("The law of sines", "正弦定理"),
        r"(?i)law of sines|正弦定理",
        Words("The longer side always lies opposite the larger angle; the sine says exactly how much longer.", "大角对大边；大多少，正弦说得清清楚楚。"),
        Words("Draw a height: from both sides it is a sine times a side, and the two must be equal.", "作一条高，从两边看它都是“边乘正弦”，两种写法必须相等。"),
        Words("Each quotient a/sin A equals the diameter of the circumcircle, by the theorem of the inscribed angle.", "由圆周角定理，每个比 a/sin A 都等于外接圆的直径。"),
    ),
    Rule(
        Words("The law of cosines", "余弦定理"),
        r"(?i)law of cosines|余弦定理",
        Words("In a right angle the two squares add up to the third. When the angle is smaller the opposite side is shorter, so something is taken off.", "直角时两边的平方相加等于第三边的平方；角变小，对边变短，就要减去一些。"),
        Words("Draw a height and use the theorem of Pythagoras twice: the term −2ab cos C is what is left over.", "作高，用两次勾股定理，多出来的就是 −2ab cos C 这一项。"),
        Words("|a − b|² = |a|² + |b|² − 2 a·b, written with lengths and the angle.", "就是 |a − b|² = |a|² + |b|² − 2 a·b，用长度和夹角写出来。"),
    ),
    Rule(
        Words("The angles of a triangle", "三角形内角和"),
        r"(?i)third interior angle|angles of a triangle|angle sum|内角和",
        Words("Tear off the three corners of a paper triangle and lay them side by side: they make a straight line.", "把纸三角形的三个角撕下来拼在一起，正好拼成一条直线。"),
        Words("A parallel to one side through the opposite corner shows all three angles beside each other; together they are half a turn.", "过一个顶点作对边的平行线，三个角并排出现在一起，合起来是平角。"),
    ),
    Rule(
        Words("Intersection and union", "交集与并集"),
        r"(?i)in the (?:intersection|union)|交集|并集",
        Words("Children who like apples and pears are in the middle of both circles; those who like at least one are anywhere inside.", "两样都喜欢的在两个圈的中间，至少喜欢一样的在圈里随便哪儿。"),
        Words("The intersection asks for both conditions, the union for at least one. Nothing is counted twice.", "交集要求两个条件都满足，并集要求至少满足一个，重复的只写一次。"),
    ),
    Rule(
        Words("The same unit", "统一单位"),
        r"(?i)in one unit|same unit|convert|换算|统一单位|同一单位",
        Words("Two metres are just as long as two hundred centimetres: only the ruler is another one.", "两米和二百厘米一样长，只是换了一把尺子。"),
        Words("A unit stands for a fixed amount, so it may be replaced by what it is worth in another unit. Only numbers of the same unit can be compared or added.", "单位代表固定的量，可以换成它在另一单位下的值；单位相同，才能比较和相加。"),
    ),
    Rule(
        Words("Comparing place by place", "逐位比较"),
        r"(?i)place by place|逐位|从高位",
        Words("One more dime is worth more than nine pennies: what counts first is the larger coin.", "多一角钱，比多九分钱还多：先看大的。"),
        Words("A higher place is worth more than all lower ones together, so the first place that differs decides.", "高一位的 1 大于后面所有位合起来的数，所以第一个不同的数位就定了大小。"),
    ),
    Rule(
        Words("Greatest common divisor", "最大公约数"),
        r"(?i)greatest common divisor|最大公约数|最大公因数",
        Words("It is the longest stick that fits into both lengths without a rest.", "它就是能把两段长度都正好量尽的最长的尺子。"),
        Words("It contains each prime factor as often as all of the numbers have it.", "每个质因数取各数中共有的最低次幂，相乘就是它。"),
    ),
    Rule(
        Words("Least common multiple", "最小公倍数"),
        r"(?i)least common (?:multiple|denominator)|最小公倍数|最简公分母",
        Words("Two lights blink every four and every six seconds: after twelve seconds they blink together for the first time.", "一盏灯每四秒闪一次，一盏每六秒闪一次，十二秒时第一次同时闪。"),
        Words("It contains each prime factor as often as the number that has it most.", "每个质因数取各数中的最高次幂，相乘就是它。"),
    ),
    Rule(
        Words("The constant of integration", "积分常数"),
        r"(?i)differ by a constant|相差(?:一个)?常数",
        Words("Two hills of the same shape have the same slope everywhere, however high they stand.", "形状一样的两座山，处处坡度相同，不管山脚有多高。"),
        Words("A constant has the derivative 0. So with one antiderivative all others are known: add a constant.", "常数的导数是 0，所以知道一个原函数，加上任意常数就得到全部。"),
        Words("On an interval a function with derivative 0 is constant, by the mean value theorem.", "由中值定理，在区间上导数为 0 的函数是常数。"),
    ),
    Rule(
        Words("An antiderivative from a table", "基本积分公式"),
        r"(?i)by the rule for the (?:sine|cosine|exponential|power|reciprocal|tangent)|基本积分公式|由.{1,6}的积分公式",
        Words("It is a question asked backwards: whose slope is this? Try it, and see that the slope is right.", "这是倒过来问：谁的坡度是它？求一次导，就知道对不对。"),
        Words("Differentiate the right side: it gives what stands under the integral. That is all that an antiderivative must do.", "把右边求导，得到的正是被积函数，原函数的要求仅此而已。"),
    ),
    Rule(
        Words("Slope of a line", "直线的斜率"),
        r"(?i)the slope is the|slope .{0,20}quotient|斜率(?:等于|是|公式)",
        Words("On a straight ramp you rise by the same amount with every step, wherever you stand.", "在笔直的坡上，每走一步升高的都一样，站在哪里都如此。"),
        Words("All triangles under a line are similar, so rise divided by run is the same for any two of its points.", "直线下面的直角三角形都相似，所以任取两点，纵坐标差除以横坐标差都相同。"),
    ),
    Rule(
        Words("Distance of two points", "两点间的距离"),
        r"(?i)^the distance (?:from|between)|距离公式|两点(?:间|之间)的距离",
        Words("Walk along one street and then round the corner: the straight way across is the long side of that triangle.", "先沿一条街走，再拐弯走另一条街；抄近路的直线就是这个三角形的长边。"),
        Words("The differences of the coordinates are the legs of a right triangle; the distance is its hypotenuse.", "坐标之差是直角三角形的两条直角边，距离就是斜边。"),
    ),
    Rule(
        Words("Giving something a name", "设元"),
        r"^(?:Let\b|令|设)",
        Words("A nickname does not change who somebody is; it is only shorter to call.", "起个小名，人还是那个人，只是叫起来方便。"),
        Words("A letter that is not used yet may stand for any expression. What is found for it is put back at the end.", "没有用过的字母可以代表任何式子；求出以后，最后再代回去。"),
        formula=r"^(?:Let|令|设)\s?\\[(\[]\s?[\\\w{}() ]+=",
    ),
    Rule(
        Words("Moving the decimal point", "移动小数点"),
        r"(?i)move the decimal point|移动小数点",
        Words("Ten dimes make one dollar: each place to the left is worth ten times as much.", "十个一角是一元：每往左一位，就大十倍。"),
        Words("Moving the point by one place multiplies or divides by ten; the power of ten behind it makes up for that.", "小数点移一位，就是乘以或除以 10；后面的 10 的幂正好补回来。"),
    ),
)  # fmt: skip
