"""English clauses about having, getting, giving and losing."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.asking import Who, owner_of
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.english.subjects import has_money, speaks_of
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Unclear
from solver.topics.stories.word_problems.story import Story


@G.rule(
    "core",
    "<a:who> <HAVE> <q:qtys> (<left>)?",
    "<a:who> 've <q:qtys>",
    "<a:who> <HAVE> (a total of|exactly)? <q:qtys> (<all>)?",
)
def _has(a: Who, q: tuple[Amount, ...]) -> Meaning:
    return say.telling(speaks_of(a), *(has_money(a, x) if x.money else say.has(a[0], [x]) for x in q))


@G.rule("core", "(has|had|have) <m:M>", cost=0.5)
def _who_has(m: Amount) -> Meaning:
    """ "Nadia, who has $40"."""
    return has_money((None,), m)


@G.rule(
    "core",
    "there (is|are|was|were) <q:qtys>",
    "<q:qtys> <be> (parked|standing|there|in stock|sitting|kept|stored|left)",
    cost=0.2,
)
def _there(q: tuple[Amount, ...]) -> Meaning:
    return say.has("", q)


@G.rule("core", "<a:who>? <HAVE> <c:compared>")
def _has_compared(c: Compared, a: Who | None = None) -> Meaning:
    return say.has_compared(owner_of(a), c.item, c)


@G.rule("core", "<c:compared>", cost=0.3)
def _compared_too(c: Compared) -> Meaning | None:
    """ "… twice as many pigs as cows, and 4 more cows than goats": of whoever is spoken of."""
    if not c.item or c.item == MONEY_ITEM or not any(t.kind == "count" for t in c.base):
        return None
    return say.is_compared([Thing(c.item, None)], c, "count")


@G.rule("core", "there (are|were|is) <c:compared>", "<x:names> (has|have|had) <c:compared>", cost=-0.1)
def _there_compared(c: Compared, x: object = None) -> Meaning | None:
    if x is not None or not c.item:
        return None
    return say.is_compared([Thing(c.item)], c, "count")


@G.rule(
    "core",
    "(a|an|the)? <phrase> of <q:qty> (has|have|had|contains) <c:compared>",
    "there (are|were|is) <c:compared> (in|on|at) (a|an|the) <phrase> of <q:qty>",
    "(in|on|at|of) (a|an|the) <phrase> of <q:qty> ,? there (are|were|is) <c:compared>",
    "(in|on|at|of) (a|an|the) <phrase> of <q:qty> ,? <c:compared> (are|were)? (<phrase>)?",
)
def _whole_compared(q: Amount, c: Compared) -> Meaning | None:
    return say.telling(say.whole(q), say.is_compared([Thing(c.item)], c, "count")) if c.item else None


@G.rule(
    "core",
    "there (are|is|were) <n:N> <s:sign> <x:noun> (in|at|on|from) <a:thing> than (in|at|on|from)? <b:thing>",
    cost=-0.3,
)
def _more_in(n: Fraction, s: int, a: Thing, b: Thing, x: str) -> Meaning:
    return say.telling(say.whole_is_of(x), say.is_compared([a], Compared(ONE, s * n, (b,)), "count"))


@G.rule(
    "core", "<a:who> (had|has|owned|owns) (some|a few|a number of|a certain number of|several|many) <x:noun>"
)
def _has_some(a: Who, x: str) -> Meaning:
    return say.has_some(a[0], MONEY_ITEM if x in MONEY_WORDS else x)


@G.rule("core", "there (were|are) (some|a few|several|a number of) <x:noun> (<adjunct>)?")
def _there_are_some(x: str) -> Meaning:
    return say.has_some("", x)


@G.rule(
    "core",
    "with <q:qtys> (<all>)?",
    "with a total of <q:qty>",
    "(altogether|together|in total|in all) (,)? (they|there|it) (have|has|are) <q:qty>",
    "(they|it) (have|has) <q:qty> (<all>)?",
    cost=0.5,
)
def _with(q: tuple[Amount, ...] | Amount) -> Meaning | None:
    amounts = q if isinstance(q, tuple) else (q,)
    if any(x.money or not x.item for x in amounts):
        return None
    return say.has("", amounts)


@G.rule(
    "core",
    "<a:who>? <GAIN> <q:qtys> (more)? (from <b:who>)?",
    "<a:who>? <GAIN> (a total of|another)? <q:qtys>",
)
def _gets(q: tuple[Amount, ...], a: Who | None = None, b: Who | None = None) -> Meaning:
    return say.gets(owner_of(a), q, 1, b[0] if b else "")


@G.rule("core", "<a:who>? <GAIN> <c:compared>")
def _gets_compared(c: Compared, a: Who | None = None) -> Meaning:
    return say.has_compared(owner_of(a), c.item, c)


@G.rule(
    "core",
    "<w:when> ,? (<who>)? (<GAIN>|<LOSE>|<PAY>|<ANY>) <q:qty>",
    "(<who>)? (<GAIN>|<LOSE>|<PAY>|<ANY>) <q:qty> <w:when>",
    "<w:when> (,)? <q:qty>",
    "<q:qty> <w:when>",
    cost=0.5,
)
def _when(w: str, q: Amount) -> Meaning | None:
    """So many on a day: days are told apart like people."""
    return say.has(w, [q]) if q.item or not q.money else None


@G.rule(
    "core",
    "<w:when> ,? (<who>)? (<GAIN>|<LOSE>|<PAY>|<ANY>) <c:compared>",
    "(<who>)? (<GAIN>|<LOSE>|<PAY>|<ANY>) <c:compared> <w:when>",
    "<w:when> (,)? <c:compared>",
    "<c:compared> <w:when>",
    cost=0.3,
)
def _when_compared(w: str, c: Compared) -> Meaning:
    return say.has_compared(w, c.item, c)


@G.rule(
    "core",
    "<a:who>? <LOSE> <q:qtys> (to <b:who>|away|out)?",
    "<q:qtys> (were|was|have been|had been|got) (eaten|sold|broken|lost|used|removed|thrown away|donated|given away|taken away|borrowed|cut down|taken|stolen)",
    "<q:qtys> are (eaten|sold|lost|used|removed|thrown away|donated|given away|taken away|borrowed|cut down|taken|stolen)",
)
def _loses(q: tuple[Amount, ...], a: Who | None = None, b: Who | None = None) -> Meaning:
    return say.gets(owner_of(a), q, -1, b[0] if b else "")


@G.rule("core", "<a:who>? <GIVE> <b:who> <q:qtys>", "<a:who>? <GIVE> <q:qtys> to (each of)? <b:who>")
def _gives(q: tuple[Amount, ...], b: Who, a: Who | None = None) -> Meaning:
    return say.gives(owner_of(a), b[0], q)


@G.rule(
    "core",
    "<a:who>? <GIVE> <q:qtys> to <b:who> (and|, and) <r:qtys> to <c:who>",
    "<a:who>? <GIVE> <b:who> <q:qtys> and <c:who> <r:qtys>",
)
def _gives_two(q: tuple[Amount, ...], b: Who, r: tuple[Amount, ...], c: Who, a: Who | None = None) -> Meaning:
    return say.telling(say.gives(owner_of(a), b[0], q), say.gives(None, c[0], r))


@G.rule("core", "<a:who>? (gives|gave|give|throws|threw|throw) away <q:qtys>")
def _gives_away(q: tuple[Amount, ...], a: Who | None = None) -> Meaning:
    return say.gets(owner_of(a), q, -1)


G.words("OFF", "get off", "got off", "gets off", "leave", "left", "leaves", "flew away", "fly away", "flies away", "swam away", "went home", "go home", "got out", "get out", "went away", "go away", "ran away", "walked away", "fell off", "were sold", "were taken away", "hopped away", "drove away", "drove off", "moved away", "died", "wilted", "melted", "burst", "escaped", "rolled away", "blew away")  # fmt: skip
G.words("ON", "get on", "got on", "gets on", "get in", "got in", "join", "joined", "join them", "joined them", "come", "came", "arrive", "arrived", "board", "boarded", "flew in", "come in", "came in", "came along", "came back", "come back", "returned", "return", "flew back", "swam up", "were added", "moved in", "landed", "drove in", "enter", "entered")  # fmt: skip


@G.rule(
    "core", "<q:qty> (<aux>)* <OFF> (<adjunct>)?", "<q:qty> <OFF> (and|, and|while) <r:qty> <ON>", cost=0.1
)
def _some_leave(q: Amount, r: Amount | None = None) -> Meaning:
    """ "5 birds flew away": of what there is, wherever it is."""
    first = say.gets(None, [q], -1)
    return first if r is None else say.telling(first, say.gets(None, [r], 1))


@G.rule(
    "core", "<q:qty> (<aux>)* <ON> (<adjunct>)?", "<q:qty> <ON> (and|, and|while) <r:qty> <OFF>", cost=0.1
)
def _some_come(q: Amount, r: Amount | None = None) -> Meaning:
    def only_more(story: Story) -> None:
        if not story.ledger:
            raise Unclear  # the first that is told is how many there are
        say.gets(None, [q], 1)(story)

    return only_more if r is None else say.telling(only_more, say.gets(None, [r], -1))


@G.rule("core", "<a:who>? <LOSE> <q:qty> (<adjunct>)? (and|, and) (then)? <c:scaled> (more)? (<adjunct>)?")
def _loses_twice(q: Amount, c: Compared, a: Who | None = None) -> Meaning | None:
    return say.changes_twice(owner_of(a), q, c, -1) if not c.base else None


@G.rule(
    "core",
    "<a:who>? (<GAIN>|<BUY>) <q:qty> (<adjunct>)? (and|, and) (then)? <c:scaled> (more)? (<adjunct>)?",
    cost=0.2,
)
def _gets_twice(q: Amount, c: Compared, a: Who | None = None) -> Meaning | None:
    return say.changes_twice(owner_of(a), q, c, 1) if not c.base else None


@G.rule(
    "core",
    "(<who>)? (<GAIN>|<LOSE>|<PAY>|<ANY>) <n:N> <s:sign> (<x:noun>)? <w:when> than <v:when>",
    "<n:N> <s:sign> (<x:noun>)? <w:when> than <v:when>",
    cost=-0.2,
)
def _more_when(n: Fraction, s: int, w: str, v: str, x: str = "") -> Meaning:
    """ "15 more pages on Tuesday than on Monday"."""
    return say.has_compared(w, x, Compared(ONE, s * n, (Thing("", v, role="when"),)))


@G.rule(
    "core",
    "(together|altogether|in total|in all|between them|combined) ,? (they|the two|both|both of them|the two of them) (<HAVE>) <q:qty>",
    "(they|the two|both|both of them|the two of them) (<HAVE>) <q:qty> <all>",
    "(they|the two) (<HAVE>) (together|altogether|a total of|a combined total of) <q:qty>",
    cost=-0.3,
)
def _have_together(q: Amount) -> Meaning:
    return say.have_together(q)


@G.rule(
    "core",
    "(they|the two|both) (put|pool|combine|add|put all) (their|the) <x:noun> together",
    "(they|the two|both) (combine|pool) (their|the) <x:noun>",
)
def _put_together(x: str) -> Meaning:
    return say.put_together(MONEY_ITEM if x in MONEY_WORDS else x)


@G.rule(
    "core",
    "(they|the two|both) (put|pool|combine) (their|the) <x:noun> (together)? (to|and) (buy|get|purchase) <lines:lines>",
)
def _buy_together(x: str, lines: tuple[Bought, ...]) -> Meaning | None:
    if x not in MONEY_WORDS:
        return None
    return say.telling(say.put_together(MONEY_ITEM), say.buys("", lines, planned=True))


MONEY_WORDS: Final = frozenset(("money", "saving", "savings", "fund", "pocket money", "allowance"))


@G.rule(
    "core",
    "<a:who>? (shares|shared|share|divides|divided|divide|splits|split|distributes|distributed) (them|it|all of them|<det> <x:noun>|<q:qty>) (all)? (equally|evenly)? (among|between|amongst|with) (his|her|their|the)? <n:N> (<c:noun>) (equally|evenly)? (and keeps none|and none are left)?",
    cost=-0.2,
)
def _shares_equally(
    n: Fraction, c: str, x: str = "", q: Amount | None = None, a: Who | None = None
) -> Meaning:
    share = say.shares_equally(owner_of(a), n, c, x or (q.item if q else ""))
    return share if q is None else say.telling(say.has(owner_of(a), [q]), share)


@G.rule(
    "core",
    "<a:who>? (<HAVE>|<be>) <m:qty> <left>",
    "<a:who>? <aux>* (has|have|had|got|is left with|was left with|are left with) <m:qty> (<left>|still)",
    "<m:qty> <be> <left>",
    "there <be> <m:qty> <left>",
    "<a:who>? still (has|have|had) <m:qty>",
    cost=-0.3,
)
def _left(m: Amount, a: Who | None = None) -> Meaning:
    return say.has_left(owner_of(a), m)
