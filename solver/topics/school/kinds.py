"""More kinds with a method of their own: interest, tax, discounts, means, queues, two groups, pigeonholes, excess and shortage."""

from __future__ import annotations

import re
from math import gcd
from typing import Final

from solver.topics.school.frames import ASK, MANY, Found, frame
from solver.topics.school.working import Term, Unfit, Working, num

_PUT: Final = "~(?:把|将)?<p>元(?:人民币|压岁钱|零花钱|钱)?存(?:入|进|到|在)?(?:了)?(?:银行|信用社)?,(?:存期|定期|存|存了|期限)?(?:是|为)?<n>年(?:期)?,"
_RATE: Final = "(?:如果|若)?~年利率(?:是|为|按)?<%r>(?:计算)?,"


@frame(
    f"{_PUT}{_RATE}(?P<what>到期(?:后|时)?|.{{0,4}}年后).{{0,12}}?(?P<q>取回|取出|得到|获得|利息|拿到).{{0,12}}?{MANY}元~",
    f"~{_RATE}{_PUT}(?P<what>到期(?:后|时)?).{{0,12}}?(?P<q>取回|取出|得到|获得|利息|拿到).{{0,12}}?{MANY}元~",
)
def _interest(f: Found, work: Working) -> None:
    if re.search("税", f.text) or f.value("n").denominator != 1:
        raise Unfit
    interest = work.step("利息（本金×利率×年数）", f["p"] * f["r"] * f["n"], "元")
    last = f.text.rstrip("，").rsplit("，", 1)[-1]
    only = "利息" in last and not re.search("本金和利息|本息|本金与利息|连本带息|本利", last)
    if not only and not re.search("取回|取出|一共|本息|本金|拿到", last):
        raise Unfit
    _give_money(work, interest if only else work.step("本金与利息的和", f["p"] + interest, "元"))


@frame(
    f"~存(?:入|款)?<p>元,~年利率(?:是|为)<%r>,(?:扣除|缴纳|要缴纳|并按)(?:的)?<%t>的?利息税,(?:<n>年|一年)后(?:可|可以)?(?:实际)?(?:取回|得到|可得)?(?P<what>本息|税后利息)(?:共|一共)?{MANY}元",
)
def _taxed_interest(f: Found, work: Working) -> None:
    years = f["n"] if f.has("n") else num(1)
    interest = work.step("利息（本金×利率×年数）", f["p"] * f["r"] * years, "元")
    kept = work.step("扣税后的利息", interest * (num(1) - f["t"]), "元")
    _give_money(work, kept if f.word("what") == "税后利息" else work.step("本金与税后利息的和", f["p"] + kept, "元"))


def _give_money(work: Working, term: Term) -> None:
    work.give(term, "元", "要求的钱数")


@frame(
    f"~(?:营业额|销售额|收入|利润)(?:是|为|有|达)?<p:u>元?,~按(?:照)?~<%r>(?:的税率)?(?:缴纳|交纳|上缴|纳税|缴)~,~(?:应|要|需要|应该)?(?:缴纳|交纳|上缴|缴|纳)~{MANY}(?P<w>万)?元",
    f"~(?:营业额|销售额|收入|利润)(?:是|为|有|达)?<p:u>元?,~按(?:照)?~<%r>(?:的税率)?(?:缴纳|交纳|上缴|纳税|缴)~,~(?:应|要|需要|应该)?(?:缴纳|交纳|上缴|缴|纳)~税款?{MANY}(?P<w>万)?元",
)
def _tax(f: Found, work: Working) -> None:
    if f.unit("p") != "元":
        raise Unfit
    tax = work.step("税款（应纳税的钱数×税率）", f["p"] * f["r"], "元")
    if f.has("w"):
        tax = work.step("换成万元", tax / num(10000), "万元")
        work.give(tax, "万元", "应缴的税款")
        return
    _give_money(work, tax)


@frame(f"~(?:工资|收入)(?:是|为)<p>元,(?:扣除|超过|减去)<q>元(?:~)?(?:后)?的部分~按?<%r>的?(?:税率)?(?:缴纳|交纳|缴)~,~(?P<what>税后|缴税后|实际|应缴|应交|要交|需要?缴|缴纳)~{MANY}元")
def _income_tax(f: Found, work: Working) -> None:
    over = work.step("超过部分的钱数", f["p"] - f["q"], "元")
    tax = work.step("应缴的税", over * f["r"], "元")
    last = f.text.rstrip("，").rsplit("，", 1)[-1]
    _give_money(work, work.step("缴税后的钱数", f["p"] - tax, "元") if re.search("税后|实际得", last) else tax)


