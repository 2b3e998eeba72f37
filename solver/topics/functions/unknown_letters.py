"""A letter that an equation in values of given functions fixes: f(x) = x + 2, g(x) = x², and f(g(x)) = g(f(x)), or f(1) = 3 for a parameter.

The functions are put in, and the equation that is left is solved by the topic for it. Not: unknown functions, inverses, several letters.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, to_latex, to_sympy
from solver.formula.nodes import Apply, Blank, Node, Relation, Symbol, symbols, walk, with_children
from solver.latex import latex
from solver.reader import account, notation_of
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.functions import through_points
from solver.topics.functions.values import Definition
from solver.topics.prepared import Opened
from solver.topics.settled import replaced

VOCABULARY: Final = {
    "solve": "solve|solve for|for what value of|for what value of the constant|for what values of|for which value of|for which values of|for what real value of|for what value|all values of|all possible values of|value of the constant|values of|solve for the value of"
    "|does|do|is|such that|so that|for which|satisfies|satisfying|if it is known that|constant|constants|real number|real numbers|a real number|real|so|the equation"
    "|解方程|的解|使|成立|成立的|时|的值|满足|当|取何值|为何值|取什么值|实数|常数|等于|且|有",
    "function": "functions?|functions? defined by|defined by|defined as|define|polynomial|function f|functions f|函数|定义",
}  # fmt: skip
WORDS: Final = {
    "put": Words("Put the functions in: \\[{before}={after}\\]", "代入函数：\\[{before}={after}\\]"),
    "equation": Words("So the equation is \\[{equation}\\]", "于是方程为 \\[{equation}\\]"),
}
SOLVE: Final = Words("Solve ${equation}$ for ${letter}$.", "解方程 ${equation}$。")
MAX_DEPTH: Final = 4


def read(text: Text) -> Reading:
    """One letter from one equation in values of functions; letters of a formula from points on its graph."""
    if (on_graph := through_points.read(text)) is not None:
        return on_graph
    if not re.search(r"[a-zA-Z]\s*(?:\\left)?\(", text.source) or re.search(
        r"\^\s*\{?\s*\(?-\s*1", text.source
    ):
        return None
    notation = notation_of(text.source)
    found = account(text.source, VOCABULARY, notation)
    definitions: dict[str, Definition] = {}
    equations = list[Relation]()
    for relation in found.relations:
        match relation:
            case Relation(("=",), (Apply(name, Symbol(variable)), body)) if (
                "'" not in name and name not in definitions and not _applied(body)
            ):
                definitions[name] = Definition(name, variable, body)
            case Relation(("=",)) if _applied(relation):
                equations.append(relation)
            case _:
                return None
    asked = [n for n in found.asked if not isinstance(n, Relation)]
    names = {n.name for n in asked if isinstance(n, Symbol)}
    if (
        not definitions
        or len(equations) != 1
        or len(names) != 1
        or not all(isinstance(n, Symbol) for n in asked)
    ):
        return None
    if any(isinstance(s, Blank) for s in equations[0].sides) or not _applied(equations[0]) <= set(
        definitions
    ):
        return None
    if found.unread:
        return Unread(found.unread)
    return _task(equations[0], definitions, names.pop(), text)


def _applied(node: Node) -> set[str]:
    return {n.name for n in walk(node) if isinstance(n, Apply)}


def _inserted(node: Node, definitions: dict[str, Definition], depth: int = 0) -> Node:
    """The tree with the functions' bodies in it."""
    if depth > MAX_DEPTH * 20:
        raise FormulaError("nested too deep")
    node = with_children(node, lambda child: _inserted(child, definitions, depth + 1))
    if isinstance(node, Apply):
        d = definitions[node.name]
        return replaced(d.body, Symbol(d.variable), node.argument)
    return node


def _task(equation: Relation, definitions: dict[str, Definition], letter: str, text: Text) -> Reading:
    from solver.topics import read_text  # the table imports this topic

    say = text.language
    sides = [_inserted(side, definitions) for side in equation.sides]
    if set().union(*map(symbols, sides)) != {letter} or letter in ("e", "i"):
        return None
    values = [
        sp.expand(to_sympy(side))
        if not to_sympy(side).is_rational_function() or to_sympy(side).is_polynomial()
        else to_sympy(side)
        for side in sides
    ]
    steps = [
        WORDS["put"].say(say, before=to_latex(side), after=latex(value))
        for side, value in zip(equation.sides, values, strict=True)
        if _applied(side)
    ]
    written = f"{latex(values[0])}={latex(values[1])}"
    if values[0] - values[1] == 0:
        return None
    steps.append(WORDS["equation"].say(say, equation=written))
    found = read_text(Text(SOLVE.say(say, equation=written, letter=latex(sp.Symbol(letter))), say))
    return None if isinstance(found, Unread) else Opened(tuple(steps), found)
