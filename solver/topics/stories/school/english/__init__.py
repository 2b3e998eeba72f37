"""English stories of primary school whose clauses are of known forms, with open words for what they are about.

What holds a clause together is read strictly (every, more, than, left, half, …). What was told is a network of sums and products;
every number must be used, and where two ways to read a story give different answers, none is given.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import Final

from solver.topics.base import Reading, Text
from solver.topics.stories.school.english.answering import Answering
from solver.topics.stories.school.english.asking import Question, question_of
from solver.topics.stories.school.english.clauses import Said, sentences
from solver.topics.stories.school.english.marks import Marks, marks
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Unfit, Working

__all__ = ["read"]

MAX_CHARACTERS: Final = 700
MAX_SENTENCES: Final = 12
MAX_WAYS: Final = 60
# What is said of shares besides: no numbers, no words that take anything away.
_EQUAL: Final = re.compile(
    r"^(?:each|every|they|all|both)\b[a-z ]{0,40}\b(?:gets?|got|receives?|received|has|have|pays?|paid) the same (?:amount|number|share)(?: of [a-z]+)?$"
)
_NO_STORY: Final = re.compile(  # what is counted otherwise than by the numbers that are told
    r"(?i)\b(?:half-?way|half way|midpoint|middle|short of|rectang\w*|fenc\w*|perimeter|area|circular|circumference|border|wide|width|laps?|(?:all\s+the\s+way\s+)?(?:round|around)\s+(?:it|the\s+(?:edge|outside|garden|field|park|track)))\b"
)
_SPENT_ON: Final = re.compile(
    r"\b(?:spend|spent|pay|paid) (?:on|for) (?:the |his |her |their )?(?!(?:all|both|it|them|everything|this|these|each|one|average|that|those|a|an)\b)([a-z]+)"
)
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def read(text: Text) -> Reading:
    """A story that is read whole, and not read otherwise by `word_problems`; None for all else."""
    from solver.topics.stories import word_problems

    working = alone(text)
    if working is None or working.answer is None:
        return None
    others = word_problems.answers_of(text)
    return Exercise.of(working) if others <= {(working.answer.value,)} else None


def alone(text: Text) -> Working | None:
    """The working of a story, whatever others read in it; it is not to be changed."""
    return _alone(text.source)


@lru_cache(maxsize=8)  # the readers ask each other, so that a text comes twice
def _alone(source: str) -> Working | None:
    if len(source) > MAX_CHARACTERS or _HAN.search(source):
        return None
    found = marks(source)
    if found is None or len(found.clauses) > MAX_SENTENCES or _NO_STORY.search(source):
        return None
    return _story(found)


def _story(found: Marks) -> Working | None:
    """The only answer of all ways to read the sentences."""
    *told, last = found.clauses
    if not last.asks or any(c.asks for c in told):
        return None
    if any(
        not re.search(rf"\b{word.rstrip('s')}", " ".join(c.text for c in told))
        for word in _SPENT_ON.findall(last.text)
    ):
        return None  # on what nobody bought
    lead, questions = question_of(last.text)
    texts = [c.text for c in told if not _EQUAL.search(c.text)]
    if lead:
        texts.append(re.sub("^if ", "", lead))
    ways = [list(sentences(re.sub("^if ", "", t))) for t in texts]
    if not questions or not all(ways):
        return None
    solved: list[Working] = []
    for question in questions:
        for way in itertools.islice(itertools.product(*ways), MAX_WAYS):
            try:
                solved.append(_solve(found, [said for sentence in way for said in sentence], question))
            except Unfit:
                continue
    answers = {w.answer.value for w in solved if w.answer is not None}
    return solved[0] if len(answers) == 1 else None


def _solve(found: Marks, told: list[Said], question: Question) -> Working:
    story = Answering(found)
    story.prepare(question)
    for said in told:
        story.tell(said)
    return story.ask(question)
