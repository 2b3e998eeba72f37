"""English clauses about prices, and about how many one thing holds."""

from __future__ import annotations

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.asking import Who
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM


@G.rule(
    "core",
    "<t:things> <COST> (each|about|only)? <m:M> (<each>)?",
    "<t:thing> (<m:M> (<each>)?)",
    "<t:thing> <COST> <m:M> (a|an|per|for one|for each) (piece|item|unit)",
)
def _costs(t: tuple[Thing, ...] | Thing, m: Amount) -> Meaning | None:
    things = t if isinstance(t, tuple) else (t,)
    if any(x.number != 1 for x in things):
        return None
    if any(x.kind not in ("", "price") for x in things):
        return None
    return say.is_amount(things, m, "price") if len(things) == 1 else None


@G.rule(
    "core", "(the|these|those|his|her) <x:plural> (cost|were|are) (him|her|me)? <m:M> (<all>)?", cost=-0.4
)
def _all_cost(x: str, m: Amount) -> Meaning:
    """ "The pens cost $6"."""
    return say.bundle(x, m)


@G.rule("core", "<t:two_things> (each|both) <COST> <m:M>", "<t:two_things> <COST> <m:M> each")
def _each_costs(t: tuple[Thing, ...], m: Amount) -> Meaning:
    return say.telling(*(say.is_amount([x], m, "price") for x in t))


@G.rule(
    "core",
    "<t:two_things> (<all>)? (<COST>|<PAY>) (<all>)? <m:M> (<all>)?",
    "the (total|combined)? (price|cost) of <t:two_things> (is|was) <m:M>",
)
def _cost_together(t: tuple[Thing, ...], m: Amount) -> Meaning | None:
    if any(x.number != 1 or x.kind not in ("", "price") for x in t):
        return None
    return say.is_amount(t, m, "price")


@G.rule(
    "core",
    "<t:noun> <COST> <m:M> (per|a|an|for a|for each|for every|each|for one|for every) <u:noun>",
    "<t:noun> (at)? <m:M> (per|a|an) <u:noun>",
    "the price of <t:noun> (is|was) <m:M> (per|a|an) <u:noun>",
)
def _costs_per(t: str, m: Amount, u: str) -> Meaning:
    return say.is_amount(
        [Thing(t if t == u or t.endswith(" " + u) else f"{u} of {t}", kind="price")], m, "price"
    )


@G.rule(
    "core",
    "<lines:party> (<all>)? (<COST>|pay|pays|paid) (<all>)? (a total of|him|her|me|them|us|you)? <m:M> (<all>)? (to <phrase>|for <phrase>)?",
    "(<phrase>)? (charges|charged) <lines:party> <m:M>",
    "(<phrase>)? (charges|charged) <m:M> for <lines:party>",
    "(entry|admission|tickets|entrance|the admission|the entry|sending|posting) (to <phrase>)? (for)? <lines:party> (costs|cost|is|was|were) <m:M>",
    "<lines:lines> (<all>)? (<HAVE>|<ANY>) (<all>)? (a total of)? <m:qty> (<all>)?",
    "<a:who> (pays|paid|pay|spends|spent) (a total of)? <m:M> (<all>)? (for|on|to buy|buying) <lines:lines>",
    "(the)? (total|price|cost) (of|for) <lines:lines> (is|was|comes to|came to) <m:M>",
    "<lines:lines> for <m:M>",
    "for <lines:lines> ,? <a:who> (pays|paid|pay|spends|spent|was charged|is charged) (a total of)? <m:M>",
    "<m:M> for <lines:lines>",
    "(<phrase>|he|she|it|they|we)? (<ANY>)? <lines:lines> (,)? (weighing|costing|with a total weight of|for a total of|holding|which weigh|that weigh) (a total of)? <m:qty> (<all>)?",
    "(he|she|they|i) (paid|pays|spent|spends) <m:M> (<all>)? (for|on) <lines:lines>",
    "(buying|to buy) <lines:lines> (costs|cost|takes) (him|her)? <m:M>",
    "it (costs|cost) <m:M> (for|to buy) <lines:lines>",
    cost=-0.2,
)
def _lines_cost(lines: tuple[Bought, ...], m: Amount, a: Who | None = None) -> Meaning | None:
    if any(x.price is not None for x in lines) or (len(lines) == 1 and lines[0].number == 1 and a is None):
        return None
    if any(x.name == m.item for x in lines) or m.item == "":
        return None
    if a is not None and m.money:
        return say.buys(a[0], lines, m)
    return say.costs([(x.number, x.name) for x in lines], m)


@G.rule("core", "<lines:party> <m:M>", cost=0.5)
def _lines_too(lines: tuple[Bought, ...], m: Amount) -> Meaning | None:
    """ "… and 2 adults and 5 children $50": what these do was said before."""
    if len(lines) < 2 or any(x.price is not None for x in lines):
        return None
    return say.costs([(x.number, x.name) for x in lines], m)


@G.rule("core", "<t:things> (<COST>|<be>|<ANY>) (each)? <c:compared> (<each>)?", "<t:thing> <c:compared>")
def _compared(t: tuple[Thing, ...] | Thing, c: Compared) -> Meaning | None:
    things = t if isinstance(t, tuple) else (t,)
    if len(things) != 1 and things[0].kind != "price" and c.item != MONEY_ITEM:
        return None
    return say.is_compared(things, c, "price" if c.item == MONEY_ITEM and not things[0].kind else "")


