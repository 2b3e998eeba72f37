"""Chinese clauses and questions about offers (buy five, get one; the second at half price) and prices that follow from a pack. See `word_problems.chart`."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.chinese.purchases import owner_of
from solver.topics.stories.word_problems.meanings import Amount, Bought, Meaning
from solver.topics.stories.word_problems.products import rate_of
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import MINUS, Story

# -- buy so many, get so many; the second at half price ----------------------------------------------

for _value, _digit in enumerate("一二三四五六七八九十", 1):
    G.words("digit", _digit, value=Fraction(_value))
G.words("digit", "两", value=Fraction(2))
G.rule("so_many", "<n:digit>", "<n:N>")(lambda n: n)
_SETS, _PAID = Key("count", "", "组数"), Key("count", "", "付钱的个数")
_SET, _OF_SET = Key("offer", "", "每组个数"), Key("offer", "", "每组付钱个数")


@G.rule(
    "core",
    '(<x:noun>)? <adv>* (正在)? (<promotion>)? (搞|做|举行|推出|实行|开展)? (“|"|‘)? (每)? 买 <a:so_many> (<U>)? (就)? (赠送|赠|送) <b:so_many> (<U>)? (”|"|’)? (的)? (<promotion>|销售)? (活动)?',
    cost=-0.3,
)
def _buy_and_get(a: Fraction, b: Fraction, x: str = "") -> Meaning:
    """ "买五送一": of each six, five are paid."""

    def tell(story: Story) -> None:
        if x and not story.item:
            story.item = story.meet(x)
        _offer(story, a + b, a)

    return tell


@G.rule("core", "(<noun>)? <adv>* 第 二 <U> (半价|打 <f:F> 折|按 半价 (出售)?)", cost=-0.3)
def _second_reduced(f: Fraction = Fraction(1, 2)) -> Meaning:
    """ "第二杯半价": of each two, one and a half are paid."""
    return lambda story: _offer(story, Fraction(2), 1 + f)


def _offer(story: Story, size: Fraction, paid: Fraction) -> None:
    story.define(_SET, size)
    story.define(_OF_SET, paid)


@G.rule("core", "<noun>? <promotion>", cost=0.5)
def _is_on() -> Meaning:
    return say.nothing


@G.rule("core", "<a:who>? <adv>* (需要|要|要拿|想要|要买|想买) <line:line> (回家|回去)?", cost=0.5)
def _needs(line: Bought, a: Who | None = None) -> Meaning | None:
    def tell(story: Story) -> None:
        if _SET not in story.known:
            raise Unclear
        say.buys(owner_of(a), [line])(story)

    return tell


@G.rule("question", "<who>? <will>* (<SPEND>|<PAY>)+ (了)? <how_much> <yuan>", cost=0.1)
def _paid_with_offer() -> Question:
    """What so many cost, where they make up whole sets of the offer."""

    def asking(story: Story) -> None:
        if _SET not in story.known or len(story.purchases) != 1 or len(story.purchases[0].lines) != 1:
            raise Unclear
        number, name = story.purchases[0].lines[0]
        size, paid = story.value(_SET), story.value(_OF_SET)
        price = Key("price", "", name)
        value = story.value(price)
        if not size or not paid or value is None or (number / size).denominator != 1:
            raise Unclear
        before = story.purchases[0].cost
        story.relations = [r for r in story.relations if before not in r.terms]
        story.relate([(_SETS, size)], number)
        story.relate([(_PAID, ONE), (_SETS, -paid)])
        total = story.fresh("spent")
        story.relate([(total, ONE), (_PAID, -value)])
        story.settle({price, _SET, _OF_SET})
        story.ask(total)

    return Question((asking,))


# -- the price of one in a pack ------------------------------------------------------------------------


@G.rule(
    "core",
    "(一|每|1)? <u:U> <x:noun> (里)? (有|装|装有|里有|共有|是) <k:N> <w:U> <comma> <adv>* (售价|价格|共|一共|卖|要|标价|定价|总价|是|为|需要|需)* <m:M>",
    cost=-0.2,
)
def _pack_costs(u: str, x: str, k: Fraction, w: str, m: Amount) -> Meaning | None:
    """ "一箱牛奶有24盒，售价72元": what one of them costs follows."""
    if u == w:
        return None

    def tell(story: Story) -> None:
        if story.priced:
            raise Unclear
        say.note(story, m)
        story.meet(x)
        story.relate([(rate_of(story, w, MONEY_ITEM), k)], m.number)

    return tell


# -- what was spent for one thing more than for another --------------------------------------------------


@G.rule(
    "question",
    "(买)? <a:noun> (的钱)? 比 (买)? <b:noun> (的钱)? (<s:sign>|多|少) (花|用|付|支付|花费|用去) (了|去)? <how_much> <yuan>",
    cost=-0.4,
)
def _spent_more(a: str, b: str, s: int = 1) -> Question:
    """ "买篮球比买羽毛球拍多花多少钱"."""

    def asking(story: Story) -> None:
        costs = []
        for name in (story.meet(a), story.meet(b)):
            found = [
                p.cost for p in story.purchases if [x for _, x in p.lines] == [name] or p.cost.item == name
            ]
            costs.append(the_only(found))
        first, second = costs
        values = [story.value(k) for k in costs]
        sign = ONE if None in values or values[0] > values[1] else MINUS  # type: ignore[operator]
        story.ask_sum("difference", [(first, sign), (second, -sign)])

    return Question((asking,))


# -- what is spent on what is no thing ---------------------------------------------------------------------

_EXPENSES = ("费", "租", "餐", "饭", "贷", "票", "税", "水电")


@G.rule("core", "<x:noun> <adv>* (用去|花去|花了|用了|花掉|用掉|花费|支出|用|花) (了)? <m:M>", cost=0.1)
def _expense(x: str, m: Amount) -> Meaning | None:
    """ "房租用去1500元"."""
    return say.spends(None, m, x) if x.endswith(_EXPENSES) else None


@G.rule("core", "<a:who>? <adv>* (有|带了|攒了|存了|带着|拿了) (了)? (一些|若干|一笔|一点) <cash>", cost=-0.2)
def _has_some_money(a: Who | None = None) -> Meaning:
    """ "原来有一些零花钱": how much is asked."""
    return say.has_some(owner_of(a), MONEY_ITEM)
