"""What single clauses say: an amount, so many in each, what is left, more than another, what is asked.

A clause that says something else is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from solver.topics.school.marks import FRACTION, NUMBER, UNIT, Marks, unit_of

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
_VERB: Final = re.compile(f"(?:({GAIN})|({LOSE})|({DONE})|({HAVE}))(?:了|着|过|好|完|出|上|掉|下|到|去|入|进|起来)*$")
_LEAD: Final = re.compile(
    "^(?:那么|那|已知|如果|假如|若|请问|问|请你算一算|请你算一下|请你算出|请你求出|求|后来|然后|接着|首先|最后|这时|其中|照这样计算|照这样算|照这样|按照这样计算|但是|但|而且|并且|于是|结果|因此|实际(?:上(?!半))?|目前|同时|在|最后|再|又|还|先|也|已经|已|从中|正好|刚好)+"
)
_ODD: Final = re.compile(
    "[每比各均几倍折占不没未除剩余差距隔超半双之率]|只(?!有|带|买|做|用)|往返|来回|如果|同样|一样|相等|平均|最|至|减|加上|乘|以内|从.*到|都|另"
)
_SCENE_ODD: Final = re.compile(
    "[不没未两除双都各只全也还再又剩余多少比倍每均同半几等共另超满折免赠借退返回坏丢破死左右掉]|送(?!货|化肥|水|信|菜)|最(?!后|近)|一样|一些|其|往返|从前面|从后面|变|面积|[价卖售利润]"
)
_PLAIN: Final = re.compile("再?开车时|同学|同时|公共|比赛|其乐|全家|半路")
TIME: Final = frozenset("小时 分钟 秒 天 周 月 年 次".split())
N, U = f"({NUMBER})", f"({UNIT})"


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
    return not re.search(f"{NUMBER}|{FRACTION}|多少|几", clause) and not _SCENE_ODD.search(_PLAIN.sub("", clause))


def amount(pre: str, value: Fraction, unit: str, post: str, lead: str = "") -> Amount | None:
    """ "小明买了" 5 "个" "苹果" as an amount."""
    if len(pre) > 16 or len(post) > 14 or re.search("(?:前|后|第|超过|[^收得买送分拿捡看走领找采]到)$", pre):
        return None
    if unit == "元" and re.search("[付找退]", pre):
        return None
    if unit in TIME:
        post = re.sub("^后", "", post)
    pre = re.sub("^(?:这|那)", "", re.sub("比赛", "赛", pre))
    post = re.sub("比赛", "赛", post)
    if unit in ("千米", "米"):
        pre = re.sub("^从(.{1,6})到(.{1,6}?)(?:有|长|是|共)", r"\1\2", pre)
    if _ODD.search(re.sub("[上下]半|半年|半月", "", _VERB.sub("", pre))) or _ODD.search(post) or re.search("后$", post):
        return None
    marks = lead + "".join(re.findall("一共|总共|共|原来|原|现在|又|再|已经|已|还", pre))
    pre = re.sub("一共|总共|(?<!公)共|原来|原有|现在|又|再|已经|已|还|需要|准备|打算|想|只(?=有|带|买|做|用)", "", pre)
    verb = _VERB.search(pre)
    if verb and verb[4] and re.match("(?:下车|上车|飞走|离开|借走|走了|游走)", post):
        verb = None
    after = re.match(f"(.*?)(?:被(?:人)?|让)?(?:({GAIN})|({LOSE}))了?(?:.*)$", post) if not verb else None
    role = "have"
    label = pre
    if given := re.match("(?:又|再)?(?:送给|分给|借给|发给|捐给|卖给|运给|寄给|给)(?=.)", pre) if not verb else None:
        role, label = "lose", pre[given.end() :]
    elif not verb and not after and re.search("给|丢|掉|走|拿|取|破|坏|死|卖|送|借|还|退|减|扣|少|缺|亏|欠", pre):
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


def read_clause(clause: str, m: Marks) -> list[list[Fact]]:
    """What a clause may say, one list of facts for each way; empty when it is not read."""
    body, lead = strip(re.sub("(?<=[^，])(?:如果|假如|若)", "", clause))
    if re.search("多少|几", body):
        return questions(body, lead, m)
    if is_scene(clause):
        return [[]]
    ways: list[list[Fact]] = []
    if FRACTION_IN.search(body):
        body = _without_ones(body, m)
    if FRACTION_IN.search(body) and not NUMBER_IN.search(body):
        return [facts] if (facts := _compared(body, lead, m) or _share(body, m)) else []
    if shared := _among(body, m):
        return [shared]
    if found := re.fullmatch(f"([^{NUMBER[1:-1]}]{{0,12}}?){N}{U}([^{NUMBER[1:-1]}]{{0,8}}?)各[^{NUMBER[1:-1]}]{{0,4}}?{N}{U}([^{NUMBER[1:-1]}]{{0,8}})", body):
        who = Amount(Fraction(1), unit_of(found[3], found[4]), "", found[4], "each")
        what = Amount(m.values[found[5]], unit_of(found[6], found[7]), "", found[7], "each")
        many = amount(found[1], m.values[found[2]], found[3], found[4])
        return [[many, Pair(who, what, every=True)]] if many else []
    if found := re.fullmatch(f"([^{NUMBER[1:-1]}和、]{{1,6}})和([^{NUMBER[1:-1]}和、]{{1,6}}?)(?:各|都|分别都)(?:{DONE}|有|摆|站|排|买|装)?了?{N}{U}([^{NUMBER[1:-1]}]{{0,6}})", body):
        each = [amount(found[i], m.values[found[3]], found[4], found[5]) for i in (1, 2)]
        return [[one for one in each if one]] if all(each) else []
    if found := re.fullmatch(f"(?:用)?(?:剩下|余下)的钱?(?:正好|刚好|又|再|全部|都|可以|能)*买了?{N}{U}(.{{1,6}})", body):
        return [[Amount(m.values[found[1]], unit_of(found[2], found[3]), "", found[3], "rest")]]
    if re.fullmatch(f".{{0,10}}?(?:有|买来|买回来?|买了|运来)(?:{NUMBER}|两){UNIT}.{{1,5}}", body) and re.search(f"第一.*第二|{NUMBER}.(?:长|重|有).*另", m.text):
        ways.append([])
    if re.fullmatch("(?:分别)?(?:摆|放|种|栽|插|挂|站|贴)(?:放)?在.{0,8}两[侧边旁]", body):
        return [[Amount(Fraction(2), "侧", "", "", "among")]]
    if re.fullmatch(f".{{0,4}}(?:全部|都|全)?(?:{LOSE}|{DONE})(?:完|光)了?", body):
        return [[Some("rest")]]
    if re.fullmatch("(?:剩下|其余|余下)的?(?:都|全|全部)?(?:是|种|为|装|做)(?:的是)?[^多少几]{1,6}", body):
        return [[Some("rest")]]
    plain = _without_ones(body, m)
    for text in dict.fromkeys((body, plain)):
        if text != body and not NUMBER_IN.search(text) and not FRACTION_IN.search(text):
            if not re.search(_NO_COUNT, text):
                ways.append([])
            continue
        for reader in (_left, _some, _compared, _pair, _amounts, _two_amounts, _bare):
            facts = reader(text, lead, m)
            if facts is not None:
                ways.append(facts)
                if reader in (_left, _some, _compared):
                    break
    return list({repr(way): way for way in ways}.values())


_NO_COUNT: Final = "每|平均|各|不|没|同样|一样|剩|共|占"


def _without_ones(clause: str, m: Marks) -> str:
    """ "一辆汽车上午运货23箱" without the one that counts nothing."""
    for one in m.ones:
        clause = re.sub(f"(?:另|这)?{one}{UNIT}", "", clause)
    return clause


def _share(body: str, m: Marks) -> list[Fact] | None:
    """ "第一天看了全书的2/8": a part of the whole."""
    found = re.fullmatch(f"([^{FRACTION[1:-1]}]*){FRACTION}(.{{0,12}})", body)
    if found is None or re.search("[比倍多少剩余每各]|另|其中|相当", body) or not m.values[body[found.end(1)]] <= 1:
        return None
    label = re.sub("(?:的|了|是|占|全书|这本书|全长|全部|总数|整个|全班|它)+$", "", found[1])
    return [Amount(m.values[body[found.end(1)]], WHOLE, label, _noun(found[2]), "share")]


def _among(body: str, m: Marks) -> list[Fact] | None:
    """ "平均分给6个班": those among whom all is shared."""
    found = re.fullmatch(
        f"(?:把|将)?(?:这些|它们|他们|这批|这|其余的?|剩下的?|余下的?)?[^{NUMBER[1:-1]}剩余]{{0,6}}?平均(?:分|放|装|摆|站|种|贴|捆|租|运|排)(?:给|到|在|成|进|入|放)*了?[^{NUMBER[1:-1]}]{{0,8}}?{N}{U}(.{{0,8}}?)(?:里|中|上)?",
        body,
    )
    if found is None or _ODD.search(found[3]):
        return None
    role = "rest" if re.search("其余|剩|余下", body) else "among"
    return [Amount(m.values[found[1]], unit_of(found[2], found[3]), "", found[3], role)]


def _two_amounts(body: str, lead: str, m: Marks) -> list[Fact] | None:
    """ "8个班捐书656本": who, and how much they all have; "16人排成4行"."""
    if found := re.fullmatch(f"([^{NUMBER[1:-1]}]{{0,10}}){N}{U}([^{NUMBER[1:-1]}]{{0,8}}?)(?:平均)?(?:排成|站成|分成|围成|装成|捆成|平均分给|平均放在|平均装在){N}{U}(.{{0,6}}?)(?:里|中|上)?", body):
        first = amount(found[1], m.values[found[2]], found[3], found[4], lead)
        return [first, Amount(m.values[found[5]], unit_of(found[6], found[7]), "", found[7], "among")] if first else None
    found = re.fullmatch(f"([^{NUMBER[1:-1]}]{{0,10}}){N}{U}([^{NUMBER[1:-1]}]{{1,12}}){N}{U}([^{NUMBER[1:-1]}]{{0,8}})", body)
    if found is None or not _VERB.search(found[4]) and not re.search("厚|重|长", found[4]) or _ODD.search(found[4]):
        return None
    who = re.sub("(?:为|给|向|一共|共).*$", "", _VERB.sub("", found[4]))
    first = amount(found[1], m.values[found[2]], found[3], who, lead)
    second = amount("共", m.values[found[5]], found[6], found[7])
    return [first, second] if first and second else None


def _bare(body: str, lead: str, m: Marks) -> list[Fact] | None:
    """ "小熊抱走了4": in the unit of what is asked."""
    found = re.fullmatch(f"([^{NUMBER[1:-1]}]+){N}", body)
    if found is None or not _VERB.search(found[1]):
        return None
    one = amount(found[1], m.values[found[2]], "", "", lead)
    return [one] if one else None


def _left(body: str, lead: str, m: Marks) -> list[Fact] | None:
    if found := re.fullmatch(f"(.{{0,6}}?)(?:还)?(?:剩下|剩余|剩|余下)(?:了)?{N}{U}(.{{0,6}}?)(?:没.{{1,4}})?", body):
        noun = found[4]
        return [Amount(m.values[found[2]], unit_of(found[3], noun), found[1], noun, "left")]
    if found := re.fullmatch(f"(?:有)?{N}{U}(.{{0,6}}?)(?:没有?|未).{{1,4}}", body):
        if "还" in lead:
            return [Amount(m.values[found[1]], unit_of(found[2], found[3]), "", found[3], "left")]
    if found := re.fullmatch(f"(?:差|缺|少){N}{U}(.{{0,6}}?)(?:没.{{1,4}}|就.{{1,6}}|才.{{1,6}})?", body):
        if "还" in lead:
            return [Amount(m.values[found[1]], unit_of(found[2], found[3]), "", found[3], "lack")]
    return None


def _some(body: str, lead: str, m: Marks) -> list[Fact] | None:
    found = re.fullmatch(f"(.{{0,8}}?)(?:({GAIN})|({LOSE})|({DONE}))(?:了|走|出|去|掉|下|来)*一些(.{{0,5}})", body)
    if found is None or _ODD.search(found[1]):
        return None
    return [Some("gain" if found[2] or "又" in lead else "lose")]


_MORE: Final = "多|贵|大|长|重|高|快|宽|深|增加"
_LESS: Final = "节省|节约|少|便宜|小|短|轻|矮|低|慢|窄|浅|减少"


def _compared(body: str, lead: str, m: Marks) -> list[Fact] | None:
    if found := re.fullmatch(
        f"([^{NUMBER[1:-1]}]{{0,12}}?)比([^{NUMBER[1:-1]}]{{1,10}}?)(?:还|要)?(?:({_MORE})|({_LESS}))(?:了|{DONE}|卖出|卖|用|吃|买|借出|运来)*(?:了)?{N}{U}(.{{0,6}})",
        body,
    ):
        if re.search("[每均]", found[1] + found[2]):
            return None
        sign = 1 if found[3] else -1
        return [Compared(_label(found[1]), _label(found[2]), Fraction(1), sign * m.values[found[5]], unit_of(found[6], found[7]), found[7])]
    if found := re.fullmatch(
        f"(.{{0,12}}?)(?:是|等于|相当于)(.{{1,10}}?)的?(?:{N}倍|({FRACTION}))(?:(?:还)?(多|少){N}{U})?", body
    ):
        if re.search("[每均]", found[1] + found[2]):
            return None
        times = m.values[found[3] or found[4]]
        more = m.values[found[6]] * (1 if found[5] == "多" else -1) if found[6] else Fraction(0)
        unit = unit_of(found[7], "") if found[7] else ""
        return [Compared(_label(found[1]), _label(found[2]), times, more, unit, part="其中" in lead)]
    if found := re.fullmatch(f"(.{{0,12}}?)(?:大约)?比(.{{1,12}}?)的?{N}倍(?:还|要)*(多|少){N}({UNIT})?", body):
        more = m.values[found[5]] * (1 if found[4] == "多" else -1)
        unit = unit_of(found[6] or "", "")
        return [Compared(_label(found[1]), _label(found[2]), m.values[found[3]], more, unit, bare=not unit)]
    if found := re.fullmatch("(.{1,10}?)(?:和|与|跟)(.{1,10}?)(?:同样|一样)多", body):
        return [Compared(_label(found[1]), _label(found[2]), Fraction(1), Fraction(0), "")]
    if found := re.fullmatch(f"(?:(?:{DONE}|买|养)了?)?同样多的(.{{1,6}})", body):
        return [Compared(found[1], "", Fraction(1), Fraction(0), "")]
    return None


def _label(text: str) -> str:
    text = re.sub(f"^(?:还|也)|{NUMBER}{UNIT}|的?(?:数量|只数|棵数|重量|质量|年龄|价格|价钱|人数|本数|个数)$", "", text)
    short = re.sub(f"(?:{DONE}|卖出|卖|买|用|吃|有|养|要)?(?:了|的)*$", "", text)
    return short or text


_YIELD: Final = "榨|碾|磨|出|产|含|换|装|坐|住|卖|用|需|要|重|有|放|分|捆|扎|做|站|种|铺|加工|炸|晒|炼|兑换|酿|织|租"


def _pair(body: str, lead: str, m: Marks) -> list[Fact] | None:
    """So much with so much."""
    found = re.fullmatch(f"([^{NUMBER[1:-1]}]{{0,10}}?)(?:平均)?每({NUMBER})?{U}([^{NUMBER[1:-1]}]{{0,10}}?){N}{U}([^{NUMBER[1:-1]}]{{0,10}})", body)
    if found:
        k = m.values[found[2]] if found[2] else Fraction(1)
        one = _side(found[4])
        if one is None or _ODD.search(_PLAIN.sub("", found[7])):
            return None
        label = found[1] if not re.search("[比是]", found[1]) else None
        if label is None:
            return None
        left = Amount(k, unit_of(found[3], one[0]), label, one[0], "each")
        right = Amount(m.values[found[5]], unit_of(found[6], found[7] or one[1]), "", _noun(found[7]) or one[1], "each")
        return [Pair(left, right, every=True)]
    if found := re.fullmatch(f"(.{{0,10}}?)(?:单价|价格|售价|定价|卖)?(?:是|为)?{N}(元)(?:每|{NUMBER}){U}", body):
        if body[found.start(3) + 1] != "每" and m.values[body[found.start(3) + 1]] != 1:
            return None
        noun = re.sub("^买", "", found[1])
        return [Pair(Amount(Fraction(1), unit_of(found[4], noun), "", noun, "each"), Amount(m.values[found[2]], "元", "", "", "each"))]
    if found := re.fullmatch(f"([^{NUMBER[1:-1]}]{{0,6}}?){N}{U}([^{NUMBER[1:-1]}]{{0,12}}?){N}{U}([^{NUMBER[1:-1]}]{{0,8}})", body):
        a, b = m.values[found[2]], m.values[found[5]]
        time = unit_of(found[3], "") in TIME
        if not (1 in (a, b) or time or re.search(_YIELD, found[4]) or found[3] == "元" and "买" in found[4]) or re.search("[是比、和与]", found[1]):
            return None
        one = _side(found[4])
        if one is None or _ODD.search(found[1]) or _ODD.search(found[7]):
            return None
        left = Amount(a, unit_of(found[3], one[0]), found[1], one[0], "each")
        return [Pair(left, Amount(b, unit_of(found[6], found[7] or one[1]), "", _noun(found[7]) or one[1], "each"))]
    return None


def _side(middle: str) -> tuple[str, str] | None:
    """The noun before the verb between the two sides, and one after it: "油菜籽可榨油"."""
    if re.search(f"[比没不各均占倍剩都]|如果|之后|一共|{NUMBER}", middle):
        return None
    middle = re.sub("的(?=质量|重量|价格|售价|票价)", "", middle)
    for pattern in (_SIDE_END, _SIDE_CAN, _SIDE_IN):
        if match := re.fullmatch(pattern, middle):
            return re.sub("(?:质量|重量|价格|售价|票价|单价|租金|[里中上长高宽])$", "", match[1]), match[2] if len(match.groups()) > 1 else ""
    return middle, ""


_CAN: Final = "(?:可以|正好|能够|能|可|需要|需|应|要|大约|约|平均|就|最多|必须)"
_DO: Final = (
    f"(?:{_YIELD}|{DONE}|是|为|卖|吃|喝|收费|给|租金|票价|售价|价格|单价|前进|传播|挣|得|看|贵|重|长|高|厚|栽|分|放|贴|关|耗|用去|用|花|流|供|烧|收|住|坐|载|盛|塞|摆|拉|送)"
    "(?:了|着|到|得|成|入|在|进|满|放|出)*"
)
_SIDE_END: Final = f"(.*?){_CAN}*{_DO}"
_SIDE_CAN: Final = f"(.*?){_CAN}+{_DO}?(.*)"
_SIDE_IN: Final = f"(.+?){_DO}(.+)"


def _noun(post: str) -> str:
    return re.sub("(?:参加|去|住|来|进行|可以|能).*$", "", post)


def _amounts(body: str, lead: str, m: Marks) -> list[Fact] | None:
    """Amounts, several of one kind joined: "男生20人和女生25人"."""
    parts = re.split(f"(?<!^)(?:、|和)(?=[^{NUMBER[1:-1]}]*{NUMBER})", body) if len(NUMBER_IN.findall(body)) > 1 else [body]
    facts: list[Fact] = []
    before = ""
    for part in parts:
        found = re.fullmatch(f"([^{NUMBER[1:-1]}]*){N}{U}?([^{NUMBER[1:-1]}]*)", part)
        if found is None or not found[3] and not facts:
            return None
        one = amount(found[1], m.values[found[2]], found[3] or "", found[4], lead)
        if one is None:
            return None
        if facts and one.role == "have" and isinstance(facts[0], Amount):
            one = Amount(one.value, one.unit, one.label, one.noun, facts[0].role, one.marks)
        facts.append(one)
        before = one.label or before
    return facts or None


WHOLE: Final = "整体"
FRACTION_IN: Final = re.compile(FRACTION)
_PERCENT: Final = re.compile("百分之(?:几|多少)")


def _ratio_asked(body: str, lead: str, m: Marks) -> list[Fact] | None:
    """ "A是B的几倍", "A占B的几分之几", "A比B多百分之几", "还剩几分之几"."""
    body = re.sub("的?(?:年龄|岁数|质量|重量|人数|数量|只数|棵数)", "", _without_ones(body, m))
    kind = "percent" if _PERCENT.search(body) else "part"
    body = re.sub("今年|现在", "", body)
    if found := re.fullmatch("(.+?)(?:大约|约)?(?:是|相当于)(.+?)的?(?:多少|几)倍", body):
        return [Asked("倍", "", found[1], "times", None, 1, found[2])]
    many = "(?:几分之几|百分之几|百分之多少)"
    if found := re.fullmatch(f"(.+?)比(.+?)(?:(增加|多|贵|重|长|高|提高|增产|大|快)|(减少|少|便宜|轻|短|矮|降低|节约|节省))(?:了|{DONE}|用)*{many}", body):
        return [Asked(kind, "", found[1], "more" if found[3] else "less", None, 1, found[2])]
    if found := re.fullmatch(f".{{0,6}}?(?:(超产|增产|增加|超额|提高|涨价|多用|多)|(节省|节约|减少|降低|降价|少用|便宜))(?:了)?{many}", body):
        return [Asked(kind, "", "", "more" if found[1] else "less")]
    if found := re.fullmatch(f"(.*?)(?:是|占|相当于|(?:看|修|用|吃|完成|走|喝|卖|运)了?)(?:了)?(.*?)的?{many}(?:没.*)?", body):
        if re.search("剩|没|余|未", lead + body):
            return [Asked(kind, "", found[1], "left", None, 1, found[2])]
        shown = "total" if re.search("已经|一共|共", lead + found[1]) or not found[2] else "plain"
        return [Asked(kind, "", found[1], shown, None, 1, found[2])]
    if re.fullmatch(f".{{0,8}}(?:剩下?|没有?.{{1,3}}的)(?:全书|全长|全部|它|这.{{1,4}})?的?{many}(?:没.*)?", body):
        return [Asked(kind, "", "", "left")]
    return None


# -- questions ---------------------------------------------------------------------------------------


def questions(body: str, lead: str, m: Marks) -> list[list[Fact]]:
    """The ways to read a clause that asks."""
    if re.search("分之[几多]|倍$", body):
        return [asked] if (asked := _ratio_asked(body, lead, m)) else []
    if found := re.fullmatch(f"(.{{1,5}}?)(?:送|借)?给(.{{1,5}}?)(?:多少|几){U}(.{{0,4}}?)(?:后|时|以后|之后)?(?:他们|她们|两人|{NUMBER}人)?(?:的.{{1,4}}?)?就?(?:一样多|同样多|相等)", body):
        return [[Asked(unit_of(found[3], found[4]), found[4], found[1], "even", None, 1, found[2])]]
    body = re.sub("比赛", "赛", body)
    for one in m.ones:
        body = re.sub(f"^(?:买)?各买?{one}{UNIT}", "一共", body)
    body = re.sub(f"^买?这{NUMBER}[样种件](?:东西|商品|物品)?(?!还)", "一共", body)
    if found := re.fullmatch("(.{1,8}?)是多少", body):
        return [[Asked("", "", found[1], "plain")]]
    found = re.fullmatch(f"(.*?)(?:多少|几)(万|亿)?({UNIT}(?!位)|钱|元钱)?(.*)", body)
    if found is None or re.search("多少|几", found[4]):
        return []
    pre, post = found[1], found[4]
    scale = {"万": 10**4, "亿": 10**8}.get(found[2] or "", 1)
    if post == "座位" and not found[3]:
        return [[Asked("人", "座位", pre, k)]] if (k := _kind(lead + pre, post)) else []
    unit = "元" if found[3] in ("钱", "元钱") else found[3] or ""
    if not unit or re.search("分之|倍", post):
        return []
    facts: list[Fact] = []
    per = None
    count = 0
    if kinds := re.search(f"(?:这)?{N}(?:种|样|次|天|个班|个年级|人|者|个月|项|堆|筐|组|位|个|类|周|队|年|只)[^{NUMBER[1:-1]}]{{0,6}}?(?=一共|总共|共|的总)", pre):
        if m.values[kinds[1]] > 1:
            count = int(m.values[kinds[1]])
        pre = pre[: kinds.start()] + pre[kinds.end() :]
    if each := re.search(f"(?:平均)?每{U}([^{NUMBER[1:-1]}]{{0,10}})$", pre):
        side = _side(each[2])
        if side is None:
            return []
        per = Amount(Fraction(1), unit_of(each[1], side[0]), "", side[0], "each")
        pre = pre[: each.start()]
    if "比" in pre or re.fullmatch(f"[^{NUMBER[1:-1]}]*这?{N}{U}[^{NUMBER[1:-1]}]*", pre) and not re.search("需要|要|可以", pre):
        pre = _without_ones(pre, m)
    if NUMBER_IN.search(pre):
        if two := re.fullmatch(f"{N}{U}([^{NUMBER[1:-1]}]{{1,6}})[和、]{N}{U}([^{NUMBER[1:-1]}]{{1,6}}?)(?:一共|共)有?", pre):
            both = [Amount(m.values[two[i]], unit_of(two[i + 1], two[i + 2]), "", two[i + 2], "have") for i in (1, 4)]
            return [[*both, Asked(unit_of(unit, post), post, "一共", "total")]]
        inner = re.fullmatch(f"([^{NUMBER[1:-1]}]*){N}{U}([^{NUMBER[1:-1]}]*)", pre)
        if inner is None:
            return []
        side = _side(inner[4])
        if side is None or _ODD.search(inner[1]) or re.search("后|前", inner[4]):
            return []
        noun = side[0]
        if not (inner[2] in m.ones and per is None and inner[1] == "" and not re.search("需要|要", inner[4])):
            facts.append(Amount(m.values[inner[2]], unit_of(inner[3], noun), "", noun, "have"))
        pre = inner[1] + inner[4]
    kind = _kind(lead + pre, post)
    if kind is None:
        return []
    noun = re.sub("(?:没|参加|才|后|需|来|去|用).*$", "", post)
    other = ""
    if kind == "difference":
        pre, _, rest = pre.partition("比")
        other = re.sub(f"(?:还|要)?(?:{_MORE}|{_LESS})(?:了|{DONE}|卖出|卖|用|吃|买|借出|运来|有|收)*$", "", rest)
        if re.search(f"(?:{_LESS})(?:了|{DONE}|卖出|卖|用|吃|买|借出)*$", rest):
            pre, other = other, pre
    return [[*facts, Asked(unit_of(unit, noun), noun, pre, kind, per, scale, other, count)]]


NUMBER_IN: Final = re.compile(NUMBER)


def _kind(pre: str, post: str) -> str | None:
    if re.search("[倍折]|相差|分之|平均(?!每)|各|分别", pre) or re.search("[倍折比]", post):
        return None
    if "比" in pre:
        return "difference"
    if re.search("剩|余", pre) or re.search("没", post):
        return "left"
    if re.search("还(?:要|需|差|有|得|缺|应)|差", pre) or pre.startswith("还"):
        return "left" if not re.search("又|再", pre) else None
    if re.search("现在|这时", pre):
        return "now"
    if re.search("原来|原有|原", pre):
        return "first"
    if re.search("一共|总共|共|合计", pre):
        return "total"
    return "plain"
