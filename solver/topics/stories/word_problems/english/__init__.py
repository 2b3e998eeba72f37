"""English: how a text falls into words, and the rules of its grammar."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from solver.topics.stories.word_problems.chart import Grammar
from solver.topics.stories.word_problems.english import (  # noqa: F401  # they add their rules to the grammar
    adjuncts,
    ages,
    amounts,
    asides,
    asking,
    asking_counts,
    asking_money,
    asking_numbers,
    clauses,
    comparisons,
    digits,
    episodes,
    goals,
    having,
    kinds,
    lexicon,
    lines,
    motion,
    outlays,
    particles,
    partitions,
    prices,
    purchases,
    ratios,
    shares,
    sharing,
    sums,
    things,
    two_kinds,
    verbs,
    wholes,
    work,
)
from solver.topics.stories.word_problems.english.lexicon import FUNCTION, SLIPS, words_of
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.marking import ANY, NUMBER, Marked
from solver.topics.stories.word_problems.quantities import Unclear
from solver.topics.stories.word_problems.reading import Numeral, Token
from solver.topics.stories.word_problems.story import Story
from solver.topics.stories.word_problems.wording import singular

_TOKEN: Final = re.compile(
    rf"(?P<number>{ANY})|(?:mr|mrs|ms|dr)\.|'s\b|[a-zà-öø-ÿ]+(?:-[a-zà-öø-ÿ]+)*|[^\s\w]"
)


_SMALL_CHANGE: Final = {"cent": ("dollar", "euro"), "penny": ("pound",)}


def _one_currency(marked: Marked) -> None:
    """Cents beside dollars, or where dollars are asked for, become dollars."""
    units = {m.unit for m in marked.marks if m.kind == "m"}
    for small, large in _SMALL_CHANGE.items():
        whole = next((u for u in large if u in units or units == {small} and u in marked.text), None)
        if small in units and whole:
            marked.marks = [
                replace(m, value=m.value / 100, unit=whole) if m.unit == small else m for m in marked.marks
            ]


_BRACKETS: Final = {"(": "[", ")": "]"}  # round ones have a meaning in patterns
_COMPARATIVES: Final = frozenset("more less fewer cheaper older younger greater larger expensive".split())
_LABELLED: Final = frozenset("week day class room team group box shelf grade route tank bus plan shop month round chapter bag store city town village school house machine field train car pipe worker brand type model lesson game year jar bucket packet account pond basket crate".split())  # fmt: skip
_BARE_PRICE: Final = re.compile(
    rf"(?:(?<=\bfor )|(?<=\bcost )|(?<=\bat )|(?<=\bpaid )|(?<=\bwas )|(?<=\bis ))({NUMBER})(?= ?(?:[.,?!;]|$)| (?:and|each|cheaper|dearer|more(?! [a-z]+ than)|less|apiece|in total|altogether|but|then)\b)|(?<=\bcosts )({NUMBER})(?= ?(?:[.,?!;]|$)| (?:and|each|more|less|apiece|but)\b)"
)
_POUNDS: Final = re.compile(rf"({NUMBER}) pounds?\b(?! (?:of|per|each)\b)")
_PRICES: Final = re.compile(r"\b(?:costs?|price|pays?|paid|spends?|spent)\b")


def _pounds(marked: Marked) -> None:
    """Pounds are money where prices are spoken of and nothing is weighed in them."""
    units = {m.unit for m in marked.marks if m.kind == "m"}
    if units <= {"pound"} and (units or _PRICES.search(marked.text)):
        marked.rewrite(_POUNDS, lambda m: marked.letter(replace(marked.mark(m[1]), kind="m", unit="pound")))


def _bare_prices(marked: Marked) -> None:
    """ "I got sneakers for 64": a number where a price stands, in a text with one currency, is money."""
    units = {m.unit for m in marked.marks if m.kind == "m"}
    if len(units) == 1:
        unit = units.pop()
        marked.rewrite(
            _BARE_PRICE, lambda m: marked.letter(replace(marked.mark(m[1] or m[2]), kind="m", unit=unit))
        )


def _with_labels(tokens: list[Token], marked: Marked) -> list[Token]:
    """ "Week 1", "plan B": the number or letter is part of a name."""
    found: list[Token] = []
    for token in _singled(tokens):
        before = found[-1] if found else None
        if before is not None and before.text in _LABELLED and before.end + 1 == token.start:
            label = _label(token, marked)
            if label:
                found[-1] = Token(f"{before.text}-{label}", before.start, token.end)
                continue
        found.append(token)
    return found


_FOR_WHOM: Final = frozenset({"adult", "child", "student", "senior"})
_PAID: Final = frozenset({"ticket", "fare", "meal", "pass", "menu", "fee"})
_OF_WHOM: Final = frozenset({"children", "men", "women", "kids"})


def _is_possessive_kind(found: Sequence[Token], token: Token, behind: str) -> bool:
    """ "Children's books" are a kind of books: "'s" counts for nothing there."""
    if token.text != "'s" or not found:
        return False
    if found[-1].text in _FOR_WHOM:
        return singular(behind) in _PAID
    return found[-1].text in _OF_WHOM and behind != singular(behind)


def _singled(tokens: list[Token]) -> list[Token]:
    """ "Days two and three" as "day two and day three"."""
    found: list[Token] = []
    for i, token in enumerate(tokens):
        single = token.text.removesuffix("s")
        many = single != token.text and single in _LABELLED
        if many and i + 3 < len(tokens) and tokens[i + 2].text == "and" and all(_is_label(tokens[i + k]) for k in (1, 3)):  # fmt: skip
            found.append(replace(token, text=single))
            found += [tokens[i + 1], tokens[i + 2], Token(single, tokens[i + 2].end, tokens[i + 3].start - 1)]
            continue
        found.append(token)
    return found


def _is_label(token: Token) -> bool:
    return isinstance(token.text, Numeral) or token.name and len(token.text) == 1


def _label(token: Token, marked: Marked) -> str:
    if isinstance(token.text, Numeral):
        value = token.text.mark.value
        return str(value) if token.text.mark.kind == "n" and value.denominator == 1 and value <= 20 else ""
    letter = marked.original(token.start, token.end)
    return letter.lower() if re.fullmatch("[A-Z]", letter) and letter != "I" else ""


class EnglishStory(Story):
    """A story in which a plural with a person's name behind it is no name."""

    def meet(self, name: str) -> str:
        """The name under which `name` is known.

        Raises:
            Unclear: "the number of shoes Ann has" was read as of things that are called "shoes Ann".
        """
        words = name.split(" ")
        if name not in self.heard and len(words) == 2 and words[0].endswith("s") and words[1] in self.people:
            raise Unclear
        return super().meet(name)


