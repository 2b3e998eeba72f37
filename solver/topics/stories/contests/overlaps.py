"""Two properties that some have both of: who has both, one alone, at least one, none. Not read: three properties, "at least" where none is told of those with neither."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.clauses import Said
from solver.topics.discrete.set_counts import diagram
from solver.topics.stories.contests.kinds import Solved, Unclear, every, made

_PEOPLE: Final = r"(?:students?|pupils?|children|people|members?|persons?|boys|girls|kids|classmates|workers|players|guests|families|dreams|residents)"
_WHERE: Final = r"(?: (?:in|of|from|among) (?:this|the|my|our|his|her|[a-z]+'s) (?:class|school|survey|group|club|town|village|team))?"
_WHO: Final = (
    rf"(?:(?:of )?(?:(?:his|her|my|the|these|those|them) ?)?(?:{_PEOPLE})?{_WHERE} ?(?:who |that )?)"
)
_THESE: Final = _WHO.replace(f"(?:{_PEOPLE})?", f"(?P<people>{_PEOPLE})?")
_DO: Final = r"(?:can (?:swim|play|speak|do|sing|dance|ride|skate|draw|ski)|likes?|liked|plays?|have|has|had|study|studies|studied|speaks?|tried out|participated in|took part in|takes?|took|joined|are in|is in|owns?|involved|chose|passed|wears?|learns?|learned|attended|reads?|enjoy|enjoyed|know|solved|ate|visited|entered)"
_X: Final = r"(?: (?:the |a |an )?<what:words>)?"
_BOTH: Final = r"both(?: (?:of them|subjects|sports|instruments|languages|contests|competitions|activities|clubs|kinds|events|pets|(?:the |a )?[a-z]+(?: [a-z]+){0,2} and (?:the |a )?[a-z]+(?: [a-z]+){0,2}))?"
_NONE: Final = r"(?:neither|none)(?: of (?:them|the 2|these|the (?:subjects|sports|instruments|clubs)))?|no (?:animals|sports?|subjects?|instruments?)"
_KINDS: Final = {"total": "T", "both": "all", "neither": ""}
_ASKED: Final = {"ask_both": "all", "ask_neither": "", "ask_total": "T"}
"""Clauses as `diagram` calls the members that they are about."""


@made(
    r"\bboth\b|\bneither\b|\beither\b|at least 1|\bonly\b",
    "en",
    {
        "total": (
            r"(?:in a class of|a class of) (?P<n>\d+) [a-z]+",
            r"(?P<n>\d+) [a-z]+ were surveyed about their participation in [a-z]+ and [a-z]+",
            r"<who:word> has (?P<n>\d+) (?:boxes|bags|cards|shirts|marbles)",
            r"(?:everyone|every student) in a class of (?P<n>\d+) students takes [a-z]+ and [a-z]+",
            rf"there are (?P<n>\d+) {_PEOPLE}{_WHERE}",
            rf"(?P<n>\d+) {_PEOPLE} (?:participated|took part) in a survey",
            rf"(?:in [a-z]+'s class , )?there are (?P<n>\d+) {_PEOPLE}{_WHERE}",
            rf"(?:<who:word>|he|she) had (?P<n>\d+) {_PEOPLE}(?: last month| last week)?",
        ),
        "one": (
            r"(?:exactly )?(?P<n>\d+)(?: of (?:the|them|these)(?: \d+)?)?(?: (?P<people>[a-z]+))?(?: surveyed)? (?P<do>contain|played|take|received an?|have been to|are taking|are|wore|like) (?P<what>(?!both|neither|not )[a-z0-9-]+(?: in [a-z]+)?)(?: course)?",
            r"(?:there are )?(?P<n>\d+) (?P<people>[a-z]+) (?P<do>taking) (?P<what>[a-z]+)",
            rf"(?:(?:in|among) [a-z' ]{{1,30}}? , )?(?:there are )?(?P<n>\d+) {_THESE}(?P<do>{_DO}){_X}",
            rf"(?:the survey (?:stated|showed) that )?(?P<n>\d+) {_THESE}(?P<do>{_DO}){_X}",
        ),
        "both": (r"(?:of these \d+ [a-z]+ , )?(?P<n>\d+)(?: of (?:the|them|these)(?: [a-z]+)?)? (?:take|received an? [a-z]|have been to|are taking|contain|played|like) both(?: [a-z]+ and [a-z]+)?(?: (?:in both )?(?:courses|subjects))?", r"(?P<n>\d+) (?:of them )?received an [a-z] in both courses", rf"(?:there are )?(?P<n>\d+) {_WHO}(?:{_DO}) {_BOTH}",),
        "neither": (
            r"(?P<n>\d+)(?: of (?:the|them|these))?(?: [a-z]+)? (?:contain|played|take|like|wore) neither [a-z]+ nor [a-z]+",
            rf"(?:it is known that )?(?P<n>\d+) {_WHO}(?:{_DO}) (?:{_NONE})",
            rf"(?:it is known that )?(?P<n>\d+) {_WHO}(?:(?:did|do|does|can) ?(?:not|n't)|can't|cannot) [a-z]+(?: [a-z]+){{0,3}} (?:either|any)(?: of (?:the|these) [a-z]+| of them)?",
        ),
        "all": (
            r"every [a-z]+ in (?:the|a) [a-z ]+? (?:is taking|takes) (?:an? )?[a-z]+(?: course)? or (?:an? )?[a-z]+(?: course)?(?: or both)?",
            rf"(?:every|each) ?(?:1|one|student|pupil|child|person|member|body)?{_WHERE} (?:{_DO}|can play) (?:at least 1 [a-z]+|either [a-z' ]+? ,? or [a-z' ]+? ,? or both|[a-z' ]+? ,? or [a-z' ]+? or both)",
            rf"everyone{_WHERE} (?:{_DO}) at least 1(?: [a-z]+| of (?:them|these|the 2))?",
        ),
        "ratio": (rf"(?P<k>twice|\d+ times) as many {_PEOPLE} (?:{_DO}) both(?: [a-z]+)? as (?:those (?:who|that) )?(?:{_DO}) neither(?: of them)?",),
        "ask_both": (
            r"how many (?:of the )?[a-z]+(?: surveyed)? (?:contain|played|take|have been to|like) both(?: [a-z]+ and [a-z]+)?",
            rf"how many {_PEOPLE}{_WHERE} (?:{_DO}) {_BOTH}",
            rf"out of the {_PEOPLE} who participated in the survey , how many (?:{_DO}) {_BOTH}",
            rf"at least how many {_PEOPLE} (?:{_DO}) {_BOTH}",
        ),
        "ask_total": (r"how many [a-z]+ are in the (?:senior |homeroom )?(?:class|classroom|club|group)", rf"how many {_PEOPLE} are (?:there )?{_WHERE.replace('?:', '?:', 1)}(?: altogether| in total)?", rf"how many {_PEOPLE} are there{_WHERE}"),
        "ask_only": (rf"how many {_PEOPLE}{_WHERE} (?P<do>{_DO}) only {_X.strip()}", rf"how many {_PEOPLE}{_WHERE} only (?P<do>{_DO}){_X}", rf"(?:there are (?:____|how many) {_PEOPLE}|how many {_PEOPLE} are there) in the (?P<what>[a-z]+(?: [a-z]+)?) only(?: and not in the [a-z]+(?: [a-z]+)?)?"),
        "ask_neither": (r"how many [a-z]+(?: in (?:this|the) [a-z]+)? (?:have not been to [a-z]+ or [a-z]+|did not receive an [a-z] in either course|take neither(?: [a-z]+)?)", rf"how many {_PEOPLE}{_WHERE} (?:{_DO}) (?:{_NONE})",),
        "idle": (rf"given that(?: among {_PEOPLE}{_WHERE})?", rf"among {_PEOPLE}{_WHERE}"),
    },
)  # fmt: skip
def _overlaps(found: list[Said]) -> Solved:
    """Two groups as a diagram."""
    ones = every(found, "one")
    if len(ones) != 2 or len({s.values["people"] for s in ones if s.values.get("people")}) > 1:
        raise Unclear  # boys who do the one and girls who do the other
    asked = [s for s in found if s.kind.startswith("ask_")]
    if len(asked) != 1 or found[-1] is not asked[0] and found[-1].kind != "idle":
        raise Unclear
    told = {kind: every(found, kind) for kind in ("total", "both", "neither", "all", "ratio")}
    if any(len(said) > 1 for said in told.values()) or told["all"] and told["neither"]:
        raise Unclear
    if told["ratio"] and (told["both"] or told["neither"] or told["all"] or not told["total"]):
        raise Unclear
    sizes = [("A", ones[0]), ("B", ones[1]), *((_KINDS[kind], s) for kind in _KINDS for s in told[kind])]
    counts = [(kind, int(said.values["n"])) for kind, said in sizes] + ([("", 0)] if told["all"] else [])
    names = [" ".join(filter(None, (s.values["do"], s.values.get("what")))) for s in ones]
    kind = _ASKED.get(asked[0].kind)
    if kind is None:
        kind = f"only {'AB'[_which(asked[0], ones)]}"
    ratio = told["ratio"][0].values["k"] if told["ratio"] else None
    times = None if ratio is None else 2 if ratio == "twice" else int(ratio.split()[0])
    counted = diagram.task(names, counts, kind, "en", times=times)
    return None if counted is None else ((Fraction(int(counted[0])),), counted[1])


def _which(asked: Said, ones: list[Said]) -> int:
    """Which property is meant, by its words."""
    words = set(re.findall(r"[a-z]+", asked.values.get("what", "") + " " + asked.values.get("do", "")))
    fits = [
        len(words & set(re.findall(r"[a-z]+", s.values.get("what", "") + " " + s.values["do"]))) for s in ones
    ]
    if fits[0] == fits[1]:
        raise Unclear
    return 0 if fits[0] > fits[1] else 1
