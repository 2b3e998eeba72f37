"""What a cell needs of the cells before it: the names that it reads, those that it surely binds, and whether it may change more than names.

For a kernel whose earlier cells have not been run again yet: a cell that needs none of them need not wait for them. In doubt it does:
whatever is not understood needs all. Reads source only; nothing is run.
"""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MOST_CHARS: Final = 20_000
KNOWN: Final = frozenset(dir(builtins)) | {"display"}
FAR: Final = frozenset("open compile setattr delattr input breakpoint __import__".split())
"""Builtins that reach further than what their arguments hold."""
ALL: Final = frozenset("exec eval globals locals vars dir get_ipython".split())
"""Those that see names which are not written there."""
FAR_MODULES: Final = frozenset(
    "os sys io pathlib shutil subprocess warnings builtins importlib gc ctypes threading multiprocessing asyncio signal logging locale "
    "decimal random tempfile sqlite3 pickle atexit IPython ipykernel".split()
)
"""Modules that are used for what they change, or that have a state of their own."""
PYPLOT: Final = "matplotlib.pyplot"
SETTINGS: Final = frozenset("rc rcParams rcParamsDefault rcdefaults rc_context style switch_backend ion ioff xkcd set_cmap set_loglevel".split())  # fmt: skip
"""What of `pyplot` lasts longer than a figure."""


@dataclass(frozen=True, slots=True)
class Needs:
    """`free` is read and comes from elsewhere (builtins, too), `bound` is there when the cell has come to its end without an error.

    `stored` may be bound by it, at least sometimes. `lasts`: it may change what no name of its own holds: settings of a library, a file, somebody else's object.
    """

    free: frozenset[str]
    bound: frozenset[str]
    stored: frozenset[str]
    lasts: bool


class _Unclear(Exception):
    """A statement whose names are not followed."""


@lru_cache(maxsize=1024)
def needs(source: str) -> Needs | None:
    """What the cell needs; None where that is not clear (magics, errors, rare statements).

    >>> found = needs("from sympy import symbols\\nx = symbols('x')\\ny = a*x")
    >>> found.free, sorted(found.bound), found.lasts
    (frozenset({'a'}), ['symbols', 'x', 'y'], False)
    >>> needs("import mpmath\\nmpmath.mp.dps = 30").lasts, needs("%time 1")
    (True, None)
    """
    if len(source) > MOST_CHARS:
        return None
    try:
        tree = ast.parse(source)
        cell = _Cell()
        cell.follow(tree.body)
    except (SyntaxError, ValueError, RecursionError, MemoryError, _Unclear):
        return None
    return Needs(frozenset(cell.free), frozenset(cell.bound), frozenset(cell.stored), _lasts(tree, cell.own))


def stands_alone(source: str, earlier: Sequence[str], bound: Set[str]) -> bool:
    """Whether a cell gives the same where of the `earlier` ones only those have run that `lasts` is true of, and those that bound `bound`."""
    cell, lacking = needs(source), [needs(old) for old in earlier]
    if cell is None:
        return False
    others: set[str] = set()
    for old in lacking:
        if old is None:
            return False
        others |= old.stored
    if any(name not in bound and (name not in KNOWN or name in others) for name in cell.free):
        return False
    return all(not old.lasts or old.free <= KNOWN - others for old in lacking if old is not None)


def lasts(source: str) -> bool:
    """Whether it may change more than what its own names hold."""
    cell = needs(source)
    return cell is None or cell.lasts


