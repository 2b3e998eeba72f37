"""Things that a table knows by name (`"vote": "solver.agent.strategies.vote:solve"`), imported only when they are wanted."""

from __future__ import annotations

import difflib
import pkgutil
from collections.abc import Iterable, Mapping
from typing import Any


def unknown(kind: str, name: str, known: Iterable[str], *, instead: str = "") -> LookupError:
    """What is said of a name that is not known: the nearest one, and all of them or what to do `instead`.

    >>> print(unknown("strategy", "vot", ["vote", "plain"]))
    there is no strategy 'vot'; did you mean 'vote'? (known: vote, plain)
    """
    names = list(known)
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return LookupError(f"there is no {kind} {name!r}{hint} ({instead or 'known: ' + ', '.join(names)})")


def named(table: Mapping[str, str], name: str, kind: str) -> Any:
    """What stands behind a name of a table, as `module:attribute`.

    Raises:
        LookupError: the table has no such name; the text suggests the nearest.

    >>> named({"root": "math:sqrt"}, "root", "function")(9)
    3.0
    """
    if name not in table:
        raise unknown(kind, name, table)
    return pkgutil.resolve_name(table[name])
