"""The three sides of a triangle from three of its parts, with the steps that a teacher would write.

Exact values only. Where two triangles fit there is no answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import exact_source
from solver.topics.geometry.solved_triangles.reading import Told

WORDS: Final = {
    "cos": Words("From \\({given}\\): \\(\\cos {A}={cos}\\), \\(\\sin {A}={sin}\\).", "由 \\({given}\\) 得 \\(\\cos {A}={cos}\\)，\\(\\sin {A}={sin}\\)。"),
    "third": Words("The angles add up to \\(180^\\circ\\), so \\[\\sin {C}=\\sin({A}+{B})=\\sin {A}\\cos {B}+\\cos {A}\\sin {B}={sin},\\qquad \\cos {C}=-\\cos({A}+{B})={cos}\\]", "三角形内角和为 \\(180^\\circ\\)，所以 \\[\\sin {C}=\\sin({A}+{B})=\\sin {A}\\cos {B}+\\cos {A}\\sin {B}={sin},\\qquad \\cos {C}=-\\cos({A}+{B})={cos}\\]"),
    "cosines": Words("By the law of cosines \\[{a}^2={b}^2+{c}^2-2\\cdot {b}\\cdot {c}\\cdot\\cos {A}={square}\\] A length is positive, so \\({a}={value}\\).", "由余弦定理 \\[{a}^2={b}^2+{c}^2-2\\cdot {b}\\cdot {c}\\cdot\\cos {A}={square}\\] 长度为正，所以 \\({a}={value}\\)。"),
    "pythagoras": Words("By the theorem of Pythagoras \\[{a}^2={b}^2+{c}^2={square}\\] so \\({a}={value}\\).", "由勾股定理 \\[{a}^2={b}^2+{c}^2={square}\\] 所以 \\({a}={value}\\)。"),
    "sines": Words("By the law of sines \\[\\frac{{{a}}}{{\\sin {A}}}=\\frac{{{b}}}{{\\sin {B}}},\\qquad {b}=\\frac{{{a}\\sin {B}}}{{\\sin {A}}}={value}\\]", "由正弦定理 \\[\\frac{{{a}}}{{\\sin {A}}}=\\frac{{{b}}}{{\\sin {B}}},\\qquad {b}=\\frac{{{a}\\sin {B}}}{{\\sin {A}}}={value}\\]"),
    "unknown": Words("By the law of cosines for the side \\({a}\\), with \\({c}=t\\): \\[{equation}=0\\] The only length that fits is \\({c}={value}\\).", "对边 \\({a}\\) 用余弦定理，设 \\({c}=t\\)：\\[{equation}=0\\] 符合条件的只有 \\({c}={value}\\)。"),
    "leg": Words("By the theorem of Pythagoras \\[{c}^2={a}^2-{b}^2={square}\\] so \\({c}={value}\\).", "由勾股定理 \\[{c}^2={a}^2-{b}^2={square}\\] 所以 \\({c}={value}\\)。"),
}  # fmt: skip


_SINES: Final = Words("law of sines", "正弦定理")


@dataclass(slots=True)
class Triangle:
    """Sides and (cos, sin) of angles by vertex, as far as they are known; the steps so far."""

    told: Told
    language: Language
    sides: dict[str, sp.Expr] = field(default_factory=dict)
    angles: dict[str, tuple[sp.Expr, sp.Expr]] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """Source that finds the sides, each by its name."""

    def name(self, vertex: str) -> str:
        """The side opposite: a for A where the problem calls its sides so, else BC."""
        return self.told.side_name(vertex)

    def say(self, key: str, **values: object) -> None:
        """One more step."""
        self.steps.append(WORDS[key].say(self.language, **values))


def neat(value: sp.Expr) -> sp.Expr:
    """Radicals together, no root in a denominator."""
    return sp.sqrtdenest(sp.radsimp(sp.simplify(value)))


def solved(told: Told, language: Language) -> Triangle | None:
    """The triangle with all its sides; None where it is not determined, does not exist, or two of them fit."""
    known = Triangle(told, language)
    for vertex, value in told.sides:
        if not value.is_positive:
            return None
        known.sides[vertex] = value
        known.lines.append(f"{known.name(vertex)} = sympify({exact_source(value)})")
    if not _angles(known):
        return None
    if told.kind and not _is_right(known) and ("right" in told.kind or "直角" in told.kind or "rt" in told.kind):  # fmt: skip
        return None  # where is the right angle?
    if len(known.sides) + len(known.angles) != 3 or not known.sides:
        return None
    if len(known.angles) == 2:
        _third_angle(known)
    done = _by_cosines(known) if len(known.sides) >= 2 else _by_sines(known)
    return known if done and _is_triangle(known) else None


def _is_right(known: Triangle) -> bool:
    return any(cos == 0 for cos, _ in known.angles.values())


def _angles(known: Triangle) -> bool:
    for vertex, function, value in known.told.angles:
        match function:
            case "angle":
                if not 0 < value < sp.pi:
                    return False
                cos, sin = sp.cos(value), sp.sin(value)
                if cos.has(sp.cos, sp.sin):
                    return False
            case "cos" if abs(value) < 1:
                cos, sin = value, neat(sp.sqrt(1 - value**2))
            case "tan" if value != 0:
                cos = neat(sp.sign(value) / sp.sqrt(1 + value**2))
                sin = neat(cos * value)
            case "sin" if 0 < value < 1 and ("acute" in known.told.kind or "锐角" in known.told.kind):
                cos, sin = neat(sp.sqrt(1 - value**2)), value
            case _:
                return False
        known.angles[vertex] = (neat(cos), neat(sin))
        if function != "angle":
            given = rf"\{function} {vertex}={latex(value)}"
            known.say("cos", given=given, A=vertex, cos=latex(known.angles[vertex][0]), sin=latex(known.angles[vertex][1]))  # fmt: skip
    return True


def _third_angle(known: Triangle) -> None:
    (one, (c1, s1)), (other, (c2, s2)) = known.angles.items()
    (rest,) = set(known.told.vertices) - {one, other}
    cos, sin = neat(s1 * s2 - c1 * c2), neat(s1 * c2 + c1 * s2)
    known.angles[rest] = (cos, sin)
    known.say("third", A=one, B=other, C=rest, sin=latex(sin), cos=latex(cos))


def _by_sines(known: Triangle) -> bool:
    ((first, length),) = known.sides.items()
    if len(known.angles) != 3 or any(not sin.is_positive for _, sin in known.angles.values()):
        return False
    for vertex in known.told.vertices:
        if vertex != first:
            value = neat(length * known.angles[vertex][1] / known.angles[first][1])
            known.say("sines", a=known.name(first), A=first, b=known.name(vertex), B=vertex, value=latex(value))  # fmt: skip
            known.sides[vertex] = value
            b, a = (exact_source(known.angles[v][1]) for v in (vertex, first))
            known.lines.append(f"{known.name(vertex)} = {known.name(first)} * ({b}) / ({a})  # {_SINES.say(known.language)}")  # fmt: skip
    return True


def _by_cosines(known: Triangle) -> bool:
    if len(known.sides) == 3:
        return True
    (rest,) = set(known.told.vertices) - set(known.sides)
    one, other = (v for v in known.told.vertices if v != rest)
    names = {"a": known.name(rest), "b": known.name(one), "c": known.name(other), "A": rest}
    b, c = known.sides[one], known.sides[other]
    if rest in known.angles:
        square = neat(b**2 + c**2 - 2 * b * c * known.angles[rest][0])
        value = neat(sp.sqrt(square))
        known.say("pythagoras" if known.angles[rest][0] == 0 else "cosines", square=latex(square), value=latex(value), **names)  # fmt: skip
        known.sides[rest] = value
        cosine = exact_source(known.angles[rest][0])
        known.lines.append(
            "{a} = sqrt({b}**2 + {c}**2 - 2*{b}*{c}*({cosine}))".format(cosine=cosine, **names)
        )
        return True
    return _from_the_angle_beside(known, rest)


def _from_the_angle_beside(known: Triangle, rest: str) -> bool:
    """Two sides and an angle that they do not include."""
    (vertex,) = known.angles
    (beside,) = set(known.told.vertices) - {rest, vertex}
    a, b, cos = known.sides[vertex], known.sides[beside], known.angles[vertex][0]
    t = sp.Symbol("t")
    equation = sp.expand(t**2 - 2 * b * cos * t + b**2 - a**2)
    fitting = [neat(v) for v in sp.solve(equation, t) if v.is_real and v.is_positive]
    if len(fitting) != 1:
        return False
    names = {"a": known.name(vertex), "b": known.name(beside), "c": known.name(rest)}
    if cos == 0:
        known.say("leg", square=latex(neat(a**2 - b**2)), value=latex(fitting[0]), **names)
    else:
        known.say("unknown", equation=latex(equation), value=latex(fitting[0]), **names)
    known.sides[rest] = fitting[0]
    known.lines.append(f"{known.name(rest)} = max(solve({exact_source(equation)}, t))")
    return True


def _is_triangle(known: Triangle) -> bool:
    lengths = [known.sides[v] for v in known.told.vertices]
    if not all(v.is_real and v.is_positive for v in lengths):
        return False
    fits = all(sp.N(x + y - z, 30) > 1e-20 for x, y, z in (lengths, lengths[1:] + lengths[:1], lengths[2:] + lengths[:2]))  # fmt: skip
    if not fits:
        return False
    acute = "acute" in known.told.kind or "锐角" in known.told.kind
    return not acute or all(
        sp.N(x**2 + y**2 - z**2, 30) > 1e-20 for (x, y), z in zip(combinations(lengths, 2), reversed(lengths), strict=True)
    )  # fmt: skip