# -- discounts and percentages -------------------------------------------------------------------------

_GOODS: Final = "(?:[^，0-9]{0,14}?)"


@frame(f"{_GOODS}打<%a>折(?:后|出售)?(?:后)?,?(?:只)?(?:卖|售价|售|价格|现价|是|要|为|需)+<p>元,~打<%b>折(?:出售|销售)?,(?:可以|要|能|应)?(?:卖|售|售价|是|付)*{MANY}元")
def _other_discount(f: Found, work: Working) -> None:
    full = work.step("原价", f["p"] / f["a"], "元")
    _give_money(work, work.step("打另一个折后的价钱", full * f["b"], "元"))


@frame(
    f"{_GOODS}原价(?:是|为)?<p>元,(?:现|现在)?降价<q>元(?:出售)?,~打(?:了)?{MANY}折~",
    f"{_GOODS}降价<q>元后?出售,~原价(?:是|为)?<p>元,~打(?:了)?{MANY}折~",
)
def _which_discount(f: Found, work: Working) -> None:
    now = work.step("现价", f["p"] - f["q"], "元")
    work.give(work.step("现价是原价的十分之几", now / f["p"] * num(10)), "折", "折扣")


@frame(f"{_GOODS}原价(?:是|为)?<p>元,(?:现价|现在|现在只卖|现在卖|现售价)(?:是|为|卖)?<q>元,~打(?:了)?{MANY}折~")
def _which_discount_now(f: Found, work: Working) -> None:
    work.give(work.step("现价是原价的十分之几", f["q"] / f["p"] * num(10)), "折", "折扣")


_UP: Final = "涨价|提价|增产|增加|提高|上涨|增长|上升|多|涨了|提高了|增加了"
_DOWN: Final = "降价|减产|减少|降低|下降|下调|节约|降低了|减少了|少"


@frame(
    f"(?:~，)?~(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了)?<%r>(?:后|以后|之后),~(?:是|为|卖|有|达到)<p:u>~,~(?:原来|原价|前|去年|上月|以前|春运前)~{ASK}(?P<z>元|千克|吨|人|台|辆|棵|本)~",
)
def _before_change(f: Found, work: Working) -> None:
    if f.word("z") != f.unit("p"):
        raise Unfit
    part = work.step("现在是原来的几分之几", num(1) + f["r"] if f.has("up") else num(1) - f["r"])
    work.give(work.step("原来是多少", f["p"] / part, f.unit("p")), f.unit("p"), "原来的数量")


@frame(
    f"~(?:去年|上月|上个月|原来|原价|计划|原计划|去年全年)~(?:是|为|有|产|生产|达|收|种|卖|修|养|用)?<p:u>~,~(?:今年|本月|这个月|现在|实际|现价)~比~(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|{_UP}|生产)?<%r>,~(?:今年|本月|这个月|现在|实际|现价)~{ASK}(?P<z>$U)~",
)
def _after_change(f: Found, work: Working) -> None:
    if f.word("z") != f.unit("p"):
        raise Unfit
    part = work.step("后来是原来的几分之几", num(1) + f["r"] if f.has("up") else num(1) - f["r"])
    work.give(work.step("后来是多少", f["p"] * part, f.unit("p")), f.unit("p"), "后来的数量")


# -- numbers -------------------------------------------------------------------------------------------


@frame("~(?:把|将)?<a>(?:先)?(?:(?P<up>扩大)到(?:原来|原数|它)的<k>倍|(?P<down>缩小)到(?:原来|原数|它)的<%r>),?(?:后)?(?:得|得到|结果)?(?:是|得)(?:多少)?")
def _scaled(f: Found, work: Working) -> None:
    work.give(work.step("结果", f["a"] * (f["k"] if f.has("k") else f["r"])), "", "结果")


