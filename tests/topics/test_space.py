"""Lines, planes and spheres in space."""

from __future__ import annotations

import pytest

from solver.topics.geometry.space import read
from solver.topics.geometry.space.typed import read as read_typed
from tests.topics.solved import assert_solved, is_declined

ONE = r"\begin{pmatrix} 1 \\ 0 \\ 2 \end{pmatrix} + t \begin{pmatrix} 1 \\ 2 \\ -1 \end{pmatrix}"
OTHER = r"\begin{pmatrix} 2 \\ 2 \\ 1 \end{pmatrix} + u \begin{pmatrix} 2 \\ 1 \\ 1 \end{pmatrix}"
COLUMN = r"\begin{pmatrix} 2 \\ 2 \\ 1 \end{pmatrix}"
SOLVED = (
    (rf"Find the intersection point of the lines defined by \[{ONE}\]and \[{OTHER}.\]", COLUMN, r"\begin{pmatrix} 1 \\ 0 \\ 2 \end{pmatrix}"),
    (rf"The lines defined by \[{ONE}\]and \[{OTHER}\]intersect at $P.$ Find the acute angle formed by the two lines at $P,$ in degrees.", "60", "120"),
    (r"Find the point of intersection of the line \[\frac{x - 1}{2} = \frac{y}{3} = \frac{z + 1}{4}\]and $x + y + z = 9.$", "(3, 3, 3)", "(1, 0, -1)"),
    (r"Find the distance from the point $(1,2,3)$ to the plane $2x - y + 2z = 0.$", "2", "6"),
    (r"Find the reflection of the point $(1,2,3)$ across the plane $x + y + z = 0.$", "(-3, -2, -1)", "(-1, 0, 1)"),
    (r"Find the foot of the perpendicular from the point $A = (3,1,2)$ to the line passing through $B = (0,0,0)$ and $C = (1,0,0).$", "(3, 0, 0)", "(0, 0, 0)"),
    (r"Find the volume of the tetrahedron whose vertices are $A = (0,0,0),$ $B = (2,0,0),$ $C = (0,3,0),$ and $D = (1,1,4).$", "4", "24"),
    (r"The graph of \[x^2 + y^2 + z^2 - 2x + 4y - 4 = 0\]is a sphere. Find the radius of the sphere.", "3", "9"),
    (r"Find the equation of the plane passing through the points $(-1,1,1)$, $(1,-1,1)$ and $(1,1,-1).$ Enter your answer in the form \[Ax + By + Cz + D = 0,\] where $A,$ $B,$ $C,$ $D$ are integers such that $A > 0$ and $\gcd(|A|,|B|,|C|,|D|) = 1.$", "x + y + z - 1=0", "2 x + 2 y + 2 z - 2=0"),
    (r"A plane passes through the points $(1,0,0)$, $(0,2,0)$ and $(0,0,3).$ Find the distance from the point $(1,2,3)$ to this plane.", r"\frac{12}{7}", r"\frac{6}{7}"),
)  # fmt: skip
TYPED = (
    ("Find the equation of the plane through (1/2,0,0), (0,2,0) and (0,0,3).", "12 x + 3 y + 2 z - 6=0", "6 x + 3 y + 2 z - 6=0"),
    ("Find the plane through (1,2,3) with normal vector (2,-1,4).", "2 x - y + 4 z - 12=0", "2 x - y + 4 z=0"),
    ("求过三点A(1,0,0)、B(0,2,0)、C(0,0,3)的平面方程，并求坐标原点到该平面的距离。", r"6 x + 3 y + 2 z - 6=0;\ \frac{6}{7}", r"6 x + 3 y + 2 z - 6=0;\ 1"),
    ("求点(1,2,3)到平面x+2y-2z+3=0的距离。", r"\frac{2}{3}", "2"),
)  # fmt: skip
NOT_TYPED = (
    "Find the equation of the plane through (1,0,0), (2,0,0) and (3,0,0).",
    "Find an equation of the plane through the point (1,2,3) parallel to the plane 2x - y + z = 3.",  # it lies in it
    "Find the equation of the plane through (1,0,0) and (0,2,0).",
    "求点(1,2,3)到平面x+2y-2z+3=0和z轴的距离。",
)
DECLINED = (
    rf"Find the intersection point of the lines defined by \[{ONE}\]and \[\begin{{pmatrix}} 5 \\ 2 \\ 1 \end{{pmatrix}} + u \begin{{pmatrix}} 2 \\ 1 \\ 1 \end{{pmatrix}}.\]",  # they do not meet
    rf"The lines defined by \[{ONE}\]and \[{OTHER}\]intersect at $P.$ Find the obtuse angle formed by the two lines at $P,$ in degrees.",
    r"Find the distance from the point $(1,2,3)$ to the plane $2x - y + az = 0.$",
    r"Find the distance from the point $(1,2,3)$ to the surface $2x - y + z^2 = 0.$",
    r"Find the volume of the tetrahedron whose vertices are $A = (0,0,0),$ $B = (2,0,0),$ and $C = (0,3,0).$",
    r"The graph of \[x^2 + y^2 + z^2 - 2x + 4y + 9 = 0\]is a sphere. Find the radius of the sphere.",
)  # fmt: skip


@pytest.mark.parametrize(("problem", "answer", "wrong"), SOLVED)
def test_solved(problem: str, answer: str, wrong: str) -> None:
    """The answer, proved by the check, which refutes another one."""
    assert_solved(read, problem, answer, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    """Nothing of that kind is there, or another question."""
    assert is_declined(read, problem)


@pytest.mark.parametrize(("problem", "answer", "wrong"), TYPED)
def test_solved_as_it_is_typed(problem: str, answer: str, wrong: str) -> None:
    """The same planes without marks around the formulas."""
    assert_solved(read_typed, problem, answer, wrong)


@pytest.mark.parametrize("problem", NOT_TYPED)
def test_declined_as_it_is_typed(problem: str) -> None:
    """No plane, or another question."""
    assert is_declined(read_typed, problem)
