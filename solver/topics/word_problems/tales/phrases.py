"""English phrases of tales: who, how many of what, with what is said of them behind. See `word_problems.chart`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from solver.topics.word_problems.chart import Grammar, Parse
from solver.topics.word_problems.english.amounts import _ORDINAL
from solver.topics.word_problems.english.lexicon import FUNCTION
from solver.topics.word_problems.english.nouns import _nouns, noun_name
from solver.topics.word_problems.reading import Numeral, numeral
from solver.topics.word_problems.tales.values import HE, IT, MONEY, SAME, SHE, THEY, Mod, Np, Ref, Tag
from solver.topics.word_problems.tales.words import DAY_PARTS, DAYS, FORMS, MONTHS, PERIODS, verb_of
from solver.topics.word_problems.wording import pluralised, singular

T: Final = Grammar()
_SMALL_UNITS: Final = "hour cup pound mile gallon kilometer liter teaspoon tablespoon dozen inch foot acre ounce bottle pizza cake yard ton kilogram quart pint meter bag can minute".split()
ONE: Final = Fraction(1)

T.primitive("N", numeral("n", lambda mark: mark.value))
T.primitive("F", numeral("f", lambda mark: mark.value))
T.primitive("M", numeral("m", lambda mark: (mark.value, mark.unit)))


_NO_NOUN: Final = (
    frozenset(
        "yesterday today tomorrow hundred thousand million billion dozen dozens hundreds thousands halves".split()
    )
    | DAYS
)
_UNSURE: Final = frozenset(
    "works work runs run walks walk drives drive watches watch plants plant drinks drink books book saves cuts cut types type cooks cook "
    "records record prints print charges charge orders order loads load bikes bike slices slice calls call repairs repair packs pack serves".split()
)


def _plain_nouns(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """Nouns in which no verb stands, except words that are both."""
    for parse in _nouns(tokens, at):
        words = tokens[at : parse.end]
        if any(w in _NO_NOUN or isinstance(w, Numeral) for w in words):
            continue
        verbs = [i for i, w in enumerate(words) if w in FORMS or verb_of(w)]
        hard = [
            i for i in verbs if words[i] not in _UNSURE and not (i == 0 and words[i].endswith(("ed", "ing")))
        ]
        if hard:
            continue
        yield Parse(parse.end, str(parse.value), parse.cost + 1.5 * len(verbs))


T.primitive("noun", _plain_nouns)


def _verbs(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    verb = verb_of(tokens[at]) if at < len(tokens) else ""
    if verb:
        yield Parse(at + 1, verb, 0.0 if tokens[at] in FORMS else 0.5)


T.primitive("verb_word", _verbs)
T.primitive(
    "past",
    lambda tokens, at: (
        Parse(at + 1, verb_of(tokens[at]), 0.0)
        for _ in range(1)
        if at < len(tokens) and verb_of(tokens[at]) and tokens[at].endswith(("ed", "en", "t", "d", "n", "wn"))
    ),
)
T.primitive(
    "ing",
    lambda tokens, at: (
        Parse(at + 1, verb_of(tokens[at]), 0.0)
        for _ in range(1)
        if at < len(tokens)
        and tokens[at].endswith("ing")
        and len(tokens[at]) > 4
        and tokens[at]
        not in ("during", "morning", "evening", "remaining", "nothing", "everything", "something")
    ),
)

T.words("adv", "also", "then", "only", "already", "still", "usually", "now", "just", "always", "later", "first", "currently", "normally", "typically", "finally", "however", "initially", "originally", "even", "recently", "actually", "again", "each", "both", "together", "regularly", "manually", "easily", "eventually", "immediately", "carefully", "accidentally", "successfully")  # fmt: skip
_NOT_MANNER: Final = frozenset(
    "only daily weekly monthly hourly yearly family early fly supply equally evenly july italy reply apply jelly belly lily assembly likely respectively nearly approximately probably ugly lovely friendly".split()
)
T.primitive(
    "adv",
    lambda tokens, at: (
        Parse(at + 1, tokens[at], 0.3)
        for _ in range(1)
        if at < len(tokens)
        and len(tokens[at]) > 4
        and tokens[at].endswith("ly")
        and tokens[at] not in _NOT_MANNER
    ),
)
T.words("adv", "part-time", "full-time")
T.words("tag", "part-time", "full-time", "every now and then", value=Tag("none"))
T.words("modal", "will", "would", "can", "could", "did", "does", "do", "has", "have", "had", "is able to", "was able to", "are able to", "were able to", "has to", "have to", "had to", "decides to", "decided to", "decide to", "plans to", "plan to", "used the money to", "uses the money to", "used this money to", "used that money to", "used some of the money to", "is going to", "are going to", "managed to", "manages to", "must", "should", "is", "are", "was", "were", "went to", "goes to", "gets to", "likes to", "went out and", "goes out and", "went and", "goes and", "is planning to", "began to", "started to", "has been", "have been", "had been", "would like to", "used to", "ended up")  # fmt: skip
T.alias(
    "errand",
    "(goes|went|go|stops|stopped|walks|walked|drives|drove|headed|runs|ran|going|travels|traveled) (to|by|at|into|back to) (<det>)? <noun> (to|and)",
    "(wants|wanted|needs|is trying|plans|hopes|wants) to earn (enough)? money to",
    "(is|was) (saving|saving up) (money)? to",
    "(decides|decided|wants|plans) to (go|stop) (to|at|by) (<det>)? <noun> (to|and)",
    cost=1.0,
)
T.rule("verb", "(<adv>|<modal>|<errand>)* <v:verb_word> (<adv>)*")(lambda v: v)
T.rule(
    "verb",
    "(<adv>|<modal>)* (finish|finishes|finished|start|starts|started|begin|begins|began|spend|spends|spent|continue|continued|enjoys|loves|goes|went) <v:ing>",
    "(is|was|are|were|has been|have been|had been) (<adv>)* <v:ing>",
    cost=0.2,
)(lambda v: v)
T.words(
    "must",
    "needs to",
    "need to",
    "needed to",
    "wants to",
    "want to",
    "wanted to",
    "plans to",
    "has a goal to",
    "has to",
    "have to",
    "would like to",
    "must",
)


@T.rule("verb", "(<adv>)* <must> <v:verb_word>")
def _must(v: str) -> str:
    """What is only wanted is a goal; buying and paying are done in the end."""
    return v if v in _DONE_ANYWAY else "need"


_DONE_ANYWAY: Final = frozenset("pay spend use cost work drive read walk".split())
T.words("be", "is", "are", "was", "were", "will be", "would be", "has been", "have been", "had been")
T.words("there", "there is", "there are", "there was", "there were", "there will be", "there 's")

T.words("det", "the", "a", "an", "his", "her", "my", "our", "their", "its", "this", "that", "these", "those", "some", "all the", "all of the", "all of his", "all of her", "all his", "all her", "all their", "each of the", "both", "the other", "another", "all", "of the", "of his", "of her")  # fmt: skip
T.words(
    "each_word",
    "each",
    "every",
    "each of the",
    "each of his",
    "each of her",
    "each of their",
    "every single",
    "each one of the",
)
T.words("a_per", "a", "an", "per", "each", "every", "for each", "for every", "in each", "in every", "on each", "to each", "from each", "on every", "inside each", "every single", "with each")  # fmt: skip

# -- who -------------------------------------------------------------------------------------------

T.words("who", "he", "him", value=HE)
T.words("who", "she", "her", value=SHE)
T.words("who", "they", "them", value=THEY)
T.words("who", "it", value=IT)
T.words("who", "i", "we", "you", "me", "us", value="you")


@T.rule("who", "<x:noun>", "(the|a|an|my|our|their|this) <x:noun>")
def _who(x: str) -> str:
    return x


T.rule("who", "his <x:noun>")(lambda x: f"his {x}")
T.rule("who", "her <x:noun>")(lambda x: f"her {x}")


@T.rule("who", "(the|his|her|their|my)? <o:noun> 's <x:noun>")
def _whose(o: str, x: str) -> str:
    return f"{o} {x}"


@T.rule("who", "(his|her|their|my) <x:noun> , <y:noun> ,?", "(his|her|their|my) <noun> <y:noun>", cost=0.5)
def _named(y: str, x: str = "") -> str | None:
    return y


T.rule("whos", "<a:who>")(lambda a: a)


T.words(
    "people",
    "friends",
    "men",
    "women",
    "boys",
    "girls",
    "children",
    "kids",
    "brothers",
    "sisters",
    "siblings",
    "students",
    "people",
    "of them",
    "workers",
    "players",
    "families",
    "runners",
    "guys",
    "girlfriends",
    "cousins",
    "teams",
    "classes",
    "stores",
    "houses",
    "adults",
)
T.rule("whos", "(the|all|all the|these|those)? <N> <people>", "the <people>", "all of them", cost=-0.1)(
    lambda: THEY
)
T.alias("whos", "<x:several>")


@T.rule("several", "<a:who> (and|&) <b:who>", "<a:who> , <b:who> ,? and <c:who>", cost=-0.2)
def _several(a: str, b: str, c: str = "") -> str | None:
    names = [x for x in (a, b, c) if x]
    return " & ".join(names) if all(x[0] != "\0" for x in names) else None


T.words("whos", "they all", "they both", "both of them", "the two of them", "all of them", "the three of them", "everyone", "both girls", "both boys", "the two", "the pair", "in all", "the couple", "the three", "all three", "both", "the friends", "the three friends", "the two friends", "the whole family", "the group", value=THEY)  # fmt: skip

# -- numbers ---------------------------------------------------------------------------------------

for _word, _under in _ORDINAL.items():
    T.words("ordinal", _word, value=_under)
T.words("one", "a", "an", "one", "another", "a single", value=ONE)
T.alias("num", "<x:N>", "another <x:N>", "a total of <x:N>", "about <x:N>", "exactly <x:N>", "only <x:N>", "all <x:N>", "the <x:N>", "an additional <x:N>", "these <x:N>", "the other <x:N>", "his <x:N>", "her <x:N>", "their <x:N>", "just <x:N>", "an extra <x:N>", "up to <x:N>", "an average of <x:N>", "as many as <x:N>", "a (collection|total|group|herd|flock|set|stack|pile) of <x:N>")  # fmt: skip


@T.rule("frac", "<x:F>", "(a|one) <y:ordinal>", "<n:N> <y:ordinal>", "<x:F> (of)? that")
def _frac(x: Fraction | None = None, y: int = 1, n: Fraction | None = None) -> Fraction | None:
    return x if x is not None else (n or ONE) / y


@T.rule("times", "<n:N> (times|fold)")
def _n_times(n: Fraction) -> Fraction:
    return n


T.alias(
    "factor",
    "<x:times>",
    "<x:frac>",
    "only <x:frac>",
    "only <x:times>",
    "exactly <x:times>",
    "about <x:times>",
)
T.words("more_word", "new", "different", "whole", "full", "of the", "of his", "of her", "of their", "of these", "such", "identical", "of its", "of those", "of my")  # fmt: skip

# -- amounts ---------------------------------------------------------------------------------------


T.words("extra", "more", "additional", "extra", "other", "further")


@T.rule(
    "plain",
    "<n:num> (<more_word>)? <x:noun>",
    "<n:one> (<more_word>)? <x:noun>",
    "<n:num> <e:extra> <x:noun>",
    "another <n:N> <x:noun>",
)
def _plain(n: Fraction, x: str, e: str = "") -> Np | None:
    return None if x.split(" ")[-1] in _MONEY_NOUNS else Np(n, x, extra=bool(e))


@T.rule(
    "plain",
    "<n:N> <m:M> (bills|bill|notes|coins|note)",
    "(a|one) <m:M> (bill|note|coin)",
    "<n:N> <m:M> and <k:N> <l:M> (bills|notes|coins)",
    cost=-0.3,
)
def _notes(
    m: tuple[Fraction, str], n: Fraction = ONE, k: Fraction = ONE, l: tuple[Fraction, str] | None = None
) -> Np:  # noqa: E741
    return Np(n * m[0] + (k * l[0] if l else 0), MONEY, m[1])


T.words("measured", *sorted(form for u in _SMALL_UNITS for form in (u, pluralised(u))))


@T.rule(
    "plain",
    "<f:F> (a|an|of a|of an)? <x:measured>",
    "(a|an|one) <o:ordinal> (of)? (a|an) <x:measured>",
    "<n:N> and (a)? <f:F> <x:measured>",
    "<n:N> and (a|an)? <f:F> (of)? (a|an)? <x:measured>",
    cost=-0.2,
)
def _fraction_of_unit(x: str, f: Fraction | None = None, o: int = 1, n: Fraction = Fraction(0)) -> Np:
    return Np(n + (f if f is not None else ONE / o), noun_name([x]))


_MONEY_NOUNS: Final = frozenset("money dollar cent".split())


@T.rule("plain", "<n:num> (of them|of these|of those)?", "<n:num> <e:extra>", cost=0.6)
def _bare(n: Fraction, e: str = "") -> Np:
    return Np(n, extra=bool(e))


@T.rule(
    "plain",
    "(a total of|another|only|about|exactly|an additional|just|an extra|up to)? <m:M>",
    "<m:M> <e:extra>",
)
def _money(m: tuple[Fraction, str], e: str = "") -> Np:
    return Np(m[0], MONEY, m[1], extra=bool(e))


@T.rule("plain", "(a|an|the) <n:N> <x:noun> <y:noun>", cost=0.4)
def _sized(n: Fraction, x: str, y: str) -> Np | None:
    """ "A 200 page book": one book, which has 200 pages."""
    return Np(ONE, y, mods=(Mod("has", n, x),)) if len(x.split()) == 1 else None


# -- comparisons -----------------------------------------------------------------------------------

T.words(
    "more",
    "more",
    "greater",
    "additional",
    "older",
    "longer",
    "taller",
    "heavier",
    "extra",
    "larger",
    value=1,
)
T.words("more", "less", "fewer", "younger", "shorter", "lighter", "smaller", "lower", value=-1)
T.words("much", "as many", "as much", "the number of", "the amount of", "that many", "that much", "the same number of", "that number of", "that amount of", "as long", "as far", "the number", "the amount")  # fmt: skip
T.words(
    "amount_of",
    "the number of",
    "the amount of",
    "the same number of",
    "that number of",
    "that amount of",
    "the number",
    "the amount",
)
T.words("did", "did", "does", "do", "has", "had", "have", "is", "was", "are", "were", "can")


@T.rule("ref", "<a:who> (<did>|<verb_word>)?", "what <a:who> (<did>|<verb_word>)")
def _ref(a: str) -> Ref:
    return Ref(a)


@T.rule(
    "ref",
    "(the)? (number of|amount of)? (the)? <x:noun> (that)? <a:who> (<did>|<verb_word>)",
    "the (number|amount) of <x:noun> (that|of)? <a:who> (<did>|<verb_word>)?",
    cost=0.4,
)
def _ref_of(x: str, a: str) -> Ref:
    return Ref(a, x)


@T.rule("ref", "(there (are|were))? (the)? <x:noun>", "(the)? (number|amount) of <x:noun>", cost=0.3)
def _ref_item(x: str) -> Ref:
    return Ref(SAME, x)


@T.rule("ref", "(he|she|they|it|<who>)? (<did>|<verb_word>)? (on|in)? <t:time>")
def _ref_when(t: Tag) -> Ref:
    return Ref(SAME, "", t.text)


T.rule("what_refs", "what <a:who> (<did>|<verb_word>)", "(the|that) amount <a:who> (<did>|<verb_word>)")(
    lambda a: (Ref(a),)
)
T.rule("refs", "<a:ref>")(lambda a: (a,))
T.rule(
    "refs", "<a:ref> and <b:ref> (combined|together|<did> combined|have together|put together)?", cost=0.2
)(lambda a, b: (a, b))


@T.rule(
    "cmp",
    "<n:num> <s:more> (<x:noun>)? than <b:refs>",
    "<n:num> <x:noun> <s:more> than <b:refs>",
    "<n:num> <s:more> than <b:refs>",
)
def _more(n: Fraction, s: int, b: tuple[Ref, ...], x: str = "") -> Np:
    return Np(None, x, plus=s * n, refs=b)


@T.rule("cmp", "<n:num> <s:more> <x:noun>", cost=0.8)
def _more_than_before(n: Fraction, s: int, x: str) -> Np | None:
    return Np(None, x, plus=s * n) if s < 0 else None


@T.rule("cmp", "<m:M> <s:more> than <b:refs>")
def _money_more(m: tuple[Fraction, str], s: int, b: tuple[Ref, ...]) -> Np:
    return Np(None, MONEY, m[1], plus=s * m[0], refs=b)


@T.rule("cmp", "<f:F> <s:more> (<x:noun>)? (than <b:refs>)?")
def _percent_more(f: Fraction, s: int, x: str = "", b: tuple[Ref, ...] = ()) -> Np:
    return Np(None, x, times=1 + s * f, refs=b)


@T.rule("cmp", "<k:factor> (of)? <much> (<x:noun>)? (as <b:refs>)?", "<k:factor> (of)? <amount_of> (<x:noun>)? (that|of)? <b:refs>", "<k:factor> (of)? <b:what_refs>",
        "as many (<x:noun>)? as <b:refs>", "the same (number|amount) of <x:noun> as <b:refs>")  # fmt: skip
def _scaled(k: Fraction = ONE, x: str = "", b: tuple[Ref, ...] = ()) -> Np:
    return Np(None, x, times=k, refs=b)


@T.rule("cmp", "<n:num> (<s:more>) (<x:noun>)? than <k:factor> <much>? (<y:noun>)? (as|of|that)? <b:refs>",
        "<k:factor> <much> (<x:noun>)? as <b:refs> (,)? (plus|and) <n:num> more")  # fmt: skip
def _scaled_more(
    n: Fraction, k: Fraction, b: tuple[Ref, ...], s: int = 1, x: str = "", y: str = ""
) -> Np | None:
    return Np(None, x or y, times=k, plus=s * n, refs=b) if not x or not y or x == y else None


@T.rule("cmp", "<m:M> <s:more> than <k:factor> (as much as|what|the amount)? <b:refs>")
def _money_scaled(m: tuple[Fraction, str], s: int, k: Fraction, b: tuple[Ref, ...]) -> Np:
    return Np(None, MONEY, m[1], times=k, plus=s * m[0], refs=b)


@T.rule(
    "part",
    "<f:frac> of (the|his|her|their|its|these|those|all the|all of the|them|it|my|all)? (<x:noun>)?",
    "<f:frac> (his|her|their|the|its) <x:noun>",
)
def _part(f: Fraction, x: str = "") -> Np:
    return Np(None, x, times=f, share="all")


@T.rule("part", "<f:frac> of (the|his|her|their|its|those)? (remaining|rest of the|rest of his|rest of her|leftover|other) <x:noun>", "<f:frac> of (the|his|her|their)? (remaining|rest|remainder|ones left|leftovers)",
        "<f:frac> of what (he|she|they|it)? ('s|is|has|had|was|have|remained|remains|were) (left|remaining)", "<f:frac> of what (is|was|he has|she has|they have|he had|she had|remains|remained) (left|remaining)?", "<f:frac> of the <x:noun> (that (are|were|is|was))? (left|remaining)")  # fmt: skip
def _part_of_rest(f: Fraction, x: str = "") -> Np:
    return Np(None, x, times=f, share="rest")


# -- what is said behind an amount -----------------------------------------------------------------

T.words("unit_word", *sorted({f for p in (*PERIODS, *DAY_PARTS) for f in (p, p + "s")}))
T.words(
    "each_mark",
    "each",
    "apiece",
    "a piece",
    "each one",
    "per piece",
    "per item",
    "individually",
    "per person",
    "per unit",
)
T.words("period_mark", "daily", "every day", "each day", "a day", "per day", value="day")
T.words("period_mark", "weekly", "every week", "each week", value="week")
T.words("period_mark", "monthly", "every month", "each month", value="month")
T.words("period_mark", "yearly", "annually", "every year", "each year", "per annum", value="year")
T.words("period_mark", "hourly", "every hour", "each hour", value="hour")


@T.rule(
    "mod",
    "(for|at|costing|that cost|which cost|worth|that costs|priced at|at a price of|at a cost of|, costing|at a rate of|which are|that are|that were)? <m:M> (<each_mark>|<a_per> <x:noun>)",
)
def _price(m: tuple[Fraction, str], x: str = "") -> Mod:
    return Mod("price", m[0], x, m[1])


@T.rule(
    "mod",
    "(that|which|, which) (each)? (cost|costs) <m:M> (each|<a_per> <x:noun>)?",
    "(for|at) <m:M> <a_per> <x:noun>",
    cost=0.1,
)
def _price_too(m: tuple[Fraction, str], x: str = "") -> Mod:
    return Mod("price", m[0], x, m[1])


@T.rule(
    "mod",
    "(for|worth|at a total of|for a total of|at a total cost of|for only) <m:M> (in total|total|altogether)?",
    cost=0.2,
)
def _paid(m: tuple[Fraction, str]) -> Mod:
    return Mod("paid", m[0], "", m[1])


@T.rule("mod", "(,)? (each)? (with|of|containing|holding|weighing|that (each)? (have|has|contain|contains|hold|holds|weigh|weighs|is|are)|which (each)? (have|has|contain|contains|hold|holds)|each (having|containing|holding|weighing|with)) <n:num> <x:noun> (each|in each|on each|(in|on|at|for|inside|to) each <noun>|inside each|in it|on it|apiece|per <noun>|inside|long each|in each one)",
        "(,)? each (with|containing|having|holding|weighing|of which has|of which contains|of which holds|has|contains|holds|of) <n:num> <x:noun> (in it)?", "of <n:N> <x:noun> each")  # fmt: skip
def _has(n: Fraction, x: str) -> Mod:
    return Mod("has", n, x)


@T.rule("mod", "<a_per> <u:noun>", "<u:period_mark>", "(every|each|a|per) <u:unit_word>")
def _per(u: str) -> Mod:
    return Mod("per", ONE, singular(u))


@T.rule(
    "mod",
    "for <n:num> <u:unit_word>",
    "(for)? <n:N> (more)? <u:unit_word> in a row",
    "for (a|an|one) <u:unit_word>",
    "over <n:num> <u:unit_word>",
)
def _for(u: str, n: Fraction = ONE) -> Mod:
    return Mod("for", n, singular(u))


@T.rule("mod", "<n:N> times <a_per> <u:noun>", "<n:times> <a_per> <u:noun>", "<n:times> <u:period_mark>")
def _often(n: Fraction, u: str) -> Mod:
    return Mod("times", n, singular(u))


@T.rule("mod", "once <a_per> <u:noun>", "once <u:period_mark>")
def _once(u: str) -> Mod:
    return Mod("times", ONE, singular(u))


@T.rule(
    "mod",
    "(in|every|per|for every) <n:N> <u:unit_word>",
    "(in|every|per|for every) <f:F> (an)? <u:unit_word>",
)
def _within(u: str, n: Fraction = ONE, f: Fraction | None = None) -> Mod:
    return Mod("within", f or n, singular(u))


T.rule("mod", "each")(lambda: Mod("each"))

# -- when and where --------------------------------------------------------------------------------

T.words("day", *DAYS)
T.words("month", *MONTHS)
T.words(
    "ordinal_word",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "last",
    "next",
    "following",
    "final",
    "sixth",
    "previous",
)


@T.rule(
    "time",
    "(on|last|this|next|the next)? <d:day> (morning|afternoon|evening|night)?",
    "(in|last|this|next|during)? <d:month>",
)
def _on_day(d: str) -> Tag:
    return Tag("when", d)


@T.rule(
    "time",
    "(in|on|during|for|after)? (the|his|her|their) <o:ordinal_word> <u:unit_word>",
    "(in|on|during|for)? (the|this|last|next|that) <u:unit_word>",
    "(on|in|for)? the <o:ordinal_word> (day|one)",
)
def _in_order(o: str = "", u: str = "day") -> Tag:
    return Tag("when", f"{o} {u}".strip())


@T.rule("time", "<d:time_word>")
def _time_word(d: str) -> Tag:
    return Tag("when", d)


T.words("time_word", "yesterday", "today", "tomorrow", "this morning", "this afternoon", "this evening", "last night", "last week", "this week", "next week", "last year", "this year", "last month", "this month", "next month", "tonight", "next year", "last weekend", "this weekend", "next weekend", "the previous weekend", "over the weekend", "on weekends", "on the weekend", "on weekdays", "the previous day", "the day before", "the following day", "the next day", "in the morning", "in the afternoon", "in the evening", "at night", "the previous week", "the previous month", "the following week", "the week before")  # fmt: skip
T.alias("tag", "<x:time>")
T.words("tag", "later", "first", "then", "also", "afterwards", "one day", "already", "so far", "at first", "initially", "originally", "now", "again", "after that", "currently", "for free", "as well", "too", "finally", "at once", "to start", "to begin with", "at a time", "long", "online", "instead", "away", "still", "up", "out", "there", "at home", "only", "off", "every single", "however", "recently", "on average", "in the end", "at the same time", "by himself", "by herself", "for all the items", "for everything", "for it all", "for all of them", "for them", "for all of it", "once", "on it", "in it", "per ride", "on them", value=Tag("none"))  # fmt: skip
T.words(
    "tag", "in total", "altogether", "total", "in all", "together", "combined", "overall", value=Tag("total")
)
_PREPOSITIONS: Final = frozenset(
    "in on at from to for with by into inside near around under onto off through across along among during about before after beside behind".split()
)


def _places(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """A place, purpose or companion: words that tell no amount."""
    if at >= len(tokens) or tokens[at] not in _PREPOSITIONS:
        return
    end = at + 1
    if end < len(tokens) and tokens[end] in _OPENERS:
        end += 1
    start = end
    if end < len(tokens) and tokens[end] in ("last", "first", "next"):
        end += 1
    while end < len(tokens) and end - start < 5 and _open(tokens[end]):
        end += 1
        yield Parse(end, Tag("where", " ".join(tokens[start:end])), 1.0 + 1.1 * (end - start))


_OPENERS: Final = frozenset("the a an his her their my its our this that some".split())
_FORBIDDEN: Final = (
    frozenset(
        "each every per any all both half twice double triple more less fewer than times rest remaining remainder left other another "
        "equal equally same total sum dozen none no not never except until if when while how what which who where because and or but so as "
        "once lot some few several many much only again , . ? ! ; : ( ) [ ] hundred thousand million ago".split()
    )
    | DAYS
    | {f for p in (*PERIODS, *DAY_PARTS) for f in (p, p + "s")}
)


def _open(token: str) -> bool:
    """A word that tells no amount."""
    return not isinstance(token, Numeral) and (token.isalpha() or token == "'s" or "-" in token) and token not in _FORBIDDEN and token not in FUNCTION | {"one"} - {"'s", "to", "of", "the", "his", "her", "their", "in", "at", "on", "a"} - _SAFE  # fmt: skip


_SAFE: Final = frozenset(
    "'s to of the his her their in at on a an for with from is make making buy made get my our its this that into by".split()
)
T.primitive("tag", _places)


def _purposes(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """A purpose: "to make a cake", "playing with his friends"; never one that itself buys or gives something counted."""
    if at >= len(tokens) or not (
        tokens[at] == "to" or tokens[at].endswith("ing") and len(tokens[at]) > 5 and verb_of(tokens[at])
    ):
        return
    end = at + 1
    while end < len(tokens) and end - at < 8 and _open(tokens[end]):
        end += 1
        yield Parse(end, Tag("where", " ".join(tokens[at:end])), 1.5 + 1.1 * (end - at))


T.primitive("tag", _purposes)
