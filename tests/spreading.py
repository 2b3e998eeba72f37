"""Which tests go together to one of the processes among which `make test` divides them.

All tests of a file: they share what is costly to make. And all files that need torch: importing it with what is built on it takes
ten seconds of a core and half a gigabyte, in each process that does.
"""

from __future__ import annotations

from typing import Final

from xdist.scheduler import LoadScopeScheduling

TORCH: Final = (
    "tests/training/",
    "tests/models/test_transformers",
    "tests/models/test_same_answers",
    "tests/ocr/test_vision_local",
    "tests/evaluation/test_harness",
    "tests/tutor/test_told",
)


def needs_torch(nodeid: str) -> bool:
    """Whether the test is in one of these files."""
    return nodeid.startswith(TORCH)


class ByFile(LoadScopeScheduling):
    """xdist's `loadfile`, but for what needs torch."""

    def _split_scope(self, nodeid: str) -> str:
        return "torch" if needs_torch(nodeid) else nodeid.partition("::")[0]
