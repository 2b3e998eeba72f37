"""Train the tiny model: `python -m training.tiny.train --out DIR [--minutes N] [--seed N]`.

A plain loop on the CPU: fresh problems all the time, sequences of like length in a batch, loss on the model's own turns only.
The rate follows the share of the minutes that are over, so a busy machine gets a model that has seen less, not half a schedule.
"""

from __future__ import annotations

import argparse
import itertools
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from training.tiny.problems import problems
from training.tiny.tokenizer import CONTEXT_TOKENS, encoded, train_tokenizer, wrapped

if TYPE_CHECKING:
    import torch
    from tokenizers import Tokenizer
    from transformers import Qwen2ForCausalLM

TOKENIZER_CONVERSATIONS: Final = 20_000
IGNORED: Final = -100
GENTLE: Final = 0.4
"""Share of the rates at which a trained model goes on: more would unlearn, less would learn nothing."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the model is made.

    Attributes:
        minutes, steps: when it ends, whichever comes first; the learning rate falls towards it.
        batch_tokens: of one step, padding included.
        chunk: conversations that are sorted by length together.
        warmup: share of the whole in which the rate rises.
    """

    minutes: float = 40.0
    steps: int | None = None
    seed: int = 1
    batch_tokens: int = 4_096
    chunk: int = 2_048
    rate: float = 3e-3
    matrix_rate: float = 2e-2
    warmup: float = 0.03
    hidden: int = 256
    layers: int = 4
    heads: int = 8
    feed_forward: int = 640


def build(recipe: Recipe, vocabulary: int, pad: int, end: int) -> Qwen2ForCausalLM:
    """The untrained model. All its matrices are multiples of 64 wide, the block of 4-bit quantisation."""
    import torch
    from transformers import Qwen2Config, Qwen2ForCausalLM

    torch.manual_seed(recipe.seed)
    config = Qwen2Config(
        vocab_size=vocabulary, hidden_size=recipe.hidden, intermediate_size=recipe.feed_forward,
        num_hidden_layers=recipe.layers, num_attention_heads=recipe.heads, num_key_value_heads=recipe.heads,
        max_position_embeddings=CONTEXT_TOKENS, tie_word_embeddings=True,
        pad_token_id=pad, bos_token_id=None, eos_token_id=end,
    )  # fmt: skip
    return Qwen2ForCausalLM(config)


def batches(tokenizer: Tokenizer, recipe: Recipe, pad: int) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Ids and labels without end, `(rows, length)` each, right-padded."""
    import torch

    source, shuffler = problems(recipe.seed, held_out=False), random.Random(recipe.seed)
    while True:
        chunk = encoded(tokenizer, [p.messages() for p in itertools.islice(source, recipe.chunk)])
        chunk.sort(key=lambda pair: len(pair[0]))
        groups, group = [], list[tuple[list[int], list[bool]]]()
        for pair in chunk:  # the longest comes last, so it gives the width
            if group and (len(group) + 1) * len(pair[0]) > recipe.batch_tokens:
                groups.append(group)
                group = []
            group.append(pair)
        shuffler.shuffle(groups)  # the last, short group waits for nobody: it is left out
        for rows in groups:
            width = max(len(ids) for ids, _ in rows)
            ids = torch.full((len(rows), width), pad)
            labels = torch.full((len(rows), width), IGNORED)
            for row, (tokens, written) in enumerate(rows):
                ids[row, : len(tokens)] = torch.tensor(tokens)
                labels[row, : len(tokens)] = torch.where(torch.tensor(written), torch.tensor(tokens), IGNORED)
            yield ids, labels


def loss_of(model: Qwen2ForCausalLM, ids: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Mean cross-entropy in nats a token over the labelled positions; only they reach the vocabulary."""
    from torch.nn import functional

    # no mask: padding lies on the right, where a causal model does not look
    hidden = model.model(input_ids=ids[:, :-1], use_cache=False).last_hidden_state
    targets = labels[:, 1:]
    wanted = targets != IGNORED
    return functional.cross_entropy(model.lm_head(hidden[wanted]).float(), targets[wanted])


def optimizers(model: Qwen2ForCausalLM, recipe: Recipe) -> list[tuple[torch.optim.Optimizer, float]]:
    """Each with its highest rate: Muon for the layers' matrices, AdamW for the rest."""
    import torch

    matrices = [p for n, p in model.named_parameters() if p.ndim == 2 and "layers" in n]
    others = [p for n, p in model.named_parameters() if p.ndim != 2 or "layers" not in n]
    return [
        (torch.optim.Muon(matrices, lr=recipe.matrix_rate, weight_decay=0.01), recipe.matrix_rate),
        (torch.optim.AdamW(others, lr=recipe.rate, betas=(0.9, 0.98), weight_decay=0.01), recipe.rate),
    ]


