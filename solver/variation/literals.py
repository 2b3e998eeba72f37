"""The numbers that stand in a problem's text, each with its place and role, and others of the same size and form.

Works on the text as it was typed, so that what is not a number stays letter by letter. A role is guessed from what stands
around a number; a wrong guess costs a draw, since every new text is read and solved before anybody sees it.
Not: signs, letters, superscript digits, numbers that belong to a word (`2-digit`, `x1`, 三角形).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import gcd
from random import Random
from typing import Final, Literal, TypeAlias

Role: TypeAlias = Literal[
    "fixed", "number", "exponent", "index", "percent", "degree", "year", "hour", "minute", "month", "day",
    "ordinal", "fraction", "quotient", "time", "english", "chinese", "polygon", "sign",
]  # fmt: skip
ENGLISH: Final = tuple("three four five six seven eight nine ten eleven twelve".split())
CHINESE: Final = tuple("三四五六七八九")
POLYGONS: Final = tuple("pentagon hexagon heptagon octagon nonagon decagon".split())
POLYGONS_ZH: Final = tuple(f"{n}边形" for n in "五六七八九十")
_FIXED_VALUES: Final = frozenset("0 1 00 3.14".split())
"""0 and 1 say something else than other numbers, and 3.14 is π."""
_MEASURES: Final = "个只人元天岁本支枝块米辆棵朵盒箱袋条张件位名把颗瓶杯包组排次"
_TOKEN: Final = re.compile(
    r"(?P<latex>\\[dt]?frac\s*(?:\{\s*(?P<n>\d+)\s*\}\s*\{\s*(?P<d>\d+)\s*\}|(?P<n1>\d)(?P<d1>\d)(?!\d)))"
    r"|(?P<time>(?<![\d:])\d{1,2}:[0-5]\d(?![\d:]))"
    r"|(?P<pair>(?<![\d./:^_])(?<!\^\{)(?P<a>\d+)(?P<sign>\s*(?:[/:÷]|\\div(?![a-z]))\s*)(?P<b>\d+)(?![\d.]*[\d^/:]))"
    r"|(?P<thousands>(?<![\d,.(\[{])[1-9]\d{0,2}(?:,\d{3})+(?![\d,)\]}]))"
    r"|(?P<ordinal>(?<![\d.])\d+(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+(?:\.\d+)?)"
    rf"|(?P<english>\b(?:{'|'.join(ENGLISH)})\b(?![- ](?:digit|letter|sided|dimensional|quarter|fourth|fifth|eighth|third)| (?:numbers|values|options|sides|terms|points|sets)\b))"
    rf"|(?P<chinese>(?<![第列这分到一二三四五六七八九十百千万])[{''.join(CHINESE)}](?=[{_MEASURES}](?!数|选项|点|角|面)))"
    rf"|(?P<polygon>\b(?:{'|'.join(POLYGONS)})(?=s?\b)|(?<!十)(?:{'|'.join(POLYGONS_ZH)}))",
    re.IGNORECASE | re.ASCII,
)
_BEHIND: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    (
        "fixed",
        re.compile(
            r"(?:[- ]digit|-?\s?hour (?:time|clock|format|notation)|小?时(?:计时)?制|-(?:letter|sided|dimensional|part|D\b)|位(?:数|小数)|D\b|倍角|边形|等分)"
        ),
    ),
    ("percent", re.compile(r"\s*(?:\\?%|％|percent\b|per cent\b)")),
    ("degree", re.compile(r"\s*(?:°|\^\s*\{?\s*\\circ|\\degree|degrees?\b|度)")),
    ("month", re.compile(r"\s*月")),
    ("day", re.compile(r"\s*[日号]")),
    ("hour", re.compile(r"\s*(?:时(?!间)|点(?![是的])|o'clock|[ap]\.?m\b)")),
)
_BEFORE: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    ("fixed", re.compile(r"\\sqrt\s*\[\s*$|\\log_\{?$")),
    ("exponent", re.compile(r"(?:\^|\*\*)\s*\{?\s*\(?\s*-?\s*$")),
    ("index", re.compile(r"_\s*\{?\s*$|第\s*$")),
    ("minute", re.compile(r"\d\s*[时点]\s*$")),
)
_INSIDE_EXPONENT: Final = re.compile(r"(?:\^|\*\*)\s*[{(]\s*-?\s*$")
_TIMES_LETTER: Final = re.compile(r"\s*\*?\s*[A-Za-z](?![A-Za-z])")
"""The 3 of e^(3x) is a number like others: what is raised to it is not a power with that exponent."""
_TEN: Final = re.compile(r"\0\s*(?:\^|\*\*|[⁰-⁹]|进制)|base\s*\0")
"""Where 10 is the base of our numerals, not any number."""
_GLUED: Final = re.compile(r"(?<![\\A-Za-z])(?!(?:sin|cos|tan|cot|ln|lg|sqrt)$)[A-Za-z]+$")
_COMMAND: Final = re.compile(r"\\[A-Za-z]+$")
_BINARY: Final = re.compile(r"(?=.*01|.*11)[01]{3,}")
"""1101 is most likely written in base 2; 100 is not."""
_SIGNED: Final = re.compile("[-+−⁰-⁹²³]|sin|cos|tan")
_PI: Final = re.compile(r"\s*(?:π|\\pi(?![a-z]))")
_YEARS: Final = range(1800, 2101)
_DATED: Final = re.compile(
    r"\b(?:in|year|since|of|from|until)\s+$|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, $"
)
_SIGNS: Final = r"[-+*/^=<>(){}\[\]\\|×÷·_√]"
_FORMULA_BEFORE: Final = re.compile(rf"(?:{_SIGNS}|(?<![A-Za-z])[B-HJ-Zb-z])\s*$")
_FORMULA_BEHIND: Final = re.compile(rf"\s*(?:{_SIGNS}|[A-Za-z](?![A-Za-z]))")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `start:end` of a text. `formula`: signs or letters of a formula stand beside it."""

    start: int
    end: int
    text: str
    role: Role
    formula: bool = False

    @property
    def free(self) -> bool:
        """Whether another number may take its place."""
        return self.role != "fixed"

    def redrawn(self, rng: Random) -> str:
        """Another number of the same role, size and form; may be the same one."""
        return _draw(self, rng)


