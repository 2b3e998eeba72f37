"""Averages of groups that together make a whole: "82 on six tests, 98 on the 7th and 8th". Each is turned into a sum. Not read: weights, medians."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Unclear, every, worked
from solver.topics.stories.school.working import Term, Working, num

_WHOSE: Final = r"(?P<who>my|your|his|her|their|the|[a-z]+'s|[a-z]+)"
_MEAN: Final = r"(?:average|mean)(?: (?:scores?|marks?|grades?|points|result))?s?"
_TESTS: Final = r"(?:(?P<subject>maths?|mathematics|english|science) )?(?:tests?|exams?|quizzes|quiz|assignments?|games?|papers|matches)"
_IN: Final = r"(?:on|in|for|of|over)"
_NTH: Final = r"\d+(?:st|nd|rd|th)"
_FIRST: Final = r"(?:first|1st)"
_VALUE: Final = r"(?P<m>\d+(?:\.\d+)?)(?: points| marks)?"
_ORDINAL: Final = ("first second third fourth fifth sixth seventh eighth ninth tenth").split()
_ORD: Final = rf"(?P<nth>{_NTH}|{'|'.join(_ORDINAL)}|last|final|next)"


@worked(
    r"average|mean",
    "en",
    {
        "part": (
            rf"{_WHOSE} {_MEAN} {_IN} (?:the |his |her |your |my )?(?:(?P<at>first|last|next|other|1st) )?(?P<n>\d+) {_TESTS} (?:is|was) {_VALUE}",
            rf"{_WHOSE} {_MEAN} {_IN} (?:the )?(?P<list>{_NTH}(?: , {_NTH})* and {_NTH}) {_TESTS} (?:is|was) {_VALUE}",
            rf"(?P<name>he|she|[a-z]+) (?:read|ran|made|sold|scored|walked|earned|wrote|solved) (?:an average of {_VALUE}|an {_MEAN} of {_VALUE.replace('m>', 'm2>')}) [a-z]+ (?:per|a|each) day (?:for|in|during|over) the (?P<at>first|last|next) (?P<n>\d+) days(?: of the week)?",
        ),
        "single": (
            rf"(?P<name>he|she|i|you|[a-z]+) (?:got|scored|gets|scores) {_VALUE} {_IN} (?:the|his|her|my|your) {_ORD} {_TESTS}",
            rf"{_VALUE} [a-z]+ (?:in|on) the (?P<nth>last|next|final) day",
        ),
        "frame": (r"[a-z]+ (?:finished reading|read|finished) (?:a|the|his|her) [a-z]+(?: [a-z]+)? last week",),
        "ask_all": (
            rf"what (?:is|was) {_WHOSE} {_MEAN} {_IN} all (?:the |of the |his |her )?(?P<n>\d+) {_TESTS}",
            r"how many [a-z]+ on average did (?P<name>[a-z]+) (?:read|run|make|sell|walk|earn|write|solve) (?:per|each) day(?: throughout the entire week)?",
        ),
        "ask_part": (
            rf"what (?:is|was) {_WHOSE} {_MEAN} {_IN} the (?P<at>last|first|other|next|remaining) (?P<n>\d+) {_TESTS}",
        ),
        "ask_single": (rf"{_WHOSE} score {_IN} the {_ORD} {_TESTS} (?:is|was)(?: ____)?", rf"what (?:is|was) {_WHOSE} score {_IN} the {_ORD} {_TESTS}"),
    },
)  # fmt: skip
def _groups(found: list[Said], work: Working) -> None:
    """Sums of the groups; the sum of the whole; what is missing."""
    asked = [s for s in found if s.kind.startswith("ask_")]
    parts, singles = every(found, "part"), every(found, "single")
    if len(asked) != 1 or found[-1] is not asked[0] or not 1 <= len(parts) + len(singles) <= 3 or not parts:
        raise Unclear
    if not _is_of_one(found):
        raise Unclear
    kind, said = asked[0].kind, asked[0].values
    if kind == "ask_all":
        sizes = [_size(p) for p in parts] + [1] * len(singles)
        if (
            len(sizes) < 2
            or "n" in said
            and sum(sizes) != int(said["n"])
            or "n" not in said
            and sum(sizes) != 7
        ):
            raise Unclear
        if _positions(parts, singles) is None:
            raise Unclear
        sums = [
            work.step(
                f"the sum of {_size(p)}: their average times how many they are", _mean(p) * num(_size(p))
            )
            for p in parts
        ]
        sums += [_mean(s) for s in singles]
        total = sums[0]
        for more in sums[1:]:
            total = total + more
        total = work.step("the sum of all", total)
        work.give(work.step(f"the average of all {sum(sizes)}", total / num(sum(sizes))), "", "the average")
        return
    if singles or len(parts) != 2:
        raise Unclear
    whole, part = sorted(parts, key=lambda p: -_size(p))
    if kind == "ask_part":
        if part.values.get("at") not in ("first", "1st") and whole.values.get("at"):
            raise Unclear
        rest = _size(whole) - _size(part)
        if rest != int(said["n"]) or whole.values.get("at") or (part.values.get("at"), said["at"]) not in (("first", "last"), ("first", "other"), ("first", "next"), ("first", "remaining"), ("last", "first")):  # fmt: skip
            raise Unclear
    else:
        rest = 1
        nth = said["nth"]
        named = int(re.sub(r"\D", "", nth)) if nth[0].isdigit() else _ORDINAL.index(nth) + 1 if nth in _ORDINAL else _size(whole)  # fmt: skip
        if _size(whole) - _size(part) != 1 or named != _size(whole) or any(p.values.get("at") not in ("first", "1st") for p in parts):  # fmt: skip
            raise Unclear
    all_ = work.step(f"the sum of {_size(whole)}", _mean(whole) * num(_size(whole)))
    some = work.step(f"the sum of {_size(part)}", _mean(part) * num(_size(part)))
    left = work.step("the sum of the others", all_ - some)
    work.give(
        left if rest == 1 else work.step(f"their average: there are {rest}", left / num(rest)),
        "",
        "the answer",
    )


_SELF: Final = {"my": "i", "i": "i", "your": "you", "you": "you"}
_THEY: Final = frozenset(("he", "she", "they", "his", "her", "their", "the"))


def _is_of_one(found: list[Said]) -> bool:
    """Whether one person is meant all the time, and one subject; a pronoun may be anyone."""
    people, subjects = set[str](), set[str]()
    for said in found:
        name, whose = said.values.get("name"), said.values.get("who", "")
        if name is None and (whose in _SELF or whose.endswith("'s")):
            name = whose.removesuffix("'s")
        if name is not None and name not in _THEY:
            people.add(_SELF.get(name, name))
        if said.values.get("subject"):
            subjects.add(said.values["subject"][:4])
    return len(people) <= 1 and len(subjects) <= 1


def _size(part: Said) -> int:
    if "list" in part.values:
        return len(re.findall(r"\d+", part.values["list"]))
    return int(part.values["n"])


def _mean(said: Said) -> Term:
    value = said.values.get("m") or said.values["m2"]
    return num(Fraction(value))


def _positions(parts: list[Said], singles: list[Said]) -> bool | None:
    """Whether the groups follow each other: "six", "the 7th and 8th"; None where they may overlap."""
    at = 0
    for part in parts:
        if "list" in part.values:
            places = list(map(int, re.findall(r"\d+", part.values["list"])))
            if places != list(range(at + 1, at + 1 + len(places))):
                return None
        elif (
            part.values.get("at", "first") in ("last", "next", "other")
            and at == 0
            or at
            and part.values.get("at") not in ("last", "next", "other")
        ):
            return None
        at += _size(part)
    for single in singles:
        nth = single.values["nth"]
        place = int(re.sub(r"\D", "", nth)) if nth[0].isdigit() else _ORDINAL.index(nth) + 1 if nth in _ORDINAL else at + 1  # fmt: skip
        if place != at + 1:
            return None
        at += 1
    return True


@worked(
    r"average|mean",
    "en",
    {
        "whole": (r"a (?:data ?set|set|list|group) of (?P<n>\d+) numbers has an (?:average|mean) of (?P<m>\d+(?:\.\d+)?)", r"the (?:average|mean) of (?P<n>\d+) numbers is (?P<m>\d+(?:\.\d+)?)"),
        "removed": (r"after removing 1 of the numbers , the (?:average|mean) of the remaining (?:numbers )?(?:becomes|is) (?P<m>\d+(?:\.\d+)?)", r"(?:if |when )?1 of the numbers is removed , the (?:average|mean) of the remaining (?:numbers )?(?:becomes|is) (?P<m>\d+(?:\.\d+)?)"),
        "ask": (r"the number that (?:gets|is|was) removed is(?: ____)?", r"what (?:number|is the number) (?:that )?(?:was|is|gets) removed"),
    },
)  # fmt: skip
def _removed(found: list[Said], work: Working) -> None:
    """The sum of all less the sum of those that are left."""
    if [s.kind for s in found] != ["whole", "removed", "ask"]:
        raise Unclear
    n = int(found[0].values["n"])
    whole = work.step("the sum of all", _mean(found[0]) * num(n))
    left = work.step("the sum of those that are left", _mean(found[1]) * num(n - 1))
    work.give(work.step("the one that was removed", whole - left), "", "the number removed")


_THING: Final = (
    r"(?:bags?(?: of flour)?|boxes|box|students?|children|people|numbers?|parcels?|packets?|apples?)"
)
_UNIT: Final = r"(?: ?(?P<u>kg|g|cm|m|l|ml|years old|years))?"


@worked(
    r"average|mean",
    "en",
    {
        "whole": (rf"the (?:average|mean) (?:mass|weight|height|length|age|volume) of (?P<n>2|3) {_THING} is (?P<m>\d+(?:\.\d+)?){_UNIT}", rf"the (?:average|mean) (?:mass|weight|height|age) of [a-z]+ and [a-z]+ is (?P<m>\d+(?:\.\d+)?){_UNIT}"),
        "one": (rf"the (?:mass|weight|height|length|age|volume) of 1 (?:of the )?{_THING}(?: of flour)? is (?P<m>\d+(?:\.\d+)?){_UNIT}",),
        "ask": (rf"what is the (?:mass|weight|height|length|age|volume) of the other {_THING}",),
    },
)  # fmt: skip
def _other(found: list[Said], work: Working) -> None:
    """The sum less the one that is known."""
    if [s.kind for s in found] != ["whole", "one", "ask"] or found[0].values.get("n", "2") != "2":
        raise Unclear
    units = {s.values.get("u", "") for s in found[:2]}
    if len(units) != 1:
        raise Unclear
    unit = units.pop()
    whole = work.step("the sum of both", _mean(found[0]) * num(2), unit)
    work.give(work.step("the other one", whole - _mean(found[1]), unit), unit, "the other one")
