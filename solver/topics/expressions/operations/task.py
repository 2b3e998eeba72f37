"""Applications of a defined operation worked out one after the other, the innermost first.

Checked with the definition written out everywhere at once; an equation is handed to the topic that solves equations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, parse, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Relation, Symbol, symbols, walk, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Task, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.single import Equation
from solver.topics.expressions.operations.reading import HOLDER, Application, Operation, holders

MAX_NODES: Final = 3000
WORDS: Final = {
    "rule": Words("The problem says what the operation does: \\[{rule}\\] So what stands before the sign is put in for \\({first}\\), and what stands behind it for \\({second}\\).",
                  "题目规定了运算的意义：\\[{rule}\\] 所以把运算符号前面的数代入 \\({first}\\)，后面的数代入 \\({second}\\)。"),
    "inner": Words("Brackets come first: {put}", "先算括号里的：{put}"),
    "row": Words("From left to right: {put}", "从左到右依次计算：{put}"),
    "put": Words("Put in \\({first}={left}\\) and \\({second}={right}\\): \\[{chain}\\]", "把 \\({first}={left}\\)，\\({second}={right}\\) 代入：\\[{chain}\\]"),
    "rest": Words("Now put these results in: \\[{chain}\\]", "把算得的结果代入原式：\\[{chain}\\]"),
    "box": Words("Call the number in the box \\(x\\).", "把方框里的数记作 \\(x\\)。"),
    "equation": Words("So the equation says \\[{equation}\\]", "于是方程就是 \\[{equation}\\]"),
    "note": Words("the operation, as the problem defines it", "按题目规定的运算"),
    "answer": Words("The value is \\({answer}\\).", "结果是 \\({answer}\\)。"),
    "claim": Words("The value of \\({asked}\\) is \\({answer}\\)", "\\({asked}\\) 的值是 \\({answer}\\)"),
    "method": Words("wrote the definition out in all places at once and compared the one long expression with the answer",
                    "把定义一次性代入各处，写成一个完整的式子，再与答案比较"),
}  # fmt: skip
QUESTIONS: Final = {
    "": Words("Solve \\({equation}\\)", "解方程\\({equation}\\)"),
    "sum": Words("Find the sum of all possible values of \\({unknown}\\) such that \\({equation}\\).", "求方程\\({equation}\\)的所有解的和"),
    "count": Words("How many real solutions does \\({equation}\\) have?", "方程\\({equation}\\)有几个实数解"),
}  # fmt: skip
_SHOWN: Final = {
    "*": "*",
    "&": r"\mathbin{\&}",
    "#": r"\mathbin{\#}",
    "@": r"\mathbin{@}",
    r"\And": r"\mathbin{\&}",
}


def sign_latex(sign: str) -> str:
    r"""A sign between its operands.

    >>> sign_latex("※"), sign_latex(r"\star")
    ('\\mathbin{\\text{※}}', '\\mathbin{\\star}')
    """
    if sign in _SHOWN:
        return _SHOWN[sign]
    return rf"\mathbin{{{sign}}}" if sign.startswith("\\") else rf"\mathbin{{\text{{{sign}}}}}"


def put(body: Node, values: Mapping[str, Node]) -> Node:
    """The formula with nodes in place of letters, all at once."""
    if isinstance(body, Symbol):
        return values.get(body.name, body)
    return with_children(body, lambda child: put(child, values))


@dataclass(frozen=True, slots=True)
class Worked:
    """Applications in the order in which they are worked out."""

    applications: tuple[Application, ...]

    def written_out(self, node: Node) -> Node:
        """The formula with the definitions put in for all applications."""
        known: dict[str, Node] = {}
        for n, application in enumerate(self.applications, 1):
            operation = application.operation
            operands = {
                operation.first: put(application.left, known),
                operation.second: put(application.right, known),
            }
            written = put(operation.body, operands)
            if sum(1 for _ in walk(written)) > MAX_NODES:
                raise OverflowError("too long to write out")
            known[f"{HOLDER}_{n}"] = written
        return put(node, known)

    def values(self) -> dict[str, Node]:
        """What each application comes to."""
        known: dict[str, Node] = {}
        for n, application in enumerate(self.applications, 1):
            known[f"{HOLDER}_{n}"] = _tree(self._value(application, known))
        return known

    def _value(self, application: Application, known: Mapping[str, Node]) -> sp.Expr:
        return _finite(to_sympy(self.inserted(application, known)))

    @staticmethod
    def inserted(application: Application, known: Mapping[str, Node]) -> Node:
        """The definition with the operands' values."""
        operation = application.operation
        left, right = (_settled(put(o, known)) for o in (application.left, application.right))
        return put(operation.body, {operation.first: left, operation.second: right})

    def equation(self, relation: Node) -> Node:
        """An equation with numbers in place of applications to numbers, and the definition in place of the others."""
        known: dict[str, Node] = {}
        for n, application in enumerate(self.applications, 1):
            written = self.inserted(application, known)
            known[f"{HOLDER}_{n}"] = written if symbols(written) else _tree(_finite(to_sympy(written)))
        return put(relation, known)

    def is_moderate(self, node: Node) -> bool:
        """Whether it has a value that can be written down."""
        try:
            value = to_sympy(put(node, self.values()))
            self.written_out(node)
        except (OverflowError, ValueError):
            return False
        return (
            isinstance(value, sp.Expr)
            and bool(value.is_finite is not False)
            and not value.has(sp.nan, sp.zoo)
        )

    def rules(self, say: Language) -> list[str]:
        """One step for each operation."""
        return [
            WORDS["rule"].say(say, rule=_rule(o), first=symbol_latex(o.first), second=symbol_latex(o.second))
            for o in self.operations()
        ]

    def operations(self) -> list[Operation]:
        """Without repetition, in order."""
        return list(dict.fromkeys(a.operation for a in self.applications))

    def steps(self, asked: Node, say: Language) -> list[str]:
        """One for each application."""
        known, steps = self.values(), list[str]()
        bracketed = {n for a in self.applications for n in a.bracketed}
        nested = {n for a in self.applications for o in (a.left, a.right) for n in holders(o)}
        for n, application in enumerate(self.applications, 1):
            operation = application.operation
            left, right = (_settled(put(o, known)) for o in (application.left, application.right))
            inserted, value = self.inserted(application, known), known[f"{HOLDER}_{n}"]
            chain = [
                f"{_bracketed(left)}{sign_latex(operation.sign)} {_bracketed(right)}",
                to_latex(inserted),
            ]
            chain += [to_latex(value)] if to_latex(value) != chain[-1] else []
            first, second = symbol_latex(operation.first), symbol_latex(operation.second)
            step = WORDS["put"].say(
                say,
                first=first,
                second=second,
                left=to_latex(left),
                right=to_latex(right),
                chain="=".join(chain),
            )
            if n in nested:
                step = WORDS["inner" if n in bracketed else "row"].say(say, put=step[:1].lower() + step[1:])
            steps.append(step)
        if not isinstance(asked, Symbol):
            inserted = put(asked, known)
            chain = [to_latex(inserted), exact_latex(_simple(to_sympy(inserted)))]
            steps.append(WORDS["rest"].say(say, chain="=".join(dict.fromkeys(chain))))
        return steps

    def shown(self, node: Node) -> str:
        """A formula as the problem writes it."""
        latex = to_latex(node)
        for n in range(len(self.applications), 0, -1):
            application = self.applications[n - 1]
            written = f"{_bracketed(application.left)}{sign_latex(application.operation.sign)} {_bracketed(application.right)}"
            name = symbol_latex(f"{HOLDER}_{n}")
            latex = latex if latex == name else latex.replace(name, rf"\left({name}\right)")
            latex = latex.replace(rf"\left(\left({name}\right)\right)", rf"\left({name}\right)").replace(
                name, written
            )
        return latex

    def source(self, node: Node) -> str:
        """Python of a formula with applications: calls of the functions of `functions`."""
        names = {o: self._name(o) for o in self.operations()}
        parts = [node, *(o.body for o in names), *(o for a in self.applications for o in (a.left, a.right))]
        exact = any(re.search(r"/|\*\*", to_python(p)) for p in parts)

        def written(part: Node) -> str:
            number = None if symbols(part) else to_sympy(part)
            source = exact_source(number) if isinstance(number, sp.Rational) else to_python(part)
            if exact and re.fullmatch(r"-?\d+", source):
                source = f"Integer({source})"
            for n in sorted(set(holders(part)), reverse=True):
                a = self.applications[n - 1]
                call = f"{names[a.operation]}({written(a.left)}, {written(a.right)})"
                source = re.sub(rf"\b{re.escape(python_name(f'{HOLDER}_{n}'))}\b", call, source)
            return source

        return written(node)

    def _name(self, operation: Operation) -> str:
        place = self.operations().index(operation)
        return "operation" if place == 0 else f"operation_{place + 1}"

    def functions(self) -> list[str]:
        """Source lines that define the operations."""
        return [
            f"def {self._name(o)}({python_name(o.first)}, {python_name(o.second)}):\n    return {to_python(o.body)}\n"
            for o in self.operations()
        ]


