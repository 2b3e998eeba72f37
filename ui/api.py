"""The HTTP API: `/solve` streams the events of one problem as lines of JSON.

from gradio_client import Client
for line in Client(url).submit("Solve x + 1 = 3", api_name="/solve"):
    print(line)        # {"kind": "reasoning", …}, last {"kind": "done", …}

A browser whose class keeps solutions closed gets none here either (`ui.classroom.programs`).
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

import gradio as gr

from solver.events import Done, Failure, encode
from solver.intake import language_of
from solver.ports import Language, Problem
from ui.classroom import programs
from ui.following import guarded
from ui.handlers import Services
from ui.i18n import say


def endpoint(services: Services) -> Callable[..., AsyncGenerator[str]]:
    """The function behind `/solve`; each call has a session and variables of its own."""

    async def solve(
        problem: str,
        language: str = "",
        model: str = "",
        strategy: str = "",
        request: gr.Request | None = None,
    ) -> AsyncGenerator[str]:
        """Solve one problem and yield its events, one line of JSON each; the last one is "done".

        Parameters:
            problem: the problem, as text, with LaTeX in it or without
            language: "en" or "zh" to explain in; otherwise the language of the problem
            model: one of the tutors that the page offers; otherwise its first
            strategy: how a language model goes about it, as "vote"; otherwise its usual way
        """
        tongue: Language = "zh" if language == "zh" else "en" if language == "en" else language_of(problem)
        if await programs.keeps_closed(services.store, request):
            yield encode(Failure(programs.CODE, say(tongue, f"failure.{programs.CODE}")))
            yield encode(Done("failed"))
            return
        session = services.session()
        try:
            chosen = model or services.models()[0]
            events = session.solve(Problem(problem, tongue), model=chosen, strategy=strategy or None)
            async with aclosing(guarded(events, tongue)) as stream:
                async for event in stream:
                    yield encode(event)
        finally:
            await session.close()

    return solve
