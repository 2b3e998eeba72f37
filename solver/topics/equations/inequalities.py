"""Inequalities in one real variable, alone or several at once: linear, quadratic, rational, with absolute values.

Read: relations with < > ≤ ≥, chains such as 1 < 2x+3 < 7, systems. Not: parameters, several variables, proofs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import FormulaError, Node, python_name, to_latex, to_python, to_sympy
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
from solver.latex import latex
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations import whole_solutions
from solver.topics.equations.real_sets import between, links, read_set, set_latex

VOCABULARY: Final = {
    "inequality": "inequality|compound|compound inequality|compound inequalities|double inequality|复合不等式|连不等式|inequalities|system of inequalities|inequality system|不等式|不等式组|一元二次不等式|一元一次不等式|解不等式|解不等式组"
    "|分式不等式|绝对值不等式|关于",
    "solve": "solve|solution set|solution|solutions|solving|range|for which|set|real|real numbers|all|解|的解集|解集|的解|解集为|取值范围|的取值范围|实数|求解|所有",
    "count": "how many|how much|多少个|几个|有多少|最大|最小",
    "picture": "number line|on the number line|on a number line|draw|draw the number line|graph|represent|show|sketch|plot|graph the solution|graph the solution set|mark|数轴|在数轴上|在数轴上表示|并在数轴上表示|表示|表示出来|画出|数轴上|数轴表示|把解集在数轴上表示出来|把解集",
    "notation": "give interval notation|give the interval notation|in interval notation|interval notation|express|express your answer|write|用区间表示|用区间表示解集",
}
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
    "turned": Words("Read it from the right: \\[{left} {sign} {right}\\]", "从右往左写：\\[{left} {sign} {right}\\]"),
    "shift": Words(
        "{verb} all three parts: \\[{low} {first} {middle} {second} {high}\\]", "三边同时{verb}：\\[{low} {first} {middle} {second} {high}\\]"
    ),
    "scale": Words(
        "Divide all three parts by \\({a}\\): \\[{low} {first} {middle} {second} {high}\\]", "三边同时除以 \\({a}\\)：\\[{low} {first} {middle} {second} {high}\\]"
    ),
    "scale-flip": Words(
        "Divide all three parts by the negative number \\({a}\\), which turns both signs around: \\[{low} {first} {middle} {second} {high}\\]",
        "三边同时除以负数 \\({a}\\)，两个不等号方向都改变：\\[{low} {first} {middle} {second} {high}\\]",
    ),
    "subtract": Words("Subtract \\({c}\\) from", "减去 \\({c}\\)"),
    "add": Words("Add \\({c}\\) to", "加上 \\({c}\\)"),
    "zero": Words("Bring everything to one side: \\[{left} {sign} 0\\]", "移项，使右边为 0：\\[{left} {sign} 0\\]"),
    "roots": Words(
        "The left side can change its sign only at \\({points}\\). These points divide the number line; in each part one test value decides.",
        "左边只可能在 \\({points}\\) 处改变符号。这些点把数轴分成几段，每一段取一个值检验即可。",
    ),
    "no_roots": Words("The left side never changes its sign; one test value decides.", "左边的符号始终不变，取一个值检验即可。"),
    "test": Words("At \\({x}={p}\\) the left side is \\({value}\\): {verdict}.", "在 \\({x}={p}\\) 处左边等于 \\({value}\\)：{verdict}。"),
    "yes": Words("the inequality holds", "不等式成立"),
    "no": Words("it does not hold", "不等式不成立"),
    "solved": Words("This is solved as it stands.", "这已经是解的形式。"),
    "all": Words("All the inequalities must hold at once: intersect the solution sets.", "各个不等式要同时成立，取解集的交集。"),
    "code": Words("solve over the real numbers", "在实数范围内求解"),
    "method": Words("a test value from each part of the number line and every boundary point were put in", "在数轴的每一段取值，并代入每个分界点检验"),
}  # fmt: skip
CLAIM: Final = Words("The solution set is \\({answer}\\).", "解集为 \\({answer}\\)。")


def read(text: Text) -> Reading:
    """Inequalities in one letter, or the integers that satisfy them."""
    if re.search(r"(?i)\binteger|整数", text.source) and (whole := whole_solutions.read(text)) is not None:
        return whole
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
        if task.critical_points() is not None:
            return task
    except FormulaError:
        return None
    from solver.topics.equations.log_inequalities import without_logarithms

    return without_logarithms(task.parts, task.variable, text.language)


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
        steps = self._in_three_parts()
        if steps is None:
            steps = [step for part in self.parts for step in self._steps(part)]
            if len(self.parts) > 1 or not steps:
                steps.append(WORDS["all" if len(self.parts) > 1 else "solved"].say(self.language))
        relations = [to_python(Relation((sign,), (left, right))) for left, sign, right in self.parts]
        x = python_name(self.variable)
        source = cell(
            comment(WORDS["code"].say(self.language)),
            f"reduce_inequalities([{', '.join(relations)}], {x})",
            variables=(self.variable,),
            assumptions="real=True",
        )
        return Solution(tuple(steps), source, self._plot())

    def _in_three_parts(self) -> list[str] | None:
        """`low < a x + b < high` worked on as one; None where it has another form."""
        match self.parts:
            case ((low, first, one), (other, second, high)) if (
                one == other and first[0] == second[0] and not symbols(low) | symbols(high)
            ):
                pass
            case _:
                return None
        x, say = sp.Symbol(self.variable, real=True), self.language
        middle = sp.expand(to_sympy(one, {self.variable: x})).as_poly(x)
        if middle is None or middle.degree() != 1:
            return None
        a, b = middle.all_coeffs()
        ends, signs, steps = [to_sympy(low) - b, to_sympy(high) - b], [first, second], []

        def shown(inside: sp.Expr) -> dict[str, str]:
            left, right = (SIGN_LATEX[s] for s in signs)
            return {
                "low": latex(ends[0]),
                "first": left,
                "middle": latex(inside),
                "second": right,
                "high": latex(ends[1]),
            }

        if b != 0:
            verb = WORDS["subtract" if b > 0 else "add"].say(say, c=latex(abs(b)))
            steps.append(WORDS["shift"].say(say, verb=verb, **shown(a * x)))
        if a != 1:
            ends, signs = [e / a for e in ends], [FLIP[s] if a < 0 else s for s in signs]
            steps.append(WORDS["scale-flip" if a < 0 else "scale"].say(say, a=latex(a), **shown(x)))
        return steps or None

    def _plot(self) -> str | None:
        """The solution set on a number line, unless it is nothing or everything."""
        x = sp.Symbol(self.variable, real=True)
        try:
            found = sp.And(
                *(to_sympy(Relation((s,), (a, b)), {self.variable: x}) for a, s, b in self.parts)
            ).as_set()
        except (NotImplementedError, ValueError, TypeError, AttributeError):
            return None
        pieces = found.args if isinstance(found, sp.Union) else (found,)
        parts = [
            (p.start, p.end, not p.left_open, not p.right_open) for p in pieces if isinstance(p, sp.Interval)
        ]
        points = [e for p in pieces if isinstance(p, sp.FiniteSet) for e in p]
        shown = set_latex(found)
        if found in (sp.S.Reals, sp.S.EmptySet) or not (parts or points) or shown is None:
            return None
        return plots.number_line(parts, points, self.variable, shown, language=self.language)

    def _steps(self, part: tuple[Node, str, Node]) -> list[str]:
        d, say, sign = self._difference(part), self.language, part[1]
        x = sp.Symbol(self.variable, real=True)
        poly = sp.expand(d).as_poly(x)
        if poly is not None and poly.degree() == 1:
            steps = []
            if self.variable not in symbols(part[0]):
                left, right = to_latex(part[2]), to_latex(part[0])
                d, sign, poly = -d, FLIP[sign], -poly
                steps.append(WORDS["turned"].say(say, left=left, sign=SIGN_LATEX[sign], right=right))
            a, b = poly.all_coeffs()
            if part[0 if not steps else 2] == Symbol(self.variable):
                return steps
            moved = {"x": latex(x), "left": latex(a * x), "sign": SIGN_LATEX[sign], "right": latex(-b)}
            near, far = (part[2], part[0]) if steps else (part[0], part[2])
            if to_sympy(near, {self.variable: x}) != a * x or symbols(far):
                steps.append(WORDS["linear"].say(say, **moved))
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


def _pointlist(ends: list[sp.Expr]) -> list[sp.Expr]:
    return [p for pair in zip(between(ends), [*ends, None], strict=True) for p in pair if p is not None]
