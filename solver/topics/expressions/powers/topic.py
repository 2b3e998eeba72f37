r"""Products, quotients and powers of powers as a single power: (w^{-1/3}·w^{2})/w^{5} for a positive w.

Read: one expression of numbers, letters, products, quotients, roots and powers with rational exponents, several letters too.
Where an exponent that is no whole number occurs, every letter must be said to be positive: √(a²) is not a otherwise.
Not: sums, exponents with letters, letters said to be negative, coefficients that are irrational in the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, python_name, to_python, to_sympy
from solver.formula.nodes import (
    Binary,
    Blank,
    Call,
    Negative,
    Number,
    Relation,
    Symbol,
    symbols,
    walk,
    with_children,
)
from solver.latex import MAX_ANSWER
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.polynomials.named import asks_to_compute
from solver.topics.expressions.powers.monomials import TOO_LARGE, Monomial, Reduction, reduced

VOCABULARY: Final = {
    "simplify": "simplify|simplify the expression|simplifying|as a single power|as a single power of|single power|a single power|in the form|as one power"
    "|as a power of|combine into a single power|化简|计算并化简|先化简|化为一个幂|写成一个幂|写成幂的形式|化成幂的形式|写成分数指数幂|用分数指数幂表示|用分数指数幂的形式表示|写成分数指数幂的形式|化为分数指数幂",
    "positive": "positive|positive real|positive number|a positive number|positive numbers|positive reals?|positive real numbers?|a positive real number|strictly positive|greater than zero"
    "|正数|正实数|是正数|为正数|均为正数|都是正数|都为正数|是正实数|为正实数|均为正实数|都是正实数|大于零|均大于零|都大于零|是正的",
    "every": "all variables|all letters|all the variables|all variable|variables|the variables|letters|every letter|each variable|all|各字母|所有字母|字母|各字母都|式中字母|式中字母都|各字母均",
    "shape": "positive exponents|positive expontents|should contain only positive exponents|should contain only positive expontents|should only contain positive exponents|should have only positive exponents|must contain only positive exponents|contain only positive exponents|contains only positive exponents|containing only positive exponents|with only positive exponents|with positive exponents only|express with positive exponents|write with positive exponents|答案中只含正指数|答案只含正指数|答案中只含有正指数|只含有正指数|只含有正整数指数幂|结果写成正指数幂的形式|用正指数表示|写成正指数的形式|only positive exponents|using only positive exponents|using positive exponents|positive exponents only|no negative exponents|without negative exponents|结果不含负指数|结果只含正指数|结果只含正整数指数|只含正指数|不含负指数|结果不含负指数幂",
    "verb": "assuming|assume|assumed|assuming that|using the laws of exponents|laws of exponents|exponents|using only|real number|real numbers|the power|use|fully|completely|as far as possible|express|write|rewrite|result|final|single"
    "|假设|假定|运用幂的运算法则|利用幂的运算性质|都|均|用|下列各式|下列式子|下式|各式|实数",
}  # fmt: skip
WORDS: Final = {
    "product": Words(
        "To multiply powers of the same base, add the exponents (a letter alone has exponent 1): \\[{before}={after}\\]",
        "同底数幂相乘，底数不变，指数相加（单独一个字母的指数是 1）：\\[{before}={after}\\]",
    ),
    "quotient": Words(
        "To divide powers of the same base, subtract the exponents (a letter alone has exponent 1): \\[{before}={after}\\]",
        "同底数幂相除，底数不变，指数相减（单独一个字母的指数是 1）：\\[{before}={after}\\]",
    ),
    "chain": Words(
        "Powers of the same base: add the exponents of what is multiplied, subtract those of what is divided by: \\[{before}={after}\\]",
        "同底数幂乘除：乘的指数相加，除的指数相减：\\[{before}={after}\\]",
    ),
    "power": Words(
        "To raise a power to a power, multiply the exponents: \\[{before}={after}\\]",
        "幂的乘方，底数不变，指数相乘：\\[{before}={after}\\]",
    ),
    "spread": Words(
        "Raise every factor to the power, and multiply the exponents: \\[{before}={after}\\]",
        "积的乘方等于各因式乘方的积，再把指数相乘：\\[{before}={after}\\]",
    ),
    "inverse": Words(
        "To divide by a power is to multiply by the power with the opposite exponent: \\[{before}={after}\\]",
        "除以一个幂等于乘以指数为相反数的幂：\\[{before}={after}\\]",
    ),
    "zero": Words(
        "Any nonzero number to the power 0 is 1: \\[{before}=1\\]", "任何非零数的 0 次幂等于 1：\\[{before}=1\\]"
    ),
    "root": Words(
        "A root is a power with a fraction as exponent: \\[{before}={after}\\]",
        "根式就是分数指数幂：\\[{before}={after}\\]",
    ),
    "single": Words(
        "There is nothing to combine: \\({before}\\) is already a single power.",
        "已经没有可以合并的幂：\\({before}\\)。",
    ),
    "positive_exponents": Words(
        "A negative exponent is one over the power: \\[{before}={after}\\]",
        "负指数幂等于正指数幂的倒数：\\[{before}={after}\\]",
    ),
    "positive": Words("The letters stand for positive numbers", "字母都表示正数"),
    "custom": Words(
        "Powers with fractions as exponents are taken of positive numbers, so the letters stand for positive numbers here.",
        "分数指数幂的底数取正数，所以这里字母都表示正数。",
    ),
    "letters": Words("The letters of the expression", "式子中的字母"),
    "simplify": Words("The laws of exponents are applied at once", "按幂的运算法则化简"),
    "answer": Words(
        "The expression simplifies to \\({answer}\\).", "化简的结果是 \\({answer}\\)。"
    ),
    "method": Words(
        "put numbers in for the letters in both, and compared to 40 digits",
        "用具体的数代入两个式子，比较到 40 位数字",
    ),
    "foreign": Words("the answer has other letters than the problem", "答案中有题目里没有的字母"),
    "given": Words("the expression of the problem", "题目中的式子"),
    "claimed": Words("the claimed result", "所给的结果"),
}  # fmt: skip
MAX_NODES: Final = 300


def read(text: Text) -> Reading:
    """A request to simplify one expression of powers."""
    found = account(re.sub(r"\s\(\s*\)\s*$", "", text.source), VOCABULARY)
    if not (found.has("simplify") or asks_to_compute(text.source)) or not found.formulas:
        return None
    expressions: list[Node] = []
    positive: set[str] = set()
    named: list[str] = []
    for node in found.nodes:
        match node:
            case Relation(("=",), (left, Blank())):
                expressions.append(left)
            case Relation((">",), (Symbol(name), Number(value))) if value >= 0:
                positive |= {name, *named}
                named = []
            case Relation(("<",), (Number(value), Symbol(name))) if value >= 0:
                positive |= {name, *named}
                named = []
            case Relation(("!=",), (Symbol(), Number(value))) if value == 0:
                continue
            case Symbol(name):
                named.append(name)
            case Relation():
                return None
            case _:
                expressions.append(node)
    if len(expressions) != 1 or not _is_of_powers(expressions[0]):
        return None
    if found.unread:
        return Unread(found.unread)
    if found.has("positive") != bool(named or (found.has("every") and not positive)):
        return None  # letters that nothing is said about, or "positive" without letters
    expression = expressions[0]
    letters = symbols(expression)
    if found.has("positive"):
        positive |= letters if found.has("every") and not named else set(named)
    unsure = letters - positive
    if not letters or letters & {"E", "I"} or unsure & {"e", "i"} or positive - letters:
        return None
    by_custom = False
    if unsure and any(_is_broken_power(node) and symbols(node) & unsure for node in walk(expression)):
        if not found.has("shape") or positive or not _has_broken_exponent(expression):
            return None
        by_custom, unsure = True, frozenset[str]()
    reduction = reduced(expression)
    if reduction is None or not reduction.steps and not isinstance(expression, Binary | Call):
        return None
    return Powers(expression, reduction, not unsure, found.has("shape"), text.language, by_custom)


def _has_broken_exponent(expression: Node) -> bool:
    """Whether exponents are written as fractions, for which textbooks take letters as positive; no root sign is used."""
    return not any(isinstance(n, Call) for n in walk(expression))


def _is_of_powers(node: Node) -> bool:
    """Only products, quotients, roots and powers with numbers as exponents; at least one power of a letter."""
    nodes = list(walk(node))
    if len(nodes) > MAX_NODES or not any(isinstance(n, Symbol) for n in nodes):
        return False
    powers = any(
        isinstance(n, Binary)
        and n.op == "^"
        and symbols(n.left)
        or isinstance(n, Call)
        and symbols(n)
        or isinstance(n, Binary)
        and n.op in "*/"
        and symbols(n.left) & symbols(n.right)
        for n in nodes
    )
    return powers and all(_is_allowed(n) for n in nodes)


def _is_allowed(node: Node) -> bool:
    match node:
        case Binary("^", _, exponent):
            return not symbols(exponent)
        case Binary(op, left, right):
            return op in "*/" or not symbols(left) and not symbols(right)
        case Call(name, arguments):
            return name == "sqrt" or name == "root" and not symbols(arguments[1])
        case _:
            return isinstance(node, Number | Symbol | Negative)


def _is_broken_power(node: Node) -> bool:
    """A root, or a power whose exponent is no whole number."""
    match node:
        case Binary("^", _, exponent):
            try:
                return not to_sympy(exponent).is_Integer
            except FormulaError:
                return True
        case _:
            return isinstance(node, Call)


_RESERVED: Final = {"e": "e_", "i": "i_"}
"""Letters that the project's cells take for numbers; here they are letters."""


