"""The tiny model's right answers on problems it never saw: `python -m tests.bench.tiny [--problems 200] [--seed 2] [--server]`.

The whole product: a session, the seed's dialect, greedy decoding with the weights in NF4 (bitsandbytes on the CPU, fp32
compute), each program run in a confined kernel, its output told, the answer graded as in `evaluation`. With `--server` the
same problems also go through the openai backend to `transformers serve`, which loads the same weights in 4 bits too.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack, aclosing
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.grading import Judge
from solver.events import Answer
from solver.ports import Problem
from solver.services import Services
from solver.session import Session
from solver.settings import Settings
from tests.models.serve import transformers_serve
from tests.small_model import SMALL_MODEL
from training.tiny.problems import KINDS, Worked, problems


async def answers(session: Session, model: str, asked: Sequence[Worked]) -> list[str]:
    """What the model answers; empty where it does not."""
    found = []
    for worked in asked:
        answer = ""
        async with aclosing(session.solve(Problem(worked.text, worked.language), model=model)) as events:
            async for event in events:
                answer = event.latex if isinstance(event, Answer) else answer
        found.append(answer)
    return found


async def measure(asked: Sequence[Worked], settings: Settings) -> None:
    """Print right answers by kind for each model but the built-in tutor, and how many answers they have in common."""
    services, judge = Services(settings), Judge()
    await services.start()
    session, given = services.session(), dict[str, list[str]]()
    try:
        for model in services.models()[:-1]:
            await answers(session, model, asked[:1])  # loads it
            begun_s = time.monotonic()
            given[model] = await answers(session, model, asked)
            took_s, right = time.monotonic() - begun_s, Counter[str]()
            for worked, answer in zip(asked, given[model], strict=True):
                good = bool(answer) and await judge.grade(answer, worked.answer) == "equal"
                right[worked.kind] += good
                if not good:
                    print(f"wrong: {worked.text}\n  {answer or 'no answer'} instead of {worked.answer}")
            of = Counter(worked.kind for worked in asked)
            kinds = ", ".join(f"{kind} {right[kind]} of {of[kind]}" for kind in KINDS)
            print(f"{Path(model).name}: {right.total()} of {len(asked)} right ({kinds}), {took_s:.0f} s")
        if len(given) > 1:
            print(
                f"the same answer from all: {sum(len(set(row)) == 1 for row in zip(*given.values(), strict=True))}"
            )
    finally:
        await session.close()
        await services.close()
        await judge.close()


def main() -> None:
    """Measure once."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--problems", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--model", type=Path, default=SMALL_MODEL)
    parser.add_argument("--server", action="store_true", help="ask transformers serve, too")
    chosen = parser.parse_args()
    asked = tuple(itertools.islice(problems(chosen.seed, held_out=True), chosen.problems))
    with ExitStack() as stack:
        offered = [str(chosen.model)]
        if chosen.server:
            home = Path(stack.enter_context(TemporaryDirectory()))
            os.environ["OPENAI_BASE_URL"] = stack.enter_context(
                transformers_serve(chosen.model, home / "cache", quantize=True)
            )
            offered.append(f"openai:{chosen.model}")
        os.environ["STEPWISE_MODEL"] = ",".join(offered)
        asyncio.run(measure(asked, Settings(warm_kernels=1, reading_workers=1)))  # type: ignore[call-arg]


if __name__ == "__main__":
    main()
