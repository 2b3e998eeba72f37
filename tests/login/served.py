"""The whole program on one port where a proxy names people, and a person at it as a program would be."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from solver.settings import Settings
from tests.browser.whole import WholeServices, a_run
from ui import page
from ui.login import login_of
from ui.login.proxies import believe_nobody, networks

HEADER = "X-User"
ANN, BEN, ADA = "ann", "ben", "ada"
"""Two students and a teacher."""


@contextmanager
def school(data: Path, **settings: Any) -> Iterator[tuple[str, Any]]:
    """Its address and its application."""
    from app import reviews
    from ui.operation import Operation
    from ui.v1 import Door, Entrance

    before = os.environ.get("FORWARDED_ALLOW_IPS")
    believe_nobody()
    a_run(data / "runs")
    services = WholeServices(data)
    chosen = Settings(
        **({"login": f"header:{HEADER}", "sign_in_proxies": "127.0.0.1", "teachers": ADA} | settings)
    )
    blocks, handlers = page.build(services)
    entrance = Entrance(Door())
    operated = Operation(services, entrance.places, lambda: 0)
    password = chosen.teacher_password.get_secret_value() if chosen.teacher_password else None
    more = [*operated.routes, *reviews(str(data / "runs"), services.store)]
    options = page.options(
        services, handlers, entrance, more, password, operated.middleware,
        login=login_of(chosen, {}), proxies=networks(chosen.trusted_proxies),
        sign_in_proxies=networks(chosen.sign_in_proxies),
    )  # fmt: skip
    try:
        app, local, _ = blocks.launch(prevent_thread_lock=True, **options)
        yield local.rstrip("/"), app
    finally:
        blocks.close(verbose=False)
        os.environ.pop("FORWARDED_ALLOW_IPS")
        if before is not None:
            os.environ["FORWARDED_ALLOW_IPS"] = before


class Visitor(httpx.Client):
    """A person with a browser: requests of their own, and what the page's script does."""

    def __init__(self, url: str, name: str, tab: str = "") -> None:
        super().__init__(base_url=url, headers={HEADER: name, "accept": "application/json"}, timeout=60)
        self.tab = tab or f"tab-of-{name}"
        self._numbers: dict[str, int] = {}

    def join(self, event: str, data: dict[str, Any], tab: str | None = None) -> httpx.Response:
        """Send an event of the sheet."""
        if not self._numbers:
            told = self.get("/config").json()["dependencies"]
            self._numbers = {one["api_name"]: one["id"] for one in told}
        body = {
            "data": [], "fn_index": self._numbers[event], "session_hash": tab or self.tab, "event_data": data,
        }  # fmt: skip
        return self.post("/gradio_api/queue/join", json=body)

    def does(self, event: str, **data: Any) -> dict[str, Any]:
        """Send an event and read to its end: the last whole value of the sheet."""
        sent = self.join(event, data)
        assert sent.status_code == 200, sent.text
        number, value = sent.json()["event_id"], dict[str, Any]()
        with self.stream("GET", "/gradio_api/queue/data", params={"session_hash": self.tab}) as lines:
            for line in lines.iter_lines():
                told = json.loads(line.removeprefix("data: ")) if line.startswith("data: ") else {}
                if told.get("event_id") != number:
                    continue
                found = (told.get("output") or {}).get("data") or []
                if found and isinstance(found[0], dict):
                    value = found[0].get("props", found[0])
                if told["msg"] == "process_completed":
                    assert told["success"], told
                    break
        return value
