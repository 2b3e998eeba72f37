"""Extreme values under one constraint, by Lagrange multipliers (`calculus.multipliers`); nothing is solved here.

Read: f of two or three letters, and one equation that holds: "the maximum and minimum of f subject to g", 求…在条件…下的最大值与最小值. Not: inequalities,
two constraints.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.ports import Language
from solver.topics.base import Reading, Text
from solver.topics.calculus import multipliers
from solver.topics.clauses import without_dollars
from solver.topics.prepared import Prepared

_F: Final = r"(?:(?:the\s+)?function\s+|函数\s*)?(?:[a-z]\s*(?:\(\s*[a-z]\s*,\s*[a-z]\s*(?:,\s*[a-z]\s*)?\))?\s*=\s*)?(?P<f>[^=,;<>?。\u3400-\u9fff]{1,80}?)"
_G: Final = r"(?P<g>[^=,;<>?。\u3400-\u9fff]{1,80}?=[^=,;<>?。a-zA-Z\u3400-\u9fff]{1,20}?)"
_BOTH: Final = r"(?:maxim(?:um|a|al)\s+and\s+(?:the\s+)?minim(?:um|a|al)|absolute\s+maximum\s+and\s+minimum|largest\s+and\s+(?:the\s+)?smallest|greatest\s+and\s+(?:the\s+)?least|extreme|extremal)"
_GOAL: Final = rf"(?P<goal>{_BOTH}|max(?:imum)?|min(?:imum)?|greatest|largest|smallest|least)"
_UNDER: Final = r"\s*,?\s*(?:subject\s+to\s+(?:the\s+)?(?:constraint\s+)?(?:that\s+)?|under\s+the\s+constraint\s+|given\s+(?:that\s+|the\s+constraint\s+)|on\s+(?:the\s+)?(?:surface\s+|sphere\s+|circle\s+|ellipse\s+|ellipsoid\s+|unit\s+circle\s+|plane\s+|line\s+|curve\s+)?(?:of\s+)?|if\s+)"
_BY: Final = r"(?:using\s+|use\s+|by\s+)?(?:the\s+method\s+of\s+)?lagrange(?:'s)?\s+multipliers?(?:\s+method)?\s*[,.:;]?\s*(?:to\s+)?"
_PLACE: Final = re.compile(
    r"(?i)\s*,?\s+(?:and|together\s+with|as\s+well\s+as)\s+(?:also\s+)?(?:(?:find|determine|state|give|say|at)\s+)?(?:(?:where|at\s+(?:which|what)\s+points?|(?:at\s+)?(?:which|what)\s+points?|the\s+points?)\s*(?:at\s+which\s+|where\s+)?(?:(?:is\s+)?(?:it|this|the\s+(?:maximum|minimum)|the\s+value|this\s+value)\s+(?:(?:is\s+)?(?:attained|reached|taken|achieved|assumed)|occurs?)|(?:is|does)\s+(?:it|this|the\s+(?:maximum|minimum)|this\s+value)\s+(?:attained|reached|taken|achieved|assumed|occur)))(?=\s*[.?]?\s*$)"
    r"|[,，]?\s*(?:并|以及|及|和|与)?(?:求出?|指出|写出)?(?:取得?(?:该)?(?:最大值|最小值|最值)(?:时)?的点|相应的点|(?:最大值|最小值)点)(?=\s*[。.]?\s*$)"
)
_BY_ZH: Final = r"(?:试?[用利]?用?拉格朗日乘[数子]法\s*,?\s*)?"
_GOAL_ZH: Final = r"(?P<goal>最大值?[和与、及]最小值|最小值?[和与、及]最大值|极值|最值|最大值|最小值)"
_PATTERNS: Final = (
    re.compile(rf"(?i)\s*(?:{_BY})?(?:find|determine|compute|calculate|what\s+(?:is|are))\s+(?:the\s+)?(?:absolute\s+)?{_GOAL}(?:\s+values?)?\s+of\s+(?:the\s+)?{_F}{_UNDER}{_G}(?:\s*,?\s*(?:using|by)\s+(?:the\s+method\s+of\s+)?lagrange\s+multipliers?)?\s*[.?]?\s*"),
    re.compile(rf"(?i)\s*(?:{_BY})?(?P<goal>maximi[sz]e|minimi[sz]e)\s+{_F}{_UNDER}{_G}\s*[.?]?\s*"),
    re.compile(rf"\s*{_BY_ZH}求\s*{_F}\s*(?:在|当|满足)\s*(?:约束)?(?:附加)?(?:条件)?\s*{_G}\s*(?:之?下|时|条件下|上)\s*的\s*{_GOAL_ZH}\s*[。.]?\s*"),
    re.compile(rf"\s*(?:设|已知|若)\s*{_G}\s*,\s*{_BY_ZH}(?:求|则)\s*{_F}\s*的\s*{_GOAL_ZH}\s*[。.]?\s*"),
)  # fmt: skip


def read(text: Text) -> Reading:
    """f, the constraint, and which extreme values are wanted."""
    if (
        not re.search(
            r"(?i)subject|constraint|lagrange|\bon\b|given|under|约束|条件|拉格朗日|下的", text.source
        )
        or "=" not in text.source
    ):
        return None
    source, places = _PLACE.subn("", without_dollars(text.source))
    match = next((m for p in _PATTERNS if (m := p.fullmatch(source)) is not None), None)
    if match is None:
        return None
    try:
        return _task(match, text.language, place=bool(places))
    except (FormulaError, TypeError, AttributeError, ValueError, NotImplementedError):
        return None


def _task(match: re.Match[str], say: Language, *, place: bool) -> Prepared | None:
    known = {name: sp.Symbol(name, real=True) for name in "xyzuvwabc"}
    left, right = match["g"].split("=")
    f, g = to_sympy(parse(match["f"]), known), to_sympy(parse(left), known) - to_sympy(parse(right), known)
    return multipliers.task(f, g, sorted(g.free_symbols, key=str), _goals(match["goal"]), say, place=place)


def _goals(words: str) -> list[multipliers.Goal]:
    words = words.lower()
    found: dict[multipliers.Goal, re.Match[str] | None] = {
        "maximum": re.search(r"max|largest|greatest|最大", words),
        "minimum": re.search(r"min|smallest|least|最小", words),
    }
    named = sorted((m.start(), goal) for goal, m in found.items() if m is not None)
    return [goal for _, goal in named] or ["maximum", "minimum"]
