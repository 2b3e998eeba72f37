"""Other processes of the same user: signals, tracing, memory, priorities, limits, descriptors."""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack, signalled
from tests.kernels.attacks.cases.searching import ESSAY, SEARCH, SECRET

ATTACKS: Final = (
    Attack("kill-marker", "os.kill(MARKER_PID, 9)"),
    Attack("stop-marker", "os.kill(MARKER_PID, 19)"),
    Attack("kill-victim", "os.kill(VICTIM_PID, 9)"),
    Attack("kill-victims-group", "os.killpg(os.getpgid(VICTIM_PID), 9)"),
    Attack("kill-parent", "os.kill(os.getppid(), 9)"),
    Attack("signal-server", "os.kill(SERVER_PID, 12)", judge=signalled),
    Attack("signal-server-thread", "syscall(234, SERVER_PID, SERVER_PID, 12)", judge=signalled),
    Attack("signal-server-any-thread", "syscall(200, SERVER_PID, 12)", judge=signalled),
    Attack(
        "signal-with-value",  # rt_sigqueueinfo
        r"""
info = struct.pack('iiiiii', 12, 0, -1, 0, os.getpid(), os.getuid()).ljust(128, b'\0')
syscall(129, SERVER_PID, 12, info)""",
        judge=signalled,
    ),
    Attack(
        "signal-by-pidfd",
        """
import signal
signal.pidfd_send_signal(os.pidfd_open(SERVER_PID), 12)""",
        judge=signalled,
    ),
    Attack(
        "signal-by-proc-folder",  # a folder of /proc serves as a pidfd
        """
import signal
signal.pidfd_send_signal(os.open(f'/proc/{SERVER_PID}', os.O_RDONLY), 12)""",
        judge=signalled,
    ),
    Attack(
        "signal-by-descriptor-owner",  # the kernel sends it, when the pipe becomes readable
        """
import fcntl
r, w = os.pipe()
fcntl.fcntl(r, fcntl.F_SETOWN, SERVER_PID)
fcntl.fcntl(r, 10, 12)
fcntl.fcntl(r, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
os.write(w, b'x')""",
        judge=signalled,
    ),
    Attack(
        "signal-by-descriptor-owner-ioctl",  # the same through ioctl: FIOSETOWN on a socket
        """
import fcntl
a, b = socket.socketpair()
fcntl.ioctl(a, 0x8901, struct.pack('i', SERVER_PID))
fcntl.fcntl(a, 10, 12)
fcntl.fcntl(a, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
b.send(b'x')""",
        judge=signalled,
    ),
    Attack(
        "signal-by-descriptor-owner-ex",
        """
import fcntl
r, w = os.pipe()
fcntl.fcntl(r, 15, struct.pack('ii', 1, SERVER_PID))
fcntl.fcntl(r, 10, 12)
fcntl.fcntl(r, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
os.write(w, b'x')""",
        judge=signalled,
    ),
    Attack(
        "trace-marker",
        """
libc.ptrace.restype = ctypes.c_long
done = libc.ptrace(16, MARKER_PID, None, None)
os.waitpid(MARKER_PID, 0) if done == 0 else None
text = bytes(ctypes.create_string_buffer(216))
registers = ctypes.create_string_buffer(216)
if libc.ptrace(12, MARKER_PID, None, registers) == 0 and registers.raw != text:
    escaped('registers of another process')
libc.ptrace(17, MARKER_PID, None, None)""",
    ),
    Attack(
        "seize-server",
        """
libc.ptrace.restype = ctypes.c_long
if libc.ptrace(0x4206, SERVER_PID, None, None) == 0:
    escaped('the server is traced')
    libc.ptrace(0x4207, SERVER_PID, None, None)
    os.waitpid(SERVER_PID, 0x40000000)
    libc.ptrace(17, SERVER_PID, None, None)""",
    ),
    Attack(
        "read-server-memory-by-call",
        SEARCH + f"\nprint({{found for _, found in search(SERVER_PID, {SECRET}, by_call(SERVER_PID))}})",
        proof="memory",
    ),
    Attack(
        "read-memory-without-map",  # forked from one parent, all kernels have the same addresses
        SEARCH + f"\nread = by_call(VICTIM_PID)\nfor at, size in regions('self'):\n    try:\n"
        f"        print(re.findall({ESSAY}, read(at, size)))\n    except OSError:\n        pass",
        proof="essay",
        kind="guard",
    ),
    Attack(
        "write-victim-memory-by-call",
        SEARCH + "\nbuffer = ctypes.create_string_buffer(b'f' * 24)\n"
        f"for at, _ in list(search(VICTIM_PID, {ESSAY}, by_call(VICTIM_PID))):\n"
        "    syscall(311, VICTIM_PID, *vectors(at + 13, 24, buffer), 0)",
    ),
    Attack(
        "advise-server-memory",  # process_madvise: MADV_PAGEOUT on the server's own pages
        SEARCH
        + """
at, size = next(regions(SERVER_PID))
fd = os.pidfd_open(SERVER_PID)
if syscall(440, fd, struct.pack('QQ', at, 4096), 1, 21, 0) == 4096:
    escaped('paged out')""",
        needs=("root",),
    ),
    Attack(
        "steal-descriptor",
        """
fd = syscall(438, os.pidfd_open(SERVER_PID), TOKEN_FD, 0)
print(os.pread(fd, 99, 0))""",
        proof="token",
    ),
    Attack(
        "limit-server",
        """
import resource
resource.prlimit(SERVER_PID, resource.RLIMIT_NOFILE, (512, 512))""",
    ),
    Attack(
        "limit-marker-time",
        """
import resource
resource.prlimit(MARKER_PID, resource.RLIMIT_CPU, (900, 900))""",
    ),
    Attack("pin-server", "os.sched_setaffinity(SERVER_PID, {0})"),
    Attack("slow-marker", "os.setpriority(os.PRIO_PROCESS, MARKER_PID, 19)"),
    Attack("slow-everybody", "os.setpriority(os.PRIO_PGRP, os.getpgid(MARKER_PID), 7)"),
    Attack("batch-marker", "os.sched_setscheduler(MARKER_PID, os.SCHED_IDLE, os.sched_param(0))"),
    Attack("starve-marker-disk", "syscall(251, 1, MARKER_PID, 3 << 13)"),
    Attack(
        "join-servers-group",
        """
if os.getpgid(SERVER_PID) and os.getsid(SERVER_PID) != os.getsid(0):
    os.setpgid(0, os.getpgid(SERVER_PID))
if os.getpgid(0) == os.getpgid(SERVER_PID):
    escaped('signals to the group reach both')""",
        kind="guard",
    ),
    Attack(
        "compare-with-server",  # kcmp: the order of kernel objects, and who shares what
        """
if syscall(312, SERVER_PID, os.getpid(), 1, 0, 0) in (1, 2, 3):
    escaped('kcmp')""",
    ),
    Attack(
        "robust-list-of-server",
        """
head, size = ctypes.c_void_p(), ctypes.c_size_t()
syscall(274, SERVER_PID, ctypes.byref(head), ctypes.byref(size))
if head.value:
    escaped(f'an address of the server: {head.value:#x}')""",
    ),
    Attack(
        "count-servers-instructions",
        r"""
attributes = struct.pack('IIQQQQQ', 1, 112, 1, 0, 0, 0, 0x60).ljust(112, b'\0')
fd = syscall(298, attributes, SERVER_PID, -1, -1, 0)
time.sleep(0.3)
if len(os.read(fd, 8)) == 8:
    escaped('the server is measured')""",
    ),
    Attack(
        "enter-servers-namespaces",
        """
syscall(308, os.pidfd_open(SERVER_PID), 0x40000000 | 0x04000000)
escaped('network and host name')""",
        needs=("root",),
    ),
    Attack(
        "kill-server",
        "os.kill(SERVER_PID, 9)",
    ),
)
