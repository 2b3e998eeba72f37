"""A ratio of two or three things, and how much more one is than another: the parts and the whole."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, family
from solver.topics.stories.school.english.methods.measures import named
from solver.topics.stories.school.working import Unfit, Working

_HAVE: Final = "(gets|receives|has|have|got|received|is given|earns|is|was|weighs|uses)"
_TOTAL: Final = "(in total|altogether|in all|together)"


@family(
    r"ratio\b",
    facts={
        "ratio": ("(the|some)? <x=~3> (and|to) (the)? <y=~3> ~3 in (the|a)? ratio (of)? <a> : <b> ~3", "(the)? ratio of (the)? (number of)? <x=~3> to (the)? (number of)? <y=~3> ~3 is <a> : <b> ~2", "~6 <x=~2> and <y=~2> (are|is|were|was)? ~3 in (the|a)? ratio (of)? <a> : <b> ~3"),
        "more": ("(there (is|are|were))? <d:any> more ~1 (of)? (the)? <p=~2> than (of)? (the)? <q=~3>", f"(the)? <p=~3> {_HAVE} <d:any> more ~2 than (the)? <q=~3>", "(there (is|are|were))? <d:any> more (of)? ~1 (of)? <p=~2> than (of)? <q=~3> ~2"),
        "fewer": ("(there (is|are|were))? <d:any> (fewer|less) ~1 (of)? (the)? <p=~2> than (of)? (the)? <q=~3>", f"(the)? <p=~3> {_HAVE} <d:any> (less|fewer) ~2 than (the)? <q=~3>"),
    },
    asks={
        "total": (f"how (much|many) ~6 (is|are|were|was|do|does|did)? ~3 (there)? ~3 {_TOTAL} ~2", "(what is|find|calculate|work out) the (total|whole|sum) ~6", f"how (much|many) ~4 @do ~5 (share|have|get|contain)? {_TOTAL} ~2", "how (much|many) ~4 (was|were) (shared|divided|mixed) ~2"),
        "part": ("how (much|many) (of)? (the)? <w=~3> (is|are|were|was) (there|used|needed) ~2", "how (much|many) ~2 @do (the)? <w=~3> (get|have|receive|earn|weigh)", "how much <w=~2> ~4"),
    },
)  # fmt: skip
def _difference(bag: Bag, work: Working) -> None:
    """What one has more is the difference of the parts; one part follows, and everything from it."""
    ratio = bag.one("ratio")
    told = bag.one("more") if bag.all("more") else bag.one("fewer")
    if len(bag.facts) != 2 or re.search(r"\b(?:then|after|adds?|added|gives?|gave|spends?|spent|now|left)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    names = [ratio.word("x"), ratio.word("y")]
    pair = [_which(told.word(k), names) for k in ("p", "q")]
    if told.kind == "fewer":
        pair.reverse()
    large, small = pair
    if large == small:
        raise Unfit
    parts = [ratio["a"], ratio["b"]]
    if parts[large].value <= parts[small].value:
        raise Unfit
    unit = named(told.unit("d")) if told.unit("d") else ""
    gap = work.step("how many parts the one has more", parts[large] - parts[small])
    one = work.step("one part: the difference divided by this", told["d"] / gap, unit)
    if bag.asked.kind == "total":
        every = work.step("all parts together", parts[0] + parts[1])
        term, label = work.step("the whole", one * every, unit), "the whole"
    else:
        which = _which(bag.asked.word("w"), names)
        term, label = work.step("this part", one * parts[which], unit), "the part"
    if not unit and term.value.denominator != 1:
        raise Unfit
    work.give(term, unit, label)


def _which(said: str, names: list[str]) -> int:
    """The only one of the names that shares a word with what was said."""
    words = set(said.replace("'s", "").split()) - {"the", "of", "litres", "paint", "a", "is", "are"}
    own = [set(name.split()) for name in names]
    hits = [i for i, name in enumerate(own) if words & (name - own[1 - i])]
    if len(hits) != 1:
        raise Unfit
    return hits[0]
