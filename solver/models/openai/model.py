"""One conversation with a server: asks, asks again where that helps, streams, and ends clearly.

How a request is told is in `requests`, how a reply is read in `replies`, what an error means in `failures`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from solver.errors import ModelUnavailable
from solver.models.openai.failures import failure_of, is_passing, is_too_long, pause_s, refused_field, words
from solver.models.openai.replies import Reply
from solver.models.openai.requests import Asking, request
from solver.ports import Delta, Language, Message, Sampling
from solver.sentences import say

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncStream
    from openai.types.chat import ChatCompletionChunk

    from solver.models.openai.backend import OpenAIBackend

log = logging.getLogger(__name__)
LISTED = 12
"""Models of a server that are named to the reader."""


class _Broken(Exception):
    """A stream ended before its text did. `passing`: asking again may help, while nothing was shown."""

    def __init__(self, failure: ModelUnavailable, *, passing: bool = True) -> None:
        super().__init__(str(failure))
        self.failure, self.passing = failure, passing


class OpenAIModel:
    """Implements `Model`. What was found out about the server is kept in the backend."""

    def __init__(self, backend: OpenAIBackend, language: Language) -> None:
        self.name = backend.name
        self._backend, self._language = backend, language

    async def stream(
        self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
    ) -> AsyncGenerator[Delta]:
        """Text as the server sends it, up to the end of its first call. Closing the generator ends the request.

        A request is made again only while nothing was shown. Later the turn is continued once, where the server does that.

        Raises:
            ModelUnavailable: no server, no such model, no key, no room, no answer, or it broke off.
        """
        told, reply, attempt, resumed = list(messages), None, 0, False
        while True:
            chunks, continued = await self._open(told, sampling, stop)
            reply = reply or self._reply(continued=continued)
            try:
                async with aclosing(self._chunks(chunks, reply)) as arriving:
                    async for text in arriving:
                        yield Delta(text, reply.counted(), estimated=True)
                break
            except _Broken as broken:
                if reply.empty and broken.passing and attempt < self._backend.retries:
                    await asyncio.sleep(pause_s(broken, attempt) or 0)
                    attempt += 1
                elif not resumed and reply.resumable and await self._backend.continuing() is not None:
                    log.info("the model server broke off: the turn is continued")
                    told, resumed = _with_beginning(messages, reply.raw), True
                else:
                    raise broken.failure from None
        if text := reply.close():
            yield Delta(text, reply.counted(), estimated=True)
        if reply.separate is not None:
            self._backend.separate = reply.separate
        if reply.empty:
            raise ModelUnavailable("empty-answer", model=self.name)

    def _reply(self, *, continued: bool) -> Reply:
        profile = self._backend.profile
        opened = profile.thinking is not None and profile.thinking.opened
        return Reply(profile, opened=opened and not continued and not self._backend.separate)

    async def _chunks(self, chunks: AsyncStream[ChatCompletionChunk], reply: Reply) -> AsyncGenerator[str]:
        """The reply's text as it arrives.

        Raises:
            _Broken: the stream ended before the text.
        """
        from openai import APIConnectionError, APIError, APITimeoutError

        backend = self._backend
        try:
            async with chunks:
                async for chunk in chunks:
                    if text := reply.take(chunk):
                        yield text
                    if reply.over:
                        return
        except APITimeoutError:
            raise _Broken(self._silent(), passing=False) from None
        except APIConnectionError:
            raise _Broken(ModelUnavailable("broke-off", server=backend.server)) from None
        except APIError as error:  # an event of the stream that is an error
            log.warning("the model server broke off: %s", backend.redacted(str(error)))
            if is_too_long(str(error)):
                raise _Broken(ModelUnavailable("context-full", model=self.name), passing=False) from None
            raise _Broken(ModelUnavailable("broke-off", server=backend.server)) from None
        except ValueError as error:  # an event that is no JSON, or no UTF-8
            log.warning("the model server sent no events: %s", type(error).__name__)
            code = "no-model-server" if reply.empty else "broke-off"
            raise _Broken(ModelUnavailable(code, server=backend.server), passing=False) from None
        if not (reply.finished or reply.empty):
            raise _Broken(ModelUnavailable("broke-off", server=backend.server))

    async def _open(
        self, messages: Sequence[Message], sampling: Sampling, stop: Sequence[str]
    ) -> tuple[AsyncStream[ChatCompletionChunk], bool]:
        """A stream that has begun, and whether it continues the last turn."""
        from openai import APIConnectionError, APIStatusError, APITimeoutError

        backend, omitted, attempt = self._backend, set[str](), 0
        client = await backend.client()
        while True:
            continuing = await backend.continuing() if messages[-1].role == "assistant" else None
            asking = Asking(
                backend.model_name,
                continuing,
                backend.refused | omitted,
                tools=backend.profile.dialect == "calls",
                go_on=say("go-on", self._language),
                answer=say("answer-now", self._language),
            )
            fields = request(messages, sampling, asking, stop)
            error: Exception
            try:
                chunks = await client.chat.completions.create(**fields)
            except APIStatusError as refusal:
                if self._adapt(refusal, fields, omitted, continued=continuing is not None):
                    continue
                log.warning(
                    "the model server answers %d: %s", refusal.status_code, backend.redacted(words(refusal))
                )
                error, passing = refusal, is_passing(refusal)
            except APIConnectionError as problem:
                error, passing = problem, not isinstance(problem, APITimeoutError)
            else:
                if "event-stream" in chunks.response.headers.get("content-type", ""):
                    return chunks, continuing is not None
                await chunks.close()
                raise ModelUnavailable("no-model-server", server=backend.server)
            pause = pause_s(error, attempt)
            if not passing or attempt >= backend.retries or pause is None:
                raise await self._failure(error, fields) from None
            await asyncio.sleep(pause)
            attempt += 1

    def _adapt(
        self, error: APIStatusError, fields: dict[str, Any], omitted: set[str], *, continued: bool
    ) -> bool:
        """Whether to ask again at once, without what the server does not take."""
        sent = fields | (fields["extra_body"] or {})
        if error.status_code in (400, 413, 422) and is_too_long(words(error)):
            # the room that is asked for counts too: without a number it is what is left
            limits = {"max_tokens", "max_completion_tokens"}
            again = not limits <= omitted
            omitted |= limits
            return again
        field = refused_field(error, sent)
        if field is not None and field not in self._backend.refused:
            log.info("the model server does not take %s: asked without from now on", field)
            self._backend.refused.add(field)
            return True
        if continued and error.status_code in (400, 422, 500):
            self._backend.only_answers()
            return True
        return False

    async def _failure(self, error: Exception, fields: dict[str, Any]) -> ModelUnavailable:
        from openai import APIStatusError, APITimeoutError

        backend = self._backend
        if isinstance(error, APIStatusError):
            if refused_field(error, fields) == "tools":
                return ModelUnavailable("tools-refused", server=backend.server, model=backend.model_name)
            failure = failure_of(error, backend.server, backend.model_name, has_key=backend.has_key)
            if failure.code in ("no-such-model", "no-model-server"):
                return await self._with_known_models(failure)
            return failure
        connected = type(error.__cause__).__name__ not in ("ConnectTimeout", "PoolTimeout")
        if isinstance(error, APITimeoutError) and connected:
            return self._silent()
        return ModelUnavailable("no-server", server=backend.server)

    async def _with_known_models(self, failure: ModelUnavailable) -> ModelUnavailable:
        """A 404 may mean the model or the address: a server that lists its models has the right address."""
        known = sorted(await self._backend.listed())
        if not known or self._backend.model_name in known:
            return failure
        more = ", …" * (len(known) > LISTED)
        return ModelUnavailable(
            "no-such-model-of",
            server=self._backend.server,
            model=self._backend.model_name,
            known=", ".join(known[:LISTED]) + more,
        )

    def _silent(self) -> ModelUnavailable:
        return ModelUnavailable(
            "server-silent", server=self._backend.server, seconds=self._backend.silence_timeout_s
        )


def _with_beginning(messages: Sequence[Message], text: str) -> list[Message]:
    """The conversation with the beginning of the assistant's turn that is to be continued."""
    *before, last = messages
    if last.role == "assistant" and last.cell is None:
        return [*before, Message("assistant", last.content + text)]
    return [*messages, Message("assistant", text)]
