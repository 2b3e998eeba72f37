"""What a reward model is worth: which solutions it chooses of problems that it never saw, beside the first, the majority, and chance.

All choices are made among the same solutions, so their differences are those of pairs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation.folder import write_whole
from evaluation.grading import Judge
from evaluation.reporting.intervals import Pairs, wilson
from solver.agent.strategies.samples import alike
from solver.models.transformers.reward import By, Judging, worth
from training.examples import Example
from training.fine_tuning.report import REPORT

TITLE: Final = "## What it chooses"
BY: Final[tuple[By, ...]] = ("min", "product", "last")


@dataclass(frozen=True, slots=True)
class Choice:
    """The solutions of one problem: which are right, which have an answer, which answers are alike, what scores they have."""

    right: tuple[bool, ...]
    groups: tuple[tuple[int, ...], ...]
    scores: tuple[tuple[float, ...], ...]

    @property
    def answered(self) -> list[int]:
        """Those with an answer."""
        return sorted(n for group in self.groups for n in group)

    def first(self) -> bool:
        """Whether the first solution is right."""
        return self.right[0]

    def majority(self) -> bool:
        """Whether the answer that most have is right."""
        return bool(self.groups) and self.right[max(self.groups, key=len)[0]]

    def best(self, by: By) -> bool:
        """Whether the one with the best score is right."""
        return bool(self.answered) and self.right[max(self.answered, key=lambda n: worth(self.scores[n], by))]

    def weighted(self, by: By) -> bool:
        """Whether the answer with the greatest sum of scores is right."""
        weight = {group: sum(worth(self.scores[n], by) for n in group) for group in self.groups}
        return bool(weight) and self.right[max(weight, key=lambda g: weight[g])[0]]

    def any(self) -> bool:
        """Whether any is right: more no choice can give."""
        return any(self.right)


class _Referee:
    """Compares answers by evaluation's grader."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    async def same(self, one: str, other: str) -> bool:
        return await self._judge.grade(one, other) == "equal"


def has_choices(folder: Path) -> bool:
    """Whether the report says already what the model chooses."""
    return TITLE in _page(folder)


def _page(folder: Path) -> str:
    file = folder / REPORT
    return file.read_text(encoding="utf-8") if file.exists() else ""


async def write_choices(folder: Path, judging: Judging, solutions: Sequence[Example]) -> None:
    """Add to the report what the model chooses.

    Raises:
        OSError: it cannot be written.
    """
    groups, judge = defaultdict[str, list[Example]](list), Judge()
    for one in solutions:
        groups[one.problem].append(one)
    found = list[Choice]()
    try:
        for group in groups.values():
            scores = [judging.scores(one.problem, one.events) if one.answer else () for one in group]
            places = [n for n, one in enumerate(group) if one.answer]
            same = await alike([group[n].answer for n in places], _Referee(judge))
            found.append(
                Choice(
                    tuple(one.steps[-1] == 1.0 for one in group),
                    tuple(tuple(places[n] for n in one) for one in same),
                    tuple(scores),
                )
            )
    finally:
        await judge.close()
    write_whole(folder / REPORT, _page(folder) + "\n" + "\n".join(lines(found, judging.kind)) + "\n")


def lines(found: Sequence[Choice], kind: str) -> Iterator[str]:
    """The tables."""
    samples = max(len(one.right) for one in found)
    yield f"{TITLE}\n\n{len(found)} problems that were not learnt from, up to {samples} solutions each.\n"
    ways = BY if kind == "process" else BY[-1:]
    yield "| score | a right above a wrong solution (AUC) | the same within a problem |\n|---|--:|--:|"
    for by in ways:
        yield f"| {by} | {_shown(auc(_scored(found, by)))} | {_shown(_within(found, by))} |"
    yield "\n| answer | right, with 95 % interval | against the majority, points |\n|---|--:|--:|"
    mean = sum(sum(one.right) / len(one.right) for one in found) / len(found)
    yield f"| of one solution, on average | {mean:.1%} | |"
    rows: dict[str, Callable[[Choice], bool]] = {
        "of the first": Choice.first,
        "of the majority": Choice.majority,
    }
    for by in ways:
        told = f" ({by} of the steps)" if kind == "process" else ""
        rows[f"of the best{told}"] = lambda one, by=by: one.best(by)  # type: ignore[misc]
        rows[f"of a weighted vote{told}"] = lambda one, by=by: one.weighted(by)  # type: ignore[misc]
    rows["of any (no choice can give more)"] = Choice.any
    yield from _compared(found, rows)


def _compared(found: Sequence[Choice], rows: Mapping[str, Callable[[Choice], bool]]) -> Iterator[str]:
    usual = [Choice.majority(one) for one in found]
    for name, chosen in rows.items():
        right = [chosen(one) for one in found]
        low, high = wilson(sum(right), len(right))
        told = f"| {name} | {sum(right)} of {len(right)} ({sum(right) / len(right):.1%}; {low:.1%} to {high:.1%}) |"
        if right != usual or name != "of the majority":
            pair = Pairs(
                sum(a and b for a, b in zip(usual, right, strict=True)),
                sum(a and not b for a, b in zip(usual, right, strict=True)),
                sum(b and not a for a, b in zip(usual, right, strict=True)),
                sum(not a and not b for a, b in zip(usual, right, strict=True)),
            )
            low, high = pair.interval()
            told += f" {100 * pair.difference:+.1f} ({100 * low:+.1f} to {100 * high:+.1f}) |"
        else:
            told += " |"
        yield told


def _scored(found: Sequence[Choice], by: By) -> list[tuple[float, bool]]:
    return [(worth(one.scores[n], by), one.right[n]) for one in found for n in one.answered]


def _within(found: Sequence[Choice], by: By) -> float | None:
    """The mean over problems that have both."""
    each = [auc([(worth(one.scores[n], by), one.right[n]) for n in one.answered]) for one in found]
    told = [value for value in each if value is not None]
    return sum(told) / len(told) if told else None


def auc(scored: Sequence[tuple[float, bool]]) -> float | None:
    """How often a right one has the higher score than a wrong one, half for the same (area under the ROC curve); None without both.

    >>> auc([(0.9, True), (0.4, False), (0.4, True)])
    0.75
    """
    wrong = sorted(score for score, right in scored if not right)
    rights = [score for score, right in scored if right]
    if not wrong or not rights:
        return None
    below = sum((bisect_left(wrong, score) + bisect_right(wrong, score)) / 2 for score in rights)
    return below / (len(wrong) * len(rights))


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
