"""What a kernel says, forged: floods that fill the server, messages that lie, values that would harm a reader.

The attacker has its own kernel's key and sockets: it needs to steal nothing for this.
"""

from __future__ import annotations

import re
import struct
from typing import Final

from solver.events import Figure, Output
from tests.kernels.attacks.attack import Attack, Seen, spinning

PIXELS: Final = 50_000_000  # what a browser decodes without harm: 200 MB
CHARS: Final = 1_000_000
EVENTS: Final = 10_000
STALL_S: Final = 1.0

# `say` signs any bytes as a message of this cell
SAY: Final = """
import json
kernel = get_ipython().kernel
session = kernel.session

def say(kind, content, wait=False):
    header = json.dumps(session.msg_header(kind), default=str).encode()
    parent = json.dumps(kernel.get_parent()['header'], default=str).encode()
    parts = [header, parent, b'{}', content]
    kernel.iopub_socket.send_multipart([b'x', b'<IDS|MSG>', session.sign(parts), *parts])
"""
# sockets on which somebody listens, found by asking every descriptor
CONNECTED: Final = """
import select, stat

def connected():
    for fd in range(3, 1024):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                s = socket.socket(fileno=os.dup(fd))
                s.getpeername()
                if s.getsockname():  # not one of the loops' own pairs
                    yield s
        except OSError:
            continue
"""


def pixels(seen: Seen) -> str:
    """A figure that takes much more memory to decode than to send."""
    for event in seen.events:
        if isinstance(event, Figure) and len(event.data) >= 24:
            width, height = struct.unpack(">II", event.data[16:24])
            if width * height > PIXELS:
                return f"a picture of {width} × {height} pixels in {len(event.data):,} bytes"
    return ""


def no_picture(seen: Seen) -> str:
    """A figure that begins like a PNG and is none."""
    for event in seen.events:
        if isinstance(event, Figure) and (event.data[12:16] != b"IHDR" or b"<script" in event.data):
            return "bytes that are no picture came as one"
    return ""


def flooded(seen: Seen) -> str:
    """More text than a student's browser should get of one cell, or too many pieces of it."""
    outputs = [event for event in seen.events if isinstance(event, Output)]
    chars = sum(len(event.text) + len(event.latex or "") for event in outputs)
    if chars > CHARS:
        return f"{chars:,} characters in {len(outputs)} events"
    return f"{len(outputs):,} events" if len(outputs) > EVENTS else ""


def stalled(seen: Seen) -> str:
    """All other students waited."""
    return f"the server stood still for {seen.stalled_s:.1f} s" if seen.stalled_s > STALL_S else ""


def spinning_unseen(seen: Seen) -> str:
    """The server believes that the cell is over, and it still runs."""
    return spinning(seen) if seen.seconds < 3 else ""


def markup(seen: Seen) -> str:
    """Something that a page would run, or a terminal obey."""
    text = "".join(e.text + (e.latex or "") for e in seen.events if isinstance(e, Output))
    return (
        "control characters came through" if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text) else ""
    )


