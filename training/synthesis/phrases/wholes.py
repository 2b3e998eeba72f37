r"""Whole numbers: divisors, primes, digits, remainders, congruences, what is missing in a calculation, days of the week."""

from __future__ import annotations

from random import Random
from typing import Final

from training.synthesis.phrases.base import Formula, Phrased, Slots

_DAYS: Final = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_HAN_DAYS: Final = ("日", "一", "二", "三", "四", "五", "六")


def _two(random: Random) -> Slots:
    k = random.choice((1, random.randint(2, 18)))
    a, b = k * random.randint(2, 20), k * random.randint(2, 20)
    return {"a": a, "b": b if b != a else b + k}


def _three(random: Random) -> Slots:
    k = random.randint(2, 6)
    a, b, c = (k * n for n in random.sample(range(2, 16), 3))
    return {"a": a, "b": b, "c": c}


def _one(random: Random) -> Slots:
    a = random.choice((random.randint(12, 120), random.randint(20, 999), random.randint(2, 40) * 12))
    return {"a": a, "b": random.choice((2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13))}


def _digits(random: Random) -> Slots:
    place, han = random.choice(
        (("ones", "个"), ("units", "个"), ("tens", "十"), ("hundreds", "百"), ("thousands", "千"))
    )
    return {"a": random.randint(1000, 99999), "place": place, "han": han}


def _last(random: Random) -> Slots:
    base, e = random.randint(2, 19), random.randint(5, 120)
    return {"f": Formula(f"{base}^{{{e}}}")}


def _fractions(random: Random) -> Slots:
    b, d = random.sample((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 18, 20), 2)
    return {
        "f": Formula(rf"\frac{{{random.randint(1, b - 1)}}}{{{b}}}"),
        "g": Formula(rf"\frac{{{random.randint(1, d - 1)}}}{{{d}}}"),
    }


def _divided(random: Random) -> Slots:
    return {
        "a": random.choice((random.randint(20, 400), random.randint(100, 9999))),
        "b": random.randint(3, 40),
    }


def _power(random: Random) -> Slots:
    return {"f": Formula(f"{random.randint(2, 15)}^{{{random.randint(5, 120)}}}"), "b": random.randint(3, 19)}


def _congruence(random: Random) -> Slots:
    m = random.randint(5, 40)
    a, c, b = random.randint(2, min(m, 25)), random.randint(1, m - 1), random.randint(1, 12)
    left = random.choice((f"{a}x", f"{a}x", f"{a}x", f"{a}x + {b}", f"{a}x - {b}"))
    return {
        "a": a,
        "m": m,
        "f": Formula(rf"{left} \equiv {c} \pmod{{{m}}}"),
        "t": f"{left} ≡ {c} (mod {m})",
        "left": left,
        "c": c,
        "inv": Formula(rf"{a}x \equiv 1 \pmod{{{m}}}"),
    }


def _inverse(random: Random) -> Slots:
    m = random.choice((7, 11, 13, 17, 19, 23, 26, 29, 31, 37, 20, 25, 27, 32, 35))
    a = random.choice(
        [
            n
            for n in range(2, min(m, 30))
            if all(n % p or m % p for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37))
        ]
    )
    return {"a": a, "m": m}


def _missing(random: Random) -> Slots:
    a, b = random.randint(100, 6000), random.randint(100, 4000)
    x, y = random.randint(3, 99), random.randint(3, 60)
    r = random.randint(1, y - 1)
    return {
        "sum": a + b,
        "a": a,
        "b": b,
        "x": x,
        "y": y,
        "prod": x * y,
        "big": max(a, b) + min(a, b),
        "r": r,
        "n": x * y + r,
    }


def _day(random: Random) -> Slots:
    n, d = random.randrange(7), random.randint(3, 120)
    return {"day": _DAYS[n], "han": _HAN_DAYS[n], "d": d}


