"""Problems of primary school whose clauses are of known forms: counting, sharing, packing, prices, figures, rates.

`read` is the whole interface. The clauses are read strictly by what holds them together, the words for things are open; where
two ways to put the clauses together give different answers, none is given. Each language has a reader of its own.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from solver.topics.base import Reading, Task, Text, Unread
from solver.topics.stories.beside import asked_before_the_end
from solver.topics.stories.gaps import counts_gaps
from solver.topics.stories.letters import without_letters
from solver.topics.stories.passed_over import passed_over, unanswered
from solver.topics.stories.school import chinese, english
from solver.topics.stories.school.english import methods
from solver.topics.stories.school.english.retelling import retold
from solver.topics.stories.school.task import Exercise

__all__ = ["read"]


def read(text: Text) -> Reading:
    """A problem of primary school that is read whole; None for all else: what is not read here, other topics name."""
    from solver.topics.stories import accounts, word_problems

    found = _read(text)
    if found is None or isinstance(found, Unread):
        return found
    if (words := passed_over(text.source, counts_pairs=True, gaps=True)) is not None:
        return Unread((words,), doubted=True)
    if asked_before_the_end(text.source):
        return None
    if unanswered(text.source, len(word_problems.values_of(found) or ())):
        return Unread((text.source.strip(),))  # other words may answer all of it
    return None if accounts.differs(text, word_problems.values_of(found)) else found


def _read(text: Text) -> Reading:
    source, letters = without_letters(text.source)
    text = replace(text, source=source)
    found = chinese.read(text)
    if found is None:
        return _english(text)
    from solver.topics.stories import word_problems

    if letters and isinstance(found, Exercise):
        found = found.named(letters)
    return found if word_problems.answers_of(text) <= {word_problems.values_of(found)} else None


def _english(text: Text) -> Reading:
    """As it stands; in plainer words where nobody reads it as it stands and all who then read it agree."""
    from solver.topics.stories import word_problems

    found = _as_it_stands(text)
    if found is not None or answers_of(text):
        return found
    tasks: list[Task] = []
    for source in retold(text.source):
        plain = Text(source, "en")
        read_ = word_problems.read(plain)
        task = read_ if read_ is not None and not isinstance(read_, Unread) else _as_it_stands(plain)
        if task is not None and not isinstance(task, Unread):
            tasks.append(task)
        elif answers_of(plain):
            return None  # two ways to read it disagree
    return tasks[0] if len({word_problems.values_of(task) for task in tasks}) == 1 else None


def _as_it_stands(text: Text) -> Reading:
    """By a method of its own or as a story; None where two readers answer it and differ."""
    method = methods.read(text)
    if method is None:
        return None if counts_gaps(text.source) else english.read(text)
    if counts_gaps(text.source):
        return method
    from solver.topics.stories import word_problems

    answers = set(word_problems.answers_of(text))
    story = english.alone(text)
    if story is not None and story.answer is not None:
        answers.add((story.answer.value,))
    return method if answers <= {word_problems.values_of(method)} else None


def answers_of(text: Text) -> set[tuple[Fraction, ...]]:
    """What the English readers find, whether they agree or not."""
    from solver.topics.stories import word_problems

    answers = set(word_problems.answers_of(text))
    story, method = english.alone(text), word_problems.values_of(methods.read(text))
    if story is not None and story.answer is not None:
        answers.add((story.answer.value,))
    return answers if method is None else {*answers, method}
