"""The lines of an English shopping list, each with its price where that is told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE
from solver.topics.stories.word_problems.wording import singular

G.words(
    "same",
    "identical",
    "equal",
    "more",
    "other",
    "such",
    "of these",
    "of the same",
    "new",
    "different",
    "of the",
    "further",
    "additional",
    "extra",
    "similar",
)


ONES: Final = "\0ones"


@G.rule("line", "<n:count> <x:noun> ones", "<n:count> (small|large|big|little) ones")
def _line_ones(n: Fraction, x: str = "") -> Bought | None:
    return Bought(n, f"{x} {ONES}") if x else None


@G.rule("line", "(a|an|one|the) <o:noun> 's <x:noun> (for|at|costing) (<m:M>|<c:compared>)", cost=0.5)
def _line_of_whom(o: str, x: str, m: Amount | None = None, c: Compared | None = None) -> Bought:
    """ "A doll's dress at half that price"."""
    return Bought(ONE, f"{o} {x}", m or c)


_NO_GOODS: Final = frozenset("bill note banknote coin coupon voucher discount prize reward card certificate allowance bonus donation refund salary deposit cheque check loan tip fine grant scholarship profit change".split())  # fmt: skip


@G.rule("line", "<n:count> <m:M> <x:noun>", cost=0.2)
def _line_at(m: Amount, x: str, n: Fraction = ONE) -> Bought | None:
    """ "A $13 puzzle"; "a $50 bill" is money."""
    return None if x.rpartition(" ")[2] in _NO_GOODS else Bought(n, x, m)


@G.rule("line", "<n:count> <x:noun> on (the|a|an) <y:noun>", cost=1.2)
def _line_on(n: Fraction, x: str, y: str) -> Bought:
    """ "3 rides on the roller coaster" are another thing than rides on the carousel."""
    return Bought(n, f"{y} {x}")


@G.rule("line", "<n:count> (<same>)? <x:noun>", "<n:N> <x:noun> more")
def _line(n: Fraction, x: str) -> Bought:
    return Bought(n, x)


@G.rule(
    "line",
    "<n:count> (<same>)? <x:noun> (at|for|costing|priced at|that cost|which cost|that costs|,|, at|, costing|worth)? <m:M> (<each>|(per|a|an|for each|each) <u:noun>)",
    "<n:count> <x:noun> (at|costing|priced at) <m:M>",
    "<n:count> <x:noun> ,? each (of which|of them)? (costing|costs|cost|priced at|for|at) <m:M>",
)
def _line_each(n: Fraction, x: str, m: Amount, u: str = "") -> Bought | None:
    """ "At $2 per box" is the price of one of those that are counted in boxes."""
    return Bought(n, x, m) if not u or u in x.split() or u in ("person", "head") else None


@G.rule(
    "line", "<n:count> <x:noun> (for|worth) (a total of)? <m:M>", "<n:count> <x:noun> (for|at) <m:M> (<all>)"
)
def _line_for(n: Fraction, x: str, m: Amount) -> Bought:
    return Bought(n, x, m, whole=True)


G.words("THAT_COSTS", *(f"{that} {cost}" for that in ("that", "which", ", that", ", which") for cost in ("costs", "cost", "was", "is", "were", "are", "is priced at", "was priced at", "are priced at", "were priced at", "sells for", "sell for", "sold for", "is sold for", "is worth", "is marked at", "comes to")))  # fmt: skip


@G.rule(
    "line",
    "<n:count> <x:noun> <THAT_COSTS> <c:compared>",
    "<n:count> <x:noun> (priced|marked|,)? <c:below>",
    "<n:count> <x:noun> ,? each (of which|of them)? (costing|costs|cost|priced at|for|at|is|was)? <c:compared>",
    "<n:count> <x:noun> (for|at|costing|priced at|which is|that is|which was|that was|that were|which were|that cost|that costs|which cost|which costs|,? which cost|, which is|whose price is|at a price) <c:compared>",
)
def _line_compared(n: Fraction, x: str, c: Compared) -> Bought | None:
    return None if c.item not in ("", MONEY_ITEM) else Bought(n, x, c)


@G.rule(
    "line",
    "(some|the|his|her|a few|several)? <x:noun> (for|priced at|costing|that cost|which cost|worth|at|marked at) <m:M>",
    cost=0.4,
)
def _line_some(x: str, m: Amount) -> Bought:
    """ "Vitamins for $13": all of them together are one thing."""
    return Bought(ONE, x, m)


@G.rule(
    "line",
    "(some|the|his|her)? <x:noun> <THAT_COSTS> <c:compared>",
    "(some|the|his|her)? <x:noun> (for|that cost|costing|priced at|, which cost|which cost|that were|which were) <c:compared>",
    cost=0.5,
)
def _line_some_compared(x: str, c: Compared) -> Bought | None:
    return Bought(ONE, x, c) if c.item in ("", MONEY_ITEM) else None


@G.rule("line", "<n:count> <x:noun> <THAT_COSTS> <m:M>")
def _line_that(n: Fraction, x: str, m: Amount) -> Bought | None:
    return Bought(n, x, m)


@G.rule("line", "<n:count> <x:noun> ,? <c:compared>", cost=0.6)
def _line_dearer(n: Fraction, x: str, c: Compared) -> Bought | None:
    """ "A hat $12 cheaper than the sandals"."""
    return Bought(n, x, c) if c.item == MONEY_ITEM and c.base else None


@G.rule("line", "<n:count> <x:noun> for <y:plural>", cost=0.8)
def _line_for_whom(n: Fraction, x: str, y: str) -> Bought:
    """ "Eight tickets for adults" are adult tickets."""
    return Bought(n, f"{singular(y)} {x}")


@G.rule("line", "<n:N> for <y:plural>", cost=0.8)
def _line_for_others(n: Fraction, y: str) -> Bought:
    """ "… and six for children"."""
    return Bought(n, f"{singular(y)} {ONES}")


@G.rule(
    "lines", "<a:line>", "<a:line> (and|, and|,|, and also|and also|plus|as well as|along with) <b:lines>"
)
def _lines(a: Bought, b: tuple[Bought, ...] = ()) -> tuple[Bought, ...]:
    """A list; "8 small ones" behind "3 large crates" are small crates."""
    head = a.name.rpartition(" ")[2]
    return (a, *(replace(x, name=x.name.replace(ONES, head)) if ONES in x.name else x for x in b))
