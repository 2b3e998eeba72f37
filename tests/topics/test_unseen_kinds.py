"""Questions of the kinds that are no stories, in wordings that were missing: solved, proved, wrong answers refused; near ones declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import value_of, values_in
from solver.ports import Problem
from solver.topics import read
from solver.topics.base import Unread
from tests.topics.run_cell import run_cell
from tests.topics.solved import verdict

R, r2, r3, r6 = sp.Rational, sp.sqrt(2), sp.sqrt(3), sp.sqrt(6)


def solve(question: str) -> tuple[object, str]:
    """The task that any topic reads, and its answer."""
    chinese = any("\u3400" <= c <= "\u9fff" for c in question)
    task = read(Problem(question, "zh" if chinese else "en"))
    assert not isinstance(task, Unread), task.fragments
    solution = task.solution()
    assert solution.steps and all("None" not in step for step in solution.steps)
    conclusion = task.conclude(value_of(str(run_cell(solution.cell))))
    assert conclusion is not None
    return task, conclusion.answer


def is_declined(question: str) -> bool:
    chinese = any("\u3400" <= c <= "\u9fff" for c in question)
    return isinstance(read(Problem(question, "zh" if chinese else "en")), Unread)


VALUES = [
    # triangles
    ("In a right triangle, the hypotenuse is three times the shorter leg. Find the tangent of the smallest angle.", r2 / 4),
    ("一个直角三角形的斜边是一条直角边的2倍，求最小锐角的余弦值", r3 / 2),
    ("The angles of a triangle are in the ratio 1:2:3. What is the sum of the sines of its three angles?", (3 + r3) / 2),
    ("三角形三个内角成等差数列，求中间角的正切值", r3),
    ("三角形三边的比为1:√3:2，求最小角的正切值", r3 / 3),
    ("A triangle's sides are in the ratio 5:12:13. Let A be its smallest angle. Find sin 2A.", R(120, 169)),
    ("In equilateral triangle PQR, S is the midpoint of QR. Find cos ∠QPS.", r3 / 2),
    ("在△ABC中，AB=AC，∠A=120°，AD⊥BC于点D，求sin∠BAD", r3 / 2),
    ("如图，在Rt△ABC中，∠ACB=90°，CD⊥AB于D，AC=5，BC=12，求sin∠ACD", R(5, 13)),
    ("In triangle ABC, sin A : sin B : sin C = 7 : 8 : 13. Find the cosine of the largest angle.", R(-1, 2)),
    ("In an acute triangle ABC, sin A = 5/13. Find tan A.", R(5, 12)),
    ("Two angles of a triangle are 15° and 45°. Find the sine of the third angle.", r3 / 2),
    ("在△ABC中，角A，B，C的对边分别为a，b，c，已知b=1，c=√3，A=30°，求a", 1),
    ("In triangle ABC, ∠B = 60°, AB = 5, BC = 8. Find AC.", 7),
    ("In triangle DEF we have DE = 13, EF = 14 and DF = 15. Find the area of the triangle.", 84),
    ("若A、B是等边三角形ABC的两个内角，则cos(A+B)=", R(-1, 2)),
    ("Evaluate sin(A + B) where A and B are angles of an equilateral triangle.", r3 / 2),
    # divisors and identities
    ("Find k if (x - 2)^2 divides x^3 - 3x^2 + k.", 4),
    ("多项式x^3+ax^2-4x+b能被x^2-4整除且a=3，求b", None),
    ("If x^4 + px^2 + q is divisible by x^2 - 3x + 2, find p + q.", -1),
    ("多项式x^3+kx+3除以x^2-1的余式为5x+3，求k", 4),
    ("不论x取何值，等式(x+a)(x-2)=x^2+3x-10都成立，求a", 5),
    # parabolas
    ("A parabola has its vertex at (2, -3) and goes through the point (4, 5). Find the y-coordinate of the point where it cuts the y-axis.", 5),
    ("二次函数 $y=-x^2+4x+k$ 在 $0\\le x\\le 5$ 时的最大值为9，求它在这个范围内的最小值。", 0),
    ("For which value of x does y = 3x^2 - 12x + 5 reach its smallest value?", 2),
    ("The minimum of f(x) = x^2 - 2x + c on [0, 4] is 3. Find the maximum of f on that interval.", 12),
    # arithmetic
    ("By how much is 3 to the power 20 greater than 2 to the power 30?", 3**20 - 2**30),
    ("Take 7/12 away from the sum of 3/4 and 5/6.", 1),
    ("876543210减去123456789，再乘以3，结果是多少？", (876543210 - 123456789) * 3),
    ("5/6与1/4的和除以它们的差，商是多少", R(13, 7)),
    # sequences
    ("The seventh term of an arithmetic sequence is three times the second term and the first term is 4. Find the common difference.", R(8, 3)),
    ("等比数列{an}中，a1=5，q=3，Sn=605，求n", 5),
    # complex numbers
    ("For what real m is the complex number (m^2 - 9) + (m + 3)i purely imaginary?", 3),
    ("For which real number k is (k + 3i)(2 - i) a real number?", 6),
    ("i是虚数单位，计算 i+i^2+i^3+…+i^{21}", sp.I),
    ("复数z满足|z-3-4i|=2，则|z|的最大值为", 7),
    ("If |z| = 1, find the minimum value of |z - 3i|.", 2),
    ("If z = a + bi with a, b real and z(1 + 2i) = 5, find a + b.", -1),
    # binomials
    ("二项式(x^2-1/x)^n的展开式中第7项是常数项，求n", 9),
    ("The fourth term in the expansion of (x + 1/x)^n is constant. Find n.", 6),
    ("若(2x-1)^5=a5x^5+a4x^4+…+a1x+a0，求a5+a4+…+a1", 2),
    # systems
    ("For which value of m does the system x + my = 3, 4x + 8y = 12 have infinitely many solutions?", 2),
    ("求方程组2x+3y=1，4x-y=5的系数行列式的值", -14),
    # integrals
    ("Let I = ∫_0^1 3x^2 dx. Find I.", 1),
    ("If f(x) = ∫_1^x (4t - 1) dt, find f(2).", 5),
    ("By substituting u = x^2, evaluate ∫_0^1 2x e^{x^2} dx.", sp.E - 1),
    # sums of non-negative terms
    ("The square of (m - 5) and the absolute value of (n + 8) are opposite numbers. Find m + n.", -3),
    ("若|a-7|+(b-2)²=0，求代数式a²-ab+b的值", 37),
]  # fmt: skip


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("question", "value"), VALUES)
def test_values(question: str, value: object) -> None:
    if value is None:  # what is given contradicts or says too much
        assert is_declined(question)
        return
    task, answer = solve(question)
    found = values_in(answer)
    assert found is not None and len(found) == 1
    shown = found[0].subs(sp.Symbol("i"), sp.I)
    assert sp.simplify(shown - value) == 0, answer
    assert verdict(task, answer) is True
    assert verdict(task, sp.latex(sp.sympify(value) + 1)) is not True


ANSWERS = [
    ("Given that x^3 + ax^2 + bx + 8 is divisible by x^2 + x - 2, find a and b.", r"a=-3,\ b=-6", r"a=3,\ b=-6"),
    ("若多项式x^3+ax+b除以x^2-4的余式为x+1，求a,b", r"a=-3,\ b=1", r"a=-3,\ b=2"),
    ("Express $3x^2 + 2x - 4$ in the form $A(x-1)(x+1) + B(x-1) + C$.", r"A=3,\ B=2,\ C=1", r"A=3,\ B=2,\ C=0"),
    ("已知y=√(x-6)+√(6-x)+3，则x+y的平方根是", r"3,\ -3", r"3,\ 3"),
    ("Find both square roots of 8 - 6i.", r"3-i,\ -3+i", r"3+i,\ -3-i"),
    ("Express 1 + i in polar form.", r"\sqrt{2}(\cos(\frac{\pi}{4})+i\sin(\frac{\pi}{4}))", r"2(\cos(\frac{\pi}{4})+i\sin(\frac{\pi}{4}))"),
    ("Solve AX = B where A = [[1, 2], [3, 7]] and B = [[5], [16]].", r"\begin{pmatrix}3\\1\end{pmatrix}", r"\begin{pmatrix}1\\3\end{pmatrix}"),
    ("写出方程组3x+2y=5，x-4y=3的增广矩阵", r"\begin{pmatrix}3&2&5\\1&-4&3\end{pmatrix}", r"\begin{pmatrix}3&2\\1&-4\end{pmatrix}"),
    ("Solve the 2x2 system x + y = 5, x - y = 1.", r"x=3,\ y=2", r"x=2,\ y=3"),
    ("在△ABC中，a²=b²+c²+bc，求角A", r"120^{\circ}", r"60^{\circ}"),
    ("At which point does the graph of f(x) = x^2 - 8x + 20 reach its lowest value?", "(4, 4)", "(4, 5)"),
    ("复数 $z$ 满足 $|z|=3$，则 $|z-3+4i|$ 的最大值和最小值分别是多少？", r"8,\ 2", r"2,\ 8"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "right", "wrong"), ANSWERS)
def test_answers(question: str, right: str, wrong: str) -> None:
    task, answer = solve(question)
    assert verdict(task, answer) is True
    assert verdict(task, right) is True
    assert verdict(task, wrong) is not True


DECLINED = [
    "In triangle ABC, sin A = 1/2. Find A.",  # two angles
    "在△ABC中，a²=b²+c²+3bc，求角A",  # no triangle
    "In a right triangle, the hypotenuse is half of the shorter leg. Find the sine of the smallest angle.",
    "在Rt△ABC中，∠C=90°，AD⊥BC，求sin∠BAD",  # no foot inside
    "已知△ABC为正三角形，D是BC的中点，求AD的长",
    "Find a if x^3 + ax^2 + bx + 6 is divisible by x^2 - x - 2 and leaves remainder.",
    "Express 2x^2 + 5x - 1 in the form A(x-1)(x+2) + B(x-1).",
    "Write the augmented matrix.",
    "Solve AX = B where A = [[1, 2], [2, 4]] and B = [[5], [16]].",
    "二项式(1+x)^n的展开式中第5项是常数项，求n",
    "Find the maximum of |z|.",
    "Find the cube roots of 8 - 6i.",
]


@pytest.mark.parametrize("question", DECLINED)
def test_declined(question: str) -> None:
    assert is_declined(question)


small = st.integers(-5, 5)


@settings(max_examples=8, deadline=None)
@given(small, small, st.integers(-4, 4).filter(bool))
def test_what_a_product_divides_is_found_again(p: int, q: int, r: int) -> None:
    if len({p, q, r}) < 3:
        return
    x = sp.Symbol("x")
    whole = sp.Poly((x - p) * (x - q) * (x - r), x)
    divisor = sp.Poly((x - p) * (x - q), x)
    _, b, c, d = whole.all_coeffs()
    if c == 0 or d == 0:
        return
    shown = sp.sstr(divisor.as_expr()).replace("**", "^").replace("*", "")
    task, answer = solve(
        f"Given that x^3 + ax^2 + bx {'+' if d > 0 else '-'} {abs(d)} is divisible by {shown}, find a + b."
    )
    values = values_in(answer)
    assert values is not None and values[0] == b + c
    assert verdict(task, answer) is True
