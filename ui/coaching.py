"""What one turn knows of its tutoring: a solution that is kept back, the rungs that are shown, tries, explanations. Pure state, no HTML.

What is not revealed is here, on the server, and nowhere in what the browser gets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, assert_never

from solver.acts import Act, Attempt, Hint, Judged, Reveal, Work
from solver.classroom import Lock, Opening
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
        began_s: when the problem was begun, in seconds since 1970.
        opening: what a class that keeps solutions closed still waits for; None where this one may be shown.
        acts: what the student did, in order; so many of them are `kept`.
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
    began_s: float = 0.0
    opening: Opening | None = None
    acts: list[Act] = field(default_factory=list)
    kept: int = 0
    set: PracticeSet | None = None
    counted: bool = False
    decked: bool = False
    waiting: Waiting | None = None
    said: int = 0
    """So many times something new was said; the page announces each once."""
    tried_at: int = 0
    judged_at: int = 0
    refused_at: int = 0
    """What was said then was about an answer, about the student's lines, or that the solution is closed."""

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
        """Whether there is a rung before the reveal; where the solution is closed, its last line is, too."""
        if not self.is_hidden or self.ladder is None or self.shown >= len(self.ladder.rungs) - 1:
            return False
        rung = self.ladder.rungs[self.shown]
        return self.opening is None or rung.kind != "line" or rung.upto < len(self.ladder.lines)

    @property
    def is_solved(self) -> bool:
        """Whether the student found the answer."""
        return any(t.is_done for t in self.tries)

    @property
    def needs_help(self) -> bool:
        """Whether the next hint is offered: so many wrong answers since the last one."""
        wrong = [t for t in self.tries[self.helped_at :] if t.right is False]
        return len(wrong) >= BEFORE_HELP and not self.is_solved and self.can_climb

    def look(self, lock: Lock | None, now_s: float) -> None:
        """Whether the solution may be shown now. One who has found the answer may see it."""
        if lock is None or self.is_solved:
            self.opening = None
        else:
            answers = {t.answer for t in self.tries if t.right is not None}
            self.opening = lock.holds(began_s=self.began_s, attempts=len(answers), now_s=now_s)

    def climb(self, *, to_line: bool) -> None:
        """One rung more; `to_line`: up to the next whole line of the solution."""
        if not self.can_climb or self.ladder is None:
            return
        self.helped_at = len(self.tries)
        self._take_rung(self.ladder)
        while to_line and self.can_climb and self.ladder.rungs[self.shown - 1].kind != "line":
            self._take_rung(self.ladder)
        self.said += 1

    def _take_rung(self, ladder: Ladder) -> None:
        kind = ladder.rungs[self.shown].kind
        self.shown += 1
        if kind != "reveal":
            self.acts.append(Hint(kind))

    def tried(self, one: Try) -> None:
        """The student gave an answer."""
        self.tries.append(one)
        self.acts.append(Attempt(one.answer, one.right, one.form, one.why, one.slip))
        self.said += 1
        self.tried_at = self.said

    def worked(self, work: list[tuple[str, LineVerdict]]) -> None:
        """The student's lines were judged."""
        self.work = work
        lines = (Judged(line, v.verdict, v.why, v.slip, v.follows_wrong) for line, v in work)
        self.acts.append(Work(tuple(lines)))
        self.said += 1
        self.judged_at = self.said

    def reveal(self) -> None:
        """The solution is shown."""
        self.acts.append(Reveal())
        self.revealed, self.notice = True, ""
        self.shown = len(self.ladder.rungs) if self.ladder is not None else 0
        self.said += 1

    def resume(self, acts: Sequence[Act]) -> None:
        """Go on where these acts ended, as after a reload: the same rungs are shown, the same answers were given."""
        self.acts, self.kept = list(acts), len(acts)
        for act in acts:
            match act:
                case Hint():
                    self.shown, self.helped_at = self.shown + 1, len(self.tries)
                case Attempt(answer=answer, right=right, form=form, why=why, slip=slip):
                    self.tries.append(Try(answer, right, form, why, slip))
                case Work(lines=lines):
                    self.work = [
                        (j.line, LineVerdict(j.verdict, j.why, slip=j.slip, follows_wrong=j.follows_wrong))
                        for j in lines
                    ]
                case Reveal():
                    pass  # the store knows of it by itself, and does not keep the solution back
                case _:
                    assert_never(act)

    def hints(self) -> int:
        """So many rungs were taken."""
        return self.shown
