"""What is counted by the gaps between: cuts and pieces, floors, strokes of a clock, trees in a row or round a pond, people in a square."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.everyday.facts.finding import Found, story
from solver.topics.stories.school.working import Term, Unfit, Working, num

_CUT: Final = "(?:锯|剪|截|切|砍|裁|折|锯断|分)"
_TIME: Final = "(?P<u{0}>分钟?|秒钟?|小时)"
_ASK_TIME: Final = (
    "(?:需要?|要用?|用|花)?(?:多少|几)(?P<v>分钟?|秒钟?|小时)(?:敲完|才?能?(?:锯|剪|截|走|爬)完)?",
    "(?P<v>)(?:需要?|要用?|用|花)?(?:多长时间|多久)",
)
_IDLE: Final = "每(?:锯|剪|截|切)(?:断|开|下)?一?[次段]?(?:所用|所需|需要|用)?的?时间(?:都)?(?:相同|相等|一样)|每(?:两下|次敲?)(?:之间)?的?(?:时间|间隔)(?:都)?(?:相同|相等|一样)|每层(?:楼)?的?(?:台阶数?|高度?)(?:都)?(?:相同|相等|一样多?)|要求"


def _by_gaps(f: Found, work: Working, first: Term, says: tuple[str, str, str]) -> None:
    """So long for the gaps of the first; how long for those of the second, or how many things in another time."""
    gap, each_says, more = says
    if first.value <= 1 or first.value.denominator != 1:
        raise Unfit
    gaps = work.step(f"先有几{gap}", first - num(1))
    unit = _name(f.word("u"))
    each = work.step(each_says, f["t"] / gaps, unit)
    if not f.has("second"):
        many = work.step(f"后来有几{gap}", f["s"] / each)
        if many.value.denominator != 1 or _name(f.word("w")) != unit:
            raise Unfit
        work.give(work.step(f"{more}：比{gap}数多1", many + num(1)), "", more)
        return
    if f.word("v") and _name(f.word("v")) != unit or f["m"].value < 2 or f["m"].value.denominator != 1:
        raise Unfit
    later = work.step(f"后来有几{gap}", f["m"] - num(1))
    work.give(work.step("一共要的时间", each * later, unit), unit, "一共要的时间")


def _name(unit: str) -> str:
    return {"分": "分钟", "秒钟": "秒"}.get(unit, unit)


@story(
    f"{_CUT}成",
    {
        "first": (f"{_CUT}成(?:长度?相等的|同样长的)?<n:cn>(?:小)?(?:段|截|根)≈<t>{_TIME.format('')}", f"<t>{_TIME.format('')}≈{_CUT}成<n:cn>(?:小)?(?:段|截|根)"),
        "second?": (f"{_CUT}成<m:cn>(?:小)?(?:段|截|根)",),
        "other?": (f"(?:用|花)?<s>{_TIME.format('2').replace('u2', 'w')}",),
        "ask?": _ASK_TIME,
        "asked?": (f"{_CUT}成?(?:多少|几)(?:小)?(?:段|截|根)",),
    },
    idle=_IDLE,
    never="每段|厘米|平均每|米",
)  # fmt: skip
def _sawing(f: Found, work: Working) -> None:
    if (f.has("second"), f.has("other"), f.has("ask"), f.has("asked")) not in ((True, False, True, False), (False, True, False, True)):  # fmt: skip
        raise Unfit
    _by_gaps(f, work, f["n"], ("次锯（次数比段数少1）", "锯一次的时间", "锯成的段数"))


@story(
    f"{_CUT}成",
    {
        "pieces": (f"{_CUT}成<n:cn>(?:小)?(?:段|截|根)",),
        "each": (f"(?:每{_CUT}(?:断|开|下)?(?:一|1)[次下]|{_CUT}(?:断|开)?(?:一|1)[次下]|每次|每{_CUT}(?:断|下|开)(?:一段)?)(?:需要?|要用?|用|花)?(?:时间)?(?:是)?<t>{_TIME.format('')}",),
        "ask": _ASK_TIME,
    },
    never="每段|厘米|米",
)  # fmt: skip
def _each_cut(f: Found, work: Working) -> None:
    if f["n"].value < 2 or f.word("v") and _name(f.word("v")) != _name(f.word("u")):
        raise Unfit
    cuts = work.step("要锯几次（次数比段数少1）", f["n"] - num(1), "次")
    unit = _name(f.word("u"))
    work.give(work.step("一共要的时间", cuts * f["t"], unit), unit, "一共要的时间")


_STAIR: Final = "(?P<u>秒钟?|分钟?|级|个|步)(?:台阶|楼梯)?"
_UP: Final = "(?:楼|层)"


@story(
    "楼|层",
    {
        "first": (f"从?第?<a:cn>{_UP}~到第?<b:cn>{_UP}≈<t>{_STAIR}",),
        "second": (f"从?第?<c:cn>{_UP}~到第?<d:cn>{_UP}", f"住在?第?<d:cn>{_UP}", f"(?:走|爬|上|跑)到第?<d:cn>{_UP}"),
        "ask": (r"(?:多少|几)(?P<v>秒钟?|分钟?|级|个|步)(?:台阶|楼梯)?", "(?P<v>)多长时间|多久"),
    },
    idle=_IDLE + "|从[一1]楼(?:走|爬)?到家里?|每层",
    never="电梯|每层~?\\d|下楼",
)  # fmt: skip
def _stairs(f: Found, work: Working) -> None:
    start = f["c"] if f.word("c") else f["a"]
    if f.word("v") and _name(f.word("v")) != _name(f.word("u")):
        raise Unfit
    if not (f["a"].value < f["b"].value and start.value < f["d"].value):
        raise Unfit
    unit = _name(f.word("u"))
    each = work.step(
        "每一层的楼梯", f["t"] / work.step("先上了几层楼梯（层数之差）", f["b"] - f["a"], "层"), unit
    )
    more = work.step("后来要上几层楼梯", f["d"] - start, "层")
    work.give(work.step("一共要的", each * more, unit), unit, "所求的数")


_HOUR: Final = "(?:(?P<h{0}>\\d+|[一二两三四五六七八九十])(?:点钟?|时|点整)(?:整)?)?"


@story(
    "敲",
    {
        "first": (f"{_HOUR.format('')}~敲(?:了|响)?<n:cn>(?:下|次|声)≈<t>{_TIME.format('')}(?:钟)?(?:敲完|完成)?", f"<t>{_TIME.format('')}≈敲(?:了|响)?<n:cn>(?:下|次|声)"),
        "second?": (f"{_HOUR.format('2')}~敲(?:了|响)?<m:cn>(?:下|次|声)", "(?P<h2>)(?:在)?<m:cn>(?:点钟?|时)(?:整)?"),
        "other?": ("(?:用|花)?<s>(?P<w>秒钟?|分钟?)(?:钟)?(?:敲完)?",),
        "ask?": _ASK_TIME,
        "asked?": ("敲(?:了|响)?(?:多少|几)(?:下|次|声)|(?:是|敲的是)几(?:点|时)",),
    },
    idle=_IDLE + "|敲完|几点(?=钟?敲几下)|钟?敲几下|大钟|半点敲",
    never="半点|半时|每隔|每小时|一昼夜|一天",
)  # fmt: skip
def _strokes(f: Found, work: Working) -> None:
    for hour, strokes in (("h", "n"), ("h2", "m")):
        if f.word(hour) and Found.__getitem__(f, hour).value != f[strokes].value:
            raise Unfit
    if (f.has("second"), f.has("other"), f.has("ask"), f.has("asked")) not in ((True, False, True, False), (False, True, False, True)):  # fmt: skip
        raise Unfit
    _by_gaps(f, work, f["n"], ("个间隔（间隔数比敲的次数少1）", "每个间隔的时间", "敲的次数"))


_POST: Final = "(?:棵树?|根(?:电线杆|木桩|灯柱|柱子|杆)?|盏灯?|面(?:红旗|彩旗|旗)|个(?:木桩|站牌|花盆|窗口))"


@story(
    "第",
    {
        "first": (f"从?第<a:cn>{_POST}≈到第<b:cn>{_POST}≈<t>{_TIME.format('')}", f"<t>{_TIME.format('')}≈从?第<a:cn>{_POST}≈到第<b:cn>{_POST}"),
        "second?": (f"到第<c:cn>{_POST}",),
        "other?": ("(?:走|跑|行|用)?(?:了)?<s>(?P<w>分钟?|秒钟?)",),
        "gap?": ("每隔<k>米",),
        "ask?": _ASK_TIME,
        "asked?": (f"(?:走|跑)?到第几{_POST}",),
    },
    idle=_IDLE + f"|每(?:相邻)?两{_POST}(?:之间)?(?:的)?(?:距离|间隔)(?:都)?(?:相等|相同|一样)|同样的速度|往前|均匀",
    never="返回|往回",
)  # fmt: skip
def _walking(f: Found, work: Working) -> None:
    if (f.has("second"), f.has("other"), f.has("ask"), f.has("asked")) not in ((True, False, True, False), (False, True, False, True)):  # fmt: skip
        raise Unfit
    if f["a"].value != 1:
        raise Unfit
    f.facts["numbers"] = [{"n": f.word("b"), **({"m": f.word("c")} if f.word("c") else {})}]
    _by_gaps(f, work, f["b"], ("个间隔（间隔数比个数少1）", "走一个间隔的时间", "走到第几个"))


_RING: Final = r"(?:周长|一周|一圈)(?:的长度?)?(?:是|为|长)?<n>米"


@story(
    "周长|一周|一圈|环形|圆形",
    {
        "ring": (_RING,),
        "gap": ("每?隔<k:cn>米~(?:栽|种|植|放|安装|装|插|摆)~(?:一|1)(?:棵|盏|面|盆|株)(?P<x>[\u4e00-\u9fff]{1,3}?)(?=,|。|;)",),
        "between?": ("每?(?:相邻)?(?:的)?(?:两|2)(?:棵|盏|面|盆|株)(?P<x2>[\u4e00-\u9fff]{1,3}?)(?:之间|中间|间)~(?:栽|种|植|放|安装|装|插|摆)<b:cn>(?:棵|盏|面|盆|株)(?P<y>[\u4e00-\u9fff]{1,3}?)(?=,|。|;)",),
        "ask": ("(?:栽|种|植|放|安装|装|插|摆)?(?:了)?(?P<z>(?![一共要能可需])[\u4e00-\u9fff]{1,3}?)?(?:一共|共)?(?:要|能|可以?|需要?)?(?:栽|种|植|放|安装|装|插|摆|有)?(?:了)?(?:多少|几)(?:棵|盏|面|盆|株)(?P<z2>[\u4e00-\u9fff]{0,3})(?=[?。]|$)",),
    },
    idle="再在?|又在?|相邻|等距离地?|均匀地?|每",
    never="[两2]端|[两2]侧|[两2]旁",
)  # fmt: skip
def _round_a_pond(f: Found, work: Working) -> None:
    count = work.step("间隔数，围成一圈时棵数与它相等", f["n"] / f["k"], "")
    if count.value.denominator != 1:
        raise Unfit
    x, y = f.word("x"), f.word("y")
    asked = f.word("z") or f.word("z2")
    if f.has("between") and f.word("x2") not in (x, x[-2:]):
        raise Unfit
    if y and asked == y:
        count = work.step("每个间隔里的都算上", count * f["b"], "")
    elif asked not in (x, *([] if y else ["", "树", "要", "需", "需要"])):
        raise Unfit
    work.give(count, "", "所求的数")


@story(
    "方阵|方队|正方形队",
    {
        "side": ("(?:每(?:边|排|行)(?:都)?(?:站|有|是|排)?(?:了)?|边上?(?:站|有))<n>(?:人|名|个|盆|枚)",),
        "outer?": ("(?:最外(?:面的?一)?层|最外圈|四周|外围)(?:一共|共)?(?:有|站|要|需要|摆)?(?:了)?(?:多少|几)(?:人|名|个|盆|枚)[\u4e00-\u9fff]{0,3}",),
        "all?": ("(?:(?:整个|这个|全部?)?(?:方阵|方队|队伍)里?)?(?:一共|共|总共)?(?:有|站|要|需要|摆)?(?:了)?(?:多少|几)(?:人|名|个|盆|枚)[\u4e00-\u9fff]{0,3}",),
    },
    idle="实心|最外(?:面的?一)?层|(?:[四4]个)?角上?(?:都)?(?:各)?(?:有|站)(?:一|1)?人?",
    never="空心|增加|减少|去掉|中空|[两2三3]层",
)  # fmt: skip
def _square_of_people(f: Found, work: Working) -> None:
    if f.has("outer") == f.has("all"):
        raise Unfit
    if f.has("outer"):
        side = work.step("每边少算一个角上的，四边就不重复", f["n"] - num(1))
        work.give(work.step("最外层的总数", side * num(4)), "", "最外层的总数")
    else:
        work.give(work.step("总数：每行人数×行数", f["n"] * f["n"]), "", "总数")
