"""What a student asks of the tutor beside a solution: hints, an answer judged, a similar problem, a short set, why a step is allowed.

Between `ui.handlers`, which owns students and runs, and the session, which solves; keeps nothing but each turn's `Coaching`.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncGenerator, Callable, Collection, Sequence
from contextlib import aclosing
from typing import Any, Final, Protocol, TypeAlias, runtime_checkable

from solver.classroom import Lock
from solver.errors import SolverError
from solver.events import Event, Failure
from solver.intake import accept
from solver.models.coach import Coach, Coached
from solver.ports import Exercise, Language, Problem
from solver.tutor import Worked
from solver.tutor.boxes import deck_of
from solver.tutor.difficulty import levels
from solver.tutor.explaining import LEVELS, Level
from solver.tutor.ideas import kind_of
from solver.tutor.sets import SIZE, PracticeSet
from solver.tutor.tries import Try
from solver.variation import specimens
from solver.verify.refusals import MAX_LINES
from solver.verify.verdicts import LineVerdict
from ui.coaching import Coaching, Explained
from ui.turn import Turn

Take: TypeAlias = Callable[[Event], None]
Data: TypeAlias = dict[str, Any]

POOL: Final = 9
"""Problems that a set chooses from by level: three of each."""
PATIENCE_S: Final = 25.0
"""After that a set begins with what was found."""
MODELS: Final = 3
LONGEST_ANSWER: Final = 400
MOST_TRIES: Final = 50
LONGEST_WORK: Final = 20_000
"""Characters that are looked at; the judge itself says when it is too much."""


class CheckWork(Protocol):
    """Judges the lines of a student's work."""

    async def __call__(
        self,
        problem: Problem,
        lines: Sequence[str],
        *,
        shown: Collection[str] = ...,
        solved: str | None = ...,
    ) -> tuple[LineVerdict, ...]: ...


@runtime_checkable
class Tutor(Protocol):
    """What tutoring needs of a session; one that only solves is left alone."""

    async def ladder(self, problem: Problem, solution: Worked, *, model: str = ...) -> Coached | None: ...
    async def judge(self, problem: Problem, answer: str, right: str) -> Try: ...
    def vary(self, *models: Problem, seed: int = ...) -> AsyncGenerator[Exercise]: ...


def begin(turn: Turn, session: object, *, practise: bool, began_s: float | None = None) -> Take:
    """How the events of a turn are taken in: kept back in practise mode, else shown."""
    if not isinstance(session, Tutor):
        return turn.apply
    coaching = turn.coaching = Coaching(practise, began_s=time.time() if began_s is None else began_s)
    if practise:
        return coaching.take

    def both(event: Event) -> None:
        coaching.events.append(event)
        turn.apply(event)

    return both


def settle(turn: Turn) -> None:
    """Once it is solved: take the solution out of what came. Where there is none, the turn says why."""
    coaching = turn.coaching
    if coaching is None:
        return
    coaching.solve()
    if coaching.practise and coaching.solution is None:
        if (failure := coaching.failure()) is not None:
            turn.apply(failure)
        turn.apply(coaching.done())


async def prepare(turn: Turn, session: object, model: str) -> None:
    """Make the ladder of a solution that has been settled."""
    coaching = turn.coaching
    if coaching is None or not isinstance(session, Tutor):
        return
    if coaching.practise and coaching.solution is None:
        return
    if coaching.solution is not None and coaching.solution.verdict != "refuted":
        await _climbable(turn.problem, coaching, session, model if coaching.practise else "builtin")
    elif coaching.practise:
        coaching.notice = "refuted"
    if coaching.practise:
        turn.ended = "answered"
        coaching.said += 1


async def _climbable(problem: Problem, coaching: Coaching, session: Tutor, model: str) -> None:
    assert coaching.solution is not None
    try:
        found = await session.ladder(problem, coaching.solution, model=model)
    except SolverError:
        found = None
    if found is None:
        coaching.notice = "no-ladder" if coaching.practise else ""
    else:
        coaching.ladder, coaching.details, coaching.picture = found.ladder, found.details, found.picture


