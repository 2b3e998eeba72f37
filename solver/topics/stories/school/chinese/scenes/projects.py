"""Stories of work: alone and together, the rest by one of them; planned and in fact; up and down in percent.

Not read: three who work, work that is handed over more than once.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_TIME: Final = "小时|天|分钟|日|个月|月|时"
_CAN: Final = "可以|可|能|才能|就能|就可以"
_END: Final = "完成|做完|修完|挖完|完工|注满|打完|加工完|运完|干完|铺完"
_ALONE: Final = "单独|独自|独|单"
_DO: Final = "做|修|完成|加工|打|干|挖|注水|开|运|铺|修路|建"


@kind(
    {
        "alone": ("(?:由)?(?P<x>[甲乙师徒](?:队|工程队|师傅|傅|弟|管|车|组)?|~)(?:{alone})(?:{do})*(?:这项工程|全部|这批~)?(?:需要|要|需|用)?(?P<a>[\ue000-\ue7ff])个?(?P<t>{time})(?:{can})*(?:{end})?(?:任务|全部|全工程)?",),
        "together": ("~(?:合作|合做|合修|共同做|一起做|共同修|合干|一起修|共同工作|一起工作|合打|合挖|同时做|一起加工|共同加工)(?:了)?<k>个?(?P<t>{time})(?:后|以后|之后)?",
                     "~(?:先)?(?:合作|合做|合修)(?:了)?<k>个?(?P<t>{time})(?:后|以后|之后)?"),
        "first": ("(?:先由|先)?(?:由)?(?P<x>[甲乙](?:队|工程队|管)?)(?:先)?(?:单独|独)?(?:{do})(?:了)?<k>个?(?P<t>{time})(?:后|以后|之后)?",),
        "rest": ("(?:剩下|余下|其余)的?(?:工程|工作|部分|任务)?(?:全部|都)?(?:由|让|给)?(?P<x>[甲乙](?:队|工程队|师傅)?|两[人队]|[甲乙]、?[甲乙]两?队?)(?:单独|继续|独自|接着|合作|合做|一起|共同)*(?:{do})*",),
        "single": ("(?:这|一|某)(?:项|件|批|份)?(?:工程|工作|零件|稿件|任务|水渠|路)",),
    },
    {
        "rest_time": ("(?:剩下的|余下的)?(?:工程|工作)?(?:由|让)?(?P<x>[甲乙](?:队)?)?(?:单独|独)?(?:{do})?~(?:还|再)?(?:需要|要|需|用)*(?:{do})?<?>(?:才)?(?:{can})*(?:{end})?(?:任务|全部)?", ),
        "both": ("~(?:合作|合做|合修|一起做|共同做|一起修)~(?:需要|要|需|用)?<?>(?:{can})*(?:{end})?~",),
        "part": ("~(?:还)?(?:剩下|剩|余下)(?:全部|这项|工程|工作)*的?几分之几(?:没.*)?",),
    },
    alone=_ALONE, do=_DO, time=_TIME, can=_CAN, end=_END,
)  # fmt: skip
def _work(s: Scene) -> None:
    """All is 1: what was done, what is left, who does it."""
    alone = s.all("alone")
    if len(alone) != 2 or re.search("提前|休息|轮流|交替|丙|效率|离开|加入|中途|调走", s.text):
        raise Unfit
    x, y = alone
    who = (x.word("x")[:1], y.word("x")[:1])
    times = {f.word("t").removeprefix("个") for f in [*alone, *s.all("together", "first")]}
    if len(times) != 1 or who[0] == who[1] or len(s.all("rest")) > 1:
        raise Unfit
    unit = times.pop()
    asked = s.asked.unit("?")
    if asked not in (unit, {"天": "日"}.get(unit, unit)):
        raise Unfit
    rates = {who[0]: num(1) / x["a"], who[1]: num(1) / y["a"]}
    both = rates[who[0]] + rates[who[1]]
    together, first = s.maybe("together"), s.maybe("first")
    if (together is None) == (first is None):
        raise Unfit
    if together:
        rate = s.step(f"把全部工作看作 1，合作每{unit}完成几分之几", both)
        done = s.step(f"合作 {together.value('k')} {unit}完成几分之几", rate * together["k"])
    else:
        assert first is not None
        if first.word("x")[:1] not in rates:
            raise Unfit
        done = s.step("把全部工作看作 1，先完成了几分之几", rates[first.word("x")[:1]] * first["k"])
    left = s.step("还剩几分之几", num(1) - done)
    rest = s.maybe("rest")
    name = (rest.word("x") if rest else "") or s.asked.word("x")
    last = (rest.text if rest else "") + s.asked.text
    if s.question == "both" or "两" in name or re.search("合作|合做|一起|共同|甲、?乙", last):
        if together:
            raise Unfit
        rate = s.step(f"合作每{unit}完成几分之几", both)
        time = left / rate
    elif name[:1] in rates:
        time = left / rates[name[:1]]
    else:
        raise Unfit
    s.work.give(s.step("还要的时间＝剩下的工作÷工作效率", time, unit), unit, "还要的时间")


_TOGETHER: Final = "合作|合做|合修|合干|合打|合挖|共同完成|共同做|共同修|一起做|一起修|一起完成|一起加工|同时做|共同加工|合作完成|合开|同时打开|一起打开|同时开放"


@kind(
    {
        "alone": ("(?:由|如果由|若由)?(?P<x>[甲乙丙师徒](?:队|工程队|师傅|傅|弟|管|车|组|厂)?|~)(?:{alone})(?:{do})*(?:这项工程|全部|这批~)?(?:需要|要|需|用)?(?P<a>[\ue000-\ue7ff])个?(?P<t>{time})(?:{can})*(?:{end})?(?:任务|全部|全工程)?",),
        "alone_open": ("(?:如果)?(?:单独|单|只)(?:打开|开放|开)(?P<x>[甲乙丙])(?:管|水管|进水管|水龙头|号管)?(?:需要|要|需|用)?(?P<a>[\ue000-\ue7ff])个?(?P<t>{time})(?:可以|可|能|才能|就能)?(?:把~)?(?:注满|放满|灌满)(?:水池|水箱|全池|~)?",),
        "pipes": ("(?:一个)?~有[甲乙丙][、和与]?[甲乙丙](?:[、和与]?丙)?(?:两|三|<k>)(?:个|根|条)?(?:进水管|水管|水龙头)",),
        "joint": ("(?:现在|如果|若)?(?:由|让)?~(?:<k>(?:人|队|个?队|个人|车|管))?(?:{together})(?:这项|这件|这批)?(?:工程|工作|零件)?",),
        "single": ("(?:有|要|做|完成|修|加工)?(?:这|一|某)?(?:$U)?(?:项|件|批|份|条)?(?:工程|工作|零件|稿件|任务|水渠|公路|路)",),
    },
    {
        "whole": ("(?:现在|如果|若)?(?:由|让)?(?:两管|三管)?~(?:<k>(?:人|队|个?队|个人|车|管))?(?:{together})?~(?:需要|要|需|用)?<?>(?:后)?(?:{can})*(?:{end})(?:任务|(?:这项|全部|整个|整项|全)?(?:工程|工作))?(?:的?<%f>)?", "(?:由|让)?~(?:{together})~(?:需要|要|需|用)<?>"),
        "part": ("(?:现在|如果|若)?(?:由|让)?~(?:{together})?~(?:完成|做完|修完)(?:这项|全部|整个)?(?:工程|工作)的?<%f>(?:需要|要|需|用)<?>",),
    },
    alone=_ALONE, do=_DO, time=_TIME, can=_CAN, end=_END, together=_TOGETHER,
)  # fmt: skip
def _all_together(s: Scene) -> None:
    """Each alone; all of them at once do the whole, or a told part of it."""
    alone = s.all("alone", "alone_open")
    named = re.findall("[甲乙丙]", "".join([*(f.text for f in s.all("joint")), s.asked.text]))
    if named:
        alone = [f for f in alone if f.word("x")[:1] in named]
    who = [f.word("x")[:2] for f in alone]
    told = [f.value("k") for f in (*s.all("joint", "pipes"), s.asked) if f.has("k")]
    if (
        not 2 <= len(alone) <= 3
        or named
        and len(alone) != len(set(named))
        or len(set(who)) != len(who)
        or any(k != len(alone) for k in told)
        or len(s.all("joint")) > 1
        or not re.search(_TOGETHER, s.text)
        or re.search("先|提前|休息|轮流|交替|效率|离开|加入|中途|调走|排|剩|余|又|再", s.text)
        or re.search("两[人队车管]", s.text)
        and len(alone) != 2
        or "三管" in s.text
        and len(alone) != 3
    ):
        raise Unfit
    times = {f.word("t").removeprefix("个") for f in alone}
    if len(times) != 1 or s.asked.unit("?") not in times:
        raise Unfit
    unit = times.pop()
    rates = [num(1) / f["a"] for f in alone]
    rate = s.step(f"把全部工作看作 1，合作每{unit}完成几分之几", sum(rates[1:], rates[0]))
    part = s.asked["f"] if s.asked.has("f") else num(1)
    if not 0 < part.value <= 1:
        raise Unfit
    s.work.give(s.step("合作的时间＝工作量÷效率和", part / rate, unit), unit, "合作的时间")


@kind(
    {
        "plan": ("~(?:计划|原计划|打算|准备|预计|原定)(?:用)?<t>(?P<p>天|小时|个?月)(?:内)?~(?P<v>[\ue000-\ue7ff])(?P<v_u>$U)~", ),
        "plan_rate": ("~(?:计划|原计划|打算|准备|预计)~每(?P<p>天|小时|月)~<a:u>~",),
        "all": ("~(?:要|有|做|加工|修|生产|挖|共)+(?:加工|生产|做|修)?(?P<v>[-])(?P<v_u>$U)~",),
        "plan_days": ("~(?:计划|原计划|打算|准备|预计)(?:用|要|在)?<t>(?P<p>天|小时|个?月)(?:内)?(?:完成|做完|修完|加工完).{0,3}",),
        "plan_time": ("(?:要|需要|计划|可以|能|用)?<t>(?P<p>天|小时|个?月)(?:可以|能)?(?:完成|做完|修完|烧完|看完|用完|烧|用)?(?:任务)?",),
        "more": ("~(?:实际|结果|改进~|现在|技术改进后)~(?:平均)?每(?P<p>天|小时|月)(?:比原?计划)?(?P<s>多|少|节约|节省|超额)(?:生产|做|修|加工|烧|用|看|挖|植|种|织|完成)?(?:了)?<d:u>~", "~实际(?:每(?P<p>天|小时|月))(?:的)?~比原?计划(?P<s>多|少|节约)~<d:u>~"),
        "times": ("~(?:实际|结果|现在)~每(?P<p>天|小时|月)~是原?计划的<k>倍",),
        "share": ("~(?:实际|结果|现在)~每(?P<p>天|小时|月)~(?:比原?计划)(?P<s>多|增加|提高|少|减少)~<%f>",),
        "rate": ("~(?:实际|结果)~每(?P<p>天|小时|月)(?:生产|做|修|加工|烧|用|看|挖|织|完成)(?:了)?<r:u>~",),
        "days": ("~(?:实际|结果)(?:只|仅)?(?:用|花)(?:了)?<q>(?P<p>天|小时|个?月)(?:就)?(?:完成|做完|修完).{0,4}",),
    },
    {
        "time": ("~(?:实际)?(?:可以|只要|只用|能|用|要|需要|烧|多烧|完成)*<?>(?:就|可以|能)?(?:完成|做完|修完|烧完)?(?:了)?~", "~实际<?>(?:完成|做完|修完).*", "~实际(?:用|需要|烧|可以烧|可以用)(?:了)?<?>~"),
        "before": ("~(?:可以|能|实际)*提前<?>(?:完成|做完)?.{0,4}",),
        "daily": ("~实际~每(?P<p>天|小时|月)~(?:生产|做|修|加工|完成|多少)+<?>~",),
        "daily_more": ("~实际~(?:平均)?每(?P<p>天|小时|月)~比原?计划多~<?>~",),
    },
)  # fmt: skip
def _plan(s: Scene) -> None:
    """As planned and in fact: the whole is the same."""
    plan, rate = s.maybe("plan"), s.maybe("plan_rate")
    pers = {f.word("p").removeprefix("个") for _, f in s.told if f.has("p")}
    days_told = s.all("plan_days")
    if (
        len(s.all("all")) != len(days_told)
        or len(days_told) > 1
        or days_told
        and (plan or rate or s.order()[:2] != ["all", "plan_days"])
    ):
        raise Unfit
    if (
        len(pers) != 1
        or not days_told
        and (plan is None) == (rate is None)
        or "提前" in s.text
        and s.question != "before"
    ):
        raise Unfit
    per = pers.pop()
    if plan or days_told:
        told = plan or s.one("all")
        unit, days, whole = told.word("v_u"), (plan or days_told[0])["t"], told["v"]
        each = s.step(f"计划每{per}多少", whole / days, unit)
        if s.all("plan_time"):
            raise Unfit
    else:
        assert rate is not None
        unit, days, each = rate.unit("a"), s.one("plan_time")["t"], rate["a"]
        whole = s.step("一共多少", each * days, unit)
    now = _now(s, each, whole, per, unit)
    if s.question == "daily_more":
        s.give(s.step(f"实际每{per}比计划多多少", now - each, unit), unit, "多的数量")
    elif s.question == "daily":
        s.give(now, unit, f"实际每{per}的数量")
    elif s.asked.unit("?") in (per, "月" if per == "月" else per):
        fewer = s.all("days")
        time = fewer[0]["q"] if fewer else s.step(f"实际用多少{per}", whole / now, per)
        if s.question == "before":
            time = s.step("提前的时间", days - time, per)
        elif fewer:
            raise Unfit
        s.work.give(time, per, "要求的时间")
    else:
        raise Unfit


def _now(s: Scene, each: Term, whole: Term, per: str, unit: str) -> Term:
    """How much is done in fact in each unit of time."""
    told = s.all("more", "times", "share", "rate", "days")
    if len(told) != 1:
        raise Unfit
    f: Found = told[0]
    less = f.word("s") in ("少", "节约", "节省", "减少")
    if f.has("d"):
        if f.unit("d") != unit:
            raise Unfit
        term = each - f["d"] if less else each + f["d"]
    elif f.has("k"):
        term = each * f["k"]
    elif f.has("f"):
        term = each * (num(1) - f["f"] if less else num(1) + f["f"])
    elif f.has("r"):
        if f.unit("r") != unit:
            raise Unfit
        return f["r"]
    else:
        term = whole / f["q"]
    return s.step(f"实际每{per}多少", term, unit)


_UP: Final = "涨价|提价|上涨|增加|提高|增长|增产|上升|涨"
_DOWN: Final = "降价|下降|降低|减少|降|减产|下调|跌|下跌"


@kind(
    {
        "price": ("~(?:原价|原来(?:的)?(?:售价|价格|价钱)?|定价|标价|售价|价格)(?:是|为|卖|每$U)*<p:u>", "~原价<p:u>的~", "~(?:去年|前年|一月份|原来)~(?:产量|产值|是|有|生产|销售|产|卖)+<p:u>~"),
        "up": ("~(?:先|又|再|后|后来)*(?:{up})(?:了)?<%r>(?:后|以后)?(?:出售|销售)?", "~比~(?:{up})(?:了)?<%r>"),
        "down": ("~(?:先|又|再|后|后来)*(?:{down})(?:了)?<%r>(?:后|以后)?(?:出售|销售)?", "~比~(?:{down})(?:了)?<%r>"),
        "off": ("~(?:先|又|再|后来)*打<%r>折(?:后)?(?:出售|销售)?",),
    },
    {"now": ("~(?:现在|现价|最后|这时)(?:的)?~(?:卖|是|要|售价|价格|有|为)*<?>~", "~(?:最后|现在)~<?>~")},
    up=_UP, down=_DOWN,
)  # fmt: skip
def _price_chain(s: Scene) -> None:
    """One change after the other, each of what there was just before."""
    start = s.one("price")
    unit = s.asked.unit("?")
    changes = [(name, f) for name, f in s.told if name in ("up", "down", "off")]
    if s.order()[0] != "price" or not 1 <= len(changes) <= 4 or start.unit("p") != unit or re.search("比|其中|倍|几分", s.text) or s.text.count("原价") > 1:  # fmt: skip
        raise Unfit
    term = start["p"]
    for at, (name, f) in enumerate(changes, 1):
        part = f["r"] if name == "off" else num(1) + f["r"] if name == "up" else num(1) - f["r"]
        term = s.step(f"第 {at} 次变化以后（以变化前为单位“1”）", term * part, unit)
    s.work.give(term, unit, "现在的数量")
