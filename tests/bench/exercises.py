"""How pages of several exercises are read: `python -m tests.bench.exercises [--each 10] [--start 0] [--photos] [--show]`.

Numbered problems from fixed seeds in one column, or in two that are numbered down or across, half of them below a heading. The reading is what
the page would show with the engine `tesseract`. A problem is *found* where the page lists it under its number with its own words, at most a
fifth of them wrong; a page is *whole* where all are found, in order, and nothing else is listed.
"""

from __future__ import annotations

import argparse
import io
import random
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from PIL import Image

from solver.errors import PictureRefused
from solver.ocr.assembling import assemble, part_of
from solver.ocr.decoding import decode
from solver.ocr.page import read
from solver.ocr.reader import told
from solver.ports import Language, Picture, PictureReading
from tests.bench.pictures import LANGUAGES, distance, plain
from tests.ocr.printing import FONTS, MATHEMATICS, Grey, Style, photographed, set_page
from tests.ocr.texts import problem

LAYOUTS: Final = ("one column", "two, numbered down", "two, numbered across")
HEADINGS: Final[dict[Language, str]] = {
    "en": "Exercises on equations and fractions for the second year",
    "zh": "第三单元练习题，请认真完成并写出解题过程",
}
MOST_WRONG: Final = 0.2
"""Of a problem's words: with more it was mixed with another."""


def exercises(seed: int, language: Language, layout: str, *, photo: bool) -> tuple[bytes, list[str]]:
    """A page as PNG, and the words of its problems in the order of their numbers."""
    draw = random.Random(f"{seed} {language} {layout} exercises")
    font = draw.choice([path for path in FONTS[language] if path.exists()])
    size = draw.choice((28, 32, 36))
    in_rows = draw.randint(2, 4)
    columns = 1 if layout == LAYOUTS[0] else 2
    style = Style(font, size, size * (30 if columns == 1 else 25), draw.choice(MATHEMATICS), 1.5, size)
    blocks, words = list[Grey](), list[str]()
    for number in range(1, in_rows * columns + 1):
        pixels, said, _, _ = set_page([[f"{number}. ", *problem(draw, language)]], style, language)
        blocks.append(pixels)
        words.append(re.sub(r"^\s*\d+\.\s*", "", said))
    if columns == 1:
        page = _stacked(blocks)
    elif layout == LAYOUTS[1]:
        page = _beside(_stacked(blocks[:in_rows]), _stacked(blocks[in_rows:]))
    else:
        rows = zip(blocks[::2], blocks[1::2], strict=True)
        page = _stacked([_beside(left, right) for left, right in rows])
    if draw.random() < 0.5:
        wide = Style(font, round(1.2 * size), page.shape[1], style.mathematics, 1.5, size)
        page = _stacked([set_page([[HEADINGS[language]]], wide, language)[0], page])
    page = np.pad(page, size, constant_values=255)
    if photo:
        page, _ = photographed(page, [], draw, style)
    buffer = io.BytesIO()
    Image.fromarray(page).convert("RGB").save(buffer, "PNG")
    return buffer.getvalue(), words


def _stacked(blocks: Sequence[Grey]) -> Grey:
    width = max(block.shape[1] for block in blocks)
    return np.vstack([np.pad(b, ((0, 0), (0, width - b.shape[1])), constant_values=255) for b in blocks])


def _beside(left: Grey, right: Grey) -> Grey:
    height = max(left.shape[0], right.shape[0])
    return np.hstack(
        [np.pad(b, ((0, height - b.shape[0]), (0, 0)), constant_values=255) for b in (left, right)]
    )


def reading_of(data: bytes) -> PictureReading:
    """What the page would show."""
    page = read(decode(data).image, timeout_s=60)
    parts = [part_of(told(found, page)) for found in page.found]
    return assemble(parts, {}, Picture(b"", "image/png", 1, 1), [], "tesseract")


def measured(seed: int, language: Language, layout: str, *, photo: bool, show: bool) -> tuple[int, int, bool]:
    """Of one page: problems that are on it, that were found, and whether it is whole."""
    data, wanted = exercises(seed, language, layout, photo=photo)
    try:
        reading = reading_of(data)
    except PictureRefused as error:
        print(f"refused: {error}")
        return len(wanted), 0, False
    got = [
        (one.label.strip(" ."), plain(re.sub(r"\$[^$]*\$", " ", one.markdown))) for one in reading.problems
    ]
    found = 0
    for number, words in enumerate(wanted, 1):
        here = [text for label, text in got if label == str(number)]
        expected = plain(words)
        found += len(here) == 1 and distance(here[0], expected) <= MOST_WRONG * max(len(expected), 10)
    whole = found == len(wanted) and [label for label, _ in got] == [
        str(n) for n in range(1, len(wanted) + 1)
    ]
    if show and not whole:
        print(f"{layout} {language} {seed}: {found} of {len(wanted)}")
        print("\n".join(f"  wanted {n}: {plain(w)}" for n, w in enumerate(wanted, 1)))
        print("\n".join(f"  got {label}: {text}" for label, text in got))
    return len(wanted), found, whole


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.exercises")
    parser.add_argument("--each", type=int, default=5, help="pages of every layout and language")
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--photos", action="store_true", help="askew, in uneven light, blurred, with grain")
    parser.add_argument("--show", action="store_true", help="print the pages that are not whole")
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    for layout in LAYOUTS:
        for language in LANGUAGES:
            total: Counter[str] = Counter()
            for seed in range(arguments.start, arguments.start + arguments.each):
                there, found, whole = measured(
                    seed, language, layout, photo=arguments.photos, show=arguments.show
                )
                total.update(problems=there, found=found, whole=whole)
            kind = "photo" if arguments.photos else "print"
            print(
                f"| {kind} | {layout} | {language} | {arguments.each} | {total['found']} of {total['problems']} | {total['whole']} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
