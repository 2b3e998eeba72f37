"""The built-in tutor's methods, one file or folder a topic, in a folder for each field, and the table of them.

To add one: write `solver/topics/<field>/<name>.py` with `read(text) -> Reading` (see `base.py` for what a task offers)
and add a row to `TOPICS` (`table.py`). The tests over the table then run on it by themselves.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from solver.formula import FormulaError, Unworkable
from solver.named import named
from solver.ports import Language, Problem
from solver.reader import as_question, clean, every_wording
from solver.reader.bilingual import told_twice
from solver.reader.doubtful import one_fraction, unclear_percent, unclear_slash
from solver.reader.numbering import labels_of_parts
from solver.reader.patterns import make_room
from solver.topics.backwards import FORWARDS, asks_backwards
from solver.topics.bare import opening, request_of
from solver.topics.base import Methodical, Reader, Task, Text, Unread, Words
from solver.topics.forms import wants_exact_and_rounded, wish_in
from solver.topics.forms.by_topic import COMPARING, DIVIDING, ROUND_THEMSELVES, formed
from solver.topics.halves import left_out
from solver.topics.methods import SAME_NAME, Request, barred, requested
from solver.topics.prepared import Opened
from solver.topics.table import TOPICS
from solver.topics.unfit import instead

_log: Final = logging.getLogger(__name__)
_FRACTION: Final = Words(
    "What stands side by side behind the slash belongs together: \\[{fraction}\\]",
    "斜线后面写在一起的部分看作一个整体：\\[{fraction}\\]",
)
_ON_THE_HOUR: Final = re.compile(r"(?<![\d:])\d{1,2}:00(?!\d)", re.ASCII)
"""5:00 is no division by zero."""
make_room()


def reader(name: str) -> Reader:
    """The `read` of one topic."""
    found: Reader = named(TOPICS, name, "topic")
    return found


def readers() -> Iterator[tuple[str, Reader]]:
    """Name and `read` of every topic, in order."""
    for name in TOPICS:
        yield name, reader(name)


def read(problem: Problem) -> Task | Unread:
    """The task that a problem poses, by the method that the problem or its text asks for where that fits; or what could not be read of it.

    When no topic recognises anything the whole text is unread.

    Raises:
        Unworkable: no topic reads it, and one found a formula that is too large or divides by zero.
    """
    found = topic_of(problem)
    return found if isinstance(found, Unread) else found[1]


def topic_of(problem: Problem) -> tuple[str, Task] | Unread:
    """As `read`, with the name of the topic in front of the task."""
    found = reading_of(problem)
    return found if isinstance(found, Unread) else (found.topic, found.task)


@dataclass(frozen=True, slots=True)
class Read:
    """A problem that was read: by which topic, its task, and the words that were read otherwise than they are typed: (as typed, as read)."""

    topic: str
    task: Task
    words: tuple[tuple[str, str], ...] = ()


def reading_of(problem: Problem) -> Read | Unread:
    """As `read`, with the name of the topic, and how words were read."""
    text = Text(clean(problem.text), problem.language)
    request = requested(text.source)
    wanted = (problem.method,) if problem.method else request.methods if request else ()
    if request is not None and (found := _by_method(request, wanted, problem)) is not None:
        return found
    bar = None if problem.method else barred(text.source)
    if bar is not None and (left := _without_method(bar, problem)) is not None:
        return left
    whole = _read_whole(text)
    if not problem.method or isinstance(whole, Unread):
        return whole
    return _chosen(whole, wanted, problem.language)


def _by_method(request: Request, wanted: tuple[str, ...], problem: Problem) -> Read | None:
    """The problem without the phrase, by one method; None where its topic knows no methods, and the phrase may be its own."""
    whole = _methodical(request, problem)
    return None if whole is None else _chosen(whole, wanted, problem.language)


def _without_method(bar: Request, problem: Problem) -> Read | Unread | None:
    """The problem without the phrase, by the first method that it does not forbid; None where its topic knows no methods."""
    if (whole := _methodical(bar, problem)) is None:
        return None
    left = [m for m in whole.task.methods() if m not in bar.methods]  # type: ignore[attr-defined]
    return replace(whole, task=whole.task.by(left[0])) if left else Unread(bar.phrases, bar.methods)  # type: ignore[attr-defined]


def _methodical(request: Request, problem: Problem) -> Read | None:
    try:
        whole = _read_whole(Text(request.rest, problem.language))
    except FormulaError:
        return None
    return None if isinstance(whole, Unread) or not isinstance(whole.task, Methodical) else whole


def _chosen(whole: Read, wanted: tuple[str, ...], language: Language) -> Read:
    """The task by the method that is wanted; where it has none of that name, by another one, which says why."""
    task = whole.task
    if len(wanted) == 1 and isinstance(task, Methodical):
        offered = task.methods()
        for method in (*wanted, *SAME_NAME.get(wanted[0], ())):
            if method in offered:
                return replace(whole, task=task.by(method))
    return replace(whole, task=instead(task, wanted, language))


def _read_whole(text: Text) -> Read | Unread:
    """As `reader_of`, of the first of the text's wordings that is read."""
    unread = list[Unread]()
    wish = wish_in(text.source)
    for wording in every_wording(text.source):
        if wording.full and any(u.doubted for u in unread):
            break
        found = reader_of(Text(wording.text, text.language))
        if not isinstance(found, Unread):
            name, task = found
            if (
                wish is not None and wish_in(wording.text) is None
            ):  # a wording leaves out how to write the answer
                task = formed(name, task, wish, text, seen=True)
            return Read(name, task, wording.words)
        unread.append(found)
    if not any(u.doubted for u in unread) and (usual := _bare(text)) is not None:
        return usual
    return min(unread, key=lambda unread: sum(map(len, unread.fragments)))


