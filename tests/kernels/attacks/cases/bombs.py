"""Taking more than one's share: memory in all its forms, processes, threads, descriptors, disk, time.

Sizes are far above any share and far below what would harm the machine. A bomb has got out if what it took is still
held after `HOLD`, in which a watchdog has had time to see it.
"""

from __future__ import annotations

import ctypes
import os
from typing import Final

from tests.kernels.attacks.attack import Attack, Seen, spinning

HOLD: Final = "\ntime.sleep(1.6)\n"
FOLDER_BYTES: Final = 128 << 20
RESIDENT: Final = (
    "\ntime.sleep(1.6)\nimport resource\nsize = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10\n"
    "if size > 1250:\n    escaped(f'{size} MB')\ndel hoard"
)
# five files: one may not be larger than 64 MB
FILL: Final = """
def fill(folder, files=5):
    block = os.urandom(1 << 20)
    for number in range(files):
        with open(f'{folder}/{number}', 'wb') as file:
            for _ in range(60):
                file.write(block)
"""
SPIN: Final = "import threading\nend = time.monotonic() + 8\n\ndef spin():\n    while time.monotonic() < end:\n        pass\n\n"


def full(seen: Seen) -> str:
    """The kernel's folder holds too much, by the disk's own count."""
    return f"{seen.folder_bytes >> 20} MB on disk" if seen.folder_bytes > FOLDER_BYTES else ""


def no_inotify(seen: Seen) -> str:
    """The server can no longer watch files: the user's instances are used up."""
    fd = ctypes.CDLL(None).inotify_init1(0)
    if fd < 0:
        return "the server gets no inotify instance"
    os.close(fd)
    return ""


