"""Statements of percent between two numbers: what percent one is of another, of what number it is so much, what comes out when one changes.

`growth_rates`: the same rate several times over.

Read: one sentence (or two) of known forms in English, whole, with numbers alone or with the same unit; 一个数 in Chinese. Not: stories, several
percentages, percentages of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text
from solver.topics.numbers import growth_rates
from solver.topics.stories.school.task import PERCENT_UNIT, Exercise
from solver.topics.stories.school.working import Unfit, Working, num

_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:/\d+)?"
_UNIT: Final = r"(?: ?(?:kg|g|km|m|cm|mm|l|ml|litres?|liters?|metres?|meters?|hours?|minutes?|dollars|euros|yuan|千克|克|吨|千米|米|厘米|升|毫升|元|人|个))?"
_P: Final = r"(?P<p>(?:\d+)(?:\.\d+)?(?: \d+/\d+)?) ?(?:%|percent|per cent)"
_WHAT: Final = r"(?:what|which|how many|a certain) ?(?:percent(?:age)?|per cent|%)"
_BLANK: Final = r"_{2,} ?(?:%|percent)"
_X: Final = r"(?:what(?: number| amount| value)?|which number)"
_SOME: Final = r"(?:a|some|a certain|a given|an unknown) number"
_FIND: Final = r"(?:(?:what(?: is| was)|find|determine|calculate|work out) (?:the|this|that)(?: original| whole)? number|what(?: number)? is it|find it|what number is it)"
_TELL: Final = r"(?:(?:find|calculate|determine|work out|compute|what is|tell me) )?"
_MORE: Final = r"(?P<up>more|greater|larger|higher|bigger)|(?P<down>less|smaller|lower|fewer)"
_RISEN: Final = r"(?P<up>increased|raised|enlarged)|(?P<down>decreased|reduced|lowered|diminished)"
_RISE: Final = r"(?P<up>increase|raise)|(?P<down>decrease|reduce|lower)"


def _rows(rows: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each kind of statement with its forms: A and B stand for numbers that are told."""

    def number(match: re.Match[str]) -> str:
        name = match[0].lower()
        return rf"(?P<{name}>[$£€]?{_NUMBER})(?P<{name}_u>{_UNIT})"

    return tuple(
        (kind, re.compile(re.sub(r"(?<![A-Za-z])[AB](?![A-Za-z])", number, form)))
        for kind, forms in rows.items()
        for form in forms
    )


