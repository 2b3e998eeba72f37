"""English clauses about wholes that are told in other words: whose parts have no names, parts first, mixtures, not doing."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.english.lexicon import ABBREVIATED, MEASURES
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.english.wholes import Parts, shared_noun
from solver.topics.stories.word_problems.meanings import Amount, Meaning, Thing
from solver.topics.stories.word_problems.quantities import Phrase, Unclear
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story
from solver.topics.stories.word_problems.wording import singular

# -- parts with names ------------------------------------------------------------------------------


@G.rule(
    "core",
    "(<det>|(<det>)? <noun> 's)? <n:N> <x:noun> (<tail>|of <det> <noun>)? (are|were|show|comprise|consist of|are made up of|are divided into|were divided into|are split into|fall into|are either|were either) <parts:list> (<r:in_ratio>)?",
    cost=-0.2,
)
def _somebodys_parts(
    n: Fraction, x: str, parts: Parts, r: tuple[Fraction, ...] | None = None
) -> Meaning | None:
    """ "A company's 250 workers are managers, engineers and technicians"."""
    return say.whole(Amount(n, x), "", shared_noun(parts)[0], r or ())


@G.rule(
    "core",
    "<parts:list> (<be>|<ANY_form>) (<phrase>)? (in|on|at) (a|an|the) <noun> (of|with|for) <n:N> <x:noun>",
    "<parts:list> (<be>|<ANY_form>) (<phrase>)? , <n:N> (<x:noun>)? (<all>)",
    "<parts:list> (<be>|<ANY_form>) (<phrase>)? (in|on|at) (a|an|the) <noun> of <n:N>",
    "<parts:list> , <n:N> (<x:noun>)? (<all>) ,? (<be>|<ANY_form>) (<phrase>)?",
    cost=0.2,
)
def _parts_in(parts: Parts, n: Fraction, x: str = "") -> Meaning | None:
    """ "Red, blue and white cars are parked in a lot with 180 cars"; with 180 spaces there may be fewer."""
    names, noun = shared_noun(parts)
    if x and singular(x) != singular(noun):
        return None
    return say.whole(Amount(n, x or noun), "", names)


@G.rule(
    "core",
    "(a|an|the|this) <x:noun> (uses|requires|needs|calls for|takes|mixes|combines) <parts:list> <r:in_ratio>",
    "(to make|for) (a|an|the|this)? <x:noun> ,? (we|you|he|she|they|one)? (mix|mixes|use|uses|combine|combines) <parts:list> <r:in_ratio>",
    "(<phrase>)? (mix|mixes|mixed|combines|combined) <parts:list> <r:in_ratio> (to make (a|an|the)? <x:noun>)?",
    cost=-0.1,
)
def _mixes(parts: Parts, r: tuple[Fraction, ...], x: str = "") -> Meaning | None:
    """ "A recipe uses flour, sugar and butter in the ratio 5:2:3"."""
    names, noun = shared_noun(parts)
    if len(names) != len(r):
        return None
    return say.telling(say.of_parts("", names, noun, place=x), say.in_ratio([Thing(p) for p in names], r))


G.words("used_up", "used", "needed", "added", "taken", "required", "mixed in", "available", "poured in", "in it", "there", "in the mixture", "bought")  # fmt: skip


@G.rule(
    "core",
    "<n:N> <u:measure_word> of (the)? <x:noun> (is|are|was|were) (<used_up>)",
    "(we|you|he|she|they|i|<noun>)? (<aux>)* (use|uses|used|has|have|need|needs|add|adds|added|take|takes|contains|there are|there is) <n:N> <u:measure_word> of (the)? <x:noun>",
    cost=-0.1,
)
def _part_measured(n: Fraction, u: str, x: str) -> Meaning:
    """ "… if 400 grams of sugar are used"."""
    unit = singular(u)
    return say.part_measured(x, n, ABBREVIATED.get(unit, unit))


@G.rule(
    "clause",
    "how (much|many) (<u:measure> of)? <p:phrase> (is|are|will be|would be) (there|needed|required|used|contained)? in <n:N> <v:measure_word> of (the|this)? <x:noun>",
    "how (much|many) (<u:measure> of)? <p:phrase> (does|do|will|would|is needed|are needed)? <n:N> <v:measure_word> of (the|this)? <x:noun> (contain|contains|need)",
    "how (much|many) (<u:measure> of)? <p:phrase> (is|are|will be) (needed|required|used) (to make|for) <n:N> <v:measure_word> of (the|this)? <x:noun>",
    "how (much|many) (<u:measure> of)? <p:phrase> (do|does|did|will|would) <who> need (to make|for) <n:N> <v:measure_word> of (the|this)? <x:noun>",
    cost=-0.3,
)
def _asks_in_so_much(p: str, n: Fraction, v: str, x: str, u: str = "") -> tuple[Meaning, Question]:
    """ "How much syrup is there in 900 ml of juice?"; "for 900 ml of water" tells the other part."""
    unit, asked = singular(v), singular(u.split()[0]) if u else ""
    told = say.whole_or_part_measured(x, n, ABBREVIATED.get(unit, unit))
    return told, ask.how_many(p, unit=ABBREVIATED.get(asked, asked))


@G.rule(
    "core",
    "(a|an|the) <x:noun> (contains|contained|has|consists of|is) <f:F> <p:noun>",
    cost=0.2,
)
def _contains_share(x: str, f: Fraction, p: str) -> Meaning:
    """ "A paint mixture contains 30% blue paint"."""
    return say.share(p, f, Thing(x))


@G.rule(
    "core",
    "the (number|amount) of <noun> (in|at|on|who|that|for|from) (the)? <a:phrase> and the (number|amount) of <noun> (in|at|on|who|that|for|from) (the)? <b:phrase> <r:in_ratio>",
    "the ratio of (the)? (number of)? (those|<noun>) (in|at|on|who|that|from|for) (the)? <a:phrase> to (the)? (number of)? (those|<noun>) (in|at|on|who|that|from|for) (the)? <b:phrase> (is|was) <r:ratio>",
    "(the)? (money|amount|amounts|sum|sums|numbers|number) (spent|paid|used)? (on|for) (the)? <a:noun> and (on|for)? (the)? <b:noun> (<be>)? <r:in_ratio>",
    cost=-0.3,
)
def _numbers_in_ratio(a: str, b: str, r: tuple[Fraction, ...]) -> Meaning | None:
    return say.in_ratio([Thing(a), Thing(b)], r) if len(r) == 2 else None


@G.rule(
    "core",
    "(a|an|one|each|every)? (<noun>)? (belongs to|is in|is a member of|takes part in|chose|chooses|does|has|plays) (exactly|only) one (<noun>)?",
    cost=0.5,
)
def _exactly_one() -> Meaning:
    return say.nothing


G.words("did_not", "did not", "do not", "does not", "were not", "are not", "was not", "is not", "have not", "had not", "has not", "did n't", "do n't", "were n't", "are n't")  # fmt: skip


@G.rule(
    "core",
    "(the)? (rest|others|remainder|remaining <noun>|other <noun>) (of (them|the <noun>))? <did_not> <p:phrase>",
    cost=-0.4,
)
def _rest_did_not(p: str) -> Meaning:
    """ "… and the rest did not vote"."""
    return say.rest_are([Phrase(f"not {p}")])


@G.rule("question", "how many (of them|of the <noun>|<noun>)? <did_not> <p:phrase>", cost=-0.4)
def _how_many_did_not(p: str) -> Question:
    return ask.how_many(f"not {p}")


@G.rule(
    "core",
    "(the|and the)? (rest|others|remainder|remaining <noun>) , (the other)? (which are|that is|i.e.|all)? <q:qty> ,? (<be>|<ANY_form>|come|came|went)? (in|on|at|from|for|to|by)? (the|a)? <p:phrase>",
    cost=-0.3,
)
def _rest_so_many(q: Amount, p: str) -> Meaning:
    """ "The rest, 90 stamps, are from Asia"."""
    return say.telling(say.rest_is(q), say.rest_are([p]))


@G.rule("base_part", "of (a|the) (certain|total)? number of <x:noun>", cost=-0.1)
def _of_a_number(x: str) -> tuple[Thing, Amount | None]:
    return Thing(x), None


@G.rule(
    "base_part",
    "of (the|his|her|its|their|my|a|an) <q:numbered>",
    "of <det>? <noun> 's <q:numbered>",
    cost=0.1,
)
def _of_numbered(q: Amount) -> tuple[Thing, Amount | None]:
    """ "Of his 350-hectare farm"."""
    return Thing(q.item), q


@G.rule(
    "core",
    "<who>? (<aux>)* (planted|plants|grew|grows|sowed|keeps|kept|put|puts|raised|raises|built|builds) (<det>)? <p:noun> on <f:F> <b:base_part>",
    cost=-0.4,
)
def _on_share(p: str, f: Fraction, b: tuple[Thing, Amount | None]) -> Meaning:
    """ "A farmer planted wheat on 2/5 of his farm"."""
    return say.share(p, f, *b)


@G.rule(
    "core",
    "(<who>)? (used|uses|planted|plants|sowed|invested|invests|put|puts|filled|left) (the|all the)? (rest|remainder|remaining <noun>|remaining land|remaining part) (for|with|on|in|of <phrase> for|into) <parts:parts_list> <r:in_ratio>",
    cost=-0.3,
)
def _uses_rest(parts: Parts, r: tuple[Fraction, ...]) -> Meaning | None:
    return say.rest_are(shared_noun(parts)[0], r) if len(parts) == len(r) else None


@G.rule(
    "core",
    "<k:N> (kinds|types|sorts|varieties|species|colours|colors) of <x:noun> (<be>|<ANY_form>)? (<phrase>)? (:|,) <parts:list> (,|:)? (of which there are)? <n:N> (<noun>)? <all>",
    "<k:N> (kinds|types|sorts|varieties|species|colours|colors) of <x:noun> (<be>|<ANY_form>)? (<phrase>)? (:|,) <n:N> (<noun>)? <all>",
    cost=-0.3,
)
def _so_many_kinds(k: Fraction, x: str, n: Fraction, parts: Parts = ()) -> Meaning | None:
    """ "Three kinds of trees grow in a park: oaks, maples and birches, 600 in all"."""
    if parts and len(parts) != k:
        return None
    return say.whole(Amount(n, x), "", parts, kinds=int(k))


@G.rule(
    "core",
    "(there|they|these) (are|were) (of)? <k:N> (different)? (types|kinds|sorts|groups|categories) (of (<noun>|them))? (:|,) <parts:list>",
    cost=-0.3,
)
def _are_kinds(k: Fraction, parts: Parts) -> Meaning | None:
    """ "There are three types: comics, novels and atlases": of what was counted last."""
    return say.of_parts("", shared_noun(parts)[0]) if len(parts) == k else None


@G.rule("core", "<k:N> <noun> (share|shared|split|divide|divided) <n:N> <x:noun> (<phrase>)?", cost=0.3)
def _several_share(k: Fraction, n: Fraction, x: str) -> Meaning:
    """ "Three schools share 1,100 tickets"."""
    return say.whole(Amount(n, x), by_owner=True, kinds=int(k))


@G.rule(
    "core",
    "<who>? (<PAY_form>) <m:M> (<all>)? (on|for) <parts:list>",
    "<who>? (<PAY_form>) (a total of) <m:M> (on|for) <parts:list>",
    cost=0.6,
)
def _spends_whole(m: Amount, parts: Parts) -> Meaning:
    """ "A school spent $3000 on desks, chairs and lamps"."""
    return say.whole(m, "", parts)


@G.rule(
    "core",
    "(<phrase>|it|he|she|they) (only|just)? (has|have|had|sells|keeps|owns|grows|contains|holds) (only|just)? (these|those|the) <k:N> (kinds|types|sorts|colours|colors) (of <noun>)?",
    "there (are|were) (only|just)? (these|those|no other than these) <k:N> (kinds|types|sorts|colours|colors) (of <noun>)?",
    cost=-0.3,
)
def _only_kinds(k: Fraction) -> Meaning:
    """ "The library only has these three kinds of books"."""
    return say.kinds_in_all(k)


@G.rule(
    "core",
    "(there (are|were)|it has|they have|<phrase> (has|have|holds|contains|sells)) only <parts:list>",
    cost=-0.2,
)
def _only_these(parts: Parts) -> Meaning:
    """ "If there are only black, white and red cars": said of the parts that were told."""

    def tell(story: Story) -> None:
        group = story.only_group()
        known = [story.part(group, name) for name in shared_noun(parts)[0]]
        if group.closed or len(known) != len(group.members) or None in known:
            raise Unclear
        group.expected = len(parts)

    return tell


# -- parts without names ---------------------------------------------------------------------------

G.words("divide", "divides", "divided", "shares", "shared", "splits", "split", "cuts", "cut", "distributes", "distributed", "divide", "share", "breaks", "broke", "broken", "sawn")  # fmt: skip


@G.rule(
    "core",
    "(a|an|the) <noun> (<n:N> <u:measure_word> long|of length <n:N> <u:measure_word>|<n:N> <u:measure_word> in length|that is <n:N> <u:measure_word> long|measuring <n:N> <u:measure_word>) (<be>) <divide> (up)? into <k:N> <c:noun> (whose lengths|with lengths)? <r:in_ratio>",
    "(a|an|the) <n:N> <u:measure_word> (long)? <noun> (<be>) <divide> (up)? into <k:N> <c:noun> (whose lengths|with lengths)? <r:in_ratio>",
    "<who> <divide> (up)? (a|an|the) <n:N> <u:measure_word> (long)? <noun> into <k:N> <c:noun> (whose lengths|with lengths)? <r:in_ratio>",
    cost=-0.8,
)
def _cut_in_ratio(n: Fraction, u: str, k: Fraction, c: str, r: tuple[Fraction, ...]) -> Meaning | None:
    """ "A ribbon 180 cm long is cut into three pieces in the ratio 2:3:5"."""
    unit = singular(u)
    return say.unnamed_in_ratio(Amount(n, ABBREVIATED.get(unit, unit)), k, c, r, by_owner=False)


@G.rule(
    "core",
    "<who> <divide> (up|out)? (<m:M>|<q:numbered>) (<phrase>)? (between|among|amongst) (the|his|her|their|its)? <k:N> <c:noun> <r:in_ratio>",
    "<det>? (<noun> of)? (<m:M>|<q:numbered>) (<noun>)? (<be>) <divide> (up|out)? (between|among|amongst) (the|his|her|their|its)? <k:N> <c:noun> <r:in_ratio>",
    "(the)? <k:N> <c:noun> <divide> (up|out)? <det>? (<noun> of)? (<m:M>|<q:numbered>) (<noun>)? <r:in_ratio>",
    cost=-0.6,
)
def _shared_in_ratio(
    k: Fraction, c: str, r: tuple[Fraction, ...], m: Amount | None = None, q: Amount | None = None
) -> Meaning | None:
    """ "Mother divided 72 sweets between her two children in the ratio 4:5"."""
    amount = m or q
    return say.unnamed_in_ratio(amount, k, c, r, by_owner=True) if amount else None


@G.rule(
    "core",
    "(the)? (three|interior|inner|<N>)? angles (of|in) (a|the) triangle (<be>)? <r:in_ratio>",
    "(a|the) triangle has angles <r:in_ratio>",
    "(in a triangle ,?) the (<N>)? angles (<be>)? <r:in_ratio>",
    cost=-0.6,
)
def _angles(r: tuple[Fraction, ...]) -> Meaning | None:
    """The angles of a triangle are 180 degrees together."""
    return say.unnamed_in_ratio(Amount(Fraction(180), "degree"), Fraction(3), "angle", r, by_owner=False)


@G.rule(
    "core",
    "the other <k:N> (<c:noun>)? (<be>|are|share the rest|share what is left)? <r:in_ratio>",
    cost=-0.5,
)
def _others_in_ratio(k: Fraction, r: tuple[Fraction, ...], c: str = "part") -> Meaning:
    """ "The other two parts are in the ratio 5:4"."""
    return say.others_in_ratio(k, c, r)


G.words("extreme", "largest", "biggest", "longest", "greatest", "heaviest", "most", "highest", "larger", "bigger", "longer", "greater", "heavier", value=1)  # fmt: skip
G.words("extreme", "smallest", "shortest", "least", "lightest", "lowest", "smaller", "shorter", "lighter", value=-1)  # fmt: skip


@G.rule(
    "question",
    "how (long|big|large|heavy|wide|tall|many degrees) is the <e:extreme> (of the)? (<N>)? (<c:noun>)?",
    "how (many|much) (<x:noun>|money)? (long|of it)? (<did>|is|are|was|will|in)? (in)? the <e:extreme> (<c:noun>) (have|get|receive|contain|weigh|take|inherit|measure|has)?",
    "<find> (the (length|size|weight|measure|value|amount|measurement) (in (degrees|dollars|<u:measure>))? of)? the <e:extreme> (of the)? (<N>)? (<c:noun>) (in (degrees|dollars|<u:measure>))?",
    "how (many|much) (<x:noun>)? (<did>) the (one|person|<noun>) (with|who gets|who got|that gets|who receives) the <e:extreme> (<c:noun>) (have|get|receive)",
    cost=-0.3,
)
def _extreme(e: int, c: str = "", u: str = "", x: str = "") -> Question:
    """ "How long is the shortest piece?"; "how many metres" asks in a measure, "how many sweets" of what is shared."""
    words = [singular(w) for w in (u or x).split()]
    units = [w for w in (ABBREVIATED.get(w, w) for w in words) if w in MEASURES]
    return ask.extreme_part(e, c, unit=units[0] if units else "", item="" if units else x)
