"""Clauses of English sentences: who or what, the verb, and what stands behind it. Every word must have a place.

A sentence is cut at joining words into as few clauses as can be read; a question is put into the order of a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.phrases import Noun, Np, Phrases, Qty, tokens_of
from solver.topics.stories.school.english.words import (
    AUX,
    DAYTIME,
    FORMS,
    IDLE,
    MEASURED,
    PARTICLES,
    PREPOSITIONS,
    WEEKDAYS,
    is_open,
)
from solver.topics.stories.word_problems.english.lexicon import forms_of

MAX_TOKENS: Final = 70
MAX_PARTS: Final = 5
_JOINTS: Final = frozenset(", and but then so while whereas which who if because where when".split())
_ADVERBS: Final = frozenset(
    "left over altogether together equally remaining away apart evenly away more home there here back both each upstairs outside inside again full free empty".split()
)
_FIXED: Final = {
    ("in", "total"): "total", ("in", "all"): "total", ("all", "together"): "total", ("at", "first"): "first", ("in", "the", "beginning"): "first",
    ("at", "the", "beginning"): "first", ("at", "the", "start"): "first", ("to", "begin", "with"): "first", ("to", "start", "with"): "first",
    ("left", "over"): "over", ("between", "them"): "total", ("of", "them"): "", ("at", "the", "same", "price"): "", ("at", "this", "price"): "",
    ("in", "the", "end"): "now", ("at", "the", "end"): "now", ("so", "far"): "", ("as", "well"): "", ("of", "this"): "", ("at", "once"): "", ("from", "it"): "", ("at", "all"): "",
    ("on", "it"): "", ("in", "it"): "", ("of", "the", "same", "kind"): "", ("for", "it"): "", ("at", "that", "price"): "", ("at", "home"): "", ("to", "school"): "", ("on", "average"): "average",
    ("into", "it"): "", ("for", "them"): "", ("for", "this"): "", ("from", "them"): "", ("at", "the", "moment"): "now", ("by", "then"): "now", ("at", "last"): "",
}  # fmt: skip
_NOT_ED: Final = frozenset("red bed seed feed weed speed need shed breed hundred naked indeed wicked".split())
_PAST: Final = re.compile("[a-z]{2,}ed")
_IRREGULAR_PARTICIPLES: Final = frozenset(
    "sold cut left given taken eaten drunk broken thrown burnt lent spent sent lost found won bought made caught grown built drawn "
    "written read put set paid held kept worn stolen known seen driven ridden run told brought drained hidden spilt torn".split()
)


@dataclass(frozen=True, slots=True)
class Item:
    """What stands before the subject or behind the verb: a quantity, a name, either behind a preposition, or an adverb."""

    kind: str  # qty, np, adv, inf
    prep: str = ""
    qty: Qty | None = None
    np: Np | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A clause. `subject`: a name, quantities, or nothing (there is …; the one before); `modal`: can, must, need, …"""

    subject: Np | tuple[Item, ...] | None
    verb: str
    items: tuple[Item, ...] = ()
    leads: tuple[Item, ...] = ()
    passive: bool = False
    negated: bool = False
    modal: str = ""
    particle: str = ""
    there: bool = False
    joint: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class _Group:
    start: int
    end: int
    verb: str
    passive: bool
    negated: bool
    modal: str
    particle: str
    form: str


@cache
def verb_of(token: str) -> str:
    """The verb of which a token is a form: a known one, or one that ends like a past tense."""
    if token in FORMS:
        return FORMS[token]
    if _PAST.fullmatch(token) and token not in _NOT_ED:
        stem = token[:-2]
        for base in (stem, stem + "e", stem[:-1], stem[:-1] + "y"):
            if len(base) > 1 and token in set(forms_of(base)):
                return base
        return stem
    return ""


def expand(text: str) -> str:
    """Contractions in full."""
    text = re.sub(r"\bcan't\b", "can not", re.sub(r"\bwon't\b", "will not", text))
    text = re.sub(r"\b([a-z]+)n't\b", r"\1 not", text).replace("cannot", "can not")
    return re.sub(r"\b(he|she|it|there|that)'s\b", r"\1 is", re.sub(r"\b(they|we|you)'re\b", r"\1 are", text))


def sentences(text: str) -> Iterator[tuple[Said, ...]]:
    """The ways to read a sentence that tells, as clauses."""
    tokens = tokens_of(expand(text))
    if len(tokens) <= MAX_TOKENS:
        for parts in range(1, MAX_PARTS + 1):
            found = list(_cut(tokens, 0, parts))
            if found:
                yield from found[:4]
                return


def _cut(tokens: tuple[str, ...], start: int, parts: int) -> Iterator[tuple[Said, ...]]:
    joint = ""
    while start < len(tokens) and tokens[start] in _JOINTS:
        joint += " " + tokens[start]
        start += 1
    if start >= len(tokens):
        return
    if parts == 1:
        for said in _clauses(tokens, start, len(tokens)):
            yield (replace(said, joint=joint.strip()),)
        return
    for end in range(start + 2, len(tokens) - 1):
        if tokens[end] not in _JOINTS or tokens[end - 1] in _JOINTS:
            continue
        firsts = list(_clauses(tokens, start, end))
        if firsts:
            for rest in _cut(tokens, end, parts - 1):
                yield from ((replace(first, joint=joint.strip()), *rest) for first in firsts)


