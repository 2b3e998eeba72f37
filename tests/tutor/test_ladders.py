"""The laws of the ladder of hints, on a model problem of every topic in both languages, on two in the wide run (all of them: `python -m tests.bench.ladders`)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.ports import Problem
from solver.topics.methods import METHODS
from solver.topics.table import TOPICS
from solver.tutor import Worked, ladder_of
from solver.tutor.gaps import gap_in
from solver.tutor.ideas import ideas
from solver.tutor.ideas.methods import METHOD_IDEAS
from solver.tutor.statements import secret_of
from tests.breadth import wide
from tests.tutor.ladders import LAWS, ladders

EACH = 2 if wide() else 1


@pytest.mark.wide(rows=2)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_true_ladders_that_keep_the_answer(topic: str) -> None:
    broken = [
        (law.__name__, problem.text, what)
        for language in ("en", "zh")
        for problem, solution, ladder in ladders(topic, language, EACH)
        for law in LAWS
        if (what := law(problem, solution, ladder)) is not None
    ]
    assert broken == []


def test_every_topic_and_every_method_has_an_idea_of_its_own() -> None:
    assert set(ideas()) == set(TOPICS)
    assert set(METHOD_IDEAS) == set(METHODS)
    for rows in ideas().values():
        assert rows[-1][0] == "", "the last row fits any problem of the topic"


LINES = st.lists(
    st.sampled_from(
        ["so ", r"\(x=3\)", r"\(x=-2\)", r"\[2x+1=7\]", "3", " and ", r"\(\frac{6}{2}\)", ". ", "得", r"\(a,\ 3\)", r"\(1\le 3<5\)", r"\begin{cases}x=3\end{cases}", "\\(", "}"]
    ),
    min_size=1, max_size=8,
).map("".join)  # fmt: skip


@given(line=LINES, answer=st.sampled_from(["3", r"x=3,\ x=-2", r"\text{odd}", "(3, 4)", r"\frac{1}{2}"]))
def test_a_gap_filled_is_the_line_and_gives_nothing_away(line: str, answer: str) -> None:
    secret = secret_of(answer, "Solve this.")
    gap = gap_in(line, secret, before="Solve this.")
    if gap is not None:
        assert gap.filled == line
        assert not secret.stated_in(gap.text)
    else:
        assert not secret.stated_in(line)


@pytest.mark.parametrize(
    ("answer", "problem", "told", "kept"),
    [
        pytest.param(r"\frac{1}{2}", "Find x.", r"so \(x=0.5\)", r"\(x=\frac{4}{8}-0\)", id="another form"),
        pytest.param("12", "What is 3 times 4?", "It is 12.", r"\(3\times 4\)", id="what is left to compute"),
        pytest.param("B", "Which? A. 2 B. 10 C. 14", r"\(=10\)", r"\(=14\)", id="the choice that it names"),
        pytest.param(r"\text{Thursday}", "Which day?", "that is Thursday", "that is Friday", id="in words"),
        pytest.param("(4, -6)", "Find the vertex.", r"the vertex is \((4,-6)\)", r"at \(x=5\)", id="a point"),
        pytest.param("5", "Add 5 and 0.", "", r"\(5\)", id="what the problem says"),
    ],
)  # fmt: skip
def test_what_gives_an_answer_away(answer: str, problem: str, told: str, kept: str) -> None:
    secret = secret_of(answer, problem)
    assert not told or secret.stated_in(told)
    assert not secret.stated_in(kept)


@pytest.mark.parametrize(
    ("line", "answer", "shown"),
    [
        pytest.param(r"Subtract 7: \[3x=15\]", "5", r"Subtract 7: \[3x=□\]", id="the number to compute"),
        pytest.param(r"so \(0.58<\frac{7}{12}\)", r"\frac{7}{12}", r"so \(0.58□\frac{7}{12}\)", id="the sign"),
        pytest.param(r"\[157=12\times 13+1\quad(0\le 1<12)\]", "1", r"\[157=12\times 13+□\quad(0\le □<12)\]", id="everywhere"),
        pytest.param(r"\begin{cases}x=1\end{cases} at \(x=4\)", "4", r"\begin{cases}x=1\end{cases} at \(x=□\)", id="an environment"),
    ],
)  # fmt: skip
def test_what_is_left_out(line: str, answer: str, shown: str) -> None:
    problem = r"Compare 0.58 and \(\frac{7}{12}\); divide 157 by 12."
    gap = gap_in(line, secret_of(answer, problem), before=problem)
    assert gap is not None
    assert gap.text.replace(r"\boxed{\phantom{00}}", "□") == shown


def test_a_solution_of_a_language_model_has_a_ladder_too() -> None:
    solution = Worked(
        ("Let the pen cost \\(p\\).", "Then \\(3p+2=14\\), so \\(3p=12\\).", "Hence \\(p=4\\)."),
        "4",
        "proved",
    )
    ladder = ladder_of(
        Problem("Three pens and a 2 dollar bag cost 14 dollars. How much is a pen?", "en"), solution
    )
    assert [r.kind for r in ladder.rungs] == ["asked", "idea", "gap", "line", "gap", "line", "reveal"]
    assert ladder.with_idea("Use an equation.").rungs[1].text == "Use an equation."
