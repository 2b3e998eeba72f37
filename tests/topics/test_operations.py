"""Problems of solver.topics.expressions.operations; the rest declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.expressions.operations import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    (r"If $a\ast b = 4a+3b-2ab$, what is the value of $2\ast7$?", "1", "2"),
    (r"Let $\Psi$ be the relation defined by $A\ \Psi\ B=3A+4B$. What is the value of $2\ \Psi\ (5\ \Psi\ 1)$?", "82", "54"),
    (r"The operation $\spadesuit$ is defined by $x\spadesuit y =|x|^3-y$. Find $(-3)\spadesuit 4$.", "23", "-31"),
    (r"$P$ and $Q$ represent numbers, and $P \ast Q$ means $\cfrac{P-Q}{3}$. What is the value of $9 \ast (8 \ast 2)$?", r"\frac{7}{3}", "7"),
    (r"Define the operation $\star$ by $a \star b = (a - b)b$. What is $(7\star2) - (2\star7)$?", "45", "-25"),
    (r"Suppose that $\Join$ is an operation defined by $x \Join y = x(y+1)$. What is $(t+1) \Join (t-1)$?", r"t^{2} + t", "t^{2}"),
    ("For real numbers a and b, a # b is defined as a^2 - b. Find (5 # 20) # 3.", "22", "8"),
    ("If a @ b = 3a + b^2, find 4 @ 6.", "48", "54"),
    (r"If $a \otimes b = a^2 - 3b$ and $x \otimes 4 = 13$, find the sum of all possible values of $x$.", "0", "5"),
    (r"Define $a \odot b = 5a-2b$. Solve $3 \odot x = 1$.", "x=7", "x=2"),
    (r"If $a \oplus b = a^2+b$, for how many real values of $a$ does $a\oplus 5=0$?", "0", "2"),
    ("定义新运算：a※b=4a-3b，求6※(3※2)", "6", "18"),
    ("规定a△b=a×b+2，例如3△4=3×4+2=14，则5△6=____。", "32", "30"),
    ("若规定a*b=(a+b)÷2，则(3*7)*8=？", r"\frac{13}{2}", "13"),
    ("对于两个数$a$和$b$，规定一种新运算$a\\Delta b=2\\times a+5\\times b$，$a\\nabla b=3\\times a-b$，那么$4\\Delta(3\\nabla 2)$等于多少？", "43", "42"),
    ("规定一种运算：m◎n=m×n-m-n，计算8◎5◎2", "25", "27"),
    (r"Define $a \star b = 3a - b$. What is $\frac{2 \star 3}{4 \star 1}$?", r"\frac{3}{11}", "0.27"),
    (r"Define $a \star b = \frac{a}{b}$. What is $(1+2) \star 4$?", r"\frac{3}{4}", "1"),
    ("规定a※b=2a+5b，若4※□=23，则□里应填多少？", "x=3", "x=5"),
    ("If $a$@$b=\\frac {a\\times b}{a-b}$ for integers $a$ and $b$ , what is $6$@$2$?", "3", "4"),
    ("We define $a\\otimes b = \\frac{a^2}{b}$. Determine $[(1\\otimes 2)\\otimes 5] - [1\\otimes (2\\otimes 5)]$.", r"- \frac{6}{5}", "0"),
    ("定义一种新运算“☆”：x☆y=3x+2y，如果x☆4=23，求x。", "x=5", "x=4"),
]  # fmt: skip
DECLINED = [
    r"Define $a \star b = a^2 - b$. What is the value of $x$ if $x \star 5 = x \star 5$?",
    r"Define $a \star b = 2a - b$ when $a > b$. What is $2 \star 3$?",
    r"Define $a \star b = 2a - b$. What is $2^3 \star 3$?",
    r"Define $a \star b = 2a - b$. What is $2 \star (1+3)/2$?",
    r"If $a \star b = 2a+b$, what is $3 \star 4 \times 2$?",
    r"If $a \star b = 2a+b$ and $a \diamond b = ab$, what is $3 \star 4 \diamond 2$?",
    r"If $a \star b = 2a+b$, what is $-3 \star 4$?",
    r"If $a \star b = ka+b$ and $1 \star 2 = 5$, what is $3 \star 4$?",
    "If x*y = x+y and 2*x = 6, find y.",
    "If x*y = x+y and 2*x = 6, find x.",
    "规定a△b=a×b+2，例如3△4=15，则5△6=____。",
    "规定a※b=3a-2b，求5※",
    r"If $a \star b = \frac{a}{a-b}$, what is $3 \star 3$?",
    r"For positive integers, $a \star b = a^2-b$. If $x \star 2 = 7$, find $x$.",
    "规定a※b=3a-2b，如果x※y=5，求x。",
    "一种商品规定a※b=3a-2b，小华买了5※2个苹果，求钱数",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_the_order_is_said() -> None:
    task, _, _ = solve(read, "规定一种运算：m◎n=m×n-m-n，计算8◎5◎2")
    assert any("从左到右" in step for step in task.solution().steps)
    task, _, _ = solve(read, "Define a # b = a - 2b. Find 9 # (7 # 3).")
    assert any(step.startswith("Brackets come first") for step in task.solution().steps)


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from("※☆△◎⊕@#"),
    *(st.integers(1, 30) for _ in range(5)),
    st.booleans(),
)
def test_as_python_does_it(sign: str, p: int, q: int, a: int, b: int, c: int, chinese: bool) -> None:
    def rule(x: int, y: int) -> int:
        return p * x - q * y + x * y

    formula = f"x{sign}y={p}x-{q}y+xy"
    text = (
        f"定义新运算：{formula}，求{a}{sign}({b}{sign}{c})的值"
        if chinese
        else f"Define {formula}. What is {a} {sign} ({b} {sign} {c})?"
    )
    task, answer, _ = solve(read, text)
    assert answer == str(rule(a, rule(b, c)))
    assert verdict(task, answer) is True
    assert verdict(task, str(rule(a, rule(b, c)) + 1)) is False
