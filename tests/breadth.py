"""How many examples of a law are tried: a share of them at each `make test`, all of them in `make test-wide`.

The number that stands at a law of hypothesis (`max_examples`) is that of the wide run. What takes rows of a table by `spread`
is marked `wide`; so is, with `only=True`, what is left to the wide run because something much like it runs each time, and
with `rows=3` a table of which one row of three is tried each time. A table of more than `LONG` rows that says nothing is tried
like that, too, one row of `LONG_SHARE`. Whoever names the file tries all rows of its tables.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, TypeVar

import pytest
from hypothesis import settings

T = TypeVar("T")
SHARE: Final = 5
"""One row of so many at each `make test`."""
EXAMPLES: Final = 12
"""One example of hypothesis of so many, but not fewer than `FEWEST`."""
FEWEST: Final = 5
LONG: Final = 10
"""Rows of a table from which on only one of `LONG_SHARE` is tried each time: its neighbours are much like it."""
LONG_SHARE: Final = 5

# no test measures time; in CI the same examples every time, so that a red run means a change
for _name in ("narrow", "wide"):
    settings.register_profile(_name, deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("narrow")


def wide() -> bool:
    """Whether all are tried (`pytest --hypothesis-profile=wide`)."""
    return settings.get_current_profile_name() == "wide"


def spread(rows: Sequence[T], *, first: int = 0, share: int = SHARE) -> list[T]:
    """One of so many rows of a table, evenly spread from the `first` on, always the same; all of them in the wide run."""
    return list(rows if wide() else rows[first % share :: share])


def narrow(item: pytest.Item) -> None:
    """Marks a law as `wide`, and leaves it its share of examples where this run is not; skips what is for the wide run alone."""
    law = getattr(item, "obj", None)
    if getattr(law, "is_hypothesis_test", False):
        item.add_marker("wide")
        if not wide():
            _take_a_share(getattr(law, "__func__", law))
    mark = item.get_closest_marker("wide")
    if mark is not None and mark.kwargs.get("only") and not wide():
        item.add_marker(pytest.mark.skip(reason="much like another: `make test-wide`"))


def shorten(items: Iterable[pytest.Item]) -> None:
    """Marks the long tables that say nothing of their rows as `wide`."""
    tables = dict[str, list[pytest.Item]]()
    for item in items:
        if "[" in item.nodeid and item.get_closest_marker("wide") is None:
            tables.setdefault(_table(item), []).append(item)
    for rows in tables.values():
        for item in rows if len(rows) > LONG else ():
            item.add_marker(pytest.mark.wide(rows=LONG_SHARE))


def left_out(items: Iterable[pytest.Item], named: Iterable[str]) -> list[pytest.Item]:
    """The rows of tables that this run does not try; of a file among the `named` arguments it tries all."""
    if wide():
        return []
    asked = {Path(name.partition("::")[0]).resolve() for name in named}
    seen: Counter[str] = Counter()
    found = []
    for item in items:
        mark = item.get_closest_marker("wide")
        if mark is not None and (rows := mark.kwargs.get("rows")) and item.path not in asked:
            if (seen[_table(item)] - mark.kwargs.get("first", 0)) % rows:
                found.append(item)
            seen[_table(item)] += 1
    return found


def _table(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


def _take_a_share(law: object) -> None:
    """Once for each function, whose settings all of its parameters share; as hypothesis' own plugin for pytest changes them."""
    if not getattr(law, "narrowed", False):
        told: settings = law._hypothesis_internal_use_settings  # type: ignore[attr-defined]
        few = max(min(FEWEST, told.max_examples), told.max_examples // EXAMPLES)
        law._hypothesis_internal_use_settings = settings(told, max_examples=few)  # type: ignore[attr-defined]
        law.narrowed = True  # type: ignore[attr-defined]
