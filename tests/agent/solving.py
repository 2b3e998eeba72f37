"""One problem through the agent with scripted models: whatever a test does not name is the plainest there is."""

from __future__ import annotations

from solver.agent import Agent, Limits
from solver.events import Event, Output
from solver.ports import CheckPlan, Kernel, Model, Problem
from solver.profiles import Profile
from tests.fakes import EchoKernel, FixedChecker, FixedScorer, ScriptedModel

PROBLEM = Problem("1+1", "en")
PRINTS_2 = {"1+1": [Output(1, "result", "2")]}


class Kernels:
    """Makes an `EchoKernel` a conversation, with models from a list; remembers both."""

    def __init__(self, *models: ScriptedModel) -> None:
        self.models, self.kernels = list(models), list[EchoKernel]()
        self.closed = 0

    def spare(self) -> tuple[Model, Kernel]:
        """The next model and a kernel."""
        outer = self

        class Counted(EchoKernel):
            async def close(self) -> None:
                outer.closed += 1

        self.kernels.append(Counted(PRINTS_2))
        return self.models[(len(self.kernels) - 1) % len(self.models)], self.kernels[-1]


async def solve(
    name: str,
    model: Model,
    *,
    kernel: EchoKernel | None = None,
    problem: Problem = PROBLEM,
    plan: CheckPlan | None = None,
    others: Kernels | None = None,
    samples: int = 4,
    limits: Limits | None = None,
    profile: Profile | None = None,
    scorer: FixedScorer | None = None,
) -> list[Event]:
    agent = Agent(
        model, kernel or EchoKernel(PRINTS_2), FixedChecker(plan), limits=limits, profile=profile,
        strategy=name, samples=samples, spare=others.spare if others else None,
        scorer=scorer or FixedScorer(),
    )  # fmt: skip
    return [event async for event in agent.solve(problem)]
