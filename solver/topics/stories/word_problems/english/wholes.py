"""English clauses about wholes and the kinds that they are made of."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.lexicon import CHANGING, stem
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Meaning, Thing

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


G.alias(
    "kinds_intro",
    "(,)? (in|of|into|on|from|among) (only|just)? <N> (different|main|separate)? <noun> (:|,|-|, namely|namely)",
    cost=-0.2,
)


G.words("looks_after", "cares for", "care for", "looks after", "looked after", "cared for", "is home to", "welcomed", "welcomes", "handles", "handled", "treated", "issued", "printed", "shelters", "breeds", "transported", "carried", "trains", "trained")  # fmt: skip


G.words("only", "only", "just", "exactly", "a total of", "altogether", "in total", "about", "all the")


def _label(x: str) -> str:
    return x


@G.rule(
    "core",
    "(<a:phrase>|i|we|he|she|they)? <has_kinds> <only>? <n:N> <x:noun> (<tail>|in a <period>|(a|per|each|every) <period>)? (<all>)? <kinds_intro> <parts:list> (<r:in_ratio>)?",
    "there (are|were) <only>? <n:N> <x:noun> (<tail>)? (<all>)? <kinds_intro> <parts:list> (<r:in_ratio>)?",
    "(in|on|at|of) (<phrase>)? (with)? <n:N> <x:noun> (<tail>)? ,? <kinds_intro> <parts:list> (<r:in_ratio>)?",
    "(<a:phrase>|i|we|he|she|they)? <ANY> <only>? <n:N> <x:noun> (<tail>|in a <period>)? (<all>)? <kinds_intro> <parts:list> (<r:in_ratio>)?",
    "(a|an|the)? <n:N> <x:noun> (<tail>)? <has_kinds> <parts:list> (<r:in_ratio>)?",
    "(all)? <n:N> <x:noun> (<be>)? (<phrase>)? <kinds_intro> <parts:list>",
    "(<phrase>) (<be>) <phrase> by <n:N> <x:noun> <kinds_intro> <parts:list>",
    "(the|a|<det>)? (<phrase> 's)? <a:phrase> of <n:N> <x:noun> <has_kinds> <parts:list>",
    "(the|a|<det>)? <noun> 's <a:phrase> (consists of|has|is made up of|contains) <n:N> <x:noun> <kinds_intro> <parts:list>",
    "(a|an|the) <x:noun> of <n:N> <u:noun> <has_kinds> <parts:list> (<r:in_ratio>)?",
    "(a|an|the)? <n:N> <u:noun> <x:noun> (<be>)? (made|mixed|prepared) (up)? (of|from) <parts:list> (<r:in_ratio>)?",
)
def _whole(
    n: Fraction, x: str, parts: Parts, a: str = "", u: str = "", r: tuple[Fraction, ...] | None = None
) -> Meaning:
    names = shared_noun(parts)
    return say.whole(Amount(n, x), "", names[0] if names[1] else parts, r or (), place=a)


@G.rule(
    "core",
    "(<a:phrase>|i|we|he|she|they)? (<has_kinds>|<ANY>) <only>? <n:N> <parts:counted_list> (<tail>)? (<all>)? ((worth|totalling|with a value of) <m:M>)?",
    "there (are|were) <only>? <n:N> <parts:counted_list> (<tail>)? (<all>)?",
    "(a|the) total of <n:N> <parts:counted_list>",
    "<parts:list> (are|make|total|number)? <n:N> (in all|in total|altogether)",
    "<n:N> <parts:counted_list> (are|were) <phrase>",
    "<phrase> (<has_kinds>) <parts:list> , <n:N> (<all>)",
    cost=0.4,
)
def _whole_of(n: Fraction, parts: Parts, a: str = "", m: Amount | None = None) -> Meaning | None:
    """ "40 red and blue pens"; "4 pens and some rulers" are not 4 together."""
    names = shared_noun(parts)
    if len(parts) < 2:
        return None
    whole = say.whole(Amount(n, names[1]), "", names[0], place=a)
    return whole if m is None else say.telling(whole, say.takes_in(m))


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
    "<a:phrase> (<only>)? (a|an)? <q:numbered> (<tail>)? (in <k:N> <noun>)?",
    "(<a:phrase>|we|they|i|he|she|it|you)? (<has_kinds>|<ANY>|<looks_after>) <only>? <q:numbered> (<tail>|(in|during|over) (a|one) <period>)?",
    "(<a:phrase>|we|they|i|he|she|it|you)? (<has_kinds>|<ANY>) <only>? <q:numbered> (in|of) <k:N> (colours|colors|kinds|types|sorts|sizes|varieties|flavours|flavors|shapes|categories)",
    "(out of|of|from|among) (the|all|his|her|their)? <q:numbered> (that|which)? (<who>) (<ANY_form>|<GAIN_form>|<LOSE_form>)",
    "there (are|were|is) <only>? <q:numbered> (<phrase>)?",
    "(in|on|at|of|out of|from|among) (<phrase>)? (of|with|has|having)? (<only>)? (the|all|all the|his|her|its)? <q:numbered> (<phrase>)?",
    "(all|the|all the|each of the)? <q:numbered> (<be>)? <p:phrase>",
    "(a|an|the)? <phrase> of <q:numbered> (has|is divided into|consists of)? (<k:N> <noun>)?",
    "(<a:phrase>|we|they|i|he|she|it|you)? (<has_kinds>|<ANY>) <only>? <q:numbered> (<tail>)? (for|worth|and made|and collected|and took in|, taking in|, making|, collecting|and received) (<only>)? <m:M> (<all>)?",
    "(all|a total of)? <q:numbered> (<tail>)? (<be>)? (sold|bought) (for|, bringing in|, making) (<only>)? <m:M> (<all>)?",
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
    meaning = say.whole(q, kinds=int(k) if k else None, place=a)
    return say.not_a_part(p, meaning) if p else meaning


@G.rule(
    "core",
    "(<phrase>|he|she|they|it|we)? (<ANY>|packs|packed|fills|filled|pours|poured|divides|divided|put|puts|loaded) <q:numbered> (into|in|with|onto|to|using) <p:numbered>",
    "<q:numbered> (<be>)? (<phrase>)? in <p:numbered>",
    "((a|the) <noun> of)? <q:numbered> (exactly)? (filled|fill|fills|used|needed|need|occupied|took) (exactly)? <p:numbered>",
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


@G.rule(
    "core", "in (a|the) <phrase> of <n:N> <parts:list> (,)? there (are|were) <q:numbered> (<all>)?", cost=0.3
)
def _whole_with(n: Fraction, parts: Parts, q: Amount) -> Meaning:
    names = shared_noun(parts)
    return say.telling(say.whole(Amount(n, names[1]), "", names[0]), say.has("", [q]))


@G.rule("core", "(<phrase>)? (<ANY>|<phrase>) <parts:list>", cost=2)
def _sees_kinds(parts: Parts) -> Meaning:
    return say.of_parts("", parts)


@G.rule(
    "core",
    "(<a:phrase>)? <has_kinds> <parts:list> (<r:in_ratio>)? (by weight|by volume)?",
    "there are <parts:list> (<tail>)? (<r:in_ratio>)?",
    cost=1.0,
)
def _parts_only(parts: Parts, r: tuple[Fraction, ...] | None = None, a: str = "") -> Meaning:
    names, noun = shared_noun(parts)
    told = say.of_parts("", names, noun, place=a)
    return say.telling(told, say.in_ratio([Thing(x) for x in names], r)) if r else told


@G.rule(
    "core",
    "(<phrase>)? <m:M> (<phrase>)? (<be>)? (is|was|are|will be|were)? (shared|divided|split) (out|up)? (among|between|by|amongst) (<k:N> <noun>)? (,|:|-)? (<parts:names>)? (<r:in_ratio>)?",
    "(a|an|the) <m:M> <noun> (<be>) (shared|divided|split) (out|up)? (among|between|by|amongst) (<k:N> <noun>)? (:|,)? (<parts:names>)? (<r:in_ratio>)?",
    "(a|an|the) (<noun>|sum|total|amount) of <m:M> (<be>) (shared|divided|split) (out|up)? (among|between|by|amongst) (<k:N> <noun>)? (:|,)? (<parts:names>)? (<r:in_ratio>)?",
    "(<k:N> <noun> ,?)? <parts:names> ,? (share|shared|split|divide|divided) (a|the|an)? (<noun> of)? <m:M> (<noun>)? (<phrase>)? (<r:in_ratio>)?",
    "<k:N> <noun> (share|shared|split|divide|divided) (a|the|an)? (<noun> of)? <m:M> (<noun>)? (<r:in_ratio>)?",
    "<parts:names> (have|had|has|got) <m:M> (altogether|together|in total|between them)",
)
def _prize(
    m: Amount, k: Fraction | None = None, parts: Parts | None = None, r: tuple[Fraction, ...] | None = None
) -> Meaning | None:
    if parts is None and k is None or parts is not None and len(parts) < 2:
        return None
    return say.whole(m, "", parts or (), r or (), by_owner=True, kinds=int(k) if k else None)


@G.rule(
    "core",
    "<n:N> <x:noun> (is|was|are|were) (shared|divided|split) (out|up)? (among|between|by|into) <parts:names> (<r:in_ratio>)?",
    "<parts:names> (share|shared|split|divide|divided) <n:N> <x:noun> (<phrase>)? (<r:in_ratio>)?",
    "<parts:names> (have|had|collected|own|saved|caught|picked) <n:N> <x:noun> (altogether|together|in total|between them|in all)",
)
def _shared_out(n: Fraction, x: str, parts: Parts, r: tuple[Fraction, ...] | None = None) -> Meaning | None:
    return say.whole(Amount(n, x), "", parts, r or (), by_owner=True) if len(parts) > 1 else None


@G.rule(
    "core",
    "<n:N> <x:noun> (each)? (exactly)? (<phrase> (for)?)? (exactly)? (one of|one from) <k:N> <noun>",
    "<phrase> (asked|surveyed|interviewed|polled|questioned) <n:N> <x:noun>",
    "(a)? (survey|poll) of <n:N> <x:noun> (showed|found|shows)? (that)?",
    "<n:N> <x:noun> (were asked|took part|were surveyed|were sold|were questioned)",
)
def _each_one_of(n: Fraction, x: str, k: Fraction | None = None) -> Meaning:
    return say.whole(Amount(n, x), kinds=int(k) if k else None)


G.words(
    "sorts",
    "departments",
    "clubs",
    "houses",
    "sections",
    "teams",
    "divisions",
    "branches",
    "classes",
    "districts",
    "floors",
    "grades",
    "buildings",
    "offices",
    "categories",
    "kinds of members",
)


@G.rule("core", "<phrase> (has|have|had|is divided into) <k:N> <sorts>", cost=1)
def _has_sorts(k: Fraction) -> Meaning:
    """ "A school has four houses": the parts of a whole that is named later."""
    return say.of_so_many_parts(int(k))


@G.rule(
    "core",
    "the <n:N> <x:noun> (<tail>)? (are|consist of|include) <parts:list> (<r:in_ratio>)?",
    "(all)? <n:N> <x:noun> (each)? (chose|choose|picked|joined|play|played|like|take|voted for|study) (either|one of|exactly one of)? <parts:list>",
)
def _the_whole(n: Fraction, x: str, parts: Parts, r: tuple[Fraction, ...] | None = None) -> Meaning:
    return say.whole(Amount(n, x), "", parts, r or ())
