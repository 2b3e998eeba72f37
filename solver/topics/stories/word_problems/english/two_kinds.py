"""English clauses about two unknowns: things of two kinds that are counted and paid for together, two workers, two numbers."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.wording import singular

# -- counted together ------------------------------------------------------------------------------


@G.rule(
    "core",
    "(<phrase>|he|she|they|i|we)? (<aux>)* (counted|counts|count|sees|saw|see|has|have|had) (a total of)? <q:qtys> (<all>)? (among|on|of|in|from) (the|his|her|their|some|its)? <parts:list>",
    "(among|on) (the|his|her|their|some|its)? <parts:list> ,? (he|she|they|i|we|there) (counted|counts|count|sees|saw|are|were|has|have) (a total of)? <q:qtys> (<all>)?",
    cost=-0.2,
)
def _counts_among(q: tuple[Amount, ...], parts: tuple[str, ...]) -> Meaning | None:
    """ "A farmer counted 50 heads and 140 legs among his pigs and ducks"."""
    if any(not x.item or x.money for x in q):
        return None
    return say.telling(say.of_parts("", parts), say.has("", q))


@G.rule(
    "core",
    "(his|her|their|its|these|the|all|all the|all his|all her|our)? <n:N> <x:noun> (have|had|has) (a total of)? <q:qty> (<all>)?",
    cost=0.1,
)
def _so_many_have(n: Fraction, x: str, q: Amount) -> Meaning | None:
    """ "His 15 animals have 100 legs"."""
    if not q.item or q.money:
        return None
    return say.telling(say.whole(Amount(n, x)), say.has("", [q]))


G.words("one_kind", "some", "some of them", "some of these", "some of which are", "some are", "some of them are", "some were")  # fmt: skip
G.words("other_kind", "the rest", "the others", "others", "the rest are", "the others are", "others are", "the rest were", "the remaining ones")  # fmt: skip


@G.rule(
    "core",
    "(,)? <one_kind> <c:noun> (with|for|holding|that hold|that have|having) <a:qty> (each)? (,)? (and|,|while) <other_kind> <d:noun> (with|for|holding|that hold|that have|having) <b:qty> (each)?",
    cost=-0.2,
)
def _two_named_kinds(c: str, a: Amount, d: str, b: Amount) -> Meaning | None:
    """ "Some of them single rooms with one bed and the rest double rooms with two beds"."""
    if a.item != b.item or not a.item:
        return None
    return say.telling(say.of_parts("", [c, d]), say.each_has(c, a), say.each_has(d, b))


@G.rule(
    "core",
    "(a|an|the) <noun> of <q:numbered> (<aux>)* (paid|pays|pay|spent|spends) (a total of|<all>)? <m:M> (<all>)? (for <det>? <noun> (<adjunct>)?|to enter|to get in)?",
    "<q:numbered> (paid|spent) (a total of) <m:M> (<all>)? (for <det>? <noun> (<adjunct>)?|to enter|to get in)?",
    cost=-0.4,
)
def _group_pays(q: Amount, m: Amount) -> Meaning | None:
    """ "A group of 20 people paid $222 for their tickets"."""
    return say.telling(say.whole(q), say.takes_in(m)) if q.item and not q.money else None


@G.rule(
    "core",
    "(a total of|altogether ,?|in total ,?|in all ,?) <q:numbered> (<be>) (sold|bought|issued|used) (<all>|for <phrase>|on <phrase>|at <phrase>)*",
    "<q:numbered> (<be>) (sold|bought|issued|used) (<all>|for <phrase>|on <phrase>|at <phrase>)+",
    "(altogether|in total|in all) ,? <who> (bought|sold|used) <q:numbered>",
    cost=0.4,
)
def _sold_in_all(q: Amount) -> Meaning | None:
    """ "A total of 300 tickets were sold for a play"."""
    return say.whole(q) if q.item and not q.money else None


@G.rule(
    "core",
    "(altogether|in total|in all) ,? <who> (bought|sold|used) <q:numbered> (and|, and) (spent|paid|received|took in|earned|made|collected) <m:M> (<all>)?",
    "<who> (bought|sold|used) <q:numbered> (<all>) (and|, and) (spent|paid|received|took in|earned|made|collected) <m:M> (<all>)?",
    cost=-0.4,
)
def _bought_and_spent(q: Amount, m: Amount) -> Meaning | None:
    """ "Altogether he bought 25 stamps and spent $12.60"."""
    return say.telling(say.whole(q), say.takes_in(m)) if q.item and not q.money else None


@G.rule(
    "core",
    "(<who>)? (<PAY_form>) (a total of)? <m:M> (<all>)? (for (them|the <noun>|his <noun>|her <noun>|all of them))?",
    "(his|her|their|all the|all his|all her|the) <noun> (are|is|were|add up to|come to|amount to) (worth)? <m:M> (<all>)?",
    "the total (receipts|takings|sales|proceeds|revenue|income|amount collected|money collected|value|cost|price) (<be>|came to|come to|amounted to) <m:M>",
    cost=0.9,
)
def _all_worth(m: Amount) -> Meaning:
    """ "He paid $9 in all", where the kinds have prices and how many there are of each is not known."""
    return say.takes_in(m)


# -- kinds told apart by their value -----------------------------------------------------------------


@G.rule(
    "core",
    "(<phrase>|<who>)? (<has_kinds>|<ANY>|<be>)? (only|both|some|either)? <a:M> <x:noun> (and|or) <b:M> <y:noun> (only)?",
    cost=0.3,
)
def _money_kinds(a: Amount, b: Amount, x: str, y: str) -> Meaning | None:
    """ "Bella's purse holds $1 coins and $2 coins": how many there are comes later."""
    return say.kinds_by_value([a, b], x) if x == y else None


G.words("penalty", "loses", "costs", "takes away", "deducts", "lost", "cost", "loses you", "costs you")


@G.rule(
    "core",
    "(each|every|a) <x:noun> (<penalty>) <q:qty>",
    "for (each|every|a) <x:noun> ,? <q:qty> (are|is|were) (deducted|taken away|subtracted|lost|taken off)",
    "<q:qty> (are|is|were) (deducted|taken away|subtracted|lost|taken off) for (each|every|a) <x:noun>",
    cost=-0.2,
)
def _costs_points(x: str, q: Amount) -> Meaning | None:
    """ "Each wrong answer loses 2 points"."""
    return say.each_has(x, q, sign=-1) if q.item and not q.money else None


@G.rule(
    "core",
    "<who> (answered|answers|attempted|did|solved) (every|all|each) (of)? (the)? (<noun>)?",
    "(no|not a single) <noun> (was|were) (left out|left blank|skipped|left unanswered)",
    cost=-0.2,
)
def _answered_all() -> Meaning:
    return say.nothing


# -- two trips, two workers ------------------------------------------------------------------------


@G.rule(
    "core",
    "<who> (made|makes|placed|took|went on|had) <n:N> (trips|orders|visits|purchases|deliveries|journeys|runs|shopping trips)",
    "<who> (went|goes) (to <det>? <noun>|shopping) (twice|<n:N> times)",
    cost=0.2,
)
def _made_trips(n: Fraction | None = None) -> Meaning | None:
    """ "A truck made two trips": they are told next."""
    return say.nothing if n in (None, 2) else None


@G.rule(
    "worker",
    "(a|an|the|his|her|their)? <x:noun> (worked|works|work) (for)? <n:N> <u:noun>",
    "(a|an|the|his|her|their)? <x:noun> (for)? <n:N> <u:noun>",
)
def _worker(x: str, n: Fraction, u: str) -> Bought | None:
    return Bought(n, f"{x} {singular(u)}") if singular(u) in ("hour", "day") else None


@G.rule(
    "core",
    "<a:worker> (and|,|while|, and|, while) <b:worker> (, and|and|,)? (together|altogether|in all|in total)? (,)? (they)? (earned|earn|made|were paid|are paid|received|got|charged) (a total of)? <m:M> (<all>)?",
    cost=-0.5,
)
def _workers_earn(a: Bought, b: Bought, m: Amount) -> Meaning:
    """ "A plumber worked 5 hours and his apprentice 3 hours, and together they earned $253"."""
    return say.costs([(a.number, a.name), (b.number, b.name)], m)


@G.rule(
    "question",
    "<how_much> (<did>) (the|his|her|an|a)? <x:noun> (earn|make|charge|get|receive) (per|an|a|each|for one) <u:noun>",
    cost=-0.2,
)
def _worker_pay(x: str, u: str) -> Question:
    return ask.cost_of([Thing(f"{x} {singular(u)}")])


@G.rule(
    "question",
    "what (do|does|did) <a:asked_list> (weigh|hold|measure) (, and|and|,) what (do|does|did) <b:asked_list> (weigh|hold|measure)",
    "what (do|does|did) <a:asked_list> (weigh|hold)",
    "how much (do|does|did) <a:asked_list> (weigh|hold) (, and|and|,) how much (do|does|did) <b:asked_list> (weigh|hold)",
    cost=-0.1,
)
def _weighs(a: tuple[Thing, ...], b: tuple[Thing, ...] = ()) -> Question:
    """ "What does one bag of cement weigh, and what does one bag of sand weigh?"."""
    return ask.how_many_in_each([t.name for t in (*a, *b)], "")


# -- two numbers -----------------------------------------------------------------------------------


@G.rule(
    "core",
    "(the)? (larger|bigger|greater) (number|one)? of (the)? (<n:N>)? (whole|natural)? numbers (is|exceeds) <c:compared>",
    "of (the)? <n:N> (whole|natural)? numbers ,? (the)? (larger|bigger|greater) (number|one)? (is|exceeds) <c:compared>",
    cost=-0.5,
)
def _larger_of(c: Compared, n: Fraction | None = None) -> Meaning | None:
    """ "The larger of two numbers is 5 more than twice the smaller"."""
    if n not in (None, 2) or any(b.role not in ("other", "smaller") for b in c.base) or c.item == MONEY_ITEM:
        return None
    if c.times < 1 or c.plus < 0 and c.times == 1:
        return None
    return say.is_compared([Thing(role="larger")], Compared(c.times, c.plus, (Thing(role="smaller"),)))


@G.rule(
    "core",
    "(if|when)? (you|i|we|one)? (adding|add|adds) (the)? <n:N> numbers (together)? (,|gives|and)* (you|i|we|one)? (get|gets|obtain|have)? <k:N>",
    cost=-0.5,
)
def _added(n: Fraction, k: Fraction) -> Meaning | None:
    """ "If you add two numbers you get 15"."""
    return say.two_numbers(k, 1) if n == 2 else None


@G.rule(
    "core",
    "(if|when)? (you|i|we|one)? (subtracting|subtract|subtracts|take|takes) (the)? smaller (number|one)? (away)? from (the)? (larger|bigger|greater) (number|one)? (,|gives|and)* (you|i|we|one)? (get|gets|obtain|have)? <k:N>",
    cost=-0.5,
)
def _subtracted(k: Fraction) -> Meaning:
    """ "If you subtract the smaller from the larger you get 3"."""
    return say.two_numbers(k, -1)


@G.rule("question", "<find> (both|the two|these two|the|these|all)? numbers", "what numbers are they", cost=-0.2)  # fmt: skip
def _both_numbers() -> Question:
    return ask.numbers()
