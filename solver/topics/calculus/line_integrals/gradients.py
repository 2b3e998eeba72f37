"""Conservative fields: whether a field is one, its potential, the integral between two points; divergence and curl.

Only fields that are smooth everywhere (polynomials, sines, cosines and exponentials of such): a hole in the domain could make the mixed derivatives agree without a potential.
"""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.base import Reading
from solver.topics.calculus.line_integrals.along import bracketed, neat, tests
from solver.topics.calculus.line_integrals.curves import Point, broken
from solver.topics.calculus.line_integrals.formulas import SPACE
from solver.topics.calculus.line_integrals.words import WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared, one_point, one_value, shown_point, shown_value
from solver.topics.yes_no import NO, YES, claimed

Field = tuple[sp.Expr, ...]
_NAMES: Final = "PQR"
_PLACES: Final = "[(Rational(3, 7), Rational(5, 11), Rational(2, 3)), (Rational(-8, 5), Rational(4, 9), Rational(7, 6)), (Rational(1, 3), Rational(-9, 7), Rational(-5, 4))]"


def is_smooth(e: sp.Expr) -> bool:
    """Whether an expression of coordinates has all derivatives everywhere."""
    if not e.free_symbols or e.is_Symbol:
        return True
    match e:
        case sp.Add() | sp.Mul() | sp.sin() | sp.cos() | sp.exp():
            return all(map(is_smooth, e.args))
        case sp.Pow():
            base, power = e.args
            return (power.is_Integer and power > 0 and is_smooth(base)) or (base.is_positive is True and not base.free_symbols and is_smooth(power))  # fmt: skip
    return False


def _pairs(f: Field) -> list[tuple[int, int]]:
    """The components whose derivatives along each other's letters have to agree."""
    return [(0, 1)] if len(f) == 2 else [(0, 1), (0, 2), (1, 2)]


def _mixed(f: Field) -> list[tuple[sp.Expr, sp.Expr]]:
    """The derivatives of each pair."""
    return [(sp.expand(f[i].diff(SPACE[j])), sp.expand(f[j].diff(SPACE[i]))) for i, j in _pairs(f)]


def is_conservative(f: Field) -> bool:
    """Whether the mixed derivatives agree; `f` is smooth everywhere."""
    return all(sp.simplify(a - b) == 0 for a, b in _mixed(f))


def _compared(f: Field, say: Language) -> str:
    pairs = [
        rf"\frac{{\partial}}{{\partial {SPACE[j]}}}\left({latex(f[i])}\right)={latex(a)},\quad \frac{{\partial}}{{\partial {SPACE[i]}}}\left({latex(f[j])}\right)={latex(b)}"
        for (i, j), (a, b) in zip(_pairs(f), _mixed(f), strict=True)
    ]
    return WORDS["cross"].say(say, pairs=r"\] \[".join(pairs))


def asked(f: Field, say: Language) -> Reading:
    """Whether a field is conservative."""
    if not all(map(is_smooth, f)):
        return None
    right = is_conservative(f)
    steps = (_compared(f, say), WORDS["agree" if right else "differ"].say(say))
    names = [v.name for v in SPACE[: len(f)]]
    lines = [f"field = {exact_source(list(f))}", comment(WORDS["code_cross"].say(say))]
    differences = [f"diff(field[{i}], {names[j]}) - diff(field[{j}], {names[i]})" for i, j in _pairs(f)]
    lines.append(f"differences = [{', '.join(differences)}]")
    lines.append("all(simplify(d) == 0 for d in differences)")
    checks = (
        *quotients(f),
        f"differences = [slope(i, j, p) - slope(j, i, p) for p in {_PLACES} for i in range({len(f)}) for j in range(i)]",
        "bool(answer == all(abs(d) < Rational(1, 10**8) for d in differences))",
    )
    return Prepared(
        say, steps, cell(*lines, variables=names, assumptions="real=True"), checks, WORDS["method_cross"], WORDS["conservative"],
        shown=lambda v: (YES if bool(v) else NO).say(say) if v in (True, False, sp.true, sp.false) else None, given=claimed, letters=tuple(names),
    )  # fmt: skip


def _set_up(f: Field) -> list[str]:
    names = ", ".join(v.name for v in SPACE[: len(f)])
    return [f"field = {exact_source(list(f))}", "h = Rational(1, 10**12)", f"letters = ({names},)"]


def quotients(f: Field) -> list[str]:
    """Source of `slope`: how fast component i changes along letter j, by a difference quotient."""
    return [
        *_set_up(f),
        "near = lambda i, j, p, s: N(sympify(field[i]).subs([(v, c + (s*h if k == j else 0)) for k, (v, c) in enumerate(zip(letters, p))]), 50)",
        "slope = lambda i, j, p: (near(i, j, p, 1) - near(i, j, p, -1))/(2*h)",
    ]


