"""Names for the quantities of a story: labels and units in the problem's language, identifiers for cells.

Everything from the problem's text that gets into a cell goes through `identifier` or `comment`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.stories.word_problems.expressions import decimal
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ORDINALS, Key, Phrase
from solver.topics.stories.word_problems.story import Story

_LABELS: Final[Mapping[str, Words]] = {
    "price": Words("the price of one {item}", "{each}{item}的价格"),
    "list": Words("the list price of one {item}", "{each}{item}的原价"),
    "count": Words("{items}", "{item}"),
    "owned": Words("{owner}'s {items}", "{owner}的{item}"),
    "owned-bare": Words("{owner}", "{owner}"),
    "first": Words("{label} at first", "{label}（原来）"),
    "later": Words("{label} after that", "{label}（后来）"),
    "money": Words("the money {owner} has", "{owner}的钱"),
    "money-left": Words("the money {owner} has left", "{owner}剩下的钱"),
    "whole": Words("{items} in all", "{item}总数"),
    "whole-bare": Words("all together", "总数"),
    "cost": Words("the money spent", "花的钱"),
    "cost-of": Words("the money spent on {items}", "买{item}花的钱"),
    "spent": Words("the total cost", "总价"),
    "change": Words("the change", "找回的钱"),
    "missing": Words("the money still needed", "还差的钱"),
    "difference": Words("the difference", "相差"),
    "total": Words("the total", "总数"),
    "tender": Words("the money handed over", "付的钱"),
    "part": Words("one share", "每份"),
    "number": Words("{item}", "{item}"),
    "age": Words("{owner}'s age", "{owner}的年龄"),
    "age-after": Words("{owner}'s age {years} years later", "{years} 年后{owner}的年龄"),
    "age-before": Words("{owner}'s age {years} years ago", "{years} 年前{owner}的年龄"),
    "years": Words("the number of years", "年数"),
    "times": Words("how many times", "倍数"),
    "speed": Words("the speed of the {item}", "{item}的速度"),
    "rate": Words("{owners} in one {item}", "每{item}的{owner}"),
    "rate-shared": Words("{owners} for each {item}", "每{item}的{owner}"),
    "pay": Words("the money for one {item}", "每{item}的钱"),
    "moved": Words("how much is handed over", "给出的"),
    "rest": Words("what is left", "剩下的"),
    "income": Words("the money taken in", "收入"),
    "value": Words("the amount of money in all", "总金额"),
    "profit": Words("the profit", "利润"),
    "periods": Words("the number of {items}", "{item}数"),
    "sale": Words("the selling price of one {item}", "每{item}的售价"),
    "gift": Words("{owners} for each {item}", "每{item}的{owner}"),
    "nameless": Words("the {item}", "{item}"),
    "each": Words("the money for each {item}", "每个{item}的钱"),
    "target": Words("the {items} needed", "需要的{item}"),
    "tally": Words("{item}", "{item}"),
    "amount": Words("{item}", "{item}"),
    "target-money": Words("the money needed", "需要的钱"),
}
_IDENTIFIERS: Final = {
    "money": "money", "whole": "whole", "cost": "cost", "spent": "total_cost", "change": "change_back",
    "missing": "still_needed", "difference": "difference", "total": "total", "tender": "paid", "part": "share",
    "number": "number", "times": "times", "age": "age", "years": "years", "price": "price", "count": "count",
    "list": "list_price",
    "speed": "speed", "rate": "rate", "rest": "rest", "income": "income", "moved": "moved", "value": "total_value", "profit": "profit",
    "tally": "count", "amount": "money_amount",
    "target": "target", "each": "each", "periods": "periods", "sale": "selling_price", "gift": "for_each",
}  # fmt: skip
_CURRENCY: Final = {
    "dollar": ("dollar", "dollars"), "pound": ("pound", "pounds"), "euro": ("euro", "euros"), "yuan": ("yuan", "yuan"),
    "cent": ("cent", "cents"),
}  # fmt: skip
_PERIODS: Final = frozenset("hour day week month year lesson shift 小时 天 周 星期 月 个月 年 次".split())
MEASURES: Final = frozenset({"ml", "g", "kg", "l", "t", "m"})  # with these, an English noun has no plural
MONEY_KINDS: Final = frozenset(
    {
        "price",
        "list",
        "money",
        "cost",
        "spent",
        "change",
        "missing",
        "tender",
        "income",
        "value",
        "profit",
        "sale",
        "each",
        "amount",
    }
)


def comment(text: str) -> str:
    """`text` as part of a comment: one line, no double quotes, backslashes or control characters."""
    kept = "".join(c if c.isprintable() and c not in '"\\`#' else " " for c in text)
    return re.sub(r" +", " ", kept).strip()[:120]


def agreeing(text: str) -> str:
    """The sentence of a problem that is told by "I" speaks to the reader as "you"."""
    text = re.sub(r"\b([Yy])ou's\b", r"\1our", text)
    return re.sub(r"\b([Yy]ou) (?:(has)|is)\b", lambda m: f"{m[1]} {'have' if m[2] else 'are'}", text)


@dataclass(slots=True)
class Wording:
    """Labels, units and identifiers for one story."""

    story: Story
    language: Language
    written: Mapping[str, str]
    percents: frozenset[Fraction] = frozenset()
    taken: dict[Key, str] = field(default_factory=dict)

    def noun(self, name: str, *, plural: bool = False) -> str:
        """A name as the problem writes it; a phrase in quotation marks."""
        if isinstance(name, Phrase):
            return f"“{name}”"
        if self.language == "zh" or not name or name == "you":
            return (
                name if name == "you" else self.written.get(name, name) if re.search("[a-z]", name) else name
            )
        written = self.written.get(name, name)
        if written[:1].isupper() and written.lower() == name:
            return written
        return pluralised(name) if plural and self.story.units.get(name) not in MEASURES else name

    def label(self, key: Key) -> str:
        """What a quantity is called."""
        story, kind = self.story, key.kind
        unit = story.units.get(key.item, "")
        values = {
            "item": self.noun(key.item), "items": self.noun(key.item, plural=True),
            "owner": self.noun(key.owner) or Words("the buyer", "").say(self.language),
            "owners": self.noun(key.owner, plural=True), "each": f"每{unit}" if unit else "", "years": abs(key.at),
        }  # fmt: skip
        if kind == "count" and key.owner:
            in_place = any(g.owner == key.owner for g in story.groups)
            kind = "owned-bare" if not key.item else "count" if in_place else "owned"
        elif kind == "money" and key.at:
            kind = "money-left"
        elif kind == "target" and key.item == MONEY_ITEM:
            kind = "target-money"
        elif kind == "count" and self.is_nameless(key):
            kind = "nameless"
        elif kind == "whole" and (key.item in ("", MONEY_ITEM) or story.lexicon.is_measure(key.item)):
            kind = "whole-bare"
        elif kind == "cost" and key.item:
            kind = "cost-of"
        elif kind == "age" and key.at:
            kind = "age-after" if key.at > 0 else "age-before"
        elif kind == "price" and key.item.split(" ")[-1] in _PERIODS:
            kind = "pay"
        elif kind == "rate" and key in story.per.values() and key not in story.known:
            kind = "rate-shared"
        label = _LABELS[kind].say(self.language, **values)
        if key.kind == "count" and story.ledger.get((key.owner, key.item)):
            label = _LABELS["later" if key.at else "first"].say(self.language, label=label)
        return agreeing(label.removeprefix("的")) if self.language == "en" else label.removeprefix("的")

    def is_nameless(self, key: Key) -> bool:
        """Whether a quantity is a piece without a name: "the first piece"."""
        return self.language == "en" and not key.owner and key.item.split(" ")[0] in ORDINALS

    def money_unit(self) -> str:
        """The one currency of the problem, "" where none was named."""
        units = [u for u in self.story.currency if u]
        return units[0] if len(units) == 1 else ""

    def unit(self, key: Key, value: Fraction | None = None) -> str:
        """The unit of a quantity, for after its number."""
        if self.is_money(key):
            one, many = _CURRENCY.get(self.money_unit(), (self.money_unit(),) * 2)
            return one if value == 1 else many
        if self.language == "en" or key.kind == "times":
            measure = self.story.units.get(key.item, "")
            return (
                measure
                if self.language == "en" and measure in MEASURES and key.kind in ("count", "whole")
                else ""
            )
        if key.kind in ("age", "years"):
            return "岁" if key.kind == "age" else "年"
        units = self.story.units
        if found := units.get(key.item) or units.get(key.owner):
            return found
        # sums, wholes and shares are counted like their parts, if all are counted alike
        alike = {unit for unit in units.values() if unit}
        return alike.pop() if len(alike) == 1 and key.kind != "number" else ""

    def is_money(self, key: Key) -> bool:
        """Whether a quantity is an amount of money."""
        if any(key in g.members and g.noun == MONEY_ITEM for g in self.story.groups):
            return True
        if key.kind in ("difference", "total", "rest"):
            made_of = [k for r in self.story.relations if key in r.terms for k in r.terms if k != key]
            return any(self.is_money(k) for k in made_of)
        return key.kind in MONEY_KINDS or (key.kind in ("whole", "target") and key.item == MONEY_ITEM)

    def amount(self, key: Key, value: Fraction) -> str:
        """A value with its unit, for a sentence."""
        number = decimal(value)
        number = f"\\({number}\\)" if "\\" in number else number
        unit = self.unit(key, value)
        return f"{number} {unit}".rstrip()

    def identifier(self, key: Key) -> str:
        """A Python name for a quantity: letters of English nouns and a word of ours, never a keyword or a builtin."""
        if key not in self.taken:
            suffix = _IDENTIFIERS[key.kind]
            if key.kind == "money" and key.at:
                suffix = "money_left"
            noun = key.item if key.kind != "money" else key.owner
            if key.kind in ("count", "age") and not noun:
                noun = key.owner
            slug = re.sub(r"[^a-z]+", "_", noun.lower()).strip("_")[:30] if noun.isascii() else ""
            base = f"{slug}_{suffix}" if slug and key.kind in ("price", "count", "age", "speed") else suffix
            used = set(self.taken.values())
            numbers = (
                range(1, len(used) + 2)
                if slug == "" and key.kind in ("price", "count")
                else range(2, len(used) + 3)
            )
            names = [f"{base}_{i}" for i in numbers]
            if not (slug == "" and key.kind in ("price", "count")):
                names.insert(0, base)
            self.taken[key] = next(name for name in names if name not in used)
        return self.taken[key]


_IRREGULAR: Final = {
    "child": "children", "grandchild": "grandchildren", "schoolchild": "schoolchildren", "salesman": "salesmen", "fireman": "firemen", "policeman": "policemen", "person": "people", "man": "men", "woman": "women", "goose": "geese", "mouse": "mice",
    "sheep": "sheep", "atlas": "atlases", "gas": "gases", "canvas": "canvases", "lens": "lenses", "iris": "irises", "fish": "fish", "deer": "deer", "foot": "feet", "tooth": "teeth", "knife": "knives",
    "loaf": "loaves", "scarf": "scarves", "wolf": "wolves", "half": "halves", "calf": "calves", "wife": "wives", "thief": "thieves", "shelf": "shelves", "leaf": "leaves",
}  # fmt: skip
_IE: Final = frozenset(
    "cookies movies brownies smoothies hoodies calories zombies selfies rookies veggies birdies neckties magpies pixies "
    "collies cuties goalies genies".split()
)
_NAMES: Final = frozenset(
    "james thomas nicholas lucas jonas marcus carlos charles chris jess tess agnes frances hans lars klaus giles miles "
    "rees reeves williams jones hughes davies evans roberts richards adams phillips peters rogers andrews "
    "andreas mathias matthias tobias elias niklas silas pablos moses hermes aries jules wes les gus amos juarez".split()
)
"""Given and family names that end like a plural."""
_SINGULAR: Final = {many: one for one, many in _IRREGULAR.items()}


def pluralised(name: str) -> str:
    """The plural of an English noun (of its last word).

    >>> pluralised("science book"), pluralised("berry"), pluralised("goose"), pluralised("fox")
    ('science books', 'berries', 'geese', 'foxes')
    """
    if " of " in name:
        head, _, tail = name.partition(" of ")
        return name if head == "kg" else f"{pluralised(head)} of {tail}"
    head, _, last = name.rpartition(" ")
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif re.search("[^aeiou]y$", last):
        last = last[:-1] + "ies"
    else:
        last += "es" if re.search("(?:s|x|z|ch|sh)$", last) else "s"
    return f"{head} {last}".strip()


def singular(name: str) -> str:
    """The singular of an English noun (of its last word); a word that is not a plural stays.

    >>> singular("science books"), singular("berries"), singular("geese"), singular("glass"), singular("boxes")
    ('science book', 'berry', 'goose', 'glass', 'box')
    """
    head, _, last = name.rpartition(" ")
    if last in _NAMES:
        pass
    elif last in _SINGULAR:
        last = _SINGULAR[last]
    elif last in _IE:
        last = last[:-1]
    elif last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif re.search("(?:ss|x|z|ch|sh|oto|mato|tato|ango|hero|(?<!o)us)es$", last):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith(("ss", "us", "is")):
        last = last[:-1]
    return f"{head} {last}".strip()
