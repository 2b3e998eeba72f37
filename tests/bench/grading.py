"""`python -m tests.bench.grading`: how long gradings take, and that hostile answers end and leave the next one right.

The pairs are those of `tests/evaluation/pairs/`, each in several spellings (spaces, dollars, boxes), as often
as is needed.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import time
from collections import deque

from evaluation.grading import Judge
from tests.evaluation.test_grading_table import pairs as labelled

SPELLINGS = ("{}", "${}$", " {} ", r"\boxed{{{}}}")
HOSTILE = (
    "9^{9^{9^{9^9}}}",
    "10**10**10",
    "1000000!",
    r"\binom{10^9}{5\cdot 10^8}",
    "(" * 400 + "1" + ")" * 400,
    r"\frac{1}{" * 80 + "2" + "}" * 80,
    r"\sqrt{" * 120 + "x" + "}" * 120,
    "1+" * 20_000 + "1",
    r"\begin{pmatrix}"
    + r" \\ ".join(" & ".join("1" for _ in range(60)) for _ in range(60))
    + r"\end{pmatrix}",
    "x" * 100_000,
    ",".join(str(n) for n in range(3_000)),
    r"\sum_{k=1}^{10^{12}} k^{-k}",
    "(a|a)*" * 500,
)


async def timed(count: int, jobs: int) -> tuple[float, int]:
    """Seconds for so many gradings by so many processes, and how many were not as labelled."""
    pairs = [(a, r, "equal" if mark == "=" else "different") for mark, a, r in labelled()]
    asked = deque(itertools.islice(itertools.cycle(
        (spelling.format(a), r, label) for spelling in SPELLINGS for a, r, label in pairs
    ), count))  # fmt: skip
    judges, missed = [Judge() for _ in range(jobs)], 0
    for judge in judges:
        await judge.grade("1+1", "2.0")
    began = time.perf_counter()

    async def work(judge: Judge) -> None:
        nonlocal missed
        while asked:
            answer, reference, label = asked.popleft()
            found = await judge.grade(answer, reference)
            missed += (found == "equal") != (label == "equal")

    await asyncio.gather(*map(work, judges))
    seconds = time.perf_counter() - began
    for judge in judges:
        await judge.close()
    return seconds, missed


async def hostile() -> tuple[float, int]:
    """The longest of the hostile gradings in seconds, and how many of the gradings behind them were wrong."""
    judge, longest, wrong = Judge(), 0.0, 0
    for text in HOSTILE:
        for answer, reference in ((text, "2"), ("2", text), (text, text + "+1")):
            began = time.perf_counter()
            await judge.grade(answer, reference)
            longest = max(longest, time.perf_counter() - began)
            wrong += await judge.grade("1/2", "0.5") != "equal"
    await judge.close()
    return longest, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    seconds, missed = asyncio.run(timed(options.count, options.jobs))
    print(f"{options.count} gradings by {options.jobs} processes: {seconds:.1f} s; {missed} not as labelled; "
          f"{len([*labelled()])} pairs; load {os.getloadavg()[0]:.1f}")  # fmt: skip
    longest, wrong = asyncio.run(hostile())
    print(
        f"{3 * len(HOSTILE)} hostile gradings: the longest {longest:.1f} s; {wrong} of those behind them wrong"
    )


if __name__ == "__main__":
    main()
