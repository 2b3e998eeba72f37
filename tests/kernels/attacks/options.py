"""Which kernels are attacked. The only place that knows how a pool is made."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Final, Literal, Protocol, TypeAlias

from solver.kernels import Confinement, KernelPool
from solver.ports import Kernel
from tests.kernels.attacks.stock import StockPool

LIMIT: Final = 8  # the victim, the attacker, one who comes beside, and room
# "stock": jupyter_client's own; "plain": this project's, without confinement, with its careful reader
Which: TypeAlias = Literal["confined", "plain", "stock"]


class Pool(Protocol):
    """What the battery needs of a pool."""

    def kernel(self) -> Kernel: ...

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class PoolOptions:
    """`landlock_abi`: hold Landlock down to that version. `off`: layers left out."""

    which: Which = "confined"
    landlock_abi: int | None = None
    off: tuple[str, ...] = ()


def open_pool(options: PoolOptions) -> Pool:
    """A pool of the kernels to attack, without warm ones: each attack pays for a start, and nothing runs beside it."""
    if options.which == "stock":
        return StockPool()
    if options.which == "plain":
        return KernelPool(warm=0, limit=LIMIT, confinement=None)
    confinement = Confinement(off=options.off, landlock_abi=options.landlock_abi)
    return KernelPool(warm=0, limit=LIMIT, confinement=confinement)


def encode(options: PoolOptions) -> str:
    return json.dumps(asdict(options))


def decode(text: str) -> PoolOptions:
    """The inverse of `encode`.

    >>> decode(encode(PoolOptions(landlock_abi=2, off=("seccomp",))))
    PoolOptions(which='confined', landlock_abi=2, off=('seccomp',))
    """
    fields = json.loads(text)
    return PoolOptions(**{**fields, "off": tuple(fields["off"])})
