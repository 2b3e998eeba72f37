"""Ellipses and hyperbolas: centre, vertices, foci, axes, eccentricity, directrices, asymptotes; and their equation from such facts.

Read: one curve with axes parallel to the coordinate axes, given by its equation with numbers, or by facts that determine it.
Not: letters in the equation, rotated curves, circles, parabolas (but which of them an equation is), lines and tangents, two curves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_python
from solver.formula.nodes import Relation
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.cells import cell, comment, difference, exact_source
from solver.topics.geometry.conics.checking import CURVE, EDGES, FOCUS, SAME, answered, kind_in, test_of
from solver.topics.geometry.conics.determine import LENGTHS, RATIOS, Fact, center_of, determined, equations
from solver.topics.geometry.conics.drawing import drawing
from solver.topics.geometry.conics.explaining import (
    determined_steps,
    read_off,
    shown,
    standard_steps,
    type_steps,
)
from solver.topics.geometry.conics.reading import Said, prepared, said_of
from solver.topics.geometry.conics.shape import (
    OF_ELLIPSE,
    OF_HYPERBOLA,
    POINTS,
    SOURCES,
    Conic,
    X,
    Y,
    conic_of,
    lines_of,
    number_of,
    polynomial_of,
    type_of,
)
from solver.topics.geometry.conics.words import NAMES, TYPES, VOCABULARY, WORDS

_OURS: Final = re.compile(
    r"(?i)ellips|hyperbola|\bconic|(?:major|minor|transverse|conjugate) ax|eccentricit|\bfoci\b|椭圆|双曲线|圆锥曲线|什么曲线|何种曲线|哪种曲线|离心率|长轴|短轴|实轴|虚轴"
)

_ELSEWHERE: Final = re.compile(
    r"(?i)equations? (?:of|for) (?:the |its |each |both )?(?:major|minor|transverse|conjugate|semi|latus|axis|axes)|[长短实虚]轴(?:所在)?的?(?:直线)?的?方程"
)
"""Lines that are no directrices and no asymptotes."""


def read(text: Text) -> Reading:
    """A question about one ellipse or hyperbola."""
    if not _OURS.search(text.source) or _ELSEWHERE.search(text.source):
        return None
    found = account(prepared(text.source), VOCABULARY)
    try:
        said = said_of(found)
        task = _task(said, text.language) if said is not None else None
    except (FormulaError, TypeError, AttributeError, NotImplementedError):
        return None
    if found.unread:
        return Unread(found.unread)
    return task


def _task(said: Said, language: Language) -> Reading:
    chinese = language == "zh"
    wanted = tuple(dict.fromkeys(said.wanted))
    if not wanted or len(said.curves) > 1 or said.kind == "both":
        return None
    if said.named and (said.kind not in ("", said.named) or (said.named == "ellipse") != said.ordered):
        return None
    if said.curves:
        poly = polynomial_of(said.curves[0])
        if poly is None or said.facts:
            return None
        if wanted == ("type",):
            known = type_of(poly) is not None and not said.kind
            return KindOfConic(said.curves[0], poly, language) if known else None
        shape = conic_of(poly)
        if shape is None or said.kind not in ("", shape.kind):
            return None
        named = _named(wanted, shape.kind, chinese=chinese)
        return Curve(Givens(said.curves[0], ()), (shape,), named, language) if named else None
    kind = said.kind or said.named
    if kind not in ("ellipse", "hyperbola") or "type" in wanted:
        return None
    facts = tuple(said.facts)
    measures = [fact for fact in facts if fact.name not in ("center", "along")]
    if len(measures) == 1 and measures[0].name in RATIOS and set(wanted) <= RATIOS:
        facts += (Fact("scale", (sp.S.One,)),)
    numbers = set(wanted) <= set(SOURCES) and all(
        f.name in (*LENGTHS, "eccentricity", "ratio", "apex") for f in facts
    )
    origin = said.standard or chinese or numbers  # where only numbers are asked for the place does not matter
    center = center_of(facts) or ((sp.S.Zero, sp.S.Zero) if origin else None)
    named = _named(wanted, kind, chinese=chinese)
    bad = OF_HYPERBOLA if kind == "ellipse" else OF_ELLIPSE
    if center is None or not named or {fact.name for fact in facts} & bad:
        return None
    shapes = determined(kind, facts, center, chinese=chinese)
    if numbers and len({(shape.a2, shape.b2) for shape in shapes}) == 1:
        shapes = shapes[:1]
    several = len(shapes) > 1 and (len(shapes) > 2 or wanted != ("equation",))
    return None if not shapes or several else Curve(Givens(None, facts), shapes, named, language)


def _named(wanted: tuple[str, ...], kind: str, *, chinese: bool) -> tuple[str, ...]:
    """The features with their own names; empty where this curve has not all of them."""
    if set(wanted) & (OF_HYPERBOLA if kind == "ellipse" else OF_ELLIPSE) or "main_ends" in wanted:
        wanted = tuple("vertices" if w == "main_ends" and kind == "ellipse" else w for w in wanted)
        return wanted if not set(wanted) & (OF_HYPERBOLA if kind == "ellipse" else OF_ELLIPSE) else ()
    if chinese and kind == "ellipse":
        return tuple("corners" if w == "vertices" else w for w in wanted)
    return wanted


@dataclass(frozen=True, slots=True)
class Givens:
    """The equation of the curve, or the facts that determine it."""

    relation: Relation | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """What is `wanted` of the curve; `shapes` are several only where an equation alone is wanted."""

    given: Givens
    shapes: tuple[Conic, ...]
    wanted: tuple[str, ...]
    language: Language

    def solution(self) -> Solution:
        """Standard equation, a, b, c, then what is wanted of them."""
        say, shape = self.language, self.shapes[0]
        if self.given.relation is not None:
            poly = polynomial_of(self.given.relation)
            assert poly is not None
            steps = standard_steps(self.given.relation, poly, shape, say) + read_off(shape, self.wanted, say)
        else:
            steps = determined_steps(self.given.facts, shape.center, self.shapes, self.wanted, say)
        source = self._cell() if self.given.relation is not None else self._facts_cell()
        return Solution(tuple(steps), source, drawing(shape, say))

    def _cell(self) -> str:
        shape, relation = self.shapes[0], self.given.relation
        assert relation is not None
        left, right = map(to_python, relation.sides)
        second = "b = sqrt(right/{0})" if shape.kind == "ellipse" else "b = sqrt(-right/{0})"
        first, other = ("p", "q") if shape.along == "x" else ("q", "p")
        sign = "-" if shape.kind == "ellipse" else "+"
        lines = [
            f"curve = expand({difference(left, right)})",
            comment(WORDS["note"].say(self.language)),
            "p, q = curve.coeff(x, 2), curve.coeff(y, 2)",
            "h, k = -curve.coeff(x, 1)/(2*p), -curve.coeff(y, 1)/(2*q)",
            "right = p*h**2 + q*k**2 - curve.subs({x: 0, y: 0})",
            f"a = sqrt(right/{first})",
            second.format(other),
            f"c = sqrt(a**2 {sign} b**2)",
            self._last(shape),
        ]
        return cell(*lines, variables="xy")

    def _facts_cell(self) -> str:
        shape = self.shapes[0]
        chinese = self.language == "zh"
        lines = [f"h, k = S({exact_source(shape.center[0])}), S({exact_source(shape.center[1])})"]
        lines.append(comment(WORDS["note_facts"].say(self.language)))
        several = []
        for i, curve in enumerate(self.shapes):
            rows = equations(curve.kind, self.given.facts, curve.center, curve.along, chinese=chinese)
            assert rows is not None
            name = "found" if len(self.shapes) == 1 else f"found_{i + 1}"
            lines.append(f"{name} = solve([{', '.join(map(exact_source, rows))}], [A, B], dict=True)[0]")
            several.append(_equation_source(curve, f"{name}[A]", f"{name}[B]"))
        if len(self.shapes) > 1:
            return _facts_cell(lines, f"[{', '.join(several)}]")
        lines.append("a, b = sqrt(found[A]), sqrt(found[B])")
        lines.append(f"c = sqrt(a**2 {'-' if shape.kind == 'ellipse' else '+'} b**2)")
        return _facts_cell(lines, self._last(shape))

    def _last(self, shape: Conic) -> str:
        sources = [_source(shape, name) for name in self.wanted if name != "type"]
        return sources[0] if len(sources) == 1 else f"[{', '.join(sources)}]"

    def conclude(self, value: Any) -> Conclusion | None:
        """The values in the order of the question."""
        say = self.language
        if len(self.shapes) > 1:
            if not isinstance(value, list) or len(value) != len(self.shapes):
                return None
            word = r"\ \text{或}\ " if say == "zh" else r"\ \text{or}\ "
            answer = word.join(shape.standard() for shape in self.shapes)
            return Conclusion(WORDS["answer"].say(say, answer=answer), answer)
        parts = [name for name in self.wanted if name != "type"]
        values = [value] if len(parts) == 1 else value
        if not isinstance(values, list) or len(values) != len(parts):
            return None
        kept = dict(zip(parts, values, strict=True))
        if any(not _agrees(self.shapes[0], name, v) for name, v in kept.items()):
            return None
        answer = r",\ ".join(shown(self.shapes[0], name, say) for name in self.wanted)
        if len(self.wanted) > 1:
            return Conclusion(WORDS["answer"].say(say, answer=answer), answer)
        colon = "：" if say == "zh" else ": "
        stop = "。" if say == "zh" else "."
        return Conclusion(f"{NAMES[self.wanted[0]].say(say)}{colon}\\({answer}\\){stop}", answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By the definitions, on the curve's own equation, or on the one that is claimed."""
        wanted = tuple(name for name in self.wanted if name != "type")
        text = answer
        if "type" in self.wanted:
            if kind_in(answer) != self.shapes[0].kind:
                return None
            text = re.sub(r"(?i)\\text\s*\{[^{}]*\}|ellipse|hyperbola|椭圆|双曲线", " ", answer)
        parts = answered(text, wanted, len(self.shapes))
        if parts is None:
            return None
        claimed = parts.pop("equation", None)
        shape, chinese = self.shapes[0], self.language == "zh"
        conditions = [
            "det(hessian(curve, (x, y))) > 0"
            if shape.kind == "ellipse"
            else "det(hessian(curve, (x, y))) < 0"
        ]
        for name, values, whole in (
            *((fact.name, fact.values, False) for fact in self.given.facts),
            *((name, values, True) for name, values in parts.items()),
        ):
            conditions += test_of(name, values, shape.kind, chinese=chinese, whole=whole)
        curves = list(claimed) if claimed and self.given.relation is None else [shape.polynomial]
        if claimed and self.given.relation is not None:
            conditions.append(f"is_curve({exact_source(claimed[0])}, curve)")
        if self.given.relation is not None:
            poly = polynomial_of(self.given.relation)
            assert poly is not None
            curves = [poly.as_expr()]
        uses_focus = any("has_focus" in condition for condition in conditions)
        uses_curve = uses_focus or any("is_curve" in condition for condition in conditions)
        lines = [
            *SAME,
            *(CURVE if uses_curve else ()),
            "def fits(curve):",
            "    " + comment(WORDS["note_edge"].say(self.language)),
            *EDGES,
            *(FOCUS if uses_focus else ()),
            "    return all([",
            *(
                f"        {condition}," if "#" not in condition else "        False,"
                for condition in dict.fromkeys(conditions)
            ),
            "    ])",
            "",
            f"curves = [{', '.join(map(exact_source, curves))}]",
            "all(fits(curve) for curve in curves)",
        ]
        if len(self.shapes) > 1:
            ratio = "not cancel(curves[0]/curves[1]).is_number"
            lines[-1] = f"{ratio} and {lines[-1]}"
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables="xy"))


