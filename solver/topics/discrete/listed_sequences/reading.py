"""Find the listed terms of a problem and what is asked of them.

Read: one list of numbers (whole, decimal, fractions) with commas between, dots behind it, gaps in or behind it; a question for
the next terms, the gap, the term with a given number, or the term with a letter as number. Not: several lists, letters in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final

from solver.ports import Language
from solver.reader import account
from solver.reader.numerals import in_digits
from solver.topics.base import Text, Unread
from solver.topics.discrete.listed_sequences.rules import FEWEST, Known

MAX_TERMS: Final = 40
MAX_INDEX: Final = 1000
MAX_GAPS: Final = 5
MAX_TEXT: Final = 2000
_NUMBER: Final = (
    r"-?\s?(?:\d{1,40}(?:\.\d{1,20})?(?:\s?/\s?\d{1,20})?|\\[dt]?frac\s*\{\d{1,20}\}\s*\{\d{1,20}\})"
)
_GAP: Final = r"(?:\(\s*\)|_{2,}|\?|□|\[\s*\]|\\(?:square|Box)(?![a-z])|\(\s*\?\s*\)|blank)"
_DOTS: Final = r"(?:\.{3,}|…+|⋯+|\\[lc]?dots(?![a-z])|etc\.?|and so on|等)"
_COMMA: Final = r"\s*[,、;]\s*"
_LIST: Final = re.compile(
    rf"(?<![A-Za-z0-9_.^/*+(){{}}-])(?P<items>(?:{_NUMBER})(?:{_COMMA}(?:{_NUMBER}|{_GAP}))+)"
    rf"(?:\s*(?:,|、)?\s*{_DOTS})*(?![A-Za-z0-9_^*+/({{]|\s*[*/^=<>]|\.\d)"
)

VOCABULARY: Final = {
    "list": "zlistz",
    "next": "next|comes next|come next|next in|next term|next number|next value|number that comes next|term that comes next|following term|following number|goes next|should come next|continue|continues|follows|comes after|after"
    "|下一个数|下一项|下一个|后面一个数|接下来的数|接下来|接下来是|接着|接下去|后面的数|下一个数字|后一项|后一个数|的下一项|的下一个数",
    "several": "znextz",
    "fill": "fill|fill in|fill in the blank|fill in the blanks|missing|missing number|missing term|missing numbers|blank|blanks|in the blank|complete|complete the sequence|complete the pattern"
    "|填|填数|填空|填上|填入|填一填|括号里|括号内|括号中|横线上|空格里|空格|缺少的数|空缺的数|应填|应该填|应填的数|应填入|括号里应填|括号里的数|应填的数是|里应填的数|括号|缺失的数|填写",
    "general": "znthz|general term|general formula|formula for the znthz|expression for the znthz|rule for the znthz|formula|rule|通项|通项公式|的通项公式|的通项|一般项|规律公式|一个通项公式",
    "index": "zindexz",
    "noun": "list|this list|sequence|the sequence|number sequence|sequences|pattern|series of numbers|terms?|numbers?|row|starts|start|begins|begin|starting|beginning|first|first few terms|in terms"
    "|数列|一列数|这列数|数|数字|数串|一组数|这组数|从左往右|从左向右|从左往右数|从左向右数|数串的规律|正确的答案|按规律|写|写数|按规律写数|找规律|按规律排列|规律|按照规律|根据规律|有规律|的规律|观察|观察下列|观察下面|观察规律|找出规律|发现规律|按一定规律|按一定规律排列|一定规律|排列|排成|排成一列|排列的|按此规律|按这样的规律|照此规律|依此规律|照这样|依次|这串数|一串数|适当的数|合适的数|先找规律|再填数|项|列",
    "arithmetic": "arithmetic|linear|arithmetic progression|arithmetic sequence|linear sequence|等差|等差数列",
    "geometric": "geometric|geometric progression|geometric sequence|等比|等比数列",
    "quadratic": "quadratic|quadratic sequence",
    "cubic": "cubic|cubic sequence",
    "verb": "by the same rule|write|as|predict|guess|likely|most likely|complete the|look|look at|simplest|should",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """Terms and the question: positions whose terms are wanted, or the letter of the general term.

    `said` is the kind that the problem names, where it does.
    """

    known: Known
    positions: tuple[int, ...]
    letter: str
    said: str = ""


def listed(text: Text) -> Listed | Unread | None:
    """The list and the question of a problem; None where it is not of this kind."""
    if len(text.source) > MAX_TEXT:
        return None
    source = re.sub(r"\\[()\[\]]|\$|\\(?:left|right)(?![a-z])|\\[,;! ]", " ", text.source)
    source = re.sub(r"\\uline\s*\{[\s~]*\}", "____", source).replace("~", " ").replace("{}", "")
    source = _with_values(source, text.values)
    lists = list(_LIST.finditer(source))
    if len(lists) != 1 or _has_thousands(lists[0]["items"]):
        return None
    match = lists[0]
    items = re.split(_COMMA, match["items"].strip())
    positions = [k for k, item in enumerate(items, 1) if re.fullmatch(_GAP, item)]
    if not all(map(_is_number, items)):
        return None
    known = tuple((k, _value(item)) for k, item in enumerate(items, 1) if k not in positions)
    if len(items) > MAX_TERMS or len(positions) > MAX_GAPS:
        return None
    rest = f"{source[: match.start()]} zlistz {source[match.end() :]}"
    rest, wanted = _with_question(rest, text.language)
    found = account(rest, VOCABULARY)
    asks = {c for c in ("next", "several", "general", "index", "fill") if found.has(c)}
    if not positions and not asks - {"fill"} or len(known) < FEWEST:
        return None
    if found.unread:
        return Unread(found.unread)
    if found.formulas or found.concepts.count("list") != 1:
        return None
    said = [c for c in ("arithmetic", "geometric", "quadratic", "cubic") if found.has(c)]
    question = _question(known, tuple(positions), len(items), asks, wanted)
    if question is None or len(said) > 1:
        return None
    return replace(question, said=said[0] if said else "")


def _with_values(source: str, values: Mapping[str, Any]) -> str:
    """The text with the values of letters that stand in a list: `2, a, 8` where a is said to be 5."""
    known = {name: v for name, v in values.items() if len(name) == 1 and getattr(v, "is_Rational", False)}
    if not known:
        return source
    names = "".join(map(re.escape, known))

    def value(match: re.Match[str]) -> str:
        number = known[match["name"]]
        return f"{match['before'] or ''}{-number if match['minus'] else number}"

    letter = rf"(?P<minus>-)?(?P<name>[{names}])"
    source = re.sub(rf"(?P<before>,\s*){letter}(?![\w'^(*/+-])", value, source)
    return re.sub(rf"(?<![\w'^)*/+.-])(?P<before>){letter}(?=\s*,\s*-?\d)", value, source)


def _has_thousands(items: str) -> bool:
    """`1,000, 2,000`: commas with and without a space behind them."""
    return bool(re.search(r",\d{3}(?!\d)", items) and re.search(r",\s", items))


def _value(item: str) -> Fraction:
    fraction = re.fullmatch(r"(-?)\s?\\[dt]?frac\s*\{(\d+)\}\s*\{(\d+)\}", item)
    plain = f"{fraction[1]}{fraction[2]}/{fraction[3]}" if fraction else item.replace(" ", "")
    top, _, bottom = plain.partition("/")
    return Fraction(top) / Fraction(bottom or 1)


def _is_number(item: str) -> bool:
    """Whether the item has a value: nothing over 0 has."""
    return not re.search(r"/\s*0+$|\{0+\}$", item)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the words name: a letter, a number of a term, how many next terms."""

    letter: str = ""
    index: int = 0
    count: int = 0


