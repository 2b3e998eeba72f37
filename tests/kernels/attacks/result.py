"""What came of one attack, as the server says it and the battery prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Outcome: TypeAlias = Literal["escaped", "held", "untried"]


@dataclass(frozen=True, slots=True)
class Result:
    """`spoilt`: the server is no longer as it was; the next attack needs another one."""

    id: str
    outcome: Outcome
    detail: str
    seconds: float
    spoilt: bool = False
