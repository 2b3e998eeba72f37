"""English clauses about the digits of a two-digit number."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Meaning
from solver.topics.stories.word_problems.quantities import Key, Unclear
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

TENS: Final = Key("number", "", "the tens digit")
ONES: Final = Key("number", "", "the units digit")
NUMBER: Final = Key("number", "", "the number")
SWAPPED: Final = Key("number", "", "the new number")

G.alias("two_digit", "(a|the) <n:N> digit (positive)? (whole)? number", "it", "the number", "this number")
G.words(
    "digits",
    "the digits",
    "its digits",
    "the two digits",
    "its two digits",
    "two digits",
    "digits",
    "their digits",
    "both digits",
)
G.words(
    "which_digit",
    "the tens digit",
    "its tens digit",
    "the first digit",
    "the tens",
    "the ten 's digit",
    "tens digit",
    "the digit in the tens place",
    value=TENS,
)
G.words(
    "which_digit",
    "the units digit",
    "its units digit",
    "the ones digit",
    "the unit digit",
    "the second digit",
    "the last digit",
    "the units",
    "the one 's digit",
    "units digit",
    "ones digit",
    "the ones",
    "the digit in the ones place",
    value=ONES,
)
G.words(
    "swapped",
    "swapped",
    "reversed",
    "interchanged",
    "exchanged",
    "switched",
    "turned around",
    "swapped around",
    "written in reverse order",
)
G.words("swapping", "reversing", "swapping", "interchanging", "exchanging", "switching", "reverse", "swap")
G.words("added", "added", value=1)
G.words("added", "subtracted", "taken away", "deducted", value=-1)
G.words(
    "new_number",
    "the new number",
    "the resulting number",
    "the result",
    "it",
    "the number",
    "a number that",
    "you get a number that",
    "we get a number that",
    "the number formed",
    "the reversed number",
    "a new number that",
    "a number which",
    "the new two digit number",
)
G.words(
    "old_number",
    "the original number",
    "the original",
    "the first number",
    "the old number",
    "the number",
    "it",
    "the original one",
    "the initial number",
)


def _digits(story: Story) -> None:
    """The number is ten times its tens and its units."""
    if not any(NUMBER in r.terms for r in story.relations):
        story.relate([(NUMBER, 1), (TENS, -10), (ONES, -1)], given=False)
        story.ranges.update({TENS: (1, 9), ONES: (0, 9)})


def _swapped(sign: int, number: Fraction) -> Meaning:
    def tell(story: Story) -> None:
        _digits(story)
        story.relate([(SWAPPED, 1), (TENS, -1), (ONES, -10)], given=False)
        story.relate([(SWAPPED, 1), (NUMBER, -1)], sign * number)

    return tell


@G.rule(
    "core",
    "(the)? <digits> of <t:two_digit> (add up to|sum to|total|have a sum of|add to) <n:N>",
    "the sum of <digits> (of|in) <t:two_digit> is <n:N>",
    "<t:two_digit> has <digits> (that|which) (add up to|sum to|add to) <n:N>",
    "<t:two_digit> has a digit sum of <n:N>",
    "(in|for) <t:two_digit> ,? the sum of <digits> is <n:N>",
    "<digits> (add up to|sum to|add to) <n:N>",
    "the sum of <digits> is <n:N>",
    cost=-1,
)
def _digit_sum(n: Fraction, t: Fraction | None = None) -> Meaning | None:
    return (
        say.telling(_digits, lambda story: story.relate([(TENS, 1), (ONES, 1)], n))
        if t in (None, 2)
        else None
    )


@G.rule(
    "core",
    "((in|for) <t:two_digit> ,?)? <a:which_digit> (of <t:two_digit>)? is <n:N> <s:sign> than <b:which_digit>",
    "((in|for) <t:two_digit> ,?)? <a:which_digit> (of <t:two_digit>)? is <k:factor> (as <much> as)? <b:which_digit>",
    cost=-1,
)
def _digits_compared(
    a: Key,
    b: Key,
    n: Fraction = Fraction(0),
    s: int = 1,
    k: Fraction = Fraction(1),
    t: Fraction | None = None,
) -> Meaning | None:
    if a == b or t not in (None, 2):
        return None
    return say.telling(_digits, lambda story: story.equate([(a, Fraction(1))], [(b, k)], s * n))


@G.rule(
    "core",
    "(if|when|on|after)? <digits> (are|get|were) <swapped> ,? <new_number> (is|will be|becomes) <n:N> <s:sign> (than <old_number>)?",
    "(if|when)? <swapped> ,? <new_number> (is|will be|becomes) <n:N> <s:sign> (than <old_number>)?",
    "(if you|by|when you)? <swapping> <digits> ,? (gives|makes|produces|forms|results in|creates|yields|you get|we get)? <new_number> (is)? <n:N> <s:sign> (than <old_number>)?",
    "(if you)? <swapping> <digits> ,? (gives|makes|produces|forms|creates|yields|you get|we get) a (new)? number <n:N> <s:sign> (than <old_number>)?",
    cost=-1,
)
def _swap(n: Fraction, s: int) -> Meaning:
    return _swapped(s, n)


@G.rule(
    "core",
    "(if|when|on|after)? <digits> (are|get|were) <swapped> ,? <new_number> (increases|is increased|exceeds <old_number>) by <n:N>",
    "(if you)? <swapping> <digits> increases (it|the number) by <n:N>",
    cost=-1,
)
def _swap_increases(n: Fraction) -> Meaning:
    return _swapped(1, n)


@G.rule(
    "core",
    "(if|when|on|after)? <digits> (are|get|were) <swapped> ,? <new_number> (decreases|is decreased|is reduced) by <n:N>",
    "(if you)? <swapping> <digits> (decreases|reduces) (it|the number) by <n:N>",
    cost=-1,
)
def _swap_decreases(n: Fraction) -> Meaning:
    return _swapped(-1, n)


@G.rule(
    "core",
    "(if|when)? <n:N> is <a:added> (to|from)? (it|the number|this number)? ,? <digits> (are|get|will be) <swapped>",
    cost=-1,
)
def _added_and_swapped(n: Fraction, a: int) -> Meaning:
    return _swapped(a, n)


@G.rule(
    "core",
    "<t:two_digit> is <k:factor> the sum of <digits>",
    "<old_number> is <k:factor> the sum of <digits>",
    cost=-1,
)
def _times_the_sum(k: Fraction, t: Fraction | None = None) -> Meaning | None:
    if t not in (None, 2):
        return None
    return say.telling(
        _digits, lambda story: story.equate([(NUMBER, Fraction(1))], [(TENS, k), (ONES, k)], Fraction(0))
    )


@G.rule("question", "<find>? (the|this)? (original|initial)? (<N> digit)? number", cost=-0.5)
def _asks_number() -> Question:
    def ask(story: Story) -> None:
        if not any(NUMBER in r.terms for r in story.relations):
            raise Unclear
        story.ask(NUMBER)

    return Question((ask,))
