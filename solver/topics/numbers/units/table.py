"""Units of measurement: what they are called in both languages, and how large they are, exactly.

Left out: units whose size depends on the country or the calendar (ton and fluid ounce in English, months in days).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of `dimension`; `size` of it in the dimension's first unit, from a zero at `offset` (temperatures only).
    `quotient`: the two units of a speed or a density.

    `name` is the English singular, `plural` what follows a number other than one, `zh` the Chinese name.
    """

    dimension: str
    size: Fraction
    name: str
    plural: str
    zh: str
    offset: Fraction = Fraction(0)
    quotient: tuple[Unit, Unit] | None = None


# dimension, size, English singular | plural | other spellings, Chinese names between |
_ROWS: Final = """
length 1 meter|meters|metre|metres|m 米|公尺
length 1/10 decimeter|decimeters|decimetre|decimetres|dm 分米
length 1/100 centimeter|centimeters|centimetre|centimetres|cm|cms 厘米|公分
length 1/1000 millimeter|millimeters|millimetre|millimetres|mm 毫米
length 1/1000000 micrometer|micrometers|micrometre|micrometres|micron|microns|um|μm 微米
length 1/1000000000 nanometer|nanometers|nanometre|nanometres|nm 纳米
length 1000 kilometer|kilometers|kilometre|kilometres|km|kms 千米|公里
length 127/5000 inch|inches|in 英寸
length 381/1250 foot|feet|ft 英尺
length 1143/1250 yard|yards|yd|yds 码
length 201168/125 mile|miles 英里
length 500 - 里
length 10/3 - 丈
length 1/3 - 尺
length 1/30 - 寸
mass 1 gram|grams|gramme|grammes|g 克|公克
mass 1000 kilogram|kilograms|kilo|kilos|kg|kgs 千克|公斤
mass 1/1000 milligram|milligrams|mg 毫克
mass 1/1000000 microgram|micrograms|ug|μg|mcg 微克
mass 1/1000000000 nanogram|nanograms|ng 纳克
mass 1000000 tonne|tonnes|metric_ton|metric_tons|t 吨|公吨
mass 45359237/100000 pound|pounds|lb|lbs 磅
mass 45359237/1600000 ounce|ounces|oz 盎司
mass 500 - 斤|市斤
mass 50 - 两
volume 1/1000 liter|liters|litre|litres|l 升|公升
volume 1/1000000 milliliter|milliliters|millilitre|millilitres|ml 毫升
volume 1/100000 centiliter|centiliters|centilitre|centilitres|cl 厘升
volume 1/10000 deciliter|deciliters|decilitre|decilitres|dl 分升
volume 1/1000000000 microliter|microliters|microlitre|microlitres|ul|μl 微升
volume 1/1000000000000 nanoliter|nanoliters|nanolitre|nanolitres|nl 纳升
volume 1 kiloliter|kiloliters|kilolitre|kilolitres|kl 千升
gallons 1 gallon|gallons|gal 加仑
gallons 1/4 quart|quarts|qt 夸脱
gallons 1/8 pint|pints|pt 品脱
time 1 second|seconds|sec|secs|s 秒|秒钟
time 60 minute|minutes|min|mins 分|分钟
time 3600 hour|hours|hr|hrs|h 时|小时|个小时|个钟头
time 900 - 刻|刻钟
time 86400 day|days|d 天|日
time 604800 week|weeks|wk|wks 周|星期|个星期|礼拜
time 1209600 fortnight|fortnights -
time 1/1000 millisecond|milliseconds|ms|msec 毫秒
time 1/1000000 microsecond|microseconds|us|μs 微秒
time 1/1000000000 nanosecond|nanoseconds|ns 纳秒
calendar 1 month|months 月|个月
calendar 3 - 季度|个季度
calendar 12 year|years|yr|yrs 年
calendar 120 decade|decades 十年|个十年
calendar 1200 century|centuries 世纪|个世纪
calendar 12000 millennium|millennia|millenniums 千年
area 10000 hectare|hectares|ha 公顷
area 100 are|ares 公亩
area 2000/3 - 亩
area 316160658/78125 acre|acres 英亩
money 1 - 元|块|块钱|圆
money 1/10 - 角|毛|毛钱
money 1/100 - 分|分钱
dollars 1 dollar|dollars 美元
dollars 1/100 cent|cents 美分
"""
_TEMPERATURES: Final = (
    ("degree Celsius", "degrees Celsius", "摄氏度", "1", "0", "°c|c|celsius|degrees? celsius|degrees? centigrade|centigrade|degrees? c|摄氏度|摄氏|摄氏温度"),
    ("degree Fahrenheit", "degrees Fahrenheit", "华氏度", "5/9", "-160/9", "°f|f|fahrenheit|degrees? fahrenheit|degrees? f|华氏度|华氏|华氏温度"),
    ("kelvin", "kelvins", "开尔文", "1", "-5463/20", "k|kelvins?|degrees? kelvin|开尔文|开"),
)  # fmt: skip
_POWERS: Final = {"square ": "area", "cubic ": "volume"}


