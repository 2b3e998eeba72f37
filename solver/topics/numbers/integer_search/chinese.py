"""Read a Chinese question about integers with properties: 100以内7的倍数有多少个, 最小的能被7整除的三位数是多少.

Clauses, each wholly or not at all, in any order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from solver.topics.numbers.integer_search.conditions import Condition, Congruent, Kind, Range, Search
from solver.topics.numbers.integer_search.digits import Contains, DigitPattern, DigitRelation, DigitTotal

_N: Final = r"(\d+)"
_DIGITS: Final = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_WANTED: Final[tuple[tuple[str, str], ...]] = (
    ("count", r"(?:一共|共|总共)?有(?:多少|几)个(?:数)?|的?个数(?:是多少|为多少|是|有多少)|(?:多少|几)个"),
    ("sum", r"的?(?:所有数的)?(?:之和|和|总和)(?:是多少|等于多少|为多少|是)"),
    ("smallest", r"最小的?|中?最小的数?是多少"),
    ("largest", r"最大的?|中?最大的数?是多少"),
    ("all", r"有哪些|(?:分别)?是哪些|有哪几个|分别是(?:多少)?"),
)
_PLACES: Final = {"个位": 0, "十位": 1, "百位": 2, "千位": 3, "万位": 4}
_P: Final = r"([个十百千万]位)(?:上)?(?:的)?(?:数字|数)?"
_CLAUSES: Final[tuple[tuple[str, Callable[[re.Match[str]], tuple[Range | Condition, ...]]], ...]] = (
    (rf"{_N}以内(?:\(含{_N}\)|\(包括{_N}\)|\(包含{_N}\))", lambda m: (Range(1, int(m[1])),)),
    (rf"{_N}以内", lambda m: (Range(1, int(m[1]), open_ends=(int(m[1]),)),)),
    (rf"从?{_N}(?:到|至|~){_N}(?:这{_N}个)?", lambda m: (Range(int(m[1]), int(m[2])),)),
    (rf"大于{_N}(?:且|而|并且|又)?小于{_N}", lambda m: (Range(int(m[1]) + 1, int(m[2]) - 1),)),
    (rf"(?:不大于|不超过){_N}|小于(?:或|等)?等于{_N}", lambda m: (Range(high=int(m[1] or m[2])),)),
    (rf"(?:不小于|不少于){_N}|大于(?:或|等)?等于{_N}", lambda m: (Range(low=int(m[1] or m[2])),)),
    (rf"小于{_N}", lambda m: (Range(high=int(m[1]) - 1),)),
    (rf"大于{_N}", lambda m: (Range(low=int(m[1]) + 1),)),
    (r"([一两二三四五六])位(?:数|(?=质数|合数|奇数|偶数|整数|自然数))", lambda m: (Range(10 ** (_DIGITS[m[1]] - 1), 10 ** _DIGITS[m[1]] - 1),)),
    (rf"既(?:是|能被){_N}(?:的倍数|整除),?又(?:是|能被){_N}(?:的倍数|整除)", lambda m: (Congruent(0, int(m[1])), Congruent(0, int(m[2])))),
    (rf"(?:能)?同时(?:能)?(?:被|是){_N}(?:和|、|与){_N}(?:整除|的倍数)", lambda m: (Congruent(0, int(m[1])), Congruent(0, int(m[2])))),
    (rf"不(?:能)?被{_N}整除|不是{_N}的倍数", lambda m: (Congruent(0, int(m[1] or m[2]), negated=True),)),
    (rf"(?:能)?被{_N}整除", lambda m: (Congruent(0, int(m[1])),)),
    (rf"{_N}(?:和|与|、){_N}的公倍数", lambda m: (Congruent(0, int(m[1])), Congruent(0, int(m[2])))),
    (rf"{_N}(?:和|与|、){_N}的公因数", lambda m: (Kind("divisor", int(m[1])), Kind("divisor", int(m[2])))),
    (rf"是?{_N}的倍数", lambda m: (Congruent(0, int(m[1])),)),
    (rf"是?{_N}的(?:所有|全部)?的?正?(?:因数|约数)", lambda m: (Kind("divisor", int(m[1])),)),
    (rf"被?除以?{_N}余(?:数是|数为)?{_N}|被{_N}除余{_N}", lambda m: (_remainder(m),)),
    (r"奇数|单数", lambda m: (Congruent(1, 2),)),
    (r"偶数|双数", lambda m: (Congruent(0, 2),)),
    (r"质数|素数", lambda m: (Kind("prime"),)),
    (r"合数", lambda m: (Kind("composite"),)),
    (rf"(?:各个?数?位|所有|各个)?(?:上的?)?(?:的)?(?:数字|数码)(?:之和|的和|和)(?:是|为|等于){_N}", lambda m: (DigitTotal("sum", "equal", int(m[1])),)),
    (rf"(?:各个?数?位|所有|各个)?(?:上的?)?(?:的)?(?:数字|数码)(?:之积|的积|的乘积|乘积|积)(?:是|为|等于){_N}", lambda m: (DigitTotal("product", "equal", int(m[1])),)),
    (rf"{_P}比{_P}(大|小|多|少){_N}", lambda m: _compared(m, "==")),
    (rf"{_P}(?:大于|比){_P}(?:大)?", lambda m: _compared(m, ">")),
    (rf"{_P}(?:小于){_P}", lambda m: _compared(m, "<")),
    (rf"{_P}(?:是|等于){_P}的{_N}倍", lambda m: (DigitRelation(_PLACES[m[1]], "==", (_PLACES[m[2]],), int(m[3])),)),
    (rf"{_P}(?:等于|是){_P}(?:与|和|、){_P}(?:之和|的和)", lambda m: (DigitRelation(_PLACES[m[1]], "==", (_PLACES[m[2]], _PLACES[m[3]])),)),
    (rf"{_P}(?:是|为){_N}", lambda m: (DigitRelation(_PLACES[m[1]], "==", (), 1, int(m[2])),)),
    (r"不(?:含|包含|含有)(?:有)?数字(\d)(?!\d)", lambda m: (Contains(int(m[1]), negated=True),)),
    (r"(?:含|包含|含有)(?:有)?数字(\d)(?!\d)", lambda m: (Contains(int(m[1])),)),
    (r"(?:各位|各数位|各个数位)?(?:上的?)?数字(?:都|各)?(?:互不相同|不重复|不相同)|(?:没有|无)重复数字", lambda m: (DigitPattern("different"),)),
    (r"回文数", lambda m: (DigitPattern("palindrome"),)),
    (r"完全平方数|平方数", lambda m: (Kind("square"),)),
    (r"正整数", lambda m: (Range(low=1),)),
    (r"非零自然数", lambda m: (Range(low=1),)),
    (r"自然数", lambda m: (Range(low=0),)),
    (r"整数", lambda m: ()),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern), meaning) for pattern, meaning in _CLAUSES)
_FILLER: Final = re.compile(
    r"在|的|中|里|里面|之间|所有|全部|这些|数|是多少|是几|是什么|是|,|、|那么|请问|问|求|写出|找出|且|并且|能|一个|个|多少|什么|\s|[?。.]"
)


def read_chinese(source: str) -> Search | tuple[str, ...] | None:
    """The search, or what was not understood of one; None where the text is about something else."""
    text = re.sub(r"\$|\\\(|\\\)|(?<=\d),(?=\d{3})", "", source).strip()
    wanted, rest = "", text
    for name, pattern in _WANTED:
        if (found := re.search(pattern, rest)) is not None:
            wanted, rest = name, rest[: found.start()] + "|" + rest[found.end() :]
            break
    if not wanted or re.search(r"个数|(?:多少|几)个|(?<!数字)之和|总和", rest):
        return None  # one question, or two
    parts, left, at = list[Range | Condition](), "", 0
    while at < len(rest):
        clause = next(
            ((m, meaning) for pattern, meaning in _COMPILED if (m := pattern.match(rest, at))),
            None,
        )
        if clause is not None:
            parts += clause[1](clause[0])
            at = clause[0].end()
        elif (filler := _FILLER.match(rest, at)) is not None or rest[at] == "|":
            at = filler.end() if filler is not None else at + 1
        else:
            left, at = left + rest[at], at + 1
    bounds = Range()
    for part in parts:
        if isinstance(part, Range):
            bounds = bounds.within(part)
    conditions = tuple(dict.fromkeys(p for p in parts if not isinstance(p, Range)))
    if not conditions or (left and bounds == Range()):
        return None
    return (left,) if left else Search(wanted, bounds, conditions)


def _compared(match: re.Match[str], sign: str) -> tuple[DigitRelation, ...]:
    first, second, *more = match.groups()
    shift = int(more[1]) * (1 if more[0] in "大多" else -1) if more else 0
    return (DigitRelation(_PLACES[first], sign, (_PLACES[second],), 1, shift),)


def _remainder(match: re.Match[str]) -> Congruent:
    modulus, remainder = (int(g) for g in match.groups() if g)
    return Congruent(remainder, modulus)
