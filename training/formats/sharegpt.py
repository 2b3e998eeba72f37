r"""ShareGPT as the seed trained on it: `conversations` whose turns are `human` and `gpt` by turns.

A program ends a turn of `gpt`; what it printed is the next turn of `human`, so that no model learns to make up outputs.
LLaMA-Factory leaves a row out whose turns do not alternate.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from evaluation.rows import BadData
from solver.ports import Message, Role
from solver.profiles import Profile
from training.examples import Example
from training.formats.base import Format, Row, Unwritable, columns, told, turns
from training.formats.turns import problem_in, solution

NAMES: Final[Mapping[str, str]] = {"user": "human", "assistant": "gpt", "tool": "observation"}
ROLES: Final[Mapping[str, Role]] = {
    "human": "user", "user": "user", "gpt": "assistant", "assistant": "assistant", "system": "system", "observation": "tool",
}  # fmt: skip


def conversation(messages: list[Message], example: Example) -> Row:
    """The row of a conversation whose turns alternate.

    Raises:
        Unwritable: they do not.
    """
    said = [m for m in messages if m.role != "system"]
    if any((m.role == "assistant") != bool(at % 2) for at, m in enumerate(said)) or len(said) % 2:
        raise Unwritable("turns-do-not-alternate", " ".join(m.role for m in said))
    system = next((m.content for m in messages if m.role == "system"), "")
    told = [{"from": NAMES[m.role], "value": m.content} for m in said]
    return {"conversations": told, "system": system, **columns(example)}


def listed(row: Row) -> list[dict[str, str]]:
    """The turns of a row.

    Raises:
        BadData: they are missing, or one of them is no turn.
    """
    found = row.get("conversations")
    if not isinstance(found, list) or not found:
        raise BadData(f"no conversations; the row has {', '.join(map(str, row)) or 'nothing'}")
    for number, turn in enumerate(found, 1):
        if not isinstance(turn, dict) or not all(isinstance(turn.get(k), str) for k in ("from", "value")):
            raise BadData(f"turn {number} has no `from` and `value` of text")
    return found


def _write(example: Example, profile: Profile) -> Row:
    dialect = "turns" if profile.dialect == "calls" else profile.dialect
    return conversation(turns(example, profile, dialect), example)


def _read(row: Row, profile: Profile) -> Example:
    said = []
    for turn in listed(row):
        if turn["from"] not in ROLES:
            raise BadData(f"{turn['from']!r} is nobody's name in ShareGPT; try sharegpt-calls")
        said.append(Message(ROLES[turn["from"]], turn["value"]))
    question, events = solution(said)
    return told(row, problem_in(question, profile), events)


def _entry(profile: Profile) -> Mapping[str, Any]:
    return {
        "formatting": "sharegpt",
        "columns": {"messages": "conversations", "system": "system"},
        "tags": {"role_tag": "from", "content_tag": "value", "user_tag": "human", "assistant_tag": "gpt"},
    }


FORMAT: Final = Format("sharegpt", _write, _read, _entry)
