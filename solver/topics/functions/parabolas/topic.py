"""Read a problem about one parabola: a quadratic function or y² = 2px; features, or letters that features fix.

Read: numbers or letters as coefficients, one or several features (vertex, axis, extreme values and where they are,
intercepts, vertex form, focus, directrix), an interval for extreme values, moved curves, the triangle of points on the axes.
Not: two curves, tangents.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Apply, Symbol
from solver.reader import Account, account
from solver.topics.base import Reading, Text, Unread
from solver.topics.functions.parabolas.areas import read_area
from solver.topics.functions.parabolas.conics import read_conic
from solver.topics.functions.parabolas.features import QuadraticFunction
from solver.topics.functions.parabolas.letters import GENERAL, letters_question
from solver.topics.functions.parabolas.reading import (
    FEATURES,
    Quadratic,
    Said,
    combined,
    quadratic_of,
    said_of,
)
from solver.topics.functions.parabolas.rewriting import rewritten
from solver.topics.functions.parabolas.shifts import moved, without_moves
from solver.topics.functions.parabolas.stories import without_story
from solver.topics.functions.parabolas.words import VOCABULARY


def read(text: Text) -> Reading:
    """A question about one quadratic function or one parabola."""
    if (area := read_area(text)) is not None:
        return area
    source, by = text.source.replace(r"\(", "$").replace(r"\)", "$"), None
    if re.search(r"最\s*(?:_{2,}|\(\s*\)|多少|什么|几|哪)\s*值", source):
        return None  # a word is asked for, too
    if re.search(r"抛物线的?标准方程", source) and not re.search(r"顶点|y\s*=|x\s*=\s*a|\^", source):
        source = f"顶点在原点,{source}"  # that is what the standard equation means
    source = re.sub(  # an order, and no method for what is asked next
        r"(?i)\bcomplete\s+the\s+square\s+(?:for|of|on|in)\s+(.{3,60}?)\s*[,.]?\s+(?:and\s+)?(?:hence|then|so)?\s*(?=\b(?:state|find|write|give|determine)\b)",
        r"Find the completed square form of \1 and ",
        source,
    )
    source = re.sub(  # before the letter goes, as the name of a quantity
        r"(?i)\b(?:(?:for|at)\s+)?(?:what|which)\s+values?\s+of\s+\$?[xt]\$?\s+(?:does|do|is|will|has)\b(?=[^?]*\b(?:max|min|largest|greatest|highest|smallest|least|lowest))",
        " atextreme ",
        source,
    )
    source = re.sub(  # a letter that is asked for, not the name of a quantity
        r"(?i)\b(?:for\s+|find\s+the\s+|determine\s+the\s+)?(?:what\s+|which\s+)?values?\s+of\s+\$?(?-i:([abckmnpq]))\$?\s+(?:(?:that\s+)?(?:makes?|will\s+make)|does|do|is|are|so\s+that)\s+(?=the\b)",
        r"Find \1 so that ",
        source,
    )
    if (unmoved := without_moves(source)) is not None:
        source, by = unmoved
        source = re.sub(
            r"(?i)\b(?:equation|function|rule|formula)\b(?=\s+(?:of|for|does|is|that)\b|\s*\?|\s*\.?\s*$)",
            "vertex form",
            source,
        )
    found = account(rewritten(without_story(source)), VOCABULARY)
    if not {*FEATURES, "at", "tangent", "on_xaxis", "on_yaxis", "axis_is_y"} & set(
        combined(found)
    ) and not found.has("shape"):
        return None
    if (conic := read_conic(found, text.language)) is not None:
        return conic
    functions = {n: q for n in found.nodes if (q := quadratic_of(n)) and (q.name or not found.relations)}
    main = next((n for n, q in functions.items() if not q.letters), next(iter(functions), None))
    general = main is None and (found.has("equation") or found.has("parabola") and _is_described(found))
    templates = [n for n in functions if n is not main] if found.has("form") or found.has("shape") else []
    if len(functions) - len(templates) > 1 or len(templates) > 1 or (main is None and not general):
        return None
    if not all(_is_vertex_form(functions[n]) for n in templates):
        return None
    if found.unread:
        return Unread(found.unread)
    if found.has("unclear"):
        return None  # a second quantity is asked for that is not told from the first
    quadratic = GENERAL if main is None else functions[main]
    letter = Symbol(quadratic.name.name) if isinstance(quadratic.name, Apply) else None  # f of f(x)
    shown = [n for n in (main, quadratic.name, letter, *templates) if n is not None]
    said = said_of(found, shown)
    if said is None:
        return None
    if templates and not set(said.wanted) <= {"form"}:
        if _IS_ORDER.search(text.source):
            said.wanted = ["form", *(w for w in said.wanted if w != "form")]
        elif not _is_way(text.source):
            return None
    said.wanted = said.wanted or ["form"] * len(templates)
    if quadratic.letters and not said.opens:
        return letters_question(quadratic, said, text.language)
    if quadratic.letters or said.asked or said.conditions or not said.wanted:
        return None
    if not _are_true(said, quadratic):
        return None
    if by is not None:
        if said.interval is not None or said.facts:
            return None
        said.wanted = ["form" if w == "equation" else w for w in said.wanted]
        quadratic, known = moved(quadratic, by, text.language)
        task = replace(QuadraticFunction.of(quadratic, said, text.language), known=known)
    else:
        task = QuadraticFunction.of(quadratic, said, text.language)
    if found.has("counted") and not task.is_whole():
        return None
    return task if task.has_all() and said.opens in ("", task.opens()) else None


def _is_described(found: Account) -> bool:
    """Whether points and values fix a function that has no formula: vertex or axis, or zeros, and something else."""
    return (found.has("vertex") or found.has("axis") or found.has("roots")) and len(found.nodes) >= 2


def _is_vertex_form(template: Quadratic) -> bool:
    """`a(x - h)^2 + k`, and not `A(x - 1)(x + 2) + B(x - 1) + C`."""
    x, square = sp.Symbol(template.variable), sp.Dummy()
    put = to_sympy(template.body).replace(
        lambda e: e.is_Pow and e.exp == 2 and e.base.has(x) and sp.degree(e.base, x) == 1, lambda e: square
    )
    return not put.has(x) and sp.degree(put, square) == 1


_IS_ORDER: Final = re.compile(
    r"(?i)(?:^|[.;)]\s*)(?:write|express|rewrite|put)\s[^.]*?\bform\b|(?:^|[,。)])(?:请)?(?:用配方法)?(?:将|把)[^,。]*?(?:化|写|配|改写)[成为][^,。]*?形式,?(?:并|再|然后|求|写出)"
)
"""The vertex form is asked for as well: write … in the form …, and hence …"""


def _is_way(source: str) -> bool:
    """Whether the vertex form is only the way to what is asked: 化成…的形式后,可知顶点是."""
    return re.search(r"的?形式后|可知|得其|得到其|从而|(?i:\bhence\b|\bso\s+that\b)", source) is not None


def _are_true(said: Said, quadratic: Quadratic) -> bool:
    """Whether what a story says beside the function (initial speed and height) is what the function says."""
    poly = sp.Poly(to_sympy(quadratic.body), sp.Symbol(quadratic.variable))
    told = {"start_speed": poly.coeff_monomial(poly.gen), "start_height": poly.eval(0)}
    return all(name in told and told[name] == to_sympy(node) for name, node in said.facts)
