"""Chinese clauses about errands: prices told as what buying costs, money taken along, one of each. See `word_problems.chart`."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.chinese.phrases import G, Who
from solver.topics.stories.word_problems.chinese.purchases import has_money, owner_of
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Meaning, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

# -- what buying one costs is its price ------------------------------------------------------------


@G.rule(
    "core",
    "<noun>? 买 (一 <U>)? <x:noun> (要|需要|需|得|要花|需花|要用) <m:M>",
    "<noun>? 买 一 <U> <x:noun> (花了|花|用了|用去了|用去|用) <m:M>",
    cost=0.4,
)
def _price_of_buying(x: str, m: Amount) -> Meaning:
    """ "买一个排球要35元": its price, where what is bought is told later. Not "买鱼花了36元", which may be several."""
    return say.is_amount([Thing(x, kind="price")], m, "price")


@G.rule(
    "core",
    "<noun>? 买 (一 <U>)? <x:noun> 比 (买)? (一 <U>)? <y:noun> <s:sign> <m:M>",
    "<noun>? 买 (一 <U>)? <x:noun> (要|需要)? 比 (买)? (一 <U>)? <y:noun> <s:sign> <m:M>",
    cost=0.4,
)
def _prices_of_buying(x: str, y: str, s: int, m: Amount) -> Meaning:
    def tell(story: Story) -> None:
        if story.meet(y) not in story.priced:
            raise Unclear
        base = (Thing(y, kind="price"),)
        say.is_compared(
            [Thing(x, kind="price")], Compared(ONE, s * m.number, base, MONEY_ITEM, m.unit), "price"
        )(story)

    return tell


@G.rule("core", "<adv>* 比 (买)? (一 <U>)? <x:noun> <s:sign> <m:M>", cost=0.2)
def _more_than_new(x: str, s: int, m: Amount) -> Meaning:
    """ "买一本字典花了45元，比买一个笔记本多花38元": what was spent last, by what is spent on another thing."""

    def tell(story: Story) -> None:
        name = story.meet(x)
        last = story.purchases[-1] if story.purchases else None
        bought = {n for p in story.purchases for n in (p.cost.item, *(item for _, item in p.lines))}
        if last is None or story.last is None or name in bought or name in story.priced:
            raise Unclear
        if last.cost not in story.known and not any(last.cost in r.terms for r in story.relations):
            raise Unclear
        say.note(story, m)
        other = story.spend(None, None, x)
        story.equate([(last.cost, ONE)], [(other, ONE)], s * m.number)

    return tell


# -- money taken along -----------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? <adv>* (带|带了|带着|身上带了|身上带着|带去|拿了|拿着) (了)? <m:M> (的)? <cash>?",
    cost=0.3,
)
def _brought(m: Amount, a: Who | None = None) -> Meaning | None:
    """ "她带了100元", told behind what she bought: what she had before."""
    if a is not None and len(a) > 1:
        return None

    def later(story: Story, holder: str) -> bool:
        own = [p for p in story.purchases if p.owner == holder]
        return story.ledger.get((holder, MONEY_ITEM), 0) > len(own)

    return say.starts_with_money(owner_of(a), m, later=later)


G.words("TAKING", *"拿出 拿出了 拿出一张 取出 掏出 掏出了 用 拿 拿了 带 带了 带着 拿着 花".split())


@G.rule("core", "<a:who>? <adv>* <TAKING> <m:M> (钱)? (去)? <BUY> (了)? <l:lines> <purpose>?", cost=0.2)
def _takes_out_to_buy(m: Amount, l: tuple[Bought, ...], a: Who | None = None) -> Meaning | None:  # noqa: E741
    """ "小宇拿出50元买了一个汉堡和一杯可乐", whose prices were told."""
    if any(line.price is not None for line in l):
        return None

    def tell(story: Story) -> None:
        if any(story.meet(line.name) not in story.priced for line in l):
            raise Unclear
        has_money(m, a)(story)
        say.buys(owner_of(a), l)(story)

    return tell


@G.rule(
    "core",
    "(<noun> 的)? <noun> (给|给了) <a:who> <m:M> (的)? <cash>? (去)? (买|购买) <noun>",
    "<noun> 的 <noun> (给|给了) <a:who> <m:M> (的)? <cash>?",
)
def _is_given(m: Amount, a: Who) -> Meaning | None:
    """ "小敏的妈妈给她100元买文具"."""
    return has_money(m, a)  # type: ignore[no-any-return]


@G.rule(
    "core",
    "<a:who>? <adv>* (用|拿|拿出|拿了|付了|掏出)? (<n:K>|一) 张 <m:M> 的? (纸币|钞票|人民币) (去)? <BUY> (了)? <l:lines>",
    cost=-0.2,
)
def _buys_with_note(m: Amount, l: tuple[Bought, ...], n: Fraction = ONE, a: Who | None = None) -> Meaning:  # noqa: E741
    """ "小天用一张100元的纸币买了…"."""
    return say.telling(has_money(Amount(n * m.number, m.item, m.unit), a), say.buys(owner_of(a), l))


@G.rule(
    "core",
    "<a:who>? <adv>* (取出|拿出|用|带) (了)? (全部|所有) 的? 钱 (去)? <BUY> (了)? <l:lines>",
    "<who>? (让|叫) <a:who> (去)? <BUY> (了)? <l:lines>",
)
def _is_sent_to_buy(l: tuple[Bought, ...], a: Who | None = None) -> Meaning:  # noqa: E741
    return say.buys(owner_of(a), l)


@G.rule("core", "(<noun>)? (一 家)? (<N>|<K>) 口 (人)? (去|到|来|在) <phrase>", cost=0.5)
def _family_goes() -> Meaning:
    """ "一家三口去看电影": how many tickets they bought is told next."""
    return say.nothing


@G.rule("core", "每 <u:U> <adv>* (的)? <price_word>? <c:compared>", cost=0.2)
def _each_is_compared(u: str, c: Compared) -> Meaning | None:
    """ "钢笔买了2支，每支比一本笔记本贵9元": of what was bought last."""
    if c.item != MONEY_ITEM:
        return None

    def tell(story: Story) -> None:
        name = story.item if story.item and story.units.get(story.item, u) == u else ""
        if not name or name == MONEY_ITEM or Key("price", "", name) in story.known:
            raise Unclear
        say.is_compared([Thing(name, kind="price")], c, "price")(story)

    return tell


@G.rule("core", "<x:noun> <adv>* (买了|买|购买了|购买|要了|选了) <n:N> <u:U>", cost=0.3)
def _so_many_of_it(x: str, n: Fraction, u: str) -> Meaning:
    """ "笔记本买了8本，每本6元": a thing, and no person, is followed by its own measure word."""

    def tell(story: Story) -> None:
        if any(owner == x for owner, _ in story.ledger):
            raise Unclear
        told = (lambda story: story.note_unit(story.meet(x), u),)
        say.buys(None, [Bought(n, x, told=told)])(story)

    return tell


# -- one of each -----------------------------------------------------------------------------------


@G.rule(
    "core",
    "<a:who>? <adv>* <BUY> (了|下)? 这 <k:K> (<U>|样|种) <noun>?",
    "<a:who>? <adv>* (带|带了|用|拿|拿了|拿出|付|付了|有) (了)? <m:M> (去)? <BUY> (了|下)? 这 <k:K> (<U>|样|种) <noun>?",
    "<a:who>? <adv>* (带|带了|用|拿|拿了|拿出|付|付了|有) (了)? <m:M> <comma>? (去)? (各)? <BUY> (了|下)? 一 <U>",
    cost=0.2,
)
def _buys_these(k: Fraction = Fraction(0), m: Amount | None = None, a: Who | None = None) -> Meaning:
    """ "奶奶带150元买这两样东西": one of each thing that has a price."""

    def tell(story: Story) -> None:
        if len(story.priced) < 2 or k not in (0, len(story.priced)) or story.purchases:
            raise Unclear
        if m is not None:
            has_money(m, a)(story)
        story.buy(owner_of(a), [(ONE, item) for item in story.priced])

    return tell


@G.rule(
    "core",
    "<a:who>? <adv>* ((带|带了|用|拿|拿了|拿出|有) (了)? <m:M> (去)?)? <BUY> (了)? <x:list> 各 一 <U>",
    cost=0.2,
)
def _buys_one_each(x: tuple[str, ...], m: Amount | None = None, a: Who | None = None) -> Meaning:
    """ "某顾客带100元买甲、乙商品各一件"."""
    told = [has_money(m, a)] if m is not None else []
    return say.telling(*told, say.buys(owner_of(a), [Bought(ONE, name) for name in x]))


for _kinds in ("甲乙", "甲乙丙"):
    _signs = " 、? ".join(_kinds)

    @G.rule("list", f"{_signs} <x:noun>")
    def _kinds_of(x: str, kinds: str = _kinds) -> tuple[str, ...]:
        """ "甲、乙商品" as 甲商品 and 乙商品."""
        return tuple(f"{kind}{x}" for kind in kinds)


@G.rule(
    "core",
    "<scene>? <adv>* (出售|销售|售卖|卖|经营|推出|有售) (了)? <l:list> (这)? <K> (种|类|样|款) <noun>",
    "<K> 次 (都)? (购买|买|购|购进|买了) (了)? (的是)? (同种|同样的|相同的|同一种|同样|一样的) <noun>",
    "<K> 次 (购买|买|购) <noun> 的? 情况 (如下)?",
    cost=-0.5,
)
def _sells_kinds(l: tuple[str, ...] = ()) -> Meaning:  # noqa: E741
    """ "某商店出售甲、乙两种商品": what they cost is told next."""
    return say.nothing


# -- days on which money is spent --------------------------------------------------------------------


@G.rule("spending", "<x:time>", cost=0.3)
def _time_of_spending(x: str) -> str:
    """ "星期六花了17元，星期天比星期六多花5元"."""
    return x


# -- questions -------------------------------------------------------------------------------------


@G.rule(
    "question",
    "(这 <U>)? (<noun>)? (的)? (原价|原来的价格|原来的售价) (是|为)? <how_much> <yuan>?",
    cost=-0.3,
)
def _list_price() -> Question:
    def asking(story: Story) -> None:
        story.ask(the_only({k for r in story.relations for k in r.terms if k.kind == "list"}))

    return Question((asking,))


@G.rule(
    "question",
    "<a:who>? <p:after_that>? <will>* (剩|剩余|剩下|余下|还剩下|还剩) (的)? 钱 (数)? (是|有|还有|为)? <how_much> (<yuan>)?",
    "<a:who>? <p:after_that> <will>* <REMAIN> (余|下|有)? (了)? (的钱)? (是)? <how_much> <yuan>",
    "<a:who>? <after_buying> <comma>? <b:who>? <will>* <REMAIN> (余|下|有)? (了)? (的钱)? (是)? <how_much> <yuan>",
)
def _left_after(a: Who | None = None, p: str = "", b: Who | None = None) -> Question:
    """ "小华买完后剩下的钱是多少": all that was named has been bought."""

    def asking(story: Story) -> None:
        if not story.purchases:
            raise Unclear
        if sum(at for s, at in story.ledger.items() if s[1] == MONEY_ITEM) > len(story.purchases):
            raise Unclear  # something came or went between, and "after that" is not now
        ask.money_left(owner_of(b or a)).meanings[0](story)

    return Question((asking,))


G.alias(
    "after_buying", "(买|买完|买好|买下|购买) (了|下|完)? (这 <K> (<U>|样|种)|这些) (<noun>)? (后|以后|之后)"
)


@G.rule(
    "question",
    "<after_that>? (<who>)? <will>* (还给|还|归还|归还给|交还|退还|退还给|交还给|找还) (<who>)? (了)? <how_much> <yuan>",
    cost=0.2,
)
def _gives_back() -> Question:
    """ "应还给妈妈多少元": what is left of the money that was given."""

    def asking(story: Story) -> None:
        if not story.purchases:
            raise Unclear
        ask.change().meanings[0](story)

    return Question((asking,))


G.alias("after_buying", "(买完|买好|买下) (了)? (这 <K> (<U>|样|种)|这些) (<noun>)?", "(买|买完|买好|买了) (了)? <list> (后|以后|之后)?")  # fmt: skip
