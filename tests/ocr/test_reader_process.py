"""The reader's process: what it is told of the machine, and what is said where it, or a part of it, is missing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from solver.errors import ModelUnavailable
from solver.ocr import tesseract_run
from solver.ocr.decoding import decode
from solver.ocr.local import PageReader
from solver.ocr.page import read
from tests.ocr.conftest import with_words
from tests.ocr.printing import printed
from tests.ocr.test_bad_input import packed


def only_english(folder: Path) -> str:
    """The folder, with the languages of this machine's Tesseract but Chinese."""
    [english] = Path("/usr/share").glob("tesseract-ocr/*/tessdata/eng.traineddata")
    for file in (english, english.with_name("configs"), english.with_name("pdf.ttf")):
        (folder / file.name).symlink_to(file)
    return str(folder)


@with_words
async def test_languages_are_looked_for_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", only_english(tmp_path))
    reader = PageReader(30.0)
    page = await reader.page(packed(Image.fromarray(printed(4, "clean", "en").pixels)), "page", None)
    await reader.close()
    assert [note.code for note in page.notes] == ["picture-no-chinese"] and page.words


@with_words
def test_a_system_that_bounds_no_process_reads_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no `resource`, and runs nothing between fork and exec."""
    monkeypatch.setattr(tesseract_run, "resource", None)
    page = read(decode(packed(Image.fromarray(printed(4, "clean", "en").pixels))).image, timeout_s=30.0)
    assert any(found.kind == "text" for found in page.found)


async def test_a_reader_that_does_not_start_is_not_the_pictures_fault() -> None:
    reader = PageReader(30.0)
    reader._pool._module = "solver.ocr.none"
    with pytest.raises(ModelUnavailable) as said:
        await reader.page(packed(Image.fromarray(np.full((60, 60), 255, np.uint8))), "page", None)
    assert said.value.code == "ocr-broken"
    await reader.close()
