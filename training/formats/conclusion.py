r"""The end of a solution: its prose says the answer that the solution is known to have, in a box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from evaluation.grader.final_answer import final_answer
from solver.agent.attempt import said_in
from solver.events import Answer, Done, Event
from solver.latex import boxed
from solver.ports import Language
from solver.transcript import Block, Cell, Prose, fold, replay

CLOSING: Final[Mapping[Language, str]] = {
    "en": "Therefore, the answer is \\(\\boxed{%s}\\).",
    "zh": "因此，答案是 \\(\\boxed{%s}\\)。",
}
"""The seed's models end with 因此 and a box."""
_BOX: Final = "\\boxed{"


def concluded(
    events: Iterable[Event], answer: str, language: Language, *, box: bool = False
) -> Iterator[Event]:
    r"""The events of a solution, its last words such that `answer` is read from them; in a box if that is wanted.

    A box that says something else gets the answer; where there is none, a sentence is added. Without an answer nothing is done.

    >>> from solver.events import Reasoning
    >>> list(concluded([Reasoning(0, "It is 2.")], "2", "en"))
    [Reasoning(part=0, delta='It is 2.\n'), Reasoning(part=1, delta='Therefore, the answer is \\(\\boxed{2}\\).')]
    >>> list(concluded([Reasoning(0, r"So \(\boxed{0.5}\).")], r"\frac{1}{2}", "en"))
    [Reasoning(part=0, delta='So \\(\\boxed{\\frac{1}{2}}\\).')]
    """
    blocks = fold(events)
    said = said_in(replay(blocks))
    found = boxed(said) or (None if box else final_answer(said))
    if not answer or (found or "").strip() == answer.strip():
        yield from replay(blocks)
        return
    told: list[Block] = [b for b in blocks if not isinstance(b, Answer | Done)]
    ending: list[Block] = [b for b in blocks if isinstance(b, Answer | Done)]
    yield from replay(_boxed_anew(told, answer) or _added(told, CLOSING[language] % answer))
    yield from replay(ending)


def _boxed_anew(blocks: list[Block], answer: str) -> list[Block] | None:
    """The last box behind the last cell holds the answer; None where there is none."""
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if isinstance(block, Cell):
            return None
        if isinstance(block, Prose) and (held := boxed(block.text)):
            before, _, after = block.text.rpartition(_BOX)
            return [*blocks[:at], replace(block, text=f"{before}{_BOX}{answer}{after[after.index(held) + len(held) :]}"), *blocks[at + 1 :]]  # fmt: skip
    return None


def _added(blocks: list[Block], sentence: str) -> list[Block]:
    part = 1 + max((b.part for b in blocks if isinstance(b, Prose | Cell)), default=-1)
    if blocks and isinstance(last := blocks[-1], Prose) and not last.text.endswith("\n"):
        blocks = [*blocks[:-1], replace(last, text=last.text + "\n")]
    return [*blocks, Prose(part, sentence)]
