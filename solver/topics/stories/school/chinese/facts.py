"""What single clauses say: an amount, so many in each, what is left, more than another, what is asked.

A clause that says something else is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER, UNIT, Marks, unit_of

GAIN: Final = "买来|买回|买进|运来|运进|又来|上来|上车|进来|开来|飞来|跑来|游来|捐来|收到|得到|送来|拿来|抱来|搬来|借来|增加|添|走来|来|加入|转来|送给她|送给他|送给我|给她|给他|还回"
LOSE: Final = (
    "吃掉|吃|喝|用掉|用去|用|花|卖出|卖掉|卖|售出|送给|送出|送走|借给|借出|借走|借去|拿走|取走|运走|飞走|开走|走掉|走了|下车|下去|丢|坏|打碎|吹灭|灭|捐给|捐出|捐|分给|分出|发给|发出|寄|烧|抱走|搬走|领走|"
    "摘走|摘掉|摘下|倒出|倒掉|离开|跑掉|游走|死|截去|剪去|剪掉|剪下|锯下|用完|运出|调走|转走|给了|送了|发了|喂"
)
DONE: Final = (
    "写|做|看|读|修|种|栽|植|拔|摘|采|捡|拾|钓|画|折|剪|织|跑|走|行驶|行|骑|跳|叠|挖|收割|收集|收|铺|耕|打|印|加工|生产|完成|装|包|安装|背|抄|抓|找到|找|答对|练|游|运|抬|投|扎|搬|采集|收获|踢|拍|得|挣|赚|存|攒|缝|洗|擦|刷|涂|"
    "节约|回收|制作|编|搭|抢修|浇|养|捐书|捐款|植树|种树|栽树|跳绳|踢毽|坐|参加|爬|借|买|贴|发"
)
HAVE: Final = "有|带了|带|养了|养|买了|买|放着|放|停着|停放着|住着|存有|收藏|原有|共有|需要|要|是|为|长|重|高|达|点了|点|装着|坐着|坐"
VERB: Final = re.compile(
    f"(?:({GAIN})|({LOSE})|({DONE})|({HAVE}))(?:了|着|过|好|完|出|上|掉|下|到|去|入|进|起来)*$"
)
_LEAD: Final = re.compile(
    "^(?:那么|那|已知|如果|假如|若|请问|问|请你算一算|请你算一下|请你算出|请你求出|求|后来|然后|接着|首先|最后|这时|其中|照这样计算|照这样算|照这样|按照这样计算|但是|但|而且|并且|于是|结果|因此|实际(?:上(?!半))?|目前|同时|在|最后|再|又|还|先|也|已经|已|从中|正好|刚好)+"
)
ODD: Final = re.compile(
    "[每比各均几倍折占不没未除剩余差距隔超半双之率]|只(?!有|带|买|做|用)|往返|来回|如果|同样|一样|相等|平均|最|至|减|加上|乘|以内|从.*到|都|另"
)
_SCENE_ODD: Final = re.compile(
    "[不没未两除双都各只全也还再又剩余多少比倍每均同半几等共另超满折免赠借退返回坏丢破死左右掉]|送(?!货|化肥|水|信|菜)|最(?!后|近)|一样|一些|其|往返|从前面|从后面|变|面积|[价卖售利润]"
)
PLAIN: Final = re.compile("再?开车时|同学|同时|公共|比赛|其乐|全家|半路")
TIME: Final = frozenset("小时 分钟 秒 天 周 月 年 次".split())
WHOLE: Final = "整体"
FRACTION_IN: Final = re.compile(FRACTION)
NUMBER_IN: Final = re.compile(NUMBER)
MORE: Final = "多|贵|大|长|重|高|快|宽|深|增加"
LESS: Final = "节省|节约|少|便宜|小|短|轻|矮|低|慢|窄|浅|减少"
YIELD: Final = (
    "榨|碾|磨|出|产|含|换|装|坐|住|卖|用|需|要|重|有|放|分|捆|扎|做|站|种|铺|加工|炸|晒|炼|兑换|酿|织|租"
)
N, U = f"({NUMBER})", f"({UNIT})"


_VERB_NOUN: Final = "(.{0,8}?)(?:(买来|买回|买进|运来|运进|收到|购进)|(卖出|卖掉|售出|吃掉|用去|借出|捐出|运走)|(生产|加工|完成|收割|制作))了?([^给到完]{1,5})"


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of something; `role`: have, gain, lose, done, left, lack; `lead`: small words before it."""

    value: Fraction
    unit: str
    label: str
    noun: str
    role: str
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """So much of one thing goes with so much of another: 6 in each box, 3 hens in a cage, 4 kg of oil from 10 kg."""

    left: Amount
    right: Amount
    every: bool = False  # said of every one (每), not of one thing


@dataclass(frozen=True, slots=True)
class Some:
    """An unknown number of things was taken away or added."""

    role: str


@dataclass(frozen=True, slots=True)
class Compared:
    """`label` is `times` of `base` and `more` besides."""

    label: str
    base: str
    times: Fraction
    more: Fraction
    unit: str
    noun: str = ""
    bare: bool = False
    part: bool = False  # of a whole that was told before (其中)


@dataclass(frozen=True, slots=True)
class Asked:
    """How much is asked for. `per`: of one such thing; `scale` of the unit (万)."""

    unit: str
    noun: str
    label: str
    kind: str
    per: Amount | None = None
    scale: int = 1
    other: str = ""
    count: int = 0


