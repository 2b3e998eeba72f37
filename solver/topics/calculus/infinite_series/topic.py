r"""Infinite series with Σ: the sum (geometric, telescoping, Σ1/n²), convergence or divergence by a named test, absolutely or conditionally.

Read: \sum_{n=1}^{\infty} a_n, "sum from n=1 to infinity of …"; "does it converge", 敛散性, 求和; without limits only where convergence is asked. Not: power series and their radius, listed series
(`sequences` has the geometric ones), sums without a known closed form, letters as parameters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, letter, parse, python_name, to_python, to_sympy
from solver.formula.nodes import (
    Apply,
    Binary,
    Blank,
    Call,
    Constant,
    Negative,
    Number,
    Relation,
    Series,
    Symbol,
    symbols,
    walk,
)
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.reader.account import Account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.calculus.infinite_series.convergence import Verdict, judged
from solver.topics.calculus.infinite_series.sums import N, Summed, summed
from solver.topics.calculus.infinite_series.told_limits import with_dots_summed, with_limits_in_place
from solver.topics.cells import cell, comment, exact_source
from solver.topics.settled import replaced
from solver.topics.yes_no import plain_words

VOCABULARY: Final = {
    "series": "infinite series|the series|series|infinite sum|following series|级数|无穷级数|数项级数|正项级数|交错级数|等比级数|几何级数|geometric series|telescoping series|alternating series|p-series",
    "sum": "sum|sums|sum of|the sum|its sum|find its sum|find the sum|total|和|的和|求和|其和|它的和|级数和|之和|的和是多少",
    "converge": "converge|converges|convergent|convergence|test for convergence|test the convergence of|收敛|是否收敛|的收敛性|收敛性|敛散性|的敛散性|敛散|审敛|讨论|的敛散",
    "diverge": "diverge|diverges|divergent|divergence|发散|还是发散|是发散|是否发散",
    "absolute": "absolutely convergent|converges absolutely|absolutely|absolute convergence|absolute|绝对收敛|是否绝对收敛|绝对",
    "conditional": "conditionally convergent|converges conditionally|conditionally|conditional convergence|条件收敛|还是条件收敛|conditional",
    "ratio": "ratio test|the ratio test|比值审敛法|比值判别法|达朗贝尔判别法|比值法|比值审敛",
    "comparison": "comparison test|limit comparison test|the comparison test|the limit comparison test|比较审敛法|比较判别法|比较法|极限形式",
    "leibniz": "alternating series test|the alternating series test|leibniz test|莱布尼茨判别法|莱布尼兹判别法|莱布尼茨定理|莱布尼茨审敛法",
    "use": "use|by using|用|利用|运用",
    "whether": "whether|or|test|is|does|do|justify your answer|if it converges|if it does|if so|if convergent|if the series converges|when it converges|判断|判定|判别|还是|或|是否|若收敛|如果收敛|若收敛则|讨论级数|检验",
}  # fmt: skip
WORDS: Final = {
    "sum": Words("The sum is \\({answer}\\).", "级数的和为 \\({answer}\\)。"),
    "verdict": Words("The series \\({answer}\\).", "该级数\\({answer}\\)。"),
    "converges": Words(r"\text{{converges}}", r"\text{{收敛}}"),
    "diverges": Words(r"\text{{diverges}}", r"\text{{发散}}"),
    "absolutely": Words(r"\text{{converges absolutely}}", r"\text{{绝对收敛}}"),
    "conditionally": Words(r"\text{{converges conditionally}}", r"\text{{条件收敛}}"),
    "code": Words("the sum", "求和"),
    "code_absolute": Words("does it converge, and does the series of absolute values?", "级数是否收敛？绝对值级数是否收敛？"),
    "method": Words("the terms were added numerically, and the tail was extrapolated", "对各项作数值求和并外推余项"),
    "method_test": Words("Cauchy's condensation: how \\(2^k|a_{{2^k}}|\\) behaves for large \\(k\\), and the signs of neighbouring terms", "用柯西并项法：看 \\(2^k|a_{{2^k}}|\\) 在 \\(k\\) 很大时的变化，以及相邻项的符号"),
}  # fmt: skip
_INFINITY: Final = r"(?:\\infty|infinity|inf\b|∞|oo\b)"
_ASCII: Final = re.compile(
    rf"\\?(?<![A-Za-z])(?:sum|∑|Σ)\s*_\s*[({{]\s*([a-z]\s*=\s*\d+)\s*[)}}]\s*\^\s*[({{]?\s*\+?\s*{_INFINITY}\s*[)}}]?",
    re.I,
)
_SAID: Final = re.compile(rf"\b(?:the\s+)?(?:(?:infinite\s+)?sum|series)\s+(?:from|for)\s+\$?([a-z]\s*=\s*\d+)\$?\s+to\s+\$?{_INFINITY}\$?\s*(?:of\s+)?(?:the\s+series\s+)?\$?([^$,.?;]+)\$?", re.I)  # fmt: skip
_TESTED: Final = re.compile(r"(?i)converg|diverg|敛|收敛|发散")
_WITHOUT_LIMITS: Final = re.compile(
    r"(?i)(?:\\sum(?![A-Za-z])|(?<![A-Za-z])[∑Σ]|\b(?:(?:the\s+)?(?:infinite\s+)?sum|(?:the\s+)?(?:infinite\s+)?series(?:\s+(?:\\?sum|[∑Σ]))?)(?:\s+of)?\s)\s*(?!\s*(?:\\limits)?\s*_|\s*from)"
    r"(?P<dollar>\$?)(?P<body>(?:\\?(?:frac|sqrt|ln|log|sin|cos|arctan|left|right|cdot|dfrac|tfrac|exp|atan|pi)|[-+*/^!().{}\d\s√]|(?<![A-Za-z])[nke](?![A-Za-z])|(?<=\d)[nk]|(?<=[(){}^\d])[nk])+)"
)
"""Σ a_n without limits, and the same in words."""
_CALLS: Final = frozenset("sin cos tan ln log sqrt root atan factorial exp".split())


def read(text: Text) -> Reading:
    """One infinite series."""
    source = in_signs(text.source)
    if source is None:
        return None
    found = account(source, VOCABULARY)
    if len(found.nodes) != 1:
        return None
    node = found.nodes[0]
    if isinstance(node, Relation) and len(node.sides) == 2 and isinstance(node.sides[1], Blank):
        node = node.sides[0]
    if not isinstance(node, Series) or node.kind != "Sum" or node.upper != Constant("oo"):
        return None
    if found.unread:
        return Unread(found.unread)
    return _task(node, found, text.language)


def in_signs(text: str) -> str | None:
    """The text with its infinite series as a formula in Σ; None where it has none."""
    text = with_limits_in_place(text)
    if (
        r"\sum" not in text
        and not re.search("[∑Σ]", text)
        and (summed_up := with_dots_summed(text)) is not None
    ):
        text = summed_up
    source = _SAID.sub(lambda m: rf"the series $\sum_{{{m[1]}}}^{{\infty}} {m[2].strip()}$", text)
    source = _ASCII.sub(lambda m: rf"\sum_{{{m[1]}}}^{{\infty}}", source)
    if "infty" not in source and _TESTED.search(source):
        source = _WITHOUT_LIMITS.sub(_with_limits, source, count=1)
    if not re.search(r"\\sum\s*(?:\\limits\s*)?_", source) or "infty" not in source:
        return None
    if source.count("$") == 0 and r"\(" not in source and r"\[" not in source:
        source = re.sub(r"(\\sum.+?)(?=\s+(?:converges?|diverges?|is|and|if|or|absolutely|conditionally|radius|interval|power)\b|[\u3400-\u9fff,?;。]|\.?\s*$)", r"$\1$", source, count=1)  # fmt: skip
    return source


def _with_limits(match: re.Match[str]) -> str:
    """From 1, or from 2 where there is no term at 1: whether it converges does not depend on that."""
    body = match["body"].strip()
    names = set(re.findall(r"(?<![A-Za-z\\])[nk](?![A-Za-z])", body))
    if len(names) != 1:
        return match[0]
    name = names.pop()
    try:
        first = to_sympy(parse(body)).subs(letter(name), 1)
    except (FormulaError, AttributeError, TypeError):
        return match[0]
    low = 1 if first.is_finite and not first.has(sp.zoo, sp.nan) else 2
    inside = match.string.count("$", 0, match.start()) % 2 == 1
    formula = rf"\sum_{{{name}={low}}}^{{\infty}} {body}"
    if inside or match["dollar"]:
        return match["dollar"] + formula + match["body"][len(match["body"].rstrip()) :]
    return f" ${formula}$ "


def _task(node: Series, found: Account, language: Language) -> Reading:
    body = replaced(node.body, Symbol(node.index.name), Symbol("n"))
    if symbols(body) - {"n", "e"} or not isinstance(node.lower, Number) or node.lower.value.denominator != 1:
        return None
    low = int(node.lower.value)
    kinds = (Symbol, Number, Binary, Call, Constant, Negative)
    if low > 20 or any(
        not isinstance(p, kinds) or isinstance(p, Call) and p.name not in _CALLS for p in walk(body)
    ):
        return None
    if any(isinstance(p, Apply) for p in walk(body)):
        return None
    a = to_sympy(body, {"n": N})
    if (
        not isinstance(a, sp.Expr)
        or not a.has(N)
        or any(abs(r.p) > 10**6 or r.q > 10**6 for r in a.atoms(sp.Rational))
    ):
        return None
    if not a.subs(N, low).is_finite:
        return None
    tests = found.has("converge") or found.has("diverge")
    absolute = found.has("absolute") or found.has("conditional")
    wants_sum = found.has("sum") or not tests and not absolute
    if not wants_sum and not (tests or absolute):
        return None
    if absolute and found.has("sum"):
        return None
    task = InfiniteSeries(
        Series("Sum", body, Symbol("n"), node.lower, node.upper), a, low, wants_sum, absolute, language
    )
    named = tuple(name for name in ("ratio", "comparison", "leibniz") if found.has(name))
    return task if task.is_decided() and task.is_by(named) else None


@dataclass(frozen=True)
class InfiniteSeries:
    """Σ `a` from `low` on; `wants_sum`, or whether it converges (`absolute`: in which way)."""

    node: Series
    a: sp.Expr
    low: int
    wants_sum: bool
    absolute: bool
    language: Language

    @cached_property
    def _sum(self) -> Summed | None:
        return summed(self.a, self.low, self.language) if self.wants_sum else None

    @cached_property
    def _verdict(self) -> Verdict | None:
        return None if self._sum is not None else judged(self.a, self.language, absolute=self.absolute)

    @property
    def verdict(self) -> Verdict | None:
        """Whether it converges; None where its sum is found."""
        return self._verdict

    def verdict_name(self) -> str:
        """The verdict as an answer."""
        return self._named(self._verdict) if self._verdict is not None else ""

    def is_decided(self) -> bool:
        """Whether the methods here find what is asked for."""
        if self._sum is not None:
            return True
        return self._verdict is not None and not (self.wants_sum and self._verdict.converges)

    def is_by(self, named: tuple[str, ...]) -> bool:
        """Whether the tests that the problem names are the one that decides here."""
        if not named:
            return True
        signs = {"ratio": "limit(ratio", "comparison": "0 < limit(", "leibniz": " or limit("}
        code = " ".join(self._verdict.code) if self._verdict is not None else ""
        return len(named) == 1 and signs[named[0]] in code

    def solution(self) -> Solution:
        """By the rule or test that fits."""
        body, say = to_python(self.node.body), self.language
        n = python_name("n")
        if self._sum is not None:
            source = cell(
                comment(WORDS["code"].say(say)), f"summation({body}, ({n}, {self.low}, oo))", variables=(n,)
            )
            return Solution(self._sum.steps, source)
        assert self._verdict is not None
        lines = [comment(WORDS["code_absolute"].say(say)), *self._verdict.code]
        return Solution(
            self._verdict.steps, cell(*lines, variables=(n,), assumptions="integer=True, positive=True")
        )

    def _named(self, verdict: Verdict) -> str:
        if not verdict.converges:
            return WORDS["diverges"].say(self.language)
        name = "converges" if not self.absolute else "absolutely" if verdict.absolutely else "conditionally"
        return WORDS[name].say(self.language)

    def conclude(self, value: Any) -> Conclusion | None:
        """The sum, or the verdict, where the cell found the same."""
        if self._sum is not None:
            if (
                not isinstance(value, sp.Expr)
                or not value.is_number
                or abs(sp.N(value - self._sum.value, 30)) > 1e-20
            ):
                return None
            answer = latex(self._sum.value)
            return Conclusion(WORDS["sum"].say(self.language, answer=answer), answer)
        verdict = self._verdict
        assert verdict is not None
        if not isinstance(value, tuple) or tuple(map(bool, value)) != (verdict.converges, verdict.absolutely):
            return None
        answer = self._named(verdict)
        return Conclusion(WORDS["verdict"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Sums by adding numerically, verdicts by condensation."""
        claim = WORDS["verdict" if self._verdict else "sum"].say(self.language, answer=answer)
        words = plain_words(answer)
        diverges = bool(re.search(r"diverg|not converge|发散|不收敛", words))
        converges = not diverges and bool(re.search(r"converg|收敛|absolut|绝对|condition", words))
        if self._sum is not None:
            values = () if diverges else values_in(answer)
            if (
                values is None
                or not diverges
                and (len(values) != 1 or not getattr(values[0], "is_number", False))
            ):
                return None
            given = exact_source(values[0]) if values else "oo"
            return CheckPlan(claim, WORDS["method"].say(self.language), self._adding(given))
        if (
            not (diverges or converges)
            or self.absolute
            and converges
            and not re.search("absolut|绝对|condition|条件", words)
        ):
            return None
        kind = "diverges" if diverges else "absolutely" if re.search("absolut|绝对", words) else "conditionally" if re.search("condition|条件", words) else "converges"  # fmt: skip
        return CheckPlan(claim, WORDS["method_test"].say(self.language), self._condensing(kind))

    def _adding(self, given: str) -> str:
        n = python_name("n")
        return cell(
            "import mpmath",
            f"a = lambdify({n}, {to_python(self.node.body)}, 'mpmath')",
            "with mpmath.workdps(30):",
            f"    total = mpmath.nsum(lambda k: a(mpmath.mpf(k)), [{self.low}, mpmath.inf])",
            f"    given = lambdify((), {given}, 'mpmath')() * mpmath.mpf(1)",
            "    close = abs(total - given) < 1e-10 * (1 + abs(total))",
            "bool(close)",
            variables=(n,),
        )

    def _condensing(self, kind: str) -> str:
        n = python_name("n")
        return cell(
            "import mpmath",
            f"a = lambdify({n}, {to_python(self.node.body)}, 'mpmath')",
            "size = lambda k: abs(a(mpmath.mpf(k)))",
            "with mpmath.workdps(60):",
            "    condensed = [2**k * size(2**k) for k in (30, 31, 32)]",
            "    shrinks = condensed[2] < 0.999*condensed[1] and condensed[1] < 0.999*condensed[0]",
            "    absolutely = True if shrinks else False if condensed[2] > 0.99999*condensed[1] else None",
            "    alternates = all(mpmath.re(a(mpmath.mpf(k)) * a(mpmath.mpf(k + 1))) < 0 for k in range(200, 220))",
            "    falls = size(2**33) < size(2**32) < size(2**31) and size(2**40) < 0.95*size(2**30)",
            "conditionally = absolutely is False and alternates and falls",
            "converges = True if absolutely or conditionally else absolutely",
            {
                "diverges": "None if converges is None else not converges",
                "converges": "converges",
                "absolutely": "absolutely",
                "conditionally": "None if absolutely is None else bool(conditionally)",
            }[kind],
            variables=(n,),
        )
