"""Whatever is uploaded: a picture in RGB, or a refusal with a sentence in both languages; quickly, and within the memory."""

from __future__ import annotations

import asyncio
import base64
import io
import struct
import time
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from solver.errors import PictureRefused
from solver.ocr import OcrOptions, load
from solver.ocr.decoding import MAX_BYTES, decode
from solver.ocr.reader import MEMORY_BYTES, answer_to
from solver.sentences import sentence_of
from solver.sentences.pictures import PICTURES
from tests.ocr.conftest import with_words


def written(
    mode: str = "L", *, size: tuple[int, int] = (400, 120), ink: Any = 0, paper: Any = 255
) -> Image.Image:
    """A picture with something on it."""
    image = Image.new(mode, size, paper)
    ImageDraw.Draw(image).text((40, 30), "x + 12 = 30", fill=ink, font_size=48)
    return image


def packed(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG whose header says so many pixels: a few bytes that would be gigabytes."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 10_000_000)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "picture-empty"),
    "text": (lambda: b"x^2 = 4, solve it", "picture-no-image"),
    "a program": (lambda: b"\x7fELF" + bytes(2000), "picture-no-image"),
    "too many bytes": (lambda: bytes(MAX_BYTES + 1), "picture-large-file"),
    "cut off": (lambda: packed(written())[:700], "picture-broken"),
    "a cut off photo": (lambda: packed(written("RGB", paper=(250, 250, 250), ink=(0, 0, 0)), "JPEG")[:900], "picture-broken"),
    "200 megapixels": (lambda: bomb(20_000, 10_000), "picture-large"),
    "4 gigapixels": (lambda: bomb(65_000, 65_000), "picture-large"),
    "tiny": (lambda: packed(Image.new("RGB", (3, 3))), "picture-small"),
    "drawing with a script": (lambda: b'<?xml version="1.0"?>\n<svg onload="alert(1)"></svg>', "picture-vector"),
    "bare drawing": (lambda: b"  <svg xmlns='http://www.w3.org/2000/svg'/>", "picture-vector"),
    "HEIC": (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(500), "picture-heic"),
    "PDF": (lambda: b"%PDF-1.7\n" + bytes(500), "picture-pdf"),
    "white": (lambda: packed(Image.new("RGB", (800, 600), "white")), "picture-blank"),
    "black": (lambda: packed(Image.new("RGB", (800, 600), "black")), "picture-blank"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=list(REFUSED))
def test_refused(data: Callable[[], bytes], code: str) -> None:
    started = time.process_time()
    answer = answer_to({"image": base64.b64encode(data()).decode(), "content": "page", "timeout_s": 20})
    assert answer["refused"] == code
    error = PictureRefused(code, **answer["values"])
    assert {sentence_of(error, "en"), sentence_of(error, "zh")} and sentence_of(error, "en") != sentence_of(
        error, "zh"
    )
    assert time.process_time() - started < 5


def _sixteen_bits() -> bytes:
    return packed(written().convert("I").point(lambda v: v * 200 + 1000).convert("I;16"))


def _transparent(ink: tuple[int, ...]) -> bytes:
    return packed(written("RGBA", paper=(0, 0, 0, 0), ink=ink))


TAKEN: dict[str, tuple[Callable[[], bytes], bool]] = {
    "grey": (lambda: packed(written()), True),
    "16 bits": (_sixteen_bits, True),
    "CMYK": (lambda: packed(written("CMYK", paper=(0, 0, 0, 0), ink=(0, 0, 0, 255)), "JPEG"), True),
    "one bit": (lambda: packed(written("1", paper=1, ink=0)), True),
    "palette": (lambda: packed(written().convert("P")), True),
    "transparent": (lambda: _transparent((10, 10, 10, 255)), True),
    "light on transparent": (lambda: _transparent((250, 250, 250, 255)), False),
    "moving": (lambda: packed(written(), "GIF", save_all=True, append_images=[Image.new("L", (400, 120))] * 3), True),
    "WebP": (lambda: packed(written("RGB", paper="white", ink="black"), "WEBP"), True),
    "BMP": (lambda: packed(written(), "BMP"), True),
    "TIFF": (lambda: packed(written(), "TIFF"), True),
}  # fmt: skip


@pytest.mark.parametrize(("data", "light"), TAKEN.values(), ids=list(TAKEN))
def test_taken(data: Callable[[], bytes], light: bool) -> None:
    """In RGB, dark on light stays dark on light."""
    decoded = decode(data())
    assert decoded.image.mode == "RGB" and decoded.image.size == (400, 120)
    corner, values = decoded.image.getpixel((2, 2)), decoded.image.convert("L").getextrema()
    assert isinstance(corner, tuple) and (min(corner) > 200) == light and (max(corner) < 60) != light
    assert values[0] < 60 and values[1] > 200  # type: ignore[operator]


def test_metadata_is_dropped_and_obeyed() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)  # where it was taken
    data = packed(written("RGB", paper="white", ink="black"), "JPEG", exif=exif, comment=b"at home")
    assert b"somebody" in data
    image = decode(data).image
    assert image.size == (120, 400)
    assert not image.info and not image.getexif()
    again = packed(image, "JPEG")
    assert b"somebody" not in again and b"at home" not in again and b"Exif" not in again


@given(st.binary(max_size=300), st.sampled_from(["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"]), st.data())
def test_damaged_files_are_refused_or_read(noise: bytes, kind: str, data: st.DataObject) -> None:
    """Bytes changed anywhere: no other error than ours."""
    whole = bytearray(packed(written("RGB", size=(60, 40), paper="white", ink="black"), kind))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at : at + len(noise)] = noise
    codes = list[str]()
    try:
        assert decode(bytes(whole)).image.mode == "RGB"
    except PictureRefused as error:
        codes.append(error.code)
    assert set(codes) <= PICTURES.keys()


def peak_bytes(pid: int) -> int:
    """The most addresses that a process had."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmPeak"))


@with_words
async def test_memory_and_time_of_the_reader() -> None:
    """Its process stays below its bound also for the largest picture that is taken, and the event loop goes on."""
    engine: Any = load("tesseract", OcrOptions(timeout_s=25))
    page = Image.new("RGB", (7900, 6200), "white")
    ImageDraw.Draw(page).text((900, 900), "Solve 2x + 3 = 15", fill="black", font_size=300)
    data = packed(page, "PNG", compress_level=1)
    ticks: list[float] = []

    async def tick() -> None:
        while True:
            ticks.append(time.monotonic())
            await asyncio.sleep(0.02)

    ticking = asyncio.create_task(tick())
    try:
        reading = await engine.read(data)
        (starting,) = engine._reader._pool._ready
        peak = peak_bytes(starting.result().pid)
        assert "Solve" in reading.markdown
        assert peak <= MEMORY_BYTES
        gaps = sorted(b - a for a, b in pairwise(ticks))
        assert gaps[-1] < 0.6, "the event loop stood still"
    finally:
        ticking.cancel()
        await engine.close()
