"""Integrals of the second kind around closed curves by Green's theorem, where the field has no singularity inside."""

from __future__ import annotations

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.calculus.double_integrals.regions import THETA, Piece, R
from solver.topics.calculus.line_integrals.along import bracketed, letters, neat, tests
from solver.topics.calculus.line_integrals.curves import Curve, Oval
from solver.topics.calculus.line_integrals.formulas import X, Y
from solver.topics.calculus.line_integrals.gradients import is_smooth
from solver.topics.calculus.line_integrals.words import WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

Layer = tuple[sp.Symbol, sp.Expr, sp.Expr]


def around(field: tuple[sp.Expr, ...], curve: Curve, say: Language, *, is_work: bool) -> Prepared | None:
    """∮ P dx + Q dy; None where the region is not known, or the field is not smooth everywhere."""
    if len(field) != 2 or not all(map(is_smooth, field)) or not (curve.oval or curve.pieces):
        return None
    p, q = field
    g = sp.simplify(q.diff(X) - p.diff(Y))
    clockwise = _is_clockwise(curve)
    steps = [
        WORDS["green"].say(
            say, p=latex(p), q=latex(q), g=latex(g),
            way=WORDS["clockwise" if clockwise else "counterclockwise"].say(say), sign=WORDS["minus"].say(say) if clockwise else "",
        )
    ]  # fmt: skip
    parts = _parts(curve, g)
    value = _value(parts)
    if value is None:
        return None
    if g == 0:
        steps.append(WORDS["nothing"].say(say))
    elif not g.free_symbols:
        steps.append(WORDS["area"].say(say, factor=bracketed(g), area=bracketed(neat(value / g)), value=latex(value)))  # fmt: skip
    else:
        steps += _double(curve, parts, value, say)
    if clockwise and value != 0:
        steps.append(WORDS["turned"].say(say, value=latex(-value)))
    return Prepared(
        say, tuple(steps), _cell(curve, g, parts, clockwise, say), tests(field, curve), WORDS["method_green"],
        sentence=WORDS["done" if is_work else "integral"], letters=letters(curve),
    )  # fmt: skip


def _is_clockwise(curve: Curve) -> bool:
    """Which way round, by the sign of the area that the curve's chords enclose."""
    places = list[tuple[float, float]]()
    for leg in curve.legs:
        for k in range(8):
            at = leg.start + (leg.end - leg.start) * sp.Rational(k, 8)
            x, y = (float(sp.N(c.subs(leg.letter, at))) for c in leg.place)
            places.append((x, y))
    return sum(a * d - b * c for (a, b), (c, d) in zip(places, [*places[1:], places[0]], strict=True)) < 0


def _inside(oval: Oval) -> tuple[dict[sp.Symbol, sp.Expr], sp.Expr]:
    """The points of an ellipse by r from 0 to 1 and the angle, and how much of the area belongs to dr dθ."""
    h, k = oval.center
    return {X: h + oval.a * R * sp.cos(THETA), Y: k + oval.b * R * sp.sin(THETA)}, oval.a * oval.b * R


def _parts(curve: Curve, g: sp.Expr) -> list[tuple[sp.Expr, tuple[Layer, ...]]]:
    """What is integrated, and the bounds from the inside out."""
    if curve.oval is not None:
        place, jacobian = _inside(curve.oval)
        whole = sp.expand(g.subs(place, simultaneous=True) * jacobian)
        body = min((whole, sp.trigsimp(whole)), key=sp.count_ops)
        return [(body, ((R, sp.S.Zero, sp.S.One), (THETA, sp.S.Zero, 2 * sp.pi)))]
    return [(g, _layers(piece)) for piece in curve.pieces]


def _layers(piece: Piece) -> tuple[Layer, ...]:
    return tuple((b.letter, b.low, b.high) for b in piece.layers)


def _value(parts: list[tuple[sp.Expr, tuple[Layer, ...]]]) -> sp.Expr | None:
    total = sp.S.Zero
    for body, layers in parts:
        f = body
        for letter, low, high in layers:
            primitive = sp.integrate(sp.expand(f), letter)
            if primitive.has(sp.Integral, sp.Piecewise):
                return None
            f = sp.simplify(primitive.subs(letter, high) - primitive.subs(letter, low))
        total += f
    total = neat(total)
    return total if total.is_real and total.is_finite and not total.free_symbols else None


def _double(
    curve: Curve, parts: list[tuple[sp.Expr, tuple[Layer, ...]]], value: sp.Expr, say: Language
) -> list[str]:
    if curve.oval is not None:
        place, jacobian = _inside(curve.oval)
        told = rf"x={latex(place[X])},\ y={latex(place[Y])}"
        first = WORDS["polar"].say(say, place=told, jacobian=latex(jacobian))
    else:
        first = WORDS["region"].say(
            say, region=r";\qquad ".join(map(_bounds, (layers for _, layers in parts)))
        )
    integral = "+".join(
        "".join(rf"\int_{{{latex(a)}}}^{{{latex(b)}}}" for _, a, b in reversed(layers))
        + " " + bracketed(body) + "".join(rf"\,d{latex(v)}" for v, _, _ in layers)
        for body, layers in parts
    )  # fmt: skip
    return [first, WORDS["iterated"].say(say, integral=integral, value=latex(value))]


def _bounds(layers: tuple[Layer, ...]) -> str:
    return r",\quad ".join(rf"{latex(a)}\le {latex(v)}\le {latex(b)}" for v, a, b in reversed(layers))


def _cell(curve: Curve, g: sp.Expr, parts: list[tuple[sp.Expr, tuple[Layer, ...]]], clockwise: bool, say: Language) -> str:  # fmt: skip
    lines = [comment(WORDS["code_green"].say(say)), f"g = {exact_source(g)}"]
    names = {"x", "y"}
    if curve.oval is not None:
        names |= {"r", "theta"}
        place, jacobian = _inside(curve.oval)
        lines.append(f"g = expand(sympify(g).subs({exact_source(place)})*{exact_source(jacobian)})")
    whole = " + ".join(f"integrate(g, {', '.join(map(exact_source, layers))})" for _, layers in parts)
    lines.append(f"simplify(-({whole}))" if clockwise else f"simplify({whole})")
    return cell(*lines, variables=tuple(sorted(names)), assumptions="real=True")
