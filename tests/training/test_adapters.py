"""An adapter that was trained here is loaded by the app and solves; so does what it is merged into."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from evaluation.rows import BadData
from solver.agent import Agent
from solver.events import Answer, Code, Done, Event, Output, Reasoning
from solver.kernels import KernelPool, LiveKernel
from solver.models.transformers import TransformersBackend
from solver.ports import Problem
from tests.small_model import SMALL_MODEL
from tests.training.small import weights, written
from tests.training.stages import made
from training.examples import Example

QUESTION = "What is 12 times 12?"
SOLUTION = Example(
    "mine/1", QUESTION, "en", "mine", "CC0-1.0",
    (
        Reasoning(0, "Multiply.\n"), Code(1, "n = 12\nprint(n * n)\n"), Output(1, "stdout", "144\n"),
        Reasoning(2, "So \\(\\boxed{144}\\)."), Answer("144"), Done("answered"),
    ),
    "144",
)  # fmt: skip
pytestmark = [pytest.mark.timeout(300), pytest.mark.filterwarnings("ignore::FutureWarning")]


@pytest.fixture
async def kernel() -> AsyncIterator[LiveKernel]:
    pool = KernelPool(warm=1)
    await pool.start()
    kernel = pool.kernel()
    yield kernel
    await kernel.close()
    await pool.close()


async def said(backend: TransformersBackend, kernel: LiveKernel) -> tuple[list[Event], str]:
    """The stream of the problem, and the dialect in which the model was asked."""
    problem = Problem(QUESTION, "en")
    async for _ in backend.ready():
        pass
    agent = Agent(backend.model(problem), kernel, profile=backend.profile)
    events = [event async for event in agent.solve(problem)]
    await backend.close()
    return events, backend.profile.dialect


async def test_the_app_solves_with_an_adapter_and_with_what_it_is_merged_into(
    kernel: LiveKernel, tmp_path: Path
) -> None:
    """The tiny model learns one problem by heart, in another dialect than its own: the app asks it in the one that it learnt."""
    data = written(tmp_path / "data.jsonl", [SOLUTION])
    await made(
        "sft", tmp_path / "out", model=str(SMALL_MODEL), examples=[str(data)], family="some model", method="lora", rank=8,
        dropout=0.0, steps=12, batch=1, accumulation=1, rate=1e-2, schedule="constant", packing=False, max_tokens=512,
        gradient_checkpointing=False, checkpoint_every=1000,
    )  # fmt: skip
    adapter = tmp_path / "out" / "adapter"
    events, dialect = await said(
        TransformersBackend(str(SMALL_MODEL), adapter=str(adapter)), kernel
    )  # NF4, as the app's default
    assert dialect == "fenced" and Answer("144") in events
    assert Output(1, "stdout", "144\n") in events
    assert TransformersBackend(str(SMALL_MODEL)).profile.dialect == "turns"  # what its base alone is asked in

    await made("merge", tmp_path / "merged", adapter=str(adapter), precision="fp32")
    merged = tmp_path / "merged" / "model"
    assert not any("lora" in name for name in weights(merged))
    events, dialect = await said(TransformersBackend(str(merged), quantize="none"), kernel)
    assert dialect == "fenced" and Answer("144") in events


async def test_what_cannot_be_merged_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="no weights"):
        await made("merge", tmp_path / "out", adapter=str(tmp_path))
    with pytest.raises(BadData, match=r"llama\.cpp's converter .* is not here"):
        await made("merge", tmp_path / "out", adapter=str(SMALL_MODEL), gguf="q8_0", llama_cpp=str(tmp_path))


@pytest.mark.parametrize(("fails", "says"), [(False, ""), (True, "no such architecture")])
async def test_llama_cpps_converter_writes_gguf(fails: bool, says: str, tmp_path: Path) -> None:
    """Its command line, by a stand-in: the real one is not installed where tests run."""
    script = tmp_path / "convert_hf_to_gguf.py"
    body = (
        "sys.exit('no such architecture')"
        if fails
        else "open(sys.argv[3], 'w').write(' '.join(sys.argv[4:] + sys.argv[1:2]))"
    )
    script.write_text(f"import sys\n{body}\n")
    settings = {"adapter": str(SMALL_MODEL), "gguf": "q8_0", "llama_cpp": str(tmp_path)}
    if fails:
        with pytest.raises(BadData, match=says):
            await made("merge", tmp_path / "out", **settings)
        assert not (tmp_path / "out" / "model.gguf").exists()
    else:
        await made("merge", tmp_path / "out", **settings)
        assert (tmp_path / "out" / "model.gguf").read_text() == f"--outtype q8_0 {SMALL_MODEL}"
