"""Chinese nouns with what belongs to them: things, owners, lists, lines of a purchase. See `word_problems.chart`."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.chinese import lexicon
from solver.topics.stories.word_problems.chinese.phrases import G, Who, span
from solver.topics.stories.word_problems.meanings import Amount, Bought, Compared, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE
from solver.topics.stories.word_problems.story import Story

# -- things ----------------------------------------------------------------------------------------

G.words(
    "purse",
    *"存钱罐 钱包 储蓄罐 口袋 微信零钱 微信 银行卡 零钱 账户 存款 零钱包 储钱罐 卡 公交卡 饭卡".split(),
)


@G.rule(
    "who",
    "<x:noun>",
    "<x:noun> (同学|老师|阿姨|叔叔)",
    "<x:noun> 的? <purse> <in>?",
    "(这|那) (<U>|批|些) <x:noun> <in>?",
    "一 <U> <x:noun> <in>",
    "<x:noun> <in>",
    "<x:noun> 的",
)
def _who(x: str) -> Who:
    return (x,)


@G.rule("who", "一 <U> <x:noun>", cost=0.6)
def _one(x: str) -> Who:
    return (x,)


@G.rule("who", "<o:noun> 的 <x:noun> <in>?", "<o:noun> <in> 的 <x:noun>", cost=0.3)
def _whose(o: str, x: str) -> Who:
    return (f"{o}的{x}",)


@G.rule("who", "(我|<x:noun>) (和|与|跟) <noun>", cost=1)
def _company(x: str = "我") -> tuple[str | None, ...]:
    """ "小明和妈妈": it is about the first one, where nothing is counted of them."""
    return (x, "")


@G.rule(
    "who",
    "(他|她|它|我|俺)",
    "(他|她|我) (自己)",
    "(他|她) 的 <purse> <in>?",
    "<purse> <in>",
)
def _he() -> Who:
    return (None,)


@G.rule(
    "thing",
    "<x:noun>",
    "(每|一|这|那) <U> <same>? <x:noun>",
    "(这|这些|那些|所有的|所有|全部) <x:noun>",
    "(<did>|<LOSE>|<GAIN>) 的 <x:noun>",
    "(打折后|打折|现在|降价后|优惠后|降价) 的 <x:noun>",
    "<x:noun> <measured>",
    "<x:noun> (每|一) <U>",
)
def _thing(x: str) -> Thing:
    return Thing(x)


@G.rule("thing", "<n:N> <u:U> <same>? <x:noun>", "<x:noun> <n:N> <u:U>")
def _several(n: Fraction, u: str, x: str) -> Thing:
    return Thing(x, number=n, unit=u)


@G.rule(
    "thing",
    "((<n:N>|每) <U>)? <x:noun> (的)? <price>",
    "<x:noun> 每 <U> <price>",
    "<price> 每 <U> <x:noun>",
    "<x:noun> (每|一) <U> 的 <price_word>",
    "每 <U> <x:noun> 的 <price_word>",
    "<n:N>? <x:noun> 的 总 (价|价格|价钱)",
    "<n:N> <U> <x:noun> 的 (总)? (价|价格|价钱|总价钱)",
)
def _priced(x: str, n: Fraction = ONE) -> Thing:
    return Thing(x, kind="price", number=n)


@G.rule(
    "thing",
    "<o:noun> (的|里的|有的|中的|里) <x:noun> (<measured>)?",
    "<o:noun> (有)? 的 <measured_word>",
    cost=0.1,
)
def _owned(o: str, x: str = "") -> Thing:
    return Thing(x, o) if x else Thing(o)


@G.rule("thing", "(他|她|它|这|那)", "(它|他|她) (的)? <measured>", "(它|他|她) 的 <price_word>")
def _that() -> Thing:
    return Thing(role="that")


@G.rule("thing", "(其余|剩下|余下|剩余|其他|其它)(的)?(部分|人|学生|书|同学)?")
def _rest() -> Thing:
    return Thing(role="rest")


G.words(
    "larger",
    *"大数 较大的数 较大数 大的数 较大的一个数 较大的那个数 大的那个数".split(),
)
G.words(
    "smaller",
    *"小数 较小的数 较小数 小的数 另一个数 另一个 较小的一个数 较小的那个数 小的那个数".split(),
)
G.rule("thing", "<larger>", "一个数", "其中一个数")(lambda: Thing(role="larger"))
G.rule("thing", "<smaller>")(lambda: Thing(role="smaller"))


G.alias("nth_thing_words", "第 (<ordinal>|<N>) (个|名|位|件|条|本|堆|筐|袋|桶|包|块|根|组|队) (<noun>)?")
span("nth_thing", "nth_thing_words")
G.rule("thing", "<x:nth_thing>", "<x:nth_thing> (的)? (重量|质量)", cost=0.5)(lambda x: Thing(x))
G.rule("thing", "<x:nth_thing> <price>", "<x:nth_thing> 的 (邮费|车费|费用)", cost=0.5)(
    lambda x: Thing(x, kind="price")
)


@G.rule("thing", "<x:noun> 数")
def _number(x: str) -> Thing:
    return Thing(f"{x}数")


@G.rule("things", "<a:thing>", "<a:thing> <and> <b:things>")
def _things(a: Thing, b: tuple[Thing, ...] = ()) -> tuple[Thing, ...] | None:
    return None if b and (a.role or any(t.role for t in b)) else (a, *b)


@G.rule("two_things", "<a:thing> <and> <b:things>")
def _two(a: Thing, b: tuple[Thing, ...]) -> tuple[Thing, ...] | None:
    return None if a.role or any(t.role for t in b) else (a, *b)


@G.rule(
    "name",
    "((每|一|各|这) <U>)? <same>? <x:noun>",
    "<x:noun> 的 <y:noun>",
    "<x:noun> 数",
    "(参加|报名|选|喜欢|去|种|买) <x:noun> (的)?",
)
def _name(x: str, y: str = "") -> str:
    return f"{x}的{y}" if y else x


@G.rule("names", "<x:name>", "<x:name> <and> <y:names>")
def _names(x: str, y: tuple[str, ...] = ()) -> tuple[str, ...]:
    return (x, *y)


@G.rule("list", "<x:name> <and> <y:names>")
def _list(x: str, y: tuple[str, ...]) -> tuple[str, ...] | None:
    names = (x, *y)
    return names if len(set(names)) == len(names) else None


_PAIRS: Final = {
    "鸡兔": ("鸡", "兔"), "甲乙": ("甲", "乙"), "师徒": ("师傅", "徒弟"), "父子": ("父亲", "儿子"), "母女": ("母亲", "女儿"),
    "母子": ("母亲", "儿子"), "父女": ("父亲", "女儿"), "兄弟": ("哥哥", "弟弟"), "姐妹": ("姐姐", "妹妹"), "姐弟": ("姐姐", "弟弟"),
    "兄妹": ("哥哥", "妹妹"), "男女生": ("男生", "女生"), "男生女生": ("男生", "女生"), "甲乙丙": ("甲", "乙", "丙"),
}  # fmt: skip
for _pair, _both in _PAIRS.items():
    G.words("list", _pair, value=_both)
    G.words("names", _pair, value=_both)

G.words(
    "kind_word",
    *"种 个 类 样 块 者 人 班 组 位 名 条 只 筐 袋 堆 根 项 桶 层 部分".split(),
)
G.words(
    "colour",
    *"颜色 不同颜色 口味 不同的 品种 型号 不同 兴趣 颜色不同".split(),
)
G.alias("scene", "<phrase>", "一 <U> <phrase>", "(某|这|该) <U>? <phrase>", "<noun> (，|的) <phrase>")
G.alias("these_many", "(这)? <K> <kind_word> (<colour>)? (的)? (<noun>)?")
G.alias("these_many", "(这)? <K> <noun>", cost=0.5)


@G.rule("kinds", "(这)? <K> <kind_word> (<colour>)? (的)? <x:noun>?")
def _kinds(x: str = "") -> str:
    return x


@G.rule(
    "ratio",
    "<a:N> (:|：|比) <b:N>",
    "<a:N> (:|：|比) <b:N> (:|：|比) <c:N>",
    "<a:N> (:|：|比) <b:N> (:|：|比) <c:N> (:|：|比) <d:N>",
)
def _ratio(
    a: Fraction, b: Fraction, c: Fraction | None = None, d: Fraction | None = None
) -> tuple[Fraction, ...]:
    return tuple(x for x in (a, b, c, d) if x is not None)


# -- purchases -------------------------------------------------------------------------------------


def _noting(name: str, unit: str) -> tuple[Callable[[Story], None], ...]:
    return (lambda story: story.note_unit(story.meet(name), unit),) if unit else ()


@G.rule("line", "<n:N> <u:U> <same>? <x:noun>", "<x:noun> <n:N> <u:U>", "<same> <n:N> <u:U> <x:noun>")
def _line(n: Fraction, x: str, u: str = "") -> Bought:
    return Bought(n, x, told=_noting(x, u))


@G.rule("line", "<n:N> <x:noun>", cost=1)
def _line_bare(n: Fraction, x: str) -> Bought | None:
    return None if lexicon.begins_with_unit(x) else Bought(n, x)


@G.rule(
    "line",
    "<n:N> <u:U> <x:noun> <comma>? (每|一) <U> <price_word>? <is>? <m:M>",
    "<n:N> <u:U> (单价|价格|标价|售价)? (为|是)? <m:M> 的 <x:noun>",
    "<n:N> <u:U> 每 <U> <m:M> 的 <x:noun>",
    "<n:N> <u:U> <x:noun> <comma>? <m:M> (一|每) <U>",
    cost=-0.2,
)
def _line_each(n: Fraction, u: str, x: str, m: Amount) -> Bought:
    return Bought(n, x, m, told=_noting(x, u))


@G.rule("line", "(一) <u:U> <x:noun> (用去|用了|花了|花去)? <m:M>", cost=0.3)
def _one_line(u: str, x: str, m: Amount) -> Bought:
    return Bought(ONE, x, m, told=_noting(x, u))


@G.rule("line", "<n:N> <u:U> <c:compared> 的 <x:noun>", "一 <u:U> <c:compared> 的 <x:noun>")
def _line_compared(c: Compared, x: str, u: str, n: Fraction = ONE) -> Bought | None:
    """ "一个比书包便宜40元的文具盒"."""
    return Bought(n, x, c, told=_noting(x, u)) if c.item in ("", MONEY_ITEM) else None


@G.rule("line", "<same> <x:noun> <n:N> <u:U>")
def _line_same(n: Fraction, x: str, u: str) -> Bought:
    return Bought(n, x, told=_noting(x, u))


@G.rule("lines", "<a:line>", "<a:line> <and> <b:lines>")
def _lines(a: Bought, b: tuple[Bought, ...] = ()) -> tuple[Bought, ...]:
    return (a, *b)
