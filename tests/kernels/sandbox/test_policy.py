"""What the filter of a kernel allows and refuses: by the compiled program for both machines, and by real calls."""

from __future__ import annotations

import concurrent.futures.thread  # noqa: F401 - a user may not be able to read where Python lies
import ctypes
import errno
import fcntl
import os
import resource
import signal
import socket
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.kernels.inside.sandbox import policy
from solver.kernels.inside.sandbox.seccomp import (
    ALLOW,
    MISSING,
    PRETEND,
    REFUSE,
    compile_filter,
    errno_action,
)
from solver.kernels.inside.sandbox.syscalls import NUMBERS
from solver.kernels.inside.sandbox.system import machine, syscall
from tests.kernels.sandbox.bpf import decide
from tests.kernels.sandbox.children import attempts, confine, hosts, in_child, needs_linux, raw

PID: Final = 4321
ARCHES = sorted(NUMBERS)
PROGRAMS = {
    (arch, read_only): compile_filter(policy.kernel_filter(PID, read_only=read_only), arch)
    for arch in ARCHES
    for read_only in (False, True)
}
FREE = [name for names in policy.FREE.values() for name in names.split()]
MENTIONED = {rule.call for rule in policy.kernel_filter(PID).rules}
words = st.integers(0, (1 << 64) - 1)
six = st.lists(words, min_size=6, max_size=6)

NEVER: Final = """
    execve execveat fork vfork bind listen connect ptrace process_vm_readv process_vm_writev kcmp pidfd_open
    pidfd_getfd pidfd_send_signal process_madvise process_mrelease tkill unshare setns mount umount2 pivot_root chroot
    open_tree move_mount fsopen fsconfig fsmount fspick mount_setattr open_tree_attr bpf perf_event_open userfaultfd
    keyctl add_key request_key init_module finit_module delete_module kexec_load kexec_file_load reboot swapon swapoff
    acct quotactl quotactl_fd syslog settimeofday clock_settime clock_adjtime adjtimex sethostname setdomainname iopl
    ioperm modify_ldt personality uselib vhangup name_to_handle_at open_by_handle_at fanotify_init fanotify_mark
    inotify_init inotify_init1 inotify_add_watch mknod mknodat shmget shmat shmctl semget semop semctl msgget msgsnd
    msgrcv mq_open mq_unlink setuid setgid setreuid setregid setresuid setresgid setgroups setfsuid setfsgid capset
    setpgid setsid setrlimit setpriority sched_setparam sched_setattr ioprio_set migrate_pages move_pages mbind
    set_mempolicy memfd_create memfd_secret chown fchown lchown fchownat truncate splice tee vmsplice sync syncfs
    seccomp landlock_create_ruleset landlock_add_rule landlock_restrict_self statmount listmount cachestat mlock mlock2
    mlockall remap_file_pages get_robust_list file_setattr lookup_dcookie""".split()


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ARCHES), st.sampled_from([False, True]), six)
def test_free_calls_are_allowed_whatever_their_arguments(
    arch: str, read_only: bool, arguments: list[int]
) -> None:
    numbers, program = NUMBERS[arch], PROGRAMS[arch, read_only]
    for name in FREE:
        if name in numbers:
            assert decide(program, numbers[name], arguments, arch=arch) == ALLOW, name


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ARCHES), st.sampled_from([False, True]), six)
def test_what_is_never_allowed_is_refused_whatever_its_arguments(
    arch: str, read_only: bool, arguments: list[int]
) -> None:
    numbers, program = NUMBERS[arch], PROGRAMS[arch, read_only]
    for name in NEVER:
        if name in numbers:
            assert decide(program, numbers[name], arguments, arch=arch) == REFUSE, name


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ARCHES), six)
def test_no_socket_of_any_kind(arch: str, arguments: list[int]) -> None:
    answer = decide(PROGRAMS[arch, False], NUMBERS[arch]["socket"], arguments, arch=arch)
    assert answer == (errno_action(errno.EOPNOTSUPP) if arguments[0] % (1 << 32) == 16 else REFUSE)


@pytest.mark.parametrize("arch", ARCHES)
def test_every_call_that_is_not_mentioned_is_refused(arch: str) -> None:
    for name, number in NUMBERS[arch].items():
        if name not in MENTIONED:
            assert decide(PROGRAMS[arch, False], number, arch=arch) == REFUSE, name


def test_the_groups_do_not_overlap() -> None:
    listed = [*FREE, *policy.CHANGES.split(), *policy.UNCHANGED.split(), *policy.NO_ATTRIBUTES.split()]
    assert len(listed) == len(set(listed))
    assert not set(listed) & set(NEVER)


def _is_thread(flags: int) -> bool:
    return flags & 0x10900 == 0x10900 and not flags & 0x7E02B080


