"""Fractions: sums, products and quotients, and parts of a whole."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Final

from training.tiny.scenes.base import STYLES, Drawn, Scene, number, proper, quotient, scene, shown


def _two(random: Random) -> Drawn:
    a, b, sign = proper(random), proper(random), random.choice("+-*/")
    value = {"+": a + b, "-": a - b, "*": a * b, "/": a / b}[sign]
    code = f"{quotient(a)} {sign} {quotient(b)}"
    return Drawn({"code": code, "shown": _shown(code, random)}, value)


def _three(random: Random) -> Drawn:
    a, b, c = proper(random, 12), proper(random, 12), proper(random, 12)
    signs = random.choice(("+", "-")), random.choice(("+", "-", "*"))
    value = {
        "++": a + b + c,
        "+-": a + b - c,
        "+*": a + b * c,
        "-+": a - b + c,
        "--": a - b - c,
        "-*": a - b * c,
    }
    code = f"{quotient(a)} {signs[0]} {quotient(b)} {signs[1]} {quotient(c)}"
    return Drawn({"code": code, "shown": _shown(code, random)}, value["".join(signs)])


def _shown(code: str, random: Random) -> str:
    """Without a sign of its own for division, `1/2 / 3/4` would be read otherwise."""
    signed = [style for style in STYLES if style not in ("plain", "tight")]
    return shown(code, random.choice(signed if " / " in code else STYLES))


def _of(random: Random) -> Drawn:
    part, n = proper(random), number(random, 3)
    return Drawn({"a": part.numerator, "b": part.denominator, "n": n}, part * n)


def _read(random: Random) -> Drawn:
    part = proper(random, 12)
    pages = part.denominator * random.randint(2, 60)
    return Drawn({"a": part.numerator, "b": part.denominator, "n": pages}, pages * (1 - part))


def _rope(random: Random) -> Drawn:
    part = proper(random, 12)
    length = part.denominator * random.randint(2, 40)
    return Drawn(
        {"a": part.numerator, "b": part.denominator, "n": int(length * (1 - part))}, Fraction(length)
    )


def _bags(random: Random) -> Drawn:
    part, n = proper(random), random.randint(2, 60)
    return Drawn({"a": part.numerator, "b": part.denominator, "n": n}, part * n)


def _work(random: Random) -> Drawn:
    a, b = random.sample(range(2, 40), 2)
    return Drawn({"a": a, "b": b}, Fraction(a * b, a + b))


FRACTIONS: Final[tuple[Scene, ...]] = (
    scene(
        "fraction", _two, "from sympy import Rational\nprint({code})",
        en=(("Calculate {shown}.", "What is {shown}?", "Compute {shown} as a fraction.", "Simplify {shown}."),
            ("I compute with exact fractions.",), "the answer is {box}."),
        zh=(("计算：{shown}", "{shown}等于多少？", "求{shown}的值，结果用分数表示。", "计算{shown}。"),
            ("用精确的分数计算。",), "结果是{box}。"),
    ),
    scene(
        "fraction", _three, "from sympy import Rational\nprint({code})",
        en=(("Calculate {shown}.", "What is {shown}?", "Compute {shown} as a fraction."),
            ("I compute with exact fractions.",), "the answer is {box}."),
        zh=(("计算：{shown}", "{shown}等于多少？", "求{shown}的值，结果用分数表示。"),
            ("用精确的分数计算。",), "结果是{box}。"),
    ),
    scene(
        "fraction", _of, "from sympy import Rational\nprint(Rational({a}, {b}) * {n})",
        en=(("What is {a}/{b} of {n}?", "Find \\(\\frac{{{a}}}{{{b}}}\\) of {n}."),
            ("I multiply the number by the fraction.",), "the answer is {box}."),
        zh=(("{n}的{a}/{b}是多少？", "求{n}的\\(\\frac{{{a}}}{{{b}}}\\)。", "{n}的{b}分之{a}是多少？"),
            ("用这个数乘分数。",), "结果是{box}。"),
    ),
    scene(
        "fraction", _read, "from sympy import Rational\nrest = 1 - Rational({a}, {b})\nprint({n} * rest)",
        en=(("A book has {n} pages. {who} has read {a}/{b} of it. How many pages are left?",
             "A farmer has {n} sheep and sells {a}/{b} of them. How many sheep remain?"),
            ("What is left is 1 minus the fraction.",), "{box} are left."),
        zh=(("一本书有{n}页，{who}已经看了{a}/{b}，还剩多少页？", "农场有{n}只羊，卖出了其中的{a}/{b}，还剩多少只？"),
            ("剩下的占 1 减去这个分数。",), "还剩{box}。"),
    ),
    scene(
        "fraction", _rope, "from sympy import Rational\nrest = 1 - Rational({a}, {b})\nprint({n} / rest)",
        en=(("{a}/{b} of a rope is cut off, and {n} metres remain. How many metres long was the rope?",
             "{who} has spent {a}/{b} of the money and has {n} dollars left. How many dollars were there at first?"),
            ("The rest is 1 minus the fraction; I divide by it.",), "it was {box}."),
        zh=(("一根绳子剪去{a}/{b}后还剩{n}米，这根绳子原来长多少米？", "{who}花去了所带钱的{a}/{b}，还剩{n}元，原来带了多少元？"),
            ("剩下的占 1 减去这个分数，用除法求原来的。",), "原来是{box}。"),
    ),
    scene(
        "fraction", _bags, "from sympy import Rational\nprint({n} * Rational({a}, {b}))",
        en=(("One bag weighs {a}/{b} kg. How many kg do {n} bags weigh?",
             "{who} drinks {a}/{b} litres of milk a day. How many litres is that in {n} days?"),
            ("I multiply the amount by how often it is taken.",), "it is {box}."),
        zh=(("一袋面粉重{a}/{b}千克，{n}袋这样的面粉重多少千克？", "{who}每天喝{a}/{b}升牛奶，{n}天一共喝多少升？"),
            ("用每份的量乘份数。",), "一共是{box}。"),
    ),
    scene(
        "fraction", _work, "from sympy import Rational\nspeed = Rational(1, {a}) + Rational(1, {b})\nprint(1 / speed)",
        en=(("One pipe fills a tank in {a} hours, another in {b} hours. In how many hours do both fill it together?",
             "{who} alone needs {a} days for a job, a friend needs {b} days. How many days do they need together?"),
            ("I add what both do in one unit of time and divide the whole job by it.",), "it takes {box}."),
        zh=(("一项工程，甲队单独做要{a}天，乙队单独做要{b}天，两队合做要多少天？", "一个水池，甲管单独注满要{a}小时，乙管要{b}小时，两管齐开要多少小时？"),
            ("先求两者一个单位时间共做多少，再用 1 除以它。",), "要{box}。"),
    ),
)  # fmt: skip
