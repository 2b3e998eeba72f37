"""Kinds of problems that have a method of their own, each read whole by one pattern: planting trees, sawing, stairs, and the like.

A pattern is a regular expression over the clauses joined by commas, in which `<a>` is a number called a, `<a:u>` one with a unit,
`<%a>` a fraction or percentage, `~` some words without numbers, and `,` a comma that may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER, SCALES, UNIT, Marks
from solver.topics.stories.school.working import Term, Unfit, Working, num

_WORDS: Final = f"[^{NUMBER[1:-1]}{FRACTION[1:-1]}，]{{0,16}}?"


_DIGITS: Final = "零一二三四五六七八九"
MANY: Final = "(?:多少|几)"
ASK: Final = (
    "(?:是|有|要|需|需要|用|共|一共|可以|能|应|该|得|花|大约|最多|至少|最少|总共|还|将|会|约|应该|他|她|它)*"
    + MANY
)
_ASIDE: Final = f"(?:[^{NUMBER[1:-1]}{FRACTION[1:-1]}，不没又再回返停休先半剩余除]{{1,14}}，)?"


class Found:
    """The numbers and units that a pattern found."""

    def __init__(self, match: re.Match[str], marks: Marks) -> None:
        self._match, self._marks = match, marks

    def __getitem__(self, name: str) -> Term:
        return num(self.value(name))

    def value(self, name: str) -> Fraction:
        """The number of this name."""
        return self._marks.values[self._match[name]]

    def has(self, name: str) -> bool:
        """Whether this part stood there."""
        return bool(self._match.groupdict().get(name))

    def unit(self, name: str) -> str:
        """The unit of the number of this name, or a word of this name."""
        return self._match[f"{name}_u"] or ""

    def word(self, name: str) -> str:
        """A word of this name."""
        return self._match[name] or ""

    @property
    def text(self) -> str:
        """All that was read."""
        return self._match[0]

    def marked(self, letter: str) -> Fraction:
        """The number that a letter stands for."""
        return self._marks.values[letter]

    def ordinal(self, name: str) -> Term:
        """A place in a row, marked or in Chinese digits (第三, 第一二)."""
        word = self.word(name)
        if word[0] in _DIGITS:
            return num(int("".join(str(_DIGITS.index(c)) for c in word)))
        return num(self.marked(word))

    def whole(self, *names: str) -> None:
        """These numbers are whole and at least 1."""
        for name in names:
            if self.value(name).denominator != 1 or self.value(name) < 1:
                raise Unfit


Method = Callable[[Found, Working], None]
FRAMES: Final[list[tuple[re.Pattern[str], Method]]] = []


def frame(*patterns: str) -> Callable[[Method], Method]:
    """A decorator: problems that one of the patterns reads whole are solved by the decorated function."""

    def register(method: Method) -> Method:
        FRAMES.extend((_compiled(pattern), method) for pattern in patterns)
        return method

    return register


def _compiled(pattern: str) -> re.Pattern[str]:
    pattern = pattern.replace(f",~{ASK}", f",{_ASIDE}~{ASK}")
    pattern = re.sub(r"<%(\w+)>", lambda m: f"(?P<{m[1]}>{FRACTION})", pattern)
    pattern = re.sub(r"<(\w+):u>", lambda m: f"(?P<{m[1]}>{NUMBER})(?P<{m[1]}_u>{UNIT})", pattern)
    pattern = re.sub(r"(?<!\?P)<(\w+)>", lambda m: f"(?P<{m[1]}>{NUMBER})", pattern)
    pattern = (
        re.sub(r",(?![\d}])", "，?", pattern)
        .replace("~", _WORDS)
        .replace("@", f"(?:{NUMBER}|一)")
        .replace("$U", UNIT)
    )
    return re.compile(f"(?:~，)?{pattern}，?".replace("~", _WORDS.replace("16", "20")))


def framed(m: Marks) -> Working | None:
    """The working of the first pattern that reads the problem; None where none does."""
    from solver.topics.stories.school.chinese import (  # noqa: F401  # they add their patterns
        ages,
        choices,
        counts,
        groups,
        intervals,
        means,
        mixing,
        money,
        moving,
        passing,
        rows,
        shares,
        sums,
        tariffs,
        unknowns,
    )

    text = re.sub(
        "^(?:已知|问)|(?<=，)(?:那么|请问|问|求|已知|如果|假如|若|照这样计算，?|照这样的速度，?|照这样，?|照这样算，?|请你算一算，?|请你算一下，?|则)+",
        "",
        m.text,
    )
    text = re.sub("，{2,}", "，", text)
    plain = re.sub(f"{m.one}{UNIT}", "", text)
    pairs = re.sub(
        f"({NUMBER})(?=车|人|地|站|船|城|队|辆|座|栋|个不同|个人|位|名)",
        lambda x: "两" if m.values[x[1]] == 2 else x[0],
        plain,
    )
    bare = re.sub(m.one, "", plain)  # 抽干一池水
    for pattern, method in FRAMES:
        for words in dict.fromkeys((text, plain, pairs, bare)):
            match = pattern.fullmatch(words)
            if match is None:
                continue
            work = Working()
            try:
                method(Found(match, m), work)
            except Unfit:
                continue
            if work.answer is not None and work.answer.value >= 0:
                return work
    return None


def one_unit(work: Working, f: Found, *names: str) -> tuple[list[Term], str]:
    """Numbers of one kind in the unit of the first."""
    first = f.unit(names[0])
    terms = []
    for name in names:
        unit = f.unit(name)
        if unit != first:
            if unit not in SCALES or first not in SCALES or SCALES[unit][0] != SCALES[first][0]:
                raise Unfit
            factor = SCALES[unit][1] / SCALES[first][1]
            term = f[name] * num(factor) if factor > 1 else f[name] / num(1 / factor)
            terms.append(work.step(f"换成{first}", term, first))
        else:
            terms.append(f[name])
    return terms, first
