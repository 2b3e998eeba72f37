"""The code in a call's JSON while it is still arriving, cut anywhere, even inside an escape.

Knows JSON and the name of the code's key, not how a model or a server marks the call around it.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final, Literal, TypeAlias

from solver.dialects.calls import TOOL

State: TypeAlias = Literal["head", "other order", "code", "tail", "whole", "broken"]
_SINGLE: Final = r'[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4}'
_PAIR: Final = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_DECODABLE: Final = re.compile(rf"(?:{_SINGLE}|{_PAIR})+")
_ESCAPE_BEGINS: Final = re.compile(
    r"\\(?:u[0-9a-fA-F]{0,3}|u[dD][89abAB][0-9a-fA-F]{2}(?:\\(?:u(?:[dD](?:[c-fC-F][0-9a-fA-F]?)?)?)?)?)?\Z"
)


class CodeArgument:
    """Reads `{"code": "…"}`, or `{"name": "execute_code", "arguments": {"code": "…"}}` where the call is `named`.

    In the usual order of keys the code comes as it arrives, in any other when the object is whole. The object is checked to
    its end: until `state` is "whole" nobody may run the code. A key given twice, an escape or a surrogate that JSON does
    not have, a call of another tool: "broken".

    Law: what `feed` gives altogether, and the last state, do not depend on how the text was cut.

    >>> argument = CodeArgument()
    >>> argument.feed('{"code": "1\\\\') + argument.feed('n2"'), argument.state
    ('1\\n2', 'tail')
    >>> argument.feed("}</tool_call>"), argument.state, argument.rest
    ('', 'whole', '</tool_call>')
    """

    def __init__(self, *, named: bool = False) -> None:
        self._named = named
        outer = ["{", '"name"', ":", f'"{TOOL}"', ",", '"arguments"', ":"] if named else []
        parts = [*outer, "{", '"code"', ":", '"']
        self._usual = "".join(parts)
        self._head = re.compile(r"\s*" + r"\s*".join(map(re.escape, parts)))
        self.state: State = "head"
        self.begun = False  # whether it is certain that this calls the tool with code
        self.rest = ""  # what is not read: behind a whole object, or from where it breaks

    def feed(self, text: str) -> str:
        """The code that became certain with `text`."""
        self.rest += text
        found = ""
        if self.state == "head":
            self._begin()
        if self.state == "other order" and "}" in text:
            found = self._read_whole()
        if self.state == "code":
            found += self._read_code()
        if self.state == "tail" and "}" in self.rest:
            self._read_tail()
        return found

    def _begin(self) -> None:
        if match := self._head.match(self.rest):
            self.state, self.begun, self.rest = "code", True, self.rest[match.end() :]
        elif not self._usual.startswith(re.sub(r"\s", "", self.rest)):
            self.state = "other order"

    def _read_whole(self) -> str:
        value, end = _object_at_start(self.rest)
        if value is None:
            return ""
        code = self._code_of(value)
        if code is None:
            self.state = "broken"
            return ""
        self.state, self.begun, self.rest = "whole", True, self.rest[end:]
        return code

    def _code_of(self, value: dict[str, Any]) -> str | None:
        arguments: Any = value
        if self._named:
            arguments = value.get("arguments") if value.get("name") == TOOL else None
            if isinstance(arguments, str):  # some models write the arguments as JSON in a string
                arguments, _ = _object_at_start(arguments)
        code = arguments.get("code") if isinstance(arguments, dict) else None
        return code if isinstance(code, str) and not re.search("[\ud800-\udfff]", code) else None

    def _read_code(self) -> str:
        match = _DECODABLE.match(self.rest)
        found = ""
        if match:
            found, self.rest = json.loads(f'"{match[0]}"'), self.rest[match.end() :]
        if self.rest.startswith('"'):
            self.state, self.rest = "tail", self.rest[1:]
        elif self.rest and not _ESCAPE_BEGINS.match(self.rest):
            self.state = "broken"
        return found

    def _read_tail(self) -> None:
        before = self._usual + '"'
        value, end = _object_at_start(before + self.rest)
        if value is not None:
            self.state, self.rest = "whole", self.rest[end - len(before) :]


def _object_at_start(text: str) -> tuple[dict[str, Any] | None, int]:
    """The JSON object that `text` begins with, and where it ends; None for anything else or not yet whole."""
    start = len(text) - len(text.lstrip())
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None, 0
    return (value if isinstance(value, dict) else None), end


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key is given twice")
    return found


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_unique)
