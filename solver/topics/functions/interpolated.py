"""A polynomial of known degree from its values at so many places: its formula, or its value somewhere else.

Read: linear, quadratic, cubic, quartic functions and "degree n"; as many values as it has coefficients. Not: fewer values, other properties.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, python_name, to_sympy
from solver.formula.nodes import Apply, Node, Relation, Symbol
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.reader import Notation, account, notation_of
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

_DEGREES: Final = {"linear": 1, "quadratic": 2, "cubic": 3, "quartic": 4}
VOCABULARY: Final = {
    "linear": "linear function|linear polynomial|一次函数",
    "quadratic": "quadratic polynomial|quadratic function|quadratic|polynomial of degree two|second degree polynomial|二次函数|二次多项式",
    "cubic": "cubic polynomial|cubic function|cubic|polynomial of degree three|third degree polynomial|三次函数|三次多项式|三次多项式函数",
    "quartic": "quartic polynomial|quartic function|quartic|polynomial of degree four|fourth degree polynomial|四次多项式|四次函数",
    "formula": "解析式|的解析式|表达式|的表达式",
    "words": "such that|polynomial|real coefficients|with real coefficients|be the|a|已知|设|满足|且|是|函数|若|的值",
}  # fmt: skip
WORDS: Final = {
    "form": Words("A polynomial of degree at most {degree} has {count} coefficients: \\[{name}({x})={form}\\]", "次数不超过 {degree} 的多项式有 {count} 个系数，设 \\[{name}({x})={form}\\]"),
    "equations": Words("Put the known values in: \\[\\begin{{cases}}{equations}\\end{{cases}}\\]", "代入已知的函数值：\\[\\begin{{cases}}{equations}\\end{{cases}}\\]"),
    "solved": Words("Solving this system gives \\[{name}({x})={body}\\]", "解方程组得 \\[{name}({x})={body}\\]"),
    "value": Words("So \\[{name}({at})={value}\\]", "所以 \\[{name}({at})={value}\\]"),
    "code": Words("the polynomial through the known points", "过已知点的多项式"),
    "method": Words("divided differences: those of the highest order vanish", "用差商检验：最高阶差商为零"),
}  # fmt: skip
MAX_SIZE: Final = 10**6


def read(text: Text) -> Reading:
    """The polynomial's value or its formula."""
    source = re.sub(
        r"(?i)polynomial of degree (?:at most )?\$?([1-4])\$?",
        lambda m: ("linear", "quadratic", "cubic", "quartic")[int(m[1]) - 1] + " polynomial",
        text.source,
    )
    names = frozenset(re.findall(r"(?<![A-Za-z\\])([a-zA-Z])\s*\(\s*-?[\da-z]", source))
    notation = notation_of(source)
    found = account(source, VOCABULARY, Notation(notation.functions | names, notation.letters))
    degree = next((d for name, d in _DEGREES.items() if found.has(name)), None)
    if degree is None:
        return None
    points, asked, used = list[tuple[sp.Expr, sp.Expr]](), list[Node](), set[str]()
    for node in found.nodes:
        match node:
            case Relation(("=",), (Apply(name, place), value)) if "'" not in name:
                x, y = to_sympy(place), to_sympy(value)
                if not (
                    isinstance(x, sp.Rational)
                    and isinstance(y, sp.Rational)
                    and max(abs(x), abs(y)) < MAX_SIZE
                ):
                    return None
                points.append((x, y))
                used.add(name)
            case Apply(name, _) if "'" not in name:
                asked.append(node)
                used.add(name)
            case Symbol(name) if name in ("f", "g", "p", "P", "h", "q"):
                continue
            case _:
                return None
    if len(used) != 1 or len(points) != degree + 1 or len({x for x, _ in points}) != len(points):
        return None
    if found.unread:
        return Unread(found.unread)
    return _task(used.pop(), degree, points, asked, found.has("formula"), text.language)


