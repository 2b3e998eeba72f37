"""The features of one quadratic function with known coefficients, by completing the square."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import Node, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Symbol, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Task
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.quadratic_methods import Quadratic as QuadraticEquation
from solver.topics.equations.real_sets import read_set
from solver.topics.functions.parabolas import vertex_methods
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
            inside = "at" not in self.wanted or low <= self._vertex()[0] <= high
            return set(self.wanted) <= extremes | {"at"} and bool(low < high) and bool(inside)
        opens_up, zeros = self._poly().LC() > 0, self._poly().discriminant()
        missing = {"maximum", "high_point"} if opens_up else {"minimum", "low_point"}
        if missing & set(self.wanted) or not set(self.wanted) <= set(SENTENCES) or not self.wanted:
            return False
        roots = self._roots() if "landing" in self.wanted else []
        if "landing" in self.wanted and (opens_up or len(roots) != 2 or roots[0] > 0 or roots[1] <= 0):
            return False  # nothing is thrown at time 0 that comes down later
        return bool(
            (zeros >= 0 or not {"roots", "xpoints"} & set(self.wanted))
            and (zeros > 0 or "width" not in self.wanted)
        )

    def is_whole(self) -> bool:
        """Whether the place of the extreme value is a whole number, as the number of things must be."""
        return bool(self._vertex()[0].is_Integer)

    def _poly(self) -> sp.Poly:
        return sp.Poly(to_sympy(self.body), sp.Symbol(self.variable))

    def _vertex(self) -> tuple[sp.Expr, sp.Expr]:
        a, b, _ = self._poly().all_coeffs()
        h = -b / (2 * a)
        return h, self._poly().eval(h)

    def opens(self) -> str:
        """`opens_up` or `opens_down`."""
        return "opens_up" if self._poly().LC() > 0 else "opens_down"

    def methods(self) -> tuple[str, ...]:
        """Those for the vertex, where all that is asked for follows from it; for zeros those of the equation."""
        if self.known is not None or self.interval is not None:
            return ()
        if self.wanted in (("roots",), ("xpoints",)):
            return self._equation().methods()
        return vertex_methods.methods(self._poly()) if set(self.wanted) <= vertex_methods.AROUND else ()

    def by(self, method: str) -> Task:
        """The same by one of `methods`."""
        return (
            self if method == self.methods()[0] else Another(self, method, partial(self._solved_by, method))
        )

    def _equation(self) -> QuadraticEquation:
        """The equation that its zeros solve."""
        a, b, c = (sp.Rational(n) for n in self._poly().all_coeffs())
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
        steps = vertex_methods.steps(method, self._poly(), self.language)
        return Solution(tuple(steps), self._cell(method), self._plot())

    def solution(self) -> Solution:
        """Completing the square, zeros, value at 0, as far as needed; then the formula as a cell, then the plot."""
        say, x, wanted = self.language, symbol_latex(self.variable), set(self.wanted)
        if self.wanted in (("roots",), ("xpoints",)) and (usual := self.methods()[:1]):
            return self._solved_by(usual[0])
        steps = [*(self.known.steps if self.known else ()), *(self._square() if wanted - DRAWN else ())]
        if wanted & (DRAWN - {"ypoints", "yintercept"}):
            roots, body = self._roots(), to_latex(self.body)
            values = r",\ ".join(f"{x}={sp.latex(r)}" for r in roots)
            steps.append(WORDS["zeros" if roots else "no_zeros"].say(say, x=x, body=body, values=values))
        if wanted & {"ypoints", "yintercept", "axis_points"}:
            steps.append(WORDS["at_zero"].say(say, x=x, value=sp.latex(self._poly().eval(0))))
        if self.interval is not None:
            shown = ", ".join(
                rf"\(y({sp.latex(at)})={sp.latex(self._poly().eval(at))}\)" for at in self._candidates()
            )
            steps.append(WORDS["ends"].say(say, values=shown))
        return Solution(tuple(steps), self._cell(), self._plot())

    def _square(self) -> list[str]:
        """Completing the square, and the vertex."""
        say, x = self.language, symbol_latex(self.variable)
        a, b, c = self._poly().all_coeffs()
        h, k = self._vertex()
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

    def _roots(self) -> list[sp.Expr]:
        """Real zeros in order."""
        return sorted(r for r in sp.solve(self._poly().as_expr(), sp.Symbol(self.variable)) if r.is_real)

    def _candidates(self) -> list[sp.Expr]:
        """Where an extreme value on the interval can lie."""
        assert self.interval is not None
        (low, high), h = map(to_sympy, self.interval), self._vertex()[0]
        return [low, *([h] if low < h < high else []), high]

    def _in_code(self) -> tuple[str, str]:
        """The variable and the function as source; x stands for a letter that cells use for something else."""
        v = python_name(self.variable)
        if v not in ("a", "b", "c", "y") or self.known:
            return v, to_python(self.body)

        def renamed(node: Node) -> Node:
            return Symbol("x") if node == Symbol(self.variable) else with_children(node, renamed)

        return "x", to_python(renamed(self.body))

    def _features(self) -> dict[str, str]:
        """Source of each feature, where y, x_v and y_v are known."""
        v = self._in_code()[0]
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
            "range": "Interval(y_v, oo)" if self._poly().LC() > 0 else "Interval(-oo, y_v)",
            "roots": f"sorted(solve(y, {v}))",
            "xpoints": f"[(root, 0) for root in sorted(solve(y, {v}))]",
            "ypoints": f"(0, y.subs({v}, 0))",
            "yintercept": f"y.subs({v}, 0)",
            "width": f"simplify(max(solve(y, {v})) - min(solve(y, {v})))",
            "crossings": f"len([root for root in solve(y, {v}) if root.is_real])",
        }

    def _cell(self, method: str = "") -> str:
        (v, body), features = self._in_code(), self._features()
        inside = []
        if self.interval is not None:
            points = exact_source(self._candidates())
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
        h, k = self._vertex()
        width = max(sp.Integer(4), sp.ceiling(2 * sp.sqrt(abs(k / self._poly().LC()))))
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
        answers = [self._shown(name, v) for name, v in zip(self.wanted, values, strict=True)]
        if None in answers:
            return None
        return Conclusion(self._sentences(answers), r",\ ".join(map(str, answers)))

    def _sentences(self, answers: Sequence[str | None]) -> str:
        said = [SENTENCES[n].say(self.language, answer=a) for n, a in zip(self.wanted, answers, strict=True)]
        return (" " if self.language == "en" else "").join(said)

    def _shown(self, name: str, value: Any) -> str | None:
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
            h, k = self._vertex()
            x = sp.Symbol(self.variable)
            lead = {1: "", -1: "-"}.get(self._poly().LC(), sp.latex(self._poly().LC()))
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
        if len(self.wanted) != 1 or self.wanted[0] not in ("vertex", "axis", "form", "maximum", "minimum"):
            return self._check_features(answer)
        values = values_in(
            answer.removeprefix(f"{to_latex(self.name)}=" if self.name else "")
            if self.wanted == ("form",)
            else answer
        )
        if values is None:
            return None
        v, body = self._in_code()
        given = exact_source(values[0].subs(sp.Symbol(self.variable), sp.Symbol(v)))
        lines, wanted = [f"y = {body}"], self.wanted[0]
        if wanted == "vertex":
            if len(values) != 1 or not isinstance(values[0], sp.Tuple) or len(values[0]) != 2:
                return None
            lines += [
                f"{v}_v, y_v = {given}",
                f"diff(y, {v}).subs({v}, {v}_v) == 0 and y.subs({v}, {v}_v) == y_v",
            ]
        elif len(values) != 1 or not isinstance(values[0], sp.Expr) or wanted == "opening":
            return None
        elif wanted == "axis":
            lines.append(f"diff(y, {v}).subs({v}, {given}) == 0")
        elif wanted == "form":
            lines.append(f"expand({given}) == expand(y)")
        elif self.interval is None:
            lines.append(f"[y.subs({v}, root) for root in solve(diff(y, {v}), {v})] == [{given}]")
        else:
            low, high = map(to_python, self.interval)
            lines.append(f"{wanted}(y, {v}, Interval({low}, {high})) == {given}")
        claim = SENTENCES[wanted].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=(v,)))

    def _agrees(self, answer: str, said: str, values: Mapping[str, Any]) -> bool | str | None:
        """Whether an answer says the same, however it is written; a comparison that fails where it does not."""
        if said.replace(" ", "") == answer.replace(" ", ""):
            return True
        if self.wanted == ("range",):
            return True if read_set(answer, "y") == values["range"] else None
        found = values_in(answer)
        if found is None or {"form", "opening", "range"} & set(self.wanted):
            return None
        expected = list[Any]()
        for name in self.wanted:
            expected += values[name] if isinstance(values[name], list) else [values[name]]
        if {"roots", "xpoints"} & set(self.wanted):  # -3 and 4, or (-3, 0) and (4, 0)
            found, expected = tuple(map(_as_point, found)), list(map(_as_point, expected))
        if len(self.wanted) == 1:
            found, expected = tuple(sorted(found, key=str)), sorted(expected, key=str)
        pairs = [(sp.Matrix([a]), sp.Matrix([b])) for a, b in zip(found, expected, strict=False)]
        same = len(found) == len(expected) and all(
            a.shape == b.shape and sp.simplify(a - b).is_zero_matrix for a, b in pairs
        )
        return same or f"{exact_source(list(found))} == {exact_source(expected)}"

    def _check_features(self, answer: str) -> CheckPlan | None:
        """Several features at once: the vertex form multiplies out to the function, and the answer says just that."""
        (h, k), (v, body) = self._vertex(), self._in_code()
        lead, roots, start = self._poly().LC(), self._roots(), self._poly().eval(0)
        values: dict[str, Any] = dict.fromkeys(("vertex", "high_point", "low_point"), (h, k))
        values |= dict.fromkeys(("axis", "at", "vertex_x"), h) | {"opening": lead, "form": lead}
        values |= dict.fromkeys(("vertex_y", "maximum", "minimum"), k)
        values |= {"vertex_to_x": abs(k), "vertex_to_y": abs(h), "vertex_to_origin": sp.sqrt(h**2 + k**2)}
        values |= {
            "landing": roots[-1] if roots else None,
            "axis_points": sp.Integer(len({*((r, 0) for r in roots), (0, start)})),
        }
        if self.interval is not None:
            ends = [self._poly().eval(at) for at in self._candidates()]
            values |= {"maximum": max(ends), "minimum": min(ends)}
        values |= {"roots": roots, "xpoints": [(r, 0) for r in roots], "crossings": sp.Integer(len(roots))}
        values |= {"ypoints": (0, start), "yintercept": start}
        values |= {"range": sp.Interval(k, sp.oo) if lead > 0 else sp.Interval(-sp.oo, k)}
        values |= {"width": sp.simplify(roots[-1] - roots[0])} if roots else {}
        said = [self._shown(name, values[name]) for name in self.wanted]
        agrees = self._agrees(answer, r",\ ".join(map(str, said)), values)
        if agrees is None:
            return None
        form = exact_source(lead * (sp.Symbol(v) - h) ** 2 + k)
        lines = [f"y = {body}", f"expand({form}) == expand(y)"]
        if {"roots", "xpoints", "width", "landing", "axis_points"} & set(self.wanted):
            lines[-1] += f" and all(simplify(y.subs({v}, root)) == 0 for root in {exact_source(roots)})"
        if "crossings" in self.wanted:
            lines[-1] += f" and Poly(y, {v}).count_roots() == {len(roots)}"
        if {"ypoints", "yintercept"} & set(self.wanted):
            lines[-1] += f" and y.subs({v}, 0) == {exact_source(start)}"
        if self.interval is not None:
            place = f"Interval({', '.join(map(to_python, self.interval))})"
            tests = [
                f"y.subs({v}, {exact_source(h)}) == {'maximum' if lead < 0 else 'minimum'}(y, {v}, {place})"
                if name == "at"
                else f"{name}(y, {v}, {place}) == {exact_source(values[name])}"
                for name in self.wanted
            ]
            lines[-1] = " and ".join(tests)
        if isinstance(agrees, str):
            lines[-1] = agrees
        source = cell(*lines, variables=(v,))
        return CheckPlan(self._sentences(said), WORDS["method"].say(self.language), source)


def _as_point(value: Any) -> Any:
    """A zero as a point of the x-axis."""
    return sp.Tuple(value, 0) if isinstance(value, sp.Expr) else sp.Tuple(*value)
