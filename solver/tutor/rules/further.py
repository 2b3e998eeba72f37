"""Rules of geometry, trigonometry, sequences, probability and calculus."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.tutor.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        Words("The theorem of Pythagoras", "勾股定理"),
        r"(?i)theorem of pythagoras|勾股",
        Words("Draw a square on each side of a right-angled triangle: the two smaller ones together are exactly as large as the big one.", "在直角三角形的三边上各画一个正方形，两个小的面积加起来正好等于大的。"),
        Words("In a right-angled triangle the squares of the legs add to the square of the hypotenuse. Four copies of the triangle in a large square show it.", "直角三角形两条直角边的平方和等于斜边的平方。把四个这样的三角形拼进一个大正方形就能看出来。"),
        Words("It is the law of cosines with a right angle, or |u + v|² = |u|² + |v|² for orthogonal vectors.", "它是余弦定理在直角时的情形，也就是正交向量满足 |u + v|² = |u|² + |v|²。"),
    ),
    Rule(
        Words("Vieta's formulas", "韦达定理"),
        r"(?i)vieta|韦达|根与系数",
        Words("If you know which two numbers solve it, you can build the equation from them; their sum and their product are what you see in it.", "知道两个解，就能用它们造出方程；方程里看到的正是它们的和与积。"),
        Words("Multiply out (x − p)(x − q): the middle coefficient is minus the sum of the roots, the last one is their product.", "把 (x − p)(x − q) 展开：一次项系数是两根之和的相反数，常数项是两根之积。"),
        Words("The coefficients of a monic polynomial are, up to sign, the elementary symmetric functions of its roots.", "首一多项式的系数（除符号外）就是各根的初等对称函数。"),
    ),
    Rule(
        Words("The discriminant", "判别式"),
        r"(?i)discriminant|判别式",
        Words("Before taking a root, look what stands under it: something negative has no root, zero has one, something positive has two.", "开平方之前先看根号下：负数开不出，零只有一个，正数有两个。"),
        Words("The quadratic formula takes the root of b² − 4ac. So its sign tells whether there are two real solutions, one, or none.", "求根公式里要对 b² − 4ac 开平方，所以它的符号决定有两个、一个还是没有实数解。"),
        Words("The discriminant is a²(p − q)² for the roots p, q; it vanishes exactly for a double root.", "判别式等于 a²(p − q)²，p、q 为两根；它为零当且仅当有重根。"),
    ),
    Rule(
        Words("The Pythagorean identity", "同角平方关系"),
        r"(?i)pythagorean identity|平方关系",
        Words("Walk round a circle of radius one: how far right and how far up you are make a right-angled triangle with the radius.", "沿半径为一的圆走：向右多远、向上多远，和半径正好组成直角三角形。"),
        Words("Cosine and sine are the coordinates of a point of the unit circle, so Pythagoras gives the sum of their squares as one.", "余弦和正弦是单位圆上一点的坐标，由勾股定理，平方和等于一。"),
        Words("It is |exp(ix)|² = 1.", "即 |exp(ix)|² = 1。"),
    ),
    Rule(
        Words("The chain rule", "链式法则"),
        r"(?i)chain rule|链式法则|复合函数",
        Words("If one wheel turns three times as fast as a second, and that one twice as fast as a third, the first turns six times as fast as the third.", "第一个轮子转速是第二个的三倍，第二个是第三个的两倍，那么第一个就是第三个的六倍。"),
        Words("Rates of change multiply: outer derivative, taken at the inside, times the derivative of the inside.", "变化率相乘：外层在里层处的导数，乘以里层的导数。"),
        Words("The derivative is the best linear approximation, and linear maps are composed by multiplying.", "导数是最佳线性近似，线性映射的复合就是相乘。"),
    ),
    Rule(
        Words("The product rule", "乘积求导法则"),
        r"(?i)product rule|乘积的求导|积的导数",
        Words("If a rectangle grows in both directions, it gets a strip along each side: one for each direction.", "长方形的两条边都变长，就在两边各多出一条：每个方向一条。"),
        Words("In a small step the product changes by the change of the first times the second and the change of the second times the first; the corner is too small to count.", "微小变化时，乘积的改变等于第一个的改变乘第二个，加上第二个的改变乘第一个；角上那块小到可以忽略。"),
        Words("(f(x+h)g(x+h) − f(x)g(x))/h, with f(x)g(x+h) added and taken away, tends to f′g + fg′.", "对 (f(x+h)g(x+h) − f(x)g(x))/h 加减 f(x)g(x+h)，取极限即得 f′g + fg′。"),
    ),
    Rule(
        Words("Differentiating term by term", "逐项求导"),
        r"(?i)differentiate(?: term by term)?(?=[;:]|$| $)|逐项求导|^求导",
        Words("The derivative says how steep a curve is. Put two hills on top of each other, and their steepnesses add.", "导数说明曲线有多陡。两座山叠在一起，坡度就相加。"),
        Words("The derivative of a sum is the sum of the derivatives, and a constant factor stays; a power loses one from its exponent, which comes down as a factor.", "和的导数等于导数的和，常数因子不变；幂函数求导时指数落下来作因子，指数减一。"),
        Words("Differentiation is linear, and (xⁿ)′ = nxⁿ⁻¹ follows from the binomial theorem or the product rule.", "求导是线性运算；(xⁿ)′ = nxⁿ⁻¹ 由二项式定理或乘积法则得到。"),
    ),
    Rule(
        Words("The fundamental theorem of calculus", "微积分基本定理"),
        r"(?i)fundamental theorem|put in the ends|牛顿|代入上下限",
        Words("The way you have gone in all is where you are at the end less where you began.", "一共走了多远，等于终点的位置减去起点的位置。"),
        Words("An area under a curve grows as fast as the curve is high. So it is an antiderivative, and its change from one end to the other is the integral.", "曲线下的面积增长的快慢就是曲线的高度，所以面积是一个原函数，两端之差就是积分。"),
        Words("For continuous f, F(x) = ∫ₐˣ f has F′ = f by the mean value theorem, and two antiderivatives differ by a constant.", "f 连续时，F(x) = ∫ₐˣ f 由中值定理满足 F′ = f，而任意两个原函数只差常数。"),
    ),
    Rule(
        Words("Integrating term by term", "逐项积分"),
        r"(?i)integrate term by term|逐项积分",
        Words("Collecting water from two taps gives what the first gives and what the second gives.", "两个水龙头一起接水，总量等于各自的水量相加。"),
        Words("Integration undoes differentiation, so it too may be done term by term, with constant factors in front. Differentiate the result to check it.", "积分是求导的逆运算，所以也能逐项进行，常数因子提到前面。对结果求导就能检验。"),
        Words("The integral is linear; antiderivatives on an interval are unique up to a constant.", "积分是线性的；区间上的原函数除常数外唯一。"),
    ),
    Rule(
        Words("L'Hôpital's rule", "洛必达法则"),
        r"(?i)h[oô]pital|洛必达法则",
        Words("If two runners start together, who is ahead right after the start is told by their speeds.", "两个人同时起跑，刚起跑时谁在前面，要看各自的速度。"),
        Words("Where numerator and denominator both vanish, near that point each is about its slope times the distance; the distance cancels.", "分子分母都为零时，在附近各自约等于斜率乘距离，距离约去，只剩斜率之比。"),
        Words("It follows from Cauchy's mean value theorem, and needs the limit of the quotient of the derivatives to exist.", "由柯西中值定理得到，前提是导数之比的极限存在。"),
    ),
    Rule(
        Words("Factoring and cancelling in a limit", "约去零因子"),
        r"(?i)factor and cancel|约去零因子|分解[^。]*约(?:分|去)",
        Words("A limit asks what happens on the way to a point, not at the point itself.", "极限问的是走向那一点的途中怎样，不管到了那一点本身。"),
        Words("Near the point, but not at it, the factor is not zero and may be cancelled; the limit does not ask for the value at the point.", "在该点附近但不等于该点时，因式不为零，可以约去；极限与该点处的值无关。"),
        Words("Functions that agree on a punctured neighbourhood have the same limit.", "在去心邻域上相等的函数有相同的极限。"),
    ),
    Rule(
        Words("The binomial theorem", "二项式定理"),
        r"(?i)binomial theorem|二项式定理",
        Words("Multiply many equal brackets: from each you choose one of the two terms; count how often the same choice comes out.", "许多相同的括号相乘：每个括号里选一项，数一数同样的选法有多少种。"),
        Words("To get k of the second term, k of the n brackets must give it, and there are as many ways as one can choose k of n.", "要得到第二项的 k 次方，n 个括号中要有 k 个选它，选法数就是从 n 个中取 k 个的组合数。"),
    ),
    Rule(
        Words("Equal chances", "等可能"),
        r"(?i)equally likely|the probability is|^probability =|机会均等|等可能|概率[等为]",
        Words("If every ball is as easy to take as any other, only the numbers count: how many fit, and how many there are.", "每个球被拿到的机会都一样，就只看个数：符合的有几个，一共有几个。"),
        Words("With equally likely outcomes each has the same share of the whole, so the probability is the number that fit over the number of all.", "各结果等可能时，每个占的份额相同，所以概率等于符合的个数除以总个数。"),
    ),
    Rule(
        Words("Counting step by step", "乘法原理"),
        r"(?i)\bchoices\b|counts the ways|could be put in order|选法|排列数|组合数|种排法",
        Words("Three shirts and two trousers: each shirt goes with both trousers, so there are six ways to dress.", "三件上衣、两条裤子：每件上衣都能配两条裤子，一共有六种穿法。"),
        Words("Independent choices multiply. Where several choices look the same in the end, divide by how many these are.", "分步的选择数相乘。若最后有几种看起来一样，就除以这个数。"),
    ),
    Rule(
        Words("Sum of an arithmetic row", "等差数列求和"),
        r"(?i)neighbouring terms differ|first plus last|相邻两项相差|首末两项",
        Words("Write the row twice, once backwards below: every pair one above the other has the same sum.", "把这一列数倒过来再写一遍放在下面，上下每一对的和都相同。"),
        Words("Twice the sum is the number of terms times first plus last, for what one row gains from term to term the other loses.", "两倍的和等于项数乘首末两项之和，因为上一行增加多少，下一行就减少多少。"),
    ),
    Rule(
        Words("Terms of a sequence", "数列的通项"),
        r"(?i)arithmetic sequence|geometric sequence|等差数列|等比数列",
        Words("Climbing stairs: where you are is where you began and as many steps as you have taken.", "爬楼梯：现在的高度等于起点加上走过的台阶。"),
        Words("From the first to the n-th term there are n − 1 steps; each adds the difference, or multiplies by the ratio.", "从第一项到第 n 项共有 n − 1 步，每一步加一次公差，或乘一次公比。"),
    ),
)  # fmt: skip
