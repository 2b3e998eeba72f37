"""The world's listeners: they record what reaches them and answer with a secret."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from pathlib import Path
from typing import Final

HEARD_BYTES: Final = 1 << 20
PATIENCE_S: Final = 2.0


class Ears(asyncio.DatagramProtocol):
    """A TCP port (IPv4 and IPv6), a UDP port, Unix sockets by path and by abstract name.

    `hidden` is a secret name of one more Unix socket, for those who list the sockets of this host.
    """

    def __init__(self, folder: Path, nonce: str, *, banner: str, hidden: str) -> None:
        self.heard = bytearray()
        self.stream_path = str(folder / "stream")
        self.dgram_path = str(folder / "dgram")
        self._hidden = str(folder / hidden)
        self.abstract = f"\0escape-{nonce}"
        self.tcp_port = self.tcp6_port = self.udp_port = 0
        self._banner = banner.encode()
        self._servers: list[asyncio.AbstractServer] = []
        self._transports: list[asyncio.BaseTransport] = []

    async def open(self) -> None:
        loop = asyncio.get_running_loop()
        tcp = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        self.tcp_port = tcp.sockets[0].getsockname()[1]
        self._servers = [tcp]
        with contextlib.suppress(OSError):  # a machine without IPv6
            tcp6 = await asyncio.start_server(self._answer, "::1", 0)
            self.tcp6_port = tcp6.sockets[0].getsockname()[1]
            self._servers.append(tcp6)
        for path in (self.stream_path, self.abstract, self._hidden):
            self._servers.append(await asyncio.start_unix_server(self._answer, path))
        udp, _ = await loop.create_datagram_endpoint(lambda: self, ("127.0.0.1", 0))
        self.udp_port = udp.get_extra_info("sockname")[1]
        self._transports = [udp]
        for name in (self.dgram_path, self.abstract + "-dgram"):
            plain = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            plain.bind(name)
            transport, _ = await loop.create_datagram_endpoint(lambda: self, sock=plain)
            self._transports.append(transport)
        self._open_to_all()

    def close(self) -> None:
        for server in self._servers:
            server.close()
        for transport in self._transports:
            transport.close()

    def _open_to_all(self) -> None:
        """As careless as can be: file modes shall not keep a kernel out."""
        for path in (self.stream_path, self.dgram_path):
            Path(path).chmod(0o777)

    def datagram_received(self, data: bytes, address: object) -> None:
        self._hear(data)

    def _hear(self, data: bytes) -> None:
        self.heard += data[: HEARD_BYTES - len(self.heard)]

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, TimeoutError):
            writer.write(b"banner " + self._banner + b"\n")
            async with asyncio.timeout(PATIENCE_S):
                while data := await reader.read(4096):
                    self._hear(data)
        writer.close()
