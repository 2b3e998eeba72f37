"""How often one may ask: a token bucket for each name, in the memory of one process."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

NAMES: Final = 10_000
"""Names that are remembered; whoever asked longest ago is forgotten first, and has a full bucket again."""


class Rates:
    """`burst` ≥ 1 requests at once, and `per_minute` > 0 for as long as one likes.

    >>> rates = Rates(per_minute=60, burst=2, clock=lambda: 0.0)
    >>> [rates.take("a") for _ in range(3)], rates.take("b")
    ([0.0, 0.0, 1.0], 0.0)
    """

    def __init__(
        self,
        per_minute: float,
        burst: int,
        *,
        clock: Callable[[], float] = time.monotonic,
        names: int = NAMES,
    ) -> None:
        self.per_minute, self.burst = per_minute, burst
        self._per_s, self._burst, self._clock, self._names = per_minute / 60, burst, clock, names
        self._buckets: OrderedDict[str, tuple[float, float]] = (
            OrderedDict()
        )  # tokens, and when they were counted

    def take(self, name: str) -> float:
        """Seconds until `name` may ask; 0 where it may now, which is then counted. A refusal costs nothing."""
        now_s = self._clock()
        tokens, then_s = self._buckets.pop(name, (float(self._burst), now_s))
        tokens = min(self._burst, tokens + (now_s - then_s) * self._per_s)
        may = tokens >= 1 - 1e-9
        self._buckets[name] = (tokens - may, now_s)
        if len(self._buckets) > self._names:
            self._buckets.popitem(last=False)
        return 0.0 if may else (1 - tokens) / self._per_s


def neighbourhood(address: str) -> str:
    """The name of an address: of IPv6 the half that a provider gives out, for the other half is its holder's to choose.

    >>> neighbourhood("192.0.2.7"), neighbourhood("2001:db8::1"), neighbourhood("testclient")
    ('192.0.2.7', '2001:db8::/64', 'testclient')
    """
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return (
        str(ip_network(f"{found}/64", strict=False))
        if isinstance(found, IPv6Address) and not found.scope_id
        else address
    )
