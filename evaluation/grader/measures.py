"""Units of measure: what each measures and how large it is, in one spelling; quotients of units (`km/h`, `g/cm^3`) too.

Tables only and their lookup; `units` finds the unit behind a value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

_LENGTH: Final = (
    "km 1000 千米 1000 公里 1000 里 500 华里 500 kilometer 1000 kilometre 1000 m 1 米 1 meter 1 metre 1 dm 1/10 分米 1/10 cm 1/100 厘米 1/100"
    " centimeter 1/100 centimetre 1/100 mm 1/1000 毫米 1/1000 millimeter 1/1000 foot 3048/10000 feet 3048/10000 ft 3048/10000"
    " inch 254/10000 inche 254/10000 in 254/10000 yard 9144/10000 yd 9144/10000 mile 1609344/1000 mi 1609344/1000"
)
_KINDS: Final = {
    "mass": "t 1000000 吨 1000000 tonne 1000000 kg 1000 千克 1000 公斤 1000 斤 500 kilogram 1000 g 1 克 1 gram 1 mg 1/1000 毫克 1/1000",
    "weight": "lb 16 pound 16 oz 1 ounce 1",
    "time": "week 604800 周 604800 day 86400 天 86400 hour 3600 hr 3600 h 3600 小时 3600 时 3600 minute 60 min 60 分钟 60"
    " second 1 sec 1 s 1 秒 1",
    "calendar": "century 1200 centurie 1200 decade 120 year 12 yr 12 年 12 month 1 个月 1 月 1",
    "length2": "公顷 10000 hectare 10000 ha 10000 亩 2000/3 acre 316160658/78125",
    "length3": "l 1/1000 升 1/1000 liter 1/1000 litre 1/1000 ml 1/1000000 毫升 1/1000000 milliliter 1/1000000 cc 1/1000000",
    "fluid": "gallon 16 quart 4 pint 2 cup 1",
    "yuan": "元 1 角 1/10 分 1/100 yuan 1 块 1 毛 1/10",
    "dollar": "dollar 1 cent 1/100",
    "sterling": "sterling 1 pence 1/100 penny 1/100",
    "force": "newton 1 n 1 牛 1 牛顿 1 kilonewton 1000 kn 1000 千牛 1000",
    "energy": "joule 1 j 1 焦 1 焦耳 1 kilojoule 1000 kj 1000 千焦 1000",
    "power": "watt 1 w 1 瓦 1 瓦特 1 kilowatt 1000 kw 1000 千瓦 1000",
    "frequency": "hertz 1 hz 1 赫兹 1 khz 1000",
    "voltage": "volt 1 v 1 伏 1 伏特 1",
    "degree": "degree 1 度 1 celsiu 1 摄氏度 1",
    "radian": "radian 1 rad 1 弧度 1",
}


def _table(kind: str, text: str, power: int = 1) -> dict[str, tuple[str, Fraction]]:
    words = text.split()
    return {n: (kind, Fraction(size) ** power) for n, size in zip(words[::2], words[1::2], strict=True)}


UNITS: Final[Mapping[str, tuple[str, Fraction]]] = {
    **{name: unit for kind, text in _KINDS.items() for name, unit in _table(kind, text).items()},
    **{
        f"{name}{power if power > 1 else ''}": unit
        for power in (1, 2, 3)
        for name, unit in _table(f"length{power}", _LENGTH, power).items()
    },
    **{f"{name}2": unit for name, unit in _table("time2", "second 1 sec 1 s 1 秒 1").items()},
}
"""What a unit measures, and its size; `cm2` is a square centimetre."""
COUNTED: Final = frozenset(
    "个只条本页人名块支枝件张棵朵辆头匹把台架艘箱盒袋瓶杯桶束篇道题次种位岁步层间座串粒颗双对份组排列行段根片枚套"
)
"""Chinese measure words: which of them is used says nothing about the number."""
_SHORT: Final[Mapping[str, str]] = {
    "mph": "mile/hour", "kph": "km/h", "kmh": "km/h", "kmph": "km/h", "mps": "m/s", "degreesc": "celsiu", "degreescelsius": "celsiu",
    "degreecelsius": "celsiu", "degc": "celsiu", "bucks": "dollar", "c": "cent", "rmb": "元", "sqm": "m2", "persons": "people", "person": "people", "sqft": "ft2",
}  # fmt: skip


def canonical(unit: str) -> str:
    """One spelling of a unit: `square feet`, `ft^2` and `ft^{2}` agree in their power, singular and plural in all.

    >>> canonical("square meters"), canonical("平方厘米"), canonical("in^{2}"), canonical("Hours"), canonical("kilometers per hour")
    ('meter2', '厘米2', 'in2', 'hour', 'kilometer/hour')
    """
    plain = re.sub(r"\\frac\s*\{(.*?)\}\s*\{(.*?)\}$", r"\1/\2", unit.casefold())
    plain = re.sub(r"\s*(?:\bper\b|每|\ban\b(?=\s*hour))\s*", "/", plain)
    plain = re.sub(
        r"(?:\s|\\cdot|·)+([a-z]+)\s*\^?\s*\{?\s*-([123])\}?$",
        lambda m: f"/{m[1]}{m[2].replace('1', '')}",
        plain,
    )
    plain = re.sub(r"[\s{}.^]", "", plain)
    if plain in _SHORT:
        plain = _SHORT[plain]
    return "/".join(map(_one, plain.split("/")))


def _one(plain: str) -> str:
    for words, power in ((("square", "sq", "平方"), "2"), (("cubic", "cu", "立方"), "3")):
        for word in words:
            if plain.startswith(word) and len(plain) > len(word):
                plain = plain[len(word) :] + power
    return re.sub(r"(?<=[a-z]{2})s(?=\d?$)", "", plain)


_BELOW: Final[Mapping[str, str]] = {"分": "分钟"}
"""What means money above a stroke means time below it."""


def measure(name: str) -> tuple[str, Fraction] | None:
    """What a unit in its canonical spelling measures and its size; None where it is no known one.

    >>> measure("km/h"), measure("apple"), measure("cm3") == measure("ml")
    (('length1/time', Fraction(5, 18)), None, True)
    """
    upper, *lower = name.split("/")
    parts = [UNITS.get(part) for part in (upper, *(_BELOW.get(part, part) for part in lower))]
    if not 1 <= len(parts) <= 2 or any(p is None for p in parts):
        return None
    known = [p for p in parts if p is not None]
    if len(known) == 1:
        return known[0]
    (kind, size), (below, by) = known
    return f"{kind}/{below}", size / by
