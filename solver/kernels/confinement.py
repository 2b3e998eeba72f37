"""What a kernel is allowed, as the server decides it; the layers themselves are in `inside/sandbox`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from solver.kernels.inside.sandbox import layers


@dataclass(frozen=True, slots=True)
class Confinement:
    """All layers that the host allows, but those in `off`; Landlock no newer than `landlock_abi` (both for tests)."""

    off: tuple[str, ...] = ()
    landlock_abi: int | None = None

    def plan(
        self, folder: Path, *, readable: tuple[Path, ...], uid: int | None, holds: Mapping[str, bool]
    ) -> Any:
        """The orders for a kernel that may write in `folder` only; without the layers that do not hold on this host.

        A layer that is ordered and cannot be laid ends the kernel, all but Landlock, for which there is a substitute.
        """
        missing = [name for name, held in holds.items() if not held and name not in ("uid", "landlock")]
        plan = layers.Plan(
            folder=str(folder), sockets=str(folder / "ipc"), readable=tuple(map(str, readable)),
            uid=uid, off=tuple({*self.off, *missing}), landlock_abi=self.landlock_abi,
        )  # fmt: skip
        return plan.to_json()

    def wants_uid(self, holds: Mapping[str, Any]) -> bool:
        """Whether each kernel is to be a user of its own."""
        return "uid" not in self.off and bool(holds.get("uid"))


def can_fork() -> bool:
    """Whether this system has what the fork server needs."""
    return sys.platform == "linux"
