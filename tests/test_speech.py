"""Formulas in words: a table in both languages, and the law that what sounds alike is alike."""

from __future__ import annotations

import cmath
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.formula import to_latex
from solver.formula.nodes import Binary, Call, Negative, Node, Number, Symbol
from solver.ports import Language
from ui.speech import described, spoken, spoken_text, spoken_typed
from ui.speech.english import cardinal

TABLE = [
    (r"x^2-5x+6=0", "x squared minus five x plus six equals zero", "x 的平方减 5x 加 6 等于 0"),
    (r"\left(2, -1\right)", "two, minus one", "2，负 1"),
    (r"\frac{1}{2}", "one half", "2 分之 1"),
    (r"\frac{3}{4}x", "three quarters x", "4 分之 3x"),
    (r"-\frac{7}{12}", "minus seven over twelve", "负 12 分之 7"),
    (r"2\frac{1}{3}", "two and one third", "2 又 3 分之 1"),
    (r"\frac{\pi}{6}", "pi over six", "6 分之 π"),
    (r"\frac{x+1}{x-1}", "the fraction x plus one, over x minus one, end of fraction", "分式，分子 x 加 1，分母 x 减 1，分式完"),
    (r"1.5", "one point five", "1.5"),
    (r"1{,}200", "one thousand two hundred", "1200"),
    (r"0.\overline{3}", "zero point repeating three", "0 点 3 循环"),
    (r"50\%", "fifty percent", "50%"),
    (r"\sqrt{2x}", "the square root of two x", "根号 2x"),
    (r"\sqrt{x+1}", "the square root of x plus one, end of root", "根号下 x 加 1，根号完"),
    (r"\sqrt[3]{8}", "the cube root of eight", "3 次根号 8"),
    (r"2\sqrt{3}", "two times the square root of three", "2 乘根号 3"),
    (r"e^{-x}", "e to the power minus x", "e 的负 x 次方"),
    (r"x^{n+1}y", "x to the power n plus one, end of power, times y", "x 的 n 加 1 次方乘 y"),
    (r"n(n+1)", "n times open bracket n plus one close bracket", "n 乘左括号 n 加 1 右括号"),
    (r"f(x)=f'(2)", "f of x equals f prime of two", "f x 等于 f 撇 2"),
    (r"y''", "y double prime", "y 两撇"),
    (r"a_{n+1}=2a_n", "A sub n plus one, end of index, equals two A sub n", "a 下标 n 加 1，下标完，等于 2a 下标 n"),
    (r"\sin^2\theta", "sine squared theta", "正弦平方西塔"),
    (r"\sin^{-1}x", "inverse sine x", "反正弦 x"),
    (r"\log_2 8=3", "the logarithm to base two of eight equals three", "以 2 为底 8 的对数等于 3"),
    (r"\ln{\left(x \right)}", "the natural logarithm of x", "自然对数 x"),
    (r"|x|", "the absolute value of x", "绝对值 x"),
    (r"|x-2| \le 3", "the absolute value of x minus two, end of absolute value, is less than or equal to three", "绝对值 x 减 2，绝对值完，小于等于 3"),
    (r"5!", "five factorial", "5 的阶乘"),
    (r"\binom{12}{5}", "twelve choose five", "从 12 个中取 5 个的组合数"),
    (r"90^\circ", "ninety degrees", "90 度"),
    (r"\int_0^1 x^2\,dx", "the integral from zero to one of x squared, d x", "从 0 到 1 的积分，x 的平方，d x"),
    (r"\frac{dy}{dx}=2x", "d y by d x equals two x", "d y 比 d x 等于 2x"),
    (r"\frac{d}{dx}x^3", "d by d x of x cubed", "对 x 求导，x 的立方"),
    (r"\sum_{k=1}^{n} k", "the sum from k equals one to n of k", "k 从 1 到 n 求和，k"),
    (r"\lim_{x\to 0^{+}} \ln x", "the limit as x approaches zero from the right of the natural logarithm of x", "当 x 趋于 0 右侧时的极限，自然对数 x"),
    (r"\begin{pmatrix}1 & 2\\ 3 & 4\end{pmatrix}", "the matrix, two by two; row one: one, two; row two: three, four; end of matrix", "2 行 2 列的矩阵，第 1 行：1，2；第 2 行：3，4；矩阵完"),
    (r"\begin{cases} x+y=3 \\ x-y=1\end{cases}", "two lines: x plus y equals three; x minus y equals one", "共 2 行：x 加 y 等于 3；x 减 y 等于 1"),
    (r"[1, 3)", "the interval from one included to three not included", "从 1（含）到 3（不含）的区间"),
    (r"\left(-\infty, 3\right]", "the interval from minus infinity to three included", "从负无穷大到 3（含）的区间"),
    (r"\left[ 2, \  3\right]", "the list two, three", "列表 2，3"),
    (r"\left[ 6\right]", "the list six", "列表 6"),
    (r"[2, 3]", "the interval from two included to three included", "从 2 到 3 的闭区间"),
    (r"\{1,2,3\}", "the set of one, two and three", "集合 1，2，3，集合完"),
    (r"\{x \mid x > 2\}", "the set of all x such that x is greater than two", "满足条件的集合：x，满足 x 大于 2"),
    (r"A \cup B = \emptyset", "A union B equals the empty set", "A 并 B 等于空集"),
    (r"0 < x \le 3", "zero is less than x is less than or equal to three", "0 小于 x 小于等于 3"),
    (r"x \ne 2", "x is not equal to two", "x 不等于 2"),
    (r"x_1=2,\ x_2=3", "x sub one equals two, x sub two equals three", "x 下标 1 等于 2，x 下标 2 等于 3"),
    (r"x=2 \iff 2x=4", "x equals two, if and only if, two x equals four", "x 等于 2，等价于 2x 等于 4"),
    (r"x\equiv 2 \pmod{5}", "x is congruent to two, modulo five", "x 同余于 2，模 5"),
    (r"\angle ABC", "angle A B C", "角 A B C"),
    (r"\vec{a}\cdot\vec{b}", "vector A times vector b", "向量 a 乘向量 b"),
    (r"x = \boxed{\phantom{00}}", "x equals blank", "x 等于空"),
    ("x²−4x ≥ √3", "x squared minus four x is greater than or equal to the square root of three", "x 的平方减 4x 大于等于根号 3"),
]  # fmt: skip


