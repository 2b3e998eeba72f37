"""A computation with numerals of bases: place values, columns with carries, repeated division; then the check by Horner's scheme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula.nodes import Binary, Negative, Node, Symbol
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.bases.numerals import BASES, DIGITS, Numeral

WORDS: Final = {
    "letters": Words("In base {base} the letters are digits: {listed}.", "{base}进制里用字母作数字：{listed}。"),
    "places": Words(
        "From the right, the digits of \\({written}\\) count the powers of {base}: \\[{written}={sum}={value}\\]",
        "\\({written}\\) 从右往左各位的位值依次是 {base} 的 0 次方、1 次方……，按权展开：\\[{written}={sum}={value}\\]",
    ),
    "compute": Words("Compute with these numbers in base ten: \\[{expression}={value}\\]", "用十进制计算：\\[{expression}={value}\\]"),
    "divide": Words(
        "To write \\({value}\\) in base {base}, divide by {base} again and again; each remainder is the next digit from the right:\n\n{lines}\n\nRead the remainders from the last to the first: \\({answer}\\).",
        "把 \\({value}\\) 化为{base}进制：除以 {base} 取余，再用商继续除以 {base}，直到商为 0：\n\n{lines}\n\n把余数从下往上排列，得到 \\({answer}\\)。",
    ),
    "division": Words("- \\({n}={base}\\times {q}+{r}\\)", "- \\({n}={base}\\times {q}+{r}\\)"),
    "digit": Words(", digit {d}", "，数字记作 {d}"),
    "zero": Words("Zero is written \\(0\\) in every base.", "0 在任何进制里都写作 \\(0\\)。"),
    "sign": Words("The number is negative, so the minus sign stays: \\({answer}\\).", "这个数是负数，负号保留：\\({answer}\\)。"),
    "minus": Words("The sign stays in front: convert \\({digits}\\), and write the minus sign again at the end.", "负号不变：先转换 \\({digits}\\)，最后再添上负号。"),
    "signs": Words("With the signs brought together this is \\[{before}={after}\\]", "先处理符号：\\[{before}={after}\\]"),
    "add": Words(
        "Add the digits of \\({a}\\) and \\({b}\\) column by column from the right. In base {base} a column that reaches {base} gives a carry of 1:\n\n{lines}\n\nSo \\({a}+{b}={c}\\) in base {base}.",
        "把 \\({a}\\) 与 \\({b}\\) 从右往左逐位相加，满{base}进一：\n\n{lines}\n\n所以在{base}进制里 \\({a}+{b}={c}\\)。",
    ),
    "subtract": Words(
        "Subtract the digits of \\({b}\\) from those of \\({a}\\) column by column from the right. Where the upper digit is too small, borrow 1 from the next column; it is worth {base} here:\n\n{lines}\n\nSo \\({a}-{b}={c}\\) in base {base}.",
        "从 \\({a}\\) 里逐位减去 \\({b}\\)（从右往左），不够减时向前一位借 1 当 {base}：\n\n{lines}\n\n所以在{base}进制里 \\({a}-{b}={c}\\)。",
    ),
    "column_add": Words("- \\({terms}={sum}={q}\\times {base}+{r}\\): write {d}, carry {q}", "- \\({terms}={sum}={q}\\times {base}+{r}\\)：写 {d}，进 {q}"),
    "column_sum": Words("- \\({terms}={sum}\\): write {d}", "- \\({terms}={sum}\\)：写 {d}"),
    "column_borrow": Words("- \\({terms}\\) is below 0; borrow: \\({terms}+{base}={r}\\), write {d}", "- \\({terms}\\) 不够减，借 1：\\({terms}+{base}={r}\\)，写 {d}"),
    "note_value": Words("the value", "求出这个数"),
    "note_digits": Words("first the base (with a minus sign for a negative number), then the digits in base {base}", "先是基数（负数带负号），后面是{base}进制的各位数字"),
    "answer": Words("In base {base} the result is \\({answer}\\).", "用{base}进制表示，结果是 \\({answer}\\)。"),
    "claim": Words("\\({expression}\\) is \\({answer}\\) in base {base}.", "\\({expression}\\) 用{base}进制表示是 \\({answer}\\)。"),
    "method": Words("built every number up again digit by digit (Horner's scheme) and compared", "用秦九韶算法逐位还原各数，再比较是否相等"),
}  # fmt: skip
MAX_COLUMNS: Final = 24


@dataclass(frozen=True, slots=True)
class Bases:
    """`node` with the symbols nu_0, nu_1, … for `numerals`, wanted in base `target`."""

    node: Node
    numerals: tuple[Numeral, ...]
    target: int
    subscripts: bool
    language: Language

    # -- values

    def _values(self) -> list[int]:
        return [int(n.digits, n.base or 10) for n in self.numerals]

    def _value(self, node: Node) -> int:
        match node:
            case Symbol(name):
                return self._values()[int(name[3:])]
            case Negative(operand):
                return -self._value(operand)
            case Binary("+", left, right):
                return self._value(left) + self._value(right)
            case Binary("-", left, right):
                return self._value(left) - self._value(right)
            case Binary("*", left, right):
                return self._value(left) * self._value(right)
        raise TypeError(node)

    def _source(self, node: Node, names: list[str], times: str = "*") -> str:
        """The expression with `names` for the numerals, and only the brackets that it needs."""
        match node:
            case Symbol(name):
                return names[int(name[3:])]
            case Negative(operand):
                inner = self._source(operand, names, times)
                return f"-({inner})" if isinstance(operand, Binary | Negative) else f"-{inner}"
            case Binary(op, left, right):
                a, b = self._source(left, names, times), self._source(right, names, times)
                if op == "*" and isinstance(left, Binary) and left.op in "+-":
                    a = f"({a})"
                if (
                    isinstance(right, Negative)
                    or isinstance(right, Binary)
                    and (op in "-*" and right.op in "+-")
                ):
                    b = f"({b})"
                return f"{a} {times if op == '*' else op} {b}"
        raise TypeError(node)

    # -- the solution

    def solution(self) -> Solution:
        """Columns where everything is in one base, else through base ten."""
        steps = self._letters()
        columns = self._columns()
        if columns is not None:
            steps += columns
        else:
            steps += self._through_ten()
        names = [
            f'int("{n.digits}", {n.base})' if n.base != 10 else str(int(n.digits)) for n in self.numerals
        ]
        expression = self._source(self.node, names)
        if self.target == 10:
            return Solution(tuple(steps), cell(comment(WORDS["note_value"].say(self.language)), expression))
        note = WORDS["note_digits"].say(self.language, base=self.target)
        source = cell(
            "from sympy.ntheory import digits",
            "",
            comment(WORDS["note_value"].say(self.language)),
            f"value = {expression}",
            comment(note),
            f"digits(value, {self.target})",
        )
        return Solution(tuple(steps), source)

    def _letters(self) -> list[str]:
        """What the letters stand for, in each base above ten that occurs."""
        found = []
        for base in dict.fromkeys([*(n.base or 10 for n in self.numerals), self.target]):
            if base > 10:
                listed = ", ".join(f"{DIGITS[d]} = {d}" for d in range(10, base))
                found.append(WORDS["letters"].say(self.language, base=base, listed=listed))
        return found

    def _through_ten(self) -> list[str]:
        say, steps = self.language, []
        for numeral, value in dict(zip(self.numerals, self._values(), strict=True)).items():
            if numeral.base != 10:
                steps.append(_place_values(numeral, value, say))
        value = self._value(self.node)
        if not isinstance(self.node, Symbol | Negative):
            written = self._source(self.node, [str(v) for v in self._values()], r"\times")
            steps.append(WORDS["compute"].say(say, expression=written, value=value))
        if self.target != 10:
            steps.append(_division(abs(value), self.target, say))
            if value < 0:
                steps.append(WORDS["sign"].say(say, answer=self._latex(value)))
        elif value < 0 and isinstance(self.node, Negative):
            steps.append(WORDS["sign"].say(say, answer=str(value)))
        return steps

    def _columns(self) -> list[str] | None:
        """The columns of a sum or difference of two numbers in the base of the answer."""
        if not isinstance(self.node, Binary) or self.node.op == "*" or len(self.numerals) != 2:
            return None
        if any(n.base != self.target for n in self.numerals) or self.target == 10:
            return None
        if not all(_is_signed(n) for n in (self.node.left, self.node.right)):
            return None
        if max(len(n.digits) for n in self.numerals) > MAX_COLUMNS:
            return None
        x = self._value(self.node.left)
        y = self._value(self.node.right) * (1 if self.node.op == "+" else -1)
        base, say, steps = self.target, self.language, []
        large, small = sorted((abs(x), abs(y)), reverse=True)
        same_sign = (x >= 0) == (y >= 0) or not x or not y
        sign = "-" if x + y < 0 else ""
        a, b, c = (in_base(v, base) for v in (large, small, abs(x + y)))
        inner = f"{a}+{b}" if same_sign else f"{a}-{b}"
        before = self._source(self.node, [n.digits for n in self.numerals])
        after = f"-({inner})" if sign else inner
        if before.replace(" ", "") != after:
            steps.append(WORDS["signs"].say(say, before=before, after=after))
        lines = (_sum_lines if same_sign else _difference_lines)(large, small, base, say)
        steps.append(
            WORDS["add" if same_sign else "subtract"].say(
                say, a=a, b=b, c=c, base=base, lines="\n".join(lines)
            )
        )
        if sign:
            steps.append(WORDS["sign"].say(say, answer=self._latex(x + y)))
        return steps

    # -- the end

    def _latex(self, value: int) -> str:
        """As the problem writes its numerals: with the base below, or without. Base ten stands plain."""
        digits = in_base(value, self.target)
        if not self.subscripts or self.target == 10:
            return digits
        return f"{digits}_{self.target}" if self.target < 10 else f"{digits}_{{{self.target}}}"

    def conclude(self, value: Any) -> Conclusion | None:
        """The numeral, from its value in base ten or from the list of base and digits."""
        match value:
            case sp.Integer() if self.target == 10:
                answer = self._latex(int(value))
            case [base, *digits] if (
                digits
                and abs(base) == self.target
                and all(isinstance(d, sp.Integer) and 0 <= d < self.target for d in digits)
            ):
                written = "".join(DIGITS[int(d)] for d in digits)
                answer = self._latex(int(written, self.target) * (-1 if base < 0 else 1))
            case _:
                return None
        return Conclusion(WORDS["answer"].say(self.language, base=self.target, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Digit by digit, without Python's own conversion."""
        given = _given(answer, self.target)
        if given is None:
            return None
        sign, digits, base = given
        names = [f"value({list(n.values())}, {n.base})" for n in self.numerals]
        expression = self._source(self.node, [_subscripted(n) for n in self.numerals], r"\times")
        claim = WORDS["claim"].say(self.language, expression=expression, answer=answer, base=self.target)
        source = cell(
            "def value(digits, base):",
            "    total = 0",
            "    for digit in digits:",
            "        total = total * base + digit",
            "    return total",
            "",
            f"sign, given = {sign}, {list(map(DIGITS.index, digits))}",
            f"base = {base or self.target}",
            "possible = all(digit < base for digit in given)",
            f"possible and base == {self.target} and sign * value(given, base) == {self._source(self.node, names)}",
        )
        return CheckPlan(claim, WORDS["method"].say(self.language), source)


