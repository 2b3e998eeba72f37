"""A problem as clauses with one letter for each number, units of one name, and nouns that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.chinese.lexicon import UNITS
from solver.topics.stories.word_problems.marking import mark

NUMBER: Final = "[\ue000-\ue7ff]"
FRACTION: Final = "[\ue800-\uebff]"
_MORE_UNITS: Final = (
    "个小时 个月 星期 周 摄氏度 时 分米 平方分米 立方米 立方分米 立方厘米 亩 角 美元 元 级 页 句 声 枪 朵 段 盏 栋 幢 群 列 班 户 家 步 圈 门 步 级 趟 张 部 "
    "环 集 首 篇 毫安 册 年级 班级 辆 粒 匹 份 顶 门 块 株 条 副 枝 名 位 口 字 秒 季度 桌 组 队 排 列 层 棵 门 侧 边 旁 旁 m cm km kg g"
).split()
_UNITS: Final = sorted({*UNITS, *_MORE_UNITS} - {"年", "单", "部分", "道题"}, key=lambda u: (-len(u), u))
UNIT: Final = "(?:" + "|".join(_UNITS) + ")"
ONE_NAME: Final = {
    "名": "人", "位": "人", "口": "人", "枝": "支", "个小时": "小时", "时": "小时", "公里": "千米", "公斤": "千克", "个月": "月",
    "m": "米", "cm": "厘米", "km": "千米", "kg": "千克", "g": "克", "星期": "周", "年级": "个", "班级": "班", "道": "题", "边": "侧", "旁": "侧",
}  # fmt: skip
SCALES: Final[dict[str, tuple[str, Fraction]]] = {
    "吨": ("质量", Fraction(10**6)), "千克": ("质量", Fraction(1000)), "克": ("质量", Fraction(1)), "斤": ("质量", Fraction(500)),
    "千米": ("长度", Fraction(10**6)), "米": ("长度", Fraction(1000)), "分米": ("长度", Fraction(100)),
    "厘米": ("长度", Fraction(10)), "毫米": ("长度", Fraction(1)),
    "小时": ("时间", Fraction(3600)), "分钟": ("时间", Fraction(60)), "秒": ("时间", Fraction(1)),
    "公顷": ("面积", Fraction(10**4)), "平方米": ("面积", Fraction(1)), "平方分米": ("面积", Fraction(1, 100)),
    "平方厘米": ("面积", Fraction(1, 10**4)), "平方千米": ("面积", Fraction(10**6)),
    "立方米": ("体积", Fraction(1000)), "升": ("体积", Fraction(1)), "立方分米": ("体积", Fraction(1)),
    "立方厘米": ("体积", Fraction(1, 1000)), "毫升": ("体积", Fraction(1, 1000)),
}  # fmt: skip
PEOPLE: Final = re.compile(
    "人$|座位|小朋友|同学|学生|男生|女生|队员|孩子|工人|乘客|老师|观众|选手|运动员|游客|客人|战士|演员|学员"
)
_MEASURE: Final = re.compile("千克|吨|克|千米|米|分米|厘米|公顷|平方|立方|升|小时|分钟|元")
_COMPOUND: Final = re.compile(
    f"{NUMBER}(?:千米|米|分米|千克|吨|小时|平方米|分|元){NUMBER}(?:米|分米|厘米|毫米|克|千克|分钟?|秒|平方|角)"
)
_SET_APART: Final = re.compile(  # "共 150 人": how a number is set says nothing
    r"(?<=[\u3400-\u9fff，。、；：？！,;:?!（(])[ \t\u00a0\u3000]+(?=[\d$\\])|(?<=[\d%}$])[ \t\u00a0\u3000]+(?=[\u3400-\u9fff，。、；：？！,;:?!）)])"
)
_SIGNS: Final = re.compile(r"[，。；？！,;?!.:：\s]+")


@dataclass(frozen=True, slots=True)
class Marks:
    """The clauses of a problem, and the value of each letter that stands for a number."""

    clauses: tuple[str, ...]
    values: dict[str, Fraction]
    percents: frozenset[Fraction]
    ones: str = ""  # letters of 一, which often only means "a"
    pi: str = ""
    """What π is to be, where it is told: a number, or π for an answer that keeps it."""

    @property
    def one(self) -> str:
        """The pattern of any letter of 一; nothing has it where there is none."""
        return f"[{self.ones}]" if self.ones else "(?!)"

    @property
    def orders(self) -> bool:
        """Whether the last clause orders to find something: 求被除数."""
        return (
            bool(self.clauses)
            and re.match("(?:那么)?(?:求|请?计算|算出)(?!比值)[^\ue000-\uebff]{1,12}$", self.clauses[-1])
            is not None
        )

    @property
    def text(self) -> str:
        """All clauses, a comma after each."""
        return "".join(f"{c}，" for c in self.clauses)


_KEEP_PI: Final = re.compile(
    r"[,，(（]?(?:最后)?(?:结果|答案|得数)?(?:用含(?:π|\\pi)的(?:式子|代数式)表示|保留\s*\$?(?:π|\\pi)\$?)[)）]?"
)
_PI_IS: Final = re.compile(
    r"[,，(（]?\$?(?:π|\\pi|圆周率(?:π)?)\$?(?:的值)?(?:取|=|≈|按|用)\$?(3(?:\.14)?)(?![\d.])\$?(?:计算)?[)）]?"
)


def marks(source: str) -> Marks | None:
    """The marked text; None where it is not of the kind: formulas, brackets that are not read, no numbers."""
    source = _SET_APART.sub("", _plainly_written(source))
    source = re.sub(r"(?<![\d,])\d{3}(?:,\d{3}){3,}(?![\d,])", lambda x: x[0].replace(",", "、"), source)
    source = re.sub(r"\$\s*([A-Za-z]{1,5})\s*\$", r"\1", source)
    source = re.sub("[℃]|°C", "摄氏度", source)
    source = re.sub("(?<=[的在它])四周(?![时内后前的])", "周围", source)  # no weeks
    source = re.sub(
        "(多少|几)(个?小时|分钟|天|秒)(?:才|就)?(?:能|可以)([走跑骑]?到达?)(?=[？?。，,]|$)",
        r"\3要\1\2",
        source,
    )
    source = re.sub(
        "([二两三四五六七八九])部(?=这样|同样|相同|抽水)",
        lambda x: f"{'零一两三四五六七八九'.index(x[1].replace('二', '两'))}部",
        source,
    )
    pi_is = _PI_IS.search(source)
    pi = pi_is[1] if pi_is else "π" if _KEEP_PI.search(source) else ""
    source = _KEEP_PI.sub("", _PI_IS.sub("", source))
    found = mark(source, chinese=True)
    if found is None or not found.marks:
        return None
    text, ones, percents = "", "", set()
    values: dict[str, Fraction] = {}
    for at, char in enumerate(found.text):
        if "\ue000" <= char <= "\uebff":
            one = found.mark(char)
            if one.kind == "f" and not one.percent and _MEASURE.match(found.text, at + 1):
                char = chr(0xE000 + ord(char) % 0x400)  # "3/4米" is a length
            values[char] = one.value
            if found.original(at, at + 1) in ("一", "一块"):
                ones += char
            if one.percent:
                percents.add(one.value)
            if one.kind == "m":
                pieces = found.original(at, at + 1).endswith("块") and not re.search("元|钱|价", source)
                char += "块" if pieces else one.unit
        text += char
    if _COMPOUND.search(text):
        return None
    text = re.sub(f"[（(]({NUMBER})[）)](?=班)", lambda x: "第" + _ordinal(values[x[1]]), text)
    text = re.sub(f"({NUMBER})\\s*[:：∶]\\s*(?={NUMBER})", r"\1比", text)
    text = re.sub(f"第({NUMBER})", lambda m: "第" + _ordinal(values[m[1]]), text)
    text = re.sub("[“”\"《》'‘’]", "", text).replace("∕", "/")
    if re.search(r"[^\u4e00-\u9fff\ue000-\uebffa-z0-9，。；？！,;?!.:：、()（）/%\s~\-—-]", text):
        return None
    return Marks(tuple(c for c in _SIGNS.split(text) if c), values, frozenset(percents), ones, pi)


_SHORT_FRACTION: Final = re.compile(r"\\[dt]?frac\s*(\d)\s*(\d)")
_RATIO_IS: Final = re.compile(
    r"(?P<x>[\u4e00-\u9fff]{1,8})\$?\s*[:：∶]\s*\$?(?P<y>[\u4e00-\u9fff]{1,8})\s*\$?\s*[=＝]\s*\$?\s*(?P<a>[\d.]+\s*[:：∶]\s*[\d.]+)\$?"
)
_TENTHS: Final = re.compile(
    "([\\d一二两三四五六七八九])块([\\d一二三四五六七八九])[毛角]?(?=[，。,.；;？?！!、）)\\s的一]|$)"
)
_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}


def _plainly_written(source: str) -> str:
    """What is written in short, in full: 3块5, \\frac38, 鸭:鹅=2:3, ① before a question."""
    source = _SHORT_FRACTION.sub(r"\\frac{\1}{\2}", source)
    source = _RATIO_IS.sub(r"\g<x>与\g<y>的比是\g<a>", source)
    source = re.sub("[①②③]", "", source)
    return _TENTHS.sub(lambda x: f"{_digit(x[1])}.{_digit(x[2])}元", source)


def _digit(char: str) -> int:
    return _DIGITS.get(char) or int(char)


def _ordinal(value: Fraction) -> str:
    return "".join("零一二三四五六七八九"[int(d)] if d.isdigit() else "点" for d in str(value))


def unit_of(unit: str, noun: str) -> str:
    """One name for units that count the same: 5名同学, 5个小朋友, 5人."""
    unit = ONE_NAME.get(unit, unit)
    return "人" if unit == "个" and PEOPLE.search(noun) else unit


_FILL: Final = re.compile(
    "同样|这样|这种|这些|这个|那些|的|了|新|好|们|小|大|所有|全部|这|那|总|数|[上里中]$|名|着|地|个|种"
)


def core(noun: str) -> str:
    """A noun without what does not tell it from others."""
    return _FILL.sub("", noun) or noun


def same(a: str, b: str) -> bool:
    """Whether two nouns may mean the same: one is the other, or its head."""
    a, b = core(a), core(b)
    if a == b or not a or not b:
        return a == b
    short, long = sorted((a, b), key=len)
    return (long.endswith(short) or long.startswith(short)) and not joins_two(long.replace(short, "", 1))


def joins_two(noun: str) -> bool:
    """Whether a noun names two things, so that it is neither of them: 大米和面粉."""
    return any(sign in noun for sign in "和与及跟、")
