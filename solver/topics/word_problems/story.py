"""What a word problem has told so far: names, quantities, and linear relations between them, in no language.

Meanings of clauses call these methods. A method that cannot place what it is told raises `Unclear` and leaves the
decision to the caller. Names are strings in which a grammar has made equal words equal; a story finds out which of its
names a longer or shorter one means. What is asked stands in `questions`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Protocol, TypeAlias

from solver.topics.word_problems.quantities import (
    BUNDLE,
    MONEY_ITEM,
    ONE,
    Group,
    Key,
    Purchase,
    Relation,
    Slot,
    Unclear,
)
from solver.topics.word_problems.solving import reduce

Terms: TypeAlias = list[tuple[Key, Fraction]]
Line: TypeAlias = tuple[Fraction, str]  # how many, of what
MINUS: Final = Fraction(-1)
HE: Final = "\0he"  # pronouns, where a language tells people apart by them
SHE: Final = "\0she"


class Lexicon(Protocol):
    """What a story has to know of the words of a language; a module of functions."""

    def words_of(self, name: str) -> frozenset[str]:
        """The words of a name that tell it from other names."""
        ...

    def is_collective(self, name: str) -> bool:
        """Whether a name is for things of many names: "animals"."""
        ...

    def common(self, container: str, item: str) -> int | None:
        """How many of an item everybody knows a thing to have: legs of a hen."""
        ...

    def opposite(self, name: str) -> str | None:
        """The other half of a class, an audience: "boys" of "girls"."""
        ...

    def is_content(self, name: str, container: str) -> bool:
        """Whether the first name is what the second one holds: "pens", "a box of pens"."""
        ...

    def is_measure(self, word: str) -> bool:
        """Whether a word is a unit of measure."""
        ...

    def says_nothing(self, word: str) -> bool:
        """Whether a word of a question does not tell what is asked for: "how many boys attend"."""
        ...


@dataclass(slots=True)
class Story:
    """Everything told so far. `vocabulary` counts the words of the whole text; `people` are names written like a person's."""

    lexicon: Lexicon
    vocabulary: Counter[str]
    people: frozenset[str] = frozenset()
    relations: list[Relation] = field(default_factory=list)
    known: set[Key] = field(default_factory=set)  # told by a number
    heard: list[str] = field(default_factory=list)
    ledger: dict[Slot, int] = field(default_factory=dict)  # (owner, item) → changes so far
    units: dict[str, str] = field(default_factory=dict)
    currency: set[str] = field(default_factory=set)
    priced: list[str] = field(default_factory=list)
    rates: dict[tuple[str, str], Key] = field(default_factory=dict)  # (container, item) → how many in one
    totals: dict[str, Key] = field(default_factory=dict)  # item → all of it that the containers have
    products: list[tuple[Key, Key, Key]] = field(
        default_factory=list
    )  # (total, count, rate): total = count · rate
    per: dict[tuple[str, str], Key] = field(default_factory=dict)  # (container, item) → rates of products
    purchases: list[Purchase] = field(default_factory=list)
    incomes: list[Key] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    away: dict[Key, list[Key]] = field(default_factory=dict)  # whole → parts that went away
    owner: str = ""  # spoken of last
    bound: dict[str, str] = field(default_factory=dict)  # pronoun → whom it means
    ranges: dict[Key, tuple[int, int]] = field(default_factory=dict)  # values that a quantity can have
    item: str = ""
    last: Key | None = None
    told: list[Key] = field(default_factory=list)  # in the order of the text
    tender: Key | None = None
    asked: list[Key] = field(default_factory=list)
    serial: int = 0

    def words(self, name: str) -> frozenset[str]:
        """The words of a name that tell it from other names."""
        return self.lexicon.words_of(name)

    def copy(self) -> Story:
        """An independent copy, to try a reading on."""
        other = copy(self)
        for name in ("relations", "heard", "priced", "purchases", "incomes", "told", "asked", "products"):
            setattr(other, name, list(getattr(self, name)))
        for name in ("ledger", "units", "rates", "totals", "per", "bound", "ranges"):
            setattr(other, name, dict(getattr(self, name)))
        other.known, other.currency = set(self.known), set(self.currency)
        other.groups = [_copied(group) for group in self.groups]
        other.away = {whole: list(parts) for whole, parts in self.away.items()}
        return other

    # -- relations ---------------------------------------------------------------------------------

    def relate(self, terms: Iterable[tuple[Key, Fraction | int]], constant: Fraction | int = 0, *,
               given: bool = True) -> None:  # fmt: skip
        """Add Σ c·q = constant; the same quantity may come more than once.

        `given`: it carries a number of the problem, which has to be used.
        """
        total: dict[Key, Fraction] = {}
        for key, factor in terms:
            total[key] = total.get(key, Fraction(0)) + factor
        total = {k: c for k, c in total.items() if c}
        if not total:
            raise Unclear
        self.relations.append(Relation(total, Fraction(constant), given))

    def define(self, key: Key, value: Fraction) -> None:
        """`key` has this value; said twice is not understood (it may be another time or another thing)."""
        if key in self.known:
            raise Unclear
        self.known.add(key)
        self.relate([(self.speak(key), ONE)], value)

    def equate(self, left: Terms, right: Terms, plus: Fraction = Fraction(0)) -> None:
        """left = right + plus."""
        if {k for k, _ in left} & {k for k, _ in right}:
            raise Unclear
        self.relate(
            [*left, *scaled(right, MINUS)],
            plus,
            given=bool(plus) or any(abs(c) != 1 for _, c in [*left, *right]),
        )
        self.speak(left[0][0])

    def speak(self, key: Key) -> Key:
        """`key`, now the quantity spoken of last."""
        self.last = key
        if key not in self.told:
            self.told.append(key)
        return key

    def value(self, key: Key) -> Fraction | None:
        """What a quantity is, where that follows already."""
        return reduce(self.relations)[0].get(key)

    def fresh(self, kind: str, owner: str = "", item: str = "") -> Key:
        """A new quantity of a kind of which there may be several."""
        self.serial += 1
        return Key(kind, owner, item, self.serial)

    # -- names -------------------------------------------------------------------------------------

    def meet(self, name: str) -> str:
        """The name under which `name` is known: one known name that is `name` with more words; else `name`, now known."""
        if name in self.heard or not name:
            return name
        said = self.words(name)
        same = [known for known in self.heard if self.words(known) == said]
        longer = same or [known for known in self.heard if said and said < self.words(known)]
        if len(longer) == 1:
            return longer[0]
        self.heard.append(name)
        return name

    def who(self, name: str | None) -> str:
        """An owner: by name, by a pronoun that tells people apart (`HE`, `SHE`), or (None) the one spoken of last."""
        if name in (HE, SHE):
            if name not in self.bound:
                if self.owner in self.bound.values():
                    raise Unclear  # "Tom gave Ann two. She …": not the one that "he" was
                self.bound[name] = self.owner
            self.owner = self.bound[name]
        elif name is not None:
            self.owner = self.meet(name)
        return self.owner

    def whom(self, name: str) -> str:
        """Whom a question asks about, by name or pronoun; the story goes on with whom it was about."""
        return self.who(name) if name in (HE, SHE) else self.meet(name)

    def note_unit(self, item: str, unit: str) -> None:
        """An item is counted in this unit; two different units are two different quantities."""
        if unit and self.units.setdefault(item, unit) != unit:
            raise Unclear

    def best(self, said: frozenset[str], keys: Iterable[Key]) -> Key:
        """The quantity that these words of a question mean.

        Raises:
            Unclear: none, or several fit equally well, or a word has not been heard in the problem.
        """
        keys = list(dict.fromkeys(keys))
        said = frozenset(w for w in said if self.vocabulary[w] > 1 or not self.lexicon.says_nothing(w))
        if not said or any(self.vocabulary[word] < 2 for word in said):
            raise Unclear
        fits = sorted(((self._fit(said, key), i) for i, key in enumerate(keys)), reverse=True)
        if not fits or fits[0][0] <= 0 or len(fits) > 1 and fits[1][0] > fits[0][0] - 1e-9:
            raise Unclear
        return keys[fits[0][1]]

    def words_for(self, key: Key) -> frozenset[str]:
        """The words that tell a quantity from others: of what it is, and whose."""
        return self.words(key.owner) | (self.words(key.item) if key.item != MONEY_ITEM else frozenset())

    def _fit(self, said: frozenset[str], key: Key) -> float:
        """Words in common count for more the rarer they are; words that were not said count a little against it."""
        known = self.words_for(key)
        common = said & known
        if not common:
            return 0.0
        weight = sum(1 / self.vocabulary[w] for w in common if not self.lexicon.says_nothing(w))
        if not weight:
            return 0.0
        whole = any(words and words <= said for words in (self.words(key.item), self.words(key.owner)))
        return weight - 0.01 * len(known - said) + (0.5 if whole else 0.0)

    def content(self) -> object:
        """What tells one story from another."""
        relations = tuple((tuple(r.terms.items()), r.constant, r.given) for r in self.relations)
        groups = tuple((g.whole, tuple(g.members), g.closed, g.expected) for g in self.groups)
        state = (tuple(self.ledger.items()), tuple(self.totals), tuple(self.products), tuple(self.per))
        return relations, groups, state, self.last, self.owner, self.item

    # -- having, getting, giving -------------------------------------------------------------------

    def balance(self, slot: Slot) -> Key:
        """What is in a slot now."""
        kind = "money" if slot[1] == MONEY_ITEM else "count"
        return Key(kind, slot[0], slot[1], self.ledger.setdefault(slot, 0))

    def slot(self, item: str, owner: str | None = "", *, create: bool = True) -> Slot:
        """The slot for things of this name: those that `owner` has (None: who was spoken of last), or any ("")."""
        item = self.meet(item)
        holder = self.who(owner) if owner != "" else ""
        for group in self.groups if not holder else ():
            if (key := self.part(group, item)) is not None:
                return key.owner, key.item
        slots = [s for s in self.ledger if (s[1] == MONEY_ITEM) == (item == MONEY_ITEM)]
        if holder:
            found = [s for s in slots if s == (holder, item)] or [
                s for s in slots if s in (("", item), (item, holder))
            ]
        else:
            found = [s for s in slots if s[1] == item] or [s for s in slots if s[0] == item]
        if len(found) > 1 and not holder:
            found = [s for s in found if s == ("", item)]
            if not found:
                raise Unclear
        if not found and not create:
            raise Unclear
        return found[0] if found else (holder, item)

    def count(self, item: str, owner: str | None = "") -> Key:
        """How many there are of `item` (that `owner` has), as things stand."""
        return self.speak(self.balance(self.slot(item, owner)))

    def has(self, owner: str | None, number: Fraction, item: str, unit: str = "") -> None:
        """Somebody (or some place, or nobody in particular: "") has so many of an item."""
        slot = (self.who(owner), self.meet(item)) if owner != "" else self.slot(item)
        self.note_unit(slot[1], unit)
        if item != MONEY_ITEM:
            self.item = slot[1]
        self.define(self.balance(slot), number)

    def change(self, slot: Slot, amount: Fraction | Key, sign: int) -> Key:
        """So many come into a slot (sign 1) or leave it (sign -1); what is in it afterwards."""
        before = self.balance(slot)
        self.ledger[slot] += 1
        after = self.balance(slot)
        if isinstance(amount, Key):
            self.relate([(after, 1), (before, -1), (amount, -sign)], given=False)
        else:
            self.relate([(after, 1), (before, -1)], sign * amount)
        return self.speak(after)

    # -- prices, rates, purchases ------------------------------------------------------------------

    def rate(self, container: str, item: str = MONEY_ITEM) -> Key:
        """How many `item` one `container` has; with money, what one costs."""
        container, item = self.meet(container), self.meet(item)
        if item != MONEY_ITEM:
            return self.speak(self.rates.setdefault((container, item), Key("rate", item, container)))
        if container not in self.priced:
            self.priced.append(container)
        self.item = container
        return self.speak(Key("price", "", container))

    def cost_terms(self, lines: Sequence[Line], item: str = MONEY_ITEM) -> Terms:
        """What so many of these cost (or have of `item`) together."""
        for number, name in lines:
            met = self.meet(name)
            if number != 1 and (self.units.get(met) == BUNDLE or self.lexicon.is_content(name, met)):
                raise Unclear  # "the pens cost $6", "a box of pens costs $6": not one of them
        return [(self.rate(name, item), number) for number, name in lines]

    def costs(self, lines: Sequence[Line], amount: Fraction, item: str = MONEY_ITEM) -> None:
        """So many of these cost this much (or have so many of `item`) together."""
        if any(not number for number, _ in lines):
            raise Unclear
        if len(lines) == 1:
            self.define(self.rate(lines[0][1], item), amount / lines[0][0])
        else:
            self.relate(self.cost_terms(lines, item), amount)

    def buy(
        self,
        owner: str | None,
        lines: Sequence[Line],
        amount: Fraction | None = None,
        *,
        planned: bool = False,
    ) -> None:
        """Somebody buys these; what is spent comes off the money that he has."""
        holder = self.who(owner)
        cost = self.fresh("cost", holder)
        terms = self.cost_terms(lines)
        self.relate([(cost, ONE), *scaled(terms, MINUS)], given=any(n != 1 for n, _ in lines))
        self.purchases.append(Purchase(holder, tuple((n, self.meet(i)) for n, i in lines), cost, planned))
        self.change((holder, MONEY_ITEM), cost, -1)
        if amount is not None:
            self.define(cost, amount)

    def spend(self, owner: str | None, amount: Fraction | None, what: str = "") -> Key:
        """Money is spent (on something); the amount is a quantity of its own."""
        holder = self.who(owner)
        cost = self.fresh("cost", holder, what and self.meet(what))
        self.purchases.append(Purchase(holder, (), cost))
        self.change((holder, MONEY_ITEM), cost, -1)
        if amount is not None:
            self.define(cost, amount)
        return self.speak(cost)

    # -- wholes and parts --------------------------------------------------------------------------

    def group(self, whole: Key, parts: Sequence[str] = (), *, by_owner: bool = False) -> Group:
        """`whole` is made of these parts (none named: they come later)."""
        known = [g for g in self.groups if g.whole == whole]
        if known and known[0].members:
            raise Unclear
        noun = MONEY_ITEM if whole.kind == "cost" else whole.item
        group = known[0] if known else Group(whole, noun, whole.owner, by_owner=by_owner)
        if not known:
            self.groups.append(group)
        for part in parts:
            self.member(group, part)
        if parts:
            self.close(group)
        return group

    def only_group(self) -> Group:
        """The whole of which parts are told; what was counted last becomes one where there is none."""
        if self.groups:
            return self.groups[-1]
        counted = [
            k
            for k in self.told
            if k.kind in ("count", "money", "whole") or k.kind == "cost" and k in self.known
        ]
        if not counted or counted[-1] not in self.known and len(counted) > 1:
            raise Unclear
        return self.group(counted[-1])

    def part(self, group: Group, name: str) -> Key | None:
        """The part of a whole that has this name, None where it has none so far."""
        name = self.meet(name)
        noun = self.words(group.noun)
        said = self.words(name) - noun or self.words(name)
        for member in group.members:
            own = self.words(member.owner if group.by_owner else member.item)
            if own == self.words(name) or own - noun == said:
                return member
        return None

    def member(self, group: Group, name: str) -> Key:
        """A part of a whole, which it now is if it was not."""
        key = self.part(group, name)
        if key is None:
            if group.closed:
                raise Unclear
            name = self.meet(name)
            slot = (
                (name, group.noun)
                if group.by_owner
                else (group.owner if (group.owner, name) in self.ledger else "", name)
            )
            key = self.balance(slot)
            if key == group.whole:
                raise Unclear
            group.members.append(key)
        return self.speak(key)

    def close(self, group: Group) -> None:
        """There are no other parts."""
        if group.closed or len(set(group.members)) < 2 or group.expected not in (None, len(group.members)):
            raise Unclear
        group.closed = True
        self.relate([(group.whole, 1), *((m, -1) for m in group.members)], given=False)

    def left_over(self, group: Group) -> Terms:
        """What the parts told so far leave of the whole."""
        if not group.members or group.closed:
            raise Unclear
        return [(group.whole, ONE), *((m, MINUS) for m in group.members)]

    def share(self, group: Group, name: str, fraction: Fraction, base: Terms | None = None) -> Key:
        """A part is this fraction of the whole (or of `base`)."""
        part_of_part = base is not None and all(k in group.members for k, _ in base)
        base = [(group.whole, ONE)] if base is None else base
        key = self.balance(("", self.meet(name))) if part_of_part else self.member(group, name)
        if any(k == key for k, _ in base):
            raise Unclear
        group.shared = True
        self.relate([(key, 1), *scaled(base, -fraction)])
        return self.speak(key)

    def rest(self, group: Group, names: Sequence[str]) -> list[Key]:
        """These are all that is left of the whole."""
        before = list(group.members)
        keys = [self.member(group, name) for name in names]
        if not group.closed:
            if not before or set(keys) & set(before):
                raise Unclear
            self.close(group)
        return keys

    def ratio(self, keys: Sequence[Key], parts: Sequence[Fraction]) -> None:
        """Quantities are in this ratio."""
        if len(keys) != len(parts) or len(set(keys)) != len(keys) or min(parts) <= 0:
            raise Unclear
        unit = self.fresh("part")
        for key, count in zip(keys, parts, strict=True):
            self.relate([(self.speak(key), 1), (unit, -count)])

    def settle(self, keys: set[Key]) -> None:
        """The numbers of these quantities are used by another relation."""
        self.relations = [
            Relation(r.terms, r.constant, r.given and not (len(r.terms) == 1 and set(r.terms) <= keys))
            for r in self.relations
        ]

    # -- questions ---------------------------------------------------------------------------------

    def ask(self, *keys: Key) -> None:
        """These quantities are asked for, in this order."""
        self.asked += [key for key in keys if key not in self.asked]

    def ask_sum(self, kind: str, terms: Terms) -> None:
        """A quantity that is made of others is asked for: a sum, a difference."""
        if not terms:
            raise Unclear
        if len(terms) == 1 and terms[0][1] == 1:
            self.ask(terms[0][0])
            return
        key = self.fresh(kind)
        self.relate([(key, ONE), *scaled(terms, MINUS)], given=any(abs(c) != 1 for _, c in terms))
        self.ask(key)


def _copied(group: Group) -> Group:
    other = copy(group)
    other.members = list(group.members)
    return other


def scaled(terms: Iterable[tuple[Key, Fraction]], factor: Fraction) -> Terms:
    """`factor` times a sum."""
    return [(key, c * factor) for key, c in terms]
