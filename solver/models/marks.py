"""A model's raw text, cut anywhere, into the one form that the segmenter reads.

Its thoughts come to stand between `<think>` and `</think>`, its calls of the tool as cells in ```` ```python ```` fences.
Knows how models write, not what they are told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator
from typing import Final, TypeAlias

from solver.dialects.calls import TOOL
from solver.models.arguments import CodeArgument
from solver.profiles import Profile
from solver.segment import FENCE, LITERAL, THINK, UNTHINK, Segmenter

CALL: Final = "<tool_call>"
CALLED: Final = "</tool_call>"
NO_UNTHINK: Final = "</ think>"
"""How a thought shows the words that would end it, where its model ends thoughts in another way."""

_XML_HEAD: Final = re.compile(rf"\s*<function={TOOL}>\s*<parameter=code>")
_XML_USUAL: Final = f"<function={TOOL}><parameter=code>"
_XML_VALUE_ENDS: Final = ("\n</parameter>", "</parameter>")
_XML_ENDS: Final = "</function>"
MESSAGE: Final = "<|message|>"
HARMONY_ENDS: Final = ("<|end|>", "<|call|>", "<|return|>", "<|start|>", "<|channel|>")
_CHANNEL: Final = re.compile(r"<\|channel\|>\s*(\w+)")
_RECIPIENT: Final = re.compile(r"\bto=([\w.]+)")

Reader: TypeAlias = Generator[None, None, None]
"""Reads raw text and writes canonical text; yields where it needs more of the one."""


class Writer:
    """Canonical text as it grows, and where in it one is."""

    def __init__(self) -> None:
        self._told, self._new, self._last, self._indent = Segmenter(), list[str](), "\n", ""

    @property
    def mode(self) -> str:
        """Of the segmenter that reads along."""
        return self._told.mode

    def take(self) -> str:
        """What was written since the last call."""
        text = "".join(self._new)
        self._new.clear()
        return text

    def write(self, text: str) -> None:
        """As it stands."""
        if text:
            self._told.feed(text)
            self._new.append(text)
            self._last = text[-1]

    def line(self) -> None:
        """Begin a line, unless one has just begun."""
        if self._last != "\n":
            self.write("\n")

    def prose(self, text: str) -> None:
        """Lines of their own that are prose whatever they look like."""
        self.line()
        self.write(re.sub(rf"^(?= *(?:`|{THINK}|{LITERAL}))", LITERAL, text, flags=re.MULTILINE))

    def begin_thought(self) -> None:
        """The thought's mark, at the beginning of a line."""
        if self.mode != "thought":
            self.line()
            self.write(THINK)

    def begin_cell(self) -> None:
        """The opening fence; what was open is closed, an unfinished cell without having run."""
        if self.mode == "thought":
            self.write(f"{UNTHINK}\n")
        self.line()
        if self.mode != "prose":
            self.write(f"{FENCE}\n" if self.mode == "quote" else f"{LITERAL}\n")
        self.write(f"{FENCE}python\n")

    def code(self, text: str) -> None:
        """More of the cell's source. A line of it that could be taken for a fence is marked as none."""
        text, self._indent = self._indent + text, ""
        begins = self._last == "\n"
        if held := re.search(r"^ {1,3}\Z" if begins else r"(?<=\n) {1,3}\Z", text, re.MULTILINE):
            text, self._indent = text[: held.start()], held[0]
        mark = rf"(?:(?<=\n){'|^' if begins else ''})(?= {{0,3}}[`{LITERAL}])"
        self.write(re.sub(mark, LITERAL, text))

    def end_cell(self, *, runs: bool) -> None:
        """The closing fence, or the mark of a cell that is broken."""
        self.write(self._indent)
        self._indent = ""
        self.line()
        self.write(f"{FENCE}\n" if runs else f"{LITERAL}\n")


