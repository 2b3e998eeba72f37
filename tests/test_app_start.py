"""What `app.py` does before it serves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


HEAVY = ("torch", "transformers", "bitsandbytes", "pix2tex", "torchvision", "cv2")
PROGRAM = f"""
import sys, app
print([m for m in {HEAVY} if m in sys.modules])
if sys.platform == "linux":
    import ctypes
    hidden = lambda: ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0
    before = hidden()
    app.hide_memory()
    print(before, hidden())
"""


@pytest.fixture(scope="module")
def said() -> list[str]:
    """What one process says of both: `import app` takes three seconds of a core."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_the_servers_memory_is_hidden_from_its_kernels(said: list[str]) -> None:
    assert said[1] == "False True"


def test_heavy_libraries_are_not_loaded_for_the_page(said: list[str]) -> None:
    assert said[0] == "[]"