def hint(turn: Turn, data: Data) -> None:
    """The next rung."""
    if turn.coaching is not None:
        turn.coaching.climb(to_line=False)


def next_step(turn: Turn, data: Data) -> None:
    """All rungs up to the next whole line."""
    if turn.coaching is not None:
        turn.coaching.climb(to_line=True)


def reveal(turn: Turn, data: Data) -> None:
    """The whole solution, as it came."""
    coaching = turn.coaching
    if coaching is None or not coaching.is_hidden:
        return
    if coaching.opening is not None:  # the page says when
        coaching.said += 1
        coaching.refused_at = coaching.said
        return
    _count(turn, right=False)
    coaching.reveal()
    turn.ended = None
    for event in coaching.events:
        if not (isinstance(event, Failure) and turn.failure):
            turn.apply(event)
    turn.ended = turn.ended or "answered"


def explain(turn: Turn, data: Data) -> None:
    """Open or close what is told of one line; another level of it where one is asked for."""
    coaching, number = turn.coaching, data.get("step")
    if coaching is None or coaching.solution is None or not isinstance(number, int):
        return
    visible = len(coaching.solution.lines) if not coaching.is_hidden else _seen(coaching)
    what: Explained = "more" if data.get("what") == "more" else "why"
    if not 0 <= number < visible or (what == "more" and not coaching.details[number : number + 1]):
        return
    level: Level = next((each for each in LEVELS if each == data.get("level")), "middle")
    if (
        coaching.opened.get(number) == (what, level)
        or (what == "more" and coaching.opened.get(number, ("",))[0] == what)
        or data.get("toggle")
        and coaching.opened.get(number, ("",))[0] == what
    ):
        del coaching.opened[number]
    else:
        coaching.opened[number] = (what, level)


def _seen(coaching: Coaching) -> int:
    """So many lines of the solution are shown."""
    return max((rung.upto for rung in coaching.rungs() if rung.kind == "line"), default=0)


def open_work(turn: Turn, data: Data) -> None:
    """A place for the student's own lines."""
    if turn.coaching is not None and turn.coaching.is_hidden and turn.coaching.work is None:
        turn.coaching.work = []


def closes(lock: Lock | None) -> bool:
    """Whether a problem that is begun now is kept back, also where its solution would be shown at once."""
    now_s = time.time()
    return lock is not None and lock.holds(began_s=now_s, attempts=0, now_s=now_s) is not None


def look(turn: Turn, lock: Lock | None) -> None:
    """Whether the class of the student lets the solution be shown now; those that were shown stay so."""
    if turn.coaching is not None and not turn.coaching.revealed:
        turn.coaching.look(lock, time.time())


def nothing(turn: Turn, data: Data) -> None:
    """Only looks whether a solution that was closed is open now."""


SIMPLE: Final[dict[str, Callable[[Turn, Data], None]]] = {
    "hint": hint,
    "next": next_step,
    "show": reveal,
    "explain": explain,
    "check": open_work,
    "look": nothing,
}


async def answer(turn: Turn, data: Data, session: object) -> None:
    """Judge the student's answer; what is right closes the problem."""
    coaching, text = turn.coaching, str(data.get("answer", "")).strip()[:LONGEST_ANSWER]
    if coaching is None or coaching.solution is None or not coaching.is_hidden or not text:
        return
    if len(coaching.tries) >= MOST_TRIES:
        return
    if not isinstance(session, Tutor):
        return
    one = await session.judge(turn.problem, text, coaching.solution.answer)
    coaching.tried(one)
    if one.is_done:
        _count(turn, right=True)


