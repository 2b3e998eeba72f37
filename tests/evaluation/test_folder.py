"""What a run's folder keeps is what it gives back."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.folder import RunFolder
from evaluation.rows import BadData, Record
from solver.events import Answer, Code, Done, Event, Figure

ids = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=120)


@given(ids, ids)
@settings(max_examples=60)
def test_what_is_kept_of_a_problem_comes_back_whatever_its_id(one: str, other: str) -> None:
    with TemporaryDirectory() as path:
        folder = RunFolder(Path(path) / "run")
        records = [Record(i, "toy", "1+1", "2", ("1", "2")) for i in dict.fromkeys((one, other))]
        folder.begin({"model": "builtin"}, records)
        streams: dict[str, list[Event]] = {
            r.id: [Code(0, f"{n}"), Figure(0, "image/png", b"\x89", "a line"), Answer("2"), Done("answered")]
            for n, r in enumerate(records)
        }
        for problem, events in streams.items():
            folder.keep_events(problem, events)
        assert folder.problems() == {r.id: r for r in records}
        assert {problem: folder.events(problem) for problem in streams} == streams
        assert all(f.parent == folder.path / "events" for f in map(folder.events_file, streams))


def test_what_is_no_run_says_so(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    for reads, said in (
        (folder.header, "run.json"),
        (folder.rows, "holds no results"),
        (folder.problems, "problems"),
    ):
        with pytest.raises(BadData, match=said):
            reads()
    assert folder.events("a") == []
    (tmp_path / "run.json").write_text("[]")
    with pytest.raises(BadData, match="not an object"):
        folder.header()
