"""The terminal door for checks: `python -m solver check` reads `{"problem", "lines": […], "lang"}` and prints a verdict for each line.

In and out are JSON: `{"lines": [{"verdict": "correct|unfinished|wrong|unknown", "why": …, …}, …]}`. Instead of lines there may be an
`"answer"`, which is judged as a whole. Exit status: 0 judged, 1 the input is not such JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from solver.intake import language_of
from solver.ports import Language, Problem
from solver.services import Services
from solver.settings import load_settings

USAGE = (
    'a JSON object is needed on standard input: {"problem": "2x+3=7", "lines": ["2x=4", "x=2"], "lang": "en"}'
)


async def run(problem: Problem, lines: Sequence[str], answer: str | None) -> dict[str, Any]:
    """The verdicts, as what is printed."""
    services = Services(load_settings().model_copy(update={"warm_kernels": 0, "reading_workers": 1}))
    try:
        if answer is not None:
            return {"answer": asdict(await services.judge_answer(problem, answer))}
        return {"lines": [asdict(v) for v in await services.check_work(problem, lines)]}
    finally:
        await services.close()


def main(arguments: Sequence[str]) -> int:
    """Read standard input and print."""
    parser = argparse.ArgumentParser(
        prog="python -m solver check", description=f"Check a student's work line by line; {USAGE}."
    )
    parser.parse_args(arguments)
    logging.basicConfig(level=logging.ERROR)
    try:
        given = json.load(sys.stdin)
        problem, lines, answer = given["problem"], given.get("lines", []), given.get("answer")
        well_formed = isinstance(problem, str) and isinstance(lines, list) and all(isinstance(line, str) for line in lines) and isinstance(answer, str | None)  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError):
        well_formed = False
    if not well_formed:
        print(USAGE, file=sys.stderr)
        return 1
    asked = given.get("lang")
    language: Language = (
        "zh" if asked == "zh" else "en" if asked == "en" else language_of("\n".join((problem, *lines)))
    )
    found = asyncio.run(run(Problem(problem, language), lines, answer))
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 0
