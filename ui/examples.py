"""Problems to click on, by level and language. Written for this page; none is from a collection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.ports import Language
from ui.markdown import typed
from ui.speech import spoken_text

LEVELS: Final = ("primary", "middle", "high", "college")

EXAMPLES: Final[Mapping[Language, Mapping[str, tuple[str, ...]]]] = {
    "en": {
        "primary": (
            "Mia buys 4 notebooks at $2.50 each and a pen for $1.75. She pays with a $20 note. "
            "How much change does she get?",
            "The ratio of apple trees to pear trees in an orchard is 5:4, and there are 360 trees. "
            "How many of them are apple trees?",
            "Two adult tickets and three child tickets cost 61 dollars. One adult ticket and two child tickets "
            "cost 36 dollars. How much is each ticket?",
            "Compute 123456789 × 987654321.",
        ),
        "middle": (
            r"Solve \(2x^2 - 7x + 3 = 0\).",
            r"Solve \(x + y + z = 6\), \(2x - y + z = 3\), \(x + 2y - z = 2\).",
            r"If \((a-3)^2 + |b+4| = 0\), find \(a + b\).",
            r"Find the vertex of the parabola \(y = x^2 - 4x + 3\).",
        ),
        "high": (
            r"If \((2x+1)(x-3) = ax^2 + bx + c\) for all \(x\), find \(a + b + c\).",
            r"Triangle ABC is equilateral. Find \(\tan(A + \frac{\pi}{4})\).",
            "In a geometric sequence the sum of the first 3 terms is 7 and the sum of the first 6 terms is 63. "
            "Find the sum of the first 9 terms.",
            r"Find \(|z|\) for \(z = \frac{3+4i}{1-2i}\).",
        ),
        "college": (
            r"Evaluate \(\int_0^1 x e^{2x}\,dx\).",
            r"Differentiate \(f(x) = x^2 \ln x\).",
            r"Find the coefficient of \(x^3\) in the expansion of \((2x-1)^6\).",
            r"Evaluate \(\binom{12}{5}\).",
        ),
    },
    "zh": {
        "primary": (
            "小林买了 4 本笔记本，每本 6 元，又买了一支 9 元的钢笔，付了 50 元，应找回多少元？",
            "果园里苹果树和梨树的棵数比是 5:4，一共有 360 棵，苹果树有多少棵？",
            "买 2 张成人票和 3 张儿童票共 61 元，买 1 张成人票和 2 张儿童票共 36 元，两种票每张各多少元？",
            "计算 123456789 × 987654321。",
        ),
        "middle": (
            r"解方程 \(2x^2 - 7x + 3 = 0\)。",
            r"解方程组 \(x + y + z = 6\)，\(2x - y + z = 3\)，\(x + 2y - z = 2\)。",
            r"若 \((a-3)^2 + |b+4| = 0\)，求 \(a + b\) 的值。",
            r"求抛物线 \(y = x^2 - 4x + 3\) 的顶点坐标。",
        ),
        "high": (
            r"若 \((2x+1)(x-3) = ax^2 + bx + c\) 对一切 \(x\) 成立，求 \(a + b + c\)。",
            r"已知△ABC为等边三角形，求 \(\tan(A+\frac{\pi}{4})\) 的值。",
            "等比数列的前 3 项和为 7，前 6 项和为 63，求前 9 项和。",
            r"已知 \(z = \frac{3+4i}{1-2i}\)，求 \(|z|\)。",
        ),
        "college": (
            r"计算定积分 \(\int_0^1 x e^{2x}\,dx\)。",
            r"求函数 \(f(x) = x^2 \ln x\) 的导数。",
            r"求 \((2x-1)^6\) 的展开式中 \(x^3\) 的系数。",
            r"计算 \(\binom{12}{5}\)。",
        ),
    },
}


def for_page() -> dict[str, dict[str, list[dict[str, str]]]]:
    """The examples with their HTML, as assets/sheet.js wants them."""
    return {
        language: {
            level: [
                {"text": text, "html": typed(text), "said": spoken_text(text, language)} for text in texts
            ]
            for level, texts in levels.items()
        }
        for language, levels in EXAMPLES.items()
    }
