"""Alpaca as MathInstruct has it: `instruction`, `input`, `output`.

Written with the programs and what they printed in fences, as in one turn of the fenced dialect. Read are also MathInstruct's own
two kinds: reasoning that ends with "The answer is …", and a bare program behind a sentence that asks for one.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from typing import Any, Final

from solver.events import Code
from solver.ports import Message
from solver.profiles import Profile
from training.examples import Example
from training.formats.base import Format, Row, Unwritable, columns, text, told, turns
from training.formats.turns import problem_in, solution

_TRIGGER: Final = re.compile(
    r"(?:^|(?<=[.?!:\s]))\s*(?:let['’]?s|let us|please|we can|you can|write|program|respond|solve|answer)\b[^.?!\n]*"
    r"\b(?:python|program|code|programming)\b[^.?!\n]*[.!?]?\s*\Z",
    re.IGNORECASE,
)
"""The last sentence of an instruction that asks for a program."""


def _write(example: Example, profile: Profile) -> Row:
    said = turns(example, profile, "fenced")
    solved = [m for m in said if m.role == "assistant"]
    if len(solved) != 1 or said[-1].role != "assistant":
        raise Unwritable("more-than-one-turn", "Alpaca has one question and one answer")
    system = said[0].content if said[0].role == "system" else ""
    asked = next(m for m in said if m.role == "user").content
    return {
        "instruction": asked,
        "input": "",
        "output": solved[0].content,
        "system": system,
        **columns(example),
    }


def _read(row: Row, profile: Profile) -> Example:
    given = row.get("input")
    asked = "\n".join(filter(None, (text(row, "instruction"), given if isinstance(given, str) else "")))
    output = text(row, "output")
    problem = problem_in(asked, profile)
    if is_program(output):
        return told(row, _TRIGGER.sub("", problem).strip(), [Code(0, output)])
    return told(row, problem, solution([Message("user", asked), Message("assistant", output)])[1])


def is_program(output: str) -> bool:
    """Whether a whole answer is Python that prints something, rather than words.

    >>> is_program("x = 3 * 4\\nprint(x)"), is_program("12"), is_program("It prints(12).")
    (True, False, False)
    """
    if "```" in output or "print(" not in output:
        return False
    try:
        ast.parse(output)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _entry(profile: Profile) -> Mapping[str, Any]:
    return {
        "formatting": "alpaca",
        "columns": {"prompt": "instruction", "query": "input", "response": "output", "system": "system"},
    }


FORMAT: Final = Format("alpaca", _write, _read, _entry)
