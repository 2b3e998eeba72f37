"""Numbers put between two others so that all together are in arithmetic or geometric progression.

Read: both ends and how many are put in; asked are the numbers, their sum or product, or the difference or ratio. Declined
where two sets of real numbers are possible (an odd number of geometric means), unless only positive ones are allowed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.sequences.rewriting import progressions

_NUMERALS: Final = {
    **{w: i for i, w in enumerate("one two three four five six seven eight nine ten".split(), 1)},
    **{w: i for i, w in enumerate("一二三四五六七八九十", 1)}, "两": 2,
}  # fmt: skip
_COUNT: Final = rf"\$?(?P<count>\d+|{'|'.join(_NUMERALS)})\$?"
_END: Final = r"\$?\s*(-?\d+(?:\.\d+)?(?:/\d+)?|-?\\d?frac\{\d+\}\{\d+\})\s*\$?"
_BETWEEN: Final = rf"between\s+(?:the\s+numbers\s+)?{_END}\s+and\s+{_END}"
_FORMS: Final = (
    rf"在\s*(?:数)?{_END}\s*(?:和|与|,|、)\s*{_END}\s*(?:之间|中间|间)\s*,?(?:依次)?插入\s*{_COUNT}\s*个(?P<sign>正)?数",
    rf"(?i:\binsert\s+{_COUNT}\s+(?:(?P<sign>positive)\s+)?(?:(?P<kind>arithmetic|geometric)\s+means|(?:real\s+)?numbers)\s+{_BETWEEN})",
    rf"(?i:\b(?:the\s+)?{_COUNT}\s+(?:(?P<sign>positive)\s+)?(?P<kind>arithmetic|geometric)\s+means\s+{_BETWEEN})",
    rf"(?i:\b{_COUNT}\s+(?:(?P<sign>positive)\s+)?(?:(?P<kind>arithmetic|geometric)\s+means|(?:real\s+)?numbers)\s+(?:are|is)\s+(?:inserted|placed|put)\s+{_BETWEEN})",
)  # fmt: skip
VOCABULARY: Final = {
    "arithmetic": "arithmetic|arithmetic sequence|arithmetic progression|等差数列|等差",
    "geometric": "geometric|geometric sequence|geometric progression|等比数列|等比",
    "sum": "sum|sum of|的和|之和|和",
    "product": "product|product of|的积|之积|积|乘积|的乘积",
    "step": "common difference|common ratio|公差|公比",
    "positive": "positive|all positive|正数|都是正数|均为正数",
    "numbers": "numbers?|means|inserted numbers?|the numbers|these|they|inserted|so that|form|forms|resulting|result|whole|together|an|five|four|six|seven|three|two|terms?|sequence|all"
    "|成|组成|构成|依次成|依次|插入|插入的|它们|他们|使得|使|这些数|数列|的数|两个数|三个数|四个数|五个数|六个数|两数|三数|这两个数|这三个数|这四个数|这五个数|这六个数|插入的两个数|插入的三个数|插入的数|这|个数",
}  # fmt: skip
WORDS: Final = {
    "arithmetic": Words(
        "With \\({count}\\) numbers between them there are \\({gaps}\\) equal differences from \\({first}\\) to \\({last}\\): \\[{first}+{gaps}d={last},\\qquad d={step}\\]",
        "插入 \\({count}\\) 个数后，从 \\({first}\\) 到 \\({last}\\) 有 \\({gaps}\\) 个相等的差：\\[{first}+{gaps}d={last},\\qquad d={step}\\]",
    ),
    "geometric": Words(
        "With \\({count}\\) numbers between them there are \\({gaps}\\) equal quotients from \\({first}\\) to \\({last}\\): \\[{first}\\cdot q^{{{gaps}}}={last},\\qquad q={step}\\]",
        "插入 \\({count}\\) 个数后，从 \\({first}\\) 到 \\({last}\\) 有 \\({gaps}\\) 个相等的比：\\[{first}\\cdot q^{{{gaps}}}={last},\\qquad q={step}\\]",
    ),
    "numbers": Words("The numbers between are \\({numbers}\\).", "插入的数是 \\({numbers}\\)。"),
    "cell": Words("the numbers between the ends", "插入的数"),
    "answer": Words("\\({answer}\\).", "\\({answer}\\)。"),
    "method": Words("the differences or quotients of all neighbours were compared", "比较所有相邻两数的差或比"),
}  # fmt: skip


def read_inserted(text: Text) -> Inserted | None:
    """Numbers between two others; None where anything else is said."""
    source = progressions(text.source.replace(r"\(", "$").replace(r"\)", "$"))
    match = next((m for p in _FORMS if (m := re.search(p, source))), None)
    if match is None:
        return None
    named = match.groupdict()
    found = account(f"{source[: match.start()]} , {source[match.end() :]}", VOCABULARY)
    kinds = {k for k in ("arithmetic", "geometric") if found.has(k)} | {
        k.lower() for k in (named.get("kind"),) if k
    }
    if found.unread or found.formulas or len(kinds) != 1:
        return None
    word = named["count"].lower()
    count = _NUMERALS.get(word) or int(word)
    try:
        first, last = (
            to_sympy(parse(g))
            for g in match.groups()
            if g is not None and re.match(r"-?[\d\\]", g) and g != named["count"]
        )
    except (FormulaError, ValueError):
        return None
    wanted = [w for w in ("sum", "product", "step") if found.has(w)]
    positive = found.has("positive") or named.get("sign") is not None
    if len(wanted) > 1 or not 1 <= count <= 20:
        return None
    kind = next(iter(kinds))
    step = _step(kind, first, last, count + 1, positive=positive)
    if step is None:
        return None
    return Inserted(kind, first, step, count, (wanted or ["numbers"])[0], text.language)


def _step(kind: str, first: sp.Rational, last: sp.Rational, gaps: int, *, positive: bool) -> sp.Expr | None:
    """The only real difference or ratio; None where there is none or two."""
    if kind == "arithmetic":
        step = (last - first) / gaps
        return None if positive and min(first, last) < 0 else step
    if first == 0 or last == 0:
        return None
    ratio = last / first
    if gaps % 2 == 0:
        return sp.root(ratio, gaps) if ratio > 0 and positive and first > 0 else None
    return None if positive and (first < 0 or ratio < 0) else sp.real_root(ratio, gaps)


@dataclass(frozen=True, slots=True)
class Inserted:
    """The `count` numbers behind `first` with this `step`."""

    kind: str
    first: sp.Rational
    step: sp.Expr
    count: int
    wanted: str
    language: Language

    def _all(self) -> list[sp.Expr]:
        """With both ends."""
        places = range(self.count + 2)
        if self.kind == "arithmetic":
            return [self.first + k * self.step for k in places]
        return [sp.simplify(self.first * self.step**k) for k in places]

    def _value(self) -> Any:
        inside = self._all()[1:-1]
        values = {"sum": sum(inside), "product": sp.Mul(*inside), "step": self.step, "numbers": inside}
        return values[self.wanted]

    def solution(self) -> Solution:
        """Difference or ratio, then the numbers."""
        say, numbers = self.language, self._all()
        shown = {"count": self.count, "gaps": self.count + 1, "step": sp.latex(self.step)}
        steps = [
            WORDS[self.kind].say(say, first=sp.latex(numbers[0]), last=sp.latex(numbers[-1]), **shown),
            WORDS["numbers"].say(say, numbers=exact_latex(numbers[1:-1])),
        ]
        gaps, first, last = self.count + 1, self.first, numbers[-1]
        quotient = (
            f"Rational({(last - first).p}, {(last - first).q}) / {gaps}"
            if self.kind == "arithmetic"
            else exact_source(self.step)
        )
        term = "first + k*step" if self.kind == "arithmetic" else "simplify(first*step**k)"
        last_line = {"sum": "sum(numbers)", "product": "prod(numbers)", "step": "step", "numbers": "numbers"}[
            self.wanted
        ]
        lines = [
            f"first, step = Rational({first.p}, {first.q}), {quotient}",
            comment(WORDS["cell"].say(say)),
            f"numbers = [{term} for k in range(1, {gaps})]",
            last_line,
        ]
        return Solution(tuple(steps), cell(*lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """The numbers in order, or one value."""
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Neighbours are compared from one end to the other."""
        values = values_in(answer)
        if values is None or not all(isinstance(v, sp.Expr) for v in values):
            return None
        gaps = "b - a" if self.kind == "arithmetic" else "b / a"
        whole = f"numbers = {exact_source(self._all())}"
        if self.wanted == "numbers":
            whole = f"numbers = [{exact_source(self.first)}, *{exact_source(list(values))}, {exact_source(self._all()[-1])}]"
        last = f"len(steps) == 1 and len(numbers) == {self.count + 2}"
        if self.wanted != "numbers":
            found = {"sum": "sum(numbers[1:-1])", "product": "prod(numbers[1:-1])", "step": "steps[0]"}[
                self.wanted
            ]
            last += f" and simplify({found} - ({exact_source(values[0])})) == 0 and {len(values)} == 1"
        lines = [whole, f"steps = list({{simplify({gaps}) for a, b in zip(numbers, numbers[1:])}})", last]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))
