"""What holds for all tests."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from solver import compiled
from solver.forks import can_fork, nursery
from solver.workers import surroundings
from tests import warm_judges, warm_kernels
from tests.breadth import left_out, narrow, shorten
from tests.served import SHARED, Program, serve, until
from tests.spreading import ByFile, needs_torch

compiled.install()  # as in a reading worker: the topics' patterns are compiled once, not in each process of tests

# whatever serves the page keeps its conversations; none of a test's may come to lie among the developer's own
os.environ.setdefault("STEPWISE_DATA", tempfile.mkdtemp(prefix="stepwise-tests-"))
os.environ.pop("DATABASE_URL", None)


TOPICS, KERNELS = Path(__file__).parent / "topics", Path(__file__).parent / "kernels"
ON_REQUEST = ("battery", "benign", "cluster", "thorough")
"""Markers of tests that take minutes and both cores, or, `thorough`, a good part of one: they run only when asked for, as `pytest -m battery`."""


@pytest.fixture(scope="session", autouse=True)
def warm_readers() -> Iterator[None]:
    """Reading workers of all tests of this process come of one, which is started with the first; else each test waits for its own."""
    if not can_fork():
        yield
        return
    readers = nursery("solver.models.reading_process", surroundings())
    readers.hold()
    yield
    readers.release()


@pytest.fixture(autouse=True, scope="module")
def warm_processes(request: pytest.FixtureRequest) -> Iterator[None]:
    """Kernels and judges of one test after another come of the same processes, but for the tests of those processes themselves."""
    with ExitStack() as kept:
        if can_fork() and not request.path.is_relative_to(KERNELS):
            kept.enter_context(warm_kernels.kept_warm())
        if request.path.name != "test_grading.py":
            kept.enter_context(warm_judges.kept_warm())
        yield


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The running program, one for all tests of this process: a start takes six seconds of a core."""
    log = tmp_path_factory.mktemp("program") / "log"
    with log.open("w") as stderr:
        process, url = serve(stderr=stderr, STEPWISE_DATA=str(log.parent / "data"), **SHARED)
        until(lambda: httpx.get(f"{url}/readyz").status_code == 200, limit_s=60)
        yield Program(url, log)
        process.terminate()
        assert process.wait(timeout=30) == 0


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Nothing that is imported is garbage: looking for it takes 7 of 17 s here, and more later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_sessionfinish() -> None:
    warm_kernels.end_all()
    warm_judges.end_all()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Browser tests come last: playwright's own event loop stays open, and no other loop may run beside it. What only computes
    comes first: it has no limits of time, and in `make test` the tests of kernels and browsers go before it. What needs torch is next: one process does all of it."""
    for item in items:
        narrow(item)
    shorten(items)
    if left := left_out(items, config.args):
        config.hook.pytest_deselected(items=left)
        out = set(left)
        items[:] = [item for item in items if item not in out]
    for marker in ON_REQUEST:
        if marker not in str(config.getoption("-m")):
            for item in items:
                if item.get_closest_marker(marker) is not None:
                    item.add_marker(pytest.mark.skip(reason=f"runs with -m {marker}"))
    items.sort(
        key=lambda item: (
            item.get_closest_marker("browser") is not None,
            not item.path.is_relative_to(TOPICS),
            not needs_torch(item.nodeid),
        )
    )


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    return ByFile(config, log)
