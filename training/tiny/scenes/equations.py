"""Linear equations, written out and told as stories."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Final

from training.tiny.scenes.base import LETTERS, STYLES, Drawn, Scene, scene, shown

_SOLVE: Final = (
    "from sympy import Eq, solve, symbols\n{x} = symbols('{x}')\nprint(solve(Eq({left}, {right}), {x})[0])"
)


def _signed(n: int) -> str:
    return f"+ {n}" if n > 0 else f"- {-n}"


def _nonzero(random: Random, largest: int) -> int:
    return random.choice((-1, 1)) * random.randint(1, largest)


def _equation(random: Random) -> Drawn:
    """a·x + b = c·x + d in one of four shapes; half of them have a whole root."""
    x, a, b = random.choice(LETTERS), random.randint(2, 30), _nonzero(random, 99)
    shape, whole = random.randrange(4), random.random() < 0.5
    root = Fraction(random.randint(-20, 40))
    if shape == 0:  # ax + b = d
        d = int(a * root + b) if whole else _nonzero(random, 150)
        left, right, value = f"{a}*{x} {_signed(b)}", f"{d}", Fraction(d - b, a)
    elif shape == 1:  # ax + b = cx + d
        c = random.choice([n for n in range(2, 25) if n != a])
        d = int((a - c) * root + b) if whole else _nonzero(random, 99)
        left = f"{a}*{x} {_signed(b)}"
        right, value = f"{c}*{x} {_signed(d)}" if d else f"{c}*{x}", Fraction(d - b, a - c)
    elif shape == 2:  # a(x + b) = d
        d = int(a * (root + b)) if whole else _nonzero(random, 150)
        left, right, value = f"{a}*({x} {_signed(b)})", f"{d}", Fraction(d, a) - b
    else:  # d = ax + b
        d = int(a * root + b) if whole else _nonzero(random, 150)
        left, right, value = f"{d}", f"{a}*{x} {_signed(b)}", Fraction(d - b, a)
    text = shown(f"{left} = {right}", random.choice(STYLES))
    return Drawn({"x": x, "left": left, "right": right, "shown": text}, value)


def _number(random: Random) -> Drawn:
    a, b, x = random.randint(2, 20), random.randint(1, 99), random.randint(2, 60)
    return Drawn({"a": a, "b": b, "c": a * x + b}, Fraction(x))


def _less(random: Random) -> Drawn:
    a, x = random.randint(2, 20), random.randint(2, 60)
    b = random.randint(1, a * x - 1)
    return Drawn({"a": a, "b": b, "c": a * x - b}, Fraction(x))


def _pair(random: Random) -> Drawn:
    small, more = random.randint(1, 200), random.randint(1, 120)
    return Drawn({"s": 2 * small + more, "d": more}, Fraction(small + more))


def _animals(random: Random) -> Drawn:
    hens, rabbits = random.randint(2, 60), random.randint(2, 60)
    return Drawn({"h": hens + rabbits, "f": 2 * hens + 4 * rabbits}, Fraction(rabbits))


def _price(random: Random) -> Drawn:
    a, x, b = random.randint(2, 30), random.randint(2, 50), random.randint(3, 90)
    return Drawn({"a": a, "b": b, "c": a * x + b}, Fraction(x))


_X: Final = "from sympy import Eq, solve, symbols\nx = symbols('x')\n"

EQUATIONS: Final[tuple[Scene, ...]] = (
    # twice: an equation written out is what is asked most
    *2 * (scene(
        "equation", _equation, _SOLVE,
        en=(("Solve {shown}.", "Solve for {x}: {shown}", "Find {x} if {shown}.", "What is the solution of {shown}?"),
            ("I solve the equation for {x}.",), "{x} is {box}."),
        zh=(("解方程：{shown}", "解方程{shown}。", "已知{shown}，求{x}的值。", "方程{shown}的解是多少？"),
            ("解这个方程，求出{x}。",), "{x}的值是{box}。"),
    ),),
    scene(
        "equation", _number, _X + "print(solve(Eq({a}*x + {b}, {c}), x)[0])",
        en=(("{a} times a number plus {b} is {c}. What is the number?",
             "{who} multiplies a number by {a}, adds {b} and gets {c}. Which number is it?"),
            ("Let the number be x; I write the equation and solve it.",), "the number is {box}."),
        zh=(("一个数的{a}倍加上{b}等于{c}，求这个数。", "{who}把一个数乘{a}，再加{b}，得{c}，这个数是多少？"),
            ("设这个数为 x，列方程求解。",), "这个数是{box}。"),
    ),
    scene(
        "equation", _less, _X + "print(solve(Eq({a}*x - {b}, {c}), x)[0])",
        en=(("{a} times a number minus {b} is {c}. What is the number?",
             "{who} multiplies a number by {a}, subtracts {b} and gets {c}. Which number is it?"),
            ("Let the number be x; I write the equation and solve it.",), "the number is {box}."),
        zh=(("一个数的{a}倍减去{b}等于{c}，求这个数。", "{who}把一个数乘{a}，再减{b}，得{c}，这个数是多少？"),
            ("设这个数为 x，列方程求解。",), "这个数是{box}。"),
    ),
    scene(
        "equation", _pair, _X + "print(solve(Eq(x + (x - {d}), {s}), x)[0])",
        en=(("The sum of two numbers is {s}, their difference is {d}. What is the larger number?",
             "Two boxes hold {s} {thing} together, the first {d} more than the second. How many does the first hold?"),
            ("Let the larger be x; the smaller is less by the difference.",), "the larger is {box}."),
        zh=(("两个数的和是{s}，差是{d}，较大的数是多少？", "甲、乙两盒共有{s}{counter}{thing}，甲盒比乙盒多{d}{counter}，甲盒有多少{counter}？"),
            ("设较大的为 x，较小的比它少一个差。",), "较大的是{box}。"),
    ),
    scene(
        "equation", _animals, _X + "print(solve(Eq(4*x + 2*({h} - x), {f}), x)[0])",
        en=(("Hens and rabbits in a cage have {h} heads and {f} legs. How many rabbits are there?",
             "A farm keeps {h} hens and rabbits with {f} legs in all. Find the number of rabbits."),
            ("Let there be x rabbits; I count the legs.",), "there are {box} rabbits."),
        zh=(("鸡和兔关在同一个笼子里，共有{h}个头，{f}只脚，兔有多少只？", "鸡兔同笼，头有{h}个，脚有{f}只，问兔有几只？"),
            ("设兔有 x 只，按脚数列方程。",), "兔有{box}只。"),
    ),
    scene(
        "equation", _price, _X + "print(solve(Eq({a}*x + {b}, {c}), x)[0])",
        en=(("{who} buys {a} {thing} and a bag for {b} dollars and pays {c} dollars in all. What does one of the {thing} cost, in dollars?",
             "{a} {thing} and a ball for {b} dollars cost {c} dollars together. How many dollars is one of the {thing}?"),
            ("Let the price be x; I write the equation and solve it.",), "one costs {box} dollars."),
        zh=(("{who}买了{a}{counter}{thing}和一个{b}元的书包，共付{c}元，每{counter}{thing}多少元？",
             "{a}{counter}{thing}和一个{b}元的球一共{c}元，{thing}每{counter}多少元？"),
            ("设单价为 x，列方程求解。",), "每{counter}{box}元。"),
    ),
)  # fmt: skip
