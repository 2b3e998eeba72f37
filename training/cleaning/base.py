"""A fault, and what cleaners have in common: looking at and rewriting parts of a solution."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from solver.transcript import Block, Cell, Prose, fold, replay
from training.examples import Example


class Fault(Exception):
    """Why an example is dropped. `reason` is a key that is counted, the text says it of this one."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail)
        self.reason = reason


def cells(example: Example) -> list[Cell]:
    """Its cells with what they gave."""
    return [block for block in fold(example.events) if isinstance(block, Cell)]


def proses(example: Example) -> list[str]:
    """Its stretches of prose."""
    return [block.text for block in fold(example.events) if isinstance(block, Prose)]


def with_blocks(example: Example, rewrite: Callable[[list[Block]], list[Block]]) -> Example:
    """The example with its blocks rewritten; itself where they are as they were."""
    if not example.events:
        return example
    after = rewrite(fold(example.events))
    return example if after == fold(example.events) else replace(example, events=tuple(replay(after)))


def with_prose(example: Example, rewrite: Callable[[str], str]) -> Example:
    """The example with each stretch of its prose rewritten, those without a letter left out; itself where nothing changed."""
    if not any(rewrite(text) != text for text in proses(example)):
        return example

    def blocks(found: list[Block]) -> list[Block]:
        told = [replace(b, text=rewrite(b.text)) if isinstance(b, Prose) else b for b in found]
        return [b for b in told if not isinstance(b, Prose) or b.text.strip()]

    return with_blocks(example, blocks)


def changed(example: Example, **values: str) -> Example:
    """The example with other values; itself where they are the same."""
    differing = {name: value for name, value in values.items() if getattr(example, name) != value}
    return replace(example, **differing) if differing else example  # type: ignore[arg-type]
