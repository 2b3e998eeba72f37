"""The price of a mixture of two or three kinds. Not read: how much of a kind has to be taken, a profit on it."""

from __future__ import annotations

import re
from functools import reduce
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, zh
from solver.topics.stories.school.working import Term, Unfit, Working

_U: Final = r"(?:kg|g|l|pounds?|ounces?|lbs?)"
_PER: Final = rf"(?:per|a|an|/) ?(?P<v@>{_U})"
_KIND: Final = rf"<n@> (?P<u@>{_U}) of {en(3)} ?(?:(?:costing|at|worth|priced at|which costs?|that costs?|that is) )?(?:[$£€])?<p@>(?: dollars)? {_PER}"


def _of(i: int) -> str:
    """`3 kg of peanuts costing $8 per kg`."""
    return _KIND.replace("@", str(i))


@kind(
    r"mix|blend",
    "en",
    {
        "two": (rf"{en(4)}(?:mixes|mixed|blends|blended|combines|combined) {_of(1)} (?:with|and) {_of(2)}", rf"{_of(1)} (?:is|are|was|were) (?:mixed|blended|combined) with {_of(2)}", rf"{_of(1)} and {_of(2)} (?:is|are|was|were) (?:mixed|blended|combined)(?: together)?"),
        "three": (rf"{en(4)}(?:mixes|mixed|blends|blended) {_of(1)},? {_of(2)},? and {_of(3)}",),
        "ask": (rf"(?:what is|find|calculate) the (?:cost|price|value) (?:of <q> (?P<w>{_U})|per (?P<w2>{_U})|of (?:a|each|one) (?P<w3>{_U})) ?(?:of )?(?:the |this )?(?:mixture|blend|mix)?", rf"how much (?:does|is|will) <q> (?P<w>{_U}) of the (?:mixture|blend|mix) (?:cost|worth)", rf"what (?:does|is) (?:the )?(?:mixture|blend|mix) (?:cost|worth) per (?P<w2>{_U})"),
    },
)  # fmt: skip
def _price_in_english(s: Story, work: Working) -> None:
    units = {u.rstrip("s") for u in (*s.placed("u"), *s.placed("v"), *s.placed("w"))}
    if len(units) != 1 or s.has("q") and s.told("q").value != 1 or re.search(r"profit|sells?|sold", s.text):
        raise Unfit
    says = ("what all of it costs", "how much there is", "the price of one: the cost shared by the amount")
    _price(s, work, says, "dollars" if "$" in s.text else "", "the price")


@kind(
    "混合|掺|拌",
    "zh",
    {
        "kind": (rf"{zh(6)}<n1>(?P<u1>千克|克|公斤|斤)?(?:单价|每(?P<v1>千克|克|公斤|斤))<p1>元的?{zh(6)}[和与及]<n2>(?P<u2>千克|克|公斤|斤)每(?P<v2>千克|克|公斤|斤)<p2>元的?{zh(6)}混合(?:在一起|后|成{zh(6)})?",),
        "ask": (rf"(?:混合后?的?)?{zh(6)}(?:平均)?每(?P<w>千克|克|公斤|斤)(?:的价格)?(?:是|要|卖|应)?(?:多少|几)元",),
    },
)  # fmt: skip
def _price_in_chinese(s: Story, work: Working) -> None:
    if len({*s.placed("u"), *s.placed("v"), *s.placed("w")}) != 1:
        raise Unfit
    _price(s, work, ("一共的钱数", "一共的质量", "平均每份的价钱：总价÷总质量"), "元", "混合后的单价")


def _price(s: Story, work: Working, says: tuple[str, str, str], money: str, label: str) -> None:
    kinds = [i for i in (1, 2, 3) if s.has(f"n{i}")]
    pairs = [(s.told(f"n{i}"), s.told(f"p{i}")) for i in kinds]
    if len(pairs) < 2:
        raise Unfit
    cost = reduce(Term.__add__, [many * price for many, price in pairs])
    amount = reduce(Term.__add__, [many for many, _ in pairs])
    whole = work.step(says[0], cost, money)
    work.give(work.step(says[2], whole / work.step(says[1], amount), money), money, label)
