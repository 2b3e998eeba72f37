"""`python -m tests.load`: the program under load. Starts what it needs, measures, prints tables, ends what it started.

    python -m tests.load --students 50 --idle 200 --minutes 10     the main run: 2 cores, built-in tutor
    python -m tests.load --students 50 --minutes 10 --faults       the same without and with faults, compared
    python -m tests.load --two --students 12 --minutes 2           two servers behind nginx, one killed under load
    python -m tests.load --growth                                  a table from 1 to 200 students
    python -m tests.load --cost 30                                 processor time of a problem, one student
    python -m tests.load --url https://… --students 5              somebody else's server: times and errors only

Exit status 1 where something that must hold does not. The rows, a line of JSON each, and the tables are written to `--out`.
"""

from __future__ import annotations

import argparse
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.load import modes
from tests.load.running import GRACE_S


def options_of(words: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.load", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--students", type=int, default=50)
    parser.add_argument(
        "--every-s", type=float, default=20.0, help="seconds from one problem of a student to the next"
    )
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--idle", type=int, default=0, help="pages that are open and do nothing")
    parser.add_argument(
        "--clients", type=int, default=None, help="how many of the students use gradio_client (3 of 50)"
    )
    parser.add_argument(
        "--browsers", type=int, default=None, help="how many of them have a real browser (2 of 50)"
    )
    parser.add_argument("--url", help="a server that runs already; without it the program is started here")
    parser.add_argument("--postgres", action="store_true", help="keep conversations in a PostgreSQL that is started here, not in a file")  # fmt: skip
    parser.add_argument("--faults", action="store_true")
    parser.add_argument(
        "--faults-only",
        action="store_true",
        help="with faults, without the run before it that it is compared with",
    )
    parser.add_argument("--two", action="store_true")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--cost", type=int, metavar="PROBLEMS")
    parser.add_argument(
        "--settle-s", type=float, default=GRACE_S + 40, help="how long to wait until nothing is in use"
    )
    parser.add_argument("--seed", default="0")
    parser.add_argument("--out", type=Path, help="folder for rows and tables (load-DATE)")
    options = parser.parse_args(words)
    some = options.students >= 10
    options.clients = (
        options.clients if options.clients is not None else 3 * some or int(options.students >= 3)
    )
    options.browsers = (
        options.browsers if options.browsers is not None else 2 * some or int(options.students >= 2)
    )
    options.out = options.out or Path(f"load-{datetime.now(UTC):%Y%m%d-%H%M%S}")
    return options


def main() -> int:
    """Run the mode that was asked for."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what was started is ended
    options = options_of()
    options.out.mkdir(parents=True, exist_ok=True)
    return modes.run(options)


if __name__ == "__main__":
    sys.exit(main())