@pytest.mark.parametrize(("latex", "english", "chinese"), TABLE, ids=[row[0] for row in TABLE])
def test_formulas_are_said(latex: str, english: str, chinese: str) -> None:
    assert (spoken(latex, "en"), spoken(latex, "zh")) == (english, chinese)


def test_a_text_with_formulas() -> None:
    assert spoken_text(r"So \(x=\frac{1}{2}\), so 2 = ______.") == "So x equals one half, so 2 = blank ."
    assert spoken_text(r"**答案** 是 \(-2\)。", "zh") == "答案 是 负 2。"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Solve x^2 - 5x + 6 = 0.", "Solve x squared minus five x plus six equals zero."),
        (
            "Calculate 36 - 4 × (7 - 2).",
            "Calculate thirty-six minus four times open bracket seven minus two close bracket.",
        ),
        ("A shop sells 5-7 kg of rice at $2.50 (a bag).", "A shop sells 5-7 kg of rice at $2.50 (a bag)."),
        ("Is a I b?", "Is a I b?"),
        ("y = sin x + sqrt(2)", "y equals sine x plus the square root of two"),
    ],
)
def test_formulas_that_nobody_marked(text: str, words: str) -> None:
    assert spoken_typed(text) == words


def test_plots_have_words_in_the_language_of_their_problem() -> None:
    alt = "Plot: y = x^2 - 5 x + 6; x from −0.25 to 5; curves: y = x^2, (2,\\ 0)"
    assert described(alt) == "A plot: y equals x squared minus five x plus six; x from minus zero point two five to five; curves: y equals x squared, two, zero"  # fmt: skip
    assert (
        described(alt, "zh")
        == "图：y 等于 x 的平方减 5x 加 6；x 从 负 0.25 到 5；曲线：y 等于 x 的平方，2，0"
    )
    assert described("一条抛物线", "zh") == "一条抛物线"


@given(st.text(alphabet="x2{}()[]|\\^_,-+= &") | st.lists(st.sampled_from([r"\frac", r"\sqrt", "{", "}", r"\left(", r"\right)", "|", "^", "_", "x", "12", r"\begin{cases}", r"\end{cases}", "&", r"\\", r"\int", r"\sin", "'"])).map("".join))  # fmt: skip
def test_whatever_stands_there_is_said_without_signs(latex: str) -> None:
    for language in ("en", "zh"):
        assert not set(spoken(latex, language)) & set("\\{}^_&|=+")


@pytest.mark.parametrize("latex", ["{" * 3000, r"\frac{" * 900, "x" * 5000, "|(" * 1900, "|(" * 25])
def test_what_is_too_long_or_too_deep_is_said_to_be_so(latex: str) -> None:
    assert spoken(latex) == "a long formula"


@given(st.integers(0, 999_999))
def test_numbers_in_words_are_all_different(number: int) -> None:
    words = cardinal(number)
    assert cardinal(number + 1) != words
    hundreds, rest = divmod(number, 1000)
    assert hundreds == 0 or words.startswith(f"{cardinal(hundreds)} thousand")
    assert rest == 0 or words.endswith(cardinal(rest))


LEAVES: tuple[Node, ...] = (Number(2, "2"), Symbol("x"), Symbol("n"))  # type: ignore[arg-type]
POINT = {"x": 1.37, "n": 0.61}


def over(parts: tuple[Node, ...]) -> Iterator[Node]:
    """What one more operation makes of them."""
    yield from map(Negative, parts)
    yield from (Call(name, (part,)) for name in ("sqrt", "sin", "Abs") for part in parts)
    for op, (left, right) in itertools.product("+-*/^", itertools.product(parts, repeat=2)):
        yield Binary(op, left, right, tight=op == "*" and not isinstance(right, Number))


def value(node: Node) -> complex:
    match node:
        case Number(number):
            return complex(number)
        case Symbol(name):
            return POINT[name]
        case Negative(operand):
            return -value(operand)
        case Call(name, (argument,)):
            inner = value(argument)
            return (
                cmath.sqrt(inner)
                if name == "sqrt"
                else cmath.sin(inner)
                if name == "sin"
                else complex(abs(inner))
            )
        case Binary(op, left, right):
            a, b = value(left), value(right)
            return {"+": a + b, "-": a - b, "*": a * b}[op] if op in "+-*" else a / b if op == "/" else a**b
    raise AssertionError(node)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_sounds_alike_is_alike(language: Language) -> None:
    once = tuple(over(LEAVES))
    wrong = []
    heard: dict[str, tuple[str, complex]] = {}
    for tree in (*LEAVES, *once, *over((*LEAVES, *once))):
        try:
            worth = value(tree)
        except (ZeroDivisionError, OverflowError):
            continue
        latex = to_latex(tree)
        before = heard.setdefault(spoken(latex, language), (latex, worth))
        if abs(before[1] - worth) > 1e-9 * (1 + abs(worth)):
            wrong.append((before[0], latex, spoken(latex, language)))
    assert not wrong, (len(heard), len(wrong), wrong[:: max(1, len(wrong) // 12)])
