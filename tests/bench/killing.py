"""`python -m tests.bench.killing`: whether a server that is killed (-9) had kept what its readers had been shown.

Each round starts the real program, lets several readers solve problem after problem over the page's own protocol, kills the
server at a random moment, and looks into its database: what each of them was shown last of every turn must be just what a
beginning of the kept events looks like.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import secrets
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from gradio_client.utils import apply_diff

from solver.store import Conversation, Store, database_url, hashed
from tests.ports import free_port
from tests.store.showing import explained, words
from ui.own import COOKIE

ROOT = Path(__file__).resolve().parents[2]
PROBLEMS = ("Find the vertex of the parabola y = x^2 - {n}x + 5.", "Solve x^2 - {n}x + 6 = 0.", "Factor x^2 - {n}x.", "解方程 {n}x + 1 = 40。")  # fmt: skip


@dataclass
class Reader:
    """One browser tab: what it was shown last of each turn, by conversation."""

    url: str
    texts: tuple[str, ...]
    shown: dict[str, dict[str, Any]] = field(default_factory=dict)
    conversation: str | None = None
    updates: int = 0
    owner: str = ""

    @property
    def begun(self) -> bool:
        """Whether it has seen any of a solution: until then the tutor is waking up, and nothing could be lost."""
        return any(turn["blocks"] for turn in self.shown.values())

    async def read(self) -> None:
        """Send problem after problem until the server is gone."""
        session = secrets.token_hex(6)
        async with httpx.AsyncClient(base_url=self.url, timeout=httpx.Timeout(10, read=60)) as client:
            await client.get("/")
            self.owner = hashed(client.cookies[COOKIE])
            named = {d["api_name"]: d["id"] for d in (await client.get("/config")).json()["dependencies"]}
            try:
                for index in range(10_000):
                    text = self.texts[index % len(self.texts)].format(n=random.randrange(6, 60))
                    await self._solve(client, named["page_solve"], session, text, f"t{index}")
            except httpx.HTTPError:
                return

    async def _solve(self, client: httpx.AsyncClient, fn: int, session: str, text: str, turn: str) -> None:
        data = {"text": text, "turn": turn, "language": "en", "number": 0}
        body = {"data": [], "fn_index": fn, "session_hash": session, "event_data": data, "trigger_id": None}
        await client.post("/gradio_api/queue/join", json=body)
        value: Any = None
        async with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": session}) as answer:
            async for line in answer.aiter_lines():
                message = json.loads(line[6:]) if line.startswith("data: ") else {}
                if message.get("msg") == "process_generating":
                    [new] = message["output"]["data"]
                    value = new if value is None else apply_diff(value, new)
                    self._see(value)
                elif message.get("msg") == "close_stream":
                    return

    def _see(self, value: dict[str, Any]) -> None:
        self.updates += 1
        self.conversation = value["conversation"] or self.conversation
        for turn in value["turns"]:
            self.shown[turn["id"]] = turn


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one killed server."""

    updates: int
    turns: int
    broken_off: int
    lost: list[str]


def command(program: str, port: int, data: Path) -> list[str]:
    """How a server is started: the real one, or one that plays scripts behind the real page."""
    if program == "app":
        return [sys.executable, "app.py"]
    return [sys.executable, "-m", "tests.browser.scripted", str(port), "0.01", str(data)]


async def killed(
    data: Path, after_s: float, *, program: str = "app", readers: int = 3, texts: tuple[str, ...] = PROBLEMS
) -> Round:
    """Start a server, kill it `after_s` after its readers have begun, and compare."""
    port = free_port()
    settings = {
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "STEPWISE_DATA": str(data),
        "STEPWISE_WARM_KERNELS": "3",
    }
    process = subprocess.Popen(  # noqa: ASYNC220  a server to be killed; nothing else runs meanwhile
        command(program, port, data),
        cwd=ROOT,
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        await _ready(url)
        tabs = [Reader(url, texts[n % len(texts) :] + texts[: n % len(texts)]) for n in range(readers)]
        reading = [asyncio.create_task(tab.read()) for tab in tabs]
        while not any(tab.begun for tab in tabs):  # noqa: ASYNC110  what they count is what matters
            await asyncio.sleep(0.01)
        await asyncio.sleep(after_s)
    finally:
        process.kill()
        process.wait()
    await asyncio.gather(*reading)
    store = Store(database_url(data))
    found = Round(0, 0, 0, [])
    for tab in tabs:
        found = await _compared(store, tab, found)
    await store.close()
    return found


async def _compared(store: Store, tab: Reader, before: Round) -> Round:
    lost, broken = list(before.lost), before.broken_off
    kept: Conversation | None = None
    if tab.conversation is not None:
        kept = await store.conversation(tab.owner, tab.conversation)
    turns = {turn.name: turn for turn in kept.turns} if kept else {}
    for name, shown in tab.shown.items():
        if not shown["blocks"]:
            continue  # nothing yet but the reader's own words
        if name not in turns or explained(shown, turns[name]) is None:
            lost.append(words(shown)[-300:])
        elif turns[name].broken_off:
            broken += 1
    return Round(before.updates + tab.updates, before.turns + len(tab.shown), broken, lost)


async def _ready(url: str) -> None:
    async with httpx.AsyncClient() as client:
        for _ in range(1200):
            try:
                if (await client.get(f"{url}/config")).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            await asyncio.sleep(0.1)
    raise TimeoutError(url)


async def main() -> int:
    """Kill it again and again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--program", choices=("app", "scripted"), default="app")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance, total = random.Random(options.seed), Round(0, 0, 0, [])
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.rounds):
            after_s = chance.uniform(0.05, 5.0)
            texts = PROBLEMS if options.program == "app" else ("vertex {n}", "think {n}", "slow {n}")
            r = await killed(Path(folder), after_s, program=options.program, texts=texts)
            print(f"{number + 1}: after {after_s:.2f} s, {r.updates} updates, {r.turns} turns, {r.broken_off} broken off, lost {r.lost}", flush=True)  # fmt: skip
            total = Round(total.updates + r.updates, total.turns + r.turns, total.broken_off + r.broken_off, total.lost + r.lost)  # fmt: skip
    print(f"{options.rounds} kills: {total.updates} updates shown, {total.turns} turns, {total.broken_off} broken off, {len(total.lost)} lost")  # fmt: skip
    return 1 if total.lost else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
