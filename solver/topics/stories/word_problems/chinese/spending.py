"""Chinese clauses and questions about what is spent, paid once more or kept, and so much from each. See `word_problems.chart`."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.chinese.purchases import owner_of
from solver.topics.stories.word_problems.meanings import Amount, Meaning
from solver.topics.stories.word_problems.products import rate_of
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

# -- scenes without a number -----------------------------------------------------------------------

G.words("goes_on", *"卖 开 做 帮 参加 组织 举行 举办 看 玩 逛 进行 学 搞 开展 运 打扫 参观 采摘 去看 去玩 经营 准备买 想买 打算买".split())  # fmt: skip


@G.rule(
    "core",
    "<who>? <adv>* (在)? <goes_on> (了)? (一批|一些|一次)? (<noun>)? (活动|比赛)?",
    "<who> (帮|替|帮助) <noun> (卖|做|买) <noun>",
    "(在)? (一次|一场|这次|一节|某次)? <noun> (比赛|竞赛|活动|课|会|节|测试|测验) (中|上|里)",
    cost=0.9,
)
def _something_goes_on() -> Meaning:
    """ "陈奶奶卖菜", "篮球比赛中"."""
    return say.nothing


# -- spending --------------------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? <adv>* <x:spending> <comma>? <adv>* <PAY> (了)? <money_base>? <f:F>",
    "<a:who>? <adv>* <PAY> (了)? <money_base>? <f:F> <x:spending>",
    "<a:who>? <adv>* (用|拿|用去) <money_base> <f:F> <x:spending>",
    cost=0.2,
)
def _spends_share(f: Fraction, x: str, a: Who | None = None) -> Meaning:
    """ "买外套用去一半": of what he had at first, where nothing else was spent before."""

    def tell(story: Story) -> None:
        holder = story.who(owner_of(a))
        first = Key("money", holder, MONEY_ITEM, 0)
        if story.ledger.get((holder, MONEY_ITEM)) != 0:
            raise Unclear
        story.relate([(story.spend(owner_of(a), None, x), ONE), (first, -f)])

    return tell


G.alias(
    "money_base",
    "(所带|带的|带来的|全部|所有|总)? (的)? (钱|总钱数|钱数|零花钱) (数)? (的)? (总数)? (的)?",
    "(总数|总钱数|其中) (的)?",
)


@G.rule(
    "core",
    "<a:who>? <adv>* <x:spending> <adv>* <PAY> (了)? (一些|若干|一部分) (钱|元)?",
    "<a:who>? <adv>* <PAY> (了)? (一些|若干|一部分) (钱|元)? <x:spending>",
)
def _spends_some(x: str, a: Who | None = None) -> Meaning:
    """ "买书用去一些": how much is asked."""

    def tell(story: Story) -> None:
        story.spend(owner_of(a), None, x)

    return tell


@G.rule(
    "core",
    "<a:who>? (身上|手里|手中|口袋里)? <adv>* (还剩下|还剩|剩下|剩余|余下|剩|还有|还余) (了)? <m:M> (钱)?",
    cost=-0.1,
)
def _money_is_left(m: Amount, a: Who | None = None) -> Meaning:
    return say.has_left(owner_of(a), m)


@G.rule(
    "question",
    "<who>? <x:spending> <will>* <SPEND> (去|掉)? (了)? <how_much> <yuan>",
    "<who>? <SPEND> (去|掉)? (了)? <how_much> <yuan> <x:spending>",
    cost=-0.3,
)
def _spent_on(x: str) -> Question:
    """What was spent on one thing of several, or where that is not told."""

    def asking(story: Story) -> None:
        name = story.meet(x)
        costs = [p.cost for p in story.purchases if p.cost.item == name or p.lines == ((ONE, name),)]
        if len(costs) != 1 or costs[0] in story.known:
            raise Unclear
        story.ask(costs[0])

    return Question((asking,))


@G.rule(
    "question",
    "<who>? <will>* (再|另外再|又) (需|要|需要|应|得)? (付|花|给|付给|拿|交|支付|用) (了)? (<noun>)? <how_much> <yuan>",
    cost=-0.4,
)
def _paid_once_more() -> Question:
    """ "需要再付多少元": for what was bought last."""

    def asking(story: Story) -> None:
        if len(story.purchases) < 2 or story.tender is not None or story.purchases[-1].cost in story.known:
            raise Unclear
        story.ask(story.purchases[-1].cost)

    return Question((asking,))


# -- what is left is kept, or divided ----------------------------------------------------------------


@G.rule(
    "core",
    "<adv>* (把)? <REST> (的)? (钱)? <adv>* (全|都)* (存入|存进|存到|存|放进|放入|留作|作为) (了)? (银行|存款|储蓄|储蓄罐|存钱罐|零花钱|起来)? (里|中)?",
    cost=-0.2,
)
def _rest_is_kept() -> Meaning:
    """ "其余的全部存入银行": what is left."""

    def tell(story: Story) -> None:
        if not any(at for s, at in story.ledger.items() if s[1] == MONEY_ITEM):
            raise Unclear

    return tell


@G.rule(
    "question",
    "<a:who>? <will>* (存|存入|存进|存到|储蓄) (银行|储蓄罐|存钱罐)? (里)? (了)? <how_much> <yuan>",
    cost=-0.1,
)
def _kept(a: Who | None = None) -> Question:
    def asking(story: Story) -> None:
        if not {"余", "剩"} & story.vocabulary.keys() or story.incomes:
            raise Unclear
        ask.money_left(owner_of(a)).meanings[0](story)

    return Question((asking,))


@G.rule(
    "core",
    "<adv>* (把|将)? <REST> 的? 钱 <adv>* 平均 (分)? (存|用|花|分成|分给|捐给|分)? (给)? (了)? <n:N> <u:U> (<noun>)? (存|用|花)? (完)?",
    "<adv>* (把|将)? <REST> 的? 钱 <adv>* 平均 (分)? (存|用|花)? <n:N> <u:period>",
    cost=-0.3,
)
def _rest_shared(n: Fraction, u: str) -> Meaning:
    """ "剩下的钱平均存3个月"."""

    def tell(story: Story) -> None:
        slots = [s for s, at in story.ledger.items() if s[1] == MONEY_ITEM and at]
        story.relate(
            [(story.balance(the_only(slots)), ONE), (rate_of(story, u.removeprefix("个"), MONEY_ITEM), -n)]
        )

    return tell


@G.rule(
    "question",
    "(平均)? 每 <u:U> <noun>? <will>* (存|用|花|分得|分到|得到|得|可以用)? (了)? <how_much> <yuan>",
    "(平均)? 每 <u:period> <will>* (存|用|花|分得|得)? (了)? <how_much> <yuan>",
    cost=-0.3,
)
def _money_each(u: str) -> Question:
    def asking(story: Story) -> None:
        rate = story.per.get((u.removeprefix("个"), MONEY_ITEM))
        if rate is None or rate in story.known:
            raise Unclear
        story.ask(rate)

    return Question((asking,))


# -- so much from each -------------------------------------------------------------------------------


@G.rule(
    "core",
    "(<phrase>)? <comma>? <adv>* 每 <u:U> <noun>? <adv>* (交|付|捐|需要交|收|出|捐款|需|要交|需交|应交|需付|要付) (了)? (<noun>)? <m:M> (<noun>)?",
    cost=0.1,
)
def _each_pays(u: str, m: Amount) -> Meaning:
    """ "每人交车费15元"."""

    def tell(story: Story) -> None:
        say.note(story, m)
        story.define(rate_of(story, u, MONEY_ITEM), m.number)

    return tell


@G.rule(
    "question",
    "(<phrase>)? <will>* <all> <will>* (交|付|捐|收|捐款|收到|需|需要|收集|应付|应交|要付|要交)* (了)? (<noun>)? <how_much> <yuan>",
    cost=0.1,
)
def _all_pay() -> Question:
    def asking(story: Story) -> None:
        rates = [(u, k) for (u, item), k in story.per.items() if item == MONEY_ITEM and k in story.known]
        if len(rates) != 1 or story.purchases or story.priced:
            raise Unclear
        unit, rate = rates[0]
        key = the_only(
            [k for k in story.told if k.kind in ("count", "whole") and story.units.get(k.item) == unit]
        )
        value = story.value(rate)
        total = story.fresh("total", "", MONEY_ITEM)
        story.relate([(total, ONE), (key, -(value or ONE))])
        story.settle({rate})
        story.ask(total)

    return Question((asking,))


@G.rule(
    "question",
    "<l:list> (的钱)? <will>* (<all>|合起来|加起来|合在一起) (的)? (存|捐|有|攒|挣|存款|带了|带)* (了)? <how_much> <yuan>",
    cost=-0.3,
)
def _money_of_these(l: tuple[str, ...]) -> Question:  # noqa: E741
    """ "小东和小西一共有多少元"."""

    def asking(story: Story) -> None:
        slots = [(story.meet(x), MONEY_ITEM) for x in l]
        if any(slot not in story.ledger for slot in slots):
            raise Unclear
        story.ask_sum("total", [(story.balance(slot), ONE) for slot in slots])

    return Question((asking,))


# -- a discount in the question ------------------------------------------------------------------------


@G.rule(
    "question",
    "<qadv>* (打|按) <f:F> 折 (出售|销售|卖|卖出)? (后|以后|之后)? (的价格)? <comma>? <will>* (每 <U>|是|为|卖|售价|要|只)* <how_much> <yuan>",
    cost=-0.3,
)
def _at_discount(f: Fraction) -> Question:
    """ "打七五折后多少元"."""

    def asking(story: Story) -> None:
        say.reduced(f, Fraction(0))(story)
        ask.reduced_price().meanings[0](story)

    return Question((asking,))
