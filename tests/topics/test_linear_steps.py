"""Steps of linear equations: what a teacher writes, and every line has the solution of the first."""

from __future__ import annotations

import re

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formula import parse, to_sympy
from solver.formula.nodes import Relation
from solver.topics.equations.linear import linear_steps

x = sp.Symbol("x")


def equation(text: str) -> Relation:
    node = parse(text)
    assert isinstance(node, Relation)
    return node


def shown(step: str) -> str:
    found = re.search(r"\\\[(.*)\\\]", step)
    assert found, step
    return found[1]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("x + 5 = 12", ["x=7"]),
        ("4x - 9 = 31", ["4x=40", "x=10"]),
        ("9 - x = 4", ["-x=-5", "x=5"]),
        ("20 = 3x + 2", ["3x+2=20", "3x=18", "x=6"]),
        (r"x \times 7 = 91", ["x=13"]),
        ("x/6 = 4", ["x=24"]),
        ("5x = 2x + 12", ["5x-2x=12", "3x=12", "x=4"]),
        ("2x = 9x", ["-7x=0", "x=0"]),
        ("3(x-4) = x + 2", ["3x-12=x+2", "3x-x=2+12", "2x=14", "x=7"]),
        ("0.5x + 1.5 = 4", ["0.5x=2.5", "x=5"]),
        (
            "(x+1)/2 - (x-2)/3 = 4",
            [r"3\left(x+1\right)-2\left(x-2\right)=24", "x+7=24", "x=17"],
        ),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    assert [shown(step).replace(" ", "") for step in linear_steps(equation(text), "x", "en")] == lines
    assert [shown(step).replace(" ", "") for step in linear_steps(equation(text), "x", "zh")] == lines


NUMBERS = st.integers(-12, 12)


@st.composite
def sides(draw: st.DrawFn) -> str:
    terms = []
    for _ in range(draw(st.integers(1, 3))):
        a, b, d = draw(NUMBERS), draw(NUMBERS), draw(st.sampled_from([1, 1, 2, 3, 4, 6]))
        inside = f"{a}*x + ({b})" if draw(st.booleans()) else f"({b})"
        form = draw(st.sampled_from(["{inside}", "({inside})/{d}", "{d}*({inside})", "{a}/{d}*x"]))
        terms.append(form.format(inside=inside, a=a, d=d))
    return " + ".join(terms)


@settings(max_examples=150, deadline=None)
@given(sides(), sides())
def test_every_line_has_the_same_solution(left: str, right: str) -> None:
    relation = equation(f"{left} = {right}")
    one, other = (sp.expand(to_sympy(side)) for side in relation.sides)
    if sp.Poly(one - other, x).degree() < 1:
        return
    (root,) = sp.solve(one - other, x)
    lines = [shown(step) for step in linear_steps(relation, "x", "en")]
    for line in lines:
        a, b = (to_sympy(side) for side in equation(line).sides)
        assert sp.simplify((a - b).subs(x, root)) == 0 != sp.expand(a - b), line
    assert not lines or to_sympy(equation(lines[-1]).sides[1]) == root
