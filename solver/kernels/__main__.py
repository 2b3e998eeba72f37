"""Run files as cells of one fresh, confined kernel: `python -m solver.kernels FILE… [--json] [--timeout-s S]`.

Prints each event as it comes. Exit status: 0, or 1 if a cell ended with an error or the kernel died.
`python -m solver.kernels doctor [--json]` says instead which layers of the confinement hold on this host.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from contextlib import aclosing
from pathlib import Path
from typing import assert_never

from solver.errors import SolverError
from solver.events import Figure, Output, encode
from solver.kernels import doctor
from solver.kernels.pool import KernelPool


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m solver.kernels", description=(__doc__ or "").split(":")[0]
    )
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a cell; '-' is standard input; or the word doctor",
    )
    parser.add_argument("--json", action="store_true", help="one line of JSON per event")
    parser.add_argument(
        "--timeout-s", type=float, default=30.0, metavar="S", help="seconds per cell (default: 30)"
    )
    options = parser.parse_args(arguments)
    if options.files == [Path("doctor")]:
        return doctor.report(as_json=options.json)
    try:
        sources = [
            sys.stdin.read() if str(path) == "-" else path.read_text("utf-8") for path in options.files
        ]
        return asyncio.run(_run(sources, as_json=options.json, timeout_s=options.timeout_s))
    except (OSError, SolverError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1


async def _run(sources: list[str], *, as_json: bool, timeout_s: float) -> int:
    pool = KernelPool(warm=0)
    failed = False
    try:
        kernel = pool.kernel()
        for part, source in enumerate(sources):
            async with aclosing(kernel.run(part, source, timeout_s=timeout_s)) as events:
                async for event in events:
                    failed |= isinstance(event, Output) and event.stream == "error"
                    print(encode(event) if as_json else _describe(event), flush=True)
    finally:
        await pool.close()
    return int(failed)


def _describe(event: Output | Figure) -> str:
    match event:
        case Output(stream=stream, text=text, latex=latex):
            return f"[{stream}] {text.rstrip()}" + (f"    [latex] {latex}" if latex else "")
        case Figure(alt=alt, data=data, mime=mime):
            return f"[figure] {alt} ({mime}, {len(data):,} bytes)"
        case _:
            assert_never(event)


if __name__ == "__main__":
    sys.exit(main())
