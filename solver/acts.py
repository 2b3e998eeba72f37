"""What a student does with a problem that is practised, as typed values in the order in which they come, and their one-line JSON.

A stream of its own beside the solution's: that one ends with `Done` and is what a model is told; acts begin where it ended and never
reach a model. The page takes up a problem again from them, and a class is counted from them.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, get_args

Rung: TypeAlias = Literal["asked", "idea", "gap", "line"]
RUNGS: Final[tuple[Rung, ...]] = get_args(Rung)
"""From the first hint to the last."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One more rung of the ladder of hints was taken."""

    rung: Rung


@dataclass(frozen=True, slots=True)
class Attempt:
    """An answer was given. `right` is None where it could not be decided; `form` says what a right one lacks, "kept" if nothing.

    `why` is what was said of it; `slip` the name of the likely slip, empty where none was recognised.
    """

    answer: str
    right: bool | None
    form: str = "kept"
    why: str = ""
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A line of a student's work with what was said of it, as in `solver.verify.verdicts.LineVerdict`."""

    line: str
    verdict: Literal["correct", "unfinished", "wrong", "unknown"]
    why: str = ""
    slip: str = ""
    follows_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """Lines of the student's own were checked."""

    lines: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Reveal:
    """The whole solution was asked for, and shown."""


Act: TypeAlias = Hint | Attempt | Work | Reveal

KINDS: Final[Mapping[str, type[Act]]] = {kind.__name__.lower(): kind for kind in get_args(Act)}


def encode(act: Act) -> str:
    """One line of JSON: the kind, then the fields.

    >>> encode(Hint("idea"))
    '{"kind": "hint", "rung": "idea"}'
    """
    return json.dumps({"kind": type(act).__name__.lower()} | dataclasses.asdict(act))


def decode(line: str) -> Act:
    """The inverse of `encode`.

    Raises:
        ValueError: the line is not an act of a known kind with just its fields.

    >>> decode('{"kind": "attempt", "answer": "7", "right": null}')
    Attempt(answer='7', right=None, form='kept', why='', slip='')
    """
    record: Any = json.loads(line)
    if not isinstance(record, dict) or record.get("kind") not in KINDS:
        raise ValueError(f"not an act: {line[:80]!r} (kinds: {', '.join(KINDS)})")
    kind = KINDS[record.pop("kind")]
    try:
        if kind is Work:
            return Work(tuple(Judged(**one) for one in record["lines"]))
        return kind(**record)
    except (TypeError, KeyError) as error:
        raise ValueError(f"wrong fields for {kind.__name__}: {error}") from error
