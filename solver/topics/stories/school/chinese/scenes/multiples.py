"""Common multiples, remainders and divisions in stories, numbers told by a part of them; `integers` and `congruences` have the mathematics.

每隔4天 means every fifth day to some: it is not read.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import lcm
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Unfit, num

_DOES: Final = "发|开|去|来|亮|响|闪|出发|发出|开出|到|回|值|值日|休息|叫|跑|绕|进行|打扫|浇|检查"
_LCM: Final = "他们再次同时的时间，是各个间隔的公倍数；最早的一次是最小公倍数。"


@kind(
    {
        "every": ("(?:<q>[路号])?~每(?:隔)?<t:u>(?:就)?(?:{does})~", "~每(?P<gap>隔)<t:u>(?:就)?(?:{does})~", "~(?:{does}|跑|走)~(?:一圈|一周)?(?:需要|需|要|用)<t:u>", "~[和与、]~(?:分别|各)?每(?:隔)?<t:u>[、和与]<k:u>(?:就)?(?:{does})~"),
        "start": ("(?:[^，\ue000-\ue7ff]*?)<h>(?:时|点)(?:整|钟)?[^，\ue000-\ue7ff]*?同时[^\ue000-\ue7ff]*", "<two>(?:$U)~同时.*", "<mo>月<da>(?:日|号)~(?:都|同时|一起)(?:去|在|来|值日|到)?[^\ue000-\ue7ff]*", "(?:[^，\ue000-\ue7ff]{2,14}?)同时[^\ue000-\ue7ff]*", "~同时(?:发车|出发|开出|发出|去|亮|响|闪|起跑|~).*", "~(?:一起|都)(?:去|在|值日|发车|来)~", "(?:某天|今天|某日|一天)?~(?:他们|两人|三人)?(?:在|都)~(?:相遇|见面|去了)~", "~同时~(?:从)?(?:同一?(?:地点|起点)|起点)~"),
    },
    {"next": ("~(?:至少|最少)?(?:再)?(?:过|经过|要过|隔|要)?<?>(?:后|以后|之后|才)?(?:<two>(?:$U))?~(?:再次|又|第二次|下(?:一)?次|能|可以|再|会)*(?:同时|一起|相遇|在起点|都)~", "~(?:下(?:一)?次|下|再次|第二次)(?:同时|一起|都|相遇)~(?:至少)?(?:要|需|需要|是|再|经过|过|隔)*<?>(?:后|以后|之后)?~"),
    },
    does=_DOES,
)  # fmt: skip
def _again(s: Scene) -> None:
    """What happens every so many minutes happens together after the least common multiple."""
    told = s.all("every")
    if not s.all("start") or len(s.all("start")) > 2 or re.search("休息|晚点|几次|多少次|共", s.text):
        raise Unfit
    if any(
        f.has("two") and f.value("two") != sum(f.has(k) for f in told for k in "tk") for f in s.all("start")
    ):
        raise Unfit
    terms: list[tuple[Fraction, str]] = []
    for f in told:
        if f.has("gap") and f.unit("t") in ("天", "日", "周"):
            raise Unfit
        if re.search("隔", f.text) and f.unit("t") not in ("分钟", "分", "小时", "秒", "时"):
            raise Unfit
        terms += [(f.value(k), f.unit(k)) for k in "tk" if f.has(k)]
    units = {"分钟" if u == "分" else u for _, u in terms}
    asked = {"分": "分钟"}.get(s.asked.unit("?"), s.asked.unit("?"))
    if units != {asked}:
        raise Unfit
    _hand_common(s, [v for v, _ in terms], "最小公倍数", _LCM, asked, "经过的时间")


def _hand_common(s: Scene, values: list[Fraction], what: str, says: str, unit: str, label: str) -> None:
    """The question for the topic of integers."""
    if not 2 <= len(values) <= 4 or any(v.denominator != 1 or v < 2 for v in values):
        raise Unfit
    listed = "、".join(str(v) for v in values[:-1]) + f"和{values[-1]}"
    s.work.hand("integers", f"求{listed}的{what}", says, unit, label)


@kind(
    {
        "ropes": ("(?:把|将)?(?:有)?(?:<two>|两)?(?:根|条)?~(?:分别)?长(?:分别)?(?:是|为)?<a:u>[、和与]<b:u>的~(?:(?:剪|截|锯|切|分)成~(?:同样长|长度相等|相等|一样长|长度相同|等长)的~)?", "(?:有)?(?:<two>|两)(?:根|条)~(?:(?:分别|各)长|长(?:分别|各))(?:是|为)?<a:u>[、和与]<b:u>"),
        "two": ("(?:有)?(?:<two>|两)(?:根|条)~",),
        "rope": ("(?:另)?(?:外)?(?:<w>)?(?:根|条)?长(?:是|为)?<a:u>",),
        "cut": ("~(?:剪|截|锯|切|分)成~(?:同样长|长度相等|相等|一样长|长度相同|等长)的~(?:且|而)?(?:没有|无|不许有|不能有)?(?:剩余|浪费)?",),
        "exact": ("(?:并且|而且|且)?(?:没有|不能有|没|无|不许有|都没有|不)(?:剩余|余料|浪费|剩)",),
    },
    {"long": ("~每(?:小)?(?:段|根)~(?:最长|最多)(?:是|可以是|能剪|可以剪|有)*<?>~",)},
)  # fmt: skip
def _pieces(s: Scene) -> None:
    """Equal pieces of two lengths: the longest is the greatest common divisor."""
    ropes = s.maybe("ropes")
    both = [ropes, ropes] if ropes else s.all("rope")
    last = "b" if ropes else "a"
    counts = [f.value("two") for f in (*s.all("two"), *both[:1]) if f.has("two")]
    if len(both) != 2 or any(n != 2 for n in counts) or any(f.has("w") and f.value("w") != 1 for f in both):
        raise Unfit
    if not re.search("没有剩余|无剩余|没剩余|没有浪费|不浪费|没有余料|不能有剩余|不许有剩余|都没有剩余", s.text) or not re.search("[剪截锯切分]成", s.text):  # fmt: skip
        raise Unfit
    unit = s.asked.unit("?")
    lengths = [(both[0].value("a"), both[0].unit("a")), (both[1].value(last), both[1].unit(last))]
    if any(u != unit for _, u in lengths):
        raise Unfit
    _hand_common(s, [length for length, _ in lengths], "最大公因数", "每段的长要同时整除两根的长；最长的是它们的最大公因数。", unit, "每段最长的长度")  # fmt: skip


_LEFT: Final = "余下?|剩下?|多出?|多余|剩余|还剩|还多|就多|就余|就剩"
_SHORT: Final = "少|缺|差|还差|还少|就少|不足"
_COUNT: Final = "(?:$U)?"


@kind(
    {
        "rest": ("~<a>{u}<b>{u}地?(?:去)?数~?(?:{left})<r>{u}~", "~(?:每|按每|按)?<a>{u}(?:一)?(?:数|份|组|排|行|袋|堆|盒|箱|队)~?(?:最后|则|就|都|还|正好)?(?:{left})<r>{u}~", "~每(?:袋|盒|箱|组|排|行|队|堆|份|筐)~?(?:装|放|站|坐|分|排)?<a>{u}~?(?:最后|则|就|都|还|正好)?(?:{left})<r>{u}~", "~(?:用|被)?(?:它)?除以<a>(?:都)?余(?:数是|数为|数)?<r>~", "~被<a>除余(?:数是)?<r>~", "~<a>{u}<b>{u}地?(?:去)?数~?(?:{left})<r>~"),
        "short": ("~<a>{u}<b>{u}地?(?:去)?数~?(?:{short})<r>{u}~", "~每(?:袋|盒|箱|组|排|行|队|堆|份|筐)~?(?:装|放|站|坐|分|排)?<a>{u}~?(?:最后|则|就|都|还|正好)?(?:{short})<r>{u}~"),
        "group": ("~<a>{u}<b>{u}地?(?:去)?数", "~每(?:袋|盒|箱|组|排|行|队|堆|份|筐)~?(?:装|放|站|坐|分|排)?<a>{u}", "~(?:每)?<a>{u}一(?:组|排|行|袋|堆|盒|箱|队)"),
        "over": ("~?(?:最后|则|就|都|还|正好)?(?:{left})<r>{u}~",),
        "none": ("~<a>{u}<b>{u}地?(?:去)?数~?(?:正好|刚好|恰好)(?:数完|没有剩余|分完)?~",),
        "things": ("(?:$U)?~(?:鸡蛋|苹果|糖果|糖|书|棋子|学生|士兵|小朋友|气球|铅笔|球|花|橘子|桃子|梨|邮票)~", "~<n>(?:$U)~"),
    },
    {"least": ("~(?:至少|最少)(?:有|是|要有)?<?>~", "~(?:最小|最少)(?:是|为|有)?<?>~", "~(?:满足条件的)?最小(?:的)?(?:自然数|正整数|数)是<?>")},
    u=_COUNT, left=_LEFT, short=_SHORT,
)  # fmt: skip
def _counted(s: Scene) -> None:
    """What is left over is the remainder; what is short is the divisor less it."""
    pairs: list[tuple[int, int]] = []
    group: Found | None = None
    for name, f in s.told:
        if name == "things":
            if f.has("n") and f.value("n") != 1:
                raise Unfit
            continue
        if name == "group":
            if group is not None:
                raise Unfit
            group = f
            continue
        source = group if name == "over" else f
        group = None if name == "over" else group
        if source is None or group is not None:
            raise Unfit
        if source.has("b") and source.value("b") != source.value("a"):
            raise Unfit
        size = source.value("a")
        rest = 0 if name == "none" else f.value("r")
        if size.denominator != 1 or rest != int(rest) or not 0 <= rest < size or size < 2:
            raise Unfit
        pairs.append((int(size), int(size - rest) % int(size) if name == "short" else int(rest)))
    if group is not None or not 2 <= len(pairs) <= 4 or len({a for a, _ in pairs}) != len(pairs):
        raise Unfit
    if _first(pairs) < max(a for a, _ in pairs):
        raise Unfit  # so few are not meant
    if re.search("之间|不到|不足[\ue000-\ue7ff]{1}个以|以内|多于|超过|都余|都剩|都多", s.text):
        raise Unfit
    conditions = ",".join(f"x≡{r}(mod {a})" for a, r in pairs)
    unit = s.asked.unit("?")
    s.work.hand("congruences", f"求满足{conditions}的最小正整数x", "设总数为 \\(x\\)，剩下的就是余数" + ("；“少几个”就是除数减去几的余数。" if s.all("short") else "。"), unit, "总数至少")  # fmt: skip


def _first(pairs: list[tuple[int, int]]) -> int:
    """The smallest positive number with these remainders; 0 where there is none."""
    end = lcm(*(a for a, _ in pairs))
    return next((x for x in range(1, min(end, 10**6) + 1) if all(x % a == r for a, r in pairs)), 0)


@kind(
    {
        "quotient": ("~商(?:是|为|等于)?<q>",),
        "remainder": ("~余数?(?:是|为|等于)?<r>",),
        "both": ("~商(?:是|为)?<q>余(?:数)?(?:是|为)?<r>",),
        "apart": ("~被除数比除数(?:大|多)<d>", "~除数比被除数(?:小|少)<d>", "~被除数[与和]除数的?差(?:是|为)<d>", "~被除数[与和]除数相差<d>"),
        "sum": ("~被除数[与和、]除数的?和(?:是|为)<d>", "~被除数[与和、]除数(?:一共|共)?(?:是|为)<d>"),
        "all": ("~被除数、除数、商[与和、]余数的?(?:总)?和(?:是|为)<d>", "~被除数、除数、商、余数(?:四个数)?的?(?:总)?和(?:是|为)<d>"),
        "scene": ("(?:在)?(?:一|$U|这)?~(?:有余数的)?(?:除法|算式|除法算式|除法算式中|除法中)", "两个?~(?:整数|数|自然数)?相除", "<two>个?~(?:整数|数|自然数)相除"),
    },
    {"dividend": ("~被除数(?:是|为)?<?>",), "divisor": ("~(?<!被)除数(?:是|为)?<?>",)},
)  # fmt: skip
def _division(s: Scene) -> None:
    """The dividend is so many times the divisor, and the remainder."""
    parts = s.maybe("both")
    q, r = (parts or s.one("quotient"))["q"], (parts or s.one("remainder"))["r"]
    relation = s.all("apart", "sum", "all")
    if len(relation) != 1 or q.value.denominator != 1 or r.value.denominator != 1 or q.value < 1 or "扩大" in s.text:  # fmt: skip
        raise Unfit
    told = relation[0]["d"]
    if s.all("apart"):
        rest = s.step("减去余数，正好是除数的（商减 1）倍", told - r)
        divisor = s.step("除数", rest / (q - num(1)))
    else:
        if s.all("all"):
            told = s.step("被除数与除数的和", told - q - r)
        rest = s.step("减去余数，正好是除数的（商加 1）倍", told - r)
        divisor = s.step("除数", rest / (q + num(1)))
    if divisor.value.denominator != 1 or divisor.value <= r.value:
        raise Unfit
    if s.question == "divisor":
        s.work.give(divisor, "", "除数")
    else:
        s.work.give(s.step("被除数＝除数×商＋余数", divisor * q + r), "", "被除数")


@kind(
    {"part": ("(?:已知)?(?:$U)?(?:一个)?数的<%f>(?:是|等于|为)<n>", "<n>(?:是|等于)(?:一个)?数的<%f>")},
    {
        "other": ("(?:这个|那么这个|该)?数的<%g>(?:是|等于|为)<?>", "(?:这个|该)?数的<k>倍(?:是|等于|为)<?>"),
        "whole": ("(?:这个|该)?数(?:是|等于|为)<?>",),
    },
)  # fmt: skip
def _number(s: Scene) -> None:
    """The number first, then the other part of it."""
    part = s.one("part")
    number = s.step("这个数：已知它的几分之几是多少，用除法", part["n"] / part["f"])
    if s.question == "whole":
        s.work.give(number, "", "这个数")
        return
    other = s.asked["k"] if s.asked.has("k") else s.asked["g"]
    s.work.give(s.step("求一个数的几分之几（几倍）用乘法", number * other), "", "结果")
