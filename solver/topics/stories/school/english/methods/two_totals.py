"""Two amounts that are not known, told by two totals: 3 pens and 2 books cost $13, 2 pens and 5 books cost $27.

The words around are open; what holds the numbers together is read strictly, and every number has one place. The problem is handed on
in plain words. Not read: three kinds of things, totals of different measures, anything compared, left over, shared or reduced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from solver.topics.base import Task, Text
from solver.topics.stories.school.english.marks import ANY, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.methods.two_totals_asked import (
    CHANGING,
    HARMLESS,
    Item,
    Told,
    plain_question,
    verb_for,
)
from solver.topics.stories.school.english.sheet import Sheet, sheet
from solver.topics.stories.school.english.words import STRICT
from solver.topics.stories.word_problems.expressions import decimal
from solver.topics.stories.word_problems.wording import pluralised, singular

_SIGN: Final = re.compile(
    rf"(?:{NUMBER}|\b(?:an?|one)) [^{MONEY[1]}-{MONEY[3]}]{{2,40}}? and (?:{NUMBER}|an?|one) "
)
_ONE: Final = frozenset("a an one".split())
# Words that change nothing of what things cost together; of STRICT all others do, or may.
_PACK: Final = frozenset("pack set".split())
_BESIDES: Final = re.compile(
    r"(?:(?:all|the|every|each|and|so|do|of|same|cost|costs|weigh|weighs|price|prices|is|are|was|were|had|has|have|did|not|change|changed|stayed|stay|"
    r"equal|identical|alike|also|as|on|day|both|days|kind|type|sort|in|size|they|it|that|this|week|month|at|shop|store) |<item> )+"
)  # "all large boxes weigh the same, and so do all small ones"
_SEATS: Final = re.compile(r"\b(?:hold|holds|held|carry|carries|carried|seat|seats|fit|fits|contain|contains|contained|take|takes|took|transport|transports|transported|fill|filled)\b")  # fmt: skip
_VERB: Final = frozenset(
    "cost costs weigh weighs were was are is hold holds came come comes can could for".split()
)


def read(text: Text) -> Task | None:
    """The problem, when it is read whole and the plain words for it are read too."""
    made = sheet(text.source)
    if made is None or made.clocks or made.percents or not 4 <= made.numbers <= 8:
        return None
    told = [s.text.split() for s in made.sentences if not s.asks]
    asked = [s.text.split() for s in made.sentences if s.asks]
    if not told or not asked or any(s.asks for s in made.sentences[: len(told)]):
        return None
    if re.search(r"\b(?:shop|store|stall|market|group|box|bag|school|team) [a-d]\b", made.text) or not any(
        _SIGN.search(s.text) for s in made.sentences[: len(told)]
    ):
        return None
    found = _events(told, made)
    if found is None:
        return None
    (pair, total), (other, more) = found
    names = tuple(dict.fromkeys((pair[0], pair[1])))
    question = plain_question(asked, [Item("", i.unit, i.words) for i in names], total, made)
    if question is None:
        return None
    verb = verb_for(total)
    plain = " ".join(
        f"{' and '.join(i.said(made) for i in items)} {verb} {_amount(amount, made)}."
        for items, amount in ((pair, total), (other, more))
    )
    from solver.topics.stories import word_problems

    return word_problems.plain(f"{plain} {question}")


def _amount(total: Told, made: Sheet) -> str:
    value = decimal(made.values[total.amount])
    return f"{value} {made.currency}" if MONEY[1] <= total.amount <= MONEY[3] else f"{value} {total.unit if total.unit in SCALES else pluralised(total.unit)}"  # fmt: skip


# -- what is told ------------------------------------------------------------------------------------------


def _events(told: Sequence[Sequence[str]], made: Sheet) -> list[tuple[tuple[Item, Item], Told]] | None:
    """The two pairs with their totals; None where a word or a number has no place."""
    spans = [(n, *span) for n, words in enumerate(told) for span in _pair_spans(words)]
    if len(spans) != 2:
        return None
    named = _named(told, spans)
    if named is None:
        return None
    pairs, ends = named
    events: list[tuple[int, int, Told]] = []
    for (n, start, *_), pair, end in zip(spans, pairs, ends, strict=True):
        events.append((n, start, Told(n, pair)))
        for at in range(start, end):
            told[n][at] = ""  # type: ignore[index]
    for n, words in enumerate(told):
        for at, word in enumerate(words):
            if re.fullmatch(ANY, word):
                unit = words[at + 1] if at + 1 < len(words) else ""
                money = MONEY[1] <= word <= MONEY[3]
                if not money and (
                    not NUMBER[1] <= word <= NUMBER[3]
                    or not unit.strip(",")
                    or unit in STRICT
                    and unit != "pound"
                ):
                    return None
                events.append(
                    (n, at, Told(n, None, word, "" if money else unit if unit in SCALES else singular(unit)))
                )
                words[at] = ""  # type: ignore[index]
        if not _harmless(words, pairs):
            return None
    events.sort(key=lambda e: e[:2])
    parts = [e[2] for e in events]
    kinds = "".join("P" if p.pair else "A" for p in parts)
    if kinds not in ("PAPA", "APAP", "PAAP", "APPA"):
        return None
    a, b, c, d = parts
    if b.sentence == c.sentence and (a.sentence != b.sentence or kinds in ("PAAP", "APPA")):
        return None
    groups = [(x.pair or y.pair, y if x.pair else x) for x, y in ((a, b), (c, d))]
    if len({(g[1].unit, g[1].amount[0] >= MONEY[1]) for g in groups}) != 1:
        return None
    unit = groups[0][1].unit
    measured = unit in SCALES and SCALES[unit][0].removeprefix("imperial ") in ("mass", "volume", "gallons")
    if unit and not measured and (unit in SCALES or not _SEATS.search(made.text)):
        return None
    return [(pair, total) for pair, total in groups if pair is not None]


def _pair_spans(words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Where "so many … and so many …" begins, where the second one begins, and where that may end."""
    at = 0
    while at < len(words):
        if words[at] in _ONE or re.fullmatch(NUMBER, words[at]):
            joint = next((j for j in range(at + 2, min(at + 7, len(words) - 2)) if words[j] == "and"), 0)
            inside = words[at + 1 : joint] if joint else []
            if joint and all(_open(w) or w == "of" for w in inside):
                second = joint + 1
                if words[second] in _ONE or re.fullmatch(NUMBER, words[second]):
                    lone = words[at] in _ONE and words[second] in _ONE
                    if not lone:
                        end = second + 1
                        while (
                            end < len(words)
                            and end - second < 6
                            and (_open(words[end]) or words[end] in ("of", "ones", "one"))
                        ):
                            end += 1
                        yield at, second, end
                        at = end
                        continue
        at += 1


