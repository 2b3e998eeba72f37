"""Folders are private, and go whatever a cell left in them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from solver.kernels.folders import PARTS, make_folder, make_root, remove_tree


@pytest.fixture
def root() -> Iterator[Path]:
    root = make_root()
    yield root
    remove_tree(root)
    assert not root.exists()


def test_a_kernels_folder_is_its_own(root: Path) -> None:
    folder = make_folder(root)
    assert sorted(path.name for path in folder.iterdir()) == sorted(PARTS)
    assert {path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())} == {0o700}
    assert root.stat().st_mode & 0o777 == 0o711  # others pass, and see nothing


def test_what_a_killed_process_left_is_removed_by_the_next(root: Path) -> None:
    left = "from solver.kernels.folders import *; import os; root = make_root(); make_folder(root); print(root, flush=True); os._exit(9)"
    said = subprocess.run([sys.executable, "-c", left], stdout=subprocess.PIPE, text=True)
    orphan = Path(said.stdout.strip())
    assert orphan.exists()
    other = Path(tempfile.mkdtemp(prefix="stepwise-"))  # without a lock it is no pool's
    another = make_root()
    assert not orphan.exists() and root.exists() and other.exists(), "those that are held stay"
    remove_tree(another)
    other.rmdir()


def nested(folder: Path) -> None:
    """Deeper than Python recurses and than a path can be long."""
    here = os.open(folder, os.O_RDONLY)
    for _ in range(3000):
        os.mkdir("deeper", dir_fd=here)
        inner = os.open("deeper", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)


def without_rights(folder: Path) -> None:
    inner = folder / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "file").write_text("x")
    for path in (inner, inner.parent):
        path.chmod(0)


def links(folder: Path) -> None:
    (folder / "up").symlink_to("..")
    (folder / "loop").symlink_to("loop")
    (folder / "passwd").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe")


@pytest.mark.parametrize("make", [nested, without_rights, links])
def test_whatever_a_cell_left_is_removed(root: Path, make: Callable[[Path], None]) -> None:
    folder = make_folder(root)
    make(folder / "work")
    remove_tree(folder)
    assert list(root.glob("k-*")) == []
    assert Path("/etc/passwd").exists()


def test_a_link_is_not_followed(root: Path) -> None:
    with tempfile.TemporaryDirectory() as outside:
        (Path(outside) / "kept").write_text("x")
        folder = make_folder(root)
        (folder / "work" / "link").symlink_to(outside)
        remove_tree(folder)
        assert (Path(outside) / "kept").exists()


def test_what_is_not_there_is_no_error(root: Path) -> None:
    remove_tree(root / "never made")
