"""Ideas of the topics about expressions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

IDEAS: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "trigonometric_relations": (("", "Sine and cosine of one angle are tied by the Pythagorean identity. Squaring a sum brings in the product, and dividing by a power of the cosine brings in the tangent; choose what leads from the given to the wanted.", "同角的正弦与余弦由平方关系联系着。把和平方就会出现积，同除以余弦的幂就会出现正切；选能从已知通向所求的那一种。"),),
    "binomials": (("", "The binomial theorem. Write the general term with a running index, find out for which index it has the wanted power, and work out just that term.", "二项式定理。写出通项，看下标取多少时出现所要的幂，只算那一项。"),),
    "complex_numbers": (
        (r"modulus|magnitude|\|z|absolute value|模", "The modulus is a distance. Real and imaginary part are the legs of a right-angled triangle, so use Pythagoras; the modulus of a quotient is the quotient of the moduli.", "模就是距离。实部和虚部是直角三角形的两条直角边，用勾股定理；商的模等于模的商。"),
        ("", "Compute as with letters and replace the square of i by minus one. A denominator becomes real when it is multiplied by its conjugate.", "像字母一样运算，遇到 i 的平方就换成负一。分母乘以它的共轭就变成实数。"),
    ),
    "surd_forms": (("", "Find the number exactly first. It is a rational part and a multiple of a root: these are compared with the form, part by part.", "先求出准确值，它是一个有理部分加上一个根式的倍数；再与所给形式逐项比较。"),),
    "radicals": (("", "Take full powers out of the root. Split what stands under it into the largest power and the rest; a root in a denominator goes when the fraction is expanded by it or by the conjugate.", "把开得尽的部分提到根号外面：根号下拆成最大的完全幂与其余部分。分母里的根号，用它本身或共轭式去乘就能化掉。"),),
    "trigonometric_identities": (("", "Start from the more complicated side and write everything in sines and cosines. Then bring fractions together and look for the Pythagorean identity or a double angle.", "从复杂的一边入手，把各函数都化成正弦和余弦；通分以后，看能否用平方关系或倍角公式。"),),
    "polynomials": (
        (r"factor|分解", "Factor step by step. First a common factor, then a known pattern (a difference of squares, a perfect square), then two numbers with the right sum and product, or grouping.", "逐步分解。先提公因式，再看有没有公式（平方差、完全平方），然后用十字相乘或分组。"),
        (r"expand|multiply|展开|乘", "The distributive law. Every term of one bracket meets every term of the other; then collect the terms of the same kind.", "分配律。一个括号里的每一项都要乘另一个括号里的每一项，最后合并同类项。"),
        ("", "Remove brackets – a minus in front turns every sign – and collect terms of the same kind, power by power.", "去括号（前面是负号时各项都要变号），再按次数合并同类项。"),
    ),
    "polynomial_division": (("", "Long division as with numbers. Divide the leading terms, multiply back, subtract, and go on until what is left has a smaller degree than the divisor.", "像整数竖式除法那样做：首项相除、乘回去、相减，直到剩下的次数比除式低。"),),
    "identities": (("", "Comparing coefficients. Two polynomials that agree for every value have the same coefficient at every power; multiply out and compare. A cleverly chosen value of the variable often gives an equation at once.", "比较系数。对一切值都相等的两个多项式，各次项系数都相同；展开后逐项比较。代入特殊值也常常能直接得到方程。"),),
    "polynomial_letters": (("", "The factor and remainder theorems. A linear factor means that the polynomial is zero at its zero; a remainder is its value there. That makes an equation for the letter.", "因式定理与余数定理。有一次因式，说明多项式在相应的点为零；余数就是那里的值。由此得到关于字母的方程。"),),
    "named_coefficients": (("", "Bring the expression into the form that is given and compare term by term. Each letter is the coefficient of its own term, with its sign.", "把式子化成题目给的形式，再逐项对照。每个字母就是对应项的系数，连同符号。"),),
    "powers": (("", "The laws of exponents. With the same base, multiplying adds exponents, dividing subtracts them, and a power of a power multiplies them; a root is a fractional exponent.", "指数运算法则。底数相同，乘则指数相加，除则相减，幂的乘方则相乘；根号就是分数指数。"),),
    "operations": (("", "The sign is only a name for a rule. Put what stands before it and what stands behind it into the rule, each in its place; brackets first.", "新符号只是一条规则的名字。把符号前后的数分别代入规则中相应的位置，有括号先算括号。"),),
    "operations_by_examples": (("", "Find the rule from the examples. Ask what the two numbers do – how many terms, where to start, what is added – and test it on every example before you use it.", "从例子里找规律。看两个数各起什么作用（有几项、从哪里开始、每次加多少），用每个例子检验后再用。"),),
    "partial_fractions": (("", "Partial fractions. Factor the denominator; each factor gets a simple fraction with an unknown numerator. Multiply through and put in the zeros of the factors: each kills all unknowns but one.", "部分分式。先分解分母，每个因式对应一个分子待定的简单分式。去分母后代入各因式的零点，每次只剩下一个未知数。"),),
    "rational_expressions": (("", "Factor first. Only factors may be cancelled, never terms; a common denominator takes every factor as often as one denominator needs it. Values that make a denominator zero stay excluded.", "先分解因式。只能约因式，不能约项；公分母中每个因式取所需的最高次数。使分母为零的值要排除。"),),
    "completing_squares": (("", "Compare with the square of a sum. Its middle term is twice the product of the two parts, so half of the coefficient tells the missing part, and its square is what is missing.", "与和的平方对照。中间项是两部分乘积的两倍，所以系数的一半就是缺的那部分，它的平方就是要补的。"),),
    "written_forms": (("", "Simplify the number completely until it has the form that is asked for. Then compare place by place to read off the letters, and only then put them together.", "先把这个数完全化成题目要的形式，再逐个对照读出字母，最后才代入所求的式子。"),),
}  # fmt: skip
