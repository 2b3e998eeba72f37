"""Inequalities in one real variable, alone or several at once: linear, quadratic, rational, with absolute values.

Read: relations with < > ≤ ≥, chains such as 1 < 2x+3 < 7, systems. Not: parameters, several variables, proofs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import (
    Apply,
    Blank,
    Call,
    Group,
    Integral,
    Limit,
    Relation,
    Series,
    Symbol,
    symbols,
    walk,
)
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.number_line import picture

VOCABULARY: Final = {
    "inequality": "inequality|compound|compound inequality|compound inequalities|double inequality|复合不等式|连不等式|inequalities|system of inequalities|inequality system|不等式|不等式组|一元二次不等式|一元一次不等式|解不等式|解不等式组"
    "|分式不等式|绝对值不等式|关于",
    "solve": "solve|solution set|solution|solutions|solving|range|for which|set|real|real numbers|all|解|的解集|解集|的解|解集为|取值范围|的取值范围|实数|求解|所有",
    "count": "how many|how much|多少个|几个|有多少|最大|最小",
    "picture": "number line|on the number line|on a number line|draw|draw the number line|graph|represent|show|sketch|plot|graph the solution|graph the solution set|mark|数轴|在数轴上|在数轴上表示|并在数轴上表示|表示|表示出来|画出|数轴上|数轴表示|把解集在数轴上表示出来|把解集",
    "notation": "give interval notation|give the interval notation|in interval notation|interval notation|express|express your answer|write|用区间表示|用区间表示解集",
}
SIGNS: Final = {"<", ">", "<=", ">="}
FLIP: Final = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
SIGN_LATEX: Final = {"<": "<", ">": ">", "<=": r"\le", ">=": r"\ge"}

WORDS: Final = {
    "linear": Words(
        "Bring \\({x}\\) to one side and the numbers to the other: \\[{left} {sign} {right}\\]", "移项、合并同类项：\\[{left} {sign} {right}\\]"
    ),
    "divide": Words(
        "Divide by \\({a}\\): \\[{x} {sign} {value}\\]", "两边同除以 \\({a}\\)：\\[{x} {sign} {value}\\]"
    ),
    "flip": Words(
        "Divide by the negative number \\({a}\\), which turns the sign around: \\[{x} {sign} {value}\\]",
        "两边同除以负数 \\({a}\\)，不等号方向改变：\\[{x} {sign} {value}\\]",
    ),
    "zero": Words("Bring everything to one side: \\[{left} {sign} 0\\]", "移项，使右边为 0：\\[{left} {sign} 0\\]"),
    "roots": Words(
        "The left side can change its sign only at \\({points}\\). These points divide the number line; in each part one test value decides.",
        "左边只可能在 \\({points}\\) 处改变符号。这些点把数轴分成几段，每一段取一个值检验即可。",
    ),
    "no_roots": Words("The left side never changes its sign; one test value decides.", "左边的符号始终不变，取一个值检验即可。"),
    "test": Words("At \\({x}={p}\\) the left side is \\({value}\\): {verdict}.", "在 \\({x}={p}\\) 处左边等于 \\({value}\\)：{verdict}。"),
    "yes": Words("the inequality holds", "不等式成立"),
    "no": Words("it does not hold", "不等式不成立"),
    "all": Words("All the inequalities must hold at once: intersect the solution sets.", "各个不等式要同时成立，取解集的交集。"),
    "code": Words("solve over the real numbers", "在实数范围内求解"),
    "method": Words("a test value from each part of the number line and every boundary point were put in", "在数轴的每一段取值，并代入每个分界点检验"),
}  # fmt: skip
CLAIM: Final = Words("The solution set is \\({answer}\\).", "解集为 \\({answer}\\)。")


def read(text: Text) -> Reading:
    """Inequalities in one letter."""
    found = account(text.source, VOCABULARY)
    parts = [part for node in found.nodes for part in links(node)]
    if not parts or any(not isinstance(n, Relation | Symbol) for n in found.nodes):
        return None
    if found.unread:
        return Unread(found.unread)
    if found.has("count") or (found.has("is") and not (found.has("solve") or found.has("inequality"))):
        return None  # how many solutions there are, or whether it is true, is another question
    relations = [n for n in found.nodes if isinstance(n, Relation)]
    others = [n for n in found.nodes if not isinstance(n, Relation)]
    if any(not links(n) for n in relations) or any(
        re.search(r"(?<![A-Za-z])[aA]\s*$", text.source[: f.start]) for f in found.formulas
    ):
        return None
    names = {n for part in parts for n in symbols(part[0]) | symbols(part[2])} - {"e"}
    forbidden = Apply | Integral | Limit | Series | Group | Relation | Blank
    if (
        len(names) != 1
        or {"i"} & names
        or any(not isinstance(n, Symbol) or n.name not in names for n in others)
    ):
        return None
    if any(isinstance(n, forbidden) for part in parts for side in (part[0], part[2]) for n in walk(side)):
        return None
    task = Inequalities(tuple(parts), names.pop(), text.language)
    try:
        return task if task.critical_points() is not None else None
    except FormulaError:
        return None


def links(node: Node) -> list[tuple[Node, str, Node]]:
    """The single inequalities of a chain; empty when it is something else."""
    if not isinstance(node, Relation) or not set(node.signs) <= SIGNS:
        return []
    return [(node.sides[i], sign, node.sides[i + 1]) for i, sign in enumerate(node.signs)]


@dataclass(frozen=True, slots=True)
class Inequalities:
    """All of `parts` (left, sign, right) at once, for real values of `variable`."""

    parts: tuple[tuple[Node, str, Node], ...]
    variable: str
    language: Language

    def _difference(self, part: tuple[Node, str, Node]) -> sp.Expr:
        known = {self.variable: sp.Symbol(self.variable, real=True)}
        return to_sympy(part[0], known) - to_sympy(part[2], known)

    def critical_points(self) -> list[sp.Expr] | None:
        """Zeros and poles of all the differences, in order; None when they are not a finite set that sympy finds."""
        found, x = set[sp.Expr](), sp.Symbol(self.variable, real=True)
        for part in self.parts:
            d = self._difference(part)
            if d.has(sp.nan, sp.zoo, sp.oo, sp.I) or not all(
                _is_plain(n) for side in (part[0], part[2]) for n in walk(side)
            ):
                return None
            bars = [b.args[0] for b in d.atoms(sp.Abs)]
            for piece in (
                d,
                *bars,
                *(sp.denom(t) for t in sp.preorder_traversal(d) if t.is_Pow and t.exp.is_negative),
            ):
                try:
                    zeros = sp.solveset(piece, x, sp.S.Reals) if piece.has(x) else sp.S.EmptySet
                except (NotImplementedError, ValueError):
                    return None
                if (
                    not isinstance(zeros, sp.FiniteSet)
                    and zeros is not sp.S.EmptySet
                    and not (zeros.is_subset(sp.S.Reals) and piece in bars)
                ):
                    return None
                found |= set(zeros) if isinstance(zeros, sp.FiniteSet) else set()
        return sorted(found, key=lambda p: float(p.evalf(30)))

    def solution(self) -> Solution:
        """Linear ones by moving terms, others by the signs on the number line."""
        steps = [step for part in self.parts for step in self._steps(part)]
        if len(self.parts) > 1:
            steps.append(WORDS["all"].say(self.language))
        relations = [to_python(Relation((sign,), (left, right))) for left, sign, right in self.parts]
        x = python_name(self.variable)
        source = cell(
            comment(WORDS["code"].say(self.language)),
            f"reduce_inequalities([{', '.join(relations)}], {x})",
            variables=(self.variable,),
            assumptions="real=True",
        )
        found = self.found()
        shown = None if found is None else set_latex(found)
        plot = (
            picture(found, shown, self.variable, self.language)
            if shown and found is not sp.S.EmptySet
            else None
        )
        return Solution(tuple(steps), source, plot)

    def found(self) -> sp.Set | None:
        """The solution set: between neighbouring critical points one number decides, the points decide for themselves."""
        points = self.critical_points()
        if points is None:
            return None
        pieces: list[sp.Set] = [sp.FiniteSet(p) for p in points if self._holds(p)]
        ends = [-sp.oo, *points, sp.oo]
        pieces += [
            sp.Interval.open(low, high)
            for (low, high), p in zip(pairwise(ends), between(points), strict=True)
            if self._holds(p)
        ]
        return sp.Union(*pieces)

    def _holds(self, point: sp.Expr) -> bool:
        x = sp.Symbol(self.variable, real=True)
        for left, sign, right in self.parts:
            a, b = (to_sympy(side, {self.variable: x}).subs(x, point) for side in (left, right))
            if not (a.is_finite and b.is_finite) or not bool(_compare(sp.simplify(a - b), sign)):
                return False
        return True

    def _steps(self, part: tuple[Node, str, Node]) -> list[str]:
        d, say, sign = self._difference(part), self.language, part[1]
        x = sp.Symbol(self.variable, real=True)
        poly = sp.expand(d).as_poly(x)
        if poly is not None and poly.degree() == 1:
            a, b = poly.all_coeffs()
            steps = [
                WORDS["linear"].say(
                    say, x=latex(x), left=latex(a * x), sign=SIGN_LATEX[sign], right=latex(-b)
                )
            ]
            if a != 1:
                turned = FLIP[sign] if a < 0 else sign
                key = "flip" if a < 0 else "divide"
                steps.append(
                    WORDS[key].say(say, a=latex(a), x=latex(x), sign=SIGN_LATEX[turned], value=latex(-b / a))
                )
            return steps
        steps, f = [], sp.factor(sp.together(d)) if not d.has(sp.Abs) else d
        steps.append(WORDS["zero"].say(say, left=latex(f), sign=SIGN_LATEX[sign]))
        points = Inequalities((part,), self.variable, say).critical_points() or []
        shown = ",\\ ".join(latex(p) for p in points)
        steps.append(WORDS["roots"].say(say, points=shown) if points else WORDS["no_roots"].say(say))
        for p in between(points):
            value = f.subs(x, p)
            verdict = WORDS["yes" if bool(_compare(value, sign)) else "no"].say(say)
            steps.append(
                WORDS["test"].say(
                    say, x=latex(x), p=latex(p), value=latex(sp.simplify(value)), verdict=verdict
                )
            )
        return steps

    def conclude(self, value: Any) -> Conclusion | None:
        """The solution set as intervals."""
        if isinstance(value, bool):
            found: Any = sp.S.Reals if value else sp.S.EmptySet
        elif isinstance(value, sp.logic.boolalg.Boolean) and {s.name for s in value.free_symbols} <= {
            self.variable
        }:
            real = {s: sp.Symbol(self.variable, real=True) for s in value.free_symbols}
            try:
                found = value.subs(real).as_set()
            except (NotImplementedError, ValueError):
                return None
        else:
            return None
        answer = set_latex(found)
        return None if answer is None else Conclusion(CLAIM.say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Membership and truth must agree at test values in every part and at every boundary."""
        given = read_set(answer, self.variable)
        critical = self.critical_points()
        if given is None or critical is None:
            return None
        ends = sorted(
            {*critical, *(b for b in given.boundary if b.is_finite)}, key=lambda p: float(p.evalf(30))
        )
        points = exact_source(
            [p for pair in zip(between(ends), [*ends, None], strict=True) for p in pair if p is not None]
        )
        x = python_name(self.variable)
        lines = [
            f"points = {points}",
            f"claimed = {[bool(given.contains(p)) for p in _pointlist(ends)]}",
            "",
            "def holds(p):",
            f"    pairs = [{', '.join(f'(S({to_python(left)}).subs({x}, p), S({to_python(right)}).subs({x}, p))' for left, _, right in self.parts)}]",
            "    if not all(a.is_finite and b.is_finite for a, b in pairs):",
            "        return False",
            "    (" + ", ".join(f"(a{k}, b{k})" for k in range(len(self.parts))) + ",) = pairs",
            "    return "
            + " and ".join(f"bool(simplify(a{k} - b{k}) {s} 0)" for k, (_, s, _) in enumerate(self.parts)),
            "",
            "[holds(S(p)) for p in points] == claimed",
        ]
        source = cell(*lines, variables=(self.variable,), assumptions="real=True")
        return CheckPlan(CLAIM.say(self.language, answer=answer), WORDS["method"].say(self.language), source)


