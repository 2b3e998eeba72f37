"""English clauses about fractions of a whole, of the rest, of a part."""

from __future__ import annotations

import re
from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.english.wholes import Parts, _label, shared_noun
from solver.topics.stories.word_problems.meanings import Amount, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, Phrase, the_only
from solver.topics.stories.word_problems.story import Story


@G.rule(
    "base_part",
    "of (the|these|those|all|all the|its|his|her|their|them|what)? (remaining|other) <x:noun>",
    "of (the)? (rest|remainder|others)",
    "of what (is|was|remains|remained) (left|over)?",
    "of the (money|amount) (left|remaining|that was left)",
    "of (those|the <noun>|the ones) (left|remaining|that remained|that were left|left over)",
)
def _of_rest(x: str = "") -> tuple[Thing, Amount | None]:
    return Thing(x, role="rest"), None


@G.rule(
    "base_part",
    "of (his|her|their|the|my|all his|all her) (money|savings|salary|allowance|pocket money|pay|wages|earnings|cash|budget|income)",
    "of what (he|she|they) had",
)
def _of_money() -> tuple[Thing, Amount | None]:
    return Thing(MONEY_ITEM), None


@G.rule("base_part", "<of_them>")
def _of_them() -> tuple[Thing, Amount | None]:
    return Thing(role="whole"), None


@G.rule(
    "base_part",
    "of (the|these|those|all|all the|its|his|her|their|our|this|a|an|whole|the whole|all of the)? (total)? <x:noun> (<tail>)?",
    cost=0.3,
)
def _of_noun(x: str) -> tuple[Thing, Amount | None]:
    return Thing(x), None


@G.rule(
    "base_part",
    "of (the|these|all the|his|her|its|a|an|all|their)? <q:qty> (<tail>)?",
    "of (the|a|an|his|her) (<phrase>)? of <q:qty>",
)
def _of_number(q: Amount) -> tuple[Thing, Amount | None]:
    return Thing(q.item), q


@G.rule(
    "core",
    "<b:base_part> ,? <f:fraction> (are|is|were|was|have)? <p:phrase>",
    "(,|and)? <f:fraction> (<b:base_part>)? (are|is|were|was|go to|goes to|goes on|go on|went on|is for|are for|is spent on|are spent on|was spent on|went to|consists of|consist of|have been|had been|contain|contains|is taken up by|attend|like|prefer|chose)? (the|a|an)? <p:phrase>",
    "(,|and)? <f:fraction> (<b:base_part>)? (<be>)? (in|on|at|to|for|with) (the)? <p:phrase>",
)
def _share(f: Fraction, p: str, b: tuple[Thing, Amount | None] | None = None) -> Meaning | None:
    base, amount = b if b else (None, None)
    return say.share(_label(p), f, base, amount)


@G.rule("core", "(,|and)? half (<be>) (the|a)? <p:phrase>", cost=0.2)
def _half_are(p: str) -> Meaning:
    """ "Half are dogs"."""
    return say.share(_label(p), Fraction(1, 2))


@G.rule(
    "core",
    "<p:phrase> (account for|accounts for|accounted for|make up|makes up|made up|take|takes up|took up|takes|represent|represents|form|forms|constitute|constitutes|is|are|were|was|comprise|comprises|cover|covers|occupy|occupies|contributes|gets|receives|got|received|take up|gets|keeps|took|will get) <f:fraction> (<b:base_part>)?",
    "<p:phrase> (for)? <f:fraction>",
    "the (percentage|share|proportion|number|fraction) of <p:phrase> (is|makes up|was) <f:fraction> (<b:base_part>)?",
    cost=-0.1,
)
def _share_after(f: Fraction, p: str, b: tuple[Thing, Amount | None] | None = None) -> Meaning:
    base, amount = b if b else (None, None)
    return say.share(_label(p), f, base, amount)


_TAKEN = "<a:who>? (<aux>)* <v:{}> <f:fraction> (<b:base_part>)? (<p:phrase>)?"


