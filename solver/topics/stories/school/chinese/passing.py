"""Trains over bridges and past each other, runners that start again, hands of a clock, a frog in a well."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.school.chinese.frames import MANY, Found, frame
from solver.topics.stories.school.chinese.marks import NUMBER
from solver.topics.stories.school.working import Unfit, Working, num

_N: Final = f"[^，{NUMBER[1:-1]}]"


@frame(
    f"(?:一列|@列)?{_N}{{0,2}}?(?:火车|列车|动车|客车|货车)(?:全长|车长|长|车身长)<a:u>,(?:它)?(?:以)?每(?P<p>秒|分钟?|小时)(?:钟)?(?:行驶|行|前进|走)?<v:u>(?:的速度)?,(?:{_N}{{0,6}}?)(?:要|想|它)*(?:通过|经过|穿过|过)(?:一座|@座|一条|@条)?(?:全)?长(?:为|是)?<b:u>的?(?:大桥|桥|隧道|山洞),(?:一共|共)?(?:需要?|要|用)*{MANY}(?P<z>秒|分钟|分|小时)(?:时间|钟)?",
)
def _over_bridge(f: Found, work: Working) -> None:
    if len({f.unit(k) for k in "avb"}) != 1 or f.word("p")[0] != f.word("z")[0]:
        raise Unfit
    way = work.step("从车头上桥到车尾离桥，走的路程是桥长加车长", f["a"] + f["b"], f.unit("a"))
    work.give(work.step("要用的时间", way / f["v"], f.word("z")), f.word("z"), "要用的时间")


_TRAIN: Final = "(?:快车|慢车|甲车|乙车|客车|货车|甲|乙)"


@frame(
    f"(?:一列|@列)?{_N}{{0,20}}(?:相向|相对)(?:而行|行驶),(?P<x>{_TRAIN})(?:的)?(?:车长|车身长|长)(?:是|为)?<a:u>,(?P<y>{_TRAIN})(?:的)?(?:车长|车身长|长)(?:是|为)?<b:u>,(?:(?P=x)速度是(?P=y)的@倍，)?坐在(?P<s>{_TRAIN})上的(?:人|乘客){_N}{{0,2}}?(?:看见|见|看到|看)(?P<r>{_TRAIN}){_N}{{0,4}}?(?:驶过|经过|通过)(?:窗口|窗前)?(?:所用)?的?时间(?:是|为)<t:u>,坐在(?P<v>{_TRAIN})上的(?:人|乘客){_N}{{0,2}}?(?:看见|见|看到|看)(?P<w>{_TRAIN}){_N}{{0,4}}?(?:驶过|经过|通过)(?:窗口|窗前)?(?:所用)?的?时间(?:是|为){MANY}(?P<z>秒)",
)
def _seen_passing(f: Found, work: Working) -> None:
    """Who sits in one train sees the length of the other one go by, with the speeds together."""
    x, y = f.word("x"), f.word("y")
    if f.unit("a") != f.unit("b") or f.unit("t") != f.word("z") or x == y:
        raise Unfit
    if {f.word("s"), f.word("r")} != {x, y} or (f.word("v"), f.word("w")) != (f.word("r"), f.word("s")):
        raise Unfit
    seen, other = (f["a"], f["b"]) if f.word("r") == x else (f["b"], f["a"])
    both = work.step("两车速度和（看到的是对方的车长）", seen / f["t"], f"{f.unit('a')}/秒")
    work.give(work.step("另一车上的人看到的时间", other / both, "秒"), "秒", "看到的时间")


_WHO: Final = "(?:同学)?(?P<{0}>甲|乙|丙|小[\u4e00-\u9fff])"


@frame(
    "(?:{n}{{1,12}}[、和与])?{n}{{1,10}}{n}{{0,12}}?(?:进行|参加)?<n>米(?:赛跑|跑|比赛)(?:比赛)?,当?{x}(?:跑)?到(?:达)?终点时?,{y}(?:还)?(?:差|离终点还?有?)<a>米(?:到终点)?,(?:现在)?(?:@人|两人)?重新?(?:跑|比赛|赛),?(?:而且|并且|且)?(?:@人)?速度{n}{{0,8}},(?:要使|为了使|要想使|要让)(?:@人|两人)?同时到(?:达)?终点,{z}的?起跑线应(?:该)?(?:往|向)?后退{many}米".format(
        n=_N, x=_WHO.format("x"), y=_WHO.format("y"), z=_WHO.format("z"), many=MANY
    ),
)
def _start_behind(f: Found, work: Working) -> None:
    """While one runs 160 m, the other runs 200 m: for 200 m the other 250 m."""
    if f.word("z") != f.word("x") or f.word("x") == f.word("y"):
        raise Unfit
    slow = work.step("快的跑完全程时，慢的跑了多少", f["n"] - f["a"], "米")
    times = work.step("快的路程是慢的几倍", f["n"] / slow, "倍")
    far = work.step("慢的跑完全程，快的能跑多少", f["n"] * times, "米")
    work.give(work.step("起跑线要后退多少", far - f["n"], "米"), "米", "后退的距离")


@frame(
    f"甲[、，]?乙[、，]?丙@?(?:个|名)?{_N}{{0,6}}?(?:参加|进行)?<n>米(?:赛跑|跑|比赛),当?甲(?:跑)?到(?:达)?终点时?,乙离终点还?有?<a>米,当?乙(?:跑)?到(?:达)?终点时?,丙离终点还?有?<b>米,当?甲(?:跑)?到(?:达)?终点时?,丙离终点还?有?{MANY}米?",
)
def _three_run(f: Found, work: Working) -> None:
    first = work.step("甲到终点时，乙跑了多少", f["n"] - f["a"], "米")
    ratio = work.step("丙的路程是乙的几分之几", (f["n"] - f["b"]) / f["n"])
    third = work.step("这时丙跑了多少", first * ratio, "米")
    work.give(work.step("丙离终点还有多少", f["n"] - third, "米"), "米", "丙离终点的距离")


@frame(
    f"(?:在|当)?(?:钟表上|钟面上|时钟)?(?:的)?(?:下午|上午|早上|晚上|中午)?<h>(?:点|时)(?:<m>分)?(?:这个)?(?:时刻|时|整|钟)?,?(?:{_N}{{0,5}}?)(?:的)?(?P<x>时针|分针)(?:和|与)(?P<y>时针|分针)(?:之间)?(?:所)?(?:成|组成|形成)?的?(?:较小的|锐|小于平角的)?(?:夹)?角(?:的)?(?:大小|度数)?(?:是|为){MANY}度?",
)
def _clock_angle(f: Found, work: Working) -> None:
    """The minute hand goes 6° a minute, the hour hand half a degree."""
    minutes = f.value("m") if f.has("m") else num(0).value
    hour = f.value("h")
    if (
        f.word("x") == f.word("y")
        or hour.denominator != 1
        or hour > 24
        or minutes.denominator != 1
        or minutes >= 60
    ):
        raise Unfit
    turned = hour % 12 * 60 + minutes
    hours = num(hour % 12)
    if hours.value:
        short = work.step(
            "时针从 12 点起转过的角度（每小时 30 度，每分 0.5 度）",
            hours * num(30) + num(minutes) / num(2),
            "度",
        )
    else:
        short = work.step("时针从 12 点起转过的角度（每分 0.5 度）", num(minutes) / num(2), "度")
    long = work.step("分针从 12 点起转过的角度（每分 6 度）", num(minutes) * num(6), "度")
    gap = short - long if turned / 2 >= 6 * minutes else long - short
    gap = work.step("两针之间的角度", gap, "度")
    if gap.value > 180:
        gap = work.step("超过 180 度，用 360 度减去它", num(360) - gap, "度")
    if "锐" in f.text and gap.value >= 90:
        raise Unfit
    work.give(gap, "度", "夹角")


@frame(
    f"(?:一口|@口)?(?:枯)?井深<n>(?P<nu>米|厘米),(?:一只)?(?:@只)?(?:青蛙|小?蜗牛|虫子)(?:从井底往上爬|掉到井里|在井底|要从井底爬上来)?,?(?:每天)?(?:白天|日间)(?:能|可以)?(?:向上|往上)?(?:爬|跳)(?:上|升)?<a>(?P<au>米|厘米),(?:但|而)?(?:它)?(?:到了?)?(?:晚上|夜里|夜间)(?:要|又|会)?(?:向下|往下)?(?:滑|掉|落|退)(?:下|下来|落)?<b>(?P<bu>米|厘米),(?:这只)?(?:青蛙|蜗牛|它|虫子)?{_N}{{0,3}}?第?{MANY}天(?:才)?(?:能|可以)?(?:爬|跳)(?:出|到|上)?{_N}{{0,5}}",
    f"(?:一只)?(?:@只)?(?:青蛙|蜗牛|小?蜗牛|虫子){_N}{{0,4}}(?:掉到了?|掉进|在|落入|沿着)(?:一口|@口)?(?:深)?<n>(?P<nu>米|厘米)深?的?(?:井|枯井|杆|树){_N}{{0,5}},(?:它)?(?:每天)?(?:白天|日间){_N}{{0,16}}?(?:爬|跳)(?:上|升)?<a>(?P<au>米|厘米),(?:但|而)?(?:它)?(?:到了?)?(?:晚上|夜里|夜间){_N}{{0,8}}?(?:滑|掉|落|退)(?:下|下来|落)?<b>(?P<bu>米|厘米),(?:这只)?(?:青蛙|蜗牛|它|虫子)?{_N}{{0,3}}?第?{MANY}天(?:才)?(?:能|可以)?(?:爬|跳)(?:出|到|上)?{_N}{{0,5}}",
)
def _well(f: Found, work: Working) -> None:
    """Up 3 by day, down 2 by night; on the last day it does not slip."""
    f.whole("n", "a", "b")
    if len({f.word(k) for k in ("nu", "au", "bu")}) > 1:
        raise Unfit
    if f.value("a") <= f.value("b") or f.value("n") <= f.value("a"):
        raise Unfit
    before = work.step("最后一天爬上去就不再下滑，前几天要爬多少", f["n"] - f["a"], f.word("nu"))
    net = work.step("每昼夜实际上升多少", f["a"] - f["b"], f.word("nu"))
    days = work.whole("前面要几天", before, net, "天", up=True)
    work.give(work.step("加上最后一天", days + num(1), "天"), "天", "天数")
