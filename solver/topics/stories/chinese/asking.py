"""Chinese questions. See `stories.chart` for the notation."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories import questions as ask
from solver.topics.stories.chinese.phrases import G
from solver.topics.stories.meanings import LARGER, SMALLER, Bought, Thing
from solver.topics.stories.reading import Question

Who = tuple[str | None]

G.alias("clause", "(问|求|请问|那么|则|那|请你算一算|问题是)* (，|,|：|:)? (<adv>)* <q:question>")
G.words(
    "did",
    "应",
    "应该",
    "应当",
    "需要",
    "需",
    "要",
    "会",
    "能",
    "可以",
    "还",
    "一共",
    "总共",
    "共",
    "得",
    "准备",
    "至少",
)


def _owner(a: Who | None) -> str | None:
    return a[0] if a else None


@G.rule(
    "question",
    "<a:who>? (<adv>)* (还剩下|还剩|剩下|剩余|余下|剩|还有|还会剩|还能剩下|还能剩|会剩下) (余|下|有)? (了)? (的钱)? (是)? 多少 <yuan>?",
    "(<adv>)* (还)? (剩|剩余|剩下) 的 钱 (是)? 多少 (<yuan>)?",
)
def _left(a: Who | None = None) -> Question:
    return ask.money_left(_owner(a))


@G.rule("question", "<a:who>? (<adv>)* (现在)? (有) (多少) <yuan>", cost=0.2)
def _now(a: Who | None = None) -> Question:
    return ask.money_now(_owner(a))


@G.rule("question", "<a:who>? (<adv>)* (原来|原|本来|一开始|带|带了) (有|带)? (了)? 多少 <yuan>")
def _first(a: Who | None = None) -> Question:
    return ask.money_first(_owner(a))


@G.rule(
    "question",
    "<a:who>? (<did>|<adv>)* (花|花了|付|用|用了|支付|花费|付款|花去|用去|付出|要花|要付|给) (了|费)? (<all>)? (多少) <yuan>",
    "<a:who>? (<did>|<adv>)* <all> (是|为|要|需)? 多少 <yuan>",
    "(总价|总共的价钱|一共的价钱|总费用|总花费) (是|为)? 多少 <yuan>?",
)
def _spent(a: Who | None = None) -> Question:
    return ask.spent(_owner(a))


@G.rule(
    "question",
    "(<who>)? (<did>|<adv>)* (找回|找给|找|退回|找给他|找给她|找零|收回) (<a:who>)? (了)? 多少 <yuan>",
    "<a:who> (<did>)* (拿回|得到|收到) (找零)? 多少 <yuan>",
)
def _change(a: Who | None = None) -> Question:
    return ask.change()


@G.rule("question", "<a:who>? (<did>|<adv>)* (差|缺|缺少|差了) 多少 <yuan>")
def _missing(a: Who | None = None) -> Question:
    return ask.missing(_owner(a))


@G.rule("asked", "(每|一)? (<U>)? <x:noun> (<price>)?", "<x:noun> 每 <U> (<price>)?", "<n:N> <U> <x:noun>")
def _asked(x: str, n: Fraction | None = None) -> Thing:
    return Thing(x, number=n if n is not None else Fraction(1))


G.rule("asked_list", "<a:asked>", "<a:asked> (和|与|、|，|及|以及|跟) <b:asked_list>")(
    lambda a, b=(): (a, *b)
)


@G.rule(
    "question",
    "<t:asked_list> (每 <U>)? (各|分别|的)* (<price>)? (各|分别)* (是|要|卖|值|需|需要|为)* (多少|几) <yuan>",
    "<t:asked_list> (<price>) (各|分别)* (是|为)? (多少)?",
    "<t:asked_list> 多少 <yuan> (一|每) <U>",
)
def _price(t: tuple[Thing, ...]) -> Question:
    return ask.cost_of(t)


@G.rule(
    "question",
    "<t:asked_list> (<did>|<adv>)* <all> (是|要|需|需要|花|付|卖|多少)* (多少) <yuan>",
    "(买)? <t:asked_list> (各一 <U>)? <all> (要|需|需要|花|付|用)* 多少 <yuan>",
    cost=-0.2,
)
def _price_together(t: tuple[Thing, ...]) -> Question:
    return ask.cost_of(t, together=True)


@G.rule(
    "question", "(买)? <l:lines> (<did>|<adv>)* (<all>)? (要|需|需要|花|付|用|是)* 多少 <yuan>", cost=-0.2
)
def _bill(l: tuple[Bought, ...]) -> Question | None:  # noqa: E741
    if all(x.number == 1 for x in l) and len(l) == 1:
        return None
    return ask.cost_of([Thing(x.name, number=x.number) for x in l], together=True)


@G.rule(
    "question",
    "(每|一)? (<U>)? (各|分别)* (<price>)? (各|分别) (是)? 多少 <yuan>",
    "(这)? <N> 种 <noun> (的)? (<price>)? (各|分别)? (是)? 多少 <yuan>",
    "(它们)? 的? (<price>) (各|分别)? (是)? 多少 <yuan>?",
)
def _each_price() -> Question:
    return ask.each_price()


@G.rule(
    "question",
    "<a:thing> 比 <b:thing> (<more>) (了)? 多少 (<yuan>)",
    "<a:thing> 比 <b:thing> (贵) (多少|几) (<yuan>)?",
)
def _dearer(a: Thing, b: Thing) -> Question:
    return ask.how_many_more([a], [b], "price")


@G.rule("question", "<a:thing> 比 <b:thing> (<less>) (了)? 多少 (<yuan>)")
def _cheaper(a: Thing, b: Thing) -> Question:
    return ask.how_many_more([a], [b], "price", -1)


# -- counts ----------------------------------------------------------------------------------------


@G.rule(
    "question",
    "<p:phrase> (的)? (<measured>)? (各|分别|一共|共)* (有|是|为|分到|分得|得到|获得|应分|应得|卖出|做了|运来)* (多少|几) (<U>|<yuan>)",
    "(<phrase>)? (<adv>)* (有|是|种了|养了) (多少|几) <U> <p:noun>",
    "<p:phrase> (的)? <measured> (是)? (多少)?",
    cost=0.1,
)
def _how_many(p: str) -> Question:
    return ask.how_many(p)


@G.rule(
    "question",
    "<l:list> (<N> 种 (<noun>)?)? (<measured>)? (各|分别|各自)+ (有|是|为|分到|得到|卖出|卖了|做了|买了|种了)* (多少|几)? (<U>|<yuan>)?",
    "<phrase> (里|中|有)? <l:list> (各|分别)+ (有|是)? (多少|几) <U>",
    "<a:noun> (有)? (多少|几) <U> (，|,) <b:noun> (有)? (多少|几) <U>",
    cost=-0.2,
)
def _each_of(l: tuple[str, ...] = (), a: str = "", b: str = "") -> Question:  # noqa: E741
    return ask.how_many(*(l or (a, b)))


@G.rule(
    "question",
    "(<phrase>)? (各|分别)+ (有|是)? (多少|几)? (<U>|<yuan>)?",
    "(<noun>)? (各|分别) (有|多少|几)* <U> (<noun>)?",
    cost=0.6,
)
def _each() -> Question:
    return ask.each_part()


@G.rule(
    "question",
    "<a:who>? (<adv>)* (还剩下|还剩|剩下|剩余|余下|剩|还有|现在有|现在还有|还余) (有)? (多少|几) <U> (<x:noun>)?",
    "(<phrase>)? (<adv>)* (还剩下|还剩|剩下|剩余|余下|剩|还有) (多少|几) <U> (<x:noun>)? (没 <phrase>|没有 <phrase>)?",
    cost=-0.2,
)
def _how_many_left(a: Who | None = None, x: str = "") -> Question:
    return ask.how_many_left(x)


@G.rule(
    "question",
    "(<phrase>)? (<adv>)* <all> (有|是|收|做|种|买|卖出)* (了)? (多少|几) <U> (<x:noun>)?",
    "<l:two_things> <all> (有|是)? (多少|几) <U>",
    cost=0.3,
)
def _in_all(x: str = "", l: tuple[Thing, ...] = ()) -> Question:  # noqa: E741
    return ask.how_many_in_all(x, l)


@G.rule("question", "<a:thing> 比 <b:thing> (<more>) (了)? (多少|几) (<U>)", cost=-0.2)
def _more(a: Thing, b: Thing) -> Question:
    return ask.how_many_more([a], [b])


@G.rule("question", "<a:thing> 比 <b:thing> (<less>) (了)? (多少|几) (<U>)", cost=-0.2)
def _fewer(a: Thing, b: Thing) -> Question:
    return ask.how_many_more([a], [b], sign=-1)


@G.rule("question", "<a:thing> 是 <b:thing> 的 (多少|几) 倍")
def _times(a: Thing, b: Thing) -> Question:
    return ask.how_many_times([a], [b])


@G.rule("question", "<l:names> (今年|现在)? (的年龄|年龄)? (各|分别)* (是|有)? (多少|几) 岁", cost=-0.4)
def _ages(l: tuple[str, ...]) -> Question:  # noqa: E741
    return ask.ages(l)


@G.rule("question", "(这|求这)? (<N>|两) 个 数 (各|分别)* (是)? (多少|几)?", "(求)? 这两个数")
def _numbers() -> Question:
    return ask.numbers()


@G.rule("question", "(较大的数|大数|较大的那个数) 是 (多少|几)")
def _larger() -> Question:
    return ask.numbers(LARGER)


@G.rule("question", "(较小的数|小数|较小的那个数) 是 (多少|几)")
def _smaller() -> Question:
    return ask.numbers(SMALLER)
