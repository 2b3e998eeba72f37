"""The tree of a formula as it was written: nothing is computed here, so `2+3` stays `2+3`.

A tree is made by `solver.formula.parse` and turned into sympy, LaTeX or Python source by
`solver.formula.emit`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from fractions import Fraction
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Number:
    """A non-negative exact number; `text` as it was written (`0.50`, `1,200` without the comma)."""

    value: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A variable: `x`, `alpha`, `a_1` (subscript behind the underscore).

    `i` and `e` are the constants where they can be; in `i_` and `e_` a problem has said that they are letters.
    """

    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    """`pi`, `E`, `I` or `oo`."""

    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    """−operand."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Binary:
    """`left op right` with op one of + - * / ^. `tight` marks a product without a sign (`2x`)."""

    op: str
    left: Node
    right: Node
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A known function of its arguments, named as in sympy (`sin`, `sqrt`, `root`, `log`, `Abs`, `factorial`, …)."""

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Apply:
    """An unknown function of its argument: `f(x)`."""

    name: str
    argument: Node


@dataclass(frozen=True, slots=True)
class Group:
    """Comma-separated things in brackets: a point, an interval, a set. `brackets` is the pair as written."""

    brackets: str
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Integral:
    """∫ body d(variable), from `lower` to `upper` where both are given."""

    body: Node
    variable: Symbol
    lower: Node | None = None
    upper: Node | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """lim of body as variable → target; `side` is "+", "-" or "" for both."""

    body: Node
    variable: Symbol
    target: Node
    side: str = ""


@dataclass(frozen=True, slots=True)
class Derivative:
    """d^order/d(variable)^order of body."""

    body: Node
    variable: Symbol
    order: int = 1


@dataclass(frozen=True, slots=True)
class Series:
    """Σ or Π (`kind` "Sum" or "Product") of body for index from lower to upper."""

    kind: str
    body: Node
    index: Symbol
    lower: Node
    upper: Node


@dataclass(frozen=True, slots=True)
class Relation:
    """A chain such as `0 < x <= 3`: one more side than signs. Signs: = != < > <= >=."""

    signs: tuple[str, ...]
    sides: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """What is asked for: the `?` of `2+3=?`, or the missing side of `y =`."""


Node: TypeAlias = (
    Number
    | Symbol
    | Constant
    | Negative
    | Binary
    | Call
    | Apply
    | Group
    | Integral
    | Limit
    | Derivative
    | Series
    | Relation
    | Blank
)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below."""
    match node:
        case Negative(operand):
            return (operand,)
        case Binary(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
        case Apply(_, argument):
            return (argument,)
        case Group(_, items):
            return items
        case Integral(body, variable, lower, upper):
            return tuple(n for n in (body, variable, lower, upper) if n is not None)
        case Limit(body, variable, target):
            return (body, variable, target)
        case Derivative(body, variable):
            return (body, variable)
        case Series(_, body, index, lower, upper):
            return (body, index, lower, upper)
        case Relation(_, sides):
            return sides
        case _:
            return ()


def with_children(node: Node, change: Callable[[Node], Node]) -> Node:
    """The same kind of node with every child changed.

    >>> with_children(Negative(Symbol("x")), lambda child: Symbol("y"))
    Negative(operand=Symbol(name='y'))
    """
    changes: dict[str, Any] = {}
    for field in fields(node):
        value = getattr(node, field.name)
        if is_dataclass(value):
            changes[field.name] = change(value)  # type: ignore[arg-type]
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            changes[field.name] = tuple(map(change, value))
    return replace(node, **changes) if changes else node


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, top down."""
    yield node
    for child in children(node):
        yield from walk(child)


def symbols(node: Node) -> frozenset[str]:
    """Names of the variables that occur."""
    return frozenset(n.name for n in walk(node) if isinstance(n, Symbol))