def _is_plain(node: Node) -> bool:
    """Arithmetic, roots and absolute values only."""
    return not isinstance(node, Call) or node.name in ("Abs", "sqrt")


def _compare(value: sp.Expr, sign: str) -> Any:
    return (
        {"<": value < 0, ">": value > 0, "<=": value <= 0, ">=": value >= 0}[sign] if value.is_real else False
    )


def between(points: list[sp.Expr]) -> list[sp.Expr]:
    """A simple number in each part into which the points divide the line.

    >>> between([sp.Integer(1), sp.Integer(4)])
    [0, 2, 5]
    """
    if not points:
        return [sp.S.Zero]
    inner = []
    for a, b in pairwise(points):
        middle = sp.floor((a + b) / 2)
        inner.append(middle if a < middle < b else sp.nsimplify(sp.N((a + b) / 2, 15), rational=True))
    return [sp.ceiling(points[0]) - 1, *inner, sp.floor(points[-1]) + 1]


def _pointlist(ends: list[sp.Expr]) -> list[sp.Expr]:
    return [p for pair in zip(between(ends), [*ends, None], strict=True) for p in pair if p is not None]


def set_latex(found: Any) -> str | None:
    """Intervals joined by ∪; single points in braces.

    >>> set_latex(sp.Union(sp.Interval(-sp.oo, -3), sp.Interval.open(2, 5)))
    '(-\\\\infty, -3]\\\\cup (2, 5)'
    """
    if found is sp.S.EmptySet:
        return r"\emptyset"
    if found is sp.S.Reals:
        return r"(-\infty, \infty)"
    pieces = list(found.args) if isinstance(found, sp.Union) else [found]
    texts = []
    for piece in pieces:
        if isinstance(piece, sp.Interval):
            opening, closing = "(" if piece.left_open else "[", ")" if piece.right_open else "]"
            texts.append((piece.start, f"{opening}{latex(piece.start)}, {latex(piece.end)}{closing}"))
        elif isinstance(piece, sp.FiniteSet):
            texts.append((min(piece), r"\{" + ", ".join(map(latex, piece)) + r"\}"))
        else:
            return None
    return r"\cup ".join(text for _, text in sorted(texts, key=lambda t: float(t[0].evalf())))


