"""What a folder of weights says of how its model was trained: `stepwise.json`, which `training` writes beside what it saves.

A model that was fine-tuned is asked in the dialect and the words that it has learnt, whatever its folder or its base is called.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from solver.profiles import DEFAULT, PROFILES, Profile, profile_of

FILE: Final = "stepwise.json"


def profile_at(name: str, adapter: str | None = None) -> Profile:
    """The profile of a model, by its name or what its folder says; what the adapter's folder says comes first."""
    for folder in filter(None, (adapter, name)):
        told = _told(folder).get("family")
        if found := next((p for p in (*PROFILES, DEFAULT) if p.family == told), None):
            return found
    return profile_of(name)


def ends_at(*folders: str | None) -> frozenset[int]:
    """Ids that end a turn of the model, as those folders say; none where they say nothing."""
    return frozenset(i for f in folders if f for i in _told(f).get("ends", ()) if isinstance(i, int))


def _told(folder: str) -> dict[str, Any]:
    try:
        found = json.loads((Path(folder) / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # a name of the hub, or a folder of somebody else's
        return {}
    return found if isinstance(found, dict) else {}
