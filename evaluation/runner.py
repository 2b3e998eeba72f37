"""Run problems through the whole product, as a student's problem goes, and keep what becomes of each.

A run can be killed at any moment and resumed: a row is written whole, behind its stream, when its problem is done, and a
problem that has a row is not run again. Only one process writes a folder at a time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout

from evaluation.crew import Crew
from evaluation.folder import HEADER, RESULTS, RunFolder, write_whole
from evaluation.header import commit, header
from evaluation.rows import BadData, Record, Row, load_rows
from evaluation.solving import TIME_LIMIT, Solved, Way

LOCK: Final = ".lock"
GIVE_UP: Final = 10
"""Problems in a row that fail with the same failure, after which the rest would, too."""


class GivenUp(BadData):
    """The problems fail one after the other with the same failure: a server is away, a model is broken."""


async def run(
    records: Sequence[Record],
    out: Path,
    crew: Crew,
    way: Way | None = None,
    *,
    resume: bool = False,
    command: str = "",
    sources: Sequence[Mapping[str, Any]] = (),
    told: Callable[[Row], None] = lambda row: None,
    begun: Callable[[Sequence[Row]], None] = lambda rows: None,
) -> list[Row]:
    """Rows of all the records, those of an earlier run among them where `resume` is given.

    `begun` hears the earlier rows, `told` each new one.

    Raises:
        BadData: `out` holds results already and `resume` is not given, or it is another run's, or is being written.
        GivenUp: the last `GIVE_UP` problems failed with one and the same failure.
        OSError: a row could not be written; nothing of it is left in the file.
    """
    way, folder = way or Way(), RunFolder(out)
    with _alone(out):
        rows = _earlier(folder, records, way, resume=resume)
        head = folder.header() if rows else header(way, command=command, sources=sources)
        if rows:
            head["sources"] = [
                *head.get("sources", []),
                *[s for s in sources if s not in head.get("sources", [])],
            ]
            head["resumed"] = [*head.get("resumed", []), {"date": _now(), "commit": commit()}]
        folder.begin(head, _all_problems(folder, records) if rows else records)
        wanted, have = {r.id for r in records}, {r.id for r in rows}
        rows = [r for r in rows if r.id in wanted]
        begun(rows)
        failures = list[str]()
        async with aclosing(crew.results([r for r in records if r.id not in have], way)) as results:
            async for solved in results:
                _keep(folder, solved)
                rows.append(solved.row)
                told(solved.row)
                failures = [*failures, _failure(solved.row)][-GIVE_UP:]
                if len(failures) == GIVE_UP and failures[0] and len(set(failures)) == 1:
                    raise GivenUp(
                        f"{GIVE_UP} problems in a row failed: {solved.row.note}\n"
                        "The run has stopped; what is done is kept. Mend it, take the failed rows out with "
                        "`--retry-failed`, and go on with --resume."
                    )
    return rows


def _keep(folder: RunFolder, solved: Solved) -> None:
    """The stream, then the row; both whole or not at all."""
    folder.keep_events(solved.row.id, solved.events)
    with (folder.path / RESULTS).open("ab") as file:
        before = file.tell()
        try:
            file.write(solved.row.line().encode())
            file.flush()
            os.fsync(file.fileno())
        except OSError as error:
            file.truncate(before)
            raise OSError(error.errno, error.strerror, str(folder.path / RESULTS)) from error


def retry_failed(out: Path) -> int:
    """Take the rows that failed out of a run's results, so that a resumed run solves them again; how many there were.

    Raises:
        BadData: there are no results, or they are being written.
    """
    folder = RunFolder(out)
    rows = folder.rows()
    with _alone(out):
        left = [r for r in rows if r.verdict != "failed"]
        write_whole(out / RESULTS, "".join(r.line() for r in left))
    return len(rows) - len(left)


def _failure(row: Row) -> str:
    """What a failed problem says first; empty where it did not fail, or only took too long."""
    code = row.note.partition(":")[0]
    return code if row.verdict == "failed" and code != TIME_LIMIT else ""


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    out.mkdir(parents=True, exist_ok=True)
    lock = FileLock(out / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BadData(
            f"{out} is being written by another run; wait for it, or choose another --out"
        ) from None
    try:
        yield
    finally:
        lock.release()


def _earlier(folder: RunFolder, records: Sequence[Record], way: Way, *, resume: bool) -> list[Row]:
    """The rows that a run goes on from; a row that a crash cut off is taken out of the file."""
    file = folder.path / RESULTS
    if not file.exists() or not file.stat().st_size:
        return []
    if not resume:
        raise BadData(f"{file} exists; add --resume to go on with it, or choose another --out")
    before, problems = folder.header().get("way"), folder.problems()
    if not isinstance(before, dict):
        raise BadData(f"{folder.path / HEADER} does not say how the results were made; choose another --out")
    differing = [f"{k} {before.get(k)!r}, not {v!r}" for k, v in asdict(way).items() if before.get(k) != v]
    if differing:
        raise BadData(f"{folder.path} holds results made with {'; '.join(differing)}. Choose another --out")
    changed = [r.id for r in records if r.id in problems and problems[r.id] != r]
    if changed:
        raise BadData(
            f"{folder.path} holds results of other problems: {', '.join(changed[:5])} "
            f"{'is' if len(changed) == 1 else 'are'} not what was solved. Choose another --out"
        )
    rows = load_rows(file)
    write_whole(file, "".join(r.line() for r in rows))
    return rows


def _all_problems(folder: RunFolder, records: Sequence[Record]) -> list[Record]:
    """The problems of the earlier parts of a run, and the new ones."""
    return list({**folder.problems(), **{r.id: r for r in records}}.values())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def is_run(path: Path) -> bool:
    """Whether a folder holds a run's header."""
    try:
        return isinstance(json.loads((path / HEADER).read_text(encoding="utf-8")), dict)
    except (OSError, ValueError):
        return False
