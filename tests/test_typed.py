"""Formulas typed without delimiters: what is one, how it is written, and that nothing typed is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.prose import Formula
from solver.typed import typed_pieces
from solver.typed.finding import formulas
from solver.typed.tokens import tokens


def shown(text: str) -> str:
    """The text with its formulas in angle quotes."""
    return "".join(f"‹{p.tex}›" if isinstance(p, Formula) else p for p in typed_pieces(text))


SHOWN = [
    ("Find the vertex of the parabola y = x^2 - 4x + 3", "Find the vertex of the parabola ‹y=x^{2}-4x+3›"),
    ("1) x^2=4  2) (a) x^2-1=0", "1) ‹x^{2}=4›  2) (a) ‹x^{2}-1=0›"),
    ("a) 2x + 1 = 3, b) x/2 = 5", "a) ‹2x+1=3›, b) ‹x/2=5›"),
    ("integrate x*exp(-x^2) from 0 to 1", r"integrate ‹x\cdot \exp (-x^{2})› from 0 to 1"),
    ("int_0^1 x^2 dx", r"‹\int _{0}^{1}x^{2}dx›"),
    ("∫ x^2 cos(x) dx", r"‹\int x^{2}\cos (x)dx›"),
    (r"Simplify \frac{x + 1}{2} + \sqrt{2}.", r"Simplify ‹\frac{x + 1}{2}+\sqrt{2}›."),
    (r"\begin{cases} x+y=3 \\ x-y=1 \end{cases} 求x", r"‹\begin{cases} x+y=3 \\ x-y=1 \end{cases}› 求x"),
    ("已知x²＋2x－3＝0，求x的值（x>0）", "已知‹x^{2}+2x-3=0›，求‹x›的值‹(x>0)›"),
    ("(x^2-1)/(x+1) = 3", r"‹\frac{x^{2}-1}{x+1}=3›"),
    ("√3 + sqrt(x+1) + 2√5", r"‹\sqrt{3}+\sqrt{x+1}+2\sqrt{5}›"),
    ("lim x->0 sin(x)/x", r"‹\lim_{x\to 0} \sin (x)/x›"),
    ("lim(x->oo) (1+1/x)^x", r"‹\lim_{x\to \infty} (1+1/x)^{x}›"),
    ("Find dy/dx if y = x^2 e^x", "Find ‹dy/dx› if ‹y=x^{2}e^{x}›"),
    ("b^2-4ac >= 0", r"‹b^{2}-4ac\ge 0›"),
    ("AB = 5, and AB^2 in triangle ABC", "‹AB=5›, and ‹AB^{2}› in triangle ABC"),
    ("a = 7 cm, angle C = 60°", r"‹a=7› cm, angle ‹C=60^{\circ}›"),
    ("x = 1,000 + y", "‹x=1{,}000+y›"),
    ("f(x) = 3x, |x-3| < 5", "‹f(x)=3x›, ‹|x-3|<5›"),
    ("the inverse f^-1(x), 2^10", "the inverse ‹f^{-1}(x)›, ‹2^{10}›"),
    ("v = 3 m/s for 2 s", "‹v=3› m/s for 2 s"),
    ("Let $x$ be with x^2 = 2", "Let ‹x› be with ‹x^{2}=2›"),
    ("a*b, (x^2)^3", r"‹a\cdot b›, ‹(x^{2})^{3}›"),
    # text: nothing of it is surely a formula
    ("I have 3 apples and $5; a 5m rope costs 12% of $3-$4.", None),
    ("The x-axis, an e-mail, a T-shirt, N/A, w/o, C++, i.e. Q1", None),
    ("5 - 3 = 2 and 3 + 4 * 5, 2:3, 3/4", None),
    ("(2, 3) and ___ and A. B. C. D.", None),
    ("小明有98元，买了x本书，每本5元，速度60km/h", None),
    ("x^ and ^2, then ((", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SHOWN)
def test_shown(text: str, wanted: str | None) -> None:
    assert shown(text) == (wanted or text)


MADE = st.lists(
    st.sampled_from(
        ["x", "y^2", " ", "(", ")", "+", "-", "=", "2", "^", "sqrt", "√", "\\frac{1}{2}", "{", "}", "is", "求", "，", ",", "/", "\\", "|",
         "²", "!", "_", "lim", "->", "$", "\n", "abs", "dx", "∫", "<b>", "a"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(MADE | st.text(max_size=40))
def test_what_is_no_formula_stays_as_it_was_typed(text: str) -> None:
    place = 0
    for run in formulas(text):
        assert run[0].start >= place
        place = run[-1].end
    typed = [p for p in typed_pieces(text) if isinstance(p, str)]
    at = 0
    for part in typed:
        at = text.index(part, at) + len(part)


@given(MADE)
def test_every_number_and_letter_of_a_formula_is_in_its_latex(text: str) -> None:
    """Nothing is left out or added: the digits and letters stand in the same order."""
    for piece in typed_pieces(text):
        if isinstance(piece, Formula):
            assert piece.tex.count("{") == piece.tex.count("}")
    kept = "".join(p.tex if isinstance(p, Formula) else p for p in typed_pieces(text))
    assert re.findall(r"\d", kept.replace("²", "2")) == re.findall(r"\d", text.replace("²", "2"))


@given(st.text(max_size=60))
def test_tokens_cover_the_text(text: str) -> None:
    place = 0
    for token in tokens(text):
        assert text[place : token.start].strip(" \t\u00a0\u3000") == "" and token.end > token.start
        assert token.spaced == (token.start > place)
        place = token.end
    assert text[place:].strip(" \t\u00a0\u3000") == ""
