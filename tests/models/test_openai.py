"""The openai backend against a real HTTP server that behaves well and badly."""

from __future__ import annotations

import asyncio
import logging
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import aclosing
from typing import Any

import pytest

from solver.agent import Agent
from solver.errors import ModelUnavailable
from solver.events import Answer, Code, Done, Failure, Output, encode
from solver.models.openai import OpenAIBackend
from solver.ports import Message, Problem, Sampling
from solver.segment import CellEnd, Segmenter
from solver.sentences import sentence_of
from tests.fakes import EchoKernel
from tests.models.conftest import KEY
from tests.models.scripted_server import Refuses, ScriptedServer, Streams, call

Make = Callable[..., OpenAIBackend]
ASKED = [Message("system", "be brief"), Message("user", "1+1")]
BEGUN = [*ASKED, Message("assistant", "Add.\n```python\n1+1\n```\n```output\n2\n```\n")]


async def said(
    backend: OpenAIBackend, messages: Sequence[Message] = ASKED, sampling: Sampling | None = None
) -> str:
    model = backend.model(Problem("1+1", "en"))
    return "".join([d.text async for d in model.stream(messages, sampling or Sampling())])


async def failed(backend: OpenAIBackend, messages: Sequence[Message] = ASKED) -> tuple[str, ModelUnavailable]:
    """What was shown before it failed, and how."""
    shown, model = "", backend.model(Problem("1+1", "en"))
    try:
        async for delta in model.stream(messages, Sampling()):
            shown += delta.text
    except ModelUnavailable as error:
        failure = error
    assert sentence_of(failure, "en") != sentence_of(failure, "zh")
    return shown, failure


def cells(text: str) -> list[str]:
    segmenter = Segmenter()
    return [s.source for s in segmenter.feed(text) + segmenter.close() if isinstance(s, CellEnd)]


async def test_text_streams_as_it_comes(server: ScriptedServer, backend: Make) -> None:
    server.script = [Streams(["So ", "it is ", "2."], on_demand=True)]
    sent = []
    server.wanted.release()
    async for _ in backend().model(Problem("1+1", "en")).stream(ASKED, Sampling()):
        sent.append(server.sent)
        server.wanted.release()
    assert sent == [1, 2, 3]
    asked = server.asked[0]
    assert asked["model"] == "some-model"
    assert asked["messages"] == [{"role": m.role, "content": m.content} for m in ASKED]
    assert server.keys == [f"Bearer {KEY}"]


@pytest.mark.parametrize("field", ["reasoning", "reasoning_content"])
async def test_thoughts_in_a_field_of_their_own(server: ScriptedServer, backend: Make, field: str) -> None:
    server.script = [Streams([{field: "hm </thi"}, {field: "nk> hm"}, {"content": "2."}])]
    assert await said(backend()) == "<think>hm </ think> hm</think>\n2."


async def test_a_call_streams_as_a_cell_and_ends_the_request(server: ScriptedServer, backend: Make) -> None:
    server.script = [
        Streams(
            [{"reasoning": "hm"}, "Add.", *call("s = '''\n```\n'''"), *call("2", index=1)], then="silence"
        )
    ]
    text = await said(backend("qwen3:8b"))
    assert cells(text) == ["s = '''\n```\n'''\n"]
    assert text.startswith("<think>hm</think>\nAdd.\n```python\ns = ")
    assert server.asked[0]["tools"][0]["function"]["name"] == "execute_code"
    assert await asyncio.to_thread(server.dropped.wait, 5)


@pytest.mark.parametrize(
    "deltas",
    [
        pytest.param(call("RUN", name="other"), id="another tool"),
        pytest.param(call("RUN1234")[:-1], id="cut"),
        pytest.param(
            [{"tool_calls": [{"index": 0, "function": {"name": "execute_code", "arguments": "RUN"}}]}],
            id="no JSON",
        ),
    ],
)
async def test_what_is_no_call_is_shown_and_never_runs(
    server: ScriptedServer, backend: Make, deltas: list[dict[str, Any]]
) -> None:
    server.script = [Streams(deltas, finish="tool_calls")]
    text = await said(backend("qwen3:8b"))
    assert cells(text) == []
    assert "RUN" in text


async def test_calls_and_what_they_printed_are_told_as_the_api_wants(
    server: ScriptedServer, backend: Make
) -> None:
    server.script = [Streams(["2"])]
    told = [*ASKED, Message("assistant", "<think>hm</think>\nAdd.", cell="1+1"), Message("tool", "2\n")]
    await said(backend("qwen3:8b"), told)
    *_, called, output = server.asked[0]["messages"]
    assert called["content"] == "Add."
    assert called["tool_calls"][0]["function"] == {"name": "execute_code", "arguments": '{"code": "1+1"}'}
    assert output == {"role": "tool", "content": "2\n", "tool_call_id": called["tool_calls"][0]["id"]}


