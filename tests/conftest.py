"""What holds for all tests."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# no test measures time; in CI the same examples every time, so that a red run means a change
settings.register_profile("stepwise", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("stepwise")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: playwright's own event loop stays open, and no other loop may run beside it."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
