"""Chinese clauses and questions about saving by the day, offers, so many of each, proportions and sharing out. See `word_problems.chart`."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.chinese.moving import holding
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.chinese.purchases import owner_of
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.stories.word_problems.products import rate_of
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import MINUS, Story

# -- money by the day ------------------------------------------------------------------------------

G.words("EARN", *"存 存了 攒 攒了 挣 挣了 赚 赚了 节约 省 省下 节省 收入 积攒 可挣 能挣 可赚 能赚 得 可得 挣得 工资是 的工资是 的工钱是 工钱是 存钱".split())  # fmt: skip
G.words("WORKED", *"存 存了 攒 攒了 工作 工作了 干了 做了 连续存了 坚持了 坚持 打工 打了 攒够了 共工作了 一共工作了 共存了 一共存了 劳动了 上班".split())  # fmt: skip


@G.rule(
    "core",
    "<a:who>? <adv>* 每 <p:period> <EARN> (了)? <m:M> (钱)? <comma>? <adv>* <WORKED> (了)? <n:N> <q:period>",
    "<a:who>? <adv>* <WORKED> (了)? <n:N> <q:period> <comma>? <adv>* 每 <p:period> <EARN> (了)? <m:M>",
    cost=-0.3,
)
def _earns(p: str, q: str, m: Amount, n: Fraction, a: Who | None = None) -> Meaning | None:
    if p.removeprefix("个") != q.removeprefix("个"):
        return None
    return say.earns(owner_of(a), [Bought(n, p, m)])


@G.rule(
    "core",
    "<a:noun> <adv>* (带|带了|有|存|存了|攒|攒了|剩下)? (的)? <cash> (数)? (是)? <c:compared>",
    "<a:noun> (的)? <cash> <adv>* <c:compared>",
    cost=-0.4,
)
def _money_compared(a: str, c: Compared) -> Meaning:
    """ "小明带的钱比小亮多16元"."""
    return say.has_compared(a, MONEY_ITEM, c)


# -- so many of each -------------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? <adv>* (把|将)? (这)? <k:K> (种|样) <noun>? <comma>? <adv>* 各 <BUY> (了)? <n:N> <U>",
    "<a:who>? <adv>* (<noun>)? 各 <BUY> (了)? <n:N> <U>",
)
def _buys_of_each(n: Fraction, a: Who | None = None, k: Fraction = Fraction(0)) -> Meaning:
    def tell(story: Story) -> None:
        if len(story.priced) < 2 or k and len(story.priced) != k or story.purchases:
            raise Unclear
        story.buy(owner_of(a), [(n, item) for item in story.priced])

    return tell


@G.rule(
    "question",
    "(这)? <K> (种|样) <noun>? (的)? (各|分别) (<BUY>|<did>|<HOLD>)* (了)? <how_much> <U>",
    "(这)? <K> (种|样) <noun>? <comma>? (<who>)? (各|分别) (<BUY>|<did>|<HOLD>)* (了)? <how_much> <U>",
    cost=-0.2,
)
def _how_many_of_each() -> Question:
    return ask.each_part()


@G.rule(
    "question",
    "<t:asked_list> (每 <period>)? (各|分别)* (可以|能|可)? (<holds>|<did>|<HOLD>)* (<noun>)? <how_much> <u:U> (<noun>)?",
    cost=-0.1,
)
def _each_of_these(t: tuple[Thing, ...], u: str) -> Question:
    """ "1袋大米、1袋面粉各重多少千克": how much one of each has."""
    return ask.each_rate(t, u)


# -- packs -----------------------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? <adv>* (<BUY>|<HAS>|<GAIN>) (了)? <n:N> <u:U> <same>? <x:noun> <comma> <adv>* (平均)? 每 <v:U> (有|装|装有|是|里有)? <k:N> <w:U>",
    cost=-0.3,
)
def _packs(n: Fraction, u: str, x: str, v: str, k: Fraction, w: str, a: Who | None = None) -> Meaning | None:
    """ "买了15盒粉笔，每盒24支": so many, counted in the smaller unit from now on."""
    if u != v or u == w:
        return None
    return say.has_packs(owner_of(a) if a else None, n, u, Amount(k, x), small_unit=w)


# -- prices that change ----------------------------------------------------------------------------


@G.rule("core", "<adv>* (再|又) (减|优惠|便宜|降价|降|减去|立减|返|返还|少收|降低) (了)? <m:M>", cost=-0.5)
def _and_so_much_off(m: Amount) -> Meaning:
    return say.reduced(ONE, m.number)


@G.rule(
    "question",
    "(这|每|一)? (<U>)? (<noun>)? (的)? (现价|现在的价格|现在的售价|现在售价|现在价格|实际售价|打折后的价格|折后价|优惠后的价格|降价后的价格|降价后的售价|现售价|促销价|打折后的售价|打折后) (是|为|每 <U>|卖)* <how_much> <yuan>?",
    "(现在)? 买 (这|一)? (<U>)? <noun>? (只)? (需|要|需要|应|得|花)* (付|花)? <how_much> <yuan>",
    "(现在|打折后|降价后|优惠后) (每 <U>)? (卖|售|售价)? (是|为)? <how_much> <yuan>",
    cost=-0.1,
)
def _reduced_price() -> Question:
    return ask.reduced_price()


# -- what is left is spent, or done in so many days -------------------------------------------------


@G.rule(
    "core",
    "<adv>* (<REST>) 的 钱 <adv>* (正好|刚好|恰好|可以|能|够|全部|都|用来)* <BUY> (了)? <n:N> <u:U> <same>* <x:noun>",
    "<adv>* (用)? (<REST>) 的 钱 <adv>* <BUY> (了)? <n:N> <u:U> <same>* <x:noun> <comma> (正好|刚好|恰好) (用完|花完)",
    cost=-0.3,
)
def _rest_buys(n: Fraction, u: str, x: str) -> Meaning:
    """What is left is just enough for so many of one thing."""

    def tell(story: Story) -> None:
        say.buys(None, [Bought(n, x)])(story)
        story.note_unit(story.meet(x), u)
        slot = (story.owner, MONEY_ITEM)
        story.relate([(story.balance(slot), ONE)], 0, given=False)

    return tell


@G.rule(
    "core", "<a:who>? <adv>* 前 <n:N> <p:period> (平均)? 每 <q:period> <v:did> (了)? <k:N> <u:U>", cost=-0.3
)
def _first_days(
    n: Fraction, p: str, q: str, v: str, k: Fraction, u: str, a: Who | None = None
) -> Meaning | None:
    """ "前3天每天看28页": a part of the whole."""
    if p != q:
        return None

    def tell(story: Story) -> None:
        group = story.only_group()
        story.note_unit(group.noun, u)
        part = story.member(group, v)
        group.shared = True
        rate = Key("rate", "", p)
        story.define(rate, k)
        story.relate([(story.speak(part), ONE), (rate, -n)])

    return tell


@G.rule(
    "core",
    "<adv>* (<REST>) 的 (<noun>)? (<noun>)? <adv>* (要|准备|打算|计划|用|在|需)* <n:N> <p:period> (内)? <adv>* <did> (完|完成)?",
    "<adv>* (<REST>) 的 (<noun>)? <adv>* (平均)? (分|用)? <n:N> <p:period> <did> (完|完成)",
    cost=-0.2,
)
def _rest_in_days(n: Fraction, p: str) -> Meaning:
    def tell(story: Story) -> None:
        group = story.only_group()
        left = story.left_over(group)
        rest = story.fresh("rest", "", group.noun)
        story.relate([(rest, ONE), *((key, -c) for key, c in left)], given=False)
        story.relate([(rest, ONE), (rate_of(story, p, group.noun), -n)])

    return tell


@G.rule(
    "question",
    "<qadv>* (平均)? 每 <p:period> <will>* (<did>)? (<how_much>) <u:U> (<noun>)?",
    cost=-0.3,
)
def _how_many_a_day(p: str, u: str) -> Question:
    def asking(story: Story) -> None:
        keys = [k for (container, _), k in story.per.items() if container == p and k not in story.known]
        story.ask(the_only(keys))

    return Question((asking,))


# -- proportions -----------------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? <adv>* (用)? <n:N> <p:period> (可以|能|可|共|一共)* <v:did> (了)? <k:N> <u:U> (<noun>)?",
    cost=0.3,
)
def _pace(n: Fraction, p: str, v: str, k: Fraction, u: str, a: Who | None = None) -> Meaning:
    """ "3小时行驶210千米": so much in each."""

    def tell(story: Story) -> None:
        if story.groups or any(story.ledger):
            raise Unclear
        rate = rate_of(story, p, u)
        story.relate([(rate, n)], k)
        story.units[u] = u

    return tell


G.alias(
    "at_this_pace",
    "(照|按|按照|以) (这样的|这个|这样|同样的|此) (速度|效率|进度)? (计算|算|来算|行驶|走)? <comma>?",
    "(照这样|照这样计算|照此速度|照这样算) <comma>?",
)


@G.rule(
    "question",
    "<at_this_pace>? (<who>)? (要|用|再)? <n:N> <p:period> <will>* (<did>)? (了)? <how_much> <u:U>",
    cost=-0.2,
)
def _how_far(n: Fraction, p: str, u: str) -> Question:
    def asking(story: Story) -> None:
        rate = story.per.get((p, u))
        if rate is None or len(story.per) != 1:
            raise Unclear
        story.ask_sum("total", [(rate, n)])

    return Question((asking,))


@G.rule(
    "question",
    "<at_this_pace>? (<who>)? <did> <n:N> <u:U> (<noun>)? <will>* (用|花)? <how_much> <p:period>",
    cost=-0.2,
)
def _how_long(n: Fraction, u: str, p: str) -> Question:
    def asking(story: Story) -> None:
        rate = story.per.get((p, u))
        value = story.value(rate) if rate is not None else None
        if rate is None or not value or len(story.per) != 1:
            raise Unclear
        key = story.fresh("times")
        story.relate([(key, value)], n)
        story.settle({rate})
        story.ask(key)

    return Question((asking,))


# -- angles ----------------------------------------------------------------------------------------

_ANGLES = ("最小的角", "中间的角", "最大的角")
G.words("angle_name", "最大的角", "最大角", "最大的内角", "最大内角", "最大的一个角", value=_ANGLES[2])
G.words("angle_name", "最小的角", "最小角", "最小的内角", "最小内角", "最小的一个角", value=_ANGLES[0])


@G.rule(
    "core",
    "(在)? (一个|某个|一 个)? 三角形 (的|中|中的)? (，)? 三 (个)? 内? 角 (的)? (度数|大小)? (的|之)? (比|比例)? (之比)? (是|为) <r:ratio>",
    cost=-0.5,
)
def _angles(r: tuple[Fraction, ...]) -> Meaning | None:
    """The angles of a triangle add up to 180°."""
    if len(r) != 3 or len(set(r)) != 3:
        return None

    def tell(story: Story) -> None:
        group = story.group(Key("whole", "", "内角和"), _ANGLES)
        story.relate([(group.whole, ONE)], 180, given=False)
        story.ratio(group.members, sorted(r))

    return tell


@G.rule(
    "question", "(这个)? (三角形)? (的|中)? <x:angle_name> (的)? (度数)? (是|为)? <how_much> 度?", cost=-0.3
)
def _angle(x: str) -> Question:
    return ask.how_many(x)


# -- sharing by a ratio, giving until both have as many ----------------------------------------------


@G.rule(
    "core",
    "<l:list> (<K> 人|<K> 家|<K> 户)? (合租|合买|合伙|合资|共同|合作|一起|合乘|拼车)* <phrase>? <comma> (<noun>)? <adv>* (共|一共|总共|是|为|共计)* <m:M> <comma> (按|按照) <r:ratio> (的比例|的比)? (分摊|分配|分担|分|支付|付款|出资|平摊|来分)",
    cost=-0.5,
)
def _shares_cost(l: tuple[str, ...], m: Amount, r: tuple[Fraction, ...]) -> Meaning | None:  # noqa: E741
    return say.whole(m, "", l, r, by_owner=True) if len(l) == len(r) else None


@G.rule(
    "question",
    "(如果|若)? <a:noun> (给|送给|借给|分给) (了)? <b:noun> <how_much> (<yuan>|<u:U>) (<noun>)? (后|以后|之后|时)? <comma>? <as_many>",
    cost=-0.5,
)
def _how_much_to_give(a: str, b: str, u: str = "") -> Question:
    """Half the difference goes from one to the other."""

    def asking(story: Story) -> None:
        money = not u
        giver, taker = holding(story, a, money=money), holding(story, b, money=money)
        if giver == taker:
            raise Unclear
        moved = story.fresh("moved")
        story.relate([(story.balance(giver), ONE), (story.balance(taker), MINUS), (moved, Fraction(-2))])
        story.ask(moved)

    return Question((asking,))


# -- stamps and coins that cost so much in all -------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? <adv>* (用|花|花了|用了) <m:M> <BUY> (了)? (面值)? (分别)? (为|是)? <c:coins_of>",
    cost=-0.3,
)
def _buys_coins(m: Amount, c: Meaning, a: Who | None = None) -> Meaning:
    return say.telling(c, say.takes_in(m))
