"""Outcomes of an experiment listed, and those that fit counted; nothing is read here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations, product
from math import comb, perm, prod
from typing import Final, TypeAlias

import sympy as sp

from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import comment
from solver.topics.computed import Computed

MAX_OUTCOMES: Final = 20_000
SHOWN: Final = 18

Value: TypeAlias = int | str
Outcome: TypeAlias = tuple[Value, ...]

INDEPENDENT: Final = Words(
    "The outcomes are equally likely; there are \\[{sizes}={all}\\] of them.",
    "各种结果机会均等，共有 \\[{sizes}={all}\\] 种。",
)
CHOSEN: Final = Words(
    "{k} of the {n} are taken, the order does not matter: \\[\\binom{{{n}}}{{{k}}}={all}\\] equally likely choices.",
    "从 {n} 个中取 {k} 个，不计顺序，共有 \\[C_{{{n}}}^{{{k}}}={all}\\] 种机会均等的取法。",
)
ARRANGED: Final = Words(
    "For the first place there are {n} possibilities, for each next one fewer: \\[{sizes}={all}\\] equally likely rows.",
    "第一个位置有 {n} 种可能，以后每个位置少一种，共有 \\[{sizes}={all}\\] 种机会均等的排法。",
)
LISTED: Final = Words(
    "These fit: \\({listed}\\); that is \\({good}\\).", "符合要求的有：\\({listed}\\)，共 \\({good}\\) 种。"
)
COUNTED: Final = Words(
    "Going through all of them, \\({good}\\) fit.", "逐一检查，符合要求的有 \\({good}\\) 种。"
)
NONE: Final = Words("None of them fits.", "没有符合要求的。")
RATIO: Final = Words(
    "The probability is what fits out of all: \\[{chance}\\]",
    "概率是符合要求的结果数除以所有结果数：\\[{chance}\\]",
)
CODE: Final = Words("all outcomes, and those that fit", "所有结果，以及其中符合要求的")
ANSWER: Final = Words("The probability is {answer}.", "概率是{answer}。")
METHOD: Final = Words(
    "counted those that do not fit, with the order told apart", "区分先后顺序，数出不符合要求的"
)


@dataclass(frozen=True, slots=True)
class Event:
    """What is to happen: `source` is a condition on the outcome `t` in Python, `holds` the same."""

    source: str
    holds: Callable[[Outcome], bool]


@dataclass(frozen=True, slots=True)
class Experiment:
    """`mode` independent: one of each of `parts`; chosen, arranged: `number` of the only part, without or with order."""

    mode: str
    parts: tuple[Outcome, ...]
    number: int
    event: Event

    def outcomes(self) -> Iterable[Outcome]:
        """All of them, equally likely."""
        if self.mode == "independent":
            return product(*self.parts)
        (things,) = self.parts
        return (combinations if self.mode == "chosen" else permutations)(things, self.number)

    def size(self) -> int:
        """How many there are."""
        if self.mode == "independent":
            return prod(map(len, self.parts))
        return (comb if self.mode == "chosen" else perm)(len(self.parts[0]), self.number)


def task(experiment: Experiment, language: Language) -> Computed | None:
    """The listing; None where nothing can happen or it is too long."""
    size = experiment.size()
    if not 1 < size <= MAX_OUTCOMES:
        return None
    fitting = [t for t in experiment.outcomes() if experiment.event.holds(t)]
    good, first = len(fitting), experiment.parts[0]
    if experiment.mode == "independent":
        sizes = r"\times ".join(str(len(part)) for part in experiment.parts)
        steps = [INDEPENDENT.say(language, sizes=sizes, all=size)] if len(experiment.parts) > 1 else []
    elif experiment.mode == "chosen":
        steps = [CHOSEN.say(language, k=experiment.number, n=len(first), all=size)]
    else:
        sizes = r"\times ".join(str(len(first) - i) for i in range(experiment.number))
        steps = [ARRANGED.say(language, n=len(first), sizes=sizes, all=size)] if experiment.number > 1 else []
    steps.append(_fitting(fitting, good, language))
    value = Fraction(good, size)
    short = exact_latex(sp.Rational(good, size))
    quotient = rf"\frac{{{good}}}{{{size}}}"
    steps.append(RATIO.say(language, chance=quotient if quotient == short else f"{quotient}={short}"))
    listed = ", ".join(str(list(part)) for part in experiment.parts)
    several = {"independent": "product", "chosen": "combinations", "arranged": "permutations"}[
        experiment.mode
    ]
    more = "" if experiment.mode == "independent" else f", {experiment.number}"
    lines = (
        f"from itertools import {several}", "",
        comment(CODE.say(language)),
        f"outcomes = list({several}({listed}{more}))",
        f"fitting = [t for t in outcomes if {experiment.event.source}]",
        "Rational(len(fitting), len(outcomes))",
    )  # fmt: skip
    again = "product" if experiment.mode == "independent" else "permutations"
    checked = (
        f"from itertools import {again}", "",
        f"rows = list({again}({listed}{more}))",
        f"others = sum(1 for t in rows if not ({experiment.event.source}))",
        "1 - Rational(others, len(rows)) == claimed",
    )  # fmt: skip
    assert value >= 0
    return Computed(tuple(steps), lines, checked, ANSWER, METHOD, language)


def _fitting(fitting: list[Outcome], good: int, language: Language) -> str:
    if not fitting:
        return NONE.say(language)
    if good > SHOWN:
        return COUNTED.say(language, good=good)
    shown = []
    for t in fitting:
        names = [rf"\text{{{v}}}" if isinstance(v, str) else str(v) for v in t]
        shown.append(names[0] if len(names) == 1 else "(" + r",\ ".join(names) + ")")
    return LISTED.say(language, listed=r";\ ".join(shown), good=good)
