"""Slips of algebra as rules: what a tree becomes when one law is misused in one place.

Each rule is one that students are known to follow (Matz's extrapolations, Sleeman's mal-rules): (a+b)² = a²+b² and the like.
Whether a student followed one is found out by comparing values (`solver.verify.slips`), never texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from solver.formula import Node
from solver.formula.nodes import Binary, Call, Negative, Number, children, with_children

MAX_VARIANTS = 160


@dataclass(frozen=True, slots=True)
class Variant:
    """A tree with one slip; `place` is the part of the right tree where it happened."""

    slip: str
    node: Node
    place: Node


def variants(node: Node) -> Iterator[Variant]:
    """The tree with each slip at each place, those that say most first.

    >>> from solver.formula import parse, to_latex
    >>> {to_latex(v.node) for v in variants(parse("(a+b)^3")) if v.slip == "square-of-sum"}
    {'a^{3}+b^{3}'}
    """
    every = list(islice(_variants(node), 4 * MAX_VARIANTS))
    if (multiplied := _powers_as_products(node)) != node:
        every.append(Variant("power-law", multiplied, node))
    every.sort(key=lambda v: v.slip in ("sign", "order-of-operations"))  # the vaguest last
    return iter(every[:MAX_VARIANTS])


def _variants(node: Node) -> Iterator[Variant]:
    yield from (Variant(slip, found, node) for slip, found in _here(node))
    for i, child in enumerate(children(node)):
        for variant in _variants(child):
            yield Variant(variant.slip, _with_child(node, i, variant.node), variant.place)


def _powers_as_products(node: Node) -> Node:
    """2³ + 3² as 2·3 + 3·2: the same slip in every place."""
    match node:
        case Binary("^", Number() as base, Number() as n):
            return Binary("*", base, n)
        case _:
            return with_children(node, _powers_as_products)


def _with_child(node: Node, index: int, new: Node) -> Node:
    count = iter(range(100))
    return with_children(node, lambda child: new if next(count) == index else child)


def _number(value: int) -> Number:
    return Number(Fraction(value), str(value))


def _here(node: Node) -> Iterator[tuple[str, Node]]:
    match node:
        case Binary("+" | "-"):
            yield from _sums(node)
        case Binary("*"):
            yield from _products(node)
        case Binary("/"):
            yield from _quotients(node)
        case Binary("^"):
            yield from _powers(node)
        case Negative(operand):
            yield "sign", operand
            match operand:
                case Binary("+" | "-" as op, a, b):
                    yield "sign", Binary(op, Negative(a), b)
                case Binary("*", c, Binary("+" | "-" as op, a, b)):
                    yield "sign", Binary(op, Negative(Binary("*", c, a)), Binary("*", c, b))
        case Call("sqrt", (inner,)):
            yield from _roots(inner)
        case Call("log", (inner, *base)):
            yield from _logarithms(inner, tuple(base))
        case Call("Abs", (inner,)):
            yield "sign", inner
        case Call("sin" | "cos" | "tan" as name, (Binary("+" | "-" as op, a, b),)):
            yield "distribution", Binary(op, Call(name, (a,)), Call(name, (b,)))


def _log(argument: Node, base: tuple[Node, ...]) -> Node:
    return Call("log", (argument, *base))


def _sums(node: Binary) -> Iterator[tuple[str, Node]]:
    a, b, op = node.left, node.right, node.op
    other = "-" if op == "+" else "+"
    match a, b:
        case Binary("/", p, q), Binary("/", r, s):
            yield "fractions-across", Binary("/", Binary(op, p, r), Binary(op, q, s))
            yield "fractions-across", Binary("/", Binary(op, p, r), Binary("*", q, s))
            yield "fractions-across", Binary("/", Binary(op, p, r), q)
            yield "fractions-across", Binary("/", Binary(op, p, r), s)
        case Binary("/", p, q), _:
            yield "fractions-across", Binary("/", Binary(op, p, b), q)
        case _, Binary("/", r, s):
            yield "fractions-across", Binary("/", Binary(op, a, r), s)
        case Call("log", (p, *base)), Call("log", (r, *_)):
            yield "logarithm-law", _log(Binary(op, p, r), tuple(base))
            if op == "-":
                yield "logarithm-law", Binary("/", a, b)
            else:
                yield "logarithm-law", Binary("*", a, b)
        case Call("sqrt", (p,)), Call("sqrt", (r,)):
            yield "root-of-sum", Call("sqrt", (Binary(op, p, r),))
        case Binary("^", p, m), Binary("^", r, n) if p == r:
            yield "power-law", Binary("^", p, Binary("+", m, n))
        case _:
            pass
    if op == "-":
        match b:
            case Binary("+" | "-" as inner, p, q):
                yield "sign", Binary(inner, Binary("-", a, p), q)
            case Binary("*", c, Binary("+" | "-" as inner, p, q)):
                yield "sign", Binary(inner, Binary("-", a, Binary("*", c, p)), Binary("*", c, q))
                yield (
                    "distribution",
                    Binary("-" if inner == "+" else "+", Binary("-", a, Binary("*", c, p)), q),
                )
            case Binary("/", Binary("+" | "-" as inner, p, q), d):
                yield "sign", Binary(inner, Binary("-", a, Binary("/", p, d)), Binary("/", q, d))
    match b:
        case Binary("*" | "/" as times, p, q):  # from left to right, whatever the signs are
            yield "order-of-operations", Binary(times, Binary(op, a, p), q)
        case _:
            pass
    match a:
        case Binary("-", p, q) if op == "+":
            yield "order-of-operations", Binary("-", p, Binary("+", q, b))
        case Binary("-", p, q) if op == "-":
            yield "order-of-operations", Binary("-", p, Binary("-", q, b))
    yield "sign", Binary(other, a, b)
    yield "sign", Binary(op, Negative(a), b)


def _products(node: Binary) -> Iterator[tuple[str, Node]]:
    for c, sum_ in ((node.left, node.right), (node.right, node.left)):
        match sum_:
            case Binary("+" | "-" as op, a, b):
                yield "distribution", Binary(op, Binary("*", c, a), b)
                yield "distribution", Binary(op, a, Binary("*", c, b))
                yield "sign", Binary("-" if op == "+" else "+", Binary("*", c, a), Binary("*", c, b))
                match a:
                    case Binary("+" | "-" as first, p, q):
                        yield "distribution", Binary(op, Binary(first, Binary("*", c, p), q), b)
                        yield (
                            "distribution",
                            Binary(op, Binary(first, Binary("*", c, p), Binary("*", c, q)), b),
                        )
    match node.left, node.right:
        case Binary("+" | "-" as one, a, b), Binary("+" | "-" as two, c, d):
            yield (
                "distribution",
                Binary("*" if False else one, Binary("*", a, c), Binary("*", b, d))
                if one == two
                else Binary("-", Binary("*", a, c), Binary("*", b, d)),
            )
            yield (
                "distribution",
                Binary(one, Binary(two, Binary("*", a, c), Binary("*", a, d)), Binary("*", b, c)),
            )
        case Binary("^", p, m), Binary("^", r, n) if p == r:
            yield "power-law", Binary("^", p, Binary("*", m, n))
        case p, Binary("^", r, n) if p == r:
            yield "power-law", Binary("^", p, n)
        case Binary("^", p, m), Binary("^", r, n) if isinstance(p, Number) and isinstance(r, Number):
            yield "power-law", Binary("^", Binary("*", p, r), Binary("+", m, n))
        case Call("log", (p, *base)), Call("log", (r, *_)):
            yield "logarithm-law", _log(Binary("*", p, r), tuple(base))
            yield "logarithm-law", Binary("+", node.left, node.right)
        case n, Call("log", (p, *base)) if isinstance(n, Number):
            yield "logarithm-law", _log(Binary("*", n, p), tuple(base))
        case Binary("/", a, b), Binary("/", c, d):
            yield "fractions-across", Binary("/", Binary("*", a, d), Binary("*", b, c))
        case _:
            pass


def _quotients(node: Binary) -> Iterator[tuple[str, Node]]:
    a, d = node.left, node.right
    match a:
        case Binary("+" | "-" as op, p, q):
            yield "cancelled-in-sum", Binary(op, Binary("/", p, d), q)
            yield "cancelled-in-sum", Binary(op, p, Binary("/", q, d))
            if p == d:
                yield "cancelled-in-sum", q if op == "+" else Negative(q)
            if q == d:
                yield "cancelled-in-sum", p
        case Binary("^", p, m):
            match d:
                case Binary("^", r, n) if p == r:
                    yield "power-law", Binary("^", p, Binary("/", m, n))
                    yield "power-law", Binary("^", p, Binary("+", m, n))
        case Call("log", (p, *base)):
            match d:
                case Call("log", (r, *_)):
                    yield "logarithm-law", _log(Binary("/", p, r), tuple(base))
                    yield "logarithm-law", Binary("-", a, d)
    match d:
        case Binary("+" | "-" as op, p, q):
            yield "fractions-across", Binary(op, Binary("/", a, p), Binary("/", a, q))
            match a:
                case Binary("+" | "-" as above, r, s):
                    if r == p:
                        yield (
                            "cancelled-in-sum",
                            Binary("/", s if above == "+" else Negative(s), q if op == "+" else Negative(q)),
                        )
                    if s == q:
                        yield "cancelled-in-sum", Binary("/", r, p)
                    yield "cancelled-in-sum", Binary(above, Binary("/", r, p), Binary("/", s, q))
        case _:
            pass
    match a, d:
        case Binary("/", p, q), _:
            yield "fractions-across", Binary("/", Binary("*", p, d), q)
        case _, Binary("/", r, s):
            yield "fractions-across", Binary("/", Binary("*", a, r), s)
        case _:
            pass


def _powers(node: Binary) -> Iterator[tuple[str, Node]]:
    base, n = node.left, node.right
    match base:
        case Binary("+" | "-" as op, a, b):
            square, other = Binary("^", a, n), Binary("^", b, n)
            yield "square-of-sum", Binary(op, square, other)
            yield "square-of-sum", Binary("+", square, other)
            if isinstance(n, Number) and n.value == 2:
                yield "square-of-sum", Binary("+", Binary(op, square, Binary("*", a, b)), other)
                twice = Binary("*", _number(2), Binary("*", a, b))
                yield "sign", Binary("-", Binary(op, square, twice), other)
                yield "sign", Binary("+", Binary("-" if op == "+" else "+", square, twice), other)
        case Binary("*", a, b):
            yield "power-law", Binary("*", a, Binary("^", b, n))
            yield "power-law", Binary("*", Binary("^", a, n), b)
            yield "power-law", Binary("*", Binary("*", a, n), Binary("^", b, n))
        case Binary("/", a, b):
            yield "power-law", Binary("/", a, Binary("^", b, n))
            yield "power-law", Binary("/", Binary("^", a, n), b)
        case Binary("^", a, m):
            yield "power-law", Binary("^", a, Binary("+", m, n))
            yield "power-law", Binary("^", a, Binary("^", m, n))
        case Negative(a):
            yield "sign", Negative(Binary("^", a, n))
        case _:
            pass
    match n:
        case Negative(m):
            yield "power-law", Negative(Binary("^", base, m))
            yield "power-law", Binary("^", base, m)
        case Binary("+" | "-" as op, p, q):
            yield "power-law", Binary(op, Binary("^", base, p), Binary("^", base, q))
        case Binary("/", p, q):
            yield "power-law", Binary("/", Binary("^", base, p), q)
            yield "power-law", Binary("*", n, base)
            yield "power-law", Binary("^", base, Binary("/", q, p))
        case Number(value) if value == 0:
            yield "power-law", _number(0)
            yield "power-law", base
        case Number():
            yield "power-law", Binary("*", n, base)
        case _:
            pass


def _roots(inner: Node) -> Iterator[tuple[str, Node]]:
    match inner:
        case Binary("+" | "-" as op, a, b):
            yield "root-of-sum", Binary(op, Call("sqrt", (a,)), Call("sqrt", (b,)))
            for p, q in ((_root(a), _root(b)),):
                if p is not None and q is not None:
                    yield "root-of-sum", Binary(op, p, q)
                    yield "root-of-sum", Binary("-" if op == "+" else "+", p, q)
        case Binary("^", a, Number(value)) if value == 2:
            yield "root-of-square", a
            yield "root-of-square", Negative(a)
        case Binary("*", a, b):
            yield "root-of-sum", Binary("*", a, Call("sqrt", (b,)))
            yield "root-of-sum", Binary("*", Call("sqrt", (a,)), b)
        case _:
            pass
    yield "power-law", Binary("/", inner, _number(2))


def _root(node: Node) -> Node | None:
    match node:
        case Binary("^", a, Number(value)) if value == 2:
            return a
        case Number(value) if int(value) == value and int(value**0.5 + 0.5) ** 2 == value:
            return _number(int(value**0.5 + 0.5))
        case _:
            return None


def _logarithms(inner: Node, base: tuple[Node, ...]) -> Iterator[tuple[str, Node]]:
    match inner:
        case Binary("+" | "-" as op, a, b):
            yield "logarithm-law", Binary(op, _log(a, base), _log(b, base))
            if op == "-":
                yield "logarithm-law", Binary("/", _log(a, base), _log(b, base))
            else:
                yield "logarithm-law", Binary("*", _log(a, base), _log(b, base))
        case Binary("*", a, b):
            yield "logarithm-law", Binary("*", _log(a, base), _log(b, base))
            yield "logarithm-law", Binary("*", a, _log(b, base))
        case Binary("/", a, b):
            yield "logarithm-law", Binary("/", _log(a, base), _log(b, base))
        case Binary("^", a, n):
            yield "logarithm-law", Binary("^", _log(a, base), n)
            yield "logarithm-law", Binary("+", n, _log(a, base))
        case _:
            pass
