"""Works judged line by line: those labelled by hand, those made by rule, and bad input."""

from __future__ import annotations

import pytest

from solver.intake import language_of
from solver.verify.refusals import MAX_CHARACTERS, MAX_LINES, refusal
from solver.verify.sentences import SENTENCES
from solver.verify.work import check_line, check_work
from tests.bench.checking_again import AGAIN
from tests.bench.checking_by_hand import CASES, ByHand
from tests.bench.checking_cases import MAKERS
from tests.bench.checking_eighth import EIGHTH
from tests.bench.checking_fresh import FRESH
from tests.bench.checking_made import Draw, Maker
from tests.bench.checking_seventh import MENDED, SEVENTH
from tests.bench.checking_solved import SOLVED
from tests.bench.checking_unusual import UNUSUAL
from tests.bench.checking_worded import WORDED
from tests.breadth import wide

FIRST = (*CASES, *UNUSUAL, *WORDED, *FRESH)
"""Of these every other one is tried each time; those behind them came of faults."""
BY_HAND = (*FIRST, *AGAIN, *SEVENTH, *MENDED, *EIGHTH)
MISSED = (
    "Solve (x + 1)/(x - 2) <= 0",
    "find f(g(3))",
    "A rectangle is 5 cm longer",
    "解不等式组 2x+1>5, 3x-2≤10",
)
"""Problems of slips that are found late or not at all: a doubled denominator that is only said to need a check, a story that is not read, a set that is
found and then told too large."""
OPEN = (
    "A rectangle's length", "A rectangle is 5 cm longer", "Solve the system xy = 6", "The sum of two consecutive integers", "鸡兔同笼",
    "求 x_1+x_2 和 x_1x_2",
)  # fmt: skip
"""Problems of right works of which a line is not decided, or the end is not seen."""


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(c, id=f"{c.problem}: {c.lines[0]}"[:70], marks=[pytest.mark.wide(rows=4)] * (c in FIRST))
        for c in BY_HAND
    ],
)
def test_by_hand(case: ByHand) -> None:
    """The first wrong line is found; each right one is called right, and the last one of a right work the end of it."""
    verdicts = check_work(case.problem, case.lines, language_of(case.problem), SOLVED.get(case.problem))
    wrong = [i for i, v in enumerate(verdicts) if v.verdict == "wrong"]
    if not any(problem in case.problem for problem in MISSED):
        assert wrong[:1] == ([] if case.wrong is None else [case.wrong])
    right = verdicts if case.wrong is None else verdicts[: case.wrong]
    assert not any(v.verdict == "wrong" for v in right)
    if case.wrong is not None:
        assert not any(v.verdict == "correct" for v in verdicts[case.wrong :] if v.follows_wrong)
    if any(problem in case.problem for problem in OPEN):
        return
    assert all(v.verdict == "correct" or v.reason in ("needs-check", "no-formula") for v in right[:-1]), right
    if case.wrong is None:
        assert verdicts[-1].verdict == "correct", verdicts[-1]


@pytest.mark.wide
@pytest.mark.parametrize("maker", [pytest.param(m, id=m.__name__) for m in MAKERS])
def test_made_by_rule(maker: Maker) -> None:
    """A right chain is never called wrong, a wrong line never right; numbers that no bench has drawn.

    In one language each at each `make test`: they differ in the sentences, and the works by hand have both.
    """
    for language in ("en", "zh") if wide() else (("en", "zh")[MAKERS.index(maker) % 2],):
        for made in maker(Draw(f"test/{language}"), language):
            verdicts = check_work(made.problem, made.lines, "zh" if language == "zh" else "en")
            called = [i for i, v in enumerate(verdicts) if v.verdict == "wrong"]
            assert called[:1] == ([] if made.wrong is None else [made.wrong]), made
            right = verdicts if made.wrong is None else verdicts[: made.wrong]
            assert all(
                v.verdict == "correct" or v.reason in ("needs-check", "no-formula") for v in right[:-1]
            ), made
            if made.wrong is None:
                last = verdicts[-1]
                assert last.verdict == "correct" or last.reason in ("missing-constant", "form-simplify"), made


