"""Both numbers with a given square (平方根, "the two square roots of 49"), and with a given even power.

Read: a number, a fraction or a decimal; of a negative number it is said that there are none. Not: the principal root, which is arithmetic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, to_latex, to_python, to_sympy
from solver.formula.nodes import symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.numbers.arithmetic.roots import DEGREES_EN, DEGREES_ZH
from solver.topics.rationals import terminating_decimal

_NUMBER: Final = (
    r"\$?(?P<number>\\[dt]?frac\s*\{{\s*\d+\s*\}}\s*\{{\s*\d+\s*\}}|\\?sqrt\s*[({{]\s*\d+\s*[)}}]|√\d+"
    r"|-?\d+(?:,\d{{3}})*(?:\.\d+)?(?:\s*/\s*\d+)?|\(-?\d+\)\^\{{?\d\}}?)\$?"
)
_EVEN_EN: Final = "|".join(word for word, n in DEGREES_EN.items() if n % 2 == 0)
_EVEN_ZH: Final = "|".join(
    ["平方", *(word for word, n in DEGREES_ZH.items() if n % 2 == 0 and "算术" not in word), "[2468]次方"]
)
_END: Final = r"\s*(?:是|为|等于|有)?\s*(?:多少|几|什么|哪些|_+|\(\s*\))?\s*[.。?？]?\s*"
_CHINESE: Final = re.compile(
    rf"(?:请?求|计算|写出|试求)?\s*(?:出)?\s*{_NUMBER.format()}\s*的\s*(?P<root>{_EVEN_ZH})根{_END}"
)
_ENGLISH: Final = re.compile(
    r"(?i)(?:find|what\s+are|state|give|write\s+down|list|calculate)?\s*(?:all|both|the\s+two|two|both\s+of\s+the|all\s+of\s+the|the)?\s*(?:real\s+)?(?P<both>)"
    rf"(?P<root>{_EVEN_EN})\s+roots\s+of\s+{_NUMBER.format()}\s*[.?]?\s*"
)
MAX_DIGITS: Final = 18
WORDS: Final = {
    "look": Words("We look for every number whose power with the exponent \\({n}\\) is \\({number}\\): \\[x^{{{n}}}={number}\\]", "求 \\({n}\\) 次幂等于 \\({number}\\) 的所有数：\\[x^{{{n}}}={number}\\]"),
    "found": Words("\\({power}={number}\\), and with the minus sign the power is the same, because the exponent is even.", "\\({power}={number}\\)；指数是偶数，所以取相反数时幂不变。"),
    "root": Words("The positive one is \\({root}\\); its opposite has the same power, because the exponent is even.", "正的一个是 \\({root}\\)；指数是偶数，所以它的相反数也符合。"),
    "zero": Words("Only \\(0\\) has this power.", "只有 \\(0\\) 符合。"),
    "none": Words("An even power of a real number is never negative, so there is no such number.", "实数的偶次幂不会是负数，所以这样的数不存在。"),
    "code": Words("every real number with this power", "所有符合的实数"),
    "answer": Words("They are \\({answer}\\).", "所求的数是 \\({answer}\\)。"),
    "no_answer": Words("There is \\(\\text{{no real root}}\\).", "\\(\\text{{不存在}}\\)。"),
    "method": Words("each raised to the power, and their number compared with that of the sign changes", "逐个乘方核对，并数变号的次数"),
}  # fmt: skip
_ABSENT: Final = re.compile(r"no real|none|不存在|没有|无")


def read(text: Text) -> Reading:
    """The roots of one number."""
    source = re.sub(r"\\[()\[\]]", "$", text.source).strip()
    match = _CHINESE.fullmatch(source) or _ENGLISH.fullmatch(source)
    if match is None:
        return None
    word = match["root"].lower()
    degree = (
        2
        if word in ("square", "平方")
        else int(word[0])
        if word[0].isdigit()
        else {**DEGREES_EN, **DEGREES_ZH}[word]
    )
    try:
        node = parse(match["number"].replace(",", ""))
        value = to_sympy(node)
    except FormulaError:
        return None
    if symbols(node) or not value.is_real or len(re.sub(r"\D", "", match["number"])) > MAX_DIGITS:
        return None
    return BothRoots(node, degree, text.language)


@dataclass(frozen=True, slots=True)
class BothRoots:
    """The real numbers whose power with the even exponent `degree` is `number`."""

    number: Node
    degree: int
    language: Language

    def _roots(self) -> list[sp.Expr]:
        value = to_sympy(self.number)
        if value.is_negative:
            return []
        if value == 0:
            return [sp.Integer(0)]
        root = sp.root(value, self.degree)
        return [-root, root]

    def _shown(self, root: sp.Expr) -> str:
        """A decimal where the number was one."""
        return ("." in to_latex(self.number) and terminating_decimal(root)) or exact_latex(root)

    def solution(self) -> Solution:
        """The equation, and the positive root with its opposite."""
        say, number, roots = self.language, to_latex(self.number), self._roots()
        steps = [WORDS["look"].say(say, n=self.degree, number=number)]
        if not roots:
            steps.append(WORDS["none"].say(say))
        elif len(roots) == 1:
            steps.append(WORDS["zero"].say(say))
        elif roots[1].is_Rational:
            shown = self._shown(roots[1])
            shown = shown if shown.replace(".", "").isdigit() else rf"\left({shown}\right)"
            steps.append(WORDS["found"].say(say, power=f"{shown}^{{{self.degree}}}", number=number))
        else:
            steps.append(WORDS["root"].say(say, root=exact_latex(roots[1])))
        source = f"solve(x**{self.degree} - {to_python(self.number)}, x)"
        return Solution(
            tuple(steps),
            cell(comment(WORDS["code"].say(say)), source, variables="x", assumptions="real=True"),
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """Both with one sign in front of them, where the cell found the same."""
        roots = self._roots()
        if not isinstance(value, list) or {sp.nsimplify(v) for v in value} != set(roots):
            return None
        if not roots:
            words = WORDS["no_answer"].say(self.language)
            return Conclusion(words, words.split("(", 1)[1].rsplit("\\)", 1)[0])
        answer = self._shown(roots[-1]) if len(roots) == 1 else rf"\pm {self._shown(roots[-1])}"
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Every value raised to the power; as many as there are."""
        if _ABSENT.search(answer):
            claimed: tuple[Any, ...] = ()
        else:
            spread = re.sub(r"^(?:x\s*=\s*)?\\pm\s*(.+)$", r"\1, -(\1)", answer.strip())
            found = values_in(spread.replace(r"\left", "").replace(r"\right", ""))
            if found is None or any(
                not isinstance(v, sp.Expr) or v.free_symbols or not v.is_real for v in found
            ):
                return None
            claimed = found
        number = to_python(self.number)
        lines = [
            f"claimed = {exact_source(list(claimed))}",
            f"number = S({number})",
            "count = 0 if number < 0 else 1 if number == 0 else 2",
            f"all(simplify(v**{self.degree} - number) == 0 for v in claimed) and len(set(claimed)) == len(claimed) == count",
        ]
        claim = (
            WORDS["answer"].say(self.language, answer=answer)
            if claimed
            else WORDS["no_answer"].say(self.language)
        )
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))
