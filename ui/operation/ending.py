"""The orderly end of a server: no new problems, those that run may end, then everything is given back.

Called from the main thread, while the server runs in another.

Where a proxy has another server to ask (`OTHERS`), what is sent now is refused in a way that lets it ask that one (`PassOn`).
"""

from __future__ import annotations

import logging
import threading
import time
from typing import Any, Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.streams import STREAMS

LOOK_S: Final = 0.1
STOP_S: Final = 5.0  # for those that are stopped: a cell is interrupted, the last events are kept and sent
TELL_S: Final = 0.5  # their last word is on its way to the pages
HANG_UP_S: Final = (
    2  # what is still connected after that is cut off: pages hold a connection as long as they are open
)
CLOSE_S: Final = 20.0  # kernels, readers, the store
OTHERS: Final = "x-stepwise-others"  # a request's header: its proxy has other servers
PASSED_ON: Final = ("/gradio_api/queue/join", "/api/solve", "/v1/chat/completions", "/mcp")
NOT_HERE: Final = 502  # nothing else is answered so: 503 is also said by a server that stays
log = logging.getLogger("stepwise")


def drain(limit_s: float) -> bool:
    """Take no more problems and wait until none runs; False where some still run after `limit_s`: those are stopped."""
    STREAMS.taking = False
    if _quiet(limit_s):
        time.sleep(TELL_S)
        return True
    log.warning(
        "%d streams did not end within %g s and are stopped now", sum(STREAMS.running.values()), limit_s
    )
    STREAMS.stop()
    _quiet(STOP_S)
    time.sleep(TELL_S)
    return False


def _quiet(limit_s: float) -> bool:
    """Wait until no stream runs; False where one still does after `limit_s`."""
    end_s = time.monotonic() + limit_s
    while STREAMS.busy:
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


class PassOn:
    """Middleware: once the server is about to stop, whatever begins something is another server's."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begins = scope["type"] == "http" and scope["method"] == "POST" and scope["path"].endswith(PASSED_ON)
        if begins and not STREAMS.taking and OTHERS in Headers(scope=scope):
            await PlainTextResponse("this server is about to stop", NOT_HERE)(scope, receive, send)
        else:
            await self._app(scope, receive, send)
