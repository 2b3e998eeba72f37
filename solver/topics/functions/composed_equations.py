"""An equation for values of functions that the problem defines: f(x) = x² − 1, g(x) = 2x + 3, solve f(g(x)) = 8.

The functions are put in, and the equation in x that is left is solved by whoever solves such equations. Not: unknown letters, inequalities.
"""

from __future__ import annotations

import re
from typing import Final

from solver.formula import FormulaError, Node, to_latex, to_sympy
from solver.formula.nodes import Apply, Relation, Symbol, symbols, walk, with_children
from solver.latex import latex
from solver.reader import account, notation_of
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.prepared import Opened
from solver.topics.settled import replaced

VOCABULARY: Final = {
    "solve": "solve|solve for|solve the equation|solutions?|the solutions of|all solutions of|find all x|find x|value of x|values of x|for which|such that|解|解方程|的解|方程|的根|的值|成立的",
    "function": "functions?|defined by|be defined by|real|all|函数|定义",
}
PUT_IN: Final = Words("Put the functions in: \\[{before}={body}\\] so the equation is \\[{equation}\\]", "代入函数：\\[{before}={body}\\] 于是方程为 \\[{equation}\\]")  # fmt: skip
SOLVE: Final = Words("Solve ${equation}$ for real x.", "解方程 ${equation}$。")


def read(text: Text) -> Reading:
    """Definitions, and one equation for x in which they occur."""
    if (
        len(text.source) > 300
        or not re.search(r"[a-zA-Z]\s*\(\s*[a-z]\s*\)\s*=", text.source)
        or not re.search(r"(?i)solve|solution|find|value|解|求|根", text.source)
    ):
        return None
    found = account(text.source, VOCABULARY, notation_of(text.source))
    bodies, equations = dict[str, tuple[str, Node]](), list[Relation]()
    for relation in found.relations:
        match relation:
            case Relation(("=",), (Apply(name, Symbol(variable)), body)) if name not in bodies and symbols(body) - {"e"} == {variable} and not _applied(body):  # fmt: skip
                bodies[name] = (variable, body)
            case Relation(("=",)) if _applied(relation):
                equations.append(relation)
            case _:
                return None
    others = [n for n in found.asked if n != Symbol("x") and n not in tuple(map(Symbol, bodies))]
    if len(equations) != 1 or not bodies or others or not found.has("solve"):
        return None
    (equation,) = equations
    if not _applied(equation) <= set(bodies) or symbols(equation) - {"e"} != {"x"}:
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        sides = [_put_in(side, bodies) for side in equation.sides]
        shown = [latex(to_sympy(side).expand()) for side in sides]
    except (FormulaError, AttributeError):
        return None
    return _solved(equation, sides, shown, text)


def _solved(equation: Relation, sides: list[Node], shown: list[str], text: Text) -> Reading:
    from solver.topics import read_text

    plain = f"{shown[0]}={shown[1]}"
    task = read_text(Text(SOLVE.say(text.language, equation=plain), text.language))
    if isinstance(task, Unread):
        return None
    side = 0 if _applied(equation.sides[0]) else 1
    step = PUT_IN.say(
        text.language, before=to_latex(equation.sides[side]), body=to_latex(sides[side]), equation=plain
    )
    return Opened((step,), task)


def _applied(node: Node) -> set[str]:
    return {n.name for n in walk(node) if isinstance(n, Apply)}


def _put_in(node: Node, bodies: dict[str, tuple[str, Node]]) -> Node:
    """The formula with every value of a function written out."""
    if isinstance(node, Apply):
        variable, body = bodies[node.name]
        return replaced(body, Symbol(variable), _put_in(node.argument, bodies))
    return with_children(node, lambda child: _put_in(child, bodies))