CONDITIONAL: Final[dict[str, Callable[[list[int]], bool]]] = {
    "clone": lambda a: _is_thread(a[0]),
    "kill": lambda a: a[0] % (1 << 32) == PID,
    "tgkill": lambda a: a[0] % (1 << 32) == PID,
    "rt_sigqueueinfo": lambda a: a[0] % (1 << 32) == PID,
    "rt_tgsigqueueinfo": lambda a: a[0] % (1 << 32) == PID,
    "prlimit64": lambda a: a[0] % (1 << 32) in (0, PID),
    "sched_setaffinity": lambda a: a[0] % (1 << 32) in (0, PID),
    "sched_setscheduler": lambda a: a[1] % (1 << 32) == 0,
    "socketpair": lambda a: a[0] % (1 << 32) == 1 and a[1] % (1 << 32) & ~0o2004000 in (1, 5),
    "sendto": lambda a: a[4] == 0,
    "openat": lambda a: not (a[2] & 0o1000 and not a[2] & 3) and not (a[2] & 0o20000100 and a[3] & 0o6000),
    "fallocate": lambda a: a[1] % (1 << 32) == 0,
    "madvise": lambda a: a[2] % (1 << 32) not in (100, 101),
}
near = (
    st.sampled_from(
        [0, 1, 5, PID, -PID % (1 << 32), -1 % (1 << 32), 0x3D0F00, 0x10900, 0o1000, 0o1002, 0o2000001, 100]
    )
    | words
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(ARCHES), st.sampled_from(sorted(CONDITIONAL)), st.lists(near, min_size=6, max_size=6))
def test_conditions_mean_what_they_say(arch: str, name: str, arguments: list[int]) -> None:
    expected = ALLOW if CONDITIONAL[name](arguments) else REFUSE
    assert decide(PROGRAMS[arch, False], NUMBERS[arch][name], arguments, arch=arch) == expected


@pytest.mark.parametrize("arch", ARCHES)
@pytest.mark.parametrize("pointer", [1, 1 << 32, 5 << 40])
def test_pointers_are_looked_at_whole(arch: str, pointer: int) -> None:
    """An address may lie so that its lower half is 0."""
    assert (
        decide(PROGRAMS[arch, False], NUMBERS[arch]["sendto"], [3, 0, 0, 0, pointer, 0], arch=arch) == REFUSE
    )


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ARCHES), words)
def test_read_only_lets_nothing_be_opened_for_writing(arch: str, flags: int) -> None:
    program, number = PROGRAMS[arch, True], NUMBERS[arch]["openat"]
    writes = flags & 0o3 or flags & (0o100 | 0o1000 | 0o20000000)
    assert (decide(program, number, [0, 0, flags], arch=arch) == ALLOW) is (not writes)
    for name in ("creat", *policy.CHANGES.split()):
        if name in NUMBERS[arch]:
            assert decide(program, NUMBERS[arch][name], [0, 0, flags], arch=arch) not in (ALLOW, PRETEND)


@pytest.mark.parametrize("arch", ARCHES)
def test_calls_the_c_library_can_do_without_do_not_exist(arch: str) -> None:
    for name in policy.FALLBACKS.split():
        assert decide(PROGRAMS[arch, False], NUMBERS[arch][name], arch=arch) == MISSING


def _inherit_datagrams() -> object:
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)