@frame(f"~(?:<c>(?:次|个|人|名|天|周|位))?~(?:分别|依次)?(?:是|为|有|跳了|考了|得了|捐了)*(?P<list>(?:[\ue000-\ue7ff](?P<u>$U)[、，和])+[\ue000-\ue7ff]$U),~平均(?!每)~{ASK}(?P<z>$U)~", f"~(?:<c>(?:次|个|人|名|天|周|位))?~(?:分别|依次)?(?:是|为|有|跳了|考了|得了|捐了)*(?P<list>(?:[\ue000-\ue7ff](?P<u>$U)[、，和])+[\ue000-\ue7ff]$U),~平均~是多少(?P<z>$U)")
def _mean(f: Found, work: Working) -> None:
    numbers = [num(f.marked(char)) for char in re.findall("[\ue000-\ue7ff]", f.word("list"))]
    units = set(re.findall("[\ue000-\ue7ff]([^\ue000-\ue7ff、，和]+)", f.word("list")))
    if units != {f.word("z")} or not 2 <= len(numbers) <= 12:
        raise Unfit
    _average(f, work, numbers, f.word("z"))


@frame("(?P<list>(?:[\ue000-\ue7ff][、，和]*){2,14})(?:这)?<n>个数的平均数是(?:多少)?", "求?(?P<list>(?:[\ue000-\ue7ff][、，和]*){2,14})的平均数(?:是多少)?")
def _mean_of_numbers(f: Found, work: Working) -> None:
    numbers = [num(f.marked(char)) for char in re.findall("[\ue000-\ue7ff]", f.word("list"))]
    if f.has("n") and f.value("n") != len(numbers):
        raise Unfit
    _average(f, work, numbers, "")


def _average(f: Found, work: Working, numbers: list[Term], unit: str) -> None:
    term = numbers[0]
    for one in numbers[1:]:
        term = term + one
    total = work.step("总和", term, unit)
    work.give(work.step("平均数（总和÷个数）", total / num(len(numbers)), unit), unit, "平均数")


# -- queues and groups -----------------------------------------------------------------------------------



@frame(
    f"~从(?:前面?|左边?|前往后|左往右)(?:往后|往右|面)?(?:数|起),~(?:排|是|站)?(?:在)?第?(?P<a>[\ue000-\ue7ff]|[零一二三四五六七八九]+)(?:个|名|位)?,(?:他|她|小?~)?从(?:后面?|右边?|后往前|右往左)(?:往前|往左|面)?(?:数|起),?(?:他|她|~)?(?:排|是|站)?(?:在)?第?(?P<b>[\ue000-\ue7ff]|[零一二三四五六七八九]+)(?:个|名|位)?,~(?:队|排|行|队伍)~(?:一共|共)?(?:有)?{MANY}(?:个|名|位)?(?:人|小朋友|同学|学生)",
)
def _queue(f: Found, work: Working) -> None:
    a, b = (_ordinal(f, name) for name in "ab")
    both = work.step("两次数的人数相加", a + b, "人")
    work.give(work.step("他自己数了两次，减去 1", both - num(1), "人"), "人", "一共的人数")


def _ordinal(f: Found, name: str) -> Term:
    word = f.word(name)
    if word[0] in "零一二三四五六七八九":
        return num(int("".join(str("零一二三四五六七八九".index(c)) for c in word)))
    return num(f.marked(word))


_OF_GROUP: Final = "(?:名|个|位)?(?:人|同学|学生)?"


@frame(
    f"~<n>(?:名|个|位)?(?:人|同学|学生),?(?:其中)?(?:有)?<a>{_OF_GROUP}(?P<v>参加|喜欢|会|订|做对|答对|懂|去过|爱)(?P<x>[^，\ue000-\ue7ff]{{1,10}}),(?:有)?<b>{_OF_GROUP}(?P<w>参加|喜欢|会|订|做对|答对|懂|去过|爱)(?P<y>[^，\ue000-\ue7ff]{{1,10}}),(?:其中|而且|并且|还|且)*(?:有)?<c>{_OF_GROUP}(?P<both>[^，]{{4,30}}?),(?P<q>[^，]*{MANY}[^，]*)",
)
def _two_groups(f: Found, work: Working) -> None:
    """48 in a class, 21 in one contest, 13 in another, 7 in both."""
    x, y, both, q = f.word("x"), f.word("y"), f.word("both"), f.word("q")
    if f.word("v") != f.word("w") or not (x[-2:] in both and y[-2:] in both or re.search("都|两", both)) or not re.search("既|又|都|两", both):
        raise Unfit
    for name in "abc":
        if f.value(name) > f.value("n") or f.value("c") > min(f.value("a"), f.value("b")):
            raise Unfit
    either = (f["a"] + f["b"]) - f["c"]
    if re.search("(?:都没有?|都不|都未|也不|也没)", q) and not re.search("至少|只", q):
        some = work.step("至少有一项的人数（两项都有的数了两次）", either, "人")
        work.give(work.step("两项都没有的人数", f["n"] - some, "人"), "人", "两项都没有的人数")
    elif "只" in q and not re.search("至少|不|没", q):
        first, second = x[:2] in q or x in q, y[:2] in q or y in q
        if first == second:
            raise Unfit
        work.give(work.step("只有这一项的人数", f["a" if first else "b"] - f["c"], "人"), "人", "只有这一项的人数")
    else:
        raise Unfit


