"""Systems of equations: linear ones by elimination, others where every solution can be found.

Read: two or more equations in the same unknowns; asked are the unknowns or an expression in them. Letters
that a known solution fixes: see `letters`. Not: inequalities.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from solver.formula.nodes import Apply, Call, Group, Symbol, symbols, walk
from solver.reader import Account
from solver.topics.base import Reading, Text, Unread
from solver.topics.equations.solutions import asked_of
from solver.topics.equations.systems.asking import asks_more, asks_twice
from solver.topics.equations.systems.coefficients import asks_for_matrix, read_coefficients
from solver.topics.equations.systems.dependent import DependentSystem
from solver.topics.equations.systems.exponents import exponents_of
from solver.topics.equations.systems.fixed_value import fixed_value
from solver.topics.equations.systems.letters import read_letters
from solver.topics.equations.systems.matrices import as_system
from solver.topics.equations.systems.reading import RATE, accounted, takes_several_values, without_names
from solver.topics.equations.systems.system import System
from solver.topics.prepared import Opened

_RULE: Final = re.compile(r"[a-z]\s*_\s*\{\s*n\s*[-+]\s*\d")
"""a_{n+1}: a rule holds for every n, and is no equation for one unknown."""


def read(text: Text) -> Reading:
    """Two or more equations that hold together."""
    if (
        "\\det" in text.source or RATE.search(text.source) or _RULE.search(text.source)
    ):  # no products of letters
        return None
    if (letters := read_letters(text)) is not None and not isinstance(letters, Unread):
        return letters
    if (matrix := read_coefficients(text)) is not None:
        return matrix
    if asks_for_matrix(text.source):
        return None
    found = accounted(without_names(as_system(text.source)))
    if not _holds_together(found):
        return None
    unknowns = sorted(set().union(*map(symbols, found.relations)))
    questions = asked_of(found)
    if questions is None or asks_twice(found):
        return None
    tuples = [n for n in found.asked if isinstance(n, Group) and all(isinstance(i, Symbol) for i in n.items)]
    questions = tuple(n for n in questions if n not in tuples)
    as_point = bool(tuples) or found.has("point")
    asked = [n for n in questions if not isinstance(n, Symbol)]
    if not asked and (len(unknowns) < 2 or len(found.relations) < 2):
        return None  # one equation in one unknown has a topic of its own
    if len(asked) > 1 or any(not symbols(n) or symbols(n) - set(unknowns) for n in questions):
        return None
    if found.unread:
        return Unread(found.unread)
    names = [i for n in (tuples[:1] or questions) for i in (n.items if isinstance(n, Group) else (n,))]
    named = tuple(dict.fromkeys(n.name for n in names if isinstance(n, Symbol)))
    if as_point and (asked or set(named or unknowns) != set(unknowns) or len(tuples) > 1):
        return None
    if found.has("point") and (unknowns != ["x", "y"] or len(found.relations) != 2):
        return None
    if asks_more(text.source, asked, named):
        return None
    expression, kept = (asked[0], ()) if asked else (None, named)
    task = System(found.relations, tuple(unknowns), expression, kept, text.language, as_point=as_point)
    return _solved(task, named, text)


def _holds_together(found: Account) -> bool:
    """Whether the relations are equations in letters that are numbers, and enough of them."""
    equations = found.relations
    if not equations or any(e.signs != ("=",) for e in equations):
        return False
    parts = [part for node in found.nodes for part in walk(node)]
    if any(isinstance(part, Apply) or isinstance(part, Call) and part.name == "det" for part in parts):
        return False  # of functions, of matrices
    if any(isinstance(side, Group) for e in equations for side in e.sides) or takes_several_values(equations):
        return False  # vectors; values of a function
    if any(isinstance(p, Call) and p.name == "Abs" and symbols(p) for e in equations for p in walk(e)):
        return False  # several cases, or lengths of vectors
    unknowns = set().union(*map(symbols, equations))
    if {"e", "i"} & unknowns or not all(map(symbols, equations)):
        return False  # "given that 5! = 120": a fact and no equation
    return len(equations) >= min(len(unknowns), 2) or len(unknowns) == 2


def _solved(task: System, named: tuple[str, ...], text: Text) -> Reading:
    """The task, or what the system is a case of; None where its equations do not settle what is asked."""
    equations, unknowns, asked = task.equations, task.unknowns, task.expression
    if asked is not None and (lacking := task.undefined()) is not None:
        return lacking
    if len(equations) >= len(unknowns) > 1 and (powers := exponents_of(equations, text.language)):
        linear = replace(task, equations=powers.equations)
        return Opened(powers.steps, linear) if linear.augmented() and not linear.is_dependent() else None
    if asked is None and set(named or unknowns) == set(unknowns) and task.is_dependent():
        return DependentSystem(task)
    if asked is not None and len(equations) < len(unknowns):
        return fixed_value(equations, unknowns, asked, text.language)
    counts = re.search(r"(?i)\bsolutions?\b|\bha(?:s|ve)\b|解", text.source)  # how many is another question
    if len(named) == 1 and 1 < len(equations) < len(unknowns) and not counts:
        return fixed_value(equations, unknowns, Symbol(named[0]), text.language)
    return task if len(equations) >= len(unknowns) else None
