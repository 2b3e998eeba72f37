"""A draft's cells run, one behind the other, in a kernel of their own: what they give now is what the example says that they give.

A kernel that only this run sees, so that nothing is left in it of cells that were changed or taken out meanwhile.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from solver.agent.attempt import said_in
from solver.agent.honesty import Evidence, normal
from solver.events import Code, Done, Event, Failure, Output, Reasoning
from solver.latex import boxed
from solver.ports import Checker
from solver.transcript import Cell as Ran
from solver.transcript import fold, replay
from ui import cells
from ui.collect.drafts import Draft, Fault, ending


async def tried(session: Any, draft: Draft) -> AsyncGenerator[Event]:
    """The draft as a stream, its cells running as it comes. `part` is the place of a part in the draft.

    It goes on behind a cell that fails, as a model that mends it would; it ends where the kernel does.
    """
    last = len(draft.parts) - 1
    for number, part in enumerate(draft.parts):
        if part.kind == "prose":
            yield Reasoning(number, part.text + ("\n" if number < last else ""))
            continue
        yield Code(number, part.text + "\n")
        async with aclosing(session.run_cell(number, part.text, draft.language)) as events:
            async for event in events:
                if isinstance(event, Failure):
                    yield event
                    yield Done("failed")
                    return
                if not isinstance(event, Done):
                    yield event
    for event in ending(draft.answer):
        yield event


async def contradictions(draft: Draft, events: Sequence[Event], checker: Checker) -> list[Fault]:
    """What in a stream that has run says something else than its answer, and cells that failed.

    Another last cell or a box that says something else may be meant so; a last cell that failed may not (`failed`).
    """
    found = list[Fault]()
    ran = [block for block in fold(events) if isinstance(block, Ran)]
    broken = [cell.part for cell in ran if _error(cell) is not None]
    if ran and ran[-1].part in broken:
        found.append(
            Fault("cell-failed", {"number": ran[-1].part + 1, "error": _error(ran[-1])}, ran[-1].part)
        )
    elif broken:
        found.append(Fault("cell-failed-before", {"number": broken[0] + 1}, broken[0]))
    if draft.answer:
        told = await Evidence(events).against(draft.answer, checker) if ran else None
        if told is not None and told.relation == "other":
            found.append(Fault("printed-other", {"printed": told.exact, "answer": draft.answer}, "answer"))
        box = boxed(said_in(events))
        if box and normal(box) != normal(draft.answer) and await checker.same(box, draft.answer) is not True:
            found.append(Fault("box-other", {"box": box, "answer": draft.answer}, "answer"))
    return found


def failed(faults: Sequence[Fault]) -> bool:
    """Whether there is one among them that nobody can want."""
    return any(fault.code == "cell-failed" for fault in faults)


def outputs(draft: Draft, events: Sequence[Event]) -> dict[int, str]:
    """What each cell gave, as HTML, by its place in the draft."""
    found = dict[int, str]()
    for block in fold(events):
        if isinstance(block, Ran):
            cell = cells.Cell(block.part, source=block.source, writing=False)
            cell.outputs = [one for one in block.outputs if isinstance(one, Output)]
            figures = [one for one in block.outputs if not isinstance(one, Output)]
            pictures = "".join(cells.figure_html(one, draft.language) for one in figures)
            found[block.part] = cells.output_html(cell) + pictures
    return found


def in_places(draft: Draft, events: Iterable[Event]) -> list[Event]:
    """The cells of a stream that a draft was made of, numbered by their places in it; those behind the answer have none."""
    ran = [block for block in fold(events) if isinstance(block, Ran) and block.source.strip()]
    places = [number for number, part in enumerate(draft.parts) if part.kind == "cell"]
    return list(
        replay(
            Ran(place, cell.source, [replace(one, part=place) for one in cell.outputs])
            for place, cell in zip(places, ran, strict=False)
        )
    )


def _error(cell: Ran) -> str | None:
    """The last line of what went wrong in a cell, if anything did."""
    texts = [one.text for one in cell.outputs if isinstance(one, Output) and one.stream == "error"]
    return (texts[-1].strip().splitlines() or [""])[-1][:200] if texts else None
