"""Parts of a page put together: order, spaces, problems; a model's answer cleaned."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.ocr.answers import cleaned
from solver.ocr.assembling import Part, assemble, guessed
from solver.ocr.vision import reading_of
from solver.ports import Box, Picture, PictureReading
from solver.sentences import SENTENCES

PICTURE = Picture(b"", "image/png", 1000, 500)


def page(*lines: str, latex: bool = True) -> PictureReading:
    """A page of these lines, formulas between dollar signs, each line as wide as it is long."""
    parts: list[Part] = []
    formulas = {}
    for number, line in enumerate(lines):
        left = 0
        for at, piece in enumerate(re.split(r"(\$[^$]*\$)", line)):
            if not piece:
                continue
            box = Box(left, 40 * number, 20 * len(piece), 30)
            left += box.width
            if at % 2:
                formulas[len(parts)] = (piece.strip("$"), 0.9)
                parts.append(Part("formula", piece.strip("$"), 0.9, number, False, box))
            else:
                parts.append(Part("text", piece, 0.9, number, piece[0] == " ", box))
    return assemble(parts, formulas if latex else {}, PICTURE, [], "some")


@pytest.mark.parametrize(
    ("lines", "markdown"),
    [
        pytest.param(["Solve the", "equation $x=1$ for", "all x."], "Solve the equation $x=1$ for all x.", id="wrapped"),
        pytest.param(["求这两个交点", "的坐标。"], "求这两个交点的坐标。", id="Chinese wrapped"),
        pytest.param(["求 $x$ 的 值"], "求$x$的值", id="no spaces in Chinese"),
        pytest.param(["$x$$y$ 12"], "$x$ $y$ 12", id="two formulas"),
        pytest.param(["Solve $2x+3=15.$ Then find $x, $ and $y$."], "Solve $2x+3=15$. Then find $x$, and $y$.", id="a sentence's marks"),
        pytest.param(["A pen costs $$3."], r"A pen costs \$3.", id="a price"),
    ],
)  # fmt: skip
def test_lines_are_joined(lines: list[str], markdown: str) -> None:
    if "$$3" in lines[0]:
        reading = assemble(
            [Part("text", "A pen costs $3.", 1, 0, False, Box(0, 0, 1, 1))], {}, PICTURE, [], "some"
        )
    else:
        reading = page(*lines)
    assert reading.markdown == markdown


@pytest.mark.parametrize(
    ("lines", "problems"),
    [
        pytest.param(["1. Solve $x=1$.", "2. Find y", "in this.", "3) Add."], ["Solve $x=1$.", "Find y in this.", "Add."], id="numbers"),
        pytest.param(["（1）解方程。", "（2）求值。"], ["解方程。", "求值。"], id="in brackets"),
        pytest.param(["已知 $x=1$。", "(1) 求 $y$。", "(2) 求 $z$。"], ["已知$x=1$。\n\n(1) 求$y$。\n\n(2) 求$z$。"], id="parts of one"),
        pytest.param(["7. Solve it:", "12 apples are left"], ["Solve it:\n\n12 apples are left"], id="one with a number"),
        pytest.param(["例1 解方程。", "例2 求值。"], ["解方程。", "求值。"], id="examples"),
        pytest.param(["3.5 kg of rice", "4.5 kg of flour"], ["3.5 kg of rice 4.5 kg of flour"], id="decimals are no labels"),
    ],
)  # fmt: skip
def test_problems_are_told_apart(lines: list[str], problems: list[str]) -> None:
    reading = page(*lines)
    found = [p.markdown.replace("(1)求", "(1) 求").replace("(2)求", "(2) 求") for p in reading.problems]
    assert found == problems
    assert ("picture-several" in {n.code for n in reading.notes}) == (len(problems) > 1)


WORDS = st.text(st.sampled_from("ab 1.,求的值"), min_size=1, max_size=9).filter(str.strip)
PARTS = st.lists(st.tuples(st.booleans(), WORDS, st.integers(0, 2)), min_size=1, max_size=8)


@given(PARTS)
def test_every_region_is_in_the_text_in_order(drawn: list[tuple[bool, str, int]]) -> None:
    line, parts, formulas = 0, [], {}
    for at, (is_formula, text, step) in enumerate(drawn):
        line += step
        kind = "formula" if is_formula else "text"
        parts.append(Part(kind, text, 0.5, line, False, Box(at, line, 1, 1)))
        if is_formula:
            formulas[at] = (text.strip(), 0.5)
    reading = assemble(parts, formulas, PICTURE, [], "some")
    place = 0
    for region in reading.regions:
        place = reading.markdown.index(region.markdown.strip(), place)
    assert reading.markdown.count("$") == 2 * sum(is_formula for is_formula, _, _ in drawn)
    assert all(note.code in SENTENCES for note in reading.notes)


@given(st.text(max_size=30))
def test_a_guess_closes_what_it_opens(seen: str) -> None:
    latex = guessed(seen)
    assert "$" not in latex and latex.count("{") == latex.count("}")


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        pytest.param("Solve $x=1$.", "Solve $x=1$.", id="plain"),
        pytest.param("```latex\nSolve $x=1$.\n```", "Solve $x=1$.", id="fence"),
        pytest.param("Sure! Here is the text:\n\nSolve $x=1$.", "Solve $x=1$.", id="introduction"),
        pytest.param("以下是图片中的内容：\n\n解方程 $x=1$。", "解方程 $x=1$。", id="Chinese introduction"),
        pytest.param("<think>a picture</think>\nSolve \\(x=1\\).", "Solve $x=1$.", id="thought"),
        pytest.param("\\[x=1\\]", "$$x=1$$", id="displayed"),
        pytest.param("[nothing]", "", id="nothing"),
    ],
)
def test_answers_of_models_are_cleaned(answer: str, text: str) -> None:
    assert cleaned(answer) == text


def test_an_answer_becomes_regions() -> None:
    reading = reading_of("1. Solve $x=1$ now.\n\n2. Pay \\$3 and $$y$$", PICTURE, [], "vision")
    assert [(r.kind, r.markdown.strip()) for r in reading.regions] == [
        ("text", "1. Solve"), ("formula", "$x=1$"), ("text", "now."), ("text", r"2. Pay \$3 and"), ("formula", "$y$"),
    ]  # fmt: skip
    assert [p.markdown for p in reading.problems] == ["Solve $x=1$ now.", r"Pay \$3 and $y$"]
