"""What a data set is, and how answers stand in the rows of several of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from evaluation.rows import BadData, Record
from solver.latex import boxed

Raw: TypeAlias = Mapping[str, Any]
Read: TypeAlias = Callable[[Raw], Record]
"""From a row as the data set has it to a problem; `id` may be empty. May raise KeyError or BadData."""


@dataclass(frozen=True, slots=True)
class PinnedFile:
    """A file of a data set's owners, at an address whose content does not change, and its checksum."""

    address: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """Where a data set lies, and how it is read.

    Attributes:
        hub: the repository on the Hugging Face hub, empty where it is not there in this form; `configs` and `split`
            choose the parts of it, `files` its files by name where the hub cannot tell its parts.
        revision: the commit that is read. None: none was known when this was written; the newest is read then. Every run's
            header has the commit that was read and the checksum of the problems, and a resumed run reads that commit again.
        file: a file of the same problems with its checksum, where one is known: whoever gives it with --data is told whether it is that one.
        licence: that of the problems, as their owners state it.
        use: for evaluation, or only for training.
        rows: how many problems the split has, where that is known.
    """

    name: str
    hub: str
    split: str
    licence: str
    language: Literal["en", "zh"]
    read: Read
    configs: tuple[str, ...] = ()
    files: str | None = None
    revision: str | None = None
    file: PinnedFile | None = None
    use: Literal["evaluation", "training"] = "evaluation"
    rows: int | None = None


def last_box(solution: str) -> str:
    r"""The answer of a worked solution: what its last `\boxed{…}` holds.

    Raises:
        BadData: it has none.

    >>> last_box(r"so $x=\boxed{\frac{1}{2}}$")
    '\\frac{1}{2}'
    """
    found = boxed(solution)
    if not found:
        raise BadData(f"no \\boxed{{…}} in the solution: {solution[-80:]!r}")
    return found


def behind_hashes(solution: str) -> str:
    """The answer of a solution that ends with `#### 18`.

    Raises:
        BadData: it does not.

    >>> behind_hashes("She has <<3+4=7>>7 left.\\n#### 1,007")
    '1007'
    """
    found = re.search(r"####\s*(.+?)\s*$", solution)
    if not found:
        raise BadData(f"no #### in the answer: {solution[-80:]!r}")
    return re.sub(r"(?<=\d),(?=\d{3})", "", found[1])


def number(value: object) -> str:
    """A number as it stands in JSON, without a decimal point that says nothing.

    >>> number(12.0), number(2.5), number("7"), number(1e25)
    ('12', '2.5', '7', '10000000000000000905969664')
    """
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def labelled(options: list[str]) -> tuple[str, ...]:
    """Options without their letters.

    >>> labelled(["A)21", "(B) 22", "C. 23"])
    ('21', '22', '23')
    """
    return tuple(re.sub(r"^\s*\(?[A-Ha-h]\s*[).:]\s*", "", option).strip() for option in options)