class English:
    """Implements `Language`."""

    grammar: Grammar = G

    def tokens(self, marked: Marked) -> list[Token]:
        """Words in small letters, numbers, signs; a hyphen behind a number counts for nothing."""
        _one_currency(marked)
        _pounds(marked)
        _bare_prices(marked)
        found: list[Token] = []
        for match in _TOKEN.finditer(marked.text.replace("’", "'")):
            if match["number"]:
                text: str = Numeral(match[0], marked.mark(match[0]))
            elif match[0] in "-–—":
                continue
            else:
                text = SLIPS.get(match[0], _BRACKETS.get(match[0], match[0]))
                if text == "then" and found and found[-1].text in _COMPARATIVES:
                    text = "than"
            capital = marked.original(match.start(), match.end())[:1].isupper() and text not in FUNCTION
            found.append(Token(text, match.start(), match.end(), name=capital))
        texts = [*(token.text for token in found), ""]
        kept = [t for i, t in enumerate(found) if not _is_possessive_kind(found[:i], t, texts[i + 1])]
        return _with_labels(kept, marked)

    def ends_sentence(self, token: str) -> bool:
        """Whether a sentence ends with this token."""
        return token in (".", "?", "!", ";")

    def story(self, tokens: Sequence[Token]) -> Story:
        """An empty story that knows the words of the text."""
        words = Counter(word for token in tokens for word in words_of(token.text))
        people = frozenset(t.text for t in tokens if t.name)
        return EnglishStory(lexicon, words, people)


ENGLISH: Final = English()
