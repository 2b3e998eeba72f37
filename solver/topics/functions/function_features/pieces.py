"""Values of a function that is defined in pieces, each with its condition.

Read: one `cases` with a formula and a condition in each row, and one expression in its values at numbers. Not: letters in the
rows, equations for the function, continuity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Blank, Call, Group, Relation, Symbol, symbols, walk, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.function_features.function import told

_CASES: Final = re.compile(
    r"(?P<name>[a-zA-Z])\s*(?:\\left)?\(\s*(?P<variable>[a-z])\s*(?:\\right)?\)\s*=\s*(?:\\left\s*\\\{)?\s*"
    r"\\begin\{(?P<kind>cases|array)\}(?:\{[^}]*\})?(?P<rows>.*?)\\end\{(?P=kind)\}(?:\s*\\right\s*\.)?",
    re.DOTALL,
)
_ROW: Final = re.compile(r"\\\\(?:\[[^\]]*\])?")
_IF: Final = re.compile(
    r"\\(?:text|mbox|textrm|mathrm)\s*\{\s*,?\s*(?:if|when|for|当|若)?\s*\$?([^{}$]*?)\$?\s*\}"
)
_ELSE: Final = re.compile(r"(?i)otherwise|else|其他|其它")
VOCABULARY: Final = {
    "value": "value of|evaluate|piecewise|piecewise function|分段函数|函数值|的函数值|值",
}
MAX_VALUES: Final = 12
WORDS: Final = {
    "choose": Words("For \\({x}={value}\\) the condition \\({condition}\\) holds, so \\[{name}\\left({value}\\right)={formula}={result}\\]",
                    "\\({x}={value}\\) 满足 \\({condition}\\)，所以 \\[{name}\\left({value}\\right)={formula}={result}\\]"),
    "other": Words("\\({x}={value}\\) satisfies none of the conditions before, so the last row counts: \\[{name}\\left({value}\\right)={formula}={result}\\]",
                   "\\({x}={value}\\) 不满足前面的条件，用最后一行：\\[{name}\\left({value}\\right)={formula}={result}\\]"),
    "together": Words("Put these values in: \\[{asked}={result}\\]", "代入这些值：\\[{asked}={result}\\]"),
    "note": Words("the row whose condition holds", "选择满足条件的一行"),
    "answer": Words("So \\({asked}={answer}\\).", "所以 \\({asked}={answer}\\)。"),
    "method": Words("computed again with sympy's Piecewise", "用 sympy 的 Piecewise 重新计算"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A formula and where it holds; `condition` None: everywhere else."""

    body: Node
    condition: Node | None


def read(text: Text) -> Reading:
    """An expression in values of a function defined in pieces."""
    match = _CASES.search(text.source)
    if match is None or _CASES.search(text.source, match.end()):
        return None
    name, variable = match["name"], match["variable"]
    rest = text.source[: match.start()] + " " + text.source[match.end() :]
    rest = re.sub(
        r"\\\[\s*[.,。，]?\s*\\\]|\$\$\s*[.,。，]?\s*\$\$|\$\s*[.,。，]?\s*\$|\\\(\s*[.,。，]?\s*\\\)",
        " . ",
        rest,
    )
    found = told(Text(rest, text.language, text.values), VOCABULARY, functions=frozenset({name}))
    try:
        rows = _rows(match["rows"], variable)
        asked = [
            n.sides[0] if isinstance(n, Relation) and isinstance(n.sides[-1], Blank) else n
            for n in found.nodes
        ]
        asked = [n for n in asked if n not in (Symbol(name), Apply(name, Symbol(variable)))]
        if rows is None or len(asked) != 1 or isinstance(asked[0], Relation | Group) or symbols(asked[0]):
            return None
        applied = [n for n in walk(asked[0]) if isinstance(n, Apply)]
        if not applied or any(n.name != name for n in applied) or len(applied) > MAX_VALUES:
            return None
        if found.unread:
            return Unread(found.unread)
        task = Pieces(name, variable, rows, asked[0], text.language)
        return task if task.found() is not None else None
    except FormulaError:
        return None


