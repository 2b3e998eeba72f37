"""How well pictures are read: `python -m tests.bench.pictures [--each 54] [--start 0] [--show]`.

Prints `--each` pages of every kind in both languages from fixed seeds (`tests.ocr.printing`) and reads them as the reader's process does.
Writes the first part of `evaluation/results/pictures.md` (what stands there under headings of its own is kept): the character error rate of the
words, how many formulas were found where they stand, and the seconds a picture. Formulas are not judged as LaTeX here: that needs pix2tex's
real weights (`--weights FOLDER` says how many of their LaTeX are the same in sympy's eyes).
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import time
import unicodedata
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from solver.errors import PictureRefused
from solver.ocr.decoding import decode
from solver.ocr.ink import Span
from solver.ocr.page import Page, read
from solver.ocr.tesseract_run import TesseractFailed
from tests.ocr.printing import Corners, Kind, Printed, printed

RESULT: Final = Path(__file__).parents[2] / "evaluation" / "results" / "pictures.md"
KINDS: Final[tuple[Kind, ...]] = ("clean", "screenshot", "noisy")
LANGUAGES: Final = ("en", "zh")
OVERLAP: Final = 0.5
"""Of both rectangles together: with less a formula was not found where it stands."""
LIMITS: Final[dict[Kind, float]] = {"clean": 0.03, "screenshot": 0.03, "noisy": 0.08}
HAN: Final = "\u3400-\u9fff"
MARKS: Final = str.maketrans("，。？！：；、", ",.?!:;,")


@dataclass(slots=True)
class Row:
    """What was measured of one kind and language."""

    kind: Kind
    language: str
    pictures: int = 0
    refused: int = 0
    characters: int = 0
    errors: int = 0
    formulas: int = 0
    found: int = 0
    superfluous: int = 0
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def add(self, other: Row) -> None:
        """Count what another row has counted."""
        for name in (
            "pictures",
            "refused",
            "characters",
            "errors",
            "formulas",
            "found",
            "superfluous",
            "seconds",
            "processor",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def cells(self) -> str:
        """The row of the table."""
        times = np.array(self.processor or [0.0])
        return (
            f"| {self.kind} | {self.language} | {self.pictures} | {self.errors / max(self.characters, 1):.2%} | {LIMITS[self.kind]:.0%} "
            f"| {self.found} of {self.formulas} ({self.found / max(self.formulas, 1):.1%}) | {self.superfluous} | {self.refused} "
            f"| {np.median(times):.2f} | {np.percentile(times, 95):.2f} |"
        )


def plain(text: str) -> str:
    """Words to compare: full-width marks as half-width ones, spaces that no reader sees left out."""
    text = unicodedata.normalize("NFKC", text).translate(MARKS)
    text = re.sub(r"\s+", " ", text).strip()
    if re.search(f"[{HAN}]", text):
        text = re.sub(rf"(?<=[{HAN},.?!:;0-9]) | (?=[{HAN}])", "", text)
    return re.sub(r" (?=[.,;:?!])", "", text)


def distance(one: str, other: str) -> int:
    """Levenshtein's: characters to insert, delete or replace."""
    above = list(range(len(other) + 1))
    for row, a in enumerate(one, 1):
        here = [row]
        for column, b in enumerate(other, 1):
            here.append(min(above[column] + 1, here[-1] + 1, above[column - 1] + (a != b)))
        above = here
    return above[-1]


def words_of(page: Page) -> str:
    """The words of a page as they were read, a space for every formula."""
    text = ""
    for at, found in enumerate(page.found):
        if at and found.line != page.found[at - 1].line:
            text += "\n"
        text += (" " if found.gap else "") + (found.text if found.kind == "text" else " ")
    return text


def found_of(truth: Sequence[Corners], page: Page) -> tuple[int, int]:
    """How many formulas were found where they stand, and how many that are none."""
    matrix = page.prepared.matrix * page.prepared.scale
    spans = [f.span for f in page.found if f.kind == "formula"]
    used = set[int]()
    hits = 0
    for corners in truth:
        moved = corners @ matrix[:, :2].T + matrix[:, 2]
        shares = [_share(moved, span) for span in spans]
        if shares and max(shares) >= OVERLAP:
            hits += 1
            used.add(int(np.argmax(shares)))
    return hits, len(spans) - len(used)


def _share(corners: Corners, span: Span) -> float:
    """The area that two rectangles share, of the area that they cover together."""
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    width = min(right, span.right) - max(left, span.left)
    height = min(bottom, span.bottom) - max(top, span.top)
    shared = max(width, 0.0) * max(height, 0.0)
    return float(shared / ((right - left) * (bottom - top) + span.width * span.height - shared))


