"""The process that asks a local model about pictures: `python -m solver.models.transformers.picture_process`, a line of JSON in, one out.

A request names the model, so that a new process can go on where one died. It is started by `solver.ocr.vision_local`, which
knows nothing of it but these lines. What torch and the weights need stays out of the server's process.
"""

from __future__ import annotations

import base64
import json
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from solver.errors import ModelUnavailable
from solver.worker_process import confine

if TYPE_CHECKING:
    import torch

    from solver.models.transformers.loading import Progress
    from solver.models.transformers.memory import Need
    from solver.models.transformers.sight import Sight

LOOK_S: Final = 0.25
ROOM: Final = 2 << 30
"""Bytes of addresses beside what the process has when it begins to load, the model's need, and its file (at most 4 bytes a parameter)."""

Say = Callable[[dict[str, Any]], None]


def main() -> None:
    """Answer until the input ends."""
    answers, lock = sys.stdout, threading.Lock()
    sys.stdout = sys.stderr  # libraries print: that is no answer

    def say(told: dict[str, Any]) -> None:
        with lock:
            print(json.dumps(told), file=answers, flush=True)

    say({})
    serve(sys.stdin, say)


def serve(lines: Iterable[str], say: Say) -> None:
    """One answer a line: `loaded`, `text` with its `pieces`, or `failed` with a code and values for its sentence."""
    sight: Sight | None = None
    for line in lines:
        request = json.loads(line)
        try:
            if sight is None:
                sight = _load(request, say)
            if request["do"] == "load":
                say({"loaded": True})
                continue
            say({"waiting": {"reason": "begun"}})  # whoever asked this may still have gone before
            say(_read(sight, request))
        except ModelUnavailable as error:
            say({"failed": error.code, "values": error.values})
        except ImportError:
            traceback.print_exc()
            say({"failed": "ocr-no-packages", "values": {}})
        except Exception as error:  # noqa: BLE001  # the boundary of a process: the parent must get its line
            traceback.print_exc()
            say({"failed": _code_of(error), "values": {"model": request["shown"]}})


def _load(request: dict[str, Any], say: Say) -> Sight:
    from solver.models.transformers.loading import Progress
    from solver.models.transformers.sight import load_sight

    progress = Progress()
    with _telling(progress, say):
        return load_sight(
            request["model"], quantize=request["quantize"], progress=progress, estimated=_bound_memory
        )


def _read(sight: Sight, request: dict[str, Any]) -> dict[str, Any]:
    from solver.models.transformers.sight import TooSlow

    try:
        seen = sight.read(
            base64.b64decode(request["image"]),
            request["prompt"],
            max_tokens=request["max_tokens"],
            timeout_s=request["timeout_s"],
        )
    except TooSlow:
        return {
            "failed": "ocr-model-slow",
            "values": {"model": request["shown"], "seconds": request["timeout_s"]},
        }
    return {"text": seen.text, "pieces": [[piece, round(sure, 3)] for piece, sure in seen.pieces]}


def _code_of(error: Exception) -> str:
    from solver.models.transformers.engine import out_of_memory

    return "memory-full" if out_of_memory(error) else "model-broke"


def _bound_memory(need: Need, device: torch.device) -> None:
    """On a GPU nothing is bounded: CUDA reserves addresses as it likes, and of the GPU's memory only what was estimated is used."""
    if device.type == "cuda" or sys.platform != "linux":
        return
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    with suppress(
        ValueError
    ):  # it is bounded already, by an attempt before this one or by whoever started the server
        confine((pages << 12) + need.total + 4 * need.parameters + ROOM)


@contextmanager
def _telling(progress: Progress, say: Say) -> Iterator[None]:
    """Says how far the loading is, each time that it is further."""
    over = threading.Event()

    def tell() -> None:
        told = -1
        while True:
            percent = int(100 * progress.fraction)
            if percent != told:
                told = percent
                say({"waiting": {"reason": "loading", "fraction": percent / 100}})
            if over.wait(LOOK_S):
                return

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()


if __name__ == "__main__":
    main()