def found(f: Field, say: Language) -> tuple[sp.Expr, list[str]] | None:
    """A potential, and the steps to it; None where there is none or it is not elementary."""
    if not all(map(is_smooth, f)) or not is_conservative(f):
        return None
    whole, steps = sp.S.Zero, [_compared(f, say), WORDS["agree"].say(say)]
    for k, (v, part) in enumerate(zip(SPACE, f, strict=False)):
        left = sp.simplify(sp.expand(part - whole.diff(v)))
        more = sp.integrate(sp.expand(left), v)
        if more.has(
            sp.Integral, sp.Piecewise, sp.erf, sp.erfi, sp.I, sp.Si, sp.Ci, sp.Ei, sp.fresnels, sp.fresnelc
        ):
            return None
        whole = sp.expand(whole + more)
        rest = ["g(y)", "C"][k] if len(f) == 2 else ["g(y,z)", "h(z)", "C"][k]
        if k == 0:
            steps.append(WORDS["first"].say(say, p=latex(part), f=latex(whole), rest=rest))
        else:
            steps.append(WORDS["next"].say(say, letter=v.name, q=latex(part), left=latex(left), more=latex(more), f=latex(whole), rest=f"+{rest}"))  # fmt: skip
    if any(sp.simplify(whole.diff(v) - part) != 0 for v, part in zip(SPACE, f, strict=False)):
        return None
    return whole, steps


def _lines(f: Field, say: Language) -> list[str]:
    lines = [f"field = {exact_source(list(f))}", comment(WORDS["code_potential"].say(say)), "f = 0"]
    lines.append(f"for part, letter in zip(field, ({', '.join(v.name for v in SPACE[: len(f)])})):")
    lines.append("    f = f + integrate(expand(part - diff(f, letter)), letter)")
    return lines


def potential(f: Field, say: Language, *, or_no: bool) -> Reading:
    """A potential of a field; where it was asked whether there is one, "No" can be the answer."""
    if not all(map(is_smooth, f)):
        return None
    if not is_conservative(f):
        return asked(f, say) if or_no else None
    made = found(f, say)
    if made is None:
        return None
    _, steps = made
    names = tuple(v.name for v in SPACE[: len(f)])
    checks = (
        *_set_up(f),
        "near = lambda j, p, s: N(answer.subs([(v, c + (s*h if k == j else 0)) for k, (v, c) in enumerate(zip(letters, p))]), 50)",
        "at = lambda i, p: N(sympify(field[i]).subs(list(zip(letters, p))), 50)",
        f"bool(all(abs((near(j, p, 1) - near(j, p, -1))/(2*h) - at(j, p)) < Rational(1, 10**8) for p in {_PLACES} for j in range({len(f)})))",
    )

    def shown(value: Any) -> str | None:
        return f"{latex(value)} + C" if isinstance(value, sp.Expr) and value.free_symbols else None

    def given(answer: str) -> Any:
        return _formula(answer, names)

    return Prepared(
        say, tuple(steps), cell(*_lines(f, say), "expand(f)", variables=names, assumptions="real=True"), checks, WORDS["method_potential"],
        WORDS["potential"], shown=shown, given=given, letters=names,
    )  # fmt: skip


def _formula(answer: str, names: tuple[str, ...]) -> Any:
    """A potential that somebody answered, without its constant."""
    known = {name: sp.Symbol(name) for name in names}
    try:
        value = to_sympy(parse(answer.split("=")[-1].strip()), known)
    except (FormulaError, TypeError, ValueError):
        return None
    if not isinstance(value, sp.Expr):
        return None
    others = value.free_symbols - set(known.values())
    if len(others) > 1 or any(sp.expand(value).coeff(c) != 1 for c in others):
        return None
    value = value.subs(dict.fromkeys(others, 0))
    return value if value.free_symbols else None


def between(f: Field, ends: tuple[Point, ...], say: Language, *, is_work: bool) -> Prepared | None:
    """The integral between two points, whatever the way."""
    made = found(f, say)
    start, end = ends
    if made is None or len(start) != len(f) or len(end) != len(f):
        return None
    whole, steps = made
    at = [neat(whole.subs(dict(zip(SPACE, p, strict=False)), simultaneous=True)) for p in (end, start)]
    value = neat(at[0] - at[1])
    if not value.is_real:
        return None
    steps.append(
        WORDS["ends"].say(
            say, end=shown_point(end), start=shown_point(start), above=latex(at[0]), below=bracketed(at[1]), value=latex(value)
        )
    )  # fmt: skip
    names = tuple(v.name for v in SPACE[: len(f)])
    places = [exact_source(dict(zip(SPACE, p, strict=False))) for p in (end, start)]
    source = cell(*_lines(f, say), f"simplify(f.subs({places[0]}) - f.subs({places[1]}))", variables=names, assumptions="real=True")  # fmt: skip
    straight = broken(ends)
    if straight is None:
        return None
    return Prepared(
        say, tuple(steps), source, tests(f, straight), WORDS["method_ends"],
        sentence=WORDS["done" if is_work else "integral"], letters=tuple(sorted({*names, *(leg.letter.name for leg in straight.legs)})),
    )  # fmt: skip


