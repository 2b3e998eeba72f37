"""Local models, our layers beside the bare computation: `python -m tests.bench.llm [--model assets/stepwise-small] [--dense]`.

    --parts A,B     of: layers, gap, qwen, many, round (default: all)
    --rounds N      repetitions, in turn (default 7)
    --write         put the table into its section of `evaluation/results/llm.md`

layers: tokens a second of one stream, a bare loop around the forward pass against the agent's events. gap: from the token
that closes a cell's fence to the first token behind its output; an ordinary Space lets `generate` stop at strings, starts
a new Python process for the cell and prefills the whole conversation again. qwen: the same with a random model of the
tiny one's size that has as many tokens as Qwen's, whose names `stop_strings` goes through at every call. many: 8 students at once against one after
another. round: tokens that are run for the second round of a problem. Medians; the student's code is `print(144)`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import torch
from transformers import DynamicCache

from solver.events import Output, encode
from solver.kernels import KernelPool
from solver.models.transformers import TransformersBackend
from solver.models.transformers.backend import Ready
from solver.models.transformers.rendering import render
from solver.ports import Message, Problem, Sampling, Wait
from solver.segment import CellEnd, Segmenter

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "evaluation/results/llm.md"
PARTS = ("layers", "gap", "qwen", "many", "round")
CELL = "print(144)"
OUTPUT = "144\n"
TOKENS = 128
STRETCH = 300
STUDENTS = 8
QWEN_TOKENS = 151_936


@dataclass
class Bench:
    """A model that is loaded, and what was found."""

    model: Path
    nf4: bool
    rounds: int
    rows: list[tuple[str, str, str]] = field(default_factory=list)

    def backend(self, *, batched: bool) -> TransformersBackend:
        return TransformersBackend(str(self.model), quantize="nf4" if self.nf4 else "none", batched=batched)

    def row(self, what: str, value: str, wanted: str) -> None:
        self.rows.append((what, value, wanted))
        print(f"{what:72} {value:>28}   {wanted}", flush=True)


async def ready(backend: TransformersBackend) -> Ready:
    async with aclosing(backend.ready()) as steps:
        async for step in steps:
            if isinstance(step, Ready):
                return step
    raise AssertionError


QUESTION = "题目：A shop sells 12 boxes with 12 pencils each. How many pencils are that?"


def told(written: str = "") -> list[Message]:
    """A problem, and the model's own turn so far."""
    return [Message("user", QUESTION)] + [Message("assistant", written)] * bool(written)


@contextmanager
def forwards(model: Any) -> Iterator[list[tuple[float, int]]]:
    """When each forward pass ended, and how many tokens it ran."""
    seen: list[tuple[float, int]] = []

    def note(module: Any, args: Any, options: dict[str, Any], out: Any) -> None:
        seen.append((time.perf_counter(), options["input_ids"].numel()))

    hook = model.register_forward_hook(note, with_kwargs=True)
    try:
        yield seen
    finally:
        hook.remove()


@torch.inference_mode()
def bare(model: Any, prompt: Sequence[int], tokens: int) -> float:
    """Tokens a second of a loop that does nothing else; the prompt is not counted."""
    cache, new = DynamicCache(config=model.config), list(prompt)
    with forwards(model) as seen:
        for _ in range(tokens + 1):
            given = torch.tensor([new])
            out = model(input_ids=given, past_key_values=cache, use_cache=True, logits_to_keep=1)
            new = [int(out.logits[:, -1].argmax(-1))]
    return tokens / (time.perf_counter() - seen[0][0])


async def through_all(
    backend: TransformersBackend, messages: Sequence[Message], tokens: int, loaded: Any
) -> float:
    """Tokens a second through engine, decoding, marks, fences, segmenter and events' JSON."""
    segmenter, size = Segmenter(), 0
    with forwards(loaded.model) as seen:
        stream = backend.model(Problem("", "en")).stream(messages, Sampling(max_tokens=tokens + 1))
        async with aclosing(stream) as deltas:
            async for delta in deltas:
                if isinstance(delta, Wait):
                    continue
                for segment in segmenter.feed(delta.text):
                    if not isinstance(segment, CellEnd):
                        size += len(encode(segment))
        ended = time.perf_counter()
    assert size
    return (len(seen) - 1) / (ended - seen[0][0])


