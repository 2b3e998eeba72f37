"""The number that completes a square: x² − 6x + ? = (x − 3)².

Read: x² + bx with a gap behind it or none, and one letter; the number alone or the square too, also where the square stands
behind an equals sign, with a gap in it or none. Not: other leading coefficients,
minima and vertices, equations to be solved by completing the square.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, letter, parse_list, python_name, symbol_latex, to_sympy
from solver.formula.nodes import Relation, Symbol, symbols
from solver.latex import MAX_ANSWER
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "completes": "completes the square|complete the square|to complete the square|that completes the square|completing the square|make a perfect square|to make a perfect square|makes a perfect square|to form a perfect square|a perfect square trinomial|to make a perfect square trinomial"
    "|makes a perfect square trinomial|to form a perfect square trinomial|to make it a perfect square|to make it a perfect square trinomial|配成完全平方|配成完全平方式|成为完全平方式|是完全平方式|完全平方式|构成完全平方式|变成完全平方式|配方",
    "square": "rewrite as a perfect square|then rewrite as a perfect square|and then rewrite as a perfect square|write as a perfect square|write the result as a perfect square|write the trinomial as a perfect square|rewrite as the square of a binomial|write as the square of a binomial"
    "|factor the perfect square trinomial|factor the result|factor the trinomial|write it as a perfect square|写成完全平方的形式|并写成完全平方的形式|写成平方的形式|并写成平方的形式|并写成平方形式",
    "number": "number|constant|constant term|term|must be added|should be added|needs to be added|has to be added|must|be|added|add|should|to obtain|for|常数|常数项|应加上|需加上|加上|添上|应添上|应加|什么数|才能|给|要使|使|它|一个什么数|加上一个什么数|应加上多少|应加多少|加上多少|加多少|能|补上|需要|填空|填上适当的数|在横线上填上适当的数|fill in the blanks?|fill in|blanks?|the blanks?",
}  # fmt: skip
_GAP: Final = re.compile(
    r"\+\s*(?:\?|_+|\\_+|\\square|\\Box|□|\(\s*\)|\\quad)?\s*(?=\$|$|[.,。，;；\u4e00-\u9fff])"
)
_BLANK: Final = r"(?:\?|_{2,}|□|\\square|\(\s*\))"
_SQUARE: Final = re.compile(
    rf"=\s*\(\s*(?P<x>[A-Za-z])\s*(?P<sign>[+-])\s*(?:(?P<gap>{_BLANK})|(?P<h>\d{{1,12}}(?:\.\d{{1,6}}|/\d{{1,6}})?))\s*\)\s*\^\s*(?:2|\{{2\}})"
)
"""`= (x - 3)^2`, `= (x - ____)^2` behind the trinomial."""
WORDS: Final = {
    "formula": Words(
        "\\(({x}+h)^2={x}^2+2h{x}+h^2\\): the coefficient of \\({x}\\) is \\(2h={b}\\), so \\(h={h}\\).",
        "由 \\(({x}+h)^2={x}^2+2h{x}+h^2\\)，一次项系数 \\(2h={b}\\)，所以 \\(h={h}\\)。",
    ),
    "number": Words(
        "The missing number is the square of half of the coefficient: \\[h^2=\\left({h}\\right)^2={c}\\]",
        "所缺的数是一次项系数一半的平方：\\[h^2=\\left({h}\\right)^2={c}\\]",
    ),
    "square": Words("With it \\[{before}={after}\\]", "于是 \\[{before}={after}\\]"),
    "code": Words("the square of half of the coefficient", "一次项系数一半的平方"),
    "answer_number": Words("The number is \\({answer}\\).", "所求的数是 \\({answer}\\)。"),
    "answer_half": Words("The gaps are filled with \\({answer}\\).", "依次填 \\({answer}\\)。"),
    "answer_square": Words("The number and the square: \\({answer}\\).", "所求的数与完全平方：\\({answer}\\)。"),
    "method": Words("the discriminant must be 0, and the square multiplied out must be the trinomial", "判别式应为 0，且平方展开后应等于该三项式"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """x² + bx, and the number that is missing."""
    whole = re.sub(rf"\$\s*({_BLANK})\s*\$", r"\1", text.source)  # $x^2+6x+$____$=(x+$____$)^2$
    square = _SQUARE.search(whole)
    trinomial = whole if square is None else whole[: square.start()] + whole[square.end() :]
    source = _GAP.sub(" ", trinomial)
    found = account(source, VOCABULARY)
    if not (found.has("completes") or square) or not found.nodes:
        return None
    if found.unread:
        return Unread(found.unread)
    bodies = [n for n in found.nodes if not isinstance(n, Symbol)]
    if len(bodies) != 1 or len(found.nodes) > 1 or isinstance(bodies[0], Relation):
        return None
    gap = source != trinomial
    if square is not None and not gap:
        return None
    if not gap and not found.has("number"):
        return None  # "Complete the square: x^2 + 6x" wants another form of it
    names = symbols(bodies[0])
    if len(names) != 1 or names & {"e", "i"}:
        return None
    x = letter(next(iter(names)))
    f = to_sympy(bodies[0])
    if not f.is_polynomial(x) or sp.degree(f, x) != 2:
        return None
    a, b, c = (sp.expand(f).coeff(x, k) for k in (2, 1, 0))
    if (a, c) != (1, 0) or not b or not b.is_Rational or max(abs(b.p), b.q) > 10**12:
        return None
    if square is None:
        return Completion(b, x.name, "square" if found.has("square") else "number", text.language)
    if square["x"] != x.name or (square["sign"] == "-") != (b < 0) or found.has("square"):
        return None
    if square["h"] and sp.Rational(square["h"]) != abs(b) / 2:
        return None
    return Completion(b, x.name, "half" if square["gap"] else "number", text.language)


@dataclass(frozen=True, slots=True)
class Completion:
    """`variable`² + `b`·`variable` + ?; `wanted` is that "number" alone, or the "square" too, or "half" of |b| too."""

    b: sp.Rational
    variable: str
    wanted: str
    language: Language

    def solution(self) -> Solution:
        """Half of the coefficient, and its square."""
        say, x, h = self.language, letter(self.variable), self.b / 2
        shown = {
            "x": symbol_latex(self.variable),
            "b": sp.latex(self.b),
            "h": sp.latex(h),
            "c": sp.latex(h**2),
        }
        trinomial = x**2 + self.b * x + h**2
        steps = [
            WORDS["formula"].say(say, **shown),
            WORDS["number"].say(say, **shown),
            WORDS["square"].say(say, before=sp.latex(trinomial), after=sp.latex((x + h) ** 2)),
        ]
        name = python_name(self.variable)
        half, number = exact_source(h), "missing"
        lines = [
            f"half = {half}",
            comment(WORDS["code"].say(say)),
            f"{number} = half**2",
            {
                "square": f"({number}, ({name} + half)**2)",
                "half": f"({number}, abs(half))",
                "number": number,
            }[self.wanted],
        ]
        variables = [self.variable] if self.wanted == "square" else []
        return Solution(tuple(steps), cell(*lines, variables=variables))

    def conclude(self, value: Any) -> Conclusion | None:
        """The number, and the square where it is asked for."""
        if self.wanted != "number":
            if not isinstance(value, tuple | list | sp.Tuple) or len(value) != 2:
                return None
            answer = r",\ ".join(map(_latex, value))
            return Conclusion(WORDS[f"answer_{self.wanted}"].say(self.language, answer=answer), answer)
        if not isinstance(value, sp.Rational):
            return None
        return Conclusion(WORDS["answer_number"].say(self.language, answer=_latex(value)), _latex(value))

    def check(self, answer: str) -> CheckPlan | None:
        """By the discriminant."""
        if len(answer) > MAX_ANSWER:
            return None
        try:
            nodes = parse_list(answer.replace(";", ",").strip().strip("$").rstrip(".。"))
            values = [to_sympy(n) for n in nodes]
        except FormulaError:
            return None
        if any(not isinstance(v, sp.Expr) or v.free_symbols - {letter(self.variable)} for v in values):
            return None
        name = python_name(self.variable)
        lines = [
            f"given = {exact_source(list(values))}",
            f"trinomial = {name}**2 + {name}*{exact_source(self.b)} + given[0]",
            f"is_square = not S(given[0]).has({name}) and discriminant(trinomial, {name}) == 0",
        ]
        if self.wanted == "half":
            lines.append("is_square and len(given) == 2 and given[1] > 0 and given[1]**2 == given[0]")
        elif self.wanted == "square":
            lines.append(
                "is_square and len(given) == 2 and given[1].is_Pow and expand(given[1] - trinomial) == 0"
            )
        else:
            lines.append("is_square and len(given) == 1")
        key = f"answer_{self.wanted}"
        return CheckPlan(
            WORDS[key].say(self.language, answer=answer),
            WORDS["method"].say(self.language),
            cell(*lines, variables=[self.variable]),
        )


def _latex(value: sp.Expr) -> str:
    return str(sp.latex(value))
