"""Read a question that converts a quantity into other units.

Sums of quantities: `sums.py`. Not read: word problems, conversions that need a fact besides the units (a density, a month's days).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from solver.topics.base import Reading, Text
from solver.topics.numbers.units import sums
from solver.topics.numbers.units.quantities import Quantity, read_quantity, unit_or_quotient
from solver.topics.numbers.units.table import Unit, units_of
from solver.topics.numbers.units.task import Conversion

_OPENERS: Final = re.compile(
    r"(?:please|kindly|can you|could you|tell me|help me|i want to know|find out|find|work out|calculate|compute|determine|hi|hello|,"
    r"|exactly|请问|请|求|计算|算一算|填空|单位换算|换算|:|你知道|已知)\s*"
)
_CLOSERS: Final = re.compile(
    r"\s*(?:[?.。!]|,|please|exactly|thanks|thank you|为?多少|是多少|是几|结果|吗|呢)$"
)
_GAP: Final = r"(?:\?|_{2,}|\(\s*\)|what|how many|多少个?|几个?)"
_IS: Final = r"(?:=|is equal to|are equal to|equals?|is|are|is the same as|makes?(?: up)?|has|have|contains?|is equivalent to)"
_IS_ZH: Final = r"(?:=|等于|是|为|合|有|相当于|就是|里有|里面有|中有|共有|一共有|约等于)"
_TO: Final = r"(?:to|into|in|as|in terms of|in units of|using|in the unit|(?:expressed|measured|written|converted|given) (?:in|to|as))"
_TO_ZH: Final = (
    r"(?:换算成|换算为|换算到|化成|化为|改写成|改写为|转换成|转换为|转化成|转化为|写成|变成|换成|换算|用|以)"
)
_UNIT: Final = r"(?P<u>.+?)"
_INCH: Final = re.compile(
    r"(?<=\d) ?in\b(?= (?:in|to|into|as|is|equals?|and)\b| ?=|,|$)|(?<=\d\.\d) ?in\b(?= in\b)"
)
_SHAPES: Final[tuple[str, ...]] = (
    rf"(?:how many|what number of|the number of|number of) {_UNIT} (?:are|is|do you get|will you get)(?: there| equal to| equivalent to| contained)? (?:in|from) (?P<q>.+)",
    rf"(?:how many|what number of) {_UNIT} (?:are|is) (?:equal to |equivalent to |the same as )?(?P<q>.+)",
    rf"(?:how many|what number of|the number of|number of) {_UNIT} (?:in|make up|make|equals?|=|makes) (?P<q>.+)",
    rf"how many {_UNIT} (?:does|do) (?P<q>.+?) (?:have|contain|equal|make|last)",
    rf"(?:convert|change|express|write|rewrite|turn|give|put|state|convert the (?:length|mass|time|volume|area)(?: of)?) (?P<q>.+?) {_TO} {_UNIT}",
    rf"(?:convert|change|express|write) {_TO} {_UNIT}\s*[:,] (?P<q>.+)",
    rf"(?:what is|what's|whats|what are|what does|how much is|how much are|how long is|how far is|how heavy is|how big is)?\s*(?P<q>.+?) (?:when )?{_TO} {_UNIT}",
    rf"(?:what is|what's) the value of (?P<q>.+?) {_TO} {_UNIT}",
    rf"(?P<q>.+?) (?:is|are|equals?|makes?|=|is equal to|are equal to|is equivalent to|is the same as|has|contains?) (?:what number of|how many) {_UNIT}",
    rf"(?P<q>.+?)\s*(?:{_IS}|{_IS_ZH})\s*{_GAP}\s*{_UNIT}",
    rf"(?:把|将)?(?P<q>.+?)(?:{_TO_ZH})(?:以|用)?{_UNIT}(?:作单位|作为单位|做单位|为单位|表示|来表示)?(?:的数|的结果)?(?:(?:是|等于|为|得|=)?{_GAP}(?P<again>.+)?)?",
    rf"(?P<q>.+?)有{_GAP}{_UNIT}",
    rf"{_GAP}{_UNIT}(?:=|等于|是|为)(?P<q>.+)",
)  # fmt: skip
MAX_LENGTH: Final = 160


def read(text: Text) -> Reading:
    """A conversion of one quantity into one unit, or into two (hours and minutes)."""
    if len(text.source) > MAX_LENGTH or not re.search(unit_or_quotient(), text.source.lower()):
        return None
    if re.search(r"(?<![A-Za-z])(?:M[mgls]|Mega\w+)(?![A-Za-z])", text.source):
        return None  # a megagram is no milligram
    asked, fraction = _as_fraction(text.source)
    source = _plain(asked)
    found: dict[tuple[Quantity, tuple[Unit, ...]], None] = {}
    for shape in _SHAPES:
        match = re.fullmatch(shape, source)
        if match is None:
            continue
        groups = match.groupdict()
        if groups.get("again") and groups["again"] != groups["u"]:
            continue
        for targets in _targets(groups["u"]):
            quantity = read_quantity(groups["q"].strip(), targets[0].dimension, text.values)
            if quantity is not None:
                found[quantity, targets] = None
    if len(found) == 1:
        quantity, targets = next(iter(found))
        if quantity.parts[0][1] in targets and len(quantity.parts) == 1 and len(targets) == 1:
            return None
        if len(targets) > 1 and len(quantity.parts) > 1:
            return None
        if fraction and len(targets) == 1:
            quantity = replace(quantity, fractions=True)
        return Conversion(quantity, targets, text.language)
    return None if found else sums.read(source, text.language)


_FRACTION: Final = re.compile(
    r"\s*[,(]?\s*(?:(?:结果|答案)?用(?:最简)?分数表示|(?:expressed |written |give your answer |answer )?as a (?:common |mixed )?fraction|in fractions?)\s*\)?(?=\s*[?.。]?\s*$)",
    re.IGNORECASE,
)


def _as_fraction(source: str) -> tuple[str, bool]:
    """The text without the wish for a fraction, and whether there was one."""
    cut = _FRACTION.sub("", source)
    return cut, cut != source


def _plain(source: str) -> str:
    """Lower case, without delimiters of mathematics and polite words."""
    text = re.sub(r"\\(?:text|mathrm|rm|mbox)\s*\{([^{}]*)\}", r"\1", source)
    text = re.sub(r"\\\(|\\\)|\\\[|\\\]|\\[,;:! ]|\$|~", " ", text)
    text = re.sub(r"\^\s*\{?\s*\\circ\s*\}?\s*|(?<=\d)\s*°\s*(?=[CFcf]\b)", "°", text)
    text = re.sub(r"\s+", " ", text.lower().replace("µ", "μ")).strip()
    text = re.sub(r"\bfourty\b", "forty", _INCH.sub(" inch", text))  # a common slip
    while (match := _OPENERS.match(text)) and match.end() < len(text):
        text = text[match.end() :]
    while (cut := _CLOSERS.sub("", text)) != text and not re.search(r"=\s*\?$", text):
        text = cut.strip()
    return text


def _targets(phrase: str) -> list[tuple[Unit, ...]]:
    """The units that are asked for: one, or two of the same kind (`hours and minutes`, 时?分)."""
    phrase = phrase.strip()
    single: list[tuple[Unit, ...]] = [(unit,) for unit in units_of(phrase)]
    parts = re.split(rf"\s*(?:,?\s*\band\b|和|,|零|\s*{_GAP}(?!$)|又)\s*", phrase)
    if single or len(parts) != 2:
        return single
    return [
        (a, b)
        for a in units_of(parts[0])
        for b in units_of(parts[1])
        if a.dimension == b.dimension
        and a.size > b.size
        and not a.offset
        and (a.size / b.size).denominator == 1
    ]
