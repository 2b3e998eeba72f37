"""Problems from where they are: a local file or folder, the hub, or the bundled samples; and what was loaded, in words.

A local row may stand in our own form (`question`, `answer`, …, as in `rows.Record`) or in that of the data set it is said
to be of. No problem is taken twice, and none without an answer.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from evaluation.datasets import dataset
from evaluation.datasets.base import Dataset
from evaluation.datasets.hub import from_hub
from evaluation.rows import BadData, Record, parsed_lines

SAMPLES: Final = Path(__file__).with_name("samples")
KINDS: Final = (".jsonl", ".json", ".csv", ".parquet")
OWN: Final = {"question", "answer"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """Problems, and the source of them for the header of a run; `notes` say what was left out, and why."""

    records: list[Record]
    source: dict[str, Any]
    notes: tuple[str, ...] = ()


def load(
    name: str | None = None,
    *,
    data: Path | None = None,
    split: str | None = None,
    limit: int | None = None,
    sample: bool = False,
    revision: str | None = None,
) -> Loaded:
    """The problems of a data set, of a local file or folder, or of a file that is said to be of that set.

    `revision`: the commit on the hub that is wanted, other than the pinned one or the newest.

    Raises:
        LookupError: there is no data set of that name.
        BadData: what is there is not what it should be, or the hub cannot be reached.
    """
    known = dataset(name) if name else None
    if known is not None and split:
        known = replace(known, split=split)
    if known is not None and revision:
        known = replace(known, revision=revision)
    if sample and known is not None:
        data = SAMPLES / f"{known.name}.jsonl"
    if known is not None and data is None:
        rows, read = from_hub(known)
        known, told = replace(known, revision=read), f"{known.hub}, {known.split}"
    else:
        rows, told = list(raw_rows(known, data)), data.name if data else ""
    records, notes, again = _records(
        rows, known, data.stem if data is not None else known.name if known else ""
    )
    if not records:
        raise BadData(f"{told} holds no problems")
    if known is not None and not sample:
        notes += _version(known, data, pinned=revision or (name and dataset(name).revision))
    loaded = _loaded(records[:limit], known, told, notes, data=data is not None)
    if again:
        loaded.source["again"] = again
    return loaded


def _version(known: Dataset, data: Path | None, *, pinned: str | None) -> list[str]:
    """What is to be said of the version of a set that was read: that nobody pinned it, or that a file is another one."""
    if data is None:
        file = f". {known.file.address} is the same at a fixed commit" if known.file else ""
        read = (
            f"the commit that was read is {known.revision}"
            if known.revision
            else "which one this is cannot be told"
        )
        return [] if pinned else [f"no commit of {known.hub} is pinned; {read}{file}"]
    if known.file is None or not data.is_file():
        return []
    found = sha256(data.read_bytes()).hexdigest()
    if found == known.file.sha256:
        return []
    return [
        f"not the known file of {known.name} ({known.file.address}, sha256 {known.file.sha256[:12]}…), but one with sha256 {found[:12]}…"
    ]


def raw_rows(known: Dataset | None, data: Path | None = None) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The rows of a local file or folder, else those of a data set on the hub, as they stand; each with where it stands.

    Raises:
        BadData: they cannot be read, or nothing was named.
    """
    if data is not None:
        yield from _local(data)
    elif known is not None:
        yield from from_hub(known)[0]
    else:
        raise BadData("which problems? Name a data set, or give a file")


def _loaded(
    records: list[Record], known: Dataset | None, file: str, notes: Sequence[str], *, data: bool
) -> Loaded:
    source: dict[str, Any] = {
        "name": known.name if known else records[0].dataset,
        "file": file,
        "problems": len(records),
        "sha256": checksum(records),
    }
    if known is not None:
        source |= {
            "hub": known.hub,
            "revision": None if data else known.revision,
            "split": known.split,
            "licence": known.licence,
        }
    return Loaded(records, source, tuple(notes))


def checksum(records: Sequence[Record]) -> str:
    """Of problems and answers as they are asked and graded, whatever file they came in."""
    digest = sha256()
    for record in records:
        fields = {k: v for k, v in asdict(record).items() if k in ("question", "answer", "choices")}
        digest.update(json.dumps(fields, ensure_ascii=False, sort_keys=True).encode())
    return digest.hexdigest()


