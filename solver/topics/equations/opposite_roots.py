"""Two square roots whose radicands have opposite signs: both exist only where the radicands are 0.

Read: y = √(x-2) + √(2-x) + 3 and its like, one such equation in two unknowns; asked are the unknowns or an expression in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_python, to_sympy
from solver.formula.nodes import Call, Negative, Relation, Symbol, symbols, walk
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, difference, exact_source
from solver.topics.equations.solutions import COMBINATIONS, asked_of, concluded

VOCABULARY: Final = {
    **COMBINATIONS,
    "sqrt": "算术平方根|的算术平方根|square root of",
    "roots": "square roots of|square roots|平方根|的平方根",
    "solve": "代数式|real numbers?|real|numbers?|satisfy|satisfies|satisfying|such that|both|defined|实数|均为实数|都是实数|为实数|有理数|满足|等式|二次根式|有意义|成立",
}
WORDS: Final = {
    "law": Words(
        "A square root needs a radicand that is not negative: \\({u}\\ge 0\\) and \\({v}\\ge 0\\). One is a negative multiple of the other, so both are 0: \\({x}={value}\\).",
        "二次根式的被开方数非负：\\({u}\\ge 0\\) 且 \\({v}\\ge 0\\)。两者符号相反，所以都等于 0，得 \\({x}={value}\\)。",
    ),
    "other": Words("Then the equation says \\({y}={value}\\).", "代入得 \\({y}={value}\\)。"),
    "put_in": Words("So \\[{asked}={value}\\]", "所以 \\[{asked}={value}\\]"),
    "cell": Words("both radicands are 0", "两个被开方数都等于 0"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "method": Words("put into the equation; beside it one of the roots does not exist", "代入原式成立；在附近取值时总有一个根式没有意义"),
}  # fmt: skip


def read_opposite_roots(text: Text) -> Reading:
    """The equation and the question; None when it is another kind."""
    found = account(text.source, VOCABULARY)
    if len(found.relations) != 1 or found.relations[0].signs != ("=",):
        return None
    equation = found.relations[0]
    roots = [
        n.arguments[0] for n in walk(equation) if isinstance(n, Call) and n.name == "sqrt" and symbols(n)
    ]
    if len(roots) != 2 or symbols(roots[0]) != symbols(roots[1]) or len(symbols(roots[0])) != 1:
        return None
    x = next(iter(symbols(roots[0])))
    names = symbols(equation) - {x}
    asked = asked_of(found)
    if len(names) != 1 or {"e", "i"} & symbols(equation) or asked is None:
        return None
    if any(not symbols(a) or symbols(a) - symbols(equation) for a in asked):
        return None
    if found.unread:
        return Unread(found.unread)
    y = next(iter(names))
    if found.has("sqrt") or found.has("roots"):
        if len(asked) != 1:
            return None
        root = Call("sqrt", (asked[0],))
        asked = (root, Negative(root)) if found.has("roots") else (root,)
    try:
        task = OppositeRoots(
            equation, (roots[0], roots[1]), x, y, asked or (Symbol(x), Symbol(y)), text.language
        )
        return task if task.is_readable() else None
    except (FormulaError, NotImplementedError):
        return None


@dataclass(frozen=True, slots=True)
class OppositeRoots:
    """`asked` of the point where both `radicands`, linear in `x`, are 0."""

    equation: Relation
    radicands: tuple[Node, Node]
    x: str
    y: str
    asked: tuple[Node, ...]
    language: Language

    def _point(self) -> dict[sp.Symbol, sp.Expr]:
        x, y = sp.Symbol(self.x), sp.Symbol(self.y)
        at = sp.solve(to_sympy(self.radicands[0]), x)[0]
        left, right = (to_sympy(s).subs(x, at) for s in self.equation.sides)
        found = sp.solve(left - right, y)
        if len(found) != 1:
            raise FormulaError("the other unknown has no single value")
        return {x: at, y: found[0]}

    def is_readable(self) -> bool:
        """Whether one radicand is a negative multiple of the other and the point is a pair of rational numbers."""
        x = sp.Symbol(self.x)
        u, v = (to_sympy(r) for r in self.radicands)
        if any(r.as_poly(x) is None or r.as_poly(x).degree() != 1 for r in (u, v)):
            return False
        ratio = sp.simplify(v / u)
        if not (ratio.is_Rational and ratio < 0):
            return False
        point = self._point()
        values = [sp.simplify(to_sympy(a).subs(point)) for a in self.asked]
        return all(v.is_Rational for v in point.values()) and all(v.is_real and v.is_finite for v in values)

    def solution(self) -> Solution:
        """Radicands, the point, what is asked."""
        say, point = self.language, self._point()
        u, v = map(to_latex, self.radicands)
        x, y = sp.Symbol(self.x), sp.Symbol(self.y)
        steps = [
            WORDS["law"].say(say, u=u, v=v, x=self.x, value=sp.latex(point[x])),
            WORDS["other"].say(say, y=self.y, value=sp.latex(point[y])),
        ]
        for a in self.asked:
            if not isinstance(a, Symbol):
                value = sp.simplify(to_sympy(a).subs(point))
                steps.append(WORDS["put_in"].say(say, asked=to_latex(a), value=sp.latex(value)))
        wanted = ", ".join(f"simplify(({to_python(a)}).subs(point))" for a in self.asked)
        lines = [
            comment(WORDS["cell"].say(say)),
            f"(at,) = solve({to_python(self.radicands[0])}, {self.x})",
            f"(other,) = solve(({difference(*map(to_python, self.equation.sides))}).subs({self.x}, at), {self.y})",
            f"point = {{{self.x}: at, {self.y}: other}}",
            f"[{wanted}]",
        ]
        return Solution(tuple(steps), cell(*lines, variables=(self.x, self.y)))

    def conclude(self, value: Any) -> Conclusion | None:
        """One value alone, several with their names."""
        return concluded(self.asked, value, WORDS["answer"], self.language)

    def check(self, answer: str) -> CheckPlan | None:
        """The point satisfies the equation; beside it a radicand is negative."""
        values, point = values_in(answer), self._point()
        if values is None or len(values) != len(self.asked):
            return None
        at = exact_source(point[sp.Symbol(self.x)])
        lines = [
            f"point = {exact_source(point)}",
            f"holds = simplify(({difference(*map(to_python, self.equation.sides))}).subs(point)) == 0",
            f"radicands = [{', '.join(map(to_python, self.radicands))}]",
            f"alone = all(min(r.subs({self.x}, {at} + d) for r in radicands) < 0 for d in (-2, Rational(-1, 9), Rational(1, 9), 2))",
            f"asked = [{', '.join(f'simplify(({to_python(a)}).subs(point))' for a in self.asked)}]",
            f"bool(holds and alone and asked == {exact_source(list(values))})",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=(self.x, self.y)))
