"""`python -m tests.bench`: the figures of `tests/bench/RESULTS.md` but the long ones (soak, battery of attacks)."""

from __future__ import annotations

import subprocess
import sys

from tests.bench.page import SEED

COMMANDS = [
    ["-m", "tests.bench.page"],
    ["-m", "tests.bench.kernels"],
    ["-m", "evaluation", "run", "--data", str(SEED), "--show", "wrong,declined"],
]


def main() -> int:
    """Run every measurement; what needs the development data is left out where it is absent."""
    if not SEED.exists():
        print("The development data lies beside the repository and is absent here: nothing to measure with.")
        return 0
    for command in COMMANDS:
        print("$ python", " ".join(command), flush=True)
        subprocess.run([sys.executable, *command], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
