r"""Give the formulas of a step numbers: LaTeX to sympy by the project's grammar, and what the grammar leaves out.

Beside it: matrices, numbers of other bases (`101_{2}`), primes (`(x^2)'`), `\bmod`, odd roots of negative numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import APPLIED, FormulaError, Node, parse, parse_list, to_sympy
from solver.formula.nodes import Apply, Call, Derivative, Symbol, walk, with_children

Functions = Mapping[str, tuple[str, Node]]
"""What is known of functions: `f` to its letter and its formula."""

_BASED: Final = re.compile(
    r"(?<![\w.^}\\])\(?(\d[0-9A-Fa-f]*|[A-Fa-f][0-9A-Fa-f]+(?=_\{?16\b))\)?_\{?(\d+)\}?"
)
_VECTOR: Final = r"\(([^(),]*(?:,[^(),]*)+)\)"
_MATRIX: Final = re.compile(
    r"(\\det\s*)?(\\left[(\[|])?\s*\\begin\{([pbv]?matrix|array)\}(?:\{[^}]*\})?(.*?)\\end\{[pbv]?matrix\}?(?:array\})?\s*(\\right[)\]|])?", re.DOTALL
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a solution speaks: letters that are functions (`d(h)`), that are no constants (`e`), and what is differentiated by."""

    functions: frozenset[str] = APPLIED
    plain: frozenset[str] = frozenset()
    by: str = ""


class Unreadable(ValueError):
    """The formula is beyond the law's reading."""


def read(latex: str, spoken: Spoken | None = None) -> tuple[Node, dict[str, Any]]:
    """The tree of a formula and what stands in it under names of its own: matrices, and e and i where they are letters.

    Raises:
        Unreadable: the grammar does not have it.
    """
    spoken = spoken or Spoken()
    matrices: dict[str, Any] = {name: sp.Symbol(name) for name in spoken.plain}

    def name(match: re.Match[str]) -> str:
        matrix = matrix_of(match[4])
        if match[1] or (match[2] or "").endswith("|") or match[3] == "vmatrix":
            return f"({sp.latex(matrix.det())})"
        index = 900 + len(matrices)
        matrices[f"M_{index}"] = matrix
        return f"M_{{{index}}}"

    if re.search(r"\*|\\mathbin", latex):
        raise Unreadable("an operation of the problem's own")
    try:
        text = _MATRIX.sub(name, latex)
        text = re.sub(rf"{_VECTOR}\s*\\cdot\s*{_VECTOR}", _dot, text)
        text = re.sub(rf"\\left\|{_VECTOR}\\right\|", lambda m: rf"\sqrt{{{_products(m[1], m[1])}}}", text)
        text = re.sub(r"\bC_\{?(\w+)\}?\^\{?(\w+)\}?", r"\\binom{\1}{\2}", text)
        text = _BASED.sub(_based, text)
        text = re.sub(r"\\(?:left|right)\s*(?=\\[lr](?:floor|ceil))", "", text)
        text = re.sub(r"\\lfloor(.+?)\\rfloor", r"\\operatorname{floor}(\1)", text)
        text = re.sub(r"\\lceil(.+?)\\rceil", r"\\operatorname{ceil}(\1)", text)
        text = re.sub(r"\\left\s*\.|\\right\s*\.", "", text)
        text = re.sub(r"[\w.]*\\c?l?dots$|…$", lambda m: m[0].split("\\")[0].rstrip("…"), text)
        text = (
            re.sub(r"\^\{?-1\}?\s*(?=\\left\(|\()", "__inverse", text) if re.match(r"[fgh]\^", text) else text
        )
        if "__inverse" in text:
            raise Unreadable("an inverse function")
        text = _primed(text, spoken)
        (node,) = parse_list(text, functions=spoken.functions)
        return _real_roots(node), matrices
    except (FormulaError, RecursionError, OverflowError, IndexError, ValueError) as error:
        raise Unreadable(str(error)) from error


def _dot(match: re.Match[str]) -> str:
    return f"({_products(match[1], match[2])})"


def _products(first: str, second: str) -> str:
    """The sum of the products of two vectors' coordinates."""
    return "+".join(rf"({a})\cdot({b})" for a, b in zip(first.split(","), second.split(","), strict=True))


def _based(match: re.Match[str]) -> str:
    try:
        return str(int(match[1], int(match[2]))) if 2 <= int(match[2]) <= 16 else match[0]
    except ValueError as error:
        raise Unreadable("no number of this base") from error


