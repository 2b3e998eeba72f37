"""Problems of solver.topics.geometry.conics: read whole, solved exactly, checked by the definitions; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from solver.topics.geometry.conics import read
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, reading, solve, verdict

CASES = [
    ("Find the foci of the ellipse x^2/25 + y^2/16 = 1.", "(-3, 0),\\ (3, 0)", "(-4, 0), (4, 0)"),
    ("Find the eccentricity of the ellipse 9x^2 + 25y^2 = 225.", r"\frac{4}{5}", r"\frac{3}{5}"),
    ("Find the lengths of the major and minor axes of the ellipse x^2/49 + y^2/36 = 1.", r"14,\ 12", r"12,\ 14"),
    ("What is the length of the major axis of 4x^2 + 9y^2 = 36?", "6", "3"),
    ("Find the center, vertices and foci of the hyperbola 9x^2 - 16y^2 - 18x + 64y - 199 = 0.", r"(1, 2),\ (-3, 2),\ (5, 2),\ (-4, 2),\ (6, 2)", "(1, 2), (-3, 2), (5, 2), (-2, 2), (4, 2)"),
    (r"Find the equations of the asymptotes of the hyperbola $\frac{y^2}{9} - \frac{x^2}{4} = 1$.", r"y=- \frac{3 x}{2},\ y=\frac{3 x}{2}", r"y=\pm\frac{2}{3}x"),
    ("Find the directrices of the ellipse x^2/25 + y^2/9 = 1.", r"x=- \frac{25}{4},\ x=\frac{25}{4}", r"y=- \frac{25}{4},\ y=\frac{25}{4}"),
    ("Find the distance between the foci of the hyperbola x^2/9 - y^2/16 = 1.", "10", "5"),
    ("Find the co-vertices of the ellipse x^2/4 + y^2/9 = 1.", r"(-2, 0),\ (2, 0)", r"(0, -3),\ (0, 3)"),
    ("Find the length of the latus rectum of the ellipse x^2/16 + y^2/4 = 1.", "2", "4"),
    ("What is the area of the ellipse 9x^2 + 4y^2 = 36?", r"6 \pi", r"36 \pi"),
    ("Write the equation of the ellipse 4x^2 + y^2 - 8x + 4y - 8 = 0 in standard form.", r"\frac{\left(x - 1\right)^2}{4}+\frac{\left(y + 2\right)^2}{16}=1", r"\frac{(x+1)^2}{4}+\frac{(y-2)^2}{16}=1"),
    ("What type of conic is x^2 - 4y + 2x = 7?", r"\text{parabola}", r"\text{ellipse}"),
    ("Classify the conic 3x^2 + 3y^2 - 6x = 9.", r"\text{circle}", r"\text{ellipse}"),
    ("Find the center and type of the conic 4x^2 + 9y^2 - 16x + 18y - 11 = 0.", r"(2, -1),\ \text{ellipse}", r"(-2, 1),\ \text{ellipse}"),
    ("Find the equation of the ellipse with foci (0, ±3) and vertices (0, ±5).", r"\frac{x^2}{16}+\frac{y^2}{25}=1", r"\frac{x^2}{25}+\frac{y^2}{16}=1"),
    ("Find an equation of the hyperbola with vertices (±2, 0) and asymptotes y = ±3x.", r"\frac{x^2}{4}-\frac{y^2}{36}=1", r"\frac{x^2}{4}-\frac{y^2}{9}=1"),
    ("Find the equation of the hyperbola centered at the origin with a vertex at (0, 4) and eccentricity 5/4.", r"\frac{y^2}{16}-\frac{x^2}{9}=1", r"\frac{x^2}{16}-\frac{y^2}{9}=1"),
    ("Find the equation of the ellipse with foci at (1, 2) and (7, 2) and major axis of length 10.", r"\frac{\left(x - 4\right)^2}{25}+\frac{\left(y - 2\right)^2}{16}=1", r"\frac{(x-4)^2}{16}+\frac{(y-2)^2}{25}=1"),
    ("An ellipse centered at the origin has foci on the x-axis, a = 6 and eccentricity 1/2. Find its equation.", r"\frac{x^2}{36}+\frac{y^2}{27}=1", r"\frac{x^2}{36}+\frac{y^2}{9}=1"),
    ("Find the eccentricity of an ellipse with major axis of length 10 and minor axis of length 6.", r"\frac{4}{5}", r"\frac{3}{5}"),
    ("求椭圆x^2/25+y^2/16=1的焦点坐标和离心率", r"(-3, 0),\ (3, 0),\ \frac{3}{5}", r"(-3, 0),\ (3, 0),\ \frac{4}{5}"),
    ("求双曲线9y^2-16x^2=144的实轴长、虚轴长和渐近线方程", r"8,\ 6,\ y=- \frac{4 x}{3},\ y=\frac{4 x}{3}", r"6,\ 8,\ y=\pm\frac{4}{3}x"),
    ("求椭圆4x²+9y²=36的长轴长、短轴长、焦点坐标、顶点坐标", r"6,\ 4,\ (- \sqrt{5}, 0),\ (\sqrt{5}, 0),\ (-3, 0),\ (3, 0),\ (0, -2),\ (0, 2)", r"6,\ 4,\ (- \sqrt{5}, 0),\ (\sqrt{5}, 0),\ (-3, 0),\ (3, 0),\ (0, -2),\ (2, 0)"),
    (r"双曲线$\frac{x^2}{9}-\frac{y^2}{16}=1$的离心率为____", r"\frac{5}{3}", r"\frac{4}{3}"),
    ("椭圆x^2/16+y^2/7=1的焦距是多少", "6", "3"),
    (r"求双曲线$\frac{y^2}{16}-\frac{x^2}{9}=1$的准线方程", r"y=- \frac{16}{5},\ y=\frac{16}{5}", r"x=\pm\frac{16}{5}"),
    ("方程x^2-4y^2+2x+8y-7=0表示什么曲线", r"\text{双曲线}", r"\text{椭圆}"),
    ("已知椭圆的焦点为(±4,0),长轴长为10,求椭圆的标准方程", r"\frac{x^2}{25}+\frac{y^2}{9}=1", r"\frac{x^2}{100}+\frac{y^2}{84}=1"),
    ("求焦点为F1(-3,0),F2(3,0)且经过点(0,4)的椭圆的标准方程", r"\frac{x^2}{25}+\frac{y^2}{16}=1", r"\frac{x^2}{16}+\frac{y^2}{7}=1"),
    ("求长轴长为10,离心率为3/5的椭圆的标准方程", r"\frac{x^2}{25}+\frac{y^2}{16}=1\ \text{或}\ \frac{x^2}{16}+\frac{y^2}{25}=1", r"\frac{x^2}{25}+\frac{y^2}{16}=1,\ \frac{x^2}{25}+\frac{y^2}{9}=1"),
    ("求经过两点(2,0)和(1,√3/2)的椭圆的标准方程", r"\frac{x^2}{4}+y^2=1", r"\frac{x^2}{4}+\frac{y^2}{2}=1"),
    (r"已知双曲线的渐近线方程为$y=\pm\frac{3}{4}x$,且经过点$(4\sqrt{2},3)$,求双曲线的标准方程", r"\frac{x^2}{16}-\frac{y^2}{9}=1", r"\frac{x^2}{9}-\frac{y^2}{16}=1"),
    ("已知双曲线的右焦点为F(5,0),一条渐近线方程为4x-3y=0,求双曲线的标准方程", r"\frac{x^2}{9}-\frac{y^2}{16}=1", r"\frac{x^2}{16}-\frac{y^2}{9}=1"),
    ("中心在原点,焦点在y轴上,焦距为6,长轴长为10的椭圆的标准方程是", r"\frac{x^2}{16}+\frac{y^2}{25}=1", r"\frac{x^2}{25}+\frac{y^2}{16}=1"),
    ("椭圆的长轴长是短轴长的2倍,焦点在x轴上,且过点(4,0),求椭圆的标准方程", r"\frac{x^2}{16}+\frac{y^2}{4}=1", r"\frac{x^2}{16}+\frac{y^2}{64}=1"),
    ("求过点(3,1)的等轴双曲线的标准方程", r"\frac{x^2}{8}-\frac{y^2}{8}=1", r"\frac{y^2}{8}-\frac{x^2}{8}=1"),
    ("双曲线$\\frac{x^2}{a^2}-\\frac{y^2}{b^2}=1(a>0,b>0)$的离心率为2,则其渐近线方程为____", r"y=- \sqrt{3} x,\ y=\sqrt{3} x", r"y=\pm\frac{\sqrt{3}}{3}x"),
    ("已知椭圆C:x^2/a^2+y^2/b^2=1(a>b>0)的离心率为1/2,且过点(2,3),求椭圆的标准方程", r"\frac{x^2}{16}+\frac{y^2}{12}=1", r"\frac{x^2}{12}+\frac{y^2}{16}=1"),
    ("Find the eccentricity of the hyperbola with foci on the x-axis and asymptotes y = ±(3/4)x.", r"\frac{5}{4}", r"\frac{5}{3}"),
    ("设F1,F2是椭圆x²/a²+y²/b²=1(a>b>0)的左、右焦点，B为短轴的一个端点，若∠F1BF2=120°，则椭圆的离心率为____。", r"\frac{\sqrt{3}}{2}", r"\frac{1}{2}"),
    ("若椭圆的短轴端点与两焦点构成等边三角形，则椭圆的离心率为____。", r"\frac{1}{2}", r"\frac{\sqrt{3}}{2}"),
    ("椭圆的一个短轴端点与两个焦点构成正三角形,且焦距为4,焦点在x轴上,求椭圆的标准方程", r"\frac{x^2}{16}+\frac{y^2}{12}=1", r"\frac{x^2}{16}+\frac{y^2}{4}=1"),
    ("If one end of the minor axis and the two foci of an ellipse form an equilateral triangle, find the eccentricity.", r"\frac{1}{2}", r"\frac{1}{3}"),
    ("已知双曲线的两条渐近线互相垂直，则双曲线的离心率为____。", r"\sqrt{2}", "2"),
    ("已知椭圆上一点到两焦点的距离之和为10，焦距为6，求椭圆的标准方程（焦点在x轴上）。", r"\frac{x^2}{25}+\frac{y^2}{16}=1", r"\frac{x^2}{100}+\frac{y^2}{91}=1"),
    ("双曲线上任意一点到两焦点的距离之差的绝对值为6，焦距为10，焦点在x轴上，求双曲线的标准方程。", r"\frac{x^2}{9}-\frac{y^2}{16}=1", r"\frac{x^2}{36}-\frac{y^2}{64}=1"),
    ("The sum of the distances from any point on an ellipse to its foci is 10 and the distance between the foci is 6. Find the eccentricity.", r"\frac{3}{5}", r"\frac{4}{5}"),
    ("已知双曲线C的焦距为10，点P(2,1)在C的渐近线上，且焦点在x轴，则C的方程为____", r"\frac{x^2}{20}-\frac{y^2}{5}=1", r"\frac{x^2}{5}-\frac{y^2}{20}=1"),
    ("以(±3,0)为焦点,短轴长为8的椭圆的方程和离心率", r"\frac{x^2}{25}+\frac{y^2}{16}=1,\ \frac{3}{5}", r"\frac{x^2}{25}+\frac{y^2}{16}=1,\ \frac{4}{5}"),
]  # fmt: skip
DECLINED = [
    "Find the coordinates of one of the foci of the hyperbola x^2/4 - y^2 = 1.",
    "Find the foci of the ellipse x^2 + y^2 = 4.",
    "Find the asymptotes of the ellipse x^2/4 + y^2 = 1.",
    "Find the length of the transverse axis of the ellipse x^2/4 + y^2 = 1.",
    "Find the foci of the hyperbola x^2/4 + y^2 = 1.",
    "Find the foci of the ellipse x^2/m + y^2/4 = 1.",
    "Find the center of the ellipse x^2 + 2y^2 + 3 = 0.",
    "Find the eccentricity of the hyperbola x^2 - y^2 = 0.",
    "Find the foci of the ellipse x^2 + xy + y^2 = 1.",
    "Find the equation of the tangent to the ellipse x^2/4 + y^2 = 1 at (0, 1).",
    "Find the equation of the ellipse with foci (±3, 0).",
    "Find the equation of the ellipse with foci (±3, 0) and major axis of length 4.",
    "Find the equation of the ellipse with vertices (±5, 0) and foci (0, ±3).",
    "Find the equation of the ellipse with a vertex at (5, 0) and a focus at (3, 0).",
    "Find the foci of the ellipse x^2/4 + y^2 = 1 and of the hyperbola x^2/4 - y^2 = 1.",
    "Find the foci of the ellipse x^2/4 + y^2 = 1 and the red line.",
    "求椭圆x^2/25+y^2/9=1的右焦点坐标",
    "求椭圆x^2/25+y^2/9=1上一点P到右焦点的距离的最大值",
    "求与椭圆x^2/25+y^2/9=1有相同焦点的双曲线的方程",
    "直线y=x+1与椭圆x^2/4+y^2=1相交,求弦长",
    "若椭圆x^2/m+y^2/4=1的焦距为2,求m的值",
    "求离心率为1/2的椭圆的标准方程",
    "若双曲线的短轴端点与两焦点构成等边三角形，则离心率为____。",
    "椭圆的短轴端点与两焦点构成三角形，求离心率",
    "双曲线的渐近线夹角为60°,求离心率",
    "B为椭圆短轴的一个端点，∠F1BF2=180°，求椭圆的离心率",
    "求双曲线的离心率",
    "求双曲线x^2/4-y^2=1的实轴所在直线的方程",
    "Find the equation of the major axis of the ellipse x^2/9 + y^2/4 = 1.",
    "已知椭圆x^2/a^2+y^2/b^2=1的焦距为2,长轴长为4,求椭圆的方程",
    "双曲线的渐近线方程为y=±2x,求离心率",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, wrong) is False
    assert verdict(task, answer) is True


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("Find the foci of the ellipse x^2/25 + y^2/16 = 1.", r"(\pm 3, 0)"),
        ("Find the foci of the ellipse x^2/25 + y^2/16 = 1.", r"(3, 0) \text{ and } (-3, 0)"),
        ("Find the asymptotes of the hyperbola x^2/4 - y^2/9 = 1.", r"y = \pm\frac{3}{2}x"),
        ("Find the asymptotes of the hyperbola x^2/4 - y^2/9 = 1.", r"3x \pm 2y = 0"),
        ("Find the eccentricity of the ellipse x^2/25 + y^2/16 = 1.", "e = 0.6"),
        ("已知椭圆的焦点为(±4,0),长轴长为10,求椭圆的标准方程", "9x^2+25y^2=225"),
    ],
)
def test_other_ways_to_write_the_answer_are_proved(problem: str, answer: str) -> None:
    assert verdict(reading(read, problem), answer) is True


@pytest.mark.parametrize("problem", [CASES[0][0], CASES[4][0], CASES[5][0]])
def test_the_figure_is_drawn(problem: str) -> None:
    plot = solve(read, problem)[0].solution().plot
    assert plot is not None
    compile(plot, "plot", "exec")


small = st.integers(-6, 6)
size = st.integers(1, 9)


@settings(max_examples=25, deadline=None)
@given(small, small, size, size, st.sampled_from([1, -1]), st.sampled_from([1, 3, -2]), st.booleans())
def test_an_expanded_equation_gives_its_foci_back(
    h: int, k: int, p: int, q: int, sign: int, factor: int, zh: bool
) -> None:
    assume(sign < 0 or p != q)
    x, y = sp.symbols("x y")
    curve = sp.expand(factor * (q**2 * (x - h) ** 2 + sign * p**2 * (y - k) ** 2 - p**2 * q**2))
    source = sp.sstr(curve).replace("**", "^")
    name = ("双曲线" if sign < 0 else "椭圆") if zh else ("hyperbola" if sign < 0 else "ellipse")
    problem = (
        f"求{name}{source}=0的中心和焦点坐标"
        if zh
        else f"Find the center and the foci of the {name} {source} = 0."
    )
    task, answer, found = solve(read, problem)
    c = sp.sqrt(abs(p**2 - sign * q**2))
    level = sign < 0 or p > q
    expected = [(h - c, k), (h + c, k)] if level else [(h, k - c), (h, k + c)]
    assert found[0] == (h, k)
    assert all(
        sp.simplify(u - v) == 0
        for one, two in zip(found[1], expected, strict=True)
        for u, v in zip(one, two, strict=True)
    )
    assert verdict(task, answer) is True
    assert verdict(task, answer.replace(f"({h}, {k})", f"({h + 1}, {k})", 1)) is False


@settings(max_examples=20, deadline=None)
@given(size, size, st.booleans(), st.booleans())
def test_foci_and_axis_give_the_equation_back(c: int, more: int, level: bool, zh: bool) -> None:
    a = c + more
    foci = f"({c},0)和(-{c},0)" if level else f"(0,{c})和(0,-{c})"
    problem = (
        f"已知椭圆的两个焦点为{foci},长轴长为{2 * a},求椭圆的标准方程"
        if zh
        else f"Find the equation of the ellipse with foci {foci.replace('和', ' and ')} and major axis of length {2 * a}."
    )
    task, answer, found = solve(read, problem)
    x, y = sp.symbols("x y")
    b2 = a**2 - c**2
    assert found == sp.Eq(x**2 / a**2 + y**2 / b2 if level else x**2 / b2 + y**2 / a**2, 1)
    assert verdict(task, answer) is True
    other = (
        rf"\frac{{x^2}}{{{b2}}}+\frac{{y^2}}{{{a**2}}}=1"
        if level
        else rf"\frac{{x^2}}{{{a**2}}}+\frac{{y^2}}{{{b2}}}=1"
    )
    assert verdict(task, other) is False


@settings(max_examples=20, deadline=None)
@given(size, size, st.booleans(), st.integers(2, 5))
def test_a_hyperbola_by_asymptotes_and_a_point_goes_through_the_point(
    p: int, q: int, level: bool, stretch: int
) -> None:
    u, v = (stretch * p, q) if level else (p, stretch * q)
    task, answer, found = solve(read, f"求渐近线方程为y=±({q}/{p})x,且过点({u},{v})的双曲线的标准方程")
    assert found.lhs.subs({"x": u, "y": v}) == 1
    assert verdict(task, answer) is True
    assert run_cell(task.solution().cell) is not None
