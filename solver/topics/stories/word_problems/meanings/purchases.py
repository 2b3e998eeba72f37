"""What clauses mean about prices, buying, selling and paying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from solver.topics.stories.word_problems.meanings.amounts import is_compared, note
from solver.topics.stories.word_problems.meanings.things import Amount, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.story import MINUS, Line, Story, Terms, scaled


@dataclass(frozen=True, slots=True)
class Bought:
    """A line of a purchase: so many, of what, and what one (or all, `whole`) of them costs, where that is said."""

    number: Fraction
    name: str
    price: Amount | Compared | None = None
    whole: bool = False
    told: tuple[Meaning, ...] = ()


def costs(lines: Sequence[Line], amount: Amount) -> Meaning:
    """So many of these cost (or hold, weigh, carry …) so much together."""

    def tell(story: Story) -> None:
        note(story, amount)
        story.costs(lines, amount.number, amount.item)

    return tell


def buys(
    owner: str | None, lines: Sequence[Bought], amount: Amount | None = None, *, planned: bool = False
) -> Meaning:
    """Somebody buys these, for so much in all where that is said."""

    def tell(story: Story) -> None:
        if amount is not None:
            note(story, amount)
        for line in lines:
            for meaning in line.told:
                meaning(story)
            if line.price is not None:
                if (
                    isinstance(line.price, Compared)
                    and (not line.price.base or line.price.base[0].role == "that")
                    and any(x.number != 1 for x in lines)
                ):
                    raise Unclear  # "3 dresses for $36 and a skirt for half that price": of one, or of all?
                if isinstance(line.price, Compared) and _than_several(story, line.price, lines):
                    raise Unclear  # "2 kg of apples … and a melon that cost $2 less than the apples"
                line_price(story, line if len(lines) > 1 else _than_the_other(story, line))
        story.buy(
            owner,
            [(line.number, line.name) for line in lines],
            amount.number if amount else None,
            planned=planned,
        )

    return tell


def _than_the_other(story: Story, line: Bought) -> Bought:
    """ "The belt she chose cost $43 less": than the only thing that has a price so far."""
    price = line.price
    if not isinstance(price, Compared) or price.base or len(story.priced) != 1 or not story.purchases:
        return line
    return replace(line, price=replace(price, base=(Thing(story.priced[0], kind="price"),)))


def _than_several(story: Story, price: Compared, lines: Sequence[Bought]) -> bool:
    """Whether a price is compared with that of several things together, not of one of them."""
    several = {story.meet(line.name) for line in lines if line.number != 1}
    plural = [t.name for t in price.base if getattr(t.name, "plural", False) and t.number == 1]
    return any(story.meet(name) in several for name in plural)


def buys_new(owner: str | None, line: Bought, *, planned: bool = False) -> Meaning:
    """Somebody buys a thing of which nobody said before that it was bought."""

    def tell(story: Story) -> None:
        name = story.meet(line.name)
        if any(name == p.cost.item or name in (item for _, item in p.lines) for p in story.purchases):
            raise Unclear
        buys(owner, [line], planned=planned)(story)

    return tell


def line_price(story: Story, line: Bought) -> None:
    """Tell the price that a line of a purchase names."""
    if isinstance(line.price, Amount):
        note(story, line.price)
        story.costs([(line.number if line.whole else ONE, line.name)], line.price.number)
    elif line.price is not None and (spent := _cost_of_base(story, line.price)) is not None:
        note(story, Amount(ONE, line.price.item, line.price.unit))
        story.equate([(story.rate(line.name), ONE)], [(spent, line.price.times)], line.price.plus)
    elif line.price is not None:
        is_compared([Thing(line.name, kind="price")], line.price, "price")(story)


def _cost_of_base(story: Story, price: Amount | Compared) -> Key | None:
    """What was spent on the thing that a price is compared with, where that and not its price was told."""
    if (
        not isinstance(price, Compared)
        or len(price.base) != 1
        or price.base[0].role
        or price.base[0].number != 1
    ):
        return None
    name = story.meet(price.base[0].name)
    found = [p.cost for p in story.purchases if p.cost.item == name]
    return found[0] if len(found) == 1 and name not in story.priced else None


def spends(owner: str | None, amount: Amount, what: str = "") -> Meaning:
    """Somebody spends so much (on something)."""

    def tell(story: Story) -> None:
        note(story, amount)
        last = story.purchases[-1] if story.purchases else None
        if (
            not what
            and last is not None
            and last.lines
            and last.cost not in story.known
            and last.owner == story.who(owner)
        ):
            story.define(last.cost, amount.number)
        else:
            story.spend(owner, amount.number, what)

    return tell


def spends_compared(owner: str | None, compared: Compared, what: str = "") -> Meaning:
    """Somebody spends times · what was spent before + plus."""

    def tell(story: Story) -> None:
        before = story.last
        if before is None or before.kind not in ("cost", "money", "price"):
            raise Unclear
        if not compared.base and len(story.purchases) > 1:
            raise Unclear  # "$7 on rides, $5 on food and twice as much on games": as on food, or as on both?
        key = story.spend(owner, None, what)
        right = _spent_on(story, compared.base) if compared.base else [(before, ONE)]
        story.equate([(key, ONE)], scaled(right, compared.times), compared.plus)

    return tell


def _spent_on(story: Story, base: Sequence[Thing]) -> Terms:
    terms: Terms = []
    for thing in base:
        if thing.role == "that" and story.last is not None:
            spent = [p.cost for p in story.purchases[:-1]]
            terms.append((spent[-1], thing.number) if spent else (story.last, thing.number))
            continue
        name = story.meet(thing.name)
        found = [p.cost for p in story.purchases[:-1] if p.cost.item == name or p.owner == name]
        terms.append((the_only(found), thing.number))
    return terms


def pays_for_last(amount: Amount) -> Meaning:
    """What was bought last cost so much."""

    def tell(story: Story) -> None:
        note(story, amount)
        if not story.purchases:
            raise Unclear
        story.define(story.purchases[-1].cost, amount.number)

    return tell


def tenders(amount: Amount, owner: str | None = None) -> Meaning:
    """So much is handed over; change is due."""

    def tell(story: Story) -> None:
        note(story, amount)
        if story.tender is not None:
            raise Unclear
        story.who(owner)
        story.tender = story.fresh("tender")
        story.define(story.tender, amount.number)

    return tell


def gets_change(amount: Amount) -> Meaning:
    """So much comes back from what was handed over."""

    def tell(story: Story) -> None:
        note(story, amount)
        if len(story.purchases) != 1:
            raise Unclear
        first = story.tender or Key("money", story.purchases[0].owner, MONEY_ITEM, 0)
        if story.tender is None and first not in story.known:
            raise Unclear
        story.relate([(first, ONE), (story.purchases[0].cost, MINUS)], amount.number)

    return tell


def spends_in_all(amount: Amount) -> Meaning:
    """All purchases together cost so much."""

    def tell(story: Story) -> None:
        note(story, amount)
        if len(story.purchases) < 2 or len({p.owner for p in story.purchases if p.owner}) > 1:
            raise Unclear
        story.relate([(p.cost, ONE) for p in story.purchases], amount.number)

    return tell


def takes_in(amount: Amount) -> Meaning:
    """All that was sold brought in so much."""

    def tell(story: Story) -> None:
        note(story, amount)
        if MONEY_ITEM in story.totals:
            raise Unclear
        story.totals[MONEY_ITEM] = story.fresh("value")
        story.define(story.totals[MONEY_ITEM], amount.number)

    return tell


def sells(owner: str | None, lines: Sequence[Bought], amount: Amount | None = None) -> Meaning:
    """Somebody sells these; what he takes in is added to the money that he has."""

    def tell(story: Story) -> None:
        for line in lines:
            if line.price is not None:
                line_price(story, line)
        holder = story.who(owner)
        income = story.fresh("income", holder)
        story.relate([(income, ONE), *scaled(story.cost_terms([(x.number, x.name) for x in lines]), MINUS)])
        story.incomes.append(income)
        story.change((holder, MONEY_ITEM), income, 1)
        if amount is not None:
            note(story, amount)
            story.define(income, amount.number)

    return tell


def sells_bought(
    owner: str | None, *, each: Amount | None = None, total: Amount | None = None, together: bool = False
) -> Meaning:
    """Somebody sells what he bought last, for so much each or for so much: another price than he paid."""

    def tell(story: Story) -> None:
        holder = story.who(owner)
        bought = [p for p in story.purchases if p.lines and p.owner == holder]
        if len(bought) != 1 or len(bought[0].lines) != 1 or story.incomes:
            raise Unclear
        number, name = bought[0].lines[0]
        income = story.fresh("income", holder)
        if each is not None:
            note(story, each)
            price = Key("sale", "", name)
            story.define(price, each.number)
            story.relate([(income, ONE), (price, -number)])
        elif total is not None:
            note(story, total)
            if number != 1 and not together:
                raise Unclear  # "sold them for $5": each, or all?
            story.define(income, total.number)
        story.incomes.append(income)
        story.change((holder, MONEY_ITEM), income, 1)

    return tell


def buys_priced(owner: str | None, lines: Sequence[Bought]) -> Meaning:
    """Somebody pays for these, whose prices have all been told."""

    def tell(story: Story) -> None:
        if any(line.price is None and story.meet(line.name) not in story.priced for line in lines):
            raise Unclear
        buys(owner, lines)(story)

    return tell


def each_has(container: str, amount: Amount, *, sign: int = 1) -> Meaning:
    """Each of these has (costs, holds, is worth) so many."""

    def tell(story: Story) -> None:
        note(story, amount)
        if amount.money and container in story.people:
            raise Unclear  # "Ann has $20": that is no price of hers
        usual = story.lexicon.common(container, "cent")
        if (
            amount.money
            and usual is not None
            and usual != amount.number * (100 if amount.unit == "dollar" else 1)
        ):
            raise Unclear  # dimes of 30 cents
        item = amount.item or (
            story.last.owner if story.last is not None and story.last.kind == "rate" else ""
        )
        if not item:
            raise Unclear
        story.define(story.rate(container, item), sign * amount.number)

    return tell
