"""Classic problems of primary school in ordinary words, read clause by clause: `read` is the whole interface.

Each file is a kind: a table of clauses in each language (`solver/topics/clauses.py`) and the sums. Asked when no other reader of stories reads a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from typing import Final

from solver.ports import Language
from solver.reader.numerals import chinese_value, in_digits
from solver.topics.base import Reading, Text, Unread
from solver.topics.stories import accounts
from solver.topics.stories.everyday import (  # noqa: F401  # they add their kinds
    ages,
    averages,
    blends,
    by_the_clock,
    common_returns,
    common_times,
    corners,
    dates,
    discounts,
    double_rates,
    equal_packs,
    equal_pieces,
    facts,
    filled,
    growing_rows,
    joined_solids,
    known_averages,
    largest_remainders,
    late_starts,
    measures,
    mixtures,
    page_numbers,
    pigeonholes,
    plain_chinese,
    plain_counts,
    plain_prices,
    planting,
    prices,
    proportions,
    ratio_parts,
    roles,
    savings,
    shadows,
    shapes_asked,
    shapes_asked_chinese,
    shared_work,
    sharing,
    situations,
    success,
    surplus,
    tanks,
    tariffs,
    temperatures,
    there_and_back,
    tiles,
    timed_trips,
    travel,
    two_groups,
    units,
    water_boxes,
    weighings,
    weights,
    wire_frames,
)
from solver.topics.stories.everyday.kinds import KINDS, Story
from solver.topics.stories.everyday.worked import Exercises, Solver, worked
from solver.topics.stories.gaps import counts_gaps
from solver.topics.stories.passed_over import passed_over

__all__ = ["read"]

MAX_CHARACTERS: Final = 600
_PLAIN_EN: Final = tuple(
    (re.compile(pattern), usual)
    for pattern, usual in (
        (r"[’‘]", "'"),
        (r"\(((?=[^()]*(?:=|inclu|count|whole number))[^()]{1,60})\)", r" , \1 , "),
        (r"\band then\b", "then"),
        (r"\b(mr|mrs|ms|dr|st)\.", r"\1"),
        (r"\bper cent\b|\bpercent\b(?!age)", "%"),
        (r"(?<=\d) %", "%"),
        (r"\b(cm|m|mm|km)\^\{?2\}?", r"square \1"),
        (r"\b(cm|m|mm)\^\{?3\}?", r"cubic \1"),
        (r"\bhalf an hour\b", "0.5 hours"),
        (r"\b(?:an|one) hour and a half\b", "1.5 hours"),
        (r"\b(?:kilometers|kilometres|kilometer|kilometre|kms)\b", "km"),
        (r"\b(?:meters|metres|meter|metre)\b", "m"),
        (r"\b(?:centimeters|centimetres|centimeter|centimetre)\b", "cm"),
        (r"\b(?:milliliters|millilitres|milliliter|millilitre)\b", "ml"),
        (r"\b(?:liters|litres|liter|litre)\b", "l"),
        (r"\b(?:kilograms|kilogram|kgs)\b", "kg"),
        (r"\b(?:grams|gram)\b", "g"),
        (r"\b(?:mph|miles (?:per|an) hour)\b", "miles/h"),
        (r"\b(?:kph|km/hr|kmph|km (?:per|an) hour)\b", "km/h"),
        (r"\bm (?:per|a) minute\b", "m/min"),
        (r"\bm (?:per|a) second\b", "m/s"),
        (r"\b(?:feet|ft) (?:per|a) second\b", "feet/s"),
        (r"(?<=\d)-(?=[a-z])", " "),
        (r"(?<=\d)(?=(?:km|m|cm|g|kg|l|ml|miles)\b)", " "),
    )
)


_CLASS: Final = re.compile(r"[一二三四五六七八九\d](?:年级)?[（(][\d一二三四五六七八九]{1,2}[)）]班")


def read(text: Text) -> Reading:
    """The problem, where every clause of it is of one kind, and all kinds that read it agree; else as an account."""
    if len(text.source) > MAX_CHARACTERS or not re.search(
        r"[\d一二三四五六七八九十两半]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", text.source
    ):
        return None
    plain = (
        _in_english(text.source)
        if text.language == "en"
        else _in_chinese(facts.in_plain_numbers(text.source))
    )
    language, gaps = text.language, counts_gaps(text.source)
    by_roles: Exercises = {}
    if language == "en" and not gaps:
        by_roles, _ = worked(roles.solvers(plain), language)
    if not by_roles and re.search(r"[\\<>^{}]", plain):
        return None
    found, models = worked([] if gaps else _solvers(plain, language), language)
    found = {**by_roles, **found}
    told: Exercises = {}
    if language == "zh":
        told, handed = worked(facts.solvers(plain), language)
        found = {**told, **found}
        models = models or handed  # two questions of other topics may be one in other words
    if not found and not models:
        if gaps:
            return None
        event = by_the_clock.read(text)
        return accounts.read(text) if event is None and text.language == "en" else event
    tasks = [*found.values(), *models.values()]
    if len(tasks) != 1:
        return None
    if by_roles and accounts.differs(text, next(iter(by_roles))):
        return None
    over = passed_over(text.source, counts_pairs=bool(told), gaps=gaps)
    return tasks[0] if over is None else Unread((over,), doubted=True)


def _solvers(plain: str, language: Language) -> Iterator[Solver]:
    """Whose clauses the text has, and the reader of situations."""
    for solve, said in KINDS.that_read(plain, language):
        yield lambda work, solve=solve, said=said: solve(Story(said, plain), work)  # type: ignore[misc]
    yield partial(situations.solve, plain)


def _in_english(source: str) -> str:
    plain = re.sub(r"\s+", " ", in_digits(source.replace("~", " "))).strip().lower()
    plain = re.sub(r"\\%", "%", plain)
    if not re.search(r"\$\s?\d[\d,.]*(?![\d,.]*\s?[%$])", plain):
        plain = plain.replace("$", "")
    for pattern, usual in _PLAIN_EN:
        plain = pattern.sub(usual, plain)
    return plain


def _in_chinese(source: str) -> str:
    plain = re.sub(r"[\s$“”\"]|\\(?=%)", "", source)
    plain = re.sub("打?半价|打对折", "打五折", plain)
    plain = re.sub(
        "([一二三四五六七八九])([一二三四五六七八九])折",
        lambda m: f"{chinese_value(m[1])}{chinese_value(m[2])}%折",
        plain,
    )
    plain = re.sub("([一二三四五六七八九])折", lambda m: f"{chinese_value(m[1])}0%折", plain)
    plain = re.sub(r"(\d(?:\.\d)?)折", lambda m: f"{Fraction(m[1]) * 10}%折", plain)
    plain = re.sub("([一二三四五六七八九])成(?!为)", lambda m: f"{chinese_value(m[1])}0%", plain)
    classes = set(_CLASS.findall(plain))
    if len(classes) == 1:  # 五(2)班: its number is none of the story's
        plain = _CLASS.sub("某班", plain)
    plain = re.sub(r"(?<!\d)、|、(?!\d)", "和", plain)
    plain = re.sub("百分之几|百分之多少", "\0", plain)
    plain = re.sub(r"[（(]([^（()）]{1,16})[）)]", r"，\1，", in_digits(plain))
    return plain.replace("\0", "百分之几")
