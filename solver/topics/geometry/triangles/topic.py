"""Exact trigonometric values, of plain angles or of angles that a triangle fixes; third side and area from two sides.

Read: equilateral and isosceles right triangles, angles given by numbers or by equations between them, equal sides;
sin, cos, tan, cot of multiples of 15°, 18° and 22.5°. Not: angles known only through their sine or cosine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Blank, Call, Negative, Number, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry.figures import read as read_figure
from solver.topics.geometry.triangles.angles import (
    FUNCTIONS,
    Triangle,
    angle_latex,
    is_defined,
    is_exact,
    triangle_of,
    value_steps,
    without_roots_below,
)
from solver.topics.geometry.triangles.described import described
from solver.topics.geometry.triangles.law_of_sines import SineQuestion
from solver.topics.geometry.triangles.one_angle import read_one_angle
from solver.topics.geometry.triangles.placed_angles import placed
from solver.topics.geometry.triangles.ratios import ratio_question
from solver.topics.geometry.triangles.relations import with_one_name
from solver.topics.geometry.triangles.rewriting import plainly_named, rewritten
from solver.topics.geometry.triangles.side_units import without_one_unit
from solver.topics.geometry.triangles.sides import SideQuestion
from solver.topics.geometry.triangles.telling import retold, small_words, sums_in_words
from solver.topics.prepared import Opened

VOCABULARY: Final = {
    "equilateral": "equilateral|equilateral triangle|is equilateral|regular triangle|equiangular|equiangular triangle|正三角形|等边|等边三角形|一个正三角形|一个等边三角形",
    "isosceles_right": "isosceles right triangle|right isosceles triangle|isosceles right-angled triangle|isosceles right|等腰直角三角形|isosceles right angled triangle",
    "isosceles": "isosceles|isosceles triangle|等腰三角形|等腰三角形中|等腰",
    "right": "right triangle|right-angled triangle|right angled triangle|直角三角形|rt",
    "triangle": "triangle|triangles|three angles|the three angles|三角形|angle|angles|interior angles?|interior angle|内角|角|的内角|三个内角|的三个内角|内角之比|的内角之比|三个内角之比|的三个内角之比|内角的比|三边之比|的三边之比|三边的比|内角分别为|是三角形|三个角|度数|的度数|角的度数|included angle|夹角|two angles|two of the angles|measure|angle measures|since|because|一个内角|某个内角|三角形的一个内角|两个内角|两内角|每个内角|锐角|acute angle|acute|one|any|some|三角形中|大小|的大小|角的大小|它的|这个三角形|在一个|此三角形",
    "side": "sides?|side|legs?|hypotenuse|with hypotenuse|length|length of side|third side|长|边长|边|长度|的长|的长度|第三边|斜边|直角边|两条直角边|两直角边|对边|邻边|三边|三边长|三边长分别为|三边分别为|三条边|三条边长|的三边|的三边长",
    "area": "area|面积|的面积",
    "circumradius": "circumradius|radius of the circumscribed circle|radius of its circumscribed circle|radius of the circumcircle|radius of its circumcircle|外接圆半径|外接圆的半径|的外接圆半径|的外接圆的半径",
    "trigonometry": "如图|如图所示|as shown|in the figure|as shown in the figure|trigonometric|trigonometric value|function|simplify|simplified|surd|surd form|in surd form|radians?|radical form|in radical form|form"
    "|no calculator|without calculator|without a calculator|without using a calculator|三角函数值|三角函数|弧度|化简|不用计算器|不查表|根式|value of|values|ratio|三角函数的值|值",
}

WORDS: Final = {
    "put_in": Words("Put in the angles: \\[{before}={after}\\]", "代入各角：\\[{before}={after}\\]"),
    "together": Words("Together: \\[{before}={after}\\]", "综上：\\[{before}={after}\\]"),
    "undefined": Words(
        "\\({function}\\) does not exist: \\({fraction}\\) would divide by \\({denominator}=0\\).",
        "\\({function}\\) 不存在：\\({fraction}\\) 的分母 \\({denominator}=0\\)。",
    ),
    "any": Words(
        "The remaining angles are not fixed, but they cancel: \\[{before}={after}\\]",
        "其余的角没有确定，但它们在式中抵消：\\[{before}={after}\\]",
    ),
    "radicals": Words("exact value, no root in a denominator", "精确值，分母有理化"),
    "method": Words(
        "computed numerically to 40 digits from the angles and compared", "由角度做 40 位数值计算后比较"
    ),
}
SENTENCES: Final = {
    "value": Words("The exact value is \\({answer}\\).", "精确值是 \\({answer}\\)。"),
    "angle": Words("The angle is \\({answer}\\).", "这个角是 \\({answer}\\)。"),
    "undefined": Words("The expression is undefined.", "该式无意义（不存在）。"),
}
_FIFTY: Final = Number(Fraction(50), "50")
UNDEFINED: Final = {"en": r"\text{undefined}", "zh": r"\text{不存在}"}


def read(text: Text) -> Reading:
    """A value that the angles of a triangle, or plain angles, determine."""
    asked = re.sub(
        r"(?i)\bhow long is (?=(?:the )?(?:side )?\$?[A-Z]{2}\b)", "what is the length of ", text.source
    )
    text = Text(placed(plainly_named(asked)), text.language, text.values)
    if (one := read_one_angle(Text(small_words(text.source), text.language, text.values))) is not None:
        return one
    source = re.sub(
        r"\\(?:bigtriangleup|vartriangle)(?![A-Za-z])", r"\\triangle", without_one_unit(text.source)
    )
    source, steps = retold(source, text.language)
    found = _read(sums_in_words(described(source)), text.language, said=_IN_DEGREES.search(asked) is not None)
    if not steps or found is None or isinstance(found, Unread):
        return found
    return Opened(steps, found)


_IN_DEGREES: Final = re.compile(r"(?<!弧)度|(?i:\bdegrees?\b)")


def _read(source: str, language: Language, *, said: bool) -> Reading:
    """As `read`, of a triangle that has its letters."""
    source, letters = rewritten(source)
    found = account(source, VOCABULARY)
    about_triangle = bool(letters) or any(
        map(found.has, ("triangle", "equilateral", "isosceles_right", "isosceles", "right"))
    )
    has_trigonometry = any(
        isinstance(n, Call) and n.name in FUNCTIONS for node in found.nodes for n in walk(node)
    )
    if not has_trigonometry and not about_triangle:
        return None
    if found.unread:
        return Unread(found.unread)
    letters = letters or "ABC"
    nodes = with_one_name(_without_list_of_angles(found.nodes, letters), letters)
    named = _named_in_passing(found, letters)
    gaps = [n for n in nodes if isinstance(n, Relation) and Blank() in n.sides]  # `sin A = ?`
    relations = [n for n in nodes if isinstance(n, Relation) and n not in gaps]
    parts = [s for n in nodes if n not in relations for s in (n.sides if isinstance(n, Relation) else (n,))]
    asked = [n for n in parts if n != Blank() and n not in named]
    if not about_triangle and not relations:
        return _plain_value(asked, source, language)
    if about_triangle and not found.has("area") and not found.has("circumradius"):
        ratio = ratio_question(letters, relations, asked, _shape(found), language)
        if ratio is not None:
            return ratio
    triangle = triangle_of(letters, relations, _shape(found))
    if triangle is None:
        return None
    if found.has("area") and len(triangle.sides) == 3:
        return _area_from_sides(triangle, asked, language)
    degrees = said or "°" in source or r"\circ" in source
    if triangle.sides and not found.has("area"):
        radius = found.has("circumradius")
        sine = SineQuestion.of(triangle, asked, language, radius=radius, in_degrees=degrees)
        if sine is not None or radius:
            return sine
    if found.has("circumradius"):
        return None
    if found.has("area") or triangle.sides:
        return SideQuestion.of(triangle, asked, language, area=found.has("area"), in_degrees=degrees)
    if len(asked) != 1 or not symbols(asked[0]) <= set(letters) or not symbols(asked[0]):
        return None
    task = ExactValue(asked[0], triangle, degrees, language)
    return task if task.is_readable() else None


def _area_from_sides(triangle: Triangle, asked: list[Node], language: Language) -> Reading:
    """The area of a triangle with three sides: that of the figure."""
    if asked or len(triangle.equations) > 1 or triangle.shape:
        return None
    a, b, c = (f"${sp.latex(v)}$" for v in triangle.sides.values())
    told = {
        "en": f"A triangle has sides {a}, {b} and {c}. Find its area.",
        "zh": f"三角形的三边长分别为{a}、{b}、{c},求它的面积",
    }
    return read_figure(Text(told[language], language))


def _plain_value(asked: list[Node], source: str, language: Language) -> Reading:
    """An expression such as sin 75° with no letters in it."""
    if len(asked) != 1 or symbols(asked[0]):
        return None
    task = ExactValue(asked[0], None, "°" in source or r"\circ" in source, language)
    return task if task.is_readable() else None


def _without_list_of_angles(nodes: tuple[Node, ...], letters: str) -> list[Node]:
    """Drops `A, B, C` of "its angles A, B, C", which only names them."""
    named = [Symbol(c) for c in letters]
    for i in range(len(nodes) - 2):
        if list(nodes[i : i + 3]) == named and len(nodes) > 3:
            return [*nodes[:i], *nodes[i + 3 :]]
    return list(nodes)


def _named_in_passing(found: Account, letters: str) -> list[Node]:
    """Bare angles before the question of "A is an angle of an equilateral triangle", where all angles are the same."""
    if not found.has("equilateral"):
        return []
    before = found.concepts[: found.concepts.index("ask")] if found.has("ask") else ()
    later = found.concepts[len(before) :]
    nodes = [found.nodes[int(c[1:])] for c in before if c.startswith("#")]
    asked = [found.nodes[int(c[1:])] for c in later if c.startswith("#")]
    return [n for n in nodes if isinstance(n, Symbol) and n.name in letters and n not in asked]


def _shape(found: Account) -> str:
    """The kind of triangle that is named; "" when none is, "?" when two are."""
    shapes = [s for s in ("equilateral", "isosceles_right", "isosceles", "right") if found.has(s)]
    if set(shapes) == {"isosceles", "right"}:
        return "isosceles_right"
    return shapes[0] if len(shapes) == 1 else "?" if shapes else ""


@dataclass(frozen=True, slots=True)
class ExactValue:
    """The value of `asked`, whose letters are the angles of `triangle`."""

    asked: Node
    triangle: Triangle | None
    in_degrees: bool
    language: Language

    @property
    def is_angle(self) -> bool:
        """Whether an angle itself is asked for."""
        return not any(isinstance(n, Call) and n.name in FUNCTIONS for n in walk(self.asked))

    @property
    def _angles(self) -> dict[str, sp.Expr]:
        return dict(self.triangle.angles) if self.triangle else {}

    def is_readable(self) -> bool:
        """Whether every angle is fixed and has a value in radicals, or is known to have none."""
        if any(isinstance(n, Call) and n.name not in (*FUNCTIONS, "rad", "sqrt") for n in walk(self.asked)):
            return False
        try:
            if self.is_angle:
                return self.triangle is not None and not self._exact().free_symbols
            arguments = [sp.simplify(a) for _, a in self._calls()]
            if not arguments or not all(map(is_exact, arguments)):
                return False
            return bool(self._undefined()) or self._exact().is_real is True
        except FormulaError:
            return False

    def _calls(self) -> list[tuple[Call, sp.Expr]]:
        """The trigonometric functions that occur, with the value of their argument."""
        found = [n for n in walk(self.asked) if isinstance(n, Call) and n.name in FUNCTIONS]
        return [(n, sp.expand(to_sympy(n.arguments[0], self._angles))) for n in dict.fromkeys(found)]

    def _undefined(self) -> tuple[Call, sp.Expr] | None:
        return next(((n, a) for n, a in self._calls() if not is_defined(n.name, sp.simplify(a))), None)

    def _exact(self) -> sp.Expr:
        value = (
            sp.simplify(to_sympy(self.asked, self._angles))
            if self._is_open()
            else to_sympy(self.asked, self._angles)
        )
        return without_roots_below(value)

    def _is_open(self) -> bool:
        """Whether the triangle leaves angles free that only cancel in what is asked."""
        free = set().union(*(v.free_symbols for v in self._angles.values())) if self._angles else set()
        return bool(free)

    def solution(self) -> Solution:
        """The angles, then every function value, then the whole."""
        say, asked = self.language, to_latex(self.asked)
        steps = list(self.triangle.steps(say, in_degrees=self.in_degrees)) if self.triangle else []
        if self.is_angle:
            return Solution(tuple(steps), self._cell())
        if self.triangle:
            name = "any" if self._is_open() else "put_in"
            steps.append(WORDS[name].say(say, before=asked, after=self._inserted()))
        if undefined := self._undefined():
            steps.append(self._undefined_step(*undefined))
            return Solution(tuple(steps), self._cell())
        for call, argument in self._calls():
            steps += value_steps(call, sp.simplify(argument), self._angles, say, in_degrees=self.in_degrees)
        if self.asked not in [call for call, _ in self._calls()]:
            steps.append(WORDS["together"].say(say, before=asked, after=sp.latex(self._exact())))
        return Solution(tuple(dict.fromkeys(steps)), self._cell())

    def _inserted(self) -> str:
        """The expression with its angles as numbers, no function evaluated."""
        stand_ins = {}
        for number, (call, argument) in enumerate(self._calls()):
            angle = angle_latex(sp.simplify(argument), in_degrees=self.in_degrees)
            stand_ins[call] = (sp.Symbol(f"t_{number}"), rf"\{call.name}\left({angle}\right)")

        def replaced(node: Node) -> Node:
            match node:
                case Call() if node in stand_ins:
                    return Symbol(stand_ins[node][0].name)
                case Negative(operand):
                    return Negative(replaced(operand))
                case Binary(op, left, right, tight):
                    return Binary(op, replaced(left), replaced(right), tight)
                case Call(name, arguments):
                    return Call(name, tuple(map(replaced, arguments)))
                case _:
                    return node

        latex = to_latex(replaced(self.asked))
        for number, (_, shown) in reversed(list(enumerate(stand_ins.values()))):
            latex = latex.replace(f"t_{{{number}}}^", rf"\left({shown}\right)^").replace(
                f"t_{{{number}}}", shown
            )
        return latex

    def _undefined_step(self, call: Call, argument: sp.Expr) -> str:
        angle = angle_latex(sp.simplify(argument), in_degrees=self.in_degrees)
        above, below = (r"\sin", r"\cos") if call.name == "tan" else (r"\cos", r"\sin")
        fraction = rf"\frac{{{above}\left({angle}\right)}}{{{below}\left({angle}\right)}}"
        facts = {"function": rf"\{call.name}\left({angle}\right)", "fraction": fraction}
        return WORDS["undefined"].say(self.language, **facts, denominator=rf"{below}\left({angle}\right)")

    def _cell(self) -> str:
        lines, variables = self.triangle.lines(symbols(self.asked)) if self.triangle else ([], ())
        value = to_python(self.asked)
        if self.is_angle:
            last = f"({value})*180/pi" if self.in_degrees else value
        elif self._undefined():
            last = value
        elif self._is_open():
            last = f"simplify({value})"
        else:
            lines = [*lines, f"value = {value}", comment(WORDS["radicals"].say(self.language))]
            last = "expand(radsimp(value))"
        return cell(*lines, last, variables=variables)

    def conclude(self, value: Any) -> Conclusion | None:
        """The value in radicals, an angle, or that there is none."""
        if value in (sp.zoo, sp.nan):
            return Conclusion(SENTENCES["undefined"].say(self.language), UNDEFINED[self.language])
        if not isinstance(value, sp.Expr):
            return None
        kind = "angle" if self.is_angle else "value"
        answer = exact_latex(value) + (r"^{\circ}" if self.is_angle and self.in_degrees else "")
        return Conclusion(SENTENCES[kind].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Numerically from the angles, against the given value."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr) or self._undefined():
            return None
        kind = "angle" if self.is_angle else "value"
        claim = SENTENCES[kind].say(self.language, answer=answer)
        if values[0].free_symbols:
            return CheckPlan(claim, WORDS["method"].say(self.language), "False")
        given = exact_source(values[0])
        if self.is_angle and self.in_degrees and not values[0].has(sp.pi):
            given = f"({given})*pi/180"
        lines, variables = self.triangle.lines(symbols(self.asked)) if self.triangle else ([], ())
        holds = ""
        if self.triangle and not self._is_open():
            lines, variables = self.triangle.lines(set(self.triangle.letters))
            lines.append(f"fits = {self.triangle.conditions()}")
            holds = "fits and "
        if self._is_open():
            free = sorted({s.name for v in self._angles.values() for s in v.free_symbols})
            lines = [*(f"{v} = Rational(7, {19 + 2 * i})" for i, v in enumerate(free)), *lines]
            variables = ()
        lines.append(f"numeric = N({to_python(_numeric(self.asked))}, 45)")
        lines.append(f"{holds}bool(abs(numeric - N({given}, 45)) < Rational(1, 10**35))")
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=variables))


def _numeric(node: Node) -> Node:
    """The same tree with every angle as a decimal of 50 digits, so that no table of exact values is used."""
    match node:
        case Call(name, (argument,)) if name in FUNCTIONS:
            return Call(name, (Call("N", (argument, _FIFTY)),))
        case Binary(op, left, right, tight):
            return Binary(op, _numeric(left), _numeric(right), tight)
        case Call(name, arguments):
            return Call(name, tuple(map(_numeric, arguments)))
        case Negative(operand):
            return Negative(_numeric(operand))
        case _:
            return node