class _Cell:
    def __init__(self) -> None:
        self.free: set[str] = set()
        self.bound: set[str] = set()
        self.stored: set[str] = set()
        self.own: set[str] = set()  # bound by something else than an import, at least sometimes

    def follow(self, statements: Iterable[ast.stmt]) -> None:
        for statement in statements:
            self._statement(statement)

    def _statement(self, node: ast.stmt) -> None:
        match node:
            case ast.If(test=test, body=body, orelse=orelse):
                self._read(test)
                self._branches([body, orelse])
            case ast.For(target=target, iter=over, body=body, orelse=orelse):
                self._read(over)
                self._branches([[_assigned(target), *body], orelse], surely=False)
            case ast.While(test=test, body=body, orelse=orelse):
                self._read(test)
                self._branches([body, orelse], surely=False)
            case ast.With(items=items, body=body):
                for item in items:
                    self._read(item.context_expr)
                    if item.optional_vars is not None:
                        self._statement(_assigned(item.optional_vars))
                self.follow(body)
            case ast.Assign() | ast.AnnAssign() | ast.AugAssign() | ast.Expr() | ast.Import() | ast.ImportFrom() | ast.Assert() | ast.Pass() | ast.FunctionDef() | ast.ClassDef():  # fmt: skip
                self._simple(node)
            case _:
                raise _Unclear

    def _branches(self, branches: Sequence[Sequence[ast.stmt]], *, surely: bool = True) -> None:
        before, ends = set(self.bound), []
        for branch in branches:
            self.bound = set(before)
            self.follow(branch)
            ends.append(self.bound)
        self.bound = set.intersection(*ends) if surely else before

    def _simple(self, node: ast.stmt) -> None:
        read, later, stored = _symbols(node)
        if isinstance(node, ast.FunctionDef):
            later -= {node.name}  # it may call itself
        read |= later
        if isinstance(node, ast.AugAssign):
            read |= stored
        if isinstance(node, ast.AnnAssign) and node.value is None:
            stored = set()
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            stored = _all_of(node)
        if read & ALL:
            raise _Unclear
        self.free |= read - self.bound
        self.bound |= stored
        self.stored |= stored
        if not isinstance(node, ast.Import | ast.ImportFrom):
            self.own |= stored

    def _read(self, node: ast.expr) -> None:
        self._simple(ast.Expr(node))


def _all_of(node: ast.ImportFrom) -> set[str]:
    """What `from sympy import *` binds; other modules are not looked at."""
    if node.module != "sympy":
        raise _Unclear
    import sympy

    return set(sympy.__all__)


def _assigned(target: ast.expr) -> ast.stmt:
    return ast.Assign([target], ast.Constant(None), lineno=1)


def _symbols(node: ast.stmt) -> tuple[set[str], set[str], set[str]]:
    """Names of the cell's own that a statement reads, those that are read inside functions and the like, and those that it binds."""
    top = symtable.symtable(ast.unparse(node), "cell", "exec")
    stored = {
        s.get_name() for s in top.get_symbols() if s.is_assigned() or s.is_imported() or s.is_namespace()
    }
    read, later = {s.get_name() for s in top.get_symbols() if s.is_referenced()}, set[str]()
    waiting = top.get_children()
    while waiting:
        table = waiting.pop()
        waiting += table.get_children()
        for symbol in table.get_symbols():
            if symbol.is_global() or symbol.is_declared_global():
                if symbol.is_assigned():
                    raise _Unclear
                later.add(symbol.get_name())
    return read, later, stored


def _lasts(tree: ast.Module, own: set[str]) -> bool:
    """Whether it may change more than what its own names hold."""
    pyplot = {a.asname or "" for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names if a.name == PYPLOT}  # fmt: skip
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names) if any(a.name.partition(".")[0] in FAR_MODULES for a in names):
                return True
            case ast.ImportFrom(module=module) if (module or "").partition(".")[0] in FAR_MODULES:
                return True
            case ast.Name(id=name) if name in FAR:
                return True
            case ast.Attribute(ctx=ast.Store() | ast.Del()) | ast.Subscript(ctx=ast.Store() | ast.Del()):
                if _root(node) not in own:
                    return True
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in pyplot and attr in SETTINGS:
                return True
            case ast.Expr(value=ast.Call(func=func)):
                root, value = _root(func), node is tree.body[-1] and isinstance(func, ast.Name)
                if not (value or root in own or root in pyplot or root in ("print", "display")):
                    return True
            case _:
                pass
    return False


def _root(node: ast.expr) -> str | None:
    """The name at the left end of `a.b[c](d).e`."""
    while True:
        match node:
            case ast.Attribute(value=inner) | ast.Subscript(value=inner) | ast.Call(func=inner):
                node = inner
            case ast.Name(id=name):
                return name
            case _:
                return None
