"""How well students' lines are judged: `python -m tests.bench.checking --rounds 4 --seed 0`, works with drawn numbers and those by hand.

Counts, over works with a slip, where the first line that is called wrong is the wrong one, and whether the slip is named; over all
lines in front of a slip and of works without one, how many are called wrong. Runs as on the page: in reading workers, with the
tutor's own answer found in a kernel where only that tells the end.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections import Counter
from collections.abc import Sequence

from solver.intake import language_of
from solver.ports import Problem
from solver.services import Services
from solver.settings import load_settings
from solver.verify.verdicts import LineVerdict
from tests.bench.checking_again import AGAIN
from tests.bench.checking_by_hand import CASES
from tests.bench.checking_cases import cases
from tests.bench.checking_eighth import EIGHTH
from tests.bench.checking_fresh import FRESH
from tests.bench.checking_made import Made
from tests.bench.checking_seventh import MENDED, SEVENTH
from tests.bench.checking_unusual import UNUSUAL
from tests.bench.checking_worded import WORDED


class Tally:
    """Counts of one kind of works."""

    def __init__(self) -> None:
        self.works = self.slipped = self.found = self.nameable = self.named = self.right = self.false = (
            self.open
        ) = 0
        self.seconds: list[float] = []

    def add(self, made: Made, verdicts: Sequence[LineVerdict], seconds: float) -> str:
        """Count one work; what was wrong with it, in a word."""
        self.works += 1
        self.seconds.append(seconds)
        called = [i for i, v in enumerate(verdicts) if v.verdict == "wrong"]
        good = range(len(made.lines) if made.wrong is None else made.wrong)
        self.right += len(good)
        false = [i for i in good if i in called]
        self.false += len(false)
        open_ = [i for i in good if verdicts[i].verdict == "unknown" and verdicts[i].reason != "no-formula"]
        self.open += len(open_)
        said = (f" FALSE{false}" if false else "") + (f" open{open_}" if open_ else "")
        if made.wrong is not None:
            self.slipped += 1
            hit = called[:1] == [made.wrong]
            self.found += hit
            said += "" if hit else " MISSED"
            if made.slips:
                self.nameable += 1
                named = verdicts[made.wrong].slip in made.slips
                self.named += named
                said += "" if named else f" slip={verdicts[made.wrong].slip!r}"
        return said

    def __str__(self) -> str:
        slow = sorted(self.seconds)[int(0.95 * (len(self.seconds) - 1))] if self.seconds else 0.0
        return (
            f"{self.works:4} works; first wrong line found {self.found}/{self.slipped}; right lines called wrong {self.false}/{self.right}, "
            f"undecided {self.open}; slip named {self.named}/{self.nameable}; 95 % within {slow:.2f} s"
        )


async def run(works: Sequence[Made], *, verbose: bool) -> tuple[Tally, dict[str, Tally]]:
    """Judge all works, one after the other."""
    services = Services(load_settings().model_copy(update={"warm_kernels": 1, "reading_workers": 1}))
    await services.start()
    whole, kinds = Tally(), dict[str, Tally]()
    slips: Counter[str] = Counter()
    try:
        for made in works:
            start = time.monotonic()
            verdicts = await services.check_work(Problem(made.problem, language_of(made.problem)), made.lines)
            seconds = time.monotonic() - start
            said = whole.add(made, verdicts, seconds)
            kinds.setdefault(made.kind, Tally()).add(made, verdicts, seconds)
            slips.update(v.slip for v in verdicts if v.slip)
            if said and verbose:
                print(f"{made.kind}: {made.problem!r}{said} wanted {made.wrong} {made.slips}")
                for line, verdict in zip(made.lines, verdicts, strict=True):
                    print(
                        f"    {line!r}: {verdict.verdict} {verdict.reason} {verdict.slip} | {verdict.why[:150]}"
                    )
    finally:
        await services.close()
    return whole, kinds


def main() -> None:
    """Parse the command line, judge, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.checking")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--verbose", action="store_true", help="print every work that was judged otherwise than expected"
    )
    given = parser.parse_args()
    made = list(cases(given.seed, given.rounds))
    whole, kinds = asyncio.run(run(made, verbose=given.verbose))
    for kind, tally in kinds.items():
        print(f"{kind:22} {tally}")
    print(f"{'made by rule':22} {whole}")
    batches = {
        "by hand": CASES,
        "by hand, unusual": UNUSUAL,
        "by hand, worded": WORDED,
        "by hand, fresh": FRESH,
        "by hand, again": AGAIN,
        "by hand, seventh": SEVENTH,
        "by hand, mended": MENDED,
        "by hand, eighth": EIGHTH,
    }
    by_hand = [
        Made(name, c.problem, c.lines, c.wrong, c.slips) for name, batch in batches.items() for c in batch
    ]
    _, kinds = asyncio.run(run(by_hand, verbose=given.verbose))
    for kind, tally in kinds.items():
        print(f"{kind:22} {tally}")


if __name__ == "__main__":
    main()
