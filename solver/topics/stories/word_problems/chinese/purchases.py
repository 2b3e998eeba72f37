"""Chinese clauses about money: having, prices, buying, paying. See `word_problems.chart` for the notation."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Relation, Unclear
from solver.topics.stories.word_problems.story import Story

G.words(
    "joint",
    *"， , ； ; ： : ，问 ,问 ，（".split(),
)
G.alias("clause", "(<adv> (，|,)?)* <c:core>")
G.alias("clause", "(<adv> (，|,)?)* <within> (<adv>)* <c:core>", cost=0.5)


def owner_of(a: Who | None) -> str | None:
    """The name that a `who` gives, None for a pronoun and where nobody is named."""
    return a[0] if a else None


# -- having money ----------------------------------------------------------------------------------

G.words(
    "HAS_MONEY",
    *(
        "有 带了 带 拿了 拿 带着 存有 攒了 攒 原有 有零花钱 拿着 只有 只带了 身上有 共有 存了 "
        "积攒了 攒下 仅有 准备了 得到 用 装着 里有 里装着 里面有 里存有 里存了 揣着 兜里有 "
        "拿出 拿出了 取出 取出了 拨出 拨出了 拨款 申请了 筹集了 准备 带上"
    ).split(),
)


@G.rule(
    "core",
    "<a:who>? <adv>* <HAS_MONEY> (了)? <m:M> (的)? <cash>?",
    "<a:who>? <adv>* <HAS_MONEY> <cash> <m:M>",
    "<a:who>? <adv>* <HAS_MONEY> <m:M> (的)? <cash>? <shopping>",
    "<noun> (给|给了) <a:who> <m:M> (的)? <cash>? <shopping>?",
    "<noun> (让|叫|请|派|安排|委托) <a:who> (去)? (用|带|带着|拿|拿着) <m:M> (的)? <cash>? <shopping>",
    "<a:who> <adv>* 的? <cash> (是|有) <m:M>",
    "<a:who>? <adv>* (带|带了|拿|拿了|拿着|有) (了)? (一|<K>) 张 <m:M> 的? (钞票|纸币|人民币) <shopping>?",
)
def has_money(m: Amount, a: Who | None = None) -> Meaning | None:
    """What somebody has at first; that he gets more of it later is another clause."""
    if a is not None and len(a) > 1:
        return None  # "爸爸和小军一共带了260元": not one of them
    return say.starts_with_money(owner_of(a), m, later=_has_spent)


def _has_spent(story: Story, holder: str) -> bool:
    """Whether somebody's money has changed by more than purchases."""
    return bool(story.ledger.get((holder, MONEY_ITEM), 0)) and not all(
        p.planned or p.lines for p in story.purchases
    )


@G.rule("core", "<a:who>? (原来|原|本来|一开始|原先|开始时) (有|带|带了) <m:M> (的)? <cash>?", cost=-0.2)
def _had_money(m: Amount, a: Who | None = None) -> Meaning:
    return say.starts_with_money(owner_of(a), m)


@G.rule("core", "<a:who>? <adv>* 有 <n:K> 张 <m:M> 的? (纸币|钞票|人民币)")
def _has_notes(m: Amount, n: Fraction, a: Who | None = None) -> Meaning:
    return has_money(Amount(n * m.number, m.item, m.unit), a)  # type: ignore[no-any-return]


G.alias(
    "shopping",
    "(去|到|来到|上) (了)? <noun> (里)? (买|购买|购)? <noun>?",
    "(去|来|准备)? (买|购|购买|交|逛) <noun>",
    "(出门|去购物|购物|上街|去买东西)",
)
G.words(
    "EQUIP",
    *"添置 添 添购 添加 置办 购置 采购 选购 购买 买 购 布置 装饰 装扮 订购 定制 准备 更换 补充".split(),
)
G.alias(
    "shopping",
    "(去|来|用来|用于|准备|想|要|打算|计划)? ((去|到) <place_noun>)? (里)? (给|为|替|帮) <noun> (里|中)? <EQUIP> (了)? (一些|一批|一点|几样)? <noun>?",
    "(去|来|用来|用于|准备|想|要|打算|计划)? ((去|到) <place_noun>)? (里)? <EQUIP> (了)? (一些|一批|一点|几样)? <noun>",
)


