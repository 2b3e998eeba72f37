"""The REST side of a gateway: starts kernels, interrupts them, and removes them until they are gone.

Every error becomes `KernelUnavailable` with a `cause` that a sentence exists for, or a plain answer. The token is sent to the one
address only (no redirect is followed), and stands in no message and no log.
"""

from __future__ import annotations

import asyncio
import json
import logging
import urllib.error
import urllib.request
from contextlib import suppress
from typing import Any, Final
from urllib.parse import quote

from tornado.httpclient import AsyncHTTPClient, HTTPError, HTTPResponse
from tornado.iostream import StreamClosedError, UnsatisfiableReadError

from solver.errors import KernelUnavailable
from solver.kernels.gateway import attaching
from solver.kernels.gateway.address import fault
from solver.kernels.gateway.link import OPEN_S, Link
from solver.kernels.gateway.remote import RemoteKernel

OURS: Final = "stepwise"
"""The kernelspec that needs no preparation: `deploy/gateway` has it."""
CONNECT_S: Final = 5.0
ASK_S: Final = 10.0
START_S: Final = 60.0  # on a cluster a kernel may be a container of its own
INTERRUPT_S: Final = 2.0
START_AGAIN_S: Final = 0.5
REMOVE_S: Final = 15.0  # a gateway lets a kernel end by itself for 5 s
REMOVE_AGAIN_S: Final = 1.0
REMOVE_AGAIN_MOST_S: Final = 30.0
REMOVE_FOR_S: Final = 900.0  # then the gateway's own culling has to do
CLOSE_S: Final = 8.0
NOW_S: Final = 2.0
ANSWER_BYTES: Final = 4 << 20  # kernelspecs have pictures' addresses, no pictures
AT_ONCE: Final = 64
REASON_CHARS: Final = 300
log = logging.getLogger(__name__)


class _Unreachable(Exception):
    """Nobody answers, or not in time."""


class _Refused(Exception):
    """The gateway answered with an error."""

    def __init__(self, status: int, body: bytes) -> None:
        words = str(_read(body).get("message") or "")[:REASON_CHARS]
        super().__init__(f"HTTP {status}{': ' if words else ''}{words}")
        self.status, self.body = status, body