@pytest.mark.parametrize(("owner", "field"), [("vllm", True), ("sglang", True), ("llamacpp", False)])
async def test_a_turn_is_continued_where_the_server_does_that(
    server: ScriptedServer, backend: Make, owner: str, field: bool
) -> None:
    server.models, server.script = {"some-model": owner}, [Streams(["So 2."])]
    made = backend()
    for _ in range(2):
        assert await said(made, BEGUN) == "So 2."
    assert server.asked[0]["messages"][-1] == {"role": "assistant", "content": BEGUN[-1].content}
    assert ("continue_final_message" in server.asked[0]) == field
    assert server.listed == 1


@pytest.mark.parametrize("refusal", [None, Refuses(400, "cannot set continue_final_message")])
async def test_elsewhere_it_is_told_in_turns(
    server: ScriptedServer, backend: Make, refusal: Refuses | None
) -> None:
    server.models = {"some-model": "vllm" if refusal else "library"}
    server.script = [*([refusal] if refusal else []), Streams(["So 2."])]
    made = backend()
    for _ in range(2):
        assert await said(made, BEGUN) == "So 2."
    assert server.asked[-1]["messages"][2:] == [
        {"role": "assistant", "content": "Add.\n```python\n1+1\n```"},
        {"role": "user", "content": "```output\n2\n```"},
    ]
    assert len(server.asked) == 2 + bool(refusal)  # what was refused once is not tried again


@pytest.mark.parametrize("before", ["", "Add.\n```python\n1+1\n```\n```output\n2\n```\n"])
async def test_who_has_only_thought_is_asked_to_answer_also_where_turns_are_continued(
    server: ScriptedServer, backend: Make, before: str
) -> None:
    """Without its thoughts the turn would be as before, and the model would think it all again."""
    server.models, server.script = {"some-model": "vllm"}, [Streams(["2."])]
    await said(backend(), [*ASKED, Message("assistant", before + "<think>\nlong\n</think>\n\n")])
    last = server.asked[0]["messages"][-1]
    assert last["role"] == "user"
    assert "continue_final_message" not in server.asked[0]
    assert "long" not in str(server.asked[0]["messages"])


async def test_a_turn_that_ends_in_prose_is_asked_to_go_on(server: ScriptedServer, backend: Make) -> None:
    server.script = [Streams(["2."])]
    await said(backend(), [*ASKED, Message("assistant", "It is ")])
    assert [m["role"] for m in server.asked[0]["messages"]] == ["system", "user", "assistant", "user"]
    await said(backend(), [*ASKED, Message("assistant", "<think>hm</think>\n")])
    *_, asked = server.asked[1]["messages"]
    assert asked["content"] == "1+1\n\nGive the final answer now, in \\boxed{}."  # two turns of a user as one


async def test_a_model_that_thinks_is_told_in_turns(server: ScriptedServer, backend: Make) -> None:
    server.models, server.script = {"deepseek-r1-distill-7b": "vllm"}, [Streams(["hm</think>2."])]
    await said(backend("deepseek-r1-distill-7b"), BEGUN)
    assert server.asked[0]["messages"][-1]["role"] == "user"
    assert server.listed == 0


async def test_fields_that_the_server_does_not_take_are_left_out(
    server: ScriptedServer, backend: Make
) -> None:
    server.script = [
        Refuses(422, "Unexpected fields in the request: {'top_k'}"),
        Refuses(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", param="max_tokens"),
        Streams(["2."]),
    ]  # fmt: skip
    made, sampling = backend(), Sampling(temperature=0.6, top_p=0.9, top_k=20, max_tokens=99, seed=7)
    for _ in range(2):
        assert await said(made, sampling=sampling) == "2."
    assert len(server.asked) == 4
    first, last = server.asked[0], server.asked[-1]
    assert (first["top_k"], first["max_tokens"]) == (20, 99)
    assert "top_k" not in last
    assert "max_tokens" not in last
    assert (last["max_completion_tokens"], last["top_p"], last["seed"]) == (99, 0.9, 7)


async def test_without_a_parser_for_calls_they_are_read_from_the_text(
    server: ScriptedServer, backend: Make
) -> None:
    server.script = [
        Refuses(
            400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'
        ),
        Streams(['<tool_call>\n{"name": "execute_code", "arguments": {"code": "1+1"}}\n</tool_call>']),
    ]
    assert cells(await said(backend("qwen3:8b"))) == ["1+1\n"]
    assert server.asked[-1]["tool_choice"] == "none"


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(Refuses(429, headers={"retry-after": "0.2"}), id="too many"),
        pytest.param(Refuses(503), id="its own error"),
        pytest.param(Streams(then="break"), id="broken off before the first word"),
        pytest.param(Streams(then="error"), id="an error before the first word"),
    ],
)
async def test_what_passes_is_asked_again(
    server: ScriptedServer, backend: Make, first: Streams | Refuses
) -> None:
    server.script = [first, first, Streams(["2."])]
    assert await said(backend()) == "2."
    assert len(server.asked) == 3


