"""Ways to put the letters of a word (or digits) in order so that equal ones are never neighbours, or all stand together.

Read: one letter that must be apart ("no two E's are adjacent") or together, the others free. Not: vowels and consonants as
groups, several conditions, numbers that could begin with zero.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import comb, factorial, prod
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment

MAX_LETTERS: Final = 14

WORDS: Final = {
    "others": Words("First put the other \\({n}\\) letters in order: \\[{formula}={value}\\]", "先排其余的 \\({n}\\) 个：\\[{formula}={value}\\]"),
    "gaps": Words("They leave \\({gaps}\\) places between and beside them; choose \\({k}\\) of these for {letter}, one in each: \\[\\binom{{{gaps}}}{{{k}}}={value}\\]",
                  "它们之间和两端共有 \\({gaps}\\) 个空，从中选 \\({k}\\) 个各放一个 {letter}：\\[C_{{{gaps}}}^{{{k}}}={value}\\]"),
    "block": Words("All the {letter} stand together, so take them as one piece: \\({n}\\) pieces are put in order: \\[{formula}={value}\\]",
                   "{letter} 全部相邻，看成一个整体，共有 \\({n}\\) 个对象：\\[{formula}={value}\\]"),
    "product": Words("Together: \\[{a}\\times {b}={value}\\]", "一共：\\[{a}\\times {b}={value}\\]"),
    "code_apart": Words("orders of the others, times the choices of places", "其余的排法乘选空的方法数"),
    "code_together": Words("orders with the equal letters as one piece", "相同的看成一个整体的排法"),
    "answer": Words("There are \\({answer}\\) ways.", "共有 \\({answer}\\) 种。"),
    "method": Words("built the row letter by letter, counting how many rows there are for each stock of letters", "从左到右逐个放，递推地数排法"),
}  # fmt: skip
_HOW: Final = r"(?:in how many (?:different )?ways can|how many (?:different )?ways can|how many (?:different )?ways are there to (?:re)?arrange|how many (?:different )?arrangements of|how many (?:different )?arrangements are there of)"
_THINGS: Final = r"(?:all )?(?:of )?the (?:letters|digits) (?:(?:of|in) )?(?:the (?:word|number) )?[\"']?(?P<word>[a-z]{2,14}|\d{2,14}|\d(?:, ?\d){1,13}(?:,? and \d)?)[\"']?"
_X: Final = r"[\"']?(?P<x>[a-z0-9])[\"']?(?:'?s)?"
_THAT: Final = r",? (?:so that|such that|in which|if|given that|where|have|with)"
_ENGLISH: Final = re.compile(
    rf"{_HOW} {_THINGS}(?: be (?:re)?arranged)?{_THAT} (?:(?P<apart>(?:two or more|no two(?: of the)?|none of the) {_X}(?: letters| digits)? (?P<verb>do not appear together|do not stand together|are not adjacent(?: to each other)?|are not next to each other|(?:are )?adjacent(?: to each other)?|(?:are )?next to each other|stand together|appear together))"
    rf"|(?:all )?(?:of )?the (?:(?P<many>two|three|four) )?{_X.replace('x>', 'y>')}(?: letters)?(?: (?:are|stand|stay|appear|must be|must stay|standing))? (?:all )?(?:together|next to each other|adjacent)"
    rf"|the (?P<pair>two) {_X.replace('x>', 'w>')}(?: letters)? (?:are|stand) not (?:together|next to each other|adjacent(?: to each other)?))"
)
_CHINESE: Final = re.compile(
    r"(?:把|将|用)?(?:单词|数字?)?[\"']?(?P<word>[A-Za-z]{2,14}|\d{2,14})[\"']?(?:的|中的)(?:所有|各个|各位|(?P<size>[2-9两二三四五六七八九])个)?(?:字母|数字)(?:重新)?(?:排列|排成一排|排成一行),?(?:要求|使得|使|若|且)?(?:其中)?(?P<many>任意(?:两|2)个|任何(?:两|2)个|[2-4两二三四]个|所有的?)?(?:字母|数字)?(?P<z>[A-Za-z0-9])(?P<how>(?:都|均|互)?不相邻|不(?:能)?(?:排|站)?在一起|(?:都|全部)?(?:相邻|(?:排)?在一起)),?(?:的(?:不同)?(?:排法|排列)|一共|共)*有(?:多少|几)种(?:不同的)?(?:排法|方法|排列方法)?"
)

_SIZES: Final = {c: n for digits in ("23456789", "两三四五六七八九", "二") for n, c in enumerate(digits, 2)}
_MANY: Final = {"two": 2, "three": 3, "four": 4, "2": 2, "两": 2, "二": 2, "3": 3, "三": 3, "4": 4, "四": 4}


def read(text: Text) -> Reading:
    """One word and one condition on one of its letters."""
    source = re.sub(r"\$|\\\(|\\\)", "", text.source)
    if text.language == "zh":
        found = _CHINESE.fullmatch(re.sub(r"\s+", "", source).rstrip("?。."))
        if found is None:
            return None
        apart, many = "不" in found["how"], found["many"] or ""
        if many.startswith("任" if not apart else "所"):
            return None
        if found["size"] and _SIZES.get(found["size"]) != len(found["word"]):
            return None
        return _task(found["word"].upper(), found["z"].upper(), apart, "zh", _MANY.get(many[:1], 0))
    found = _ENGLISH.fullmatch(re.sub(r"\s+", " ", source).strip().rstrip("?. ").lower())
    if found is None:
        return None
    if found["apart"]:
        negative = found["apart"].startswith(("no two", "none"))
        if ("not" in found["verb"].split()) is negative:
            return None
    letter = found["x"] or found["y"] or found["w"]
    word = re.sub(
        r"[^a-z\d]", "", found["word"].replace("and", "") if found["word"][0].isdigit() else found["word"]
    )
    apart = bool(found["apart"] or found["w"])
    return _task(
        word.upper(), letter.upper(), apart, "en", _MANY.get(found["many"] or found["pair"] or "", 0)
    )


def _task(word: str, letter: str, apart: bool, language: Language, many: int) -> Reading:
    """`many`: how many of the letter the text says there are, 0 where it does not."""
    counts = Counter(word)
    if not 2 <= counts[letter] < len(word) or "0" in word or many not in (0, counts[letter]):
        return None
    task = Separated(tuple(sorted(counts.items())), letter, apart, language)
    return task if task.value() else None


@dataclass(frozen=True, slots=True)
class Separated:
    """How often each letter occurs, and the one that is to be `apart` or together."""

    counts: tuple[tuple[str, int], ...]
    letter: str
    apart: bool
    language: Language

    def _others(self) -> list[int]:
        return [c for a, c in self.counts if a != self.letter]

    def _k(self) -> int:
        return dict(self.counts)[self.letter]

    def value(self) -> int:
        """How many orders there are."""
        others = self._others()
        n = sum(others)
        below = prod(factorial(c) for c in others)
        return factorial(n) // below * comb(n + 1, self._k()) if self.apart else factorial(n + 1) // below

    def _formula(self, n: int) -> str:
        repeated = [c for c in self._others() if c > 1]
        below = r"\,".join(f"{c}!" for c in repeated)
        return f"\\frac{{{n}!}}{{{below}}}" if below else f"{n}!"

    def solution(self) -> Solution:
        """The others first, then the places between them; or one block."""
        say, others, k = self.language, self._others(), self._k()
        n = sum(others)
        below = prod(factorial(c) for c in others)
        division = "".join(f"/factorial({c})" for c in others if c > 1)
        if not self.apart:
            step = WORDS["block"].say(say, letter=self.letter, n=n + 1, formula=self._formula(n + 1), value=self.value())  # fmt: skip
            return Solution(
                (step,), cell(comment(WORDS["code_together"].say(say)), f"factorial({n + 1}){division}")
            )
        first, second = factorial(n) // below, comb(n + 1, k)
        steps = (
            WORDS["others"].say(say, n=n, formula=self._formula(n), value=first),
            WORDS["gaps"].say(say, gaps=n + 1, k=k, letter=self.letter, value=second),
            WORDS["product"].say(say, a=first, b=second, value=first * second),
        )
        source = cell(
            comment(WORDS["code_apart"].say(say)), f"factorial({n}){division} * binomial({n + 1}, {k})"
        )
        return Solution(steps, source)

    def conclude(self, value: Any) -> Conclusion | None:
        """A whole number."""
        if not isinstance(value, sp.Integer):
            return None
        return Conclusion(WORDS["answer"].say(self.language, answer=value), str(value))

    def check(self, answer: str) -> CheckPlan | None:
        """By recursion over what is left of each letter."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        say = self.language
        names = [self.letter, *(a for a, _ in self.counts if a != self.letter)]
        stock = tuple(dict(self.counts)[a] for a in names)
        if self.apart:
            rule = "i == 0 and last == 0"
        else:  # once the block has begun it must be finished
            rule = (
                f"(i > 0 and last == 0 and stock[0] > 0) or (i == 0 and last != 0 and stock[0] < {stock[0]})"
            )
        lines = (
            "from functools import cache\n\n"
            "@cache\ndef rows(stock, last):\n"
            "    if not any(stock):\n        return 1\n"
            "    total = 0\n"
            "    for i, left in enumerate(stock):\n"
            f"        if left == 0 or {rule}:\n            continue\n"
            "        total += rows(stock[:i] + (left - 1,) + stock[i + 1:], i)\n"
            "    return total\n\n"
            f"rows({stock}, -1) == {values[0]}"
        )
        return CheckPlan(WORDS["answer"].say(say, answer=answer), WORDS["method"].say(say), lines)
