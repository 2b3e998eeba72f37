"""One turn: a problem and the events that have come for it, folded. Pure: no HTML, no Gradio, no clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias, assert_never

from solver.events import (
    Answer,
    Check,
    Code,
    Done,
    Event,
    Failure,
    Figure,
    Instruction,
    Methods,
    Output,
    Reason,
    Reasoning,
    Usage,
    Verdict,
    Waiting,
)
from solver.ports import Problem
from ui.cells import Cell
from ui.coaching import Coaching
from ui.pictures.album import Kept

Phase: TypeAlias = Literal[
    "starting", "waiting", "thinking", "writing", "coding", "running", "checking", "stopping"
]
# "gone": they were lost, and running the cells again did not bring them back
Variables: TypeAlias = Literal["there", "lost", "restoring", "restored", "gone"]


@dataclass
class Prose:
    """Reasoning of one part."""

    text: str = ""


@dataclass
class Turn:
    """One problem and what has come for it so far."""

    id: str
    problem: Problem
    prose: dict[int, Prose] = field(default_factory=dict)
    cells: dict[int, Cell] = field(default_factory=dict)
    instructions: list[Instruction] = field(default_factory=list)
    order: list[tuple[Literal["prose", "cell", "instruction"], int]] = field(default_factory=list)
    waiting: Waiting | None = None
    answer: Answer | None = None
    checks: list[Check] = field(default_factory=list)
    methods: Methods | None = None
    failure: Failure | None = None
    ended: Reason | None = None
    phase: Phase = "starting"
    took_s: float | None = None
    variables: Variables = "there"
    lost_in: int | None = None  # the cell that took them with it
    broken_off: bool = False  # its end never came: the server was restarted, or the page was left
    elsewhere: bool = False  # another tab is solving it
    unkept: str | None = None  # why it is not kept, a code of `SolverError`
    coaching: Coaching | None = None  # beside it, where its session tutors
    picture: Kept | None = None  # that the problem was read from

    def apply(self, event: Event) -> None:
        """Take in one event. How text was cut into deltas makes no difference to the end."""
        self._end_cells_before(event)
        self.waiting = event if isinstance(event, Waiting) else None
        match event:
            case Reasoning(part=part, delta=delta):
                prose = self._prose(part)
                prose.text += delta
                self.phase = "thinking" if _thinking(prose.text) else "writing"
            case Code(part=part, delta=delta):
                cell = self._cell(part)
                cell.source += delta
                cell.original = cell.source
                self.phase = "checking" if cell.check else "coding"
            case Output(part=part):
                self._cell(part).add(event)
            case Figure(part=part):
                self._cell(part).figures.append(event)
            case Answer():
                self.answer, self.phase = event, "checking"
            case Check():
                self.checks.append(event)
            case Instruction():
                self.order.append(("instruction", len(self.instructions)))
                self.instructions.append(event)
            case Waiting():
                self.phase = "waiting"
            case Usage():
                pass
            case Methods():
                self.methods = event
            case Failure():
                self.failure = event
                self._note_loss(event, max(self.cells, default=None))
            case Done(reason=reason):
                self.ended = reason
            case _:
                assert_never(event)

    def break_off(self) -> None:
        """No more comes: what is there was kept, the rest was lost with the process that made it."""
        self.apply(Done("stopped"))
        self.broken_off = True

    def tick(self) -> None:
        """No event came for a while: a cell that was being written is by now running."""
        for cell in self.cells.values():
            cell.running = cell.running or cell.writing
            cell.writing = False
        if self.phase == "coding":
            self.phase = "running"

    def rerun(self, part: int, source: str) -> None:
        """A reader changed cell `part`; its old output goes.

        Raises:
            KeyError: no such cell.
        """
        self.cells[part].begin_again(source)

    def rerun_event(self, event: Event, part: int) -> None:
        """Take in one event of that second run; only what belongs to the cell has a place to go."""
        cell = self.cells[part]
        match event:
            case Output():
                cell.add(event)
            case Figure():
                cell.figures.append(event)
            case Failure(message=message):
                cell.add(Output(part=part, stream="error", text=message))
                self._note_loss(event, part)
            case Done(reason=reason):
                cell.end(interrupted=reason == "stopped")
            case Reasoning() | Code() | Answer() | Check() | Instruction() | Waiting() | Usage() | Methods():
                pass
            case _:
                assert_never(event)

    def restore(self) -> None:
        """The reader wants the lost variables back; `restore_event` tells what comes of it."""
        self.variables = "restoring"

    def restore_event(self, event: Event) -> None:
        """Take in one event of the restoring; its cells say nothing again."""
        match event:
            case Done(reason=reason):
                if reason == "answered":
                    self.variables = "restored"
                elif self.variables == "restoring":  # stopped, or the kernel died of it
                    self.variables = "lost"
            case Failure(code="kernel-died" | "kernel-unavailable"):
                pass
            case Failure():
                self.variables = "gone"
            case _:
                pass

    def _note_loss(self, failure: Failure, part: int | None) -> None:
        if failure.code == "kernel-died":
            self.variables, self.lost_in = "lost", part

    @property
    def stale(self) -> bool:
        """Whether a cell is no longer the one that led to the answer."""
        return any(cell.edited for cell in self.cells.values())

    def verdict(self) -> Verdict | Literal["pending"]:
        """One word for all checks: a contradiction outweighs a proof; no check is "unknown"."""
        verdicts = {check.verdict for check in self.checks}
        if not verdicts and self.ended is None:
            return "pending"
        return "refuted" if "refuted" in verdicts else "proved" if "proved" in verdicts else "unknown"

    def _prose(self, part: int) -> Prose:
        if part not in self.prose:
            self.prose[part] = Prose()
            self.order.append(("prose", part))
        return self.prose[part]

    def _cell(self, part: int) -> Cell:
        if part not in self.cells:
            self.cells[part] = Cell(part=part, check=self.answer is not None)
            self.order.append(("cell", part))
        return self.cells[part]

    def _end_cells_before(self, event: Event) -> None:
        """A cell is over when anything else comes."""
        part = event.part if isinstance(event, Output | Figure | Code) else None
        stopped = isinstance(event, Done) and event.reason == "stopped"
        for cell in self.cells.values():
            if cell.part != part:
                cell.end(interrupted=stopped)


def _thinking(text: str) -> bool:
    return text.rfind("<think>") > text.rfind("</think>")
