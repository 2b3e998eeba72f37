"""Outliving one's own end: processes and files that remain when the kernel is closed. Judged by the server alone."""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack

ATTACKS: Final = (
    Attack(
        "daemon",
        """
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(20)
    os._exit(0)""",
    ),
    Attack(
        "daemon-by-shell",
        """
import subprocess
subprocess.Popen('setsid sleep 20 &', shell=True)
time.sleep(0.3)""",
    ),
    Attack(
        "deep-folders",  # deeper than a recursion may go
        """
for _ in range(2500):
    os.mkdir('d')
    os.chdir('d')""",
    ),
    Attack(
        "locked-folder",
        """
os.mkdir('d')
open('d/x', 'w').close()
os.chmod('d', 0)""",
        needs=("user",),
    ),
    Attack("folder-made-locked", "os.mkdir('d', 0)", needs=("user",)),
    Attack(
        "immutable-file",
        """
import fcntl
file = open('x', 'w')
fcntl.ioctl(file, 0x40086602, struct.pack('L', 0x10))""",
        needs=("root",),
    ),
    Attack(
        "file-maker",  # makes files faster than they are removed
        """
if os.fork() == 0:
    os.setsid()
    where, end = os.getcwd(), time.monotonic() + 6
    while time.monotonic() < end:
        try:
            os.makedirs(where, exist_ok=True)
            open(where + '/again', 'w').close()
        except OSError:
            pass
    os._exit(0)""",
    ),
)
