"""What a question wants to know, put into the order of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from solver.topics.stories.school.english.clauses import Item, Said, before, items_of
from solver.topics.stories.school.english.marks import ANY, SCALES, UNITS
from solver.topics.stories.school.english.nouns import Noun, Np, Qty, noun_of, tokens_of
from solver.topics.stories.school.english.phrases import Phrases
from solver.topics.stories.school.english.verbs import expand, groups, verb_of
from solver.topics.stories.school.english.words import AUX, LESSER

_FLAGS: Final = {
    "left": {"left", "remaining", "over"},
    "now": {"now"},
    "total": {"total", "together", "altogether", "both"},
    "first": {"first"},
}
_DIMENSION: Final = {"far": "length", "long": "length", "tall": "length", "high": "length", "wide": "length", "deep": "length", "heavy": "mass"}  # fmt: skip
_HEAD: Final = re.compile(
    r"^(?:(?P<lead>.*?),? )?(?:and |so |then )*how (?P<head>many|much|far|long|tall|high|heavy|deep|wide)\b ?(?P<rest>.*)$"
)
_REWRITTEN: Final = (
    (r"\bwhat (do|does|did|will|would) (.+? )(cost|weigh)\b", r"how much \1 \2\3"),
    (r"\bwhat (?:is|was|will be|would be) the (?:total )?(?:price|cost) (?:of|for) (.+)$", r"how much does \1 cost"),
    (r"\b(how many [a-z ]+?) (?:is|are|was|were) (?:that|those|this)\b", r"\1 are there altogether"),
    (r"\bwhat is the (?:length|height) of\b", "how long is"),
    (r"\bfind how\b|\bwork out how\b|\bcalculate how\b", "how"),
    (r"\b(how (?:long|much|heavy|tall)) (is|was|are|were) (?:the )?(?:rest|remainder|remaining [a-z]+|[a-z]+ (?:that|which) (?:remains?|is left|was left|are left)|(?:[a-z]+ )?left)\b(?:(?!,? in (?:UNIT)\b).)*(,? in (?:UNIT))?$".replace("UNIT", "|".join(UNITS)), r"\1 \2 left\3"),
    (r"\bhow (many|much) ([a-z ]*?)(?:is|are|was|were|will be|has|have|had) (?:been )?left\b", r"how \1 \2is left"),
    (r"\b(?:would|might) you\b", "do you"),
    (r"^(?:find|calculate|work out|what is|what was) (?:their|the) (?:total|combined) (?:weight|mass)\b(?: of (.+))?$", r"how much do they weigh altogether"),
    (r"^(?:find|calculate|work out|what is|what was) (?:their|the) (?:total|combined) (?:price|cost)$", r"how much do they cost altogether"),
)  # fmt: skip
_THAN: Final = re.compile(
    r"^(?P<sign>more|fewer|less|longer|heavier|taller|higher|cheaper|wider|deeper|shorter|lighter|dearer|further|farther)\b ?(?P<noun>[a-z ]*?) ?\b(?P<aux>does|do|did|has|have|had|is|are|was|were) (?P<a>.+?) than (?P<b>.+)$"
)
_THAN_NOUNS: Final = re.compile(
    r"^(?P<sign>more|fewer|less) (?P<a>[a-z -]+?) than (?P<b>[a-z -]+?) (?P<aux>are|were|is|was|does|do|did|has|have) (?P<rest>.+)$"
)
_GOAL: Final = re.compile(
    r" (?:(?:in order )?to (?:have|buy|get|finish|reach|pay|save|fill|make|complete|be able|afford|read|carry|pack|hold|transport|earn|collect)|before (?:he|she|they|it)|until (?:he|she|they|it)|so that)\b.*$"
)
_STRANGE: Final = re.compile(
    r"\b(?:not|no|never|without|except|only|if|half|average|ago|older|another|other|others)\b"
)


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
    inside: Qty | None = None  # crates of 250 kg
    sides: tuple[Np, Np] | None = None  # how many more one has than the other
    sign: int = 1


def question_of(text: str) -> tuple[str, list[Question]]:
    """What is told before a question in its sentence, and the ways to read the question."""
    text = expand(text)
    for pattern, new in _REWRITTEN:
        text = re.sub(pattern, new, text)
    found = _HEAD.match(text)
    if found is None or re.search(r"\bhow (?:many|much|far|long)\b.*\bhow (?:many|much|far|long)\b", text):
        return "", []
    lead = (found["lead"] or "").strip(" ,")
    rest = found["rest"]
    if (than := _THAN.match(rest) or _THAN_NOUNS.match(rest)) is not None:
        compared = _difference(found["head"], than)
        return lead, [compared] if compared is not None else []
    if re.search(r"\bthan\b", rest):
        return "", []
    if re.match(
        r"(?:days|weeks|months|years|hours|minutes|[a-z]+) .*\b(?:take|takes|need|needs|must|have to|has to|required|save|buy|use)\b",
        rest,
    ):
        goal = _GOAL.search(rest)
        if goal is not None and not re.search(ANY, goal[0]):
            rest = rest[: goal.start()]
    return lead, list(_questions(found["head"], rest))


def _difference(head: str, than: re.Match[str]) -> Question | None:
    sides = []
    for name in "ab":
        words = re.sub(
            r" (?:has|have|had|does|do|did|have|cost|weigh|read|get|make|collect|is|are|was|were)$",
            "",
            than[name],
        )
        reader = Phrases(tokens_of(words))
        np = reader.names()
        while np is not None and not reader.done and verb_of(reader.peek()):
            reader.at += 1
        if np is None or not reader.done:
            return None
        sides.append(np)
    groups_of = than.groupdict()
    noun = noun_of(tuple((groups_of.get("noun") or "").split()))
    if "noun" not in groups_of:
        noun = Noun()
    verb = next(
        (
            verb_of(w)
            for w in than[0].split()
            if verb_of(w) and w not in ("more", "is", "are", "was", "were", "does", "do", "did")
        ),
        "be",
    )
    unit = ""
    if noun.head == "money":
        unit, noun = "money", Noun()
    elif noun.head in UNITS and UNITS[noun.head] in SCALES and len(noun.words) == 1:
        unit = UNITS[noun.head]
        noun = Noun((noun.of[-1],)) if noun.of else Noun()
    if verb == "cost" or than["sign"] in ("cheaper", "dearer"):
        unit = "money"
    said = Said(None, verb)
    sign = -1 if than["sign"] in LESSER else 1
    return Question(
        head,
        noun,
        unit,
        said,
        True,
        frozenset({"difference"}),
        than[0],
        sides=(sides[0], sides[1]),
        sign=sign,
    )


def _questions(head: str, rest: str) -> Iterator[Question]:
    tokens = tokens_of(rest)
    reader = Phrases(tokens)
    flags: set[str] = set()
    more = False
    if head in ("many", "much"):
        for word in ("more", "full", "whole", "complete", "further"):
            if reader.take(word):
                more |= word in ("more", "further")
                if word in ("full", "whole", "complete"):
                    flags.add("full")
        for word in ("change", "profit"):
            if reader.take(word):
                flags.add(word)
        for of in ("the", "these", "them", "his", "her", "their"):
            if reader.take("of", of):
                break
    start = reader.at
    ends = [start]
    if head in ("many", "much") and not flags & {"change", "profit"}:
        longest = reader.noun()
        ends = [reader.at]
        plain = start + len(longest.words)
        ends += [i for i in range(start + 1, plain) if verb_of(tokens[i])]
        ends += [start] if plain > start and verb_of(tokens[start]) else []
    for end in ends:
        yield from _asked(head, tokens, start, end, flags, more)


def _asked(
    head: str, tokens: tuple[str, ...], start: int, end: int, given: set[str], more: bool
) -> Iterator[Question]:
    reader = Phrases(tokens, start, end)
    noun = reader.noun() if end > start else Noun()
    if reader.at != end:
        return
    reader = Phrases(tokens, end)
    inside: Qty | None = None
    if reader.peek() == "of" and re.match(ANY, reader.peek(1) or "-"):
        reader.take("of")
        inside = reader.quantity()
        if inside is None or inside.kind != "n":
            return
    unit = ""
    if noun.head in UNITS and UNITS[noun.head] in SCALES and len(noun.words) == 1:
        unit = UNITS[noun.head]
        noun = Noun((noun.of[-1],)) if noun.of else Noun()
    elif noun.head == "money" or noun.head in ("dollar", "euro", "yuan", "pound", "cent") and head == "many":
        if noun.head == "cent":
            return
        unit, noun = "money", Noun()
    more = reader.take("more") or more
    text = " ".join(tokens)
    for said, is_object in _orders(tokens, reader.at, head):
        words = {i.text for i in (*said.items, *said.leads) if i.kind == "adv"}
        flags = {name for name, members in _FLAGS.items() if words & members} | given
        if said.verb in ("remain", "stay") or re.search(r"\bstill\b", text):
            flags.add("left")
        if re.search(r"\bneither\b.*\bnor\b", text):
            flags.add("neither")
        if _STRANGE.search(re.sub(r"\bnot\b", "", text) if said.negated else text):
            continue
        made = Question(head, noun, unit, said, is_object, frozenset(flags), text, more, inside)
        strange = False
        for item in (*said.items, *said.leads):
            one = item.np
            if (
                item.prep == "in"
                and one is not None
                and not one.quant
                and UNITS.get(one.noun.head, "") in SCALES
                and (unit or not SCALES[UNITS[one.noun.head]][0].endswith(dimension(head) or "?"))
            ):
                strange = True
            if (
                item.prep == "in"
                and one is not None
                and not unit
                and not one.quant
                and UNITS.get(one.noun.head, "") in SCALES
            ) and SCALES[UNITS[one.noun.head]][0].endswith(dimension(head) or "?"):
                made = replace(made, unit=UNITS[one.noun.head])
        if not strange:
            yield made


def _orders(tokens: tuple[str, ...], start: int, head: str) -> Iterator[tuple[Said, bool]]:
    """The clause of a question in the order of a statement."""
    end = len(tokens)
    if start >= end:
        return
    if "neither" in tokens[start:]:
        at = tokens.index("neither", start)
        if at == start + 1 and tokens[start] in ("is", "are", "was", "were"):
            words = [w for w in tokens[at + 1 :] if w != "nor"]
            yield Said(None, "be", tuple(Item("np", np=Np(noun_of((w,)))) for w in words)), False
        return
    if tokens[start] in AUX:
        aux = tokens[start]
        found = False
        measured = bool(dimension(head))
        for group in groups(tokens, start + 1, end):
            around = before(tokens, start + 1, group.start)
            items = items_of(tokens, group.end, end)
            if around is None or items is None or around[2] or around[1] is None or around[0]:
                continue
            modal = aux if aux in ("can", "could", "must", "should", "will", "would", "may", "might") else ""
            passive = (
                group.passive
                or aux in ("is", "are", "was", "were")
                and group.form.endswith(("ed", "n", "t"))
                and group.form != group.verb
            )
            found = True
            yield Said(around[1], group.verb, items, (), passive, group.negated, group.modal or modal, group.particle, False, "", group.form), True  # fmt: skip
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
                    if measured:
                        return
    for group in groups(tokens, start, end):
        if group.start != start or group.verb in ("do", "have") and tokens[start] in AUX:
            break
        items = items_of(tokens, group.end, end)
        if items is not None:
            yield Said(None, group.verb, items, (), group.passive, group.negated, group.modal, group.particle, False, "", group.form), False  # fmt: skip
        break


def dimension(head: str) -> str:
    """The dimension that "how far", "how heavy" asks for."""
    return _DIMENSION.get(head, "")


def mentions(items: tuple[Item, ...]) -> frozenset[str]:
    """The words of names in a clause."""
    found: set[str] = set()
    for item in items:
        if item.np is not None:
            for one in (item.np, *item.np.others):
                found |= one.every
        if item.kind == "adv" and item.text:
            found |= set(item.text.split())
    return frozenset(found)
