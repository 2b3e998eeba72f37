"""Tesseract as a program: asked once a page, under limits of time and memory; its characters with places and confidence.

What it reads is untrusted pixels, so it runs as a process that can be stopped; nothing of its library is in ours.
"""

from __future__ import annotations

import ctypes
import html
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import cv2

try:
    import resource
except ImportError:  # Windows bounds no process so
    resource = None  # type: ignore[assignment]

from solver.ocr.ink import Span
from solver.ocr.preparing import Grey

MEMORY_BYTES: Final = 1 << 30
"""Of addresses; reading a page takes 150 MB."""
PACKAGES: Final = "tesseract-ocr tesseract-ocr-chi-sim"
CHINESE_PACKAGE: Final = "tesseract-ocr-chi-sim"
OSD_SURE: Final = 1.5
"""Tesseract's own measure of how much likelier the orientation is than the next; with less all are tried."""
_PR_SET_PDEATHSIG: Final = 1
_LIBC: Final = ctypes.CDLL(None) if sys.platform == "linux" else None  # loaded before the fork
_WORD_CONFIDENCE: Final = re.compile(r"x_wconf (\d+)")
_CHARACTER: Final = re.compile(
    r"<span class='ocrx_cinfo' title='x_bboxes (-?\d+) (-?\d+) (-?\d+) (-?\d+); x_conf ([\d.]+)'>(.*?)</span>",
    re.DOTALL,
)


class TesseractFailed(Exception):
    """The program could not be run, or ended with an error."""


class TesseractSlow(TesseractFailed):
    """It did not answer in time."""


@dataclass(frozen=True, slots=True)
class Character:
    """One character as it was read, with the number of its word on the page; how sure it is, and how sure its word is, 0 to 1."""

    text: str
    confidence: float
    span: Span
    word: int
    word_confidence: float


@cache
def languages() -> frozenset[str]:
    """The languages that are installed; empty without Tesseract."""
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    try:
        done = subprocess.run(
            [program, "--list-langs"], capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(line.strip() for line in done.stdout.splitlines()[1:] if line.strip())


def read_page(
    ink: Grey, language: str, *, timeout_s: float, one_line: bool = False, whitelist: str = ""
) -> list[Character]:
    """The characters of a picture in reading order; `language` as Tesseract writes it ("eng", "chi_sim+eng").

    With a `whitelist` no others are read.

    Raises:
        TesseractFailed: it is missing, took longer than `timeout_s`, or broke off.
    """
    mode = "7" if one_line else "6"
    said = _run(
        [
            "-l",
            language,
            "--psm",
            mode,
            "--dpi",
            "300",
            "-c",
            "hocr_char_boxes=1",
            "-c",
            "tessedit_create_hocr=1",
            *(("-c", f"tessedit_char_whitelist={whitelist}") if whitelist else ()),
        ],
        ink,
        timeout_s,
    )
    return characters_of(said)


def turned(ink: Grey, *, timeout_s: float) -> int | None:
    """By how many quarters, counter-clockwise, the page must be turned to stand upright; None where that is not seen."""
    try:
        said = _run(["--psm", "0", "--dpi", "300", "-c", "min_characters_to_try=8"], ink, timeout_s)
    except TesseractFailed:
        return None
    found = re.search(r"Rotate: (\d+)", said)
    sure = re.search(r"Orientation confidence: ([\d.]+)", said)
    if found is None or sure is None or float(sure[1]) < OSD_SURE:
        return None
    return (-int(found[1]) // 90) % 4  # it says clockwise


def _run(arguments: Sequence[str], ink: Grey, timeout_s: float) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise TesseractFailed("tesseract is not installed")
    whole, packed = cv2.imencode(".pgm", ink)
    if not whole:
        raise TesseractFailed("the page could not be handed over")
    try:
        done = subprocess.run(
            [program, "stdin", "stdout", *arguments],
            input=packed.tobytes(),
            capture_output=True,
            timeout=timeout_s,
            check=False,
            env={"PATH": os.environ.get("PATH", ""), "OMP_THREAD_LIMIT": "1"} | _data_folder(),
            preexec_fn=None if resource is None else _bounded,
        )
    except subprocess.TimeoutExpired as error:
        raise TesseractSlow(f"no answer within {timeout_s:g} s") from error
    except OSError as error:
        raise TesseractFailed(str(error)) from error
    if done.returncode != 0:
        raise TesseractFailed(done.stderr.decode(errors="replace")[-300:])
    return done.stdout.decode(errors="replace")


def _data_folder() -> dict[str, str]:
    folder = os.environ.get("TESSDATA_PREFIX")
    return {"TESSDATA_PREFIX": folder} if folder and Path(folder).is_dir() else {}


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    if _LIBC is not None:  # the reader may be killed in the middle of a page: the program goes with it
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def characters_of(hocr: str) -> list[Character]:
    """The characters in Tesseract's own HTML.

    >>> characters_of("<span class='ocrx_word' id='w' title='bbox 1 2 9 8; x_wconf 80'>"
    ...     "<span class='ocrx_cinfo' title='x_bboxes 1 2 9 8; x_conf 90'>&lt;</span></span>")
    [Character(text='<', confidence=0.9, span=Span(left=1, top=2, right=9, bottom=8), word=0, word_confidence=0.8)]
    """
    found: list[Character] = []
    starts = [m.start() for m in re.finditer(r"<span class='ocrx_word'", hocr)]
    for number, (start, end) in enumerate(zip(starts, [*starts, len(hocr)][1:], strict=True)):
        sure = _WORD_CONFIDENCE.search(hocr, start, end)
        word = int(sure[1]) / 100 if sure else 0.0
        for left, top, right, bottom, confidence, text in _CHARACTER.findall(hocr[start:end]):
            span = Span(int(left), int(top), int(right), int(bottom))
            plain = html.unescape(re.sub(r"<[^>]+>", "", text)).strip()
            if plain:
                found.append(Character(plain, float(confidence) / 100, span, number, word))
    return found