def in_base(value: int, base: int) -> str:
    """The digits of a whole number, with its sign.

    >>> in_base(-682, 15), in_base(0, 2)
    ('-307', '0')
    """
    rest, digits = abs(value), ""
    while rest or not digits:
        rest, digit = divmod(rest, base)
        digits = DIGITS[digit] + digits
    return f"-{digits}" if value < 0 else digits


def _is_signed(node: Node) -> bool:
    return isinstance(node, Symbol) or isinstance(node, Negative) and isinstance(node.operand, Symbol)


def _subscripted(numeral: Numeral) -> str:
    return rf"{numeral.digits}_{{{numeral.base}}}"


def _place_values(numeral: Numeral, value: int, language: Language) -> str:
    base, last = numeral.base or 10, len(numeral.digits) - 1
    powers = [rf"{d}\times {base}^{{{last - k}}}" for k, d in enumerate(numeral.values())]
    written = _subscripted(numeral)
    return WORDS["places"].say(language, written=written, base=base, sum="+".join(powers), value=value)


def _division(value: int, base: int, language: Language) -> str:
    """Divide until the quotient is 0."""
    if value == 0:
        return WORDS["zero"].say(language)
    lines, rest = list[str](), value
    while rest:
        n, (rest, digit) = rest, divmod(rest, base)
        line = WORDS["division"].say(language, n=n, base=base, q=rest, r=digit)
        lines.append(line + (WORDS["digit"].say(language, d=DIGITS[digit]) if digit > 9 else ""))
    answer = rf"{in_base(value, base)}_{{{base}}}"
    return WORDS["divide"].say(language, value=value, base=base, lines="\n".join(lines), answer=answer)


