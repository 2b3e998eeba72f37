"""What a server streams, field by field, as canonical text.

Pure. A hosted API gives thoughts and calls in fields of their own; another server leaves the model's marks in its text.
Nothing of a chunk is taken for granted: a server may send anything.
"""

from __future__ import annotations

import re

from solver.dialects.calls import TOOL
from solver.models.arguments import CodeArgument
from solver.models.marks import NO_UNTHINK, CallCell, Marks, Writer, held_back
from solver.profiles import Profile
from solver.segment import UNTHINK


class Reply:
    """One reply of a server, as it arrives.

    Attributes:
        over: whether the first call of the tool is whole; what comes behind it was written without its output.
        finished: whether the server said that the text is at its end.
        raw: the text outside thoughts and calls, as the server gave it.
        separate: whether the server gives thoughts in a field of their own; None where nothing says so.
    """

    def __init__(self, profile: Profile, *, opened: bool) -> None:
        """`opened`: whether the text begins inside a thought, unless the server gives thoughts apart."""
        self._profile, self._opened = profile, opened
        self._out = Writer()
        self._marks: Marks | None = None
        self._argument: CodeArgument | None = None
        self._cell: CallCell | None = None
        self._tool, self._index, self._held, self._thought = "", 0, "", False
        self.over = self.finished = False
        self.raw, self._only_text = "", True
        self.separate: bool | None = None
        self._pieces = 0

    def counted(self) -> int:
        """Pieces that came since this was asked last: servers send a token at a time, or nearly so."""
        pieces, self._pieces = self._pieces, 0
        return pieces

    @property
    def empty(self) -> bool:
        """Whether nothing has come yet."""
        return not self.raw and self._only_text

    @property
    def resumable(self) -> bool:
        """Whether another request can go on behind `raw`: nothing but text came, and no thought is in it."""
        return (
            self._only_text and not self._opened and bool(self.raw) and not re.search(r"</?think>", self.raw)
        )

    def take(self, chunk: object) -> str:
        """The canonical text that became certain with a chunk of the stream."""
        choices = getattr(chunk, "choices", None)
        if not isinstance(choices, list) or not choices:
            return ""
        delta = getattr(choices[0], "delta", None)
        thought = _text(delta, "reasoning_content") or _text(delta, "reasoning")
        text = self._think(thought) if thought else ""
        if content := _text(delta, "content"):
            text += self._say(content)
        calls = getattr(delta, "tool_calls", None)
        self._pieces += bool(thought or content or calls)
        for call in calls if isinstance(calls, list) else ():
            text += self._call(call)
        self.finished = self.finished or bool(_text(choices[0], "finish_reason"))
        return text

    def close(self) -> str:
        """The stream is over: what was held back is released."""
        if self._argument is not None:
            return self._end_call()
        text = self._end_thought() + self._end_marks()
        if self._opened and self.finished and self._out.mode == "thought":
            # nothing ended the thought that the template was believed to have opened: it was none
            self.separate = True
            self._out.write(f"{UNTHINK}\n{self.raw}")
        return text + self._out.take()

    def _think(self, text: str) -> str:
        self._only_text, self.separate = False, True
        before = "" if self._thought else self._end_marks()
        if not self._thought:
            self._out.begin_thought()
            self._thought = True
        text, self._held = self._held + text, ""
        if held := held_back(text, (UNTHINK,)):
            text, self._held = text[:-held], text[-held:]
        self._out.write(text.replace(UNTHINK, NO_UNTHINK))
        return before + self._out.take()

    def _end_thought(self) -> str:
        if self._thought:
            self._out.write(f"{self._held}{UNTHINK}\n")
            self._thought, self._held = False, ""
        return self._out.take()

    def _say(self, text: str) -> str:
        before = self._end_thought()
        self.raw += text
        if self._marks is None:
            opened = self._opened and self.separate is None
            self._marks = Marks(self._profile, opened=opened, out=self._out)
        return before + self._marks.feed(text)

    def _end_marks(self) -> str:
        marks, self._marks = self._marks, None
        return marks.close() if marks else ""

    def _call(self, call: object) -> str:
        """A piece of a call: its name comes first and whole, its arguments in pieces or at once."""
        if self.over:
            return ""
        self._only_text, before = False, ""
        function, index = getattr(call, "function", None), getattr(call, "index", 0)
        if self._argument is None:
            before = self._end_thought() + self._end_marks()
            self._index, self._argument = index, CodeArgument()
            self._cell = CallCell(self._out, self._argument)
        elif index != self._index:
            self.over = True
            return ""
        self._tool += _text(function, "name")
        arguments = _text(function, "arguments")
        if self._cell is not None and self._tool.removeprefix("functions.") == TOOL:
            self._cell.feed(arguments)
            self.over = self._argument.state == "whole"
        else:
            self._held += arguments
        return before + self._out.take()

    def _end_call(self) -> str:
        """A call that is not whole, or of another tool, becomes prose."""
        assert self._argument is not None
        if self._argument.state != "whole":
            if self._argument.begun:
                self._out.end_cell(runs=False)
            told = "" if self._argument.begun else f"{self._tool} "
            self._out.prose(f"{told}{self._held}{self._argument.rest}")
        return self._out.take()


def _text(of: object, field: str) -> str:
    value = getattr(of, field, None)
    return value if isinstance(value, str) else ""