def numerals(text: str) -> tuple[Numeral, ...]:
    r"""Every number of a text from left to right.

    >>> [(n.text, n.role) for n in numerals("Find the 15th term of 3x_1^2 + 25% of 2.50, at 9:45.")]
    [('15th', 'ordinal'), ('3', 'number'), ('1', 'fixed'), ('2', 'exponent'), ('25', 'percent'), ('2.50', 'number'), ('9:45', 'time')]
    """
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match["pair"] and _loose(match, text):  # two numbers with a sign between them, not one fraction
            for name in ("a", "b"):
                found.append(_numeral(text, *match.span(name), match.group(name)))
            continue
        kind: str = match.lastgroup or "number"
        if match["latex"] or match["pair"]:
            a, b = (int(x) for x in _parts(match[0]))
            role: Role = "fraction" if a % b else "quotient"
            found.append(Numeral(start, end, match[0], role, formula=True))
        elif match["time"] or match["ordinal"] or match["english"] or match["chinese"] or match["polygon"]:
            kind = next(k for k in ("time", "ordinal", "english", "chinese", "polygon") if match[k])
            found.append(Numeral(start, end, match[0], kind))  # type: ignore[arg-type]
        else:
            found.append(_numeral(text, start, end, match[0]))
    return tuple(found)


def numbers_of(text: str) -> tuple[str, ...]:
    """What is told apart of problems like one another: the same numbers with other names are the same problem.

    With other signs or trigonometric functions it is another one.
    """
    return (*(n.text for n in numerals(text)), "".join(_SIGNED.findall(text)))


