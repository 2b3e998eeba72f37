"""What reports say follows from the rows, and from nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from evaluation.__main__ import main
from evaluation.folder import RunFolder
from evaluation.reporting.causes import CAUSES, cause, causes
from evaluation.reporting.comparison import pairs_of
from evaluation.reporting.figures import figures, table
from evaluation.reporting.intervals import Pairs, wilson
from evaluation.reporting.plots import bars
from evaluation.reporting.published import published, set_name
from evaluation.rows import BadData, Record, Row

counts = st.integers(0, 400)


def rows_of(*verdicts: str) -> list[Row]:
    return [
        Row(f"p{i}", "toy", "sums" if i % 2 else "parts", "1", "1", v, "proved", 0.1 * (i + 1))  # type: ignore[arg-type]
        for i, v in enumerate(verdicts)
    ]


def kept(path: Path, rows: list[Row], **head: object) -> Path:
    """A folder of a run with these rows."""
    folder = RunFolder(path)
    folder.begin(
        {
            "command": "python -m evaluation run",
            "model": "m",
            "date": "d",
            "machine": "M",
            "python": "3",
            **head,
        },
        [Record(r.id, r.dataset, "1+0", r.reference) for r in rows],
    )
    (path / "results.jsonl").write_text("".join(r.line() for r in rows), encoding="utf-8")
    return path


def test_figures() -> None:
    f = figures(rows_of("right", "right", "right", "wrong", "declined", "failed"))
    assert (f.precision, f.coverage) == (0.75, 0.5)
    assert (f.median_s, f.slow_s) == (pytest.approx(0.25), pytest.approx(0.4))
    assert (f.right_proved, f.wrong_proved, f.tokens) == (3, 1, None)
    assert figures([]).precision is None
    assert figures(rows_of("declined")).precision is None
    assert table(rows_of("right")).count("\n") == 2


@given(counts, counts)
def test_the_interval_is_wilsons_and_holds_the_score(right: int, more: int) -> None:
    of = right + more
    low, high = wilson(right, of)
    assert 0 <= low <= (right / of if of else 0) <= high <= 1 or not of
    if of:
        true = binomtest(right, of).proportion_ci(method="wilson")
        assert (low, high) == pytest.approx((true.low, true.high), abs=1e-9)


@given(counts, counts, counts, counts)
def test_mcnemars_test_is_exact_and_mirrored(both: int, first: int, second: int, neither: int) -> None:
    pairs, mirrored = Pairs(both, first, second, neither), Pairs(both, second, first, neither)
    assert pairs.p_value() == mirrored.p_value()
    assert pairs.difference == -mirrored.difference
    low, high = pairs.interval()
    assert (-high, -low) == pytest.approx(mirrored.interval())
    assert -1 <= low <= high <= 1
    if first + second:
        assert pairs.p_value() == pytest.approx(binomtest(first, first + second).pvalue)
        assert NormalDist().cdf(0) == 0.5


def test_every_row_that_is_not_right_has_one_cause() -> None:
    made = [
        Row("a", "toy", "", "1/2", "0.5", "wrong", "unknown", 1.0, exact=True),
        Row("b", "toy", "", "x", "2", "wrong", "unknown", 1.0, "not decided by the grader", exact=False),
        Row("c", "toy", "", "", "2", "failed", "unknown", 20.0, "time-limit: no end within 20 s"),
        Row("d", "toy", "", "", "2", "failed", "unknown", 1.0, "no-server: nobody is there"),
        Row("e", "toy", "", "", "2", "declined", "unknown", 1.0, "step-limit: 8 cells"),
        Row("f", "toy", "", "", "2", "declined", "unknown", 1.0, "declined: I cannot read this"),
        Row("g", "toy", "", "3", "2", "wrong", "unknown", 1.0, exact=False, cells=2, errors=1),
        Row("h", "toy", "", "3", "2", "wrong", "refuted", 1.0, exact=False),
        Row("i", "toy", "", "3", "2", "wrong", "proved", 1.0, exact=False),
    ]
    assert [cause(r) for r in made] == list(CAUSES)
    assert causes([*made, *rows_of("right")]) == [(name, 1) for name in CAUSES]


def test_the_report_names_sets_subjects_and_the_command(tmp_path: Path) -> None:
    folder = kept(tmp_path / "run", rows_of("right", "wrong", "right"))
    assert main(["report", str(folder), "--out", str(tmp_path / "pages")]) == 0
    text = (tmp_path / "pages" / "report.md").read_text(encoding="utf-8")
    assert "| toy | 3 | 2 | 1 | 0 | 0 | 66.7% | 66.7% |" in text
    assert "| toy: sums | 1 | 0.0% |" in text and "`python -m evaluation run`" in text
    assert (tmp_path / "pages" / "by-dataset.svg").exists()
    page = (tmp_path / "pages" / "report.html").read_text(encoding="utf-8")
    assert "<svg" in page and "<img" not in page


class Outside(HTMLParser):
    """Collects the tags of a page and what it would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.fetched += [
            v or "" for k, v in attrs if k in ("src", "href", "srcset", "data") or k.startswith("on")
        ]