def processor_s() -> float:
    """Seconds of processor time that this process and those that it started have used."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def measured(kind: Kind, language: str, seed: int, show: bool) -> Row:
    """The row of one picture."""
    cv2.setNumThreads(1)
    row = Row(kind, language)
    measure(row, printed(seed, kind, "en" if language == "en" else "zh"), show=show)
    return row


def measure(row: Row, picture: Printed, *, show: bool) -> Page | None:
    """Read one picture and add what came of it to a row."""
    expected = plain(picture.words)
    row.pictures += 1
    row.characters += len(expected)
    row.formulas += len(picture.formulas)
    started, used = time.perf_counter(), processor_s()
    try:
        page = read(decode(picture.image).image, timeout_s=60)
    except (PictureRefused, TesseractFailed) as error:
        row.refused += 1
        row.errors += len(expected)
        print(f"refused: {error}")
        return None
    row.seconds.append(time.perf_counter() - started)
    row.processor.append(processor_s() - used)
    got = plain(words_of(page))
    errors = distance(expected, got)
    hits, superfluous = found_of(picture.formulas, page)
    row.errors += errors
    row.found += hits
    row.superfluous += superfluous
    if show and (errors or superfluous or hits < len(picture.formulas)):
        print(
            f"{row.kind} {row.language} {picture.style.font.name} {picture.style.size}: {errors} errors, {picture.latex}"
        )
        print(f"  wanted: {expected}\n  got:    {got}")
        print("  formulas:", [f.text for f in page.found if f.kind == "formula"])
    return page


def same_formulas(pages: Sequence[tuple[Printed, Page]], weights: str) -> str:
    """A sentence on how many formulas pix2tex read as what they are, by its real weights."""
    from math_verify import parse, verify

    from solver.ocr.formula_reader import Reader
    from solver.ocr.reader import crop

    reader, same, total = Reader(Path(weights), lambda _: None), 0, 0
    for picture, page in pages:
        formulas = [f for f in page.found if f.kind == "formula"]
        if len(formulas) != len(picture.latex):
            total += len(picture.latex)
            continue
        for latex, found in zip(picture.latex, formulas, strict=True):
            read_latex, _ = reader.read(crop(page, found), 60)
            total += 1
            same += bool(verify(parse(f"${latex}$"), parse(f"${read_latex}$")))
    return f"pix2tex read {same} of {total} formulas as what they are (math-verify, on the formulas that were found)."


def machine() -> str:
    """Where it was measured."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")),
        platform.machine(),
    )
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return f"{os.cpu_count()} × {model}, load {load:.1f} at the end"


def report(rows: Sequence[Row], command: str, more: str) -> str:
    """The page of results."""
    total = sum(row.pictures for row in rows)
    formulas, found = sum(r.formulas for r in rows), sum(r.found for r in rows)
    processor = np.array([s for row in rows for s in row.processor])
    seconds = np.array([s for row in rows for s in row.seconds])
    rates = [
        f"{name} {sum(r.errors for r in part) / max(sum(r.characters for r in part), 1):.2%}"
        for name, part in (
            ("clean print and screenshots", [r for r in rows if r.kind != "noisy"]),
            ("with noise", [r for r in rows if r.kind == "noisy"]),
        )
    ]
    return f"""# Reading pictures

{total} pictures of problems, made by `tests/ocr/printing.py` from fixed seeds: English and Chinese, ten fonts, formulas set by matplotlib in
three, sizes from 15 to 54 pixels. *Clean* is black on white; a *screenshot* is small and may be light on dark; *noisy* is a photo: askew and seen
from the side, light from one side and a shadow, grain, blur, JPEG, a quarter of them with a screen's pattern, some on their head.

`{command}` on {date.today().isoformat()}: {machine()}.

Character error rate of the words: {"; ".join(rates)}. Formulas found: {found} of {formulas} ({found / max(formulas, 1):.1%}).
Seconds of processor time a picture, warm, two processes of Tesseract at a time: median {np.median(processor):.2f}, 95 % within
{np.percentile(processor, 95):.2f}; by the clock of this machine, which did other work besides, median {np.median(seconds):.2f}.

| kind | language | pictures | error rate | limit | formulas found | superfluous | refused | median processor s | 95 % |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|
{chr(10).join(row.cells() for row in rows)}

The error rate counts every character that must be inserted, deleted or replaced, full-width marks as half-width ones; what was
taken for a formula and is none counts as deleted words. A formula is found where one region shares at least half of the area that both cover.
{more}
"""


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.pictures")
    parser.add_argument("--each", type=int, default=54, help="pictures of every kind and language")
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--processes", type=int, default=1, help="pictures that are read at once")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--show", action="store_true", help="print what was read wrongly")
    parser.add_argument("--weights", help="a folder with pix2tex's real weights: judge the formulas, too")
    arguments = parser.parse_args()
    pool = ProcessPoolExecutor(arguments.processes)
    rows: list[Row] = []
    pages: list[tuple[Printed, Page]] = []
    for kind in KINDS:
        for language in LANGUAGES:
            if kind not in arguments.kinds.split(","):
                continue
            row = Row(kind, language)
            seeds = range(arguments.start, arguments.start + arguments.each)
            for one in pool.map(partial(measured, kind, language, show=arguments.show), seeds):
                row.add(one)
            for seed in seeds if arguments.weights else ():
                picture = printed(seed, kind, "en" if language == "en" else "zh")
                pages.append((picture, read(decode(picture.image).image, timeout_s=60)))
            rows.append(row)
            print(row.cells(), flush=True)
    more = (
        same_formulas(pages, arguments.weights)
        if arguments.weights
        else (
            "Formulas were not judged as LaTeX: pix2tex's weights could not be had here. `--weights FOLDER` measures them."
        )
    )
    if arguments.kinds == ",".join(KINDS) and not arguments.start:
        command = f"python -m tests.bench.pictures --each {arguments.each} --processes {arguments.processes}"
        below = RESULT.read_text(encoding="utf-8").partition("\n## ") if RESULT.exists() else ("", "", "")
        RESULT.write_text(report(rows, command, more) + below[1] + below[2], encoding="utf-8")


if __name__ == "__main__":
    main()
