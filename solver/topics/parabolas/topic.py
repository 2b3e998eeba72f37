"""Read a problem about one parabola: a quadratic function or y² = 2px; features, or letters that features fix.

Read: numbers or letters as coefficients, one or several features (vertex, axis, extreme values and where they are,
intercepts, vertex form, focus, directrix), an interval for extreme values. Not: two curves, areas, tangents.
"""

from __future__ import annotations

from solver.formula.nodes import Apply, Symbol
from solver.reader import account
from solver.topics.base import Reading, Text, Unread
from solver.topics.parabolas.conics import read_conic
from solver.topics.parabolas.features import QuadraticFunction
from solver.topics.parabolas.letters import GENERAL, letters_question
from solver.topics.parabolas.reading import FEATURES, combined, quadratic_of, said_of
from solver.topics.parabolas.rewriting import rewritten
from solver.topics.parabolas.words import VOCABULARY


def read(text: Text) -> Reading:
    """A question about one quadratic function or one parabola."""
    found = account(rewritten(text.source), VOCABULARY)
    if not {*FEATURES, "at", "tangent", "on_xaxis", "on_yaxis", "axis_is_y"} & set(
        combined(found)
    ) and not found.has("shape"):
        return None
    if (conic := read_conic(found, text.language)) is not None:
        return conic
    functions = {n: q for n in found.nodes if (q := quadratic_of(n)) and (q.name or not found.relations)}
    main = next((n for n, q in functions.items() if not q.letters), next(iter(functions), None))
    general = main is None and found.has("equation")
    templates = [n for n in functions if n is not main] if found.has("form") or found.has("shape") else []
    if len(functions) - len(templates) > 1 or len(templates) > 1 or (main is None and not general):
        return None
    if found.unread:
        return Unread(found.unread)
    quadratic = GENERAL if main is None else functions[main]
    letter = Symbol(quadratic.name.name) if isinstance(quadratic.name, Apply) else None  # f of f(x)
    shown = [n for n in (main, quadratic.name, letter, *templates) if n is not None]
    said = said_of(found, shown)
    if said is None or templates and not set(said.wanted) <= {"form"}:
        return None
    said.wanted = said.wanted or ["form"] * len(templates)
    if quadratic.letters and not said.opens:
        return letters_question(quadratic, said, text.language)
    if quadratic.letters or said.facts or said.asked or said.conditions or not said.wanted:
        return None
    task = QuadraticFunction.of(quadratic, said, text.language)
    return task if task.has_all() and said.opens in ("", task.opens()) else None
