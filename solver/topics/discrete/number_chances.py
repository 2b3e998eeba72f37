"""The chance that a number has a property: one chosen from a row of whole numbers, or the sum or product of two dice.

Read: "from 1 to 30", cards and pieces of paper numbered in a row, one draw; two fair dice or one thrown twice, compared with
each other or by sum or product. The properties are those of `integer_search`. Not: several draws, other dice, "given that".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader.numerals import in_digits
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.integer_search.chinese import read_chinese
from solver.topics.numbers.integer_search.conditions import Condition, Range, Search
from solver.topics.numbers.integer_search.english import read_english

MAX_ROW: Final = 2_000
SHOWN: Final = 16

WORDS: Final = {
    "row": Words("There are \\({all}\\) equally likely numbers, from \\({low}\\) to \\({high}\\).", "从 \\({low}\\) 到 \\({high}\\) 共有 \\({all}\\) 个数，机会均等。"),
    "dice": Words("Two dice can fall in \\(6\\times 6=36\\) equally likely ways.", "两个点数共有 \\(6\\times 6=36\\) 种等可能的结果。"),
    "fit": Words("These fit: \\({members}\\); that is \\({count}\\).", "符合条件的有：\\({members}\\)，共 \\({count}\\) 个。"),
    "none": Words("There is no such case.", "没有符合条件的。"),
    "chance": Words("So the probability is \\[{chance}\\]", "所以概率为 \\[{chance}\\]"),
    "code": Words("all that fit, out of all", "符合条件的个数除以总数"),
    "answer": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
    "method": Words("counted those that do not fit, and took the rest", "数出不符合条件的个数，再用 1 减"),
}  # fmt: skip

_P: Final = r"(?:what is|find) the probability"
_ROW: Final = r"(?P<low>\d+) (?:to|through) (?P<high>\d+)"
_NUMBERED: Final = rf"(?P<count>\d+) (?:cards?|balls?|tickets?|pieces of paper|slips of paper|discs?|tokens?)(?: (?:are|is))?(?: (?:in|inside) (?:a|the) (?:bag|box|hat))?,? (?:that are |which are |each )?(?:numbered|labell?ed|marked)(?: with the numbers| with)?(?: from)? {_ROW}(?:,? respectively)?"
_DRAWN: Final = r"(?:(?:a|one|1) (?:card|ball|ticket|piece of paper|slip of paper|piece|disc|token|number) is (?:chosen|drawn|picked|selected|taken)(?: out)?(?: at random| randomly)?[.,] ?)?"
_THING: Final = r"(?:the )?(?:number|card|ball|result)(?: (?:he|she|[a-z]+) (?:chooses|chose|picks|picked|selects|draws)| (?:chosen|drawn|selected|picked)| on (?:it|the (?:selected |chosen |drawn )?(?:card|ball|ticket|piece of paper)))?"
_ENGLISH_ROWS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[a-z]+ (?:chooses|picks|selects|randomly chooses) (?:a|1) (?:whole )?number from {_ROW}(?:,? inclusive)?(?: at random)?[.,] ?{_P} that {_THING} is (?P<what>.+)",
        rf"(?:a|1) (?:whole )?number (?:from {_ROW}(?:,? inclusive)? is (?:chosen|picked|selected)|is (?:chosen|picked|selected)(?: at random)? from {_ROW.replace('low>', 'low2>').replace('high>', 'high2>')})(?: at random)?[.,] ?{_P} that (?:{_THING}|it) is (?P<what>.+)",
        rf"there are {_NUMBERED}[.,] ?{_DRAWN}{_P} of (?:taking out|drawing|choosing|picking|getting)(?: out)? (?:(?:a )?(?:card|ball|ticket|number|piece of paper)(?: with)?(?: a number)?(?: that is)? ?)?(?P<what>.+)",
        rf"there are {_NUMBERED}[.,] ?{_DRAWN}{_P} that {_THING} is (?P<what>.+)",
        rf"a (?:fair )?spinner (?:has|is divided into) (?P<count>\d+) equal (?:sections|parts|sectors),? (?:(?:that are|which are) )?(?:numbered|labell?ed|marked) (?:from |with the numbers )?{_ROW}[.,] ?(?:(?:it|the spinner) is spun(?: once)?[.,] ?)?{_P} (?:of (?:landing on|getting|spinning|it landing on)|(?:that )?it lands on) (?:a number (?:that is )?)?(?P<what>.+)",
        rf"the numbers from {_ROW} are written on (?P<count>\d+) (?:pieces of paper|cards|balls|slips of paper)(?:,? respectively)?(?:,? and put into a (?:box|bag))?[.,] ?{_DRAWN}{_P} of (?:choosing|drawing|picking|getting) (?:a number )?(?P<what>.+)",
    )
)  # fmt: skip
_DICE: Final = r"(?:(?:a|one|1) (?:fair )?(?:standard )?(?:(?:6|six)[ -]?sided )?(?:die|dice) is (?:rolled|thrown|tossed) (?:twice|two times|2 times)|(?:two|2) (?:fair )?(?:standard )?(?:(?:6|six)[ -]?sided )?dice are (?:thrown|rolled|tossed)(?: at the same time)?|[a-z]+ (?:rolls|throws|tosses) (?:two|2) (?:fair )?(?:standard )?(?:(?:6|six)[ -]?sided )?dice(?: at the same time)?)"
_OF_BOTH: Final = r"(?: of)?(?: the)?(?: (?:two|both|2))?(?: (?:numbers|rolls|dice|outcomes))?(?:'? ?outcomes?)?(?: (?:rolled|thrown|shown|obtained))?"
_ENGLISH_DICE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_DICE}[.,] ?{_P} that the first (?:number|roll|result)(?: that comes up| rolled)? is (?P<order>greater than or equal to|less than or equal to|at least|at most|greater than|larger than|less than|smaller than|equal to) the second(?: number| roll| result)?(?: that comes up| rolled)?",
        rf"{_DICE}[.,] ?{_P} that (?:the|their) (?P<op>sum|product){_OF_BOTH} is (?P<what>.+)",
    )
)
_CHINESE_ROW: Final = re.compile(
    r"从(?P<low>\d+)(?:到|至|~)(?P<high>\d+)(?:这\d+个(?:数|自然数|整数)|的(?:自然数|整数|数))?中?(?:任意|随机|任)(?:取|选|抽取|选取|取出|选出)(?:出)?(?:一|1)个(?:数)?,(?:求|则)?(?:它|这个数|所取的数|取出的这个数|取到的数|取到|取出的数|选到)?(?:恰好)?(?:是|为)?(?P<what>.+?)的(?:概率|可能性)(?:大小)?(?:是|为)?(?:多少|几分之几|多大)?"
)
_CHINESE_CARDS: Final = re.compile(
    r"(?:盒子里|袋子里|箱子里)?有(?P<count>\d+)(?:张|个|支|枚)(?:卡片|小球|球|签|纸片|纸条),?(?:上面|每张|每个)?(?:分别|依次)?(?:写着|写有|标有|标着|编号为|编号)(?:数字?)?(?:从)?(?P<low>\d+)(?:到|至|~)(?P<high>\d+)(?:这\d+个(?:数|自然数|整数|数字)|的?(?:数|数字|号码|自然数|整数))?,(?:从中)?(?:任意|随机|任)(?:抽取?|取|摸|选)(?:出)?(?:一|1)(?:张|个|支|枚)(?:卡片|小球|球|签|纸片|纸条)?,(?:抽到|取到|摸到|取出|抽出|上面)的?(?:数字?|号码)?(?:是)?(?P<what>.+?)的(?:概率|可能性)(?:是|为)?(?:多少|几分之几)"
)
_CHINESE_DICE: Final = re.compile(
    r"(?:同时)?(?:掷|抛|投掷|抛掷)(?:出)?(?:两|2|二)(?:枚|个|颗)(?:质地)?(?:均匀的?|相同的?)?(?:正方体)?骰子,(?:朝上的?|向上的?|两个|出现的?)*(?:点数|数)(?:的|之)?(?P<op>和|积|乘积)(?:是|为)?(?P<what>.+?)的(?:概率|可能性)(?:是|为)?(?:多少|几分之几)"
)
_ORDERS: Final = {
    "greater than or equal to": ">=", "at least": ">=", "less than or equal to": "<=", "at most": "<=", "greater than": ">",
    "larger than": ">", "less than": "<", "smaller than": "<", "equal to": "==",
}  # fmt: skip


def read(text: Text) -> Reading:
    """One question for the chance of a number."""
    source = re.sub(r"\$|\\\(|\\\)", "", text.source)
    if text.language == "zh":
        return _read_chinese(re.sub(r"\s+", "", source).rstrip("?。."))
    plain = re.sub(r"(\d) ?- ?(?=sided)", r"\1-", re.sub(r"\s+", " ", source)).strip().rstrip("?. ").lower()
    plain = re.sub(r"^three .*", "", plain)
    for form in _ENGLISH_ROWS:
        if (found := form.fullmatch(plain)) is None:
            continue
        parts = found.groupdict()
        low, high = (
            int(parts.get("low") or parts.get("low2") or 0),
            int(parts.get("high") or parts.get("high2") or 0),
        )
        if parts.get("count") and int(parts["count"]) != high - low + 1:
            return None
        return _row(_property(parts["what"], low, high), low, high, "en")
    for form in _ENGLISH_DICE:
        if (found := form.fullmatch(in_digits(plain))) is None and (found := form.fullmatch(plain)) is None:
            continue
        parts = found.groupdict()
        if parts.get("order"):
            return Chance("order", 1, 6, (), _ORDERS[parts["order"]], "en")
        top = 12 if parts["op"] == "sum" else 36
        found_search = _property(parts["what"], 1, top)
        conditions = _conditions(found_search, 1, top)
        return Chance(parts["op"], 1, 6, conditions, "", "en") if conditions is not None else None
    return None


def _read_chinese(plain: str) -> Reading:
    if (dice := _CHINESE_DICE.fullmatch(plain)) is not None:
        kind = "sum" if dice["op"] == "和" else "product"
        top = 12 if kind == "sum" else 36
        conditions = _conditions(_chinese_property(dice["what"], 1, top), 1, top)
        return Chance(kind, 1, 6, conditions, "", "zh") if conditions is not None else None
    found = _CHINESE_ROW.fullmatch(plain) or _CHINESE_CARDS.fullmatch(plain)
    if found is None:
        return None
    low, high = int(found["low"]), int(found["high"])
    if (count := found.groupdict().get("count")) and int(count) != high - low + 1:
        return None
    return _row(_chinese_property(found["what"], low, high), low, high, "zh")


def _chinese_property(words: str, low: int, high: int) -> Search | tuple[str, ...] | None:
    """What is said of the number: a noun, or a comparison, which becomes one."""
    if (found := re.fullmatch(r"(大于|超过|不大于|不超过|小于|不小于)(\d+)(?:的数)?", words)) is not None:
        n = int(found[2])
        above = {"大于": n + 1, "超过": n + 1, "不小于": n}.get(found[1])
        bounds = Range(above, high) if above is not None else Range(low, n - 1 if found[1] == "小于" else n)
        return Search("count", bounds, ())
    return read_chinese(f"从{low}到{high}的{words}有多少个")


def _property(words: str, low: int, high: int) -> Search | tuple[str, ...] | None:
    """What is said of the number, read as a count."""
    words = re.sub(r"^(?:a|an) (?=(?:even|odd|prime|composite) number)", "", words)
    words = re.sub(r"^(?:number |value )", "", words)
    return read_english(f"how many whole numbers from {low} to {high} are {words}")


def _conditions(
    search: Search | tuple[str, ...] | None, low: int, high: int
) -> tuple[Condition | Range, ...] | None:
    if not isinstance(search, Search) or search.wanted != "count":
        return None
    bounds = search.range
    if bounds.low is None or bounds.high is None or bounds.open_ends:
        return None
    ends: tuple[Condition | Range, ...] = (Range(bounds.low, bounds.high),) if (bounds.low, bounds.high) != (low, high) else ()  # fmt: skip
    found = (*ends, *search.conditions)
    return found or None


def _row(search: Search | tuple[str, ...] | None, low: int, high: int, language: Language) -> Reading:
    conditions = _conditions(search, low, high)
    if conditions is None or not 0 <= low < high or high - low >= MAX_ROW:
        return None
    return Chance("row", low, high, conditions, "", language)


def _holds(condition: Condition | Range, n: int) -> bool:
    if isinstance(condition, Range):
        return (condition.low is None or condition.low <= n) and (
            condition.high is None or n <= condition.high
        )
    return condition.holds(n)


def _test(condition: Condition | Range, name: str) -> str:
    if isinstance(condition, Range):
        return f"{condition.low} <= {name} <= {condition.high}"
    return condition.source(name)


@dataclass(frozen=True, slots=True)
class Chance:
    """`kind` is row, sum, product or order (of two dice, compared by `sign`)."""

    kind: str
    low: int
    high: int
    conditions: tuple[Condition | Range, ...]
    sign: str
    language: Language

    def _fitting(self) -> list[str]:
        if self.kind == "row":
            return [
                str(n) for n in range(self.low, self.high + 1) if all(_holds(c, n) for c in self.conditions)
            ]
        compare = {">": int.__gt__, "<": int.__lt__, ">=": int.__ge__, "<=": int.__le__, "==": int.__eq__}
        pairs = []
        for a in range(1, 7):
            for b in range(1, 7):
                fits = (
                    bool(compare[self.sign](a, b))
                    if self.kind == "order"
                    else all(_holds(c, a + b if self.kind == "sum" else a * b) for c in self.conditions)
                )
                if fits:
                    pairs.append(f"({a},{b})")
        return pairs

    def _all(self) -> int:
        return self.high - self.low + 1 if self.kind == "row" else 36

    def _tests(self) -> str:
        if self.kind == "order":
            return f"a {self.sign} b"
        name = {"row": "n", "sum": "(a + b)", "product": "(a*b)"}[self.kind]
        return " and ".join(_test(c, name) for c in self.conditions)

    def solution(self) -> Solution:
        """All equally likely cases, those that fit, and the quotient."""
        say, fitting, every = self.language, self._fitting(), self._all()
        shown = fitting if len(fitting) <= SHOWN else [*fitting[:6], r"\ldots", fitting[-1]]
        answer = exact_latex(sp.Rational(len(fitting), every))
        first = WORDS["row"].say(say, all=every, low=self.low, high=self.high) if self.kind == "row" else WORDS["dice"].say(say)  # fmt: skip
        quotient = f"\\frac{{{len(fitting)}}}{{{every}}}"
        chance = quotient if quotient == answer else f"{quotient}={answer}"
        middle = WORDS["fit"].say(say, members=r",\ ".join(shown), count=len(fitting)) if fitting else WORDS["none"].say(say)  # fmt: skip
        steps = (first, middle, WORDS["chance"].say(say, chance=chance))
        row = f"n for n in range({self.low}, {self.high + 1})"
        rows = row if self.kind == "row" else "(a, b) for a in range(1, 7) for b in range(1, 7)"
        source = cell(
            comment(WORDS["code"].say(say)),
            f"fitting = [{rows} if {self._tests()}]",
            f"Rational(len(fitting), {every})",
        )
        return Solution(steps, source)

    def conclude(self, value: Any) -> Conclusion | None:
        """A fraction."""
        if not isinstance(value, sp.Rational):
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By what does not fit."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        value = Fraction(int(values[0].p), int(values[0].q))
        say, every = self.language, self._all()
        row = f"for n in range({self.low}, {self.high + 1})"
        rows = row if self.kind == "row" else "for a in range(1, 7) for b in range(1, 7)"
        source = cell(
            f"others = sum(1 {rows} if not ({self._tests()}))",
            f"1 - Rational(others, {every}) == Rational({value.numerator}, {value.denominator})",
        )
        return CheckPlan(WORDS["answer"].say(say, answer=answer), WORDS["method"].say(say), source)
