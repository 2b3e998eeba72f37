"""Clauses of English sentences: who or what, the verb, and what stands behind it. Every word must have a place.

A sentence is cut at joining words into as few clauses as can be read; a question is put into the order of a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from solver.topics.stories.school.english.marks import ANY, TIME
from solver.topics.stories.school.english.nouns import Noun, Np, Qty, tokens_of
from solver.topics.stories.school.english.phrases import Phrases
from solver.topics.stories.school.english.verbs import JOINTS, expand, groups, verb_of
from solver.topics.stories.school.english.words import (
    DAYTIME,
    IDLE,
    MEASURED,
    PREPOSITIONS,
    WEEKDAYS,
    is_open,
)

MAX_TOKENS: Final = 70
MAX_PARTS: Final = 5
_ADVERBS: Final = frozenset(
    "left over altogether together equally remaining away apart evenly away more home there here back both each upstairs outside inside again full free empty".split()
)
_OF_ALL: Final = ("each", "both", "all")
_WHERE: Final = ("in", "on", "at", "from", "between", "with", "inside")
_FIXED: Final = {
    ("in", "total"): "total", ("in", "all"): "total", ("all", "together"): "total", ("at", "first"): "first", ("in", "the", "beginning"): "first",
    ("at", "the", "beginning"): "first", ("at", "the", "start"): "first", ("to", "begin", "with"): "first", ("to", "start", "with"): "first",
    ("left", "over"): "over", ("between", "them"): "total", ("of", "them"): "", ("at", "the", "same", "price"): "", ("at", "this", "price"): "",
    ("in", "the", "end"): "now", ("until", "the", "end"): "", ("at", "the", "end"): "now", ("so", "far"): "", ("as", "well"): "", ("of", "this"): "", ("at", "once"): "", ("from", "it"): "", ("at", "all"): "",
    ("on", "it"): "", ("in", "it"): "", ("of", "the", "same", "kind"): "", ("for", "it"): "", ("at", "that", "price"): "", ("at", "home"): "", ("to", "school"): "", ("on", "average"): "average",
    ("into", "it"): "", ("for", "them"): "", ("for", "this"): "", ("from", "them"): "", ("at", "the", "moment"): "now", ("by", "then"): "now", ("at", "last"): "",
}  # fmt: skip


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
    while start < len(tokens) and tokens[start] in JOINTS:
        joint += " " + tokens[start]
        start += 1
    if start >= len(tokens):
        return
    if parts == 1:
        for said in _clauses(tokens, start, len(tokens)):
            yield (replace(said, joint=joint.strip()),)
        return
    for end in range(start + 2, len(tokens) - 1):
        if tokens[end] not in JOINTS or tokens[end - 1] in JOINTS:
            continue
        firsts = list(_clauses(tokens, start, end))
        if firsts:
            for rest in _cut(tokens, end, parts - 1):
                yield from ((replace(first, joint=joint.strip()), *rest) for first in firsts)


def _clauses(tokens: tuple[str, ...], start: int, end: int) -> Iterator[Said]:
    for group in groups(tokens, start, end):
        around = before(tokens, start, group.start)
        if around is None:
            continue
        leads, subject, there = around
        items = items_of(tokens, group.end, end)
        if items is None or there and group.verb not in ("be", "remain"):
            continue
        yield Said(
            subject, group.verb, items, leads, group.passive, group.negated, group.modal, group.particle, there, "", group.form
        )  # fmt: skip


def before(
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
    """A name or quantities that fill the place before a verb; None where other words stand there."""
    reader = Phrases(tokens, start, end)
    while reader.peek() in IDLE and reader.peek() not in ("only", "just"):
        reader.at += 1
    first = reader.at
    np = _named_subject(reader)
    if np is not None and reader.done:
        timed = np.noun.head in TIME | WEEKDAYS and np.quant in ("each", "every", "one", "this")
        return None if timed and start < end else np
    reader.at = first
    return _counted_subject(reader)


def _named_subject(reader: Phrases) -> Np | None:
    """ "Tom and Ann each", "the birds in the tree": a name with what belongs to it."""
    np = reader.names()
    if np is None:
        return None
    while not reader.done and (reader.peek() in IDLE or reader.peek() in _OF_ALL):
        if reader.peek() in _OF_ALL and reader.at == reader.end - 1:
            np = replace(np, quant=reader.peek() if reader.peek() == "each" else np.quant or reader.peek())
        reader.at += 1
    if not np.pronoun and not reader.done and reader.peek() in _WHERE:
        after = reader.at
        while not reader.done and (reader.peek() in _WHERE or reader.peek() in ("to", "and")):
            reader.at += 1
            if reader.names() is None:
                reader.at = after
                break
        if not reader.done:
            reader.at = after
    return np


def _counted_subject(reader: Phrases) -> tuple[Item, ...] | None:
    """ "8 birds in the tree and 3 cats"."""
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
        begins = reader.peek()
        item = _item(reader)
        if item is None:
            return None
        if (
            items
            and item.kind == "np"
            and not item.prep
            and item.np is not None
            and not item.np.quant
            and verb_of(begins)
        ):
            return None  # a verb, no name
        if items and item.kind == "np" and not item.prep and re.match(ANY, reader.peek() or "-"):
            return None  # "and Quinn collected 98"
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
        if not re.match(ANY, reader.peek() or "-"):
            reader.np()  # "to buy a game"
        return Item("inf", prep, text=verb)
    if prep == "about" and re.match(ANY, reader.peek() or "-"):
        reader.at = start
        return None
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
