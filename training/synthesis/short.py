"""The built-in tutor's cells as a small model can write them: one import, no comments, no names that are used once.

Only the form changes, never what is computed; whoever uses a short program runs it and compares what comes out.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from fractions import Fraction
from typing import Final

IMPORT: Final = "from sympy import *"
_TIGHT: Final = re.compile(r" (\*\*|\*|/|//|%) ")
_FRACTION: Final = re.compile(r"Rational\((-?)(\d+), (\d+)\)")


def short(cell: str, *, printed: str = "latex({})") -> str:
    """A cell that ends in an expression, as a short program that prints its value, by default as LaTeX.

    Raises:
        SyntaxError, ValueError: it is no such cell.

    >>> print(short('from sympy import diff, symbols\\n\\nx = symbols("x")\\n# differentiate\\nslope = diff(x**2, x)\\nslope'))
    from sympy import *
    x = symbols('x')
    print(latex(diff(x**2, x)))
    """
    statements = ast.parse(cell).body
    statements = [s for s in statements if not isinstance(s, ast.Import | ast.ImportFrom)]
    if not statements or not isinstance(last := statements[-1], ast.Expr):
        raise ValueError("the cell ends in no expression")
    while (found := _inlined(statements)) is not None:
        statements = found
    last = statements[-1]
    assert isinstance(last, ast.Expr)
    value = ast.unparse(last.value)
    if isinstance(last.value, ast.Tuple):
        value = f"({value.removeprefix('(').removesuffix(')')})"
    lines = [IMPORT, *(ast.unparse(s) for s in statements[:-1]), f"print({printed.format(value)})"]
    return _TIGHT.sub(r"\1", "\n".join(lines))


def with_decimals(program: str, text: str) -> str:
    """Fractions that the problem writes as decimals, written as there: nobody has to work them out.

    >>> with_decimals("Rational(18, 5)/Rational(9, 10)", "3.6÷0.9")
    "Rational('3.6')/Rational('0.9')"
    """
    decimals = {Fraction(found): found for found in re.findall(r"\d+\.\d+", text)}

    def put(match: re.Match[str]) -> str:
        sign, above, below = match.groups()
        written = decimals.get(Fraction(int(above), int(below)))
        return f"Rational('{sign}{written}')" if written else match[0]

    return _FRACTION.sub(put, program)


def said(cell: str) -> str:
    """What its comments say, as one sentence; empty without any.

    >>> said("# differentiate\\n1 + 1")
    'Differentiate.'
    """
    told = [line.lstrip("# ").strip() for line in cell.splitlines() if line.lstrip().startswith("#")]
    if not told:
        return ""
    stop, gap = ("。", "；") if re.search(r"[\u3400-\u9fff]", told[0]) else (".", "; ")
    text = gap.join(told).rstrip(".。")
    return text[:1].upper() + text[1:] + stop


def _inlined(statements: list[ast.stmt]) -> list[ast.stmt] | None:
    """With one name less: one that is set once, by a plain assignment, and read once, not in a loop of any kind."""
    uses, sets = Counter[str](), Counter[str]()
    for statement in statements:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name):
                (uses if isinstance(node.ctx, ast.Load) else sets)[node.id] += 1
    for at, statement in enumerate(statements[:-1]):
        if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
            continue
        target = statement.targets[0]
        if not isinstance(target, ast.Name) or sets[target.id] != 1 or uses[target.id] != 1:
            continue
        name = target.id
        if _declares(statement.value):
            continue
        where = next((n for n in range(at + 1, len(statements)) if _reads(statements[n], name)), None)
        if where is None or _loops(statements[where], name):
            continue
        changed = _Put(name, statement.value).visit(statements[where])
        return [*statements[:at], *statements[at + 1 : where], changed, *statements[where + 1 :]]
    return None


def _declares(value: ast.expr) -> bool:
    """Whether it makes letters: those are read as names even where they stand once."""
    return (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Name)
        and value.func.id in ("symbols", "Function")
    )


def _reads(statement: ast.stmt, name: str) -> bool:
    return any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(statement))


def _loops(statement: ast.stmt, name: str) -> bool:
    """Whether it would be computed more than once there."""
    loops = (
        ast.For,
        ast.While,
        ast.GeneratorExp,
        ast.ListComp,
        ast.SetComp,
        ast.DictComp,
        ast.Lambda,
        ast.JoinedStr,
    )
    return any(isinstance(node, loops) and _within(node, name) for node in ast.walk(statement))


def _within(node: ast.AST, name: str) -> bool:
    return any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(node))


class _Put(ast.NodeTransformer):
    """Puts an expression in the place of a name."""

    def __init__(self, name: str, value: ast.expr) -> None:
        self._name, self._value = name, value

    def visit_Name(self, node: ast.Name) -> ast.expr:  # ast's own name
        return self._value if node.id == self._name and isinstance(node.ctx, ast.Load) else node
