"""A page to print: problems like a given one, with and without answers. `GET /worksheet?problem=…&count=8&answers=1&seed=3`.

The same address always gives the same problems, so the sheet and its answers belong together. Every answer was proved.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Sequence
from contextlib import aclosing
from html import escape
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from solver.errors import SolverError
from solver.intake import language_of
from solver.ports import Exercise, Language, Problem
from ui import still
from ui.html import label
from ui.markdown import math_html, typed

MOST: Final = 20
USUAL: Final = 8
AT_ONCE: Final = 2
"""Each takes a kernel and a reading worker; others are asked to wait."""
PATIENCE_S: Final = 60.0
KEPT: Final = 32
"""Sheets that are remembered: the answers are asked for right behind the problems."""
STYLE: Final = """
body { margin: 0; background: #fff; color: #1d2126; } .paper { max-width: 46rem; margin: 0 auto; padding: 2rem 1.5rem; }
.paper h1 { font-size: 1.4rem; font-weight: 650; } .paper .who { display: flex; gap: 2rem; margin: 0.75rem 0 1.5rem; color: #575e68; }
.paper .who > span::after { content: ""; display: inline-block; width: 10rem; border-bottom: 1px solid #8c8f94; margin-left: 0.5rem; }
.paper ol { padding-left: 1.75rem; } .paper li { margin-bottom: 0.5rem; break-inside: avoid; } .paper .room { height: 6.5rem; }
.paper .answers { break-before: page; } .paper .tools { display: flex; gap: 0.75rem; align-items: center; margin-bottom: 1rem; }
.paper .tools a { color: #2f4fa8; } @media print { .paper .tools { display: none; } .paper { padding: 0; } }
"""


def routes(services: Any) -> list[Route]:
    """The route of the page, for the services that make the problems."""
    places = asyncio.Semaphore(AT_ONCE)
    kept: dict[tuple[str, str, int, int], tuple[Exercise, ...]] = {}

    async def sheet(request: Request) -> Response:
        asked = request.query_params
        text = asked.get("problem", "").strip()
        count, seed = _number(asked.get("count"), USUAL, MOST), _number(asked.get("seed"), 0, 1 << 30)
        language: Language = (
            "zh" if asked.get("lang") == "zh" else "en" if asked.get("lang") == "en" else language_of(text)
        )
        if not seed:  # an address of its own, so that the answers are those of this sheet
            fresh = {
                "count": count,
                "seed": 1 + secrets.randbelow(1 << 20),
                "answers": asked.get("answers", "0"),
            }
            query = urlencode({"problem": text, "lang": language, **fresh})
            return Response(status_code=307, headers={"location": f"?{query}"})
        key = (text, language, count, seed)
        if key not in kept:
            if places.locked():
                return _page(language, f"<p>{label('worksheet.busy')}</p>", 503)
            async with places:
                found = await _exercises(services, Problem(text, language), count, seed)
            if len(kept) >= KEPT:
                kept.pop(next(iter(kept)))
            if len(found) == count:  # a short sheet may be whole another time
                kept[key] = found
        else:
            found = kept[key]
        if not found:
            return _page(language, f"<p>{label('worksheet.none')}</p>", 404)
        return _page(language, _paper(found, key, answers=asked.get("answers") == "1"), 200)

    return [Route("/worksheet", sheet, methods=["GET"])]


async def _exercises(services: Any, problem: Problem, count: int, seed: int) -> tuple[Exercise, ...]:
    """As many as are found in time."""
    session, found = services.session(), []
    try:
        async with asyncio.timeout(PATIENCE_S), aclosing(session.vary(problem, seed=seed)) as exercises:
            async for exercise in exercises:
                found.append(exercise)
                if len(found) == count:
                    break
    except (SolverError, TimeoutError):
        pass
    finally:
        await session.close()
    return tuple(found)


def _paper(exercises: Sequence[Exercise], key: tuple[str, str, int, int], *, answers: bool) -> str:
    text, language, count, seed = key
    query = {"problem": text, "lang": language, "count": count, "seed": seed, "answers": 0 if answers else 1}
    other = label("worksheet.without" if answers else "worksheet.with")
    tools = (
        f'<p class="tools"><button type="button" class="button" onclick="print()">{label("worksheet.print")}</button>'
        f'<a href="?{escape(urlencode(query))}">{other}</a></p>'
    )
    who = f'<p class="who"><span>{label("worksheet.name")}</span><span>{label("worksheet.date")}</span></p>'
    rows = "".join(f'<li>{typed(e.question)}<div class="room"></div></li>' for e in exercises)
    told = "".join(f"<li>{math_html(e.answer, display=False)}</li>" for e in exercises)
    behind = (
        f'<section class="answers"><h1>{label("worksheet.answers")}</h1><ol>{told}</ol></section>'
        if answers
        else ""
    )
    return f"{tools}<h1>{label('worksheet.title')}</h1>{who}<ol>{rows}</ol>{behind}"


def _page(language: str, body: str, status: int) -> HTMLResponse:
    """A page of its own with the app's words and formulas."""
    lang = json.dumps("zh-CN" if language == "zh" else language)
    return HTMLResponse(
        f'<!doctype html><html lang={lang}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Stepwise</title>{still.head(language)}<style>{STYLE}</style></head>"
        f'<body><main class="stepwise paper">{body}</main><script>{still.SETTLE}</script></body></html>',
        status_code=status,
        headers={"cache-control": "no-store"},
    )


def _number(text: str | None, usual: int, most: int) -> int:
    return (
        min(max(int(text), 1), most)
        if text is not None and text.isascii() and text.isdigit() and len(text) < 10
        else usual
    )