def _facts_cell(lines: list[str], last: str) -> str:
    source = cell(*lines, last, variables=["x", "y"] if re.search(r"\b[xy]\b", last) else [])
    head = 'A, B = symbols("A B", positive=True)\n'
    top, _, body = source.partition("\n\n")
    names = sorted({*top.removeprefix("from sympy import ").split(", "), "symbols"}, key=str.lower)
    return f"from sympy import {', '.join(names)}\n\n{head}{body}"


def _equation_source(shape: Conic, a2: str, b2: str) -> str:
    under = (a2, b2) if shape.along == "x" else (b2, a2)
    terms = [f"({z} - {m})**2/{u}" for z, m, u in zip("xy", "hk", under, strict=True)]
    if shape.kind == "ellipse":
        return f"Eq({' + '.join(terms)}, 1)"
    return f"Eq({' - '.join(terms if shape.along == 'x' else terms[::-1])}, 1)"


def _source(shape: Conic, name: str) -> str:
    if name in SOURCES:
        return SOURCES[name]
    if name == "equation":
        return _equation_source(shape, "a**2", "b**2")
    level, upright = ("h {} {}", "k"), ("h", "k {} {}")

    def pair(letter: str, *, main: bool) -> str:
        p, q = level if main == (shape.along == "x") else upright
        return ", ".join(f"({p.format(sign, letter)}, {q.format(sign, letter)})" for sign in "-+")

    match name:
        case "center":
            return "(h, k)"
        case "foci":
            return f"[{pair('c', main=True)}]"
        case "vertices":
            return f"[{pair('a', main=True)}]"
        case "covertices":
            return f"[{pair('b', main=False)}]"
        case "corners":
            return f"[{pair('a', main=True)}, {pair('b', main=False)}]"
        case "directrices":
            z, m = ("x", "h") if shape.along == "x" else ("y", "k")
            return f"[Eq({z}, {m} - a**2/c), Eq({z}, {m} + a**2/c)]"
    slope = "b/a" if shape.along == "x" else "a/b"
    return f"[Eq(y, expand(k - {slope}*(x - h))), Eq(y, expand(k + {slope}*(x - h)))]"


