"""The terminal door: readable, JSON, exit status."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver import export_command
from solver.__main__ import Printer, main
from solver.errors import SolverError
from solver.events import Answer, Check, Code, Done, Methods, Output, Reasoning, decode
from solver.ports import Problem

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Said:
    status: int
    out: str
    err: str


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """In this process, which has warm workers: the first test shows that a process of its own says and ends so, too."""

    def call(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["solver", *arguments])
        status = main()
        return Said(status, *capsys.readouterr())

    return call


def test_readable() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "solver", "x^2-5x+6=0"],
        capture_output=True, text=True, cwd=ROOT, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Answer: x=2" in done.stdout and "✓" in done.stdout
    assert done.stderr == ""


@given(st.lists(st.integers(0, 60), max_size=8))
def test_how_code_is_cut_makes_no_difference(cuts: list[int]) -> None:
    source = "x = 1\n\nfor n in range(3):\n    print(n)"
    places = [0, *sorted(c % len(source) for c in cuts), len(source)]
    printer = Printer()
    text = "".join(printer.text(Code(1, source[a:b])) for a, b in pairwise(places) if a < b)
    assert text + printer.text(Output(1, "stdout", "0")) == (
        "\n  │ x = 1\n  │ \n  │ for n in range(3):\n  │     print(n)\n  → 0\n"
    )


def test_json_is_one_event_a_line(here: Callable[..., Said]) -> None:
    done = here("抛物线 $y=x^2 - 4x+3$ 的顶点坐标为多少？", "--json")
    events = [decode(line) for line in done.out.splitlines()]
    assert {Reasoning, Code, Output, Answer, Check, Done} <= set(map(type, events))
    assert [e for e in events if isinstance(e, Answer)] == [Answer("(2, -1)")]
    assert events[-1] == Done("answered")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["What is love?"], 2, id="declined"),
        pytest.param([""], 1, id="empty"),
    ],
)
def test_exit_status(arguments: list[str], status: int, here: Callable[..., Said]) -> None:
    done = here(*arguments)
    assert done.status == status
    assert done.out.strip() or done.err.strip()


def test_a_method_is_taken_or_another_one_and_they_are_listed(here: Callable[..., Said]) -> None:
    problem = "x^2-2x-7=0"
    listed = here(problem, "--methods")
    assert [line.split()[0] for line in listed.out.splitlines()] == ["formula", "completing-the-square"]
    done = here(problem, "--method", "completing-the-square", "--json")
    events = [decode(line) for line in done.out.splitlines()]
    assert Methods(("formula", "completing-the-square"), "completing-the-square") in events
    other = here(problem, "--method", "factoring", "--lang", "zh")
    assert other.status == 0 and "不适合用“因式分解法”" in other.out and "公式法" in other.out


def test_a_wrong_name_gets_a_suggestion(here: Callable[..., Said]) -> None:
    done = here("1+1", "--model", "bulitin")
    assert done.status == 1 and "builtin" in done.err


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m solver 'x^2-5x+6=0' | head -1"
    done = subprocess.run(
        command, shell=True, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False
    )
    assert done.stdout.strip() and done.stderr == ""


def test_a_solution_becomes_a_file(here: Callable[..., Said], tmp_path: Path) -> None:
    done = here("2+3", "--export", str(tmp_path / "out.md"))
    assert done.status == 0, done.err
    assert "$$\n5\n$$" in (tmp_path / "out.md").read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["out.md"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("out.doc", ".ipynb, .html, .pdf, .md", id="another suffix"),
        pytest.param("out", "扩展名", id="no suffix"),
        pytest.param("nowhere/out.pdf", "No such file", id="no such folder"),
        pytest.param("folder.pdf", "Is a directory", id="a folder"),
    ],
)
def test_a_file_that_cannot_be_is_said_first(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(SolverError, match=re.escape(words)):
        export_command.target(str(tmp_path / name), "zh")


def test_and_nothing_is_solved_for_it(here: Callable[..., Said]) -> None:
    done = here("2+3", "--export", "out.doc")
    assert done.status == 1 and ".ipynb, .html, .pdf, .md" in done.err and done.out == ""


async def test_a_full_disk_leaves_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> int:
        path.open("wb").write(data[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    problem = Problem("2+3", "zh")
    with pytest.raises(SolverError, match=r"无法写入.+No space left"):
        await export_command.save(tmp_path / "out.md", problem, [Answer("5"), Done("answered")])
    assert os.listdir(tmp_path) == []
