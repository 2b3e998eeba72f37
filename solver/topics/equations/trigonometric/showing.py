"""Angles and expressions with sine, cosine and tangent as LaTeX, in radians or in degrees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import sympy as sp

from solver.formula import symbol_latex
from solver.latex import exact_latex
from solver.topics.equations.trigonometric.families import Angle, Family

FUNCTIONS = (sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc)


@dataclass(frozen=True, slots=True)
class Showing:
    """How angles are written: the unknown's name, and whether in degrees."""

    name: str
    degrees: bool

    @property
    def x(self) -> str:
        """The unknown."""
        return symbol_latex(self.name)

    def value(self, value: sp.Expr) -> str:
        """A number that is an angle."""
        if self.degrees:
            turns = sp.expand(value).coeff(sp.pi)
            rest = sp.expand(value - turns * sp.pi)
            if rest == 0 or not rest.has(sp.asin, sp.acos, sp.atan):
                return rf"{exact_latex(value * 180 / sp.pi)}^{{\circ}}"
            arc = _arcs(exact_latex(rest))  # an angle, in whatever unit
            front = rf"{exact_latex(turns * 180)}^{{\circ}}"
            return arc if turns == 0 else f"{front}{arc}" if arc.startswith("-") else f"{front}+{arc}"
        if isinstance(value, sp.Add) or not (value / sp.pi).is_Rational:
            return _arcs(exact_latex(value))
        p, q = (value / sp.pi).p, (value / sp.pi).q
        top = "0" if p == 0 else rf"{'-' if p < 0 else ''}{abs(p) if abs(p) != 1 else ''}\pi"
        sign, bare = ("-", top[1:]) if top.startswith("-") else ("", top)
        return top if q == 1 else rf"{sign}\frac{{{bare}}}{{{q}}}"

    def about(self, value: sp.Expr) -> str:
        """As `value`; of an angle that has no number of degrees otherwise, about how many it has."""
        shown = self.value(value)
        if not self.degrees or (value / sp.pi).is_Rational:
            return shown
        return rf"{shown}\approx {float(value * 180 / sp.pi):.1f}^{{\circ}}"

    def angle(self, angle: Angle) -> str:
        """m·x + b."""
        first = exact_latex(angle.m * sp.Symbol(self.name))
        if angle.b == 0:
            return first
        if angle.m < 0:
            return f"{self.value(angle.b)}{first}".replace("- ", "-")
        shown = self.value(angle.b)
        return f"{first}{shown}" if shown.startswith("-") else f"{first}+{shown}"

    def call(self, function: str, angle: Angle) -> str:
        """The function of an angle."""
        shown = self.angle(angle)
        simple = angle.b == 0 and angle.m.is_Integer and angle.m > 0
        return rf"\{function} {shown}" if simple else rf"\{function}\left({shown}\right)"

    def of_value(self, function: str, value: sp.Expr) -> str:
        """The function of a number."""
        shown = self.value(value)
        plain = not isinstance(value, sp.Add) and not shown.startswith("-")
        return rf"\{function} {shown}" if plain else rf"\{function}\left({shown}\right)"

    def family(self, family: Family) -> str:
        """start + k·period."""
        turns = self.turns(family.period)
        return turns if family.start == 0 else f"{self.value(family.start)}+{turns}"

    def turns(self, period: sp.Expr) -> str:
        """k periods."""
        if self.degrees:
            return (
                rf"{self.value(period)}k"
                if (period * 180 / sp.pi).is_Integer
                else rf"k\cdot {self.value(period)}"
            )
        ratio = period / sp.pi
        top = rf"{ratio.p if ratio.p != 1 else ''}k\pi"
        return top if ratio.q == 1 else rf"\frac{{{top}}}{{{ratio.q}}}"

    def families(self, families: list[Family]) -> str:
        r"""`x=…,\ x=…`; two that lie opposite each other with ±."""
        out, left = list[str](), list(families)
        while left:
            family = left.pop(0)
            other = next(
                (
                    g
                    for g in left
                    if g.period == family.period and sp.expand(g.start + family.start - g.period) == 0
                ),
                None,
            )
            if other is None:
                out.append(f"{self.x}={self.family(family)}")
                continue
            left.remove(other)
            out.append(rf"{self.x}=\pm {self.value(family.start)}+{self.turns(family.period)}")
        return r",\ ".join(out)

    def expression(self, value: Any, angles: dict[sp.Expr, Angle]) -> str:
        """An expression; its angles as they are written here."""
        held = {}
        for atom in value.atoms(*FUNCTIONS):
            angle = angles.get(atom.args[0])
            if angle is not None:
                shown = self.angle(angle)
                simple = angle.b == 0 and angle.m.is_Integer
                shown = shown if shown == self.x else f"{{{shown}}}"
                held[atom] = atom.func(sp.Symbol(shown if simple else rf"\left({shown}\right)"))
        return exact_latex(value.xreplace(held))


def _arcs(shown: str) -> str:
    shown = re.sub(
        r"\\operatorname\{a(sin|cos|tan)\}\s*(-\s*(?:\\frac\{\d+\}\{\d+\}|\d+))",
        r"\\arc\1\\left(\2\\right)",
        shown,
    )
    return re.sub(r"\\operatorname\{a(sin|cos|tan)\}", r"\\arc\1 ", shown)
