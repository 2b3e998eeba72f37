r"""Numbers in signs, exact and of bearable size: `24^{50} - 15^{50}`, `1! + 2! + \ldots + 50!`, `120301232_4`.

Not: letters (but those that a problem has defined), roots that are not whole, decimals that go on for ever.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from solver.formula import FormulaError, Node, parse, to_latex, to_python
from solver.formula.nodes import Binary, Call, Negative, Number, Symbol

MAX_DIGITS: Final = 4_000
MAX_TERMS: Final = 20_000
_DOTS: Final = r"(?:\\[lc]?dots[bmci]?(?![a-z])|\.{3,}|…+)"
_DOTTED: Final = re.compile(rf"(?P<head>[^=<>]+?)\+\s*{_DOTS}\s*\+(?P<tail>[^=<>]+)")
_NUMERAL: Final = re.compile(r"\(?([0-9A-Fa-f]+)\)?\s*_\s*\{?\s*(\d{1,2})\s*\}?")


@dataclass(frozen=True, slots=True)
class Signs:
    """A number in signs: its value, how it is written, and its source in a cell; `base`: the base that it is written in."""

    value: Fraction
    latex: str
    source: str
    base: int = 10

    @property
    def is_plain(self) -> bool:
        """Whether nothing has to be worked out."""
        return self.base == 10 and re.fullmatch(r"-?\d+", self.source) is not None


class TooLarge(ValueError):
    """A number with more digits than are written out."""


def signs(text: str, letters: Mapping[str, Fraction] | None = None) -> Signs | None:
    r"""The number that a formula is; None where it is none.

    >>> signs(r"1! + 2! + 3! + \ldots + 6!").source
    'sum(factorial(k) for k in range(1, 7))'
    """
    text = re.sub(r"\\[,!;:]|\{,\}|\\(?:left|right)(?![a-z])", "", text).strip().rstrip(".,")
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    if (numeral := _NUMERAL.fullmatch(text)) is not None:
        return _in_base(numeral[1], int(numeral[2]))
    if re.search(_DOTS, text) is not None:
        return _dotted(text)
    try:
        node = parse(text)
        value = exact(node, letters or {})
    except (FormulaError, TooLarge):
        return None
    if value is None:
        return None
    return Signs(value, to_latex(node), to_python(node))


def _in_base(digits: str, base: int) -> Signs | None:
    if not 2 <= base <= 16 or any(int(d, 36) >= base for d in digits):
        return None
    return Signs(Fraction(int(digits, base)), rf"{digits}_{{{base}}}", f'int("{digits}", {base})', base)


def exact(node: Node, letters: Mapping[str, Fraction]) -> Fraction | None:
    """The value; None where it is no rational number that can be told.

    Raises:
        TooLarge: it has too many digits.
    """
    match node:
        case Number(value):
            return value
        case Symbol(name):
            return letters.get(name)
        case Negative(operand):
            inner = exact(operand, letters)
            return None if inner is None else -inner
        case Binary(op, left, right):
            a, b = exact(left, letters), exact(right, letters)
            return None if a is None or b is None else _joined(op, a, b)
        case Call(name, arguments):
            found = [exact(a, letters) for a in arguments]
            values = [v for v in found if v is not None]
            return _called(name, values) if len(values) == len(found) else None
    return None


def _joined(op: str, a: Fraction, b: Fraction) -> Fraction | None:
    match op:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return _bounded(a * b)
        case "/":
            return a / b if b else None
        case "^":
            if b.denominator != 1 or b < 0 or (a == 0 and b == 0):
                return None
            size = max(abs(a.numerator), a.denominator)
            if abs(int(b)) * math.log10(max(size, 1) + 0.5) > MAX_DIGITS:
                raise TooLarge
            return Fraction(a ** int(b))
    return None


def _called(name: str, values: list[Fraction]) -> Fraction | None:
    if any(v.denominator != 1 for v in values):
        return None
    whole = [int(v) for v in values]
    match name, whole:
        case "factorial", [n] if 0 <= n <= 1_400:
            return Fraction(math.factorial(n))
        case "binomial", [n, k] if 0 <= k <= n <= 5_000:
            return Fraction(math.comb(n, k))
        case "gcd", [_, _, *_]:
            return Fraction(math.gcd(*whole))
        case "lcm", [_, _, *_] if all(whole):
            return Fraction(math.lcm(*whole))
        case "sqrt", [n] if n >= 0 and math.isqrt(n) ** 2 == n:
            return Fraction(math.isqrt(n))
        case "Abs", [n]:
            return Fraction(abs(n))
    return None


def _bounded(value: Fraction) -> Fraction:
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > 3.33 * MAX_DIGITS:
        raise TooLarge
    return value


def _dotted(text: str) -> Signs | None:
    """A sum with dots, whose rule is certain: one number in the terms goes up evenly, or the terms are multiplied by the same number."""
    match = _DOTTED.fullmatch(text)
    if match is None:
        return None
    head, tail = ([t.strip() for t in match[k].split("+")] for k in ("head", "tail"))
    rules = [rule for rule in (_even(head, tail), _multiplied(head, tail)) if rule is not None]
    return rules[0] if len({rule.value for rule in rules}) == 1 else None


def _even(head: list[str], tail: list[str]) -> Signs | None:
    """One number at one place goes up by the same amount."""
    pieces = [re.split(r"(\d+)", term) for term in (*head, *tail)]
    if len({len(p) for p in pieces}) != 1 or len({tuple(p[::2]) for p in pieces}) != 1 or len(head) < 2:
        return None
    places = [i for i in range(1, len(pieces[0]), 2) if len({p[i] for p in pieces}) > 1]
    if len(places) != 1:
        return None
    numbers = [int(p[places[0]]) for p in pieces]
    count = _evenly(numbers, len(head))
    if count is None or len(head) == 2 and _may_be_multiplied(numbers):
        return None
    step = numbers[1] - numbers[0]
    term = "".join([*pieces[0][: places[0]], "k", *pieces[0][places[0] + 1 :]])
    row = range(numbers[0], numbers[-1] + 1, step)
    try:
        node = parse(term)
        values = [exact(node, {"k": Fraction(k)}) for k in row]
    except (FormulaError, TooLarge):
        return None
    if any(v is None for v in values):
        return None
    written = "+".join([*head, r"\cdots", *tail])
    shown = f"range({numbers[0]}, {numbers[-1] + 1}{f', {step}' if step != 1 else ''})"
    source = f"sum({shown})" if term == "k" else f"sum({to_python(node)} for k in {shown})"
    return Signs(sum((v for v in values if v is not None), Fraction(0)), written, source)


def _may_be_multiplied(numbers: list[int]) -> bool:
    """Whether two terms and the last one could be meant as powers: 1 + 2 + … + 64."""
    a, b, *_, last = numbers
    if a <= 0 or b % a:
        return False
    while a < last:
        a = a * b // numbers[0]
    return a == last


def _evenly(numbers: list[int], heads: int) -> int | None:
    """How many terms there are between first and last, by the step of the first ones; the last ones have to be neighbours, too."""
    steps = {b - a for a, b in pairwise(numbers[:heads])} | {b - a for a, b in pairwise(numbers[heads:])}
    if len(steps) != 1:
        return None
    step = steps.pop()
    gap = numbers[heads] - numbers[heads - 1]
    if step <= 0 or gap <= 0 or gap % step or (numbers[-1] - numbers[0]) // step > MAX_TERMS:
        return None
    return (numbers[-1] - numbers[0]) // step + 1


def _multiplied(head: list[str], tail: list[str]) -> Signs | None:
    """Each term is so many times the one before: 1 + 2 + 2^2 + … + 2^{100}."""
    found = [signs(t) for t in (*head, *tail)]
    values = [int(s.value) for s in found if s is not None and s.value.denominator == 1]
    if len(values) != len(found) or len(head) < 3 or values[0] <= 0 or values[1] % values[0]:
        return None
    ratio = values[1] // values[0]
    if ratio < 2 or any(
        b != ratio * a for a, b in (*pairwise(values[: len(head)]), *pairwise(values[len(head) :]))
    ):
        return None
    count, term = 1, values[0]
    while term < values[-1] and count < MAX_TERMS:
        term, count = term * ratio, count + 1
    if term != values[-1] or count < len(values):
        return None
    total = values[0] * (ratio**count - 1) // (ratio - 1)
    first = "" if values[0] == 1 else f"{values[0]}*"
    written = "+".join([*head, r"\cdots", *tail])
    return Signs(Fraction(total), written, f"sum({first}{ratio}**k for k in range({count}))")
