"""Jupyter's messages: what is signed and honest arrives; what would make us grow is dropped."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import tempfile
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jupyter_client.connect import write_connection_file
from jupyter_client.session import DELIM, Session

from solver.kernels.cell import Message
from solver.kernels.signed import BRACKETS, COMMAS, HEADER_BYTES, new_session, read, request
from solver.kernels.wire import Connection

SESSION = new_session(b"key")
HEADER, PARENT = b'{"msg_type": "stream"}', b'{"msg_id": "r1"}'
MB = 1_000_000

texts = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(["[" * 30_000, '",\\"', "π😀\0"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=10,
)


def signed(content: bytes, *, header: bytes = HEADER, parent: bytes = PARENT) -> list[bytes]:
    parts = [header, parent, b"{}", content]
    return [b"topic", DELIM, SESSION.sign(parts), *parts]


@given(st.dictionaries(texts, values, max_size=4), st.lists(st.binary(max_size=5), max_size=3))
def test_a_request_reads_as_what_was_asked_here_and_in_a_kernel(
    content: dict[str, Any], identities: list[bytes]
) -> None:
    about, frames = request(SESSION, "execute_request", content)
    assert read(SESSION, [*identities, *frames, b"a buffer"]) == Message("", "execute_request", content)
    theirs = Session(key=b"key", packer="json").deserialize(frames[1:])  # orjson makes large integers floats
    assert (theirs["msg_id"], theirs["msg_type"], theirs["content"]) == (about, "execute_request", content)


def test_every_request_has_an_id_of_its_own() -> None:
    assert len({request(SESSION, "execute_request", {})[0] for _ in range(100)}) == 100


def test_a_lone_surrogate_does_not_stop_a_request() -> None:
    message = read(SESSION, request(SESSION, "execute_request", {"code": "a\ud800b"})[1])
    assert message is not None and message.content == {"code": "a?b"}


@given(st.integers(0, 5), st.integers(0), st.integers(1, 255))
def test_a_message_that_was_changed_on_the_way_is_dropped(part: int, place: int, change: int) -> None:
    frames = signed(b'{"text": "x"}')
    changed = bytearray(frames[1 + part])
    changed[place % len(changed)] ^= change
    assert read(SESSION, frames) == Message("r1", "stream", {"text": "x"})
    assert read(SESSION, [*frames[: 1 + part], bytes(changed), *frames[2 + part :]]) is None


@given(st.lists(st.binary() | st.sampled_from([DELIM, b"", b"{}", HEADER]), max_size=8))
@example([])
@example([DELIM])
@example([DELIM, b"", HEADER, PARENT, b"{}", b"{}"])
def test_what_is_not_signed_is_dropped_with_and_without_a_key(frames: list[bytes]) -> None:
    assert read(SESSION, frames) is None
    assert read(Session(key=b""), frames) is None


@given(st.binary() | st.sampled_from([b"null", b"[]", b"1", b'"a"', b'{"a": 1} {}', b"\xef\xbb\xbf{}"]))
def test_content_is_an_object_or_nothing(content: bytes) -> None:
    message = read(SESSION, signed(content))
    assert message is None or json.loads(content) == message.content


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b'{"a": NaN}', id="nan"),
        pytest.param(b'{"a": -Infinity}', id="infinity"),
        pytest.param(b'{"a": 1e999}', id="infinite number"),
        pytest.param(b'{"a": ' + b"9" * 5000 + b"}", id="long number"),
        pytest.param(b'{"a": "\xff"}', id="not utf-8"),
        pytest.param('{"a": 1}'.encode("utf-16"), id="utf-16"),
        pytest.param(b'{"a": ' + b"[" * BRACKETS + b"]" * BRACKETS + b"}", id="deep"),
        pytest.param(b'{"a": [' + b"[]," * 100_000 + b"[]]}", id="lists"),
        pytest.param(b'{"a": [' + b"[[[[[[]]]]]]," * 10_000 + b"[]]}", id="nested lists"),
        pytest.param(b'{"a": [' + b"0," * 100_000 + b"0]}", id="numbers"),
        pytest.param(b'{"a": [' + b'"",' * 100_000 + b'""]}', id="texts"),
        pytest.param(b'{"a": "\\""' + b", 0" * 100_000 + b"}", id="behind an escape"),
    ],
)
def test_content_that_is_no_json_or_too_much_is_dropped(content: bytes) -> None:
    assert read(SESSION, signed(content)) is None


@pytest.mark.parametrize(
    ("header", "parent"),
    [
        pytest.param(b"{}", PARENT, id="no kind"),
        pytest.param(b'{"msg_type": 1}', PARENT, id="kind is a number"),
        pytest.param(b"[]", PARENT, id="header is a list"),
        pytest.param(HEADER, b'{"msg_id": []}', id="parent is a list"),
        pytest.param(HEADER, b'{"msg_id": null}', id="parent is nothing"),
        pytest.param(HEADER, b'{"a": "' + b"x" * HEADER_BYTES + b'"}', id="long parent"),
        pytest.param(b'{"a": ' + b"[" * 9000, PARENT, id="deep header"),
    ],
)
def test_a_bad_header_is_dropped(header: bytes, parent: bytes) -> None:
    assert read(SESSION, signed(b"{}", header=header, parent=parent)) is None


def test_what_answers_no_request_has_none() -> None:
    assert read(SESSION, signed(b"{}", parent=b"{}")) == Message("", "stream", {})


def many(item: str, count: int, close: str = "[]") -> bytes:
    return (
        f'{{"a": {close[0]}{",".join(item.replace("#", str(i)) for i in range(count))}{close[1]}}}'.encode()
    )


@pytest.mark.parametrize(
    ("content", "arrives"),
    [
        pytest.param(many("[]", 1_300_000), False, id="lists"),
        pytest.param(many('""', 1_300_000), False, id="empty texts"),
        pytest.param(many("{}", BRACKETS - 10), True, id="lists within the limit"),
        pytest.param(many('"ж#":"ж#"', COMMAS - 10, "{}"), True, id="keys within the limit"),
        pytest.param(many('"' + "ж" * 40 + '#"', COMMAS - 10), True, id="wide texts within the limit"),
        pytest.param(('{"a": "π' + "x" * 3_100_000 + '"}').encode(), True, id="one wide character"),
        pytest.param(('{"a": "😀' + "x" * 3_100_000 + '"}').encode(), False, id="one very wide character"),
        pytest.param(b'{"a": "\\ud83d\\ude00' + b"x" * 3_100_000 + b'"}', False, id="very wide, escaped"),
        pytest.param(b'{"a": "' + b"[,{" * 1_000_000 + b'"}', True, id="printed brackets"),
        pytest.param(b'{"a": "' + b'\\",' * 1_000_000 + b'"}', True, id="printed quotes"),
    ],
)
def test_reading_costs_less_than_20_mb(content: bytes, arrives: bool) -> None:
    frames = signed(content)
    tracemalloc.start()
    message = read(SESSION, frames)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (message is not None) == arrives
    assert peak < 20 * MB


def test_nothing_is_remembered_of_what_was_read() -> None:
    for i in range(200):
        assert read(SESSION, signed(b'{"a": %d}' % i)) is not None
    assert len(SESSION.digest_history) == 0


async def test_a_kernel_answers() -> None:
    with tempfile.TemporaryDirectory(prefix="s-", dir="/tmp") as folder:
        connection = Path(folder, "connection.json")
        write_connection_file(
            str(connection), ip=f"{folder}/ipc", transport="ipc", key=b"key",
            shell_port=1, iopub_port=2, stdin_port=3, hb_port=4, control_port=5,
        )  # fmt: skip
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "ipykernel_launcher", "-f", connection, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            async with asyncio.timeout(60), contextlib.AsyncExitStack() as stack:
                iopub = await Connection.open(Path(folder, "ipc-2"), "SUB", timeout_s=60)
                shell = await Connection.open(Path(folder, "ipc-1"), "DEALER", timeout_s=60)
                stack.callback(iopub.close)
                stack.callback(shell.close)
                assert (await said(iopub)).kind == "iopub_welcome"
                about, frames = request(SESSION, "execute_request", {"code": "print('π😀'); 1 + 1"})
                await shell.send(frames, timeout_s=10)
                heard = [await said(iopub)]
                while heard[-1].content.get("execution_state") != "idle" or heard[-1].request != about:
                    heard.append(await said(iopub))
                reply = await said(shell)
        finally:
            process.kill()
            await process.wait()
    assert (reply.request, reply.kind, reply.content["status"]) == (about, "execute_reply", "ok")
    mine = [message for message in heard if message.request == about]
    assert [m.kind for m in mine] == ["status", "execute_input", "stream", "execute_result", "status"]
    assert mine[2].content["text"] == "π😀\n"
    assert mine[3].content["data"] == {"text/plain": "2"}


async def said(connection: Connection) -> Message:
    message = read(SESSION, await connection.receive())
    assert message is not None
    return message
