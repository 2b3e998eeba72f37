"""Read an English question about integers with properties: a head, a noun, and clauses, each wholly or not at all.

"How many positive integers less than 100 are divisible by 7?", "What is the largest multiple of 73 less than 1000?"
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from solver.formula import FormulaError, parse
from solver.formula.nodes import Relation, symbols
from solver.topics.numbers.integer_search.conditions import (
    Condition,
    Congruent,
    Coprime,
    DivisorCount,
    Formula,
    Kind,
    Range,
    Search,
)
from solver.topics.numbers.integer_search.digits import DigitCondition, is_about_every
from solver.topics.numbers.integer_search.english_digits import digit_condition
from solver.topics.numbers.integer_search.english_values import value_condition
from solver.topics.numbers.integer_search.restating import restated
from solver.topics.numbers.integer_search.values import Value

MAX_NUMBER: Final = 10**7
_N: Final = r"(-?\d+)"
_NUMBER_WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
_HEADS: Final[tuple[tuple[str, str], ...]] = (
    ("count", r"how many(?: of the(?: \d+)?)?(?: different| distinct)?(?: possible)?"),
    ("count", r"(?:find|what is|determine|compute|calculate) the (?:total )?number of(?: all)?(?: the)?"),
    ("sum", r"(?:find|what is|determine|compute|calculate) the sum of(?: all)?(?: of)?(?: the)?(?: different| distinct)?"),
    ("product", r"(?:find|what is|determine|compute|calculate) the product of(?: all)?(?: of)?(?: the)?(?: different| distinct)?"),
    ("smallest", r"(?:find|what is|what's|determine|give|name)(?: the value of)? the (?:smallest|least|lowest)(?: possible)?"),
    ("largest", r"(?:find|what is|what's|determine|give|name)(?: the value of)? the (?:largest|greatest|biggest|highest)(?: possible)?"),
    ("only", r"(?:find|what is|what's|determine|compute)(?: the value of)? the|which"),
    ("all", r"(?:find|list|give|name|determine|what are|write down)(?: all)?(?: of)?(?: the)?"),
)  # fmt: skip
_ADJECTIVES: Final[tuple[tuple[str, Callable[[re.Match[str]], Range | Condition | None]], ...]] = (
    (r"positive", lambda m: Range(low=1)),
    (r"negative", lambda m: Range(high=-1)),
    (r"(?:non ?negative|nonnegative)", lambda m: Range(low=0)),
    (r"odd", lambda m: Congruent(1, 2)),
    (r"even", lambda m: Congruent(0, 2)),
    (
        r"(?:whole[ -]number|natural[ -]number|integer)(?= (?:factor|divisor|multiple))",
        lambda m: Range(low=0),
    ),
    (r"prime", lambda m: Kind("prime")),
    (r"perfect (square|cube)(?= (?:factor|divisor|multiple))", lambda m: Kind(m[1])),
    (r"composite", lambda m: Kind("composite")),
    (r"(\d+|one|two|three|four|five|six)[ -]digits?", lambda m: _digits(m[1])),
)
_NOUNS: Final[tuple[tuple[str, Callable[[re.Match[str]], tuple[Range | Condition, ...]]], ...]] = (
    (rf"(?:common )?multiples? of (?:both |all )?{_N}(?:, {_N})*,? and {_N}", lambda m: tuple(Congruent(0, int(k)) for k in re.findall(r"\d+", m[0]))),
    (rf"multiples? of (?:both )?{_N}(?: and {_N})?", lambda m: tuple(Congruent(0, int(k)) for k in m.groups() if k)),
    (rf"common (?:factors?|divisors?) of {_N} and {_N}", lambda m: tuple(Kind("divisor", int(k)) for k in m.groups())),
    (rf"(?:factors?|divisors?) of {_N}", lambda m: (Kind("divisor", int(m[1])),)),
    (r"perfect squares?|square numbers?", lambda m: (Kind("square"),)),
    (r"perfect cubes?|cube numbers?", lambda m: (Kind("cube"),)),
    (r"primes?", lambda m: (Kind("prime"),)),
    (r"natural numbers?|counting numbers?", lambda m: (Range(low=1),)),
    (r"whole numbers?", lambda m: (Range(low=0),)),
    (r"(?:integers?|numbers?|integer values? of [a-z])", lambda m: ()),
)  # fmt: skip
_LINK: Final = r"(?:(?:that|which) (?:is|are)|(?:that|which)|and that (?:is|are)|and (?:is|are)|have a value|has a value|have values|and|but|but not|is|are|,|with|there are|there|also|both|lie|lies|exist|at the same time|simultaneously)"
_CLAUSES: Final[tuple[tuple[str, Callable[[re.Match[str]], tuple[Range | Condition, ...]]], ...]] = (
    (rf"(?:less|smaller) than or equal to {_N}|(?:at most|no more than|not more than|not greater than|not exceeding|up to|no greater than) {_N}", lambda m: (Range(high=_int(m)),)),
    (rf"(?:greater|more|larger|bigger) than or equal to {_N}|(?:at least|no less than|not less than|no fewer than) {_N}", lambda m: (Range(low=_int(m)),)),
    (rf"(?:less|smaller|fewer) than {_N}|below {_N}|under {_N}", lambda m: (Range(high=_int(m) - 1),)),
    (rf"(?:greater|more|larger|bigger) than {_N}|above {_N}|over {_N}|exceeding {_N}", lambda m: (Range(low=_int(m) + 1),)),
    (rf"(?:strictly )?between {_N} and {_N},? (?:exclusive|not inclusive)|strictly between {_N} and {_N}", lambda m: (Range(*_two(m, inside=1)),)),
    (rf"(?:between {_N} and {_N},? (?:inclusive|\(inclusive\)|\(including (?:these|the|both) two numbers\))|from {_N} to {_N},? \(including (?:these|the|both) two numbers\)|from {_N} (?:to|through) {_N}(?:,? (?:inclusive|\(inclusive\)))?|in the range {_N} to {_N})", lambda m: (Range(*_two(m)),)),
    (rf"between {_N} and {_N}", lambda m: (Range(*_two(m), open_ends=_two(m)),)),
    (rf"(?:(?:evenly |exactly )?divisible|can be (?:evenly |exactly )?divided) by (?:both |all of )?{_N}(?:(?:, {_N})*,? and(?: by)? {_N})?(?: without (?:a )?remainder)?", lambda m: tuple(Congruent(0, int(k)) for k in re.findall(r"\d+", m[0]))),
    (rf"not (?:evenly )?divisible by {_N}", lambda m: (Congruent(0, int(m[1]), negated=True),)),
    (rf"(?:a )?multiples? of (?:both )?{_N}(?:(?:, {_N})*,? and(?: of)? {_N})?", lambda m: tuple(Congruent(0, int(k)) for k in re.findall(r"\d+", m[0]))),
    (rf"{_N} (more|greater|less) than a multiple of {_N}", lambda m: (Congruent((int(m[1]) if m[2] != "less" else -int(m[1])) % abs(int(m[3])), abs(int(m[3]))),)),
    (rf"not (?:a )?multiples? of {_N}", lambda m: (Congruent(0, int(m[1]), negated=True),)),
    (rf"(?:a )?(?:factors?|divisors?) of {_N}", lambda m: (Kind("divisor", int(m[1])),)),
    (rf"(?:(?:leaves?|has|have|gives?|with) )?(?:a )?remainder (?:of )?{_N} when (?:it is |they are )?divided by {_N}", lambda m: (_remainder(m[1], m[2]),)),
    (rf"(?:(?:leaves?|has|have|gives?|with) )?(?:a )?remainder (?:of )?{_N} (?:on|upon|after) division by {_N}", lambda m: (_remainder(m[1], m[2]),)),
    (rf"congruent to {_N} (?:mod|modulo) {_N}", lambda m: (Congruent(int(m[1]) % abs(int(m[2])), abs(int(m[2]))),)),
    (r"(?:have |has |having )?an (odd|even) number of (?:distinct |different |positive |integer |integral |whole-number |whole number )*(?:factors|divisors)", lambda m: (DivisorCount(parity=m[1]),)),
    (rf"(?:have |has |having )?(?:exactly )?({_N}|{'|'.join(_NUMBER_WORDS)}) (?:distinct |different |positive |integer |integral |whole-number |whole number )*(?:factors|divisors)", lambda m: (DivisorCount(_NUMBER_WORDS.get(m[1]) or int(m[1])),)),
    (rf"(?:are |is )?(?:relatively prime|coprime) (?:to|with) {_N}", lambda m: (Coprime(int(m[1])),)),
    (r"(?:an )?odd(?: numbers?)?", lambda m: (Congruent(1, 2),)),
    (r"(?:an )?even(?: numbers?)?", lambda m: (Congruent(0, 2),)),
    (r"not (?:a )?(prime|composite|perfect square|perfect cube)(?: numbers?|s)?", lambda m: (Kind(_kind(m[1]), negated=True),)),
    (r"(?:a )?(prime|composite|perfect square|perfect cube)(?: numbers?|s)?", lambda m: (Kind(_kind(m[1])),)),
    (r"positive", lambda m: (Range(low=1),)),
    (r"negative", lambda m: (Range(high=-1),)),
    (r"(\d+|one|two|three|four|five|six)[ -]digits?(?: (?:positive )?(?:numbers?|integers?))?", lambda m: (_digits(m[1]),)),
)  # fmt: skip
_END: Final = r"(?![\w!^/*+-]|\.\d)"
_COMPILED_HEADS: Final = tuple((wanted, re.compile(rf"(?:{head})\s+")) for wanted, head in _HEADS)
_COMPILED_NOUNS: Final = tuple((re.compile(rf"(?:{noun}){_END}"), meaning) for noun, meaning in _NOUNS)
_COMPILED_CLAUSES: Final = tuple(
    (re.compile(rf"(?:{clause}){_END}"), meaning) for clause, meaning in _CLAUSES
)
_LINKED: Final = re.compile(rf"(?:{_LINK})(?![\w-])\s*|,\s*")
_SUCH: Final = re.compile(
    r"(?:([a-z]) )?(?:such that|for which|satisf(?:y|ies|ying)|that satisf(?:y|ies)|which satisf(?:y|ies))(?: the inequality| the inequalities| the equation)? (.+)"
)


def read_english(source: str) -> Search | tuple[str, ...] | None:
    """The search, or what was not understood of one; None where the text is about something else."""
    text = restated(_plain(source))
    for wanted, head in _COMPILED_HEADS:
        if (found := head.match(text)) is None:
            continue
        rest, parts = text[found.end() :], list[Range | Condition]()
        rest = _adjectives(rest, parts)
        rest_or_none = _noun(rest, parts)
        if rest_or_none is None:
            continue
        letter, left = _clauses(rest_or_none, parts)
        if left:
            return (left,)
        found_search = _search(wanted, parts, letter)
        names_integers = (
            re.search(r"\b(?:integers?|integer values?|whole|natural|counting)\b", text) is not None
        )
        only_formulas = found_search is not None and all(
            isinstance(c, Formula | Value) for c in found_search.conditions
        )
        return None if only_formulas and not names_integers else found_search  # any number, or an integer?
    return None


def _plain(source: str) -> str:
    """Lower case, numbers without delimiters and commas, one blank between words, no mark at the end."""
    text = re.sub(r"\\[,!;]|\{,\}", "", source)
    text = re.sub(r"(?<=\d),\s*(?=\d{3}(?!\d))", "", text)
    text = re.sub(r"\$\s*(-?\d+)\s*\$|\\\(\s*(-?\d+)\s*\\\)", lambda m: m[1] or m[2], text)
    text = re.sub(
        r"\\?pmod\s*\{?\s*\{?(\d+)\}?\}?|\(\s*mod\s*(\d+)\s*\)", lambda m: f" mod {m[1] or m[2]}", text
    )
    text = re.sub(r"\$|\\\(|\\\)|\\\[|\\\]", " ", text)
    text = re.sub(r"(?<=\d) ?- ?(?=digit)|(?<=[a-z]) - ?(?=digits?\b)", "-", re.sub(r"\s+", " ", text))
    return text.strip().rstrip("?. ").lower()


def properties(text: str) -> tuple[list[Range | Condition], str] | None:
    """Bounds and conditions of a plural noun with its adjectives and clauses, and the letter of its formulas; None where it is not read whole.

    >>> properties("odd integers between 0 and 12")[0]
    [Congruent(remainder=1, modulus=2, negated=False), Range(low=0, high=12, open_ends=(0, 12))]
    """
    parts = list[Range | Condition]()
    rest = _noun(_adjectives(text, parts), parts)
    if rest is None:
        return None
    letter, left = _clauses(rest, parts)
    return None if left else (parts, letter or "n")


def properties_of(text: str, low: int, high: int) -> tuple[str, Callable[[int], bool]] | None:
    """What is said of one number from low to high ("is a multiple of 3"): the source of its test, and the test; None where it is not read whole."""
    parts = list[Range | Condition]()
    text = re.sub(
        r"^(?:a|an) (?=(?:positive |even |odd |prime |composite )?(?:number|integer)\b)",
        "",
        re.sub(
            r"^is (?:an? )?(?=(?:\w+[ -]digit|even|odd|prime|composite|positive|negative))",
            "is ",
            _plain(text),
        ),
    )
    letter, left = _clauses(text, parts)
    if left or letter or not parts or any(isinstance(p, Range) and p.open_ends for p in parts):
        return None
    if not all(is_about_every(p, low, high) for p in parts if isinstance(p, DigitCondition)):
        return None
    tests = [_range_source(p) if isinstance(p, Range) else p.source("n") for p in parts]

    def fits(n: int) -> bool:
        return all(_is_within(p, n) if isinstance(p, Range) else p.holds(n) for p in parts)

    return " and ".join(tests), fits


def _range_source(bounds: Range) -> str:
    ends = [
        f"n >= {bounds.low}" if bounds.low is not None else "",
        f"n <= {bounds.high}" if bounds.high is not None else "",
    ]
    return " and ".join(filter(None, ends))


def _is_within(bounds: Range, n: int) -> bool:
    return (bounds.low is None or n >= bounds.low) and (bounds.high is None or n <= bounds.high)


def plain(source: str) -> str:
    """As it is read: lower case, numbers without delimiters and commas."""
    return _plain(source)


def _adjectives(text: str, parts: list[Range | Condition]) -> str:
    while True:
        for pattern, meaning in _ADJECTIVES:
            noun = r"(?= (?:positive|negative|odd|even|prime|composite|integer|number|whole|natural|multiple|factor|divisor|common|perfect|\d+[ -]digit|\w+[ -]digit|value))"
            if (found := re.match(rf"{pattern}{noun}", text)) is not None and (
                condition := meaning(found)
            ) is not None:
                parts.append(condition)
                text = text[found.end() :].lstrip()
                break
        else:
            return text


def _noun(text: str, parts: list[Range | Condition]) -> str | None:
    for noun, meaning in _COMPILED_NOUNS:
        if (found := noun.match(text)) is not None:
            parts += meaning(found)
            return text[found.end() :].strip()
    return None


def _clauses(text: str, parts: list[Range | Condition]) -> tuple[str, str]:
    """The letter that a formula uses, and what is left unread."""
    letter = ""
    while text:
        if (digits := digit_condition(text)) is not None:
            parts += digits[0]
            text = digits[1]
            continue
        if (link := _LINKED.match(text)) is not None:
            text = text[link.end() :]
            continue
        for clause, meaning in _COMPILED_CLAUSES:
            if (found := clause.match(text)) is not None:
                parts += meaning(found)
                text = text[found.end() :].strip()
                break
        else:
            such = _SUCH.fullmatch(text)
            found_last = (value_condition(such[2]) or _formulas(such[2])) if such else None
            if found_last is None:
                return letter, text
            parts += found_last
            return found_last[0].letter, ""
    return letter, ""


def _formulas(text: str) -> tuple[Formula, ...] | None:
    """Relations in one letter, between commas or `and`."""
    found = []
    for piece in re.split(r"\s+and\s+|\s*,\s*", text):
        try:
            node = parse(
                piece.strip()
                .strip("$")
                .removeprefix(r"\(")
                .removesuffix(r"\)")
                .removeprefix(r"\[")
                .removesuffix(r"\]")
            )
        except FormulaError:
            return None
        if not isinstance(node, Relation) or len(node.signs) > 2 or len(symbols(node)) != 1:
            return None
        chain = [Relation((sign,), pair) for sign, pair in zip(node.signs, pairwise(node.sides), strict=True)]
        if len(chain) == 2 and (set(node.signs) & {"=", "!="} or not all(map(symbols, chain))):
            return None
        found += [Formula(relation, next(iter(symbols(node)))) for relation in chain]
    return tuple(found) if len({f.letter for f in found}) == 1 and found[0].letter not in "ei" else None


def _search(wanted: str, parts: list[Range | Condition], letter: str) -> Search | None:
    bounds = Range()
    for part in parts:
        if isinstance(part, Range):
            bounds = bounds.within(part)
    conditions = tuple(dict.fromkeys(p for p in parts if not isinstance(p, Range)))
    if not parts or not conditions and wanted != "count":
        return None
    return Search(wanted, bounds, conditions, letter or "n")


def _int(match: re.Match[str]) -> int:
    return int(next(g for g in match.groups() if g))


def _two(match: re.Match[str], inside: int = 0) -> tuple[int, int]:
    low, high = (int(g) for g in match.groups() if g)
    return low + inside, high - inside


def _digits(word: str) -> Range:
    count = _NUMBER_WORDS.get(word) or int(word)
    return Range(10 ** (count - 1), 10**count - 1) if 0 < count <= 6 else Range(1, 0)


def _remainder(remainder: str, modulus: str) -> Congruent:
    return Congruent(int(remainder), int(modulus))


def _kind(word: str) -> str:
    return word.removeprefix("perfect ")
