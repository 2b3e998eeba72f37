"""Formulas in a text about curves and fields: where one ends, and what it is.

A letter run is a formula where it is made of coordinates, e, unit vectors and names of functions; dx, dy, dz and ds are factors. What could be read in two ways (1/2x, e^xy) is refused.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy

X, Y, Z, T = (sp.Symbol(name, real=True) for name in "xyzt")
SPACE: Final = (X, Y, Z)
AXES: Final = tuple(sp.Symbol(name) for name in "ijk")
_SMALL: Final = tuple(sp.Symbol(name) for name in "pqws")
"""What dx, dy, dz and ds are called while a formula is read."""
_KNOWN: Final = {s.name: s for s in (*SPACE, T, *AXES, *_SMALL)}
MAX_OPERATIONS: Final = 60
_FUNCTION: Final = r"arcsin|arctan|sqrt|sin|cos|tan|exp|ln|pi"
RUN: Final = re.compile(rf"{_FUNCTION}|[xyztijke]")
_NO_FORMULAS: Final = frozenset("it yet eye key tie kit exit text kite".split())
SMALL_RUN: Final = re.compile(rf"{_FUNCTION}|d[xyzs]|[xyzte]")
LETTERS: Final = re.compile(r"[A-Za-z]+")
_SIGN: Final = re.compile(
    r"\\(?:dfrac|tfrac|frac|sqrt|sin|cos|tan|ln|exp|pi|cdot|times|arctan|arcsin)(?![A-Za-z])|\d+(?:\.\d+)?|[-+*/^·×√π²³{}]"
)
_OPEN: Final = (
    "+",
    "-",
    "*",
    "/",
    "^",
    "·",
    "×",
    "√",
    r"\cdot",
    r"\times",
    "sin",
    "cos",
    "tan",
    "ln",
    "exp",
    "sqrt",
    r"\sin",
    r"\cos",
    r"\ln",
    r"\frac",
    r"\sqrt",
)
_DOUBTFUL: Final = re.compile(r"/\s*\d*\s*[xyzt]\s*[xyzt(]|/\s*\d+\s*[xyzt]|\^\s*\d+\s*/")
"""1/2x and x^1/2: what belongs to the fraction?"""


def expression(source: str) -> sp.Expr:
    """A formula of coordinates and unit vectors.

    Raises:
        FormulaError: it is none.
    """
    if _DOUBTFUL.search(source):
        raise FormulaError("it is not clear what the fraction is")
    value = to_sympy(parse(source), _KNOWN)
    if not isinstance(value, sp.Expr) or value.has(sp.I, sp.zoo, sp.nan, sp.oo):
        raise FormulaError("an expression was expected")
    if sp.count_ops(value) > MAX_OPERATIONS:
        raise FormulaError("too long")
    return value


def components(value: sp.Expr) -> tuple[sp.Expr, ...] | None:
    """P i + Q j (+ R k) as components; None where it is no vector."""
    if not value.has(*AXES):
        return None
    whole = sp.expand(value)
    parts = tuple(whole.coeff(axis) for axis in AXES)
    if sp.expand(whole - sum(p * a for p, a in zip(parts, AXES, strict=True))) != 0:
        raise FormulaError("no vector")
    if any(p.has(*AXES) for p in parts):
        raise FormulaError("no vector")
    return parts if parts[2] != 0 or any(p.has(Z) for p in parts) else parts[:2]


def differentials(body: str) -> tuple[sp.Expr, ...] | None:
    """P, Q and perhaps R of P dx + Q dy + R dz, or f of f ds."""
    if not body:
        return None
    value = sp.expand(expression(body))
    parts = tuple(sp.simplify(value.coeff(small)) for small in _SMALL)
    if sp.expand(value - sum(p * a for p, a in zip(parts, _SMALL, strict=True))) != 0:
        return None
    if any(p.has(*_SMALL, *AXES) for p in parts) or any(p.has(T) for p in parts):
        return None
    if parts[3] != 0:
        return (parts[3],) if not any(parts[:3]) else None
    return parts[:3] if any(p.has(Z) for p in parts) or parts[2] != 0 else parts[:2]


def bracket(source: str, at: int) -> tuple[int, str] | None:
    """Where the bracket that opens at `at` ends, and what is in it."""
    if not source.startswith("(", at):
        return None
    depth = 0
    for i in range(at, min(len(source), at + 200)):
        depth += (source[i] == "(") - (source[i] == ")")
        if depth == 0:
            return i + 1, source[at + 1 : i]
    return None


def listed(inner: str) -> tuple[sp.Expr, ...] | None:
    """Two or three formulas between commas."""
    inner = inner.strip()
    if inner.startswith("(") and (found := bracket(inner, 0)) is not None and found[0] == len(inner):
        inner = found[1]
    parts, depth = [""], 0
    for c in inner:
        depth += (c in "({") - (c in ")}")
        if c == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += c
    if len(parts) not in (2, 3):
        return None
    values = []
    for part in parts:
        end, body = run(part, 0, RUN)
        if not body or part[end:].strip():
            return None
        value = expression(body)
        if value.has(*AXES):
            return None
        values.append(value)
    return tuple(values)


def run(source: str, at: int, letters: re.Pattern[str]) -> tuple[int, str]:
    """The longest formula that starts at a place, with its letters apart; where it ends."""
    out, end, depth, has_operand = list[str](), at, 0, False
    kept = (at, "")
    while end < len(source):
        c = source[end]
        if c.isspace():
            out.append(" ")
            end += 1
            continue
        last = next((piece for piece in reversed(out) if piece != " "), "(")
        if c == "(" and ((found := bracket(source, end)) is None or not _is_formula(found[1], letters)):
            break
        if (sign := _SIGN.match(source, end)) is not None:
            if c == "}" and depth == 0:
                break
            depth += (c == "{") - (c == "}")
            out.append(sign[0])
            has_operand = has_operand or c.isdigit() or c in "π" or sign[0] == r"\pi"
            end = sign.end()
        elif c == "(" or c == ")":
            if c == ")" and depth == 0:
                break
            depth += 1 if c == "(" else -1
            out.append(c)
            end += 1
        elif (word := LETTERS.match(source, end)) is not None:
            pieces = letters.findall(word[0])
            if "".join(pieces) != word[0] or word[0].lower() in _NO_FORMULAS:
                break
            plain = all(len(piece) == 1 for piece in pieces)
            if plain and last == "^" and len(pieces) > 1:
                raise FormulaError("e^xy")
            for piece in pieces:
                small = len(piece) == 2 and piece[0] == "d"
                if (small or piece in "ijk") and last not in ("+", "-", "(", "{", "*", "·", "×", r"\cdot"):
                    out.append("*")
                last = "pqws"["xyzs".index(piece[1])] if small else piece
                out.append(last if plain else f"{last} ")
            has_operand = True
            end = word.end()
        else:
            break
        if has_operand and depth == 0 and out[-1].strip() not in _OPEN:
            kept = (end, "".join(out))
    return kept


def _is_formula(inner: str, letters: re.Pattern[str]) -> bool:
    end, body = run(inner, 0, letters)
    return bool(body) and not inner[end:].strip()
