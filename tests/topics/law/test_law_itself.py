"""The law calls planted false steps false in each form, and lets the true ones pass."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.topics.law.judging import judge

FORMS = [
    # steps, their answer, the same with one thing wrong
    pytest.param([r"\(3+4\times 5=23\)"], "", [r"\(3+4\times 5=35\)"], id="a sum"),
    pytest.param([r"\[2(x-3)=2x-6\]"], "2x-6", [r"\[2(x-3)=2x-3\]"], id="an identity"),
    pytest.param(["3 × 4 = 12 元"], "", ["3 × 4 = 13 元"], id="in words"),
    pytest.param([r"一共：\[256+378=634\text{（本）}\]"], "", [r"一共：\[256+378=624\text{（本）}\]"], id="with a unit"),
    pytest.param([r"\(\frac{2}{3}\approx 0.667\)"], "", [r"\(\frac{2}{3}\approx 0.66\)"], id="rounded"),
    pytest.param([r"\(38\equiv 3 \pmod{7}\)"], "", [r"\(38\equiv 4 \pmod{7}\)"], id="congruent"),
    pytest.param([r"\(-\frac{1}{2}<-\frac{1}{3}\le 0\)"], "", [r"\(-\frac{1}{3}<-\frac{1}{2}\le 0\)"], id="an order"),
    pytest.param([r"\(\frac{d}{dx}x^3=3x^2\)"], "", [r"\(\frac{d}{dx}x^3=2x^2\)"], id="a derivative"),
    pytest.param([r"\[\left(x^2\sin x\right)'=2x\sin x+x^2\cos x\]"], "", [r"\[\left(x^2\sin x\right)'=2x\cos x\]"], id="a primed derivative"),
    pytest.param([r"\[\int 2x\,dx=x^2+5\]"], "", [r"\[\int 2x\,dx=2x^2\]"], id="an integral"),
    pytest.param([r"\[\int_0^3 x^2\,dx=9\]"], "", [r"\[\int_0^3 x^2\,dx=8\]"], id="an area"),
    pytest.param([r"\[\lim_{x\to 0} \frac{\sin x}{x}=1\]"], "", [r"\[\lim_{x\to 0} \frac{\sin x}{x}=0\]"], id="a limit"),
    pytest.param([r"\[\sum_{k=1}^{4} k^2=30\]"], "", [r"\[\sum_{k=1}^{4} k^2=29\]"], id="a series"),
    pytest.param([r"\(\binom{7}{3}=C_7^3=35\)"], "", [r"\(\binom{7}{3}=C_7^3=36\)"], id="choices"),
    pytest.param([r"\(\gcd(12, 18)=6\)"], "", [r"\(\gcd(12, 18)=3\)"], id="a divisor"),
    pytest.param([r"\(\left|-3\right|=3\)"], "", [r"\(\left|-3\right|=-3\)"], id="bars"),
    pytest.param([r"\(1011_{2}=11\)"], "", [r"\(1011_{2}=13\)"], id="a base"),
    pytest.param([r"So \(45+36=114\) in base 7."], "", [r"So \(45+36=115\) in base 7."], id="a sum in a base"),
    pytest.param([r"\(\sqrt[3]{-8}=-2\)"], "", [r"\(\sqrt[3]{-8}=2\)"], id="an odd root"),
    pytest.param([r"\((1+2i)(1-2i)=5\)"], "", [r"\((1+2i)(1-2i)=-3\)"], id="complex"),
    pytest.param([r"\(f(x)=x^2-1\)", r"\(f(3)=3^2-1=8\)"], "8", [r"\(f(x)=x^2-1\)", r"\(f(3)=3^2+1=10\)"], id="a function"),
    pytest.param([r"\[\begin{pmatrix}1&2\\3&4\end{pmatrix}\begin{pmatrix}1\\1\end{pmatrix}=\begin{pmatrix}3\\7\end{pmatrix}\]"], "",
                 [r"\[\begin{pmatrix}1&2\\3&4\end{pmatrix}\begin{pmatrix}1\\1\end{pmatrix}=\begin{pmatrix}3\\6\end{pmatrix}\]"], id="a matrix"),
    pytest.param([r"\[\left(\begin{array}{cc|c}1&1&3\\2&-1&0\end{array}\right)\]", r"\[\left(\begin{array}{cc|c}1&1&3\\0&-3&-6\end{array}\right)\]"], "",
                 [r"\[\left(\begin{array}{cc|c}1&1&3\\2&-1&0\end{array}\right)\]", r"\[\left(\begin{array}{cc|c}1&1&3\\0&-3&-5\end{array}\right)\]"], id="row operations"),
    pytest.param([r"\[\begin{aligned}x^2-1&=(x-1)(x+1)\\&=x(x+1)-(x+1)\end{aligned}\]"], "", [r"\[\begin{aligned}x^2-1&=(x-1)(x+1)\\&=x(x+1)-(x-1)\end{aligned}\]"], id="aligned"),
    pytest.param([r"Solve \(3x-6=0\).", r"So \(x=2\)."], "x=2", [r"Solve \(3x-6=0\).", r"So \(x=-2\)."], id="a wrong value"),
    pytest.param([r"\[2x+1=7\]", r"\[2x=6\]", r"So \(x=3\)."], "x=3", [r"\[2x+1=7\]", r"\[2x=8\]", r"So \(x=3\)."], id="a wrong sign on the way"),
    pytest.param([r"\[x^2-5x+6=0\]", r"\[(x-2)(x-3)=0\]", r"\(x-2=0\) gives \(x=2\).", r"\(x-3=0\) gives \(x=3\)."], r"x=2,\ x=3",
                 [r"\[x^2-5x+6=0\]", r"\[(x-2)(x-3)=0\]", r"\(x-2=0\) gives \(x=2\).", r"\(x-3=0\) gives \(x=-3\)."], id="a wrong branch"),
    pytest.param([r"\[\begin{cases}x+y=3\\x-y=1\end{cases}\]", r"\[2x=4\]", r"\(x=2,\ y=1\)"], r"x=2,\ y=1",
                 [r"\[\begin{cases}x+y=3\\x-y=1\end{cases}\]", r"\[2x=2\]", r"\(x=2,\ y=1\)"], id="a system"),
    pytest.param([r"\(8-2x-x^2\ge 0\) means \(x\in[-4, 2]\)"], "", [r"\(8-2x-x^2\ge 0\) means \(x\in(-\infty, -4]\)"], id="a range"),
    pytest.param([r"\(x^2-4>0\)", r"\(x\in(-\infty, -2)\cup(2, \infty)\)"], "", [r"\(x^2-4>0\)", r"\(x\in(-2, 2)\)"], id="a range in two parts"),
    pytest.param([r"\(a*b=2a+b\)", r"\(3*4=2\times 3+4=10\)"], "10", [r"\(a*b=2a+b\)", r"\(3*4=2\times 4+3=11\)"], id="an operation"),
    pytest.param([r"\(f(x)=2x^3-5\)", r"\(f^{-1}(49)=3\)"], "3", [r"\(f(x)=2x^3-5\)", r"\(f^{-1}(49)=4\)"], id="an inverse function"),
    pytest.param([r"\((2, -3)\cdot(4, 1)=5\)"], "5", [r"\((2, -3)\cdot(4, 1)=11\)"], id="a product of vectors"),
    pytest.param([r"\(4683\approx 4700\)"], "4700", [r"\(4683\approx 4600\)"], id="rounded to hundreds"),
    pytest.param([r"\(u=x^2+1\), \(du=2x\,dx\): \[\int \frac{2x}{x^2+1}\,dx=\int \frac{1}{u}\,du\]"], "",
                 [r"\(u=x^2+1\), \(du=2x\,dx\): \[\int \frac{x}{x^2+1}\,dx=\int \frac{1}{u}\,du\]"], id="a substitution"),
    pytest.param([r"\(43\div 6=7\cdots\cdots 1\)"], "7", [r"\(43\div 6=7\cdots\cdots 3\)"], id="a remainder"),
    pytest.param([r"The letters are not negative.", r"\[\sqrt{8x^3}=2x\sqrt{2x}\]"], r"2x\sqrt{2x}", [r"\[\sqrt{4x^2}=2x\]"], id="a root of a square"),
    pytest.param([r"\[x^2-2x-1=0\]", r"\[b^2-4ac=8\]", r"\[x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}=1\pm\sqrt{2}\]"], r"x=1+\sqrt{2},\ x=1-\sqrt{2}",
                 [r"\[x^2-2x-1=0\]", r"\[b^2-4ac=-8\]", r"\[x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}=1\pm\sqrt{2}\]"], id="a discriminant"),
    pytest.param([r"\(\Phi(0)\approx 0.5000\) and \(\Phi(-1.5)\approx 0.0668\)"], "", [r"\(\Phi(1)\approx 0.8531\)"], id="a normal distribution"),
    pytest.param([r"\(P=\Phi(2)-\Phi(0)\approx 0.4772\)"], "0.4772", [r"\(\Phi(2)-\Phi(0)\approx 0.4872\)"], id="between two of its values"),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "answer", "planted"), FORMS)
def test_a_planted_fault_is_false_and_its_origin_true(
    steps: list[str], answer: str, planted: list[str]
) -> None:
    verdicts = {f.verdict for f in judge(steps, answer)}
    assert True in verdicts and False not in verdicts, judge(steps, answer)
    assert any(f.verdict is False for f in judge(planted, answer)), judge(planted, answer)


def test_a_lost_root_is_false() -> None:
    steps = [r"We solve \[x^2-5x+6=0\]", r"\[(x-2)(x-3)=0\]", r"This gives \(x=2\)."]
    assert [f.why for f in judge(steps, "x=2") if f.verdict is False] == ["a root is lost"]


def test_a_root_that_is_said_to_be_dropped_may_fail() -> None:
    steps = [
        r"\[\sqrt{x+2}=x\]",
        r"\[x+2=x^2\]",
        r"\(x=2\) or \(x=-1\).",
        r"Put back, \(\sqrt{-1+2}=-1\) does not hold: \(x=-1\) is rejected.",
    ]
    assert all(f.verdict is not False for f in judge(steps, "x=2"))


def test_an_equation_without_solution_is_held_to_it() -> None:
    assert any(f.verdict is False for f in judge([r"\[x^2-2x-3=0\]"], r"\text{no real solution}"))
    assert all(f.verdict for f in judge([r"\[x^2-2x+3=0\]"], r"\text{no real solution}"))


def test_what_cannot_be_read_is_undecided() -> None:
    assert [f.verdict for f in judge([r"\(\heartsuit=\spadesuit\)"])] == [None]


@settings(max_examples=25, deadline=None)
@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(-50, 50), st.integers(-3, 3).filter(bool))
def test_a_sum_is_true_only_with_its_own_result(a: int, b: int, c: int, slip: int) -> None:
    total = a + b * c
    assert judge([rf"\({a}+\left({b}\right)\times\left({c}\right)={total}\)"])[0].verdict is True
    assert judge([rf"\({a}+\left({b}\right)\times\left({c}\right)={total + slip}\)"])[0].verdict is False