_ENGLISH: Final = _rows({
    "percent": (  # what percent A is of B
        rf"A is {_WHAT} of B", rf"A is equal to {_WHAT} of B", rf"{_WHAT} of B (?:is|equals|gives|makes) A", rf"{_WHAT} is A (?:out )?of B", rf"A is {_BLANK} of B", rf"{_BLANK} of B is A",
        r"(?:find|determine|calculate|work out|say) (?:what|the) percent(?:age)? (?:that )?A is (?:out )?of B", r"(?:express|write|give|show) A (?:out )?of B as a percent(?:age)?",
        r"(?:what is |express |write |give |show |find )?A as a percent(?:age)? of B", rf"B times {_WHAT} (?:is|equals) A", rf"A out of B is (?:{_WHAT}|{_BLANK})", r"what is A out of B (?:as a percent(?:age)?|in percent)",
        r"(?:find|what is|calculate) the percentage of B that is A", r"what percent(?:age)? of B does A (?:make|represent)",
    ),
    "whole": (  # of what number A is so much
        rf"A is {_P} of {_X}", rf"{_P} of {_X} (?:is|equals|gives|makes|is equal to) A", rf"(?:if )?{_P} of {_SOME} (?:is|equals|is equal to) A[.,;]? (?:then )?{_FIND}", rf"(?:if )?A is {_P} of {_SOME}[.,;]? (?:then )?{_FIND}",
        rf"(?:find|what is|determine) (?:the|a) number (?:if|when|such that|of which|for which) {_P} of (?:it|the number|this number|which) (?:is|equals) A", rf"(?:find|what is) the number of which A is {_P}", rf"A is {_P} of (?:the )?number\. {_FIND}",
        rf"the number of which {_P} is A is what(?: number)?", rf"of {_X} is A {_P}", rf"find a number {_P} of which is A",
    ),
    "part": (rf"{_TELL}{_P} of B", rf"what number is {_P} of B", rf"{_P} of B is what(?: number)?", rf"how much is {_P} of B", rf"what is {_P} of B equal to"),
    "changed": (
        rf"B (?:{_RISEN}) by {_P} (?:is|equals|gives|becomes) what(?: number)?", rf"(?:what is |find |calculate )B (?:{_RISEN}) by {_P}", rf"(?:{_RISE}) B by {_P}", rf"(?:what number is|what is|find the number that is|find a number|find) {_P} (?:{_MORE}) than B",
        rf"(?:what is the result|find the result|what do you get|what is the new number|what does it become) (?:when|if) B is (?:{_RISEN}) by {_P}", rf"(?:if )?B is (?:{_RISEN}) by {_P}[.,] (?:what is|find) the (?:result|new number|new value)",
        rf"what number (?:do you get|is obtained) (?:when|if|by) (?:you )?(?:{_RISE}) B by {_P}",
    ),
    "before": (
        rf"A is {_P} (?:{_MORE}) than {_X}", rf"{_X} (?:{_RISEN}) by {_P} (?:is|equals|gives) A", rf"(?:when |if )?{_SOME} (?:is )?(?:{_RISEN}) by {_P}(?:, the result)? (?:is|equals|gives|becomes|to) A[.,]? {_FIND}",
        rf"(?:if )?A is {_P} (?:{_MORE}) than {_SOME}[.,]? {_FIND}", rf"when {_SOME} is (?:{_RISEN}) by {_P}, (?:it becomes|the result is|the answer is|you get) A[.] {_FIND}", rf"{_P} (?:{_MORE}) than {_X} is A",
    ),
    "apart": (rf"A is {_WHAT} (?:{_MORE}) than B", rf"by {_WHAT} is A (?:{_MORE}) than B", rf"{_WHAT} (?:{_MORE}) than B is A", rf"(?:by )?how much percent (?:{_MORE}) is A than B", rf"by {_WHAT} (?:must|should|do you have to|was) B (?:be )?(?:{_RISEN}) to (?:get|give|make|become) A"),
})  # fmt: skip
_ZP: Final = r"(?P<p>\d+(?:\.\d+)?)%"
_ZWHAT: Final = "(?:百分之几|百分之多少|百分之多少呢|多少百分比|多少%|_+%|几%)"
_ZX: Final = "(?:这个数|某数|该数|它)"
_ZFIND: Final = f"(?:求?{_ZX}(?:是多少|是几|为多少)?)"
_ZMORE: Final = "(?P<up>多|大|增加)|(?P<down>少|小|减少)"
_CHINESE: Final = _rows({
    "percent": (f"求?A(?:是|占|为|相当于|等于)B的{_ZWHAT}", f"B的{_ZWHAT}是A"),
    "whole": (f"(?:已知)?A是(?:一个数|某数)的{_ZP}[，,。](?:那么)?{_ZFIND}", f"(?:已知|若|如果)?(?:一个数|某数)的{_ZP}(?:是|等于|为)A[，,。](?:那么|则)?{_ZFIND}", f"(?:求)?(?:多少|几|什么数|哪个数)的{_ZP}(?:是|等于)A", f"A是(?:多少|哪个数|什么数)的{_ZP}"),
    "changed": (f"B(?:{_ZMORE}){_ZP}(?:后|以后|之后)?(?:是多少|等于多少|得多少|是几)",),
    "before": (f"(?:已知)?A比(?:一个数|某数)(?:{_ZMORE}){_ZP}[，,。](?:那么)?{_ZFIND}", f"(?:一个数|某数)(?:{_ZMORE}){_ZP}(?:后|以后|之后)?(?:是|等于|得|为)A[，,。](?:那么)?{_ZFIND}", f"A比(?:多少|几|哪个数)(?:{_ZMORE}){_ZP}", f"比(?:多少|几|哪个数)(?:{_ZMORE}){_ZP}(?:的数)?是A"),
    "apart": (f"求?A比B(?:{_ZMORE}){_ZWHAT}",),
})  # fmt: skip
_SAYS: Final = {
    "percent": ("how many times B goes into A, as a part of B", "前一个数占后一个数的几分之几"),
    "hundred": ("this part in percent", "把它写成百分之几"),
    "whole": ("the whole number: the part divided by the percentage", "一个数的百分之几是多少，求这个数用除法"),
    "part": ("the part: the number times the percentage", "求一个数的百分之几是多少用乘法"),
    "more": ("the whole is 100%, that is 1; with the increase it is this many times as much", "把原来的数看作单位 1，增加后是它的几倍"),
    "less": ("the whole is 100%, that is 1; what is left of it after the decrease", "把原来的数看作单位 1，减少后是它的几分之几"),
    "changed": ("the new number", "变化后的数"),
    "before": ("the number before: the new one divided by this", "原来的数：用除法"),
    "gap": ("by how much they differ", "两数相差多少"),
    "gap_part": ("what part of the number compared with that is", "相差的数占后一个数的几分之几"),
}  # fmt: skip
_LABEL: Final = {
    "percent": ("the percentage", "所求的百分数"),
    "number": ("the number", "所求的数"),
}


