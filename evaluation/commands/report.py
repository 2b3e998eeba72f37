"""`python -m evaluation report`: a page of the results in some folders, as Markdown and as one HTML file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from evaluation.reporting.html import html_page
from evaluation.reporting.page import Page, load, report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR", help="folders of runs")
    add_out(parser)


def add_out(parser: argparse.ArgumentParser) -> None:
    """Where a page goes."""
    parser.add_argument(
        "--out",
        type=Path,
        help="a folder for report.md and report.html, or one .md or .html file; without it it is printed",
    )


def main(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Write or print the page."""
    give(report([load(folder) for folder in options.folders]), options.out, "report")
    return 0


def give(page: Page, out: Path | None, name: str) -> None:
    """Print a page, or write it: both forms with its pictures into a folder, or the one form that a file's name asks for."""
    if out is None:
        print(page.markdown, end="")
        return
    files = [out] if out.suffix in (".md", ".html") else [out / f"{name}.md", out / f"{name}.html"]
    files[0].parent.mkdir(parents=True, exist_ok=True)
    for file in files:
        if file.suffix == ".html":
            file.write_text(html_page(page.title, page.markdown, page.pictures), encoding="utf-8")
        else:
            file.write_text(page.markdown, encoding="utf-8")
            for address, svg in page.pictures.items():
                file.with_name(address).write_text(svg, encoding="utf-8")
