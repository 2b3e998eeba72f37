"""What a word problem has told so far: the state of a story, its relations and its names.

A method that cannot place what it is told raises `Unclear` and leaves the decision to the caller. Names are strings in
which a grammar has made equal words equal; a story finds out which of its names a longer or shorter one means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Self, TypeAlias

from solver.topics.stories.word_problems.lexicon import Lexicon
from solver.topics.stories.word_problems.quantities import (
    MONEY_ITEM,
    ONE,
    Group,
    Key,
    Purchase,
    Relation,
    Slot,
    Unclear,
)
from solver.topics.stories.word_problems.solving import reduce

Terms: TypeAlias = list[tuple[Key, Fraction]]
Line: TypeAlias = tuple[Fraction, str]  # how many, of what
MINUS: Final = Fraction(-1)
HE: Final = "\0he"  # pronouns, where a language tells people apart by them
SHE: Final = "\0she"
THEY: Final = "\0they"
PRONOUNS: Final = (None, HE, SHE, THEY)


@dataclass(slots=True)
class Ledger:
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

    def copy(self) -> Self:
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
               given: bool = True, after: tuple[Key, ...] = ()) -> None:  # fmt: skip
        """Add Σ c·q = constant; the same quantity may come more than once.

        `given`: it carries a number of the problem, which has to be used.
        """
        total: dict[Key, Fraction] = {}
        for key, factor in terms:
            total[key] = total.get(key, Fraction(0)) + factor
        total = {k: c for k, c in total.items() if c}
        if not total:
            raise Unclear
        self.relations.append(Relation(total, Fraction(constant), given, after))

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
        """An owner: by name, by a pronoun that tells people apart (`HE`, `SHE`, `THEY`), or (None) the one spoken of last."""
        if name in (HE, SHE):
            if name not in self.bound:
                if self.owner in self.bound.values():
                    raise Unclear  # "Tom gave Ann two. She …": not the one that "he" was
                self.bound[name] = self.owner
            self.owner = self.bound[name]
        elif name == THEY:
            self.owner = self.several()
        elif name is not None:
            self.owner = self.meet(name)
        return self.owner

    def several(self) -> str:
        """Who "they" are. `Story` knows what they have together."""
        raise NotImplementedError

    def whom(self, name: str) -> str:
        """Whom a question asks about, by name or pronoun; the story goes on with whom it was about."""
        return self.who(name) if name in PRONOUNS else self.meet(name)

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
        only = all(self.lexicon.says_nothing(w) for w in known)  # "walk": that part has no other name
        weight = sum(1 / self.vocabulary[w] for w in common if only or not self.lexicon.says_nothing(w))
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


def _copied(group: Group) -> Group:
    other = copy(group)
    other.members = list(group.members)
    return other


def scaled(terms: Iterable[tuple[Key, Fraction]], factor: Fraction) -> Terms:
    """`factor` times a sum."""
    return [(key, c * factor) for key, c in terms]
