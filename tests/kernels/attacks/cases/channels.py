"""What one kernel leaves for another: `then` runs in another student's kernel and receives it.

Two that cooperate can always talk by what they cost (time, load); shared objects with names are another matter, for
they also let one disturb another who did not agree.
"""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack

SYSTEM_V: Final = (
    "libc.shmat.restype = ctypes.c_void_p\nlibc.shmat.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_int]\n"
    "key = int(NONCE[:7], 16)\n"
)

ATTACKS: Final = (
    Attack(
        "tmp-file",
        "open(TMP_FILE, 'w').write(NONCE)",
        then="""
if open(TMP_FILE).read() == NONCE:
    escaped('received')""",
    ),
    Attack(
        "python-shared-memory",
        """
from multiprocessing import shared_memory
kept = shared_memory.SharedMemory('escape-' + NONCE, create=True, size=64)
kept.buf[:12] = NONCE.encode()""",
        then="""
if NONCE in str(open(SHM_FILE, 'rb').read()):
    escaped('received')""",
    ),
    Attack(
        "system-v-shared-memory",
        SYSTEM_V
        + """
at = libc.shmat(libc.shmget(key, 4096, 0o1666), None, 0)
ctypes.memmove(at, NONCE.encode(), 12)""",
        then=SYSTEM_V
        + """
number = libc.shmget(key, 4096, 0o666)
at = libc.shmat(number, None, 0)
got = ctypes.string_at(at, 12) if number >= 0 else b''
libc.shmctl(number, 0, None)
if got == NONCE.encode():
    escaped('received')""",
    ),
    Attack(
        "system-v-messages",
        """
queue = libc.msgget(int(NONCE[:7], 16), 0o1666)
libc.msgsnd(queue, struct.pack('l', 1) + NONCE.encode(), 12, 0)""",
        then="""
queue = libc.msgget(int(NONCE[:7], 16), 0o666)
page = ctypes.create_string_buffer(99)
size = libc.msgrcv(queue, page, 90, 0, 0o4000)
libc.msgctl(queue, 0, None)
if size > 0 and NONCE.encode() in page.raw:
    escaped('received')""",
    ),
    Attack(
        "system-v-semaphore",
        """
number = libc.semget(int(NONCE[:7], 16), 1, 0o1666)
libc.semctl(number, 0, 16, 42)""",
        then="""
number = libc.semget(int(NONCE[:7], 16), 1, 0o666)
value = libc.semctl(number, 0, 12)
libc.semctl(number, 0, 0)
if value == 42:
    escaped('received')""",
    ),
    Attack(
        "posix-messages",
        """
attributes = struct.pack('qqqq', 0, 4, 64, 0) + bytes(32)
queue = libc.mq_open(b'/escape-' + NONCE.encode(), os.O_CREAT | os.O_RDWR, 0o666, attributes)
libc.mq_send(queue, NONCE.encode(), ctypes.c_size_t(12), 0)""",
        then="""
queue = libc.mq_open(b'/escape-' + NONCE.encode(), os.O_RDWR | os.O_NONBLOCK)
page = ctypes.create_string_buffer(64)
size = libc.mq_receive(queue, page, ctypes.c_size_t(64), None)
libc.mq_unlink(b'/escape-' + NONCE.encode())
if page.raw[:size] == NONCE.encode():
    escaped('received')""",
    ),
    Attack(
        "keyring",
        "syscall(248, b'user', NONCE.encode(), NONCE.encode(), 12, -4)",  # the user's keyring
        then="""
found = syscall(250, 10, -4, b'user', NONCE.encode(), 0)
page = ctypes.create_string_buffer(99)
syscall(250, 11, found, page, 99, 0)
syscall(250, 9, found, -4, 0, 0)
if NONCE.encode() in page.raw:
    escaped('received')""",
    ),
    Attack(
        "loopback",
        """
import threading
server = socket.create_server(('127.0.0.1', 20000 + int(NONCE[:3], 16)))
def answer():
    server.accept()[0].send(NONCE.encode())
threading.Thread(target=answer, daemon=True).start()""",
        then="""
if socket.create_connection(('127.0.0.1', 20000 + int(NONCE[:3], 16)), 2).recv(99) == NONCE.encode():
    escaped('received')""",
    ),
    Attack(
        "abstract-socket",
        r"""
import threading
server = socket.socket(socket.AF_UNIX)
server.bind('\0channel-' + NONCE)
server.listen()
def answer():
    server.accept()[0].send(NONCE.encode())
threading.Thread(target=answer, daemon=True).start()""",
        then=r"""
c = socket.socket(socket.AF_UNIX)
c.settimeout(2)
c.connect('\0channel-' + NONCE)
if c.recv(99) == NONCE.encode():
    escaped('received')""",
    ),
    Attack(
        "fifo",
        """
os.mkfifo(TMP_FILE)
end = os.open(TMP_FILE, os.O_RDWR)
os.write(end, NONCE.encode())""",
        then="""
if os.read(os.open(TMP_FILE, os.O_RDONLY | os.O_NONBLOCK), 99) == NONCE.encode():
    escaped('received')""",
    ),
    Attack(
        "broadcast",  # UDP to whoever listens
        """
import threading
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
def say():
    for _ in range(40):
        s.sendto(NONCE.encode(), ('127.255.255.255', 25000 + int(NONCE[:3], 16)))
        time.sleep(0.2)
threading.Thread(target=say, daemon=True).start()""",
        then="""
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('', 25000 + int(NONCE[:3], 16)))
s.settimeout(3)
if s.recv(99) == NONCE.encode():
    escaped('received')""",
    ),
    Attack(
        "matplotlib-style",  # loaded by every later kernel that looks into the same folder
        """
import matplotlib
folder = matplotlib.get_configdir() + '/stylelib'
os.makedirs(folder, exist_ok=True)
open(folder + '/planted.mplstyle', 'w').write('figure.facecolor: red')""",
        then="""
import matplotlib.style
matplotlib.style.reload_library()
if 'planted' in matplotlib.style.available:
    escaped('its plots can be changed')""",
    ),
    Attack(
        "matplotlib-settings",
        """
import matplotlib
open(matplotlib.get_configdir() + '/matplotlibrc', 'w').write('lines.linewidth: 77')""",
        then="""
import matplotlib
where = matplotlib.get_configdir() + '/matplotlibrc'
if os.path.exists(where) and '77' in open(where).read():
    escaped('read by whoever has no other settings')""",
    ),
    Attack(
        "matplotlib-fonts",
        """
import glob, matplotlib.font_manager
for path in glob.glob(matplotlib.get_cachedir() + '/fontlist*.json'):
    text = open(path).read().replace('DejaVuSans.ttf', 'DejaVuSans-Bold.ttf')
    open(path, 'w').write(text)""",
        then="""
import matplotlib.font_manager as m
if m.findfont('DejaVu Sans').endswith('DejaVuSans-Bold.ttf'):
    escaped('its labels are set in another font')""",
    ),
    Attack(
        "lock-of-a-library",  # one bit at a time, by a file that both may read
        """
import fcntl
held = open(os.__file__)
fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)""",
        then="""
import fcntl
try:
    fcntl.flock(open(os.__file__), fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    escaped('received')""",
        kind="known",
    ),
)
