"""English clauses about pay by the hour, money saved by the week, packs with so many in each, and discounts."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.english.asking import Who, owner_of
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.english.subjects import speaks_of
from solver.topics.stories.word_problems.meanings import Amount, Bought, Meaning, Thing
from solver.topics.stories.word_problems.quantities import ONE
from solver.topics.stories.word_problems.reading import Question

G.words("EARN", "earns", "earn", "earned", "makes", "make", "made", "gets", "got", "receives", "received", "is paid", "are paid", "was paid", "gets paid", "got paid", "charges", "charged", "saves", "saved", "save", "puts aside", "put aside")  # fmt: skip
G.words("WORK", "works", "worked", "work", "babysits", "babysat", "tutors", "tutored", "is working", "mows", "mowed", "washes", "washed", "cleans", "cleaned", "delivers", "delivered", "walks", "walked", "types", "typed", "has worked", "worked for", "works for", "taught", "teaches")  # fmt: skip
G.words("A_UNIT", "an", "a", "per", "each", "every", "for each", "for every", "for one")


@G.rule(
    "core",
    "<a:who>? <EARN> <m:M> (for each|for every|per|each|every) <u:noun> (that)? (he|she|they|i|it) (<ANY_form>|<noun>)",
    "<a:who>? <EARN> <m:M> <A_UNIT> <u:noun> (for <ing> (<noun>)?|by <ing> (<noun>)?|of work|worked|of <noun>)?",
    "<a:noun> 's (hourly|daily|weekly)? (wage|pay|rate|salary) is <m:M> <A_UNIT> <u:noun>",
    cost=-0.2,
)
def _pay(m: Amount, u: str, a: Who | str | None = None) -> Meaning:
    who: Who = a if isinstance(a, tuple) else (a,)
    return say.telling(speaks_of(who), say.is_amount([Thing(u, kind="price")], m, "price"))


@G.rule(
    "core",
    "<a:who>? <WORK> (for)? (a total of|exactly)? <n:N> <u:noun>",
    "<n:N> <u:noun>",
    cost=0.2,
)
def _works(n: Fraction, u: str, a: Who | None = None) -> Meaning:
    return say.earns(owner_of(a), [Bought(n, u)])


@G.rule(
    "core",
    "<a:who>? <WORK> (for)? <n:N> <u:noun> (<adjunct>)? (at|for) <m:M> <A_UNIT> <v:noun>",
    "<a:who>? <EARN> <m:M> <A_UNIT> <v:noun> (for|over|during) <n:N> <u:noun>",
    cost=-0.3,
)
def _earns(n: Fraction, u: str, m: Amount, v: str, a: Who | None = None) -> Meaning | None:
    return say.earns(owner_of(a), [Bought(n, u, m)]) if u == v else None


@G.rule(
    "question",
    "<how_much> (<did>|will|would) <a:who> (earn|make|get paid|be paid|get|save|have saved|receive|have) (<all>)? (for|in|by working|after|if <who> <WORK>|when <who> <WORK>|for working|over|during) (working)? <n:N> <u:noun> (of work)?",
    cost=-0.3,
)
def _earned_in(n: Fraction, u: str, a: Who | None = None) -> Question:
    return ask.cost_of([Thing(u, number=n)], together=True)


@G.rule(
    "core",
    "<a:who>? (use|uses|used|spend|spends|spent|took|takes) (part of|some of|all of|all)? (that|this|<det>) (<noun>)? to (buy|get|purchase|pay for) <lines:lines> (for <m:M>)?",
    "<a:who>? (use|uses|used|spend|spends|spent) (part of|some of|all of)? (it|the money) to (buy|get|purchase|pay for) <lines:lines> (for <m:M>)?",
    "<a:who>? (use|uses|used|spend|spends|spent) <m:M> (of (it|this|that|<det> <noun>))? to (buy|get|purchase|pay for) <lines:lines>",
)
def _uses_to_buy(lines: tuple[Bought, ...], m: Amount | None = None, a: Who | None = None) -> Meaning | None:
    if m is not None and any(x.price is not None for x in lines):
        return None
    return say.buys(owner_of(a), lines, m)


# -- packs -----------------------------------------------------------------------------------------


G.words("with_each", "of", "with", "containing", "each with", "each containing", "holding", "each holding", "that hold", "that each hold", "which each hold", "that contain", "each of which holds", "each of which contains", "with each holding")  # fmt: skip


@G.rule(
    "core",
    "<a:who> (<HAVE>|<GAIN>|<BUY>) <n:count> <c:noun> <with_each> <k:N> <x:noun> (each|in each|in each <noun>|per <noun>|inside each)?",
    "<a:who> (<HAVE>|<GAIN>|<BUY>) <n:count> <c:noun> , (each|each one|each of them|each <noun>) (with|containing|holding|of|contains|holds|has) <k:N> <x:noun>",
    cost=0.3,
)
def _has_packs(n: Fraction, c: str, k: Fraction, x: str, a: Who) -> Meaning:
    return say.has_packs(a[0], n, c, Amount(k, x))


@G.rule(
    "core",
    "there (are|were) <n:N> <c:noun> <with_each> <k:N> <x:noun> (each|in each|in each <noun>|per <noun>)",
    cost=0.3,
)
def _there_are_packs(n: Fraction, c: str, k: Fraction, x: str) -> Meaning:
    return say.has_packs("", n, c, Amount(k, x))


@G.rule(
    "core",
    "(a|one|each|every) <noun> of <n:N> <x:noun> <COST> <m:M>",
    "<n:N> <x:noun> (can be bought|are sold|are available) for <m:M>",
    cost=-0.2,
)
def _pack_costs(n: Fraction, x: str, m: Amount) -> Meaning:
    """ "A pack of 6 pens costs $9"."""
    return say.costs([(n, x)], m)


# -- discounts -------------------------------------------------------------------------------------


G.words("ON_SALE", "is on sale for", "is on sale at", "on sale for", "on sale at", "is discounted by", "was discounted by", "is reduced by", "was reduced by", "is marked down by", "was marked down by", "is sold at a discount of", "is now", "is offered at", "has a discount of", "has been reduced by", "is cut by", "was cut by", "drops by", "dropped by", "falls by", "fell by", "goes down by", "went down by", "is lowered by", "was lowered by")  # fmt: skip


@G.rule(
    "core",
    "(it|this|that|the <x:noun>|the price|its price|this price|the price of the <x:noun>)? <ON_SALE> <f:F> (off|discount)? (the <noun>)?",
    "(it|the <x:noun>) (is|was) (sold)? (with|at) (a|an) <f:F> (discount|reduction)",
    "(there is|the shop gives|the store gives|the shop offers|the store offers|the store is offering|the shop is offering|he gets|she gets|they get|with|<who> gets) (a|an) <f:F> (discount|reduction) (<phrase>)?",
    "(in a sale|during a sale|in the sale) (,)? (it|the price|its price)? (is|was)? (reduced by)? <f:F> (off)?",
    cost=-0.2,
)
def _percent_off(f: Fraction, x: str = "") -> Meaning:
    return say.reduced(1 - f, Fraction(0), x)


@G.rule(
    "core",
    "(it|this|that|the <x:noun>|the price|its price|this price|the price of the <x:noun>)? <ON_SALE> <m:M> (off)?",
    "<m:M> (is|was) (taken|knocked) off (the|its) price",
)
def _money_off(m: Amount, x: str = "") -> Meaning:
    return say.reduced(ONE, m.number, x)


@G.rule(
    "core",
    "(a|an|the) <x:noun> <COST> <m:M> after (a|an|the)? <f:F> (discount|reduction|price cut)",
    "after (a|an|the)? <f:F> (discount|reduction|price cut) ,? (a|an|the) <x:noun> <COST> <m:M>",
    "after (a|an|the)? <f:F> (discount|reduction) ,? <who> (paid|pays) <m:M> for (a|an|the) <x:noun>",
    cost=-0.3,
)
def _after_discount(x: str, m: Amount, f: Fraction) -> Meaning:
    return say.costs_after_reduction(x, m, 1 - f)


@G.rule(
    "question",
    "<find> (the|its)? (sale|new|final|reduced|discounted) price (of the <noun>)?",
    "<how_much> (<did>|will|is|would) (it|the <noun>|<who>) (cost|pay|have to pay|need to pay|pay for it|pay for the <noun>)? (now|after the discount|in the sale|with the discount|after the reduction|on sale)*",
    cost=0.4,
)
def _reduced_price() -> Question:
    return ask.reduced_price()


@G.rule(
    "question",
    "<find> (the|its)? (original|old|full|regular|list) price (of the <noun>)?",
    "<how_much> (<did>|was) (it|the <noun>) (cost)? (before the discount|originally|before the sale|before the reduction|at first)",
)
def _list_price() -> Question:
    return ask.list_price()
