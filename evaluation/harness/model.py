"""The tutor as a model of lm-evaluation-harness: every request goes through the whole product, a session of its own each.

It writes solutions and gives no likelihoods. `until` and the other arguments of a generation are not heeded. As in the runner the
built-in tutor is asked without the options of multiple choice: it answers with a value, and values are graded, too.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import aclosing
from string import ascii_uppercase
from typing import Any, Final

from lm_eval.api.model import LM
from lm_eval.api.registry import register_model

from solver import Services, load_settings
from solver.events import Event
from solver.intake import language_of
from solver.ports import Problem
from solver.telling import Teller

NAME: Final = "stepwise"
LIMIT_S: Final = 600.0


@register_model(NAME)
class StepwiseLM(LM):  # type: ignore[misc]
    """`--model_args model=openai:qwen3,strategy=vote,samples=4,jobs=2,limit_s=600`; the settings say what is not given."""

    tokenizer_name = NAME

    def __init__(
        self,
        model: str | None = None,
        strategy: str | None = None,
        samples: int | None = None,
        seed: int | None = None,
        jobs: int = 2,
        limit_s: float = LIMIT_S,
        **_: Any,  # batch size, device and the like, which the harness hands to every model
    ) -> None:
        super().__init__()
        self._model, self._jobs, self._limit_s = model, int(jobs), float(limit_s)
        self._ways = {"strategy": strategy, "samples": samples, "seed": seed}

    def apply_chat_template(
        self, chat_history: list[dict[str, str]], add_generation_prompt: bool = True
    ) -> str:
        """The turns as JSON, of which the last user's is the problem."""
        return json.dumps(chat_history, ensure_ascii=False)

    def generate_until(self, requests: Sequence[Any], disable_tqdm: bool = False) -> list[str]:
        """A solution for each request."""
        return asyncio.run(self._solve_all([problem_of(request.args[0]) for request in requests]))

    def loglikelihood(self, requests: Sequence[Any], disable_tqdm: bool = False) -> list[tuple[float, bool]]:
        """Not offered."""
        raise NotImplementedError("the tutor writes solutions; it gives no likelihoods")

    def loglikelihood_rolling(self, requests: Sequence[Any], disable_tqdm: bool = False) -> list[float]:
        """Not offered."""
        raise NotImplementedError("the tutor writes solutions; it gives no likelihoods")

    async def _solve_all(self, texts: list[str]) -> list[str]:
        services = Services(load_settings())
        await services.start()
        places = asyncio.Semaphore(self._jobs)

        async def one(text: str) -> str:
            async with places:
                return await self._solve(services, text)

        try:
            return await asyncio.gather(*map(one, texts))
        finally:
            await services.close()

    async def _solve(self, services: Services, text: str) -> str:
        model = self._model or services.models()[0]
        text = without_options(text) if model == "builtin" else text
        problem, session = Problem(text, language_of(text)), services.session()
        teller, told = Teller(problem.language), ""
        ways: dict[str, Any] = self._ways
        try:
            async with (
                asyncio.timeout(self._limit_s),
                aclosing(session.solve(problem, model=model, **ways)) as events,
            ):
                event: Event
                async for event in events:
                    told += teller.tell([event])
        except TimeoutError:
            pass  # what was told so far has no box and counts as wrong
        finally:
            await session.close()
        return told


def without_options(text: str) -> str:
    """A question without the lines of options that the tasks put below it.

    >>> without_options("1+1 is\\n(A) 1\\n(B) 2"), without_options("What is f?\\n(A) is a point.")
    ('1+1 is', 'What is f?\\n(A) is a point.')
    """
    question, first, options = text.rpartition("\n(A) ")
    lines = f"(A) {options}".split("\n")
    labelled = all(line.startswith(f"({a}) ") for a, line in zip(ascii_uppercase, lines, strict=False))
    return question if first and len(lines) > 1 and labelled else text


def problem_of(context: str) -> str:
    """The problem of a request: the last user's turn, or the text itself where no chat template was applied.

    >>> problem_of('[{"role": "user", "content": "What is 1 + 1?"}]'), problem_of("What is 2 + 2?")
    ('What is 1 + 1?', 'What is 2 + 2?')
    """
    try:
        turns = json.loads(context)
        return str([turn["content"] for turn in turns if turn["role"] == "user"][-1])
    except (ValueError, TypeError, KeyError, IndexError):
        return context
