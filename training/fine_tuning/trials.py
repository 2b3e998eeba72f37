"""The model that is being trained solves problems as it would in the app: its own loop, real kernels, the grader of evaluation."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import Future
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evaluation.crew import LocalCrew
from evaluation.rows import BadData, Record
from evaluation.solving import Way
from solver import Services, load_settings
from solver.models import Backend
from solver.models.transformers import TransformersBackend
from training.examples import Example
from training.fine_tuning.config import Trials

if TYPE_CHECKING:
    from transformers import PreTrainedModel

    from solver.models.transformers.loading import Loaded

NAME: Final = "in-training"


@dataclass(frozen=True, slots=True)
class Score:
    """Of so many problems, how many were right, and of how many a program ran without an error."""

    of: int
    right: int
    ran: int

    @property
    def share(self) -> float:
        """Right ones."""
        return self.right / self.of


class _Trained(TransformersBackend):
    """A backend whose model is in memory already."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__(NAME)
        self._ready = Future()
        self._ready.set_result(self._build(loaded))


class _With(Services):
    """The product with a model more."""

    def __init__(self, backend: Backend, *, jobs: int) -> None:
        more = {"model": "builtin", "reading_workers": 1, "warm_kernels": jobs}
        super().__init__(load_settings().model_copy(update=more))
        self._more = backend

    def backend(self, name: str) -> Backend:
        """As in `Services`."""
        return self._more if name == NAME else super().backend(name)


def records(problems: Sequence[Example], trials: Trials) -> list[Record]:
    """The problems to try, the first so many that have a reference.

    Raises:
        BadData: there is none.
    """
    found = [
        Record(one.id, one.source, one.problem, one.reference or one.answer, language=one.language)
        for one in problems
        if one.reference or one.answer
    ]
    if not found:
        raise BadData(f"{trials.problems} has no problem with a reference: the model cannot be tried on it")
    return found[: trials.count]


@contextmanager
def as_it_was(model: PreTrainedModel) -> Iterator[None]:
    """A model that writes meanwhile, and is then left as it was, in training or not."""
    training = model.training
    model.eval()
    try:
        yield
    finally:
        model.train(training)


@asynccontextmanager
async def product_with(loaded: Loaded, *, jobs: int) -> AsyncIterator[Services]:
    """The product, started, with that model as `NAME`."""
    backend = _Trained(loaded)
    services = _With(backend, jobs=jobs)
    try:
        await services.start()
        yield services
    finally:
        await services.close()
        await backend.close()


async def solved(loaded: Loaded, problems: Sequence[Record], trials: Trials) -> Score:
    """Let a model solve the problems."""
    right = ran = 0
    with as_it_was(loaded.model):
        async with product_with(loaded, jobs=trials.jobs) as services:
            crew = LocalCrew(services.session, jobs=trials.jobs)
            way = Way(NAME, seed=0, limit_s=trials.limit_s)
            async with aclosing(crew.results(list(problems), way)) as results:
                async for one in results:
                    right += one.row.verdict == "right"
                    ran += one.row.cells > one.row.errors
    return Score(len(problems), right, ran)


def try_now(loaded: Loaded, problems: Sequence[Record], trials: Trials) -> Score:
    """`solved`, for a thread that has no event loop."""
    return asyncio.run(solved(loaded, problems, trials))
