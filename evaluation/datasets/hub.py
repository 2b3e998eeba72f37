"""Data sets on the Hugging Face hub: their rows, and the commit of them that was read.

A data set without a pinned commit is asked for its newest one before anything is loaded, and loaded at that: so what a run's header
names is what was read, and a run can be made again from it. Where the hub cannot be reached, it is the commit of what lies in the cache.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, Final

from evaluation.datasets.base import Dataset
from evaluation.rows import BadData

_CACHED: Final = re.compile(r"[/\\]([0-9a-f]{40})[/\\][^/\\]+$")
"""The folder of a data set in the cache of `datasets` is named after its commit."""


def from_hub(known: Dataset) -> tuple[list[tuple[str, Mapping[str, Any]]], str | None]:
    """The rows of a data set, each with where it stands, and the commit that they are of; None where that is not known.

    Raises:
        BadData: it is not there in this form, `datasets` is not installed, or the hub cannot be reached.
    """
    if not known.hub:
        raise BadData(
            f"{known.name} is not on the hub in the form that is measured: download its file, and give it with --data"
        )
    try:
        import datasets
    except ImportError as error:
        raise BadData(
            f"loading {known.name} from the hub needs `pip install datasets`; or download {known.hub} and give its file with --data"
        ) from error
    revision = known.revision or _newest(known.hub)
    try:
        parts = [
            datasets.load_dataset(
                known.hub, config, split=known.split, revision=revision,
                data_files={known.split: known.files} if known.files else None,
            )
            for config in known.configs or (None,)
        ]  # fmt: skip
    except (OSError, ValueError, datasets.exceptions.DatasetsError) as error:
        raise BadData(
            f"{known.name} could not be loaded from the hub ({type(error).__name__}: {str(error)[:200]}). Where the hub cannot be "
            f"reached, download {known.hub} elsewhere and give its file or folder with --data"
        ) from error
    rows: list[tuple[str, Mapping[str, Any]]] = [
        (f"{known.hub}, row {number}", row) for number, row in enumerate(chain(*parts), 1)
    ]
    return rows, revision or _of_the_cache(parts)


def _newest(hub: str) -> str | None:
    """The commit at the head of a data set's repository; None where the hub cannot be asked."""
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HFValidationError

    try:
        return HfApi().dataset_info(hub).sha
    except (OSError, HFValidationError):  # no network, offline by wish, or a folder's name
        return None


def _of_the_cache(parts: Sequence[Any]) -> str | None:
    found = {
        match[1] for part in parts for file in part.cache_files if (match := _CACHED.search(file["filename"]))
    }
    return found.pop() if len(found) == 1 else None
