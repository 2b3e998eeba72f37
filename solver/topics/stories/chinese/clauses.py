"""Chinese clauses: having, buying, comparing, wholes and parts. See `stories.chart` for the notation."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories import meanings as say
from solver.topics.stories.chinese.phrases import G
from solver.topics.stories.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.word_problems.quantities import MONEY_ITEM, ONE

Who = tuple[str | None]

G.words("joint", "，", ",", "；", ";", "：", ":", "，问", ",问")
G.alias("clause", "(<adv> (，|,)?)* <c:core>")


def _owner(a: Who | None) -> str | None:
    return a[0] if a else None


# -- money and purchases ---------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? (<adv>)* (有|带了|带|拿了|拿|带着|存有|攒了|原有|有零花钱) <m:M> (钱)?",
    "<a:who>? (<adv>)* (带了|拿了|带着|拿着|带|拿|用) <m:M> (去|到) <noun>? (买|购)? <noun>?",
    "(妈妈|爸爸) 给 (了)? <a:who> <m:M>",
)
def _has_money(m: Amount, a: Who | None = None) -> Meaning:
    def tell(story: say.Story) -> None:
        say.note(story, m)
        holder = story.who(_owner(a))
        if story.ledger.get((holder, MONEY_ITEM), 0) and not all(p.planned for p in story.purchases):
            raise say.Unclear
        story.define(say.Key("money", holder, MONEY_ITEM, 0), m.number)
        story.ledger.setdefault((holder, MONEY_ITEM), 0)

    return tell


G.words(
    "BUY",
    "买了",
    "买",
    "买来",
    "买回",
    "买来了",
    "购买",
    "购买了",
    "购买",
    "购进",
    "购进了",
    "要买",
    "想买",
    "选购",
    "选购了",
    "买走了",
    "买到",
    "订购",
    "订购了",
    "选了",
    "挑了",
    "点了",
    "打算买",
    "准备买",
    "想要买",
    "又买了",
    "还买了",
    "称了",
    "拿了",
)
G.words(
    "PAY",
    "花了",
    "花",
    "花去",
    "花费",
    "花费了",
    "花掉",
    "用去",
    "用了",
    "用掉",
    "付了",
    "付",
    "付款",
    "支付",
    "支付了",
    "需要",
    "要",
    "共花",
    "共付",
    "要花",
    "要付",
    "需",
    "需付",
    "收费",
    "收款",
    "应付",
    "付给",
    "是",
)


@G.rule(
    "core",
    "<a:who>? (<adv>)* <BUY> <l:lines> ((，|,)? (<adv>)* <PAY> (<all>)? (了)? <m:M>)?",
    "<a:who>? (<adv>)* <PAY> <m:M> (钱)? <BUY> (了)? <l:lines>",
    "<a:who>? (<adv>)* 用 <m:M> <BUY> <l:lines>",
)
def _buys(l: tuple[Bought, ...], a: Who | None = None, m: Amount | None = None) -> Meaning:  # noqa: E741
    return say.buys(_owner(a), l, m)


@G.rule("core", "<a:who>? (<adv>)* <BUY> <x:list> (<adv>)*", "<a:who>? (<adv>)* <BUY> <x:names>", cost=0.5)
def _buys_the(x: tuple[str, ...], a: Who | None = None) -> Meaning:
    """One of each; what they cost is told before or after."""
    return say.buys(_owner(a), [Bought(ONE, name) for name in x])


@G.rule(
    "core", "(<adv>)* <PAY> (<all>)? (了)? <m:M>", "<a:who> (<adv>)* <PAY> (<all>)? (了)? <m:M>", cost=0.4
)
def _paid(m: Amount, a: Who | None = None) -> Meaning:
    def tell(story: say.Story) -> None:
        if story.purchases and story.purchases[-1].cost not in story.known and story.purchases[-1].lines:
            say.pays_for_last(m)(story)
        else:
            say.spends(_owner(a), m)(story)

    return tell


@G.rule(
    "core",
    "<a:who>? (<adv>)* (买|购买) <x:noun> (<PAY>) (了)? <m:M>",
    "<a:who>? (<adv>)* (<PAY>) <m:M> 买 (了)? <x:noun>",
    "<a:who>? (<adv>)* (在)? <x:noun> (上)? (<PAY>) <m:M>",
)
def _spends_on(m: Amount, x: str, a: Who | None = None) -> Meaning:
    return say.spends(_owner(a), m, x)


@G.rule(
    "core",
    "<a:who>? (<adv>)* (付给|给了|给|交给|递给|付了|付|拿出|拿) (售货员|收银员|营业员|店员|老板|阿姨|摊主|店主|服务员|收款员) (<n:N> 张)? <m:M> (钱|的纸币|的钞票)?",
    "(<adv>)* (付|付了|给了|拿出|用) (一张|<n:N> 张)? <m:M> (的纸币|的钞票|钱|的人民币|纸币|钞票)",
    "<a:who>? (<adv>)* (付|付了|付出) <m:M>",
    cost=0.3,
)
def _tenders(m: Amount, a: Who | None = None, n: Fraction | None = None) -> Meaning:
    return say.tenders(Amount((n or ONE) * m.number, m.item, m.unit), _owner(a))


@G.rule("core", "(<adv>)* (找回|找了|找回了|找给他|找给她|找) <m:M>")
def _gets_change(m: Amount) -> Meaning:
    return say.gets_change(m)


@G.rule(
    "core",
    "<t:things> (<adv>)* <is>? <m:M>",
    "<t:things> (每|一) <U> <is>? <m:M>",
    "(每|一) <U> <t:things> <is>? <m:M>",
    "<t:things> <is>? <m:M> (一|每) <U>",
    "<t:things> (<is>)? 每 <U> <m:M>",
)
def _costs(t: tuple[Thing, ...], m: Amount) -> Meaning | None:
    if any(x.number != 1 for x in t):
        return None
    return say.is_amount(t, m, "price") if len(t) == 1 else None


@G.rule(
    "core",
    "<t:two_things> (<adv>)* <all> (<is>|<PAY>)? <m:M>",
    "<t:two_things> (<price>)? (的和|之和) 是 <m:M>",
)
def _cost_together(t: tuple[Thing, ...], m: Amount) -> Meaning:
    return say.is_amount(t, m, "price")


@G.rule(
    "core",
    "<l:lines> (<adv>)* (<all>)? (<is>|<PAY>|价值|售价|重|能坐|可坐|能装)? (<all>)? <m:qty>",
    "(买)? <l:lines> (<adv>)* (<all>)? (<is>|<PAY>|价值|售价|重) (<all>)? <m:qty>",
    "买 <l:lines> (<all>)? <PAY> (<all>)? <m:M>",
    cost=-0.1,
)
def _lines_cost(l: tuple[Bought, ...], m: Amount) -> Meaning | None:  # noqa: E741
    if any(x.price is not None for x in l) or len(l) == 1 and l[0].number == 1 and not m.money:
        return None
    item = m.item or (m.unit and m.unit)
    if not item or any(x.name == item for x in l):
        return None
    return say.telling(
        *(told for x in l for told in x.told),
        say.costs([(x.number, x.name) for x in l], Amount(m.number, item, m.unit if m.money else "")),
    )


@G.rule("core", "<t:things> (<adv>)* <c:compared>", "<t:things> (每|一) <U> <c:compared>")
def _compared(t: tuple[Thing, ...], c: Compared) -> Meaning:
    return say.is_compared(t, c, "price" if c.item == MONEY_ITEM and not t[0].kind else "")


# -- having and getting ----------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? (<in>)? (<adv>)* (有|养了|种了|种有|养有|存有|存|里有|现有) (<all>)? <q:qtys>",
    "<a:who> (<adv>)* (收集|收集了|摘了|做了|折了|写了|画了|种了|捡了|采了|有) <q:qtys>",
)
def _has(q: tuple[Amount, ...], a: Who | None = None) -> Meaning | None:
    if any(x.money for x in q):
        return None
    return say.has(_owner(a) if a else "", q)


for _sign, _verbs in ((1, "GAIN"), (-1, "LOSE")):
    from solver.topics.stories.chinese import lexicon as _lexicon

    G.words(_verbs, *getattr(_lexicon, _verbs))

    @G.rule("core", f"<a:who>? (<adv>)* <{_verbs}> (了)? (<b:who>)? <q:qtys>", cost=0.3)
    def _changes(
        q: tuple[Amount, ...], a: Who | None = None, b: Who | None = None, sign: int = _sign
    ) -> Meaning:
        return say.gets(_owner(a), q, sign, b[0] if b else "")


@G.rule("core", "<a:who>? (<adv>)* (还剩下|还剩|剩下|剩|剩余|余下|还有) (了)? <q:qty>", cost=-0.1)
def _left(q: Amount, a: Who | None = None) -> Meaning:
    return say.has_left(_owner(a), q)


# -- wholes and parts ------------------------------------------------------------------------------

G.words(
    "HAS",
    "有",
    "养了",
    "种了",
    "种有",
    "养有",
    "买来",
    "买来了",
    "运来",
    "运来了",
    "里有",
    "共有",
    "一共有",
    "种着",
    "放着",
    "购进",
    "购进了",
    "收集了",
    "做了",
    "生产了",
    "卖出",
    "卖出了",
    "存有",
    "收获",
    "收获了",
    "进了",
    "摘了",
    "养着",
    "展出",
    "烤了",
    "订购了",
    "现有",
    "共",
    "拥有",
    "售出",
    "栽了",
    "采购了",
    "采购",
    "捐了",
    "收了",
)
G.words("kind_count", "两种", "三种", "四种", "三个", "两个")


@G.rule(
    "core",
    "<a:phrase>? (<adv>)* (<HAS>)? <l:list> (<N> 种)? (<x:noun>)? (<all>)? <is>? <n:N> <u:U> (<noun>)?",
    "<l:list> (<N> [种类个])? (<all>)? (有|是)? <n:N> <u:U>",
    "<a:phrase>? (<HAS>) <n:N> <u:U> <x:noun> (，|,|：|:)? (包括|有|分别是|分为|其中有)? <l:list>",
    "<a:phrase>? (<adv>)* (<HAS>)? <n:N> <u:U> <l:list>",
    cost=0.4,
)
def _whole(l: tuple[str, ...], n: Fraction, u: str, a: str = "", x: str = "") -> Meaning:  # noqa: E741
    return say.whole(Amount(n, x, u), "", l)


@G.rule(
    "core",
    "<a:phrase>? (<adv>)* <HAS> (<all>)? <q:qty>",
    "(一|这|某)? (<U>)? <x:noun> (长|重|有|全长|共有|共|高|全长是|长是)* <q:qty>",
    "(一|这)? (<U>)? <q:qty> (长|重)? 的 <x:noun>",
    cost=2,
)
def _counted(q: Amount, a: str = "", x: str = "") -> Meaning | None:
    if q.money:
        return None
    return say.whole(Amount(q.number, q.item or x, q.unit))


@G.rule("core", "<a:phrase>? (<adv>)* <HAS> <l:list> (<N> 种)? (<noun>)?", cost=0.8)
def _of_parts(l: tuple[str, ...], a: str = "") -> Meaning:  # noqa: E741
    return say.of_parts("", l)


G.words(
    "whole_word",
    "总数",
    "总人数",
    "总数的",
    "全部",
    "总量",
    "全班",
    "全校",
    "全长",
    "全程",
    "全书",
    "全部的",
    "总面积",
    "全体",
    "总钱数",
    "所有",
    "总棵数",
    "总本数",
    "总质量",
    "总",
    "全年级",
    "全厂",
    "全村",
    "总产量",
    "总金额",
    "总重量",
    "它",
    "总长",
    "其",
    "总额",
    "全文",
    "总页数",
)


@G.rule(
    "base",
    "(其中)? <whole_word> (<noun>)? (<measured>)? (的)?",
    "(其中)? (这批|这些|这堆) <noun> (<measured>)? (的)?",
)
def _of_whole() -> Thing:
    return Thing(role="whole")


@G.rule("base", "(余下|剩下|其余|剩余|余下部分|剩下部分) (的)? (<noun>)? (<measured>)? (的)?")
def _of_rest() -> Thing:
    return Thing(role="rest")


@G.rule("base", "<x:noun> (<measured>)? (的)?", cost=0.3)
def _of_noun(x: str) -> Thing:
    return Thing(x)


@G.rule(
    "core",
    "(其中)? (<adv>)* <p:noun> (<measured>)? (占|占了|是|为|约占) (<b:base>)? <f:F>",
    "(其中)? (<adv>)* <p:phrase> (的)? (<measured>)? (占|占了|是) (<b:base>)? <f:F>",
    "(其中)? <f:F> (<b:base>)? (是|为|种|种了|种的是) <p:phrase>",
    "(<b:base>)? (的)? <f:F> (是|为|种|种了|用来|用于) <p:phrase>",
    "<p:noun> <f:F>",
)
def _share(p: str, f: Fraction, b: Thing | None = None) -> Meaning:
    return say.share(p, f, b)


@G.rule("core", "<a:phrase>? (<v:LOSE>|<v:GAIN>) (了)? (<b:base>)? (的)? <f:F> (<p:phrase>)?", cost=0.5)
def _does_share(f: Fraction, v: str, b: Thing | None = None, p: str = "", a: str = "") -> Meaning:
    return say.share(f"{a}{v}{p}", f, b)


@G.rule(
    "core",
    "(其余|剩下|余下|剩余|其他|其它) (的|部分|的部分)? (<noun>)? (全是|全部是|都是|是|为|种|种的是|全|都)* <l:names>",
    "<l:names> (是|为|占)? (其余|剩下|余下) (的)?",
    cost=0.2,
)
def _rest_are(l: tuple[str, ...]) -> Meaning:  # noqa: E741
    return say.rest_are(l)


@G.rule(
    "core",
    "(其余|剩下|余下|剩余|其他|其它)? (的)? (<noun>)? (中)? <l:list> (的)? (<measured>)? (之)? (的)? (比|比例|之比|数量比|个数比|人数比|本数比|棵数比|质量比|价格比|年龄比|比值) (是|为)? <r:ratio>",
    "<l:list> (<measured>)? (的比|之比|比) (是|为)? <r:ratio>",
    "<l:list> (按|以) <r:ratio> (的比|的比例)? (分配|配制|混合|来分)?",
    "(<measured>)? <a:noun> (:|：|比) <b:noun> (=|是|为) <r:ratio>",
    cost=-0.2,
)
def _ratio(r: tuple[Fraction, ...], l: tuple[str, ...] = (), a: str = "", b: str = "") -> Meaning | None:  # noqa: E741
    names = l or (a, b)
    return say.in_ratio([Thing(x) for x in names], r) if len(names) == len(r) else None


@G.rule(
    "core",
    "(有)? <n:N> (条|只|个)? (腿|脚|足|头|轮子|车轮)",
    "<n:N> (条|只|个) (腿|脚|足|头|轮子|车轮)",
    "(从)? (上面|下面|上|下) (面)? (数|看)? (，|,)? (有)? <n:N> (条|只|个)? <x:legs>",
    cost=-0.5,
)
def _legs(n: Fraction, x: str = "") -> Meaning | None:
    return None


G.words("legs", "腿", "脚", "足", "头", "轮子", "车轮", "轮")


@G.rule(
    "core", "(<adv>)* (<all>)? (<phrase>)? (有|数|有腿|数有)* (<all>)? <n:N> (条|只|个)? <x:legs>", cost=-0.3
)
def _has_legs(n: Fraction, x: str) -> Meaning:
    return say.has("", [Amount(n, x)])


@G.rule(
    "core",
    "(<adv>)* (<all>)? (收入|收款|售得|卖得|卖了|共收入|票款|门票收入|总收入|票款收入|总价值|价值|值) (是|为|了)? <m:M>",
    cost=0.5,
)
def _takings(m: Amount) -> Meaning:
    return say.takes_in(m)


# -- numbers and ages ------------------------------------------------------------------------------


@G.rule(
    "core",
    "<t:two_things> (<measured>|的年龄|年龄)? (的和|之和|的总和|一共|共|总共|合计|加起来)+ (是|为|有)? <q:qty>",
    "<t:two_things> (<all>) (有|是)? <q:qty>",
    cost=0.3,
)
def _together(t: tuple[Thing, ...], q: Amount) -> Meaning | None:
    if any(x.number != 1 for x in t):
        return None
    if q.unit == "岁":
        return say.is_amount([Thing(x.name, kind="age") for x in t], Amount(q.number), "age")
    return say.whole(Amount(q.number, q.item, q.unit), "", [x.name for x in t]) if not q.money else None


@G.rule(
    "core", "<n:N> (个)? 数 (的和|之和|相加的和) (是|为) <k:N>", "(它们|这两个数) (的和|之和) (是|为) <k:N>"
)
def _sum(k: Fraction, n: Fraction | None = None) -> Meaning:
    return say.two_numbers(k, 1)


@G.rule(
    "core", "<n:N> (个)? 数 (的差|之差|相差) (是|为)? <k:N>", "(它们)? (的差|之差|差|相差) (是|为)? <k:N>"
)
def _difference_of(k: Fraction, n: Fraction | None = None) -> Meaning:
    return say.two_numbers(k, -1)


@G.rule("core", "<a:who> (今年|现在)? (的年龄|年龄)? (是)? <n:N> 岁")
def _age(a: Who, n: Fraction) -> Meaning:
    return say.is_amount([Thing(a[0] or "", None if a[0] is None else "", kind="age")], Amount(n), "age")


@G.rule("core", "<a:who> (今年|现在)? (的年龄)? 比 <b:who> <s:sign> <n:N> 岁")
def _age_more(a: Who, b: Who, s: int, n: Fraction) -> Meaning:
    return say.ages_later(Fraction(0), a[0], ONE, s * n, b[0])


@G.rule(
    "core",
    "(<y:N> 年 (后|以后|之后))? (，|,)? <a:who> (今年|现在)? (的年龄|年龄)? (是|正好是) <b:who> (年龄)? 的 <k:factor>",
)
def _age_times(a: Who, b: Who, k: Fraction, y: Fraction | None = None) -> Meaning | None:
    if y is None:
        return None
    return say.ages_later(y, a[0], k, Fraction(0), b[0])


@G.rule(
    "core",
    "<a:who> (<adv>)* (去|到|在|来到) <noun> (买|购)? (<noun>)?",
    "(某天|一天|第二天|昨天|今天|周末)",
    "<a:who> (去|到) <noun> (<adv>)*",
    cost=1,
)
def _scene(a: Who | None = None) -> Meaning:
    return (lambda story: story.who(a[0]) and None) if a and a[0] else say.nothing
