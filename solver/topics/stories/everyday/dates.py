"""How many days from one date to another, both counted. Not read: dates of which nobody says whether both count, years of which nobody says whether they are leap years."""

from __future__ import annotations

import re
from calendar import isleap
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, zh
from solver.topics.stories.school.working import Unfit, Working, num

_NAMES: Final = (
    "january february march april may june july august september october november december".split()
)
_MONTH: Final = "|".join(_NAMES)
_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _date(k: str) -> str:
    return rf"(?:(?:the )?(?P<d{k}>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m{k}>{_MONTH})|(?P<n{k}>{_MONTH}) (?:the )?(?P<e{k}>\d{{1,2}})(?:st|nd|rd|th)?)(?: ?,? ?(?P<y{k}>(?:19|20)\d\d))?"


_BOTH: Final = r"(?:inclusive(?: of both (?:dates|days))?|(?:including|counting|include|count|counts) (?:both (?:of )?(?:these |those |the )?(?:dates|days|end dates)|both the first and (?:the )?last days?|(?:both )?(?:the )?first and (?:the )?last days?|both the (?:start|opening|first) and (?:the )?(?:end|closing|last) (?:dates?|days?)|the (?:start|first|opening) (?:day|date) and the (?:end|last|closing) (?:day|date)|both)|both (?:dates|days) (?:are )?(?:included|counted))"
_RUN: Final = r"(?:runs?|lasts?|is (?:open|closed|held|on)|was (?:open|closed|held|on)|goes on|took place|takes place|went on|stays|stayed|is away|was away)"


@kind(
    _MONTH,
    "en",
    {
        "from": (rf"{en(4)}{_RUN} from {_date('1')} (?:to|until|till|through) {_date('2')}(?: ?,? {_BOTH})?", rf"{en(4)}(?:starts?|opens?|begins?|started|opened|began) on {_date('1')} (?:and|,) (?:ends?|closes?|finishes|ended|closed|finished) on {_date('2')}(?: ?,? {_BOTH})?"),
        "counted": (rf"\(?{_BOTH}\)?",),
        "ask": (
            rf"how many days (?:are there )?(?:from|between) {_date('1')} (?:to|until|till|through|and) {_date('2')} ?,? ?\(?{_BOTH}\)?",
            rf"how many days (?:are there )?(?:from|between) {_date('1')} (?:to|until|till|through|and) {_date('2')}",
            rf"how many days (?:does|did|is|was|will) (?:the |it|this|she|he|they){en(2, 0)} ?(?:last|open|closed|run|stay|held|go on|away|on)?(?: (?:for|in total|altogether))?(?: ?,? ?{_BOTH})?",
            rf"for how many days (?:is|was|does|did) (?:the |it|she|he){en(2, 0)} ?(?:open|closed|last|run|held|on|away)(?: ?,? ?{_BOTH})?", r"how many days is (?:that|this)(?: altogether| in total| in all)?",
        ),
    },
)  # fmt: skip
def _inclusive(s: Story, work: Working) -> None:
    if not re.search(_BOTH, s.text):
        raise Unfit
    places = [said.values for said in s.said if {"d1", "n1"} & set(said.values)]
    if len(places) != 1:
        raise Unfit
    dates = []
    for k in "12":
        name = places[0].get(f"m{k}") or places[0][f"n{k}"]
        dates.append((_NAMES.index(name) + 1, int(places[0].get(f"d{k}") or places[0][f"e{k}"])))
    years = {places[0][y] for y in ("y1", "y2") if y in places[0]}
    _count(work, dates[0], dates[1], years)


