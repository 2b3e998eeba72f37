"""A digit far behind the point of a fraction that recurs, and the sum of the first digits. Both languages. Not read: decimals that end, how often a digit comes."""

from __future__ import annotations

from typing import Final

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.clauses import Said
from solver.topics.computed import Computed
from solver.topics.stories.contests.kinds import Solved, Unclear, made

MAX_PERIOD: Final = 60
MAX_SUMMED: Final = 100_000
DIVIDE: Final = Words(
    "Divide \\({top}\\) by \\({below}\\) digit by digit; when a remainder comes again, the digits come again: \\[{top}\\div {below}={shown}\\]",
    "用 \\({top}\\) 除以 \\({below}\\)，逐位求商；余数重复出现时，商的数字也重复出现：\\[{top}\\div {below}={shown}\\]",
)
BEFORE: Final = Words(
    "The first {m} digits behind the point are not in the period.", "小数点后前 {m} 位不在循环节里。"
)
REST: Final = Words(
    "The period has {n} digits: \\[{k}={q}\\times {n}+{r}\\]", "循环节有 {n} 位：\\[{k}={q}\\times {n}+{r}\\]"
)
AT: Final = Words(
    "{r} are left, so it is the same as digit {place} of the period: \\({value}\\).",
    "余 {r}，所以和循环节的第 {place} 位相同：\\({value}\\)。",
)
SUM: Final = Words(
    "A period adds up to \\({s}\\), what is left to \\({b}\\): \\[{before}{q}\\times {s}+{b}={value}\\]",
    "一个循环节的数字和是 \\({s}\\)，余下的数字和是 \\({b}\\)：\\[{before}{q}\\times {s}+{b}={value}\\]",
)
ANSWER: Final = Words("The answer is {answer}.", "答案是{answer}。")
METHOD: Final = Words(
    "got the digits from the remainders of the powers of ten", "由 10 的幂除以除数的余数直接求出数字"
)
CODE: Final = Words("the period", "循环节")

_F: Final = r"(?:the (?:fraction|quotient) )?(?:(?P<a>\d{1,6}) ?(?:/|÷|\\div) ?(?P<b>\d{1,6})(?!\d|\.\d)|\\[dt]?frac ?\{ ?(?P<c>\d{1,6}) ?\} ?\{ ?(?P<d>\d{1,6}) ?\}|\\[dt]?frac ?(?P<e>\d) ?(?P<f>\d)|(?P<g>\d{1,6}) is divided by (?P<h>\d{1,6})(?!\d|\.\d)|0?\.(?P<period>\d{1,8}?)(?P=period)+ ?(?:\.{3,6}|…+|\\[cl]?dots))"
_BEHIND: Final = r"(?:after|to the right of|behind|past|following) the decimal point"
_EXPANSION: Final = (
    r"(?:the )?(?:(?:repeating |recurring )?decimal (?:expansion|representation|form|number)|decimal)"
)
_NTH: Final = r"the (?P<n>\d{1,9})(?:st|nd|rd|th)"
_FIRST: Final = r"the sum of (?:the values of )?(?:all )?the first (?P<n>\d{1,6})"
_WHERE: Final = tuple(
    form
    for digit in ("digit", "digits")
    for form in (
        rf"{digit} {_BEHIND}(?: (?:of|in|when|for)(?: {_EXPANSION} of)? {_F}(?: (?:is )?(?:written|expressed) as a(?: {_EXPANSION.removeprefix('(?:the )?')})?)?)?",
        rf"decimal {digit} (?:of|in)(?: {_EXPANSION} (?:of|for))? {_F}",
        rf"{digit} (?:in|of) {_EXPANSION} (?:of|for) {_F}",
    )
)


@made(
    r"\bdigits?\b",
    "en",
    {
        "told": (rf"(?:write|express|convert|consider) {_F} (?:as|to|in) (?:an? |the form of a )?(?:recurring |repeating )?decimal", rf"when {_F} is (?:written|expressed) as a (?:recurring |repeating )?decimal ?,?", rf"(?:{_F} is (?:written|expressed) as a (?:recurring |repeating )?decimal)"),
        "ask_digit": (rf"(?:what|which) digit is (?:in|at) {_NTH} (?:decimal place|place {_BEHIND}) (?:of|in) {_F}", *(f"(?:what is|find|what's|determine) {_NTH} {where}" for where in _WHERE)),
        "ask_sum": tuple(f"(?:what is|find|calculate|determine) {_FIRST} {where}" for where in _WHERE),
    },
)  # fmt: skip
def _in_english(found: list[Said]) -> Solved:
    return _digit(found, "en")


