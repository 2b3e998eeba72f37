"""Two numbers side by side: the sign that belongs between them, and whether a relation holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import sympy as sp

from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.comparisons.answers import claim, letter_lines, source_of, unwrapped, yes_or_no
from solver.topics.numbers.comparisons.explaining import given, pair_steps
from solver.topics.numbers.comparisons.quantities import Quantity, compare

SIGNS: Final = {-1: "<", 0: "=", 1: ">"}
LATEX: Final = {"<": "<", ">": ">", "<=": r"\le", ">=": r"\ge", "=": "=", "!=": r"\ne"}
HOLDS: Final[Mapping[str, frozenset[int]]] = {
    "<": frozenset({-1}), ">": frozenset({1}), "<=": frozenset({-1, 0}), ">=": frozenset({0, 1}), "=": frozenset({0}), "!=": frozenset({-1, 1}),
}  # fmt: skip
VERDICTS: Final = {
    ("yes", True): Words(r"\text{{Yes}}", r"\text{{是}}"),
    ("yes", False): Words(r"\text{{No}}", r"\text{{不是}}"),
    ("truth", True): Words(r"\text{{True}}", r"\text{{对}}"),
    ("truth", False): Words(r"\text{{False}}", r"\text{{错}}"),
}
WORDS: Final = {
    "pair": Words("Compare \\({a}\\) and \\({b}\\).", "比较 \\({a}\\) 和 \\({b}\\)。"),
    "code": Words("smaller, equal or greater?", "小于、等于还是大于？"),
    "signs": Words("The sign is \\({answer}\\): \\({relation}\\).", "应填 \\({answer}\\)，即 \\({relation}\\)。"),
    "relation": Words("\\({answer}\\).", "\\({answer}\\)。"),
    "holds": Words("That agrees with \\({asked}\\).", "这与 \\({asked}\\) 相符。"),
    "fails": Words("So \\({asked}\\) does not hold.", "所以 \\({asked}\\) 不成立。"),
    "truth": Words("Does \\({asked}\\) hold? \\({answer}\\).", "\\({asked}\\) 成立吗？\\({answer}\\)。"),
    "code_truth": Words("does it hold?", "是否成立？"),
    "method": Words("took the difference of the two numbers and looked at its sign", "求两个数的差，看差的正负"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signs:
    """<, = or > between the numbers of each pair; `only_signs` where a gap is to be filled in."""

    pairs: tuple[tuple[Quantity, Quantity], ...]
    language: Language
    values: Mapping[str, Any] = field(hash=False)
    only_signs: bool

    def _numbers(self) -> list[Quantity]:
        return [q for pair in self.pairs for q in pair]

    def _shown(self) -> list[str]:
        return [f"{a.latex} {SIGNS[compare(a.value, b.value)]} {b.latex}" for a, b in self.pairs]

    def solution(self) -> Solution:
        """Each pair by itself."""
        steps = given(self._numbers(), self.values, self.language)
        for a, b in self.pairs:
            if len(self.pairs) > 1 or not steps:
                steps.append(WORDS["pair"].say(self.language, a=a.latex, b=b.latex))
            steps += pair_steps(a, b, self.language)
        lines = [*letter_lines(self._numbers(), self.values), comment(WORDS["code"].say(self.language))]
        if len(self.pairs) == 1:
            a, b = self.pairs[0]
            lines += [f"left, right = {a.source}, {b.source}", "left < right, left == right, left > right"]
        else:
            listed = ", ".join(f"({a.source}, {b.source})" for a, b in self.pairs)
            lines += [
                f"pairs = [{listed}]",
                "[(left < right, left == right, left > right) for left, right in pairs]",
            ]
        return Solution(tuple(steps), cell(*lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """The signs, or the relation."""
        rows = [value] if isinstance(value, tuple) else value
        if not isinstance(rows, list) or any(not isinstance(r, tuple) or len(r) != 3 for r in rows):
            return None
        expected = [tuple(o == compare(a.value, b.value) for o in (-1, 0, 1)) for a, b in self.pairs]
        if [tuple(bool(v) for v in r) for r in rows] != expected:
            return None
        relation = r",\ ".join(self._shown())
        if not self.only_signs:
            return Conclusion(WORDS["relation"].say(self.language, answer=relation), relation)
        answer = r",\ ".join(SIGNS[compare(a.value, b.value)] for a, b in self.pairs)
        return Conclusion(WORDS["signs"].say(self.language, answer=answer, relation=relation), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By the sign of the difference."""
        claimed = self._claimed(unwrapped(answer))
        if claimed is None:
            return None
        pairs = ", ".join(f"({a.source}, {b.source})" for a, b in self.pairs)
        source = cell(
            *letter_lines(self._numbers(), self.values),
            f"pairs = [{pairs}]",
            f"claimed = {claimed}",
            "[sign(left - right) for left, right in pairs] == claimed",
        )
        shown = answer if re.search(r"\d", answer) else r",\ ".join(f"{a.latex} {LATEX[SIGNS[o]]} {b.latex}" for (a, b), o in zip(self.pairs, claimed, strict=True))  # fmt: skip
        return CheckPlan(
            WORDS["relation"].say(self.language, answer=shown), WORDS["method"].say(self.language), source
        )

    def _claimed(self, text: str) -> list[int] | None:
        """−1, 0, 1 for each pair as the answer says."""
        orders = {sign: order for order, sign in SIGNS.items()}
        parts = [p.strip() for p in re.split(r"[,;、]|\band\b|和", text) if p.strip()]
        if all(p in orders for p in parts) and len(parts) == len(self.pairs):
            return [orders[p] for p in parts]
        if len(self.pairs) == 1:
            parts = [text]
        if len(parts) != len(self.pairs):
            return None
        found = []
        for part, (a, b) in zip(parts, self.pairs, strict=True):
            said = claim(part, (), self.values, 2)
            if said is None or len(said.numbers) != 2 or said.signs[0] not in orders:
                return None
            order, (p, q) = orders[said.signs[0]], (n.value for n in said.numbers)
            if (p, q) == (a.value, b.value):
                found.append(order)
            elif (q, p) == (a.value, b.value):
                found.append(-order)
            else:
                return None
        return found


