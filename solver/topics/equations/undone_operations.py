r"""Solve a formula for a letter that stands in it once, in a power or under a root: A = πr² for r, T = 2π√(L/g) for L.

What is done to the letter is undone from the outside in, on both sides. Read by `literal_equations`, where the letter is not linear.
Where π or an odd root is in the formula its letters stand for positive quantities, and that is said; else an even power has two
roots. Not: a letter that stands there twice, exponents with letters, functions other than roots.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Call, Constant, Negative, Number, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, difference, exact_source

MAX_POWER: Final = 9
WORDS: Final = {
    "given": Words("\\({x}\\) stands in the formula once. Undo, from the outside in, what is done to it, on both sides: \\[{equation}\\]", "公式中 \\({x}\\) 只出现一次。从外到里，把加在它上面的运算在两边逐步还原：\\[{equation}\\]"),
    "positive": Words("All letters stand for positive quantities here.", "这里的字母都表示正的量。"),
    "add": Words("Add \\({what}\\) to both sides: \\[{after}\\]", "两边同加 \\({what}\\)：\\[{after}\\]"),
    "subtract": Words("Subtract \\({what}\\) from both sides: \\[{after}\\]", "两边同减 \\({what}\\)：\\[{after}\\]"),
    "turn": Words("Change the sign on both sides: \\[{after}\\]", "两边同时变号：\\[{after}\\]"),
    "divide": Words("Divide both sides by \\({what}\\) (where it is not 0): \\[{after}\\]", "两边同除以 \\({what}\\)（不为 0）：\\[{after}\\]"),
    "multiply": Words("Multiply both sides by \\({what}\\): \\[{after}\\]", "两边同乘 \\({what}\\)：\\[{after}\\]"),
    "invert": Words("Multiply by the denominator and divide by the other side: \\[{after}\\]", "两边同乘分母，再除以另一边：\\[{after}\\]"),
    "square": Words("Square both sides; a root is not negative, so the other side must not be: \\[{after}\\]", "两边平方（算术平方根非负，所以另一边也不能为负）：\\[{after}\\]"),
    "root": Words("Take the square root of both sides, with both signs: \\[{after}\\]", "两边开平方，取正、负两个值：\\[{after}\\]"),
    "positive-root": Words("Take the root of both sides; the positive one, for \\({x}\\) is positive: \\[{after}\\]", "两边开方，因为 \\({x}\\) 是正的，取正根：\\[{after}\\]"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "claim": Words("\\({answer}\\) solves \\({equation}\\)", "\\({answer}\\) 满足 \\({equation}\\)"),
    "method": Words("put back into the formula, and simplified", "代回原公式并化简"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """One operation undone: its word, what it is done with, and what then stands on both sides."""

    word: str
    what: str
    left: Node
    right: sp.Expr
    tex: str = ""
    """The other side, where sympy would write it otherwise: one root over all of a quotient."""

    @property
    def shown(self) -> str:
        return self.tex or plus_first(self.right)


@dataclass(frozen=True, slots=True)
class Undone:
    """`equation`, solved for `letter`, which stands in it once."""

    equation: Relation
    letter: str
    language: Language
    said_positive: bool = False
    """Whether the problem says that the letter is greater than 0."""

    @property
    def positive(self) -> bool:
        """Whether the letters are sizes: so it is said, or it is a formula with π, or with an odd root to be drawn."""
        if self.said_positive:
            return True
        nodes = list(walk(self.equation))
        odd = any(
            isinstance(n, Binary) and n.op == "^" and self._has(n.left) and _whole(n.right) % 2 for n in nodes
        )
        return odd or any(isinstance(n, Constant) and n.name == "pi" for n in nodes)

    def _has(self, node: Node) -> bool:
        return self.letter in symbols(node)

    def moves(self) -> list[Move] | None:
        """The operations undone, in order; None where one of them is not known here."""
        left, right = self.equation.sides
        if sum(isinstance(n, Symbol) and n.name == self.letter for n in walk(self.equation)) != 1:
            return None
        node, other = (left, to_sympy(right)) if self._has(left) else (right, to_sympy(left))
        found: list[Move] = []
        while not isinstance(node, Symbol):
            move = self._undo(node, other)
            if move is None:
                return None
            found.append(move)
            node, other = move.left, move.right
        return found

    def _undo(self, node: Node, other: sp.Expr) -> Move | None:
        match node:
            case Negative(operand):
                return Move("turn", "", operand, -other)
            case Binary("+", left, right):
                inner, rest = (left, right) if self._has(left) else (right, left)
                return Move("subtract", to_latex(rest), inner, other - to_sympy(rest))
            case Binary("-", left, right) if self._has(left):
                return Move("add", to_latex(right), left, other + to_sympy(right))
            case Binary("-", left, right):
                return Move("subtract", to_latex(left), Negative(right), other - to_sympy(left))
            case Binary("*", left, right):
                inner, rest = (left, right) if self._has(left) else (right, left)
                return Move("divide", to_latex(rest), inner, sp.factor(other / to_sympy(rest)))
            case Binary("/", left, right) if self._has(left):
                return Move("multiply", to_latex(right), left, sp.factor(other * to_sympy(right)))
            case Binary("/", left, right):
                return Move("invert", "", right, sp.factor(to_sympy(left) / other))
            case Binary("^", left, right) if power := _whole(right):
                return self._root(left, other, power)
            case Call("sqrt", (inner,)):
                return Move("square", "", inner, sp.expand(other**2) if other.is_Add else other**2)
        return None

    def _root(self, node: Node, other: sp.Expr, power: int) -> Move | None:
        if self.positive:
            return Move("positive-root", "", node, sp.root(other, power), _root_of(other, power))
        if power != 2 or not isinstance(node, Symbol):
            return None
        return Move("root", "", node, sp.sqrt(other), _root_of(other, 2))

    def solution(self) -> Solution:
        """Undo one operation after another."""
        say, x = self.language, symbol_latex(self.letter)
        moves = self.moves()
        assert moves is not None
        steps = [WORDS["given"].say(say, x=x, equation=to_latex(self.equation))]
        if self.positive:
            steps.append(WORDS["positive"].say(say))
        for move in moves:
            sign = r"\pm " if move.word == "root" else ""
            after = f"{to_latex(move.left)}={sign}{move.shown}"
            steps.append(WORDS[move.word].say(say, x=x, what=move.what, after=after))
        left, right = map(to_python, self.equation.sides)
        line = f"solve(Eq({left}, {right}), {self.letter})"
        return Solution(tuple(steps), cell(line, variables=symbols(self.equation), assumptions=self._assumed))

    @property
    def _assumed(self) -> str:
        return "positive=True" if self.positive else ""

    def conclude(self, value: Any) -> Conclusion | None:
        """Letter = expression in the other letters; two of them for a square."""
        moves = self.moves()
        if not isinstance(value, list) or not moves:
            return None
        two = any(move.word == "root" for move in moves)
        if len(value) != 1 + two or any(self.letter in {s.name for s in v.free_symbols} for v in value):
            return None
        last, x = moves[-1].shown, symbol_latex(self.letter)
        answer = rf"{x}={last},\ {x}=-{last}" if two else f"{x}={last}"
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Each is put back for the letter, and none is missing."""
        moves, values = self.moves(), values_in(answer, symbols(self.equation))
        if not moves or not values or any(not isinstance(v, sp.Expr) for v in values):
            return None
        others = symbols(self.equation) - {self.letter}
        if any(not {s.name for s in v.free_symbols} <= others for v in values):
            return None
        left, right = map(to_python, self.equation.sides)
        gap = difference(left, right)
        wanted = 1 + any(move.word == "root" for move in moves)
        lines = [f"values = [{', '.join(map(exact_source, values))}]",
                 f"gaps = [simplify(({gap}).subs({self.letter}, value)) for value in values]",
                 f"len(set(values)) == {wanted} and all(gap == 0 for gap in gaps)"]  # fmt: skip
        claim = WORDS["claim"].say(self.language, answer=answer, equation=to_latex(self.equation))
        source = cell(*lines, variables=symbols(self.equation), assumptions="positive=True")
        return CheckPlan(claim, WORDS["method"].say(self.language), source)


