"""Which phrases of a text name a form of numbers: roundings ("to the nearest cent", 保留两位小数) and notations (in terms of π, 化成百分数).

The one place that knows these words: `wishes` takes them out of a question, `solver.verify` and the grader ask which there are. Whether a
phrase is a wish about the answer, or speaks of a number of the problem, is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from solver.topics.forms.form import Form, Manner
from solver.topics.numbers.rounding.numbers import decimal_places
from solver.topics.numbers.rounding.target import TOKEN, Target, targets_in, way_in

MARK: Final = "\ue000"
"""Stands for a phrase that was understood."""
_PI: Final = r"\$?\s*(?:π|\\pi(?![A-Za-z])|pi\b)\s*\$?"
_A: Final = r"(?:(?:as|into|in|to|in the form of)\s+)(?:an?\s+|the\s+)?(?:form\s+of\s+an?\s+)?"
_LOWEST: Final = r"(?:\s+in\s+(?:its\s+|the\s+)?(?:lowest|simplest|reduced)\s+(?:terms|form))?"
MANNERS: Final[tuple[tuple[Manner, str], ...]] = (
    ("mixed", rf"{_A}(?:simplified\s+)?mixed\s+(?:number|fraction|numeral)s?{_LOWEST}(?!\s+or\b)|(?:用|写成|写为|化成|化为|表示成)(?:最简)?带分数(?:的形式|形式)?"),
    ("improper", rf"{_A}(?:simplified\s+)?improper\s+fractions?{_LOWEST}(?!\s+or\b)|(?:用|写成|写为|化成|化为|表示成)假分数(?:的形式|形式)?"),
    ("fraction", rf"{_A}(?:mixed\s+(?:number|fraction)s?\s+or\s+(?:as\s+)?(?:an?\s+)?improper\s+fractions?|(?:improper\s+)?fractions?\s+or\s+(?:as\s+)?(?:an?\s+)?mixed\s+(?:number|fraction)s?){_LOWEST}|{_A}(?:(?:single|common|simplified|simple|reduced|proper|exact|vulgar|simplest)\s+)*fractions?{_LOWEST}(?!\s+(?:or|of|bar)\b)|in\s+(?:its\s+)?lowest\s+terms|(?:用|写成|写为|化成|化为|表示成)(?:最简)?分数(?:的形式|形式)?"),
    ("percent", rf"{_A}(?:percent(?:age)?s?|%)(?!\s+(?:or|of|increase|decrease|change|error)\b)|(?<=\bgive\s)an?\s+percentage(?!\s+(?:or|of|increase|decrease|change|error)\b)|(?:用|写成|写为|化成|化为|表示成)百分(?:数|比)(?:的形式|形式)?"),
    ("decimal", rf"{_A}(?:exact\s+|terminating\s+|recurring\s+)?decimals?(?:\s+(?:form|number|answer))?(?!\s+(?:or|places?|point|digits?|fraction)\b)|(?:用|写成|写为|化成|化为|表示成)小数(?:的形式|形式)?"),
    ("scientific", r"(?:in|using)\s+(?:(?:proper|normali[sz]ed|correct|standard)\s+)?(?:scientific\s+notation|standard\s+(?:index\s+)?form|standard\s+notation\s+form)(?!\s+\$?[a-z])|(?:用|写成|表示成)?科学[记计]数法(?:的形式)?"),
    ("radical", r"(?:in|as)\s+(?:an?\s+|the\s+)?(?:(?:simplest|simplified|exact)\s+)*(?:radical|surd)(?:\s+form)?s?|(?:化[成为]|写成)最简(?:二次)?根式|保留根号|用(?:最简(?:二次)?)?根[式号]"),
    ("pi", rf"(?:in\s+terms\s+of|as\s+(?:an?\s+)?(?:exact\s+)?multiples?\s+of)\s+{_PI}|保留{_PI}|用(?:含)?(?:有)?{_PI}(?:的(?:式子|代数式))?"),
    ("degrees", r"in\s+degrees?|用角度制?|用度数?"),
    ("radians", r"in\s+radians?|用弧度制?"),
)  # fmt: skip
_MANNERS: Final = tuple((name, re.compile(rf"(?i)(?<![a-z]){pattern}(?![a-z])")) for name, pattern in MANNERS)

_COINS: Final = r"cents?|penny|pence|dollars?|pounds?|euros?|yuan|元|角|分"
_LENGTHS: Final = r"km|kilomet(?:er|re)s?|cm|centimet(?:er|re)s?|mm|millimet(?:er|re)s?|met(?:er|re)s?|m(?![a-z])|inch(?:es)?|f(?:oo|ee)t|yards?|miles?|千米|公里|米|分米|厘米|毫米"
_OTHERS: Final = r"kg|kilograms?|grams?|g(?![a-z])|lit(?:er|re)s?|ml|seconds?|minutes?|hours?|days?|years?|千克|公斤|克|升|毫升|小时|分钟|秒|天|年|岁"
_UNIT: Final = rf"(?:(?:square|sq\.?|cubic)\s+|平方|立方)?(?:{_COINS}|{_LENGTHS}|{_OTHERS})(?:\s*\^\s*\{{?[23]\}}?)?(?:\s+per\s+(?:hour|second|minute|day|gallon|lit(?:er|re))(?![a-z])|/h(?![a-z])|/s(?![a-z]))?"
_PERCENT: Final = r"(?:whole\s+|one\s+)?(?:percent(?:age)?(?:\s+points?)?|per\s*cent|\\?%)"
_PART: Final = r"(?P<part>tenth|hundredth|thousandth)"
_SPECIAL: Final = re.compile(
    r"(?i)(?<![a-z])(?:(?:correct|accurate)\s+)?to\s+(?:the\s+)?(?:nearest|closest)\s+(?:whole\s+|full\s+)?"
    rf"(?:(?:(?:{_PART}|one\s+tenth)\s+of\s+an?\s+|(?P<size>0?\.\d+)\s*)?(?:(?P<percent>{_PERCENT})|(?P<degree>degrees?|°|\^\s*\{{?\\circ\}}?)|(?P<unit>{_UNIT})))(?![a-z])"
    r"|精确到\$?(?P<zsize>0\.\d*1|1)\$?\s*(?:(?P<zpercent>\\?%)|(?P<zdegree>°|度|\^\s*\{?\\circ\}?)|(?P<zunit>"
    rf"{_UNIT}))"
    r"|百分号前保留(?P<before>[一两二三四\d])位小数|百分号前保留(?P<whole>整数)"
)
_TO_PLACES: Final = re.compile(
    r"(?i)(?<=\bto\s)(?:two|three|four|five|six|[2-9])\s+places(?!\s+(?:of|after|behind|past))(?=\s*(?:[.?!,;)]|$))"
)
_TEMPERATURE: Final = re.compile(
    r"(?i)celsius|centigrade|fahrenheit|temperature|[°度]\s*[CF]\b|℃|℉|温|摄氏|华氏"
)
_ZH_COUNT: Final = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4}
_TENTHS: Final = {"tenth": 1, "hundredth": 2, "thousandth": 3}
_HUNDREDTHS: Final = frozenset(("cent", "cents", "penny", "pence"))
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Rounding:
    """An accuracy, and what it counts: "" for the bare number, "%", "°", or a unit in small letters."""

    target: Target
    counted: str = ""

    def places(self) -> int | None:
        """Places behind the point of the number (for cents: of the dollars), negative for whole tens; None where it is not so simple.

        None, too, for the whole number that is nearest to something: that is what is asked for, not how it is written.

        >>> Rounding(Target(Fraction(1, 100))).places(), Rounding(Target(Fraction(1)), "cents").places(), Rounding(Target(Fraction(5))).places()
        (2, 2, None)
        """
        if self.target.unit is None or self.target.nearest_only:
            return None
        return decimal_places(self.target.unit / (100 if self.counted in _HUNDREDTHS else 1))

    def is_of_the_number(self) -> bool:
        """Whether it speaks of the bare number or of money; of other units it may be how exactly something was measured."""
        return not self.counted or re.fullmatch(_COINS, self.counted) is not None


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a text names, and the text with `MARK` for each phrase. `manners` are the notations, `of_roundings` those that roundings bring."""

    text: str
    roundings: tuple[Rounding, ...]
    manners: frozenset[Manner]
    of_roundings: frozenset[Manner]

    def form(self) -> Form | None:
        """The one accuracy as a form, with no notation yet; None where there are several."""
        targets = {r.target for r in self.roundings}
        units = {r.counted for r in self.roundings} - {"", "%", "°"}
        if len(targets) > 1 or len(units) > 1 or any(target.scale for target in targets):
            return None
        return Form("", next(iter(targets), None), next(iter(units), ""))