@G.rule(
    "core",
    _TAKEN.format("keeping"),
    "<phrase> (<aux>)* <v:keeping> <f:fraction> (<b:base_part>)? (<p:phrase>)?",
    cost=1,
)
def _does_share(
    f: Fraction,
    v: str,
    b: tuple[Thing, Amount | None] | None = None,
    p: str = "",
    a: tuple[str | None] | None = None,
) -> Meaning:
    base, amount = b if b else (None, None)
    return say.share(Phrase(f"{v} {p}".strip()), f, base, amount, who=(a[0] or "") if a else "")


@G.rule(
    "core",
    _TAKEN.format("losing"),
    "(then)? <f:fraction> <b:base_part> (on|for|to) (the|a)? <p:phrase>",
    cost=0.9,
)
def _takes_share(
    f: Fraction,
    v: str = "take",
    b: tuple[Thing, Amount | None] | None = None,
    p: str = "",
    a: tuple[str | None] | None = None,
) -> Meaning:
    base, amount = b if b else (None, None)
    label = re.sub("^(?:on|for|to) ", "", p) if p else v
    return say.takes_share(
        a[0] if a else None, Phrase(label) if isinstance(p, Phrase) or not p else label, f, base, amount
    )


@G.rule(
    "core",
    "<who>? (<aux>)* (<PAY_form>|used|uses|gave|gives|put|puts) <f:fraction> (<b:base_part>)? (on|for|to|into) (the|a)? <p:noun>",
    cost=1.3,
)
def _spends_share(f: Fraction, p: str, b: tuple[Thing, Amount | None] | None = None) -> Meaning:
    """ "It spent 35% of the money on food": a part of the money, where what is left has parts too."""
    base, amount = b if b else (None, None)
    return say.share(p, f, base, amount)


G.alias("keeping", "<v:verb_word>")


for _class in ("HAVE", "GAIN", "BUY", "IN"):
    G.alias("keeping", f"<v:{_class}_form>")


for _class in ("LOSE", "GIVE", "SELL", "PAY"):
    G.alias("losing", f"<v:{_class}_form>")


G.words(
    "verb_word",
    "planted",
    "plants",
    "invested",
    "invests",
    "deposited",
    "set aside",
    "sets aside",
    "painted",
    "covered",
    "won",
    "lost",
    "put",
    "rode",
    "ordered",
    "drove",
    "walked",
    "completed",
)


G.words(
    "losing",
    "gave away",
    "used up",
    "put aside",
    "gives away",
    "put",
    "puts",
    "set aside",
    "invested",
    "invests",
)


@G.rule(
    "core",
    "(a|the)? (rest|others|remainder) (of <phrase>)? (<be>)? (,|all|either|then|now|are|is|were|was|consists of|consist of|like|chose|came|come|went|go|go to|goes to|consisted of|belong to)* (in|on|at|to|for|with|by|as|from|into)? (the)? <parts:parts_list> (<r:in_ratio>)?",
    "(the|all the|its|his|her|all|all of the)? (rest|others|remainder|remaining ones|other ones|remaining|(remaining|other) <w:noun>) (of (them|it|these|the <noun>))? (<tail>)? ,? (<be>)? (<ANY_form>|do|does|did|either|all|only|then|each|divided|split|shared|used|made up|unloaded|sold|spent|delivered|given|planted|up|consists|consist|include|includes|deal|come|came|go|live|learn|between|among|as|into|of|on|by|for|with|in|at|to|the|a|an|is|are|was|were|or|share|contain|contains)* <parts:parts_list> (<r:in_ratio>)?",
    "what (is|was|remained|remains) (left)? (was|is|were)? (shared|divided|split|spent) (by|between|among|on) <parts:parts_list> (<r:in_ratio>)?",
    "<parts:parts_list> (<ANY_form>|share|shared|brought in|raised|contributed|paid|gave|split) (what (was|is|remained|remains) (left)?|the rest|the remainder) (<r:in_ratio>)?",
    "<parts:parts_list> (share|shared|split|divide|get|got|receive|received|make up|form|are|take|took) (the|all the|all)? (rest|remainder|others|remaining <noun>) (<r:in_ratio>)?",
    cost=0.5,
)
def _rest(parts: Parts, r: tuple[Fraction, ...] | None = None, w: str = "") -> Meaning | None:
    if r is not None and len(r) != len(parts):
        return None
    return say.rest_are(shared_noun(parts)[0] if len(parts) > 1 else parts, r or (), Thing(w) if w else None)


