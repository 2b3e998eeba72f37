"""What is told, clause by clause: the numbers with their units and the words around them, and which words may stand without a part in the sum.

Words for things, people and deeds are open. Closed are the words that say what a number is for, and those that change an amount:
where one of these stands and nobody took it for its part, the story is not understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER, UNIT, Marks, unit_of
from solver.topics.stories.school.working import Unfit
from solver.topics.stories.word_problems.expressions import decimal

ASKS: Final = re.compile("多少|几(?![位乎何])|多[远长重高久大]")
AND: Final = "(?:以及|[、和与及跟])"
REST: Final = "(?:剩下|余下|剩余|其余|剩|余)"
_QUESTION_NUMBER: Final = re.compile(f"[（(]{NUMBER}[）)]")
_UNIT_NOTE: Final = re.compile("[（(]单位[^（）()]*[）)]")
_LEAD: Final = re.compile(
    "^(?:那么|已知|请问|试问|问|后来|然后|接着|随后|首先|最后|照这样计算|照这样|但是?|而且?|并且?|于是|结果|因此|已经|如果|且|则|某天|有一天)+(?=.)"
)
_CHANGES: Final = re.compile(
    "[\ue000-\uebff打]折|折[扣后出]|优惠|促销|特价|降价|减价|涨|提价|满[^，]{0,5}减|[买满][^，]{0,6}[送赠]|赠|免|半价|会员|退|赔|损|坏|碎|丢|烂|死|遗失|不合格|除外|不[算计包]|除了|"
    "除去|以外|之外|平均|利润|利息|利率|税|往返|来回|计划|增加|减少|提高|降低|增长|下降|扩大|缩小|翻|交换|互换|换成|还给|归还|[还送]回|至少|最多|至多|最少|大约|左右|超过|不足|不到|"
    "以上|以下|中点|正中|周长|相遇|相向|追|同时|间隔|每隔|重复|既.*又|都不|都没|两[样项种]都(?=[参会喜])|补贴|报销|运费|邮费|押金|手续费|找错|多付|少付|"
    "相等|一样[多贵长重高大快]|[都也和与跟同][^，]{0,8}一样|同样[多长重大贵]|的总和|之总和|总和(?=$|，|[多少])|之和(?!是|为)|之差|的差|一部分|若干[^只]{0,3}[走来给]|有的|有些|余数|交给(?!收银|店|售货|老板|营业)|对半|对折|轮流|只[买选要]|不[买要用]|没[买用]|平分|均分"
)
_PLAIN: Final = re.compile(
    "同学|同样的?|同一|不同的?|不变|没有?变|未变|没有?改变|相同|公共|先生|各自|各类|各种|每人只?|剩者|比赛|比萨|不锈钢|占地|除此之外|除此以外|便利|水利|"
    "再生|半径|两用|共享|余老师|每天|每位|每周|每月|未来|无人机|无线|减速|只有|只读|没有剩余|恰好|不久|不仅|不但|找到|寻找|除夕|另外|刚好"
)
_OPERATORS: Final = re.compile(
    f"[每比各倍占剩余均没未不无半减找增共除几差]|多少|等于|相当|{NUMBER}|{FRACTION}"
)
_FIXED_PRICE: Final = re.compile(
    "[^，]{0,8}(?:单价|价格|价钱|票价)(?:[^，]{0,4})(?:不变|没有?变化?|未变|没有?改变|相同|一样)(?:的情况下)?|[^，]{0,8}(?:按|以|照)?(?:同样|相同|一样|原来)的?(?:价格|价钱|单价)[^，]{0,2}|每[^，]{1,6}(?:都|也)?(?:一样|同样)[重贵多]"
)

_SAME_PRICE: Final = re.compile("(?:按|以|照)?(?:同样|相同|一样|原来)的?(?:价格|价钱|单价)(?:又|再)?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in a clause: its value and unit, and the words from the number before to it, and from it to the next."""

    value: Fraction
    unit: str
    measure: str  # as it is written
    before: str
    after: str
    clause: int
    one: bool  # "一", which may only mean "a"
    share: bool  # a fraction or percentage


