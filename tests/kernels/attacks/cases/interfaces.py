"""Rarely used parts of the kernel: large attack surface, and powers that no cell needs."""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack

# a child in a new user namespace: this process has threads, so unshare is refused to it
NAMESPACE: Final = """
ours, theirs = os.pipe()

def inside(flags, work):
    pid = ctypes.PyDLL(None).syscall(56, flags | 17, 0, 0, 0, 0)  # keeps the interpreter's lock
    if pid < 0:
        raise OSError('clone')
    if pid == 0:
        try:
            os.write(theirs, str(work()).encode())
        except BaseException as error:
            os.write(theirs, repr(error).encode())
        os._exit(0)
    os.waitpid(pid, 0)
    return os.read(ours, 999).decode()

def become_root(uid=os.getuid()):
    open('/proc/self/setgroups', 'w').write('deny')
    open('/proc/self/uid_map', 'w').write(f'0 {uid} 1')
"""

ATTACKS: Final = (
    Attack(
        "io-uring",
        """
fd = syscall(425, 8, ctypes.create_string_buffer(120))
if 'io_uring' in os.readlink(f'/proc/self/fd/{fd}'):
    escaped('a ring')""",
    ),
    Attack(
        "userfaultfd",
        """
import fcntl
fd = syscall(323, 1)  # for faults in user space only: allowed to anybody
if fcntl.ioctl(fd, 0xc018aa3f, struct.pack('QQQ', 0xaa, 0, 0))[8:]:
    escaped('page faults are ours')""",
    ),
    Attack(
        "bpf",
        r"""
code = struct.pack('BBhi', 0xb7, 0, 0, 0) + struct.pack('BBhi', 0x95, 0, 0, 0)
program, licence = ctypes.create_string_buffer(code), ctypes.create_string_buffer(b'GPL')
attributes = struct.pack('IIQQIIQII', 1, 2, ctypes.addressof(program), ctypes.addressof(licence), 0, 0, 0, 0, 0)
if syscall(321, 5, attributes.ljust(128, b'\0'), 128) >= 0:
    escaped('a program in the kernel')""",
        needs=("root",),
    ),
    Attack(
        "user-namespace",
        NAMESPACE
        + """
said = inside(0x10000000, lambda: (become_root(), os.getuid()))
if said.endswith('0)'):
    escaped(f'root of a namespace: {said}')""",
    ),
    Attack(
        "mount-in-namespace",
        NAMESPACE
        + """
os.mkdir('m')

def mount():
    become_root()
    return libc.mount(b'tmpfs', b'm', b'tmpfs', 0, None), os.statvfs('m').f_files

said = inside(0x10000000 | 0x20000, mount)
if said.startswith('(0,'):
    escaped(f'mounted: {said}')""",
    ),
    Attack(
        "process-namespace",
        NAMESPACE
        + """
if inside(0x10000000 | 0x20000000, os.getpid) == '1':
    escaped('first process of its own')""",
    ),
    Attack(
        "network-namespace",
        NAMESPACE
        + """
def listen():
    s = socket.socket()
    s.bind(('0.0.0.0', 80))
    return s.getsockname()[1]

if inside(0x10000000 | 0x40000000, listen) == '80':
    escaped('port 80 of its own network')""",
    ),
    Attack(
        "unshare-files",
        """
if syscall(272, 0x400) == 0 and syscall(272, 0x200) == 0:
    escaped('unshare')""",
    ),
    Attack(
        "new-mount-api",
        """
fd = syscall(430, b'tmpfs', 0)
syscall(431, fd, 6, None, None, 0)
mount = syscall(432, fd, 0, 0)
os.close(os.open('x', os.O_CREAT | os.O_RDWR, dir_fd=mount))
escaped('a file system of its own')""",
        needs=("root",),
    ),
    Attack(
        "clone-mount-tree",
        """
tree = syscall(428, -100, HOME.encode(), 1)
print(os.read(os.open('.cache/huggingface/token', os.O_RDONLY, dir_fd=tree), 99))""",
        proof="token",
        needs=("root",),
    ),
    Attack(
        "bind-mount",
        """
os.mkdir('m')
if libc.mount(HOME.encode(), b'm', None, 4096, None) == 0:
    print(open('m/.cache/huggingface/token').read())
    libc.umount2(b'm', 2)""",
        proof="token",
        needs=("root",),
    ),
    Attack(
        "keyctl",
        """
if syscall(250, 1, 0, 0, 0, 0) > 0:
    escaped('a session keyring')""",
    ),
    Attack(
        "measure-self",
        r"""
attributes = struct.pack('IIQQQQQ', 1, 112, 1, 0, 0, 0, 0x60).ljust(112, b'\0')
fd = syscall(298, attributes, 0, -1, -1, 0)
sum(range(10**6))
if struct.unpack('q', os.read(fd, 8))[0] > 0:
    escaped('perf_event_open')""",
    ),
    Attack(
        "personality",
        """
before = libc.personality(0xffffffff)
libc.personality(before | 0x0040000 | 0x0400000)
after = libc.personality(0xffffffff)
if after != -1 and after & 0x0040000:  # -1: the call is refused
    escaped('addresses are no longer random')""",
    ),
    Attack(
        "local-descriptor-table",
        """
entry = struct.pack('IIII', 0, 0, 0xfffff, 0x51)
if syscall(154, 1, entry, 16) == 0:
    escaped('modify_ldt')""",
    ),
    Attack(
        "asynchronous-io",
        """
context = ctypes.c_ulong()
if syscall(206, 8, ctypes.byref(context)) == 0 and context.value:
    escaped('io_setup')""",
    ),
    Attack(
        "memory-file",
        """
fd = os.memfd_create('x')
os.write(fd, b'x')
if os.pread(fd, 1, 0) == b'x':
    escaped('outside every folder')""",
    ),
    Attack(
        "secret-memory",
        """
import mmap
fd = syscall(447, 0)
os.ftruncate(fd, 4096)
m = mmap.mmap(fd, 4096)
m[0] = 1
escaped('unseen by the host')""",
        kind="guard",  # not compiled into every kernel
    ),
    Attack(
        "pseudo-terminal",
        r"""
import pty
a, b = pty.openpty()
os.write(a, b'x\n')
if os.read(b, 9) == b'x\n':
    escaped(os.ttyname(b))""",
    ),
    Attack(
        "type-into-terminal",  # TIOCSTI: keys that the next reader of the terminal takes for typed
        r"""
import fcntl, pty, termios
os.setsid() if os.getsid(0) != os.getpid() else None
a, b = pty.openpty()
fcntl.ioctl(b, termios.TIOCSCTTY, 0)
for byte in b'typed\n':
    fcntl.ioctl(b, termios.TIOCSTI, bytes([byte]))
if os.read(b, 99) == b'typed\n':
    escaped('typed')""",
    ),
    Attack(
        "lock-memory",
        """
import mmap
m = mmap.mmap(-1, 32 << 20)
address = ctypes.addressof(ctypes.c_char.from_buffer(m))
if libc.mlock(ctypes.c_void_p(address), ctypes.c_size_t(32 << 20)) == 0:
    escaped('32 MB that cannot be swapped')""",
        needs=("root",),
    ),
    Attack(
        "real-time-priority",
        """
import ctypes
os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
got = os.sched_getscheduler(0)
os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
if got == os.SCHED_FIFO:
    escaped('before every other process')""",
        needs=("root",),
    ),
    Attack(
        "negative-nice",
        """
if os.nice(-5) < 0:
    escaped('before others')""",
        needs=("root",),
    ),
    Attack(
        "become-another-user",
        """
os.setresuid(54321, 54321, 54321)
if os.getuid() == 54321:
    escaped('uid 54321')""",
        needs=("root",),
    ),
    Attack(
        "become-root",
        """
os.setuid(0)
if os.getuid() == 0:
    escaped('uid 0')""",
        needs=("user",),
        kind="guard",
    ),
    Attack(
        "capabilities",
        """
header, data = struct.pack('Ii', 0x20080522, 0), ctypes.create_string_buffer(24)
syscall(125, header, data)
have = struct.unpack('6I', data.raw)
if have[0] | have[3]:
    escaped(f'{have[0]:#x}')""",
        needs=("root",),
    ),
    Attack(
        "port-access",
        """
if libc.ioperm(0x80, 1, 1) == 0:
    escaped('an input/output port')
    libc.ioperm(0x80, 1, 0)""",
        needs=("root",),
        kind="guard",  # refused to a root without all its capabilities, as in a container
    ),
    Attack(
        "virtual-machine",
        """
import fcntl
if fcntl.ioctl(os.open('/dev/kvm', os.O_RDWR), 0xae00) == 12:
    escaped('/dev/kvm')""",
        needs=("root", "/dev/kvm"),
    ),
    Attack(
        "clone-to-deny-core",  # a filter of one's own with a listener decides about calls of later children
        """
libc.prctl(38, 1, 0, 0, 0)
code = ctypes.create_string_buffer(struct.pack('HBBI', 6, 0, 0, 0x7fff0000))
program = struct.pack('HxxxxxxQ', 1, ctypes.addressof(code))
fd = syscall(317, 1, 8, program)
if 'seccomp' in os.readlink(f'/proc/self/fd/{fd}'):
    escaped('a supervisor')""",
    ),
    Attack(
        "splice-between-pipes",
        """
a, b = os.pipe(), os.pipe()
os.write(a[1], b'x' * 9)
if os.splice(a[0], b[1], 9) == 9 and os.read(b[0], 9) == b'x' * 9:
    escaped('splice')""",
        kind="known",  # harmless between one's own pipes; the calls had bugs (CVE-2022-0847)
    ),
    Attack(
        "set-clock",
        """
now = time.clock_gettime(time.CLOCK_REALTIME)
time.clock_settime(time.CLOCK_REALTIME, now)
escaped('the clock')""",
        needs=("root",),
    ),
)
