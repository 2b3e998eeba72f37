"""One angle of which one function is known, and where it lies: in a triangle, or in a quadrant; another function of it.

Read: cos A = -1/2 with A an angle of a triangle, sin α = 3/5 with α in the second quadrant. Not: a sine in a triangle, which two
angles have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Call, Relation, Symbol, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source

QUADRANTS: Final = {1: (1, 1), 2: (-1, 1), 3: (-1, -1), 4: (1, -1)}
"""Signs of cosine and sine."""
_NUMBERS: Final = {
    "一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
_A: Final = r"\$?\s*(?:∠|\\angle\s*)?(?P<name>[A-Cxt]|\\?(?:alpha|beta|theta)|[αβθ])\s*\$?"
_FORMS: Final = (
    rf"[,，]?(?:且|若|已知|其中|设)?\s*{_A}\s*(?:是|为|在)第(?P<place>[一二三四])象限(?:的)?(?:角)?",
    rf"[,，]?(?:且|若|已知|其中|设)?\s*{_A}\s*(?:是|为)\s*(?:\$?(?:△|\\triangle)\s*ABC\$?|三角形)\s*的?\s*(?:一个|某个|一)?内角",
    rf"(?i:,?\s*(?:\b(?:and|where|if|with)\s+)?(?:the\s+)?(?:angle\s+)?)(?<![A-Za-z]){_A}\s+(?i:(?:is|lies)\s+(?:an\s+angle\s+)?in\s+(?:the\s+)?(?:quadrant\s+)?(?P<place>first|second|third|fourth|iv|iii|ii|i)(?:\s+quadrant)?\b)",
    rf"(?i:,?\s*(?:\b(?:and|where|if|with)\s+)?(?:the\s+)?(?:angle\s+)?)(?<![A-Za-z]){_A}\s+(?i:is\s+(?:an|one)\s+(?:interior\s+)?angle\s+(?:of|in)\s+a\s+triangle)",
    r"在?\s*\$?(?:△|\\triangle)\s*ABC\$?\s*中",
    r"(?i:\bin\s+(?:a\s+|the\s+)?triangle\s+)ABC\b",
)  # fmt: skip
WORDS: Final = {
    "place": Words("Because of where the angle lies, {signs}.", "由角的位置知 {signs}。"),
    "pythagoras": Words("With \\(\\sin^2+\\cos^2=1\\): \\[\\cos {A}={c},\\qquad \\sin {A}={s}\\]", "由 \\(\\sin^2+\\cos^2=1\\) 得 \\[\\cos {A}={c},\\qquad \\sin {A}={s}\\]"),
    "asked": Words("With the formulas for sums and multiples of angles: \\[{asked}={value}\\]", "用和角、倍角公式：\\[{asked}={value}\\]"),
    "note": Words("cosine and sine with their signs", "带符号的余弦与正弦"),
    "answer": Words("The value is \\({answer}\\).", "所求的值是 \\({answer}\\)。"),
    "method": Words("computed to 30 digits from the angle itself", "由角的数值做 30 位计算后比较"),
}  # fmt: skip
FUNCTIONS: Final = ("sin", "cos", "tan", "cot")


def read_one_angle(text: Text) -> OneAngle | None:
    """The angle and the question; None when anything else is said."""
    source = text.source.replace(r"\(", "$").replace(r"\)", "$")
    match = next((m for p in _FORMS if (m := re.search(p, source))), None)
    if match is None:
        return None
    place = _NUMBERS.get((match.groupdict().get("place") or "").lower(), 0)
    found = account(f"{source[: match.start()]} , {source[match.end() :]}", {"known": "simplify|角|angle"})
    if found.unread or len(found.relations) != 1 or len(found.asked) != 1:
        return None
    match found.relations[0], found.asked[0]:
        case Relation(("=",), (Call(function, (Symbol(name),)), value)), asked if function in FUNCTIONS:
            pass
        case _:
            return None
    named = (match.groupdict().get("name") or name).lstrip("\\").strip()
    named = {"α": "alpha", "β": "beta", "θ": "theta"}.get(named, named)
    if named != name or symbols(value) or symbols(asked) != {name}:
        return None
    if not place and (function == "sin" or name not in "ABC"):
        return None
    task = OneAngle(name, function, value, place, asked, text.language)
    try:
        return task if task.is_readable() else None
    except FormulaError:
        return None


@dataclass(frozen=True, slots=True)
class OneAngle:
    """`asked` of the angle `name` with `function`(name) = `value` in quadrant `place` (0: an angle of a triangle)."""

    name: str
    function: str
    value: Node
    place: int
    asked: Node
    language: Language

    def _pair(self) -> tuple[sp.Expr, sp.Expr] | None:
        """Cosine and sine; None where no such angle exists."""
        v = to_sympy(self.value)
        if not v.is_real:
            return None
        if self.function in ("tan", "cot"):
            if v == 0:
                return None
            t = v if self.function == "tan" else 1 / v
            c = 1 / sp.sqrt(1 + t**2)
            pair = (sp.radsimp(c), sp.radsimp(abs(t) * c))
        elif not -1 < v < 1 or v == 0:
            return None
        else:
            other = sp.sqrt(1 - v**2)
            pair = (abs(v), other) if self.function == "cos" else (other, abs(v))
        sign = sp.sign(v)
        signs = QUADRANTS[self.place] if self.place else (int(sign), 1)
        agrees = {"cos": signs[0], "sin": signs[1]}.get(self.function, signs[0] * signs[1])
        return (signs[0] * pair[0], signs[1] * pair[1]) if agrees == sign else None

    def is_readable(self) -> bool:
        """Whether there is such an angle and the value can be written."""
        if self._pair() is None:
            return False
        value = self._result()
        return (
            not value.free_symbols
            and bool(value.is_real)
            and not value.has(sp.zoo, sp.nan, sp.sin, sp.cos, sp.tan)
        )

    def _result(self) -> sp.Expr:
        pair = self._pair()
        assert pair is not None
        angle = sp.Symbol(self.name)
        expanded = sp.expand_trig(to_sympy(self.asked))
        put = {
            sp.cos(angle): pair[0],
            sp.sin(angle): pair[1],
            sp.tan(angle): pair[1] / pair[0],
            sp.cot(angle): pair[0] / pair[1],
        }
        return sp.radsimp(sp.simplify(expanded.subs(put)))

    def solution(self) -> Solution:
        """Signs, both functions, the formula."""
        say, pair, a = self.language, self._pair(), symbol_latex(self.name)
        assert pair is not None
        signs = ",\\ ".join(
            rf"\{f} {a}{'>' if v > 0 else '<'}0" for f, v in zip(("cos", "sin"), pair, strict=True)
        )
        steps: tuple[str, ...] = (
            WORDS["place"].say(say, signs=rf"\({signs}\)"),
            WORDS["pythagoras"].say(say, A=a, c=sp.latex(pair[0]), s=sp.latex(pair[1])),
        )
        if not (isinstance(self.asked, Call) and self.asked.name in ("sin", "cos") and isinstance(self.asked.arguments[0], Symbol)):  # fmt: skip
            steps += (WORDS["asked"].say(say, asked=to_latex(self.asked), value=sp.latex(self._result())),)
        n = self.name
        lines = [
            comment(WORDS["note"].say(say)),
            f"c, s = {exact_source(pair[0])}, {exact_source(pair[1])}",
            f"value = expand_trig({to_python(self.asked)})",
            f"radsimp(simplify(value.subs({{cos({n}): c, sin({n}): s, tan({n}): s/c, cot({n}): c/s}})))",
        ]
        return Solution(steps, cell(*lines, variables=(self.name,)))

    def conclude(self, value: Any) -> Conclusion | None:
        """An exact number."""
        if not isinstance(value, sp.Expr) or value.free_symbols:
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The angle as a number."""
        values, pair = values_in(answer), self._pair()
        if (
            values is None
            or len(values) != 1
            or not isinstance(values[0], sp.Expr)
            or values[0].free_symbols
            or pair is None
        ):
            return None
        call = to_python(Call(self.function, (Symbol(self.name),)))
        lines = [
            f"angle = atan2(N({exact_source(pair[1])}, 40), N({exact_source(pair[0])}, 40))",
            f"given = N(({call}).subs({self.name}, angle) - ({exact_source(to_sympy(self.value))}), 30)",
            f"asked = N(({to_python(self.asked)}).subs({self.name}, angle) - ({exact_source(values[0])}), 30)",
            "bool(abs(given) < 1e-25 and abs(asked) < 1e-25)",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=(self.name,)))
