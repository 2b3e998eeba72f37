"""A formula's tree as sympy, as LaTeX, as Python source.

Sympy evaluates here, so callers run in a process that can be stopped; what is known to explode is refused first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula.lexer import FormulaError, Unworkable
from solver.formula.names import letter, python_name, symbol_latex
from solver.formula.nodes import (
    Apply,
    Binary,
    Call,
    Constant,
    Derivative,
    Group,
    Integral,
    Limit,
    Negative,
    Node,
    Number,
    Relation,
    Series,
    Symbol,
    symbols,
)

MAX_BITS: Final = 500_000
"""Larger exact powers and factorials are refused: 150,000 digits are of no use to a reader."""

RELATION_CLASSES: Final[Mapping[str, Callable[..., Any]]] = {
    "=": sp.Eq, "!=": sp.Ne, "<": sp.Lt, ">": sp.Gt, "<=": sp.Le, ">=": sp.Ge,
}  # fmt: skip
RELATION_NAMES: Final = {"=": "Eq", "!=": "Ne", "<": "Lt", ">": "Gt", "<=": "Le", ">=": "Ge"}
RELATION_LATEX: Final = {"=": "=", "!=": r"\neq ", "<": "<", ">": ">", "<=": r"\le ", ">=": r"\ge "}
CONSTANTS: Final = {"pi": sp.pi, "oo": sp.oo, "E": sp.E, "I": sp.I}
TRIGONOMETRIC: Final = frozenset("sin cos tan cot sec csc sinh cosh tanh".split())


def to_sympy(node: Node, symbols: Mapping[str, sp.Expr] | None = None) -> Any:
    """The value of a tree. `symbols` says what letters stand for; `e` and `i` are E and I unless it does.

    Raises:
        FormulaError: a number would be too large, or something has no value (a blank, an unknown function).
    """
    known = symbols or {}
    match node:
        case Number(value):
            return sp.Rational(value.numerator, value.denominator)
        case Symbol(name):
            return (
                known[name]
                if name in known
                else sp.E
                if name == "e"
                else sp.I
                if name == "i"
                else letter(name)
            )
        case Constant(name):
            return CONSTANTS[name]
        case Negative(operand):
            value = to_sympy(operand, known)
            _numbers(value)
            return -value
        case Binary("^", left, right):
            return _power(to_sympy(left, known), to_sympy(right, known))
        case Binary(op, left, right):
            return _arithmetic(op, to_sympy(left, known), to_sympy(right, known))
        case Call(name, arguments):
            return _call(name, [to_sympy(a, known) for a in arguments])
        case Group(brackets, items):
            values = [to_sympy(item, known) for item in items]
            return sp.FiniteSet(*values) if brackets == "{}" else sp.Tuple(*values)
        case Integral(body, variable, lower, upper):
            x = sp.Symbol(variable.name)
            limits = (x, to_sympy(lower, known), to_sympy(upper, known)) if lower and upper else x
            return sp.Integral(to_sympy(body, known), limits)
        case Limit(body, variable, target, side):
            return sp.Limit(
                to_sympy(body, known), sp.Symbol(variable.name), to_sympy(target, known), side or "+-"
            )
        case Derivative(body, variable, order):
            return sp.Derivative(to_sympy(body, known), (sp.Symbol(variable.name), order))
        case Series(kind, body, index, lower, upper):
            k = sp.Symbol(index.name)
            inner = to_sympy(body, {**known, index.name: k})
            return getattr(sp, kind)(inner, (k, to_sympy(lower, known), to_sympy(upper, known)))
        case Relation((sign,), (left, right)):
            return RELATION_CLASSES[sign](to_sympy(left, known), to_sympy(right, known), evaluate=False)
        case Apply(name):
            raise FormulaError(f"it is not said what {name} is")
    raise FormulaError("this formula has no value")


def _numbers(*operands: sp.Basic) -> None:
    """Only numbers are added, multiplied and raised to powers: pairs, intervals and sets are not."""
    if not all(isinstance(o, sp.Expr | sp.MatrixBase) for o in operands):
        raise FormulaError("this formula has no value")


def _arithmetic(op: str, left: sp.Expr, right: sp.Expr) -> sp.Expr:
    _numbers(left, right)
    if op == "/" and right.is_zero:
        raise Unworkable("division by zero")
    return {"+": left.__add__, "-": left.__sub__, "*": left.__mul__, "/": left.__truediv__}[op](right)


def _power(base: sp.Expr, exponent: sp.Expr) -> sp.Expr:
    _numbers(base, exponent)
    if base.is_Rational and exponent.is_Rational and abs(base) not in (0, 1):
        bits = max(abs(base.p), base.q).bit_length() * abs(exponent)
        if bits > MAX_BITS:
            raise Unworkable("a power is too large to write out")
    if base.is_zero and exponent.is_negative:
        raise Unworkable("division by zero")
    return base**exponent


def _call(name: str, arguments: list[sp.Expr]) -> sp.Expr:
    if name == "factorial" and arguments[0].is_Integer and arguments[0] > 30_000:
        raise Unworkable("a factorial is too large to write out")
    if not all(isinstance(a, sp.Expr | sp.MatrixBase) for a in arguments):
        raise FormulaError("this formula has no value")
    if name in ("gcd", "lcm"):
        return getattr(sp, name)(arguments)
    if name == "log" and len(arguments) == 2 and all(a.is_positive for a in arguments):
        return sp.log(*arguments)
    try:
        return getattr(sp, {"max": "Max", "min": "Min"}.get(name, name))(*arguments)
    except TypeError as error:  # \det of a number
        raise FormulaError("this function has no such argument") from error


# -- LaTeX ------------------------------------------------------------------------------------------

_PRECEDENCE: Final = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 4}


def _rank(node: Node) -> int:
    match node:
        case Relation():
            return 0
        case Binary(op):
            return _PRECEDENCE[op]
        case Negative():
            return 1
        case Integral() | Limit() | Derivative() | Series():
            return 2
        case Number(_, text):
            return 5 if "/" not in text else 2
        case _:
            return 5


def _bracketed(text: str, *, when: bool) -> str:
    return rf"\left({text}\right)" if when else text


def to_latex(node: Node) -> str:
    """A tree as LaTeX, as it was written: nothing is simplified or reordered."""
    match node:
        case Number(_, text):
            return text
        case Symbol(name):
            return symbol_latex(name)
        case Constant(name):
            return {"pi": r"\pi", "oo": r"\infty", "E": "e", "I": "i"}[name]
        case Negative(operand):
            return "-" + _bracketed(
                to_latex(operand), when=_rank(operand) < 2 or isinstance(operand, Negative)
            )
        case Binary():
            return _binary_latex(node)
        case Call(name, arguments):
            return _call_latex(name, [to_latex(a) for a in arguments])
        case Apply(name, argument):
            return rf"{name}\left({to_latex(argument)}\right)"
        case Group(brackets, items):
            opening, closing = (r"\{", r"\}") if brackets == "{}" else (brackets[0], brackets[1])
            return rf"\left{opening}{', '.join(map(to_latex, items))}\right{closing}"
        case Relation(signs, sides):
            parts = [to_latex(sides[0])]
            for sign, side in zip(signs, sides[1:], strict=True):
                parts += [RELATION_LATEX[sign], to_latex(side)]
            return "".join(parts)
        case _:
            return _operator_latex(node)


def _operator_latex(node: Node) -> str:
    match node:
        case Integral(body, variable, lower, upper):
            bounds = f"_{{{to_latex(lower)}}}^{{{to_latex(upper)}}}" if lower and upper else ""
            inner = _bracketed(to_latex(body), when=_rank(body) < 2)
            return rf"\int{bounds} {inner}\,d{symbol_latex(variable.name)}"
        case Limit(body, variable, target, side):
            mark = f"^{{{side}}}" if side else ""
            inner = _bracketed(to_latex(body), when=_rank(body) < 2)
            return rf"\lim_{{{symbol_latex(variable.name)}\to {to_latex(target)}{mark}}} {inner}"
        case Derivative(body, variable, order):
            power = f"^{{{order}}}" if order > 1 else ""
            inner = _bracketed(to_latex(body), when=_rank(body) < 3)
            return rf"\frac{{d{power}}}{{d{symbol_latex(variable.name)}{power}}}{inner}"
        case Series(kind, body, index, lower, upper):
            sign = r"\sum" if kind == "Sum" else r"\prod"
            inner = _bracketed(to_latex(body), when=_rank(body) < 2)
            return f"{sign}_{{{index.name}={to_latex(lower)}}}^{{{to_latex(upper)}}} {inner}"
        case _:
            return "?"


def _binary_latex(node: Binary) -> str:
    left, right = to_latex(node.left), to_latex(node.right)
    match node.op:
        case "+" | "-":
            return f"{left}{node.op}" + _bracketed(right, when=_rank(node.right) < (2 if node.op == "-" else 1) or right.startswith("-"))  # fmt: skip
        case "/":
            return rf"\frac{{{left}}}{{{right}}}"
        case "^" if isinstance(node.left, Call) and node.left.name in TRIGONOMETRIC:
            return to_latex(node.left).replace(rf"\{node.left.name}", rf"\{node.left.name}^{{{right}}}", 1)
        case "^":
            base = node.left
            simple = isinstance(base, Symbol | Constant) or (
                isinstance(base, Number) and base.value.denominator == 1
            )
            return f"{left if simple else _bracketed(left, when=not _self_bracketed(base))}^{{{right}}}"
        case _:
            left = _bracketed(left, when=_rank(node.left) < 2 and not isinstance(node.left, Negative))
            right = _bracketed(right, when=_rank(node.right) < 2)
            return f"{left}{_product_sign(node, left, right)}{right}"


_OPEN_FUNCTION: Final = re.compile(r"\\[a-z]+(\^\{[^{}]*\})? (\\?\w+|\\frac\{[^{}]*\}\{[^{}]*\})$")
_FUNCTION_AHEAD: Final = re.compile(r"\\(sin|cos|tan|cot|sec|csc|ln|log)")


def _product_sign(node: Binary, left: str, right: str) -> str:
    """What stands between two factors: × between numbers, · where it was written, nothing in `2x`."""
    if right[:1].isdigit() or right.startswith(("-", r"\frac{-")) or re.match(r"\\frac\{\d", right):
        return r" \times "
    if not node.tight:
        return r" \cdot " if symbols(node) else r" \times "
    if _OPEN_FUNCTION.search(left):  # `\sin x` would swallow what stands behind it
        return " " if _FUNCTION_AHEAD.match(right) else r" \cdot "
    return " " if re.search(r"\\[a-z]+$", left) else ""


def _self_bracketed(node: Node) -> bool:
    return isinstance(node, Group) or (isinstance(node, Call) and node.name == "Abs")


def _is_short(argument: str) -> bool:
    r"""Whether a function's argument needs no brackets: `x`, `\theta`, `2x`, a plain fraction."""
    return bool(re.fullmatch(r"\\?[A-Za-z0-9]+|\\frac\{[^{}]*\}\{[^{}]*\}", argument))


