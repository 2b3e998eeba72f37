"""An English problem as clauses with one letter for each number, units under one name, and names of people.

`marks` is the interface. A number is one letter of three blocks: NUMBER (counts, measures: a unit follows), MONEY, FRACTION
(a part, a percentage). What follows a NUMBER is either a unit of `SCALES` under its one name ("\ue000 km", also in
"\ue000 km/h") or any noun. All is in lower case; `Marks.names` are the words that stood with a capital. "one" and "a" are no numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.marking import Mark, Marked, mark

NUMBER: Final = "[\ue000-\ue3ff]"
MONEY: Final = "[\ue400-\ue7ff]"
FRACTION: Final = "[\ue800-\uebff]"
ANY: Final = "[\ue000-\uebff]"

_SPELLED: Final[dict[str, str]] = {
    "km": "kilometre kilometer kms", "m": "metre meter", "cm": "centimetre centimeter cms", "mm": "millimetre millimeter",
    "kg": "kilogram kilogramme kilo kgs", "g": "gram gramme", "mg": "milligram", "tonne": "ton tonnes t",
    "litre": "liter l L", "ml": "millilitre milliliter", "cl": "centilitre centiliter",
    "hour": "h hr hrs", "minute": "min mins", "second": "s sec secs", "day": "", "week": "wk wks", "month": "", "year": "yr yrs",
    "mile": "", "foot": "feet ft", "inch": "inches", "yard": "yd yds", "pound": "lb lbs", "ounce": "oz",
    "cm²": "cm2", "m²": "m2 sqm", "km²": "km2", "cm³": "cm3", "m³": "m3", "hectare": "ha", "gallon": "", "cup": "",
}  # fmt: skip
UNITS: Final[dict[str, str]] = {
    form: one
    for one, forms in _SPELLED.items()
    for word in (one, *forms.split())
    for form in (word, word + "s" if len(word) > 2 and not word.endswith("s") else word)
}
SCALES: Final[dict[str, tuple[str, Fraction]]] = {
    "tonne": ("mass", Fraction(10**6)), "kg": ("mass", Fraction(1000)), "g": ("mass", Fraction(1)), "mg": ("mass", Fraction(1, 1000)),
    "pound": ("imperial mass", Fraction(16)), "ounce": ("imperial mass", Fraction(1)),
    "km": ("length", Fraction(10**6)), "m": ("length", Fraction(1000)), "cm": ("length", Fraction(10)), "mm": ("length", Fraction(1)),
    "mile": ("imperial length", Fraction(63360)), "yard": ("imperial length", Fraction(36)),
    "foot": ("imperial length", Fraction(12)), "inch": ("imperial length", Fraction(1)),
    "litre": ("volume", Fraction(1000)), "cl": ("volume", Fraction(10)), "ml": ("volume", Fraction(1)),
    "cm³": ("volume", Fraction(1)), "m³": ("volume", Fraction(10**6)),
    "km²": ("area", Fraction(10**10)), "hectare": ("area", Fraction(10**8)), "m²": ("area", Fraction(10**4)), "cm²": ("area", Fraction(1)),
    "week": ("time", Fraction(604800)), "day": ("time", Fraction(86400)), "hour": ("time", Fraction(3600)),
    "minute": ("time", Fraction(60)), "second": ("time", Fraction(1)),
    "year": ("calendar", Fraction(12)), "month": ("calendar", Fraction(1)),
    "gallon": ("gallons", Fraction(1)), "cup": ("cups", Fraction(1)),
}  # fmt: skip
TIME: Final = frozenset("second minute hour day week month year".split())

_UNIT_WORD: Final = "|".join(sorted({re.escape(u.lower()) for u in UNITS}, key=lambda u: (-len(u), u)))
_UNIT: Final = re.compile(
    rf"(?<=[\ue000-\ue3ff])(?: ?|-)({_UNIT_WORD})(?: ?(/|per|an?\b)(?: ?({_UNIT_WORD}))?)?(?![a-z²³-])"
)
_SQUARED: Final = re.compile(
    rf"(?<=[\ue000-\ue3ff] )(square|sq\.?|cubic) ({_UNIT_WORD})(?![a-z])|(?<=[\ue000-\ue3ff])(square|sq\.?|cubic) ({_UNIT_WORD})(?![a-z])"
)
_ORDINALS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "fifteenth": 15, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_PART: Final = re.compile(
    rf"(?:(?<![a-z])(an?|one)|({NUMBER}))[ -](half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|fifteenth|twentieth|hundredth)(s)?\b"
    r"(?! (?:grade|floor|day|week|time|place|year|birthday|hour|row|child|one|note|coin|box|bus|street|avenue|month|person|round|page|step|test|exam|quiz|number|game|match|race|lap|mark|score|student|pupil|player|member|girl|boy)\b)"
)
_HALF: Final = re.compile(r"\bhalf\b(?! ?(?:-?past|-?time|way|price))")
_AND_HALF: Final = re.compile(rf"(?:({NUMBER})|\b(one)) and (?:an? )?({FRACTION})(?! of\b)")
_HALF_UNIT: Final = re.compile(
    rf"({FRACTION}) (?:an? |of an? )({_UNIT_WORD})\b|({FRACTION})(?: |-)({_UNIT_WORD})\b(?! of the)"
)
_UNIT_AND_HALF: Final = re.compile(rf"({NUMBER}) ([a-z]+) and ({FRACTION})\b(?! of)|\b(an?|one) (hour|kg|km|litre|day|week|month|year|mile|m|dozen) and ({FRACTION})\b(?! of)")  # fmt: skip
_COUPLE: Final = re.compile(r"\b(?:a|the next) couple of\b")
_HUNDREDS: Final = re.compile(rf"({NUMBER}) and ({NUMBER})(?![ ]?(?:{FRACTION}))")
_MULTIPLE: Final = re.compile(r"\b(quadruple|(?:two|three|four|five|six|seven|eight|nine|ten)fold|thrice)\b")
_COMPOUND: Final = re.compile(
    rf"({NUMBER}) (km|m|kg|litre|hour|minute|pound|foot|yard|year|week|day|tonne)(?:,? and|,)? ({NUMBER}) (m|cm|mm|g|ml|minute|second|ounce|inch|foot|month|day|hour|kg)\b(?!²| a\b| per\b|/)"
)
_HYPHEN: Final = re.compile(rf"({ANY})-(?=[a-z])")
_CLAUSE_END: Final = re.compile(r"[.!?;]+(?=\s|$)|[.!?;]+(?=[\"”'’)])")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its words in lower case with letters for numbers; `asks` where its sentence ends in a question mark."""

    text: str
    sentence: int
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The clauses of a problem; the value of each letter that stands for a number; the currency of each amount of money."""

    text: str
    clauses: tuple[Clause, ...]
    values: dict[str, Fraction]
    currencies: dict[str, str]
    percents: frozenset[str]
    names: frozenset[str]

    @property
    def letters(self) -> frozenset[str]:
        """Every number that is told."""
        return frozenset(re.findall(ANY, self.text))


def marks(source: str) -> Marks | None:
    """The marked text; None where it is not of the kind: formulas, signs that are not read, no numbers."""
    found = mark(_plain(source), chinese=False)
    if found is None or not found.marks:
        return None
    _fractions(found)
    _rewrite_units(found)
    _cents(found)
    text = re.sub(r"\s+", " ", found.text).strip()
    letters = [c for c in text if "\ue000" <= c <= "\uebff"]
    if not letters or len(set(letters)) != len(letters):
        return None
    if re.search(r"[^a-zà-öø-ÿ\ue000-\uebff0-9 .,;:!?'\"()/%²³-]", text) or re.search(r"\d(?![a-z]?\b)", re.sub("[²³]", "", text)):  # fmt: skip
        return None
    values = {c: found.mark(c).value for c in letters}
    return Marks(
        text,
        tuple(_clauses(text)),
        values,
        {c: found.mark(c).unit for c in letters if found.mark(c).unit},
        frozenset(c for c in letters if found.mark(c).percent),
        _names(found.source),
    )


_SIGNS: Final = {"’": "'", "–": "-", "—": " - ", "“": '"', "”": '"', "…": "...", "²": "2", "³": "3"}
_GLYPHS: Final = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}  # fmt: skip


_DIGIT: Final = "zero one two three four five six seven eight nine".split()


def _plain(source: str) -> str:
    for sign, other in _SIGNS.items():
        source = source.replace(sign, other)
    for glyph, fraction in _GLYPHS.items():
        source = re.sub(rf"(?<=\d)\s?{glyph}", f" {fraction}", source).replace(glyph, fraction)
    source = re.sub(r"\b(Mr|Mrs|Ms|Dr|St)\.", r"\1", source)
    source = re.sub(
        r"\b(Year|Grade|Class|Form|Room|Group|Platform|Gate) (\d{1,2})([A-Za-z]?)\b",
        lambda m: f"{m[1]}{''.join(_DIGIT[int(d)] for d in m[2])}{m[3]}",
        source,
    )
    source = re.sub(r"\b(?:[Aa] total of|[Aa]n additional|[Aa]nother) (?=\d)", "", source)
    source = re.sub(r"\b(each|every) (\w+) (?:he|she|they|it) \w+(?=[.,;]|$)", r"\1 \2", source)
    return re.sub(r"\b([Aa]|[Oo]ne) (hundred|thousand)(?= and [a-z])", lambda m: {"hundred": "100", "thousand": "1000"}[m[2]], source)  # fmt: skip


def _fractions(found: Marked) -> None:
    def part(match: re.Match[str]) -> str | None:
        top = found.mark(match[2]).value if match[2] else Fraction(1)
        plural = bool(match[4])
        if top.denominator != 1 or (top != 1) != plural and match[3] != "half":
            return None
        return found.letter(Mark("f", top / _ORDINALS[match[3]]))

    def added(match: re.Match[str]) -> str:
        whole = found.mark(match[1]).value if match[1] else Fraction(1)
        return found.letter(Mark("n", whole + found.mark(match[3]).value))

    def measured(match: re.Match[str]) -> str | None:
        letter, unit = (match[1], match[2]) if match[1] else (match[3], match[4])
        if found.mark(letter).percent or unit in ("second", "pound", "cup") and not match[1]:
            return None
        return f"{found.letter(Mark('n', found.mark(letter).value))} {unit}"

    def unit_more(match: re.Match[str]) -> str | None:
        if match[4]:
            return f"{found.letter(Mark('n', 1 + found.mark(match[6]).value))} {match[5]}"
        if match[2] not in UNITS:
            return None
        return (
            f"{found.letter(Mark('n', found.mark(match[1]).value + found.mark(match[3]).value))} {match[2]}"
        )

    def times(match: re.Match[str]) -> str:
        words = "two three four five six seven eight nine ten".split()
        value = {"quadruple": 4, "thrice": 3}.get(match[1]) or words.index(match[1].removesuffix("fold")) + 2
        return f"{found.letter(Mark('n', Fraction(value)))} times"

    def hundreds(match: re.Match[str]) -> str | None:
        high, low = found.mark(match[1]).value, found.mark(match[2]).value
        said = found.original(*match.span()).lower()
        if not re.search("hundred|thousand|million|00$", said.split(" and ")[0]) or not low < 100 <= high:
            return None
        return found.letter(Mark("n", high + low))

    found.rewrite(_COUPLE, lambda m: found.letter(Mark("n", Fraction(2))))
    found.rewrite(_HUNDREDS, hundreds)
    found.rewrite(_MULTIPLE, times)
    found.rewrite(_PART, part)
    found.rewrite(_HALF, lambda m: found.letter(Mark("f", Fraction(1, 2))))
    found.rewrite(_AND_HALF, added)
    found.rewrite(_UNIT_AND_HALF, unit_more)
    found.rewrite(_HALF_UNIT, measured)


def _rewrite_units(found: Marked) -> None:
    small = {u.lower(): one for u, one in UNITS.items()}

    def unit(match: re.Match[str]) -> str | None:
        one, other = small[match[1]], match[3] and small[match[3]]
        if match[2] and not other:
            return f" {one}{match[0][match.end(1) - match.start() :]}"
        return f" {one} per {other}" if other else f" {one}"

    def squared(match: re.Match[str]) -> str | None:
        kind, one = (match[1], small[match[2]]) if match[1] else (match[3], small[match[4]])
        name = one + ("³" if kind == "cubic" else "²")
        return ("" if match[1] else " ") + name if name in SCALES else None

    def together(match: re.Match[str]) -> str | None:
        """ "2 m 15 cm" as one length, in the smaller unit."""
        (kind, big), (other, low) = SCALES[match[2]], SCALES[match[4]]
        if kind != other or big <= low:
            return None
        value = found.mark(match[1]).value * big / low + found.mark(match[3]).value
        return f"{found.letter(Mark('n', value))} {match[4]}"

    found.rewrite(_HYPHEN, lambda m: f"{m[1]} ")
    found.rewrite(_SQUARED, squared)
    found.rewrite(_UNIT, unit)
    found.rewrite(_COMPOUND, together)


def _cents(found: Marked) -> None:
    """Cents as parts of the dollar, pence of the pound, where the problem has those too."""
    units = {m.unit for m in found.marks if m.unit}
    whole = {"cent": units & {"dollar", "euro"}, "penny": units & {"pound"}}

    def money(match: re.Match[str]) -> str | None:
        one = found.mark(match[0])
        wholes = whole.get(one.unit, set())
        if len(wholes) != 1:
            return None
        return found.letter(Mark("m", one.value / 100, next(iter(wholes))))

    found.rewrite(re.compile(MONEY), money)


_JOINTS: Final = re.compile(
    r",? (?:and )?then |, (?:and|but|so|while|whereas|which|who|where|when|if) |; | (?:but|while|whereas|so that|and so) |, (?=(?:he|she|it|they|the|how|what|there|each|his|her|their)\b)"
)


def _clauses(text: str) -> Iterator[Clause]:
    """Sentences, and in them the parts between signs and joining words that may be clauses by themselves."""
    at = 0
    ends = [*(m.span() for m in _CLAUSE_END.finditer(text)), (len(text), len(text))]
    for number, (start, end) in enumerate(ends):
        body = text[at:start].strip(" \"'()")
        asks = "?" in text[start:end] or bool(
            re.match(r"(?:find|calculate|work out|determine|how|what)\b", body)
        )
        if body:
            yield Clause(body, number, asks)
        at = end


def split_clause(text: str) -> list[str]:
    """The parts of a sentence between joining words; each with a verb or not, which the reader of clauses knows.

    >>> split_clause("tom has \ue000 pens, and ann has \ue001 pens")
    ['tom has \\ue000 pens', 'ann has \\ue001 pens']
    """
    return [part.strip(" ,") for part in _JOINTS.split(text) if part.strip(" ,")]


def _names(source: str) -> frozenset[str]:
    """Words that stand with a capital wherever they stand, and once at least not after a full stop or at the beginning."""
    words = re.findall(r"(?<![a-zA-Z'\\d])[a-zA-Z][a-zA-Z-]+", source)
    small = {w for w in words if w[0].islower()}
    found = {
        w.lower() for w in words if w[0].isupper() and w.lower() not in small and w.lower() not in _COMMON
    }
    return frozenset(found)


_COMMON: Final = frozenset(
    "a an the he she it they we you i his her its their our my your in on at by for from of to with after before during if when while how "
    "what which who where why there this that these those some all both each every one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "another other then later so and but or as half only altogether together find calculate work give express suppose assume "
    "today yesterday tomorrow now once out twice not no none many most more inside next first last finally since because until "
    "km kg cm mm monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
