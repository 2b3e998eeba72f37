"""A folder that other users reach too: pytest's own is closed to all but its user."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# these need modules and calls that only Linux has
collect_ignore = (
    []
    if sys.platform == "linux"
    else [f"test_{name}.py" for name in ("landlock", "layers", "limits", "policy")]
)


@pytest.fixture
def place() -> Iterator[Path]:
    """Everybody may write in it; it is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        path.chmod(0o777)
        yield path