async def check_work(turn: Turn, data: Data, check: CheckWork) -> None:
    """A verdict on each line that the student wrote; lines of the tutor that were shown are known as such."""
    coaching = turn.coaching
    if coaching is None or not coaching.is_hidden:
        return
    lines = [line for line in str(data.get("work", ""))[:LONGEST_WORK].splitlines() if line.strip()]
    lines = lines[: MAX_LINES + 1]  # one too many is refused, and not shown a thousand times
    shown = [rung.text for rung in coaching.rungs() if rung.kind in ("gap", "line")]
    solution = coaching.solution
    solved = solution.answer if solution is not None and solution.verdict == "proved" else None
    verdicts = await check(turn.problem, lines or [""], shown=shown, solved=solved)
    coaching.worked(list(zip(lines or [""], verdicts, strict=False)))


def _count(turn: Turn, *, right: bool) -> None:
    """A problem of a set is over: right only at the first try and without its lines."""
    coaching = turn.coaching
    if coaching is None or coaching.set is None or coaching.counted:
        return
    unaided = not any(rung.kind == "line" for rung in coaching.rungs())
    first = [t for t in coaching.tries if t.right is not None][:1]
    well = right and unaided and (not first or first[0].right is True)
    coaching.set = coaching.set.after(turn.problem.text, right=well, hints=coaching.hints())
    coaching.counted = True


def deck_after(turn: Turn, data: Data) -> list[dict[str, Any]] | None:
    """The student's cards once a problem of a set was counted, for the browser to keep; None where nothing changed."""
    coaching = turn.coaching
    if coaching is None or coaching.set is None or not coaching.counted or coaching.decked:
        return None
    coaching.decked = True
    last = coaching.set.results[-1]
    deck = deck_of(data.get("deck")).after(
        last.question, turn.problem.language, right=last.right, now_s=time.time()
    )
    return deck.as_json()


async def similar(problem: Problem, session: object) -> str | None:
    """A new problem like this one, with a proved answer; None where none was found."""
    if not isinstance(session, Tutor):
        return None
    try:
        async with aclosing(session.vary(problem, seed=secrets.randbelow(1 << 30))) as found:
            async for exercise in found:
                return exercise.question
    except SolverError:
        pass
    return None


async def new_set(problem: Problem, session: object, coach: Coach) -> PracticeSet | None:
    """A set of problems like this one, at three levels; None where none were found."""
    if not isinstance(session, Tutor):
        return None
    topic, _ = await coach.hardness(problem, ())
    models = (problem, *_alike(problem, topic)) if topic else (problem,)
    questions: list[str] = []
    started_s = time.monotonic()
    try:
        async with aclosing(session.vary(*models, seed=secrets.randbelow(1 << 30))) as found:
            async for exercise in found:
                questions.append(exercise.question)
                late = time.monotonic() - started_s > PATIENCE_S
                if len(questions) == POOL or (late and len(questions) >= SIZE):
                    break
    except SolverError:
        pass
    if not questions:
        return None
    _, scores = await coach.hardness(problem, questions)
    graded = levels(scores[1:]) if len(scores) == len(questions) + 1 else (2,) * len(questions)
    pool = tuple(zip(questions, graded, strict=True))
    return PracticeSet(problem.text, problem.language, pool, size=min(SIZE, len(pool)))


def _alike(problem: Problem, topic: str) -> list[Problem]:
    """Model problems of the same kind, for other shapes than the problem's own."""
    kind = kind_of(problem.text, topic)
    found = (p for p in specimens(topic, problem.language) if p.text != problem.text)
    return [p for p in found if kind_of(p.text, topic) == kind][:MODELS]


def due_set(data: Data) -> PracticeSet | None:
    """A set of the problems that are due again; what the browser kept is read as any problem is."""
    cards = deck_of(data.get("deck")).due(time.time())[:SIZE]
    if not cards:
        return None
    language: Language = "zh" if cards[0].language == "zh" else "en"
    found: list[tuple[str, int]] = []
    for card in cards:
        try:
            found.append((accept(card.question, language).text, 2))
        except SolverError:
            continue
    return PracticeSet("", language, tuple(found), size=len(found), repeats=True) if found else None
