"""Problems of solver.topics.expressions.trigonometric_relations: one value from another, both where two are possible, none where no angle is."""

from __future__ import annotations

from math import cos, isclose, sin, tan

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formula import parse, to_sympy
from solver.topics.expressions.trigonometric_relations import read
from solver.topics.expressions.trigonometric_relations.formulas import formulas
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    ("If sin x + cos x = 1/5, find sin x cos x.", r"-\frac{12}{25}", r"\frac{12}{25}"),
    ("If sin x + cos x = 1/2, find sin^6 x + cos^6 x.", r"\frac{37}{64}", r"\frac{35}{64}"),
    ("Given that sin x - cos x = 1/4, find sin^3 x - cos^3 x.", r"\frac{47}{128}", r"\frac{1}{64}"),
    ("If sin x + cos x = 1/2, find sin x - cos x.", r"\frac{\sqrt{7}}{2},\ -\frac{\sqrt{7}}{2}", r"\frac{\sqrt{7}}{2}"),
    (r"If $\sec x + \tan x = 3$, find $\csc x + \cot x$.", "2", "3"),
    ("If csc x - cot x = 1/3, find cos x.", r"\frac{4}{5}", r"-\frac{4}{5}"),
    ("If tan x = 3, find (sin x + 2 cos x)/(2 sin x - cos x).", "1", "5"),
    ("If tan x = 2, find sin^2 x + sin x cos x.", r"\frac{6}{5}", r"\frac{4}{5}"),
    ("If sin x = 8/17, find cos x.", r"\frac{15}{17},\ -\frac{15}{17}", r"\frac{15}{17}"),
    ("If cos x = 8/17 and x is acute, find tan x.", r"\frac{15}{8}", r"-\frac{15}{8}"),
    ("If tan x + cot x = 5, find sin 2x.", r"\frac{2}{5}", r"\frac{1}{5}"),
    ("If sin x + cos x = 2, find sin x cos x.", r"\text{no real solution}", r"\frac{3}{2}"),
    ("If 3 sin x + 4 cos x = 6, find tan x.", r"\text{no real solution}", r"\frac{3}{4}"),
    ("已知sinαcosα=1/8,α∈(0,π/2),求sinα+cosα", r"\frac{\sqrt{5}}{2}", r"-\frac{\sqrt{5}}{2}"),
    ("已知sinαcosα=1/8,α∈(0,π/2),求sinα-cosα", r"\frac{\sqrt{3}}{2},\ -\frac{\sqrt{3}}{2}", r"\frac{\sqrt{3}}{2}"),
    ("已知sinα+cosα=1/3,求sinαcosα", r"-\frac{4}{9}", r"\frac{4}{9}"),
    (r"已知$\tan\alpha=2$,求$\frac{\sin\alpha+\cos\alpha}{\sin\alpha-\cos\alpha}$的值", "3", r"\frac{1}{3}"),
    ("已知sinα+cosα=7/13,α∈(0,π),求tanα", r"-\frac{12}{5}", r"-\frac{5}{12}"),
    ("已知sinαcosα=2/5,求tanα+cotα", r"\frac{5}{2}", r"\frac{2}{5}"),
    ("If tan(π/4 + α) = 2, find tan α.", r"\frac{1}{3}", "3"),
    ("Given tan(x - π/4) = 1/3, find sin 2x.", r"\frac{4}{5}", r"\frac{3}{5}"),
    ("Given sin(π/2 + θ) = -3/5 and θ is in quadrant II, find tan(π - θ).", r"\frac{4}{3}", r"-\frac{4}{3}"),
    ("已知sin(α-π/6)=1/3,α是锐角,求cosα的值。", r"\frac{2\sqrt{6}-1}{6}", r"\frac{2\sqrt{6}+1}{6}"),
    ("已知sin(π/4-x)=3/5,求sin2x的值", r"\frac{7}{25}", r"\frac{24}{25}"),
    (r"已知$\cos\left(\alpha+\frac{\pi}{6}\right)=\frac{3}{5}$,求$\sin\left(\alpha-\frac{\pi}{3}\right)$", r"-\frac{3}{5}", r"\frac{3}{5}"),
    ("已知sin(α+π/3)=4/5,求cos(2α+2π/3)的值", r"-\frac{7}{25}", r"\frac{7}{25}"),
    ("已知sinα=2cosα,求sin^2 α-sinαcosα的值", r"\frac{2}{5}", r"\frac{6}{5}"),
]  # fmt: skip
DECLINED = [
    "If sin x + cos y = 1/2, find sin x cos y",
    "If sin x + cos x = 1/2, find x",
    "Solve sin x + cos x = 1",
    "If sin x + cos x = 1/2, find sin(x + 1)",
    "If tan(x + 1) = 2, find tan x",
    "If tan(x + y) = 2, find tan x",
    "If sin x + cos x = 1/2 and x is a whole number, find sin x cos x",
    "In triangle ABC sin A = 3/5, find cos A",
    "已知sinαcosα=1/8,且π/4<α<π/2,求cosα-sinα",
    "已知sinαcosα=1/5,α∈(0,π),求tanα",
    "已知sinx=3/5,siny=4/5,求cosx",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    solves(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


_ASKED = {
    "sin x cos x": lambda x: sin(x) * cos(x),
    "sin^3 x + cos^3 x": lambda x: sin(x) ** 3 + cos(x) ** 3,
    "tan x + cot x": lambda x: tan(x) + 1 / tan(x),
    "sin^4 x + cos^4 x": lambda x: sin(x) ** 4 + cos(x) ** 4,
    "(2 sin x + cos x)/(sin x + 3 cos x)": lambda x: (2 * sin(x) + cos(x)) / (sin(x) + 3 * cos(x)),
}
_GIVEN = {"sin x + cos x": sp.Add, "sin x - cos x": lambda s, c: s - c, "tan x": lambda s, c: s / c}


@settings(max_examples=20, deadline=None)
@given(
    st.sampled_from(sorted(_GIVEN)),
    st.sampled_from(sorted(_ASKED)),
    st.sampled_from([(3, 4), (5, 12), (15, 8), (-7, 24)]),
)
def test_the_value_is_among_the_answers(given_: str, asked: str, legs: tuple[int, int]) -> None:
    a, b = map(sp.Integer, legs)
    s, c = a / sp.sqrt(a**2 + b**2), b / sp.sqrt(a**2 + b**2)
    task, answer, value = solve(read, f"If {given_} = {_GIVEN[given_](s, c)}, find {asked}.")
    angle = float(sp.atan2(s, c))
    values = value if isinstance(value, set | list | sp.FiniteSet) else [value]
    assert any(isclose(float(v), _ASKED[asked](angle), abs_tol=1e-9) for v in values)
    assert verdict(task, answer) is True


@pytest.mark.parametrize("name", ["sin", "cos", "tan"])
@settings(max_examples=25, deadline=None)
@given(st.integers(-11, 11).filter(bool), st.sampled_from([1, -1, 2, 3]))
def test_the_addition_theorem_is_true(name: str, twelfths: int, times: int) -> None:
    call = parse(f"{name}({times}x + {twelfths}pi/12)")
    found = formulas((call,), "x", "x")
    if found is None:  # -x - pi/4, or the cotangent of 3x
        assert times < 0 and twelfths < 0 or (name, times, twelfths % 6) == ("tan", 3, 0)
        return
    added, _ = found
    (theorem,) = added
    sides = [to_sympy(parse(side)) for side in theorem.split("=")]
    x = sides[0].free_symbols.pop()
    values = {complex(side.subs(x, sp.Rational(3, 7)).evalf(20)) for side in sides}
    assert max(abs(a - b) for a in values for b in values) < 1e-12
