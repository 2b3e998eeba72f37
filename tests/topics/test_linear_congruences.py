"""Linear congruences and inverses, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.linear_congruences import read
from tests.topics.solved import is_declined, reading, solve, solves, verdict

CASES = [
    pytest.param("Solve 4x ≡ 3 (mod 7)", r"x\equiv 6\pmod{7}", r"x\equiv 5\pmod{7}", id="one"),
    pytest.param("Find the inverse of 3 mod 11", "4", "3", id="inverse"),
    pytest.param(r"Solve the congruence $6x \equiv 8 \pmod{10}$", "3, 8", "3", id="two"),
    pytest.param(r"Solve the linear congruence 8x \equiv 3 \pmod{12}", "no solution", r"x\equiv 1\pmod{12}", id="none"),
    pytest.param("2x + 3 ≡ 5 (mod 8)", r"x\equiv 1\pmod{4}", r"x\equiv 1\pmod{8}", id="moved"),
    pytest.param("Find the inverse of 6 modulo 9", r"\text{no inverse}", "6", id="no inverse"),
    pytest.param("解同余方程 17x≡4(mod 43)", r"x\equiv 23\pmod{43}", r"x\equiv 24\pmod{43}", id="zh"),
    pytest.param("求 9 模 26 的逆元", "3", "17", id="zh inverse"),
]  # fmt: skip


@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_congruences_are_solved(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", [
    "What is 7^100 mod 13?", "Find 17 mod 5", "x^2 ≡ 2 (mod 7)", "Solve x ≡ 2 (mod 3) and x ≡ 3 (mod 5)", "Solve 3x ≡ 2 (mod m)", "Find the inverse of f(x) = 3x",
    "Is 5 ≡ 12 (mod 7)?", "求模为5的复数", "Solve 7x ≡ 3 (mod 7)",
])  # fmt: skip
def test_other_questions_are_left(problem: str) -> None:
    assert is_declined(read, problem)


def test_euclid_is_told_where_it_is_long() -> None:
    steps = " ".join(reading(read, "Find the inverse of 17 mod 43").solution().steps)  # type: ignore[union-attr]
    assert r"43=2\times 17+9" in steps
    assert r"17\times (-5)+2\times 43=1" in steps


@settings(max_examples=30, deadline=None)
@given(st.integers(-40, 60), st.integers(-20, 20), st.integers(0, 60), st.integers(2, 60))
def test_the_solutions_are_those_that_trying_finds(a: int, b: int, c: int, m: int) -> None:
    problem = f"Solve {a}x {'+' if b >= 0 else '-'} {abs(b)} ≡ {c} (mod {m})"
    if a % m == 0:
        assert is_declined(read, problem)
        return
    task, answer, value = solve(read, problem)
    assert list(map(int, value)) == [x for x in range(m) if (a * x + b - c) % m == 0]
    assert verdict(task, answer) is True
