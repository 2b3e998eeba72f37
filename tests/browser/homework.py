"""A page of homework as a picture, and a small reader that knows what stands on it.

The reader opens whatever is sent with Pillow, refuses what Pillow cannot open, gives back an upright picture without metadata, and says
what the page says; how it behaves (slow, without formulas, away) is set by a test.
"""

from __future__ import annotations

import asyncio
import io
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from PIL import Image, ImageOps, UnidentifiedImageError

from solver.errors import ModelUnavailable, PictureRefused
from solver.ports import Box, Content, Note, Picture, PictureProblem, PictureReading, Region, Wait

Line = Sequence[tuple[str, float]]  # pieces of a line as the reader gives them, and its confidence

TWO: Final[dict[str, Line]] = {
    "1": [("1\\. Find the vertex of", 0.97), ("$y=x^2-4x+8$", 0.58), ("for \\$0.", 0.93)],
    "2": [("2\\. Solve", 0.95), (r"$\frac{x+1}{2}=3$", 0.76), ("for x.", 0.9)],
}
SOLD: Final[dict[str, Line]] = {"": [("小明有5个苹果，又买了3个苹果，他一共有多少个苹果？", 1)]}
CHINESE: Final[dict[str, Line]] = {
    "（1）": [("（1）求抛物线", 0.96), ("$y=x^2-4x+3$", 0.91), ("的顶点。", 0.94)],
    "（2）": [("（2）解方程", 0.95), (r"$\frac{x+1}{2}=3$", 0.72), ("。", 0.4)],
}
SIZE_PX: Final = (1000, 420)


def page(problems: dict[str, Line] = TWO, *, right: bool = True) -> bytes:
    """PNG of the problems, one a line; `right` corrects what the reader gets wrong."""
    return _drawn(problems, right=right)[0]


def _drawn(problems: dict[str, Line], *, right: bool) -> tuple[bytes, list[tuple[float, ...]]]:
    """The picture and where each piece stands on it, as shares."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    plt.rcParams["font.sans-serif"] = ["Noto Sans CJK SC", "DejaVu Sans"]
    width, height = SIZE_PX
    figure = plt.figure(figsize=(width / 100, height / 100), dpi=100, facecolor="#fdfcf8")
    boxes = []
    for row, line in enumerate(problems.values()):
        left = 40.0
        for text, _ in line:
            words = text.replace("\\.", ".").replace("+8$", "+3$" if right else "+8$")
            drawn = figure.text(left / width, 0.72 - 0.36 * row, words, fontsize=22)
            place = drawn.get_window_extent(figure.canvas.get_renderer())  # type: ignore[attr-defined]
            boxes.append(
                (
                    place.x0 / width,
                    1 - place.y1 / height,
                    place.width / width,
                    place.height / height,
                )
            )
            left = place.x1 + 14
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", facecolor=figure.get_facecolor())
    plt.close(figure)
    return buffer.getvalue(), boxes


@dataclass
class HomeworkReader:
    """Reads every picture as the page of `problems`; one formula where it is told that there is only one."""

    problems: dict[str, Line] = field(default_factory=lambda: dict(TWO))
    notes: Sequence[Note] = ()
    waits: Sequence[Wait] = ()
    pause_s: float = 0.0
    gate: threading.Semaphore | None = None  # that a test opens once for each of `waits`
    fault: Exception | None = None
    name: str = "homework"
    seen: list[tuple[tuple[int, int], Content]] = field(default_factory=list)
    running: int = 0

    def reset(self) -> None:
        """As it was at first."""
        self.__init__()  # type: ignore[misc]

    async def read(
        self, image: bytes, *, content: Content = "page", waiting: Callable[[Wait], None] | None = None
    ) -> PictureReading:
        """See the class."""
        self.running += 1
        try:
            for wait in self.waits:
                if waiting is not None:
                    waiting(wait)
                await self._go_on()
            if not self.waits:
                await asyncio.sleep(self.pause_s)
            if self.fault is not None:
                raise self.fault
            return self._reading(_prepared(image), content)
        finally:
            self.running -= 1

    async def _go_on(self) -> None:
        while self.gate is not None and not self.gate.acquire(blocking=False):  # noqa: ASYNC110  of another thread
            await asyncio.sleep(0.02)
        await asyncio.sleep(self.pause_s)

    def _reading(self, picture: Picture, content: Content) -> PictureReading:
        width, height = picture.width_px, picture.height_px
        self.seen.append(((width, height), content))
        if content == "formula":
            whole = Region("formula", r"$\frac{x+1}{2}=3$", 0.66, Box(0, 0, width, height), 0)
            found = PictureProblem(whole.markdown, "", (0,))
            return PictureReading(whole.markdown, (whole,), (found,), tuple(self.notes), picture, self.name)
        boxes = iter(_drawn(self.problems, right=False)[1])
        regions: list[Region] = []
        problems = []
        for row, (label, line) in enumerate(self.problems.items()):
            first = len(regions)
            for text, confidence in line:
                left, top, across, down = next(boxes)
                box = Box(
                    round(left * width), round(top * height), round(across * width), round(down * height)
                )
                regions.append(
                    Region("formula" if text.startswith("$") else "text", text, confidence, box, row)
                )
            gap = "" if label.startswith("（") else " "
            markdown = gap.join(text for text, _ in line)
            problems.append(PictureProblem(markdown, label, tuple(range(first, len(regions)))))
        everything = "\n\n".join(problem.markdown for problem in problems)
        return PictureReading(
            everything, tuple(regions), tuple(problems), tuple(self.notes), picture, self.name
        )

    async def close(self) -> None:
        """There is nothing to give back."""


def _prepared(image: bytes) -> Picture:
    try:
        opened: Any = ImageOps.exif_transpose(Image.open(io.BytesIO(image)))
    except UnidentifiedImageError as error:
        raise PictureRefused("picture-no-image") from error
    upright = opened.convert("RGB")
    upright.info.clear()
    buffer = io.BytesIO()
    upright.save(buffer, format="PNG")
    return Picture(buffer.getvalue(), "image/png", upright.width, upright.height)


AWAY: Final = ModelUnavailable("ocr-missing", packages="tesseract-ocr tesseract-ocr-chi-sim")
