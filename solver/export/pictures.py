"""How large a picture is, from its first bytes. Nothing here decodes one."""

from __future__ import annotations

from typing import Final

PNG: Final = b"\x89PNG\r\n\x1a\n"


def size_px(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG; (0, 0) of anything else.

    >>> size_px(PNG + b"\\0\\0\\0\\rIHDR" + b"\\0\\0\\1\\0" + b"\\0\\0\\0\\x10" + b"rest"), size_px(b"GIF89a")
    ((256, 16), (0, 0))
    """
    if not data.startswith(PNG) or data[12:16] != b"IHDR" or len(data) < 24:
        return 0, 0
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
