"""Rules of arithmetic and algebra."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.tutor.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        Words("The same on both sides of an inequality", "不等式的性质"),
        r"(?i)both sides|to one side|^divide by|两边|移项",
        Words("If you have more than I do, you still have more after both of us got two; and half of yours is still more than half of mine.", "你的比我的多，两人各得两个，还是你的多；各取一半，也还是你的多。"),
        Words("Adding or subtracting the same number, or multiplying or dividing by the same positive number, keeps the order. A negative factor would turn the sign round.", "两边同加、同减一个数，或同乘、同除以一个正数，不等号方向不变；乘除负数则要改变方向。"),
        Words("These maps are strictly increasing, so the old and the new inequality have the same solutions; for a negative factor the map is strictly decreasing.", "这些映射严格递增，变形前后同解；因子为负时映射严格递减。"),
        r"<|>|\\(?:le|ge)(?:q|qslant)?(?![A-Za-z])",
    ),
    Rule(
        Words("The same on both sides", "等式的性质"),
        r"(?i)(?:from|to|of|divide|multiply|add|subtract)[^.]* both sides|to one side|(?:方程)?两边(?:同时|同)|移项|移到",
        Words("An equation is a balance with equal weights. Put the same on both pans, or take the same off, and it stays level.", "等式就像平衡的天平。两边同时放上或拿掉同样的东西，天平仍然平衡。"),
        Words("Both sides are the same number. Adding, subtracting, multiplying or dividing them by the same number – not by zero – gives the same number again on both sides.", "等号两边是同一个数。同加、同减、同乘，或者同除以一个不为零的数，得到的仍是同一个数。"),
        Words("Each of these operations is a bijection of the numbers, so the old and the new equation have the same solutions; multiplying by zero is none, and therefore excluded.", "这些运算都是数集上的一一对应，变形前后的方程同解；乘以零不是一一对应，所以不允许。"),
    ),
    Rule(
        Words("Zero product", "零乘积性质"),
        r"(?i)a product is 0|when its factor is 0|乘积为 ?0",
        Words("If you multiply things that are not zero, you never get zero. So one of them must be zero.", "不为零的数相乘，永远得不到零。所以其中一定有一个是零。"),
        Words("A product is zero only if a factor is. So each factor, set to zero, gives solutions, and together these are all.", "乘积为零，必有一个因式为零。令每个因式等于零得到的解合起来，就是全部的解。"),
        Words("The real (and the complex) numbers have no zero divisors: from ab = 0 and a ≠ 0 follows b = 0, by multiplying with the inverse of a.", "实数域（和复数域）没有零因子：若 ab = 0 且 a ≠ 0，两边乘以 a 的逆元，得 b = 0。"),
    ),
    Rule(
        Words("Completing the square", "配方"),
        r"(?i)complete (?:the|both) squares?|add and subtract its square|square of half|配方|一半的平方",
        Words("Imagine a square with a strip along two sides: only the little corner is missing to make a larger square. Put the corner in, and take it away again so that nothing changes.", "想象一个正方形，两边各贴一条长方形，只差一个小角就成更大的正方形。补上小角，再减去它，总量不变。"),
        Words("The square of a sum has twice the product in the middle. So half of the coefficient of x is the number in the bracket; its square is added and taken away again, which changes nothing.", "和的平方中间项是两数乘积的两倍，所以一次项系数的一半就是括号里的数；加上它的平方再减去，值不变。"),
        Words("x² + px = (x + p/2)² − p²/4 is an identity: multiply out to see it. It shifts the variable so that the linear term disappears.", "x² + px = (x + p/2)² − p²/4 是恒等式，展开即可验证；它相当于平移变量消去一次项。"),
    ),
    Rule(
        Words("Terms that are never negative", "非负数之和为零"),
        r"(?i)no term of this sum can be negative|非负数的和为",
        Words("If nobody owes anything and all together have nothing, then each one has nothing.", "大家都不欠钱，合起来又一分没有，那么每个人都是一分没有。"),
        Words("Squares, absolute values and roots are zero or more. If one of them were more than zero, the others could not bring the sum back to zero.", "平方、绝对值、算术平方根都大于或等于零。只要有一个大于零，其余的就不可能把和拉回零。"),
        Words("For non-negative terms each is at most the sum: 0 ≤ t ≤ 0, so t = 0.", "各项非负时，每一项都不超过总和：0 ≤ t ≤ 0，故 t = 0。"),
    ),
    Rule(
        Words("The distributive law", "分配律"),
        r"(?i)multiply (?:every|out)|分配律|去括号|展开|每一项都?要?乘",
        Words("Three bags with two apples and one pear each are three times the apples and three times the pears.", "三袋水果，每袋两个苹果一个梨，就是三倍的苹果加三倍的梨。"),
        Words("A factor in front of a bracket belongs to every term in it: the area of a rectangle is the sum of the areas of its pieces.", "括号外的因数要乘括号里的每一项：大长方形的面积等于各小块面积之和。"),
        Words("a(b + c) = ab + ac is one of the axioms of a ring; applied twice it gives (a + b)(c + d) = ac + ad + bc + bd.", "a(b + c) = ab + ac 是环的公理之一；用两次就得到 (a + b)(c + d) = ac + ad + bc + bd。"),
    ),
    Rule(
        Words("Common denominator", "通分"),
        r"(?i)to the common denominator|larger numerator|add the numerators|分母相同|通分，",
        Words("Thirds and quarters cannot be counted together, as little as apples and pears. Cut both into twelfths, and they can.", "三分之一和四分之一不能直接相加，就像苹果和梨不能混着数。都切成十二分之一，就能一起数了。"),
        Words("A fraction keeps its value when top and bottom are multiplied by the same number. With equal denominators only the numerators are added or compared.", "分子分母同乘一个不为零的数，分数的值不变。分母相同以后，只需把分子相加或比较。"),
        Words("a/b + c/d = (ad + bc)/(bd) for b, d ≠ 0, because multiplying the left side by bd gives ad + bc.", "b、d 不为零时 a/b + c/d = (ad + bc)/(bd)，因为左边乘以 bd 得 ad + bc。"),
    ),
    Rule(
        Words("Dividing by a fraction", "除以分数"),
        r"(?i)divide by a fraction|除以(?:一个)?分数",
        Words("How many halves are there in three? Two in each whole, so twice as many: dividing by a half is the same as doubling.", "三里面有几个二分之一？每个整体里有两个，所以是两倍：除以二分之一就是乘二。"),
        Words("Dividing undoes multiplying. Multiplying by the reciprocal undoes it too, for a number times its reciprocal is one.", "除法是乘法的逆运算。乘以倒数也能把乘法还原，因为一个数与它的倒数相乘得一。"),
        Words("a ÷ b is the number q with bq = a. For b = c/d ≠ 0, q = a·d/c fulfils it, and there is only one.", "a ÷ b 是满足 bq = a 的数 q。b = c/d ≠ 0 时，q = a·d/c 满足它，而且唯一。"),
    ),
    Rule(
        Words("Order of operations", "运算顺序"),
        r"(?i)can be computed first|go on:|brackets, powers|先算|继续计算",
        Words("Everybody reads a sum in the same order, or everybody would get another result: brackets first, then times and divided, then plus and minus.", "大家约定按同样的顺序算，否则每个人的得数都不同：先括号，再乘除，最后加减。"),
        Words("Powers bind most strongly, then products and quotients, then sums and differences; brackets come before all of them. Replacing a part by its value does not change the whole.", "乘方结合得最紧，其次乘除，最后加减，括号最优先。把一部分换成它的值，整个式子的值不变。"),
    ),
    Rule(
        Words("Euclid's algorithm", "辗转相除的依据"),
        r"(?i)euclid's algorithm|辗转相除",
        Words("A tile that fits both lengths exactly also fits the piece that is left over.", "能正好铺满两段长度的砖，也一定能铺满剩下的那一段。"),
        Words("What divides two numbers divides the remainder too, for it is a difference of multiples; and the other way round. So the common divisors stay the same.", "同时整除两个数的数也整除余数，因为余数是倍数之差；反过来也一样。所以公因数不变。"),
        Words("From a = qb + r follows gcd(a, b) = gcd(b, r), for both pairs generate the same ideal.", "由 a = qb + r 得 gcd(a, b) = gcd(b, r)，因为两对数生成同一个理想。"),
    ),
    Rule(
        Words("Substitution", "代入"),
        r"(?i)^(?:now )?put\b|substitut|代入|代回|代替",
        Words("A letter is a box for a number. When you know what is in the box, you may write the number instead.", "字母就像装数的盒子。知道盒子里是什么，就可以直接写那个数。"),
        Words("Equal things may stand for each other. Put brackets round what you put in, so that signs and powers act on all of it.", "相等的量可以互相替换。代入时加上括号，符号和乘方才会作用于整体。"),
        Words("Equality is preserved under every function: from a = b follows f(a) = f(b).", "等量代换：由 a = b 得 f(a) = f(b)，对任何函数都成立。"),
    ),
    Rule(
        Words("Factoring", "因式分解"),
        r"(?i)(?:^|[.:,] )factor(?= *:| the | it | and take)|分解因式|因式分解|提公因式",
        Words("Six is two times three: the same number, written as a product. Expressions can be written so too.", "六等于二乘三：同一个数，写成乘积。式子也可以这样写。"),
        Words("Factoring is multiplying out, read backwards. Multiply out again to see that nothing has changed.", "因式分解就是把展开倒过来。再展开一次，就能看出值没有变。"),
        Words("Over a field every polynomial is a product of irreducible ones in one way only, up to order and constants.", "域上的多项式都能唯一地（不计次序和常数因子）分解成不可约多项式之积。"),
    ),
    Rule(
        Words("Laws of exponents", "幂的运算法则"),
        r"(?i)add the exponents|powers of the same base|指数相[加减乘]|同底数",
        Words("Three twos times two twos are five twos, all multiplied: count the factors together.", "三个二相乘，再乘上两个二，就是五个二相乘：把因数的个数加起来。"),
        Words("A power counts equal factors. Multiplying puts the factors together, so the exponents add; dividing cancels, so they subtract.", "幂表示相同因数的个数。相乘时因数放在一起，指数相加；相除时约去，指数相减。"),
        Words("x ↦ aˣ is a homomorphism from addition to multiplication for a > 0: aˣaʸ = aˣ⁺ʸ.", "a > 0 时，x ↦ aˣ 是从加法到乘法的同态：aˣaʸ = aˣ⁺ʸ。"),
    ),
    Rule(
        Words("Eliminating an unknown", "消元"),
        r"(?i)eliminat|add the equations|subtract the equations|消去|消元|方程相[加减]",
        Words("Two receipts with the same apples: take one from the other, and the apples are gone; only the price of the rest is left.", "两张小票上苹果一样多，相减以后苹果就没了，只剩其余东西的价钱。"),
        Words("Equals added to equals are equal. If the coefficients of one unknown are opposite, it vanishes from the sum.", "等式加等式仍是等式。某个未知数的系数互为相反数，相加后它就消失。"),
        Words("Replacing an equation by its sum with a multiple of another can be undone, so the solutions stay the same.", "把一个方程换成它与另一方程倍数之和，这一步可逆，所以同解。"),
    ),
    Rule(
        Words("Like terms", "合并同类项"),
        r"(?i)simplify each side|like terms|合并同类项|两边分别化简",
        Words("Three apples and two apples are five apples.", "三个苹果加两个苹果是五个苹果。"),
        Words("Terms with the same letters and powers count the same thing, so their coefficients are added.", "字母和次数都相同的项数的是同一种东西，所以系数相加。"),
    ),
)  # fmt: skip
