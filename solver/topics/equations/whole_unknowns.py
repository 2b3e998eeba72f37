"""Two to four whole numbers behind letters, found from equations by going through all of them.

Read: what kind of numbers they are (whole, positive whole, prime, different), equations in which every term is positive
(3a + 7b = 41, A × B = 45, a + ab = 1443), what a letter is not, and a value to find, which must be the same for all solutions.
Also "the sum (product) of two prime numbers is …". Not: inequalities, fractions, equations with a minus.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, to_latex, to_python, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.equations import linear_diophantine

MAX_CONSTANT: Final = 20_000
MAX_CASES: Final = 300_000
SHOWN: Final = 6

WORDS: Final = {
    "given": Words("We look for {kind} with {equations}.", "要找满足 {equations} 的{kind}。"),
    "divide": Words("Every term is positive, so none of the numbers can be larger than what the equations allow; go through the few that are possible.", "每一项都是正的，各数都不会超过等式允许的范围，逐个试即可。"),
    "found": Words("These fit: {found}.", "符合的有：{found}。"),
    "same": Words("In each case the value is the same.", "各种情况得到的值都相同。"),
    "value": Words("So \\({asked}={answer}\\).", "所以 \\({asked}={answer}\\)。"),
    "code": Words("all numbers that fit", "所有符合的数"),
    "method": Words("solved for one unknown after the other with divisors and remainders", "用因数和余数逐个求未知数"),
}  # fmt: skip
KINDS: Final = {
    "prime": Words("prime numbers", "质数"),
    "positive": Words("positive whole numbers", "正整数"),
    "whole": Words("whole numbers", "自然数"),
}
_LETTERS: Final = r"(?P<letters>[A-Za-z]\b(?:(?: ?, ?(?:and )?| and | )[A-Za-z]\b)+)"
_KIND: Final = r"(?P<kind>(?:different |distinct )?(?:prime numbers|primes|positive integers|positive whole numbers|whole numbers?|natural numbers))"
_NOT: Final = r"(?: ?\(? ?(?P<not>[A-Za-z]) ?(?:\\neq?|!=|≠) ?1 ?\)?)?"
_ENGLISH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:if|given that|suppose|let) {_LETTERS} (?:are|be) (?:two |three |both )?{_KIND}{_NOT},? ?(?:such that|and|with|where|satisfying)? (?P<equations>.+?)[,.;] ?(?:then )?(?:find |what is (?:the value of )?)?(?P<asked>[^=?]+?)(?: ?= ?(?:\?|____)?)?",
        rf"there are (?:two|three|four) (?P<kind>(?:different |distinct )?(?:prime numbers|positive integers|whole numbers?|natural numbers)),? {_LETTERS}{_NOT} ?[.,;] ?(?P<equations>.+?)[,.;] ?(?:then )?(?:find |what is (?:the value of )?)?(?P<asked>[^=?]+?)(?: ?= ?(?:\?|____)?)?",
        rf"{_LETTERS} are (?:two |three )?{_KIND}{_NOT}(?:[.,;] ?(?:if |and |with )?| (?:and|with|such that) )(?P<equations>.+?)[,.;] ?(?:then )?(?:find |what is (?:the value of )?)?(?P<asked>[^=?]+?)(?: ?= ?(?:\?|____)?)?",
    )
)
_CHINESE: Final = re.compile(
    r"(?:已知|若|如果|设)?(?P<letters>[A-Za-z](?:[,、和][A-Za-z])+)(?:都|均|分别)?(?:是|为)(?:两个|三个)?(?P<kind>不同的)?(?P<type>质数|素数|正整数|非零自然数|自然数),?(?:且|并且|满足)?(?P<equations>.+?),(?:那么|则|求)?(?P<asked>[^=]+?)(?:的值)?(?:=|是|等于|为)?(?:\?|多少|几)?"
)
_TWO_PRIMES: Final = re.compile(
    r"(?:if )?the (?P<op>sum|product) of two (?P<diff>different |distinct )?prime numbers is (?P<n>\d+)[.,] ?(?:what is|find) (?:the (?P<ask>sum|product|difference) (?:between|of) (?:these |the )?(?:two )?(?:prime )?(?:numbers|primes)|their (?P<their>sum|product|difference))"
)
_TWO_PRIMES_ZH: Final = re.compile(
    r"(?:已知|如果)?两个(?P<diff>不同的)?(?:质数|素数)(?:的|之)(?P<op>和|积)(?:是|为|等于)(?P<n>\d+),(?:那么|则)?(?:这两个(?:质数|数)|它们)(?:的|之)(?P<ask>和|积|乘积|差)(?:是|为|等于)?(?:多少|几)"
)
_SIGNS: Final = {"sum": "a + b", "和": "a + b", "product": "a*b", "积": "a*b", "乘积": "a*b", "difference": "b - a", "差": "b - a"}  # fmt: skip


def read(text: Text) -> Reading:
    """Whole numbers behind letters."""
    if (linear := linear_diophantine.read(text)) is not None:
        return linear
    source = re.sub(r"\$|\\\(|\\\)", "", text.source)
    try:
        return _read_chinese(source) if text.language == "zh" else _read_english(source)
    except (FormulaError, TypeError):
        return None


def _read_english(source: str) -> Reading:
    plain = re.sub(r"\s+", " ", source).strip().rstrip("?. ")
    lowered = re.sub(r"\b(If|Given|Suppose|Let|There|What|Find|The)\b(?=\s)", lambda m: m[0].lower(), plain)
    lowered = re.sub(r" (?=[.,])", "", lowered)
    if (two := _TWO_PRIMES.fullmatch(lowered)) is not None:
        return _two_primes(two, "en")
    for form in _ENGLISH:
        found = form.fullmatch(lowered)
        if found is None:
            continue
        kind = found["kind"]
        name = "prime" if "prime" in kind else "positive" if "positive" in kind else "whole"
        equations = re.split(r" and |[.,;] ?", found["equations"])
        letters = re.findall(r"\b[A-Za-z]\b", found["letters"])
        different = kind.startswith(("different", "distinct"))
        return _task(letters, name, different, equations, found["asked"], found["not"], "en")
    return None


def _read_chinese(source: str) -> Reading:
    plain = re.sub(r"\s+", "", source).rstrip("?。.")
    if (two := _TWO_PRIMES_ZH.fullmatch(plain)) is not None:
        return _two_primes(two, "zh")
    found = _CHINESE.fullmatch(plain)
    if found is None:
        return None
    name = {"质数": "prime", "素数": "prime", "自然数": "whole"}.get(found["type"], "positive")
    equations = re.split("且|和|[,;]", found["equations"])
    return _task(re.findall("[A-Za-z]", found["letters"]), name, bool(found["kind"]), equations, found["asked"], None, "zh")  # fmt: skip


def _two_primes(found: re.Match[str], language: Language) -> Reading:
    equation = f"{_SIGNS[found['op']].replace('*', ' * ')} = {found['n']}"
    return _task(["a", "b"], "prime", bool(found["diff"]), [equation], _SIGNS[found["ask"] or found.groupdict().get("their") or ""], None, language, ordered=True)  # fmt: skip


def _task(
    letters: list[str], kind: str, different: bool, equations: list[str], asked: str, barred: str | None, language: Language,
    *, ordered: bool = False,
) -> Reading:  # fmt: skip
    if not 2 <= len(letters) <= 4 or len(set(letters)) != len(letters) or set(letters) & {"e", "i"}:
        return None
    parsed = [parse(e.strip()) for e in equations if e.strip()]
    goal = parse(asked.strip())
    if not parsed or isinstance(goal, Relation) or not symbols(goal) or not symbols(goal) <= set(letters):
        return None
    if set().union(*map(symbols, parsed)) != set(letters) or barred is not None and barred not in letters:
        return None
    sums = [_positive_sum(e, letters) for e in parsed]
    if None in sums or len(letters) - len(sums) > 1:
        return None
    task = Unknowns(
        tuple(letters), kind, different, tuple(parsed), goal, barred, ordered, tuple(s for s in sums if s is not None), language
    )  # fmt: skip
    return task if task.value() is not None else None


def _positive_sum(equation: Node, letters: list[str]) -> tuple[sp.Poly, int] | None:
    """The left side as a polynomial with positive whole coefficients, and the constant on the right."""
    if not isinstance(equation, Relation) or equation.signs != ("=",):
        return None
    table = {name: sp.Symbol(name) for name in letters}
    left, right = (to_sympy(side, table) for side in equation.sides)
    if not right.is_Integer:
        left, right = right, left
    if not right.is_Integer or not left.is_polynomial(*table.values()):
        return None
    poly = sp.Poly(left, *table.values())
    constant = int(right - poly.coeff_monomial(1))
    coefficients = (poly - poly.coeff_monomial(1)).coeffs()
    if not 0 < constant <= MAX_CONSTANT or any(not c.is_Integer or c <= 0 for c in coefficients):
        return None
    return poly - poly.coeff_monomial(1), constant


@dataclass(frozen=True, slots=True)
class Unknowns:
    """Letters of one kind, their equations, what is asked; `barred` is a letter that is not 1, `ordered` means a ≤ b."""

    letters: tuple[str, ...]
    kind: str
    different: bool
    equations: tuple[Node, ...]
    asked: Node
    barred: str | None
    ordered: bool
    sums: tuple[tuple[sp.Poly, int], ...]
    language: Language

    def _bounds(self) -> list[int] | None:
        """The largest value of each letter: what is left when all others are smallest; None where nothing bounds it."""
        least = {"prime": 2, "positive": 1, "whole": 0}[self.kind]
        bounds = []
        for k in range(len(self.letters)):
            tops = []
            for poly, constant in self.sums:
                for monomial, coefficient in poly.terms():
                    if monomial[k] == 1:
                        others = int(coefficient) * max(least, 1 if sum(monomial) > 1 else 0) ** (sum(monomial) - 1)  # fmt: skip
                        if sum(monomial) == 1 or least > 0 or len(poly.terms()) == 1:
                            tops.append(constant // max(others, 1))
            if not tops:
                return None
            bounds.append(min(tops))
        return bounds

    def solutions(self) -> list[tuple[int, ...]] | None:
        """All of them; None where there are too many cases."""
        bounds = self._bounds()
        if bounds is None:
            return None
        least = {"prime": 2, "positive": 1, "whole": 0}[self.kind]
        found: list[tuple[int, ...]] = []
        cases = [0]
        for values in self._search((), bounds, least, cases):
            found.append(values)
        return found if cases[0] <= MAX_CASES else None

    def _search(self, chosen: tuple[int, ...], bounds: list[int], least: int, cases: list[int]) -> Iterator[tuple[int, ...]]:  # fmt: skip
        k = len(chosen)
        if k == len(self.letters):
            if self._fits(chosen):
                yield chosen
            return
        for value in range(least, bounds[k] + 1):
            cases[0] += 1
            if cases[0] > MAX_CASES:
                return
            if self.kind == "prime" and not sp.isprime(value):
                continue
            if self._is_too_much((*chosen, value), least):
                break
            yield from self._search((*chosen, value), bounds, least, cases)

    def _is_too_much(self, chosen: tuple[int, ...], least: int) -> bool:
        """Whether an equation is exceeded already with the smallest values for the rest."""
        values = (*chosen, *[least] * (len(self.letters) - len(chosen)))
        return any(_evaluated(poly, values) > constant for poly, constant in self.sums)

    def _fits(self, values: tuple[int, ...]) -> bool:
        if (
            self.different
            and len(set(values)) < len(values)
            or self.ordered
            and list(values) != sorted(values)
        ):
            return False
        if self.barred is not None and values[self.letters.index(self.barred)] == 1:
            return False
        return all(_evaluated(poly, values) == constant for poly, constant in self.sums)

    def value(self) -> Any:
        """What is asked for; None where there is no solution, or several values."""
        solutions = self.solutions()
        if not solutions:
            return None
        table = {name: sp.Symbol(name) for name in self.letters}
        goal = to_sympy(self.asked, table)
        values = {goal.subs(dict(zip(table.values(), s, strict=True))) for s in solutions}
        return values.pop() if len(values) == 1 else None

    def solution(self) -> Solution:
        """The cases that fit, and the value."""
        say, solutions = self.language, self.solutions() or []
        equations = ", ".join(f"\\({to_latex(e)}\\)" for e in self.equations)
        comma = "、" if say == "zh" else "; "
        shown = comma.join(
            "\\(" + ",\\ ".join(f"{a}={v}" for a, v in zip(self.letters, s, strict=True)) + "\\)"
            for s in solutions[:SHOWN]
        )
        steps = [
            WORDS["given"].say(say, kind=KINDS[self.kind].say(say), equations=equations),
            WORDS["divide"].say(say),
            WORDS["found"].say(say, found=shown + (" …" if len(solutions) > SHOWN else "")),
        ]
        if len(solutions) > 1:
            steps.append(WORDS["same"].say(say))
        bounds = self._bounds() or []
        least = {"prime": 2, "positive": 1, "whole": 0}[self.kind]
        row = "primerange({}, {})" if self.kind == "prime" else "range({}, {})"
        loops = "\n".join(
            f"{'    ' * k}for {name} in {row.format(least, bounds[k] + 1)}:"
            for k, name in enumerate(self.letters)
        )
        tests = [" == ".join(to_python(side) for side in e.sides) for e in self.equations if isinstance(e, Relation)]  # fmt: skip
        if self.different:
            tests += [f"{a} != {b}" for a, b in itertools.combinations(self.letters, 2)]
        if self.barred is not None:
            tests.append(f"{self.barred} != 1")
        if self.ordered:
            tests.append(" <= ".join(self.letters))
        indent = "    " * len(self.letters)
        lines = (
            f"found = set()\n{loops}\n{indent}if {' and '.join(tests)}:\n{indent}    found.add({to_python(self.asked)})\n"
            "found.pop()"
        )
        return Solution(tuple(steps), cell(comment(WORDS["code"].say(say)), lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """A number."""
        if not isinstance(value, sp.Rational):
            return None
        answer = exact_latex(value)
        return Conclusion(
            WORDS["value"].say(self.language, asked=to_latex(self.asked), answer=answer), answer
        )

    def check(self, answer: str) -> CheckPlan | None:
        """Solve the equations for whole numbers after the last letter is taken from the answer, by sympy's divisors or remainders."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        say, name = self.language, self.letters
        claim = WORDS["value"].say(say, asked=to_latex(self.asked), answer=answer)
        bounds, least = self._bounds() or [], {"prime": 2, "positive": 1, "whole": 0}[self.kind]
        unknowns = ", ".join(name)
        equations = ", ".join(
            f"Eq({', '.join(to_python(side) for side in e.sides)})" for e in self.equations if isinstance(e, Relation)
        )  # fmt: skip
        kinds = {"prime": "all(isprime(v) for v in s)", "positive": "all(v > 0 for v in s)", "whole": "all(v >= 0 for v in s)"}[self.kind]  # fmt: skip
        rules = [kinds]
        if self.different:
            rules.append("len(set(s)) == len(s)")
        if self.barred is not None:
            rules.append(f"s[{name.index(self.barred)}] != 1")
        if self.ordered:
            rules.append("list(s) == sorted(s)")
        lines = (
            f"equations = [{equations}]\nfitting = []\n"
            f"for first in range({least}, {bounds[0] + 1}):\n"
            f"    known = [e.subs({name[0]}, first) for e in equations]\n"
            f"    for s in solve([e for e in known if e not in (True, False)], [{', '.join(name[1:])}], dict=True) if False not in known else []:\n"
            f"        s = [first, *[s.get(v, v) for v in [{', '.join(name[1:])}]]]\n"
            f"        if all(v.is_Integer for v in map(sympify, s)) and {' and '.join(rules)}:\n"
            f"            fitting.append(({to_python(self.asked)}).subs(dict(zip([{unknowns}], s))))\n"
            f"set(fitting) == {{{_source(values[0])}}}"
        )
        if bounds[0] > 400:
            return None
        return CheckPlan(claim, WORDS["method"].say(say), cell(lines, variables=name))


def _source(value: sp.Rational) -> str:
    return str(value) if value.is_Integer else f"Rational({value.p}, {value.q})"


def _evaluated(poly: sp.Poly, values: tuple[int, ...]) -> int:
    total = 0
    for monomial, coefficient in poly.terms():
        product = int(coefficient)
        for value, exponent in zip(values, monomial, strict=True):
            product *= value**exponent
        total += product
    return total
