"""A vision model on this machine: really loaded, in its own process, asked about pictures; what is said of names that are none."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from pydantic import ValidationError

from solver.errors import ModelUnavailable
from solver.ocr import OcrOptions, load
from solver.ocr.answers import Sureness
from solver.ocr.vision_local import CODES, LocalVision, _environment
from solver.ports import Wait
from solver.prompts import prompt
from solver.sentences import sentence_of
from solver.settings import Settings
from tests.breadth import wide
from tests.ocr import tiny_sight
from tests.ocr.conftest import with_words
from tests.ocr.test_bad_input import packed, written
from tests.ocr.test_engines import keeps

ASKED = prompt("picture/page")
TWO = "1. Solve $x^2=49$.\n\n2. Find $y$ if $2y=12$."
SAID = "Here is the text:\n\n```markdown\n求函数 \\(y=x^2-4x+8\\) 的最小值。\n```"
"""What the tiny model says of the two pictures, the second as models like to say it."""
READ = "求函数$y=x^2-4x+8$的最小值。"


@dataclass(frozen=True)
class Sighted:
    """A folder with a model that takes pictures, and the two that it knows: of the first it says `TWO`, of the second `SAID`."""

    folder: Path
    one: bytes
    other: bytes


@pytest.fixture(scope="session")
def sighted(tmp_path_factory: pytest.TempPathFactory) -> Sighted:
    folder = tmp_path_factory.mktemp("sighted")
    plain, barred = written(), written()
    for top in (0, 95):
        ImageDraw.Draw(barred).rectangle((0, top, 399, top + 24), fill=0)
    made = Sighted(folder, packed(plain), packed(barred))
    tiny_sight.make(folder, {TWO: made.one, SAID: made.other}, ASKED)
    return made


@with_words
@pytest.mark.wide
@pytest.mark.timeout(
    300
)  # the model is made, and loaded twice: a dozen seconds of a processor that may be shared
@pytest.mark.thorough
async def test_pictures_are_read_in_its_own_process(sighted: Sighted) -> None:
    engine: Any = load("auto", OcrOptions(timeout_s=60, local_model=str(sighted.folder), quantize="none"))
    heard: list[Wait] = []
    try:
        one, other = await asyncio.gather(
            engine.read(sighted.one, waiting=heard.append), engine.read(sighted.other, waiting=heard.append)
        )
        keeps(one)
        assert one.markdown == TWO and [p.label for p in one.problems] == ["1.", "2."]
        assert other.markdown == READ and {one.engine, other.engine} == {"vision"}
        assert all(0.5 < r.confidence < 1 for r in (*one.regions, *other.regions)), "as the model holds them"
        assert any(w.reason == "loading" for w in heard), "who waits hears of the loading"
        vision: LocalVision = engine._engines.engine("vision")._model
        (pid,) = vision._pool.pids
        assert _bound_of(pid) < 8 << 30, "its memory is bounded"

        vision.timeout_s = 1e-4
        with pytest.raises(ModelUnavailable, match="ocr-model-slow"):
            await engine._engines.engine("vision").read(sighted.one)
        vision.timeout_s = 60
        gone = asyncio.create_task(engine.read(sighted.one))
        await _until(lambda: bool(vision._reading))
        gone.cancel()
        with pytest.raises(asyncio.CancelledError):
            await gone
        assert (await engine.read(sighted.other)).markdown == READ
        assert vision._pool.pids == (pid,), "what was loaded is kept when time is over or a reader goes away"

        if not wide():  # loading it again is what costs here
            return
        os.kill(pid, signal.SIGSTOP)
        dying = asyncio.create_task(engine.read(sighted.one))
        await _until(lambda: bool(vision._reading))
        os.kill(pid, signal.SIGKILL)
        guessed = await dying
        assert guessed.engine == "tesseract" and "picture-next-best" in {n.code for n in guessed.notes}
        heard.clear()
        assert (await engine.read(sighted.one, waiting=heard.append)).markdown == TWO, "it is loaded again"
        assert heard[0].reason == "loading" and vision._pool.pids != (pid,)
    finally:
        await engine.close()
        await engine.close()
    assert not vision._pool.pids


def _bound_of(pid: int) -> int:
    """Addresses that a process may have."""
    if sys.platform != "linux":
        return 0
    limits = Path(f"/proc/{pid}/limits").read_text().splitlines()
    bound = next(line for line in limits if "address space" in line).split()[3]
    return int(bound) if bound.isdigit() else 1 << 62


async def _until(condition: Callable[[], bool], limit_s: float = 60.0) -> None:
    async with asyncio.timeout(limit_s):
        while not condition():  # noqa: ASYNC110  # of another part's state
            await asyncio.sleep(0.01)


def test_in_4_bits_what_sees_stays_whole(sighted: Sighted) -> None:
    import torch
    from bitsandbytes.nn import Linear4bit

    from solver.models.transformers.loading import Progress
    from solver.models.transformers.memory import Need
    from solver.models.transformers.sight import TooSlow, load_sight

    told: list[Need] = []
    progress = Progress()
    sight = load_sight(
        str(sighted.folder), quantize="nf4", progress=progress, estimated=lambda need, _: told.append(need)
    )
    kinds = {name: type(module) for name, module in sight._model.named_modules()}
    assert kinds["model.visual.blocks.0.attn.qkv"] is torch.nn.Linear
    assert kinds["model.language_model.layers.1.mlp.up_proj"] is Linear4bit
    (need,) = told
    assert need.parameters == sum(
        p.numel()
        for p in load_sight(str(sighted.folder), quantize="none", progress=progress)._model.parameters()
    )
    assert 2 * need.parameters < need.weights < 4 * need.parameters, "in 32 bits but for the layers"
    assert progress.fraction == 1.0
    assert sight.read(sighted.other, ASKED, max_tokens=100, timeout_s=60).text == SAID
    assert sight.read(sighted.one, ASKED, max_tokens=2, timeout_s=60).text == "1."
    with pytest.raises(TooSlow):
        sight.read(sighted.one, ASKED, max_tokens=100, timeout_s=0)


@pytest.mark.parametrize("family", ["qwen2_5_vl", "qwen3_5", "smolvlm", "internvl", "lighton_ocr"])
def test_what_sees_is_known_by_name(family: str) -> None:
    """In each family what is not the language model stays whole. Nothing is allocated."""
    import torch
    from transformers import AutoConfig, AutoModelForImageTextToText

    from solver.models.transformers.sight import WHOLE

    with torch.device("meta"):
        model = AutoModelForImageTextToText.from_config(AutoConfig.for_model(family))
    parts = {name for name, _ in model.model.named_children()}
    assert parts & set(WHOLE) and parts - set(WHOLE) <= {"language_model", "text_model"}


def _text_model(folder: Path, _: Sighted) -> str:
    (folder / "config.json").write_text(json.dumps({"model_type": "qwen2"}))
    return str(folder)


def _huge(folder: Path, sighted: Sighted) -> str:
    shutil.copytree(sighted.folder, folder, dirs_exist_ok=True)
    config = json.loads((folder / "config.json").read_text())
    config["text_config"] |= {"hidden_size": 2**15, "intermediate_size": 2**20}
    config["vision_config"]["hidden_size"] = 2**15
    (folder / "config.json").write_text(json.dumps(config))
    return str(folder)


def _without(name: str) -> Callable[[Path, Sighted], str]:
    def made(folder: Path, sighted: Sighted) -> str:
        shutil.copytree(sighted.folder, folder, dirs_exist_ok=True)
        (folder / name).unlink()
        return str(folder)

    return made


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param(lambda folder, _: str(folder), "ocr-unknown-model", id="empty folder"),
        pytest.param(lambda *_: "/no/such/folder", "ocr-unknown-model", id="no folder"),
        pytest.param(lambda *_: "some/model-7B", "model-unreachable", id="not here, no network"),
        pytest.param(_text_model, "ocr-no-pictures", id="a model of text"),
        pytest.param(_without("chat_template.jinja"), "ocr-no-pictures", id="one that cannot be asked"),
        pytest.param(_without("model.safetensors"), "ocr-unknown-model", id="no weights"),
        pytest.param(_huge, "ocr-too-large", id="too large"),
    ],
)  # fmt: skip
def test_names_that_are_none(
    sighted: Sighted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: Any, code: str
) -> None:
    """As the process would tell them, in sentences that name the right setting."""
    from huggingface_hub import constants

    from solver.models.transformers import picture_process

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    # this is the process of the tests, whose memory must not be bounded for those that come after
    monkeypatch.setattr(picture_process, "_bound_memory", lambda need, device: None)
    source = name(tmp_path, sighted)
    request = {"do": "load", "model": source, "shown": Path(source).name, "quantize": "none"}
    answers: list[dict[str, Any]] = []
    picture_process.serve([json.dumps(request)], answers.append)
    told = json.loads(json.dumps(answers[-1]))
    assert CODES.get(told["failed"], told["failed"]) == code
    error = ModelUnavailable(code, **told["values"])
    english, chinese = sentence_of(error, "en"), sentence_of(error, "zh")
    assert english != chinese and "STEPWISE_MODEL" not in english + chinese and str(tmp_path) not in english


async def test_a_process_that_cannot_start_is_said(sighted: Sighted) -> None:
    vision = LocalVision("some/model", "none", 5.0, module="solver.ocr.none")
    with pytest.raises(ModelUnavailable, match="ocr-broken"):
        await vision._loaded(None)
    await vision.close()


def test_the_process_gets_no_secret_but_the_hubs() -> None:
    server = {"HF_TOKEN": "t", "HOME": "/h", "CUDA_VISIBLE_DEVICES": "1", "OPENAI_API_KEY": "s", "STEPWISE_SECRET": "s", "https_proxy": "p"}  # fmt: skip
    assert {*_environment(server)} - {"MALLOC_ARENA_MAX", "HF_HUB_DISABLE_TELEMETRY"} == {
        "HF_TOKEN", "HOME", "CUDA_VISIBLE_DEVICES", "https_proxy",
    }  # fmt: skip


@given(st.lists(st.tuples(st.text("ab $x^2", min_size=1, max_size=4), st.floats(0, 1))), st.data())
def test_a_part_is_as_sure_as_its_pieces(pieces: list[tuple[str, float]], data: st.DataObject) -> None:
    text, sure = "".join(piece for piece, _ in pieces), Sureness(pieces)
    part = data.draw(st.sampled_from([text[a : a + 3] for a in range(len(text))] or ["?"]))
    values = [likelihood for _, likelihood in pieces] or [0.8]
    assert min(values) <= sure.of_formula(part) <= max(values)
    assert min(values) - 1e-9 <= Sureness(pieces).of_words(part) <= max(values) + 1e-9


@pytest.mark.parametrize(
    ("settings", "server", "local"),
    [
        pytest.param({"ocr_model": "openai:qwen3.5"}, "qwen3.5", None, id="of the server"),
        pytest.param({"ocr_model": "Qwen/Qwen2.5-VL-3B-Instruct"}, None, "Qwen/Qwen2.5-VL-3B-Instruct", id="of this machine"),
        pytest.param({"ocr_model": "transformers:mine"}, None, "mine", id="of this machine by its backend"),
        pytest.param({"ocr_model": "qwen", "ocr_base_url": "http://x/v1"}, "qwen", None, id="of a server of its own"),
        pytest.param({"ocr_model": "Qwen/Q", "ocr_base_url": "http://x/v1"}, "Qwen/Q", None, id="as that server calls it"),
        pytest.param({}, None, None, id="none"),
    ],
)  # fmt: skip
def test_which_model_a_setting_names(settings: dict[str, str], server: str | None, local: str | None) -> None:
    options = Settings(**settings).ocr_options()  # type: ignore[arg-type]
    assert (options.model, options.local_model) == (server, local)
    assert options.sees == bool(server or local) and not options.blind.sees


@pytest.mark.parametrize("name", ["builtin", "qwen2.5vl", "opnai:x"])
def test_what_names_no_model_is_refused_at_the_start(name: str) -> None:
    with pytest.raises(ValidationError, match=r"openai:NAME|takes no pictures"):
        Settings(ocr_model=name)  # type: ignore[call-arg]


def test_two_pictures_differ_in_their_ink_alone(sighted: Sighted) -> None:
    import io

    sizes = {Image.open(io.BytesIO(data)).size for data in (sighted.one, sighted.other)}
    assert len(sizes) == 1, "else their shape could tell them apart"
