"""Where the verb of a clause stands, with its auxiliaries: what it is, passive, negated, with a modal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from solver.topics.stories.school.english.words import (
    AUX,
    FORMS,
    PARTICLES,
    PREPOSITIONS,
    is_open,
)
from solver.topics.stories.word_problems.english.lexicon import forms_of

JOINTS: Final = frozenset(", and but then so while whereas which who if because where when".split())


_NOT_ED: Final = frozenset("red bed seed feed weed speed need shed breed hundred naked indeed wicked".split())


_PAST: Final = re.compile("[a-z]{2,}ed")


_IRREGULAR_PARTICIPLES: Final = frozenset(
    "sold cut left given taken eaten drunk broken thrown burnt lent spent sent lost found won bought made caught grown built drawn "
    "written read put set paid held kept worn stolen known seen driven ridden run told brought drained hidden spilt torn".split()
)


@dataclass(frozen=True, slots=True)
class Group:
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


def groups(tokens: tuple[str, ...], start: int, end: int) -> Iterator[Group]:
    """Where a verb stands with its auxiliaries, in every way."""
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


def _group(tokens: tuple[str, ...], at: int, end: int) -> Group | None:
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
    if (
        token == "left"
        and auxiliaries != ["had"]
        and auxiliaries[-1:] in (["has"], ["have"], ["had"])
        and (at + 1 >= end or tokens[at + 1] in PREPOSITIONS | JOINTS)
    ):
        main = ""
    if auxiliaries and (
        not main
        or token in AUX
        or be
        and not _participle(token)
        and not token.endswith("ing")
        or (be and token == "left")
    ):
        return Group(
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
            or following in PREPOSITIONS | JOINTS
            or following in ("at", "the")
            and tokens[at] == "on"
            and main == "get"
        ):
            particle = tokens[at]
            at += 1
    return Group(start, at, main, passive, negated, modal, particle, token)


def _participle(token: str) -> bool:
    if token in FORMS and FORMS[token] != token and not token.endswith(("s", "ing")) and token not in AUX:
        return True
    return bool(_PAST.fullmatch(token) and token not in _NOT_ED) or token in _IRREGULAR_PARTICIPLES
