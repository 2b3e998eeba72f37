"""Chinese noun phrases, amounts, lists: what stands in the slots of clauses. See `word_problems.chart` for the notation.

Tokens are characters; a number is one token. No comparisons, no clauses and no questions here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.chart import Grammar, Parse
from solver.topics.stories.word_problems.chinese import lexicon
from solver.topics.stories.word_problems.meanings import Amount
from solver.topics.stories.word_problems.quantities import MONEY_ITEM
from solver.topics.stories.word_problems.reading import Numeral, numerals

G: Final = Grammar(split=tuple)
MAX_NOUN: Final = 8
MAX_PHRASE: Final = 12
CHARACTER: Final = 0.5
Who = tuple[str | None]

_QUANTITY: Final = (
    "多少", "其余", "剩", "余下", "比", "占", "倍", "几", "多", "少", "不", "没", "每", "还", "一共", "总共", "各", "分别", "平均", "和", "与", "再", "又", "半价", "免费", "优惠",
)  # fmt: skip


_NO_AMOUNT: Final = re.compile("少年|少儿|少先|多媒体|多功能")
"""Words with a character for an amount in them that are none."""
_NUMBERED: Final = "班组队号车楼仓店连"


def _han(token: str) -> bool:
    return not isinstance(token, Numeral) and ("\u4e00" <= token <= "\u9fff" or token.isalpha())


def _is_part(tokens: Sequence[str], at: int) -> bool:
    """Whether a token may stand in a noun; 二 of 二班 may."""
    token = tokens[at]
    numbered = isinstance(token, Numeral) and "\u4e00" <= token <= "\u9fff"
    return _han(token) or numbered and "".join(tokens[at + 1 : at + 2]) in tuple(_NUMBERED)


def _nouns(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """One to eight characters of a noun, perhaps a title in 《》."""
    text = ""
    if at < len(tokens) and tokens[at] == "《":
        for end in range(at, min(at + 16, len(tokens))):
            text += tokens[end]
            if tokens[end] == "》":
                yield Parse(end + 1, text, CHARACTER)
                return
        return
    for end in range(at, min(at + MAX_NOUN, len(tokens))):
        if not _is_part(tokens, end):
            return
        text += tokens[end]
        if lexicon.is_noun(text):
            yield Parse(end + 1, lexicon.normal(text), CHARACTER * len(text) + 0.6)


def _phrases(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """Up to twelve characters without numbers, signs and words for quantities: what is done with a part of a whole."""
    text = ""
    for end in range(at, min(at + MAX_PHRASE, len(tokens))):
        if not _han(tokens[end]):
            return
        text += tokens[end]
        if any(word in _NO_AMOUNT.sub("", text) for word in _QUANTITY):
            return
        if lexicon.words_of(text) and text[-1] not in "占是为比":
            yield Parse(end + 1, lexicon.normal(text), 0.7 * len(text) + 0.8)


def _several_numbers(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    token = tokens[at] if at < len(tokens) else ""
    if isinstance(token, Numeral) and token.mark.kind == "n" and token.mark.value in (2, 3, 4, 5):
        yield Parse(at + 1, token.mark.value, 0.0)
    elif token == "两":  # where no measure word follows it is not marked: "两仓库"
        yield Parse(at + 1, Fraction(2), 0.0)


_PLACES: Final = "店场馆园校厂市部站院室社库村地吧局所亭里"


def _places(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """Nouns that name a place where something happens."""
    for parse in _nouns(tokens, at):
        if parse.value[-1] in _PLACES and len(parse.value) > 1:
            yield parse


G.primitive("place_noun", _places)
G.primitive("noun", _nouns)
G.primitive("phrase", _phrases)
numerals(G, "N", "n", lambda mark: mark.value)
G.primitive("K", _several_numbers)
numerals(G, "F", "f", lambda mark: mark.value)
numerals(G, "M", "m", lambda mark: Amount(mark.value, MONEY_ITEM, mark.unit))
G.words("U", *lexicon.UNITS)
G.words("comma", "，", ",")
G.words(
    "all",
    *(
        "一共 总共 共 合计 总计 共计 加起来 合起来 合在一起 一共要 总的 加起来一共 合起来一共 加在一起"
    ).split(),
)
G.words(
    "and",
    *"和 与 、 及 以及 跟 ， , ，和 还有 加 加上 或".split(),
)
G.words(
    "price_word",
    *(
        "价格 单价 售价 价钱 定价 票价 标价 原价 费用 价 门票价格 卖价 门票 钱数 零售价 门票价 现价 租金 车费"
    ).split(),
)
G.alias("price", "(的)? <price_word>")
G.words("measured_word", *lexicon.MEASURED.split("|"), "数")
G.alias("measured", "(的)? <measured_word>")
G.words(
    "yuan",
    *(
        "元钱 元 块钱 钱 块 美元 欧元 英镑 元的钱 元零花钱 元零用钱 元压岁钱 元呢 钱呢 元人民币 "
        "元费用 元车费 元邮费 元门票钱 元电费 元门票"
    ).split(),
)
G.words(
    "is",
    *(
        "是 为 等于 就是 正好是 恰好是 刚好是 相当于 刚好 正好 恰好 卖 要 需 需要 售 值 价格是 "
        "定价是 只要 只需 要卖 只卖 卖到 共 应该是 标价 售价 也是"
    ).split(),
)

# -- time and manner -------------------------------------------------------------------------------

DAY_WORDS: Final = (
    "过了几天 几天后 过几天 隔了几天 上午 下午 早上 晚上 中午 今天 昨天 前天 明天 上周 本周 这周 下周 上个月 这个月 本月 上月 "
    "去年 今年 明年 上半年 下半年 上半月 下半月 白天 夜里 周末 周一 周二 周三 周四 周五 周六 "
    "周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 早晨 清晨 傍晚 头一天 当天 "
    "那天 前一天 后一天 次日 隔天 前半段 后半段 首日 "
    "一月份 二月份 三月份 四月份 五月份 六月份 七月份 八月份 九月份 十月份 十一月份 十二月份"
).split()
G.words("day_word", *DAY_WORDS)
G.words(
    "ordinal",
    *"一 二 三 四 五 六 七 八 九 十".split(),
)
G.alias("nth", "第 (<ordinal>|<N>) (天|次|周|个月|小时|站|批|回|趟|季度|个小时|个星期|轮|局|年|场|月)")


def span(name: str, inner: str) -> None:
    """`name` reads what `inner` reads, and means the characters."""

    def primitive(tokens: Sequence[str], at: int) -> Iterator[Parse]:
        for parse in G.chart(tokens).parses(inner, at):
            yield Parse(
                parse.end,
                "".join(
                    str(t.mark.value) if isinstance(t, Numeral) and "\ue000" <= t <= "\uf8ff" else t
                    for t in tokens[at : parse.end]
                ),
                0.2,
            )

    G.primitive(name, primitive, uses=(inner,))


G.alias("any_time", "<day_word>", "<nth>")
span("time", "any_time")

G.words("adv_if", "如果", "假如", "若")
G.words(
    "adv_word",
    *(
        "又 还 再 先 后来 另外 接着 然后 也 首先 最后 只 现在 这时 已经 共 一共 总共 正好 刚好 "
        "恰好 大约 某天 一天 一周 一个月 一个星期 一上午 有一天 放学后 后 一次 目前 如今 都 就 要 想 想要 准备 打算 计划 "
        "需要 其中 那么 已知 当时 随后 之后 此时 最终 另 又再 结果 便 才 即 应 应该 可以 可 能 "
        "一起 全部 共同 紧接着 但 而 并且 且 并 回家后 不久 不久后 同时 实际 又知道 知道 放学时 "
        "途中 接下来 这次 上次 每次 期末 年底 刚刚 共有 仅 仅仅 一下子 一次性 则 却 自己 决定 "
        "到站后 不过 今有 全部用完 去购物时 购物时 买菜时"
    ).split(),
)
G.words(
    "origin",
    *"原来 原有 原先 本来 一开始 起初 开始 原 开始时".split(),
)
G.alias("adv", "<adv_word>", "<origin>", "<adv_if>")
G.alias("qadv", "<adv_word>", "<adv_if>")
G.alias("qadv", "<day_word>", "<nth>", cost=0.6)
G.alias("adv", "<day_word>", "<nth>", cost=0.6)
G.alias(
    "adv",
    "(用|以|按|按照) (同样|相同|一样) 的? (价格|单价|价钱)",
    "按 (这个|这样的|同样的) (价格|单价|价钱)",
    "照这样 (计算|算)?",
    "按 原价",
    cost=0.2,
)
G.alias("qadv", "(用|以|按|按照) (同样|相同|一样) 的? (价格|单价|价钱)", "照这样 (计算|算)?", cost=0.2)
G.alias(
    "adv",
    "(去|到|在|来到|前往|从) (了)? (同一家|一家|这家|某|附近的)? <noun> (里|上|中|内|时)?",
    "(为|给|替|帮) <noun>",
    cost=0.8,
)
G.words("in", "里面", "里", "中", "内", "上")
G.alias(
    "within",
    "<noun> <in> <comma>?",
    "<noun> 的 <noun> <in> <comma>?",
    "在? (一 <U>)? <place_noun> (里|中|上)? <comma>",
    "在 <noun> (里|中|上)? <comma>?",
    "<noun> (那天|这天|当天|期间|前|时|后) <comma>?",
    "在? (一 <U>)? (某)? <place_noun> (里|中|上)?",
    "<noun> (课|节|会) 上 <comma>?",
    cost=0.3,
)
G.words(
    "same",
    *"同样的 这样的 同样 相同的 的 一样的 同款 同种 相同 新 打折后的 打折的 特价的 新的 漂亮的 二手的 崭新的 喜欢的 心爱的 精美的".split(),
)


@G.rule("times", "<n:N> 倍")
def _times(n: Fraction) -> Fraction:
    return n


G.alias("factor", "<x:times>", "<x:F>")

# -- amounts ---------------------------------------------------------------------------------------


@G.rule("qty", "<n:N> <u:U> <same>? <x:noun>", "<x:noun> <n:N> <u:U>", "<n:N> <u:U>", cost=0.1)
def _qty(n: Fraction, u: str, x: str = "") -> Amount:
    return Amount(n, x, u)


@G.rule("qty", "<n:N> <same>? <x:noun>", cost=0.8)
def _qty_bare(n: Fraction, x: str) -> Amount | None:
    return None if lexicon.begins_with_unit(x) else Amount(n, x, "")


G.words(
    "cash",
    *"钱 现金 零花钱 零用钱 压岁钱 存款 人民币 班费 工资 奖金 零钱 红包 经费 活动经费 公款 稿费 奖学金 班会费 活动费".split(),
)


@G.rule("qty", "<m:M> (的)? <cash>?", "<cash> <m:M>")
def _qty_money(m: Amount) -> Amount:
    return m


@G.rule("qtys", "<a:qty>", "<a:qty> <and> <b:qtys>")
def _qtys(a: Amount, b: tuple[Amount, ...] = ()) -> tuple[Amount, ...]:
    return (a, *b)
