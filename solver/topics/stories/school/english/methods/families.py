"""Kinds of English problems with a method of their own: each tells which facts it reads, what may be asked, and how it is solved.

A fact is a piece of a sentence between joining words, in any order; its form is a pattern (`patterns`). Where a word stands that no
pattern accounts for, nothing is read; where two ways to read a problem give different answers, none is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

from solver.topics.base import Task
from solver.topics.stories.school.english.marks import ANY, MONEY
from solver.topics.stories.school.english.methods.patterns import OPEN, compiled
from solver.topics.stories.school.english.sheet import Sentence, Sheet, sheet
from solver.topics.stories.school.modelled import finished
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num

_JOINTS: Final = re.compile(
    r"(?:, )?(?:(?:and|but|so|or) (?:then )?|then |while |whereas |if |when |who |which |that |where )|, |(?=(?:the|its|no|in|at|for|being|taking|with|after|from|to|by|on|of|plus|how|what|find) )"
)
_LEAD: Final = re.compile(
    r"(?:(?:and|but|so|then|if|when|while|also|now|given|suppose|imagine|that|assuming|who|which|where|altogether) )+"
)
_MAX_READINGS: Final = 24


@dataclass(frozen=True, slots=True)
class Fact:
    """What one piece of a sentence tells: its kind, and the values and units of its numbers."""

    kind: str
    values: Mapping[str, Fraction]
    units: Mapping[str, str]
    words: Mapping[str, str]

    def __getitem__(self, name: str) -> Term:
        if name not in self.values:
            raise Unfit
        return num(self.values[name])

    def unit(self, name: str) -> str:
        """The unit of a number."""
        return self.units.get(name, "")

    def word(self, name: str) -> str:
        """Words that were kept; empty where there are none."""
        return self.words.get(name, "")

    def has(self, name: str) -> bool:
        """Whether this number was told."""
        return name in self.values

    def list(self, name: str) -> list[Term]:
        """The numbers of a list."""
        return [num(v) for k, v in self.values.items() if re.fullmatch(rf"{name}\d+", k)]

    def whole(self, *names: str) -> None:
        """These numbers are whole and at least 1."""
        for name in names:
            if self.values[name].denominator != 1 or self.values[name] < 1:
                raise Unfit


@dataclass(frozen=True, slots=True)
class Bag:
    """All facts of a problem and its one question."""

    facts: tuple[Fact, ...]
    asked: Fact
    sheet: Sheet

    @property
    def kinds(self) -> str:
        """The kinds of the facts in alphabetical order."""
        return " ".join(sorted(f.kind for f in self.facts))

    def all(self, kind: str) -> list[Fact]:
        """The facts of a kind in the order of the text."""
        return [f for f in self.facts if f.kind == kind]

    def one(self, kind: str) -> Fact:
        """The only fact of a kind."""
        found = self.all(kind)
        if len(found) != 1:
            raise Unfit
        return found[0]

    def need(self, *kinds: str) -> None:
        """These are all the facts."""
        if self.kinds != " ".join(sorted(kinds)):
            raise Unfit


Method = Callable[[Bag, Working], None]
"""Puts the steps into the working, or hands the same problem to another topic."""


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of problem: `sign` must be found in the text at all, before anything else is tried."""

    sign: re.Pattern[str]
    told: tuple[tuple[str, str], ...]
    asked: tuple[tuple[str, str], ...]
    method: Method

    @property
    def facts(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Kinds of facts with their patterns, compiled when the sign is found for the first time."""
        return _compiled(self.told)

    @property
    def asks(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Kinds of questions with their patterns."""
        return _compiled(self.asked)


@cache
def _compiled(patterns: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, compiled(pattern)) for kind, pattern in patterns)


FAMILIES: Final[list[Family]] = []


def compile_all() -> None:
    """The patterns of all families, so that they can be kept; some have thousands of branches."""
    for known in FAMILIES:
        for patterns in (known.told, known.asked):
            _compiled(patterns)


Patterns = Mapping[str, Sequence[str]]


def family(sign: str, *, facts: Patterns, asks: Patterns) -> Callable[[Method], Method]:
    """A decorator: problems of these facts, one of these questions, are solved by the decorated function."""

    assert not set(facts) & set(asks), "a fact and a question of the same name"

    def register(method: Method) -> Method:
        FAMILIES.append(
            Family(
                re.compile(sign),
                tuple((kind, p) for kind, patterns in facts.items() for p in patterns),
                tuple((kind, p) for kind, patterns in asks.items() for p in patterns),
                method,
            )
        )
        return method

    return register


_IDLE: Final = re.compile(
    rf"(?:{OPEN})+|(?:{OPEN}){{0,6}}?(?:at|with|in) (?:the same|this|that) (?:rate|speed|pace|price|way|recipe) (?:{OPEN}){{0,3}}"
)


_AS_BEFORE: Final = re.compile(r"at (?:the same|this|that) (?:constant |steady )?(?:rate|speed|pace|price)")


