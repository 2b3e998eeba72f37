"""English clauses about having, getting, giving and losing."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.word_problems import meanings as say
from solver.topics.word_problems.english.asking import Who, owner_of
from solver.topics.word_problems.english.nouns import G
from solver.topics.word_problems.english.subjects import has_money, speaks_of
from solver.topics.word_problems.meanings import Amount, Compared, Meaning, Thing
from solver.topics.word_problems.quantities import MONEY_ITEM, ONE
from solver.topics.word_problems.story import Story


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


@G.rule("core", "<a:who> (had|has) some <noun>", "<a:who> (had|has) (a|some) (money|savings)")
def _has_some(a: Who) -> Meaning:
    return speaks_of(a)


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
    cost=0.3,
)
def _when_compared(w: str, c: Compared) -> Meaning:
    return say.has_compared(w, c.item, c)


@G.rule(
    "core",
    "<a:who>? <LOSE> <q:qtys> (to <b:who>|away|out)?",
    "<q:qtys> (were|was|have been|had been|are|got) (eaten|sold|broken|lost|used|removed|thrown away|donated|given away|taken away|borrowed|cut down|taken|stolen)",
)
def _loses(q: tuple[Amount, ...], a: Who | None = None, b: Who | None = None) -> Meaning:
    return say.gets(owner_of(a), q, -1, b[0] if b else "")


@G.rule("core", "<a:who>? <GIVE> <b:who> <q:qtys>", "<a:who>? <GIVE> <q:qtys> to (each of)? <b:who>")
def _gives(q: tuple[Amount, ...], b: Who, a: Who | None = None) -> Meaning:
    def tell(story: Story) -> None:
        giver = story.who(owner_of(a))
        for amount in q:
            item = story.meet(amount.item or story.item)
            for name, sign in ((giver, -1), (story.meet(b[0] or ""), 1)):
                if (name, item) in story.ledger:
                    say.gets(name, [amount], sign)(story)
                    break_ = True
                else:
                    break_ = False
            if not break_ and (giver, item) not in story.ledger:
                say.gets(b[0], [amount], 1)(story)
        story.owner = giver

    return tell


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