_NEXT: Final = "[What day of the week|Which day of the week|What day|Which day]"
KINDS: Final = (
    Phrased("gcd", "integers", _two, (
        "n:the [greatest common divisor|greatest common factor|highest common factor|GCD|GCF|HCF|largest common divisor] of {a} and {b}", "n:gcd({a}, {b})", "r:What is the largest number that divides both {a} and {b}?", "n:the [largest|greatest] [number|integer] that divides both {a} and {b}", "n:the greatest common divisor of [the numbers |]{a}, {b}",
    ), ("n:{a}[和|与]{b}的[最大公约数|最大公因数]", "r:{a}[和|与]{b}的[最大公约数|最大公因数]是[多少|几]？", "n:{a}、{b}[两个数|两数|]的最大公[约|因]数", "r:{a}和{b}的公因数中最大的是[几|多少]？")),
    Phrased("lcm", "integers", _two, (
        "n:the [least common multiple|lowest common multiple|smallest common multiple|LCM] of {a} and {b}", "n:lcm({a}, {b})", "r:What is the smallest number that is a multiple of both {a} and {b}?", "n:the smallest [positive |]number [divisible by|that is a multiple of] both {a} and {b}", "n:the least common multiple of [the numbers |]{a}, {b}",
    ), ("n:{a}[和|与]{b}的最小公倍数", "r:{a}[和|与]{b}的最小公倍数是[多少|几]？", "n:{a}、{b}[两个数|两数|]的最小公倍数")),
    Phrased("gcd of three", "integers", _three, ("n:the [greatest common divisor|greatest common factor|GCD|HCF] of {a}, {b} and {c}", "n:gcd({a}, {b}, {c})"), ("n:{a}、{b}和{c}的最大公[约|因]数", "n:{a}、{b}、{c}[三个数|]的最大公约数")),
    Phrased("lcm of three", "integers", _three, ("n:the [least common multiple|lowest common multiple|LCM] of {a}, {b} and {c}", "n:lcm({a}, {b}, {c})"), ("n:{a}、{b}和{c}的最小公倍数", "n:{a}、{b}、{c}[三个数|]的最小公倍数")),
    Phrased("primes", "integers", _one, (
        "n:the prime [factorization|factorisation|factors and their powers|decomposition] of {a}", "v:[factor|factorize|decompose|factorise] {a} into primes", "v:write {a} as a product of [primes|prime factors|prime numbers]", "v:express {a} as a product of [primes|prime factors|prime numbers|powers of primes]", "v:[break|split] {a} [down |]into prime factors", "n:the prime factorization of [the number |]{a}",
    ), ("v:[把|将]{a}分解质因数", "v:[把|将]{a}[写成|表示成|分解成][几个|]质[数|因数][的|]相乘的形式", "v:分解质因数：{a}", "v:对{a}[进行|]分解质因数", "n:{a}的质因数分解", "v:将{a}[分解为质因数的乘积|分解素因数]")),
    Phrased("divisors", "integers", _one, (
        "r:How many [positive |][divisors|factors] does {a} have?", "n:the number of [positive |][divisors|factors] of {a}", "r:How many [positive integers|positive divisors|numbers|whole numbers] [divide|are divisors of|are factors of] {a}?", "r:How many factors are there of {a}?", "v:count the [positive |]divisors of {a}",
    ), ("r:{a}[有|共有|一共有][多少个|几个][因数|约数|正因数|正约数]？", "n:{a}的[因数|约数|正因数|正约数][个数|的个数]", "r:{a}的[因数|约数]有[多少|几]个？")),
    Phrased("prime", "integers", _one, ("r:Is {a} [a prime number|prime|a prime]?", "r:Is [the number |]{a} [a prime number|prime|prime or composite]?", "r:Is {a} prime?", "v:[decide|determine|check|say] whether {a} is [prime|a prime number]", "r:{a}: is it a prime number?"), ("r:{a}是[质数|素数]吗？", "r:{a}是[质数还是合数|不是质数|合数还是质数]？", "r:判断{a}是[不是|否为]质数[。|]", "r:{a}是否[是|为][质数|素数]？")),
    Phrased("divisible", "integers", _one, ("r:Is {a} divisible by {b}?", "r:Does {b} divide {a}[ evenly|]?", "r:Is {a} a multiple of {b}?", "r:Is {b} a [factor|divisor] of {a}?", "v:[determine|check|decide] whether {a} is divisible by {b}", "r:Can {a} be divided evenly by {b}?"), ("r:{a}能被{b}整除吗？", "r:{a}是{b}的倍数吗？", "r:{b}是{a}的因数吗？", "r:{b}能整除{a}吗？", "r:{a}能不能被{b}整除？", "r:判断{a}能否被{b}整除[。|]")),
    Phrased("digit", "integers", _digits, ("n:the {place} digit of {a}", "r:What digit is in the {place} place of {a}?", "r:Which digit is in the {place} place [of|in] {a}?", "n:the digit in the {place} place of {a}"), ("r:{a}的{han}位[上的|]数字是[几|多少|什么]？", "n:{a}的{han}位[上的|]数字", "r:{a}的{han}位[上|]是几？"), frozenset({3, 4, 10})),
    Phrased("last digit", "integers", _last, ("n:the [last digit|units digit|ones digit|final digit] of {f}", "r:What digit does {f} end in?", "r:In which digit does {f} end?", "r:What is the [last digit|units digit|ones digit] of [the number |]{f}?"), ("n:{f}的[个位数字|末位数字|个位上的数字|最后一位数字]", "r:{f}的[个位|末位][数字|上的数字|数]是[几|多少]？", "r:{f}的最后一位[数字|]是几？")),
    Phrased("largest prime factor", "integers", _one, ("n:the [largest|greatest|biggest] prime [factor|divisor] of {a}", "r:What is the largest prime that divides {a}?"), ("n:{a}的最大[质因数|素因数|质因子]", "r:{a}的最大质因数是[多少|几]？")),
    Phrased("smallest prime factor", "integers", _one, ("n:the [smallest|least] prime [factor|divisor] of {a}", "r:What is the smallest prime that divides {a}?"), ("n:{a}的最小[质因数|素因数]", "r:{a}的最小质因数是[多少|几]？")),
    Phrased("coprime", "integers", _two, ("r:Are {a} and {b} [coprime|relatively prime|relatively prime numbers]?", "v:[decide|check|determine] whether {a} and {b} are [coprime|relatively prime]"), ("r:{a}[和|与]{b}[互质|互素]吗？", "r:{a}[和|与]{b}是[互质数吗|否互质|不是互质]？", "r:判断{a}和{b}是否互质[。|]")),
    Phrased("common denominator", "integers", _fractions, ("n:the [lowest|least|smallest] common denominator of {f} and {g}", "n:the LCD of {f} and {g}"), ("n:{f}[和|与]{g}的最[小|简]公分母", "r:{f}和{g}的最小公分母是多少？")),
    Phrased("remainder", "divisions", _divided, (
        "n:the remainder [when|if] {a} is divided by {b}", "n:the remainder of {a} divided by {b}", "n:the remainder [on|upon|after] dividing {a} by {b}", "n:{a} mod {b}", "r:What remainder does {a} leave when divided by {b}?", "r:{a} is divided by {b}. What is the remainder?", "r:What is left over when {a} is divided by {b}?", "r:When {a} is divided by {b}, what is the remainder?", "v:[compute|evaluate|calculate] {a} mod {b}",
        "r:If you divide {a} by {b}, what is the remainder?", "v:divide {a} by {b} and give the remainder", "r:Dividing {a} by {b} leaves what remainder?", "n:the remainder in the division {a} ÷ {b}", "n:the remainder of {a} ÷ {b}",
    ), ("n:{a}除以{b}的余数", "r:{a}除以{b}，余数是[多少|几]？", "r:用{b}除{a}，余数是[多少|几]？", "r:{a}÷{b}的余数是[多少|几]？", "r:{a}除以{b}余[几|多少]？", "n:{a}被{b}除的余数", "r:{a}被{b}除，余数是几？", "r:{b}除{a}，余数是多少？", "n:{a}÷{b}的余数", "n:{a}除以{b}所得的余数", "r:{a}除以{b}得到的余数是多少？", "r:计算{a}除以{b}，写出余数[。|]")),
    Phrased("quotient and remainder", "divisions", _divided, (
        "n:the quotient and [the |]remainder when {a} is divided by {b}", "n:the quotient and remainder of {a} divided by {b}", "v:divide {a} by {b} and [give|state|find] the quotient and [the |]remainder", "r:What are the quotient and [the |]remainder when {a} is divided by {b}?", "v:divide {a} by {b} with remainder", "r:{a} is divided by {b}. [Find|What are] the quotient and the remainder.", "n:the quotient and remainder of {a} ÷ {b}",
    ), ("r:{a}÷{b}的商和余数[各|分别|]是[多少|几]？", "n:{a}除以{b}的商和余数", "r:{a}除以{b}，商和余数[各|分别]是多少？", "r:用{b}除{a}，商和余数各是多少？", "r:{a}除以{b}，商是几，余数是几？", "r:计算{a}÷{b}，写出商和余数[。|]", "n:{a}÷{b}的商与余数")),
    Phrased("power remainder", "divisions", _power, (
        "n:the remainder [when|if] {f} is divided by {b}", "n:{f} mod {b}", "r:What remainder does {f} leave when divided by {b}?", "n:the remainder of {f} divided by {b}", "r:{f} is divided by {b}. What is the remainder?", "n:the remainder [on|upon|after] dividing {f} by {b}", "r:When {f} is divided by {b}, what is the remainder?", "v:[compute|evaluate] {f} mod {b}",
    ), ("n:{f}除以{b}的余数", "r:{f}除以{b}，余数是[多少|几]？", "r:{f}除以{b}余几？", "n:{f}被{b}除的余数", "r:用{b}除{f}，余数是多少？")),
    Phrased("congruence", "linear_congruences", _congruence, (
        "v:solve [|the congruence |the linear congruence |for x: |the modular equation ][{f}|{t}]", "n:[the solution|all solutions|the solutions|x] of the congruence [{f}|{t}]", "n:all integers x [with|such that] [{f}|{t}]", "v:find x [if|such that|with] [{f}|{t}]", "r:For which x is [{f}|{t}]?", "r:[{f}|{t}]. Solve for x.", "r:Solve: [{f}|{t}]", "r:Find x: [{f}|{t}]",
        "v:find all x satisfying [{f}|{t}]", "v:find the solution of [{f}|{t}]",
    ), ("v:解[同余方程|下列同余方程|一次同余方程|同余式][：| |][{f}|{t}]", "n:同余方程[{f}|{t}]的解", "v:求解[同余方程|][{f}|{t}]", "r:同余方程[{f}|{t}]的解是[什么|多少]？", "v:求满足[{f}|{t}]的x", "r:解方程：[{f}|{t}]")),
    Phrased("inverse", "linear_congruences", _inverse, (
        "n:the [|multiplicative |modular ]inverse of {a} [mod|modulo] {m}", "n:the [|multiplicative |modular ]inverse of {a} [|mod|(mod] {m}[|)]", "v:find an inverse of {a} modulo {m}", "r:What is the [modular |]inverse of {a} modulo {m}?", "n:{a}^{-1} mod {m}".replace("{-1}", "(-1)"), "n:the inverse of {a} in arithmetic modulo {m}",
    ), ("n:{a}[模|关于模|对模]{m}的[逆元|逆|乘法逆元]", "n:{a}在模{m}[下|意义下]的[逆元|乘法逆元]", "r:{a}模{m}的逆元是[多少|几]？", "n:{a}关于{m}的逆元")),
    Phrased("other of a sum", "missing_parts", _missing, (
        "r:The sum of two numbers is {sum}[ and|. One of them is|, and] [one of them is |]{a}. [What is the other number|Find the other|What is the other|Find the other number][.|?]", "r:The sum of two numbers is {sum}. One [of them|number|of the numbers] is {a}. [What is the other number|Find the other number|What is the other one|Find the other][.|?]", "r:Two numbers [add up to|have the sum|sum to|together make] {sum}. One [of them |]is {a}. [What is the other|Find the other|What is the other number][.|?]",
        "r:If one addend is {a} and the sum is {sum}, what is the other addend?", "r:One addend is {a} and the sum is {sum}. Find the other addend.", "r:What number must be added to {a} to [get|give|make] {sum}?", "r:The sum is {sum} and one addend is {a}. What is the other addend?",
    ), ("r:两[个|]数的和是 {sum}，[其中一个|一个|其中一个数]是 {a}，[另一个|另一个数][是多少|是几]？", "r:一个加数是 {a}，和是 {sum}，[另一个加数是多少|求另一个加数][？|。|]", "r:和是 {sum}，一个加数是 {a}，[求另一个加数|另一个加数是多少][。|？]", "r:两数之和是 {sum}，其中一个[数|]是 {a}，求另一个数。", "r:两个加数的和是 {sum}，其中一个加数是 {a}，另一个加数是多少？", "r:{a}加上多少[等于|是|得]{sum}？")),
    Phrased("other factor", "missing_parts", _missing, (
        "r:The product of two numbers is {prod}[ and|, and] one of them is {x}. [What is the other number|Find the other|What is the other|Find the other number][.|?]", "r:One factor is {x} and the product is {prod}. [What is|Find] the other factor[.|?]", "r:The product of {x} and another number is {prod}. [What is|Find] the other number[.|?]", "r:Two numbers multiply to {prod}. One [of them |]is {x}. What is the other?",
        "r:The product is {prod} and one factor is {x}. [Find|What is] the other factor[.|?]", "r:If the product of two numbers is {prod} and one number is {x}, what is the other?", "r:By what number must {x} be multiplied to [get|give] {prod}?",
    ), ("r:两[个|]数的积是 {prod}，[其中一个|一个|其中一个数]是 {x}，[另一个|另一个数]是多少？", "r:一个因数是 {x}，积是 {prod}，[另一个因数是多少|求另一个因数][？|。|]", "r:两个因数的积是 {prod}，[其中|]一个因数是 {x}，[求另一个因数|另一个因数是多少|另一个因数是几][。|]", "r:积是 {prod}，一个因数是 {x}，求另一个因数。", "r:两数之积是 {prod}，其中一个数是 {x}，求另一个数。", "r:{x}乘多少[等于|得]{prod}？")),
    Phrased("dividend", "missing_parts", _missing, (
        "r:The quotient is {x} and the divisor is {y}. [What is|Find] the dividend[.|?]", "r:The divisor is {y} and the quotient is {x}. [What is|Find] the dividend[.|?]", "r:If the quotient is {x} and the divisor is {y}, [what is|find] the dividend[.|?]", "r:A number divided by {y} [is|gives|equals] {x}. What is the number?", "r:Find the dividend if the divisor is {y} and the quotient is {x}.", "r:What is the dividend when the divisor is {y} and the quotient is {x}?",
    ), ("r:除数是 {y}，商是 {x}，[被除数是多少|求被除数|被除数是几][？|。|]", "r:商是 {x}，除数是 {y}，[被除数是多少|求被除数][？|。|]", "r:[已知|如果]除数是 {y}，商是 {x}，[那么|则|]被除数是多少？", "r:一个数除以 {y}，商是 {x}，[这个数是多少|求这个数][？|。]")),
    Phrased("dividend with remainder", "missing_parts", _missing, (
        "r:The quotient is {x}, the divisor is {y} and the remainder is {r}. [What is|Find] the dividend[.|?]", "r:The divisor is {y}, the quotient is {x} and the remainder is {r}. [What is|Find] the dividend[.|?]", "r:A number divided by {y} gives {x} remainder {r}. What is the number?", "r:If the divisor is {y}, the quotient is {x}, and the remainder is {r}, what is the dividend?", "r:When a number is divided by {y}, the quotient is {x} and the remainder is {r}. Find the number.",
    ), ("r:除数是 {y}，商是 {x}，余数是 {r}，[被除数是多少|求被除数|被除数是几][？|。|]", "r:商是 {x}，除数是 {y}，余数是 {r}，[被除数是多少|求被除数][？|。|]", "r:一个数除以 {y}，商 {x} 余 {r}，[这个数是多少|求这个数][？|。]", "r:一个数除以 {y}，商是 {x}，余数是 {r}，这个数是多少？", "r:在一道[有余数的|]除法[算式|]中，除数是 {y}，商是 {x}，余数是 {r}，被除数是多少？")),
    Phrased("divisor", "missing_parts", _missing, (
        "r:The dividend is {prod} and the quotient is {x}. [What is|Find] the divisor[.|?]", "r:The quotient is {x} and the dividend is {prod}. [What is|Find] the divisor[.|?]", "r:{prod} divided by what number [is|gives] {x}?", "r:If the dividend is {prod} and the quotient is {x}, what is the divisor?",
    ), ("r:被除数是 {prod}，商是 {x}，[除数是多少|求除数][？|。|]", "r:商是 {x}，被除数是 {prod}，[除数是多少|求除数][？|。|]", "r:{prod}除以一个数，商是{x}，[这个数是多少|求这个数][？|。]")),
    Phrased("subtrahend", "missing_parts", _missing, (
        "r:The minuend is {sum} and the difference is {a}. [What is|Find] the subtrahend[.|?]", "r:The difference is {a} and the minuend is {sum}. [What is|Find] the subtrahend[.|?]", "r:What number must be subtracted from {sum} to [get|give|leave] {a}?",
    ), ("r:被减数是 {sum}，差是 {a}，[减数是多少|求减数|减数是几][？|。|]", "r:差是 {a}，被减数是 {sum}，[减数是多少|求减数][？|。|]", "r:{sum}减去一个数，差是{a}，[这个数是多少|求这个数][？|。]", "r:{sum}减多少等于{a}？")),
    Phrased("minuend", "missing_parts", _missing, (
        "r:The subtrahend is {a} and the difference is {b}. [What is|Find] the minuend[.|?]", "r:The difference is {b} and the subtrahend is {a}. [What is|Find] the minuend[.|?]", "r:{a} is subtracted from a number and the difference is {b}. What is the number?",
    ), ("r:减数是 {a}，差是 {b}，[被减数是多少|求被减数|被减数是几][？|。|]", "r:差是 {b}，减数是 {a}，[被减数是多少|求被减数][？|。|]", "r:一个数减去 {a}，差是 {b}，[这个数是多少|求这个数][？|。]")),
    Phrased("days later", "calendar", _day, (
        f"r:[Today is|It is|If today is|Suppose today is] {{day}}[.|,] {_NEXT} will it be in {{d}} days?", "r:[If today is|Today is] {day}[,|.] what day of the week will it be {d} days from [now|today]?", f"r:Today is {{day}}. {_NEXT} [is it|will it be] {{d}} days [later|from now|after today]?", "r:What day of the week [is|will it be] {d} days after a {day}?", f"r:{_NEXT} will it be {{d}} days from today if today is {{day}}?",
        f"r:In {{d}} days, {_NEXT} will it be if today is {{day}}?",
    ), ("r:今天是[星期|周|礼拜]{han}，[再过|过|经过|]{d}天[后|之后|以后|][是|将是|会是][星期|周]几？", "r:[如果|若|已知|假如]今天是[星期|周]{han}，[那么|则|]{d}天[后|之后|以后]是[星期|周]几？", "r:今天[星期|周]{han}，{d}天[后|以后][是|]星期几？", "r:今天是星期{han}，从今天起再过{d}天是星期几？"), frozenset({3, 4, 5, 6, 7})),
    Phrased("days ago", "calendar", _day, (
        f"r:[Today is|It is|If today is|Suppose today is] {{day}}[.|,] {_NEXT} was it {{d}} days ago?", f"r:If today is {{day}}, {_NEXT} was it {{d}} days [ago|before|earlier]?", "r:What day of the week was it {d} days ago if today is {day}?", "r:What day of the week was {d} days before a {day}?",
    ), ("r:今天是[星期|周|礼拜]{han}，{d}天[前|以前|之前][是|]星期几？", "r:[如果|若|已知|假如]今天是[星期|周]{han}，[那么|则|]{d}天[前|之前]是[星期|周]几？", "r:今天[星期|周]{han}，{d}天前是[星期|周]几？"), frozenset({3, 4, 5, 6, 7})),
)  # fmt: skip
