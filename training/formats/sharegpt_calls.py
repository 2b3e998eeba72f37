"""ShareGPT with `function_call` and `observation`: a program is a call of the tool `execute_code`.

The seed puts a thought in a turn of `gpt` and the program in a `function_call` behind it; LLaMA-Factory leaves such a row out, for
human and observation must alternate with gpt and function_call. So the thought is written before the call in one turn, between
whose marks LLaMA-Factory finds the call (`tool_call_words` of its templates). Both forms are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from evaluation.rows import BadData
from solver.dialects.calls import SCHEMA, TOOL
from solver.ports import Message
from solver.profiles import Profile
from training.examples import Example
from training.formats.base import Format, Row, Unwritable, told, turns
from training.formats.sharegpt import ROLES, conversation, listed
from training.formats.turns import problem_in, solution

CALLED: Final = re.compile(r"<tool_call>(.*?)</tool_call>", re.DOTALL)
_FENCED: Final = re.compile(r"\A\s*```[a-z]*[ \t]*\n(.*?)\n?```\s*\Z", re.DOTALL)


def _write(example: Example, profile: Profile) -> Row:
    messages = turns(example, profile, "calls")
    row = conversation(messages, example)
    for turn, message in zip(row["conversations"], (m for m in messages if m.role != "system"), strict=True):
        if message.cell is not None:
            if "tool_call>" in message.content:
                raise Unwritable("does-not-come-back", "the thought has a mark of calls in it")
            call = json.dumps({"name": TOOL, "arguments": {"code": message.cell}}, ensure_ascii=False)
            thought = message.content
            turn |= {
                "from": "function_call",
                "value": f"{thought}<tool_call>{call}</tool_call>" if thought else call,
            }
    return {**row, "tools": json.dumps([SCHEMA["function"]], ensure_ascii=False)}


def _read(row: Row, profile: Profile) -> Example:
    said = []
    for turn in listed(row):
        name, value = turn["from"], turn["value"]
        if name == "function_call":
            said.append(Message("assistant", *_call(value)))
        elif name in ROLES:
            said.append(Message(ROLES[name], value))
        else:
            raise BadData(f"{name!r} is nobody's name in ShareGPT")
    question, events = solution(_without_frames(said))
    return told(row, problem_in(question, profile), events)


def _call(value: str) -> tuple[str, str]:
    """The thought before a call and its program, from JSON, from a fence (the seed's), or bare."""
    match = CALLED.search(value)
    thought, call = (value[: match.start()], match[1]) if match else ("", value)
    try:
        arguments = json.loads(call)["arguments"]
        arguments = json.loads(arguments) if isinstance(arguments, str) else arguments
        return thought, str(arguments["code"])
    except (ValueError, KeyError, TypeError):
        fenced = _FENCED.match(call)
        return thought, fenced[1] if fenced else call


def _without_frames(turns: list[Message]) -> list[Message]:
    """The seed's observations stand in a sentence, as in the dialect without calls: there they are the user's."""
    framed = re.compile(r"输出会是\s*[:：]\s*```")
    return [Message("user", t.content) if t.role == "tool" and framed.search(t.content) else t for t in turns]


def _entry(profile: Profile) -> Mapping[str, Any]:
    return {
        "formatting": "sharegpt",
        "columns": {"messages": "conversations", "system": "system", "tools": "tools"},
        "tags": {
            "role_tag": "from", "content_tag": "value", "user_tag": "human", "assistant_tag": "gpt",
            "function_tag": "function_call", "observation_tag": "observation",
        },
    }  # fmt: skip


FORMAT: Final = Format("sharegpt-calls", _write, _read, _entry)
