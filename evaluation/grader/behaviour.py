r"""What an answer tells of a function's graph: its extrema with place and value, and where it rises and falls.

`local max (-1, 2)`, `极大值f(-1)=2` and `maximum 2 at x = -1` say one thing, in any order beside others. A text with a word that is not known
here is not read. Reads spelled text. Says nothing where one of the texts is no such list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import sympy as sp

from evaluation.grader.forms import read
from evaluation.grader.ranges import range_of
from evaluation.grader.values import Equality, all_of, any_of, equal

MAX_LENGTH: Final = 300


def same_behaviour(answer: str, reference: str) -> Equality | None:
    r"""Whether two texts tell the same extrema, or the same intervals on which a function rises and falls.

    >>> same_behaviour("local max (-1, 2), local min (1, -2)", "local minimum -2 at x = 1; local maximum 2 at x = -1")
    'equal'
    >>> same_behaviour("极大值f(-1)=2,极小值f(1)=-2", "当x=-1时,取极大值2;当x=1时,取极小值-2"), same_behaviour("local max (1, 2)", "local min (1, 2)")
    ('equal', 'different')
    >>> same_behaviour(r"增区间(-\infty,1),减区间(1,+\infty)", r"f(x)在(-\infty,1)上单调递增,在(1,+\infty)上单调递减")
    'equal'
    >>> same_behaviour("increasing on (0,1)", "decreasing on (0,1)"), same_behaviour("(0,1)", "(0,1)")
    ('different', None)
    """
    if max(len(answer), len(reference)) > MAX_LENGTH:
        return None
    one, other = (_plain(t) for t in (answer, reference))
    found, expected = extrema(one), extrema(other)
    if found and expected:
        return _same_extrema(found, expected)
    rises, falls = ways(one), ways(other)
    if rises and falls:
        return "equal" if rises == falls else "different"
    return None


def _plain(text: str) -> str:
    text = re.sub(r"\\text\s*\{([^{}]*)\}", r"\1", text)
    return re.sub(r"\s+", " ", text.replace("\\{", "").replace("\\}", "")).strip(" .")


# -- extrema ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Extremum:
    """One of them; `scope`: local, global, or empty where nothing is said; `value` is empty where only the place is told."""

    kind: str
    scope: str
    place: str
    value: str = ""


_KIND: Final = re.compile(
    r"(?:(?P<scope>local|relative|absolute|global)\s+)?(?P<kind>max|min)(?:im(?:um|a)|s)?(?![a-z])(?:\s+(?:points?|values?))?(?:\s+points?)?"
    r"|(?P<ort>[极最])(?P<art>[大小])值?点?",
    re.IGNORECASE,
)
_NUMBER: Final = r"-?(?:\\frac\{[^{}]*\}\{[^{}]*\}|[\d.]+(?:/[\d.]+)?|\\sqrt\{[^{}]*\}|[\d.]*\s*\\pi|e)(?:\^\{[^{}]*\}|\^-?\w)?(?:\\sqrt\{[^{}]*\}|\\pi|/e|e(?:\^\{[^{}]*\})?)?(?:/\d+)?"
_POINT: Final = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*),([^(),]*(?:\([^()]*\)[^(),]*)*)\)")
_VALUE_OF: Final = re.compile(rf"[a-zA-Z]\s*\(\s*({_NUMBER})\s*\)\s*=\s*({_NUMBER})")
_PLACE: Final = re.compile(rf"(?<![A-Za-z])[xt]\s*=\s*({_NUMBER})")
_BARE: Final = re.compile(rf"(?:(?<![A-Za-z])y\s*=\s*)?({_NUMBER})")
_FILLER: Final = re.compile(
    r"\b(?:an?|the|at|is|are|of|its|and|both|when|where|with|has|have|it|occurs?|attains?|reaches|takes?|point|points|value|values|function|local|relative|no|f|attained|reached|achieved|which|being|equal|to)\b(?!\s*\()"
    r"|\b[fgy](?:\s*\(\s*x\s*\))?(?=\s|$)|f\(x\)|[当时在处取得有点为是值函数局部的和且]|[,:;.=]|\s",
    re.IGNORECASE,
)
_FRAGMENTS: Final = re.compile(r"[;.](?=\s|$|[^\d])|;|,|\band\b|且|(?<=[\d)}])\s*和")


def extrema(text: str) -> list[Extremum] | None:
    """The extrema that a text tells; None where it tells none, or anything else."""
    if not _KIND.search(text):
        return None
    found: list[Extremum] = []
    kind, pending = Extremum("", "", ""), ""
    for fragment in _fragments(text):
        pending = f"{pending}, {fragment}" if pending else fragment
        named = list(_KIND.finditer(pending))
        if len(named) > 1:
            return _places_alone(text)
        own = _of_kind(named[0]) if named else kind
        data = _data(_KIND.sub(" ", pending))
        if data is None:
            return None
        if own.kind and data.place and data.value:
            found.append(replace(own, place=data.place, value=data.value))
            kind, pending = own, ""
    if pending or not found:
        return _places_alone(text)
    return found


def _places_alone(text: str) -> list[Extremum] | None:
    found = []
    for fragment in _fragments(text):
        named = list(_KIND.finditer(fragment))
        data = _data(_KIND.sub(" ", fragment)) if len(named) == 1 else None
        if data is None or not data.place or data.value:
            return None
        found.append(replace(_of_kind(named[0]), place=data.place))
    return found


def _fragments(text: str) -> Iterator[str]:
    depth, start = 0, 0
    cuts = {m.start(): m.end() for m in _FRAGMENTS.finditer(text)}
    for i, c in enumerate(text):
        depth += (c in "([{") - (c in ")]}")
        if depth == 0 and i in cuts and i >= start:
            if text[start:i].strip():
                yield text[start:i].strip()
            start = cuts[i]
    if text[start:].strip():
        yield text[start:].strip()


def _of_kind(match: re.Match[str]) -> Extremum:
    if match["ort"]:
        return Extremum(
            "max" if match["art"] == "大" else "min", "local" if match["ort"] == "极" else "global", ""
        )
    scope = {"relative": "local", "absolute": "global"}.get(
        (match["scope"] or "").lower(), (match["scope"] or "").lower()
    )
    return Extremum(match["kind"].lower(), scope, "")


def _data(text: str) -> Extremum | None:
    """Place and value in a text without the words of its kind, whichever are there; None where anything else is."""
    place = value = ""
    if point := _POINT.search(text):
        place, value, text = point[1].strip(), point[2].strip(), text.replace(point[0], " ", 1)
    elif valued := _VALUE_OF.search(text):
        place, value, text = valued[1], valued[2], text.replace(valued[0], " ", 1)
    if at := _PLACE.search(text):
        if place and equal(at[1], place) != "equal":
            return None
        place, text = at[1], text.replace(at[0], " ", 1)
    if bare := _BARE.search(text):
        if value and equal(bare[1], value) != "equal":
            return None
        value, text = bare[1], text.replace(bare[0], " ", 1)
    return None if _FILLER.sub("", text) else Extremum("", "", place, value)


def _same_extrema(found: list[Extremum], expected: list[Extremum]) -> Equality:
    if len(found) != len(expected) or any(bool(a.value) != bool(b.value) for a in found for b in expected):
        return "different"
    rows = [[_same_one(a, b) for b in expected] for a in found]
    columns = [list(c) for c in zip(*rows, strict=True)]
    return all_of([any_of(r) for r in (*rows, *columns)])


def _same_one(one: Extremum, other: Extremum) -> Equality:
    if one.kind != other.kind or (one.scope and other.scope and one.scope != other.scope):
        return "different"
    values = [equal(one.value, other.value)] if one.value else []
    return all_of([equal(one.place, other.place), *values])


# -- rising and falling ----------------------------------------------------------------------------------

_WAY: Final = re.compile(
    r"(?P<up>\b(?:strictly\s+|monotonically\s+)?increas(?:ing|es)\b|(?:单调)?(?:递增|增函数|增加|上升)(?:区间)?|(?:单调)?增区间)"
    r"|(?P<down>\b(?:strictly\s+|monotonically\s+)?decreas(?:ing|es)\b|(?:单调)?(?:递减|减函数|减少|下降)(?:区间)?|(?:单调)?减区间)"
    r"|(?P<concave>\bconcave\s+up(?:wards?)?\b)|(?P<convex>\bconcave\s+down(?:wards?)?\b)",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"[(\[]\s*[^()\[\],]+(?:\([^()]*\)[^()\[\],]*)*,\s*[^()\[\],]+(?:\([^()]*\)[^()\[\],]*)*[)\]]"
    r"|(?:[^\s<>=,;]+\s*<=?\s*)?(?<![A-Za-z])[xt]\s*[<>]=?\s*[^\s<>=,;\u3400-\u9fff]+"
)
_BESIDE: Final = re.compile(
    r"\b[a-z]\s*\(\s*[xt]\s*\)|\b[fgy](?=\s|在|$)|\b(?:on|over|for|in|the|intervals?|and|is|are|it|function|or|where|when|both|each|of|strictly)\b|\\cup"
    r"|[在上内的和与及为是单调函数区间时当和且]|[,:;.=]|\s",
    re.IGNORECASE,
)


def ways(text: str) -> dict[str, Any] | None:
    """The set on which it goes each way; None where a text tells no such thing, or anything else."""
    words = list(_WAY.finditer(text))
    ranges = [m for m in _RANGE.finditer(text) if not any(w.start() <= m.start() < w.end() for w in words)]
    if not words or not ranges or _BESIDE.sub("", _RANGE.sub(" ", _WAY.sub(" ", text))):
        return None
    leads = words[0].start() < ranges[0].start()
    found: dict[str, Any] = {}
    used = set[int]()
    for m in ranges:
        near = [w for w in words if (w.start() < m.start() if leads else w.start() > m.start())]
        if not near:
            return None
        word = near[-1] if leads else near[0]
        way, part = str(word.lastgroup), range_of(read(m[0]))
        if part is None:
            return None
        used.add(word.start())
        found[way] = sp.Union(found.get(way, sp.S.EmptySet), part)
    return found if len(used) == len(words) else None
