"""One student's session: a problem goes through a backend and a kernel, and its cells can be run again."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, aclosing
from dataclasses import replace
from typing import TYPE_CHECKING

from solver.agent import Agent, Limits
from solver.errors import Declined, KernelDied, KernelUnavailable, ProblemRefused
from solver.events import Done, Event, Failure, Methods, Reason
from solver.intake import accept
from solver.models.coach import Coached
from solver.ports import Exercise, Language, Problem
from solver.practice import Practice, printed_by
from solver.profiles import Profile
from solver.sentences import say, sentence_of
from solver.transcript import MAX_OUTPUT
from solver.tutor import Worked
from solver.tutor.tries import Try, told_alike
from solver.tutor.wording import worded_idea

if TYPE_CHECKING:
    pass

from solver.services import Services

BUILTIN_OUTPUT_CHARACTERS = 200_000
"""The built-in tutor reads its cell's value whole: it is no language model that pays for every token."""


class Session:
    """One student: a live kernel whose variables stay from turn to turn."""

    def __init__(self, services: Services) -> None:
        self._services, self._kernel = services, services.kernel()

    async def solve(
        self,
        problem: Problem,
        *,
        model: str = "builtin",
        strategy: str | None = None,
        samples: int | None = None,
        seed: int | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
    ) -> AsyncGenerator[Event]:
        """Events of one problem, `Done` last. Closing the generator stops everything.

        `strategy` is a row of `solver.agent.STRATEGIES`, `samples` is for a vote; the settings say both where none is
        given. The built-in tutor has its own. `seed` is that of the tokens that a model draws; `temperature` and `top_p` say how,
        where they are not to be as the model's profile says.
        """
        builtin, settings = model == "builtin", self._services.settings
        limits = Limits(
            rounds=settings.max_rounds,
            cell_timeout_s=settings.cell_timeout_s,
            output_characters=BUILTIN_OUTPUT_CHARACTERS if builtin else MAX_OUTPUT,
        )
        try:
            problem = replace(accept(problem.text, problem.language), method=problem.method)
            backend = self._services.backend(model)
            await backend.start()
            agent = Agent(
                backend.model(problem),
                self._kernel,
                self._services.checker(),
                limits=limits,
                profile=_drawing(settings.told(backend.profile), temperature, top_p),
                strategy="plain" if builtin else strategy or settings.strategy,
                samples=samples or settings.samples,
                spare=lambda: (backend.model(problem), self._services.kernel()),
                seed=seed,
                alone=builtin,  # its programs bring all that they use
                scorer=self._services.scorer(),
            )
        except ProblemRefused as error:
            yield Failure(error.code, str(error))
            yield Done("failed")
            return
        except LookupError as error:
            yield Failure("model-unavailable", say("model-unavailable", problem.language, why=error))
            yield Done("failed")
            return
        async with aclosing(agent.solve(problem)) as events:
            async for event in events:
                if builtin and isinstance(event, Done) and event.reason in ("answered", "no-answer"):
                    async for methods in self._methods(problem):
                        yield methods
                yield event

    async def _methods(self, problem: Problem) -> AsyncGenerator[Event]:
        """What other ways there are, where there is more than the one that was taken."""
        names, chosen = await self._services.methods(problem)
        if set(names) - {chosen}:
            yield Methods(names, chosen)

    async def methods(self, problem: Problem) -> tuple[tuple[str, ...], str | None]:
        """As `Services.methods`."""
        return await self._services.methods(problem)

    async def ladder(self, problem: Problem, solution: Worked, *, model: str = "builtin") -> Coached | None:
        """The ladder of hints to a solution that was found and checked; None where it could not be made in time.

        A language model words the idea where it wrote the solution; what may not be told (`solver.tutor.told`) is replaced by our own words.
        """
        coach = self._services.coach()
        found = await coach.ladder(problem, solution, own=model == "builtin")
        if found is None or model == "builtin":
            return found
        backend = self._services.backend(model)
        said = await worded_idea(backend.model(problem), problem, solution)
        idea = next((rung.text for rung in found.ladder.rungs if rung.kind == "idea"), "")
        if said is None or not await coach.may_be_told(problem, said, solution, idea):
            return found
        return replace(found, ladder=found.ladder.with_idea(said))

    async def judge(self, problem: Problem, answer: str, right: str) -> Try:
        """A student's answer beside the tutor's (`right`, verified): by value, else by algebra against the problem; then its form."""
        services = self._services
        if told_alike(answer, right):
            return Try(answer, True)
        said = await services.judge_answer(problem, answer, solved=right)
        verdict = {"correct": True, "unfinished": True, "wrong": False}.get(said.verdict)
        if verdict is None:  # not decided, or the problem and the tutor's answer say different things
            verdict = await self._checked(problem, answer)
        if not verdict:
            wrong = said.verdict == "wrong" and verdict is False
            return Try(answer, verdict, why=said.why if wrong else "", slip=said.slip if wrong else "")
        form = await services.coach().form(problem, answer, right)
        if form == "kept" and said.verdict == "unfinished":
            return Try(answer, verdict, "unfinished", said.why)
        return Try(answer, verdict, form)

    async def _checked(self, problem: Problem, answer: str) -> bool | None:
        """What the check of a topic says of an answer; it runs in a kernel of its own."""
        plan = await self._services.checker().plan(problem, answer)
        if plan is None:
            return None
        kernel = self._services.kernel()
        try:
            printed = await printed_by(kernel, plan.source, timeout_s=self._services.settings.cell_timeout_s)
        except KernelUnavailable:
            return None
        finally:
            await kernel.close()
        return {"True": True, "False": False}.get(printed)

    async def vary(self, *models: Problem, seed: int = 0) -> AsyncGenerator[Exercise]:
        """New problems like each of `models` in turn, with proved answers, until no more are found.

        They are worked out in a kernel of their own: the student's variables stay as they are.

        Raises:
            ProblemRefused: a text cannot be taken as a problem.
            Declined: the only problem was not understood, or nothing in it can be drawn anew; of several it is left out.
            KernelUnavailable: no kernel could be started.
        """
        problems = [accept(p.text, p.language) for p in models]
        kernel, timeout_s = self._services.kernel(), self._services.settings.cell_timeout_s
        practice = Practice(self._services.proposer(), kernel, cell_timeout_s=timeout_s)
        async with AsyncExitStack() as stack:
            stack.push_async_callback(kernel.close)
            seen = {p.text for p in problems}
            sources = [
                await stack.enter_async_context(aclosing(practice.exercises(p, seed=seed))) for p in problems
            ]
            while sources:
                for source in tuple(sources):
                    try:
                        exercise = await anext(source, None)
                    except Declined:
                        if len(models) == 1:
                            raise
                        exercise = None
                    if exercise is None:
                        sources.remove(source)
                    elif exercise.question not in seen:
                        seen.add(exercise.question)
                        yield exercise

    async def run_cell(self, part: int, source: str, language: Language) -> AsyncGenerator[Event]:
        """Run a cell that the student changed: outputs and figures of `part`, then `Done`."""
        reason: Reason = "answered"
        try:
            timeout_s = self._services.settings.cell_timeout_s
            async with aclosing(self._kernel.run(part, source, timeout_s=timeout_s)) as outputs:
                async for output in outputs:
                    yield output
        except (KernelDied, KernelUnavailable) as error:
            yield Failure(error.code, sentence_of(error, language))
            reason = "failed"
        yield Done(reason)

    async def restore(self, language: Language) -> AsyncGenerator[Event]:
        """Bring lost variables back by running the session's earlier cells again; `Done("answered")` where they are."""
        reason: Reason = "answered"
        try:
            if not self._kernel.can_restore or not await self._kernel.restore():
                yield Failure("not-restored", say("not-restored", language))
                reason = "failed"
        except (KernelDied, KernelUnavailable) as error:
            yield Failure(error.code, sentence_of(error, language))
            reason = "failed"
        yield Done(reason)

    def recall(self, cells: Sequence[str], *, alone: bool = False) -> bool:
        """Go on where another session ended: before the next cell these are run again. False where they are too many.

        `alone`: all are of the built-in tutor's turns, whose next one does not wait for them.
        """
        timeout_s = self._services.settings.cell_timeout_s
        return self._kernel.recall(cells, timeout_s=timeout_s, alone=alone)

    def catch_up(self, cells: Sequence[str]) -> None:
        """What another session has solved is shown in this one: its cells run here before the next one does."""
        self._kernel.catch_up(cells, timeout_s=self._services.settings.cell_timeout_s)

    async def clear(self) -> None:
        """Forget the variables: the next cell starts in a fresh kernel."""
        await self._kernel.close()
        self._kernel = self._services.kernel()

    async def close(self) -> None:
        """Give the kernel back."""
        await self._kernel.close()


def _drawing(profile: Profile, temperature: float | None, top_p: float | None) -> Profile:
    """The profile of a model that draws its tokens in another way."""
    usual = profile.sampling
    sampling = replace(
        usual,
        temperature=usual.temperature if temperature is None else temperature,
        top_p=usual.top_p if top_p is None else top_p,
    )
    return replace(profile, sampling=sampling)
