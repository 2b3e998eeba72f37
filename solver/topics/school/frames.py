"""Kinds of problems that have a method of their own, each read whole by one pattern: planting trees, sawing, stairs, and the like.

A pattern is a regular expression over the clauses joined by commas, in which `<a>` is a number called a, `<a:u>` one with a unit,
`<%a>` a fraction or percentage, `~` some words without numbers, and `,` a comma that may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from solver.topics.school.marks import FRACTION, NUMBER, SCALES, UNIT, Marks
from solver.topics.school.working import Term, Unfit, Working, num

_WORDS: Final = f"[^{NUMBER[1:-1]}{FRACTION[1:-1]}，]{{0,16}}?"


class Found:
    """The numbers and units that a pattern found."""

    def __init__(self, match: re.Match[str], marks: Marks) -> None:
        self._match, self._marks = match, marks

    def __getitem__(self, name: str) -> Term:
        return num(self.value(name))

    def value(self, name: str) -> Fraction:
        """The number of this name."""
        return self._marks.values[self._match[name]]

    def has(self, name: str) -> bool:
        """Whether this part stood there."""
        return bool(self._match.groupdict().get(name))

    def unit(self, name: str) -> str:
        """The unit of the number of this name, or a word of this name."""
        return self._match[f"{name}_u"] or ""

    def word(self, name: str) -> str:
        """A word of this name."""
        return self._match[name] or ""

    @property
    def text(self) -> str:
        """All that was read."""
        return self._match[0]

    def marked(self, letter: str) -> Fraction:
        """The number that a letter stands for."""
        return self._marks.values[letter]

    def whole(self, *names: str) -> None:
        """These numbers are whole and at least 1."""
        for name in names:
            if self.value(name).denominator != 1 or self.value(name) < 1:
                raise Unfit


Method = Callable[[Found, Working], None]
FRAMES: Final[list[tuple[re.Pattern[str], Method]]] = []


def frame(*patterns: str) -> Callable[[Method], Method]:
    """A decorator: problems that one of the patterns reads whole are solved by the decorated function."""

    def register(method: Method) -> Method:
        FRAMES.extend((_compiled(pattern), method) for pattern in patterns)
        return method

    return register


def _compiled(pattern: str) -> re.Pattern[str]:
    pattern = re.sub(r"<%(\w+)>", lambda m: f"(?P<{m[1]}>{FRACTION})", pattern)
    pattern = re.sub(r"<(\w+):u>", lambda m: f"(?P<{m[1]}>{NUMBER})(?P<{m[1]}_u>{UNIT})", pattern)
    pattern = re.sub(r"(?<!\?P)<(\w+)>", lambda m: f"(?P<{m[1]}>{NUMBER})", pattern)
    pattern = re.sub(r",(?![\d}])", "，?", pattern).replace("~", _WORDS).replace("@", f"(?:{NUMBER}|一)").replace("$U", UNIT)
    return re.compile(f"(?:~，)?{pattern}，?".replace("~", _WORDS.replace("16", "20")))


def framed(m: Marks) -> Working | None:
    """The working of the first pattern that reads the problem; None where none does."""
    from solver.topics.school import kinds  # noqa: F401, PLC0415  # it adds its patterns

    text = re.sub("^(?:已知|问)|(?<=，)(?:那么|请问|问|求|已知|如果|假如|若|照这样计算，?|照这样的速度，?|照这样，?|照这样算，?|请你算一算，?|请你算一下，?|则)+", "", m.text)
    plain = re.sub("|".join(f"{one}{UNIT}" for one in m.ones) or "$^", "", text)
    pairs = re.sub(f"({NUMBER})(?=车|人|地|站|船|城|队|辆|座|栋|个不同|个人|位|名)", lambda x: "两" if m.values[x[1]] == 2 else x[0], plain)
    for pattern, method in FRAMES:
        for words in dict.fromkeys((text, plain, pairs)):
            match = pattern.fullmatch(words)
            if match is None:
                continue
            work = Working()
            try:
                method(Found(match, m), work)
            except Unfit:
                continue
            if work.answer is not None and work.answer.value >= 0:
                return work
    return None


MANY: Final = "(?:多少|几)"
ASK: Final = "(?:是|有|要|需|需要|用|共|一共|可以|能|应|该|得|花|大约|最多|至少|最少|总共|还|将|会|约|应该|他|她|它)*" + MANY


def one_unit(work: Working, f: Found, *names: str) -> tuple[list[Term], str]:
    """Numbers of one kind in the unit of the first."""
    first = f.unit(names[0])
    terms = []
    for name in names:
        unit = f.unit(name)
        if unit != first:
            if unit not in SCALES or first not in SCALES or SCALES[unit][0] != SCALES[first][0]:
                raise Unfit
            factor = SCALES[unit][1] / SCALES[first][1]
            term = f[name] * num(factor) if factor > 1 else f[name] / num(1 / factor)
            terms.append(work.step(f"换成{first}", term, first))
        else:
            terms.append(f[name])
    return terms, first


# -- intervals -----------------------------------------------------------------------------------------

_TREES: Final = "(?P<thing>树|柳树|杨树|松树|雪松|桃树|梧桐树|樟树|路灯|灯|电线杆|彩旗|旗|花|树苗|垃圾桶|小树|柳|椅子)"
_ROAD: Final = f"~(?:(?:长|全长|相距)(?:是|为|约)?)?<n:u>长?(?:的~)?,~(?:从头到尾)?(?:每隔|隔|每)<k:u>~(?:种|栽|植|插|安装|装|放|立|竖|挂|摆)~(?:@$U)?~(?:@$U)?"
_ENDS: Final = "(?:两端|两头|首尾|起点和终点)(?:都|各)?(?:要|也)?(?:种|栽|植|插|装|安装|放|挂)?"


@frame(
    f"{_ROAD},[(（]?{_ENDS}(?:@$U)?[)）]?,~{ASK}$U~",
    f"{_ROAD},~{ASK}$U~[(（]{_ENDS}[)）]",
)
def _trees_both_ends(f: Found, work: Working) -> None:
    _trees(f, work, 1)


@frame(
    f"~(?:每隔|隔|每)<k:u>~(?:种|栽|植|插|安装|装|放|立|竖|挂|摆)~(?:@$U)?~,(?:~)?(?:长|全长|路长)(?:是|为|约)?<n:u>,~{_ENDS},~{ASK}$U~",
)
def _trees_all(f: Found, work: Working) -> None:
    _trees(f, work, 1)


@frame(f"{_ROAD},(?:两端|两头)(?:都)?不(?:种|栽|植|插|装|安装|放),~{ASK}$U~")
def _trees_no_end(f: Found, work: Working) -> None:
    _trees(f, work, -1)


@frame(f"(?:在)?(?:两|@)(?:座|栋|幢)?(?:楼房?|大楼|教学楼|房子)(?:之)?间(?:相距|的距离是|距离)<n:u>,~(?:每隔|隔|每)<k:u>~(?:种|栽|植)~(?:@$U)?,~{ASK}$U~")
def _trees_between(f: Found, work: Working) -> None:
    _trees(f, work, -1)


def _trees(f: Found, work: Working, more: int) -> None:
    if re.search("四周|圆|周围|环", f.text):
        raise Unfit
    both = re.search("两[侧边旁]", f.text)
    if both and "不" in f.text:
        raise Unfit
    (n, k), unit = one_unit(work, f, "n", "k")
    if (n.value / k.value).denominator != 1:
        raise Unfit
    gaps = work.step("有多少个间隔", n / k, "个")
    if more > 0:
        row = work.step("一边有多少：两端都有，比间隔数多 1", gaps + num(1))
        work.give(work.step("两边一共有多少", row * num(2)) if both else row, "", "总数")
    else:
        work.give(work.step("两端都没有，比间隔数少 1", gaps - num(1)), "", "总数")


@frame(
    f"~(?:锯|剪|截|切|砍)(?:成|了)?<n>(?:段|截|断|根),?(?:需要|需|要|用|用了|花了|花)?(?:共)?<t:u>,(?:~(?:锯|剪|截|切)成)<k>(?:段|截|断|根),?~{ASK}$U~",
    f"~(?:锯|剪|截|切|砍)(?:成|了)?<n>(?:段|截|断|根)(?:需要|需|要|用|用了|花了|花)<t:u>,(?:~(?:锯|剪|截|切)成)<k>(?:段|截|断|根),?~{ASK}$U~",
)
def _sawing(f: Found, work: Working) -> None:
    f.whole("n", "k")
    if f.value("n") < 2 or f.value("k") < 2:
        raise Unfit
    cuts = work.step("要锯几次（次数比段数少 1）", f["n"] - num(1), "次")
    each = work.step("锯一次要多长时间", f["t"] / cuts, f.unit("t"))
    more = work.step("后来要锯几次", f["k"] - num(1), "次")
    work.give(work.step("一共要多长时间", each * more, f.unit("t")), f.unit("t"), "一共要的时间")


@frame(f"~(?:锯|截|切|剪)(?:成)<k>(?:段|截|断|根),(?:每|锯|截|切|剪)+(?:下|开|断)?(?:@次|一处|一段|一次|一下|@段)?,?(?:需要|需|要|用)<t:u>,~{ASK}$U~")
def _sawing_each(f: Found, work: Working) -> None:
    f.whole("k")
    cuts = work.step("要锯几次（次数比段数少 1）", f["k"] - num(1), "次")
    work.give(work.step("一共要多长时间", cuts * f["t"], f.unit("t")), f.unit("t"), "一共要的时间")


_FLOORS: Final = "一二三四五六七八九"
_FLOOR: Final = f"(?:{NUMBER}|[一二三四五六七八九])(?:楼|层)"


def _floor(f: Found, name: str) -> Term:
    char = f.word(name)
    value = f._marks.values.get(char)
    number = num(value if value is not None else _FLOORS.index(char) + 1)
    if number.value.denominator != 1:
        raise Unfit
    return number


def _at(name: str) -> str:
    return f"(?P<{name}>{NUMBER}|[一二三四五六七八九])(?:楼|层)"


@frame(
    f"~从{_at('a')}(?:走|跑|爬|上|乘电梯)?到{_at('b')},?(?:用|需要|要|需|有|共有|共用|一共有|花|走)+了?<t:u>(?:台阶)?,~从{_at('c')}(?:走|跑|爬|上)?到{_at('d')},?~(?:{ASK}$U~|多长时间)",
)
def _stairs(f: Found, work: Working) -> None:
    a, b, c, d = (_floor(f, name) for name in "abcd")
    if not (a.value < b.value and c.value < d.value):
        raise Unfit
    flights = work.step("先走的有几层楼梯", b - a, "层")
    each = work.step("每层楼梯是多少", f["t"] / flights, f.unit("t"))
    more = work.step("后走的有几层楼梯", d - c, "层")
    work.give(work.step("一共是多少", each * more, f.unit("t")), f.unit("t"), "要求的数")


@frame(f"~<a>点钟?敲<b>下,<t:u>(?:敲完)?,~<c>点钟?敲<d>下,?~{ASK}$U~")
def _clock(f: Found, work: Working) -> None:
    if f.value("a") != f.value("b") or f.value("c") != f.value("d") or f.value("b") < 2:
        raise Unfit
    gaps = work.step("先敲的有几个间隔", f["b"] - num(1), "个")
    each = work.step("每个间隔多长", f["t"] / gaps, f.unit("t"))
    more = work.step("后敲的有几个间隔", f["d"] - num(1), "个")
    work.give(work.step("一共多长时间", each * more, f.unit("t")), f.unit("t"), "一共要的时间")


# -- work and proportion ---------------------------------------------------------------------------------


@frame(
    f"(?:~，)?<a>个?(?:人|工人|名工人|台|辆|头|只|匹)~<t:u>(?:可以|能|可)?(?:完成|做完|修完|挖完|干完|运完|吃完|加工完|耕完),~<b>个?(?:人|工人|名工人|台|辆|头|只|匹)~,?{ASK}(?P<v>$U)~",
)
def _same_work(f: Found, work: Working) -> None:
    f.whole("a", "b")
    if f.word("v") != f.unit("t"):
        raise Unfit
    total = work.step("如果只有一个，要用多长时间", f["a"] * f["t"], f.unit("t"))
    work.give(work.step("现在要用多长时间", total / f["b"], f.unit("t")), f.unit("t"), "要用的时间")


_DONE: Final = "(?:可以|能|可)?(?:完成|做完|修完|挖完|干完|运完|烧|用|吃|读完|看完|到达|烧完|用完|吃完|打完|织完|生产完)(?:任务|了)?"


@frame(
    f"~每(?P<p>天|小时|分钟|月)~<v:u>,<t>(?:个)?(?P<q>天|小时|分钟|月){_DONE},~(?:只用了?|用了?|要|提前|打算|需|需要)*(?:在)?<s>(?:个)?(?P<r>天|小时|分钟|月)(?:就)?{_DONE}?,~(?:平均)?每(?P<w>天|小时|分钟|月)~(?P<more>多)?~{ASK}(?P<z>$U)~",
    f"~每(?P<p>天|小时|分钟|月)~<v:u>,<t>(?:个)?(?P<q>天|小时|分钟|月){_DONE},~(?:只用了?|用了?|要|提前|打算|需|需要)*(?:在)?<s>(?:个)?(?P<r>天|小时|分钟|月)(?:就)?{_DONE}?,~(?:平均)?每(?P<w>天|小时|分钟|月)~(?P<more>多)~{ASK}(?P<z>$U)~",
)
def _faster(f: Found, work: Working) -> None:
    if len({f.word(k) for k in "pqrw"}) != 1 or f.word("z") != f.unit("v") or "提前" in f._match[0]:
        raise Unfit
    total = work.step("一共有多少", f["v"] * f["t"], f.unit("v"))
    each = work.step(f"后来每{f.word('w')}多少", total / f["s"], f.unit("v"))
    if re.search(f"每{f.word('w')}[^，]*多[^少]", f._match[0].rsplit("，", 2)[-2] if f._match[0].endswith("，") else f._match[0]):
        each = work.step("每份多多少", each - f["v"], f.unit("v"))
    work.give(each, f.unit("v"), f"每{f.word('w')}的数量")


@frame(
    f"~每(?P<p>天|月)~<v:u>,<t>(?:个)?(?P<q>天|月){_DONE},~每(?P<r>天|月)(?:节约|节省|少烧|少用|少吃)<s:u>,~{ASK}(?P<z>天|月)~",
    f"~每(?P<p>天|月)~<v:u>,{_DONE}<t>(?:个)?(?P<q>天|月),~每(?P<r>天|月)(?:节约|节省|少烧|少用|少吃)<s:u>,~{ASK}(?P<z>天|月)~",
)
def _saving(f: Found, work: Working) -> None:
    if len({f.word(k) for k in "pqrz"}) != 1 or f.unit("v") != f.unit("s"):
        raise Unfit
    total = work.step("一共有多少", f["v"] * f["t"], f.unit("v"))
    each = work.step("现在每份用多少", f["v"] - f["s"], f.unit("v"))
    days = work.step("现在可以用多久", total / each, f.word("z"))
    last = f._match[0].strip("，").rsplit("，", 1)[-1]
    if "多用" in last or "多烧" in last or "多吃" in last:
        days = work.step("多用多久", days - f["t"], f.word("z"))
    elif "多" in last.replace("多少", ""):
        raise Unfit
    if days.value.denominator != 1:
        raise Unfit
    work.give(days, f.word("z"), "要求的时间")


@frame(
    f"<a>(?:个|名|台|头|辆)~<s:u>~<n:u>~,(?:~不变，)?<b>(?:个|名|台|头|辆)?(?:人|工人|~)~<m:u>~,?~{ASK}(?P<z>$U)~",
)
def _double_rule(f: Found, work: Working) -> None:
    """5个工人10天修500米，20人修4000米要几天."""
    f.whole("a", "b")
    if f.unit("n") != f.unit("m") or f.word("z") != f.unit("s") or f.unit("s") not in ("天", "小时", "分钟"):
        raise Unfit
    one = work.step(f"一个每{f.unit('s')}完成多少", f["n"] / f["a"] / f["s"], f.unit("n"))
    all_ = work.step(f"后来每{f.unit('s')}一共完成多少", one * f["b"], f.unit("n"))
    work.give(work.step("要用多久", f["m"] / all_, f.unit("s")), f.unit("s"), "要用的时间")


@frame(
    f"@(?P<k>台|辆|头|个|只|名|位)(?P<w>[^{NUMBER[1:-1]}，每]{{1,6}})每(?P<p>天|小时|分钟|月|年|次)~<v:u>(?:的?~)?,(?P<n>{NUMBER})(?P<q>台|辆|头|个|只|名|位)(?:这样的|同样的)?(?P<x>[^{NUMBER[1:-1]}，每]{{1,6}}?)(?:(?P<t>{NUMBER})个?(?P<r>天|小时|分钟|月|年|次)|每(?P<e>天|小时|分钟|月|年|次)|(?P<one>一)(?:天|小时|年))~{ASK}(?P<z>$U)~",
)
def _machines(f: Found, work: Working) -> None:
    """1台拖拉机每小时耕地2/7公顷，3台14小时耕多少公顷."""
    if f.word("k") != f.word("q") or f.word("z") != f.unit("v") or f.word("w")[-2:] != f.word("x")[-2:]:
        raise Unfit
    per = f.word("r") or f.word("e")
    if per != f.word("p"):
        raise Unfit
    one = work.step(f"这些一起每{per}多少", f["v"] * f["n"], f.unit("v"))
    if f.has("t"):
        one = work.step("一共多少", one * f["t"], f.unit("v"))
    work.give(one, f.unit("v"), "要求的总数")


# -- moving --------------------------------------------------------------------------------------------

_TOWARDS: Final = "(?:相向|相对|面对面|对面)(?:而行|开出|行驶|出发|开来|行走|走来|走)?"
_TWO: Final = f"~每(?P<p>小时|分钟|分|秒)(?:行驶?|走|跑|飞行?|航行|打字|加工|修)?~<a:u>,~每(?P<q>小时|分钟|分|秒)(?:行驶?|走|跑|飞行?|航行|打字|加工|修)?~<b:u>"


@frame(
    f"~(?:相距|距离|长)<n:u>~,?~{_TOWARDS},{_TWO},~(?:经过|过)?{ASK}(?P<z>$U)(?:后|以后)?~相遇",
    f"{_TWO},~相距<n:u>~{_TOWARDS},~(?:经过|过)?{ASK}(?P<z>$U)(?:后|以后)?~相遇",
    f"~{_TOWARDS},{_TWO},~相距<n:u>,~(?:经过|过)?{ASK}(?P<z>$U)(?:后|以后)?~相遇",
)
def _meeting(f: Found, work: Working) -> None:
    if f.word("p") != f.word("q") or f.unit("a") != f.unit("b") or f.word("z")[:1] != f.word("p")[:1] or "先" in f._match[0]:
        raise Unfit
    if f.unit("n") != f.unit("a"):
        raise Unfit
    both = work.step("两者合起来的速度", f["a"] + f["b"], f"{f.unit('a')}/{f.word('p')}")
    work.give(work.step("相遇时间", f["n"] / both, f.word("z")), f.word("z"), "相遇的时间")


@frame(
    f"~{_TOWARDS},{_TWO},(?:经过)?<t:u>(?:后|以后)?(?:两车|两人|他们|两船|他俩)?(?:在途中)?相遇,~{ASK}(?P<z>$U)~",
)
def _met(f: Found, work: Working) -> None:
    if f.word("p") != f.word("q") or f.unit("a") != f.unit("b") or f.unit("t")[:1] != f.word("p")[:1] or f.word("z") != f.unit("a") or "先" in f._match[0]:
        raise Unfit
    both = work.step("两者合起来的速度", f["a"] + f["b"], f"{f.unit('a')}/{f.word('p')}")
    work.give(work.step("相距多远", both * f["t"], f.unit("a")), f.unit("a"), "两地的距离")


@frame(
    f"~相距<n:u>~{_TOWARDS},(?:经过)?<t:u>(?:后)?(?:两车|两人|他们)?(?:在途中)?相遇,~每(?P<p>小时|分钟|分|秒)(?:行驶?|走|跑)?<a:u>,~每(?P<q>小时|分钟|分|秒)(?:行驶?|走|跑)?{ASK}(?P<z>$U)~",
)
def _other_speed(f: Found, work: Working) -> None:
    if f.word("p") != f.word("q") or f.unit("n") != f.unit("a") or f.unit("t")[:1] != f.word("p")[:1] or f.word("z") != f.unit("a"):
        raise Unfit
    both = work.step("两者合起来的速度", f["n"] / f["t"], f"{f.unit('a')}/{f.word('p')}")
    work.give(work.step("另一个的速度", both - f["a"], f.unit("a")), f.unit("a"), "每份时间的路程")


@frame(
    f"~(?:相距|在.{{0,4}}前面?)<n:u>,~(?:同向|同方向|向同一方向)~,{_TWO},~(?:经过|过)?{ASK}(?P<z>$U)(?:后)?~追上~",
)
def _chasing(f: Found, work: Working) -> None:
    if f.word("p") != f.word("q") or f.unit("a") != f.unit("b") or f.unit("n") != f.unit("a") or f.word("z")[:1] != f.word("p")[:1] or "先" in f._match[0]:
        raise Unfit
    fast, slow = sorted((f["a"], f["b"]), key=lambda t: -t.value)
    more = work.step("每份时间追近多少", fast - slow, f.unit("a"))
    work.give(work.step("追上要多久", f["n"] / more, f.word("z")), f.word("z"), "追上的时间")


@frame(f"{_TWO}(?:个?字)?,~(?:一起|合作|同时|共同|合)(?:打|做|加工|修|完成|抄)(?:一份|@$U|@批)?(?:共|有)?<n:u>(?:的|字的)?~,{ASK}(?P<z>分钟|小时|天)~")
def _together_after(f: Found, work: Working) -> None:
    _together(f, work)


@frame(
    f"~(?:合打|合做|同时打|一起打|合作|共同加工|一起加工|合修|同时加工|共同打|一起修|共同修)(?:一份|@$U|@批)?(?:共|有)?<n:u>(?:的|字的)?~,{_TWO},~{ASK}(?P<z>分钟|小时|天)~",
    f"~(?:合打|合做|同时打|一起打|合作|共同加工|一起加工|合修|同时加工)(?:一份|@$U|@批)?(?:共|有)?<n:u>(?:的|字的)?~,{_TWO}个?字?,~{ASK}(?P<z>分钟|小时|天)~",
)
def _together(f: Found, work: Working) -> None:
    if f.word("p") != f.word("q") or f.word("z")[:1] != f.word("p")[:1] or f.unit("a") != f.unit("b") or f.unit("n") != f.unit("a"):
        raise Unfit
    both = work.step(f"两人每{f.word('z')}一共多少", f["a"] + f["b"], f.unit("a"))
    work.give(work.step("一共要多久", f["n"] / both, f.word("z")), f.word("z"), "要用的时间")
