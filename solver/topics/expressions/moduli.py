"""Moduli and conjugates of numbers that are not known themselves: |a| from ab and |b|, |z| from z^3, the conjugate of what is told.

A modulus of a product is the product of the moduli, so all conditions are linear in the logarithms of the moduli; the conjugate of a sum or product is
taken part by part. Read: products of powers of complex letters. Not: sums inside a modulus, except for the extreme values of |z ± w|.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import sympy as sp
from sympy.core.function import AppliedUndef

from solver.formula import to_sympy
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared
from solver.topics.told import Told, told

_FIND: Final = r"(?:find|determine|compute|what is|evaluate)(?: the value of)?"
TABLE: Final = table(
    {
        "numbers": (
            r"(?:let|for|if|suppose|where|given that)? <letters:letters> (?:be |are |is )?(?:an? |two )?complex numbers?(?: satisfy)?",
            r"(?:let |for |the )?(?:two )?complex numbers? <letters:letters>(?: satisfy| satisfies)?",
        ),
        "unit": (r"where <equation:relation>",),
        "condition": (
            r"(?:such that|so that|if|given|given that|suppose|let|where|that|(?:that )?satisf(?:y|ies|ying))? <equation:relation>",
        ),
        "extreme": (rf"{_FIND} the (?P<best>minimum|maximum|smallest|largest|least|greatest) (?:possible )?value of <asked:formula>",),
        "asked": (rf"{_FIND} <asked:formula>",),
    }
)  # fmt: skip
_LARGEST: Final = frozenset({"maximum", "largest", "greatest"})
WORDS: Final = {
    "law": Words("The modulus of a product is the product of the moduli, and a number and its conjugate have the same modulus.", "积的模等于模的积，共轭复数的模相等。"),
    "told": Words("So \\({left}={right}\\) says that \\[{equation}\\]", "所以由 \\({left}={right}\\) 得 \\[{equation}\\]"),
    "asked": Words("And so \\[{asked}={written}={value}\\]", "因此 \\[{asked}={written}={value}\\]"),
    "conjugate": Words("Conjugation may be done part by part. The conjugate of \\({left}\\) is \\({conjugated}\\), which is what is asked for; so it is the conjugate of \\({right}\\): \\[{asked}={value}\\]", "共轭可以逐项进行：\\({left}\\) 的共轭是 \\({conjugated}\\)，正是所求，所以等于 \\({right}\\) 的共轭：\\[{asked}={value}\\]"),
    "triangle_max": Words("By the triangle inequality \\({asked}\\le {one}+{other}={value}\\), with equality where the two terms point in the same direction.", "由三角不等式 \\({asked}\\le {one}+{other}={value}\\)，两项方向相同时取等号。"),
    "triangle_min": Words("By the triangle inequality \\({asked}\\ge \\left|{one}-{other}\\right|={value}\\), with equality where the two terms point in opposite directions.", "由三角不等式 \\({asked}\\ge \\left|{one}-{other}\\right|={value}\\)，两项方向相反时取等号。"),
    "code": Words("the moduli", "各个模"),
    "method": Words("took numbers with these moduli in several directions and computed", "取若干方向上具有这些模的复数计算检验"),
    "method_conjugate": Words("put in numbers with the value that is told", "取满足条件的一组数代入检验"),
}  # fmt: skip


@declining
def read(text: Text) -> Reading:
    """Conditions on moduli or conjugates, and another one that follows."""
    if text.language != "en" or not re.search(r"\||\\overline|\\bar|\\vert", text.source):
        return None
    known = told(text.source.replace(r"\lvert", "|").replace(r"\rvert", "|").replace(r"\vert", "|"))
    found = None if known is None else clauses(known.source, TABLE)
    if known is None or found is None or isinstance(found, str):
        return None
    return _task(found, known, text.language)


def _task(found: Sequence[Said], known: Told, say: Language) -> Prepared | None:
    asked = [s for s in found if s.kind in ("asked", "extreme")]
    if len(asked) != 1:
        return None
    equations = list[tuple[sp.Expr, sp.Expr]]()
    for said in found:
        for relation in known.relations(said.values["equation"]) if "equation" in said.values else ():
            if relation.signs != ("=",):
                return None
            left, right = (to_sympy(s) for s in relation.sides)
            if not (left == sp.I**2 and right == -1):
                equations.append((left, right))
    target = known.expression(asked[0].values["asked"])
    if (
        not equations
        or any(e.has(AppliedUndef, sp.E) for pair in equations for e in pair)
        or target.has(AppliedUndef)
    ):
        return None
    if asked[0].kind == "extreme":
        return _extreme(target, equations, asked[0].values["best"].lower() in _LARGEST, say)
    if isinstance(target, sp.Abs) or target.has(sp.Abs):
        return _modulus(target, equations, say)
    return _conjugate(target, equations, say)


def _powers(expression: sp.Expr) -> tuple[sp.Expr, dict[sp.Symbol, sp.Expr]] | None:
    """A product of a number and powers of letters and their conjugates: the modulus of the number, and the powers."""
    powers: dict[sp.Symbol, sp.Expr] = {}
    number = sp.S.One
    for part in sp.Mul.make_args(sp.powsimp(sp.expand_power_base(expression, force=True))):
        base, power = part.as_base_exp()
        inner = base.args[0] if isinstance(base, sp.conjugate | sp.Abs) else base
        if inner.is_number:
            number *= sp.Abs(inner) ** power
        elif inner.is_Symbol and power.is_Rational:
            powers[inner] = powers.get(inner, sp.S.Zero) + power
        elif isinstance(base, sp.conjugate | sp.Abs) and power.is_Rational:
            found = _powers(inner)
            if found is None:
                return None
            number *= found[0] ** power
            for letter, p in found[1].items():
                powers[letter] = powers.get(letter, sp.S.Zero) + p * power
        else:
            return None
    return number, powers


def _modulus(target: sp.Expr, equations: list[tuple[sp.Expr, sp.Expr]], say: Language) -> Prepared | None:
    asked = _powers(target)
    rows = []
    for left, right in equations:
        if right.free_symbols:
            return None
        found = _powers(left)
        if found is None or not found[1] or not right.is_number or right == 0:
            return None
        rows.append((found[1], sp.simplify(sp.Abs(right) / found[0]), left, right))
    if asked is None or not asked[1]:
        return None
    letters = sorted(set().union(asked[1], *(r[0] for r in rows)), key=str)
    matrix = sp.Matrix([[row[0].get(s, 0) for row in rows] for s in letters])
    goal = sp.Matrix([asked[1].get(s, 0) for s in letters])
    unknowns = sp.symbols(f"c0:{len(rows)}")
    solved = sp.linsolve((matrix, goal), *unknowns)
    if not solved:
        return None
    (weights,) = solved
    if any(w.free_symbols for w in weights):
        return None
    value = asked[0] * sp.Mul(*(row[1] ** w for row, w in zip(rows, weights, strict=True)))
    value = sp.radsimp(sp.simplify(value))
    steps = [WORDS["law"].say(say)]
    for powers, size, left, right in rows:
        if not isinstance(left, sp.Abs):
            steps.append(
                WORDS["told"].say(
                    say, left=latex(left), right=latex(right), equation=f"{_product(powers)}={latex(size)}"
                )
            )
    steps.append(
        WORDS["asked"].say(say, asked=latex(target), written=_product(asked[1], asked[0]), value=latex(value))
    )
    sizes = ", ".join(exact_source(row[1]) for row in rows)
    source = cell(
        comment(WORDS["code"].say(say)),
        f"sizes = [{sizes}]",
        f"powers = {exact_source(list(weights))}",
        f"radsimp(simplify({exact_source(asked[0])}*Mul(*[Pow(s, p) for s, p in zip(sizes, powers)])))",
    )
    names = ", ".join(s.name for s in letters)
    tests = (
        f"{names}{',' if len(letters) == 1 else ''} = symbols('{' '.join(s.name for s in letters)}', seq=True)",
        f"rows, sizes = Matrix({exact_source(matrix.T.tolist())}), Matrix([log(s) for s in ({sizes},)])",
        "logarithms = rows.gauss_jordan_solve(sizes)[0]",
        "logarithms = logarithms.subs({s: 0 for s in logarithms.free_symbols})",
        # numbers with these moduli in some directions
        f"point = {{v: exp(l)*exp(I*(k + 1)) for k, (v, l) in enumerate(zip([{names}], logarithms))}}",
        f"bool(abs(N(({exact_source(target)}).subs(point) - answer, 30)) < 1e-20)",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"])


def _product(powers: dict[sp.Symbol, sp.Expr], number: sp.Expr = sp.S.One) -> str:
    parts = [latex(number)] if number != 1 else []
    parts += [rf"|{latex(s)}|" + ("" if p == 1 else f"^{{{latex(p)}}}") for s, p in powers.items() if p != 0]
    return r"\cdot ".join(parts)


def _conjugate(target: sp.Expr, equations: list[tuple[sp.Expr, sp.Expr]], say: Language) -> Prepared | None:
    if len(equations) != 1 or not target.has(sp.conjugate):
        return None
    ((left, right),) = equations
    if right.free_symbols or not left.has(sp.conjugate):
        return None
    conjugated = sp.expand(sp.conjugate(sp.expand(left)))
    if sp.expand(conjugated - target) != 0:
        return None
    value = sp.expand(sp.conjugate(right))
    steps = (
        WORDS["conjugate"].say(
            say,
            left=latex(left),
            conjugated=latex(conjugated),
            right=latex(right),
            asked=latex(target),
            value=latex(value),
        ),
    )
    letters = sorted(target.free_symbols, key=str)
    names = [s.name for s in letters]
    source = cell(comment(WORDS["code"].say(say)), f"conjugate({exact_source(right)})")
    parts = [n + k for n in names for k in ("_re", "_im")]
    put = ", ".join(f"{n}: {n}_re + I*{n}_im" for n in names)
    tests = (
        f"{', '.join(names)}{',' if len(names) == 1 else ''} = symbols('{' '.join(names)}', seq=True)",
        f"{', '.join(parts)} = symbols('{' '.join(parts)}', real=True)",
        _both(left, right, target, put),
        # real and imaginary parts of what is told settle those of what is asked
        "bool(expand(re(asked) - re(answer) - re(told)) == 0 and expand(im(asked) - im(answer) + im(told)) == 0)",
    )
    return Prepared(say, steps, source, tests, WORDS["method_conjugate"])


def _both(left: sp.Expr, right: sp.Expr, target: sp.Expr, put: str) -> str:
    return (
        f"told, asked = expand(({exact_source(left)}).subs({{{put}}}) - ({exact_source(right)})), "
        f"expand(({exact_source(target)}).subs({{{put}}}))"
    )


def _extreme(
    target: sp.Expr, equations: list[tuple[sp.Expr, sp.Expr]], largest: bool, say: Language
) -> Prepared | None:
    """|az + bw| where |z| and |w| are told."""
    if not isinstance(target, sp.Abs):
        return None
    terms = sp.Add.make_args(target.args[0])
    sizes: dict[sp.Symbol, sp.Expr] = {}
    for left, right in equations:
        if not isinstance(left, sp.Abs) or not left.args[0].is_Symbol or not right.is_nonnegative:
            return None
        sizes[left.args[0]] = right
    parts = [_powers(t) for t in terms]
    if len(terms) != 2 or any(p is None or len(p[1]) != 1 or set(p[1].values()) != {1} for p in parts):
        return None
    letters = [next(iter(p[1])) for p in parts if p is not None]
    if set(letters) != set(sizes) or len(set(letters)) != 2:
        return None
    one, other = (p[0] * sizes[s] for p, s in zip(parts, letters, strict=True) if p is not None)
    value = one + other if largest else sp.Abs(one - other)
    step = WORDS["triangle_max" if largest else "triangle_min"].say(
        say, asked=latex(target), one=latex(one), other=latex(other), value=latex(value)
    )
    source = cell(comment(WORDS["code"].say(say)), f"one, other = {exact_source(one)}, {exact_source(other)}", "one + other" if largest else "abs(one - other)")  # fmt: skip
    tests = (
        f"values = [abs(N({exact_source(one)} + {exact_source(other)}*exp(2*pi*I*k/360))) for k in range(360)]",
        f"bool(abs({'max' if largest else 'min'}(values) - answer) < 1e-9)",
    )
    return Prepared(say, (step,), source, tests, WORDS["method"])
