"""One function with letters, and what is told of its course.

Read: it rises or falls on an interval or everywhere (the range of the letter); it has extreme values at told places, also with their values (the letters);
the interval on which it falls is told; cubics with two extreme values or none. Not: intervals with letters, "not monotonic", several letters in ranges.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, to_sympy
from solver.formula.nodes import Apply, Negative, Number, Relation, Symbol, symbols
from solver.reader import account, notation_of
from solver.reader.account import Account
from solver.topics.base import Reading, Text, Unread
from solver.topics.calculus.course_letters.points import Turn, letters_from
from solver.topics.calculus.course_letters.ranges import Lettered, extremes, monotone
from solver.topics.calculus.course_letters.words import VOCABULARY
from solver.topics.functions.function_features.conditions import conditions_of, solution_set
from solver.topics.functions.function_features.ranges import interval_of

_COURSE: Final = re.compile(r"(?i)increas|decreas|extrem|monoton|local m|relative m|critical|turning|stationary|单调|递增|递减|增函数|减函数|极[值大小]|驻点")  # fmt: skip
_SOME: Final = re.compile(
    r"存在.{0,4}(?:单调|递增|递减|[增减]区间)|(?i:\b(?:has|have|contains) an? interval\b|\bsome (?:open )?(?:sub)?interval\b)"
)
"""On a part of the interval only."""
_REALS: Final = re.compile(
    r"\$?\s*(?:\\mathbb\s*\{?\s*R\s*\}?|\\mathbf\s*\{?\s*R\s*\}?|ℝ|\\R(?![A-Za-z]))\s*\$?"
)
_MEMBER: Final = re.compile(r"[(（]?\s*\$?\s*[a-z]\s*(?:∈|\\in(?![A-Za-z]))\s*R\s*\$?\s*[)）]?")
POINTS: Final = frozenset({"extremum", "minimum", "maximum"})


def read(text: Text) -> Reading:
    """The function, its letters, and the condition."""
    if not _COURSE.search(text.source) or _SOME.search(text.source):
        return None
    source = _MEMBER.sub(" ", _REALS.sub(" R ", text.source))
    found = account(source, VOCABULARY, notation_of(source))
    functions = [n for n in found.nodes if _body(n) is not None]
    if len(functions) != 1:
        return None
    named = _body(functions[0])
    assert named is not None
    name, variable, body = named
    letters = sorted(symbols(body) - {variable, "e"})
    if not letters or "i" in letters or len(letters) > 3:
        return None
    if found.unread:
        return Unread(found.unread)
    rest = [n for n in found.nodes if n is not functions[0] and n not in (Symbol(variable), Symbol(name), Apply(name, Symbol(variable)))]  # fmt: skip
    asked = list(dict.fromkeys(n.name for n in rest if isinstance(n, Symbol) and n.name in letters))
    rest = [n for n in rest if not (isinstance(n, Symbol) and n.name in letters)]
    try:
        return _task(found, (name, variable, body), letters, asked, rest, text)
    except (FormulaError, TypeError, ValueError, NotImplementedError):
        return None


def _body(node: Node) -> tuple[str, str, Node] | None:
    match node:
        case Relation(("=",), (Apply(name, Symbol(variable)), body)):
            return name, variable, body
        case Relation(("=",), (Symbol("y"), body)) if "x" in symbols(body):
            return "y", "x", body
    return None


def _task(found: Account, function: tuple[str, str, Node], letters: list[str], asked: list[str], rest: list[Node], text: Text) -> Reading:  # fmt: skip
    name, variable, body = function
    x = sp.Symbol(variable, real=True)
    f = to_sympy(body, {n: sp.Symbol(n, real=True) for n in (variable, *letters)})
    kinds = [c for c in found.concepts if c in (*POINTS, "increasing", "decreasing", "increasing_interval", "decreasing_interval", "two", "none", "nocritical", "discuss")]  # fmt: skip
    if not isinstance(f, sp.Expr) or not kinds or "discuss" in kinds or name == "y":
        return None
    if set(kinds) <= POINTS:
        turns = _turns(found, x, rest)
        return letters_from(body, f, name, x, letters, asked or letters, turns, text.language) if turns else None  # fmt: skip
    if len(kinds) != 1:
        return None
    kind = kinds[0]
    if kind.endswith("_interval"):
        place = interval_of(rest[0], variable, is_named=True) if len(rest) == 1 else None
        if not isinstance(place, sp.Interval) or found.has("reals"):
            return None
        before = 1 if kind == "decreasing_interval" else -1
        ends = [Turn(e, s) for e, s in ((place.start, before), (place.end, -before)) if e.is_finite]
        return letters_from(body, f, name, x, letters, asked or letters, ends, text.language, ends=True) if ends else None  # fmt: skip
    if len(letters) != 1 or asked not in ([], letters):
        return None
    known = Lettered(body, name, variable, letters[0], f, text.language)
    if kind in ("two", "none", "nocritical"):
        return extremes(known, kind) if not rest and not found.has("reals") else None
    domain = _domain(body, variable)
    if domain is None:
        return None
    places = [n for n in rest if n != Symbol("R")]
    if not places and (len(rest) == 1 or found.has("reals") or found.has("real")):
        place = domain if found.has("reals") or domain == sp.S.Reals else None
    elif len(places) == 1 and len(rest) == 1 and not found.has("reals"):
        place = interval_of(places[0], variable, is_named=True)
    else:
        return None
    if not isinstance(place, sp.Interval) or place.interior.is_subset(domain) is not True:
        return None
    return monotone(known, place, rises=kind == "increasing")


def _domain(body: Node, variable: str) -> sp.Set | None:
    conditions = conditions_of(body, variable)
    if conditions is None or any(symbols(c.part) - {variable, "e"} for c in conditions):
        return None
    return solution_set(conditions, variable) if conditions else sp.S.Reals


def _turns(found: Account, x: sp.Symbol, rest: list[Node]) -> list[Turn]:
    """Extreme values with their places: "a local minimum at x = 1", 在x=1处有极值5."""
    turns, used = list[Turn](), 0
    kind: str | None = None
    place: sp.Expr | None = None
    value: sp.Expr | None = None

    def close() -> None:
        nonlocal kind, place, value
        if kind is not None and place is not None:
            turns.append(Turn(place, {"minimum": -1, "maximum": 1}.get(kind, 0), value))
            kind = place = value = None

    for concept in found.concepts:
        if concept in POINTS:
            if kind is not None:
                close()
            if kind is not None and kind != concept:
                return []
            kind = concept
        elif concept.startswith("#"):
            node = found.nodes[int(concept[1:])]
            match node:
                case Relation(("=",), (Symbol(by), right)) if by == x.name and not symbols(right) - {"e"}:
                    if place is not None:
                        close()
                        if place is not None:
                            kind, place = kind or "extremum", None
                            return []
                    place = to_sympy(right)
                    used += 1
                case Number() | Negative(Number()) if kind is not None and place is not None:
                    value = to_sympy(node)
                    used += 1
    close()
    return turns if used == len(rest) and kind is None and place is None and value is None else []
