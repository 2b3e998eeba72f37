"""One that runs after another and is slower, or that is told to be ahead: no reader of stories may turn the two round.

Read from the text alone: two clauses with a speed each, who is named in them, and who is named before and after "catch up", 追上.
Not: names that stand in no clause with a speed.
"""

from __future__ import annotations

import re
from typing import Final

_CATCHES: Final = re.compile(r"\b(?:catch(?:es)?|overtakes?)\b|追上|追到|赶上", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[，。；;？?!]|[,.](?!\d)|\band\b|\bwhile\b")
_UNIT: Final = r"(?:km|kilomet\w+|m|met\w+|miles?|feet|ft)"
_SPEED: Final = re.compile(
    rf"(?P<en>\d+(?:\.\d+)?)\s*(?:{_UNIT}\s*(?:/|per\b|an?\b)|mph|km/h|m/s)"
    r"|(?:每(?:小时|分钟|分|秒|时)[\u4e00-\u9fff]{0,4}|速度[是为]?每?(?:小时|分钟|分|秒)?)(?P<zh>\d+(?:\.\d+)?)(?=千米|公里|米)"
)
_PLACED: Final = re.compile(
    rf"(?P<a>[a-z]+) (?:is |starts? |are )?\d[\d.,]* ?{_UNIT} (?:(?P<back>behind)|ahead of|in front of) (?:a |an |the )?(?P<b>[a-z]+)"
    r"|(?P<c>[\u4e00-\u9fff]{2,3})在(?P<d>[\u4e00-\u9fff]{2,3}?)的?(?:前|(?P<after>后))"
)


def turned_round(text: str) -> str | None:
    """The question, where the faster one is ahead of the one that is to catch up.

    >>> turned_round("A dog is 90 m behind a cat. The dog runs at 5 m/s and the cat runs at 8 m/s. When does the dog catch the cat?")
    'When does the dog catch the cat'
    >>> turned_round("哥哥每分钟走70米,弟弟每分钟走50米,弟弟在前面60米,几分钟后哥哥追上弟弟?")
    """
    if not _CATCHES.search(text):
        return None
    plain = re.sub(r"[ \t\n]+", " ", text.replace("$", ""))
    clauses = [clause for clause in map(str.strip, _CLAUSE.split(plain)) if clause]
    told = [(m["en"] or m["zh"], c[: m.start()]) for c in clauses if (m := _SPEED.search(c))]
    if len(told) != 2 or float(told[0][0]) == float(told[1][0]):
        return None
    (_, slow_words), (_, fast_words) = sorted(told, key=lambda t: float(t[0]))
    slow, fast = _names(slow_words), _names(fast_words)
    slow, fast = slow - fast | {"slower", "慢车"}, fast - slow | {"faster", "快车"}
    asked = clauses[-1]
    before, _, after = _CATCHES.sub("\0", asked, count=1).partition("\0")
    front, back = _names(after), _names(before)
    placed = _PLACED.search(plain.lower())
    if placed is not None:
        a, b = _names(placed["a"] or placed["c"]), _names(placed["b"] or placed["d"])
        behind = placed["back"] or placed["after"]
        front, back = front | (b if behind else a), back | (a if behind else b)
    stands_ahead = re.search("在[\u4e00-\u9fff]{0,3}前", fast_words) is not None
    is_slow_behind = bool(slow & back - front) and not fast & back
    is_fast_ahead = bool(fast & front - back) and not slow & front
    return asked if stands_ahead or is_slow_behind or is_fast_ahead else None


def _names(words: str) -> set[str]:
    """Words, or two Chinese characters next to each other."""
    han = re.sub("[^\u4e00-\u9fff]", " ", words)
    pairs = {han[i : i + 2] for i in range(len(han) - 1)}
    return set(re.findall("[a-z]{2,}", words.lower())) | {p for p in pairs if " " not in p}
