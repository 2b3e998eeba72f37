"""The HTTP API: `/solve` streams the events of one problem as lines of JSON.

from gradio_client import Client
for line in Client(url).submit("Solve x + 1 = 3", api_name="/solve"):
    print(line)        # {"kind": "reasoning", …}, last {"kind": "done", …}
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from solver.events import encode
from solver.intake import language_of
from solver.ports import Language, Problem
from ui.following import guarded
from ui.handlers import Services


def endpoint(services: Services) -> Callable[[str, str, str, str], AsyncGenerator[str]]:
    """The function behind `/solve`; each call has a session and variables of its own."""

    async def solve(
        problem: str, language: str = "", model: str = "", strategy: str = ""
    ) -> AsyncGenerator[str]:
        """Solve one problem and yield its events, one line of JSON each; the last one is "done".

        Parameters:
            problem: the problem, as text, with LaTeX in it or without
            language: "en" or "zh" to explain in; otherwise the language of the problem
            model: one of the tutors that the page offers; otherwise its first
            strategy: how a language model goes about it, as "vote"; otherwise its usual way
        """
        tongue: Language = "zh" if language == "zh" else "en" if language == "en" else language_of(problem)
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
