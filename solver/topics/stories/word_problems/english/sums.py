"""English clauses about sums and differences of what is named together, and about two numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear
from solver.topics.stories.word_problems.story import Story


@G.rule(
    "core",
    "<t:two_things> (<aux>)* (<all>)? (<HAVE>|<GAIN>|<be>|<ANY>) (<all>)? (a total of)? <q:qty> (<all>)?",
    "(together|altogether) ,? <t:two_things> (<HAVE>|<GAIN>|<be>) <q:qty>",
)
def _together(t: tuple[Thing, ...], q: Amount) -> Meaning | None:
    if q.item == "" or any(x.number != 1 for x in t) or q.item == "year old":
        return None
    return _have_together(t, q)


def _have_together(t: Sequence[Thing], q: Amount) -> Meaning:
    def tell(story: Story) -> None:
        say.note(story, q)
        item = story.meet(q.item)
        if any(x.owner or x.role or x.kind for x in t):
            raise Unclear
        names = [story.meet(x.name) for x in t]
        if any(g.noun == item and g.by_owner for g in story.groups):
            raise Unclear
        key = Key("whole", "", item, len(story.groups))
        story.item = item if item != MONEY_ITEM else story.item
        story.define(key, q.number)
        story.group(key, names, by_owner=True)

    return tell


@G.rule(
    "core",
    "the (sum|total) of <n:N> numbers (is|equals) <k:N>",
    "<n:N> numbers (add up to|sum to|have a sum of|add to|total) <k:N>",
    "(their|the) (sum|total) (is|equals|of) <k:N>",
    "(they)? (add up to|sum to) <k:N>",
    "<k:N> is the sum of <n:N> numbers",
    "the sum of (the|these) (two)? numbers is <k:N>",
)
def _sum(k: Fraction, n: Fraction | None = None) -> Meaning | None:
    return say.two_numbers(k, 1) if n in (None, 2) else None


@G.rule(
    "core",
    "(their|the|its) difference (between (the two|them))? (is|equals|of) <k:N>",
    "the difference (of|between) <n:N> numbers (is|equals) <k:N>",
    "(they|the numbers|<n:N> numbers) (differ by|have a difference of) <k:N>",
    "a difference of <k:N>",
    "(differ by|have a difference of) <k:N>",
    "the difference (between|of) (the|these|the two|two) (numbers)? is <k:N>",
)
def _difference(k: Fraction, n: Fraction | None = None) -> Meaning | None:
    return say.two_numbers(k, -1) if n in (None, 2) else None


G.words(
    "which_number", "one", "one number", "one of them", "one of the numbers", "the first", "the first number"
)
G.words("which_number", "the larger", "the larger number", "the larger one", "the bigger number", "the bigger", "the bigger one", "the greater", "the greater number", value="larger")  # fmt: skip


@G.rule(
    "core",
    "<w:which_number> (is|equals) <c:scaled>",
    "<w:which_number> (is|exceeds the other by|exceeds the smaller by|exceeds) <c:compared>",
    cost=-0.5,
)
def _larger_is(w: str, c: Compared) -> Meaning | None:
    if w == "larger" and c.times <= 1 and c.plus <= 0 or c.times < 1 and c.plus > 0:
        return None
    if any(b.role not in ("other", "smaller") and b.name not in ("second number", "second") for b in c.base):
        return None
    larger, smaller = Thing(role="larger"), Thing(role="smaller")
    if c.times < 1 or c.times == 1 and c.plus < 0:
        larger, smaller = smaller, larger
    return say.is_compared([larger], Compared(c.times, c.plus, (smaller,)))


@G.rule(
    "core",
    "<k:factor>? (the)? <a:thing> (plus|added to|and) <j:factor>? (the)? <b:thing> (is|equals|gives|makes|is equal to|add up to) <n:N>",
    cost=0.2,
)
def _combined(a: Thing, b: Thing, n: Fraction, k: Fraction = ONE, j: Fraction = ONE) -> Meaning | None:
    if a.role not in ("larger", "smaller") or b.role not in ("larger", "smaller"):
        return None
    return say.is_amount([Thing(role=a.role, number=k), Thing(role=b.role, number=j)], Amount(n))


@G.rule(
    "core",
    "the perimeter of (<phrase>|<det> <noun>) is <q:numbered>",
    "(<phrase>) (has|with) a perimeter of <q:numbered>",
    "(its|the) perimeter is <q:numbered>",
)
def _perimeter(q: Amount) -> Meaning:
    return say.perimeter(q)
