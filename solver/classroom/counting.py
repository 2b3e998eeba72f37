"""What a class did: its problems, and its students, from what they did with each problem. Pure: nothing here knows a date."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from solver.acts import Act, Attempt, Hint, Reveal, Work


@dataclass(frozen=True, slots=True)
class Practised:
    """One problem that a member began, and what they did with it.

    Attributes:
        student: the number of the member; `name` is theirs, empty where they gave none.
        shown: its solution was shown, by asking for it or because it was demonstrated from the start.
        acts: with the seconds since the problem was begun.
    """

    student: int
    name: str
    problem: str
    language: str
    shown: bool
    acts: tuple[tuple[float, Act], ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """What came of one problem in one student's hands.

    Attributes:
        answers: as they were given, in order, with whether each was right.
        right_first: whether the first answer that could be judged was right; None where there was none.
        solved_after_s: seconds until the first right answer; None where there was none.
    """

    answers: tuple[tuple[str, bool | None], ...]
    hints: Counter[str]
    slips: Counter[str]
    right_first: bool | None
    solved_after_s: float | None
    checked: int
    shown: bool


@dataclass(slots=True)
class Tally:
    """Sums over some courses: of one problem, of one student, or of the class.

    Attributes:
        begun: problems that were begun; `students` who did so.
        attempts: answers that were given; `checked` so many times own lines were checked.
        right_first, judged: first answers that were right, and all first answers that could be judged.
        solved: with a right answer before the solution was shown.
        answers: the wrong ones as they were given, with how often.
        times_s: seconds until the first right answer, of those solved.
    """

    begun: int = 0
    students: set[int] = field(default_factory=set)
    attempts: int = 0
    checked: int = 0
    right_first: int = 0
    judged: int = 0
    solved: int = 0
    shown: int = 0
    hints: Counter[str] = field(default_factory=Counter)
    slips: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    times_s: list[float] = field(default_factory=list)

    def add(self, student: int, course: Course) -> None:
        """One more course."""
        self.begun += 1
        self.students.add(student)
        self.attempts += len(course.answers)
        self.checked += course.checked
        self.right_first += course.right_first is True
        self.judged += course.right_first is not None
        self.solved += course.solved_after_s is not None
        self.shown += course.shown
        self.hints += course.hints
        self.slips += course.slips
        self.answers += Counter(answer for answer, right in course.answers if right is False)
        if course.solved_after_s is not None:
            self.times_s.append(course.solved_after_s)

    @property
    def median_s(self) -> float | None:
        """The usual time until a right answer, in seconds; None where there was none."""
        return statistics.median(self.times_s) if self.times_s else None


@dataclass(frozen=True, slots=True)
class ClassTally:
    """All that is counted of a class; problems those first that most students began, students by their numbers.

    Attributes:
        problems: by text and language.
        students: by number and name.
    """

    whole: Tally
    problems: dict[tuple[str, str], Tally]
    students: dict[tuple[int, str], Tally]


def course_of(practised: Practised) -> Course:
    """What came of one problem until its solution was shown. The same slip in the same line counts once, however often it was checked."""
    answers: list[tuple[str, bool | None]] = []
    hints, slips = Counter[str](), set[tuple[str, str]]()
    checked, shown, solved_s = 0, practised.shown, None
    for after_s, act in practised.acts:
        match act:
            case Hint(rung=rung):
                hints[rung] += 1
            case Attempt(answer=answer, right=right, slip=slip):
                answers.append((answer, right))
                slips |= {(answer, slip)} if slip else set()
                if right and solved_s is None:
                    solved_s = after_s
            case Work(lines=lines):
                checked += 1
                slips |= {(line.line, line.slip) for line in lines if line.verdict == "wrong" and line.slip}
            case Reveal():
                shown = True
                break
            case _:
                assert_never(act)
    first = next((right for _, right in answers if right is not None), None)
    named = Counter(slip for _, slip in slips)
    return Course(tuple(answers), hints, named, first, solved_s, checked, shown)


def counted(practised: Iterable[Practised], members: Sequence[tuple[int, str]] = ()) -> ClassTally:
    """The sums of a class. `members` are those who may have begun nothing yet.

    >>> begun = Practised(3, "", "x + 1 = 2", "en", False, ((9.0, Hint("idea")), (20.0, Attempt("1", True))))
    >>> whole = counted([begun]).whole
    >>> whole.right_first, dict(whole.hints), whole.median_s
    (1, {'idea': 1}, 20.0)
    """
    whole, problems, students = (
        Tally(),
        defaultdict[tuple[str, str], Tally](Tally),
        defaultdict[tuple[int, str], Tally](Tally),
    )
    for member in sorted(members):
        students[member] = Tally()
    for one in practised:
        course = course_of(one)
        key = (" ".join(one.problem.split()), one.language)
        for tally in (whole, problems[key], students[one.student, one.name]):
            tally.add(one.student, course)
    ordered = sorted(
        problems.items(), key=lambda item: -len(item[1].students)
    )  # stable: else as they were begun
    return ClassTally(whole, dict(ordered), dict(sorted(students.items())))
