"""The words of a story by what they may do: those that hold a sentence together, those that name things, those that change amounts.

A story is a list of tokens (`sheet`), a full stop as a token of its own; numbers are letters of three blocks (`marks`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from solver.topics.stories.school.english.marks import ANY, SCALES, UNITS
from solver.topics.stories.school.english.nouns import one_form
from solver.topics.stories.school.english.sheet import Sheet, sheet

Words = frozenset[str]

_SERIES: Final = "week|day|wall|part|section|stage|month|year|room|box|shop|team|machine|lesson|test|game|trip|lap|group|bus|chapter|level|round|step|shelf|field|tank|hall|house|zone|line|row|pump|shift|leg|song|wing|plot"
_NO_SERIES: Final = "".join(
    f"(?<!\\b{w} )"
    for w in "first second third fourth last other next same every each a per one this that".split()
)
_UNIT_WORDS: Final = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_ROMAN: Final = {str(i): w for i, w in enumerate("i ii iii iv v vi vii viii ix".split(), 1)}
_ROMAN.update(zip("one two three four five six".split(), "i ii iii iv v vi".split(), strict=True))
_PLAIN: Final = (
    (re.compile(r"\$?\\[dt]?frac\s*\{?(\d+?)\}?\s*\{?(\d+)\}?\$?"), r"\1/\2"),
    (re.compile(r"\\([%$])"), r"\1"),
    (re.compile(r"\$(\d+(?:,\d{3})*(?:\.\d+)?(?:\s*(?:/|:)\s*\d+)*\s*%?)\$(?!\d)"), r"\1"),
    (re.compile(r"(?<=\d)\s*[:∶]\s*(?=\d)"), " : "),
    (re.compile(r"(\d)-to-(\d)"), r"\1 to \2"),
    (re.compile(r"₹ ?(\d[\d,.]*\d|\d)"), r"\1 rupees"),
    (re.compile(r"(\d) ?(?:bucks|quid)\b"), r"\1 dollars"),
    (re.compile(r"(?i)\bwhats\b"), "what is"),
    (re.compile(rf"(?i){_NO_SERIES}\b({_SERIES}) (?:no\.? ?|number |#)?([1-9]|one|two|three|four|five|six)(?= [a-z]+|[,.?;]|$)(?! (?:{_UNIT_WORDS}|more|fewer|less)\b)"), lambda m: f"{m[1]} no-{_ROMAN[m[2].lower()]}"),
    (re.compile(r"(?<=[a-z,] )([A-HP-Z])(?=[ ,.?:;)])"), lambda m: f"letter-{m[1].lower()}x"),
)  # fmt: skip

# What stands between names: never a part of one.
FUNCTION: Final = frozenset(
    "a an the this that these those his her its their our my your some all both each every either neither no any such same other others another "
    "of in on at to from for with by into onto up out off over under between among amongst within during before after through as than per about via toward towards "
    "and or but nor so if when while who which whose whom where whereas because since until then "
    "he she it they we i you him them us me hers theirs mine yours ours himself herself itself themselves themself one ones there here what how much many more less fewer most least "
    "is are was were be been being am do does did done has have had having will would can could may might must shall should "
    "not only just also too still yet already together altogether total ratio rest remainder remaining left remain remains remained "
    "in-all exactly currently respectively namely i.e e.g : , .".split()
)
# Verbs and nouns of sharing and telling, which name nothing.
SILENT: Final = frozenset(
    "divide divided divides dividing split splits share shared shares sharing mix mixed make makes made making consist consists consisting contain contains contained containing "
    "go goes went gone going come comes came get gets got give gives gave given use uses used using receive receives received include includes included including "
    "number numbers amount amounts quantity proportion part parts kind kinds type types find calculate work determine compare keep keeps kept hold holds held "
    "own owns owned want wants wanted take takes took taken need needs needed say says said let know known turn put puts form forms account accounts accounted spend spends spent "
    "compute state give answer please tell show exact value values".split()
)  # fmt: skip
_SAME: Final = {
    "bike": "bicycle",
    "kid": "child",
    "motorbike": "motorcycle",
    "auto": "car",
    "pic": "picture",
    "photo": "photograph",
    "grown-up": "adult",
    "saving": "save",
}
_SAME.update(
    (word.split("/")[0], word.split("/")[1])
    for word in "eaten/eat ate/eat drunk/drink drank/drink sold/sell bought/buy spent/spend drove/drive driven/drive ran/run written/write wrote/write took/take taken/take gave/give given/give built/build grew/grow grown/grow swam/swim flew/fly flown/fly rode/ride ridden/ride knitted/knit sewn/sew sewed/sew sang/sing paid/pay held/hold left/leave went/go gone/go".split()
)
ENDINGS: Final = re.compile(r"(?:ings?|ers?|ed|ean|ian|an|es|s|e|a|y|ies)$")


def prepared(source: str) -> Sheet | None:
    """The story with formulas, numbered things and letters as words."""
    for pattern, plain in _PLAIN:
        source = pattern.sub(plain, source)  # type: ignore[arg-type]
    return sheet(source)


def root(word: str) -> str:
    """One form for what is told in two: Africa and African, cycling and cyclists."""
    word = _SAME.get(word := one_form(word), word)
    short = ENDINGS.sub("", word)
    if len(short) >= 4:
        return short
    return (
        word[:-1]
        if word.endswith("ed")
        else f"{short}e"
        if word.endswith("ing") and len(short) == 3
        else word
    )


def content(tokens: Iterable[str]) -> Words:
    """The words that name something."""
    return frozenset(
        root(w)
        for w in tokens
        if re.fullmatch(r"[a-zà-ÿ'-]+", w)
        and w not in FUNCTION
        and w not in SILENT
        and w not in UNITS
        and len(w) > 1
    )


def tokens_of(made: Sheet) -> tuple[list[str], list[bool]]:
    """All tokens, a full stop behind each sentence, and of each whether it belongs to the question."""
    tokens: list[str] = []
    asked: list[bool] = []
    for s in made.sentences:
        words = s.text.split()
        ask = _asks(words, s.asks or s is made.sentences[-1])
        tokens += [*words, "."]
        asked += [ask is not None and i >= ask for i in range(len(words))] + [False]
    return tokens, asked


_ASK: Final = re.compile(
    r"how (?:many|much|far|long|heavy)|what|find|calculate|work out|determine|state|compute|give"
)


def _asks(words: Sequence[str], mark: bool) -> int | None:
    """Where in a sentence the question begins."""
    for i, word in enumerate(words):
        pair = f"{word} {words[i + 1] if i + 1 < len(words) else ''}".strip()
        if re.match(rf"(?:{_ASK.pattern})\b", pair) and (
            mark
            or not re.match(
                r"what (?:remain|was left|is left|were left|he|she|they)",
                f"{pair} {words[i + 2] if i + 2 < len(words) else ''}",
            )
        ):
            if (
                word in ("find", "give", "state", "determine", "calculate", "work", "compute")
                and i
                and words[i - 1] not in (",", "and", "please", "then")
            ):
                continue
            return i
    return None


def unit_of(word: str) -> str | None:
    """The unit that a word of the text names."""
    one = UNITS.get(word)
    return one if one in SCALES else None


def is_number(word: str) -> bool:
    return bool(re.fullmatch(ANY, word))


def sentence_of(tokens: Sequence[str], at: int) -> tuple[int, int]:
    """Where the sentence of a token begins and ends."""
    start = at
    while start > 0 and tokens[start - 1] != ".":
        start -= 1
    return start, tokens.index(".", at)
