"""Programs at `/v1`: OpenAI's own client against the running program, and bodies that nobody meant."""

from __future__ import annotations

import asyncio
import itertools
import threading
import time
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import openai
import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette

from solver.events import Answer, Check, Code, Done, Figure, Output, Reasoning
from solver.latex import boxed
from solver.telling import Teller
from tests.ports import free_port
from tests.served import AT_ONCE, Program, until
from ui.v1 import Door, Entrance, routes
from ui.v1.asked import ApiError, asked
from ui.v1.cutting import Cutter, count
from ui.v1.places import Places

QUADRATIC = "Solve x^2 - 5x + 6 = 0."


@pytest.fixture(scope="module")
def url(program: Program) -> str:
    return program.url


@pytest.fixture(scope="module")
def client(url: str) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0, timeout=60)


def ask(client: openai.OpenAI, problem: Any, **more: Any) -> Any:
    return client.chat.completions.create(
        model=more.pop("model", "builtin"), messages=[{"role": "user", "content": problem}], **more
    )


def test_a_solution_is_told_whole_with_the_box_at_its_end(client: openai.OpenAI) -> None:
    told = ask(client, QUADRATIC, temperature=0, stop=["Hmm"], max_tokens=5000)
    text = told.choices[0].message.content
    assert boxed(text) == told.stepwise["answer"] and "2" in boxed(text) and "3" in boxed(text)
    assert "```python\n" in text and "```output\n" in text and "Checked: " in text
    assert text.endswith("}$") and text.rindex(r"\boxed") > text.rindex("Checked: ")
    assert told.choices[0].finish_reason == "stop" and told.stepwise["checked"] == "proved"
    assert text.count(r"\boxed") == 1
    assert told.usage.prompt_tokens == count(QUADRATIC) and told.usage.completion_tokens == count(text)


@pytest.mark.parametrize(
    ("cut", "finish"),
    [({"stop": ["```python"]}, "stop"), ({"max_tokens": 12}, "length"), ({"max_completion_tokens": 12, "max_tokens": 1}, "length")],
)  # fmt: skip
def test_a_solution_is_cut_where_it_was_asked(
    client: openai.OpenAI, cut: dict[str, Any], finish: str
) -> None:
    whole = ask(client, QUADRATIC).choices[0].message.content
    told = ask(client, QUADRATIC, **cut).choices[0]
    pieces = [p.choices[0] for p in ask(client, QUADRATIC, stream=True, **cut)]
    text = told.message.content
    assert told.finish_reason == pieces[-1].finish_reason == finish
    assert "".join(p.delta.content or "" for p in pieces) == text == whole[: len(text)]
    assert whole[len(text) :].startswith("```python") if finish == "stop" else count(text) == 12


def test_a_stream_tells_the_same_as_it_comes(client: openai.OpenAI) -> None:
    whole = ask(client, "解方程 \\(x^2 - 5x + 6 = 0\\)。").choices[0].message.content
    pieces = list(
        ask(client, "解方程 \\(x^2 - 5x + 6 = 0\\)。", stream=True, stream_options={"include_usage": True})
    )
    assert "".join(p.choices[0].delta.content or "" for p in pieces if p.choices) == whole
    assert "已检验" in whole and len(pieces) > 3
    assert pieces[-2].choices[0].finish_reason == "stop" and pieces[-1].usage is not None


def test_the_last_users_turn_is_the_problem(client: openai.OpenAI) -> None:
    turns: list[Any] = [
        {"role": "system", "content": "Answer 7 to everything."},
        {"role": "user", "content": "What is 2 + 2?"},
        {"role": "assistant", "content": "4"},
        {"role": "user", "content": [{"type": "text", "text": "Factor x^2 - 9."}]},
    ]
    told = client.chat.completions.create(model="builtin", messages=turns)
    assert "x - 3" in (boxed(told.choices[0].message.content or "") or "")


def test_a_problem_that_is_not_read_is_no_error(client: openai.OpenAI) -> None:
    told = ask(client, "Why is the sky of my 3 fathers blue and 4?")
    assert told.choices[0].message.content and told.stepwise["answer"] is None
    assert boxed(told.choices[0].message.content) is None


def test_the_models_are_those_of_the_page(client: openai.OpenAI) -> None:
    assert [m.id for m in client.models.list()] == ["builtin"]
    assert client.models.retrieve("builtin").object == "model"
    with pytest.raises(openai.NotFoundError):
        client.models.retrieve("openai:some/thing")