class _Parser:
    def __init__(self, kind: Family, made: Sheet) -> None:
        self._family, self._sheet = kind, made
        self._seen: dict[str, list[Fact]] = {}
        self.asks = frozenset(name for name, _ in kind.asked)

    def pieces(self, text: str) -> list[Fact]:
        """What a piece of a sentence may tell; a piece without numbers and quantities tells nothing."""
        text = text.replace(", ", "")
        if text not in self._seen:
            short = _LEAD.sub("", text, count=1) if _LEAD.match(text) else text
            found = [
                _fact(kind, match, self._sheet)
                for words in dict.fromkeys((text, short))
                for kind, pattern in (*self._family.facts, *self._family.asks)
                if (match := pattern.fullmatch(words)) and _is_whole(match, self._sheet)
            ]
            if not found and (not short or _IDLE.fullmatch(short)):
                found = [Fact("", {}, {}, {"idle": short})]
            self._seen[text] = found
        return self._seen[text]

    def sentence(self, text: str) -> Iterator[tuple[Fact, ...]]:
        """All ways to divide a sentence into pieces that are read; the longest first piece first."""
        ends = [m.span() for m in _JOINTS.finditer(text) if m.start()]
        for left, right in [(len(text), len(text)), *reversed(ends)]:
            joined = text[left:right].strip() in (
                "and",
                "or",
            )  # "240 doctors and nurses": nothing of it is idle
            for fact in self.pieces(text[:left]):
                if left == len(text):
                    yield (fact,)
                elif not (joined and fact.word("idle")):
                    for rest in self.sentence(text[right:]):
                        if not (joined and rest[0].word("idle")):
                            yield (fact, *rest)


def _is_whole(match: re.Match[str], made: Sheet) -> bool:
    """Whether every number that the piece has is in a slot, and percentages where percentages are read."""
    named = " ".join(v for v in match.groupdict().values() if v)
    return all(c in named for c in re.findall(f"{ANY}|clocktime-[a-j]", match[0])) and all(
        v in made.percents for k, v in match.groupdict().items() if v and k.endswith("_percent")
    )


def _fact(kind: str, match: re.Match[str], made: Sheet) -> Fact:
    values: dict[str, Fraction] = {}
    units, words = dict[str, str](), dict[str, str]()
    for name, text in match.groupdict().items():
        if text is None:
            continue
        base, _, more = re.sub(r"__\d", "", name).partition("_")
        if more == "list":
            for i, letter in enumerate(re.findall(ANY, text)):
                values[f"{base}{i}"] = made.values[letter]
            words[base] = " ".join(sorted({w for w in re.findall(r"[a-z²³]+", text) if w != "and"}))
            units[base] = made.currency if MONEY[1] <= text[0] <= MONEY[3] else ""
        elif text in made.values:
            values[base] = made.values[text]
            if MONEY[1] <= text <= MONEY[3]:
                units[base] = made.currency
        elif text in made.clocks:
            words[base] = made.clocks[text]
        elif more == "u":
            units[base] = text
        elif more == "p":
            units[base] += f" per {text}"
        else:
            words[base] = text.strip()
    return Fact(kind, values, units, words)


def _readings(kind: Family, made: Sheet) -> Iterator[Bag]:
    parser = _Parser(kind, made)
    found: list[tuple[Fact, ...]] = [()]
    for sentence in made.sentences:
        ways = _ways(parser, sentence)
        found = [a + b for a in found for b in ways][:_MAX_READINGS]
    for facts in found:
        asked = [f for f in facts if f.kind in parser.asks]
        if len(asked) == 1:
            yield Bag(tuple(f for f in facts if f.kind not in parser.asks and f.kind), asked[0], made)


def _ways(parser: _Parser, sentence: Sentence) -> list[tuple[Fact, ...]]:
    ways = []
    for way in parser.sentence(sentence.text):
        if way not in ways and not (sentence.asks and _trails(parser, way)):
            ways.append(way)
        if len(ways) >= _MAX_READINGS:
            break
    return ways


def _trails(parser: _Parser, way: tuple[Fact, ...]) -> bool:
    """Whether words that tell nothing stand behind the question: they may change it ("Emre and Leyla, respectively")."""
    at = next((i for i, f in enumerate(way) if f.kind in parser.asks), len(way))
    return any(
        not f.kind and f.word("idle") and not _AS_BEFORE.fullmatch(f.word("idle").strip()) for f in way[at:]
    )


def solved(source: str) -> Task | None:
    """The task of a problem that one of the families reads whole; None where none does or two ways to read it differ."""
    made = sheet(source)
    if made is None or made.numbers < 1 or sum(s.asks for s in made.sentences) != 1:
        return None
    found: dict[object, Task] = {}
    for kind in FAMILIES:
        if not kind.sign.search(made.text):
            continue
        for bag in _readings(kind, made):
            work = Working("en")
            try:
                kind.method(bag, work)
                if made.pi and (work.model is None or made.pi not in work.model.question):
                    continue
                if work.model is not None:
                    found.setdefault(work.model.question, finished(work))
            except Unfit:
                continue
            if (
                work.model is None
                and work.answer is not None
                and work.answer.made is not None
                and work.answer.value >= 0
            ):
                found.setdefault((work.answer.value, work.unit), Exercise.of(work))
    return next(iter(found.values())) if len(found) == 1 else None