@dataclass(frozen=True, slots=True)
class Telling:
    """The clauses that tell and those that ask."""

    told: tuple[str, ...]
    asked: tuple[str, ...]
    marks: Marks

    @property
    def text(self) -> str:
        """All of it."""
        return "，".join((*self.told, *self.asked))

    def mentions(self, clause: str, at: int = -1) -> list[Mention]:
        """The numbers of a clause in their order."""
        found = list(re.finditer(f"({NUMBER}|{FRACTION})(个(?=小时|月|星期))?({UNIT})?", clause))
        result = []
        for k, match in enumerate(found):
            start = found[k - 1].end() if k else 0
            end = found[k + 1].start() if k + 1 < len(found) else len(clause)
            letter, measure = match[1], match[3] or ""
            after = clause[match.end() : end]
            share = letter >= "\ue800" and not measure
            unit = unit_of(measure, after) if measure else ""
            one = letter in self.marks.ones
            result.append(Mention(self.marks.values[letter], unit, measure, clause[start : match.start()], after, at, one, share))  # fmt: skip
        return result

    def shown(self, clause: str) -> str:
        """A clause as it can be read, with its numbers."""

        def number(match: re.Match[str]) -> str:
            value = self.marks.values[match[0]]
            if value in self.marks.percents:
                return f" \\({decimal(value * 100)}\\%\\) "
            return "一" if match[0] in self.marks.ones else f" \\({decimal(value)}\\) "

        return re.sub(f"{NUMBER}|{FRACTION}", number, clause).strip()

    def without_ones(self, clause: str) -> str:
        """A clause without the ones that only mean "a": 一本书."""
        for one in self.marks.ones:
            clause = re.sub(f"(?<!元)(?:这|另|那)?{one}{UNIT}", "", clause)
        return clause


def telling(marks: Marks) -> Telling:
    """The clauses of a story.

    Raises:
        Unfit: it asks nothing, or has words that change an amount in a way that is not read here.
    """
    marks = replace(marks, values=dict(marks.values))
    text = _in_yuan(_UNIT_NOTE.sub("", _units_joined("，".join(marks.clauses))), marks)
    text = _QUESTION_NUMBER.sub("，", text)
    text = re.sub(
        f"(?<=前)({NUMBER})|(?<=后)({NUMBER})(?=个?(?:分钟|小时|天|周|星期|月))|(?<=接下来)的?({NUMBER})(?=个?(?:小时|天|周|星期|月))",
        lambda x: _spoken(marks.values[x[1] or x[2] or x[3]]),
        text,
    )
    clauses = [_LEAD.sub("", part.strip()) for part in re.split("[，（）()]+", text)]
    clauses = [part for part in clauses if part and not _FIXED_PRICE.fullmatch(part)]
    text = _SAME_PRICE.sub("", "，".join(clauses))
    if re.search("[-—~%]|(?<![a-z])[xyz](?![a-z])", text) or _CHANGES.search(_PLAIN.sub("", text)):
        raise Unfit
    clauses = text.split("，")
    asked = [part for part in clauses if _asks(part)]
    told = [part for part in clauses if not _asks(part)]
    if not asked or not told or len(asked) > 3:
        raise Unfit
    return Telling(tuple(told), tuple(asked), marks)


def _in_yuan(text: str, marks: Marks) -> str:
    """Coins of 5 角 beside sums in 元."""

    def yuan(match: re.Match[str]) -> str:
        marks.values[match[1]] /= 10
        return f"{match[1]}元"

    return re.sub(f"({NUMBER})角(?=的|硬币|纸币|和|与|、)", yuan, text) if "元" in text else text


def _spoken(value: Fraction) -> str:
    """A number that only tells one time from others: 前两天."""
    return "零一两三四五六七八九十"[int(value)] if value.denominator == 1 and value <= 10 else str(value)


def _units_joined(text: str) -> str:
    """ "（单位:千米/时)" was split at its colon."""
    return re.sub("单位，", "单位", text)


def _asks(clause: str) -> bool:
    return (
        bool(ASKS.search(clause))
        or clause.endswith("呢")
        or re.match("求(?!职|救|学|助)", clause) is not None
        and not re.search(NUMBER, clause)
    )


def quiet(text: str) -> bool:
    """Whether words may stand without a part in the sum: no word among them makes an amount of others.

    >>> quiet("她去文具店"), quiet("每组人数"), quiet("其余的")
    (True, False, False)
    """
    return not _OPERATORS.search(_PLAIN.sub("", text))
