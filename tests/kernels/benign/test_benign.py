"""What models write runs in a confined kernel as it does in an ordinary one."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import groupby

import pytest

from tests.kernels.benign.compare import Comparison, Run, Shown, compare_all
from tests.kernels.benign.corpus import MISTAKES, Program, mask, read_programs

PROGRAMS = read_programs()
SAMPLE = [list(group)[4] for _, group in groupby(PROGRAMS, key=lambda program: program.theme)]
JOBS = 2

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="kernels are confined on Linux only")
minutes = pytest.mark.timeout(3600)


def faults(found: list[Comparison]) -> list[str]:
    """The reports of all that are not the same. "unsteady" says nothing about the sandbox."""
    return ["\n".join(one.report()) for one in found if one.verdict not in ("same", "unsteady")]


@pytest.mark.alone  # what C code prints comes through a pipe that a busy machine reads too late
@needs_linux
@minutes
async def test_a_sample_of_each_theme() -> None:
    assert faults(await compare_all(SAMPLE, jobs=JOBS)) == []


@pytest.mark.benign
@needs_linux
@minutes
async def test_all_programs() -> None:
    assert faults(await compare_all(PROGRAMS, jobs=JOBS)) == []


def test_the_corpus_is_large_and_of_many_kinds() -> None:
    themes = Counter(program.theme for program in PROGRAMS)
    assert themes.total() >= 250 and len(themes) >= 12 and min(themes.values()) >= 12
    assert len({program.cells for program in PROGRAMS}) == len(PROGRAMS)


def test_each_program_says_its_exercise() -> None:
    assert [program.title for program in PROGRAMS if not program.exercise] == []


def run_of(*lines: str, png_bytes: tuple[int, ...] = ()) -> Run:
    return Run((Shown(lines, png_bytes),), 1.0)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(run_of("stdout: 2", png_bytes=(1000,)), True, id="equal"),
        pytest.param(run_of("stdout: 2", png_bytes=(1040,)), True, id="a picture of nearly that size"),
        pytest.param(run_of("stdout: 2", png_bytes=(1100,)), False, id="another picture"),
        pytest.param(run_of("stdout: 3", png_bytes=(1000,)), False, id="another output"),
        pytest.param(run_of("stdout: 2", "error: x", png_bytes=(1000,)), False, id="an error more"),
        pytest.param(run_of("stdout: 2"), False, id="a picture less"),
    ],
)
def test_what_differs(other: Run, same: bool) -> None:
    assert run_of("stdout: 2", png_bytes=(1000,)).resembles(other) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("took 1.234 seconds", "took 0.9 seconds", id="duration"),
        pytest.param(
            "12.3 ns ± 4 ns per loop (mean ± std. dev. of 2 runs, 10 loops each)",
            "1.3 μs ± 4 μs per loop (mean ± std. dev. of 2 runs, 100,000 loops each)",
            id="timeit",
        ),
        pytest.param("/tmp/stepwise-ab12/k-xyz/work", "/tmp/stepwise-cd34/k-uvw/work", id="folder"),
        pytest.param("<f at 0x7f0102030405>", "<f at 0x7fa0b0c0d0e0>", id="address"),
    ],
)
def test_what_varies_is_masked(one: str, other: str) -> None:
    assert mask(one) == mask(other)


@pytest.mark.parametrize("text", ["x = 1.5", "0x1f", "2024-03-10 23:50:00", "3.5*s + t", "2*min(a, b)"])
def test_mathematics_is_not(text: str) -> None:
    assert mask(text) == text


def test_mistakes_are_a_theme() -> None:
    assert any(program.is_mistaken for program in PROGRAMS) and MISTAKES in {p.theme for p in SAMPLE}


def test_cells_are_split_at_marks() -> None:
    program = next(p for p in PROGRAMS if p.title.endswith("_markov_chain"))
    assert len(program.cells) == 4 and isinstance(program, Program)
