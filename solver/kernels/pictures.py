"""Whether bytes are a PNG picture that can be shown: whole, nothing behind it, and not too large once unpacked.

Reads the file's structure only (PNG specification, third edition, section 5); the pixels stay packed.
"""

from __future__ import annotations

import struct
import zlib
from typing import Final

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
SIDE_PX: Final = 10_000
AREA_PX: Final = 40_000_000  # 160 MB in a browser; a figure of matplotlib has 0.4 million
CHUNK_BYTES: Final = 12  # length, kind and checksum around the data


def is_picture(data: bytes) -> bool:
    """Whether `data` is one whole PNG of at most `SIDE_PX` a side and `AREA_PX` in all.

    >>> is_picture(SIGNATURE + b"<script>")
    False
    """
    if not data.startswith(SIGNATURE):
        return False
    place, kinds = len(SIGNATURE), []
    while place + CHUNK_BYTES <= len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        end = place + CHUNK_BYTES + length
        if end > len(data) or zlib.crc32(data[place + 4 : end - 4]) != int.from_bytes(
            data[end - 4 : end], "big"
        ):
            return False
        if kind == b"IHDR" and not _is_moderate(data[place + 8 : end - 4]):
            return False
        kinds.append(kind)
        place = end
    whole = place == len(data) and kinds[:1] == [b"IHDR"] and kinds[-1:] == [b"IEND"]
    return whole and kinds.count(b"IHDR") == kinds.count(b"IEND") == 1 and b"IDAT" in kinds


def _is_moderate(header: bytes) -> bool:
    if len(header) != 13:
        return False
    width_px, height_px = struct.unpack(">II", header[:8])
    return bool(0 < width_px <= SIDE_PX and 0 < height_px <= SIDE_PX and width_px * height_px <= AREA_PX)