@G.rule("core", "(which|that|this|it)? (<COST>|<be>)? (just|exactly)? <c:compared>", cost=0.6)
def _that_is(c: Compared) -> Meaning | None:
    """ "A tie costs $15, half the price of a shirt": what was spoken of last is compared."""
    if c.item and c.item != MONEY_ITEM:
        return None  # "4 more cows than goats" is about cows, whatever was spoken of last
    return say.is_compared([Thing(role="that")], c)


@G.rule("core", "<t:things> (<aux>)* (costs|cost|sells for|is priced at) <c:compared>", cost=-0.2)
def _price_compared(t: tuple[Thing, ...], c: Compared) -> Meaning:
    return say.is_compared(t, c, "price")


@G.rule("priced_item", "<det>? <x:noun> (at|for|costs|cost|:|are)? <m:M> (<each>|per <noun>|a <noun>)?")
def _priced_item(x: str, m: Amount) -> Meaning:
    return say.is_amount([Thing(x, kind="price")], m, "price")


@G.rule(
    "core",
    "(a|an|the) <x:noun> <COST> <m:M> (and|, and|,) (a|an|the) <y:noun> (for|at) <c:compared>",
    cost=-0.3,
)
def _sold_for(x: str, m: Amount, y: str, c: Compared) -> Meaning | None:
    """ "A fan was sold for $45 and a heater for $38 more than the fan"."""
    if c.item not in ("", MONEY_ITEM):
        return None
    first, second = Thing(x, kind="price"), Thing(y, kind="price")
    return say.telling(say.is_amount([first], m, "price"), say.is_compared([second], c, "price"))


@G.rule("priced_item", "<det>? <x:noun> (at|for|,)? <c:compared>", cost=0.2)
def _compared_item(x: str, c: Compared) -> Meaning | None:
    """ "… sells a hammer for $17 and a saw for $8 more"."""
    return say.is_compared([Thing(x, kind="price")], c, "price") if c.item in ("", MONEY_ITEM) else None


@G.rule("priced_items", "<a:priced_item>", "<a:priced_item> (,|and|, and|while) <b:priced_items>")
def _priced_items(a: Meaning, b: Meaning = say.nothing) -> Meaning:
    return say.telling(a, b)


G.alias("core", "<who>? (sells|sold|charges|charged|offers|sell|charge|asks for) <p:priced_items>")


@G.rule(
    "core",
    "(the price of)? <x:noun> (<COST>) <m:M> for <y:noun> and <n:M> for <z:noun>",
    "<x:noun> (<COST>)? <m:M> for <y:noun> (and|, and)? <n:M> for <z:noun>",
)
def _costs_for(x: str, m: Amount, y: str, n: Amount, z: str) -> Meaning:
    """ "Tickets cost $10 for adults and $6 for children": adult tickets and child tickets."""
    return say.telling(
        *(say.is_amount([Thing(f"{who} {x}", kind="price")], a, "price") for who, a in ((y, m), (z, n)))
    )


@G.rule(
    "core",
    "(a|an|the)? <x:noun> <COST> <m:M> for (a|an|each|one|every) <y:noun> (and|, and|but|,) (only)? <c:compared> for (a|an|each|one|every) <z:noun>",
    "(a|an|the)? <x:noun> <COST> <m:M> for <y:plural> (and|, and|but|,) (only)? <c:compared> for <z:plural>",
)
def _costs_compared_for(x: str, m: Amount, y: str, c: Compared, z: str) -> Meaning | None:
    """ "A ticket costs $24 for an adult and half as much for a child"."""
    if c.base:
        return None
    first, second = (Thing(f"{who} {x}", kind="price") for who in (y, z))
    return say.telling(
        say.is_amount([first], m, "price"),
        say.is_compared([second], Compared(c.times, c.plus, (first,), c.item, c.unit), "price"),
    )


@G.rule(
    "price_for",
    "<m:M> (for|per|a|an|each) <det>? (<one>)? <x:noun>",
    "<m:M> (for|per) (each|every|one) <x:noun>",
)
def _price_for(m: Amount, x: str) -> Meaning:
    return say.is_amount([Thing(x, kind="price")], m, "price")


@G.rule(
    "core",
    "(<phrase>)? (<COST>|charges|charged|asks|pays|is paid|earns|asked)? (<only>)? <a:price_for> (and|,|, and|or|while) <b:price_for> (, and <c:price_for>|and <c:price_for>)?",
    cost=0.6,
)
def _prices_for(a: Meaning, b: Meaning, c: Meaning = say.nothing) -> Meaning:
    """ "It charges $3 for a muffin and $5 for a loaf"."""
    return say.telling(a, b, c)


G.alias(
    "party",
    "(a|an|the)? (second|first|third|another)? (order|purchase|set|meal|basket|bundle|order consisting|shopping) of <lines:lines> (<adjunct>)?",
    "<lines:lines> (<adjunct>)?",
    "(a|an|the)? (group|family|party|class|team|couple) (consisting)? (of|with) <lines:lines>",
)


@G.rule(
    "core",
    "(each|every|one|a|an|some)? <x:noun> (one|ones)? (<HAVE>|<ANY>|costs|is worth|earns|gives|is|weighs|can hold|can carry|holds) <q:qty>",
    "<x:noun> with <q:qty> (each)?",
    "each of the <x:noun> has <q:qty>",
    "<x:noun> (<HAVE>|<ANY>) <q:qty> each",
    "<x:noun> <q:qty>",
)
def _each_has(x: str, q: Amount) -> Meaning | None:
    return None if q.item == x else say.each_has(x, q)
