"""For which n the sum S_n of an arithmetic sequence is largest or smallest, and what that sum is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.sequences.givens import givens
from solver.topics.discrete.sequences.steps import sequence_steps
from solver.topics.discrete.sequences.topic import SequenceQuestion, known_sequence

MAX_COUNT: Final = 2000
WORDS: Final = {
    "first": Words(
        "The terms \\({a}_n={general}\\) are positive up to \\(n={last}\\) and negative later, so \\(S_n\\) grows and then falls.",
        "通项 \\({a}_n={general}\\)，到 \\(n={last}\\) 为止各项为正，之后为负，所以 \\(S_n\\) 先增后减。",
    ),
    "first_negative": Words(
        "The terms \\({a}_n={general}\\) are negative up to \\(n={last}\\) and positive later, so \\(S_n\\) falls and then grows.",
        "通项 \\({a}_n={general}\\)，到 \\(n={last}\\) 为止各项为负，之后为正，所以 \\(S_n\\) 先减后增。",
    ),
    "zero": Words(
        "Since \\({a}_{{{next}}}=0\\), the sums \\(S_{{{last}}}\\) and \\(S_{{{next}}}\\) are equal.",
        "因为 \\({a}_{{{next}}}=0\\)，所以 \\(S_{{{last}}}=S_{{{next}}}\\)。",
    ),
    "sum": Words("\\[S_{{{last}}}={value}\\]", "\\[S_{{{last}}}={value}\\]"),
    "note": Words("the last term before the sign changes", "变号前的最后一项"),
    "count": Words("The sum is extreme for \\(n={answer}\\).", "\\(n={answer}\\) 时前 \\(n\\) 项和取得最值。"),
    "value": Words("The extreme value of \\(S_n\\) is \\({answer}\\).", "\\(S_n\\) 的最值是 \\({answer}\\)。"),
    "both": Words("Count and extreme value: \\({answer}\\).", "项数与最值：\\({answer}\\)。"),
    "method": Words("the sums are written out one by one and compared", "把各个前 n 项和逐一写出来比较"),
}  # fmt: skip

_SIZE: Final = r"(?P<size>max(?:imum|imal)?|greatest|largest|highest|min(?:imum|imal)?|smallest|least|lowest|as\s+(?:large|great|big|small)\s+as\s+possible)"
_ZH_SIZE: Final = r"(?P<size>最大|最小)"
_N: Final = r"\$?n\$?"
_SUM: Final = r"(?:(?:其|它的|该数列的?)?前\s*\$?n\$?\s*项(?:的|之)?和)?\s*\$?S_\{?n\}?\$?|(?:其|它的|该数列的?)?前\s*\$?n\$?\s*项(?:的|之)?和"
_EN_SUM: Final = r"(?:(?:the\s+)?sum\s+)?\$?S_\{?n\}?\$?(?:\s+of\s+(?:the|its)\s+first\s+\$?n\$?\s+terms)?|(?:the\s+)?sum\s+of\s+(?:the|its)\s+first\s+\$?n\$?\s+terms(?:\s+of\s+(?:the|this)\s+sequence)?"
_FORMS: Final = (
    ("count", rf"(?:问|求|则|那么)?(?:它的|其|该数列的?|数列的?)?前\s*(?:多少|几)\s*项(?:的|之)?和{_ZH_SIZE}"),
    ("count", rf"(?:当|求当)?\s*{_N}\s*(?:为何值|为多少|等于多少|等于几|取何值|取什么值|是多少|为几)时\s*,?\s*(?:{_SUM})\s*(?:取得?|有|达到)?{_ZH_SIZE}值?"),
    ("count", rf"(?:求|则|那么)?(?:使得?|当)?\s*(?:{_SUM})\s*(?:取得?|有|达到)?{_ZH_SIZE}值?(?:时|的)\s*(?:的|,)?\s*(?:正整数)?\s*{_N}\s*(?:的值|等于|为|是|=\s*\?)?(?:多少|几)?"),
    ("value", rf"(?:求|则|那么)?\s*(?:{_SUM})\s*的{_ZH_SIZE}值(?:是|为|等于)?(?:多少)?"),
    ("count", rf"(?i:how\s+many\s+terms\s+(?:of\s+(?:the|this)\s+sequence\s+)?(?:must|should|need\s+to|have\s+to|do\s+you|do\s+we)?\s*(?:be\s+)?(?:added|taken|add|take|summed)(?:\s+together)?\s*,?\s*(?:for|to\s+give|to\s+get|to\s+obtain|to\s+make|so\s+that)\s+(?:the|their|a)\s+(?:sum\s+)?(?:to\s+be\s+|is\s+|be\s+)?(?:the\s+|a\s+)?{_SIZE}(?:\s+(?:possible\s+)?sum|\s+possible)?)"),
    ("count", rf"(?i:(?:find\s+|determine\s+)?(?:for|at)?\s*(?:(?:what|which|the)\s+)?(?:value\s+of\s+)?{_N}\s+(?:is|does|for\s+which|that\s+makes|makes|will|gives|so\s+that|such\s+that|if|when)\s+(?:{_EN_SUM})\s*(?:is\s+|be\s+|has\s+|have\s+|takes?\s+|reach(?:es)?\s+|attains?\s+)?(?:its\s+|the\s+|a\s+|at\s+its\s+)?{_SIZE}(?:\s+value)?)"),
    ("value", rf"(?i:(?:find\s+|determine\s+|what\s+is\s+)?the\s+{_SIZE}\s+(?:possible\s+)?(?:value\s+)?(?:of\s+)?(?:{_EN_SUM}))"),
)  # fmt: skip

_VALUE_TOO: Final = r"\s*[,.?;，。？]?\s*(?:(?:并|且|并求|求出?|并求出)*(?:这个|此|其|该)?最[大小]值(?:是|为)?(?:多少)?|(?i:(?:and\s+)?(?:what\s+is|find|state|give)?\s*(?:this|that|the)\s+(?:max(?:imum)?|min(?:imum)?|largest|smallest|greatest|least)(?:\s+(?:value|sum))?))"


def read_extreme(text: Text) -> ExtremeSum | None:
    """A question for the extreme sum of an arithmetic sequence that the rest of the text fixes."""
    for what, form in _FORMS:
        match = re.search(form, text.source)
        if match is None:
            continue
        end = match.end()
        if what == "count" and (too := re.match(_VALUE_TOO, text.source[end:])):
            what, end = "both", end + too.end()
        known = (
            " 求首项和公差 " if text.language == "zh" else " find the first term and the common difference "
        )
        rest = text.source[: match.start()] + known + text.source[end:]
        given, found = givens(rest, text.language)
        if given is None or found.unread:
            return None
        try:
            base = known_sequence(given, text.language)
        except (FormulaError, NotImplementedError, sp.PolynomialError):
            return None
        largest = match["size"].lower().startswith(("max", "great", "larg", "high", "最大")) or bool(
            re.search(r"large|great|big", match["size"])
        )
        return ExtremeSum.of(base, what, largest=largest) if base is not None else None
    return None


@dataclass(frozen=True)
class ExtremeSum:
    """The count or the value of the extreme sum of the sequence that `base` asks for by first term and difference."""

    base: SequenceQuestion
    what: str
    first: sp.Rational
    step: sp.Rational

    @staticmethod
    def of(base: SequenceQuestion, what: str, *, largest: bool) -> ExtremeSum | None:
        """None where the sums have no such extreme value, or more than one sequence fits."""
        if base.model.kind != "arithmetic" or len(base.values) != 1 or len(base.values[0]) != 2:
            return None
        first, step = base.values[0]
        if not (first.is_Rational and step.is_Rational):
            return None
        rises = first > 0 and step < 0
        falls = first < 0 and step > 0
        task = ExtremeSum(base, what, first, step)
        return task if (rises if largest else falls) and task.counts()[-1] <= MAX_COUNT else None

    def counts(self) -> list[int]:
        """The numbers of terms with the extreme sum: one, or two where a term is 0."""
        quotient = -self.first / self.step
        last = int(sp.ceiling(quotient))
        return [last, last + 1] if quotient.is_Integer else [last]

    def _sum(self, count: int) -> sp.Rational:
        return count * self.first + sp.Rational(count * (count - 1), 2) * self.step

    def solution(self) -> Solution:
        """The sequence, the sign of its terms, the sum up to the change of sign."""
        say, counts = self.base.language, self.counts()
        letter, n = self.base.given.letter, sp.Symbol("n")
        general = sp.latex(sp.expand(self.first + (n - 1) * self.step))
        steps = sequence_steps(self.base)
        name = "first" if self.first > 0 else "first_negative"
        steps.append(WORDS[name].say(say, a=letter, general=general, last=counts[0]))
        if len(counts) == 2:
            steps.append(WORDS["zero"].say(say, a=letter, last=counts[0], next=counts[1]))
        if self.what != "count":
            steps.append(WORDS["sum"].say(say, last=counts[0], value=sp.latex(self._sum(counts[0]))))
        first, step = (f"Integer({v})" if v.is_Integer else exact_source(v) for v in (self.first, self.step))
        lines = [
            f"first, step = {first}, {step}",
            comment(WORDS["note"].say(say)),
            "last = ceiling(-first/step)",
        ]
        values = ["last", "last + 1"] if len(counts) == 2 else ["last"]
        total = "last*first + last*(last - 1)*step/2"
        if self.what != "count":
            values = [*values, total] if self.what == "both" else [total]
        result = ", ".join(values)
        return Solution(tuple(steps), cell(*lines, f"[{result}]" if "," in result else result))

    def conclude(self, value: Any) -> Conclusion | None:
        """The count (or both counts), or the sum."""
        answer = ",\\ ".join(map(exact_latex, value)) if isinstance(value, list) else exact_latex(value)
        return Conclusion(WORDS[self.what].say(self.base.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """All sums up to well behind the change of sign."""
        values = values_in(answer)
        if values is None or not all(isinstance(v, sp.Expr) for v in values):
            return None
        extreme = "max" if self.first > 0 else "min"
        lines = [
            f"terms = [{exact_source(self.first)} + k*({exact_source(self.step)}) for k in range({self.counts()[-1] + 20})]",
            "sums = [sum(terms[:k]) for k in range(1, len(terms) + 1)]",
            f"best = {extreme}(sums)",
        ]
        expected = f"[{', '.join(map(exact_source, values))}]"
        counts, value = "[k + 1 for k, s in enumerate(sums) if s == best]", "[best]"
        found = {"count": counts, "value": value, "both": f"{counts} + {value}"}[self.what]
        claim = WORDS[self.what].say(self.base.language, answer=answer)
        return CheckPlan(
            claim, WORDS["method"].say(self.base.language), cell(*lines, f"{found} == {expected}")
        )
