"""A local model through its door: loaded in 4 bits, stopped behind its cell, told of the output, gone on with."""

from __future__ import annotations

import asyncio
import gc
import json
import shutil
import time
from collections.abc import Sequence
from contextlib import aclosing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from solver.agent import Agent
from solver.dialects.calls import SCHEMA
from solver.errors import ModelUnavailable
from solver.events import Answer, Code, Done, Output, Waiting
from solver.models.transformers import LocalModel, TransformersBackend
from solver.ports import Message, Problem, Sampling, Wait
from solver.profiles import DEFAULT, Profile, Thinking, profile_of
from solver.sentences import sentence_of
from tests.fakes import EchoKernel, FixedChecker
from tests.models import tiny
from tests.models.test_transformers_engine import counted

if TYPE_CHECKING:
    from solver.models.transformers.loading import Loaded

PROBLEM = Problem(tiny.QUESTION, "en")
TOLD = [Message("system", tiny.SYSTEM), Message("user", tiny.QUESTION)]
GOES_ON = [*TOLD, Message("assistant", tiny.STRETCH + tiny.OUTPUT)]
SAMPLING = Sampling(max_tokens=120)


async def said(
    model: LocalModel, told: Sequence[Message] = TOLD, sampling: Sampling = SAMPLING, stop: Sequence[str] = ()
) -> str:
    async with aclosing(model.stream(told, sampling, stop=stop)) as pieces:
        return "".join([p.text async for p in pieces if not isinstance(p, Wait)])


@pytest.mark.parametrize("batched", [False, True])
@pytest.mark.parametrize("quantize", ["nf4", "none"])
async def test_it_writes_its_cell_and_reads_its_output(folder: Path, quantize: Any, batched: bool) -> None:
    backend = TransformersBackend(str(folder), quantize=quantize, batched=batched)
    model = backend.model(PROBLEM)
    assert await said(model) == tiny.STRETCH, "it stops behind the cell"
    with counted(loaded_of(backend)) as sizes:
        assert await said(model, GOES_ON) == tiny.END
    tokens = len(loaded_of(backend).tokenizer(tiny.OUTPUT + tiny.END).input_ids)
    assert sum(sizes) <= tokens + (32 if batched else 2), "round two runs only the output, and what it writes"
    await backend.close()


def loaded_of(backend: TransformersBackend) -> Loaded:
    assert backend._ready is not None
    return backend._ready.result().loaded


async def test_a_whole_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = TransformersBackend(str(folder))
    await backend.start()
    kernel = EchoKernel({"n = 12\nprint(n * n)": [Output(1, "stdout", "144\n")]})
    monkeypatch.setattr(Profile, "system_for", lambda self, way: tiny.SYSTEM)
    monkeypatch.setattr(Profile, "question", lambda self, problem, way=None: problem)
    agent = Agent(backend.model(PROBLEM), kernel, FixedChecker(None), profile=backend.profile)
    events = [event async for event in agent.solve(PROBLEM)]
    assert any(isinstance(e, Waiting) for e in events), "the page is told that it loads"
    assert "".join(e.delta for e in events if isinstance(e, Code)) == "n = 12\nprint(n * n)\n"
    assert Answer("144") in events
    assert events[-1] == Done("answered")
    await backend.close()


async def test_loading_blocks_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from solver.models.transformers import loading

    real = loading.load

    def from_a_slow_disk(*args: Any, progress: Any, **options: Any) -> Any:
        loaded = real(*args, progress=loading.Progress(), **options)  # what it really counts would go back
        for percent in range(0, 60, 20):
            progress.loaded = percent / 100
            time.sleep(0.3)
        return loaded

    monkeypatch.setattr(loading, "load", from_a_slow_disk)
    backend = TransformersBackend(str(folder))
    before = time.monotonic()
    await backend.start()
    assert time.monotonic() - before < 0.2
    fractions, beats = list[float](), 0

    async def beat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(0.01)
            beats += 1

    heart = asyncio.create_task(beat())
    async with aclosing(backend.model(PROBLEM).stream(TOLD, SAMPLING)) as pieces:
        async for piece in pieces:
            if not isinstance(piece, Wait):
                break
            assert piece.reason == "loading"
            assert piece.fraction is not None
            fractions.append(piece.fraction)
    heart.cancel()
    assert {0.0, 0.2, 0.4} <= set(fractions)
    assert fractions == sorted(set(fractions))
    assert beats > 20
    await backend.close()


async def test_the_weights_are_counted_while_they_are_loaded(folder: Path) -> None:
    from solver.models.transformers.loading import Progress, load

    seen = list[float]()

    class Seen(Progress):
        def __setattr__(self, name: str, value: Any) -> None:
            super().__setattr__(name, value)
            if name == "loaded":
                seen.append(value)

    progress = Seen()
    load(str(folder), adapter=None, quantize="none", progress=progress)
    assert progress.fraction == 1.0
    assert len(seen) > 10
    assert seen == sorted(seen)


