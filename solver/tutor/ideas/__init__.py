"""The second rung: which idea or theorem leads on, by its name, and why it fits, in words a pupil understands.

One table a field, a row for each topic; a topic that reads several kinds of problem has a row for each kind, told apart by the
words of the problem. Where a topic solves by one of several methods, the method's own idea is told (`methods.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Final, TypeAlias

from solver.ports import Language
from solver.topics.base import Words

Row: TypeAlias = tuple[str, str, str]
"""A regular expression that the problem's text must have ("" for any), then the idea in English and in Chinese."""

FIELDS: Final = (
    "numbers",
    "expressions",
    "equations",
    "functions",
    "geometry",
    "discrete",
    "calculus",
    "stories",
)
_ANY: Final = Words(
    "Write down what you are looking for and give it a name. Then look for one relation between it and what is known – "
    "a definition, a formula or an equation – and work from there one small step at a time.",
    "先把要求的量写下来，给它一个名字；再在它和已知条件之间找一个关系——定义、公式或等式，然后一小步一小步往下推。",
)
_CLAUSE: Final = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")


@lru_cache(maxsize=1)
def ideas() -> Mapping[str, tuple[Row, ...]]:
    """Every topic's rows, by its name in `TOPICS`."""
    found: dict[str, tuple[Row, ...]] = {}
    for field in FIELDS:
        found |= import_module(f"solver.tutor.ideas.{field}").IDEAS
    return found


def idea_for(
    problem: str,
    language: Language,
    *,
    topic: str | None,
    method: str | None = None,
    is_safe: Callable[[str], bool] = lambda _: True,
) -> str:
    """The rung for a problem, Markdown. Sentences that `is_safe` refuses are left out; never empty."""
    from solver.tutor.ideas.methods import METHOD_IDEAS

    told = (
        Words(*METHOD_IDEAS[method]).say(language)
        if method and method in METHOD_IDEAS
        else _by_topic(problem, topic, language)
    )
    sentences = [s for s in _CLAUSE.split(told) if s.strip()]
    safe = [s for s in sentences if is_safe(s)] or [_ANY.say(language)]
    return ("" if language == "zh" else " ").join(safe)


def kind_of(problem: str, topic: str) -> int:
    """Which of its topic's kinds a problem is: those of one kind are met with the same idea.

    >>> kind_of("Solve 3x + 7 = 22.", "equations") == kind_of("Solve 5(x - 2) = 11.", "equations")
    True
    >>> kind_of("Solve 3x + 7 = 22.", "equations") == kind_of("Solve x^2 = 4.", "equations")
    False
    """
    rows = ideas()[topic]
    return next(n for n, (pattern, _, _) in enumerate(rows) if re.search(pattern, problem, re.IGNORECASE))


def _by_topic(problem: str, topic: str | None, language: Language) -> str:
    for pattern, english, chinese in ideas().get(topic or "", ()):
        if re.search(pattern, problem, re.IGNORECASE):
            return chinese if language == "zh" else english
    return _ANY.say(language)