ATTACKS: Final = (
    Attack("memory-bytes", "hoard = [bytearray(b'x') * (64 << 20) for _ in range(19)]" + RESIDENT),
    Attack(
        "memory-anonymous-map",
        """
import mmap
hoard = mmap.mmap(-1, 1300 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
for at in range(0, 1300 << 20, 4096):
    hoard[at] = 1"""
        + RESIDENT,
    ),
    Attack(
        "memory-shared-map",  # not in RLIMIT_DATA
        """
import mmap
hoard = mmap.mmap(-1, 1300 << 20)
for at in range(0, 1300 << 20, 4096):
    hoard[at] = 1"""
        + RESIDENT,
    ),
    Attack(
        "memory-by-threads",  # stacks
        """
import threading
threading.stack_size(64 << 20)
hoard = []
go = threading.Event()

def use():
    block = ctypes.create_string_buffer(1 << 16)
    ctypes.memset(ctypes.addressof(block), 1, 1 << 16)
    go.wait(4)

for _ in range(60):
    hoard.append(threading.Thread(target=use, daemon=True))
    hoard[-1].start()
time.sleep(1.6)
if sum(t.is_alive() for t in hoard) == 60:
    escaped('60 stacks of 64 MB')
go.set()""",
    ),
    Attack(
        "memory-files",  # memfd: resident nowhere
        """
hoard = [os.memfd_create('x') for _ in range(8)]
block = bytes(1 << 20)
for fd in hoard:
    for _ in range(60):
        os.write(fd, block)
time.sleep(1.6)
size = sum(os.fstat(fd).st_blocks * 512 for fd in hoard) >> 20
if size > 256:
    escaped(f'{size} MB that no process holds')""",
    ),
    Attack(
        "memory-in-shm",
        FILL
        + """
os.mkdir(SHM_FILE)
try:
    fill(SHM_FILE)
    time.sleep(1.6)
    size = sum(os.stat(f'{SHM_FILE}/{n}').st_blocks * 512 for n in range(5)) >> 20
finally:
    import shutil
    shutil.rmtree(SHM_FILE)
if size > 256:
    escaped(f'{size} MB in /dev/shm')""",
    ),
    Attack(
        "memory-system-v",
        """
libc.shmat.restype = ctypes.c_void_p
number = libc.shmget(0, ctypes.c_size_t(512 << 20), 0o1600)
hoard = libc.shmat(number, None, 0)
libc.shmctl(number, 0, None)
if number >= 0:
    ctypes.memset(ctypes.c_void_p(hoard), 1, 512 << 20)
    time.sleep(1.6)
    escaped('512 MB')""",
    ),
    Attack(
        "memory-in-pipes",
        """
import fcntl
hoard, size = [], 0
block = bytes(1 << 20)
for _ in range(300):
    r, w = os.pipe()
    hoard.append((r, w))
    fcntl.fcntl(w, 1031, 1 << 20)
    os.set_blocking(w, False)
    size += os.write(w, block)
time.sleep(1.6)
if size > 150 << 20:
    escaped(f'{size >> 20} MB in the kernel')""",
        needs=("root",),
    ),
    Attack(
        "memory-in-sockets",
        """
hoard, size = [], 0
block = bytes(1 << 16)
for _ in range(450):
    a, b = socket.socketpair()
    hoard += [a, b]
    for s in (a, b):
        s.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 22)
        s.setblocking(False)
        try:
            while size < 200 << 20:
                size += s.send(block)
        except BlockingIOError:
            pass
time.sleep(1.6)
if size > 100 << 20:
    escaped(f'{size >> 20} MB in the kernel')""",
    ),
    Attack(
        "fork-bomb",
        """
born = []
try:
    for _ in range(150):
        pid = os.fork()
        if pid == 0:
            time.sleep(3)
            os._exit(0)
        born.append(pid)
finally:
    if len(born) > 50:
        escaped(f'{len(born)} processes')""",
    ),
    Attack(
        "thread-bomb",
        """
import threading
go = threading.Event()
threading.stack_size(1 << 18)
hoard = [threading.Thread(target=go.wait, args=(5,), daemon=True) for _ in range(400)]
for thread in hoard:
    thread.start()
time.sleep(1.6)
alive = sum(t.is_alive() for t in hoard)
if alive > 300:
    escaped(f'{alive} threads')
go.set()""",
    ),
    Attack(
        "descriptors",
        """
import resource
_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
hoard = []
try:
    while len(hoard) < 6000:
        hoard.append(os.dup(1))
finally:
    if len(hoard) > 4096:
        escaped(f'{len(hoard)} descriptors')
    for fd in hoard:
        os.close(fd)""",
    ),
    Attack(
        "inotify-instances",
        """
hoard = [libc.inotify_init1(0) for _ in range(300)]
print(sum(fd >= 0 for fd in hoard))""",
        judge=no_inotify,
    ),
    Attack(
        "pseudo-terminals",
        """
hoard = []
try:
    while len(hoard) < 300:
        hoard.append(os.open('/dev/ptmx', os.O_RDWR | os.O_NOCTTY))
finally:
    if len(hoard) > 100:
        escaped(f'{len(hoard)} terminals')
    for fd in hoard:
        os.close(fd)""",
    ),
    Attack(
        "many-files",
        """
for n in range(8000):
    os.close(os.open(f'f{n}', os.O_CREAT | os.O_WRONLY))
time.sleep(1.6)
if len(os.listdir('.')) > 6000:
    escaped('8,000 files')""",
    ),
    Attack(
        "many-folders",  # not files: who counts those alone sees nothing
        """
for n in range(4000):
    os.mkdir(f'd{n}')
    os.symlink('x', f'd{n}/s')
time.sleep(1.6)
if len(os.listdir('.')) > 3000:
    escaped('4,000 folders, 4,000 links')""",
    ),
    Attack("fill-folder", FILL + "fill('.')", judge=full, watch_s=1.6),
    Attack(
        "fill-folder-through-home",
        FILL + "fill(os.path.expanduser('~'))",
        watch_s=1.6,
        judge=lambda seen: _other(seen),
    ),
    Attack(
        "fill-tmp",
        FILL
        + """
import tempfile
folder = tempfile.mkdtemp()
fill(folder)
time.sleep(1.6)
size = sum(os.stat(f'{folder}/{n}').st_blocks * 512 for n in range(5)) >> 20
if size > 128:
    escaped(f'{size} MB in {folder}')""",
    ),
    Attack(
        "fill-deleted-files",  # open and without a name: no walk through the folder finds them
        """
hoard = []
block = os.urandom(1 << 20)
for n in range(5):
    file = open(f'{n}', 'wb', 0)
    os.unlink(f'{n}')
    for _ in range(60):
        file.write(block)
    hoard.append(file)
time.sleep(1.6)
size = sum(os.fstat(f.fileno()).st_blocks * 512 for f in hoard) >> 20
if size > 128:
    escaped(f'{size} MB without a name')""",
    ),
    Attack(
        "fill-unnamed-files",  # O_TMPFILE: never had a name
        """
hoard = []
block = os.urandom(1 << 20)
for n in range(5):
    fd = os.open('.', os.O_TMPFILE | os.O_RDWR)
    for _ in range(60):
        os.write(fd, block)
    hoard.append(fd)
time.sleep(1.6)
size = sum(os.fstat(fd).st_blocks * 512 for fd in hoard) >> 20
if size > 128:
    escaped(f'{size} MB without a name')""",
    ),
    Attack(
        "reserve-disk",  # fallocate that keeps the size: 300 MB in a file of 0 bytes
        """
fd = os.open('x', os.O_CREAT | os.O_RDWR)
syscall(285, fd, 1, 0, 300 << 20)""",
        judge=full,
        watch_s=1.6,
    ),
    Attack(
        "fill-below-long-names",  # deeper than any path can say
        FILL
        + """
for _ in range(25):
    os.mkdir('d' * 200)
    os.chdir('d' * 200)
fill('.')""",
        judge=full,
        watch_s=1.6,
    ),
    Attack(
        "fill-behind-locked-folder",  # who is not root cannot look into it
        FILL
        + """
os.mkdir('d')
fill('d')
os.chmod('d', 0)
time.sleep(1.6)
os.chmod('d', 0o700)
size = sum(os.stat(f'd/{n}').st_blocks * 512 for n in range(5)) >> 20
if size > 128:
    escaped(f'{size} MB unseen')""",
        needs=("user",),
    ),
    Attack(
        "spin-thread",
        SPIN + "threading.Thread(target=spin, daemon=True).start()",
        judge=spinning,
        watch_s=3.5,
    ),
    Attack(
        "spin-task",
        SPIN
        + """
import asyncio
asyncio.get_running_loop().call_later(0.2, spin)""",
        judge=spinning,
        watch_s=3.5,
    ),
    Attack(
        "spin-timer",
        SPIN
        + """
import signal
signal.signal(signal.SIGALRM, lambda *a: spin())
signal.setitimer(signal.ITIMER_REAL, 0.3)""",
        judge=spinning,
        watch_s=3.5,
    ),
    Attack(
        "spin-in-io-thread",
        SPIN + "get_ipython().kernel.control_thread.io_loop.add_callback(spin)",
        judge=spinning,
        watch_s=3.5,
    ),
    Attack(
        "spin-child",
        SPIN
        + """
pid = os.fork()
if pid == 0:
    spin()
    os._exit(0)""",
        judge=spinning,
        watch_s=3.5,
    ),
    Attack(
        "one-large-file",
        """
with open('x', 'wb') as file:
    for _ in range(300):
        file.write(bytes(1 << 20))""",
        judge=full,
        watch_s=1.6,
    ),
)


def _other(seen: Seen) -> str:
    """All folders of the kernel together: its home and its temporary files need not lie in its working folder."""
    total = sum(path.lstat().st_blocks * 512 for path in (seen.world.base / "t").rglob("*") if path.is_file())
    return f"{total >> 20} MB in the kernel's folders" if total > FOLDER_BYTES else ""
