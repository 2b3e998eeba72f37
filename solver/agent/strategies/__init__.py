"""The ways of solving a problem with a language model: one file a strategy, and the table of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.agent.work import Strategy
from solver.named import named

STRATEGIES: Final[Mapping[str, str]] = {
    "tool-integrated": "solver.agent.strategies.rounds:steered",  # reasoning and cells by turns (ToRA)
    "chain-of-thought": "solver.agent.strategies.reasoning:solve",  # no code
    "program-first": "solver.agent.strategies.program_first:solve",  # one program, else reasoning (MAmmoTH)
    "hybrid": "solver.agent.strategies.hybrid:solve",  # multiple choice is reasoned, all else programmed
    "self-verify": "solver.agent.strategies.self_verify:solve",  # its answer is verified by code, and revised (CSV)
    "vote": "solver.agent.strategies.vote:solve",  # several conversations, the majority's answer (SC-TIR)
    "best-of": "solver.agent.strategies.best_of:best",  # the one that a reward model prefers
    "weighted-vote": "solver.agent.strategies.best_of:weighted",  # votes that weigh what a reward model gives them
    "plain": "solver.agent.strategies.rounds:plain",  # rounds that nobody steers: the built-in tutor's
}
DEFAULT: Final = "tool-integrated"
JUDGED: Final = frozenset(("best-of", "weighted-vote"))
"""Those that need a reward model."""


def strategy(name: str) -> Strategy:
    """The strategy of that name, imported only now.

    Raises:
        LookupError: there is none; the text suggests the nearest.
    """
    found: Strategy = named(STRATEGIES, name, "strategy")
    return found