def _records(
    rows: Sequence[tuple[str, Mapping[str, Any]]], known: Dataset | None, stem: str
) -> tuple[list[Record], list[str], int]:
    """Rows, each with where it stands, as problems; what is to be said of them; and how many came again.

    A question that comes again is left out; an id that does is numbered.
    """
    found, asked, ids = list[Record](), dict[tuple[str, Any], tuple[str, str]](), Counter[str]()
    twice, other, named = list[str](), 0, list[str]()
    for number, (where, row) in enumerate(rows, 1):
        record = record_of(where, row, known, stem)
        if not record.question.strip() or not record.answer.strip():
            raise BadData(
                f"{where}: {'question' if not record.question.strip() else 'answer'} is missing or empty"
            )
        key = (record.question, record.choices)
        if key in asked:
            twice.append(f"{where} asks the same as {asked[key][0]}")
            other += asked[key][1] != record.answer
            continue
        asked[key] = where, record.answer
        name = record.id or f"{known.name if known else stem}-{number}"
        ids[name] += 1
        if ids[name] > 1:
            named.append(f"{name}#{ids[name]}")
        found.append(replace(record, id=named[-1] if ids[name] > 1 else name))
    notes = []
    if twice:
        answers = f", {other} of them with another answer" if other else ""
        notes.append(f"{len(twice)} questions came again and were left out{answers} ({twice[0]})")
    if named:
        notes.append(f"{len(named)} ids came again and were numbered ({named[0]})")
    return found, notes, len(twice) + len(named)


def record_of(where: str, row: Mapping[str, Any], known: Dataset | None, stem: str) -> Record:
    """A row as a problem, in the form of the data set that it is said to be of, or in ours.

    Raises:
        BadData: it is in neither.
    """
    if known is not None and not (set(row) >= OWN and "dataset" in row):
        try:
            return known.read(row)
        except BadData as error:
            raise BadData(f"{where}: {error}") from error
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            if not set(row) >= OWN:
                raise BadData(
                    f"{where}: not a row of {known.name} ({type(error).__name__}: {error}); it has {', '.join(row) or 'nothing'}"
                ) from error
    missing = [
        k for k in ("question", "answer") if not str(row.get(k) if row.get(k) is not None else "").strip()
    ]
    if missing:
        raise BadData(
            f"{where}: {', '.join(missing)} is missing or empty; the row has {', '.join(row) or 'nothing'}"
        )
    choices = row.get("choices")
    return Record(
        id=str(row.get("id") or ""),
        dataset=str(row.get("dataset") or (known.name if known else stem)),
        question=str(row["question"]),
        answer=str(row["answer"]),
        choices=tuple(map(str, choices)) if choices else None,
        language=str(row.get("language") or ""),
        subject=str(row.get("subject") or row.get("kind") or ""),
        level=str(row.get("level") or ""),
    )


def _local(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The rows of a file, or of all files of a folder, in the order of their names; each with where it stands."""
    files = [path]
    if path.is_dir():
        files = sorted(f for f in path.rglob("*") if f.suffix in KINDS)
        if not files:
            raise BadData(f"{path} holds no file with problems ({', '.join(KINDS)})")
    for file in files:
        if file.suffix not in KINDS:
            raise BadData(f"{file}: problems are read from {', '.join(KINDS)}")
        if file.suffix == ".parquet":
            yield from _parquet(file)
        elif file.suffix == ".jsonl":
            for number, row in parsed_lines(file):
                yield f"{file}, line {number}", row
        else:
            yield from _whole(file)


def _whole(file: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"{file} cannot be read: {error}") from error
    if file.suffix == ".csv":
        for number, row in enumerate(csv.DictReader(text.splitlines()), 2):
            yield f"{file}, line {number}", {k: v for k, v in row.items() if k is not None}
        return
    try:
        rows = json.loads(text)
    except ValueError as error:
        raise BadData(f"{file}: not JSON ({error})") from error
    if isinstance(rows, dict):  # problems by their ids
        rows = [{"id": key, **row} if isinstance(row, dict) else row for key, row in rows.items()]
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        if not isinstance(row, dict):
            raise BadData(f"{file}, row {number}: not an object")
        yield f"{file}, row {number}", row


def _parquet(file: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise BadData(f"{file}: reading parquet needs `pip install pyarrow`") from error
    try:
        rows = parquet.read_table(file).to_pylist()
    except (ArrowException, OSError) as error:
        raise BadData(f"{file} cannot be read: {error}") from error
    for number, row in enumerate(rows, 1):
        yield f"{file}, row {number}", row