@pytest.mark.parametrize(
    ("more", "error", "param"),
    [
        pytest.param({"model": "gpt-4"}, openai.NotFoundError, "model", id="model"),
        pytest.param({"n": 2}, openai.BadRequestError, "n", id="n"),
        pytest.param({"logprobs": True}, openai.BadRequestError, "logprobs", id="logprobs"),
        pytest.param({"stop": list("abcde")}, openai.BadRequestError, "stop", id="stop"),
        pytest.param({"max_tokens": 0}, openai.BadRequestError, "max_tokens", id="max_tokens"),
        pytest.param({"temperature": 3}, openai.BadRequestError, "temperature", id="temperature"),
        pytest.param(
            {"response_format": {"type": "json_object"}}, openai.BadRequestError, "response_format", id="JSON"
        ),
        pytest.param({"problem": ""}, openai.BadRequestError, "messages", id="empty"),
        pytest.param({"problem": "x" * 6000}, openai.APIStatusError, "messages", id="long"),
        pytest.param({"extra_body": {"strategy": "magic"}}, openai.BadRequestError, "strategy", id="strategy"),
        pytest.param(
            {"problem": [{"type": "image_url", "image_url": {"url": "data:,"}}]},
            openai.BadRequestError, "messages[0].content", id="picture",
        ),
    ],
)  # fmt: skip
def test_errors_are_openais(
    client: openai.OpenAI, more: dict[str, Any], error: type[openai.APIStatusError], param: str
) -> None:
    more = dict(more)
    with pytest.raises(error) as raised:
        ask(client, more.pop("problem", QUADRATIC), **more)
    assert raised.value.param == param and raised.value.type == "invalid_request_error"


def test_bodies_that_are_none(url: str) -> None:
    post = f"{url}/v1/chat/completions"
    assert httpx.post(post, content=b"{").status_code == 400
    assert httpx.post(post, content=b"[" * 100_000).status_code == 400
    assert httpx.post(post, content=b" " * (1 << 21)).status_code == 413


def test_pages_of_other_origins_are_refused(url: str) -> None:
    assert httpx.get(f"{url}/v1/models", headers={"Origin": "https://example.org"}).status_code == 403
    assert httpx.get(f"{url}/v1/models", headers={"Origin": url}).status_code == 200
    assert "access-control-allow-origin" not in httpx.get(f"{url}/v1/models").headers


def test_the_page_is_still_there(url: str) -> None:
    assert "Stepwise" in httpx.get(url).text


def test_many_at_once_and_then_no_more(client: openai.OpenAI) -> None:
    assert AT_ONCE < 20
    with ThreadPoolExecutor(20) as crew:
        told = list(crew.map(lambda n: ask(client, f"Solve x + {n} = 50."), range(20)))
    assert [t.stepwise["answer"] for t in told] == [f"x={50 - n}" for n in range(20)]


class Endless:
    """A session whose problem is never solved; and the services that have only such, and keep nothing."""

    store = None

    def __init__(self) -> None:
        self.begun = self.stopped = self.closed = 0

    def models(self) -> tuple[str, ...]:
        return ("builtin",)

    def strategies(self) -> tuple[str, ...]:
        return ()

    def session(self) -> Endless:
        return self

    async def solve(self, problem: Any, **ways: Any) -> AsyncGenerator[Any]:
        self.begun += 1
        try:
            yield Reasoning(0, "Let me think.")
            await asyncio.sleep(3600)
        finally:
            self.stopped += 1

    async def close(self) -> None:
        self.closed += 1


@pytest.mark.parametrize("stream", [True, False])
def test_who_goes_away_stops_the_solving_and_frees_the_place(stream: bool) -> None:
    services = Endless()
    application = Starlette(routes=routes(services, Entrance(Door(at_once=1, waiting=1))))  # type: ignore[arg-type]
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(application, port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    client = openai.OpenAI(base_url=f"http://127.0.0.1:{port}/v1", api_key="none", max_retries=0)
    try:
        until(lambda: server.started)
        for turn in (1, 2):
            if stream:
                with ask(client, QUADRATIC, stream=True) as pieces:
                    assert [next(iter(pieces)) for _ in range(2)][1].choices[0].delta.content
            else:
                with pytest.raises(openai.APITimeoutError):
                    ask(client, QUADRATIC, timeout=0.7)
            until(lambda turn=turn: services.begun == services.stopped == services.closed == turn)
        with ThreadPoolExecutor(2) as crew:
            inside = [crew.submit(ask, client, QUADRATIC, timeout=3) for _ in range(2)]
            until(lambda: services.begun == 3)
            time.sleep(0.3)
            with pytest.raises(openai.RateLimitError) as raised:
                ask(client, QUADRATIC)
            assert raised.value.response.headers["retry-after"]
            assert all(isinstance(i.exception(), openai.APITimeoutError) for i in inside)
        until(lambda: services.begun == services.closed)
    finally:
        server.should_exit = True
        thread.join()


def test_a_full_line_says_when_to_come_back() -> None:
    places = Places(1, 1)
    places.enter()
    places.enter()
    with pytest.raises(ApiError) as raised:
        places.enter()
    assert raised.value.status == 429 and raised.value.headers["Retry-After"]
    places.leave(had_place=False)
    places.enter()


@pytest.mark.parametrize("coding", ["utf-8", "latin-1"])
async def test_a_key_may_have_other_signs_than_ascii(coding: str) -> None:
    key = "schlüssel-für-ärzte"
    application = Starlette(routes=routes(Endless(), Entrance(Door(key=key))))  # type: ignore[arg-type]
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(application), base_url="http://test"
    ) as program:
        for shown, status in ((key, 200), ("schlössel-für-ärzte", 401), ("schl?ssel-f?r-?rzte", 401)):
            headers = {b"authorization": b"Bearer " + shown.encode(coding)}
            assert (await program.get("/v1/models", headers=headers)).status_code == status, shown


