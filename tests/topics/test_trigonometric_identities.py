"""Trigonometric identities: proved by true steps or refuted by a number; expressions made shorter; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from solver.topics.expressions.trigonometric_identities import read
from tests.topics.solved import is_declined, solve, verdict

PROVED = [
    "Prove that sec²x - tan²x = 1.",
    r"Prove the identity $\frac{1}{1-\cos x} + \frac{1}{1+\cos x} = 2\csc^2 x$.",
    "Verify that (1 + cos 2x)/sin 2x = cot x.",
    "Show that (sin x - cos x)^2 = 1 - sin 2x.",
    "Prove that cos 3x = 4cos^3 x - 3cos x for all x.",
    "Prove that sin(a + b) - sin(a - b) = 2 cos a sin b.",
    r"Verify the identity $\frac{2\tan x}{1+\tan^2 x} = \sin 2x$.",
    r"Prove that $\frac{\sin x}{1+\cos x} = \frac{1-\cos x}{\sin x}$.",
    "Prove that sin(π/2 - x) = cos x.",
    "求证:cos⁴x - sin⁴x = cos2x。",
    "证明:tanα + cotα = 2/sin2α。",
    r"求证:$\frac{\cos\alpha}{1-\sin\alpha}=\frac{1+\sin\alpha}{\cos\alpha}$。",
    "证明恒等式 sin²α + cos⁴α = cos²α + sin⁴α。",
    "求证:cos(α-β)cosβ - sin(α-β)sinβ = cosα",
]
REFUTED = [
    ("Prove that sin 2x = 2sin x.", r"\text{not an identity}"),
    ("Is tan²x = sec²x + 1 an identity?", r"\text{No}"),
    ("Verify the identity cos(x + y) = cos x cos y + sin x sin y.", r"\text{not an identity}"),
    ("证明:cos2α = 1 - sin²α。", r"\text{不是恒等式}"),
    ("判断 sin(α+β) = sinα + sinβ 是否恒成立。", r"\text{不是}"),
]
SIMPLIFIED = [
    ("Simplify (1 - cos^2 x)/sin x.", r"\sin {x}", r"\cos {x}"),
    ("Simplify sec x cos x - cos^2 x.", r"\sin^{2} {x}", r"\cos^2 x"),
    ("Simplify cos(a)cos(b) - sin(a)sin(b).", r"\cos{\left(a + b \right)}", r"\cos{\left(a - b \right)}"),
    ("化简:tanα cosα", r"\sin {\alpha}", r"\cos \alpha"),
    ("化简 sin(π-α)/cos(π+α)。", r"- \tan {\alpha}", r"\tan \alpha"),
    ("Simplify cos²4x - sin²4x.", r"\cos {8 x}", r"\cos {4 x}"),
    ("化简:2cos²(x/2) - 1", r"\cos {x}", r"\cos 2x"),
]
DECLINED = [
    "Prove that sin x < x.",
    "Prove that sin x + x = x + sin x.",
    "Solve sin 2x = sin x.",
    "Prove that if A + B = π then sin A = sin B.",
    "Prove that sin 30° = 1/2.",
    "Simplify x + sin²x + cos²x.",
    "Simplify sin 75°.",
    "Prove that √2 is irrational.",
    "Prove that f(x) = sin x is odd.",
    "Prove the blue identity sin²x + cos²x = 1.",
    "In triangle ABC prove that sin A = sin(B + C).",
    "已知 sinα = 3/5,化简 cos²α。",
    "求证:在△ABC中,sin(A+B) = sinC",
    "证明 sin x ≤ 1。",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize("problem", PROVED)
def test_proved(problem: str) -> None:
    task, answer, value = solve(read, problem)
    assert value is True
    assert verdict(task, answer) is True
    assert verdict(task, "not an identity") is False
    assert len(task.solution().steps) >= 3


@pytest.mark.parametrize(("problem", "answer"), REFUTED)
def test_refuted_by_a_number(problem: str, answer: str) -> None:
    task, found, (left, right) = solve(read, problem)
    assert found == answer
    assert sp.simplify(left - right) != 0
    assert verdict(task, answer) is True
    assert verdict(task, r"\text{Yes}") is False


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected", "wrong"), SIMPLIFIED)
def test_simplified(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, wrong) is False
    assert verdict(task, answer) is True


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


ONES = st.sampled_from(
    [
        "(sin^2 x + cos^2 x)",
        "(sec^2 x - tan^2 x)",
        "(csc^2 x - cot^2 x)",
        "(cos 2x + 2sin^2 x)",
        "(tan x cot x)",
    ]
)
TERMS = st.sampled_from(["sin x", "cos x", "tan x", "sin 2x", "cos^2 x"])


@settings(max_examples=15, deadline=None)
@given(TERMS, ONES, ONES, st.booleans())
def test_what_is_multiplied_by_one_stays(term: str, one: str, other: str, zh: bool) -> None:
    assume(one != other)
    claim = f"{term}*{one} = {term}*{other}"
    task, answer, value = solve(read, f"求证:{claim}" if zh else f"Prove that {claim}.")
    assert value is True
    assert verdict(task, answer) is True


@settings(max_examples=15, deadline=None)
@given(TERMS, TERMS, st.integers(2, 5), ONES)
def test_a_false_identity_is_never_proved(term: str, other: str, factor: int, one: str) -> None:
    task, _, (left, right) = solve(read, f"Prove that {term}*{one} = {factor}{other}.")
    assert left != right
    assert verdict(task, "true") is False
