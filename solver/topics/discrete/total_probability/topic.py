"""One story of causes and an event, by whichever kind of story it is.

Read: shares and chances that are told as numbers, of two to six causes; asked: the chance of the event, or of one cause behind it. Not: two
draws, several observations, "accurate" tests (of which group?), shares that do not add up to 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text, Unread
from solver.topics.clauses import without_dollars
from solver.topics.discrete.total_probability import bags, makers, screening, weather
from solver.topics.discrete.total_probability.tree import Tree, task_of

Kind = Callable[[str, Language], Tree | str | None]
KINDS: Final[tuple[tuple[re.Pattern[str], Kind], ...]] = (
    (re.compile(r"(?i)tests?\b|detect|阳性|阴性|检测|检验"), screening.read),
    (re.compile(r"(?i)machine|plant|factor|supplier|line|defective|次品|不合格|废品|合格"), makers.read),
    (re.compile(r"(?i)\bbags?\b|\bboxe?s?\b|\burns?\b|袋|盒|箱|罐"), bags.read),
    (re.compile(r"(?i)\bif\b|若|如果"), weather.read),
)
_ASKS: Final = re.compile(r"(?i)probability|chance|概率|可能性|percentage|proportion|how likely")


def read(text: Text) -> Reading:
    """The tree that a story tells."""
    if not _ASKS.search(text.source):
        return None
    source = without_dollars(text.source)
    if text.language == "en":
        source = in_digits(source)
    rests = list[str]()
    for sign, kind in KINDS:
        if not sign.search(source):
            continue
        found = kind(source, text.language)
        if isinstance(found, Tree):
            return task_of(found, text.language)
        if isinstance(found, str):
            rests.append(found)
    rest = min(rests, key=len, default=None)
    return (
        Unread((rest,)) if rest is not None and rest in text.source and len(rest) < len(source) / 2 else None
    )