def phrases_in(source: str) -> Phrases:
    """The phrases of a text.

    >>> found = phrases_in("Give your answer as a decimal, to the nearest tenth.")
    >>> found.manners, [rounding.places() for rounding in found.roundings]
    (frozenset({'decimal'}), [1])
    """
    roundings, manners, of_roundings = list[Rounding](), set[Manner](), set[Manner]()

    def special(match: re.Match[str]) -> str:
        rounding = _rounding(match)
        roundings.append(rounding)
        if rounding.counted == "%":
            of_roundings.add("percent")
        elif rounding.counted == "°" and not _TEMPERATURE.search(source):
            of_roundings.add("degrees")
        return MARK

    source, way = way_in(source)
    text = _SPECIAL.sub(special, source)
    text = _TO_PLACES.sub(r"\g<0> of decimals", text)
    text, targets = targets_in(text)
    roundings += map(Rounding, targets)
    text = text.replace(TOKEN, f" {MARK} " if not _HAN.search(source) else MARK)
    for name, pattern in _MANNERS:
        text, count = pattern.subn(MARK, text)
        if count:
            manners.add(name)
    roundings = [replace(rounding, target=replace(rounding.target, way=way)) for rounding in roundings]
    return Phrases(text, tuple(roundings), frozenset(manners), frozenset(of_roundings))


def _rounding(match: re.Match[str]) -> Rounding:
    """Of a percentage, of degrees, of units."""
    if match["before"] or match["whole"]:
        count = match["before"] or "0"
        places = int(count) if count.isdigit() else _ZH_COUNT[count]
        return Rounding(Target(Fraction(1, 10**places)), "%")
    size = match["size"] or match["zsize"]
    tenth = match["part"] or ("tenth" if "one tenth" in match[0].lower() else "")
    unit = Fraction(size) if size else Fraction(1, 10 ** _TENTHS[tenth.lower()] if tenth else 1)
    if match["percent"] or match["zpercent"]:
        return Rounding(Target(unit), "%")
    if match["degree"] or match["zdegree"]:
        return Rounding(Target(unit), "°")
    return Rounding(Target(unit), (match["unit"] or match["zunit"]).lower())