def test_a_story() -> None:
    problem = "Anna is 4 years older than Ben. The sum of their ages is 30. How old is Ben?"
    right = check_work(problem, ("Let b be Ben's age", "b + b + 4 = 30", "2b = 26", "b = 13"), "en")
    assert [v.reason for v in right] == ["definition", "set-up", "same", "asked-value"]
    wrong = check_work(problem, ("b + 4b = 30", "b = 6"), "en")
    assert wrong[0].reason == "not-set-up" and "6" in wrong[0].counterexample
    assert wrong[1].follows_wrong


@pytest.mark.parametrize(
    ("problem", "line", "reason"),
    [
        ("Solve x^2 - 5x + 6 = 0", "(x-2)(x-3) = 0", "not-finished"),
        ("Solve x^2 = 9", "x = 6/2 or x = -3", "form-simplify"),
        ("Factor x^3 - 4x", "x(x^2 - 4)", "form-factor"),
        ("Expand (x+1)^2", "(x+1)(x+1)", "form-expand"),
        ("Simplify 2(x+3) - 4", "2x + 6 - 4", "form-simplify"),
        ("∫ x^2 dx", "x^3/3", "missing-constant"),
        ("Solve sqrt(x+7) = x - 5", "x + 7 = (x-5)^2", "needs-check"),
        ("Solve the system x+y=5, x-y=1", "x = 3", "one-unknown-left"),
    ],
)
def test_right_but_not_the_end(problem: str, line: str, reason: str) -> None:
    (verdict,) = check_work(problem, (line,), "en")
    assert (verdict.verdict, verdict.reason) == ("unfinished", reason)


def test_back_on_the_right_way_after_a_wrong_line() -> None:
    verdicts = check_work("Solve 2x + 3 = 7", ("2x = 10", "x = 5", "2x = 4", "x = 2"), "en")
    assert [v.verdict for v in verdicts] == ["wrong", "unfinished", "correct", "correct"]
    assert verdicts[1].follows_wrong


def test_work_for_another_problem_is_said_to_be_one() -> None:
    verdicts = check_work("Solve 2x + 3 = 7", ("5x - 8 = 19", "5x = 27"), "zh")
    assert verdicts[0].reason == "other-problem" and "另一道题" in verdicts[0].why


def test_an_unreadable_part_is_named() -> None:
    (verdict,) = check_work("Solve 2x + 3 = 7", ("x = = 3 (",), "en")
    assert verdict.verdict == "unknown" and "cannot read" in verdict.why


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([], "no-work"),
        (["", "  "], "no-work"),
        (["x"] * (MAX_LINES + 1), "too-much-work"),
        (["x" * (MAX_CHARACTERS + 1)], "too-much-work"),
        (["**1.** Subtract \\(3\\).", "**2.** Halve."], "pasted"),
    ],
)
def test_works_that_are_not_judged(lines: list[str], reason: str) -> None:
    found = refusal(lines, "en")
    assert found is not None and found.reason == reason


def test_the_tutors_own_lines_are_recognised() -> None:
    shown = "Subtract 3 on both sides: 2x = 4.\nDivide by 2 on both sides: x = 2."
    assert refusal(shown.splitlines(), "en", [shown]) is not None
    assert refusal(["2x = 4", "x = 2"], "en", [shown]) is None


def test_lines_may_be_asked_for_again_and_in_any_order() -> None:
    lines = ("2x = 10", "x = 5")
    later = check_line("Solve 2x + 3 = 7", lines, 1, "en")
    first = check_line("Solve 2x + 3 = 7", lines, 0, "en")
    assert first.verdict == "wrong" and later.follows_wrong
    without_it = check_line("Solve: 2x + 3 = 7", lines, 1, "en", skipped=(0,))
    assert without_it.verdict == "wrong" and not without_it.follows_wrong


def test_every_sentence_takes_the_same_values_in_both_languages() -> None:
    import string

    for code, pair in SENTENCES.items():
        english, chinese = (
            {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in pair
        )
        assert english == chinese, code
