"""Tariffs with two prices: cheap up to an amount, another price beyond it; a basic fee and so much for each one more. Not read: three prices, parts that count as whole."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.base import Words
from solver.topics.clauses import Said
from solver.topics.stories.everyday.kinds import Story, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_U: Final = "(?:tons?|cubic m|kwh|kilowatt hours?|units?|miles?|km|hours?|minutes?|gallons?|days?)(?![a-z])"
_PER: Final = rf"(?:per|a|an|each|for each|for every) (?P<u1>{_U})"
_PER2: Final = rf"(?:per|a|for each|for every) (?P<u2>{_U})"
_D: Final = r"[$£€]?"
_COIN: Final = r"(?: (?:yuan|dollars|cents|pounds|pence|euros))?"
_IN_MONTH: Final = (
    r"(?: (?:of|used) (?:water|electricity|gas|use))?(?: (?:each|per|a|in a|every|in each) (?:month|day))?"
)
_BEYOND: Final = rf"(?:(?:for (?:(?:any|all|each) )?(?:(?:water|electricity|gas|{_U}) )?)?(?:beyond|above|after|over) (?:that|this|(?:the first )?<n2>(?: {_U})?)|thereafter)"
_FIRST: Final = rf"for the first (?:<n> )?(?P<u3>{_U}){_IN_MONTH}"
_PAID: Final = rf"(?:costs?|was|is|came to|comes to) {_D}<c>{_COIN}"


@kind(
    r"first|fee|charges?|includes",
    "en",
    {
        "first": (rf"(?:an? |the )?{en(5)}(?:costs?|charges?|is|are charged|pays?|sells for) {_D}<p>{_COIN} {_PER} {_FIRST}", rf"the (?:price|cost|charge) of {en(2)} is {_D}<p>{_COIN} {_PER} {_FIRST}"),
        "flat_first": (rf"(?:an? |the )?{en(5)}(?:costs?|charges?|is) {_D}<f>{_COIN} {_FIRST}",),
        "then": (rf"{_D}<q>{_COIN} {_PER2} {_BEYOND}", rf"{_D}<q>{_COIN} for (?:each|every) (?:additional|extra|further) (?P<u2>{_U})", rf"each (?:additional|extra|further) (?P<u2>{_U}) costs {_D}<q>{_COIN}", rf"(?:it )?(?:costs|charges) {_D}<q>{_COIN} for (?:each|every) (?:additional|extra) (?P<u2>{_U})"),
        "flat": (rf"(?:an? |the )?{en(5)}(?:charges?|costs?|has) (?:a )?(?:flat|basic|base|initial|fixed|starting|booking|service|sign-up) (?:fee|fare|charge|rate) of {_D}<f>{_COIN}(?: (?:plus|and) {_D}<q>{_COIN} {_PER2})?", rf"(?:plus )?{_D}<q>{_COIN} {_PER2}", rf"(?:an? |the )?{en(5)}(?:charges?|costs?) {_D}<f>{_COIN} plus {_D}<q>{_COIN} {_PER2}"),
        "plan": (rf"(?:an? |the )?{en(4)}costs {_D}<f>{_COIN} (?:a|per) (?:month|day)", rf"(?:it )?includes <n> (?P<u3>{_U})"),
        "paid": (rf"{en(5)}paid {_D}<c>{_COIN}(?: (?:last|this) month| for (?:a|the|his|her) [a-z]+| in (?:a|1) month)?", rf"(?:an?|the|his|her|their) (?:water |taxi |electricity |phone |parking |total )?(?:ride|bill|fare|trip|cost|charge|job|repair|visit) {_PAID}"),
        "used": (rf"{en(5)}(?:uses|used|rides|rode|travels|travelled|traveled|parks|parked|drives|drove)(?: for)? <x> (?P<u4>{_U})(?: of [a-z]+)?(?: last month| this month)?",),
        "ask_amount": (rf"how many (?P<u5>{_U})(?: of (?:water|electricity|gas))? (?:did (?:he|she|they|it|you|the [a-z]+|{en(3)}) ?(?:use|park|ride|travel|drive|go)(?: for)?(?: last month| this month)?|(?:was|is|were) (?:the|this|his|her) (?:ride|trip)|were used|was it|did (?:it|the job|the repair) (?:take|last)|long was (?:the|it|this) ?(?:ride|trip)?)", rf"how far (?:did|can) (?:he|she|they|{en(3)}) ?(?:travel|ride|go|drive)", rf"how (?:long|far) was a (?:ride|trip) that cost {_D}<c>{_COIN}"),
        "ask_cost": (rf"how much (?:does|did|will|would|is|was) (?:a|an|the) <x> (?P<u4>{_U}) (?:ride|trip|call)(?: cost)?", rf"(?:what is|find|how much is) the (?:total )?(?:bill|cost|fare|charge|price) (?:for|of) (?:using |parking )?(?:an? )?<x> (?P<u4>{_U})(?: ride| trip| of water)?", rf"how much (?:does|must|will|should) (?:a|the) (?:family|household|customer) (?:that|who|which) (?:uses|used) <x> (?P<u4>{_U})(?: of water)? pay", rf"how much (?:does|will|would|did) it cost to (?:park|ride|travel|go|drive|use) (?:for )?<x> (?P<u4>{_U})(?: of water)?", r"how much (?:does|did|must|will|should) (?:he|she|they|the family) (?:have to )?pay", r"(?:what is|how much is) (?:the|his|her|their) (?:bill|fare|cost)(?: for <x> (?P<u4>{_U}))?(?: ?,? ?in (?P<whole>dollars|pounds))?".replace("{_U}", _U)),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    units = {u.removesuffix("s") for n in ("u1", "u2", "u3", "u4", "u5") for u in s.words(n)}
    if len(units) != 1:
        raise Unfit
    coins = set(
        re.findall(
            r"yuan|dollars|cents|pounds|pence|euros|[$£€]", re.sub(r"in (?:dollars|pounds)", "", s.text)
        )
    )
    if len(coins) > 1:
        raise Unfit
    one = bool(re.search(rf"the first {_U}", s.text))
    flat = s.has("f") and not s.all("flat_first", "plan")
    if one + flat + s.has("n") != 1 or s.all("plan") and len(s.all("plan")) != 2:
        raise Unfit
    unit = units.pop()
    _solve(
        s,
        work,
        num(1) if one else num(0) if flat else s.told("n"),
        (
            _COINS.get(coin := next(iter(coins), ""), coin),
            unit if unit in ("km", "cubic m", "kwh") else f"{unit}s",
        ),
    )


_COINS: Final = {"$": "dollars", "£": "pounds", "€": "euros"}
_SMALL: Final = {"dollars": "cents", "pounds": "pence"}
_IN_LARGE: Final = Words("the same in {large}: divide by 100", "化成{large}")
_BASE: Final = Words("what the first part costs", "第一段的费用")
_OVER: Final = Words("how much is beyond it", "超过的部分")
_OVER_COST: Final = Words("what is paid beyond that", "超过部分的费用")
_HOW_MUCH_OVER: Final = Words("how much that pays for", "超过部分的数量")
_ALL_COST: Final = Words("the cost", "总费用")
_ALL: Final = Words("the amount", "总数量")
_WITHIN: Final = Words("all of it stands within the first part", "没有超过第一段")


def _solve(s: Story, work: Working, limit: Term, units: tuple[str, str]) -> None:
    def step(words: Words, term: Term, unit: str) -> Term:
        return work.step(words.say(work.language), term, unit)

    money, unit = units
    again = [value(said.values[n]).value for said in s.said for n in ("n2", "n3") if n in said.values]
    if set(again) - {limit.value} or s.has("f") == s.has("p"):
        raise Unfit
    more = s.told("q")
    each = s.told("p") if s.has("p") else None
    if s.question == "cost":
        amount = s.told("x")
        if s.has("c"):
            raise Unfit
        if amount.value <= limit.value:
            if each is None:
                raise Unfit
            work.give(step(_WITHIN, amount * each, money), money, _ALL_COST.say(work.language))
            return
        over = amount - limit if not limit.value else step(_OVER, amount - limit, unit)
        over = amount if not limit.value else over
        if each is None and over.value.denominator != 1:
            raise Unfit
        base = step(_BASE, each * limit, money) if each is not None else s.told("f")
        cost = step(_ALL_COST, base + step(_OVER_COST, over * more, money), money)
        if large := s.asked.values.get("whole", ""):
            if money not in (large, _SMALL[large]):
                raise Unfit
            if money != large:
                cost, money = work.step(_IN_LARGE.say("en", large=large), cost / num(100), large), large
        work.give(cost, money, _ALL_COST.say(work.language))
        return
    paid = s.told("c")
    if s.has("x"):
        raise Unfit
    base = step(_BASE, each * limit, money) if each is not None else s.told("f")
    if paid.value <= base.value:
        if each is None:
            raise Unfit
        work.give(step(_WITHIN, paid / each, unit), unit, _ALL.say(work.language))
        return
    over = step(_HOW_MUCH_OVER, step(_OVER_COST, paid - base, money) / more, unit)
    if each is None and over.value.denominator != 1:
        raise Unfit
    work.give(step(_ALL, limit + over, unit) if limit.value else over, unit, _ALL.say(work.language))


_ZU: Final = "(?:立方米|千米|公里|千瓦时|小时|分钟|吨|度|方)"
_ZEACH: Final = f"(?:按|则)?(?:每(?P<u1>{_ZU})(?:水|电)?(?:的)?(?:水费|电费|收费|价格|按)?(?:是|为)?<p>元|<pb>元/(?P<u1b>{_ZU}))(?:收费|计算|计费|收取)?"
_ZEACH2: Final = f"(?:按|则)?(?:每(?:增加|多行)?(?:1)?(?P<u2>{_ZU})(?:水|电)?(?:的)?(?:水费|电费|收费|加收|收|价格|按)?(?:是|为)?<q>元|<qb>元/(?P<u2b>{_ZU}))(?:收费|计算|计费|收取)?"
_ZUSE: Final = "(?:(?:每户|每家|每人)?(?:居民)?(?:每个?月)?(?:的)?(?:用水量?|用电量?)?)"
_ZBILL: Final = "(?:水费|电费|车费|停车费|打车费|费用|费)"


@kind(
    "超过|超出|起步价|以后每",
    "zh",
    {
        "rule": ("某市(?:居民)?(?:用电|用水)(?:收费)?", rf"{zh(10)}(?:收费)?(?:规定|标准)(?:如下|是|为)?", rf"{zh(6)}(?:居民)?(?:用水|用电)收费(?:标准|办法)(?:如下|是|为)?"),
        "first": (rf"{zh(6)}{_ZUSE}(?:在)?(?:不超过<n>(?P<u3>{_ZU})(?:的部分|的|时)?|<nb>(?P<u3b>{_ZU})(?:以内|及以下|以下|及以内|内)的?(?:部分)?)[,，]?(?:含<n3>{_ZU}[,，]*)?[,，]?{_ZEACH}",),
        "flat": (rf"{zh(6)}起步价[,，]<n>(?P<u3>{_ZU})(?:以内|及以内|内)[,，](?:是|为)?<f>元", rf"{zh(6)}<n>(?P<u3>{_ZU})(?:以内|及以内|内)(?:[,，]?含<n3>{_ZU}[,，]?)?(?:起步价|收费|收|只收|付)?(?:是|为)?<f>元", rf"{zh(6)}起步价(?:是|为)?<f>元", rf"<n>(?P<u3>{_ZU})(?:以内|及以内|内)", rf"含<n3>{_ZU}"),
        "then": (rf"(?:若)?{zh(3)}(?:超过|超出)(?:<n2>{_ZU})?(?:的)?(?:部分|后|以后|时)?[,，]?(?:超过的?部分|超出的?部分)?[,，]?{_ZEACH2}", rf"以后{_ZEACH2}"),
        "up": (rf"(?:行程)?不足1{_ZU}(?:的)?(?:部分)?(?:也)?按1{_ZU}(?:计算|算|计费|收费)?",),
        "paid": (rf"{zh(10)}(?:交|付|缴纳|支付|缴)了?{_ZBILL}?<c>元(?:{_ZBILL})?", rf"{zh(8)}{_ZBILL}(?:是|为|共)?<c>元"),
        "used": (rf"从{zh(4)}到{zh(4)}(?:一?共|有|全长|的?路程(?:是|为)?)<x>(?P<u4>{_ZU})", rf"{zh(6)}(?:乘|坐|乘坐)出租车(?:去|到)<x>(?P<u4>{_ZU})(?:以)?外的{zh(5)}", rf"{zh(10)}(?:用水|用电|用|坐|行|乘车|行驶|乘坐|乘坐出租车)了?<x>(?P<u4>{_ZU})(?:水|电)?",),
        "ask_amount": (rf"{zh(4)}(?P<most>最多|最远)(?:可以|能|可|坐|乘车)?(?:用水|用电|用|坐|行驶|行|走|停车|乘车|乘坐)?了?(?:多少|几)(?P<u5>{_ZU})(?:水|电)?", rf"{zh(10)}(?:用水|用电|用|坐|行|乘车|行驶|乘坐|停车|停)了?(?:多少|几)(?P<u5>{_ZU})(?:水|电)?",),
        "ask_cost": ("(?:打车|坐出租车|乘出租车)?(?:一共)?(?:需要|要)(?:车费)?多少元", rf"{zh(8)}(?:应|要|需要|该|应该|需)?(?:交|付|缴|缴纳|支付){_ZBILL}?(?:多少|几)(?:元|钱)(?:的)?(?:{_ZBILL})?", rf"{zh(8)}{_ZBILL}(?:是|为)?(?:多少|几)元"),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    units = {
        u.replace("公里", "千米")
        for n in ("u1", "u1b", "u2", "u2b", "u3", "u3b", "u4", "u5")
        for u in s.words(n)
    }
    limits = [said.values[n] for said in s.said for n in ("n", "nb") if n in said.values]
    if len(units) != 1 or len(limits) != 1 or len(s.all("then")) != 1 or s.said[-1] is not s.asked:
        raise Unfit
    most = s.has("most")
    if bool(s.all("up")) != most or most and (s.has("p") or s.has("pb") or len(s.all("up")) != 1):
        raise Unfit  # what counts as a whole one leaves open how much it was
    if re.search("夜间|往返|[\u4e00-\u9fff]和[\u4e00-\u9fff]|两[人家户]|每人", s.text):
        raise Unfit
    _solve(_plain(s), work, value(limits[0]), ("元", units.pop()))


def _plain(s: Story) -> Story:
    """The same with one name for the prices, whose words stand in two orders."""
    said = [Said(a.kind, {{"pb": "p", "qb": "q"}.get(k, k): v for k, v in a.values.items()}) for a in s.said]
    return Story(said, s.text)
