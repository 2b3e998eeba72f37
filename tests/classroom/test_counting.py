"""What is counted of a class, and when its solutions open: laws of pure values."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.acts import RUNGS, Act, Attempt, Hint, Judged, Reveal, Work, decode, encode
from solver.classroom import Lock, Practised, cleaned, counted, new_code
from solver.classroom.counting import course_of

slips = st.sampled_from(["", "sign", "arithmetic"])
lines = st.builds(Judged, st.text(max_size=5), st.sampled_from(["correct", "wrong", "unknown"]), slip=slips)
acts: st.SearchStrategy[Act] = st.one_of(
    st.builds(Hint, st.sampled_from(RUNGS)),
    st.builds(Attempt, st.text(max_size=4), st.sampled_from([True, False, None]), slip=slips),
    st.builds(Work, st.lists(lines, max_size=3).map(tuple)),
    st.just(Reveal()),
)
timed = st.lists(st.tuples(st.floats(0, 9000), acts), max_size=8).map(tuple)
practised = st.builds(
    Practised,
    st.integers(1, 4),
    st.just(""),
    st.sampled_from(["x + 1 = 2", "x+1 =  2", "y"]),
    st.just("en"),
    st.booleans(),
    timed,
)


@given(acts)
def test_an_act_comes_back_as_it_was(act: Act) -> None:
    assert decode(encode(act)) == act
    assert encode(act).isascii() and "\n" not in encode(act)


@pytest.mark.parametrize(
    "line", ["{}", "[]", '{"kind": "hint"}', '{"kind": "hint", "rung": "idea", "who": 1}', '{"kind": "work"}']
)
def test_what_is_no_act_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"act|fields"):
        decode(line)


@given(st.lists(practised, max_size=8))
def test_problems_and_students_add_up_to_the_class(work: list[Practised]) -> None:
    """Nothing is counted twice or lost, however it is looked at."""
    tally = counted(work)
    for parts in (tally.problems.values(), tally.students.values()):
        for name in ("begun", "attempts", "checked", "right_first", "judged", "solved", "shown"):
            assert sum(getattr(part, name) for part in parts) == getattr(tally.whole, name)
        for name in ("hints", "slips", "answers"):
            assert sum((getattr(part, name) for part in parts), Counter()) == getattr(tally.whole, name)
    assert tally.whole.right_first <= tally.whole.judged <= tally.whole.begun == len(work)
    assert set().union(*(t.students for t in tally.problems.values())) == {one.student for one in work}


@given(practised, timed)
def test_nothing_counts_once_the_solution_was_shown(
    one: Practised, later: tuple[tuple[float, Act], ...]
) -> None:
    shown = Practised(one.student, "", one.problem, "en", False, (*one.acts, (9000.0, Reveal())))
    after = Practised(one.student, "", one.problem, "en", False, (*shown.acts, *later))
    assert course_of(after) == course_of(shown) and course_of(shown).shown


def test_a_slip_that_is_checked_again_counts_once() -> None:
    work = Work((Judged("2x = 29", "wrong", slip="sign"), Judged("x = 14.5", "correct", follows_wrong=True)))
    course = course_of(
        Practised(
            1, "", "p", "en", False, ((5.0, work), (9.0, work), (20.0, Attempt("4", False, slip="sign")))
        )
    )
    assert course.slips == Counter(sign=2) and course.checked == 2 and course.right_first is False


def test_codes_are_read_as_they_are_said() -> None:
    code = new_code()
    assert cleaned(f" {code[:3].lower()}-{code[3:]} ") == code
    assert len({new_code() for _ in range(200)}) == 200 and not set("IO01") & set(
        "".join(new_code() for _ in range(200))
    )
    for typed in ("", "ABC", "ABCDEFG", "ABCDE0", "ＡＢＣＤＥＦ", "ABC;--"):
        assert cleaned(typed) is None


moments = st.floats(0, 1e6)


@given(
    st.none() | st.floats(1, 86_400),
    st.none() | st.integers(1, 20),
    st.none() | moments,
    moments,
    st.integers(0, 25),
    moments,
)
def test_a_lock_opens_with_the_first_condition_and_stays_open(
    after_s: float | None,
    after: int | None,
    until_s: float | None,
    began_s: float,
    attempts: int,
    waited_s: float,
) -> None:
    if after_s is None and after is None and until_s is None:
        with pytest.raises(ValueError, match="nothing opens"):
            Lock()
        return
    lock, now_s = Lock(after_s, after, until_s), began_s + waited_s
    met = [
        after_s is not None and now_s >= began_s + after_s,
        after is not None and attempts >= after,
        until_s is not None and now_s >= until_s,
    ]
    opening = lock.holds(began_s=began_s, attempts=attempts, now_s=now_s)
    assert (opening is None) == any(met)
    if opening is None:
        assert lock.holds(began_s=began_s, attempts=attempts + 1, now_s=now_s + 60) is None
        return
    if opening.at_s is not None:
        assert lock.holds(began_s=began_s, attempts=attempts, now_s=opening.at_s) is None, (
            "when it said it would"
        )
    if opening.attempts is not None:
        assert lock.holds(began_s=began_s, attempts=attempts + opening.attempts, now_s=now_s) is None


@pytest.mark.parametrize("wrong", [(0.0, None, None), (1e9, None, None), (float("nan"), None, None), (None, 0, None), (None, 21, None), (None, None, float("inf"))])  # fmt: skip
def test_a_lock_that_cannot_be_is_refused(wrong: tuple[float | None, int | None, float | None]) -> None:
    with pytest.raises(ValueError, match=r"not between|no moment"):
        Lock(*wrong)