def factor_at(share: float, warmup: float) -> float:
    """The part of the highest rates when this share of a training is over: rising for `warmup` of it, then along a cosine."""
    warm = share / warmup if warmup else 1.0
    return max(min(warm, 0.02 + 0.49 * (1 + math.cos(math.pi * share))), 0.01)


def step_on(
    model: Qwen2ForCausalLM,
    pairs: Sequence[tuple[torch.optim.Optimizer, float]],
    ids: torch.Tensor,
    labels: torch.Tensor,
    factor: float,
) -> float:
    """One step on a batch at a `factor` of the highest rates, in bf16 where the processor has it; the loss before it, in nats a token."""
    import torch

    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.ops.mkldnn._is_mkldnn_bf16_supported()):
        loss = loss_of(model, ids, labels)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    for optimizer, highest in pairs:
        optimizer.param_groups[0]["lr"] = highest * factor
        optimizer.step()
        optimizer.zero_grad()
    return loss.item()


def learn(
    model: Qwen2ForCausalLM, tokenizer: Tokenizer, recipe: Recipe, *, pad: int, every: int = 50
) -> list[float]:
    """Train in place; losses of the steps, in nats a token. Prints a line of progress `every` so many steps."""
    model.train()
    pairs, losses, seen, begun = optimizers(model, recipe), list[float](), 0, time.monotonic()
    for step, (ids, labels) in enumerate(batches(tokenizer, recipe, pad)):
        elapsed_s = time.monotonic() - begun
        over = max(elapsed_s / (recipe.minutes * 60), step / recipe.steps if recipe.steps else 0.0)
        if over >= 1:
            break
        losses.append(step_on(model, pairs, ids, labels, factor_at(over, recipe.warmup)))
        seen += ids.numel()
        if step % every == 0:
            recent = losses[-every:]
            print(
                f"step {step:5d}  loss {sum(recent) / len(recent):.4f}  {over:5.1%}  "
                f"{seen / max(elapsed_s, 1e-9):.0f} tokens/s",
                flush=True,
            )
    return losses


def save(model: Qwen2ForCausalLM, tokenizer: Tokenizer, out: Path) -> None:
    """Weights in 16 bits, configuration, tokenizer with its template: what `from_pretrained` and servers read."""
    import torch

    out.mkdir(parents=True, exist_ok=True)
    model.generation_config.do_sample = False
    model.to(torch.bfloat16).save_pretrained(out)  # type: ignore[arg-type]
    wrapped(tokenizer).save_pretrained(out)


def stored(folder: Path) -> tuple[Qwen2ForCausalLM, Tokenizer]:
    """A trained model in full precision, and its tokenizer."""
    import torch
    from tokenizers import Tokenizer
    from transformers import Qwen2ForCausalLM

    model = Qwen2ForCausalLM.from_pretrained(folder, dtype=torch.float32)
    return model, Tokenizer.from_file(str(folder / "tokenizer.json"))


def main() -> None:
    """Train and save."""
    default = Recipe()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=default.minutes)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--seed", type=int, default=default.seed)
    parser.add_argument(
        "--start", type=Path, help="folder of a trained one to go on with, at lower rates; take another seed"
    )
    chosen = parser.parse_args()
    recipe = Recipe(minutes=chosen.minutes, steps=chosen.steps, seed=chosen.seed)
    if chosen.start:
        model, tokenizer = stored(chosen.start)
        recipe = replace(recipe, rate=GENTLE * recipe.rate, matrix_rate=GENTLE * recipe.matrix_rate)
        whole = wrapped(tokenizer)
    else:
        source = problems(recipe.seed, held_out=False)
        tokenizer = train_tokenizer(p.messages() for p in itertools.islice(source, TOKENIZER_CONVERSATIONS))
        whole = wrapped(tokenizer)
        model = build(recipe, len(whole), whole.pad_token_id, whole.eos_token_id)
    print(f"{model.num_parameters() / 1e6:.2f} M parameters, {len(whole)} tokens", flush=True)
    learn(model, tokenizer, recipe, pad=whole.pad_token_id)
    save(model, tokenizer, chosen.out)


if __name__ == "__main__":
    main()
