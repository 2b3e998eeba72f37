"""Sums, products and what they are for: money, boxes, journeys, sharing."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Final

from training.tiny.scenes.base import STYLES, Drawn, Scene, number, scene, shown

_FORMS: Final = ("{a} + {b}", "{a} - {b}", "{a} * {b}", "{a} + {b}*{c}", "{a} - {b}*{c}", "{a}*{b} + {c}",
                 "{a}*{b} - {c}", "({a} + {b}) * {c}", "({a} - {b}) * {c}", "{a} + {b} - {c}", "{a} - {b} - {c}",
                 "{a}*{b} + {c}*{d}", "{a}*{b} - {c}*{d}", "{a}*({b} + {c}) - {d}")  # fmt: skip


def _expression(random: Random) -> Drawn:
    form, digits = random.choice(_FORMS), random.choice((2, 2, 3, 4))
    letters = {letter: number(random, digits) for letter in "abcd"}
    code = form.format(**letters)
    return Drawn({"code": code, "shown": shown(code, random.choice(STYLES))}, _value(form, **letters))


def _value(form: str, a: int, b: int, c: int, d: int) -> Fraction:
    """What an expression is worth, without running a program."""
    values = (a + b, a - b, a * b, a + b * c, a - b * c, a * b + c, a * b - c, (a + b) * c, (a - b) * c,
              a + b - c, a - b - c, a * b + c * d, a * b - c * d, a * (b + c) - d)  # fmt: skip
    return Fraction(values[_FORMS.index(form)])


def _two(random: Random) -> tuple[int, int]:
    digits = random.choice((2, 3, 4, 5, 9))
    return number(random, digits), number(random, digits)


def _sum(random: Random) -> Drawn:
    a, b = _two(random)
    return Drawn({"a": a, "b": b}, Fraction(a + b))


def _difference(random: Random) -> Drawn:
    b, a = sorted(_two(random))  # "the difference" of two numbers says nothing of their order
    return Drawn({"a": a, "b": b}, Fraction(a - b))


def _product(random: Random) -> Drawn:
    a, b = _two(random)
    return Drawn({"a": a, "b": b}, Fraction(a * b))


def _shopping(random: Random) -> Drawn:
    book, more, change = random.randint(5, 99), random.randint(2, 40), random.randint(1, 99)
    return Drawn({"a": 2 * book + more + change, "b": book, "c": more}, Fraction(change))


def _boxes(random: Random) -> Drawn:
    boxes, each = random.randint(3, 60), random.randint(3, 60)
    sold = random.randint(2, boxes * each - 1)
    return Drawn({"a": boxes, "b": each, "c": sold}, Fraction(boxes * each - sold))


def _purchases(random: Random) -> Drawn:
    a, b, c, d = (random.randint(2, 60) for _ in range(4))
    return Drawn({"a": a, "b": b, "c": c, "d": d}, Fraction(a * b + c * d))


def _journey(random: Random) -> Drawn:
    speed, hours, rest = random.randint(20, 160), random.randint(2, 12), random.randint(5, 400)
    return Drawn({"a": speed, "b": hours, "c": rest}, Fraction(speed * hours + rest))


def _sharing(random: Random) -> Drawn:
    each, people = random.randint(2, 60), random.randint(2, 30)
    first = random.randint(1, each * people - 1)
    return Drawn({"a": first, "b": each * people - first, "c": people}, Fraction(each))


ARITHMETIC: Final[tuple[Scene, ...]] = (
    scene(
        "arithmetic", _expression, "print({code})",
        en=(("Calculate {shown}.", "Compute: {shown}", "What is {shown}?", "Find the value of {shown}."),
            ("I compute the expression as it stands.",), "the answer is {box}."),
        zh=(("计算：{shown}", "计算{shown}的值。", "{shown}等于多少？", "求{shown}的结果。"),
            ("直接计算这个算式。",), "结果是{box}。"),
    ),
    scene(
        "arithmetic", _sum, "print({a} + {b})",
        en=(("What is the sum of {a} and {b}?", "Add {a} and {b}.", "Find {a} plus {b}."),
            ("I add the two numbers.",), "the sum is {box}."),
        zh=(("求{a}与{b}的和。", "{a}加上{b}等于多少？", "计算{a}与{b}的和"),
            ("把两个数相加。",), "和是{box}。"),
    ),
    scene(
        "arithmetic", _difference, "print({a} - {b})",
        en=(("What is {a} minus {b}?", "Subtract {b} from {a}.", "Find the difference of {a} and {b}.", "How much is {a} - {b}?"),
            ("I subtract the smaller number from the larger.",), "the difference is {box}."),
        zh=(("求{a}与{b}的差。", "{a}减去{b}等于多少？", "从{a}中减去{b}，得多少？"),
            ("把两个数相减。",), "差是{box}。"),
    ),
    scene(
        "arithmetic", _product, "print({a} * {b})",
        en=(("What is the product of {a} and {b}?", "Multiply {a} by {b}.", "Find {a} times {b}."),
            ("I multiply the two numbers.",), "the product is {box}."),
        zh=(("求{a}与{b}的积。", "{a}乘以{b}等于多少？", "计算{a}与{b}的乘积"),
            ("把两个数相乘。",), "积是{box}。"),
    ),
    scene(
        "arithmetic", _shopping, "book = {b}\npen = book + {c}\nprint({a} - book - pen)",
        en=(("{who} has {a} dollars and buys a book and a pen. The book costs {b} dollars, and the pen costs {c} dollars more than the book. How many dollars does {who} have left?",
             "A book costs {b} dollars. A pen costs {c} dollars more. {who} has {a} dollars and buys both. How much money is left?"),
            ("First the price of the pen, then I subtract both prices.",), "{box} dollars are left."),
        zh=(("{who}有{a}元，他要买一本书和一支笔，已知书的价格是{b}元，笔的价格比书的价格多{c}元，请问{who}还剩余多少元钱？",
             "一本书{b}元，一支笔比书贵{c}元。{who}带了{a}元，两样各买一件，还剩多少元？"),
            ("先求笔的价格，再用总钱数减去两样的价格。",), "还剩{box}元。"),
    ),
    scene(
        "arithmetic", _boxes, "total = {a} * {b}\nprint(total - {c})",
        en=(("A shop has {a} boxes with {b} {thing} in each. It sells {c} {thing}. How many {thing} are left?",
             "There are {a} boxes of {thing}, {b} in each box. {who} gives away {c} of them. How many {thing} remain?"),
            ("First the total, then I subtract what is gone.",), "{box} {thing} are left."),
        zh=(("商店有{a}箱{thing}，每箱{b}{counter}，卖出{c}{counter}，还剩多少{counter}{thing}？",
             "每箱有{b}{counter}{thing}，{who}有{a}箱，送出{c}{counter}后，还剩多少{counter}？"),
            ("先求总数，再减去少了的数量。",), "还剩{box}{counter}。"),
    ),
    scene(
        "arithmetic", _purchases, "first = {a} * {b}\nsecond = {c} * {d}\nprint(first + second)",
        en=(("{who} buys {a} {thing} at {b} dollars each and {c} bags at {d} dollars each. How many dollars is that altogether?",
             "{a} {thing} cost {b} dollars each, and {c} bags cost {d} dollars each. How much must {who} pay for all of them?"),
            ("I compute both costs, then add them.",), "it is {box} dollars altogether."),
        zh=(("{who}买了{a}{counter}{thing}，每{counter}{b}元，又买了{c}个书包，每个{d}元，一共花了多少元？",
             "学校买{a}{counter}单价{b}元的{thing}和{c}个单价{d}元的书包，一共要付多少元？"),
            ("先分别求两种东西的总价，再相加。",), "一共是{box}元。"),
    ),
    scene(
        "arithmetic", _journey, "driven = {a} * {b}\nprint(driven + {c})",
        en=(("A car drives {a} km an hour for {b} hours. Then {c} km are left to the city. How long is the whole way in km?",
             "{who} travels for {b} hours at {a} km per hour and then another {c} km. How many km is that in all?"),
            ("First the distance driven, then I add the rest.",), "the whole way is {box} km."),
        zh=(("一辆汽车每小时行{a}千米，行了{b}小时后离目的地还有{c}千米，全程多少千米？",
             "{who}乘车{b}小时，每小时行{a}千米，然后又走了{c}千米，一共行了多少千米？"),
            ("先求已行的路程，再加上剩下的路程。",), "全程{box}千米。"),
    ),
    scene(
        "arithmetic", _sharing, "total = {a} + {b}\nprint(total // {c})",
        en=(("{who} has {a} {thing} and gets {b} more. They are shared equally among {c} children. How many {thing} does each child get?",
             "{a} {thing} and {b} more are divided equally among {c} students. How many does each one get?"),
            ("First the total, then I divide it.",), "each gets {box}."),
        zh=(("{who}有{a}{counter}{thing}，又得到{b}{counter}，平均分给{c}个小朋友，每人分到多少{counter}？",
             "把{a}{counter}{thing}和另外{b}{counter}合在一起，平均分给{c}名同学，每人得多少{counter}？"),
            ("先求总数，再平均分。",), "每人分到{box}{counter}。"),
    ),
)  # fmt: skip
