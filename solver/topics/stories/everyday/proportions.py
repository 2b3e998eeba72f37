"""Sharing in a ratio, two numbers with their ratio, the same work at another pace, a recipe for more people.

Not read: shares of what is left, ratios that change, a pace that is told by how much more it is.
"""

from __future__ import annotations

import re
from functools import reduce
from typing import Final

from solver.topics.clauses import Said
from solver.topics.stories.everyday.kinds import MANY, MONEY, Story, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_M: Final = "(?:本|个|棵|元|吨|千克|克|只|张|支|米|人|块|颗|件|平方米|公顷|条|升|毫升|盒|瓶)"
_ABC: Final = "<a>:<b>(?::<c>)?"
_SAYS: Final = {
    "parts": ("how many equal parts there are in all", "一共平均分成的份数"),
    "part": ("one part", "每一份"),
    "apart": ("by how many parts they differ", "两个数相差的份数"),
    "share": ("a share: so many parts", "其中几份"),
    "total": ("all of it: what is done each time, times how often", "总数：每份数×份数"),
    "times": ("how often that goes into all of it", "总数÷新的每份数"),
    "pace": ("all of it divided by how often", "总数÷新的份数"),
    "one": ("what one needs", "一份的量"),
    "all": ("what is needed for so many", "所需的量"),
}  # fmt: skip


def _says(work: Working, key: str) -> str:
    return _SAYS[key][work.language == "zh"]


def _shares(
    s: Story, work: Working, total: Term, wanted: list[int], unit: str, *, apart: bool = False
) -> None:
    """The shares of these places, of a total or a difference that the ratio divides."""
    ratio = [s.told(name) for name in "abc" if s.has(name)]
    if any(r.value <= 0 for r in ratio) or any(i >= len(ratio) for i in wanted) or apart and len(ratio) != 2:
        raise Unfit
    if apart:
        more, less = sorted(ratio, key=lambda r: -r.value)
        parts = work.step(_says(work, "apart"), more - less)
    else:
        parts = work.step(_says(work, "parts"), reduce(Term.__add__, ratio))
    part = work.step(_says(work, "part"), total / parts, unit)
    for k, i in enumerate(wanted):
        share = work.step(_says(work, "share"), part * ratio[i], unit)
        if ratio[i].value == 1:
            share = part
        give = work.give if k == 0 else work.give_also
        label = f"第{i + 1}份" if work.language == "zh" else f"share {i + 1}"
        give(share, unit, label)


@kind(
    "比|按",
    "zh",
    {
        "shared": (rf"{zh(6)}(?:把|将|有)?{zh(2)}<n>(?P<u>{_M}){zh(8)}按(?:照)?{_ABC}的?(?:比例?)?(?:来)?(?:进行)?(?:分配|分)?(?:分)?给(?P<who>{zh(14, 1)})",),
        "ask": (rf"(?:这)?(?:每(?:个)?{zh(3, 1)}|{zh(10)})(?:各|分别)?(?:可以|应该|应|能)?(?:分|得)(?:到|得)?{MANY}(?P<u>{_M}){zh(4)}",),
    },
)  # fmt: skip
def _shared_in_chinese(s: Story, work: Working) -> None:
    s.one("shared")
    if len(s.words("u")) != 1 or not re.search("各|每|分别", s.text):
        raise Unfit
    many = 3 if s.has("c") else 2
    names = re.search(
        "([二两三2-9])[个名位]?(?:班|人|队|年级|小组|组|村|同学|学生|小朋友|单位)", s.words("who")[0]
    )
    if names and {"二": 2, "两": 2, "三": 3}.get(names[1], 0) != many and names[1] != str(many):
        raise Unfit
    _shares(s, work, s.told("n"), list(range(many)), s.words("u")[0])


@kind(
    "比",
    "zh",
    {
        "ratio": (rf"(?:已知)?(?P<p>甲)和?(?P<q>乙)(?:和?(?P<r>丙))?(?:两|2|三|3)?个?(?:数)?的?之?比(?:是|为){_ABC}",),
        "sum": ("(?:它们|他们|这?[两三]个?数|[两三]数|甲和?乙(?:和?丙)?(?:[两三]个?数)?)?的?和(?:是|为)<n>",),
        "diff": ("(?:它们|他们|这?两个?数|两数|甲和?乙(?:两个?数)?)?的?差(?:是|为)<n>",),
        "ask_all": (rf"(?:求)?(?:这|甲和?乙(?:和?丙)?)?(?:[两三23]个?)?数?(?:各|分别)(?:是|为)?{MANY}", "求(?:这|甲和?乙(?:和?丙)?)?[两三23]个?数"),
        "ask_one": (rf"(?:求)?(?P<w>[甲乙丙])(?:数)?(?:是|为)?{MANY}", "求(?P<w>[甲乙丙])(?:数)?"),
    },
)  # fmt: skip
def _numbers_in_ratio(s: Story, work: Working) -> None:
    s.only("ratio", "sum", "diff")
    told = s.one("sum", "diff")
    many = 3 if s.has("r") else 2
    if many != (3 if s.has("c") else 2):
        raise Unfit
    wanted = list(range(many)) if s.question == "all" else ["甲乙丙".index(s.asked.values["w"])]
    _shares(s, work, value(told.values["n"]), wanted, "", apart=told.kind == "diff")


