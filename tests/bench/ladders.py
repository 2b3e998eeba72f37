"""Ladders of hints for all model problems: `python -m tests.bench.ladders [--topics NAME …]`.

Writes to `evaluation/results/ladders.md`, for every topic, how many ladders were made, which laws they broke, how long a ladder is
and how long it took, and for how many steps there is a reason or more detail. The laws are those of `tests/tutor/ladders.py`.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from solver import compiled
from solver.topics.table import TOPICS
from solver.tutor import Ladder, Worked
from solver.tutor.details import details_of
from solver.tutor.explaining import rule_of
from tests.tutor.ladders import LAWS, ladders

RESULT = Path(__file__).parents[2] / "evaluation" / "results" / "ladders.md"
HEAD = """# Ladders of hints

Made by `python -m tests.bench.ladders` from all model problems in `solver/variation/specimens`, in English and Chinese. A ladder
broke a law where a rung is no line of the solution, one of the first three gives the answer away, a later line shows too early, or it
does not end at the solution. "gaps" are lines that come with a gap first; a step has a particular reason where it names a rule that is
known, and every other one that of its shape (`solver/tutor/rules/general.py`); it has
detail where its arithmetic or equation can be told in more lines.

| topic | ladders | broken | rungs (mean) | lines with a gap first | steps | with a reason | with detail | s |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
"""


@dataclass(slots=True)
class Row:
    """What a topic gave."""

    topic: str
    ladders: int = 0
    rungs: int = 0
    lines: int = 0
    gaps: int = 0
    steps: int = 0
    reasons: int = 0
    details: int = 0
    seconds: float = 0.0
    broken: list[str] = field(default_factory=list)

    def add(self, solution: Worked, ladder: Ladder, language: str) -> None:
        """One more ladder."""
        kinds = Counter(rung.kind for rung in ladder.rungs)
        self.ladders += 1
        self.rungs += len(ladder.rungs)
        self.lines += kinds["line"]
        self.gaps += kinds["gap"]
        self.steps += len(solution.lines)
        self.reasons += sum(rule_of(line) is not None for line in solution.lines)
        self.details += sum(
            bool(details_of(line, "zh" if language == "zh" else "en")) for line in solution.lines
        )

    def __str__(self) -> str:
        mean = self.rungs / max(1, self.ladders)
        return (
            f"| {self.topic} | {self.ladders} | {len(self.broken)} | {mean:.1f} | {self.gaps}/{self.lines} "
            f"| {self.steps} | {self.reasons} | {self.details} | {self.seconds:.1f} |"
        )


def measured(topic: str) -> Row:
    """All ladders of one topic; the time is that of reading, solving and making them."""
    row = Row(topic)
    for language in ("en", "zh"):
        started_s = time.perf_counter()
        found = list(ladders(topic, language))
        row.seconds += time.perf_counter() - started_s
        for problem, solution, ladder in found:
            row.add(solution, ladder, language)
            for law in LAWS:
                if (what := law(problem, solution, ladder)) is not None:
                    row.broken.append(f"{law.__name__}: {problem.text} – {what}")
    return row


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--topics", nargs="*", default=list(TOPICS))
    names = parser.parse_args().topics
    compiled.install()
    rows = [measured(name) for name in names]
    total = Row("**all**")
    for row in rows:
        for name in ("ladders", "rungs", "lines", "gaps", "steps", "reasons", "details", "seconds"):
            setattr(total, name, getattr(total, name) + getattr(row, name))
        total.broken += row.broken
    broken = "".join(f"- {what}\n" for what in total.broken)
    text = (
        HEAD + "\n".join(map(str, [*rows, total])) + "\n" + (f"\nBroken laws:\n\n{broken}" if broken else "")
    )
    if names == list(TOPICS):
        RESULT.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
