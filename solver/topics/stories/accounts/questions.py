"""English questions of accounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from solver.topics.stories.accounts.clauses import AGE, LENGTH
from solver.topics.stories.accounts.phrases import A, is_number
from solver.topics.stories.accounts.values import MONEY, NO_THING, Amount, Ask, Mod, Tag, Thing
from solver.topics.stories.accounts.words import EARN, SPEND, UNTOLD
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.word_problems.chart import Parse

A.words("aux", "did", "does", "do", "will", "would", "can", "could", "should", "must", "has", "have", "had", "is", "are", "was", "were")  # fmt: skip
A.words(
    "total",
    "total",
    "in total",
    "altogether",
    "combined",
    "in all",
    "overall",
    "total number of",
    "total combined",
)
A.words("how_much", "how much", "how much money", "how many dollars", "what amount of money", "how much total money", "how much in total", "how much cash", "what total amount of money", "what is the total amount of money", "how much total")  # fmt: skip


@A.rule("end", "(in|over|during|for|after|per|each|every|within|across|a|an|throughout|by the end of|at the end of) (a|an|one|the|those|these|all|all the|the whole|the entire|his|her|their|that|the next|the first)? (<n:N>)? <u:noun>", "(in|for|with|from|on) (all|the|those|these|all the|his|her)? <n:N> (of)? (his|her|the|these)? <u:noun>", "(for|with|in|per|on) (each|a|one) <u:noun>")  # fmt: skip
def _span(u: Thing, n: str = "") -> Mod | None:
    return Mod("for", n, u) if u.unit in TIME or n else None


A.rule("end", "in (the)? last <n:N> <u:noun>", "over (the)? (last|past|next)? <n:N> <u:noun>")(
    lambda n, u: Mod("for", n, u)
)
A.rule("end", "<u:period>", cost=-0.1)(lambda u: Mod("for", "", Thing(unit=u)))
A.rule("end", "<x:tag>", cost=0.3)(lambda x: x)
A.rule("end", "<t:total>")(lambda t: Tag("total"))


def _afterwards(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """ "After she pays the taxes", "by selling the pies": when or how, by what was told."""
    if at >= len(tokens) or tokens[at] not in ("after", "once", "by", "from"):
        return
    how = tokens[at] in ("by", "from")
    if how and not tokens[min(at + 1, len(tokens) - 1)].endswith("ing"):
        return
    for end in range(at + 1, min(at + 11, len(tokens))):
        if is_number(tokens[end]) or tokens[end] in _NOT_AFTERWARDS:
            return
        if end > at + 1:
            tag = Tag("how", " ".join(tokens[at : end + 1])) if how else Tag("none")
            yield Parse(end + 1, tag, 1.5 + 0.3 * (end - at))


_NOT_AFTERWARDS: Final = (
    UNTOLD
    - frozenset(
        [
            "give",
            "gives",
            "gave",
            "sell",
            "sells",
            "sold",
            "eat",
            "eats",
            "ate",
            "use",
            "uses",
            "used",
            "pay",
            "pays",
            "paid",
            "spend",
            "spends",
            "spent",
            "off",
        ]
    )
) | frozenset(
    [
        "all",
        "every",
        "each",
        "rest",
        "more",
        "than",
        "half",
        "both",
        "last",
        "first",
        "next",
        "other",
        "how",
        "what",
        "to",
        "on",
        ",",
        "another",
    ]
) - frozenset(["to", "on"])
A.primitive("end", _afterwards)
A.rule("ends", "<a:end>")(lambda a: (a,))
A.rule("ends", "<a:end> (,|and)? <b:ends>")(lambda a, b: (a, *b))
A.words("left", "left", "remaining", "left over", "now left", "still left", "leftover")


_OF_MONEY: Final = frozenset(["cost", "earn", "profit"])
"""Questions of which a purpose ("to buy the pens") may say what is meant."""


def _sorted(kind: str, ends: tuple[object, ...]) -> tuple[tuple[Tag, ...], tuple[Mod, ...]]:
    """What narrows a question of this kind, and what else stands at its ends."""
    passed = ("none",) if kind in _OF_MONEY else ("none", "why")
    return (
        tuple(e for e in ends if isinstance(e, Tag) and e.kind not in passed),
        tuple(e for e in ends if isinstance(e, Mod)),
    )


def _made(kind: str, thing: Thing, who: str = "", verb: str = "have", ends: tuple[object, ...] = (), total: bool = False, other: str = "", other_thing: Thing = NO_THING, goal: Amount | None = None) -> Ask:  # fmt: skip
    tags, mods = _sorted(kind, ends)
    if total:
        tags = (*tags, Tag("total"))
    if thing.words == ("change",):
        kind = "change"
    if thing.words[-1:] == ("profit",):
        kind, thing = "profit", MONEY
    if thing.words[-1:] in (("income",), ("earnings",), ("revenue",), ("salary",)):
        kind, thing = "earn", MONEY
    return Ask(kind, thing, who, verb, tags, mods, other, other_thing, goal)


@A.rule("question", "how (many|much) (<t:total>)? <x:noun> (<aux>) <w:whos> (<t:total>)? (<adv>)* <v:verb_word> (<e:ends>)?", "how (many|much) (<t:total>)? <x:noun> (<aux>) <w:whos> (<t:total>)? (<must>|need to|have to|be able to|get to) <v:verb_word> (<e:ends>)?", "how (many|much) <x:noun> (<aux>) <w:whos> (have|been|be|finished|finish) <v:ing> (<e:ends>)?", "how (many|much) (<t:total>)? <x:noun> (was|were|is|are|has been|have been|had been) <v:past> (<e:ends>)?", "how (many|much) <x:noun> (<aux>) <w:whos> (<e:ends>) <v:verb_word>", "how (many|much) <x:noun> (<t:total>) (<aux>) <w:whos> (<adv>)* <v:verb_word> (<e:ends>)?")  # fmt: skip
def _how_many(x: Thing, v: str, w: str = "", e: tuple[object, ...] = (), t: str = "") -> Ask:
    if x == MONEY:
        return _money_kind(w, v, e, bool(t))
    return _made("count", x, w, v, e, total=bool(t))


@A.rule("question", "how (many|much) (<t:total>)? <x:noun> (are|were|is|was|will be|will there be|are there|were there|is there|was there|would be|would there be) (there)? (<t:total>)? (<e:ends>)?", "(what is|calculate|find|what was|what will be) the (total|combined|total combined)? (number|amount) of <x:noun> (<aux>)? (<w:whos>)? (<v:verb_word>)? (<e:ends>)?", "(what is|calculate|find|what was) the total (number|amount) of <x:noun> (that)? <w:whos> (<aux>)? <v:verb_word> (<e:ends>)?", "how (many|much) <x:noun> (are|were|is) (<e:ends>) (<t:total>)")  # fmt: skip
def _how_many_are(x: Thing, e: tuple[object, ...] = (), w: str = "", v: str = "be", t: str = "") -> Ask:
    return _made("count", x, w, v, e, total=bool(t))


@A.rule("question", "how (many|much) (<x:noun>)? (<aux>) <w:whos> (still)? (have|be) <left> (<e:ends>)?", "how (many|much) (<x:noun>)? (are|is|were|was|will be|would be) (there)? (still)? <left> (<e:ends>)?", "how (many|much) (<x:noun>)? (remain|remains|remained|will remain) (<e:ends>)?", "how (many|much) (<x:noun>)? (<aux>) <w:whos> (still have|have now|now have|end up with|have remaining|have in the end|have at the end|left with) (<e:ends>)?", "how many (<x:noun>)? are there now", "how (many|much) (<x:noun>)? <left> (<aux>) <w:whos> have (<e:ends>)?", "how many (<x:noun>)? (is|was|are|were) <w:whos> left with (<e:ends>)?", "how many (<x:noun>)? did <w:whos> keep (<e:ends>)?", cost=-0.4)  # fmt: skip
def _left(x: Thing = NO_THING, w: str = "", e: tuple[object, ...] = ()) -> Ask:
    return _made("left", x, w, "have", e)


@A.rule("question", "<how_much> (<aux>) <w:whos> (still)? (have|be) <left> (<e:ends>)?", "<how_much> (<aux>) <w:whos> have (<e:ends>)?", "<how_much> (is|was|will be|would be) <left> (<e:ends>)?", "<how_much> (<aux>) <w:whos> (still have|have now|now have|end up with|left with|have remaining|take home|bring home) (<e:ends>)?", cost=-0.3)  # fmt: skip
def _money_left(w: str = "", e: tuple[object, ...] = ()) -> Ask:
    return _made("left", MONEY, w, "have", e)


def _money_kind(w: str, v: str, e: tuple[object, ...], total: bool) -> Ask:
    if v in ("have",):
        return _made("left", MONEY, w, "have", e, total)
    kind = "cost" if v in SPEND or v in ("need", "buy") else "earn" if v in EARN else "count"
    return _made(kind, MONEY, w, v, e, total)


@A.rule("question", "<how_much> (<aux>) <w:whos> (<t:total>)? (<adv>)* <v:verb_word> (<e:ends>)?", "<how_much> (<aux>) <w:whos> (<t:total>)? (have to|need to|be able to|has to) <v:verb_word> (<e:ends>)?", "<how_much> (<aux>) <w:whos> (<e:ends>) <v:verb_word>", "<how_much> (is|was|were) <w:whos> (paid) (<e:ends>)?", "<how_much> (does|did|will) <w:whos> get paid (<e:ends>)?", "<how_much> (is|was) <v:past> (<e:ends>)?")  # fmt: skip
def _how_much(v: str = "earn", w: str = "", e: tuple[object, ...] = (), t: str = "") -> Ask | None:
    if v == "cost":
        return None
    return _money_kind(w, v, e, bool(t))


@A.rule("question", "what (is|was|will be|would be) the total (cost|price|bill|amount|cost of everything) (of his purchase|of her purchase|of everything|he paid|she paid|they paid|<who> paid|<who> spent|<who> will pay|he spent|she spent)? (<e:ends>)?", "<how_much> (did|does|will|would|do) (it|everything|they|the total|it all|all of it|all of them|all of this|that|this|these) (total)? (cost|be|come to) (<who>)? (<t:total>)? (<e:ends>)?", "(calculate|find|what is) the total cost (<e:ends>)?", "<how_much> (was|is|will be) (<who> 's|his|her|their|the) (total)? (bill|order|purchase|cost|total) (<e:ends>)?", "what (is|was|will be) (<who> 's|his|her|their) total (bill|cost|expenses) (<e:ends>)?", cost=-0.2)  # fmt: skip
def _cost(e: tuple[object, ...] = (), t: str = "") -> Ask:
    return _made("cost", MONEY, "", "cost", e, total=bool(t))


@A.rule("question", "<how_much> (<aux>) <g:plain> cost (<e:ends>)?", "<how_much> (<aux>) (it cost (<who>)? to buy|<who> pay for|you pay for|<who> have to pay for|<who> spend on|<who> spend to buy|<who> pay to buy|<who> need to buy|it cost for) <g:objects> (<e:ends>)?", "what (is|was) the (total)? (cost|price) of <g:plain>", cost=-0.1)  # fmt: skip
def _cost_of(g: Amount | tuple[Amount, ...], e: tuple[object, ...] = ()) -> Ask | None:
    goal = g if isinstance(g, Amount) else g[0] if len(g) == 1 else None
    return None if goal is None or goal.form != "n" else _made("cost of", MONEY, "", "cost", e, goal=goal)


@A.rule("question", "(<how_much>|what) (is|was|will be|would be|did|does|will) (<w:whos> 's|his|her|their|the)? (total|net|final)? profit (<aux>)? (<w:whos>)? (make|earn|have|get)? (<e:ends>)?", "<how_much> profit (<aux>) <w:whos> (make|earn) (<e:ends>)?")  # fmt: skip
def _profit(w: str = "", e: tuple[object, ...] = ()) -> Ask:
    return _made("profit", MONEY, w, "make", e)


@A.rule("question", "(what (is|was|are|were|will be)|calculate|find) (<w:whos> 's|his|her|their|the) (total)? (daily|weekly|monthly|yearly|annual)? (earnings|income|revenue|sales|wages|salary|pay) (<e:ends>)?", cost=-0.2)  # fmt: skip
def _income(w: str = "", e: tuple[object, ...] = ()) -> Ask:
    return _made("earn", MONEY, w, "earn", e)


@A.rule("question", "(how much|what) change (<aux>) <w:whos> (get|receive|take|expect|have|be given|get back|receive back) (back)? (<e:ends>)?", "what is <w:whos> 's change (<e:ends>)?", "how much change (is|was|will be) (given|left|returned)? (<e:ends>)?", cost=-0.3)  # fmt: skip
def _change(w: str = "", e: tuple[object, ...] = ()) -> Ask:
    return _made("change", MONEY, w, "get", e)


@A.rule("question", "how (many|much) more <x:noun> (<aux>) <w:who> <v:verb_word> (<tag>)? (than|compared to) <o:who> (<aux>|<verb_word>)? (<e:ends>)?", "how (many|much) (fewer|less) <x:noun> (<aux>) <o:who> <v:verb_word> (<tag>)? (than|compared to) <w:who> (<aux>|<verb_word>)? (<e:ends>)?", "how much more (<aux>) <w:who> <v:verb_word> (than|compared to) <o:who> (<aux>)? (<e:ends>)?", "how much less (<aux>) <o:who> <v:verb_word> than <w:who> (<aux>)? (<e:ends>)?", cost=-0.3)  # fmt: skip
def _more_than(w: str, o: str, v: str, x: Thing = MONEY, e: tuple[object, ...] = ()) -> Ask:
    return _made("more", x, w, v, e, other=o)


@A.rule(
    "question",
    "how much more (money)? (<aux>) <w:whos> (spend|pay) on <x:noun> than (on)? <y:noun> (<e:ends>)?",
    "how much more (money)? did <w:whos> (spend|pay) (for|on) (the|his|her)? <x:noun> than (for|on) (the|his|her)? <y:noun>",
    cost=-0.3,
)
def _more_spent(w: str, x: Thing, y: Thing, e: tuple[object, ...] = ()) -> Ask:
    return _made("more spent", x, w, "spend", e, other_thing=y)


@A.rule(
    "question",
    "how many more <x:noun> (<aux>) <w:whos> <v:verb_word> <t:when> than <u:when>",
    "how many more <x:noun> (<aux>) <w:whos> <v:verb_word> (on|in)? <t:when> than (on|in)? <u:when>",
    cost=-0.3,
)
def _more_when(x: Thing, w: str, v: str, t: Tag, u: Tag) -> Ask:
    return Ask("more when", x, w, v, (t,), other=u.text)


@A.rule("question", "how many (more|fewer) <x:noun> than <y:noun> (<aux>)? (there)? (<w:whos>)? (<v:verb_word>)? (<e:ends>)?", "how many more <x:noun> (<aux>) <w:whos> <v:verb_word> than <y:noun> (<e:ends>)?", "how many more <x:noun> (are|were) there than <y:noun> (<e:ends>)?", cost=-0.3)  # fmt: skip
def _more_of(x: Thing, y: Thing, w: str = "", v: str = "have", e: tuple[object, ...] = ()) -> Ask:
    return _made("more of", x, w, v, e, other_thing=y)


@A.rule("question", "how (many|much) more <x:noun> (<aux>) <w:whos> (still)? (need|have to|must|want|has to|needs) (to)? (<v:verb_word>)? (<e:ends>)?", "how much more (<aux>) <w:whos> (still)? (need|have to|must) (to)? (<v:verb_word>)? (<e:ends>)?", "how much (more)? money does <w:whos> (still)? need (to)? (<v:verb_word>)? (<e:ends>)?", cost=-0.1)  # fmt: skip
def _needed(w: str, x: Thing = MONEY, v: str = "", e: tuple[object, ...] = ()) -> Ask:
    return _made("needed", x, w, v or "need", e)


@A.rule("question", "how many <x:noun> (<aux>) each (of the|of his|of her|of them|of these)? (<c:noun>)? (get|receive|have|hold|contain|need|eat|be|take|has|collect|sell|pay) (<e:ends>)?", "how many <x:noun> (are|were|will be|should be|go) (there)? (in|on|into) each <c:noun> (<e:ends>)?", "how much (money)? (<aux>) each (of the|of his|of her|of them)? (<c:noun>)? (get|receive|have|pay|owe|contribute|spend|earn|make) (<e:ends>)?", "how many <x:noun> (<aux>) <whos> (put|give|place|pack|need to put) (in|into|to|on) each <c:noun> (<e:ends>)?", cost=-0.4)  # fmt: skip
def _each(x: Thing = MONEY, c: Thing = NO_THING, e: tuple[object, ...] = ()) -> Ask:
    return _made("each", x, "", "have", e, other_thing=c)


A.rule("goal", "<a:amount>")(lambda a: a if a.form in ("n", "f", "m") else None)
A.rule(
    "goal",
    "(the|all the|all of the|all|all of his|all of her|his|her|their|these|the whole|the entire|enough) <x:noun>",
    "(them|it) all",
    "all of them",
    "everything",
)(lambda x=NO_THING: Amount("all", thing=x))


@A.rule("question", "how many <x:noun> (will|would|does|did|do) it take (for)? (<w:whos>)? to <v:verb_word> (<g:goal>)? (<e:ends>)?", "how many <x:noun> (<aux>) <w:whos> (need|take|require|use|have)? to <v:verb_word> <g:goal> (<e:ends>)?", "how many <x:noun> (are|is|were|will be|would be) (needed|required) (to <v:verb_word>|for) <g:goal> (<e:ends>)?", "how long (will|would|does|did|do) it take (for)? (<w:whos>)? to <v:verb_word> (<g:goal>)? (<e:ends>)?", "how many <x:noun> (<aux>) <w:whos> need (<e:ends>)?", "how many <x:noun> (will|would|does|did) (it|this|that) (take|last) (<w:whos>)? (<e:ends>)?")  # fmt: skip
def _takes(x: Thing = NO_THING, w: str = "", v: str = "need", g: Amount | None = None, e: tuple[object, ...] = ()) -> Ask:  # fmt: skip
    return _made("takes", x, w, v, e, goal=g)


@A.rule(
    "question",
    "how old (<aux>) <w:who> (be|now|today)? (now|today)? (<e:ends>)?",
    "how old (is|was) <w:who> (now|today|currently)? (<e:ends>)?",
    "what (is|was) <w:who> 's (current)? age (<e:ends>)?",
)
def _old(w: str, e: tuple[object, ...] = ()) -> Ask:
    return _made("count", AGE, w, "be", e)


@A.rule(
    "question",
    "how (tall|long|heavy) (is|was) <w:who> (<e:ends>)?",
    "how much does <w:who> weigh (<e:ends>)?",
)
def _tall(w: str, e: tuple[object, ...] = ()) -> Ask:
    return _made("count", LENGTH, w, "be", e)


@A.rule("question", "how (long|much time) (<aux>) <w:whos> (<v:verb_word>) (<e:ends>)?", "how far (<aux>) <w:whos> <v:verb_word> (<e:ends>)?", "(what is|what was) the total (distance|time) (<w:whos>)? (<v:verb_word>)? (<e:ends>)?")  # fmt: skip
def _long(w: str = "", v: str = "do", e: tuple[object, ...] = ()) -> Ask:
    return _made("measure", Thing(), w, v, e)


@A.rule("question", "how (many|much) (<x:noun>)? (<aux>) <w:whos> (have|own|start with|begin with) (<e:ends>)? (at first|initially|originally|to start with|in the beginning|at the beginning|to begin with|at the start|before)", "how (many|much) (<x:noun>)? did <w:whos> (start|begin|start off) with (<e:ends>)?", "how many (<x:noun>)? (were|was) there (at first|initially|originally|in the beginning|at the beginning|to begin with|at the start)", cost=-0.4)  # fmt: skip
def _at_first(x: Thing = NO_THING, w: str = "", e: tuple[object, ...] = ()) -> Ask:
    return _made("first", x, w, "have", e)


A.words("polite", "then", "and", "so", "in total ,", "in dollars ,", "altogether ,", "now", "overall ,", "in all ,", "on average ,", "in minutes ,", "in hours ,", "calculate", "find", "in cents ,")  # fmt: skip


@A.rule("clause", "(<s:ends> ,?)? (<polite>)? <q:question>")
def _asks(q: Ask, s: tuple[object, ...] = ()) -> Ask | None:
    from dataclasses import replace

    tags, mods = _sorted(q.kind, s)
    return replace(q, tags=(*tags, *q.tags), mods=(*mods, *q.mods))