def written(text: str, changes: dict[Numeral, str]) -> str:
    """The text with other numbers in the places of some of its numerals."""
    pieces, at = [], 0
    for numeral in sorted(changes, key=lambda n: (n.start, n.end)):
        pieces += [text[at : numeral.start], changes[numeral]]
        at = numeral.end
    return "".join(pieces) + text[at:]


def _loose(match: re.Match[str], text: str) -> bool:
    """`a/b` that is no fraction of two whole numbers by itself: a divisor 0 or 1, a long or a leading-zero number."""
    a, b = match["a"], match["b"]
    glued = _GLUED.search(text[: match.start()]) is not None
    return glued or int(b) < 2 or int(a) < 1 or len(a) > 12 or len(b) > 12 or a[0] == "0" or b[0] == "0"


def _parts(text: str) -> list[str]:
    digits = re.findall(r"\d+", text)
    return digits if len(digits) == 2 else list(digits[0])


def _numeral(text: str, start: int, end: int, digits: str) -> Numeral:
    before, after = text[:start], text[end:]
    formula = bool(_FORMULA_BEFORE.search(before) or _FORMULA_BEHIND.match(after))
    return Numeral(start, end, digits, _role(before, digits, after), formula)


def _role(before: str, digits: str, after: str) -> Role:
    plain = digits.replace(",", "")
    if plain in _FIXED_VALUES or (plain == "10" and _TEN.search(before + "\0" + after)):
        return "fixed"
    if plain == "2" and _PI.match(after):  # a whole turn
        return "fixed"
    if before[-1:].isascii() and _GLUED.search(before) and not _COMMAND.search(before):
        return "fixed"
    if _INSIDE_EXPONENT.search(before) and _TIMES_LETTER.match(after):
        return "number"
    for table, side, look in ((_BEHIND, after, "match"), (_BEFORE, before, "search")):
        for role, pattern in table:
            if getattr(pattern, look)(side):
                return role if digits.isdigit() or role in ("percent", "degree") else "number"
    dated = after.lstrip().startswith("年") or _DATED.search(before)
    return "year" if dated and digits.isdigit() and int(digits) in _YEARS else "number"


# -- drawing ------------------------------------------------------------------------------------------