@frame(
    f"~(?:每|一)人(?:出|付|交)<a>元,?(?:就|则|还)*(?P<s>多|多出|余|剩|少|差|还差|不够)(?:了)?<p>元,(?:每|一)人(?:出|付|交)<b>元,?(?:就|则|还)*(?P<t>多|多出|余|剩|少|差|还差|不够)(?:了)?<q>元,~(?:有)?{MANY}(?:个|名|位)?(?:人|同学|学生|小朋友)~",
)
def _collecting(f: Found, work: Working) -> None:
    """Each gives 8 and there are 8 too many; each gives 7 and there are 4 too many."""
    _two_rounds(f, work, given=True)


@frame(
    f"~(?:每|一)(?:人|个小朋友|个同学|只)(?:分|吃|发|栽|种|得)(?:给)?<a:u>,?(?:就|则|还)*(?P<s>多|多出|余|剩|剩下|少|差|还差|缺|不够)(?:了)?<p:u>,~(?:每|一)(?:人|个小朋友|个同学|只)(?:分|吃|发|栽|种|得)(?:给)?<b:u>,?(?:就|则|还)*(?P<t>多|多出|余|剩|剩下|少|差|还差|缺|不够)(?:了)?<q:u>,~(?:有)?{MANY}(?:个|名|位|只)?(?:人|同学|学生|小朋友|猴子|小猴)~",
)
def _handing_out(f: Found, work: Working) -> None:
    if len({f.unit(k) for k in "apbq"}) != 1:
        raise Unfit
    _two_rounds(f, work, given=False)


def _two_rounds(f: Found, work: Working, *, given: bool) -> None:
    over = [f.word(name) in ("多", "多出", "余", "剩", "剩下") for name in "st"]
    small, big = (f["a"], f["b"]) if f.value("a") < f.value("b") else (f["b"], f["a"])
    # the rest of the round with more for each, given or handed out
    more, less = (f["q"], f["p"]) if big.value == f.value("b") else (f["p"], f["q"])
    plus_more, plus_less = (over[1], over[0]) if big.value == f.value("b") else (over[0], over[1])
    if not given:
        plus_more, plus_less = not plus_more, not plus_less
    if plus_more and plus_less:
        gap = more - less
    elif plus_more:
        gap = more + less
    elif not plus_less:
        gap = less - more
    else:
        raise Unfit
    apart = work.step("两次相差的总数", gap)
    each = work.step("每人相差多少", big - small)
    people = work.step("人数", apart / each, "人")
    if people.value.denominator != 1 or people.value < 1:
        raise Unfit
    work.give(people, "人", "人数")


# -- at least ------------------------------------------------------------------------------------------


@frame(
    f"~(?P<names>[^，\ue000-\ue7ff、有]{{1,4}}(?:[、和][^，\ue000-\ue7ff、]{{1,3}})+?)(?:这)?<k>种[^，\ue000-\ue7ff]*?(?:(?:各|共)<n>(?P<u>$U))?(?:[^，\ue000-\ue7ff]*),(?:一次)?(?:至少|最少)(?:要|需要|应|必须)?[^，\ue000-\ue7ff]*?{MANY}(?P<v>$U)[^，\ue000-\ue7ff]*?,?才?(?:能|可以)?(?:保证|一定)+(?:一定)?(?:能)?(?:有|摸出|拿到|取出)<two>(?P<w>$U)(?:的)?[^，\ue000-\ue7ff]*?(?:颜色)?(?:一样|相同|同色|同样|同一种)[^，\ue000-\ue7ff]*",
)
def _same_kind(f: Found, work: Working) -> None:
    """The least number that is sure to have two of one kind: one more than there are kinds."""
    if f.value("two") != 2 or len(re.split("[、和]", f.word("names"))) != f.value("k"):
        raise Unfit
    if f.has("n") and f.value("n") < f.value("k") + 1:
        raise Unfit
    work.give(work.step("每种先拿 1 个，再多拿 1 个", f["k"] + num(1), f.word("v")), f.word("v"), "至少要拿的个数")