def _digit_pairs(large: int, small: int, base: int) -> list[tuple[int, int]]:
    """Digits of both numbers from the right; the shorter one is filled up with zeros."""
    pairs = list[tuple[int, int]]()
    while large or not pairs:
        (large, a), (small, b) = divmod(large, base), divmod(small, base)
        pairs.append((a, b))
    return pairs


def _sum_lines(large: int, small: int, base: int, language: Language) -> list[str]:
    lines, carry = [], 0
    for a, b in _digit_pairs(large, small, base):
        terms = f"{a}+{b}" + (f"+{carry}" if carry else "")
        total = a + b + carry
        carry, digit = divmod(total, base)
        name = "column_add" if carry else "column_sum"
        facts = {"terms": terms, "sum": total, "q": carry, "base": base, "r": digit, "d": DIGITS[digit]}
        lines.append(WORDS[name].say(language, **facts))
    if carry:
        lines.append(WORDS["column_sum"].say(language, terms=f"0+{carry}", sum=carry, d=carry))
    return lines


def _difference_lines(large: int, small: int, base: int, language: Language) -> list[str]:
    lines, borrowed = [], 0
    for a, b in _digit_pairs(large, small, base):
        terms = f"{a}-{b}" + ("-1" if borrowed else "")
        rest = a - b - borrowed
        borrowed = int(rest < 0)
        digit = rest % base
        name = "column_borrow" if borrowed else "column_sum"
        lines.append(WORDS[name].say(language, terms=terms, sum=rest, base=base, r=digit, d=DIGITS[digit]))
    return lines


def _given(answer: str, target: int) -> tuple[int, str, int | None] | None:
    """Sign, digits and base below of somebody's numeral."""
    text = re.sub(r"\\(?:text|mathrm|texttt|mathtt)\s*\{([^{}]*)\}", r"\1", answer)
    text = re.sub(r"\\[,;:! ]|[\s$]", "", text).replace("−", "-").lower().rstrip(".。")
    match = re.fullmatch(r"(-?)\(?([0-9a-z]{1,400})\)?(?:_\{?\(?(\d{1,2})\)?\}?|\(base(\d{1,2})\))?", text)
    if match is None:
        return None
    base = int(match[3] or match[4] or 0) or None
    if base is not None and base not in BASES:
        return None
    words = re.search(r"[A-Za-z]\s+[A-Za-z]", answer.replace("base", "1"))
    if words or match[2].isalpha() and not Numeral(match[2], None).fits(base or target):
        return None
    return -1 if match[1] else 1, match[2], base
