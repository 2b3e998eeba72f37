"""Ideas of the topics about numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

IDEAS: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "choices": (("", "Solve the question first as if there were no choices, then look which choice is equal to your result. Choices are there to distract; your own result is not.", "先当作没有选项来做，得到结果后再看哪个选项与它相同。选项会干扰判断，自己算出的结果不会。"),),
    "undefined": (("", "Go back to the definition. A quotient, a root, a logarithm or an arc function is the number that fulfils a certain equation: ask whether there can be such a number.", "回到定义。商、根、对数、反三角函数值都是满足某个等式的数：想一想，这样的数存在吗？"),),
    "comparisons": (("", "Bring what you compare into one common form – the same denominator, decimals with the same number of places, or squares of positive roots – so that only like things are compared. On the number line the number further to the right is the larger one.", "把要比较的数化成同一种形式——通分、化成同位数的小数，或者把正的根式平方，这样才好比较。在数轴上，越靠右的数越大。"),),
    "missing_parts": (("", "Inverse operations. A sum, difference, product or quotient and one of its parts are known; the operation that undoes it gives the missing part.", "用逆运算。和、差、积或商以及其中一部分已知，反过来运算就能得到缺的那个数。"),),
    "recurring": (("", "Turn the recurring decimal into a fraction. Multiply by a power of ten that shifts it by one whole period and subtract: the endless tails cancel.", "把循环小数化成分数。乘以适当的十的幂，正好错开一个循环节，再相减，无限的尾巴就抵消了。"),),
    "ratios": (("", "A ratio stays the same when all its terms are multiplied or divided by the same number. Make the terms whole and of one unit, then divide by their greatest common divisor.", "比的各项同乘或同除以一个不为零的数，比不变。先统一单位、化成整数，再同除以最大公因数。"),),
    "amounts": (("", "All amounts have the same unit: calculate with the bare numbers first, and put the unit back at the end. Is the result such an amount?", "各个量的单位相同：先只用数来计算，最后再写上单位。结果还是这样的量吗？"),),
    "percentages": (("", "Ask first of what the percentage is taken: that number is the whole, 100%. A part divided by the whole is the percentage; a part divided by its percentage is the whole.", "先问这个百分数是“谁的”百分之几，那个数就是单位“1”。部分除以整体得百分数，部分除以它所占的百分数得整体。"),),
    "arithmetic": (
        (r"square root|cube root|\\sqrt|√|平方根|立方根", "A root undoes a power. Look for the number whose power stands under the root, or split off the largest factor that is such a power.", "开方是乘方的逆运算。找出哪个数的乘方等于根号下的数，或者把能开得尽的最大因数提出来。"),
        (r"%|percent|百分", "Percent means hundredths. Write the percentage as a fraction or a decimal; “of” is a multiplication.", "百分数就是百分之几。把它化成分数或小数，“的”表示相乘。"),
        (r"\\frac|\d\s*/\s*\d|fraction|分数|分之", "Fractions. To add or subtract them, bring them to a common denominator; to multiply, multiply across; to divide, multiply by the reciprocal.", "分数运算。加减先通分，乘法分子乘分子、分母乘分母，除法乘倒数。"),
        ("", "The order of operations. Brackets first, then powers, then multiplication and division from left to right, addition and subtraction last; one change in each line.", "运算顺序。先算括号里的，再算乘方，然后从左到右算乘除，最后算加减；每行只改一处。"),
    ),
    "divisions": (("", "Division with remainder. Take the largest multiple of the divisor that still fits in; what is left, smaller than the divisor, is the remainder. For a large power, replace numbers by their remainders early.", "带余除法。找出不超过被除数的最大倍数，剩下的、比除数小的数就是余数。遇到很大的乘方，尽早用余数代替原数。"),),
    "linear_congruences": (("", "The modular inverse. Multiply by a number that turns the coefficient into one modulo the modulus; it exists when both have no common divisor. Euclid's algorithm finds it.", "模逆元。两边乘以一个能把系数变成“模意义下的一”的数；系数与模互质时它才存在，可以用辗转相除法求出。"),),
    "congruences": (("", "Work with remainders. Numbers with the same remainder may be exchanged in sums and products; several conditions are met by going through the numbers that fit the first one.", "用余数来算。余数相同的数在加法和乘法中可以互换；有几个条件时，从满足第一个条件的数里逐个检验其余的。"),),
    "integers": (
        (r"gcd|greatest common|hcf|highest common|最大公[因约]", "The greatest common divisor. Use Euclid's algorithm: a common divisor of two numbers also divides the remainder of their division. Or compare their prime factors and take what they share.", "求最大公因数。可以用辗转相除法：两数的公因数也整除相除的余数；也可以分解质因数，取公有的部分。"),
        (r"lcm|least common|lowest common|最小公倍", "The least common multiple. Take every prime factor as often as it occurs in one of the numbers at most; or divide the product by the greatest common divisor.", "求最小公倍数。每个质因数取它在各数中出现最多的次数；也可以用乘积除以最大公因数。"),
        (r"divisors|factors|因数|约数", "Prime factorization. Every divisor is made of the number's prime factors, so break the number into primes and count or list the ways to choose from them.", "分解质因数。每个因数都由这个数的质因数组成，先分解，再数出或列出各种取法。"),
        (r"prime|质|素", "Divide by small primes. If a number has a divisor at all, it has one that is no larger than its square root; so only these primes need to be tried.", "用小的质数去试除。一个数如果有真因数，一定有一个不超过它的平方根，只需试这些质数。"),
        (r"divisible|整除|倍数", "Divisibility rules. Digit sums, last digits or alternating sums tell it without the long division.", "用整除特征。看各位数字之和、末几位或奇偶位数字之差，不必真的去除。"),
        (r"units digit|last digit|ones digit|个位|末位", "Only the last digit matters. Last digits of powers repeat in a short cycle: find the cycle and where the exponent falls in it.", "只看末位。乘方的末位按很短的周期循环，找出周期，再看指数落在第几个。"),
        ("", "Place value and prime factors. Ask what each digit stands for, or which primes the number is built of.", "数位与质因数。想一想每一位数字表示多少，或者这个数由哪些质数相乘而成。"),
    ),
    "integer_search": (("", "Describe the numbers that fit, then count or pick them. Multiples of a number stand at equal distances, so their count follows from the first, the last and the step; other conditions narrow the list.", "先说清楚符合条件的是哪些数，再去数或去挑。某数的倍数间隔相等，由首、末和间隔就能算出个数；其他条件再从中筛选。"),),
    "scientific_notation": (("", "Move the decimal point until exactly one digit that is not zero stands before it. Every place is a power of ten: to the left positive, to the right negative.", "移动小数点，使它前面恰好有一位不为零的数字。每移一位就是一个十的幂：向左移指数为正，向右移为负。"),),
    "rounding": (("", "Find the place to round to and look at the next digit only: from five on it goes up, below it stays. For significant figures, begin to count at the first digit that is not zero.", "找到要保留的数位，只看它后面的一位：满五进一，不满五舍去。有效数字从第一个非零数字算起。"),),
    "bases": (("", "Place value. In another base each place is worth a power of that base: add up the places to get the number, or divide by the base again and again and collect the remainders.", "位值制。在别的进位制里，每一位代表该底数的幂：按位相加得到这个数，或者反复除以底数、收集余数。"),),
    "angle_measures": (("", "Half a turn is 180 degrees and also π radians. That gives the factor from one to the other: multiply by what makes the old unit cancel.", "平角既是180度，又是π弧度，由此得到两者之间的换算系数：乘上能约去原单位的那个系数。"),),
    "units": (("", "Conversion factors. Write how much one of the old unit is in the new one. To a smaller unit multiply, to a larger one divide; areas and volumes take the factor squared or cubed.", "单位换算。先写出一个原单位等于多少新单位。化成小单位要乘，化成大单位要除；面积、体积的进率要平方、立方。"),),
    "clock": (("", "Go in stages over full hours. From the start to the next full hour, then the whole hours, then the rest; an hour has sixty minutes, so carry at sixty.", "分段计算：先到下一个整点，再数整小时，最后加上剩下的分钟。一小时六十分，满六十进一。"),),
    "product_ends": (("", "A zero at the end is a factor ten, and ten is two times five. Count how often each of the two primes occurs in the product; the rarer one decides. For the last digits, keep only these digits at each step.", "末尾的每个零都来自因数十，而十等于二乘五。分别数出这两个质因数各有多少个，较少的决定零的个数。求末几位时，每步只保留末几位。"),),
    "value_features": (("", "Two steps. First work out the value, in a clever way where there is one; then look at the digit or part of it that is asked for.", "分两步。先求出这个数（有简便方法就用），再看题目问的那一位或那一部分。"),),
    "calendar": (("", "Weekdays repeat every seven days. So only the remainder of the number of days on division by seven matters; forwards add it, backwards take it away. Months repeat in the same way.", "星期七天一循环，所以只看天数除以七的余数：往后加，往前减。月份也是这样循环的。"),),
    "hidden_digits": (("", "Write the number by its digits and use the divisibility rule – the digit sum, the last digits – as a condition on the missing digit. A digit is one of ten, so few candidates are left.", "用数字表示这个数，把整除特征（数字和、末几位）写成缺少数字要满足的条件。一位数字只有十种可能，候选不多。"),),
    "both_roots": (("", "A positive number has two even roots, one the opposite of the other, because the sign is lost in an even power. Find the positive one first.", "正数的偶次方根有两个，互为相反数，因为偶次乘方后符号看不出来。先求正的那个。"),),
    "number_forms": (("", "Fractions, decimals, percents and mixed numbers are ways to write the same number. A fraction is a division; decimal places are tenths, hundredths and so on; a period is got rid of by shifting and subtracting.", "分数、小数、百分数、带分数只是同一个数的不同写法。分数就是除法；小数位表示十分之几、百分之几；循环节用错位相减消去。"),),
    "unknown_base": (("", "Place value. In the unknown base the places are worth one, the base, its square and so on. Write both sides that way: the equation becomes an ordinary one for the base, which has to be larger than every digit.", "位值制。在未知的进制里，各位依次表示一、底数、底数的平方……照此写出等式两边，就得到关于底数的普通方程；底数必须大于每个数字。"),),
    "common_pairs": (("", "The product of two whole numbers is the product of their greatest common divisor and their least common multiple. Taking the greatest common divisor out of both leaves two numbers without a common divisor.", "两个正整数之积等于它们的最大公因数与最小公倍数之积。从两数中提出最大公因数，剩下的两个数互质。"),),
    "described": (
        (r"digit|数字|位", "Take the sentence apart from the inside: first which number is meant, then what is asked of its digits. For the last digits, keep only these at each step; a recurring decimal repeats its period.", "从里到外拆开句子：先弄清是哪个数，再看问它的哪一位。只问末几位时，每步只保留末几位；循环小数按循环节重复。"),
        (r"remainder|余", "Take the sentence apart from the inside, and replace numbers by their remainders early: remainders may be added and multiplied.", "从里到外拆开句子，并尽早用余数代替原数：余数可以相加、相乘。"),
        ("", "Take the sentence apart from the inside: write out which numbers are meant, then do with them what the words say, one operation after the other.", "从里到外拆开句子：先写出指的是哪些数，再按句子的意思一步一步地运算。"),
    ),
}  # fmt: skip
