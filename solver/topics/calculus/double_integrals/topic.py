"""Double and triple integrals: iterated, over rectangles and boxes, between curves, over discs in polar coordinates.

Each layer is one antiderivative with its bounds put in; where the inner one has no elementary antiderivative the order is
changed. Not: integrals without closed form, improper ones, regions that `reading` does not know.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.formula import FormulaError
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Unread
from solver.topics.calculus.double_integrals.checking import tests
from solver.topics.calculus.double_integrals.reading import Posed, posed
from solver.topics.calculus.double_integrals.regions import THETA, Bounds, Piece, R, X, Y, in_polar, turned
from solver.topics.calculus.double_integrals.words import WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

Layers = tuple[Bounds, ...]
NOT_ELEMENTARY: Final = (sp.erf, sp.erfi, sp.Ei, sp.Si, sp.Ci, sp.fresnels, sp.fresnelc, sp.li, sp.hyper, sp.Integral, sp.Piecewise, sp.uppergamma, sp.lowergamma, sp.meijerg, sp.Shi, sp.Chi, sp.expint, sp.I)  # fmt: skip
MAX_OPERATIONS: Final = 60


def read(text: Text) -> Reading:
    """One integral over a region of the plane or of space."""
    try:
        found = posed(text)
        if found is None or isinstance(found, Unread):
            return found
        return _task(found, text.language)
    except (FormulaError, TypeError, ValueError, NotImplementedError, AttributeError, KeyError):
        return None


def _task(found: Posed, say: Language) -> Reading:
    if sp.count_ops(found.body) > MAX_OPERATIONS:
        return None
    pieces = [found.layers] if found.layers else [p.layers for p in found.pieces]
    body, steps = found.body, list[str]()
    if any(e.is_infinite for layers in pieces for b in layers for e in (b.low, b.high)):
        return None
    round_piece = in_polar(found.layers) if found.polar else None
    if round_piece is not None:
        pieces = [round_piece.layers]
    if found.polar and (round_piece is not None or not found.layers):
        body = sp.simplify(
            sp.expand(body.subs({X: R * sp.cos(THETA), Y: R * sp.sin(THETA)}, simultaneous=True))
        )
        body *= R
        steps.append(WORDS["polar"].say(say, region=_region(pieces[0])))
    elif found.polar and sp.Symbol("r", real=True) not in {b.letter for b in found.layers}:
        return None  # the region is not known as a round one
    elif found.pieces:
        for piece in found.pieces:
            if piece.meeting:
                points = r",\ ".join(map(latex, piece.meeting))
                steps.append(WORDS["meet"].say(say, letter=latex(piece.outer.letter), points=points))
        regions = r";\qquad ".join(map(_region, pieces))
        steps.append(WORDS["pieces" if len(pieces) > 1 else "region"].say(say, region=regions))
    if found.turn and not found.polar:
        if len(pieces) > 1 or (other := _turned(pieces[0])) is None:
            return None
        pieces = [other]
        steps.append(WORDS["turned"].say(say, region=_region(other)))
    worked = [_worked(body, layers) for layers in pieces]
    if any(w is None for w in worked) and len(pieces) == 1 and not found.turn and not found.polar:
        other = _turned(pieces[0])
        if other is None:
            return None
        pieces, worked = [other], [_worked(body, other)]
        steps += [WORDS["hard"].say(say), WORDS["turned"].say(say, region=_region(other))]
    values = list[sp.Expr]()
    for layers, rounds in zip(pieces, worked, strict=True):
        if rounds is None:
            return None
        steps.append(WORDS["iterated"].say(say, integral=_integral(body, layers)))
        steps += _told(layers, rounds, say)
        values.append(rounds[-1][2])
    total = sp.simplify(sum(values, sp.S.Zero))
    if len(values) > 1:
        terms = " + ".join(
            rf"\left({latex(v)}\right)" if v.could_extract_minus_sign() else latex(v) for v in values
        )
        steps.append(WORDS["sum"].say(say, terms=terms, value=latex(total)))
    if not total.is_real or not total.is_finite or (found.volume and not _is_nowhere_below(body, pieces)):
        return None
    checked, method = tests(found, body, pieces)
    return Prepared(
        say, tuple(steps), _cell(body, pieces, say), checked, method,
        sentence=WORDS["volume" if found.volume else "sentence"], letters=tuple(sorted({*_letters(pieces), *_letters([found.layers or ()]), *(v.name for v in (X, Y))})),
    )  # fmt: skip


def _is_nowhere_below(f: sp.Expr, pieces: list[Layers]) -> bool:
    """Whether the surface lies above the region, at many places: else the integral is no volume."""
    parts = [sp.Rational(k, 12) for k in range(13)]
    for inner, outer in (layers for layers in pieces if len(layers) == 2):
        for s in parts:
            known = {outer.letter: outer.low + (outer.high - outer.low) * s}
            low, high = (e.subs(known) for e in (inner.low, inner.high))
            for t in parts:
                if float(sp.re(sp.N(f.subs({**known, inner.letter: low + (high - low) * t})))) < -1e-9:
                    return False
    return True


def _turned(layers: Layers) -> Layers | None:
    if len(layers) != 2:
        return None
    found = turned(Piece(layers[0], layers[1]))
    return None if found is None else found.layers


def _worked(body: sp.Expr, layers: Layers) -> list[tuple[sp.Expr, sp.Expr, sp.Expr]] | None:
    """Of every layer the integrand, an antiderivative and the value; None where one is not elementary."""
    rounds, f = list[tuple[sp.Expr, sp.Expr, sp.Expr]](), body
    for layer in layers:
        f = sp.expand(f) if f.is_polynomial() else f
        primitive = sp.integrate(f, layer.letter)
        if primitive.has(*NOT_ELEMENTARY):
            return None
        low, high = (primitive.subs(layer.letter, e) for e in (layer.low, layer.high))
        value = sp.simplify(sp.expand(high - low))
        if value.has(sp.nan, sp.zoo, sp.oo) or value.has(*NOT_ELEMENTARY):
            return None
        rounds.append((f, primitive, value))
        f = value
    return rounds


def _told(layers: Layers, rounds: list[tuple[sp.Expr, sp.Expr, sp.Expr]], say: Language) -> list[str]:
    steps = []
    for k, (layer, (f, primitive, value)) in enumerate(zip(layers, rounds, strict=True)):
        low, high, letter = latex(layer.low), latex(layer.high), latex(layer.letter)
        integral = rf"\int_{{{low}}}^{{{high}}} {_factor(f)}\,d{letter}"
        bracket = rf"\left[{latex(primitive)}\right]_{{{letter}={low}}}^{{{letter}={high}}}"
        key = "outer" if k else "inner"
        steps.append(
            WORDS[key].say(say, letter=letter, integral=integral, bracket=bracket, value=latex(value))
        )
    return steps


def _factor(f: sp.Expr) -> str:
    return rf"\left({latex(f)}\right)" if f.is_Add else latex(f)


def _integral(body: sp.Expr, layers: Layers) -> str:
    signs = "".join(rf"\int_{{{latex(b.low)}}}^{{{latex(b.high)}}}" for b in reversed(layers))
    return signs + " " + _factor(body) + "".join(rf"\,d{latex(b.letter)}" for b in layers)


def _region(layers: Layers) -> str:
    return r",\quad ".join(
        rf"{latex(b.low)}\le {latex(b.letter)}\le {latex(b.high)}" for b in reversed(layers)
    )


def _letters(pieces: list[Layers]) -> tuple[str, ...]:
    return tuple(sorted({b.letter.name for layers in pieces for b in layers}))


def _cell(body: sp.Expr, pieces: list[Layers], say: Language) -> str:
    lines, parts = [f"f = {exact_source(body)}"], list[str]()
    for k, layers in enumerate(pieces, start=1):
        name = "inner" if len(pieces) == 1 else f"inner_{k}"
        before = "f"
        for layer in layers[:-1]:
            lines.append(comment(WORDS["code_inner"].say(say, letter=layer.letter.name)))
            lines.append(f"{name} = integrate({before}, {_source(layer)})")
            before = name
        parts.append(f"integrate({before}, {_source(layers[-1])})")
    lines.append(f"simplify({' + '.join(parts)})")
    return cell(*lines, variables=_letters(pieces), assumptions=_assumptions(pieces))


def _assumptions(pieces: list[Layers]) -> str:
    """Letters that are never negative are said to be so: sympy then knows that √x² is x."""
    return "positive=True" if all(b.low.is_nonnegative for layers in pieces for b in layers) else "real=True"


def _source(layer: Bounds) -> str:
    return exact_source((layer.letter, layer.low, layer.high))
