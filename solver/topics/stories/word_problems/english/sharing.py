"""English clauses about sharing equally, so much for each of so many, rows of so many, what is used up or spoilt."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.english.asking import Who, owner_of
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Bought, Meaning, Thing
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.wording import singular

G.words("SHARE", "share", "shares", "shared", "split", "splits", "divide", "divides", "divided", "sharing", "splitting", "dividing")  # fmt: skip
G.words("equally", "equally", "evenly", "fairly", "in equal parts", "in equal shares", "into equal parts", "equally between them", "equally among themselves", "evenly among themselves", "evenly between them", "equally between themselves")  # fmt: skip
G.words("bill_word", "bill", "cost", "costs", "fare", "price", "fee", "rent", "expense", "expenses", "total", "prize", "tip", "money", "total cost", "prize money", "profit", "winnings")  # fmt: skip


# -- money -----------------------------------------------------------------------------------------


@G.rule(
    "core",
    "(the)? <n:N> <c:noun> (<SHARE>) (<equally> ,?)? <det>? (<noun>)? (<bill_word>)? (of|of a|of an|of the|for <phrase> of)? <m:M> (<noun>)? (<equally>)",
    "(the)? <n:N> <c:noun> <equally> (<SHARE>) <det>? (<noun>)? (<bill_word>)? (of|of a|of an|of the|for <phrase> of)? <m:M> (<noun>)?",
    "<det>? (<noun>)? (<bill_word>)? (of|of a|of an|of the|for <phrase> of)? <m:M> (<noun>)? (is|was) (<SHARE>) <equally> (by|among|between|amongst) (the)? <n:N> <c:noun>",
    "<det>? (<noun>)? (<bill_word>)? (of|of a|of an|of the|for <phrase> of)? <m:M> (<noun>)? (is|was) <equally> (<SHARE>) (by|among|between|amongst) (the)? <n:N> <c:noun>",
    cost=-0.6,
)
def _share_money(n: Fraction, c: str, m: Amount) -> Meaning:
    """ "Six friends share a taxi fare of $54 equally"."""
    return say.share_money(n, c, m)


@G.rule(
    "core",
    "(the)? <n:N> <c:noun> (<aux>)* (<SHARE>) (<det> (<noun>)? (<bill_word>)|it|this|this amount) (of <phrase>|for <phrase>)? <equally>",
    "(<det> (<noun>)? (<bill_word>)|it|this amount) (of <phrase>|for <phrase>)? (<aux>)* (<SHARE>) <equally> (by|among|between|amongst) (the)? <n:N> <c:noun>",
    cost=-0.4,
)
def _share_cost(n: Fraction, c: str) -> Meaning:
    """ "If 4 friends split the bill equally": what was spent or costs so much before."""
    return say.share_money(n, c)


@G.rule(
    "question",
    "<how_much> (money)? (<did>|should|must) each (of (the|them|these))? (<noun>|one|person|of them)? (have to|need to)? (pay|get|receive|owe|contribute|spend|give)",
    "what (is|was) each (<noun>|person) 's share",
    "what does each (<noun>|person|of them) (pay|get|receive|owe)",
    "<how_much> (<did>|should|must) (each person|everyone|everybody) (pay|get|receive|owe|contribute)",
    cost=0.1,
)
def _each_pays() -> Question:
    return ask.money_for_each()


@G.rule(
    "core",
    "<a:who> (<aux>)* (saved|saves|earned|earns|spent|spends|made|paid|pays) (a total of)? <m:M> (<all>)? (in|over|during|for) <n:N> <u:PERIOD>",
    cost=-0.3,
)
def _in_so_many(a: Who, m: Amount, n: Fraction, u: str) -> Meaning:
    """ "Paul saved $240 in 6 months": so much a month, where that is the same every month."""
    return say.share_money(n, singular(u), m)


@G.rule(
    "core",
    "<a:who> (<aux>)* (saved|saves|earned|earns|spent|spends|paid|pays|saves) (exactly)? (the same|an equal) (amount|sum) (of money)? (<A_UNIT> <u:noun>)?",
    "(the)? (amount|sum) (is|was) (always)? the same (<A_UNIT> <u:noun>)?",
    cost=-0.2,
)
def _always_the_same(a: Who | None = None, u: str = "") -> Meaning:
    return say.nothing


@G.rule(
    "question",
    "<how_much> (money)? (<did>|should|must) <a:who> (save|earn|spend|make|pay|put aside|have to save) (on average)? <A_UNIT> <u:noun>",
    cost=-0.1,
)
def _a_period(u: str, a: Who | None = None) -> Question:
    return ask.money_for_each(singular(u))


# -- things ----------------------------------------------------------------------------------------


@G.rule(
    "core",
    "there (are|were) <n:N> <c:noun> of <k:N> <x:noun> (each)?",
    "<a:who>? (arranged|arranges|planted|plants|set up|sets up|put|puts|placed|built) <n:N> <c:noun> of <k:N> <x:noun> (each)?",
    "(the|a) <noun> (has|have|had|contains) <n:N> <c:noun> (of|with) <k:N> <x:noun> (each|in each|in each <noun>|per <noun>)",
    "(the|a) <noun> (has|have|had|contains) <n:N> (rows|shelves|boxes|tables|columns|stacks|crates|bags|packs) of <k:N> <x:noun>",
    "(there are|the <noun> has|the <noun> have) <n:N> <c:noun> (,|and|with)? (each|every one of which|each of them|each <noun>) (has|with|having|containing|contains|holding|holds) <k:N> <x:noun> (in each (<noun>)?)?",
    "(there are|the <noun> has|the <noun> have) <n:N> <c:noun> (,)? (with|having|containing|holding) <k:N> <x:noun> (each|in each (<noun>)?|per <noun>)",
    cost=-0.4,
)
def _rows(n: Fraction, k: Fraction, x: str, c: str = "row", a: Who | None = None) -> Meaning:
    """ "There are 9 rows of 14 chairs"."""
    return say.has_packs("", n, singular(c), Amount(k, x))


@G.rule(
    "core",
    "<a:who>? (<GAIN>|<BUY>) (another)? <n:count> (more)? <c:noun> (of|with|containing) <k:N> <x:noun> (each|in each)?",
    "<a:who>? (<GAIN>|<BUY>|<HAVE>) <n:count> <y:noun> (,)? (with|containing|each with|each containing) <k:N> <x:noun> (each|in each (<noun>)?|per <noun>)",
    cost=0.5,
)
def _more_packs(
    n: Fraction, k: Fraction, x: str, c: str = "", y: str = "", a: Who | None = None
) -> Meaning | None:
    """ "… and buys 2 packs of 15 beads", "15 trays of seedlings with 8 seedlings in each"."""
    if y:
        c, _, inside = y.partition(" of ")
        if inside and inside != x:
            return None
    return say.has_packs(owner_of(a), n, c, Amount(k, x))


@G.rule(
    "core",
    "<a:who>? (<GIVE>|hands out|handed out|gives out|gave out) <k:N> (<x:noun>)? to each (of)? (the|his|her|their|my|its)? <n:N> <c:noun>",
    "<a:who>? (<GIVE>|hands|handed) each (of)? (the|his|her|their|my|its)? <n:N> <c:noun> <k:N> (<x:noun>)?",
    "<a:who>? (<GIVE>) (the|his|her|their|my|its)? <n:N> <c:noun> <k:N> (<x:noun>)? each",
    cost=-0.6,
)
def _gives_each(k: Fraction, n: Fraction, c: str, x: str = "", a: Who | None = None) -> Meaning:
    """ "She gives 4 stickers to each of her 28 students"."""
    return say.changes_each(owner_of(a), n, c, Amount(k, x), -1)


@G.rule("core", "<r:rest_shared>", cost=-0.5)
def _shares_what_is_left(r: Meaning) -> Meaning:
    return r


@G.rule(
    "core",
    "<a:who>? (<aux>)* (keeps|keep|kept|saves|saved|sets aside|set aside|puts aside) <q:qty> (for (himself|herself|themselves|him|her|later)|aside) (,)? (and|then|and then) <r:rest_shared>",
    cost=-0.9,
)
def _keeps_some(q: Amount, r: Meaning, a: Who | None = None) -> Meaning:
    """ "She keeps 9 for herself and divides the rest": those are hers still, but they are not shared."""
    return say.telling(say.gets(owner_of(a), [q], -1), r)


@G.rule(
    "rest_shared",
    "<a:who>? (shares|shared|share|divides|divided|divide|splits|split|distributes|distributed|gives|gave) (out)? (all)? (the|his|her|their)? (rest|remainder|others|remaining ones|remaining <x:noun>|other <x:noun>) (of (them|the <noun>|it))? (<equally>)? (out)? (among|between|amongst|with|to) (his|her|their|the)? <n:N> (other)? <c:noun> (<equally>)?",
    "(the|all the)? (rest|remainder|others|remaining ones|remaining <x:noun>) (is|are|was|were) (shared|divided|split|distributed) (<equally>)? (among|between|amongst) (his|her|their|the)? <n:N> (other)? <c:noun> (<equally>)?",
)
def _shares_rest(n: Fraction, c: str, x: str = "", a: Who | None = None) -> Meaning:
    """ "… and divides the rest equally among her 4 grandchildren"."""
    return say.shares_equally(owner_of(a), n, c, x)


G.words("spoilt", "broken", "damaged", "rotten", "cracked", "spoiled", "spoilt", "faulty", "defective", "missing", "torn", "burnt", "burned", "out of order")  # fmt: skip


@G.rule(
    "core",
    "<n:N> (of (them|these|those)|of (the|these|his|her|their) <x:noun>|<x:noun>) (are|were|is|was|turn out to be|turned out to be) <spoilt>",
    cost=-0.8,
)
def _are_spoilt(n: Fraction, x: str = "") -> Meaning:
    """ "18 of the chairs are broken": they are no longer of use."""
    return say.goes_bad(Amount(n, x))


@G.rule(
    "question",
    "how many (<x:noun>)? (can be used|can be sold|are usable|are not <spoilt>|were not <spoilt>|are good|are still good|are fresh|can still be used|are in good condition|are fine|can people sit on)",
    "how many of (them|the <x:noun>) (can be used|can be sold|are usable|are not <spoilt>|were not <spoilt>|are good|are still good|are fine)",
    cost=-0.4,
)
def _how_many_good(x: str = "") -> Question:
    return ask.how_many_good(x)


# -- two lines compared ----------------------------------------------------------------------------


@G.rule(
    "clause",
    "<how_much> more (money)? (do|does|did|will|would) <a:line> cost than <b:line>",
    "<how_much> more (expensive)? (are|is) <a:line> than <b:line>",
    cost=-0.4,
)
def _lines_differ(a: Bought, b: Bought) -> tuple[Meaning, Question] | None:
    """ "How much more do 5 apples at 60 cents each cost than 3 pears at 80 cents each?"."""
    if not (isinstance(a.price, Amount) and isinstance(b.price, Amount)) or a.whole or b.whole:
        return None
    prices = [say.is_amount([Thing(x.name, kind="price")], x.price, "price") for x in (a, b)]  # type: ignore[arg-type]
    things = [Thing(x.name, number=x.number) for x in (a, b)]
    return say.telling(*prices), ask.how_many_more([things[0]], [things[1]], "price")
