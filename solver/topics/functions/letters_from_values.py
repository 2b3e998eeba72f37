"""The coefficients of a function from some of its values: f(x) = ax² + bx + c with f(0) = 2, f(1) = 3 and f(2) = 8.

Read: one function of x with letters, values of it that make linear equations for the letters, and what is asked: letters,
an expression in them, another value, or the function. Not: functions in which the letters are exponents or arguments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Blank, Relation, Symbol, symbols
from solver.latex import exact_latex, latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.solutions import assignments

VOCABULARY: Final = {
    "function": "the function|its equation|its formula|its rule|equation of the function|equation of f|formula for the function|rule|the polynomial|解析式|函数解析式|的解析式|函数的解析式|表达式|函数表达式",
    "": "function|functions|quadratic|quadratics|quadratic function|quadratic polynomial|linear|linear function|cubic|cubic function|polynomial|constants?|constant|constants|coefficient|coefficients|real|numbers|real numbers|unknown|satisfy|satisfies|such|also|where|form|of the form|in the form|some|has the property|you are told|are constants|are real numbers"
    "|函数|二次函数|一次函数|三次函数|正比例函数|等式|多项式|常数|系数|实数|为常数|是常数|均为常数|待定系数法|用待定系数法|用|利用|其|形如|图象|取值|这个函数|该函数|此函数",
}
WORDS: Final = {
    "put_in": Words("Put the given values in for \\({x}\\): each gives an equation for the letters. \\[{system}\\]", "把已知的值代入，每个条件给出一个关于字母的方程：\\[{system}\\]"),
    "solved": Words("Solving this linear system gives \\({solution}\\).", "解这个一次方程组，得 \\({solution}\\)。"),
    "function": Words("So the function is \\({function}\\).", "所以函数为 \\({function}\\)。"),
    "value": Words("Now \\[{asked}={value}\\]", "于是 \\[{asked}={value}\\]"),
    "code": Words("the letters from the conditions", "由条件求出各字母"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "method": Words("the system was solved again with its matrix, and the result compared", "改用矩阵重新解方程组，再与结果比较"),
}  # fmt: skip
MAX_LETTERS: Final = 5


def read(text: Text) -> Reading:
    """A function with letters and some of its values."""
    found = account(_as_function(text.source), VOCABULARY)
    heads = [n for n in found.relations if _definition(n) is not None]
    if len(heads) != 1:
        return None
    name, x, body = _definition(heads[0]) or ("", "", heads[0])
    letters = symbols(body) - {x, "e"}
    conditions = list[tuple[Node, Node]]()
    asked = list[Node]()
    for node in found.nodes:
        if node is heads[0]:
            continue
        if (values := _values(node, name, x)) is not None:
            conditions += values
        elif (question := _question(node, name, x, letters)) is not None:
            asked.append(question)
        elif node not in (Symbol(name), Symbol(x)):
            return None
    if not conditions or not 1 <= len(letters) <= MAX_LETTERS or "i" in letters:
        return None
    wants_function = found.has("function") and not asked
    if not asked and not wants_function:
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        task = FromValues(name, x, body, tuple(conditions), tuple(dict.fromkeys(asked)), text.language)
        return task if task.values() is not None else None
    except FormulaError:
        return None


_VALUE: Final = r"\$?\s*([^\s,;:.。?$=\u3400-\u9fff]+?)\s*\$?"
_PAIRS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), usual)
    for pattern, usual in (
        (
            rf"当?\s*\$?x\s*=\s*{_VALUE}\s*时\s*[,，:]?\s*\$?y\s*=\s*{_VALUE}(?=\s*(?:[,;.。?]|和|与|并?且|而|$))",
            r"f(\1)=\2",
        ),
        (
            rf"\b(?:when|if|for|at)\s+\$?x\s*=\s*{_VALUE}\s*,?\s*(?:then\s+)?\$?y\s*=\s*{_VALUE}(?=\s*(?:[,;.?]|and\b|$))",
            r"f(\1)=\2",
        ),
        (
            rf"\$?y\s*=\s*{_VALUE}\s+(?:when|if|for|at)\s+\$?x\s*=\s*{_VALUE}(?=\s*(?:[,;.?]|and\b|$))",
            r"f(\2)=\1 ",
        ),
        (
            rf"当?\s*\$?x\s*=\s*{_VALUE}\s*时\s*[,，]?\s*\$?y\$?\s*(?:的值(?:是|为)?(?:多少)?|等于多少|是多少|=\s*\?)",
            r"f(\1)的值",
        ),
        (
            rf"\b(?:the\s+)?(?:value\s+of\s+)?\$?y\$?\s+(?:when|if|for)\s+\$?x\s*=\s*{_VALUE}(?=\s*(?:[,;.?]|$))",
            r"f(\1)",
        ),
    )
)
"""y = 3 when x = 1, as f(1) = 3."""


def _as_function(source: str) -> str:
    """The text with f(x) for a y of which values are told at several x; as it is where there are none.

    >>> _as_function("在y=kx+b中,当x=1时y=3,当x=2时,y=5,求k和b")
    '在f(x)=kx+b中,f(1)=3,f(2)=5,求k和b'
    >>> _as_function("Given y = ax + b with y = 3 when x = 1 and y = 5 when x = 2, find y when x = 7.")
    'Given f(x)= ax + b with f(1)=3 and f(2)=5 , find f(7).'
    """
    text = source
    for pattern, usual in _PAIRS:
        text = pattern.sub(usual, text)
    if text.count("f(") < 2 or "f(" in source:
        return source
    return re.sub(r"(?<![A-Za-z])y\s*=(?=[^,;.。]*x)", "f(x)=", text, count=1)


def _applied(node: Node) -> tuple[str, Node] | None:
    """Name and argument of `f(x)` and `P(2)`."""
    match node:
        case Apply(name, argument):
            return str(name), argument
        case Binary("*", Symbol(name), argument, tight=True) if name.isupper() and len(name) == 1:
            return name, argument
    return None


def _definition(node: Node) -> tuple[str, str, Node] | None:
    """Name, variable and body of `f(x) = …`."""
    match node:
        case Relation(("=",), (left, body)) if not isinstance(body, Blank):
            match _applied(left):
                case (name, Symbol(x)) if x in symbols(body) and len(symbols(body)) > 1:
                    return name, x, body
    return None


def _values(node: Node, name: str, x: str) -> list[tuple[Node, Node]] | None:
    """Argument and value of each `f(1) = 3`; of `f(1) = f(3) = 0` both."""
    if not isinstance(node, Relation) or set(node.signs) != {"="}:
        return None
    *heads, value = node.sides
    if symbols(value) - {"e"} or isinstance(value, Blank) or _applied(value) is not None:
        return None
    pairs = list[tuple[Node, Node]]()
    for head in heads:
        found = _applied(head)
        if found is None or found[0] != name or symbols(found[1]) - {"e"}:
            return None
        pairs.append((found[1], value))
    return pairs


def _question(node: Node, name: str, x: str, letters: frozenset[str]) -> Node | None:
    """A letter, an expression in letters, f(3) or f(x)."""
    match node:
        case Relation(("=",), (left, Blank())):
            return _question(left, name, x, letters)
        case Relation():
            return None
    applied = _applied(node)
    if applied is not None and applied[0] == name:
        return node if not symbols(applied[1]) - {x} else None
    return node if symbols(node) and symbols(node) <= letters else None


@dataclass(frozen=True, slots=True)
class FromValues:
    """`name`(`x`) = `body` with the values of `conditions`; `asked` of it, or the function where that is empty."""

    name: str
    x: str
    body: Node
    conditions: tuple[tuple[Node, Node], ...]
    asked: tuple[Node, ...]
    language: Language

    @property
    def _letters(self) -> list[sp.Symbol]:
        return [sp.Symbol(n) for n in sorted(symbols(self.body) - {self.x, "e"})]

    def _equations(self) -> Iterator[tuple[sp.Expr, sp.Expr]]:
        f = to_sympy(self.body)
        for argument, value in self.conditions:
            yield f.subs(sp.Symbol(self.x), to_sympy(argument)), to_sympy(value)

    def values(self) -> dict[sp.Symbol, sp.Expr] | None:
        """The letters; None where the conditions are not linear or leave something open."""
        differences = [left - right for left, right in self._equations()]
        if any(d.has(sp.zoo, sp.nan, sp.oo) for d in differences):
            return None
        try:
            if not all(sp.Poly(d, *self._letters).total_degree() <= 1 for d in differences):
                return None
            solved = sp.linsolve(differences, self._letters)
        except (sp.PolynomialError, sp.SympifyError, ValueError):
            return None
        if not isinstance(solved, sp.FiniteSet) or len(solved) != 1:
            return None
        (values,) = solved
        if any(v.free_symbols for v in values) or any(not v.is_real for v in values):
            return None
        return dict(zip(self._letters, map(sp.simplify, values), strict=True))

    def _expression(self, node: Node) -> sp.Expr:
        """What is asked, in the letters and x."""
        applied = _applied(node)
        f = to_sympy(self.body)
        if applied is not None and applied[0] == self.name:
            return f.subs(sp.Symbol(self.x), to_sympy(applied[1]))
        return to_sympy(node)

    def _head(self) -> str:
        return f"{self.name}\\left({latex(sp.Symbol(self.x))}\\right)"

    def solution(self) -> Solution:
        """The equations for the letters, their solution, and what is asked."""
        say, values = self.language, self.values()
        assert values is not None
        rows = [f"{latex(sp.expand(left))}={latex(right)}" for left, right in self._equations()]
        x = latex(sp.Symbol(self.x))
        steps = [
            WORDS["put_in"].say(say, x=x, system=r",\qquad ".join(rows)),
            WORDS["solved"].say(say, solution=assignments({s.name: v for s, v in values.items()})),
        ]
        f = sp.expand(to_sympy(self.body).subs(values))
        if not all(isinstance(n, Symbol) for n in self.asked) or not self.asked:
            steps.append(WORDS["function"].say(say, function=f"{self._head()}={latex(f)}"))
        for node in self.asked:
            if not isinstance(node, Symbol) and not self._expression(node).has(sp.Symbol(self.x)):
                value = exact_latex(sp.simplify(self._expression(node).subs(values)))
                steps.append(WORDS["value"].say(say, asked=to_latex(node), value=value))
        source = cell(
            f"f = {to_python(self.body)}",
            comment(WORDS["code"].say(say)),
            f"equations = [{', '.join(self._sources())}]",
            f"values = solve(equations, [{', '.join(python_name(s.name) for s in self._letters)}], dict=True)[0]",
            self._last(),
            variables=symbols(self.body) - {"e"},
        )
        return Solution(tuple(steps), source)

    def _sources(self) -> list[str]:
        x = python_name(self.x)
        return [f"f.subs({x}, {to_python(a)}) - ({to_python(v)})" for a, v in self.conditions]

    def _parts(self) -> list[str]:
        x = python_name(self.x)
        parts = []
        for node in self.asked:
            applied = _applied(node)
            if applied is not None and applied[0] == self.name:
                parts.append(f"f.subs({x}, {to_python(applied[1])})")
            else:
                parts.append(to_python(node))
        return parts or ["f"]

    def _last(self) -> str:
        parts = [f"expand(({p}).subs(values))" for p in self._parts()]
        return f"({', '.join(parts)})" if len(parts) > 1 else parts[0]

    def conclude(self, value: Any) -> Conclusion | None:
        """What is asked, with its names where there are several."""
        values = list(value) if isinstance(value, tuple | list | sp.Tuple) else [value]
        values = [sp.Integer(v) if isinstance(v, int) else v for v in values]
        if len(values) != max(1, len(self.asked)):
            return None
        names = [to_latex(n) for n in self.asked] or [self._head()]
        answers = [latex(v) if v.free_symbols else exact_latex(v) for v in values]
        named = r",\ ".join(f"{n}={v}" for n, v in zip(names, answers, strict=True))
        is_function = values[0].has(sp.Symbol(self.x))
        answer = named if len(values) > 1 or is_function else answers[0]
        return Conclusion(WORDS["answer"].say(self.language, answer=named), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The letters again, from the matrix of the system."""
        given = values_in(answer)
        if given is None or len(given) != max(1, len(self.asked)):
            return None
        letters = ", ".join(python_name(s.name) for s in self._letters)
        source = cell(
            f"f = {to_python(self.body)}",
            f"matrix, right = linear_eq_to_matrix([{', '.join(self._sources())}], [{letters}])",
            "solved = (matrix.T * matrix).LUsolve(matrix.T * right)",
            f"values = dict(zip([{letters}], solved))",
            f"asked = [{', '.join(self._parts())}]",
            f"given = {exact_source(list(given))}",
            "all(simplify(sympify(one).subs(values) - other) == 0 for one, other in zip(asked, given))",
            variables=symbols(self.body) - {"e"},
        )
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), source)
