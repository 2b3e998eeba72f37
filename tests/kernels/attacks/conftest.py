"""The battery takes minutes and both cores: it runs only when it is asked for, `pytest -m battery`."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "battery: attacks hundreds of kernels, about four minutes a run")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "battery" in str(config.getoption("-m")):
        return
    skip = pytest.mark.skip(reason="runs with -m battery")
    for item in items:
        if item.get_closest_marker("battery") is not None:
            item.add_marker(skip)
