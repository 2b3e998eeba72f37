"""The process that opens pictures and reads their words: `python -m solver.ocr.reader`, one line of JSON in, one out.

It alone touches an uploaded file's bytes with a decoder. Its memory is bounded, it can be stopped, and it keeps nothing.
"""

from __future__ import annotations

import base64
import io
import sys
import time
from typing import Any, Final

import cv2
import numpy as np
from PIL import Image

from solver.errors import PictureRefused
from solver.ocr.decoding import decode
from solver.ocr.finding import Found
from solver.ocr.ink import Span
from solver.ocr.page import Page, read, read_formula, transcribed
from solver.ocr.preparing import Prepared
from solver.ocr.tesseract_run import CHINESE_PACKAGE, TesseractFailed, TesseractSlow, languages
from solver.worker_process import confine, serve

MEMORY_BYTES: Final = 2 << 30
CROP_MARGIN: Final = 0.15
PNG_COLOURS: Final = 4096
"""Pictures of fewer colours are drawn, not photographed: PNG keeps their letters sharp and is not larger."""


def answer_to(request: dict[str, Any]) -> dict[str, Any]:
    """What was found on a picture, or why nothing was."""
    started = time.monotonic()
    try:
        decoded = decode(base64.b64decode(request["image"]))
        known = languages()
        how = read_formula if request["content"] == "formula" or not known else read
        page = how(decoded.image, timeout_s=request["timeout_s"])
        if request.get("transcribe"):
            page = transcribed(page, timeout_s=request["timeout_s"] - (time.monotonic() - started))
    except PictureRefused as error:
        return {"refused": error.code, "values": error.values}
    except TesseractSlow:
        return {"failed": "time"}
    except TesseractFailed as error:
        return {"failed": str(error)}
    except MemoryError:
        return {"refused": "picture-heavy", "values": {}}
    return {
        "found": [told(f, page) for f in page.found],
        "picture": picture(page.prepared),
        "turned": page.quarter_turns != 0,
        "moves": decoded.moves,
        "words": bool(known),
        "without": "" if "chi_sim" in known or not known else CHINESE_PACKAGE,
    }


def told(found: Found, page: Page) -> dict[str, Any]:
    scale = page.prepared.scale
    span = found.span
    answer: dict[str, Any] = {
        "kind": found.kind,
        "text": found.text,
        "confidence": found.confidence,
        "line": found.line,
        "gap": found.gap,
        "latex": found.latex,
        "box": [round(v / scale) for v in (span.left, span.top, span.width, span.height)],
    }
    if found.kind == "formula":
        answer["crop"] = base64.b64encode(crop(page, found)).decode()
    return answer


def crop(page: Page, found: Found) -> bytes:
    """A formula's ink alone as PNG: what reaches into its rectangle from other lines is left out."""
    ink, layout = page.prepared.ink, page.layout
    span = _within(
        found.span.grown(CROP_MARGIN * layout.height_px, CROP_MARGIN * layout.height_px), ink.shape
    )
    part = ink[span.top : span.bottom, span.left : span.right].copy()
    labels = layout.labels[span.top : span.bottom, span.left : span.right]
    own = [p.label for p in page.ink_of(found)]
    part[(labels > 0) & ~np.isin(labels, own)] = 255
    return _png(part)


def _within(span: Span, shape: tuple[int, ...]) -> Span:
    return Span(max(span.left, 0), max(span.top, 0), min(span.right, shape[1]), min(span.bottom, shape[0]))


def picture(prepared: Prepared) -> dict[str, Any]:
    """The upright picture as people are shown it."""
    shown = prepared.shown
    height, width = shown.shape[:2]
    few = len(np.unique(shown.reshape(-1, 3)[:: max(1, shown.size // 300_000)], axis=0)) < PNG_COLOURS
    if few:
        data, mime = _png(cv2.cvtColor(shown, cv2.COLOR_RGB2BGR)), "image/png"
    else:
        buffer = io.BytesIO()
        Image.fromarray(shown).save(buffer, "JPEG", quality=85)
        data, mime = buffer.getvalue(), "image/jpeg"
    return {"data": base64.b64encode(data).decode(), "mime": mime, "width": width, "height": height}


def _png(pixels: np.ndarray) -> bytes:
    whole, packed = cv2.imencode(".png", pixels)
    if not whole:
        raise MemoryError("a picture could not be packed")
    return bytes(packed)


if __name__ == "__main__":
    confine(MEMORY_BYTES)
    cv2.setNumThreads(1)
    languages()
    serve(sys.stdin, answer_to)
