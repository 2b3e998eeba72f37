"""English questions about how many."""

from __future__ import annotations

from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.english.asking import Who, owner_of
from solver.topics.stories.word_problems.english.lexicon import ABBREVIATED
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import PRONOUNS
from solver.topics.stories.word_problems.wording import singular

G.words(
    "trailer",
    "there",
    "are",
    "is",
    "was",
    "were",
    "do",
    "does",
    "did",
    "have",
    "has",
    "he",
    "she",
    "they",
    "it",
    "had",
    "be",
    "in",
    "will",
    "can",
    "i",
    "we",
    "you",
    "all",
    "of them",
    "of these",
    "then",
    "now",
    "on",
    "at",
    "get",
    "got",
    "that",
)


G.alias("that_many", "<p:phrase> (<trailer>)*")


@G.rule(
    "question",
    "how (many|much) <p:that_many>",
    "how (many|much) (<measure> of)? <p:that_many> (,)? (and|,) how (many|much) <r:that_many>",
    "<find> the (number|amount|quantity|weight|length|volume|mass) of <p:that_many>",
    "how (many|much) (<measure> of)? <p:phrase> and <r:phrase> (are there|<did> <phrase>|are <phrase>|were <phrase>|<trailer>)*",
    "how many of (them|these|it|the <noun>|those|her <noun>|his <noun>|their <noun>) (<trailer>)* <p:that_many>",
)
def _how_many(p: str, r: str = "") -> Question:
    return ask.how_many(*(x for x in (p, r) if x))


@G.rule(
    "question",
    "how many <u:measure> (of)? <p:that_many>",
    "how many <u:measure> (of)? <p:that_many> (,)? (and|,) how many <measure> (of)? <r:that_many>",
    "how (many|much) <u:measure> (long|of it)? (<trailer>)+ <p:that_many>",
    "how much <p:that_many> (,)? in <u:measure>",
)
def _how_much_of(u: str, p: str, r: str = "") -> Question:
    unit = singular(u.split()[0])
    return ask.how_many(*(x for x in (p, r) if x), unit=ABBREVIATED.get(unit, unit))


@G.rule(
    "question",
    "how (many|much) (<measure> of)? (<x:noun>)? (<did>|is|are|was|were)? (<a:who>|there)? (still)? (<did>|have|be|remain|has|had|are|got)? (<left>|remain|remains)",
    "how (many|much) (<x:noun>)? are (still)? (left|remaining)",
    "how many (<x:noun>)? (<did>) <a:who> still have (to <phrase>)?",
    cost=-0.3,
)
def _how_many_left(x: str = "", a: Who | None = None) -> Question:
    return ask.how_many_left(x or "", (owner_of(a) or "") if a else "")


@G.rule(
    "question",
    "how many (<x:noun>)? (<did>) <a:who> (now have|have now|have) (now)?",
    "how (many|much) (<x:noun>)? are in <phrase>",
    "how many (<x:noun>)? are there now",
    cost=-0.3,
)
def _how_many_now(x: str = "", a: Who | None = None) -> Question:
    return ask.how_many_left(x or "", (owner_of(a) or "") if a else "", changed_only=True)


@G.rule(
    "question",
    "how (many|much) (<measure> of)? (<x:noun>)? (<there>)? (<a:who>)? (there|have|has|sold|collect|collected|do|buy|got|make|made|be|they|own|see|pick|read|save|saved|in <phrase>|walk)* <all>",
    "<find> the total (number|amount) of <x:noun>",
    "how (many|much) (<x:noun>)? (<did>) (they|the two of them|both of them|they both|all of them) have (<all>)?",
    cost=0.3,
)
def _how_many_in_all(x: str = "", a: object = None) -> Question:
    return ask.how_many_in_all(x or "")


@G.rule(
    "question",
    "how (many|much) (<measure> of)? (<x:noun>)? (<did>|are)? (<a:who>)? have",
    "how many <x:noun> (<did>) <a:who> (have|own|get|receive|has) (at first|now|each)?",
    "how much (<did>) <a:who> weigh",
)
def _how_many_has(x: str = "", a: Who | None = None) -> Question | None:
    name = owner_of(a)
    if name in PRONOUNS:
        name = None
    if name is None and not x:
        return None
    return ask.how_many(f"{name or ''} {x or ''}".strip())


@G.rule(
    "question",
    "how (many|much) (<measure> of)? (<x:noun>)? (<did>) <a:who> (have|own|start with|begin with|had) (at first|at the beginning|to begin with|originally|initially|in the beginning|at the start|before|to start with)",
    "how many (<x:noun>)? (<did>) <a:who> (originally|initially|first) (have|own|had)",
    cost=-0.4,
)
def _how_many_first(a: Who, x: str = "") -> Question:
    return ask.how_many_first(x, owner_of(a))


@G.rule(
    "question",
    "how (many|much) (<measure> of)? (<x:noun>)? were there (<phrase>)? (at first|at the beginning|to begin with|originally|initially|in the beginning|at the start|to start with)",
    cost=-0.4,
)
def _how_many_were_there(x: str = "") -> Question:
    return ask.how_many_first(x)


@G.rule(
    "question",
    "how (many|much) (<measure> of)? (<x:noun>)? (<did>|will|would) each (of the)? (<noun>|one|of them)? (get|receive|have|take)",
    cost=-0.2,
)
def _how_many_for_each(x: str = "") -> Question:
    return ask.how_many_for_each(x)


