"""Which other end of a connection is believed: the proxies that the settings name, and nobody else.

Whom one believes where a request comes from, one need not believe who sent it: a proxy that signs nobody in passes on what a browser says.
Uvicorn has the first for `X-Forwarded-For`, but forgets who it was that said so; who believes a proxy's word on people has to know.
So uvicorn's own is turned off (`believe_nobody`), and used here, behind a note of the true other end.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any, Final, TypeAlias

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

PEER: Final = "stepwise.peer"
Network: TypeAlias = IPv4Network | IPv6Network


def believe_nobody() -> None:
    """What uvicorn does by itself. To be called before a server is made."""
    os.environ["FORWARDED_ALLOW_IPS"] = ""


def networks(text: str) -> tuple[Network, ...]:
    """The networks of a setting, with commas between them.

    >>> networks("127.0.0.1, 10.0.0.0/8")
    (IPv4Network('127.0.0.1/32'), IPv4Network('10.0.0.0/8'))
    """
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())


class Proxies:
    """Notes whether the other end of a request signs people in, then takes over what a trusted one says of where it came from."""

    def __init__(self, app: ASGIApp, trusted: Sequence[Network], signing_in: Sequence[Network] = ()) -> None:
        """`trusted` say where people are, `signing_in` who they are as well."""
        inner: Any = app
        self._inner: Any = ProxyHeadersMiddleware(
            inner, [str(network) for network in (*trusted, *signing_in)]
        )
        self._signing_in = tuple(signing_in)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            client = scope.get("client")
            scope[PEER] = client is not None and is_among(client[0], self._signing_in)
        await self._inner(scope, receive, send)


def is_among(host: str, trusted: Sequence[Network]) -> bool:
    """Whether an address is in one of the networks.

    >>> is_among("10.1.2.3", networks("10.0.0.0/8")), is_among("::ffff:10.1.2.3", networks("10.0.0.0/8")), is_among("x", ())
    (True, True, False)
    """
    try:
        found: Any = ip_address(host)
    except ValueError:
        return False
    found = getattr(found, "ipv4_mapped", None) or found
    return any(found in network for network in trusted)
