"""The figure of a problem while its clauses are put in, and formulas in its lengths and angles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.topics.geometry.named_points.scene import Scene

_LETTERS: Final = "abcfghjklmnopqrstuvwxyz"


_TOKEN: Final = re.compile(r"\\?(sin|cos|tan) ?∠? ?([A-Z]{3}|[A-Z])(?![A-Za-z])|([A-Z]{2})(?![A-Za-z])")


class Somewhere(Exception):
    """A right triangle (its argument) of which nobody says where the right angle is."""


class Unclear(Exception):
    """The clauses say something that is not meant here, or contradict each other."""


@dataclass(slots=True)
class Figure:
    """The scene of a problem while its clauses are put in.

    `shapes`: kind by name; `told`: the equations in words, for the steps; `scaled`: whether some length or area is given.
    """

    scene: Scene = field(default_factory=Scene)
    shapes: dict[str, str] = field(default_factory=dict)
    right: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)
    lengths: dict[str, sp.Symbol] = field(default_factory=dict)
    scaled: bool = False

    def zero(self, words: str, expression: sp.Expr, test: str = "") -> None:
        """Something vanishes, because of `words`; `test` is how the check measures that."""
        self.scene.zero.append((words, expression))
        if test:
            self.tests.append(test)

    def measured(self, side: tuple[sp.Expr, dict[sp.Symbol, str]]) -> str:
        """Source of a formula whose lengths and angles are measured in the figure."""
        value, names = side
        return str(value.xreplace({s: sp.Symbol(self.ruler(name)) for s, name in names.items()}))

    def ruler(self, name: str) -> str:
        """Source that measures a length, or a function of an angle."""
        if " " not in name:
            return f"d({name[0]}, {name[1]})"
        function, at = name.split()
        vertex, p, q = self.angle(at)
        return f"{function}(radians(angle({p}, {vertex}, {q})))"

    def angle(self, name: str) -> tuple[str, str, str]:
        """Vertex and arms of ∠ABC, or of ∠B in the one triangle or quadrilateral that has that corner."""
        if len(name) == 3:
            self.known(name)
            return name[1], name[0], name[2]
        arms = {(s[i - 1], s[(i + 1) % len(s)]) for s in self.shapes for i, c in enumerate(s) if c == name}
        if len({frozenset(a) for a in arms}) != 1:
            raise Unclear
        p, q = next(iter(arms))
        return name, p, q

    def known(self, names: str) -> None:
        """All of these are points that have a place."""
        if any(n not in self.scene.points for n in names) or len(set(names)) < len(names):
            raise Unclear

    def distance(self, name: str) -> sp.Expr:
        """A length as an unknown of its own, whose square is known."""
        key = "".join(sorted(name))
        if key not in self.lengths:
            self.known(name)
            self.lengths[key] = self.scene.unknown(f"l_{key}", positive=True)
            self.zero("", self.lengths[key] ** 2 - self.scene.squared(*name))
        return self.lengths[key]


def number(text: str) -> sp.Expr:
    """A real number without letters.

    Raises:
        Unclear: it is none.
    """
    try:
        value = to_sympy(parse(text.replace("°", "").strip()))
    except FormulaError as error:
        raise Unclear from error
    if not isinstance(value, sp.Expr) or value.free_symbols or not value.is_real or not value.is_finite:
        raise Unclear
    return value


def formula(text: str) -> tuple[sp.Expr, dict[sp.Symbol, str]]:
    """A formula in lengths and functions of angles, each of which is a letter.

    Raises:
        Unclear: it is no such formula.
    """
    names = dict[str, str]()

    def letter(match: re.Match[str]) -> str:
        name = f"{match[1]} {match[2]}" if match[1] else match[3]
        if name not in names:
            names[name] = _LETTERS[len(names)]
        return f"({names[name]})"

    plain = _TOKEN.sub(letter, text)
    if len(names) > 8 or re.search(r"[A-Z∠]", plain):
        raise Unclear
    try:
        value = to_sympy(parse(plain.strip()))
    except FormulaError as error:
        raise Unclear from error
    if not isinstance(value, sp.Expr):
        raise Unclear
    symbols = {s: next(n for n, c in names.items() if c == s.name) for s in value.free_symbols}
    return value, symbols


Side: TypeAlias = tuple[sp.Expr, dict[sp.Symbol, str]]
"""A formula, and what its letters are."""
