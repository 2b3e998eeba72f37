"""Run a cell that one of our own topics wrote, as the kernel would: the value of its last line is the result."""

from __future__ import annotations

import ast
from typing import Any


def run_cell(source: str) -> Any:
    """The value of the last line of `source`; only for source that this project generated.

    >>> run_cell("x = 2\\nx + 1")
    3
    """
    tree = ast.parse(source)
    last = tree.body.pop()
    assert isinstance(last, ast.Expr), "the last line of a cell is an expression"
    names: dict[str, Any] = {}
    exec(compile(tree, "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)
