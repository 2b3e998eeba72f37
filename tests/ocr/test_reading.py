"""What is read of pictures made for it, through the real engine: words, formulas where they stand, order, problems, turns."""

from __future__ import annotations

import contextlib
import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from solver.errors import PictureRefused
from solver.ocr.decoding import decode
from solver.ocr.page import Page, read
from tests.bench.exercises import LAYOUTS, measured
from tests.bench.pictures import Row, distance, found_of, measure, plain, words_of
from tests.bench.simple_formulas import outcome
from tests.breadth import wide
from tests.ocr.conftest import with_words
from tests.ocr.printing import Kind, Printed, Style, printed, set_page
from tests.ocr.test_bad_input import packed

pytestmark = with_words
SEEDS = (3, 4) if wide() else (3,)


@pytest.mark.wide
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", ["clean", "screenshot", "noisy"])
def test_words_and_formulas(kind: Kind, language: Any) -> None:
    """The measure itself on a few pictures; over all it is in `evaluation/results/pictures.md`."""
    row = Row(kind, language)
    for seed in SEEDS:
        assert measure(row, printed(seed, kind, language), show=True) is not None
    assert row.errors <= 0.08 * row.characters
    assert row.found >= row.formulas - 1


@pytest.fixture(scope="module")
def exercise() -> Printed:
    return printed(4, "clean", "en")


@pytest.mark.parametrize("quarters", [1, pytest.param(2, marks=pytest.mark.wide(only=True)), 3])
def test_a_turned_page_is_turned_back(exercise: Printed, quarters: int) -> None:
    turned = packed(Image.fromarray(np.ascontiguousarray(np.rot90(exercise.pixels, quarters))))
    page = _page(turned)
    assert page.quarter_turns == 4 - quarters
    expected = plain(exercise.words)
    assert distance(plain(words_of(page)), expected) <= 0.05 * len(expected)
    boxes = [box if quarters == 0 else _turned(box, quarters, exercise) for box in exercise.formulas]
    assert found_of(boxes, page)[0] == len(boxes)


def _turned(box: Any, quarters: int, picture: Printed) -> Any:
    height, width = picture.pixels.shape
    x, y = box[:, 0], box[:, 1]
    places = {1: (y, width - x), 2: (width - x, height - y), 3: (height - y, x)}[quarters]
    return np.stack(places, axis=1)


def test_fractions_roots_and_sums_are_one_region_each() -> None:
    """What is built upwards is neither cut at its bar nor mixed with the lines beside it."""
    style = Style(printed(0, "clean", "en").style.font, 40, 1400, "cm", 1.4, 60)
    latex = [r"\frac{x^2-9}{x-3}", r"\sqrt{x+5}", r"\sum_{k=1}^{9}k^2", r"\int_0^{2}x\,dx"]
    parts = [piece for one in latex for piece in ("The value of ", f"${one}$", " is wanted here. ")]
    pixels, _, _, boxes = set_page([parts], style, "en")
    page = _page(packed(Image.fromarray(pixels)))
    assert found_of(boxes, page) == (4, 0)


def test_a_photo_of_no_page_is_refused_or_doubted() -> None:
    grain = np.random.default_rng(5).normal(128, 60, (500, 700)).clip(0, 255).astype(np.uint8)
    with contextlib.suppress(PictureRefused):
        page = _page(packed(Image.fromarray(grain), "JPEG"))
        assert not page.found or np.mean([f.confidence for f in page.found]) < 0.9


def test_exercises_in_two_columns_are_listed_in_order() -> None:
    """The measure itself on one page; more are in `evaluation/results/pictures.md`."""
    there, found, whole = measured(0, "zh", LAYOUTS[1], photo=False, show=True)
    assert there == found and whole


@pytest.mark.parametrize("seed", [305, 306, 308])
def test_no_power_or_fraction_is_taken_for_a_character(seed: int) -> None:
    """With these a raised 15 was 三, 4/4 was 主 and 5 4/8 was 续, and nothing was marked."""
    assert outcome(seed, "zh", photo=False, show=True) != "silently wrong"


def _page(data: bytes) -> Page:
    assert Image.open(io.BytesIO(data)).size
    return read(decode(data).image, timeout_s=30)