def _clauses(tokens: tuple[str, ...], start: int, end: int) -> Iterator[Said]:
    for group in _groups(tokens, start, end):
        before = _before(tokens, start, group.start)
        if before is None:
            continue
        leads, subject, there = before
        items = items_of(tokens, group.end, end)
        if items is None or there and group.verb not in ("be", "remain"):
            continue
        yield Said(
            subject, group.verb, items, leads, group.passive, group.negated, group.modal, group.particle, there, "", group.form
        )  # fmt: skip


def _groups(tokens: tuple[str, ...], start: int, end: int) -> Iterator[_Group]:
    at = start
    while at < end:
        token = tokens[at]
        if (token in AUX or verb_of(token)) and not (
            at > start
            and tokens[at - 1]
            in ("a", "an", "the", "each", "every", "his", "her", "their", "of", "to", "per")
        ):
            found = _group(tokens, at, end)
            if found is not None:
                yield found
        at += 1


def _group(tokens: tuple[str, ...], at: int, end: int) -> _Group | None:
    start = at
    auxiliaries: list[str] = []
    negated, modal = False, ""
    while at < end and (
        tokens[at] in AUX
        or auxiliaries
        and tokens[at]
        in (
            "not",
            "still",
            "already",
            "also",
            "now",
            "only",
            "then",
            "just",
            "all",
            "both",
            "each",
            "equally",
            "never",
        )
    ):
        if tokens[at] in ("not", "never"):
            negated = True
        elif tokens[at] in AUX:
            auxiliaries.append(tokens[at])
            if tokens[at] in ("can", "could", "must", "should", "will", "would", "may", "might"):
                modal = tokens[at]
        elif tokens[at] in ("each", "both", "all", "still", "equally"):
            break
        at += 1
    token = tokens[at] if at < end else ""
    be = [a for a in auxiliaries if a in ("is", "are", "was", "were", "be", "been", "being")]
    main = verb_of(token)
    if token == "left" and auxiliaries[-1:] in (["has"], ["have"], ["had"]) and (at + 1 >= end or tokens[at + 1] in PREPOSITIONS | _JOINTS):
        main = ""
    if auxiliaries and (
        not main
        or token in AUX
        or be
        and not _participle(token)
        and not token.endswith("ing")
        or (be and token == "left")
    ):
        return _Group(
            start,
            at,
            FORMS[auxiliaries[-1]] if auxiliaries[-1] in FORMS else auxiliaries[-1],
            False,
            negated,
            modal,
            "",
            auxiliaries[-1],
        )
    if not main:
        return None
    if (
        auxiliaries
        and not be
        and auxiliaries[-1] in ("has", "have", "had")
        and not _participle(token)
        and token != verb_of(token)
    ):
        return None
    passive = bool(be) and _participle(token)
    at += 1
    while (
        at + 1 < end
        and tokens[at] == "to"
        and verb_of(tokens[at + 1])
        and (tokens[at + 1] in ("have",) or tokens[at + 1] not in ("be",))
        and tokens[at + 1] == verb_of(tokens[at + 1])
    ):
        if (
            not is_open(tokens[at + 1])
            and tokens[at + 1] not in ("have", "do")
            or main
            not in (
                "need",
                "want",
                "have",
                "plan",
                "decide",
                "like",
                "start",
                "begin",
                "go",
                "use",
                "continue",
                "try",
                "help",
                "manage",
                "ask",
            )
        ):
            break
        if main == "use":
            return None
        modal, main = main, verb_of(tokens[at + 1])
        token = tokens[at + 1]
        at += 2
    particle = ""
    if at < end and tokens[at] in PARTICLES:
        following = tokens[at + 1] if at + 1 < end else ""
        if (
            tokens[at] in ("away", "off", "out", "up", "down")
            or not following
            or following in PREPOSITIONS | _JOINTS
            or following in ("at", "the")
            and tokens[at] == "on"
            and main == "get"
        ):
            particle = tokens[at]
            at += 1
    return _Group(start, at, main, passive, negated, modal, particle, token)


def _participle(token: str) -> bool:
    return bool(_PAST.fullmatch(token) and token not in _NOT_ED) or token in _IRREGULAR_PARTICIPLES


def _before(
    tokens: tuple[str, ...], start: int, end: int
) -> tuple[tuple[Item, ...], Np | tuple[Item, ...] | None, bool] | None:
    """What leads, the subject, and whether it is "there"."""
    reader = Phrases(tokens, start, end)
    leads: list[Item] = []
    while not reader.done:
        at = reader.at
        if reader.take("there") and reader.done:
            return tuple(leads), None, True
        if reader.take(","):
            continue
        subject = _subject(tokens, reader.at, end)
        if subject is not None:
            return tuple(leads), subject, False
        item = _item(reader)
        if item is None or item.kind == "qty" and not item.prep or reader.at == at:
            period = _period(reader) if item is None else None
            if period is None:
                return None
            item = period
        leads.append(item)
        if (
            item.kind == "np"
            and not item.prep
            and not (item.np and item.np.noun.head in TIME | DAYTIME | WEEKDAYS)
        ):
            return None
    return tuple(leads), None, False