@dataclass(frozen=True, slots=True)
class Truth:
    """Whether `left` stands in the relation `sign` to `right`; answered in the words of `words`."""

    left: Quantity
    sign: str
    right: Quantity
    language: Language
    values: Mapping[str, Any] = field(hash=False)
    words: str = "yes"

    @property
    def _asked(self) -> str:
        return f"{self.left.latex} {LATEX[self.sign]} {self.right.latex}"

    @property
    def _holds(self) -> bool:
        return compare(self.left.value, self.right.value) in HOLDS[self.sign]

    def solution(self) -> Solution:
        """Compare the two, then see whether the relation agrees."""
        pair = (self.left, self.right)
        steps = [*given(pair, self.values, self.language), *pair_steps(*pair, self.language)]
        steps.append(WORDS["holds" if self._holds else "fails"].say(self.language, asked=self._asked))
        sign = "==" if self.sign == "=" else self.sign
        lines = [f"left, right = {self.left.source}, {self.right.source}", f"left {sign} right"]
        note = comment(WORDS["code_truth"].say(self.language))
        return Solution(tuple(steps), cell(*letter_lines(pair, self.values), note, *lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """Yes or no."""
        if value not in (True, False, sp.true, sp.false) or bool(value) != self._holds:
            return None
        answer = VERDICTS[self.words, bool(value)].say(self.language)
        return Conclusion(WORDS["truth"].say(self.language, asked=self._asked, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By the sign of the difference."""
        said = yes_or_no(answer)
        if said is None:
            return None
        signs = ", ".join(map(str, sorted(HOLDS[self.sign])))
        lines = [
            f"difference = {self.left.source} - ({self.right.source})",
            f"sign(difference) {'in' if said else 'not in'} [{signs}]",
        ]
        text = WORDS["truth"].say(self.language, asked=self._asked, answer=answer)
        source = source_of((), (), {}, *letter_lines((self.left, self.right), self.values), *lines)
        return CheckPlan(text, WORDS["method"].say(self.language), source)