def read(text: Text) -> Reading:
    """The statement, with one of its three numbers asked for."""
    if (growth := growth_rates.read(text)) is not None:
        return growth
    if "%" not in text.source and not re.search(r"per ?cent|百分", text.source):
        return None
    plain = _plain(text)
    if len(plain) > 160:
        return None
    for kind, form in _ENGLISH if text.language == "en" else _CHINESE:
        if (match := form.fullmatch(plain)) is not None:
            found = match.groupdict()
            units = {(found[f"{n}_u"] or "").strip().removesuffix("s") for n in "ab" if found.get(n)}
            signs = {found[n][0] for n in "ab" if found.get(n) and not found[n][0].isdigit()}
            if len(units) > 1 or len(signs) > 1 or kind == "apart" and not (found["up"] or found["down"]):
                return None
            if kind == "part" and "%" in text.source:
                return None  # arithmetic shows more of it
            return _worked(kind, found, text)
    return None


def _worked(kind: str, found: Mapping[str, str | None], text: Text) -> Exercise | None:
    return Exercise.worked(text.language, lambda work: _solve(kind, found, work))


def _plain(text: Text) -> str:
    source = (
        re.sub(r"\$(?=[^$]*\$)([^$]*)\$", r"\1", text.source)
        if text.source.count("$") % 2 == 0
        else text.source
    )
    source = re.sub(r"\\%", "%", source)
    source = in_digits(source)
    if text.language == "zh":
        return (
            re.sub(r"\s|[（(]\s*[）)]", "", source.replace("百分之几", "\0"))
            .replace("\0", "百分之几")
            .rstrip("。？?.，,:：=＝")
        )
    source = re.sub(r"\s+", " ", source.replace("per cent", "percent")).strip().lower()
    source = re.sub(r"^(?:please |can you tell me |q(?:uestion)?: ?)", "", source)
    return re.sub(r"(?: ?[?.:!=]| is ?)+$", "", source) if "?" not in source else source.rstrip(" ?.:!")


def _value(text: str) -> Fraction:
    plain = re.sub(r"[,$£€]", "", text)
    whole, _, part = plain.partition(" ")
    return Fraction(whole) + (Fraction(part) if part else 0)


def _solve(kind: str, found: Mapping[str, str | None], work: Working) -> None:
    def says(key: str) -> str:
        return _SAYS[key][work.language == "zh"]

    def give(key: str) -> str:
        return _LABEL[key][work.language == "zh"]

    numbers = {n: num(_value(str(found[n]))) for n in "ab" if found.get(n)}
    if any(term.value <= 0 for term in numbers.values()):
        raise Unfit
    if kind in ("percent", "apart"):
        part, whole = numbers["a"], numbers["b"]
        if kind == "apart":
            up = bool(found.get("up"))
            part = work.step(says("gap"), part - whole if up else whole - part)
        share = work.step(says("percent" if kind == "percent" else "gap_part"), part / whole)
        work.give(work.step(says("hundred"), share * num(100)), PERCENT_UNIT, give("percent"))
        return
    rate = num(_value(str(found["p"])) / 100)
    if kind == "part":
        work.give(work.step(says("part"), numbers["b"] * rate), "", give("number"))
    elif kind == "whole":
        work.give(work.step(says("whole"), numbers["a"] / rate), "", give("number"))
    else:
        up = bool(found.get("up"))
        times = work.step(says("more" if up else "less"), num(1) + rate if up else num(1) - rate)
        if kind == "changed":
            work.give(work.step(says("changed"), numbers["b"] * times), "", give("number"))
        else:
            work.give(work.step(says("before"), numbers["a"] / times), "", give("number"))
