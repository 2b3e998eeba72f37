"""Reading what is not the kernel's own: by each way in which a file can be opened."""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack
from tests.kernels.attacks.cases.rings import RING

ATTACKS: Final = (
    Attack("read-token", "print(open(TOKEN).read())", proof="token"),
    Attack("read-beside-source", "print(open(APP + '/secrets.env').read())", proof="beside"),
    Attack("read-real-source", "print(open(REPOSITORY + '/app.py').read())", proof="app"),
    Attack("list-home", "print(os.listdir(HOME))", proof="listing"),
    Attack(
        "walk-home",
        """
for place in os.walk(HOME):
    print(place)""",
        proof="listing",
    ),
    Attack(
        "read-relative",
        """
up = '/'.join(['..'] * 12)
print(open(up + TOKEN).read())""",
        proof="token",
    ),
    Attack(
        "read-by-directory-descriptor",
        """
folder = os.open(HOME, os.O_RDONLY | os.O_DIRECTORY)
file = os.open(os.path.relpath(TOKEN, HOME), os.O_RDONLY, dir_fd=folder)
print(os.read(file, 100))""",
        proof="token",
    ),
    Attack(
        "reopen-path-descriptor",  # O_PATH needs no right to read; opening it anew by /proc might not ask again
        """
handle = os.open(TOKEN, os.O_PATH)
print(open(f'/proc/self/fd/{handle}').read(), open(f'/dev/fd/{handle}').read())""",
        proof="token",
    ),
    Attack(
        "openat2",
        """
how = struct.pack('QQQ', os.O_RDONLY, 0, 0)
print(os.read(syscall(437, -100, TOKEN.encode(), how, len(how)), 100))""",
        proof="token",
    ),
    Attack(
        "open-by-handle",
        """
handle = ctypes.create_string_buffer(struct.pack('Ii', 128, 0), 136)
mount = ctypes.c_int()
syscall(303, -100, TOKEN.encode(), handle, ctypes.byref(mount), 0)
folder = os.open('.', os.O_RDONLY)
print(os.read(syscall(304, folder, handle, os.O_RDONLY), 100))""",
        proof="token",
        needs=("root",),
    ),
    Attack(
        "symlink-to-token",
        """
os.symlink(TOKEN, 'mine')
print(open('mine').read())""",
        proof="token",
    ),
    Attack(
        "hardlink-to-token",
        """
os.link(TOKEN, 'mine')
print(open('mine').read())""",
        proof="token",
    ),
    Attack(
        "rename-token-into-own-folder",
        """
os.rename(TOKEN, 'mine')
print(open('mine').read())""",
        proof="token",
    ),
    Attack(
        "chroot-then-read",
        """
os.chroot(HOME)
print(open('/.cache/huggingface/token').read())""",
        proof="token",
        needs=("root",),
    ),
    Attack(
        "chdir-then-read",
        """
os.chdir(os.path.dirname(TOKEN))
print(open('token').read())""",
        proof="token",
    ),
    Attack(
        "c-library-fopen",
        """
libc.fopen.restype = ctypes.c_void_p
line = ctypes.create_string_buffer(100)
libc.fgets(line, 100, ctypes.c_void_p(libc.fopen(TOKEN.encode(), b'r')))
print(line.value)""",
        proof="token",
    ),
    Attack(
        "numpy-fromfile",
        """
import numpy
print(numpy.fromfile(TOKEN, 'S24'))""",
        proof="token",
    ),
    Attack(
        "map-file",
        """
import numpy
print(bytes(numpy.memmap(APP + '/steps.py', mode='r')))""",
        proof="source",
    ),
    Attack(
        "io-uring-read",
        RING
        + """
print(ring_read(TOKEN))""",
        proof="token",
    ),
    Attack(
        "import-the-application",
        """
sys.path.insert(0, APP)
import steps
print(steps.ANSWER)""",
        proof="source",
    ),
    Attack(
        "run-the-real-application",
        """
sys.path.insert(0, REPOSITORY)
import inspect, solver.errors
if 'class' in inspect.getsource(solver.errors):
    escaped('solver.errors imported')""",
    ),
    Attack(
        "read-shadow",
        """
if any(line.startswith('root:') for line in open('/etc/shadow')):
    escaped('/etc/shadow')""",
        needs=("root",),
    ),
    Attack(
        "read-raw-disk",
        r"""
disk = next(d for d in ('/dev/vda', '/dev/sda', '/dev/nvme0n1') if os.path.exists(d))
with open(disk, 'rb') as raw:
    block = raw.read(4096)
if block[1080:1082] == b'\x53\xef':
    escaped(f'superblock of {disk}')""",
        needs=("root", "/dev/vda"),
        kind="guard",  # refused to a root without all its capabilities, as in a container
    ),
    Attack(
        "read-kernel-memory",
        r"""
if open('/proc/kcore', 'rb').read(4) == b'\x7fELF':
    escaped('/proc/kcore')""",
        needs=("root", "/proc/kcore"),
    ),
    Attack(
        "read-kernel-log",
        """
page = ctypes.create_string_buffer(1 << 16)
size = libc.klogctl(3, page, 1 << 16)
if size > 0:
    escaped(f'{size} bytes of the kernel log')""",
        needs=("root",),
    ),
    Attack(
        "read-another-uids-files",
        """
for name in os.listdir('/root'):
    escaped('/root')
    break""",
        needs=("root",),
    ),
    Attack(
        "stat-token",
        """
if os.stat(TOKEN).st_size == 24:
    escaped('size and times')""",
        kind="known",  # no layer without privileges refuses stat
    ),
)
