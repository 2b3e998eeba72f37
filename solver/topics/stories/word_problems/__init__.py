"""Arithmetic word problems: every clause is read with a grammar, told to a story, and the story is solved as linear relations.

`read` is the whole interface. Any noun may stand in a problem; every clause must be understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from solver.topics.base import Reading, Text, Unread
from solver.topics.stories.letters import without_letters
from solver.topics.stories.passed_over import passed_over, unanswered
from solver.topics.stories.word_problems.doubts import doubted
from solver.topics.stories.word_problems.doubts_chinese import doubted as doubted_in_chinese
from solver.topics.stories.word_problems.doubts_chinese import sums_up
from solver.topics.stories.word_problems.marking import NUMBER, Marked, mark
from solver.topics.stories.word_problems.meanings import LARGER, SMALLER
from solver.topics.stories.word_problems.quantities import Key, Relation
from solver.topics.stories.word_problems.reading import Language, asked, readings
from solver.topics.stories.word_problems.reading import Reading as StoryReading
from solver.topics.stories.word_problems.solving import Plan, plan, simplify
from solver.topics.stories.word_problems.story import Story
from solver.topics.stories.word_problems.task import WordProblem
from solver.topics.stories.word_problems.wording import MEASURES, Wording
from solver.topics.stories.years import in_years

if TYPE_CHECKING:
    from solver.topics.stories.school.task import Exercise

__all__ = ["read"]

MAX_CHARACTERS: Final = 2000
_ASKS: Final = re.compile(
    "how (?:many|much|far|fast|long|old)|what (?:is|are|was|were|do|does|did|will|would|change|amount|sum|balance|price|cost|percentage|percent|profit|distance)|find|work out|calculate|determine|state|多少|几|求",
    re.IGNORECASE,
)
_FORMULA: Final = re.compile(r"[\^_\\<>]|\b[xyz]\b")
_IN_DAYS: Final = re.compile(f"({NUMBER})(?:天|次|周|个月)[^,，。]{{0,3}}(?:一共|总共|共)[^,，。]*$")
_KINDS_OF_UNITS: Final = (
    ("千克", "公斤", "克", "吨"), ("千米", "公里", "分米", "厘米", "毫米", "米"), ("毫升", "升"),
    ("平方千米", "平方米", "平方分米", "平方厘米", "公顷"), ("立方米", "立方分米", "立方厘米"),
)  # fmt: skip
_MEASURE_ASKED: Final = re.compile(f"多少({'|'.join(unit for kind in _KINDS_OF_UNITS for unit in kind)})")
_NOT_TOLD: Final = re.compile(  # "1米40厘米", a way there and back, rounds along a fence: no quantities that are told
    f"{NUMBER}(?:千米|米|分米|千克|吨|小时){NUMBER}(?:米|分米|厘米|毫米|克|千克|分钟?|秒)|(?:绕|沿)[^,，。]*{NUMBER}圈|来回[^,，。]*{NUMBER}"
)
_ASKED_ZH: Final = re.compile("多少|几")
_SEVERAL_ZH: Final = re.compile("各|分别|每|和|与|跟|、|及|两|三|四|它们|他们|求")
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def read(text: Text) -> Reading:
    """A word problem of quantities with linear relations, in the language it is written in.

    None: no word problem (no question for a quantity, formulas, or longer than 2,000 characters).
    """
    found = _read(text)
    if found is None or isinstance(found, Unread):
        return found
    from solver.topics.stories import accounts

    if accounts.differs(text, values_of(found)):
        return None
    words = passed_over(text.source)
    if words is None and unanswered(text.source, len(values_of(found) or ())):
        words = text.source.strip()
    return found if words is None else Unread((words,), doubted=True)


def _read(text: Text) -> Reading:
    text = replace(text, source=(source := in_years(text.source)))
    if len(source) > MAX_CHARACTERS or not _ASKS.search(source):
        return None
    if not _HAN.search(source):
        return _read_english(text)
    if (letters := without_letters(source))[1]:
        from solver.topics.stories import school

        if (named := school.read(text)) is not None:
            return named  # its answers are called by the letters
        found = _read(replace(text, source=letters[0]))
        if isinstance(found, WordProblem):
            return found
    chinese = _chinese(source)
    if chinese is None:
        return None
    marked, best, task = chinese
    if task is not None:
        other = _by_school(text)
        if other is not None and other.values != values_of(task):
            return Unread((source.strip(),), doubted=True)  # two ways to read it disagree
        return other if other is not None and _hides(task, marked) else task
    return _what_is_unread(source, marked, best)


def _read_english(text: Text) -> Reading:
    english = _english(text.source)
    if english is None:
        return None
    marked, best, task, told = english
    answers = {values_of(one) for one in (task, told) if one is not None}
    if answers:
        answers |= _by_clauses(text)
    if len(answers) > 1:
        return Unread((text.source.strip(),), doubted=True)  # two ways to read it disagree
    plainest = task or told
    if plainest is not None and _hides(plainest, marked):
        from solver.topics.stories.school.english import methods

        if (shown := methods.read(text)) is not None and values_of(shown) in answers:
            return shown
    return plainest or _what_is_unread(text.source, marked, best)


def _what_is_unread(source: str, marked: Marked, best: StoryReading) -> Unread | None:
    if not best.understood:
        return None
    spans = best.unread or _unused(best)
    fragments = tuple(marked.original(*span).strip() for span in spans) or (source.strip(),)
    return Unread(fragments, doubted=not best.unread and _is_doubted(marked, best))


def _is_doubted(marked: Marked, best: StoryReading) -> bool:
    """Whether the sums of a reading come out, and are not believed."""
    chinese = bool(_HAN.search(marked.source))
    if chinese and sums_up(marked.text):
        return False  # not what was read here, but others may read it
    for story in asked(best):
        found = plan(simplify(story.relations, story.asked), story.asked)
        if found is not None and (
            doubted(story, found, marked.text) or chinese and doubted_in_chinese(story, found, marked.text)
        ):
            return True
    return False


@lru_cache(maxsize=8)  # the readers ask each other, so that a text comes twice
def _chinese(source: str) -> tuple[Marked, StoryReading, WordProblem | None] | None:
    """A Chinese problem marked, its cheapest reading, and the task that is read here."""
    marked = mark(source, chinese=True)
    if marked is None or len(marked.marks) < 2 or _FORMULA.search(marked.text):
        return None
    if _NOT_TOLD.search(marked.text) or _in_another_unit(marked.text):
        return None
    found = readings(_language(chinese=True), marked)
    return marked, found[0], _first_task(Text(source, "zh"), marked, found, chinese=True)


@lru_cache(maxsize=8)  # the readers ask each other, so that a text comes twice
def _english(source: str) -> tuple[Marked, StoryReading, WordProblem | None, WordProblem | None] | None:
    """An English problem marked, its cheapest reading, and the task in the two ways in which it is read here."""
    marked = mark(source, chinese=False)
    if (
        len(source) > MAX_CHARACTERS
        or marked is None
        or len(marked.marks) < 2
        or _FORMULA.search(marked.text)
    ):
        return None
    text = Text(source, "en")
    found = readings(_language(chinese=False), marked)
    return marked, found[0], _first_task(text, marked, found, chinese=False), _told(text)


def _first_task(
    text: Text, marked: Marked, found: Sequence[StoryReading], *, chinese: bool
) -> WordProblem | None:
    """The task of the cheapest reading in which everything has a place."""
    for reading in found:
        if reading.unread or not reading.questions:
            continue
        for story in asked(reading):
            task = _task(text, marked, story, chinese=chinese)
            if task is not None:
                return None if _of_fewer(story, marked) else task
    return None


def _by_school(text: Text) -> Exercise | None:
    """What the reader of Chinese clauses, whose words for things are open, makes of it."""
    from solver.topics.stories.school import chinese
    from solver.topics.stories.school.task import Exercise

    other = chinese.read(text)
    return other if isinstance(other, Exercise) else None


def _hides(task: WordProblem, marked: Marked) -> bool:
    """Whether its plan begins with a value that the text does not tell, as a rate that was worked out in reading: a reader that shows this is better."""
    told = {m.value for m in marked.marks} | {Fraction(0), Fraction(1)}
    single = (r for r in task.relations if len(r.terms) == 1 and r.given)
    return any(abs(r.constant / c) not in told for r in single for c in dict(r.terms).values())


def _by_clauses(text: Text) -> set[tuple[Fraction, ...]]:
    """The answers of the readers whose words for things are open."""
    from solver.topics.stories.school import english
    from solver.topics.stories.school.english import methods

    story, method = english.alone(text), methods.read(text)
    found: set[tuple[Fraction, ...]] = set()
    if story is not None and story.answer is not None:
        found.add((story.answer.value,))
    values = values_of(method)
    return found if values is None else {*found, values}


def plain(source: str) -> WordProblem | None:
    """An English problem in the plain words that another reader puts it in; nobody else is asked."""
    english = _english(source)
    if english is None:
        return None
    tasks = [one for one in english[2:] if one is not None]
    return tasks[0] if len({values_of(one) for one in tasks}) == 1 else None


def answers_of(text: Text) -> set[tuple[Fraction, ...]]:
    """The answers to a problem in the ways in which it is read here (in English there are two)."""
    if len(text.source) > MAX_CHARACTERS:
        return set()
    found = _chinese(text.source) if _HAN.search(text.source) else _english(text.source)
    tasks = found[2:] if found is not None else ()
    return {values for one in tasks if (values := values_of(one)) is not None}


def values_of(task: object) -> tuple[Fraction, ...] | None:
    """What a word problem or an exercise of school gives; None for all else."""
    from solver.topics.stories.school.task import Exercise

    if isinstance(task, Exercise):
        return task.values
    return tuple(task.plan.values[key] for key in task.asked) if isinstance(task, WordProblem) else None


def _told(text: Text) -> WordProblem | None:
    """An English problem that is read as a tale: where all ways to read it whole give the same answer."""
    from solver.topics.stories.word_problems.tales import TALES

    marked = mark(text.source, chinese=False)
    if marked is None:
        return None
    tasks = [
        task
        for reading in readings(TALES, marked)
        if (task := _first_task(text, marked, [reading], chinese=False)) is not None
    ]
    answers = {values_of(task) for task in tasks}
    return tasks[0] if len(answers) == 1 else None


def _unused(reading: StoryReading) -> tuple[tuple[int, int], ...]:
    """The sentences whose numbers are not needed for what is asked: they were read, but not understood."""
    for story in asked(reading):
        relations = [Relation(r.terms, r.constant, given=False) for r in story.relations]
        found = plan(relations, story.asked)
        if found is not None:
            left = [i for i, r in enumerate(story.relations) if r.given and i not in found.used]
            return tuple(dict.fromkeys(span for i in left if (span := reading.source(i)) is not None))
    return ()


def _language(*, chinese: bool) -> Language:
    if chinese:
        from solver.topics.stories.word_problems.chinese import CHINESE

        return CHINESE
    from solver.topics.stories.word_problems.english import ENGLISH

    return ENGLISH


def _task(text: Text, marked: Marked, story: Story, *, chinese: bool) -> WordProblem | None:
    relations = simplify(story.relations, story.asked)
    found = plan(relations, story.asked)
    if found is None:
        relations = story.relations
        found = plan(relations, story.asked)
    if found is None or not _one_currency(story, marked):
        return None
    if chinese and len(story.asked) > 1 and _asks_for_one(marked.text):
        return None  # it asks for the one, and was read as asking for another one too
    if not chinese and len(found.used) == 1 and any(r.constant and i not in found.used for i, r in enumerate(relations)):  # fmt: skip
        return None  # what is asked was told, and another number is not needed: the story was not understood
    percents = frozenset(m.value for m in marked.marks if m.percent)
    wording = Wording(story, "zh" if chinese else "en", _written(story, marked), percents)
    if not _sensible(found, wording) or doubted(story, found, marked.text) or _of_a_person(found, wording):
        return None
    if chinese and (doubted_in_chinese(story, found, marked.text) or sums_up(marked.text)):
        return None
    return WordProblem(wording, relations, found, tuple(story.asked))


def _asks_for_one(text: str) -> bool:
    """Whether one quantity is asked for: one 多少 or 几 in all, and nothing beside it that would be two things."""
    last = re.split("[，,。；;]", text.rstrip("。？?！ "))[-1]
    return len(_ASKED_ZH.findall(text)) == 1 and not _SEVERAL_ZH.search(last)


def _in_another_unit(text: str) -> bool:
    """Whether measures of one kind are told and asked for in several units: metres and centimetres."""
    asked = set(_MEASURE_ASKED.findall(text))
    for kind in _KINDS_OF_UNITS:
        told = set(re.findall(f"{NUMBER}({'|'.join(kind)})", text))
        if len(told | asked & set(kind)) > 1 and told:
            return True
    return False


def _of_fewer(story: Story, marked: Marked) -> bool:
    """Whether "how many in both days" was taken for the sum of more than two: what there was at first is no day's."""
    asked = _IN_DAYS.search(marked.text)
    if asked is None:
        return False
    days = marked.mark(asked[1]).value
    return any(
        key in r.terms and not r.given and len(r.terms) - 1 > days
        for key in story.asked
        for r in story.relations
    )


