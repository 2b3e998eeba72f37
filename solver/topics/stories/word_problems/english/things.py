"""English noun phrases for quantities, people, and lists of them. See `word_problems.chart` for the notation."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Thing, is_amount
from solver.topics.stories.word_problems.story import HE, SHE, THEY

G.words("pronoun", "it")


G.words("pronoun", "they", "them", value=THEY)


G.words("pronoun", "he", "him", value=HE)


G.words("pronoun", "she", "her", value=SHE)


G.words("you", "i", "we", "you", "me", "us", value="you")


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
    return (x if x in (HE, SHE, THEY) else None,)


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


@G.rule(
    "thing",
    "<det>? <x:noun> ,? (which|that) (is|was)? (priced at|costs|cost|sells for|sold for|is sold for) <m:M>",
    cost=0.3,
)
def _with_price(x: str, m: Amount) -> Thing:
    """ "… than a calculator, which is priced at $15"."""
    return Thing(x, told=(is_amount([Thing(x, kind="price")], m, "price"),))


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


@G.rule("thing", "<o:noun> 's <x:noun>", "(the|his|her|their|my|a|an) <o:noun> 's <x:noun>")
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


PLACE: Final = re.compile(r"(?:^| )(?:to|in|on|at|by|for|from|with|into|between|among) ")


AND: Final = "(and|, and|,|or|, or|as well as|plus|, plus)"


@G.rule("things", "<a:thing>", f"<a:thing> {AND} <b:things>")
def _things(a: Thing, b: tuple[Thing, ...] | None = None) -> tuple[Thing, ...] | None:
    if b is not None and (a.role or a.owner is None or any(t.role for t in b)):
        return None
    return (a, *(b or ()))


@G.rule("two_things", f"<a:thing> {AND} <b:things>")
def _two_things(a: Thing, b: tuple[Thing, ...]) -> tuple[Thing, ...] | None:
    return None if a.role or any(t.role for t in b) else (a, *b)


@G.rule(
    "names",
    "<det>? (either|only|both)? <x:noun> (one|ones)?",
    f"<det>? (either|only|both)? <x:noun> (one|ones)? {AND} <y:names>",
)
def _names(x: str, y: tuple[str, ...] = ()) -> tuple[str, ...]:
    return (x, *y) if y else (x,)


@G.rule("bare_names", "<x:noun> (one|ones)?", f"<x:noun> (one|ones)? {AND} <y:bare_names>")
def _bare_names(x: str, y: tuple[str, ...] = ()) -> tuple[str, ...]:
    return (x, *y) if y else (x,)


@G.rule("counted_list", f"(either|only|both)? <x:noun> (one|ones)? {AND} <y:bare_names>")
@G.rule("list", f"<det>? (either|only|both)? <x:noun> (one|ones)? {AND} <y:names>")
def _list(x: str, y: tuple[str, ...]) -> tuple[str, ...] | None:
    return full_names((x, *y))


def full_names(names: tuple[str, ...]) -> tuple[str, ...] | None:
    """A list in which no name comes twice."""
    return names if len(set(names)) == len(names) else None


@G.rule(
    "phrases",
    f"<x:phrase> {AND} <y:phrase>",
    f"<x:phrase> , <y:phrase> {AND} <z:phrase>",
    f"<x:phrase> , <y:phrase> , <z:phrase> {AND} <u:phrase>",
)
def _phrase_list(x: str, y: str, z: str = "", u: str = "") -> tuple[str, ...] | None:
    names = tuple(name for name in (x, y, z, u) if name)
    if not any(PLACE.search(name) for name in names[1:]):  # "at the door to adults and students"
        names = (PLACE.split(names[0])[-1], *names[1:])
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


G.alias(
    "in_ratio", "(,)? (have|has|had|having|with) (a|the) ratio of <r:ratio>", "(are|is|were|was) as <r:ratio>"
)
G.alias("in_ratio", "(,)? <r:ratio>", cost=0.4)
