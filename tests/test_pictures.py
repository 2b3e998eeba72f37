"""Pictures over HTTP: what is told while one is read, what is kept of it, and bodies that nobody meant."""

from __future__ import annotations

import io
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from starlette.applications import Starlette

from solver.errors import ModelUnavailable, PictureRefused
from solver.ocr.decoding import MAX_BYTES as READABLE_BYTES
from solver.ports import Note, Wait
from tests.browser.homework import HomeworkReader, page
from ui.pictures import MAX_BYTES, Album, routes
from ui.pictures.reading import typed
from ui.pictures.routes import AT_ONCE


class Reading:
    """The one service that the routes ask for."""

    def __init__(self) -> None:
        self.reader = HomeworkReader()

    def ocr(self) -> HomeworkReader:
        return self.reader


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[Reading, str]]:
    services = Reading()
    config = uvicorn.Config(Starlette(routes=routes(services, Album())), port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield services, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def reader(served: tuple[Reading, str]) -> Iterator[HomeworkReader]:
    yield served[0].reader
    served[0].reader.reset()


@pytest.fixture
def url(served: tuple[Reading, str]) -> str:
    return served[1]


def send(url: str, image: bytes, content: str = "page", **headers: str) -> list[dict[str, Any]]:
    answer = httpx.post(f"{url}/pictures?content={content}", content=image, headers=headers, timeout=20)
    assert answer.status_code == 200
    return [json.loads(line) for line in answer.text.splitlines() if line.strip()]


def photo() -> bytes:
    """A JPEG that lies on its side and knows where it was taken."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "SecretMaker"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    buffer = io.BytesIO()
    Image.open(io.BytesIO(page())).convert("RGB").save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def test_a_picture_is_read_and_kept_without_what_the_camera_wrote(url: str, reader: HomeworkReader) -> None:
    reader.notes = [Note("picture-several", (("count", "2"),))]
    image = photo()
    assert b"SecretMaker" in image
    told = send(url, image)[-1]["reading"]
    first, second = told["problems"]
    assert first == {
        "label": "1", "text": r"1. Find the vertex of \(y=x^2-4x+8\) for $0.", "regions": [0, 1, 2],
    }  # fmt: skip
    assert second["regions"] == [3, 4, 5]
    assert all(0 <= share <= 1 for region in told["regions"] for share in region["box"])
    assert "2 problems" in told["notes"][0]["words"]["en"] and "2 道题" in told["notes"][0]["words"]["zh"]
    shown = httpx.get(f"{url}/{told['picture']['url']}")
    upright = Image.open(io.BytesIO(shown.content))
    assert upright.size == (told["picture"]["width"], told["picture"]["height"]) == (420, 1000), "turned"
    assert not upright.getexif() and b"SecretMaker" not in shown.content
    assert shown.headers["cache-control"] == "no-store" and shown.headers["content-type"] == "image/png"
    assert httpx.get(f"{url}/pictures/{'x' * 24}").status_code == 404


def test_it_says_what_it_waits_for(url: str, reader: HomeworkReader) -> None:
    reader.waits, reader.pause_s = [Wait("queued", ahead=2), Wait("loading", 0.4)], 0.7
    lines = send(url, page())
    assert next(line["wait"]["ahead"] for line in lines if "wait" in line) == 2
    assert {"wait": {"reason": "loading", "fraction": 0.4, "ahead": None}} in lines
    assert "reading" in lines[-1]


@pytest.mark.parametrize(
    ("fault", "code", "words", "again"),
    [
        pytest.param(PictureRefused("picture-blank"), "picture-blank", "nothing on this picture", False, id="blank"),
        pytest.param(ModelUnavailable("ocr-missing", packages="tesseract-ocr"), "ocr-missing", "install tesseract-ocr", True, id="no engine"),
        pytest.param(ZeroDivisionError("secret"), "failure.bug", "number", True, id="bug"),
    ],
)  # fmt: skip
def test_why_there_is_no_reading(
    url: str, reader: HomeworkReader, fault: Exception, code: str, words: str, again: bool
) -> None:
    reader.fault = fault
    error = send(url, page())[-1]["error"]
    assert error["code"] == code and error["again"] is again and words in error["words"]["en"]
    assert error["words"].keys() == {"en", "zh"} and "secret" not in str(error)


def test_what_is_no_picture(url: str, reader: HomeworkReader) -> None:
    assert send(url, b"%PDF-1.7 nothing")[-1]["error"]["code"] == "picture-no-image"


def test_a_large_file_is_refused_while_it_streams(url: str, reader: HomeworkReader) -> None:
    sent = 0

    def pieces() -> Iterator[bytes]:  # chunked: nobody says beforehand how much it is
        nonlocal sent
        for _ in range(400):
            sent += 1 << 20
            yield b"\0" * (1 << 20)

    with suppress(httpx.WriteError, httpx.ReadError):  # where the server hung up, which is as good
        assert httpx.post(f"{url}/pictures", content=pieces(), timeout=20).status_code == 413
    assert MAX_BYTES < sent < 3 * MAX_BYTES and not reader.seen
    assert MAX_BYTES == READABLE_BYTES, "nothing is taken in that the engines refuse"
    with _begun(url, MAX_BYTES + 1) as announced:
        assert b"413" in announced.recv(100), "and at once where it is said beforehand"


def test_pages_of_other_origins_may_not(url: str, reader: HomeworkReader) -> None:
    answer = httpx.post(f"{url}/pictures", content=page(), headers={"origin": "https://elsewhere.example"})
    assert answer.status_code == 403 and "this page only" in answer.json()["error"]["words"]["en"]
    assert not reader.seen


def test_who_leaves_stops_the_engine(url: str, reader: HomeworkReader) -> None:
    reader.pause_s = 60
    with httpx.stream("POST", f"{url}/pictures", content=page(), timeout=5) as answer:
        pieces = answer.iter_raw()
        assert next(pieces).strip() == next(pieces).strip() == b""  # it is being read
        assert reader.running == 1
    _until(lambda: reader.running == 0)


def test_only_so_many_uploads_are_held_at_once(url: str, reader: HomeworkReader) -> None:
    with ExitStack() as held:
        for _ in range(AT_ONCE):
            held.enter_context(_begun(url, 1000))
        time.sleep(0.3)
        answer = httpx.post(f"{url}/pictures", content=page())
    assert answer.status_code == 503 and answer.json()["error"]["code"] == "ocr-busy"
    _until(lambda: httpx.post(f"{url}/pictures", content=page()).status_code == 200)


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="\\$()[]"), min_size=1
)
formulas = st.sampled_from([r"\frac{1}{2}", "x^2", r"a\$b", r"\left(x\right)", r"\{1\}"])


@given(st.lists(st.one_of(words.map(lambda w: ("word", w)), formulas.map(lambda f: ("formula", f)))))
def test_what_the_door_escapes_is_typed_as_it_is_seen(pieces: list[tuple[str, str]]) -> None:
    marked = "".join(
        f"${text}$ " if kind == "formula" else "".join(map(_escaped, text)) + " " for kind, text in pieces
    )
    seen = "".join(f"\\({t}\\) " if kind == "formula" else f"{t} " for kind, t in pieces)
    assert typed(marked) == seen.strip()


def _escaped(character: str) -> str:
    return f"\\{character}" if character in "!*_#`+-.<>|~{}" else character


def _begun(url: str, length: int) -> socket.socket:
    """An upload that stops after its first bytes."""
    place = urlsplit(url)
    one = socket.create_connection((place.hostname or "", place.port or 0))
    one.sendall(f"POST /pictures HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\nhalf".encode())
    return one


def _until(condition: Any, limit_s: float = 4.0) -> None:
    end = time.monotonic() + limit_s
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)