def _call_latex(name: str, arguments: list[str]) -> str:
    first = arguments[0]
    match name:
        case "sqrt":
            return rf"\sqrt{{{first}}}"
        case "rad":
            return rf"{first}^{{\circ}}"
        case "root":
            return rf"\sqrt[{arguments[1]}]{{{first}}}"
        case "Abs":
            return rf"\left|{first}\right|"
        case "floor" | "ceiling":
            side = {"floor": "floor", "ceiling": "ceil"}[name]
            return rf"\left\l{side} {first} \right\r{side}"
        case "factorial":
            return (first if first.isalnum() else rf"\left({first}\right)") + "!"
        case "binomial":
            return rf"\binom{{{first}}}{{{arguments[1]}}}"
        case "conjugate":
            return rf"\overline{{{first}}}"
        case "log":
            if len(arguments) == 2:
                return rf"\log_{{{arguments[1]}}}\left({first}\right)"
            return rf"\ln {first}" if _is_short(first) else rf"\ln\left({first}\right)"
        case "asin" | "acos" | "atan":
            return rf"\arc{name[1:]}\left({first}\right)"
        case _:
            known = name in TRIGONOMETRIC or name in ("gcd", "max", "min", "det", "arg")
            command = rf"\{name}" if known else rf"\operatorname{{{name}}}"
            if name in TRIGONOMETRIC and _is_short(first):
                return f"{command} {first}"
            return rf"{command}\left({', '.join(arguments)}\right)"


