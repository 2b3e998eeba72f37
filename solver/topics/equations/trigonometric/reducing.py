"""A trigonometric equation brought down to sin u = c, cos u = c, tan u = c, in steps.

Ways: one function isolated or substituted, one angle by the formulas for multiples, one function by Pythagoras, a factored
product, division by cosine, a sine and a cosine in one wave, equal values of one function. None where none of them works.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Relation
from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.equations.trigonometric.families import Angle, Family, angle_of, basic
from solver.topics.equations.trigonometric.forms import (
    MAX_DEGREE,
    MAX_MULTIPLE,
    QUOTIENTS,
    C,
    S,
    T,
    factors_of,
    forms_of,
    homogeneous,
    in_factors,
    is_solvable,
    like,
    multiple,
    real_roots,
    squares,
)
from solver.topics.equations.trigonometric.showing import FUNCTIONS, Showing
from solver.topics.equations.trigonometric.words import WORDS


@dataclass(frozen=True, slots=True)
class Part:
    """A function of an angle takes one of `values`, the roots of `polynomial` in t."""

    function: str
    angle: Angle
    polynomial: sp.Expr
    values: tuple[sp.Expr, ...]

    def families(self) -> list[Family]:
        """Where it does."""
        return [self.angle.back(f) for value in self.values for f in basic(self.function, value)]


@dataclass(frozen=True, slots=True)
class Pair:
    """One function has the same value at two angles."""

    function: str
    left: Angle
    right: Angle

    def families(self) -> list[Family]:
        """Where it has."""
        turn = sp.pi if self.function == "tan" else 2 * sp.pi
        return [Family(sp.expand(rest / m), turn / abs(m)) for m, rest in self.equal()]

    def equal(self) -> list[tuple[sp.Expr, sp.Expr]]:
        """m·x = rest (and whole periods), with m not 0."""
        a, b = self.left, self.right
        both = [(a.m - b.m, b.b - a.b)]
        if self.function == "cos":
            both.append((a.m + b.m, -b.b - a.b))
        if self.function == "sin":
            both.append((a.m + b.m, sp.pi - b.b - a.b))
        return [(m, rest) for m, rest in both if m != 0]


@dataclass(slots=True)
class Reduction:
    """What was done, and what is left."""

    steps: list[str] = field(default_factory=list)
    parts: list[Part | Pair] = field(default_factory=list)


class Reducer:
    """Of one equation; `angles` are those of its functions by their argument."""

    def __init__(self, relation: Relation, x: sp.Symbol, showing: Showing, say: Language) -> None:
        self.relation, self.x, self.showing, self.say = relation, x, showing, say
        self.left, self.right = (to_sympy(side, {showing.name: x}) for side in relation.sides)
        self.difference = self.left - self.right
        self.angles: dict[sp.Expr, Angle] = {}
        self.out = Reduction()

    def reduced(self) -> Reduction | None:
        """The whole way."""
        atoms = self.difference.atoms(*FUNCTIONS)
        atoms = {a for a in atoms if a.has(self.x)}
        for atom in atoms:
            angle = angle_of(atom.args[0], self.x)
            if angle is None:
                return None
            self.angles[atom.args[0]] = angle
        held = self.difference.xreplace({a: sp.Dummy() for a in atoms})
        if not atoms or held.has(self.x):
            return None
        if self._equal_values() or self._one_function(atoms) or self._one_angle(atoms):
            return self.out
        return None

    # -- f(A) = g(B) --------------------------------------------------------------------------------

    def _equal_values(self) -> bool:
        sides = (self.left, self.right)
        sign = 1
        if self.right == 0 and isinstance(self.left, sp.Add) and len(self.left.args) == 2:
            one, two = self.left.args
            sides, sign = (one, two), -1
        functions = [
            s.func.__name__ if s.func in (sp.sin, sp.cos, sp.tan) and s.has(self.x) else None for s in sides
        ]
        if sign == -1 or None in functions:
            return False
        first, second = (self.angles[s.args[0]] for s in sides)
        f, g = functions
        if first == second or "tan" in functions and f != g:
            return False
        ratio = first.m / second.m
        if (
            first.b == second.b == 0
            and (ratio in (2, sp.Rational(1, 2)) or f == g == "sin" and ratio in (3, sp.Rational(1, 3)))
        ) and f != "tan":
            return False
        if f != g:
            turned = Angle(-second.m, sp.pi / 2 - second.b)
            name = self.showing.call(str(g), second)
            self.out.steps.append(
                WORDS["turned"].say(
                    self.say,
                    before=name,
                    after=self.showing.call(str(f), turned),
                    left=self.showing.call(str(f), first),
                )
            )
            second = turned
        pair = Pair(str(f), first, second)
        self.out.steps.append(self._equal_step(pair))
        self.out.parts.append(pair)
        return True

    def _equal_step(self, pair: Pair) -> str:
        show, period = self.showing, Family(sp.S.Zero, sp.pi if pair.function == "tan" else 2 * sp.pi)
        a, b, k = show.angle(pair.left), show.angle(pair.right), show.family(period)
        rows = [f"{a}={b}+{k}"]
        if pair.function != "tan":
            rows.append(
                rf"{a}=-\left({b}\right)+{k}"
                if pair.function == "cos"
                else rf"{a}={show.value(sp.pi)}-\left({b}\right)+{k}"
            )
        rows = [
            row
            for row, m in zip(rows, (pair.left.m - pair.right.m, pair.left.m + pair.right.m), strict=False)
            if m != 0
        ]
        found = r"\quad\text{or}\quad " if self.say == "en" else r"\quad\text{或}\quad "
        solved = [f"{show.x}={show.family(f)}" for f in pair.families()]
        return WORDS[f"equal_{pair.function}"].say(self.say, rows=found.join(rows), solved=found.join(solved))

    # -- one function of one angle --------------------------------------------------------------------

    def _one_function(self, atoms: set[Any]) -> bool:
        if len(atoms) != 1:
            return False
        atom = next(iter(atoms))
        name, angle = atom.func.__name__, self.angles[atom.args[0]]
        top, bottom = sp.fraction(sp.together(self.difference.xreplace({atom: T})))
        if bottom.has(T):
            return False
        polynomial = sp.Poly(top, T)
        reciprocal = {"sec": "cos", "csc": "sin", "cot": "tan"}
        if name in reciprocal:
            roots = real_roots(polynomial)
            if polynomial.degree() != 1 or roots is None or roots[0] == 0:
                return False
            other, value = reciprocal[name], sp.radsimp(1 / roots[0])
            self.out.steps.append(
                WORDS["reciprocal"].say(
                    self.say,
                    before=rf"{self.showing.call(name, angle)}={exact_latex(roots[0])}",
                    rule=rf"\{name} u=\frac{{1}}{{\{other} u}}",
                    after=rf"{self.showing.call(other, angle)}={exact_latex(value)}",
                )
            )
            self.out.parts.append(Part(other, angle, T - value, (value,)))
            return True
        return self._in_one(
            polynomial, name, angle, isolated=self.left == atom and not self.right.has(self.x)
        )

    def _in_one(self, polynomial: sp.Poly, name: str, angle: Angle, *, isolated: bool = False) -> bool:
        """A polynomial in one function: solved for its values."""
        if polynomial.degree() < 1:
            return False
        values = real_roots(polynomial)
        if values is None:
            return False
        call = self.showing.call(name, angle)
        if polynomial.degree() == 1:
            if not isolated and sp.expand(polynomial.as_expr() - T) != 0:
                self.out.steps.append(WORDS["isolate"].say(self.say, f=call, value=exact_latex(values[0])))
        else:
            expression = polynomial.as_expr()
            factored = in_factors(polynomial)
            shown = rf"{exact_latex(sp.expand(expression))}=0"
            way = (
                WORDS["t_factor"].say(self.say, factored=exact_latex(factored))
                if factored != sp.expand(expression)
                else ""
            )
            known = "" if name == "tan" else WORDS["t_range"].say(self.say)
            if values:
                roots = ",\\ ".join(f"t={exact_latex(v)}" for v in values)
                self.out.steps.append(
                    WORDS["substitute"].say(
                        self.say, f=call, range=known, equation=shown, way=way, roots=roots
                    )
                )
            else:
                self.out.steps.append(
                    WORDS["substitute_none"].say(self.say, f=call, range=known, equation=shown)
                )
        self.out.parts.append(Part(name, angle, polynomial.as_expr(), values))
        return True

    # -- several functions: everything by the sine and the cosine of one angle --------------------------

    def _one_angle(self, atoms: set[Any]) -> bool:
        base = self._base({self.angles[a.args[0]] for a in atoms})
        if base is None:
            return False
        replaced, rules, multiples = {}, list[str](), False
        for atom in sorted(atoms, key=str):
            angle = self.angles[atom.args[0]]
            n = int(angle.m / base.m)
            s, c = multiple(n)
            name = atom.func.__name__
            replaced[atom] = {"sin": s, "cos": c, "tan": s / c, "cot": c / s, "sec": 1 / c, "csc": 1 / s}[
                name
            ]
            if name not in ("sin", "cos"):
                rules.append(QUOTIENTS[name])
            multiples = multiples or n > 1
        top, bottom = sp.fraction(sp.together(self.difference.xreplace(replaced)))
        top = sp.expand(top)
        if not top.is_polynomial(S, C) or sp.Poly(top, S, C).total_degree() > MAX_DEGREE:
            return False
        for form in forms_of(top, bare=not multiples and not rules and not bottom.has(S, C)):
            if self._solved_form(form, top, bottom, base, atoms, rules):
                return True
        return False

    def _solved_form(
        self, form: sp.Expr, top: sp.Expr, bottom: sp.Expr, base: Angle, atoms: set[Any], rules: list[str]
    ) -> bool:
        content, factors = factors_of(form)
        if len(factors) == 1 and factors[0][1] == 1 and len(form.free_symbols & {S, C}) == 2:
            factors = [(sp.expand(form), 1)]
        if len(form.free_symbols & {S, C}) == 1:
            factors = [(form, 1)]  # one function: its values come from one equation
        if not factors or content == 0 or not all(is_solvable(f) for f, _ in factors):
            return False
        kept = Reduction(list(self.out.steps), list(self.out.parts))
        self._rewrite_step(form, bottom, base, atoms, rules)
        if len(factors) > 1:
            product = sp.Mul(*(f for f, _ in factors))
            rows = r";\quad ".join(f"{self._shown(f, base)}=0" for f, _ in factors)
            self.out.steps.append(
                WORDS["factor"].say(self.say, product=self._shown(product, base), rows=rows)
            )
        for factor, _ in factors:
            if not self._solve_factor(factor, base):
                self.out = kept
                return False
        return True

    def _rewrite_step(
        self, form: sp.Expr, bottom: sp.Expr, base: Angle, atoms: set[Any], quotients: list[str]
    ) -> None:
        show = self.showing
        names = list(dict.fromkeys(quotients))
        for atom in sorted(atoms, key=str):
            angle = self.angles[atom.args[0]]
            n = int(angle.m / base.m)
            if n > 1 and atom.func in (sp.sin, sp.cos):
                s, c = multiple(n)
                names.append(
                    rf"{show.call(atom.func.__name__, angle)}={self._shown(like(c, form) if atom.func is sp.cos else sp.factor(s), base)}"
                )
        plain = sp.expand(self.difference.xreplace({sp.sin(base.at(self.x)): S, sp.cos(base.at(self.x)): C}))
        shown = self._shown(form, base)
        if not names and sp.expand(plain - form) * sp.expand(plain + form) == 0:
            if self.right != 0:
                self.out.steps.append(WORDS["collect"].say(self.say, equation=f"{shown}=0"))
            return
        if not names or not any("=" in n for n in names):
            names.append(rf"\sin^2 {show.x}+\cos^2 {show.x}=1")
        word = "rewrite_clear" if bottom.has(S, C) else "rewrite"
        cleared = self._shown(bottom, base) if bottom.has(S, C) else ""
        self.out.steps.append(
            WORDS[word].say(self.say, rules=r",\ ".join(names), cleared=cleared, equation=f"{shown}=0")
        )

    def _solve_factor(self, factor: sp.Expr, base: Angle) -> bool:
        held = factor.free_symbols
        if held == {S} or held == {C}:
            only = next(iter(held))
            return self._in_one(sp.Poly(factor.xreplace({only: T}), T), "sin" if only == S else "cos", base)
        polynomial = sp.Poly(factor, S, C)
        if polynomial.total_degree() == 1:
            return self._wave(*(polynomial.coeff_monomial(m) for m in (S, C, 1)), base=base)
        return self._by_cosine(factor, base)

    def _wave(self, a: sp.Expr, b: sp.Expr, d: sp.Expr, *, base: Angle) -> bool:
        """a sin u + b cos u + d = 0."""
        show = self.showing
        if d == 0:
            value = sp.radsimp(-b / a)
            self.out.steps.append(
                WORDS["divide"].say(
                    self.say,
                    before=f"{self._shown(a * S + b * C, base)}=0",
                    cos=show.call("cos", base),
                    after=f"{show.call('tan', base)}={exact_latex(value)}",
                )
            )
            self.out.parts.append(Part("tan", base, T - value, (value,)))
            return True
        if a < 0:
            a, b, d = -a, -b, -d
        size = sp.sqrt(sp.expand(a**2 + b**2))
        shift = sp.atan(sp.radsimp(b / a))
        value = sp.radsimp(sp.sqrtdenest(-d / size))
        turned = Angle(base.m, base.b + shift)
        if self.showing.degrees and not (shift / sp.pi).is_Rational:
            return False
        self.out.steps.append(
            WORDS["wave"].say(self.say, size=exact_latex(size), squares=rf"\sqrt{{{squares(a, b)}}}", before=self._shown(a * S + b * C, base), after=f"{exact_latex(size) if size != 1 else ''}{show.call('sin', turned)}", tangent=exact_latex(sp.radsimp(b / a)), shift=show.value(shift), equation=f"{show.call('sin', turned)}={exact_latex(value)}")
        )  # fmt: skip
        self.out.parts.append(Part("sin", turned, T - value, (value,)))
        return True

    def _by_cosine(self, factor: sp.Expr, base: Angle) -> bool:
        """All terms of one degree: divided by a power of the cosine, which is 0 in no solution."""
        whole = homogeneous(factor)
        if whole is None:
            return False
        degree = sp.Poly(whole, S, C).total_degree()
        in_tangent = sp.Poly(sp.expand(whole.subs(S, T * C) / C**degree), T)
        if in_tangent.degree() != degree:
            return False
        show = self.showing
        self.out.steps.append(
            WORDS["divide_power"].say(
                self.say,
                before=f"{self._shown(whole, base)}=0",
                cos=rf"\cos^{{{degree}}}",
                x=show.angle(base),
                after=f"{exact_latex(in_tangent.as_expr())}=0",
            )
        )
        return self._in_one(in_tangent, "tan", base)

    def _base(self, angles: set[Angle]) -> Angle | None:
        """The angle of which all are whole multiples: the smallest, or the unknown itself."""
        least = min(angles, key=lambda a: abs(a.m))
        step = sp.S.Zero
        for angle in angles:
            step = sp.gcd(step, angle.m)
        for base in (least, Angle(step, sp.S.Zero)):
            multiples = [a.m / base.m for a in angles]
            if all(
                n.is_Integer and 1 <= n <= MAX_MULTIPLE and sp.expand(a.b - n * base.b) == 0
                for n, a in zip(multiples, angles, strict=True)
            ):
                return base
        return None

    def _shown(self, form: sp.Expr, base: Angle) -> str:
        u = sp.Symbol("u")
        return self.showing.expression(form.xreplace({S: sp.sin(u), C: sp.cos(u)}), {u: base})
