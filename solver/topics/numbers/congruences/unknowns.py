"""An unknown of one or more congruences: its residue, the smallest or largest that fits, how many there are within bounds.

Linear congruences are solved with inverses and put together one by one; others by trying every residue.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import python_name, symbol_latex, to_python, to_sympy
from solver.formula.nodes import Call, symbols, walk
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, difference
from solver.topics.numbers.congruences.answers import general, general_latex
from solver.topics.numbers.congruences.marking import Congruence

MAX_TRIED: Final = 2000
MAX_SEARCHED: Final = 10**6
SHOWN: Final = 8

WORDS: Final = {
    "linear": Words("Collect the terms with \\({x}\\) on the left and the numbers on the right, and reduce modulo \\({m}\\): what is asked is \\({a}{x}\\equiv {b}\\pmod{{{m}}}\\).",
                    "把含 \\({x}\\) 的项移到左边、数移到右边，再对 \\({m}\\) 取余数，要解的是 \\({a}{x}\\equiv {b}\\pmod{{{m}}}\\)。"),
    "divide": Words("\\({a}\\), \\({b}\\) and \\({m}\\) are all divisible by \\({g}\\); dividing by it, the condition becomes \\({c}{x}\\equiv {d}\\pmod{{{n}}}\\).",
                    "\\({a}\\)、\\({b}\\) 和 \\({m}\\) 都能被 \\({g}\\) 整除，同除以 \\({g}\\)，条件变为 \\({c}{x}\\equiv {d}\\pmod{{{n}}}\\)。"),
    "never": Words("\\({a}{x}\\) and \\({m}\\) are divisible by \\({g}\\), but \\({b}\\) is not: no number fits.",
                   "\\({a}{x}\\) 与 \\({m}\\) 都能被 \\({g}\\) 整除，而 \\({b}\\) 不能，所以没有符合的数。"),
    "inverse": Words("\\({a}\\cdot {u}={product}={k}\\cdot {m}+1\\), so \\({u}\\) is the inverse of \\({a}\\) modulo \\({m}\\).",
                     "\\({a}\\cdot {u}={product}={k}\\cdot {m}+1\\)，所以 \\({u}\\) 是 \\({a}\\) 关于模 \\({m}\\) 的逆元。"),
    "multiply": Words("Multiply both sides by \\({u}\\): the solutions are the numbers that leave the same remainder as \\({u}\\cdot {b}={product}\\) when divided by \\({m}\\), that is \\({r}\\).",
                      "两边同乘 \\({u}\\)：解就是除以 \\({m}\\) 与 \\({u}\\cdot {b}={product}\\) 余数相同的数，即余数为 \\({r}\\)。"),
    "known": Words("The condition says that \\({x}\\) leaves the remainder \\({r}\\) when divided by \\({m}\\).", "条件就是：\\({x}\\) 除以 \\({m}\\) 余 \\({r}\\)。"),
    "join": Words("Go through the numbers that fit so far, \\({listed},\\ \\ldots\\), in steps of \\({step}\\), until one also leaves the remainder \\({r}\\) when divided by \\({m}\\): \\({n}={q}\\cdot {m}+{r}\\). From there on every \\({period}\\) steps one fits all conditions.",
                  "在已符合的数 \\({listed},\\ \\ldots\\)（每次加 \\({step}\\)）中逐个检验，找到除以 \\({m}\\) 余 \\({r}\\) 的数：\\({n}={q}\\cdot {m}+{r}\\)。此后每隔 \\({period}\\) 就有一个数符合全部条件。"),
    "clash": Words("The numbers that fit so far leave {listed} when divided by \\({m}\\), never \\({r}\\): no number fits all conditions.",
                   "已符合的数除以 \\({m}\\) 的余数只有{listed}，不会是 \\({r}\\)，所以没有数符合全部条件。"),
    "tried": Words("Whether a number fits depends only on its remainder modulo \\({m}\\). Trying \\(0, 1, \\ldots, {last}\\), these fit: \\({residues}\\).",
                   "一个数是否符合只与它除以 \\({m}\\) 的余数有关。逐一检验 \\(0, 1, \\ldots, {last}\\)，符合的有：\\({residues}\\)。"),
    "tried none": Words("Whether a number fits depends only on its remainder modulo \\({m}\\). Trying \\(0, 1, \\ldots, {last}\\), none fits.",
                        "一个数是否符合只与它除以 \\({m}\\) 的余数有关。逐一检验 \\(0, 1, \\ldots, {last}\\)，都不符合。"),
    "members": Words("Those that fit {where} are \\({listed}\\).", "{where}符合的数是 \\({listed}\\)。"),
    "members none": Words("None of them lies {where}.", "{where}没有符合的数。"),
    "from": Words("from \\({low}\\) on", "从 \\({low}\\) 起"),
    "to": Words("up to \\({high}\\)", "不超过 \\({high}\\) 的数中"),
    "both": Words("from \\({low}\\) to \\({high}\\)", "从 \\({low}\\) 到 \\({high}\\) 中"),
    "code": Words("the number that fits every congruence", "逐个满足每个同余式"),
    "code all": Words("try the numbers one by one", "逐个检验"),
    "method": Words("tried every number within the bounds", "在范围内逐个检验"),
    "method_general": Words("tried every residue", "逐个检验每个余数"),
}  # fmt: skip
SENTENCES: Final = {
    "only": Words("\\({x}={answer}\\).", "\\({x}={answer}\\)。"),
    "smallest": Words("The smallest is \\({answer}\\).", "最小的是 \\({answer}\\)。"),
    "largest": Words("The largest is \\({answer}\\).", "最大的是 \\({answer}\\)。"),
    "count": Words("There are \\({answer}\\).", "共有 \\({answer}\\) 个。"),
    "sum": Words("Their sum is \\({answer}\\).", "它们的和是 \\({answer}\\)。"),
    "all": Words("They are \\({answer}\\).", "它们是 \\({answer}\\)。"),
    "general": Words("The solution is \\({answer}\\).", "解为 \\({answer}\\)。"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Linear:
    """`a`·x ≡ `b` modulo `m`, with 0 ≤ a, b < m."""

    a: int
    b: int
    m: int

    @property
    def gcd(self) -> int:
        """Of a and m."""
        return math.gcd(self.a, self.m)

    @property
    def solved(self) -> tuple[int, int] | None:
        """x ≡ r modulo n."""
        g = self.gcd
        if self.b % g:
            return None
        n = self.m // g
        return (self.b // g * pow(self.a // g, -1, n) % n if n > 1 else 0), n


def unknown_of(congruences: tuple[Congruence, ...]) -> str | None:
    """The one letter of all of them."""
    letters = {name for c in congruences for side in (c.left, c.right) for name in symbols(side)}
    return letters.pop() if len(letters) == 1 else None


def linear(congruence: Congruence, letter: str) -> Linear | None:
    """The congruence as a·x ≡ b, where it is that."""
    poly = _polynomial(congruence, letter)
    if poly is None or poly.degree() > 1:
        return None
    a, m = int(poly.coeff_monomial(sp.Symbol(letter))), congruence.modulus
    return Linear(a % m, -int(poly.coeff_monomial(1)) % m, m)


def _polynomial(congruence: Congruence, letter: str) -> sp.Poly | None:
    if any(isinstance(n, Call) for side in (congruence.left, congruence.right) for n in walk(side)):
        return None
    x = sp.Symbol(letter)
    found = to_sympy(congruence.left, {letter: x}) - to_sympy(congruence.right, {letter: x})
    if not found.is_polynomial(x):
        return None
    poly = sp.Poly(found, x)
    return poly if all(c.is_Integer for c in poly.all_coeffs()) and poly.degree() <= 12 else None


def unknown_task(
    congruences: tuple[Congruence, ...], wanted: str, low: int | None, high: int | None, language: Language
) -> Unknown | None:
    """The task, where it has an answer: bounds for a smallest or a largest, one number where one is asked for."""
    letter = unknown_of(congruences)
    if letter is None:
        return None
    lines = tuple(linear(c, letter) for c in congruences)
    if all(line is not None for line in lines):
        residues, period = _joined(tuple(line for line in lines if line is not None))
    else:
        period = math.lcm(*(c.modulus for c in congruences))
        polys = [(_polynomial(c, letter), c.modulus) for c in congruences]
        if period > MAX_TRIED or any(p is None for p, _ in polys):
            return None
        residues = tuple(
            n for n in range(period) if all(p is not None and int(p.eval(n)) % m == 0 for p, m in polys)
        )
    task = Unknown(congruences, letter, wanted, low, high, residues, period, language)
    return task if task.is_sound() else None


def _joined(lines: tuple[Linear, ...]) -> tuple[tuple[int, ...], int]:
    r, n = 0, 1
    for line in lines:
        solved = line.solved
        if solved is None:
            return (), line.m
        g = math.gcd(n, solved[1])
        if (solved[0] - r) % g:
            return (), n
        step = (solved[0] - r) // g * pow(n // g, -1, solved[1] // g) % (solved[1] // g)
        r, n = r + n * step, n * solved[1] // g
        r %= n
    return (r,), n


@dataclass(frozen=True, slots=True)
class Unknown:
    """`wanted` (only, all, smallest, largest, count, sum, general) of the numbers that fit between `low` and `high`.

    They are those with one of `residues` modulo `period`.
    """

    congruences: tuple[Congruence, ...]
    letter: str
    wanted: str
    low: int | None
    high: int | None
    residues: tuple[int, ...]
    period: int
    language: Language

    def is_sound(self) -> bool:
        """Whether the question has an answer that is a number of decent size."""
        if self.wanted == "general":
            return len(self.residues) == 1
        if self.wanted == "smallest":
            return (
                self.low is not None and bool(self.residues) and (self.high is None or bool(self.members()))
            )
        if self.wanted == "largest":
            return self.high is not None and bool(self.members())
        if self.low is None or self.high is None or self.high - self.low > MAX_SEARCHED:
            return False
        count = len(self.members())
        return count == 1 if self.wanted == "only" else 0 < count <= 60 if self.wanted == "all" else True

    def members(self) -> tuple[int, ...]:
        """What fits; of a smallest or a largest the first ones only."""
        p = self.period
        if self.wanted == "smallest" and self.low is not None:
            first = sorted(self.low + (r - self.low) % p for r in self.residues)[:1]
            return tuple(n for n in first if self.high is None or n <= self.high)
        if self.wanted == "largest" and self.high is not None:
            last = sorted(self.high - (self.high - r) % p for r in self.residues)[-1:]
            return tuple(n for n in last if self.low is None or n >= self.low)
        low, high = self.low or 0, self.high or 0
        return tuple(sorted(n for r in self.residues for n in range(low + (r - low) % p, high + 1, p)))

    @property
    def _lines(self) -> tuple[Linear, ...]:
        found = tuple(linear(c, self.letter) for c in self.congruences)
        return tuple(line for line in found if line) if all(found) else ()

    def solution(self) -> Solution:
        """Each congruence on its own, then together, then the bounds."""
        steps = self._linear_steps() if self._lines else [self._tried()]
        if self.wanted not in ("general",) and self.residues:
            steps += self._picked()
        return Solution(tuple(steps), self._cell())

    def _tried(self) -> str:
        facts = {"m": self.period, "last": self.period - 1, "residues": ",\\ ".join(map(str, self.residues))}
        return WORDS["tried" if self.residues else "tried none"].say(self.language, **facts)

    def _linear_steps(self) -> list[str]:
        say, x = self.language, symbol_latex(self.letter)
        steps: list[str] = []
        r, n = 0, 1
        for congruence, line in zip(self.congruences, self._lines, strict=True):
            steps += self._alone(congruence, line)
            if line.solved is None:
                return steps
            s, m = line.solved
            if n == 1:
                r, n = s, m
                continue
            g = math.gcd(n, m)
            if (s - r) % g:
                seen = sorted({(r + n * k) % m for k in range(min(m, 50))})
                listed = ", ".join(f"\\({k}\\)" for k in seen[:6])
                steps.append(WORDS["clash"].say(say, listed=listed, m=m, r=s))
                return steps
            found, period = r, n * m // g
            while found % m != s:
                found += n
            listed = ",\\ ".join(str(r + n * k) for k in range(3))
            steps.append(
                WORDS["join"].say(
                    say, listed=listed, step=n, r=s, m=m, n=found, q=found // m, period=period, x=x
                )
            )
            r, n = found, period
        return steps

    def _alone(self, congruence: Congruence, line: Linear) -> list[str]:
        say, x = self.language, symbol_latex(self.letter)
        if line.solved is not None and line.a == 1:
            return [WORDS["known"].say(say, x=x, r=line.b, m=line.m)]
        steps = [WORDS["linear"].say(say, x=x, a=line.a, b=line.b, m=line.m)]
        g, a, b, m = line.gcd, line.a, line.b, line.m
        if line.solved is None:
            return [*steps, WORDS["never"].say(say, x=x, a=a, b=b, m=m, g=g)]
        if g > 1:
            steps.append(
                WORDS["divide"].say(
                    say, a=a, b=b, m=m, g=g, c=a // g if a // g != 1 else "", d=b // g, n=m // g, x=x
                )
            )
            a, b, m = a // g, b // g, m // g
        if m == 1 or a == 1:
            return steps
        u = pow(a, -1, m)
        steps.append(WORDS["inverse"].say(say, a=a, u=u, product=a * u, k=a * u // m, m=m))
        steps.append(WORDS["multiply"].say(say, u=u, b=b, product=u * b, m=m, r=u * b % m))
        return steps

    def _picked(self) -> list[str]:
        say = self.language
        members = self.members()
        if self.wanted == "smallest":
            where = WORDS["from"].say(say, low=self.low)
            nearby = sorted(members[0] + (r - members[0]) % self.period for r in self.residues)
            following = (nearby + [n + self.period for n in nearby])[:3]
            return [
                WORDS["members"].say(
                    say, where=where, listed=",\\ ".join(map(str, following)) + ",\\ \\ldots"
                )
            ]
        if self.wanted == "largest":
            return [
                WORDS["members"].say(
                    say, where=WORDS["to"].say(say, high=self.high), listed=f"\\ldots,\\ {members[0]}"
                )
            ]
        where = WORDS["both"].say(say, low=self.low, high=self.high)
        if not members:
            return [WORDS["members none"].say(say, where=where)]
        listed = (
            ",\\ ".join(map(str, members))
            if len(members) <= SHOWN
            else f"{members[0]},\\ {members[1]},\\ \\ldots,\\ {members[-1]}"
        )
        return [WORDS["members"].say(say, where=where, listed=listed)]

    def _test(self) -> str:
        return " and ".join(
            f"({difference(to_python(c.left), to_python(c.right))}) % {c.modulus} == 0"
            for c in self.congruences
        )

    def _cell(self) -> str:
        say, x = self.language, python_name(self.letter)
        if len(self.residues) != 1 or not self._lines:
            low, high = self._span()
            found = f"fitting = [{x} for {x} in range({low}, {high + 1}) if {self._test()}]"
            return cell(comment(WORDS["code all"].say(say)), found, self._last("fitting"))
        solved = [line.solved for line in self._lines if line.solved]
        lines = [f"{x}, step = 0, 1"] if len(solved) > 1 else []
        if len(solved) == 1:
            line = self._lines[0]
            a, b, m = line.a // line.gcd, line.b // line.gcd, line.m // line.gcd
            lines += [
                f"step = {m}",
                f"{x} = {b % m}" if a == 1 or m == 1 else f"{x} = {b} * pow({a}, -1, step) % step",
            ]
        else:
            pairs = ", ".join(f"({r}, {m})" for r, m in solved)
            lines += [
                f"for r, m in [{pairs}]:",
                f"    while {x} % m != r:",
                f"        {x} += step",
                "    step = ilcm(step, m)",
            ]
        first, end = self.low, self.high
        start = f"range({first} + ({x} - {first or 0}) % step, {(end or 0) + 1}, step)"
        last = {
            "general": f"({x}, step)",
            "smallest": f"{first} + ({x} - {first}) % step" if first else f"{x} % step",
            "largest": f"{end} - ({end} - {x}) % step",
            "count": f"len({start})", "sum": f"sum({start})", "all": f"list({start})", "only": f"list({start})[0]",
        }[self.wanted]  # fmt: skip
        return cell(comment(WORDS["code"].say(say)), *lines, last)

    def _span(self) -> tuple[int, int]:
        low = self.low if self.low is not None else (self.high or 0) - self.period
        high = self.high if self.high is not None else low + self.period
        return low, high

    def _last(self, name: str) -> str:
        return {"count": f"len({name})", "sum": f"sum({name})", "smallest": f"min({name})", "largest": f"max({name})",
                "all": name, "only": f"{name}[0]"}[self.wanted]  # fmt: skip

    def conclude(self, value: Any) -> Conclusion | None:
        """A number, several, or a residue class."""
        say = self.language
        if self.wanted == "general":
            if not isinstance(value, tuple | sp.Tuple) or len(value) != 2:
                return None
            answer = general_latex(self.letter, int(value[0]), int(value[1]))
        elif self.wanted == "all" and isinstance(value, list):
            answer = ",\\ ".join(map(str, value))
        elif isinstance(value, sp.Integer):
            answer = str(value)
        else:
            return None
        return Conclusion(SENTENCES[self.wanted].say(say, x=symbol_latex(self.letter), answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By trying the numbers, without any algebra."""
        say, x, test = self.language, python_name(self.letter), self._test()
        claim = SENTENCES[self.wanted].say(say, x=symbol_latex(self.letter), answer=answer)
        if self.wanted == "general":
            named = general(answer)
            if named is None:
                return None
            r, m = named
            period = math.lcm(m, *(c.modulus for c in self.congruences))
            if period > MAX_SEARCHED:
                return None
            source = cell(f"all(({x} % {m} == {r % m}) == ({test}) for {x} in range({period}))")
            return CheckPlan(claim, WORDS["method_general"].say(say), source)
        values = values_in(answer)
        if not values or not all(isinstance(v, sp.Integer) for v in values):
            return None
        given = sorted(map(int, values))
        first = given[0]
        lines: list[str]
        if self.wanted in ("smallest", "largest"):
            low, high = self._span()
            low, high = (low, first - 1) if self.wanted == "smallest" else (first + 1, high)
            outside = self.low is not None and first < self.low or self.high is not None and first > self.high
            if len(given) != 1 or outside:
                lines = ["False"]
            elif high - low > MAX_SEARCHED:
                return None
            else:
                lines = [
                    f"{x} = {first}",
                    f"fits = {test}",
                    f"fits and not any({test} for {x} in range({low}, {high + 1}))",
                ]
        else:
            low, high = self._span()
            found = f"fitting = [{x} for {x} in range({low}, {high + 1}) if {test}]"
            one = first if len(given) == 1 else None
            last = {"count": f"len(fitting) == {one}", "sum": f"sum(fitting) == {one}"}.get(
                self.wanted, f"fitting == {given}"
            )
            lines = [found, last]
        return CheckPlan(claim, WORDS["method"].say(say), cell(*lines))
