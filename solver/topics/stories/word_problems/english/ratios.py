"""English clauses about ratios."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.english.wholes import Parts, shared_noun
from solver.topics.stories.word_problems.meanings import Meaning, Thing
from solver.topics.stories.word_problems.quantities import Unclear
from solver.topics.stories.word_problems.story import Story

G.words(
    "ratio_of",
    "the ratio of",
    "a ratio of",
    "ratio of",
    "the ratio between",
    "with a ratio of",
    "with the ratio of",
    "and the ratio of",
    "with ratio of",
    "the ratio of the number of",
    "the ratio of the numbers of",
    "the ratio of the lengths of",
    "the ratio of the weights of",
    "the ratio of the weight of",
    "the ratio of the amounts of",
)


@G.rule(
    "core",
    "<ratio_of> (the)? (number of)? <a:thing> to (the)? (number of)? <b:thing> (to (the)? (number of)? <c:thing>)? (among the rest|among the others|among them|of the rest|(among|of|in) the (other|remaining) <noun>|<tail>)? (is|was|being|of|equals|are|as|=)? <r:ratio>",
    "<ratio_of> <parts:list> (<tail>)? (is|was|being|of|equals|are)? <r:ratio>",
    "<a:thing> to <b:thing> (to <c:thing>)? (is|are|was|=) (as)? <r:ratio>",
    "<ratio_of> (the)? (number of)? <a:thing> (<ANY_form>|<LOSE_form>)? to (the)? (number of)? <b:thing> (<ANY_form>|<LOSE_form>) (is|was) <r:ratio>",
    "(of|among|amongst|in|for) (the|all the|these|those)? (rest|others|remainder|remaining <noun>|other <noun>) ,? <ratio_of> (the)? <a:thing> to (the)? <b:thing> (is|was) <r:ratio>",
    "the number of <a:thing> and (the number|that) of <b:thing> <r:in_ratio>",
    "<a:thing> : <b:thing> (: <c:thing>)? (=|is|are) <r:ratio>",
    "(with)? <a:thing> to <b:thing> (is|are|being)? (in the ratio|in the ratio of|in a ratio of) <r:ratio>",
)
def _ratio(
    r: tuple[Fraction, ...],
    a: Thing | None = None,
    b: Thing | None = None,
    c: Thing | None = None,
    parts: Parts | None = None,
) -> Meaning | None:
    things = [t for t in (a, b, c) if t is not None]
    if parts is not None or all(t.name and not t.owner and not t.kind for t in things):
        things = [Thing(x) for x in shared_noun(parts or tuple(t.name for t in things))[0]]
    if len(things) != len(r) or any(t.number != 1 for t in things):
        return None
    return say.in_ratio(things, r)


@G.rule("core", "(their|the|this|that) ratio (is|was|being) <r:ratio>", "they are <r:in_ratio>", cost=0.2)
def _ratio_of_last(r: tuple[Fraction, ...]) -> Meaning:
    """ "The remaining vehicles are cars and motorcycles, and their ratio is 9:4"."""

    def tell(story: Story) -> None:
        keys = story.only_group().members[-len(r) :]
        if len(keys) != len(r) or any(story.value(k) is not None for k in keys):
            raise Unclear
        story.ratio(keys, r)

    return tell


@G.rule(
    "core",
    "(the)? (numbers of|number of|amounts of|prices of|lengths of|ages of|weights of|distances of|total)? (the)? <parts:list> (<tail>)? (,|and)? (are|is|were|being|come|appear|stand|have prices|have ages)? (now)? (<v:ANY_form>|<v:LOSE_form>)? <r:in_ratio>",
    "the (numbers|number|amounts) (of <of:noun>)? (in|at|from|going to|who <phrase>) (the)? <parts:list> (are|were)? <r:in_ratio>",
    "(the)? <of:noun> (for|of|in|from|going to|at) (the)? <parts:list> (are|were) <r:in_ratio>",
    "for (every|each) <n:N> <x:noun> (ones)? ,? (there (are|is|were|was)|<who> <ANY>) <m:N> <y:noun> (ones)?",
    "(there (are|is|were|was))? <n:N> <x:noun> (ones)? (for|to) (every|each) <m:N> <y:noun> (ones)?",
    "(with|and) <parts:list> <r:in_ratio>",
)
def _in_ratio(
    parts: Parts = (),
    r: tuple[Fraction, ...] = (),
    n: Fraction | None = None,
    m: Fraction | None = None,
    x: str = "",
    y: str = "",
    v: str = "",
    of: str = "",
) -> Meaning | None:
    if n is not None and m is not None:
        return say.in_ratio([Thing(x), Thing(y)], [n, m])
    names = shared_noun(parts)[0]
    if len(names) != len(r):
        return None
    meaning = say.in_ratio([Thing(x) for x in names], r)
    if of:
        meaning = say.telling(say.whole_is_of(of), meaning)
    return say.same_verb(v, meaning) if v else meaning
