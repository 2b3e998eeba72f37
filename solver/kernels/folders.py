"""The folders of kernels: one private one each, below a folder of their pool; removed whatever a cell left in them.

A process that is killed cannot remove its pool's folder: the next pool does, which knows by a lock that nobody has it any more.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

PARTS: Final = ("work", "tmp", "home", "ipc")
SHORT: Final = 60  # a socket's path has at most 107 characters


HELD: Final = "held"  # a file that is locked for as long as its pool's process lives
_held: dict[Path, int] = {}


def make_root() -> Path:
    """A folder for the folders of all kernels of one pool, with `matplotlib` in it for the list of fonts.

    Others may pass through it, not list it: where the server is root, every kernel is a user of its own.
    """
    base = tempfile.gettempdir()
    place = Path(base if len(base) < SHORT else "/tmp")
    _remove_orphans(place)
    root = Path(tempfile.mkdtemp(prefix="stepwise-", dir=place))
    root.chmod(0o711)
    (root / "matplotlib").mkdir(mode=0o755)
    _hold(root)
    return root


def _hold(root: Path) -> None:
    """Lock its file first, then let it be found."""
    if os.name == "posix":
        import fcntl

        new = root / f"{HELD}.new"
        _held[root] = os.open(new, os.O_CREAT | os.O_RDWR, 0o600)
        fcntl.flock(_held[root], fcntl.LOCK_EX)
        new.rename(root / HELD)


def _remove_orphans(place: Path) -> None:
    """Remove the pools' folders in `place` that are this user's and whose process has ended without removing them."""
    if os.name != "posix":
        return
    import fcntl

    for held in place.glob(f"stepwise-*/{HELD}"):
        root = held.parent
        with suppress(OSError):  # another one removes it, or it is somebody else's
            if root in _held or root.is_symlink() or root.lstat().st_uid != os.getuid():
                continue
            lock = os.open(held, os.O_RDWR | os.O_NOFOLLOW)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                remove_tree(root)
            finally:
                os.close(lock)


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
    if (lock := _held.pop(folder, None)) is not None:
        os.close(lock)
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
