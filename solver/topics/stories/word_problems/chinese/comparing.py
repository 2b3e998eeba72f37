"""Chinese comparisons: more and less, times, fractions of something. See `word_problems.chart` for the notation.

The same wordings compare things, what was spent, and what was done at different times: only what stands behind 比 differs.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.chinese import lexicon
from solver.topics.stories.word_problems.chinese.phrases import G
from solver.topics.stories.word_problems.meanings import Amount, Compared, Thing
from solver.topics.stories.word_problems.quantities import ONE

G.words(
    "more_word",
    *"多 贵 高 大 长 重 增加 涨 提高 增产 多出 快 宽 深".split(),
    value=1,
)
G.words(
    "less_word",
    *"少 便宜 低 小 短 轻 矮 减少 降 降低 减产 慢 窄 浅".split(),
    value=-1,
)
G.words("did", *lexicon.DONE)
G.alias("more", "(还|要|就|又)? <x:more_word> (了|出)?")
G.alias("less", "(还|要|就|又)? <x:less_word> (了)?")
G.alias("more", "(还|要|就|又)? 多 <did> (了)?", cost=0.1)
G.alias("less", "(还|要|就|又)? 少 <did> (了)?", cost=0.1)
G.rule("sign", "<more>")(lambda: 1)
G.rule("sign", "<less>")(lambda: -1)
G.words(
    "equal",
    *"一样多 同样多 相等 一样 一样长 一样重 相同 同样重".split(),
)
G.words(
    "just",
    *(
        "是 为 等于 正好是 恰好是 刚好是 相当于 正好等于 正好 恰好 恰好等于 刚好 只有 仅是 也是 "
        "只是 约是 又是"
    ).split(),
)


@G.rule("difference", "<m:M> (钱)?", "<n:N> (<u:U>)? (<noun>)?")
def _difference(m: Amount | None = None, n: Fraction | None = None, u: str = "") -> Amount:
    return m if m is not None else Amount(n or Fraction(0), "", u)


def _more_than(b: tuple[Thing, ...], d: Amount, s: int) -> Compared:
    return Compared(ONE, s * d.number, b, d.item, d.unit)


def _fraction_more(b: tuple[Thing, ...], s: int, f: Fraction) -> Compared:
    return Compared(1 + s * f, Fraction(0), b)


def _linear(b: tuple[Thing, ...], k: Fraction, s: int, d: Amount) -> Compared:
    return Compared(k, s * d.number, b, d.item, d.unit)


def _multiple(b: tuple[Thing, ...], k: Fraction = ONE) -> Compared:
    return Compared(k, Fraction(0), b)


_ALSO: Final = "(要|还|也|都|只|又)?"


def comparisons(name: str, base: str) -> None:
    """`name` reads an amount by another one, which `base` reads."""
    of, than = f"{_ALSO} <just> <b:{base}>", f"{_ALSO} 比 <b:{base}>"
    G.rule(name, f"{than} {_ALSO} <s:sign> <d:difference>")(_more_than)
    G.rule(name, f"{than} {_ALSO} <s:sign> <f:F>")(_fraction_more)
    G.rule(
        name,
        f"{than} 的? <k:factor> {_ALSO} <s:sign> <d:difference>",
        f"{of} 的? <k:factor> <comma>? (还|又|而)? <s:sign> <d:difference>",
    )(_linear)
    G.rule(name, f"{of} 的? <k:factor>", f"{_ALSO} (和|与|跟) <b:{base}> <equal>")(_multiple)


comparisons("compared", "things")
