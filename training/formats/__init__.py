"""Forms in which trainers read examples, a file each: `write` an example as a row, `read` it back.

What is written comes back: the problem, the programs with what they printed, and the answer. `row` refuses what would not,
so a file that was exported says the same as the examples that it was made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.named import named
from solver.profiles import Profile
from training.examples import Example
from training.formats.base import Format, Row, Unwritable, substance

FORMATS: Final[Mapping[str, str]] = {
    "sharegpt": "training.formats.sharegpt:FORMAT",  # `conversations` of human and gpt, as the seed trained on
    "sharegpt-calls": "training.formats.sharegpt_calls:FORMAT",  # with function_call and observation
    "alpaca": "training.formats.alpaca:FORMAT",  # instruction, input, output, as MathInstruct has it
    "messages": "training.formats.messages:FORMAT",  # a chat, for trl
}

__all__ = ["FORMATS", "Format", "Row", "Unwritable", "format_of", "row"]


def format_of(name: str) -> Format:
    """The format of that name.

    Raises:
        LookupError: there is none; the message suggests the nearest.

    >>> format_of("alpaca").name
    'alpaca'
    """
    found: Format = named(FORMATS, name, "format")
    return found


def row(form: Format, example: Example, profile: Profile) -> Row:
    """An example as a row that says the same when it is read back.

    Raises:
        Unwritable: it would not: a fence stands in a program's text, say, or there is no solution.
    """
    if not example.solved:
        raise Unwritable("no-solution", "a problem alone teaches nothing")
    made = form.write(example, profile)
    try:
        back = substance(form.read(made, profile))
    except ValueError as error:
        raise Unwritable("does-not-come-back", str(error)) from error
    for name, before, after in zip(("problem", "programs", "answer"), substance(example), back, strict=True):
        if before != after:
            raise Unwritable("does-not-come-back", f"{name}: {before!r:.80} would be read as {after!r:.80}")
    return made
