"""Whether a cell can find a secret of the server's environment: `python deploy/secret_probe.py NAME`, from the root.

A kernel is started as the app starts one, and a cell searches its own environment and memory, every process's in `/proc`,
and the files that it may open there. Exit status 0 where it found nothing and did run, 1 otherwise.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import aclosing
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app import hide_memory
from solver.events import Output
from solver.kernels import KernelPool

CELL: Final = """
import ctypes, os
found = [repr(dict(os.environ))]
libc = ctypes.CDLL(None)
libc.getenv.restype = ctypes.c_char_p
found.append(repr(libc.getenv(NAME.encode())))
try:
    processes = [name for name in os.listdir('/proc') if name.isdigit()]
except OSError:
    processes = [str(n) for n in {os.getpid(), os.getppid(), 1, *range(max(1, os.getppid() - 50), os.getpid() + 50)}]
for process in ['self', *processes]:
    for file in ('environ', 'cmdline'):
        try:
            with open(f'/proc/{process}/{file}', 'rb') as opened:
                found.append(repr(opened.read(100_000)))
        except OSError:
            pass
print('LOOKED', len(found))
print('\\n'.join(found)[:100_000])
"""


async def seen(name: str) -> str:
    """What a cell prints that looks for the variable of that name."""
    pool = KernelPool(warm=0, limit=1)
    kernel = pool.kernel()
    text = ""
    try:
        await pool.start()
        async with aclosing(kernel.run(1, f"NAME = {name!r}\n{CELL}", timeout_s=30.0)) as events:
            async for event in events:
                text += event.text if isinstance(event, Output) else ""
    finally:
        await kernel.close()
        await pool.close()
    return text


def main() -> int:
    """0 where nothing was found."""
    name = sys.argv[1]
    secret = os.environ[name]
    hide_memory()
    text = asyncio.run(seen(name))
    looked = next((line for line in text.splitlines() if line.startswith("LOOKED")), None)
    if looked is None:
        print("the cell did not run:", text[-300:])
        return 1
    print("the cell found the secret" if secret in text else f"{looked.split()[1]} places looked at")
    return 1 if secret in text else 0


if __name__ == "__main__":
    sys.exit(main())
