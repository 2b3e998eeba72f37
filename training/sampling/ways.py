"""When two programs are the same way: what is left of one without names, spelling, comments and the words that it prints.

Compares how programs are written, not what they compute: two that reach one value by other steps are different ways.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable
from typing import Final, TypeAlias

_Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
_SYMBOLS: Final = frozenset(("@sympy.symbols", "@sympy.Symbol", "@sympy.Function"))
_NAMES: Final = re.compile(r"[^\s,]+")


def canonical(sources: Iterable[str]) -> str:
    """The cells of a solution in one form for all programs that are the same way; a text that is no Python as it stands.

    >>> canonical(["import sympy as sp\\nx = sp.Symbol('x')\\nprint('x =', sp.solve(x - 0x10, x))  # done"]) == canonical(
    ...     ["from sympy import *", "unknown = Symbol('t')", "print(solve(unknown - 16, unknown))"])
    True
    >>> canonical(["print(2 + 3)"]) == canonical(["print(3 + 2)"])
    False
    """
    source = "\n".join(sources)
    try:
        tree = ast.parse(source)
        return ast.dump(_Canonical(tree).visit(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return " ".join(source.split())


class _Canonical(ast.NodeTransformer):
    """Names that the program gives become `v0`, `v1`, … in the order in which they come; imported ones their full names."""

    def __init__(self, tree: ast.AST) -> None:
        self._given = set[str]()
        self._imported, self._stars = dict[str, str](), list[str]()
        self._functions = {node.name for node in ast.walk(tree) if isinstance(node, _Function)}
        for node in ast.walk(tree):
            self._look_at(node)
        self._order = dict[str, str]()

    def _look_at(self, node: ast.AST) -> None:
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.ExceptHandler(name=str(name)):
                self._given.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                self._given.add(name)
            case ast.Import(names=names):
                for alias in names:
                    root = alias.name.partition(".")[0]
                    self._imported[alias.asname or root] = alias.name if alias.asname else root
            case ast.ImportFrom(module=module, names=names):
                for alias in names:
                    if alias.name == "*":
                        self._stars.append(module or "")
                    else:
                        self._imported[alias.asname or alias.name] = f"{module}.{alias.name}"
            case _:
                pass

    def _named(self, name: str) -> str:
        if name in self._given:
            return self._order.setdefault(name, f"v{len(self._order)}")
        if name in self._imported:
            return f"@{self._imported[name]}"
        if self._stars and not hasattr(builtins, name):
            return f"@{self._stars[-1]}.{name}"
        return name

    def visit_Import(self, node: ast.Import) -> None:
        """What is imported shows where it is used."""

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """As `visit_Import`."""

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """Under its name in the canonical form."""
        return ast.Name(self._named(node.id), node.ctx)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """`sp.sqrt` and an imported `sqrt` are one name."""
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id.startswith("@"):
            return ast.Name(f"{node.value.id}.{node.attr}", node.ctx)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        """Without its annotation."""
        return ast.arg(self._named(node.arg))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Without its annotations."""
        node.name, node.returns = self._named(node.name), None
        return self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """Under its name in the canonical form."""
        node.name = self._named(node.name)
        return self.generic_visit(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.AST:
        """Under its name in the canonical form."""
        node.name = node.name and self._named(node.name)
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        """As an assignment."""
        if node.value is None:
            return None
        return self.visit(ast.Assign([node.target], node.value))  # type: ignore[no-any-return]

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        """A string alone is a comment."""
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            return None
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Without the words of a `print`; names of symbols and of own arguments as in the canonical form."""
        own = isinstance(node.func, ast.Name) and node.func.id in self._functions
        self.generic_visit(node)
        if own:
            for keyword in node.keywords:
                keyword.arg = keyword.arg and self._named(keyword.arg)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name == "print":
            node.args, node.keywords = [v for a in node.args for v in _values(a)], []
        elif name in _SYMBOLS and node.args and isinstance(node.args[0], ast.Constant):
            node.args[0] = ast.Constant(_NAMES.sub(lambda m: self._symbol(m[0]), str(node.args[0].value)))
        return node

    def _symbol(self, name: str) -> str:
        return self._order.setdefault(f"symbol {name}", f"v{len(self._order)}")


def _values(argument: ast.expr) -> list[ast.expr]:
    """What an argument of `print` shows beside words."""
    match argument:
        case ast.Constant(value=str()):
            return []
        case ast.JoinedStr(values=values):
            shown = [v for v in values if isinstance(v, ast.FormattedValue)]
            return [v.value if v.format_spec is None and v.conversion == -1 else v for v in shown]
        case _:
            return [argument]
