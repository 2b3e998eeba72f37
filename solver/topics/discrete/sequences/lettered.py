"""The first three terms with one unknown number in them, and then a question about the sequence that they begin.

"The first three terms of an arithmetic sequence are x - 1, x + 3, 3x + 1. Find the tenth term": the unknown number first
(see `consecutive`), then the sequence with numbers (see `topic`). Only where one value of the unknown fits.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, symbol_latex
from solver.formula.nodes import symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan
from solver.topics.base import Conclusion, Solution, Text
from solver.topics.cells import exact_source
from solver.topics.discrete.sequences.consecutive import ConsecutiveTerms
from solver.topics.discrete.sequences.rewriting import progressions
from solver.topics.discrete.sequences.topic import SequenceQuestion, read_sequence

_E: Final = r"\$?\s*([^,、;。.$]*?[^\s,、;。.$])\s*\$?"
_JOIN: Final = r"\s*(?:,\s*and\b|,|、|\band\b|和)\s*"
_TERMS: Final = rf"{_E}{_JOIN}{_E}{_JOIN}{_E}"
_KIND: Final = r"(?P<kind>arithmetic|geometric)\s+(?:sequence|progression|series)"
_FORMS: Final = (
    rf"(?i:\b(?:the\s+)?first\s+(?:three|3)\s+terms\s+of\s+(?:an?|the)\s+{_KIND}\s+are\s*:?\s+{_TERMS}(?:,?\s*in\s+(?:that|this)\s+order|,?\s*respectively)?\s*[.;])",
    rf"(?i:^(?:(?:if|given\s+that|suppose)\s+)?{_TERMS}\s+are\s+the\s+first\s+(?:three|3)\s+terms\s+of\s+an?\s+{_KIND}\s*[.,;])",
    rf"(?:已知|设)?(?P<kind>等差|等比)数列\s*(?:\$?\\?\{{\s*a_\{{?n\}}?\s*\\?\}}\$?)?\s*的?前(?:三|3)项(?:依次|分别|顺次)?(?:为|是)\s*{_TERMS}\s*[,;。]",
)
_AND: Final = r"(?i:(?:\bthe\s+value\s+of\s+)?\$?\b{x}\b\$?\s*(?:,\s*and|and|,)\s+)|求?\s*\$?(?<![A-Za-z]){x}\$?(?:的值)?\s*(?:及|与|和|以及|并求)\s*"


def read_lettered(text: Text) -> LetteredTerms | None:
    """Three terms with a letter, and a question beyond the letter; None where it is not that."""
    source = progressions(text.source.replace(r"\(", "$").replace(r"\)", "$"))
    match = next((m for p in _FORMS if (m := re.search(p, source))), None)
    if match is None:
        return None
    kind = {"等差": "arithmetic", "等比": "geometric"}.get(match["kind"], match["kind"].lower())
    written = [g for g in match.groups() if g != match["kind"]]
    try:
        a, b, c = (parse(g) for g in written)
    except (FormulaError, ValueError):
        return None
    names = symbols(a) | symbols(b) | symbols(c)
    if len(names) != 1 or (x := next(iter(names))) in ("n", "i", "e") or "_" in x:
        return None
    known = ConsecutiveTerms((a, b, c), x, kind, (), text.language)
    if not known.is_readable() or len(values := known._values()) != 1 or not values[0].is_Rational:
        return None
    rest = source[match.end() :]
    both = re.search(_AND.format(x=x), rest)
    rest = (
        f"{rest[: both.start()]} {'求' if text.language == 'zh' else ''} {rest[both.end() :]}"
        if both
        else rest
    )
    if re.search(rf"(?<![A-Za-z\\]){x}(?![A-Za-z])", rest):
        return None
    numbers = ", ".join(sp.sstr(t.subs(known._x, values[0])) for t in known._terms())
    front = {
        ("en", "arithmetic"): "The arithmetic sequence",
        ("en", "geometric"): "The geometric sequence",
        ("zh", "arithmetic"): "等差数列",
        ("zh", "geometric"): "等比数列",
    }[text.language, kind]
    inner = read_sequence(
        replace(text, source=f"{front} {numbers}, ... {match.string[: match.start()]} . {rest}")
    )
    return (
        LetteredTerms(known, values[0], inner, both is not None)
        if isinstance(inner, SequenceQuestion)
        else None
    )


@dataclass(frozen=True, slots=True)
class LetteredTerms:
    """The question `inner` about the sequence that `known` gives for `value`; with `both` the letter is asked too."""

    known: ConsecutiveTerms
    value: sp.Rational
    inner: SequenceQuestion
    both: bool

    def solution(self) -> Solution:
        """The letter, then the sequence."""
        first, then = self.known.solution(), self.inner.solution()
        source = then.cell
        if self.both:
            source = _with_last(source, "[" + exact_source(self.value) + ", {last}]")
        return Solution((*first.steps, *then.steps), source)

    def conclude(self, value: Any) -> Conclusion | None:
        """The letter's value, where it is asked, in front."""
        if not self.both:
            return self.inner.conclude(value)
        if not isinstance(value, list) or len(value) != 2:
            return None
        found = self.inner.conclude(value[1])
        if found is None:
            return None
        letter = f"{symbol_latex(self.known.name)}={exact_latex(value[0])}"
        named = found.sentence.rstrip("。.").strip()
        answer = named.removeprefix(r"\(").removesuffix(r"\)")
        whole = rf"{letter},\ {answer}"
        return Conclusion(rf"\({whole}\){'。' if self.inner.language == 'zh' else '.'}", whole)

    def check(self, answer: str) -> CheckPlan | None:
        """Both parts by their own checks."""
        if not self.both:
            return self.inner.check(answer)
        first, _, rest = answer.partition(r",\ ")
        values = values_in(first)
        one, two = self.known.check(first), self.inner.check(rest)
        if one is None or two is None or values is None:
            return None
        source = f"{_with_last(one.source, 'first_part = {last}')}\n{_with_last(two.source, 'bool(first_part and {last})')}"
        return CheckPlan(f"{one.claim} {two.claim}", two.method, source)


def _with_last(source: str, form: str) -> str:
    """The source with its last expression put into `form`."""
    lines, last = source.splitlines(), ast.parse(source).body[-1]
    return "\n".join(
        [*lines[: last.lineno - 1], form.format(last="(" + "\n".join(lines[last.lineno - 1 :]) + ")")]
    )