async def test_eight_students_at_once_get_the_same_as_one(folder: Path) -> None:
    backend = TransformersBackend(str(folder), quantize="none", batched=True)
    found = await asyncio.gather(*(said(backend.model(PROBLEM)) for _ in range(8)))
    assert found == [tiny.STRETCH] * 8
    await backend.close()


async def test_the_samples_of_one_problem_may_be_written_at_once(folder: Path) -> None:
    backend = TransformersBackend(str(folder), quantize="none")
    model = backend.model(PROBLEM)
    assert await asyncio.gather(*(said(model) for _ in range(3))) == [tiny.STRETCH] * 3
    await backend.close()


async def test_texts_that_stop_it(folder: Path) -> None:
    backend = TransformersBackend(str(folder), quantize="none")
    model = backend.model(PROBLEM)
    expected = tiny.STRETCH[: tiny.STRETCH.index("十二乘")]
    assert await said(model, stop=("never", "十二乘")) == expected
    assert await said(model, stop=("never",)) == tiny.STRETCH
    await backend.close()


async def test_a_conversation_that_is_too_long_is_told_so(folder: Path) -> None:
    backend = TransformersBackend(str(folder), quantize="none")
    with pytest.raises(ModelUnavailable) as failed:
        await said(backend.model(PROBLEM), [Message("user", "12 " * 3000)])
    assert failed.value.code == "context-full"
    assert "too long" in sentence_of(failed.value, "en")
    assert await said(backend.model(PROBLEM)) == tiny.STRETCH
    await backend.close()


async def test_an_adapter_changes_what_is_written(folder: Path, tmp_path: Path) -> None:
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    torch.manual_seed(0)  # some random adapters change none of the first tokens
    tuned: Any = get_peft_model(
        AutoModelForCausalLM.from_pretrained(folder),
        LoraConfig(r=4, target_modules=["q_proj", "down_proj"], init_lora_weights=False),
    )
    tuned.save_pretrained(tmp_path / "mine")
    plain = TransformersBackend(str(folder), quantize="nf4")
    adapted = TransformersBackend(str(folder), quantize="nf4", adapter=str(tmp_path / "mine"))
    short = Sampling(max_tokens=20)
    assert await said(adapted.model(PROBLEM), sampling=short) != await said(
        plain.model(PROBLEM), sampling=short
    )
    await plain.close()
    await adapted.close()


def code_of(name: str, **options: Any) -> ModelUnavailable:
    async def load() -> None:
        await said(TransformersBackend(name, **options).model(PROBLEM))

    with pytest.raises(ModelUnavailable) as failed:
        asyncio.run(load())
    for language in ("en", "zh"):
        assert sentence_of(failed.value, language)  # type: ignore[arg-type]
    return failed.value


