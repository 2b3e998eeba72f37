"""Chinese clauses about buying, paying and change. See `word_problems.chart` for the notation."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese.comparing import comparisons
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.chinese.purchases import has_money, owner_of
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import ONE, Unclear, the_only
from solver.topics.stories.word_problems.story import Story

# -- buying ----------------------------------------------------------------------------------------

G.alias("purpose", "(作|作为|做|当|给|送给|送|奖励) <noun>", "(回家|回来|带回家)")
G.words(
    "BUY",
    *(
        "买了 买 买来 买回 买来了 购买 购买了 购进 购进了 要买 想买 选购 选购了 买走了 买到 订购 "
        "订购了 选了 挑了 点了 打算买 准备买 想要买 又买了 还买了 称了 拿了 买回了 买下 下单了 "
        "采购了 采购 网购了 又点了 拿 订了 玩了 去买 又买 再买 买的是 购了 购置了 添置了 买好了 买进 买进了 购回 买入 购入 租了 租 定了 拿了"
    ).split(),
)
G.words(
    "PAY",
    *(
        "花了 花 花去 花费 花费了 花掉 花掉了 用去 用去了 用了 用掉 付了 付 付款 支付 支付了 需要 "
        "要 共花 共付 要花 要付 需 需付 收费 收款 应付 付给 是 需要付 要用 共用 用 需花 一共是 "
        "付费 花费为 需要花 得付 需支付 要支付 付出 要花费 共用去 共需 应付款"
    ).split(),
)


@G.rule(
    "core",
    "<a:who>? <adv>* <BUY> <l:lines> <purpose>? (<comma>? <adv>* <PAY> <all>? (了)? <m:M>)?",
    "<a:who>? <adv>* <PAY> (了)? <m:M> (钱)? <BUY> (了)? <l:lines>",
    "<a:who>? <adv>* 用 <m:M> <BUY> <l:lines>",
    "<a:who> <adv>* 要 <l:lines>",
)
def _buys(l: tuple[Bought, ...], a: Who | None = None, m: Amount | None = None) -> Meaning:  # noqa: E741
    def tell(story: Story) -> None:
        if not any(line.price for line in l) and not {"又", "再", "第"} & story.vocabulary.keys():
            _told_before(story, [story.meet(line.name) for line in l], m)
        say.buys(owner_of(a), l, m)(story)
        story.item = story.meet(l[-1].name)

    return tell


def _told_before(story: Story, names: Sequence[str], amount: Amount | None) -> None:
    """Nobody buys once more what buying one of each cost: "买一张桌子用了150元…买一张桌子和两把椅子".

    Raises:
        Unclear: money was spent on these before.
    """
    spent = {p.cost.item or p.lines[0][1] for p in story.purchases if p.cost.item or len(p.lines) == 1}
    if spent >= set(names) or amount is None and spent & set(names):
        raise Unclear


@G.rule(
    "core",
    "<a:who>? <adv>* 用 <m:M> <BUY> <l:lines>",
    "<a:who>? <adv>* 用 <m:M> <adv>* (去)? <BUY> (了)? <l:lines>",
    cost=0.1,
)
def _buys_with(l: tuple[Bought, ...], m: Amount, a: Who | None = None) -> Meaning:  # noqa: E741
    """ "buys with 50 yuan": so much money there was."""
    return say.telling(has_money(m, a), say.buys(owner_of(a), l))


@G.rule("core", "<a:who>? <adv>* <BUY> <line:line> <comma>? <adv>* <price_word>? <c:compared>")
def _buys_compared(line: Bought, c: Compared, a: Who | None = None) -> Meaning | None:
    return None if line.price else say.buys(owner_of(a), [Bought(line.number, line.name, c, told=line.told)])


@G.rule(
    "core",
    "<a:who>? <adv>* <BUY> <x:list> <adv>*",
    "<a:who>? <adv>* <BUY> <x:names>",
    "<a:who>? <adv>* 把? <x:list> <comma>? 各 <BUY> (了)? 一 <U>",
    "<x:list> <comma>? <adv>* 各 <BUY> (了)? 一 <U>",
    "<BUY> <x:list> 各 一 <U>",
    cost=0.5,
)
def _buys_the(x: tuple[str, ...], a: Who | None = None) -> Meaning:
    """One of each; what they cost is told before or after."""
    return say.buys(owner_of(a), [Bought(ONE, name) for name in x])


@G.rule(
    "core",
    "<a:who>? <adv>* (<k:K> (样|种) <noun>?)? <comma>? <adv>* 各 <BUY> (了)? 一 (<U>|样)",
    "<a:who>? <adv>* <BUY> 这 <k:K> (样|种|件) <noun>?",
    "<a:who>? <adv>* <BUY> (了)? 这 <noun>? <k:K> (样|种|件) <noun>?",
)
def _buys_each(a: Who | None = None, k: Fraction = Fraction(0)) -> Meaning:
    def tell(story: Story) -> None:
        if len(story.priced) < 2 or k and len(story.priced) != k:
            raise Unclear
        story.buy(owner_of(a), [(ONE, item) for item in story.priced])

    return tell


@G.rule(
    "core", "<adv>* <PAY> <all>? (了)? <m:M> (钱)?", "<a:who> <adv>* <PAY> <all>? (了)? <m:M> (钱)?", cost=0.4
)
def _paid(m: Amount, a: Who | None = None) -> Meaning:
    def tell(story: Story) -> None:
        if story.purchases and story.purchases[-1].cost not in story.known and story.purchases[-1].lines:
            say.pays_for_last(m)(story)
        else:
            say.spends(owner_of(a), m)(story)

    return tell


@G.rule("spending", "(买|购买|买了|吃|充|交|玩|坐) (了)? ((一|每) <U>)? <x:noun>")
def _spending(x: str) -> str:
    return x


@G.rule(
    "core",
    "<a:who>? <adv>* <x:spending> <comma>? <adv>* <PAY> (了)? <m:M>",
    "<a:who>? <adv>* <PAY> (了)? <m:M> <x:spending>",
    "<a:who>? <adv>* (用|花|花了|用了) <m:M> (去)? <x:spending>",
    "<a:who>? <adv>* (取出|拿出|用|花|花了|取) <m:M> (给|为|替) <noun> <x:spending>",
)
def _spends_on(m: Amount, x: str, a: Who | None = None) -> Meaning:
    return say.spends(owner_of(a), m, x)


@G.rule(
    "spent_base",
    "<x:spending> (用|花|付)? (去|了)? (的)? (钱|费用|花费|价钱)? (数)?",
    "<x:noun> (用|花|付)? (去|了)? (的)? (钱|费用)? (数)?",
    "(买)? 一 <U> <x:noun>",
)
def _spent_base(x: str) -> tuple[Thing, ...]:
    return (Thing(x),)


comparisons("spent_compared", "spent_base")


@G.rule(
    "core",
    "<a:who>? <adv>* <x:spending> <adv>* (用|花|付)? (去|了)? (的)? (钱|费用|花费|价钱)? (数)? <c:spent_compared>",
    cost=-0.2,
)
def _spends_compared(x: str, c: Compared, a: Who | None = None) -> Meaning:
    def tell(story: Story) -> None:
        name = story.meet(c.base[0].name)
        costs = [p.cost for p in story.purchases if p.cost.item == name or p.lines == ((ONE, name),)]
        if not costs and name in story.priced:
            costs = [story.rate(name)]
        key = story.spend(owner_of(a), None, x)
        if c.item:
            story.currency.add(c.unit)
        story.equate([(key, ONE)], [(the_only(costs), c.times)], c.plus)

    return tell


@G.rule("core", "<adv>* <PAY> <all>? (了)? <m:M> (钱)?", "<adv>* <all> <PAY>? (了)? <m:M> (钱)?", cost=0.6)
def _all_cost(m: Amount) -> Meaning:
    """Where the parts of a whole have prices, what is paid is for them all."""

    def tell(story: Story) -> None:
        if not any(g.closed for g in story.groups) or story.purchases:
            raise Unclear
        say.takes_in(m)(story)

    return tell


@G.rule("core", "<a:who>? <adv>* <BUY> <n:N> <u:U>", cost=0.6)
def _buys_of_it(n: Fraction, u: str, a: Who | None = None) -> Meaning:
    """So many of the only thing that has a price."""

    def tell(story: Story) -> None:
        if len(story.priced) != 1:
            raise Unclear
        name = story.priced[0]
        story.note_unit(name, u)
        story.buy(owner_of(a), [(n, name)])

    return tell


# -- paying and change -----------------------------------------------------------------------------

G.words(
    "seller",
    *(
        "售货员 收银员 营业员 店员 老板 阿姨 摊主 店主 服务员 收款员 商店 售票员 商家 卖家 超市 书店 收费员"
    ).split(),
)


@G.rule(
    "notes",
    "<m:M> (钱|的纸币|的钞票|的人民币|纸币|钞票)?",
    "<n:N> 张 <m:M> (的)? (钱|纸币|钞票|人民币)?",
    "(一张) <m:M> (的)? (钱|纸币|钞票|人民币)?",
)
def _notes(m: Amount, n: Fraction = ONE) -> Amount:
    return Amount(n * m.number, m.item, m.unit)


@G.rule(
    "core",
    "<a:who>? <adv>* (付给|给了|给|交给|递给|付了|付|支付给) (了)? <seller> <m:notes>",
    "<a:who>? <adv>* (付|付了|给了|拿出|用|交|交了|拿了|付出|付出了|递给|给|支付了|付款) <m:notes> (付款|付账|结账)?",
    "<a:who>? <adv>* <seller> 收 (了|到|下)? <m:notes>",
    cost=0.3,
)
def _tenders(m: Amount, a: Who | None = None) -> Meaning:
    return say.tenders(m, owner_of(a))


@G.rule("core", "<seller>? <adv>* (找回|找了|找回了|找给他|找给她|找) <m:M>")
def _gets_change(m: Amount) -> Meaning:
    return say.gets_change(m)


@G.rule("core", "(够不够|够吗|这些钱够吗|钱够吗|带的钱够吗|如果不够|够不够用|如果够)")
def _enough() -> Meaning:
    return say.nothing


# -- selling ---------------------------------------------------------------------------------------


@G.rule(
    "core",
    "<adv>* <all>? (<noun>)? (收入|收款|售得|卖得|卖了|共收入|票款|门票收入|总收入|票款收入|总价值|价值|值|共值|售票款|收得票款|收到|的票款|的总收入|总面值|的总面值|总金额|面值) <adv>* <all>? (是|为|了|计|有)? <m:M>",
    "<adv>* (合计|合起来是|加起来是|合计是|加起来|总计|共|一共|一共是|一共有|共计) <m:M> (钱)?",
    cost=0.5,
)
def _takings(m: Amount) -> Meaning:
    return say.takes_in(m)
