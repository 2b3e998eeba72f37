"""Two properties that some have both of: who has both, one alone, one at least, none. Not read: three properties, "at least" where none is told of those with neither."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Unclear, every, worked
from solver.topics.stories.school.working import Term, Unfit, Working, num

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


@worked(
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
def _overlaps(found: list[Said], work: Working) -> None:
    """All that have one of the two at least are those with the first and those with the second, less those with both."""
    ones = every(found, "one")
    if len(ones) != 2 or len({s.values["people"] for s in ones if s.values.get("people")}) > 1:
        raise Unclear  # boys who do the one and girls who do the other
    asked = [s for s in found if s.kind.startswith("ask_")]
    if len(asked) != 1 or found[-1] is not asked[0] and found[-1].kind != "idle":
        raise Unclear
    a, b = (num(int(s.values["n"])) for s in ones)
    told = {kind: every(found, kind) for kind in ("total", "both", "neither", "all", "ratio")}
    if any(len(said) > 1 for said in told.values()) or told["all"] and told["neither"]:
        raise Unclear
    total, both, none = (_count(told[kind]) for kind in ("total", "both", "neither"))
    if told["all"]:
        none = num(0)
    if told["ratio"]:
        if both or none or total is None:
            raise Unclear
        times = 2 if told["ratio"][0].values["k"] == "twice" else int(told["ratio"][0].values["k"].split()[0])
        more = work.step("both together more than all: those with both, less those with none", a + b - total)
        none = work.step(f"those with both are {times} times those with none, so that is {times - 1} times those with none", more / num(times - 1))  # fmt: skip
        both = work.step("those with both", none * num(times))
    kind = asked[0].kind
    if kind == "ask_both":
        if both is not None or total is None or none is None:
            raise Unclear
        work.give(_both(work, a, b, total, none), "", "the number with both")
        return
    if both is None and kind in ("ask_only", "ask_neither"):
        if total is None or none is None or kind == "ask_neither":
            raise Unclear
        both = _both(work, a, b, total, none)
    if both is None or both.value > min(a.value, b.value):
        raise Unfit
    if kind == "ask_only":
        which = _which(asked[0], ones)
        work.give(
            work.step("those with this one alone", (a, b)[which] - both), "", "the number with one alone"
        )
        return
    some = work.step("those with one at least (those with both were counted twice)", a + b - both)
    if kind == "ask_neither":
        if total is None or none is not None:
            raise Unclear
        work.give(work.step("all others have none", total - some), "", "the number with none")
        return
    if total is not None or none is None:
        raise Unclear
    work.give(work.step("all", some + none) if none.value else some, "", "the number of all")


def _count(said: list[Said]) -> Term | None:
    return num(int(said[0].values["n"])) if said else None


def _both(work: Working, a: Term, b: Term, total: Term, none: Term) -> Term:
    some = work.step("those with one at least", total - none) if none.value else total
    both = work.step("both numbers together less those: that many were counted twice", a + b - some)
    if both.value > min(a.value, b.value) or both.value < 0:
        raise Unfit
    return both


def _which(asked: Said, ones: list[Said]) -> int:
    """Which property is meant, by its words."""
    words = set(re.findall(r"[a-z]+", asked.values.get("what", "") + " " + asked.values.get("do", "")))
    fits = [
        len(words & set(re.findall(r"[a-z]+", s.values.get("what", "") + " " + s.values["do"]))) for s in ones
    ]
    if fits[0] == fits[1]:
        raise Unclear
    return 0 if fits[0] > fits[1] else 1