def test_names_that_cannot_be_loaded(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert code_of(str(tmp_path)).code == "no-model", "an empty folder"
    assert code_of("/no/such/folder").code == "no-model"
    assert code_of("two/many/slashes").code == "no-model"
    assert code_of(str(folder), adapter=str(tmp_path)).code == "no-adapter"


def test_weights_that_are_no_safetensors_are_not_read(folder: Path, tmp_path: Path) -> None:
    import torch

    shutil.copytree(folder, tmp_path / "pickled")
    (tmp_path / "pickled" / "model.safetensors").unlink()
    torch.save({}, tmp_path / "pickled" / "pytorch_model.bin")
    assert code_of(str(tmp_path / "pickled")).code in ("no-model", "model-broken")


def test_the_code_of_a_repository_is_not_run(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "own")
    config = json.loads((tmp_path / "own" / "config.json").read_text())
    config |= {
        "model_type": "own",
        "auto_map": {"AutoConfig": "own.Config", "AutoModelForCausalLM": "own.Model"},
    }
    (tmp_path / "own" / "config.json").write_text(json.dumps(config))
    (tmp_path / "own" / "own.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    assert code_of(str(tmp_path / "own")).code == "model-broken"
    assert not (tmp_path / "ran").exists()


def test_a_model_that_does_not_fit_says_what_would(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "large")
    config = json.loads((tmp_path / "large" / "config.json").read_text())
    config |= {
        "hidden_size": 16384,
        "intermediate_size": 2**20,
        "num_attention_heads": 64,
    }
    (tmp_path / "large" / "config.json").write_text(json.dumps(config))
    failed = code_of(str(tmp_path / "large"))
    assert failed.code == "too-large"
    assert failed.values["need"] > 50  # type: ignore[operator]
    assert "GB are free" in sentence_of(failed, "en")


@pytest.mark.parametrize(
    ("name", "parameters", "gigabytes"),
    [("7B", 7.6e9, 5.55), ("1.5B", 1.54e9, 1.2)],
)
def test_what_a_known_model_needs(name: str, parameters: float, gigabytes: float) -> None:
    """Qwen2.5's shapes; 5.55 GB is what 7B in 4 bits takes."""
    import torch
    from transformers import Qwen2Config

    from solver.models.transformers.memory import need_of

    shapes = {
        "7B": {"hidden_size": 3584, "intermediate_size": 18944, "num_hidden_layers": 28, "num_attention_heads": 28,
               "num_key_value_heads": 4, "vocab_size": 152064},
        "1.5B": {"hidden_size": 1536, "intermediate_size": 8960, "num_hidden_layers": 28, "num_attention_heads": 12,
                 "num_key_value_heads": 2, "vocab_size": 151936, "tie_word_embeddings": True},
    }  # fmt: skip
    config = Qwen2Config(**shapes[name])
    need = need_of(config, nf4=True, dtype=torch.bfloat16, context_tokens=4096)
    assert need.parameters == pytest.approx(parameters, rel=0.02)
    assert need.weights / 1e9 == pytest.approx(gigabytes, rel=0.05)
    if name == "7B":
        assert need.context == 4096 * 56 * 1024


def errors() -> list[tuple[str, BaseException]]:
    import httpx
    from huggingface_hub.errors import GatedRepoError, OfflineModeIsEnabled, RepositoryNotFoundError

    response = httpx.Response(403, request=httpx.Request("GET", "http://localhost"))
    return [
        ("model-gated", GatedRepoError("gated", response=response)),
        ("no-model", RepositoryNotFoundError("unknown", response=response)),
        ("model-unreachable", OfflineModeIsEnabled("offline")),
        ("model-unreachable", httpx.ConnectError("no route")),
    ]


@pytest.mark.parametrize("n", range(4))
def test_errors_of_the_hub_have_sentences(n: int) -> None:
    """As `transformers` passes them on: as the cause of an `OSError`."""
    from solver.models.transformers.loading import code_of

    code, cause = errors()[n]
    outer = OSError("words of the library")
    outer.__cause__ = cause
    assert code_of(outer, adapter=False) == code


class TestRendering:
    """What the model goes on from."""

    def render(
        self, loaded: Loaded, messages: Sequence[Message], profile: Profile = DEFAULT, template: str = ""
    ) -> Any:
        from copy import copy

        from solver.models.transformers.rendering import render

        tokenizer = copy(loaded.tokenizer)
        tokenizer.chat_template = template or tiny.TEMPLATE
        return render(tokenizer, profile, messages)

    def test_a_turn_of_the_model_is_gone_on_with(self, loaded: Loaded) -> None:
        assert self.render(loaded, GOES_ON).text == self.render(loaded, TOLD).text + GOES_ON[-1].content

    def test_a_template_that_refuses_a_system_turn_has_it_in_the_users(self, loaded: Loaded) -> None:
        template = (
            "{% if messages[0].role == 'system' %}{{ raise_exception('no system') }}{% endif %}"
            + tiny.TEMPLATE
        )
        text = self.render(loaded, TOLD, template=template).text
        assert text.startswith(f"<|im_start|>user\n{tiny.SYSTEM}\n\n{tiny.QUESTION}<|im_end|>")

    def test_a_cell_is_a_call_and_the_tool_is_described(self, loaded: Loaded) -> None:
        template = "{{ tools | tojson }}{% for m in messages %}[{{ m.role }}{{ m.tool_calls | tojson if m.tool_calls }}]{% endfor %}"
        told = [*TOLD, Message("assistant", "", cell="1+1"), Message("tool", "2\n")]
        text = self.render(loaded, told, profile_of("qwen3"), template).text
        assert json.loads(text[: text.index("[system]")]) == [SCHEMA]
        assert (
            '[assistant[{"type": "function", "function": {"name": "execute_code", "arguments": {"code": "1+1"}}}]][tool]'
            in text
        )

    def test_thoughts_that_the_template_opens_are_not_opened_twice(self, loaded: Loaded) -> None:
        profile, template = (
            Profile("x", "", thinking=Thinking(opened=True)),
            tiny.TEMPLATE + "{{ '<think>\\n' }}",
        )
        begun = self.render(loaded, TOLD, profile, template)
        assert begun.thinks
        open_ = self.render(loaded, [*TOLD, Message("assistant", "<think>\nso 2")], profile, template)
        assert (open_.text.endswith("assistant\n<think>\nso 2"), open_.thinks) == (True, True)
        closed = self.render(
            loaded, [*TOLD, Message("assistant", "<think>\nso 2</think>\n2")], profile, template
        )
        assert (closed.text.count("<think>"), closed.thinks) == (1, False)
        bare = self.render(loaded, [*TOLD, Message("assistant", "It is 2")], profile, template)
        assert (bare.text.endswith("<think>\n</think>\n\nIt is 2"), bare.thinks) == (True, False)


async def test_a_failure_is_told_once_and_leaves_no_unheard_error(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    backend = TransformersBackend(str(tmp_path / "none"))
    gone = backend.ready()
    with suppress(ModelUnavailable):  # where it has failed before anybody looked
        await anext(gone)  # a reader who leaves while it loads
    await gone.aclose()
    with pytest.raises(ModelUnavailable):
        async for _ in backend.ready():
            pass
    await backend.close()
    del gone, backend
    gc.collect()
    assert "never retrieved" not in caplog.text
