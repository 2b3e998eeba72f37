"""The orderly end of a server: no new problems, those that run may end, then everything is given back.

Called from the main thread, while the server runs in another.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import Any, Final

from ui.streams import STREAMS

LOOK_S: Final = 0.1
STOP_S: Final = 5.0  # for those that are stopped: a cell is interrupted, the last events are kept and sent
TELL_S: Final = 0.5  # their last word is on its way to the pages
HANG_UP_S: Final = (
    2  # what is still connected after that is cut off: pages hold a connection as long as they are open
)
CLOSE_S: Final = 20.0  # kernels, readers, the store
log = logging.getLogger("stepwise")


def drain(limit_s: float) -> bool:
    """Take no more problems and wait until none runs; False where some still run after `limit_s`: those are stopped."""
    STREAMS.taking = False
    if _quiet(limit_s):
        return True
    log.warning("%d streams did not end within %g s and are stopped now", sum(STREAMS.running.values()), limit_s)
    STREAMS.stop()
    _quiet(STOP_S)
    time.sleep(TELL_S)
    return False


def _quiet(limit_s: float) -> bool:
    """Wait until no stream runs; False where one still does after `limit_s`."""
    end_s = time.monotonic() + limit_s
    while sum(STREAMS.running.values()):
        if time.monotonic() >= end_s:
            return False
        time.sleep(LOOK_S)
    return True


def close(blocks: Any) -> None:
    """End a launched page and wait until its services have given back what they have."""
    server = blocks.server
    server.config.timeout_graceful_shutdown = HANG_UP_S
    thread: threading.Thread = server.thread
    blocks.close()  # waits for 5 s only, then the process would end with kernels in it
    thread.join(CLOSE_S)
