"""One angle of which one function is known, and where it lies: in a triangle, or in a quadrant; another function of it.

Read: cos A = -1/2 with A an angle of a triangle, sin α = 3/5 with α in the second quadrant, a² = b² + c² − bc (which says cos A);
asked is a function of the angle, or the angle where it is a known one. Not: a sine in a triangle, which two angles have, unless
the triangle or the angle is called acute or obtuse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import sympy as sp

from solver.formula import FormulaError, Node, parse, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Call, Relation, Symbol, symbols, walk, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment, difference, exact_source

QUADRANTS: Final = {1: (1, 1), 2: (-1, 1), 3: (-1, -1), 4: (1, -1)}
"""Signs of cosine and sine."""
_NUMBERS: Final = {
    "一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
_A: Final = r"\$?\s*(?:∠|\\angle\s*)?(?P<name>[A-Cxt]|\\?(?:alpha|beta|theta)|[αβθ])\s*\$?"
_ACUTE: Final = r"(?i:(?P<acute>acute)(?:-angled|\s+angled)?\s+)?"
_FORMS: Final = (
    rf"[,，]?(?:且|若|已知|其中|设)?\s*{_A}\s*(?:是|为|在)第(?P<place>[一二三四])象限(?:的)?(?:角)?",
    rf"[,，]?(?:且|若|已知|其中|设)?\s*{_A}\s*(?:是|为)\s*(?P<acute>锐角)?(?:\$?(?:△|\\triangle)\s*ABC\$?|三角形)\s*的?\s*(?:一个|某个|一)?内角",
    rf"(?i:,?\s*(?:\b(?:and|where|if|with)\s+)?(?:the\s+)?(?:angle\s+)?)(?<![A-Za-z]){_A}\s+(?i:(?:is|lies)\s+(?:an\s+angle\s+)?in\s+(?:the\s+)?(?:quadrant\s+)?(?P<place>first|second|third|fourth|iv|iii|ii|i)(?:\s+quadrant)?\b)",
    rf"(?i:,?\s*(?:\b(?:and|where|if|with)\s+)?(?:the\s+)?(?:angle\s+)?)(?<![A-Za-z]){_A}\s+(?i:is\s+(?:an|one)\s+(?:interior\s+)?angle\s+(?:of|in)\s+an?\s+){_ACUTE}(?i:triangle)",
    rf"(?i:\b(?:the\s+|an\s+)?angle\s+){_A}(?i:\s+(?:of|in)\s+an?\s+){_ACUTE}(?i:triangle)(?i:\s+(?:satisfies|has|is\s+such\s+that))?",
    r"在?\s*(?P<acute>锐角)?\s*(?:\$?(?:△|\\triangle)\s*ABC\$?|三角形\s*ABC)\s*中",
    rf"(?i:\bin\s+(?:an?\s+|the\s+)?){_ACUTE}(?:(?i:triangle)\s+\$?ABC\b\$?|\$?(?:△|\\triangle)\s*ABC\b\$?)",
    rf"[,，]?(?:且|若|已知|其中|设)?\s*{_A}\s*(?:是|为)(?P<acute>锐角|钝角)",
    rf"(?i:,?\s*(?:\b(?:and|where|if|with)\s+)?(?:the\s+)?(?:angle\s+)?)(?<![A-Za-z]){_A}\s+(?i:is\s+(?:an?\s+)?(?P<acute>acute|obtuse)(?:\s+angle)?)",
)  # fmt: skip
WORDS: Final = {
    "solved": Words("From \\({equation}\\): \\({found}\\).", "由 \\({equation}\\) 得 \\({found}\\)。"),
    "cosines": Words(
        "\\({equation}\\) means \\({v}^2={square}\\). The law of cosines says \\({v}^2={p}^2+{q}^2-2{p}{q}\\cos {V}\\), so \\[\\cos {V}=\\frac{{{p}^2+{q}^2-{v}^2}}{{2{p}{q}}}={value}\\]",
        "\\({equation}\\) 即 \\({v}^2={square}\\)。由余弦定理 \\({v}^2={p}^2+{q}^2-2{p}{q}\\cos {V}\\)，所以 \\[\\cos {V}=\\frac{{{p}^2+{q}^2-{v}^2}}{{2{p}{q}}}={value}\\]",
    ),
    "angle": Words("The only such angle is \\[{A}={value}\\]", "满足条件的角只有 \\[{A}={value}\\]"),
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
    source = re.sub(r"\\(?:bigtriangleup|vartriangle)(?![A-Za-z])", r"\\triangle", source)
    places, names, in_triangle = set[int](), set[str](), False
    for form in _FORMS:
        while match := re.search(form, source):
            groups = match.groupdict()
            acute = groups.get("acute") or ""
            place = _NUMBERS.get((groups.get("place") or "").lower(), 0)
            places |= {place or (2 if acute.lower() in ("obtuse", "钝角") else 1 if acute else 0)}
            names |= {groups["name"]} if groups.get("name") else set()
            in_triangle |= bool(re.search(r"(?i)triangle|△|三角形", match[0]))
            source = f"{source[: match.start()]} , {source[match.end() :]}"
    places -= {0}
    if not (places or in_triangle) or len(places) > 1:
        return None
    place = places.pop() if places else 0
    source = re.sub(r"(?:∠|\\angle\s*)(?=[A-C](?![A-Za-z]))", "", source)
    found = account(
        source, {"known": "simplify|角|内角|angle|angles?|measure|the measure of|大小|的大小|度数|的度数"}
    )
    if found.unread or len(found.relations) != 1 or len(found.asked) != 1 or len(names) > 1:
        return None
    stated = _function_of(found.relations[0]) or _law_of_cosines(found.relations[0], in_triangle)
    if stated is None:
        return None
    function, name, value, before = stated
    named = (names.pop() if names else name).lstrip("\\").strip()
    named = {"α": "alpha", "β": "beta", "θ": "theta"}.get(named, named)
    asked = found.asked[0]
    if named != name or symbols(value) or symbols(asked) != {name}:
        return None
    if not place and (function == "sin" or name not in "ABC"):
        return None
    if place and in_triangle and place > 2 or name in "ABC" and place > 2:
        return None
    relation = found.relations[0] if before and symbols(found.relations[0]) <= set("abc") else None
    steps = tuple(w.say(text.language, **facts) for w, facts in before)
    task = OneAngle(name, function, value, place, asked, text.language, steps, relation)
    try:
        return task if task.is_readable() else None
    except FormulaError:
        return None


Stated: TypeAlias = tuple[str, str, Node, list[tuple[Words, dict[str, str]]]]
"""A function, the angle, its value, and why."""


def _function_of(relation: Relation) -> Stated | None:
    """`2 sin A = sqrt(3)` as sin A and its value."""
    calls = {n for n in walk(relation) if isinstance(n, Call) and n.name in FUNCTIONS}
    if len(calls) != 1 or relation.signs != ("=",):
        return None
    call = calls.pop()
    match call.arguments:
        case (Symbol(name),):
            pass
        case _:
            return None
    if relation.sides[0] == call:
        return call.name, name, relation.sides[1], []
    unknown = sp.Symbol("value_of_function")

    def replaced(node: Node) -> Node:
        return Symbol(unknown.name) if node == call else with_children(node, replaced)

    left, right = (to_sympy(replaced(side)) for side in relation.sides)
    polynomial = sp.expand(left - right).as_poly(unknown)
    if polynomial is None or polynomial.degree() != 1 or polynomial.free_symbols != {unknown}:
        return None
    value = sp.radsimp(-polynomial.TC() / polynomial.LC())
    shown = f"{to_latex(call)}={sp.latex(value)}"
    return (
        call.name,
        name,
        parse(sp.sstr(value)),
        [(WORDS["solved"], {"equation": to_latex(relation), "found": shown})],
    )


def _law_of_cosines(relation: Relation, in_triangle: bool) -> Stated | None:
    """`a² = b² + c² − bc` in the triangle ABC says that cos A = 1/2."""
    if not in_triangle or relation.signs != ("=",) or not symbols(relation) <= set("abc"):
        return None
    try:
        rest = sp.expand(to_sympy(relation.sides[0]) - to_sympy(relation.sides[1]))
    except FormulaError:
        return None
    for v in "abc":
        side = sp.Symbol(v)
        p, q = (sp.Symbol(w) for w in "abc" if w != v)
        m = rest.coeff(side, 2)
        if not m.is_Rational or m == 0:
            continue
        cosine = sp.expand((rest / m - side**2 + p**2 + q**2) / (2 * p * q))
        if not cosine.free_symbols and cosine.is_real and abs(cosine) < 1:
            facts = {
                "equation": to_latex(relation),
                "V": v.upper(),
                "v": v,
                "p": str(p),
                "q": str(q),
                "value": sp.latex(cosine),
            }
            facts["square"] = sp.latex(p**2 + q**2 - 2 * p * q * cosine)
            return "cos", v.upper(), parse(sp.sstr(cosine)), [(WORDS["cosines"], facts)]
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
    before: tuple[str, ...] = ()
    """Steps that find the value of the function."""
    relation: Relation | None = None
    """Between the sides of the triangle, where it gives that value."""

    @property
    def is_angle(self) -> bool:
        """Whether the angle itself is asked for; it is given in degrees."""
        return self.asked == Symbol(self.name)

    def _degrees(self) -> sp.Expr:
        pair = self._pair()
        assert pair is not None
        return sp.simplify(sp.acos(pair[0]) * 180 / sp.pi)

    def _pair(self) -> tuple[sp.Expr, sp.Expr] | None:
        """Cosine and sine; None where no such angle exists."""
        v = to_sympy(self.value)
        if not v.is_real:
            return None
        if v == 0 and self.function == "cos" and not self.place:
            return (sp.Integer(0), sp.Integer(1))
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
        if self.is_angle:
            return self.place in (0, 1, 2) and self._degrees().is_Rational is True
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
        steps = (*self.before, *(steps[1:] if self.relation else steps))
        if self.is_angle:
            steps += (WORDS["angle"].say(say, A=a, value=rf"{sp.latex(self._degrees())}^{{\circ}}"),)
            lines = [
                comment(WORDS["note"].say(say)),
                f"c, s = {exact_source(pair[0])}, {exact_source(pair[1])}",
                "atan2(s, c)*180/pi",
            ]
            return Solution(steps, cell(*lines))
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
        answer = exact_latex(value) + (r"^{\circ}" if self.is_angle else "")
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
        answered = values[0]
        if self.is_angle and not answered.has(sp.pi):
            answered = answered * sp.pi / 180
        call = to_python(Call(self.function, (Symbol(self.name),)))
        lines = [
            f"angle = atan2(N({exact_source(pair[1])}, 40), N({exact_source(pair[0])}, 40))",
            f"given = N(({call}).subs({self.name}, angle) - ({exact_source(to_sympy(self.value))}), 30)",
            f"asked = N(({to_python(self.asked)}).subs({self.name}, angle) - ({exact_source(answered)}), 30)",
        ]
        tests = ["abs(given) < 1e-25", "abs(asked) < 1e-25"]
        if self.relation is not None:
            v = self.name.lower()
            p, q = (w for w in "abc" if w != v)
            lines += [
                f"{p}, {q} = 2, 3",
                f"{v} = sqrt({p}**2 + {q}**2 - 2*{p}*{q}*cos(angle))",
                f"sides = N({difference(*map(to_python, self.relation.sides))}, 30)",
            ]
            tests.append("abs(sides) < 1e-25")
        lines.append(f"bool({' and '.join(tests)})")
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=(self.name,)))
