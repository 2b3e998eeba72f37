"""What a story of shopping has told: prices by what they are for, how often each was bought, amounts of money."""

from __future__ import annotations

from dataclasses import dataclass, field

from solver.topics.stories.school.english.methods.shopping_words import BEFORE_NAMES
from solver.topics.stories.school.english.sheet import Ledger
from solver.topics.stories.school.working import Term, Unfit, Working
from solver.topics.stories.word_problems.wording import singular


@dataclass
class Store(Ledger):
    """What was told: prices by what they are for, how often each was bought, the amounts of money."""

    work: Working
    prices: dict[str, Term] = field(default_factory=dict)
    relations: list[tuple[str, str, int, Term]] = field(default_factory=list)
    counts: dict[str, Term] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    money: dict[str, Term] = field(default_factory=dict)
    both: bool = False
    pending: list[list[str]] = field(default_factory=list)  # what is bought and may get its price later
    bought: list[str] = field(default_factory=list)

    def name(self, said: str) -> str:
        """The name under which a thing is known: its last words without what stands in front."""
        words = said.split()
        for at in range(len(words) - 1, -1, -1):
            if words[at] in BEFORE_NAMES:
                words = words[at + 1 :]
                break
        if not words or len(words) > 3:
            raise Unfit
        name = plain_name(words)
        same = [n for n in self.order if n == name] or [
            n for n in self.order if n.endswith(f" {name}") or name.endswith(f" {n}")
        ]
        if len(same) > 1:
            raise Unfit
        if not same:
            self.order.append(name)
        return same[0] if same else name

    def set(self, kind: str, amount: Term) -> None:
        """An amount of money that is told once."""
        if kind in self.money:
            raise Unfit
        self.money[kind] = amount

    def price(self, name: str) -> Term:
        """What one of a thing costs."""
        for _ in range(6):
            if name in self.prices:
                return self.prices[name]
            for x, y, sign, by in self.relations:
                for one, other, up in ((x, y, True), (y, x, False)):
                    if one not in self.prices and other in self.prices:
                        self.prices[one] = self._compared(one, self.prices[other], sign, by, up=up)
        raise Unfit

    def _compared(self, name: str, base: Term, sign: int, by: Term, *, up: bool) -> Term:
        """One price from the other; `sign` 0: a multiple."""
        made = base * by if up else base / by
        if sign:
            made = base + by if (sign > 0) == up else base - by
        return self.work.step(f"what the {name} costs", made, self.made.currency)


def plain_name(words: list[str]) -> str:
    """ "children's tickets" as "child ticket"."""
    return " ".join(_singular(word.removesuffix("'s").removesuffix("'")) for word in words)


def _singular(word: str) -> str:
    return {"children": "child", "men": "man", "women": "woman"}.get(word, singular(word))
