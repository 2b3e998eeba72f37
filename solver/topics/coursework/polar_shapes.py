"""What a polar curve is by its formula: its kind, how many loops it has, and between which angles one is drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.topics.bare_formulas import value as formula_in

T: Final = sp.Symbol("t", real=True)
A: Final = sp.Symbol("a", positive=True)

_LEAVES: Final = {"three": 3, "四": 4, "三": 3, "four": 4, "five": 5, "五": 5, "eight": 8, "八": 8}


@dataclass(frozen=True, slots=True)
class Curve:
    """`f` of t is r, or r² where `squared`; its kind by its shape, and the angles of one loop."""

    f: sp.Expr
    squared: bool
    kind: str
    loops: int
    low: sp.Expr
    high: sp.Expr

    @property
    def square(self) -> sp.Expr:
        """r² by the angle."""
        return self.f if self.squared else self.f**2


def formula_of(text: str) -> sp.Expr:
    """The radius (or its square) as a function of t, and of the size a.

    Raises:
        ValueError: other letters stand in it.
    """
    plain = re.sub(r"\\(?:theta|vartheta)(?![A-Za-z])|θ|φ|\\(?:var)?phi(?![A-Za-z])", " t ", text)
    plain = re.sub(r"(sin|cos|\d)(?= *[t(])", r"\1 ", plain)
    plain = re.sub(r"(?<![A-Za-z])a(?=cos|sin)", "a ", plain)
    found = formula_in(plain, {"t": T, "a": A})
    if not found.free_symbols <= {T, A}:
        raise ValueError("other letters")
    return sp.expand(found)


def shape_of(f: sp.Expr, *, squared: bool) -> Curve | None:
    """What a curve is by its formula, and the angles of one loop (of the whole where it has one)."""
    n, c, m = (sp.Wild(k, exclude=[T]) for k in "ncm")
    pi = sp.pi
    for wave, start in ((sp.sin, sp.Integer(0)), (sp.cos, -pi / 2)):
        match = f.match(c * wave(n * T))
        if match and match[n].is_Integer and match[n] > 0 and match[c].is_nonzero:
            k, size = match[n], match[c]
            negative = bool(size.subs(A, 1) < 0)
            if squared:
                return (
                    None
                    if negative or k != 2
                    else Curve(f, True, "lemniscate", 2, start / k, (start + pi) / k)
                )
            if k == 1:
                return Curve(f, False, "circle", 1, start, start + pi)
            return Curve(f, False, "rose", int(k if k % 2 else 2 * k), start / k, (start + pi) / k)
        match = f.match(m + c * wave(T))
        if not squared and match and match[m].is_nonzero and match[c].is_nonzero:
            a, b = match[m].subs(A, 1), match[c].subs(A, 1)
            kind = "cardioid" if abs(a) == abs(b) else "limacon" if abs(a) > abs(b) else "looped"
            return Curve(f, False, kind, 1, sp.Integer(0), 2 * pi)
    if not squared and not f.has(T):
        return Curve(f, False, "circle", 1, sp.Integer(0), 2 * pi)
    if not squared and f.has(T) and not f.has(sp.sin, sp.cos):
        return Curve(f, False, "spiral", 0, sp.Integer(0), sp.Integer(0))
    return None if squared else Curve(f, False, "other", 0, sp.Integer(0), sp.Integer(0))


def fits(curve: Curve, name: str | None) -> bool:
    """Whether the curve is what it is called."""
    if not name or name in ("curve", "graph of", "polar curve", "曲线"):
        return True
    name = name.lower()
    leaves = next((n for word, n in _LEAVES.items() if word in name), None)
    if (digit := re.match(r"\d", name)) is not None:
        leaves = int(digit[0])
    if "rose" in name or "玫瑰" in name:
        return curve.kind == "rose" and leaves in (None, curve.loops)
    kinds = {"cardioid": "cardioid", "心": "cardioid", "lemniscate": "lemniscate", "双": "lemniscate", "spiral": "spiral", "螺": "spiral", "circle": "circle", "圆": "circle"}  # fmt: skip
    if "lima" in name or "蚶" in name:
        return curve.kind in ("limacon", "looped", "cardioid")
    return any(word in name and curve.kind == kind for word, kind in kinds.items())
