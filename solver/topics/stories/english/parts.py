"""English clauses about wholes and parts: fractions, ratios, the rest, kinds with rates. See `stories.chart` for the notation."""

from __future__ import annotations

import re
from fractions import Fraction

from solver.topics.stories import meanings as say
from solver.topics.stories.english.lexicon import CHANGING, is_collective, stem
from solver.topics.stories.english.phrases import G
from solver.topics.stories.meanings import Amount, Meaning, Thing
from solver.topics.word_problems.quantities import MONEY_ITEM, Phrase

Parts = tuple[str, ...]

G.words(
    "kinds_intro",
    ":",
    ",",
    "which are",
    ", which are",
    ", all of which are",
    "that are",
    "consisting of",
    ", consisting of",
    "made up of",
    ", made up of",
    "namely",
    ", namely",
    ", either",
    "either",
    ", all",
    ", each of which is",
    ", all either",
    ", all of them",
    ", all of them either",
    "of three kinds :",
    "of two kinds :",
    ", only",
    ", some",
    "composed of",
    ", composed of",
    "divided into",
    ", made from",
    ", both",
    ", that is",
    "; they are",
    "- ",
    ", each either",
    ", each",
    ", all made up of",
    "in the form of",
    "made of",
    "containing",
    ", comprising",
    "comprising",
    ", being",
    ", just",
    "of",
    "in",
    "on",
    "from",
    "about",
    "as",
    "with",
    "planted with",
    "built of",
    ", built of",
    "working in",
    "working as",
    "divided into",
    ", divided into",
    "made of",
    "in three colours :",
    "of three colours :",
    ", which are all",
    ", and they are",
    "on topics like",
    "for",
    ", all of which are either",
    ", grouped into",
    "grouped into",
)
G.words(
    "has_kinds",
    "has",
    "have",
    "had",
    "holds",
    "contains",
    "contained",
    "sells",
    "sold",
    "owns",
    "keeps",
    "grows",
    "raises",
    "is made of",
    "is made from",
    "are made of",
    "consists of",
    "is made up of",
    "consist of",
    "are",
    "were",
    "is",
    "is mixed from",
    "is a mixture of",
    "includes",
    "stocks",
    "includes only",
    "has only",
    "holds only",
    "contains only",
    "are either",
    "is divided into",
    "is home to",
    "keeps only",
    "received",
    "baked",
    "planted",
    "made",
    "produced",
    "displayed",
    "is composed of",
    "was made from",
    "harvested",
    "collected",
    "bought",
    "carries",
    "is made by mixing",
)
G.words("only", "only", "just", "exactly", "a total of", "altogether", "in total", "about", "all the")


def _label(x: str) -> str:
    return x


# -- wholes ----------------------------------------------------------------------------------------


@G.rule(
    "core",
    "(<a:phrase>)? <has_kinds> <only>? <n:N> <x:noun> (<tail>)? (<all>)? <kinds_intro> <l:list> (<r:in_ratio>)?",
    "there (are|were) <only>? <n:N> <x:noun> (<tail>)? (<all>)? (<kinds_intro>)? <l:list> (<r:in_ratio>)?",
    "(in|on|at|of) (<phrase>)? (with)? <n:N> <x:noun> (<tail>)? ,? <kinds_intro> <l:list> (<r:in_ratio>)?",
    "(<a:phrase>)? <ANY> <only>? <n:N> <x:noun> (<tail>)? (<all>)? <kinds_intro> <l:list> (<r:in_ratio>)?",
    "(a|an|the)? <n:N> <x:noun> (<tail>)? <has_kinds> <l:list> (<r:in_ratio>)?",
    "(all)? <n:N> <x:noun> (<be>)? (<phrase>)? <kinds_intro> <l:list>",
    "(<phrase>) (<be>) <phrase> by <n:N> <x:noun> <kinds_intro> <l:list>",
    "(the|a|<det>)? (<phrase> 's)? <a:phrase> of <n:N> <x:noun> <has_kinds> <l:list>",
    "(the|a|<det>)? <noun> 's <a:phrase> (consists of|has|is made up of|contains) <n:N> <x:noun> <kinds_intro> <l:list>",
    "(a|an|the) <x:noun> of <n:N> <u:noun> <has_kinds> <l:list> (<r:in_ratio>)?",
    "(a|an|the)? <n:N> <u:noun> <x:noun> (<be>)? (made|mixed|prepared) (up)? (of|from) <l:list> (<r:in_ratio>)?",
)
def _whole(
    n: Fraction, x: str, l: Parts, a: str = "", u: str = "", r: tuple[Fraction, ...] | None = None
) -> Meaning:  # noqa: E741
    names = shared_noun(l)
    return say.whole(Amount(n, x), "", names[0] if names[1] else l, r or (), place=a)


