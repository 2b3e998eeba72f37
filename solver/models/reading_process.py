"""The process of a reading worker: `python -m solver.models.reading_process`.

Compiled patterns are kept from process to process (`solver.compiled`) only where that begins before the topics are imported. So
`reading`, which imports them, is imported when it has begun: otherwise each start takes twice as long.
"""

from __future__ import annotations

import sys
from typing import Final

from solver import compiled
from solver.worker_process import confine, serve

MEMORY_BYTES: Final = 2 << 30


def main() -> None:
    """Warm up, then answer until the input ends."""
    confine(MEMORY_BYTES)
    compiled.install()
    from solver.models import reading

    reading.warm_up()
    compiled.keep(at_least=1)
    serve(sys.stdin, reading.answer_to, after=compiled.keep)


if __name__ == "__main__":
    main()
