"""The table of system call numbers is that of the headers of the machine the tests run on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from solver.kernels.inside.sandbox.syscalls import NUMBERS

HEADERS = {
    "x86_64": [Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), Path("/usr/include/asm/unistd_64.h")],
    "aarch64": [Path("/usr/include/asm-generic/unistd.h")],
}
RENAMED = {"fstatat": "newfstatat"}  # the generic header has one name for two widths
NO_CALLS = {"syscalls", "arch_specific_syscall", "sync_file_range2"}  # the last: of other machines


@pytest.mark.parametrize("arch", HEADERS)
def test_numbers_are_those_of_the_headers(arch: str) -> None:
    header = next((path for path in HEADERS[arch] if path.exists()), None)
    if header is None:
        pytest.skip("linux-libc-dev is not installed")
    defined = {
        RENAMED.get(name, name): int(number)
        for name, number in re.findall(r"#define\s+__NR(?:3264)?_(\w+)\s+(\d+)", header.read_text())
        if name not in NO_CALLS
        and not 403 <= int(number) < 424  # calls with 64-bit times, of 32-bit machines
    }
    assert len(defined) > 300
    wrong = {name: number for name, number in defined.items() if NUMBERS[arch].get(name) != number}
    newer = {name for name, number in wrong.items() if number > 469}
    assert wrong.keys() == newer


@pytest.mark.parametrize("arch", NUMBERS)
def test_each_number_has_one_name(arch: str) -> None:
    assert len(set(NUMBERS[arch].values())) == len(NUMBERS[arch])
