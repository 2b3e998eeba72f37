"""Letters as coefficients of a quadratic function, fixed by its features: vertex, axis, points, extreme value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import sympy as sp

from solver.formula import Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Group, Relation, Symbol, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.solutions import assignments
from solver.topics.functions.parabolas.features import Known, QuadraticFunction
from solver.topics.functions.parabolas.mirrored import read_mirrored
from solver.topics.functions.parabolas.reading import Quadratic, Said

GENERAL: Final = Quadratic(parse("a*x^2+b*x+c"), "x", Symbol("y"))
"""The function that is only described: its equation is asked for."""
WORDS: Final = {
    "general": Words("Let the function be \\({function}\\).", "设函数为 \\({function}\\)。"),
    "maximum_place": Words(
        "Only the constant term is unknown, so the shape is known: comparing the ends of \\([{low},{high}]\\) and the vertex, if it lies between them, the function is largest at \\({x}={place}\\).",
        "未知的只是常数项，图象形状已定：比较区间 \\([{low},{high}]\\) 的两端和（在区间内时的）顶点，当 \\({x}={place}\\) 时函数值最大。",
    ),
    "minimum_place": Words(
        "Only the constant term is unknown, so the shape is known: comparing the ends of \\([{low},{high}]\\) and the vertex, if it lies between them, the function is smallest at \\({x}={place}\\).",
        "未知的只是常数项，图象形状已定：比较区间 \\([{low},{high}]\\) 的两端和（在区间内时的）顶点，当 \\({x}={place}\\) 时函数值最小。",
    ),
    "known": Words("What is known about \\({function}\\) gives equations for the letters: \\[{system}\\]", "由 \\({function}\\) 的已知条件列方程：\\[{system}\\]"),
    "solved": Words("The coefficient of the square is not 0; so \\({solution}\\).", "二次项系数不为 0，解得 \\({solution}\\)。"),
    "put_in": Words("Put in: \\[{asked}={value}\\]", "代入：\\[{asked}={value}\\]"),
    "cell": Words("each fact is an equation for the letters", "每个条件给出一个方程"),
    "note": Words("the function with these values", "代入求得的系数"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "method": Words("the function with these values has the features that the problem states", "代回函数，题中的条件都成立"),
}  # fmt: skip


def equations_of(quadratic: Quadratic, said: Said) -> list[sp.Expr] | None:
    """What must be 0 for each fact; None when one is not understood."""
    x = sp.Symbol(quadratic.variable)
    f = to_sympy(quadratic.body)
    a, b, c = f.as_poly(x).all_coeffs()
    found: list[sp.Expr] = []
    if said.interval is not None:
        return _on_interval(quadratic, said)
    for name, node in said.facts:
        match name, node:
            case "axis", Relation(("=",), (Symbol(v), h)) if v == quadratic.variable:
                found.append(b + 2 * a * to_sympy(h))
            case (("vertex" | "high_point" | "low_point"), Group(_, (h, k))):
                found += [b + 2 * a * to_sympy(h), f.subs(x, to_sympy(h)) - to_sympy(k)]
            case (("through" | "xpoints" | "ypoints"), Group(_, (p, q))):
                found.append(f.subs(x, to_sympy(p)) - to_sympy(q))
                if to_sympy(q if name == "xpoints" else p) != 0 and name != "through":
                    return None
            case "vertex_x", h:
                found.append(b + 2 * a * to_sympy(h))
            case (("maximum" | "minimum" | "extremum" | "vertex_y"), k):
                found.append(sp.expand(4 * a * c - b**2 - 4 * a * to_sympy(k)))
            case "roots", r:
                found.append(f.subs(x, to_sympy(r)))
            case "yintercept", r:
                found.append(c - to_sympy(r))
            case "width", w:
                found.append(sp.expand(b**2 - 4 * a * c - (a * to_sympy(w)) ** 2))
            case (("tangent" | "on_xaxis"), _):
                found.append(sp.expand(b**2 - 4 * a * c))
            case "on_line", Relation(("=",), (left, right)):
                vertex = {sp.Symbol("x"): -b / (2 * a), sp.Symbol("y"): c - b**2 / (4 * a)}
                line = sp.together((to_sympy(left) - to_sympy(right)).subs(vertex, simultaneous=True))
                found.append(sp.expand(sp.numer(line)))
            case "on_yaxis", _:
                found.append(b)
            case _:
                return None
    return [e for e in found if e != 0]


def extreme_place(quadratic: Quadratic, said: Said, name: str) -> sp.Expr | None:
    """Where the function is largest or smallest on the interval, if its letters do not matter for that."""
    x = sp.Symbol(quadratic.variable)
    f = to_sympy(quadratic.body)
    a, b, _ = f.as_poly(x).all_coeffs()
    if said.interval is None or not (a.is_Rational and b.is_Rational):
        return None
    low, high = map(to_sympy, said.interval)
    top = -b / (2 * a)
    places = [p for p in (low, high, top) if p.is_Rational and low <= p <= high]
    if len(places) < 2:
        return None
    best = (max if name == "maximum" else min)(places, key=lambda p: a * p**2 + b * p)
    return sp.Rational(best)


def _on_interval(quadratic: Quadratic, said: Said) -> list[sp.Expr] | None:
    """The extreme values that are given on an interval: values of the function at known places."""
    f, x = to_sympy(quadratic.body), sp.Symbol(quadratic.variable)
    found: list[sp.Expr] = []
    for name, node in said.facts:
        place = extreme_place(quadratic, said, name) if name in ("maximum", "minimum") else None
        if place is None:
            return None
        found.append(sp.expand(f.subs(x, place) - to_sympy(node)))
    return found


def _fits(values: Mapping[sp.Symbol, sp.Expr], quadratic: Quadratic, said: Said) -> bool:
    """Whether a solution is real, leaves the function quadratic, opens the right way and meets the conditions."""
    if not all(v.is_real for v in values.values()):
        return False
    lead = to_sympy(quadratic.body).as_poly(sp.Symbol(quadratic.variable)).LC().subs(values)
    names = {name for name, _ in said.facts}
    if said.interval is not None:
        return bool(lead != 0)
    if lead == 0 or (names & {"maximum", "high_point"} and lead > 0):
        return False
    if names & {"minimum", "low_point"} and lead < 0:
        return False
    compare = {"<": sp.Lt, ">": sp.Gt, "<=": sp.Le, ">=": sp.Ge, "!=": sp.Ne}
    return all(
        bool(compare[c.signs[0]](*(to_sympy(s).subs(values) for s in c.sides))) for c in said.conditions
    )


def letters_question(quadratic: Quadratic, said: Said, language: Language) -> Reading:
    """The letters, an expression in them, the equation, or features once they are known."""
    if (mirrored := read_mirrored(quadratic, said, language)) is not None:
        return mirrored
    equations = equations_of(quadratic, said)
    if not equations:
        return None
    letters = sorted(quadratic.letters | {s.name for e in equations for s in e.free_symbols})
    if not quadratic.letters <= {s.name for e in equations for s in e.free_symbols}:
        return None
    unknown = [sp.Symbol(n) for n in letters]
    if any(not symbols(n) <= set(letters) for n in said.asked):
        return None
    solutions = [s for s in sp.solve(equations, unknown, dict=True) if set(s) == set(unknown)]
    kept = tuple(
        {s.name: v for s, v in solution.items()} for solution in solutions if _fits(solution, quadratic, said)
    )
    if not 1 <= len(kept) <= 2:
        return None
    wanted = [w for w in said.wanted if w != "equation"]
    task = Letters(quadratic, said, tuple(equations), tuple(letters), kept, language)
    if wanted and not said.asked and len(kept) == 1 and wanted == said.wanted:
        return task.with_features(wanted)
    whole = said.wanted == ["equation"] and len(kept) == 1 and not said.asked
    plain = not said.wanted and bool(said.asked) and (len(kept) == 1 or len(said.asked) == 1)
    return task if whole or plain else None


@dataclass(frozen=True)
class Letters:
    """The values of `letters` from `equations` (each is 0); `solutions` are those that fit."""

    quadratic: Quadratic
    said: Said
    equations: tuple[sp.Expr, ...]
    letters: tuple[str, ...]
    solutions: tuple[dict[str, sp.Expr], ...]
    language: Language

    def _function(self) -> str:
        name = to_latex(self.quadratic.name) if self.quadratic.name else "y"
        return f"{name}={to_latex(self.quadratic.body)}"

    def _steps(self) -> list[str]:
        say = self.language
        system = r"\begin{cases}" + r"\\".join(f"{sp.latex(e)}=0" for e in self.equations) + r"\end{cases}"
        solved = r"\text{ or }" if say == "en" else r"\text{ 或 }"
        shown = solved.join(assignments(s) for s in self.solutions)
        general = [WORDS["general"].say(say, function=self._function())] if self.quadratic is GENERAL else []
        if self.said.interval is not None:
            low, high = map(to_latex, self.said.interval)
            for name, _ in self.said.facts:
                place = extreme_place(self.quadratic, self.said, name)
                general.append(
                    WORDS[f"{name}_place"].say(
                        say, x=self.quadratic.variable, low=low, high=high, place=sp.latex(place)
                    )
                )
        return [
            *general,
            WORDS["known"].say(say, function=self._function(), system=system),
            WORDS["solved"].say(say, solution=shown),
        ]

    def _body(self) -> Node:
        """The function with the letters known."""
        x = sp.Symbol(self.quadratic.variable)
        values = {sp.Symbol(n): v for n, v in self.solutions[0].items()}
        return parse(sp.sstr(sp.expand(to_sympy(self.quadratic.body).subs(values)).as_poly(x).as_expr()))

    def _lines(self) -> list[str]:
        """Source that ends with `found`, the values that fit."""
        equations = ", ".join(exact_source(e) for e in self.equations)
        names = ", ".join(map(python_name, self.letters))
        lead = to_sympy(self.quadratic.body).as_poly(sp.Symbol(self.quadratic.variable)).LC()
        tests = ["all(v.is_real for v in s.values())", f"({exact_source(lead)}).subs(s) != 0"]
        facts = {name for name, _ in self.said.facts}
        if self.said.interval is not None:
            facts = set()
        if lead.free_symbols and facts & {"maximum", "high_point"}:
            tests[1] = f"({exact_source(lead)}).subs(s) < 0"
        if lead.free_symbols and facts & {"minimum", "low_point"}:
            tests[1] = f"({exact_source(lead)}).subs(s) > 0"
        kinds = {"<": "Lt", ">": "Gt", "<=": "Le", ">=": "Ge", "!=": "Ne"}
        for c in self.said.conditions:
            tests.append(f"{kinds[c.signs[0]]}({', '.join(map(to_python, c.sides))}).subs(s)")
        if not lead.free_symbols:
            tests.pop(1)
        return [
            comment(WORDS["cell"].say(self.language)),
            f"solutions = solve([{equations}], [{names}], dict=True)",
            f"found = [s for s in solutions if {' and '.join(tests)}]",
        ]

    def with_features(self, wanted: list[str]) -> QuadraticFunction | None:
        """The features of the function once its letters are known."""
        lines = [*self._lines(), f"y = expand(({to_python(self.quadratic.body)}).subs(found[0]))"]
        known = Known(tuple(self._steps()), tuple(lines), self.letters)
        quadratic = replace(self.quadratic, body=self._body())
        said = Said(wanted=wanted, direction=self.said.direction, interval=self.said.interval)
        task = replace(QuadraticFunction.of(quadratic, said, self.language), known=known)
        return task if task.has_all() else None

    def solution(self) -> Solution:
        """Equations, values, what is asked."""
        steps = self._steps()
        if self.said.wanted:
            last = f"expand(({to_python(self.quadratic.body)}).subs(found[0]))"
            lines = [comment(WORDS["note"].say(self.language)), last]
        else:
            for node in self.said.asked:
                if not isinstance(node, Symbol) and len(self.solutions) == 1:
                    value = to_sympy(node).subs({sp.Symbol(n): v for n, v in self.solutions[0].items()})
                    steps.append(
                        WORDS["put_in"].say(self.language, asked=to_latex(node), value=sp.latex(value))
                    )
            asked = ", ".join(f"({to_python(n)}).subs(s)" for n in self.said.asked)
            lines = [f"[({asked},) for s in found]"]
        names = (*self.letters, self.quadratic.variable)
        return Solution(tuple(steps), cell(*self._lines(), *lines, variables=names))

    def conclude(self, value: Any) -> Conclusion | None:
        """One value alone, several with their names; the function as an equation."""
        say, asked = self.language, self.said.asked
        if self.said.wanted:
            if not isinstance(value, sp.Expr) or value.free_symbols != {sp.Symbol(self.quadratic.variable)}:
                return None
            name = to_latex(self.quadratic.name) if self.quadratic.name else "y"
            answer = f"{name}={exact_latex(value)}"
            return Conclusion(WORDS["answer"].say(say, answer=answer), answer)
        if not isinstance(value, list) or not value or any(len(row) != len(asked) for row in value):
            return None
        if len(asked) == 1:
            values = sorted({row[0] for row in value}, key=lambda v: float(v.evalf()))
            answer = exact_latex(values if len(values) > 1 else values[0])
            return Conclusion(WORDS["answer"].say(say, answer=answer), answer)
        answer = r",\ ".join(f"{to_latex(n)}={exact_latex(v)}" for n, v in zip(asked, value[0], strict=True))
        return Conclusion(WORDS["answer"].say(say, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The facts hold for the function with these values, and what is asked has the value given."""
        values = values_in(answer)
        if values is None or not all(isinstance(v, sp.Expr) for v in values):
            return None
        rows = [{sp.Symbol(n): v for n, v in s.items()} for s in self.solutions]
        claim = WORDS["answer"].say(self.language, answer=answer)
        if self.said.wanted:
            right = [to_sympy(self.quadratic.body).subs(rows[0])]
        elif len(self.said.asked) == 1:
            right = sorted(
                {to_sympy(self.said.asked[0]).subs(r) for r in rows}, key=lambda v: float(v.evalf())
            )
        else:
            right = [to_sympy(n).subs(rows[0]) for n in self.said.asked]
        lines = [
            f"points = {exact_source(rows)}",
            f"facts = [{', '.join(exact_source(e) for e in self.equations)}]",
            "holds = all(simplify(e.subs(p)) == 0 for e in facts for p in points)",
            f"holds and [simplify(a - b) for a, b in zip({exact_source(right)}, {exact_source(list(values))})] == {[0] * len(right)}"
            f" and {len(values)} == {len(right)}",
        ]
        names = (*self.letters, self.quadratic.variable)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=names))
