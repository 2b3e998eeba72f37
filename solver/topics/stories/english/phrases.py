"""English noun phrases, amounts, lists, comparisons: what stands in the slots of clauses. See `stories.chart` for the notation.

No clauses and no questions here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any, Final

from solver.topics.stories.chart import Grammar, Parse
from solver.topics.stories.english import lexicon
from solver.topics.stories.english.lexicon import (
    ABBREVIATED,
    ARTICLES,
    BARRIER,
    EMPTY,
    FUNCTION,
    LIGHT,
    MEASURES,
    PERIODS,
    SOFT,
    forms_of,
    stem,
)
from solver.topics.stories.meanings import Amount, Bought, Compared, Kind, Thing
from solver.topics.stories.reading import Numeral
from solver.topics.stories.story import HE, SHE
from solver.topics.word_problems.marking import Mark
from solver.topics.word_problems.quantities import MONEY_ITEM, ONE, Phrase
from solver.topics.word_problems.wording import singular

G: Final = Grammar()
MAX_NOUN: Final = 4
MAX_PHRASE: Final = 8
NOUN_WORD: Final = 1.0
PHRASE_WORD: Final = 1.3

_WORD: Final = re.compile(r"[a-zà-öø-ÿ][a-zà-öø-ÿ0-9'’.-]*")
_DETERMINERS: Final = "the a an his her my our their its this that these those some".split()


def noun_name(words: Sequence[str]) -> str:
    """The name of a noun: in the singular, measures abbreviated.

    >>> noun_name("kilograms of apples".split()), noun_name(["red", "pencils"])
    ('kg of apple', 'red pencil')
    """
    text = " ".join(words).replace("-", " ")
    text = re.sub(r"^pairs? of ", "", text)
    head, of, tail = text.partition(" of ")
    head = singular(head)
    head = ABBREVIATED.get(head, head)
    return head + of + singular(tail)


def _is_noun_word(token: str) -> bool:
    return bool(_WORD.fullmatch(token)) and token not in FUNCTION


def _goes_on(tokens: Sequence[str], at: int, first: int) -> bool:
    """Whether the token at `at` belongs to a noun that begins at `first`; "can" is a noun in "a watering can", "a can of"."""
    if at >= len(tokens):
        return False
    if tokens[at] == "can":
        return at > first or tokens[at + 1 : at + 2] == ["of"]
    return _is_noun_word(tokens[at])


class Noun(str):
    """The name of a noun; `plural` tells how it stood in the text."""

    plural: bool = False


def _noun(tokens: Sequence[str], at: int, end: int, words: Sequence[str]) -> Noun:
    noun = Noun(noun_name(words))
    noun.plural = "of" not in words and singular(tokens[end - 1]) != tokens[end - 1]
    return noun


def _nouns(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """One to four noun words, perhaps "of" and more of them."""
    end = at
    if end + 1 < len(tokens) and tokens[end] in SOFT and _is_noun_word(tokens[end + 1]):
        end += 1
    while end - at < MAX_NOUN and _goes_on(tokens, end, at):
        end += 1
        yield Parse(end, _noun(tokens, at, end, tokens[at:end]), NOUN_WORD * (end - at))
        if end + 1 < len(tokens) and tokens[end] == "of":
            tail = end + 1 + (tokens[end + 1] in _DETERMINERS)
            stop = tail
            while stop < len(tokens) and stop - tail < 3 and _is_noun_word(tokens[stop]):
                stop += 1
                name = _noun(tokens, at, stop, [*tokens[at:end], "of", *tokens[tail:stop]])
                yield Parse(stop, name, NOUN_WORD * (stop - at) + 0.2)


def _plurals(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """A noun in the plural."""
    return (p for p in _nouns(tokens, at) if p.value.plural)


def _phrases(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """Any words that name something without counting: "walk to school", "sold online"."""
    end = at
    if at < len(tokens) and tokens[at] in EMPTY:
        return
    while (
        end < len(tokens)
        and end - at < MAX_PHRASE
        and tokens[end] not in BARRIER
        and _WORD.fullmatch(tokens[end])
    ):
        end += 1
        if tokens[end - 1] not in LIGHT:
            yield Parse(end, _phrase(tokens[at:end]), PHRASE_WORD * (end - at) + 1)


def _phrase(tokens: Sequence[str]) -> str:
    """A noun in the singular; anything else as it stands, without the article in front."""
    words = [w for w in tokens if w not in ARTICLES]
    if all(_is_noun_word(w) or w in SOFT for w in words) and stem(words[0]) == singular(words[0]):
        return " ".join(singular(w) for w in words)
    return Phrase(" ".join(tokens[tokens[0] in ARTICLES :]))


def _marked(kind: str, value: Callable[[Mark], Any]) -> Callable[[Sequence[str], int], Iterator[Parse]]:
    def read(tokens: Sequence[str], at: int) -> Iterator[Parse]:
        token = tokens[at] if at < len(tokens) else ""
        if isinstance(token, Numeral) and token.mark.kind == kind:
            yield Parse(at + 1, value(token.mark), 0.0)

    return read


G.primitive("N", _marked("n", lambda mark: mark.value))
G.primitive("F", _marked("f", lambda mark: mark.value))
G.primitive("M", _marked("m", lambda mark: Amount(mark.value, MONEY_ITEM, mark.unit)))
G.primitive("noun", _nouns)
G.primitive("place", lambda tokens, at: (p for p in _nouns(tokens, at) if p.value.split()[-1] not in PERIODS))
G.primitive("plural", _plurals)
G.primitive(
    "ing",
    lambda tokens, at: (
        Parse(at + 1, tokens[at], 0.0)
        for _ in range(1)
        if at < len(tokens) and re.fullmatch("[a-z]{3,}ing", tokens[at]) and tokens[at] not in FUNCTION
    ),
)
G.primitive("phrase", _phrases)

_ORDINAL: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
    "tenth": 10, "tenths": 10, "twelfth": 12, "twelfths": 12, "twentieth": 20, "twentieths": 20,
}  # fmt: skip
for _word, _under in _ORDINAL.items():
    G.words("ordinal", _word, value=_under)


# -- numbers and amounts ---------------------------------------------------------------------------

G.words("one", "a", "an", "one", "another", "a single", "one single", value=ONE)
G.alias("count", "<x:N>", "<x:one>")


@G.rule("fraction", "<x:F>", "(a|one) <y:ordinal>", "<n:N> <y:ordinal>")
def _fraction(x: Fraction | None = None, y: int = 1, n: Fraction | None = None) -> Fraction:
    return x if x is not None else (n or ONE) / y


@G.rule("times", "<n:N> times", "<n:N> fold")
def _times(n: Fraction) -> Fraction:
    return n


G.alias("factor", "<x:times>", "<x:fraction>")
G.words("det", *_DETERMINERS, "all", "all the", "the whole", "all of the", "of the")
G.words(
    "all",
    "total",
    "altogether",
    "in total",
    "in all",
    "all together",
    "together",
    "combined",
    "between them",
    "in sum",
    "all in all",
    "put together",
    "as a total",
    "overall",
    "taken together",
)
G.alias(
    "all",
    "(over|in|during|on|after) (the|these|all|those) <N> <noun>",
    "(over|in|on|during) (both|all) <noun>",
)
G.alias(
    "when",
    "(on|in|during|for)? <x:when_name>",
    "(on|in|during)? the <x:when_order>",
    "(last|this) <x:when_span>",
)
G.words(
    "when_name",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "yesterday",
    "today",
    "spring",
    "summer",
    "autumn",
    "winter",
    *(f"{x}-{i}" for x in ("week", "day", "month", "round", "year", "game", "lesson") for i in range(1, 8)),
)
G.words(
    "when_order",
    *(
        f"{n} {x}"
        for n in ("first", "second", "third", "fourth", "next", "last", "following")
        for x in (
            "day",
            "week",
            "month",
            "year",
            "morning",
            "game",
            "round",
            "hour",
            "half",
            "night",
            "evening",
            "time",
        )
    ),
    "morning",
    "afternoon",
    "evening",
)
G.words("when_span", "week", "month", "year")
G.words("left", "left", "left over", "leftover", "remaining", "over")
G.words(
    "each",
    "each",
    "apiece",
    "per piece",
    "per item",
    "a piece",
    "every one",
    "per unit",
    "per head",
    "per person",
    "for each one",
    "for one",
)
G.words(
    "of_them",
    "of them",
    "of these",
    "of those",
    "of which",
    "of whom",
    "of it",
    "of this",
    "of the total",
    "of all of them",
    "of the whole",
    "of that",
    "of all",
    "of the total number",
    "of this number",
    "of this total",
)
G.words("be", "is", "are", "was", "were", "will be", "would be", "has been", "have been", "had been")
G.words("do", "do", "does", "did", "will", "would", "can", "could", "should", "must", "shall", "may")
G.words(
    "more",
    "more",
    "greater",
    "larger",
    "bigger",
    "higher",
    "longer",
    "older",
    "taller",
    "heavier",
    "dearer",
    "costlier",
    "further",
    "farther",
    "more expensive",
    "in excess",
    "deeper",
    "wider",
    "above",
    "additional",
    value=1,
)
G.words(
    "less",
    "less",
    "fewer",
    "smaller",
    "lower",
    "shorter",
    "younger",
    "lighter",
    "cheaper",
    "less expensive",
    "below",
    value=-1,
)
G.alias("sign", "<x:more>", "<x:less>")
G.words(
    "much",
    "much",
    "many",
    "large",
    "big",
    "great",
    "high",
    "long",
    "tall",
    "heavy",
    "far",
    "numerous",
    value="",
)
G.words("much", "expensive", "costly", "dear", value="price")
G.words("much", "old", value="age")
G.words(
    "kind_word", "kinds", "types", "sorts", "varieties", "colours", "colors", "groups", "categories", "parts"
)
G.words(
    "price_word",
    "price",
    "cost",
    "fee",
    "fare",
    "charge",
    "price tag",
    "unit price",
    "value",
    "admission price",
    "entrance fee",
)
G.words(
    "size_word",
    "number",
    "amount",
    "quantity",
    "length",
    "weight",
    "size",
    "volume",
    "mass",
    "distance",
    "height",
    "count",
    "total number",
    "total",
    "capacity",
    "share",
)
G.words("unit_word", "years", "year", "points", "point")


@G.rule("money", "<x:M>")
def _money(x: Amount) -> Amount:
    return x


@G.rule(
    "qty",
    "<n:N> (more|other|new|further|additional|extra|different|whole|full|identical|equal|of the|of his|of her)? <x:noun>",
    "<n:one> <x:noun>",
)
def _counted(n: Fraction, x: str) -> Amount:
    return Amount(n, x)


@G.rule("qty", "<n:N> (of them|of these|of those|more|others)?", cost=0.5)
def _bare(n: Fraction) -> Amount:
    return Amount(n)


@G.rule("qty", "<m:M> (worth of <phrase>)?")
def _amount_of_money(m: Amount) -> Amount:
    return m


@G.rule(
    "numbered",
    "<n:N> (more|other|new|further|additional|extra|different|whole|full|identical|equal|pieces of)? <x:noun>",
)
def _numbered(n: Fraction, x: str) -> Amount:
    return Amount(n, x)


G.words("measure_word", *sorted(MEASURES))


@G.rule("numbered", "<n:N> <u:measure_word> <noun>", cost=-0.3)
def _measured(n: Fraction, u: str) -> Amount:
    """ "A 350-page novel" has 350 pages."""
    return Amount(n, u)


@G.rule("qtys", "<a:qty>", "<a:qty> and <b:qty>", "<a:qty> , <b:qty> ,? and <c:qty>")
def _amounts(a: Amount, b: Amount | None = None, c: Amount | None = None) -> tuple[Amount, ...]:
    return tuple(x for x in (a, b, c) if x is not None)


# -- things ----------------------------------------------------------------------------------------

G.words("pronoun", "it", "they", "him", "her", "them")
G.words("pronoun", "he", value=HE)
G.words("pronoun", "she", value=SHE)
G.words("you", "i", "we", "you", "me", "us", value="you")
G.words(
    "person_title",
    "mr",
    "mrs",
    "ms",
    "dr",
    "mr.",
    "mrs.",
    "ms.",
    "dr.",
    "miss",
    "uncle",
    "aunt",
    "grandma",
    "grandpa",
)


@G.rule("who", "<x:noun>", "(the|a|an|his|her|my|our|their|this) <x:noun>")
def _who(x: str) -> tuple[str | None]:
    return (x,)


@G.rule("who", "(the|his|her|their|my)? <o:noun> 's <x:noun>")
def _whose_who(o: str, x: str) -> tuple[str | None]:
    return (f"{o} {x}",)


@G.rule("who", "another (customer|person|one|<noun>)?")
def _another() -> tuple[str | None]:
    return ("another",)


@G.rule("who", "<y:you>")
def _you(y: str) -> tuple[str | None]:
    return ("you",)


@G.rule("who", "<x:pronoun>")
def _pronoun(x: str) -> tuple[str | None]:
    return (x if x in (HE, SHE) else None,)


@G.rule(
    "thing",
    "<det>? <x:noun> (there|here)?",
    "<det>? <x:noun> (one|ones)",
    "(each|every|one|per) <x:noun>",
    "(each|every|one) of the <x:noun>",
)
def _named(x: str) -> Thing:
    return Thing(x)


@G.rule(
    "thing",
    "<det>? <x:noun> (to|in|on|at|from|for|of|with) (the|a|an|his|her|my|each|the same)? <noun>",
    cost=1.2,
)
def _placed(x: str) -> Thing:
    return Thing(x)


@G.rule("thing", "<det>? <x:noun> for (a|an|each|one|every) <y:noun>", cost=0.5)
def _for_whom(x: str, y: str) -> Thing:
    """ "A ticket for an adult" is an adult ticket."""
    return Thing(f"{y} {x}")


@G.rule("thing", "(its|the|their|his|her)? <d:dimension> (of <phrase>)?")
def _dimension(d: str) -> Thing:
    return Thing(d, kind="number")


G.words("dimension", "length", value="length")
G.words("dimension", "width", "breadth", value="width")


@G.rule("thing", "(the|these|those|all|his|her)? <n:N> <x:noun>")
def _several(n: Fraction, x: str) -> Thing:
    return Thing(x, number=n)


@G.rule("thing", "(he|she|him|her)")
def _he() -> Thing:
    return Thing("", None)


@G.rule("thing", "(i|me|we|us|you)")
def _i() -> Thing:
    return Thing("you")


@G.rule("thing", "<o:noun> 's <x:noun>", "(the|his|her|their|my) <o:noun> 's <x:noun>")
def _possessed(o: str, x: str) -> Thing:
    return Thing(x, o)


@G.rule(
    "thing",
    "<o:noun> 's",
    "(the|his|her|their|my) <o:noun> 's",
    "that of <det>? <o:noun>",
    "the one of <o:noun>",
)
def _somebodys(o: str) -> Thing:
    return Thing(o)


@G.rule(
    "thing",
    "(the|its|their) (total|original|full|regular)? <price_word> (of|for) (buying)? <t:thing>",
    "<t:thing> 's <price_word>",
)
def _price_of(t: Thing) -> Thing | None:
    return None if t.kind else Thing(t.name, t.owner, t.number, "price", t.role, t.told)


@G.rule("thing", "(the|a) <size_word> of <t:thing>", "those of <t:thing>", "<size_word> of <t:thing>")
def _number_of(t: Thing) -> Thing | None:
    return None if t.kind else Thing(t.name, t.owner, t.number, "", t.role, t.told)


@G.rule(
    "thing",
    "the (age|ages) of <t:thing>",
    "<o:noun> 's age",
    "(his|her|the) <o:noun> 's age",
    "(his|her) age",
)
def _age_of(t: Thing | None = None, o: str = "") -> Thing | None:
    return Thing(o or (t.name if t else ""), None if not (t or o) else (t.owner if t else ""), kind="age")


@G.rule("thing", "(that|this|it|which|that amount|this amount|that number|the same)")
def _that() -> Thing:
    return Thing(role="that")


@G.rule(
    "thing",
    "(the|its)? (rest|remainder|others|remaining ones) (of (them|it|these))?",
    "(the|all the|all) (rest|remainder|others|other ones)",
    "what (is|was|remains|remained|were) (left)?",
)
def _the_rest() -> Thing:
    return Thing(role="rest")


@G.rule(
    "thing",
    "the (larger|bigger|greater|largest) (number|one)?",
    "the (larger|bigger) of (the two|these|them)",
)
def _larger() -> Thing:
    return Thing(role="larger")


@G.rule("thing", "the (smaller|lesser|smallest) (number|one)?")
def _smaller() -> Thing:
    return Thing(role="smaller")


@G.rule(
    "thing",
    "(the other two|the other three|both the others|all the others|the other two things|the other <N> <noun>|the other two put together|the other two together|both together)",
)
def _others() -> Thing:
    return Thing(role="others")


@G.rule("thing", "the other (number|one)?")
def _other() -> Thing:
    return Thing(role="other")


_PLACE: Final = re.compile(r"(?:^| )(?:to|in|on|at|by|for|from|with|into|between|among) ")
_AND: Final = "(and|, and|,|or|, or|as well as|plus|, plus)"


@G.rule("things", "<a:thing>", f"<a:thing> {_AND} <b:things>")
def _things(a: Thing, b: tuple[Thing, ...] | None = None) -> tuple[Thing, ...] | None:
    if b is not None and (a.role or a.owner is None or any(t.role for t in b)):
        return None
    return (a, *(b or ()))


@G.rule("two_things", f"<a:thing> {_AND} <b:things>")
def _two_things(a: Thing, b: tuple[Thing, ...]) -> tuple[Thing, ...] | None:
    return None if a.role or any(t.role for t in b) else (a, *b)


@G.rule(
    "names",
    "<det>? (either|only|both)? <x:noun> (one|ones)?",
    f"<det>? (either|only|both)? <x:noun> (one|ones)? {_AND} <y:names>",
)
def _names(x: str, y: tuple[str, ...] = ()) -> tuple[str, ...]:
    return (x, *y) if y else (x,)


@G.rule("list", f"<det>? (either|only|both)? <x:noun> (one|ones)? {_AND} <y:names>")
def _list(x: str, y: tuple[str, ...]) -> tuple[str, ...] | None:
    return full_names((x, *y))


def full_names(names: tuple[str, ...]) -> tuple[str, ...] | None:
    """A list in which no name comes twice."""
    return names if len(set(names)) == len(names) else None


@G.rule(
    "phrases",
    f"<x:phrase> {_AND} <y:phrase>",
    f"<x:phrase> , <y:phrase> {_AND} <z:phrase>",
    f"<x:phrase> , <y:phrase> , <z:phrase> {_AND} <u:phrase>",
)
def _phrase_list(x: str, y: str, z: str = "", u: str = "") -> tuple[str, ...] | None:
    names = tuple(name for name in (x, y, z, u) if name)
    if not any(_PLACE.search(name) for name in names[1:]):  # "at the door to adults and students"
        names = (_PLACE.split(names[0])[-1], *names[1:])
    return full_names(names)


@G.rule(
    "ratio",
    "<a:N> (:|to) <b:N>",
    "<a:N> (:|to) <b:N> (:|to) <c:N>",
    "<a:N> (:|to) <b:N> (:|to) <c:N> (:|to) <d:N>",
)
def _ratio(
    a: Fraction, b: Fraction, c: Fraction | None = None, d: Fraction | None = None
) -> tuple[Fraction, ...]:
    return tuple(x for x in (a, b, c, d) if x is not None)


G.alias(
    "in_ratio",
    "(,|and)? (are|is|were|being|which are|that are|with a|stand|come)? (in|in the|in a|into|at a|with a) (the)? (ratio|proportion) (of)? <r:ratio>",
    "in a <r:ratio> ratio",
)
G.alias("in_ratio", "(,)? <r:ratio>", cost=0.4)


# -- comparisons -----------------------------------------------------------------------------------

G.words(
    "trail",
    "does",
    "do",
    "did",
    "has",
    "have",
    "had",
    "is",
    "are",
    "was",
    "were",
    "cost",
    "costs",
    "costed",
    "can",
    "paid",
    "spent",
    "weighs",
    "got",
    "received",
    "collected",
    "saved",
    "made",
    "sold",
    "earned",
    "bought",
    "picked",
)


@G.rule("base", "(he|she|they|i|it)? (<trail>|<ANY_form>)? <w:when>", cost=0.2)
def _base_when(w: str) -> tuple[Thing, ...]:
    """ "… more than on Monday": what was counted on another day."""
    return (Thing("", w, role="when"),)


@G.rule(
    "base",
    "<b:things> (together|combined|put together)? (<trail>)? (together|combined)?",
    "what <b:things> <trail>",
    "(the)? <size_word> (that)? <b:things> (<trail>|<ANY_form>)",
    "(the)? <size_word> of <x:noun> <b:things> <trail>",
)
def _base(b: tuple[Thing, ...], x: str = "") -> tuple[Thing, ...]:
    return b


@G.rule("compared", "<m:M> <s:sign> (in price|each)? (than <b:base>)?", "<m:M> <s:sign> than <b:base>")
def _money_more(m: Amount, s: int, b: tuple[Thing, ...] | None = None) -> Compared:
    return Compared(ONE, s * m.number, b or (), MONEY_ITEM, m.unit)


@G.rule(
    "compared",
    "<n:N> (<unit_word>)? <s:sign> (than <b:base>)?",
    "<n:N> <x:noun> <s:sign> (than <b:base>)?",
    "<n:N> <s:sign> <x:noun> (than <b:base>)?",
)
def _more(n: Fraction, s: int, x: str = "", b: tuple[Thing, ...] | None = None) -> Compared:
    return Compared(ONE, s * n, b or (), x)


@G.rule("compared", "<f:F> <s:sign> (<x:noun>)? (than <b:base>)?")
def _percent_more(f: Fraction, s: int, x: str = "", b: tuple[Thing, ...] | None = None) -> Compared:
    return Compared(1 + s * f, Fraction(0), b or (), x)


@G.rule("scaled", "<k:factor> as <a:much> (<x:noun>)? (as <b:base>)?", "<k:factor> (of)? (the|that) <size_word> (of|that)? (<b:base>)?",
        "<k:times> <b:base>", "as <a:much> (<x:noun>)? as <b:base>", "<k:factor> (more expensive|older|bigger|larger|heavier) than <b:base>",
        "<k:factor> (of)? <b:base> (age|price)", "the same <x:noun>? (<price_word>|<size_word>)? as <b:base>")  # fmt: skip
def _scaled(k: Fraction = ONE, x: str = "", b: tuple[Thing, ...] = (), a: Kind = "") -> Compared:
    return Compared(k, Fraction(0), b, x, kind=a)


@G.rule(
    "scaled",
    "<k:factor> (of)? (the|that|its) <price_word> (of|that)? (<b:base>)?",
    "<k:factor> (of)? (the|that) <price_word>",
)
def _scaled_price(k: Fraction, b: tuple[Thing, ...] = ()) -> Compared:
    return Compared(k, Fraction(0), b, kind="price")


@G.rule("scaled", "<k:factor> (of)? (the|that) age (of)? (<b:base>)?")
def _scaled_age(k: Fraction, b: tuple[Thing, ...] = ()) -> Compared:
    return Compared(k, Fraction(0), b, kind="age")


@G.rule("scaled", "<k:fraction> of <b:things>", "<k:fraction> <b:things>")
def _fraction_of(k: Fraction, b: tuple[Thing, ...]) -> Compared | None:
    """Of a price or an age; of other things it tells a part."""
    return Compared(k, Fraction(0), b) if b[0].kind or b[0].role == "that" else None


G.alias("compared", "<c:scaled>")


@G.rule(
    "compared",
    "<m:qty> <s:sign> than <c:scaled>",
    "<m:qty> <s:sign> (<noun>)? than <c:scaled>",
    "<c:scaled> (,)? (plus|and) <m:qty> (more)?",
    cost=-0.5,
)
def _scaled_and_more(m: Amount, c: Compared, s: int | None = None) -> Compared | None:
    if not c.base and c.times == 1:
        return None
    return Compared(c.times, (s or 1) * m.number, c.base, c.item or m.item, m.unit)


# -- verbs -----------------------------------------------------------------------------------------

G.words(
    "aux",
    "has",
    "have",
    "had",
    "will",
    "would",
    "did",
    "does",
    "do",
    "can",
    "could",
    "must",
    "should",
    "is",
    "are",
    "was",
    "were",
    "also",
    "then",
    "later",
    "already",
    "still",
    "now",
    "has just",
    "first",
    "only",
    "is able to",
    "had already",
    "finally",
    "in turn",
    "currently",
)
G.words(
    "planning",
    "wants to",
    "want to",
    "wanted to",
    "would like to",
    "plans to",
    "plan to",
    "is going to",
    "are going to",
    "decides to",
    "decided to",
    "needs to",
    "need to",
    "intends to",
    "wishes to",
    "am going to",
    "is about to",
    "has to",
    "have to",
)


def verbs(name: str, bases: Sequence[str]) -> None:
    """A class of verbs in all their forms; its value says whether it is only planned."""
    G.words(f"{name}_form", *dict.fromkeys(form for base in bases for form in forms_of(base)))
    G.rule(name, f"<aux>* <{name}_form> (out|up)?")(lambda: (False,))
    G.rule(name, f"<aux>* <planning> <{name}_form>")(lambda: (True,))


verbs("HAVE", lexicon.STATE)
verbs("GAIN", lexicon.GAIN)
verbs("LOSE", lexicon.LOSE)
verbs("GIVE", lexicon.GIVE)
verbs("BUY", lexicon.BUY)
verbs("SELL", lexicon.SELL)
verbs("PAY", lexicon.PAY)
verbs("AWAY", lexicon.MOVE_AWAY)
verbs("IN", lexicon.MOVE_IN)
verbs(
    "ANY",
    [
        *lexicon.STATE,
        *lexicon.GAIN,
        *lexicon.BUY,
        *lexicon.SELL,
        *lexicon.MOVE_IN,
        *"use send deliver ship mail plant read serve walk run drive eat drink post".split(),
    ],
)
G.words(
    "COST",
    "cost",
    "costs",
    "costed",
    "is",
    "are",
    "was",
    "were",
    "sells for",
    "sell for",
    "is sold for",
    "are sold for",
    "sold for",
    "was sold for",
    "were sold for",
    "is priced at",
    "are priced at",
    "priced at",
    "was priced at",
    "is worth",
    "are worth",
    "comes to",
    "came to",
    "come to",
    "goes for",
    "go for",
    "will cost",
    "would cost",
    "is sold at",
    "are sold at",
    "fetched",
    "fetches",
    "were bought for",
    "was bought for",
    "retails for",
    "is available for",
    "can be bought for",
    "is offered at",
    "sells at",
    "sell at",
    "cost him",
    "cost her",
    "cost me",
    "cost them",
    "costs him",
    "costs her",
    "costs me",
    "is marked at",
    "goes at",
    "are charged at",
    "altogether cost",
    "together cost",
    "together cost him",
    "each cost",
    "both cost",
    "are worth",
)

# -- what is said by the way -----------------------------------------------------------------------


G.words(
    "same",
    "identical",
    "equal",
    "more",
    "other",
    "such",
    "of these",
    "of the same",
    "new",
    "different",
    "of the",
    "further",
    "additional",
    "extra",
    "similar",
)


@G.rule("line", "<n:count> (<same>)? <x:noun>")
def _line(n: Fraction, x: str) -> Bought:
    return Bought(n, x)


@G.rule(
    "line",
    "<n:count> (<same>)? <x:noun> (at|for|costing|priced at|that cost|which cost|that costs|,|, at|, costing|worth)? <m:M> (<each>|(per|a|an|for each|each) <u:noun>)",
    "<n:count> <x:noun> (at|costing|priced at) <m:M>",
)
def _line_each(n: Fraction, x: str, m: Amount, u: str = "") -> Bought | None:
    """ "At $2 per box" is the price of one of those that are counted in boxes."""
    return Bought(n, x, m) if not u or u in x.split() or u in ("person", "head") else None


@G.rule(
    "line", "<n:count> <x:noun> (for|worth) (a total of)? <m:M>", "<n:count> <x:noun> (for|at) <m:M> (<all>)"
)
def _line_for(n: Fraction, x: str, m: Amount) -> Bought:
    return Bought(n, x, m, whole=True)


@G.rule(
    "line",
    "<n:count> <x:noun> (for|at|costing|priced at|which is|that is|which was|that was|that were|which were|that cost|that costs|which cost|which costs|,? which cost|, which is|whose price is|at a price) <c:compared>",
)
def _line_compared(n: Fraction, x: str, c: Compared) -> Bought | None:
    return None if c.item not in ("", MONEY_ITEM) else Bought(n, x, c)


@G.rule(
    "line",
    "(some|the|his|her|a few|several)? <x:noun> (for|priced at|costing|that cost|which cost|worth|at|marked at) <m:M>",
    cost=0.4,
)
def _line_some(x: str, m: Amount) -> Bought:
    """ "Vitamins for $13": all of them together are one thing."""
    return Bought(ONE, x, m)


@G.rule(
    "line",
    "(some|the|his|her)? <x:noun> (for|that cost|costing|priced at|, which cost|which cost|that were|which were) <c:compared>",
    cost=0.5,
)
def _line_some_compared(x: str, c: Compared) -> Bought | None:
    return Bought(ONE, x, c) if c.item in ("", MONEY_ITEM) else None


@G.rule("line", "<n:count> <x:noun> (that|which|, which) (costs|cost|was|is|were) <m:M>")
def _line_that(n: Fraction, x: str, m: Amount) -> Bought | None:
    return Bought(n, x, m)


@G.rule(
    "lines", "<a:line>", f"<a:line> (and|, and|,|, and also|and also|plus|as well as|along with) <b:lines>"
)
def _lines(a: Bought, b: tuple[Bought, ...] | None = None) -> tuple[Bought, ...]:
    return (a, *(b or ()))


G.words(
    "day",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mondays",
    "saturdays",
    "sundays",
    "weekend",
    "weekends",
)
G.words(
    "month",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "spring",
    "summer",
    "autumn",
    "winter",
)
G.words(
    "period",
    "day",
    "week",
    "month",
    "year",
    "morning",
    "afternoon",
    "evening",
    "night",
    "weekend",
    "season",
    "time",
    "term",
)
G.words(
    "adverb",
    "yesterday",
    "today",
    "later",
    "recently",
    "one day",
    "this time",
    "now",
    "then",
    "also",
    "afterwards",
    "after that",
    "first",
    "next",
    "at first",
    "in the beginning",
    "at the start",
    "originally",
    "initially",
    "finally",
    "in the end",
    "so far",
    "as well",
    "too",
    "again",
    "already",
    "still",
    "at the same time",
    "once",
    "over time",
    "online",
    "at home",
    "each time",
    "for sale",
    "on sale",
    "in stock",
    "and so on",
    "by bus",
    "for free",
    "in cash",
    "to spend",
    "to spare",
    "in one day",
    "to enter",
    "of his own",
    "of her own",
    "in one go",
    "there",
    "on display",
    "at the same price",
    "at the same prices",
    "respectively",
    "at the end of the day",
    "at the end",
    "in hand",
    "in his pocket",
    "in her pocket",
    "in cash",
    "in his wallet",
    "in her wallet",
    "at these prices",
    "at those prices",
    "of the same kind",
    "of the same kinds",
    "of the same type",
    "of each",
    "the same day",
    "for himself",
    "for herself",
    "for each",
    "earlier",
    "when full",
    "exactly",
    "to start with",
    "to begin with",
    "only",
    "just",
    "simply",
    "by itself",
    "on its own",
)
G.alias(
    "adjunct",
    "<adverb>",
    "(on|last|this|next|the same|by|that|one|on the|the following|the next|on the next|on the same|the other) (<day>|<period>|<month>)",
    "(on|last|this|next)? <day> (morning|afternoon|evening)?",
    "(in|during|over|at) (the|this|that) <period>",
    "in one <period>",
    "the (first|second|third|next|following|other) (<day>|<period>)",
    "on the (first|second|third|next|following) (<day>|<period>)",
    cost=0.3,
)
G.alias(
    "adjunct",
    "(at|in|from|on|to|for|with|near|by|inside|into|onto|off|under|beside|among|around|behind) (the|a|an|his|her|my|our|their|its|this|that|one|some)? <place>",
    "(at|in|from|on|to|for) (the same|the local|a nearby) <place>",
    "(at|in|from|on|to|for|with) (the|his|her|a)? <place> 's (<place>)?",
    "to (buy|get|see|visit|make|do|have) <det>? <place>",
    cost=1.0,
)
G.alias("adjunct", "(in|last|during|since) <month>", "on <day>", cost=0.9)
G.alias(
    "adjunct",
    "when <who> (arrived|arrives|left|leaves|got|started|began|came) (<adjunct>)?",
    "to (spend|buy) (on|for)? <names>",
    "to (spend|buy) <names>",
    cost=1.2,
)
G.alias("adjunct", "(by|from)? <ing> (<det>)? (<noun>)?", cost=1.6)
G.alias("tail", "(,)? <adjunct>", "(,)? <adjunct> (,)? <adjunct>")