@kind(
    "比",
    "zh",
    {
        "ratio": (rf"(?:一种{zh(6)}(?:是|由|中)?)?(?:用)?(?P<names>{zh(10, 1)})的?(?:质量|重量|体积)?(?:之)?比(?:是|为){_ABC}", rf"一种{zh(8)}(?:是)?(?:由|用)(?P<names>{zh(10, 1)})按(?:照)?(?:质量比|重量比)?{_ABC}的?(?:比例?)?(?:配制|混合|搅拌|配)?(?:而)?成?的?"),
        "total": (rf"(?:现在?|如果|若)?(?:需?要|想)?(?:配制|搅拌|配成|配)(?:成)?(?:这种{zh(4)}|{zh(4)})?<n>(?P<u>吨|千克|克|升|毫升)(?:这样的|这种|的)?{zh(6)}",),
        "ask": (rf"(?:这)?(?:[两三23]种(?:材料|原料)?|{zh(8)})?(?:各|分别)(?:需要?|要|用)(?:{zh(4)})?{MANY}(?P<u>吨|千克|克|升|毫升)",),
    },
)  # fmt: skip
def _mixed_in_ratio(s: Story, work: Working) -> None:
    s.only("ratio", "total")
    s.one("ratio"), s.one("total")
    names = re.split("和|与", s.words("names")[0])
    many = 3 if s.has("c") else 2
    if len(s.words("u")) != 1 or len(names) != many:
        raise Unfit
    _shares(s, work, s.told("n"), list(range(many)), s.words("u")[0])


_V: Final = "(?:看|读|修|运|烧|吃|装|加工|生产|铺|耕|种|栽|织|挖|抄|背|做|写|练|用)"
_T: Final = "(?:天|次|小时|分钟|周)"
_U: Final = "(?:页|米|千米|吨|千克|个|棵|公顷|字|件|套|箱|辆|本|台|袋|道|公斤)"


@kind(
    "每(?:天|次|小时|分钟|周)",
    "zh",
    {
        "idle": (rf"{_V}(?:一|1)(?:条|本|批|份|段|块|部)[\u4e00-\u9fff]{{1,4}}", r"(?:有)?(?:一|1)(?:条|本|批|份|段|堆|部)[\u4e00-\u9fff]{1,4}", rf"[\u4e00-\u9fff]{{2,4}}(?:{_V}|有)(?:一|1)(?:条|本|批|份|段|堆|部)[\u4e00-\u9fff]{{1,4}}"),
        "rate": (rf"(?:如果|若|要是|现在|改为|改成|假如)?(?:(?:一|1)(?:条|本|批|份|段|堆|部)[\u4e00-\u9fff]{{1,4}})?{zh(5)}每(?P<t>{_T})(?P<v>{_V})<r>(?P<u>{_U}){zh(3)}",),
        "times": (rf"{zh(2)}(?:可以|可|能|要|用|需要)?(?P<v>{_V})?(?:正好|刚好|恰好)?<n>(?P<t>{_T})(?:可以|能|就)?(?:(?P<v2>{_V})(?:完|好)|完成)(?:任务)?", rf"(?:可以|可|能)(?P<v>{_V})<n>(?P<t>{_T})"),
        "goal": (rf"(?:如果|若|要是|现在|想|计划|实际)*(?:要|想|要求)?(?:在)?<m>(?P<t>{_T})(?:内)?(?:(?P<v>{_V})(?:完|好)|完成)",),
        "ask_times": (rf"{zh(3)}(?:多少|几)(?P<t>{_T})(?:可以|能|就)?(?:能)?(?:(?P<v>{_V})(?:完|好)|完成)(?:任务)?", rf"(?:可以|可|能)(?P<v>{_V})(?:多少|几)(?P<t>{_T})"),
        "ask_rate": (rf"(?:平均)?每(?P<t>{_T})(?:平均)?(?:要|应|应该|需要|需|得|至少){{0,2}}(?P<v>{_V})(?:多少|几)(?P<u>{_U}){zh(3)}",),
    },
)  # fmt: skip
def _another_pace(s: Story, work: Working) -> None:
    verbs = set(s.words("v")) | set(s.words("v2"))
    order = [said.kind for said in s.said if said.kind != "idle"]
    if len(verbs) != 1 or len(s.words("t")) != 1 or len(s.words("u")) != 1:
        raise Unfit
    unit, time = s.words("u")[0], s.words("t")[0]
    if order == ["rate", "times", "rate", "ask_times"]:
        first, second = s.all("rate")
        total = work.step(_says(work, "total"), value(first.values["r"]) * s.told("n"), unit)
        work.give(
            work.step(_says(work, "times"), total / value(second.values["r"]), time),
            time,
            "时间" if time != "次" else "次数",
        )
        return
    if s.question == "rate" and order in (
        ["rate", "times", "goal", "ask_rate"],
        ["rate", "times", "times", "ask_rate"],
    ):
        times = [value(said.values.get("n") or said.values["m"]) for said in s.all("times", "goal")]
        total = work.step(_says(work, "total"), s.told("r") * times[0], unit)
        work.give(work.step(_says(work, "pace"), total / times[1], unit), unit, f"每{time}的量")
        return
    raise Unfit


