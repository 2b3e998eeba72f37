"""What a gateway's address and token may be; imported also where there is no gateway."""

from __future__ import annotations

from urllib.parse import urlsplit


def fault(url: str, token: str = "") -> str | None:
    """Why this cannot be a gateway's address, or that not its token; None where they can.

    >>> fault("http://kernels:8888"), fault("https://school.example/jupyter/")
    (None, None)
    >>> fault("kernels:8888")
    'the address of a gateway is written as http://host:8888'
    >>> fault("http://me:word@kernels:8888")
    'the address must hold no password and nothing behind ? or #: the token goes into STEPWISE_GATEWAY_TOKEN'
    """
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        known = False
    if not known:
        return "the address of a gateway is written as http://host:8888"
    if parts.username or parts.password or parts.query or parts.fragment:
        return "the address must hold no password and nothing behind ? or #: the token goes into STEPWISE_GATEWAY_TOKEN"
    if not all(33 <= ord(sign) <= 126 for sign in token):
        return "the token holds signs that no token has, such as a space or a line break"
    return None