@frame(
    f"~<n>(?:个|名|位)?(?:人|队员|同学|学生)~,~(?:打?电话)?~,?~每(?:<one>)?分钟(?:能|可以|可)?(?:通知|打给)(?:<k>|一)?(?:个)?(?:人|队员|同学),~(?:至少|最少)~{MANY}分钟~",
    f"~<n>(?:个|名|位)?(?:人|队员|同学|学生)~,~打电话~,每人通话<one>分钟,~通知到每个?人~{MANY}分钟~",
)
def _telephone(f: Found, work: Working) -> None:
    """Everyone who knows tells one more each minute: 2ⁿ know after n minutes, the teacher among them."""
    f.whole("n")
    if f.has("one") and f.value("one") != 1 or f.has("k") and f.value("k") != 1 or f.value("n") > 10**6:
        raise Unfit
    minutes = 0
    while 2**minutes - 1 < f.value("n"):
        minutes += 1
    knows = f["n"] + num(1)
    work.search("知道消息的人每分钟增加一倍：要几分钟，连老师在内才有这么多人知道", knows, 2, minutes, "分钟")


@frame(
    f"~<n>(?:个|袋|盒|瓶|枚|颗|粒|块|包|听|件|筒)[^，\ue000-\ue7ff]*,其中<m>(?:个|袋|盒|瓶|枚|颗|粒|块|包|听|件|筒)(?:是正品|合格|质量相同|一样重)?,(?:另外|另|有|只有)*<one>(?:个|袋|盒|瓶|枚|颗|粒|块|包|听|件|筒)(?:是|为)?(?:次品|不合格)?,?~(?:轻|重)一?(?:些|点)?,~天平称,(?:至少|最少)(?:要|需要)?称{MANY}次~",
    f"~<n>(?:个|袋|盒|瓶|枚|颗|粒|块|包|听|件|筒)[^，\ue000-\ue7ff]*,其中有?<one>(?:个|袋|盒|瓶|枚|颗|粒|块|包|听|件|筒)(?:是|为)?(?:次品|不合格)?[^，\ue000-\ue7ff]*,?[^，\ue000-\ue7ff]*(?:轻|重)一?(?:些|点)?,[^，\ue000-\ue7ff]*天平称?,(?:至少|最少)(?:要|需要)?称{MANY}次~",
)
def _balance(f: Found, work: Working) -> None:
    f.whole("n")
    if f.value("one") != 1 or f.has("m") and f.value("m") + 1 != f.value("n") or not 2 <= f.value("n") <= 10**6:
        raise Unfit
    times = 0
    while 3**times < f.value("n"):
        times += 1
    work.search("每称一次最多能从 3 份里找出 1 份：称几次，份数才够", f["n"], 3, times, "次")


@frame(
    f"~(?:若|如果)?(?:每)?<a>(?:人|个|名|位)(?:站|排|分|坐)?(?:成)?(?:一|<i>)(?:排|组|行|队|列|桌),(?:还|就|则)*(?:余|剩|多)(?:下|出)?<p>(?:人|个|名|位),(?:若|如果)?(?:每)?<b>(?:人|个|名|位)(?:站|排|分|坐)?(?:成)?(?:一|<j>)(?:排|组|行|队|列|桌),?(?:也|还|还是|就|则)*(?:余|剩|多)(?:下|出)?<q>(?:人|个|名|位),~(?:至少|最少)有{MANY}(?:人|个|名|位)~",
)
def _same_rest(f: Found, work: Working) -> None:
    f.whole("a", "b")
    if f.value("p") != f.value("q") or f.value("p") >= min(f.value("a"), f.value("b")) or any(f.has(k) and f.value(k) != 1 for k in "ij"):
        raise Unfit
    a, b = int(f.value("a")), int(f.value("b"))
    divisor = num(gcd(a, b))
    least = work.step("两个数的最小公倍数（乘积除以最大公因数）", f["a"] * f["b"] / divisor)
    work.give(work.step("再加上余下的", least + f["p"], "人"), "人", "至少的人数")


# -- steps of a price, ratios, and others ---------------------------------------------------------------


