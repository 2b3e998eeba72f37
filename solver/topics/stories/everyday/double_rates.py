"""So many do so much in so long: how much others do in another time, how many are needed, how long they take.

Read: everybody at the same pace, told once. Not read: a pace that changes, people who come later or stop.
"""

from __future__ import annotations

from typing import Final

from solver.topics.stories.everyday.kinds import MANY, Story, en, kind, value
from solver.topics.stories.school.working import Unfit, Working

_SAYS: Final = {
    "one": ("what one does in one unit of time", "一个在单位时间里完成的量"),
    "all": ("what one does, times how many, times how long", "每份的量×个数×时间"),
    "each": ("what one does in that time", "一个在这段时间里完成的量"),
    "many": ("all of it divided by what one does in that time", "总量÷一个在这段时间里完成的量"),
    "pace": ("what they do in one unit of time", "它们在单位时间里完成的量"),
    "long": ("all of it divided by what they do in one unit of time", "总量÷单位时间里完成的量"),
}
_TIME: Final = "(?:seconds?|minutes?|hours?|days?|weeks?|months?)"
_WHO: Final = (
    r"(?P<w>(?!hours|days|minutes|weeks)[a-z]+)(?: working)?(?: at the same (?:rate|speed|pace)| together)?"
)
_SAME: Final = r"(?:such |similar |identical |of these |of the same |equally fast )?"
_DOES: Final = r"(?:can |could |will |would )?(?P<v>(?!do|need|take|have)[a-z]+)"
_MUCH: Final = rf"(?P<u>(?!in )[a-z]+)(?: of {en(2)})?"
TABLE_EN: Final = {
    "told": (
        rf"(?:if )?<a> {_WHO} {_DOES} <r> {_MUCH} in <t> (?P<z>{_TIME})",
        rf"(?:if )?in <t> (?P<z>{_TIME}) <a> {_WHO} {_DOES} <r> {_MUCH}",
        rf"(?:if )?it takes <a> {_WHO} <t> (?P<z>{_TIME}) to (?P<v>[a-z]+) <r> {_MUCH}",
    ),
    "idle": (r"(?:working )?at (?:this|that|the same) (?:rate|speed|pace)", r"(?:if )?(?:they )?(?:all )?work(?:ing)? at the same (?:rate|speed|pace)"),
    "ask_all": (
        rf"(?:then )?how many (?P<u>[a-z]+)(?: of {en(2)})? (?:do |does |can |could |will |would )?<b> {_SAME}{_WHO} (?P<v>[a-z]+) in <s> (?P<z>{_TIME})",
        rf"(?:then )?how many (?P<u>[a-z]+)(?: of {en(2)})? (?:can|could|will|would) be (?P<v>[a-z]+) by <b> {_SAME}{_WHO} in <s> (?P<z>{_TIME})",
    ),
    "ask_many": (rf"(?:then )?how many (?P<w>[a-z]+) (?:are needed|will be needed|would be needed|are required|does it take|would it take) to (?P<v>[a-z]+) <q> {_MUCH} in <s> (?P<z>{_TIME})",),
    "ask_long": (
        rf"(?:then )?how (?:long|many (?P<z>{_TIME})) (?:will|would|does|do) (?:it take )?(?:for )?<b> {_SAME}{_WHO} (?:take )?to (?P<v>[a-z]+) <q> {_MUCH}",
    ),
}  # fmt: skip


def _stem(word: str) -> str:
    """Of a verb or a noun, whichever of its usual endings it has."""
    for ending in ("ies", "es", "ed", "s", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


@kind(r"\bin \d|\bto [a-z]+ \d", "en", TABLE_EN)
def _in_english(s: Story, work: Working) -> None:
    s.only("told")
    s.one("told")
    if any(len({_stem(word) for word in s.words(name)}) != 1 for name in ("w", "v", "u", "z")):
        raise Unfit
    units = {
        "all": s.asked.values.get("u", ""),
        "many": s.asked.values.get("w", ""),
        "long": s.words("z")[0],
    }
    _worked(s, work, units[s.question])


_T: Final = "(?P<z>天|次|小时|分钟|周)"
_M: Final = "(?P<m>[台个名人辆头只条艘匹架部位])"
_THING: Final = r"(?:同样的|这样的|相同的)?(?P<w>(?!同样|这样|相同)[\u4e00-\u9fff]{1,4}?)"
_V: Final = r"(?P<v>耕地?|织布?|运货?|运|磨面粉?|加工零件?|加工|生产零件?|生产|修路?|修|挖土?|挖|种树?|种|植树|打字?|印|收割|割|抽水|做|制造)"
_U: Final = r"(?P<u>公顷|亩|米|千米|吨|千克|个|棵|件|套|箱|字|立方米|方|页|份)"
TABLE_ZH: Final = {
    "told": (rf"<a>{_M}{_THING}<t>{_T}(?:可以?|能|共)?{_V}<r>{_U}[\u4e00-\u9fff]{{0,3}}",),
    "idle": ("(?:照|按)(?:照)?(?:这样|这个|同样的?)(?:的)?(?:速度|效率|计算|算)?",),
    "ask_all": (
        rf"<b>{_M}{_THING}<s>{_T}(?:一共|共)?(?:可以?|能够?)?{_V}{MANY}{_U}[\u4e00-\u9fff]{{0,3}}",
    ),
    "ask_many": (
        rf"(?:如果|若|要是)?(?:要|想)?(?:在)?<s>{_T}(?:内|里)?(?:要)?{_V}<q>{_U}[\u4e00-\u9fff]{{0,3}},?(?:需要?|要|得){MANY}{_M}{_THING}",
        rf"(?:如果|若|要是)?(?:要)?{_V}<q>{_U}[\u4e00-\u9fff]{{0,3}},?(?:要求?)?<s>{_T}(?:内)?(?:完成|{_V.replace('<v>', '<v2>')}完),?(?:需要?|要){MANY}{_M}{_THING}",
    ),
}  # fmt: skip


@kind("照|按", "zh", TABLE_ZH)
def _in_chinese(s: Story, work: Working) -> None:
    s.only("told")
    s.one("told")
    if any(len(s.words(name)) != 1 for name in ("m", "w", "v", "u", "z")) or not s.all("idle"):
        raise Unfit
    _worked(s, work, s.words("m" if s.question == "many" else "u")[0])


def _worked(s: Story, work: Working, unit: str) -> None:
    said = {name: pair[work.language == "zh"] for name, pair in _SAYS.items()}
    told = s.one("told").values
    a, t, r = (value(told[name]) for name in "atr")
    if any(n.value <= 0 for n in (a, t, r)):
        raise Unfit
    one = work.step(said["one"], r / a / t)
    if s.question == "all":
        answer = work.step(said["all"], one * s.told("b") * s.told("s"), unit)
    elif s.question == "many":
        answer = work.step(said["many"], s.told("q") / work.step(said["each"], one * s.told("s")), unit)
        if answer.value.denominator != 1:
            raise Unfit
    else:
        answer = work.step(said["long"], s.told("q") / work.step(said["pace"], one * s.told("b")), unit)
    work.give(answer, unit, unit)
