"""Laws that hold for all equations and expressions, with numbers that hypothesis draws."""

from __future__ import annotations

import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.verify.conditions import Rel, compared, holds
from solver.verify.equality import Difference, difference
from solver.verify.work import check_work

x = sp.Symbol("x")
small = st.integers(-9, 9)
polynomials = st.lists(small, min_size=1, max_size=4).map(
    lambda cs: sum(c * x**k for k, c in enumerate(cs)) + sp.Integer(0)
)
leaves = st.one_of(
    polynomials, st.sampled_from([sp.sqrt(x**2 + 1), sp.exp(x), sp.sin(x), 1 / (x - 2), sp.Abs(x - 1)])
)
expressions = st.recursive(leaves, lambda inner: st.tuples(inner, inner).map(lambda p: p[0] * p[1]) | st.tuples(inner, inner).map(lambda p: p[0] + p[1]), max_leaves=3)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(expressions, expressions)
def test_a_difference_is_one(f: sp.Expr, g: sp.Expr) -> None:
    """The point of a counterexample really tells the two apart."""
    found = difference(f, g)
    if isinstance(found, Difference):
        point = {sp.Symbol(n): v for n, v in found.point}
        assert abs(sp.N((f - g).subs(point), 40)) > 1e-15
    elif found is False:
        assert abs(sp.N((f - g).subs(x, sp.Rational(17, 13)), 30)) < 1e-12


@settings(max_examples=60, deadline=None)
@given(expressions)
def test_another_form_is_the_same(f: sp.Expr) -> None:
    assert difference(f, sp.expand(f)) is not True and not isinstance(difference(f, sp.expand(f)), Difference)


@settings(max_examples=60, deadline=None)
@given(polynomials, polynomials, st.sampled_from(["=", "<", ">="]))
def test_two_conditions_differ_where_the_table_says(f: sp.Expr, g: sp.Expr, sign: str) -> None:
    one, two = ((Rel(sign, f, sp.Integer(0)),),), ((Rel(sign, g, sp.Integer(0)),),)
    table = compared(one, two, x)
    for spot in table.lost:
        assert holds(one, {x: spot.at}) and not holds(two, {x: spot.at})
    for spot in table.gained:
        assert holds(two, {x: spot.at}) and not holds(one, {x: spot.at})
    if table.same:
        for value in map(sp.Rational, ("-7/3", "1/5", "22/7", "0", "100")):
            assert holds(one, {x: value}) == holds(two, {x: value})


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 9), small, st.integers(-20, 20), small.filter(bool), st.booleans())
def test_a_line_that_has_another_solution_is_never_right(
    a: int, b: int, c: int, shift: int, solved: bool
) -> None:
    """ax + b = c with another right side, or another root."""
    line = (
        f"x = {sp.Rational(c - b + shift, a)}" if solved else f"{a}x + {b} = {c + shift}".replace("+ -", "- ")
    )
    problem = f"Solve {a}x + {b} = {c}".replace("+ -", "- ")
    (verdict,) = check_work(problem, (line,), "en")
    assert verdict.verdict == "wrong" and verdict.counterexample


@settings(max_examples=40, deadline=None)
@given(small, small, st.integers(1, 9), st.permutations(range(3)))
def test_a_right_chain_is_never_wrong(p: int, q: int, k: int, order: list[int]) -> None:
    """k(x − p)(x − q) = 0 in several forms, in any order."""
    product = sp.expand(k * (x - p) * (x - q))
    forms = (
        f"{k}(x - ({p}))(x - ({q})) = 0",
        f"{sp.sstr(product).replace('**', '^')} = 0",
        f"(x - ({p}))(x - ({q})) = 0",
    )
    lines = [*(forms[i] for i in order), f"x = {p} or x = {q}"]
    verdicts = check_work(f"Solve {forms[1]}", lines, "en")
    assert all(v.verdict in ("correct", "unfinished") for v in verdicts), verdicts
    assert verdicts[-1].reason == "solved"