@given(st.text("<>|`*_[]()!\\\\&\"' ax\\n$#~", max_size=60))
def test_hostile_text_stays_text(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        row = Row(
            "<script>1</script>",
            "toy|x",
            text,
            text or "1",
            text,
            "right",
            "proved",
            1.0,
            text,
            form="missed",
            exact=False,
        )
        folder = kept(Path(name) / "<b>", [row, replace(row, id="![x](http://y)", verdict="wrong")])
        assert main(["report", str(folder), "--out", str(Path(name) / "r.html")]) == 0
        seen = Outside()
        seen.feed((Path(name) / "r.html").read_text(encoding="utf-8"))
    assert not seen.tags & {"script", "img", "iframe", "a", "b"}
    assert seen.fetched == []


def test_two_runs_are_compared_problem_by_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = kept(tmp_path / "A", rows_of("right", "right", "wrong", "declined", "right"), way={"samples": 1})
    second = kept(tmp_path / "B", rows_of("right", "failed", "right", "right"), way={"samples": 8})
    assert main(["compare", str(first), str(second)]) == 0
    text = capsys.readouterr().out
    assert "| A right | 1 | 1 |" in text and "| A not right | 2 | 0 |" in text
    assert "1 only in A and 0 only in B" in text and "way.samples" in text
    assert "+25.0 points" in text and "| failed | 1 | 25.0 |" in text
    pairs, _ = pairs_of(rows_of("right"), rows_of("right"))
    assert pairs == Pairs(1, 0, 0, 0)
    with pytest.raises(BadData, match="no problem in common"):
        pairs_of([replace(r, id="z") for r in rows_of("right")], rows_of("right"))


def test_a_gap_is_divided_into_its_causes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = kept(tmp_path / "A", rows_of(*["right"] * 75, *["declined"] * 15, *["failed"] * 10))
    assert main(["gap", str(folder), "--target", "90.6"]) == 0
    text = capsys.readouterr().out
    assert "15.6 points, more than chance would do" in text
    assert "| declined | 15 | 15.0 |" in text and "| failed | 10 | 10.0 |" in text
    assert main(["gap", str(folder), "--target", "120"]) == 2


def test_what_is_no_run_gets_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (
        ["report", str(tmp_path)],
        ["compare", str(tmp_path), str(tmp_path)],
        ["gap", str(tmp_path), "--target", "1"],
    ):
        assert main(command) == 2
        assert "holds no results.jsonl" in capsys.readouterr().err
    kept(tmp_path / "empty", [])
    assert main(["report", str(tmp_path / "empty")]) == 2


def test_answers_are_graded_again_by_another_grader(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        Row("a", "toy", "", "1+x", "x+1", "wrong", "proved", 1.0, "not decided by the grader"),
        Row("b", "toy", "", "2", "2", "wrong", "proved", 1.0),
        Row("c", "toy", "", "", "2", "failed", "unknown", 1.0, "no-server: x"),
    ]
    folder = kept(tmp_path / "A", rows, id="old")
    assert main(["regrade", str(folder), "--out", str(tmp_path / "B")]) == 0
    assert main(["regrade", str(folder), "--out", str(tmp_path / "C"), "--grader", "exact"]) == 0
    assert [r.verdict for r in RunFolder(tmp_path / "B").rows()] == ["right", "right", "failed"]
    assert [r.verdict for r in RunFolder(tmp_path / "C").rows()] == ["wrong", "right", "failed"]
    assert RunFolder(tmp_path / "C").header()["regraded"] == {"from": "old", "by": "exact"}
    assert main(["regrade", str(folder), "--out", str(tmp_path / "B")]) == 2


def test_published_scores_have_a_source_and_are_percents() -> None:
    assert len(published()) > 20
    for score in published():
        assert score.model and score.conditions and score.source and 2020 <= score.year <= 2030
        assert score.on and all(0 < value <= 100 for value in score.on.values())
        assert all(set_name(name) == name for name in score.on)


def test_a_picture_says_what_it_shows() -> None:
    svg = bars("Scores", {"a <set>": rows_of("right", "wrong")})
    assert 'aria-label="Scores: a &lt;set&gt; 50.0%"' in svg and "<set>" not in svg
    assert bars("Scores", {}) == ""


@pytest.mark.thorough
def test_one_thing_is_changed_at_a_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "own.jsonl"
    data.write_text(
        json.dumps({"id": "a", "question": "Express 0.75 as a common fraction.", "answer": "3/4"}) + "\n"
    )
    out = tmp_path / "out"
    command = ["ablate", "--vary", "grader=exact,strict", "--out", str(out), "--", "--data", str(data)]
    assert main(command) == 0
    assert (out / "base" / "results.jsonl").exists() and (out / "ablation.html").exists()
    text = capsys.readouterr().out
    assert "| base | 100.0%" in text and "| grader=strict | 100.0% | +0.0 |" in text
    assert main(["ablate", "--vary", "mood=good", "--out", str(out)]) == 2
    assert "WHAT one of strategy" in capsys.readouterr().err
