"""sin, cos, tan of angles that sides fix: right triangles with two sides or one ratio, triangles with three sides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Call, Relation, Symbol, symbols, walk, with_children
from solver.latex import exact_latex, latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry.triangles.angles import (
    FUNCTIONS,
    is_exact,
    opposite,
    triangle_of,
    without_roots_below,
)
from solver.topics.geometry.triangles.ratio_words import WORDS
from solver.topics.geometry.triangles.relations import with_lengths
from solver.topics.geometry.triangles.shapes import sides_of

ANGLE_PLACES: Final = 1
"""Decimal places of an angle in degrees that has no exact name."""


def ratio_question(
    letters: str, relations: list[Relation], asked: list[Node], shape: str, language: Language
) -> RatioQuestion | None:
    """A function of angles whose sides are known; None when it is something else."""
    if len(asked) != 1 or len(set(letters)) != 3:
        return None
    calls = [n for n in walk(asked[0]) if isinstance(n, Call) and n.name in FUNCTIONS]
    arguments = {a for c in calls for a in c.arguments} if calls else {asked[0]}
    if not calls and not (isinstance(asked[0], Symbol) and asked[0].name in letters):
        return None
    if any(_multiples(a, letters) is None for a in arguments):
        return None
    trigonometric = [
        r for r in relations if any(isinstance(n, Call) and n.name in FUNCTIONS for n in walk(r))
    ]
    told = [r for r in relations if r not in trigonometric]
    plain = _with_equal_sides(with_lengths(told, letters), letters)
    lengths = [
        to_sympy(r.sides[-1]) for r in plain if opposite(r.sides[0], letters) and not symbols(r.sides[-1])
    ]
    if shape == "isosceles" and len(lengths) == 3 and len(set(lengths)) < 3:
        shape = ""  # the sides say so themselves
    triangle = triangle_of(letters, plain, shape)
    if triangle is None or not set(symbols(asked[0])) <= set(letters):
        return None
    right = next((v for v in letters if triangle.angles[v] == sp.pi / 2), "")
    if len(trigonometric) == 1 and right and not triangle.sides and len(triangle.equations) == 2:
        sides = _from_ratio(trigonometric[0], right, letters)
    elif not trigonometric and triangle.sides:
        sides = _from_sides(triangle.sides, triangle.angles, letters, len(triangle.equations))
    elif trigonometric:
        sides = sides_of(triangle, trigonometric)
    else:
        return None
    if sides is None or not all(bool(v > 0) for v in sides.values()):
        return None
    given = tuple(trigonometric) or tuple(
        r for r in told if r not in plain and with_lengths([r], letters) != [r]
    )
    task = RatioQuestion(letters, sides, right, asked[0], given, tuple(triangle.sides), language)
    return task if task.is_readable() else None


def _multiples(argument: Node, letters: str) -> tuple[dict[str, sp.Expr], sp.Expr] | None:
    """`2A - B + pi/4` as multiples of angles (whole or half) and an exact angle; None for anything else."""
    if not symbols(argument) or not symbols(argument) <= set(letters):
        return None
    try:
        value = sp.expand(to_sympy(argument))
    except FormulaError:
        return None
    multiples = {v: value.coeff(sp.Symbol(v)) for v in letters if value.has(sp.Symbol(v))}
    rest = sp.expand(value - sum((k * sp.Symbol(v) for v, k in multiples.items()), sp.Integer(0)))
    whole = all(k.is_Rational and (2 * k).is_integer and abs(k) <= 6 for k in multiples.values())
    return (multiples, rest) if whole and not rest.free_symbols and is_exact(rest) else None


def _with_equal_sides(relations: list[Relation], letters: str) -> list[Relation]:
    """AB = AC with AC = 5 says AB = 5."""
    equal = [r for r in relations if len(r.sides) == 2 and all(opposite(s, letters) for s in r.sides)]
    known = {opposite(r.sides[0], letters): r.sides[-1] for r in relations if r not in equal}
    kept = [r for r in relations if r not in equal]
    for relation in equal:
        one, other = (opposite(s, letters) for s in relation.sides)
        if (one in known) == (other in known):
            return relations
        side, value = (relation.sides[0], known[other]) if other in known else (relation.sides[1], known[one])
        kept.append(Relation(("=",), (side, value)))
    return kept


def _from_ratio(given: Relation, right: str, letters: str) -> dict[str, sp.Expr] | None:
    """Sides of a right triangle in which sin, cos or tan of an acute angle has the given value."""
    match given:
        case Relation(("=",), (Call(name, (Symbol(v),)), right_side)) if v in letters and v != right:
            pass
        case _:
            return None
    if symbols(right_side):
        return None
    value = to_sympy(right_side)
    if not value.is_real or not bool(value > 0) or (name in ("sin", "cos") and not bool(value < 1)):
        return None
    other = next(w for w in letters if w not in (v, right))
    above, below = sp.fraction(sp.radsimp(value))
    match name:
        case "sin":
            return {v: above, right: below, other: sp.sqrt(below**2 - above**2)}
        case "cos":
            return {other: above, right: below, v: sp.sqrt(below**2 - above**2)}
        case "tan":
            return {v: above, other: below, right: sp.sqrt(above**2 + below**2)}
    return None


def _from_sides(
    sides: Mapping[str, sp.Expr], angles: Mapping[str, sp.Expr], letters: str, equations: int
) -> dict[str, sp.Expr] | None:
    """All three sides from three, from two with the angle between them, or from two of a right triangle."""
    if len(sides) == 3:
        a, b, c = (sides[v] for v in letters)
        fits = all(bool(p < q + r) for p, q, r in ((a, b, c), (b, a, c), (c, a, b)))
        if equations == 2:  # a right angle is given too
            right = next((v for v in letters if angles[v] == sp.pi / 2), "")
            legs = [sides[v] ** 2 for v in letters if v != right]
            fits = fits and right != "" and sp.simplify(sides[right] ** 2 - sum(legs)) == 0
        return dict(sides) if fits and equations <= 2 else None
    if len(sides) != 2 or equations != 2:
        return None
    third = next(v for v in letters if v not in sides)
    right = next((v for v in letters if angles[v] == sp.pi / 2), "")
    p, q = sides.values()
    if right and right != third:
        leg = next(v for v in sides if v != right)
        square = sides[right] ** 2 - sides[leg] ** 2
    elif is_exact(angles[third]):
        square = p**2 + q**2 - 2 * p * q * sp.cos(angles[third])
    else:
        return None
    square = sp.expand(square)
    return {**sides, third: sp.sqrtdenest(sp.sqrt(square))} if bool(square > 0) else None


@dataclass(frozen=True)
class RatioQuestion:
    """`asked` in a triangle with all `sides` (by the vertex opposite); the right angle is at `right`, if there is one."""

    letters: str
    sides: dict[str, sp.Expr]
    right: str
    asked: Node
    given: tuple[Relation, ...]
    known: tuple[str, ...]
    language: Language

    def _cosine(self, v: str) -> sp.Expr:
        p, q = (self.sides[w] for w in self.letters if w != v)
        return sp.radsimp((p**2 + q**2 - self.sides[v] ** 2) / (2 * p * q))

    def _half(self, v: str) -> sp.Expr:
        """cos(v/2) + i sin(v/2), the point of the unit circle at half the angle."""
        cosine = self._cosine(v)
        return sp.sqrt(sp.radsimp((1 + cosine) / 2)) + sp.I * sp.sqrt(sp.radsimp((1 - cosine) / 2))

    def _whole(self, v: str) -> sp.Expr:
        cosine = self._cosine(v)
        return cosine + sp.I * sp.sqrt(sp.expand(1 - cosine**2))

    def _of(self, call: Call) -> sp.Expr:
        """The value of one function: angles add up where points of the unit circle are multiplied (de Moivre)."""
        found = _multiples(call.arguments[0], self.letters)
        assert found is not None  # ratio_question has seen to that
        multiples, rest = found
        point = sp.cos(rest) + sp.I * sp.sin(rest)
        for v, k in multiples.items():
            base, times = (self._whole(v), k) if k.is_Integer else (self._half(v), 2 * k)
            point = sp.expand(point * (base if times > 0 else sp.conjugate(base)) ** abs(times))
        cosine, sine = point.as_real_imag()
        match call.name:
            case "sin":
                return sine
            case "cos":
                return cosine
            case "tan":
                return sine / cosine if sp.simplify(cosine) != 0 else sp.zoo
            case _:
                return cosine / sine if sp.simplify(sine) != 0 else sp.zoo

    def _calls(self) -> list[Call]:
        return list(dict.fromkeys(n for n in walk(self.asked) if isinstance(n, Call) and n.name in FUNCTIONS))

    def _value(self) -> sp.Expr:
        values = {f"value_{i}": self._of(call) for i, call in enumerate(self._calls())}
        names: dict[Node, Node] = {call: Symbol(f"value_{i}") for i, call in enumerate(self._calls())}

        def replaced(node: Node) -> Node:
            return names.get(node) or with_children(node, replaced)

        return sp.sqrtdenest(without_roots_below(sp.simplify(to_sympy(replaced(self.asked), values))))

    @property
    def is_angle(self) -> bool:
        """Whether an angle itself is asked for; it is given in degrees."""
        return not self._calls()

    def is_readable(self) -> bool:
        """Whether the value exists and is real."""
        try:
            if self.is_angle:
                return isinstance(self.asked, Symbol)
            return self._value().is_real is True
        except (FormulaError, TypeError):
            return False

    def solution(self) -> Solution:
        """The sides, the ratios, what is asked."""
        say, steps = self.language, list[str]()
        shown = ", ".join(rf"\({v.lower()}={sp.latex(x)}\)" for v, x in self.sides.items())
        given = ", ".join(rf"\({to_latex(r)}\)" for r in self.given)
        if self.given and not self.right and any(isinstance(r.sides[0], Call) for r in self.given):
            steps.append(WORDS["sines"].say(say, given=given, sides=shown))
        elif self.given:
            steps.append(WORDS["ratio"].say(say, given=to_latex(self.given[0])))
        if self.right:
            a, b = (v.lower() for v in self.letters if v != self.right)
            names = {
                "right": self.right,
                "hypotenuse": self.right.lower(),
                "c": self.right.lower(),
                "a": a,
                "b": b,
            }
            steps.append(WORDS["right"].say(say, sides=shown, **names))
        elif len(self.known) == 2:
            steps.append(WORDS["third"].say(say, sides=shown))
        for v in sorted(symbols(self.asked)):
            if v == self.right:
                continue
            cosine = self._cosine(v)
            b, c = (w.lower() for w in self.letters if w != v)
            sine = sp.latex(without_roots_below(sp.sqrt(sp.expand(1 - cosine**2))))
            facts = {"v": v, "a": v.lower(), "value": sp.latex(cosine), "sine": sine}
            if self.right:
                adjacent = next(w.lower() for w in self.letters if w not in (v, self.right))
                steps.append(WORDS["acute"].say(say, **facts, adjacent=adjacent, c=self.right.lower()))
            else:
                key = "cosine_alone" if self.is_angle else "cosine"
                steps.append(WORDS[key].say(say, **facts, b=b, c=c))
            if self._has_half(v):
                steps.append(WORDS["halves"].say(say, v=v))
        for call in self._calls():
            argument = to_sympy(call.arguments[0])
            expanded = sp.expand_trig(getattr(sp, call.name)(argument))
            if not argument.is_Symbol and expanded != getattr(sp, call.name)(argument):
                steps.append(WORDS["sums"].say(say, call=to_latex(call), expanded=sp.latex(expanded)))
        if self.is_angle:
            angle = self._angle_latex()
            steps.append(WORDS["put_in"].say(say, asked=to_latex(self.asked), value=angle))
        else:
            steps.append(WORDS["put_in"].say(say, asked=to_latex(self.asked), value=sp.latex(self._value())))
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        names = [f"side_{v.lower()}" for v in self.letters]
        lines = [comment(WORDS["cell"].say(self.language))]
        for name, v in zip(names, self.letters, strict=True):
            side = exact_source(self.sides[v])
            lines.append(f"{name} = Integer({side})" if self.sides[v].is_Integer else f"{name} = {side}")
        for v in sorted(symbols(self.asked)):
            p, q = (f"side_{w.lower()}" for w in self.letters if w != v)
            cosine = f"({p}**2 + {q}**2 - side_{v.lower()}**2) / (2*{p}*{q})"
            if self._has_half(v):  # written with the tangent of the half angle, so that v/2 is plain
                lines += [
                    f"cosine = {cosine}",
                    f"{python_name(v)} = 2*atan(sqrt((1 - cosine) / (1 + cosine)))",
                ]
            else:
                lines.append(f"{python_name(v)} = acos({cosine})")
        if self.is_angle:
            return cell(*lines, f"simplify({to_python(self.asked)}*180/pi)")
        sums = any(not isinstance(c.arguments[0], Symbol) for c in self._calls())
        value = f"expand_trig({to_python(self.asked)})" if sums else to_python(self.asked)
        return cell(*lines, f"sqrtdenest(expand(radsimp(simplify({value}))))")

    def _degrees(self) -> sp.Expr:
        return sp.acos(self._cosine(next(iter(symbols(self.asked))))) * 180 / sp.pi

    def _angle_latex(self) -> str:
        """In degrees; an angle that is no multiple of 3° by its cosine, and about how many degrees it has."""
        degrees = self._degrees()
        if degrees.is_Rational:
            return f"{sp.latex(degrees)}^{{\\circ}}"
        rounded = f"{float(degrees):.{ANGLE_PLACES}f}"
        return rf"{latex(degrees * sp.pi / 180)}\approx {rounded}^{{\circ}}"

    def _has_half(self, v: str) -> bool:
        found = [_multiples(c.arguments[0], self.letters) for c in self._calls()]
        return any(m is not None and not m[0].get(v, sp.Integer(1)).is_Integer for m in found)

    def conclude(self, value: Any) -> Conclusion | None:
        """The exact value."""
        if not isinstance(value, sp.Expr) or not value.is_number or value.has(sp.zoo, sp.nan):
            return None
        if self.is_angle and sp.simplify(value - self._degrees()) != 0:
            return None
        answer = self._angle_latex() if self.is_angle else exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Vertices in coordinates; angles measured there as decimals."""
        tests = self._tests(answer)
        if not tests:
            return None
        p, q, r = map(python_name, self.letters)
        a, b, c = (exact_source(self.sides[v]) for v in self.letters)
        lines = [
            f"a, b, c = (N(side, 50) for side in map(sympify, ({a}, {b}, {c})))",
            "horizontal = (b**2 + c**2 - a**2) / (2*c)",
            "corners = [(0, 0), (c, 0), (horizontal, sqrt(b**2 - horizontal**2))]",
            "",
            "def angle(at, one, two):",
            "    first = atan2(one[1] - at[1], one[0] - at[0])",
            "    second = atan2(two[1] - at[1], two[0] - at[0])",
            "    turn = abs(first - second)",
            "    return min(turn, 2*pi.n(50) - turn)",
            "",
            f"{p}, {q}, {r} = (angle(corners[i], corners[(i + 1) % 3], corners[(i + 2) % 3]) for i in range(3))",
            f"value = N({to_python(self.asked)}{'*180/pi' if self.is_angle else ''}, 40)",
            f"bool({' and '.join(tests)})",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))

    def _tests(self, answer: str) -> list[str]:
        """That `value` is what the answer says; of an angle also rounded degrees, or its size in radians."""
        found = []
        for piece in re.split(r"\\approx|≈", answer) if self.is_angle else [answer]:
            values = values_in(piece)
            if (
                values is None
                or len(values) != 1
                or not isinstance(values[0], sp.Expr)
                or values[0].free_symbols
            ):
                return []
            places = re.fullmatch(r"\s*\d+\.(\d+)\s*(?:\^\s*\{?\s*\\circ\s*\}?|°)?\s*", piece)
            near = f"Rational(1, {2 * 10 ** len(places[1])})" if places else "Rational(1, 10**30)"
            number = sp.Rational(piece.split("^")[0].strip(" °")) if places else values[0]
            if self.is_angle and not places and values[0].has(sp.acos, sp.asin, sp.atan):
                number = values[0] * 180 / sp.pi
            found.append(f"abs(value - N({exact_source(number)}, 40)) < {near}")
        return found
