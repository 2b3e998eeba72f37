"""What a gateway may be called, what it may answer, and both forms of a websocket's messages: laws and rows, no gateway."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from solver.errors import KernelUnavailable
from solver.kernels.cell import Message
from solver.kernels.gateway import gateway
from solver.kernels.gateway.gateway import Gateway
from solver.kernels.gateway.link import as_text, from_text, pack, unpack
from solver.kernels.wire import Closed
from solver.sentences import SENTENCES, sentence_of
from solver.settings import Settings
from tests.kernels.gateways import FOLDER, ROOT, needs_gateway

values = st.recursive(
    st.none() | st.integers(-9, 9) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=9,
)
contents = st.dictionaries(st.text(max_size=9), values, max_size=3)


def parts(kind: str, about: str, content: dict[str, Any]) -> list[bytes]:
    header, parent = {"msg_type": kind}, {"msg_id": about} if about else {}
    return [json.dumps(part).encode() for part in (header, parent, {}, content)]


@given(st.sampled_from(["shell", "iopub"]), st.text(max_size=9), st.text(max_size=9), contents)
def test_a_message_comes_back_in_both_forms(channel: str, kind: str, about: str, content: Any) -> None:
    sent = parts(kind, about, content)
    expected = channel, Message(about, kind, content)
    assert unpack(pack(channel, sent)) == expected
    assert from_text(as_text(channel, sent)) == expected


@given(st.binary(max_size=200), st.lists(st.integers(0, 300), max_size=12))
def test_junk_is_no_message(junk: bytes, words: list[int]) -> None:
    for data in (junk, b"".join(word.to_bytes(8, "little") for word in [len(words), *words]) + junk):
        found = unpack(data)
        assert found is None or found[1] is None


@given(st.text(max_size=80) | values.map(json.dumps))
def test_other_text_is_no_message(junk: str) -> None:
    assert from_text(junk) is None


@pytest.mark.parametrize(
    "text",
    [
        '{"header": {"msg_type": "x"}, "content": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"header": {"msg_type": "x"}, "content": {"a": [' + "0," * 1_000_000 + "0]}}",
        '{"header": 3, "content": {}}',
        '{"header": {"msg_type": "x"}, "parent_header": [], "content": []}',
    ],
    ids=["deep", "wide", "no header", "no content"],
)
def test_what_is_costly_or_broken_is_not_taken(text: str) -> None:
    assert from_text(text) is None
    header, parent = b'{"msg_type": "x"}', b"{}"
    content = text.partition('"content": ')[2][:-1].encode()
    found = unpack(pack("iopub", [header, parent, b"{}", content]))
    assert found is not None and (found[1] is None or found[1].content == {})


def test_buffers_behind_a_message_are_left_alone() -> None:
    packed = pack("iopub", [*parts("stream", "r", {"text": "x"}), b"buffer"])
    assert unpack(packed) == ("iopub", Message("r", "stream", {"text": "x"}))


@asynccontextmanager
async def answering(status: int | None, body: bytes, *, more: bytes = b"") -> AsyncIterator[str]:
    """A server that answers everything so, with `more` headers; with None it hangs up."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        if status is not None:
            place = b"Location: http://127.0.0.1:1/\r\n" if status == 302 else more
            writer.write(
                b"HTTP/1.1 %d Said\r\n%sContent-Length: %d\r\n\r\n" % (status, place, len(body)) + body
            )
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


@pytest.mark.parametrize(
    ("status", "body", "cause"),
    [
        pytest.param(None, b"", "away", id="hangs up"),
        pytest.param(401, b"", "refused", id="token"),
        pytest.param(403, b'{"reason": "Forbidden"}', "refused", id="forbidden"),
        pytest.param(403, b'{"reason": "Resource Limit"}', "full", id="limit"),
        pytest.param(503, b"", "full", id="busy"),
        pytest.param(500, b"<html>", "away", id="broken"),
        pytest.param(502, b"<html>", "away", id="a proxy whose gateway is away"),
        pytest.param(302, b"", "away", id="a redirect, which would take the token along"),
        pytest.param(404, b"", "unfit", id="no gateway"),
        pytest.param(200, b"<html>a page</html>", "unfit", id="a page"),
        pytest.param(200, b"[" * 100_000, "unfit", id="deep"),
        pytest.param(200, b"x" * (5 << 20), "away", id="endless"),
    ],
)
async def test_what_a_gateway_answers_becomes_a_sentence(status: int | None, body: bytes, cause: str) -> None:
    async with answering(status, body) as url:
        door = Gateway(url, "word")
        with pytest.raises(KernelUnavailable) as told:
            await door.start_kernel()
        await door.close()
    assert told.value.cause == cause
    assert sentence_of(told.value, "zh") == SENTENCES[f"kernel-{cause}"][1]


async def test_headers_without_end_are_no_answer() -> None:
    async with answering(200, b"{}", more=b"X-Long: " + b"x" * 100_000 + b"\r\n") as url:
        door = Gateway(url)
        assert await door.has("kernel") is None
        with pytest.raises(Closed):
            await door.link("kernel", "session")
        await door.close()


async def test_nobody_there_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "CLOSE_S", 0.1)
    door = Gateway("http://127.0.0.1:1")
    with pytest.raises(KernelUnavailable) as told:
        await door.start_kernel()
    assert told.value.cause == "away"
    door.remove("a kernel that cannot be removed now")
    door.remove_now("another")
    await door.close()
    await door.close()


@pytest.mark.parametrize(
    ("variable", "value", "word"),
    [
        ("STEPWISE_KERNELS", "there", "here, or gateway:URL"),
        ("STEPWISE_KERNELS", "gateway:", "http://host:8888"),
        ("STEPWISE_KERNELS", "gateway:ftp://host", "http://host:8888"),
        ("STEPWISE_KERNELS", "gateway:http://host:port", "http://host:8888"),
        ("STEPWISE_KERNELS", "gateway:http://me:word@host", "STEPWISE_GATEWAY_TOKEN"),
        ("STEPWISE_KERNELS", "gateway:http://host/?token=word", "STEPWISE_GATEWAY_TOKEN"),
        ("STEPWISE_GATEWAY_TOKEN", "two words", "no token has"),
    ],
)
def test_what_cannot_be_is_refused_at_the_start(
    variable: str, value: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ValidationError, match=word):
        Settings()  # type: ignore[call-arg]


def test_settings_make_the_gateway(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().gateway() is None  # type: ignore[call-arg]
    monkeypatch.setenv("STEPWISE_KERNELS", "gateway:https://school.example/jupyter/")
    monkeypatch.setenv("STEPWISE_GATEWAY_TOKEN", "word-of-the-gateway")
    settings = Settings()  # type: ignore[call-arg]
    assert settings.gateway() is not None
    assert "word-of-the-gateway" not in repr(settings) + str(vars(settings))


@needs_gateway
def test_our_gateway_serves_nobody_else_without_a_token() -> None:
    environment = {**os.environ, "KG_AUTH_TOKEN": "", "KG_IP": "0.0.0.0", "PYTHONPATH": str(ROOT)}
    config = FOLDER / "jupyter_kernel_gateway_config.py"
    ended = subprocess.run(
        [sys.executable, "-m", "kernel_gateway", f"--config={config}", "--KernelGatewayApp.port=0"],
        env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert ended.returncode != 0 and "KG_AUTH_TOKEN" in ended.stderr