def _open(word: str) -> bool:
    return bool(re.fullmatch(r"[a-zà-ÿ'-]+", word)) and word not in STRICT


def _item(words: Sequence[str]) -> Item | None:
    """So many of a thing from its words."""
    count = "" if words[0] in _ONE else words[0]
    rest = list(words[1:])
    unit = ""
    if rest and rest[0] in SCALES:
        if len(rest) < 3 or rest[1] != "of":
            return None
        unit, rest = rest[0], rest[2:]
    elif (
        rest
        and words[0] in _ONE
        and len(rest) > 2
        and rest[0] in ("kilogram", "kilo", "kg", "litre", "liter")
        and rest[1] == "of"
    ):
        unit, rest = {"litre": "litre", "liter": "litre"}.get(rest[0], "kg"), rest[2:]
    if not rest or len(rest) > 4 or rest[0] == "of" or rest[-1] == "of" or rest[-1] in _VERB:
        return None
    if "of" in rest:
        at = rest.index("of")
        return Item(count, unit, (*rest[: at - 1], singular(rest[at - 1]), *rest[at:]))
    return Item(count, unit, (*rest[:-1], singular(rest[-1])))


def _named(
    told: Sequence[Sequence[str]], spans: Sequence[tuple[int, int, int, int]]
) -> tuple[list[tuple[Item, Item]], list[int]] | None:
    """The two pairs of the same two things, and where each ends: the second thing is named as it is named in the other pair."""
    firsts = [_item(told[n][start : second - 1]) for n, start, second, _ in spans]
    if firsts[0] is None or firsts[1] is None:
        return None
    seconds: list[dict[tuple[str, ...], tuple[Item, int]]] = []
    for (n, _, second, end), first in zip(spans, firsts, strict=True):
        ways: dict[tuple[str, ...], tuple[Item, int]] = {}
        for stop in range(second + 2, end + 1):
            words = list(told[n][second:stop])
            if words[-1] in ("ones", "one") and len(words) > 2:
                words[-1] = first.words[-1] if first is not None else ""  # "8 small ones"
            item = _item(words)
            if item is not None:
                ways[(item.unit, *item.words)] = (item, stop)
        seconds.append(ways)
    keys = [(i.unit, *i.words) for i in firsts if i is not None]
    if keys[0] != keys[1]:
        if keys[1] not in seconds[0] or keys[0] not in seconds[1]:
            return None
        chosen = [seconds[0][keys[1]], seconds[1][keys[0]]]
    else:
        common = [k for k in seconds[0] if k in seconds[1] and k != keys[0]]
        if not common:
            return None
        plural = [
            k for k in common if any(w[k][0].count and _is_plural(told, spans, k, w[k]) for w in seconds)
        ]
        key = min(plural or common[:1], key=len)
        longer = [k for k in common if k[: len(key)] == key and len(k) > len(key) and k[len(key)] == "of"]
        key = longer[0] if longer else key
        chosen = [seconds[0][key], seconds[1][key]]
    pairs = [(a, b[0]) for a, b in zip(firsts, chosen, strict=True) if a is not None]
    return pairs, [b[1] for b in chosen]


def _is_plural(
    told: Sequence[Sequence[str]],
    spans: Sequence[tuple[int, int, int, int]],
    key: tuple[str, ...],
    way: tuple[Item, int],
) -> bool:
    """Whether the name ends in a plural where it stands, so that no verb was taken for a part of it."""
    return any(
        way[1] - 1 < len(told[n]) and singular(told[n][way[1] - 1]) == key[-1] != told[n][way[1] - 1]
        for n, _, _, end in spans
        if way[1] <= end
    )


def _harmless(words: Sequence[str], pairs: Sequence[tuple[Item, Item]]) -> bool:
    """Whether what stands around the numbers changes nothing of them."""
    left = [w for w in words if w]
    if len(left) == len(words):  # nothing is told here
        names = {w for pair in pairs for i in pair for w in i.words}
        plain = "".join(
            "<item> " if singular(w) in names or w in names else f"{w} " for w in left if w != ","
        )
        return bool(_BESIDES.fullmatch(plain)) and (
            "not" not in left or bool({"change", "changed"} & set(left))
        )
    if "another" in left and any(w == "another" and not nxt for w, nxt in pairwise(words)):
        return False  # "another 3 pens": the total may be that of all
    left = [
        w
        for w, behind in zip(words, [*words[1:], "."], strict=True)
        if w and not (w in _PACK and behind == "of")
    ]
    if "back" in left and not {"went", "goes", "came", "comes", "go", "come"} & set(left):
        return False
    return not any((w in STRICT and w not in HARMLESS) or w in CHANGING for w in left)
