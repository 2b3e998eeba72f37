"""The plainest stories in Chinese: so many things at so much, two parts of a class, full boxes, so much a day, an age by another one.

Not read: several kinds of things on one bill (`word_problems`), changes of which no number is told.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import CN, MANY, Story, counted, kind, value, zh
from solver.topics.stories.school.working import Unfit, Working, num

_CL: Final = (
    "个只支枝本块条件张把辆盒袋箱包瓶颗朵棵台双套根盆杯斤千克公斤米串顶副枚粒头匹架艘束碗盘筐桶听罐册页"
)
_C: Final = rf"(?:千克|公斤|[{_CL}])"
_MONEY: Final = "(?P<u>元|角|分)(?:钱)?"
_HOW: Final = rf"(?:一共|共|总共)?(?:要|需要|需|应|得|花了?|用了?|付了?|应付|卖|收入?)?(?:付|花|用)?{MANY}(?:元|角|分)?(?:钱)?"
_WHO: Final = (
    "(?:小[一-龥]|[一-龥]{0,2}(?:妈妈?|爸爸?|老师|爷爷|奶奶|阿姨|叔叔|哥哥|姐姐|弟弟|妹妹)|[我他她])"
)


@kind(
    "元|角|分|钱",
    "zh",
    {
        "lot": (rf"(?:{_WHO})?(?:要)?(?:买了?|卖了?)?(?P<n>{CN})(?P<c>{_C})(?P<x>{zh(5, 0)})",),
        "each": (rf"(?:每|一|1)(?P<c2>{_C})(?P<x2>{zh(5, 0)})(?:是|要|卖|的?价格是|售价)?<m>{_MONEY}", rf"(?P<x2>{zh(5, 0)})(?:的)?(?:单价|价格)?(?:是|为)?每(?P<c2>{_C})<m>{_MONEY}"),
        "lot_each": (rf"(?:{_WHO})?(?:要)?(?:买了?|卖了?)?(?P<n>{CN})(?P<c>{_C})(?P<x>{zh(5, 0)})(?:[,，]?)每(?P<c2>{_C})(?:是|要|卖)?<m>{_MONEY}",),
        "lot_price": (rf"(?:{_WHO})?(?:要)?(?:买了?)?(?P<n>{CN})(?P<c>{_C})(?P<x>{zh(5, 0)})(?:一共|共|要|花了?|卖)?<m>{_MONEY}", rf"(?:花了?|用了?)?<m>{_MONEY}买了?(?P<n>{CN})(?P<c>{_C})(?P<x>{zh(5, 0)})"),
        "paid": (r"(?:付了?|给了?|付出|给售货员|付给售货员|带了?)<g>元(?:钱)?",),
        "ask_cost": (_HOW,),
        "ask_one": (rf"(?:平均)?(?:每|一|1)(?P<c2>{_C})(?P<x2>{zh(5, 0)})(?:是|要|卖|的?价格是)?{MANY}(?:元|角|分)?(?:钱)?",),
        "ask_change": (rf"(?:应|要|应该)?(?:找回|找|剩下|还剩|剩)(?:了)?{MANY}元?(?:钱)?",),
        "ask_can": (rf"(?:用|拿|带)?<g>元(?:钱)?(?:最多)?(?:可以|能|可|够)(?:买)?(?:到)?{MANY}(?P<c3>{_C})<m>元(?:一{_C})?的(?P<x3>{zh(5)})", rf"(?:用|拿|带)?<g>元(?:钱)?(?:最多)?(?:可以|能|可|够)(?:买)?<m>元(?:一|1|每)?(?P<c2>{_C})?的(?P<x3>{zh(5)}){MANY}(?P<c3>{_C})"),
    },
)  # fmt: skip
def _shopping(s: Story, work: Working) -> None:
    if re.search("折|%|送|优惠|满|便宜|贵|涨|降|每天|每小时|另", s.text):
        raise Unfit
    if s.question == "can":
        s.only()
        unit = s.asked.values["c3"]
        if s.asked.values.get("c2", unit) != unit:
            raise Unfit
        work.give(
            work.whole("钱数里有几个单价：用除法", s.told("g"), s.told("m"), unit, up=False),
            unit,
            "可以买的数量",
        )
        return
    if (s.question == "one") != bool(s.all("lot_price")):
        raise Unfit
    s.only("lot", "each", "lot_each", "paid", "lot_price")
    unit, kinds = s.words("u")[0] if len(s.words("u")) == 1 else "", set(s.words("c")) | set(s.words("c2"))
    things = set(filter(None, [*s.words("x"), *s.words("x2")]))
    if len(kinds) != 1 or len(things) > 1 or not unit:
        raise Unfit
    asked = re.search("[元角分](?=钱?$)", s.text.rstrip("？?。"))
    if asked and asked[0] != unit or s.all("paid") and (unit != "元" or s.question != "change"):
        raise Unfit
    if s.question == "one":
        s.only("lot_price")
        price = work.step("单价＝总价÷数量", s.told("m") / counted(s.words("n")[0]), unit)
        work.give(price, unit, "单价")
        return
    cost = work.step("总价＝单价×数量", s.told("m") * counted(s.words("n")[0]), unit)
    if s.question == "change":
        s.one("paid")
        cost = work.step("找回的钱＝付的钱－总价", s.told("g") - cost, unit)
    work.give(cost, unit, "找回的钱" if s.question == "change" else "总价")


_PARTS: Final = (frozenset("男女"), frozenset("公母"), frozenset("黑白"))


@kind(
    "男|女|公|母",
    "zh",
    {
        "part": (r"(?:[一-龥\d]{0,6}?(?:班|队|校|年级|小组|组|兴趣小组|车间|合唱队)(?:里|中|共)?(?:有)?)?(?:其中)?(?P<k>男|女)(?:生|同学|教师|老师|工人?|职工|队员|运动员)?(?:有)?<n>(?:人|名|个|位)",),
        "ask_all": (rf"(?:全班|全队|全校|全组|这个班|班里|一班|二班|三班|两种|他们)?(?:一共|共|总共)?(?:有)?(?:学生|同学)?{MANY}(?:人|名|个|位)(?:学生|同学)?",),
        "ask_more": (r"(?P<a>男|女)(?:生|同学)?比(?P<b>男|女)(?:生|同学)?(?P<w>多|少)(?:多少|几)(?:人|名|个|位)", rf"(?:男女生)?相差{MANY}(?:人|名|个|位)"),
    },
)  # fmt: skip
def _two_parts(s: Story, work: Working) -> None:
    s.only("part")
    told = {said.values["k"]: value(said.values["n"]) for said in s.all("part")}
    if frozenset(told) not in _PARTS or len(s.all("part")) != 2:
        raise Unfit
    men, women = told["男"], told["女"]
    if s.question == "all":
        work.give(work.step("男、女人数合起来", men + women, "人"), "人", "总人数")
        return
    asked = s.asked.values
    more = asked["a"] if asked.get("w") == "多" else asked.get("b", max(told, key=lambda k: told[k].value))
    if asked.get("a") and asked["a"] == asked["b"]:
        raise Unfit
    work.give(
        work.step("相差的人数：用减法", told[more] - told["女" if more == "男" else "男"], "人"), "人", "相差"
    )


@kind(
    "平均分|每人|每[个名位]",
    "zh",
    {
        "shared": (rf"(?:把)?<k>(?:个)?(?P<w>人|小朋友|同学|孩子|学生|小组)(?:来)?(?:平均分|平分)(?:了)?<n>(?P<c>{_C})(?P<x>{zh(4, 0)})", rf"(?:把)?<n>(?P<c>{_C})(?P<x>{zh(4, 0)})(?:平均分|平分)(?:给|成)?<k>(?:个)?(?P<w>人|小朋友|同学|孩子|学生|小组)"),
        "ask": (rf"(?:平均)?每(?:个)?(?P<w2>人|小朋友|同学|孩子|学生|小组)(?:能|可以)?(?:分|得|分到|分得|得到)?{MANY}(?P<c2>{_C})",),
    },
)  # fmt: skip
def _shared(s: Story, work: Working) -> None:
    told = s.one("shared").values
    if told["c"] != s.asked.values["c2"] or s.asked.values["w2"] not in (told["w"], "人"):
        raise Unfit
    each = work.step("平均分：用除法", s.told("n") / s.told("k"), told["c"])
    if each.value.denominator != 1:
        raise Unfit
    work.give(each, told["c"], "每人分得的")


_DAYS: Final = {"一周": 7, "一星期": 7, "一个星期": 7, "1周": 7, "两周": 14, "两星期": 14, "两个星期": 14, "2周": 14, "一年": 12, "半年": 6, "全年": 12}  # fmt: skip
_HOURS: Final = {"一小时": 60, "1小时": 60, "半小时": 30, "一刻钟": 15}
_LONG: Final = {"天": _DAYS, "月": _DAYS, "分钟": _HOURS}


@kind(
    "每天|每个?月|每分钟?",
    "zh",
    {
        "rate": (rf"(?:{_WHO}|{zh(4)})?(?:平均)?每(?P<p>天|个?月|分钟?)(?:能|可以|要)?(?P<v>[一-龥])(?:了)?<n>(?P<c>{_C}|字|页|道|个|元|下|步)(?P<x>{zh(3, 0)})",),
        "ask": (rf"(?:这样|照这样)?(?P<r>{'|'.join([*_DAYS, *_HOURS])})(?:后)?(?:一共|共)?(?:能|可以|要)?(?P<v2>[一-龥])(?:了)?{MANY}(?P<c2>{_C}|字|页|道|个|元|下|步)(?P<x2>{zh(3, 0)})",),
    },
)  # fmt: skip
def _per_day(s: Story, work: Working) -> None:
    told, asked = s.one("rate").values, s.asked.values
    period = told["p"].replace("个月", "月").replace("分钟", "分").replace("分", "分钟")
    inside = _LONG[period].get(asked["r"])
    if inside is None or told["c"] != asked["c2"] or told["v"] != asked["v2"]:
        raise Unfit
    if (period == "月") != ("年" in asked["r"]):
        raise Unfit
    unit = told["c"]
    work.give(
        work.step(f"{asked['r']}是 {inside} {period}", s.told("n") * num(inside), unit), unit, "一共的数量"
    )


@kind(
    "岁",
    "zh",
    {
        "age": (rf"(?:今年)?(?P<a>{zh(4, 1)})(?:今年|现在)?(?:是)?<n>岁(?:了)?",),
        "than": (rf"(?P<b>{zh(4, 1)})(?:今年)?比(?P<c>{zh(4, 1)})(?P<w>大|小)<d>岁",),
        "ask": (rf"(?P<q>{zh(4, 1)})(?:今年|现在)?(?:是)?(?:几|多少)岁(?:了)?",),
    },
)  # fmt: skip
def _age(s: Story, work: Working) -> None:
    s.only("age", "than")
    age, than, asked = s.one("age").values, s.one("than").values, s.asked.values["q"].removesuffix("今年")
    one, other, base = age["a"].removesuffix("今年"), than["b"], than["c"]
    if asked != other or one == other or base not in (one, "他", "她"):
        raise Unfit
    sign = than["w"] == "大"
    found = s.told("n") + s.told("d") if sign else s.told("n") - s.told("d")
    work.give(
        work.step("比他" + ("大：用加法" if sign else "小：用减法"), found, "岁"), "岁", f"{asked}的年龄"
    )


_GONE: Final = (
    rf"(?:(?P<g>{_WHO})|{zh(4)})?(?:给了?|送给?|分给?)(?:{_WHO}|{zh(3)})<x>(?P<c>{_C})(?P<t>{zh(3, 0)})(?:后|以后|之后)?",
    rf"(?:(?P<g>{_WHO})|{zh(4)})?(?:吃了?|用了?|卖了?|卖出|借出|用去|吃掉|卖掉|丢了?|送出)<x>(?P<c>{_C})(?P<t>{zh(3, 0)})(?:后|以后|之后)?",
)
_STILL: Final = rf"(?:自己)?(?:还剩下?|还有|剩下?|还剩有)<z>(?P<c2>{_C})(?:{zh(3, 0)})"


@kind(
    "原来|原有",
    "zh",
    {
        "gone": _GONE,
        "gone_end": tuple(gone + _STILL for gone in _GONE),
        "end": (_STILL,),
        "ask": (rf"(?P<w>{_WHO})?(?:原来|原有)(?:一共)?(?:有)?(?:{zh(3, 0)})?{MANY}(?P<c3>{_C})(?:{zh(3, 0)})",),
    },
)  # fmt: skip
def _at_first(s: Story, work: Working) -> None:
    gone, end = s.all("gone", "gone_end"), s.one("end", "gone_end")
    units = {*s.words("c"), *s.words("c2"), *s.words("c3")}
    givers, asked = set(s.words("g")), s.asked.values.get("w")
    if not gone or len(units) != 1 or len(s.words("t")) > 1 or len(givers) > 1:
        raise Unfit
    if asked is not None and {asked} != givers:
        raise Unfit  # what the other one had, is not told
    unit, now = units.pop(), value(end.values["z"])
    for said in reversed(gone):
        now = work.step("把去掉的加回来", now + value(said.values["x"]), unit)
    work.give(now, unit, "原来的数量")


@kind(
    "前[面边]?.*后[面边]?",
    "zh",
    {
        "line": (rf"(?:[一-龥]{{0,6}}(?:排队|排成一[队排列]|站队)(?:时|上车|买票|做操|放学)?[,，]?)?(?P<w>{_WHO}|{zh(3)})(?:的)?前[面边]?(?:还|共)?有<a>(?:个)?(?:人|名|位)?(?:同学|小朋友|人)?",),
        "behind": (rf"(?:{_WHO})?(?:的)?后[面边]?(?:还|共)?有<b>(?:个)?(?:人|名|位)?(?:同学|小朋友|人)?",),
        "ask": (rf"(?:这一?[队排列]|这个队伍?|队伍?里?|他们)?(?:一共|共|总共)?(?:有)?{MANY}(?:个)?(?:人|名|位)?(?:同学|小朋友|人)?(?:在?排队)?",),
    },
)  # fmt: skip
def _in_line(s: Story, work: Working) -> None:
    s.only("line", "behind")
    s.one("line"), s.one("behind")
    total = work.step("前面的人、他自己（1 人）和后面的人", s.told("a") + num(1) + s.told("b"), "人")
    work.give(total, "人", "这一队的人数")


@kind(
    "对折",
    "zh",
    {
        "folded": (rf"(?:把)?(?:一[根条]|这[根条]){zh(4)}对折(?:(?P<t>{CN})次)?(?:以后|之后|后)?(?:[,，])?(?:的)?(?:全?长|长度)?(?:是|为)?(?:每[段折]长)?<n>(?P<u>米|厘米|分米)",),
        "whole": (rf"(?:把)?(?:一[根条]|这[根条])(?:长)?<n>(?P<u>米|厘米|分米)(?:长)?的{zh(4)}对折(?:(?P<t>{CN})次)?(?:以后|之后|后)?",),
        "ask_first": (rf"(?:这[根条])?{zh(4)}(?:原来|原)(?:的)?(?:有|全长|长度|长)?(?:是)?{MANY}(?P<v>米|厘米|分米)(?:长)?",),
        "ask_each": (rf"(?:现在)?(?:每[段折份])?(?:的)?(?:长|长度是|是)?{MANY}(?P<v>米|厘米|分米)(?:长)?",),
    },
)  # fmt: skip
def _folded(s: Story, work: Working) -> None:
    told = s.one("folded" if s.question == "first" else "whole").values
    times = counted(told["t"]).value if "t" in told else 1
    if told["u"] != s.asked.values["v"] or not 1 <= times <= 6:
        raise Unfit
    layers = num(2)
    for _ in range(int(times) - 1):
        layers = work.step("再对折一次，层数又是 2 倍", layers * num(2))
    long = s.told("n") * layers if s.question == "first" else s.told("n") / layers
    unit = told["u"]
    work.give(
        work.step("对折一次有 2 层：" + ("合起来" if s.question == "first" else "平均分"), long, unit),
        unit,
        "长度",
    )