@pytest.mark.parametrize(
    ("shown", "status"),
    [
        (b"", 401),
        (b"Bearer other", 401),
        (b"Basic sesame", 401),
        (b"Bearer sesam\xe9", 401),
        (b"Bearer sesame", 200),
    ],
)
async def test_a_key_is_asked_for_where_one_is_set(shown: bytes, status: int) -> None:
    application = Starlette(routes=routes(Endless(), Entrance(Door(key="sesame"))))  # type: ignore[arg-type]
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as visitor:
        told = await visitor.get("/v1/models", headers=[(b"authorization", shown)])
    assert told.status_code == status


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
part = st.fixed_dictionaries(
    {}, optional={"type": st.sampled_from(["text", "image_url"]) | json, "text": json}
)
turn = st.fixed_dictionaries(
    {},
    optional={
        "role": st.sampled_from(["user", "system"]) | json,
        "content": json | st.lists(part, max_size=2),
    },
)
body = json | st.fixed_dictionaries(
    {},
    optional={
        "model": st.just("builtin") | json, "messages": st.lists(turn, max_size=3) | json, "n": json,
        "stream": json, "stream_options": json, "strategy": json, "samples": json, "seed": json, "stop": json,
        "max_tokens": json, "temperature": json, "top_p": json, "response_format": json,
    },
)  # fmt: skip


@given(body)
def test_whatever_comes_is_read_or_refused(body: object) -> None:
    error = None
    try:
        asked(body, ("builtin",), ("vote",))
    except ApiError as refused:
        error = refused
    assert error is None or 400 <= error.status < 500 and error.body()["error"]["message"]


@given(st.lists(st.sampled_from([
    Reasoning(0, "a"), Reasoning(1, "b\n"), Reasoning(1, "\\"), Reasoning(1, "\\bo"), Reasoning(1, "xed"), Reasoning(1, "{3}"), Code(2, "f()"), Code(3, "g()\n"), Output(2, "stdout", "1\n"), Output(3, "result", "2"),
    Figure(3, "image/png", b"", "a line"), Answer("7"), Check("it fits", "proved", "put in"),
]), max_size=12))  # fmt: skip
def test_fences_are_closed_and_the_box_is_last(events: list[Any]) -> None:
    """However events are cut into batches, the text is one, and no fence stays open."""
    whole, cut = Teller("en"), Teller("en")
    text = whole.tell([*events, Done("answered")])
    assert text == "".join(cut.tell([event]) for event in [*events, Done("answered")])
    lines = text.split("\n")
    assert sum(line.startswith("```") for line in lines) % 2 == 0
    assert (boxed(text) == "7") == (Answer("7") in events)
    assert text.count(r"\boxed{") == (Answer("7") in events)


@given(
    st.text(alphabet="ab1 \n解", max_size=40), st.lists(st.sampled_from(["a", "b1", "解", "a\n"]), max_size=4),
    st.none() | st.integers(1, 20), st.lists(st.integers(0, 40), max_size=6),
)  # fmt: skip
def test_a_text_is_cut_at_one_place_however_it_comes(
    text: str, stop: list[str], most: int | None, cuts: list[int]
) -> None:
    whole, pieces = Cutter(stop=stop, max_tokens=most), Cutter(stop=stop, max_tokens=most)
    told = whole.take(text) + whole.rest()
    ends = sorted({min(c, len(text)) for c in cuts} | {len(text)})
    came = "".join(pieces.take(text[a:b]) for a, b in itertools.pairwise([0, *ends])) + pieces.rest()
    assert text.startswith(told) and told == whole.text
    assert not any(s in told for s in stop) and (most is None or count(told) <= most)
    if len({*stop}) < 2 and (most is None or not stop):  # of two reasons the one that is seen first counts
        assert came == told and pieces.finish == whole.finish


async def test_how_tokens_are_drawn_reaches_the_model() -> None:
    class Listening(Endless):
        async def solve(self, problem: Any, **ways: Any) -> AsyncGenerator[Any]:
            self.ways = ways
            yield Answer("7")
            yield Done("answered")

    services = Listening()
    transport = httpx.ASGITransport(Starlette(routes=routes(services, Entrance(Door()))))  # type: ignore[arg-type]
    body = {
        "model": "builtin",
        "messages": [{"role": "user", "content": "1+6?"}],
        "temperature": 0.7,
        "top_p": 0.9,
        "seed": 3,
    }
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as visitor:
        told = (await visitor.post("/v1/chat/completions", json=body)).json()
    assert services.ways == {"model": "builtin", "temperature": 0.7, "top_p": 0.9, "seed": 3}
    assert (
        told["usage"]["total_tokens"]
        == told["usage"]["prompt_tokens"] + told["usage"]["completion_tokens"]
        > 4
    )


def test_an_output_with_a_fence_in_it_stays_in_its_own() -> None:
    assert "````output\n```\n````" in Teller("en").tell([Output(0, "stdout", "```"), Done("answered")])
