"""`python -m evaluation report`: a page of the results in some folders."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from evaluation.report import page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--by", choices=("dataset", "subject"), default="subject")
    parser.add_argument("--out", type=Path, help="a Markdown file; without it the page is printed")


def main(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Write or print the page."""
    text = page(options.folders, by=options.by)
    if options.out is None:
        print(text, end="")
    else:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(text, encoding="utf-8")
    return 0
