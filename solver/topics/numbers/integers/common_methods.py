"""Greatest common divisors and least common multiples by other methods than Euclid's: prime factors, lists, short division.

Positive whole numbers. Prime factors only where they are found at once, lists only where they are short.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd, lcm, prod
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Solution, Words
from solver.topics.cells import cell, comment

WORDS: Final = {
    "factor": Words("Write each number as a product of primes: \\[{lines}\\]", "把每个数分解质因数：\\[{lines}\\]"),
    "shared": Words("The greatest common divisor takes every prime that all the numbers share, with the smallest exponent: \\[{product}={value}\\]",
                    "最大公约数取所有数公有的质因数，每个取最低次幂：\\[{product}={value}\\]"),
    "none_shared": Words("There is no prime that all the numbers share, so the greatest common divisor is \\(1\\).", "没有所有数公有的质因数，所以最大公约数是 \\(1\\)。"),
    "united": Words("The least common multiple takes every prime that occurs, with the largest exponent: \\[{product}={value}\\]",
                    "最小公倍数取出现过的所有质因数，每个取最高次幂：\\[{product}={value}\\]"),
    "divisors": Words("List all divisors of each number: {lists}.", "分别列出各数的所有约数：{lists}。"),
    "divisors_of": Words("of \\({n}\\): \\({list}\\)", "\\({n}\\) 的约数有 \\({list}\\)"),
    "in_all": Words("In every list stand \\({list}\\). The greatest of them is \\({value}\\).", "公约数有 \\({list}\\)，其中最大的是 \\({value}\\)。"),
    "multiples": Words("List the multiples of \\({n}\\), the largest of the numbers, until one can be divided by all the others: \\[{list}\\] The first one is \\({value}\\).",
                       "依次列出最大的数 \\({n}\\) 的倍数，直到它也是其他各数的倍数：\\[{list}\\] 第一个公倍数是 \\({value}\\)。"),
    "ladder": Words("Short division: write the numbers side by side, and divide all of them by a prime that they share, as long as there is one: \\[{ladder}\\]",
                    "短除法：把各数并排写，用它们公有的质因数去除，直到没有公有的质因数为止：\\[{ladder}\\]"),
    "ladder_pairs": Words("For the multiple go on as long as a prime divides at least two of the numbers; the others are brought down: \\[{ladder}\\]",
                          "求最小公倍数时，只要还有两个数有公有的质因数就继续除，不能除的数照写下来：\\[{ladder}\\]"),
    "left": Words("The divisors on the left multiply to the greatest common divisor: \\[{product}={value}\\]", "左边的除数相乘，就是最大公约数：\\[{product}={value}\\]"),
    "left_one": Words("The only divisor on the left is the greatest common divisor: \\({value}\\).", "左边只有一个除数，它就是最大公约数：\\({value}\\)。"),
    "left_none": Words("Nothing could be divided: the greatest common divisor is \\(1\\).", "没有公有的质因数，最大公约数是 \\(1\\)。"),
    "around": Words("The divisors on the left and the numbers that are left below multiply to the least common multiple: \\[{product}={value}\\]",
                    "左边的除数和最下面剩下的数全部相乘，就是最小公倍数：\\[{product}={value}\\]"),
    "cell_factors": Words("exponents of the primes, number by number", "各数的质因数及其指数"),
    "cell_lists": Words("the lists, and what they share", "列出来，再找公有的"),
    "cell_ladder": Words("divide as long as a prime divides at least two numbers; the first ones divide all", "只要有质数能除至少两个数就继续除；能除所有数的另记"),
}  # fmt: skip
MAX_FACTORED: Final = 10**9
MAX_LISTED: Final = 200
MAX_MULTIPLES: Final = 40


@dataclass(frozen=True, slots=True)
class Whole:
    """Positive `numbers`, of which `wanted` (gcd, lcm, or both in the order of the question) are asked for."""

    numbers: tuple[int, ...]
    wanted: tuple[str, ...]
    language: Language

    def methods(self) -> tuple[str, ...]:
        """What is reasonable by hand with these numbers, besides Euclid's algorithm."""
        if len(set(self.numbers)) == 1 or max(self.numbers) > MAX_FACTORED:
            return ()
        found = ["prime-factors", "short-division"]
        multiples = lcm(*self.numbers) // max(self.numbers)
        if max(self.numbers) <= MAX_LISTED and ("lcm" not in self.wanted or multiples <= MAX_MULTIPLES):
            found.append("listing")
        return tuple(found)

    def solution(self, method: str) -> Solution:
        """Steps and cell by one of `methods`."""
        steps, lines = {
            "prime-factors": self._primes,
            "listing": self._lists,
            "short-division": self._ladder,
        }[method]()
        return Solution(tuple(steps), cell(*lines, ", ".join(self.wanted)))

    def _primes(self) -> tuple[list[str], list[str]]:
        say = self.language
        factored = [dict(sp.factorint(n)) for n in self.numbers]
        lines = r",\quad ".join(
            f"{n}={_product(f) if f else 1}" if sum(f.values()) != 1 else f"{n}={n}"
            for n, f in zip(self.numbers, factored, strict=True)
        )
        steps = [WORDS["factor"].say(say, lines=lines)]
        primes = sorted(set().union(*factored))
        low = {p: e for p in primes if (e := min(f.get(p, 0) for f in factored))}
        high = {p: max(f.get(p, 0) for f in factored) for p in primes}
        for name in self.wanted:
            if name == "lcm":
                steps.append(WORDS["united"].say(say, product=_product(high), value=lcm(*self.numbers)))
            elif low:
                steps.append(WORDS["shared"].say(say, product=_product(low), value=gcd(*self.numbers)))
            else:
                steps.append(WORDS["none_shared"].say(say))
        source = [
            f"numbers = {list(self.numbers)}",
            comment(WORDS["cell_factors"].say(say)),
            "factors = [factorint(n) for n in numbers]",
            "primes = {p for f in factors for p in f}",
            "gcd, lcm = Integer(1), Integer(1)",
            "for p in primes:",
            "    exponents = [f.get(p, 0) for f in factors]",
            "    gcd, lcm = gcd * p**min(exponents), lcm * p**max(exponents)",
        ]
        return steps, source

    def _lists(self) -> tuple[list[str], list[str]]:
        say, steps = self.language, list[str]()
        top = max(self.numbers)
        for name in self.wanted:
            if name == "gcd":
                lists = [
                    WORDS["divisors_of"].say(say, n=n, list=_listed(sp.divisors(n)))
                    for n in dict.fromkeys(self.numbers)
                ]
                steps.append(WORDS["divisors"].say(say, lists=("；" if say == "zh" else "; ").join(lists)))
                value = gcd(*self.numbers)
                steps.append(WORDS["in_all"].say(say, list=_listed(sp.divisors(value)), value=value))
            else:
                value = lcm(*self.numbers)
                multiples = _listed(range(top, value + 1, top))
                steps.append(WORDS["multiples"].say(say, n=top, list=multiples, value=value))
        source = [f"numbers = {list(self.numbers)}", comment(WORDS["cell_lists"].say(say))]
        if "gcd" in self.wanted:
            source.append("gcd = max(set.intersection(*[set(divisors(n)) for n in numbers]))")
        if "lcm" in self.wanted:
            source += [
                "multiples = [max(numbers)]",
                "while any(multiples[-1] % n for n in numbers):",
                "    multiples.append(multiples[-1] + max(numbers))",
                "lcm = multiples[-1]",
            ]
        return steps, source

    def _ladder(self) -> tuple[list[str], list[str]]:
        say, steps = self.language, list[str]()
        common, rows = self._rungs(list(self.numbers), all_share=True)
        steps.append(WORDS["ladder"].say(say, ladder=_drawn(common, rows)))
        everywhere, full = self._rungs(rows[-1], all_share=False)
        if "lcm" in self.wanted and everywhere:
            steps.append(WORDS["ladder_pairs"].say(say, ladder=_drawn(common + everywhere, rows + full[1:])))
        for name in self.wanted:
            if name == "lcm":
                product = r"\times ".join(map(str, [*common, *everywhere, *full[-1]]))
                steps.append(WORDS["around"].say(say, product=product, value=lcm(*self.numbers)))
            else:
                key = "left" if len(common) > 1 else "left_one" if common else "left_none"
                steps.append(
                    WORDS[key].say(say, product=r"\times ".join(map(str, common)), value=prod(common))
                )
        source = [
            "import math",
            "",
            f"numbers, gcd, lcm, p = {list(self.numbers)}, Integer(1), Integer(1), 2",
            comment(WORDS["cell_ladder"].say(say)),
            "while p <= max(numbers):",
            "    divisible = [n % p == 0 for n in numbers]",
            "    if sum(divisible) >= 2:",
            "        gcd, lcm = (gcd * p if all(divisible) else gcd), lcm * p",
            "        numbers = [n // p if n % p == 0 else n for n in numbers]",
            "    else:",
            "        p = nextprime(p)",
            "lcm = lcm * math.prod(numbers)",
        ]
        return steps, source

    def _rungs(self, row: list[int], *, all_share: bool) -> tuple[list[int], list[list[int]]]:
        """The primes that divide all the numbers (or at least two), one after the other, and the rows."""
        primes, rows = list[int](), [row]
        while True:
            row = rows[-1]
            candidates = sorted({p for n in row for p in sp.primefactors(n)})
            need = len(row) if all_share else 2
            prime = next((p for p in candidates if sum(n % p == 0 for n in row) >= need), None)
            if prime is None:
                return primes, rows
            primes.append(prime)
            rows.append([n // prime if n % prime == 0 else n for n in row])


def _product(powers: dict[int, int]) -> str:
    return r"\times ".join(f"{p}^{{{e}}}" if e > 1 else str(p) for p, e in sorted(powers.items()) if e)


def _listed(values: object) -> str:
    return r",\ ".join(map(str, values))  # type: ignore[call-overload]


def _drawn(primes: list[int], rows: list[list[int]]) -> str:
    """The ladder: primes on the left, the numbers, and what is left of them."""
    left = [*map(str, primes), ""]
    lines = [" & ".join([prime, *map(str, row)]) for prime, row in zip(left, rows, strict=True)]
    body = r" \\ \hline ".join(lines)
    return rf"\begin{{array}}{{r|{'r' * len(rows[0])}}} {body} \end{{array}}"
