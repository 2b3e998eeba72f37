"""The tiny model's right answers on problems it never saw: `python -m tests.bench.tiny [--problems 200] [--seed 2] [--dense]`.

The whole loop: the agent, the seed's dialect, greedy decoding with the weights in NF4 (bitsandbytes on the CPU, fp32 compute),
each program run in a confined kernel, its output told, the boxed answer graded as in `evaluation`. `--dense` leaves the
weights as they are stored.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import time
from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any

from evaluation.grading import Judge
from solver.agent import Agent
from solver.events import Answer, Event
from solver.kernels import KernelPool
from solver.ports import Delta, Message, Problem, Sampling
from training.tiny.problems import KINDS, Worked, problems

FOLDER = Path(__file__).parents[1] / "stepwise-tiny"


class WholeTurns:
    """The tiny model through plain `generate`, one whole turn a delta."""

    name = "stepwise-tiny"

    def __init__(self, folder: Path, *, dense: bool) -> None:
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

        quantised = BitsAndBytesConfig(
            load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=torch.float32,
        )  # fmt: skip
        self._tokenizer: Any = AutoTokenizer.from_pretrained(folder)
        self.network: Any = AutoModelForCausalLM.from_pretrained(
            folder, dtype=torch.float32, quantization_config=None if dense else quantised
        )
        self.tokens = 0

    async def stream(
        self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
    ) -> AsyncGenerator[Delta]:
        """The model's next turn."""
        turns = [{"role": m.role, "content": m.content} for m in messages]
        text = await asyncio.to_thread(self._write, turns, sampling.max_tokens)
        yield Delta(text)

    def _write(self, turns: list[dict[str, str]], max_tokens: int) -> str:
        asked = self._tokenizer.apply_chat_template(turns, add_generation_prompt=True, return_tensors="pt")
        room = min(max_tokens, self.network.config.max_position_embeddings - asked["input_ids"].shape[1])
        ids = self.network.generate(**asked, do_sample=False, max_new_tokens=room)[0]
        new = ids[asked["input_ids"].shape[1] :]
        self.tokens += len(new)
        text: str = self._tokenizer.decode(new, skip_special_tokens=True)
        return text


async def solved(agent: Agent, worked: Worked) -> list[Event]:
    """Every event of one problem."""
    async with aclosing(agent.solve(Problem(worked.text, worked.language))) as events:
        return [event async for event in events]


async def measure(count: int, *, seed: int, folder: Path, dense: bool) -> None:
    """Print what went wrong, and right answers of all by kind."""
    model, pool, judge = WholeTurns(folder, dense=dense), KernelPool(warm=1), Judge()
    await pool.start()
    kernel = pool.kernel()
    right, asked, begun = Counter[str](), Counter[str](), time.monotonic()
    try:
        for worked in itertools.islice(problems(seed, held_out=True), count):
            events = await solved(Agent(model, kernel), worked)
            answer = next((e.latex for e in events if isinstance(e, Answer)), "")
            good = bool(answer) and await judge.grade(answer, worked.answer) == "equal"
            asked[worked.kind] += 1
            right[worked.kind] += good
            if not good:
                print(f"wrong: {worked.text}\n  {answer or 'no answer'} instead of {worked.answer}")
    finally:
        await kernel.close()
        await pool.close()
        await judge.close()
    for kind in KINDS:
        print(f"{kind:10s} {right[kind]} of {asked[kind]}")
    seconds = time.monotonic() - begun
    print(
        f"all        {right.total()} of {count} ({right.total() / count:.1%}), {seconds:.0f} s, {model.tokens} tokens"
    )


def main() -> None:
    """Measure once."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--problems", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--dense", action="store_true")
    chosen = parser.parse_args()
    asyncio.run(measure(chosen.problems, seed=chosen.seed, folder=chosen.model, dense=chosen.dense))


if __name__ == "__main__":
    main()