class Gateway:
    """A gateway at an address. Belongs to the event loop in which it is first used."""

    def __init__(
        self, url: str, token: str = "", *, kernel: str | None = None, patience_s: float = 10.0
    ) -> None:
        """`url` as `http://host:8888`; `kernel` is the kernelspec, without it `OURS` where it is there, else the default.

        For `patience_s` a lost connection is sought again.

        Raises:
            ValueError: the address or the token cannot be one.
        """
        wrong = fault(url, token)
        if wrong:
            raise ValueError(wrong)
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"token {token}"} if token else {}
        self._wanted = kernel
        self.patience_s = patience_s
        self._client: AsyncHTTPClient | None = None
        self._removing: dict[str, asyncio.Task[None]] = {}
        self._late: set[asyncio.Future[HTTPResponse]] = set()
        self._answers_now = True
        self._closing = asyncio.Event()

    async def start_kernel(self) -> RemoteKernel:
        """A kernel of its own, prepared for mathematics.

        Raises:
            KernelUnavailable: with the cause "away", "refused", "full" or "unfit".
        """
        try:
            name = self._wanted or await self._usual()
            starting = asyncio.ensure_future(self._begin(name))
            try:
                answer = await asyncio.shield(starting)
            except asyncio.CancelledError:  # it may start all the same
                self._late.add(starting)
                starting.add_done_callback(self._came_late)
                raise
            kernel_id = _id_in(answer)
        except _Unreachable as error:
            raise KernelUnavailable(f"the gateway does not answer ({error})", "away") from None
        except _Refused as error:
            raise _explained(error) from None
        return await RemoteKernel.start(self, kernel_id, None if name == OURS else attaching.cell())

    async def has(self, kernel_id: str) -> bool | None:
        """Whether it has that kernel; None where it does not say."""
        try:
            await self._ask("GET", f"kernels/{quote(kernel_id)}")
        except _Unreachable:
            return None
        except _Refused as error:
            return False if error.status == 404 else None
        return True

    async def link(self, kernel_id: str, session: str, *, within_s: float = OPEN_S) -> Link:
        """A websocket to the kernel's channels; the same `session` is told what it has missed.

        Raises:
            Closed: there is none.
        """
        url = f"ws{self._url.removeprefix('http')}/api/kernels/{quote(kernel_id)}/channels?session_id={quote(session)}"
        return await Link.open(url, self._headers, within_s=within_s)

    async def interrupt(self, kernel_id: str) -> bool:
        """Interrupt the kernel, if the gateway can be reached; False where it has no such kernel."""
        try:
            await self._ask("POST", f"kernels/{quote(kernel_id)}/interrupt", {}, within_s=INTERRUPT_S)
        except (_Unreachable, _Refused) as error:
            log.warning("a kernel of the gateway could not be interrupted: %s", error)
            return not (isinstance(error, _Refused) and error.status == 404)
        return True

    def remove(self, kernel_id: str) -> None:
        """Have the kernel ended, in the background, and again until the gateway says that it is gone."""
        if kernel_id not in self._removing:
            task = self._removing[kernel_id] = asyncio.create_task(self._remove(kernel_id))
            task.add_done_callback(lambda _: self._removing.pop(kernel_id, None))

    def remove_now(self, kernel_id: str) -> None:
        """Have it ended without an event loop, at the end of the program; one silence is enough to give up."""
        if not self._answers_now:
            return
        asked = urllib.request.Request(
            f"{self._url}/api/kernels/{quote(kernel_id)}", method="DELETE", headers=self._headers
        )
        try:
            urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked, timeout=NOW_S).close()
        except urllib.error.HTTPError:
            pass
        except OSError:
            self._answers_now = False

    async def close(self) -> None:
        """Wait until what was to be removed is, at most `CLOSE_S`; the rest is for its culling. May be called more than once."""
        if self._late:
            await asyncio.wait(self._late, timeout=CLOSE_S)
        self._closing.set()
        removing = list(self._removing.values())
        if removing:
            await asyncio.wait(removing, timeout=CLOSE_S)
        for task in removing:
            task.cancel()
        await asyncio.gather(*removing, return_exceptions=True)
        self._closing.clear()
        if self._client is not None:
            self._client.close()
            self._client = None

    async def _usual(self) -> str:
        specs = _read((await self._ask("GET", "kernelspecs")).body)
        known = specs.get("kernelspecs")
        if isinstance(known, dict) and OURS in known:
            return OURS
        return str(specs.get("default") or "python3")

    async def _remove(self, kernel_id: str) -> None:
        wait_s, end = REMOVE_AGAIN_S, asyncio.get_running_loop().time() + REMOVE_FOR_S
        while asyncio.get_running_loop().time() < end:
            try:
                await self._ask("DELETE", f"kernels/{quote(kernel_id)}", within_s=REMOVE_S)
                return
            except _Refused as error:
                if error.status == 404:
                    return
            except _Unreachable:
                pass
            if self._closing.is_set():
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(wait_s):
                    await self._closing.wait()  # then once more, now
            wait_s = min(2 * wait_s, REMOVE_AGAIN_MOST_S)

    async def _begin(self, name: str) -> HTTPResponse:
        """Have a kernel started. An error of the gateway's own may be chance (two kernels that took the same port), so once more then."""
        # with `env` a Kernel Gateway gives the kernel nothing else of its own environment
        wanted = {"name": name, "env": {"KERNEL_USERNAME": OURS}}
        try:
            return await self._ask("POST", "kernels", wanted, within_s=START_S)
        except _Refused as error:
            if error.status != 500:
                raise
            log.warning("a kernel of the gateway did not start, it is asked once more: %s", error)
            await asyncio.sleep(START_AGAIN_S)
            if asyncio.current_task() in self._late:  # nobody waits for it any more
                raise
        return await self._ask("POST", "kernels", wanted, within_s=START_S)

    def _came_late(self, starting: asyncio.Future[HTTPResponse]) -> None:
        self._late.discard(starting)
        if not starting.cancelled() and starting.exception() is None:
            with suppress(_Refused, RuntimeError):  # it told no id, or the loop has ended
                self.remove(_id_in(starting.result()))

    async def _ask(
        self, method: str, path: str, body: dict[str, Any] | None = None, *, within_s: float = ASK_S
    ) -> HTTPResponse:
        """The gateway's answer to a request.

        Raises:
            _Unreachable: there was none.
            _Refused: it was not a good one.
        """
        if self._client is None:
            self._client = AsyncHTTPClient(
                force_instance=True, max_clients=AT_ONCE, max_body_size=ANSWER_BYTES
            )
        try:
            return await self._client.fetch(
                f"{self._url}/api/{path}", method=method, headers=self._headers,
                body=None if body is None else json.dumps(body), follow_redirects=False,
                connect_timeout=CONNECT_S, request_timeout=within_s,
            )  # fmt: skip
        except HTTPError as error:
            if error.response is None:  # 599: it did not come
                raise _Unreachable(error.message) from None
            raise _Refused(error.code, error.response.body) from None
        except (OSError, StreamClosedError, UnsatisfiableReadError) as error:
            raise _Unreachable(type(error).__name__) from None


def _explained(error: _Refused) -> KernelUnavailable:
    """What a refused start means.

    >>> _explained(_Refused(403, b'{"reason": "Resource Limit"}')).cause
    'full'
    """
    if error.status in (401, 403):
        full = b"limit" in error.body[:1000].lower()
        return KernelUnavailable(f"the gateway refuses ({error})", "full" if full else "refused")
    if error.status in (400, 404):
        return KernelUnavailable(f"the gateway knows no such kernel, or is none ({error})", "unfit")
    return KernelUnavailable(
        f"the gateway cannot start a kernel ({error})", "full" if error.status == 503 else "away"
    )


def _id_in(answer: HTTPResponse) -> str:
    found = _read(answer.body).get("id")
    if not isinstance(found, str) or not found:
        raise _Refused(404, b"")
    return found


def _read(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
