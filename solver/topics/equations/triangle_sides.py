"""Sides of a triangle that are fixed by a sum of squares, absolute values and roots that is 0: its perimeter, area, or shape.

Read: all three sides named, or two sides of an isosceles triangle (either may be the repeated one). Asked is one thing.
Not: angles, heights.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import python_name, to_python
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment, difference, exact_source
from solver.topics.equations.nonnegative_sums import NonnegativeSum
from solver.topics.equations.nonnegative_sums import read as read_sum

_LETTER: Final = r"\$?\s*([a-z])\s*\$?"
_AND: Final = r"\s*(?:,\s*and\b|,|、|\band\b|和|与|及)\s*"
_TWO: Final = _LETTER + _AND + _LETTER
_THREE: Final = _TWO + _AND + _LETTER
_NAME: Final = r"(?:\s*(?:△|\\triangle)?\s*\$?(?-i:[A-Z]{3})(?![A-Za-z])\$?)?"
_TRIANGLE: Final = rf"\$?(?:(?:(?:an?|the|some)\s+)?(?P<isosceles>isosceles\s+)?triangle{_NAME}|(?:△|\\triangle)\s*(?-i:[A-Z]{{3}})(?![A-Za-z])\$?|(?:一个)?(?P<zh>等腰)?(?:△|三角形){_NAME})"
_SIDES: Final = r"(?:(?:the\s+)?(?:lengths\s+of\s+)?(?:the\s+)?(?:(?:three|two)\s+)?(?:sides?|side\s+lengths)(?:\s+lengths)?|[三两]条?边的?(?:长度?)?)"
_TELL: Final = r"(?:,|that|and|且|并且)*\s*(?:they\s+)?(?:satisfy(?:ing)?|satisfies|满足|are\s+such\s+that|符合)?\s*[:：]?\s*"
_LED: Final = r"(?:^|(?<=[.,;。；，\s]))\s*(?:the\s+numbers\s+|real\s+numbers\s+|已知|若|如果|设|if|suppose|let|given\s+that|实数)?\s*"
_FORMS: Final = tuple(
    re.compile("(?i)" + form)
    for count in (_THREE, _TWO)
    for form in (
        rf"{_LED}{_SIDES}\s+{count}\s+of\s+{_TRIANGLE}\s*{_TELL}",
        rf"{_LED}{_SIDES}\s+of\s+{_TRIANGLE}\s*(?:are|,)?\s*{count}\s*{_TELL}",
        rf"{_LED}{_TRIANGLE}\s*(?:has|with)\s+{_SIDES}\s*(?:of\s+lengths?)?\s*{count}\s*{_TELL}",
        rf"{_LED}{count}\s*(?:are|being)\s+{_SIDES}\s+of\s+{_TRIANGLE}\s*{_TELL}",
        rf"{_LED}{_TRIANGLE}\s*的?{_SIDES}\s*(?:分别)?[为是]?\s*{count}\s*,?\s*{_TELL}",
        rf"{_LED}{count}\s*(?:分别)?[为是]\s*{_TRIANGLE}\$?\s*的?{_SIDES}\s*,?\s*{_TELL}",
    )
)
_OF_IT: Final = rf"(?:\s+of\s+(?:(?:the|this|that)\s+(?:isosceles\s+)?triangle{_NAME}|(?:△|\\triangle)\s*(?-i:[A-Z]{{3}})(?![A-Za-z])))?"
_ITS: Final = rf"(?:(?:这个|该|此)?(?:等腰)?(?:三角形|△|\\triangle){_NAME}\$?\s*|它)?的?"
_ASKED: Final = {
    "perimeter": rf"(?:what\s+is|find|determine|calculate|compute|work\s+out)\s+(?:the|its)\s+perimeter{_OF_IT}|(?:那么|则|求|试求)*\s*\$?{_ITS}周长(?:是多少|为多少|等于多少|是|为)?",
    "area": rf"(?:what\s+is|find|determine|calculate|compute|work\s+out)\s+(?:the|its)\s+area{_OF_IT}|(?:那么|则|求|试求)*\s*\$?{_ITS}面积(?:是多少|为多少|等于多少|是|为)?",
    "shape": rf"(?:what\s+(?:kind|type|sort)\s+of\s+triangle\s+is\s+(?:it|this|(?:△|\\triangle)?\s*(?-i:[A-Z]{{3}})(?![A-Za-z]))|determine\s+the\s+(?:shape|type){_OF_IT})|(?:试|请)?(?:判断|确定)\s*\$?{_ITS}形状|(?:那么|则)?\s*\$?{_ITS}(?:形状)?是(?:什么|何种)(?:形状的?)?三角形",
}
WORDS: Final = {
    "case": Words(
        "If the two equal sides are \\({leg}\\), the sides are \\({sides}\\). {verdict}",
        "若腰长为 \\({leg}\\)，三边为 \\({sides}\\)。{verdict}",
    ),
    "possible": Words(
        "This is possible: \\({small}+{middle}>{large}\\).", "能组成三角形：\\({small}+{middle}>{large}\\)。"
    ),
    "impossible": Words(
        "No such triangle: \\({small}+{middle}\\) is not greater than \\({large}\\).",
        "不能组成三角形：\\({small}+{middle}\\) 不大于 \\({large}\\)。",
    ),
    "perimeter": Words(
        "The perimeter is the sum of the sides: \\[{terms}={value}\\]", "周长等于三边之和：\\[{terms}={value}\\]"
    ),
    "right": Words(
        "It has a right angle, because \\({p}^2+{q}^2={r}^2\\).",
        "因为 \\({p}^2+{q}^2={r}^2\\)，所以它是直角三角形。",
    ),
    "not_right": Words(
        "It has no right angle, because \\({p}^2+{q}^2\\ne {r}^2\\).",
        "因为 \\({p}^2+{q}^2\\ne {r}^2\\)，所以它不是直角三角形。",
    ),
    "half": Words(
        "The area is half the product of the legs: \\[\\frac{{1}}{{2}}\\cdot {p}\\cdot {q}={value}\\]",
        "面积等于两直角边乘积的一半：\\[\\frac{{1}}{{2}}\\cdot {p}\\cdot {q}={value}\\]",
    ),
    "heron": Words(
        "Heron's formula with half the perimeter \\(s={s}\\): \\[\\sqrt{{s(s-{p})(s-{q})(s-{r})}}={value}\\]",
        "用海伦公式，半周长 \\(s={s}\\)：\\[\\sqrt{{s(s-{p})(s-{q})(s-{r})}}={value}\\]",
    ),
    "equal": Words("Two sides are equal: it is isosceles.", "有两条边相等，所以它是等腰三角形。"),
    "all_equal": Words("All sides are equal.", "三条边都相等。"),
    "code": Words("the sides, then what is asked", "先求三边，再求所问的量"),
    "code_cases": Words("each side that may be repeated, if a triangle is possible", "分别以两边为腰，检验能否组成三角形"),
    "method": Words(
        "the sides were put back into the given sum; the area again by the law of cosines",
        "把三边代回已知等式检验；面积另用余弦定理计算",
    ),
}  # fmt: skip
SENTENCES: Final = {
    "perimeter": Words("The perimeter of the triangle is \\({answer}\\).", "三角形的周长是 \\({answer}\\)。"),
    "area": Words("The area of the triangle is \\({answer}\\).", "三角形的面积是 \\({answer}\\)。"),
    "shape": Words("The triangle is \\({answer}\\).", "这个三角形是\\({answer}\\)。"),
}
_SHAPES: Final = {
    "right": Words("right", "直角三角形"),
    "isosceles": Words("isosceles", "等腰三角形"),
    "equilateral": Words("equilateral", "等边三角形"),
    "isosceles right": Words("isosceles right", "等腰直角三角形"),
    "scalene": Words("scalene", "不等边三角形"),
}


def read(text: Text) -> Reading:
    """A triangle whose sides are fixed by one equation; None for all else."""
    source = text.source.strip()
    if not re.search(r"(?i)triangle|三角形|△", source):
        return None
    match = next((m for form in _FORMS if (m := form.search(source))), None)
    if match is None:
        return None
    letters = tuple(dict.fromkeys(g for g in match.groups() if g and len(g) == 1 and g.isalpha()))
    isosceles = bool(match["isosceles"] or match["zh"])
    rest = source[: match.start()] + " " + source[match.end() :]
    asked = [(kind, m) for kind, form in _ASKED.items() if (m := re.search("(?i)" + form, rest))]
    if len(asked) != 1 or (len(letters) == 2) != isosceles:
        return None
    kind, question = asked[0]
    named = ", ".join(letters)
    rest = f"{rest[: question.start()].rstrip(' ,，。.;')} , {'求' if text.language == 'zh' else 'find'} {named} {rest[question.end() :].lstrip(' ?？。.')}"
    inner = read_sum(Text(rest, text.language))
    if not isinstance(inner, NonnegativeSum) or set(inner.unknowns) != set(letters):
        return None
    task = SidesOfTriangle(inner, letters, kind, text.language)
    return task if task.is_one_triangle() else None


@dataclass(frozen=True, slots=True)
class SidesOfTriangle:
    """`kind` (perimeter, area, shape) of the triangle whose sides `letters` the sum fixes; two letters: isosceles."""

    sum: NonnegativeSum
    letters: tuple[str, ...]
    kind: str
    language: Language

    def _cases(self) -> list[tuple[sp.Expr, sp.Expr, sp.Expr]]:
        """The sides, in all the ways that the problem leaves, possible or not."""
        values = [self.sum.point()[n] for n in self.letters]
        if len(values) == 3:
            return [(values[0], values[1], values[2])]
        a, b = values
        return [(a, a, b)] if a == b else [(a, a, b), (a, b, b)]

    def _triangles(self) -> list[tuple[sp.Expr, sp.Expr, sp.Expr]]:
        return [sides for sides in self._cases() if _is_possible(sides)]

    def is_one_triangle(self) -> bool:
        """Whether there is a triangle, and only one where its shape is asked for."""
        found = self._triangles()
        return len(found) == 1 or len(found) == 2 and self.kind == "perimeter"

    def solution(self) -> Solution:
        """The sides from the sum, the cases of an isosceles triangle, then what is asked."""
        say, inner = self.language, self.sum.solution()
        steps = list(inner.steps)
        if len(self._cases()) == 2:
            for sides in self._cases():
                small, middle, large = map(sp.latex, sorted(sides))
                key = "possible" if _is_possible(sides) else "impossible"
                verdict = WORDS[key].say(say, small=small, middle=middle, large=large)
                leg = sp.latex(next(s for s in sides if sides.count(s) == 2))
                steps.append(
                    WORDS["case"].say(say, leg=leg, sides=",\\ ".join(map(sp.latex, sides)), verdict=verdict)
                )
        for sides in self._triangles():
            steps += self._measured(sides)
        return Solution(tuple(steps), self._cell())

    def _measured(self, sides: tuple[sp.Expr, sp.Expr, sp.Expr]) -> list[str]:
        say, (p, q, r) = self.language, sorted(sides)
        shown = {"p": sp.latex(p), "q": sp.latex(q), "r": sp.latex(r)}
        if self.kind == "perimeter":
            terms = "+".join(map(sp.latex, sides))
            return [WORDS["perimeter"].say(say, terms=terms, value=sp.latex(sum(sides)))]
        right = sp.expand(p**2 + q**2 - r**2) == 0
        first = WORDS["right" if right else "not_right"].say(say, **shown)
        if self.kind == "shape":
            same = len({p, q, r})
            more = {1: [WORDS["all_equal"].say(say)], 2: [WORDS["equal"].say(say)]}.get(same, [])
            return [*([first] if same > 1 else []), *more]
        value = sp.latex(_area(sides))
        if right:
            return [first, WORDS["half"].say(say, value=value, **shown)]
        return [WORDS["heron"].say(say, s=sp.latex(sp.Add(*sides) / 2), value=value, **shown)]

    def _cell(self) -> str:
        rows = ", ".join(f"({', '.join(map(exact_source, sides))})" for sides in self._cases())
        lines = [comment(WORDS["code_cases" if len(self._cases()) == 2 else "code"].say(self.language))]
        lines += [
            f"cases = [{rows}]",
            "triangles = [sorted(sides) for sides in cases if sum(sides) > 2*max(sides)]",
        ]
        if self.kind == "perimeter":
            lines += [
                "perimeters = [sum(sides) for sides in triangles]",
                "perimeters[0] if len(perimeters) == 1 else perimeters",
            ]
        elif self.kind == "area":
            lines += [
                "p, q, r = triangles[0]",
                "s = (p + q + r) / S(2)",
                "simplify(sqrt(s*(s - p)*(s - q)*(s - r)))",
            ]
        else:
            lines += [
                "p, q, r = triangles[0]",
                "right, equal = simplify(p**2 + q**2 - r**2) == 0, 4 - len({p, q, r})",
                "(right, equal)",
            ]
        return cell(*lines)

    def conclude(self, value: Any) -> Conclusion | None:
        """A length or an area, two perimeters, or the name of the shape."""
        say = self.language
        if self.kind == "shape":
            answer = rf"\text{{{self._shape().say(say)}}}"
        else:
            values = value if isinstance(value, list) else [value]
            if not all(isinstance(v, sp.Expr) and v.is_number for v in values):
                return None
            answer = (r"\text{ or }" if say == "en" else r"\text{ 或 }").join(map(exact_latex, values))
        return Conclusion(SENTENCES[self.kind].say(say, answer=answer), answer)

    def _shape(self) -> Words:
        return _SHAPES[_shape(self._triangles()[0])]

    def check(self, answer: str) -> CheckPlan | None:
        """The sides fulfil the given sum, and the answer follows from them in another way."""
        sides = [f"({', '.join(map(exact_source, t))})" for t in self._triangles()]
        if self.kind == "shape":
            given = re.sub(r"\\text|[{}\s]", "", answer)
            if given not in {
                re.sub(r"\s", "", w) for words in _SHAPES.values() for w in (words.en, words.zh)
            }:
                return None
            right = self._shape()
            agrees = str(given in (re.sub(r"\s", "", right.en), right.zh))
        else:
            values = values_in(re.sub(r"\\text\{\s*(?:or|或)\s*\}", ",", answer))
            if values is None or not all(isinstance(v, sp.Expr) and v.is_number for v in values):
                return None
            what = "p + q + r"
            if self.kind == "area":
                what = "S(1)/2 * p*q*sqrt(1 - (S(p**2 + q**2 - r**2)/(2*p*q))**2)"
            agrees = (
                f"sorted(simplify({what}) for p, q, r in sides) == sorted({exact_source(sorted(values))})"
            )
        point = {python_name(n): exact_source(v) for n, v in self.sum.point().items()}
        source = cell(
            f"total = {difference(*map(to_python, self.sum.written.sides))}",
            f"point = {{{', '.join(f'{k}: {v}' for k, v in point.items())}}}",
            f"sides = [{', '.join(sides)}]",
            f"total.subs(point) == 0 and {agrees}",
            variables=self.sum.unknowns,
        )
        claim = SENTENCES[self.kind].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), source)


def _is_possible(sides: tuple[sp.Expr, sp.Expr, sp.Expr]) -> bool:
    return bool(min(sides) > 0 and sum(sides) > 2 * max(sides))


def _area(sides: tuple[sp.Expr, sp.Expr, sp.Expr]) -> sp.Expr:
    s = sp.Add(*sides) / 2
    return sp.simplify(sp.sqrt(s * (s - sides[0]) * (s - sides[1]) * (s - sides[2])))


def _shape(sides: tuple[sp.Expr, sp.Expr, sp.Expr]) -> str:
    p, q, r = sorted(sides)
    right, same = sp.expand(p**2 + q**2 - r**2) == 0, len({p, q, r})
    if same == 1:
        return "equilateral"
    if same == 2:
        return "isosceles right" if right else "isosceles"
    return "right" if right else "scalene"
