"""A solution that was begun, gone on with by a model: its first steps are said again, and their cells run again, before the model goes on."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace

from solver.ports import Delta, Message, Model, Sampling, Wait
from solver.transcript import Cell, Prose


class Begun:
    """Implements `Model` for one problem."""

    def __init__(self, steps: Sequence[Prose | Cell], model: Model) -> None:
        """`steps` are the first of a solution, `model` is who goes on behind them."""
        self.name, self._model = model.name, model
        self._cells, self._open = list[str](), ""
        for step in steps:
            if isinstance(step, Prose):
                self._open += step.text
            else:
                said = self._open if not self._open or self._open.endswith("\n") else self._open + "\n"
                self._cells.append(f"{said}```python\n{step.source.rstrip()}\n```\n")
                self._open = ""

    async def stream(
        self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
    ) -> AsyncGenerator[Delta | Wait]:
        """The stretch up to the next cell that was begun with; behind the last of them, what the model says."""
        if self._cells:
            yield Delta(self._cells.pop(0))
            return
        told, begun, self._open = list(messages), self._open, ""
        if begun:
            yield Delta(begun)
            if told[-1].role == "assistant" and told[-1].cell is None:
                told[-1] = replace(told[-1], content=told[-1].content + begun)
            else:
                told.append(Message("assistant", begun))
        async with aclosing(self._model.stream(told, sampling, stop=stop)) as pieces:
            async for piece in pieces:
                yield piece
