"""`python -m training STAGE --config FILE.yaml --out FOLDER [--resume] [name=value …]`; each stage is one row of `STAGES`."""

from __future__ import annotations

import argparse
import asyncio
import inspect
import signal
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import aclosing, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError

from evaluation.rows import BadData
from solver.errors import SolverError
from training.folder import StageFolder

STAGES: Final[Mapping[str, tuple[str, str]]] = {
    "import": ("training.importers.stage", "problems and solutions of a published data set as examples"),
    "synthesize": (
        "training.synthesis",
        "new problems by a teacher: the built-in tutor, or a language model",
    ),
    "solve": ("training.sampling", "solve problems several times, keep right solutions that differ (RFT)"),
    "label": (
        "training.sampling.labels",
        "a model's right and wrong solutions, and how good each step of them is",
    ),
    "clean": ("training.cleaning.stage", "mend or drop broken, repeated and contaminated examples"),
    "pretrain": ("training.fine_tuning.pretrain", "a small model from nothing, on a CPU"),
    "sft": ("training.fine_tuning.sft", "fine-tune a model on examples: QLoRA, LoRA, or all of its weights"),
    "reward": ("training.fine_tuning.grpo", "reinforce a model with verified answers (GRPO)"),
    "reward-model": (
        "training.fine_tuning.reward_model",
        "a model that judges solutions, or each of their steps, for best-of-N",
    ),
    "measure": ("training.measuring", "let a model solve problems in the product, and count"),
    "merge": (
        "training.fine_tuning.merge",
        "make an adapter part of its model: safetensors, and GGUF for llama.cpp",
    ),
    "export": ("training.export", "write examples in a trainer's format, each program run again"),
}
"""Name → its module, and what it does. A module has `Config` (a pydantic model: its YAML), `inputs(config)` (the files and
folders that it reads) and `outcomes(config, done)`, an async generator of an `Outcome` for each input that is not done. One that
writes more than examples has `conclude(config, folder)`, too, async or not, which is called when all of them are written."""
EVERY_S: Final = 10.0
"""Between lines of progress."""


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    stages = top.add_subparsers(dest="stage", required=True)
    for name, (_, what) in STAGES.items():
        stage = stages.add_parser(name, help=what, description=what)
        stage.add_argument("--config", type=Path, help="a YAML file of settings")
        stage.add_argument("--out", type=Path, required=True, help="the folder to write")
        stage.add_argument("--resume", action="store_true", help="go on with a folder that was begun")
        stage.add_argument("settings", nargs="*", metavar="name=value", help="instead of what the file says")
    return top


def settings(file: Path | None, given: Sequence[str]) -> dict[str, Any]:
    """The settings of a file with those of the command line over them; values are read as YAML.

    Raises:
        BadData: the file cannot be read or is no mapping, or what was given is not `name=value`.

    >>> settings(None, ["most=3", "languages=[en, zh]"])
    {'most': 3, 'languages': ['en', 'zh']}
    """
    found: Any = {}
    try:
        if file is not None:
            found = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        if not isinstance(found, dict):
            raise BadData(f"{file} holds no settings: it must be a mapping, `name: value` a line")
        for one in given:
            name, sign, value = one.partition("=")
            if not sign:
                raise BadData(f"{one!r} is not name=value")
            found[name] = yaml.safe_load(value)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadData(f"{file or ' '.join(given)} cannot be read: {error}") from error
    return found


async def run(name: str, given: Mapping[str, Any], out: Path, *, resume: bool) -> Counter[str]:
    """Run a stage to its end; how many examples were kept, and how many dropped, by reason.

    Raises:
        BadData: settings, inputs or the folder are not what they should be.
        OSError: a row could not be written; what is done is kept.
    """
    module = import_module(STAGES[name][0])
    try:
        config = module.Config(**given)
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise BadData(f"settings of {name}: {wrong}") from error
    folder, count = StageFolder(out), 0
    began_at = told_at = time.monotonic()
    with folder.alone():
        done = folder.begin(name, config.model_dump(mode="json"), module.inputs(config), resume=resume)
        async with aclosing(module.outcomes(config, done)) as outcomes:
            async for outcome in outcomes:
                folder.keep(outcome)
                count += 1
                if time.monotonic() - told_at >= EVERY_S:
                    told_at = time.monotonic()
                    a_minute = 60 * count / (told_at - began_at)
                    print(f"{len(done) + count} done, {a_minute:.0f} a minute", file=sys.stderr, flush=True)
        counts = folder.finish()
        if hasattr(module, "conclude"):
            concluding = module.conclude(config, folder)
            if inspect.isawaitable(concluding):
                await concluding
        return counts


async def _run(options: argparse.Namespace, given: Mapping[str, Any]) -> Counter[str]:
    """As `run`; SIGTERM, which clusters send before they kill, ends it as Ctrl-C does."""
    with suppress(NotImplementedError):  # Windows
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        assert task is not None
        loop.add_signal_handler(signal.SIGTERM, task.cancel)
    return await run(options.stage, given, options.out, resume=options.resume)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a stage; 2 where settings, data or the folder are not what they should be, 130 after Ctrl-C or SIGTERM."""
    options = parser().parse_args(arguments)
    try:
        given = settings(options.config, options.settings)
        counts = asyncio.run(_run(options, given))
    except (BadData, SolverError) as error:
        print(f"{error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(
            f"{options.out} cannot be written: {error}\nWhat is done is kept. Mend it and go on with --resume.",
            file=sys.stderr,
        )
        return 2
    except (KeyboardInterrupt, asyncio.CancelledError):
        print("\nStopped; what is done is kept. Go on with --resume.", file=sys.stderr)
        return 130
    print(f"{options.out}: {counts.pop('kept', 0)} examples kept")
    for reason, count in counts.most_common():
        print(f"  {count:>8} dropped: {reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
