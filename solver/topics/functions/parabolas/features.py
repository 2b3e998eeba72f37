"""The features of one quadratic function with known coefficients, by completing the square."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import Node, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Symbol, with_children
from solver.latex import exact_latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Task
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.quadratic_methods import Quadratic as QuadraticEquation
from solver.topics.functions.parabolas import vertex_methods
from solver.topics.functions.parabolas.checking import check
from solver.topics.functions.parabolas.reading import Quadratic, Said
from solver.topics.functions.parabolas.words import SENTENCES, WORDS
from solver.topics.methods import Another

DRAWN: Final = frozenset("roots xpoints ypoints yintercept width crossings landing axis_points".split())
"""Features for which the square need not be completed."""


@dataclass(frozen=True, slots=True)
class Known:
    """Steps and source lines that end with the known function `y`; `letters` are the coefficients that were sought."""

    steps: tuple[str, ...]
    lines: tuple[str, ...]
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuadraticFunction:
    """The features `wanted` of the function `body` of `variable`, extreme values on `interval` where one is given."""

    body: Node
    variable: str
    wanted: tuple[str, ...]
    interval: tuple[Node, Node] | None
    language: Language
    name: Node | None = None
    """What the problem calls the value: y, f(x)."""
    known: Known | None = None
    """Where the coefficients come from, if they were letters first."""

    @staticmethod
    def of(quadratic: Quadratic, said: Said, language: Language) -> QuadraticFunction:
        """The features in the order of the words; "the extreme value" is the one that the function has."""
        x = sp.Symbol(quadratic.variable)
        extreme = "minimum" if to_sympy(quadratic.body).as_poly(x).LC() > 0 else "maximum"
        both = ["maximum", "minimum"] if said.interval is not None else [extreme]
        wanted = [n for w in said.wanted for n in (both if w == "extremum" else [w])]
        if said.direction not in ("", "extremum", extreme):
            wanted = []
        return QuadraticFunction(
            quadratic.body,
            quadratic.variable,
            tuple(dict.fromkeys(wanted)),
            said.interval,
            language,
            quadratic.name,
        )

    def has_all(self) -> bool:
        """Whether everything that is asked for exists."""
        extremes = {"maximum", "minimum"} & set(self.wanted)
        if self.interval is not None:
            low, high = map(to_sympy, self.interval)
            own = {"minimum" if self.poly().LC() > 0 else "maximum"}  # only this one lies at the vertex
            inside = "at" not in self.wanted or extremes <= own and low <= self.vertex()[0] <= high
            return set(self.wanted) <= extremes | {"at"} and bool(low < high) and bool(inside)
        opens_up, zeros = self.poly().LC() > 0, self.poly().discriminant()
        missing = {"maximum", "high_point"} if opens_up else {"minimum", "low_point"}
        if missing & set(self.wanted) or not set(self.wanted) <= set(SENTENCES) or not self.wanted:
            return False
        roots = self.roots() if "landing" in self.wanted else []
        if "landing" in self.wanted and (opens_up or len(roots) != 2 or roots[0] > 0 or roots[1] <= 0):
            return False  # nothing is thrown at time 0 that comes down later
        return bool(
            (zeros >= 0 or not {"roots", "xpoints"} & set(self.wanted))
            and (zeros > 0 or "width" not in self.wanted)
        )

    def is_whole(self) -> bool:
        """Whether the place of the extreme value is a whole number, as the number of things must be."""
        return bool(self.vertex()[0].is_Integer)

    def poly(self) -> sp.Poly:
        """The function as a polynomial of its variable."""
        return sp.Poly(to_sympy(self.body), sp.Symbol(self.variable))

    def vertex(self) -> tuple[sp.Expr, sp.Expr]:
        """Its coordinates."""
        a, b, _ = self.poly().all_coeffs()
        h = -b / (2 * a)
        return h, self.poly().eval(h)

    def opens(self) -> str:
        """`opens_up` or `opens_down`."""
        return "opens_up" if self.poly().LC() > 0 else "opens_down"

    def methods(self) -> tuple[str, ...]:
        """Those for the vertex, where all that is asked for follows from it; for zeros those of the equation."""
        if self.known is not None or self.interval is not None:
            return ()
        if self.wanted in (("roots",), ("xpoints",)):
            return self._equation().methods()
        return vertex_methods.methods(self.poly()) if set(self.wanted) <= vertex_methods.AROUND else ()

    def by(self, method: str) -> Task:
        """The same by one of `methods`."""
        return (
            self if method == self.methods()[0] else Another(self, method, partial(self._solved_by, method))
        )

    def _equation(self) -> QuadraticEquation:
        """The equation that its zeros solve."""
        a, b, c = (sp.Rational(n) for n in self.poly().all_coeffs())
        opening = WORDS["set_zero"].say(
            self.language, x=symbol_latex(self.variable), body=to_latex(self.body)
        )
        return QuadraticEquation(self.variable, (a, b, c), (opening,), self.language)

    def _solved_by(self, method: str) -> Solution:
        if self.wanted in (("roots",), ("xpoints",)):
            found = self._equation().solution(method)
            head, _, last = found.cell.rpartition("\n")
            ending = "sorted(roots)" if self.wanted == ("roots",) else "[(root, 0) for root in sorted(roots)]"
            return Solution(found.steps, f"{head}\nroots = {last}\n{ending}", self._plot())
        steps = vertex_methods.steps(method, self.poly(), self.language)
        return Solution(tuple(steps), self._cell(method), self._plot())

    def solution(self) -> Solution:
        """Completing the square, zeros, value at 0, as far as needed; then the formula as a cell, then the plot."""
        say, x, wanted = self.language, symbol_latex(self.variable), set(self.wanted)
        if self.wanted in (("roots",), ("xpoints",)) and (usual := self.methods()[:1]):
            return self._solved_by(usual[0])
        steps = [*(self.known.steps if self.known else ()), *(self._square() if wanted - DRAWN else ())]
        if wanted & (DRAWN - {"ypoints", "yintercept"}):
            roots, body = self.roots(), to_latex(self.body)
            values = r",\ ".join(f"{x}={sp.latex(r)}" for r in roots)
            steps.append(WORDS["zeros" if roots else "no_zeros"].say(say, x=x, body=body, values=values))
        if wanted & {"ypoints", "yintercept", "axis_points"}:
            steps.append(WORDS["at_zero"].say(say, x=x, value=sp.latex(self.poly().eval(0))))
        if self.interval is not None:
            shown = ", ".join(
                rf"\(y({sp.latex(at)})={sp.latex(self.poly().eval(at))}\)" for at in self.candidates()
            )
            steps.append(WORDS["ends"].say(say, values=shown))
        return Solution(tuple(steps), self._cell(), self._plot())

    def _square(self) -> list[str]:
        """Completing the square, and the vertex."""
        say, x = self.language, symbol_latex(self.variable)
        a, b, c = self.poly().all_coeffs()
        h, k = self.vertex()
        X, before, steps = sp.Symbol(self.variable), to_latex(self.body), list[str]()
        lead = "" if a == 1 else "-" if a == -1 else sp.latex(a)
        tail = "" if k == 0 else sp.latex(k) if k < 0 else f"+{sp.latex(k)}"
        if a != 1:
            inner = sp.latex(X**2 + b / a * X)
            constant = "" if c == 0 else sp.latex(c) if c < 0 else f"+{sp.latex(c)}"
            taken = rf"{lead}\left({inner}\right){constant}"
            steps.append(WORDS["take_out"].say(say, x=x, before=before, taken=taken))
        form = f"{lead}{sp.latex((X - h) ** 2)}{tail}" if h != 0 else before
        if h != 0:
            complete = {"b": sp.latex(b / a), "half": sp.latex(b / (2 * a)), "square": sp.latex(h**2)}
            steps.append(WORDS["complete"].say(say, before=before, after=form, **complete))
        steps.append(WORDS["recall"].say(say, form=form, x=x, h=sp.latex(h), k=sp.latex(k)))
        return [*steps, WORDS["vertex"].say(say, x=x, h=sp.latex(h), k=sp.latex(k))]

    def roots(self) -> list[sp.Expr]:
        """Real zeros in order."""
        return sorted(r for r in sp.solve(self.poly().as_expr(), sp.Symbol(self.variable)) if r.is_real)

    def candidates(self) -> list[sp.Expr]:
        """Where an extreme value on the interval can lie."""
        assert self.interval is not None
        (low, high), h = map(to_sympy, self.interval), self.vertex()[0]
        return [low, *([h] if low < h < high else []), high]

    def in_code(self) -> tuple[str, str]:
        """The variable and the function as source; x stands for a letter that cells use for something else."""
        v = python_name(self.variable)
        if v not in ("a", "b", "c", "y") or self.known:
            return v, to_python(self.body)

        def renamed(node: Node) -> Node:
            return Symbol("x") if node == Symbol(self.variable) else with_children(node, renamed)

        return "x", to_python(renamed(self.body))

    def _features(self) -> dict[str, str]:
        """Source of each feature, where y, x_v and y_v are known."""
        v = self.in_code()[0]
        return {
            "landing": f"max(solve(y, {v}))",
            "axis_points": f"len({{*((root, 0) for root in solve(y, {v}) if root.is_real), (0, y.subs({v}, 0))}})",
            "vertex_to_x": "abs(y_v)",
            "vertex_to_y": f"abs({v}_v)",
            "vertex_to_origin": f"sqrt({v}_v**2 + y_v**2)",
            "opening": "a",
            "form": f"a*({v} - {v}_v)**2 + y_v",
            "axis": f"{v}_v",
            "vertex": f"({v}_v, y_v)",
            "maximum": "max(values)" if self.interval else "y_v",
            "minimum": "min(values)" if self.interval else "y_v",
            "vertex_x": f"{v}_v",
            "vertex_y": "y_v",
            "high_point": f"({v}_v, y_v)",
            "low_point": f"({v}_v, y_v)",
            "at": f"{v}_v",
            "range": "Interval(y_v, oo)" if self.poly().LC() > 0 else "Interval(-oo, y_v)",
            "roots": f"sorted(solve(y, {v}))",
            "xpoints": f"[(root, 0) for root in sorted(solve(y, {v}))]",
            "ypoints": f"(0, y.subs({v}, 0))",
            "yintercept": f"y.subs({v}, 0)",
            "width": f"simplify(max(solve(y, {v})) - min(solve(y, {v})))",
            "crossings": f"len([root for root in solve(y, {v}) if root.is_real])",
        }

    def _cell(self, method: str = "") -> str:
        (v, body), features = self.in_code(), self._features()
        inside = []
        if self.interval is not None:
            points = exact_source(self.candidates())
            inside = [f"values = [y.subs({v}, at) for at in {points}]"]
        results = [features[name] for name in self.wanted]
        coefficients = f"a, b, c = Poly(y, {v}).all_coeffs()"
        other = vertex_methods.place(method, v)
        square = [
            *([coefficients] if not other or {"form", "opening"} & set(self.wanted) else []),
            comment(WORDS["compute"].say(self.language)),
            *(other or [f"{v}_v = -b / (2*a)"]),
            f"y_v = y.subs({v}, {v}_v)",
        ]
        return cell(
            *(self.known.lines if self.known else [f"y = {body}"]),
            *(square if set(self.wanted) - DRAWN else ()),
            *inside,
            results[0] if len(results) == 1 else f"[{', '.join(results)}]",
            variables=(v, *(self.known.letters if self.known else ())),
        )

    def _plot(self) -> str:
        h, k = self.vertex()
        width = max(sp.Integer(4), sp.ceiling(2 * sp.sqrt(abs(k / self.poly().LC()))))
        names = ("顶点", "对称轴") if self.language == "zh" else ("vertex", "axis of symmetry")
        return plots.curve(
            to_python(self.body),
            self.variable,
            (h - width, h + width),
            points=[(h, k, names[0])],
            lines=[(h, names[1])],
            language=self.language,
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """Each feature in its own form, in the order in which they were asked."""
        values = value if len(self.wanted) > 1 else [value]
        if not isinstance(values, list) or len(values) != len(self.wanted):
            return None
        answers = [self.shown(name, v) for name, v in zip(self.wanted, values, strict=True)]
        if None in answers:
            return None
        return Conclusion(self.sentences(answers), r",\ ".join(map(str, answers)))

    def sentences(self, answers: Sequence[str | None]) -> str:
        """What was found, a sentence for each feature."""
        said = [SENTENCES[n].say(self.language, answer=a) for n, a in zip(self.wanted, answers, strict=True)]
        return (" " if self.language == "en" else "").join(said)

    def shown(self, name: str, value: Any) -> str | None:
        """The value of a feature as LaTeX; None where it is no such value."""
        if name in ("vertex", "high_point", "low_point", "ypoints"):
            return exact_latex(value) if isinstance(value, tuple | sp.Tuple) and len(value) == 2 else None
        if name in ("roots", "xpoints"):
            return exact_latex(list(value)) if isinstance(value, list | tuple) and value else None
        if name == "range":
            return str(sp.latex(value)) if isinstance(value, sp.Interval) else None
        if not isinstance(value, sp.Expr) or value.has(sp.nan, sp.zoo):
            return None
        if name == "opening":
            return rf"\text{{{WORDS['up' if value > 0 else 'down'].say(self.language)}}}"
        if name == "form":
            h, k = self.vertex()
            x = sp.Symbol(self.variable)
            lead = {1: "", -1: "-"}.get(self.poly().LC(), sp.latex(self.poly().LC()))
            name = f"{to_latex(self.name)}=" if self.name else ""
            return f"{name}{lead}{sp.latex((x - h) ** 2)}" + (
                "" if k == 0 else sp.latex(k) if k < 0 else f"+{sp.latex(k)}"
            )
        return (
            f"{symbol_latex(self.variable)}={exact_latex(value)}"
            if name in ("axis", "at")
            else exact_latex(value)
        )

    def check(self, answer: str) -> CheckPlan | None:
        """The derivative must vanish at the vertex, and the values there must be the ones given."""
        return check(self, answer)
