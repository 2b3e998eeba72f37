"""The codec loses nothing, whatever the events are."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.events import KINDS, Event, decode, encode

text = st.text(st.characters(exclude_categories=["Cs"]))
events: st.SearchStrategy[Event] = st.one_of(*(st.from_type(kind) for kind in KINDS.values()))


@given(events)
def test_decode_is_the_inverse_of_encode(event: Event) -> None:
    line = encode(event)
    assert "\n" not in line
    assert decode(line) == event


@given(events)
def test_a_record_is_the_kind_and_the_fields(event: Event) -> None:
    record = json.loads(encode(event))
    assert list(record) == ["kind", *(f.name for f in dataclasses.fields(event))]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("[]", id="no object"),
        pytest.param('{"kind": "nonsense"}', id="unknown kind"),
        pytest.param('{"kind": "done"}', id="missing field"),
        pytest.param('{"kind": "done", "reason": "answered", "more": 1}', id="extra field"),
        pytest.param("{", id="no JSON"),
    ],
)
def test_what_is_no_event_is_a_value_error(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # json's own error is one too
        decode(line)