@G.rule(
    "core",
    "(<a:phrase>)? (<has_kinds>|<ANY>) <only>? <n:N> <l:list> (<tail>)? (<all>)?",
    "there (are|were) <only>? <n:N> <l:list> (<tail>)? (<all>)?",
    "(a|the) total of <n:N> <l:list>",
    "<l:list> (are|make|total|number)? <n:N> (in all|in total|altogether)",
    "<n:N> <l:list> (are|were) <phrase>",
    "<phrase> (<has_kinds>) <l:list> , <n:N> (<all>)",
    cost=0.4,
)
def _whole_of(n: Fraction, l: Parts, a: str = "") -> Meaning | None:  # noqa: E741
    names = shared_noun(l)
    return say.whole(Amount(n, names[1]), "", names[0], place=a) if len(l) > 1 else None


def shared_noun(names: Parts) -> tuple[Parts, str]:
    """ "red, blue and green marbles" are three kinds of marble; "novels and comics" have no noun."""
    head, _, noun = names[-1].rpartition(" ")
    if head and all(" " not in name and not getattr(name, "plural", False) for name in names[:-1]):
        return (*(f"{name} {noun}" for name in names[:-1]), names[-1]), noun
    if head and all(name.endswith(" " + noun) for name in names):
        return names, noun
    return names, ""


@G.rule(
    "core",
    "<a:phrase> (<only>)? <q:numbered> (<tail>)?",
    "(<a:phrase>|we|they|i|he|she|it|you)? (<has_kinds>|<ANY>) <only>? <q:numbered> (<tail>)?",
    "there (are|were|is) <only>? <q:numbered> (<phrase>)?",
    "(in|on|at|of|out of|from|among) (<phrase>)? (of|with|has|having)? (<only>)? (the|all|all the|his|her|its)? <q:numbered> (<phrase>)?",
    "(all|the|all the|each of the)? <q:numbered> (<be>)? <p:phrase>",
    "(a|an|the)? <phrase> of <q:numbered> (has|is divided into|consists of)? (<k:N> <noun>)?",
    "(<a:phrase>|we|they|i|he|she|it|you)? (<has_kinds>|<ANY>) <only>? <q:numbered> (<tail>)? (for|worth|and made|and collected|and took in|, taking in|, making|, collecting|and received) (<only>)? <m:M> (<all>)?",
    "(all)? <q:numbered> (<tail>)? (<be>)? (sold|bought) (for|, bringing in|, making) (<only>)? <m:M> (<all>)?",
    "(the total number of|the number of) <x:noun> (<tail>)? is <n:N>",
    "(a|an|the) <q:qty> (long|wide|tall|high)? (<be>)? (cut|split|divided|broken|sawn|packed) (up)? into <k:count> (pieces|parts|lengths|groups|sections|districts|stages)",
    cost=2.5,
)
def _counted(
    q: Amount | None = None,
    a: str = "",
    p: str = "",
    x: str = "",
    n: Fraction | None = None,
    k: Fraction | None = None,
    m: Amount | None = None,
) -> Meaning | None:
    if m is not None and q is not None:
        return say.telling(say.whole(q), say.takes_in(m)) if q.item and not q.money else None
    if q is None:
        return say.whole(Amount(n or Fraction(0), x))
    if q.item == "" or q.money or any(stem(w) in CHANGING for w in a.split()):
        return None
    return say.whole(q, kinds=int(k) if k else None, place=a)


