"""The typed, append-only stream of events that everything else reads, and its one-line JSON.

Knows nothing about who makes the events or who shows them.
"""

from __future__ import annotations

import base64
import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, get_args

Stream: TypeAlias = Literal["stdout", "stderr", "result", "error"]
Verdict: TypeAlias = Literal["proved", "refuted", "unknown"]
Reason: TypeAlias = Literal["answered", "no-answer", "step-limit", "stopped", "failed"]


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Prose as it arrives: Markdown, with mathematics in `\\(…\\)` and `\\[…\\]`."""

    part: int
    delta: str


@dataclass(frozen=True, slots=True)
class Code:
    """Source of a cell as it arrives; the cell runs when its block is complete."""

    part: int
    delta: str


@dataclass(frozen=True, slots=True)
class Output:
    """Text that a running cell gave. `part` is that of its `Code`.

    `latex` is the same value as mathematics, without delimiters, where there is such a form.
    """

    part: int
    stream: Stream
    text: str
    latex: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that a running cell drew, with words for those who cannot see it."""

    part: int
    mime: str
    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The final answer, exact, as LaTeX without delimiters."""

    latex: str


@dataclass(frozen=True, slots=True)
class Check:
    """Whether the answer stands, found in another way than the answer was.

    `claim` says what was compared and `method` how, both in the problem's language.
    """

    claim: str
    verdict: Verdict
    method: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """What the model was asked in between: to answer now, to verify, to go on without code. It reads it as a user's turn."""

    text: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the reader waits for: a model that loads, a place in line. The next event of another kind ends it.

    `fraction` of 0 to 1 says how far it is, where that is known.
    """

    message: str
    fraction: float | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """What a stretch of the model's text cost: the tokens that it wrote. Counted by pieces of the stream if `estimated`."""

    tokens: int
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Methods:
    """The methods by which this problem can be solved (names, the usual one first), and the one that was taken.

    None was taken where the one that was asked for is not among them.
    """

    names: tuple[str, ...]
    chosen: str | None


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, for the reader. `code` is the key of the translated sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Done:
    """Always the last event, exactly once."""

    reason: Reason


Event: TypeAlias = (
    Reasoning
    | Code
    | Output
    | Figure
    | Answer
    | Check
    | Instruction
    | Waiting
    | Usage
    | Methods
    | Failure
    | Done
)

KINDS: Final[Mapping[str, type[Event]]] = {kind.__name__.lower(): kind for kind in get_args(Event)}


def encode(event: Event) -> str:
    """One line of JSON: the kind, then the fields; bytes as base64.

    >>> encode(Output(part=3, stream="stdout", text="5\\n"))
    '{"kind": "output", "part": 3, "stream": "stdout", "text": "5\\\\n", "latex": null}'
    """
    record: dict[str, Any] = {"kind": type(event).__name__.lower()}
    for field in dataclasses.fields(event):
        value = getattr(event, field.name)
        record[field.name] = base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value
    return json.dumps(record, ensure_ascii=False)


def decode(line: str) -> Event:
    """The inverse of `encode`.

    Raises:
        ValueError: the line is not an event of a known kind with just its fields.

    >>> decode('{"kind": "done", "reason": "answered"}')
    Done(reason='answered')
    """
    record = json.loads(line)
    if not isinstance(record, dict) or record.get("kind") not in KINDS:
        raise ValueError(f"not an event: {line[:80]!r} (kinds: {', '.join(KINDS)})")
    kind = KINDS[record.pop("kind")]
    if kind is Figure and isinstance(record.get("data"), str):
        record["data"] = base64.b64decode(record["data"], validate=True)
    if kind is Methods and isinstance(record.get("names"), list):
        record["names"] = tuple(record["names"])
    try:
        return kind(**record)
    except TypeError as error:
        raise ValueError(f"wrong fields for {kind.__name__}: {error}") from error
