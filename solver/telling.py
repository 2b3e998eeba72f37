"""A stream of events as the text of an assistant's turn, piece by piece, the boxed answer at its very end.

Cells stand in ```python fences and what they gave in ```output fences. An output with a fence in it gets a
longer one; a cell's own is always three ticks long, for its text is not known yet. Boxes in the prose are opened (`\\boxed{7}` is
told as `{7}`, which is set the same without its frame): the only box is that of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    Output,
    Reasoning,
    Usage,
)
from solver.ports import Language

FINISHES: Final = {"step-limit": "length"}
_BOX: Final = re.compile(r"\\(?:boxed|fbox)(?![A-Za-z])\s*(?=\{)")
_BEGUN: Final = re.compile(r"\\(?:b(?:o(?:x(?:e(?:d\s*)?)?)?)?|f(?:b(?:o(?:x\s*)?)?)?)?$")
WORDS: Final = {
    ("en", "proved"): "Checked: {claim} ({method}).",
    ("en", "refuted"): "The check contradicts this answer: {claim} ({method}).",
    ("en", "unknown"): "Not checked: {claim} ({method}).",
    ("zh", "proved"): "已检验：{claim}（{method}）。",
    ("zh", "refuted"): "检验与答案矛盾：{claim}（{method}）。",
    ("zh", "unknown"): "未能检验：{claim}（{method}）。",
    ("en", "answer"): "**Answer:**",
    ("zh", "answer"): "**答案：**",
}


class Teller:
    """Words events as they come; `finish` and `tokens` stand when `Done` was told."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._part: tuple[str, int] | None = None
        self._closing = ""
        self._ends = ""  # the last two characters told
        self._held = ""  # what may be the beginning of a box in the prose
        self._answer: Answer | None = None
        self._check: Check | None = None
        self.failure: Failure | None = None
        self.finish: str | None = None
        self.tokens = 0

    @property
    def answer(self) -> str | None:
        """The answer as LaTeX, where there is one."""
        return self._answer.latex if self._answer else None

    @property
    def verdict(self) -> str:
        """What became of the check of the answer."""
        return self._check.verdict if self._check else "unknown"

    def tell(self, events: Iterable[Event]) -> str:
        r"""The text that `events` add.

        >>> Teller("en").tell([Reasoning(0, "Halve it."), Code(1, "4 / 2"), Output(1, "result", "2.0"), Answer("2"), Done("answered")])
        'Halve it.\n\n```python\n4 / 2\n```\n\n```output\n2.0\n```\n\n**Answer:** $\\boxed{2}$'
        """
        told = ""
        for event in events:
            piece = self._piece(event)
            told += piece
            self._ends = (self._ends + piece)[-2:]
        return told

    def _piece(self, event: Event) -> str:
        match event:
            case Reasoning(part, delta):
                return self._in("prose", part, "", "") + self._opened(delta)
            case Code(part, delta):
                return self._in("code", part, "```python\n", "```") + delta
            case Output(part, text=text):
                return self._output(part, text)
            case Figure(part, alt=alt):
                return self._output(part, f"[figure: {alt}]")
            case Instruction(text):
                quoted = text.strip().replace("\n", "\n> ")
                return self._in("asked", id(event), "", "") + f"> {quoted}"
            case Answer():
                self._answer, self._check = event, None  # a check tells of the answer before it
            case Check():
                self._check = event
            case Usage(tokens=tokens):
                self.tokens += tokens
            case Failure():
                self.failure = event
                return self._in("failure", 0, "", "") + event.message
            case Done(reason):
                self.finish = FINISHES.get(reason, "stop")
                return self._end()
            case _:
                pass
        return ""

    def _opened(self, delta: str) -> str:
        """Prose without `\\boxed`; what may be the beginning of one waits for the next piece."""
        text = _BOX.sub("", self._held + delta)
        begun = _BEGUN.search(text)
        self._held = begun[0] if begun else ""
        return text.removesuffix(self._held) if self._held else text

    def _output(self, part: int, text: str) -> str:
        ticks = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`{3,}", text)), 3)
        opened = self._in("output" + ticks, part, f"{ticks}output\n", ticks)
        return opened + (text if text.endswith("\n") else text + "\n")

    def _in(self, kind: str, part: int, opening: str, closing: str) -> str:
        """What ends the block before and begins this one; nothing within the same block."""
        if self._part == (kind, part):
            return ""
        ended = self._close()
        self._part, self._closing = (kind, part), closing
        return ended + opening

    def _close(self) -> str:
        if self._part is None:
            return ""
        held, self._held = self._held, ""
        if held:
            self._ends = (self._ends + held)[-2:]
        end = ("" if self._ends.endswith("\n") else "\n") + self._closing if self._closing else ""
        self._part = None
        lines = "\n\n" if self._closing or not self._ends.endswith("\n") else "\n"
        return held + end + ("" if not self._closing and self._ends == "\n\n" else lines)

    def _end(self) -> str:
        text = self._close()
        if self._check is not None:
            words = WORDS[self._language, self._check.verdict]
            text += words.format(claim=self._check.claim, method=self._check.method) + "\n\n"
        if self._answer is not None:
            text += f"{WORDS[self._language, 'answer']} $\\boxed{{{self._answer.latex}}}$"
        return text