ATTACKS: Final = (
    Attack(
        "multipart-flood",  # libzmq limits a frame, not a message
        """
chunk = bytes(8 << 20)
get_ipython().kernel.iopub_socket.send_multipart([b'x'] + [chunk] * 50, copy=False)
time.sleep(2)""",
    ),
    Attack(
        "multipart-flood-small-frames",
        """
chunk = bytes(1000)
get_ipython().kernel.iopub_socket.send_multipart([b'x'] + [chunk] * 200_000, copy=False)
time.sleep(3)""",
    ),
    Attack(
        "message-without-end",  # raw ZMTP: every frame says that more will come
        CONNECTED
        + """
frame = b'\\x03' + struct.pack('>Q', 4 << 20) + bytes(4 << 20)
last = time.monotonic() + 6
for s in connected():
    sent, end = 0, min(last, time.monotonic() + 1.5)
    while sent < 60 << 20 and time.monotonic() < end:
        if select.select([], [s], [], 0.2)[1]:
            try:
                sent += s.send(frame[sent % len(frame):])
            except OSError:
                break
time.sleep(1)""",
    ),
    Attack(
        "frame-of-any-length",  # a length that is believed before a byte of it has come
        CONNECTED
        + """
for s in connected():
    try:
        s.setblocking(False)
        s.send(b'\\x02' + struct.pack('>Q', 1 << 62) + bytes(1 << 16))
    except OSError:
        pass
time.sleep(1)""",
        kind="guard",
    ),
    Attack(
        "large-unsigned-frames",
        """
chunk = b'x' * (30 << 20)
for _ in range(8):
    get_ipython().kernel.iopub_socket.send_multipart([chunk])
    time.sleep(0.2)""",
    ),
    Attack(
        "json-of-empty-lists",  # 4 MB become 85
        SAY
        + """
for _ in range(4):
    say('stream', b'{"name":"stdout","text":[' + b'[],' * 1_300_000 + b'[]]}')
time.sleep(1)""",
    ),
    Attack(
        "json-that-takes-seconds",
        SAY
        + """
say('stream', b'{"name":"stdout","text":[' + b'[],' * 9_000_000 + b'[]]}')
time.sleep(4)""",
        judge=stalled,
    ),
    Attack(
        "json-nested",
        SAY
        + """
say('stream', b'[' * 200_000 + b']' * 200_000)
time.sleep(0.3)""",
        kind="guard",
    ),
    Attack(
        "json-odd-values",
        SAY
        + r"""
for odd in (b'NaN', b'-Infinity', b'1' * 9_000_000, b'"\\ud800"', b'null', b'[1]', b'\xff'):
    say('stream', b'{"name":"stdout","text":' + odd + b'}')
    say(odd.decode('latin1')[:9], odd)
time.sleep(0.5)""",
    ),
    Attack(
        "raw-writes-past-the-cap",  # the kernel's own limit on output is a courtesy
        """
for _ in range(4):
    type(sys.stdout).write(sys.stdout, 'x' * (25 << 20))
    sys.stdout.flush()""",
    ),
    Attack(
        "large-error",
        SAY
        + """
say('error', json.dumps({'ename': 'E', 'evalue': 'v', 'traceback': ['x' * 100] * 200_000}).encode())
time.sleep(1)""",
    ),
    Attack(
        "large-picture",
        r"""
import base64
display({'image/png': base64.b64encode(b'\x89PNG\r\n\x1a\n' + bytes(15 << 20)).decode()}, raw=True)
time.sleep(1)""",
    ),
    Attack(
        "unread-kinds",  # messages that nobody counts because nobody shows them
        SAY
        + """
for _ in range(40):
    say('comm_msg', b'{"data":"' + b'x' * (9 << 20) + b'"}')
time.sleep(1)""",
    ),
    Attack(
        "formulas-without-end",  # the text is counted; is the formula?
        """
for i in range(400):
    display({'text/plain': 'x', 'text/latex': '$' + 'y' * 19_000 + '$'}, raw=True)""",
        judge=flooded,
    ),
    Attack(
        "events-without-end",
        SAY
        + """
for n in range(30_000):
    say('stream', b'{"name":"stdout","text":"x"}')
    time.sleep(0 if n % 100 else 0.01)
time.sleep(2)""",
        judge=flooded,
        timeout_s=20,
    ),
    Attack(
        "picture-that-explodes",
        r"""
import base64, zlib
def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
packer = zlib.compressobj(9)
row = bytes(3751) * 100
data = b''.join(packer.compress(row) for _ in range(300)) + packer.flush()
png = (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 30000, 30000, 1, 0, 0, 0, 0))
       + chunk(b'IDAT', data) + chunk(b'IEND', b''))
display({'image/png': base64.b64encode(png).decode()}, raw=True)""",
        judge=pixels,
    ),
    Attack(
        "script-with-a-picture's-head",
        r"""
import base64
fake = b'\x89PNG\r\n\x1a\n<script>alert(1)</script>'
display({'image/png': base64.b64encode(fake).decode()}, raw=True)""",
        judge=no_picture,
    ),
    Attack(
        "forged-end",  # idle and an answer, while the cell goes on
        SAY
        + """
import hashlib
stream = kernel.shell_channel_thread.manager.get_subshell_to_shell_channel_socket(None)
session.send(stream, 'execute_reply', {'status': 'ok', 'execution_count': 1, 'user_expressions': {}},
             parent=kernel.get_parent(), ident=kernel._parent_ident['shell'])
session.send(kernel.iopub_socket, 'status', {'execution_state': 'idle'}, parent=kernel.get_parent(), ident=b'x')
end = time.monotonic() + 9
while time.monotonic() < end:
    pass""",
        judge=spinning_unseen,
        watch_s=3.5,
        timeout_s=20,
    ),
    Attack(
        "forged-idle-alone",
        SAY
        + """
session.send(kernel.iopub_socket, 'status', {'execution_state': 'idle'}, parent=kernel.get_parent())
end = time.monotonic() + 6
while time.monotonic() < end:
    pass""",
        judge=spinning_unseen,
        watch_s=1.0,
    ),
    Attack(
        "markup-and-terminal-codes",
        r"""
print('\x1b]0;title\x07\x1b[2J\x9b31m\x00\x08')
display({'text/html': '<script>', 'image/svg+xml': '<svg onload=x>', 'application/javascript': 'x',
         'text/plain': '\x1b[31mred', 'text/latex': '$\x1b[2J$'}, raw=True)""",
        judge=markup,
    ),
    Attack(
        "error-with-terminal-codes",
        "raise ValueError('\\x1b]8;;http://x\\x07click\\x1b]8;;\\x07\\x9b2J')",
        judge=markup,
    ),
)
