"""A tiny interpreter of classic BPF, as far as our filters use it: the compiled program is run on made-up calls."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Final

from solver.kernels.inside.sandbox.seccomp import Program

ARCH: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7, "i386": 0x40000003}


def decide(program: Program, number: int, arguments: Sequence[int] = (), *, arch: str) -> int:
    """What the filter answers to the call `number` with up to six 64-bit `arguments`."""
    six = [*arguments, 0, 0, 0, 0, 0, 0][:6]
    data = struct.pack("<IIQ6Q", number & 0xFFFFFFFF, ARCH[arch], 0x7F0000000000, *six)
    accumulator, at = 0, 0
    while True:
        code, if_true, if_false, k = program[at]
        at += 1
        match code:
            case 0x20:
                assert k % 4 == 0
                (accumulator,) = struct.unpack_from("<I", data, k)
            case 0x54:
                accumulator &= k
            case 0x15:
                at += if_true if accumulator == k else if_false
            case 0x35:
                at += if_true if accumulator >= k else if_false
            case 0x05:
                at += k
            case 0x06:
                return k
            case _:
                raise AssertionError(f"unknown instruction {code:#x}")
