"""The whole corpus takes many minutes: it runs only when it is asked for, `pytest -m benign`.

The programs are data: pytest's search for doctests would import, and so run, them.
"""

from __future__ import annotations

import pytest

collect_ignore_glob = ["programs/*"]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "benign: runs hundreds of programs in kernels, a quarter of an hour")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "benign" in str(config.getoption("-m")):
        return
    skip = pytest.mark.skip(reason="runs with -m benign")
    for item in items:
        if item.get_closest_marker("benign") is not None:
            item.add_marker(skip)
