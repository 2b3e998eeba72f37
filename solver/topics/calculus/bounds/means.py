"""The smallest value of a product of sums of positive terms over all positive numbers: by weighted means of each sum.

In the logarithms of the letters the logarithm of such a product is convex, so where its derivatives are 0 it is smallest; the terms there
give the weights. A condition of the same kind is put in as a factor (with Lagrange's multiplier as its power).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.calculus.bounds.reading import Question
from solver.topics.calculus.bounds.words import WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

MAX_TERMS: Final = 12


@dataclass(frozen=True, slots=True)
class _Factor:
    """A sum of positive terms to a positive power."""

    terms: tuple[sp.Expr, ...]
    power: sp.Rational

    @property
    def sum(self) -> sp.Expr:
        return sp.Add(*self.terms)


def by_means(asked: Question, say: Language) -> Prepared | None:
    """The task, where letters are positive and everything is made of such sums."""
    if not asked.is_positive or len(asked.equations) > 1:
        return None
    letters = {s: sp.Symbol(s.name, positive=True) for s in asked.letters}
    target = asked.target.subs(letters)
    target = 1 / target if asked.largest else target
    factors = _factors(target, tuple(letters.values()))
    condition = _condition(asked.equations[0].subs(letters)) if asked.equations else None
    if factors is None or (asked.equations and condition is None):
        return None
    solved = _solved(target, tuple(letters.values()), condition)
    if solved is None:
        return None
    point, power = solved
    if power != 0 and condition is not None:
        others = _factors(condition[0] ** power, tuple(letters.values()))
        if others is None:
            return None
        factors = factors + others
    value = sp.radsimp(sp.powsimp(sp.simplify(target.subs(point))))
    if not value.is_positive or value.has(sp.CRootOf) or value.free_symbols:
        return None
    return _task(asked, say, target, factors, condition, power, point, value)


def _factors(target: sp.Expr, letters: tuple[sp.Symbol, ...]) -> list[_Factor] | None:
    """The sums with positive powers; None where something is no such product."""
    for written in dict.fromkeys((target, sp.factor(sp.together(target)))):
        found = list[_Factor]()
        for part in sp.Mul.make_args(written):
            base, power = part.as_base_exp()
            if not power.is_Rational:
                break
            terms = sp.Add.make_args(sp.expand(base))
            if not all(_is_monomial(t, letters) for t in terms) or len(terms) > MAX_TERMS:
                break
            if len(terms) > 1 and power < 0:
                break
            if len(terms) > 1:
                found.append(_Factor(tuple(terms), power))
        else:
            return found
    return None


def _is_monomial(term: sp.Expr, letters: tuple[sp.Symbol, ...]) -> bool:
    factor, rest = term.as_coeff_Mul()
    parts = sp.Mul.make_args(rest)
    return bool(factor.is_positive) and all(
        (p.as_base_exp()[0] in letters and p.as_base_exp()[1].is_Rational) or (p.is_number and p.is_positive)
        for p in parts
    )


def _condition(equation: sp.Expr) -> tuple[sp.Expr, sp.Expr] | None:
    """The condition as (sum of positive terms, positive number); what is subtracted may be one term, which divides then."""
    terms = sp.Add.make_args(sp.expand(sp.fraction(sp.together(equation))[0]))
    plus = [t for t in terms if not t.could_extract_minus_sign()]
    minus = [-t for t in terms if t.could_extract_minus_sign()]
    if len(plus) == 1 and len(minus) > 1:
        plus, minus = minus, plus
    if len(minus) != 1 or not plus:
        return None
    right = minus[0]
    if right.free_symbols:
        return sp.expand(sp.Add(*plus) / right), sp.S.One
    return sp.Add(*plus), right


def _solved(
    target: sp.Expr, letters: tuple[sp.Symbol, ...], condition: tuple[sp.Expr, sp.Expr] | None
) -> tuple[dict[sp.Symbol, sp.Expr], sp.Expr] | None:
    """Where all derivatives are 0, and the power of the condition."""
    multiplier = sp.Dummy("power", real=True)
    logarithm = sp.log(target)
    unknowns: tuple[sp.Symbol, ...] = letters
    system = []
    if condition is not None:
        logarithm += multiplier * sp.log(condition[0])
        unknowns = (*letters, multiplier)
        system.append(sp.fraction(sp.together(condition[0] - condition[1]))[0])
    for letter in letters:
        derivative = sp.together(sp.simplify(letter * sp.diff(logarithm, letter)))
        system.append(sp.fraction(derivative)[0])
    around = dict(zip(letters, letters[1:] + letters[:1], strict=True))
    turned = target.subs(around, simultaneous=True)
    if (
        len(letters) > 2
        and sp.simplify(turned - target) == 0
        and (
            condition is None or sp.simplify(condition[0].subs(around, simultaneous=True) - condition[0]) == 0
        )
    ):
        # convex and the same when the letters change places in a circle: smallest where they are equal
        same = dict.fromkeys(letters, letters[0])
        system = list(dict.fromkeys(sp.fraction(sp.together(s.subs(same)))[0] for s in system))
        unknowns = (letters[0], *unknowns[len(letters) :])
    if len(unknowns) > 3 and any(sp.total_degree(e) > 5 for e in system if e != 0):
        return None  # takes minutes
    try:
        solutions = sp.solve([s for s in system if s != 0], unknowns, dict=True)
    except NotImplementedError:
        return None
    if unknowns[0] is letters[0] and set(letters) - set(unknowns):
        solutions = (
            [{**s, **dict.fromkeys(letters, s.get(letters[0], sp.S.One))} for s in solutions]
            or [dict.fromkeys(letters, sp.S.One)]
            if not system or all(e == 0 for e in system)
            else [{**s, **dict.fromkeys(letters, s[letters[0]])} for s in solutions if letters[0] in s]
        )
        unknowns = (*letters, *unknowns[1:])
    for solution in solutions:
        free = [u for u in unknowns if u not in solution]
        chosen = {**{u: sp.S.One for u in free if u != multiplier}}
        whole = {u: sp.simplify(solution.get(u, u).subs(chosen)) for u in unknowns} | chosen
        power = whole.pop(multiplier, sp.S.Zero)
        if multiplier in free or any(v.free_symbols or not v.is_positive for v in whole.values()):
            continue
        if not power.is_Rational:
            continue
        is_one_term = condition is not None and not condition[0].is_Add
        if condition is not None and power < 0 and not is_one_term:
            return None  # the condition bounds on the other side
        return whole, power
    return None


def _task(
    asked: Question, say: Language, target: sp.Expr, factors: list[_Factor], condition: tuple[sp.Expr, sp.Expr] | None,
    power: sp.Expr, point: dict[sp.Symbol, sp.Expr], value: sp.Expr,
) -> Prepared:  # fmt: skip
    steps = list[str]()
    if asked.largest:
        steps.append(WORDS["reciprocal"].say(say, f=latex(target)))
    whole = target
    constant = sp.S.One
    if condition is not None and power != 0:
        constant = condition[1] ** power
        whole = target * condition[0] ** power
        steps.append(
            WORDS["condition"].say(
                say,
                left=latex(condition[0]),
                right=latex(condition[1]),
                power=_power(condition[0], power),
                constant=latex(constant),
            )
        )
    steps.append(WORDS["means"].say(say))
    for factor in factors:
        at = [sp.simplify(t.subs(point)) for t in factor.terms]
        weights = [sp.radsimp(sp.simplify(a / sp.Add(*at))) for a in at]
        split = "+".join(
            rf"{latex(w)}\cdot {latex(sp.simplify(t / w))}"
            for t, w in zip(factor.terms, weights, strict=True)
        )
        product = "".join(
            rf"\left({latex(sp.simplify(t / w))}\right)^{{{latex(w)}}}"
            for t, w in zip(factor.terms, weights, strict=True)
        )
        steps.append(
            WORDS["sum"].say(
                say,
                weights=",\\ ".join(map(latex, weights)),
                sum=latex(factor.sum),
                split=split,
                product=product,
            )
        )
    bound = sp.simplify(value * constant)
    steps.append(WORDS["bound"].say(say, f=latex(whole), value=latex(bound)))
    shown = ",\\ ".join(f"{latex(k)}={latex(v)}" for k, v in point.items())
    steps.append(WORDS["equality"].say(say, point=shown))
    names = [s.name for s in point]
    place = "{" + ", ".join(f"{exact_source(k)}: {exact_source(v)}" for k, v in point.items()) + "}"
    source = cell(
        f"f = {exact_source(asked.target)}",
        comment(WORDS["code_point"].say(say)),
        f"point = {place}",
        "radsimp(powsimp(simplify(f.subs(point))))",
        variables=names,
        assumptions="positive=True",
    )
    sign = "-" if asked.largest else ""
    free = whole if not asked.largest else 1 / whole
    tests = (
        f"{', '.join(names)} = symbols('{' '.join(names)}', positive=True)" if len(names) > 1 else f"{names[0]} = symbols('{names[0]}', positive=True)",
        f"f = {exact_source(asked.target)}",
        f"g = {exact_source(free)}",
        f"point = {place}",
        f"letters = [{', '.join(names)}]",
        "others = [{v: point[v]*Rational((7*k + 11*j*j + k*k*j) % 37 + 4, 20) for j, v in enumerate(letters)} for k in range(100)]",
        f"bound = answer{'' if power == 0 else f'*({exact_source(1 / constant if asked.largest else constant)})'}",
        f"bool(abs(N(f.subs(point) - answer, 30)) < 1e-20 and all(N({sign}(g.subs(o) - bound), 30) > -1e-15 for o in others))",
    )  # fmt: skip
    return Prepared(say, tuple(steps), source, tests, WORDS["method_means"])


def _power(base: sp.Expr, power: sp.Expr) -> str:
    return latex(base) if power == 1 else rf"\left({latex(base)}\right)^{{{latex(power)}}}"
