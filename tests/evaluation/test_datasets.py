"""Every data set's own problems load and are graded offline; what is no problem gets a sentence."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest
import pytest_asyncio

from evaluation.__main__ import main
from evaluation.datasets import DATASETS, MAMMOTH, dataset, gaokao_mathqa
from evaluation.datasets.loading import SAMPLES, _version, checksum, load
from evaluation.grading import Judge
from evaluation.rows import BadData, Record

ROOT = Path(__file__).parents[2]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def judge() -> AsyncIterator[Judge]:
    """One for all sets: its process takes most of a second of a core to start."""
    found = Judge()
    yield found
    await found.close()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", DATASETS)
async def test_its_own_problems_load_and_are_graded(name: str, judge: Judge) -> None:
    known = dataset(name)
    assert known.name == name and known.licence
    loaded = load(name, sample=True)
    assert len(loaded.records) == 3 and not loaded.notes
    assert loaded.source["licence"] == known.licence and loaded.source["sha256"] == checksum(loaded.records)
    for record in loaded.records:
        assert (record.dataset, record.language) == (name, known.language)
        by_value = record.choices["ABCDEFGH".index(record.answer)] if record.choices else f"${record.answer}$"
        assert await judge.grade(record.answer, record.answer, choices=record.choices) == "equal"
        assert await judge.grade(by_value, record.answer, choices=record.choices) == "equal"
        assert await judge.grade("-98765", record.answer, choices=record.choices) == "different"


def test_every_file_of_samples_is_of_a_set_and_the_nine_are_known() -> None:
    assert {f.stem for f in SAMPLES.glob("*.jsonl")} == set(DATASETS)
    assert len(MAMMOTH) == 9 and set(MAMMOTH) <= set(DATASETS)
    with pytest.raises(LookupError, match="did you mean 'math500'"):
        dataset("math-500")


def test_our_own_form_is_read_whatever_the_file(tmp_path: Path) -> None:
    row = {"id": "a", "question": "1+1", "answer": "2", "choices": ["1", "2"], "kind": 3, "level": None}
    other = {"question": "q", "answer": 0}
    (tmp_path / "toy.jsonl").write_text(
        "\n".join([json.dumps(row), json.dumps({**row, "question": "2+0"}), json.dumps(other), ""])
    )
    found = load(data=tmp_path / "toy.jsonl").records
    assert [r.id for r in found] == ["a", "a#2", "toy-3"]
    assert found[0] == Record("a", "toy", "1+1", "2", ("1", "2"), subject="3") and found[2].answer == "0"
    (tmp_path / "toy.json").write_text(json.dumps({"x": {"question": "3", "answer": "3"}}))
    assert load(data=tmp_path / "toy.json").records == [Record("x", "toy", "3", "3")]
    (tmp_path / "toy.csv").write_text('question,answer\n"1, 2 or 3?",3\n')
    assert load(data=tmp_path / "toy.csv").records == [Record("toy-1", "toy", "1, 2 or 3?", "3")]
    assert len(load(data=tmp_path).records) == 5
    assert load(data=tmp_path, limit=2).source["problems"] == 2


def test_a_file_of_a_set_is_read_in_its_form_and_counts_twins(tmp_path: Path) -> None:
    raw = (SAMPLES / "gsm8k.jsonl").read_text(encoding="utf-8")
    (tmp_path / "test.jsonl").write_text(raw + raw, encoding="utf-8")
    loaded = load("gsm8k", data=tmp_path / "test.jsonl")
    assert [r.answer for r in loaded.records] == ["14", "19", "90"]
    assert (
        loaded.notes[0].startswith("3 questions came again and were left out (")
        and "line 4 asks the same as" in loaded.notes[0]
    )
    assert loaded.source["again"] == 3
    assert loaded.source["sha256"] == load("gsm8k", sample=True).source["sha256"]


def test_twins_are_told(tmp_path: Path) -> None:
    """And the status of the run says so: `test_running.py`."""
    rows = [
        {"id": "a", "question": "1+1", "answer": "2"},
        {"id": "b", "question": "1+1", "answer": "3"},
        {"id": "a", "question": "2+2", "answer": "4"},
    ]
    (tmp_path / "twice.jsonl").write_text("\n".join(map(json.dumps, rows)))
    loaded = load(data=tmp_path / "twice.jsonl")
    assert loaded.source["again"] == 2 and len(loaded.records) == 2
    assert "1 questions came again and were left out, 1 of them with another answer (" in loaded.notes[0]
    assert "line 2 asks the same as" in loaded.notes[0]
    assert loaded.notes[1] == "1 ids came again and were numbered (a#2)"


IN_PARQUET = """
import json, sys
import pyarrow
from pyarrow import parquet
from evaluation.datasets.loading import SAMPLES, load
rows = [json.loads(line) for line in (SAMPLES / "math500.jsonl").read_text(encoding="utf-8").splitlines()]
parquet.write_table(pyarrow.Table.from_pylist(rows), sys.argv[1] + "/test.parquet")
from pathlib import Path
assert load("math500", data=Path(sys.argv[1])).records == load("math500", sample=True).records
"""
FROM_THE_HUB = """
import sys
from dataclasses import replace
from pathlib import Path
from evaluation.datasets import gsm8k
from evaluation.datasets.loading import SAMPLES, load
from evaluation.rows import BadData
folder = Path(sys.argv[1])
(folder / "hub").mkdir()
(folder / "hub" / "test.jsonl").write_text((SAMPLES / "gsm8k.jsonl").read_text(encoding="utf-8"), encoding="utf-8")
local = replace(gsm8k.DATASET, hub=str(folder / "hub"), configs=(), files="test.jsonl")
gsm8k.DATASET = local
assert load("gsm8k").records == load("gsm8k", sample=True).records
gsm8k.DATASET = replace(local, hub=str(folder / "nothing"))
try:
    load("gsm8k")
