"""Problems of four kinds with their worked conversations, in Chinese and English, as many as wanted.

How a problem is worded stands in `scenes`; here a scene is drawn, filled in and made a conversation in the seed's dialect.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Final

from solver.ports import Language, Message
from solver.prompts import prompt
from training.tiny.scenes import SCENES, Kind, Scene

LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
KINDS: Final[tuple[Kind, ...]] = ("arithmetic", "percent", "equation", "fraction")
HELD_OUT_ONE_IN: Final = 16


@dataclass(frozen=True, slots=True)
class Worked:
    """A problem with the conversation that solves it.

    Attributes:
        value: the exact answer, in percent where `answer` is.
        thought: what is said before the program.
        program: Python that prints `value` and nothing else.
        conclusion: the last turn; its box holds `answer` (LaTeX).
    """

    kind: Kind
    language: Language
    text: str
    value: Fraction
    answer: str
    thought: str
    program: str
    conclusion: str

    @property
    def held_out(self) -> bool:
        """Whether no training may see it. Its text decides, so both sides are disjoint whatever was drawn."""
        return hashlib.sha256(self.text.encode()).digest()[0] % HELD_OUT_ONE_IN == 0

    def messages(self) -> list[Message]:
        """System, problem, thought with program, what it printed, conclusion."""
        return [
            Message("system", prompt("seed/system")),
            Message("user", prompt("seed/question", problem=self.text)),
            Message("assistant", f"{self.thought}\n```python\n{self.program}\n```"),
            Message("user", prompt("seed/observation", output=str(self.value))),
            Message("assistant", self.conclusion),
        ]


def latex(value: Fraction) -> str:
    """A number as the box has it.

    >>> latex(Fraction(-35, 11)), latex(Fraction(4))
    ('-\\\\frac{35}{11}', '4')
    """
    if value.denominator == 1:
        return str(value)
    return f"{'-' * (value < 0)}\\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"


def problems(seed: int, *, held_out: bool) -> Iterator[Worked]:
    """Without end, the kinds in turn: those that training may see, or those that it never sees."""
    random = Random(f"{seed}/{held_out}")
    seen = set[str]()
    while True:
        for kind in KINDS:
            worked = _draw(kind, random)
            while worked.held_out != held_out or (held_out and worked.text in seen):
                worked = _draw(kind, random)
            if held_out:
                seen.add(worked.text)
            yield worked


def _draw(kind: Kind, random: Random) -> Worked:
    scene = random.choice([s for s in SCENES if s.kind == kind])
    return worked_from(scene, random.choice(LANGUAGES), random)


def worked_from(scene: Scene, language: Language, random: Random) -> Worked:
    """One problem of a scene in one language."""
    drawn = scene.draw(random)
    wording = scene.wordings[language]
    slots = {**wording.cast(random), **drawn.slots}
    answer = latex(drawn.value) + wording.unit
    return Worked(
        kind=scene.kind,
        language=language,
        text=random.choice(wording.problems).format(**slots),
        value=drawn.value,
        answer=answer,
        thought=random.choice(wording.thoughts).format(**slots),
        program=scene.program.format(**slots),
        conclusion="因此，" + wording.conclusion.format(**{**slots, "box": f"\\boxed{{{answer}}}"}),
    )
