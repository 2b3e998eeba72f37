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
_BE: Final = frozenset("is are was were be been being".split())
_MODALS: Final = frozenset("can could must should will would may might".split())
# What may stand between an auxiliary and its verb.
_BETWEEN_AUX: Final = frozenset("not already also now only then just never".split())
# Behind these stands a noun, whatever its form: "his walks".
_BEFORE_NOUNS: Final = frozenset("a an the each every his her their of to per".split())
# "wants to buy 5" tells as much as "buys 5".
_BEFORE_INFINITIVES: Final = frozenset(
    "need want have plan decide like start begin go use continue try help manage ask".split()
)
_ALWAYS_PARTICLES: Final = frozenset("away off out up down".split())


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries: tokens `start` to `end`; `form` is the verb as it stands."""

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
    for at in range(start, end):
        may_begin = tokens[at] in AUX or verb_of(tokens[at])
        if may_begin and not (at > start and tokens[at - 1] in _BEFORE_NOUNS):
            found = _group(tokens, at, end)
            if found is not None:
                yield found


def _group(tokens: tuple[str, ...], start: int, end: int) -> Group | None:
    """ "was not able", "has been sold", "wants to buy", "ran away": the group that begins here."""
    helpers = _helpers(tokens, start, end)
    at = helpers.end
    form = tokens[at] if at < end else ""
    main = "" if _is_what_is_left(tokens, helpers, end) else verb_of(form)
    if helpers.words and (not main or form in AUX or helpers.be and not _behind_be(form)):
        last = helpers.words[-1]
        return Group(start, at, FORMS.get(last, last), False, helpers.negated, helpers.modal, "", last)
    if not main or helpers.perfect and not helpers.be and not _participle(form) and form != main:
        return None
    passive = helpers.be and _participle(form)
    modal = helpers.modal
    at += 1
    while main in _BEFORE_INFINITIVES and (verb := _infinitive(tokens, at, end)):
        if main == "use":
            return None  # "used to read": no longer
        modal, main, form = main, verb, verb
        at += 2
    particle = _particle(tokens, at, end, main)
    return Group(start, at + bool(particle), main, passive, helpers.negated, modal, particle, form)


@dataclass(frozen=True, slots=True)
class _Helpers:
    """The auxiliaries before a verb; `end`: where they end."""

    words: tuple[str, ...]
    end: int
    negated: bool
    modal: str

    @property
    def be(self) -> bool:
        return not _BE.isdisjoint(self.words)

    @property
    def perfect(self) -> bool:
        return self.words[-1:] in (("has",), ("have",), ("had",))


def _helpers(tokens: tuple[str, ...], at: int, end: int) -> _Helpers:
    words: list[str] = []
    negated, modal = False, ""
    while at < end and (tokens[at] in AUX or words and tokens[at] in _BETWEEN_AUX):
        if tokens[at] in ("not", "never"):
            negated = True
        elif tokens[at] in AUX:
            words.append(tokens[at])
            if tokens[at] in _MODALS:
                modal = tokens[at]
        at += 1
    return _Helpers(tuple(words), at, negated, modal)


def _is_what_is_left(tokens: tuple[str, ...], helpers: _Helpers, end: int) -> bool:
    """ "the money that she has left": nobody leaves."""
    at = helpers.end
    return (
        at < end
        and tokens[at] == "left"
        and helpers.words != ("had",)
        and helpers.perfect
        and (at + 1 >= end or tokens[at + 1] in PREPOSITIONS | JOINTS)
    )


def _behind_be(form: str) -> bool:
    """Whether a form of "be" may be the auxiliary of this one: sold, selling; not in "are left"."""
    return form != "left" and (_participle(form) or form.endswith("ing"))


def _infinitive(tokens: tuple[str, ...], at: int, end: int) -> str:
    """The verb of "to buy"; nothing where none stands here."""
    if at + 1 >= end or tokens[at] != "to":
        return ""
    verb = tokens[at + 1]
    known = verb_of(verb) == verb and verb != "be"
    return verb if known and (is_open(verb) or verb in ("have", "do")) else ""


def _particle(tokens: tuple[str, ...], at: int, end: int, main: str) -> str:
    """What belongs to the verb: "gave away 5", "fell down", "got on the bus"; not in "put 5 in the box"."""
    if at >= end or tokens[at] not in PARTICLES:
        return ""
    particle = tokens[at]
    following = tokens[at + 1] if at + 1 < end else ""
    belongs = (
        particle in _ALWAYS_PARTICLES
        or not following
        or following in PREPOSITIONS | JOINTS
        or following in ("at", "the")
        and particle == "on"
        and main == "get"
    )
    return particle if belongs else ""


def _participle(token: str) -> bool:
    if token in FORMS and FORMS[token] != token and not token.endswith(("s", "ing")) and token not in AUX:
        return True
    return bool(_PAST.fullmatch(token) and token not in _NOT_ED) or token in _IRREGULAR_PARTICIPLES
