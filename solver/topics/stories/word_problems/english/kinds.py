"""English clauses about kinds with rates: legs, beds, prices of tickets, values of coins."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Meaning
from solver.topics.stories.word_problems.wording import singular


@G.rule(
    "kind",
    "(<one>)? <x:noun> (with|of|having|worth|costing|carrying|for|at|that have|which have|has|hold|holds) <q:qty> (each)?",
    "(<one>)? <x:noun> [ (worth)? <q:qty> (each|coins|coin)? ]",
    "<q:qty> <x:noun>",
)
def _kind(x: str, q: Amount) -> tuple[str, Amount] | None:
    return (x, q) if q.item else None


@G.rule("core", "there (are|were) <q:qtys> (<all>)? (among|of|from) (the|some)? <parts:list>", cost=0.4)
def _among_kinds(q: tuple[Amount, ...], parts: tuple[str, ...]) -> Meaning | None:
    """ "There are 40 heads and 112 legs among the hens and goats"."""
    return say.telling(say.of_parts("", parts), say.has("", q)) if all(x.item for x in q) else None


G.rule("kind_list", "<a:kind> (and|or|,|, and) <b:kind>")(lambda a, b: (a, b))


@G.rule(
    "core",
    "(<phrase>)? (<has_kinds>|<ANY>|there are) <q:qty> (<tail>)? (<kinds_intro>)? <k:kind_list>",
    "(they|all of them|these|the <noun>) (are|were) (all|either)* <k:kind_list>",
    "(,)? (all of them|all|either|each of them|some|all either)* <k:kind_list>",
    cost=0.3,
)
def _kinds_with_rates(k: tuple[tuple[str, Amount], ...], q: Amount | None = None) -> Meaning:
    first = [say.whole(q)] if q is not None else []
    return say.telling(*first, say.of_parts("", [x for x, _ in k]), *(say.each_has(x, a) for x, a in k))


@G.rule(
    "core",
    "(some|some of them|some of these|some are)? (of them)? (are)? <x:noun> and the (rest|others) (are)? <y:noun>",
    "(all|all of them|they|each|each of them|every one|these|the coins) (are|is|being)? (either|all|of them)* <x:noun> (and|or) <y:noun>",
    "(in|only) <x:noun> and <y:noun>",
    "<x:noun> and <y:noun> (only|, nothing else)",
    cost=0.5,
)
def _of_two(x: str, y: str) -> Meaning:
    return say.of_parts("", [x, y])


G.words(
    "each_with",
    "cost",
    "costing",
    "costs",
    "are worth",
    "worth",
    "is worth",
    "are",
    "carry",
    "carried",
    "carrying",
    "have",
    "having",
    "had",
    "with",
    "hold",
    "holding",
    "held",
    "seat",
    "seating",
    "for",
    "at",
    "priced at",
    "were",
    "contain",
    "containing",
    "of",
    "each worth",
    "each holding",
    "worth either",
    "each worth either",
    "each costing",
)


G.words("some", "some", "some of them", "some of the", "some of these", "some of which", "some of which are")


G.words(
    "others",
    "the rest",
    "the others",
    "others",
    "the other ones",
    "some",
    "the remaining ones",
    "the other",
    "or",
    "the rest of them",
)


@G.rule("value", "<m:M> (<noun>)?")
def _money_value(m: Amount) -> Amount:
    return m


@G.rule("value", "<n:N> (<x:noun>)?")
def _value(n: Fraction, x: str = "") -> Amount:
    return Amount(n, x)


@G.rule(
    "core",
    "<some> (<x:noun>)? (<each_with>)? <a:value> (each)? (,)? (and|,|while)? <others> (<noun>)? (<each_with>)? <b:value> (each)?",
    "(,)? (each|all|all of them|all of which are|which are all|, either|each of them)? (<each_with>)? (either)? <a:value> (or|and) <b:value>",
    cost=0.4,
)
def _kinds_by_value(a: Amount, b: Amount, x: str = "") -> Meaning | None:
    item = a.item or b.item
    if not item or a.item and b.item and a.item != b.item:
        return None
    return say.kinds_by_value([Amount(a.number, item, a.unit), Amount(b.number, item, b.unit)])


@G.rule(
    "core",
    "<some> (<x:noun>)? (are|were) <c:noun> with <a:qty> (each)? (and|,) <others> (are|were)? <d:noun> with <b:qty> (each)?",
    cost=0.2,
)
def _kinds_named(c: str, a: Amount, d: str, b: Amount, x: str = "") -> Meaning:
    return say.telling(say.of_parts("", [c, d]), say.each_has(c, a), say.each_has(d, b))


for _item in ("legs", "feet", "wheels", "heads"):

    @G.rule(
        "core",
        f"(<phrase>|they|it)? (<has_kinds>|<ANY>|there are|there were|with|having|and)? (a total of|<all>)? (,)? <n:N> {_item} (in all|in total|altogether|all together|together|on the ground|among them|between them)*",
        f"(the|their|all the)? (total)? (number of)? {_item} (number|total|is|are|add up to|was|were) <n:N> (<all>)?",
        cost=0.2,
    )
    def _legs(n: Fraction, item: str = _item) -> Meaning:
        return say.has("", [Amount(n, singular(item))])


@G.rule(
    "core",
    "(their|the|its|a|with a)? (total|combined)? (value|worth) (of (the|these|all)? (coins|notes|<noun>))? (is|was|of) <m:M>",
    "(they|the coins|all the coins|these coins)? (are|is)? (altogether|together)? worth <m:M> (<all>)?",
    "(altogether|together|in total) (,)? (they|the coins|these) (are|is) worth <m:M>",
    "(,)? (totalling|totaling|worth) <m:M>",
    "(the)? (total)? (revenue|income|takings|sales|receipts|amount collected|amount|money collected|total|cost) (from <phrase>)? (is|was|were|of|came to|totalled|totaled|amounted to) <m:M>",
    "(<a:who>)? (collected|raised|took in|brought in|took|received|made|earned|paid|bringing in|spends|spent|pays) (<all>|a total of)? <m:M> (<all>|from <phrase>|in ticket sales|for <phrase>)?",
    "<m:M> was (taken|collected|raised|earned|paid|made|spent) (<all>)? (<tail>)?",
    "for <m:M> (<all>)?",
    cost=1,
)
def _takings(m: Amount, a: object = None) -> Meaning:
    return say.takes_in(m)


@G.rule(
    "core",
    "(a|an|each|every|one)? <x:noun> (<COST>|pay|pays|paid|<be> charged|are each|is worth|were|earns) <m:M> (<each>)?",
    "(a|an|each|every)? <x:noun> (at)? <m:M> (<each>|per <noun>)?",
    cost=0.3,
)
def _rate(m: Amount, x: str) -> Meaning:
    return say.each_has(x, m)
