"""The fenced dialect: the model writes ```` ```python ````, is given ```` ```output ````, and goes on in the same turn.

Qwen2.5-Math, NuminaMath-TIR and ToRA were trained on it; the built-in tutor speaks it.
"""

from __future__ import annotations

from solver.dialects.conversation import Conversation, converse, lines
from solver.ports import Message
from solver.transcript import Cell, output_text


def messages(told: Conversation) -> list[Message]:
    """The conversation, the model's own turn as far as it goes at its end."""
    return converse(told, _tell)


def _tell(text: str, cell: Cell, output_characters: int) -> tuple[list[Message], str]:
    output = output_text(cell, output_characters)
    return [], lines(text) + f"```python\n{lines(cell.source)}```\n```output\n{output}```\n"