async def test_a_pause_that_the_server_wants_is_kept(server: ScriptedServer, backend: Make) -> None:
    server.script = [Refuses(429, headers={"retry-after": "1"}), Streams(["2."])]
    began = time.monotonic()
    await said(backend())
    assert 1.0 <= time.monotonic() - began < 3


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param(Refuses(401), "key-refused", id="401"),
        pytest.param(Refuses(403), "key-refused", id="403"),
        pytest.param(Refuses(404, "The model `some-model` does not exist.", code="model_not_found"), "no-such-model-of", id="unknown model"),
        pytest.param(Refuses(404, "Not Found"), "no-such-model-of", id="404"),
        pytest.param(Refuses(400, "Server is pinned to 'x'; requested 'some-model'."), "no-such-model-of", id="pinned"),
        pytest.param(Refuses(429), "server-busy", id="429 again and again"),
        pytest.param(Refuses(429, headers={"retry-after": "3600"}), "server-busy", id="an hour"),
        pytest.param(Refuses(429, code="insufficient_quota"), "quota-spent", id="no credit"),
        pytest.param(Refuses(500), "server-broken", id="500"),
        pytest.param(Refuses(418), "request-refused", id="418"),
        pytest.param(Refuses(400, "This model's maximum context length is 4096 tokens."), "context-full", id="too long"),
        pytest.param(Streams(raw=b"<html>", content_type="text/html"), "no-model-server", id="a web page"),
        pytest.param(Streams(raw=b"data: {oops\n\n"), "no-model-server", id="no JSON"),
        pytest.param(Streams(raw=b"data: [1]\n\ndata: {\"choices\": 3}\n\ndata: {\"choices\": [7]}\n\n"), "empty-answer", id="other JSON"),
        pytest.param(Streams(raw=b"data: \xff\xfe\n\n"), "no-model-server", id="no text"),
        pytest.param(Streams(), "empty-answer", id="nothing"),
        pytest.param(Streams(finish=None), "empty-answer", id="nothing at all"),
        pytest.param(Streams(then="silence"), "server-silent", id="silence"),
        pytest.param(Streams(then="break"), "broke-off", id="broken off again and again"),
    ],
)  # fmt: skip
async def test_failures_are_told_clearly_and_show_no_key(
    server: ScriptedServer, backend: Make, answer: Streams | Refuses, code: str
) -> None:
    server.models, server.script = {"this": "x", "that": "x"}, [answer]
    shown, error = await failed(backend(retries=1, silence_timeout_s=0.5))
    assert (shown, error.code) == ("", code)
    if code == "no-such-model-of":
        assert "that, this" in sentence_of(error, "en")


async def test_no_server_and_no_key(server: ScriptedServer, backend: Make) -> None:
    _, error = await failed(backend(base_url="http://me:pass@127.0.0.1:9/v1", retries=1))
    assert error.code == "no-server"
    assert "http://127.0.0.1:9/v1" in sentence_of(error, "en")
    assert "pass" not in str(error)
    _, error = await failed(backend(base_url=None, api_key=None))
    assert error.code == "key-missing"
    server.script = [Refuses(401)]
    _, error = await failed(backend(api_key=None))
    assert error.code == "key-missing"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        pytest.param({"base_url": "localhost:8000/v1"}, "no-address", id="no scheme"),
        pytest.param({"base_url": "http://[1/v1"}, "no-address", id="no address at all"),
        pytest.param({"base_url": "http://127.0.0.1:99999/v1"}, "no-address", id="no port"),
        pytest.param({"base_url": "http://nowhere.invalid/v1"}, "no-server", id="no such host"),
        pytest.param({"api_key": "sk-1\n"}, "no-key", id="a line break in the key"),
        pytest.param({"api_key": "密钥"}, "no-key", id="a key of other letters"),
    ],
)
async def test_settings_that_cannot_be(backend: Make, options: dict[str, str], code: str) -> None:
    made = backend(retries=0, **options)
    await made.start()
    _, error = await failed(made)
    assert error.code == code
    assert "sk-1" not in str(error)