@cache
def phrases() -> Mapping[str, tuple[Unit, ...]]:
    """What each phrase (lower case) can mean; 分 is a minute and a coin, `m2` a square metre."""
    table: dict[str, list[Unit]] = {}
    for phrase, unit in _entries():
        known = table.setdefault(phrase, [])
        if unit not in known:
            known.append(unit)
    return {phrase: tuple(units) for phrase, units in table.items()}


def _entries() -> Iterator[tuple[str, Unit]]:
    for row in _ROWS.strip().splitlines():
        dimension, size, english, chinese = row.split()
        names = [n.replace("_", " ") for n in english.split("|")] if english != "-" else []
        zh = chinese.split("|") if chinese != "-" else []
        singular = names[0] if names else zh[0]
        unit = Unit(
            dimension, Fraction(size), singular, names[1] if names else zh[0], zh[0] if zh else singular
        )
        for phrase in (*names, *zh):
            yield phrase, unit
        if dimension == "length":
            yield from _powers(unit, names, zh)
    for singular, plural, zh_name, size, offset, spelled in _TEMPERATURES:
        unit = Unit("temperature", Fraction(size), singular, plural, zh_name, Fraction(offset))
        for phrase in spelled.split("|"):
            if "s?" in phrase:
                yield phrase.replace("s?", "s"), unit
            yield phrase.replace("s?", ""), unit


def _powers(unit: Unit, names: list[str], zh: list[str]) -> Iterator[tuple[str, Unit]]:
    """Squares and cubes of a unit of length."""
    for power, (english, chinese, short) in enumerate((("square", "平方", "sq"), ("cubic", "立方", "cu")), 2):
        if not names and zh[0] in ("里", "丈", "寸"):
            continue
        dimension = "area" if power == 2 else "volume"
        made = Unit(
            dimension,
            unit.size**power,
            f"{english} {unit.name}",
            f"{english} {unit.plural}",
            chinese + unit.zh,
        )
        for name in names:
            if len(name) <= 2:
                yield from (
                    (form, made) for form in (f"{name}{power}", f"{name}^{power}", f"{name}^{{{power}}}")
                )
            if len(name) > 2 or name in ("cm", "km", "mm", "dm", "ft", "m"):
                yield from ((f"{word} {name}", made) for word in (english, short))
            if len(name) > 2:
                yield from ((f"{name} {word}", made) for word in (f"{english}d".replace("cubicd", "cubed"),))
        for name in zh:
            yield chinese + name, made


@cache
def unit_pattern() -> str:
    """A regular expression for one unit, the longest phrase first; Latin ones end at a word's end."""
    ordered = sorted(phrases(), key=lambda word: (-len(word), word))
    latin = "|".join(
        re.escape(p).replace(r"\ ", r"\s+") for p in ordered if not "\u3400" <= p[-1] <= "\u9fff"
    )
    chinese = "|".join(p for p in ordered if "\u3400" <= p[-1] <= "\u9fff")
    return rf"(?:(?:{latin})(?![A-Za-z\d^])|(?:{chinese}))"


def units_of(phrase: str) -> tuple[Unit, ...]:
    """The units that a phrase can mean, quotients like `km/h` too; empty when unknown.

    >>> [u.name for u in units_of("Kilometres per  hour")], units_of("apples")
    (['kilometer per hour'], ())
    """
    text = re.sub(r"\s+", " ", phrase.strip().lower()).rstrip(".")
    if text in phrases():
        return phrases()[text]
    parts = re.split(r"\s*(?:/|\bper\b|\ba(?=\s)|\ban(?=\s)|每)\s*", text)
    if text in _SHORT_SPEEDS:
        parts = list(_SHORT_SPEEDS[text])
    if len(parts) != 2:
        return ()
    return tuple(
        Unit(
            f"{above.dimension}/{below.dimension}",
            above.size / below.size,
            f"{above.name} per {below.name}",
            f"{above.plural} per {below.name}",
            f"{above.zh}/{below.zh}",
            quotient=(above, below),
        )
        for above in phrases().get(parts[0], ())
        for below in phrases().get(parts[1], ())
        if not above.offset and not below.offset and below.dimension != above.dimension
    )


_SHORT_SPEEDS: Final = {"mph": ("mile", "hour"), "kph": ("km", "hour"), "kmh": ("km", "hour"), "kmph": ("km", "hour"), "mps": ("m", "second")}  # fmt: skip
