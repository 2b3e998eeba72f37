"""Whether what a reader was shown is explained by what is kept: by a beginning of it, folded as the page folds it."""

from __future__ import annotations

import re
from typing import Any

from solver.store import KeptTurn
from ui.render import view
from ui.turn import Turn

STATE = re.compile(
    r'<p class="cell-state">.*?</p>|<summary>.*?</summary>|<div class="cell-head">.*?</div>|<[^>]+>'
)
"""What depends on the moment: that a cell runs, what can be done with it. And all tags."""


def words(shown: dict[str, Any]) -> str:
    """The words and formulas of a turn as the page was given it; its pictures by their addresses."""
    html = "".join(block["html"] for block in shown["blocks"] if _is_of_stream(block))
    pictures = "".join(re.findall(r'src="([^"]*)"', html))
    return shown["problem"] + STATE.sub("", html) + pictures


def _is_of_stream(block: dict[str, Any]) -> bool:
    """Not what a tutor puts beside a solution (chips, why a step is allowed): that is made anew of it."""
    beside = block["zone"] in ("ladder", "tutor") or block["kind"] == "reasons"
    return not beside and block["id"] not in ("waiting", "unkept")


def explained(shown: dict[str, Any], kept: KeptTurn) -> int | None:
    """How many of the kept events give just what was shown; None where no beginning of them does."""
    turn, wanted = Turn(kept.name, kept.problem), words(shown)
    for length, event in enumerate((None, *kept.events)):
        if event is not None:
            turn.apply(event)
        if words(view(turn)) == wanted:
            return length
    return None