_PLACE: Final = r"第(?P<n>\d{1,9})位(?:上)?(?:的)?(?:数字?|数码)?(?:是|为)(?:几|多少|什么|____|\(\))?"
_SUM_ZH: Final = r"前(?P<n>\d{1,6})位(?:上)?(?:的)?(?:各位|所有|各个)?(?:数字|数)(?:之和|的和|的总和|和)(?:是|为)(?:几|多少|____|\(\))?"
_OF: Final = rf"(?:计算|把|将)?(?:分数|循环小数)?{_F}(?:的(?:商|结果))?(?:化成|化为|写成|化|用)?(?:循环)?(?:小数)?(?:表示)?(?:后|时)?(?:[,，])?(?:的|它的|那么|则|得数的|商的)*"
_AFTER: Final = r"(?:小数)?(?:部分|点后面|点后|点右边|点右面)?(?:的|从左到右)?"


@made(
    r"位",
    "zh",
    {
        "ask_digit": (rf"{_OF}{_AFTER}{_PLACE}",),
        "ask_sum": (rf"{_OF}{_AFTER}{_SUM_ZH}",),
    },
)  # fmt: skip
def _in_chinese(found: list[Said]) -> Solved:
    return _digit(found, "zh")


def _digit(found: list[Said], language: Language) -> Solved:
    values = {name: v for said in found for name, v in said.values.items()}
    asked = found[-1]
    if (
        not asked.kind.startswith("ask")
        or len(found) > 2
        or sum(s.kind.startswith("ask") for s in found) != 1
    ):
        raise Unclear
    told = [s for s in found if {"a", "c", "e", "g", "period"} & set(s.values)]
    if len(told) != 1:
        raise Unclear
    if period := values.get("period"):
        top, below = int(period), 10 ** len(period) - 1
    else:
        top, below = next(
            (int(values[x]), int(values[y])) for x, y in ("ab", "cd", "ef", "gh") if x in values
        )
    if not below or not top % below:
        raise Unclear
    start, digits = _expansion(top % below, below)
    n, m, size = int(asked.values["n"]), len(start), len(digits)
    if digits == [0] or size > MAX_PERIOD or n <= m or asked.kind == "ask_sum" and n > MAX_SUMMED:
        raise Unclear
    shown = f"{top // below}.{''.join(map(str, start))}\\overline{{{''.join(map(str, digits))}}}"
    q, r = divmod(n - m, size)
    k = f"{n}-{m}={n - m}" if m else str(n)
    steps = [DIVIDE.say(language, top=top, below=below, shown=shown)]
    if m:
        steps.append(BEFORE.say(language, m=m))
    steps.append(REST.say(language, n=size, k=k, q=q, r=r))
    lines: tuple[str, ...] = (f"# {CODE.say(language)}", f"period = {digits}")
    if asked.kind == "ask_digit":
        place = r or size
        value = digits[place - 1]
        steps.append(AT.say(language, r=r, place=place, value=value))
        lines += (f"period[({n - m} - 1) % {size}]",)
        check = f"({top} * pow(10, {n - 1}, {below})) % {below} * 10 // {below} == claimed"
    else:
        s, b = sum(digits), sum(digits[:r])
        value = sum(start) + q * s + b
        before = f"{sum(start)}+" if m else ""
        steps.append(SUM.say(language, s=s, b=b, q=q, before=before, value=value))
        lines += (f"{sum(start)} + {q} * sum(period) + sum(period[:{r}])",)
        check = f"sum({top} * pow(10, k, {below}) % {below} * 10 // {below} for k in range({n})) == claimed"
    return value, Computed(tuple(steps), lines, (check,), ANSWER, METHOD, language)


def _expansion(rest: int, below: int) -> tuple[list[int], list[int]]:
    """The digits behind the point before the period, and the period."""
    seen: dict[int, int] = {}
    digits: list[int] = []
    while rest not in seen and len(digits) <= 10 * MAX_PERIOD:
        seen[rest] = len(digits)
        digit, rest = divmod(10 * rest, below)
        digits.append(digit)
    at = seen.get(rest, 0)
    return digits[:at], digits[at:]