def _period(reader: Phrases) -> Item | None:
    if reader.peek() in ("last", "next", "first", "this") and reader.peek(1) in TIME | DAYTIME | WEEKDAYS:
        text = reader.peek() + " " + reader.peek(1)
        reader.at += 2
        return Item("adv", text=text)
    return None


def _subject(tokens: tuple[str, ...], start: int, end: int) -> Np | tuple[Item, ...] | None:
    reader = Phrases(tokens, start, end)
    while reader.peek() in IDLE and reader.peek() not in ("only", "just"):
        reader.at += 1
    first = reader.at
    np = reader.names()
    while (
        np is not None
        and not reader.done
        and (reader.peek() in IDLE or reader.peek() in ("each", "both", "all"))
    ):
        if reader.peek() in ("each", "both", "all") and reader.at == end - 1:
            np = replace(np, quant=reader.peek() if reader.peek() == "each" else np.quant or reader.peek())
        reader.at += 1
    if np is not None and reader.done:
        if np.noun.head in TIME | WEEKDAYS and np.quant in ("each", "every", "one", "this") and start < end:
            return None
        return np
    reader.at = first
    items: list[Item] = []
    while True:
        qty = reader.quantity()
        if qty is None:
            return None
        items.append(Item("qty", qty=qty))
        while reader.peek() in IDLE:
            reader.at += 1
        if not reader.done and reader.peek() in ("in", "on", "at", "from", "inside"):
            pp = _item(reader)
            if pp is None:
                return None
            items.append(pp)
        if reader.done:
            return tuple(items)
        if not (reader.take(",", "and") or reader.take(",") or reader.take("and")):
            return None


def items_of(tokens: tuple[str, ...], start: int, end: int) -> tuple[Item, ...] | None:
    """What stands behind a verb, or None where a word has no place."""
    reader = Phrases(tokens, start, end)
    items: list[Item] = []
    while not reader.done:
        if reader.peek() in (",", "and") and items:
            reader.take(",")
            reader.take("and")
            if reader.done:
                return None
            continue
        item = _item(reader)
        if item is None:
            return None
        if item.text or item.kind != "adv":
            items.append(item)
    return tuple(items)


def _item(reader: Phrases) -> Item | None:
    for fixed, text in _FIXED.items():
        if reader.take(*fixed):
            return Item("adv", text=text)
    token = reader.peek()
    if token in ("not", "nor", "neither") or not token:
        return None
    if token in PREPOSITIONS and token != "as":
        return _behind(reader)
    if token == "as" and reader.peek(1) not in ("many", "much"):
        return None
    qty = reader.quantity()
    if qty is not None:
        return Item("qty", qty=qty)
    if token in DAYTIME and token not in ("morning", "afternoon") or token in WEEKDAYS:
        reader.at += 1
        return Item("adv", text=token)
    if (period := _period(reader)) is not None:
        return period
    if token in _ADVERBS and not (token in ("each", "both") and is_open(reader.peek(1) or "of")):
        reader.at += 1
        return Item("adv", text=token)
    if token in IDLE:
        reader.at += 1
        return Item("adv", text="now" if token == "now" else "")
    if token in MEASURED:
        reader.at += 1
        return Item("adv", text=token)
    if token == "daily":
        reader.at += 1
        return Item("np", np=Np(Noun(("day",)), "every"))
    if token == "once":
        reader.at += 1
        return Item("adv", text="")
    np = reader.np()
    if np is not None:
        return Item("np", np=np)
    if token in ("cheaper", "dearer"):
        return None
    return None


def _behind(reader: Phrases) -> Item | None:
    """A preposition and what stands behind it."""
    start = reader.at
    prep = reader.peek()
    reader.at += 1
    if reader.peek() in ("of", "to") and prep in ("out", "into", "off"):
        reader.at += 1
    if (
        prep == "to"
        and verb_of(reader.peek()) == reader.peek()
        and reader.peek()
        and is_open(reader.peek())
        and reader.peek(1)
    ):
        verb = reader.peek()
        reader.at += 1
        return Item("inf", prep, text=verb)
    each = reader.peek() == "each" and reader.peek(1) == "of"
    at = reader.at
    if each:
        reader.at += 2
    qty = reader.quantity()
    if qty is not None:
        return Item("qty", prep, qty=replace(qty, each=True) if each else qty)
    reader.at = at
    np = reader.names()
    if np is not None:
        return Item("np", prep, np=np)
    if verb_of(reader.peek()) and reader.peek().endswith("ing"):
        verb = verb_of(reader.peek())
        reader.at += 1
        return Item("inf", prep, text=verb)
    reader.at = start
    return None
