"""`python -m evaluation ablate … --vary strategy=vote --vary samples=8`: change one thing at a time, and see what it does.

Each variation is a run of its own over the same problems, in a subfolder of `--out`; a command that was stopped goes on
where it was. What is varied: strategy, samples, seed, quantize (none or nf4), examples (solved problems that the model is
shown), prompts (a folder of `solver/prompts`), and grader, for which nothing is solved again. samples=N is a vote of so many,
where the shared options name no strategy.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from evaluation.commands.regrade import GRADERS, regrade
from evaluation.commands.report import give
from evaluation.commands.run import AGAIN
from evaluation.folder import RESULTS, RunFolder
from evaluation.reporting.comparison import pairs_of
from evaluation.reporting.figures import figures
from evaluation.reporting.html import cell
from evaluation.reporting.page import Page, Run, load
from evaluation.rows import BadData

OPTIONS: Final = ("strategy", "samples", "seed")
"""What is an option of `run`."""
SETTINGS: Final = ("quantize", "examples", "prompts")
"""What is a setting of the product, and so a variable of the environment."""
BASE: Final = "base"
STDERR: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--vary", action="append", required=True, metavar="WHAT=VALUE[,VALUE…]", help="may be repeated"
    )
    parser.add_argument("--out", type=Path, required=True, help="the folder for all of the runs and the page")
    parser.add_argument(
        "rest", nargs=argparse.REMAINDER, metavar="-- OPTIONS", help="the options of `run` that all share"
    )


def main(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Make the runs that are missing, and the page of all of them."""
    shared = [word for word in options.rest if word != "--"]
    variations = _variations(options.vary)
    base = options.out / BASE
    if status := _run(base, shared, {}):
        return status
    for what, value in variations:
        folder = options.out / f"{what}={value}"
        if what == "grader":
            if not (folder / RESULTS).exists():
                asyncio.run(regrade(RunFolder(base), RunFolder(folder), value))
        elif status := _run(folder, shared, {what: value}):
            return status
    runs = [load(options.out / f"{what}={value}") for what, value in variations]
    give(ablation(load(base), runs), options.out, "ablation")
    print((options.out / "ablation.md").read_text(encoding="utf-8"), end="")
    return 0


def _variations(asked: Sequence[str]) -> list[tuple[str, str]]:
    found = []
    for words in asked:
        what, _, values = words.partition("=")
        if what not in (*OPTIONS, *SETTINGS, "grader") or not values:
            known = ", ".join((*OPTIONS, *SETTINGS, "grader"))
            raise BadData(f"--vary {words}: it is WHAT=VALUE with WHAT one of {known}")
        if what == "grader" and (wrong := set(values.split(",")) - set(GRADERS)):
            raise BadData(f"no grader {sorted(wrong)[0]!r} (known: {', '.join(GRADERS)})")
        found += [(what, value) for value in values.split(",")]
    return found


def _run(folder: Path, shared: Sequence[str], change: Mapping[str, str]) -> int:
    """A run in a process of its own: a model that one variation loaded leaves the memory before the next."""
    command = [sys.executable, "-m", "evaluation", "run", *shared, "--out", str(folder)]
    command += ["--resume"] if (folder / RESULTS).exists() else []
    for what in OPTIONS:
        if what in change:
            command += [f"--{what}", change[what]]
    if "samples" in change and not any(word.startswith("--strategy") for word in shared):
        command += ["--strategy", "vote"]  # nothing else draws several
    environment = {f"STEPWISE_{what.upper()}": value for what, value in change.items() if what in SETTINGS}
    told = " ".join([*(f"{k}={v}" for k, v in environment.items()), shlex.join(command[1:])])
    print(f"\n{told}", file=sys.stderr, flush=True)
    status = subprocess.run(command, env=os.environ | environment, stdout=STDERR, check=False).returncode
    return 0 if status == AGAIN else status


def ablation(base: Run, runs: Sequence[Run]) -> Page:
    """One line a variation: its score, and its difference to the base over the same problems."""
    page, f = Page("Ablation"), figures(base.rows)
    low, high = f.interval
    lines = [
        "| | score | less base, points | 95 % interval | p | median s | tokens a problem |",
        "|---|---:|---:|---:|---:|---:|---:|",
        f"| base | {f.coverage:.1%} | | {low:.1%} to {high:.1%} (its score) | | {f.median_s:.1f} | {_tokens(f.tokens, f.total)} |",
    ]
    for run in runs:
        pairs, _ = pairs_of(base.rows, run.rows)
        g, (low, high) = figures(run.rows), pairs.interval()
        lines.append(
            f"| {cell(run.name)} | {g.coverage:.1%} | {100 * pairs.difference:+.1f} | {100 * low:+.1f} to {100 * high:+.1f} | "
            f"{pairs.p_value():.3g} | {g.median_s:.1f} | {_tokens(g.tokens, g.total)} |"
        )
    page.add(
        "# Ablation",
        f"Model `{base.header.get('model', '')}`, {f.total} problems; one thing changed at a time. Differences are paired by "
        "problem; p is that of McNemar's exact test.",
        "\n".join(lines),
        "Base: `" + str(base.header.get("command", "")) + "`",
    )
    return page


def _tokens(tokens: int | None, of: int) -> str:
    return "-" if tokens is None else f"{tokens / of:.0f}"
