"""Letters in a system of two linear equations: fixed by a solution that is known, or by how many solutions there are.

Read: 已知方程组 ax+by=5, bx+ay=2 的解是 x=4, y=3，求a和b; for what k has x+2y=3, 2x+ky=6 no solution / infinitely many. Not:
ranges of letters, the unknowns of a system whose letters stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Group, Number, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, difference, exact_source
from solver.topics.equations.solutions import COMBINATIONS, asked_of, assignments
from solver.topics.equations.systems import homogeneous
from solver.topics.equations.systems.proportional import proportional

_PAIR: Final = r"(?:\\begin\{cases\})?\s*\$?x\s*=\s*(?P<x>-?\d+(?:\.\d+)?(?:/\d+)?|-?\\d?frac\{\d+\}\{\d+\})\s*\$?\s*(?:,|;|\\\\|and|和|且|、|，)+\s*\$?y\s*=\s*(?P<y>-?\d+(?:\.\d+)?(?:/\d+)?|-?\\d?frac\{\d+\}\{\d+\})"
_SOLUTION: Final = (
    rf"(?:的)?(?:唯一)?解(?:分别)?(?:是|为|:)\s*\$*\s*(?:\\left\\{{)?{_PAIR}(?:\\end\{{cases\}})?\s*\$*",
    rf"\$*{_PAIR}\s*\$*\s*是\s*(?:关于\s*\$?x\s*[,、]\s*y\$?\s*的)?(?:二元一次)?(?:方程组)\s*(?P<of>[^?;。]*?)\s*的解",
    rf"(?i:\$*{_PAIR}\s*\$*\s*(?:is|are)\s+(?:a|the)\s+solution\s+(?:of|to)\s+(?:the\s+system\s+)?(?P<of>[^?;]*?)(?=\s*[.,]\s*(?:find|what|then)|\s+find\b))",
    rf"(?i:(?:has|have|with)\s+(?:the\s+)?(?:unique\s+)?solutions?\s+(?:of\s+)?(?:is\s+)?\$*\s*{_PAIR}\s*\$*)",
    rf"(?i:(?:(?:the|its|whose)\s+)?solution\s+(?:of|to)\s+the\s+system\s+(?P<of>[^?;]*?)\s+is\s+\$*\s*{_PAIR}\s*\$*)",
    rf"(?i:(?:(?:the|its|whose)\s+)?solution\s+(?:(?:of|to)\s+the\s+system\s+)?is\s+\$*\s*{_PAIR}\s*\$*)",
    r"(?i:(?:if\s+)?(?:the\s+)?(?:(?:ordered\s+)?(?:pair|point|values?)\s+)?\$?\(\s*(?:x\s*,\s*y\s*\)\s*=\s*\()?(?P<x>-?\d+(?:\.\d+)?(?:/\d+)?)\s*,\s*(?P<y>-?\d+(?:\.\d+)?(?:/\d+)?)\s*\)\$?\s+(?:satisfies|solves|is\s+(?:a|the)\s+solution\s+(?:of|to))\s+(?:both\s+)?(?:the\s+system\s+)?(?P<of>[^?;]*?)(?=\s*[.,]\s*(?:find|what|then|determine)|\s+find\b))",
    r"(?i:(?:the\s+)?solution\s+(?:of|to)\s+the\s+system\s+(?P<of>[^?;]*?)\s+is\s+\$?\(\s*(?:x\s*,\s*y\s*\)\s*=\s*\()?(?P<x>-?\d+(?:\.\d+)?(?:/\d+)?)\s*,\s*(?P<y>-?\d+(?:\.\d+)?(?:/\d+)?)\s*\)\$?)",
    r"(?i:(?:has|have|with)\s+(?:the\s+)?(?:unique\s+)?solution\s+(?:of\s+)?\$?\(\s*(?:x\s*,\s*y\s*\)\s*=\s*\()?(?P<x>-?\d+(?:\.\d+)?(?:/\d+)?)\s*,\s*(?P<y>-?\d+(?:\.\d+)?(?:/\d+)?)\s*\)\$?)",
)
_COUNTS: Final = (
    ("infinite", r"(?:有)?(?:无数|无穷|无穷多|无数多|无数个|无限多)(?:组|个|多)*解"),
    ("none", r"无解|没有解"),
    (
        "infinite",
        r"(?i:(?:has|have)\s+(?:infinitely\s+many|an\s+infinite\s+number\s+of|infinite)\s+solutions)",
    ),
    ("none", r"(?i:(?:has|have)\s+no\s+solutions?|\b(?:is|be)\s+inconsistent)"),
)
VOCABULARY: Final = {
    **COMBINATIONS,
    "words": "system|systems? of equations|system of linear equations|linear system|equations?|simultaneous equations|pair of equations|linear|two|constants?|numbers?|real|number|letters?|parameters?|unknowns?|in x and y|x and y|for what|for which|for|value|values|such that|so that|will|does|do|if|following|about"
    "|方程组|二元一次方程组|关于|的方程组|的二元一次方程组|常数|实数|方程|联立|为何值|取何值|取什么值|时|满足|一个|这个|则",
}
WORDS: Final = {
    "put_in": Words("The solution \\({pair}\\) makes both equations true: \\[{system}\\]", "把解 \\({pair}\\) 代入方程组：\\[{system}\\]"),
    "solved": Words("These equations for the letters give \\({solution}\\).", "解关于字母的方程组，得 \\({solution}\\)。"),
    "asked": Words("So \\({asked}={value}\\).", "所以 \\({asked}={value}\\)。"),
    "determinant": Words(
        "Where the determinant of the coefficients is not 0, there is exactly one solution. So it must be 0: \\[{determinant}=0,\\qquad {k}={values}\\]",
        "系数行列式不为 0 时恰有一组解，所以它必须为 0：\\[{determinant}=0,\\qquad {k}={values}\\]",
    ),
    "infinite": Words("With \\({k}={value}\\) both equations say the same, so every solution of one solves the other.", "当 \\({k}={value}\\) 时两个方程是同一个方程，有无数组解。"),
    "none": Words("With \\({k}={value}\\) the left sides are proportional and the right sides are not: the equations contradict one another.", "当 \\({k}={value}\\) 时左边成比例而右边不成比例，两个方程矛盾，无解。"),
    "dropped": Words("The other value does not do that.", "另一个值不合题意，舍去。"),
    "cell": Words("put the solution in and solve for the letters", "代入已知的解，解出字母"),
    "cell_k": Words("the determinant is 0; then compare the ranks", "行列式为 0，再比较秩"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "method": Words("the system with these letters was solved again", "把字母的值代入，重新解方程组"),
    "method_rank": Words("the ranks of the matrices were compared", "比较系数矩阵与增广矩阵的秩"),
}  # fmt: skip


def read_letters(text: Text) -> Reading:
    """A question for letters in a system in x and y, or in a homogeneous one; None when it is not one."""
    if (zeros := homogeneous.read(text)) is not None:
        return zeros
    source = text.source.replace(r"\(", "$").replace(r"\)", "$").replace(r"\[", "$").replace(r"\]", "$")
    for pattern in _SOLUTION:
        if (match := re.search(pattern, source)) is not None:
            of = match.groupdict().get("of") or ""
            try:
                pair = {v: to_sympy(parse(match[v])) for v in "xy"}
            except FormulaError:
                return None
            rest = f"{source[: match.start()]} {of} , {source[match.end() :]}"
            return _known(rest, pair, text)
    for kind, pattern in _COUNTS:
        if (match := re.search(pattern, source)) is not None:
            return _counted(f"{source[: match.start()]} , {source[match.end() :]}", kind, text)
    return None


def _system(rest: str) -> tuple[Account, list[Relation], list[str], tuple[Node, ...]] | None:
    """The account, the two equations, their letters, and what is asked."""
    found = account(
        re.sub(r"(?:关于\s*)?\$?x\s*[,、和]\s*y\$?\s*(?=的)|(?i:\bin\s+\$?x\$?\s+and\s+\$?y\$?)", " ", rest),
        VOCABULARY,
    )
    equations = list(found.relations)
    if len(equations) != 2 or any(e.signs != ("=",) for e in equations):
        return None
    if any(isinstance(p, Apply | Group) for n in found.nodes for p in walk(n)):
        return None
    names = sorted(set().union(*map(symbols, equations)) - {"x", "y"})
    asked = asked_of(found)
    if (
        not names
        or {"e", "i"} & set(names)
        or asked is None
        or not {"x", "y"} <= set().union(*map(symbols, equations))
    ):
        return None
    asked = tuple(dict.fromkeys(n for n in asked if n not in (Symbol("x"), Symbol("y"))))
    return found, equations, names, asked


def _known(rest: str, pair: dict[str, sp.Expr], text: Text) -> Reading:
    read = _system(rest)
    if read is None:
        return None
    found, equations, names, asked = read
    if found.unread:
        return Unread(found.unread)
    if any(not symbols(a) <= set(names) or isinstance(a, Number) for a in asked):
        return None
    task = KnownSolution(
        tuple(equations),
        tuple(names),
        pair["x"],
        pair["y"],
        asked or tuple(map(Symbol, names)),
        text.language,
    )
    return task if task.is_determined() else None


def _counted(rest: str, kind: str, text: Text) -> Reading:
    read = _system(rest)
    if read is None:
        return None
    found, equations, names, asked = read
    if kind == "infinite" and len(names) == 2 and set(asked) == set(map(Symbol, names)) and not found.unread:
        return proportional(equations, asked, text.language)
    if len(names) != 1 or asked not in ((), (Symbol(names[0]),)):
        return None
    if found.unread:
        return Unread(found.unread)
    task = CountedSolutions(tuple(equations), names[0], kind, text.language)
    return task if task.is_readable() else None


@dataclass(frozen=True, slots=True)
class KnownSolution:
    """`asked` of the letters `names` in `equations`, which x and y solve."""

    equations: tuple[Relation, ...]
    names: tuple[str, ...]
    x: sp.Expr
    y: sp.Expr
    asked: tuple[Node, ...]
    language: Language

    def _put_in(self) -> list[sp.Expr]:
        at = {sp.Symbol("x"): self.x, sp.Symbol("y"): self.y}
        return [sp.expand((to_sympy(e.sides[0]) - to_sympy(e.sides[1])).subs(at)) for e in self.equations]

    def _letters(self) -> list[dict[sp.Symbol, sp.Expr]]:
        found: list[dict[sp.Symbol, sp.Expr]] = sp.solve(
            self._put_in(), [sp.Symbol(n) for n in self.names], dict=True
        )
        return found

    def is_determined(self) -> bool:
        """Whether the solution fixes what is asked, and the equations are linear in x and y."""
        x, y = sp.symbols("x y")
        for e in self.equations:
            poly = (to_sympy(e.sides[0]) - to_sympy(e.sides[1])).as_poly(x, y)
            if poly is None or poly.total_degree() != 1:
                return False
        found = self._letters()
        values = [to_sympy(a).subs(found[0]) for a in self.asked] if len(found) == 1 else []
        return len(values) > 0 and all(v.is_Rational for v in values)

    def solution(self) -> Solution:
        """Put in, solve, what is asked."""
        say, found = self.language, self._letters()[0]
        rows = [f"{sp.latex(e)}=0" for e in self._put_in()]
        pair = rf"x={sp.latex(self.x)},\ y={sp.latex(self.y)}"
        known = {n: found[sp.Symbol(n)] for n in self.names if sp.Symbol(n) in found}
        steps = [
            WORDS["put_in"].say(say, pair=pair, system=r"\begin{cases}" + r"\\".join(rows) + r"\end{cases}"),
            WORDS["solved"].say(say, solution=assignments(known)),
        ]
        for a in self.asked:
            if not isinstance(a, Symbol):
                steps.append(
                    WORDS["asked"].say(say, asked=to_latex(a), value=sp.latex(to_sympy(a).subs(found)))
                )
        equations = ", ".join(difference(*map(to_python, e.sides)) for e in self.equations)
        wanted = ", ".join(f"expand({to_python(a)}).subs(letters)" for a in self.asked)
        lines = [
            f"equations = [{equations}]",
            comment(WORDS["cell"].say(say)),
            f"known = [e.subs({{x: {exact_source(self.x)}, y: {exact_source(self.y)}}}) for e in equations]",
            f"letters = solve(known, [{', '.join(self.names)}], dict=True)[0]",
            f"[{wanted}]",
        ]
        return Solution(tuple(steps), cell(*lines, variables=("x", "y", *self.names)))

    def conclude(self, value: Any) -> Conclusion | None:
        """One value alone, several with their names."""
        if not isinstance(value, list) or len(value) != len(self.asked):
            return None
        stated = r",\ ".join(
            f"{to_latex(a)}={exact_latex(v)}" for a, v in zip(self.asked, value, strict=True)
        )
        answer = exact_latex(value[0]) if len(value) == 1 else stated
        return Conclusion(WORDS["answer"].say(self.language, answer=stated), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The system with the letters found has the known solution, and the answer is right there."""
        values = values_in(answer)
        if values is None or len(values) != len(self.asked):
            return None
        letters = self._letters()[0]
        equations = ", ".join(
            f"({difference(*map(to_python, e.sides))}).subs(letters)" for e in self.equations
        )
        lines = [
            f"letters = {exact_source(letters)}",
            f"equations = [{equations}]",
            f"holds = [e.subs({{x: {exact_source(self.x)}, y: {exact_source(self.y)}}}) for e in equations] == [0, 0]",
            f"asked = [{', '.join(f'expand({to_python(a)}).subs(letters)' for a in self.asked)}]",
            f"holds and asked == {exact_source(list(values))}",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(
            claim, WORDS["method"].say(self.language), cell(*lines, variables=("x", "y", *self.names))
        )


@dataclass(frozen=True, slots=True)
class CountedSolutions:
    """The values of `name` for which the linear `equations` in x and y have no or infinitely many solutions (`kind`)."""

    equations: tuple[Relation, ...]
    name: str
    kind: str
    language: Language

    def _matrix(self) -> sp.Matrix | None:
        """The augmented matrix; None when an equation is not linear in x and y."""
        x, y = sp.symbols("x y")
        rows = []
        for e in self.equations:
            poly = sp.expand(to_sympy(e.sides[0]) - to_sympy(e.sides[1])).as_poly(x, y)
            if poly is None or poly.total_degree() != 1:
                return None
            rows.append([poly.coeff_monomial(x), poly.coeff_monomial(y), -poly.coeff_monomial(1)])
        return sp.Matrix(rows)

    def _values(self) -> tuple[list[sp.Expr], list[sp.Expr]]:
        """The zeros of the determinant, and those that fit."""
        m = self._matrix()
        assert m is not None
        zeros = [z for z in sp.solve(m[:, :2].det(), sp.Symbol(self.name)) if z.is_real]
        fitting = []
        for zero in zeros:
            at = m.subs(sp.Symbol(self.name), zero)
            a, whole = at[:, :2].rank(), at.rank()
            if a < whole if self.kind == "none" else a == whole:
                fitting.append(zero)
        return sorted(zeros), sorted(fitting)

    def is_readable(self) -> bool:
        """Whether the equations are linear, the determinant depends on the letter, and some value fits."""
        m = self._matrix()
        if m is None or not m[:, :2].det().has(sp.Symbol(self.name)) or not m[:, :2].det().is_polynomial():
            return False
        return 1 <= len(self._values()[1]) <= 2

    def solution(self) -> Solution:
        """Determinant 0, then the ranks."""
        say, k, (zeros, fitting) = self.language, symbol_latex(self.name), self._values()
        m = self._matrix()
        assert m is not None
        steps = [
            WORDS["determinant"].say(
                say, determinant=sp.latex(sp.expand(m[:, :2].det())), k=k, values=exact_latex(zeros)
            )
        ]
        steps += [WORDS[self.kind].say(say, k=k, value=sp.latex(v)) for v in fitting]
        if len(fitting) < len(zeros):
            steps.append(WORDS["dropped"].say(say))
        test = (
            "augmented.subs({0}, v)[:, :2].rank() < augmented.subs({0}, v).rank()"
            if self.kind == "none"
            else "augmented.subs({0}, v)[:, :2].rank() == augmented.subs({0}, v).rank()"
        )
        lines = [
            f"augmented = {exact_source(m)}",
            comment(WORDS["cell_k"].say(say)),
            f"zeros_found = [v for v in solve(augmented[:, :2].det(), {self.name}) if v.is_real]",
            f"sorted(v for v in zeros_found if {test.format(self.name)})",
        ]
        return Solution(tuple(steps), cell(*lines, variables=(self.name,)))

    def conclude(self, value: Any) -> Conclusion | None:
        """The value or both."""
        if not isinstance(value, list) or not value:
            return None
        answer = exact_latex(value if len(value) > 1 else value[0])
        return Conclusion(
            WORDS["answer"].say(self.language, answer=f"{symbol_latex(self.name)}={answer}"), answer
        )

    def check(self, answer: str) -> CheckPlan | None:
        """The system is solved for each value, and for neighbouring ones."""
        values = values_in(answer)
        if values is None or not all(isinstance(v, sp.Expr) and not v.free_symbols for v in values):
            return None
        equations = ", ".join(difference(*map(to_python, e.sides)) for e in self.equations)
        free = f"solutions({{}}) {'==' if self.kind == 'none' else '!='} EmptySet"
        lines = [
            f"system = [{equations}]",
            "def solutions(value):",
            f"    return linsolve([expand(e).subs({self.name}, value) for e in system], x, y)",
            f"answers = {exact_source(list(values))}",
            f"singular = [v for v in answers if {free.format('v')} and all(len(s.free_symbols) > 0 for s in solutions(v))]",
            "ordinary = all(not s.free_symbols for v in answers for s in solutions(v + Rational(1, 7)))",
            f"singular == answers and ordinary and len(answers) == {len(self._values()[1])}",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(
            claim, WORDS["method_rank"].say(self.language), cell(*lines, variables=("x", "y", self.name))
        )