def _bare(text: Text) -> Read | None:
    """A formula alone, by what is usually done with it."""
    fraction = one_fraction(text.source)
    request = request_of(text.source if fraction is None else fraction.text)
    if request is None:
        return None
    verb, source, body = request
    found = reader_of(replace(text, source=source))
    return (
        None if isinstance(found, Unread) else Read(found[0], Opened((opening(text, verb, body),), found[1]))
    )


def read_as(name: str, problem: Problem) -> Task | None:
    """The task, where the topic of that name is the one that reads the problem. Asks that one first: mostly a "no" comes soon."""
    text = Text(clean(problem.text), problem.language)
    for source in (wording.text for wording in every_wording(text.source)):
        task = _asked(name, Text(source, problem.language))
        if task is None:
            continue
        if source == text.source:
            earlier = takewhile(lambda other: other != name, TOPICS)
            return None if any(_asked(other, text) is not None for other in earlier) else task
        found = topic_of(problem)
        return found[1] if not isinstance(found, Unread) and found[0] == name else None
    return None


def could_read(name: str, problem: Problem) -> Task | None:
    """The task that one topic alone finds in a problem, whichever topics stand before it."""
    text = Text(clean(problem.text), problem.language)
    tasks = (
        _asked(name, Text(source, problem.language))
        for source in (w.text for w in every_wording(text.source))
    )
    return next((task for task in tasks if task is not None), None)


def _asked(name: str, text: Text) -> Task | None:
    """What one topic alone makes of a text, a form that is wished for included."""
    wish = wish_in(text.source)
    sources = (
        (text.source,) if wish is None else dict.fromkeys((text.source, wish.rest, as_question(wish.rest)))
    )
    for source in sources:
        try:
            found = reader(name)(replace(text, source=source))
        except FormulaError:
            continue
        if found is not None and not isinstance(found, Unread):
            return found if wish is None else formed(name, found, wish, text, seen=source == text.source)
    return None


def read_text(text: Text) -> Task | Unread:
    """As `read`, of a text that is clean already: also for a topic that hands on a part of its problem."""
    found = reader_of(text)
    return found if isinstance(found, Unread) else found[1]


