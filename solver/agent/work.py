"""What a strategy works with: the problem, the doors, and how far it may go."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from solver.agent.attempt import Attempt, Limits
from solver.events import Event
from solver.ports import Checker, Kernel, Model, Problem, Scorer
from solver.profiles import Profile, Way
from solver.prompts.examples import examples

Spare: TypeAlias = Callable[[], tuple[Model, Kernel]]
"""Makes one more model and kernel, for a conversation beside the first; the kernel is closed behind it."""


@dataclass(slots=True)
class Work:
    """One problem on its way.

    Attributes:
        seed: of the tokens that are drawn; conversations beside each other go on from it.
        samples: conversations of a strategy that has several, at least 1.
        evidence: the events that the answer comes from, and that it is compared with: those of the newest conversation
            unless a strategy says otherwise; none of a conversation that nobody steers.
        turn: of all cells, see `Kernel.run`.
        scorer: who says how good solutions are, where somebody does.
    """

    problem: Problem
    model: Model
    kernel: Kernel
    checker: Checker | None
    profile: Profile
    limits: Limits
    samples: int = 1
    spare: Spare | None = None
    seed: int | None = None
    turn: object = None
    scorer: Scorer | None = None
    evidence: Sequence[Event] | None = field(default=None, init=False)

    def begin(self, way: Way = "mixed", *, seed: int | None = None, steered: bool = True) -> Attempt:
        """A new conversation with the problem's own model and kernel."""
        attempt = self.beside(self.model, self.kernel, way, seed=seed, steered=steered)
        self.evidence = attempt.events if steered else None
        return attempt

    def beside(
        self,
        model: Model,
        kernel: Kernel,
        way: Way = "mixed",
        *,
        seed: int | None = None,
        steered: bool = True,
    ) -> Attempt:
        """A new conversation with another model and kernel. With a `seed` it draws its tokens, however the family does."""
        sampling = self.profile.sampling
        if seed is not None:
            temperature = max(sampling.temperature, DRAWN_TEMPERATURE)
            sampling = replace(sampling, seed=seed + (self.seed or 0), temperature=temperature)
        elif self.seed is not None:
            sampling = replace(sampling, seed=self.seed)
        shown = examples(self.problem.language, self.profile.examples) if way == "mixed" else ()
        return Attempt(
            self.problem, model, kernel, self.profile, self.limits,
            way=way, sampling=sampling, examples=shown, steered=steered, turn=self.turn,
        )  # fmt: skip


DRAWN_TEMPERATURE = 0.7
"""The likeliest token every time would give the same conversation n times; self-consistency was published with 0.7."""

Strategy: TypeAlias = Callable[[Work], AsyncGenerator[Event]]
"""What it finds is the last `\\boxed{…}` that its events say. It may raise `Stuck` and what the doors raise."""
