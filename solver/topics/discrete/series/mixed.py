"""An expression in which sums with dots or Σ stand among other numbers: (1+2+…+30)×6 − 6×128.

Each sum is worked out by its own rule, then the numbers that are left. Read: numbers alone, no letters, one expression.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Negative, Number, Series, Symbol, symbols, walk, with_children
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.series.listed import DOTS
from solver.topics.discrete.series.rows import with_rows
from solver.topics.discrete.series.topic import FiniteSum, in_signs, sum_of
from solver.topics.numbers.arithmetic.topic import Computation
from solver.topics.numbers.arithmetic.vocabulary import VOCABULARY
from solver.topics.rationals import number_node

_ONE: Final = number_node(Fraction(1))
MAX_SUMS: Final = 6
MAX_TERMS: Final = 20_000
WORDS: Final = {
    "what": Words("We have to compute \\[{expression}\\]", "要计算的是：\\[{expression}\\]"),
    "constant": Words("Take the terms in groups: every group gives \\({each}\\), and there are \\({count}\\) groups, so \\[{sum}={each}\\times {count}={value}\\]",
                      "把各项按规律分组，每一组的结果都是 \\({each}\\)，共有 \\({count}\\) 组：\\[{sum}={each}\\times {count}={value}\\]"),
    "value": Words("So \\[{sum}={value}\\]", "所以 \\[{sum}={value}\\]"),
    "cell": Words("the sum by its rule", "按规律求和"),
    "claim": Words("The value is \\({answer}\\)", "结果是 \\({answer}\\)"),
    "method": Words("every term was added one by one", "把每一项逐个加起来"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """One expression with such sums in it."""
    if not re.search(r"\.{3}|…|\\[lc]?dots|\\sum|Σ", text.source):
        return None
    source = _one_formula(text.source)
    found = account(in_signs(with_rows(source)), VOCABULARY)
    if len(found.nodes) != 1 or len(found.asked) != 1:
        return None
    node = found.asked[0]
    sums = [n for n in walk(node) if isinstance(n, Series)]
    if (
        not 1 <= len(sums) <= MAX_SUMS
        or isinstance(node, Series)
        and with_rows(source) == source  # a sum alone is for `topic`
        or symbols(_put(node, dict.fromkeys(sums, _ONE)))
    ):
        return None
    if found.unread:
        return Unread(found.unread)
    if any(c not in ("is", "ask", "simplify", "of") and c[0] != "#" for c in found.concepts):
        return None
    parts = []
    for one in dict.fromkeys(sums):
        part = sum_of(one, text.language)
        if (
            part is None
            or part.high - part.low > MAX_TERMS
            or not all(isinstance(n, Binary | Number | Negative) or n == one.index for n in walk(one.body))
        ):
            return None
        parts.append((one, part))
    task = MixedSum(node, tuple(parts), text.language)
    return task if isinstance(to_sympy(task.plain), sp.Rational) else None


_RUN: Final = re.compile(
    rf"(?P<run>[^\u3400-\u9fff:,。;?$]*{DOTS}[^\u3400-\u9fff:,。;?$]*?(?:=\s*\?)?)(?=\s*\.?\s*(?:$|[\u3400-\u9fff,。;]))"
)

_PLAIN_RUN: Final = re.compile(
    rf"(?<![\w.)])(?P<run>[\d(][^A-Za-z:,;?$=]*{DOTS}[^A-Za-z:,;?$=]*?[\d)])(?=\s*=?\s*[.?]?\s*$)"
)


def _one_formula(source: str) -> str:
    """`（1+2+…+9）$\\times 6$` between Chinese words: what belongs together stands in one pair of signs."""
    if re.search(r"[\u3400-\u9fff]", source) is None:
        return source if re.search(r"[$\\]", source) else _PLAIN_RUN.sub(lambda m: f"${m['run']}$", source)
    for sign in (r"\(", r"\)", r"\[", r"\]", "$"):
        source = source.replace(sign, " ")
    return _RUN.sub(lambda m: f"${m['run'].strip()}$", source)


@dataclass(frozen=True, slots=True)
class MixedSum:
    """`node` with the sums `parts` in it."""

    node: Node
    parts: tuple[tuple[Series, FiniteSum], ...]
    language: Language

    @property
    def plain(self) -> Node:
        """The expression with the values of its sums."""
        return _put(self.node, {series: number_node(_fraction(part.value)) for series, part in self.parts})

    @property
    def _rest(self) -> Computation | None:
        node = self.plain
        return None if isinstance(node, Number) else Computation(node, self.language)

    def solution(self) -> Solution:
        """The sums one after the other, then the expression."""
        say, lines = self.language, []
        steps = [WORDS["what"].say(say, expression=to_latex(self.node))]
        names: dict[Series, str] = {}
        for i, (series, part) in enumerate(self.parts):
            sum_, value = to_latex(series), sp.latex(part.value)
            each = sp.expand(to_sympy(part.body))
            count = part.high - part.low + 1
            if each.is_number:
                facts = {"each": sp.latex(each), "count": count, "sum": sum_, "value": value}
                steps.append(WORDS["constant"].say(say, **facts))
            else:
                steps += part.solution().steps[1:]
                steps.append(WORDS["value"].say(say, sum=sum_, value=value))
            names[series] = "total" if len(self.parts) == 1 else f"total_{i + 1}"
            lines += [comment(WORDS["cell"].say(say)), f"{names[series]} = {_added(part)}"]
        if self._rest is not None:
            steps += self._rest.solution().steps
        return Solution(tuple(steps), cell(*lines, _named(self.node, names)))

    def conclude(self, value: Any) -> Conclusion | None:
        """As for the numbers alone."""
        return Computation(self.node, self.language).conclude(value)

    def check(self, answer: str) -> CheckPlan | None:
        """Every term added in a loop, with Python's own exact fractions."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        lines, names = ["from fractions import Fraction", ""], dict[Series, str]()
        for i, (series, part) in enumerate(self.parts):
            names[series] = name = f"total_{i + 1}"
            body = to_python(part.body).replace("Rational(", "Fraction(").replace("Integer(", "Fraction(")
            lines += [f"{name} = Fraction(0)", f"for {part.index} in map(Fraction, range({part.low}, {part.high + 1})):",
                      f"    {name} += {body}"]  # fmt: skip
        whole = _named(self.node, names).replace("Rational(", "Fraction(").replace("Integer(", "Fraction(")
        given = exact_source(values[0]).replace("Rational(", "Fraction(")
        lines.append(f"{whole} == {given}")
        say = self.language
        return CheckPlan(WORDS["claim"].say(say, answer=answer), WORDS["method"].say(say), "\n".join(lines))


def _fraction(value: sp.Rational) -> Fraction:
    return Fraction(int(value.p), int(value.q))


def _put(node: Node, values: dict[Node, Node]) -> Node:
    """The tree with other nodes in place of some."""
    return values[node] if node in values else with_children(node, lambda child: _put(child, values))


def _named(node: Node, names: Mapping[Series, str]) -> str:
    """Python of the expression with names for its sums."""
    letters: dict[Node, Node] = {series: Symbol(f"w_{i}") for i, series in enumerate(names, 1)}
    source = to_python(_put(node, letters))
    for i, name in enumerate(names.values(), 1):
        source = re.sub(rf"\b{python_name(f'w_{i}')}\b", name, source)
    return source


def _added(part: FiniteSum) -> str:
    return f"sum({to_python(part.body)} for {part.index} in map(Integer, range({part.low}, {part.high + 1})))"
