"""A class that keeps solutions closed does so for programs, too, that come with the cookie of one of its members.

Who shows a key or comes without the cookie is no member. A problem that is sent to a door for programs is never practised: no hints
are taken and no answers given, so only a lock that opens by the clock opens there. Where the store is away, nobody can be known.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from solver.errors import StoreUnavailable
from solver.store import Store
from ui import tutoring
from ui.own import owner_by

CODE = "class-closed"


async def keeps_closed(store: Store | None, request: Any) -> bool:
    """Whether the class of whoever sends a request keeps the solution of a problem closed that is begun now."""
    owner = owner_by(request) if request is not None else None
    if store is None or owner is None:
        return False
    with suppress(StoreUnavailable):
        found = await store.classes.membership(owner)
        return found is not None and tutoring.closes(found.lock)
    return False