def _task(
    name: str,
    degree: int,
    points: list[tuple[sp.Expr, sp.Expr]],
    asked: list[Node],
    formula: bool,
    say: Language,
) -> Prepared | None:
    found = _places(asked)
    if found is None:
        return None
    wanted, places = found
    if len(places) > 1 or not (places or formula or (wanted is not None and len(asked) > 1)):
        return None
    x = wanted or sp.Symbol("x")
    body = sp.expand(sp.interpolate(points, x))
    if sp.Poly(body, x).degree() != degree:
        return None
    steps = _steps(name, degree, points, body, x, say)
    if places:
        return _value(name, points, body, x, places[0], steps, say)
    tests = (
        f"points = {exact_source(points)}",
        f"body = Poly(answer, {python_name(x.name)})",
        f"body.degree() <= {degree} and all(body.eval(p) == v for p, v in points)",
    )
    return Prepared(
        say,
        steps,
        cell(*_lines("body", points, x, say), "body"),
        tests,
        WORDS["method"],
        shown=_shown,
        given=lambda a: _given(a, x),
        letters=(x.name,),
    )


def _places(asked: list[Node]) -> tuple[sp.Symbol | None, list[sp.Expr]] | None:
    """The letter of a formula that is asked for, and the numbers at which a value is; None for anything else."""
    letter, places = None, list[sp.Expr]()
    for node in asked:
        assert isinstance(node, Apply)
        try:
            place = to_sympy(node.argument)
        except FormulaError:
            return None
        if isinstance(place, sp.Symbol):
            letter = place
        elif isinstance(place, sp.Rational):
            places.append(place)
        else:
            return None
    return letter, places


def _steps(
    name: str, degree: int, points: list[tuple[sp.Expr, sp.Expr]], body: sp.Expr, x: sp.Symbol, say: Language
) -> tuple[str, ...]:
    """Unknown coefficients, the equations that the known values give, and their solution."""
    letters = sp.symbols(" ".join("abcde"[: degree + 1]))
    form = "+".join(f"{c}{latex(x ** (degree - k)) if k < degree else ''}" for k, c in enumerate(letters))
    rows = [
        f"{latex(sum(c * p ** (degree - k) for k, c in enumerate(letters)))}={latex(v)}" for p, v in points
    ]
    return (
        WORDS["form"].say(say, degree=degree, count=degree + 1, name=name, x=latex(x), form=form),
        WORDS["equations"].say(say, equations=r"\\".join(rows)),
        WORDS["solved"].say(say, name=name, x=latex(x), body=latex(body)),
    )


def _lines(result: str, points: list[tuple[sp.Expr, sp.Expr]], x: sp.Symbol, say: Language) -> list[str]:
    """The cell up to the polynomial, under the name `result`."""
    return [
        f"{python_name(x.name)} = symbols('{x.name}')",
        f"points = {exact_source(points)}",
        comment(WORDS["code"].say(say)),
        f"{result} = expand(interpolate(points, {python_name(x.name)}))",
    ]


def _value(
    name: str,
    points: list[tuple[sp.Expr, sp.Expr]],
    body: sp.Expr,
    x: sp.Symbol,
    at: sp.Expr,
    steps: tuple[str, ...],
    say: Language,
) -> Prepared | None:
    """The value at one place more; None where it is one of the known ones."""
    if at in {p for p, _ in points}:
        return None
    tests = (
        f"points = {exact_source(points)} + [({exact_source(at)}, answer)]",
        "xs = [p for p, v in points]",
        "column = [v for p, v in points]",
        "for order in range(1, len(points)):",
        "    column = [(b - a) / Rational(xs[k + order] - xs[k]) for k, (a, b) in enumerate(zip(column, column[1:]))]",
        "bool(simplify(column[0]) == 0)",
    )
    last = WORDS["value"].say(say, name=name, at=latex(at), value=latex(body.subs(x, at)))
    return Prepared(
        say,
        (*steps, last),
        cell(*_lines("value", points, x, say), f"value.subs({python_name(x.name)}, {exact_source(at)})"),
        tests,
        WORDS["method"],
    )


def _shown(value: Any) -> str | None:
    return exact_latex(value) if isinstance(value, sp.Expr) and len(value.free_symbols) == 1 else None


def _given(answer: str, x: sp.Symbol) -> Any:
    values = values_in(re.sub(r"^\s*[a-zA-Z]\s*\(\s*[a-z]\s*\)\s*=", "", answer))
    ok = (
        values is not None
        and len(values) == 1
        and isinstance(values[0], sp.Expr)
        and values[0].free_symbols <= {x}
    )
    return values[0] if ok and values is not None else None
