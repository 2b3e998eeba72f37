"""What holds for all tests."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: playwright's own event loop stays open, and no other loop may run beside it."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
