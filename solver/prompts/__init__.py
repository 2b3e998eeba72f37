"""What models are told, as files: one folder for the models that were trained on the same words.

`{name}` in a file is a variable; any other brace stands for itself, so LaTeX may be written as it is.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
_VARIABLE: Final = re.compile(r"\{([a-z_]+)\}")


def prompt(name: str, /, **values: str) -> str:
    """The text of `<name>.md` with its variables filled in; the line break at the file's end is not part of it.

    Raises:
        LookupError: there is no such file.
        KeyError: a variable of the file has no value, or a value has no variable.

    >>> prompt("seed/question", problem="1+1")
    '题目：1+1'
    """
    text = written(name)
    if (wanted := set(_VARIABLE.findall(text))) != set(values):
        raise KeyError(f"{name}.md has the variables {sorted(wanted)}, given were {sorted(values)}")
    return _VARIABLE.sub(lambda match: values[match[1]], text)


def folders() -> tuple[str, ...]:
    """The sets of words in which a model can be asked: the folders that have a `question.md`.

    >>> "qwen-math" in folders(), "solved" in folders()
    (True, False)
    """
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/question.md")))


def exists(name: str) -> bool:
    """Whether there is a file of that name."""
    return (FOLDER / f"{name}.md").is_file()


@cache
def written(name: str) -> str:
    """The text of `<name>.md` as it stands, braces and all.

    Raises:
        LookupError: there is no such file.
    """
    path = FOLDER / f"{name}.md"
    if not path.is_file():
        raise LookupError(f"there is no prompt {name!r}")
    return path.read_text(encoding="utf-8").removesuffix("\n")
