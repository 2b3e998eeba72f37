"""Two kinds mixed, told by how many there are and how much they are together: heads and legs, tickets, notes, a quiz with minus points.

Solved as schools do it: suppose all were of one kind, and see how much is missing. Not read: three kinds.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, family
from solver.topics.stories.school.english.methods.rates import head
from solver.topics.stories.school.working import Term, Unfit, Working, num

LEGS: Final = {
    **dict.fromkeys("chicken hen duck goose geese turkey bird ostrich rooster emu child children person people human boy girl farmer man men".split(), 2),
    **dict.fromkeys("rabbit cow horse pig sheep goat dog cat lamb donkey camel calf calves cattle kitten puppy puppies bunny".split(), 4),
    **dict.fromkeys("spider".split(), 8), **dict.fromkeys("beetle ant bee insect ladybird ladybug dragonfly".split(), 6),
}  # fmt: skip
WHEELS: Final = {
    **dict.fromkeys("bicycle bike motorcycle motorbike scooter".split(), 2), **dict.fromkeys("tricycle rickshaw trike".split(), 3),
    **dict.fromkeys("car wagon van truck cart".split(), 4), "unicycle": 1,
}  # fmt: skip


def _assume(
    work: Working,
    count: Term,
    total: Term,
    low: Term,
    high: Term,
    names: tuple[str, str],
    asked: str,
    unit: str,
) -> None:
    """How many of the dearer kind: what is missing if all were of the cheaper one, shared by the difference."""
    few, many = names
    if high.value <= low.value:
        raise Unfit
    if asked == few:
        top = work.step(f"how much it would be if all were {many}", count * high, unit)
        rest = work.step("how much that is too much", top - total, unit)
    else:
        base = work.step(f"how much it would be if all were {few}", count * low, unit)
        rest = work.step("how much is missing", total - base, unit)
    each = work.step("how much one changes when it is of the other kind", high - low, unit)
    found = work.step(f"how many {asked} there are", rest / each)
    if found.value.denominator != 1 or not 0 <= found.value <= count.value:
        raise Unfit
    work.give(found, asked, f"the number of {asked}")


_PAIR: Final = "<x=~2> and <y=~2>"


@family(
    r"\blegs\b|\bwheels\b|\bfeet\b|\bheads\b",
    facts={
        "names": (f"~6 {_PAIR}", f"~6 {_PAIR} ~4", f"~6 (both|only) {_PAIR} ~3"),
        "heads": ("~8 <n> (heads|animals|vehicles|birds) ~4", "~8 (there are|are|has|have|counts|counted) <n> ~2 (altogether|in total|in all) ~2", "<n> heads"),
        "with": (f"~8 <n> ~2 {_PAIR} ~5", f"~8 <n> (animals|vehicles) ~2 (chickens and|~1)? ~2 {_PAIR} ~4"),
        "legs": ("~8 <l> <w=legs|wheels|feet> ~5", "<l> <w=legs|wheels|feet> ~4", "~ (altogether|in total|in all) ~4 <l> <w=legs|wheels|feet>", "~8 <l> <w=legs|wheels|feet> (altogether|in total|in all)"),
        "both": ("~8 <n> (heads) (and) <l> <w=legs|feet> ~4", f"~8 (there are|are|has) <n> ~2 {_PAIR} (and|with) <l> <w=legs|wheels|feet> ~4"),
        "each": ("(each|every|a) <z=~2> has <e> (legs|wheels|feet) ~1",),
    },
    asks={"many": ("how many (of them|of the animals|of these)? (are)? <k=~2> ~1 (are there)? ~4", "how many <k=~2> (are there|@do) ~6", "how many <k=~2> (and how many)? ~0 are there ~4")},
)  # fmt: skip
def _legs(bag: Bag, work: Working) -> None:
    told = [*bag.all("names"), *bag.all("with"), *[f for f in bag.all("both") if f.word("x")]]
    count = [f for f in bag.facts if f.has("n")]
    legs = [f for f in bag.facts if f.has("l")]
    if len(told) != 1 or len(count) != 1 or len(legs) != 1 or any(f.kind == "each" for f in bag.facts):
        raise Unfit
    x, y = told[0].word("x"), told[0].word("y")
    _only_two(bag, x, y)
    table = WHEELS if legs[0].word("w") == "wheels" else LEGS
    a, b = table.get(head(x)), table.get(head(y))
    if (
        a is None
        or b is None
        or a == b
        or re.search(r"\b(?:more|fewer|less|times|than|another|three)\b", bag.sheet.text)
    ):
        raise Unfit
    asked = next((name for name in (x, y) if head(name) == head(bag.asked.word("k"))), "")
    if not asked:
        raise Unfit
    low, high = sorted(((num(a), x), (num(b), y)), key=lambda p: p[0].value)
    _assume(
        work,
        count[0]["n"],
        legs[0]["l"],
        low[0],
        high[0],
        (_last(low[1]), _last(high[1])),
        _last(asked),
        legs[0].word("w"),
    )


def _only_two(bag: Bag, *names: str) -> None:
    """No list of three or more of which the first was taken for other words."""
    last = re.escape(names[-1].split()[-1]) if names[-1] else "$^"
    if re.search(rf",(?: [a-z'-]+){{1,3}},? and (?:[a-z'-]+ )?{last}\b", bag.sheet.text):
        raise Unfit


def _last(phrase: str) -> str:
    return phrase.split()[-1]


_OF: Final = "(ticket|tickets|one|for|each|a|an|per|every)"


@family(
    r"ticket|stamp|coin|note|bill|pen|fare|entry|cost",
    facts={
        "prices": ("~4 <x=~2> tickets ~2 (cost|costs|are) <a:money> (each)? (and)? ~1 <y=~2> tickets ~2 (cost|are)? <b:money> (each)?", "~ tickets ~3 (cost|costs|are) <a:money> for (a|an|each)? <x=~1> and <b:money> for (a|an|each)? <y=~1>", "~ <a:money> for (a|an|each)? <x=~1> and <b:money> for (a|an|each)? <y=~1>"),
        "price": ("(an|a|each|every)? <x=~2> (tickets|ticket)? (cost|costs|is|are) <a:money> (each)?", "<a:money> (for|per) (an|a|each|every)? <x=~2>", "<x=~2> (pay|pays|paid) <a:money> (each)?", "~ tickets ~2 (cost|costs|are) <a:money> (for|per) (an|a|each|every)? <x=~2>", "(an|a|each)? <x=~2> tickets <a:money> (each)?"),
        "count": ("~8 <n> ~1 (people|tickets|visitors|persons|stamps|coins|notes|bills|guests|pieces|items|fruits) ~6", "~8 <n> ~3 (and)? ~2 (altogether|in total|in all|together) ~2"),
        "total": ("~8 <t:money> ~8", "~3 total (value|worth|amount|cost|sum)? ~4 (is|was|of) <t:money> ~2", "~ (altogether|in total|in all) ~3 <t:money> ~3", "~ <t:money> (altogether|in total|in all) ~2"),
        "both": ("~ <n> (people|visitors|guests|persons) (paid|pay) (a total of)? <t:money> ~2 (altogether|in total|in all)?", "~8 <n> (tickets|stamps|people|coins|notes|bills) ~3 (were|was|are)? ~2 for (a total of)? <t:money> ~3",),
        "money": ("~6 <n> (notes|bills|coins|banknotes|stamps) ~3 <a> <dollar=dollar|pound|euro> (notes|bills)? and <b> (dollar|pound|euro) (notes|bills) ~3", "~6 <n> (notes|bills|coins|banknotes|stamps) ~6 <a:money> (notes|bills|coins|stamps)? and <b:money> (notes|bills|coins|stamps)? ~4", "~6 <a:money> (notes|bills|coins|stamps)? and <b:money> (notes|bills|coins|stamps) ~4", "~ <n> ~1 <a:money> and <b:money> (notes|bills|coins|stamps) ~4"),
    },
    asks={"many": ("how many (tickets)? ~0 <k=~2> (tickets)? (are there|@do|were there|were sold) ~6", "how many <k=~2> ~0 (@do) ~6", "how many <q:money> (notes|bills|coins|stamps) ~8", "how many of (them|the tickets) (are|were) <k=~2> ~3")},
)  # fmt: skip
def _priced(bag: Bag, work: Working) -> None:
    if re.search(
        r"\b(?:more|fewer|less|times|than|left|change|discount|another|twice)\b|percent|%", bag.sheet.text
    ):
        raise Unfit
    names: list[tuple[str, Fraction]] = []
    for fact in bag.facts:
        if fact.has("a"):
            names.append((fact.word("x"), fact.values["a"]))
        if fact.has("b"):
            names.append((fact.word("y"), fact.values["b"]))
    counts, totals = [f for f in bag.facts if f.has("n")], [f for f in bag.facts if f.has("t")]
    if len(names) != 2 or len(counts) != 1 or len(totals) != 1:
        raise Unfit
    _only_two(bag, names[0][0], names[1][0])
    if len({w for w in ("note", "coin", "stamp", "bill", "ticket") if w in bag.sheet.text}) > 1:
        raise Unfit
    low, high = sorted(names, key=lambda p: p[1])
    if bag.asked.has("q"):
        if any(word for word, _ in names) or bag.asked.values["q"] not in (low[1], high[1]):
            raise Unfit
        labels = (f"at {num(low[1]).tex}", f"at {num(high[1]).tex}")
        asked = labels[0] if bag.asked.values["q"] == low[1] else labels[1]
    else:
        keys = {_kind(low[0]): 0, _kind(high[0]): 1}
        which = keys.get(_kind(bag.asked.word("k")))
        if len(keys) != 2 or which is None or not low[0] or not high[0]:
            raise Unfit
        labels = (low[0], high[0])
        asked = labels[which]
    _assume(
        work, counts[0]["n"], totals[0]["t"], num(low[1]), num(high[1]), labels, asked, bag.sheet.currency
    )


def _kind(phrase: str) -> str:
    one = head(phrase.removesuffix(" tickets").removesuffix(" ticket").removesuffix("'s"))
    return {"children": "child", "men": "man", "women": "woman"}.get(one, one).removesuffix("'")


@family(
    r"quiz|test|exam|contest|competition|question|game|answer",
    facts={
        "plus": ("~6 <a> (points|marks|point|mark) ~2 (for|per|are given for|are awarded for) (each|every|a)? (right|correct) ~3", "(each|every|a) (right|correct) ~1 (answer)? ~3 (is worth|gives|earns|scores|gets|brings|worth) <a> (points|marks|point|mark)", "~ <a> (points|marks) (each|every|a) (right|correct) answer"),
        "minus": ("~6 <b> (points|marks|point|mark) ~3 (taken|deducted|subtracted|lost|off)? ~3 (for|per) (each|every|a)? (wrong|incorrect) ~3", "(each|every|a) (wrong|incorrect) ~1 (answer)? ~3 (loses|costs|takes away|deducts) <b> (points|marks|point|mark)", "~ (loses|lose|deducted|subtracted) <b> (points|marks|point|mark)? (for|per) (each|every|a) (wrong|incorrect) ~2", "<b> (points|marks|point|mark) (are|is) (taken off|deducted|lost|subtracted) for (each|every|a) (wrong|incorrect) ~2"),
        "count": ("~8 <n> (questions|problems) ~4", "~ (answers|answered|answer) all ~2 <n> ~2 (questions|problems)? ~3", "~ <n> questions"),
        "score": ("~8 (scores|scored|gets|got|has|earned|received|gained|earns) ~2 <t> (points|marks)? ~4", "~ score ~2 (is|was) <t> ~2", "~ total ~3 (is|was|of) <t> ~2", "~ (scores|scored|gets|got) a total of <t> ~2"),
        "all": ("~ (answers|answered|answer) (all|every|all of) ~4",),
    },
    asks={"right": ("how many (questions|answers|problems)? ~2 (right|correct|correctly) ~6", "how many (questions|problems|answers)? @do ~4 (answer|get|have) ~2 (right|correct|correctly) ~3", "how many (right|correct) answers ~5", "how many ~3 (were|are) (right|correct) ~2"), "wrong": ("how many (questions|answers|problems)? ~3 (wrong|incorrect|incorrectly) ~6", "how many (questions|problems|answers)? @do ~4 (answer|get|have) ~2 (wrong|incorrectly) ~3", "how many ~3 (were|are) (wrong|incorrect) ~2")},
)  # fmt: skip
def _quiz(bag: Bag, work: Working) -> None:
    facts = [f.kind for f in bag.facts if f.kind != "all"]
    if (
        sorted(facts) != ["count", "minus", "plus", "score"]
        or not re.search(r"\ball\b|\bevery question\b", bag.sheet.text)
        or re.search(r"unanswered|skip|blank|left out", bag.sheet.text)
    ):
        raise Unfit
    plus, minus, n, t = (
        bag.one("plus")["a"],
        bag.one("minus")["b"],
        bag.one("count")["n"],
        bag.one("score")["t"],
    )
    best = work.step("the points if all answers were right", n * plus, "points")
    lost = work.step("the points that were lost", best - t, "points")
    each = work.step(
        "what a wrong answer costs: the points it does not give and those taken away", plus + minus, "points"
    )
    wrong = work.step("how many answers were wrong", lost / each)
    if wrong.value.denominator != 1 or wrong.value > n.value:
        raise Unfit
    if bag.asked.kind == "right":
        work.give(
            work.step("how many answers were right", n - wrong),
            "right answers",
            "the number of right answers",
        )
    else:
        work.give(wrong, "wrong answers", "the number of wrong answers")