@dataclass(frozen=True, slots=True)
class OperationValue:
    """The value of `asked`, a formula in applications."""

    worked: Worked
    asked: Node
    language: Language

    def solution(self) -> Solution:
        """The rule, then one application after the other."""
        steps = [*self.worked.rules(self.language), *self.worked.steps(self.asked, self.language)]
        note = comment(WORDS["note"].say(self.language))
        letters = symbols(self.worked.written_out(self.asked))
        last = self.worked.source(self.asked)
        return Solution(
            tuple(steps),
            cell(
                note,
                *self.worked.functions(),
                f"expand(simplify({last}))" if letters else last,
                variables=letters,
            ),
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """One value."""
        if not isinstance(value, sp.Expr) or value.has(sp.Float, sp.nan, sp.zoo, sp.oo):
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The one long expression against the answer."""
        written = self.worked.written_out(self.asked)
        letters = symbols(written)
        values = values_in(answer, letters)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        lines = [f"value = {to_python(written)}", f"simplify(value - ({exact_source(values[0])})) == 0"]
        claim = WORDS["claim"].say(self.language, asked=self.worked.shown(self.asked), answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=letters))


@dataclass(frozen=True, slots=True)
class OperationEquation:
    """An equation in which applications occur, handed to `inner` with the definition written out; `boxed`: the problem has a box for x."""

    worked: Worked
    relation: Node
    inner: Task
    boxed: bool
    language: Language

    @classmethod
    def read(
        cls, worked: Worked, relation: Relation, unknown: str, *, wanted: str, boxed: bool, language: Language
    ) -> OperationEquation | None:
        """The equation, where a topic solves it; `wanted` of its solutions: the "sum", their "count", or themselves."""
        from solver.topics import read_text

        equation = to_latex(worked.equation(relation))
        question = QUESTIONS[wanted].say(language, unknown=symbol_latex(unknown), equation=equation)
        inner = read_text(Text(question, language))
        if isinstance(inner, Equation) and inner.is_identity():
            return None
        return None if isinstance(inner, Unread) else cls(worked, relation, inner, boxed, language)

    def solution(self) -> Solution:
        """What the equation says, and its solution."""
        inner = self.inner.solution()
        equation = to_latex(self.worked.equation(self.relation))
        said = WORDS["equation"].say(self.language, equation=equation)
        box = [WORDS["box"].say(self.language)] if self.boxed else []
        return Solution((*self.worked.rules(self.language), *box, said, *inner.steps), inner.cell, inner.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """As for the equation."""
        return self.inner.conclude(value)

    def check(self, answer: str) -> CheckPlan | None:
        """As for the equation."""
        return self.inner.check(answer)


def _tree(value: sp.Expr) -> Node:
    return parse(sp.latex(value))


def _settled(node: Node) -> Node:
    """A number where it is one, else the formula as it stands."""
    return node if symbols(node) else _tree(_finite(to_sympy(node)))


def _finite(value: Any) -> sp.Expr:
    if not isinstance(value, sp.Expr) or value.has(sp.nan, sp.zoo, sp.oo):
        raise ValueError("no value")
    return _simple(value)


def _simple(value: sp.Expr) -> sp.Expr:
    return sp.expand(sp.simplify(value)) if value.free_symbols else sp.simplify(value)


def _rule(operation: Operation) -> str:
    left = f"{symbol_latex(operation.first)}{sign_latex(operation.sign)} {symbol_latex(operation.second)}"
    return f"{left}={to_latex(operation.body)}"


def _bracketed(node: Node) -> str:
    latex = to_latex(node)
    plain = (
        isinstance(node, Symbol) and not holders(node) or re.fullmatch(r"[\d.]+|\\frac\{\d+\}\{\d+\}", latex)
    )
    return latex if plain else rf"\left({latex}\right)"