def _rows(source: str, variable: str) -> tuple[Row, ...] | None:
    rows = list[Row]()
    for line in _ROW.split(source):
        if not line.strip():
            continue
        parts = _IF.sub(lambda m: f" & {m[1]} ", line.replace(r"\quad", " ").replace(r"\qquad", " ")).split(
            "&"
        )
        parts = [p.strip(" ,;.，。；\n$") for p in parts]
        parts = [p for p in parts if p]
        if len(parts) == 1 and "," in parts[0]:
            parts = [p.strip() for p in re.split(r"[,，]", parts[0], maxsplit=1)]
        if len(parts) != 2:
            return None
        body = parse(parts[0])
        condition = (
            None if _ELSE.search(parts[1]) else parse(re.sub(r"^(?:if|when|for|当|若)\s*", "", parts[1]))
        )
        if not _is_plain(body, variable) or condition is not None and not _is_condition(condition, variable):
            return None
        rows.append(Row(body, condition))
    good = len(rows) > 1 and all(r.condition is not None for r in rows[:-1])
    return tuple(rows) if good else None


def _is_plain(body: Node, variable: str) -> bool:
    nodes = list(walk(body))
    calls = {n.name for n in nodes if isinstance(n, Call)}
    odd = any(isinstance(n, Apply | Group | Relation | Blank) for n in nodes)
    return (
        not odd
        and symbols(body) - {"e"} <= {variable}
        and calls <= {"sqrt", "root", "log", "Abs", "floor", "ceiling"}
        and len(nodes) < 60
    )


def _is_condition(node: Node, variable: str) -> bool:
    return (
        isinstance(node, Relation)
        and symbols(node) == {variable}
        and set(node.signs) <= {"<", ">", "<=", ">=", "=", "!="}
    )


