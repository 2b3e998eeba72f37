"""The layers between a student's code and everything else: ordered by a plan, laid in two steps, reported.

Assumed hostile: all code in the kernel process, native code included. To be kept from it: the server's secrets and
memory, other students' kernels and files, the project's files, the network, the machine's resources.

| layer | stops | leaves to others |
|---|---|---|
| uid | other uids' files, memory, signals (where the server is root) | files readable by all, network |
| capabilities | what root may do beyond owning files | root's own files |
| rlimits | memory, big files, descriptors without end, core dumps | many files, processor time |
| no-new-privs | rights by set-uid programs; condition of the next ones | |
| landlock | files outside, TCP, signals and abstract sockets outside | metadata, other protocols |
| dumpable | where Landlock, which does it better, is missing: reading this process from others of the same uid | root |
| seccomp | processes, sockets, signals, metadata, most of the kernel's surface | which files are opened |

Covered by none: faults of the operating system's kernel behind allowed calls, side channels (which paths exist, what the
processor is doing), processor time, the number of files. Reading files is not covered where Landlock is missing; writing
then is, by the filter's read-only form ("read-only" in the report).
"""

from __future__ import annotations

import dataclasses
import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypedDict

from . import landlock, limits, policy, readable, seccomp, system
from .probing import Finding, examine, probe

__all__ = [
    "LAYERS",
    "READ_ONLY",
    "Finding",
    "Plan",
    "Report",
    "confine_early",
    "confine_late",
    "examine",
    "probe",
]

LAYERS: Final = ("uid", "capabilities", "rlimits", "no-new-privs", "landlock", "dumpable", "seccomp")
READ_ONLY: Final = "read-only"
"""Not a layer but the substitute for Landlock; it can be switched off like one, to try the filter alone."""


class Report(TypedDict):
    """What holds in a kernel, as plain JSON."""

    held: list[str]
    missing: dict[str, str]
    """Layer to the reason why it does not hold."""
    landlock_abi: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What the server orders for one kernel; plain types only.

    Raises:
        ValueError: `off` names no layer.
    """

    folder: str
    """The kernel's own, the only place where it may write; work, tmp and home lie in it."""
    sockets: str
    """Where it binds its sockets, between `confine_early` and `confine_late`."""
    readable: tuple[str, ...] = ()
    """Further files and folders to read."""
    uid: int | None = None
    """A user for this kernel alone, which must be able to read Python; only root can order it."""
    off: tuple[str, ...] = ()
    """Layers to leave out, for tests and benches. Landlock and seccomp set no-new-privs themselves: they need it."""
    landlock_abi: int | None = None
    """Hold Landlock down to an older version, for tests."""

    def __post_init__(self) -> None:
        for name in self.off:
            if name not in (*LAYERS, READ_ONLY):
                near = difflib.get_close_matches(name, LAYERS, n=1)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                raise ValueError(f"no layer {name!r}{hint} (known: {', '.join((*LAYERS, READ_ONLY))})")

    def to_json(self) -> dict[str, Any]:
        """Plain lists, strings and numbers.

        >>> plan = Plan(folder="/k", sockets="/k/s", off=("uid",))
        >>> Plan.from_json(plan.to_json()) == plan
        True
        """
        return {**dataclasses.asdict(self), "readable": list(self.readable), "off": list(self.off)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Plan:
        """The plan that `to_json` wrote down."""
        return cls(**{**data, "readable": tuple(data["readable"]), "off": tuple(data["off"])})


def confine_early(plan: Plan, *, parent: int | None = None) -> Report:
    """The layers that hold for threads started later; call it in the child, before it has a second thread.

    `parent` is the process with which this one is to end, as it was known before the fork; otherwise the parent as
    it is now. Without Landlock the report says so and the rest is laid; every other layer of the plan is laid or it
    is an error, so a server on a host where `examine` finds one missing has to name it in `off` to run code at all.

    Raises:
        OSError: a layer could not be laid. The process must end: it is half confined.
        LookupError: a machine that is neither x86_64 nor aarch64.
    """
    report = Report(held=[], missing={}, landlock_abi=0)
    own_uid = _on(plan, "uid", report) and plan.uid is not None
    if own_uid and plan.uid is not None:
        limits.become(plan.uid)
    _note(report, "uid", own_uid, "none was ordered: the kernel runs as the server's user")
    if _on(plan, "capabilities", report):
        limits.drop_capabilities()
        _note(report, "capabilities", True)
    limits.die_with_parent(os.getppid() if parent is None else parent)  # after the uid, which would clear it
    if _on(plan, "rlimits", report):
        limits.lower({**limits.LIMITS, **({"NPROC": limits.THREADS_OF_ONE_UID} if own_uid else {})})
        _note(report, "rlimits", True)
    if {"no-new-privs", "landlock", "seccomp"} - set(plan.off):
        limits.no_new_privs()
    _note(report, "no-new-privs", _on(plan, "no-new-privs", report))
    if _on(plan, "landlock", report):
        rules = readable.file_rules(plan.folder, plan.sockets, plan.readable)
        held = landlock.restrict(rules, abi_limit=plan.landlock_abi)
        report["landlock_abi"] = held.abi
        _note(report, "landlock", held.files, "this kernel does not offer it")
    return report


def confine_late(plan: Plan, report: Report) -> Report:
    """The layers that would be in the way of starting up; call it when all threads run and all sockets are bound.

    Returns the report with these layers added. Threads that exist are confined too.

    Raises:
        OSError, LookupError: as for `confine_early`.
    """
    report = Report(
        held=[*report["held"]], missing={**report["missing"]}, landlock_abi=report["landlock_abi"]
    )
    if _on(plan, "dumpable", report):
        _settle_who_may_look(report)
    if _on(plan, "seccomp", report):
        read_only = "landlock" not in report["held"] and READ_ONLY not in plan.off
        seccomp.install(_program(os.getpid(), read_only=read_only))
        _note(report, "seccomp", True)
        if read_only:
            report["held"].append(READ_ONLY)
    return report


def _settle_who_may_look(report: Report) -> None:
    """Other kernels may not: Landlock refuses it, or else nobody of this uid may.

    Where Landlock holds, the server's watchdog may: deleted files fill the disk as long as they are open, and only
    /proc/<pid>/fd shows them. Without Landlock there are no such files (`READ_ONLY`).
    """
    if "landlock" in report["held"]:
        limits.show_memory()
        _note(report, "dumpable", False, "not needed: Landlock keeps other kernels out")
    else:
        limits.hide_memory()
        _note(report, "dumpable", True)


def _program(pid: int, *, read_only: bool) -> seccomp.Program:
    return seccomp.compile_filter(policy.kernel_filter(pid, read_only=read_only), system.machine())


def _on(plan: Plan, layer: str, report: Report) -> bool:
    if layer in plan.off:
        report["missing"][layer] = "switched off by the plan"
        return False
    return True


def _note(report: Report, layer: str, holds: bool, reason: str = "") -> None:
    if holds:
        report["held"].append(layer)
    else:
        report["missing"].setdefault(layer, reason)
