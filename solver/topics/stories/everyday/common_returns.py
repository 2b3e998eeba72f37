"""What comes back at several intervals, and when all of it comes together again: buses, bells, lamps, runners on a track; by the clock where a time is told.

Not read: dates, intervals of different units, how often they come together in a span. Two buses in Chinese: also `common_times.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import lcm
from typing import Final

from solver.topics.numbers.clock.moments import moment, pattern
from solver.topics.stories.everyday.kinds import LISTED, MANY, Story, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_T: Final = f"(?P<t>{pattern('en')})"
_U: Final = "(?P<u>minutes?|mins?|seconds?|hours?|days?)"
_LIST_U: Final = r"\d+(?: (?:minutes?|seconds?|hours?|days?))?(?:(?: ?, ?(?:and )?| and )\d+(?: (?:minutes?|seconds?|hours?|days?))?){1,3}"
_NAMED: Final = rf"{en(2)}[a-d](?: ?, ?[a-d])* and [a-d] "
_DO: Final = "(?:be|leav(?:es?|ing)|left|ring(?:s|ing)?|rang|flash(?:es|ed|ing)?|blink(?:s|ed|ing)?|toll(?:s|ed|ing)?|chim(?:es?|ed|ing)|beep(?:s|ed|ing)?|buzz(?:es|ed)?|depart(?:s|ed|ing)?|go(?:es)? off|went off|sound(?:s|ed)?|strikes?|struck|light(?:s)? up|turn(?:s|ed)? on|start(?:s|ed)?|begin(?:s)?|began|set(?:s)? off|meet(?:s)?|met|arriv(?:es?|ed)|com(?:es?)|came|run(?:s|ning)?|stop(?:s|ped)?|pass(?:es|ed)?)"
_PLACE: Final = rf"(?: (?:at|from|in|on|around|out of|back at) (?!noon|midday|midnight)(?:the |a |an )?(?:same )?{en(3)}| the {en(2)}| a {en(2)})"
_TOGETHER: Final = "(?:together|at the same (?:time|moment|instant)|simultaneously|at once)"
_ANY: Final = r" ?(?:(?!(?:not|only|except|neither|how|before|after)\b)[a-z0-9']+ ?){0,9}?"
_ALL: Final = (
    rf"(?:(?:if |suppose |that )*(?:they|all|both|the|these|of them|\d|three|two|four|{en(2)}) ?){{0,5}}"
)


@kind(
    r"together|same (?:time|moment|instant)|simultaneously",
    "en",
    {
        "each": (
            rf"(?:\d )?{en(4)}takes? (?P<l>{_LIST_U})(?: {_U})?(?: ?,? ?respectively ?,?)? (?:to|for) (?:run|complete|go|walk|cycle|make|finish)?(?: ?(?:1|one|a|each))* (?:lap|round|circuit){_PLACE}?",
            rf"(?:at (?:a|the) {en(2)})?(?:,? ?)?(?:there are )?(?:\d )?(?:{_NAMED}|{en(4)})(?:\d )?(?:that |which )?{_DO}{_PLACE}{{0,2}} ?(?:every|at intervals of|once every|at) (?P<l>{LISTED}) {_U}(?: intervals)?(?: ?,? ?respectively)?",
            rf"(?:the )?(?:first|second|third|fourth|last|other|one|1|another|a |an )?(?:of them )?(?:{en(3)})?(?:{_DO} ?)?{_PLACE}{{0,2}} ?(?:once |1 time )?(?:every|at intervals of|once every) <k> {_U}",
            rf"(?:the )?(?:first|second|third|one|1|another|other)?(?: ?{en(3)})?(?:takes?|needs?|completes? (?:a|1|one) (?:lap|round) (?:in|every)|runs? (?:a|1|one) (?:lap|round) (?:in|every)) <k> {_U}(?: (?:to|for) (?:run|complete|go|walk|cycle|make|finish)?(?: ?(?:1|one|a|each|once))*(?: (?:lap|round|around|circuit){_PLACE}?)?)?",
        ),
        "start": (rf"{_ALL} ?{_DO}{_PLACE}{{0,2}} ?{_TOGETHER}{_PLACE}{{0,2}}(?: ?(?:at )?{_T})?{_PLACE}?", rf"{_ALL} ?{_DO}{_PLACE}{{0,2}} ?{_TOGETHER}(?: today| now| this morning)", rf"at {_T},? {_ALL} ?{_DO}{_PLACE}{{0,2}} ?{_TOGETHER}{_PLACE}?", rf"{_ALL} ?{_DO}{_PLACE}{{0,2}} ?at {_T} ?{_TOGETHER}", rf"{_ALL} ?(?:both|all) {_DO}{_PLACE}{{0,1}} ?at {_T}"),
        "ask": (rf"(?:after |in )?how many (?P<a>minutes|seconds|hours|days)(?: later| will it be| will pass| pass| is it)?{_ANY}{_DO}{_ANY}", rf"(?:after )?how (?:long|soon|much time)(?: will it be| will it take| is it| will pass)?(?: before| until)?{_ANY}{_DO}{_ANY}"),
        "ask_when": (rf"(?:at what time|when|what time|at which time){_ANY}{_DO}{_ANY}", rf"(?:find|what is) the (?:next )?time {_ANY}{_DO}{_ANY}"),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    ask = s.text[s.text.rfind(re.split(r"[.?!]\s+", s.text.rstrip(" .?!"))[-1]) :]
    if not re.search(r"\b(?:again|next)\b", ask) or not re.search(rf"{_TOGETHER}|\bmeet\b", ask):
        raise Unfit
    if re.search(r"\b(?:between|how many times|second time|third time|twice|opposite|later than)\b", s.text):
        raise Unfit
    if (
        re.search(r"\b(?:lap|round|circuit|track)s?\b", s.text)
        and not re.search(r"\bstart", ask)
        or re.search(r"\b(?:morning|afternoon|evening|night)\b", ask)
    ):
        raise Unfit
    _together(s, work)


_ZU: Final = "(?P<u>分钟?|秒钟?|小时|天)"
_ZGO: Final = "(?:发车|发出|出发|开出|开车|亮|闪|闪亮|闪烁|响铃?|发(?:出)?(?:一|1)?[班辆趟次]车?|(?:在起点)?相遇|到达起点|来|去|起跑|鸣响)"
_ZT: Final = f"(?P<t>{pattern('zh')})"
_ZALL: Final = rf"(?:这|那)?(?:{zh(3)}(?:两|2|三|3)(?:路|种|盏|个|辆|人|条)?{zh(5)}|它们|他们|{zh(8)})"
_ZLIST: Final = r"(?P<l>每?(?:隔)?\d+(?:分钟?|秒钟?|小时|天)?(?:[、，,和及]+(?:每?(?:隔)?)\d+(?:分钟?|秒钟?|小时|天)?){1,3})"


@kind(
    "同时|相遇",
    "zh",
    {
        "each": (
            rf"(?:(?:第)?[一二三甲乙丙丁]|\d+路|其中|{zh(6)})*(?:{zh(6)})?(?:每(?:隔)?|跑(?:一|1)圈(?:要|用|需要?)?)<k>{_ZU}(?:就)?(?:(?:发|开|亮|闪|响|闪烁|去|来|鸣)(?:出|车|铃|亮)?(?:一|1)?(?:次|辆|班|趟|下)?(?:车)?|跑(?:一|1)圈)?(?:{zh(4)})?",
            rf"{zh(10)}(?:分别)?(?:每(?:隔)?)?{_ZLIST}{_ZU}?(?:就)?(?:发|开|亮|闪|响|闪烁|鸣)(?:出|车|铃)?(?:一|1)?(?:次|辆|班|趟|下)?(?:车)?",
        ),
        "start": (rf"(?:如果|若)?{_ZALL}(?:在|于)?(?:{_ZT})?(?:{_ZALL.replace('(?P<', '(?:')})?(?:第(?:一|1)次)?同时{zh(3)}(?:从{zh(8)})?{_ZGO}(?:后)?(?:{zh(3)})?", rf"(?:在|于)?{_ZT}(?:时)?{_ZALL}同时{zh(3)}(?:从{zh(8)})?{_ZGO}(?:后)?"),
        "ask": (rf"{_ZALL}(?:同时{_ZGO}后?)?(?:至少|最少)?(?:要)?(?:再)?(?:过|经过)?{MANY}(?P<a>分钟|秒钟?|小时|天)后?(?:{_ZALL.replace('(?P<', '(?:')})?(?:会|又|再次|再|将|第二次|第2次|下(?:一|1)?次|首次|第一次)*(?:会|又)?(?:同时{_ZGO}|(?:在起点)?相遇)",),
        "ask_when": (
            rf"{_ZALL}(?:第(?:二|2)次|再次|又|再|下(?:一|1)?次|会再次)(?:{zh(6)})?同时{_ZGO}(?:的)?(?:时间|时刻)?(?:应该|将)?(?:会)?(?:是|在)?(?:几时几分|几点几分|几点|几时|什么时候|什么时间|什么时刻)",
            rf"{_ZALL}(?:到|在)?(?:几时几分|几点几分|几点|几时|什么时候|什么时间)(?:{_ZALL.replace('(?P<', '(?:')})?(?:第(?:二|2)次|再次|又|再|下(?:一|1)?次|会再次|会)+同时{_ZGO}",
        ),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    if re.search("之间|几次|多少次|第三次|第3次|相向|背向|反向", s.text) or not re.search(
        "再|又|下|第二|第2|相遇", s.text
    ):
        raise Unfit
    if "圈" in s.text and not re.search("起点[^,，。]*$", s.text):
        raise Unfit  # where they meet is not told
    if "隔" in s.text and "天" in s.text:
        raise Unfit  # 每隔两天: every third day
    _together(s, work)


_UNITS: Final = {
    "m": "minutes",
    "s": "seconds",
    "h": "hours",
    "d": "days",
    "分": "分钟",
    "秒": "秒",
    "小": "小时",
    "天": "天",
}
_SECONDS: Final = {"minutes": 60, "hours": 3600, "seconds": 1, "分钟": 60, "小时": 3600, "秒": 1}


def _together(s: Story, work: Working) -> None:
    """By the least common multiple of the intervals."""
    s.only("each", "start")
    every = [t for said in s.all("each") for t in _intervals(said.values)]
    units = {_UNITS[w[0]] for n in ("u", "a") for w in s.words(n)}
    units |= {
        _UNITS[w[0]]
        for said in s.all("each")
        for w in re.findall("分|秒|小|天|[mshd](?=[ioae])", said.values.get("l", ""))
    }
    if not 2 <= len(every) <= 4 or len(units) != 1 or len(s.all("start")) > 1:
        raise Unfit
    if any(t.value.denominator != 1 or t.value < 1 for t in every):
        raise Unfit
    unit, chinese = units.pop(), work.language == "zh"
    if s.question != "when":
        listed = _listed(every, chinese=chinese)
        work.hand(
            "integers",
            f"求{listed}的最小公倍数" if chinese else f"Find the least common multiple of {listed}",
            "再次同时，经过的时间是各个间隔的公倍数；最少就是最小公倍数。"
            if chinese
            else "All of them come together after a common multiple of the intervals; next after the least one.",
            unit,
            "经过的时间" if chinese else "the time until then",
        )
        return
    _at_what_time(s, work, every, unit, chinese=chinese)


def _intervals(told: Mapping[str, str]) -> list[Term]:
    if "l" in told:
        return [num(int(n)) for n in re.findall(r"\d+", told["l"])]
    return [value(told["k"])]


def _listed(every: list[Term], *, chinese: bool) -> str:
    numbers = [str(t.value) for t in every]
    return ("、" if chinese else ", ").join(numbers[:-1]) + ("和" if chinese else " and ") + numbers[-1]


def _at_what_time(s: Story, work: Working, every: list[Term], unit: str, *, chinese: bool) -> None:
    """The time at which all come together, so long after the one that is told."""
    told = s.words("t")
    first = moment(told[0], work.language) if len(told) == 1 else None
    big = max(every, key=lambda t: t.value)
    times = lcm(*(int(t.value) for t in every)) // int(big.value)
    minutes = big.value * times * _SECONDS.get(unit, 0) / 60
    if first is None or minutes.denominator != 1 or not 0 < minutes < 24 * 60:
        raise Unfit
    says = (
        f"{_listed(every, chinese=True)}的最小公倍数，也就是{big.tex}的倍数里第一个其余各数都能整除的"
        if chinese
        else f"the least common multiple of {_listed(every, chinese=False)}: the first multiple of {big.tex} that the others divide"
    )
    later = work.step(says, big * num(times), unit)
    if unit not in ("minutes", "分钟"):
        later = work.step(
            "换算成分钟" if chinese else "this in minutes",
            later * num(60) if _SECONDS[unit] > 60 else later / num(60),
            "分钟" if chinese else "minutes",
        )
    if first.half == "open" and first.minutes + minutes >= 13 * 60:
        raise Unfit
    shown = first.shown(first.minutes, work.language)
    work.hand(
        "clock",
        f"{told[0]}再过{later.value}分钟是几时几分"
        if chinese
        else f"What time is {later.value} minutes after {shown}",
        "再过这么久又同时。" if chinese else "So long after the first time they come together again.",
        "",
        "再次同时的时刻" if chinese else "the next time",
    )
