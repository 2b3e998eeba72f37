"""Jupyter's messages: sign a request, check and parse what comes back. No sockets.

A kernel holds the key, so a signature proves only that no other program spoke. What is parsed is therefore bounded:
4 MB of `[],[],…` would become 90 MB of objects. jupyter_client's own `deserialize` parses everything and remembers
65,536 signatures; it is not used.
"""

from __future__ import annotations

import hmac
import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from jupyter_client.session import DELIM, Session

from solver.kernels.cell import Message

HEADER_BYTES: Final = 1 << 14  # ipykernel's have about 300
BRACKETS: Final = 500  # outside strings, as the commas; bounds the depth, too: Python 3.13 would parse 9,000
COMMAS: Final = 20_000
WIDE_BYTES: Final = 1 << 20
STRING: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
WIDE: Final = re.compile(rb"[\xf0-\xf4]|\\u[dD][89abAB]")  # a character beyond U+FFFF, itself or escaped


def new_session(key: bytes) -> Session:
    """What signs with `key`. Tells the kernel nothing of the server, as its user's name."""
    return Session(key=key, username="stepwise", digest_history_size=64)


def request(session: Session, kind: str, content: Mapping[str, Any]) -> tuple[str, list[bytes]]:
    """The message's id and its frames. A lone surrogate, which no kernel could read, becomes "?"."""
    message = session.msg(kind)
    packed = json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
    return str(message["msg_id"]), session.serialize({**message, "content": packed})


def read(session: Session, frames: Sequence[bytes]) -> Message | None:
    """The message in `frames`, or None where it is not signed by the key, not a message or too costly to parse.

    `Message.request` is empty where it answers no request (`iopub_welcome`). Buffers and metadata are not read.
    """
    try:
        start = frames.index(DELIM) + 1
        signature, header, parent, metadata, content = frames[start : start + 5]
    except ValueError:
        return None
    expected = session.sign([header, parent, metadata, content])
    if not expected or not hmac.compare_digest(signature, expected):
        return None
    return parse(header, parent, content)


def parse(header: bytes, parent: bytes, content: bytes) -> Message | None:
    """The message of these parts, each JSON, or None where they are not a message or too costly to parse."""
    if max(len(header), len(parent)) > HEADER_BYTES or is_costly(content):
        return None
    try:
        kind = read_object(header)["msg_type"]
        about = read_object(parent).get("msg_id", "")
        if isinstance(kind, str) and isinstance(about, str):
            return Message(about, kind, read_object(content))
    except (ValueError, KeyError, RecursionError):
        pass
    return None


def is_costly(text: bytes) -> bool:
    """Whether the objects of this JSON text would be many times as large as the text itself."""
    if len(text) > WIDE_BYTES and WIDE.search(text):
        return True  # one such character makes four bytes of each other
    if not _has_many(text):
        return False
    bare, strings = STRING.subn(b"", text, count=2 * COMMAS)  # what is printed may well have many
    return strings == 2 * COMMAS or _has_many(bare)  # without a count a million strings cost 250 MB here


def _has_many(text: bytes) -> bool:
    return text.count(b"[") + text.count(b"{") > BRACKETS or text.count(b",") > COMMAS


def read_object(text: bytes) -> dict[str, Any]:
    parsed = DECODER.decode(text.decode("utf-8"))
    if not isinstance(parsed, dict):
        raise ValueError("not an object")
    return parsed


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is not JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse(digits)


DECODER: Final = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite)
