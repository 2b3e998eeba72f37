"""One complex number: its value, and what is to be taken of it; steps, cell and check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Call, Constant, Negative, Number, Relation, Symbol, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.complex_numbers.steps import arithmetic_steps, facts, matrix, matrix_of
from solver.topics.expressions.complex_numbers.words import SENTENCES, WORDS

MAX_EXPONENT: Final = 3000
ALLOWED_CALLS: Final = frozenset(("sqrt", "Abs", "conjugate"))

FINISH: Final = {
    "modulus": "Abs({0})",
    "conjugate": "conjugate({0})",
    "real": "re({0})",
    "imaginary": "im({0})",
    "value": "{0}",
}
Definition = tuple[str, Node]


@dataclass(frozen=True, slots=True)
class ComplexNumber:
    """`operations` (innermost first) of `target`, where names stand for what was defined or solved."""

    definitions: tuple[Definition, ...]
    unknown: tuple[str, Relation] | None
    target: Node
    operations: tuple[str, ...]
    language: Language
    full_turn: bool = False
    """Whether arguments are counted from 0 to 2π, not from −π to π."""

    @property
    def wanted(self) -> str:
        """What the answer is called."""
        return self.operations[-1] if self.operations else "value"

    def is_readable(self) -> bool:
        """Whether everything has a finite exact value."""
        nodes = [
            self.target,
            *(n for _, n in self.definitions),
            *(self.unknown[1].sides if self.unknown else ()),
        ]
        for part in (p for node in nodes for p in walk(node)):
            if _is_unusual_power(part):
                return False
            if (
                part == Symbol("e")
                or isinstance(part, Call)
                and part.name not in ALLOWED_CALLS
                or isinstance(part, Constant)
            ):
                return False
        try:
            value = self._value(self.target)
        except (FormulaError, ZeroDivisionError):
            return False
        real, imaginary = value.as_real_imag()
        if value.free_symbols or not (real.is_finite and imaginary.is_finite):
            return False
        if self.wanted == "argument":
            return bool(value != 0) and not sp.arg(value).has(sp.atan, sp.arg)
        return True

    def _environment(self) -> dict[str, sp.Expr]:
        known: dict[str, sp.Expr] = {}
        for name, node in self.definitions:
            known[name] = sp.expand_complex(to_sympy(node, known))
        if self.unknown:
            _, _, solutions = self._system(known)
            if len(solutions) != 1:
                raise FormulaError("the equation has no single solution")
            a, b = solutions[0]
            known[self.unknown[0]] = a + b * sp.I
        return known

    def _system(self, known: dict[str, sp.Expr]) -> tuple[sp.Expr, sp.Expr, list[tuple[sp.Expr, sp.Expr]]]:
        """Real and imaginary part of left − right for z = x + yi, and the solutions (x, y)."""
        assert self.unknown is not None
        name, relation = self.unknown
        if any(isinstance(n, Call) and n.name == "Abs" for n in walk(relation)):
            raise FormulaError("not linear")
        x, y = sp.symbols("x y", real=True)
        left, right = (to_sympy(s, {**known, name: x + y * sp.I}) for s in relation.sides)
        numerator = sp.fraction(sp.together(left - right))[0]
        real, imaginary = (sp.expand(p) for p in sp.expand_complex(numerator).as_real_imag())
        try:
            if any(p.as_poly(x, y) is None or p.as_poly(x, y).total_degree() > 1 for p in (real, imaginary)):
                raise FormulaError("not linear")
            solutions = [s for s in sp.linsolve([real, imaginary], x, y) if not s.free_symbols]
        except sp.PolynomialError as error:
            raise FormulaError("not linear") from error
        denominators = [sp.fraction(sp.together(s))[1] for s in (left, right)]
        return (
            real,
            imaginary,
            [s for s in solutions if all(d.subs({x: s[0], y: s[1]}) != 0 for d in denominators)],
        )

    def _value(self, node: Node) -> sp.Expr:
        return sp.radsimp(sp.expand_complex(to_sympy(node, self._environment())))

    def solution(self) -> Solution:
        """The arithmetic operation by operation, then what is asked of the number."""
        say, known, steps = self.language, self._environment(), list[str]()
        for name, node in self.definitions:
            steps += arithmetic_steps(node, known, say)
            if not isinstance(node, Binary) or not steps:
                steps.append(WORDS["known"].say(say, name=symbol_latex(name), value=sp.latex(known[name])))
        if self.unknown:
            steps.append(self._unknown_step(known))
        steps += arithmetic_steps(self.target, known, say)
        value = self._value(self.target)
        for operation in self.operations:
            result = _apply(operation, value, full_turn=self.full_turn)
            name = "argument_turn" if operation == "argument" and self.full_turn else operation
            steps.append(WORDS[name].say(say, **facts(value), result=sp.latex(result)))
            value = result
        if not steps:
            steps.append(WORDS["plain"].say(say, value=sp.latex(value)))
        return Solution(tuple(steps), self._cell())

    def _unknown_step(self, known: dict[str, sp.Expr]) -> str:
        assert self.unknown is not None
        name, relation = self.unknown
        real, imaginary, solutions = self._system(known)
        a, b = solutions[0]
        facts = {"real": real, "imaginary": imaginary, "a": a, "b": b, "value": known[name]}
        latex = {k: sp.latex(v) for k, v in facts.items()}
        return WORDS["unknown"].say(
            self.language, z=symbol_latex(name), x="x", y="y", equation=to_latex(relation), **latex
        )

    def lines(self) -> list[str]:
        """Source lines up to `number`, which only the last operation is still to be taken of."""
        lines = [f"{python_name(name)} = {to_python(node)}" for name, node in self.definitions]
        if self.unknown:
            name, (left, right) = python_name(self.unknown[0]), self.unknown[1].sides
            lines += [
                'x, y = symbols("x y", real=True)',
                f"{name} = x + y*I",
                f"difference = expand_complex(numer(together({to_python(left)} - ({to_python(right)}))))",
                comment(WORDS["parts"].say(self.language)),
                "solution = solve([re(difference), im(difference)], [x, y])",
                f"{name} = {name}.subs(solution)",
            ]
        lines.append(f"number = radsimp(expand_complex({to_python(self.target)}))")
        return [
            *lines,
            *(f"number = {FINISH[operation].format('number')}" for operation in self.operations[:-1]),
        ]

    def finish(self) -> str:
        """Source of what is asked of `number`."""
        if self.wanted == "argument":
            return "arg(number) % (2*pi)" if self.full_turn else "arg(number)"
        return FINISH[self.wanted].format("number")

    def _cell(self) -> str:
        turned = self.wanted == "argument" and self.full_turn
        return cell(
            *self.lines(), *([comment(WORDS["turn"].say(self.language))] if turned else []), self.finish()
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The number in exact form."""
        if not isinstance(value, sp.Expr):
            return None
        answer = exact_latex(value)
        return Conclusion(SENTENCES[self.wanted].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The same with i as the matrix of a quarter turn."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr) or values[0].free_symbols:
            return None
        lines, known = ["J = Matrix([[0, -1], [1, 0]])"], self._environment()
        for name, node in self.definitions:
            lines.append(f"{python_name(name)} = {matrix(node)}")
        condition = ""
        if self.unknown:
            name, (left, right) = self.unknown[0], self.unknown[1].sides
            lines.append(f"{python_name(name)} = {matrix_of(known[name])}")
            lines.append(f"equation_holds = simplify({matrix(left)} - {matrix(right)}) == zeros(2)")
            condition = "equation_holds and "
        lines.append(f"number = simplify({matrix(self.target)})")
        lines += ["number = number.T"] * self.operations[:-1].count("conjugate")
        lines.append(f"answer = {exact_source(values[0])}")
        lines.append(condition + self._comparison())
        claim = SENTENCES[self.wanted].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))

    def _comparison(self) -> str:
        match self.wanted:
            case "modulus":
                return "bool(im(answer) == 0 and answer >= 0 and simplify(number.det() - answer**2) == 0)"
            case "real" | "imaginary":
                return f"simplify(number[{int(self.wanted == 'imaginary')}, 0] - answer) == 0"
            case "argument":
                low, high = (
                    ("0 <= answer", "answer < 2*pi") if self.full_turn else ("-pi < answer", "answer <= pi")
                )
                turned = (
                    "simplify(sqrt(number.det())*(cos(answer)*eye(2) + sin(answer)*J) - number) == zeros(2)"
                )
                return f"bool(im(answer) == 0 and {low} and {high} and {turned})"
            case _:
                number = "number.T" if self.wanted == "conjugate" else "number"
                return f"simplify({number} - re(answer)*eye(2) - im(answer)*J) == zeros(2)"


