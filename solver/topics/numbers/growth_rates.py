"""The same rate of increase or decrease several times over: a(1 + x)^n = b, solved for x.

Read clause by clause: what there was, what there is after n times (or n years later), the rate per time asked. Not: an unknown amount, rates that differ,
sums over the years (三年共…), a rate that is told.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, exact_source
from solver.topics.clauses import Said, clauses, number, table, without_dollars
from solver.topics.prepared import Prepared

WORDS: Final = {
    "let": Words("Let \\(x\\) be the rate. Each time the amount is multiplied by \\(1{sign}x\\), {n} times in all: \\[{start}(1{sign}x)^{{{n}}}={end}\\]", "设这个百分率为 \\(x\\)。每次都变为原来的 \\(1{sign}x\\)，共 {n} 次：\\[{start}(1{sign}x)^{{{n}}}={end}\\]"),
    "divide": Words("Divide by \\({start}\\): \\[(1{sign}x)^{{{n}}}={ratio}\\]", "两边同除以 \\({start}\\)：\\[(1{sign}x)^{{{n}}}={ratio}\\]"),
    "root": Words("\\(1{sign}x\\) is positive, so \\[1{sign}x={factor},\\qquad x={x}={percent}\\%\\]", "\\(1{sign}x\\) 是正数，所以 \\[1{sign}x={factor},\\qquad x={x}={percent}\\%\\]"),
    "answer": Words("The rate is \\({answer}\\).", "这个百分率是 \\({answer}\\)。"),
    "method": Words("the change was made again and again with this rate", "用这个百分率逐次计算，得到最后的数"),
}  # fmt: skip
_AMOUNT: Final = r"(?:¥|￥|\$)?<{}>(?:万|亿)?(?:元|吨|件|人|台|辆|千克|公斤|斤|公顷|亩|平方米|个|只|册|本|kg|株)?(?:/(?:件|千克|公斤|个|平方米|吨|盒))?"
_OPEN: Final = r"[^\d,，。;；？?两三降涨增减跌%共和]{0,14}?"
_DOWN: Final = r"(?:降价|下降|降低|下调|减少|下跌|下滑|缩减)"
_UP: Final = r"(?:涨价|增长|提高|上涨|增加|上调|提价|上升|扩大)"
_TO: Final = r"(?:后|以后|之后)?(?:的)?(?:每[件盒个台瓶]|现在|现|售价|价格|单价|零售价|产值|产量|利润)?(?:售价|价格|变|只)?(?:为|是|到|达到?|降至|降到|降为|增至|增加到|增长到|提高到|涨到|涨至|卖|只要)?"
_RATE_ZH: Final = r"(?:的)?(?:平均)?(?:百分率|百分比|百分数|增长率|下降率|降低率|率)"
_TABLE: Final = table({
    "start": (rf"{_OPEN}(?:去年|今年|前年|第一年|原来|原价|售价|标价|第一季度)?{_OPEN}(?:为|是|有|达|每[件盒个台瓶])?{_AMOUNT.format('s')}(?:的{_OPEN})?",
              rf"{_OPEN}(?P<y>\d{{4}})年(?:的)?{_OPEN}{_AMOUNT.format('s')}", rf"{_OPEN}(?P<y>\d{{1,2}})月份?(?:的)?{_OPEN}{_AMOUNT.format('s')}"),
    "end": (rf"{_OPEN}(?:经过|经|由于|连续|计划|预计|准备)*<n>次(?:连续)?(?:(?P<down>{_DOWN})|(?P<up>{_UP})){_TO}{_AMOUNT.format('e')}",
            rf"{_OPEN}(?:经过|经|计划|预计|准备)*<n>(?:年|个月){_TO}{_AMOUNT.format('e')}",
            rf"{_OPEN}(?:经过|经|连续)*<n>次(?:连续)?(?:(?P<down>{_DOWN})|(?P<up>{_UP}))"),
    "end_year": (rf"(?:预计|计划|到)*(?P<z>\d{{4}}(?=年)|\d{{1,2}}(?=月))(?:年|月份?)(?:底|末)?(?:的)?{_OPEN}{_TO}{_AMOUNT.format('e')}",),
    "both": (rf"{_OPEN}(?:由|从)(?:原来)?(?:的)?(?:每[件盒个台瓶吨])?{_AMOUNT.format('s')}(?:降至|降到|降为|增至|增加到|增长到|提高到|涨到|涨至|下降到|减少到)(?:现在)?(?:的)?(?:每[件盒个台瓶吨])?{_AMOUNT.format('e')}",),
    "then": (rf"{_OPEN}{_TO}{_AMOUNT.format('e')}",),
    "same": (rf"(?:若|如果|假设|假定)?(?:这|该)?(?:每|两|<k>)(?:次|年|个?月)(?:的)?(?:(?:{_DOWN})|(?:{_UP})){_RATE_ZH}(?:都|均)?(?:相同|一样|相等)",),
    "ask": (rf"(?:求|问|则)?(?:{_OPEN})(?:这<k>(?:年|个月))?(?:{_OPEN})(?:的)?(?:年|月)(?:平)?均(?P<rises>增长)率(?:是|为)?(?:多少)?",
            rf"(?:求|问|则)?(?:{_OPEN})(?:\d{{1,2}}[、,]\d{{1,2}}月份?)?(?:这<k>(?:年|个月))?(?:平均)?每(?:次|年|个?月)(?:平均)?(?:的)?(?:(?P<falls>{_DOWN})|(?P<rises>{_UP}))?{_RATE_ZH}(?:是|为)?(?:多少|百分之几|百分之多少)?",
            rf"(?:求|问|则)?(?:这)?(?:<k>)(?:次|年)(?:的)?(?:平均)?(?:(?P<falls>{_DOWN})|(?P<rises>{_UP}))?{_RATE_ZH}(?:是|为)?(?:多少)?",
            rf"(?:求|问|则)?(?:平均)?每(?:次|年|个?月)(?:平均)?(?:(?P<falls>{_DOWN})|(?P<rises>{_UP}))(?:了)?(?:百分之几|百分之多少)"),
})  # fmt: skip
_MONEY: Final = r"(?:[£$€])?<{}>(?: ?(?:million|thousand|billion))?(?: ?(?:dollars|pounds|euros|people|inhabitants|units|tonnes|kg))?"
_WORDS: Final = r"(?:(?!not|never|each|per|by)[a-z']+ ){0,5}?"
_ENGLISH: Final = table({
    "start": (rf"(?:the )?{_WORDS}(?:was|is|costs?|cost|had|has|started at|stood at|of) {_MONEY.format('s')}(?: in (?P<y>\d{{4}}))?",),
    "end": (rf"after <n> (?:equal |successive |consecutive )?(?:(?P<down>reductions|decreases|discounts|price cuts)|(?P<up>increases|rises)) (?:it |the price |the {_WORDS})?(?:was|is|became|costs?|cost|now costs|sells for) {_MONEY.format('e')}",
            rf"after <n> years (?:it |{_WORDS})?(?:was|is|had (?:risen|grown|fallen|dropped) to|rose to|grew to|fell to|became) {_MONEY.format('e')}",
            rf"(?:it |{_WORDS})?(?:rose|grew|increased|fell|decreased|dropped|went up|went down|was reduced|was) to {_MONEY.format('e')} (?:in|after|over) <n> years"),
    "same": (r"the (?:percentage|rate) (?:reduction|decrease|increase|change) (?:is|was) the same (?:each|every) (?:time|year)",),
    "ask": (r"(?:find|what is|what was|calculate|work out|determine) the (?:average |constant |same )?(?:annual |yearly )?(?:percentage |percent )?(?:rate of |annual )?(?:(?P<rises>growth|increase)|(?P<falls>decrease|reduction|decline))(?: rate| percentage)?(?: (?:each|per|every|a) (?:time|year))",
            r"(?:find|what is|what was|calculate|work out|determine) the (?:average |constant )?(?:annual|yearly) (?:percentage |percent )?(?:(?P<rises>growth|increase)|(?P<falls>decrease|reduction|decline))(?: rate)?",),
})  # fmt: skip
_MOST: Final = 4
_MONTHS: Final = "一二三四五六七八九"
_MONTH: Final = re.compile(r"(?<![十第])[一二三四五六七八九](?=月|、[一二三四五六七八九]月)")


def read(text: Text) -> Reading:
    """What there was, what there is after some times, and the rate asked for."""
    chinese = text.language == "zh"
    if not re.search(
        "率|百分" if chinese else r"(?i)\b(?:growth|rate|percentage|increase|decrease|reduction)\b",
        text.source,
    ):
        return None  # fmt: skip
    source = without_dollars(in_digits(text.source if chinese else text.source.lower()))
    if chinese:
        source = _MONTH.sub(lambda m: str(_MONTHS.index(m[0]) + 1), source.replace("两", "2"))
    found = clauses(source, _TABLE if chinese else _ENGLISH)
    if isinstance(found, str):
        return None
    return _task(found, text.language)


def _task(said: list[Said], say: Language) -> Prepared | None:
    told = [s for s in said if "s" in s.values]
    starts, dated = told[:1], [s for s in told[1:] if {"y"} <= s.values.keys() & told[0].values.keys()]
    ends = [s for s in said if "e" in s.values] or [
        Said("end", {"z": s.values["y"], "e": s.values["s"]}) for s in dated
    ]
    if len(told) > 1 + len(dated):
        return None
    asks = [s for s in said if s.kind == "ask"]
    counts = [s for s in said if "n" in s.values]
    if not (len(starts) == len(ends) == len(asks) == 1 and said[-1] is asks[0] and len(counts) < 2):
        return None
    n = _times(starts[0], ends[0], counts)
    start, end = starts[0].number("s"), ends[0].number("e")
    if any("k" in s.values and s.number("k") != n for s in said) or not 2 <= n <= _MOST:
        return None
    falls = end < start
    names = {name for s in said for name in s.values}
    if start <= 0 or end <= 0 or start == end or names & ({"up", "rises"} if falls else {"down", "falls"}):
        return None
    ratio = sp.Rational(end / start)
    factor = sp.root(ratio, n)
    if not factor.is_Rational:
        return None
    return _prepared(start, end, n, factor, say)


def _times(start: Said, end: Said, counts: list[Said]) -> int:
    if "y" in start.values or "z" in end.values:
        dated = "y" in start.values and "z" in end.values and not counts
        return int(end.values["z"]) - int(start.values["y"]) if dated else 0
    return int(number(counts[0].values["n"])) if counts else 0


def _prepared(start: sp.Rational, end: sp.Rational, n: int, factor: sp.Rational, say: Language) -> Prepared:
    sign = "-" if end < start else "+"
    x = abs(factor - 1)
    values = {
        "sign": sign, "n": str(n), "start": _decimal(start), "end": _decimal(end), "ratio": _decimal(end / start),
        "factor": _decimal(factor), "x": _decimal(x), "percent": _decimal(100 * x),
    }  # fmt: skip
    a, b = exact_source(start), exact_source(end)
    source = cell(
        f"rates = solve(Eq({a} * (1 {sign} x)**{n}, {b}), x)",
        "[rate for rate in rates if rate.is_real and 0 < rate" + (" < 1][0]" if sign == "-" else "][0]"),
        variables=("x",),
    )
    tests = (
        f"bool(answer > 0 and simplify({a} * (1 {sign} answer)**{n} - {b}) == 0 and 1 {sign} answer > 0)",
    )
    steps = tuple(WORDS[key].say(say, **values) for key in ("let", "divide", "root"))
    return Prepared(say, steps, source, tests, WORDS["method"], WORDS["answer"], shown=_shown, given=_given)


def _decimal(value: sp.Rational) -> str:
    """A number of a story: as a decimal where it ends soon."""
    plain = Fraction(int(value.p), int(value.q))
    shown = format(float(plain), ".10g")
    return shown if Fraction(shown) == plain else latex(value)


def _shown(value: Any) -> str | None:
    if not isinstance(value, sp.Rational):
        return None
    return rf"{_decimal(100 * value)}\%"


def _given(answer: str) -> Any:
    match = re.fullmatch(r"\s*\$?\s*([\d.]+|\\[dt]?frac\{\d+\}\{\d+\}|\d+/\d+)\s*(\\?%)?\s*\$?\s*", answer)
    if match is None:
        return None
    try:
        return number(match[1]) / (100 if match[2] else 1)
    except (ValueError, TypeError):
        return None
