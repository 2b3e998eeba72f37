"""The stage `pretrain`: a small decoder from nothing, its tokenizer too, on a CPU: what `sft` and `reward` then go on with.

A plain loop, as of the tiny model (`training.tiny`): rows of like length in a batch, loss on what the model writes in the product. The rate
follows the share of the minutes that are over, so a busy machine gets a model that has seen less, not half a schedule. The folder has
`checkpoints/last.pt` while it goes on, then `model/` for the app, and `report.md`.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections import Counter
from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ConfigDict, Field

from evaluation.rows import BadData
from solver.dialects import DIALECTS, Conversation
from solver.ports import Message
from solver.profiles import Profile, profile_of, with_template
from solver.prompts import prompt
from training.batches import batches
from training.examples import Example
from training.fine_tuning import running
from training.fine_tuning.local_sgd import MEETING, PATIENCE_S, Loop
from training.fine_tuning.rows import BATCH, Teller
from training.fine_tuning.sft import MODEL
from training.fine_tuning.tokens import Sequenced
from training.fine_tuning.weights import save
from training.folder import Dropped, Outcome, StageFolder
from training.formats import Unwritable
from training.formats.conclusion import CLOSING, concluded
from training.tiny.tokenizer import END, PAD, train_tokenizer, wrapped
from training.tiny.train import Recipe, build

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase, Qwen2ForCausalLM

LAST: Final = "last.pt"
ROWS: Final = "rows.pt"
TOKENIZER: Final = "tokenizer"
ALONE: Final = r"\d|(?<!\\)[()\[\]]"
"""Digits and brackets are tokens by themselves: a formula that was never seen is a row of tokens that were."""
HEAD: Final = "```python\nfrom sympy import *\n"


class Config(BaseModel):
    """What is made, of what, and for how long."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    examples: list[Path] = Field(min_length=1, description="stages' folders, or files of examples")
    family: str = Field(
        "stepwise", description="a name whose profile says in which dialect and words it is trained"
    )
    minutes: float = Field(45.0, gt=0, description="of the clock; the rate falls towards the end")
    steps: int | None = Field(None, ge=1, description="an end, too, if it comes first")
    start: Path | None = Field(None, description="the folder of a model to go on with, instead of nothing")
    layers_of: Path | None = Field(
        None,
        description="the folder of a model of the same shape whose layers are taken over; the tokenizer is learnt anew, and a token "
        "begins as the mean of what it was there",
    )
    gentle: float = Field(
        1.0, gt=0, le=1, description="share of the rates; less for a model that was trained already"
    )
    vocabulary: int = Field(2048, ge=512)
    hidden: int = Field(320, ge=64, multiple_of=64, description="width; NF4 wants whole blocks of 64")
    layers: int = Field(4, ge=1)
    heads: int = Field(10, ge=1)
    feed_forward: int = Field(832, ge=64, multiple_of=64)
    batch_tokens: int = Field(4096, ge=256, description="of one step, padding included")
    max_tokens: int = Field(320, ge=16, description="of a row; a longer example is left out")
    rate: float = Field(3e-3, gt=0, description="the highest of AdamW, for embeddings and norms")
    matrix_rate: float = Field(2e-2, gt=0, description="the highest of Muon, for the layers' matrices")
    warmup: float = Field(0.03, ge=0, lt=1)
    processes: int = Field(
        2, ge=1, description="that train with a thread each, on rows of their own, and often take their mean"
    )
    seed: int = 1
    checkpoint_minutes: float = Field(5.0, gt=0)


def inputs(config: Config) -> list[Path]:
    """What is read."""
    return config.examples


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """The examples that are trained on: all that have a solution. Which are too long is seen when there is a tokenizer.

    Raises:
        BadData: a file cannot be read.
    """
    for name, group in batches(config.examples, BATCH):
        if name in done:
            continue
        dropped = tuple(
            Dropped(one.id, "no-solution", "a problem without a solution") for one in group if not one.solved
        )
        yield Outcome(name, tuple(one for one in group if one.solved), dropped)


