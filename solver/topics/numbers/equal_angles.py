"""The whole number n of degrees in a range with sin n° = sin 419°: by the symmetry and the period of the function.

Read: "find the integer n, -90 <= n <= 90, such that sin n° = sin 419°", for sine, cosine and tangent. Only where there is exactly one such n.
"""

from __future__ import annotations

import re
from typing import Final

from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.prepared import Prepared

_N: Final = r"-?\d+"
_LE: Final = r"(?:\\leq?(?![a-z])|<=|≤|<|\\lt(?![a-z]))"
_DEGREE: Final = r"\s*(?:\^\s*\{?\s*\\circ\s*\}?|°)"
_FUNCTION: Final = r"\\?(?:sin|cos|tan)"
_BOUNDS: Final = rf"\$?\s*(?P<low>{_N})\s*(?P<s1>{_LE})\s*n\s*(?P<s2>{_LE})\s*(?P<high>{_N})\s*\$?"
_EQUATION: Final = rf"\$?\s*(?P<f>{_FUNCTION})\s*\(?\s*n{_DEGREE}\s*\)?\s*=\s*(?P<g>{_FUNCTION})\s*\(?\s*(?P<angle>{_N}){_DEGREE}\s*\)?\s*\$?"
_EN: Final = re.compile(
    rf"(?:find|determine|what\s+is)\s+the\s+(?:integer|whole\s+number)\s+\$?n\$?\s*,?\s*(?:with\s+|where\s+)?{_BOUNDS}\s*,?\s*(?:such\s+that|so\s+that|for\s+which|with)\s+{_EQUATION}\s*\.?",
    re.IGNORECASE,
)
_ZH: Final = re.compile(
    rf"(?:已知|若)?\s*(?:整数\s*\$?n\$?\s*满足\s*)?{_BOUNDS}\s*[,，且]*\s*{_EQUATION}\s*[,，]\s*求\s*\$?n\$?\s*(?:的值)?\s*[。.]?",
    re.IGNORECASE,
)
WORDS: Final = {
    "sin": Words("\\(\\sin\\) has the same value at \\(\\theta\\) and \\(180^\\circ-\\theta\\), and repeats after \\(360^\\circ\\). So \\(n={angle}+360k\\) or \\(n={other}+360k\\).", "\\(\\sin\\) 在 \\(\\theta\\) 与 \\(180^\\circ-\\theta\\) 处的值相同，周期为 \\(360^\\circ\\)，所以 \\(n={angle}+360k\\) 或 \\(n={other}+360k\\)。"),
    "cos": Words("\\(\\cos\\) has the same value at \\(\\theta\\) and \\(-\\theta\\), and repeats after \\(360^\\circ\\). So \\(n={angle}+360k\\) or \\(n={other}+360k\\).", "\\(\\cos\\) 在 \\(\\theta\\) 与 \\(-\\theta\\) 处的值相同，周期为 \\(360^\\circ\\)，所以 \\(n={angle}+360k\\) 或 \\(n={other}+360k\\)。"),
    "tan": Words("\\(\\tan\\) repeats after \\(180^\\circ\\) and takes each value once in between. So \\(n={angle}+180k\\).", "\\(\\tan\\) 的周期为 \\(180^\\circ\\)，每个周期内每个值只取一次，所以 \\(n={angle}+180k\\)。"),
    "kept": Words("In the range that is given only \\(n={n}\\) is left.", "在所给范围内只有 \\(n={n}\\)。"),
    "code": Words("all whole numbers in the range", "范围内的所有整数"),
    "answer": Words("So \\(n={answer}\\).", "所以 \\(n={answer}\\)。"),
    "method": Words("compared the values of the function for every whole number in the range", "对范围内每个整数比较函数值"),
}  # fmt: skip
MAX_RANGE: Final = 1_000


def read(text: Text) -> Reading:
    """One such equation."""
    match = (_EN if text.language == "en" else _ZH).fullmatch(text.source.strip())
    if match is None:
        return None
    name, other = (match[k].lstrip("\\").lower() for k in ("f", "g"))
    if name != other:
        return None
    low, high, angle = int(match["low"]), int(match["high"]), int(match["angle"])
    low += match["s1"] in ("<", r"\lt")
    high -= match["s2"] in ("<", r"\lt")
    if not 0 <= high - low <= MAX_RANGE or name == "tan" and angle % 180 == 90:
        return None
    return _task(name, low, high, angle, text.language)


def _task(name: str, low: int, high: int, angle: int, say: Language) -> Prepared | None:
    period = 180 if name == "tan" else 360
    mirrored = {"sin": 180 - angle, "cos": -angle, "tan": angle}[name]
    found = [n for n in range(low, high + 1) if (n - angle) % period == 0 or (n - mirrored) % period == 0]
    if len(found) != 1:
        return None
    steps = (
        WORDS[name].say(say, angle=angle, other=mirrored),
        WORDS["kept"].say(say, n=found[0]),
    )
    source = cell(
        comment(WORDS["code"].say(say)),
        f"found = [n for n in range({low}, {high + 1}) if (n - {angle}) % {period} == 0 or (n - ({mirrored})) % {period} == 0]",
        "Integer(found[0])",
    )
    undefined = " if n % 180 != 90" if name == "tan" else ""
    tests = (
        f"same = [n for n in range({low}, {high + 1}){undefined} if abs(N({name}(rad(n)) - {name}(rad({angle})), 30)) < 1e-20]",
        "bool(same == [answer])",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], WORDS["answer"])
