"""Other people for a story: names are exchanged for names of the same gender, so that pronouns stay right.

Only names in these lists are known; a capitalised word that is not here stays.
"""

from __future__ import annotations

import re
from random import Random
from typing import Final

from solver.ports import Language

_NAMES: Final[dict[Language, tuple[tuple[str, ...], ...]]] = {
    "en": (
        tuple(
            "Tom Ben Jack Sam Peter John Mike David James Paul Mark Daniel Adam Leo Max Henry Oliver Noah Ryan Eric "
            "Bob Tim Liam Ethan Lucas George Kevin Carlos Omar Victor".split()
        ),
        tuple(
            "Mary Anna Lisa Emma Kate Sarah Jane Lucy Amy Julia Sophie Maria Nina Ella Grace Laura Rachel Mia Zoe Helen "
            "Alice Emily Olivia Chloe Hannah Karen Linda Susan Maya Clara".split()
        ),
    ),
    "zh": (
        tuple("小明 小刚 小强 小军 小亮 小东 小龙 小勇 小杰 小伟".split()),
        tuple("小红 小丽 小芳 小兰 小英 小梅 小玲 小燕 小娟 小云".split()),
        # either: no pronoun tells
        tuple("小华 小林 小文 小宁 小青 小李 小王 小张 小刘 小陈".split()),
        tuple("李明 王强 张伟 刘洋 陈刚 赵磊".split()),
        tuple("王芳 李丽 张敏 刘娟 陈红 赵静".split()),
    ),
}


def renamed(text: str, language: Language, rng: Random) -> str:
    """The text with every known name exchanged, the same one everywhere; no two people get one name.

    >>> from random import Random
    >>> renamed("Tom has 3 pens. Tom gives Amy one.", "en", Random(2)) != "Tom has 3 pens. Tom gives Amy one."
    True
    """
    others: dict[str, str] = {}
    for names in _NAMES[language]:
        present = [name for name in names if _pattern((name,), language).search(text)]
        absent = [name for name in names if name not in present]
        others |= dict(zip(present, rng.sample(absent, min(len(present), len(absent))), strict=False))
    if not others:
        return text
    return _pattern(tuple(others), language).sub(lambda m: others[m[0]], text)


def _pattern(names: tuple[str, ...], language: Language) -> re.Pattern[str]:
    listed = "|".join(names)
    return re.compile(rf"\b(?:{listed})\b" if language == "en" else rf"(?:{listed})")
