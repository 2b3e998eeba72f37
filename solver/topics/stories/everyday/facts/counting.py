"""Counts by an argument: drawers, matches of each two, pancakes on a pan, a row of flags in turn."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.facts.finding import Found, number, story
from solver.topics.stories.school.working import Unfit, Working, num

_BALLS: Final = "(?:个|只|颗|枚|粒|双|根|张|支)"


@story(
    "保证|一定",
    {
        "kinds": (f"(?:(?P<l>[红黄蓝白黑绿紫橙](?:色)?(?:[和、,][红黄蓝白黑绿紫橙](?:色)?){{1,5}}))?(?P<k>\\d|[两二三四五六七八])?种?(?:不同)?颜?色?的?~各(?:有)?<n>{_BALLS}",),
        "same": (f"有<m:cn>{_BALLS}~?(?:的?颜色)?(?:是)?(?:相同|同色|一样|同一?种?颜色|颜色相同|相同颜色)(?:的)?[\u4e00-\u9fff]{{0,2}}",),
        "ask": (f"(?:至少|最少)~(?:摸|取|拿|抽)(?:出|取)?(?:多少|几){_BALLS}[\u4e00-\u9fff]{{0,3}}",),
    },
    idle="(?:除颜色外)?(?:完全|大小|形状)+(?:都)?(?:相同|一样)|不透明|才能|其中|保证|一定|一次|[一1]次",
    never="不同颜色|都有|每种",
)  # fmt: skip
def _same_colour(f: Found, work: Working) -> None:
    listed = [x for x in re.split("[和、,]", f.word("l")) if x]
    told = number(f.word("k")).value if f.word("k") else None
    kinds = len(listed) or told
    if not kinds or told not in (None, kinds) or len(set(listed)) != len(listed):
        raise Unfit
    each, same = f["n"], f["m"]
    if same.value < 2 or same.value > each.value:
        raise Unfit
    worst = work.step("最不利的情况：每种颜色都只差一个就够", (same - num(1)) * num(int(kinds)), "个")
    work.give(work.step("再摸一个就一定够了", worst + num(1), "个"), "个", "至少要摸出的个数")


_TEAMS: Final = "(?:支(?:球)?队|个(?:球)?队|名(?:同学|选手|运动员|队员)|个(?:班|人|同学|小朋友|选手|好朋友)|人|位(?:同学|选手|朋友|小朋友)|名)"


@story(
    "每(?:两|2|二)|单循环|互相|互通|握",
    {
        "teams": (f"<n:cn>{_TEAMS}",),
        "pairs": ("每(?:两|2|二)(?:支?(?:球)?队|个(?:队|班|人|同学)|名(?:同学|选手|运动员)?|人|位)(?:同学|选手)?(?:之间)?(?:都)?(?:要|必须)?(?:互相)?(?:比?赛|握手?|通电?话?|通|打|握)(?:了)?(?:[一1](?:场|次|盘|局)(?:比?赛|手|电话|球)?)?", "(?:采用|进行|实行)?单循环(?:赛制?|比赛|制)?(?:进行)?(?:比赛)?"),
        "ask": ("(?:多少|几)(?:场|次|盘|局)(?:比?赛|手|电话|球)?",),
    },
    idle="单循环赛?|需要?|每",
    never="淘汰|主客场|小组|分成|贺卡|礼物|照片|单程",
)  # fmt: skip
def _each_two(f: Found, work: Working) -> None:
    n = f["n"]
    if n.value < 2 or n.value.denominator != 1:
        raise Unfit
    twice = work.step("每个都和其余的各一次，这样每一次算了两遍", n * (n - num(1)), "次")
    work.give(work.step("所以一共", twice / num(2), "场"), "场", "总数")


@story(
    "烙|煎",
    {
        "pan": ("(?:每?一?次|同时)(?:同时|只能|最多|可以?|能)*(?:放|烙|煎)(?:下)?<a:cn>(?:张|块|个|条)", "(?:最多|只)(?:可以?|能)?(?:同时)?(?:放|烙|煎)(?:下)?<a:cn>(?:张|块|个|条)"),
        "side": ("每(?:一)?面(?:都)?(?:需要?|要|用|烙|煎)*<t:cn>(?P<u>分钟?|秒钟?)",),
        "many": ("(?:烙|煎|做)(?:熟|好|完)?<n:cn>(?:张|块|个|条)",),
        "ask": ("(?:至少|最少|最快)~(?:多少|几)(?P<u2>分钟?|秒钟?)",),
    },
    idle="一?每次|两面(?:都)?(?:要|需要?)?(?:烙|煎)?|正反|每次|同时|最多|都要?(?:烙|煎)|每张|一[口张个]|才能|(?:烙|煎)(?:熟|好|完)",
    never="第一面",
)  # fmt: skip
def _pancakes(f: Found, work: Working) -> None:
    """All sides, so many at a time; one turn of each cake has two sides."""
    a, n = f["a"], f["n"]
    if any(t.value.denominator != 1 or t.value < 1 for t in (a, n)):
        raise Unfit
    if n.value <= a.value:
        turns = num(2) * num(1)
        turns = work.step("一锅放得下，正反两面各一次", turns, "次")
    else:
        sides = work.step("一共要烙的面数", n * num(2), "面")
        turns = work.whole("每次烙的面数，要烙几次", sides, a, "次", up=True)
    unit = "分钟" if f.word("u").startswith("分") else "秒"
    work.give(work.step("最少的时间", turns * f["t"], unit), unit, "最少的时间")


_COLOUR: Final = "[红黄蓝白黑绿紫橙粉](?:色)?"

_THING: Final = "(?:彩旗|气球|彩灯|灯笼|珠子|棋子|旗子|旗|灯|球|花|珠|子)?"


@story(
    "顺序|规律|排列|重复",
    {
        "turn": (rf"(?P<l>\d+[面盏颗个朵盆只]{_COLOUR}{_THING}(?:[和、,;]\d+[面盏颗个朵盆只]{_COLOUR}{_THING}){{1,3}})",),
        "ask": (rf"前<n>[面盏颗个朵盆只](?:[\u4e00-\u9fff]{{0,3}}?)(?:中|里)~?(?P<x>{_COLOUR})[\u4e00-\u9fff]{{0,2}}?(?:一共)?有?(?:多少|几)[面盏颗个朵盆只]", rf"(?:一共)?有?<n>[面盏颗个朵盆只][\u4e00-\u9fff]{{0,3}},?(?:其中)?(?P<x>{_COLOUR})[\u4e00-\u9fff]{{0,2}}?(?:一共)?有?(?:多少|几)[面盏颗个朵盆只]"),
    },
    idle="一直|的顺序|依次|重复|不断|循环|往下|下去|规律",
)  # fmt: skip
def _in_turn(f: Found, work: Working) -> None:
    order = [(int(n), c) for n, c in re.findall(rf"(\d+)[面盏颗个朵盆只]({_COLOUR})", f.word("l"))]
    asked = f.word("x")
    mine = [n for n, c in order if c[0] == asked[0]]
    n = f["n"]
    if len({c[0] for _, c in order}) != len(order) or len(mine) != 1 or n.value.denominator != 1:
        raise Unfit
    period = sum(k for k, _ in order)
    turns, rest = divmod(int(n.value), period)
    if not turns:
        raise Unfit
    work.step("一组的个数", num(order[0][0]) + num(period - order[0][0]))
    over = 0
    for k, colour in order:
        part = min(rest, k)
        over += part if colour[0] == asked[0] else 0
        rest -= part
    full = work.step(f"有 {turns} 组，每组里有 {mine[0]}", num(turns) * num(mine[0]))
    work.give(work.step(f"剩下的里面还有 {over}", full + num(over)), "", "所求的个数")
