"""Programs a student runs, one for each thing that a filter or a closed folder may break.

They import what they need when they run: a kernel's imports happen inside, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final


def _numpy() -> None:
    import numpy as np

    matrix = np.random.default_rng(1).random((200, 200))
    assert np.allclose(np.linalg.inv(matrix) @ matrix, np.eye(200), atol=1e-6)
    np.save("a.npy", matrix)
    assert np.load("a.npy", mmap_mode="r").shape == (200, 200)


def _scipy() -> None:
    from scipy import integrate, optimize

    assert abs(integrate.quad(lambda t: t * t, 0, 3)[0] - 9) < 1e-9
    assert abs(optimize.brentq(lambda t: t * t - 2, 0, 2) - 2**0.5) < 1e-9


def _pandas() -> None:
    import pandas as pd  # type: ignore[import-untyped]

    frame = pd.DataFrame({"a": [1, 2, 3], "b": ["x", "y", "x"]})
    frame.to_csv("a.csv", index=False)
    assert pd.read_csv("a.csv").groupby("b").a.sum().to_dict() == {"x": 4, "y": 2}


def _matplotlib() -> None:
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot

    pyplot.plot([1, 2, 3])
    pyplot.title("$x^2$ 图")
    for suffix in ("png", "svg", "pdf"):
        pyplot.savefig(f"a.{suffix}")
    pyplot.close("all")


def _sympy() -> None:
    import sympy as sp

    x = sp.Symbol("x")
    assert sp.integrate(sp.sin(x) ** 2, (x, 0, sp.pi)) == sp.pi / 2
    assert sp.lambdify(x, x**2, "numpy")(3) == 9


def _sqlite() -> None:
    import sqlite3

    with sqlite3.connect("a.db") as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("create table t (n)")
        database.executemany("insert into t values (?)", [(n,) for n in range(100)])
        assert database.execute("select sum(n) from t").fetchone() == (4950,)


def _threads() -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda n: n * n, range(100))) == 328350


def _asyncio() -> None:
    import asyncio

    async def main() -> int:
        async with asyncio.timeout(20):
            return sum(await asyncio.gather(*(asyncio.to_thread(int, n) for n in "123")))

    assert asyncio.run(main()) == 6


def _files() -> None:
    import shutil
    import tempfile
    import zipfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile() as file:
        file.write(b"x")
        Path(folder, "a").write_text("text")
        shutil.copy2(Path(folder, "a"), "b")
        shutil.copytree(folder, "c")
        with zipfile.ZipFile("d.zip", "w") as archive:
            archive.write("b")
            archive.extractall("e")
    assert sorted(p.name for p in Path().iterdir()) >= ["b", "c", "d.zip"]


def _time() -> None:
    import locale
    import time
    from datetime import datetime
    from zoneinfo import ZoneInfo

    assert datetime(2024, 7, 1, tzinfo=ZoneInfo("Asia/Shanghai")).utcoffset() is not None
    time.strftime("%c")
    locale.setlocale(locale.LC_ALL, "C.UTF-8")


def _machine() -> None:
    import os
    import platform

    import psutil  # type: ignore[import-untyped]

    platform.platform()
    assert (os.cpu_count() or 0) >= 1
    process: Any = psutil.Process()
    assert process.memory_info().rss > 0 and process.num_threads() >= 1
    assert psutil.virtual_memory().total > 0 and psutil.cpu_count() >= 1
    process.cpu_times()


def _pickle() -> None:
    import ctypes
    import fractions
    import gzip
    import hashlib
    import json
    import pickle
    import secrets
    import uuid

    with gzip.open("a.gz", "wb") as file:
        pickle.dump({"a": [fractions.Fraction(1, 3)]}, file)
    with gzip.open("a.gz") as file:
        assert pickle.load(file)["a"][0].denominator == 3
    with open("a.json", "w") as text:
        json.dump([1.5], text)
    hashlib.sha256(secrets.token_bytes(16)).hexdigest()
    uuid.uuid4()
    callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda n: n + 1)
    assert callback(1) == 2


def _mpmath() -> None:
    import mpmath  # type: ignore[import-untyped]

    mpmath.mp.dps = 50
    assert mpmath.almosteq(mpmath.quad(mpmath.sin, [0, mpmath.pi]), 2)


PROGRAMS: Final[Mapping[str, Callable[[], None]]] = {
    "numpy": _numpy,
    "scipy": _scipy,
    "pandas": _pandas,
    "matplotlib": _matplotlib,
    "sympy": _sympy,
    "mpmath": _mpmath,
    "sqlite": _sqlite,
    "threads": _threads,
    "asyncio": _asyncio,
    "files": _files,
    "time": _time,
    "machine": _machine,
    "standard library": _pickle,
}
"""Name to program; one that fails raises. They write in the current folder."""