# -- Python -----------------------------------------------------------------------------------------


def to_python(node: Node) -> str:
    """A tree as Python source with sympy's names; a teacher's spelling: `3*x**2`, `Rational(1, 2)`, `sqrt(x)`."""
    return _Python().write(node)


def _is_int(node: Node) -> bool:
    """Whether the source of this tree is a Python int, whose division and negative powers are not exact."""
    match node:
        case Number(value):
            return value.denominator == 1
        case Negative(operand):
            return _is_int(operand)
        case Binary(op, left, right):
            return op != "/" and _is_int(left) and _is_int(right)
        case _:
            return False


class _Python:
    """Writes source; brackets only where precedence needs them."""

    def write(self, node: Node, outer: int = 0) -> str:
        text, rank = self.plain(node)
        return f"({text})" if rank < outer else text

    def plain(self, node: Node) -> tuple[str, int]:
        match node:
            case Number(value):
                return self.number(value)
            case Symbol(name):
                return ({"e": "E", "i": "I"}.get(name) or python_name(name)), 5
            case Constant(name):
                return name, 5
            case Negative(operand):
                return f"-{self.write(operand, 2)}", 2
            case Binary(op, left, right):
                return self.binary(op, left, right)
            case Call(name, arguments):
                name = {"max": "Max", "min": "Min"}.get(name, name)
                if name in ("gcd", "lcm") and len(arguments) > 2:
                    name = f"i{name}"  # sympy's gcd takes two
                return f"{name}({', '.join(self.write(a) for a in arguments)})", 5
            case Group(brackets, items):
                inner = ", ".join(self.write(i) for i in items)
                return (f"{{{inner}}}" if brackets == "{}" else f"({inner})"), 5
            case Relation((sign,), (left, right)):
                return f"{RELATION_NAMES[sign]}({self.write(left)}, {self.write(right)})", 5
            case _:
                return self.operator(node), 5

    @staticmethod
    def number(value: Fraction) -> tuple[str, int]:
        if value.denominator == 1:
            return str(value.numerator), 5
        return f"Rational({value.numerator}, {value.denominator})", 5

    def binary(self, op: str, left: Node, right: Node) -> tuple[str, int]:
        match op:
            case "^":
                exact = _is_int(left) and not (isinstance(right, Number) and right.value.denominator == 1)
                base = f"Integer({self.write(left)})" if exact else self.write(left, 5)
                return f"{base}**{self.write(right, 4)}", 4
            case "/" if _is_int(left) and _is_int(right):
                return (
                    f"Rational({self.write(left)}, {self.write(right)})",
                    5,
                )  # Python's own `/` gives a float
            case "/":
                return f"{self.write(left, 2)}/{self.write(right, 3)}", 2
            case "*":
                return f"{self.write(left, 2)}*{self.write(right, 3)}", 2
            case _:
                return f"{self.write(left, 1)} {op} {self.write(right, 2)}", 1

    def operator(self, node: Node) -> str:
        match node:
            case Integral(body, variable, lower, upper):
                x = python_name(variable.name)
                limits = f"({x}, {self.write(lower)}, {self.write(upper)})" if lower and upper else x
                return f"integrate({self.write(body)}, {limits})"
            case Limit(body, variable, target, side):
                end = f', "{side}"' if side else ', "+-"' if not isinstance(target, Constant) else ""
                return f"limit({self.write(body)}, {python_name(variable.name)}, {self.write(target)}{end})"
            case Derivative(body, variable, order):
                times = f", {order}" if order > 1 else ""
                return f"diff({self.write(body)}, {python_name(variable.name)}{times})"
            case Series(kind, body, index, lower, upper):
                name = "summation" if kind == "Sum" else "product"
                return f"{name}({self.write(body)}, ({python_name(index.name)}, {self.write(lower)}, {self.write(upper)}))"
            case _:
                raise FormulaError("this formula cannot be computed")
