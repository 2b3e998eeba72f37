"""Chinese clauses and questions about selling: what comes in at one time or another, by so many at a price, and profit. See `word_problems.chart`."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.chinese.comparing import comparisons
from solver.topics.stories.word_problems.chinese.phrases import DAY_WORDS, G, Who
from solver.topics.stories.word_problems.chinese.purchases import owner_of
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Group, Key, Unclear
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import MINUS, Story

# -- what comes in at a time -----------------------------------------------------------------------

G.words("TAKE_IN", *"收入 卖得 卖了 卖 收到 收款 挣 挣了 挣得 赚 赚了 卖出 营业额是 营业额为 营业额 营业收入 进账 得款 售得 赚到 的收入是 收入是 收入为 存 存了 存入 攒了 捐了 捐款 捐 销售额是 销售额为 销售额 节约 花了 用了 花 用去 花去 支出 用 花掉".split())  # fmt: skip
G.words("money_word", *"钱 收入 营业额 零花钱 钱数 销售额 支出 数".split())


def _is_time(name: str) -> bool:
    return name in DAY_WORDS or name.startswith("第")


@G.rule("core", "<who>? <t:time> <adv>* (<all>)? <TAKE_IN> (了)? <m:M> (钱)?", cost=0.1)
def _takes_in_then(t: str, m: Amount) -> Meaning:
    """ "上午收入136元": money of its own, by the time."""

    def tell(story: Story) -> None:
        if story.groups or story.purchases or story.priced:
            raise Unclear
        say.note(story, m)
        story.define(story.balance((story.meet(t), MONEY_ITEM)), m.number)

    return tell


@G.rule("then_base", "<t:time> <TAKE_IN>? (了)? (的)? <money_word>?")
def _then_base(t: str) -> tuple[Thing, ...]:
    return (Thing("", t, kind="money"),)


comparisons("then_compared", "then_base")


@G.rule(
    "core", "<who>? <t:time> <adv>* <TAKE_IN>? (了)? (的)? <money_word>? <adv>* <c:then_compared>", cost=-0.1
)
def _takes_in_compared(t: str, c: Compared) -> Meaning:
    """ "下午比上午少收入28元"."""

    def tell(story: Story) -> None:
        base = story.meet(c.base[0].owner or "")
        if (base, MONEY_ITEM) not in story.ledger or c.item not in ("", MONEY_ITEM) or c.plus and not c.item:
            raise Unclear
        key, other = story.balance((story.meet(t), MONEY_ITEM)), story.balance((base, MONEY_ITEM))
        story.equate([(key, ONE)], [(other, c.times)], c.plus)

    return tell


G.alias(
    "all_time",
    "(这)? (<K>|一|这|整|几)? (天|周|个月|年|个季度|个星期|次) (里|内|下来|中)?",
    "(全年|全天|一整天|整天|全周|全月)",
    "<time> (和|与|、) <time>",
)


@G.rule(
    "question",
    "<who>? <all_time>? <who>? <will>* <all> <TAKE_IN> (了|到)? <how_much> <yuan>",
    "<who>? <all_time> <who>? <will>* <TAKE_IN> (了)? <how_much> <yuan>",
    "<all_time> (的)? <all> (的)? <money_word> (是|有)? <how_much> <yuan>",
    cost=-0.3,
)
def _taken_in() -> Question:
    """What came in at all times together, by sales at a price, or by so many in parts at one price."""

    def asking(story: Story) -> None:
        holders = [s[0] for s in story.ledger if s[1] == MONEY_ITEM]
        if len(holders) > 1 and all(map(_is_time, holders)):
            ask.money_in_all().meanings[0](story)
        elif story.incomes and not story.purchases:
            ask.earned().meanings[0](story)
        else:
            _parts_at_a_price(story)

    return Question((asking,))


def _parts_at_a_price(story: Story) -> None:
    """So many in the morning and so many in the afternoon, each at the only price."""
    if len(story.priced) != 1 or len(story.groups) != 1 or story.purchases or story.incomes:
        raise Unclear
    group, price = story.groups[0], Key("price", "", story.priced[0])
    value = story.value(price)
    if value is None or not all(_is_time(m.item) for m in group.members) or not _same(story, group, price):
        raise Unclear
    income = story.fresh("income")
    if group.implied and len(group.members) > 1 and not group.closed:
        story.relate([(income, ONE), *((m, -value) for m in group.members)])
    elif group.closed:
        story.relate([(income, ONE), (group.whole, -value)])
    else:
        raise Unclear
    story.settle({price})
    story.ask(income)


def _same(story: Story, group: Group, price: Key) -> bool:
    noun = story.words(group.noun)
    return not noun or bool(noun & story.words(price.item)) or story.units.get(group.noun) == price.item


@G.rule("core", "(每|一) <u:U> <adv>* (卖|售价|价格|售|单价)* <is>? <m:M>", cost=0.3)
def _each_part_costs(u: str, m: Amount) -> Meaning:
    """ "每份1.5元", where so many were sold at one time and another."""

    def tell(story: Story) -> None:
        group = story.groups[-1] if story.groups else None
        if group is None or not group.implied or story.priced or story.vocabulary[u] < len(group.members) + 1:
            raise Unclear
        say.note(story, m)
        story.define(story.rate(group.noun or u), m.number)

    return tell


# -- selling things --------------------------------------------------------------------------------

G.words("SELL", *"卖了 卖出 卖 售出 卖掉 卖出了 又卖了 又卖出 卖掉了 出售了".split())


@G.rule("core", "<a:who>? <adv>* <SELL> (了)? <l:lines>", cost=0.5)
def _sells(l: tuple[Bought, ...], a: Who | None = None) -> Meaning | None:  # noqa: E741
    """ "卖了3头猪，每头1600元"."""
    if any(x.number == 0 for x in l):
        return None

    def tell(story: Story) -> None:
        names = {story.meet(x.name) for x in l}
        if story.groups or any(s[1] in names for s in story.ledger):
            raise Unclear  # of a stock
        if story.priced and not any(x.price or story.meet(x.name) in story.priced for x in l):
            raise Unclear  # tickets of two prices
        for line in l:
            for meaning in line.told:
                meaning(story)
        story.item = story.meet(l[-1].name)
        say.sells(owner_of(a), l)(story)

    return tell


# -- profit ----------------------------------------------------------------------------------------

_PAID: Final = Key("price", "", "进价")
_TAKEN: Final = Key("price", "", "售价")
G.words("paid_word", *"进价 成本 成本价 进货价 进货价格 的进价 的成本 成本费 买入价".split())
G.words("taken_word", *"售价 卖价 零售价 卖 的售价 售 定价 出售价 以 按".split())


@G.rule("core", "(<noun>)? ((每|一) <U>)? (<noun>)? (的)? <paid_word> ((每|一) <U>)? <is>? <m:M>", cost=-0.4)
def _was_bought_for(m: Amount) -> Meaning:
    """ "一件衬衣进价80元"."""

    def tell(story: Story) -> None:
        say.note(story, m)
        story.define(_PAID, m.number)

    return tell


@G.rule(
    "core",
    "<adv>* ((每|一) <u:U>)? (<noun>)? (的)? <taken_word> (每 <u:U>)? <is>? <m:M> ((每|一) <U>)? (的价格|的单价|的价钱)? (卖出|出售|售出|卖)?",
    cost=-0.1,
)
def _is_sold_for(m: Amount, u: str = "") -> Meaning:
    """ "售价125元", where what it cost the seller was told."""

    def tell(story: Story) -> None:
        if _PAID not in story.known and not (
            len(story.purchases) == 1
            and len(story.purchases[0].lines) == 1
            and story.purchases[0].cost in story.known
        ):
            raise Unclear
        say.note(story, m)
        story.define(_TAKEN, m.number)

    return tell


@G.rule(
    "core",
    "<adv>* (如果|若)? (全部|都|全|所有的)+ (卖完|卖出|售完|售出|卖掉|卖出去|卖光)",
    "<adv>* (全部|都|全)? (卖完|售完|卖光) (后|以后|之后)?",
    "<adv>* (卖出|卖了|售出|卖掉|购进|进了|共卖出|一共卖出) (了)? (这种|这样的|同样的)? <n:N> <u:U> (这种|这样的)? (<noun>)?",
    cost=0.3,
)
def _are_sold(n: Fraction = Fraction(0), u: str = "") -> Meaning:
    """So many are sold, or all that were bought."""

    def tell(story: Story) -> None:
        if _TAKEN not in story.known:
            raise Unclear
        if n:
            if _PAID not in story.known:
                raise Unclear
            key = Key("count", "", "售出")
            story.units[key.item] = u
            story.define(key, n)
            return
        if story.incomes:
            raise Unclear
        ((number, _),) = story.purchases[0].lines if len(story.purchases) == 1 else ((None, ""),)
        if number is None:
            raise Unclear
        income = story.fresh("income")
        story.relate([(income, ONE), (_TAKEN, -number)])
        story.incomes.append(income)

    return tell


@G.rule(
    "question",
    "(<who>|<all>|<will>|<all_time>|(卖|卖出)? (每|一) <U> (<noun>)?)* (卖)? (赚|获利|盈利|赚得|赚到|赚取|获利润|得利润) (了)? (利润)? <how_much> (<yuan>)? (的利润|利润)?",
    "(<noun>)? (的|总)? 利润 (是|有|为|共|一共)* <how_much> <yuan>",
    cost=-0.3,
)
def _profit() -> Question:
    """What was taken in, less what was paid: for one, or for all that were sold."""

    def asking(story: Story) -> None:
        if story.incomes:
            ask.profit().meanings[0](story)
            return
        if not {_PAID, _TAKEN} <= story.known:
            raise Unclear
        sold = Key("count", "", "售出")
        number = story.value(sold)
        if number is None:
            story.ask_sum("profit", [(_TAKEN, ONE), (_PAID, MINUS)])
            return
        each, total = story.fresh("profit"), story.fresh("profit")
        story.relate([(each, ONE), (_TAKEN, MINUS), (_PAID, ONE)], given=False)
        story.relate([(total, ONE), (each, -number)])
        story.settle({sold})
        story.ask(total)

    return Question((asking,))
