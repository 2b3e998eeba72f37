"""New problems for every topic: `python -m tests.bench.variation [--each 200] [--seconds 60] [--topics NAME …]`.

Makes `--each` different problems a topic from its model problems in both languages and writes how many, from how many
draws and how long it took to `evaluation/results/vary.md`; a topic that has not made them within `--seconds` of
processor time is left there, and a draw is not stopped in its middle. Every problem counted was read whole by its topic,
solved, and its answer proved by the check; cells run in this process, not in a kernel.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from solver.ports import Language, Problem
from solver.topics.table import TOPICS
from solver.variation import specimens
from tests.varied import Source

RESULT = Path(__file__).parents[2] / "evaluation" / "results" / "vary.md"
LANGUAGES: tuple[Language, ...] = ("en", "zh")
MAX_BARREN = 160
"""As `solver.practice`: draws without a new problem after which a model problem gives no more."""
HEAD = """# New problems of the same kind

Made by `python -m tests.bench.variation --each {each} --seconds {seconds:g}` from the model problems in `solver/variation/specimens`: different
problems, each read whole by its topic, solved, and its answer proved. Draws are texts with other numbers; "barren" are model
problems that gave none. A topic stops at {each} problems or after {seconds:g} s of processor time.

| topic | problems | English | Chinese | draws | model problems | barren | s |
|---|--:|--:|--:|--:|--:|--:|--:|
"""


@dataclass(slots=True)
class Row:
    """What a topic gave."""

    topic: str
    found: dict[Language, set[str]] = field(default_factory=lambda: {"en": set(), "zh": set()})
    models: int = 0
    barren: list[str] = field(default_factory=list)
    draws: int = 0
    seconds: float = 0.0

    @property
    def count(self) -> int:
        """Different problems in both languages."""
        return sum(map(len, self.found.values()))

    def line(self) -> str:
        """The row of the table."""
        en, zh = (len(self.found[x]) for x in LANGUAGES)
        return f"| {self.topic} | {self.count} | {en} | {zh} | {self.draws} | {self.models} | {len(self.barren)} | {self.seconds:.0f} |"


def measure(topic: str, *, each: int, seconds: float) -> Row:
    """Problems of one topic: its model problems take turns, one draw each."""
    row, start = Row(topic), time.process_time()
    models = [m for pair in _interleaved(topic) for m in pair]
    sources = [Source(m, seed=1) for m in models]
    row.models = len(models)
    open_ones = list(sources)
    while open_ones and row.count < each and time.process_time() - start < seconds:
        for source in tuple(open_ones):
            row.draws += 1
            if (exercise := source.draw()) is not None:
                row.found[source.problem.language].add(exercise.question)
            if source.barren >= MAX_BARREN:
                open_ones.remove(source)
            if row.count >= each or time.process_time() - start >= seconds:
                break
    row.barren = [s.problem.text for s in sources if not s.found]
    row.seconds = time.process_time() - start
    return row


def _interleaved(topic: str) -> Iterator[tuple[Problem, ...]]:
    en, zh = (specimens(topic, language) for language in LANGUAGES)
    for i in range(max(len(en), len(zh))):
        yield (*en[i : i + 1], *zh[i : i + 1])


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument(
        "--topics", nargs="*", help="only these; the table is then written only where --out says"
    )
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    out = given.out or (RESULT if given.topics is None else None)
    rows = []
    for topic in given.topics or TOPICS:
        row = measure(topic, each=given.each, seconds=given.seconds)
        rows.append(row)
        print(row.line(), *(f"\n    none from: {text}" for text in row.barren), flush=True)
    full = sum(row.count >= given.each for row in rows)
    total = f"\n{sum(r.count for r in rows)} problems in {sum(r.seconds for r in rows):.0f} s of processor time; {full} of {len(rows)} topics made {given.each}.\n"
    head = HEAD.format(each=given.each, seconds=given.seconds)
    if out is not None:
        out.write_text(head + "".join(row.line() + "\n" for row in rows) + total, encoding="utf-8")


if __name__ == "__main__":
    main()