Fact = Amount | Pair | Some | Compared | Asked


def strip(clause: str) -> tuple[str, str]:
    """A clause without the small words before it, and those words."""
    match = _LEAD.match(clause)
    return (clause[match.end() :], match[0]) if match else (clause, "")


def is_scene(clause: str) -> bool:
    """Whether a clause without numbers only sets the scene."""
    return not re.search(f"{NUMBER}|{FRACTION}|多少|几", clause) and not _SCENE_ODD.search(
        PLAIN.sub("", clause)
    )


def amount(pre: str, value: Fraction, unit: str, post: str, lead: str = "") -> Amount | None:
    """ "小明买了" 5 "个" "苹果" as an amount."""
    if len(pre) > 16 or len(post) > 14 or re.search("(?:前|后|第|超过|[^收得买送分拿捡看走领找采]到)$", pre):
        return None
    if unit == "元" and re.search("[付找退]", pre):
        return None
    if unit in TIME:
        post = re.sub("^后", "", post)
    pre = re.sub("^(?:这|那|把|将)", "", re.sub("比赛", "赛", pre))
    post = re.sub("比赛", "赛", post)
    if unit in ("千米", "米"):
        pre = re.sub("^从(.{1,6})到(.{1,6}?)(?:有|长|是|共)", r"\1\2", pre)
    if (
        ODD.search(re.sub("[上下]半|半年|半月", "", VERB.sub("", pre)))
        or ODD.search(post)
        or re.search("后$", post)
    ):
        return None
    marks = lead + "".join(re.findall("一共|总共|共|原来|原|现在|又|再|已经|已|还", pre))
    pre = re.sub(
        "一共|总共|(?<!公)共|原来|原有|现在|又|再|已经|已|还|需要|准备|打算|想|只(?=有|带|买|做|用)", "", pre
    )
    verb = VERB.search(pre)
    if verb and verb[4] and re.match("(?:下车|上车|飞走|离开|借走|走了|游走)", post):
        verb = None
    after = re.match(f"(.*?)(?:被(?:人)?|让)?(?:({GAIN})|({LOSE}))了?(?:.*)$", post) if not verb else None
    role = "have"
    label = pre
    if not verb and (sold := re.fullmatch(_VERB_NOUN, pre)):
        role = "gain" if sold[2] else "lose" if sold[3] else "done"
        return Amount(value, unit_of(unit, sold[5]), sold[1], sold[5], role, marks)
    if (
        given := re.match("(?:又|再)?(?:送给|分给|借给|发给|捐给|卖给|运给|寄给|给)(?=.)", pre)
        if not verb
        else None
    ):
        role, label = "lose", pre[given.end() :]
    elif (
        not verb
        and not after
        and re.search("给|丢|掉|走|拿|取|破|坏|死|卖|送|借|还|退|减|扣|少|缺|亏|欠", pre)
    ):
        return None
    noun = re.sub("^(?:的|同样的|这样的)", "", post)
    if verb:
        bought = re.match("买|捡|采", verb[0]) and re.search("又|再", lead + marks)
        role = "gain" if verb[1] or bought else "lose" if verb[2] else "done" if verb[3] else "have"
        label = pre[: verb.start()]
    elif after:
        role, noun = ("gain" if after[2] else "lose"), after[1]
    if role == "done" and ("送给" in label):
        return None
    noun = re.sub("(?:参加|去|住|做|装|排|来|在|进行|用|藏|分).*$", "", noun) if len(noun) > 2 else noun
    return Amount(value, unit_of(unit, noun or label), label, noun, role, marks)


def without_ones(clause: str, m: Marks) -> str:
    """ "一辆汽车上午运货23箱" without the one that counts nothing."""
    for one in m.ones:
        clause = re.sub(f"(?:另|这)?{one}{UNIT}", "", clause)
    return clause


def side(middle: str) -> tuple[str, str] | None:
    """The noun before the verb between the two sides, and one after it: "油菜籽可榨油"."""
    if re.search(f"[比没不各均占倍剩都]|如果|之后|一共|{NUMBER}", middle):
        return None
    middle = re.sub("的(?=质量|重量|价格|售价|票价)", "", middle)
    for pattern in (_SIDE_END, _SIDE_CAN, _SIDE_IN):
        if match := re.fullmatch(pattern, middle):
            return re.sub("(?:质量|重量|价格|售价|票价|单价|租金|[里中上长高宽])$", "", match[1]), match[
                2
            ] if len(match.groups()) > 1 else ""
    return middle, ""


_CAN: Final = "(?:可以|正好|能够|能|可|需要|需|应|要|大约|约|平均|就|最多|必须)"
_DO: Final = (
    f"(?:{YIELD}|{DONE}|是|为|卖|吃|喝|收费|给|租金|票价|售价|价格|单价|前进|传播|挣|得|看|贵|重|长|高|厚|栽|分|放|贴|关|耗|用去|用|花|流|供|烧|收|住|坐|载|盛|塞|摆|拉|送)"
    "(?:了|着|到|得|成|入|在|进|满|放|出)*"
)
_SIDE_END: Final = f"(.*?){_CAN}*{_DO}"
_SIDE_CAN: Final = f"(.*?){_CAN}+{_DO}?(.*)"
_SIDE_IN: Final = f"(.+?){_DO}(.+)"
