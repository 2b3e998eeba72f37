"""Another student's kernel: its files, its sockets, its messages, its key."""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack, Seen
from tests.kernels.attacks.cases.searching import SEARCH

# every key-like string in the victim's memory is tried on a request that changes its variable
TAKE_OVER: Final = (
    SEARCH
    + r"""
import hmac, json, zmq
from datetime import datetime, timezone
keys = {found for _, found in search(VICTIM_PID, rb'[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{24}', by_mem(VICTIM_PID))}
own = os.path.dirname(os.getcwd())
paths = [path for path in SOCKETS if not path.startswith(own)]
context = zmq.Context()
for path in paths:
    dealer = context.socket(zmq.DEALER)
    dealer.connect('ipc://' + path)
    for number, key in enumerate(keys):
        header = {'msg_id': f'{number}', 'session': 's', 'username': 'u', 'msg_type': 'execute_request',
                  'version': '5.3', 'date': datetime.now(timezone.utc).isoformat()}
        content = {'code': "grade = 'F'", 'silent': False, 'store_history': False, 'allow_stdin': False,
                   'user_expressions': {}, 'stop_on_error': False}
        parts = [json.dumps(part).encode() for part in (header, {}, {}, content)]
        signature = hmac.new(key, b''.join(parts), 'sha256').hexdigest().encode()
        dealer.send_multipart([b'<IDS|MSG>', signature, *parts])
time.sleep(1.5)
print(len(keys), 'keys', len(paths), 'sockets')
"""
)


def _sockets_gone(seen: Seen) -> str:
    missing = [path for path in _told_sockets(seen) if not seen.world.base.joinpath(path).exists()]
    return f"{len(missing)} sockets of another kernel are gone" if missing else ""


def _told_sockets(seen: Seen) -> list[str]:
    told = seen.world.told["SOCKETS"]
    assert isinstance(told, list)  # World._tell
    return told


ATTACKS: Final = (
    Attack("read-victims-notes", "print(open(VICTIM_WORK + '/notes.txt').read())", proof="notes"),
    Attack("write-victims-notes", "open(VICTIM_WORK + '/notes.txt', 'w').write('changed')"),
    Attack("delete-victims-notes", "os.remove(VICTIM_WORK + '/notes.txt')"),
    Attack("plant-module-beside-victim", "open(VICTIM_WORK + '/fractions.py', 'w').write('planted = 1')"),
    Attack(
        "rename-victims-folder",
        """
os.rename(VICTIM_WORK, VICTIM_WORK + '-moved')
if os.path.exists(VICTIM_WORK + '-moved'):
    escaped('moved')
    os.rename(VICTIM_WORK + '-moved', VICTIM_WORK)""",
    ),
    Attack(
        "find-notes-of-all",  # without being told where they are
        """
import glob
for path in glob.glob(POOL + '/**/*.txt', recursive=True):
    print(open(path).read())""",
        proof="notes",
    ),
    Attack(
        "list-all-kernels",
        """
names = os.listdir(os.path.dirname(os.path.dirname(VICTIM_WORK)))
if os.path.basename(os.path.dirname(VICTIM_WORK)) in names:
    escaped(names)""",
    ),
    Attack("take-over-victim", TAKE_OVER, timeout_s=20),
    Attack(
        "listen-to-victim",  # a subscriber needs no key
        """
import zmq
context = zmq.Context()
own = os.path.dirname(os.getcwd())
sub = context.socket(zmq.SUB)
sub.subscribe(b'')
for path in SOCKETS:
    if not path.startswith(own):
        sub.connect('ipc://' + path)
end = time.monotonic() + 2
while time.monotonic() < end:
    if sub.poll(200):
        print([p for p in sub.recv_multipart() if b'ESSAY' in p])""",
        proof="essay",
        stir="victim",
    ),
    Attack(
        "greet-victims-socket",  # a stranger may speak to its parser of messages
        r"""
own = os.path.dirname(os.getcwd())
for path in (p for p in SOCKETS if not p.startswith(own)):
    s = socket.socket(socket.AF_UNIX)
    s.settimeout(1)
    s.connect(path)
    if s.recv(10)[:1] == b'\xff':
        escaped('ZMTP of ' + path)""",
    ),
    Attack(
        "remove-victims-sockets",
        """
own = os.path.dirname(os.getcwd())
for path in SOCKETS:
    if not path.startswith(own):
        os.unlink(path)""",
        judge=_sockets_gone,
    ),
    Attack(
        "race-for-key-file",  # between the start of another kernel and its server's unlinking of the file
        """
import glob, json
end = time.monotonic() + 5
found = None
while found is None and time.monotonic() < end:
    for path in glob.glob(POOL + '/**/*.json', recursive=True):
        try:
            text = open(path).read()
            found = json.loads(text)['key']
        except (OSError, ValueError, KeyError, TypeError):
            pass
if found:
    escaped(f'the key of another kernel: {found[:8]}…')""",
        stir="newcomer",
    ),
    Attack(
        "read-victims-key-file",
        """
import glob, json
for path in glob.glob(os.path.dirname(VICTIM_WORK) + '/**/*.json', recursive=True):
    escaped(json.load(open(path))['key'][:8])""",
    ),
    Attack(
        "watch-victims-folder",  # inotify asks for no open file
        """
fd = libc.inotify_init1(0)
libc.inotify_add_watch(fd, VICTIM_WORK.encode(), 0xfff)
import select
end = time.monotonic() + 2
while time.monotonic() < end:
    if select.select([fd], [], [], 0.2)[0]:
        print(os.read(fd, 4096))""",
        proof="essay",
        stir="victim",
    ),
    Attack(
        "watch-token",
        """
fd = libc.inotify_init1(0)
watch = libc.inotify_add_watch(fd, TOKEN.encode(), 0xfff)
if watch > 0:
    escaped('told whenever the token is used')""",
    ),
    Attack(
        "notify-on-victims-folder",  # F_NOTIFY: a signal for each change
        """
import fcntl, signal
count = []
signal.signal(signal.SIGIO, lambda *a: count.append(1))
fcntl.fcntl(os.open(VICTIM_WORK, os.O_RDONLY), fcntl.F_NOTIFY, 0x80000000 | 0x3f)
end = time.monotonic() + 2
while time.monotonic() < end:
    time.sleep(0.1)
if count:
    escaped(f'{len(count)} changes seen')""",
        stir="victim",
    ),
    Attack(
        "fanotify-victims-folder",
        """
fd = syscall(300, 0x200, 0)
syscall(301, fd, 1, 0x08000000 | 0x100 | 0x200, -100, VICTIM_WORK.encode())
import select
if select.select([fd], [], [], 2)[0] and len(os.read(fd, 4096)) > 24:
    escaped('its files are counted')""",
        stir="victim",
    ),
    Attack(
        "steal-victims-socket",
        """
import stat
handle = os.pidfd_open(VICTIM_PID)
for number in range(64):
    try:
        fd = syscall(438, handle, number, 0)
    except OSError:
        continue
    if stat.S_ISSOCK(os.fstat(fd).st_mode):
        escaped(f'descriptor {number}: {socket.socket(fileno=fd).getsockname()!r}')
        break""",
    ),
    Attack(
        "squat-on-next-kernels-name",  # a folder or link where the next one would be made
        """
top = os.path.dirname(os.path.dirname(VICTIM_WORK))
os.mkdir(top + '/planted')
if os.path.isdir(top + '/planted'):
    escaped('planted in the folder of all kernels')
    os.rmdir(top + '/planted')""",
    ),
)
