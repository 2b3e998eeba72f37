"""Stages on a real Ray cluster: the same as here, and a worker that is killed in the middle costs nothing and doubles nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evaluation.rows import BadData
from tests.training.small import examples, written
from tests.training.stages import kept, made
from training import sampling
from training.cluster import AllBut, Done, Part, do, mapped, sliced
from training.examples import Example
from training.folder import DONE

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(400)]
PROBLEMS = [
    Example(f"p{n}", f"Solve {n + 2}x + {n} = {(n + 2) * (n + 1) + n}.", "en", "toy", reference=str(n + 1))
    for n in range(8)
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    pytest.importorskip("ray", reason="ray is not installed")
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 2, "include_dashboard": False})
    yield cluster.address
    cluster.shutdown()


def dies_once(told: tuple[Part, str]) -> Done:
    """The part; whoever does it first is killed in the middle, when it has solved some."""
    part, flag = told
    if part.examples[0].id == "p2" and not Path(flag).exists():
        do(Part(part.module, part.settings, examples=part.examples[:1]))
        Path(flag).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return do(part)


def always_dies(_: int) -> int:
    """What no worker survives."""
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


async def test_a_worker_that_is_killed_costs_no_problem(address: str, tmp_path: Path) -> None:
    given = written(tmp_path / "problems.jsonl", PROBLEMS)
    settings: dict[str, Any] = {"of": [str(given)], "samples": 1, "jobs": 1}
    flag = str(tmp_path / "killed")
    parts = [(Part(sampling.__name__, settings, examples=some), flag) for some in sliced(PROBLEMS, 2)]
    done = [one async for one in mapped(dies_once, parts, address=address)]
    assert (tmp_path / "killed").exists() and not any(one.why for one in done)
    inputs = [outcome.input for one in done for outcome in one.outcomes]
    assert sorted(inputs) == [one.id for one in PROBLEMS]
    assert [sorted(o.input for o in one.outcomes) for one in done] == [[a.id, b.id] for a, b in sliced(PROBLEMS, 2)]  # fmt: skip
    assert {outcome.kept[0].answer.removeprefix("x=") for one in done for outcome in one.outcomes} == {
        str(n) for n in range(1, 9)
    }


async def test_stages_give_in_a_cluster_what_they_give_here(address: str, tmp_path: Path) -> None:
    given = written(tmp_path / "given.jsonl", [*examples(40), *examples(10)])
    stages: dict[str, dict[str, Any]] = {
        "synthesize": {"scenes": True, "count": 1200, "seed": 4, "part": 1},
        "clean": {"of": [str(given)], "against": [], "batch": 10},
        "solve": {"of": [str(written(tmp_path / "problems.jsonl", PROBLEMS[:3]))], "samples": 1, "part": 2},
    }
    for stage, settings in stages.items():
        near = {name: value for name, value in settings.items() if name != "part"}
        there = await made(stage, tmp_path / f"{stage}-far", ray=address, **settings)
        here = await made(stage, tmp_path / f"{stage}-near", **near)
        assert there == here
        assert kept(tmp_path / f"{stage}-far") == kept(tmp_path / f"{stage}-near")
    again = await made("solve", tmp_path / "solve-far", ray=address, resume=True, **stages["solve"])
    assert again["kept"] == 3 and (tmp_path / "solve-far" / DONE).read_bytes().count(b"\n") == 3


async def test_what_no_worker_survives_ends_in_a_sentence(address: str) -> None:
    with pytest.raises(BadData, match="could not do a part of the work, 3 times"):
        assert [one async for one in mapped(always_dies, [1], address=address)]


def test_all_but_some() -> None:
    assert "a" not in AllBut(["a"]) and "b" in AllBut(["a"])