def reader_of(text: Text) -> tuple[str, Task] | Unread:
    """The topic that reads a clean text, by its name in `TOPICS`, and the task; or what could not be read.

    Where the text asks for a form of its answer, the topics are asked with that wish, and then without it. Of a text that tells
    its problem in both languages one is enough.
    """
    found = _in_its_form(text)
    if isinstance(found, Unread):
        for half, language in told_twice(text.source, text.language):
            told_once = _in_its_form(Text(half, language, text.values))
            if not isinstance(told_once, Unread):
                return told_once
    return found


def _in_its_form(text: Text) -> tuple[str, Task] | Unread:
    """As `reader_of`, of a text in one language."""
    if unclear_slash(text.source) or unclear_percent(text.source):
        return Unread((text.source,), doubted=True)
    if (fraction := one_fraction(text.source)) is not None:
        found = reader_of(replace(text, source=fraction.text))
        if isinstance(found, Unread):
            return found
        return found[0], Opened((_FRACTION.say(text.language, fraction=fraction.latex),), found[1])
    wish = wish_in(text.source)
    if wish is None:
        both = wants_exact_and_rounded(text.source)
        return _first_reader_of(text, but=ROUND_THEMSELVES if both else frozenset())
    if wish.form.is_of_one and (parts := _each_with_its_wish(text)) is not None:
        return parts
    whole = _first_reader_of(text, but=DIVIDING)
    if not isinstance(whole, Unread):
        return whole[0], formed(*whole, wish, text, seen=True)
    for source in dict.fromkeys((*wish.in_usual_words(text.language), wish.rest, as_question(wish.rest))):
        rest = Text(source, text.language, text.values)
        found = _first_reader_of(rest)
        if (
            not isinstance(found, Unread)
            and found[0] not in COMPARING
            and (exact := _with_exact_pi(*found, rest)) is not None
        ):
            return exact[0], formed(*exact, wish, text, seen=False)
    return _each_with_its_wish(text) or whole


def _each_with_its_wish(text: Text) -> tuple[str, Task] | None:
    found = reader("two_questions")(text)
    return None if found is None or isinstance(found, Unread) else ("two_questions", found)


def _with_exact_pi(name: str, task: Task, text: Text) -> tuple[str, Task] | None:
    """The task, where it does not take π as 3.14 of its own accord: that is no exact answer to be rounded."""
    if name != "school" or "3.14" in text.source or "Rational(157, 50)" not in task.solution().cell:
        return name, task
    try:
        figure = reader("figures")(text)
    except FormulaError:
        return None
    return None if figure is None or isinstance(figure, Unread) else ("figures", figure)


_OF_ONE_FORMULA: Final = frozenset(
    "arithmetic radicals polynomials trigonometric_identities powers rational_expressions complex_numbers binomials functions rounding".split()
)
"""(1) √2+√3 (2) √7-1: two questions, and no factors."""


def _first_reader_of(text: Text, *, but: frozenset[str] = frozenset()) -> tuple[str, Task] | Unread:
    """As `reader_of`, the text as it stands."""
    leftovers: list[Unread] = []
    fault: Unworkable | None = None
    is_labelled = bool(labels_of_parts(text.source))
    if asks_backwards(text.source):
        but |= FORWARDS
    for name, read_topic in readers():
        if name in but or is_labelled and name in _OF_ONE_FORMULA:
            continue
        try:
            found = read_topic(text)
        except Unworkable as error:
            fault = fault or error
            continue
        except FormulaError:  # not a formula for this topic
            continue
        except Exception:  # noqa: BLE001  # a bug of one topic must not keep the others from reading the problem
            _log.exception("the topic %s failed", name)
            continue
        if isinstance(found, Unread):
            leftovers.append(found)
        elif found is not None:
            if half := left_out(text, name, found, read_topic):
                leftovers.append(Unread((half.strip(),)))
                continue
            return name, found
    if fault is not None and not _ON_THE_HOUR.search(text.source):
        raise fault
    # the topic that understood most of it knows best what is missing
    least = min(leftovers, key=lambda u: sum(map(len, u.fragments)), default=Unread((text.source,)))
    return replace(least, doubted=any(u.doubted for u in leftovers))
