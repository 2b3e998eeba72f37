"""What a tale has told: facts, rates and changes of price, and the amounts that follow from them.

A fact says that somebody did something with so many of an item; a rate says how many of an item one of another has. The
amount of an item is the sum of its facts and of its rates, each times how many there are. What is not unique is `Unclear`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Self

from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.story import MINUS, Story, Terms
from solver.topics.stories.word_problems.tales.people import LOOSE_HEADS, People
from solver.topics.stories.word_problems.tales.words import (
    BUY,
    IN,
    NEED,
    OUT,
    SELL,
    STATE,
    STRICT,
    UNITS,
    past,
)
from solver.topics.stories.word_problems.wording import pluralised

# What may be done twice alike.
REPEATED = frozenset("buy spend pay sell give lose eat get find add".split())


@dataclass(frozen=True, slots=True)
class Fact:
    """Somebody (or nobody in particular) has or does something with so many."""

    key: Key
    who: str
    verb: str
    item: str
    when: str = ""
    where: str = ""

    @property
    def sign(self) -> int:
        """What the verb does: 1 adds, -1 takes away, 0 is a state, 3 a goal, 2 nothing of these."""
        if self.verb in STATE:
            return 0
        if self.verb in NEED:
            return 3
        return 1 if self.verb in IN else -1 if self.verb in OUT else 2


@dataclass(frozen=True, slots=True)
class Rating:
    """One of a container has so many of an item."""

    key: Key
    container: str
    item: str
    who: str
    verb: str
    when: str = ""


@dataclass(slots=True)
class Tale(People):
    """A story told by facts and rates."""

    facts: list[Fact] = field(default_factory=list)
    ratings: list[Rating] = field(default_factory=list)
    paid: dict[Key, Key] = field(default_factory=dict)  # what was bought or sold → the money for all of it
    factors: list[tuple[Fraction, str]] = field(default_factory=list)  # discounts, taxes, tips
    parts: dict[Key, tuple[str, Key]] = field(default_factory=dict)  # part → (whole item, whole)
    open: set[Key] = field(default_factory=set)  # facts that were only compared with
    implied: set[Key] = field(default_factory=set)  # facts that were compared with what was not named

    def copy(self) -> Self:
        """An independent copy, to try a reading on."""
        other = People.copy(self)
        for name in ("facts", "ratings", "factors"):
            setattr(other, name, list(getattr(self, name)))
        other.parts, other.implied = dict(self.parts), set(self.implied)
        other.paid, other.open = dict(self.paid), set(self.open)
        return other

    def content(self) -> object:
        """What tells one tale from another."""
        return (
            Story.content(self),
            tuple(self.facts),
            tuple(self.ratings),
            tuple(self.factors),
            self.subject,
        )

    def known_item(self, item: str, who: str) -> str:
        """The only longer name of things that are called `item` now: "packs" of cookies, "buttons" that somebody was compared by."""
        told = list(dict.fromkeys(f.item for f in self.facts))
        longer = [name for name in told if self.covers(item, name)]
        if len(longer) == 1 and not longer[0].startswith(f"{item} of "):
            mine = [
                f for f in self.facts if who and f.who == who and f.item == longer[0] and f.key in self.open
            ]
            longer = longer if mine else []
        return longer[0] if item not in told and len(longer) == 1 else item

    # -- telling -----------------------------------------------------------------------------------

    def called(self, who: str, verb: str, item: str, when: str, where: str) -> str:
        """A label for a fact: "apples of Tom (monday)"."""
        things = "money" if item == MONEY_ITEM else pluralised(item) if item else ""
        owner = " ".join(w.capitalize() if w in self.people else w for w in who.split())
        if not verb or verb in STATE or verb in NEED:
            label = f"{things} of {owner}" if owner else things
        else:
            label = (
                f"{things} that {owner} {past(verb)}"
                if owner
                else f"{things} {past(verb)}"
                if verb
                else things
            )
        return f"{label} ({when})" if when else label

    def tally(self, item: str, label: str) -> Key:
        """A new quantity: so many of an item, or so much money."""
        kind = "amount" if item == MONEY_ITEM else "tally"
        self.serial += 1
        return Key(kind, item, label, self.serial)

    def fact(self, who: str, verb: str, item: str, when: str = "", where: str = "") -> Fact:
        """A new fact; the same state told twice is not understood."""
        if not item:
            raise Unclear
        fact = Fact(self.tally(item, self.called(who, verb, item, when, where)), who, verb, item, when, where)
        for other in self.facts:
            same = (other.who, other.verb, other.item, other.when, other.where)
            if same == (who, verb, item, when, where) and verb not in REPEATED:
                raise Unclear
            if fact.sign == 0 == other.sign and (other.who, other.item) == (who, item) and other.when != when:
                raise Unclear  # what he has at two times is not what he has
        self.facts.append(fact)
        self.item = item if item != MONEY_ITEM else self.item
        self.speak(fact.key)
        return fact

    def rated(self, container: str, item: str, who: str = "", verb: str = "have", when: str = "") -> Rating:
        """A new rate; the same rate twice is not understood."""
        if not container or not item or container == item:
            raise Unclear
        for other in self.ratings:
            if (other.container, other.item, other.who, other.when) == (container, item, who, when):
                raise Unclear
        self.serial += 1
        things = "money" if item == MONEY_ITEM else item
        kind = "price" if item == MONEY_ITEM else "rate"
        key = Key(kind, "" if kind == "price" else things, container, self.serial)
        rating = Rating(key, container, item, who, verb, when)
        self.ratings.append(rating)
        self.speak(key)
        return rating

    # -- amounts -----------------------------------------------------------------------------------

    def total(self, terms: Terms, item: str, label: str) -> Key:
        """A sum as one quantity."""
        if not terms:
            raise Unclear
        if len(terms) == 1 and terms[0][1] == 1:
            return terms[0][0]
        key = self.tally(item, label)
        self.relate([(key, ONE), *((k, -c) for k, c in terms)], given=False)
        return key

    def times(self, count: Key, rate: Key, item: str, label: str) -> Key:
        """So many containers with so many in each, together."""
        key = self.tally(item, label)
        self.products.append((key, count, rate))
        multiply_out(self)
        return key

    def said(self, item: str, who: str = "", when: str = "") -> list[Fact]:
        """The facts about an item (of somebody, at a time)."""
        found = [f for f in self.facts if self.covers(item, f.item) and not self._is_part(f, item)]
        if who:
            found = [f for f in found if f.who == who] or [f for f in found if not f.who]
        if when:
            found = [f for f in found if f.when == when]
        return found

    def _is_part(self, fact: Fact, item: str) -> bool:
        """Whether a fact is of a part of those that a name means: it does not add to them."""
        return fact.key in self.parts and self.covers(item, self.parts[fact.key][0])

    def amount(self, item: str, who: str = "", seen: tuple[str, ...] = ()) -> Terms:
        """How many of an item there are: what was told of it, and what all that has some of it has.

        Raises:
            Unclear: nothing says it, or things were taken away from it.
        """
        if item in seen or len(seen) > 6:
            raise Unclear
        found = self.said(item, who)
        if len({_class(f) for f in found}) > 1:
            raise Unclear
        terms: Terms = [(f.key, ONE) for f in found]
        for rating in self.ratings:
            if self.covers(item, rating.item) and self._is_his(rating, who):
                terms.append((self.product(rating, who, (*seen, item)), ONE))
        if not terms:
            return self._converted(item, who, (*seen, item))
        return terms

    def _is_his(self, rating: Rating, who: str) -> bool:
        """Whether a rate counts for somebody: his own, or that of each of them ("the girls")."""
        if not who or rating.who == who:
            return True
        if any(self.related(who, r.container) for r in self.ratings):
            return self.related(who, rating.container)
        return not rating.who

    def product(self, rating: Rating, who: str = "", seen: tuple[str, ...] = ()) -> Key:
        """All of an item that the containers of a rate have."""
        holder = rating.who or who
        parts = self.amount(rating.container, holder, seen)
        alike = [r for r in self.ratings if r.container == rating.container and r.who == rating.who]
        if len(parts) > 1 and len(alike) > 1:
            raise Unclear  # which of them go with which rate is not said
        count = self.total(parts, rating.container, pluralised(rating.container))
        return self.times(
            count, rating.key, rating.item, self.called(holder, rating.verb, rating.item, rating.when, "")
        )

    def _converted(self, item: str, who: str, seen: tuple[str, ...]) -> Terms:
        """An amount told in another unit: hours as minutes."""
        found: list[tuple[Key, Fraction]] = []
        for (large, small), number in UNITS.items():
            for unit, other, factor in (
                (small, large, Fraction(number)),
                (large, small, Fraction(1, number)),
            ):
                if unit == item and other not in seen and self._is_told(other, who):
                    parts = self.amount(other, who, seen)
                    if len(parts) > 1 and sum(r.container == item for r in self.ratings) > 1:
                        raise Unclear
                    told = self.total(parts, other, pluralised(other))
                    found.append((told, factor))
        told, factor = the_only(found)
        key = self.tally(item, pluralised(item))
        self.relate([(key, ONE), (told, -factor)], given=False)
        return [(key, ONE)]

    def _is_told(self, item: str, who: str) -> bool:
        return bool(self.said(item, who)) or any(
            self.covers(item, r.item) and (not who or r.who in ("", who)) for r in self.ratings
        )

    def balance_of(self, item: str, who: str) -> Terms:
        """What somebody has of an item now: what he had, and got, less what he lost.

        Raises:
            Unclear: he had none, or what he did with it is neither.
        """
        found = [f for f in self.said(item, who) if f.sign != 3]
        if any(f.sign == 2 for f in found) or not any(f.sign in (0, 1) for f in found):
            raise Unclear
        terms: Terms = [(f.key, MINUS if f.sign == -1 else ONE) for f in found]
        for rating in self.ratings:
            if (
                self.covers(item, rating.item)
                and rating.item != MONEY_ITEM
                and (not who or rating.who in ("", who))
            ):
                terms.append((self.product(rating, who, (item,)), ONE))
        return terms

    # -- money -------------------------------------------------------------------------------------

    def price(self, item: str) -> Rating | None:
        """What one of an item costs."""
        found = [r for r in self.ratings if r.item == MONEY_ITEM and r.container == item] or [
            r for r in self.ratings if r.item == MONEY_ITEM and self.related(r.container, item)
        ]
        if len(found) > 1 or found and _measure(found[0].container) not in ("", _measure(item), item):
            raise Unclear  # the price of a kilogram is not that of a piece
        return found[0] if found else None

    def cost_of_fact(self, fact: Fact) -> Key:
        """The money for all that was bought or sold at once."""
        if fact.key in self.paid:
            return self.paid[fact.key]
        price = self.price(fact.item)
        if price is not None:
            return self.times(fact.key, price.key, MONEY_ITEM, f"money for {pluralised(fact.item)}")
        inside = the_only(
            [r for r in self.ratings if self.related(r.container, fact.item) and self.price(r.item)]
        )
        return self.times(
            self.times(fact.key, inside.key, inside.item, pluralised(inside.item)),
            _key(self.price(inside.item)),
            MONEY_ITEM,
            f"money for {pluralised(fact.item)}",
        )

    def deals(self, verbs: Iterable[str], who: str) -> list[Fact]:
        """What somebody bought (or sold)."""
        found = [f for f in self.facts if f.verb in verbs and f.item != MONEY_ITEM]
        priced = {(f.who, f.verb) for f in found if f.verb in STRICT or self._has_cost(f)}
        found = [f for f in found if (f.who, f.verb) in priced]  # of those wanted together all have a price
        return [f for f in found if f.who in (who, "")] if who else found

    def _has_cost(self, fact: Fact) -> bool:
        return fact.key in self.paid or self.price(fact.item) is not None

    def money(self, who: str, *, sign: int) -> Terms:
        """The money that somebody spent (-1) or took in (1)."""
        facts = [f for f in self.said(MONEY_ITEM, who) if f.sign == sign]
        deals = self.deals(BUY if sign < 0 else SELL, who)
        used = {f.key for f in deals}
        if sign < 0 and deals and any(f.verb != "spend" or not f.where for f in facts):
            raise Unclear  # what is paid may be for what was bought
        terms: Terms = [(f.key, ONE) for f in facts]
        terms += [(self.cost_of_fact(f), ONE) for f in deals]
        traded = self.deals(BUY | SELL, "")
        for rating in self.ratings:
            if rating.item != MONEY_ITEM or any(self.related(rating.container, f.item) for f in traded):
                continue
            if any(
                self.related(r.container, f.item) and self.related(r.item, rating.container)
                for f in traded
                for r in self.ratings
            ):
                continue
            if (rating.verb in ("cost", "spend", "pay", "be", "have")) == (sign < 0) and (
                not who or rating.who in ("", who)
            ):
                product = self.product(rating, who)
                if product not in used:
                    terms.append((product, ONE))
        if not terms:
            raise Unclear
        return terms


def _measure(name: str) -> str:
    """The measure by which something is counted: of "kg of apple"."""
    head, of, _ = name.partition(" of ")
    return head if of and head in LOOSE_HEADS else ""


def _class(fact: Fact) -> int:
    """Facts of one class may be added up: a state and what was got are not what was lost or done."""
    return {0: 0, 1: 0, -1: -1, 2: 2, 3: 3}[fact.sign]


def _key(rating: Rating | None) -> Key:
    if rating is None:
        raise Unclear
    return rating.key


def multiply_out(tale: Tale) -> None:
    """Make relations of the products of which a factor is known: one that was told is the coefficient, where there is one."""
    waiting = list(tale.products)
    while waiting:
        left = []
        for total, count, rate in waiting:
            told = [(f, o) for f, o in ((rate, count), (count, rate)) if f in tale.known]
            found = told or [(f, o) for f, o in ((rate, count), (count, rate)) if tale.value(f) is not None]
            if not found:
                left.append((total, count, rate))
                continue
            factor, other = found[0]
            value = tale.value(factor)
            if not value:
                raise Unclear
            if factor in tale.known:
                tale.relate([(total, ONE), (other, -value)])
                tale.settle({factor})
            else:
                tale.relate([(total, ONE), (other, -value)], given=False, after=(factor,))
        if len(left) == len(waiting):
            break
        waiting = left
    tale.products = left if waiting else []
