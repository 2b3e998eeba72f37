"""Read English clauses about the digits of an integer: "whose digits add up to 9", "where the tens digit is twice the ones digit"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from solver.topics.numbers.integer_search.digits import (
    Contains,
    DigitCondition,
    DigitPattern,
    DigitRelation,
    DigitTotal,
)
from solver.topics.numbers.places import ENGLISH, exponent_of

_HAVING: Final = r"(?:(?:that |which |and |,? ?such that |,? ?for which )?(?:have|has|having|with|whose|where|in which)|,? ?such that|for which)"
_IS: Final = r"(?:is|are|equals?|equal to|is equal to|as|being|of|to be|adds? up to|totals?)"
_KIND: Final = r"(?P<kind>an? (?:perfect )?square(?: number)?|a perfect square|a? ?prime(?: number)?|an? odd(?: number)?|odd|an? even(?: number)?|even|(?:divisible by|an? multiple of) (?P<of>\d+)|(?P<value>\d+))"
_PLACE: Final = rf"(?:the |a |an |its )?(?P<{{0}}>{ENGLISH})(?:'s?)?[ -](?:place )?digit"
_TIMES: Final = {"twice": 2, "double": 2, "three times": 3, "triple": 3, "four times": 4}


def _total(match: re.Match[str]) -> tuple[DigitCondition, ...]:
    operation = "sum" if re.search(r"\bsum|total|\badd", match[0]) else "product"
    if match["value"] is not None:
        return (DigitTotal(operation, "equal", int(match["value"])),)
    if match["of"] is not None:
        return (DigitTotal(operation, "multiple", int(match["of"])),) if int(match["of"]) else ()
    kind = next(k for k in ("square", "prime", "odd", "even") if k in match["kind"])
    return (DigitTotal(operation, kind),)


def _place(name: str) -> int | None:
    exponent = exponent_of(name)
    return exponent if exponent is not None and 0 <= exponent <= 5 else None


def _relation(match: re.Match[str]) -> tuple[DigitCondition, ...]:
    groups = match.groupdict()
    places = [_place(groups[k]) for k in ("p", "q", "r") if groups.get(k)]
    if None in places:
        return ()
    left, *others = [p for p in places if p is not None]
    than = groups.get("than")
    sign = "==" if than is None or groups.get("shift") else ">" if than.split()[0] in _MORE else "<"
    shift = int(groups["shift"]) if groups.get("shift") else 0
    if than is not None and than.split()[0] not in _MORE:
        shift = -shift
    factor = _TIMES.get(groups.get("times") or "", 1)
    if left in others or len(set(others)) != len(others):
        return ()
    return (DigitRelation(left, sign, tuple(others), factor, shift),)


_MORE: Final = ("greater", "larger", "bigger", "more")
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5}
_THAN: Final = r"(?P<than>greater|larger|bigger|more|less|smaller|fewer) than"
_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str]], tuple[DigitCondition, ...]]], ...]] = (
    (rf"{_HAVING} (?:the |a |an )?(?:sum|product) of (?:the |its |their |all (?:of )?(?:the|its|their) )?digits {_IS} {_KIND}", _total),
    (rf"{_HAVING} (?:a |the )?digit (?:sum|product) {_IS} {_KIND}", _total),
    (rf"{_HAVING} (?:the |its |their )?digits (?:that )?(?:sum to|sum up to|total|add up to|add to|have a (?:sum|product) of|have (?:sum|product)|multiply(?: together)? to(?: give| make)?) {_KIND}", _total),
    (rf"{_HAVING} (?:the |its |their )?digits (?:whose|with) (?:a |the )?(?:sum|product) {_IS} {_KIND}", _total),
    (rf"{_HAVING} {_PLACE.format('p')} (?:is )?{_THAN} {_PLACE.format('q')}", _relation),
    (rf"{_HAVING} {_PLACE.format('p')} (?:is )?(?P<shift>\d+) {_THAN} {_PLACE.format('q')}", _relation),
    (rf"{_HAVING} {_PLACE.format('p')} (?:is |that is )?(?P<times>twice|double|three times|triple|four times) {_PLACE.format('q')}", _relation),
    (rf"{_HAVING} {_PLACE.format('p')} (?:is |that is )?(?:the same as|(?P<equal>equal to|equals)) (?:the sum of )?{_PLACE.format('q')}(?: and {_PLACE.format('r')})?", _relation),
    (rf"{_HAVING} {_PLACE.format('p')} (?:is |of |equal to )*(?P<d>\d)(?!\d)", lambda m: _fixed(m)),
    (rf"{_HAVING} (?P<d>\d) (?:as|in) the (?P<p>{ENGLISH})(?:'s?)?[ -](?:place|digit)", lambda m: _fixed(m)),
    (r"(?:that |which |and )?(?:do not|does not|don't|never) (?:contain|have|use|include) (?:any |the )?(?:digits? )?(\d)(?!\d)(?: as a digit)?", lambda m: (Contains(int(m[1]), negated=True),)),
    (r"(?:that |which |and )?(?:contain|contains|containing|have|use|uses|include|includes) (?:at least one |the )?(?:digit )(\d)(?!\d)(?: at least once)?", lambda m: (Contains(int(m[1])),)),
    (r"(?:(?:that|which|and) )?(?:have|has|having|with|consist of|whose)(?: all)?(?: its| their)?(?: (?P<count>two|three|four|five|\d))? (?:different|distinct) digits|(?:with|have) no (?:repeated|repeating) digits|(?:whose|where) (?:all (?:the )?)?digits are (?:all )?different|without repeated digits", lambda m: (DigitPattern("different", count=_COUNTS.get(m["count"] or "") or int(m["count"] or 0)),)),
    (r"(?:that |which )?(?:are |is )?(?:a )?palindromes?", lambda m: (DigitPattern("palindrome"),)),
    (r"(?:whose|where|with|have|such that) (?:all (?:of )?(?:the |its |their )?digits(?: are)?|digits are all|only) (odd|even)(?: digits)?", lambda m: (DigitPattern(m[1]),)),
    (r"(?:that |which |whose digits )?(?:strictly )?(?:decrease|decreasing) from left to right", lambda m: (DigitPattern("falling"),)),
    (r"(?:that |which |whose digits )?(?:strictly )?(?:increase|increasing) from left to right", lambda m: (DigitPattern("rising"),)),
)  # fmt: skip


def _fixed(match: re.Match[str]) -> tuple[DigitCondition, ...]:
    place = _place(match["p"])
    return () if place is None else (DigitRelation(place, "==", (), 1, int(match["d"])),)


_COMPILED: Final = tuple((re.compile(rf"(?:{form})(?![\w!^/*+-]|\.\d)"), meaning) for form, meaning in _FORMS)


def digit_condition(text: str) -> tuple[tuple[DigitCondition, ...], str] | None:
    """The conditions of a clause about digits at the start of `text`, and what stands behind it.

    >>> digit_condition("whose digits add up to 9 and are even")
    ((DigitTotal(operation='sum', kind='equal', value=9),), 'and are even')
    """
    text = (
        re.sub(r"^(?:there )?(?:are |is )?(?:there )?", "", text)
        if text.startswith(("there", "are there"))
        else text
    )
    for form, meaning in _COMPILED:
        if (found := form.match(text)) is not None:
            conditions = meaning(found)
            return (conditions, text[found.end() :].strip()) if conditions else None
    return None