@needs_linux
@pytest.mark.parametrize("host", hosts())
def test_attacks_are_refused(host: str, place: Path) -> None:
    victim = place / "victim"
    victim.write_text("text")
    victim.chmod(0o666)
    parent = os.getpid()

    def program() -> dict[str, str]:
        pair = socket.socketpair()
        pipe = os.pipe()
        confine()
        word = ctypes.create_string_buffer(64)
        return attempts(
            {
                "fork": os.fork,
                "vfork": lambda: syscall(NUMBERS["x86_64"]["vfork"]) if machine() == "x86_64" else os.fork(),
                "exec": lambda: os.execv("/bin/true", ["true"]),
                "spawn": lambda: subprocess.run(["/bin/true"], check=False),
                "posix_spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
                "tcp": lambda: socket.socket(socket.AF_INET),
                "udp": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
                "unix": lambda: socket.socket(socket.AF_UNIX),
                "raw": lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1),
                "pair of datagrams": _inherit_datagrams,
                "connect what it has": lambda: pair[0].connect("/run/x"),
                "bind what it has": lambda: pair[0].bind(f"{place}/x"),
                "listen": lambda: pair[0].listen(),
                "who is at the other end": lambda: pair[0].getsockopt(socket.SOL_SOCKET, 77),
                "attach a program": lambda: pair[0].setsockopt(socket.SOL_SOCKET, 26, bytes(16)),
                "signal the parent": lambda: os.kill(parent, 0),
                "signal its group": lambda: os.kill(0, 0),
                "signal all": lambda: os.kill(-1, 0),
                "signal a thread": lambda: raw("tgkill", parent, parent, 0),
                "signal by tkill": lambda: raw("tkill", parent, 0),
                "signal by pidfd": lambda: os.pidfd_open(parent),
                "signals by fcntl": lambda: fcntl.fcntl(pipe[0], fcntl.F_SETOWN, parent),
                "which signal": lambda: fcntl.fcntl(pipe[0], fcntl.F_SETSIG, signal.SIGKILL),
                "signals on readiness": lambda: fcntl.fcntl(pipe[0], fcntl.F_SETFL, os.O_ASYNC),
                "notify": lambda: fcntl.fcntl(os.open("/", os.O_RDONLY), fcntl.F_NOTIFY, 1),
                "lease": lambda: fcntl.fcntl(os.open(victim, os.O_RDONLY), fcntl.F_SETLEASE, fcntl.F_RDLCK),
                "trace": lambda: raw("ptrace", 16, parent, 0, 0),
                "read memory": lambda: raw("process_vm_readv", parent, bytes(16), 1, bytes(16), 1, 0),
                "limit the parent": lambda: resource.prlimit(parent, resource.RLIMIT_NOFILE),
                "change the parent's limit": lambda: raw("prlimit64", parent, 7, struct.pack("QQ", 99, 99), 0),
                "slow the parent": lambda: os.setpriority(os.PRIO_PROCESS, parent, 19),
                "be quick": lambda: os.nice(-5),
                "move the parent": lambda: os.sched_setaffinity(parent, {0}),
                "real time": lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)),
                "namespace": lambda: raw("unshare", 0x10000000),
                "enter a namespace": lambda: raw("setns", 0, 0),
                "mount": lambda: raw("mount", b"none\0", b"/mnt\0", b"tmpfs\0", 0, 0),
                "keyring": lambda: raw("keyctl", 0, -3, 0, 0, 0),
                "bpf": lambda: raw("bpf", 0, word, 64),
                "perf": lambda: raw("perf_event_open", word, 0, -1, -1, 0),
                "userfault": lambda: raw("userfaultfd", 0),
                "shared memory": lambda: raw("shmget", 0, 4096, 0o1600),
                "memory file": lambda: os.memfd_create("x"),
                "message queue": lambda: raw("mq_open", b"x\0", 0o102, 0o600, 0),
                "watch files": lambda: raw("inotify_init1", 0),
                "file handle": lambda: raw("name_to_handle_at", -100, b"/\0", word, word, 0),
                "owner": lambda: os.chown(victim, os.getuid(), -1),
                "truncate": lambda: os.truncate(victim, 0),
                "truncate by open": lambda: os.open(victim, os.O_RDONLY | os.O_TRUNC),
                "disk beyond the limit": lambda: raw("fallocate", os.open(victim, os.O_WRONLY), 1, 0, 1 << 20),
                "set-uid file": lambda: os.open(place / "new", os.O_CREAT | os.O_WRONLY, 0o4755),
                "device node": lambda: os.mkfifo(place / "fifo"),
                "survive the parent": lambda: raw("prctl", 1, 0, 0, 0, 0),
                "be dumpable": lambda: raw("prctl", 4, 1, 0, 0, 0),
                "personality": lambda: raw("personality", 0x40000),
                "group": os.setsid,
                "user": lambda: os.setuid(os.getuid()),
                "another filter": lambda: raw("seccomp", 0, 0, 0),
            }
        )  # fmt: skip

    seen = in_child(program, host=host)
    assert {name: result for name, result in seen.items() if result != "EPERM"} == {}
    assert victim.read_text() == "text"


@needs_linux
@pytest.mark.parametrize("host", hosts())
def test_some_are_answered_as_by_an_older_system_or_change_nothing(host: str, place: Path) -> None:
    victim = place / "victim"
    victim.write_text("text")
    victim.chmod(0o644)
    os.utime(victim, (1, 1))

    def program() -> dict[str, str]:
        confine()
        return attempts(
            {
                "mode": lambda: os.chmod(victim, 0o777),
                "times": lambda: os.utime(victim, (5, 5)),
                "io_uring": lambda: raw("io_uring_setup", 1, bytes(120)),
                "clone3": lambda: raw("clone3", bytes(88), 88),
                "openat2": lambda: raw("openat2", -100, b"/\0", bytes(24), 24),
                "netlink": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
                "a call of the future": lambda: syscall(999),
                "attribute": lambda: os.getxattr(victim, "user.x"),
                "set an attribute": lambda: os.setxattr(victim, "user.x", b""),
                "type into a terminal": lambda: fcntl.ioctl(0, 0x5412, b"x"),
                "owner of a socket": lambda: fcntl.ioctl(0, 0x8901, struct.pack("i", 1)),
            }
        )

    assert in_child(program, host=host) == {
        "mode": "ok",
        "times": "ok",
        "io_uring": "ENOSYS",
        "clone3": "ENOSYS",
        "openat2": "ENOSYS",
        "netlink": "ENOTSUP",  # the same number as EOPNOTSUPP
        "a call of the future": "ENOSYS",
        "attribute": "ENOTSUP",
        "set an attribute": "ENOTSUP",
        "type into a terminal": "ENOTTY",
        "owner of a socket": "ENOTTY",
    }
    assert victim.stat().st_mode & 0o777 == 0o644
    assert victim.stat().st_mtime == 1
