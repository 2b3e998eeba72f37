"""A problem's sentence pattern: its words in their order, every formula and number in them one sign.

What is held out is held out by its pattern: no row of training, whatever its topic and its numbers, has the words of a problem that is kept for tests,
nor has them with a greeting, a thank-you or a "please" around them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import Final

from solver.ports import Language
from solver.topics.table import TOPICS
from solver.variation import specimens
from training.synthesis.builtin import FIELDS, HELD_OUT

LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
_FORMULA: Final = re.compile(r"\$[^$]*\$|\\\([^$]*?\\\)|\\[a-zA-Z]+")
_DAY: Final = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May(?= \d)|June|July|August|September|October|November|December)\b"
    r"|(?<=星期|礼拜)[一二三四五六日天]|(?<=周)[一二三四五六日](?![一-龥])"
)
"""Names of days and months are numbers, too."""
_PIECE: Final = re.compile(r"[\u3400-\u9fff]+|[A-Za-z]+|[^\sA-Za-z\u3400-\u9fff]")
_END: Final = re.compile(r"(?<=[.?!:])(?:\s+|$)|[。？！：:]|^(?:老师好|你好|请问|请教一下)[，,]")
"""Where a sentence ends, or a greeting."""
_POLITE: Final = frozenset("please kindly".split())
_ASKED: Final = re.compile(r"^(?:请问一下|请问|请你|请)(?=.)")
_PUNCTUATION: Final = frozenset(",.?:;!，。？：；！、'’（）\"“”")
_FUNCTIONS: Final = frozenset("sin cos tan cot sec csc ln log exp sqrt lim frac binom pmod".split())


def pattern(text: str) -> str:
    r"""The words of a text, `#` for what stands between them.

    >>> pattern("Find the remainder when 3^50 is divided by 7."), pattern("求$x^2$的导数。"), pattern("C(9,4)")
    ('find the remainder when # is divided by #', '求 # 的导数', '#')
    """
    said = list[str]()
    for piece in _PIECE.findall(_DAY.sub(" # ", _FORMULA.sub(" # ", text))):
        if piece in _PUNCTUATION:
            continue
        word = _ASKED.sub("", piece) if piece >= "\u3400" else piece.lower() if _is_word(piece) else "#"
        if word not in _POLITE and (word != "#" or not said or said[-1] != "#"):
            said.append(word)
    return " ".join(said)


def has_pattern(text: str, patterns: Collection[str]) -> bool:
    """Whether a text, or some of its sentences in a row, has one of these patterns.

    >>> has_pattern("Hi! Please find the square root of $9$. Thanks!", {"find the square root of #"})
    True
    """
    parts = [one for one in _END.split(text) if one.strip()]
    runs = (" ".join(parts[a:b]) for a in range(len(parts)) for b in range(a + 1, len(parts) + 1))
    return pattern(text) in patterns or any(pattern(run) in patterns for run in runs)


def _is_word(piece: str) -> bool:
    return (
        len(piece) > 1
        and piece.isalpha()
        and not (piece.isupper() and len(piece) > 2)
        and piece.lower() not in _FUNCTIONS
    )


@cache
def held_out_patterns(subjects: tuple[str, ...] = ()) -> frozenset[str]:
    """The patterns of the model problems that are kept for tests, of these topics and fields or of all; what has no words is none."""
    topics = (name for name in TOPICS if not subjects or name in subjects or FIELDS[name] in subjects)
    found = (pattern(text) for text in held_out_texts(topics))
    return frozenset(one for one in found if one != "#")


def held_out_texts(topics: Iterable[str]) -> list[str]:
    """The model problems of these topics that are kept for tests: every fifth of each topic in each language."""
    return [
        problem.text
        for topic in topics
        for language in LANGUAGES
        for number, problem in enumerate(specimens(topic, language), 1)
        if number % HELD_OUT == 0
    ]
