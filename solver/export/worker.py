"""The process that writes one file of a conversation: a formula or a picture may hang or break what reads it, so it can be stopped."""

from __future__ import annotations

import base64
import logging
import sys
from importlib import import_module
from typing import Any, Final

from solver.export import FORMATS
from solver.export.document import Exported, Refused, of_json
from solver.worker_process import confine, serve

MEMORY_BYTES: Final = 2 << 30
PACKAGES: Final = {"math_core": "math-core"}
"""Of what is imported under another name."""


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The file as base64, or the code of a sentence that says why there is none."""
    try:
        module = import_module(FORMATS[request["format"]].module)
        made: Exported = module.write(of_json(request["document"]), request["stem"])
    except ImportError as error:
        return {"refused": "no-library", "values": {"package": PACKAGES.get(error.name or "", error.name)}}
    except MemoryError:
        return {"refused": "too-large", "values": {}}
    except Refused as error:
        return {"refused": error.code, "values": {}}
    beside = {name: _text(data) for name, data in made.beside.items()}
    return {"data": _text(made.data), "beside": beside}


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


if __name__ == "__main__":
    logging.disable()
    confine(MEMORY_BYTES)
    serve(sys.stdin, answer)
