"""Sets, boxes, levels and forms: values without a clock and without a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.tutor.boxes import DAY_S, MOST, WAITS_DAYS, Deck, deck_of
from solver.tutor.difficulty import LEVELS, Standing, levels
from solver.tutor.form import form_of
from solver.tutor.sets import PracticeSet
from solver.tutor.tries import told_alike

DONE = st.lists(st.tuples(st.sampled_from("abcd"), st.booleans(), st.floats(0, 9 * DAY_S)), max_size=30)


@given(DONE)
def test_a_deck_knows_each_wrong_problem_once_and_waits_longer_each_time(
    done: list[tuple[str, bool, float]],
) -> None:
    deck, now_s, box = Deck(), 0.0, dict[str, int]()
    for question, right, later_s in done:
        now_s += later_s
        deck = deck.after(question, "en", right=right, now_s=now_s)
        if not right:
            box[question] = 0
        elif question in box:
            box[question] += 1
            if box[question] == len(WAITS_DAYS):
                del box[question]
        assert {c.question: c.box for c in deck.cards} == box
        waits = [c.due_s - now_s for c in deck.cards if c.question == question]
        assert all(wait == pytest.approx(WAITS_DAYS[box[question]] * DAY_S) for wait in waits)
    assert set(deck.due(now_s + 40 * DAY_S)) == set(deck.cards)
    assert all(c.due_s <= now_s for c in deck.due(now_s))
    assert deck_of(deck.as_json()) == deck


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_whatever_a_browser_kept_is_a_deck(kept: object) -> None:
    assert len(deck_of(kept).cards) <= MOST
    assert deck_of([{"question": "1+1", "language": "en", "due_s": 1, "box": kept}]).due(0) == ()


@given(st.lists(st.booleans(), max_size=20))
def test_two_right_in_a_row_go_up_one_wrong_goes_down(answers: list[bool]) -> None:
    standing = Standing()
    for right in answers:
        before, standing = standing, standing.after(right=right)
        assert standing.level in LEVELS
        assert abs(standing.level - before.level) <= 1
        if not right:
            assert standing.level == max(1, before.level - 1) and standing.row == 0
        elif before.row == 1:
            assert standing.level == min(3, before.level + 1)


@given(st.lists(st.floats(0, 50), min_size=1, max_size=12))
def test_a_harder_problem_has_no_lower_level(scores: list[float]) -> None:
    found = levels(scores)
    assert all(
        a <= b
        for s, a in zip(scores, found, strict=True)
        for t, b in zip(scores, found, strict=True)
        if s <= t
    )


@given(st.lists(st.booleans(), max_size=12))
def test_a_set_ends_and_what_went_wrong_comes_once_more(answers: list[bool]) -> None:
    pool = tuple((f"q{n}", 1 + n % 3) for n in range(9))
    practice, asked = PracticeSet("model", "en", pool), []
    for right in [*answers, *[True] * 12]:
        if (question := practice.next_question()) is None:
            break
        asked.append(question)
        practice = practice.after(question, right=right, hints=0)
    assert practice.is_over and practice.fresh == 5
    wrong = [r.question for r in practice.results if not r.right and not r.again]
    assert asked[5:] == wrong, "in the order in which they went wrong"
    assert practice.right == 5 - len(wrong)


def test_the_level_follows_the_student() -> None:
    practice = PracticeSet("model", "en", (("easy", 1), ("easy too", 1), ("middle", 2), ("hard", 3)), size=4)
    for expected in ("easy", "easy too", "middle"):
        assert practice.next_question() == expected
        practice = practice.after(expected, right=True, hints=0)
    assert practice.next_question() == "hard"


@pytest.mark.parametrize(
    ("problem", "answer", "right", "form"),
    [
        pytest.param("Factor x^2 - 5x + 6.", "(x-3)(x-2)", r"\left(x - 3\right) \left(x - 2\right)", "kept", id="factored"),
        pytest.param("分解因式：x^2-9", "x^2-9", "(x+3)(x-3)", "factor", id="not factored"),
        pytest.param("Expand (x+1)^2.", "(x+1)^2", "x^2+2x+1", "expand", id="not expanded"),
        pytest.param("Compute 3/4+1/4.", "4/4", "1", "unreduced", id="not reduced"),
        pytest.param("Write 0.25 as a fraction.", "0.25", r"\frac{1}{4}", "fraction", id="a decimal instead"),
        pytest.param("Convert 5/8 to a decimal.", "5/8", "0.625", "decimal", id="a fraction instead"),
        pytest.param("What is 7 times 8?", "7*8", "56", "unfinished", id="not computed"),
        pytest.param("Solve x^2 = 2.", "x = sqrt(2), x = -sqrt(2)", r"x=-\sqrt{2},\ x=\sqrt{2}", "kept", id="roots"),
        pytest.param("Find the vertex.", "(3, -4)", r"\left(3,\ -4\right)", "kept", id="a point"),
        pytest.param("Find the slope.", "-3/2", r"-\frac{3}{2}", "kept", id="a fraction"),
    ],
)  # fmt: skip
def test_the_form_of_a_right_answer(problem: str, answer: str, right: str, form: str) -> None:
    assert form_of(problem, answer, right) == form


def test_answers_in_words() -> None:
    assert told_alike("奇函数。", r"\text{奇函数}")
    assert not told_alike("even", r"\text{odd}")
