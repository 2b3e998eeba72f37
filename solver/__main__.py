"""The terminal door: `python -m solver "x^2-5x+6=0"` prints the same stream as the page, readably or as JSON.

`python -m solver vary …` makes new problems instead (`solver.vary_command`), `python -m solver check` judges a student's lines
(`solver.check_command`), `python -m solver settings` lists what can be set (`solver.settings_command`).
Exit status: 0 answered, 2 no answer, 1 failure.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
from contextlib import aclosing
from pathlib import Path
from typing import assert_never

from solver import check_command, export_command, settings_command, vary_command
from solver.agent import DEFAULT, STRATEGIES
from solver.errors import ModelUnavailable, PictureRefused, SolverError
from solver.events import (
    Answer,
    Check,
    Code,
    Done,
    Event,
    Failure,
    Figure,
    Instruction,
    Methods,
    Output,
    Reasoning,
    Usage,
    Waiting,
    encode,
)
from solver.intake import language_of
from solver.ocr import ENGINES
from solver.ports import Language, PictureReading, Problem, Wait
from solver.sentences import say, sentence_of
from solver.services import Services
from solver.settings import load_settings
from solver.topics.methods import METHODS, name_of

COMMANDS = {"vary": vary_command.main, "check": check_command.main, "settings": settings_command.main}
MARKS = {"proved": "✓", "refuted": "✗", "unknown": "?"}
EXIT = {"answered": 0, "no-answer": 2, "step-limit": 2, "stopped": 1, "failed": 1}


class Printer:
    """Writes events for people: prose as it is, cells behind bars, outputs behind arrows."""

    def __init__(self) -> None:
        self._in_code: int | None = None
        self._line_open = False

    def text(self, event: Event) -> str:
        """What to print for the next event of a stream."""
        match event:
            case Reasoning(_, delta):
                return self._leave() + delta
            case Code(part, delta):
                text = "" if self._in_code == part else self._leave() + "\n"
                self._in_code = part
                for line in delta.splitlines(keepends=True):  # a delta may begin or end within a line
                    text += line if self._line_open else f"  │ {line}"
                    self._line_open = not line.endswith("\n")
                return text
            case Output(_, stream, text):
                mark = "!" if stream in ("error", "stderr") else "→"
                return self._leave() + "".join(f"  {mark} {line}\n" for line in text.splitlines())
            case Figure(_, _, data, alt):
                return self._leave() + f"  ▣ {alt} ({len(data):,} bytes)\n"
            case Answer(latex):
                return self._leave() + f"\nAnswer: {latex}\n"
            case Check(claim, verdict, method):
                return self._leave() + f"{MARKS[verdict]} {claim} ({method})\n"
            case Instruction(text) | Waiting(text):
                return self._leave() + f"\n({text.strip()})\n"
            case Methods(names, chosen):
                others = [name for name in names if name != chosen]
                return f"{self._leave()}  --method {' | '.join(others)}\n" if others else ""
            case Failure(_, message):
                return self._leave() + f"\n{message}\n"
            case Usage() | Done():
                return ""
            case _:
                assert_never(event)

    def _leave(self) -> str:
        end = "\n" if self._line_open else ""
        self._in_code, self._line_open = None, False
        return end


def _file(path: str) -> bytes:
    """What a file holds.

    Raises:
        SolverError: it cannot be read.
    """
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise SolverError(f"{path}: {error.strerror}") from error


async def read_picture(data: bytes, engine: str | None, language: Language) -> PictureReading:
    """What a picture says; what it waits for goes to standard error.

    Raises:
        SolverError: it cannot be read; the text is for the user.
    """
    services = Services(load_settings())
    try:
        return await services.ocr(engine).read(data, waiting=_tell)
    except (PictureRefused, ModelUnavailable) as error:
        raise SolverError(sentence_of(error, language)) from error
    finally:
        await services.close()


def _tell(wait: Wait) -> None:
    if wait.fraction is not None:
        print(f"… {wait.fraction:.0%}", file=sys.stderr)


def _chosen(reading: PictureReading, language: Language, number: int) -> str:
    """The problem of that number on a picture, after all that is to be known of the reading was printed.

    Raises:
        SolverError: there are not so many.
    """
    print(reading.markdown, end="\n\n")
    for note in reading.notes:
        print("·", say(note.code, language, **dict(note.values)), file=sys.stderr)
    if not 1 <= number <= len(reading.problems):
        raise SolverError(say("picture-several", language, count=len(reading.problems)))
    return reading.problems[number - 1].markdown


def posed(text: str, language: str | None, method: str | None) -> Problem:
    """The problem in the language to explain in."""
    chosen: Language = "zh" if language == "zh" else "en" if language == "en" else language_of(text)
    return Problem(text, chosen, method)


async def list_methods(problem: Problem) -> int:
    """Print the methods for a problem, the usual one first; the exit status."""
    services = Services(load_settings().model_copy(update={"warm_kernels": 0, "reading_workers": 1}))
    try:
        methods, _ = await services.methods(problem)
    finally:
        await services.close()
    for method in methods:
        print(f"{method:24} {name_of(method, problem.language)}")
    if not methods:
        print(say("no-methods", problem.language))
    return 0 if methods else 2


async def run(
    problem: Problem,
    *,
    model: str | None,
    as_json: bool,
    strategy: str | None = None,
    samples: int | None = None,
    export: Path | None = None,
) -> int:
    """Solve one problem on a session of its own; the exit status. `export` is a file for the solution."""
    status, printer, kept = 1, Printer(), list[Event]()
    settings = load_settings().model_copy(update={"warm_kernels": 1, "reading_workers": 1})
    if model is not None:
        settings = settings.model_copy(update={"model": model})
    services = Services(settings)
    await services.start()
    session = services.session()
    try:
        async with aclosing(
            session.solve(problem, model=services.models()[0], strategy=strategy, samples=samples)
        ) as events:
            async for event in events:
                kept.append(event)
                print(
                    encode(event) if as_json else printer.text(event), end="\n" if as_json else "", flush=True
                )
                if isinstance(event, Done):
                    status = EXIT[event.reason]
    finally:
        await session.close()
        await services.close()
    if export is not None:
        await export_command.save(export, problem, kept)
    return status


def main() -> int:
    """Parse the command line and run."""
    if sys.argv[1:] and (command := COMMANDS.get(sys.argv[1])):
        return command(sys.argv[2:])
    parser = _parser()
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.ERROR)
    if (arguments.problem is None) == (arguments.image is None):
        parser.error("give a problem, or --image FILE")
    try:
        return _obey(arguments)
    except (SolverError, LookupError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1
    except BrokenPipeError:  # the reader has seen enough: `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m solver", description="Solve a problem in the terminal.")
    parser.add_argument("problem", nargs="?", help="the problem; - reads it from standard input")
    parser.add_argument("--image", metavar="FILE", help="read the problem from a picture, then solve it")
    parser.add_argument(
        "--read-only", action="store_true", help="with --image: print what was read, solve nothing"
    )
    parser.add_argument(
        "--number", type=int, default=1, metavar="N", help="with --image: which problem on it"
    )
    parser.add_argument(
        "--ocr", choices=list(ENGINES), help="who reads the picture (STEPWISE_OCR, where none is given)"
    )
    parser.add_argument(
        "--model",
        help="who writes the solution (the first of STEPWISE_MODEL, where none is given): builtin, openai:NAME, or the name or folder of a local model",
    )
    parser.add_argument(
        "--lang", choices=("en", "zh"), help="language to explain in; default: that of the problem"
    )
    parser.add_argument(
        "--method",
        choices=sorted(METHODS),
        metavar="NAME",
        help="solve it by this method, whatever the text says",
    )
    parser.add_argument(
        "--strategy",
        choices=[name for name in STRATEGIES if name != "plain"],
        help=f"how a language model solves: {', '.join(n for n in STRATEGIES if n != 'plain')} (default: {DEFAULT})",
    )
    parser.add_argument("--samples", type=int, metavar="N", help="attempts of a vote")
    parser.add_argument("--methods", action="store_true", help="list the methods for this problem")
    parser.add_argument(
        "--export", metavar="FILE", help="write the solution to a file, too: .ipynb, .html, .pdf or .md"
    )
    parser.add_argument("--json", action="store_true", help="print one event a line, as JSON")
    return parser


def _obey(arguments: argparse.Namespace) -> int:
    """Read the problem, then do with it what the command line says; the exit status."""
    text = sys.stdin.read() if arguments.problem == "-" else arguments.problem
    if arguments.image is not None:
        shown: Language = "zh" if arguments.lang == "zh" else "en"
        reading = asyncio.run(read_picture(_file(arguments.image), arguments.ocr, shown))
        text = _chosen(reading, shown, arguments.number)
        if arguments.read_only:
            return 0
    problem = posed(text, arguments.lang, arguments.method)
    export = export_command.target(arguments.export, problem.language) if arguments.export else None
    if arguments.methods:
        return asyncio.run(list_methods(problem))
    return asyncio.run(
        run(
            problem,
            model=arguments.model,
            as_json=arguments.json,
            strategy=arguments.strategy,
            samples=arguments.samples,
            export=export,
        )
    )


if __name__ == "__main__":
    sys.exit(main())