@G.rule("core", "<a:who>? <adv>* (拿|拿了|带|带了|拿着) <m:M> (去)? <BUY> <l:lines>", cost=-0.1)
def _takes_to_buy(m: Amount, l: tuple[Bought, ...], a: Who | None = None) -> Meaning:  # noqa: E741
    """ "小雨拿20元买一个面包": so much money, and what is bought with some of it."""
    return say.telling(has_money(m, a), say.buys(owner_of(a), l))


@G.rule(
    "core",
    "<a:who>? (把)? (这)? <k:K> (样|种|件|本|个|双|瓶) <noun>? (都|全都) (要)? <BUY> (了|下来|下)?",
    "<a:who>? (把)? (它们|这些) (都|全都) <BUY> (了|下来|下)?",
)
def _buys_all(a: Who | None = None, k: Fraction = Fraction(0)) -> Meaning:
    """ "两样都买了": one of each thing that has a price."""

    def tell(story: Story) -> None:
        if len(story.priced) < 2 or k not in (0, len(story.priced)) or any(p.lines for p in story.purchases):
            raise Unclear
        story.buy(owner_of(a), [(ONE, item) for item in story.priced])

    return tell


@G.rule(
    "core",
    "<names>? 的? (单价|价格|价钱) (都|均)? (没有变|没变|不变|没有变化|保持不变|没有改变|相同)",
    "(<phrase>)? (做了|有|买了|收集了|折了|运来|买来) (一些|许多|很多|不少|若干) (<noun>|<cash>)",
)
def _says_nothing() -> Meaning:
    return say.nothing


# -- prices ----------------------------------------------------------------------------------------


@G.rule(
    "core",
    "<t:things> <adv>* <is>? <m:M>",
    "<t:things> (每|一) <U> <price_word>? <is>? <m:M>",
    "(每|一) <U> <t:things> <is>? <m:M>",
    "<t:things> <is>? <m:M> (一|每) <U>",
    "<t:things> <is>? 每 <U> <is>? <m:M>",
    "<t:things> 打 <f:F> 折 (后|以后)? (的价格)? <is>? <m:M>",
)
def _costs(t: tuple[Thing, ...], m: Amount, f: Fraction | None = None) -> Meaning | None:
    if len(t) != 1 or any(x.number != 1 for x in t) or f is not None or t[0].role:
        return None
    return say.is_amount(t, m, "price")


@G.rule("core", "<place> <t:things> <is>? <m:M>", "<place> <t:things> (每|一) <U> <is>? <m:M>", cost=0.3)
def _costs_there(t: tuple[Thing, ...], m: Amount) -> Meaning | None:
    return _costs(t, m)  # type: ignore[no-any-return]


@G.rule(
    "core",
    "(每|一) <u:U> (的)? <price_word>? <is>? <m:M>",
    "<is>? <m:M> (每|一) <u:U>",
    "<price_word> <is>? (每|一) <u:U> <m:M>",
    "<price_word> <is> <m:M>",
    cost=0.2,
)
def _each_costs(m: Amount, u: str = "") -> Meaning:
    """A price of what was spoken of last: "3 kg of apples, 8 yuan a kg"."""

    def tell(story: Story) -> None:
        say.note(story, m)
        fits = [
            i
            for i in reversed(story.heard)
            if u and story.units.get(i) == u and Key("price", "", i) not in story.known
        ]
        name = (
            story.item
            if story.item and (not u or story.units.get(story.item, u) == u)
            else fits[0]
            if fits
            else ""
        )
        if not name or name == MONEY_ITEM:
            raise Unclear
        story.define(story.rate(name), m.number)

    return tell