def _of_a_person(found: Plan, wording: Wording) -> bool:
    """Whether "Megan has 5 pieces" was taken for "each has 5": a name is nobody's kind."""
    people = {key.owner for key in found.values if key.kind in ("count", "money") and key.owner}
    people |= {
        key.item
        for key in found.values
        if key.kind == "count" and not key.owner and wording.noun(key.item)[:1].isupper()
    }
    return any(
        key.kind == "rate" and key.item in people and wording.noun(key.item)[:1].isupper()
        for key in found.values
    )


def _one_currency(story: Story, marked: Marked) -> bool:
    """Whether no money is asked for in another currency than it is told in."""
    told = {unit for unit in story.currency if unit}
    asked = {_CURRENCIES[word] for word in _CURRENCY.findall(marked.text)}
    return len(told) <= 1 and (not told or asked <= told)


_CURRENCIES: Final = {"dollars": "dollar", "euros": "euro", "yuan": "yuan", "cents": "cent"}
_CURRENCY: Final = re.compile(rf"\b(?:{'|'.join(_CURRENCIES)})\b")


def _written(story: Story, marked: Marked) -> dict[str, str]:
    """Names as the problem writes them: people's with a capital."""
    written = {}
    for name in story.heard:
        match = re.search(rf"\b{re.escape(name)}\b", marked.source, re.IGNORECASE)
        if match:
            written[name] = match[0]
    return written