def undone(
    equation: Relation, letter: str, language: Language, *, said_positive: bool = False
) -> Undone | None:
    """The task, where the letter is in a power or under a root, and once."""
    task = Undone(equation, letter, language, said_positive)
    moves = task.moves()
    return task if moves and any(m.word in ("root", "positive-root", "square") for m in moves) else None


def _whole(exponent: Node) -> int:
    """A whole exponent of at least 2; 0 for any other."""
    fits = (
        isinstance(exponent, Number) and exponent.value.denominator == 1 and 2 <= exponent.value <= MAX_POWER
    )
    return int(exponent.value) if fits and isinstance(exponent, Number) else 0


def _root_of(value: sp.Expr, power: int) -> str:
    """One root over all of it, √(A/π) and not √A/√π, unless it can be drawn."""
    drawn = sp.root(sp.factor(value), power)
    if not any(p.exp.is_Rational and not p.exp.is_Integer for p in drawn.atoms(sp.Pow)):
        return ""
    return rf"\sqrt{'' if power == 2 else f'[{power}]'}{{{plus_first(value)}}}"


def plus_first(value: sp.Expr) -> str:
    """LaTeX of a value, of a sum the terms with a plus first."""
    if not value.is_Add:
        return exact_latex(value)
    terms = sorted(map(exact_latex, sp.Add.make_args(value)), key=lambda term: term.startswith("-"))
    return (
        "".join(term if n == 0 or term.startswith("-") else f" + {term}" for n, term in enumerate(terms))
        .replace("- ", " - ")
        .strip()
    )
