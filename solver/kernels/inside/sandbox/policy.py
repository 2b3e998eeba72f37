"""Which system calls a kernel may make once it serves: an allow-list, with what each group is for.

Stops: starting programs and processes, every kind of new socket, signals and traces to others, changes to files'
metadata, namespaces, mounts, keyrings, shared memory between processes, io_uring, bpf, and whatever the kernel will be
given in future. A call that is known and not listed fails with EPERM ("Operation not permitted", which Python turns
into PermissionError); one that is not known does not exist (ENOSYS), so the C library falls back.

Does NOT stop: opening files (the path is behind a pointer: Landlock's work), looking at files' metadata, using memory
and processor time (rlimits, watchdog), passing descriptors to the server over a connection it made itself, which is
no use as long as the server reads with plain recv(2); nor symbolic links in its own folder, which the server must
not follow; nor the memory of the operating system that its files, locks and threads cost, which only a cgroup bounds.
Manual pages are named where a rule needs one; numbers are from the headers of linux-libc-dev.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Final

from .seccomp import (
    ALLOW,
    MISSING,
    PRETEND,
    REFUSE,
    Condition,
    Filter,
    Rule,
    any_bit,
    errno_action,
    masked,
    none_of,
    one_of,
)

FREE: Final[Mapping[str, str]] = {
    "its own memory": """
        mmap munmap mprotect mremap brk msync mincore munlock munlockall get_mempolicy membarrier
        map_shadow_stack mseal arch_prctl""",
    "its own threads and their waits": """
        exit exit_group futex futex_waitv futex_wait futex_wake futex_requeue set_robust_list set_tid_address
        rseq gettid getpid getppid sched_yield sched_getaffinity sched_getparam sched_getscheduler sched_getattr
        sched_get_priority_max sched_get_priority_min sched_rr_get_interval getcpu restart_syscall wait4 waitid
        uretprobe""",
    "signals to itself": """
        rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait sigaltstack pause
        alarm setitimer getitimer timer_create timer_settime timer_gettime timer_getoverrun timer_delete
        signalfd signalfd4""",
    "time": """
        time gettimeofday clock_gettime clock_getres nanosleep clock_nanosleep times
        timerfd_create timerfd_settime timerfd_gettime""",
    "who and where it is": """
        uname sysinfo getuid geteuid getgid getegid getresuid getresgid getgroups getpgid getpgrp getsid capget
        getrlimit getrusage getpriority ioprio_get umask getrandom""",
    "descriptors it has": """
        read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 lseek close close_range
        dup dup2 dup3 pipe pipe2 eventfd eventfd2 sendfile copy_file_range ftruncate fadvise64 readahead
        fsync fdatasync flock fstat fstatfs getdents getdents64""",
    "waiting for descriptors": """
        poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2""",
    "looking at files": """
        stat lstat newfstatat statx statfs access faccessat faccessat2 readlink readlinkat
        getcwd chdir fchdir""",
    "sockets it has: those of the kernel, bound before the filter": """
        accept accept4 recvfrom recvmsg recvmmsg sendmsg sendmmsg shutdown getsockname getpeername""",
}
"""Allowed whatever the arguments are."""

CHANGES: Final = """
    mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link linkat symlink symlinkat"""
"""Changes to folders. Landlock bounds them to the kernel's own; without Landlock nothing may change anywhere."""

UNCHANGED: Final = "chmod fchmod fchmodat fchmodat2 utime utimes futimesat utimensat"
"""Landlock does not cover modes and times of files, the server's with the same uid included. Libraries that copy or
unpack files set both and would fail on a refusal, so these succeed and change nothing."""

NO_ATTRIBUTES: Final = """
    getxattr lgetxattr fgetxattr getxattrat listxattr llistxattr flistxattr listxattrat
    setxattr lsetxattr fsetxattr setxattrat removexattr lremovexattr fremovexattr removexattrat"""
"""Not covered by Landlock either; "not supported" is an answer every copying library knows (shutil.copystat)."""

FALLBACKS: Final = "clone3 openat2 io_uring_setup io_uring_enter io_uring_register io_setup"
"""Arguments behind a pointer, or too wide: as if the kernel were older, the C library uses what is filtered below."""

