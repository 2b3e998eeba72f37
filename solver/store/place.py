"""Where the database is. Reads the environment that it is given; makes a folder only when it is asked for one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from platformdirs import user_data_path
from sqlalchemy import URL, make_url

FILE: Final = "stepwise.db"
SPACE_DISK: Final = Path("/data")
"""The persistent disk of a Hugging Face Space, where it has one."""


def data_folder(wanted: str | None, environment: Mapping[str, str], *, disk: Path = SPACE_DISK) -> Path:
    """The folder for what is kept: the wanted one, a Space's disk, or the user's own data folder.

    A Space without a disk keeps things until it restarts, in a temporary folder.
    """
    if wanted:
        return Path(wanted).expanduser().absolute()
    if not environment.get("SPACE_ID"):
        return user_data_path("stepwise", appauthor=False)
    return (disk if os.access(disk, os.W_OK) else Path(tempfile.gettempdir())) / "stepwise"


def database_url(folder: Path, url: str | None = None) -> URL:
    """The database's address with the driver that is used for it; without `url` a file in `folder`.

    >>> database_url(Path("/tmp"), "postgres://me@db/stepwise?sslmode=require").render_as_string()
    'postgresql+asyncpg://me@db/stepwise?ssl=require'
    >>> database_url(Path("/tmp")).database
    '/tmp/stepwise.db'

    Raises:
        ValueError: it is no address of SQLite or PostgreSQL; what it holds is not repeated, there may be a password in it.
    """
    if not url:
        return URL.create("sqlite", database=str(folder / FILE))
    try:
        given = make_url(url)
    except Exception as error:  # noqa: BLE001  whatever is wrong with it, its text must not be shown
        raise ValueError("DATABASE_URL is not an address of a database") from error.with_traceback(None)
    kind = given.drivername.partition("+")[0]
    if kind == "sqlite":
        return given.set(drivername="sqlite")
    if kind not in ("postgres", "postgresql"):
        raise ValueError(f"DATABASE_URL names {kind!r}; sqlite and postgresql are known")
    query = dict(given.query)
    if "sslmode" in query:  # libpq's word; the driver's is "ssl"
        query["ssl"] = query.pop("sslmode")
    return given.set(drivername="postgresql+asyncpg", query=query)
