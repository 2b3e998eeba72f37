"""Formulas in every style of writing are read alike, and what is emitted means the same."""

from __future__ import annotations

import contextlib

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from solver.formula import FormulaError, Node, parse, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Call, Negative, Number, Symbol

x, y, a = sp.symbols("x y a")


@pytest.mark.parametrize(
    ("source", "value"),
    [
        pytest.param(r"3\div 2\frac{1}{4}", sp.Rational(4, 3), id="divided by a mixed number"),
        pytest.param(r"5\times 1\dfrac12", sp.Rational(15, 2), id="times a mixed number"),
        pytest.param(r"2\frac{1}{2}\div\frac{1}{2}", sp.Integer(5), id="mixed number first"),
        pytest.param("3 / 2 1/4", sp.Rational(4, 3), id="divided by a mixed number in line"),
        pytest.param("x - 1 1/5", x - sp.Rational(6, 5), id="mixed number in line"),
        pytest.param("x²－4x＋3", x**2 - 4 * x + 3, id="unicode"),
        pytest.param("2x(x-1)", 2 * x * (x - 1), id="implicit products"),
        pytest.param(r"\frac12 + \dfrac{x}{3}", sp.Rational(1, 2) + x / 3, id="TeX fractions"),
        pytest.param(r"\sqrt[3]{8}", sp.Integer(2), id="root"),
        pytest.param("√3+2√2", sp.sqrt(3) + 2 * sp.sqrt(2), id="surd sign"),
        pytest.param("-x^2", -(x**2), id="minus binds weaker than power"),
        pytest.param("2^-1", sp.Rational(1, 2), id="negative exponent"),
        pytest.param("|x-1|", sp.Abs(x - 1), id="bars"),
        pytest.param("||x|-1|", sp.Abs(sp.Abs(x) - 1), id="nested bars"),
        pytest.param("|3+4i|", sp.Integer(5), id="modulus"),
        pytest.param("sin^2 x+cos^2 x", sp.sin(x) ** 2 + sp.cos(x) ** 2, id="power of a function"),
        pytest.param("2sinxcosx", 2 * sp.sin(x) * sp.cos(x), id="glued functions"),
        pytest.param("lnx", sp.log(x), id="ln"),
        pytest.param(r"\log_2 8", sp.Integer(3), id="logarithm to a base"),
        pytest.param("sin 30°", sp.Rational(1, 2), id="degrees"),
        pytest.param("sin 2(x + 1)", sp.sin(2 * x + 2), id="nobody takes the sine of a bare number"),
        pytest.param("sin 30°(x + 1)", (x + 1) / 2, id="but of an angle"),
        pytest.param("ln 2 (x + 1)", sp.log(2) * (x + 1), id="a factor set apart"),
        pytest.param(r"60\%", sp.Rational(3, 5), id="percent"),
        pytest.param("1,234,567+1", sp.Integer(1234568), id="thousands"),
        pytest.param("5!", sp.Integer(120), id="factorial"),
        pytest.param("12÷4×3", sp.Integer(9), id="signs of school"),
        pytest.param(r"\int_{0}^{\pi} \sin x dx", sp.Integral(sp.sin(x), (x, 0, sp.pi)), id="integral"),
        pytest.param(r"\int \frac{dx}{x^2+1}", sp.Integral(1 / (x**2 + 1), x), id="dx in the numerator"),
        pytest.param(r"\lim_{x\to 0^+} \frac{1}{x}", sp.Limit(1 / x, x, 0, "+"), id="one-sided limit"),
        pytest.param(r"\sum_{k=1}^{10} k^2", sp.Sum(sp.Symbol("k") ** 2, (sp.Symbol("k"), 1, 10)), id="sum"),
        pytest.param(r"\frac{d}{dx}(x^2)", sp.Derivative(x**2, x), id="derivative"),
        pytest.param("2x=6", sp.Eq(2 * x, 6, evaluate=False), id="equation"),
        pytest.param(r"x\le 3", x <= 3, id="inequality"),
    ],
)
def test_reading(source: str, value: sp.Basic) -> None:
    assert to_sympy(parse(source)) == value


@pytest.mark.parametrize(
    "source",
    ["", "log2x", "ln 2(x + 1)", "2 3", "2*1 7/5", "1/2 3/4", "x/2 3", "x +", "(x", "x)", "\\frac{1}", "__import__('os')", "2^3^4^", "a$b", "\\input{x}", "((" * 80 + "1" + "))" * 80, "1" * 3000],
)  # fmt: skip
def test_what_is_no_formula_is_said(source: str) -> None:
    with pytest.raises(FormulaError):
        to_sympy(parse(source))


@pytest.mark.parametrize("source", ["10**10**10", "9^9^9^9", "99999!", "2^(10^9)", "1/0", "0^{-1}"])
def test_what_would_explode_is_refused(source: str) -> None:
    with pytest.raises(FormulaError):
        to_sympy(parse(source))


numbers = st.integers(0, 99).map(lambda n: parse(str(n)))
leaves = numbers | st.sampled_from("xya").map(Symbol)


def grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    small = st.integers(0, 4).map(lambda n: parse(str(n)))
    return st.one_of(
        st.builds(Binary, st.sampled_from("+-*"), inner, inner),
        st.builds(lambda b, e: Binary("^", b, e), inner, small),
        st.builds(lambda b, d: Binary("/", b, d), inner, st.integers(1, 9).map(lambda n: parse(str(n)))),
        st.builds(Negative, inner),
        st.builds(lambda b: Call("Abs", (b,)), inner),
        st.builds(lambda b: Call("sin", (b,)), inner),
    )


trees = st.recursive(leaves, grown, max_leaves=8)
POINT = {x: sp.Rational(7, 5), y: sp.Rational(-11, 3), a: sp.Rational(1, 7)}


def same(left: sp.Expr, right: sp.Expr) -> bool:
    difference = sp.sympify(left - right)
    if difference == 0:
        return True
    return bool(abs(difference.subs(POINT).evalf(40)) < sp.Float(10) ** -20)


@given(trees)
def test_python_source_means_the_same(tree: Node) -> None:
    names = {
        "x": x,
        "y": y,
        "a": a,
        "Abs": sp.Abs,
        "sin": sp.sin,
        "Rational": sp.Rational,
        "Integer": sp.Integer,
    }
    assert same(eval(to_python(tree), names), to_sympy(tree))


@given(trees)
def test_latex_reads_back_as_the_same(tree: Node) -> None:
    assert same(to_sympy(parse(to_latex(tree))), to_sympy(tree))


@given(st.text(max_size=60))
def test_any_text_is_a_formula_or_an_error(text: str) -> None:
    with contextlib.suppress(FormulaError):
        parse(text)


def test_no_float_comes_in() -> None:
    assert parse("0.1") == Number(sp.Rational(1, 10), "0.1")
    assert to_python(parse("1/3")) == "Rational(1, 3)"
    assert to_python(parse("3*(4+5)/9")) == "Rational(3*(4 + 5), 9)"
