"""A place for the sockets of made-up peers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Short: a Unix socket's path has 107 characters at most."""
    with tempfile.TemporaryDirectory(prefix="w-", dir="/tmp") as name:
        yield Path(name)
