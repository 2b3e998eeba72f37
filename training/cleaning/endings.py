"""The last words of a solution say its answer in a box, as every model that is trained on it shall."""

from __future__ import annotations

from dataclasses import replace

from solver.events import Answer, Check, Done
from solver.transcript import fold
from training.cleaning.base import Fault
from training.examples import Example
from training.formats.base import stated
from training.formats.conclusion import concluded


def clean(example: Example) -> Example:
    """The example, a sentence with the box added where there was none.

    Raises:
        Fault: `no-answer`: the box cannot be read back, so its answer is no LaTeX.
    """
    if not example.solved:
        return example
    answer = example.answer.strip()
    events = tuple(concluded(example.events, answer, example.language, box=True))
    if stated(events) != answer:
        raise Fault("no-answer", f"{answer!r:.60} cannot be put into a box")
    if Answer(answer) in events and fold(events) == fold(example.events):
        return example
    told = [event for event in events if not isinstance(event, Answer | Done)]
    at = next((n for n, event in enumerate(told) if isinstance(event, Check)), len(told))
    events = (*told[:at], Answer(answer), *told[at:], Done("answered"))
    return replace(example, events=events, answer=answer)