def _is_unusual_power(node: Node) -> bool:
    """A power whose exponent is no integer of a reasonable size."""
    if not (isinstance(node, Binary) and node.op == "^"):
        return False
    exponent = _integer(node.right)
    return exponent is None or abs(exponent) > MAX_EXPONENT


def _integer(node: Node) -> int | None:
    match node:
        case Number(value) if value.denominator == 1:
            return value.numerator
        case Negative(operand):
            inner = _integer(operand)
            return None if inner is None else -inner
        case _:
            return None


def _apply(operation: str, value: sp.Expr, *, full_turn: bool) -> sp.Expr:
    match operation:
        case "modulus":
            return sp.Abs(value)
        case "conjugate":
            return sp.conjugate(value)
        case "real":
            return sp.re(value)
        case "imaginary":
            return sp.im(value)
        case _:
            return sp.arg(value) % (2 * sp.pi) if full_turn else sp.arg(value)


@dataclass(frozen=True, slots=True)
class SeveralParts:
    """Several things asked of one number, each a task of its own."""

    tasks: tuple[ComplexNumber, ...]
    language: Language

    def solution(self) -> Solution:
        """All steps once, all values in one cell."""
        steps = dict.fromkeys(step for task in self.tasks for step in task.solution().steps)
        wanted = ", ".join(task.finish() for task in self.tasks)
        return Solution(tuple(steps), cell(*self.tasks[0].lines(), f"[{wanted}]"))

    def conclude(self, value: Any) -> Conclusion | None:
        """The values in the order of the question."""
        if not isinstance(value, list) or len(value) != len(self.tasks):
            return None
        found = [task.conclude(v) for task, v in zip(self.tasks, value, strict=True)]
        if any(c is None for c in found):
            return None
        said = [c for c in found if c is not None]
        space = " " if self.language == "en" else ""
        return Conclusion(space.join(c.sentence for c in said), r",\ ".join(c.answer for c in said))

    def check(self, answer: str) -> CheckPlan | None:
        """Every value by its own check, one after the other in one cell."""
        parts = answer.split(r",\ ")
        plans = [task.check(part) for task, part in zip(self.tasks, parts, strict=False)]
        if len(parts) != len(self.tasks) or any(p is None for p in plans):
            return None
        known = [p for p in plans if p is not None]
        lines = ["holds = []"]
        for plan in known:
            *before, last = plan.source.rstrip().split("\n")
            lines += [
                *(x for x in before if x and not x.startswith("from sympy import")),
                f"holds.append({last})",
            ]
        lines.append("all(holds)")
        claim = " ".join(p.claim for p in known)
        return CheckPlan(claim, known[0].method, cell(*lines))
