"""Which solutions of a problem are kept (rejection sampling): right, computed in the open, without a contradiction, each another way.

Judges by what the product's grader (`evaluation`) and the agent said; each solution that is not kept has a reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from evaluation.solving import TIME_LIMIT, Solved
from evaluation.verdicts import UNDECIDED
from solver.agent.attempt import said_in
from solver.agent.honesty import Evidence
from solver.agent.strategies.vote import majority
from solver.events import Answer, Check, Event, Failure, Output
from solver.ports import Comparison
from solver.transcript import Cell, fold
from training.cleaning import claims
from training.cleaning.base import Fault
from training.examples import Example
from training.folder import Dropped, Outcome
from training.sampling.students import kept_events
from training.sampling.ways import canonical


class Referee(Protocol):
    """Compares answers (LaTeX)."""

    async def same(self, one: str, other: str) -> bool:
        """Whether they mean the same."""
        ...

    async def compare(self, answer: str, printed: str) -> Comparison | None:
        """How one stands to what a kernel printed; None where one of them is not a single number."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A solution with what became of it. `claimed` is its stream as it came with the problem, where it did."""

    id: str
    source: str
    solved: Solved
    claimed: tuple[Event, ...] = ()


async def sift(
    problem: Example, candidates: Sequence[Candidate], referee: Referee, *, most: int, code: bool
) -> Outcome:
    """What is kept of the candidates, at most so many, the first ones of those that are as good.

    Where the problem has no reference the answer that most have counts as one, if more than half of at least two have
    it; an answer that its check has proved needs no others.
    """
    dropped, ways, kept = list[Dropped](), set[str](), list[Example]()
    winners = None if problem.reference else await _winners(candidates, referee)
    for candidate in candidates:
        row, way, example = candidate.solved.row, _way(candidate), _example(problem, candidate)
        reason, detail = fault(candidate, code=code)
        if reason:
            pass
        elif found := _claim(example):
            reason, detail = found.reason, str(found)
        elif await _contradicts(candidate, referee):
            reason, detail = "contradicts-kernel", row.answer
        elif winners is not None and candidate.id not in winners and row.checked != "proved":
            reason, detail = "outvoted" if winners else "no-majority", row.answer
        elif way in ways:
            reason = "same-way"
        elif len(kept) == most:
            reason = "more-than-most"
        else:
            ways.add(way)
            kept.append(example)
            continue
        dropped.append(Dropped(candidate.id, reason, detail))
    return Outcome(problem.id, tuple(kept), tuple(dropped))


def _way(candidate: Candidate) -> str:
    """Its program; without one, its words."""
    events = candidate.solved.events
    ran = cells(events)
    return canonical(cell.source for cell in ran) if ran else _squeezed(said_in(events))


def fault(candidate: Candidate, *, code: bool) -> tuple[str, str]:
    """Why a candidate cannot be kept by itself, as a key and a detail; empty where it can.

    Of one that came to no answer the key is that of the failure that the reader was told.
    """
    row, events = candidate.solved.row, candidate.solved.events
    if row.verdict in ("declined", "failed"):
        failures = [e.code for e in events if isinstance(e, Failure)]
        return TIME_LIMIT if TIME_LIMIT in row.note else (failures or ["failed"])[-1], row.note
    ran = cells(events)
    outputs = [o for cell in ran for o in cell.outputs if isinstance(o, Output)]
    faults = {
        "undecided": bool(row.reference) and UNDECIDED in row.note,
        "wrong-answer": bool(row.reference) and row.verdict == "wrong",
        "wrong-form": row.form == "missed" and not row.exact,  # a key in that very form says that it will do
        "code-failed": any(o.stream == "error" for o in outputs),
        "no-code": code and not ran,
        "claimed-output": not _claims_are_true(candidate, ran),
        "refuted": any(isinstance(e, Check) and e.verdict == "refuted" for e in events),
    }
    reason = next((name for name, found in faults.items() if found), "")
    return reason, row.answer if reason else ""


def _claim(example: Example) -> Fault | None:
    """What its prose says to have been printed, and was not."""
    try:
        claims.clean(example)
    except Fault as found:
        return found
    return None


async def _contradicts(candidate: Candidate, referee: Referee) -> bool:
    """Whether its program came to another number, also where the answer is right: such a solution does not lead to it."""
    answer = candidate.solved.row.answer
    found = await Evidence(_before_the_answer(candidate.solved.events)).against(answer, referee)
    return found is not None and found.relation == "other"


def _before_the_answer(events: Sequence[Event]) -> Sequence[Event]:
    at = next((n for n, event in enumerate(events) if isinstance(event, Answer)), len(events))
    return events[:at]


def cells(events: Sequence[Event]) -> list[Cell]:
    """The cells of the solution itself, those that check its answer left out."""
    return [block for block in fold(_before_the_answer(events)) if isinstance(block, Cell)]


def _claims_are_true(candidate: Candidate, ran: Sequence[Cell]) -> bool:
    """Whether the kernel printed what the solution that came along says that it did, spaces apart."""
    claimed = map(_printed, cells(candidate.claimed))
    return all(not claim or claim == real for claim, real in zip(claimed, map(_printed, ran), strict=False))


def _printed(cell: Cell) -> str:
    return _squeezed(
        "\n".join(o.text for o in cell.outputs if isinstance(o, Output) and o.stream != "stderr")
    )


def _squeezed(text: str) -> str:
    return " ".join(text.split())


async def _winners(candidates: Sequence[Candidate], referee: Referee) -> set[str]:
    """The ids of those whose answer more than half of all have."""
    answered = [c for c in candidates if c.solved.row.answer]
    if not answered:
        return set()
    votes = await majority([c.solved.row.answer for c in answered], referee)
    return {answered[n].id for n in votes} if len(votes) >= 2 and 2 * len(votes) > len(candidates) else set()


def _example(problem: Example, candidate: Candidate) -> Example:
    return Example(
        candidate.id, problem.problem, problem.language, candidate.source, problem.licence,
        kept_events(candidate.solved.events), candidate.solved.row.answer, problem.reference,
        problem.subject, problem.level,
    )  # fmt: skip