class Marks:
    """Feeds on a model's raw text and yields canonical text as soon as it is certain.

    The code of a call streams. A call of another tool, or one that is not well formed, becomes prose that never runs; where
    its code was on its way already, the cell is broken off and the rest of the call is prose.

    Law: the text altogether does not depend on how the raw text was cut.

    >>> from solver.profiles import profile_of
    >>> marks = Marks(profile_of("qwen3:8b"))
    >>> marks.feed('Add.<tool_call>\\n{"name": "execute_code", "arguments": {"code": "1+')
    'Add.\\n```python\\n1+'
    >>> marks.feed('1"}}\\n</tool_call>') + marks.close()
    '1\\n```\\n'
    """

    def __init__(self, profile: Profile, *, opened: bool | None = None, out: Writer | None = None) -> None:
        """`opened`: whether the text begins inside a thought; None: as in the profile, for a turn that begins.

        `out` is what others have written before, where the text goes on behind it.
        """
        thinking = profile.thinking
        self._opening, self._closing = (thinking.opening, thinking.closing) if thinking else (THINK, UNTHINK)
        self._ending = self._closing  # of the thought that is open
        self._opened = thinking is not None and thinking.opened if opened is None else opened
        self._calls = profile.calls in ("json", "xml")
        self._out, self._raw, self._over = out or Writer(), "", False
        self._reader = self._harmony() if profile.calls == "harmony" else self._plain()

    def feed(self, text: str) -> str:
        """The canonical text that became certain with `text`."""
        self._raw += text
        next(self._reader, None)
        return self._out.take()

    def close(self) -> str:
        """The text is over: what was held back is released."""
        self._over = True
        next(self._reader, None)
        return self._out.take()

    def _until(self, marks: tuple[str, ...], write: Callable[[str], None]) -> Generator[None, None, str]:
        """Pass on what stands before the first of the marks, and return that mark; "" where the text ends without."""
        pattern = re.compile("|".join(map(re.escape, marks)))
        while True:
            if found := pattern.search(self._raw):
                before, self._raw = self._raw[: found.start()], self._raw[found.end() :]
                write(before)
                return found[0]
            held = 0 if self._over else held_back(self._raw, marks)
            before, self._raw = self._raw[: len(self._raw) - held], self._raw[len(self._raw) - held :]
            write(before)
            if self._over:
                return ""
            yield

    def _awaits(self, usual: str) -> bool:
        """Whether the raw text, spaces aside, may still become what it usually is here."""
        compact = re.sub(r"\s", "", self._raw)
        return not self._over and compact != usual and usual.startswith(compact)

    def _plain(self) -> Reader:
        """Text with marks in it. What counts as one depends on where the segmenter stands: in a cell nothing does."""
        if self._opened:
            yield from self._begin_inside()
        while self._raw or not self._over:
            mark = yield from self._until(("\n", *self._marks_here()), self._out.write)
            if mark == CALL:
                yield from self._called()
            elif mark in ("", "\n"):
                self._out.write(mark)
            elif self._out.mode == "thought":
                self._out.write(UNTHINK if mark == self._ending else NO_UNTHINK)
            elif mark == THINK:  # one inside a line begins no thought: the segmenter's rule
                self._out.write(mark)
                self._ending = UNTHINK
            elif mark == self._opening:
                self._out.begin_thought()
                self._ending = self._closing
            else:  # it ends a thought that never began: what was thought has been shown as prose
                self._out.line()

    def _marks_here(self) -> tuple[str, ...]:
        if self._out.mode == "thought":
            return self._ending, UNTHINK
        call = (CALL,) if self._calls else ()
        if self._out.mode == "prose":
            return *call, THINK, UNTHINK, self._opening, self._closing
        return call if self._out.mode == "quote" else ()

    def _begin_inside(self) -> Reader:
        """The template has opened the thought; some servers give the mark back all the same."""
        while self._awaits(self._opening):
            yield
        if not self._raw.strip():
            return
        self._raw = self._raw.lstrip()
        given_back = self._raw.startswith(self._opening)
        self._raw = self._raw.removeprefix(self._opening)
        self._out.write(THINK if given_back else f"{THINK}\n")

    def _called(self) -> Reader:
        """Behind `<tool_call>`: JSON or XML, whatever the profile says; fine-tunes mix them up."""
        while not (self._raw.strip() or self._over):
            yield
        if self._raw.lstrip().startswith("<"):
            yield from self._xml()
        else:
            yield from self._json(CodeArgument(named=True), CALL, (CALLED,), quotable=True)

    def _json(
        self, argument: CodeArgument, before: str, ends: tuple[str, ...], *, quotable: bool
    ) -> Generator[None, None, str]:
        """A call in JSON up to its end, which may stand in a string where it is `quotable`. Returns the mark of the end."""
        cell = CallCell(self._out, argument)
        mark = yield from self._until(ends, cell.feed)
        while mark and quotable and argument.state == "code":
            cell.feed(mark)
            mark = yield from self._until(ends, cell.feed)
        left = argument.rest
        if argument.state != "whole":
            if argument.begun:
                self._out.end_cell(runs=False)
            left = ("" if argument.begun else before) + left + mark
        if left.strip():
            self._out.prose(left)
        return mark

    def _xml(self) -> Reader:
        while self._awaits(_XML_USUAL):
            yield
        if not (head := _XML_HEAD.match(self._raw)):
            yield from self._shown(CALL, (CALLED,))
            return
        self._raw = self._raw[head.end() :]
        while not (self._raw or self._over):
            yield
        self._raw = self._raw.removeprefix("\n")
        self._out.begin_cell()
        mark = yield from self._until(_XML_VALUE_ENDS, self._out.code)
        while self._awaits(_XML_ENDS):
            yield
        whole = bool(mark) and self._raw.lstrip().startswith(_XML_ENDS)
        self._out.end_cell(runs=whole)
        if not whole:
            yield from self._shown("", (CALLED,))
            return
        self._raw = self._raw.lstrip().removeprefix(_XML_ENDS)
        while self._awaits(CALLED):
            yield
        if self._raw.lstrip().startswith(CALLED):
            self._raw = self._raw.lstrip().removeprefix(CALLED)

    def _shown(self, before: str, ends: tuple[str, ...]) -> Generator[None, None, str]:
        """What is no call of the tool: prose, up to its end. Returns the mark of the end."""
        held = [before]
        mark = yield from self._until(ends, held.append)
        if (text := "".join(held) + mark).strip():
            self._out.prose(text)
        return mark

    def _harmony(self) -> Reader:
        """Messages with headers: `<|channel|>analysis<|message|>…<|end|><|start|>assistant…`."""
        mark = ""
        while self._raw or not self._over:
            headed = mark in ("<|start|>", "<|channel|>")
            while not headed and self._awaits("<|"):
                yield
            header = [mark if headed else ""]
            headed = headed or self._raw.lstrip().startswith("<|")
            if headed and not (yield from self._until((MESSAGE,), header.append)):
                return  # cut in a header: there is nothing in it to show
            mark = yield from self._message("".join(header))

    def _message(self, header: str) -> Generator[None, None, str]:
        channel, to = _CHANNEL.search(header), _RECIPIENT.search(header)
        recipient = to[1].removeprefix("functions.") if to else ""
        if recipient == TOOL:
            return (yield from self._json(CodeArgument(), header + MESSAGE, HARMONY_ENDS, quotable=False))
        if recipient == "python":  # the tool that it was trained with: the message is the code
            self._out.begin_cell()
            mark = yield from self._until(HARMONY_ENDS, self._out.code)
            self._out.end_cell(runs=True)
            return mark
        if recipient:
            return (yield from self._shown(header + MESSAGE, HARMONY_ENDS))
        thinks = channel is not None and channel[1] == "analysis"
        if thinks:
            self._out.begin_thought()
        mark = yield from self._until((*HARMONY_ENDS, UNTHINK), self._out.write)
        while mark == UNTHINK:
            self._out.write(NO_UNTHINK)
            mark = yield from self._until((*HARMONY_ENDS, UNTHINK), self._out.write)
        if self._out.mode == "thought":
            self._out.write(UNTHINK)
        self._out.line()
        return mark


class CallCell:
    """Writes the code of a call as it becomes certain."""

    def __init__(self, out: Writer, argument: CodeArgument) -> None:
        self._out, self._argument = out, argument
        self._open = self._ended = False

    def feed(self, text: str) -> None:
        """More of the call's arguments."""
        code = self._argument.feed(text)
        if self._argument.begun and not self._open:
            self._out.begin_cell()
            self._open = True
        if self._open and not self._ended:
            self._out.code(code)
            if self._argument.state == "whole":
                self._out.end_cell(runs=True)
                self._ended = True


def held_back(text: str, marks: tuple[str, ...]) -> int:
    """How many characters at the end of `text` may be the beginning of a mark."""
    longest = max(map(len, marks)) - 1
    return next(
        (n for n in range(min(longest, len(text)), 0, -1) if any(m.startswith(text[-n:]) for m in marks)), 0
    )
