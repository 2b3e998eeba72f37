"""The law run wide: `python -m tests.bench.law [FILE.jsonl…]` prints statements, true, undecided and false by topic.

Without files: every problem of the topics' tests and every model problem, each once as it stands and, with `--varied N`, N times with other
numbers. Files have rows with a `question`. False statements are printed whole, undecided ones with `--undecided`.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.topics.law.corpus import MODULES, Case, any_reader, cases, findings, specimens, with_numbers

SLOW_S = 10.0


def problems(files: list[Path]) -> Iterator[tuple[str, Case]]:
    """The name of the row in the table, and the problem."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield str(row.get("topic", file.stem)), Case(any_reader, row["question"])
    if not files:
        for topic, case in specimens():
            yield topic, case
        for module in MODULES:
            for case in cases(module):
                yield module.removeprefix("test_"), case


def main() -> int:
    """Print the table; the exit status says whether something was false."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--varied", type=int, default=0)
    parser.add_argument("--undecided", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    table: dict[str, Counter[bool | None]] = defaultdict(Counter)
    dice = random.Random(7)
    for name, case in problems(options.files):
        variants = [case]
        for _ in range(options.varied):
            variants.append(Case(case.reader, with_numbers(case.question, dice.randint)))
        for variant in variants:
            start = time.monotonic()
            for finding in findings(variant):
                table[name][finding.verdict] += 1
                if finding.verdict is False or (finding.verdict is None and options.undecided):
                    print(
                        "FALSE" if finding.verdict is False else "open",
                        name,
                        "|",
                        variant.question,
                        "|",
                        finding.statement,
                        "|",
                        finding.why,
                        flush=True,
                    )
            if (spent := time.monotonic() - start) > SLOW_S:
                print(f"SLOW {spent:.0f} s", name, "|", variant.question, flush=True)
    print(f"{'topic':28}{'statements':>12}{'true':>8}{'undecided':>11}{'false':>7}")
    rows = [*sorted(table.items()), ("all", sum(table.values(), Counter()))]
    for name, counts in rows:
        print(f"{name:28}{counts.total():12}{counts[True]:8}{counts[None]:11}{counts[False]:7}")
    return 1 if rows[-1][1][False] else 0


if __name__ == "__main__":
    sys.exit(main())