@G.rule(
    "core",
    "(<phrase>|he|she|they|it|we)? (<ANY>|packs|packed|fills|filled|pours|poured|divides|divided|put|puts|loaded) <q:numbered> (into|in|with|onto|to|using) <p:numbered>",
    "<q:numbered> (<be>)? (<phrase>)? in <p:numbered>",
    "(a|the) <noun> of <q:numbered> (<be>)? (<phrase>)? in <p:numbered>",
    cost=1.5,
)
def _packed(q: Amount, p: Amount) -> Meaning:
    """So many things in so many containers, which hold different numbers of them."""
    return say.telling(say.has("", [q]), say.whole(p))


@G.rule(
    "core",
    "(<all>) (,)? (he|she|they|it|we|i) (has|have|had) <m:M>",
    "(altogether|together) ,? (he|she|they|it|i) (has|have|had) <m:M>",
    cost=0.6,
)
def _has_in_all(m: Amount) -> Meaning:
    return say.takes_in(m)


@G.rule(
    "core",
    "<q:numbered> (<be>)? (<phrase>)? (for|between|among|in|by) <k:N> <noun>",
    "in (a|the) <phrase> <q:numbered> (<be>) <phrase> (for|between|among) <k:N> <noun>",
    cost=2,
)
def _counted_kinds(q: Amount, k: Fraction) -> Meaning:
    return say.whole(q, kinds=int(k))


@G.rule("core", "in (a|the) <phrase> of <n:N> <l:list> (,)? there (are|were) <q:numbered> (<all>)?", cost=0.3)
def _whole_with(n: Fraction, l: Parts, q: Amount) -> Meaning:  # noqa: E741
    names = shared_noun(l)
    return say.telling(say.whole(Amount(n, names[1]), "", names[0]), say.has("", [q]))


@G.rule("core", "(<phrase>)? (<ANY>|<phrase>) <l:list>", cost=2)
def _sees_kinds(l: Parts) -> Meaning:  # noqa: E741
    return say.of_parts("", l)


@G.rule(
    "core",
    "(<phrase>)? <has_kinds> <l:list> (<r:in_ratio>)? (by weight|by volume)?",
    "there are <l:list> (<tail>)? (<r:in_ratio>)?",
    cost=1.0,
)
def _parts_only(l: Parts, r: tuple[Fraction, ...] | None = None) -> Meaning:  # noqa: E741
    names, noun = shared_noun(l)
    if r:
        return say.telling(say.of_parts("", names, noun), say.in_ratio([Thing(x) for x in names], r))
    return say.of_parts("", names, noun)


@G.rule(
    "core",
    "(<phrase>)? <m:M> (<phrase>)? (<be>)? (is|was|are|will be|were)? (shared|divided|split) (out|up)? (among|between|by|amongst) (<k:N> <noun>)? (,|:|-)? (<l:names>)? (<r:in_ratio>)?",
    "(a|an|the) <m:M> <noun> (<be>) (shared|divided|split) (out|up)? (among|between|by|amongst) (<k:N> <noun>)? (:|,)? (<l:names>)? (<r:in_ratio>)?",
    "(a|an|the) (sum|total|prize|bonus|amount) of <m:M> (<be>) (shared|divided|split) (out|up)? (among|between|by|amongst) (<k:N> <noun>)? (:|,)? (<l:names>)? (<r:in_ratio>)?",
    "(<k:N> <noun> ,?)? <l:names> ,? (share|shared|split|divide|divided) (a|the|an)? (<noun> of)? <m:M> (<noun>)? (<phrase>)? (<r:in_ratio>)?",
    "<k:N> <noun> (share|shared|split|divide|divided) (a|the|an)? (<noun> of)? <m:M> (<noun>)? (<r:in_ratio>)?",
    "<l:names> (have|had|has|got) <m:M> (altogether|together|in total|between them)",
)
def _prize(
    m: Amount, k: Fraction | None = None, l: Parts | None = None, r: tuple[Fraction, ...] | None = None
) -> Meaning | None:  # noqa: E741
    if l is None and k is None or l is not None and len(l) < 2:
        return None
    return say.whole(m, "", l or (), r or (), by_owner=True, kinds=int(k) if k else None)


