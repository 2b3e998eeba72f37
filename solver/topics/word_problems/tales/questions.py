"""English questions of tales."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.word_problems.reading import Question
from solver.topics.word_problems.tales.asking import ask
from solver.topics.word_problems.tales.phrases import T
from solver.topics.word_problems.tales.values import MONEY, THEY, Ask, Mod, Np, Tag
from solver.topics.word_problems.tales.words import SPEND, verb_of

ONE: Final = Fraction(1)
T.words(
    "did_q",
    "did",
    "does",
    "do",
    "will",
    "would",
    "can",
    "could",
    "should",
    "must",
    "has",
    "have",
    "had",
    "is",
    "are",
    "was",
    "were",
)
T.words(
    "total",
    "in total",
    "altogether",
    "in all",
    "total",
    "all together",
    "together",
    "combined",
    "all in all",
    "overall",
    "in sum",
    "all told",
    "collectively",
)
T.words(
    "how_much",
    "how much",
    "how much money",
    "how many dollars",
    "what amount of money",
    "how much total money",
    "how much in total",
    "how much cash",
)
T.words("left", "left", "remaining", "left over", "now left", "still left")
T.words(
    "verb_q",
    "have left",
    "has left",
    "have remaining",
    "still have",
    "have left over",
    "have now",
    "now have",
    "end up with",
    "be left with",
    "have to",
    "need to",
)


@T.rule(
    "span",
    "(in|over|during|for|after|per|each|every|within|across|a|an|throughout|at the end of) (a|an|one|the|those|these|all|all the|the whole|the entire|his|her|their)? <n:N>? <u:unit_word>",
    "(in|for|with|from|on) (all|the|those|these|all the|his|her)? <n:N> <u:noun>",
    "<u:period_mark>",
)
def _span(u: str, n: Fraction = ONE) -> Mod:
    from solver.topics.word_problems.wording import singular

    return Mod("for", n, singular(u))


T.rule("end", "<t:total>")(lambda t: "total")
T.rule("end", "<s:span>")(lambda s: s)
T.rule("end", "<x:tag>", cost=0.3)(lambda x: x)
T.rule(
    "end",
    "(after|if|when|for|from|by|on) (doing|selling|buying|making|all|all of|everything|all the|all these|all of the|his|her|their|the|these) (this|that|<noun>)?",
    cost=0.8,
)(lambda: Tag("none"))
T.rule("ends", "<a:end>")(lambda a: (a,))
T.rule("ends", "<a:end> (,)? <b:ends>")(lambda a, b: (a, *b))
T.words("more_q", "total", "more", "other")
T.words(
    "polite",
    "then",
    "and",
    "so",
    "in total ,",
    "in dollars ,",
    "altogether ,",
    "now",
    "overall ,",
    "in all ,",
    "total ,",
)


def _made(kind: str, item: str, who: str = "", verb: str = "have", ends: tuple[object, ...] = (), total: bool = False, other: str = "", other_item: str = "", goal: Np | None = None) -> Question:  # fmt: skip
    if item.split(" ")[-1] in ("money", "dollar", "cent"):
        item = MONEY
    if item == "change":
        kind = "change"
    tags = tuple(e for e in ends if isinstance(e, Tag) and e.kind != "none")
    mods = tuple(e for e in ends if isinstance(e, Mod))
    total = total or "total" in ends
    return ask(Ask(kind, item, who, verb, tags, mods, total, other, other_item, goal))


@T.rule(
    "question",
    "how (many|much) (<t:more_total>)? <x:noun> <did_q> <w:whos> (<t:more_total>)? <v:verb_word> (<e:ends>)?",
    "how (many|much) (<t:more_total>)? <x:noun> <did_q> <w:whos> (<e:ends>)? <v:verb_word>",
    "how (many|much) (<t:more_total>)? <x:noun> has <w:whos> <v:past> (<e:ends>)?",
)
def _how_many(x: str, w: str, v: str, e: tuple[object, ...] = (), t: str = "") -> Question | None:
    return _made("have" if v == "have" else "do", x, w, v, e, total=bool(t))


T.words("more_total", "total", "in total", "combined", "in all", "total number of")


@T.rule(
    "question",
    "how (many|much) (total)? <x:noun> (are|were|is|was|will be|will there be|are there|were there|is there|was there|would be|would there be) (there)? (<v:past>)? (<e:ends>)?",
)
def _how_many_are(x: str, v: str = "be", e: tuple[object, ...] = ()) -> Question:
    return _made("have" if v == "be" else "do", x, "", v, e)


@T.rule("question", "how (many|much) (<x:noun>)? <did_q> <w:whos> (still)? (have|has|had|be) <left> (<e:ends>)?", "how (many|much) (<x:noun>)? (are|is|were|was|will be|would be) (there)? (still)? <left> (<e:ends>)?", "how (many|much) (<x:noun>)? (remain|remains|remained|will remain) (<e:ends>)?", "how (many|much) (<x:noun>)? <did_q> <w:whos> (still have|have now|now have|end up with|have remaining|have in the end|have at the end) (<e:ends>)?",
        "how many (<x:noun>)? are there now", "how (many|much) (<x:noun>)? (<did_q>) <w:whos> have (now|at the end|in the end|afterwards|after that|after this) (<e:ends>)?", "how many (<x:noun>)? <left> <did_q> <w:whos> have", cost=-0.4)  # fmt: skip
def _left(x: str = "", w: str = "", e: tuple[object, ...] = ()) -> Question | None:
    return _made("left", x, w, "have", e) if x else _made("left", "", w, "have", e)


@T.rule(
    "question",
    "<how_much> <did_q> <w:whos> (still)? (have|has|had|be) <left> (<e:ends>)?",
    "<how_much> (is|was|will be|would be) <left> (<e:ends>)?",
    "<how_much> (of <noun>)? <did_q> <w:whos> (still have|have now|now have|end up with) (<e:ends>)?",
    "what is <w:whos> 's remaining (money|balance)",
    cost=-0.3,
)
def _money_left(w: str = "", e: tuple[object, ...] = ()) -> Question:
    return _made("left", MONEY, w, "have", e)


@T.rule(
    "question",
    "<how_much> <did_q> <w:whos> (<t:more_total>)? <v:verb_word> (<e:ends>)?",
    "<how_much> <did_q> <w:whos> (<e:ends>)? <v:verb_word>",
    "<how_much> <did_q> <w:whos> (have to|need to) <v:verb_word> (<e:ends>)?",
    "<how_much> has <w:whos> <v:past> (<e:ends>)?",
)
def _how_much(w: str, v: str, e: tuple[object, ...] = (), t: str = "") -> Question | None:
    if v in ("cost", "need"):
        return _made("spend", MONEY, "" if v == "cost" else w, v, e) if v == "need" or w[0] == "\0" else None
    return _made("spend" if v in SPEND else "do", MONEY, w, v, e, total=bool(t))


@T.rule(
    "question",
    "what (is|was|will be|would be) the total (cost|price|bill|amount) (of <noun>|he paid|she paid|they paid|of his purchase|of her purchase|of everything|<w:whos> paid|<w:whos> spent|<w:whos> will pay|<w:whos> has to pay|spent|he spent|she spent)? (<e:ends>)?",
    "<how_much> (did|does|will|would) (it|everything|they|the total|it all|all of it|<w:whos> 's (order|purchase|groceries|bill|shopping)|<det> (order|purchase|bill|total|shopping|meal|groceries)) (cost|be|come to) (<e:ends>)?",
    "<how_much> (was|is) spent (<e:ends>)?",
    "<how_much> (money)? (does|did|will|would) (<w:whos>) (spend|pay|need|have to pay|need to pay) (<e:ends>)?",
    "(what is|calculate|find) the total cost",
    cost=-0.2,
)
def _spent(w: str = "", e: tuple[object, ...] = ()) -> Question:
    return _made("spend", MONEY, w, "spend", e)


@T.rule(
    "question",
    "<how_much> <did_q> <w:whos> (earn|make|get|receive|raise|collect|get paid|be paid|charge|take in) (<e:ends>)?",
    "(what (is|was|are|were|will be)|calculate|find) (<w:whos> 's|his|her|their|the) (total)? (earnings|income|revenue|sales|wages|salary|pay) (<e:ends>)?",
    "<how_much> (<did_q>) <w:whos> (paid) (<e:ends>)?",
    cost=-0.1,
)
def _earned(w: str = THEY, e: tuple[object, ...] = ()) -> Question:
    return _made("earn", MONEY, w, "earn", e)


@T.rule(
    "question",
    "(<how_much>|what) (is|was|did|does|will|would)? (<w:whos> 's|his|her|their|the)? (total|net)? profit (<did_q>)? (<w:whos>)? (make|earn|have|get)? (<e:ends>)?",
    "<how_much> profit <did_q> <w:whos> (make|earn) (<e:ends>)?",
)
def _profit(w: str = "", e: tuple[object, ...] = ()) -> Question:
    return _made("profit", MONEY, w, "make", e)


@T.rule(
    "question",
    "(how much|what) change <did_q> <w:whos> (get|receive|take|expect|have|be given|get back|receive back) (<e:ends>)?",
    "how much change <did_q> <w:whos> (get|receive) back",
    "what is <w:whos> 's change",
    "how much (money)? (should|will|did|does) <w:whos> (get|receive) (back|in change|as change) (<e:ends>)?",
)
def _change(w: str = "", e: tuple[object, ...] = ()) -> Question:
    return _made("change", MONEY, w, "get", e)


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
    return _made("both", x, w, v, e, other_item=y)


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
    return _made("far", "distance", w, v, e)


@T.rule(
    "question",
    "how (long|much time) <did_q> <w:whos> <v:verb_word> (<e:ends>)?",
    "how much time (<did_q>) <w:whos> <v:verb_word> (<e:ends>)?",
)
def _long(w: str, v: str, e: tuple[object, ...] = ()) -> Question:
    return _made("far", "time", w, v, e)


@T.rule("question", "what (is|was|will be) (their|the) (total|combined) <x:noun> (of <whos>)? (<e:ends>)?")
def _combined(x: str, e: tuple[object, ...] = ()) -> Question:
    return _made("have", x, "", "be", e, total=True)


@T.rule(
    "question",
    "how many (are|were) (the|in)? <x:noun>",
    "how many <x:noun> (were|was|are|is) <v:past> by <w:whos> (<e:ends>)?",
    "how many <did_q> <w:whos> <v:verb_word> (<e:ends>)?",
)
def _how_many_bare(x: str = "", w: str = "", v: str = "be", e: tuple[object, ...] = ()) -> Question:
    return _made("have" if v in ("be", "have") else "do", x, w, v, e)


@T.rule(
    "question",
    "how much more (money)? <did_q> <w:whos> (still)? (need|have to)? (to)? (<verb_word>)? (<e:ends>)?",
    "how much (does|did|do|will) <w:whos> (still)? need to (save|earn|save up|raise|collect) (<e:ends>)?",
    cost=0.1,
)
def _more_money_needed(w: str, e: tuple[object, ...] = ()) -> Question:
    return _made("more needed", MONEY, w, "need", e)


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
    return _made("more needed", x, w, "need", e)


@T.rule("question", "how many (<x:noun>)? <did_q> <w:whos> (keep|save for <noun>) (<e:ends>)?", cost=-0.3)
def _keeps(x: str = "", w: str = "", e: tuple[object, ...] = ()) -> Question:
    return _made("left", x, w, "have", e)


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
    return _made("need", u, w, "take", goal=g)


@T.rule(
    "question",
    "how many (<x:noun>)? (<did_q>) each (of the|of his|of her|of them)? (<c:noun>)? (get|receive|have|hold|contain|need|eat|be|take|pay|has) (<e:ends>)?",
    "how many <x:noun> (are|were|will be|should be|go) (there)? (in|on|into) each <c:noun> (<e:ends>)?",
    "how many <x:noun> per <c:noun> (<e:ends>)?",
    "how many <x:noun> <did_q> <w:whos> (put|give|place|pack|need to put) (in|into|to|on) each <c:noun>",
)
def _each(x: str = "", c: str = "", w: str = "", e: tuple[object, ...] = ()) -> Question:
    return _made("each", x, "", "have", e, other_item=c)


@T.rule(
    "question",
    "how much more (money)? <did_q> <w:who> <v:verb_word> (<tags>)? (than|compared to) <o:who> (<did_q>|<verb_word>)? (<e:ends>)?",
    "how many more dollars <did_q> <w:who> <v:verb_word> than <o:who> (<did_q>)? (<e:ends>)?",
)
def _much_more(w: str, v: str, o: str, e: tuple[object, ...] = ()) -> Question:
    return _made("much more", MONEY, w, v, e, other=o, total=True)


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
    return _made("fewer", x, w, v, e, other=o, total=True)


@T.rule(
    "question",
    "how many more <x:noun> <did_q> <w:whos> <v:verb_word> (than|compared to) <o:who> (<did_q>|<verb_word>)? (<e:ends>)?",
    "how many more <x:noun> than <o:who> <did_q> <w:who> <v:verb_word> (<e:ends>)?",
)
def _more_than(x: str, w: str, o: str, v: str, e: tuple[object, ...] = ()) -> Question:
    return _made("more", x, w, v, e, other=o, total=True)


@T.rule(
    "question",
    "how many more <x:noun> than <y:noun> <did_q> <w:who> <v:verb_word> (<e:ends>)?",
    "how many more <x:noun> than <y:noun> (are|were) (there)? (<e:ends>)?",
    "how many more <x:noun> <did_q> <w:who> <v:verb_word> than <y:noun> (<e:ends>)?",
)
def _more_of(x: str, y: str, w: str = "", v: str = "have", e: tuple[object, ...] = ()) -> Question:
    return _made("more", x, w, v, e, other_item=y, total=True)


@T.rule(
    "question",
    "what (is|was) the total number of <x:noun> (that)? (<w:whos>)? (<v:verb_word>)? (<e:ends>)?",
    "(calculate|find|what is) the (total)? (number|amount) of <x:noun> (that)? (<w:whos>)? (<v:verb_word>)? (<e:ends>)?",
)
def _total_number(x: str, w: str = "", v: str = "be", e: tuple[object, ...] = ()) -> Question:
    return _made("have" if v in ("be", "have") else "do", x, w, v, e, total=True)


T.rule("clause", "(<s:ends> ,?)? (<polite>)? (<s2:ends> ,?)? <q:question>")(
    lambda q, s=(), s2=(): q if not s and not s2 else None
)
__all__ = ["verb_of"]
