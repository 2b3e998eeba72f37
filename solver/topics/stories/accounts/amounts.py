"""Amounts of accounts: so many of what, compared with what, part of what, and what is said behind them. See `word_problems.chart` for the notation."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.accounts.phrases import ONE, A
from solver.topics.stories.accounts.values import MONEY, NO_THING, Amount, Mod, Ref, Tag, Thing
from solver.topics.stories.school.english.marks import TIME

# -- amounts ---------------------------------------------------------------------------------------

A_TIME: Final = Thing(("time",))
A.words("about", "exactly", "only", "about", "an average of", "a total of", "up to", "just", "around", "as many as", "another", "an additional", "an extra", "a further", "some", "all", "approximately", "roughly", "a combined", "a combined total of")  # fmt: skip
A.words("again", "more", "additional", "extra", "other", "further")
A.words("many", "new", "different", "whole", "full", "of the", "of his", "of her", "of their", "of these", "such", "identical", "of its", "of those", "of my", "separate", "individual", "more of the", "regular")  # fmt: skip
A.alias("num", "(<about>)* <x:N>")
A.words("one", "a", "an", "one", "another", "a single", value=ONE)


@A.rule("plain", "<n:num> (<many>)? <x:noun>", "<n:one> (<many>)? <x:noun>", "(<about>)* <n:N> <e:again> (<many>)? <x:noun>", "another <n:N> <x:noun>")  # fmt: skip
def _plain(n: str, x: Thing, e: str = "") -> Amount | None:
    if x == MONEY or n == ONE and x.unit and not x.of and x.unit in ("second", "foot", "pound"):
        return None
    return Amount("n", "" if n == ONE else n, x, again=bool(e))


A.rule(
    "plain",
    "(a|an|his|her|their) (collection|total|group|herd|flock|pile|supply|number|stock) of <n:N> <x:noun>",
    cost=-0.5,
)(lambda n, x: Amount("n", n, x))


@A.rule(
    "plain", "(the|these|those|his|her|their|all the|all|the other|my) <n:N> (<many>)? <x:noun>", cost=0.1
)
def _the_plain(n: str, x: Thing) -> Amount | None:
    return Amount("n", n, x, determined=True)


@A.rule("plain", "<n:num> (of them|of these|of those)?", "(<about>)* <n:N> <e:again>", cost=0.5)
def _bare(n: str, e: str = "") -> Amount:
    return Amount("n", n, again=bool(e))


@A.rule("plain", "(<about>)* <m:M>", "(<about>)* <m:M> <e:again>", "(a|an|the|his|her) <m:M> (bill|note|coin)", "<m:M> (worth of|of) <noun>")  # fmt: skip
def _money(m: str, e: str = "") -> Amount:
    return Amount("m", m, MONEY, again=bool(e))


@A.rule("plain", "<n:N> <m:M> (bills|bill|notes|coins|note)", cost=-0.3)
def _notes(n: str, m: str) -> Amount:
    return Amount("n", n, Thing(("note",)), mods=(Mod("price", m),))


@A.rule("plain", "(a|an|the|one|his|her) <n:N> <u:noun> <y:noun>", cost=0.3)
def _sized(n: str, u: Thing, y: Thing) -> Amount | None:
    """ "A 200 page book": one book, which has 200 pages."""
    return Amount("n", "", y, mods=(Mod("holds", n, u),)) if len(u.words) < 2 and y.words else None


@A.rule(
    "plain",
    "(some|the|his|her|their)? <x:noun> (for|costing|at|that cost|that costs|which cost|which costs|worth) <m:M>",
    cost=0.5,
)
def _all_for(x: Thing, m: str) -> Amount | None:
    """ "Pears for $5": all of them together are one thing."""
    return Amount("n", "", x, mods=(Mod("paid", m),)) if x.words else None


@A.rule(
    "plain",
    "(some|the|his|her|their)? <x:noun> (for|costing|at|that cost|that costs|which cost|which costs|worth) <c:cmp>",
    cost=0.5,
)
def _all_for_compared(x: Thing, c: Amount) -> Amount | None:
    return (
        Amount("n", "", x, mods=(Mod("compared", amount=c),))
        if x.words and c.thing in (Thing(), MONEY)
        else None
    )


@A.rule(
    "plain",
    "<n:one> <x:noun> (with|of|that has|containing|holding|which has|that contains|that holds|weighing|that is|which is|that weighs) <k:N> <y:noun> (long|in it|inside)?",
    cost=-0.1,
)
def _one_with(n: str, x: Thing, k: str, y: Thing) -> Amount | None:
    return Amount("n", "", x, mods=(Mod("holds", k, y),)) if x.words else None


@A.rule("plain", "<f:F> (a|an|of a|of an)? <u:noun>", cost=-0.1)
def _part_of_unit(f: str, u: Thing) -> Amount | None:
    """ "Half a cup", "1/2 mile"."""
    return Amount("n", f, u) if u.unit else None


@A.rule("plain", "<k:N> <n:N> <u:noun> <y:noun>", cost=0.3)
def _so_many_sized(k: str, n: str, u: Thing, y: Thing) -> Amount | None:
    return Amount("n", k, y, mods=(Mod("holds", n, u),)) if u.unit and y.words else None


A.words("cheaper", "cheaper", "less expensive", "less", "fewer", "shorter", "lower", "lighter", "younger", "slower", "smaller", value=-1)  # fmt: skip
A.words("cheaper", "more", "more expensive", "dearer", "longer", "higher", "heavier", "older", "taller", "further", "farther", "faster", "larger", "bigger", "greater", value=1)  # fmt: skip
A.words("that", "that", "that amount", "that many", "that much", "it", "this", "this amount", "the amount", "that number", "this number", value=Ref(that=True))  # fmt: skip
A.words("do", "did", "does", "do", "has", "have", "had", "was", "is", "are", "were", "got", "will")


A.rule("ref", "<w:who> <v:verb_word> (<x:noun>)? (<t:when>)?", cost=0.1)(
    lambda w, v, x=NO_THING, t=None: (
        Ref(w, x, when=t.text if t else "", verb=v) if v not in ("have", "do", "be") else None
    )
)


@A.rule("ref", "<w:who> (<do>)? (<t:when>)?", "<w:who> <verb_word> (<t:when>)?", "(he|she|they|it) (<do>|<verb_word>)? <t:when>", "<t:when>", "(on|in) <t:when>")  # fmt: skip
def _ref(w: str = "", t: Tag | None = None) -> Ref | None:
    return Ref(w if w not in ("he", "she", "they", "it") or t is None else "", when=t.text if t else "")


A.rule("ref", "(<det>)? <x:noun> (<do>)?")(lambda x: Ref(" ".join((*x.words, *x.of)), x) if x.words else None)
A.rule(
    "ref",
    "the (number|amount|price|cost|total|length|weight|size|age) of (<det>)? <x:noun> (<t:who> <verb_word>)?",
)(lambda x, t="": Ref(t or " ".join((*x.words, *x.of)), x))
A.rule(
    "ref",
    "(the (number|amount) of)? (<x:noun>)? (that)? <w:who> (has|had|have|did)? <verb_word> (to)? <t:who>",
    "what <w:who> (has|had|have|did)? <verb_word> (to)? <t:who>",
    cost=0.4,
)(lambda w, t, x=NO_THING: Ref(w, x, to=t))
A.rule("ref", "(what)? <w:who> (has|had|have|did)? <verb_word> (on|for) (<det>)? <x:noun>", cost=0.3)(
    lambda w, x: Ref(w, x)
)
A.rule("ref", "the (first|second|third|last|other) (one)?", cost=0.2)(lambda: None)
A.rule("ref", "(<det>)? <x:noun> 's (<noun>)?")(lambda x: Ref(" ".join(x.words)))
A.alias("ref", "<x:that>")
A.rule("ref", "(<det>)? <x:noun> and (<det>)? <y:noun> (combined|together|do|did|has|have|had)?")(
    lambda x, y: Ref(f"{' '.join(x.words)}+{' '.join(y.words)}") if x.words and y.words else None
)


@A.rule("cmp", "(<about>)* <n:N> <s:cheaper> (<x:noun>)? than <r:ref>", "(<about>)* <n:M> <s:cheaper> than <r:ref>", "(<about>)* <n:F> <s:cheaper> (<x:noun>)? (than <r:ref>)?", "(<about>)* <n:N> (<x:noun>) <s:cheaper> than <r:ref>", "(<about>)* <n:N> <s:cheaper> (<x:noun>)? (<g:tag>) than <r:ref>")  # fmt: skip
def _more(n: str, s: int, r: Ref | None = None, x: Thing = NO_THING, g: Tag | None = None) -> Amount:
    x = MONEY if "\ue400" <= n < "\ue800" else x
    return Amount("more", n, x, s, ref=r or Ref(that=True), tags=_times_of(g))


def _times_of(tag: Tag | None) -> tuple[Tag, ...]:
    """ "5 more on Tuesday than on Monday": when these are."""
    return (tag,) if tag is not None and tag.kind == "when" else ()


@A.rule("cmp", "(<about>)* <n:N> <u:noun> <s:cheaper> than <r:ref>", cost=0.1)
def _more_units(n: str, u: Thing, s: int, r: Ref) -> Amount | None:
    return Amount("more", n, u, s, ref=r) if u.unit else None


A.rule("cmp", "<n:N> (fewer|less) <x:noun>", cost=0.3)(
    lambda n, x: Amount("more", n, x, -1, ref=Ref(that=True)) if not x.unit else None
)
A.alias("factor", "(<about>)* <x:F> (times)?", "(<about>)* <x:N> times", "(<about>)* <x:N> timesd")


@A.rule("cmp", "<k:factor> as (many|much|long|far|expensive) (of)? (<x:noun>)? (<g:tag>)? as <r:ref>", "<k:factor> (of)? the <x:noun> (that)? <w:who> (<do>|<verb_word>)", "<k:factor> as (many|much|long|far) (<x:noun>)?", "<k:factor> the (number|amount|price|cost|total|distance|time) (of <x:noun>)? (of|as|that|than)? <r:ref>", "<k:factor> (of)? <r:that>", "<k:factor> (of)? what <r:ref>", "<k:factor> <r:that>", "<k:factor> that (much|many) <x:noun>", "<k:factor> the (number|amount) of <x:noun>")  # fmt: skip
def _times(k: str, r: Ref | None = None, x: Thing = NO_THING, w: str = "", g: Tag | None = None) -> Amount | None:  # fmt: skip
    if w:
        r = Ref(w)
    return Amount("times", k, x, ref=r or Ref(that=True), tags=_times_of(g))


@A.rule(
    "cmp",
    "(<about>)* <n:N> <s:cheaper> (<x:noun>)? than <c:cmp>",
    "(<about>)* <n:M> <s:cheaper> than <c:cmp>",
    cost=-0.1,
)
def _more_than_times(n: str, s: int, c: Amount, x: Thing = NO_THING) -> Amount | None:
    return Amount("times", c.letter, x or c.thing, s, n, c.ref) if c.form == "times" and not c.extra else None


@A.rule(
    "cmp", "the same (number|amount) (of <x:noun>)? (as <r:ref>)?", "as (many|much) (<x:noun>)? as <r:ref>"
)
def _same(x: Thing = NO_THING, r: Ref | None = None) -> Amount:
    return Amount("same", "", x, ref=r or Ref(that=True))


A.words("rest_word", "the rest", "the remaining", "the remainder", "what is left", "what was left", "the others", "the rest of them", "what remains", "what remained", "the remaining amount", "the remaining money", "what he has left", "what she has left", "the amount left", "what he had left", "what she had left", "the money left", "the rest of it", "what 's left", "what is left over", "what they have left", "what they had left", "what she had", "what he had", "what they had", "what remained of it")  # fmt: skip


@A.rule("part", "(<about>)* <f:F> (of)? (them|it|these|those|that|his|this|which)", "(<about>)* <f:F> (of)? (the|his|her|their|those|these|all|all the|its|all his|all her)? <x:noun> (that|which)? (he|she|they)? (has|have|had|was|were)?")  # fmt: skip
def _part(f: str, x: Thing = NO_THING) -> Amount:
    return Amount("f", f, x, whole=x)


@A.rule("part", "(<about>)* <f:F> (of)? (the remaining|the rest of the|the rest of his|the rest of her|the leftover|his remaining|her remaining|their remaining|the left) <x:noun>", "(<about>)* <f:F> (of)? <rest_word>", "(<about>)* <f:F> (of)? the <x:noun> (left|remaining|that remained|that were left|that was left)")  # fmt: skip
def _part_of_rest(f: str, x: Thing = NO_THING) -> Amount:
    return Amount("f", f, x, 1, whole=x)


@A.rule(
    "part",
    "<f:F> (of)? (the|his|her|their)? <n:N> <x:noun>",
    "<f:F> (of)? (the|his|her|their|a|an|that)? <n:M>",
    cost=-0.1,
)
def _part_of_number(f: str, n: str, x: Thing = MONEY) -> Amount:
    return Amount("f", f, x, extra=n, whole=x)


A.rule(
    "part",
    "<rest_word> (of (the|his|her|their) <x:noun>)?",
    "the (remaining|other) <x:noun>",
    "the rest of (the|his|her|their) <x:noun>",
)(lambda x=NO_THING: Amount("rest", thing=x))
A.rule(
    "part",
    "some (<x:noun>)",
    "some of (the|his|her|their) <x:noun>",
    "a (certain|number) (number)? of <x:noun>",
    cost=0.3,
)(lambda x: Amount("some", thing=x))
A.rule("part", "all (of)? (the|his|her|their|these)? <x:noun>", "all of (them|it)", cost=0.3)(
    lambda x=NO_THING: Amount("all", thing=x)
)

# -- what is said behind an amount -----------------------------------------------------------------

A.words("per", "a", "an", "per", "each", "every", "for each", "for every", "in each", "in every", "on each", "to each", "from each", "every single", "with each", "for one", "in one", "per each", "for a", "for an", "in a", "at each", "into each")  # fmt: skip
A.words("each", "each", "apiece", "a piece", "each one", "per piece", "per item", "individually", "per unit", "in each", "for each", "for each one", "on each", "each in it")  # fmt: skip
A.words("period", "daily", "every day", "each day", "a day", "per day", value="day")
A.words("period", "weekly", "every week", "each week", "a week", "per week", value="week")
A.words("period", "monthly", "every month", "each month", "a month", "per month", value="month")
A.words(
    "period", "yearly", "annually", "every year", "each year", "per annum", "a year", "per year", value="year"
)
A.words("period", "hourly", "every hour", "each hour", "an hour", "per hour", "per hr", value="hour")
A.words("at_price", "for", "at", "costing", "that cost", "which cost", "worth", "that costs", "priced at", "at a price of", "at a cost of", ", costing", "which costs", "that are", "which are", "that were", "that sell for", ", each costing", ", which cost", "at a rate of", "for only", ", which costs", ", that cost", "each costing", "each worth")  # fmt: skip
A.rule(
    "mod",
    "(<at_price>)? <m:M> (<each>|<per> (<noun>))",
    "(at|costing|that cost|which cost|priced at|that costs) <m:M>",
    "each (<at_price>) <m:M>",
    "that (each)? (cost|costs) <m:M> (each)?",
    "(,)? each (of which)? (cost|costs) <m:M>",
)(lambda m: Mod("price", m))
A.rule(
    "mod",
    "(for|at|worth) (a total of|a total cost of|a total price of) <m:M>",
    "(for|worth|at) <m:M> (in total|total|altogether)?",
    cost=0.2,
)(lambda m: Mod("paid", m))
A.rule("mod", "(<at_price>) <c:cmp>", cost=0.1)(
    lambda c: Mod("compared", amount=c) if c.thing in (Thing(), MONEY) else None
)
A.words("holding", "with", "of", "containing", "holding", "that have", "that has", "that contain", "that hold", "which have", "which contain", "which hold", "that weigh", "weighing", "that each have", "that each contain", "each with", "each containing", "each holding", "each having", "each weighing", ", each with", ", each containing", ", each having", ", each holding", ", each weighing", "that are", "which are", "having", "each of which has", ", each of which has", ", each of which contains", "which has", "that contains", ", with each", "that can hold", "that can each hold", "which can hold", "that holds", "that weighs", "that has")  # fmt: skip
A.rule(
    "mod",
    "<holding> <n:num> <x:noun> (each|in each|on each|apiece|per <noun>|(in|on|per) each <noun>|inside each|long|in each one|in each of them|long each)",
    "(each with|each containing|each holding|each having|each weighing|, each with|, each containing|, each having|, each holding|, each weighing|each of which has|, each of which has|, each of which contains|that each have|that each contain) <n:num> <x:noun>",
    "of <n:N> <x:noun> (each)?",
    ", with each <noun> (having|containing|holding|weighing|with) <n:num> <x:noun>",
    "(that|which) (have|has|contain|contains|hold|holds) <n:num> <x:noun> (each|in each|in it|inside)?",
)(lambda n, x: Mod("holds", n, x))
A.rule(
    "mod",
    "(,)? (that|which|who|, which|, who) (can|could|will)? each <verb_word> (an average of|up to)? <n:num> <x:noun>",
    "(that|which) (<adv>)? <verb_word> <n:num> <x:noun> each",
)(lambda n, x: Mod("holds", n, x))
A.rule("mod", "(that|which|, which) (are|is|were|was) <n:num> <x:noun> (long|tall|wide|each|deep)? (each)?")(
    lambda n, x: Mod("holds", n, x) if x.unit or x.words[-1:] == ("page",) else None
)
A.rule("mod", "(every|each|per|a|an|for each|for every|in each|in every|to each|on each|in a) <u:noun>")(
    lambda u: Mod("per", thing=u)
)
A.rule("mod", "<u:period>", cost=-0.1)(lambda u: Mod("per", thing=Thing(unit=u)))
A.rule(
    "mod",
    "for <n:num> (straight|consecutive|more)? <u:noun>",
    "(for)? <n:N> <u:noun> in a row",
    "over <n:num> <u:noun>",
    "during <n:num> <u:noun>",
    "in <n:num> <u:noun>",
    "for (a|an|one) <u:noun>",
)(lambda u, n="": Mod("for", n, u) if u.unit in TIME else None)


@A.rule("mod", "(for)? <n:N> times <u:period>", "(for)? <n:N> <d:noun> <u:period>", "once <u:period>")
def _often(u: str, n: str = "", d: Thing = A_TIME) -> Mod | None:
    return Mod("often", n, d, Thing(unit=u)) if d.unit or d.words == ("time",) else None


@A.rule("mod", "<n:N> times (per|each|every) <u:noun>", "(for)? <n:N> <d:noun> (per|each|every) <u:noun>")
def _often_each(n: str, u: Thing, d: Thing = A_TIME) -> Mod | None:
    return Mod("often", n, d, u) if d.unit or d.words == ("time",) else None


A.rule("mod", "<n:N> times")(lambda n: Mod("repeat", n))
A.rule("mod", "(in|every|per|for every) <n:N> <u:noun>")(lambda n, u: Mod("within", n, u) if u.unit else None)
A.words("mod", "each", value=Mod("each"))
