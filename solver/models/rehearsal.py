"""Have the patterns of all topics compiled and kept before anybody asks: `python -m solver.models.rehearsal`.

Once after each change of the program, by `make run`, `make test` and the images. Model problems of every topic are read, so that
the topics' tables of patterns that are compiled at their first use are there, too. Without it everything works, after a longer start.
"""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import Final

from solver import compiled

ROOT: Final = Path(__file__).resolve().parents[1]
EACH: Final = 1
"""Model problem of a topic and language: the second finds hardly another pattern."""


def is_due() -> bool:
    """Whether a module has changed since patterns were kept, or none are."""
    try:
        kept_at = compiled.place().stat().st_mtime
    except OSError:
        return True
    return any(module.stat().st_mtime > kept_at for module in ROOT.rglob("*.py"))


def rehearse() -> None:
    """Read the model problems, and keep what was compiled for them.

    Raises:
        OSError: the file cannot be written.
    """
    compiled.install()
    from solver.models import reading  # imports the topics: not before `install`
    from solver.topics import read
    from solver.topics.stories.school.english.methods.families import compile_all
    from solver.topics.table import TOPICS
    from solver.variation import specimens

    reading.warm_up()
    for topic in TOPICS:
        for language in ("en", "zh"):
            for problem in islice(specimens(topic, language), EACH):
                read(problem)
    compile_all()
    compiled.renew()


if __name__ == "__main__":
    if is_due():
        try:
            rehearse()
        except OSError as error:
            sys.exit(f"the compiled patterns cannot be kept: {error}")
