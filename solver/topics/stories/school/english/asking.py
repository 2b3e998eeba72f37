"""What a question wants to know, put into the order of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from solver.topics.stories.school.english.clauses import Item, Said, _before, _groups, expand, items_of
from solver.topics.stories.school.english.marks import ANY, SCALES, UNITS
from solver.topics.stories.school.english.phrases import Noun, Np, Phrases, tokens_of
from solver.topics.stories.school.english.words import AUX

_FLAGS: Final = {
    "left": {"left", "remaining", "over", "more_left"},
    "now": {"now"},
    "total": {"total", "together", "altogether", "both"},
    "first": {"first"},
}
_DIMENSION: Final = {
    "far": "length",
    "long": "length",
    "tall": "length",
    "high": "length",
    "wide": "length",
    "deep": "length",
    "heavy": "mass",
}
_HEAD: Final = re.compile(
    r"^(?:(?P<lead>.*?),? )?(?:and |so |then )*how (?P<head>many|much|far|long|tall|high|heavy|deep|wide)\b ?(?P<rest>.*)$"
)
_CHANGE: Final = re.compile(r"\bchange\b")


@dataclass(frozen=True, slots=True)
class Question:
    """A question: for how many of what, the clause it makes, and the words that tell the kind."""

    head: str
    noun: Noun
    unit: str
    said: Said
    object: bool  # the clause has a subject besides what is asked for
    flags: frozenset[str]
    text: str
    more: bool = False
    np: Np | None = None


def question_of(text: str) -> tuple[str, list[Question]]:
    """What is told before a question in its sentence, and the ways to read the question."""
    found = _HEAD.match(expand(text))
    if found is None:
        return "", []
    lead = (found["lead"] or "").strip(" ,")
    return lead, list(_questions(found["head"], found["rest"]))


def _questions(head: str, rest: str) -> Iterator[Question]:
    tokens = tokens_of(rest)
    reader = Phrases(tokens)
    full = more = False
    noun = Noun()
    unit = ""
    if head in ("many", "much"):
        for word in ("more", "full", "whole", "complete", "further", "other"):
            if reader.take(word):
                more |= word in ("more", "further")
                full |= word in ("full", "whole", "complete")
        if (
            reader.take("of", "the")
            or reader.take("of", "these")
            or reader.take("of", "them")
            or reader.take("of", "his")
            or reader.take("of", "her")
        ):
            pass
        noun = reader.noun()
        if noun.head in UNITS and UNITS[noun.head] in SCALES and len(noun.words) == 1:
            unit = UNITS[noun.head]
            noun = Noun((noun.of[-1],)) if noun.of else Noun()
        elif noun.head == "money":
            unit = "money"
            noun = Noun()
        elif noun.head in ("dollar", "euro", "yuan", "pound") and head == "many":
            unit, noun = "money", Noun()
        elif noun.head == "change":
            noun = Noun()
        if reader.take("more"):
            more = True
        if reader.take("longer") or reader.take("heavier"):
            more = True
    elif reader.peek() in AUX:
        pass
    start = reader.at
    text = " ".join(tokens)
    adverbs = set()
    if head == "much" and tokens[:1] == ("change",):
        adverbs.add("change")
    for said, is_object in _orders(tokens, start):
        words = {i.text for i in (*said.items, *said.leads) if i.kind == "adv"}
        flags = {name for name, members in _FLAGS.items() if words & members} | adverbs
        if said.verb in ("remain", "stay") or re.search(r"\bstill\b", text):
            flags.add("left")
        if full:
            flags.add("full")
        if re.search(
            r"\b(?:neither|not|no|nor|never|without|except|only|if|half|average|ago|older|another)\b", text
        ):
            continue
        yield Question(head, noun, unit, said, is_object, frozenset(flags), text, more)


def _orders(tokens: tuple[str, ...], start: int) -> Iterator[tuple[Said, bool]]:
    """The clause of a question in the order of a statement."""
    end = len(tokens)
    if start >= end:
        return
    if tokens[start] in AUX:
        aux = tokens[start]
        inner = list(_groups(tokens, start + 1, end))
        found = False
        for group in inner:
            before = _before(tokens, start + 1, group.start)
            items = items_of(tokens, group.end, end)
            if before is None or items is None or before[2] or before[1] is None or before[0]:
                continue
            modal = aux if aux in ("can", "could", "must", "should", "will", "would", "may", "might") else ""
            passive = (
                group.passive
                or aux in ("is", "are", "was", "were")
                and group.form.endswith(("ed", "n", "t"))
                and group.form != group.verb
            )
            found = True
            yield (
                Said(
                    before[1],
                    group.verb,
                    items,
                    (),
                    passive,
                    group.negated,
                    group.modal or modal,
                    group.particle,
                    False,
                    "",
                    group.form,
                ),
                True,
            )
        if aux in ("is", "are", "was", "were", "will", "has", "have", "had") and not found:
            reader = Phrases(tokens, start + 1, end)
            if reader.take("there"):
                items = items_of(tokens, reader.at, end)
                if items is not None:
                    yield Said(None, "be", items, there=True), False
                return
            np = reader.names()
            if np is not None and aux not in ("will", "has", "have", "had"):
                items = items_of(tokens, reader.at, end)
                if items is not None:
                    yield Said(np, "be", items), True
    for group in _groups(tokens, start, end):
        if group.start != start:
            break
        items = items_of(tokens, group.end, end)
        if items is not None:
            yield (
                Said(
                    None,
                    group.verb,
                    items,
                    (),
                    group.passive,
                    group.negated,
                    group.modal,
                    group.particle,
                    False,
                    "",
                    group.form,
                ),
                False,
            )
        break


def dimension(head: str) -> str:
    """The dimension that "how far", "how heavy" asks for."""
    return _DIMENSION.get(head, "")


def mentions(items: tuple[Item, ...]) -> frozenset[str]:
    """The words of names in a clause."""
    found: set[str] = set()
    for item in items:
        if item.np is not None:
            found |= item.np.every
        if item.kind == "adv" and item.text:
            found |= set(item.text.split())
    return frozenset(found)


_ = ANY
