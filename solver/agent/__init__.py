"""The loop: model → cell → output → model → … → answer → check, as one stream of events, and the ways of solving.

Knows no model, no kernel and no page: only the doors.
"""

from solver.agent.agent import Agent
from solver.agent.attempt import Limits
from solver.agent.strategies import DEFAULT, JUDGED, STRATEGIES, strategy

__all__ = ["DEFAULT", "JUDGED", "STRATEGIES", "Agent", "Limits", "strategy"]