async def layers(bench: Bench) -> None:
    """At one stream."""
    backend = bench.backend(batched=False)
    found = _endless(await ready(backend), looks=True)
    _put(backend, found)
    prompt = found.loaded.tokenizer(
        render(found.loaded.tokenizer, found.loaded.profile, told()).text
    ).input_ids
    rates: dict[str, list[float]] = {"bare": [], "ours": []}
    bare(found.loaded.model, prompt, TOKENS)
    for _ in range(bench.rounds):
        rates["bare"].append(await asyncio.to_thread(bare, found.loaded.model, prompt, TOKENS))
        rates["ours"].append(await through_all(backend, told(), TOKENS, found.loaded))
    cost = 1 - statistics.median(o / b for o, b in zip(rates["ours"], rates["bare"], strict=True))
    bench.row(
        "one stream: bare loop / through all layers",
        f"{statistics.median(rates['bare']):.0f} / {statistics.median(rates['ours']):.0f} tokens/s", "",
    )  # fmt: skip
    bench.row("cost of our layers", f"{100 * cost:.1f} %", "≤ 5 %")
    await backend.close()


def _endless(found: Ready, *, looks: bool = False) -> Ready:
    """A model that does not end its turn, so that all write the same number of tokens; no cell stops it unless it `looks`."""
    table = found.table if looks else bytes(len(found.table))
    return replace(found, loaded=replace(found.loaded, ends=frozenset()), table=table)


def _put(backend: TransformersBackend, found: Ready) -> None:
    from concurrent.futures import Future

    future: Future[Ready] = Future()
    future.set_result(found)
    backend._ready = future


async def gap(bench: Bench, words: str = "") -> None:
    """Both ways over the same conversation, in turn: 300 tokens that the model wrote itself, then the output."""
    backend = bench.backend(batched=False)
    found = _endless(await ready(backend))
    _put(backend, found)
    pool = KernelPool(warm=1)
    await pool.start()
    kernel = pool.kernel()
    [o async for o in kernel.run(0, "1", timeout_s=20)]
    seconds: dict[str, list[float]] = {"ours": [], "process": [], "sympy": []}
    for _ in range(bench.rounds):
        model = backend.model(Problem("", "en"))
        with forwards(found.loaded.model) as seen:
            text = await _said(model, told(), STRETCH)
            fence, before = seen[-1][0], len(seen)
            printed = [o async for o in kernel.run(1, CELL, timeout_s=20)]
            assert any(isinstance(o, Output) and o.text == OUTPUT for o in printed)
            text += f"\n```output\n{OUTPUT}```\n"
            await _said(model, told(text), 1)
            seconds["ours"].append(seen[before][0] - fence)
        for kind, source in (("process", CELL), ("sympy", f"from sympy import *\n{CELL}")):
            seconds[kind].append(await asyncio.to_thread(ordinary, found.loaded, text, source))
    ours = statistics.median(seconds["ours"])
    bench.row(f"gap from fence to first token behind the output{words}, ours", f"{1000 * ours:.1f} ms", "")
    for kind, name in (("process", "an ordinary Space's"), ("sympy", "the same, its program imports sympy")):
        theirs = statistics.median(seconds[kind])
        bench.row(
            f"{name}{words} (ratio)", f"{1000 * theirs:.0f} ms (1/{theirs / ours:.0f})", "≤ 1/20, aim 1/50"
        )
    await kernel.close()
    await pool.close()
    await backend.close()


async def gap_qwen(bench: Bench) -> None:
    """With the vocabulary that ordinary Spaces have."""
    with tempfile.TemporaryDirectory() as folder:
        other = Bench(like_qwen(Path(folder)), bench.nf4, bench.rounds, bench.rows)
        await gap(other, ", 151,936 tokens")


async def _said(model: Any, messages: Sequence[Message], tokens: int) -> str:
    async with aclosing(model.stream(messages, Sampling(max_tokens=tokens))) as deltas:
        return "".join([d.text async for d in deltas if not isinstance(d, Wait)])


def ordinary(loaded: Any, written: str, source: str) -> float:
    """Seconds from the last token of one `generate` to the first of the next."""
    options = {"do_sample": False, "stop_strings": ["```output"], "tokenizer": loaded.tokenizer}
    texts = [render(loaded.tokenizer, loaded.profile, told(w)).text for w in ("", written)]
    first, second = (torch.tensor([loaded.tokenizer(t).input_ids]) for t in texts)
    with forwards(loaded.model) as seen:
        loaded.model.generate(first, attention_mask=torch.ones_like(first), max_new_tokens=8, **options)
        fence, before = seen[-1][0], len(seen)
        subprocess.run([sys.executable, "-c", source], capture_output=True, check=True)
        loaded.model.generate(second, attention_mask=torch.ones_like(second), max_new_tokens=1, **options)
        return seen[before][0] - fence


