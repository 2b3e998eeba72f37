"""The folder that a stage of the pipeline writes, the one form in which its output is kept: the next stage reads it.

    stage.json       the header: which stage made it, of what, with which settings, versions and commit
    done.jsonl       what became of each input, a line each: the examples that were kept of it, and what was dropped and why
    examples.jsonl   the examples alone, written at the end

A line of `done.jsonl` is written whole, so a stage that was killed goes on where it stopped: what has a line is done.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout

from evaluation.folder import read_header, write_whole
from evaluation.header import commit, machine, versions
from evaluation.rows import BadData
from training.examples import Example, example, examples

HEADER: Final = "stage.json"
DONE: Final = "done.jsonl"
EXAMPLES: Final = "examples.jsonl"
LOCK: Final = ".lock"


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was not kept. `reason` is a key that is counted (`no-answer`), `detail` says it of this one."""

    id: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input of a stage, or of a batch of them. `input` is its id.

    Attributes:
        changed: of what was kept, the ids of what was mended, each with what was done to it.
    """

    input: str
    kept: tuple[Example, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()

    def counts(self) -> Counter[str]:
        """How many were kept (`kept`) and dropped, by reason."""
        counts = Counter({"kept": len(self.kept)})
        counts.update(one.reason for one in self.dropped)
        return counts

    def line(self) -> str:
        """As one line of `done.jsonl`."""
        told: dict[str, Any] = {
            "input": self.input,
            "kept": [one.record() for one in self.kept],
            "dropped": [{"id": d.id, "reason": d.reason, "detail": d.detail} for d in self.dropped],
        }
        if self.changed:
            told["changed"] = self.changed
        return json.dumps(told, ensure_ascii=False) + "\n"


class StageFolder:
    """One stage's output. One process at a time may write it (`alone`)."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder.

        Raises:
            BadData: another process writes it.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.path / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise BadData(
                f"{self.path} is being written by another run; wait for it, or choose another folder"
            ) from None
        try:
            yield
        finally:
            lock.release()

    def begin(
        self, stage: str, config: Mapping[str, Any], inputs: Sequence[Path], *, resume: bool
    ) -> set[str]:
        """Write the header; the inputs that are done already, by their ids.

        Raises:
            BadData: the folder holds another stage's output, or one of other settings or inputs, or `resume` is not given.
            OSError: it cannot be written.
        """
        made = {"stage": stage, "config": dict(config), "inputs": [source(path) for path in inputs]}
        file = self.path / DONE
        if file.exists() and file.stat().st_size:
            if not resume:
                raise BadData(f"{file} exists; add --resume to go on with it, or choose another folder")
            before = self.header()
            if differing := [name for name, value in made.items() if before.get(name) != value]:
                raise BadData(
                    f"{self.path} was made with another {' and '.join(differing)}; choose another folder"
                )
            with file.open(
                "r+b"
            ) as lines:  # what a crash cut off is cut off; the rest may be larger than memory
                lines.truncate(sum(len(line) for line in lines if line.endswith(b"\n")))
            return {line["input"] for line in self._lines()}
        now = datetime.now(UTC).isoformat(timespec="seconds")
        head = {**made, "date": now, "commit": commit(), "machine": machine(), "versions": dict(versions())}
        write_whole(self.path / HEADER, json.dumps(head, ensure_ascii=False, indent=1) + "\n")
        return set()

    def keep(self, outcome: Outcome) -> None:
        """One more input is done.

        Raises:
            OSError: it could not be written; nothing of it is left in the file.
        """
        with (self.path / DONE).open("ab") as file:
            before = file.tell()
            try:
                file.write(outcome.line().encode())
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                file.truncate(before)
                raise

    def finish(self) -> Counter[str]:
        """Write the examples by themselves; how many were kept (`kept`) and dropped, by reason."""
        counts, coming = Counter[str](), self.path / f"{EXAMPLES}.part"
        with coming.open(
            "w", encoding="utf-8"
        ) as file:  # one outcome at a time: a stage may be larger than memory
            for outcome in self.outcomes():
                file.writelines(one.line() for one in outcome.kept)
                counts.update(outcome.counts())
            file.flush()
            os.fsync(file.fileno())
        coming.replace(self.path / EXAMPLES)
        return counts

    def counts(self) -> Counter[str]:
        """How many were kept (`kept`, also where it is none) and dropped, by reason, of a stage that need not be finished."""
        counts = Counter({"kept": 0})
        for outcome in self.outcomes():
            counts.update(outcome.counts())
        return counts

    def header(self) -> dict[str, Any]:
        """What the folder was made with.

        Raises:
            BadData: there is no such header.
        """
        return read_header(self.path / HEADER)

    def outcomes(self) -> Iterator[Outcome]:
        """What became of each input, in the order in which they were done."""
        for line in self._lines():
            kept = tuple(example(one) for one in line["kept"])
            dropped = tuple(Dropped(**one) for one in line["dropped"])
            changed = tuple((name, what) for name, what in line.get("changed", ()))
            yield Outcome(line["input"], kept, dropped, changed)

    def examples(self) -> Iterator[Example]:
        """The examples of a stage that is finished.

        Raises:
            BadData: it is not finished, or a line is no example.
        """
        return examples(self.path / EXAMPLES)

    def _lines(self) -> Iterator[dict[str, Any]]:
        """Those of `done.jsonl`; a last one that a crash cut off is left out."""
        file = self.path / DONE
        if not file.exists():
            return
        with file.open("rb") as lines:
            for line in lines:
                if line.endswith(b"\n"):
                    yield json.loads(line)


def source(path: Path) -> dict[str, Any]:
    """An input as it stands in a header: a file with its checksum, or a stage's folder with that of its examples.

    Raises:
        BadData: it is not there.
    """
    file = path / EXAMPLES if path.is_dir() else path
    digest = sha256()
    try:
        with file.open("rb") as data:
            while block := data.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise BadData(f"{file} cannot be read: {error}; is the stage before finished?") from error
    return {"path": str(path), "sha256": digest.hexdigest()}
