"""What a teacher would look for in new numbers before solving anything: what was different, in lowest terms or in order stays so.

Compares a new text with its model, number by number; texts only, no task and no answer. A doubt is no reason to refuse.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import gcd, isqrt
from typing import Final

from solver.variation.literals import POLYGONS, Numeral, numerals
from solver.variation.polynomials import polynomials_in
from solver.variation.sets import sets_alike
from solver.variation.signs import is_story, knows_negatives

LISTED: Final = re.compile(r"\s*(?:,\s*and|,|、|and|和|与|及|or|或)\s*-?\$?")
_ROOT: Final = re.compile(
    r"(?:√\s*\(?|sqrt\s*(?P<third>\[3\]\s*)?[({])\s*(?P<inside>\d{1,6})(?![\d.])(?!\s*[-+−])", re.ASCII
)
_RATIO: Final = re.compile(r"\d+(?:\s*[:∶：]\s*\d+)+(?!\d)", re.ASCII)
_IN_BRACKETS: Final = re.compile(r"(?:\(|=\s*)(\d+)\s*[-−]\s*(\d+)(?=\)|[.,;，。；])", re.ASCII)
_NAMED: Final = re.compile(r"(?<![A-Za-z])([a-z])\s*=\s*$")
_DATED: Final = re.compile(r"[A-Z][a-z]+ \d+, \d{4} (?:was|is) an? \w+day|(?:\d{4}年)\d+月\d+日是(?:星期|周)")
"""A day and its name, as the calendar has it."""
_BOUND: Final = re.compile(
    r"(?:[<>≤≥]|\\(?:[lg]eq?|[lg]t)(?![a-z]))\s*([-−]?\s*\d+)(?![\d.A-Za-z(])", re.ASCII
)
_RESIDUE: Final = re.compile(
    r"(?:≡|\\equiv)\s*(\d+)\s*(?:\(\s*mod\s*|\\p?mod\s*\{?\s*|\(\s*\\bmod\s*)(\d+)", re.ASCII
)
_GOES_ON: Final = re.compile(r"\.\.\.|…|\\[cl]?dots")
_TERMS: Final = re.compile(r"[-+−]")
_SCORED: Final = re.compile(r"(?i)\b(?:score|test|exam|quiz|grade)|成绩|测验|考试|考了|平均分")
FULL_MARKS: Final = 100
_PARENT: Final = re.compile(r"(?i)\b(?:father|mother|dad|mom|parent)|爸|妈|父|母")
_AGED: Final = re.compile(r"(?i)\byears? old|\bage|岁|年龄")
_TIMES: Final = re.compile(r"\s*(?:times\b|倍)")
YOUNGEST_PARENT: Final = 3
"""Times as old as the child, at least."""
MOST_TIMES: Final = 12
"""So many times as many, at most, where it was a small number."""
_GEOMETRY: Final = re.compile(r"(?<![A-Za-z\\])[ACPSV]\s*=(?!\s*\\(?:begin|\{))[^,，。;$?]+")
_NESTED: Final = re.compile(r"\\frac\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\{\\frac")
_ARTICLE: Final = re.compile(rf"\b([Aa])n?(?= (?:\$?)(\d[\d,]*|(?:{'|'.join(POLYGONS)})\b))", re.ASCII)
_VOWEL: Final = re.compile(r"8|1[18](?:,\d{3})*(?!\d)|o")


def natural(text: str, found: tuple[Numeral, ...], new_text: str) -> bool:
    """Whether the numbers of a new text fit together as those of its model do.

    >>> old = "Order 2/3, 3/4 and 7/10."
    >>> [natural(old, numerals(old), new) for new in ("Order 1/3, 3/4 and 3/10.", "Order 3/4, 3/4 and 7/10.")]
    [True, False]
    """
    new = numerals(new_text)
    if len(new) != len(found):
        return True
    return (
        _apart(text, found, new)
        and _in_lowest_terms(text, new_text)
        and _under_roots(text, new_text)
        and _in_order(text, new_text)
        and _same_again(text, new_text)
        and _meeting(text, new_text)
        and sets_alike(text, new_text)
        and _residues(text, new_text)
        and _goes_on(text, found, new)
        and _told(text, found, new)
        and _DATED.findall(text) == _DATED.findall(new_text)
        and _of_geometry(text) == _of_geometry(new_text)
    )


def with_articles(text: str) -> str:
    """An English text with `a` or `an` before a number or a polygon as it is spoken.

    >>> with_articles("an 25% discount, a 80-page book and a 18 cm rope")
    'a 25% discount, an 80-page book and an 18 cm rope'
    """
    return _ARTICLE.sub(lambda m: m[1] + "n" * (_VOWEL.match(m[2]) is not None), text)


def _apart(text: str, old: tuple[Numeral, ...], new: tuple[Numeral, ...]) -> bool:
    """Different numbers of a list, of a story, or for one letter stay different."""
    if is_story(text):
        pairs = list(combinations(range(len(old)), 2))
    else:
        pairs = [
            (i, j) for i, j in pairwise(range(len(old))) if LISTED.fullmatch(text[old[i].end : old[j].start])
        ]
        pairs += [(i, k) for i, j in pairs for j2, k in pairs if j == j2]
        names = [m[1] if (m := _NAMED.search(text[: n.start])) else "" for n in old]
        pairs += [(i, j) for i, j in combinations(range(len(old)), 2) if names[i] and names[i] == names[j]]
    return all(
        new[i].text != new[j].text
        for i, j in pairs
        if old[i].text != old[j].text and old[i].role == old[j].role
    )


def _in_lowest_terms(text: str, new_text: str) -> bool:
    for old, new in zip(_RATIO.findall(text), _RATIO.findall(new_text), strict=False):
        before, after = (gcd(*map(int, re.findall(r"\d+", ratio))) for ratio in (old, new))
        if before == 1 < after:
            return False
    return True


def _under_roots(text: str, new_text: str) -> bool:
    """What can be taken out of a root in the model can be here, what cannot be cannot; different roots stay different."""
    old, new = ([(m["third"], int(m["inside"])) for m in _ROOT.finditer(t)] for t in (text, new_text))
    if len(old) != len(new):
        return True
    return all(
        _power_free(n, third) == _power_free(o, third)
        for (third, o), (_, n) in zip(old, new, strict=True)
        if o > 1
    ) and all(a != b for (o, a), (p, b) in combinations(zip(old, new, strict=True), 2) if o != p)


def _power_free(n: int, third: str | None) -> bool:
    power = 3 if third else 2
    return n > 0 and all(n % k**power for k in range(2, isqrt(n) + 1))


def _in_order(text: str, new_text: str) -> bool:
    """Who has not met negative numbers takes the smaller from the larger in brackets."""
    if knows_negatives(text):
        return True
    pairs = zip(_IN_BRACKETS.findall(text), _IN_BRACKETS.findall(new_text), strict=False)
    return all(int(c) >= int(d) for (a, b), (c, d) in pairs if int(a) >= int(b))


def _same_again(text: str, new_text: str) -> bool:
    """A polynomial that stands twice does so again: a substitution fits its integral."""
    old, new = polynomials_in(text), polynomials_in(new_text)
    return len(old) != len(new) or all(
        a.terms == b.terms
        for (o, a), (p, b) in combinations(zip(old, new, strict=True), 2)
        if o.terms == p.terms
    )


def _meeting(text: str, new_text: str) -> bool:
    """Bounds that meet in the model do so again: the pieces of a function leave no gap."""
    old, new = _BOUND.findall(text), _BOUND.findall(new_text)
    return len(old) != len(new) or all(
        a == b for (o, a), (p, b) in combinations(zip(old, new, strict=True), 2) if o == p
    )


def _residues(text: str, new_text: str) -> bool:
    """A residue stays below its modulus, one modulus stays one, and coprime ones stay so: no system contradicts itself."""
    old, new = ([(int(r), int(m)) for r, m in _RESIDUE.findall(t)] for t in (text, new_text))
    if len(old) != len(new):
        return True
    pairs = list(zip(old, new, strict=True))
    return all(r2 < m2 for (r, m), (r2, m2) in pairs if r < m) and all(
        b == d if a == c else gcd(b, d) == 1 or gcd(a, c) > 1
        for ((_, a), (_, b)), ((_, c), (_, d)) in combinations(pairs, 2)
    )


def _goes_on(text: str, old: tuple[Numeral, ...], new: tuple[Numeral, ...]) -> bool:
    """The terms before the dots of a sum that begins with 1 show its rule: they stay."""
    dots = _GOES_ON.search(text)
    if dots is None or not _TERMS.search(text[: dots.start()]):
        return True
    shown = [(o, n) for o, n in zip(old, new, strict=True) if o.end <= dots.start()]
    first = next((i for i, (o, _) in enumerate(shown) if o.formula), None)
    return first is None or shown[first][0].text != "1" or all(o.text == n.text for o, n in shown[first:])


def _told(text: str, old: tuple[Numeral, ...], new: tuple[Numeral, ...]) -> bool:
    """Sizes that everybody knows: marks up to 100, parents at least so many times as old, a handful of times as many."""
    scored = _SCORED.search(text) is not None
    parents = _PARENT.search(text) is not None and _AGED.search(text) is not None
    for before, after in zip(old, new, strict=True):
        if not (before.text.isdigit() and after.text.isdigit()):
            continue
        was, now = int(before.text), int(after.text)
        if scored and was <= FULL_MARKS < now:
            return False
        if _TIMES.match(text[before.end :]):
            least = YOUNGEST_PARENT if parents and was >= YOUNGEST_PARENT else 2
            if not least <= now <= max(was, MOST_TIMES) and was > 1:
                return False
    return True


def _of_geometry(text: str) -> list[str]:
    """The formulas of areas, volumes and perimeters in several letters: with other numbers they would be false."""
    found = (m[0] for m in _GEOMETRY.finditer(text))
    return [f for f in found if len(set(re.findall(r"(?<![\\A-Za-z])[a-z](?![a-z]{2})", f))) > 1]


def simply_written(answer: str, new_answer: str) -> bool:
    """No fraction within a fraction where the model's answer has none."""
    return _NESTED.search(new_answer) is None or _NESTED.search(answer) is not None


def out_of_marks(text: str, values: tuple[object, ...]) -> bool:
    """Whether a text is about marks, and some are more than the full ones."""
    return _SCORED.search(text) is not None and any(v > FULL_MARKS for v in values)  # type: ignore[operator]
