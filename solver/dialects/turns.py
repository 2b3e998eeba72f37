"""The seed's dialect: the model's turn ends with its cell, and what it printed is the next turn of the user.

The models of this project's own training speak it, and Qwen2-72B-Instruct-math.
"""

from __future__ import annotations

from solver.dialects.conversation import Conversation, converse, lines
from solver.ports import Message
from solver.prompts import prompt
from solver.transcript import Cell, output_text


def messages(told: Conversation) -> list[Message]:
    """The conversation; behind a cell it ends with the user's turn that says what came out."""
    return converse(told, _tell)


def _tell(text: str, cell: Cell, output_characters: int) -> tuple[list[Message], str]:
    program = Message("assistant", lines(text) + f"```python\n{lines(cell.source)}```")
    output = output_text(cell, output_characters).strip()
    return [program, Message("user", prompt("seed/observation", output=output))], ""
