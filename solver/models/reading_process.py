"""The process of a reading worker: `python -m solver.models.reading_process`, or the one that they are forked from: with the number of a socket.

Compiled patterns are kept from process to process (`solver.compiled`) only where that begins before the topics are imported. So
`reading`, which imports them, is imported when it has begun: otherwise each start takes twice as long.
"""

from __future__ import annotations

import gc
import socket
import sys
from typing import Final

from solver import compiled
from solver.worker_process import confine, fork_each, serve

MEMORY_BYTES: Final = 2 << 30


def main() -> None:
    """Warm up, then answer until the input ends, or fork those that do."""
    control = socket.socket(fileno=int(sys.argv[1])) if len(sys.argv) > 1 else None
    confine(MEMORY_BYTES, ends_with_parent=control is None)
    compiled.install()
    gc.disable()  # nothing that is imported is garbage, and looking for it takes a third of the start
    from solver.models import reading

    reading.warm_up()
    gc.enable()
    compiled.keep()

    def work() -> None:
        serve(sys.stdin, reading.answer_to, wears=True)

    if control is None:
        work()
    else:
        fork_each(control, work)


if __name__ == "__main__":
    main()
