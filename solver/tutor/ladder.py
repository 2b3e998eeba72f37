"""The ladder of hints to one problem: from what is asked to the whole solution, one rung at a click.

Made of a solution that was found and checked before; every line on it is a line of that solution.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from solver.ports import Language, Problem
from solver.topics.base import Words
from solver.tutor.asked import asked_and_known
from solver.tutor.formulas import normal, sides
from solver.tutor.gaps import gap_in, without_formulas
from solver.tutor.ideas import idea_for
from solver.tutor.lines import Worked
from solver.tutor.statements import Secret, secret_of

Kind: TypeAlias = Literal["asked", "idea", "gap", "line", "reveal"]
SAFE: Final = 3
"""So many rungs do not contain the answer."""
_MAX_LEAD: Final = 2
_REVEAL: Final = Words("Here is the whole solution.", "下面是完整的解答。")
_SELF: Final = Words(
    "The idea and what is known are enough for the next line. Write it yourself, then compare.",
    "有了思路和已知条件，下一行可以自己写出来，写完再对照。",
)


@dataclass(frozen=True, slots=True)
class Rung:
    """One hint.

    Attributes:
        text: what is shown, Markdown.
        line: of a gap or a line, the line of the solution that it is made of; else empty.
        upto: so many lines of the solution are shown once this rung is.
    """

    kind: Kind
    text: str
    line: str = ""
    upto: int = 0


@dataclass(frozen=True, slots=True)
class Ladder:
    """All rungs from the first to the reveal. `topic` is the one of the built-in tutor that reads the problem, if any."""

    rungs: tuple[Rung, ...]
    topic: str | None = None
    lines: tuple[str, ...] = field(default=())

    def with_idea(self, said: str) -> Ladder:
        """The same ladder with its idea in other words."""
        rungs = (replace(r, text=said) if r.kind == "idea" else r for r in self.rungs)
        return replace(self, rungs=tuple(rungs))


def ladder_of(
    problem: Problem, solution: Worked, *, topic: str | None = None, method: str | None = None
) -> Ladder:
    """The ladder to a solution. `topic` and `method` are those of the built-in tutor, where it reads the problem."""
    language = problem.language
    secret = secret_of(solution.answer, problem.text)
    idea = idea_for(
        problem.text, language, topic=topic, method=method, is_safe=lambda t: not secret.stated_in(t)
    )
    rungs = [Rung("asked", asked_and_known(problem.text, language)), Rung("idea", idea)]
    shown, done = problem.text, 0
    while done < len(solution.lines):
        end = done + _lead(solution.lines[done:], shown, secret)
        line = "\n\n".join(solution.lines[done:end])
        rungs += _two(line, secret, shown, language, upto=end, at=len(rungs))
        shown, done = f"{shown}\n{line}", end
    if len(rungs) < SAFE:
        rungs.append(Rung("gap", _SELF.say(language)))
    rungs.append(Rung("reveal", _REVEAL.say(language), upto=len(solution.lines)))
    return Ladder(tuple(rungs), topic, solution.lines)


def _two(line: str, secret: Secret, shown: str, language: Language, *, upto: int, at: int) -> list[Rung]:
    """A line with a gap, then the line; or the line alone where it has nothing to leave out."""
    gap = gap_in(line, secret, before=shown)
    whole = Rung("line", line, line, upto)
    if gap is not None and not secret.stated_in(gap.text):
        return [Rung("gap", gap.text, line, upto - 1), whole]
    if at + 1 > SAFE or not secret.stated_in(line):
        return [whole]
    words = without_formulas(line)
    text = words.text if words and not secret.stated_in(words.text) else _SELF.say(language)
    return [Rung("gap", text, line, upto - 1), whole]


def _lead(lines: tuple[str, ...], shown: str, secret: Secret) -> int:
    """How many lines belong together: those that only say the problem again go with the line behind them."""
    before, count = normal(shown), 1
    for line in lines[: min(_MAX_LEAD, len(lines) - 1)]:
        formulas = sides(line)
        new = any(s.relation for s in formulas) and not all(normal(s.text) in before for s in formulas)
        if new or secret.stated_in(line):
            break
        count += 1
    return count
