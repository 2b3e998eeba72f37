"""Short stories of one or two sums in Chinese: money in a bank, an average of subjects, an increase in percent, surplus and lack, a difference of ages, things melted into another form.

Not read: compound interest, taxes, several accounts, other forms than cuboids, cylinders and cones.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import Final

from solver.topics.stories.everyday.kinds import CN, MANY, Story, counted, kind, share, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num


@kind(
    "利率",
    "zh",
    {
        "bank": (rf"{zh(6)}(?:把|将|有)?<m>(?P<w>万)?元(?:钱|现金)?(?:存入|存到|存进)(?:了)?银行", rf"{zh(6)}(?:在|往)?(?:银行)?(?:存入|存了)(?:银行)?<m>(?P<w>万)?元(?:钱)?"),
        "rate": (r"(?:如果|若|按)?年利率(?:是|为|按)?<p>%(?:计算)?",),
        "term": (rf"(?:存期|定期|存)(?:了|是|为)?(?P<t>{CN})年(?:期)?(?:后|到期后)?",),
        "ask_all": (rf"(?:到期|{zh(3)})(?:时|后)?(?:可以|能|可)?(?:一共|共)?(?:取回|得到|得)?(?:本金和利息|本息|连本带利|本利)(?:和)?(?:一共|共|总共|合计)?(?:可以|能|可)?(?:取回|得到|得|是|有)?{MANY}(?:元|钱)",),
        "ask_interest": (rf"(?:到期)?(?:时|后)?(?:可以|能|可|应)?(?:获得|得到|得|取得)?利息(?:是|为)?{MANY}(?:元|钱)", rf"(?:到期)?(?:时|后)?(?:可以|能|可|应)?(?:获得|得到|得|取得){MANY}元利息"),
    },
)  # fmt: skip
def _interest(s: Story, work: Working) -> None:
    s.only("bank", "rate", "term")
    s.one("bank"), s.one("rate")
    if "税" in s.text or "复利" in s.text:
        raise Unfit
    money = s.told("m") * num(10000) if s.has("w") else s.told("m")
    if s.has("w"):
        money = work.step("本金", money, "元")
    years = counted(s.one("term").values["t"])
    interest = work.step("利息：本金×年利率×年数", money * share(s.told("p")) * years, "元")
    if s.question == "interest":
        work.give(interest, "元", "利息")
    else:
        work.give(work.step("本金加利息", money + interest, "元"), "元", "本息一共")


_SUBJECT: Final = "(?:语文|数学|英语|科学|物理|化学|历史|地理|生物|政治|体育)"


@kind(
    "平均",
    "zh",
    {
        "mark": (rf"{zh(8)}(?P<s>{_SUBJECT})(?:成绩)?(?:考了?|是|为|得了?)?<x>分",),
        "ask": (rf"{zh(3)}(?:这)?(?P<k>{CN})?[科门]?{zh(3)}(?:的)?平均(?:分|成绩|得分|分数)?(?:是|为|得)?{MANY}分?",),
    },
)  # fmt: skip
def _subjects(s: Story, work: Working) -> None:
    s.only("mark")
    marks = s.all("mark")
    if len(marks) < 2 or len(s.words("s")) != len(marks):
        raise Unfit
    told = s.asked.values.get("k")
    if told and counted(told).value != len(marks):
        raise Unfit
    total = work.step("总分", reduce(Term.__add__, [value(said.values["x"]) for said in marks]), "分")
    work.give(work.step("平均分：总分÷科数", total / num(len(marks)), "分"), "分", "平均分")


_UNIT: Final = "(?:米|千克|元|吨|克|千米|升|公顷|平方米|人|个|棵)"


@kind(
    "%",
    "zh",
    {
        "ask": (rf"(?:把|将)?<n>(?P<u>{_UNIT})(?P<w>增加|减少|提高|降低)<p>%(?:后|以后)?(?:是|得|为){MANY}(?P<u2>{_UNIT})",),
    },
)  # fmt: skip
def _changed(s: Story, work: Working) -> None:
    if len(s.said) != 1 or s.words("u") != s.words("u2"):
        raise Unfit
    unit, part = s.words("u")[0], share(s.told("p"))
    more = s.words("w")[0] in ("增加", "提高")
    if not more and part.value > 1:
        raise Unfit
    times = work.step("是原来的几分之几（几倍）", num(1) + part if more else num(1) - part)
    work.give(work.step("变化后的数量", s.told("n") * times, unit), unit, "结果")


_PERSON: Final = "(?:爷爷|奶奶|爸爸|妈妈|外公|外婆|父亲|母亲|叔叔|阿姨|哥哥|姐姐|老师|小[\u4e00-\u9fff])"


@kind(
    "岁",
    "zh",
    {
        "old": (rf"(?P<a>{_PERSON})今年<n>岁",),
        "times": (rf"(?:正好|恰好|刚好)?是(?P<b>{_PERSON})(?:今年)?(?:的)?年龄的<k>倍", rf"(?P<a2>{_PERSON})的年龄(?:正好|恰好|刚好)?是(?P<b>{_PERSON})(?:的)?(?:年龄)?的?<k>倍"),
        "ask": (rf"(?:那么)?<t>年(?:后|以后|前|以前)(?P<c>{_PERSON})比(?P<d>{_PERSON})大{MANY}岁",),
    },
)  # fmt: skip
def _apart_for_ever(s: Story, work: Working) -> None:
    s.only("old", "times")
    s.one("old"), s.one("times")
    older = s.words("a")[0]
    if s.words("a2") not in ([], [older]) or s.words("c") != [older] or s.words("d") != s.words("b") or older in s.words("b"):  # fmt: skip
        raise Unfit
    young = work.step(f"{s.words('b')[0]}今年的年龄", s.told("n") / s.told("k"), "岁")
    if young.value.denominator != 1:
        raise Unfit
    work.give(work.step("年龄差永远不变", s.told("n") - young, "岁"), "岁", "年龄差")


_LEN: Final = "(?:厘米|分米|米)"
_METAL: Final = "(?:铁块|钢坯|钢块|铜块|铅块|铝块|橡皮泥|钢材|金属块|石料|木块)?"


@kind(
    "[熔锻捏铸]",
    "zh",
    {
        "cube": (rf"(?:把|将)?(?:一|1)(?:个|块)?棱长(?:是|为)?<a>(?P<u>{_LEN})的正方体{_METAL}{_METAL}(?:全部)?(?:熔铸|锻造|熔化|锻压|捏|铸造|熔|铸|锻)+成(?:一|1)(?:个|块|根)底面积(?:是|为)?<s>平方(?P<u4>{_LEN})的(?P<f>长方体|圆柱体?|圆锥体?)(?:零件|钢材|铁块|形?(?:零件|钢坯))?",),
        "box": (rf"(?:把|将)?(?:一|1)(?:个|块)?长(?:是|为)?<a>(?P<u>{_LEN})[,，]?宽(?:是|为)?<b>(?P<u4>{_LEN})[,，]?高(?:是|为)?<c>(?P<u5>{_LEN})的长方体{_METAL}(?:全部)?(?:熔铸|锻造|熔化|锻压|捏|铸造|熔|铸|锻)+成(?:一|1)(?:个|块|根)底面积(?:是|为)?<s>平方(?P<u6>{_LEN})的(?P<f>长方体|圆柱体?|圆锥体?)(?:零件|钢材|铁块|形?(?:零件|钢坯))?",),
        "idle": (r"(?:不计损耗|损耗不计|损耗忽略不计|不考虑损耗)",),
        "ask": (rf"(?:那么)?(?:这个|它|求)?(?P<g>长方体|圆柱体?|圆锥体?)?(?:零件|钢材|铁块)?的?高(?:是|为)?{MANY}(?P<u>{_LEN})",),
    },
)  # fmt: skip
def _melted(s: Story, work: Working) -> None:
    told = s.one("cube", "box")
    form = told.values["f"].removesuffix("体") if "圆" in told.values["f"] else told.values["f"]
    again = s.asked.values.get("g", "")
    if len(set(s.placed("u"))) != 1 or again and again.removesuffix("体" if "圆" in again else "") != form:
        raise Unfit
    unit, a = s.placed("u")[0], s.told("a")
    volume = work.step(
        "体积（熔铸前后不变）",
        a * a * a if told.kind == "cube" else a * s.told("b") * s.told("c"),
        f"立方{unit}",
    )
    if form == "圆锥":
        volume = work.step("圆锥的高要用体积的3倍去除", volume * num(3), f"立方{unit}")
    work.give(work.step("高：体积÷底面积", volume / s.told("s"), unit), unit, "高")


_ROUND: Final = "(?:花坛|水池|池塘|草坪|广场|喷水池|鱼池|场地|游泳池|养鱼池|桌面)"


@kind(
    "周长",
    "zh",
    {
        "round": (rf"(?:一|1)?(?:个|座|张)?圆形{zh(2)}(?:{_ROUND})的?周长(?:是|为)?<c>(?P<u>{_LEN})", rf"(?:一|1)个圆的周长(?:是|为)?<c>(?P<u>{_LEN})"),
        "pi": (r"(?:π|圆周率)取(?P<pi>3\.14)",),
        "ask_both": (rf"(?:它的?)?(?:半径)(?:是|为)?{MANY}(?P<u>{_LEN})[?？,，。、]{{0,2}}(?:它的?)?(?:占地(?:面积)?|面积)(?:是|为)?{MANY}平方(?P<u4>{_LEN})",),
        "ask_area": (rf"(?:它的?)?(?:占地(?:面积)?|面积)(?:是|为)?{MANY}平方(?P<u>{_LEN})",),
    },
)  # fmt: skip
def _round_bed(s: Story, work: Working) -> None:
    s.only("round", "pi")
    if len(set(s.placed("u"))) != 1 or not s.has("pi"):
        raise Unfit
    unit, pi = s.placed("u")[0], num(Fraction("3.14"))
    radius = work.step("半径：周长÷圆周率÷2", s.told("c") / pi / num(2), unit)
    area = work.step("面积：圆周率×半径×半径", pi * radius * radius, f"平方{unit}")
    if s.question == "both":
        work.give(radius, unit, "半径")
        work.give_also(area, f"平方{unit}", "面积")
    else:
        work.give(area, f"平方{unit}", "面积")


@kind(
    "比例尺",
    "zh",
    {
        "real": (rf"(?:如果|已知)?(?:甲乙)?{zh(6)}(?:实际|实地)(?:的)?(?:距离|长度|长)(?:是|为)?<n>(?P<u>千米|米|厘米|毫米|分米)",),
        "drawn": (r"(?:在(?:一幅|这幅)?(?:地)?图上|画在(?:一幅)?(?:地)?图上|图上|在图纸上)(?:的)?(?:距离|长度|长)?(?:是|为)?(?:量得|长)?<m>(?P<v>千米|米|厘米|毫米|分米)",),
        "ask": (rf"(?:求)?(?:这(?:幅|张)(?:地)?图的?)?比例尺(?:是|为)?(?:{MANY})?",),
    },
)  # fmt: skip
def _scale(s: Story, work: Working) -> None:
    s.only("real", "drawn")
    s.one("real"), s.one("drawn")
    question = f"化简比:{s.words('m')[0]}{s.words('v')[0]}:{s.words('n')[0]}{s.words('u')[0]}"
    work.hand("ratios", question, "比例尺等于图上距离与实际距离的比，先统一单位再化简。", "", "比例尺")