def _as_letters(node: Node) -> Node:
    if isinstance(node, Symbol):
        return Symbol(_RESERVED.get(node.name, node.name))
    return with_children(node, _as_letters)


@dataclass(frozen=True, slots=True)
class Powers:
    """Simplify `expression`; all its letters are `positive`, or all exponents whole numbers."""

    expression: Node
    reduction: Reduction
    positive: bool
    positive_exponents: bool
    language: Language
    by_custom: bool = False
    """Whether the letters are positive only because the exponents are fractions; a step says so."""

    @property
    def letters(self) -> list[str]:
        """In the order of the alphabet."""
        return sorted(symbols(self.expression))

    def _latex(self, result: Monomial) -> str:
        """One power as it is; a product with negative exponents as a fraction."""
        single = result.coefficient == 1 and len(result.exponents) == 1
        return result.latex if single and not self.positive_exponents else result.fraction_latex

    def solution(self) -> Solution:
        """Law after law, from the inside out."""
        say, result = self.language, self.reduction.result
        steps = [WORDS[s.law].say(say, before=s.before, after=s.after) for s in self.reduction.steps]
        if self.by_custom:
            steps.insert(0, WORDS["custom"].say(say))
        if not self.reduction.steps:
            steps.append(WORDS["single"].say(say, before=result.latex))
        if self._latex(result) != result.latex:
            steps.append(WORDS["positive_exponents"].say(say, before=result.latex, after=self._latex(result)))
        names = ", ".join(self._name(name) for name in self.letters)
        lines = [
            comment(WORDS["positive" if self.positive else "letters"].say(say)),
            f'{names} = symbols("{" ".join(self.letters)}"{", positive=True" if self.positive else ""})',
            comment(WORDS["simplify"].say(say)),
            f"simplify({self._source()})",
        ]
        return Solution(tuple(steps), cell(*lines))

    def _name(self, letter: str) -> str:
        return python_name(_RESERVED.get(letter, letter))

    def _source(self) -> str:
        return to_python(_as_letters(self.expression))

    def conclude(self, value: Any) -> Conclusion | None:
        """A coefficient times powers of the letters."""
        if not isinstance(value, sp.Expr) or not {s.name for s in value.free_symbols} <= set(self.letters):
            return None
        coefficient, exponents = sp.Integer(1), {}
        for base, exponent in value.as_powers_dict().items():
            if isinstance(base, sp.Symbol) and exponent.is_Rational:
                exponents[base.name] = Fraction(int(exponent.p), int(exponent.q))
            elif not (base**exponent).is_Rational:
                return None
            else:
                coefficient *= base**exponent
        found = Monomial.of(Fraction(int(coefficient.p), int(coefficient.q)), exponents)
        answer = self._latex(found)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Numbers in for the letters."""
        claim = WORDS["answer"].say(self.language, answer=answer)
        value = self._claimed(answer)
        if value is None:
            return None
        if not {s.name for s in value.free_symbols} <= set(map(self._name, self.letters)):
            return CheckPlan(
                claim,
                WORDS["foreign"].say(self.language),
                cell(f"set({sorted(s.name for s in value.free_symbols)}) <= set({self.letters})"),
            )
        names = ", ".join(map(self._name, self.letters))
        trials = [
            f"({', '.join(f'Float({start + k}, 60)/7' for k in range(len(self.letters)))},)"
            for start in (9, 16, 4)
        ]
        lines = [
            comment(WORDS["given"].say(self.language)),
            f"def given({names}):",
            f"    return {self._source()}",
            "",
            comment(WORDS["claimed"].say(self.language)),
            f"def claimed({names}):",
            f"    return {exact_source(value)}",
            "",
            f"trials = [{', '.join(trials)}]",
            "all(abs(given(*t) - claimed(*t)) < Float(10, 60)**-40 * abs(given(*t)) for t in trials)",
        ]
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))

    def _claimed(self, answer: str) -> Any:
        """The answer with the problem's letters as plain symbols; None where it is no expression."""
        if len(answer) > MAX_ANSWER:
            return None
        try:
            node = parse(answer.split("=")[-1].strip().strip("$").rstrip(".。"))
            letters = {name: sp.Symbol(self._name(name), positive=True) for name in symbols(node)}
            value = to_sympy(node, letters)
        except FormulaError:
            return None
        if not isinstance(value, sp.Expr) or any(
            abs(n) > TOO_LARGE for p in value.atoms(sp.Pow) for n in [p.exp] if n.is_Rational
        ):
            return None
        return value