@G.rule(
    "core",
    "<n:N> <x:noun> (is|was|are|were) (shared|divided|split) (out|up)? (among|between|by|into) <l:names> (<r:in_ratio>)?",
    "<l:names> (share|shared|split|divide|divided) <n:N> <x:noun> (<phrase>)? (<r:in_ratio>)?",
    "<l:names> (have|had|collected|own|saved|caught|picked) <n:N> <x:noun> (altogether|together|in total|between them|in all)",
)
def _shared_out(n: Fraction, x: str, l: Parts, r: tuple[Fraction, ...] | None = None) -> Meaning | None:  # noqa: E741
    return say.whole(Amount(n, x), "", l, r or (), by_owner=True) if len(l) > 1 else None


@G.rule(
    "core",
    "<n:N> <x:noun> (each)? (exactly)? (<phrase>)? (exactly)? (one of|one from) <k:N> <noun>",
    "<phrase> (asked|surveyed|interviewed|polled|questioned) <n:N> <x:noun>",
    "(a)? (survey|poll) of <n:N> <x:noun> (showed|found|shows)? (that)?",
    "<n:N> <x:noun> (were asked|took part|were surveyed|were sold|were questioned)",
)
def _each_one_of(n: Fraction, x: str, k: Fraction | None = None) -> Meaning:
    return say.whole(Amount(n, x), kinds=int(k) if k else None)


@G.rule(
    "core",
    "the <n:N> <x:noun> (<tail>)? (are|consist of|include) <l:list> (<r:in_ratio>)?",
    "(all)? <n:N> <x:noun> (each)? (chose|choose|picked|joined|play|played|like|take|voted for|study) (either|one of|exactly one of)? <l:list>",
)
def _the_whole(n: Fraction, x: str, l: Parts, r: tuple[Fraction, ...] | None = None) -> Meaning:  # noqa: E741
    return say.whole(Amount(n, x), "", l, r or ())


# -- shares ----------------------------------------------------------------------------------------


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
    return say.takes_share(a[0] if a else None, Phrase(label) if isinstance(p, Phrase) or not p else label, f, base, amount)


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
    "(a|the)? (rest|others|remainder) (of <phrase>)? (<be>)? (,|all|either|then|now|are|is|were|was|consists of|consist of|like|chose|came|come|went|go|go to|goes to|consisted of|belong to)* (in|on|at|to|for|with|by|as|from|into)? (the)? <l:parts_list> (<r:in_ratio>)?",
    "(the|all the|its|his|her|all|all of the)? (rest|others|remainder|remaining ones|other ones|remaining|(remaining|other) <w:noun>) (of (them|it|these|the <noun>))? (<tail>)? ,? (<be>)? (<ANY_form>|either|all|only|then|each|divided|split|shared|used|made up|unloaded|sold|spent|delivered|given|planted|up|consists|consist|include|includes|deal|come|came|go|live|learn|between|among|as|into|of|on|by|for|with|in|at|to|the|a|an|is|are|was|were|or|share|contain|contains)* <l:parts_list> (<r:in_ratio>)?",
    "what (is|was|remained|remains) (left)? (was|is|were)? (shared|divided|split|spent) (by|between|among|on) <l:parts_list> (<r:in_ratio>)?",
    "<l:parts_list> (share|shared|split|divide|get|got|receive|received|make up|form|are|take|took) (the|all the|all)? (rest|remainder|others|remaining <noun>) (<r:in_ratio>)?",
    cost=0.5,
)
def _rest(l: Parts, r: tuple[Fraction, ...] | None = None, w: str = "") -> Meaning | None:  # noqa: E741
    if r is not None and len(r) != len(l):
        return None
    return say.rest_are(shared_noun(l)[0] if len(l) > 1 else l, r or (), Thing(w) if w else None)


