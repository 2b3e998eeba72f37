"""An uploaded file to pixels, or a clear refusal. Runs in a process of its own, never in the server's.

Nothing of the file but its pixels is kept: no place, no device, no text, no colour profile.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from solver.errors import PictureRefused

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES: Final = 20 << 20
MAX_PIXELS: Final = 50_000_000
"""A phone's photo has 12 to 50 million; 50 million are 150 MB of colours."""
MIN_SIDE_PX: Final = 12
WORKING_PIXELS: Final = 5_000_000
"""A page at 200 dots an inch has 4 million; more makes reading slower, not better."""
FORMATS: Final = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "PPM")
_HEIC_BRANDS: Final = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture in RGB, upright as its file says, at most `WORKING_PIXELS` large. `moves`: it is the first of several."""

    image: Image.Image
    moves: bool


def check_bytes(data: bytes) -> None:
    """Refuse by length and by the first bytes what no decoder needs to look at. Cheap: the server itself may call it.

    Raises:
        PictureRefused: empty, too long, or of a kind that is not opened.
    """
    if not data:
        raise PictureRefused("picture-empty")
    if len(data) > MAX_BYTES:
        raise PictureRefused("picture-large-file", size_mb=len(data) >> 20, limit_mb=MAX_BYTES >> 20)
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<!doctype svg")) or (
        start.startswith(b"<?xml") and b"<svg" in data[:4096]
    ):
        raise PictureRefused("picture-vector")
    if start.startswith(b"%pdf"):
        raise PictureRefused("picture-pdf")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS and b"avif" not in data[8:40]:
        raise PictureRefused("picture-heic")


def decode(data: bytes) -> Decoded:
    """The pixels of an uploaded file.

    Raises:
        PictureRefused: it cannot be taken; how many pixels there are is read from the header before any is unpacked.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    check_bytes(data)
    Image.MAX_IMAGE_PIXELS = None  # the limit below is ours, and refuses with a sentence
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            width, height = image.size
            if width * height > MAX_PIXELS:
                raise PictureRefused("picture-large", width=width, height=height)
            if min(width, height) < MIN_SIDE_PX:
                raise PictureRefused("picture-small", width=width, height=height)
            moves = getattr(image, "n_frames", 1) > 1
            if moves:
                image.seek(0)
            image.draft("RGB", _reduced(width, height))  # a JPEG is unpacked at half its size or less
            image.load()
            upright = ImageOps.exif_transpose(image)
    except UnidentifiedImageError as error:
        raise PictureRefused("picture-no-image") from error
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        OverflowError,
        IndexError,
        KeyError,
        TypeError,
    ) as error:
        # what Pillow's decoders raise for damaged files has no common base
        raise PictureRefused("picture-broken") from error
    flat = _flat(upright)
    flat.thumbnail(_reduced(*flat.size), Image.Resampling.LANCZOS)
    return Decoded(flat, moves)


def _reduced(width: int, height: int) -> tuple[int, int]:
    """The size with at most `WORKING_PIXELS` and the same shape."""
    factor = min(1.0, (WORKING_PIXELS / (width * height)) ** 0.5)
    return max(1, round(width * factor)), max(1, round(height * factor))


def _flat(image: Image.Image) -> Image.Image:
    """In RGB, what is transparent on white, without metadata. Dark writing on nothing stays dark, light writing is set on black."""
    from PIL import Image, ImageStat

    if image.mode.startswith(("I;16", "I", "F")):  # 16 bits and more: the range that is used becomes 0 to 255
        low, high = image.getextrema()  # type: ignore[misc]
        span = max(float(high) - float(low), 1.0)  # type: ignore[arg-type]
        image = image.convert("F").point(lambda v: v * (255 / span) - float(low) * 255 / span).convert("L")  # type: ignore[arg-type]
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
        opaque = image.getchannel("A")
        ink = ImageStat.Stat(image.convert("L"), mask=opaque.point(lambda a: 255 * (a > 127)))
        light = bool(ink.count[0]) and ink.mean[0] > 160 and ink.count[0] < 0.5 * image.width * image.height
        paper = Image.new("RGBA", image.size, (0, 0, 0, 255) if light else (255, 255, 255, 255))
        image = Image.alpha_composite(paper, image)
    flat = image.convert("RGB")
    clean = Image.new("RGB", flat.size)
    clean.paste(flat)
    return clean