@frame(
    "~<n>(?P<u>吨|立方米|度|千瓦时|方)(?:以内|及以下|以下|和<n2>吨以内)(?:的|（含<n3>吨）的?)?(?:部分)?,?每(?:吨|立方米|度|千瓦时|方)(?:收费|收|按)?<a>元~,~(?:超过|超出)<m>(?:吨|立方米|度|千瓦时|方)的?部分,?(?:按)?每(?:吨|立方米|度|千瓦时|方)(?:收费|收|按)?<b>元~,~(?:用水|用电|用气|用|是)~<k>(?P<w>吨|立方米|度|千瓦时|方)~,~(?:缴|交|付|收)~" + MANY + "元",
)
def _two_tariffs(f: Found, work: Working) -> None:
    if f.value("n") != f.value("m") or f.word("u") != f.word("w"):
        raise Unfit
    if f.value("k") <= f.value("n"):
        _give_money(work, work.step("没有超过，全部按第一种单价", f["k"] * f["a"], "元"))
        return
    first = work.step("第一段的费用", f["n"] * f["a"], "元")
    over = work.step("超过的部分", f["k"] - f["n"], f.word("u"))
    second = work.step("超过部分的费用", over * f["b"], "元")
    _give_money(work, work.step("一共的费用", first + second, "元"))


@frame(
    f"~起步价[（(]?<n>(?:千米|公里)(?:以内|及以内)(?:[，包括含和]*<n2>(?:千米|公里))?[）)]?(?:是|为)?<a>元,(?:以后|超过<m>(?:千米|公里)(?:后|的部分)?|之后),?每(?:增加|超过)?(?:<one>)?(?:千米|公里)(?:[（(]不足<i>(?:千米|公里)的?按<j>(?:千米|公里)(?:计算|算)[）)])?(?:另|再|要)?(?:加价|加收|收费|收|加)?<b>元~,~(?:乘|坐|行)~<k>(?:千米|公里)~{MANY}(?:元|钱)",
)
def _taxi(f: Found, work: Working) -> None:
    if f.has("one") and f.value("one") != 1 or f.value("k").denominator != 1 or f.value("n").denominator != 1:
        raise Unfit
    if f.value("k") <= f.value("n") or f.has("m") and f.value("m") != f.value("n"):
        raise Unfit
    over = work.step("超过起步路程多少千米", f["k"] - f["n"], "千米")
    more = work.step("超过部分的车费", over * f["b"], "元")
    _give_money(work, work.step("一共的车费", f["a"] + more, "元"))


@frame(
    f"~(?:一共|共|总共|和是)~<n:u>~,(?P<x>[^，\ue000-\ue7ff和与]{{1,8}})(?:和|与)(?P<y>[^，\ue000-\ue7ff]{{1,8}}?)(?:的~)?比(?:是|为)<a>比<b>,~{MANY}(?P<w>$U)?(?P<z>[^，\ue000-\ue7ff]{{0,8}})",
)
def _by_ratio(f: Found, work: Working) -> None:
    last = f.text.strip("，").rsplit("，", 1)[-1]
    x, y = f.word("x"), f.word("y")
    if (x in last) == (y in last) or f.word("w") != f.unit("n"):
        raise Unfit
    parts = work.step("一共分成几份", f["a"] + f["b"], "份")
    one = work.step("一份是多少", f["n"] / parts, f.unit("n"))
    name = "a" if x in last else "b"
    work.give(work.step(f"{x if name == 'a' else y}是多少", one * f[name], f.unit("n")), f.unit("n"), x if name == "a" else y)


@frame(f"~每上(?:<one>)?(?:一)?层(?:楼)?(?:要|需|需要)?(?:走|上|爬)<k>(?:级|个|步)(?:台阶|楼梯)?,~<n>(?:级|个|步)(?:台阶|楼梯)?,~{MANY}(?:楼|层)", f"~(?:每|两)~层~有<k>(?:级|个)(?:台阶|楼梯),~<n>(?:级|个)(?:台阶|楼梯),~住在?(?:第)?{MANY}(?:楼|层)")
def _which_floor(f: Found, work: Working) -> None:
    if f.has("one") and f.value("one") != 1 or (f.value("n") / f.value("k")).denominator != 1:
        raise Unfit
    flights = work.step("上了几层楼梯", f["n"] / f["k"], "层")
    work.give(work.step("从一楼起，上一层到二楼", flights + num(1), "楼"), "楼", "住的楼层")


@frame(f"~<n>(?P<u>天|小时|周|个月)(?:可以|能)?(?:修完|完成|做完|看完|读完|挖完|打完|吃完|耕完),(?:平均)?每(?P<v>天|小时|周|月)~几分之几")
def _share_a_day(f: Found, work: Working) -> None:
    if f.word("u").removeprefix("个") != f.word("v") or re.search("[剩两又]", f.text):
        raise Unfit
    work.give(work.step("把全部看作 1，平均分成这么多份", num(1) / f["n"]), "", "每份占的分率")


