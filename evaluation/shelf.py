"""The marks that the product's store keeps, for readers that are not asynchronous: threads of the server, and scripts."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import anyio.from_thread

from evaluation.marks import BARE, Shelf
from solver import load_settings, store_of
from solver.errors import StoreUnavailable
from solver.store import KeptMark, Store

log = logging.getLogger("stepwise")


class StoreShelf:
    """Marks in a store. `call` runs one of its methods to its end."""

    def __init__(self, store: Store, call: Callable[..., Any]) -> None:
        self._store, self._call = store, call

    def of(self, run: str) -> Sequence[KeptMark]:
        """Those of a run; a store that is away has none, and that is logged."""
        try:
            found: Sequence[KeptMark] = self._call(self._store.marks, run)
        except StoreUnavailable as error:
            log.warning("marks in the store cannot be read, those of the folder are: %s", error)
            return ()
        return found

    def keep(self, made: KeptMark) -> bool:
        """Whether the store has it now."""
        try:
            self._call(self._store.mark, made)
        except StoreUnavailable as error:
            log.warning("a mark is kept in the folder alone: %s", error)
            return False
        return True


def of_server(store: Store | None) -> Shelf:
    """For threads of the server whose loop the store lives in."""
    return BARE if store is None else StoreShelf(store, anyio.from_thread.run)


def of_scripts() -> Shelf:
    """For scripts: the store of the settings, where there is one; a report makes none."""
    settings = load_settings()
    store = store_of(settings)
    if settings.database_url is None and not Path(str(store.database.url.database)).exists():
        return BARE
    return StoreShelf(store, lambda method, *given: asyncio.run(_once(store, method, *given)))


async def _once(store: Store, method: Callable[..., Awaitable[Any]], *given: object) -> Any:
    """One question in a loop of its own, to which the connections belong."""
    try:
        return await method(*given)
    finally:
        await store.close()
