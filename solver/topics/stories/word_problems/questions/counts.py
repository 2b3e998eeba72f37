"""Questions about how many."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.topics.stories.word_problems.meanings import Amount, Kind, Meaning, Thing, terms_of
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.questions.finding import find, known_terms
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import MINUS, Story, scaled


def how_many_of_value(value: Amount, label: str = "") -> Question:
    """How many of the kind that has (or costs) so much: "how many 6-bed rooms"."""

    def ask(story: Story) -> None:
        rates = (
            [Key("price", "", name) for name in story.priced] if value.money else list(story.rates.values())
        )
        fits = [
            k
            for k in rates
            if story.value(k) == value.number
            and (value.money or not value.item or story.words(value.item) <= story.words(k.owner))
        ]
        item = the_only(fits).item
        keys = [m for g in story.groups for m in g.members if m.item == item]
        key = keys[0] if keys else story.balance(story.slot(item, create=False))
        story.ask(key)

    return Question((ask,))


def how_many(*labels: str, unit: str = "") -> Question:
    """How many (or, with a unit, how much) there are of these."""

    def ask(story: Story) -> None:
        keys = [find(story, label) for label in labels]
        if len(set(keys)) != len(keys) or unit and any(_other_unit(story, key, unit) for key in keys):
            raise Unclear
        story.ask(*keys)

    return Question((ask,))


def _other_unit(story: Story, key: Key, unit: str) -> bool:
    """Whether a quantity is told in another measure than is asked for."""
    groups = [g for g in story.groups if key in g.members or key == g.whole]
    told = {
        w
        for k in (key, *(g.whole for g in groups))
        for w in (k.item.split() if k.item.isascii() else [story.units.get(k.item, "")])
    }
    told |= {w for g in groups for w in (*g.noun.split(), story.units.get(g.noun, "")) if g.noun.isascii()}
    measures = {w for w in told if story.lexicon.is_measure(w)}
    return bool(measures) and unit not in measures


def how_many_left(label: str = "", owner: str | None = "", *, changed_only: bool = False) -> Question:
    """How many are left after something has changed, or (unless `changed_only`) what the parts told leave of a whole."""

    def ask(story: Story) -> None:
        said = story.words(label)
        changed = [story.balance(s) for s, at in story.ledger.items() if at and s[1] != MONEY_ITEM]
        if owner:
            changed = [k for k in changed if k.owner == story.whom(owner)]
        if len(changed) > 1 and said:
            changed = [story.best(said, changed)]
        if len(changed) == 1 and (not said or said & story.words(changed[0].item)):
            story.ask(changed[0])
        elif (
            not changed_only
            and not changed
            and story.groups
            and not story.groups[-1].closed
            and story.groups[-1].members
        ):
            story.ask_sum("rest", story.left_over(story.groups[-1]))
        elif not changed_only and not changed and (good := _good(story, label)) is not None:
            story.ask(good)
        else:
            raise Unclear

    return Question((ask,))


def how_many_good(label: str = "") -> Question:
    """How many are not broken, rotten: of what is still there, so far as nothing changed since."""

    def ask(story: Story) -> None:
        good = _good(story, label)
        if good is None:
            raise Unclear
        story.ask(good)

    return Question((ask,))


def _good(story: Story, label: str) -> Key | None:
    """How many were told not to be broken, rotten; None where that is not told or something changed since."""
    said = story.words(label)
    rests = [
        k
        for r in story.relations
        for k in r.terms
        if k.kind == "rest" and k.item and (not said or said & story.words(k.item))
    ]
    if len(rests) != 1 or any(at for slot, at in story.ledger.items() if slot[1] == rests[0].item):
        return None
    return rests[0]


def how_many_first(label: str = "", owner: str | None = None) -> Question:
    """How many somebody had before anything changed."""

    def ask(story: Story) -> None:
        said = story.words(label)
        slots = [
            s
            for s, at in story.ledger.items()
            if at and s[1] != MONEY_ITEM and (not said or said & story.words(s[1]))
        ]
        if owner is not None:
            slots = [s for s in slots if s[0] == story.whom(owner)]
        story.ask(Key("count", *the_only(slots), 0))

    return Question((ask,))


def how_many_for_each(label: str = "") -> Question:
    """How many each of those gets among whom something was shared."""

    def ask(story: Story) -> None:
        said = story.words(label)
        keys = [
            k
            for k in story.per.values()
            if k not in story.known and (not said or said & (story.words(k.item) | story.words(k.owner)))
        ]
        story.ask(the_only(keys))

    return Question((ask,))


def how_many_more_than_other(label: str, item: str = "") -> Question:
    """How many more (of an item, or of MONEY_ITEM) one of two has than the other one, who is not named."""

    def ask(story: Story) -> None:
        name, said = story.whom(label), story.words(item)

        def fits(noun: str) -> bool:
            return noun == item or not item or item != MONEY_ITEM and bool(said & story.words(noun))

        for group in story.groups:
            if group.closed and len(group.members) == 2 and fits(group.noun):
                own = [m for m in group.members if name in (m.owner, m.item)]
                keys = [*own, *(m for m in group.members if m not in own)]
                break
        else:
            slots = [s for s in story.ledger if s[0] and fits(s[1])]
            own_slots = [s for s in slots if s[0] == name]
            others = [s for s in slots if s not in own_slots]
            keys = [story.balance(s) for s in (*own_slots, *others)]
            own = keys[: len(own_slots)]
        if len(keys) != 2 or len(own) != 1:
            raise Unclear
        story.ask_sum("difference", [(keys[0], Fraction(1)), (keys[1], MINUS)])

    return Question((ask,))


def how_many_in_all(label: str = "", things: Sequence[Thing] = (), owner: str | None = "") -> Question:
    """How many together: of these things, or of all that is counted under this name."""

    def ask(story: Story) -> None:
        if things:
            story.ask_sum("total", terms_of(story, things, "count"))
            return
        said = story.words(label)
        wholes = [g.whole for g in story.groups if g.whole not in story.known]
        if len(wholes) == 1:
            story.ask(wholes[0])
            return
        keys = [story.balance(s) for s in story.ledger if s[1] != MONEY_ITEM]
        if owner:
            keys = [k for k in keys if k.owner == story.whom(owner)]
        inside = [k for k in keys if said and said <= story.words(k.item) | story.words(k.owner)]
        keys = inside or ([k for k in keys if not said or story.lexicon.is_collective(label)])
        units = {story.units.get(k.item) or story.units.get(k.owner) or "" for k in keys}
        if not keys or len(units - {""}) > 1:
            raise Unclear
        story.ask_sum("total", [(k, ONE) for k in keys])

    return Question((ask,))


def how_many_more(left: Sequence[Thing], right: Sequence[Thing], kind: Kind = "", sign: int = 1) -> Question:
    """How much more (sign 1) or less (sign -1) one is than the other."""

    def ask(story: Story) -> None:
        a, b = known_terms(story, left, kind), known_terms(story, right, kind)
        story.ask_sum("difference", scaled([*a, *scaled(b, MINUS)], Fraction(sign)))

    return Question((ask,))


def how_many_times(left: Sequence[Thing], right: Sequence[Thing], kind: Kind = "") -> Question:
    """How many times the second goes into the first; the second is known."""

    def ask(story: Story) -> None:
        a, b = known_terms(story, left, kind), known_terms(story, right, kind)
        value = sum((c * (story.value(k) or Fraction(0)) for k, c in b), Fraction(0))
        if not value or any(story.value(k) is None for k, _ in b):
            raise Unclear
        key = story.fresh("times")
        story.relate([(key, value), *scaled(a, MINUS)], given=False)
        story.settle({k for k, _ in b})
        story.ask(key)

    return Question((ask,))


def each_rate(things: Sequence[Thing], unit: str) -> Question:
    """How much of this unit one of each thing has or brings."""

    def ask(story: Story) -> None:
        keys = [
            [
                k
                for (owner, item), k in story.rates.items()
                if owner == story.meet(thing.name) and unit in (item, story.units.get(item))
            ]
            for thing in things
        ]
        if any(thing.number != 1 for thing in things) or any(len(found) != 1 for found in keys):
            raise Unclear
        story.ask(*(found[0] for found in keys))

    return Question((ask,))


def each_part() -> Question:
    """How many of each part, in the order of the text."""

    def ask(story: Story) -> None:
        closed = [g for g in story.groups if g.closed]
        if len(closed) == 1:
            story.ask(*closed[0].members)
            return
        told = dict.fromkeys(k for r in story.relations for k in r.terms)
        keys = [
            k
            for k in told
            if k.kind in ("count", "money", "age", "number") and k not in story.known and not k.at
        ]
        keys = [k for k in keys if not any(k == g.whole for g in story.groups)]
        if len(keys) < 2:
            raise Unclear
        story.ask(*keys)

    return Question((ask,))


def extreme_part(sign: int, name: str = "", *, unit: str = "", item: str = "") -> Question:
    """The largest (sign 1) or the smallest (sign -1) part of the only whole; one of two that are equal is not asked for.

    `unit`, `item`: the measure it is asked in, or what is counted.
    """

    def ask(story: Story) -> None:
        closed = [g for g in story.groups if g.closed]
        if len(closed) != 1 or len(story.groups) != 1:
            raise Unclear
        said, group = story.words(name), closed[0]
        if name and not (
            story.lexicon.is_collective(name) or all(said & story.words_for(m) for m in group.members)
        ):
            raise Unclear
        if item and not story.words(item) & story.words(group.noun):
            raise Unclear
        values = [(story.value(m), m) for m in group.members]
        told = sorted(((v * sign, m) for v, m in values if v is not None), reverse=True)
        if len(told) != len(values) or told[0][0] == told[1][0]:
            raise Unclear
        if unit and _other_unit(story, told[0][1], unit):
            raise Unclear
        story.ask(told[0][1])

    return Question((ask,))


def how_many_in_each(containers: Sequence[str], label: str) -> Question:
    """How many one container holds."""

    def ask(story: Story) -> None:
        said = story.words(label)
        keys = []
        for container in containers:
            rates = [
                k
                for (c, i), k in story.rates.items()
                if c == story.meet(container) and (not said or said & story.words(i))
            ]
            keys.append(the_only(rates))
        story.ask(*keys)

    return Question((ask,))


def quantities(things: Sequence[Thing], kind: Kind = "") -> Question:
    """Quantities by name, whatever they are."""

    def ask(story: Story) -> None:
        terms = [term for thing in things for term in known_terms(story, [thing], kind)]
        story.ask(*(key for key, _ in terms))

    return Question((ask,))


def several(*questions: Question) -> Question:
    """Several questions in one, in this order."""

    def ask(story: Story) -> None:
        for question in questions:
            question.meanings[0](story)

    return Question((ask,))


def anywhere(question: Question, *places: str) -> Question:
    """A question whose places tell nothing: where one is a part of a whole, it would be what is asked for."""
    if not places:
        return question

    def asked(ask: Meaning) -> Meaning:
        def tell(story: Story) -> None:
            parts = {w for g in story.groups for m in g.members for w in story.words_for(m)}
            parts |= {w for s in story.ledger if len(story.ledger) > 1 for w in story.words(s[0])}
            bought = {
                name for p in story.purchases for name in (p.cost.item, *(x for _, x in p.lines)) if name
            }
            parts |= {w for name in bought if len(bought) > 1 for w in story.words(name)}
            if any(story.words(place) & parts for place in places):
                raise Unclear
            ask(story)

        return tell

    return Question(tuple(asked(m) for m in question.meanings))
