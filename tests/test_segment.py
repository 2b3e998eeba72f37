"""Segments do not depend on how the text was cut, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.events import Code, Reasoning
from solver.segment import CellEnd, Segment, Segmenter

pieces = st.lists(
    st.sampled_from(["```python\n", "```\n", "```", "`", "``", "\n", "x = 1\n", "print('```')\n", "words ", "```text\n", "  ```\n", "    ```\n", "é数\r\n", "```python", "<think>", "</think>", "<thi", "</", "\0", "\0\n"]),
    max_size=25,
)  # fmt: skip


def segments(text: str, cuts: list[int]) -> list[Segment]:
    segmenter, found, last = Segmenter(), list[Segment](), 0
    for cut in [*sorted(c % (len(text) + 1) for c in cuts), len(text)]:
        found += segmenter.feed(text[last:cut])
        last = cut
    return joined(found + segmenter.close())


def joined(found: list[Segment]) -> list[Segment]:
    merged: list[Segment] = []
    for segment in found:
        last = merged[-1] if merged else None
        if type(segment) is type(last) and not isinstance(segment, CellEnd) and last.part == segment.part:
            merged[-1] = type(segment)(segment.part, last.delta + segment.delta)
        else:
            merged.append(segment)
    return merged


@given(pieces.map("".join), st.lists(st.integers(0, 10_000), max_size=40))
def test_segments_do_not_depend_on_the_cuts(text: str, cuts: list[int]) -> None:
    assert segments(text, cuts) == segments(text, [])


@given(pieces.map("".join))
def test_a_cell_ends_with_just_its_source(text: str) -> None:
    found = segments(text, [])
    sources = {s.part: s.delta for s in found if isinstance(s, Code)}
    for end in found:
        if isinstance(end, CellEnd):
            assert sources.get(end.part, "") == end.source


@given(st.text(st.characters(exclude_characters="`\0")))
def test_text_without_fences_is_prose_as_it_is(text: str) -> None:
    assert "".join(s.delta for s in segments(text, [3]) if isinstance(s, Reasoning)) == text


@given(pieces.map("".join), st.integers(0, 9))
def test_parts_count_up_from_the_first(text: str, first: int) -> None:
    segmenter = Segmenter(first)
    parts = [s.part for s in segmenter.feed(text) + segmenter.close()]
    assert parts == sorted(parts)
    assert set(parts) == set(range(first, segmenter.next_part))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a\n```py\n1\n```\nb",
            [Reasoning(0, "a\n"), Code(1, "1\n"), CellEnd(1, "1\n"), Reasoning(2, "b")],
            id="plain",
        ),
        pytest.param("```python\n1", [Code(0, "1"), CellEnd(0, "1")], id="never closed"),
        pytest.param("```python\n1\n```", [Code(0, "1\n"), CellEnd(0, "1\n")], id="closed by the end"),
        pytest.param("```text\n```\n", [Reasoning(0, "```text\n```\n")], id="another language is prose"),
        pytest.param("```python\n```\n", [CellEnd(0, "")], id="an empty cell"),
        pytest.param(
            "<think>try\n```python\n1\n```\n</think>```python\n2\n```",
            [
                Reasoning(0, "<think>try\n```python\n1\n```\n</think>"),
                Code(1, "2\n"),
                CellEnd(1, "2\n"),
            ],
            id="code in a thought does not run",
        ),
        pytest.param("<think>a</thi", [Reasoning(0, "<think>a</thi")], id="a thought that never ends"),
        pytest.param("a <think>", [Reasoning(0, "a <think>")], id="no thought inside a line"),
        pytest.param(
            "```python\n\0```\n\0\0\n1\n```\n",
            [Code(0, "```\n\0\n1\n"), CellEnd(0, "```\n\0\n1\n")],
            id="lines marked as no fence",
        ),
        pytest.param(
            "```python\n1\n\0\nx", [Code(0, "1\n"), Reasoning(1, "x")], id="a cell that is broken off"
        ),
        pytest.param("```python\n1\n\0", [Code(0, "1\n")], id="a cell that is broken off at the end"),
        pytest.param("\0```python\n1\n", [Reasoning(0, "```python\n1\n")], id="marked prose"),
        pytest.param("see ```python here", [Reasoning(0, "see ```python here")], id="no fence inside a line"),
    ],
)
def test_cases(text: str, expected: list[Segment]) -> None:
    assert segments(text, []) == expected