@G.rule(
    "question",
    "how (many|much) more (<m:money_word>)? (<measure> of)? (<x:noun>)? (<did>|will) <a:noun> (get|receive|have|take|save|own|collect)",
    cost=0.2,
)
def _more_than_other(a: str, x: str = "", m: str = "") -> Question:
    return ask.how_many_more_than_other(a, MONEY_ITEM if m else x)


G.words("money_word", "money", "dollars", "euros", "pounds", "yuan", "cents")


@G.rule(
    "question",
    "how many more <a:noun> (are there|are|were|did <phrase>|does <phrase>|do <phrase>|were <phrase>)? than <b:noun>",
    "how many more <a:phrase> than <b:phrase> (<trailer>)*",
    "by how many (<x:noun>)? (<did>) <a:phrase> (exceed|outnumber) <b:phrase>",
)
def _more_than(a: str, b: str, x: str = "") -> Question:
    return ask.how_many_more([Thing(a, kind="count")], [Thing(b, kind="count")], "count")


@G.rule(
    "question",
    "how many (more|fewer) (<x:noun>)? (<did>|is|are) <a:who> (have|get|receive|has|got|collect|read|save|pick|sell|sold|catch)? than <b:who> (<did>)?",
    "<how_much> more (money)? (<did>) <a:who> (have|get|receive|save|spend|earn)? than <b:who> (<did>)?",
)
def _more_has(a: Who, b: Who, x: str = "") -> Question:
    item = x or ""
    return ask.how_many_more(
        [Thing(item, a[0])] if item else [Thing(a[0] or "")],
        [Thing(item, b[0])] if item else [Thing(b[0] or "")],
    )


@G.rule(
    "question",
    "<find> the difference between <a:thing> and <b:thing>",
    "what is the difference (in number)? between <a:thing> and <b:thing>",
)
def _difference(a: Thing, b: Thing) -> Question:
    return ask.how_many_more([a], [b])


@G.rule(
    "question", "<find> the (larger|bigger|greater) (number|one)? and the smaller (number|one)?", cost=-0.5
)
def _larger_first() -> Question:
    return ask.numbers()


@G.rule(
    "question",
    "how (many|much) (<measure> of)? <t:names> (<trailer>)* <all>",
    "how many <t:list> (<trailer>)* (<all>)",
    cost=-0.3,
)
def _several_in_all(t: tuple[str, ...]) -> Question | None:
    return ask.how_many_in_all(things=[Thing(x, kind="count") for x in t]) if len(t) > 1 else None


@G.rule(
    "question",
    "how many times (as <much> as|more than|larger than)? (is|are|does|do)? <a:thing> (cost)? (as <much> as|than)? <b:thing>",
)
def _times(a: Thing, b: Thing) -> Question:
    return ask.how_many_times([a], [b])


@G.rule(
    "question",
    "how many (<x:noun>)? (of each|of each kind|of each type|of each sort|each) (are there|<did> <phrase>|were <phrase>|are <phrase>)?",
    "how many (<x:noun>)? of each (kind|type|sort|colour|color|<noun>)? (<there>)? (<phrase>)?",
    "how many (<x:noun>)? (<did>|is|are) (each|on each <noun>|each <noun>|in each <noun>) (have|get|receive)?",
    "how many (<x:noun>)? (<did>) each (<noun>)? (have|get|receive|collect)?",
    "how many (<x:noun>)? (are|is|stand) (there)? (in|on) each (<noun>)?",
    "<find> (the number|how many) of each (<noun>)? (<phrase>)?",
)
def _of_each(x: str = "") -> Question:
    return ask.each_part()


G.rule("valued", "<m:M> (<x:noun>)?", "<n:N> <x:noun> (<noun>)?")(
    lambda m=None, n=None, x="": m if m is not None else Amount(n, x)
)


@G.rule(
    "question",
    "how many <v:valued> (<trailer>|<phrase>)*",
    "how many (<noun>)? (with|of|at|costing|worth|that cost|carrying|holding) <v:valued> (<trailer>|<phrase>)*",
    cost=0.3,
)
def _how_many_of_value(v: Amount) -> Question:
    return ask.how_many_of_value(v)


@G.rule(
    "question",
    "how many <v:valued> (<trailer>|<phrase>)* (,)? (and|,) (how many)? <w:valued> (<trailer>|<phrase>)*",
    cost=0.2,
)
def _two_of_value(v: Amount, w: Amount) -> Question:
    return ask.several(ask.how_many_of_value(v), ask.how_many_of_value(w))


@G.rule(
    "question",
    "how many (<x:noun>)? (can|do|does) <c:asked_list> each (carry|hold|weigh|seat|have|contain)",
    "how many <x:noun> (fit in|are in|are there in|can fit in|<did>) (<c:asked_list>) (hold|carry|have|seat|contain|weigh)?",
    "how many <x:noun> (fit|are|can fit|go) in <c:asked_list>",
    "<how_much> (<did>) <c:asked_list> (weigh|hold|contain)",
)
def _in_each(c: tuple[Thing, ...], x: str = "") -> Question | None:
    if any(t.number != 1 for t in c):
        return None  # "how much do 8 bags weigh" is not what one weighs
    return ask.how_many_in_each([t.name for t in c], x)


@G.rule(
    "question",
    "<how_much> (<did>|has|have) each (of them|<noun>)? (saved|have|got|save|earned|earn|pay|get|receive|had)",
    cost=-0.2,
)
def _each_has() -> Question:
    return ask.each_part()


@G.rule("question", "<find> <t:things>", cost=2)
def _quantities(t: tuple[Thing, ...]) -> Question:
    return ask.quantities(t)
