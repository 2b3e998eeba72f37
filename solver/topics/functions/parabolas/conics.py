"""Parabolas with a focus: y² = 2px and its like, also shifted; focus, directrix, vertex, axis, and a letter in them.

With 4f for the number that multiplies the other variable, (y − k)² = 4f(x − h) has its focus at (h + f, k) and the
directrix x = h − f; with x and y exchanged it opens up or down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, symbol_latex, to_python, to_sympy
from solver.formula.nodes import Group, Relation, Symbol, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account
from solver.topics.base import Conclusion, Reading, Solution, Unread, Words
from solver.topics.cells import cell, comment, difference, exact_source
from solver.topics.functions.parabolas.reading import Said, combined, said_of

FOCAL: Final = ("focus", "directrix", "parameter", "latus", "focal")
WANTED: Final = (*FOCAL, "vertex", "axis", "opening", "equation")
WORDS: Final = {
    "standard": Words(
        "Only \\({v}\\) is squared. Written as a square equal to a multiple: \\[{standard}\\] so \\(4f={four}\\) and \\(f={f}\\).",
        "只有 \\({v}\\) 出现平方。写成标准形式：\\[{standard}\\] 所以 \\(4f={four}\\)，\\(f={f}\\)。",
    ),
    "place": Words(
        "The vertex is \\({vertex}\\). From there the focus lies at the distance \\(|f|\\) along the axis \\({axis}\\), inside the curve, and "
        "the directrix as far on the other side: focus \\({focus}\\), directrix \\({directrix}\\).",
        "顶点是 \\({vertex}\\)。沿对称轴 \\({axis}\\) 从顶点向曲线内部移动 \\(|f|\\) 得焦点，向另一侧移动同样的距离得准线："
        "焦点 \\({focus}\\)，准线 \\({directrix}\\)。",
    ),
    "fact": Words("What is known fixes the letter: \\[{equation}=0\\] so \\({p}={value}\\).", "由已知条件列方程：\\[{equation}=0\\] 解得 \\({p}={value}\\)。"),
    "note": Words("vertex and focal length f from the coefficients", "由系数求顶点和 f"),
    "note_letter": Words("the letter from what is known", "由已知条件求字母的值"),
    "answer": Words("So the answer is \\({answer}\\).", "所以答案是 \\({answer}\\)。"),
    "method": Words(
        "points of the curve were taken: they are as far from the focus as from the directrix",
        "在曲线上取点：到焦点的距离等于到准线的距离",
    ),
}  # fmt: skip
OPENING: Final = {
    ("x", True): Words("to the right", "向右"),
    ("x", False): Words("to the left", "向左"),
    ("y", True): Words("upwards", "向上"),
    ("y", False): Words("downwards", "向下"),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """Vertex (h, k) and focal length `f` of a parabola with an axis parallel to the `along`-axis."""

    along: str
    h: sp.Expr
    k: sp.Expr
    f: sp.Expr

    @property
    def names(self) -> tuple[str, str]:
        """The variable that is squared, and the other."""
        return ("y", "x") if self.along == "x" else ("x", "y")

    def features(self) -> dict[str, Any]:
        """Focus, directrix and the others as values."""
        focus = (self.h + self.f, self.k) if self.along == "x" else (self.h, self.k + self.f)
        line = self.h - self.f if self.along == "x" else self.k - self.f
        return {
            "focus": focus, "directrix": line, "parameter": abs(2 * self.f), "latus": abs(4 * self.f), "focal": abs(self.f),
            "vertex": (self.h, self.k), "axis": self.k if self.along == "x" else self.h, "opening": self.f,
        }  # fmt: skip


def shape_of(equation: sp.Expr) -> Shape | None:
    """The parabola where `equation` (in x and y, letters allowed) is 0; None when it is none along an axis."""
    x, y = sp.symbols("x y")
    poly = sp.expand(equation).as_poly(x, y)
    if poly is None or poly.total_degree() != 2 or poly.coeff_monomial(x * y) != 0:
        return None
    for squared, other, along in ((y, x, "x"), (x, y, "y")):
        a, b = poly.coeff_monomial(squared**2), poly.coeff_monomial(squared)
        c, d = poly.coeff_monomial(other), poly.coeff_monomial(1)
        if a != 0 and c != 0 and poly.coeff_monomial(other**2) == 0:
            centre, f = sp.simplify(-b / (2 * a)), sp.simplify(-c / (4 * a))
            start = sp.simplify((a * centre**2 - d) / c)
            return Shape(along, start, centre, f) if along == "x" else Shape(along, centre, start, f)
    return None


def _difference(curve: Relation) -> sp.Expr:
    left, right = map(to_sympy, curve.sides)
    if not isinstance(left, sp.Expr) or not isinstance(right, sp.Expr):
        raise FormulaError("an equation between points")
    return left - right


def _curve(node: Node) -> Shape | None:
    """The shape where the formula is the equation of a parabola in x and y."""
    match node:
        case Relation(("=",), _) if {"x", "y"} <= symbols(node) and not {"e", "i"} & symbols(node):
            try:
                return shape_of(_difference(node))
            except (FormulaError, sp.PolynomialError):
                return None
    return None


def read_conic(found: Account, language: Language) -> Reading:
    """A question about focus and directrix, or about a parabola that opens sideways; None when it is neither."""
    concepts = combined(found)
    curves = [n for n in found.nodes if isinstance(n, Relation) and _curve(n)]
    shape = _curve(curves[0]) if curves else None
    if len(curves) > 1 or not (set(FOCAL) & set(concepts) or shape and shape.along == "x"):
        return None
    if not curves and "equation" not in concepts:
        return None
    if found.unread:
        return Unread(found.unread)
    said = said_of(found, curves)
    if said is None or said.interval is not None or not set(said.wanted) <= set(WANTED):
        return None
    curve = curves[0] if curves else _general(said)
    if curve is None:
        return None
    if not symbols(curve) - {"x", "y"}:
        other = said.facts or said.asked or said.conditions or "equation" in said.wanted
        return Conic(curve, said, "", (), sp.Integer(0), language) if said.wanted and not other else None
    return conic_with_letter(curve, said, language)


def _general(said: Said) -> Relation | None:
    """y² = 2px or x² = 2py, where focus or directrix are given and the vertex is the origin."""
    facts = dict(said.facts)
    match facts.get("vertex"):
        case Group(_, items):
            if any(symbols(i) or to_sympy(i) != 0 for i in items):
                return None
        case _ if not {"focus", "directrix"} <= set(facts):
            return None
    match facts.get("focus"), facts.get("directrix"):
        case Group(_, (p, q)), _ if (to_sympy(p) == 0) != (to_sympy(q) == 0):
            along = "y" if to_sympy(p) == 0 else "x"
        case None, Relation(_, (Symbol(along), _)):
            pass
        case _:
            return None
    node = parse("y^2=2*p*x" if along == "x" else "x^2=2*p*y")
    return node if isinstance(node, Relation) else None


def _facts(curve: Relation, shape: Shape, said: Said) -> list[sp.Expr] | None:
    """What must be 0; None where a fact does not fit such a curve."""
    features = shape.features()
    found: list[sp.Expr] = []
    for name, node in said.facts:
        match name, node:
            case (("focus" | "vertex"), Group(_, (p, q))):
                found += [a - to_sympy(b) for a, b in zip(features[name], (p, q), strict=True)]
            case "directrix", Relation(("=",), (Symbol(v), right)) if v == shape.along:
                found.append(features["directrix"] - to_sympy(right))
            case "through", Group(_, (p, q)):
                found.append(
                    _difference(curve).subs({sp.Symbol("x"): to_sympy(p), sp.Symbol("y"): to_sympy(q)})
                )
            case (("parameter" | "latus"), length) if not symbols(length):
                times = {"parameter": 2, "latus": 4, "focal": 1}[name]
                found.append((times * shape.f) ** 2 - to_sympy(length) ** 2)
            case _:
                return None
    return [e for e in map(sp.simplify, found) if e != 0]


def conic_with_letter(curve: Relation, said: Said, language: Language) -> Conic | None:
    """The question about y² = 2px with p to be found; None where p is not fixed."""
    letters, shape = symbols(curve) - {"x", "y"}, _curve(curve)
    if len(letters) != 1 or shape is None or not said.facts:
        return None
    name = next(iter(letters))
    p, known = sp.Symbol(name), _facts(curve, shape, said)
    if not known or any(symbols(n) != {name} for n in said.asked):
        return None
    compare = {"<": sp.Lt, ">": sp.Gt, "<=": sp.Le, ">=": sp.Ge, "!=": sp.Ne}

    def allowed(value: sp.Expr) -> bool:
        return value.is_real and value != 0 and all(
            bool(compare[c.signs[0]](*(to_sympy(s).subs(p, value) for s in c.sides))) for c in said.conditions
        )  # fmt: skip

    values = [s[p] for s in sp.solve(known, [p], dict=True) if p in s and allowed(s[p])]
    if len(values) != 1 or len(said.asked) > 1 or bool(said.asked) == bool(said.wanted):
        return None
    if "equation" in said.wanted and len(said.wanted) > 1:
        return None
    return Conic(curve, said, name, tuple(known), values[0], language)


@dataclass(frozen=True, slots=True)
class Conic:
    """What is said of the parabola `curve`; where it has the letter `letter`, `facts` (each is 0) give its `value`."""

    curve: Relation
    said: Said
    letter: str
    facts: tuple[sp.Expr, ...]
    value: sp.Expr
    language: Language

    def _known(self) -> sp.Expr:
        """The equation with numbers only, as left − right."""
        return _difference(self.curve).subs(sp.Symbol(self.letter or "p"), self.value)

    def _shape(self) -> Shape:
        shape = shape_of(self._known())
        assert shape is not None
        return shape

    def solution(self) -> Solution:
        """The standard form, then vertex, focus and directrix."""
        say, shape, steps = self.language, self._shape(), list[str]()
        if self.letter:
            fact = sp.latex(sp.numer(sp.together(self.facts[0])))
            known = {"p": symbol_latex(self.letter), "value": sp.latex(self.value)}
            steps.append(WORDS["fact"].say(say, equation=fact, **known))
        squared, other = map(sp.Symbol, shape.names)
        centre, start = (shape.k, shape.h) if shape.along == "x" else (shape.h, shape.k)
        right = sp.Mul(4 * shape.f, other - start, evaluate=start == 0)
        standard = f"{sp.latex((squared - centre) ** 2)}={sp.latex(right)}"
        four = {"four": sp.latex(4 * shape.f), "f": sp.latex(shape.f)}
        steps.append(WORDS["standard"].say(say, v=squared, standard=standard, **four))
        if set(self.said.wanted) - {"equation"}:
            values = shape.features()
            names = ("vertex", "axis", "focus", "directrix")
            steps.append(WORDS["place"].say(say, **{n: self._shown(n, values[n]) for n in names}))
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        (squared, other), p = self._shape().names, self.letter
        lines, names = [f"equation = expand({difference(*map(to_python, self.curve.sides))})"], ["x", "y"]
        if p:
            known = f"{p}_found = solve({exact_source(list(self.facts))}, [{p}], dict=True)[0][{p}]"
            if len(sp.solve(list(self.facts), [sp.Symbol(p)], dict=True)) > 1:
                known = f"{p}_found = {exact_source(self.value)}"
            lines += [comment(WORDS["note_letter"].say(self.language)), known]
            lines.append(f"equation = expand(equation.subs({p}, {p}_found))")
            names.append(p)
        if self.said.asked:
            return cell(
                *lines[1:-1], f"({to_python(self.said.asked[0])}).subs({p}, {p}_found)", variables=names
            )
        if "equation" in self.said.wanted:
            return cell(*lines, f"solve(equation, {squared}**2)[0]", variables=names)
        lines += [
            comment(WORDS["note"].say(self.language)),
            f"A, B = equation.coeff({squared}, 2), equation.coeff({squared}, 1)",
            f"C = equation.coeff({other}, 1)",
            "middle = -B / (2*A)",
            "f = -C / (4*A)",
            f"start = solve(equation.subs({squared}, middle), {other})[0]",
        ]
        point = "({}, middle)" if squared == "y" else "(middle, {})"
        sources = {
            "focus": point.format("start + f"), "directrix": "start - f", "parameter": "abs(2*f)", "latus": "abs(4*f)", "focal": "abs(f)",
            "vertex": point.format("start"), "axis": "middle", "opening": "f",
        }  # fmt: skip
        wanted = [sources[w] for w in self.said.wanted]
        return cell(*lines, wanted[0] if len(wanted) == 1 else f"[{', '.join(wanted)}]", variables=names)

    def _shown(self, name: str, value: Any) -> str:
        shape = self._shape()
        if name == "opening":
            return rf"\text{{{OPENING[shape.along, bool(shape.f > 0)].say(self.language)}}}"
        if name in ("directrix", "axis"):
            horizontal = (shape.along == "x") == (name == "directrix")
            return f"{'x' if horizontal else 'y'}={exact_latex(value)}"
        if name == "equation":
            return f"{shape.names[0]}^{{2}}={exact_latex(value)}"
        return exact_latex(value)

    def conclude(self, value: Any) -> Conclusion | None:
        """The features in their own forms, in the order in which they were asked."""
        wanted = self.said.wanted
        values = value if len(wanted) > 1 else [value]
        if not isinstance(values, list) or len(values) != max(1, len(wanted)):
            return None
        shown = [self._shown(n, v) for n, v in zip(wanted or [""], values, strict=True)]
        answer = r",\ ".join(shown)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Points of the curve are as far from the focus as from the directrix; the answer says just these."""
        shape, wanted = self._shape(), self.said.wanted
        features, (squared, other) = shape.features(), shape.names
        features["equation"] = 4 * shape.f * sp.Symbol(other)
        if self.said.asked:
            right = to_sympy(self.said.asked[0]).subs(sp.Symbol(self.letter), self.value)
            agrees = values_in(answer) == (right,)
        else:
            said = r",\ ".join(self._shown(n, features[n]) for n in wanted)
            agrees = said.replace(" ", "") == answer.replace(" ", "")
        if not agrees:
            return None
        lines = [
            f"equation = {exact_source(self._known())}",
            f"focus, line = {exact_source((features['focus'], features['directrix']))}",
            "same = []",
            "for t in (1, 2, Rational(7, 2)):",
            f"    values = {{{squared}: t, {other}: solve(equation.subs({squared}, t), {other})[0]}}",
            "    far = (values[x] - focus[0])**2 + (values[y] - focus[1])**2",
            f"    same.append(simplify(far - (values[{other}] - line)**2) == 0)",
            "all(same)",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=("x", "y")))
