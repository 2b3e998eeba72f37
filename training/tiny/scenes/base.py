"""What a scene is, the names and things in it, and how its numbers are drawn and shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Final, Literal, TypeAlias

from solver.ports import Language

Kind: TypeAlias = Literal["arithmetic", "percent", "equation", "fraction"]

NAMES: Final[Mapping[Language, tuple[str, ...]]] = {
    "zh": tuple("小明 小红 小华 小丽 小刚 小军 小芳 小强 小林 小雨 李明 王芳".split()),
    "en": tuple("Tom Anna Ben Lucy Jack Emma Leo Mia Sam Nora Ali Grace".split()),
}
THINGS: Final[Mapping[Language, tuple[str, ...]]] = {
    "zh": tuple(
        "个苹果 个梨 本故事书 本练习本 支铅笔 支钢笔 张卡片 张邮票 块橡皮 块糖 盒牛奶 瓶果汁".split()
    ),
    "en": tuple("apples pears books notebooks pencils pens cards stamps erasers sweets toys balls".split()),
}
"""The Chinese ones begin with their counter, one character."""
LETTERS: Final = "xyztmn"


@dataclass(frozen=True, slots=True)
class Drawn:
    """One draw of a scene's numbers: what stands in its slots, and the exact answer."""

    slots: Mapping[str, str | int]
    value: Fraction


@dataclass(frozen=True, slots=True)
class Wording:
    """A scene in one language. Every text has slots: the draw's, `{who}`, `{thing}`, `{counter}`; the conclusion `{box}`.

    Attributes:
        unit: LaTeX behind the number in the box.
    """

    language: Language
    problems: tuple[str, ...]
    thoughts: tuple[str, ...]
    conclusion: str
    unit: str = ""

    def cast(self, random: Random) -> Mapping[str, str]:
        """Who and what the problem is about."""
        who, thing = random.choice(NAMES[self.language]), random.choice(THINGS[self.language])
        counter = thing[0] if self.language == "zh" else ""
        return {"who": who, "thing": thing.removeprefix(counter), "counter": counter}


@dataclass(frozen=True, slots=True)
class Scene:
    """A kind of problem with one plan: its program is the same but for the numbers in its slots."""

    kind: Kind
    draw: Callable[[Random], Drawn]
    program: str
    wordings: Mapping[Language, Wording]


def scene(
    kind: Kind, draw: Callable[[Random], Drawn], program: str, *, en: tuple[tuple[str, ...], tuple[str, ...], str],
    zh: tuple[tuple[str, ...], tuple[str, ...], str], unit: str = "",
) -> Scene:  # fmt: skip
    """A row of the table: `en` and `zh` are the problems, the thoughts and the conclusion."""
    return Scene(kind, draw, program, {"en": Wording("en", *en, unit), "zh": Wording("zh", *zh, unit)})


def number(random: Random, digits: int) -> int:
    """A natural number of 1 to `digits` digits, every length as likely, never 0 or 1."""
    size = random.randint(1, digits)
    return random.randint(max(2, 10 ** (size - 1)), 10**size - 1)


def proper(random: Random, largest: int = 20) -> Fraction:
    """A fraction between 0 and 1, in lowest terms."""
    below = random.randint(2, largest)
    return Fraction(random.randint(1, below - 1), below)


def quotient(value: Fraction) -> str:
    """A fraction as a program writes it.

    >>> quotient(Fraction(3, 4))
    'Rational(3, 4)'
    """
    return f"Rational({value.numerator}, {value.denominator})"


Style: TypeAlias = Literal["plain", "tight", "signs", "tight signs", "latex", "dollars"]
STYLES: Final[tuple[Style, ...]] = ("plain", "tight", "signs", "tight signs", "latex", "dollars")


def shown(expression: str, style: Style) -> str:
    """An expression of a program as a problem prints it; products of numbers and letters lose their sign.

    >>> shown("3*(x + 5) - 2*7", "signs"), shown("Rational(3, 4) * 8", "latex")
    ('3(x + 5) - 2×7', '\\\\(\\\\frac{3}{4} \\\\times 8\\\\)')
    """
    text = re.sub(r"(?<=\d)\*(?=[a-z(])", "", expression)
    if style in ("latex", "dollars"):
        text = re.sub(r"Rational\((\d+), (\d+)\)", r"\\frac{\1}{\2}", text)
        text = re.sub(r"\s*\*\s*", r" \\times ", text)
        text = re.sub(r"\s*/\s*", r" \\div ", text)
        return f"\\({text}\\)" if style == "latex" else f"${text}$"
    if "signs" in style:
        text = text.replace("*", "×").replace(" / ", " ÷ ")
    text = re.sub(r"Rational\((\d+), (\d+)\)", r"\1/\2", text)
    return text.replace(" ", "") if "tight" in style else text
