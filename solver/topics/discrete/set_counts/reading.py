"""Stories of overlapping groups that share one verb: 18 play football, 15 play basketball, 8 play both. Nothing is solved here.

Not: groups of groups, percentages, more or fewer than. Groups of different verbs: `stories.contests.overlaps`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from solver.reader.numerals import in_digits
from solver.topics.base import Text
from solver.topics.discrete.set_counts.diagram import task
from solver.topics.prepared import Prepared

_PEOPLE: Final = r"(?:students|people|persons|children|pupils|members|families|households|employees|adults|teenagers|tourists|customers|girls|boys|players|kids|voters|workers|guests|of\s+them|of\s+the\s+\w+)"
_TOTAL: Final = re.compile(
    rf"(?:in|of|out\s+of|among|there\s+are|from)?\s*(?:a\s+|the\s+)?(?:(?:class|group|survey|school|club|sample|team|grade|poll|college|town|village|room|party)\s+(?:of|has|with)\s+)?(?P<n>\d+)\s*(?P<who>{_PEOPLE})?(?:\s+(?:in\s+a\s+(?:class|group|club|school)|were\s+(?:surveyed|asked|interviewed)))?"
)
_MEMBERS: Final = re.compile(rf"(?:(?:exactly|there\s+are)\s+)?(?P<n>\d+|none|no\s+one|how\s+many)(?:\s+{_PEOPLE})?(?:\s+who)?\s+(?P<verb>[a-z]+)(?:\s+(?P<prep>in|to|at(?!\s+least)|for))?\s+(?P<what>.+)")  # fmt: skip
_EVERYONE: Final = re.compile(r"(?:each|every|everyone|everybody|all\s+of\s+them)(?:\s+(?:person|student|member|one|child|pupil|of\s+them))?\s+(?P<verb>[a-z]+)\s+at\s+least\s+one(?:\s+(?:of\s+.+|[a-z]+))?")  # fmt: skip
_STRANGE: Final = re.compile(r"%|percent|more|fewer|less|twice|half|third|times|ratio|probability|chance|least\s+\d|most|average|each\s+\w+\s+cost")  # fmt: skip


@dataclass
class _Told:
    """What was said: sizes of sets by letters ("A", "AB", "" for none, "T" for all), and the names of the sets."""

    sizes: list[tuple[str, int]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    verb: str = ""
    verb_shown: str = ""
    """The verb as it was told."""

    def letter(self, name: str) -> str | None:
        """The letter of a set that has been named."""
        return "ABC"[self.names.index(name)] if name in self.names else None


def read(text: Text) -> Prepared | None:
    """A story of overlapping groups."""
    if text.language == "zh":
        return None
    source = " ".join(in_digits(text.source).lower().split())
    if not re.search(
        r"\b(?:both|all\s+(?:three|3)|neither|at\s+least\s+(?:one|1))\b", source
    ) or _STRANGE.search(re.sub(r"at least (?:one|1)\b", "", source)):
        return None
    pieces = [p.strip() for p in re.split(r"[,;.:?!]\s*(?:(?:and|but|while)\s+)?|\s+(?:and|but|while)\s+(?=\d|each\b|every|none\b|how\b)", source) if p.strip()]  # fmt: skip
    told, asked = _Told(), None
    for n, piece in enumerate(pieces):
        if n == len(pieces) - 1:
            asked = _asked(piece, told)
        elif not _said(piece, told, n):
            return None
    if asked is None or len(told.names) not in (2, 3):
        return None
    names = [f"{told.verb_shown} {name}" for name in told.names]
    counted = task(names, told.sizes, asked, text.language)
    return None if counted is None else counted[1]


def _said(piece: str, told: _Told, n: int) -> bool:
    """Whether a sentence was understood."""
    if n == 0 and (total := _TOTAL.fullmatch(piece)) is not None:
        told.sizes.append(("T", int(total["n"])))
        return True
    if n == 0 and (total := re.fullmatch(r"(?:in\s+(?:a|the)\s+\w+|(?:a|the)\s+\w+)", piece)) is not None:
        return True
    if (everyone := _EVERYONE.fullmatch(piece)) is not None:
        told.sizes.append(("", 0))
        return _same_verb(everyone["verb"], told)
    match = _MEMBERS.fullmatch(piece)
    if match is None or match["n"] == "how many" or not _same_verb(match["verb"], told):
        return False
    size = int(match["n"]) if match["n"].isdigit() else 0
    kind = _kind(match["what"], told, new=True)
    if kind is None:
        return False
    told.sizes.append((kind, size))
    return True


def _same_verb(verb: str, told: _Told) -> bool:
    stem = re.sub(r"(?:ies|ied)$", "y", verb)
    stem = re.sub(r"(?:es|ed|s)$", "", stem).rstrip("e")
    if stem in ("do", "did", "does"):
        return False
    if not told.verb:
        told.verb, told.verb_shown = stem, verb
    return told.verb == stem


def _kind(what: str, told: _Told, *, new: bool) -> str | None:
    """The set that words name: "A", "AB", "only A", "" for none, "all", "some", "one", "two"."""
    what = re.sub(r"^(?:the\s+)?(?:sports?|subjects?|games?|languages?)\s+", "", what).strip()
    tail = r"(?:\s+(?:of\s+(?:them|these|the\s+\w+(?:\s+\w+)?)|sports?|subjects?|games?|languages?|drinks?|activities|clubs?|courses?|classes|newspapers?|kinds))?"
    if re.fullmatch(rf"(?:neither|none){tail}", what):
        return ""
    if re.fullmatch(rf"(?:both|all\s+(?:three|3)){tail}", what):
        return "all"
    if re.fullmatch(rf"at\s+least\s+(?:one|1){tail}", what):
        return "some"
    if re.fullmatch(rf"(?:exactly|only|just)\s+(?:one|1){tail}", what):
        return "one"
    if re.fullmatch(rf"(?:exactly|only|just)\s+(?:two|2){tail}", what):
        return "two"
    if only := re.fullmatch(r"(?:only|just)\s+(.+)|(.+)\s+only", what):
        found = told.letter(only[1] or only[2])
        return None if found is None else f"only {found}"
    if but := re.fullmatch(r"(.+?)\s+but\s+not\s+(.+)", what):
        one, other = told.letter(but[1]), told.letter(but[2])
        return f"only {one}" if one and other and len(told.names) == 2 else None
    if pair := re.fullmatch(r"(?:both\s+)?(.+?)\s+and\s+(.+)", what):
        both = [told.letter(name) for name in pair.groups()]
        if None in both or both[0] == both[1]:
            return None
        return "all" if len(told.names) == 2 else "".join(sorted(filter(None, both)))
    if either := re.fullmatch(r"(?:either\s+)?(.+?)\s+or\s+(.+)", what):
        return "some" if len(told.names) == 2 and all(told.letter(n) for n in either.groups()) else None
    if (known := told.letter(what)) is not None:
        return known
    if not new or not re.fullmatch(r"[a-z][a-z'-]*(?:\s+[a-z'-]+){0,2}", what) or len(told.names) == 3:
        return None
    if re.search(r"\b(?:both|not|no|neither|nor|only|least|all|or|and|any|either)\b", what):
        return None
    told.names.append(what)
    return "ABC"[len(told.names) - 1]


def _asked(piece: str, told: _Told) -> str | None:
    piece = re.sub(r"^(?:then|so|find|determine|calculate)\s+", "", piece)
    piece = re.sub(r"^(?:the\s+)?number\s+of\s+(\w+\s+)?(?:who|that)\s+", "how many ", piece)
    match = _MEMBERS.fullmatch(re.sub(r"^how many\s+(\w+)\s+(?:do|does|did)\s+", r"how many \1 ", piece))
    if match is None or match["n"] != "how many" or not _same_verb(match["verb"], told):
        return None
    kind = _kind(match["what"], told, new=False)
    return kind if kind is None or kind != "two" or len(told.names) == 3 else None
