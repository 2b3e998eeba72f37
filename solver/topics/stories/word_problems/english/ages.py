"""English clauses about ages."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.asking import Who
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Meaning, Thing
from solver.topics.stories.word_problems.quantities import ONE

G.words("years", "years", "year", "years old", "year old", "years of age")


@G.rule(
    "core",
    "<a:who> (is|was) (now|currently|today)? <n:N> (<years>)? (now|today)?",
    "<a:who> 's age (is|was) <n:N> (<years>)?",
)
def _age(a: Who, n: Fraction) -> Meaning:
    return say.is_amount([Thing(a[0] or "", None if a[0] is None else "", kind="age")], Amount(n), "age")


@G.rule(
    "core",
    "<a:who> (is|was|will be) <n:N> (<years>)? <s:sign> than <b:who> (is)?",
    "<a:who> (is|was) <s:sign> than <b:who> by <n:N> (<years>)?",
)
def _age_more(a: Who, n: Fraction, s: int, b: Who) -> Meaning:
    return say.ages_later(Fraction(0), a[0], ONE, s * n, b[0])


@G.rule(
    "core",
    "(in <y:N> (year|years) (time)?)? ,? <a:who> (is|will be|was) (only|just)? <k:factor> as old as <b:who> (is|will be|was|now|today|then|will be then)*",
    "<a:who> (will be|is going to be) <k:factor> as old as <b:who> (is)? in <y:N> (year|years) (time)?",
    "<a:who> (is|was|will be) <k:factor> (<b:who> 's age|the age of <b:who>)",
    "<y:N> (year|years) from now ,? <a:who> will be <k:factor> as old as <b:who>",
)
def _age_times(a: Who, k: Fraction, b: Who, y: Fraction | None = None) -> Meaning:
    return say.ages_later(y or Fraction(0), a[0], k, Fraction(0), b[0])


@G.rule(
    "core",
    "<y:N> (year|years) ago ,? <a:who> was <k:factor> as old as <b:who> (was)?",
    "<a:who> was <k:factor> as old as <b:who> (was)? <y:N> (year|years) ago",
)
def _age_times_ago(a: Who, k: Fraction, b: Who, y: Fraction) -> Meaning:
    return say.ages_later(-y, a[0], k, Fraction(0), b[0])


@G.rule(
    "core",
    "<a:who> is <n:N> (<years>)? <s:sign> than <k:factor> (as old as)? (<b:who> (is)?|<b:who> 's age|the age of <b:who>)",
)
def _age_linear(a: Who, n: Fraction, s: int, k: Fraction, b: Who) -> Meaning:
    return say.ages_later(Fraction(0), a[0], k, s * n, b[0])


@G.rule(
    "core",
    "(the)? (sum|total) of (their|the) ages (now|today)? (is|was|of) (now)? <n:N> (<years>)?",
    "(together ,?)? their (combined|total)? (ages|age) (add up to|sum to|total|is|are|have a sum of) <n:N> (<years>)? (<all>)?",
    "(together|altogether|in total) ,? (they|the two) are <n:N> <years>",
    "they are <n:N> <years> <all>",
    "(they|the two) are (together|altogether) <n:N> <years>",
)
def _ages_sum(n: Fraction) -> Meaning:
    return say.ages_together(n)


@G.rule(
    "core",
    "<y:N> (year|years) ago (,)? the (sum|total) of their ages was <n:N> (<years>)?",
    "in <y:N> (year|years) (time)? (,)? the (sum|total) of their ages <w:will> be <n:N> (<years>)?",
    cost=-0.2,
)
def _ages_sum_then(y: Fraction, n: Fraction, w: str = "") -> Meaning:
    return say.ages_together(n, y if w else -y)


G.words("will", "will")


for _sign in (1, -1):

    @G.rule(
        "core",
        "the difference (between|in|of) their ages is <n:N> (<years>)?",
        "(their ages|they) (differ by|are) <n:N> years (apart)?",
    )
    def _ages_apart(n: Fraction, sign: int = _sign) -> Meaning:
        return say.ages_apart(n, sign)


@G.rule(
    "core",
    "the (sum|total) of (the ages of)? <t:two_things> ('s)? (ages)? (is|was) <n:N> (<years>)?",
    "the ages of <t:two_things> (add up to|sum to|total) <n:N> (<years>)?",
    "<t:two_things> have (a)? (combined|total) (ages|age) of <n:N> (<years>)?",
    "(together ,?)? <t:two_things> are (together|altogether)? <n:N> <years> (<all>)?",
    "the (sum of)? (the)? (combined|total)? (age|ages) of <t:two_things> is <n:N> (<years>)?",
    "<t:two_things> 's (combined|total)? ages (add up to|total|sum to) <n:N> (<years>)?",
)
def _ages_of(t: tuple[Thing, ...], n: Fraction) -> Meaning | None:
    if any(x.number != 1 for x in t):
        return None
    return say.is_amount([Thing(x.name or x.owner or "", kind="age") for x in t], Amount(n), "age")
