"""Short kinds that are read clause by clause: endless roots, floors, moduli, rational and common roots, degrees, rules of parity."""

from __future__ import annotations

import pytest

from solver.topics.base import Reader
from solver.topics.equations.common_roots import read as common_roots
from solver.topics.equations.floor_equations import read as floors
from solver.topics.equations.rational_roots import read as rational_roots
from solver.topics.expressions.degrees import read as degrees
from solver.topics.expressions.endless import read as endless
from solver.topics.expressions.matched_forms import read as matched_forms
from solver.topics.expressions.moduli import read as moduli
from solver.topics.functions.parity_rules import read as parity_rules
from solver.topics.geometry.curve_kinds import read as curve_kinds
from tests.topics.solved import assert_solved, is_declined

SOLVED: tuple[tuple[Reader, str, str, str], ...] = (
    (endless, r"Find the value of $\sqrt{20-\!\sqrt{20-\!\sqrt{20-\cdots}}}$.", "4", "5"),
    (endless, r"If $\sqrt{x\cdot\!\sqrt{x\cdot\!\sqrt{x\cdots}}}=7$, find $x$.", "7", "49"),
    (endless, r"Compute $\frac{2}{1+\frac{2}{1+\frac{2}{1+\ldots}}}$.", "1", "2"),
    (floors, r"Find $x$ such that $\lfloor x \rfloor + 2x = 7.4$.", r"\frac{27}{10}", "2"),
    (floors, r"How many values of $r$ are there such that $\lceil r \rceil + r = 3$?", "0", "1"),
    (floors, r"Find the value of $x$ if $x$ is positive and $x\cdot\lfloor x\rfloor=10$.", r"\frac{10}{3}", "3"),
    (moduli, r"If $a$ and $b$ are complex numbers such that $|a| = 10$ and $|b| = 4,$ then find $\left| \frac{a}{b} \right|.$", r"\frac{5}{2}", "40"),
    (moduli, r"Suppose $z$ is a complex number such that $z^2 = 5 + 12i.$ Find $|z|.$", r"\sqrt{13}", "13"),
    (moduli, r"The complex numbers $a$ and $b$ satisfy \[a \overline{b} = 2 - 3i.\]Find $\overline{a} b.$", "2 + 3 i", "2 - 3 i"),
    (moduli, r"Let $z$ and $w$ be complex numbers such that $|z| = 3$ and $|w| = 8.$ Find the smallest possible value of $|z + w|.$", "5", "11"),
    (rational_roots, r"Find all the rational roots of $2x^3 - x^2 - 4x + 2 = 0.$ Enter all the rational roots, separated by commas.", r"\frac{1}{2}", "2"),
    (rational_roots, r"A polynomial with integer coefficients is of the form \[2x^3 + a_2 x^2 + a_1 x + 3 = 0.\]Find the number of possible rational roots of this polynomial.", "8", "4"),
    (common_roots, r"The polynomials $x^2 - 3x + b = 0$ and $x^2 + x - b = 0$ have a root in common. Enter all the possible values of this root, separated by commas.", r"0,\ 1", "0, 2"),
    (degrees, r"If $f(x)$ is a polynomial of degree 3, and $g(x)$ is a polynomial of degree 7, then what is the degree of polynomial $2f(x) - g(x)$?", "7", "3"),
    (degrees, r"If $p(t)$ and $q(t)$ are both fourth-degree polynomials in $t$, what is the degree of $p(t)\cdot q(t)$?", "8", "4"),
    (parity_rules, r'Let $f(x)$ be an even function, and let $g(x)$ be an odd function. Is $f(g(x))$ even, odd, or neither? Enter "odd", "even", or "neither".', r"\text{even}", r"\text{odd}"),
    (parity_rules, r'The product of two odd functions is always odd, even, or neither? Enter "odd", "even", or "neither".', r"\text{even}", r"\text{odd}"),
    (curve_kinds, r'Which type of conic section is described by the equation \[x^2 + 3y^2 = 4x + 7?\]Enter "C" for circle, "P" for parabola, "E" for ellipse, "H" for hyperbola, and "N" for none of the above.', "E", "C"),
    (curve_kinds, r"Determine if the graph of the equation below is a parabola, circle, ellipse, hyperbola, point, line, two lines, or empty. $x^2 - y^2 + 2x + 1 = 0$", r"\text{two lines}", r"\text{hyperbola}"),
    (curve_kinds, r"For real numbers $t,$ the point \[(x,y) = (2 \cos t, 3 \sin t)\]is plotted. All the plotted points lie on what kind of curve? (A) Line (B) Circle (C) Parabola (D) Ellipse (E) Hyperbola Enter the letter of the correct option.", "D", "B"),
    (curve_kinds, r"Find the curve defined by the equation \[r = 4 \cos \theta.\](A) Line (B) Circle (C) Parabola (D) Ellipse (E) Hyperbola Enter the letter of the correct option.", "B", "A"),
    (matched_forms, r"Find constants $A,$ $B,$ and $C$ so that \[\frac{2x^2 + 3}{x^3 - x} = \frac{A}{x} + \frac{B}{x - 1} + \frac{C}{x + 1}.\]Enter the ordered triple $(A,B,C).$", r"(-3, \frac{5}{2}, \frac{5}{2})", "(3, 1, 1)"),
    (matched_forms, r"The expression $3z^2+10z+8$ can be written as $(z + a)(3z + b),$ where $a$ and $b$ are integers. What is $a - b$?", "-2", "2"),
)  # fmt: skip
DECLINED: tuple[tuple[Reader, str], ...] = (
    (endless, r"Find the value of $\sqrt{1+\sqrt{2+\sqrt{3+\cdots}}}$."),
    (endless, r"If $\sqrt{x+\sqrt{x+\sqrt{x+\cdots}}}=9$, find $x^2 + y$."),
    (endless, r"Find the value of $\frac{1}{0-\frac{1}{0-\frac{1}{0-\cdots}}}$."),
    (floors, r"Find $x$ such that $\lfloor 2x \rfloor + x = 7.4$."),
    (floors, r"Find $x$ such that $\lfloor x \rfloor + \lceil x \rceil = 7$."),  # a whole interval
    (floors, r"Find $x$ such that $\lfloor x \rfloor + x < 7.4$."),
    (moduli, r"If $a$ and $b$ are complex numbers such that $|a| = 10$ and $|b| = 4,$ then find $|a + b|.$"),
    (moduli, r"Suppose $z$ is a complex number such that $z^2 + z = 5 + 12i.$ Find $|z|.$"),
    (moduli, r"The complex numbers $a$ and $b$ satisfy \[a \overline{b} = 2 - 3i.\]Find $a + b.$"),
    (rational_roots, r"Find the sum of all the rational roots of $2x^3 - x^2 - 4x + 2 = 0.$"),
    (rational_roots, r"Find all the irrational roots of $2x^3 - x^2 - 4x + 2 = 0.$"),
    (common_roots, r"The polynomials $x^2 - 3x + b = 0$ and $x^2 + x - b = 0$ have no root in common. Enter all the possible values of this root."),
    (common_roots, r"The polynomials $x^2 - 3x + b = 0$ and $x^2 + x - c = 0$ have a root in common. Enter all the possible values of this root."),
    (degrees, r"If $f(x)$ is a polynomial of degree 7, and $g(x)$ is a polynomial of degree 7, then what is the degree of polynomial $f(x) + g(x)$?"),
    (degrees, r"If $f(x)$ is a polynomial of degree at most 3, and $g(x)$ is a polynomial of degree 7, then what is the degree of polynomial $f(x)g(x)$?"),
    (parity_rules, r'Let $f(x)$ be an even function, and let $g(x)$ be an odd function. Is $f(x) + g(x)$ even, odd, or neither?'),
    (parity_rules, r'Let $f(x)$ be an odd function. Is $g(f(x))$ even, odd, or neither?'),
    (curve_kinds, r"For real numbers $t,$ the point \[(x,y) = (\cos t, \sin 3t)\]is plotted. All the plotted points lie on what kind of curve? (A) Line (B) Circle (C) Parabola (D) Ellipse (E) Hyperbola Enter the letter of the correct option."),
    (curve_kinds, r"Which type of conic section is described by the equation \[x^2 + ay^2 = 4x + 7?\]"),
    (matched_forms, r"Find constants $A$ and $B$ such that \[\frac{2x^2 + 3}{x^3 - x} = \frac{A}{x} + \frac{B}{x - 1}.\]Enter the ordered pair $(A,B).$"),  # there are none
    (matched_forms, r"The expression $z^2+6z+8$ can be written as $(z + a)(z + b),$ where $a$ and $b$ are integers. What is $a - b$?"),  # either way round
)  # fmt: skip


@pytest.mark.parametrize(("reader", "problem", "answer", "wrong"), SOLVED)
def test_solved(reader: Reader, problem: str, answer: str, wrong: str) -> None:
    """The answer, proved by the check, which refutes another one."""
    assert_solved(reader, problem, answer, wrong)


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_declined(reader: Reader, problem: str) -> None:
    """Near, and another question."""
    assert is_declined(reader, problem)
