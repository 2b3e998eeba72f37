"""`python -m evaluation compare A B`: whether two runs over the same problems differ, where, and why."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from evaluation.commands.report import add_out, give
from evaluation.reporting.comparison import comparison
from evaluation.reporting.page import load


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("first", type=Path, metavar="A", help="the folder of a run")
    parser.add_argument("second", type=Path, metavar="B", help="the folder of another")
    add_out(parser)


def main(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Write or print the page."""
    give(comparison(load(options.first), load(options.second)), options.out, "comparison")
    return 0
