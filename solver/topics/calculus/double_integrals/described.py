"""A region of the plane from what is told of it: curves around it, and on which side of something it lies."""

from __future__ import annotations

import sympy as sp

from solver.topics.calculus.double_integrals.regions import (
    Bounds,
    Piece,
    X,
    Y,
    between,
    enclosed,
    round_piece,
)


def pieces_of(curves: list[tuple[sp.Expr, sp.Expr]], least: list[tuple[sp.Expr, sp.Expr]], *, quadrant: bool) -> tuple[Piece, ...] | None:  # fmt: skip
    """The region between curves, on the side of each that is told; the edge of a side is one of the curves."""
    if not curves:
        return _inequalities(least)
    if quadrant or not least:
        return enclosed(curves, positive=True) if quadrant and len(least) == 2 else None if least else enclosed(curves)  # fmt: skip
    edges = [side for side in least if sp.expand(side[0] - side[1]) not in [sp.expand(s * (a - b)) for a, b in curves for s in (1, -1)]]  # fmt: skip
    pieces = enclosed([*curves, *edges])
    return pieces if pieces is not None and all(_keeps(piece, least) for piece in pieces) else None


def _keeps(piece: Piece, least: list[tuple[sp.Expr, sp.Expr]]) -> bool:
    """Whether the places of a piece are where the inequalities say."""
    inner, outer = piece.inner, piece.outer
    for k in range(1, 12):
        known = {outer.letter: outer.low + (outer.high - outer.low) * sp.Rational(k, 12)}
        middle = ((inner.low + inner.high) / 2).subs(known)
        place = {**known, inner.letter: middle}
        if not all(float(sp.N((b - a).subs(place))) > 0 for a, b in least):
            return False
    return True


def box_of(least: list[tuple[sp.Expr, sp.Expr]]) -> tuple[Bounds, ...] | None:
    """Constant bounds of every letter, two or three of them."""
    lows, highs = dict[sp.Symbol, sp.Expr](), dict[sp.Symbol, sp.Expr]()
    for left, right in least:
        if right.is_Symbol and not left.free_symbols and right not in lows:
            lows[right] = left
        elif left.is_Symbol and not right.free_symbols and left not in highs:
            highs[left] = right
        else:
            return None
    if lows.keys() != highs.keys() or len(lows) < 2:
        return None
    return tuple(Bounds(v, lows[v], highs[v]) for v in sorted(lows, key=str, reverse=True))


def round_of(curves: list[tuple[sp.Expr, sp.Expr]], least: list[tuple[sp.Expr, sp.Expr]]) -> Piece | None:
    """A disc, a ring, or a part of one that axes cut off."""
    inside, outside, signs = list[sp.Expr](), list[sp.Expr](), dict[sp.Symbol, int]()
    for left, right in least:
        difference = sp.expand(left - right)
        if difference in (-X, -Y, X, Y):
            signs[X if difference.has(X) else Y] = 1 if difference in (-X, -Y) else -1
        elif (
            difference.coeff(X, 2) > 0
            if difference.is_polynomial(X, Y) and difference.coeff(X, 2).is_number
            else False
        ):
            inside.append(difference)
        else:
            outside.append(-difference)
    for left, right in curves:
        difference = sp.expand(left - right)
        if (
            difference.is_polynomial(X, Y)
            and difference.coeff(X, 2).is_number
            and difference.coeff(X, 2) != 0
        ):
            inside.append(difference if difference.coeff(X, 2) > 0 else -difference)
        else:
            return None
    if len(curves) == 2 and len(inside) == 2 and not outside:  # between two circles about the origin
        inside.sort(
            key=lambda p: float(p.subs({X: 0, Y: 0})) if not p.subs({X: 0, Y: 0}).free_symbols else 0.0
        )
        outside = [inside.pop()]
    if len(inside) != 1 or len(outside) > 1:
        return None
    return round_piece(inside[0], outside[0] if outside else None, signs)


def _inequalities(least: list[tuple[sp.Expr, sp.Expr]]) -> tuple[Piece, ...] | None:
    """g(x) ≤ y ≤ h(x) over an interval of x, or the same with the letters changed."""
    for inner, outer in ((Y, X), (X, Y)):
        lows, highs = list[sp.Expr](), list[sp.Expr]()
        starts, stops = list[sp.Expr](), list[sp.Expr]()
        for left, right in least:
            if right == inner and not left.has(inner):
                lows.append(left)
            elif left == inner and not right.has(inner):
                highs.append(right)
            elif not (left - right).has(inner) and outer in (left, right):
                (starts if right == outer else stops).append(left if right == outer else right)
            elif (found := _half_plane(sp.expand(right - left), inner)) is not None:
                (lows if found[0] else highs).append(found[1])
            else:
                break
        else:
            if not len(lows) == len(highs) == 1 or len(starts) > 1 or len(stops) > 1:
                continue

            def in_range(z: sp.Expr, starts: list[sp.Expr] = starts, stops: list[sp.Expr] = stops) -> bool:
                return all(z >= s for s in starts) and all(z <= s for s in stops)

            piece = between(highs[0], lows[0], inner, outer, [*starts, *stops], within=in_range)
            # what the inequalities say, not only what the curves enclose
            return (piece,) if piece is not None and piece.inner.low == lows[0] else None
    return None


def _half_plane(least: sp.Expr, inner: sp.Symbol) -> tuple[bool, sp.Expr] | None:
    """`least` ≥ 0 as a bound of the letter: whether from below, and the bound."""
    if not least.is_polynomial(inner) or sp.degree(least, inner) != 1:
        return None
    factor = least.coeff(inner, 1)
    if not factor.is_number:
        return None
    return bool(factor > 0), sp.expand(-(least - factor * inner) / factor)
