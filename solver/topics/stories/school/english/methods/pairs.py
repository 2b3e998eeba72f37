"""Two kinds of things of which so many and so many make a total, told twice: what one of each is, or any number of both.

The kinds are told apart by the words that two of the four numbers share, so that trips, families and tickets are read as goods are; what
is told besides may change nothing. Not read: three kinds, totals of two measures, anything compared, left over or reduced.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.elimination import eliminated
from solver.topics.stories.school.english.marks import ANY, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.methods.pairs_asked import Kind, ask
from solver.topics.stories.school.english.methods.two_totals_asked import CHANGING, HARMLESS
from solver.topics.stories.school.english.nouns import one_form
from solver.topics.stories.school.english.sheet import Sheet, sheet
from solver.topics.stories.school.english.words import STRICT
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num

_PLAIN: Final = (
    (re.compile(r"(?<=[a-z]) ?[+&] ?(?=\d|an? |one )"), " and "),
    (re.compile(r"(?<=\d),(?= ?\d+ [a-z])"), " ,"),
    (
        re.compile(r"(?<=[a-z]) ?= ?(?=[$£€]? ?\d)"),
        " cost ",
    ),  # a receipt: 5 kg tomatoes + 2 kg cheese = 34 euros
    (
        re.compile(
            r"\b(\d+ (?:kg|g|lbs?|pounds|kilos?|litres?|liters?)) (?=[a-z]{4,})(?!(?:for|cost|costs|from|less|more)\b)"
        ),
        r"\1 of ",
    ),
    (re.compile(r"\b(?:two|2) (deliveries|trips|orders|visits|purchases|receipts|loads) ?: ?"), r"\1. "),
)
_ONE: Final = frozenset("a an one".split())
_STOP: Final = re.compile(rf"{ANY}|,|and|plus|cost|costs|weigh|weighs|weighed|weighing|costing|holding|for|paid|pays|pay|together|altogether|which|were|was|is|are|in|can|hold|holds|carry|carries|came|comes|worth")  # fmt: skip
_FILL: Final = frozenset("of the on to at a an one ones his her their its by trip trips same".split())
_SEATS: Final = re.compile(r"\b(?:hold|carr(?:y|ies|ied)|seat|fit|contain|take|transport|fill|produce|make|made|print|eat|need|use|lay|earn|score|worth|give|yield)")  # fmt: skip
_MAY_STAND: Final = (
    HARMLESS | frozenset("each every per".split())
) - {"each", "every", "per", "difference", "only"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Count:
    """So many of something: where it stands, its number ("" for one), the words behind it."""

    at: int
    letter: str
    words: tuple[str, ...]


def read(text: Text) -> Exercise | None:
    """The problem, when every word and number of it has a place."""
    source = text.source
    for pattern, plain in _PLAIN:
        source = pattern.sub(plain, source)
    made = sheet(source)
    if made is None or made.clocks or made.percents or not 4 <= made.numbers <= 9:
        return None
    if not made.sentences or [s.asks for s in made.sentences].count(True) not in (1, 2):
        return None
    return Exercise.worked("en", lambda work: _solve(made, work))


def _solve(made: Sheet, work: Working) -> None:
    first = next(i for i, s in enumerate(made.sentences) if s.asks)
    told = [s.text for s in made.sentences[:first]]
    question = " , ".join(s.text for s in made.sentences[first:] if s.asks)
    if any(not s.asks for s in made.sentences[first:]) or not told:
        raise Unfit
    tokens = [w for sentence in told for w in (*sentence.split(), ".")]
    counts, totals = _numbers(tokens)
    one, other, bills = _kinds(tokens, counts, totals)
    _check(tokens)
    unit = _unit(tokens, totals, made)
    (a, b, t), (c, d, u) = (
        (_value(made, p), _value(made, q), num(made.values[tokens[total]])) for p, q, total in bills
    )
    x, y = eliminated(work, (a, b, t), (c, d, u), one[0], other[0], unit)
    ask(made, work, " ".join(tokens), question, _apart(one, other, counts), (x, y), unit)


def _apart(one: Kind, other: Kind, counts: list[_Count]) -> tuple[Kind, Kind]:
    """The words by which each is called: "a small and a large bucket" are both buckets."""
    bare = {c.words for c in counts if len(c.words) == 1}

    def without(kind: Kind, beside: Kind) -> Kind:
        return kind[:2] if len(kind) > 2 and (beside[1],) in bare else kind

    return without(one, other), without(other, one)


def _numbers(tokens: list[str]) -> tuple[list[_Count], list[int]]:
    """What is counted, and where the totals stand."""
    counts, totals = [], []
    for at, word in enumerate(tokens):
        behind = tokens[at + 1] if at + 1 < len(tokens) else ""
        if re.fullmatch(MONEY, word):
            totals.append(at)
        elif re.fullmatch(NUMBER, word):
            measured = behind in SCALES
            held = re.search(r"\b(?:hold|weigh|contain)s?\b", " ".join(tokens[max(0, at - 3) : at]))
            if measured and (held or tokens[at + 2 : at + 3] != ["of"]):
                totals.append(at)
            else:
                counts.append(_Count(at, word, _behind(tokens, at + (2 if measured else 0))))
        elif re.fullmatch(ANY, word):
            raise Unfit
    if len(totals) == 1 or not totals:
        totals = _counted_totals(tokens, counts)
        counts = [c for c in counts if c.at not in totals]
    for at, word in enumerate(tokens):
        if word in _ONE and len(counts) < 4 and not (word == "one" and tokens[at + 1 : at + 2] == ["of"]):
            words = _behind(tokens, at)
            if words and any(set(words) & set(c.words) for c in counts if abs(c.at - at) > 1):
                counts.append(_Count(at, "", words))
    counts.sort(key=lambda c: c.at)
    if len(counts) != 4 or len(totals) != 2:
        raise Unfit
    return counts, totals


def _counted_totals(tokens: list[str], counts: list[_Count]) -> list[int]:
    """ "3 buses and 2 vans hold 190 people": the totals are of something that is counted twice in the same word."""
    nouns: dict[str, list[int]] = {}
    for c in counts:
        if c.words:
            nouns.setdefault(c.words[0], []).append(c.at)
    found = [ats for ats in nouns.values() if len(ats) == 2 and len(counts) >= 3]
    alone = [ats for ats in found if all(_SEATS.search(" ".join(tokens[max(0, at - 5) : at])) for at in ats)]
    if len(alone) != 1:
        raise Unfit
    return alone[0]


def _behind(tokens: list[str], at: int) -> tuple[str, ...]:
    """The words that say what is counted."""
    words: list[str] = []
    for word, after in pairwise(tokens[at + 1 : at + 8]):
        if word == "for" and not re.fullmatch(ANY, after):
            words.clear()  # "3 tickets for adults"
            continue
        if word == "." or _STOP.fullmatch(word):
            break
        words.append(one_form(word))
    return tuple(words)


def _kinds(
    tokens: list[str], counts: list[_Count], totals: list[int]
) -> tuple[tuple[str, ...], tuple[str, ...], list[tuple[_Count, _Count, int]]]:  # fmt: skip
    """The two kinds, each as its words, and the two bills: so many of the first, so many of the second, the total."""
    p, q, r, s = counts
    if not (totals[0] < r.at and totals[1] > q.at):
        raise Unfit
    if totals[0] > q.at and totals[1] < r.at and "." not in tokens[totals[0] : totals[1]]:
        raise Unfit
    if totals[0] < p.at and totals[1] > s.at and "." not in tokens[q.at : r.at]:
        raise Unfit
    ways = []
    for second in ((r, s), (s, r)):
        one = [w for w in p.words if w in second[0].words and w not in (*q.words, *second[1].words)]
        other = [w for w in q.words if w in second[1].words and w not in (*p.words, *second[0].words)]
        one, other = ([w for w in found if w not in _FILL and w not in STRICT] for found in (one, other))
        if one and other:
            ways.append((tuple(one), tuple(other), second))
    if len(ways) != 1:
        raise Unfit
    one_words, other_words, second = ways[0]
    shown = [_shown(c, words) for c, words in ((p, one_words), (q, other_words))]
    return (
        (shown[0], *one_words),
        (shown[1], *other_words),
        [(p, q, totals[0]), (*second, totals[1])],
    )


def _shown(count: _Count, words: tuple[str, ...]) -> str:
    """The name of a kind as it is told: "long trip"."""
    kept = [w for w in count.words if w not in ("on", "the", "to", "of", "a")]
    last = max(kept.index(w) for w in words)
    name = kept[: max(last + 1, min(len(kept), 2))]
    return " ".join(name[:3])


def _value(made: Sheet, count: _Count) -> Term:
    return num(made.values[count.letter]) if count.letter else num(1)


def _unit(tokens: list[str], totals: list[int], made: Sheet) -> str:
    units = set()
    for at in totals:
        if re.fullmatch(MONEY, tokens[at]):
            units.add(made.currency)
        else:
            unit = tokens[at + 1]
            if unit not in SCALES and (not re.fullmatch("[a-z'-]+", unit) or unit in STRICT):
                raise Unfit
            units.add(unit if unit in SCALES else one_form(unit))
    if len(units) != 1:
        raise Unfit
    return units.pop()


def _check(tokens: list[str]) -> None:
    """What is said besides changes nothing."""
    for word, after in zip(tokens, [*tokens[1:], "."], strict=True):
        if word in CHANGING and not (
            word in ("pack", "packs", "set", "sets", "pair", "pairs") and after == "of"
        ):
            raise Unfit
        if word in STRICT and word not in _MAY_STAND and word not in ("all", "or", "was", "this"):
            raise Unfit
        if word in ("another", "other", "back") and re.fullmatch(ANY, after):
            raise Unfit
