"""The formulas that come first: multiple angles (sin 2x) and angles shifted by a part of π (tan(π/4 + x), by the addition theorem)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_sympy
from solver.formula.nodes import Binary, Call, Negative, Number, Symbol, symbols, walk
from solver.latex import latex

MULTIPLES: Final = {
    ("sin", 2): r"\sin 2{x}=2\sin {x}\cos {x}",
    ("cos", 2): r"\cos 2{x}=\cos^2 {x}-\sin^2 {x}",
    ("tan", 2): r"\tan 2{x}=\frac{{2\tan {x}}}{{1-\tan^2 {x}}}",
    ("sin", 3): r"\sin 3{x}=3\sin {x}-4\sin^3 {x}",
    ("cos", 3): r"\cos 3{x}=4\cos^3 {x}-3\cos {x}",
    ("tan", 3): r"\tan 3{x}=\frac{{3\tan {x}-\tan^3 {x}}}{{1-3\tan^2 {x}}}",
    ("cot", 2): r"\cot 2{x}=\frac{{\cot^2 {x}-1}}{{2\cot {x}}}",
}
MAX_MULTIPLE: Final = 3
TWELFTHS: Final = 12
"""Shifts are whole multiples of π/12: their sines and cosines are known exactly."""
_X: Final = sp.Symbol("x", real=True)


@dataclass(frozen=True, slots=True)
class Angle:
    """`times`·x + `shift`, with |times| up to `MAX_MULTIPLE`."""

    times: int
    shift: sp.Expr


def angle_of(node: Node, x: str) -> Angle | None:
    """The angle as a multiple of `x` and a shift; None for any other.

    >>> from solver.formula import parse
    >>> angle_of(parse("2x + pi/6"), "x"), angle_of(parse("x + 1"), "x")
    (Angle(times=2, shift=pi/6), None)
    """
    kinds = (Symbol, Number, Binary, Negative)
    if symbols(node) != {x} or not all(isinstance(n, kinds) or not symbols(n) for n in walk(node)):
        return None
    try:
        value = sp.expand(to_sympy(node, {x: _X}))
    except FormulaError:
        return None
    times, shift = value.coeff(_X, 1), value.subs(_X, 0)
    if value != times * _X + shift or not times.is_Integer or not 0 < abs(times) <= MAX_MULTIPLE:
        return None
    return Angle(int(times), shift) if (shift * TWELFTHS / sp.pi).is_Integer else None


def formulas(nodes: Iterable[Node], name: str, x: str) -> tuple[list[str], list[str]] | None:
    """The addition theorems, and the formulas of the multiple angles, for the letter `name`, shown as `x`.

    None where one is not known here.
    """
    added, multiples = dict[str, None](), dict[str, None]()
    for call in (inner for node in nodes for inner in walk(node) if isinstance(inner, Call)):
        angle = angle_of(call.arguments[0], name) if symbols(call) else None
        if angle is None:
            continue
        parts = [call.name]
        if angle.shift != 0 or angle.times < 0:
            theorem = _added(call, angle, x)
            if theorem is None:
                return None
            formula, parts = theorem
            added[formula] = None
        for part in parts if abs(angle.times) > 1 else ():
            multiple = MULTIPLES.get((part, abs(angle.times)))
            if multiple is None:
                return None
            multiples[multiple.format(x=x)] = None
    return list(added), list(multiples)


def _added(call: Call, angle: Angle, x: str) -> tuple[str, list[str]] | None:
    """sin(x + φ) = sin x cos φ + cos x sin φ with its values, and the functions of the multiple of x that are left."""
    shift, left = angle.shift, to_latex(call)
    if (2 * shift / sp.pi).is_Integer:  # a quarter turn changes the function at most
        return _turned(call, angle, x, left)
    shown = _multiple(angle, x)
    if angle.times < 0:
        if shift < 0:
            return None
        first, second, minus = shift, None, True
    else:
        first, second, minus = None, abs(shift), shift < 0
    theorem, known = (_theorem(call.name, first, second, shown, minus=minus, valued=v) for v in (False, True))
    if theorem is None:
        return None
    return rf"{left}={theorem}={known}", ["tan"] if call.name == "tan" else ["sin", "cos"]


def _theorem(
    name: str, first: sp.Expr | None, second: sp.Expr | None, shown: str, *, minus: bool, valued: bool
) -> str | None:
    """The right side of the theorem for the sum (with `minus`: the difference) of a number and `shown`, which stands for None."""
    plus, turned = ("-", "+") if minus else ("+", "-")

    def times(f: str, g: str) -> str:
        """f of the first times g of the second, a known value in front."""
        pair = [(f, first), (g, second)]
        if valued and second is not None:
            pair.reverse()
        return "".join(_value(h, part, shown, valued=valued) for h, part in pair).lstrip()

    if name == "sin":
        return f"{times('sin', 'cos')}{plus}{times('cos', 'sin')}"
    if name == "cos":
        return f"{times('cos', 'cos')}{turned}{times('sin', 'sin')}"
    if name != "tan":
        return None
    top = [_value("tan", part, shown, valued=valued, alone=True) for part in (first, second)]
    return rf"\frac{{{top[0]}{plus}{top[1]}}}{{1{turned}{times('tan', 'tan')}}}"


def _value(name: str, angle: sp.Expr | None, shown: str, *, valued: bool, alone: bool = False) -> str:
    """A function of the number, as its value or not, or of `shown`; a sum or a minus is in brackets, a factor 1 is nothing."""
    if angle is None:
        return rf"\{name} {shown}"
    if not valued:
        return rf"\{name} {latex(angle)}"
    value = latex(sp.radsimp(getattr(sp, name)(angle)))
    if not alone and value == "1":
        return ""
    return rf"\left({value}\right)" if "+" in value or "-" in value else value


def _multiple(angle: Angle, x: str) -> str:
    return x if abs(angle.times) == 1 else f"{abs(angle.times)}{x}"


def _turned(call: Call, angle: Angle, x: str, left: str) -> tuple[str, list[str]] | None:
    """sin(π − x) = sin x, cos(π/2 + x) = −sin x: sympy knows them."""
    multiple = sp.Symbol("t", real=True)
    value = getattr(sp, call.name)(angle.shift + (multiple if angle.times > 0 else -multiple))
    sign, rest = value.as_coeff_Mul()
    if rest.args != (multiple,) or sign not in (1, -1):
        return None
    name = rest.func.__name__
    shown = _multiple(angle, x)
    return rf"{left}={'-' if sign == -1 else ''}\{name} {shown}", [name]
