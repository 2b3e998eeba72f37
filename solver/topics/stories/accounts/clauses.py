"""English clauses of accounts: who does what with how many. See `word_problems.chart` for the notation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from solver.topics.stories.accounts.phrases import A, is_number
from solver.topics.stories.accounts.values import (
    MONEY,
    AgeAt,
    Amount,
    Ask,
    Change,
    Each,
    Fact,
    Mod,
    Price,
    Ref,
    Scene,
    Share,
    Tag,
    Takes,
    Thing,
    Together,
    Verb,
)
from solver.topics.stories.accounts.words import UNTOLD
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.verbs import verb_of
from solver.topics.stories.school.english.words import AUX
from solver.topics.stories.word_problems.chart import Parse

Told: TypeAlias = Takes | AgeAt | Fact | Each | Price | Share | Change | Together | Scene | Ask
HAVE: Final = Verb("have")

# -- amounts in a row ------------------------------------------------------------------------------


def with_more(a: Amount, mods: tuple[Mod, ...] = (), tags: tuple[Tag, ...] = ()) -> Amount:
    return replace(a, mods=(*a.mods, *mods), tags=(*a.tags, *tags))


for _kind in ("plain", "cmp", "part"):
    A.rule("amount", f"<a:{_kind}>")(lambda a: a)
    A.rule("amount", f"<a:{_kind}> <m:mod>")(lambda a, m: with_more(a, (m,)))
    A.rule("amount", f"<a:{_kind}> <m:mod> (,|and)? <n:mod>")(lambda a, m, n: with_more(a, (m, n)))
    A.rule("amount", f"<a:{_kind}> <m:mod> (,|and)? <n:mod> (,|and)? <o:mod>")(
        lambda a, m, n, o: with_more(a, (m, n, o))
    )
A.rule("amount", "<a:plain> <t:tag> (,)? <m:mod>", "<a:plain> <t:tag> (,)? <m:mod> (,)? <n:mod>")(
    lambda a, t, m, n=None: with_more(a, (m, n) if n else (m,), (t,))
)
A.rule("tagged", "<a:amount>")(lambda a: a)
A.rule("tagged", "<a:amount> <t:tags>")(lambda a, t: with_more(a, (), t))
A.rule("tagged", "<w:when> <a:amount>", cost=0.1)(lambda a, w: with_more(a, (), (w,)))
A.rule("objects", "<a:tagged>")(lambda a: (a,))
A.rule(
    "objects",
    "<a:tagged> (,|and|, and|, and then|and then|as well as|, as well as|plus|along with|and also|, and also|then|, plus|, along with|; and|;|, and another|and another|, and finally|and finally|and lastly) <b:objects>",
)(  # fmt: skip
    lambda a, b: (a, *b)
)

# -- who does what ---------------------------------------------------------------------------------


@A.rule("core", "<w:whos> <v:verb> (<particle>)? <o:objects>", "<v:verb> (<particle>)? <o:objects>")
def _does(v: Verb, o: tuple[Amount, ...], w: str = "") -> Fact | None:
    return Fact(w, v, o)


@A.rule("core", "<v:verb> (<particle>)? <o:objects>", "<w:whos> <v:verb> <t:tags> <o:objects>", cost=0.4)
def _does_there(v: Verb, o: tuple[Amount, ...], w: str = "", t: tuple[Tag, ...] = ()) -> Fact | None:
    return Fact(w, v, o, t)


@A.rule("core", "<there> <o:objects>", "<o:objects> (are|were|is|was) (there|present|available)")
def _there_are(o: tuple[Amount, ...]) -> Fact:
    return Fact("", Verb("be"), o)


A.words("give", "gives", "gave", "give", "hands", "handed", "sends", "sent", "lends", "lent", "then gives", "then gave", "also gave", "also gives", "will give", "decided to give", "decides to give", "has given", "had given", "sold", "sells", "donates", "donated", "brought", "brings", "bought", "feeds", "fed", "feed", "pays", "paid", "offered", "tips")  # fmt: skip


@A.rule("core", "<w:whos> <v:give> <r:who> <o:objects>", "<v:give> <r:who> <o:objects>", "<w:whos> <v:give> <o:objects> to <r:who>", "<v:give> <o:objects> to <r:who>", cost=0.1)  # fmt: skip
def _gives(v: str, r: str, o: tuple[Amount, ...], w: str = "") -> Fact:
    lemma = verb_of(v.split()[-1]) or "give"
    return Fact(w, Verb(lemma if lemma != "bring" else "give"), o, to=r)


@A.rule("core", "<w:whos> (is|was|are|were|gets|got|get|has been) (paid|charged|given|left with|rewarded) <o:objects>", cost=-0.2)  # fmt: skip
def _is_paid(w: str, o: tuple[Amount, ...]) -> Fact:
    return Fact(w, Verb("earn" if o[0].thing == MONEY else "get"), o)


@A.rule(
    "core",
    "<o:amount> (<be>|got|get) (<adv>)* <v:past>",
    "<o:tagged> (<be>|got|get) (<adv>)* <v:past>",
    cost=0.2,
)
def _passive(o: Amount, v: str) -> Fact:
    if v == "leave":
        return Fact("", HAVE, (with_more(o, (), (Tag("left"),)),))
    return Fact("", Verb(v), (o,), passive=True)


@A.rule("core", "<o:amount> <v:verb>", cost=0.5)
def _they_do(o: Amount, v: Verb) -> Fact | None:
    """ "8 birds flew away", "3 friends joined"."""
    return Fact("", v, (o,), passive=True)


@A.rule("core", "<o:part> (are|were|is|was|will be) (<det>)? <x:noun>", "<n:N> (of (them|these|those|which|the <y:noun>))? (are|were|is|was) (<det>)? <x:noun>", "(the)? (rest|others|remainder) (of the <y:noun>)? (are|were|is|was|had|have) (<det>)? <x:noun>", "<o:part> (<t:tags>) (are|were|is|was) (<det>)? <x:noun>", "<o:part> (<t:tags>)? (are|were|is|was)", "<n:N> (of (them|these|those|which)) (are|were|is|was)", cost=0.1)  # fmt: skip
def _part_is(x: Thing = Thing(), o: Amount | None = None, n: str = "", y: Thing = Thing(), t: tuple[Tag, ...] = ()) -> Fact | None:  # fmt: skip
    part = o or (Amount("n", n, y, whole=Thing()) if n else Amount("rest", thing=y))
    return Fact("", Verb("is"), (part, Amount("bare", thing=x)), t)


@A.rule(
    "core",
    "<o:part> <v:verb> (<x:noun>)?",
    "<n:N> of (them|these|those|which) <v:verb> (<x:noun>)?",
    cost=0.4,
)
def _part_does(v: Verb, o: Amount | None = None, n: str = "", x: Thing = Thing()) -> Fact | None:
    part = o or Amount("n", n, whole=Thing())
    return Fact("", replace(v, modal="part"), (part, Amount("bare", thing=x)))


@A.rule(
    "core",
    "<o:tagged> (are|were|is|was|get|got|have been|has been) (brought back|returned|given back|added|put back|brought in|brought over|delivered)",
    cost=-0.2,
)
def _came_back(o: Amount) -> Fact:
    return Fact("", Verb("get"), (o,), passive=True)


@A.rule(
    "core",
    "<o:tagged> (are|were|is|was|get|got|have been|has been) (taken out|checked out|borrowed|removed|taken away|given away|thrown away|thrown out|taken|used up|sold off)",
    cost=-0.2,
)
def _was_taken(o: Amount) -> Fact:
    return Fact("", Verb("lose"), (o,), passive=True)


@A.rule(
    "core",
    "<o:tagged> (got off|get off|flew away|fly away|ran away|walked away|drove away|went home|left|moved out|swam away|dropped out|quit|died|melted|get out|got out)",
    cost=-0.2,
)
def _went(o: Amount) -> Fact:
    return Fact("", Verb("leave"), (o,), passive=True)


@A.rule(
    "core",
    "<o:tagged> (got on|get on|joined|joined them|came|arrived|arrive|came in|moved in|came back|landed|flew in|enrolled|boarded|join|got in|get in)",
    cost=-0.2,
)
def _came(o: Amount) -> Fact:
    return Fact("", Verb("get"), (o,), passive=True)


@A.rule("core", "<f:F> (of them)? (are|were|is|was) (<det>)? <x:noun>", cost=0.2)
def _so_many_are(f: str, x: Thing) -> Fact:
    return Fact("", Verb("is"), (Amount("f", f), Amount("bare", thing=x)))


@A.rule(
    "core",
    "<w:whos> <v:verb> (<det>)? <x:noun> for <o:plain>",
    "<v:verb> (<det>)? <x:noun> for <o:plain>",
    cost=0.3,
)
def _for_a_time(v: Verb, x: Thing, o: Amount, w: str = "") -> Fact | None:
    """ "She mowed lawns for 3 hours"."""
    timed = o.thing.unit in TIME and o.form == "n" and not o.thing.of and x.words
    return Fact(w, v, (replace(o, thing=Thing(unit=o.thing.unit, of=x.words)),)) if timed else None


# -- each has --------------------------------------------------------------------------------------

A.words("every", "each", "every", "each of the", "each of his", "each of her", "each of their", "every single", "each one of the", "one", "a", "an", "a single", "each of these", "each of those", "each individual")  # fmt: skip


@A.rule("core", "(each|every|each of the|each of his|each of her|each of their|every single|each of these|each of those|each individual) <c:noun> (<tag>)? (<v:verb>|<b:be>) (<particle>)? <o:objects>", "(one|a|an|a single) <c:noun> <v:verb> (<particle>)? <o:objects>", cost=-0.4)  # fmt: skip
def _each(c: Thing, o: tuple[Amount, ...], v: Verb = HAVE, b: str = "") -> Each | None:
    return Each(c, Verb("cost") if b and o[0].thing == MONEY else v, o)


@A.rule("core", "(the|all the|all|these|all of the|his|her|their)? <n:N> <c:noun> (each) (<v:verb>|<b:be>) <o:objects>", "each of (the|his|her|their|these)? <n:N> <c:noun> (<tag>)? (<v:verb>|<b:be>) <o:objects>", "(the|all the|all|these|his|her|their)? <n:N> <c:noun> (<v:verb>|<b:be>) <o:plain> each", cost=-0.4)  # fmt: skip
def _each_of(n: str, c: Thing, o: tuple[Amount, ...] | Amount, v: Verb = HAVE, b: str = "") -> Each:
    objects = o if isinstance(o, tuple) else (o,)
    return Each(c, Verb("cost") if b and objects[0].thing == MONEY else v, objects, n)


@A.rule("core", "(each|each one|each of them|they each|these each|all of them|each of these|each of which) (<v:verb>|<b:be>) <o:objects>", "(they|these|which) (<v:verb>|<b:be>) <o:plain> (each|apiece|a piece)", "(<det>)? <c:noun> (<v:verb>|<b:be>) <o:plain> (each|apiece|a piece)", cost=-0.3)  # fmt: skip
def _they_each(o: tuple[Amount, ...] | Amount, v: Verb = HAVE, b: str = "", c: Thing = Thing()) -> Each:
    objects = o if isinstance(o, tuple) else (o,)
    return Each(c, Verb("cost") if b and objects[0].thing == MONEY else v, objects)


@A.rule("core", "(for|with|in|on|from|to) (each|every|one) <c:noun> (that)? (<who>)? (<verb_word>)? ,? <w:who> <v:verb> (<particle>)? <o:objects>", "(in|on|at) (each|every) <c:noun> ,? <there> <o:objects>", "(each|every) <c:noun> ,? <w:who> <v:verb> (<particle>)? <o:objects>", "(each|every) <c:noun> ,? <w:who> (is|gets) paid <o:objects>", cost=-0.3)  # fmt: skip
def _for_each(c: Thing, o: tuple[Amount, ...], w: str = "", v: Verb = HAVE) -> Each:
    return Each(c, v, o, who=w)


@A.rule("core", "<there> <o:plain> (per|in each|in every|in a|on each|on every|in one|to a|for each|for every) <c:noun>", "<o:plain> (make up|makes up|make|makes|equals|equal) (one|a|an) <c:noun>", cost=-0.2)  # fmt: skip
def _there_each(o: Amount, c: Thing) -> Each:
    return Each(c, HAVE, (o,))


@A.rule("core", "it takes (<w:who>)? <o:plain> to <v:verb_word> (a|one|each|an|every) <c:noun>", "<w:who> (can|could) <v:verb_word> (a|one|each|an) <c:noun> (in|every) <o:plain>", "it takes <o:plain> for (<w:who>)? to <v:verb_word> (a|one|each|an) <c:noun>", "(each|every|one) <c:noun> takes (<w:who>)? <o:plain> (to <verb_word>)?", "<w:who> takes <o:plain> to <v:verb_word> (a|one|each|an) <c:noun>", cost=-0.3)  # fmt: skip
def _takes(o: Amount, c: Thing, w: str = "", v: str = "take") -> Each:
    return Each(c, Verb("take"), (o,), who=w)


@A.rule(
    "core",
    "it (takes|took|would take|will take) (<w:who>)? <o:plain> to <verb_word> (<particle>)? <g:plain>",
    "it (takes|took) <o:plain> for <w:who> to <verb_word> <g:plain>",
    "<w:who> (takes|took|needs|spends) <o:plain> to <verb_word> <g:plain>",
    cost=-0.2,
)
def _takes_for(o: Amount, g: Amount, w: str = "") -> Takes | None:
    fits = (
        o.thing.unit
        and o.thing != MONEY
        and g.form == "n"
        and g.letter
        and g.thing
        and not o.mods
        and not g.mods
    )
    return Takes(o, g, w) if fits else None


@A.rule(
    "core",
    "in <n:N> (year|years) ,? <w:who> (will be|would be|turns|will turn) <m:N> (year|years)? (old)?",
    "<w:who> (will be|would be|will turn|turns) <m:N> (year|years)? (old)? in <n:N> (year|years)",
    "<n:N> (year|years) from now ,? <w:who> (will be|would be) <m:N> (year|years)? (old)?",
    cost=-0.3,
)
def _will_be(n: str, w: str, m: str) -> AgeAt:
    return AgeAt(w, n, m, 1)


@A.rule(
    "core",
    "<n:N> (year|years) ago ,? <w:who> was <m:N> (year|years)? (old)?",
    "<w:who> was <m:N> (year|years)? (old)? <n:N> (year|years) ago",
    cost=-0.3,
)
def _was(n: str, w: str, m: str) -> AgeAt:
    return AgeAt(w, n, m, -1)


# -- prices ----------------------------------------------------------------------------------------

A.words("costs", "cost", "costs", "cost him", "cost her", "costs him", "costs her", "is", "are", "was", "were", "sell for", "sells for", "sold for", "are sold for", "is sold for", "is priced at", "are priced at", "was priced at", "were priced at", "goes for", "go for", "is worth", "are worth", "was worth", "will cost", "would cost", "are sold at", "is sold at", "normally costs", "normally cost", "usually costs", "usually cost", "originally cost", "each cost", "each costs", "only cost", "only costs", "cost them", "run for", "runs for", "retails for", "cost only")  # fmt: skip


@A.rule("core", "(<det>)? <c:noun> <s:costs> <o:plain> (each|apiece|<per> <d:noun>|a piece|per piece)", "it costs <o:plain> (<per>|for (a|an|each|one)) <c:noun>", "(the)? (price|cost) (of|for) (the)? <c:noun> (is|was) <o:plain> (each|<per> <d:noun>)", cost=-0.2)  # fmt: skip
def _priced_each(c: Thing, o: Amount, s: str = "", d: Thing = Thing()) -> Price | None:
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
def _sells(w: str, c: Thing, o: Amount, d: Thing = Thing()) -> Price | None:
    if d.unit and not c.unit:
        c = Thing(unit=d.unit, of=c.words)
    elif d.words and not set(d.words) & set(c.words):
        return None
    return Price(c, o, True, "sell") if o.thing == MONEY else None


@A.rule("core", "<w:who> (charges|charge|charged|earns|gets|makes|receives|sells) <o:plain> (for|per) (each|every|a|an|one)? <c:noun>", "(<w:who>)? <selling> (them|each|each one|one|it|each of them|them all|all of them|all of it|each <noun>|the <noun>|his <noun>|her <noun>|the) (for|at) <o:plain> (each|apiece|<per> <c:noun>|a piece)?", "<w:who> <selling> (a|an|one|each|every) <c:noun> for <o:plain>", cost=-0.3)  # fmt: skip
def _charges(o: Amount, w: str = "", c: Thing = Thing()) -> Price | None:
    return Price(c, o, True, "sell") if o.thing == MONEY else None


@A.rule("core", "<c:noun> (cost|costs|are|were) <a:M> (each)? for <x:noun> (and|,|, and) <b:M> (each)? for <y:noun>", "<c:noun> for <x:noun> (cost|are|were|costs) <a:M> (each)? and <b:M> (each)? for <y:noun>", cost=-0.3)  # fmt: skip
def _two_prices(c: Thing, x: Thing, y: Thing, a: str, b: str) -> tuple[Price, Price]:
    def one(thing: Thing, letter: str) -> Price:
        return Price(Thing((*thing.words, *c.words)), Amount("m", letter, MONEY), True)

    return one(x, a), one(y, b)


# -- shares, changes, totals, ages -----------------------------------------------------------------


@A.rule("core", "(<w:whos>)? (splits|split|divides|divided|shares|shared|distributes|distributed|wants to split|wants to divide|wants to share|decides to split|decided to split|decided to divide|decides to divide|packs|packed|puts|put|arranges|arranged|places|placed|separates|separated|split up|is divided|are divided|decided to share|divide|share|agree to split) (them|it|all of them|all of it|the rest|the remainder|what was left|what is left|the rest of (the|his|her|them) (<noun>)?|(the remaining) <x:noun>|(the|his|her|their|all the|all of the|these|this|up the) <x:noun>) (equally|evenly)? (among|between|into|in|amongst|with) (his|her|their|the|all)? <n:N> (equal|different)? <c:noun> (equally|evenly)?", cost=-0.3)  # fmt: skip
def _splits(n: str, c: Thing, w: str = "", x: Thing = Thing()) -> Share:
    return Share(w, x, n, c)


@A.rule("core", "(<whos>|<det> <noun>)? (is|was|are|were|goes|went|comes|came|get|gets|got|receives|received|has|had|used|uses|have|had|is offering|offers|offered|is having|gives|gave|was offering|there is|there was|with|offering)? (on sale|a sale)? (for|of|at|a|an)* <f:F> (off|discount) (coupon|sale)? (on (all|everything|all purchases|all items|the total|his purchase|her purchase|the entire purchase)|all purchases|all items|everything|the total)? (<tags>)?", cost=0.2)  # fmt: skip
def _off(f: str) -> Change:
    return Change(f, -1)


@A.rule("core", "(<whos>)? (pays|paid|pay|adds|added|leaves|left|gives|gave|has to pay|there is|there was|plus|tips|tipped)? (a|an)? <f:F> (in|of)? (sales tax|tax|tip|taxes|service charge|service fee|gratuity|delivery fee) (<tags>)?", cost=0.2)  # fmt: skip
def _tax(f: str) -> Change:
    return Change(f, 1)


@A.rule("core", "(together|altogether|combined|in total|in all) ,? <w:whos> <v:verb> <o:plain>", "<w:several> <v:verb> <o:plain> (together|altogether|combined|in total|in all|total)", "<w:several> <v:verb> a (total|combined total) of <o:plain>", "<w:whos> <v:verb> a (combined|total) (total)? of <o:plain>", cost=-0.2)  # fmt: skip
def _together(w: str, v: Verb, o: Amount) -> Together:
    return Together(w, v, o)


@A.rule(
    "core",
    "the (total|total number|combined number) of <x:noun> (<tags>)? (is|was) <n:N>",
    "the total (is|was) <n:N> (<x:noun>)?",
)
def _total_is(n: str, x: Thing = Thing()) -> Together:
    return Together("", HAVE, Amount("n", n, x))


AGE: Final = Thing(("age",))
LENGTH: Final = Thing(("size",))


@A.rule(
    "core",
    "(of|from|out of) (the rest|the remaining ones|the remaining <x:noun>|the remainder|those|these|them|those that remained) ,? <w:who> <v:verb> <f:F>",
    cost=-0.3,
)
def _of_the_rest(w: str, v: Verb, f: str, x: Thing = Thing()) -> Fact:
    return Fact(w, v, (Amount("f", f, x, 1, whole=x),))


@A.rule("core", "(they|these|which) (are|were) each <o:plain> (long|tall|wide)?", cost=-0.3)
def _are_each(o: Amount) -> Each:
    return Each(Thing(), Verb("cost") if o.thing == MONEY else HAVE, (o,))


A.words("old", "old", value="age")
A.words("old", "tall", "high", "long", "heavy", "wide", "deep", value="size")


@A.rule(
    "core",
    "<w:who> (is|was|weighs|measures) (currently|now|only)? <n:N> <u:noun> (<o:old>)? (<tag>)?",
    "<w:who> (is|was) (currently|now)? <n:N> (years old)?",
    cost=0.2,
)
def _is_old(w: str, n: str, u: Thing = Thing(), o: str = "age") -> Fact | None:
    if u and not u.unit:
        return None
    years = o == "age" and u.unit in ("", "year")
    return (
        Fact(w, Verb("be"), (Amount("n", n, AGE if years else Thing(("size",), (u.unit,))),))
        if u.unit or years
        else None
    )


@A.rule(
    "core",
    "<w:who> (is|was) (currently|now)? <k:factor> as <o:old> as <r:ref>",
    "<w:who> (is|was) (currently|now)? <k:factor> (of)? (the age of)? <r:ref> 's age",
    "<w:who> (is|was) (currently|now)? <k:factor> (of)? the age of <r:ref>",
)
def _is_times(w: str, k: str, r: Ref, o: str = "age") -> Fact:
    return Fact(w, Verb("be"), (Amount("times", k, AGE if o == "age" else LENGTH, ref=r),))


@A.rule(
    "core",
    "<w:who> (is|was|weighs) (currently|now)? <c:cmp> (<o:old>)?",
    "<w:who> 's (age|height|weight|length) is <c:cmp>",
    cost=0.2,
)
def _is_compared(w: str, c: Amount, o: str = "age") -> Fact | None:
    if c.thing and not c.thing.unit:
        return None
    if c.form == "more" and not c.thing.unit and not "\ue800" <= c.letter:
        return None
    thing = AGE if c.thing.unit in ("", "year") else Thing(("size",), (c.thing.unit,))
    return Fact(w, Verb("be"), (replace(c, thing=thing),))


# -- clauses with what stands around them ----------------------------------------------------------


def _tagged(core: Told | tuple[Price, ...], tags: tuple[Tag, ...]) -> Told | tuple[Price, ...] | None:
    if isinstance(core, Fact | Each | Price):
        return replace(core, tags=(*tags, *core.tags))
    if isinstance(core, Together):
        return core if all(t.kind in ("none", "where", "why") for t in tags) else None
    return (
        core
        if all(t.kind in ("none", "where", "why") for t in tags) and not isinstance(core, tuple)
        else None
    )


A.rule("clause", "<c:core>")(lambda c: c)
A.rule("clause", "<s:tags> (,)? <c:core>")(lambda c, s: _tagged(c, s))
A.rule("clause", "<c:core> (,)? <t:tags>")(lambda c, t: _tagged(c, t))
A.rule("clause", "<s:tags> (,)? <c:core> (,)? <t:tags>")(lambda c, s, t: _tagged(c, (*s, *t)))
A.rule(
    "core", "who <v:verb> (<particle>)? <o:objects>", "who (is|was) <n:N> (years old)? (now|right now|today)?"
)(lambda v=None, o=(), n="": Fact("who", v, o) if v else Fact("who", Verb("be"), (Amount("n", n, AGE),)))
A.rule(
    "core",
    "(started|starts|began|begins|start) (off|out)? with <o:objects>",
    "<w:whos> (started|starts|began|begins|start) (off|out)? with <o:objects>",
    cost=-0.3,
)(lambda o, w="": Fact(w, HAVE, o))


@A.rule("clause", "after <v:ing> (<particle>)? <o:objects> , <c:core>", "by <v:ing> (<particle>)? <o:objects> , <c:core>", "after <w:who> <v2:verb> (<particle>)? <o:objects> , <c:core>", cost=0.2)  # fmt: skip
def _after(
    o: tuple[Amount, ...], c: Told, v: str = "", w: str = "", v2: Verb = HAVE
) -> tuple[Told, ...] | None:
    who = w or (c.who if isinstance(c, Fact) else "")
    return (Fact(who, Verb(v) if v else v2, o), c) if not isinstance(c, tuple) else None


@A.rule("clause", "<c:core> (after|by) <v:ing> (<particle>)? <o:objects>", cost=0.4)
def _when_done(c: Told, v: str, o: tuple[Amount, ...]) -> tuple[Told, ...] | None:
    return (Fact(c.who, Verb(v), o), c) if isinstance(c, Fact) else None


_NO_SCENE: Final = frozenset("( ) : how what calculate determine find".split())


_OF_TOLD: Final = frozenset("them it all some the his her their both this these those".split())


def _scenes(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """Words that tell no amount and change none."""
    has_verb = False
    for end in range(at, min(at + 32, len(tokens))):
        word = tokens[end]
        if is_number(word) or word in UNTOLD or word in _NO_SCENE:
            return
        if word in ("sells", "sell") and tokens[end + 1 : end + 2] and tokens[end + 1] in _OF_TOLD:
            return
        has_verb = has_verb or bool(verb_of(word)) or word in AUX
        if (
            has_verb
            and end - at >= 1
            and (
                end + 1 == len(tokens)
                or tokens[end + 1] in (",", "and", "but", "so", "while", "because", "if", "when")
            )
        ):
            yield Parse(end + 1, Scene(" ".join(tokens[at : end + 1])), 2.5 + 0.25 * (end - at))


A.primitive("clause", _scenes)
A.words(
    "joint",
    ",",
    ", and",
    "and",
    "but",
    ", but",
    "while",
    ", while",
    "then",
    ", then",
    "and then",
    ", and then",
    ", so",
    "so",
    "if",
    ", if",
    "when",
    "because",
    "since",
    "after",
    "and if",
    "given that",
    ", also",
    "suppose",
    "assuming",
    "where",
    "whereas",
    ", whereas",
    "although",
    ", then",
    ";",
    "such that",
    "and that",
    "but then",
    ", but then",
    "before",
    "but when",
    "and when",
    ", when",
    "so that",
    "even though",
    ", because",
    ":",
    ", and if",
)
A.rule("sentence", "<c:clause> (,)? <r:relative>", cost=1.0)(
    lambda c, r: ((c,) if not isinstance(c, tuple) else c) + (r,)
)
A.rule("sentence", "<c:clause> (,)? <r:relative> <j:joint> <s:sentence>", cost=1.0)(
    lambda c, r, j, s: ((c,) if not isinstance(c, tuple) else c) + (r,) + s
)
A.rule("relative", "<c:clause>")(lambda c: c if isinstance(c, Fact) and c.who == "who" else None)  # fmt: skip
A.rule("sentence", "<c:clause>", "<j:joint> <c:clause>", cost=1.0)(
    lambda c, j="": (c,) if not isinstance(c, tuple) else c
)
A.rule(
    "sentence", "<c:clause> <j:joint> <s:sentence>", "<i:joint> <c:clause> <j:joint> <s:sentence>", cost=1.0
)(lambda c, s, j="", i="": ((c,) if not isinstance(c, tuple) else c) + s)
_ = Ref
