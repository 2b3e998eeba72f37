"""English numbers and amounts: "three quarters", "5 apples", "$4"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.english.lexicon import MEASURES
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount
from solver.topics.stories.word_problems.quantities import ONE

_ORDINAL: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
    "tenth": 10, "tenths": 10, "twelfth": 12, "twelfths": 12, "twentieth": 20, "twentieths": 20,
}  # fmt: skip


for _word, _under in _ORDINAL.items():
    G.words("ordinal", _word, value=_under)


G.words("one", "a", "an", "one", "another", "a single", "one single", value=ONE)


G.alias("count", "<x:N>", "<x:one>")


@G.rule("fraction", "<n:N> (out of|in) every <k:N>", "<n:N> out of <k:N>")
def _out_of(n: Fraction, k: Fraction) -> Fraction | None:
    """ "3 out of every 7"."""
    return n / k if 0 < n < k <= 1000 else None


@G.rule("fraction", "<x:F>", "(a|one) <y:ordinal>", "<n:N> <y:ordinal>")
def _fraction(x: Fraction | None = None, y: int = 1, n: Fraction | None = None) -> Fraction:
    return x if x is not None else (n or ONE) / y


@G.rule("times", "<n:N> times", "<n:N> fold")
def _times(n: Fraction) -> Fraction:
    return n


G.alias("factor", "<x:times>", "<x:fraction>")


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
