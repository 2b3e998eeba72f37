"""What a language model answered, taken apart strictly: a part that is missing or odd is a reason to drop it, never a guess.

Knows nothing of who was asked. What a program prints is here only claimed; the stage `solve` runs it.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from typing import Any, Final

from evaluation.rows import BadData
from solver.agent.attempt import said_in
from solver.events import Event, Instruction
from solver.intake import MAX_LENGTH
from solver.latex import boxed
from solver.profiles import profile_of
from solver.segment import CellEnd, Segmenter, said
from solver.transcript import Cell, fold
from training.formats.sharegpt_calls import FORMAT

_REFUSAL: Final = re.compile(
    r"\b(?:I(?:['’]m| am) (?:sorry|unable|afraid)|I can(?:['’]t|not)|I won['’]t|as an AI)\b"
    r"|抱歉|对不起|很遗憾|我(?:无法|不能|没法)|作为.{0,6}(?:人工智能|AI|语言模型)",
    re.IGNORECASE,
)
_START: Final = re.compile(r"[\[{]")
STARTS: Final = 20
"""Brackets at which JSON may begin that are tried."""
_EATEN: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f]|\t(?:imes|heta|an\b|ext|frac|riangle|au\b|o\b)|\r(?:ight|ho\b|m\b)|\n(?:eq\b|e\b|abla|u\b)"
)
"""What a command of LaTeX becomes whose backslash was written once: `\\frac` a form feed, `\\times` a tab."""
_OBSERVED: Final = re.compile(r"```(?:[a-z]*\n)?(.*?)```", re.DOTALL)
_TITLE: Final = re.compile(r"\A\s*(?:题目|问题|problem)\s*[:：]\s*", re.IGNORECASE)
SEED: Final = profile_of("stepwise")
_SPEAKERS: Final = frozenset(("human", "gpt", "function_call", "observation"))


class Unusable(ValueError):
    """An answer cannot be used; `reason` is a key that is counted."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail[:200]


@dataclass(frozen=True, slots=True)
class Found:
    """What an answer had of these."""

    problem: str = ""
    answer: str = ""
    events: tuple[Event, ...] = ()


def conversation(text: str) -> Found:
    """A problem with its solution in one of the seed's forms: human begins, gpt ends, a program with its output is in between.

    Raises:
        Unusable: it is not that.
    """
    value = _json(text)
    turns = value.get("conversations") if isinstance(value, dict) else value
    if not isinstance(turns, list) or not turns or not all(map(_is_turn, turns)):
        raise Unusable("wrong-form", "not a list of `from` and `value`")
    if turns[0]["from"] != "human" or turns[-1]["from"] != "gpt":
        raise Unusable("wrong-form", "it begins with human and ends with gpt")
    try:
        told = FORMAT.read({"conversations": [turns[0], *map(_bare, turns[1:])]}, SEED)
    except BadData as error:
        raise Unusable("wrong-form", str(error)) from error
    cells = [block for block in fold(told.events) if isinstance(block, Cell)]
    if any(isinstance(e, Instruction) for e in told.events) or any(c.outputs and not c.source for c in cells):
        raise Unusable("wrong-form", "an output without a program, or a turn of somebody else")
    if not cells:
        raise Unusable("no-code")
    for cell in cells:
        _program(cell.source)
    if not (answer := boxed(turns[-1]["value"])):
        raise Unusable("no-answer", turns[-1]["value"])
    return Found(_problem(told.problem), answer, told.events)


def _bare(turn: dict[str, str]) -> dict[str, str]:
    """A turn that says what a program printed, without the sentence and the fence around it."""
    shown = _OBSERVED.search(turn["value"]) if turn["from"] in ("human", "observation") else None
    return {"from": "observation", "value": shown[1]} if shown else turn


def posed(text: str, *, answered: bool) -> Found:
    """A problem, with its answer where one was asked for: `{"problem": …, "answer": …}`.

    Raises:
        Unusable: it is not that.
    """
    value = _json(text)
    if not isinstance(value, dict) or not isinstance(value.get("problem"), str):
        raise Unusable("wrong-form", "not an object with `problem`")
    if not answered:
        return Found(_problem(value["problem"]))
    answer = value.get("answer")
    if isinstance(answer, int) and not isinstance(answer, bool):
        answer = str(answer)
    if not isinstance(answer, str) or not (answer := answer.strip().strip("$").strip()):
        raise Unusable("no-answer")
    return Found(_problem(value["problem"]), boxed(answer) or answer)


def program(text: str) -> Found:
    """Reasoning with one program behind it. What was written behind that was written without seeing its output, and is left out.

    Raises:
        Unusable: it is not that.
    """
    segmenter, events = Segmenter(), list[Event]()
    for segment in [*segmenter.feed(_spoken(text)), *segmenter.close()]:
        if isinstance(segment, CellEnd):
            _program(segment.source)
            return Found(events=tuple(events))
        events.append(segment)
    raise Unusable("refusal" if _REFUSAL.search(said_in(events)) else "no-code", text)


def _spoken(text: str) -> str:
    spoken = said(text).strip()
    if not spoken:
        raise Unusable("empty")
    return spoken


def _json(text: str) -> Any:
    """The first JSON in an answer; what stands around it (a fence, a sentence) is left out.

    Where one breaks off, nothing within it is taken for the whole.
    """
    spoken, decoder, at = _spoken(text), json.JSONDecoder(), 0
    reason, detail = "refusal" if _REFUSAL.search(spoken) else "not-json", spoken
    for _ in range(STARTS):
        start = _START.search(spoken, at)
        if start is None:
            break
        try:
            value, at = decoder.raw_decode(spoken, start.start())
        except json.JSONDecodeError as error:
            detail = f"{error.msg}: {spoken[max(0, error.pos - 40) : error.pos + 40]}"
            if "Unterminated" in error.msg or not spoken[error.pos :].strip("` \n"):
                raise Unusable("half-json", detail) from error
            if "escape" in error.msg:
                raise Unusable("bad-escape", detail) from error
            at = max(error.pos, start.end())
        except RecursionError as error:
            raise Unusable("not-json", "nested too deep") from error
        else:
            if isinstance(value, dict | list) and value:
                if _eaten(value):
                    raise Unusable("bad-escape", "a command of LaTeX has lost its backslash")
                return value
    raise Unusable(reason, detail)


def _eaten(value: Any) -> bool:
    if isinstance(value, str):
        return _EATEN.search(value) is not None
    if isinstance(value, dict):
        return any(_eaten(v) for k, v in value.items()) and value.get("from") != "function_call"
    return isinstance(value, list) and any(map(_eaten, value))


def _is_turn(turn: Any) -> bool:
    return (
        isinstance(turn, dict)
        and all(isinstance(turn.get(name), str) for name in ("from", "value"))
        and turn["from"] in _SPEAKERS
        and bool(turn["value"].strip())
    )


def _problem(text: str) -> str:
    found = _TITLE.sub("", text).strip()
    if not found:
        raise Unusable("no-problem")
    if len(found) > MAX_LENGTH:
        raise Unusable("too-long", found)
    return found


def _program(source: str) -> None:
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Unusable("broken-code", str(error)) from error
    if not body:
        raise Unusable("no-code")