@dataclass(frozen=True, slots=True)
class Pieces:
    """The value of `asked`, in which the function is applied to numbers."""

    name: str
    variable: str
    rows: tuple[Row, ...]
    asked: Node
    language: Language

    def _row(self, value: sp.Expr) -> Row | None:
        """The one row that holds; None where none or several do."""
        good = [r for r in self.rows if r.condition is not None and self._holds(r.condition, value)]
        if not good and self.rows[-1].condition is None:
            return self.rows[-1]
        return good[0] if len(good) == 1 else None

    def _holds(self, condition: Node, value: sp.Expr) -> bool:
        assert isinstance(condition, Relation)
        sides = [sp.simplify(to_sympy(side, {self.variable: value})) for side in condition.sides]
        truths = []
        for (left, right), sign in zip(pairwise(sides), condition.signs, strict=True):
            truth: Any = {
                "<": left < right,
                ">": left > right,
                "<=": left <= right,
                ">=": left >= right,
                "=": sp.Eq(left, right),
                "!=": sp.Ne(left, right),
            }[sign]
            if truth not in (True, False):
                raise FormulaError("a condition is not decided")
            truths.append(bool(truth))
        return all(truths)

    def found(self) -> tuple[list[tuple[sp.Expr, Row, sp.Expr]], sp.Expr] | None:
        """Each value on the way with its row, and the whole; None where there is no single row."""
        steps = list[tuple[sp.Expr, Row, sp.Expr]]()

        def value(node: Node) -> Node:
            if not isinstance(node, Apply):
                return with_children(node, value)
            argument = sp.simplify(to_sympy(value(node.argument)))
            if not (argument.is_real and argument.is_finite):
                raise FormulaError("no real number")
            row = self._row(argument)
            if row is None:
                raise FormulaError("no single row")
            result = self._value(row, argument)
            if (argument, row, result) not in steps:
                steps.append((argument, row, result))
            return parse(f"({sp.sstr(result)})")

        try:
            whole = sp.simplify(to_sympy(value(self.asked)))
        except FormulaError:
            return None
        return (steps, whole) if whole.is_real and whole.is_finite else None

    def _value(self, row: Row, argument: sp.Expr) -> sp.Expr:
        result = sp.simplify(to_sympy(_real_roots(row.body), {self.variable: argument}))
        if not (result.is_real and result.is_finite):
            raise FormulaError("no real value")
        return result

    def solution(self) -> Solution:
        """For each argument the row that holds."""
        known = self.found()
        assert known is not None
        say, steps = self.language, list[str]()
        for argument, row, result in known[0]:
            key = "choose" if row.condition is not None else "other"
            shown = {
                "x": self.variable,
                "name": self.name,
                "value": exact_latex(argument),
                "result": exact_latex(result),
            }
            formula = to_latex(_put(row.body, self.variable, argument))
            condition = to_latex(row.condition) if row.condition is not None else ""
            steps.append(WORDS[key].say(say, condition=condition, formula=formula, **shown))
        if not isinstance(self.asked, Apply):
            steps.append(WORDS["together"].say(say, asked=to_latex(self.asked), result=exact_latex(known[1])))
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        x = python_name(self.variable)
        lines = [comment(WORDS["note"].say(self.language)), f"def {self._function()}({x}):"]
        for row in self.rows:
            body = to_python(_real_roots(row.body))
            if row.condition is None:
                lines.append(f"    return {body}")
            else:
                lines += [f"    if {_condition_source(row.condition)}:", f"        return {body}"]
        lines += ["", f"simplify({_call(self.asked, self._function())})"]
        return cell(*lines)

    def _function(self) -> str:
        return self.name if self.name not in "SEINOQC" else f"{self.name}_of"

    def conclude(self, value: Any) -> Conclusion | None:
        """One number; None where the cell found another."""
        known = self.found()
        if known is None or not isinstance(value, sp.Expr) or sp.simplify(value - known[1]) != 0:
            return None
        answer = exact_latex(known[1])
        return Conclusion(
            WORDS["answer"].say(self.language, asked=to_latex(self.asked), answer=answer), answer
        )

    def check(self, answer: str) -> CheckPlan | None:
        """The pieces as one expression."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        x = python_name(self.variable)
        rows = ", ".join(
            f"({to_python(_real_roots(r.body))}, {_condition_source(r.condition, joined=' & ') if r.condition is not None else True})"
            for r in self.rows
        )
        lines = [
            f"pieces = Piecewise({rows})",
            f"def value(number):\n    return simplify(pieces.subs({x}, number))\n",
        ]
        lines.append(f"simplify({_call(self.asked, 'value')} - ({exact_source(values[0])})) == 0")
        claim = WORDS["answer"].say(self.language, asked=to_latex(self.asked), answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=(self.variable,)))


def _put(node: Node, variable: str, argument: sp.Expr) -> Node:
    """The formula with the number for its variable."""
    if node == Symbol(variable):
        return parse(f"({sp.sstr(argument)})")
    return with_children(node, lambda child: _put(child, variable, argument))


def _real_roots(node: Node) -> Node:
    """Odd roots of negative numbers are negative here."""
    match node:
        case Call("root", (under, degree)) if to_sympy(degree).is_Integer and to_sympy(degree) % 2 == 1:
            return Call("real_root", (_real_roots(under), degree))
    return with_children(node, _real_roots)


_PYTHON_SIGNS: Final = {"=": "==", "!=": "!=", "<": "<", ">": ">", "<=": "<=", ">=": ">="}


def _condition_source(node: Node, *, joined: str = " and ") -> str:
    assert isinstance(node, Relation)
    sides = [to_python(side) for side in node.sides]
    if joined == " and ":
        return (
            "".join(f"{side} {_PYTHON_SIGNS[sign]} " for side, sign in zip(sides, node.signs, strict=False))
            + sides[-1]
        )
    names = {"=": "Eq", "!=": "Ne", "<": "Lt", ">": "Gt", "<=": "Le", ">=": "Ge"}
    parts = [f"{names[sign]}({a}, {b})" for a, b, sign in zip(sides, sides[1:], node.signs, strict=False)]
    return joined.join(parts)


def _call(asked: Node, function: str) -> str:
    """The expression with Python calls of `function`."""
    calls = list[str]()

    def source(node: Node) -> Node:
        if not isinstance(node, Apply):
            return with_children(node, source)
        place = len(calls)
        calls.append("")
        inner = to_python(source(node.argument))
        calls[place] = f"{function}({inner})" if "call_" in inner else f"{function}(S({inner}))"
        return Symbol(f"call_{place}")

    whole = to_python(source(asked))
    while "call_" in whole:
        whole = re.sub(r"call_(\d+)", lambda m: calls[int(m[1])], whole)
    return whole
