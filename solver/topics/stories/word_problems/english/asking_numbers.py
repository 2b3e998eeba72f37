"""English questions about ages and numbers without names."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.english.asking import Who
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import LARGER, SMALLER
from solver.topics.stories.word_problems.reading import Question


@G.rule(
    "question",
    "how old (is|are) <a:who> (and <b:who>)? (now|today)?",
    "how old (will|would) <a:who> be in <n:N> years",
    "<find> (the ages of|the age of) <a:who> (and <b:who>)?",
    "<find> <a:who> 's age",
    "<find> their ages",
    "how old (are|is) (they|each of them|each|each one) (now)?",
)
def _ages(a: Who | None = None, b: Who | None = None, n: Fraction | None = None) -> Question:
    if a is None:
        return ask.each_part()
    return ask.ages([x[0] for x in (a, b) if x is not None], n or Fraction(0))


@G.rule(
    "question",
    "how old (is|was|are) <a:who> (now|today|currently)? (,)? (and|, and) how old is <b:who> (now)?",
)
def _two_ages(a: Who, b: Who) -> Question:
    return ask.ages([a[0], b[0]])


@G.rule(
    "question",
    "<find> (the|these|both|the two|both of the|those)? (two)? numbers",
    "<find> the two numbers",
    "what (are|were) (the|these|both|those)? (two)? numbers",
    "<find> (the)? <n:N> numbers",
    "<find> both numbers",
)
def _numbers(n: Fraction | None = None) -> Question:
    return ask.numbers()


@G.rule(
    "question",
    "<find> the (larger|bigger|greater) (number|one|of the two)?",
    "<find> the (larger|bigger) of (the two|the) numbers",
)
def _larger() -> Question:
    return ask.numbers(LARGER)


@G.rule("question", "<find> the (smaller|lesser) (number|one|of the two)?")
def _smaller() -> Question:
    return ask.numbers(SMALLER)
