"""What `app.py` does before it serves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(source: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_the_servers_memory_is_hidden_from_its_kernels() -> None:
    get_dumpable = "ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)"
    assert run(
        f"import app, ctypes; print({get_dumpable}); app.hide_memory(); print({get_dumpable})"
    ).split() == ["1", "0"]


def test_heavy_libraries_are_not_loaded_for_the_page() -> None:
    heavy = ("torch", "transformers", "bitsandbytes", "pix2tex", "torchvision", "cv2")
    assert run(f"import app, sys; print([m for m in {heavy} if m in sys.modules])") == "[]"
