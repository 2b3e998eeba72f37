"""Chinese noun phrases, amounts, lists, comparisons: what stands in the slots of clauses. See `stories.chart` for the notation.

Tokens are characters; a number is one token. No clauses and no questions here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any, Final

from solver.topics.stories.chart import Grammar, Parse
from solver.topics.stories.chinese import lexicon
from solver.topics.stories.meanings import Amount, Bought, Compared, Thing
from solver.topics.stories.reading import Numeral
from solver.topics.word_problems.marking import Mark
from solver.topics.word_problems.quantities import MONEY_ITEM, ONE

G: Final = Grammar(split=tuple)
MAX_NOUN: Final = 8
CHARACTER: Final = 0.5


def _nouns(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """One to eight characters of a noun."""
    text = ""
    for end in range(at, min(at + MAX_NOUN, len(tokens))):
        if (
            isinstance(tokens[end], Numeral)
            or not "\u4e00" <= tokens[end] <= "\u9fff"
            and not tokens[end].isalpha()
        ):
            return
        text += tokens[end]
        if lexicon.is_noun(text):
            yield Parse(end + 1, lexicon.normal(text), CHARACTER * len(text) + 0.3)


def _phrases(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """Up to twelve characters without numbers and signs: what is done with a part of a whole."""
    text = ""
    for end in range(at, min(at + 12, len(tokens))):
        if isinstance(tokens[end], Numeral) or not (
            "\u4e00" <= tokens[end] <= "\u9fff" or tokens[end].isalpha()
        ):
            return
        text += tokens[end]
        if any(
            word in text
            for word in (
                "多少",
                "其余",
                "剩下",
                "余下",
                "比",
                "占",
                "倍",
                "几",
                "多",
                "少",
                "不",
                "没",
                "每",
                "还剩",
                "一共",
                "总共",
            )
        ):
            return
        if lexicon.words_of(text):
            yield Parse(end + 1, lexicon.normal(text), 0.7 * len(text) + 0.8)


def _marked(kind: str, value: Callable[[Mark], Any]) -> Callable[[Sequence[str], int], Iterator[Parse]]:
    def read(tokens: Sequence[str], at: int) -> Iterator[Parse]:
        token = tokens[at] if at < len(tokens) else ""
        if isinstance(token, Numeral) and token.mark.kind == kind:
            yield Parse(at + 1, value(token.mark), 0.0)

    return read


G.primitive("noun", _nouns)
G.primitive("phrase", _phrases)
G.primitive("N", _marked("n", lambda mark: mark.value))
G.primitive("F", _marked("f", lambda mark: mark.value))
G.primitive("M", _marked("m", lambda mark: Amount(mark.value, MONEY_ITEM, mark.unit)))
G.words("U", *lexicon.UNITS)
G.words("all", "一共", "总共", "共", "合计", "总计", "共计", "加起来", "合起来", "合在一起")
G.words("and", "和", "与", "、", "及", "以及", "跟", "，", ",", "，和", "还有", "加")
G.words(
    "price",
    "的价格",
    "的单价",
    "的售价",
    "的价钱",
    "的定价",
    "的票价",
    "的标价",
    "价格",
    "单价",
    "售价",
    "价钱",
    "定价",
    "票价",
    "标价",
    "原价",
    "的原价",
    "的费用",
    "的价",
    "的门票价格",
    "卖价",
)
G.words("measured", *(f"的{m}" for m in lexicon.MEASURED.split("|")), *lexicon.MEASURED.split("|"), "数")
G.words("each", "每一", "每", "一", "各", "平均每")
G.words("q", "多少", "几", "多少个", "有多少", "有几")
G.words("yuan", "元钱", "元", "块钱", "钱", "块", "美元", "欧元", "英镑", "元的钱")
G.words(
    "is",
    "是",
    "为",
    "有",
    "等于",
    "就是",
    "正好是",
    "恰好是",
    "刚好是",
    "相当于",
    "刚好",
    "正好",
    "恰好",
    "卖",
    "要",
    "需",
    "需要",
    "售",
    "值",
    "价格是",
    "定价是",
)
G.words(
    "adv",
    "又",
    "还",
    "再",
    "先",
    "后来",
    "另外",
    "接着",
    "然后",
    "也",
    "各",
    "首先",
    "最后",
    "只",
    "现在",
    "这时",
    "已经",
    "共",
    "一共",
    "总共",
    "正好",
    "刚好",
    "恰好",
    "大约",
    "今天",
    "昨天",
    "上午",
    "下午",
    "第一天",
    "第二天",
    "第三天",
    "第一次",
    "第二次",
    "第三次",
    "某天",
    "一天",
    "有一天",
    "周末",
    "放学后",
    "早上",
    "晚上",
    "星期天",
    "星期六",
    "星期日",
    "周六",
    "周日",
    "中午",
    "后",
    "今年",
    "原来",
    "原有",
    "本来",
    "一次",
    "目前",
    "如今",
    "刚",
    "都",
    "就",
    "要",
    "想",
    "想要",
    "准备",
    "打算",
    "计划",
    "需要",
    "用同样的价格",
    "以同样的价格",
    "按同样的价格",
    "其中",
    "那么",
    "已知",
    "如果",
    "假如",
    "若",
    "当天",
    "当时",
)
G.words("in", "里面", "里", "中", "内", "上", "园里", "场里", "里共", "里一共", "里有", "店里")


@G.rule("count", "<n:N>")
def _count(n: Fraction) -> Fraction:
    return n


G.words("one_unit", "一", value=ONE)
G.alias("count", "<x:one_unit>")


@G.rule("times", "<n:N> 倍")
def _times(n: Fraction) -> Fraction:
    return n


G.alias("factor", "<x:times>", "<x:F>")

# -- amounts ---------------------------------------------------------------------------------------


@G.rule(
    "qty",
    "<n:count> <u:U> (同样的|这样的|同样|相同的|的)? <x:noun>",
    "<x:noun> <n:N> <u:U>",
    "<n:count> <u:U>",
    cost=0.1,
)
def _qty(n: Fraction, u: str, x: str = "") -> Amount:
    return Amount(n, x, u)


@G.rule("qty", "<n:N> (同样的|的)? <x:noun>", cost=0.6)
def _qty_bare(n: Fraction, x: str) -> Amount:
    return Amount(n, x, "")


@G.rule("qty", "<m:M> (钱|现金|零花钱|零用钱|压岁钱)?")
def _qty_money(m: Amount) -> Amount:
    return m


@G.rule("qtys", "<a:qty>", "<a:qty> <and> <b:qtys>")
def _qtys(a: Amount, b: tuple[Amount, ...] = ()) -> tuple[Amount, ...]:
    return (a, *b)


# -- things ----------------------------------------------------------------------------------------

G.words("he", "他", "她", "它", "他们", "她们", "我", "我们", "两人", "俩人")


@G.rule("who", "<x:noun>", "<x:noun> (同学|老师|阿姨|叔叔)")
def _who(x: str) -> tuple[str | None]:
    return (x,)


@G.rule("who", "<o:noun> 的 <x:noun>", cost=0.3)
def _whose(o: str, x: str) -> tuple[str | None]:
    return (f"{o}的{x}",)


@G.rule("who", "(他|她|它|我)", "(他|她|我) (自己)")
def _he() -> tuple[str | None]:
    return (None,)


@G.rule(
    "thing",
    "<x:noun>",
    "(每|一|这) <U> (同样的|这样的)? <x:noun>",
    "(这|这些|那些|所有的|所有|全部) <x:noun>",
    "<x:noun> <measured>",
    "<x:noun> (每|一) <U>",
)
def _thing(x: str) -> Thing:
    return Thing(x)


@G.rule("thing", "<n:N> <u:U> (同样的)? <x:noun>", "<x:noun> <n:N> <u:U>")
def _several(n: Fraction, u: str, x: str) -> Thing:
    return Thing(x, number=n, unit=u)


@G.rule(
    "thing",
    "(每|一)? (<U>)? <x:noun> <price>",
    "<x:noun> 每 <U> <price>",
    "<price> 每 <U> <x:noun>",
    "<x:noun> 的 <price>",
)
def _priced(x: str) -> Thing:
    return Thing(x, kind="price")


@G.rule("thing", "<o:noun> (的|里的|有的)? <x:noun> <measured>", "<o:noun> 的 <x:noun>")
def _owned(o: str, x: str) -> Thing:
    return Thing(x, o)


@G.rule("thing", "(他|她|它|这|那)", "(它|他|她) (的)? <measured>")
def _that() -> Thing:
    return Thing(role="that")


@G.rule("thing", "(其余|剩下|余下|剩余|其他|其它)(的)?(部分|人|学生|书|同学)?")
def _rest() -> Thing:
    return Thing(role="rest")


@G.rule("thing", "(大数|较大的数|较大数|大的数|较大的一个数)")
def _larger() -> Thing:
    return Thing(role="larger")


@G.rule("thing", "(小数|较小的数|较小数|小的数|另一个数|另一个|较小的一个数)")
def _smaller() -> Thing:
    return Thing(role="smaller")


@G.rule("things", "<a:thing>", "<a:thing> <and> <b:things>")
def _things(a: Thing, b: tuple[Thing, ...] = ()) -> tuple[Thing, ...] | None:
    return None if b and (a.role or any(t.role for t in b)) else (a, *b)


@G.rule("two_things", "<a:thing> <and> <b:things>")
def _two(a: Thing, b: tuple[Thing, ...]) -> tuple[Thing, ...] | None:
    return None if a.role or any(t.role for t in b) else (a, *b)


@G.rule("names", "(每|一|各)? (<U>)? <x:noun>", "(每|一|各)? (<U>)? <x:noun> <and> <y:names>")
def _names(x: str, y: tuple[str, ...] = ()) -> tuple[str, ...]:
    return (x, *y)


@G.rule("list", "(每|一|各)? (<U>)? <x:noun> <and> <y:names>")
def _list(x: str, y: tuple[str, ...]) -> tuple[str, ...] | None:
    names = (x, *y)
    return names if len(set(names)) == len(names) else None


_PAIRS: Final = {
    "鸡兔": ("鸡", "兔"), "甲乙": ("甲", "乙"), "师徒": ("师傅", "徒弟"), "父子": ("父亲", "儿子"), "母女": ("母亲", "女儿"),
    "母子": ("母亲", "儿子"), "父女": ("父亲", "女儿"), "兄弟": ("哥哥", "弟弟"), "姐妹": ("姐姐", "妹妹"), "姐弟": ("姐姐", "弟弟"),
    "兄妹": ("哥哥", "妹妹"), "男女生": ("男生", "女生"),
}  # fmt: skip
for _pair, _both in _PAIRS.items():
    G.words("list", _pair, value=_both)
    G.words("names", _pair, value=_both)


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


# -- comparisons -----------------------------------------------------------------------------------

G.words(
    "more",
    "多",
    "贵",
    "高",
    "大",
    "长",
    "重",
    "多了",
    "贵了",
    "还多",
    "多买",
    "多花",
    "多付",
    "多收",
    "多用",
    "多做",
    "多种",
    "多捐",
    "多得",
    "多走",
    "多看",
    "多修",
    "多摘",
    "多出",
    "增加",
    "增加了",
    "还贵",
    "还长",
    "还重",
    "还大",
    "涨了",
    "提高",
    "多存",
    "多植",
    "多折",
    "多养",
    "多卖",
    "多运",
    "多卖出",
    "多吃",
    value=1,
)
G.words(
    "less",
    "少",
    "便宜",
    "低",
    "小",
    "短",
    "轻",
    "矮",
    "少了",
    "便宜了",
    "还少",
    "少买",
    "少花",
    "少付",
    "少收",
    "少用",
    "少做",
    "少种",
    "少捐",
    "少得",
    "少走",
    "少看",
    "少修",
    "少摘",
    "减少",
    "减少了",
    "降了",
    "降低",
    "降低了",
    "还便宜",
    "少存",
    "少植",
    "少折",
    "少养",
    "少卖",
    "少运",
    "少卖出",
    "少吃",
    value=-1,
)
G.alias("sign", "<x:more>", "<x:less>")


@G.rule("difference", "<m:M>", "<n:N> (<u:U>)? (<noun>)?")
def _difference(m: Amount | None = None, n: Fraction | None = None, u: str = "") -> Amount:
    return m if m is not None else Amount(n or Fraction(0), "", u)


@G.rule(
    "compared",
    "(要|还|也)? 比 <b:things> (要|还|也|都)? <s:sign> <d:difference>",
    "比 <b:things> (还|要)? <s:sign> 了 <d:difference>",
)
def _more_than(b: tuple[Thing, ...], s: int, d: Amount) -> Compared:
    return Compared(ONE, s * d.number, b, d.item, d.unit)


@G.rule("compared", "比 <b:things> (要|还)? <s:sign> <f:F>")
def _fraction_more(b: tuple[Thing, ...], s: int, f: Fraction) -> Compared:
    return Compared(1 + s * f, Fraction(0), b)


@G.rule(
    "compared",
    "比 <b:things> 的 <k:factor> (还)? <s:sign> <d:difference>",
    "(是|为|等于|正好是)? <b:things> 的 <k:factor> (还)? (<s:sign>) <d:difference>",
)
def _linear(b: tuple[Thing, ...], k: Fraction, s: int, d: Amount) -> Compared:
    return Compared(k, s * d.number, b, d.item, d.unit)


@G.rule(
    "compared",
    "(是|为|等于|正好是|恰好是|刚好是|相当于|正好等于|正好|恰好) <b:things> 的 <k:factor>",
    "(是|为|等于) <b:things> (价格|单价|数量)? 的 <k:factor>",
    "和 <b:things> (一样多|同样多|相等|一样)",
    "与 <b:things> (一样多|同样多|相等|一样)",
)
def _multiple(b: tuple[Thing, ...], k: Fraction = ONE) -> Compared:
    return Compared(k, Fraction(0), b)


# -- purchases -------------------------------------------------------------------------------------


@G.rule(
    "line",
    "<n:count> <u:U> (同样的|这样的|同样|相同的|的)? <x:noun>",
    "<x:noun> <n:N> <u:U>",
    "<n:N> <x:noun>",
)
def _line(n: Fraction, x: str, u: str = "") -> Bought:
    return Bought(n, x, told=(lambda story: story.note_unit(story.meet(x), u),) if u else ())


@G.rule(
    "line",
    "<n:count> <u:U> <x:noun> (，|,)? (每|一) (<U>) (售价|价格|单价)? <m:M>",
    "<n:count> <u:U> (单价|价格)? (为|是)? <m:M> 的 <x:noun>",
    "<n:count> <u:U> 每 <U> <m:M> 的 <x:noun>",
    "<n:count> <u:U> <x:noun> (，|,)? <m:M> (一|每) <U>",
)
def _line_each(n: Fraction, u: str, x: str, m: Amount) -> Bought:
    return Bought(n, x, m, told=(lambda story: story.note_unit(story.meet(x), u),))


@G.rule("lines", "<a:line>", "<a:line> <and> <b:lines>")
def _lines(a: Bought, b: tuple[Bought, ...] = ()) -> tuple[Bought, ...]:
    return (a, *b)
