"""An operation shown by examples that are written out as sums: 2⊕3 = 2+22+222, 4※3 = 4+5+6.

Read: every example has a sum of as many terms as the second number says, beginning with the first number, by one and the same rule:
numbers one after the other, or the digit repeated once more each time. Then expressions in applications to whole numbers. Not: examples that show
only a value, from which any rule might follow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, to_latex, to_python, to_sympy
from solver.formula.nodes import Blank, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.operations.reading import OPERATOR
from solver.topics.expressions.operations.task import sign_latex

MAX_TERMS: Final = 30
_SUM: Final = r"\d+(?:\s*\+\s*\d+)*"
_EXAMPLE: Final = re.compile(
    rf"(?<![\d)])(?P<a>\d{{1,4}})\s*(?P<op>{OPERATOR})\s*(?P<b>\d{{1,2}})\s*=\s*(?P<sum>\d+(?:\s*\+\s*\d+)*)(?P<value>\s*=\s*\d+)?(?!\s*[\d+*/^(])"
)
VOCABULARY: Final = {
    "words": "如果|若|已知|定义|规定|新运算|运算|一种|一种新|新的|符号|表示|按照|按|根据|这种|这样|上面|以上|这个|此|规则|规律|法则|计算|求|那么|则|请问|等等|等"
    "|operation|if|then|define|defined|by|following|this|rule|same|according|new|examples?|way",
}  # fmt: skip
WORDS: Final = {
    "rule": Words("The examples show the rule: the second number says how many terms there are, the first one is the first term, and {rule}.",
                  "从例子看出规律：运算符号后面的数表示加数的个数，前面的数是第一个加数，{rule}。"),
    "next": Words("each term is 1 more than the one before", "后面每个加数比前一个多 1"),
    "repeat": Words("each term repeats the first number once more than the one before", "后面每个加数比前一个多重复写一次这个数"),
    "apply": Words("By this rule \\[{left}={terms}={value}\\]", "按这个规律：\\[{left}={terms}={value}\\]"),
    "put": Words("Put these values in: \\[{chain}\\]", "把结果代入：\\[{chain}\\]"),
    "note": Words("the operation as the examples show it", "例子给出的运算"),
    "answer": Words("The value is \\({answer}\\).", "结果是 \\({answer}\\)。"),
    "method": Words("wrote every term out and added them one by one", "把每个加数都写出来，再逐个相加"),
}  # fmt: skip


def _next(a: int, b: int) -> list[int]:
    return [a + i for i in range(b)]


def _repeat(a: int, b: int) -> list[int]:
    return [int(str(a) * (i + 1)) for i in range(b)]


RULES: Final[Mapping[str, Callable[[int, int], list[int]]]] = {"next": _next, "repeat": _repeat}
_SOURCES: Final = {
    "next": "Integer(sum(a + i for i in range(b)))",
    "repeat": "Integer(sum(int(str(a) * (i + 1)) for i in range(b)))",
}


def read(text: Text) -> Reading:
    """Examples of one operation, and a question with it."""
    source = re.sub(r"\\[,;! ]", " ", text.source)
    examples = list(_EXAMPLE.finditer(source))
    if not examples or len({m["op"] for m in examples}) != 1:
        return None
    sign = examples[0]["op"]
    rules = set(RULES)
    for match in examples:
        a, b = int(match["a"]), int(match["b"])
        terms = [int(t) for t in re.findall(r"\d+", match["sum"])]
        if (
            b > MAX_TERMS
            or len(terms) != b
            or match["value"]
            and int(match["value"].strip(" =")) != sum(terms)
        ):
            return None
        rules = {name for name in rules if RULES[name](a, b) == terms}
    if len(rules) != 1 or not any(int(m["b"]) > 1 for m in examples):
        return None
    rest = _EXAMPLE.sub(" ", source).replace("$", " ")
    applied: list[tuple[int, int]] = []

    def letter(match: re.Match[str]) -> str:
        applied.append((int(match["a"]), int(match["b"])))
        return f"w_{{{len(applied)}}}"

    rest = re.sub(
        rf"\(?(?<![\d)])(?P<a>\d{{1,4}})\s*{re.escape(sign)}\s*(?P<b>\d{{1,2}})(?![\d(^])\)?", letter, rest
    )
    if not applied or len(applied) > 6 or sign in rest or any(not 1 <= b <= MAX_TERMS for _, b in applied):
        return None
    found = account(rest, VOCABULARY)
    if found.unread:
        return Unread(found.unread)
    if len(found.asked) != 1 or found.relations:
        return None
    node = found.asked[0]
    if any(isinstance(n, Relation | Blank) for n in walk(node)) or symbols(node) != {f"w_{i}" for i in range(1, len(applied) + 1)}:  # fmt: skip
        return None
    return ByExamples(sign, rules.pop(), tuple(applied), node, text.language)


@dataclass(frozen=True, slots=True)
class ByExamples:
    """`asked` in w_1, w_2, …, the applications `applied` of an operation with a known rule."""

    sign: str
    rule: str
    applied: tuple[tuple[int, int], ...]
    asked: Node
    language: Language

    def _values(self) -> list[int]:
        return [sum(RULES[self.rule](a, b)) for a, b in self.applied]

    def solution(self) -> Solution:
        """The rule, every application, then the expression."""
        say = self.language
        steps = [WORDS["rule"].say(say, rule=WORDS[self.rule].say(say))]
        for (a, b), value in zip(self.applied, self._values(), strict=True):
            terms = "+".join(map(str, RULES[self.rule](a, b)))
            steps.append(
                WORDS["apply"].say(say, left=f"{a}{sign_latex(self.sign)} {b}", terms=terms, value=value)
            )
        source = to_python(self.asked)
        for i, (a, b) in enumerate(self.applied, 1):
            source = re.sub(rf"\bw_{i}\b", f"operation({a}, {b})", source)
        if not isinstance(self.asked, Symbol):
            put = {sp.Symbol(f"w_{i}"): v for i, v in enumerate(self._values(), 1)}
            shown = to_latex(self.asked)
            for i, value in enumerate(self._values(), 1):
                shown = shown.replace(f"w_{{{i}}}", str(value))
            value_ = to_sympy(self.asked).subs(put)
            steps.append(WORDS["put"].say(say, chain=f"{shown}={exact_latex(value_)}"))
        note = comment(WORDS["note"].say(say))
        return Solution(
            tuple(steps), cell(note, f"def operation(a, b):\n    return {_SOURCES[self.rule]}\n", source)
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """One number."""
        if not isinstance(value, sp.Rational):
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The terms written out."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        source = to_python(self.asked)
        for i, (a, b) in enumerate(self.applied, 1):
            source = re.sub(rf"\bw_{i}\b", f"({' + '.join(map(str, RULES[self.rule](a, b)))})", source)
        claim = WORDS["answer"].say(self.language, answer=answer).rstrip("。.")
        return CheckPlan(
            claim, WORDS["method"].say(self.language), cell(f"{source} == {exact_source(values[0])}")
        )
