"""Bounds of a result that is computed from rounded measures: an area, a perimeter, a volume, a speed, an expression of letters.

Read: one or two positive measures, each with its accuracy, and the upper or lower bound of one result. Not: the bounds of one number (`numbers/accuracy.py`), "to a
suitable degree of accuracy", measures in several units.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import product
from typing import Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.latex import exact_latex
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.clauses import Said
from solver.topics.exams.kinds import Exam, Unfit, kind, task
from solver.topics.short_forms import said as decimal

_U: Final = r"(?: ?(?:cm|mm|m|km|centimet(?:er|re)s?|met(?:er|re)s?|inches))?"
_N: Final = r"(?P<count>\d|one|two|three|four)"
_ACC: Final = rf"(?:(?:each|both|all|the measurements are|these are|both measurements are|each measurement is|with each) )?(?:(?:is |are )?(?:given|measured|rounded|accurate) )?(?:correct )?to (?:the )?(?:nearest (?:<near> ?)?(?P<place>whole number|integer|cm|mm|m|km|centimet(?:er|re)|met(?:er|re)|hour|minute|second|h|s|g|kg|unit)|{_N} ?(?:(?P<dp>decimal places?|d\.?p\.?)|(?P<sf>significant figures?|s\.?f\.?)))"
_SUFFIX: Final = rf"(?:,? ?{_ACC})?"
_EN: Final = {
    "measures": (
        rf"the length of (?:a|the) rectangle is <length>{_U} and (?:its|the) width is <width>{_U}{_SUFFIX}",
        rf"(?:a|the) rectangle (?:measures|is) <length>{_U} (?:by|x|×) <width>{_U}{_SUFFIX}",
        rf"(?:a|the) rectangle has (?:a )?length (?:of )?<length>{_U} and (?:a )?width (?:of )?<width>{_U}{_SUFFIX}",
        rf"(?:the )?(?:length of (?:a|the|each) )?side(?: length)? of (?:a|the) (?P<square>square) is <side>{_U}{_SUFFIX}",
        rf"(?:a|the) (?P<square>square) has (?:a )?sides?(?: lengths?)?(?: of)?(?: length)? <side>{_U}{_SUFFIX}",
        rf"(?:a|the) circle has (?:a )?radius (?:of )?<radius>{_U}{_SUFFIX}",
        rf"(?:the )?radius of (?:a|the) circle is <radius>{_U}{_SUFFIX}",
        rf"(?:a|the) cube has (?:an? )?(?:edge|side)s?(?: length)?(?: of)?(?: length)? <edge>{_U}{_SUFFIX}",
        rf"(?:the )?(?:length of (?:a|each|an) )?(?:edge|side)(?: length)? of (?:a|the) cube is <edge>{_U}{_SUFFIX}",
        rf"(?:a|the) (?:car|train|cyclist|runner|bus|lorry|van|plane|man|woman|boy|girl|coach) (?:travels|drives|covers|goes|runs|cycles|travelled|drove|ran) <distance> ?(?:km|m|miles){_SUFFIX}",
        rf"in (?:a time of )?<time> ?(?:hours?|h|seconds?|s|minutes?){_SUFFIX}",
        rf"(?:a|the) (?:car|train|cyclist|runner|bus|lorry|van|plane|man|woman|boy|girl|coach) (?:travels|drives|covers|goes|runs|cycles|travelled|drove|ran) <distance> ?(?:km|m|miles) in <time> ?(?:hours?|h|seconds?|s|minutes?){_SUFFIX}",
        rf"(?P<x>[a-z]) ?(?:=|is) ?<vx>{_SUFFIX}(?: and (?P<y>[a-z]) ?(?:=|is) ?<vy>)?",
        rf"(?P<x>[a-z]) ?= ?<vx>,? and (?P<y>[a-z]) ?= ?<vy>{_SUFFIX}",
    ),
    "accuracy": (_ACC,),
    "ask": (
        r"(?:find|calculate|work out|what is|determine|state|write down) (?:the )?(?P<end>upper|lower) bound (?:of|for) (?:the |its )?(?P<what>area|perimeter|volume|circumference|average speed|speed|surface area)(?: of (?:the|this) (?:rectangle|square|circle|cube|car|train|cyclist|runner))?(?: ?,? in (?:terms of (?:π|pi)|(?:km/h|m/s|cm²|cm³|m²|cm|m)))?",
        r"(?:find|calculate|work out|what is|determine) (?:the )?(?P<end>upper|lower) bound (?:of|for) (?:the value of )?(?P<expression>(?:(?![a-z]{2})[-+*/÷×²^()a-z\d{} ]){3,40})",
    ),
}  # fmt: skip
_WORDS: Final = {
    "bounds": Words("\\({name}={told}\\) was rounded to \\({unit}\\), so it may be off by \\({half}\\): \\({low}\\le {name}<{high}\\).", "\\({name}={told}\\) 精确到 \\({unit}\\)，误差不超过 \\({half}\\)：\\({low}\\le {name}<{high}\\)。"),
    "which": Words("The {end} bound of \\({formula}\\) comes from {which}.", "\\({formula}\\) 的{end}界由{which}得到。"),
    "value": Words("So it is \\({shown}={value}\\).", "所以是 \\({shown}={value}\\)。"),
    "method": Words("the result was computed for every combination of bounds", "对上下界的每一种组合计算结果"),
    "code": Words("every combination of the bounds", "上下界的各种组合"),
}  # fmt: skip
_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4}
_FORMULAS: Final[Mapping[tuple[str, tuple[str, ...]], Callable[..., sp.Expr]]] = {
    ("area", ("length", "width")): lambda length, width: length * width,
    ("perimeter", ("length", "width")): lambda length, width: 2 * (length + width),
    ("area", ("side",)): lambda side: side**2,
    ("perimeter", ("side",)): lambda side: 4 * side,
    ("area", ("radius",)): lambda radius: sp.pi * radius**2,
    ("circumference", ("radius",)): lambda radius: 2 * sp.pi * radius,
    ("volume", ("edge",)): lambda edge: edge**3,
    ("surface area", ("edge",)): lambda edge: 6 * edge**2,
    ("speed", ("distance", "time")): lambda distance, time: distance / time,
    ("average speed", ("distance", "time")): lambda distance, time: distance / time,
}


def _unit(said: Said, value: sp.Rational, digits: str) -> sp.Rational:
    """The place to which a value was rounded."""
    decimals = len(digits.partition(".")[2])
    if "dp" in said.values or "sf" in said.values:
        word = said.values["count"].lower()
        count = int(word) if word.isdigit() else _NUMBERS[word]
        unit = (
            sp.Rational(1, 10**count)
            if "dp" in said.values
            else sp.Integer(10) ** (sp.floor(sp.log(value, 10)) - count + 1)
        )
        if "dp" in said.values and decimals > count:
            raise Unfit
    else:
        unit = said.number("near") if "near" in said.values else sp.Integer(1)
    if not unit or not (value / unit).is_Integer:
        raise Unfit
    return unit


@kind(r"(?i)\b(?:upper|lower) bound\b", "en", _EN)
def bounded(exam: Exam) -> list[Task]:
    """Measures in their order; an accuracy belongs to all in front of it that have none."""
    asked = exam.one("ask")
    found: dict[str, tuple[str, sp.Rational]] = {}
    units: dict[str, sp.Rational] = {}
    for s in exam.said:
        if s.kind == "measures":
            mine = {
                k: v
                for k, v in s.values.items()
                if k in ("length", "width", "side", "radius", "edge", "distance", "time")
            }
            mine |= {s.values[n]: s.values[f"v{n}"] for n in "xy" if n in s.values}
            if mine.keys() & found.keys():
                raise Unfit
            found |= {k: (v, s.number(next(n for n, w in s.values.items() if w == v))) for k, v in mine.items()}  # fmt: skip
        if s.kind == "accuracy" or "place" in s.values or "count" in s.values:
            for name, (digits, value) in found.items():
                if name not in units:
                    units[name] = _unit(s, value, digits)
    if not found or units.keys() != found.keys():
        raise Unfit
    names = {n: sp.Symbol(n, positive=True) for n in found}
    formula = _named(asked, names) if "what" in asked.values else _expression(asked, names)
    if formula.free_symbols != set(names.values()) or any(formula.count(n) != 1 for n in names.values()):
        raise Unfit
    ends = {n: (v - units[n] / 2, v + units[n] / 2) for n, (_, v) in found.items()}
    if any(low <= 0 for low, _ in ends.values()):
        raise Unfit
    upper, say = asked.values["end"].lower() == "upper", exam.language
    corners = {c: formula.subs(dict(zip(names.values(), c, strict=True))) for c in product(*ends.values())}
    best = (max if upper else min)(corners, key=lambda c: corners[c])
    steps = [
        _WORDS["bounds"].say(say, name=_shown_name(n), told=decimal(v), unit=decimal(units[n]), half=decimal(units[n] / 2), low=decimal(ends[n][0]), high=decimal(ends[n][1]))
        for n, (_, v) in found.items()
    ]  # fmt: skip
    which = " and ".join(
        rf"the {'upper' if v == ends[n][1] else 'lower'} bound of \({_shown_name(n)}\)"
        for n, v in zip(found, best, strict=True)
    )
    shown = sp.latex(formula, symbol_names={s: rf"\text{{{n}}}" for n, s in names.items() if len(n) > 1})
    steps.append(_WORDS["which"].say(say, end=asked.values["end"].lower(), formula=shown, which=which))
    value = corners[best]
    numbers = ",\\ ".join(map(decimal, best))
    steps.append(_WORDS["value"].say(say, shown=rf"{shown}\Big|_{{{numbers}}}", value=_decimal(value)))
    body = exact_source(formula)
    lines = [f"{n} = {exact_source(v)}" for n, v in zip(found, best, strict=True)]
    grid = [
        f"({exact_source(low)}, {exact_source(low + (high - low) / 2)}, {exact_source(high)})"
        for low, high in ends.values()
    ]
    loops = " ".join(f"for {n} in {g}" for n, g in zip(found, grid, strict=True))
    tests = (
        f"values = [S({body}) {loops}]",
        f"simplify(answer - {'Max' if upper else 'Min'}(*values)) == 0",
    )
    return [
        task(exam, steps, (*lines, comment(_WORDS["which"].say(say, end=asked.values["end"].lower(), formula=body, which="these")), f"S({body})"), tests, _WORDS["method"], shown=_decimal)
    ]  # fmt: skip


def _shown_name(name: str) -> str:
    return name if len(name) == 1 else rf"\text{{{name}}}"


def _named(asked: Said, names: dict[str, sp.Symbol]) -> sp.Expr:
    """The area, the speed …: of what is measured."""
    formula = _FORMULAS.get((asked.values["what"].lower(), tuple(names)))
    if formula is None:
        raise Unfit
    return formula(*names.values())


def _expression(asked: Said, names: dict[str, sp.Symbol]) -> sp.Expr:
    if any(len(n) > 1 for n in names):
        raise Unfit
    written = re.sub(r"[÷]", "/", asked.values["expression"].replace("×", "*")).strip()
    value = to_sympy(parse(written), dict(names))
    if not isinstance(value, sp.Expr):
        raise Unfit
    return value


def _decimal(value: sp.Expr) -> str | None:
    """A decimal where it ends."""
    if not value.is_number:
        return None
    if value.is_Rational and 10**8 % value.q == 0:
        return f"{float(value):.10g}"
    return exact_latex(value)
