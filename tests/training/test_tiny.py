"""The small model's scenes, tokenizer, training, and the stored model itself."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import redirect_stdout
from io import StringIO
from random import Random
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from evaluation.grader.comparing import compare
from solver.agent import Agent
from solver.dialects import DIALECTS, Conversation
from solver.events import Answer, Code, Done, Event, Output, Reasoning
from solver.intake import language_of
from solver.kernels import KernelPool, LiveKernel
from solver.latex import boxed
from solver.models.transformers import TransformersBackend
from solver.ports import Language, Problem, Wait
from solver.profiles import profile_of
from solver.segment import CellEnd, Segmenter
from tests.small_model import SMALL_MODEL
from training.tiny.problems import KINDS, LANGUAGES, Worked, problems, worked_from
from training.tiny.scenes import SCENES, Scene
from training.tiny.tokenizer import encoded, train_tokenizer, wrapped
from training.tiny.train import IGNORED, Recipe, batches, build, learn

if TYPE_CHECKING:
    from tokenizers import Tokenizer

EVERY = [(scene, language) for scene in SCENES for language in LANGUAGES]
NAMES = [f"{scene.kind}-{SCENES.index(scene)}-{language}" for scene, language in EVERY]


def drawn(seed: int, count: int, *, held_out: bool = False) -> list[Worked]:
    return list(itertools.islice(problems(seed, held_out=held_out), count))


def printed(program: str) -> str:
    """What a program of ours prints; it runs right here."""
    with redirect_stdout(StringIO()) as out:
        exec(program, {})
    return out.getvalue()


@pytest.mark.parametrize(("scene", "language"), EVERY, ids=NAMES)
def test_every_program_prints_the_exact_answer_of_its_problem(scene: Scene, language: Language) -> None:
    """The answer was computed when the numbers were drawn, without the program."""
    random = Random(7)
    for _ in range(12):
        worked = worked_from(scene, language, random)
        assert printed(worked.program) == f"{worked.value}\n", worked.text


@given(st.integers(0, 2**32), st.sampled_from(EVERY))
def test_conversations_are_well_formed(seed: int, row: tuple[Scene, Language]) -> None:
    worked = worked_from(*row, Random(seed))
    _, question, program, observation, conclusion = worked.messages()
    segmenter = Segmenter()
    cells = [s for s in segmenter.feed(program.content) + segmenter.close() if isinstance(s, CellEnd)]
    assert [c.source for c in cells] == [worked.program + "\n"]
    assert question.content == f"题目：{worked.text}"
    assert f"```{worked.value}```" in observation.content
    assert conclusion.content.startswith("因此，") and boxed(conclusion.content) == worked.answer
    assert "```" not in conclusion.content and "." not in worked.answer
    assert not set("{}") & set(worked.text.replace("\\frac", "")) or "\\frac{" in worked.text


@given(st.integers(0, 2**32), st.sampled_from(EVERY))
def test_the_answer_is_the_value(seed: int, row: tuple[Scene, Language]) -> None:
    worked = worked_from(*row, Random(seed))
    reference = worked.value if not worked.answer.endswith("%") else f"{worked.value}%"
    assert compare(worked.answer, str(reference)) == "equal"


def test_the_conversation_is_the_one_that_the_agent_tells() -> None:
    profile = profile_of("stepwise-small")
    for worked in drawn(3, 40):
        events = (
            Reasoning(0, worked.thought + "\n"),
            Code(1, worked.program + "\n"),
            Output(1, "stdout", f"{worked.value}\n"),
        )
        told = DIALECTS[profile.dialect](Conversation(profile.question(worked.text), events, profile.system))
        assert list(told) == worked.messages()[:-1]


def test_training_never_sees_what_is_held_out() -> None:
    assert not {w.text for w in drawn(1, 6000)} & {w.text for w in drawn(2, 400, held_out=True)}
    assert all(w.held_out for w in drawn(5, 50, held_out=True))


def test_the_same_seed_draws_the_same_problems_of_all_kinds_in_both_languages() -> None:
    assert drawn(4, 60) == drawn(4, 60) != drawn(5, 60)
    assert {w.kind for w in drawn(4, 60)} == set(KINDS) and {w.language for w in drawn(4, 60)} == set(
        LANGUAGES
    )


def test_held_out_problems_are_all_different() -> None:
    texts = [w.text for w in drawn(2, 400, held_out=True)]
    assert len(set(texts)) == len(texts)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return train_tokenizer(w.messages() for w in drawn(1, 1500))


@given(st.text())
def test_any_text_survives_the_tokenizer(tokenizer: Tokenizer, text: str) -> None:
    assert tokenizer.decode(tokenizer.encode(text).ids, skip_special_tokens=False) == text


@given(st.integers(0, 10**30))
def test_every_digit_is_a_token(tokenizer: Tokenizer, number: int) -> None:
    assert [tokenizer.decode([i]) for i in tokenizer.encode(str(number)).ids] == list(str(number))


def test_training_encodes_what_the_chat_template_does(tokenizer: Tokenizer) -> None:
    whole = wrapped(tokenizer)
    for worked in drawn(6, 20):
        turns = [{"role": m.role, "content": m.content} for m in worked.messages()]
        ((ids, written),) = encoded(tokenizer, [worked.messages()])
        assert ids == whole.apply_chat_template(turns)["input_ids"]
        own = tokenizer.decode([i for i, w in zip(ids, written, strict=True) if w], skip_special_tokens=False)
        assert (
            own
            == "<|im_end|>".join([m.content for m in worked.messages() if m.role == "assistant"])
            + "<|im_end|>"
        )
        asked = whole.apply_chat_template(turns[:2], add_generation_prompt=True)["input_ids"]
        assert ids[: len(asked)] == asked and written[len(asked)] and not any(written[: len(asked)])


def test_batches_are_as_large_as_told_and_leave_padding_out_of_the_loss(tokenizer: Tokenizer) -> None:
    recipe = Recipe(batch_tokens=2048, chunk=256)
    for ids, labels in itertools.islice(batches(tokenizer, recipe, 0), 8):
        assert ids.shape == labels.shape and ids.numel() <= 2048
        assert ((labels == IGNORED) | (labels == ids)).all() and (labels[ids == 0] == IGNORED).all()


def test_twenty_steps_of_training_lower_the_loss(tokenizer: Tokenizer) -> None:
    recipe = Recipe(steps=20, batch_tokens=1024, chunk=256, hidden=64, layers=1, heads=2, feed_forward=128)
    whole = wrapped(tokenizer)
    model = build(recipe, len(whole), whole.pad_token_id, whole.eos_token_id)
    losses = learn(model, tokenizer, recipe, pad=whole.pad_token_id)
    assert len(losses) == 20 and sum(losses[-3:]) < 0.8 * sum(losses[:3])


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def kernel() -> AsyncIterator[LiveKernel]:
    pool = KernelPool(warm=1)
    await pool.start()
    kernel = pool.kernel()
    yield kernel
    await kernel.close()
    await pool.close()


NEVER_SEEN = [
    ("Convert 225 degrees to radian measure.", r"\frac{5\pi}{4}"), ("The product of two numbers is 3264 and one of them is 34. Find the other. Show your work.", "96"), ("把570克化成千克。", "0.57"),
    ("Today is Friday. What day of the week will it be in 46 days?", r"\text{Tuesday}"), ("Hello, please help. Work out 437 mod 23.", "0"), ("nPr(9,3). Thanks!", "504"),
]  # fmt: skip
"""Numbers that no row of the small model's training has, in sentences that are held out (`training/synthesis/patterns.py`)."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def backend() -> AsyncIterator[TransformersBackend]:
    backend = TransformersBackend(str(SMALL_MODEL))
    yield backend
    await backend.close()