_THREAD: Final = 0x00010000 | 0x00000100 | 0x00000800  # CLONE_THREAD, _VM, _SIGHAND
_NOT_A_THREAD: Final = 0x7E020000 | 0x00000080 | 0x00002000 | 0x00001000 | 0x00008000
# CLONE_NEW* and NEWTIME: namespaces; CLONE_PTRACE; CLONE_PIDFD; CLONE_PARENT

_O_ACCMODE, _O_CREAT, _O_TRUNC = 0o3, 0o100, 0o1000
_O_TMPFILE: Final = 0o20000000
_O_ASYNC: Final = 0o20000
_S_ISUID_ISGID: Final = 0o6000

_FCNTL: Final = (
    0, 1, 2, 3,  # F_DUPFD, F_GETFD, F_SETFD, F_GETFL
    5, 6, 7, 36, 37, 38,  # F_GETLK, F_SETLK, F_SETLKW, and the same for open file descriptions: sqlite
    1030, 1032, 1034,  # F_DUPFD_CLOEXEC, F_GETPIPE_SZ, F_GET_SEALS
)  # fmt: skip
"""Not F_SETOWN, F_SETSIG, F_NOTIFY, F_SETLEASE: by them the kernel sends signals, to any process of the same uid."""

_IOCTL: Final = (
    0x5401, 0x802C542A, 0x5413,  # TCGETS, TCGETS2 (isatty), TIOCGWINSZ (the width of a terminal)
    0x541B, 0x5421, 0x5450, 0x5451,  # FIONREAD, FIONBIO, FIONCLEX, FIOCLEX
)  # fmt: skip
"""Not TIOCSTI, TIOCLINUX (typing into a terminal), FIOSETOWN, SIOCSPGRP (signals), nor anything of a device."""

_PRCTL: Final = (
    15, 16,  # PR_SET_NAME, PR_GET_NAME: of a thread
    2, 3, 7, 21, 23, 27, 30, 38, 39, 42,  # PR_GET_* and PR_CAPBSET_READ; PR_SET_NO_NEW_PRIVS is set already
    0x53564D41, 0x41555856,  # PR_SET_VMA (glibc names its memory), PR_GET_AUXV
)  # fmt: skip
"""Not PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_PTRACER, PR_SET_SECCOMP, PR_SET_MM, PR_SET_TIMERSLACK…"""

_SOL_SOCKET: Final = 1
_SET_SOCKET: Final = (2, 7, 8, 9, 13, 15, 20, 21, 66, 67)
"""SO_REUSEADDR, _SNDBUF, _RCVBUF, _KEEPALIVE, _LINGER, _REUSEPORT, _RCVTIMEO, _SNDTIMEO (old and new); not
SO_ATTACH_FILTER and its kin, which hand the kernel a program."""
_SO_PEERPIDFD: Final = 77  # a handle on the process at the other end, which is the server
_AF_UNIX, _AF_NETLINK = 1, 16
_SOCK_STREAM, _SOCK_SEQPACKET = 1, 5
_SOCK_FLAGS: Final = 0o2000000 | 0o4000  # SOCK_CLOEXEC, SOCK_NONBLOCK


def kernel_filter(pid: int, *, read_only: bool = False) -> Filter:
    """The filter for the kernel process `pid`.

    `read_only` is the substitute where Landlock is missing: nothing can be opened for writing, created, removed or
    renamed, anywhere. What can be read is then everything its uid may read.
    """
    changing = errno_action(errno.EROFS) if read_only else ALLOW
    rules = [
        *(Rule(name, ALLOW) for names in FREE.values() for name in names.split()),
        *(Rule(name, changing) for name in CHANGES.split()),
        *_opening(read_only=read_only),
        *(Rule(name, PRETEND) for name in UNCHANGED.split()),
        *(Rule(name, errno_action(errno.EOPNOTSUPP)) for name in NO_ATTRIBUTES.split()),
        *(Rule(name, MISSING) for name in FALLBACKS.split()),
        *_itself(pid),
        *_memory(),
        *_descriptors(),
        *_sockets(),
    ]
    return Filter(tuple(rules), default=REFUSE)