def _draw(numeral: Numeral, rng: Random) -> str:
    text, role = numeral.text, numeral.role
    match role:
        case "fixed":
            return text
        case "fraction" | "quotient":
            return _pair(text, rng)
        case "exponent" | "index":
            return text if int(text) < 4 else str(rng.randint(max(4, int(text) * 2 // 3), int(text) * 3 // 2))
        case "ordinal":
            n = int(text[:-2])
            return text if n < 4 else _with_suffix(rng.randint(max(4, n * 2 // 3), n * 3 // 2))
        case "time":
            hour, minute = text.split(":")
            hours = range(1, 12) if int(hour) < 13 else range(13, 24)  # nobody says 上午12:45
            new = str(rng.choice(hours)).zfill(len(hour) if hour.startswith("0") else 1)
            return f"{new}:{minute if minute == '00' else f'{5 * rng.randint(1, 11):02}'}"
        case "year":
            return str(int(text) + rng.randint(-9, 9))
        case "hour" | "month":
            return str(rng.randint(1, 12)) if int(text) < 13 else str(rng.randint(13, 23))
        case "minute":
            return str(5 * rng.randint(1, 11)) if int(text) % 5 == 0 else str(rng.randint(1, 59))
        case "day":
            return str(rng.randint(1, 28))
        case "percent" if text.isdigit() and int(text) < 100:
            step = 5 if int(text) % 5 == 0 else 1
            return str(rng.randrange(step, 96, step))
        case "degree" if text.isdigit() and int(text) <= 360:
            return _angle(int(text), rng)
        case "english":
            new = rng.choice(ENGLISH)
            return new.capitalize() if text[0].isupper() else new
        case "chinese":
            return rng.choice(CHINESE)
        case "polygon":
            new = rng.choice(POLYGONS_ZH if text in POLYGONS_ZH else POLYGONS)
            return new.capitalize() if text[0].isupper() else new
    return _number(text, rng, wide=numeral.formula)


def _number(text: str, rng: Random, *, wide: bool) -> str:
    """As many digits and places, as many zeros at the end; outside formulas between half and twice the number."""
    plain = text.replace(",", "")
    whole, point, places = plain.partition(".")
    digits = (whole + places).lstrip("0")
    if not digits:
        return text
    if _BINARY.fullmatch(text):
        return "1" + "".join(rng.choice("01") for _ in text[1:])
    core = digits.rstrip("0")
    zeros = len(digits) - len(core)
    if not point and len(core) == 1 and zeros and rng.random() < 0.5:  # 100 m, 240 m
        core, zeros = digits[:2], zeros - 1
    new = str(_whole(int(core), rng, wide=wide, odd_end=bool(zeros or places))) + "0" * zeros
    if point:
        new = new.zfill(len(places) + 1)
        return f"{new[: -len(places)]}.{new[-len(places) :]}"
    return f"{int(new):,}" if "," in text else new


def _whole(n: int, rng: Random, *, wide: bool, odd_end: bool) -> int:
    """A whole number with as many digits; with `odd_end` it does not end with 0."""
    size = len(str(n))
    if size > 1 and rng.random() < 0.5 and (powers := _powers_like(n)):
        return rng.choice(powers)
    low, high = 10 ** (size - 1), 10**size - 1
    if size == 1:
        low = 1 if odd_end else 2
    if not wide or size > 1:
        low, high = max(low, n // 2), min(high, max(2 * n, n + 4))
    for _ in range(20):
        new = rng.randint(low, high)
        if new % 10 or not (odd_end or n % 10):
            return new
    return n


def _powers_like(n: int) -> list[int]:
    """Where `n` is a square, a cube or a power of 2, 3 or 5: others of its length."""
    size = len(str(n))
    if size > 6:
        return []
    families = (
        [k**2 for k in range(2, 1000)],
        [k**3 for k in range(2, 100)],
        *([b**k for k in range(2, 20)] for b in (2, 3, 5)),
    )
    return [m for family in families if n in family for m in family if len(str(m)) == size and m != n]


def _pair(text: str, rng: Random) -> str:
    r"""A fraction or quotient like the one in `text` (`3/4`, `\frac{3}{4}`, `84 ÷ 4`): proper, in lowest terms, whole as it was."""
    a, b = (int(x) for x in _parts(text))
    for _ in range(40):
        bottom = _whole(b, rng, wide=True, odd_end=False) if b > 1 else b
        if a % b == 0:
            q = a // b
            top = bottom * (q if q < 2 else _whole(q, rng, wide=True, odd_end=False))
        elif a < b:
            top = rng.randint(1, bottom - 1)
        else:
            top = rng.randint(bottom + 1, bottom * (a // b + 1) + bottom // 2)
        alike = (gcd(top, bottom) == 1) == (gcd(a, b) == 1) and (top % bottom == 0) == (a % b == 0)
        if alike and abs(len(str(top)) - len(str(a))) <= (0 if a % b == 0 else 1):
            return _rewritten(text, top, bottom)
    return text


def _rewritten(text: str, top: int, bottom: int) -> str:
    if text.startswith("\\"):
        return f"{text[: text.index('frac') + 4]}{{{top}}}{{{bottom}}}"
    parts = re.fullmatch(r"\d+(\D+)\d+", text)
    return f"{top}{parts[1] if parts else '/'}{bottom}"


def _angle(n: int, rng: Random) -> str:
    """Special angles among themselves; right, straight and full angles as they are."""
    if n % 90 == 0:
        return str(n)
    for step in (30, 45):
        if n % step == 0:
            quadrant = n // 90 * 90
            return str(quadrant + rng.choice((30, 45, 60)))
    step = 5 if n % 5 == 0 else 1
    low, high = (step, 90) if n < 90 else (90 + step, 180) if n < 180 else (180 + step, 360)
    return str(rng.randrange(low, high, step))


def _with_suffix(n: int) -> str:
    suffix = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"
