"""How simple formulas are read without pix2tex: `python -m tests.bench.simple_formulas [--each 30] [--start 0] [--photos] [--show]`.

Fractions, powers and roots, each in a sentence in English or Chinese, printed from fixed seeds; the reading is what the page would show with the
engine `tesseract`. A formula is *right* (the same LaTeX), *uncertain* (something of it is marked as doubtful, or it is shown as unread), or
*silently wrong*: nothing that stands in its place is marked, and it is another formula. The last must not be.
"""

from __future__ import annotations

import argparse
import io
import random
import re
from collections import Counter
from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
from PIL import Image

from solver.ocr.assembling import DOUBTFUL, assemble, part_of
from solver.ocr.decoding import decode
from solver.ocr.page import read, transcribed
from solver.ocr.reader import told
from solver.ports import Language, Picture, Region
from tests.ocr.printing import FONTS, MATHEMATICS, Style, photographed, set_page

SENTENCES: Final[dict[Language, tuple[str, str]]] = {
    "en": ("Calculate the value of ", " and write it down."),
    "zh": ("请计算", "的值，并写出过程。"),
}
SHAPES: Final[tuple[Callable[[Callable[[int, int], int], str], str], ...]] = (
    lambda n, x: rf"\frac{{{n(1, 9)}}}{{{n(2, 12)}}}",
    lambda n, x: rf"\frac{{{n(1, 9)}}}{{{n(2, 9)}}}+\frac{{{n(1, 9)}}}{{{n(2, 9)}}}",
    lambda n, x: rf"{n(2, 9)}\frac{{{n(1, 5)}}}{{{n(6, 9)}}}",
    lambda n, x: rf"\frac{{{x}+{n(1, 9)}}}{{{n(2, 9)}}}={n(2, 9)}",
    lambda n, x: rf"\frac{{{x}^{{2}}}}{{{n(2, 9)}}}",
    lambda n, x: rf"{n(2, 12)}^{{{n(2, 5)}}}",
    lambda n, x: rf"{x}^{{{n(2, 5)}}}",
    lambda n, x: rf"{x}^{{2}}-{n(2, 9)}{x}+{n(1, 9)}=0",
    lambda n, x: rf"2^{{{x}}}={n(2, 64)}",
    lambda n, x: rf"10^{{-{n(2, 6)}}}",
    lambda n, x: rf"({x}+{n(1, 9)})^{{2}}={n(4, 81)}",
    lambda n, x: rf"\sqrt{{{n(2, 99)}}}",
    lambda n, x: rf"{n(2, 9)}\sqrt{{{n(2, 20)}}}",
    lambda n, x: rf"\sqrt{{{x}+{n(1, 9)}}}={n(2, 9)}",
    lambda n, x: rf"\sqrt{{{x}^{{2}}+{n(1, 9)}}}",
    lambda n, x: rf"\frac{{\sqrt{{{n(2, 9)}}}}}{{{n(2, 9)}}}",
    lambda n, x: rf"{n(1, 9)}.{n(1, 9)}^{{2}}",
    lambda n, x: rf"{x}^{{{n(11, 15)}}}",
)  # fmt: skip


def outcome(seed: int, language: Language, *, photo: bool, show: bool) -> str:
    """What came of one picture."""
    draw = random.Random(f"{seed} {language} simple")
    latex = SHAPES[seed % len(SHAPES)](draw.randint, draw.choice("xyabnt"))
    font = draw.choice([path for path in FONTS[language] if path.exists()])
    size = draw.choice((24, 28, 32, 40, 54))
    style = Style(font, size, size * 30, draw.choice(MATHEMATICS), 1.6, size * 2)
    before, behind = SENTENCES[language]
    pixels, _, _, boxes = set_page([[before, f"${latex}$", behind]], style, language)
    if photo:
        pixels, boxes = photographed(pixels, boxes, draw, style)
    buffer = io.BytesIO()
    Image.fromarray(pixels).convert("RGB").save(buffer, "PNG")
    page = transcribed(read(decode(buffer.getvalue()).image, timeout_s=60), timeout_s=60)
    parts = [part_of(told(found, page)) for found in page.found]
    reading = assemble(parts, {}, Picture(b"", "image/png", 1, 1), [], "tesseract")
    corners = boxes[0] @ page.prepared.matrix[:, :2].T + page.prepared.matrix[:, 2]
    there = [region for region in reading.regions if _touches(region, corners)]
    seen = "".join(re.sub(r"\s", "", r.markdown.replace("$", "")) for r in there if r.kind == "formula")
    doubted = not there or any(r.confidence < DOUBTFUL for r in there)
    if seen == latex.replace(" ", ""):
        result = "right" if not doubted else "right, but doubted"
    else:
        result = "uncertain" if doubted else "silently wrong"
    if show and result != "right":
        print(
            f"{result}: {latex} in {style.mathematics} {size} {font.name} as {[(r.markdown, round(r.confidence, 2)) for r in there]}"
        )
    return result


def _touches(region: Region, corners: np.ndarray) -> bool:
    """Whether a region covers a notable part of where the formula stands."""
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    box = region.box
    width = min(right, box.left + box.width) - max(left, box.left)
    height = min(bottom, box.top + box.height) - max(top, box.top)
    return width > 0.15 * min(right - left, box.width) and height > 0.3 * min(bottom - top, box.height)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.simple_formulas")
    parser.add_argument("--each", type=int, default=30, help="formulas in every language")
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--photos", action="store_true", help="askew, in uneven light, blurred, with grain")
    parser.add_argument("--show", action="store_true", help="print what was not read rightly")
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    for language in SENTENCES:
        seeds = range(arguments.start, arguments.start + arguments.each)
        found = Counter(outcome(s, language, photo=arguments.photos, show=arguments.show) for s in seeds)
        print(f"| {'photo' if arguments.photos else 'print'} | {language} | {arguments.each} | " + " | ".join(
            str(found[name]) for name in ("right", "right, but doubted", "uncertain", "silently wrong")) + " |")  # fmt: skip


if __name__ == "__main__":
    main()
