"""A problem that is told twice, once in English and once in Chinese, as on bilingual worksheets and contest papers.

One of the two is enough to be read, where the other tells no number that this one does not.
"""

from __future__ import annotations

import re
from typing import Final

from solver.ports import Language

_FORMULA: Final = re.compile(r"\$[^$]*\$|\\[A-Za-z]+")
_WORD: Final = re.compile(r"(?<![A-Za-z\\])[A-Za-z]{2,}")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_LABEL: Final = re.compile(
    r"^\s*(?:translations?|translated|翻译|译文?|英文|中文|english|chinese)\s*[::]\s*", re.I
)
_STOP: Final = re.compile(r"[.?!;。?!](?=\s|\$|[\u3400-\u9fff]|[A-Z])|\s(?=\S)")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_NAMED: Final = {
    name: str(number)
    for number, names in enumerate(
        "one 一 first|two 二 两 second|three 三 third|four 四 fourth|five 五 fifth|six 六 sixth|seven 七 seventh|eight 八 eighth|nine 九 ninth|ten 十 tenth|eleven 十一|twelve 十二".split("|"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAMES: Final = re.compile(
    "|".join(rf"\b{n}\b" if n.isascii() else n for n in sorted(_NAMED, key=len, reverse=True)), re.I
)
_ARTICLES: Final = {"1", "2"}
_LEAST: Final = {"en": 3, "zh": 3}
"""Words and characters that a half has at least."""
_NAMES_AT_MOST: Final = 3
"""English words among Chinese ones, each also in the English half: names of persons and places."""


def told_twice(text: str, first: Language) -> tuple[tuple[str, Language], ...]:
    """The text of a problem in each of its two languages, that in `first` before the other; nothing where it is not told twice.

    >>> told_twice("5个连续奇数的和是145,求最大的数. The sum of 5 consecutive odd numbers is 145. Find the largest.", "en")
    (('The sum of 5 consecutive odd numbers is 145. Find the largest.', 'en'), ('5个连续奇数的和是145,求最大的数.', 'zh'))
    >>> told_twice("Solve x + 1 = 3. 求y的值", "en")
    ()
    """
    bare = _FORMULA.sub(lambda found: " " * len(found[0]), text)
    han, words = list(_HAN.finditer(bare)), list(_WORD.finditer(bare))
    if len(han) < _LEAST["zh"] or len(words) < _LEAST["en"]:
        return ()
    parts = _parted(text, bare, han, words)
    if parts is None or not _tell_the_same(parts["en"], parts["zh"]):
        return ()
    other: Language = "en" if first == "zh" else "zh"
    return (parts[first], first), (parts[other], other)


def _parted(
    text: str, bare: str, han: list[re.Match[str]], words: list[re.Match[str]]
) -> dict[Language, str] | None:
    """The text's two halves, where it has two."""
    outside = [word for word in words if not han[0].start() < word.start() < han[-1].end()]
    english = {word[0].lower() for word in outside}
    names = {word[0].lower() for word in words if word not in outside}
    if not names <= english or len(names) > _NAMES_AT_MOST or len(outside) < _LEAST["en"]:
        return None
    if outside[0].start() > han[-1].start():
        cut = _cut(bare, han[-1].end(), outside[0].start())
        order: tuple[Language, Language] = ("zh", "en")
    elif outside[-1].start() < han[0].start():
        cut = _cut(bare, outside[-1].end(), han[0].start())
        order = ("en", "zh")
    else:
        return None
    if cut is None:
        return None
    sides = text[:cut].strip(), _LABEL.sub("", text[cut:]).strip()
    return dict(zip(order, sides, strict=True))


def _cut(bare: str, start: int, end: int) -> int | None:
    """Where the second half begins: behind the last end of a sentence between the two languages, else behind the last space."""
    ends = [found.end() for found in _STOP.finditer(bare, start, end + 1) if found.end() <= end]
    stops = [at for at in ends if not bare[at - 1].isspace()]
    return next(reversed(stops or ends), None)


def _tell_the_same(one: str, other: str) -> bool:
    """Whether every number of each half is in the other, in digits or in a word; "a" and "both" are no numbers."""
    (digits, words), (others, other_words) = _numbers(one), _numbers(other)
    return (
        digits | words - _ARTICLES <= others | other_words
        and others | other_words - _ARTICLES <= digits | words
    )


def _numbers(half: str) -> tuple[set[str], set[str]]:
    """Those in digits, and those in words."""
    prose = re.sub(r"\\[A-Za-z]+", " ", half)
    return set(_NUMBER.findall(half)), {_NAMED[found[0].lower()] for found in _NAMES.finditer(prose)}
