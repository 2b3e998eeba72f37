"""The range of a function: all the values that it takes, on its whole domain or on an interval that the problem names.

Read: one formula of polynomials, fractions, roots, logarithms, absolute values, exponentials whose turning points are exact. Not:
trigonometric functions, letters, ranges of data, domain together with range.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Call, Group, Relation, Symbol, symbols, walk
from solver.latex import exact_latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.real_sets import between, read_set, set_latex
from solver.topics.functions.function_features.conditions import conditions_of, solution_set, zeros
from solver.topics.functions.function_features.domains import as_set
from solver.topics.functions.function_features.function import Function, function_of, told

VOCABULARY: Final = {
    "range": "range|range of|its range|值域|的值域|取值范围|的取值范围|函数值的取值范围|函数值y的取值范围",
    "on": "domain|on the domain|on domain|only on domain|defined only on|defined only on domain|on this domain|is defined on|defined on|is defined|only|by the formula|on the interval|interval|over the interval|over|whose domain is|has domain"
    "|在区间|上|上的|区间|定义在|定义域为|定义域是|when|for|restricted to",
    "number": "where x is a real number|quadratic|quadratic function|二次函数|一次函数|当自变量",
}  # fmt: skip
WORDS: Final = {
    "square": Words("Complete the square: \\[{f}={vertex}\\] A square is never negative, so the value is {side} \\({k}\\), and it is reached at \\({x}={h}\\).",
                    "配方：\\[{f}={vertex}\\] 平方不小于 0，所以函数值{side} \\({k}\\)，在 \\({x}={h}\\) 处取到。"),
    "fraction": Words("Divide: \\[{f}={whole}+{rest}\\] The fraction takes every value except 0, so the function takes every value except \\({whole}\\).",
                      "分离常数：\\[{f}={whole}+{rest}\\] 后一个分式可取 0 以外的一切值，所以函数值可取 \\({whole}\\) 以外的一切实数。"),
    "domain": Words("The values of \\({x}\\) that count are \\({domain}\\).", "自变量的取值范围是 \\({domain}\\)。"),
    "corners": Words("What stands between the bars changes its sign at \\({points}\\); between these points the bars can be left away.", "绝对值号内的式子在 \\({points}\\) 处变号，在各段上可以去掉绝对值号。"),
    "slope": Words("The derivative \\({slope}\\) is 0 only at \\({points}\\); between these places it keeps its sign.", "导数 \\({slope}\\) 只在 \\({points}\\) 处为 0，在其间各段上符号不变。"),
    "no_slope": Words("The derivative \\({slope}\\) has no zero there, so it keeps its sign on each part.", "导数 \\({slope}\\) 在此没有零点，在每一段上符号不变。"),
    "rises": Words("For \\({x}\\in {piece}\\) the function rises, from \\({low}\\) to \\({high}\\).", "在 \\({x}\\in {piece}\\) 上函数递增，函数值由 \\({low}\\) 到 \\({high}\\)。"),
    "falls": Words("For \\({x}\\in {piece}\\) the function falls, from \\({low}\\) to \\({high}\\).", "在 \\({x}\\in {piece}\\) 上函数递减，函数值由 \\({low}\\) 到 \\({high}\\)。"),
    "constant": Words("For \\({x}\\in {piece}\\) the value is always \\({low}\\).", "在 \\({x}\\in {piece}\\) 上函数值恒为 \\({low}\\)。"),
    "all": Words("All these values together: \\({range}\\).", "合起来，函数值的集合是 \\({range}\\)。"),
    "note": Words("parts on which the function only rises or only falls", "函数在每一段上单调"),
    "answer": Words("The range is \\({answer}\\).", "值域为 \\({answer}\\)。"),
    "method": Words("for values inside, outside and at the ends, asked whether the function takes them", "对范围内外和端点处的值，检验函数能否取到"),
}  # fmt: skip
AT_LEAST: Final = {True: Words("at least", "不小于"), False: Words("at most", "不大于")}
MAX_PIECES: Final = 12


def read(text: Text) -> Reading:
    """A question for the range of one function."""
    source = re.sub(
        r"\(\s*\$?[a-z]\s*(?:\\in\b|∈)\s*((?:\\left)?[\[(][^\])]*[\])])\s*\$?\s*\)", r" , \1 ", text.source
    )
    source = re.sub(r"(?<![A-Za-z\\])[a-z]\s*(?:\\in\b|∈)\s*(?=[\[(]|\\left)", " ", source)
    source = re.sub(r"\$?[a-z]\s*(?:\\in\b|∈)\s*(?:\\mathbb\s*\{?R\}?|R)\$?", " ", source)
    is_named = source != text.source
    found = told(Text(source, text.language, text.values), VOCABULARY)
    if not found.has("range"):
        return None
    try:
        known = function_of(found, text)
        if known is None or len(known[1]) > 1:
            return None
        function = known[0]
        named = [interval_of(n, function.variable, is_named=is_named or found.has("on")) for n in known[1]]
        if any(n is None for n in named) or not named and re.search(r"(?i)\bdomain\b|定义域", source):
            return None
        if "取值范围" in source and not re.search(
            r"(?:函数值\s*\$?y?|y|\([a-z]\))\s*(?:\$|\\\))?\s*的?取值范围", source
        ):
            return None  # of x, or of nothing that is named
        if found.unread:
            return Unread(found.unread)
        task = made(function, named[0] if named else None, text.language)
    except FormulaError:
        return None
    return task


def interval_of(node: Node, variable: str, *, is_named: bool) -> sp.Set | None:
    """The numbers that the problem allows for the variable."""
    match node:
        case Group(brackets, (low, high)) if not (symbols(low) | symbols(high)) - {"e"} and (
            is_named or brackets != "()"
        ):
            a, b = to_sympy(low), to_sympy(high)
            if (
                a.is_extended_real
                and b.is_extended_real
                and a < b
                and brackets[0] in "[("
                and brackets[-1] in "])"
            ):
                return sp.Interval(a, b, brackets[0] == "(", brackets[-1] == ")")
        case Relation(signs, sides) if symbols(node) == {variable} and set(signs) <= {"<", "<=", ">", ">="}:
            x = sp.Symbol(variable, real=True)
            if all(not symbols(s) or s == Symbol(variable) for s in sides):
                parts = [
                    to_sympy(Relation((sign,), pair), {variable: x}).as_set()
                    for sign, pair in zip(signs, pairwise(sides), strict=True)
                ]
                found = sp.Intersection(*parts)
                return found if isinstance(found, sp.Interval) else None
    return None


@dataclass(frozen=True, slots=True)
class Piece:
    """An interval on which the function only rises, only falls, or is constant; with its limits at both ends."""

    interval: sp.Interval
    start: sp.Expr
    end: sp.Expr

    def image(self) -> sp.Set:
        """The values taken on it."""
        left, right = self.interval.left_open, self.interval.right_open
        if self.start == self.end:
            return sp.FiniteSet(self.start)
        if self.start < self.end:
            return sp.Interval(self.start, self.end, left, right)
        return sp.Interval(self.end, self.start, right, left)


def made(function: Function, named: sp.Set | None, language: Language) -> Range | None:
    """The range with the pieces that show it; None where they are not found."""
    x = sp.Symbol(function.variable, real=True)
    if any(
        isinstance(n, Call) and n.name == "root" and to_sympy(n.arguments[1]) % 2 for n in walk(function.body)
    ):
        return None
    conditions = conditions_of(function.body, function.variable)
    domain = solution_set(conditions, function.variable) if conditions is not None else None
    if domain is None:
        return None
    if named is not None:
        if not named.is_subset(domain):
            return None
        domain = named
    intervals = list(domain.args) if isinstance(domain, sp.Union) else [domain]
    if not all(isinstance(i, sp.Interval) for i in intervals):
        return None
    f = to_sympy(function.body, {function.variable: x})
    if not isinstance(f, sp.Expr) or not f.has(x):
        return None
    corners = _corners(f, x)
    if corners is None:
        return None
    pieces, flat = list[Piece](), set[sp.Expr]()
    for interval in intervals:
        for part in _cut(interval, corners):
            smooth = _without_bars(f, x, _inside(part))
            turning = _turning(smooth, x)
            if turning is None:
                return None
            flat |= {t for t in turning if part.contains(t) == sp.true and t not in corners}
            for piece in _cut(part, turning):
                ends = _ends(smooth, x, piece)
                if ends is None or len(pieces) >= MAX_PIECES:
                    return None
                if ends[0] == ends[1] and smooth.has(x):
                    return None
                pieces.append(Piece(piece, *ends))
    values = sp.Union(*(p.image() for p in pieces))
    if set_latex(values) is None:
        return None
    return Range(
        function,
        named,
        domain,
        tuple(pieces),
        tuple(corners),
        tuple(sorted(flat, key=float)),
        values,
        language,
    )


def _corners(f: sp.Expr, x: sp.Symbol) -> list[sp.Expr] | None:
    """Where something between bars is 0."""
    points = set[sp.Expr]()
    for bars in f.atoms(sp.Abs):
        if bars.args[0].has(sp.Abs):
            return None
        found = zeros(bars.args[0], x)
        if found is None:
            return None
        points |= set(found)
    return sorted(points, key=float)


def _without_bars(f: sp.Expr, x: sp.Symbol, sample: sp.Expr) -> sp.Expr:
    signs = {
        bars: bars.args[0] if bars.args[0].subs(x, sample) > 0 else -bars.args[0] for bars in f.atoms(sp.Abs)
    }
    return sp.expand(f.xreplace(signs)) if signs else f


def _turning(f: sp.Expr, x: sp.Symbol) -> list[sp.Expr] | None:
    """Where the derivative is 0; empty where the function does not change."""
    slope = sp.diff(f, x)
    if not slope.has(x):
        return []
    top = sp.numer(sp.together(slope))
    return zeros(sp.expand(top) if top.is_polynomial(x) else top, x)


def _cut(interval: sp.Interval, points: list[sp.Expr]) -> list[sp.Interval]:
    """The interval in parts that meet at those of the points that lie inside."""
    inside = sorted((p for p in points if interval.interior.contains(p) == sp.true), key=float)
    ends = [interval.start, *inside, interval.end]
    return [
        sp.Interval(
            a, b, interval.left_open if k == 0 else False, interval.right_open if k == len(inside) else False
        )
        for k, (a, b) in enumerate(pairwise(ends))
    ]


def _inside(interval: sp.Interval) -> sp.Expr:
    """A number of the interval that is no end."""
    low, high = interval.start, interval.end
    if low.is_infinite or high.is_infinite:
        return sp.S.Zero if low.is_infinite and high.is_infinite else high - 1 if low.is_infinite else low + 1
    return (low + high) / 2


def _ends(f: sp.Expr, x: sp.Symbol, piece: sp.Interval) -> tuple[sp.Expr, sp.Expr] | None:
    try:
        found = sp.simplify(sp.limit(f, x, piece.start, "+")), sp.simplify(sp.limit(f, x, piece.end, "-"))
    except (NotImplementedError, ValueError):
        return None
    return found if all(v.is_extended_real and not v.has(sp.nan, x) for v in found) else None


@dataclass(frozen=True, slots=True)
class Range:
    """All `values` of the function for numbers of `domain` (`named` where the problem names it)."""

    function: Function
    named: sp.Set | None
    domain: sp.Set
    pieces: tuple[Piece, ...]
    corners: tuple[sp.Expr, ...]
    flat: tuple[sp.Expr, ...]
    values: sp.Set
    language: Language

    def _f(self) -> tuple[sp.Expr, sp.Symbol]:
        x = sp.Symbol(self.function.variable, real=True)
        return to_sympy(self.function.body, {self.function.variable: x}), x

    def solution(self) -> Solution:
        """A square or a quotient where that shows it at once, else the parts on which the function rises or falls."""
        steps = self._short() or self._parts()
        return Solution(tuple(steps), self._cell())

    def _short(self) -> list[str]:
        (f, x), say, name = self._f(), self.language, self.function.variable
        shown = to_latex(self.function.body)
        if self.named is not None or f.atoms(sp.Abs):
            return []
        if f.is_polynomial(x) and sp.degree(f, x) == 2:
            a, b, c = sp.Poly(f, x).all_coeffs()
            h, k = -b / (2 * a), sp.expand(c - b**2 / (4 * a))
            vertex = exact_latex(a * (x - h) ** 2 + k)
            side = AT_LEAST[bool(a > 0)].say(say)
            return [
                WORDS["square"].say(
                    say, f=shown, vertex=vertex, side=side, k=exact_latex(k), h=exact_latex(h), x=name
                )
            ]
        top, bottom = map(sp.expand, sp.fraction(sp.together(f)))
        if (
            all(p.is_polynomial(x) for p in (top, bottom))
            and sp.degree(bottom, x) == 1
            and sp.degree(top, x) <= 1
        ):
            whole, rest = sp.div(top, bottom, x)
            if rest != 0 and self.values == sp.S.Reals - sp.FiniteSet(whole):
                fraction = rf"\frac{{{exact_latex(rest)}}}{{{exact_latex(bottom)}}}"
                return [WORDS["fraction"].say(say, f=shown, whole=exact_latex(whole), rest=fraction)]
        return []

    def _parts(self) -> list[str]:
        (f, x), say, name = self._f(), self.language, self.function.variable
        steps = [WORDS["domain"].say(say, x=name, domain=set_latex(self.domain))]
        if self.corners:
            steps.append(WORDS["corners"].say(say, points=_listed(name, self.corners)))
        else:
            slope = exact_latex(sp.simplify(sp.diff(f, x)))
            key = "slope" if self.flat else "no_slope"
            steps.append(WORDS[key].say(say, slope=slope, points=_listed(name, self.flat)))
        for piece in self.pieces:
            key = "constant" if piece.start == piece.end else "rises" if piece.start < piece.end else "falls"
            low, high = exact_latex(piece.start), exact_latex(piece.end)
            steps.append(WORDS[key].say(say, x=name, piece=set_latex(piece.interval), low=low, high=high))
        return [*steps, WORDS["all"].say(say, range=set_latex(self.values))]

    def _cell(self) -> str:
        x = python_name(self.function.variable)
        parts = ", ".join(exact_interval(p.interval) for p in self.pieces)
        lines = [
            f"f = {to_python(self.function.body)}",
            comment(WORDS["note"].say(self.language)),
            f"pieces = [{parts}]",
            "",
            "def image(piece):",
            f'    a, b = limit(f, {x}, piece.start, "+"), limit(f, {x}, piece.end, "-")',
            "    opens = piece.left_open, piece.right_open",
            "    return Interval(a, b, *opens) if a < b else Interval(b, a, *opens[::-1]) if a > b else FiniteSet(a)",
            "",
            "Union(*map(image, pieces)).as_relational(Symbol('value', real=True))",
        ]
        return cell(*lines, variables=(self.function.variable,), assumptions="real=True")

    def conclude(self, value: Any) -> Conclusion | None:
        """The set as intervals; None where the cell found another."""
        found = as_set(value, "value")
        if found is None or found != self.values:
            return None
        answer = set_latex(found)
        return (
            None if answer is None else Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)
        )

    def check(self, answer: str) -> CheckPlan | None:
        """Whether the equation f(x) = value has a solution, for values inside, outside and at the ends."""
        given = read_set(answer, "y")
        if given is None:
            return None
        ends = sorted({*(b for s in (given, self.values) for b in s.boundary if b.is_finite)}, key=float)
        points = [p for pair in zip(between(ends), [*ends, None], strict=True) for p in pair if p is not None]
        x = python_name(self.function.variable)
        intervals = self.domain.args if isinstance(self.domain, sp.Union) else (self.domain,)
        lines = [
            f"f = {to_python(self.function.body)}",
            f"domain = Union({', '.join(exact_interval(i) for i in intervals)})",
            f"claimed = {exact_source([(p, given.contains(p) == sp.true) for p in points])}",
            "",
            "def is_taken(value):",
            f"    found = solveset(Eq(f, value), {x}, S.Reals)",
            "    if isinstance(found, FiniteSet):",
            "        return any(domain.contains(p) == True for p in found)",
            "    return {True: False, False: True}.get(Intersection(found, domain).is_empty)  # None: not decided",
            "",
            "verdicts = [is_taken(S(value)) for value, _ in claimed]",
            "None if None in verdicts else verdicts == [claim for _, claim in claimed]",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        source = cell(*lines, variables=(self.function.variable,), assumptions="real=True")
        return CheckPlan(claim, WORDS["method"].say(self.language), source)


def exact_interval(interval: sp.Interval) -> str:
    """Source of an interval with its open ends."""
    ends = f"{exact_source(interval.start)}, {exact_source(interval.end)}"
    flags = (
        f", {bool(interval.left_open)}, {bool(interval.right_open)}"
        if interval.left_open or interval.right_open
        else ""
    )
    return f"Interval({ends}{flags})"


def _listed(name: str, points: tuple[sp.Expr, ...]) -> str:
    return ",\\ ".join(f"{name}={exact_latex(p)}" for p in points)
