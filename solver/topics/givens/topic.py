"""A chain of givens and a question about them, told in steps: each given settled, then the question's own solution.

Read: definitions of letters and functions, linear equations with one solution, and last a question that some topic answers
with the values put in. Not: givens that leave something open, unless the question is about just that.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, to_latex, to_python
from solver.formula.nodes import Relation, Symbol, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics import read_text, readers
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source, joined
from solver.topics.givens.question import Asked, mentions, put_in
from solver.topics.givens.sentences import Equations, Function, Named, split
from solver.topics.givens.settling import NO_NUMBERS, Known, Settled
from solver.topics.rationals import terminating_decimal
from solver.topics.settled import number, with_values

WORDS: Final = {
    "named": Words("Work out \\({letter}\\): \\[{letter}={chain}\\]", "先求 \\({letter}\\)：\\[{letter}={chain}\\]"),
    "function": Words("Given is the function \\[{head}={body}\\]", "已知函数 \\[{head}={body}\\]"),
    "combined": Words("Put in what is known: \\[{head}={before}={body}\\]", "把已知的代入：\\[{head}={before}={body}\\]"),
    "derived": Words("\\({head}\\) is the {order} of \\({before}\\). Term by term, the power comes down and is lowered by 1: \\[{head}={body}\\]",
                     "\\({head}\\) 是 \\({before}\\) 的{order}。逐项求导，指数拿下来作系数，再减 1：\\[{head}={body}\\]"),
    "solve": Words("Solve \\({equations}\\) for \\({letters}\\).", "由 \\({equations}\\) 求 \\({letters}\\)。"),
    "settled": Words("So \\({values}\\).", "所以 \\({values}\\)。"),
    "put_in": Words("Now put this into the question: \\({changes}\\).", "再代入所问：\\({changes}\\)。"),
    "value": Words("What is asked for: \\[{chain}\\]", "所求为：\\[{chain}\\]"),
    "answer": Words("So \\({asked}={answer}\\).", "所以 \\({asked}={answer}\\)。"),
    "givens": Words("what is given, one after the other", "逐一算出已知条件"),
    "question": Words("the question, with these values", "再代入求解"),
    "method": Words("put the values back into what is given", "把数值代回已知条件"),
    "also": Words("{method}; {inner}", "{method}；{inner}"),
}  # fmt: skip
ORDERS: Final = {
    1: Words("first derivative", "一阶导数"), 2: Words("second derivative", "二阶导数"),
    3: Words("third derivative", "三阶导数"), 4: Words("fourth derivative", "四阶导数"),
}  # fmt: skip
MAX_GIVENS: Final = 12
NAMING: Final = ("comparisons",)
"""Topics whose answers name letters as they stand."""


def read(text: Text) -> Reading:
    """As many givens as settle something; the rest is the question."""
    givens, rests = split(text.source, text.language)
    if not 0 < len(givens) <= MAX_GIVENS:
        return None
    known, found, count = Known(text.values, decimal=_writes_decimals(text.source)), list[Settled](), 0
    open_equations = Equations(())
    for number_read, given in enumerate(givens, 1):
        if isinstance(given, Equations):  # which may need those behind it
            given = Equations((*open_equations.relations, *given.relations))
        try:
            settled = known.settle(given)
        except FormulaError:
            settled = None
        if settled is not None:
            known, count = known.with_settled(settled), number_read
            found.append(settled)
            open_equations = Equations(())
        elif isinstance(given, Equations):
            open_equations = given
        else:
            break
    rest = rests[count]
    if not found or not mentions(rest, known):
        return None
    asked = put_in(rest, known, text.language)
    if asked is None:
        return None
    inner = _inner(rest, asked, known, text.language)
    if isinstance(inner, Unread) or (inner is None and asked.value is None):
        return inner
    return Chain(tuple(found), known, asked, inner, text.language)


def _inner(rest: str, asked: Asked, known: Known, language: Language) -> Task | Unread | None:
    """Who answers: a comparison names the letters as they stand; every other topic gets their values."""
    if asked.value is not None:
        return None
    for name, reader in readers():
        if name in NAMING and not isinstance(
            compared := reader(Text(rest, language, known.values)), Unread | None
        ):
            return compared
    return read_text(Text(asked.text, language))


def _writes_decimals(source: str) -> bool:
    return any(
        a.isdigit() and dot == "." and b.isdigit()
        for a, dot, b in zip(source, source[1:], source[2:], strict=False)
    )


@dataclass(frozen=True, slots=True)
class Chain:
    """What was `settled`, and who answers the question; nobody where it is only a value."""

    settled: tuple[Settled, ...]
    known: Known
    asked: Asked
    inner: Task | None
    language: Language

    def solution(self) -> Solution:
        """The givens in turn, then the question's own steps."""
        say = self.language
        steps = [self._told(settled) for settled in self.settled]
        lines = self._lines()
        source = cell(comment(WORDS["givens"].say(say)), *lines, variables=self._unknowns()) if lines else ""
        if self.inner is None:
            assert self.asked.value is not None
            asked, value = self.asked.value
            inside = self.known.put_into(asked)
            steps.append(
                WORDS["value"].say(say, chain=_chain(to_latex(asked), to_latex(inside), self._number(value)))
            )
            return Solution(
                tuple(steps), joined(source, cell(comment(WORDS["question"].say(say)), to_python(inside)))
            )
        if self.asked.used:
            changes = ",\\ ".join(
                to_latex(b) if isinstance(b, Relation) else f"{to_latex(a)}={to_latex(b)}"
                for a, b in dict(self.asked.used).items()
            )
            steps.append(WORDS["put_in"].say(say, changes=changes))
        inner = self.inner.solution()
        last = comment(WORDS["question"].say(say)) + "\n" + inner.cell
        return Solution((*steps, *inner.steps), joined(source, last), inner.plot)

    def _told(self, settled: Settled) -> str:
        say = self.language
        match settled.given:
            case Named(letter, expression):
                value = settled.letters[letter]
                chain = _chain(to_latex(expression), to_latex(settled.before[0]), self._number(value))
                return WORDS["named"].say(say, letter=letter, chain=chain)
            case Function(name, variable, expression, order):
                assert settled.function is not None
                head, body = f"{name}\\left({variable}\\right)", to_latex(settled.function.body)
                before = to_latex(settled.before[0])
                if order:
                    return WORDS["derived"].say(
                        say, head=head, order=ORDERS[order].say(say), before=before, body=body
                    )
                if expression != settled.before[0]:
                    return WORDS["combined"].say(say, head=head, before=to_latex(expression), body=body)
                return WORDS["function"].say(say, head=head, body=body)
            case Equations():
                return self._solved(settled)

    def _solved(self, settled: Settled) -> str:
        """The steps of the topic that solves such equations, in one."""
        say = self.language
        equations = ",\\ ".join(map(to_latex, settled.before))
        values = ",\\ ".join(f"{a}={self._number(v)}" for a, v in settled.letters.items())
        task = read_text(Text(f"\\({equations}\\)", say))
        inner = () if isinstance(task, Unread) else task.solution().steps
        first = WORDS["solve"].say(say, equations=equations, letters=",\\ ".join(settled.letters))
        return " ".join((first, *inner, WORDS["settled"].say(say, values=values)))

    def _number(self, value: sp.Rational) -> str:
        return to_latex(number(value, decimal=self.known.decimal))

    def _unknowns(self) -> list[str]:
        return [_renamed(a) for s in self.settled if isinstance(s.given, Equations) for a in s.letters]

    def _lines(self) -> list[str]:
        """Source that computes every letter."""
        lines = []
        for settled in self.settled:
            match settled.given:
                case Named(letter):
                    lines.append(f"{python_name(_renamed(letter))} = {to_python(settled.before[0])}")
                case Equations():
                    names = [python_name(_renamed(a)) for a in settled.letters]
                    equations = [to_python(_with_letters(r)) for r in settled.before]
                    one = f"[{names[0]}] = solve({equations[0]}, {names[0]})"
                    several = (
                        f"[({', '.join(names)})] = linsolve([{', '.join(equations)}], [{', '.join(names)}])"
                    )
                    lines.append(one if len(names) == len(equations) == 1 else several)
        return lines

    def conclude(self, value: Any) -> Conclusion | None:
        """The question's own sentence."""
        if self.inner is not None:
            found = self.inner.conclude(value)
            if found is None or self.asked.expanded is None:
                return found
            return self._said(self.asked.expanded, found.answer)
        assert self.asked.value is not None
        if not isinstance(value, sp.Rational):
            return None
        answer = (terminating_decimal(value) if self.known.decimal else None) or exact_latex(value)
        return self._said(self.asked.value[0], answer)

    def _said(self, asked: Node, answer: str) -> Conclusion:
        return Conclusion(WORDS["answer"].say(self.language, asked=to_latex(asked), answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The question's own check, and that the values fit what is given."""
        say, method = self.language, WORDS["method"].say(self.language)
        holds = [f"({to_python(with_values(r, s.letters))})" for s in self.settled for r in _statements(s)]
        first = cell("holds = all([" + ", ".join(holds) + "])") if holds else "holds = True"
        if self.inner is not None:
            inner = self.inner.check(answer)
            if inner is None or not holds:
                return inner
            source = joined(first, _with_condition(inner.source, "holds"))
            return CheckPlan(inner.claim, WORDS["also"].say(say, method=method, inner=inner.method), source)
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        assert self.asked.value is not None
        asked = self.asked.value[0]
        claim = WORDS["answer"].say(say, asked=to_latex(asked), answer=answer)
        last = cell(
            f"simplify({to_python(self.known.put_into(asked))} - ({exact_source(values[0])})) == 0 and holds"
        )
        return CheckPlan(claim, method, joined(first, last))


def _chain(*sides: str) -> str:
    """Equal sides, each once."""
    return "=".join(dict.fromkeys(sides))


def _statements(settled: Settled) -> list[Node]:
    """What the values must make true."""
    match settled.given:
        case Named(letter):
            return [Relation(("=",), (Symbol(letter), settled.before[0]))]
        case Equations():
            return list(settled.before)
    return []


def _renamed(letter: str) -> str:
    """A letter that in source would be Euler's number or the imaginary unit."""
    return f"{letter}_" if letter in NO_NUMBERS else letter


def _with_letters(node: Node) -> Node:
    if isinstance(node, Symbol):
        return Symbol(_renamed(node.name))
    return with_children(node, _with_letters)


def _with_condition(source: str, condition: str) -> str:
    """Source whose last expression holds only where `condition` does, too."""
    module = ast.parse(source)
    last = module.body[-1]
    assert isinstance(last, ast.Expr)
    lines = source.splitlines()
    expression = ast.get_source_segment(source, last.value)
    return "\n".join([*lines[: last.lineno - 1], f"verdict = {expression}", f"verdict and {condition}"])
