"""The folders of kernels: one private one each, below a folder of their pool; removed whatever a cell left in them."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

PARTS: Final = ("work", "tmp", "home", "ipc")
SHORT: Final = 60  # a socket's path has at most 107 characters


def make_root() -> Path:
    """A folder for the folders of all kernels of one pool, with `matplotlib` in it for the list of fonts.

    Others may pass through it, not list it: where the server is root, every kernel is a user of its own.
    """
    base = tempfile.gettempdir()
    root = Path(tempfile.mkdtemp(prefix="stepwise-", dir=base if len(base) < SHORT else "/tmp"))
    root.chmod(0o711)
    (root / "matplotlib").mkdir(mode=0o755)
    return root


def make_folder(root: Path, uid: int | None = None) -> Path:
    """A new kernel's folder, with `PARTS` in it, that nobody but its owner may enter; `uid` is to own it."""
    folder = Path(tempfile.mkdtemp(prefix="k-", dir=root))
    for part in PARTS:
        (folder / part).mkdir(mode=0o700)
    if uid is not None:
        for path in (folder, *folder.iterdir()):
            os.chown(path, uid, uid)
    return folder


def remove_tree(folder: Path) -> None:
    """Remove `folder` and all in it, also what `shutil.rmtree` cannot: folders without rights, or nested too deeply.

    Folders are emptied into `folder` itself, so no path becomes long. Follows no link. What cannot be removed stays.
    """
    number = 0
    with suppress(OSError):
        folder.chmod(0o700)
        while entries := list(os.scandir(folder)):
            removed = 0
            for entry in entries:
                with suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        number = _empty_into(folder, entry.path, number)
                        os.rmdir(entry.path)
                    else:
                        os.unlink(entry.path)
                    removed += 1
            if not removed:
                return
        folder.rmdir()


def _empty_into(folder: Path, path: str, number: int) -> int:
    """Move folders in `path` to new names in `folder`, unlink the rest; the next free number."""
    os.chmod(path, 0o700)
    for inner in list(os.scandir(path)):
        if inner.is_dir(follow_symlinks=False):
            number += 1
            os.chmod(inner.path, 0o700)  # a folder without rights cannot be moved: its `..` changes
            os.rename(inner.path, folder / f".removed-{os.getpid()}-{number}")
        else:
            os.unlink(inner.path)
    return number
