"""Which of several statements is true, or which option has a property: every option is judged by itself."""

from solver.topics.statement_choices.topic import read

__all__ = ["read"]
