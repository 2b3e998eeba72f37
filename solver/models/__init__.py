"""The language models that can write solutions: one file a backend, and the table of them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

MODELS: Final[Mapping[str, str]] = {
    "builtin": "solver.models.builtin:BuiltinTutor",  # symbolic: no GPU, no download, no key
}


def load(name: str) -> Any:
    """The class behind a name of `MODELS`, imported only now.

    Raises:
        LookupError: no such name; the text suggests the nearest one.
    """
    if name not in MODELS:
        near = difflib.get_close_matches(name, MODELS, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise LookupError(f"there is no model {name!r}{hint} (known: {', '.join(sorted(MODELS))})")
    module, _, attribute = MODELS[name].partition(":")
    return getattr(import_module(module), attribute)
