"""What English clauses mean that compare or hand over amounts of money; see `meanings`.

An amount is so many of some things: "a pen", "the 4 mugs", "the shirt and the coat together".
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from solver.topics.word_problems.english_slots import amounts, normal
from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.meanings import buys_priced, money, plain, subject
from solver.topics.word_problems.quantities import BUNDLE, MONEY_ITEM, Key, Unclear
from solver.topics.word_problems.story import Story
from solver.topics.word_problems.wording import singular

Terms: TypeAlias = list[tuple[Key, Fraction]]


def cost_of(story: Story, clause: Clause, slot: str) -> Terms:
    """The price of an amount as Σ number · price."""
    terms: Terms = []
    for before, number, noun in amounts(clause.text(slot)):
        text = clause.text(slot)
        start = clause.match.start(slot) + text.find(noun)
        name = story.meet(clause.noun(noun, start))
        if number:
            count = clause.context.marked.mark(number).value
        else:
            count = Fraction(1)
            definite = before.strip().endswith("the") or before.strip() in ("his", "her", "my", "both")
            head = noun.partition(" of ")[0]
            if singular(head) != head and "pair" not in noun:
                _one_thing(story, name, definite=definite)
        terms.append((story.price_key(name), count))
    if len({key for key, _ in terms}) != len(terms):
        raise Unclear
    return terms


def _one_thing(story: Story, name: str, *, definite: bool) -> None:
    """ "The shoes": one thing with one price, unless another number of them was bought."""
    bought = [n for p in story.purchases for n, item in p.lines if item == name]
    if any(n != 1 for n in bought):
        raise Unclear
    if definite and not bought:
        story.units.setdefault(name, BUNDLE)


def _left(story: Story, clause: Clause) -> Terms:
    if "a" in clause.match.re.groupindex and clause.text("a"):
        return cost_of(story, clause, "a")
    if not story.item or story.item not in story.priced:
        raise Unclear
    return [(story.price_key(story.item), Fraction(1))]


def _right(story: Story, clause: Clause, *, before: str) -> Terms:
    if clause.text("b"):
        return cost_of(story, clause, "b")
    if before not in story.priced or len(story.priced) > 2:
        raise Unclear  # "… costs $5 more": than what?
    if any(n != 1 for p in story.purchases for n, item in p.lines if item == before):
        raise Unclear  # than one of them, or than all?
    return [(story.price_key(before), Fraction(1))]


def costs_compared(sign: int = 0) -> Action:
    """a = v · b ± m; without b, it is compared with the only other thing that has a price."""

    def action(story: Story, clause: Clause) -> None:
        before = story.item
        left = _left(story, clause)
        item = story.item
        right = _right(story, clause, before=before)
        times = clause.number("v") if clause.text("v") else Fraction(1)
        plus = sign * money(story, clause) if clause.text("m") else Fraction(0)
        if clause.text("f"):
            times = 1 + sign * clause.number("f")
        if {key for key, _ in left} & {key for key, _ in right}:
            raise Unclear
        story.item = item
        story.relate([*left, *((key, -times * n) for key, n in right)], plus)

    return action


def bought_compared(sign: int) -> Action:
    """ "… and a pen for $3 more (than the ruler)": one thing, bought."""

    def action(story: Story, clause: Clause) -> None:
        lines = plain(story, clause)
        before = story.item
        if len(lines) != 1 or lines[0][0] != 1:
            raise Unclear
        left = [(story.price_key(lines[0][1]), Fraction(1))]
        item = story.item
        right = _right(story, clause, before=before)
        story.buy(_buyer(story, clause), lines)
        times = clause.number("v") if clause.text("v") else Fraction(1)
        plus = sign * money(story, clause) if clause.text("m") else Fraction(0)
        if {key for key, _ in left} & {key for key, _ in right}:
            raise Unclear
        story.item = item
        story.relate([*left, *((key, -times * n) for key, n in right)], plus)

    return action


def _buyer(story: Story, clause: Clause) -> str | None:
    if "a" in clause.match.re.groupindex and clause.text("a"):
        return subject(story, clause)
    if not story.purchases:
        raise Unclear
    return story.purchases[-1].owner


def buys_more(story: Story, clause: Clause) -> None:
    """ "… and a lamp": goes on with a purchase; what it costs is said elsewhere."""
    if not story.purchases:
        raise Unclear
    last = story.purchases[-1]
    story.buy(last.owner, plain(story, clause), planned=last.planned)


def buys_each(story: Story, clause: Clause) -> None:
    """ "One of each", "both": so many of everything that has a price."""
    number = clause.number("n") if clause.text("n") else Fraction(1)
    items = list(story.priced)
    if len(items) < 2 or story.purchases or (clause.text("k") and clause.number("k") != len(items)):
        raise Unclear
    if clause.text("both") and len(items) != 2:
        raise Unclear
    if number != 1 and any(story.units.get(item) == BUNDLE for item in items):
        raise Unclear
    story.buy(subject(story, clause), [(number, item) for item in items], planned=bool(clause.text("plan")))


def buys_it(story: Story, clause: Clause) -> None:
    """ "… buys it": the thing spoken of last, when it has a price."""
    if story.item not in story.priced:
        raise Unclear
    number = clause.number("n") if clause.text("n") else Fraction(1)
    story.buy(subject(story, clause), [(number, story.item)], planned=bool(clause.text("plan")))


def buys_named(story: Story, clause: Clause) -> None:
    """ "… buys the shirt and the coat": one of each of these."""
    names = [story.familiar(name) for name in clause.names("l")]
    if any(name not in story.priced for name in names):
        raise Unclear
    for text in clause.context.grammar.split_names(clause.text("l")):
        if singular(text) != text:
            _one_thing(story, story.meet(normal(text)), definite=True)
    story.buy(
        subject(story, clause), [(Fraction(1), name) for name in names], planned=bool(clause.text("plan"))
    )


def buys_priced_per(story: Story, clause: Clause) -> None:
    """ "3 kg of rice at $2 per kg": the price of one of what is counted."""
    lines, per = plain(story, clause), normal(clause.text("p"))
    if len(lines) != 1 or per not in _counted_as(lines[0][1]):
        raise Unclear
    buys_priced(story, clause)


def _counted_as(item: str) -> tuple[str, ...]:
    """The words after "per" that mean one of these: "ticket" for adult tickets, "bag" for bags of rice."""
    return (item, item.partition(" of ")[0], item if " of " in item else item.rpartition(" ")[2])


def ticket_for(story: Story, clause: Clause) -> None:
    """ "Tickets cost $12 for adults and $7 for children"."""
    if not clause.text("x") and not any(item.endswith(" ticket") for item in story.priced):
        raise Unclear
    name = clause.name("y")
    story.price(name if name.endswith(" ticket") else f"{name} ticket", money(story, clause))


def is_given(story: Story, clause: Clause) -> None:
    """Somebody is given money: more than he had, or all that he has."""
    holder = story.meet(clause.name("a"))
    if (holder, MONEY_ITEM) in story.ledger:
        story.change(holder, money(story, clause), MONEY_ITEM, 1)
    else:
        story.money(holder, money(story, clause))


def priced_per(story: Story, clause: Clause) -> None:
    """ "Apples cost $3 per kg": the price of one kg of apples."""
    item, per = clause.name("x"), normal(clause.text("p"))
    if per not in _counted_as(item):
        if not _is_measure(per):
            raise Unclear
        item = f"{per} of {item_text(clause, 'x')}"
    story.price(item, money(story, clause))


def item_text(clause: Clause, slot: str) -> str:
    """The noun in a slot as it is written, without an article."""
    words = clause.text(slot).split(" ")
    return " ".join(words[1:] if words[0] in ("the", "a", "an") else words)


def _is_measure(word: str) -> bool:
    return normal(f"{word} of x") == f"{word} of x" and word in (
        "kg", "gram", "pound", "lb", "ounce", "liter", "litre", "gallon", "pint", "meter", "metre", "yard", "foot", "pack",
        "packet", "box", "bag", "bottle", "dozen",
    )  # fmt: skip


def bundle_priced(story: Story, clause: Clause) -> None:
    """ "The shoes cost $40": one thing with one price."""
    name = story.meet(clause.name("a"))
    if singular(clause.text("a")) == clause.text("a"):
        raise Unclear
    _one_thing(story, name, definite=True)
    story.price(name, money(story, clause))


def priced_too(story: Story, clause: Clause) -> None:
    """ "… and a pear $3": goes on with prices."""
    if not story.priced or story.purchases:
        raise Unclear
    story.price(clause.name("x"), money(story, clause))


def tenders(story: Story, clause: Clause) -> None:
    """One or more notes are handed over."""
    if story.tender or not story.purchases:
        raise Unclear
    number = clause.number("k") if clause.text("k") else Fraction(1)
    story.tender = Key("tender", story.owner)
    story.define(story.tender, number * money(story, clause))


def pays_for_both(story: Story, clause: Clause) -> None:
    """Both things that have prices are bought, and notes handed over."""
    if not story.purchases:
        if len(story.priced) != 2:
            raise Unclear
        story.buy(subject(story, clause), [(Fraction(1), item) for item in story.priced])
    tenders(story, clause)


def spends(story: Story, clause: Clause) -> None:
    """Money goes for something that is not spoken of again."""
    owner = subject(story, clause)
    holder = story.meet(owner) if owner else story.owner
    if (holder, MONEY_ITEM) not in story.ledger or (clause.text("x") and clause.name("x") in story.priced):
        raise Unclear
    story.spend(holder, money(story, clause))


def spends_too(story: Story, clause: Clause) -> None:
    """ "… and $3 on sweets", after money was spent."""
    if not story.ledger.get((story.owner, MONEY_ITEM)):
        raise Unclear
    story.spend(story.owner, money(story, clause))