def read_set(answer: str, variable: str) -> Any:
    """The set that an answer states: intervals, or inequalities joined by "or"; None when it is not understood."""
    text = re.sub(r"\\(?:left|right|,|;|!|quad)", " ", answer).strip().strip("$. ")
    if re.fullmatch(
        r"\\(?:emptyset|varnothing)|(?:\\text\{)?(?:no (?:real )?solutions?|无解|空集)\}?|∅", text
    ):
        return sp.S.EmptySet
    if re.fullmatch(r"\\mathbb\s*\{?R\}?|R|(?:\\text\{)?(?:all real numbers|全体实数|一切实数)\}?", text):
        return sp.S.Reals
    text = re.sub(rf"^{variable}\s*(?:\\in|∈)", "", text).strip()
    if (gaps := _all_but(text, variable)) is not None:
        return sp.S.Reals - gaps
    pieces = re.split(r"\\cup|∪|\\text\{\s*(?:or|或)\s*\}|\bor\b|或|\\lor|,\s*\\quad", text)
    try:
        found = [_read_piece(piece.strip(), variable) for piece in pieces]
    except (FormulaError, TypeError, ValueError):
        return None
    return None if None in found else sp.Union(*found)


def _all_but(text: str, variable: str) -> Any:
    """The numbers that `x \\ne 2` leaves out, also several."""
    values = values_in(re.sub(r"\\text\{\s*(?:and|且)\s*\}|且|\band\b", ",", text))
    if not values or any(not isinstance(v, sp.Ne) or v.lhs != sp.Symbol(variable) for v in values):
        return None
    return sp.FiniteSet(*(v.rhs for v in values))


def _read_piece(piece: str, variable: str) -> Any:
    node = parse(piece)
    match node:
        case Group("{}", items):
            return sp.FiniteSet(*map(to_sympy, items))
        case Group(brackets, (low, high)):
            return sp.Interval(to_sympy(low), to_sympy(high), brackets[0] == "(", brackets[1] == ")")
        case Relation(("=",), (Symbol(name), value)) if name == variable:
            return sp.FiniteSet(to_sympy(value))
    x = sp.Symbol(variable, real=True)
    conditions = []
    for left, sign, right in links(node):
        if {to_latex(left), to_latex(right)} & {to_latex(Symbol(variable))} == set():
            return None
        conditions.append(to_sympy(Relation((sign,), (left, right)), {variable: x}).as_set())
    return sp.Intersection(*conditions) if conditions else None
