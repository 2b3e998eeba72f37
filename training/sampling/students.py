"""Who solves a problem for the stage `solve`: the product, again and again, or the one whose solution came with the problem.

Whoever it is, the agent runs their cells in a real kernel and checks the answer; what they claim to have been printed is not
believed.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Final

from solver import Services
from solver.agent import Agent, Limits
from solver.agent.attempt import said_in
from solver.events import (
    Answer,
    Check,
    Code,
    Done,
    Event,
    Failure,
    Methods,
    Reasoning,
    Usage,
    Waiting,
)
from solver.latex import boxed
from solver.ports import Checker, Delta, Message, Problem, Sampling
from solver.profiles import DEFAULT
from solver.transcript import Cell, Prose, fold, replay

TOLD: Final = "told"
"""As a way's model: the solution that came with the problem; the strategy is then the example's id."""
NO_OTHER_WAY: Final = "no-other-way"
_OUTPUT: Final = re.compile(r"```output\n(.*?)\n?```\s*\Z", re.DOTALL)


class Told:
    """Implements `Model`: says what was said before, stretch by stretch; each of them ends with its cell.

    One without a boxed answer gets it: the answer that it has, or else what its program printed last.
    """

    name = TOLD

    def __init__(self, events: Sequence[Event], checker: Checker) -> None:
        self._left, text = list[str](), ""
        for block in fold(events):
            if isinstance(block, Prose):
                text += block.text
            elif isinstance(block, Cell):
                self._left.append(f"{text.rstrip()}\n\n```python\n{block.source.rstrip()}\n```\n".lstrip())
                text = ""
        answer = next((e.latex for e in reversed(events) if isinstance(e, Answer)), "")
        if answer and boxed(said_in(events)) is None:
            text = f"{text.rstrip()}\n\n\\[\\boxed{{{answer}}}\\]\n"
        self._left += [text] if text.strip() else []
        self._checker = checker

    async def stream(
        self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
    ) -> AsyncGenerator[Delta]:
        """The next stretch; nothing once all is said."""
        if self._left:
            yield Delta(self._left.pop(0))
        elif (printed := _OUTPUT.search(messages[-1].content)) and printed[1].strip():
            value = await self._checker.exact(printed[1].strip().splitlines()[-1])
            if value is not None:
                yield Delta(f"\\[\\boxed{{{value}}}\\]\n")


class Sampled:
    """Implements `evaluation.solving.Student`."""

    def __init__(
        self, services: Services, told: Mapping[str, Sequence[Event]], *, temperature: float
    ) -> None:
        """`told` has the solutions that came with the problems, by ids."""
        self._services, self._told, self._temperature = services, told, temperature
        self._session = services.session()

    async def solve(
        self,
        problem: Problem,
        *,
        model: str = "builtin",
        strategy: str | None = None,
        samples: int | None = None,
        seed: int | None = None,
    ) -> AsyncGenerator[Event]:
        """Events of one solution. The built-in tutor draws nothing: number `seed` of it goes by its method of that number."""
        if model == TOLD:
            solving = self._retold(problem, self._told[strategy or ""])
        elif model == "builtin":
            solving = self._by_method(problem, seed or 0)
        else:
            await self._session.clear()  # a solution must not rest on an earlier one's variables
            solving = self._session.solve(
                problem, model=model, strategy=strategy, seed=seed, temperature=self._temperature
            )
        async with aclosing(solving) as events:
            async for event in events:
                yield event

    async def _by_method(self, problem: Problem, number: int) -> AsyncGenerator[Event]:
        names, chosen = await self._session.methods(problem) if number else ((), None)
        others = [name for name in names if name != chosen]
        if number > len(others):
            yield Failure(NO_OTHER_WAY, "There is no other method.")
            yield Done("no-answer")
            return
        if number:
            problem = Problem(problem.text, problem.language, others[number - 1])
        await self._session.clear()
        async with aclosing(self._session.solve(problem)) as events:
            async for event in events:
                yield event

    async def _retold(self, problem: Problem, told: Sequence[Event]) -> AsyncGenerator[Event]:
        kernel, checker = self._services.kernel(), self._services.checker()
        try:
            limits = Limits(cell_timeout_s=self._services.settings.cell_timeout_s)
            agent = Agent(Told(told, checker), kernel, checker, profile=DEFAULT, limits=limits)
            async with aclosing(agent.solve(problem)) as events:
                async for event in events:
                    yield event
        finally:
            await kernel.close()

    async def close(self) -> None:
        """Give the kernel back."""
        await self._session.close()


def is_no_way(events: Sequence[Event]) -> bool:
    """Whether there was no further method: then nothing was tried."""
    return any(isinstance(event, Failure) and event.code == NO_OTHER_WAY for event in events)


def kept_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """What of a stream is a solution, neighbouring pieces joined: without what the reader was told while it was made, and without
    the cells that check the answer, which are the checker's and not the solver's. What the checks said is kept.
    """
    at = next((n for n, event in enumerate(events) if isinstance(event, Answer)), len(events))
    told = [e for e in events[:at] if not isinstance(e, Waiting | Usage | Methods)]
    told += [e for e in events[at:] if isinstance(e, Answer | Check | Done)]
    return tuple(e for e in replay(fold(told)) if not (isinstance(e, Reasoning | Code) and not e.delta))
