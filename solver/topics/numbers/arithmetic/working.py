"""Steps of a computation with numbers alone: layer by layer, and how each operation with fractions, decimals or signs is done.

Not: which computation a problem asks for, and its cell (`topic`). What cannot be worked out with rational numbers is finished
in `exact`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import gcd, lcm
from typing import Final

import sympy as sp

from solver.formula import Node, to_latex
from solver.formula.nodes import Binary, Call, Negative, Number, walk
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.rationals import as_number, number_node

MAX_LAYERS: Final = 8
MAX_SHOWN: Final = 10**9
"""Operations with larger numbers are not told in words."""

WORDS: Final = {
    "layer": Words("Work out what can be computed first (brackets, powers, then products): \\[={expression}\\]",
                   "先算括号和乘方，再算乘除：\\[={expression}\\]"),
    "next": Words("Go on: \\[={expression}\\]", "继续计算：\\[={expression}\\]"),
    "only": Words("Work it out: \\[={expression}\\]", "计算：\\[={expression}\\]"),
    "so": Words("So we have \\[{before}={expression}\\]", "于是得 \\[{before}={expression}\\]"),
    "cancel": Words("Divide numerator and denominator by their greatest common divisor \\({g}\\): \\[{before}={after}\\]",
                    "分子、分母同除以最大公约数 \\({g}\\)：\\[{before}={after}\\]"),
    "common": Words("Bring both to the common denominator \\({m}\\): \\[{chain}\\]",
                    "通分，公分母是 \\({m}\\)：\\[{chain}\\]"),
    "same": Words("The denominators are equal, so only the numerators are {done}: \\[{chain}\\]",
                  "分母相同，只把分子相{done}：\\[{chain}\\]"),
    "times": Words("Fractions are multiplied numerator by numerator and denominator by denominator: \\[{chain}\\]",
                   "分数相乘，分子乘分子、分母乘分母：\\[{chain}\\]"),
    "over": Words("To divide by a fraction, multiply by its reciprocal: \\[{chain}\\]",
                  "除以一个分数，等于乘它的倒数：\\[{chain}\\]"),
    "mixed": Words("As an improper fraction: \\[{chain}\\]", "化成假分数：\\[{chain}\\]"),
    "point": Words("Move the decimal point of both numbers by the same {places}, so that the divisor is whole: \\[{chain}\\]",
                   "被除数和除数的小数点同时向右移动 {places} 位，使除数成为整数：\\[{chain}\\]"),
    "minus": Words("To subtract a negative number, add its opposite: \\[{chain}\\]",
                   "减去一个负数，等于加上它的相反数：\\[{chain}\\]"),
    "power": Words("A power is a repeated product: \\[{chain}\\]", "乘方就是相同因数的积：\\[{chain}\\]"),
    "reciprocal": Words("A negative exponent means the reciprocal: \\[{chain}\\]", "负指数表示倒数：\\[{chain}\\]"),
    "root": Words("Because \\({square}\\): \\[{before}={after}\\]", "因为 \\({square}\\)，所以 \\[{before}={after}\\]"),
}  # fmt: skip


def layers(node: Node, language: Language) -> tuple[list[str], Node]:
    """A step for each layer of operations that is worked out, and what is left."""
    steps: list[str] = []
    decimal = any(isinstance(n, Number) and "." in n.text for n in walk(node))
    single = sum(isinstance(n, Binary | Call) for n in walk(node)) == 1
    while len(steps) < MAX_LAYERS and not is_value(node):
        notes = list(dict.fromkeys(_notes(node, language, decimal=decimal)))
        reduced = _reduce(node, decimal=decimal)
        if reduced == node:
            break
        same = to_latex(reduced) == to_latex(node)
        whole = is_value(reduced) and _is_told(node, notes)
        before, node = to_latex(node), reduced
        if same:
            continue  # only brackets that are not shown
        key = "so" if notes else "next" if steps else "only" if single else "layer"
        end = [] if whole else [WORDS[key].say(language, before=before, expression=to_latex(node))]
        steps.append(" ".join([*notes, *end]))
    return steps, node


def is_value(node: Node) -> bool:
    """Whether nothing is left to work out."""
    return isinstance(node, Number) or (isinstance(node, Negative) and isinstance(node.operand, Number))


def _is_told(node: Node, notes: list[str]) -> bool:
    """Whether the last note has worked out the whole expression."""
    numbers = (n for n in walk(node) if isinstance(n, Binary | Call))
    return bool(notes) and sum(not _is_fraction(n) for n in numbers) <= 1


def _is_fraction(node: Node) -> bool:
    """3/4 as it is written, in lowest terms: nothing is done to it."""
    match node:
        case Binary("/", Number(a), Number(b)) if a.denominator == b.denominator == 1 and b > 1:
            return gcd(int(a), int(b)) == 1
    return False


def _notes(node: Node, language: Language, *, decimal: bool) -> Iterator[str]:
    """How each operation is done whose operands are numbers already."""
    match node:
        case Binary(op, left, right):
            a, b = as_number(left), as_number(right)
            if a is None or b is None:
                yield from _notes(left, language, decimal=decimal)
                yield from _notes(right, language, decimal=decimal)
                return
            if max(abs(a.numerator), abs(b.numerator), a.denominator, b.denominator) > MAX_SHOWN:
                return
            for part in (left, right):
                if isinstance(part, Number) and _is_mixed(part):
                    yield _mixed(part, language)
            found = _decimal_note(op, a, b) if decimal else _note(op, a, b)
            if found is not None:
                key, before, middle, extra = found
                result = operate(op, a, b)
                after = to_latex(number_node(result, decimal=decimal)) if result is not None else ""
                if after and max(abs(result.numerator), result.denominator) <= MAX_SHOWN:  # type: ignore[union-attr]
                    done = {"+": Words("added", "加"), "-": Words("subtracted", "减")}.get(op)
                    said = done.say(language) if done else ""
                    places = extra.get("places", 0)
                    if language == "en" and places:
                        extra["places"] = "1 place" if places == 1 else f"{places} places"
                    chain = "=".join(dict.fromkeys((before, middle, after)))
                    chain = "=".join(dict.fromkeys((before, middle, after)))
                    yield WORDS[key].say(
                        language, before=before, after=after, chain=chain, done=said, **extra
                    )
        case Call("sqrt", (Number(value),)) if value <= MAX_SHOWN and value > 1:
            root = sp.sqrt(sp.Rational(value.numerator, value.denominator))
            if root.is_Rational and value.denominator == 1:
                yield WORDS["root"].say(
                    language, square=f"{root}^2={value}", before=to_latex(node), after=root
                )
        case Call("log", (Number(value), Number(base))) if (found_log := logarithm(value, base)) is not None:
            shown = to_latex(number_node(found_log))
            bottom = to_latex(number_node(base))
            bottom = bottom if base.denominator == 1 else rf"\left({bottom}\right)"
            square = f"{bottom}^{{{shown}}}={to_latex(number_node(value))}"
            yield WORDS["root"].say(language, square=square, before=to_latex(node), after=shown)
        case Negative(operand):
            yield from _notes(operand, language, decimal=decimal)
        case Call(_, arguments):
            for argument in arguments:
                yield from _notes(argument, language, decimal=decimal)


def _is_mixed(node: Number) -> bool:
    return node.value.denominator != 1 and node.text[:1].isdigit() and r"\frac" in node.text


def _mixed(node: Number, language: Language) -> str:
    whole, rest = divmod(node.value.numerator, node.value.denominator)
    middle = rf"\frac{{{whole}\times {node.value.denominator}+{rest}}}{{{node.value.denominator}}}"
    chain = "=".join((node.text, middle, to_latex(number_node(node.value))))
    return WORDS["mixed"].say(language, chain=chain)


_Note = tuple[str, str, str, dict[str, object]]
_SIGNS: Final = {"+": "+", "-": "-", "*": r"\times ", "/": r"\div "}


def _shown(value: Fraction) -> str:
    text = to_latex(number_node(value))
    return rf"\left({text}\right)" if value < 0 else text


def _note(op: str, a: Fraction, b: Fraction) -> _Note | None:
    """Key, before, middle and more words of how `a op b` is done; None where a pupil just does it."""
    before = f"{to_latex(number_node(a))}{_SIGNS.get(op, '')}{_shown(b)}"
    match op:
        case "/" if a.denominator == b.denominator == 1:
            g = gcd(int(a), int(b))
            plain = a > 0 and b > 1 and 1 < g < b
            return ("cancel", rf"\frac{{{a}}}{{{b}}}", "", {"g": g}) if plain else None
        case "/" if b and (b.denominator > 1 or a.denominator > 1):
            return "over", before, rf"{to_latex(number_node(a))}\times {_shown(1 / b)}", {}
        case "*" if a.denominator > 1 or b.denominator > 1:
            if a < 0 or b < 0:
                return None
            return "times", before, _fraction(_product(a.numerator, b.numerator), _product(a.denominator, b.denominator)), {}  # fmt: skip
        case "+" | "-" if a.denominator == b.denominator > 1 and b > 0:
            return "same", before, rf"\frac{{{a.numerator}{op}{b.numerator}}}{{{a.denominator}}}", {}
        case "+" | "-" if a.denominator > 1 or b.denominator > 1:
            m = lcm(a.denominator, b.denominator)
            one, other = (rf"\frac{{{abs(v.numerator) * (m // v.denominator)}}}{{{m}}}" for v in (a, b))
            signs = "-" if a < 0 else "", "-" if (op == "-") != (b < 0) else "+"
            return "common", before, f"{signs[0]}{one}{signs[1]}{other}", {"m": m}
        case "-" if b < 0:
            return "minus", before, f"{to_latex(number_node(a))}+{to_latex(number_node(-b))}", {}
        case "^" if b.denominator == 1 and -4 <= b < 0 and a and a.denominator == 1:
            power = rf"{_shown(a)}^{{{-b}}}" if b != -1 else str(a)
            return "reciprocal", f"{_shown(a)}^{{{b}}}", rf"\frac{{1}}{{{power}}}", {}
        case "^" if b.denominator == 1 and 2 <= b <= 5 and (a < 0 or a.denominator > 1 or b > 2) and a not in (0, 1):  # fmt: skip
            base = rf"\left({to_latex(number_node(a))}\right)" if a < 0 or a.denominator > 1 else str(a)
            return "power", f"{base}^{{{b}}}", r" \times ".join([base] * int(b)), {}
    return None


def _decimal_note(op: str, a: Fraction, b: Fraction) -> _Note | None:
    """How decimals are divided."""
    if op != "/" or b <= 0 or a < 0 or b.denominator == 1:
        return None
    places = next((k for k in range(1, 10) if (b * 10**k).denominator == 1), None)
    if places is None:
        return None
    one, other = (to_latex(number_node(v, decimal=True)) for v in (a, b))
    more, whole = (to_latex(number_node(v * 10**places, decimal=True)) for v in (a, b))
    return "point", rf"{one}\div {other}", rf"{more}\div {whole}", {"places": places}


def _product(a: int, b: int) -> str:
    return str(a * b) if 1 in (a, b) else rf"{a}\times {b}"


def _fraction(top: str, bottom: str) -> str:
    return rf"\frac{{{top}}}{{{bottom}}}"


def logarithm(value: Fraction, base: Fraction) -> Fraction | None:
    """The logarithm of a positive number where it is rational."""
    if value <= 0 or base <= 0 or base == 1 or max(value.numerator, value.denominator, base.numerator, base.denominator) > MAX_SHOWN:  # fmt: skip
        return None
    found = sp.log(
        sp.Rational(value.numerator, value.denominator), sp.Rational(base.numerator, base.denominator)
    )
    found = sp.simplify(found)
    return Fraction(int(found.p), int(found.q)) if found.is_Rational else None


def _reduce(node: Node, *, decimal: bool) -> Node:
    """Work out every operation whose operands are numbers already; operations above them stay."""

    def finished(value: Fraction) -> Node:
        return number_node(value, decimal=decimal)

    match node:
        case Binary(op, left, right):
            a, b = as_number(left), as_number(right)
            if a is None or b is None:
                one, other = _reduce(left, decimal=decimal), _reduce(right, decimal=decimal)
                return replace(
                    node, left=one, right=other, tight=node.tight and (one, other) == (left, right)
                )
            result = operate(op, a, b)
            return node if result is None else finished(result)
        case Negative(operand):
            inner = as_number(operand)
            return Negative(_reduce(operand, decimal=decimal)) if inner is None else finished(-inner)
        case Call("factorial", (Number(value),)) if value.denominator == 1 and value < 100:
            return finished(Fraction(int(sp.factorial(int(value)))))
        case Call("Abs", (operand,)):
            inner = as_number(operand)
            return (
                Call("Abs", (_reduce(operand, decimal=decimal),)) if inner is None else finished(abs(inner))
            )
        case Call("sqrt", (Number(value),)):
            root = sp.sqrt(sp.Rational(value.numerator, value.denominator))
            return finished(Fraction(int(root.p), int(root.q))) if root.is_Rational else node
        case Call("log", (Number(value), Number(base))):
            found = logarithm(value, base)
            return node if found is None else finished(found)
        case Call(name, arguments):
            return Call(name, tuple(_reduce(a, decimal=decimal) for a in arguments))
    return node


def operate(op: str, a: Fraction, b: Fraction) -> Fraction | None:
    """The result of one operation; None where it is no rational number or too large."""
    match op:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "/":
            return a / b if b else None
        case "^" if b.denominator == 1 and abs(b) <= 1000 and (a or b > 0):
            return Fraction(a**b)
    return None
