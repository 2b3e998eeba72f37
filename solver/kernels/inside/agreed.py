"""What both ends of a kernel's connection have to know alike. The server imports it from here: kernels see nothing of hers."""

from __future__ import annotations

from typing import Final

CHANNELS: Final = ("shell", "iopub", "stdin", "hb", "control")
FLOOD_CHARS: Final = 2_000_000  # of one cell's text: it is stopped
LATEX_CHARS: Final = 20_000  # of one value
CONFINED: Final = "(cells run without network, other programs, and files outside their own folder)"
"""What stands behind the message of an error that the sandbox caused; the page says it in the reader's language."""
