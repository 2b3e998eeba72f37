"""English questions of tales."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.tales.asking import ask
from solver.topics.stories.word_problems.tales.phrases import T
from solver.topics.stories.word_problems.tales.values import MONEY, THEY, Ask, Mod, Np, Tag
from solver.topics.stories.word_problems.tales.words import SPEND

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


@T.rule(
    "span",
    "(in|over|during|for|after|per|each|every|within|across|a|an|throughout|at the end of) (a|an|one|the|those|these|all|all the|the whole|the entire|his|her|their)? <n:N>? <u:unit_word>",
    "(in|for|with|from|on) (all|the|those|these|all the|his|her)? <n:N> <u:noun>",
    "<u:period_mark>",
)
def _span(u: str, n: Fraction = ONE) -> Mod:
    from solver.topics.stories.word_problems.wording import singular

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


def made(kind: str, item: str, who: str = "", verb: str = "have", ends: tuple[object, ...] = (), total: bool = False, other: str = "", other_item: str = "", goal: Np | None = None) -> Question:  # fmt: skip
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
    return made("have" if v == "have" else "do", x, w, v, e, total=bool(t))


T.words("more_total", "total", "in total", "combined", "in all", "total number of")


@T.rule(
    "question",
    "how (many|much) (total)? <x:noun> (are|were|is|was|will be|will there be|are there|were there|is there|was there|would be|would there be) (there)? (<v:past>)? (<e:ends>)?",
)
def _how_many_are(x: str, v: str = "be", e: tuple[object, ...] = ()) -> Question:
    return made("have" if v == "be" else "do", x, "", v, e)


@T.rule("question", "how (many|much) (<x:noun>)? <did_q> <w:whos> (still)? (have|has|had|be) <left> (<e:ends>)?", "how (many|much) (<x:noun>)? (are|is|were|was|will be|would be) (there)? (still)? <left> (<e:ends>)?", "how (many|much) (<x:noun>)? (remain|remains|remained|will remain) (<e:ends>)?", "how (many|much) (<x:noun>)? <did_q> <w:whos> (still have|have now|now have|end up with|have remaining|have in the end|have at the end) (<e:ends>)?",
        "how many (<x:noun>)? are there now", "how (many|much) (<x:noun>)? (<did_q>) <w:whos> have (now|at the end|in the end|afterwards|after that|after this) (<e:ends>)?", "how many (<x:noun>)? <left> <did_q> <w:whos> have", cost=-0.4)  # fmt: skip
def _left(x: str = "", w: str = "", e: tuple[object, ...] = ()) -> Question | None:
    return made("left", x, w, "have", e) if x else made("left", "", w, "have", e)


@T.rule(
    "question",
    "<how_much> <did_q> <w:whos> (still)? (have|has|had|be) <left> (<e:ends>)?",
    "<how_much> (is|was|will be|would be) <left> (<e:ends>)?",
    "<how_much> (of <noun>)? <did_q> <w:whos> (still have|have now|now have|end up with) (<e:ends>)?",
    "what is <w:whos> 's remaining (money|balance)",
    cost=-0.3,
)
def _money_left(w: str = "", e: tuple[object, ...] = ()) -> Question:
    return made("left", MONEY, w, "have", e)


@T.rule(
    "question",
    "<how_much> <did_q> <w:whos> (<t:more_total>)? <v:verb_word> (<e:ends>)?",
    "<how_much> <did_q> <w:whos> (<e:ends>)? <v:verb_word>",
    "<how_much> <did_q> <w:whos> (have to|need to) <v:verb_word> (<e:ends>)?",
    "<how_much> has <w:whos> <v:past> (<e:ends>)?",
)
def _how_much(w: str, v: str, e: tuple[object, ...] = (), t: str = "") -> Question | None:
    if v in ("cost", "need"):
        return made("spend", MONEY, "" if v == "cost" else w, v, e) if v == "need" or w[0] == "\0" else None
    return made("spend" if v in SPEND else "do", MONEY, w, v, e, total=bool(t))


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
    return made("spend", MONEY, w, "spend", e)


@T.rule(
    "question",
    "<how_much> <did_q> <w:whos> (earn|make|get|receive|raise|collect|get paid|be paid|charge|take in) (<e:ends>)?",
    "(what (is|was|are|were|will be)|calculate|find) (<w:whos> 's|his|her|their|the) (total)? (earnings|income|revenue|sales|wages|salary|pay) (<e:ends>)?",
    "<how_much> (<did_q>) <w:whos> (paid) (<e:ends>)?",
    cost=-0.1,
)
def _earned(w: str = THEY, e: tuple[object, ...] = ()) -> Question:
    return made("earn", MONEY, w, "earn", e)


@T.rule(
    "question",
    "(<how_much>|what) (is|was|did|does|will|would)? (<w:whos> 's|his|her|their|the)? (total|net)? profit (<did_q>)? (<w:whos>)? (make|earn|have|get)? (<e:ends>)?",
    "<how_much> profit <did_q> <w:whos> (make|earn) (<e:ends>)?",
)
def _profit(w: str = "", e: tuple[object, ...] = ()) -> Question:
    return made("profit", MONEY, w, "make", e)


@T.rule(
    "question",
    "(how much|what) change <did_q> <w:whos> (get|receive|take|expect|have|be given|get back|receive back) (<e:ends>)?",
    "how much change <did_q> <w:whos> (get|receive) back",
    "what is <w:whos> 's change",
    "how much (money)? (should|will|did|does) <w:whos> (get|receive) (back|in change|as change) (<e:ends>)?",
)
def _change(w: str = "", e: tuple[object, ...] = ()) -> Question:
    return made("change", MONEY, w, "get", e)


T.rule("clause", "(<s:ends> ,?)? (<polite>)? (<s2:ends> ,?)? <q:question>")(
    lambda q, s=(), s2=(): q if not s and not s2 else None
)