@G.rule(
    "core",
    "<l:list> (share|split|divide|shared|divided) (the|all the)? (rest|remainder|remaining <noun>) (equally|evenly)",
    "(the)? (rest|remainder) (<be>) (shared|split|divided) (equally|evenly) (between|among|by) <l:list>",
)
def _rest_equally(l: Parts) -> Meaning:  # noqa: E741
    return say.rest_are(l, [Fraction(1)] * len(l))


@G.rule(
    "core",
    "(<who>)? (split|splits|share|shares|divide|divides|shared|divided|delivered|gave|gives|spent|spends|sold) (the|all the)? (rest|remainder|remaining <noun>|others) (between|among|into|for|on|to|across) <l:parts_list> (<r:in_ratio>)",
)
def _splits_rest(l: Parts, r: tuple[Fraction, ...]) -> Meaning | None:  # noqa: E741
    return say.rest_are(l, r) if len(l) == len(r) else None


@G.rule(
    "core",
    "<l:names> (gets|got|receives|received|takes|took|keeps|kept|get|has|was given|chose|like|likes) (all)? (the)? (rest|remainder)",
)
def _gets_rest(l: Parts) -> Meaning:  # noqa: E741
    return say.rest_are(l)


G.alias("parts_list", "<l:list>")
G.alias("parts_list", "<l:phrases>", cost=1)


@G.rule("parts_list", "<x:phrase>", "(the)? <x:noun>")
def _one_part(x: str) -> Parts:
    return (x,)


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


@G.rule("core", "there (are|were) <n:N> <p:phrase>", cost=1.6)
def _part_told(n: Fraction, p: str) -> Meaning:
    """ "There are 60 people in design": a part that was named before."""

    def tell(story: say.Story) -> None:
        group = story.only_group()
        said = story.words(p) - story.words(group.noun)
        fits = [m for m in group.members if said & story.words_for(m)]
        if len(fits) != 1:
            raise say.Unclear
        story.define(fits[0], n)

    return tell


# -- ratios ----------------------------------------------------------------------------------------

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
    "<ratio_of> <l:list> (<tail>)? (is|was|being|of|equals|are)? <r:ratio>",
    "<a:thing> to <b:thing> (to <c:thing>)? (is|are|was|=) <r:ratio>",
    "<a:thing> : <b:thing> (: <c:thing>)? (=|is|are) <r:ratio>",
    "(with)? <a:thing> to <b:thing> (is|are|being)? (in the ratio|in the ratio of|in a ratio of) <r:ratio>",
)
def _ratio(
    r: tuple[Fraction, ...],
    a: Thing | None = None,
    b: Thing | None = None,
    c: Thing | None = None,
    l: Parts | None = None,
) -> Meaning | None:  # noqa: E741
    things = [t for t in (a, b, c) if t is not None]
    if l is not None or all(t.name and not t.owner and not t.kind for t in things):
        things = [Thing(x) for x in shared_noun(l or tuple(t.name for t in things))[0]]
    if len(things) != len(r) or any(t.number != 1 for t in things):
        return None
    return say.in_ratio(things, r)


