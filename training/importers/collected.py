"""What teachers have looked through on the page `/collect`: from the store that the settings name, or from the file that the page gives.

Outputs are those of the page's kernel; they are claimed, so a program that gives something else here is dropped.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Any, Final, get_args

from evaluation.datasets.base import Dataset, Raw
from evaluation.rows import BadData, Record
from solver import load_settings, store_of
from solver.errors import StoreUnavailable
from solver.ports import Language
from training.examples import UNKNOWN, Example, example
from training.importers.base import Importer


async def rows() -> AsyncGenerator[tuple[str, Raw]]:
    """The rows of the store of `STEPWISE_DATABASE_URL` or `STEPWISE_DATA`, in the order in which they were first kept.

    Raises:
        BadData: it cannot be reached or read.
    """
    store, last = store_of(load_settings()), 0
    try:
        while found := await store.collected.after(last):
            for kept in found:
                yield f"collected example {kept.id}", kept.record()
            last = found[-1].id
    except StoreUnavailable as error:
        raise BadData(
            f"the store cannot be read ({error}); is STEPWISE_DATABASE_URL what it should be?"
        ) from error
    finally:
        await store.close()


def _no_problem(raw: Raw) -> Record:
    raise BadData("a collected example is for training")


def _read(raw: Raw, number: int) -> Example:
    found = example(dict(raw))
    texts: dict[str, Any] = {
        name: getattr(found, name) for name in ("problem", "answer", "licence", "source")
    }
    if found.language not in get_args(Language) or any(not isinstance(text, str) for text in texts.values()):
        raise BadData("not a collected example: a column holds no text, or the language is neither en nor zh")
    return found


DATASET: Final = Dataset("collected", "", "train", UNKNOWN, "en", _no_problem, use="training")
IMPORTER: Final = Importer("collected", DATASET, _read, "claimed", rows)
