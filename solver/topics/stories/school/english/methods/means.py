"""Averages: of told numbers, of what is missing, with one more; what all together are.

Not read: averages of groups of different size, weights, medians.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.measures import named
from solver.topics.stories.school.working import Term, Unfit, Working, num

_MEAN: Final = "(average|mean|mean value|arithmetic mean)"
_NEW: Final = (
    "(one more|another|new|next|last|final|third|fourth|fifth|sixth|seventh|eighth|other|remaining|one|first)"
)
_ODD: Final = re.compile(
    r"\b(?:median|mode|range|speed|weighted|correct|wrong|mistake|instead|squares?|squared|cubes?|cubed|reciprocals?|primes?|roots?|multiples|factors|divisors|even|odd|positive|negative|absolute|opposites|logarithms?|each of the other|highest|lowest)\b|km per|per hour|\bgirls\b.*\bboys\b|\bboys\b.*\bgirls\b"
)


@family(
    r"average|mean",
    facts={
        "list": ("~8 <l:list> ~4", "~8 <l:list> ~2 (in|on|for|over) (his|her|the)? (first)? <k> ~3", "~8 (in|on|for|over) (his|her|the)? (first)? <k> ~3 (are|were|was|is|scored) <l:list> ~2", "~8 @is_ <l:list> ~4", "the numbers <l:list>"),
        "mean": ("(in|over|after) (the|his|her)? (first)? <n> ~2 ~ averaged <m:any> ~2", "~ averaged <m:any> ~2 (in|over|after) (the|his|her)? (first)? <n> ~2", f"~5 {_MEAN} ~4 (of|for|over) (his|her|the|these|their|all|~1)? ~2 <n> ~4 (is|was) <m:any> ~3", f"~5 {_MEAN} ~4 (of|for|over) (his|her|the|these|their)? (first|last|next)? <n> ~4 (is|was) <m:unit> ~3", f"~5 <n> ~5 (have|has|had|with) (an|a)? {_MEAN} ~3 (of)? <m:any> ~3", f"~5 <n> ~5 (have|has|had|with) (an|a)? {_MEAN} ~3 (of)? <m:unit> ~3",
                 f"~ (scored|has|had|got) (an|a) {_MEAN} ~2 of <m:any> ~2 (in|on|for|over|after) (his|her|the|~1)? (first)? <n> ~2", f"(after|in|over|on) (the|his|her)? (first)? <n> ~2 ~ {_MEAN} ~3 (is|was|of) <m:any> ~2", f"~ (his|her|the|their) {_MEAN} ~4 (after|in|of|for) (the|his|her)? (first)? <n> ~3 (is|was) <m:any>", f"~5 {_MEAN} ~2 of <n> ~3 is <m:unit>", f"~3 {_MEAN} ~2 (on|in) (his|her|the|their)? <n> ~2 (is|was) <m:any> ~2", f"~ (took|sat|wrote|had|takes) <n> ~2 and (his|her|the) {_MEAN} ~2 (is|was) <m:any> ~2"),
        "value": (f"~2 {_NEW} ~3 (who|that|which)? (is|was|weighs|scored|of age|aged|weighing|costs) <x:any> ~1 (joins|joined|comes|is added|arrives|came|was added) ~4", f"~2 {_NEW} ~3 (who|that|which)? (is|was|weighs|weighing) <x:unit> ~1 (joins|joined|comes|is added|arrives|came|was added) ~4", f"~6 (the|a|his|her) {_NEW} ~5 (is|was|weighs|scores|scored|got|has|costs|gets|of) <x:any> ~3", f"~6 {_NEW} ~5 (is|was|weighs) <x:unit> ~3", f"~ (scores|scored|gets|got) <x> ~3 (in|on) (the|his|her)? {_NEW} ~2", "~ {_NEW} ~3 <x:any> ~4".replace("{_NEW}", _NEW)),
        "raised": (f"(after|with|including) ~2 {_NEW} ~4 (it|this) (is|was|rises to|rose to|falls to|fell to|becomes|became|drops to|goes up to|has risen to|has fallen to) <h:any> ~3", f"(after|with|including) ~2 {_NEW} ~4 {_MEAN} ~4 (is|was|rises to|rose to|falls to|fell to|drops to|dropped to|goes up to|goes down to|went up to|increases to|increased to|becomes|became|changes to|is now|was then) <h:any> ~3", f"~4 {_MEAN} ~4 (then|now)? (rises|rose|falls|fell|drops|dropped|goes up|went up|goes down|went down|increases|increased|decreases|decreased|changes|changed) to <h:any> ~3", f"~3 {_MEAN} ~3 (becomes|became|is now|is then) <h:any> ~3",
                   f"~4 {_NEW} ~4 (raises|raised|increases|increased|brings|brought|lowers|lowered|reduces|reduced|changes|changed) ~3 {_MEAN} ~3 to <h:any> ~3"),
        "joins": (f"(when|if)? ~2 {_NEW} ~3 (is added|was added|joins|joined|comes|arrives|came|is added|was added|moves in) ~4",),
        "few": ("<l:list> (are|were)? ~3", f"{_NEW} ~4 (are|were) <l:list> ~3", "~ <k> of (them|the numbers|these|these numbers) ~2 (are|were|weigh|have) <l:list> ~2", "~ <k> of (the|these|those|his|her|its|their) ~2 (are|were|weigh|have) <l:list> ~2", "(on|in|for) <k> of (them|these|those|(the|these|his|her) ~1) ~2 (scored|scores|got|gets|had) <l:list> ~2", "~ (numbers|of them) are <l:list>"),
        "goal": (f"~ (wants|want|needs|hopes|wishes) ~3 (an|a)? {_MEAN} ~3 of <g:any> ~6 ((after|in|over|for|on) (the|all|his|her)? {_NEW}? ~3)?", f"~ {_MEAN} ~5 to (be|have|get) <g:any> ~4", f"~ to (raise|bring|increase) ~3 {_MEAN} to <g:any> ~4"),
    },
    asks={
        "average": (f"(what is|what was|find|calculate|work out|what are) (the|his|her|their|its)? (new)? {_MEAN} ~8", "how (many|much) ~6 (per ~1)? on average ~4", "how (many|much) ~6 per ~2 (on average)?", "how (many|much) ~6 on average (per|each) ~2", "how (many|much|old|tall|heavy) ~8 (on average) ~4", f"what (is|was) (the|his|her|their) {_MEAN} ~6 (now)?", "on average how (many|much) ~8"),
        "missing": ("(what|which) (number|mark|score|value) (was|is) (added|new|the new one)", f"(what is|what was|find|calculate|how (much|many|old|heavy|tall)) ~3 {_NEW} ~5", "what @do ~6 (score|get|weigh) ~2 (on|in) (the|his|her)? ~1 {_NEW}? ~3 (to|so|for) ~6 {_MEAN} ~5 (of|to|is|be|reach)? <g:any> ~4".replace("{_NEW}", _NEW).replace("{_MEAN}", _MEAN), "(what|how many) (mark|score|points|marks|goals)? @do ~6 (score|get|need|reach|weigh)? ~3 {_NEW}? ~4 (to|so|for|if) ~8 {_MEAN} ~4 (of|to|is|be|reach)? <g:any> ~5 (all|altogether)? ~4".replace("{_NEW}", _NEW).replace("{_MEAN}", _MEAN), f"(what is|find|what was|calculate|work out) (the|his|her)? ~1 {_NEW} ~6", "what (number|score|mark) ~8", f"how (many|much|heavy|tall|old) ~8 {_NEW} ~4", f"what @do ~6 (score|get|weigh) ~2 (on|in) (the|his|her)? {_NEW}? ~3", f"what (score|mark) @do ~8 {_NEW}? ~3", "how many (points|goals) @do ~8 {_NEW}? ~3".replace("{_NEW}", _NEW), f"what @do (the|his|her) {_NEW} ~3 (weigh|cost|score)"),
        "total": ("what is (the|their) (total|sum) ~6", "how (much|many) ~6 (altogether|in total|together|in all) ~3", "what is the sum of ~4", "(find|what is) the total ~5"),
    },
)  # fmt: skip
def _averages(bag: Bag, work: Working) -> None:
    if _ODD.search(bag.sheet.text):
        raise Unfit
    asked = bag.asked.kind
    facts = {f.kind: f for f in bag.facts}
    if len(facts) != len(bag.facts):
        raise Unfit
    if (
        "list" in facts
        and facts["list"].has("k")
        and len(facts["list"].list("l")) != facts["list"].values["k"]
    ):
        raise Unfit
    kinds = set(facts)
    if asked == "average" and kinds == {"list"}:
        _average_of_list(bag, work, facts["list"])
    elif asked == "average" and kinds == {"mean", "value"}:
        _average_with_new(work, facts["mean"], facts["value"])
    elif asked == "missing" and kinds in ({"mean", "few"}, {"mean", "list"}):
        _missing_of_all(work, facts["mean"], facts.get("few") or facts["list"])
    elif asked == "missing" and {"mean", "raised"} <= kinds <= {"mean", "raised", "joins"}:
        _added(bag, work, facts["mean"], facts["raised"])
    elif asked == "missing" and kinds == {"mean"} and bag.asked.has("g"):
        _next_for_mean_asked(bag, work, facts["mean"])
    elif asked == "missing" and kinds in ({"list", "goal"}, {"few", "goal"}, {"mean", "goal"}):
        _next_for_goal(bag, work, facts)
    elif asked == "total" and kinds == {"mean"}:
        mean, unit = facts["mean"], _unit(facts["mean"])
        mean.whole("n")
        work.give(work.step("the sum: the average times how many they are", mean["m"] * mean["n"], unit), unit, "the sum")  # fmt: skip
    else:
        raise Unfit


def _average_of_list(bag: Bag, work: Working, told: Fact) -> None:
    """ "What is the average of 12, 15 and 18?"."""
    terms = told.list("l")
    if re.search(r"\b(?:new|now|another)\b", bag.sheet.text):
        raise Unfit
    unit = _unit(told)
    whole = work.step("the sum of all", _sum(terms), unit)
    work.give(work.step(f"the average: the sum divided by how many they are, {len(terms)}", whole / num(len(terms)), unit), unit, "the average")  # fmt: skip


def _average_with_new(work: Working, mean: Fact, value: Fact) -> None:
    """ "The average of 4 tests is 80. The fifth is 90. What is the average now?"."""
    mean.whole("n")
    unit = _unit(mean)
    before = work.step("the sum before: the average times how many they are", mean["m"] * mean["n"], unit)
    after = work.step("the sum with the new one", before + value["x"], unit)
    count = work.step("how many they are now", mean["n"] + num(1))
    work.give(work.step("the new average", after / count, unit), unit, "the new average")


def _missing_of_all(work: Working, mean: Fact, few: Fact) -> None:
    """ "The average of 3 numbers is 15. Two are 12 and 18. What is the third?"."""
    mean.whole("n")
    terms = few.list("l")
    if len(terms) + 1 != mean.values["n"] or few.has("k") and few.values["k"] != len(terms):
        raise Unfit
    unit = _unit(mean)
    whole = work.step("the sum of all: the average times how many they are", mean["m"] * mean["n"], unit)
    told = work.step("the sum of those that are known", _sum(terms), unit)
    work.give(work.step("the missing one", whole - told, unit), unit, "the missing one")


def _next_for_mean_asked(bag: Bag, work: Working, mean: Fact) -> None:
    """ "The average of 4 tests is 80. What must the fifth be for an average of 82?"."""
    mean.whole("n")
    told = work.step("the sum so far: the average times how many they are", mean["m"] * mean["n"])
    count = work.step("how many they are with the next one", mean["n"] + num(1))
    _named_count(bag, count.value)
    whole = work.step("the sum that is needed for all of them", bag.asked["g"] * count)
    work.give(work.step("what the next one must be", whole - told), "", "the missing one")


def _next_for_goal(bag: Bag, work: Working, facts: Mapping[str, Fact]) -> None:
    """ "Her marks are 80, 85 and 90. She wants an average of 87 after the next test"."""
    goal = facts["goal"]
    if "mean" in facts:
        mean = facts["mean"]
        mean.whole("n")
        told, count = work.step("the sum so far", mean["m"] * mean["n"]), num(mean.values["n"] + 1)
    else:
        terms = (facts.get("list") or facts["few"]).list("l")
        told, count = work.step("the sum so far", _sum(terms)), num(len(terms) + 1)
    if re.search(r"\b(?:two|three|next \S+ tests)\b", bag.sheet.text.rsplit(".", 2)[-1]):
        raise Unfit
    whole = work.step(f"the sum that is needed for all {count.tex}", goal["g"] * count)
    work.give(work.step("what the next one must be", whole - told), "", "the missing one")


_ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_DOWN: Final = re.compile(
    r"\b(?:falls?|fell|drops?|dropped|goes down|went down|decrease[sd]?|lower(?:s|ed)|reduce[sd]?)\b"
)
_UP: Final = re.compile(r"\b(?:rises?|rose|raise[sd]?|goes up|went up|increase[sd]?)\b")


def _named_count(bag: Bag, count: Fraction) -> None:
    """A "sixth" one is the one behind five."""
    named_ = {_ORDINALS.index(w) + 1 for w in re.findall(r"[a-z]+", bag.sheet.text) if w in _ORDINALS[2:]}
    if named_ - {int(count)} - ({int(count) - 1} if len(named_) > 1 else set()):
        raise Unfit


def _added(bag: Bag, work: Working, mean: Fact, raised: Fact) -> None:
    """One more changed the average: what it is."""
    mean.whole("n")
    unit = _unit(mean)
    if raised.unit("h") != mean.unit("m") or _UP.search(bag.sheet.text) and raised.values["h"] < mean.values["m"] or _DOWN.search(bag.sheet.text) and raised.values["h"] > mean.values["m"]:  # fmt: skip
        raise Unfit
    count = work.step("how many they are with the new one", mean["n"] + num(1))
    _named_count(bag, count.value)
    before = work.step("the sum before: the average times how many they were", mean["m"] * mean["n"], unit)
    after = work.step("the sum with the new one: the new average times how many they are", raised["h"] * count, unit)  # fmt: skip
    work.give(work.step("the new one: what the sum grew by", after - before, unit), unit, "the new one")


def _unit(fact: Fact) -> str:
    unit = fact.unit("m") or fact.unit("l")
    return named(unit) if unit else ""


def _sum(terms: list[Term]) -> Term:
    total = terms[0]
    for term in terms[1:]:
        total = total + term
    return total
