"""The client of an OpenAI-compatible server: asks, asks again where that helps, and says clearly what is wrong.

How a request is told is in `requests`, how a reply is read in `replies`, what an error means in `failures`.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from solver.errors import ModelUnavailable
from solver.models.openai.failures import address, is_address
from solver.models.openai.model import OpenAIModel
from solver.models.openai.requests import CONTINUING
from solver.ports import Problem
from solver.profiles import Profile, profile_of

if TYPE_CHECKING:
    from openai import AsyncOpenAI

log = logging.getLogger(__name__)
LIST_TIMEOUT_S = 10.0


class OpenAIBackend:
    """Implements `Backend` for one model of one server.

    Attributes:
        model_name, name: the model's name there, and as it is shown.
        retries: how often a request is made again that may then succeed.
        refused: fields of requests that the server was found not to take.
        separate: whether it gives thoughts in a field of their own; None until a reply has said so.
    """

    def __init__(
        self,
        name: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        connect_timeout_s: float = 10.0,
        silence_timeout_s: float = 120.0,
        retries: int = 3,
    ) -> None:
        """`base_url` is the address up to `/v1`; without one it is the client library's own, and a key is needed.

        `connect_timeout_s` is how long a connection may take, `silence_timeout_s` how long the server may send nothing.
        """
        self.model_name, self.name = name, f"openai:{name}"
        self.retries, self.silence_timeout_s = retries, silence_timeout_s
        self.refused: set[str] = set()
        self.separate: bool | None = None
        self._base_url, self._key, self._connect_timeout_s = base_url, api_key, connect_timeout_s
        self._building: asyncio.Task[AsyncOpenAI] | None = None
        self._owners: dict[str, str] = {}
        self._has_listed = self._only_answers = False

    @property
    def profile(self) -> Profile:
        """By the model's name: a server does not show its template."""
        return profile_of(self.model_name)

    @property
    def server(self) -> str:
        """The address, as it may be shown."""
        if self._base_url:
            return address(self._base_url)
        return address(str(self._building.result().base_url)) if self._building else ""

    @property
    def has_key(self) -> bool:
        """Whether a key was given."""
        return bool(self._key)

    async def start(self) -> None:
        """Begin to import the client library, which takes a second; the server is not asked yet."""
        if not self._base_url or is_address(self._base_url):
            self._begin()

    def model(self, problem: Problem) -> OpenAIModel:
        """The model for the rounds of one problem."""
        return OpenAIModel(self, problem.language)

    async def close(self) -> None:
        """Close the connections."""
        building, self._building = self._building, None
        if building is not None:
            await (await building).close()

    async def client(self) -> AsyncOpenAI:
        """The client of the server.

        Raises:
            ModelUnavailable: the address or the key cannot be one, or a hosted server and no key.
        """
        if self._base_url and not is_address(self._base_url):
            raise ModelUnavailable("no-address")
        if self._key and not re.fullmatch(r"[!-~]+", self._key):
            raise ModelUnavailable("no-key")
        client = await asyncio.shield(self._begin())
        if not (self._base_url or self._key):
            raise ModelUnavailable("key-missing", server=self.server)
        return client

    def _begin(self) -> asyncio.Task[AsyncOpenAI]:
        if self._building is None:
            self._building = asyncio.create_task(asyncio.to_thread(self._build))
        return self._building

    def _build(self) -> AsyncOpenAI:
        from openai import AsyncOpenAI, Timeout

        return AsyncOpenAI(
            base_url=self._base_url,
            api_key=self._key
            or "none",  # without one the library refuses; a server that wants none ignores it
            max_retries=0,  # done here: a failure inside a stream is retried too
            timeout=Timeout(self.silence_timeout_s, connect=self._connect_timeout_s),
        )

    async def listed(self) -> dict[str, str]:
        """The server's models with their owners; empty where it does not say."""
        from openai import APIConnectionError, OpenAIError

        client = await self.client()
        try:
            page = await client.models.list(timeout=LIST_TIMEOUT_S)
        except (OpenAIError, ValueError) as error:
            log.info("the model server lists no models: %s", self.redacted(str(error)))
            self._has_listed = not isinstance(error, APIConnectionError)
            return {}
        self._has_listed = True
        models = getattr(page, "data", None)
        return {
            found: str(getattr(model, "owned_by", ""))
            for model in (models if isinstance(models, list) else ())
            if isinstance(found := getattr(model, "id", None), str)
        }

    async def continuing(self) -> Mapping[str, bool] | None:
        """The fields that make the server continue an assistant's turn; None for one that only answers.

        Told from who owns the models that it lists: one small request, once. A server that then refuses is told in turns.
        So is every model that thinks: its thoughts are not sent back, and a server takes what comes then for more of them.
        """
        if self._only_answers or self.profile.thinking is not None:
            return None
        if not self._has_listed:
            self._owners = await self.listed()
        kind = self._owners.get(self.model_name) or next(iter(self._owners.values()), "")
        return CONTINUING.get(kind)

    def only_answers(self) -> None:
        """Remember that the server refused to continue a turn."""
        log.info("the model server does not continue a turn: it is told in turns from now on")
        self._only_answers = True

    def redacted(self, text: str) -> str:
        """A server's words for the log: short, and without the key."""
        return (text.replace(self._key, "…") if self._key else text)[:500]
