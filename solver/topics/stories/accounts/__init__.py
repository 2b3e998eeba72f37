"""Accounts: English word problems told clause by clause into a ledger of who has, gets, loses or does how much of what.

`read` is the whole interface. Every word of a sentence must be read by the grammar (`clauses.py`, `questions.py`), every number must be
needed for what is asked, and all ways to read the text that come to an answer must come to the same.
"""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from solver.topics.base import Reading, Text
from solver.topics.stories.accounts import bought
from solver.topics.stories.accounts.answering import Account
from solver.topics.stories.accounts.clauses import Told
from solver.topics.stories.accounts.reading import parses
from solver.topics.stories.accounts.values import Ask
from solver.topics.stories.passed_over import passed_over, unanswered
from solver.topics.stories.school.english.marks import Marks, marks
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Unfit, Working

__all__ = ["alone", "differs", "read"]

MAX_CHARACTERS: Final = 900
MAX_SENTENCES: Final = 14
MAX_WAYS: Final = 96
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_PARTLY_SOLD: Final = re.compile(r"(?is)\b(?:sells?|sold)\b[^.?!]{0,30}\bof (?:them|the|these)\b.*\bprofit\b")
"""What the profit is where some are left, is not told."""
_FOREIGN: Final = re.compile(
    r"(?i)\bdozen\b|\b(?:more|less|fewer|cheaper)[.,;]|\bratio\b|\bmakes? up the rest\b"
)
"""Prices of a dozen, shares of a rest: other readers have these."""


def read(text: Text) -> Reading:
    """A problem that is read whole, and not read otherwise by the other readers of stories; None for all else."""
    from solver.topics.stories import word_problems

    if _PARTLY_SOLD.search(text.source):
        return None
    working = alone(text.source)
    if working is None or working.answer is None:
        return None
    if passed_over(text.source) is not None or unanswered(text.source, 1):
        return None
    from solver.topics.stories import school

    others = word_problems.answers_of(text) | school.answers_of(text)
    return Exercise.of(working) if others <= {(working.answer.value,)} else None


def differs(text: Text, values: tuple[Fraction, ...] | None) -> bool:
    """Whether the text, read as an account, comes to one answer that is none of these values."""
    if text.language != "en" or not values:
        return False
    working = alone(text.source)
    return working is not None and working.answer is not None and working.answer.value not in values


@lru_cache(maxsize=8)
def alone(source: str) -> Working | None:
    """The working of a story, whatever others read in it; it is not to be changed."""
    if bought.is_a_part(source):
        return None
    if len(source) > MAX_CHARACTERS or _HAN.search(source) or _FOREIGN.search(source):
        return None
    found = marks(source)
    if (
        found is None
        or len(found.clauses) > MAX_SENTENCES
        or not found.clauses[-1].asks
        or [c.asks for c in found.clauses].index(True) != len(found.clauses) - 1
    ):
        return None
    ways = [parses(clause.text, found.names) for clause in found.clauses]
    if not all(ways):
        return None
    solved: list[Working] = []
    for way in itertools.islice(itertools.product(*ways), MAX_WAYS):
        try:
            solved.append(_solve(found, way))
        except Unfit:
            continue
    answers = {w.answer.value for w in solved if w.answer is not None}
    return solved[0] if len(answers) == 1 else None


def _solve(found: Marks, way: tuple[tuple[Told, ...], ...]) -> Working:
    account = Account(found)
    account.question = next((told for told in way[-1] if isinstance(told, Ask)), None)
    questions: list[Ask] = []
    for number, sentence in enumerate(way):
        account.sentence = number
        for told in sentence:
            if isinstance(told, Ask):
                questions.append(told)
            elif questions:
                raise Unfit
            else:
                account.tell(told)
    if len(questions) != 1:
        raise Unfit
    return account.ask(questions[0])
