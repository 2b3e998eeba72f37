"""Chinese clauses and questions about two unknown things: loads, hours of work, seats, points, tickets. See `word_problems.chart`."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.chinese.phrases import G
from solver.topics.stories.word_problems.meanings import Amount, Bought, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

# -- so many of two things carry, weigh, bring in so much together ------------------------------------

G.alias(
    "at_once",
    "(一|每) (次|趟|天|小时|车|回)",
    "(一起|同时|共同) (工作|干|运|使用)? (1|一)? (小时|天)",
    "(一起|同时|共同|合起来)",
    "工作 一 (小时|天)",
)
G.words(
    "use_verb",
    *"用 派 派出 需要 需 开 有 用了 租 租用 动用 出动 派了 安排 租了 卖出 卖了 售出 卖 要用 装了 装 称 称了 运来 买".split(),
)
G.words(
    "brings",
    *"共得 得 得款 收入 共收入 卖得 共卖 收款 共收款 共卖得 一共卖得 运 运了 共运 运货 可运 能运 能运走 运走 运走了 共运货 装 重 共重 坐 能坐 耕地 收割 能收割 做 生产 生产了 能生产 加工 加工了 挖 挖土 能挖 抽水 能装 可装 装了 共装 用布 吃草 需要用布 做了 共做 合计 总重 总质量是 共计 正好坐满 刚好坐满 恰好坐满 坐满 用了 长 需 需要 共需 总重量是 耗油 灌溉 完成 能完成".split(),
)


@G.rule(
    "core",
    "(<noun>)? <adv>* <use_verb>? <adv>* (了)? <same>? <l:lines> (的)? (<loaded>)? <comma>? <adv>* <at_once>? <adv>* <all>? (可以|能|可)? <brings>? (了)? (<x:noun>)? <all>? (有)? <q:qty>",
    "(<noun>)? <adv>* <use_verb>? <adv>* (了)? <same>? <l:lines> (的)? (<loaded>)? <comma>? <adv>* <at_once>? <adv>* <all>? (可以|能|可)? <brings> (了)? <m:M>",
    "<l:lines> (的)? (门票|票|票价|车票|费用|总价|价钱|车费) <adv>* (<all>|<PAY>)* (是|为)? <m:M>",
    cost=0.3,
)
def _together(
    l: tuple[Bought, ...],  # noqa: E741
    q: Amount | None = None,
    m: Amount | None = None,
    x: str = "",
) -> Meaning | None:
    """ "一辆大货车和一辆小货车一次共运货9吨"."""
    amount = m if m is not None else q
    if amount is None or len(l) < 2 or any(b.price is not None for b in l):
        return None
    item = amount.item or amount.unit
    if not item or any(b.name == item for b in l) or amount.money and m is None and x:
        return None
    if not amount.money:
        item = amount.unit or item
    told = [t for b in l for t in b.told]
    return say.telling(
        *told,
        say.costs(
            [(b.number, b.name) for b in l], Amount(amount.number, item, amount.unit if amount.money else "")
        ),
    )


G.words("loaded", *"一次 一天 每天 一小时 每小时 一趟 每次 质量 总质量 总重量 重量".split())


@G.rule(
    "question",
    "<t:asked_list> <at_once>? (各|分别)* (可以|能|可)? (<holds>|<did>|<HOLD>|<brings>)* <how_much> <u:U> (<noun>)?",
    "<t:asked_list> (各|分别)* <at_once> (各|分别)* (可以|能|可)? (<holds>|<did>|<HOLD>|<brings>)* <how_much> <u:U> (<noun>)?",
    cost=-0.1,
)
def _each_brings(t: tuple[Thing, ...], u: str) -> Question:
    """ "一辆大车一次能运多少吨煤"."""
    return ask.each_rate(t, u)


# -- hours of work -----------------------------------------------------------------------------------


@G.rule("worked", "<a:noun> <adv>* (工作|做|干|加工|劳动|单独做|先做|打字|生产) (了)? <n:N> <p:period>")
def _worked(a: str, n: Fraction, p: str) -> tuple[str, Fraction, str]:
    return a, n, p


@G.rule(
    "core",
    "(<phrase> <comma>)? <adv>* <a:worked> <and>? <b:worked> <comma>? <adv>* <all>? (<did>) (了)? (<noun>)? <q:qty>",
    "<adv>* <a:worked> <and>? <b:worked> <comma> <adv>* (两人)? <all> (<did>)? (了)? (<noun>)? <q:qty>",
    cost=-0.3,
)
def _worked_together(a: tuple[str, Fraction, str], b: tuple[str, Fraction, str], q: Amount) -> Meaning | None:
    """ "张师傅工作4小时、李师傅工作3小时，共做零件110个"."""
    if a[2] != b[2] or q.money or not q.unit:
        return None
    return say.costs([(a[1], a[0]), (b[1], b[0])], Amount(q.number, q.unit))


@G.rule(
    "question",
    "(<K> 人|<t:asked_list>|他们|<K> 位 <noun>) (平均)? 每 <period> (各|分别)* (能|可以)? (<did>|<HOLD>)? <how_much> <u:U> (<noun>)?",
    cost=-0.3,
)
def _each_does(u: str, t: tuple[Thing, ...] = ()) -> Question:
    def asking(story: Story) -> None:
        rates = {c: k for (c, i), k in story.rates.items() if i == u}
        names = [story.meet(x.name) for x in t] or list(rates)
        if len(rates) != 2 or any(name not in rates for name in names):
            raise Unclear
        story.ask(*(rates[name] for name in names))

    return Question((asking,))


# -- kinds that say how many they hold: 45-seat buses, rooms for two, shots for three points ------------

G.words("seat_word", "座", "人", "分", "座位", "个座位")
G.words("seat_unit", "座", "人", "分")


@G.rule("sized", "<n:N> <w:seat_word> (的)? <x:sized_noun>", "<n:N> <w:seat_word>")
def _sized(n: Fraction, w: str, x: str = "") -> tuple[Fraction, str, str]:
    return n, "分" if w == "分" else "人", x


@G.rule("sized", "(一)? 双人 <x:sized_noun>")
def _double(x: str) -> tuple[Fraction, str, str]:
    return Fraction(2), "人", x


@G.rule("sized", "(一)? 单人 <x:sized_noun>")
def _single(x: str) -> tuple[Fraction, str, str]:
    return ONE, "人", x


G.words(
    "sized_noun",
    *"间 客车 车 船 房 帐篷 小船 游船 大巴 面包车 客房 房间 球 中巴 桌 汽车 大客车 小客车 宿舍 电动船 床房 小汽车".split(),
)


def _sized_name(kind: tuple[Fraction, str, str], noun: str) -> str:
    return f"{kind[0]}{kind[1]}{kind[2] or noun}"


@G.rule(
    "core",
    "<phrase>? <adv>* (有|租|租了|租用|租用了|开|开了|投中|投进|投中了|投进了|共有|住了|订了|买了|安排了|用了)? <a:sized> (和|与|、) <b:sized> (<K> (种|类))? (的)? (<x:sized_noun>)? <adv>* <all>? (有|是)? <k:N> <u:U>",
    "<phrase>? <adv>* (租|租了|租用|用|住|住了|投中|投进) (了)? <k:N> <u:U> <a:sized> (和|与|、) <b:sized>",
    cost=-0.4,
)
def _two_sizes(
    a: tuple[Fraction, str, str], b: tuple[Fraction, str, str], k: Fraction, u: str, x: str = ""
) -> Meaning | None:
    """ "45座和30座两种客车共8辆"."""
    noun = x or b[2] or a[2]
    if a[1] != b[1] or a[0] == b[0] or not noun:
        return None
    names = (_sized_name(a, noun), _sized_name(b, noun))
    return say.telling(
        say.whole(Amount(k, noun, u), "", names),
        *(say.each_has(name, Amount(kind[0], kind[1])) for name, kind in zip(names, (a, b), strict=True)),
    )


@G.rule(
    "core",
    "<who>? <adv>* (一共|共|总共|正好|刚好|恰好|全部)* (可以|能|可)? (坐满|住满|坐|住|得|得了|坐了|住了|住下|容纳|坐下|得到|共得|安排|安排了|正好坐满|刚好坐满|载|载客) (了)? <n:N> <w:seat_unit> (游客|学生|同学|师生|旅客|客人)?",
    "<who>? <adv>* (一共|共|总共) <n:N> <w:seat_unit> <comma>? <full>",
    cost=0.1,
)
def _all_seats(n: Fraction, w: str) -> Meaning:
    what = "分" if w == "分" else "人"

    def tell(story: Story) -> None:
        if sum(item == what for _, item in story.rates) != 2 or ("", what) in story.ledger:
            raise Unclear
        story.has("", n, what, what)

    return tell


@G.rule(
    "question",
    "(<who>)? <qadv>* (租|租了|投中|投进)? <a:sized> (<noun>)? (和|与|、|，) <b:sized> (<noun>)? (的)? (各|分别)+ (<did>|<HOLD>|租|有|投中|投进|租用|要|应|住|了)* <how_much> <U>",
    "(<who>)? <qadv>* (租|租了|投中|投进)? <a:sized> (<noun>)? (<HOLD>|租了|有|租|投中|投进|租用)* <how_much> <U> (<comma> <b:sized> (<noun>)? (<HOLD>|租了|有|租|投中|投进|租用)* <how_much> <U>)?",
    cost=-0.6,
)
def _how_many_sized(a: tuple[Fraction, str, str], b: tuple[Fraction, str, str] | None = None) -> Question:
    def asking(story: Story) -> None:
        keys = []
        for kind in (a, b) if b is not None else (a,):
            found = [
                m
                for g in story.groups
                for m in g.members
                if story.value(story.rates.get((m.item, kind[1]), Key("rate"))) == kind[0]
            ]
            keys.append(the_only(found))
        story.ask(*keys)

    return Question((asking,))


@G.rule(
    "question",
    "(这)? <K> 种 <noun> (各|分别)+ (<did>|<HOLD>|租|有|租用|要|应|了)* <how_much> <U>",
    "(这)? <K> 种 球 (各|分别)+ (投中|投进|投)? (了)? <how_much> <U>",
    cost=-0.3,
)
def _how_many_of_both() -> Question:
    return ask.each_part()


# -- tickets of two prices ------------------------------------------------------------------------------


@G.rule(
    "core",
    "(<phrase>)? <adv>* (共|有|共有|一共|一共有|是)* <n:N> (人|名|位) (<noun>)? (的 <noun>)?",
    "(<phrase>)? (一个|某|一)? <n:N> 人 的? (旅行团|旅游团|团队|参观团|观光团|队伍|考察团|代表团|团) <adv>*",
    "<adv>* (售出|卖出|共售出|共卖出|卖了|售票|一共卖出|一共售出|共买) (了)? (<noun>)? <n:N> <u:U> (<noun>)?",
    cost=0.3,
)
def _so_many_in_all(n: Fraction, u: str = "人") -> Meaning:
    """ "某旅行团共26人", where there are two prices: so many of both."""

    def tell(story: Story) -> None:
        if len(story.priced) != 2 or story.groups or story.purchases:
            raise Unclear
        say.whole(Amount(n, "人" if u == "人" else "票", u), "", tuple(story.priced))(story)

    return tell


@G.rule(
    "core",
    "(<who>)? <adv>* (买|购买|购)? (门票|票|车票|电影票)? <adv>* (<PAY>|收入|共收入|售得|卖得|一共收入|收款) <all>? (了)? <m:M> (门票费|门票钱|钱)?",
    "<adv>* (总)? (收入|票款|门票收入|总票款) (是|为|共|一共)* <m:M>",
    cost=0.3,
)
def _all_tickets_cost(m: Amount) -> Meaning:
    def tell(story: Story) -> None:
        if len(story.priced) != 2 or len(story.groups) != 1 or story.purchases:
            raise Unclear
        if {k.item for k in story.groups[0].members} != set(story.priced):
            raise Unclear
        say.takes_in(m)(story)

    return tell


@G.rule(
    "question",
    "(<noun>)? <l:list> (<these_many>)? (票)? (各|分别)+ (有|是|卖出|售出|买|买了|卖了|来了|为|了)* <how_much> (人|名|位|张)",
    "(<phrase>)? (<noun> (里|中) 的?)? <l:list> (的)? (各|分别)? (人数|张数)",
    cost=-0.2,
)
def _how_many_tickets(l: tuple[str, ...]) -> Question:  # noqa: E741
    """ "成人和儿童各有多少人", where tickets for them have prices."""

    def asking(story: Story) -> None:
        members = [m for g in story.groups for m in g.members if m.item in story.priced]
        found = [[m for m in members if m.item.startswith(x) or m.item.endswith(x)] for x in l]
        if len(members) != 2 or len(l) != 2 or any(len(f) != 1 for f in found) or found[0] == found[1]:
            raise Unclear
        story.ask(*(f[0] for f in found))

    return Question((asking,))


# -- prices of the goods that were named by one sign -----------------------------------------------------


@G.rule(
    "question",
    "<l:list> (<these_many>)? <price>? (每 <U>)? (各|分别|<costing>)+ <how_much> <yuan> ((一|每) <U>)?",
    "<l:list> <these_many> (每 <U>)? 的? <price_word> (各|分别|是|为)*",
    cost=0.2,
)
def _prices_of(l: tuple[str, ...]) -> Question:  # noqa: E741
    """ "甲、乙两种商品每件各多少元"."""

    def asking(story: Story) -> None:
        found = [[p for p in story.priced if p == x or p.startswith(x) or p.endswith(x)] for x in l]
        if len(l) != len(story.priced) or any(len(f) != 1 for f in found):
            raise Unclear
        story.ask(*(Key("price", "", f[0]) for f in found))

    return Question((asking,))


# -- legs of both ----------------------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:noun> 的 <x:legs> (和|与|、|加) <b:noun> 的 <y:legs> <adv>* (<all>)? (有|是)? <n:N> (条|只|个)?",
    cost=-0.3,
)
def _legs_of_both(a: str, b: str, x: str, y: str, n: Fraction) -> Meaning | None:
    """ "龟的腿和鹤的腿共有112条"."""
    return say.has("", [Amount(n, x)]) if x == y and a != b else None


# -- two of the same ---------------------------------------------------------------------------------------


@G.rule(
    "core",
    "<phrase>? (这)? <k:K> <v:U> <x:noun> <adv>* <all> (有|重|长|装|存|放)* (了)? (<y:noun>)? <n:N> <u:U> (<y:noun>)?",
    cost=0.2,
)
def _several_together(k: Fraction, v: str, x: str, n: Fraction, u: str, y: str = "") -> Meaning | None:
    """ "两筐梨共重86千克": the first and the second one come later."""
    if v == u:
        return None
    return say.whole(Amount(n, y or x, u), kinds=int(k))


@G.rule(
    "question",
    "(这)? <k:K> <U> (<noun>)? (各|分别)+ (有|重|长|装|存|放|原有|<HOLD>)* (<noun>)? <how_much> <U> (<noun>)?",
    cost=0.1,
)
def _each_of_several(k: Fraction) -> Question:
    def asking(story: Story) -> None:
        closed = [g for g in story.groups if g.closed]
        if len(closed) != 1 or len(closed[0].members) != k or any(s[1] == MONEY_ITEM for s in story.ledger):
            raise Unclear
        story.ask(*closed[0].members)

    return Question((asking,))
