"""Complex numbers: value in the form a + bi, modulus, conjugate, real and imaginary part, argument.

Read: expressions in i, definitions (z = …), and one equation that is linear in z and its conjugate. One real
parameter: see `parameter`. Not: loci, polynomial equations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import (
    Apply,
    Binary,
    Call,
    Constant,
    Negative,
    Number,
    Relation,
    Series,
    Symbol,
    symbols,
    walk,
)
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.cells import cell, comment, exact_source
from solver.topics.complex_numbers.parameter import read_parameter
from solver.topics.complex_numbers.rewriting import rewritten
from solver.topics.complex_numbers.steps import arithmetic_steps, facts, matrix, matrix_of
from solver.topics.complex_numbers.words import SENTENCES, VOCABULARY, WORDS

OPERATIONS: Final = ("modulus", "conjugate", "real", "imaginary", "argument")
UNKNOWN: Final = re.compile(r"(?:z|w|omega)(?:_\d)?")
MAX_EXPONENT: Final = 3000
ALLOWED_CALLS: Final = frozenset(("sqrt", "Abs", "conjugate"))

FINISH: Final = {
    "modulus": "Abs({0})",
    "conjugate": "conjugate({0})",
    "real": "re({0})",
    "imaginary": "im({0})",
    "value": "{0}",
}


def read(text: Text) -> Reading:
    """A question about one complex number."""
    source = rewritten(text.source)
    plain = _read_number(source, text)
    if plain is not None and not isinstance(plain, Unread):
        return plain
    parameter = read_parameter(source, text)
    return parameter if parameter is not None and not isinstance(parameter, Unread) else plain


def _read_number(source: str, text: Text) -> Reading:
    """A question about a number in which everything is known."""
    found = account(source, VOCABULARY)
    nodes = [n for n in found.nodes if not _is_aside(n, found)]
    if not any("i" in symbols(n) for n in nodes):
        return None
    if found.unread:
        return Unread(found.unread)
    relations = [n for n in nodes if n in found.relations]
    asked = [n for n in found.asked if not _is_aside(n, found)]
    operations = _operations(found, text)
    if operations is None or any(isinstance(n, Apply | Series) for node in nodes for n in walk(node)):
        return None
    given = _givens(relations)
    if given is None:
        return None
    definitions, unknown = given
    target = _target(asked, operations, definitions, unknown, found)
    if target is None:
        return None
    node, operations = target
    task = ComplexNumber(definitions, unknown, node, operations, text.language)
    return task if task.is_readable() else None


def _is_aside(node: Node, found: Account) -> bool:
    """`i` in "i is the imaginary unit", `i^2=-1`, `a+bi` in "the form a+bi"."""
    match node:
        case Symbol("i"):
            return found.has("unit")
        case Relation(("=",), (Binary("^", Symbol("i"), Number(text="2")), Negative(Number(text="1")))):
            return True
        case Binary("+", Symbol(a), Binary("*", Symbol(b), Symbol("i"))):
            return found.has("form") and a != b and "i" not in (a, b)
        case _:
            return False


def _operations(found: Account, text: Text) -> tuple[str, ...] | None:
    """What to take of the number, innermost first; None when several things are asked at once."""
    named = [c for c in found.concepts if c in OPERATIONS]
    ordered = tuple(named if text.language == "zh" else reversed(named))
    if len(ordered) < 2:
        return ordered
    several = re.search(r"\band\b|,[^,]*\bpart\b|和|与|及|、", text.source)
    return ordered if len(ordered) == 2 and ordered[0] == "conjugate" != ordered[1] and not several else None


Definition = tuple[str, Node]


def _givens(relations: list[Relation]) -> tuple[tuple[Definition, ...], tuple[str, Relation] | None] | None:
    """Names that are defined in order, and the unknown with its equation; None when there is anything else."""
    definitions: list[Definition] = []
    unknown: tuple[str, Relation] | None = None
    for relation in relations:
        if relation.signs != ("=",):
            return None
        left, right = relation.sides
        free = symbols(relation) - {"i", "e"} - {name for name, _ in definitions}
        if len(free) != 1 or not UNKNOWN.fullmatch(name := next(iter(free))) or unknown:
            return None
        if left == Symbol(name) and name not in symbols(right):
            definitions.append((name, right))
        else:
            unknown = (name, relation)
    return tuple(definitions), unknown


def _target(
    asked: list[Node],
    operations: tuple[str, ...],
    definitions: tuple[Definition, ...],
    unknown: tuple[str, Relation] | None,
    found: Account,
) -> tuple[Node, tuple[str, ...]] | None:
    """The expression asked about and what is still to be taken of it."""
    names = [name for name, _ in definitions] + ([unknown[0]] if unknown else [])
    asked = list(dict.fromkeys(asked))
    if len(asked) == 2 and asked[0] in [Symbol(name) for name in names]:
        bare, other = asked
        if other == Call("Abs", (bare,)) and operations == ("modulus",):
            return bare, operations
        if other == Call("conjugate", (bare,)) and operations[:1] == ("conjugate",):
            return bare, operations
        mentioned = unknown is not None or definitions  # "the complex number z satisfies z = …, find z + 1"
        asked = [other] if mentioned and not operations else asked
    if not asked and len(names) == 1:
        return Symbol(names[0]), operations
    if len(asked) != 1:
        return None
    match asked[0]:
        case Call("conjugate", (inner,)) if "conjugate" in operations:
            before = found.concepts.index("conjugate") < next(
                i
                for i, c in enumerate(found.concepts)
                if c.startswith("#") and found.nodes[int(c[1:])] == asked[0]
            )
            return (
                (inner, operations)
                if before and operations[0] == "conjugate" and isinstance(inner, Symbol) and names
                else None
            )
        case Call("Abs", (inner,)) if operations == ("modulus",) or not operations:
            return inner, ("modulus",)
        case node:
            return node, operations
    return None


@dataclass(frozen=True, slots=True)
class ComplexNumber:
    """`operations` (innermost first) of `target`, where names stand for what was defined or solved."""

    definitions: tuple[Definition, ...]
    unknown: tuple[str, Relation] | None
    target: Node
    operations: tuple[str, ...]
    language: Language

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
            result = _apply(operation, value, say)
            steps.append(WORDS[operation].say(say, **facts(value), result=sp.latex(result)))
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

    def _cell(self) -> str:
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
        for operation in self.operations[:-1]:
            lines.append(f"number = {FINISH[operation].format('number')}")
        if self.wanted == "argument":
            zh = self.language == "zh"
            lines += [comment(WORDS["turn"].say("zh")), "arg(number) % (2*pi)"] if zh else ["arg(number)"]
        else:
            lines.append(FINISH[self.wanted].format("number"))
        return cell(*lines)

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
                    ("0 <= answer", "answer < 2*pi")
                    if self.language == "zh"
                    else ("-pi < answer", "answer <= pi")
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


def _apply(operation: str, value: sp.Expr, language: Language) -> sp.Expr:
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
            return sp.arg(value) % (2 * sp.pi) if language == "zh" else sp.arg(value)
