"""Problems and the beginnings of solutions from a language model, in the words of `templates`.

An input is one request. Which template, language, level, subject and problem it has is drawn from the seed and its number,
so the requests of a stage that was killed are the same ones again; what a model answers is its own business.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Collection, Iterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Final

from evaluation.rows import BadData
from solver import Services, load_settings
from solver.agent.attempt import said_in
from solver.errors import ModelUnavailable
from solver.intake import language_of
from solver.models import Backend, spec
from solver.ports import Delta, Language, Message, Problem
from solver.prompts import prompt
from solver.sentences import sentence_of
from training.batches import read
from training.examples import UNKNOWN, Example
from training.folder import Dropped, Outcome
from training.inputs import Away, at_once
from training.synthesis.replies import Found, Unusable, conversation, posed, program
from training.synthesis.templates import LEVELS, SUBJECTS, TEMPLATES, Template, masked, worded

if TYPE_CHECKING:
    from training.synthesis.config import Config

MOST_CHARACTERS: Final = 40_000
"""Of an answer; a longer one goes on without end."""
LIMIT_S: Final = 600.0
ITS_OWN: Final[Mapping[str, str]] = {"empty-answer": "empty", "context-full": "too-long"}
"""Failures of the server that are this request's own, and what they are counted as."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked. `id` is that of what comes back, `given` the problem that it is made of, where there is one."""

    id: str
    input: str
    template: Template
    language: Language
    words: str
    level: str
    subject: str
    given: Example | None = None


class Requests:
    """All that a teacher may be asked, by numbers; each is made when it is needed."""

    def __init__(self, config: Config, name: str) -> None:
        """`name` is the teacher's.

        Raises:
            BadData: a template is made of problems, and there are none of that kind.
        """
        self._config, self._name = config, name
        examples = list(read(config.of))
        self._given = {
            (chosen, language): [
                e for e in examples if e.language == language and _fits(TEMPLATES[chosen], e)
            ]
            for chosen in config.templates
            for language in config.languages
        }
        for (chosen, language), given in self._given.items():
            if not given and not TEMPLATES[chosen].begins:
                raise BadData(
                    f"the template {chosen!r} is made of problems in {language!r} that have {_needs(TEMPLATES[chosen])}; "
                    "there are none: set of=[FOLDER] to a stage's that has some"
                )

    def left(self, done: Collection[str]) -> list[int]:
        """The numbers of those that are not done."""
        return [number for number in range(self._config.count) if f"{self._name}/{number}" not in done]

    def __getitem__(self, number: int) -> Request:
        """Drawn from the seed and the number alone."""
        config, random = self._config, Random(f"{self._config.seed} {number}")
        chosen, language = random.choice(config.templates), random.choice(config.languages)
        template, given = TEMPLATES[chosen], None
        level = random.choice(config.levels or (*LEVELS,))
        subject = random.choice(config.subjects or (*SUBJECTS,))
        if not template.begins:
            given = random.choice(self._given[chosen, language])
            level, subject = given.level, given.subject
        values = {
            "level": worded(LEVELS, level, language),
            "subject": worded(SUBJECTS, subject, language),
            "problem": given.problem if given else "",
            "answer": _key(given) if given else "",
            "solution": masked(said_in(given.events).strip(), given.problem) if given else "",
        }
        words = prompt(f"synthesis/{chosen}-{language}", **{v: values[v] for v in template.variables})
        id_ = f"{self._name}/{chosen}/{number}"
        return Request(id_, f"{self._name}/{number}", template, language, words, level, subject, given)


def _fits(template: Template, example: Example) -> bool:
    return ("solution" not in template.variables or bool(said_in(example.events).strip())) and (
        "answer" not in template.variables or bool(_key(example))
    )


def _needs(template: Template) -> str:
    wanted = [v for v in ("solution", "answer") if v in template.variables]
    return " and ".join(f"a {v}" if v == "solution" else f"an {v}" for v in wanted) or "a text"


def _key(example: Example) -> str:
    return example.reference or example.answer


def names(config: Config) -> Iterator[str]:
    """Its inputs."""
    name = spec(config.teacher).name
    return (f"{name}/{number}" for number in range(config.count))


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """What came of each request that is not done.

    Raises:
        BadData: the teacher is away, or there are no problems to begin from.
    """
    name = spec(config.teacher).name
    requests = Requests(config, name)
    services = Services(load_settings().model_copy(update={"model": config.teacher, "warm_kernels": 0}))
    backend = services.backend(name)
    if isinstance(refused := getattr(backend, "refused", None), set):
        refused.add("tools")  # a teacher writes down its program, it does not call one

    async def ask(number: int) -> Outcome:
        request = requests[number]
        try:
            text = await _answer(backend, request, config)
            return Outcome(request.input, (_example(request, text, name, config.licence),))
        except Unusable as error:
            return Outcome(request.input, (), (Dropped(request.id, error.reason, error.detail),))

    try:
        await backend.start()
        async with aclosing(at_once(requests.left(done), ask, jobs=config.jobs)) as made:
            async for outcome in made:
                yield outcome
    finally:
        await services.close()


async def _answer(backend: Backend, request: Request, config: Config) -> str:
    """All that the model says.

    Raises:
        Unusable: nothing, or too much.
        Away: it cannot be asked.
    """
    number = int(request.id.rpartition("/")[2])
    sampling = replace(
        backend.profile.sampling,
        temperature=config.temperature, max_tokens=config.max_tokens, seed=config.seed + number,
    )  # fmt: skip
    model, text = backend.model(Problem("", request.language)), ""
    try:
        async with (
            asyncio.timeout(LIMIT_S),
            aclosing(model.stream([Message("user", request.words)], sampling)) as deltas,
        ):
            async for delta in deltas:
                text += delta.text if isinstance(delta, Delta) else ""
                if len(text) > MOST_CHARACTERS:
                    raise Unusable("too-long", text)
    except TimeoutError:
        raise Unusable("time-limit", text) from None
    except ModelUnavailable as error:
        if error.code in ITS_OWN:
            raise Unusable(ITS_OWN[error.code]) from error
        raise Away(sentence_of(error, "en")) from error
    return text


def _example(request: Request, text: str, teacher: str, licence: str) -> Example:
    """What the answer is good for.

    Raises:
        Unusable: for nothing.
    """
    given, gives = request.given, request.template.gives
    if gives == "conversation":
        found = conversation(text)
    elif gives == "program":
        found = replace(program(text), problem=given.problem if given else "")
    else:
        found = posed(text, answered=gives == "problem")
    if gives in ("wording", "program") and given is not None:
        found = replace(found, answer=_key(given))
    _look_at(request, found)
    return Example(
        request.id, found.problem, request.language, teacher, _licence(licence, given), found.events,
        answer=found.answer if gives == "conversation" else "",
        reference="" if gives == "conversation" else found.answer,
        subject=request.subject, level=request.level,
    )  # fmt: skip


def _look_at(request: Request, found: Found) -> None:
    if language_of(found.problem, request.language) != request.language:
        raise Unusable("other-language", found.problem)
    old = request.given.problem if request.given and request.template.gives != "program" else ""
    if "".join(found.problem.split()) == "".join(old.split()):
        raise Unusable("same-problem", found.problem)


def _licence(own: str, given: Example | None) -> str:
    """Of what is made of a problem: both, in SPDX's way of writing it.

    >>> _licence("MIT", Example("a", "", "en", "toy", "CC0-1.0"))
    'CC0-1.0 AND MIT'
    """
    if given is None or given.licence == own:
        return own
    return UNKNOWN if UNKNOWN in (own, given.licence) else f"{given.licence} AND {own}"
