"""Write cells as a teacher would: what they import is exactly what they use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import sympy as sp
from sympy.printing.str import StrPrinter

from solver.formula import plain_name, python_name


@lru_cache(maxsize=1)
def _sympy_names() -> frozenset[str]:
    return frozenset(n for n in dir(sp) if not n.startswith("_"))


def cell(*lines: str, variables: Iterable[str] = (), assumptions: str = "") -> str:
    """Source with an import line for the names of sympy that occur and a line that makes `variables` symbols.

    `assumptions` are keyword arguments for all of them (`real=True`).

    >>> print(cell("solve(x**2 - 4, x)", variables="x"))
    from sympy import solve, symbols
    <BLANKLINE>
    x = symbols("x")
    solve(x**2 - 4, x)
    """
    names = {python_name(v): v for v in sorted(variables)}
    body = [line for line in lines if line is not None]
    if names:
        extra = f", {assumptions}" if assumptions else ""
        body.insert(0, f'{", ".join(names)} = symbols("{" ".join(map(plain_name, names.values()))}"{extra})')
    source = "\n".join(body)
    used = {n.id for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Name)}
    stored = {
        n.id for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    imported = sorted((used - stored) & _sympy_names(), key=str.lower)
    head = f"from sympy import {', '.join(imported)}\n\n" if imported else ""
    return head + source


def joined(*cells: str) -> str:
    r"""Several cells as one: what they import from sympy in one line at the top.

    >>> print(joined(cell("sqrt(2)"), "# then\n" + cell("sin(0)")))
    from sympy import sin, sqrt
    <BLANKLINE>
    sqrt(2)
    # then
    sin(0)
    """
    names = set[str]()
    bodies = []
    for source in filter(None, cells):
        for found in _IMPORT.findall(source):
            names.update(found.split(", "))
        bodies.append(_IMPORT.sub("", source))
    head = [f"from sympy import {', '.join(sorted(names, key=str.lower))}\n"] if names else []
    return "\n".join([*head, *bodies])


def kept_as(source: str, name: str) -> str:
    """Source that keeps the value of its last line under a name.

    >>> kept_as("x = 2\\nx + 1", "found")
    'x = 2\\nfound = (x + 1)'
    """
    module = ast.parse(source)
    last = module.body[-1]
    assert isinstance(last, ast.Expr)
    lines = source.splitlines()
    expression = ast.get_source_segment(source, last.value)
    return "\n".join([*lines[: last.lineno - 1], f"{name} = ({expression})"])


_IMPORT = re.compile(r"^from sympy import (.+)\n\n?", re.MULTILINE)


def difference(left: str, right: str) -> str:
    """Source of left − right, with brackets only where they are needed.

    >>> difference("x**2", "0"), difference("x", "2"), difference("x", "y + 1")
    ('x**2', 'x - 2', 'x - (y + 1)')
    """
    if right == "0":
        return left
    plain = re.fullmatch(r"\w+(\([\d, ]+\))?", right)
    return f"{left} - {right}" if plain else f"{left} - ({right})"


def comment(text: str) -> str:
    """A comment line. Text of a user never ends the line: control characters and breaks become spaces.

    >>> comment("two\\nlines")
    '# two lines'
    """
    return "# " + " ".join("".join(c if c.isprintable() else " " for c in text).split())


class _ExactPrinter(StrPrinter):  # type: ignore[misc]  # sympy is untyped
    """Source that gives the same value when it runs: Python's own 1/2 would be a float."""

    def _print_Rational(self, expr: sp.Rational) -> str:
        return f"Rational({expr.p}, {expr.q})" if expr.q != 1 else str(expr.p)

    def _print_Half(self, expr: sp.Rational) -> str:
        return "Rational(1, 2)"

    def _print_Symbol(self, expr: sp.Symbol) -> str:
        return python_name(expr.name)


def exact_source(value: Any) -> str:
    """Python source of a finished value (a sympy object, or a tuple, list or dict of them).

    >>> exact_source((sp.Rational(3, 4), -sp.sqrt(2) / 2))
    '(Rational(3, 4), -sqrt(2)/2)'
    """
    return str(_ExactPrinter({"sympy_integers": False}).doprint(value))
