"""Which topics see to a wish for a form by themselves, and the others' tasks with their answers in it."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Task, Text
from solver.topics.forms import OF_A_TOPIC, Wish, in_form

DIVIDING: Final = frozenset(("two_questions",))
"""What would give the wish to the last of the questions alone."""
COMPARING: Final = frozenset(("comparisons",))
"""What answers with one of the numbers that the question gives: rounded, they may be the same."""
ROUND_THEMSELVES: Final = frozenset(("rounding", "figures"))
"""Topics that read how exact their answer is to be."""
_IN_DEGREES: Final = frozenset(("figures", "triangles", "trigonometric", "matrices"))
"""What pays no heed to "in radians"."""
_WRITE_THEMSELVES: Final = frozenset(
    "rounding number_forms scientific_notation recurring choices angle_measures bases ratios".split()
)


def formed(name: str, task: Task, wish: Wish, text: Text, *, seen: bool) -> Task:
    """The task with its answer in the form that is wished for. `seen`: the topic read the wish as well, and may have met it."""
    form = wish.form
    is_seen_to = form.accuracy is None and form.manner in OF_A_TOPIC
    if is_seen_to and form.manner in ("degrees", "radians") and name in _IN_DEGREES:
        is_seen_to = False
    if seen and (name in _WRITE_THEMSELVES or is_seen_to):
        return task
    if seen and form.accuracy is not None and name in (*ROUND_THEMSELVES, "choices"):
        return task
    return in_form(task, form, text.language, wish.rest)
