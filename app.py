"""Serve Stepwise: `python app.py`, then open the address it prints.

HOST and PORT (or Gradio's own names for them) say where; a Hugging Face Space needs neither.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # read when Gradio is imported
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

from solver import Services, load_settings
from ui import page

PR_SET_DUMPABLE = 4


def address(environment: Mapping[str, str]) -> tuple[str, int]:
    """Host and port to listen on.

    >>> address({}), address({"SPACE_ID": "me/stepwise"}), address({"HOST": "::1", "PORT": "80"})
    (('127.0.0.1', 7860), ('0.0.0.0', 7860), ('::1', 80))
    """
    anywhere = "0.0.0.0" if environment.get("SPACE_ID") else "127.0.0.1"
    host = environment.get("HOST") or environment.get("GRADIO_SERVER_NAME") or anywhere
    return host, int(environment.get("PORT") or environment.get("GRADIO_SERVER_PORT") or 7860)


def hide_memory() -> None:
    """Let no process of the same user read this one's environment and memory: kernels run beside its secrets.

    Linux only, and no help against root.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def serve(services: Any, host: str, port: int) -> None:
    """Serve the page until the process is asked to end; then give the kernels back."""
    blocks, handlers = page.build(services)
    blocks.launch(
        server_name=host, server_port=port, prevent_thread_lock=True, **page.options(services, handlers)
    )
    print(
        f"Stepwise is ready at http://{'localhost' if host in ('0.0.0.0', '::') else host}:{port}", flush=True
    )
    signal.signal(signal.SIGTERM, _leave)
    try:
        blocks.block_thread()
    finally:
        blocks.close()


def _leave(*_: object) -> NoReturn:
    sys.exit(0)


def main() -> None:
    """Read the settings and serve."""
    hide_memory()
    host, port = address(os.environ)
    serve(Services(load_settings()), host, port)


if __name__ == "__main__":
    main()
