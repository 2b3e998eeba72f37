"""The dialect of models that call tools: a cell is a call of `execute_code`, what it printed is the tool's turn.

Qwen3.x and gpt-oss speak it. How a call is written is the template's business, or the server's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from solver.dialects.conversation import Conversation, converse
from solver.ports import Message
from solver.transcript import Cell, output_text

TOOL: Final = "execute_code"
SCHEMA: Final[Mapping[str, Any]] = {
    "type": "function",
    "function": {
        "name": TOOL,
        "description": "Run Python in a live Jupyter kernel and return what it prints and its last value. Variables "
        "stay from call to call. sympy, numpy, scipy and matplotlib are installed.",
        "parameters": {
            "type": "object",
            "properties": {"code": {"type": "string", "description": "the Python source of one cell"}},
            "required": ["code"],
        },
    },
}


def messages(told: Conversation) -> list[Message]:
    """The conversation; behind a call it ends with the tool's turn."""
    return converse(told, _tell)


def _tell(text: str, cell: Cell, output_characters: int) -> tuple[list[Message], str]:
    return [
        Message("assistant", text, cell=cell.source),
        Message("tool", output_text(cell, output_characters)),
    ], ""
