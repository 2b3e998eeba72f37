"""Which of the questions about congruences a text asks.

Read: linear congruences and systems of them, others with small moduli, residues of expressions, inverses; the numbers wanted
within bounds. Not: congruences in two unknowns, orders, existence of inverses.
"""

from __future__ import annotations

import re

from solver.formula import FormulaError, Node, parse
from solver.formula.nodes import Binary, symbols
from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Task, Text, Unread
from solver.topics.numbers.congruences import known_remainders
from solver.topics.numbers.congruences.marking import Bounds, Congruence, marked
from solver.topics.numbers.congruences.phrases import Said, said
from solver.topics.numbers.congruences.residues import residue_task
from solver.topics.numbers.congruences.unknowns import Unknown, linear, unknown_of, unknown_task

_ABOUT = re.compile(r"mod(?![a-z]*el)|同余|模\s*\$?\d|≡|逆元")
_MINUS_ONE = parse("-1")


def read(text: Text) -> Reading:
    """A congruence, a residue, or a remainder that follows from others."""
    if (found := known_remainders.read(text)) is not None:
        return found
    if not _ABOUT.search(text.source):
        return None
    source = in_digits(text.source) if text.language == "en" else text.source
    parts = marked(source)
    if parts is None:
        return None
    what = said(*parts, text.language)
    if isinstance(what, str):
        return Unread((re.sub(r"§\d+§", " … ", what).strip() or text.source,))
    try:
        return _task(what, text.language)
    except (FormulaError, ZeroDivisionError, TypeError):
        return None


def _task(what: Said, language: Language) -> Task | None:
    congruences, wanted = tuple(what.congruences), set(what.wanted)
    if what.inverses:
        inverted, m = what.inverses[0]
        if len(what.inverses) > 1 or symbols(inverted) or congruences or wanted or what.expressions:
            return None
        return _residue(what, Binary("^", inverted, _MINUS_ONE), m, language)
    if what.expressions:
        if len(what.expressions) != 1 or wanted:
            return None
        node, modulus = what.expressions[0].node, what.expressions[0].modulus
        if symbols(node):
            facts = known_remainders.facts_of(congruences)
            limited = what.bounds or what.ranges or what.residue_of
            return (
                None
                if not facts or limited
                else known_remainders.known_task(node, facts, modulus or 0, 0, language)
            )
        task = _residue(what, node, modulus or 0, language) if modulus else None
        return task if task is None or _agrees(congruences, task, modulus or 0) else None
    if not congruences:
        return None
    letters = {name for c in congruences for side in (c.left, c.right) for name in symbols(side)}
    if len(letters) > 1:
        return known_remainders.from_congruences(congruences, _limits(what, None), wanted, language)
    if len(wanted) > 1:
        return None
    period = what.residue_of[0] if what.residue_of else None
    if period is not None and (len(what.residue_of) > 1 or wanted):
        return None
    limits = _limits(what, period)
    if limits is None:
        return None
    low, high = limits
    if period is not None and low is None and high is None:
        low, high = 0, period - 1
    if period is not None and (low is None or high is None or high - low + 1 != period):
        return None
    bounded = low is not None and high is not None
    kind = wanted.pop() if wanted else "only" if bounded else "general"
    if kind == "general" and (low is not None or high is not None):
        return None
    task = unknown_task(congruences, kind, low, high, language)
    return None if task is None or not _closed(what, task) else task


def _residue(what: Said, node: Node, modulus: int, language: Language) -> Task | None:
    limits = _limits(what, modulus)
    if limits is None or any(m != modulus for m in what.residue_of):
        return None
    return residue_task(node, modulus, *limits, language)


def _agrees(congruences: tuple[Congruence, ...], task: Task, modulus: int) -> bool:
    """A congruence beside a residue explains it: "find the residue b for which 24b ≡ 1"."""
    for congruence in congruences:
        letter = unknown_of((congruence,))
        line = linear(congruence, letter) if letter else None
        value = getattr(task, "value", None)
        if line is None or line.solved is None or congruence.modulus != modulus or value is None:
            return False
        if line.solved[1] != modulus or line.solved[0] != value % modulus:
            return False
    return True


def _limits(what: Said, period: int | None) -> tuple[int | None, int | None] | None:
    """Where the numbers are to lie; None where that contradicts itself."""
    low: int | None = None
    high: int | None = None
    ranges = [Bounds(a, b) for a, b in what.ranges]
    for bound in (*what.bounds, *ranges):
        if bound.low is not None:
            low = bound.low if low is None else max(low, bound.low)
        if bound.high is not None:
            high = bound.high if high is None else min(high, bound.high)
    if period is not None and any(b - a + 1 != period for a, b in what.ranges):
        return None
    return None if low is not None and high is not None and low > high else (low, high)


def _closed(what: Said, task: Unknown) -> bool:
    """Whether "between 0 and 10" leaves no doubt about its ends."""
    if what.residue_of:
        return True
    ends = {end for pair in what.ranges for end in pair}
    return not any((end - r) % task.period == 0 for end in ends for r in task.residues)