@G.rule(
    "core",
    "(the)? (numbers of|number of|amounts of|prices of|lengths of|ages of|weights of|distances of|total)? (the)? <l:list> (<tail>)? (,|and)? (are|is|were|being|come|appear|stand|have prices|have ages)? (now)? (<v:ANY_form>|<v:LOSE_form>)? <r:in_ratio>",
    "the (numbers|number|amounts) (of <noun>)? (in|at|from|going to|who <phrase>) (the)? <l:list> (are|were)? <r:in_ratio>",
    "(the)? <noun> (for|of|in|from|going to|at) (the)? <l:list> (are|were) <r:in_ratio>",
    "for every <n:N> <x:noun> ,? there (are|is) <m:N> <y:noun>",
    "(there (are|is))? <n:N> <x:noun> (for|to) every <m:N> <y:noun>",
    "(with|and) <l:list> <r:in_ratio>",
)
def _in_ratio(
    l: Parts = (),
    r: tuple[Fraction, ...] = (),
    n: Fraction | None = None,
    m: Fraction | None = None,
    x: str = "",
    y: str = "",
    v: str = "",
) -> Meaning | None:  # noqa: E741
    if n is not None and m is not None:
        return say.in_ratio([Thing(x), Thing(y)], [n, m])
    names = shared_noun(l)[0]
    if len(names) != len(r):
        return None
    meaning = say.in_ratio([Thing(x) for x in names], r)
    return say.same_verb(v, meaning) if v else meaning


@G.rule(
    "kind",
    "(<one>)? <x:noun> (with|of|having|worth|costing|carrying|for|at|that have|which have|has|hold|holds) <q:qty> (each)?",
    "(<one>)? <x:noun> [ (worth)? <q:qty> (each|coins|coin)? ]",
    "<q:qty> <x:noun>",
)
def _kind(x: str, q: Amount) -> tuple[str, Amount] | None:
    return (x, q) if q.item else None


G.rule("kind_list", "<a:kind> (and|or|,|, and) <b:kind>")(lambda a, b: (a, b))


@G.rule(
    "core",
    "(<phrase>)? (<has_kinds>|<ANY>|there are) <q:qty> (<tail>)? (<kinds_intro>)? <k:kind_list>",
    "(they|all of them|these|the <noun>) (are|were) (all|either)* <k:kind_list>",
    "(,)? (all of them|all|either|each of them|some|all either)* <k:kind_list>",
    cost=0.3,
)
def _kinds_with_rates(k: tuple[tuple[str, Amount], ...], q: Amount | None = None) -> Meaning:
    first = [say.whole(q)] if q is not None else []
    return say.telling(*first, say.of_parts("", [x for x, _ in k]), *(say.each_has(x, a) for x, a in k))


@G.rule(
    "core",
    "(some|some of them|some of these|some are)? (of them)? (are)? <x:noun> and the (rest|others) (are)? <y:noun>",
    "(all|all of them|they|each|each of them|every one|these|the coins) (are|is|being)? (either|all|of them)* <x:noun> (and|or) <y:noun>",
    "(in|only) <x:noun> and <y:noun>",
    "<x:noun> and <y:noun> (only|, nothing else)",
    cost=0.5,
)
def _of_two(x: str, y: str) -> Meaning:
    return say.of_parts("", [x, y])


G.words(
    "each_with",
    "cost",
    "costing",
    "costs",
    "are worth",
    "worth",
    "is worth",
    "are",
    "carry",
    "carried",
    "carrying",
    "have",
    "having",
    "had",
    "with",
    "hold",
    "holding",
    "held",
    "seat",
    "seating",
    "for",
    "at",
    "priced at",
    "were",
    "contain",
    "containing",
    "of",
    "each worth",
    "each holding",
    "worth either",
    "each worth either",
    "each costing",
)
G.words("some", "some", "some of them", "some of the", "some of these", "some of which", "some of which are")
G.words(
    "others",
    "the rest",
    "the others",
    "others",
    "the other ones",
    "some",
    "the remaining ones",
    "the other",
    "or",
    "the rest of them",
)


