"""The terminal door for practice: `python -m solver vary "x^2-5x+6=0" --count 5` prints new problems with their answers.

Exit status: 0 as many as were asked for, 2 fewer or none, 1 failure.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
from collections.abc import Sequence
from contextlib import aclosing

from solver.errors import Declined, KernelUnavailable, SolverError
from solver.intake import language_of
from solver.ports import Language, Problem
from solver.sentences import say, sentence_of
from solver.services import Services
from solver.settings import load_settings
from solver.variation import specimens

MAX_COUNT = 1000


async def run(models: Sequence[Problem], *, count: int, seed: int, as_json: bool) -> int:
    """Print new problems like the models; the exit status."""
    language, made = models[0].language, 0
    services = Services(load_settings().model_copy(update={"warm_kernels": 1, "reading_workers": 1}))
    await services.start()
    session = services.session()
    try:
        async with aclosing(session.vary(*models, seed=seed)) as exercises:
            async for exercise in exercises:
                made += 1
                line = {"question": exercise.question, "answer": exercise.answer}
                text = json.dumps(line, ensure_ascii=False) if as_json else _readable(made, **line)
                print(text, flush=True)
                if made == count:
                    return 0
    except Declined as error:
        print(error, file=sys.stderr)
        return 2
    except KernelUnavailable as error:
        print(sentence_of(error, language), file=sys.stderr)
        return 1
    finally:
        await session.close()
        await services.close()
    print(say("none-found" if made == 0 else "fewer-found", language, made=made), file=sys.stderr)
    return 2


def _readable(number: int, question: str, answer: str) -> str:
    return f"{number}. {question}\n   = {answer}"


def main(arguments: Sequence[str]) -> int:
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(
        prog="python -m solver vary",
        description="Make new problems of the same kind and difficulty, with their answers.",
    )
    parser.add_argument("problem", nargs="?", help="the model problem; - reads it from standard input")
    parser.add_argument("--topic", help="a topic instead of a problem: its own model problems are varied")
    parser.add_argument("--count", type=_count, default=5, help="how many problems (default 5)")
    parser.add_argument("--seed", type=int, default=0, help="the same seed makes the same problems")
    parser.add_argument(
        "--lang", choices=("en", "zh"), help="language; default: that of the problem, or English"
    )
    parser.add_argument("--json", action="store_true", help="print one problem a line, as JSON")
    given = parser.parse_args(arguments)
    if (given.problem is None) == (given.topic is None):
        parser.error("give a problem, or --topic NAME")
    logging.basicConfig(level=logging.ERROR)
    try:
        models = _models(given.problem, given.topic, given.lang)
        return asyncio.run(run(models, count=given.count, seed=given.seed, as_json=given.json))
    except (SolverError, LookupError) as error:
        print(error.args[0] if error.args else error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1


def _models(problem: str | None, topic: str | None, chosen: Language | None) -> tuple[Problem, ...]:
    if topic is not None:
        language: Language = chosen or "en"
        found = specimens(topic, language)
        if not found and chosen is None:
            found = specimens(topic, "zh")
        if not found:
            raise LookupError(say("no-specimen", language))
        return found
    text = sys.stdin.read() if problem == "-" else problem or ""
    return (Problem(text, chosen or language_of(text)),)


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= MAX_COUNT:
        raise argparse.ArgumentTypeError(f"a whole number from 1 to {MAX_COUNT} is needed")
    return int(text)