async def many(bench: Bench) -> None:
    """Through the same backend that batches, and against the one that does not."""
    rates: dict[str, list[float]] = {"alone": [], "after": [], "at once": []}
    batched, plain = bench.backend(batched=True), bench.backend(batched=False)
    for backend in (batched, plain):
        _put(backend, _endless(await ready(backend)))

    async def one(backend: TransformersBackend, n: int) -> None:
        await _said(backend.model(Problem("", "en")), [Message("user", f"{QUESTION} ({n})")], TOKENS)

    await one(batched, 0)
    for _ in range(bench.rounds):
        for kind, backend in (("alone", plain), ("after", batched)):
            began = time.perf_counter()
            for n in range(STUDENTS):
                await one(backend, n)
            rates[kind].append(STUDENTS * TOKENS / (time.perf_counter() - began))
        began = time.perf_counter()
        await asyncio.gather(*(one(batched, n) for n in range(STUDENTS)))
        rates["at once"].append(STUDENTS * TOKENS / (time.perf_counter() - began))
    middle = {kind: statistics.median(values) for kind, values in rates.items()}
    bench.row(
        f"{STUDENTS} students one after another: plain / batched engine",
        f"{middle['alone']:.0f} / {middle['after']:.0f} tokens/s", "",
    )  # fmt: skip
    bench.row(f"{STUDENTS} students at once", f"{middle['at once']:.0f} tokens/s", "")
    bench.row(
        "at once / one after another, plain engine", f"{middle['at once'] / middle['alone']:.1f}", "≥ 3"
    )
    bench.row(
        "at once / one after another, batched engine", f"{middle['at once'] / middle['after']:.1f}", "≥ 3"
    )
    await batched.close()
    await plain.close()


async def second_round(bench: Bench) -> None:
    """The model's own text is told again with a cell's output behind it."""
    for kind, batched in (("plain", False), ("batched", True)):
        backend = bench.backend(batched=batched)
        loaded = (await ready(backend)).loaded
        model = backend.model(Problem("", "en"))
        output = f"\n```output\n{OUTPUT}```\n"
        again = told(await _said(model, told(), 200) + output)
        with forwards(loaded.model) as seen:
            await _said(model, again, 1)
        whole = len(loaded.tokenizer(render(loaded.tokenizer, loaded.profile, again).text).input_ids)
        new = len(loaded.tokenizer(output).input_ids)
        bench.row(
            f"tokens run for round two, {kind} (of the conversation; of the output)",
            f"{sum(n for _, n in seen)} ({whole}; {new})", "output + a page of 32",
        )  # fmt: skip
        await backend.close()


def like_qwen(folder: Path) -> Path:
    """A random model of the tiny one's size, with as many tokens as Qwen's: what depends on the vocabulary costs what it does there."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

    drawn, letters = random.Random(1), sorted(pre_tokenizers.ByteLevel.alphabet())
    words = dict.fromkeys([*letters, "<|im_end|>"])
    while len(words) < QWEN_TOKENS:
        words.setdefault("".join(drawn.choices(letters, k=drawn.randint(2, 8))))
    bpe = Tokenizer(models.BPE({word: n for n, word in enumerate(words)}, []))
    bpe.pre_tokenizer, bpe.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False), decoders.ByteLevel()
    template = "{% for m in messages %}{{ m.content }}\n{% endfor %}"
    fast = PreTrainedTokenizerFast(tokenizer_object=bpe, eos_token="<|im_end|>", chat_template=template)
    fast.save_pretrained(folder)
    torch.manual_seed(0)
    config = Qwen2Config(
        vocab_size=QWEN_TOKENS, hidden_size=256, intermediate_size=640, num_hidden_layers=4, num_attention_heads=8,
        num_key_value_heads=8, max_position_embeddings=4096, tie_word_embeddings=True, eos_token_id=fast.eos_token_id,
    )  # fmt: skip
    Qwen2ForCausalLM(config).save_pretrained(folder)
    return folder


def table(bench: Bench) -> str:
    """The section of the results."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores (load {os.getloadavg()[0]:.0f}), {torch.get_num_threads()} thread"
    head = f"`python -m tests.bench.llm --model {bench.model}{'' if bench.nf4 else ' --dense'}`: torch {torch.__version__}, {'NF4' if bench.nf4 else 'fp32'}, {machine}."
    lines = [f"| {what} | {value} | {wanted} |" for what, value, wanted in bench.rows]
    return "\n".join(
        ["## Engine of local models", "", head, "", "| | measured | wanted |", "|---|---|---|", *lines, ""]
    )


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, default=Path("assets/stepwise-small"))
    parser.add_argument("--dense", action="store_true", help="as it is, not in 4 bits")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    bench = Bench(asked.model, not asked.dense, asked.rounds)
    kinds: dict[str, Callable[[Bench], Any]] = {
        "layers": layers,
        "gap": gap,
        "qwen": gap_qwen,
        "many": many,
        "round": second_round,
    }
    for part in asked.parts.split(","):
        asyncio.run(kinds[part](bench))
    if asked.write:
        old = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Language models\n\n"
        before, _, rest = old.partition("## Engine of local models")
        _, heading, after = rest.partition("\n## ")
        RESULTS.write_text(before.rstrip() + "\n\n" + table(bench) + heading + after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
