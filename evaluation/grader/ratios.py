"""Ratios and times of day, both of which are written with a colon."""

from __future__ import annotations

import re
from typing import Final

from evaluation.grader.values import Equality, all_of, equal

_CLOCK: Final = re.compile(r"\d{1,2}\s*:\s*(?:[0-5]\d(?:\s*:\s*[0-5]\d)?|\d+(?=\s*[^\d\s:]))[^\d:]*")


def same_ratio(answer: str, reference: str) -> Equality:
    """`3:2` is `6:4` and, of two terms, 3/2; a time of day is only itself."""
    if all(_CLOCK.fullmatch(t.strip()) for t in (answer, reference)):
        same = [re.sub(r"(?<!\d)0(?=\d:)|[\s.{}]|\\text", "", t).casefold() for t in (answer, reference)]
        return "equal" if same[0] == same[1] else "different"
    sides = [t.split(":") for t in (answer, reference)]
    if len(sides[0]) != len(sides[1]):
        if {len(s) for s in sides} == {1, 2}:
            a, r = ("/".join(f"({p})" for p in s) for s in sides)
            return equal(a, r)
        return "different"
    heads = [s[0] for s in sides]
    if any(equal(h, "0") != "different" for h in heads):
        return "undecided"
    return all_of(
        [equal(f"({a})*({heads[1]})", f"({r})*({heads[0]})") for a, r in zip(*sides, strict=True)][1:]
    )