@G.rule(
    "core",
    "<parts:list> (share|split|divide|shared|divided) (the|all the)? (rest|remainder|remaining <noun>) (equally|evenly)",
    "(the)? (rest|remainder) (<be>) (shared|split|divided) (equally|evenly) (between|among|by) <parts:list>",
)
def _rest_equally(parts: Parts) -> Meaning:
    return say.rest_are(parts, [Fraction(1)] * len(parts))


@G.rule(
    "core",
    "(<who>)? (split|splits|share|shares|divide|divides|shared|divided|delivered|gave|gives|spent|spends|sold) (the|all the)? (rest|remainder|remaining <noun>|others) (between|among|into|for|on|to|across) <parts:parts_list> (<r:in_ratio>)",
)
def _splits_rest(parts: Parts, r: tuple[Fraction, ...]) -> Meaning | None:
    return say.rest_are(parts, r) if len(parts) == len(r) else None


@G.rule(
    "core",
    "<parts:names> (gets|got|receives|received|takes|took|keeps|kept|get|has|was given|chose|like|likes) (all)? (the)? (rest|remainder)",
)
def _gets_rest(parts: Parts) -> Meaning:
    return say.rest_are(parts)


@G.rule(
    "core",
    "(everyone|everybody|all|everything) (else) (<be>|chose|likes|came)? <parts:parts_list> (<r:in_ratio>)?",
)
def _everyone_else(parts: Parts, r: tuple[Fraction, ...] = ()) -> Meaning | None:
    return say.rest_are(parts, r) if not r or len(r) == len(parts) else None


@G.rule(
    "core",
    "<w:when> ,? (<who>)? (<aux>)* (<v:keeping>|<v:losing>) <f:fraction> (<b:base_part>)?",
    "(<who>)? (<aux>)* (<v:keeping>|<v:losing>) <f:fraction> (<b:base_part>)? <w:when>",
    cost=0.6,
)
def _share_when(w: str, f: Fraction, v: str, b: tuple[Thing, Amount | None] | None = None) -> Meaning:
    """So much of it on one of several days, which are its parts."""
    base, amount = b if b else (None, None)
    return say.share(w, f, base, amount)


G.alias("parts_list", "<parts:list>")


G.alias("parts_list", "<parts:phrases>", cost=1)


@G.rule("parts_list", "<x:phrase>", "(the)? <x:noun>")
def _one_part(x: str) -> Parts | None:
    return None if {"or", "and"} & set(x.split()) else (x,)


@G.rule("core", "the remaining <q:qty> (<be>) <p:phrase>", "the other <q:qty> (<be>) <p:phrase>")
def _rest_counted(q: Amount, p: str) -> Meaning:
    return say.telling(say.rest_is(q), say.rest_are([p]))


@G.rule(
    "core",
    "<n:N> (<of_them>|of the <x:noun>) (<be>|<ANY>|chose|like)? (the|a)? <p:phrase>",
    "<n:N> (<be>) <p:phrase>",
)
def _part_is(n: Fraction, p: str, x: str = "") -> Meaning:
    return say.part_is(p, Amount(n))


@G.rule(
    "core", "<n:N> (of them|of these)? (<ANY_form>|<IN_form>|<be> <ANY_form>|<LOSE_form>) <w:when>", cost=0.2
)
def _part_when(n: Fraction, w: str) -> Meaning:
    """ "Of 1000 visitors, 350 came on Friday"."""
    return say.part_is(w, Amount(n))


@G.rule("core", "(the)? <n:N> (other)? <x:noun> (<be>) (the|a)? <p:phrase>", cost=0.5)
def _part_that_is(n: Fraction, x: str, p: str) -> Meaning:
    """ "60% of the seats are taken, and 180 seats are empty"."""
    return say.part_that_is(x, p, Amount(n))


@G.rule("core", "there (are|were) <n:N> <p:phrase>", cost=1.6)
def _part_told(n: Fraction, p: str) -> Meaning:
    """ "There are 60 people in design": a part that was named before."""

    def tell(story: Story) -> None:
        group = story.only_group()
        said = story.words(p) - story.words(group.noun)
        fits = [m for m in group.members if said & story.words_for(m)]
        story.define(the_only(fits), n)

    return tell