@G.rule("value", "<m:M> (<noun>)?")
def _money_value(m: Amount) -> Amount:
    return m


@G.rule("value", "<n:N> (<x:noun>)?")
def _value(n: Fraction, x: str = "") -> Amount:
    return Amount(n, x)


@G.rule(
    "core",
    "<some> (<x:noun>)? (<each_with>)? <a:value> (each)? (,)? (and|,|while)? <others> (<noun>)? (<each_with>)? <b:value> (each)?",
    "(,)? (each|all|all of them|all of which are|which are all|, either|each of them)? (<each_with>)? (either)? <a:value> (or|and) <b:value>",
    cost=0.4,
)
def _kinds_by_value(a: Amount, b: Amount, x: str = "") -> Meaning | None:
    item = a.item or b.item
    if not item or a.item and b.item and a.item != b.item:
        return None
    return say.kinds_by_value([Amount(a.number, item, a.unit), Amount(b.number, item, b.unit)])


@G.rule(
    "core",
    "<some> (<x:noun>)? (are|were) <c:noun> with <a:qty> (each)? (and|,) <others> (are|were)? <d:noun> with <b:qty> (each)?",
    cost=0.2,
)
def _kinds_named(c: str, a: Amount, d: str, b: Amount, x: str = "") -> Meaning:
    return say.telling(say.of_parts("", [c, d]), say.each_has(c, a), say.each_has(d, b))


# -- kinds with rates ------------------------------------------------------------------------------


for _item in ("legs", "feet", "wheels", "heads"):

    @G.rule(
        "core",
        f"(<phrase>|they|it)? (<has_kinds>|<ANY>|there are|there were|with|having|and)? (a total of|<all>)? (,)? <n:N> {_item} (in all|in total|altogether|all together|together|on the ground|among them|between them)*",
        f"(the|their|all the)? (total)? (number of)? {_item} (number|total|is|are|add up to|was|were) <n:N> (<all>)?",
        cost=0.2,
    )
    def _legs(n: Fraction, item: str = _item) -> Meaning:
        from solver.topics.word_problems.wording import singular

        return say.has("", [Amount(n, singular(item))])


@G.rule(
    "core",
    "(their|the|its|a|with a)? (total|combined)? (value|worth) (of (the|these|all)? (coins|notes|<noun>))? (is|was|of) <m:M>",
    "(they|the coins|all the coins|these coins)? (are|is)? (altogether|together)? worth <m:M> (<all>)?",
    "(,)? (totalling|totaling|worth) <m:M>",
    "(the)? (total)? (revenue|income|takings|sales|receipts|amount collected|amount|money collected|total|cost) (from <phrase>)? (is|was|were|of|came to|totalled|totaled|amounted to) <m:M>",
    "(<a:who>)? (collected|raised|took in|brought in|took|received|made|earned|paid|bringing in|spends|spent|pays) (<all>|a total of)? <m:M> (<all>|from <phrase>|in ticket sales|for <phrase>)?",
    "<m:M> was (taken|collected|raised|earned|paid|made|spent) (<all>)? (<tail>)?",
    "for <m:M> (<all>)?",
    cost=1,
)
def _takings(m: Amount, a: object = None) -> Meaning:
    return say.takes_in(m)


@G.rule(
    "core",
    "(a|an|each|every|one)? <x:noun> (<COST>|pay|pays|paid|<be> charged|are each|is worth|were|earns) <m:M> (<each>)?",
    "(a|an|each|every)? <x:noun> (at)? <m:M> (<each>|per <noun>)?",
    cost=0.3,
)
def _rate(m: Amount, x: str) -> Meaning:
    return say.each_has(x, m)


def collective(name: str) -> bool:
    """Whether a name may stand for all parts."""
    return is_collective(name) or name == MONEY_ITEM
