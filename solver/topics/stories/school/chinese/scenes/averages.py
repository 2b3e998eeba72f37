"""Stories of means: of a list, of one more number, of the one that is not told; and of rates in percent that have a name."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.marks import NUMBER, UNIT
from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_LIST: Final = f"(?P<list>(?:{NUMBER}{UNIT}[、，和])+{NUMBER}{UNIT})"


def _sum(s: Scene, terms: list[Term], says: str, unit: str) -> Term:
    total = terms[0]
    for one in terms[1:]:
        total = total + one
    return s.step(says, total, unit)


def _listed(f: Found) -> tuple[list[Term], str]:
    marks = f._marks
    units = set(re.findall(f"{NUMBER}({UNIT})", f.word("list")))
    if len(units) != 1:
        raise Unfit
    return [num(marks.values[c]) for c in re.findall(NUMBER, f.word("list"))], units.pop()


_MEAN: Final = "平均(?:分数|成绩|分|身高|体重|数|产量|每.)?"
_SUBJECT: Final = "语文|数学|英语|科学|品德|体育|音乐|美术|思想品德|外语|物理|化学|道德与法治"


@kind(
    {
        "list": ("~(?:<c>(?:次|个|人|名|天|周|位))?~(?:的)?(?:成绩|身高|体重|得分|分数|质量)?(?:分别|依次)?(?:是|为|有|跳了|考了|得了|捐了|跑了)+{list}",),
    },
    {"mean": ("~平均(?:每(?:次|人|天|个|位|袋|组|分钟))?~(?:是|有|得|考|跳|跑|用|捐|打|写|读|看)*(?:了)?<?>~",)},
    list=_LIST,
)  # fmt: skip
def _mean_of_list(s: Scene) -> None:
    f = s.one("list")
    numbers, unit = _listed(f)
    if (
        unit != s.asked.unit("?")
        or f.has("c")
        and f.value("c") != len(numbers)
        or not 2 <= len(numbers) <= 12
    ):
        raise Unfit
    total = _sum(s, numbers, "总数", unit)
    s.work.give(s.step("平均数＝总数÷份数", total / num(len(numbers)), unit), unit, "平均数")


_HAN: Final = "零一两三四五六七八九"
_OF: Final = "(?:的)?平均(?:分数|成绩|分|身高|体重|每次)?(?:都)?(?:是|为|得|考|跳|有)?(?:了)?"


@kind(
    {
        "first": (f"~前<k>次~{_OF}<a:u>", f"~前(?P<han>[两三四五六七八九])次~{_OF}<a:u>"),
        "next": ("第(?P<nth>[一二三四五六七八九十]+)次~(?:考了?|得了?|是|跳了?|为|测验|成绩是)+<b:u>", "~第(?P<nth>[一二三四五六七八九十]+)次~(?:考了?|得了?|是|跳了?|为|测验|成绩是)+<b:u>",),
    },
    {"mean": ("~(?:这)?<n>次~(?:的)?平均(?:分数|成绩|分|每次)?~(?:是|为|有|得|考)*<?>~", "<n>次(?:的)?平均(?:分数|成绩|分)(?:是|为)?<?>")},
)  # fmt: skip
def _one_more(s: Scene) -> None:
    """The mean of the first ones, and one more."""
    first, more = s.one("first"), s.one("next")
    k = first["k"] if first.has("k") else num(_HAN.index(first.word("han")))
    count = s.asked["n"]
    if count.value != k.value + 1 or "零一二三四五六七八九十".find(more.word("nth")) != count.value:
        raise Unfit
    unit = s.asked.unit("?")
    if len({unit, first.unit("a"), more.unit("b")}) != 1:
        raise Unfit
    before = s.step("前几次的总数＝平均数×次数", first["a"] * k, unit)
    total = s.step("加上这一次的总数", before + more["b"], unit)
    s.work.give(s.step("平均数＝总数÷次数", total / count, unit), unit, "平均数")


@kind(
    {
        "got": ("~(?P<x>{sub})(?:考|得|成绩)?(?:了|是|到)*<a>分", "~(?P<x>{sub})(?:的)?(?:成绩|分数)(?:是|为)<a>分"),
        "mean": ("~(?:(?:要)?(?:使|想使))?~(?:(?:{sub})[、和]?){2,5}(?:<n>|(?P<han>[两二三四五六]))(?:科|门|门课|门功课)的?平均(?:成绩|分数|分)(?:达到|是|为)?<m>分", "~(?:要|想)?(?:使)?(?:<n>|(?P<han>[两二三四五六]))(?:科|门|门课|门功课)的?平均(?:成绩|分数|分)(?:达到|是|为)?<m>分"),
    },
    {"other": ("~(?P<x>{sub})(?:至少)?(?:要|应|必须|得|需要)*(?:考|得|成绩是|是)+(?:到|了)?(?:多少|几)分",)},
    sub=_SUBJECT,
)  # fmt: skip
def _other_mark(s: Scene) -> None:
    """The marks of all subjects by their mean, without those that are told."""
    mean, got = s.one("mean"), s.all("got")
    names = [f.word("x") for f in got] + [s.asked.word("x")]
    listed = re.findall(_SUBJECT, mean.text)
    count = mean["n"] if mean.has("n") else num(_HAN.index(mean.word("han").replace("二", "两")))
    if (
        len(set(names)) != len(names)
        or count.value != len(names)
        or listed
        and sorted(listed) != sorted(names)
    ):
        raise Unfit
    total = s.step("几科的总分＝平均分×科数", mean["m"] * count, "分")
    rest = total
    for f in got:
        rest = rest - f["a"]
    s.work.give(s.step("减去已知的各科分数", rest, "分"), "分", "这一科的分数")


@kind(
    {
        "first": (f"~前<k>次~{_OF}<a:u>", f"~前(?P<han>[两三四五六七八九])次~{_OF}<a:u>", f"~<k>次~{_OF}<a:u>"),
        "goal": ("~(?:要|想|希望)?(?:使|让)~<n>次~平均(?:分数|成绩|分|数)?~(?:达到|是|为|提高到|不低于)<m:u>",),
    },
    {
        "next": (
            "~第(?P<nth>[一二三四五六七八九十]+)次~(?:至少)?(?:要|应|应该|需要|需|得|必须)*(?:考|得|跳|达到|测验得)+(?:到)?<?>~(?:使|让|能使)(?:他|她|这)?<n>次~平均(?:分数|成绩|分|数)?~(?:达到|是|为|提高到|不低于)<m:u>",
            "(?:要|想)?(?:使|让)~<n>次~平均(?:分数|成绩|分|数)?~(?:达到|是|为|提高到)<m:u>~第(?P<nth>[一二三四五六七八九十]+)次~(?:考|得|跳)+<?>",
        ),
        "asked": ("~第(?P<nth>[一二三四五六七八九十]+)次~(?:至少)?(?:要|应|应该|需要|需|得|必须|测验)*(?:考|得|跳)+(?:到|了)?<?>~",),
    },
)  # fmt: skip
def _next_for_mean(s: Scene) -> None:
    """What the next one must be for a mean of all."""
    first = s.one("first")
    goal = s.asked if s.question == "next" else s.one("goal")
    s.only("first", *(() if s.question == "next" else ("goal",)))
    k = first["k"] if first.has("k") else num(_HAN.index(first.word("han")))
    n = goal["n"]
    if n.value != k.value + 1 or "零一二三四五六七八九十".find(s.asked.word("nth")) != n.value:
        raise Unfit
    unit = s.asked.unit("?")
    if len({unit, first.unit("a"), goal.unit("m")}) != 1:
        raise Unfit
    before = s.step("前几次的总数＝平均数×次数", first["a"] * k, unit)
    whole = s.step("几次一共要达到的总数", goal["m"] * n, unit)
    s.work.give(s.step("这一次＝总数－前几次的总数", whole - before, unit), unit, "这一次的成绩")


@kind(
    {
        "first": (f"~前<k>(?:次|个|门|人|位|名)~{_OF}<a:u>", f"~前(?P<han>[两三四五六七八九])(?:次|个)~{_OF}<a:u>", f"~<k>(?:次|个|人|位|名)~{_OF}<a:u>"),
        "mean": ("~(?:加上|算上|参加)?~第(?P<nth>[一二三四五六七八九十]+)(?:次|个|人)~(?:后|成绩后)~", "~(?:这)?<n>(?:次|个|人|位|名)~平均(?:分数|成绩|分|身高|体重|每次)?~(?:是|为|达到|变成|提高到|上升到|变为|成了)<m:u>", "~平均(?:分数|成绩|分|身高|体重|每次)?~(?:变成|提高到|上升到|变为|下降到|降到|降为)(?:了)?<m:u>"),
    },
    {"next": ("~第(?P<nth>[一二三四五六七八九十]+)(?:次|个|人)~(?:考|得|跳|打|射|是|身高|体重|成绩|为|重|高)+(?:了|到)?<?>~",)},
)  # fmt: skip
def _one_changed_mean(s: Scene) -> None:
    """One more changed the mean: what it is."""
    first = s.one("first")
    means = [f for f in s.all("mean") if f.has("m")]
    if len(means) != 1:
        raise Unfit
    k = first["k"] if first.has("k") else num(_HAN.index(first.word("han")))
    place = "零一二三四五六七八九十".find(s.asked.word("nth"))
    n = means[0]["n"] if means[0].has("n") else s.step("现在的个数", k + num(1))
    if place != n.value or n.value != k.value + 1:
        raise Unfit
    unit = s.asked.unit("?") or means[0].unit("m")
    if len({unit, first.unit("a"), means[0].unit("m")}) != 1:
        raise Unfit
    lower = re.search("下降到|降到|降为", means[0].text)
    if lower and means[0].value("m") > first.value("a") or re.search("提高|上升", means[0].text) and means[0].value("m") < first.value("a"):  # fmt: skip
        raise Unfit
    before = s.step("原来的总数＝平均数×个数", first["a"] * k, unit)
    whole = s.step("现在的总数", means[0]["m"] * n, unit)
    s.work.give(s.step("这一个＝现在的总数－原来的总数", whole - before, unit), unit, "这一个")


_SOME: Final = f"(?P<list>(?:{NUMBER}{UNIT}?[、，和])+{NUMBER}{UNIT})"
_COUNTED: Final = "零一二三四五六七八九十"


def _count(f: Found, number: str, word: str) -> Term:
    """How many, in digits or in one character."""
    return f[number] if f.has(number) else num(_COUNTED.index(f.word(word).replace("两", "二")))


@kind(
    {
        "mean": (f"~<n>次~{_OF}<m:u>", f"~(?P<han>[两二三四五六七八九十])次~{_OF}<m:u>"),
        "few": (
            "(?:其中|其中的|前)?<k>次~?(?:的)?(?:成绩|得分|分数)?(?:分别|依次)?(?:是|为|考了|得了|考|得)*{list}",
            "(?:其中|其中的|前)?(?P<some>[两二三四五六七八九])次~?(?:的)?(?:成绩|得分|分数)?(?:分别|依次)?(?:是|为|考了|得了|考|得)*{list}",
        ),
    },
    {"missing": ("~?(?:第(?P<nth>[一二三四五六七八九十]+)|最后一|另外?一|还有一)次~?(?:考|得|是|为|成绩|的)*(?:了)?<?>",)},
    list=_SOME,
)  # fmt: skip
def _missing_time(s: Scene) -> None:
    """The one that is not told, by the mean of all and the others."""
    mean, few = s.one("mean"), s.one("few")
    numbers = [num(few._marks.values[c]) for c in re.findall(NUMBER, few.word("list"))]
    units = set(re.findall(f"{NUMBER}({UNIT})", few.word("list")))
    n, k = _count(mean, "n", "han"), _count(few, "k", "some")
    unit = s.asked.unit("?")
    place = s.asked.word("nth")
    if (
        units | {mean.unit("m")} != {unit}
        or k.value != len(numbers)
        or n.value != k.value + 1
        or place
        and _COUNTED.find(place) != n.value
    ):
        raise Unfit
    whole = s.step("几次的总数＝平均数×次数", mean["m"] * n, unit)
    rest = whole
    for one in numbers:
        rest = rest - one
    s.work.give(s.step("减去已知的各次", rest, unit), unit, "这一次的成绩")


_RATES: Final = (
    "合格|及格|优秀|发芽|成活|出勤|命中|达标|出粉|出油|出米|含盐|含糖|出糖|录取|次品|缺勤|近视|获奖|出盐|投中"
)


@kind(
    {
        "rate": ("~(?P<x>{rates})率(?:是|为|达到|达|约是|约为)?<%r>~",),
        "all": ("~(?:有|共有|共|一共|生产|加工|种|栽|播种|播下|做|抽查|参加|检验|做了|种了|投|射击|投篮|试种|用|种下)+(?:了)?<n:u>~", "~<n:u>(?P<q>~)(?:进行|做)?(?:发芽)?(?:试验|实验)?"),
        "rate_all": ("~(?P<x>{rates})率(?:是|为)?<%r>的~(?:有|播下|种|种下)*<n:u>~",),
        "part": ("~(?:有)?<p:u>(?P<y>~)(?P<x>{rates})(?:了)?", "~(?:要)?(?:得到|磨出|榨出|碾出|磨|榨|保证)(?:成活)?<p:u>~"),
    },
    {
        "good": ("~(?:合格|及格|优秀|发芽|成活|出勤|命中|达标|获奖|近视|录取)(?:了)?(?:的)?~(?:有)?<?>~", "~(?:能|可以|可)?(?:磨出|榨出|碾出|出|磨|榨|磨成|得|得到|含)(?:多少|几)(?P<_u>千克|吨|克)~", "~(?:有)?<?>~(?:合格|及格|发芽|成活|命中|达标|优秀|获奖|出勤)(?:了)?"),
        "bad": ("~(?:不|没有|没|未)(?P<x>合格|及格|发芽|成活|命中|出勤|达标|获奖|优秀)(?:的)?~(?:有)?<?>~", "~(?:有)?<?>~(?:不|没有?|未)(?P<x>合格|及格|发芽|成活|命中|达标|获奖|优秀|出勤|录取|近视)(?:了)?"),
        "whole": ("~(?:需要|要|需|至少要|应|应该|要用|需要用)(?:准备|播种|栽|种|种植|播)?<?>~",),
    },
    rates=_RATES,
)  # fmt: skip
def _named_rate(s: Scene) -> None:
    """A rate in percent is a part of the whole; the name says of which part."""
    rate = s.maybe("rate") or s.one("rate_all")
    name, part, unit = rate.word("x"), rate["r"], s.asked.unit("?")
    if not 0 < part.value <= 1:
        raise Unfit
    if s.question == "whole":
        got = s.one("part")
        if s.all("all") or got.unit("p") != unit or got.has("x") and got.word("x") != name:
            raise Unfit
        s.give(s.step("求全部：已知它的几分之几是多少，用除法", got["p"] / part, unit), unit, "需要的数量")
        return
    whole = s.maybe("all") or s.one("rate_all")
    if (
        s.all("part")
        or whole.unit("n") != unit
        or len(s.all("rate", "rate_all")) != 1
        or len(s.all("all")) > 1
    ):
        raise Unfit
    last = s.asked.text
    out = {
        "出粉": "磨",
        "出油": "榨",
        "出米": "碾",
        "含盐": "含",
        "含糖": "含",
        "出糖": "",
        "出盐": "得",
    }.get(name)
    if s.question == "good":
        if re.search("不|没|未", last) or (out is None and name not in last) or (out is not None and not re.search(f"{out}|{name}", last)):  # fmt: skip
            raise Unfit
        s.give(s.step("求一个数的百分之几用乘法", whole["n"] * part, unit), unit, "要求的数量")
        return
    if s.asked.word("x") != name:
        raise Unfit
    rest = s.step("另一部分占几分之几", num(1) - part)
    s.give(s.step("求一个数的百分之几用乘法", whole["n"] * rest, unit), unit, "要求的数量")


_ABSENT: Final = "请(?:了)?(?:病|事)?假|缺勤|没(?:有)?(?:来|到校?|到)|未到校?|生病"


@kind(
    {
        "all": ("~(?:应到|应出勤|有|共有|共|一共|种了?|栽了?|植树|抽查了?|抽检了?|生产了?|加工了?|做了|参加~的有|参加考试的有|播种了?|投篮?了?)(?:了)?<n:u>~", "~<n:u>~(?:参加~(?:考试|测试|测验|比赛)|做发芽试验|做~试验)"),
        "away": ("~(?:有|其中|其中有)?<p:u>(?:~)?(?:{absent}|不合格|没有?成活|没活|没有?发芽|不及格|未达标|没(?:有)?投中|没中|没有?达标)(?:了)?", "~(?:请(?:病|事)?假|缺勤|未到|不合格|没有?成活|没有?发芽|不及格|次品)的?(?:有)?<p:u>~"),
        "here": ("~(?:有|其中|其中有|其中~有)?<p:u>(?:~)?(?:出勤|到校|合格|成活|发芽|及格|达标|优秀|命中|投中|获奖|录取|是合格的|合格的)(?:了)?(?:的)?", "~(?:出勤|实到|到校|合格|成活|发芽|及格|达标|优秀|命中|投中|获奖|录取)(?:了|的)?(?:有|人数是|~有)?<p:u>~"),
        "others": ("(?:其余|其他|剩下)的?(?:人|同学|学生|~)?(?:都|全部|全|均)(?:出勤|到校|来|到|合格|成活|发芽|及格|达标)(?:了|齐了?)?(?:的)?",),
    },
    {"rate": ("~(?P<x>{rates})率(?:是|为|达到|达)?(?:多少|百分之几|百分之多少)", "~(?P<x>{rates})率(?:是|为)?<?>")},
    rates=_RATES, absent=_ABSENT,
)  # fmt: skip
def _rate_of(s: Scene) -> None:
    """So many of all: the name of the rate says which part is meant."""
    whole, name = s.one("all"), s.asked.word("x")
    here, away = s.maybe("here"), s.maybe("away")
    if (here is None) == (away is None) or s.asked.unit("?"):
        raise Unfit
    told = here or away
    assert told is not None
    unit = whole.unit("n")
    if told.unit("p") != unit or told.value("p") > whole.value("n"):
        raise Unfit
    bad = name in ("缺勤", "次品")
    fits = {
        "出勤": f"出勤|到校|实到|{_ABSENT}",
        "缺勤": f"出勤|到校|实到|{_ABSENT}",
        "次品": "合格|次品",
        "命中": "命中|投中|没中",
        "投中": "命中|投中|没中",
    }
    if not re.search(fits.get(name, name.replace("成活", "成活|没活")), told.text):
        raise Unfit
    part = told["p"] if (away is not None) == bad else s.step("这一部分有多少", whole["n"] - told["p"], unit)
    s.work.give(s.step(f"{name}率＝这一部分÷总数", part / whole["n"]), "", f"{name}率")
    s.work.percent = True
