"""A stream of events taken in by a turn: kept first, then shown. Whatever fails becomes a sentence on the sheet.

The only place beside `ui.handlers` that may catch everything.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing

from solver.errors import ConversationGone, SolverError, StoreUnavailable
from solver.events import Done, Event, Failure
from solver.store import Keeper
from ui.i18n import say
from ui.runs import Run
from ui.streams import STREAMS, Kind
from ui.student import Student, Value
from ui.turn import Turn

log = logging.getLogger("stepwise")


async def follow(
    student: Student,
    turn: Turn,
    events: AsyncGenerator[Event],
    take: Callable[[Event], None],
    number: int,
    keeper: Keeper | None = None,
) -> AsyncGenerator[Value]:
    """Fold `events` into `turn` and yield the sheet after each batch, once it is kept. Closing this closes `events`."""
    fresh = turn.ended is None
    kind: Kind = "problem" if fresh else "cell"
    run = student.run = Run(guarded(events, turn.problem.language, kind))
    if 0 < number <= student.stopped:  # the Stop came first
        run.stop()
    started_s = time.monotonic()
    student.unseen, student.missed = student.missed, []
    try:
        yield student.value(turn)  # nothing yet but the reader's own words
        async with aclosing(run.batches()) as batches:
            async for batch in batches:
                over = bool(batch) and isinstance(batch[-1], Done)
                took_s = time.monotonic() - started_s if over else None
                await _kept(student, turn, keeper, batch, took_s)
                for event in batch:
                    take(event)
                if not batch:
                    turn.tick()
                if fresh and over:
                    turn.took_s = took_s
                yield student.value(turn)
    finally:
        await run.close()
        if student.run is run:
            student.run = None
        if keeper is not None and isinstance(keeper.trouble, StoreUnavailable):
            keeper.finish(lambda: student.kept_since(turn, keeper))


async def _kept(
    student: Student, turn: Turn, keeper: Keeper | None, batch: Sequence[Event], took_s: float | None
) -> None:
    """Have a batch on disk before it is shown; where that cannot be, the turn says so and goes on.

    Not so where the conversation was deleted: nobody waits for what comes, so it is stopped.
    """
    if keeper is None:
        return
    try:
        await keeper.keep(batch, took_s=took_s)
    except Exception:  # a bug of the store must not take the solution with it
        log.exception("a conversation is not kept")
        turn.unkept = "store-unavailable"
        return
    turn.unkept = keeper.trouble.code if keeper.trouble is not None else None
    if isinstance(keeper.trouble, ConversationGone) and not student.gone:
        student.gone = True
        if student.run is not None:
            student.run.stop()


async def guarded(
    events: AsyncGenerator[Event], language: str, kind: Kind = "problem"
) -> AsyncGenerator[Event]:
    """`events`, where an exception becomes a `Failure` and `Done`; a bug is logged with the number that is shown.

    They pass `ui.streams`. A server that is about to stop begins no problem.
    """
    if kind == "problem" and not STREAMS.taking:
        await events.aclose()
        yield Failure("closing", say(language, "failure.closing"))
        yield Done("failed")
        return
    async with aclosing(STREAMS.through(_mended(events, language), kind)) as watched:
        async for event in watched:
            yield event


async def _mended(events: AsyncGenerator[Event], language: str) -> AsyncGenerator[Event]:
    try:
        async with aclosing(events):
            async for event in events:
                yield event
    except SolverError as error:
        yield Failure(error.code, str(error))
        yield Done("failed")
    except Exception:
        number = secrets.token_hex(4)
        log.exception("error %s", number)
        yield Failure("failed", say(language, "failure.bug", id=number))
        yield Done("failed")
