"""Every family of sockets, and the roads to a socket that do not lead through socket()."""

from __future__ import annotations

from typing import Final

from tests.kernels.attacks.attack import Attack, heard_it
from tests.kernels.attacks.cases.rings import RING

ATTACKS: Final = (
    Attack("tcp", "print(socket.create_connection(TCP, 3).recv(99))", proof="banner"),
    Attack("tcp-ipv6", "print(socket.create_connection(TCP6, 3).recv(99))", proof="banner"),
    Attack(
        "http",
        """
import http.client
http.client.HTTPConnection(*TCP, timeout=3).request('GET', '/' + NONCE)""",
        judge=heard_it,
    ),
    Attack(
        "udp", "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(NONCE.encode(), UDP)", judge=heard_it
    ),
    Attack(
        "tcp-fast-open",  # connects without connect()
        """
s = socket.socket()
s.sendto(NONCE.encode(), socket.MSG_FASTOPEN, TCP)""",
        judge=heard_it,
    ),
    Attack(
        "multipath-tcp",
        """
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262)
s.connect(TCP)
print(s.recv(99))""",
        proof="banner",
    ),
    Attack(
        "udp-lite",
        """
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM, 136)
s.connect(UDP)
s.send(b'x')
escaped(f'sent from {s.getsockname()}')""",
    ),
    Attack(
        "listen",
        """
s = socket.socket()
s.bind(('127.0.0.1', 0))
s.listen()
c = socket.create_connection(s.getsockname(), 3)
c.send(b'x')
if s.accept()[0].recv(9) == b'x':
    escaped('a server')""",
    ),
    Attack(
        "listen-without-bind",  # listen() picks a port itself
        """
s = socket.socket()
s.listen()
if s.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
    escaped(f'listens on {s.getsockname()}')""",
    ),
    Attack(
        "udp-receive",
        """
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('127.0.0.1', 0))
s.sendto(b'x', s.getsockname())
if s.recv(9) == b'x':
    escaped('UDP server')""",
    ),
    Attack(
        "unix-path",
        """
s = socket.socket(socket.AF_UNIX)
s.connect(STREAM)
print(s.recv(99))""",
        proof="banner",
    ),
    Attack(
        "unix-path-by-descriptor",  # the path's folder opened, the socket named relative to it
        """
folder = os.open(os.path.dirname(STREAM), os.O_PATH)
s = socket.socket(socket.AF_UNIX)
s.connect(f'/proc/self/fd/{folder}/stream')
print(s.recv(99))""",
        proof="banner",
    ),
    Attack(
        "unix-datagram",
        "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(NONCE.encode(), DGRAM)",
        judge=heard_it,
    ),
    Attack(
        "unix-abstract",
        """
s = socket.socket(socket.AF_UNIX)
s.connect(ABSTRACT)
print(s.recv(99))""",
        proof="banner",
    ),
    Attack(
        "pair-sends-to-path",  # a socket pair is harmless – until one end is told another address
        """
a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
a.sendto(NONCE.encode(), DGRAM)""",
        judge=heard_it,
    ),
    Attack(
        "pair-connects-to-abstract",
        """
a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
a.connect(ABSTRACT + '-dgram')
a.send(NONCE.encode())""",
        judge=heard_it,
    ),
    Attack(
        "pair-sends-many",  # sendmmsg, which filters of sendto and sendmsg may forget
        """
a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
name = ctypes.create_string_buffer(struct.pack('H', 1) + DGRAM.encode())
data = ctypes.create_string_buffer(NONCE.encode())
vector = ctypes.create_string_buffer(struct.pack('QQ', ctypes.addressof(data), len(NONCE)), 16)
header = struct.pack('QIxxxxQQQQIxxxxIxxxx', ctypes.addressof(name), 2 + len(DGRAM) + 1,
                     ctypes.addressof(vector), 1, 0, 0, 0, 0)
syscall(307, a.fileno(), header, 1, 0)""",
        judge=heard_it,
    ),
    Attack(
        "pair-passes-descriptor",  # hands this kernel's own folder to whoever listens
        """
import array
a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
a.sendmsg([NONCE.encode()], [(1, 1, array.array('i', [os.open('.', os.O_RDONLY)]))], 0, DGRAM)""",
        judge=heard_it,
    ),
    Attack(
        "kernels-own-zmq-context",  # libzmq opens sockets in its own threads, which started before the limits
        """
kernel = get_ipython().kernel
s = kernel.iopub_thread.socket.context.socket(4)
s.connect('tcp://%s:%d' % TCP)
s.send(NONCE.encode(), 1)
time.sleep(1)""",
        judge=lambda seen: "libzmq connected" if b"\xff\0\0\0\0\0\0\0" in seen.heard else "",
    ),
    Attack(
        "raw-packets",
        r"""
s = socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)
s.sendto(b'\x08\x00\xf7\xff\0\0\0\0', ('127.0.0.1', 0))
escaped(s.recv(99).hex())""",
        needs=("root",),
    ),
    Attack(
        "ping-socket",
        r"""
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM, 1)
s.settimeout(2)
s.sendto(b'\x08\x00\0\0\0\0\0\0' + b'x' * 8, ('127.0.0.1', 0))
if b'xxxx' in s.recv(99):
    escaped('ICMP')""",
        kind="guard",
    ),
    Attack(
        "sniff",
        """
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0x0300)
s.settimeout(3)
socket.create_connection(TCP, 3).recv(99)
print(b''.join(s.recv(4096) for _ in range(8)))""",
        proof="banner",
        needs=("root",),
    ),
    Attack(
        "netlink",
        r"""
s = socket.socket(16, socket.SOCK_RAW, 0)
s.send(struct.pack('IHHII', 20, 18, 0x301, 1, 0) + bytes(4))
if b'lo\0' in s.recv(1 << 16):
    escaped('interfaces of this host')""",
    ),
    Attack(
        "netlink-socket-diagnosis",
        """
s = socket.socket(16, socket.SOCK_RAW, 4)
s.send(struct.pack('IHHII', 40, 20, 0x301, 1, 0) + struct.pack('BBHIIIII', 1, 0, 0, 0xffffffff, 0, 1, 0, 0))
time.sleep(0.2)
s.setblocking(False)
try:
    while True:
        print(s.recv(1 << 20))
except BlockingIOError:
    pass""",
        proof="hidden",
    ),
    Attack(
        "vsock",
        """
s = socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)
s.bind((0xffffffff, 0xffffffff))
s.listen()
escaped(f'reachable from the hypervisor: {s.getsockname()}')""",
    ),
    Attack(
        "kernel-crypto",
        """
s = socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET)
s.bind(('hash', 'sha256'))
escaped('AF_ALG')""",
        kind="guard",
    ),
    Attack(
        "io-uring-socket",
        RING
        + """
ring = Ring()
fd = ring.do(45, fd=2, off=1)  # SOCKET: domain, type
address = ctypes.create_string_buffer(struct.pack('!BBH4s8x', 2, 0, TCP[1], bytes([127, 0, 0, 1])))
address[0:2] = struct.pack('H', 2)
ring.do(16, fd=fd, off=16, address=ctypes.addressof(address))  # CONNECT
page = ctypes.create_string_buffer(99)
ring.do(27, fd=fd, address=ctypes.addressof(page), length=99)  # RECV
print(page.raw)""",
        proof="banner",
    ),
    Attack(
        "tunnel-device",
        """
import fcntl
fd = os.open('/dev/net/tun', os.O_RDWR)
name = fcntl.ioctl(fd, 0x400454ca, struct.pack('16sH22x', b'', 1))
escaped(f'an interface {name[:8]}')""",
        needs=("root", "/dev/net/tun"),
    ),
)