except BadData as error:
    assert "could not be loaded from the hub" in str(error) and "--data" in str(error), error
else:
    raise AssertionError("it loaded nothing")
"""

COMMITS_OF_THE_HUB = """
import os, sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from tests.evaluation.a_hub import FIRST, REPOSITORY, SECOND, Hub
from evaluation.datasets.loading import SAMPLES, load
rows = (SAMPLES / "gsm8k.jsonl").read_text(encoding="utf-8")
hub = Hub({FIRST: rows.partition("\\n")[0], SECOND: rows}, newest=FIRST)
os.environ["HF_ENDPOINT"] = hub.address
del os.environ["HF_HUB_OFFLINE"]
from evaluation.commands.run import _problems
from evaluation.datasets import gsm8k
from evaluation.folder import RunFolder
gsm8k.DATASET = replace(gsm8k.DATASET, hub=REPOSITORY, configs=(), revision=None)
def told(loaded):
    return loaded.source["revision"], len(loaded.records)
began = load("gsm8k")
assert told(began) == (FIRST, 1), began.source
hub.newest = SECOND
assert told(load("gsm8k")) == (SECOND, 3)
assert told(load("gsm8k", revision=FIRST)) == (FIRST, 1)
out = Path(sys.argv[1]) / "out"
RunFolder(out).begin({"sources": [began.source]}, began.records)
asked = Namespace(dataset=["gsm8k"], data=None, revision=None, split=None, limit=None, sample=False, out=out, resume=True)
assert _problems(asked) == (began.records, [began.source])
hub.server.shutdown()
hub.server.server_close()
assert load("gsm8k", revision=FIRST).records == began.records
assert told(load("gsm8k")) in ((FIRST, 1), (SECOND, 3))
"""


@pytest.mark.skipif(find_spec("datasets") is None, reason="datasets is not installed")
@pytest.mark.parametrize(
    "program", [IN_PARQUET, FROM_THE_HUB, COMMITS_OF_THE_HUB], ids=["parquet", "hub", "commits"]
)
def test_what_the_hub_has_is_read_through_its_libraries(program: str, tmp_path: Path) -> None:
    """In a process of its own: what they import takes gigabytes of addresses, and later tests' processes are bounded by those."""
    said = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=ROOT, env=os.environ | {"HF_HOME": str(tmp_path / "home"), "HF_HUB_OFFLINE": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.returncode == 0, said.stderr


def test_what_has_no_pinned_commit_is_known_by_name() -> None:
    """Whoever pins one of these, or adds a set without, says so here. `run.json` has what the hub gave for them."""
    found = {name: dataset(name) for name in DATASETS}
    unpinned = {n for n, d in found.items() if d.hub and d.revision is None}
    assert unpinned == {"gaokao-mathqa", "gaokao-mathcloze", "school-math"}
    assert {n for n in unpinned if found[n].file is None} == {"school-math"}
    assert all(re.fullmatch("[0-9a-f]{40}", d.revision) for d in found.values() if d.revision)
    assert all(re.fullmatch("[0-9a-f]{64}", d.file.sha256) for d in found.values() if d.file)


OWNERS = [
    {
        "passage": None,
        "question": "$2+2=$ ( )",
        "options": ["(A)$3$", "(B)$4$"],
        "label": "B",
        "answer": None,
    },
    {
        "passage": None,
        "question": "哪些是偶数？",
        "options": ["(A)$2$", "(B)$3$", "(C)$4$"],
        "label": ["C", "A"],
    },
]


def test_the_owners_files_are_read_too_and_a_version_that_is_not_the_known_one_is_told(
    tmp_path: Path,
) -> None:
    file = tmp_path / "qa.jsonl"
    file.write_text("\n".join(map(json.dumps, OWNERS)), encoding="utf-8")
    loaded = load("gaokao-mathqa", data=file)
    assert [(r.question, r.answer, r.choices) for r in loaded.records] == [
        ("$2+2=$ ( )", "B", ("$3$", "$4$")), ("哪些是偶数？", "AC", ("$2$", "$3$", "$4$")),
    ]  # fmt: skip
    assert len(loaded.notes) == 1 and "not the known file of gaokao-mathqa" in loaded.notes[0]
    known = gaokao_mathqa.DATASET
    assert known.file is not None
    assert not _version(
        replace(known, file=replace(known.file, sha256=sha256(file.read_bytes()).hexdigest())),
        file,
        pinned=None,
    )
    said = _version(replace(known, revision="c" * 40), None, pinned=None)
    assert "no commit of hails/agieval-gaokao-mathqa is pinned; the commit that was read is ccc" in said[0]
    assert not _version(known, None, pinned="c" * 40)
    assert (
        dataset("gaokao-mathqa").read({"query": "Q", "choices": ["(A)1", "(B)2"], "gold": [1, 0]}).answer
        == "AB"
    )
    (tmp_path / "none.jsonl").write_text(json.dumps(OWNERS[0] | {"label": ""}))
    with pytest.raises(BadData, match="no option is marked as right"):
        load("gaokao-mathqa", data=tmp_path / "none.jsonl")


def test_what_is_not_on_the_hub_says_so() -> None:
    with pytest.raises(BadData, match="not on the hub"):
        load("numglue")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("a.jsonl", "", "no problems"),
        ("a.jsonl", "{", "line 1: not JSON"),
        ("a.jsonl", "[1]", "not an object"),
        ("a.jsonl", '{"id": "a", "question": "1+1"}', "answer is missing or empty; the row has id, question"),
        ("a.jsonl", '{"id": "a", "question": " ", "answer": "1"}', "question is missing"),
        ("a.json", "[1]", "row 1: not an object"),
        ("a.json", "{", "not JSON"),
        ("a.csv", "question;answer\n1;2\n", "question, answer is missing"),
        ("a.txt", "1+1", "problems are read from"),
    ],
)
def test_bad_files_get_a_sentence(file: str, text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text(text)
    with pytest.raises(BadData, match=said):
        load(data=tmp_path / file)
    (tmp_path / file).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadData):
        load(data=tmp_path / file)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"question": "q", "answer": "no hashes"}, "line 1: no ####"),
        ({"problem": "q"}, "not a row of gsm8k.*it has problem"),
    ],
)
def test_a_row_of_another_form_says_what_it_has(row: dict[str, str], said: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    with pytest.raises(BadData, match=said):
        load("gsm8k", data=tmp_path / "a.jsonl")


def test_the_table_and_the_samples_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["datasets"]) == 0
    assert "| math500 | 500 | en | evaluation | HuggingFaceH4/MATH-500" in capsys.readouterr().out
    assert main(["run"]) == 2 and "--dataset NAME or --data FILE" in capsys.readouterr().err
    assert main(["run", "--dataset", "gms8k"]) == 2 and "did you mean 'gsm8k'" in capsys.readouterr().err
    both = ["--dataset", "gsm8k", "--dataset", "cmath", "--sample", "--out", str(tmp_path / "out")]
    assert main(["run", *both]) == 0
    assert "| all | 6 | 6 | 0 |" in capsys.readouterr().out
    sources = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["sources"]
    assert [s["name"] for s in sources] == ["gsm8k", "cmath"] and sources[1]["licence"] == "CC-BY-4.0"
