"""Problems of solver.topics.expressions.radicals: roots with letters that are not negative; the rest declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.expressions.radicals import read
from solver.topics.expressions.radicals.surds import of_sympy
from tests.topics.solved import is_declined, reading, solve, verdict

CASES = [
    (r"计算 $(\sqrt{x}+3)(\sqrt{x}-3)$", "x-9", "x+9"),
    (r"Simplify: $-3\sqrt{48a^2b^5}$", r"-12 a b^{2} \sqrt{3 b}", r"-12ab\sqrt{3b}"),
    (r"Simplify $\sqrt[6]{27x^3y^9}$", r"y \sqrt{3 x y}", r"y\sqrt{3xy^2}"),
    (r"Multiply and simplify: $\sqrt{6t}\cdot-2\sqrt{3t^3}$", r"-6 t^{2} \sqrt{2}", r"6t^2\sqrt{2}"),
    (r"Combine the following radicals: $\sqrt[3]{m^2n}\sqrt{mn}$", r"m \sqrt[6]{m n^{5}}", r"m\sqrt[6]{mn}"),
    (r"Combine the radicals: $\sqrt[3]{4}\sqrt{3}$", r"\sqrt[6]{432}", r"\sqrt[6]{12}"),
    (r"Simplify: $\frac{7}{2\sqrt{5xy^6}}$", r"\frac{7 \sqrt{5 x}}{10 x y^{3}}", r"\frac{7\sqrt{5x}}{2xy^3}"),
    (r"Simplify: $\frac{\sqrt[4]{3p^6}}{\sqrt[4]{27p^2}}$", r"\frac{p \sqrt{3}}{3}", r"p\sqrt{3}"),
    (r"Multiply and simplify: $(\sqrt{3k}+2)(\sqrt{3k}-5)$", r"3 k-3 \sqrt{3 k}-10", r"3k-10"),
    (r"Simplify $\sqrt[3]{-16y^5}$", r"-2 y \sqrt[3]{2 y^{2}}", r"2y\sqrt[3]{2y^2}"),
    (r"化简:$\sqrt{20a^3}-a\sqrt{45a}$", r"- a \sqrt{5 a}", r"a\sqrt{5a}"),
    (
        r"Simplify $\sqrt{98m^3n^2}$, where m and n are positive numbers.",
        r"7 m n \sqrt{2 m}",
        r"7m\sqrt{2mn}",
    ),
    (r"化简$\sqrt{98m^3n^2}$，其中m、n都是正数。", r"7 m n \sqrt{2 m}", r"7m\sqrt{2mn}"),
    (r"化简 $\sqrt{18m^2n}$，字母均为正数", r"3 m \sqrt{2 n}", r"3m\sqrt{n}"),
    (r"Multiply and simplify: $(\sqrt{7}-2)(3\sqrt{7}+1)$", r"19-5 \sqrt{7}", r"19"),
    (
        r"Rationalize the denominator: $\frac{6}{\sqrt{x}-2}$",
        r"\frac{6 \sqrt{x}+12}{x-4}",
        r"\frac{6\sqrt{x}-12}{x-4}",
    ),
    (r"化简 $\frac{a-b}{\sqrt{a}+\sqrt{b}}$", r"\sqrt{a}-\sqrt{b}", r"\sqrt{a}+\sqrt{b}"),
]

DECLINED = [
    "Simplify sqrt(x^2)",
    r"Simplify $\sqrt{x^2+1}$",
    r"Simplify $\sqrt{12x^2}$ for x < 0",
    r"Simplify $\sqrt{12x^2}=6$",
    r"Combine the radicals over the real line: $\sqrt{x}\sqrt{y}$",
    r"Simplify $\sqrt{-12x^2}$",
    r"Simplify $\sqrt{18x^2y}$, where x is positive",  # and y?
    r"Simplify $\frac{1}{\sqrt{0}}$",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer.replace(" ", "") == expected.replace(" ", "")
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_what_letters_stand_for_is_said() -> None:
    assert "not negative" in reading(read, r"Simplify $\sqrt{12x^2y}$").solution().steps[0]  # type: ignore[union-attr]
    assert "非负" in reading(read, r"化简 $\sqrt{12x^2y}$").solution().steps[0]  # type: ignore[union-attr]
    assert "非负" not in reading(read, r"化简 $\sqrt{12x^2y}$，字母均为正数").solution().steps[0]  # type: ignore[union-attr]


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 90), st.integers(0, 7), st.integers(1, 9), st.integers(2, 5), st.integers(-6, 6))
def test_a_root_times_a_number_is_simplified(number: int, m: int, n: int, index: int, factor: int) -> None:
    if factor in (0, 1, -1):
        factor = 3
    task, answer, value = solve(read, rf"Simplify ${factor}\sqrt[{index}]{{{number}x^{{{m}}}y^{{{n}}}}}$")
    assert verdict(task, answer) is True
    x, y = sp.symbols("x y", positive=True)
    true = factor * sp.root(number * x**m * y**n, index)
    assert dict(of_sympy(true).terms) == dict(of_sympy(value).terms)
    for key, _ in of_sympy(value).terms:  # nothing is left below a root that could come out
        assert all(e < 1 for base, e in key if isinstance(base, int))


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 5), st.integers(1, 5))
def test_quotients_have_no_root_below(a: int, b: int, m: int, n: int) -> None:
    task, answer, _ = solve(read, rf"Simplify $\frac{{\sqrt{{{a}x^{{{m}}}}}}}{{\sqrt{{{b}x^{{{n}}}y}}}}$")
    assert verdict(task, answer) is True
    denominator = answer.partition("}{")[2]
    assert r"\sqrt" not in denominator


def test_fractions_of_exponents_are_exact() -> None:
    x = sp.Symbol("x", positive=True)
    assert of_sympy(x ** sp.Rational(2, 3)).terms == (((("x", Fraction(2, 3)),), Fraction(1)),)
