"""No attack gets out of a confined kernel, and every one that counts gets out of an ordinary one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.breadth import wide
from tests.kernels.attacks.attack import Attack, told
from tests.kernels.attacks.cases import BY_ID, THEMES
from tests.kernels.attacks.result import Result
from tests.kernels.attacks.world import REPOSITORY, World, secrets_of

COUNTED = [attack for attack in BY_ID.values() if attack.kind == "counted"]
ASSERTED = [attack for attack in BY_ID.values() if attack.kind != "known"]
SAMPLE = ASSERTED[:: 6 if wide() else 12]  # of every theme; all of them with `-m battery`
minutes = pytest.mark.timeout(1800)


def run_battery(folder: Path, *arguments: str) -> dict[str, Result]:
    """All results, from a process of its own: an attack may end the one that runs it."""
    file = folder / "results.json"
    subprocess.run(
        [sys.executable, "-m", "tests.kernels.attacks.battery", "--json", str(file), *arguments],
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return {row["id"]: Result(**row) for row in json.loads(file.read_text("utf-8"))}


def unlike(outcome: str, results: dict[str, Result], attacks: list[Attack]) -> dict[str, str]:
    """Which of `attacks` were tried and ended otherwise, and what is known of it."""
    tried = [results[attack.id] for attack in attacks if results[attack.id].outcome != "untried"]
    assert len(tried) > len(attacks) / 2
    return {result.id: result.detail for result in tried if result.outcome != outcome}


@pytest.mark.battery
@minutes
def test_a_confined_kernel_holds(tmp_path: Path) -> None:
    assert unlike("held", run_battery(tmp_path), ASSERTED) == {}


@pytest.mark.battery
@minutes
def test_an_ordinary_kernel_does_not(tmp_path: Path) -> None:
    assert unlike("escaped", run_battery(tmp_path, "--stock"), COUNTED) == {}


@pytest.mark.wide
@minutes
def test_a_confined_kernel_holds_a_sample(tmp_path: Path) -> None:
    results = run_battery(tmp_path, "--only", *(attack.id for attack in SAMPLE))
    assert unlike("held", results, SAMPLE) == {}


def test_the_battery_is_large_and_of_many_kinds() -> None:
    assert len(COUNTED) >= 120
    assert all(rows for rows in THEMES.values())


def test_no_attack_is_told_a_secret() -> None:
    world = World(Path("/nowhere"), "master", pool=None)  # type: ignore[arg-type]  # nothing is started
    secrets = [secret for name, secret in secrets_of("master").items() if name != "app"]
    text = world.preamble() + "".join(attack.source + attack.then for attack in BY_ID.values())
    assert not [secret for secret in secrets if secret in text]


def test_a_quoted_source_is_no_escape() -> None:
    assert told("line 3: escaped('x')\n    ESCAPED x") == ""
    assert told("first\nESCAPED with this\n") == "ESCAPED with this"
