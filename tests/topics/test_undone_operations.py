"""Problems of solver.topics.equations.undone_operations: a letter in a power or under a root; the rest declined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.topics.equations.literal_equations import read
from tests.topics.law.corpus import Case, findings
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("Solve A = pi r^2 for r", r"r=\sqrt{\frac{A}{\pi}}", r"r=\frac{A}{\pi}"),
    (
        r"Solve $V=\frac{4}{3}\pi r^3$ for $r$.",
        r"r=\sqrt[3]{\frac{3 V}{4 \pi}}",
        r"r=\sqrt[3]{\frac{V}{4 \pi}}",
    ),
    ("Make L the subject of T = 2π√(L/g)", r"L=\frac{T^{2} g}{4 \pi^{2}}", r"L=\frac{T g}{4 \pi^{2}}"),
    (
        "Solve v^2 = u^2 + 2as for u.",
        r"u=\sqrt{v^{2} - 2 a s},\ u=-\sqrt{v^{2} - 2 a s}",
        r"u=\sqrt{v^{2} - 2 a s}",
    ),
    (
        "Solve a^2 + b^2 = c^2 for b.",
        r"b=\sqrt{c^{2} - a^{2}},\ b=-\sqrt{c^{2} - a^{2}}",
        r"b=c-a,\ b=a-c",
    ),
    ("Make x the subject of y = √(x + 3)", "x=y^{2}-3", "x=y^{2}+3"),
    ("由公式S=πr²，用S表示r。", r"r=\sqrt{\frac{S}{\pi}}", r"r=\frac{S}{2\pi}"),
    (
        "Make v the subject of E = (1/2)mv^2, where v > 0.",
        r"v=\sqrt{\frac{2 E}{m}}",
        r"v=\sqrt{\frac{2 E}{m}},\ v=-\sqrt{\frac{2 E}{m}}",
    ),
    (
        "Make v the subject of E = (1/2)mv^2, where m > 0.",
        r"v=\sqrt{\frac{2 E}{m}},\ v=-\sqrt{\frac{2 E}{m}}",
        r"v=\sqrt{\frac{2 E}{m}}",
    ),
    (
        "由公式E=(1/2)mv^2,用E,m表示v,其中v>0.",
        r"v=\sqrt{\frac{2 E}{m}}",
        r"v=\sqrt{\frac{E}{m}}",
    ),
]
DECLINED = [
    "Make v the subject of E = (1/2)mv^2, where v < 0.",
    "Solve x^2 + ax = b for x.",
    "Solve y = a^x for x.",
    "Solve y = sin(x) + a for x.",
    "Solve y = (x+1)^2 + x for x.",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)
    assert [f for f in findings(Case(read, problem)) if f.verdict is False] == []


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@given(st.integers(2, 9), st.integers(1, 9), st.sampled_from("pqrtw"))
def test_what_is_found_fits(a: int, b: int, letter: str) -> None:
    task, answer, found = solve(read, f"Solve {a}{letter}^2 - {b}m = n for {letter}.")
    assert letter not in {s.name for value in found for s in value.free_symbols}
    assert verdict(task, answer) is True
    assert verdict(task, answer.split(",")[0]) is False
