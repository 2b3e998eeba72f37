"""What an attack is, and what is seen of one from outside.

An attack is one cell. It has got out when any of these holds:

* the cell printed a line that begins with `ESCAPED`; it may do so only after it has verified what it got;
* `proof` names a secret of the world and its value is in what the cell printed (the cell is never told it);
* `judge`, which looks from outside, says how;
* the world is not as it was before: a file, another kernel, the marker process or the server was changed, something
  was left behind, or the server's memory grew by more than `GROWTH_BYTES`. This is asked after every attack.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from solver.events import Figure, Output

if TYPE_CHECKING:
    from tests.kernels.attacks.world import World

GROWTH_BYTES: Final = 20 << 20  # KERNELS.md, section 7: main's memory under any flood
SPINNING: Final = 0.5  # of the time, after the cell is over
Event: TypeAlias = Output | Figure
# "guard": cannot succeed in a plain kernel, but a fork server could make it possible, so it must be held, too.
# "known": accepted (a side channel that files and memory limits do not close); reported, never counted.
Kind: TypeAlias = Literal["counted", "guard", "known"]
# What the server does while the cell runs: another student's cell, or a start of another kernel.
Stir: TypeAlias = Literal["", "victim", "newcomer"]


@dataclass(slots=True)
class Seen:
    """What was seen of one attack from outside, while its kernel still lived."""

    world: World
    events: Sequence[Event] = ()
    then: Sequence[Event] = ()  # of the cell in the other kernel
    heard: bytes = b""  # what reached the listeners
    signals: int = 0  # SIGUSR2 that reached the server
    seconds: float = 0.0  # until the server called the cell over
    busy: float = 0.0  # part of the second after `watch_s` in which the kernel, or what it started, ran
    folder_bytes: int = 0  # of the kernel's folder, after `watch_s`
    stalled_s: float = 0.0  # the longest time in which the server's event loop did nothing
    notes: list[str] = field(default_factory=list)  # deaths and errors, for the reader of the report

    @property
    def text(self) -> str:
        return texts(self.events)


@dataclass(frozen=True, slots=True)
class Attack:
    """One row of the battery. `source` is a cell that runs after `world.PREAMBLE`, whose names it may use."""

    id: str
    source: str
    proof: str | None = None
    judge: Callable[[Seen], str] | None = None  # how it got out, or ""
    then: str = ""  # a cell of another student's fresh kernel, run afterwards while this one still lives
    needs: tuple[str, ...] = ()  # names in `NEEDS`, or paths that must exist
    stir: Stir = ""
    watch_s: float = 0.0  # look at the kernel this long after its cell; 0: do not look
    timeout_s: float = 12.0
    kind: Kind = "counted"


NEEDS: Final[Mapping[str, Callable[[], bool]]] = {
    "root": lambda: os.geteuid() == 0,  # Unix permissions refuse it to anybody else, confined or not
    "user": lambda: os.geteuid() != 0,  # only possible where the server itself is not root
}


def unmet(attack: Attack) -> str:
    """What this machine or user lacks for `attack` to make sense, or ""."""
    for need in attack.needs:
        if not (NEEDS[need]() if need in NEEDS else Path(need).exists()):
            return need
    return ""


def texts(events: Sequence[Event]) -> str:
    """What cells printed or showed, tracebacks left out: they quote the attack's own source."""
    return "".join(e.text for e in events if isinstance(e, Output) and e.stream != "error")


def told(text: str) -> str:
    """The first line in which a cell says that it escaped, or ""."""
    return next((line.strip() for line in text.splitlines() if line.startswith("ESCAPED")), "")


def heard_it(seen: Seen) -> str:
    """A `judge`: the world's nonce reached a listener outside."""
    return "a listener was reached" if seen.world.nonce.encode() in seen.heard else ""


def signalled(seen: Seen) -> str:
    """A `judge`: the server was sent SIGUSR2."""
    return f"the server was signalled {seen.signals} times" if seen.signals else ""


def spinning(seen: Seen) -> str:
    """A `judge`: the kernel still computes although its cell is over. Needs `watch_s`."""
    return f"busy for {seen.busy:.0%} of the time after the cell" if seen.busy > SPINNING else ""
