"""Units behind a value: found, taken off, and compared where both answers name one.

Only what stands at the end and counts or measures: a word that changes the value (`大于 12`, `3 or more`, `5 dozen`) stays where
it is, and the text is then not read at all.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from evaluation.grader.cleaning import TEXT
from evaluation.grader.measures import COUNTED, UNITS, canonical, measure

_CHANGING: Final = re.compile(
    r"\b(?:percent|percentage|hundred|thousand|million|billion|trillion|dozens?|half|halves|thirds?|quarters?|squared|cubed|more|less"
    r"|least|most|over|above|below|under|greater|than|not|no|times|plus|minus|factorial|or|and|mod|base|remainder|ways?\s+or|about"
    r"|approximately|except|th|st|nd|rd|if|when|for|to|is|are)\b"
    r"|[不大小多少高低超过未非约至以上下余每比倍万亿千百十成折半除模或且和与到第正负零一二三四五六七八九两几]",
    re.IGNORECASE,
)
_COMPLETE: Final = frozenset(n for n in UNITS if re.search(r"[\u3400-\u9fff]", n)) | {
    "小时",
    "千米",
    "千克",
    "平方千米",
}
_MULTIPLES: Final = {
    "万": 10**4,
    "亿": 10**8,
    "thousand": 10**3,
    "dozen": 12,
    "million": 10**6,
    "billion": 10**9,
}
_NUMBER: Final = r"[-+\d.,/ (){}%^]|\\frac|\\sqrt|\\pi|\\cdot|\\times"
_TAIL: Final = re.compile(
    r"(.*?)\s*((?:\\text\{[^{}]*\}(?:\^\{?(?:[23]|-[123])\}?)?\s*(?:/|per)?\s*)+|\\frac\{\s*\\text\{[^{}]*\}\s*\}\{\s*\\text\{[^{}]*\}(?:\^\{?[23]\}?)?\s*\}|[\u3400-\u9fff]+(?:/[\u3400-\u9fff]+)?(?:\^\{?[23]\}?)?)"
)
_PLAIN: Final = re.compile(
    rf"((?:{_NUMBER})*(?:[\d)}}%]|\\pi(?=\s)))\s*((?:[A-Za-z]{{2,}}|[A-Za-z](?=/))\.?(?:\^\{{?[23]\}}?)?(?:(?:\s*/\s*|\s+)[A-Za-z]+\.?(?:\^\{{?[23]\}}?)?)*)"
)


def without_units(text: str, *, letters: bool = False) -> tuple[str, tuple[str, ...]]:
    """A cleaned text without the units at its end, and these.

    Single letters are units only where `letters` allows it: `3 m` may be a product.

    >>> without_units(r"8.2 \\text{mph}"), without_units("5 square feet"), without_units("12个"), without_units("3 m")
    (('8.2', ('mph',)), ('5', ('square feet',)), ('12', ('个',)), ('3 m', ()))
    >>> without_units("大于12"), without_units("2ab"), without_units("3万人"), without_units("5 or more")
    (('大于12', ()), ('2ab', ()), ('(3)*10000', ('人',)), ('5 or more', ()))
    """
    if option := re.fullmatch(r"\(?\s*\\text\s*\{\s*\(?([A-Za-z])\)?\s*\}\s*\)?", text):
        return option[1], ()
    if several := compound(text):
        return several
    text = re.sub(r"^(?:\\text\{\s*)?(?:(?i:Rs|INR|USD|GBP|EUR|RMB|CNY|US))\b\.?\s*\}?\s*(?=[\d.])", "", text)
    found = _TAIL.fullmatch(text) or _PLAIN.fullmatch(text)
    if found and found[1].strip():
        return _apart(text, found[1], found[2])
    if letters and (single := re.fullmatch(r"([\d.,/ -]*\d)\s*([a-zA-Z](?:\^\{?[23]\}?)?)", text)):
        return single[1].strip(), (single[2],)
    return text, ()


_PART: Final = re.compile(
    r"\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+|[\u3400-\u9fff]+?)(?=\s*\d|\s*(?:and)?\s*\d|\s*$)(?:\s+and(?=\s))?"
)


def compound(text: str) -> tuple[str, tuple[str, ...]] | None:
    """An amount in several units of one kind, each smaller than the one before, in the first of them.

    >>> compound("12元5角"), compound("3小时20分"), compound("5 feet 6 inches"), compound("3 apples 2 pears")
    (('(12+5*(1/10))', ('元',)), ('(3+20*(1/60))', ('小时',)), ('(5+6*(1/12))', ('feet',)), None)
    """
    plain = TEXT.sub(lambda m: m[1] + (m[2] or ""), text)
    parts, at = list[tuple[str, str]](), 0
    while found := _PART.match(plain, at):
        parts.append((found[1], found[2]))
        at = found.end()
    if at < len(plain.rstrip()) or not 2 <= len(parts) <= 3:
        return None
    names = [canonical(unit) for _, unit in parts]
    if {"小时", "时", "秒"} & set(names):  # beside hours and seconds 分 are minutes, and not money
        names = ["分钟" if name == "分" else name for name in names]
    units = [UNITS.get(name) for name in names]
    if any(u is None for u in units):
        return None
    sizes = [u for u in units if u is not None]
    falling = all(a[1] > b[1] for a, b in itertools.pairwise(sizes))
    if len({kind for kind, _ in sizes}) > 1 or not falling:
        return None
    rest = "".join(
        f"+{n}*({size[1] / sizes[0][1]})" for (n, _), size in zip(parts[1:], sizes[1:], strict=True)
    )
    return f"({parts[0][0]}{rest})", (parts[0][1],)


def _apart(text: str, number: str, unit: str) -> tuple[str, tuple[str, ...]]:
    """The number and its unit, unless the words behind it mean more than a unit."""
    plain = re.sub(r"[\s]+", " ", TEXT.sub(lambda m: m[1] + (m[2] or ""), unit)).strip(" .")
    if plain.casefold() in ("percent", "per cent"):
        return f"{number}%", ()
    for name, factor in _MULTIPLES.items():
        if plain.casefold().startswith(name) and re.search(r"\d$", number):
            number, plain = f"({number})*{factor}", plain[len(name) :].strip()
            break
    if not plain:
        return number, ()
    ambiguous = not unit.startswith("\\") and not re.search(r"[\u3400-\u9fff]", unit) and not _is_word(plain)
    plain = plain.replace("不同的", "").replace("不同", "") or plain
    known = measure(canonical(plain)) is not None or plain in COUNTED
    if (_CHANGING.search(plain) and not known) or (ambiguous and not known):
        return text, ()
    return number, (plain,)


def _is_word(text: str) -> bool:
    """A word in English, not a product of letters: `apples`, but not `xyz`."""
    return all(
        len(w) >= 4 and re.search(r"[aeiouy]", w) or w.casefold() in _SMALL
        for w in re.findall(r"[A-Za-z]+", text)
    )


_SMALL: Final = frozenset(
    "of per old tall wide long deep the all in a an on at his her its men man women boys boy girl car cars day days cup cups box bag bags"
    " pen pens egg eggs dog dogs cat cats bus hat hats toy toys pie pies cow cows ant ants pie way ways set sets row rows page one ones"
    " ton tons win wins tie ties leg legs kid kids job jobs mph rpm gal".split()
)


_STERLING: Final = frozenset({"sterling", "pence", "penny"})


def scale(answer: Sequence[str], reference: Sequence[str]) -> Fraction | str | None:
    """How many of the reference's units one of the answer's is: 1 where either names none.

    None: they measure different things; "unknown": it cannot be told.

    >>> scale(("m",), ("cm",)), scale((), ("cm",)), scale(("kg",), ("m",)), scale(("apples",), ("pears",))
    (Fraction(100, 1), Fraction(1, 1), None, 'unknown')
    """
    if len(answer) != 1 or len(reference) != 1:
        return Fraction(1)
    one, other = canonical(answer[0]), canonical(reference[0])
    if one == other or {one, other} <= COUNTED:
        return Fraction(1)
    found, expected = measure(one), measure(other)
    minute = UNITS["分钟"]  # what 分 means beside a time; else it is money
    if found and expected and {found[0], expected[0]} == {"time", "yuan"}:
        found, expected = (
            minute if name == "分" else unit for name, unit in ((one, found), (other, expected))
        )
    if {one, other} & _STERLING and "pound" in (one, other):  # money, and no weight
        found, expected = (UNITS["sterling" if name == "pound" else name] for name in (one, other))
    if found is None or expected is None:
        if _counts_the_same(one, other):
            return Fraction(1)
        words = [{canonical(w) for w in unit.split()} for unit in (answer[0], reference[0])]
        return Fraction(1) if words[0] <= words[1] or words[1] <= words[0] else "unknown"
    if {k.partition("/")[0] for k in (found[0], expected[0])} in ({"dollar"}, {"yuan"}):  # dollars a day
        found, expected = (UNITS[name.partition("/")[0]] for name in (one, other))
    return found[1] / expected[1] if found[0] == expected[0] else None


def _counts_the_same(one: str, other: str) -> bool:
    """Measure words before one noun, or before none: `名同学` and `人`, `支铅笔` and `支`."""
    things = [unit[1:] for unit in (one, other) if unit[:1] in COUNTED]
    return len(things) == 2 and (things[0] == things[1] or not all(things))
