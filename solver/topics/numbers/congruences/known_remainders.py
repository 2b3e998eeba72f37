"""Remainders that follow from known ones: n leaves 3 when divided by 7, what does 2n + 1 leave?

Read: one or more letters (or "a number") with known remainders, one expression of them. Not: remainders that are not determined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Call, Symbol, symbols, walk, with_children
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader.numerals import in_digits
from solver.topics.arguments import argument
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.congruences.marking import Congruence
from solver.topics.rationals import number_node

MAX_MODULUS: Final = 10**6
MAX_TRIED: Final = 20_000
WORDS: Final = {
    "same": Words("A sum, a difference or a product leaves the same remainder when every number in it is replaced by its remainder; so put {values} into \\({node}\\).",
                  "和、差、积的余数，可以把其中每个数换成它的余数来求，所以把 {values} 代入 \\({node}\\)。"),
    "put": Words("\\[{after}={value}\\]", "\\[{after}={value}\\]"),
    "write": Words("Such a number is \\({x}={n}k+{r}\\) with a whole number \\(k\\). Then \\[{node}={expanded}\\] and \\({part}\\) is divisible by \\({m}\\), whatever \\(k\\) is: only \\({value}\\) counts.",
                   "这样的数可以写成 \\({x}={n}k+{r}\\)（\\(k\\) 为整数）。于是 \\[{node}={expanded}\\] 无论 \\(k\\) 是多少，\\({part}\\) 都能被 \\({m}\\) 整除，只需看 \\({value}\\)。"),
    "reduce": Words("\\({value}={q}\\cdot {m}+{r}\\), so the remainder is \\({r}\\).", "\\({value}={q}\\cdot {m}+{r}\\)，所以余数是 \\({r}\\)。"),
    "shift": Words("The number from \\({low}\\) to \\({high}\\) with this remainder is \\({answer}={r}+{k}\\cdot {m}\\).", "\\({low}\\) 到 \\({high}\\) 中余数是它的数为 \\({answer}={r}+{k}\\cdot {m}\\)。"),
    "code": Words("the remainders in place of the numbers", "用余数代替各数"),
    "answer": Words("It is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "method": Words("tried numbers with these remainders", "用具有这些余数的数逐个检验"),
}  # fmt: skip

_E: Final = r"(?P<{0}>[-+*^(){{}}\w\s\\]+?)"
_A: Final = r"(?:an? |the |any |some )?(?:certain |positive |particular )?(?:integer|whole number|natural number|number)"
_THING: Final = rf"(?:{_A} (?P<{{0}}>[a-z])|(?P<{{0}}w>{_A})|(?P<{{0}}v>[a-z]))"


def _thing(k: str) -> str:
    return _THING.replace("{0}", k)


def _fact(k: str) -> tuple[str, ...]:
    divided = rf"(?:is |are )?divided by (?P<m{k}>\d+)"
    remainder = rf"(?P<r{k}>\d+)"
    return (
        rf"(?:if |when |if when |suppose (?:that )?(?:when )?)?{_thing(f'x{k}')} is divided by (?P<m{k}>\d+),? (?:the remainder is|it leaves a remainder of|leaves a remainder of|there is a remainder of|gives a remainder of|the result has a remainder of) {remainder}",
        rf"(?:if |suppose (?:that )?)?{_thing(f'x{k}')} (?:leaves|gives|has|yields) (?:a )?remainder (?:of )?{remainder} when (?:it is )?{divided}",
        rf"(?:if |suppose (?:that )?)?the remainder when {_thing(f'x{k}')} is divided by (?P<m{k}>\d+) is {remainder}",
    )


_ASKED: Final = r"(?:(?:twice|(?:(?P<t>\d+) times)|(?P<w>double|triple)) (?:the|that|this) (?:original )?(?:number|integer)|the square of (?P<sq>(?:the|that|this) (?:number|integer))|" + _E.format("e") + ")"  # fmt: skip
_QUESTIONS: Final = (
    rf"(?:what is|find|determine|what will be) the remainder when {_ASKED} is divided by (?P<m>\d+)",
    rf"what remainder (?:does|will) {_ASKED} (?:give|leave|have) when (?:it is )?divided by (?P<m>\d+)",
    rf"what is the remainder (?:of|for) {_ASKED} when (?:it is )?divided by (?P<m>\d+)",
)
_ENGLISH: Final = tuple(
    re.compile(rf"(?i){first}(?:{middle}){question}")
    for question in _QUESTIONS
    for middle in (r"[.,;]? (?:then )?(?:and )?",)
    for first in (
        *_fact("1"),
        *(rf"{a}[,;]? (?:and|while) {b}" for a in _fact("1") for b in _fact("2")),
    )
)
_ZTHING: Final = r"(?:(?:一个|某个|某)?(?:正整数|自然数|整数|数)?(?P<{0}>[a-zA-Z])|(?P<{0}w>(?:一个|某个|某)(?:正整数|自然数|整数|数)?))"


def _zfact(k: str) -> str:
    thing = _ZTHING.replace("{0}", f"x{k}")
    return rf"{thing}(?:除以(?P<m{k}>\d+)|被(?P<n{k}>\d+)除),?(?:余数?(?:是|为)?|的余数(?:是|为)?|所得的?余数(?:是|为)?)(?P<r{k}>\d+)"


_ZASKED: Final = (
    r"(?:(?:这个|该|那个|此)(?:正整数|自然数|整数|数)的(?:(?P<t>\d+)倍|(?P<sq>平方))|(?P<e>[-+*^(){}\w\\]+?))"
)
_CHINESE: Final = tuple(
    re.compile(
        rf"(?:若|如果|已知|设)?{facts},?(?:那么|则|求|问|请问|试求)*{_ZASKED}(?:除以(?P<m>\d+)|被(?P<n>\d+)除),?(?:所得)?的?(?:余数?(?:是|为)?(?:几|多少)?|余数)"
    )
    for facts in (_zfact("1"), rf"{_zfact('1')},?(?:且|并且)?{_zfact('2')}")
)


def read(text: Text) -> KnownRemainders | None:
    """A text that gives remainders and asks for another."""
    if "remainder" not in text.source and "余" not in text.source:
        return None
    source = in_digits(text.source) if text.language == "en" else text.source
    plain = re.sub(r"\$|\\\(|\\\)", "", source)
    plain = re.sub(r"\s+", "" if text.language == "zh" else " ", plain).strip().rstrip("?.。 ")
    for form in _CHINESE if text.language == "zh" else _ENGLISH:
        if (found := form.fullmatch(plain)) is not None:
            try:
                return _read({k: v for k, v in found.groupdict().items() if v}, text.language)
            except FormulaError:
                return None
    return None


def _read(parts: dict[str, str], language: Language) -> KnownRemainders | None:
    facts: dict[str, tuple[int, int]] = {}
    unnamed = ""
    for k in ("1", "2"):
        if f"r{k}" not in parts:
            continue
        letter = parts.get(f"x{k}") or parts.get(f"x{k}v")
        if letter is None:
            unnamed = letter = "n"
        if letter in facts:
            return None
        facts[letter] = (int(parts.get(f"m{k}") or parts[f"n{k}"]), int(parts[f"r{k}"]))
    modulus = int(parts.get("m") or parts["n"])
    if "e" in parts:
        if unnamed:
            return None
        node = parse(parts["e"].strip())
    elif len(facts) != 1:
        return None
    else:
        (letter,) = facts
        times = parts.get("t") or {"double": "2", "triple": "3"}.get(parts.get("w", "").lower(), "2")
        node = parse(f"{letter}^2" if "sq" in parts else f"{times}*{letter}")
    return known_task(node, facts, modulus, 0, language)


def _fact_of(congruence: Congruence) -> tuple[str, tuple[int, int]] | None:
    value = argument(congruence.right, {}) if not symbols(congruence.right) else None
    if not isinstance(congruence.left, Symbol) or value is None or not value.is_whole:
        return None
    return congruence.left.name, (congruence.modulus, int(value.value) % congruence.modulus)


def facts_of(congruences: tuple[Congruence, ...]) -> dict[str, tuple[int, int]]:
    """Letters with their moduli and remainders; empty where a congruence says something else, or two the same letter."""
    found = [fact for c in congruences if (fact := _fact_of(c)) is not None]
    return dict(found) if len(dict(found)) == len(congruences) else {}


def from_congruences(
    congruences: Iterable[Congruence],
    limits: tuple[int | None, int | None] | None,
    wanted: set[str],
    language: Language,
) -> KnownRemainders | None:
    """a ≡ 62, b ≡ 75 (mod 99): which n between given bounds is congruent to a − b?"""
    congruences = tuple(congruences)
    asked = [c for c in congruences if _fact_of(c) is None]
    facts = facts_of(tuple(c for c in congruences if c not in asked))
    if len(asked) != 1 or not facts or limits is None or wanted:
        return None
    (question,) = asked
    for node, other in ((question.left, question.right), (question.right, question.left)):
        if isinstance(other, Symbol) and other.name not in facts and symbols(node) <= set(facts):
            low, high = limits
            if low is None or high is None or high - low + 1 != question.modulus:
                return None
            return known_task(node, facts, question.modulus, low, language)
    return None


def known_task(
    node: Node, facts: dict[str, tuple[int, int]], modulus: int, low: int, language: Language
) -> KnownRemainders | None:
    """The task, where the remainder is determined."""
    if not 1 < modulus <= MAX_MODULUS or not symbols(node) or symbols(node) - set(facts):
        return None
    if any(not 0 <= r < m or m > MAX_MODULUS for m, r in facts.values()):
        return None
    if any(isinstance(inner, Call) for inner in walk(node)):
        return None
    letters = {name: sp.Symbol(name) for name in facts}
    expression = to_sympy(node, letters)
    if not expression.is_polynomial(*letters.values()):
        return None
    steps = {name: sp.Symbol(f"{name}_k") for name in facts}
    general = sp.expand(expression.subs({letters[n]: facts[n][0] * steps[n] + facts[n][1] for n in facts}))
    poly = sp.Poly(general, *steps.values())
    constant = int(poly.coeff_monomial(1)) if poly.coeff_monomial(1).is_Integer else None
    if constant is None or poly.total_degree() > 8:
        return None
    if any(not c.is_Integer or int(c) % modulus for monomial, c in poly.terms() if any(monomial)):
        return None
    if any(m % modulus for m, _ in facts.values()) and (len(facts) > 1 or poly.total_degree() > 1):
        return None
    used = {name: fact for name, fact in facts.items() if name in symbols(node)}
    return KnownRemainders(node, tuple(used.items()), modulus, low, constant, language)


@dataclass(frozen=True, slots=True)
class KnownRemainders:
    """What `node` leaves modulo `modulus`, from the `facts` (letter, (modulus, remainder)); `constant` is it with the remainders put in."""

    node: Node
    facts: tuple[tuple[str, tuple[int, int]], ...]
    modulus: int
    low: int
    constant: int
    language: Language

    def solution(self) -> Solution:
        """The remainders put in, then reduced."""
        say, m = self.language, self.modulus
        if all(n % m == 0 for _, (n, _) in self.facts):
            values = ", ".join(f"\\({symbol_latex(x)}\\to {r}\\)" for x, (_, r) in self.facts)
            steps = [
                WORDS["same"].say(say, values=values, node=to_latex(self.node)),
                WORDS["put"].say(say, after=to_latex(self._put(self.node)), value=self.constant),
            ]
        else:
            (x, (n, r)) = self.facts[0]
            expanded = sp.expand(to_sympy(self.node, {x: n * sp.Symbol("k") + r}))
            part = expanded - self.constant
            steps = [
                WORDS["write"].say(say, x=symbol_latex(x), n=n, r=r, node=to_latex(self.node), expanded=sp.latex(expanded), part=sp.latex(part), m=m, value=self.constant)
            ]  # fmt: skip
        r = self.constant % m
        if self.constant != r or self.low == 0:
            steps.append(WORDS["reduce"].say(say, value=self.constant, q=self.constant // m, m=m, r=r))
        answer = self.low + (r - self.low) % m
        if answer != r:
            facts = {
                "low": self.low,
                "high": self.low + m - 1,
                "answer": answer,
                "r": r,
                "k": (answer - r) // m,
                "m": m,
            }
            steps.append(WORDS["shift"].say(say, **facts))
        names = ", ".join(python_name(x) for x, _ in self.facts)
        values = ", ".join(str(r) for _, (_, r) in self.facts)
        source = to_python(self.node)
        last = f"({source}) % {m}" if self.low == 0 else f"{self.low} + ({source} - {self.low}) % {m}"
        return Solution(tuple(steps), cell(comment(WORDS["code"].say(say)), f"{names} = {values}", last))

    def _put(self, node: Node) -> Node:
        if isinstance(node, Symbol):
            return number_node(Fraction(dict(self.facts)[node.name][1]))
        return with_children(node, self._put)

    def conclude(self, value: Any) -> Conclusion | None:
        """A number."""
        if not isinstance(value, sp.Integer):
            return None
        return Conclusion(WORDS["answer"].say(self.language, answer=str(value)), str(value))

    def check(self, answer: str) -> CheckPlan | None:
        """With many numbers that have the known remainders."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        given, m = int(values[0]), self.modulus
        spans = [f"for {python_name(x)} in range({r}, {r + 12 * n}, {n})" for x, (n, r) in self.facts]
        if 12 ** len(spans) > MAX_TRIED:
            return None
        source = cell(
            f"right = all(({to_python(self.node)} - ({given})) % {m} == 0 {' '.join(spans)})",
            f"right and {self.low} <= {given} < {self.low + m}",
        )
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), source)
