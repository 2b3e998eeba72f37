"""All attacks, by theme. A new attack is one more row in the table of its theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.kernels.attacks.attack import Attack
from tests.kernels.attacks.cases import (
    bombs,
    channels,
    files,
    forged,
    interfaces,
    interpreter,
    leftovers,
    magics,
    neighbours,
    network,
    others,
    proc,
    programs,
    stubborn,
    writing,
)

THEMES: Final[Mapping[str, tuple[Attack, ...]]] = {
    "files": files.ATTACKS,
    "writing": writing.ATTACKS,
    "proc": proc.ATTACKS,
    "programs": programs.ATTACKS,
    "magics": magics.ATTACKS,
    "interpreter": interpreter.ATTACKS,
    "others": others.ATTACKS,
    "network": network.ATTACKS,
    "neighbours": neighbours.ATTACKS,
    "channels": channels.ATTACKS,
    "forged": forged.ATTACKS,
    "interfaces": interfaces.ATTACKS,
    "bombs": bombs.ATTACKS,
    "leftovers": leftovers.ATTACKS,
    "stubborn": stubborn.ATTACKS,
}
BY_ID: Final[Mapping[str, Attack]] = {attack.id: attack for rows in THEMES.values() for attack in rows}
assert len(BY_ID) == sum(map(len, THEMES.values())), "two attacks have the same id"
