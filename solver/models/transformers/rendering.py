"""A conversation in a model's own template, up to where the model goes on.

The template is the tokenizer's; where it has none, the profile's or a plain one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from jinja2 import TemplateError

from solver.dialects.calls import SCHEMA, TOOL
from solver.ports import Message
from solver.profiles import Profile
from solver.segment import THINK, UNTHINK

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

PLAIN_TEMPLATE: Final = "{% for m in messages %}{{ m.content + '\\n\\n' }}{% endfor %}"
"""For a model that was never taught to converse: it goes on with the text."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the model goes on from. `thinks`: whether its text begins inside a thought."""

    text: str
    thinks: bool


def render(tokenizer: PreTrainedTokenizerBase, profile: Profile, messages: Sequence[Message]) -> Rendered:
    """The conversation as one text. A last turn of the assistant that calls nothing is gone on with."""
    last = messages[-1] if messages else None
    goes_on = last.content if last and last.role == "assistant" and last.cell is None else ""
    told = [_turn(m) for m in (messages[:-1] if goes_on else messages)]
    text = _apply(tokenizer, profile, told)
    opening, closing = (
        (profile.thinking.opening, profile.thinking.closing) if profile.thinking else (THINK, UNTHINK)
    )
    opened = text.rstrip().endswith(opening)
    if not goes_on:
        return Rendered(text, opened)
    begins_in_thought = goes_on.lstrip().startswith(THINK)
    if opened and begins_in_thought:
        text, goes_on = text.rstrip(), goes_on.lstrip().removeprefix(THINK)
    elif opened:
        text += f"{closing}\n\n"
    thinks = (opened and begins_in_thought or THINK in goes_on) and UNTHINK not in goes_on.rpartition(THINK)[
        2
    ]
    return Rendered(text + goes_on.replace(THINK, opening).replace(UNTHINK, closing), thinks)


def render_whole(tokenizer: PreTrainedTokenizerBase, profile: Profile, messages: Sequence[Message]) -> str:
    """The conversation with its last turn over: what the template puts behind a turn is behind it. For training."""
    return _apply(tokenizer, profile, [_turn(m) for m in messages], goes_on=False)


def _turn(message: Message) -> dict[str, Any]:
    turn: dict[str, Any] = {"role": message.role, "content": message.content}
    if message.cell is not None:
        call = {"name": TOOL, "arguments": {"code": message.cell}}
        turn["tool_calls"] = [{"type": "function", "function": call}]
    if message.role == "tool":
        turn["name"] = TOOL
    return turn


def _apply(
    tokenizer: PreTrainedTokenizerBase, profile: Profile, turns: list[dict[str, Any]], *, goes_on: bool = True
) -> str:
    own = tokenizer.chat_template is not None
    options: dict[str, Any] = {"add_generation_prompt": goes_on, "tokenize": False}
    if profile.dialect == "calls":
        options["tools"] = [SCHEMA]
    if not own:
        options["chat_template"] = profile.template or PLAIN_TEMPLATE
    try:
        text = str(tokenizer.apply_chat_template(turns, **options))
    except TemplateError:
        if not turns or turns[0]["role"] != "system":
            raise
        text = str(tokenizer.apply_chat_template(_without_system(turns), **options))
    return text if own else _first_token(tokenizer) + text


def _without_system(turns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For templates that refuse a system's turn: it is said at the beginning of the user's."""
    system, *others = turns
    at = next((n for n, t in enumerate(others) if t["role"] == "user"), None)
    if at is None:
        return others
    said = f"{system['content']}\n\n{others[at]['content']}"
    return [*others[:at], others[at] | {"content": said}, *others[at + 1 :]]


def _first_token(tokenizer: PreTrainedTokenizerBase) -> str:
    """What the tokenizer itself puts in front of every text; a template of its own would have it."""
    first = tokenizer("").input_ids[:1]
    return str(tokenizer.bos_token) if first and first[0] == tokenizer.bos_token_id else ""
