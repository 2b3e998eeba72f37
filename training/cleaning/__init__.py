"""What makes an example unfit, and what can be mended. A cleaner looks at one example, in the order of `CLEANERS`.

A cleaner returns the example itself where nothing is amiss, a mended one, or raises a `Fault`. `duplicates` and
`contamination` look at all examples and at those of evaluation; `stage` puts everything together, `report` counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from training.cleaning import (
    answers,
    checks,
    claims,
    endings,
    exact,
    fences,
    formulas,
    languages,
    leaks,
    lengths,
)
from training.cleaning.base import Fault
from training.examples import Example

Cleaner: TypeAlias = Callable[[Example], Example]

CLEANERS: Final[Mapping[str, Cleaner]] = {
    "checks": checks.clean,  # the agent's cells behind the answer
    "fences": fences.clean,  # empty, doubled, unclosed; programs that are no Python
    "leaks": leaks.clean,  # prompts, answer formats and marks of templates
    "formulas": formulas.clean,  # one way to write a formula
    "claims": claims.clean,  # outputs that nothing printed
    "answers": answers.clean,  # missing, against the output, against the reference
    "exact": exact.clean,  # an exact value instead of a decimal
    "endings": endings.clean,  # the last words say the answer in a box
    "languages": languages.clean,  # the problem's language is the solution's
    "lengths": lengths.clean,  # too short, too long
}


def cleaned(example: Example) -> tuple[Example, tuple[str, ...]]:
    """The example as it may be kept, and the cleaners that mended something.

    Raises:
        Fault: it may not.
    """
    mended = list[str]()
    for name, clean in CLEANERS.items():
        after = clean(example)
        if after is not example:
            mended.append(name)
            example = after
    return example, tuple(mended)


__all__ = ["CLEANERS", "Fault", "cleaned"]
