"""Works with drawn numbers: right ones, unusual right ones, and ones with a slip made by rule at a known line.

Written as text from templates, apart from the judging: nothing of `solver` is imported here.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from tests.bench.checking_analysis import derivative, integral, limit, matrix, story
from tests.bench.checking_equations import (
    biquadratic,
    brackets,
    common_factor,
    cubic,
    fractions,
    linear,
    product_not_zero,
    quadratic,
    square,
)
from tests.bench.checking_expressions import arithmetic, expansion, factoring, laws, simplification
from tests.bench.checking_made import Made, Maker
from tests.bench.checking_more_equations import (
    absolute,
    exponential,
    inequality,
    logarithmic,
    quadratic_inequality,
    radical,
    rational,
    system,
)

MAKERS: Sequence[Maker] = (
    linear, brackets, fractions, quadratic, common_factor, product_not_zero, square, biquadratic, cubic, radical, rational, exponential,
    logarithmic, absolute, system, inequality, quadratic_inequality, simplification, expansion, factoring, laws, arithmetic, derivative,
    integral, limit, matrix, story,
)  # fmt: skip


def cases(seed: int = 0, rounds: int = 4) -> Iterator[Made]:
    """All makers in both languages, with other numbers in every round."""
    for k in range(rounds):
        for maker in MAKERS:
            draw = random.Random(f"{seed}/{k}/{maker.__name__}")
            yield from maker(draw, "zh" if k % 2 else "en")
