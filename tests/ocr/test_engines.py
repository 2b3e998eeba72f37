"""What every engine of the table keeps, and what is special to each. Processes are real, the vision server answers what it is told."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import io
import os
import signal
from pathlib import Path
from typing import Any

import psutil
import pytest
from PIL import Image

from solver.errors import ModelUnavailable, PictureRefused
from solver.ocr import ENGINES, OcrOptions, known, load
from solver.ocr.auto import best
from solver.ocr.both import compared
from solver.ocr.pix2tex import FormulaReader
from solver.ocr.weights import NAMES
from solver.ports import Picture, PictureReading, Wait
from solver.sentences import say
from tests.ocr.conftest import VisionServer, with_words
from tests.ocr.printing import printed
from tests.ocr.test_bad_input import packed, written

PICTURE = Picture(b"", "image/png", 10, 10)


def keeps(reading: PictureReading) -> None:
    """The laws of a reading."""
    for region in reading.regions:
        box = region.box
        assert 0 <= region.confidence <= 1
        assert 0 <= box.left <= box.left + box.width <= reading.picture.width_px + 2
        assert 0 <= box.top <= box.top + box.height <= reading.picture.height_px + 2
        assert (region.kind == "formula") == (region.markdown[0] == "$" == region.markdown[-1])
        assert region.markdown.strip() in reading.markdown
    assert [r.line for r in reading.regions] == sorted(r.line for r in reading.regions)
    places = [at for problem in reading.problems for at in problem.regions]
    assert places == sorted(set(places)) and all(at < len(reading.regions) for at in places)
    for note in reading.notes:
        assert say(note.code, "en", **dict(note.values)) != say(note.code, "zh", **dict(note.values))
    image = Image.open(io.BytesIO(reading.picture.data))
    assert image.size == (reading.picture.width_px, reading.picture.height_px)
    assert max(image.size) <= 1600 and not image.getexif()


@with_words
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.wide(only=True)] * (name in ("auto", "both")))
        for name in ENGINES
    ],  # these two ask the others
)
async def test_contract(name: str, vision: VisionServer, weights: Path) -> None:
    vision.answer = "1. Solve $x^2=4$.\n\n2. Find $y$."
    folder = str(weights) if name == "pix2tex" else None
    engine = load(name, OcrOptions(folder, 60, "some-model", vision.url, "key"))
    heard: list[Wait] = []
    picture = printed(4, "screenshot", "en")
    try:
        assert engine.name == name
        if name != "pix2tex":  # of which it is seen below that it loads with the first formula
            await engine.start()
        reading = await engine.read(picture.image, waiting=heard.append)
        keeps(reading)
        assert reading.engine == (name if name != "auto" else "vision")
        assert len(reading.problems) == 2
        assert all(0 <= wait.fraction <= 1 for wait in heard if wait.fraction is not None)
        if name == "pix2tex":
            assert any(wait.reason == "loading" for wait in heard)
        with pytest.raises(PictureRefused, match="picture-no-image"):
            await engine.read(b"no picture")
        processes = _children()
    finally:
        await engine.close()
        await engine.close()
    assert processes and not _children(), "a process was left behind"


def _children() -> set[int]:
    """Processes of ours that read."""
    found = set()
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.NoSuchProcess):  # another engine's, ended meanwhile
            if "solver.ocr" in " ".join(child.cmdline()):
                found.add(child.pid)
    return found


@pytest.mark.parametrize(
    ("options", "engine"),
    [
        pytest.param(OcrOptions("w", model="m"), "both", id="server and weights"),
        pytest.param(OcrOptions("w", local_model="m"), "both", id="local model and weights"),
        pytest.param(OcrOptions("w"), "pix2tex", id="weights"),
        pytest.param(OcrOptions(local_model="m"), "vision", id="local model"),
    ],
)
def test_auto_takes_the_best_and_compares_two(
    options: OcrOptions, engine: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))  # where no weights are
    assert best(options) == engine


def test_a_wrong_name_gets_a_suggestion() -> None:
    with pytest.raises(LookupError, match="did you mean 'tesseract'"):
        known("teseract")


@with_words
async def test_a_reader_that_dies_is_replaced_and_a_cancelled_one_stopped() -> None:
    engine: Any = load("tesseract", OcrOptions())
    data = packed(written())
    heard: list[Wait] = []
    try:
        first = asyncio.create_task(engine.read(data))
        others = [asyncio.create_task(engine.read(data, waiting=heard.append)) for _ in range(2)]
        await asyncio.gather(first, *others)
        assert {w.ahead for w in heard if w.reason == "queued"} == {1, 2}, "places in the queue"
        (pid,) = _children()
        os.kill(pid, signal.SIGSTOP)
        stuck = asyncio.create_task(engine.read(data))
        await asyncio.sleep(0.2)
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(PictureRefused, match="picture-heavy"):
            await stuck
        assert "12" in (await engine.read(data)).markdown
        (pid,) = _children()
        gone = asyncio.create_task(engine.read(data))
        await asyncio.sleep(0.05)
        gone.cancel()
        with pytest.raises(asyncio.CancelledError):
            await gone
        assert "12" in (await engine.read(data)).markdown
        assert _children() != {pid}
    finally:
        await engine.close()


@with_words
async def test_a_hanging_reader_is_stopped() -> None:
    engine: Any = load("tesseract", OcrOptions(timeout_s=0.3))
    try:
        reading = asyncio.create_task(engine.read(packed(Image.effect_noise((2000, 2000), 90))))
        with pytest.raises(PictureRefused) as refused:
            await asyncio.wait_for(reading, 15)
        assert refused.value.code in ("picture-slow", "picture-blank", "picture-no-text")
    finally:
        await engine.close()


@pytest.mark.thorough
async def test_formulas_survive_bad_weights_and_a_crash(weights: Path, tmp_path: Path) -> None:
    """The reader with random weights: it says what cannot be loaded, answers once it can, is killed, and loads again."""
    folder = tmp_path / "weights"
    folder.mkdir()
    (folder / NAMES[0]).write_bytes(b"no weights")
    reader = FormulaReader(str(folder), 60)
    crop = base64.b64encode(packed(written())).decode()
    blank = base64.b64encode(packed(Image.new("L", (200, 60), 255))).decode()
    try:
        with pytest.raises(ModelUnavailable, match=r"ocr-no-weights.*weights.pth cannot be loaded"):
            await reader.latex([crop])
        for name in NAMES:
            (folder / name).unlink(missing_ok=True)
            (folder / name).symlink_to(weights / name)
        reader.start()
        found = await reader.latex([crop, blank])
        assert found[0] is not None and found[0][0] and 0 < found[0][1] <= 1
        assert found[1] is None
        (pid,) = _children()
        os.kill(pid, signal.SIGSTOP)
        waiting = asyncio.create_task(reader.latex([crop, crop]))
        await asyncio.sleep(0.2)
        os.kill(pid, signal.SIGKILL)
        assert await waiting == [None, found[0]], (
            "the formula that it died of is lost, the next is read, and the same"
        )
    finally:
        await reader.close()


@with_words
async def test_without_weights_the_guess_is_offered_with_a_note(tmp_path: Path) -> None:
    engine = load("auto", OcrOptions(None))
    try:
        reading = await engine.read(packed(written()))
        assert reading.engine == "tesseract"
        assert "12" in reading.markdown
        doubted = any(r.kind == "formula" and r.confidence < 0.6 for r in reading.regions)
        assert ("picture-formulas-unread" in {note.code for note in reading.notes}) == doubted
    finally:
        await engine.close()


@with_words
async def test_a_server_that_refuses(vision: VisionServer) -> None:
    """Each time in other words; one engine, whose process takes a second of a core to start."""
    engine = load("vision", OcrOptions(None, 20, "some-model", vision.url, "secret"))
    try:
        for vision.status, vision.error, code in (
            (401, "bad key", "key-refused"),
            (404, "model some-model not found", "no-such-model"),
            (400, "this model does not support image input", "ocr-no-pictures"),
            (503, "overloaded", "server-broken"),
        ):
            with pytest.raises(ModelUnavailable) as failed:
                await engine.read(packed(written()))
            assert failed.value.code == code and "secret" not in str(failed.value), vision.error
    finally:
        await engine.close()


@with_words
async def test_what_is_sent_is_the_prepared_picture_alone(vision: VisionServer) -> None:
    vision.answer = "Here is the text:\n```markdown\nSolve \\(x+12=30\\).\n```"
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    data = packed(written("RGB", paper="white", ink="black"), "JPEG", exif=exif)
    engine = load("vision", OcrOptions(None, 20, "some-model", vision.url))
    try:
        reading = await engine.read(data)
    finally:
        await engine.close()
    assert reading.markdown == "Solve $x+12=30$."
    (asked,) = vision.asked
    url = asked["messages"][0]["content"][0]["image_url"]["url"]
    sent = base64.b64decode(url.partition(",")[2])
    assert sent == reading.picture.data and b"somebody" not in sent


def _reading(*texts: tuple[str, str], engine: str) -> PictureReading:
    from solver.ocr.assembling import Part, assemble
    from solver.ports import Box

    parts = [Part(kind, text, 0.8, 0, True, Box(9, 0, 1, 1)) for kind, text in texts]
    formulas = {at: (text, 0.7) for at, (kind, text) in enumerate(texts) if kind == "formula"}
    return assemble(parts, formulas, PICTURE, [], engine)


def test_two_readers_are_compared() -> None:
    one = _reading(("text", "Solve"), ("formula", r"\dfrac{x}{2} \leq 1"), ("text", "now"), engine="vision")
    same = _reading(("text", "Solve"), ("formula", r"\frac{x}{2}\le 1"), ("text", "now"), engine="pix2tex")
    other = _reading(("text", "Solve"), ("formula", r"\frac{z}{2}\le 1"), ("text", "now"), engine="pix2tex")
    agreed, differ = compared(one, same), compared(one, other)
    assert [n.code for n in agreed.notes] == [n.code for n in one.notes]
    assert min(r.confidence for r in agreed.regions) >= 0.95
    (note,) = [n for n in differ.notes if n.code == "picture-engines-differ"]
    assert dict(note.values) == {"one": r"$\dfrac{x}{2} \leq 1$", "other": r"$\frac{z}{2}\le 1$"}
    assert differ.regions[1].confidence == 0.7 and differ.markdown == one.markdown
