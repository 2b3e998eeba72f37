"""The grader's process: questions as lines of JSON in, verdicts out. Started by `evaluation.grading`, which ends it when it hangs."""

from __future__ import annotations

import json
import sys

from evaluation.grader.options import judge

MEMORY_BYTES = 3 << 30


def main() -> None:
    """Answer until the input ends; the first line out says that the process is warm."""
    _limit_memory()
    judge("x^2+1", "1+x^2")
    print("{}", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            verdict = judge(
                asked["answer"], asked["reference"], choices=asked["choices"], ordered=asked["ordered"]
            )
        except (
            RecursionError,
            MemoryError,
            ArithmeticError,
            ValueError,
            TypeError,
            AttributeError,
            NotImplementedError,
        ):
            verdict = "undecided"  # sympy gave up on it; what it gives up with is not ours to choose
        print(json.dumps({"verdict": verdict}), flush=True)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


if __name__ == "__main__":
    main()
