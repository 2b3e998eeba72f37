"""`python -m evaluation gap DIR --target 90.6`: what lies between a run and a score that it should have reached."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from evaluation.commands.report import add_out, give
from evaluation.reporting.comparison import gap
from evaluation.reporting.page import load
from evaluation.rows import BadData


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder of a run")
    parser.add_argument("--target", type=float, required=True, help="the other score, in percent")
    parser.add_argument("--what", default="the published score", help="whose score that is")
    add_out(parser)


def main(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Write or print the page."""
    if not 0 <= options.target <= 100:
        raise BadData("--target is a score in percent, 0 to 100")
    give(gap(load(options.folder), options.target, options.what), options.out, "gap")
    return 0