@frame(
    f"~<t:u>(?:后)?(?:行驶?|走|跑|飞行?)了?<n:u>,~再(?:行驶?|走|跑|飞)<s:u>(?:就|才)?(?:能|可以)?(?:到达?)~,~{ASK}(?P<z>$U)~",
)
def _and_further(f: Found, work: Working) -> None:
    if f.unit("t") != f.unit("s") or f.word("z") != f.unit("n"):
        raise Unfit
    each = work.step(f"每{f.unit('t')}行多少", f["n"] / f["t"], f.unit("n"))
    more = work.step("再行的路程", each * f["s"], f.unit("n"))
    work.give(work.step("全程", f["n"] + more, f.unit("n")), f.unit("n"), "全程")


@frame(
    f"~(?:速度是|每小时行驶?|每分钟(?:走|行))<v:u>(?:/小时|/时|每小时)?,(?:用了?)?<t:u>(?:到达)?,~(?:返回|回来|原路返回)(?:时)?(?:只)?(?:用了?)?<s:u>,~(?:平均)?每(?P<p>小时|分钟)(?:行驶?|走){MANY}(?P<z>$U)",
)
def _and_back(f: Found, work: Working) -> None:
    if f.unit("t") != f.unit("s") or f.unit("t") != f.word("p") or f.word("z") != f.unit("v"):
        raise Unfit
    way = work.step("单程有多远", f["v"] * f["t"], f.unit("v"))
    work.give(work.step("返回的速度", way / f["s"], f.unit("v")), f.unit("v"), "返回的速度")


@frame(
    f"~铁丝~(?:围成?|做成?|折成?)~边长(?:是|为)?<a:u>的正方形,~(?:围成?|改围成?|做成?|折成?)~长方形,~(?P<k>长|宽)(?:是|为)<b:u>,~(?P<q>长|宽)(?:是|为|应是)?{MANY}(?P<z>$U)",
)
def _wire(f: Found, work: Working) -> None:
    if f.word("k") == f.word("q") or len({f.unit("a"), f.unit("b"), f.word("z")}) != 1:
        raise Unfit
    unit = f.unit("a")
    around = work.step("正方形的周长，就是铁丝的长", f["a"] * num(4), unit)
    half = work.step("长方形的长与宽的和", around / num(2), unit)
    work.give(work.step(f"长方形的{f.word('q')}", half - f["b"], unit), unit, f"长方形的{f.word('q')}")


@frame(f"~(?:羊|牛|马|狗)~(?:拴|栓|系)~,~(?:绳|绳子)~<r:u>,~{MANY}(?P<z>平方米)(?:的草|草地)?")
def _tethered(f: Found, work: Working) -> None:
    if f.unit("r") != "米" or re.search("墙|角|屋", f.text):
        raise Unfit
    area = num(314) / num(100) * f["r"] * f["r"]
    work.give(work.step("以绳长为半径的圆的面积（π 取 3.14）", area, "平方米"), "平方米", "最大的面积")


@frame(
    f"<a>(?P<u>$U)(?P<x>[^，\ue000-\ue7ff和]{{1,6}})和<b>(?P<v>$U)(?P<y>[^，\ue000-\ue7ff]{{1,6}}?)(?:一共|共)(?:重|要|卖|需|是)?<n:u>,<c>(?:$U)(?P<x2>[^，\ue000-\ue7ff和]{{1,6}})和<d>(?:$U)(?P<y2>[^，\ue000-\ue7ff]{{1,6}}?)(?:一共|共)(?:重|要|卖|需|是)?<m:u>,~<one>(?:$U)(?P<z>[^，\ue000-\ue7ff]{{1,6}}?)(?:的(?:体重|质量|重量|价格))?(?:重|要|是|有|多少.*)*",
)
def _two_weighings(f: Found, work: Working) -> None:
    """3只大象和1只河马重16吨，2只大象和1只河马重11吨."""
    if f.word("x") != f.word("x2") or f.word("y") != f.word("y2") or f.unit("n") != f.unit("m") or f.value("one") != 1:
        raise Unfit
    if f.value("b") != f.value("d") or f.value("a") <= f.value("c") or f.word("z") not in (f.word("x"), f.word("y")):
        raise Unfit
    unit = f.unit("n")
    more = work.step("两次相差的数量", f["n"] - f["m"], unit)
    count = work.step(f"两次相差几{f.word('u')}{f.word('x')}", f["a"] - f["c"], f.word("u"))
    first = work.step(f"一{f.word('u')}{f.word('x')}是多少", more / count, unit)
    if f.word("z") == f.word("x"):
        work.give(first, unit, f"一{f.word('u')}{f.word('x')}")
        return
    rest = work.step(f"{f.word('y')}一共是多少", f["m"] - f["c"] * first, unit)
    work.give(work.step(f"一{f.word('v')}{f.word('y')}是多少", rest / f["d"], unit), unit, f"一{f.word('v')}{f.word('y')}")


