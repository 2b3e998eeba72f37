"""English questions of tales for averages, percentages, ages, goals, times and differences."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.tales.asking import ask
from solver.topics.stories.word_problems.tales.phrases import T
from solver.topics.stories.word_problems.tales.questions import ONE, made
from solver.topics.stories.word_problems.tales.values import MONEY, Ask, Np


@T.rule(
    "question",
    "what (is|was) (the|their) average (number of)? <x:noun> (of|for|that)? (<whos>)? (<verb_word>)? (<tag>)?",
    "(calculate|find) the average (number of)? <x:noun> (of|for)? (<whos>)?",
)
def _average(x: str) -> Question:
    return ask(Ask("average", x))


@T.rule(
    "question",
    "what (percentage|percent|fraction) of (the|his|her|their|all|all the)? <x:noun> (is|are|were|was) (<n:not_word>)? <y:noun>",
)
def _percent(x: str, y: str, n: str = "") -> Question:
    return ask(Ask("percent", x, verb="not" if n else "", other_item=y))


@T.rule(
    "question",
    "what (percentage|percent) of (the|his|her|their|all the)? <x:noun> <did_q> <w:who> <v:verb_word>",
)
def _percent_of(x: str, w: str, v: str) -> Question:
    return ask(Ask("percent", x, w, v, other_item=x))


@T.rule(
    "question",
    "how many <x:noun> and <y:noun> (are there|were there|are|were) (there)? (<e:ends>)?",
    "how many <x:noun> and <y:noun> <did_q> <w:whos> <v:verb_word> (<e:ends>)?",
    cost=-0.2,
)
def _how_many_both(x: str, y: str, w: str = "", v: str = "be", e: tuple[object, ...] = ()) -> Question:
    return made("both", x, w, v, e, other_item=y)


T.words("not_word", "not")


@T.rule(
    "question",
    "<how_much> <did_q> <g:plain> cost",
    "<how_much> <did_q> (it cost (<who>)? to buy|<who> pay for|you pay for|<who> have to pay for|<who> spend on|<who> spend to buy|<who> pay to buy|<who> need to buy) <g:plain>",
    "what (is|was) the (total)? (cost|price) of <g:plain>",
    cost=-0.2,
)
def _cost(g: Np) -> Question | None:
    return ask(Ask("cost", g.item, goal=g)) if g.item != MONEY else None


@T.rule(
    "question",
    "how (far|many miles) <did_q> <w:whos> <v:verb_word> (<e:ends>)?",
    "how far (has|have) <w:whos> <v:past> (<e:ends>)?",
    "what (is|was) the total distance (<w:whos>)? (<v:verb_word>)? (<e:ends>)?",
)
def _far(w: str = "", v: str = "do", e: tuple[object, ...] = ()) -> Question:
    return made("far", "distance", w, v, e)


@T.rule(
    "question",
    "how (long|much time) <did_q> <w:whos> <v:verb_word> (<e:ends>)?",
    "how much time (<did_q>) <w:whos> <v:verb_word> (<e:ends>)?",
)
def _long(w: str, v: str, e: tuple[object, ...] = ()) -> Question:
    return made("far", "time", w, v, e)


@T.rule("question", "what (is|was|will be) (their|the) (total|combined) <x:noun> (of <whos>)? (<e:ends>)?")
def _combined(x: str, e: tuple[object, ...] = ()) -> Question:
    return made("have", x, "", "be", e, total=True)


@T.rule(
    "question",
    "how many (are|were) (the|in)? <x:noun>",
    "how many <x:noun> (were|was|are|is) <v:past> by <w:whos> (<e:ends>)?",
    "how many <did_q> <w:whos> <v:verb_word> (<e:ends>)?",
)
def _how_many_bare(x: str = "", w: str = "", v: str = "be", e: tuple[object, ...] = ()) -> Question:
    return made("have" if v in ("be", "have") else "do", x, w, v, e)


@T.rule(
    "question",
    "how much more (money)? <did_q> <w:whos> (still)? (need|have to)? (to)? (<verb_word>)? (<e:ends>)?",
    "how much (does|did|do|will) <w:whos> (still)? need to (save|earn|save up|raise|collect) (<e:ends>)?",
    cost=0.1,
)
def _more_money_needed(w: str, e: tuple[object, ...] = ()) -> Question:
    return made("more needed", MONEY, w, "need", e)


@T.rule(
    "question",
    "how old <did_q> <w:who> be in <n:N> (years|year) (from now)?",
    "in <n:N> (years|year) ,? how old <did_q> <w:who> be",
    "how old <did_q> <w:who> be <n:N> years from now",
    "how old will <w:who> be next year",
    cost=-0.3,
)
def _age_later(w: str, n: Fraction = ONE) -> Question:
    return ask(Ask("age", "age", w, "be", years=n))


@T.rule("question", "how old was <w:who> <n:N> (years|year) ago", "how old was <w:who> last year", cost=-0.3)
def _age_before(w: str, n: Fraction = ONE) -> Question:
    return ask(Ask("age", "age", w, "be", years=-n))


@T.rule(
    "question",
    "<how_much> <did_q> (each|a|one|the|every) <x:noun> cost",
    "<how_much> <did_q> (each|one) of the <x:noun> cost",
    "what (is|was) the (price|cost) of (each|one|a|an|the) <x:noun>",
    "<how_much> (is|was) (each|a|one|the) <x:noun>",
    cost=-0.3,
)
def _price(x: str) -> Question:
    return ask(Ask("price", x))


@T.rule(
    "question",
    "how many more <x:noun> (<did_q>) <w:whos> (still)? (need|have|want|must)? (to)? (<verb_word>)? (<e:ends>)?",
    "how many more <x:noun> (are|is) (still)? needed (<e:ends>)?",
    cost=0.2,
)
def _more_needed(x: str, w: str = "", e: tuple[object, ...] = ()) -> Question | None:
    return made("more needed", x, w, "need", e)


@T.rule("question", "how many (<x:noun>)? <did_q> <w:whos> (keep|save for <noun>) (<e:ends>)?", cost=-0.3)
def _keeps(x: str = "", w: str = "", e: tuple[object, ...] = ()) -> Question:
    return made("left", x, w, "have", e)


T.rule("goal", "<a:np>")(lambda a: a if a.number is not None else None)
T.rule(
    "goal", "(the|all the|all of the|all|all of his|all of her|his|her|their|all of their|these) <x:noun>"
)(lambda x: Np(None, x))


@T.rule(
    "question",
    "how many <u:noun> (will|would|does|did|do) it take (<w:whos>)? to <verb_word> <g:goal> (<tag>)?",
    "how many <u:noun> <did_q> <w:whos> (need|take|require|use)? to <verb_word> <g:goal> (<tag>)?",
    "how many <u:noun> (are|is|were|will be|would be) (needed|required) (to <verb_word>|for) <g:goal> (<tag>)?",
    "how many <u:noun> will it take for <w:whos> to <verb_word> <g:goal>",
    "how long (will|would|does|did|do) it take (<w:whos>)? to <verb_word> <g:goal> (<tag>)?",
)
def _takes(g: Np, u: str = "", w: str = "") -> Question:
    return made("need", u, w, "take", goal=g)


@T.rule(
    "question",
    "how many (<x:noun>)? (<did_q>) each (of the|of his|of her|of them)? (<c:noun>)? (get|receive|have|hold|contain|need|eat|be|take|pay|has) (<e:ends>)?",
    "how many <x:noun> (are|were|will be|should be|go) (there)? (in|on|into) each <c:noun> (<e:ends>)?",
    "how many <x:noun> per <c:noun> (<e:ends>)?",
    "how many <x:noun> <did_q> <w:whos> (put|give|place|pack|need to put) (in|into|to|on) each <c:noun>",
)
def _each(x: str = "", c: str = "", w: str = "", e: tuple[object, ...] = ()) -> Question:
    return made("each", x, "", "have", e, other_item=c)


@T.rule(
    "question",
    "how much more (money)? <did_q> <w:who> <v:verb_word> (<tags>)? (than|compared to) <o:who> (<did_q>|<verb_word>)? (<e:ends>)?",
    "how many more dollars <did_q> <w:who> <v:verb_word> than <o:who> (<did_q>)? (<e:ends>)?",
)
def _much_more(w: str, v: str, o: str, e: tuple[object, ...] = ()) -> Question:
    return made("much more", MONEY, w, v, e, other=o, total=True)


@T.rule(
    "question",
    "how much more (money)? <did_q> <w:who> <v:verb_word> (on|from|for) (the)? <x:noun> than (on|from|for)? (the)? <y:noun>",
)
def _much_more_on(w: str, v: str, x: str, y: str) -> Question:
    return ask(Ask("much more", x, w, v, total=True, other_item=y))


@T.rule(
    "question",
    "how old (is|was) <w:who> (now|today|currently)?",
    "how many years old is <w:who> (now|today|currently)?",
    "what is <w:who> 's (current)? age",
    cost=-0.2,
)
def _how_old(w: str) -> Question:
    return ask(Ask("have", "age", w, "be"))


@T.rule(
    "question",
    "how (tall|high) (is|was) <w:who>",
    "how many (inches|feet|cm|meters) tall is <w:who>",
    "what is <w:who> 's height",
    cost=-0.2,
)
def _how_tall(w: str) -> Question:
    return ask(Ask("have", "height", w, "be"))


@T.rule(
    "question",
    "how many fewer <x:noun> <did_q> <w:whos> <v:verb_word> (than|compared to) <o:who> (<did_q>|<verb_word>)? (<e:ends>)?",
)
def _fewer_than(x: str, w: str, o: str, v: str, e: tuple[object, ...] = ()) -> Question:
    return made("fewer", x, w, v, e, other=o, total=True)


@T.rule(
    "question",
    "how many more <x:noun> <did_q> <w:whos> <v:verb_word> (than|compared to) <o:who> (<did_q>|<verb_word>)? (<e:ends>)?",
    "how many more <x:noun> than <o:who> <did_q> <w:who> <v:verb_word> (<e:ends>)?",
)
def _more_than(x: str, w: str, o: str, v: str, e: tuple[object, ...] = ()) -> Question:
    return made("more", x, w, v, e, other=o, total=True)


@T.rule(
    "question",
    "how many more <x:noun> than <y:noun> <did_q> <w:who> <v:verb_word> (<e:ends>)?",
    "how many more <x:noun> than <y:noun> (are|were) (there)? (<e:ends>)?",
    "how many more <x:noun> <did_q> <w:who> <v:verb_word> than <y:noun> (<e:ends>)?",
)
def _more_of(x: str, y: str, w: str = "", v: str = "have", e: tuple[object, ...] = ()) -> Question:
    return made("more", x, w, v, e, other_item=y, total=True)


@T.rule(
    "question",
    "what (is|was) the total number of <x:noun> (that)? (<w:whos>)? (<v:verb_word>)? (<e:ends>)?",
    "(calculate|find|what is) the (total)? (number|amount) of <x:noun> (that)? (<w:whos>)? (<v:verb_word>)? (<e:ends>)?",
)
def _total_number(x: str, w: str = "", v: str = "be", e: tuple[object, ...] = ()) -> Question:
    return made("have" if v in ("be", "have") else "do", x, w, v, e, total=True)