def _opening(*, read_only: bool) -> list[Rule]:
    """Landlock before ABI 3 does not know truncation, which O_RDONLY | O_TRUNC also does (open(2)): refused.

    truncate(2) is refused by not being listed; ftruncate(2) needs a descriptor that was opened for writing. No file
    is made with a set-uid bit: where kernels run as root it would be a program for others to become root.
    """
    rules = []
    erofs = errno_action(errno.EROFS)
    for call, flags in (("open", 1), ("openat", 2)):
        if read_only:
            rules.append(Rule(call, erofs, (any_bit(flags, _O_ACCMODE),)))
            rules.append(Rule(call, erofs, (any_bit(flags, _O_CREAT | _O_TRUNC | _O_TMPFILE),)))
        truncates = (any_bit(flags, _O_TRUNC), masked(flags, _O_ACCMODE, 0))
        set_uid = (any_bit(flags, _O_CREAT | _O_TMPFILE), any_bit(flags + 1, _S_ISUID_ISGID))
        rules += [Rule(call, REFUSE, truncates), Rule(call, REFUSE, set_uid), Rule(call, ALLOW)]
    return [
        *rules,
        Rule("creat", erofs) if read_only else Rule("creat", ALLOW, (masked(1, _S_ISUID_ISGID, 0),)),
    ]


def _itself(pid: int) -> list[Rule]:
    """Calls that name a process, thread or uid: only this one."""
    me = (0, pid)
    return [
        # a thread, never a process or a namespace; glibc and musl start threads by this once clone3 is "missing"
        Rule("clone", ALLOW, (masked(0, _THREAD | _NOT_A_THREAD, _THREAD),)),
        *(
            Rule(call, ALLOW, (one_of(0, pid),))  # kill(0), kill(-1): groups, refused
            for call in ("kill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo")
        ),
        # setting, too: without capabilities (`limits.drop_capabilities`) a hard limit cannot be raised
        Rule("prlimit64", ALLOW, (one_of(0, *me),)),
        Rule("sched_setaffinity", ALLOW, (one_of(0, *me),)),
        # libzmq sets SCHED_OTHER in every new thread and aborts the process on an error (trap 3 of the prototype)
        Rule("sched_setscheduler", ALLOW, (one_of(1, 0),)),
        Rule("prctl", ALLOW, (one_of(0, *_PRCTL),)),
    ]


def _memory() -> list[Rule]:
    return [
        # not MADV_HWPOISON, MADV_SOFT_OFFLINE: they take pages of memory from the host (madvise(2))
        Rule("madvise", ALLOW, (none_of(2, 100, 101),)),
        # plain growth only: FALLOC_FL_KEEP_SIZE takes disk space beyond RLIMIT_FSIZE (fallocate(2))
        Rule("fallocate", ALLOW, (one_of(1, 0),)),
    ]


def _descriptors() -> list[Rule]:
    not_a_terminal = errno_action(errno.ENOTTY)  # what a file answers to a request it does not know
    return [
        Rule("fcntl", ALLOW, (one_of(1, *_FCNTL),)),
        Rule("fcntl", ALLOW, (one_of(1, 4), masked(2, _O_ASYNC, 0))),  # F_SETFL, but no signals
        Rule("ioctl", ALLOW, (one_of(1, *_IOCTL),)),
        Rule("ioctl", not_a_terminal),
    ]


def _sockets() -> list[Rule]:
    """No `socket`, `bind`, `listen`, `connect`. A pair is connected to itself, except one of datagrams, which can send
    to any socket on the machine that has a path or a name (unix(7)): streams and packets only."""
    kind = Condition(1, 0xFFFFFFFF & ~_SOCK_FLAGS, (_SOCK_STREAM, _SOCK_SEQPACKET))
    return [
        # asking for the machine's addresses (getifaddrs): libzmq aborts the process on any error but this one
        Rule("socket", errno_action(errno.EOPNOTSUPP), (one_of(0, _AF_NETLINK),)),
        Rule("socketpair", ALLOW, (one_of(0, _AF_UNIX), kind)),
        Rule("sendto", ALLOW, (one_of(4, 0, bits=64),)),  # no address
        Rule("setsockopt", ALLOW, (one_of(1, _SOL_SOCKET), one_of(2, *_SET_SOCKET))),
        Rule("getsockopt", ALLOW, (none_of(2, _SO_PEERPIDFD),)),
    ]