@pytest.mark.parametrize(
    "asked",
    [[(one.text, one.answer) for one in drawn(2, 8, held_out=True)], NEVER_SEEN],
    ids=["scenes", "topics"],
)
@pytest.mark.asyncio(loop_scope="module")
async def test_the_stored_model_solves_problems_it_never_saw_in_4_bits(
    asked: list[tuple[str, str]], kernel: LiveKernel, backend: TransformersBackend
) -> None:
    """Its own programs run; most of the answers are right. How many of hundreds: `tests.bench.tiny`, `training.measuring`."""
    ready = [step async for step in backend.ready()][-1]
    assert not isinstance(ready, Wait)
    kinds = [type(module).__name__ for module in ready.loaded.model.modules()]
    assert kinds.count("Linear4bit") == 4 * 7  # every matrix of the layers
    right = 0
    for text, answer in asked:
        problem = Problem(text, language_of(text))
        agent = Agent(backend.model(problem), kernel, profile=backend.profile)
        events: list[Event] = [event async for event in agent.solve(problem)]
        assert any(isinstance(e, Code) for e in events) and isinstance(events[-1], Done)
        assert any(isinstance(e, Output) for e in events)
        right += any(isinstance(e, Answer) and compare(e.latex, answer) == "equal" for e in events)
    assert right >= 0.7 * len(asked)