def divergence(f: Field, at: Point, say: Language) -> Prepared | None:
    """The sum of the components' own derivatives, as a formula or at a point."""
    slopes = [sp.expand(e.diff(v)) for e, v in zip(f, SPACE, strict=False)]
    value = sp.expand(sum(slopes, sp.S.Zero))
    total = "+".join(
        rf"\frac{{\partial}}{{\partial {v}}}\left({latex(e)}\right)" for e, v in zip(f, SPACE, strict=False)
    )
    steps = [WORDS["divergence"].say(say, sum=total, value=latex(value))]
    test = f"sum(slope(i, i, p) for i in range({len(f)}))"
    source = "sum(diff(part, letter) for part, letter in zip(field, letters))"
    return _asked_at(f, at, value, steps, source, [test], say)


def curl(f: Field, at: Point, say: Language) -> Prepared | None:
    """The curl of a field of three components."""
    if len(f) != 3:
        return None  # a number to some, a vector along z to others
    parts, told = list[sp.Expr](), list[str]()
    for i, j in ((1, 2), (2, 0), (0, 1)):
        parts.append(sp.expand(f[j].diff(SPACE[i]) - f[i].diff(SPACE[j])))
        told.append(rf"\frac{{\partial}}{{\partial {SPACE[i]}}}\left({latex(f[j])}\right)-\frac{{\partial}}{{\partial {SPACE[j]}}}\left({latex(f[i])}\right)={latex(parts[-1])}")  # fmt: skip
    steps = [WORDS["curl"].say(say, first=told[0], second=told[1], third=told[2])]
    source = "tuple(expand(diff(field[j], letters[i]) - diff(field[i], letters[j])) for i, j in ((1, 2), (2, 0), (0, 1)))"
    checks = [f"slope({j}, {i}, p) - slope({i}, {j}, p)" for i, j in ((1, 2), (2, 0), (0, 1))]
    return _asked_at(f, at, tuple(parts), steps, source, checks, say)


def _asked_at(f: Field, at: Point, value: Any, steps: list[str], source: str, checks: list[str], say: Language) -> Prepared | None:  # fmt: skip
    names = tuple(v.name for v in SPACE[: len(f)])
    is_vector = isinstance(value, tuple)
    places = exact_source([at]) if at else _PLACES
    lines = [f"field, letters = {exact_source(list(f))}, ({', '.join(names)})", comment(WORDS["code_derivatives"].say(say)), f"found = {source}"]  # fmt: skip
    if at:
        known = dict(zip(SPACE, at, strict=False))
        there = [sp.simplify(e.subs(known)) for e in (value if is_vector else (value,))]
        if not all(e.is_real and e.is_finite for e in there):
            return None
        shown = shown_point(tuple(there)) if is_vector else latex(there[0])
        steps.append(WORDS["at"].say(say, point=shown_point(at), value=shown))
        put = exact_source(known)
        lines.append(f"tuple(sympify(e).subs({put}) for e in found)" if is_vector else f"simplify(sympify(found).subs({put}))")  # fmt: skip
    else:
        lines.append("found" if is_vector else "expand(found)")
    answers = "answer" if is_vector else "(answer,)"
    expected = f"({', '.join(checks)},)"
    tests_ = (
        *quotients(f),
        f"answers = {answers}",
        f"bool(len(answers) == {len(checks)} and all(abs(N(sympify(a).subs(list(zip(letters, p))), 50) - e) < Rational(1, 10**8) for p in {places} for a, e in zip(answers, {expected})))",
    )

    def given(answer: str) -> Any:
        if at:
            return one_point(answer) if is_vector else one_value(answer)
        values = values_in(answer.split("=")[-1], names)
        if values is None or len(values) != 1:
            return None
        (first,) = values
        return tuple(first) if is_vector and isinstance(first, sp.Tuple) else first if not is_vector and isinstance(first, sp.Expr) else None  # fmt: skip

    def shown_formula(v: Any) -> str | None:
        return latex(v) if isinstance(v, sp.Expr) else None

    return Prepared(
        say, tuple(steps), cell(*lines, variables=names, assumptions="real=True"), tests_, WORDS["method_cross"], WORDS["field"],
        shown=shown_point if is_vector else shown_value if at else shown_formula, given=given, letters=names,
    )  # fmt: skip