@frame(
    f"~连(?P<k>箱子?|筐|桶|瓶|盒子?|缸|壶)一?共?重<n:u>,(?:其中|空)?(?:的)?(?P<x>[^，\ue000-\ue7ff一半]{{1,4}}?)(?:的?(?:质量|重量))?(?:重|是)+<m:u>,[^，\ue000-\ue7ff]{{1,8}}?(?:净)?重?{ASK}(?P<z>$U)",
)
def _net_weight(f: Found, work: Working) -> None:
    if not f.word("x").removesuffix("子").endswith(f.word("k").removesuffix("子")) or len({f.unit("n"), f.unit("m"), f.word("z")}) != 1:
        raise Unfit
    work.give(work.step("减去容器的质量", f["n"] - f["m"], f.unit("n")), f.unit("n"), "净重")


@frame(
    f"<a>(?:个|名|位|台|头|只|匹|辆)(?P<x>[^，\ue000-\ue7ff]{{0,6}}?)<b>(?P<p>天|小时|分钟|周)(?P<y>[^，\ue000-\ue7ff]{{0,8}}?)<n:u>[^，\ue000-\ue7ff]*,(?:平均)?每[^，\ue000-\ue7ff]{{1,8}}?每(?P<q>天|小时|分钟|周)[^，\ue000-\ue7ff]{{0,6}}?{MANY}(?P<z>$U)[^，\ue000-\ue7ff]*",
)
def _each_a_day(f: Found, work: Working) -> None:
    if f.word("p") != f.word("q") or f.word("z") != f.unit("n") or re.search("[比剩还多共]", f.word("x")):
        raise Unfit
    one = work.step("每一个一共多少", f["n"] / f["a"], f.unit("n"))
    work.give(work.step(f"每一个每{f.word('p')}多少", one / f["b"], f.unit("n")), f.unit("n"), "平均数")


@frame(
    f"~<t:u>(?P<v>[^，\ue000-\ue7ff]{{1,6}}?)了?<n:u>(?P<x>[^，\ue000-\ue7ff]{{0,6}}),~再[^，\ue000-\ue7ff]{{1,6}}?<s:u>,~一共[^，\ue000-\ue7ff]{{1,6}}?{MANY}(?P<z>$U)~",
)
def _goes_on(f: Found, work: Working) -> None:
    if f.unit("t") != f.unit("s") or f.word("z") != f.unit("n") or f.unit("t") not in ("小时", "分钟", "天") or re.search("[比剩还]", f.text):
        raise Unfit
    each = work.step(f"每{f.unit('t')}多少", f["n"] / f["t"], f.unit("n"))
    more = work.step("再做的数量", each * f["s"], f.unit("n"))
    work.give(work.step("一共多少", f["n"] + more, f.unit("n")), f.unit("n"), "一共的数量")


@frame(
    f"~<n:u>[^，\ue000-\ue7ff]{{0,6}},(?:已经)?(?:吃|用|烧|看|修|读|喝)了<t:u>后?,?还剩<m:u>[^，\ue000-\ue7ff]{{0,4}},~(?:还|剩下的)(?:可以|能|要|可)*(?:吃|用|烧|看|修|读|喝){MANY}(?P<z>天|小时|周)~",
)
def _lasts(f: Found, work: Working) -> None:
    if f.unit("n") != f.unit("m") or f.unit("t") != f.word("z"):
        raise Unfit
    gone = work.step("已经用去多少", f["n"] - f["m"], f.unit("n"))
    each = work.step(f"每{f.unit('t')}用多少", gone / f["t"], f.unit("n"))
    days = work.step("剩下的还可以用多久", f["m"] / each, f.unit("t"))
    if days.value.denominator != 1:
        raise Unfit
    work.give(days, f.unit("t"), "还可以用的时间")
