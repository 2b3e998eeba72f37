"""Ladders of model problems, and the laws that hold for each of them: one function a law, which gives what breaks it.

Whether a text gives an answer away is looked for here in another way than the ladder itself does: by the numbers that stand alone
or behind a sign of equality, compared as fractions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

from solver.ports import Problem
from solver.topics import could_read
from solver.topics.methods import method_of
from solver.tutor import Ladder, Rung, Worked, ladder_of
from solver.tutor.asked import parts_of
from solver.tutor.gaps import BLANK, BLANK_WORD
from solver.tutor.ladder import SAFE
from solver.tutor.statements import secret_of

ROOT: Final = Path(__file__).parents[2]
ROWS: Final[list[dict[str, str]]] = [
    json.loads(line)
    for file in sorted((ROOT / "solver" / "variation" / "specimens").glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]
_NUMBER: Final = r"-?\s*(?:\\frac\{\d+\}\{\d+\}|\d+(?:\.\d+)?(?:/\d+)?)"
_TOLD: Final = re.compile(
    rf"(?:=|\\approx|\\\(|\\\[|(?<=[a-z\u3400-\u9fff])\s)\s*(?P<n>{_NUMBER})(?=\s*(?:\\\)|\\\]|,|;|\\,|\\quad|\\qquad|[.。，]|$|\s[a-z]))"
)
_LEFT_OUT: Final = re.compile("|".join(map(re.escape, (BLANK, BLANK_WORD, "…"))))


def ladders(topic: str, language: str, most: int | None = None) -> Iterator[tuple[Problem, Worked, Ladder]]:
    """The ladders to the model problems of a topic."""
    rows = [r for r in ROWS if (r["topic"], r["language"]) == (topic, language)][:most]
    for row in rows:
        problem = Problem(row["question"], row["language"])  # type: ignore[arg-type]
        task = could_read(topic, problem)
        assert task is not None, row
        solution = Worked(task.solution().steps, row["answer"], "proved")
        yield problem, solution, ladder_of(problem, solution, topic=topic, method=method_of(task))


def shape(problem: Problem, solution: Worked, ladder: Ladder) -> str | None:
    """What is asked, the idea, then lines, and in the end the reveal."""
    kinds = [rung.kind for rung in ladder.rungs]
    inner = set(kinds[2:-1])
    good = kinds[:2] == ["asked", "idea"] and kinds[-1] == "reveal" and inner <= {"gap", "line"}
    return None if good and len(kinds) > SAFE and all(r.text.strip() for r in ladder.rungs) else str(kinds)


def ends_at_the_solution(problem: Problem, solution: Worked, ladder: Ladder) -> str | None:
    """The lines on it are those of the solution, each once and in order, and all of them are shown in the end."""
    told = "\n\n".join(rung.text for rung in ladder.rungs if rung.kind == "line")
    if told != "\n\n".join(solution.lines):
        return told
    steps = [rung.upto for rung in ladder.rungs]
    return None if steps == sorted(steps) and steps[-1] == len(solution.lines) else str(steps)


def gaps_are_lines(problem: Problem, solution: Worked, ladder: Ladder) -> str | None:
    """A line with a gap is the line that follows, with something left out and nothing else changed."""
    for rung, after in zip(ladder.rungs, ladder.rungs[1:], strict=False):
        if rung.kind == "gap" and rung.line:
            kept = map(re.escape, _LEFT_OUT.split(rung.text))
            if after.kind != "line" or after.text != rung.line or rung.text == rung.line:
                return rung.text
            if not re.fullmatch("(.+?)".join(kept), rung.line, re.DOTALL):
                return f"{rung.text} | {rung.line}"
    return None


def keeps_the_answer(problem: Problem, solution: Worked, ladder: Ladder) -> str | None:
    """The first rungs do not have the answer, in whatever form; the first of all only quotes the problem."""
    asked, *others = ladder.rungs[:SAFE]
    secret = secret_of(solution.answer, problem.text)
    if not all(
        part in problem.text or part.replace(" ", "") in problem.text.replace(" ", "").replace("\n", "")
        for part in parts_of(problem.text)
    ):
        return asked.text
    for rung in others:
        if secret.stated_in(rung.text) or (numbers(rung, problem) & answers(solution, problem)):
            return rung.text
        if len(solution.answer) > 6 and solution.answer in rung.text and solution.answer not in problem.text:
            return rung.text
    return None


def tells_no_later_line(problem: Problem, solution: Worked, ladder: Ladder) -> str | None:
    """No rung has a line that comes later."""
    for rung in ladder.rungs[:-1]:
        later = solution.lines[rung.upto + (rung.kind == "gap") :]
        seen = "\n".join((problem.text, *solution.lines[: rung.upto + 1]))
        for line in later:
            if len(line) > 12 and line in rung.text and line not in seen:
                return rung.text
    return None


LAWS: Final[tuple[Callable[[Problem, Worked, Ladder], str | None], ...]] = (
    shape,
    ends_at_the_solution,
    gaps_are_lines,
    keeps_the_answer,
    tells_no_later_line,
)


def numbers(rung: Rung, problem: Problem) -> set[Fraction]:
    """Numbers that a rung tells: alone in a formula, behind a sign of equality, or bare in its prose."""
    return {fraction(m["n"]) for m in _TOLD.finditer(rung.text)} - given(problem)


def answers(solution: Worked, problem: Problem) -> set[Fraction]:
    """The answer, where it is one number that the problem does not have."""
    text = solution.answer.strip()
    return {fraction(text)} - given(problem) if re.fullmatch(_NUMBER, text) else set()


def given(problem: Problem) -> set[Fraction]:
    """All numbers in a problem."""
    return {fraction(n) for n in re.findall(_NUMBER.removeprefix(r"-?\s*"), problem.text)}


def fraction(text: str) -> Fraction:
    """A number as it is written, by value."""
    plain = re.sub(r"\\frac\{(\d+)\}\{(\d+)\}", r"\1/\2", text).replace(" ", "")
    top, _, below = plain.partition("/")
    return Fraction(top) / Fraction(below) if below and int(below) else Fraction(top)
