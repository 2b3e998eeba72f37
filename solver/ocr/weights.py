"""Where pix2tex's weights lie, and fetching them. Nothing heavy is imported to look."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

NAMES: Final = ("weights.pth", "image_resizer.pth")
"""The reader itself (102 MB), and a small net that guesses the best size of a picture (19 MB); the second may be missing."""


def folder(chosen: str | None) -> Path:
    """The folder that was chosen, or the usual cache."""
    if chosen:
        return Path(chosen).expanduser()
    cache = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(cache).expanduser() / "stepwise" / "pix2tex"


def are_there(place: Path) -> bool:
    """Whether pix2tex can be loaded from a folder."""
    return (place / NAMES[0]).is_file()