def _primed(text: str, spoken: Spoken) -> str:
    r"""`\left(x^{2}\right)'` as a derivative by the only letter in it, or by the letter that the solution differentiates by."""
    for _ in range(4):
        found = re.search(r"\\right\)\s*('+)", text)
        if not found:
            return text
        depth, start = 1, -1
        for match in reversed(list(re.finditer(r"\\left\(|\\right\)", text[: found.start()]))):
            depth += 1 if match[0] == r"\right)" else -1
            if depth == 0:
                start = match.start()
                break
        if start < 0:
            raise Unreadable("a prime without a bracket")
        inner = text[start + 6 : found.start()]
        letters = sorted(
            {n.name for n in walk(parse(inner)) if isinstance(n, Symbol)} - ({"e", "i"} - spoken.plain)
        )
        if not letters:
            letters = ["x"]
        letters = [spoken.by] if spoken.by else letters
        if len(letters) != 1:
            raise Unreadable("a derivative by which letter?")
        order = len(found[1])
        power = f"^{{{order}}}" if order > 1 else ""
        text = rf"{text[:start]}\left(\frac{{d{power}}}{{d{letters[0]}{power}}}\left({inner}\right)\right){text[found.end() :]}"
    return text


def _real_roots(node: Node) -> Node:
    r"""Odd roots are real roots: `\sqrt[3]{-8}` is -2."""
    node = with_children(node, _real_roots)
    match node:
        case Call("root", (body, degree)):
            return Call("real_root", (body, degree))
    return node


def matrix_of(body: str) -> Any:
    """The matrix whose rows stand between double backslashes.

    Raises:
        Unreadable: an entry is no formula, or the rows are not equally long.
    """
    rows = [r for r in re.split(r"\\\\(?:\[[^\]]*\])?", body) if r.strip()]
    try:
        return sp.ImmutableMatrix([[to_sympy(parse(entry)) for entry in row.split("&")] for row in rows])
    except (FormulaError, ValueError, TypeError) as error:
        raise Unreadable("a matrix") from error


def applied(node: Node, functions: Functions) -> Node:
    """The tree with the values of known functions in place of `f(…)`; `f'(…)` is differentiated."""
    node = with_children(node, lambda child: applied(child, functions))
    if not isinstance(node, Apply):
        return node
    name = node.name.rstrip("'")
    if node.name in functions:
        letter, body = functions[node.name]
        return _put(body, letter, node.argument)
    if name in functions:
        letter, body = functions[name]
        order = len(node.name) - len(name)
        if isinstance(node.argument, Symbol) and node.argument.name == letter:
            return Derivative(body, Symbol(letter), order)
    raise Unreadable(f"{node.name} is not known")


def _put(node: Node, letter: str, value: Node) -> Node:
    if isinstance(node, Symbol):
        return value if node.name == letter else node
    return with_children(node, lambda child: _put(child, letter, value))


def expression(node: Node, matrices: Mapping[str, Any], functions: Functions) -> Any:
    """The sympy value of a tree.

    Raises:
        Unreadable: it has none.
    """
    try:
        return to_sympy(applied(node, functions), matrices)
    except (FormulaError, TypeError, ValueError, AttributeError, ZeroDivisionError, KeyError) as error:
        raise Unreadable(str(error)) from error


def number(value: Any, point: Mapping[sp.Symbol, Any]) -> Any:
    """The complex value of an expression at a point, exact where it is rational; None where it has none there."""
    try:
        if getattr(value, "is_Matrix", False):
            value = sp.Tuple(*value.doit())
        if isinstance(value, sp.Tuple | tuple):
            parts = [number(part, point) for part in value]
            return None if any(part is None for part in parts) else tuple(parts)
        found = (
            value.replace(_is_odd_root, _odd_root).subs(point)
            if hasattr(value, "replace")
            else value.subs(point)
        )
        if found.is_Rational:
            return found
        if found.has(sp.Integral, sp.Limit, sp.Derivative, sp.Sum, sp.Product):
            found = found.doit()
        found = sp.N(found, 30)
        return found if found.is_number and found.is_finite else None
    except (TypeError, ValueError, AttributeError, ZeroDivisionError, RecursionError, NotImplementedError):
        return None


def _is_odd_root(value: Any) -> bool:
    return bool(
        value.is_Pow
        and value.exp.is_Rational
        and value.exp.q > 1
        and value.exp.q % 2
        and value.base.free_symbols
    )


def _odd_root(value: Any) -> Any:
    """Real for a negative base, as it is meant in school."""
    return sp.real_root(value.base, value.exp.q) ** value.exp.p


def near(a: Any, b: Any, tolerance: float = 1e-12) -> bool:
    """Whether two numbers (pairs, matrices as tuples) are equal as far as thirty digits can tell."""
    if isinstance(a, tuple) or isinstance(b, tuple):
        return (
            isinstance(a, tuple)
            and isinstance(b, tuple)
            and len(a) == len(b)
            and all(near(x, y, tolerance) for x, y in zip(a, b, strict=True))
        )
    if a.is_Rational and b.is_Rational and tolerance < 1e-9:
        return bool(a == b)
    gap, size = (
        sp.Abs(sp.expand(v)).evalf(30) for v in (a - b, a)
    )  # products of complex numbers stay as they are else
    return bool(gap <= tolerance * (1 + size if tolerance < 1e-9 else 1))
