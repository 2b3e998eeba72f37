"""What one turn knows of its tutoring: a solution that is kept back, the rungs that are shown, tries, explanations. Pure state, no HTML.

What is not revealed is here, on the server, and nowhere in what the browser gets.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from solver.events import Done, Event, Failure, Methods, Waiting
from solver.tutor import Ladder, Rung, Worked, worked
from solver.tutor.explaining import Level
from solver.tutor.sets import PracticeSet
from solver.tutor.tries import BEFORE_HELP, Try
from solver.verify.verdicts import LineVerdict

Notice: TypeAlias = Literal["", "looking", "none-similar", "no-ladder", "refuted"]
Explained: TypeAlias = Literal["why", "more"]


@dataclass
class Coaching:
    """Beside a turn. In `practise` its solution is kept back until it is revealed.

    Attributes:
        events: what came and is not shown.
        picture: a cell that draws what the problem gives, until it was drawn.
        shown: so many rungs are; `helped_at` so many answers were given before the last of them.
        opened: for each line of the solution that was clicked, what is told of it.
        work: the student's own lines with what is said of each; None until the place for them is opened.
        set: the practice set that this problem belongs to; `counted` once its result is in it,
            `decked` once the student's cards know of it.
    """

    practise: bool
    events: list[Event] = field(default_factory=list)
    solution: Worked | None = None
    ladder: Ladder | None = None
    details: tuple[tuple[str, ...], ...] = ()
    picture: str | None = None
    shown: int = 0
    helped_at: int = 0
    revealed: bool = False
    tries: list[Try] = field(default_factory=list)
    opened: dict[int, tuple[Explained, Level]] = field(default_factory=dict)
    work: list[tuple[str, LineVerdict]] | None = None
    notice: Notice = ""
    set: PracticeSet | None = None
    counted: bool = False
    decked: bool = False
    waiting: Waiting | None = None
    said: int = 0
    """So many times something new was said; the page announces each once."""
    tried_at: int = 0
    judged_at: int = 0
    """What was said then was about an answer, or about the student's lines."""

    def take(self, event: Event) -> None:
        """Keep an event back."""
        self.waiting = event if isinstance(event, Waiting) else None
        self.events.append(event)

    def done(self) -> Done:
        """How the private solving ended."""
        return next((e for e in reversed(self.events) if isinstance(e, Done)), Done("failed"))

    def failure(self) -> Failure | None:
        """Why it came to nothing, if it did."""
        return next((e for e in self.events if isinstance(e, Failure)), None)

    def methods(self) -> Methods | None:
        """Other ways, once the idea was told: their names would give it away."""
        idea = any(r.kind == "idea" for r in self.rungs())
        return next((e for e in self.events if isinstance(e, Methods)), None) if idea else None

    def rungs(self) -> tuple[Rung, ...]:
        """Those that are shown."""
        return self.ladder.rungs[: self.shown] if self.ladder is not None else ()

    def solve(self) -> None:
        """Take the solution out of what came."""
        self.solution = worked(self.events)

    @property
    def is_hidden(self) -> bool:
        """Whether there is something that is kept back."""
        return self.practise and not self.revealed and self.solution is not None

    @property
    def can_climb(self) -> bool:
        """Whether there is a rung before the reveal."""
        return self.is_hidden and self.ladder is not None and self.shown < len(self.ladder.rungs) - 1

    @property
    def is_solved(self) -> bool:
        """Whether the student found the answer."""
        return any(t.is_done for t in self.tries)

    @property
    def needs_help(self) -> bool:
        """Whether the next hint is offered: so many wrong answers since the last one."""
        wrong = [t for t in self.tries[self.helped_at :] if t.right is False]
        return len(wrong) >= BEFORE_HELP and not self.is_solved and self.can_climb

    def climb(self, *, to_line: bool) -> None:
        """One rung more; `to_line`: up to the next whole line of the solution."""
        if not self.can_climb or self.ladder is None:
            return
        self.helped_at = len(self.tries)
        self.shown += 1
        while to_line and self.can_climb and self.ladder.rungs[self.shown - 1].kind != "line":
            self.shown += 1
        self.said += 1

    def tried(self, one: Try) -> None:
        """The student gave an answer."""
        self.tries.append(one)
        self.said += 1
        self.tried_at = self.said

    def worked(self) -> None:
        """The student's lines were judged."""
        self.said += 1
        self.judged_at = self.said

    def hints(self) -> int:
        """So many rungs were taken."""
        return self.shown
