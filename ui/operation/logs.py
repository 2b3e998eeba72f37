"""Logs as lines of JSON, for programs that collect them; nothing that a student wrote is among them.

An exception is told by its kinds and the lines of code that it came through. What it says may quote a problem, so it is left out.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any, Final

from ui.operation.requests import Ended, request_id

FRAMES: Final = 12  # the innermost
log = logging.getLogger("stepwise.requests")


class JsonLines(logging.Formatter):
    """A record as one line: time, level, logger, message, request, and what `extra={"fields": …}` gives."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told: dict[str, Any] = {
            "at": at, "level": record.levelname.lower(), "logger": record.name, "message": record.getMessage(),
        }  # fmt: skip
        if number := request_id.get():
            told["request"] = number
        told |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[1] is not None:
            told["error"] = _outline(record.exc_info[1])
        return json.dumps(told, ensure_ascii=False, default=str)


def _outline(error: BaseException) -> dict[str, Any]:
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return {
        "kind": type(error).__name__,
        "at": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    } | ({"cause": type(cause).__name__} if cause is not None else {})


def begin() -> None:
    """Write what all loggers say from now on as JSON to the standard error stream, requests with it."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in ("stepwise", "solver", "ui"):
        logging.getLogger(name).setLevel(logging.INFO)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):  # they have handlers of their own
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True


def heard(ended: Ended) -> None:
    """A line for a request."""
    fields = {
        "request": ended.id, "method": ended.method, "route": ended.route, "status": ended.status,
        "took_s": round(ended.took_s, 4), "student": ended.student,
        "program": ended.program,
    }  # fmt: skip
    log.info("request", extra={"fields": fields})
