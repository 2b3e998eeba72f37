"""Cells that do not want to end. A plain kernel recovers, too, so none is counted: the fork server must do as well."""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack, Kind, Seen

LATE_S: Final = 4.0  # beyond the cell's time and the grace for an interrupt
GUARD: Final[Kind] = "guard"


def endless(seen: Seen) -> str:
    """The server waited longer than deadline and grace allow."""
    return f"the cell ended after {seen.seconds:.1f} s" if seen.seconds > 1.0 + LATE_S else ""


def stubborn(name: str, source: str) -> Attack:
    return Attack(name, source, judge=endless, timeout_s=1.0, kind=GUARD)


LOOP: Final = "\nend = time.monotonic() + 12\nwhile time.monotonic() < end:\n    pass"

ATTACKS: Final = (
    stubborn(
        "ignore-interrupts",
        """
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)"""
        + LOOP,
    ),
    stubborn(
        "mask-interrupts",
        """
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())"""
        + LOOP,
    ),
    stubborn(
        "swallow-interrupts",
        """
end = time.monotonic() + 12
while time.monotonic() < end:
    try:
        while True:
            if time.monotonic() > end:
                break
    except BaseException:
        pass""",
    ),
    stubborn("long-c-call", "sum(range(10**10))"),
    stubborn(
        "stop-self",
        """
import signal
os.kill(os.getpid(), signal.SIGSTOP)""",
    ),
    stubborn("close-every-descriptor", "os.closerange(0, 4096)" + LOOP),
    stubborn("exit-at-once", "os._exit(3)"),
    stubborn("crash", "ctypes.string_at(0)"),
    stubborn("abort", "libc.abort()"),
    stubborn("break-the-kernel", "get_ipython().kernel.iopub_thread.stop()" + LOOP),
    stubborn("close-own-sockets", "get_ipython().kernel.iopub_thread.socket.close(0)" + LOOP),
    stubborn(
        "print-for-ever",
        """
for _ in range(200_000):
    print('x' * 1000)""",
    ),
    stubborn(
        "fill-own-pipe",
        """
for _ in range(400):
    os.write(1, b'x' * 65536)""",
    ),
    stubborn("ask-for-input", "input('password: ')"),
)