async def conclude(config: Config, folder: StageFolder) -> None:
    """Train on them.

    Raises:
        BadData: there is none, or it was stopped.
        OSError: a file cannot be written.
    """
    await running.in_thread(lambda stop: _train(config, folder.path, list(folder.examples()), stop))


def _train(config: Config, folder: Path, examples: list[Example], stop: threading.Event) -> None:
    import torch

    if (folder / MODEL).exists():
        return
    if not examples:
        raise BadData("there is no example to train on")
    tokenizer, profile = _tokenizer(config, folder, examples)
    rows, left_out = _rows(Teller(tokenizer, profile, config.max_tokens), examples)
    if not rows:
        raise BadData(f"all {len(examples)} examples are longer than max_tokens ({config.max_tokens})")
    state = folder / running.CHECKPOINTS
    state.mkdir(parents=True, exist_ok=True)
    torch.save([(row.ids, row.labels) for row in rows], state / ROWS)
    others = [
        multiprocessing.get_context("spawn").Process(target=_follow, args=(config, folder, rank), daemon=True)
        for rank in range(1, config.processes)
    ]
    (state / MEETING).unlink(missing_ok=True)
    for other in others:
        other.start()
    if config.processes > 1:
        # as the others: two threads of one process wait for each other longer than they compute where cores are shared
        torch.set_num_threads(1)
    model = _model(config, tokenizer)
    try:
        log = _loop(config, model, rows, state / LAST, rank=0).run(stop)
    finally:
        for other in others:
            other.join(timeout=PATIENCE_S)
            other.kill()
    model.generation_config.do_sample = False
    model.to(torch.bfloat16)  # type: ignore[arg-type]

    def write(into: Path) -> None:
        model.save_pretrained(into)
        tokenizer.save_pretrained(into)

    save(folder / MODEL, write, family=profile.family, ends=[int(tokenizer.eos_token_id)])
    (folder / "report.md").write_text(_report(config, model, len(rows), left_out, log), encoding="utf-8")


def _follow(config: Config, folder: Path, rank: int) -> None:
    """One of the other processes; it ends when the first one says so, or is gone."""
    import torch
    from transformers import AutoTokenizer

    torch.set_num_threads(1)
    state = folder / running.CHECKPOINTS
    rows = [Sequenced(ids, labels) for ids, labels in torch.load(state / ROWS, weights_only=True)]
    model = _model(config, AutoTokenizer.from_pretrained(config.start or folder / TOKENIZER))
    with suppress(RuntimeError):  # the first one has stopped: what there is to say, it says
        _loop(config, model, rows, state / LAST, rank=rank).run(threading.Event())


def _model(config: Config, tokenizer: PreTrainedTokenizerBase) -> Qwen2ForCausalLM:
    """As it begins."""
    import torch
    from transformers import Qwen2ForCausalLM

    if config.start is not None:
        return Qwen2ForCausalLM.from_pretrained(config.start, dtype=torch.float32)
    known = tokenizer.get_vocab()
    pad, end = known[PAD], known[END]
    model = build(_recipe(config), len(tokenizer), pad, end)
    if config.layers_of is not None:
        _take_over(model, tokenizer, config.layers_of)
    return model


def _take_over(model: Qwen2ForCausalLM, tokenizer: PreTrainedTokenizerBase, folder: Path) -> None:
    """The layers of a trained model, and for each token the mean of those that its text is there.

    Raises:
        BadData: the model has another shape.
    """
    import torch
    from transformers import AutoTokenizer, Qwen2ForCausalLM

    other = Qwen2ForCausalLM.from_pretrained(folder, dtype=torch.float32)
    former = AutoTokenizer.from_pretrained(folder)
    trained = {
        name: one for name, one in other.state_dict().items() if "embed" not in name and "lm_head" not in name
    }
    try:
        model.load_state_dict(trained, strict=False)
    except RuntimeError as error:
        raise BadData(f"{folder} has another shape than is wanted: {str(error).splitlines()[-1]}") from error
    known = former.get_vocab()
    before, after = other.model.embed_tokens.weight, model.model.embed_tokens.weight
    with torch.no_grad():
        for token in range(len(tokenizer)):
            text = tokenizer.decode([token])
            name = str(tokenizer.convert_ids_to_tokens(token))
            ids = [known[name]] if name in known else former.encode(text, add_special_tokens=False)
            if ids:
                after[token] = before[ids].mean(dim=0)


