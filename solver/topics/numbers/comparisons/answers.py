"""What somebody's answer to a question about size says: numbers, names of options, signs, yes or no.

Nothing is judged here: that is done by the check that is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from solver.formula import FormulaError, python_name
from solver.topics.cells import cell, exact_source
from solver.topics.numbers.comparisons.quantities import Quantity, letters, quantity

MAX_ANSWER: Final = 4000
_WRAPPED: Final = re.compile(r"\\(?:text|mathrm|mbox|boxed)\s*\{([^{}]*)\}")
_SIGNS: Final = {
    r"\\leq?(?![a-z])(?:slant)?|≤": "<=", r"\\geq?(?![a-z])(?:slant)?|≥": ">=", r"\\lt(?![a-z])|＜|小于": "<", r"\\gt(?![a-z])|＞|大于": ">",
    r"＝|等于|相等": "=",
}  # fmt: skip
_GROUP: Final = r",(?!\d{3}(?!\d))"
_NONE: Final = re.compile(r"(?i)\s*(?:none|no(?:ne)? of them|没有|无|都不是)\s*[.。]?\s*")
_NO: Final = re.compile(r"(?i)\bno\b|\bnot\b|n't|false|wrong|incorrect|untrue|unequal|不|错|否|×|\\times")
_YES: Final = re.compile(r"(?i)\byes\b|true|\bcorrect|\bright\b|是|对|正确|√|✓")


@dataclass(frozen=True, slots=True)
class Claim:
    """Numbers in the order of an answer, and the signs between them (a comma where none stands)."""

    numbers: tuple[Quantity, ...]
    signs: tuple[str, ...]
    places: tuple[int, ...] | None = None
    """Where only names of options are given: their places in the list of options."""


def unwrapped(answer: str) -> str:
    """The answer without delimiters and boxes of text, with `<` and the like in one form."""
    text = answer
    for _ in range(3):
        text = _WRAPPED.sub(r" \1 ", text)
    text = re.sub(r"\\[()\[\]]|\$|\\q?quad|\\[,;:! ]|\\left(?=[<>])", " ", text)
    for pattern, sign in _SIGNS.items():
        text = re.sub(pattern, f" {sign} ", text)
    return text.strip().rstrip(".。")


def yes_or_no(answer: str) -> bool | None:
    """Whether the answer agrees; None where it says neither."""
    text = _WRAPPED.sub(r" \1 ", answer)
    return False if _NO.search(text) else True if _YES.search(text) else None


def is_none(answer: str) -> bool:
    """Whether the answer is that there is none."""
    return _NONE.fullmatch(unwrapped(answer)) is not None


def claim(answer: str, options: Sequence[Quantity], values: Mapping[str, Any], expected: int) -> Claim | None:
    """The numbers or options that an answer names; None where it names anything else.

    `expected` is how many a right answer has: it tells whether `5,100` may be two numbers.
    """
    if len(answer) > MAX_ANSWER:
        return None
    text = re.sub(
        r"(?i)(?<![A-Za-z\\])(?:and|or|option|answer is)(?![A-Za-z])|和|与|选项?|、|;",
        _word,
        unwrapped(answer),
    )
    found = _parts(text, _GROUP)
    if len(found[0]) != expected and len((single := _parts(text, ","))[0]) == expected:
        found = single
    parts, signs = found
    labels = {q.label.lower(): place for place, q in enumerate(options) if q.label}
    numbers, places = list[Quantity](), list[int]()
    for part in parts:
        place = labels.get(part.strip(" ().:").lower())
        named = re.fullmatch(r"\(?\s*([A-Ha-h])\s*[).:]+\s*(.+)", part.strip())
        if place is not None:
            places.append(place)
            numbers.append(options[place])
            continue
        if named and labels:
            place, part = labels.get(named[1].lower()), named[2]
        try:
            number = quantity(part, values)
        except FormulaError:  # 1/0
            return None
        if number is None:
            return None
        if named and labels and (place is None or options[place].value != number.value):
            return None
        if named and labels and place is not None:
            places.append(place)
        numbers.append(number)
    only_names = len(places) == len(numbers)
    return Claim(tuple(numbers), tuple(signs), tuple(places) if only_names and places else None)


def _word(match: re.Match[str]) -> str:
    return "," if match[0].lower() in ("and", "or", "和", "与", "、", ";") else " "


def _parts(text: str, comma: str) -> tuple[list[str], list[str]]:
    """The parts of a list and the signs between them; `, and` is one comma."""
    pieces = re.split(rf"({comma}|<=|>=|[<>=])", re.sub(r",\s*,", ",", text))
    return pieces[::2], pieces[1::2]


def source_of(
    numbers: Sequence[Quantity],
    claimed: Sequence[Quantity],
    values: Mapping[str, Any],
    *lines: str,
) -> str:
    """A cell that knows the letters, the list `numbers` and the list `claimed`, and ends with `lines`."""
    given = [f"numbers = [{', '.join(q.source for q in numbers)}]"] if numbers else []
    said = [f"claimed = [{', '.join(exact_source(q.value) for q in claimed)}]"] if claimed else []
    return cell(*letter_lines(numbers, values), *given, *said, *lines)


def letter_lines(numbers: Sequence[Quantity], values: Mapping[str, Any]) -> list[str]:
    """Lines that give the letters among the numbers their values."""
    return [f"{python_name(k)} = {exact_source(v)}" for k, v in letters(numbers, values).items()]