def _agrees(shape: Conic, name: str, value: Any) -> bool:
    """Whether the cell's value is the feature that is put into words."""
    if name == "equation":
        return isinstance(value, sp.Eq) and sp.simplify(value.lhs - value.rhs - shape.left + 1) == 0
    if name in SOURCES:
        return bool(sp.simplify(value - number_of(shape, name)) == 0)
    if name == "center":
        return tuple(value) == shape.center
    if not isinstance(value, list):
        return False
    if name in POINTS:
        expected = POINTS[name](shape)
        pairs = zip(value, expected, strict=True) if len(value) == len(expected) else ()
        return bool(value) and all(
            sp.simplify(p - q) == 0 for one, two in pairs for p, q in zip(one, two, strict=True)
        )
    return len(value) == 2 and all(
        isinstance(found, sp.Eq) and found.lhs == z and sp.simplify(found.rhs - line) == 0
        for found, (z, line) in zip(value, lines_of(shape, name), strict=True)
    )


@dataclass(frozen=True, slots=True)
class KindOfConic:
    """Which conic section an equation is: ellipse, hyperbola, parabola or circle."""

    relation: Relation
    poly: sp.Poly
    language: Language

    def solution(self) -> Solution:
        """The factors of the squares, and for a curve with a centre the standard equation."""
        steps = type_steps(self.relation, self.poly, self.language)
        shape = conic_of(self.poly)
        if shape is not None:
            steps += standard_steps(self.relation, self.poly, shape, self.language)
        left, right = map(to_python, self.relation.sides)
        lines = [
            f"curve = expand({difference(left, right)})",
            comment(WORDS["note_type"].say(self.language)),
            "(curve.coeff(x, 2), curve.coeff(y, 2))",
        ]
        return Solution(
            tuple(steps), cell(*lines, variables="xy"), drawing(shape, self.language) if shape else None
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The name of the curve, for the factors that the cell found."""
        if not isinstance(value, tuple) or value != tuple(self.poly.coeff_monomial(m) for m in (X**2, Y**2)):
            return None
        kind = type_of(self.poly)
        assert kind is not None
        answer = rf"\text{{{TYPES[kind].say(self.language)}}}"
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By the determinant of the second derivatives."""
        kind = kind_in(answer)
        if kind is None:
            return None
        round_ = "curve_xx == curve_yy"
        test = {
            "ellipse": f"determinant > 0 and not {round_}",
            "circle": f"determinant > 0 and {round_}",
            "hyperbola": "determinant < 0",
            "parabola": "determinant == 0",
        }[kind]
        lines = [
            f"curve = {exact_source(self.poly.as_expr())}",
            "curve_xx, curve_yy = diff(curve, x, 2), diff(curve, y, 2)",
            "determinant = curve_xx*curve_yy - diff(curve, x, y)**2",
            f"bool({test})",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method_type"].say(self.language), cell(*lines, variables="xy"))
