"""A conversation as the body of a request: what is told to a server, and in which fields.

Pure. Thoughts of earlier turns are not sent back: hosted APIs refuse them, and templates drop them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from solver.dialects.calls import SCHEMA, TOOL
from solver.ports import Message, Sampling
from solver.segment import said

CONTINUING: Final[Mapping[str, Mapping[str, bool]]] = {
    "vllm": {"continue_final_message": True, "add_generation_prompt": False},
    "sglang": {"continue_final_message": True},
    "llamacpp": {},  # it does so by itself
}
"""Servers that continue an assistant's turn, by who owns the models that they list, and the fields that ask for it.

Any other server would answer such a turn with a new one: it is told in turns (`told_in_turns`).
"""

_OUTPUT: Final = re.compile(r"^```output\n(.*?)^```[ ]*\n?", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Asking:
    """How a server is asked.

    Attributes:
        model: its name there.
        continuing: the fields that make it continue the last turn; None where it is told in turns.
        refused: fields that it does not take.
        tools: whether the model calls a tool.
        go_on: what a user says so that the model goes on with its text.
        answer: what a user says so that a model that has only thought goes on to its answer.
    """

    model: str
    continuing: Mapping[str, bool] | None
    refused: Collection[str]
    tools: bool
    go_on: str
    answer: str


def request(
    messages: Sequence[Message], sampling: Sampling, asking: Asking, stop: Sequence[str]
) -> dict[str, Any]:
    """The arguments of the client's `chat.completions.create`."""
    continued = (
        asking.continuing is not None
        and messages[-1].role == "assistant"
        and not _only_thought(messages[-1].content)
    )
    told = _turns(messages) if continued else _turns(told_in_turns(messages, asking))
    fields: dict[str, Any] = {"temperature": sampling.temperature}
    if sampling.top_p < 1:
        fields["top_p"] = sampling.top_p
    if sampling.seed is not None:
        fields["seed"] = sampling.seed
    if stop:
        fields["stop"] = list(stop)
    limit = "max_completion_tokens" if "max_tokens" in asking.refused else "max_tokens"
    fields[limit] = sampling.max_tokens
    extra: dict[str, Any] = {"top_k": sampling.top_k} if sampling.top_k else {}
    if continued:
        extra |= asking.continuing or {}
    if asking.tools:
        fields["tools"] = [SCHEMA]
        if "tools" in asking.refused:  # the model is told of the tool, and its call is left in its text
            fields["tool_choice"] = "none"
    asked = {name: value for name, value in fields.items() if name == "tools" or name not in asking.refused}
    extra = {name: value for name, value in extra.items() if name not in asking.refused}
    return {"model": asking.model, "messages": told, "stream": True, "extra_body": extra or None, **asked}


def told_in_turns(messages: Sequence[Message], asking: Asking) -> list[Message]:
    """The turns for a server that only answers: each ```` ```output ```` is a user's, and a user has the last word."""
    turns = list[Message]()
    for message in messages:
        if message.role != "assistant" or message.cell is not None:
            turns.append(message)
            continue
        for number, text in enumerate(_OUTPUT.split(without_thoughts(message.content))):
            if number % 2:
                turns.append(Message("user", f"```output\n{text}```"))
            elif text.strip():
                turns.append(Message("assistant", text.strip()))
    last = messages[-1]
    if last.role == "assistant" and _OUTPUT.split(last.content)[-1].strip():
        turns.append(Message("user", asking.go_on if turns[-1].role == "assistant" else asking.answer))
    return _joined(turns)


def _only_thought(text: str) -> bool:
    """Whether the last stretch of a turn is nothing but thoughts: without them, nothing would tell the model that it thought."""
    stretch = _OUTPUT.split(text)[-1]
    return bool(stretch.strip()) and not without_thoughts(stretch).strip()


def without_thoughts(text: str) -> str:
    """What was said, without the blank lines behind its thoughts."""
    spoken = said(text)
    return spoken.lstrip("\n") if spoken != text else text


def _joined(turns: Sequence[Message]) -> list[Message]:
    """Neighbouring turns of a user as one: some templates refuse two."""
    found = list[Message]()
    for turn in turns:
        if found and found[-1].role == turn.role == "user":
            found[-1] = Message("user", f"{found[-1].content}\n\n{turn.content}")
        else:
            found.append(turn)
    return found


def _turns(messages: Sequence[Message]) -> list[dict[str, Any]]:
    found = list[dict[str, Any]]()
    for number, message in enumerate(messages):
        turn: dict[str, Any] = {"role": message.role, "content": message.content}
        if message.role == "assistant":
            turn["content"] = without_thoughts(message.content)
        if message.cell is not None:
            arguments = json.dumps({"code": message.cell}, ensure_ascii=False)
            call = {
                "id": f"call_{number}",
                "type": "function",
                "function": {"name": TOOL, "arguments": arguments},
            }
            turn["tool_calls"] = [call]
        if message.role == "tool":
            turn["tool_call_id"] = f"call_{number - 1}"
        found.append(turn)
    return found