@kind(
    r"\bratio\b",
    "en",
    {
        "shared": (rf"(?:share|divide|split) (?:{MONEY}|<k> (?P<u>{en(2)})) (?:between|among|amongst) (?:{en(2)}(?:, )?){{1,2}}and {en(2)}in (?:the|a) ratio (?:of )?<a> ?: ?<b>(?: ?: ?<c>)?",),
        "ask": (rf"how (?:much|many {en(2)}) ?(?:does|will|do|should) (?:each(?: of them| person| one| child)?|they each) (?:get|receive|have)", r"(?:find|what is|what are|calculate) (?:each|the) (?:person'?s? )?(?:share|shares|amounts?)(?: of each(?: person)?)?"),
    },
)  # fmt: skip
def _shared_in_english(s: Story, work: Working) -> None:
    s.only("shared")
    names = re.search(r"(?:between|among|amongst) (.+?) in (?:the|a) ratio", s.text)
    many = 3 if s.has("c") else 2
    if names is None or len([n for n in re.split(r",(?: and)? | and ", names[1]) if n.strip()]) != many:
        raise Unfit
    unit = (s.words("u") or ["dollars" if "$" in s.text else ""])[0]
    _shares(s, work, s.told("m" if s.has("m") else "k"), list(range(many)), unit)


_WHAT: Final = r"(?P<w>[a-z]+(?: [a-z]+)?)"
_WEIGHED: Final = {"grams": "g"}
_EU: Final = "(?P<u>g|kg|ml|l|cups|eggs|grams|tablespoons|teaspoons|ounces)"


@kind(
    r"\b(?:recipe|serves|people|servings)\b",
    "en",
    {
        "base": (
            rf"(?:my|the|a|an|this) (?:{en(2)})?recipe (?:is )?(?:for|serves|feeds) <a>(?: people| persons| servings)? (?:and )?(?:uses|needs|requires|calls for|takes) <x> ?{_EU} (?:of )?{_WHAT}",
            rf"(?:my|the|a|an|this) (?:{en(2)})?recipe (?:uses|needs|requires|calls for|takes) <x> ?{_EU} (?:of )?{_WHAT} (?:for|to serve|to feed) <a> (?:people|persons|servings)",
        ),
        "more": (r"(?:i'm|i am|we are|we're|she is|he is) cooking for <b>(?: people| persons)?",),
        "ask": (rf"how many {_EU} of {_WHAT} (?:do i need|do we need|does (?:he|she) need|are needed|will (?:i|we|he|she) need)(?: for <b>(?: people| persons| servings)?)?", rf"how much {_WHAT} (?:do i need|do we need|does (?:he|she) need|is needed|are needed|will (?:i|we|he|she) need)(?: for <b>(?: people| persons| servings)?)?",),
    },
)  # fmt: skip
def _recipe(s: Story, work: Working) -> None:
    s.only("base", "more")
    base: Said = s.one("base")
    if len(s.words("w")) != 1 or len({_WEIGHED.get(u, u) for u in s.words("u")}) != 1:
        raise Unfit
    unit = base.values["u"]
    one = work.step(_says(work, "one"), s.told("x") / s.told("a"), unit)
    work.give(work.step(_says(work, "all"), one * s.told("b"), unit), unit, _says(work, "all"))


@kind(
    r"\bpages\b",
    "en",
    {
        "rate": (rf"(?P<p>{en(2)})(?:reads|read) <r> pages (?:a|per|each|every) day (?:he|she|they)? ?(?:will |can |could |would )?(?:finish|finishes|read|complete)s? (?:his |her |the |a |their )?{en(3)}in <n> days",),
        "goal": (r"(?:he|she|they) (?:has|have|wants|want|needs|need) to (?:return it|give it back|finish it|finish|finish the book) (?:after|in|within) <m> days(?: instead)?",),
        "ask": (r"how many pages (?:must|should|does|do|will) (?:he|she|they) (?:have to |need to )?read (?:each|every|a|per) day(?: to finish(?: it| the book)?(?: in time| on time)?)?",),
    },
)  # fmt: skip
def _pages_a_day(s: Story, work: Working) -> None:
    s.only("rate", "goal")
    if num(0).value in (s.told("m").value, s.told("n").value):
        raise Unfit
    total = work.step(_says(work, "total"), s.told("r") * s.told("n"), "pages")
    work.give(
        work.step(_says(work, "pace"), total / s.told("m"), "pages"), "pages", "the number of pages a day"
    )
