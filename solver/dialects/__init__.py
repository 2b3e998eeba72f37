"""How models are told of what has happened: the stream of events as a model's conversation, one file a dialect.

The model must see exactly what the reader saw: its history is always rebuilt from the events. What is not in the
stream it is not told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from solver.dialects import calls, fenced, turns
from solver.dialects.conversation import Conversation, Example
from solver.ports import Message

Dialect: TypeAlias = Callable[[Conversation], Sequence[Message]]

DIALECTS: Final[Mapping[str, Dialect]] = {
    "fenced": fenced.messages,  # ```python … ``` and ```output … ``` in one turn of the model
    "turns": turns.messages,  # the model's turn ends with its cell; a user's turn has the output
    "calls": calls.messages,  # the model calls the tool `execute_code`
}

__all__ = ["DIALECTS", "Conversation", "Dialect", "Example"]
