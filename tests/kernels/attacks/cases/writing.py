"""Changing what is not the kernel's own. Most are judged by the world's files alone, whatever the cell says."""

from __future__ import annotations

import errno
import fcntl
from typing import Final

from tests.kernels.attacks.attack import Attack, Seen


def _locked(seen: Seen) -> str:
    """Whether somebody holds the application's file."""
    with (seen.world.app / "students.db").open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return "the application's file is locked" if error.errno == errno.EAGAIN else ""
    return ""


# an open that would have allowed to write: nothing is written, for these files are not the world's
OPEN_ONLY: Final = "os.close(os.open({path}, os.O_WRONLY))\nescaped('opened for writing: ' + {path})"

ATTACKS: Final = (
    Attack("append-to-source", "open(APP + '/steps.py', 'a').write('import os')"),
    Attack("overwrite-source", "open(APP + '/steps.py', 'w').write('import os')"),
    Attack("plant-in-home", "open(HOME + '/.profile', 'w').write('echo planted')"),
    Attack(
        "plant-pth",
        """
folder = HOME + '/.local/lib/python3.11/site-packages'
os.makedirs(folder)
open(folder + '/planted.pth', 'w').write('import os')""",
    ),
    Attack(
        "plant-ipython-startup",
        """
folder = HOME + '/.ipython/profile_default/startup'
os.makedirs(folder)
open(folder + '/00.py', 'w').write('planted = 1')""",
    ),
    Attack("truncate-by-open", "os.close(os.open(APP + '/steps.py', os.O_RDONLY | os.O_TRUNC))"),
    Attack("truncate", "os.truncate(APP + '/steps.py', 3)"),
    Attack("unlink", "os.unlink(APP + '/students.db')"),
    Attack("rename", "os.rename(APP + '/students.db', APP + '/gone')"),
    Attack(
        "replace-by-own-file",
        """
open('mine', 'w').write('import os')
os.replace('mine', APP + '/steps.py')""",
    ),
    Attack(
        "exchange-with-own-file",  # renameat2 with RENAME_EXCHANGE
        """
open('mine', 'w').write('import os')
syscall(316, -100, b'mine', -100, (APP + '/steps.py').encode(), 2)""",
    ),
    Attack("make-folder", "os.mkdir(APP + '/planted')"),
    Attack("plant-symlink", "os.symlink('/etc/passwd', APP + '/planted')"),
    Attack(
        "plant-hardlink",
        """
open('mine', 'w').write('x')
os.link('mine', APP + '/planted')""",
    ),
    Attack("plant-fifo", "os.mkfifo(HOME + '/planted')"),
    Attack("plant-socket", "socket.socket(socket.AF_UNIX).bind(HOME + '/planted')"),
    Attack("chmod-token", "os.chmod(TOKEN, 0o644)"),
    Attack("chmod-token-by-descriptor", "os.fchmod(os.open(TOKEN, os.O_RDONLY), 0o644)"),
    Attack(
        "fchmodat2",  # a newer number for an old call
        "syscall(452, -100, TOKEN.encode(), 0o644, 0)",
    ),
    Attack("chown-token", "os.chown(TOKEN, 65534, 65534)", needs=("root",)),
    Attack("touch-source", "os.utime(APP + '/steps.py', (1, 1))"),
    Attack("set-attribute", "os.setxattr(APP + '/steps.py', 'user.planted', b'x')"),
    Attack(
        "set-attribute-at",  # setxattrat, since Linux 6.13
        """
value = ctypes.create_string_buffer(b'x')
arguments = struct.pack('QII', ctypes.addressof(value), 1, 0)
syscall(463, -100, (APP + '/steps.py').encode(), 0, b'user.planted', arguments, 16)""",
    ),
    Attack(
        "set-file-flags",  # what chattr does: "no dump"
        """
import fcntl
file = os.open(APP + '/steps.py', os.O_RDONLY)
flags = struct.unpack('L', fcntl.ioctl(file, 0x80086601, bytes(8)))[0]
fcntl.ioctl(file, 0x40086602, struct.pack('L', flags | 0x40))""",
    ),
    Attack(
        "lock-a-database",
        """
import fcntl
held = open(APP + '/students.db')
fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)""",
        judge=_locked,
    ),
    Attack(
        "c-level-write",
        """
import numpy
numpy.arange(9).tofile(HOME + '/planted')""",
    ),
    Attack(
        "sqlite-write",
        """
import sqlite3
sqlite3.connect(HOME + '/planted').execute('create table t(x)')""",
    ),
    Attack(
        "savefig-outside",
        """
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.savefig(HOME + '/planted.png')
plt.close()""",
    ),
    Attack(
        "log-outside",
        """
import logging
logging.FileHandler(HOME + '/planted').emit(logging.makeLogRecord({}))""",
    ),
    Attack("write-shared-tmp", "open(TMP_FILE, 'w').write('x')"),
    Attack("write-shared-memory-file", "open(SHM_FILE, 'w').write('x')"),
    Attack(
        "setuid-program",
        """
import shutil
shutil.copy('/bin/true', 'true')
os.chmod('true', 0o4755)
status = os.stat('true')
if status.st_mode & 0o4000 and status.st_uid == 0:
    escaped('a program that runs as root')""",
        needs=("root",),
    ),
    Attack(
        "make-disk-device",
        r"""
os.mknod('disk', 0o60600, os.stat('/dev/vda').st_rdev)
if open('disk', 'rb').read(4096)[1080:1082] == b'\x53\xef':
    escaped('the disk itself')""",
        needs=("root", "/dev/vda"),
        kind="guard",  # refused to a root without all its capabilities, as in a container
    ),
    Attack(
        "open-site-packages-for-writing",
        """
import numpy
"""
        + OPEN_ONLY.format(path="numpy.__file__"),
        needs=("root",),
    ),
    Attack(
        "open-etc-for-writing",
        OPEN_ONLY.format(path="'/etc/hosts'"),
        needs=("root", "/etc/hosts"),
    ),
    Attack(
        "open-sysctl-for-writing",
        OPEN_ONLY.format(path="'/proc/sys/kernel/core_pattern'"),
        needs=("root",),
    ),
    Attack(
        "make-cgroup",
        """
folder = '/sys/fs/cgroup/freezer/escape-' + NONCE
os.mkdir(folder)
made = os.listdir(folder)
os.rmdir(folder)
if 'freezer.state' in made:
    escaped('could freeze any process')""",
        needs=("root", "/sys/fs/cgroup/freezer"),
    ),
)
