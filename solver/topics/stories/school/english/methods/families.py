"""Kinds of English problems with a method of their own: each tells which facts it reads, what may be asked, and how it is solved.

A fact is a piece of a sentence between joining words, in any order. In a pattern `~` is up to eight words of an open vocabulary
(`~3` up to three), `<d:length>` a number with a unit of that dimension, `<n>` a number without one, `<m:money>`, `<f:part>`,
`<p:percent>`, `<t:clock>`, `<w=a|b>` one of these words, `<w=~2>` open words that are kept; everything else stands for itself.
Words that hold quantities together (`STRICT`) are never open: where one stands that no pattern accounts for, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from solver.topics.base import Task, Text, Unread
from solver.topics.numbers import clock
from solver.topics.stories.school.english.marks import ANY, FRACTION, MONEY, NUMBER, SCALES, UNITS
from solver.topics.stories.school.english.methods.sheet import Sentence, Sheet, sheet
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num

STRICT: Final = frozenset(
    "each every per more less fewer than times twice half quarter third left remaining remain remains remained rest average mean "
    "another other others both either neither except without not no none never nobody nothing n't only still already before after "
    "ago again back instead until till unless some any few several many much how what which who when if same equal equally different "
    "difference total altogether together sum product first next last extra additional plus minus increase increases increased "
    "decrease decreases decreased reduce reduced reduces further farther faster slower longer shorter older younger cheaper dearer heavier "
    "lighter bigger larger smaller higher lower taller wider narrower deeper earlier later sooner early late or and but then while "
    "one ones whose return returns returned twin about least most own same also too between nearly almost exactly over under above below "
    "doubles doubled halves halved triples tripled broken missing ratio percent isn't doesn't don't didn't won't aren't wasn't can't "
    "opposite towards toward apart meet meets all ten's except instead free discount sale tax stops stopped stop breaks pauses "
    "altogether additionally afterwards meanwhile since because so though although once square circular".split()
)  # fmt: skip
_SMALL: Final = "|".join(sorted(map(re.escape, STRICT), key=len, reverse=True))
_OPEN: Final = rf"(?!(?:{_SMALL}) )(?!clocktime)[a-zà-ÿ'-]+ "
_JOINTS: Final = re.compile(
    r"(?:, )?(?:(?:and|but|so|or) (?:then )?|then |while |whereas |if |when |who |which |that |where )|, |(?=(?:in|at|for|with|after|from|to|by|on|of|plus|how|what|find) )"
)
_LEAD: Final = re.compile(
    r"(?:(?:and|but|so|then|if|when|while|also|now|given|suppose|imagine|that|assuming|who|which|where|altogether) )+"
)
_LEXEME: Final = re.compile(r"<[^>]+>|@\w+|~\d*|[()|?:]|[a-z'/²³-]+|\{\d,\d\}")
_MAX_READINGS: Final = 24


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    """For each dimension the units of it, as an alternative."""
    kinds: dict[str, list[str]] = {}
    for unit, (kind, _) in SCALES.items():
        kinds.setdefault(kind.removeprefix("imperial "), []).append(re.escape(unit))
    found = {kind: "|".join(units) for kind, units in kinds.items()}
    found["time"] += "|month|year"
    found["span"] = "hour|minute|second"
    found["unit"] = "|".join(map(re.escape, [*SCALES, "dozen"]))
    return found


def _slot(text: str) -> str:
    if "=" in text:
        name, words = text.split("=")
        if words.startswith("~"):
            return f"(?P<{name}>(?:{_OPEN}){{1,{words[1:] or 4}}}?)"
        return f"(?P<{name}>{'|'.join(f'{w} ' for w in words.split('|'))})"
    name, _, kind = text.partition(":")
    if not kind:
        every = "|".join(re.escape(u) for u in SCALES)
        return f"(?P<{name}>{NUMBER}) (?!(?:{every}|per) )"
    if kind in ("money", "part", "percent", "any"):
        block = {"money": MONEY, "any": f"[{NUMBER[1]}-{MONEY[3]}]"}.get(kind, FRACTION)
        measured = f"(?:(?P<{name}_u>{_units()['unit']}|month|year) )?+(?!(?:per|square|cubic) )" if kind == "any" else ""
        return f"(?P<{name}_{kind}>{block}) {measured}"
    if kind == "list":
        return f"(?P<{name}_list>(?:{ANY} (?:(?:{_units()['unit']}|points|marks|degrees|pages|minutes|goals|runs|books) )?(?:and )?){{2,12}})"
    if kind == "clock":
        return f"(?P<{name}_clock>clocktime-[a-j]) "
    if kind == "rate":
        return f"(?P<{name}>{NUMBER}) (?P<{name}_u>{_units()['unit']}) (?:per |a |an |each |every )(?P<{name}_p>hour|minute|second|day|week|month) "
    if kind == "speed":
        return f"(?P<{name}>{NUMBER}) (?P<{name}_u>{_units()['length']}) (?:per |a |an |each |every )(?P<{name}_p>hour|minute|second|day) "
    return f"(?P<{name}>{NUMBER}) (?P<{name}_u>{_units()[kind]}) (?!(?:per|square|cubic) )"


MACROS: Final[dict[str, str]] = {}


def _compiled(pattern: str) -> re.Pattern[str]:
    out = []
    for name in re.findall(r"@(\w+)", pattern):
        pattern = pattern.replace(f"@{name}", MACROS[name], 1)
    seen: dict[str, int] = {}
    for lexeme in _LEXEME.findall(pattern):
        if lexeme[0] == "<":
            name = re.match(r"\w+", lexeme[1:])[0]  # type: ignore[index]
            seen[name] = seen.get(name, 0) + 1
            slot = _slot(lexeme[1:-1])
            slot = slot if seen[name] == 1 else slot.replace(f"(?P<{name}", f"(?P<{name}__{seen[name]}")
            out.append(f"(?:{slot})")
        elif lexeme[0] == "~":
            out.append(f"(?:{_OPEN}){{0,{lexeme[1:] or 8}}}?")
        elif lexeme == "(":
            out.append("(?:")
        elif lexeme == ":":
            out.append(": ")
        elif lexeme in ")|?" or lexeme[0] == "{":
            out.append(lexeme)
        else:
            out.append(f"(?:{lexeme} )")
    return re.compile("".join(out))


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


Method = Callable[[Bag, Working], str | None]
"""Puts the steps into the working, or gives the same problem in the words of another topic."""



@dataclass(frozen=True, slots=True)
class Family:
    """A kind of problem: `sign` must be found in the text at all, before anything else is tried."""

    sign: re.Pattern[str]
    facts: tuple[tuple[str, re.Pattern[str]], ...]
    asks: tuple[tuple[str, re.Pattern[str]], ...]
    method: Method


FAMILIES: Final[list[Family]] = []
Patterns = Mapping[str, Sequence[str]]


def family(sign: str, *, facts: Patterns, asks: Patterns) -> Callable[[Method], Method]:
    """A decorator: problems of these facts, one of these questions, are solved by the decorated function."""

    assert not set(facts) & set(asks), "a fact and a question of the same name"

    def register(method: Method) -> Method:
        FAMILIES.append(
            Family(
                re.compile(sign),
                tuple((kind, _compiled(p)) for kind, patterns in facts.items() for p in patterns),
                tuple((kind, _compiled(p)) for kind, patterns in asks.items() for p in patterns),
                method,
            )
        )
        return method

    return register


_IDLE: Final = re.compile(
    rf"(?:{_OPEN})+|(?:{_OPEN}){{0,6}}?(?:at|with|in) (?:the same|this|that) (?:rate|speed|pace|price|way|recipe) (?:{_OPEN}){{0,3}}"
)


class _Parser:
    def __init__(self, kind: Family, made: Sheet) -> None:
        self._family, self._sheet = kind, made
        self._seen: dict[str, list[Fact]] = {}
        self.asks = frozenset(name for name, _ in kind.asks)

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
            for fact in self.pieces(text[:left]):
                if left == len(text):
                    yield (fact,)
                elif right < len(text) or not text[right:]:
                    for rest in self.sentence(text[right:]):
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
    return any(not f.kind and f.word("idle") for f in way[at:])


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
                handed = kind.method(bag, work)
            except Unfit:
                continue
            if handed:
                task = clock.read(Text(handed, "en"))
                if task is not None and not isinstance(task, Unread):
                    found.setdefault(handed, task)
            elif work.answer is not None and work.answer.made is not None and work.answer.value >= 0:
                found.setdefault((work.answer.value, work.unit), Exercise.of(work))
    return next(iter(found.values())) if len(found) == 1 else None


def unit_named(word: str) -> str:
    """The one name of a unit that is asked for.

    >>> unit_named("kilometres"), unit_named("minutes")
    ('km', 'minute')
    """
    return UNITS.get(word, word)


def named(unit: str) -> str:
    """A unit as it is said of several.

    >>> named("hour"), named("km"), named("km per hour")
    ('hours', 'km', 'km per hour')
    """
    head, _, rest = unit.partition(" per ")
    plain = {"foot": "feet", "inch": "inches"}.get(head)
    plain = plain or (f"{head}s" if len(head) > 2 and not head.endswith("s") and head[-1].isalpha() else head)
    return f"{plain} per {rest}" if rest else plain


def into(work: Working, term: Term, unit: str, wanted: str) -> Term:
    """A quantity in another unit of its kind."""
    if unit == wanted:
        return term
    scales = {**SCALES, "month": ("calendar", Fraction(1)), "year": ("calendar", Fraction(12))}
    if unit not in scales or wanted not in scales or scales[unit][0] != scales[wanted][0]:
        raise Unfit
    factor = scales[unit][1] / scales[wanted][1]
    made = term * num(factor) if factor > 1 else term / num(1 / factor)
    return work.step(f"{term.tex} {named(unit)} in {named(wanted)}", made, named(wanted))


def verbs(bases: str) -> str:
    """An alternative of all forms of verbs: regular ones by rule, others written as base/third/past/participle/ing.

    >>> verbs("walk go/goes/went/gone/going")
    '(walk|walks|walked|walking|go|goes|went|gone|going)'
    """
    forms: list[str] = []
    for verb in bases.split():
        if "/" in verb:
            forms += verb.split("/")
            continue
        stem = verb.removesuffix("e") if verb.endswith("e") and not verb.endswith("ee") else verb
        past = f"{verb[:-1]}ied" if re.search("[^aeiou]y$", verb) else f"{stem}ed"
        third = f"{verb[:-1]}ies" if re.search("[^aeiou]y$", verb) else f"{verb}es" if re.search("(?:s|sh|ch|x|o)$", verb) else f"{verb}s"  # fmt: skip
        forms += [verb, third, past, f"{stem}ing"]
    return f"({'|'.join(dict.fromkeys(forms))})"


MACROS.update(
    go=verbs(
        "go/goes/went/gone/going travel/travels/travelled/traveled/travelling/traveling drive/drives/drove/driven/driving run/runs/ran/running "
        "walk cycle ride/rides/rode/ridden/riding swim/swims/swam/swum/swimming fly/flies/flew/flown/flying sail jog/jogs/jogged/jogging "
        "move hike skate row cruise march crawl cover hop/hops/hopped/hopping head march ski/skis/skied/skiing paddle race"
    ),
    hm="how many",
    is_="(is|was|are|were|will be|would be)",
    do="(do|does|did|will|would|can|could|must|should|has|have|had|is|was|are|were|may|might)",
    can="(can|could|will|would|may|must|has to|have to|had to|should|does|do|did)",
    take=verbs("take/takes/took/taken/taking need require"),
    pay=verbs("pay/pays/paid/paying spend/spends/spent/spending"),
)
