"""Work and ways: the same work by more, faster or longer, meeting and catching up."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.frames import ASK, Found, frame
from solver.topics.stories.school.chinese.marks import NUMBER
from solver.topics.stories.school.working import Unfit, Working

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
    if re.search(
        f"每{f.word('w')}[^，]*多[^少]",
        f._match[0].rsplit("，", 2)[-2] if f._match[0].endswith("，") else f._match[0],
    ):
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
    f"(?P<one>{NUMBER}|一)(?P<k>台|辆|头|个|只|名|位)(?P<w>[^{NUMBER[1:-1]}，每]{{1,6}})每(?P<p>天|小时|分钟|月|年|次)~<v:u>(?:的?~)?,(?P<n>{NUMBER})(?P<q>台|辆|头|个|只|名|位)(?:这样的|同样的)?(?P<x>[^{NUMBER[1:-1]}，每]{{1,6}}?)(?:(?P<t>{NUMBER})个?(?P<r>天|小时|分钟|月|年|次)|每(?P<e>天|小时|分钟|月|年|次)|一(?:天|小时|年))~{ASK}(?P<z>$U)~",
)
def _machines(f: Found, work: Working) -> None:
    """1台拖拉机每小时耕地2/7公顷，3台14小时耕多少公顷."""
    if f.word("one") != "一" and f.value("one") != 1:
        raise Unfit
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
_TWO: Final = "~每(?P<p>小时|分钟|分|秒)(?:行驶?|走|跑|飞行?|航行|打字|加工|修)?~<a:u>,~每(?P<q>小时|分钟|分|秒)(?:行驶?|走|跑|飞行?|航行|打字|加工|修)?~<b:u>"


@frame(
    f"~(?:相距|距离|长)<n:u>~,?~{_TOWARDS},{_TWO},~(?:经过|过)?{ASK}(?P<z>$U)(?:后|以后)?~相遇",
    f"{_TWO},~相距<n:u>~{_TOWARDS},~(?:经过|过)?{ASK}(?P<z>$U)(?:后|以后)?~相遇",
    f"~{_TOWARDS},{_TWO},~相距<n:u>,~(?:经过|过)?{ASK}(?P<z>$U)(?:后|以后)?~相遇",
)
def _meeting(f: Found, work: Working) -> None:
    if (
        f.word("p") != f.word("q")
        or f.unit("a") != f.unit("b")
        or f.word("z")[:1] != f.word("p")[:1]
        or "先" in f._match[0]
    ):
        raise Unfit
    if f.unit("n") != f.unit("a"):
        raise Unfit
    both = work.step("两者合起来的速度", f["a"] + f["b"], f"{f.unit('a')}/{f.word('p')}")
    work.give(work.step("相遇时间", f["n"] / both, f.word("z")), f.word("z"), "相遇的时间")


@frame(
    f"~{_TOWARDS},{_TWO},(?:经过)?<t:u>(?:后|以后)?(?:两车|两人|他们|两船|他俩)?(?:在途中)?相遇,~{ASK}(?P<z>$U)~",
)
def _met(f: Found, work: Working) -> None:
    if (
        f.word("p") != f.word("q")
        or f.unit("a") != f.unit("b")
        or f.unit("t")[:1] != f.word("p")[:1]
        or f.word("z") != f.unit("a")
        or "先" in f._match[0]
    ):
        raise Unfit
    both = work.step("两者合起来的速度", f["a"] + f["b"], f"{f.unit('a')}/{f.word('p')}")
    work.give(work.step("相距多远", both * f["t"], f.unit("a")), f.unit("a"), "两地的距离")


@frame(
    f"~相距<n:u>~{_TOWARDS},(?:经过)?<t:u>(?:后)?(?:两车|两人|他们)?(?:在途中)?相遇,~每(?P<p>小时|分钟|分|秒)(?:行驶?|走|跑)?<a:u>,~每(?P<q>小时|分钟|分|秒)(?:行驶?|走|跑)?{ASK}(?P<z>$U)~",
)
def _other_speed(f: Found, work: Working) -> None:
    if (
        f.word("p") != f.word("q")
        or f.unit("n") != f.unit("a")
        or f.unit("t")[:1] != f.word("p")[:1]
        or f.word("z") != f.unit("a")
    ):
        raise Unfit
    both = work.step("两者合起来的速度", f["n"] / f["t"], f"{f.unit('a')}/{f.word('p')}")
    work.give(work.step("另一个的速度", both - f["a"], f.unit("a")), f.unit("a"), "每份时间的路程")


@frame(
    f"~(?:相距|在.{{0,4}}前面?)<n:u>,~(?:同向|同方向|向同一方向)~,{_TWO},~(?:经过|过)?{ASK}(?P<z>$U)(?:后)?~追上~",
)
def _chasing(f: Found, work: Working) -> None:
    if (
        f.word("p") != f.word("q")
        or f.unit("a") != f.unit("b")
        or f.unit("n") != f.unit("a")
        or f.word("z")[:1] != f.word("p")[:1]
        or "先" in f._match[0]
    ):
        raise Unfit
    fast, slow = sorted((f["a"], f["b"]), key=lambda t: -t.value)
    more = work.step("每份时间追近多少", fast - slow, f.unit("a"))
    work.give(work.step("追上要多久", f["n"] / more, f.word("z")), f.word("z"), "追上的时间")


@frame(
    f"{_TWO}(?:个?字)?,~(?:一起|合作|同时|共同|合)(?:打|做|加工|修|完成|抄)(?:一份|@$U|@批)?(?:共|有)?<n:u>(?:的|字的)?~,{ASK}(?P<z>分钟|小时|天)~"
)
def _together_after(f: Found, work: Working) -> None:
    _together(f, work)


@frame(
    f"~(?:合打|合做|同时打|一起打|合作|共同加工|一起加工|合修|同时加工|共同打|一起修|共同修)(?:一份|@$U|@批)?(?:共|有)?<n:u>(?:的|字的)?~,{_TWO},~{ASK}(?P<z>分钟|小时|天)~",
    f"~(?:合打|合做|同时打|一起打|合作|共同加工|一起加工|合修|同时加工)(?:一份|@$U|@批)?(?:共|有)?<n:u>(?:的|字的)?~,{_TWO}个?字?,~{ASK}(?P<z>分钟|小时|天)~",
)
def _together(f: Found, work: Working) -> None:
    if (
        f.word("p") != f.word("q")
        or f.word("z")[:1] != f.word("p")[:1]
        or f.unit("a") != f.unit("b")
        or f.unit("n") != f.unit("a")
    ):
        raise Unfit
    both = work.step(f"两人每{f.word('z')}一共多少", f["a"] + f["b"], f.unit("a"))
    work.give(work.step("一共要多久", f["n"] / both, f.word("z")), f.word("z"), "要用的时间")
