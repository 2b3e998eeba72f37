"""All partial derivatives of a function of two letters at once: "find the partial derivatives of f(x, y) = …", 求z=…的偏导数.

Each is read and worked as a derivative by its letter (`topic`). Not: three letters, second and mixed partial derivatives.
"""

from __future__ import annotations

import re
from typing import Final

from solver.formula.nodes import Relation, symbols
from solver.reader import account
from solver.topics.base import Reading, Task, Text, Unread
from solver.topics.calculus.derivatives import topic
from solver.topics.two_questions import SeveralQuestions

_ALL: Final = {
    "en": re.compile(
        r"(?i)\b(?:(?:both|all|two)\s+(?:of\s+)?(?:the\s+)?)?(?:first(?:[-\s]order)?\s+)?partial\s+derivatives\b(?:\s+of)?"
    ),
    "zh": re.compile(r"(?:的)?(?:两个|各|所有)?(?:一阶)?偏导数?(?!数)"),
}
_BY_LETTER: Final = re.compile(
    r"(?i)with\s+respect\s+to|w\.?r\.?t|∂|\\partial|second|mixed|(?:对|关于)\s*\$?[a-z]|二阶|混合"
)
_LETTER: Final = re.compile(
    r"(?i)with\s+respect\s+to|w\.?\s?r\.?\s?t|\bin\s+\$?[a-z]\b|∂|\\partial|(?:对|关于)\s*\$?[a-z]|_\{?[a-z]{2}"
)
_SECOND: Final = re.compile(r"(?i)second(?:[-\s]order)?\s+partial|二阶偏导")
_NAMED: Final = re.compile(r"(?<![A-Za-z\\])[A-Za-z]\s*\(\s*([a-z])\s*,\s*([a-z])\s*\)\s*=")
_STATED: Final = re.compile(r"(?<![A-Za-z\\])[A-Za-z]\s*(?:\(\s*[a-z](?:\s*,\s*[a-z])+\s*\))?\s*=")


def read(text: Text) -> Reading:
    """Both partial derivatives, where no letter is named; else one derivative."""
    if (named := _named(text)) is not None:
        return named
    if _SECOND.search(text.source) and not _LETTER.search(text.source):
        return None  # by which letters?
    asked = _ALL[text.language].search(text.source)
    if asked is None or _BY_LETTER.search(text.source):
        return topic.read(text)
    letters = _letters(text)
    if letters is None:
        return None  # by which letter?
    tasks = list[Task]()
    for letter in letters:
        by = (
            f"partial derivative with respect to {letter} of"
            if text.language == "en"
            else f"对{letter}的偏导数"
        )
        source = text.source[: asked.start()] + by + text.source[asked.end() :]
        found = topic.read(Text(source, text.language, text.values))
        if found is None or isinstance(found, Unread):
            return found
        tasks.append(found)
    return SeveralQuestions(tuple(tasks), text.language)


_MARK: Final = r"\$?(?<![A-Za-z\\])(?P<{}>[a-zA-Z])_\{{?(?P<{}>[a-z])\}}?(?![A-Za-z_({{])\$?"
_MARKED: Final = re.compile(
    rf"(?:both\s+)?{_MARK.format('f', 'x')}(?:\s*(?:,|and|和|、|与|及)\s*{_MARK.format('g', 'y')})?(?P<end>\s*[.?。]?\s*)$"
)
"""Find f_x and f_y."""


def _named(text: Text) -> Reading:
    """The partial derivatives f_x and f_y of a function that is told before."""
    asked = _MARKED.search(text.source)
    told = re.search(
        r"(?<![A-Za-z\\])([A-Za-z])\s*\(\s*[a-z]\s*,\s*[a-z]\s*\)\s*=|(?<![A-Za-z\\])([zuw])\s*=", text.source
    )
    if asked is None or told is None or {asked["f"], asked["g"] or asked["f"]} != {told[1] or told[2]}:
        return None
    tasks = list[Task]()
    for letter in filter(None, (asked["x"], asked["y"])):
        by = (
            f"the partial derivative with respect to {letter}"
            if text.language == "en"
            else f"对{letter}的偏导数"
        )
        source = text.source[: asked.start()] + by + (asked["end"] or ".")
        found = topic.read(Text(source, text.language, text.values))
        if found is None or isinstance(found, Unread):
            return found
        tasks.append(found)
    return tasks[0] if len(tasks) == 1 else SeveralQuestions(tuple(tasks), text.language)


def _letters(text: Text) -> tuple[str, ...] | None:
    """The two letters of the function: those in its brackets, or all in its formula; None where there are not two."""
    if (named := _NAMED.search(text.source)) is not None:
        return named[1], named[2]
    found = account(_STATED.sub("u=", text.source), {})
    bodies = [n.sides[1] for n in found.relations if isinstance(n, Relation) and len(n.sides) == 2]
    bodies = bodies or list(found.asked)
    names = sorted(symbols(bodies[0]) - {"e"}) if len(bodies) == 1 else []
    return tuple(names) if len(names) == 2 else None
