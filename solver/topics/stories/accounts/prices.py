"""English clauses of accounts that tell prices. See `word_problems.chart` for the notation."""

from __future__ import annotations

from solver.topics.stories.accounts.phrases import A
from solver.topics.stories.accounts.values import (
    MONEY,
    NO_THING,
    Amount,
    Price,
    Thing,
)

# -- prices ----------------------------------------------------------------------------------------

A.words("costs", "cost", "costs", "cost him", "cost her", "costs him", "costs her", "is", "are", "was", "were", "sell for", "sells for", "sold for", "are sold for", "is sold for", "is priced at", "are priced at", "was priced at", "were priced at", "goes for", "go for", "is worth", "are worth", "was worth", "will cost", "would cost", "are sold at", "is sold at", "normally costs", "normally cost", "usually costs", "usually cost", "originally cost", "each cost", "each costs", "only cost", "only costs", "cost them", "run for", "runs for", "retails for", "cost only")  # fmt: skip


@A.rule("core", "(<det>)? <c:noun> <s:costs> <o:plain> (each|apiece|<per> <d:noun>|a piece|per piece)", "it costs <o:plain> (<per>|for (a|an|each|one)) <c:noun>", "(the)? (price|cost) (of|for) (the)? <c:noun> (is|was) <o:plain> (each|<per> <d:noun>)", cost=-0.2)  # fmt: skip
def _priced_each(c: Thing, o: Amount, s: str = "", d: Thing = NO_THING) -> Price | None:
    if o.thing != MONEY:
        return None
    if d.unit and d.unit != c.unit and not c.unit:
        c = Thing(unit=d.unit, of=c.words)
    elif d.words and not (set(d.words) & set(c.words)):
        if d.words[-1] in ("person", "one", "item", "unit"):
            return None
        c = Thing(d.words, of=c.words)
    return Price(
        c, o, True, "sell" if "s" in s and s.startswith("s") and "sell" in s or "sold" in s else "cost"
    )


@A.rule("core", "(a|an|one|each|every|a single) <c:noun> (<tag>)? <s:costs> <o:plain>", cost=-0.1)
def _one_costs(c: Thing, o: Amount, s: str) -> Price | None:
    return (
        Price(c, o, True, "sell" if "sell" in s or "sold" in s else "cost")
        if o.form == "m" and not o.again
        else None
    )


@A.rule("core", "(<det>|one)? <c:noun> (<tag>)? <s:costs> <o:amount>", "(the)? (price|cost) (of|for) (<det>|one)? <c:noun> (is|was) <o:amount>", "(the)? <c:noun> (price|cost) (is|was) <o:amount>")  # fmt: skip
def _priced(c: Thing, o: Amount, s: str = "") -> Price | None:
    if s in ("is", "are", "was", "were") and o.form != "m":
        return None
    if (
        o.form == "m"
        and o.thing == MONEY
        or o.form in ("more", "times", "same")
        and o.thing in (Thing(), MONEY)
    ):
        if o.form == "m" and any(m.kind in ("holds",) for m in o.mods) or o.again:
            return None
        return Price(c, o, False, "sell" if "sell" in s or "sold" in s else "cost")
    return None


A.words(
    "selling",
    "sells",
    "sell",
    "sold",
    "is selling",
    "will sell",
    "can sell",
    "could sell",
    "plans to sell",
    "decides to sell",
    "decided to sell",
    "are selling",
    "was selling",
    "wants to sell",
    "resells",
    "then sells",
    "then sold",
)


@A.rule(
    "core", "<w:who> <selling> <c:noun> (for|at) <o:plain> (each|apiece|<per> <d:noun>|a piece)", cost=-0.3
)
def _sells(w: str, c: Thing, o: Amount, d: Thing = NO_THING) -> Price | None:
    if d.unit and not c.unit:
        c = Thing(unit=d.unit, of=c.words)
    elif d.words and not set(d.words) & set(c.words):
        return None
    return Price(c, o, True, "sell") if o.thing == MONEY else None


@A.rule("core", "<w:who> (charges|charge|charged|earns|gets|makes|receives|sells) <o:plain> (for|per) (each|every|a|an|one)? <c:noun>", "(<w:who>)? <selling> (them|each|each one|one|it|each of them|them all|all of them|all of it|each <noun>|the <noun>|his <noun>|her <noun>|the) (for|at) <o:plain> (each|apiece|<per> <c:noun>|a piece)?", "<w:who> <selling> (a|an|one|each|every) <c:noun> for <o:plain>", cost=-0.3)  # fmt: skip
def _charges(o: Amount, w: str = "", c: Thing = NO_THING) -> Price | None:
    return Price(c, o, True, "sell") if o.thing == MONEY else None


@A.rule("core", "<c:noun> (cost|costs|are|were) <a:M> (each)? for <x:noun> (and|,|, and) <b:M> (each)? for <y:noun>", "<c:noun> for <x:noun> (cost|are|were|costs) <a:M> (each)? and <b:M> (each)? for <y:noun>", cost=-0.3)  # fmt: skip
def _two_prices(c: Thing, x: Thing, y: Thing, a: str, b: str) -> tuple[Price, Price]:
    def one(thing: Thing, letter: str) -> Price:
        return Price(Thing((*thing.words, *c.words)), Amount("m", letter, MONEY), True)

    return one(x, a), one(y, b)
