"""Stories of so much for each: how many can be made, filled, carried; rows with some over; seats for the rest; so much each day.

Not read: two kinds of containers of which both numbers are asked.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.marks import SCALES
from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Unfit, num

_NEED: Final = "要用|需要用|需用|需要|要|需|用|用去"
_HOLD: Final = "坐|装|运|载|盛|放|住|乘|站|乘坐|装下|能装|拉|住下"


@kind(
    {
        "each": (
            "(?:做|包|制作|织|编|剪|缝|扎|制)(?:$U|<one:u>)?(?P<what>~)(?:{need})<e:u>长?(?:的)?~",
            "每(?P<u>$U)(?P<what>~)(?:最多)?(?:能|可以|可|要|正好)*(?:{need}|重|长|{hold}|容量是?|有)(?:满|下)?<e:u>长?的?~",
            "~(?:倒|装|分装|灌|分)(?:进|在|入|到|成)*(?:容量|容积)?(?:是|为|都是)?<e:u>的~(?:里|中)?",
            "每(?P<u>$U)(?:最多)?(?:能|可以)?(?:{hold})<e:u>~", "每(?P<u>$U)~(?:的)?(?:容量|容积)(?:是|为)<e:u>",
        ),
        "all": (
            "~(?:有|长|重|共有|共|买来|运来|装有|能运|能装|可以装|载重|载重量是|最多能运|最多可以运|最多能装|最多可装|剩|收获)+(?:了)?<n:u>~",
            "~<n:u>长?的?~", "~<n:u>~要(?:过河|运走|装箱|运|去.*)", "(?:有)?<n:u>~(?:去|要).*", "~(?:一次)?最多(?:能|可以|可)(?:运|装|载)<n:u>~",
        ),
    },
    {
        "down": (
            "~(?:最多)?(?:可以|能够|能|可|够)+(?:正好)?(?:做|装|倒|包|运|剪|制作|织|编|分|缝|扎|灌|盛|分装)?(?:成|出|满)?<?>~",
            "(?:一$U|一卷|一根|$U)?<n:u>长?的?~(?:最多)?(?:可以|能够|能|可|够)+(?:做|包|剪|制作|织|编|分|缝|扎)(?:成|出|满)?<?>~",
            "~最多(?:可以|能|可)(?:做|装|倒|包|运)(?:成|出|满)?<?>~", "~(?:一次)?最多(?:可以|能|可)(?:运|装|载)<?>~",
        ),
        "up": ("~(?:至少|最少)(?:需要|要|应|需)?(?:租|用|准备|有|运|安排|坐)?<?>~",),
    },
    need=_NEED, hold=_HOLD,
)  # fmt: skip
def _packing(s: Scene) -> None:
    """How many times one goes into the other, when they are measured in different units too."""
    each = s.one("each")
    whole = s.maybe("all")
    source = whole or (s.asked if s.asked.has("n") else None)
    if (
        source is None
        or whole is not None
        and s.asked.has("n")
        or re.search("剩|余|又|再|其|后|照|倍|比", s.text)
    ):
        raise Unfit
    if each.has("one") and each.value("one") != 1 or s.question == "up" and source.unit("n") in SCALES and not each.has("u"):  # fmt: skip
        raise Unfit
    unit, small = s.asked.unit("?"), each.unit("e")
    if small == unit or source.unit("n") == unit:
        raise Unfit
    total, measure = source["n"], small
    if source.unit("n") != small:
        if source.unit("n") in SCALES and small in SCALES:
            total = s.to(total, source.unit("n"), small)
        elif {source.unit("n"), small} <= {"人", "个"}:
            pass
        else:
            raise Unfit
    if measure == "元" or source.unit("n") == "元":
        raise Unfit
    many = s.work.whole(
        f"里面有几个这样的{small if small in SCALES else '一份'}",
        total,
        each["e"],
        unit,
        up=s.question == "up",
    )
    s.give(many, unit, "数量")


@kind(
    {
        "each": ("~每(?P<u>排|行|列|组|队|桌|车|船|辆|条|间|箱|盒|袋|筐|层)~(?:站|坐|放|摆|装|种|有|栽|排)?<e:u>~",),
        "rows": ("~(?:站|坐满?|放满?|摆|装满?|种|栽|排|有)(?:成)?(?:了)?<k>(?P<w>排|行|列|组|队|桌|车|船|辆|条|间|箱|盒|袋|筐|层)~(?:后)?", "<k>(?P<w>排|行|列|组|队|桌|车|船|辆|条|间|箱|盒|袋|筐|层)~"),
        "over": ("(?:还|又)?(?:多|剩下?|余下?)(?:出|了)?<p:u>~", "还有<p:u>~(?:没.*|站着|装不下|坐不下|不够.*)", "~还(?:多|剩|余)(?:出|下)?<p:u>~"),
        "short": ("(?:还|最后一.)?(?:少|差|缺)<q:u>~", "最后一(?:排|行|列|组|队|桌|车|箱|盒)(?:还)?(?:少|差|缺)<q:u>~"),
    },
    {"total": ("~(?:一共|总共|共|原来)?(?:有|买来|来了|要|是)*<?>~",)},
)  # fmt: skip
def _rows(s: Scene) -> None:
    each, rows = s.one("each"), s.one("rows")
    over, short = s.maybe("over"), s.maybe("short")
    rest, name = (over, "p") if over else (short, "q")
    if (
        rest is None
        or over
        and short
        or each.word("u") != rows.word("w")
        or s.order()[:2] == ["over", "each"]
    ):
        raise Unfit
    unit = s.asked.unit("?")
    if not {each.unit("e"), rest.unit(name)} <= {unit, "人", "个"} or re.search("比|倍|平均|其中", s.text):
        raise Unfit
    full = s.step(f"{rows.value('k')}{rows.word('w')}一共有多少", each["e"] * rows["k"], unit)
    s.give(
        s.step("再加上多的", full + rest[name], unit) if over else s.step("再减去少的", full - rest[name], unit),
        unit, "总数",
    )  # fmt: skip


@kind(
    {
        "all": ("~(?:有|共有|共|一共有|一共|共计|共有师生)*<n:u>~(?:去|要|参加|乘|坐|到|住).*", "~(?:有|共)*<n:u>~"),
        "big": ("~(?:租|用|坐|乘|租用|派|已经坐|开|安排|坐满|住满|租了)+(?:了)?<k:u>(?P<x>~)", "~(?:租|用|坐|乘|租用|派|租了)+(?:了)?<k:u><c>座的?(?P<x>~)"),
        "named": ("(?P<y>~)(?:每$U)?(?:限乘|限坐|可乘|能坐|可坐|可以坐|能乘|可乘坐)<c:u>",),
        "holds": ("每(?P<u>$U)(?P<y>~)(?:正好)?(?:都)?(?:能)?(?:坐|装|住|乘|载|坐满|住满|装满)(?:满|了)?<c:u>~",),
        "full": ("每(?:座|$U)?(?:都)?坐满(?:了)?", "(?:全部|全都|都)坐满(?:了)?", "每座都坐满"),
        "rest": ("(?:剩下|余下|其余)的?(?:~)?(?:改?坐|乘坐|乘|住|租|用)(?P<z>~)",),
        "small": ("每(?P<u>$U)(?P<z>~)(?:最多)?(?:能|可以|限)?(?:坐|装|住|乘|载)<d:u>~",),
        "rest_small": ("(?:剩下|余下|其余)的?(?:~)?(?:坐|乘坐|乘|住|租|用)(?:每(?:$U)(?:能|可|最多)*(?:坐|住)?<d:u>的?)(?P<z>~)",),
    },
    {"up": ("~(?:至少|最少)?~(?:还)?(?:至少|最少)?(?:还要|需要|需|要|应|还要|还需要)*(?:租|用|坐|安排)?<?>(?P<z>~)",)},
)  # fmt: skip
def _rest_seated(s: Scene) -> None:
    """Some go in the large ones, which are full; the rest in small ones."""
    total, big = s.one("all"), s.one("big")
    holds = s.maybe("holds")
    small = s.maybe("small") or s.maybe("rest_small")
    named = s.all("named")
    if len(named) == 2 and small is None and holds is None:
        _by_name(s, total, big, named)
        return
    if small is None or named or not s.all("rest", "rest_small") or (holds is None) == (not big.has("c")):
        raise Unfit
    if holds is None and not s.all("full") or not re.search("满", s.text) or total.unit("n") != "人":
        raise Unfit
    each = holds["c"] if holds else big["c"]
    seated = s.step("坐满的一共坐了多少人", each * big["k"], "人")
    left = s.step("剩下多少人", total["n"] - seated, "人")
    unit = s.asked.unit("?")
    s.give(s.work.whole("至少还要多少", left, small["d"], unit, up=True), unit, "至少的数量")


def _by_name(s: Scene, total: Found, big: Found, named: list[Found]) -> None:
    """ "大客车限乘45人，小客车限乘18人": by what each is called."""
    first = [f for f in named if f.word("y") and f.word("y") == big.word("x")]
    second = [f for f in named if f.word("y") and f.word("y") == s.asked.word("z")]
    if (
        len(first) != 1
        or len(second) != 1
        or first == second
        or total.unit("n") != "人"
        or "还" not in s.asked.text
    ):
        raise Unfit
    seated = s.step("先租的一共可以坐多少人", first[0]["c"] * big["k"], "人")
    left = s.step("剩下多少人", total["n"] - seated, "人")
    unit = s.asked.unit("?")
    s.give(s.work.whole("至少还要多少", left, second[0]["c"], unit, up=True), unit, "还要的数量")


@kind(
    {
        "rate": ("~每(?P<p>分钟|小时|秒|天|分)(?:会|要|大约|约)?(?:漏|滴|浪费|流|流失|漏掉|滴掉|呼吸|跳动|跳|心跳|用|生产|消耗)(?P<what>~)<v:u>~", "~每(?P<p>分钟|小时|秒|天|分)~<v:u>~"),
        "bare": ("<one>个没有?(?:拧紧|关紧)的水龙头~", "~没有?(?:拧紧|关紧|关好)的?~"),
        "dripping": ("~没有?(?:拧紧|关紧|关好)的水龙头(?:平均)?每(?P<p>分钟|小时|秒|分)(?:会|要|大约|约)?(?:漏|滴|浪费|流|漏掉|滴掉)(?P<what>~)<v:u>~",),
    },
    {"long": ("~(?P<one>[一1]|[\ue000-\ue7ff])个?(?P<t>昼夜|天|小时|周|星期|日)(?:一共)?(?:会|要|将|大约|能|可以|可)*(?:漏掉|漏|滴掉|滴|浪费|流失|流掉|流|用|消耗|跳动|跳|呼吸|生产)(?:掉)?<?>~", "~(?P<t>一昼夜|一天|一小时|一周)(?:一共)?(?:会|要|将|大约|能|可以|可)*(?:漏掉|漏|滴掉|滴|浪费|流失|流掉|流|用|消耗|跳动|跳|呼吸|生产)(?:掉)?<?>~")},
)  # fmt: skip
def _long_time(s: Scene) -> None:
    """So much a minute: how much in a day?"""
    rate = s.maybe("rate") or s.one("dripping")
    if len(s.all("rate", "dripping")) != 1:
        raise Unfit
    per = {"分": "分钟"}.get(rate.word("p"), rate.word("p"))
    seconds = {
        "秒": 1,
        "分钟": 60,
        "小时": 3600,
        "天": 86400,
        "日": 86400,
        "昼夜": 86400,
        "周": 604800,
        "星期": 604800,
    }
    name = s.asked.word("t").removeprefix("一")
    if seconds[name] <= seconds[per] or "又" in s.text:
        raise Unfit
    many = num(1)
    word = s.asked.word("one")
    if word and word not in "一1":
        many = s.asked["one"]
    if name in ("周", "星期"):
        raise Unfit
    chain = ["天", "小时", "分钟", "秒"]
    name = "天" if name in ("昼夜", "日") else name
    factors = {"天": 24, "小时": 60, "分钟": 60}
    term = many
    for one in chain[chain.index(name) : chain.index(per)]:
        term = term * num(factors[one]) if term.value != 1 else num(factors[one]) * term if term.made else num(factors[one])  # fmt: skip
    term = s.step(f"这段时间有多少{per}", term, per)
    total = s.step("一共有多少", rate["v"] * term, rate.unit("v"))
    unit = s.asked.unit("?")
    s.give(s.to(total, rate.unit("v"), unit), unit, "总量")


@kind(
    {
        "goal": ("~(?:想|要|打算|准备|计划|希望)+(?:买|攒钱买|存钱买)(?:$U)?(?:<p>元的~|~)", "~(?:需要|要|售价|价格是|价格为|价钱是|标价|卖)<p>元", "~(?:想|要|打算|准备|计划)+(?:存|攒)(?:够|到|满)?<p>元~"),
        "saves": ("~(?:从.{1,4}起)?(?:平均)?每(?:个)?(?P<w>星期|周|天|月|年)(?:可以|能|都)?(?:存|攒|节省|节约|省下)(?:下|入)?(?:零花钱|零用钱|钱)?<e>元~",),
        "has": ("~(?:现在|目前)?(?:已经|已|现有|原有)*(?:有|存|攒)(?:了)?<h>元~",),
    },
    {"up": ("~(?:至少|最少)?(?:还)?(?:需要|需|要|得)*(?:存|攒|过)?(?:多少|几)个?(?P<w>星期|周|天|月|年)(?:后|才|就|可以|能|够|的钱|攒够|买到|能够|到|买|这.{1,5})*~",)},
)  # fmt: skip
def _saving(s: Scene) -> None:
    goal = [f for f in s.all("goal") if f.has("p")]
    saves = s.one("saves")
    if len(goal) != 1 or {"星期": "周"}.get(saves.word("w"), saves.word("w")) != {"星期": "周"}.get(s.asked.word("w"), s.asked.word("w")):  # fmt: skip
        raise Unfit
    has = s.maybe("has")
    lack = goal[0]["p"]
    if has:
        lack = s.step("还差多少元", lack - has["h"], "元")
    unit = "周" if s.asked.word("w") == "星期" else s.asked.word("w")
    s.work.give(s.work.whole(f"要存多少{unit}", lack, saves["e"], unit, up=True), unit, "要存的时间")


@kind(
    {
        "has": ("(?P<x>~)(?:已经|已|现在|原来)*(?:有|存有|存了|有存款)<h>元~",),
        "saves": ("(?:从.{1,4}起)?(?:计划)?每(?:个)?(?P<w>月|周|天|星期)(?:再|都)?(?:存|攒)(?:入|下)?(?:钱)?<e>元",),
    },
    {"equal": ("~(?:多少|几)个?(?P<w>月|周|天|星期)(?:后|以后|之后)~两?人?~(?:钱|存款|钱数)~(?:一样多|同样多|相等|相同)",)},
)  # fmt: skip
def _equal_savings(s: Scene) -> None:
    """The difference at first is made up by the difference each month."""
    (a, b), (c, d) = _two(s.all("has")), _two(s.all("saves"))
    if s.order() != ["has", "saves", "has", "saves"] or len({f.word("w") for f in (c, d, s.asked)}) != 1:
        raise Unfit
    poor, rich, fast, slow = (a, b, c, d) if a.value("h") < b.value("h") else (b, a, d, c)
    if fast.value("e") <= slow.value("e"):
        raise Unfit
    apart = s.step("原来相差多少元", rich["h"] - poor["h"], "元")
    closer = s.step("每次追上多少元", fast["e"] - slow["e"], "元")
    time = s.step("几次以后一样多", apart / closer)
    unit = "个" + s.asked.word("w") if s.asked.word("w") == "月" else s.asked.word("w")
    s.give(time, unit, "经过的时间")


def _two(found: list[Found]) -> tuple[Found, Found]:
    if len(found) != 2:
        raise Unfit
    return found[0], found[1]
