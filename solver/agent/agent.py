"""From a problem to its end: the strategy's events, the answer in exact form, its checks, and `Done`."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from solver.agent.attempt import Limits, Stuck, next_part, said_in
from solver.agent.honesty import Evidence, exact_form, wants_decimal
from solver.agent.strategies import DEFAULT
from solver.agent.strategies import strategy as named
from solver.agent.work import Spare, Work
from solver.errors import Declined, KernelDied, KernelUnavailable, ModelUnavailable
from solver.events import Answer, Check, Code, Done, Event, Failure, Output, Verdict
from solver.latex import boxed, tidy
from solver.ports import Checker, CheckPlan, Kernel, Model, Problem, Scorer
from solver.profiles import Profile, profile_of
from solver.sentences import say, sentence_of


class Agent:
    """Solves problems with one model and one kernel, by one strategy. `checker` knows other ways to an answer."""

    def __init__(
        self,
        model: Model,
        kernel: Kernel,
        checker: Checker | None = None,
        *,
        limits: Limits | None = None,
        profile: Profile | None = None,
        strategy: str = DEFAULT,
        samples: int = 4,
        spare: Spare | None = None,
        seed: int | None = None,
        alone: bool = False,
        scorer: Scorer | None = None,
    ) -> None:
        """`profile` says how the model is spoken to; without one its name decides. A vote needs `spare`. `seed` is that
        of the tokens that are drawn, where the model draws any. `alone`: the cells of one problem need none of earlier ones. `scorer`
        is for strategies that choose the best of several solutions.

        Raises:
            LookupError: there is no such strategy.
        """
        self._model, self._kernel, self._checker = model, kernel, checker
        self._limits, self._profile = limits or Limits(), profile or profile_of(model.name)
        self._solve = named(strategy)
        self._samples, self._spare, self._seed, self._alone = max(1, samples), spare, seed, alone
        self._scorer = scorer

    async def solve(self, problem: Problem) -> AsyncGenerator[Event]:
        """Events of one problem, `Done` last. Closing the generator stops the models and the kernels."""
        work = Work(
            problem, self._model, self._kernel, self._checker, self._profile, self._limits,
            self._samples, self._spare, self._seed, object() if self._alone else None,
            self._scorer,
        )  # fmt: skip
        told, language = list[Event](), problem.language
        try:
            async with aclosing(self._solve(work)) as events:
                async for event in events:
                    told.append(event)
                    if not isinstance(event, Check):
                        yield event
        except Declined as error:
            yield Failure(error.code, str(error))
            yield Done("no-answer")
            return
        except Stuck as error:
            yield Failure(error.code, say(error.code, language, **error.values))
            yield Done(error.reason)
            return
        except (ModelUnavailable, KernelUnavailable) as error:
            yield Failure(error.code, sentence_of(error, language))
            yield Done("failed")
            return
        async with aclosing(self._finish(work, told)) as events:
            async for event in events:
                yield event

    async def _finish(self, work: Work, told: list[Event]) -> AsyncGenerator[Event]:
        """The answer in exact form, its checks, and the end."""
        language = work.problem.language
        answer = boxed(said_in(told))
        if not answer:
            yield Failure("no-answer", say("no-answer", language))
            yield Done("no-answer")
            return
        answer, contradicted = await self._against_the_kernel(work, tidy(answer))
        yield Answer(answer)
        part = next_part(told)
        checks = [event for event in told if isinstance(event, Check)]
        for check in checks:
            yield check
        printed = Evidence(told if work.evidence is None else work.evidence).values
        plan = await self._checker.plan(work.problem, answer, printed) if self._checker else None
        # a proved answer need not be the last number that was printed, so that is looked at afterwards
        for cell in [p for p in (plan, contradicted) if p is not None]:
            if any(check.verdict == "proved" for check in checks):
                break
            async with aclosing(self._check(part, cell, work)) as events:
                async for event in events:
                    if not isinstance(event, Check):
                        yield event
                    elif cell is plan or event.verdict == "refuted":
                        checks.append(event)
                        yield event
            part += 1
        if not checks:
            yield Check(say("unchecked-kind", language, answer=answer), "unknown", say("unchecked", language))
        yield Done("answered")

    async def _against_the_kernel(self, work: Work, answer: str) -> tuple[str, CheckPlan | None]:
        """The answer in its exact form, and how to show that the kernel printed another one, where that may be so."""
        decimal, language = wants_decimal(work.problem.text), work.problem.language
        shown = answer if decimal or work.evidence is None else exact_form(answer)
        if work.evidence is None or self._checker is None:
            return shown, None
        found = await Evidence(work.evidence).against(answer, self._checker)
        if found is None or found.relation == "same":
            return shown, None
        if found.relation == "rounded":
            return (shown if decimal else found.exact), None
        claim = say("contradicts", language, answer=answer, printed=found.exact)
        return shown, CheckPlan(claim, say("contradicts-how", language), found.source)

    async def _check(self, part: int, plan: CheckPlan, work: Work) -> AsyncGenerator[Event]:
        """Check the answer in another way, in the open: the cell that does it is part of the stream."""
        verdict: Verdict = "unknown"
        yield Code(part, plan.source)
        try:
            async with aclosing(
                self._kernel.run(part, plan.source, timeout_s=self._limits.cell_timeout_s, turn=work.turn)
            ) as outputs:
                async for output in outputs:
                    verdict = _verdict(output) or verdict
                    yield output
        except (KernelDied, KernelUnavailable) as error:
            yield Failure(error.code, sentence_of(error, work.problem.language))
        yield Check(plan.claim, verdict, plan.method)


def _verdict(output: Event) -> Verdict | None:
    """What a check's cell says: only its last value True proves, only False refutes."""
    if isinstance(output, Output) and output.stream == "result":
        return {"True": "proved", "False": "refuted"}.get(output.text.strip(), "unknown")  # type: ignore[return-value]
    return None
