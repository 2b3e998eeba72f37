"""An imitation of Docker's default confinement: run a command as it would run in a container.

    python -m tests.kernels.sandbox.docker_profile [--uid 1000] -- COMMAND…

Written from Docker's documentation (https://docs.docker.com/engine/security/seccomp/ and the list of default
capabilities in `docker run`'s reference), with our own filter. What it imitates: the refused system calls, the
capabilities, the user. What it does not: namespaces, cgroups, AppArmor, masked files in /proc. Docker does not set
no_new_privs, and neither does this as root; a user who is not root can lay a filter only with it, which is said.
"""

from __future__ import annotations

import argparse
import errno
import os
import struct
import sys
from collections.abc import Sequence
from typing import Final

from solver.kernels.inside.sandbox import limits, seccomp, system
from solver.kernels.inside.sandbox.seccomp import ALLOW, MISSING, REFUSE, Filter, Rule, any_bit, one_of
from solver.kernels.inside.sandbox.syscalls import NUMBERS

CAPABILITIES: Final = {
    "chown": 0, "dac_override": 1, "fowner": 3, "fsetid": 4, "kill": 5, "setgid": 6, "setuid": 7, "setpcap": 8,
    "net_bind_service": 10, "net_raw": 13, "sys_chroot": 18, "mknod": 27, "audit_write": 29, "setfcap": 31,
}  # fmt: skip
"""Name to number (capabilities(7)) of what root keeps in a container."""

REFUSED: Final = """
    acct add_key bpf clock_adjtime clock_settime create_module delete_module fanotify_init finit_module fsconfig fsmount
    fsopen fspick get_kernel_syms get_mempolicy init_module io_uring_enter io_uring_register io_uring_setup ioperm iopl
    kcmp kexec_file_load kexec_load keyctl lookup_dcookie mbind migrate_pages mount mount_setattr move_mount move_pages
    nfsservctl open_by_handle_at open_tree perf_event_open pidfd_getfd pivot_root process_madvise query_module quotactl
    quotactl_fd reboot request_key set_mempolicy set_mempolicy_home_node setdomainname sethostname setns settimeofday
    swapoff swapon sysfs syslog _sysctl umount2 unshare uselib userfaultfd ustat vhangup"""
_NAMESPACES: Final = 0x7E020000  # CLONE_NEW*
_AF_ALG, _AF_VSOCK = 38, 40
_PERSONALITIES: Final = (0x0, 0x8, 0x20000, 0x20008, 0xFFFFFFFF)


def docker_filter() -> Filter:
    """What the default profile refuses to a container without further capabilities; everything else passes."""
    return Filter(
        (
            *(Rule(name, REFUSE) for name in REFUSED.split()),
            Rule("clone", REFUSE, (any_bit(0, _NAMESPACES),)),
            Rule("clone3", MISSING),
            Rule("socket", REFUSE, (one_of(0, _AF_ALG, _AF_VSOCK),)),
            Rule("personality", ALLOW, (one_of(0, *_PERSONALITIES),)),
            Rule("personality", REFUSE),
        ),
        default=ALLOW,
    )


def apply(uid: int | None = None) -> str:
    """Confine this process so, for good; the sentence says what differs from a container, if anything does.

    Raises:
        PermissionError: `uid` is another user and this process is not root.
    """
    program = seccomp.compile_filter(docker_filter(), system.machine())
    if os.geteuid() != 0:
        limits.no_new_privs()
        seccomp.install(program)
        if uid not in (None, os.geteuid()):
            raise PermissionError(errno.EPERM, f"only root can start a command as uid {uid}")
        return "not root: the filter needed no_new_privs, which Docker does not set"
    try:
        seccomp.install(program)
    except PermissionError:  # root without CAP_SYS_ADMIN, in a container already
        limits.no_new_privs()
        seccomp.install(program)
    _keep_capabilities()
    if uid:
        limits.become(uid)
    return ""


def _keep_capabilities() -> None:
    """Docker's, in the bounding set and, as long as this is root, in the others."""
    kept = 0
    for number in CAPABILITIES.values():
        kept |= 1 << number
    for number in range(64):
        try:
            if not kept >> number & 1:
                system.prctl(system.PR_CAPBSET_DROP, number)
        except OSError as error:
            if error.errno != errno.EINVAL:  # past the last one this system has
                raise
    header = struct.pack("=Ii", 0x20080522, 0)
    low = kept & _permitted()
    sets = struct.pack(
        "=6I", low, low, 0, 0, 0, 0
    )  # effective, permitted, inheritable; then their upper halves
    system.syscall(NUMBERS[system.machine()]["capset"], header, sets)


def _permitted() -> int:
    with open("/proc/self/status", encoding="utf-8") as file:
        return next(int(line.split()[1], 16) for line in file if line.startswith("CapPrm"))


def main(arguments: Sequence[str]) -> None:
    """Become the command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--uid", type=int)
    parser.add_argument("command", nargs="+")
    options = parser.parse_args(arguments)
    remark = apply(options.uid)
    if remark:
        print(f"docker_profile: {remark}", file=sys.stderr)
    os.execvp(options.command[0], options.command)


if __name__ == "__main__":
    main(sys.argv[1:])
