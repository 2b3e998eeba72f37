"""The model of our own that comes with the program, for tests of everything that runs one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SMALL_MODEL: Final = Path(__file__).parents[1] / "assets" / "stepwise-small"
