"""A server that is killed (-9) at a random moment has kept all that its readers were shown. `tests.bench.killing` does it oftener."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.bench.killing import killed
from tests.breadth import wide


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.wide
@pytest.mark.timeout(300)
async def test_what_was_shown_is_kept(tmp_path: Path) -> None:
    broken, updates = 0, 0
    for _ in range(3 if wide() else 2):  # the same file each time: it opens again after a crash
        texts = ("slow", "think {n}", "vertex {n}")
        found = await killed(tmp_path, random.uniform(0.1, 1.5), program="scripted", texts=texts)
        assert found.lost == []
        broken, updates = broken + found.broken_off, updates + found.updates
    assert broken >= 2 and updates > 10, "it was killed while they were reading"
