"""Chat messages as trl reads them: `messages` of `role` and `content`, in the dialect of the family that is trained.

In dialects that call tools, an assistant's message has `tool_calls`, and the row the column `tools` (trl's docs, "Tool calling").
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, get_args

from evaluation.rows import BadData
from solver.dialects.calls import SCHEMA, TOOL
from solver.ports import Message, Role
from solver.profiles import Profile
from training.examples import Example
from training.formats.base import Format, Row, columns, told, turns
from training.formats.turns import problem_in, solution


def _write(example: Example, profile: Profile) -> Row:
    messages = [_message(m) for m in turns(example, profile, profile.dialect)]
    tools = {"tools": [SCHEMA]} if profile.dialect == "calls" else {}
    return {"messages": messages, **tools, **columns(example)}


def _message(message: Message) -> Row:
    made: Row = {"role": message.role, "content": message.content}
    if message.cell is not None:
        call = {"name": TOOL, "arguments": {"code": message.cell}}
        made["tool_calls"] = [{"type": "function", "function": call}]
    return made | ({"name": TOOL} if message.role == "tool" else {})


def _read(row: Row, profile: Profile) -> Example:
    found = row.get("messages")
    if not isinstance(found, list) or not found:
        raise BadData(f"no messages; the row has {', '.join(map(str, row)) or 'nothing'}")
    question, events = solution([_turn(number, m) for number, m in enumerate(found, 1)])
    return told(row, problem_in(question, profile), events)


def _turn(number: int, message: Any) -> Message:
    try:
        role, content = message["role"], message.get("content") or ""
        calls = message.get("tool_calls") or []
        cells = [call["function"]["arguments"] for call in calls]
        cells = [(json.loads(c) if isinstance(c, str) else c)["code"] for c in cells]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadData(f"message {number} is none ({type(error).__name__}: {error})") from error
    if role not in get_args(Role) or not isinstance(content, str) or len(cells) > 1:
        raise BadData(f"message {number} is none of a role, text, and one call at the most")
    return Message(role, content, str(cells[0]) if cells else None)


def _entry(profile: Profile) -> Mapping[str, Any] | None:
    if profile.dialect == "calls":
        return None  # its form of tool calls is another: use sharegpt-calls
    return {
        "formatting": "sharegpt",
        "columns": {"messages": "messages"},
        "tags": {
            "role_tag": "role", "content_tag": "content", "user_tag": "user", "assistant_tag": "assistant", "system_tag": "system",
        },
    }  # fmt: skip


FORMAT: Final = Format("messages", _write, _read, _entry)
