"""An English problem as sentences of tokens, each followed by a space; clock times and floors as tokens with values of their own.

What `marks` does not read (a problem whose only numbers are times of day, "25 000", "3rd floor") is made ready here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.english.marks import ANY, marks
from solver.topics.stories.school.working import Term, Unfit, num

MAX_CHARACTERS: Final = 900
_HOUR: Final = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK: Final = re.compile(
    r"\b(?:\d{1,2}:[0-5]\d(?!\d)(?: ?[ap]\.?m\b\.?)?|\d{1,2}(?:\.[0-5]\d)? ?[ap]\.?m\b\.?"
    rf"|{_HOUR} o'?clock|(?:half|(?:a )?quarter) (?:past|to) {_HOUR}\b|noon|midday|midnight)(?: in the (?:morning|afternoon|evening))?",
    re.IGNORECASE,
)
_FLOORS: Final = {
    w: i
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
_FLOOR: Final = re.compile(
    rf"\b(?:(\d+)(?:st|nd|rd|th)|({'|'.join(_FLOORS)}))(?= (?:to the \w+ )?(?:floor|storey|story)\b)",
    re.IGNORECASE,
)
_MADE_PLAIN: Final = (
    (re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))"), ""),
    (re.compile(r"\bper cent\b"), "percent"),
    (re.compile(r"\b(below|above) zero\b"), r"\1 freezing"),
    (re.compile(r"(?<=m)\^\{?2\}?"), "²"),
    (re.compile(r"(?<=m)\^\{?3\}?"), "³"),
    (
        re.compile(r" ?(?:°|º) ?[CF]?\b|\bdegrees (?:Celsius|Fahrenheit|centigrade)\b", re.IGNORECASE),
        " degrees",
    ),
    (re.compile(r"(?<=[\dm]) ?[×x] ?(?=\d)"), " by "),
    (re.compile(r"\b(Mr|Mrs|Ms|Dr|St)\."), r"\1"),
    (
        re.compile(r"\b[Oo]ne (?=(?:hour|minute|second|day|week|month|year|km|kilometre|mile)\b)"),
        "1 ",
    ),
    (re.compile(r"\bmph\b"), "miles per hour"),
    (re.compile(r"(?<=years)['’]? time\b|(?<=year)['’]s time\b"), ""),
    (re.compile(r"\b(?:kph|kmh|kmph|km/hr|kms/h)\b"), "km/h"),
)
_TOKEN: Final = re.compile(rf"{ANY}(?=st\b|nd\b|rd\b|th\b)|{ANY}|[a-zà-ÿ'/²³-]+[0-9]?|[,:]")
_ENDS: Final = re.compile(r"([.!?;]+)(?=[\s\"')]|$)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens, each with a space behind it; `asks` where it ends in a question mark or tells to find something."""

    text: str
    asks: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A problem that is ready to be read: its sentences, its numbers, its times of day as they are written."""

    sentences: tuple[Sentence, ...]
    values: Mapping[str, Fraction]
    percents: frozenset[str]
    currency: str
    clocks: Mapping[str, str]
    text: str
    names: frozenset[str]
    pi: str = ""
    """The number that π is to be, where it is told."""

    @property
    def numbers(self) -> int:
        """How many numbers and times are told."""
        return len(self.values) + len(self.clocks)


_CURRENCIES: Final = {"dollar": "dollars", "pound": "pounds", "euro": "euros", "yuan": "yuan", "cent": "cents", "penny": "pence"}  # fmt: skip


_PLACE: Final = re.compile(
    r"\b(?:in|at|on|from|during) (?:(?:the|a|an|his|her|their|its|this|that) )?([a-z'-]+)"
)
_NO_PLACE: Final = frozenset("total all both it them order change everything pounds dollars euros cents pence yuan kg grams litres first beginning end start which cash".split())  # fmt: skip


def elsewhere(question: str, told: str) -> bool:
    """Whether a question is about a place or a time that was not spoken of: "how many nurses are there in France"."""
    return any(word not in _NO_PLACE and not re.search(rf"\b{re.escape(word.rstrip('s'))}", told) for word in _PLACE.findall(question))  # fmt: skip


_PI: Final = r"(?:π|\bpi\b)"
_KEEP_PI: Final = re.compile(
    rf"(?i)[,(]? ?(?:(?:leave|give|express|write) (?:your |the )?(?:answer )?)?(?:in terms of|as a multiple of) {_PI}\)?"
)
_PI_IS: Final = re.compile(
    rf"(?i)[,(]? ?(?:use|take|using|let|with) {_PI} ?(?:=|≈|as|to be|be) ?(3(?:\.14)?|22/7)(?![\d/])\.?\)?"
)


def _without_pi(source: str) -> tuple[str, str]:
    """The text without what it says of π, and the number that π is to be."""
    found = _PI_IS.search(source)
    return _KEEP_PI.sub(" ", _PI_IS.sub(" ", source)), found[1] if found else ""


def sheet(source: str) -> Sheet | None:
    """The problem made ready; None where it has signs that are not read, or no numbers."""
    if len(source) > MAX_CHARACTERS:
        return None
    for pattern, plain in _MADE_PLAIN:
        source = pattern.sub(plain, source)
    source, pi = _without_pi(source)
    if re.search(r"[\u3400-\u9fff\\^=<>]", source):
        return None
    clocks: dict[str, str] = {}

    def clock(match: re.Match[str]) -> str:
        if len(clocks) == 10:
            return match[0]
        name = f"clocktime-{'abcdefghij'[len(clocks)]}"
        clocks[name] = match[0].replace("midday", "noon")
        ends = match[0].endswith(".") and re.match(r"\s+[A-Z]", match.string[match.end() :])
        return f"{name}." if ends else name  # "at 9 a.m. When do they meet?"

    source = _CLOCK.sub(clock, source)
    source = _FLOOR.sub(lambda m: f"level {m[1] or _FLOORS[m[2].lower()]}", source)
    found = marks(source)
    if found is None and not clocks:
        return None
    if found is None:
        if re.search(r"\d|[^A-Za-z ,.?!'’\"()-]", source):
            return None
        text, values, percents, currencies = (
            source.lower().replace("’", "'"),
            {},
            frozenset[str](),
            set[str](),
        )
        names = frozenset[str]()
    else:
        text, values, percents, names = found.text, dict(found.values), found.percents, found.names
        text = re.sub(rf"(?<={ANY} )days\b", "day", text)
        currencies = set(found.currencies.values())
    if len(currencies) > 1:
        return None
    sentences = tuple(_sentences(text))
    return Sheet(
        sentences, values, percents, _CURRENCIES.get(next(iter(currencies), ""), next(iter(currencies), "")), clocks, text, names, pi
    )  # fmt: skip


def _sentences(text: str) -> list[Sentence]:
    found = []
    parts = _ENDS.split(re.sub(r"[()]", " , ", text))
    for body, end in zip(parts[::2], [*parts[1::2], ""], strict=True):
        tokens = " ".join(_TOKEN.findall(body.replace('"', " ").replace(" - ", " , ")))
        tokens = re.sub(r"(?:(?<=^)|(?<= )),(?: ,)+", ",", f"{tokens} ").removeprefix(", ")
        tokens = re.sub(r"\b(what|how|where|who|that|it|there|he|she)'s\b", r"\1 is", tokens)
        tokens = re.sub(r"\b(he|she|it|they|we|i|you)'ll\b", r"\1 will", tokens)
        tokens = re.sub(
            rf"^((?:in|after|within|during) {ANY} [a-z]+ )(?=(?:an?|the|he|she|it|they|his|her) )",
            r"\1, ",
            tokens,
        )
        tokens = re.sub(
            rf"^((?:along|beside|around|on) (?:an?|the) {ANY} [a-z]+ (?:long )?[a-z]+ )(?!,)", r"\1, ", tokens
        )
        if tokens.strip():
            asks = "?" in end or bool(re.match(r"(?:find|calculate|work out|determine) ", tokens))
            found.append(Sentence(tokens, asks))
    return found


@dataclass
class Ledger:
    """A problem while it is read: each of its numbers has one place."""

    made: Sheet
    used: set[str] = field(default_factory=set, kw_only=True)

    def number(self, letter: str) -> Term:
        """A number of the problem.

        Raises:
            Unfit: it has a place already.
        """
        letter = letter.strip()
        if letter in self.used:
            raise Unfit
        self.used.add(letter)
        return num(self.made.values[letter])
