"""Counts that have names: Stirling, Bell and Catalan numbers, relations between finite sets, power sets, bit strings by weight.

Not: numbers beyond 15, counts up to symmetry, relations with two properties at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import comb, factorial
from typing import Final

from solver.ports import Language
from solver.topics.base import Task, Words
from solver.topics.cells import cell
from solver.topics.clauses import Said
from solver.topics.coursework.count_wordings import TABLE_EN, TABLE_ZH
from solver.topics.coursework.kinds import lesson, told
from solver.topics.prepared import Prepared

LARGEST: Final = 12
_SEVERAL: Final = Words("all of them were written down and counted", "逐一列举计数检验")
_RECURRED: Final = Words("found again by the recurrence", "用递推关系重新计算检验")
_SUMMED: Final = Words("found again by adding up case by case", "分情形求和检验")
_PLAIN: Final = {None: "", "different": "", "distinct": "", "possible": "", "binary": "", "二元": "", "自反": "reflexive", "反自反": "irreflexive", "对称": "symmetric", "反对称": "antisymmetric", "等价": "equivalence"}  # fmt: skip
_STIRLING: Final = (
    "def part(n, k):", "    if n == k:", "        return Integer(1)", "    if k == 0 or k > n:", "        return Integer(0)", "    return k*part(n - 1, k) + part(n - 1, k - 1)",
)  # fmt: skip


@lesson(
    r"(?i)stirling|bell|catalan|partition|relation|power set|bit|binary|truth table|斯特|贝尔|卡特|卡塔|划分|关系|串",
    en=TABLE_EN,
    zh=TABLE_ZH,
)
def count(found: list[Said], say: Language) -> Task | None:
    """The count by its name."""
    values = dict[str, str]()
    for said in found:
        for name, value in said.values.items():
            name = name.rstrip("23")
            if name in values and values[name] != value:
                return None
            values[name] = value
    kinds = [s.kind for s in found]
    n = int(values.get("n", 0))
    if not 0 < n <= LARGEST and kinds != ["weight"]:
        return None
    k = int(values.get("k", 0))
    word = values.get("kind")
    kind = _PLAIN.get(word, word)
    match kinds:
        case ["stirling"]:
            return _stirling(n, k, say, first=values.get("which", "second") in ("first", "一"))
        case ["bell"] | ["partitions"] | ["set", "partitions"]:
            return _bell(n, say)
        case ["catalan"]:
            return _catalan(n, say)
        case ["parts"]:
            return _stirling(n, k, say, first=False)
        case ["relations"] | ["set", "relations"]:
            return _relations(n, kind or "", say)
        case ["relations ab"]:
            return _pairs(n, k, say)
        case ["power"]:
            return _doubled(n, say, "Each element is in a subset or not", "每个元素属于或不属于子集")
        case ["rows"]:
            return _doubled(n, say, "Each variable is true or false", "每个变元取真或假")
        case ["weight"]:
            return _weight(n, k, values["sign"], values["digit"], say)
    return None


def _stirling(n: int, k: int, say: Language, *, first: bool) -> Task | None:
    if not 1 <= k <= n:
        return None
    if first:
        rings = (
            told(
                say,
                r"The numbers of permutations of \(n\) things with \(k\) cycles obey \(c(n,k)=(n-1)\,c(n-1,k)+c(n-1,k-1)\): the last thing stands behind one of the others, or alone.",
                r"\(n\) 个元素分成 \(k\) 个轮换的个数满足 \(c(n,k)=(n-1)\,c(n-1,k)+c(n-1,k-1)\)：最后一个元素排在某个元素之后，或单独成一个轮换。",
            ),
        )
        value = _first_kind(n, k)
        source = cell(
            "def rings(n, k):",
            "    if n == k:",
            "        return Integer(1)",
            "    if k == 0 or k > n:",
            "        return Integer(0)",
            "    return (n - 1)*rings(n - 1, k) + rings(n - 1, k - 1)",
            f"rings({n}, {k})",
        )
        tests = (
            f"product = Poly(expand(Mul(*[x + i for i in range({n})])), x)",
            f"answer == product.coeff_monomial(x**{k})",
        )
        method = Words("the coefficient of x(x+1)…(x+n-1) was compared", "与 x(x+1)…(x+n-1) 的系数比较")
        told_value = (told(say, rf"So \(c({n},{k})={value}\).", rf"所以 \(c({n},{k})={value}\)。"),)
        return Prepared(say, (*rings, *told_value), source, tests, method, letters=("x",))
    terms = "".join(
        rf"{'+' if i % 2 == 0 and i else '-' if i else ''}\binom{{{k}}}{{{i}}}{k - i}^{{{n}}}"
        for i in range(k)
    )
    value = sum((-1) ** i * comb(k, i) * (k - i) ** n for i in range(k + 1)) // factorial(k)
    steps = (
        told(
            say,
            rf"Count the functions onto \({k}\) named parts by inclusion and exclusion, and divide by the \({k}!\) orders of the parts: \[S({n},{k})=\frac{{1}}{{{k}!}}\left({terms}\right)={value}\]",
            rf"用容斥原理数到 \({k}\) 个有标号部分的满射，再除以 \({k}!\)：\[S({n},{k})=\frac{{1}}{{{k}!}}\left({terms}\right)={value}\]",
        ),
    )
    source = cell(
        f"sum((-1)**i*binomial({k}, i)*Integer({k} - i)**{n} for i in range({k} + 1))/factorial({k})"
    )
    return Prepared(say, steps, source, (*_STIRLING, f"answer == part({n}, {k})"), _RECURRED)


def _first_kind(n: int, k: int) -> int:
    return (
        1 if n == k else 0 if k == 0 or k > n else (n - 1) * _first_kind(n - 1, k) + _first_kind(n - 1, k - 1)
    )


def _bell(n: int, say: Language) -> Task:
    bells = [1]
    for m in range(n):
        bells.append(sum(comb(m, i) * bells[i] for i in range(m + 1)))
    listed = r",\ ".join(rf"B_{{{i}}}={b}" for i, b in enumerate(bells))
    steps = (
        told(
            say,
            rf"Choose which \(n-i\) others share the part of the last element; what is left is partitioned: \(B_{{n+1}}=\sum_{{i=0}}^{{n}}\binom{{n}}{{i}}B_i\). So \[{listed}\]",
            rf"考虑与最后一个元素同在一块的元素，其余元素再划分：\(B_{{n+1}}=\sum_{{i=0}}^{{n}}\binom{{n}}{{i}}B_i\)。于是 \[{listed}\]",
        ),
    )
    source = cell(
        "bells = [Integer(1)]",
        f"for m in range({n}):",
        "    bells.append(sum(binomial(m, i)*bells[i] for i in range(m + 1)))",
        "bells[-1]",
    )
    return Prepared(
        say, steps, source, (*_STIRLING, f"answer == sum(part({n}, k) for k in range(1, {n} + 1))"), _SUMMED
    )


def _catalan(n: int, say: Language) -> Task:
    value = comb(2 * n, n) // (n + 1)
    steps = (
        told(
            say,
            rf"The Catalan number is \[C_{{{n}}}=\frac{{1}}{{{n}+1}}\binom{{{2 * n}}}{{{n}}}={value}\]",
            rf"卡特兰数为 \[C_{{{n}}}=\frac{{1}}{{{n}+1}}\binom{{{2 * n}}}{{{n}}}={value}\]",
        ),
    )
    tests = (
        "numbers = [Integer(1)]",
        f"for m in range({n}):",
        "    numbers.append(sum(numbers[i]*numbers[m - i] for i in range(m + 1)))",
        "answer == numbers[-1]",
    )
    return Prepared(say, steps, cell(f"binomial({2 * n}, {n})/({n} + 1)"), tests, _RECURRED)


_RELATIONS: Final[Mapping[str, tuple[Callable[[int], int], str, str, str, str]]] = {
    "": (lambda n: 2 ** (n * n), "Integer(2)**({n}**2)", "Each of the \\({n}^2\\) pairs belongs to the relation or not", "\\({n}^2\\) 个有序对各自属于或不属于关系", "True"),
    "reflexive": (lambda n: 2 ** (n * n - n), "Integer(2)**({n}**2 - {n})", "The \\({n}\\) pairs \\((a,a)\\) must belong to it, each of the other \\({n}^2-{n}\\) may", "\\({n}\\) 个有序对 \\((a,a)\\) 必须属于关系，其余 \\({n}^2-{n}\\) 个可选", "all((a, a) in r for a in range(n))"),
    "irreflexive": (lambda n: 2 ** (n * n - n), "Integer(2)**({n}**2 - {n})", "No pair \\((a,a)\\) belongs to it, each of the other \\({n}^2-{n}\\) may", "有序对 \\((a,a)\\) 都不属于关系，其余 \\({n}^2-{n}\\) 个可选", "all((a, a) not in r for a in range(n))"),
    "symmetric": (lambda n: 2 ** (n * (n + 1) // 2), "Integer(2)**({n}*({n} + 1)//2)", "The \\({n}\\) pairs \\((a,a)\\) and the \\(\\binom{{{n}}}{{2}}\\) twins \\((a,b),(b,a)\\) are free", "\\({n}\\) 个 \\((a,a)\\) 与 \\(\\binom{{{n}}}{{2}}\\) 组 \\((a,b),(b,a)\\) 可自由选择", "all((b, a) in r for a, b in r)"),
    "antisymmetric": (lambda n: 2**n * 3 ** (n * (n - 1) // 2), "Integer(2)**{n}*Integer(3)**({n}*({n} - 1)//2)", "The \\({n}\\) pairs \\((a,a)\\) are free, and of each of the \\(\\binom{{{n}}}{{2}}\\) twins \\((a,b),(b,a)\\) none or just one belongs to it", "\\({n}\\) 个 \\((a,a)\\) 可自由选择，\\(\\binom{{{n}}}{{2}}\\) 组 \\((a,b),(b,a)\\) 中至多取一个", "all(a == b or (b, a) not in r for a, b in r)"),
}  # fmt: skip


def _relations(n: int, kind: str, say: Language) -> Task | None:
    if kind == "equivalence":
        bell = _bell(n, say)
        assert isinstance(bell, Prepared)
        opening = told(
            say,
            "An equivalence relation is the same as a partition into its classes.",
            "等价关系与集合的划分一一对应。",
        )
        return Prepared(say, (opening, *bell.steps), bell.source, bell.tests, bell.method)
    if kind not in _RELATIONS or n > 8:
        return None
    value, source, english, chinese, holds = _RELATIONS[kind]
    steps = (
        told(say, f"{english.format(n=n)}: \\({value(n)}\\).", f"{chinese.format(n=n)}：\\({value(n)}\\)。"),
    )
    # all relations on up to three elements are few; what they show grows by the same free choices
    tests = (
        "from itertools import product, combinations", f"free = lambda n: {source.format(n='n')}",
        "def count(n):", "    pairs = list(product(range(n), repeat=2))", f"    return sum(1 for k in range(len(pairs) + 1) for r in map(set, combinations(pairs, k)) if {holds})",
        f"all(free(n) == count(n) for n in range(1, 4)) and answer == free({n})",
    )  # fmt: skip
    return Prepared(say, steps, cell(source.format(n=n)), tests, _SEVERAL)


def _pairs(n: int, k: int, say: Language) -> Task:
    steps = (
        told(
            say,
            rf"Each of the \({n}\cdot {k}\) pairs belongs to the relation or not: \(2^{{{n * k}}}={2 ** (n * k)}\).",
            rf"\({n}\cdot {k}\) 个有序对各自属于或不属于关系：\(2^{{{n * k}}}={2 ** (n * k)}\)。",
        ),
    )
    return Prepared(
        say,
        steps,
        cell(f"Integer(2)**({n}*{k})"),
        (f"answer == sum(binomial({n * k}, j) for j in range({n * k} + 1))",),
        _SUMMED,
    )


def _doubled(n: int, say: Language, english: str, chinese: str) -> Task:
    steps = (told(say, rf"{english}: \(2^{{{n}}}={2**n}\).", rf"{chinese}：\(2^{{{n}}}={2**n}\)。"),)
    return Prepared(
        say,
        steps,
        cell(f"Integer(2)**{n}"),
        (f"answer == sum(binomial({n}, j) for j in range({n} + 1))",),
        _SUMMED,
    )


def _weight(n: int, k: int, sign: str, digit: str, say: Language) -> Task | None:
    if not 0 <= k <= n <= 40:
        return None
    ends = (k, k) if re.match("exactly|恰", sign) else (k, n) if re.match("at least|至少", sign) else (0, k)
    terms = "+".join(rf"\binom{{{n}}}{{{i}}}" for i in range(ends[0], ends[1] + 1))
    value = sum(comb(n, i) for i in range(ends[0], ends[1] + 1))
    steps = (
        told(
            say,
            rf"Choose the places of the digits {digit}: \[{terms}={value}\]",
            rf"选出数字 {digit} 的位置：\[{terms}={value}\]",
        ),
    )
    source = cell(f"sum(binomial({n}, i) for i in range({ends[0]}, {ends[1]} + 1))")
    tests = (
        f"ways = expand((1 + x)**{n})",
        f"answer == sum(ways.coeff(x, i) for i in range({ends[0]}, {ends[1]} + 1))",
    )
    return Prepared(
        say,
        steps,
        source,
        tests,
        Words("the coefficients of a power of 1+x were added up", "用 (1+x) 的幂的系数检验"),
        letters=("x",),
    )
