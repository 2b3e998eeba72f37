"""Percent: of a number, off a price, more than before, one number of another, the price before."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from random import Random
from typing import Final

from training.tiny.scenes.base import Drawn, Scene, number, scene


def _whole(random: Random, percent: int, *, largest: int = 60) -> int:
    """A number of which so many percent are a whole number."""
    return random.randint(1, largest) * (100 // gcd(percent, 100))


def _of(random: Random) -> Drawn:
    p, n = random.randint(2, 150), number(random, 4)
    return Drawn({"p": p, "n": n}, Fraction(p * n, 100))


def _off(random: Random) -> Drawn:
    p = random.choice((random.randrange(5, 96, 5), random.randint(2, 95)))
    n = _whole(random, p)
    return Drawn({"p": p, "n": n}, Fraction(n * (100 - p), 100))


def _tenths(random: Random) -> Drawn:
    d, n = random.randint(1, 9), 10 * random.randint(2, 200)
    return Drawn({"d": d, "n": n}, Fraction(n * d, 10))


def _more(random: Random) -> Drawn:
    p = random.choice((random.randrange(5, 96, 5), random.randint(2, 95)))
    n = _whole(random, p)
    return Drawn({"p": p, "n": n}, Fraction(n * (100 + p), 100))


def _what(random: Random) -> Drawn:
    p = random.randint(2, 160)
    n = _whole(random, p)
    return Drawn({"a": n * p // 100, "b": n}, Fraction(p))


def _passed(random: Random) -> Drawn:
    p = random.randint(2, 98)
    n = _whole(random, p)
    return Drawn({"a": n * p // 100, "b": n}, Fraction(p))


def _before(random: Random) -> Drawn:
    p = random.choice((random.randrange(5, 96, 5), random.randint(2, 95)))
    n = _whole(random, p)
    return Drawn({"p": p, "n": n * (100 - p) // 100}, Fraction(n))


PERCENT: Final[tuple[Scene, ...]] = (
    scene(
        "percent", _of, "from sympy import Rational\nprint(Rational({p}, 100) * {n})",
        en=(("What is {p}% of {n}?", "Find {p} percent of {n}.", "Calculate {p}% of {n}."),
            ("I multiply the number by the percentage as a fraction.",), "the answer is {box}."),
        zh=(("{n}的{p}%是多少？", "求{n}的{p}%。", "计算：{n}的百分之{p}等于多少？"),
            ("把百分数写成分数，再乘这个数。",), "结果是{box}。"),
    ),
    scene(
        "percent", _off, "from sympy import Rational\nrate = 1 - Rational({p}, 100)\nprint({n} * rate)",
        en=(("A coat costs {n} dollars. Its price is reduced by {p}%. What is the new price in dollars?",
             "{who} buys a bike that costs {n} dollars at a discount of {p}%. How many dollars does {who} pay?",
             "In a class with {n} students {p}% are girls. How many boys are there?"),
            ("The rest is 100% minus the given percentage.",), "the answer is {box}."),
        zh=(("一件衣服原价{n}元，降价{p}%，现价多少元？",
             "{who}买一辆原价{n}元的自行车，商店优惠{p}%，要付多少元？",
             "某校有{n}名学生，其中女生占{p}%，男生有多少人？"),
            ("剩下的占 1 减去这个百分数。",), "答案是{box}。"),
    ),
    scene(
        "percent", _tenths, "from sympy import Rational\nprint({n} * Rational({d}, 10))",
        en=(("A coat of {n} dollars is sold at {d} tenths of its price. What does it cost now, in dollars?",
             "{who} pays only {d} tenths of the price of {n} dollars. How many dollars is that?"),
            ("I multiply the price by the tenths.",), "the price is {box} dollars."),
        zh=(("一件衣服原价{n}元，现在打{d}折出售，现价多少元？", "{who}买一台打{d}折的风扇，原价{n}元，要付多少元？"),
            ("打几折就是按十分之几付钱。",), "现价是{box}元。"),
    ),
    scene(
        "percent", _more, "from sympy import Rational\nrate = 1 + Rational({p}, 100)\nprint({n} * rate)",
        en=(("A factory made {n} machines last year and {p}% more this year. How many did it make this year?",
             "A town had {n} inhabitants. The number grew by {p}%. How many inhabitants are there now?",
             "Increase {n} by {p}%."),
            ("The new number is 100% plus the given percentage.",), "the answer is {box}."),
        zh=(("某工厂去年生产机器{n}台，今年比去年增产{p}%，今年生产多少台？",
             "某镇原有{n}人，现在增加了{p}%，现在有多少人？", "比{n}多{p}%的数是多少？"),
            ("现在的数占原来的 1 加上这个百分数。",), "答案是{box}。"),
    ),
    scene(
        "percent", _what, "from sympy import Rational\nprint(Rational({a}, {b}) * 100)",
        en=(("{a} is what percent of {b}?", "What percent of {b} is {a}?"),
            ("I divide the part by the whole and multiply by 100.",), "it is {box}.", ),
        zh=(("{a}是{b}的百分之几？", "{a}占{b}的百分之多少？"),
            ("用部分除以整体，再乘 100。",), "是{box}。"),
        unit=r"\%",
    ),
    scene(
        "percent", _passed, "from sympy import Rational\nprint(Rational({a}, {b}) * 100)",
        en=(("{a} of {b} students passed a test. What percentage is that?", "Of {b} {thing}, {a} are sold. What percent is that?"),
            ("I divide the part by the whole and multiply by 100.",), "it is {box}.", ),
        zh=(("{b}名同学参加测验，{a}人及格，及格率是百分之几？", "{b}{counter}{thing}中卖出了{a}{counter}，卖出了百分之几？"),
            ("用部分除以整体，再乘 100。",), "是{box}。"),
        unit=r"\%",
    ),
    scene(
        "percent", _before, "from sympy import Rational\nrate = 1 - Rational({p}, 100)\nprint({n} / rate)",
        en=(("After a discount of {p}% a coat costs {n} dollars. What was its price before, in dollars?",
             "{who} pays {n} dollars for a bike that is {p}% off. How many dollars did it cost originally?"),
            ("The price is the rest of the original price, so I divide by that share.",), "it was {box} dollars."),
        zh=(("一件衣服降价{p}%后是{n}元，原价多少元？", "{who}用{n}元买了一辆降价{p}%的自行车，这辆车原价多少元？"),
            ("现价是原价剩下的部分，所以用除法求原价。",), "原价是{box}元。"),
    ),
)  # fmt: skip
