"""The tutor's own, proved answers (LaTeX) to problems of the batches by hand, as `Services.proved_answer` gives them: so tests need no kernel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SOLVED: Final[Mapping[str, str]] = {
    "Given f(x) = x^3 - 2x, find f'(2)": "10",
    "Compute the integral of x^2 from 0 to 3": "9",
    "已知 s=\\frac{1}{2}at^2，用 s 和 t 表示 a": "a=\\frac{2 s}{t^{2}}",
    "Given f(x) = x^2 e^x, find f'(1)": "3 e",
    "设 f(x)=x^3-3x^2，求 f'(2)": "0",
    "Find the sum of the solutions of x^2 - 8x + 15 = 0": "8",
    "Find the product of the roots of 3x^2 + 5x - 2 = 0": "- \\frac{2}{3}",
    "若 x_1, x_2 是方程 x^2-4x+1=0 的两根，求 x_1^2+x_2^2": "14",
    "Find the discriminant of x^2 - 6x + 4 = 0": "20",
    "If 3x + 2 = 14, what is 5x - 1?": "19",
    "若 x+y=5，x-y=3，求 xy 的值": "4",
    "Find the negative root of x^2 - 3x - 10 = 0": "-2",
    "Find the larger root of x^2 - 10x + 21 = 0": "7",
    "How many real roots does x^2 - 3x + 5 = 0 have?": "0",
    "方程 2x^2-3x-1=0 有几个实数根？": "2",
    "If f(x) = sqrt(x), find f'(4)": "\\frac{1}{4}",
    "If f(x) = x^3 + x, find f'(-1)": "4",
    "Find the sum of the roots of 2x^2 - 7x + 3 = 0": "\\frac{7}{2}",
    "已知方程 x^2-3x-4=0 的两根为 x_1, x_2，求 x_1+x_2 和 x_1x_2": "3;\\ -4",
    "If 5 - 2x = 1, find x^2 + 3": "7",
    "若 2a+b=7，a-b=2，求 a+2b 的值": "5",
    "Find the positive solution of x^2 + x = 12": "3",
    "Find the smaller root of x^2 - 9x + 14 = 0": "2",
    "How many real solutions does x^2 - 10x + 25 = 0 have?": "1",
    "Find the discriminant of 3x^2 - 2x - 1 = 0": "16",
    "A number is multiplied by 4 and then 7 is added. The result is 39. Find the number.": "8",
    "Five times a number decreased by 8 is 27. Find the number.": "7",
    "一个数的3倍比它的一半多20，求这个数。": "8",
    "当 x=2 时，求 3x^2-x 的值": "10",
}  # fmt: skip
