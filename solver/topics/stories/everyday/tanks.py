"""A tank that is partly full: what is in it, what it still takes, how long that takes, what it holds. Not read: two pipes at once, a flow that changes."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.topics.stories.everyday.kinds import Story, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_U: Final = r"(?:l|ml|gallons?|cubic m|kg)(?![a-z])"
_V: Final = r"(?:(?:water |fuel |gas |fish |swimming |oil )?(?:tank|barrel|bucket|pool|bathtub|container|bottle|jug|cistern|reservoir|pail|drum|aquarium))"
_IT: Final = rf"(?:it|(?:the|this) {_V})"
_CAPACITY: Final = rf"(?:(?:a|an|the) {_V} (?:that |which )?(?:can )?(?:holds?|has a capacity of|with a capacity of) <c> (?P<u1>{_U})(?: of [a-z]+)?|an? <cb> (?P<u1b>{_U}) {_V})"
_FULL: Final = r"(?:<f>%?|(?P<half>half)) full(?: of [a-z]+)?"
_TIME: Final = "(?:minute|hour|second)"
_RATE: Final = (
    rf"<r> (?P<u3>{_U})(?: of [a-z]+)? (?:every|per|a|an|each) (?P<t1>{_TIME})(?: for <t> (?P<t2>{_TIME})s?)?"
)
_WATER: Final = "(?:water|oil|fuel|gas|gasoline|petrol|milk|juice|liquid)"


@kind(
    "full|fill",
    "en",
    {
        "holds": (_CAPACITY,),
        "full": (rf"(?:{_CAPACITY} is|(?:when |an? |the )?{_V} is|(?:when )?(?:an? |the ){_V} is|it is|(?:is|was)) (?:now |then )?(?:only )?{_FULL}",),
        "full_contains": (rf"when (?:an? |the ){_V} is {_FULL} it (?:contains|holds|has) <w> (?P<u2>{_U})(?: of [a-z]+)?",),
        "contains": (rf"{_IT} (?:now )?(?:contains|holds|has) <w> (?P<u2>{_U})(?: of [a-z]+)?(?: now| in it)?", rf"there are <w> (?P<u2>{_U})(?: of [a-z]+)? in {_IT}"),
        "in": (rf"(?:an? )?(?:pump|hose|pipe|tap|faucet) (?:adds|pumps in|pumps|pours in|fills it at|fills the {_V} at|delivers)(?: {_WATER}(?: into {_IT})? at)? {_RATE}", rf"{_WATER} (?:flows|runs|pours|is pumped|is poured|is added|comes)(?: in| into {_IT})?(?: at(?: a rate of| the rate of)?)? {_RATE}"),
        "out": (rf"(?:an? )?(?:pump|hose|pipe|tap|faucet|leak) (?:drains|removes|pumps out|lets out|loses) {_RATE}", rf"{_WATER} (?:flows out|runs out|leaks out|leaks|is pumped out|drains out|drains)(?: of {_IT})?(?: at(?: a rate of| the rate of)?)? {_RATE}", rf"{_IT} (?:loses|leaks) {_RATE}"),
        "put": (rf"<a> (?:more )?(?P<u4>{_U})(?: of [a-z]+)? (?:are|is|were|was) (?:added|poured in|pumped in|put in)(?: to {_IT})?", rf"after (?:adding <a> (?:more )?(?P<u4>{_U})(?: of [a-z]+)?(?: to it)?|<ab> (?:more )?(?P<u4b>{_U})(?: of [a-z]+)? (?:are|is|were|was) (?:added|poured in|pumped in|put in)(?: to {_IT}| into {_IT})?)", rf"{en(3)}(?:adds|added|pours in|pours) <a> (?:more )?(?P<u4>{_U})(?: of [a-z]+)?(?: to {_IT}| into {_IT})?"),
        "take": (rf"<a> (?P<u4>{_U})(?: of [a-z]+)? (?:are|is|were|was) (?:drained|used|removed|taken out|pumped out|drawn off|poured out|drained off)(?: from {_IT})?", rf"after (?:using|draining|removing|taking out) <a> (?P<u4>{_U})(?: of [a-z]+)?"),
        "to_full": (rf"it takes (?:another )?<a> (?:more )?(?P<u4>{_U})(?: of [a-z]+)? to fill {_IT}", rf"after (?:<a> (?:more )?(?P<u4>{_U})(?: of [a-z]+)? (?:are|is|were) added|adding <ab> (?:more )?(?P<u4b>{_U})(?: of [a-z]+)?) (?:it|the {_V}) is (?:completely )?full", rf"it (?:is|becomes) (?:completely )?full after (?:adding <a> (?:more )?(?P<u4>{_U})|<ab> (?:more )?(?P<u4b>{_U})(?: of [a-z]+)? are added)", rf"<a> more (?P<u4>{_U})(?: of [a-z]+)? (?:are needed to fill {_IT}|(?:will )?fills? {_IT})"),
        "ask_missing": (rf"how (?:many more (?P<u5>{_U})(?: of {_WATER})?|much more {_WATER}) (?:are|is|will be) needed to fill {_IT}(?: completely)?", rf"how (?:many more (?P<u5>{_U})(?: of {_WATER})?|much more {_WATER}) (?:can|must|should) be added to fill {_IT}(?: completely)?", rf"how (?:many more (?P<u5>{_U})(?: of {_WATER})?|much more {_WATER}) (?:does|will) {_IT} need to be full"),
        "ask_now": (rf"how (?:many (?P<u5>{_U})(?: of {_WATER})?|much {_WATER}) (?:is|are)(?: there)?(?: now)?(?: left)?(?: in {_IT})?(?: now| then| after that)?", rf"how (?:many (?P<u5>{_U})(?: of {_WATER})?|much {_WATER}) (?:does {_IT} contain|remains in {_IT}|remains|are left)(?: now)?"),
        "ask_time": (rf"how (?:many (?P<t5>{_TIME})s|long) (?:will|does|would) it take to fill {_IT}(?: completely)?", rf"(?:after|in) how many (?P<t5>{_TIME})s (?:will|is) {_IT} (?:be )?full"),
        "ask_capacity": (rf"(?:what is|find) (?:its|the) capacity(?: of {_IT})?", rf"how (?:many (?P<u5>{_U})(?: of {_WATER})?|much(?: {_WATER})?) (?:does|can) {_IT} hold(?: when (?:it is )?full| in all| altogether)?"),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    units = {u.rstrip("s") for u in s.placed("u")}
    times = set(s.placed("t", r"\d"))
    if len(units) != 1 or len(times) > 1 or s.has("half"):
        raise Unfit
    unit = s.placed("u")[0]
    _solve(s, work, unit, f"{next(iter(times))}s" if times else "")


_INSIDE: Final = Words("what is in it at first", "原来有水")
_MOVED: Final = Words("what flows in that time: rate times time", "这段时间流过的水")
_NOW: Final = Words("what is in it then", "现在有水")
_LACK: Final = Words("what is still missing", "还差")
_TIME_SAYS: Final = Words(
    "the time: what is missing, divided by what flows in each unit of time",
    "时间：还差的水÷每单位时间的注水量",
)
_PART: Final = Words("what part of the tank that is", "占容积的几分之几")
_HOLDS: Final = Words("what it holds: this amount divided by its part", "容积：这些水÷所占的分率")
_AMOUNT: Final = Words("the amount", "水量")
_LONG: Final = Words("the time", "时间")
_CAP: Final = Words("the capacity", "容积")


def _solve(s: Story, work: Working, unit: str, time: str) -> None:
    def step(words: Words, term: Term, said: str = "") -> Term:
        return work.step(words.say(work.language), term, said)

    shares = [_share(said.values["f"], s.text) for said in s.said if "f" in said.values]
    flows, moved = s.all("in", "out"), s.all("put", "take", "to_full")
    if not 1 <= len(shares) <= 2 or len(flows) + len(moved) > 1:
        raise Unfit
    capacities, inside = s.placed("c"), s.placed("w")
    if s.question == "capacity":
        if capacities or flows or len(moved) + len(inside) != 1:
            raise Unfit
        if inside:
            if len(shares) != 1:
                raise Unfit
            amount, part = value(inside[0]), shares[0]
        else:
            amount = value(s.placed("a")[0])
            filled = moved[0].kind == "to_full"
            if len(shares) != (1 if filled else 2):
                raise Unfit
            first, then = shares[0], num(1) if filled else shares[1]
            part = step(_PART, first - then if moved[0].kind == "take" else then - first)
        if part.value <= 0:
            raise Unfit
        work.give(step(_HOLDS, amount / part, unit), unit, _CAP.say(work.language))
        return
    if len(capacities) != 1 or len(shares) != 1 or inside or s.all("to_full"):
        raise Unfit
    capacity = value(capacities[0])
    now = step(_INSIDE, capacity * shares[0], unit)
    if s.question == "time":
        if moved or len(flows) != 1 or s.all("out") or s.has("t"):
            raise Unfit
        lack = step(_LACK, capacity - now, unit)
        work.give(step(_TIME_SAYS, lack / value(flows[0].values["r"]), time), time, _LONG.say(work.language))
        return
    change: Term | None
    if flows:
        change = step(_MOVED, value(flows[0].values["r"]) * s.told("t"), unit)
    else:
        change = value(s.placed("a")[0]) if moved else None
        if time:
            raise Unfit
    if change is not None:
        now = step(_NOW, now - change if s.all("out", "take") else now + change, unit)
    if now.value > capacity.value:
        raise Unfit
    if s.question == "missing":
        now = step(_LACK, capacity - now, unit)
    work.give(now, unit, _AMOUNT.say(work.language))


def _share(text: str, whole: str) -> Term:
    """The part that is full: a fraction, or so many percent."""
    part = num(value(text).value / 100 if f"{text.strip()}%" in whole else value(text).value)
    if not 0 < part.value < 1:
        raise Unfit
    return part


_ZU: Final = "(?:千克|毫升|立方米|升|吨)"
_ZV: Final = "(?:水箱|水池|油箱|水桶|水缸|油桶|游泳池|桶|鱼缸|蓄水池|水塔|水槽)"
_ZW: Final = "[水油]"
_ZT: Final = "(?:分钟|小时|分|秒)"
_IN: Final = "(?:注水|注入|进水|流入|加水|灌水|注|加)"
_CAN: Final = (
    "(?:能装|可装|可以装|能盛|可盛|容积(?:是|为)?|容量(?:是|为)?|最多能装|能蓄水|装满(?:水)?(?:是|有)?)"
)


@kind(
    "满|容积|[箱池桶缸塔槽]",
    "zh",
    {
        "holds": (rf"(?:一个|有一个|这个)?(?:{_CAN}<c>(?P<u1>{_ZU}){_ZW}?的{_ZV}|{_ZV}的?{_CAN}<cb>(?P<u1b>{_ZU}){_ZW}?)",),
        "full": (rf"(?:一个|有一个|这个)?(?:{_ZV})?(?:里面?|中)?(?:原来|现在|现|在|已经|已|原)?(?:装了|装有|装水|有水|有|盛有|存有|注了|有油|装油)<f>%?(?:[箱桶池缸])?的?{_ZW}?",),
        "in": (rf"(?:现在|在|然后|再)?(?:水泵|水管|进水管|打开水管|一根水管)?(?:每|1)(?P<t1>{_ZT}){zh(2)}{_IN}<r>(?P<u3>{_ZU}){_ZW}?", rf"(?:现在|在|再)?以?每(?P<t1>{_ZT})<r>(?P<u3>{_ZU})的速度{zh(5)}{_IN}{_ZW}?"),
        "out": (rf"(?:水管|排水管|出水管)?每(?P<t1>{_ZT})(?:放水|排水|流出|放出|漏水|漏掉)<r>(?P<u3>{_ZU}){_ZW}?",),
        "ran": (rf"(?:{_IN}|放|排|经过|流)?了?<t>(?P<t2>{_ZT})(?:后|以后|之后)?",),
        "put": (rf"(?:如果|若)?(?:再|又)?(?:加入|倒入|注入|加|倒进)了?<a>(?P<u4>{_ZU}){_ZW}?(?:后|以后|之后)?",),
        "take": (rf"(?:用去|用掉|用了|放掉|倒出|放出|流出|取出)了?<a>(?P<u4>{_ZU}){_ZW}?(?:后|以后|之后)?",),
        "to_full": (rf"(?:如果)?(?:再|还要|还需)?(?:加入|倒入|注入|加|装)<a>(?P<u4>{_ZU}){_ZW}?(?:就|正好|刚好|恰好|才|便)?能?(?:满了|满|装满了?|加满了?|注满了?)",),
        "then": (rf"(?:这时|此时)?{_ZV}?[里中]?的?{_ZW}?(?:占|是|正好占|正好是)(?:{_ZV}|总)?的?(?:容积|容量)?的?<f>%?",),
        "ask_missing": (rf"(?:{_ZV}[里中]?)?还(?:要|需要|需|能|可以)再?(?:加入?|注入?|装|倒入?)?(?:多少|几)(?P<u5>{_ZU}){_ZW}?(?:(?:才能|就能|可以|能)(?:把)?{zh(4)}(?:注满|装满|加满))?", rf"(?:还)?要(?:把|将)?{_ZV}(?:注满|装满|加满)还需要?(?:多少|几)(?P<u5>{_ZU}){_ZW}?"),
        "ask_now": (rf"(?:现在|在|这时|此时)?(?:{_ZV})?[里中]?(?:现在|这时|此时|还)?(?:剩下|剩|有){_ZW}?(?:多少|几)(?P<u5>{_ZU}){_ZW}?",),
        "ask_time": (rf"(?:需要|要|还要|经过)?(?:多少|几)(?P<t5>{_ZT})后?(?:可以|能|才能|就能)?(?:把|将)?{zh(4)}(?:注满|装满|加满)",),
        "ask_capacity": (rf"(?:这个)?{_ZV}(?:一共|最多)?(?:能|可以|可)?(?:装|盛)(?:多少|几)(?P<u5>{_ZU}){_ZW}?", rf"(?:求)?(?:这个)?{_ZV}的?(?:容积|容量)是?(?:多少|几)(?P<u5>{_ZU})"),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    units = set(s.placed("u"))
    times = {t.replace("分钟", "分") for t in s.placed("t", r"\d")}
    if len(units) != 1 or len(times) > 1 or len(s.all("then")) != (len(s.all("put", "take")) if s.question == "capacity" else 0):  # fmt: skip
        raise Unfit
    if bool(s.all("ran")) != (bool(s.all("in", "out")) and s.question != "time"):
        raise Unfit
    time = times.pop().replace("分", "分钟") if times else ""
    _solve(s, work, units.pop(), time)
