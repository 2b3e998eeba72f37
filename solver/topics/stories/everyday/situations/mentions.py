"""What a number in a story of situations is: its unit makes it a rate, a time, those who work, or a thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from solver.topics.stories.school.working import Term

Role: TypeAlias = Literal["rate", "time", "who", "thing"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A number, or what is asked for (no number), with its unit.

    Attributes:
        per: a rate: so much in each of these.
        change: "more" or "fewer": a difference is told or asked for.
        noun: what stands behind the unit.
        role: what the unit makes of a number that is no rate.
        is_whole: of these there are no parts.
    """

    unit: str
    number: Term | None
    per: str = ""
    change: Literal["", "more", "fewer"] = ""
    noun: str = ""
    role: Role = "thing"
    is_whole: bool = False
