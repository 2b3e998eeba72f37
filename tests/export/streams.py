"""Conversations to export: one of every kind of event with a word to find it by, and words that would like to be markup."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import Final

from solver.events import (
    Answer,
    Check,
    Code,
    Done,
    Event,
    Failure,
    Figure,
    Instruction,
    Methods,
    Output,
    Reasoning,
    Usage,
    Waiting,
)
from solver.export.document import Document, Entry, OwnRun, Solved
from solver.ports import Picture, Problem


def png(width_px: int = 8, height_px: int = 4) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width_px, height_px, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width_px) * height_px)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


MARKED: Final[Mapping[str, tuple[Event, tuple[str, ...]]]] = {
    "reasoning": (Reasoning(0, "first wordreasoning \\(x=11\\)"), ("wordreasoning",)),
    "code": (Code(1, "wordcode = 1"), ("wordcode",)),
    "output": (Output(1, "stdout", "wordoutput\n"), ("wordoutput",)),
    "figure": (Figure(1, "image/png", png(), "wordfigure"), ("wordfigure",)),
    "answer": (Answer("4711"), ("4711",)),
    "check": (Check("wordclaim", "proved", "wordmethod"), ("wordclaim", "wordmethod", "Proved")),
    "instruction": (Instruction("wordinstruction"), ("wordinstruction",)),
    "waiting": (Waiting("wordwaiting"), ()),
    "usage": (Usage(98765), ()),
    "methods": (Methods(("wordname", "wordother"), "wordname"), ()),
    "failure": (Failure("failed", "wordfailure"), ("wordfailure",)),
    "done": (Done("stopped"), ("stopped here",)),
}
"""An event of each kind, and the words of it that every format has; none where it is left out on purpose."""
LEFT_OUT: Final = ("wordwaiting", "98765", "wordname", "wordother")

HOSTILE: Final = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</pre></code></math></style><b>bold</b>",
    "![p](http://evil.example/p.png)",
    "[l](javascript:alert(1))",
    '" onload="alert(1)',
    "&lt;script&gt; &#60;b>",
    "$\\text{</mtext></math><script>alert(1)</script>}$",
    "\\(\\href{javascript:alert(1)}{x}\\)",
    '#read("/etc/passwd") #import "@preview/x:1.0.0": * $x$ *b* _i_ @r <l>',
    "```\n<script>alert(1)</script>\n```",
    "<details><summary>s</summary><iframe src=//evil.example>",
)


def everywhere(text: str) -> Document:
    """A document with a text in every place that one can have."""
    events = (
        Reasoning(0, f"{text}\n\n<think>{text}</think>\n\n{text}\n\n- {text}\n- {text}\n\n| a | b |\n|---|---|\n| {text} | {text} |"),
        Code(1, text),
        Output(1, "stdout", text), Output(1, "stderr", text), Output(1, "error", text),
        Output(1, "result", text, None), Output(1, "result", text, text),
        Figure(1, "image/png", png(), text), Figure(1, "image/evil", b"x", text),
        Answer(text), Check(text, "refuted", text), Instruction(text), Failure("failed", text), Done("failed"),
    )  # fmt: skip
    own = OwnRun(1, 1, text, (Output(1, "result", text, text), Failure("kernel-died", text)))
    return Document(text, "en", (Solved(Problem(text, "zh"), events), own))


def whole(language: str = "en") -> Document:
    """A document of all marked events, with a picture of its problem and a cell that the student ran."""
    events = tuple(event for event, _ in MARKED.values())
    picture = Picture(png(16, 8), "image/png", 16, 8)
    entries: tuple[Entry, ...] = (
        Solved(Problem("wordproblem $y=12$", "en", "factoring"), events, picture),
        OwnRun(1, 1, "wordown = 2", (Output(1, "result", "wordresult", "31+x"), Done("answered"))),
    )
    return Document("wordtitle", "zh" if language == "zh" else "en", entries)
