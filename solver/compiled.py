"""Keep compiled regular expressions from one process to the next, as Python keeps compiled modules.

The topics read with some eight thousand patterns, and compiling them takes a dozen seconds of a core: at every start of a
reading worker, and again after each one that had to be stopped. `re` can pickle a pattern, but compiles it again on loading.
So what its compiler makes (the code of `_sre`) is kept in a file beside the compiled modules, by the pattern's text and
flags, and handed to `_sre` as the compiler itself would. Where the interpreter is not one of those this was written for, or
the file cannot be used, nothing changes but the time. `re`'s own short memory no longer forgets patterns either.

Some patterns are made from words of a problem. So a process writes the file before it has read any text but our own.
"""

from __future__ import annotations

import importlib.util
import marshal
import mmap
import os
import re
import sys
import zlib
from array import array
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeAlias

Key: TypeAlias = tuple[str, int]
Made: TypeAlias = tuple[int, int, dict[str, int], tuple[str | None, ...]]
"""Of a pattern: its flags, groups, and their names: what `_sre.compile` takes beside the text and the code."""

KNOWN: Final = ((3, 11), (3, 12), (3, 13))
"""Versions of Python whose `re._compiler.compile` does what `_kept` does."""
MAX_BYTES: Final = 32 << 20
"""A file of more than this (patterns of many versions of the program) is not added to, but begun again."""

_patterns: dict[Key, re.Pattern[str]] = {}
_fresh: dict[Key, tuple[Made, bytes]] = {}
"""What was compiled here and is not written yet, with its code: 32-bit words, compressed."""
_original: Any = None


class _Shelf:
    """A file of patterns: an index, and behind it the code of each, which stays in the file until it is used."""

    def __init__(self, file: Path) -> None:
        self.index: dict[Key, tuple[Made, int, int]] = {}
        self._code = memoryview(b"")
        try:
            with file.open("rb") as opened:
                whole = memoryview(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))
            length = int.from_bytes(whole[:8], "little")
            magic, index = marshal.loads(whole[8 : 8 + length])
        except (OSError, ValueError, EOFError, TypeError):
            return  # not there, or damaged
        if magic == _magic():
            self.index, self._code = index, whole[8 + length :]

    def code(self, key: Key) -> tuple[Made, memoryview]:
        """What is kept of a pattern.

        Raises:
            KeyError: nothing is.
        """
        made, at, length = self.index[key]
        return made, self._code[at : at + length]

    def all(self) -> dict[Key, tuple[Made, memoryview]]:
        """Everything that is kept; nothing where that is too much."""
        return {key: self.code(key) for key in self.index} if len(self._code) < MAX_BYTES else {}


def write(file: Path, patterns: Mapping[Key, tuple[Made, bytes | memoryview]]) -> None:
    """A new file, of these patterns.

    Raises:
        OSError: it cannot be written; the old one is as it was.
    """
    index, at = {}, 0
    for key, (made, code) in patterns.items():
        index[key] = (made, at, len(code))
        at += len(code)
    head = marshal.dumps((_magic(), index))
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with part.open("wb") as opened:
            opened.write(len(head).to_bytes(8, "little") + head)
            for _, code in patterns.values():
                opened.write(code)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


_shelf: _Shelf | None = None


def install() -> None:
    """Let `re` compile through this module from now on, in this process. May be called more than once."""
    global _original, _shelf
    compiler: Any = getattr(re, "_compiler", None)
    if sys.version_info[:2] in KNOWN and compiler is not None and compiler.compile is not _compile:
        _shelf = _Shelf(place())
        _original, compiler.compile = compiler.compile, _compile


def keep() -> None:
    """Add what was compiled here to the file. Where it cannot be written, nothing is."""
    if _fresh:
        with suppress(OSError):
            write(
                place(), {**_Shelf(place()).all(), **_fresh}
            )  # read again: another process may have written
        _fresh.clear()


def renew() -> None:
    """A new file, of no other patterns than this process has used.

    Raises:
        OSError: it cannot be written; the old one is as it was.
    """
    known = {key: _shelf.code(key) for key in _patterns if key in _shelf.index} if _shelf else {}
    write(place(), {**known, **_fresh})
    _fresh.clear()


def place() -> Path:
    """Where they are kept: in the folder of this module's own compiled form."""
    return Path(importlib.util.cache_from_source(__file__)).with_suffix(".patterns")


def _compile(pattern: Any, flags: int = 0) -> Any:
    """In the place of `re._compiler.compile`."""
    if not isinstance(pattern, str) or flags & re.DEBUG or _shelf is None:
        return _original(pattern, flags)
    key = (pattern, int(flags))
    found = _patterns.get(key)
    if found is None:
        if key in _shelf.index:
            found = _pattern(pattern, *_shelf.code(key))
        else:
            _fresh[key] = _make(*key)
            found = _pattern(pattern, *_fresh[key])
        _patterns[key] = found
    return found


def _make(pattern: str, flags: int) -> tuple[Made, bytes]:
    """What the compiler of `re` makes of a pattern.

    Raises:
        re.error: as `re.compile`.
    """
    compiler: Any = re._compiler  # type: ignore[attr-defined]
    parsed = compiler._parser.parse(pattern, flags)
    code = compiler._code(parsed, flags)
    names = dict(parsed.state.groupdict)
    indexed: list[str | None] = [None] * parsed.state.groups
    for name, index in names.items():
        indexed[index] = name
    made = (flags | parsed.state.flags, parsed.state.groups - 1, names, tuple(indexed))
    return made, zlib.compress(array("I", code).tobytes(), 1)


def _pattern(pattern: str, made: Made, code: bytes | memoryview) -> re.Pattern[str]:
    flags, groups, names, indexed = made
    words = array("I")
    words.frombytes(zlib.decompress(code))
    compiler: Any = re._compiler  # type: ignore[attr-defined]
    found: re.Pattern[str] = compiler._sre.compile(pattern, flags, words.tolist(), groups, names, indexed)
    return found


def _magic() -> tuple[Any, ...]:
    compiler: Any = re._compiler  # type: ignore[attr-defined]
    return "zlib", compiler._sre.MAGIC, sys.version_info[:3], array("I").itemsize, sys.byteorder
