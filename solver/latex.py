"""Answers as LaTeX and back: the boxed answer in a text, values to exact LaTeX, LaTeX to values.

Formulas of problems are `solver.formula`'s business; here are only finished values.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import APPLIED, FormulaError, letter, parse_list, plain_name, to_sympy
from solver.formula.lexer import FUNCTIONS
from solver.formula.nodes import Blank, Relation

MAX_ANSWER: Final = 4000


def boxed(text: str) -> str | None:
    """The content of the last `\\boxed{…}`, braces balanced; None when there is none or it is not closed.

    >>> boxed(r"so \\boxed{\\frac{1}{2}} it is")
    '\\\\frac{1}{2}'
    """
    start = text.rfind(r"\boxed{")
    if start < 0:
        return None
    depth, begin = 0, start + len(r"\boxed{")
    for i in range(begin - 1, len(text)):
        depth += (text[i] == "{") - (text[i] == "}")
        if depth == 0:
            return text[begin:i].strip()
    return None


_DECIMAL: Final = re.compile(r"(?<![\d.])-?\d+\.\d{9,}(?![\d.])")


def tidy(answer: str) -> str:
    """An answer without the traces of floating point: a long decimal that is a small fraction becomes it.

    Only decimals of nine places and more, and only fractions with denominators up to 1000 that agree to
    1e-9: `0.333333333333` is 1/3, `3.14159265359` stays.

    >>> tidy("150.00000000000003"), tidy("0.3333333333333333"), tidy("3.14159265359")
    ('150', '\\\\frac{1}{3}', '3.14159265359')
    """

    def exact(match: re.Match[str]) -> str:
        value = Fraction(match[0])
        near = value.limit_denominator(1000)
        return (
            sp.latex(sp.Rational(near.numerator, near.denominator))
            if abs(near - value) < Fraction(1, 10**9)
            else match[0]
        )

    return _DECIMAL.sub(exact, answer)


def exact_latex(value: Any) -> str:
    """A finished value as LaTeX without delimiters: tuples as points, lists and sets as members between commas.

    >>> exact_latex(sp.Rational(35, 11)), exact_latex((2, -1)), exact_latex([1, sp.sqrt(2)])
    ('\\\\frac{35}{11}', '(2, -1)', '1,\\\\ \\\\sqrt{2}')
    """
    if isinstance(value, tuple | sp.Tuple):
        return "(" + ", ".join(map(exact_latex, value)) + ")"
    if isinstance(value, list | set | frozenset | sp.FiniteSet):
        members = list(value) if isinstance(value, list) else sorted(value, key=sp.default_sort_key)
        return r",\ ".join(map(exact_latex, members))
    if isinstance(value, dict):
        return r",\ ".join(f"{exact_latex(k)}={exact_latex(v)}" for k, v in value.items())
    return str(sp.latex(value, ln_notation=True, fold_func_brackets=True))


def latex(value: Any) -> str:
    r"""A formula of a step as a textbook writes it: ln and arctan.

    >>> latex(sp.log(sp.Symbol("x"))), latex(sp.atan(2))
    ('\\ln{\\left(x \\right)}', '\\arctan{\\left(2 \\right)}')
    """
    return str(sp.latex(value, ln_notation=True, inv_trig_style="full"))


def fraction_latex(value: Fraction) -> str:
    r"""A fraction with its sign in front.

    >>> fraction_latex(Fraction(-2, 3)), fraction_latex(Fraction(5))
    ('-\\frac{2}{3}', '5')
    """
    if value.denominator == 1:
        return str(value.numerator)
    sign = "-" if value < 0 else ""
    return rf"{sign}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"


# -- what a kernel printed ----------------------------------------------------------------------------

_NAMES: Final[Mapping[str, Any]] = {
    "I": sp.I, "E": sp.E, "pi": sp.pi, "oo": sp.oo, "zoo": sp.zoo, "nan": sp.nan, "True": True, "False": False,
    "EmptySet": sp.S.EmptySet, "Reals": sp.S.Reals, "None": None,
}  # fmt: skip
_FUNCTIONS: Final = frozenset(
    "sqrt cbrt exp log sin cos tan cot sec csc asin acos atan sinh cosh tanh asinh acosh atanh Abs factorial erf "
    "Rational Integer Float Matrix ImmutableMatrix Eq Ne Lt Le Gt Ge And Or Not Interval Union FiniteSet Tuple "
    "Si Ci Ei li gamma binomial floor ceiling re im arg conjugate Piecewise Intersection Complement ConditionSet root Mod Interval".split()
)
_OPEN_ENDS: Final = {"open": (True, True), "Lopen": (True, False), "Ropen": (False, True)}
"""As sympy writes intervals without their ends."""
_OPERATORS: Final[Mapping[type[ast.AST], Callable[[Any, Any], Any]]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
    ast.BitAnd: lambda a, b: sp.And(a, b),
    ast.BitOr: lambda a, b: sp.Or(a, b),
}
_COMPARISONS: Final[Mapping[type[ast.AST], Callable[[Any, Any], Any]]] = {
    ast.Lt: sp.Lt, ast.LtE: sp.Le, ast.Gt: sp.Gt, ast.GtE: sp.Ge, ast.Eq: sp.Eq, ast.NotEq: sp.Ne,
}  # fmt: skip


def value_of(printed: str) -> Any:
    """The value whose `str` a kernel printed: numbers, sympy expressions, tuples, lists, dicts, sets of them.

    Never evaluates the text: it is parsed, and only known functions are applied.

    Raises:
        ValueError: it is not such a value.

    >>> value_of("[(35/11, sqrt(2)*pi)]")
    [(35/11, sqrt(2)*pi)]
    >>> value_of("Union(Interval.open(-oo, 1), Interval.Ropen(2, 3))")
    Union(Interval.open(-oo, 1), Interval.Ropen(2, 3))
    """
    if len(printed) > 200_000:
        raise ValueError("the output is too long")
    if printed.strip().lstrip("-").isdigit():
        return sp.Integer(printed.strip())
    try:
        return _build(ast.parse(printed.strip(), mode="eval").body)
    except (SyntaxError, RecursionError, TypeError, AttributeError, ZeroDivisionError, MemoryError) as error:
        raise ValueError(f"not a value: {printed[:60]!r}") from error


def _build(node: ast.expr) -> Any:
    match node:
        case ast.Constant(value=bool() | None as constant):
            return constant
        case ast.Constant(value=int() as number):
            return sp.Integer(number)
        case ast.Constant(value=float() as number):
            return sp.Float(str(number))
        case ast.Name(id=name):
            return _NAMES[name] if name in _NAMES else sp.Symbol(name)
        case ast.Tuple(elts=items):
            return tuple(map(_build, items))
        case ast.List(elts=items):
            return list(map(_build, items))
        case ast.Set(elts=items):
            return set(map(_build, items))
        case ast.Dict(keys=keys, values=values):
            return {_build(k): _build(v) for k, v in zip(keys, values, strict=True) if k is not None}
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_build(operand)
        case ast.UnaryOp(op=ast.Invert(), operand=operand):
            return sp.Not(_build(operand))
        case ast.BinOp(op=ast.Pow(), left=left, right=right):
            return _checked_power(_build(left), _build(right))
        case ast.BinOp(op=op, left=left, right=right) if type(op) in _OPERATORS:
            return _OPERATORS[type(op)](_build(left), _build(right))
        case ast.Compare(ops=[op], left=left, comparators=[right]) if type(op) in _COMPARISONS:
            return _COMPARISONS[type(op)](_build(left), _build(right))
        case ast.Call(func=ast.Attribute(value=ast.Name(id="Interval"), attr=kind), args=[low, high]) if (
            kind in _OPEN_ENDS
        ):
            return sp.Interval(_build(low), _build(high), *_OPEN_ENDS[kind])
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in _FUNCTIONS:
            return getattr(sp, name)(*map(_build, args))
    raise ValueError("not a value")


def _checked_power(base: Any, exponent: Any) -> Any:
    if base.is_Rational and exponent.is_Rational and abs(exponent) > 10_000:
        raise ValueError("a power is too large")
    return base**exponent


# -- what somebody answered ---------------------------------------------------------------------------

_UNITS = re.compile(r"\\(?:text|mathrm|mbox)\s*\{[^{}]*\}|[\u3400-\u9fff]+|\\[$%]|°|\^\{?\\circ\}?")
_SPACING = re.compile(r"\\[,;:! ]|\\q?quad\b")


def values_in(answer: str, letters: Iterable[str] = ()) -> tuple[Any, ...] | None:
    """The values of an answer in LaTeX or plain text: `x=1,\\ y=\\frac12` gives 1 and 1/2; None when it is unreadable.

    Names in front (`x=`), units and words are dropped; a point stays a tuple. `letters` are the variables of the
    problem: where `i_` or `e_` is among them, an i or e of the answer is that letter, and `h(x-1)` is a product where h is.

    >>> values_in(r"x=\\frac{4}{5},\\ y=2"), values_in("(2, -1)"), values_in("no solution")
    ((4/5, 2), ((2, -1),), None)
    """
    if len(answer) > MAX_ANSWER:
        return None
    letters = frozenset(letters)
    text = _SPACING.sub(" ", _UNITS.sub(" ", answer)).strip().strip("$").rstrip(".。")
    text = re.sub(r"(?<![A-Za-z\\])(?:or|and)(?![A-Za-z])", ",", text).replace(";", ",")
    if any(word not in FUNCTIONS for word in re.findall(r"(?<![\\A-Za-z])[A-Za-z]{3,}", text)):
        return None  # words, not a value
    known = {plain_name(n): letter(n) for n in letters if n != plain_name(n)}
    for functions in (
        APPLIED - letters,
        frozenset[str](),
    ):  # in `g(g+2)` that is no value of a function, g is a factor
        try:
            nodes = parse_list(text, functions=functions)
            return tuple(
                to_sympy(
                    n.sides[-1] if isinstance(n, Relation) and n.signs == ("=",) * len(n.signs) else n, known
                )
                for n in nodes
                if not isinstance(n, Blank)
            )
        except (FormulaError, TypeError, ValueError, AttributeError, KeyError):
            continue
    return None
