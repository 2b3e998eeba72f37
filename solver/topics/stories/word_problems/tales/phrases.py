"""English phrases of tales: who, how many of what, with what is said of them behind. See `word_problems.chart`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.chart import Grammar, Parse
from solver.topics.stories.word_problems.english.amounts import _ORDINAL
from solver.topics.stories.word_problems.english.nouns import _nouns, noun_name
from solver.topics.stories.word_problems.reading import Numeral, numerals
from solver.topics.stories.word_problems.tales.values import HE, IT, MONEY, SHE, THEY, Mod, Np, Tag
from solver.topics.stories.word_problems.tales.words import DAYS, FORMS, verb_of
from solver.topics.stories.word_problems.wording import pluralised

T: Final = Grammar()
_SMALL_UNITS: Final = "hour cup pound mile gallon kilometer liter teaspoon tablespoon dozen inch foot acre ounce bottle pizza cake yard ton kilogram quart pint meter bag can minute".split()
ONE: Final = Fraction(1)

numerals(T, "N", "n", lambda mark: mark.value)
numerals(T, "F", "f", lambda mark: mark.value)
numerals(T, "M", "m", lambda mark: (mark.value, mark.unit))


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
    "<n:N> <m:M> and <k:N> <z:M> (bills|notes|coins)",
    cost=-0.3,
)
def _notes(
    m: tuple[Fraction, str], n: Fraction = ONE, k: Fraction = ONE, z: tuple[Fraction, str] | None = None
) -> Np:
    return Np(n * m[0] + (k * z[0] if z else 0), MONEY, m[1])


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
