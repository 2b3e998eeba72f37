"""English clauses of accounts: who does what with how many. See `word_problems.chart` for the notation."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeAlias

from solver.topics.stories.accounts.phrases import A
from solver.topics.stories.accounts.values import (
    MONEY,
    NO_THING,
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
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.verbs import verb_of

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
)(lambda a, b: (a, *b))

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
def _part_is(x: Thing = NO_THING, o: Amount | None = None, n: str = "", y: Thing = NO_THING, t: tuple[Tag, ...] = ()) -> Fact | None:  # fmt: skip
    part = o or (Amount("n", n, y, whole=Thing()) if n else Amount("rest", thing=y))
    return Fact("", Verb("is"), (part, Amount("bare", thing=x)), t)


@A.rule(
    "core",
    "<o:part> <v:verb> (<x:noun>)?",
    "<n:N> of (them|these|those|which) <v:verb> (<x:noun>)?",
    cost=0.4,
)
def _part_does(v: Verb, o: Amount | None = None, n: str = "", x: Thing = NO_THING) -> Fact | None:
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


@A.rule("core", "(each|every|each of the|each of his|each of her|each of their|every single|each of these|each of those|each individual) <c:noun> (<tag>)? (<v:verb>|<b:be>) (<particle>)? <o:objects>", "(one|a|an|a single) <c:noun> <v:verb> (<particle>)? <o:objects>", cost=-0.4)  # fmt: skip
def _each(c: Thing, o: tuple[Amount, ...], v: Verb = HAVE, b: str = "") -> Each | None:
    return Each(c, Verb("cost") if b and o[0].thing == MONEY else v, o)


@A.rule("core", "(the|all the|all|these|all of the|his|her|their)? <n:N> <c:noun> (each) (<v:verb>|<b:be>) <o:objects>", "each of (the|his|her|their|these)? <n:N> <c:noun> (<tag>)? (<v:verb>|<b:be>) <o:objects>", "(the|all the|all|these|his|her|their)? <n:N> <c:noun> (<v:verb>|<b:be>) <o:plain> each", cost=-0.4)  # fmt: skip
def _each_of(n: str, c: Thing, o: tuple[Amount, ...] | Amount, v: Verb = HAVE, b: str = "") -> Each:
    objects = o if isinstance(o, tuple) else (o,)
    return Each(c, Verb("cost") if b and objects[0].thing == MONEY else v, objects, n)


@A.rule("core", "(each|each one|each of them|they each|these each|all of them|each of these|each of which) (<v:verb>|<b:be>) <o:objects>", "(they|these|which) (<v:verb>|<b:be>) <o:plain> (each|apiece|a piece)", "(<det>)? <c:noun> (<v:verb>|<b:be>) <o:plain> (each|apiece|a piece)", cost=-0.3)  # fmt: skip
def _they_each(o: tuple[Amount, ...] | Amount, v: Verb = HAVE, b: str = "", c: Thing = NO_THING) -> Each:
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


# -- shares, changes, totals, ages -----------------------------------------------------------------


@A.rule("core", "(<w:whos>)? (splits|split|divides|divided|shares|shared|distributes|distributed|wants to split|wants to divide|wants to share|decides to split|decided to split|decided to divide|decides to divide|packs|packed|puts|put|arranges|arranged|places|placed|separates|separated|split up|is divided|are divided|decided to share|divide|share|agree to split) (them|it|all of them|all of it|the rest|the remainder|what was left|what is left|the rest of (the|his|her|them) (<noun>)?|(the remaining) <x:noun>|(the|his|her|their|all the|all of the|these|this|up the) <x:noun>) (equally|evenly)? (among|between|into|in|amongst|with) (his|her|their|the|all)? <n:N> (equal|different)? <c:noun> (equally|evenly)?", cost=-0.3)  # fmt: skip
def _splits(n: str, c: Thing, w: str = "", x: Thing = NO_THING) -> Share:
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
def _total_is(n: str, x: Thing = NO_THING) -> Together:
    return Together("", HAVE, Amount("n", n, x))


AGE: Final = Thing(("age",))
LENGTH: Final = Thing(("size",))


@A.rule(
    "core",
    "(of|from|out of) (the rest|the remaining ones|the remaining <x:noun>|the remainder|those|these|them|those that remained) ,? <w:who> <v:verb> <f:F>",
    cost=-0.3,
)
def _of_the_rest(w: str, v: Verb, f: str, x: Thing = NO_THING) -> Fact:
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
def _is_old(w: str, n: str, u: Thing = NO_THING, o: str = "age") -> Fact | None:
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
    if c.form == "more" and not c.thing.unit and not c.letter >= "\ue800":
        return None
    thing = AGE if c.thing.unit in ("", "year") else Thing(("size",), (c.thing.unit,))
    return Fact(w, Verb("be"), (replace(c, thing=thing),))
