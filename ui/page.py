"""The page as Gradio blocks, and how it is served."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from importlib.util import find_spec
from typing import Any, Final

import gradio as gr
from gradio.events import api as public_api
from starlette.middleware import Middleware

from solver.store import Store
from ui import aloud, api, classroom, collect, conversations, native, pictures, sheet, theme, v1, worksheet
from ui.cells import highlight
from ui.classroom.door import TeacherDoor
from ui.handlers import Handlers, Services
from ui.login import Login
from ui.login.gate import Gate
from ui.login.proxies import Network, Proxies
from ui.login.routes import routes as signing_in
from ui.mcp import Mcp
from ui.own import OwnerCookie
from ui.students import IDLE_S, Heartbeats
from ui.tabs import Tabs
from ui.unbuffered import Unbuffered

WAITING: Final = 256  # events that may wait in line, all students together
# may come before or after the scripts: words.js looks for what it left
RESTORE: Final = "(prefs) => { window.StepwisePreferences = prefs; window.Stepwise?.restore?.(prefs); }"
GRADIO_TABS: Final = 100  # whose last value Gradio keeps: 40 kB and more each, and nobody reads them
AT_ONCE: Final = 64  # streams at once; kernels and models have their own, smaller limits


def build(services: Services, *, idle_s: float = IDLE_S) -> tuple[gr.Blocks, Handlers]:
    """The page for `services`; `options` has what its `launch` needs. A student who does nothing for `idle_s` is dismissed."""
    handlers = Handlers(services, idle_s=idle_s)
    highlight("x = 1")  # the first call loads the lexer, 0.1 s that no reader should wait for
    with gr.Blocks(title="Stepwise", analytics_enabled=False, fill_width=True) as page:
        # kept in the reader's browser; the key is no secret, it only has to stay the same from start to start
        prefs = gr.BrowserState({}, storage_key="stepwise-preferences", secret="stepwise")
        header = sheet.header()
        if services.store is not None:
            sheet.sidebar()
        work = sheet.sheet()
        sheet.composer()
        _wire(page, header, work, prefs, handlers)
        public_api(api.endpoint(services), api_name="solve", concurrency_limit=AT_ONCE)
    page.queue(max_size=WAITING, default_concurrency_limit=AT_ONCE)
    return page, handlers


def _wire(page: gr.Blocks, header: Any, work: Any, prefs: Any, handlers: Handlers) -> None:
    page.load(None, inputs=[prefs], js=RESTORE, api_visibility="private")
    header.settings(None, outputs=[prefs], js="() => Stepwise.preferences()", api_visibility="private")
    stream: dict[str, Any] = {
        "outputs": [work],
        "show_progress": "hidden",
        "api_visibility": "private",
        "trigger_mode": "multiple",  # "once" would swallow what is sent while Stop is still tidying up
    }
    # private events take up names too: a second "solve" would make the public one "/solve_1"
    work.solve(handlers.solve, api_name="page_solve", **stream)
    work.run(handlers.run, api_name="page_run", **stream)
    work.restore(handlers.restore, api_name="page_restore", **stream)
    work.open(handlers.open, api_name="page_open", **stream)
    work.tutor(handlers.tutor, api_name="page_tutor", **stream)
    work.clear(handlers.clear, api_name="page_clear", **stream)
    work.stop(
        handlers.stop,
        api_name="page_stop",
        queue=False,
        show_progress="hidden",
        api_visibility="private",
        trigger_mode="multiple",
    )
    page.unload(handlers.leave)


def _kept(services: Services, store: Store, handlers: Handlers, door: TeacherDoor) -> list[Any]:
    """The routes of what is kept: an owner's conversations, the classes, and examples for training."""
    return [
        *conversations.routes(store, handlers.students.forgotten),
        *classroom.joining.routes(store),
        *classroom.teaching.routes(store, None, door),
        *collect.routes(store, services, door),
    ]


def options(
    services: Services,
    handlers: Handlers,
    entrance: v1.Entrance | None = None,
    more: Sequence[Any] = (),
    teacher_password: str | None = None,
    middleware: Sequence[Any] = (),
    *,
    login: Login | None = None,
    proxies: Sequence[Network] = (),
    sign_in_proxies: Sequence[Network] = (),
    mcp: bool = False,
) -> dict[str, Any]:
    """Keyword arguments for `launch`. The services live as long as the server and in its event loop.

    `more` are routes of other pages on the same port, `middleware` comes near the routes. `login` says who comes in, `proxies` who is
    believed where others are, `sign_in_proxies` also who they are.
    """

    entrance = entrance or v1.Entrance(v1.Door())
    store = services.store
    shared = store.shared_secret if store is not None else None
    door = TeacherDoor(teacher_password, shared=shared, by_name=login is not None)
    kept = _kept(services, store, handlers, door) if store is not None else []
    tools = Mcp(services, entrance) if mcp and find_spec("mcp") else None
    gates: list[Any] = []
    if login is not None:
        gates.append(Middleware(Gate, login=login, keys=entrance.has_keys))
        kept += signing_in(login, door)

    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncIterator[None]:
        await services.start()
        watch = asyncio.create_task(handlers.students.watch())
        try:
            yield
        finally:
            watch.cancel()
            if tools is not None:
                await tools.close()
            await handlers.close()
            await services.close()

    return {
        "theme": theme.theme(),
        "head": theme.head(
            services.models(),
            services.strategies(),
            keeps=store is not None,
            thumbs=store is not None and door.is_there,
            login=login is not None,
        ),
        "footer_links": [],
        "run_history": False,  # classrooms share machines: nothing of a student stays in the browser
        "enable_monitoring": False,
        "state_session_capacity": GRADIO_TABS,
        "ssr_mode": False,
        "pwa": False,
        "show_error": True,
        "quiet": True,
        "app_kwargs": {
            "lifespan": lifespan,
            "routes": [
                *v1.routes(services, entrance),
                *native.routes(services, entrance),
                *(tools.routes() if tools is not None else ()),
                *pictures.routes(services, handlers.album),
                *worksheet.routes(services),
                *aloud.routes(),
                *kept,
                *more,
            ],
            "middleware": [
                Middleware(Proxies, trusted=proxies, signing_in=sign_in_proxies),
                Middleware(Unbuffered),
                *([Middleware(OwnerCookie)] if kept else []),
                *middleware,
                *gates,
                Middleware(Tabs),
                Middleware(Heartbeats, students=handlers.students),  # behind whatever knows whose a page is
            ],
        },
    }
