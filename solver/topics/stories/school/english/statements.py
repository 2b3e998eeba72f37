"""What a clause says of one quantity; for each of what, when, and in which role a verb puts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.marks import SCALES
from solver.topics.stories.school.english.nouns import Np, Qty
from solver.topics.stories.school.english.things import Entry
from solver.topics.stories.school.english.words import (
    ALTOGETHER,
    BUY,
    DO,
    GAIN,
    GIVE,
    HAVE,
    HOLD,
    JOIN,
    LOSE,
    MOVE,
    NEED,
    WEIGH,
)

_LEFT = frozenset({"left", "over", "remaining"})
# Adverbs that tell how much, not when.
_NO_TIME = frozenset({"left", "now", "total", "together", "altogether", "each", "equally", "over"})
_PACKED = frozenset({"kilo", "litre", "metre", "dozen"})
_TIMED = frozenset({"in", "on", "at", "for", "during", "from", "with", "to", "of", "by"})
_DISTRIBUTING = frozenset({"to", "for", "in", "on", "into"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A quantity with all that its clause says of it.

    `verb` has its particle ("give_away"); `around`: what stands beside the quantity; `lead_per`: "every day" ahead of the clause;
    `role`: where the verb alone does not tell it; `said`: None where no clause says it ("half of the 20 boys": there are 20 boys).
    """

    qty: Qty
    verb: str
    owner: str = ""
    subject: Np | None = None
    said: Said | None = None
    around: Sequence[Item] = ()
    when: frozenset[str] = frozenset()
    lead_per: Np | None = None
    role: str = ""

    @property
    def base(self) -> str:
        """The verb without its particle."""
        return self.verb.partition("_")[0]

    @property
    def modal(self) -> str:
        return self.said.modal if self.said is not None else ""

    @property
    def negated(self) -> bool:
        return self.said is not None and self.said.negated

    @property
    def per(self) -> Np | None:
        """For each of what: "24 in every box", "every day he reads 20"."""
        return per_of(self.around) or self.lead_per

    @property
    def each(self) -> Qty | None:
        """Those who get so many each: "5 sweets to each of the 4 children"."""
        return next(
            (i.qty for i in self.around if i.qty is not None and i.qty.each and i.prep in _DISTRIBUTING), None
        )

    @property
    def adverbs(self) -> set[str]:
        return {i.text for i in self.around if i.kind == "adv"}

    @property
    def together(self) -> bool:
        """ "Altogether they have 48"."""
        said = self.said
        return said is not None and any(i.text in ALTOGETHER for i in (*said.items, *said.leads))

    @property
    def asserted(self) -> bool:
        """Whether it is what came of all before: "now there are 12", "12 are left"."""
        return self._left or self._now

    @property
    def _left(self) -> bool:
        return bool(self.adverbs & _LEFT) or self.base == "remain" or self.role == "left"

    @property
    def _now(self) -> bool:
        if "now" in self.adverbs:
            return True
        said = self.said
        return said is not None and (
            any(i.text == "now" for i in said.leads) or said.joint.endswith("then") and said.there
        )


def verb_with_particle(said: Said) -> str:
    """ "give_away" of "gave away"."""
    return f"{said.verb}_{said.particle}" if said.particle else said.verb


def role_of(verb: str) -> str:
    """What a verb says of its object: there (state), come (gain), gone (lose), done or needed; "take" may be either."""
    base, _, particle = verb.partition("_")
    if verb == "take":
        return "take"
    if verb in LOSE:
        return "lose"
    if verb in JOIN or base in GAIN and not particle:
        return "gain"
    for role, verbs in (
        ("gain", BUY),
        ("state", [*HAVE, "be"]),
        ("lose", GIVE),
        ("need", NEED),
        ("done", DO + MOVE),
        ("state", HOLD + WEIGH),
    ):
        if base in verbs:
            return role
    return ""


def entries_of(items: Sequence[Item]) -> tuple[list[Entry], list[Item]]:
    """The quantities behind a verb, each with what follows it; and what stands before the first."""
    entries: list[Entry] = []
    front: list[Item] = []
    for item in items:
        if item.kind == "qty" and not item.prep and item.qty is not None:
            entries.append(Entry(item.qty))
        else:
            (entries[-1].rest if entries else front).append(item)
    return entries, front


def when_of(items: Sequence[Item]) -> frozenset[str]:
    """The words that tell when: "on Monday", "in the morning", "last week"."""
    found: set[str] = set()
    for item in items:
        if item.kind == "adv" and item.text not in _NO_TIME:
            found |= set(item.text.split())
        if item.kind == "np" and item.np is not None and (not item.prep or item.prep in _TIMED):
            found |= item.np.every
    return frozenset(found)


def per_of(items: Sequence[Item]) -> Np | None:
    """For each of what: "in each box", "per hour", "for one pen", "a kilo"."""
    for item in items:
        np = item.np
        if item.kind != "np" or np is None:
            continue
        if np.quant in ("each", "every") or item.prep == "per" or item.prep == "for" and np.quant == "one":
            return np
        if not item.prep and np.quant in ("a", "an") and (np.noun.head in SCALES or np.noun.head in _PACKED):
            return np
    return None
