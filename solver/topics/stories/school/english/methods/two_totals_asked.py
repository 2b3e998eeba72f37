"""Items and totals of `two_totals`, and what may be asked about them, put into plain words.

Asked: what one of each costs (weighs, holds), or one of them, so many of both together, or how much more one costs than the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from solver.topics.stories.school.english.marks import ANY, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.sheet import Sheet
from solver.topics.stories.school.english.words import STRICT
from solver.topics.stories.word_problems.expressions import decimal
from solver.topics.stories.word_problems.wording import pluralised, singular

HARMLESS: Final = frozenset(
    "and while but then same total altogether together sum also when who which if all next first last later own again another still "
    "both day week afterwards one ones so because however different back only".split()
)
CHANGING: Final = frozenset(
    "change coupon voucher tip off refund swap swaps swapped exchange exchanged exchanges lose lost loses gave away spoiled dozen pair pairs "
    "profit loss discounted difference between by minus plus ratio older age ages years cumulative running far set sets pack packs "
    "offer deal deposit fee delivery postage service each".split()
)  # fmt: skip
BEFORE: Final = frozenset("a an one the each single every of for does do is was would will in by and to costs cost much many can about".split())  # fmt: skip
BEHIND: Final = frozenset(
    "cost costs weigh weighs is are in at from worth for hold holds carry carries pay pays fit fits respectively have be each earn earns take takes than "
    "sell sells charge charges contain contains need needs use uses , and priced separately on was were be individually seat seats weighed alone".split()
)  # fmt: skip
MORE: Final = frozenset("more dearer heavier expensive larger".split())
LESS: Final = frozenset("less cheaper lighter".split())


@dataclass(frozen=True, slots=True)
class Item:
    """So many of a thing: `count` a number of the problem ("" for one), `unit` where it is measured."""

    count: str
    unit: str
    words: tuple[str, ...]

    def said(self, made: Sheet) -> str:
        """ "3 blue markers", "2 kg of cherries"."""
        number = decimal(made.values[self.count]) if self.count else "1"
        name = " ".join(self.words)
        if self.unit:
            return f"{number} {self.unit} of {name}"
        return f"{number} {name if number == '1' else pluralised(name)}"


@dataclass(frozen=True, slots=True)
class Told:
    """A pair of items or an amount, and the sentence that it stands in."""

    sentence: int
    pair: tuple[Item, Item] | None = None
    amount: str = ""
    unit: str = ""


def verb_for(total: Told) -> str:
    """What one of the things does: it costs, weighs or holds so much."""
    if MONEY[1] <= total.amount <= MONEY[3]:
        return "cost"
    return "weigh" if total.unit in SCALES and SCALES[total.unit][0].endswith("mass") else "hold"


def plain_question(
    asked: Sequence[Sequence[str]], items: Sequence[Item], total: Told, made: Sheet
) -> str | None:
    """The question in plain words."""
    words = [w for sentence in asked for w in (*sentence, ",")]
    while words and words[-1] == ",":
        words.pop()
    found = _mentions(words, items)
    if found is None:
        return None
    mentions, rest = found
    if not _asks_for(words, total, made):
        return None
    barred = STRICT - HARMLESS - MORE - LESS - frozenset("how what much many each than every".split())
    if any(w in barred or w in CHANGING - {"each"} or re.fullmatch(ANY, w) for w in rest):
        return None
    bag = set(rest)
    if bag & (MORE | LESS):
        return _plain_difference(mentions, bag, total, made)
    if "than" in bag:
        return None
    if not mentions or "each" in bag and bag & {"type", "types", "kind", "kinds", "sort", "sorts"}:
        return _plain_each(items, total, made) if "each" in bag or "both" in bag else None
    if len(mentions) > 2 or len({i.words for i in mentions}) != len(mentions):
        return None
    counted = any(i.count and made.values[i.count] != 1 for i in mentions)
    together = bool(bag & {"total", "altogether", "together", "sum"})
    if counted or together or len(mentions) == 2 and _one_bill(words):
        if not _is_money(total) or together and len(mentions) == 1 and not counted:
            return None
        return f"How much do {' and '.join(i.said(made) for i in mentions)} cost{' altogether' if len(mentions) > 1 else ''}?"
    return _plain_each([Item("", i.unit, i.words) for i in mentions], total, made)


def _is_money(total: Told) -> bool:
    return MONEY[1] <= total.amount <= MONEY[3]


def _plain_difference(mentions: Sequence[Item], bag: set[str], total: Told, made: Sheet) -> str | None:
    """ "How much more does one pen cost than one pencil?"."""
    verb = verb_for(total)
    if len(mentions) != 2 or "than" not in bag or any(i.count for i in mentions):
        return None
    if not (_is_money(total) or verb == "weigh") or bag & MORE and bag & LESS:
        return None
    a, b = mentions if bag & MORE else reversed(mentions)
    if a.unit:
        return None
    return f"How much more does one {' '.join(a.words)} {verb} than one {' '.join(b.words)}?"


def _plain_each(items: Sequence[Item], total: Told, made: Sheet) -> str:
    """ "How much does one pen cost and how much does one pencil cost?"."""
    unit, verb = total.unit, verb_for(total)
    many = f"many {pluralised(unit)}" if unit and unit not in SCALES else "much"
    joined = " and ".join(
        f"how {many} does {'one ' + ' '.join(i.words) if not i.unit else i.said(made)} {verb}" for i in items
    )
    return f"{joined[:1].upper()}{joined[1:]}?"


def _one_bill(words: Sequence[str]) -> bool:
    """Whether two things are asked for as one: "how much would a pen and a book cost"."""
    text = " ".join(words)
    asks = len(re.findall(r"\b(?:how much|how many|what|how heavy)\b", text))
    return asks == 1 and bool(re.search(r"\b(?:how much|what) (?:do|would|will|did|must|should)\b", text)) and "respectively" not in text and "each" not in text  # fmt: skip


def _asks_for(words: Sequence[str], total: Told, made: Sheet) -> bool:
    """Whether the question is for what the totals are of: money, a weight, how many."""
    text = " ".join(words)
    money = MONEY[1] <= total.amount <= MONEY[3]
    measures = re.findall(r"\b(dollars?|pounds?|euros?|yuan|cents?|pence|pennies|grams?|kilograms?|kilos?|kg|g|litres?|liters?|ml|millilitres?|tonnes?)\b(?! of)", text)  # fmt: skip
    own = made.currency if money else total.unit
    spelled = {"kilogram": "kg", "kilo": "kg", "gram": "g", "liter": "litre", "millilitre": "ml"}
    for word in measures:
        one = singular(word)
        if spelled.get(one, one) != singular(own):
            return False
    for noun in re.findall(r"how many ([a-z]+)", text):
        if (
            noun not in ("in", "does", "do", "can", "will", "would")
            and singular(noun) != singular(own)
            and spelled.get(singular(noun)) != own
        ):
            return False
    if money:
        return bool(re.search(r"price|cost|how much|pay|charge|worth|what (?:is|does|do|would|did)|earn|dollars|pounds|euros|yuan", text)) and "weigh" not in text  # fmt: skip
    if total.unit in SCALES and SCALES[total.unit][0].endswith("mass"):
        return bool(re.search(r"weigh|heavy|mass", text)) and not re.search(r"cost|price", text)
    return bool(re.search(r"how many|capacity|hold|how much|volume", text)) and not re.search(r"cost|price|weigh", text)  # fmt: skip


def _mentions(words: Sequence[str], items: Sequence[Item]) -> tuple[list[Item], list[str]] | None:
    """The items that are asked for, in order, and all other words; None where something else than an item may be named."""
    found: list[Item] = []
    rest: list[str] = []
    heads = [i.words[-1] for i in items]
    names = [
        n
        for i in items
        for n in ((i, i.words), *(((i, i.words[-1:]),) if heads.count(i.words[-1]) == 1 else ()))
    ]
    at = 0
    while at < len(words):
        hit = next(
            (
                (i, n)
                for i, n in sorted(names, key=lambda p: -len(p[1]))
                if tuple(map(singular, words[at : at + len(n)])) == tuple(map(singular, n))
            ),
            None,
        )
        if hit is None:
            if re.search(r"\bof (?:an?|one) (?!single\b)[a-z]{3,}$", " ".join(words[: at + 1])):
                return None  # the price of something of which nothing was told
            rest.append(words[at])
            at += 1
            continue
        item, name = hit
        if item.unit:
            ahead = " ".join(rest[-3:])
            if not re.search(rf"(?:\b(?:an?|one|each|every|per)|{NUMBER}) (?:kg|kilograms?|kilos?|litres?|liters?|{item.unit}) of$", ahead) or not re.search(rf"\b{item.unit}\b|kilo" if item.unit == "kg" else item.unit[:3], ahead):  # fmt: skip
                return None
            rest = rest[:-2]
        before = rest[-1] if rest else ""
        behind = words[at + len(name)] if at + len(name) < len(words) else ","
        count = ""
        if re.fullmatch(NUMBER, before):
            count = before
            rest.pop()
        elif before not in BEFORE or before in ("many", "much"):
            return None
        if behind not in BEHIND and not re.fullmatch("tickets?", behind):
            return None
        found.append(Item(count, item.unit, item.words))
        at += len(name) + (behind in ("ticket", "tickets"))
    for word, after in pairwise(words):
        if word == "and" and not (after in ("how", "what", "of", "the", "that", "for", "find", "a", "an", "one", "each") or re.fullmatch(NUMBER, after) or any(singular(after) == n[0] for _, n in names)):  # fmt: skip
            return None
    return found, rest
