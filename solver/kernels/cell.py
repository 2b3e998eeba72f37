"""Read one cell's messages as events, and bound what is taken from them.

Pure: no socket, no clock. Everything in a message is untrusted, because a cell can write to the sockets itself;
this is the boundary, the caps inside the kernel are a courtesy. Of the rich forms of a value only plain text,
LaTeX and PNG are taken: HTML, JavaScript and SVG would run in the reader's page.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from solver.events import Figure, Output, Stream
from solver.kernels.inside.agreed import FLOOD_CHARS, LATEX_CHARS
from solver.kernels.pictures import is_picture

TEXT_CHARS: Final = 200_000  # of all texts of one cell together, errors apart
RESULT_CHARS: Final = 20_000  # of these, kept for the results behind much printing
ERROR_CHARS: Final = 10_000
LATEX_CHARS_IN_ALL: Final = 200_000
EVENTS: Final = 2_000
FIGURES: Final = 20
FIGURE_BYTES: Final = 10_000_000
ALT_CHARS: Final = 400
CUT: Final = "\n… (output cut)\n"
ANSI: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]")
DELIMITED: Final = re.compile(r"\$\$(.+)\$\$|\$([^$]+)\$|\\\[(.+)\\\]|\\\((.+)\\\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Message:
    """What the kernel said about a request. The content is untrusted: a cell can send anything."""

    request: str
    kind: str
    content: Mapping[str, Any]


class CellReader:
    """Turns the messages of one cell into events of block `part`, in order.

    `done` holds once the kernel has both answered and fallen silent: each alone can be forged or come early.
    `flooding` holds when so much came that the cell should be interrupted.
    """

    def __init__(self, part: int) -> None:
        self._part = part
        self._chars = 0  # received
        self._kept = 0
        self._latex_chars = 0
        self._events = 0
        self._cut = False
        self._figures = 0
        self._figure_bytes = 0
        self._erred = False
        self._reply: Mapping[str, Any] = {}  # of a cell that failed
        self._idle = False
        self.replied = False

    @property
    def done(self) -> bool:
        return self._idle and self.replied

    @property
    def flooding(self) -> bool:
        return self._chars > FLOOD_CHARS or self._events > 10 * EVENTS

    def read(self, message: Message) -> Iterator[Output | Figure]:
        """The events of one message, mostly none or one. No more than `EVENTS` of a cell, errors apart."""
        for event in self._events_of(message):
            self._events += 1
            if self._events <= EVENTS or isinstance(event, Output) and event.stream == "error":
                yield event
            else:
                yield from self._cut_once()

    def _events_of(self, message: Message) -> Iterator[Output | Figure]:
        content = message.content
        match message.kind:
            case "status":
                self._idle = self._idle or content.get("execution_state") == "idle"
            case "stream":
                name: Stream = "stderr" if content.get("name") == "stderr" else "stdout"
                yield from self._output(name, _text(content.get("text")))
            case "execute_result" | "display_data":
                yield from self._value(content)
            case "error":
                yield from self._error(content)
            case "execute_reply":
                self.replied = True
                if content.get("status") == "error":
                    self._reply = content
        if (
            self.done and self._reply
        ):  # the kernel did not say so, or the reply came first, on its other channel
            yield from self._error(self._reply)

    def _value(self, content: Mapping[str, Any]) -> Iterator[Output | Figure]:
        data, metadata = _mapping(content.get("data")), _mapping(content.get("metadata"))
        if "image/png" in data:
            yield from self._figure(_text(data["image/png"]), _mapping(metadata.get("image/png")))
            return
        text, source = _text(data.get("text/plain")), _text(data.get("text/latex"))
        latex = self._affordable(strip_delimiters(clean(source)))
        if not text or text.startswith("<IPython.core.display."):  # `Math(r"x^2")`, `Latex(…)`, `Markdown(…)`
            text = latex or source or _text(data.get("text/markdown")) or text
        if text:
            yield from self._output("result", text, latex)

    def _affordable(self, latex: str | None) -> str | None:
        self._latex_chars += len(latex or "")
        return latex if self._latex_chars <= LATEX_CHARS_IN_ALL else None

    def _output(self, stream: Stream, text: str, latex: str | None = None) -> Iterator[Output]:
        room = TEXT_CHARS - self._kept - (0 if stream == "result" else RESULT_CHARS)
        self._chars += len(text)
        self._kept += max(0, min(len(text), room))
        if len(text) <= room:
            if text := clean(text):
                yield Output(self._part, stream, text, latex)
        elif room > 0 or not self._cut:
            self._cut = True
            yield Output(self._part, stream, clean(text[: max(room, 0)]) + CUT)

    def _figure(self, encoded: str, metadata: Mapping[str, Any]) -> Iterator[Output | Figure]:
        size = len(encoded) * 3 // 4
        self._figures += 1
        self._figure_bytes += size
        if self._figures > FIGURES or self._figure_bytes > FIGURE_BYTES:
            yield from self._cut_once()
            return
        try:
            picture = base64.b64decode(encoded)
        except (binascii.Error, ValueError):
            return
        if is_picture(picture):
            alt = " ".join(clean(_text(metadata.get("alt"))).split())[:ALT_CHARS]
            yield Figure(self._part, "image/png", picture, alt or "Figure")

    def _cut_once(self) -> Iterator[Output]:
        if not self._cut:
            self._cut = True
            yield Output(self._part, "stderr", CUT)

    def _error(self, content: Mapping[str, Any]) -> Iterator[Output]:
        if self._erred:
            return
        self._erred = True
        lines = content.get("traceback")
        text = "\n".join(_text(line) for line in lines) if isinstance(lines, list) else ""
        text = text or f"{_text(content.get('ename'))}: {_text(content.get('evalue'))}"
        if len(text) > ERROR_CHARS:  # the last line is the one that says what happened
            text = f"{text[: ERROR_CHARS // 2]}{CUT}{text[-ERROR_CHARS // 2 :]}"
        yield Output(self._part, "error", clean(text).strip())


def strip_delimiters(text: str) -> str | None:
    r"""The mathematics in a value's `text/latex`, or None where it is not one formula or is too long.

    >>> strip_delimiters(r"$\displaystyle \frac{1}{2}$")
    '\\frac{1}{2}'
    >>> strip_delimiters(r"so $x = 1$ and $y = 2$") is None
    True
    """
    found = DELIMITED.fullmatch(text.strip())
    if found is None or len(text) > LATEX_CHARS:
        return None
    inner = next(group for group in found.groups() if group is not None).strip()
    return inner.removeprefix(r"\displaystyle").strip() or None


def clean(text: str) -> str:
    r"""`text` without terminal colours and control characters; a progress bar's `\r` becomes a new line.

    >>> clean("\x1b[31mred\x1b[0m\x00")
    'red'
    """
    text = CONTROL.sub("", ANSI.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate could not be sent or stored


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
