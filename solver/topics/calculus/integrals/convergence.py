"""Whether an integral converges, and what its value then is.

Read: "does … converge? If so, find its value", 判断…的敛散性，若收敛求其值, for one integral between limits. Not: letters (for which p), tests that are named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader.account import Account
from solver.topics.base import Conclusion, Reading, Solution, Unread, Words
from solver.topics.calculus.integrals.definite import DIVERGES, Definite
from solver.topics.yes_no import plain_words

VOCABULARY: Final = {
    "tested": "converge|converges|convergent|convergence|for convergence|the convergence of|diverge|diverges|divergent|divergence|converge or diverge|converges or diverges|convergent or divergent|敛散性|的敛散性|敛散|收敛|收敛性|的收敛性|发散|是否收敛|是否发散|收敛还是发散|是收敛还是发散|收敛或发散",
    "whether": "whether|determine whether|determine if|decide whether|decide if|does|test|discuss|examine|state whether|find out whether|or|判断|判别|讨论|判定|是否|还是|或|检验|审查",
    "value": "its value|evaluate|evaluate it|find its value|to what|to what value|what value|what does it converge to|what is its value|求其值|其值|计算其值|求出其值|求它的值|求出它的值|它的值|求值|积分值|求积分值|求出积分值|其积分值|值是多少|求该积分的值|计算它的值|计算积分值",
    "then": "if so|and if so|if it does|if it converges|if it is convergent|if convergent|if possible|when it converges|in case it converges|if the integral converges|if it exists|when convergent|若收敛|如果收敛|若收敛则|如果它收敛|若其收敛|若积分收敛|收敛时|在收敛时|当收敛时|若它收敛|收敛的话",
}  # fmt: skip
WORDS: Final = {
    "converges": Words(r"\text{{converges}}", r"\text{{收敛}}"),
    "yes": Words("The limit is finite, so the integral converges.", "极限是有限数，所以积分收敛。"),
    "sentence": Words("The integral converges; its value is \\({value}\\): \\({answer}\\).", "积分收敛，其值为 \\({value}\\)：\\({answer}\\)。"),
    "verdict": Words("The integral converges: \\({answer}\\).", "积分收敛：\\({answer}\\)。"),
    "claim": Words("the integral: \\({answer}\\)", "该积分：\\({answer}\\)"),
}  # fmt: skip
_CONVERGES: Final = re.compile(r"(?i)(?<!not )converge|收敛")
_DIVERGES: Final = re.compile(r"(?i)diverge|does not converge|not convergent|发散|不收敛")


def tested(reading: Reading, found: Account, language: Language) -> Reading:
    """The reading of the integral, as the question whether it converges where that is asked."""
    asked = found.has("tested") or found.has("then")
    if not asked:
        return Unread(("",)) if found.has("whether") else reading
    if not isinstance(reading, Definite):
        return None if not isinstance(reading, Unread) else reading
    return Convergent(reading, found.has("value"), language)


@dataclass(frozen=True, slots=True)
class Convergent:
    """Whether `integral` converges; `wants_value`: and its value."""

    integral: Definite
    wants_value: bool
    language: Language

    def solution(self) -> Solution:
        """That of the integral, as a limit."""
        return self.integral.solution()

    def conclude(self, value: Any) -> Conclusion | None:
        """The verdict, and the value where it is wanted."""
        found = self.integral.conclude(value)
        if found is None or found.answer == DIVERGES.say(self.language):
            return found
        answer = WORDS["converges"].say(self.language)
        if not self.wants_value:
            return Conclusion(WORDS["verdict"].say(self.language, answer=answer), answer)
        answer = rf"{answer};\ {found.answer}"
        return Conclusion(WORDS["sentence"].say(self.language, value=found.answer, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Growing or shrinking pieces for the verdict, quadrature for the value."""
        verdict, _, rest = answer.replace("；", ";").partition(";")
        words = plain_words(verdict)
        claim = WORDS["claim"].say(self.language, answer=answer)
        if _DIVERGES.search(words):
            return self.integral.check(DIVERGES.say(self.language)) if not rest else None
        if rest or not _CONVERGES.search(words):
            value = rest.strip().removeprefix("\\").strip() if rest else answer
            plan = self.integral.check(value) if values_in(value) is not None else None
            return None if plan is None else replace(plan, claim=claim)
        if self.wants_value:
            return None
        plan = self.integral.check(DIVERGES.say(self.language))
        if plan is None:
            return None
        turned = plan.source.replace("True if grows else False if shrinks else None", "True if shrinks else False if grows else None")  # fmt: skip
        return replace(plan, claim=claim, source=turned)