@G.rule(
    "core",
    "<t:two_things> <adv>* <all> (<is>|<PAY>)? <m:M>",
    "<t:two_things> <price>? (的和|之和|的总和) (是|为)? <m:M>",
    "<t:two_things> <price> (的)? (和|总和|之和) (是|为)? <m:M>",
)
def _cost_together(t: tuple[Thing, ...], m: Amount) -> Meaning | None:
    if any(x.number != 1 for x in t):
        return None
    return say.is_amount(t, m, "price")


G.words(
    "holds",
    *(
        "价值 售价 重 能坐 可坐 能装 可装 能运 能运货 运货 吃草 可以装 可以坐 能坐下 可运 能住 "
        "可以运 共重 要装 能做 坐满 正好坐满 刚好坐满 共坐 一共坐 装 坐 耗电 加工 用布"
    ).split(),
)


@G.rule(
    "core",
    "<BUY>? <l:lines> (<these_many>)? <adv>* (每 <period>)? <all>? (<is>|<PAY>|<holds>|<did>)? <all>? (了)? <holds>? (<noun>)? <q:qty>",
    "(如果)? <BUY> <l:lines> <comma>? <adv>* <all>? <PAY> <all>? (了)? <m:M>",
    "(同样的|<BUY>)? <l:lines> 的? (总价|总价钱|价格|价钱|钱数|钱|费用|花费|总费用|售价) <all>? (是|为|共) <m:M>",
    cost=-0.1,
)
def _lines_cost(l: tuple[Bought, ...], q: Amount | None = None, m: Amount | None = None) -> Meaning | None:  # noqa: E741
    amount = m if m is not None else q
    if (
        amount is None
        or any(x.price is not None for x in l)
        or len(l) == 1
        and (l[0].number == 1 or not amount.money)
    ):
        return None
    item = amount.item or amount.unit
    if not item or any(x.name == item for x in l):
        return None
    told = [t for x in l for t in x.told]
    return say.telling(
        *told,
        say.costs(
            [(x.number, x.name) for x in l], Amount(amount.number, item, amount.unit if amount.money else "")
        ),
    )


@G.rule(
    "core",
    "<l:lines> 的? (<price_word>|总价)? (和|与|跟) <r:lines> 的? (<price_word>|总价)? (相等|一样|一样多|相同|同样多)",
    "<l:lines> 的 <price_word> (等于|正好等于|相当于|恰好等于) <r:lines> 的 <price_word>",
    "<l:lines> <adv>* (可|能|可以)? (换|买|换回) <r:lines>",
)
def _same_cost(l: tuple[Bought, ...], r: tuple[Bought, ...]) -> Meaning:  # noqa: E741
    def tell(story: Story) -> None:
        story.equate(
            story.cost_terms([(x.number, x.name) for x in l]),
            story.cost_terms([(x.number, x.name) for x in r]),
        )

    return tell


@G.rule(
    "core",
    "<t:things> <adv>* <c:compared>",
    "<t:things> (每|一) <U> <adv>* <c:compared>",
    "<place> <t:things> <c:compared>",
    "(每|一) <U> <t:things> <c:compared>",
)
def _compared(t: tuple[Thing, ...], c: Compared) -> Meaning | None:
    kind: say.Kind = "price" if c.item == MONEY_ITEM and not t[0].kind else ""
    if len(t) > 1 and not kind and any(x.number != 1 for x in t):
        return None  # "八月份用电120度，九月份…": no sum
    if len(c.base) == 1 and c.base[0].role == "that":  # than what was spoken of before
        c = replace(c, base=())

    def tell(story: Story) -> None:
        mine = (story.meet(c.base[0].name), MONEY_ITEM) if len(c.base) == 1 and not c.base[0].owner else None
        if kind and mine in story.ledger and len(t) == 1 and t[0].name and not t[0].owner and not t[0].role:
            say.has_compared(t[0].name, MONEY_ITEM, c)(story)  # "小丽比小芳少12元"
            return
        if not kind and not c.item and len(t) == len(c.base) == 1 and _only_priced(story, t[0], c.base[0]):
            say.is_compared(t, c, "price")(story)  # "儿童票是成人票的一半"
            return
        if (
            kind
            and any(story.meet(x.name) not in story.priced for x in c.base if x.name and not x.kind)
            and not any(x.role for x in c.base)
        ):
            say.is_compared(t, c, "" if _has_own_money(story, c) else kind)(story)
        else:
            say.is_compared(t, c, kind)(story)
        if c.times == 1 and not c.plus:  # that they are equal has to be used
            last = story.relations[-1]
            story.relations[-1] = Relation(last.terms, last.constant)

    return tell