def _tokenizer(
    config: Config, folder: Path, examples: Sequence[Example]
) -> tuple[PreTrainedTokenizerBase, Profile]:
    """That of the model to go on with, or one that is learnt from the examples."""
    from transformers import AutoTokenizer

    profile, kept = profile_of(config.family), config.start or folder / TOKENIZER
    if not kept.exists():
        told = (messages(one, profile) for one in examples)
        made = wrapped(train_tokenizer(told, vocabulary=config.vocabulary, alone=ALONE))
        made.add_tokens(_phrases(profile))
        made.save_pretrained(kept)
    tokenizer = AutoTokenizer.from_pretrained(kept)
    return tokenizer, with_template(profile, str(tokenizer.chat_template or ""))


def _phrases(profile: Profile) -> list[str]:
    """What stands in every row, word for word: a token each, so that nothing is computed for it."""
    observation = prompt(f"{profile.prompts}/observation", output="\0").partition("\0")[0].rstrip()
    closings = (closing.partition("%s")[0] for closing in CLOSING.values())
    return [profile.system, observation, HEAD, "print(latex(", "symbols('", *closings]


def messages(example: Example, profile: Profile) -> list[Message]:
    """A solution as the conversation that it is in the dialect of a family."""
    events = tuple(concluded(example.events, example.answer, example.language))
    question = profile.question(example.problem)
    return list(DIALECTS[profile.dialect](Conversation(question, events, profile.system)))


def _rows(teller: Teller, examples: Sequence[Example]) -> tuple[list[Sequenced], Counter[str]]:
    rows, left_out = list[Sequenced](), Counter[str]()
    for one in examples:
        try:
            rows += teller.rows(one)
        except Unwritable as error:
            left_out[error.reason] += 1
    return rows, left_out


def _loop(
    config: Config, model: Qwen2ForCausalLM, rows: Sequence[Sequenced], file: Path, *, rank: int
) -> Loop:
    return Loop(
        _recipe(config), model, rows, file,
        rank=rank, processes=config.processes, checkpoint_minutes=config.checkpoint_minutes,
    )  # fmt: skip


def _recipe(config: Config) -> Recipe:
    return Recipe(
        minutes=config.minutes, steps=config.steps, seed=config.seed, batch_tokens=config.batch_tokens,
        rate=config.rate * config.gentle, matrix_rate=config.matrix_rate * config.gentle, warmup=config.warmup,
        hidden=config.hidden, layers=config.layers, heads=config.heads, feed_forward=config.feed_forward,
    )  # fmt: skip


def _report(
    config: Config, model: Qwen2ForCausalLM, rows: int, left_out: Counter[str], log: dict[str, Any]
) -> str:
    losses = log["losses"]
    parts = [f"| {n / 10:.0%} | {_mean(losses, n / 10):.4f} |" for n in range(1, 11)] if losses else []
    return "\n".join(
        [
            "# pretrain\n",
            f"{sum(p.numel() for p in model.parameters()):,} parameters; {rows} rows ({dict(left_out) or 'none'} left out); "
            f"{log['steps']} steps, {log['epochs']} whole epochs, {log['tokens']:,} tokens with padding, {log['minutes']} minutes.\n",
            "| of the steps | loss (nats a token) |\n|---|--:|",
            *parts,
            "",
            "```",
            config.model_dump_json(indent=1),
            "```\n",
        ]
    )


def _mean(losses: Sequence[float], share: float) -> float:
    """Around there: of the tenth that ends there."""
    end = max(1, round(len(losses) * share))
    part = losses[max(0, end - max(1, len(losses) // 10)) : end]
    return sum(part) / len(part)
