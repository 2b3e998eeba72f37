"""Line integrals of both kinds by putting the curve in: one ordinary integral for each leg.

Not: integrals without an elementary antiderivative, improper ones. Nothing here knows Green's theorem or potentials.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import sympy as sp
from sympy.integrals.manualintegrate import manualintegrate
from sympy.simplify.fu import TR8
from sympy.utilities.lambdify import lambdify

from solver.latex import latex
from solver.ports import Language
from solver.topics.calculus.line_integrals.curves import Curve, Leg
from solver.topics.calculus.line_integrals.formulas import SPACE
from solver.topics.calculus.line_integrals.words import WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

_NOT_ELEMENTARY: Final = (sp.Integral, sp.Piecewise, sp.erf, sp.erfi, sp.Ei, sp.Si, sp.Ci, sp.li, sp.hyper, sp.meijerg, sp.fresnels, sp.fresnelc, sp.I, sp.zoo, sp.nan, sp.oo, sp.elliptic_e, sp.elliptic_f, sp.uppergamma, sp.expint, sp.Shi, sp.Chi)  # fmt: skip
MAX_OPERATIONS: Final = 90
_PIECES: Final = 4_000


@dataclass(frozen=True, slots=True)
class Done:
    """A leg's integral: integrand, antiderivative, value; `speed` for the first kind."""

    leg: Leg
    integrand: sp.Expr
    primitive: sp.Expr
    value: sp.Expr
    speed: sp.Expr | None = None
    squares: sp.Expr | None = None


def along(field: tuple[sp.Expr, ...], curve: Curve, say: Language, *, is_work: bool) -> Prepared | None:
    """The integral of a field (of one component: over the arc length), leg by leg; None where one is not elementary."""
    done = list[Done]()
    for leg in curve.legs:
        worked = _first(field[0], leg) if len(field) == 1 else _second(field, leg)
        if worked is None:
            return None
        done.append(worked)
    total = neat(sum((d.value for d in done), sp.S.Zero))
    steps = [WORDS["work"].say(say, field=_components(field), third=r"+R\,dz" if len(field) == 3 else "")] if is_work else []  # fmt: skip
    for k, d in enumerate(done, start=1):
        steps += _steps(d, say, k if len(done) > 1 else 0)
    if len(done) > 1:
        terms = "+".join(bracketed(d.value) for d in done)
        steps.append(WORDS["sum"].say(say, terms=terms, value=latex(total)))
    return Prepared(
        say, tuple(steps), _cell(field, done, say), tests(field, curve), WORDS["method"],
        sentence=WORDS["done" if is_work else "integral"], letters=letters(curve),
    )  # fmt: skip


def neat(value: sp.Expr) -> sp.Expr:
    """The shorter of the value as it is and simplified."""
    return min((sp.expand(value), sp.simplify(value), sp.radsimp(sp.simplify(value))), key=lambda e: (sp.count_ops(e), len(str(e))))  # fmt: skip


def bracketed(value: sp.Expr) -> str:
    text = latex(value)
    return rf"\left({text}\right)" if text.startswith("-") or value.is_Add else text


def _components(field: tuple[sp.Expr, ...]) -> str:
    return r",\ ".join(f"{name}={latex(e)}" for name, e in zip("PQR", field, strict=False))


def _on(e: sp.Expr, leg: Leg) -> sp.Expr:
    return e.subs(dict(zip(SPACE, leg.place, strict=False)), simultaneous=True)


def _second(field: tuple[sp.Expr, ...], leg: Leg) -> Done | None:
    g = sum((_on(e, leg) * c.diff(leg.letter) for e, c in zip(field, leg.place, strict=False)), sp.S.Zero)
    return _worked(sp.expand(g), leg)


def _first(f: sp.Expr, leg: Leg) -> Done | None:
    if not is_increasing(leg):
        leg = leg.turned()
    squares = sp.factor(sp.trigsimp(sp.expand(sum(c.diff(leg.letter) ** 2 for c in leg.place))))
    speed = sp.sqrt(squares)
    if speed.has(sp.Abs):
        speed = speed.replace(sp.Abs, lambda a: a)
        sign = _sign(speed, leg)
        if sign is None:
            return None
        speed = sp.expand(sign * speed)
    f_on = sp.sqrtdenest(sp.simplify(_on(f, leg)))
    if f_on.has(sp.Abs):
        plain = f_on.replace(sp.Abs, lambda a: a)
        sign = _sign(plain, leg)
        if sign is None:
            return None
        f_on = sign * plain
    g = f_on * speed
    worked = _worked(sp.expand(g) if g.is_polynomial(leg.letter) or not speed.has(leg.letter) else g, leg)
    if worked is None:
        return None
    return Done(leg, worked.integrand, worked.primitive, worked.value, speed, squares)


def is_increasing(leg: Leg) -> bool:
    return bool(sp.N(leg.end - leg.start) > 0)


def _sign(e: sp.Expr, leg: Leg) -> int | None:
    values = _values(e, leg, 60)
    if values is None or not np.isfinite(values).all():
        return None
    return 1 if (values >= -1e-12).all() else -1 if (values <= 1e-12).all() else None


def _values(e: sp.Expr, leg: Leg, pieces: int) -> Any:
    """An expression in the middle of many small parts of the leg; None where it is not real."""
    a, b = float(sp.N(leg.start)), float(sp.N(leg.end))
    t = a + (b - a) * (np.arange(pieces) + 0.5) / pieces
    try:
        with np.errstate(all="ignore"):
            found = np.asarray(lambdify(leg.letter, e, "numpy")(t), dtype=complex) + 0 * t
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return found.real if (abs(found.imag) < 1e-9).all() else None