_TH: Final = r"(?:\s*'\s*|\s*-\s*|\s*\^\s*\{?\s*(?:\\(?:text|mathrm)\s*\{)?|\s*(?:\\(?:text|mathrm)\s*\{)?)(?:th|st|nd|rd)\b\s*\}?\s*\}?"


def _with_question(rest: str, language: Language) -> tuple[str, _Wanted]:
    """The text with ordinals of terms as words that the vocabulary knows."""
    rest = in_digits(rest)
    if language == "zh":
        letter = re.search(r"第\s*([a-z])\s*(?:项|个数字?)(?:\s*a_\{?\1\}?)?", rest)
        index = re.search(r"第\s*(\d{1,4})\s*(?:项|个数字?)", rest)
        several = re.search(r"(?:接下来的?|后面的?|下面的?)\s*(\d)\s*(?:个数字?|项)", rest.translate(_ONES))
        general = re.search(r"通项(?:公式)?\s*a_\{?n\}?", rest)
        name = letter or general
        for found, word in ((name, "通项"), (index, " zindexz "), (several, " znextz ")):
            if found:
                rest = rest.translate(_ONES) if found is several else rest
                rest = rest.replace(found[0], word, 1)
        n = letter[1] if letter else "n"
    else:
        letter = re.search(rf"\b([a-zA-Z]){_TH}\s+(?:term|number)\b(?:\s*,?\s*a_\{{?\1\}}?)?", rest)
        index = re.search(r"\b(\d{1,4})\s*(?:th|st|nd|rd)\s+(?:term|number)\b", rest)
        several = re.search(r"\bnext\s+(\d|two|three|four|five)\s+(?:terms|numbers|values)\b", rest)
        for found, word in ((letter, "znthz"), (index, "zindexz"), (several, "znextz")):
            if found:
                rest = rest.replace(found[0], word, 1)
        n = letter[1] if letter else "n"
    count = _COUNTS.get(several[1]) or int(several[1]) if several else 0
    return rest, _Wanted(n, int(index[1]) if index else 0, count)


_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5}
_ONES: Final = str.maketrans("一二两三四五", "122345")


def _question(
    known: Known, gaps: tuple[int, ...], length: int, asks: set[str], wanted: _Wanted
) -> Listed | None:
    """One question, and only one."""
    kinds = asks - {"fill"}
    if gaps:
        if kinds - {"next"} or "next" in kinds and gaps != (length,):
            return None
        return Listed(known, gaps, "")
    if len(kinds) != 1 or "fill" in asks and "general" in kinds:
        return None
    match kinds.pop():
        case "next":
            return Listed(known, (length + 1,), "")
        case "several":
            if not 1 <= wanted.count <= MAX_GAPS:
                return None
            return Listed(known, tuple(range(length + 1, length + 1 + wanted.count)), "")
        case "index":
            return Listed(known, (wanted.index,), "") if 1 <= wanted.index <= MAX_INDEX else None
        case _:
            return Listed(known, (), wanted.letter) if wanted.letter not in ("I", "E") else None
