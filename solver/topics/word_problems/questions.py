"""What questions of a word problem mean: which quantities of the story they ask for. Shared by all languages.

Each function gives a `Question`; it is asked when the whole story has been told, and raises `Unclear` where the story
has no such quantity or more than one.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.topics.word_problems.meanings import (
    LARGER,
    SMALLER,
    Amount,
    Kind,
    Meaning,
    Thing,
    age_at,
    guess,
    terms_of,
)
from solver.topics.word_problems.quantities import BUNDLE, MONEY_ITEM, ONE, Key, Purchase, Unclear
from solver.topics.word_problems.reading import Question
from solver.topics.word_problems.story import MINUS, Line, Story, Terms, scaled


def _told(story: Story, key: Key) -> bool:
    return any(key in r.terms for r in story.relations)


def counted(story: Story) -> list[Key]:
    """Everything that is counted, as things stand."""
    keys = [story.balance(s) for s in list(story.ledger) if s[1] != MONEY_ITEM]
    for group in story.groups:
        keys += [group.whole, *group.members]
    return [k for k in dict.fromkeys(keys) if _told(story, k) or k.kind == "count"]


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
        if len(fits) != 1:
            raise Unclear
        keys = [m for g in story.groups for m in g.members if m.item == fits[0].item]
        key = keys[0] if keys else story.balance(story.slot(fits[0].item, create=False))
        story.ask(key)

    return Question((ask,))


def price_difference() -> Question:
    """By how much the prices of the two things differ."""

    def ask(story: Story) -> None:
        keys = [Key("price", "", name) for name in story.priced]
        values = [story.value(k) for k in keys]
        if len(keys) != 2 or values[0] is None or values[1] is None:
            raise Unclear
        sign = ONE if values[0] >= values[1] else MINUS
        story.ask_sum("difference", [(keys[0], sign), (keys[1], -sign)])

    return Question((ask,))


def find(story: Story, label: str) -> Key:
    """The counted quantity that the words of a question mean."""
    said = story.words(label)
    keys = counted(story)
    exact = [
        k for k in keys if said and said in (story.words_for(k), story.words(k.item), story.words(k.owner))
    ]
    if len(exact) == 1:
        return exact[0]
    wholes = [g.whole for g in story.groups if g.members and story.words(g.noun) < said]
    opposite = story.lexicon.opposite(label)
    if opposite and len(story.groups) == 1 and not story.groups[0].closed:
        group = story.groups[0]
        if len(group.members) == 1 and story.part(group, opposite) is not None:
            return story.rest(group, [label])[0]
    if wholes:  # "students who chose hockey": not all students
        try:
            return story.best(said, [k for k in keys if k not in wholes])
        except Unclear:
            pass
    try:
        return story.best(said, keys)
    except Unclear:
        return _only_whole(story, said)


def _only_whole(story: Story, said: frozenset[str]) -> Key:
    """The whole, where what is asked for ("people who work in the firm") is named otherwise, and no part is meant."""
    unknown = [g for g in story.groups if g.members and g.whole not in story.known]
    inside = {w for g in unknown for m in g.members for w in story.words_for(m)}
    meant = {w for w in said if not story.lexicon.says_nothing(w)}
    if len(unknown) != 1 or meant & inside or not any(story.lexicon.is_collective(w) for w in meant):
        raise Unclear
    if any(story.vocabulary[w] < 2 and not story.lexicon.is_collective(w) for w in meant):
        raise Unclear
    return unknown[0].whole


def holder(story: Story, owner: str | None) -> str:
    """Whose money is asked about: named, or the only one who has any."""
    holders = list(dict.fromkeys(s[0] for s in story.ledger if s[1] == MONEY_ITEM))
    if owner:
        name = story.whom(owner)
        return "" if holders == [""] else name  # nobody was named while money was spoken of
    if len(holders) == 1:
        return holders[0]
    if owner is None and story.owner in holders:
        return story.owner
    raise Unclear


# -- counts ----------------------------------------------------------------------------------------


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
    wholes = [g.whole for g in story.groups if key in g.members]
    told = {
        w
        for k in (key, *wholes)
        for w in (k.item.split() if k.item.isascii() else [story.units.get(k.item, "")])
    }
    measures = {w for w in told if story.lexicon.is_measure(w)}
    return bool(measures) and unit not in measures


def how_many_left(label: str = "", owner: str | None = "") -> Question:
    """How many are left after something has changed, or what the parts told leave of a whole."""

    def ask(story: Story) -> None:
        said = story.words(label)
        changed = [story.balance(s) for s, at in story.ledger.items() if at and s[1] != MONEY_ITEM]
        if owner:
            changed = [k for k in changed if k.owner == story.whom(owner)]
        if len(changed) > 1 and said:
            changed = [story.best(said, changed)]
        if len(changed) == 1 and (not said or said & story.words(changed[0].item)):
            story.ask(changed[0])
        elif not changed and story.groups and not story.groups[-1].closed and story.groups[-1].members:
            story.ask_sum("rest", story.left_over(story.groups[-1]))
        else:
            raise Unclear

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


def known_terms(story: Story, things: Sequence[Thing], kind: Kind) -> Terms:
    """The sum of things as a question names them: all of them have been told."""
    terms: Terms = []
    for thing in things:
        which = thing.kind or kind
        if which in ("", "count") and not thing.role and not (which == "" and guess(story, thing) != "count"):
            label = f"{thing.owner or ''} {thing.name}".strip()
            terms.append((find(story, label), thing.number))
        else:
            terms += terms_of(story, [thing], which)
    if any(not _told(story, key) for key, _ in terms):
        raise Unclear
    return terms


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
            if len(rates) != 1:
                raise Unclear
            keys += rates
        story.ask(*keys)

    return Question((ask,))


# -- money -----------------------------------------------------------------------------------------


def money_left(owner: str | None = None) -> Question:
    """What is left after spending: something must have been spent."""

    def ask(story: Story) -> None:
        if story.tender is not None:
            change().meanings[0](story)
            return
        slots = [s for s, at in story.ledger.items() if s[1] == MONEY_ITEM and at]
        who = holder(story, owner) if slots else ""
        if (who, MONEY_ITEM) in slots:
            _from_nothing(story, who)
            story.ask(story.balance((who, MONEY_ITEM)))
        elif not slots and story.priced and not story.purchases and (first := _only_money(story)) is not None:
            story.ask_sum("rest", [(first, ONE), *((Key("price", "", item), MINUS) for item in story.priced)])
        elif (
            not slots and story.groups and story.groups[-1].noun == MONEY_ITEM and not story.groups[-1].closed
        ):
            story.ask_sum("rest", story.left_over(story.groups[-1]))
        else:
            raise Unclear

    return Question((ask,))


def _from_nothing(story: Story, who: str) -> None:
    """Who sells things, and of whose money nothing was said, begins with none."""
    first = Key("money", who, MONEY_ITEM, 0)
    if story.incomes and first not in story.known:
        story.relate([(first, ONE)], 0, given=False)


def _only_money(story: Story) -> Key | None:
    """The money of the only one who has any."""
    found = [Key("money", *s, 0) for s in story.ledger if s[1] == MONEY_ITEM]
    return found[0] if len(found) == 1 and found[0] in story.known else None


def earned(owner: str | None = None) -> Question:
    """What was taken in by selling."""

    def ask(story: Story) -> None:
        if not story.incomes:
            raise Unclear
        story.ask_sum("total", [(k, ONE) for k in story.incomes])

    return Question((ask,))


def profit() -> Question:
    """What was taken in, less what was paid."""

    def ask(story: Story) -> None:
        if not story.incomes or not story.purchases:
            raise Unclear
        story.ask_sum(
            "profit", [*((k, ONE) for k in story.incomes), *((p.cost, MINUS) for p in story.purchases)]
        )

    return Question((ask,))


def money_now(owner: str | None = None) -> Question:
    """How much money somebody has, as things stand."""

    def ask(story: Story) -> None:
        story.ask(story.balance((holder(story, owner), MONEY_ITEM)))

    return Question((ask,))


def money_in_all() -> Question:
    """How much money all who have any have together."""

    def ask(story: Story) -> None:
        slots = [s for s in story.ledger if s[1] == MONEY_ITEM]
        if len(slots) < 2:
            raise Unclear
        story.ask_sum("total", [(story.balance(s), ONE) for s in slots])

    return Question((ask,))


def money_first(owner: str | None = None) -> Question:
    """How much money somebody had before anything was spent."""

    def ask(story: Story) -> None:
        slot = (holder(story, owner), MONEY_ITEM)
        if not story.ledger.get(slot):
            raise Unclear
        story.ask(Key("money", slot[0], MONEY_ITEM, 0))

    return Question((ask,))


def _purchases(story: Story, owner: str | None) -> list[Purchase]:
    found = story.purchases
    if owner:
        found = [p for p in found if p.owner == story.whom(owner)]
    if not found or not owner and len({p.owner for p in found}) > 1:
        raise Unclear
    return found


def spent(owner: str | None = None) -> Question:
    """What all that was bought costs."""

    def ask(story: Story) -> None:
        story.ask_sum("spent", [(p.cost, ONE) for p in _purchases(story, owner)])

    return Question((ask,))


def priced(story: Story, name: str, number: Fraction = ONE) -> Key:
    """The price that a question means by a name: "an adult ticket" where adults pay so much."""
    keys = [Key("price", "", item) for item in story.priced]
    exact = [k for k in keys if k.item == name or story.words(k.item) == story.words(name)]
    if len(exact) == 1:
        return exact[0]
    if number != 1:
        keys = [k for k in keys if not story.lexicon.is_content(name, k.item)]
    return story.best(story.words(name), keys)


def cost_of(things: Sequence[Thing], *, together: bool = False) -> Question:
    """What these cost: each by itself, or together."""

    def ask(story: Story) -> None:
        terms: Terms = []
        for thing in things:
            terms.append((priced(story, thing.name, thing.number), thing.number))
            if thing.number != 1 and story.units.get(terms[-1][0].item) == BUNDLE:
                raise Unclear
        if together or any(c != 1 for _, c in terms):
            story.ask_sum("spent", terms)
        else:
            story.ask(*(k for k, _ in terms))

    return Question((ask,))


def each_price() -> Question:
    """The prices of everything, in the order of the text."""

    def ask(story: Story) -> None:
        if len(story.priced) < 2:
            raise Unclear
        story.ask(*(Key("price", "", item) for item in story.priced))

    return Question((ask,))


def all_priced(number: Fraction = ONE) -> Question:
    """What so many of each thing that has a price cost together."""

    def ask(story: Story) -> None:
        if len(story.priced) < 2:
            raise Unclear
        story.ask_sum("spent", [(Key("price", "", item), number) for item in story.priced])

    return Question((ask,))


def buys_one_of_each(story: Story) -> None:
    """Somebody buys one of each thing that has a price."""
    if len(story.priced) < 2:
        raise Unclear
    story.buy(None, [(ONE, item) for item in story.priced])


def change(amount: Fraction | None = None) -> Question:
    """What comes back from what was handed over, or from `amount`."""

    def ask(story: Story) -> None:
        costs = [(p.cost, MINUS) for p in story.purchases]
        if not costs:
            raise Unclear
        first = story.tender
        if first is None and amount is not None:
            first = story.fresh("tender")
            story.define(first, amount)
        if first is None:
            first = Key("money", story.purchases[0].owner, MONEY_ITEM, 0)
        if first not in story.known:
            raise Unclear
        story.ask_sum("change", [(first, ONE), *costs])

    return Question((ask,))


def missing(owner: str | None = None, lines: Sequence[Line] = ()) -> Question:
    """How much more money is needed for what is to be bought."""

    def ask(story: Story) -> None:
        terms = story.cost_terms(lines) if lines else [(p.cost, ONE) for p in story.purchases]
        if not terms and len(story.priced) == 1:
            terms = [(Key("price", "", story.priced[0]), ONE)]
        who = holder(story, owner)
        slot = (who, MONEY_ITEM)
        own = Key("money", who, MONEY_ITEM, 0) if story.purchases else story.balance(slot)
        if not terms or not _told(story, own):
            raise Unclear
        story.ask_sum("missing", [*terms, (own, MINUS)])

    return Question((ask,))


# -- ages, numbers ---------------------------------------------------------------------------------


def ages(names: Sequence[str | None], years: Fraction = Fraction(0)) -> Question:
    """How old these are (in so many years)."""

    def ask(story: Story) -> None:
        keys = [age_at(story, name, years) for name in names]
        if any(not _told(story, key) for key in keys):
            raise Unclear
        story.ask(*keys)

    return Question((ask,))


def numbers(*names: str) -> Question:
    """Numbers without names."""

    def ask(story: Story) -> None:
        keys = [Key("number", "", name) for name in (names or (LARGER, SMALLER))]
        if any(not _told(story, key) for key in keys):
            raise Unclear
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
            if any(story.words(place) & parts for place in places):
                raise Unclear
            ask(story)

        return tell

    return Question(tuple(asked(m) for m in question.meanings))