async def test_a_server_that_takes_the_request_and_says_nothing(backend: Make) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"http://127.0.0.1:{mute.getsockname()[1]}/v1"
        _, error = await failed(backend(base_url=url, silence_timeout_s=0.3))
    assert error.code == "server-silent"


@pytest.mark.parametrize("then", ["break", "error", "silence", ""])
async def test_what_was_shown_is_never_repeated(server: ScriptedServer, backend: Make, then: str) -> None:
    server.script = [Streams(["So it "], then=then, finish=None), Streams(["So it is 2."])]
    shown, error = await failed(backend(silence_timeout_s=0.5))
    assert shown == "So it "
    assert error.code == ("server-silent" if then == "silence" else "broke-off")
    assert len(server.asked) == 1


async def test_a_turn_that_broke_off_is_continued_once(server: ScriptedServer, backend: Make) -> None:
    server.models = {"some-model": "vllm"}
    server.script = [Streams(["So it ", "is "], then="break"), Streams(["2."])]
    assert await said(backend()) == "So it is 2."
    assert server.asked[1]["messages"][-1] == {"role": "assistant", "content": "So it is "}
    server.script = [Streams(["So it "], then="break"), Streams(["is"], then="break")]
    shown, error = await failed(backend())
    assert (shown, error.code) == ("So it is", "broke-off")


async def test_more_than_there_is_room_for_is_asked_without_a_number(
    server: ScriptedServer, backend: Make
) -> None:
    server.script = [Refuses(400, "max_tokens is too large: this model's maximum context length is 4096"), Streams(["2."])]  # fmt: skip
    assert await said(backend()) == "2."
    assert "max_tokens" not in server.asked[1]


async def test_a_template_that_opens_the_thought(server: ScriptedServer, backend: Make) -> None:
    made = backend("deepseek-r1-distill-7b")
    server.script = [Streams(["hm</think>It is 2."])]
    assert await said(made) == "<think>\nhm</think>It is 2."
    server.script = [Streams(["It is 2."])]  # the server keeps the thoughts to itself
    assert await said(made) == "<think>\nIt is 2.</think>\nIt is 2."
    assert await said(made) == "It is 2."


async def test_closing_the_stream_ends_the_request(server: ScriptedServer, backend: Make) -> None:
    server.script = [Streams(["a"], then="silence")]
    async with aclosing(backend().model(Problem("1+1", "en")).stream(ASKED, Sampling())) as deltas:
        async for _ in deltas:
            break
    assert await asyncio.to_thread(server.dropped.wait, 5)


async def test_a_key_is_in_no_log_and_no_event(
    server: ScriptedServer, backend: Make, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    problem, made = Problem("1+1", "en"), backend(retries=1)
    for answer in (
        Refuses(401, f"Incorrect API key provided: {KEY}"),
        Refuses(500, KEY),
        Streams(raw=b'data: {"error": {"message": "' + KEY.encode() + b'"}}\n\n'),
        Streams(["So \\boxed{2}"]),
    ):
        server.script = [answer]
        events = [
            e async for e in Agent(made.model(problem), EchoKernel(), profile=made.profile).solve(problem)
        ]
        assert isinstance(events[-1], Done)
        assert not any(KEY in encode(e) for e in events)
    assert KEY not in repr(vars(made.model(problem))) + repr(made)
    assert caplog.records
    for record in caplog.records:
        assert KEY not in record.getMessage() + str(record.exc_info) + str(record.__dict__)


@pytest.mark.parametrize("name", ["some-model", "qwen3:8b"])
async def test_a_problem_through_the_whole_loop(server: ScriptedServer, backend: Make, name: str) -> None:
    first = call("1+1") if name == "qwen3:8b" else ["Add.\n```python\n1+1\n```\n"]
    server.script = [Streams(first), Streams(["It is \\boxed{2}."])]
    made, problem = backend(name), Problem("1+1", "en")
    kernel = EchoKernel({"1+1": [Output(1, "result", "2")]})
    events = [e async for e in Agent(made.model(problem), kernel, profile=made.profile).solve(problem)]
    assert not [e for e in events if isinstance(e, Failure)]
    assert "".join(e.delta for e in events if isinstance(e, Code)) == "1+1\n"
    assert Answer("2") in events
    assert "2" in server.asked[1]["messages"][-1]["content"]
