"""The best buy: what one costs in every offer, and the offer where that is least.

Read: two to six offers, each of an amount and a price, as options or one behind the other; the amounts are counted in the same thing or
measured in units of one kind. Not: offers with something free, prices that are reduced, two offers that are equally good.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import exact_source
from solver.topics.choices import split
from solver.topics.computed import Computed
from solver.topics.numbers.rounding.numbers import rounded, written

_SCALES: Final = {
    "kg": ("g", 1000), "g": ("g", 1), "l": ("ml", 1000), "ml": ("ml", 1), "cl": ("ml", 10), "m": ("cm", 100), "cm": ("cm", 1),
    "千克": ("g", 1000), "克": ("g", 1), "升": ("ml", 1000), "毫升": ("ml", 1), "米": ("cm", 100), "厘米": ("cm", 1),
}  # fmt: skip
_LONG: Final = (
    (r"kilograms?|kilos?", "kg"), (r"millilit(?:er|re)s?", "ml"), (r"centilit(?:er|re)s?", "cl"), (r"lit(?:er|re)s?", "l"), (r"grams?", "g"),
    (r"centimet(?:er|re)s?", "cm"), (r"met(?:er|re)s?", "m"),
)  # fmt: skip
_NUMBER: Final = r"\d+(?:\.\d+)?"
_MONEY: Final = (
    rf"(?:(?:[$£€¥] ?(?P<m>{_NUMBER}))|(?P<p>{_NUMBER}) ?(?P<coin>p|pence|cents|dollars|pounds|euros|yuan))"
)
_WORD: Final = r"(?!(?:for|at|free|off|get|plus|and|or|each|per|more|extra)\b)[a-z][a-z'-]*"
_OFFER_EN: Final = re.compile(
    rf"(?:(?:an?|the|one|1|buy|buying) )?(?:(?:pack|packet|box|bag|bottle|carton|tin|jar|roll|size|bunch|tube|can)s? (?:of |with )?)?"
    rf"(?P<n>{_NUMBER}) ?(?:(?P<u>kg|g|ml|cl|l|cm|m)\b)?(?: (?:of )?(?P<w>{_WORD}(?: {_WORD}){{0,2}}))? ?,? ?(?:for|at|costs?|costing|cost|is|are|priced at|:|=|-)? ?{_MONEY}"
)  # fmt: skip
_U_ZH: Final = "千克|毫升|厘米|克|升|米"
_C_ZH: Final = "个|节|盒|瓶|支|包|袋|本|块|卷|罐|听|枝|只|张|双|条|枚|颗"
_OFFER_ZH: Final = re.compile(
    rf"(?:买)?(?:每(?:盒|包|袋|箱|瓶))?(?P<n>{_NUMBER})(?P<u>{_U_ZH}|{_C_ZH})(?:装)?(?:[\u4e00-\u9fff]{{0,4}}?)[,:]?(?:共|要|卖|售价|价格是|需|只要|需要)?(?:¥)?(?P<m>{_NUMBER})元"
)
_PLACE: Final = rf"(?:{_WORD} ?){{0,4}}?"
_ASKED_EN: Final = re.compile(
    rf"(?:(?!(?:which|what)\b)[a-z][a-z' -]{{0,60}} (?:comes?|is sold|are sold|is available|sells?|has|is offered)(?: [a-z' -]{{0,30}})? ?(?:\d )?(?:different )?(?:sizes|packs|offers|deals|packets|boxes|bags|ways|sized packs)[.:]? )?"
    rf"(?:(?:which|what) (?:of (?:these|the following) )?{_PLACE} ?(?:is|are|gives?|has|offers?|represents?|would be|works out) ?(?:you )?(?:the |a )?"
    r"(?:best|better|cheapest|cheaper|lowest|most economical|best value)(?: (?:buy|value|deal|offer|price|unit price|cost|option|choice|bargain|rate|way to buy \w+))?(?: for (?:your |the |your )?money)?"
    rf"(?: (?:per|for (?:each|one|every)|for a single) {_WORD})?)"
)
_ASKED_ZH: Final = re.compile(
    r"(?:同样的[\u4e00-\u9fff]{1,4},)?(?:买|在)?(?:下面|以下)?(?:哪(?:一)?(?:种|个|家|款)?)(?:规格|包装|方式|买法|方案|店|商店|的|[\u4e00-\u9fff]{0,4})?(?:的)?(?:单价)?(?:买)?(?:最|更|比较|较)?(?:便宜|合算|划算|实惠|低)(?:一些|些)?"
)
TOLD: Final = Words(
    "- {name}: \\({price}\\div {amount}{sign}{each}\\)", "- {name}：\\({price}\\div {amount}{sign}{each}\\)"
)
STEP: Final = Words(
    "Find what {one} costs in every offer:\n\n{lines}", "求出每种买法{one}的价钱：\n\n{lines}"
)
LEAST: Final = Words("The least of these is that of {name}.", "其中最小的是 {name}。")
SENTENCE: Final = Words("The best buy is {answer}.", "最便宜的是 {answer}。")
METHOD: Final = Words("compared how much one gets for each unit of money", "比较每一元能买多少")


@dataclass(frozen=True, slots=True)
class Offer:
    """What it is called, how much of what, and for how much money."""

    name: str
    amount: Fraction
    unit: str
    price: Fraction


def read(text: Text) -> Reading:
    """Offers, and the question which is the best."""
    found = _offers(text)
    if found is None:
        return None
    offers, names = found
    units = {o.unit for o in offers}
    if len(units) != 1 or any(not o.amount or not o.price for o in offers):
        return None
    each = [o.price / o.amount for o in offers]
    best = [i for i, price in enumerate(each) if price == min(each)]
    return _task(offers, names, each, units.pop(), best[0], text.language) if len(best) == 1 else None


def _offers(text: Text) -> tuple[list[Offer], tuple[str, ...]] | None:
    """The offers and what they are called in an answer."""
    parted = split(text.source)
    if parted is not None:
        start = re.search(r"(?<![A-Za-z\\])\(?A\s*[.、:)]\s*", text.source)
        stem = text.source if start is None else text.source[: start.start()]
        named = [(f"{letter}", written_) for letter, written_ in zip("ABCDEF", parted[1], strict=False)]
    else:
        inline = _inline(text)
        if inline is None:
            return None
        stem, named = inline
    asked = _plain(stem, text.language).strip(" ,.?:。()_")
    if not (_ASKED_EN if text.language == "en" else _ASKED_ZH).fullmatch(asked):
        return None
    if re.search(r"cheap|lowest", asked) and not re.search(r"\b(?:per|for (?:each|one|every|a))\b", asked):
        return None  # the least price of all, or of one?
    offers = [_offer(name, written_, text.language) for name, written_ in named]
    kept = [o for o in offers if o is not None]
    if len(kept) != len(offers) or not 2 <= len(kept) <= 6:
        return None
    return kept, tuple(re.sub(r"\\?\$", r"\\$", name) for name, _ in named)


def _inline(text: Text) -> tuple[str, list[tuple[str, str]]] | None:
    """ "Which is the better buy: 4 apples for $2.20 or 6 apples for $3.18?" """
    source = text.source.strip()
    if text.language == "en":
        match = re.fullmatch(r"(?is)(?P<q>which\b[^:,?$£€\d]+)[:,?] ?(?P<l>.+? or .+?)\??", source)
        parts = re.split(r"\s*,?\s+or\s+|\s*,\s+", match["l"]) if match else []
    else:
        match = re.fullmatch(
            r"(?s)(?P<h>同样的[\u4e00-\u9fff]{1,4},)?(?P<l>.+?元(?:和|,|、|与).+?元),(?P<q>哪[^,]+?)[?。]?",
            source,
        )
        parts = re.split(r"(?<=元)(?:和|,|、|与)", match["l"]) if match else []
    if match is None or len(parts) < 2:
        return None
    return match["q"], [(part.strip(), part.strip()) for part in parts]


def _plain(source: str, language: Language) -> str:
    plain = in_digits(source)
    if language == "zh":
        return re.sub(r"[\s()]|\\text", "", plain).replace("，", ",")
    plain = re.sub(r"\s+", " ", plain).lower()
    for pattern, usual in _LONG:
        plain = re.sub(rf"\b(?:{pattern})\b", usual, plain)
    return re.sub(r"(?<=\d)(?=(?:kg|g|ml|cl|l|cm|m)\b)", " ", plain)


def _offer(name: str, source: str, language: Language) -> Offer | None:
    plain = _plain(source.replace("\\$", "$"), language).strip(" .,;?。")
    plain = re.sub(r"(?<=\d)-(?=[a-z])", " ", re.sub(r"\$ ?(\d[\d.]*)\$", r"$\1", plain))
    match = (_OFFER_EN if language == "en" else _OFFER_ZH).fullmatch(plain)
    if match is None:
        return None
    parts = {k: v for k, v in match.groupdict().items() if v}
    coin = parts.get("coin", "")
    price = Fraction(parts.get("m") or parts["p"]) / (100 if coin in ("p", "pence", "cents") else 1)
    unit = parts.get("u", "")
    amount = Fraction(parts["n"])
    if unit in _SCALES:
        small, factor = _SCALES[unit]
        return Offer(name, amount * factor, small, price)
    return Offer(name, amount, unit or re.sub(r"s$", "", parts.get("w", "")), price)


def _task(
    offers: list[Offer],
    names: tuple[str, ...],
    each: list[Fraction],
    unit: str,
    best: int,
    language: Language,
) -> Computed:
    """The prices of one, and their least."""
    measured = {"g": ("1 g", "1 克"), "ml": ("1 ml", "1 毫升"), "cm": ("1 cm", "1 厘米")}
    one = measured.get(unit, ("one", f"1 {unit}"))[language == "zh"]
    lines = []
    for name, offer, price in zip(names, offers, each, strict=True):
        size = rounded(price, Fraction(1, 10**5))
        lines.append(
            TOLD.say(
                language, name=name, price=written(offer.price), amount=written(offer.amount),
                sign="=" if size == price else r"\approx ", each=written(size),
            )
        )  # fmt: skip
    prices = exact_source([sp.Rational(o.price.numerator, o.price.denominator) for o in offers])
    amounts = exact_source([sp.Rational(o.amount.numerator, o.amount.denominator) for o in offers])
    told = (f"prices = {prices}", f"amounts = {amounts}")
    return Computed(
        (STEP.say(language, one=one, lines="\n".join(lines)), LEAST.say(language, name=names[best])),
        (*told, "each = [S(price) / amount for price, amount in zip(prices, amounts)]", "Integer(each.index(min(each)))"),
        (*told, "got = [S(amount) / price for price, amount in zip(prices, amounts)]", "got[claimed] == max(got) and got.count(max(got)) == 1"),
        SENTENCE,
        METHOD,
        language,
        names,
    )  # fmt: skip
