"""Only whole, moderate PNG pictures pass."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from solver.kernels.pictures import SIGNATURE, is_picture


def png(width_px: int = 3, height_px: int = 2, mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(mode, (width_px, height_px)).save(file, "PNG")
    return file.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def header(width_px: int, height_px: int) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width_px, height_px, 1, 0, 0, 0, 0))


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "I;16"])
def test_pictures_pass(mode: str) -> None:
    assert is_picture(png(mode=mode))
    assert is_picture(png(1000, 700, mode=mode))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(SIGNATURE, id="signature"),
        pytest.param(SIGNATURE + b"<script>alert(1)</script>", id="script"),
        pytest.param(png() + b"<script>", id="something behind it"),
        pytest.param(png()[:-4], id="cut"),
        pytest.param(SIGNATURE + header(1, 1) + chunk(b"IEND", b""), id="no pixels"),
        pytest.param(
            SIGNATURE + header(30_000, 30_000) + chunk(b"IDAT", b"") + chunk(b"IEND", b""), id="too large"
        ),
        pytest.param(SIGNATURE + header(9_999, 9_999) + chunk(b"IDAT", b"") + chunk(b"IEND", b""), id="area"),
        pytest.param(SIGNATURE + header(0, 5) + chunk(b"IDAT", b"") + chunk(b"IEND", b""), id="empty"),
        pytest.param(
            SIGNATURE + header(1, 1) + header(30_000, 1) + chunk(b"IDAT", b"") + chunk(b"IEND", b""),
            id="two heads",
        ),
    ],
)
def test_what_is_no_moderate_picture_does_not(data: bytes) -> None:
    assert not is_picture(data)


@given(st.binary(max_size=300), st.integers(0, 60), st.booleans())
def test_no_bytes_raise(noise: bytes, place: int, behind_a_head: bool) -> None:
    whole = png()
    is_picture(SIGNATURE + noise if behind_a_head else whole[:place] + noise + whole[place:])
    assert noise == b"" or not is_picture(whole[:place] + noise + whole[place + len(noise) :] + b"x")