def _only_priced(story: Story, thing: Thing, base: Thing) -> bool:
    """Whether of the second of two things a price was told and nothing else, and of the first one nothing."""
    name = story.meet(base.name)
    plain = all(x.name and not x.role and not x.kind and not x.owner for x in (thing, base))
    return (
        plain
        and name in story.priced
        and not story.groups
        and not any({name, thing.name} & set(slot) for slot in story.ledger)
        and not story.purchases
    )


def _has_own_money(story: Story, c: Compared) -> bool:
    """Whether those who are compared have money, or shares of some."""
    return all(
        (story.meet(x.name), MONEY_ITEM) in story.ledger or any(story.part(g, x.name) for g in story.groups)
        for x in c.base
    )


@G.rule("core", "<c:compared>", cost=0.5)
def _that_compared(c: Compared) -> Meaning | None:
    """ "… 3 yuan dearer than a pen": what was spoken of last."""
    return say.is_compared([Thing(role="that")], c) if c.base and not any(x.role for x in c.base) else None


G.words("promotion", *"店庆 换季 节日 国庆 国庆节 春节 双十一 开业 促销 周年庆 年底 年终 活动 元旦 五一 暑假 周末 大促 换季时 店庆时 促销时 打折季 清仓 季末".split())  # fmt: skip
G.words("sold", "出售", "销售", "卖出", "后出售", "后")
G.alias(
    "offer",
    "(现在|促销时|活动期间|店庆期间|节日期间|促销期间|现|今天|打折时|搞活动|大促销|现价|一律|全部|商店|全场|都|按原价|<adv>)* <comma>?",
    "<noun> (时|期间) <comma>?",
    "<promotion> (时|期间)? <comma>? (<adv>)*",
)


@G.rule("core", "<offer>? (打|按) <f:F> 折 <sold>?", "<offer>? 按 (原价|标价|定价) 的 <f:F> (折)? <sold>?")
def _discount(f: Fraction) -> Meaning:
    return say.reduced(f, Fraction(0))


@G.rule(
    "core",
    "<offer>? (降价|直降|优惠|降|便宜|降低|立减|减价|每 <U> 便宜|每 <U> 降价) (了)? <m:M> (钱)? <sold>?",
)
def _price_off(m: Amount) -> Meaning:
    return say.reduced(ONE, m.number)


@G.rule("core", "<offer>? 降价 (了)? <f:F> <sold>?")
def _price_share_off(f: Fraction) -> Meaning:
    return say.reduced(1 - f, Fraction(0))


@G.rule(
    "core",
    "((一|每) <U>)? <x:noun> <adv>* (打|按) <f:F> 折 (出售|销售)? (后|以后)? (的)? (<price_word>)? <is>? <m:M>",
    "((一|每) <U>)? <x:noun> 按 (原价|标价) 的 <f:F> (折)? (出售|销售)? (后)? <is>? <m:M>",
    "<adv>* (打|按) <f:F> 折 (出售|销售)? (后|以后)? (<price_word>)? <is>? <m:M>",
)
def _reduced_price(f: Fraction, m: Amount, x: str = "") -> Meaning:
    """So much after a discount: the list price follows."""
    return say.costs_after_reduction(x, m, f)
