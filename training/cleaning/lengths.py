"""Texts that are too short to be a problem or a solution, or too long to be learnt from."""

from __future__ import annotations

from typing import Final

from solver.transcript import output_text
from training.cleaning.base import Fault, cells, proses
from training.examples import Example

SHORTEST_PROBLEM: Final = 4
"""Characters: `1+1=` is one."""
LONGEST_PROBLEM: Final = 2000
SHORTEST_SOLUTION: Final = 8
LONGEST_SOLUTION: Final = 8000
"""Some 2,500 tokens: more than the context of the smallest family has room for."""
LONGEST_OUTPUT: Final = 2000
MOST_CELLS: Final = 8
"""As many rounds as the agent gives a model."""


def clean(example: Example) -> Example:
    """The example as it is.

    Raises:
        Fault: `too-short`, `too-long`, `too-many-cells`.
    """
    length = len(example.problem)
    if not SHORTEST_PROBLEM <= length <= LONGEST_PROBLEM:
        raise Fault("too-short" if length < SHORTEST_PROBLEM else "too-long", f"a problem of {length}")
    if not example.solved:
        return example
    found = cells(example)
    said = sum(map(len, proses(example))) + sum(len(cell.source) for cell in found)
    if not SHORTEST_SOLUTION <= said <= LONGEST_SOLUTION:
        raise Fault("too-short" if said < SHORTEST_SOLUTION else "too-long", f"a solution of {said}")
    if any(len(output_text(cell)) > LONGEST_OUTPUT for cell in found):
        raise Fault("too-long", "an output")
    if len(found) > MOST_CELLS:
        raise Fault("too-many-cells", str(len(found)))
    return example
