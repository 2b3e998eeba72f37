"""Says which layers of confinement hold on this host: `python -m solver.kernels doctor [--json]`."""

from __future__ import annotations

import dataclasses
import json
import sys
from typing import Final

from solver.kernels.inside.sandbox.layers import Finding, examine

NEEDED: Final = ("no-new-privs", "seccomp")
"""Without these code is not confined at all; without Landlock it may read what the server's user may read."""


def findings() -> tuple[Finding, ...]:
    """Every layer, tried in a child process of its own. Call it while this process has one thread."""
    return examine()


def is_confined(found: tuple[Finding, ...]) -> bool:
    """Whether a cell can neither start a program nor reach the network nor change a file outside its folder."""
    return set(NEEDED) <= {finding.layer for finding in found if finding.holds}


def verdict(found: tuple[Finding, ...]) -> str:
    """One sentence for who runs the server."""
    holds = {finding.layer for finding in found if finding.holds}
    if not is_confined(found):
        return "Code runs UNCONFINED on this system: let nobody but yourself use it."
    if "landlock" not in holds:
        return (
            "Code is confined, but it may read every file that the server's user may read (no Landlock here): "
            "keep no secrets in files."
        )
    return "Code is confined."


def report(*, as_json: bool) -> int:
    """Print what holds; 0 where code is confined, 1 where it is not."""
    found = findings()
    confined = is_confined(found)
    if as_json:
        rows = [dataclasses.asdict(finding) for finding in found]
        print(
            json.dumps({"confined": confined, "verdict": verdict(found), "layers": rows}, ensure_ascii=False)
        )
    else:
        for finding in found:
            print(f"{'holds ' if finding.holds else 'MISSING'} {finding.layer:13s} {finding.sentence}")
        print(verdict(found), file=sys.stdout)
    return 0 if confined else 1
