"""A run on a real cluster of two nodes, one of which is lost in the middle: every problem has its one row."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from evaluation.cluster import RayCrew
from evaluation.crew import LocalCrew, product
from evaluation.folder import RunFolder
from evaluation.rows import BadData, Record, Row
from evaluation.runner import run
from evaluation.solving import Way
from tests.bench.running import timeless

PROBLEMS = [
    Record(f"p{n}", "own", f"Solve {n + 2}x + {n} = {(n + 2) * (n + 1) + n}.", str(n + 1), language="en")
    for n in range(12)
]


@pytest.mark.cluster
@pytest.mark.timeout(400)
async def test_a_node_that_is_lost_costs_no_problem(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="ray is not installed")
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    second: Any = cluster.add_node(num_cpus=1)
    gone = asyncio.Event()

    def told(row: Row) -> None:
        if not gone.is_set():
            gone.set()
            cluster.remove_node(second, allow_graceful=False)

    try:
        rows = await run(
            PROBLEMS,
            tmp_path / "far",
            RayCrew(cluster.address, "builtin", jobs=2),
            Way(limit_s=60),
            told=told,
        )
    finally:
        cluster.shutdown()
    async with product("builtin") as students:
        near = await run(PROBLEMS, tmp_path / "near", LocalCrew(students), Way(limit_s=60))
    assert gone.is_set() and timeless(rows) == timeless(near)
    assert {r.verdict for r in rows} == {"right"}
    far, here = RunFolder(tmp_path / "far"), RunFolder(tmp_path / "near")
    assert [far.events(r.id) for r in PROBLEMS] == [here.events(r.id) for r in PROBLEMS]


@pytest.mark.cluster  # ray takes gigabytes of addresses, and processes of later tests are bounded by those
async def test_no_cluster_is_a_sentence(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="ray is not installed")
    with pytest.raises(BadData, match=r"no Ray cluster at '127\.0\.0\.1:1'"):
        await run(PROBLEMS, tmp_path, RayCrew("127.0.0.1:1", "builtin", jobs=1))
