"""Complex numbers: value in the form a + bi, modulus, conjugate, real and imaginary part, argument.

Read: expressions in i, definitions (z = …), and one equation that is linear in z and its conjugate. One real
parameter: see `parameter`. Not: loci, polynomial equations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import sympy as sp

from solver.formula import Node, to_sympy
from solver.formula.nodes import (
    Apply,
    Binary,
    Call,
    Group,
    Negative,
    Number,
    Relation,
    Series,
    Symbol,
    symbols,
    walk,
)
from solver.reader import Account, account, notation_of
from solver.topics.base import Reading, Text, Unread
from solver.topics.expressions.complex_numbers.circles import read_circle
from solver.topics.expressions.complex_numbers.forms import read_form
from solver.topics.expressions.complex_numbers.negative_roots import read_negative_root
from solver.topics.expressions.complex_numbers.number import ComplexNumber, Definition, SeveralParts
from solver.topics.expressions.complex_numbers.parameter import read_parameter
from solver.topics.expressions.complex_numbers.places import read_place
from solver.topics.expressions.complex_numbers.polar import polar_written_out
from solver.topics.expressions.complex_numbers.rewriting import parts_named, powers_added, rewritten
from solver.topics.expressions.complex_numbers.two_reals import read_two_reals
from solver.topics.expressions.complex_numbers.words import VOCABULARY
from solver.topics.expressions.polynomials.named import named
from solver.topics.prepared import Opened

OPERATIONS: Final = ("modulus", "conjugate", "real", "imaginary", "argument")
NAMED: Final = {
    "product": "product|multiply|积|的积|乘积|的乘积|相乘",
    "sum": "sum|add|和|的和|相加",
    "difference": "difference|subtract|差|的差|相减",
    "quotient": "quotient|divide|商|的商|相除",
    "square": "square|squared|平方|的平方",
    "cube": "cube|cubed|立方|的立方",
}
UNKNOWN: Final = re.compile(r"(?:z|w|omega)(?:_\d)?")


_AND_ITS_CONJUGATE: Final = re.compile(
    r"\b(?:find|compute|calculate|evaluate|determine)\s+\$?(?:[a-z]{1,2}|[a-z]\s*[-+*/]\s*[a-z])\$?\s*,?\s+and\s+(?:also\s+)?(?:find\s+)?(?:the\s+|its\s+)?(?:complex\s+)?conjugate\b",
    re.IGNORECASE,
)


def read(text: Text) -> Reading:
    """A question about one complex number."""
    if "i" in notation_of(text.source).letters:
        return None  # "Solve 2i + 1 = 7 for i"
    if (
        place := read_place(text.source, text, lambda rest, whole: _read_number(rewritten(rest), whole))
    ) is not None:
        return place
    source, steps = polar_written_out(text.source, text.language)
    if not steps:
        source, steps = powers_added(source, text.language)
    source = rewritten(source)
    if (other := read_circle(source, text) or read_form(text)) is not None:
        return other
    if steps:
        total = _read_number(source, text)
        return Opened(steps, total) if total is not None and not isinstance(total, Unread) else total
    plain = read_negative_root(text) or _read_number(source, text)
    if plain is not None and not isinstance(plain, Unread):
        return plain
    reals = read_two_reals(Text(parts_named(text.source), text.language, text.values))
    if reals is not None and not isinstance(reals, Unread):
        return reals
    parameter = read_parameter(source, text)
    return parameter if parameter is not None and not isinstance(parameter, Unread) else plain


def _read_number(source: str, text: Text) -> Reading:
    """A question about a number in which everything is known."""
    found = account(source, {**VOCABULARY, **NAMED})
    named_operations = [c for c in found.concepts if c in NAMED]
    nodes = [n for n in found.nodes if not _is_aside(n, found)]
    if not any("i" in symbols(n) for n in nodes):
        return None
    if found.unread:
        return Unread(found.unread)
    if (more := _AND_ITS_CONJUGATE.search(text.source)) is not None:
        return Unread((more[0],))  # two questions, which are read in other words
    relations = [n for n in nodes if n in found.relations]
    asked = [n for n in found.asked if not _is_aside(n, found)]
    operations, several = _operations(found, text), _listed(found, text)
    turns = [n for n in nodes if isinstance(n, Group) or isinstance(n, Relation) and len(n.signs) == 2]
    relations = [n for n in relations if n not in turns]
    angles = [n.sides[1] for n in turns if isinstance(n, Relation)]  # "the argument θ, where 0 ≤ θ < 2π"
    nodes, asked = ([n for n in ns if n not in turns and n not in angles] for ns in (nodes, asked))
    full_turn = _full_turn(turns, text)
    if (
        operations is None
        and several is None
        or full_turn is None
        or any(isinstance(n, Apply | Series) for node in nodes for n in walk(node))
    ):
        return None
    given = _givens(relations)
    if given is None:
        return None
    definitions, unknown = given
    target = _target(asked, operations or (), definitions, unknown, found)
    if target is None:
        return None
    node, operations = target
    if named_operations:
        if operations or several or definitions or unknown or len(nodes) != 1:
            return None
        if (body := named(node, named_operations, source)) is None:
            return None
        node = body
    if several is not None:
        tasks = [ComplexNumber(definitions, unknown, node, (o,), text.language, full_turn) for o in several]
        return SeveralParts(tuple(tasks), text.language) if all(t.is_readable() for t in tasks) else None
    task = ComplexNumber(definitions, unknown, node, operations, text.language, full_turn)
    return task if task.is_readable() else None


def _full_turn(intervals: Sequence[Node], text: Text) -> bool | None:
    """Whether arguments are counted from 0 to 2π, which the problem may say; None for any other interval."""
    match intervals:
        case []:
            return text.language == "zh"
        case [Group(brackets, (low, high))] if not symbols(low) | symbols(high):
            ends = (to_sympy(low), to_sympy(high))
            if brackets == "[)" and ends == (0, 2 * sp.pi):
                return True
            return False if brackets == "(]" and ends == (-sp.pi, sp.pi) else None
        case [Relation(signs, (low, Symbol(), high))] if not symbols(low) | symbols(high):
            ends = (to_sympy(low), to_sympy(high))
            if signs == ("<=", "<") and ends == (0, 2 * sp.pi):
                return True
            return False if signs == ("<", "<=") and ends == (-sp.pi, sp.pi) else None
    return None


def _listed(found: Account, text: Text) -> tuple[str, ...] | None:
    """ "The modulus and the argument": two different things asked of one number, in this order."""
    named = [c for c in found.concepts if c in OPERATIONS]
    joined = re.search(r"\band\b|和|与|及|、", text.source)
    return (
        tuple(named) if len(named) == len(set(named)) == 2 and joined and "conjugate" not in named else None
    )


def _is_aside(node: Node, found: Account) -> bool:
    """`i` in "i is the imaginary unit", `i^2=-1`, `a+bi` in "the form a+bi"."""
    match node:
        case Symbol("i"):
            return found.has("unit")
        case Relation(("=",), (Binary("^", Symbol("i"), Number(text="2")), Negative(Number(text="1")))):
            return True
        case Binary("+", Symbol(a), Binary("*", Symbol(b), Symbol("i"))):
            return found.has("form") and a != b and "i" not in (a, b)
        case _:
            return False


def _operations(found: Account, text: Text) -> tuple[str, ...] | None:
    """What to take of the number, innermost first; None when several things are asked at once."""
    named = [c for c in found.concepts if c in OPERATIONS]
    ordered = tuple(named if text.language == "zh" else reversed(named))
    if len(ordered) < 2:
        return ordered
    several = re.search(r"\band\b|,[^,]*\bpart\b|和|与|及|、", text.source)
    return ordered if len(ordered) == 2 and ordered[0] == "conjugate" != ordered[1] and not several else None


def _givens(relations: list[Relation]) -> tuple[tuple[Definition, ...], tuple[str, Relation] | None] | None:
    """Names that are defined in order, and the unknown with its equation; None when there is anything else."""
    definitions: list[Definition] = []
    unknown: tuple[str, Relation] | None = None
    for relation in relations:
        if relation.signs != ("=",):
            return None
        left, right = relation.sides
        free = symbols(relation) - {"i", "e"} - {name for name, _ in definitions}
        if len(free) != 1 or not UNKNOWN.fullmatch(name := next(iter(free))) or unknown:
            return None
        if left == Symbol(name) and name not in symbols(right):
            definitions.append((name, right))
        else:
            unknown = (name, relation)
    return tuple(definitions), unknown


def _target(
    asked: list[Node],
    operations: tuple[str, ...],
    definitions: tuple[Definition, ...],
    unknown: tuple[str, Relation] | None,
    found: Account,
) -> tuple[Node, tuple[str, ...]] | None:
    """The expression asked about and what is still to be taken of it."""
    names = [name for name, _ in definitions] + ([unknown[0]] if unknown else [])
    asked = list(dict.fromkeys(asked))
    if len(asked) == 2 and asked[0] in [Symbol(name) for name in names]:
        bare, other = asked
        if other == Call("Abs", (bare,)) and operations == ("modulus",):
            return bare, operations
        if other == Call("conjugate", (bare,)) and operations[:1] == ("conjugate",):
            return bare, operations
        if bare in found.questions:
            return None  # "find z and |z|" asks for both
        mentioned = unknown is not None or definitions  # "the complex number z satisfies z = …, find z + 1"
        asked = [other] if mentioned and not operations else asked
    if not asked and len(names) == 1:
        return Symbol(names[0]), operations
    if len(asked) != 1:
        return None
    match asked[0]:
        case Call("conjugate", (inner,)) if "conjugate" in operations:
            before = found.concepts.index("conjugate") < next(
                i
                for i, c in enumerate(found.concepts)
                if c.startswith("#") and found.nodes[int(c[1:])] == asked[0]
            )
            return (
                (inner, operations)
                if before and operations[0] == "conjugate" and isinstance(inner, Symbol) and names
                else None
            )
        case Call("Abs", (inner,)) if operations == ("modulus",) or not operations:
            return inner, ("modulus",)
        case node:
            return node, operations
    return None
