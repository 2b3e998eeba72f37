"""Days of the week in Chinese: of two dates that may have names or lie in different years, and of a month of which some days are told.

Not read: lunar dates, working days; a year that would have to be guessed where it matters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from solver.topics.base import Words
from solver.topics.clauses import Said
from solver.topics.computed import Computed
from solver.topics.stories.contests.kinds import Solved, Unclear, made

DAYS: Final = "一二三四五六日"
NAMED: Final = {
    "元旦": (1, 1), "妇女节": (3, 8), "植树节": (3, 12), "劳动节": (5, 1), "五一劳动节": (5, 1), "儿童节": (6, 1), "六一儿童节": (6, 1), "建党节": (7, 1),
    "建军节": (8, 1), "教师节": (9, 10), "国庆节": (10, 1), "圣诞节": (12, 25),
}  # fmt: skip
_NAME: Final = "|".join(sorted(NAMED, key=lambda n: (-len(n), n)))
_D: Final = rf"(?:(?P<{{k}}y>\d{{{{4}}}})年)?的?(?:(?P<{{k}}m>\d{{{{1,2}}}})月(?P<{{k}}d>\d{{{{1,2}}}})[日号](?:的?(?:{_NAME}))?|(?P<{{k}}n>{_NAME}))"
_FIRST: Final = _D.format(k="a")
_SECOND: Final = _D.format(k="b")
_WEEK: Final = r"(?:星期|周|礼拜)"
_DAY: Final = rf"{_WEEK}(?P<w>[一二三四五六日天])"
_ASK: Final = rf"(?:一定)?是?(?:在)?(?:(?P<gap>{_WEEK}(?:____|\(\)|多少)?)|{_WEEK}(?P<which>几)|(?P<bare>(?:____|\(\)|多少)?))"
ANSWER: Final = Words("It is {answer}.", "是{answer}。")
METHOD: Final = Words("looked it up in a real calendar", "在真实的日历上核对")
METHOD_MONTH: Final = Words(
    "filled in the calendar of a month for every first day", "对每一种 1 号的星期，排出当月的日历"
)
APART: Final = Words("", "从第一个日期到第二个日期相隔 \\[{sum}={n}\\] 天。")
WEEKS: Final = Words("", "每 7 天一个星期：\\[{n}={q}\\times 7+{r}\\]，余下的 {r} 天决定星期几。")
COUNT: Final = Words("", "从星期{a}往后数 {r} 天，是星期{b}。")
CASES: Final = Words(
    "",
    "这个月可能有 {lengths} 天，1 号可能是星期一到星期日。排出日历，只有 1 号是星期{first}、共 \\({n}=28+{more}\\) 天时，才符合条件。",
)
THEN: Final = Words(
    "",
    "从 1 号到 {d} 号是 \\({d}-1={gap}\\) 天，\\[{gap}={q}\\times 7+{r}\\]所以从星期{a}往后数 {r} 天，是星期{b}。",
)
CODE: Final = Words("", "星期一记作 0，……，星期日记作 6")


@made(
    rf"{_WEEK}",
    "zh",
    {
        "known": (rf"(?:如果|若|已知)?{_FIRST}(?:恰好|又恰好|正好)?是?{_DAY}",),
        "asked": (rf"(?:那么|则|问|而)?{_SECOND}(?:也?是|在)?{_ASK}",),
    },
)  # fmt: skip
def _dates(found: list[Said]) -> Solved:
    """How many days lie between, and what is left of them after whole weeks."""
    if [s.kind for s in found] != ["known", "asked"]:
        raise Unclear
    a, b = found[0].values, found[1].values
    year = a.get("ay") or b.get("by")
    first, second = _day(a, "a"), _day(b, "b")
    if year is None:
        if (first < (3, 1)) != (second < (3, 1)):
            raise Unclear
        years = (2023, 2023)
    else:
        years = int(a.get("ay") or year), int(b.get("by") or year)
        if b.get("by") and not a.get("ay"):
            raise Unclear
    try:
        start, end = date(years[0], *first), date(years[1], *second)
    except ValueError as error:
        raise Unclear from error
    gap = (end - start).days
    if gap <= 0 or gap > 4000:
        raise Unclear
    known = DAYS.index(a["w"].replace("天", "日"))
    wanted = (known + gap) % 7
    if year and (start.weekday() != known):
        raise Unclear  # the date does not have that day
    terms = _months(start, end)
    q, r = divmod(gap, 7)
    steps = (
        APART.say("zh", sum="+".join(map(str, terms)), n=gap),
        WEEKS.say("zh", n=gap, q=q, r=r),
        COUNT.say("zh", a=DAYS[known], r=r, b=DAYS[wanted]),
    )
    lines = (f"# {CODE.say('zh')}", f"({known} + {gap}) % 7")
    checked = ("from datetime import date", "", f"days = (date{(years[1], *second)} - date{(years[0], *first)}).days", f"({known} + days - claimed) % 7 == 0")  # fmt: skip
    return wanted, Computed(steps, lines, checked, ANSWER, METHOD, "zh", _names(b))


def _names(asked: Mapping[str, str]) -> tuple[str, ...]:
    """星期二, or 二 where the gap stands behind 星期."""
    return tuple(DAYS) if asked.get("gap") else tuple(f"星期{d}" for d in DAYS)


def _day(values: object, k: str) -> tuple[int, int]:
    said: dict[str, str] = dict(values)  # type: ignore[call-overload]
    if said.get(f"{k}n"):
        return NAMED[said[f"{k}n"]]
    return int(said[f"{k}m"]), int(said[f"{k}d"])


def _months(start: date, end: date) -> list[int]:
    """The days from one date to another, month by month."""
    terms, at = list[int](), start
    while (at.year, at.month) != (end.year, end.month):
        following = date(at.year + at.month // 12, at.month % 12 + 1, 1)
        terms.append((following - at).days)
        at = following
    if end > at:
        terms.append((end - at).days)
    return terms


_N: Final = r"(?P<n>[一二三四五45])"
_COUNTS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "4": 4, "5": 5}
_MONTH: Final = r"(?:某(?:个)?年的?)?(?:某(?:个)?月)?(?:(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月份?)?(?:份)?(?:里|中|内)?"
_MONTHS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12}  # fmt: skip


@made(
    rf"{_WEEK}",
    "zh",
    {
        "counts": (
            rf"{_MONTH}(?:正好|恰好|一共)?有(?P<n1>[45四五])个{_WEEK}(?P<w1>[一二三四五六日天])(?:和|、)(?P<n2>[45四五])个{_WEEK}(?P<w2>[一二三四五六日天])",
            rf"{_MONTH}(?:正好|恰好|一共)?有(?P<n1>[5五])个{_WEEK}(?P<w1>[一二三四五六日天])",
            rf"{_MONTH}有(?P<even>三|3)个{_WEEK}(?P<w1>[一二三四五六日天])的日期都是(?P<parity>偶数|奇数)",
        ),
        "asked": (rf"(?:那么|则)?(?:这年|该月|这年的|这个月|当月)?的?(?:(?P<m>\d{{1,2}})月)?(?:的)?(?P<d>\d{{1,2}})[日号]{_ASK}",),
    },
)  # fmt: skip
def _month(found: list[Said]) -> Solved:
    """Every first day and every length of the month is tried."""
    if [s.kind for s in found] != ["counts", "asked"]:
        raise Unclear
    said, asked = found[0].values, found[1].values
    month = said.get("m")
    number = None if month is None else _MONTHS.get(month) or int(month)
    if asked.get("m") and number is not None and int(asked["m"]) != number:
        raise Unclear
    lengths = (28, 29, 30, 31) if number is None else (28, 29) if number == 2 else (30,) if number in (4, 6, 9, 11) else (31,)  # fmt: skip
    day = int(asked["d"])
    tests = _tests(said)
    fits = [
        (n, first) for n in lengths for first in range(7) if day <= n and all(t(n, first) for _, t in tests)
    ]
    if not fits or len({first for _, first in fits}) != 1:
        raise Unclear
    n, first = fits[0]
    q, r = divmod(day - 1, 7)
    wanted = (first + day - 1) % 7
    steps = (
        CASES.say("zh", lengths="、".join(map(str, lengths)), first=DAYS[first], n=n, more=n - 28),
        THEN.say("zh", d=day, gap=day - 1, q=q, r=r, a=DAYS[first], b=DAYS[wanted]),
    )
    source = " and ".join(text for text, _ in tests)
    lines = (
        f"# {CODE.say('zh')}",
        f"fitting = [first for n in {lengths} for first in range(7) if {source}]",
        f"(fitting[0] + {day} - 1) % 7",
    )
    month_ = "[(d, (first + d - 1) % 7) for d in range(1, n + 1)]"
    checked = (
        "found = set()", f"for n in {lengths}:", "    for first in range(7):", f"        days = {month_}",
        f"        if {' and '.join(_again(said))}:", f"            found.add(dict(days)[{day}])", "found == {claimed}",
    )  # fmt: skip
    return wanted, Computed(steps, lines, checked, ANSWER, METHOD_MONTH, "zh", _names(asked))


def _pairs(said: object) -> list[tuple[int, int]]:
    """(how many, which day of the week)."""
    values: dict[str, str] = dict(said)  # type: ignore[call-overload]
    return [
        (_COUNTS[values[f"n{k}"]], DAYS.index(values[f"w{k}"].replace("天", "日")))
        for k in "12"
        if values.get(f"n{k}")
    ]


def _tests(said: object) -> list[tuple[str, Callable[[int, int], bool]]]:
    """Conditions on the length n and the first day, as source and as functions."""
    values: dict[str, str] = dict(said)  # type: ignore[call-overload]
    if values.get("even"):
        w, odd = DAYS.index(values["w1"].replace("天", "日")), values["parity"] == "奇数"
        text = f"sum(1 for d in range(1, n + 1) if (first + d - 1) % 7 == {w} and d % 2 == {int(odd)}) == 3"
        return [
            (text, lambda n, f: sum(1 for d in range(1, n + 1) if (f + d - 1) % 7 == w and d % 2 == odd) == 3)
        ]
    found: list[tuple[str, Callable[[int, int], bool]]] = []
    for count, w in _pairs(said):
        # the days beyond 28 come a fifth time
        text = f"4 + (({w} - first) % 7 < n - 28) == {count}"
        found.append((text, lambda n, f, w=w, count=count: 4 + ((w - f) % 7 < n - 28) == count))  # type: ignore[misc]
    return found


def _again(said: object) -> list[str]:
    values: dict[str, str] = dict(said)  # type: ignore[call-overload]
    if values.get("even"):
        w, odd = DAYS.index(values["w1"].replace("天", "日")), values["parity"] == "奇数"
        return [f"len([d for d, w in days if w == {w} and d % 2 == {int(odd)}]) == 3"]
    return [f"len([d for d, w in days if w == {w}]) == {count}" for count, w in _pairs(said)]
