"""Permutations of 1, …, n: cycle form, order, inverse, sign, products, inversions of an arrangement.

Products are taken from right to left, as maps are; where the question or its answer would differ by the other habit, it is declined.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import lcm
from typing import Any, Final

from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import LET, LET_ZH, MATRIX_PLACE, lesson, told, word_in
from solver.topics.prepared import Prepared

_CYCLE: Final = r"\( ?\d+(?: ?[, ] ?\d+)* ?\)"
_P: Final = rf"(?P<p>(?:{_CYCLE} ?)+|{MATRIX_PLACE})"
_NAME: Final = r"(?:(?:\\?(?:sigma|pi|tau|alpha)|[σπταfp]) ?= ?)?"
_IN: Final = r"(?: (?:in|of|as an element of) S ?_ ?\{?(?P<n>\d+)\}?| of \{1, ?2, ?(?:3, ?)?(?:\.\.\., ?)?(?P<m>\d+)\})?"
_ROW: Final = r"(?P<row>\d+(?: ?[, ] ?\d+)+|\d{3,9})"
_THE: Final = rf"(?:the )?(?:permutation|product|cycle|element)? ?{_NAME}{_P}{_IN}"
TABLE_EN: Final = {
    "told": (rf"{LET}(?:the )?(?:permutation )?{_NAME}{_P}(?: be a permutation)?{_IN}",),
    "order": (rf"{FIND}the order of {_THE}", rf"{FIND}(?:the|its) order(?: of (?:it|\\?(?:sigma|pi)|[σπ]))?"),
    "sign": (rf"{FIND}the (?:sign|signature) of {_THE}",),
    "parity": (
        rf"is {_THE} (?:even or odd|odd or even|an (?:even|odd) permutation)", rf"{FIND}the parity of {_THE}",
        rf"(?:determine|decide) (?:whether|if) {_THE} is (?:even or odd|odd or even)",
    ),
    "inverse": (rf"{FIND}the inverse of {_THE}",),
    "cycles": (
        rf"(?:write|express|find|compute|calculate) {_THE} (?:as a product of disjoint cycles|in (?:disjoint )?cycle (?:notation|form)|in terms of disjoint cycles)",
        rf"(?:find|give) the (?:disjoint )?cycle (?:decomposition|form|notation) of {_THE}",
    ),
    "inversions": (rf"{FIND}the (?:number of inversions|inversion number) (?:of|in) (?:the )?(?:permutation|arrangement|sequence)? ?{_ROW}", rf"how many inversions (?:does|are there in|are in) (?:the )?(?:permutation )?{_ROW}(?: have)?"),
}  # fmt: skip
TABLE_ZH: Final = {
    "told": (rf"{LET_ZH}(?:S_?\{{?(?P<n>\d+)\}}?中的?)?(?:置换)? ?{_NAME}{_P}",),
    "order": (rf"{FIND_ZH}(?:S_?\{{?(?P<n>\d+)\}}?中的?)?(?:置换)? ?{_NAME}{_P} ?的(?:阶|周期){HOW_MUCH_ZH}", rf"{FIND_ZH}(?:它|其|[σπ])?的?阶{HOW_MUCH_ZH}"),
    "parity": (rf"(?:判断|问|求)?(?:置换)? ?{_NAME}{_P} ?(?:的奇偶性|是奇置换还是偶置换|是偶置换还是奇置换)",),
    "sign": (rf"{FIND_ZH}(?:置换)? ?{_NAME}{_P} ?的符号{HOW_MUCH_ZH}",),
    "inverse": (rf"{FIND_ZH}(?:置换)? ?{_NAME}{_P} ?的逆(?:置换)?{HOW_MUCH_ZH}",),
    "cycles": (rf"(?:将|把)?(?:置换|乘积)? ?{_NAME}{_P} ?(?:表示|写|分解)(?:为|成)(?:若干个?)?(?:不相交|互不相交|不相交的?)(?:的)?(?:轮换|循环|循环置换)(?:的)?(?:乘积|之积|积)?",),
    "inversions": (rf"{FIND_ZH}(?:(?:n级|\d级)?排列) ?{_ROW} ?的逆序数{HOW_MUCH_ZH}",),
}  # fmt: skip
PARITY: Final = {"en": ("even", "odd"), "zh": ("偶置换", "奇置换")}
METHOD: Final = Words("the permutation was applied to every number", "对每个数逐一作用检验")
COMPOSED: Final = Words("composed with itself until nothing moves", "反复复合直到每个数都不动")
COUNTED: Final = Words("pairs that stand in the wrong order were counted", "逐对检验")


def _read(text: str) -> list[dict[int, int]] | None:
    """The factors of a permutation, from left to right; None where they are none."""
    if text.startswith("["):
        rows = [
            [int(e) for e in re.split(r"\s*,\s*", row.strip())] for row in re.findall(r"\[([\d, ]+)\]", text)
        ]
        if len(rows) != 2 or len(rows[0]) != len(rows[1]) or sorted(rows[0]) != sorted(rows[1]):
            return None
        return [dict(zip(*rows, strict=True))] if len(set(rows[0])) == len(rows[0]) else None
    factors = list[dict[int, int]]()
    for cycle in re.findall(r"\(([^()]*)\)", text):
        members = [int(n) for n in re.findall(r"\d+", cycle)]
        if len(members) == 1 and len(cycle.strip()) > 1:
            members = [int(d) for d in cycle.strip()]  # (123), as it is usual up to 9
        if len(set(members)) != len(members) or 0 in members:
            return None
        factors.append({a: members[(i + 1) % len(members)] for i, a in enumerate(members)})
    return factors or None


def _composed(factors: list[dict[int, int]]) -> dict[int, int]:
    points = sorted({a for f in factors for a in f})
    whole = dict[int, int]()
    for a in points:
        image = a
        for f in reversed(factors):
            image = f.get(image, image)
        whole[a] = image
    return whole


def _cycles(p: dict[int, int]) -> list[list[int]]:
    seen, cycles = set[int](), list[list[int]]()
    for a in sorted(p):
        cycle = list[int]()
        while a not in seen:
            seen.add(a)
            cycle.append(a)
            a = p[a]
        if len(cycle) > 1:
            cycles.append(cycle)
    return cycles


def _shown(cycles: list[list[int]]) -> str:
    return "".join("(" + r"\ ".join(map(str, c)) + ")" for c in cycles) or "(1)"


def _claimed(answer: str) -> Any:
    factors = _read(re.sub(r"\\[,;: ]|\\quad|\\left|\\right|[{}$]", " ", answer).strip())
    return tuple(sorted(_composed(factors).items())) if factors else None


@lesson("(?i)permutation|cycle|置换|排列|S_|inversion", en=TABLE_EN, zh=TABLE_ZH)
def permutation(found: list[Said], say: Language) -> Task | None:
    """What is asked of one permutation."""
    asked = [s for s in found if s.kind != "told"]
    if len(asked) != 1:
        return None
    kind = asked[0].kind
    if kind == "inversions":
        return _inversions(asked[0].values["row"], say) if len(found) == 1 else None
    written = word_in(found, "p")
    factors = _read(written.strip()) if written else None
    size = word_in(found, "n") or word_in(found, "m")
    if factors is None or size and max(a for f in factors for a in f) > int(size):
        return None
    p = _composed(factors)
    disjoint = sum(map(len, factors)) == len(p)
    if not disjoint and kind in ("cycles", "inverse") and p != _composed(factors[::-1]):
        opening = [
            told(
                say,
                "A product of permutations is applied from right to left, as maps are.",
                "置换的乘积按映射的复合，从右到左作用。",
            )
        ]
    else:
        opening = []
    cycles = _cycles(p)
    if not cycles:
        return None
    steps = [
        *opening,
        told(
            say,
            rf"Follow each number until it comes back; the disjoint cycles are \({_shown(cycles)}\).",
            rf"从每个数出发，直到回到自身；不相交的轮换是 \({_shown(cycles)}\)。",
        ),
    ]
    lines = [
        f"factors = {factors}",
        "p = {}",
        "for a in sorted({a for f in factors for a in f}):",
        "    image = a",
        "    for f in reversed(factors):",
        "        image = f.get(image, image)",
        "    p[a] = image",
    ]
    return {"order": _order, "sign": _sign, "parity": _parity, "inverse": _inverse, "cycles": _form}[kind](
        p, cycles, steps, lines, say
    )


_LOOP: Final = ("cycles, seen = [], set()", "for a in sorted(p):", "    cycle = []", "    while a not in seen:", "        seen.add(a)", "        cycle.append(a)", "        a = p[a]", "    if len(cycle) > 1:", "        cycles.append(tuple(cycle))")  # fmt: skip


def _order(
    p: dict[int, int], cycles: list[list[int]], steps: list[str], lines: list[str], say: Language
) -> Task:
    lengths = [len(c) for c in cycles]
    steps.append(
        told(
            say,
            rf"A cycle of length \(k\) is the identity after \(k\) steps, so the order is the least common multiple of the lengths \({', '.join(map(str, lengths))}\): \({lcm(*lengths)}\).",
            rf"长为 \(k\) 的轮换的阶是 \(k\)，所以置换的阶是各长度 \({', '.join(map(str, lengths))}\) 的最小公倍数：\({lcm(*lengths)}\)。",
        )
    )
    source = cell(
        *lines,
        comment(told(say, "the lengths of the cycles", "各轮换的长度")),
        *_LOOP,
        "ilcm(1, *[len(c) for c in cycles])",
    )
    tests = (
        f"p = {p}",
        "power, count = dict(p), 1",
        "while any(power[a] != a for a in p):",
        "    power, count = {a: p[power[a]] for a in p}, count + 1",
        "answer == count",
    )
    return Prepared(say, tuple(steps), source, tests, COMPOSED)


def _sign(
    p: dict[int, int], cycles: list[list[int]], steps: list[str], lines: list[str], say: Language
) -> Prepared:
    swaps = sum(len(c) - 1 for c in cycles)
    steps.append(
        told(
            say,
            rf"A cycle of length \(k\) is a product of \(k-1\) transpositions, so there are \({'+'.join(str(len(c) - 1) for c in cycles)}={swaps}\): the permutation is {PARITY['en'][swaps % 2]}, its sign is \({(-1) ** swaps}\).",
            rf"长为 \(k\) 的轮换可写成 \(k-1\) 个对换的乘积，共 \({'+'.join(str(len(c) - 1) for c in cycles)}={swaps}\) 个对换：是{PARITY['zh'][swaps % 2]}，符号为 \({(-1) ** swaps}\)。",
        )
    )
    source = cell(*lines, *_LOOP, "(-1)**sum(len(c) - 1 for c in cycles)")
    points = sorted(p)
    tests = (
        f"row = {[points.index(p[a]) for a in points]}",
        "wrong = sum(row[i] > row[j] for j in range(len(row)) for i in range(j))",
        "answer == (-1)**wrong",
    )
    return Prepared(say, tuple(steps), source, tests, COUNTED)


def _parity(
    p: dict[int, int], cycles: list[list[int]], steps: list[str], lines: list[str], say: Language
) -> Task:
    def given(answer: str) -> Any:
        odd, even = (re.search(w, answer.lower()) for w in ("odd|奇", "even|偶"))
        return -1 if odd and not even else 1 if even and not odd else None

    def shown(value: Any) -> str | None:
        return rf"\text{{{PARITY[say][0 if value == 1 else 1]}}}" if value in (1, -1) else None

    return replace(_sign(p, cycles, steps, lines, say), shown=shown, given=given)


def _inverse(
    p: dict[int, int], cycles: list[list[int]], steps: list[str], lines: list[str], say: Language
) -> Task:
    back = _cycles({b: a for a, b in p.items()})
    steps.append(
        told(
            say,
            rf"The inverse goes each cycle backwards: \({_shown(back)}\).",
            rf"逆置换把每个轮换反向：\({_shown(back)}\)。",
        )
    )
    source = cell(*lines, "tuple(sorted((b, a) for a, b in p.items()))")
    tests = (
        f"p = {p}",
        "back = dict(answer)",
        "all(back.get(p[a], p[a]) == a for a in p) and set(back) <= set(p)",
    )
    return Prepared(
        say, tuple(steps), source, tests, METHOD, shown=lambda v: _shown(_cycles(_pairs(v))), given=_claimed
    )


def _form(
    p: dict[int, int], cycles: list[list[int]], steps: list[str], lines: list[str], say: Language
) -> Task:
    source = cell(*lines, "tuple(sorted(p.items()))")
    tests = (
        f"p = {p}",
        "claimed = dict(answer)",
        "all(claimed.get(a, a) == p[a] for a in p) and set(claimed) <= set(p)",
    )
    return Prepared(
        say, tuple(steps), source, tests, METHOD, shown=lambda v: _shown(_cycles(_pairs(v))), given=_claimed
    )


def _pairs(value: Any) -> dict[int, int]:
    return {int(a): int(b) for a, b in value}


def _inversions(row: str, say: Language) -> Task | None:
    numbers = [int(n) for n in (re.findall(r"\d+", row) if re.search(r"\d\D+\d", row) else row)]
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        return None
    counts = [sum(m > n for m in numbers[:i]) for i, n in enumerate(numbers)]
    steps = (
        told(
            say,
            rf"Count for each number the larger ones in front of it: \({'+'.join(map(str, counts))}={sum(counts)}\).",
            rf"对每个数，数出排在它前面且比它大的数的个数：\({'+'.join(map(str, counts))}={sum(counts)}\)。",
        ),
    )
    source = cell(f"row = {numbers}", "Integer(sum(m > n for i, n in enumerate(row) for m in row[:i]))")
    tests = (
        f"row = {numbers}",
        "swaps = 0",
        "for _ in row:",
        "    for i in range(len(row) - 1):",
        "        if row[i] > row[i + 1]:",
        "            row[i], row[i + 1], swaps = row[i + 1], row[i], swaps + 1",
        "answer == swaps",
    )
    return Prepared(
        say,
        steps,
        source,
        tests,
        Words("sorted by swaps of neighbours, which were counted", "用相邻对换排序并计数"),
    )
