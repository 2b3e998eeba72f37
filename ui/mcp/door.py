"""The route `/mcp`, and the library behind it, which is loaded with the first request: it takes two seconds that no page should wait for."""

from __future__ import annotations

import asyncio
import base64
import json
from importlib import import_module
from typing import Any, Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from ui.handlers import Services
from ui.mcp.schemas import tools
from ui.mcp.tools import Refused, Result, Tools
from ui.requests import again, body_of
from ui.v1.asked import MAX_BODY_BYTES, ApiError
from ui.v1.entrance import Entrance

PATH: Final = "/mcp"
INSTRUCTIONS: Final = (
    "A maths tutor that computes and checks its answers. For a student who is learning, prefer hint and check_work to solve; "
    "show LaTeX as it is. 数学辅导：先给提示、检查学生的步骤，再给出经过检验的答案。"
)


class Mcp:
    """The MCP server of one process. `close` belongs to the end of the server."""

    def __init__(self, services: Services, entrance: Entrance) -> None:
        self._services, self._entrance = services, entrance
        self._starting = asyncio.Lock()
        self._manager: Any = None
        self._ends = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def routes(self) -> list[Route]:
        """The route. Nothing is told without being asked, so there is no GET; and there are no sessions, so there is no DELETE."""
        return [Route(PATH, _Endpoint(self), methods=["POST"])]

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        try:
            self._entrance.admit(Request(scope), solves=False, own_page=False)
            receive = await _well_formed(scope, receive)
        except ClientDisconnect:
            return
        except ApiError as error:
            refused = JSONResponse(error.body(), status_code=error.status, headers=error.headers)
            await refused(scope, receive, send)
            return
        manager = await self._ready()
        await manager.handle_request(scope, receive, self._entrance.readable(Request(scope), send))

    async def close(self) -> None:
        """End what still runs."""
        self._ends.set()
        if self._task is not None:
            await self._task

    async def _ready(self) -> Any:
        async with self._starting:
            if self._manager is None:
                module = await asyncio.to_thread(import_module, "mcp.server.streamable_http_manager")
                await asyncio.to_thread(import_module, "mcp.server.lowlevel")
                server = _server(self._services, Tools(self._services, self._entrance))
                self._manager = module.StreamableHTTPSessionManager(
                    server, stateless=True, max_request_body_size=MAX_BODY_BYTES
                )
                begun = asyncio.Event()
                self._task = asyncio.create_task(self._run(begun))
                await begun.wait()
        return self._manager

    async def _run(self, begun: asyncio.Event) -> None:
        """Its tasks belong to this one: a request's would end with the request."""
        async with self._manager.run():
            begun.set()
            await self._ends.wait()


async def _well_formed(scope: Scope, receive: Receive) -> Receive:
    """The request, to be read again; the library answers 500 to what is no JSON at all, and nothing to half a surrogate pair.

    Raises:
        ApiError: it is none, or too long.
    """
    body = await body_of(Request(scope, receive), MAX_BODY_BYTES)
    if body is None:
        raise ApiError(f"the body has more than {MAX_BODY_BYTES} bytes", status=413)
    try:
        json.dumps(json.loads(body), ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise ApiError("the body is not text: half a surrogate pair is in it") from error
    except (ValueError, RecursionError) as error:
        raise ApiError("the body is not JSON") from error
    return again(body, receive)


class _Endpoint:
    """An object, so that Starlette hands on the request as it is."""

    def __init__(self, door: Mcp) -> None:
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._door.answer(scope, receive, send)


def _server(services: Services, own: Tools) -> Any:
    """The library's server with our tools in it."""
    from jsonschema import Draft202012Validator
    from mcp import types
    from mcp.server.lowlevel import Server

    server: Any = Server("stepwise", instructions=INSTRUCTIONS)
    listed = [
        types.Tool(
            name=name, annotations=types.ToolAnnotations(readOnlyHint=True, openWorldHint=False), **told
        )
        for name, told in tools(services.models(), services.strategies()).items()
    ]
    fits = {tool.name: Draft202012Validator(tool.inputSchema) for tool in listed}

    async def told_tools() -> list[types.Tool]:
        return listed

    async def call(name: str, arguments: dict[str, Any]) -> Any:
        context = server.request_context
        token = context.meta.progressToken if context.meta is not None else None
        number = 0

        async def told(message: str) -> None:
            nonlocal number
            number += 1
            if token is not None:
                await context.session.send_progress_notification(
                    token,
                    number,
                    message=_sendable(message) or None,
                    related_request_id=str(context.request_id),
                )

        if name not in own.names:
            raise Refused(f"there is no tool {name!r} (there are: {', '.join(own.names)})")
        if (fault := next(fits[name].iter_errors(arguments), None)) is not None:
            raise Refused(_brief(fault.message, ".".join(map(str, fault.absolute_path))))
        result = await own.call(name, arguments, context.request, told)
        return _content(result), _sendable(result.value)

    server.list_tools()(told_tools)
    server.call_tool(validate_input=False)(call)  # the library repeats all that was sent, however long it is
    return server


def _brief(fault: str, where: str, most: int = 200) -> str:
    """What is wrong with arguments, without the middle of what was sent.

    >>> _brief("'" + "x" * 9000 + "' is too long", "problem", 30)
    "`problem`: 'xxxxxxxxxxxxxx…xx' is too long"
    >>> _brief("'problem' is a required property", "")
    "'problem' is a required property"
    """
    said = fault if len(fault) <= most else f"{fault[: most // 2]}…{fault[-most // 2 :]}"
    return f"`{where}`: {said}" if where else said


def _sendable(value: Any) -> Any:
    """The same without halves of surrogate pairs: a cell may print one, and the library would then send nothing at all.

    >>> _sendable({"solution": "x = 1 \\ud800", "plots": []})
    {'solution': 'x = 1 ?', 'plots': []}
    """
    return json.loads(json.dumps(value, ensure_ascii=False).encode(errors="replace"))


def _content(result: Result) -> list[Any]:
    """For clients that read no structure: the same as text, and the pictures."""
    from mcp import types

    text = json.dumps(_sendable(result.value), ensure_ascii=False, indent=1)
    pictures = (
        types.ImageContent(type="image", data=base64.b64encode(one.data).decode(), mimeType=one.mime)
        for one in result.figures
    )
    return [types.TextContent(type="text", text=text), *pictures]