_DZ: Final = r"(?P<m{0}>\d{{1,2}})月(?P<d{0}>\d{{1,2}})[日号]"
_D1, _D2 = _DZ.format(1), _DZ.format(2)
_BEGAN: Final = (
    "(?:开始|开营|开幕|开工|开学|开展|动工|出发|放假|施工|展出|上课|营业|入住|离家|参加[\u4e00-\u9fff]{1,4})"
)
_ENDED: Final = "(?:结束|闭营|闭幕|完工|竣工|完成|放假|为止|止|离开|回来)"
_ALL: Final = r"(?:开[\u4e00-\u9fff]{1,2}(?:和|与)[\u4e00-\u9fff]{1,3}(?:的)?(?:当天|那天|两天)?都?(?:算|计算|包括)在?内|(?:包括|含|算上|连)(?:首尾|头尾|这|开始和结束的?|起止)(?:两天|2天|在内)*|(?:首尾|头尾|两头)(?:两天|2天)?都?(?:算|计算|包括)(?:在内)?)"
_HELD: Final = "(?:展出|放假|放|训练|参加训练|开放|营业|施工|修|上课|举行|举办|进行|用|住|有|旅行|参加[\u4e00-\u9fff]{1,4})"


@kind(
    r"\d月\d{1,2}[日号]",
    "zh",
    {
        "from": (rf"(?:{zh(8)})(?:从|于|自)?{_D1}(?:{_BEGAN})?(?:,|，)?(?:一直)?(?:到|至)(?:了)?{_D2}(?:{_ENDED}|{_HELD})?(?:{zh(2)})?",),
        "year": (r"(?:这一?年是)?(?P<y>(?:19|20)\d\d)年", "(?P<plain>(?:这一?年(?:是)?)?平年)"),
        "counted": (_ALL,),
        "ask": (rf"(?:这次|这个|这段)?(?:{zh(4)})(?:一共|共|总共)(?:{_HELD})?了?(?:多少|几)天", rf"(?:{_HELD})了?(?:多少|几)天", r"是(?:多少|几)天"),
    },
)  # fmt: skip
def _inclusive_in_chinese(s: Story, work: Working) -> None:
    told = s.one("from").values
    if "一共" not in s.text and "共" not in s.text and "1共" not in s.text and not s.all("counted"):
        raise Unfit
    years = {said.values["y"] for said in s.all("year") if "y" in said.values}
    _count(work, (int(told["m1"]), int(told["d1"])), (int(told["m2"]), int(told["d2"])), years)


def _count(work: Working, first: tuple[int, int], last: tuple[int, int], years: set[str]) -> None:
    """The days of every month, the first day and the last one counted."""
    if len(years) > 1 or any(not 1 <= m <= 12 or not 1 <= d <= 31 for m, d in (first, last)):
        raise Unfit
    (m1, d1), (m2, d2) = first, last
    over = (m2, d2) < (m1, d1)
    months = (
        [m1, *((k - 1) % 12 + 1 for k in range(m1 + 1, m2 + 12 * over)), m2] if m1 != m2 or over else [m1]
    )
    if 2 in months[:-1] and not years or over and years:
        raise Unfit  # is there a 29 February?
    days = [n + (k == 2 and bool(years) and isleap(int(next(iter(years))))) for k, n in enumerate(_DAYS, 1)]
    if d1 > days[m1 - 1] or d2 > days[m2 - 1] or m1 == m2 and over:
        raise Unfit
    chinese = work.language == "zh"

    def name(month: int) -> str:
        return f"{month}月的天数" if chinese else f"days in {_NAMES[month - 1].capitalize()}"

    unit, label = ("天", "一共的天数") if chinese else ("days", "the number of days")
    if m1 == m2:
        says = "首尾都算，所以要加1" if chinese else "both days count, so one more than the difference"
        work.give(work.step(says, num(d2) - num(d1) + num(1), unit), unit, label)
        return
    total = work.step(
        f"{name(m1)}（首日也算，所以加1）" if chinese else f"{name(m1)}, the first day counts too",
        num(days[m1 - 1]) - num(d1) + num(1),
        unit,
    )
    for month in months[1:-1]:
        total = work.step(
            f"加上{name(month)}" if chinese else f"add the {name(month)}", total + num(days[month - 1]), unit
        )
    work.give(
        work.step(f"加上{name(m2)}" if chinese else f"add the {name(m2)}", total + num(d2), unit), unit, label
    )