def _sensible(found: Plan, wording: Wording) -> bool:
    """Nothing that is counted is negative or broken, no price is negative, the larger number is the larger one."""
    larger, smaller = (found.values.get(Key("number", "", name)) for name in (LARGER, SMALLER))
    if larger is not None and smaller is not None and larger < smaller:
        return False  # "one is 4 less than twice the other" does not say which one is larger
    used: set[Key] = set()
    for move in found.moves:
        used |= {move.key} if not hasattr(move, "keys") else set(move.keys)
        used |= {key for key, _ in getattr(move, "expressed", ())}
    for key, (low, high) in wording.story.ranges.items():
        value = found.values.get(key, Fraction(low))
        if value.denominator != 1 or not low <= value <= high:
            return False
    for key in used:
        value = found.values[key]
        if value < 0 and (
            key.kind not in ("number", "rate") or key.kind == "rate" and wording.language == "zh"
        ):
            return False
        if (
            key.kind in ("count", "whole", "total", "rest", "tally")
            and not wording.is_money(key)
            and not _whole(key, value, wording)
        ):
            return False
    return True


def _whole(key: Key, value: Fraction, wording: Wording) -> bool:
    """Whether a count is whole, or of what may be divided: measured by itself or as a part of what is measured."""
    if value.denominator == 1:
        return True
    story = wording.story
    names = [
        key.owner if key.kind == "tally" else key.item,
        *(g.noun for g in story.groups if key in g.members),
    ]
    words = [wording.unit(key), *(word for name in names for word in name.split())]
    return any(word in MEASURES or story.lexicon.is_measure(word) for word in words)
