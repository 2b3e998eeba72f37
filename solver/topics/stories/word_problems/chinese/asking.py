"""Chinese questions about money and ages. See `word_problems.chart` for the notation."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.chinese.purchases import owner_of
from solver.topics.stories.word_problems.chinese.targets import how_many, target
from solver.topics.stories.word_problems.meanings import Bought, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Purchase, Unclear
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.settling import price_total
from solver.topics.stories.word_problems.story import MINUS, Story

G.words(
    "please",
    *(
        "问 求 请问 那么 则 那 请你算一算 问题是 求出 请 试求 算一算 你知道 请你 求一下 请你求出 "
        "计算 请求出 请计算 想一想"
    ).split(),
)
G.alias(
    "aside",
    "（ (答案|结果|得数|价格)? (用|写成|以|请用) 最简? 分数 (来)? (的)? (表示|形式|作答|写)? (结果|答案|价格|得数)? ）",
    "（ 先 (写|答|回答|填) (<name>|<face>) (的)? (<comma> (再|后) (写|答|回答|填) <name> (的)?)? ）",
    "（ (按|依) <list> 的? 顺序 (回答|作答|填写|写)? ）",
)
G.alias("clause", "(<please> (，|:|：)?)* (<qadv> (，)?)* <q:question> (呢)? (<aside>)?")
G.alias(
    "clause", "(<please> (，|:|：)?)* (促销|活动|店庆|打折|节日) 期间 (，)? <qadv>* <q:question>", cost=0.5
)


@G.rule("clause", "(<please> (，|:|：)?)* <a:who> (的|买的|家的)? <q:question> (呢)?", cost=1.5)
def _of_whom(a: Who, q: Question) -> Question:
    """ "小明每个苹果多少元": the one whose purchases they are is named once more."""

    def told_of(ask_it: Meaning) -> Meaning:
        def asking(story: Story) -> None:
            if a[0] is not None and a[0] not in {s[0] for s in story.ledger}:
                raise Unclear
            ask_it(story)

        return asking

    return Question(tuple(told_of(m) for m in q.meanings))


G.words(
    "need",
    *(
        "应 应该 应当 需要 需 要 会 能 可以 还 得 准备 至少 实际 最少 将 必须 仍 只 共需 共要 "
        "该 他们 她们 两人 我们 这 还能 还要 还需 还需要"
    ).split(),
)
G.alias("will", "<need>", "<qadv>", "<all>")
G.words("how_much", "多少", "几", "多少个")

# -- what is left, spent, given back ---------------------------------------------------------------

G.words(
    "REMAIN",
    *(
        "还剩下 还剩 剩下 剩余 余下 剩 还有 还会剩 还能剩下 还能剩 会剩下 还会剩下 能剩 能剩下 还余 "
        "还余下 还剩余 有"
    ).split(),
)
_AFTER = (
    "(买|付|花|用|付款|购物|结账)? (完|好|过)? 钱? (这些 <noun>?|它们|东西|这些东西)? (后|以后|之后|完) (，)?",
)
for _pattern in _AFTER:
    G.rule("after_that", _pattern)(lambda: "after")
G.rule("after_that", "(这时|现在|最后|此时|回家时|回到家时|到家时|离开时) (，)?")(lambda: "")


@G.rule(
    "question",
    "<p:after_that>? <a:who>? (身上|手里|手中|口袋里)? <will>* <REMAIN> (余|下|有)? (了)? (的钱)? (是)? <how_much> <yuan>",
    "<will>* (剩|剩余|剩下|余下) 的 钱 (是|有)? <how_much> (<yuan>)?",
    "<a:who> 的 钱 <will>* <REMAIN> <how_much> <yuan>",
    "<p:after_that>? <a:who>? <will>* <REMAIN> <how_much> (的)? <cash>",
    "<p:after_that>? (这笔|这些)? <cash> <will>* <REMAIN> (余|下)? (了)? <how_much> <yuan>",
)
def _left(a: Who | None = None, p: str = "") -> Question:
    """What is left; where nothing was spent it is not a question of this kind."""

    def asking(story: Story) -> None:
        if story.tender is None and not any(k.kind == "money" and k in story.known for k in story.known):
            handed_over(story)
        if (
            story.priced
            and not story.purchases
            or p
            and sum(at for s, at in story.ledger.items() if s[1] == MONEY_ITEM) > len(story.purchases)
        ):
            raise Unclear  # nothing was bought; or something came or went between, and "after that" is not now
        ask.money_left(owner_of(a)).meanings[0](story)

    return Question((asking,))


def handed_over(story: Story) -> None:
    """What was paid is what was handed over, where there is change: the amount said is not the price."""
    paid = [p for p in story.purchases if p.cost in story.known and p.lines]
    if len(paid) != 1 or len({p.owner for p in story.purchases}) > 1:
        return
    key = paid[0].cost
    told = next(r for r in story.relations if r.given and set(r.terms) == {key})
    story.relations = [r for r in story.relations if r is not told]
    story.known.discard(key)
    story.tender = story.fresh("tender", paid[0].owner)
    story.define(story.tender, told.constant / told.terms[key])


@G.rule(
    "question",
    "<a:who>? <will>* <REMAIN> <how_much> <yuan>",
    "<a:who> 的 <cash> <will>* (有|是) <how_much> <yuan>",
    cost=0.4,
)
def _now(a: Who | None = None) -> Question:
    return ask.money_now(owner_of(a))


@G.rule(
    "question",
    "<a:who>? <qadv>* (<origin>|带|带了|身上带) (有|带)? (了)? (<cash>)? <how_much> <yuan>",
)
def _first(a: Who | None = None) -> Question:
    return ask.money_first(owner_of(a))


G.words(
    "SPEND",
    *(
        "花 花了 付 用 用了 支付 花费 付款 花去 用去 付出 要花 要付 给 准备 交 花掉 需 要 收 "
        "付给 用掉 卖 收入 缴 付费"
    ).split(),
)


def _bill(story: Story, owner: str | None) -> None:
    if story.purchases:
        ask.spent(owner).meanings[0](story)
    elif story.incomes:
        ask.earned(owner).meanings[0](story)
    elif (
        len(story.priced) > 1
        and not story.vocabulary["每"]  # "25 yuan each": how many there are is not one
        and not any(s[1] != MONEY_ITEM for s in story.ledger)
    ):
        ask.all_priced().meanings[0](story)
    else:
        price_total(story)


@G.rule(
    "question",
    "<a:who>? <will>* <SPEND> (了|费)? <all>? <how_much> <yuan>",
    "<a:who>? <will>* <all> (是|为|要|需)? <how_much> <yuan>",
    "(<noun>)? (总价|总共的价钱|一共的价钱|总费用|总花费|总钱数|总价钱) (是|为)? <how_much> <yuan>?",
    "<a:who>? (买)? (这些|这) <x:noun> <will>* <SPEND> (了)? <how_much> <yuan>",
    "<a:who>? <will>* <SPEND> (了)? <how_much> (的)? (钱|费用)",
    "<after_that> <a:who>? <will>* <SPEND> (了)? <how_much> <yuan>",
)
def _spent(a: Who | None = None, x: str = "") -> Question:
    def asking(story: Story) -> None:
        if len(story.priced) > 1 and any((owner_of(a) or x).endswith(name) for name in story.priced):
            raise Unclear  # it is asked for one of several things
        _bill(story, owner_of(a))

    return Question((asking,))


G.words(
    "return_word",
    *"找回 找给 找 退回 找给他 找给她 找零 收回 退 找他 找她 退给 拿回 得到找零 找回零钱".split(),
)


@G.rule(
    "question",
    "(<who>)? <will>* <return_word> (<who>)? (了)? <how_much> <yuan>",
    "<who> <will>* (拿回|得到|收到) (找零)? <how_much> <yuan>",
    "<will>* 找零 (是)? <how_much> <yuan>",
    "(<who>)? <will>* <return_word> (<who>)? <how_much>",
)
def _change() -> Question:
    def asking(story: Story) -> None:
        if story.tender is None:
            handed_over(story)
        elif not story.purchases and len(story.priced) in (1, 2):
            story.buy(None, [(ONE, name) for name in story.priced])
        ask.change().meanings[0](story)

    return Question((asking,))


@G.rule(
    "question", "<a:who>? <will>* (差|缺|缺少|差了|再付|再给|再拿) (的)? <how_much> <yuan> (才能 <phrase>)?"
)
def _missing(a: Who | None = None) -> Question:
    def asking(story: Story) -> None:
        if story.tender is not None and story.purchases:
            story.ask_sum("missing", [*((p.cost, ONE) for p in story.purchases), (story.tender, MINUS)])
        else:
            ask.missing(owner_of(a)).meanings[0](story)

    return Question((asking,))


@G.rule(
    "question",
    "(<k:K> 人|他们|她们|他们 <k:K> 人) <will>* <all> (存|捐|有|攒|挣|捐款|存款|得)+ (了)? <how_much> <yuan>",
    "(<k:K> 个 (人|年级|班|班级|同学)|<noun> 俩|他们俩|她们俩|姐妹俩|兄弟俩|俩人) (的钱)? <will>* (<all>|合起来|加起来|合在一起) (存|捐|有|攒|挣|捐款|存款|得)* (了)? <how_much> <yuan>",
    cost=-0.3,
)
def _money_of_all(k: Fraction = Fraction(0)) -> Question:
    def asking(story: Story) -> None:
        if k and sum(slot[1] == MONEY_ITEM for slot in story.ledger) != k:
            raise Unclear
        ask.money_in_all().meanings[0](story)

    return Question((asking,))


# -- prices ----------------------------------------------------------------------------------------


@G.rule(
    "asked",
    "(买|玩|坐|吃)? ((每|一) (<U>|次))? <same>? <x:noun> (<price>)?",
    "<x:noun> (每|一) <U> (<price_word>)?",
    "<n:N> <U> <same>? <x:noun>",
    "((每|一) <U>)? <x:noun> 的 (<price_word>)?",
)
def _asked(x: str, n: Fraction | None = None) -> Thing:
    return Thing(x, number=n if n is not None else ONE)


G.rule("asked_list", "<a:asked>", "<a:asked> (和|与|、|，|及|以及|跟) <b:asked_list>")(
    lambda a, b=(): (a, *b)
)
G.words(
    "costing",
    *"是 要 卖 值 需 需要 为 应该是 要卖 分别是 各是 各 分别 分别为 各为 的".split(),
)


@G.rule(
    "question",
    "<t:asked_list> ((每|一) <U>)? (<costing>|<HOLD>)* (<price>)? (<costing>|<HOLD>)* <how_much> <yuan> ((一|每) <U>)?",
    "<t:asked_list> ((每|一) <U>)? <costing>* <price> <costing>* (<how_much>)?",
    "<price> (是|为)? <how_much> <yuan> <t:asked_list>",
    "(只)? 买 <t:asked_list> (各)? (要|需要|需) <how_much> <yuan>",
    "<price_word> (各|分别)* (是|为)? <how_much> <yuan>?",
)
def _price(t: tuple[Thing, ...] = ()) -> Question:
    """Prices; or how much money each of these has, where it is of them that something was told."""
    if not t:
        return ask.each_price()

    def asking(story: Story) -> None:
        if all(story.meet(x.name) in story.priced for x in t):
            ask.cost_of(t).meanings[0](story)
        elif any(x.number != 1 for x in t):
            raise Unclear
        elif len(story.priced) > 1 and not story.groups and all(x.name[-1:] == "票" for x in t):
            ask.cost_of(t).meanings[0](story)  # 成人票, where adults pay so much
        else:
            how_many(*(x.name for x in t)).meanings[0](story)

    return Question((asking,))


@G.rule(
    "question",
    "(买)? <t:asked_list> <will>* <all> <costing>* <SPEND>* <how_much> <yuan>",
    "(买)? <t:asked_list> <comma>? (各 (买)? 一 <U>)? (，)? <all> <SPEND>* <how_much> <yuan>",
    "<all> <SPEND>* <how_much> <yuan> <BUY> <t:asked_list>",
    "(只)? (买|要) <t:asked_list> <SPEND>* <how_much> <yuan>",
    "<t:asked_list> <price>? 的? (和|之和|总和|总价) 是? <how_much> <yuan>",
    cost=-0.2,
)
def _price_together(t: tuple[Thing, ...]) -> Question:
    def asking(story: Story) -> None:
        if len(t) == 1 and story.meet(t[0].name) not in story.priced:
            _bill(story, t[0].name)
        else:
            _cost_together(story, t)

    return Question((asking,))


def _cost_together(story: Story, things: tuple[Thing, ...]) -> None:
    """By their prices, or by what was spent on them."""
    spent = [[p.cost for p in story.purchases if _is_for(story, p, thing)] for thing in things]
    if len(things) > 1 and all(len(costs) == 1 for costs in spent) and len(things) == len(story.purchases):
        story.ask_sum("spent", [(costs[0], ONE) for costs in spent])
    else:
        ask.cost_of(things, together=True).meanings[0](story)


def _is_for(story: Story, purchase: Purchase, thing: Thing) -> bool:
    name = story.meet(thing.name)
    return thing.number == 1 and (purchase.cost.item == name or purchase.lines == ((ONE, name),))


@G.rule(
    "question",
    "<a:who>? (<BUY>)? <l:lines> <will>* <all>? <SPEND>* (是)? <how_much> <yuan>",
    "<a:who>? (用|按) (同样|相同) 的? 价格? <BUY> <l:lines> <will>* <SPEND>* <how_much> <yuan>",
    cost=-0.2,
)
def _price_of_lines(l: tuple[Bought, ...], a: Who | None = None) -> Question | None:  # noqa: E741
    if any(x.price is not None for x in l):
        return None
    things = tuple(Thing(x.name, number=x.number) for x in l)
    return Question((lambda story: _cost_together(story, things),))


@G.rule(
    "question", "<t:asked_list> <comma>? 各 买 <n:N> <U> <comma>? <will>* <all>? <SPEND>* <how_much> <yuan>"
)
def _some_of_each(t: tuple[Thing, ...], n: Fraction) -> Question:
    return ask.cost_of([Thing(x.name, number=n) for x in t], together=True)


@G.rule(
    "question",
    "(<BUY>)? 这 <k:K> (样|种|件) <noun>? <will>* <all>? <SPEND>* <how_much> <yuan>",
    "(这)? <k:K> (样|种|件) <noun>? <will>* 各 买 一 <U> <comma>? <will>* <all>? <SPEND>* <how_much> <yuan>",
    "(它们|<k:K> 样) <all> <SPEND>* <how_much> <yuan>",
    "<k:K> (样|种|件|本|个|双|瓶) (都|全都) <BUY> <comma>? <will>* <all>? <SPEND>* <how_much> <yuan>",
    "<BUY>? (这样)? (的)? (一|这) 套 <noun>? <will>* <all>? <SPEND>* <how_much> <yuan>",
)
def _all_priced(k: Fraction = Fraction(0)) -> Question:
    def asking(story: Story) -> None:
        if k and len(story.priced) != k:
            raise Unclear
        ask.all_priced().meanings[0](story)

    return Question((asking,))


@G.rule(
    "question",
    "(每|一)? (<U>)? (各|分别)* (<price>)? (各|分别) (是)? <how_much> <yuan>",
    "(这)? <K> (种|样|类) <noun>? (的)? (<price>)? (每 <U>)? (各|分别)+ (是|为)? <how_much> <yuan>",
    "(它们|两者)? 的? <price> (各|分别)* (是|为)? <how_much> <yuan>?",
    "它们 (每 <U>)? (各|分别) (是)? <how_much> <yuan>",
)
def _each_price() -> Question:
    return ask.each_price()


@G.rule(
    "question",
    "(买|坐|乘|乘坐)? ((一|每) <U>)? <a:thing> <does>? 比 (买|坐|乘|乘坐)? <b:thing> <more> (了)? <how_much> (<yuan>)",
    cost=-0.2,
)
def _dearer(a: Thing, b: Thing) -> Question:
    return _money_difference(a, b, 1)


@G.rule(
    "question",
    "(买|坐|乘|乘坐)? ((一|每) <U>)? <a:thing> <does>? 比 (买|坐|乘|乘坐)? <b:thing> <less> (了)? <how_much> (<yuan>)",
    cost=-0.2,
)
def _cheaper(a: Thing, b: Thing) -> Question:
    return _money_difference(a, b, -1)


def _money_difference(a: Thing, b: Thing, sign: int) -> Question:
    def asking(story: Story) -> None:
        if all(story.meet(x.name) in story.priced for x in (a, b)):
            ask.how_many_more([a], [b], "price", sign).meanings[0](story)
        elif all(x.number == 1 and not x.role and not x.kind for x in (a, b)):
            story.ask_sum(
                "difference",
                [
                    (target(story, a.name, a.owner or ""), ONE * sign),
                    (target(story, b.name, b.owner or ""), MINUS * sign),
                ],
            )
        else:
            raise Unclear

    return Question((asking,))
