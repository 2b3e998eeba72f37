"""People and things in rows: queues, squares, fences of flags, stairs, cuts, poles at even distances."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.frames import MANY, Found, frame
from solver.topics.stories.school.chinese.marks import NUMBER
from solver.topics.stories.school.working import Unfit, Working, num

_N: Final = f"[^，{NUMBER[1:-1]}]"
_PEOPLE: Final = "(?:个|名|位)?(?:人|小朋友|同学|学生)"


@frame(
    f"{_N}{{0,12}}(?:排队|排成一队|站成一排|站成一队|排成@队|站成@排|排成@行|排成@列){_N}{{0,8}}，(?:在)?{_N}{{0,6}}?(?:的)?前面(?:有|一共有)?<a>{_PEOPLE},(?:他|她|{_N}{{0,4}})?(?:的)?后面(?:有|一共有)?<b>{_PEOPLE},(?P<q>{_N}{{0,12}}{MANY}{_PEOPLE}{_N}{{0,8}})",
    f"{_N}{{0,8}}(?:队伍|一队|队列)(?:里|中),?{_N}{{1,4}}?(?:的)?前面有<a>{_PEOPLE},(?:他|她)?(?:的)?后面有<b>{_PEOPLE},(?P<q>{_N}{{0,12}}{MANY}{_PEOPLE}{_N}{{0,8}})",
)
def _front_behind(f: Found, work: Working) -> None:
    """Eleven before him, twelve behind him: all of them."""
    if not re.search("一共|共有|总共|这[一个]?队|队伍|全队", f.word("q")) or re.search(
        "除|别|其他|不", f.text
    ):
        raise Unfit
    both = work.step("他前面和后面的人数", f["a"] + f["b"], "人")
    work.give(work.step("再加上他自己", both + num(1), "人"), "人", "一共的人数")


@frame(
    f"(?:有)?<n>{_PEOPLE}{_N}{{0,3}}(?:排队|排成@?一?队|站成@?一?排|站成@?一?队|排成@?一?列){_N}{{0,6}},(?:排在|站在|在)?(?P<x>{_N}{{1,4}}?)(?:的)?(?P<s>前面|后面|左边|右边)(?:的)?有<a>{_PEOPLE},(?:排在|站在|在)?(?P<y>{_N}{{1,4}}?)(?:的)?(?P<t>前面|后面|左边|右边)(?:的)?有{MANY}{_PEOPLE}",
)
def _other_side(f: Found, work: Working) -> None:
    if f.word("x") != f.word("y") and f.word("y") not in ("他", "她"):
        raise Unfit
    if {f.word("s"), f.word("t")} not in ({"前面", "后面"}, {"左边", "右边"}):
        raise Unfit
    rest = work.step("去掉已知一边的人", f["n"] - f["a"], "人")
    work.give(work.step("再去掉他自己", rest - num(1), "人"), "人", "另一边的人数")


@frame(
    f"{_N}{{0,10}}排成<n>行<m>列的(?:方阵|方队|正方形队伍),(?:如果|要是)?(?:去掉|减少|拿走|撤掉)(?:它)?(?:的)?最外(?:面)?(?:层|面)?(?:的)?(?:一圈|一层|@圈|@层),(?:要|会|应|共)?(?:减少|去掉|撤掉|少){MANY}(?:个|名|位|盆|枚|颗|人)?{_N}{{0,4}}",
)
def _outer_ring(f: Found, work: Working) -> None:
    if f.value("n") != f.value("m") or f.value("n") < 2:
        raise Unfit
    side = work.step("每边的人数减 1（每个角只算一次）", f["n"] - num(1))
    work.give(work.step("四边一共", side * num(4)), "", "最外一圈的数")


@frame(
    f"{_N}{{0,8}}?(?:排|站|围|摆)成了?(?:一个|@个)?(?:每边|每条边)(?:有)?<n>(?P<u>人|个|盆|枚|颗)的?(?:实心)?方阵,(?:它的)?最外(?:面)?(?:一|<one>)?(?:层|圈)(?:一共|共)?(?:有|站了?){MANY}(?P<v>人|个|盆|枚|颗){_N}{{0,4}}",
)
def _outermost(f: Found, work: Working) -> None:
    f.whole("n")
    if f.value("n") < 2 or f.word("u") != f.word("v") or f.has("one") and f.value("one") != 1:
        raise Unfit
    side = work.step("每边的数减 1（每个角只算一次）", f["n"] - num(1))
    work.give(work.step("四边一共", side * num(4)), f.word("u"), "最外层的数")


@frame(
    f"(?:一个|@个)?<k>层(?:的)?空心方阵,(?:它)?(?:的)?最(?P<side>内|外|里)(?:面)?(?:<one>|一)?层(?:的)?(?P<each>每边|每条边)?(?:有|放|站|是)+{_N}{{0,4}}?<n>(?:个|枚|颗|人|盆|名|粒){_N}{{0,4}},{_N}{{0,8}}(?:一共|共|总共){_N}{{0,8}}{MANY}(?:个|枚|颗|人|盆|名|粒){_N}{{0,4}}",
    f"{_N}{{1,10}}?(?:用)?{_N}{{0,6}}?(?:摆|排|围|站)(?:成)?了?(?:一个|@个)?<k>层(?:的)?空心方阵,(?:它)?(?:的)?最(?P<side>内|外|里)(?:面)?(?:<one>|一)?层(?:的)?(?P<each>每边|每条边)?(?:有|放|站|是)+{_N}{{0,4}}?<n>(?:个|枚|颗|人|盆|名|粒){_N}{{0,4}},{_N}{{0,8}}(?:一共|共|总共){_N}{{0,8}}{MANY}(?:个|枚|颗|人|盆|名|粒){_N}{{0,4}}",
)
def _hollow(f: Found, work: Working) -> None:
    """A hollow square: a layer has 8 more than the next one inside."""
    f.whole("k", "n")
    layers = int(f.value("k"))
    if layers > 8 or f.has("one") and f.value("one") != 1:
        raise Unfit
    if f.has("each"):
        edge = work.step("这一层每边的数减 1", f["n"] - num(1))
        ring = work.step("这一层的总数", edge * num(4))
    else:
        ring = f["n"]
    if ring.value % 4:
        raise Unfit
    total = ring
    for _ in range(layers - 1):
        ring = work.step(
            "再往里一层少 8 个" if f.word("side") == "外" else "再往外一层多 8 个",
            ring - num(8) if f.word("side") == "外" else ring + num(8),
        )
        total = total + ring
        if ring.value < 4:
            raise Unfit
    work.give(work.step("各层相加", total), "", "总数")


@frame(
    f"(?:有)?(?:一个|@个)?正方形(?:的)?{_N}{{1,8}}，(?:在)?(?:它|它的|{_N}{{1,4}}的)?(?:外面|四周|周围|四条边上|四边上|边上)?{_N}{{0,3}}?{_N}{{0,2}}(?:插|种|放|摆|栽)(?:上|了)?{_N}{{1,6}},(?:@|四)个(?:角|顶点)上?(?:都|各)(?:要)?(?:插|种|放|摆|栽){_N}{{0,2}}(?:@$U)?{_N}{{0,6}},每边(?:都)?(?:插|种|放|摆|栽)(?:了)?<n>(?P<u>$U){_N}{{0,6}},{_N}{{0,4}}(?:一共|共)(?:要|需要?)?(?:插|种|放|摆|栽)(?:了)?{MANY}(?P<v>$U){_N}{{0,6}}",
)
def _square_fence(f: Found, work: Working) -> None:
    if f.word("u") != f.word("v") or f.value("n") < 2:
        raise Unfit
    side = work.step("每边去掉一个角上的", f["n"] - num(1), f.word("u"))
    work.give(work.step("四边一共", side * num(4), f.word("u")), f.word("u"), "一共的数量")


_CUT: Final = "(?:锯|截|剪|切|砍)"


@frame(
    f"(?:把)?(?:一根|@根|一条|@条)?(?:长)?<n:u>长?的?{_N}{{1,5}}，{_N}{{0,6}}?{_CUT}成(?:每段|每根)?(?:长)?<k:u>(?:长)?(?:的)?{_N}{{1,5}},(?:@次只能锯@根{_N}{{0,4}})?,?{_N}{{0,6}}?(?:要|需要|需|共)?{_CUT}{MANY}次",
)
def _cuts_of_length(f: Found, work: Working) -> None:
    if f.unit("n") != f.unit("k") or (f.value("n") / f.value("k")).denominator != 1:
        raise Unfit
    pieces = work.step("一共有几段", f["n"] / f["k"], "段")
    work.give(work.step("锯的次数比段数少 1", pieces - num(1), "次"), "次", "要锯的次数")


@frame(
    f"{_N}{{0,10}}{_CUT}{_N}{{0,4}},?{_CUT}(?:一|@|每)次(?:要|用|需|需要)<t:u>,{_N}{{0,8}}{_CUT}成(?:了)?<n>(?:小)?(?:段|截|根),(?:{_N}{{0,10}}，)?{_N}{{0,5}}(?:一共|共){_N}{{0,3}}{MANY}(?P<z>分钟|小时|秒|分)",
)
def _time_of_cuts(f: Found, work: Working) -> None:
    f.whole("n")
    if f.word("z")[:1] != f.unit("t")[:1]:
        raise Unfit
    times = work.step("锯的次数比段数少 1", f["n"] - num(1), "次")
    work.give(work.step("一共要用的时间", times * f["t"], f.unit("t")), f.unit("t"), "一共用的时间")


@frame(
    f"(?:把)?(?:一根|@根|一条|@条)?长?<n:u>长?的?{_N}{{1,5}}，{_CUT}成每(?:段|根)长?<k:u>(?:长)?(?:的)?{_N}{{0,5}}需要?<t:u>,{_CUT}成每(?:段|根)长?<m:u>(?:长)?(?:的)?{_N}{{0,5}}(?:需要?|要)(?:{MANY}(?:时间|分钟)|多少)",
)
def _time_of_length(f: Found, work: Working) -> None:
    """2 metres cut into pieces of 0.4 metres take 20 minutes; into pieces of 0.5 metres?"""
    if len({f.unit(x) for x in "nkm"}) != 1:
        raise Unfit
    first, second = f["n"] / f["k"], f["n"] / f["m"]
    if first.value.denominator != 1 or second.value.denominator != 1 or first.value < 2:
        raise Unfit
    cuts = work.step("先锯几次（次数比段数少 1）", work.step("先锯成几段", first, "段") - num(1), "次")
    each = work.step("锯一次要多久", f["t"] / cuts, f.unit("t"))
    more = work.step("后来锯几次", work.step("后来锯成几段", second, "段") - num(1), "次")
    work.give(work.step("一共要用的时间", each * more, f.unit("t")), f.unit("t"), "要用的时间")


_ORDER: Final = "(?P<{0}>[零一二三四五六七八九]+|[\ue000-\ue7ff])"


@frame(
    f"@(?:根|棵|盏|面)(?P<x>{_N}{{1,5}})之?间(?:相隔|相距|的距离是)<n:u>,在(?:它们|两根|这两根)之?间(?:等距离|等间距|等距)地?(?:增加|加|栽|安装)(?:了)?<k>(?:根|棵|盏|面)(?P<y>{_N}{{1,5}}?)(?:后|之后|以后),第{_ORDER.format('a')}(?:根|棵|盏|面)?{_N}{{0,5}}(?:和|与|到)第{_ORDER.format('b')}(?:根|棵|盏|面){_N}{{0,5}}(?:之间)?(?:相隔|相距|的距离是)(?:{MANY}(?P<z>$U)|多少|多远)",
)
def _poles_between(f: Found, work: Working) -> None:
    f.whole("k")
    first, second = f.ordinal("a"), f.ordinal("b")
    if f.has("z") and f.word("z") != f.unit("n") or not first.value < second.value <= f.value("k") + 2:
        raise Unfit
    gaps = work.step("一共有几个间隔（比增加的根数多 1）", f["k"] + num(1), "个")
    each = work.step("每个间隔的长度", f["n"] / gaps, f.unit("n"))
    part = work.step("这两根之间有几个间隔", second - first, "个")
    work.give(work.step("它们之间的距离", each * part, f.unit("n")), f.unit("n"), "两根之间的距离")


@frame(
    f"{_N}{{1,16}}，(?:他|她|{_N}{{1,4}})?从第{_ORDER.format('a')}(?:根|棵|盏|个){_N}{{1,5}}(?:走|跑|散步)?到第{_ORDER.format('b')}(?:根|棵|盏|个){_N}{{1,5}},?(?:用了?|共用|需要|要)<t:u>,照这样(?:的速度|计算|走)?,(?:他|她)?(?:再|又|继续)走<s:u>,?(?:他|她)?(?:会|应|应该|可以)?走到第{MANY}(?:根|棵|盏|个){_N}{{0,5}}",
    f"{_N}{{1,16}}，(?:他|她|{_N}{{1,4}})?从第{_ORDER.format('a')}(?:根|棵|盏|个){_N}{{1,5}}(?:走|跑|散步)?到第{_ORDER.format('b')}(?:根|棵|盏|个){_N}{{1,5}},?(?:用了?|共用|需要|要)<t:u>,(?:他|她)?(?:再|又|继续)走<s:u>,?(?:他|她)?(?:会|应|应该|可以)?走到第{MANY}(?:根|棵|盏|个){_N}{{0,5}}",
)
def _walk_on(f: Found, work: Working) -> None:
    first, second = f.ordinal("a"), f.ordinal("b")
    if f.unit("t") != f.unit("s") or first.value >= second.value:
        raise Unfit
    gaps = work.step("先走了几个间隔", second - first, "个")
    more = work.step("再走几个间隔", f["s"] / (f["t"] / gaps), "个")
    if more.value.denominator != 1:
        raise Unfit
    work.give(work.step("走到第几根", second + more), "", "根数")


@frame(
    f"(?P<x>{_N}{{1,4}}?)(?:和|与|、)(?P<y>{_N}{{1,4}}?)(?:@人|两人)?(?:比赛)?(?:爬楼梯?|爬楼房?|跑楼梯|上楼梯?|爬楼梯比赛)(?:比赛)?,(?:当)?(?P<v>{_N}{{1,4}}?)(?:跑|爬|走)到(?:第)?<a>(?:楼|层)时?,(?P<w>{_N}{{1,4}}?)(?:恰好|正好|刚好|刚)?(?:跑|爬|走)到(?:第)?<b>(?:楼|层),(?:照这样(?:计算|的速度)?)?,?(?:当)?(?P<p>{_N}{{1,4}}?)(?:跑|爬|走)到(?:第)?<c>(?:楼|层)时?,(?P<q>{_N}{{1,4}}?)(?:会|应)?(?:跑|爬|走)(?:到|到了|了)(?:第)?{MANY}(?:楼|层)",
)
def _two_climb(f: Found, work: Working) -> None:
    """One is on floor 4 when the other is on floor 3: floors less one are the flights."""
    names = [f.word(n) for n in "vwpq"]
    if (
        set(names[:2]) != set(names[2:])
        or names[0] == names[1]
        or {f.word("x"), f.word("y")} != set(names[:2])
    ):
        raise Unfit
    flights_a = work.step("先到的走了几层楼梯（比楼层少 1）", f["a"] - num(1), "层")
    flights_b = work.step("另一个走了几层楼梯", f["b"] - num(1), "层")
    up = work.step("后来走的楼梯层数", f["c"] - num(1), "层")
    other = up * flights_b / flights_a if names[0] == names[2] else up * flights_a / flights_b
    other = work.step("同样的时间里，另一个走的楼梯层数", other, "层")
    if other.value.denominator != 1:
        raise Unfit
    work.give(work.step("楼层比楼梯层数多 1", other + num(1), "楼"), "楼", "到的楼层")


@frame(
    f"{_N}{{1,14}}?(?:有)?<n>(?:个|名|位|支|条)?(?:人|小朋友|同学|队|球队|队伍|选手|好朋友|朋友)?(?:{_N}{{0,8}}，)?(?:每|任意)(?:@|两)(?:个|名|位|支)?(?:人|队|小朋友|同学|选手)?(?:之间)?(?:都|要|只|互相)*(?P<v>握|拥抱|赛|比赛|打|通|碰|握手)(?:一|@)?(?:次|场|盘|局)?(?:手)?(?:一次|@次|一场|@场)?,{_N}{{0,8}}(?:一共|共|总共)(?:要|需要|应|进行了?|握了?|打了?|赛了?|拥抱|比赛)*{MANY}(?:次|场|盘|局){_N}{{0,4}}(?:[，(（]+不能?重复计?数?[)）]?)?",
    f"<n>(?:个|名|位|支)?(?:人|小朋友|同学|队|球队|队伍|选手|好朋友){_N}{{0,6}},(?:每|任意)(?:@|两)(?:个|名|位|支)?(?:人|队|小朋友|同学|选手)?(?:之间)?(?:都|要|只|互相)*(?P<v>握|拥抱|赛|比赛|打|通|碰|握手)(?:一|@)?(?:次|场|盘|局)?(?:手)?(?:一次|@次|一场|@场)?,{_N}{{0,8}}(?:一共|共|总共)(?:要|需要|应|进行了?|握了?|打了?|赛了?|拥抱|比赛)*{MANY}(?:次|场|盘|局){_N}{{0,4}}(?:[，(（]+不能?重复计?数?[)）]?)?",
)
def _everyone_once(f: Found, work: Working) -> None:
    """Each two once: half of n times n − 1."""
    f.whole("n")
    if (
        re.search("夫妇|除|不与|已经|得分|得<|分，|淘汰|主客|双循环|电话|没|不(?!能?重复)", f.text)
        or f.value("n") < 2
    ):
        raise Unfit
    if {f.marked(c) for c in re.findall(NUMBER, f.text)} - {f.value("n"), 2, 1}:
        raise Unfit
    others = work.step("每一个要和其他的各一次", f["n"] - num(1), "次")
    work.give(work.step("每一次都数了两遍，所以除以 2", f["n"] * others / num(2), "次"), "次", "一共的次数")
