"""How often one address may be wrong. Kept in memory: a restart forgets it, and so few as can be tried then find nothing."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

KNOWN: Final = 10_000
"""Addresses that are remembered; the one that was wrong longest ago is forgotten first."""


class Limiter:
    """After `most` wrong tries an address has to wait until `window_s` have passed since the first of them."""

    def __init__(self, most: int, window_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._window_s, self._clock = most, window_s, clock
        self._wrong: OrderedDict[str, list[float]] = OrderedDict()

    def wait_s(self, address: str) -> float:
        """So many seconds until this address may try again; 0 where it may now."""
        tries = self._recent(network(address))
        return max(0.0, tries[0] + self._window_s - self._clock()) if len(tries) >= self._most else 0.0

    def wrong(self, address: str) -> None:
        """It was wrong once more."""
        key = network(address)
        self._wrong[key] = [*self._recent(key), self._clock()]
        self._wrong.move_to_end(key)
        while len(self._wrong) > KNOWN:
            self._wrong.popitem(last=False)

    def right(self, address: str) -> None:
        """It was right: what was wrong before is forgiven."""
        self._wrong.pop(network(address), None)

    def _recent(self, key: str) -> list[float]:
        since = self._clock() - self._window_s
        return [at for at in self._wrong.get(key, ()) if at > since]


def network(address: str) -> str:
    """Whose tries are counted together: one address, or in IPv6 the network of one household.

    >>> network("10.0.0.7"), network("2001:db8::1:2"), network("unix")
    ('10.0.0.7', '2001:db8::/64', 'unix')
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else address
