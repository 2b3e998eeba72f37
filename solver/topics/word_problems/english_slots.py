"""What fills the slots of English clause patterns: nouns, lists of nouns, shopping lists, closed lists of function words.

No clause patterns here, and no meanings.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.word_problems.grammar import BASIC_SLOTS
from solver.topics.word_problems.marking import NUMBER, PART
from solver.topics.word_problems.wording import singular

# What no noun contains, so that an open slot cannot swallow a clause: verbs, prepositions, comparisons, question words.
_FUNCTION: Final = (
    "a an the this that these those each every per some any all both one ones another other others rest remaining remainder "
    "has have had having is are was were be been being am do does did will would can could should must may might "
    "of for to in on at from with without by as into onto after before during until since than then if when while because "
    "and or but so not no nor only just also too either neither "
    "he she it they we you i him her them us me his hers its their theirs our my your who whom whose which what how why where "
    "much many more less fewer most least few little total sum difference ratio product average altogether together "
    "cost costs costing price prices priced pay pays paid paying spend spends spent spending buy buys bought buying "
    "purchase purchases purchased sell sells sold selling "
    "want wants wanted needs needed like likes liked give gives gave given get gets got take takes took eat eats ate left "
    "go goes went lose loses lost make makes made use uses used find finds found receive receives received "
    "times twice half double triple percent there here now cheaper expensive older younger longer shorter taller heavier "
    "bring brings brought keep keeps kept put puts contain contains contained hold holds share shares shared sharing "
    "same different equal equally up down out off away over under between among first last next ago every_time earn earns earned "
    "whether such own new additional extra initially originally remain remains whole entire let worth owe owes run runs "
    "choose chooses chose chosen prefer prefers preferred join joined vote voted speak speaks spoke split divide divided "
    "downstream upstream respectively including consisting namely plus minus"
).split()
_FUNCTION_WORD: Final = re.compile(f"(?<![-\\w])(?:{'|'.join(_FUNCTION)})(?![-\\w])")
_LETTER: Final = "a-zà-öø-ÿ"
# `prepare` puts function words in capitals, so that what is small is a word of a noun: no look-ahead in any slot.
WORD: Final = f"(?-i:[{_LETTER}](?:[{_LETTER}]|[-.'](?=[{_LETTER}]))*)"
_DET: Final = "(?:the|a|an|his|her|my|our|their|its|this|that|some) "
_TITLE: Final = "(?:(?:mr|mrs|ms|dr)\\.? )"
# Measures: "3 kg of apples"; containers: "a pack of pens". Both are counted, and have a price.
MEASURE: Final = "kg|kilograms?|kilos?|grams?|pounds?|lbs?|ounces?|lit(?:er|re)s?|gallons?|pints?|met(?:er|re)s?|yards?|feet|foot"
_CONTAINER: Final = (
    "packs?|packets?|packages?|box(?:es)?|bags?|bottles?|cups?|glass(?:es)?|bowls?|baskets?|bunch(?:es)?|sets?|bars?|"
    "cartons?|cans?|jars?|loa(?:f|ves)|pieces?|slices?|rolls?|sheets?|crates?|tins?|tubes?|trays?|sacks?|pots?|"
    f"plates?|bouquets?|sticks?|tubs?|cases?|dozens?|{MEASURE}"
)
_OF: Final = f"(?:(?:pairs?|{_CONTAINER}) of )"
_BARE: Final = f"{_OF}?{_TITLE}?{WORD}(?: {WORD}){{0,3}}"
_NOUN: Final = f"(?:{_DET})?{_BARE}"
_LINE: Final = f"(?:{NUMBER}|an?|one|another|a single) {_BARE}"
_AND: Final = "(?:,? and also |,? and |, )"
_OR: Final = "(?:,? and |,? or |, )"
ONE: Final = "(?:each|every|one|an?|the|a single)"
# So many of something, as one amount: "the 4 mugs", "a pen", "the price of one coat", "for each kg of rice"
_AMOUNT: Final = (
    "(?:(?:the|an?|one|each|every|single|his|her|my|this|that|both|of|for|price|cost) )*(?:"
    + NUMBER
    + f" )?{_BARE}"
)
_TOGETHER: Final = "(?:together|combined|in total|put together|altogether)"
_NO_TIME: Final = (
    "(?!(?:an?|one|each|every|the|that|this) (?:day|week|month|year|hour|weekend|season)s?(?![a-z]))"
)
_ANY_OF: Final = "(?:an? |the |each |every |one )?"


def prepare(text: str) -> str:
    """Function words in capitals; every position stays."""
    return _FUNCTION_WORD.sub(lambda m: m[0].upper(), text)


SLOTS: Final = {
    **BASIC_SLOTS,
    "np": _NOUN,
    "bare": _BARE,
    "word": WORD,
    "who": f"(?:he|she|it|they|i|we|you|{_NOUN})",
    "one": ONE,
    "list": f"(?:{ONE} )?{_BARE}(?:{_OR}(?:{ONE} )?{_BARE})+",
    "names": f"(?:{ONE} )?{_BARE}(?:{_OR}(?:{ONE} )?{_BARE})*",
    "asked": f"{_ANY_OF}{_BARE}(?:{_AND}(?:(?:for |of |the (?:price|cost) of )?{_ANY_OF}){_BARE})+",
    "lines": f"{_LINE}(?:{_AND}{_LINE})*",
    "amount": f"{_AMOUNT}(?:{_AND}{_AMOUNT})*(?: {_TOGETHER}| does| do| did| costs?)?",
    "times": f"(?:{NUMBER} times|{PART})",
    "tf": f"(?:{NUMBER}(?= times)|{PART})",
    "ratio": f"{NUMBER}(?: ?(?::|to) ?{NUMBER})+",
    "all": "(?:altogether|in total|in all|all together|total|combined|together)",
    "left": "(?:left over|leftover|left|remaining)",
    "here": f"(?: (?:in|on|at|from|for) {_NO_TIME}{_NOUN})?",
    "measure": f"(?:{MEASURE})",
    "cost": "(?:costs?|is|sells? for|is priced at|is sold for|are|are priced at|are sold for|was|were)",
    "price": "(?:price|cost)",
    "have": "(?:has|have|had|owns?|keeps?|contains?|holds?)",
    "rest": "(?:all )?(?:of )?(?:the )?(?:(?:rest|others?|remainder|other ones|remaining ones)(?: of (?:them|these|it|"
    f"{_NOUN}))?|(?:other|remaining) {_BARE})(?: (?:in|on|at) {_NOUN})?",
    "ratioed": "(?:in the ratio|in ratio)",
}  # fmt: skip

LINE: Final = re.compile(
    f"(?<![a-z])(?P<n>{NUMBER}|an?|one|another|a single) "
    f"(?P<x>{_OF}?(?:{WORD})(?: (?!(?:and|in|on|at|from|for) )(?:{WORD})){{0,3}})"
)
_BEFORE: Final = frozenset(
    "the a an one each every single his her my this that both of for price cost".split()
)


def normal(text: str) -> str:
    """A noun without its article, in the singular.

    >>> normal("the packs of pens"), normal("front-seat tickets"), normal("two kilograms of rice"), normal("i")
    ('pack of pens', 'front seat ticket', 'two kg of rice', 'you')
    """
    text = re.sub(r"\bpairs? of ", "", text.replace("-", " "))
    text = re.sub(f"^(?:(?:{ONE}|{_DET.strip()}|{NUMBER}) )+", "", text.strip())
    text = re.sub(r"\b(?:kilograms?|kilos?)\b", "kg", text)
    if text in ("i", "we", "you", "me", "us"):
        return "you"
    head, of, tail = text.partition(" of ")
    return singular(head) + of + tail


def split_names(text: str) -> list[str]:
    """The nouns of a list."""
    return [
        re.sub(f"^(?:(?:of|for|the (?:price|cost) of) )?(?:{ONE} )?", "", name)
        for name in re.split(_OR, text)
    ]


def amounts(text: str) -> list[tuple[str, str, str]]:
    """The parts of an amount: the words before, the number or "", the noun.

    >>> amounts("the price of a coat and the shoes together")
    [('the price of a ', '', 'coat'), ('the ', '', 'shoes')]
    """
    text = re.sub(f" (?:{_TOGETHER}|does|do|did|costs?)$", "", text.strip())
    found = []
    for part in re.split(_AND, text):
        words = part.split(" ")
        at = next((i for i, word in enumerate(words) if word not in _BEFORE), len(words) - 1)
        number = words[at] if re.fullmatch(NUMBER, words[at]) else ""
        found.append((" ".join(words[:at]) + " " * bool(at), number, " ".join(words[at + bool(number) :])))
    return found