def _worked(g: sp.Expr, leg: Leg) -> Done | None:
    """The ordinary integral, where an antiderivative is found that agrees with a sum over small parts."""
    t = leg.letter
    if not g.has(t):
        primitive = g * t
    else:
        shorter = min((g, sp.simplify(g)), key=sp.count_ops) if not g.is_polynomial(t) else g
        if sp.count_ops(shorter) > MAX_OPERATIONS:
            return None
        if g.has(sp.sin, sp.cos) and sp.expand(g).is_polynomial(t, sp.sin(t), sp.cos(t)):
            primitive = sp.integrate(sp.expand(TR8(sp.expand(g))), t)
            powers = shorter.atoms(sp.Pow)
            g = shorter if powers else g
        else:
            g = shorter
            primitive = manualintegrate(g, t)
            if primitive.has(sp.Integral, sp.Piecewise) and sp.count_ops(g) < 40:
                primitive = sp.integrate(g, t)
    if primitive.has(*_NOT_ELEMENTARY):
        return None
    ends = [sp.simplify(primitive.subs(t, e)) for e in (leg.end, leg.start)]
    value = neat(ends[0] - ends[1])
    if value.has(*_NOT_ELEMENTARY) or value.free_symbols or not value.is_real:
        return None
    values = _values(g, leg, _PIECES)
    if values is None or not np.isfinite(values).all():
        return None
    total = float(values.mean() * float(sp.N(leg.end - leg.start)))
    size = float(abs(values).mean() * abs(float(sp.N(leg.end - leg.start))))
    if abs(total - float(sp.N(value))) > 1e-3 * (1e-6 + size):
        return None  # the antiderivative jumps, or the integral is improper
    return Done(leg, g, primitive, value)


def _steps(d: Done, say: Language, k: int) -> list[str]:
    leg, t = d.leg, latex(d.leg.letter)
    place = r",\ ".join(f"{v.name}={latex(c)}" for v, c in zip(SPACE, leg.place, strict=False) if c != v)
    small = r",\ ".join(
        rf"\frac{{d{v.name}}}{{d{t}}}={latex(sp.expand(c.diff(leg.letter)))}"
        for v, c in zip(SPACE, leg.place, strict=False)
        if c != v
    )
    steps = [WORDS["part" if k else "leg"].say(say, k=k, place=place, letter=t, start=latex(leg.start), end=latex(leg.end), small=small)]  # fmt: skip
    if d.speed is not None:
        squares = "+".join(rf"\left({latex(c.diff(leg.letter))}\right)^{{2}}" for c in leg.place)
        steps.append(WORDS["length"].say(say, squares=squares, speed=bracketed(d.speed) if d.speed.is_Add else latex(d.speed), letter=t))  # fmt: skip
    if d.integrand == 0:
        return [*steps, WORDS["zero"].say(say)]
    low, high = latex(leg.start), latex(leg.end)
    integral = rf"\int_{{{low}}}^{{{high}}} {bracketed(d.integrand)}\,d{t}"
    steps.append(WORDS["put"].say(say, integral=integral))
    bracket = rf"\left[{latex(d.primitive)}\right]_{{{t}={low}}}^{{{t}={high}}}"
    steps.append(WORDS["value"].say(say, integral=integral, bracket=bracket, value=latex(d.value)))
    return steps


def letters(curve: Curve) -> tuple[str, ...]:
    """Letters that source about a curve has in it."""
    return tuple(sorted({leg.letter.name for leg in curve.legs} | {v.name for v in SPACE[: len(curve.legs[0].place)]}))  # fmt: skip


def _cell(field: tuple[sp.Expr, ...], done: list[Done], say: Language) -> str:
    lines, parts = [comment(WORDS["code_leg"].say(say))], list[str]()
    for k, d in enumerate(done, start=1):
        name = "g" if len(done) == 1 else f"g_{k}"
        t = d.leg.letter.name
        lines.append(f"{name} = {exact_source(d.integrand)}")
        parts.append(f"integrate({name}, ({t}, {exact_source(d.leg.start)}, {exact_source(d.leg.end)}))")
    lines.append(f"simplify({' + '.join(parts)})")
    known = tuple(sorted({d.leg.letter.name for d in done}))
    return cell(*lines, variables=known, assumptions="real=True")


def tests(field: tuple[sp.Expr, ...], curve: Curve) -> tuple[str, ...]:
    """Source of the check: the field at the middle of many small pieces times how far each goes, on two grids."""
    legs = [(leg.letter, leg.place, leg.start, leg.end) for leg in curve.legs]
    names = ", ".join(v.name for v in SPACE[: len(curve.legs[0].place)])
    product = (
        "(values[0]*numpy.sqrt(sum(m**2 for m in moves))).sum()"
        if len(field) == 1
        else "sum((v*m).sum() for v, m in zip(values, moves))"
    )
    return (
        "import numpy",
        "from sympy.utilities.lambdify import lambdify",
        f"field, legs = {exact_source(list(field))}, {exact_source(legs)}",
        f"parts = [lambdify(({names}), part, 'numpy') for part in field]",
        "def total(pieces):",
        "    found = 0.0",
        "    for letter, place, start, end in legs:",
        "        t = float(start) + (float(end) - float(start))*numpy.linspace(0, 1, pieces + 1)",
        "        middle = (t[1:] + t[:-1])/2",
        "        at = [lambdify(letter, c, 'numpy') for c in place]",
        "        moves = [numpy.diff(c(t) + 0*t) for c in at]",
        "        values = [part(*(c(middle) + 0*middle for c in at)) + 0*middle for part in parts]",
        f"        found += {product}",
        "    return found",
        "coarse, fine = total(20000), total(40000)",
        "whole = fine + (fine - coarse)/3",
        "bool(abs(whole - float(answer)) < 1e-6*(1 + abs(whole)))",
    )
