"""Whether a server says truly that it lives and that it can take problems."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from solver import Services, load_settings
from solver.errors import KernelUnavailable
from solver.kernels import pool
from solver.resources import LACKING
from solver.store import Store, database_url
from tests.served import Program, until
from ui.operation import health


async def told(services: Services) -> tuple[int, list[str]]:
    from starlette.applications import Starlette

    transport = httpx.ASGITransport(Starlette(routes=health.routes(services)))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as prober:
        assert (await prober.get("/healthz")).status_code == 200
        answer = await prober.get("/readyz")
    assert ("retry-after" in answer.headers) == (answer.status_code == 503)
    return answer.status_code, [reason["code"] for reason in answer.json()["reasons"]]


async def ready_in_the_end(services: Services, *, tries: int = 300) -> bool:
    import asyncio

    for _ in range(tries):
        if await told(services) == (200, []):
            return True
        await asyncio.sleep(0.1)
    return False


async def test_before_the_start_nothing_is_ready_and_after_it_all_is(tmp_path: Path) -> None:
    services = Services(load_settings(), Store(database_url(tmp_path)))
    try:
        assert set((await told(services))[1]) <= {"kernels", "readers"}
        await services.start()
        assert await ready_in_the_end(services)
    finally:
        await services.close()


async def test_a_store_that_is_away_is_named_and_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("in the way")  # no folder can be made here
    services = Services(load_settings(), Store(database_url(folder)))
    try:
        await services.start()
        until_ready = [code for _ in range(1) for code in (await told(services))[1]]
        assert "store" in until_ready
        folder.unlink()
        assert await ready_in_the_end(services)
    finally:
        await services.close()


async def test_kernels_that_cannot_be_started_are_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(_: object) -> None:
        raise KernelUnavailable("no room")

    services = Services(load_settings())
    try:
        with monkeypatch.context() as broken:
            broken.setattr(pool.KernelProcess, "start", fails)
            await services.start()
            for _ in range(3):
                assert "kernels" in (await told(services))[1]
        assert await ready_in_the_end(services)
    finally:
        await services.close()


def test_the_running_program_becomes_ready(program: Program) -> None:
    assert httpx.get(f"{program.url}/healthz").json() == {"alive": True}
    until(lambda: httpx.get(f"{program.url}/readyz").status_code == 200, limit_s=60)
    answer = httpx.get(f"{program.url}/readyz")
    assert answer.json() == {"ready": True, "reasons": []} and answer.headers["cache-control"] == "no-store"


def test_reasons_name_no_place() -> None:
    assert not [words for words in LACKING.values() if "/" in words or "@" in words]
