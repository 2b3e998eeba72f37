"""Limits of functions and sequences of one variable, from one side or both, finite or infinite.

Read: `\\lim_{x\\to a} …` alone or with words, "the limit of … as x approaches a", 当x趋于a时…的极限. Not: several variables,
parameters, limits that oscillate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import FormulaError, Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Blank, Group, Integral, Limit, Relation, Series, Symbol, symbols, walk
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.reader.account import Account
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.calculus.limit_methods import WORDS as METHOD_WORDS
from solver.topics.calculus.limit_methods import Ratio
from solver.topics.calculus.limit_wordings import with_place_in_front
from solver.topics.cells import cell, comment, exact_source
from solver.topics.methods import Another

VOCABULARY: Final = {
    "limit": "limits?|limit of|limiting value|极限|的极限|极限值|求极限|函数极限|数列极限|的极限值",
    "as": "as|when",
    "to": "approaches|tends to|goes to|approaching|tending to|tends|趋于|趋近于|趋向于|趋向|趋近|时|逼近|无限趋近于",
    "infinity": "infinity|positive infinity|plus infinity|无穷|无穷大|正无穷|正无穷大",
    "minus_infinity": "negative infinity|minus infinity|负无穷|负无穷大",
    "right": "from the right|from above|right-hand|right-hand limit|right hand limit|right-sided|右极限|从右侧|从右边",
    "left": "from the left|from below|left-hand|left-hand limit|left hand limit|left-sided|左极限|从左侧|从左边",
    "function": "functions?|sequence|whether|exists|if it exists|or|function's|函数|数列|是否存在",
}

WORDS: Final = {
    "put": Words("The function is continuous at \\({x}={a}\\), so put the value in: \\[{problem}={value}\\]", "函数在 \\({x}={a}\\) 处连续，直接代入：\\[{problem}={value}\\]"),
    "no need": Words("at \\({x}={a}\\) the value can just be put in", "在 \\({x}={a}\\) 处直接代入就行"),
    "cancel": Words(
        "Putting \\({x}={a}\\) in gives \\(\\frac{{0}}{{0}}\\). Factor and cancel (for \\({x}\\neq {a}\\)): \\[{f}={g}\\] "
        "Now the value can be put in: \\[{problem}={value}\\]",
        "直接代入 \\({x}={a}\\) 得 \\(\\frac{{0}}{{0}}\\)。分解因式并约分（\\({x}\\neq {a}\\)）：\\[{f}={g}\\] 再代入：\\[{problem}={value}\\]",
    ),
    "power": Words(
        "Divide numerator and denominator by the highest power \\({power}\\) of the denominator; terms like \\(\\frac{{1}}{{{x}}}\\) go to 0: "
        "\\[{problem}=\\lim_{{{x}\\to {a}}}\\frac{{{top}}}{{{bottom}}}={value}\\]",
        "分子分母同除以分母的最高次幂 \\({power}\\)，形如 \\(\\frac{{1}}{{{x}}}\\) 的项趋于 0："
        "\\[{problem}=\\lim_{{{x}\\to {a}}}\\frac{{{top}}}{{{bottom}}}={value}\\]",
    ),
    "sides": Words(
        "Look at both sides: \\[\\lim_{{{x}\\to {a}^-}}{f}={left},\\qquad \\lim_{{{x}\\to {a}^+}}{f}={right}\\]",
        "分别看左右极限：\\[\\lim_{{{x}\\to {a}^-}}{f}={left},\\qquad \\lim_{{{x}\\to {a}^+}}{f}={right}\\]",
    ),
    "generic": Words("Near the end the function behaves like this: \\[{problem}={value}\\]", "由函数的变化趋势得 \\[{problem}={value}\\]"),
    "code": Words("the limit", "求极限"),
    "code_sides": Words("from the left, from the right", "左极限和右极限"),
    "method": Words("values closer and closer to the end were computed with 100 digits", "用 100 位精度计算越来越靠近的函数值"),
}  # fmt: skip
SENTENCES: Final = {
    "value": Words("The limit is \\({answer}\\).", "极限为 \\({answer}\\)。"),
    "none": Words(
        "The limit \\({problem}\\) does not exist: the two sides differ.",
        "极限 \\({problem}\\) 不存在：左右极限不相等。",
    ),
}
NONE: Final = Words(r"\text{{does not exist}}", r"\text{{不存在}}")
_ARROW: Final = r"(?:->|→|\\to(?![a-z])|\\rightarrow(?![a-z]))"
_LIM: Final = re.compile(
    rf"(?<![A-Za-z\\])lim\s*[_(]?\s*\(?\s*([a-z])\s*{_ARROW}\s*([+-]?(?:\\?[a-z]+|\d+(?:/\d+)?))\s*([+-]?)\s*\)?(?=[\s(\\])"
)
_GOES: Final = re.compile(
    rf"\$?([a-z])\s*{_ARROW}\s*([+-]?(?:\\?[a-zA-Z]+(?:/\d+)?|\d+(?:\.\d+|/\d+)?))(?:\^?\{{?([+-])\}}?)?\$?(?![A-Za-z0-9}}])"
)
_PLACE: Final = re.compile(
    r"(?i)(?<![A-Za-z\\])lim(?:it)?\s*(?:\(\s*([a-z])\s*(?:->|→)\s*(-?(?:\\infty|∞|oo|infinity|[\d.]+|pi|π)(?:/\d+)?)\s*\)|(?:as\s+)?([a-z])\s*(?:->|→)\s*(-?(?:\\infty|∞|oo|infinity|[\d.]+|pi|π)(?:/\d+)?)(?=\s+[^\s.]|\s*\())(?!\s*of\b)"
)
"""lim (n→∞) …, lim x→∞ …"""


_BEHIND: Final = re.compile(
    rf"(?i)^\s*(?:find\s+|evaluate\s+|求(?:极限)?[:：]?\s*)?lim(?:it)?(?:\s+of)?\s+(?P<f>[^,;?。→]{{1,80}}?)\s*,?\s+(?:as\s+)?(?P<x>[a-z])\s*{_ARROW}\s*(?P<a>-?(?:\\infty|∞|\d+(?:\.\d+)?))\s*[.?]?$"
)
"""lim sinx/x x→0"""
_SIDE: Final = re.compile(rf"(lim_\{{\s*[a-z]\s*{_ARROW}\s*-?[\w.\\]+)\^([+-])(?=\s*\}})")


def read(text: Text) -> Reading:
    """One limit, written or said."""
    source = re.sub(r"((?:->|\\to(?![a-z])|→)\s*\{?\s*)\+\s*(?=\\infty|∞|oo(?![a-z]))", r"\1", text.source)
    source = re.sub(rf"({_ARROW}\s*[+-]?)\s*inf(?:ty)?(?![a-zA-Z])", r"\1\\infty", source)
    source = _BEHIND.sub(lambda m: rf"\lim_{{{m['x']}\to {m['a']}}} {m['f']}", source)
    if r"\lim_" not in source:
        source = with_place_in_front(source)
    source = re.sub(r"(?<![\\A-Za-z])lim_\{", r"\\lim_{", _SIDE.sub(r"\1^{\2}", source))
    source = _PLACE.sub(lambda m: rf"\lim_{{{m[1] or m[3]}\to {m[2] or m[4]}}} ", source)
    if r"\lim" not in source:
        source = _LIM.sub(
            lambda m: rf"\\lim_{{{m[1]}\\to {m[2]}{'^' + m[3] if m[3] else ''}}} ".replace("\\\\", "\\"),
            source,
        )
    if r"\lim_" not in source and r"\lim\limits" not in source:
        if not re.search(r"(?<![A-Za-z])lim(?![a-z])", source):
            source = re.sub(r"(?<=->)\s*(-?)\s*∞", r" \1\\infty ", source)
        side = {"+": " from the right ", "-": " from the left ", None: " "}
        source = _GOES.sub(lambda m: f"${m[1]}$ approaches ${m[2]}${side[m[3]]}", source)
    found = account(source, VOCABULARY)
    nodes = [
        n.sides[0] if isinstance(n, Relation) and len(n.sides) == 2 and isinstance(n.sides[1], Blank) else n
        for n in found.nodes
    ]
    written = [n for n in nodes if isinstance(n, Limit)]
    if not written and not found.has("limit"):
        return None
    if found.unread:
        return Unread(found.unread)
    if any(re.search(r"(?<![A-Za-z])[aA]\s*$", source[: f.start]) for f in found.formulas):
        return None
    try:
        if not written:
            return _said(found, nodes, text.language)
        words = {"to", "infinity", "minus_infinity", "left", "right"} & set(found.concepts)
        return None if len(nodes) != 1 or words else _task(written[0], text.language)
    except FormulaError:
        return None


def _said(found: Account, nodes: list[Node], language: Language) -> Reading:
    """body, variable, target from the words around them."""
    target = target_in_words(found)
    order = [c for c in found.concepts if c.startswith("#") or c in ("to", "infinity", "minus_infinity")]
    try:
        at = next(i for i, c in enumerate(order) if c == "to" and i and order[i - 1].startswith("#"))
    except StopIteration:
        return None
    variable = nodes[int(order[at - 1][1:])]
    behind = [c for c in order[at + 1 :] if c != "to"]
    used = {order[at - 1]}
    if target is None:
        if not behind or not behind[0].startswith("#"):
            return None
        target = nodes[int(behind[0][1:])]
        used.add(behind[0])
    bodies = [nodes[int(c[1:])] for c in order if c.startswith("#") and c not in used]
    if len(bodies) != 1 or not isinstance(variable, Symbol):
        return None
    body = bodies[0]
    if isinstance(body, Relation):
        match body:
            case Relation(("=",), (Symbol() | Apply(_, Symbol()), right)):
                body = right
            case _:
                return None
    side = "+" if found.has("right") else "-" if found.has("left") else ""
    return None if found.has("right", "left") else _task(Limit(body, variable, target, side), language)


def target_in_words(found: Account) -> Node | None:
    """Infinity as a word."""
    if found.has("minus_infinity"):
        return parse(r"-\infty")
    return parse(r"\infty") if found.has("infinity") else None


def _task(node: Limit, language: Language) -> Reading:
    name = node.variable.name
    if any(
        isinstance(n, Apply | Group | Integral | Limit | Series | Relation | Blank) for n in walk(node.body)
    ):
        return None
    if name in ("e", "i") or symbols(node.body) - {name, "e"} or symbols(node.target) - {"e"}:
        return None
    target = to_sympy(node.target)
    if not target.is_extended_real or not isinstance(to_sympy(node.body), sp.Expr):
        return None
    return LimitProblem(node, target, language)


@dataclass(frozen=True, slots=True)
class LimitProblem:
    """The limit `node`, its target evaluated."""

    node: Limit
    target: sp.Expr
    language: Language

    def _f(self) -> tuple[sp.Expr, sp.Symbol]:
        return to_sympy(self.node.body), sp.Symbol(self.node.variable.name)

    def _limit(self, f: sp.Expr, side: str) -> sp.Expr:
        return sp.limit(f, sp.Symbol(self.node.variable.name), self.target, side)

    def _two_sided(self) -> bool:
        return not self.node.side and bool(self.target.is_finite)

    def _is_defined(self, side: int) -> bool:
        """Whether the function is real close to the target on that side."""
        f, x = self._f()
        return all(
            bool(f.subs(x, self.target + side * sp.Rational(1, n)).evalf(20).is_real) for n in (97, 1009)
        )

    def _side(self) -> str:
        """The side that is asked about; else one on which the function has values."""
        return self.node.side or ("+" if not self._two_sided() or self._is_defined(1) else "-")

    def _sides(self) -> tuple[sp.Expr, sp.Expr] | None:
        """Both one-sided limits where they differ."""
        if not self._two_sided() or not (self._is_defined(1) and self._is_defined(-1)):
            return None
        f, _ = self._f()
        left, right = self._limit(f, "-"), self._limit(f, "+")
        return None if left == right else (left, right)

    def solution(self) -> Solution:
        """The usual method for this kind of limit, then the cell."""
        (f, x), say = self._f(), self.language
        sides, v = self._sides(), python_name(self.node.variable.name)
        body, at = to_python(self.node.body), exact_source(self.target)
        if sides is not None:
            step = WORDS["sides"].say(
                say, x=latex(x), a=latex(self.target), f=latex(f), left=latex(sides[0]), right=latex(sides[1])
            )
            lines = [f"(limit(f, {v}, {at}, '-'), limit(f, {v}, {at}, '+'))"]
            source = cell(f"f = {body}", comment(WORDS["code_sides"].say(say)), *lines, variables=(v,))
            return Solution((step,), source, self._plot())
        side = self._side()
        both = self._two_sided() and self._is_defined(1) and self._is_defined(-1)
        given = f", '{'+-' if both else side}'" if self.target.is_finite else ""
        value = self._limit(f, side)
        source = cell(
            f"f = {body}", comment(WORDS["code"].say(say)), f"limit(f, {v}, {at}{given})", variables=(v,)
        )
        return Solution(tuple(self._steps(f, x, value, side)), source, self._plot())

    def methods(self) -> tuple[str, ...]:
        """Those that work for this limit; none where the value can just be put in, or the sides differ."""
        return tuple(self._ways())

    def by(self, method: str) -> Task:
        """This limit by one of `methods`."""
        return Another(self, method, lambda: self._ways()[method])

    def _ways(self) -> dict[str, Solution]:
        """Method → solution, the usual one first."""
        if self._sides() is not None or self.node.variable.name in ("f", "g", "p", "q"):
            return {}
        (f, x), a = self._f(), self.target
        side = self._side()
        value = self._limit(f, side)
        if self._can_be_put_in(value):
            return {}
        ratio = self._ratio(f, x, value, side)
        found = dict[str, Solution]()
        p, q = ratio.parts
        rational = p.is_polynomial(x) and q.is_polynomial(x) and q.has(x)
        if rational and (a.is_infinite or value.is_finite):
            found["factoring" if a.is_finite else "highest-power"] = self._rational(ratio)
        return found | {n: Solution(way.steps, way.cell, self._plot()) for n, way in ratio.others().items()}

    def _can_be_put_in(self, value: sp.Expr) -> bool:
        (f, x), a = self._f(), self.target
        direct = f.subs(x, a) if a.is_finite else sp.nan
        return bool(direct.is_finite and direct == value)

    def why_not(self, method: str) -> str | None:
        """That the value can just be put in, where it can."""
        f, x = self._f()
        if self._sides() is not None or not self._can_be_put_in(self._limit(f, self._side())):
            return None
        return WORDS["no need"].say(self.language, x=latex(x), a=latex(self.target))

    def _ratio(self, f: sp.Expr, x: sp.Symbol, value: sp.Expr, side: str) -> Ratio:
        at = latex(self.target) + (f"^{self.node.side}" if self.node.side else "")
        lim = rf"\lim_{{{latex(x)}\to {at}}}"
        return Ratio(f, x, self.target, side, value, to_latex(self.node), lim, to_latex(self.node.body), latex, self.language)  # fmt: skip

    def _rational(self, ratio: Ratio) -> Solution:
        """By cancelling, or dividing by the highest power."""
        x, body, say = ratio.x, to_python(self.node.body), self.language
        v = python_name(x.name)
        steps = tuple(self._steps(ratio.f, x, ratio.value, ratio.side))
        if self.target.is_finite:
            lines = [f"f = {body}", comment(METHOD_WORDS["cell_cancel"].say(say)), "g = factor(cancel(f))",
                     f"g.subs({v}, {exact_source(self.target)})"]  # fmt: skip
        else:
            power = f"{v}**{sp.degree(ratio.parts[1], x)}"
            lines = [f"top, bottom = fraction(together({body}))", comment(METHOD_WORDS["cell_power"].say(say)),
                     f"limit(expand(top/{power}) / expand(bottom/{power}), {v}, {exact_source(self.target)})"]  # fmt: skip
        return Solution(steps, cell(*lines, variables=(v,)), self._plot())

    def _steps(self, f: sp.Expr, x: sp.Symbol, value: sp.Expr, side: str) -> list[str]:
        a, say = self.target, self.language
        shown = {"x": latex(x), "a": latex(a), "problem": to_latex(self.node), "value": latex(value)}
        direct = f.subs(x, a) if a.is_finite else sp.nan
        if direct.is_finite and direct == value:
            return [WORDS["put"].say(say, **shown)]
        numerator, denominator = sp.fraction(sp.together(f))
        rational = numerator.is_polynomial(x) and denominator.is_polynomial(x) and denominator.has(x)
        if rational and a.is_finite and value.is_finite:
            shorter = sp.factor(sp.cancel(f))
            return [WORDS["cancel"].say(say, f=to_latex(self.node.body), g=latex(shorter), **shown)]
        if rational and a.is_infinite:
            power = x ** sp.degree(denominator, x)
            top, bottom = (latex(sp.expand(p / power)) for p in (numerator, denominator))
            return [WORDS["power"].say(say, power=latex(power), top=top, bottom=bottom, **shown)]
        ratio = self._ratio(f, x, value, side)
        return ratio.hospital(numerator, denominator) or [WORDS["generic"].say(say, **shown)]

    def _plot(self) -> str | None:
        a = self.target
        if not a.is_finite:
            return None
        f, x = self._f()
        values = [f.subs(x, a + sp.Rational(k, 7)).evalf(15) for k in (-20, -11, -5, -1, 1, 5, 11, 20)]
        if not all(v.is_real and v.is_finite for v in values):
            return None
        high = max(4, *(abs(v) for v in values))
        limits = (-high, high) if self._sides() is not None or high > 50 else None
        return plots.curve(
            to_python(self.node.body),
            self.node.variable.name,
            (a - 3, a + 3),
            y_limits=limits,
            language=self.language,
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """A number or ±∞; that there is none, where the two sides differ."""
        if isinstance(value, tuple) and len(value) == 2 and value[0] != value[1]:
            sentence = SENTENCES["none"].say(self.language, problem=to_latex(self.node))
            return Conclusion(sentence, NONE.say(self.language))
        if (
            not isinstance(value, sp.Expr)
            or value.free_symbols
            or not value.is_extended_real
            or value.has(sp.Limit)
        ):
            return None
        answer = latex(value)
        return Conclusion(SENTENCES["value"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The function's values at distances 10^-6, 10^-12, 10^-24 (or so far out) must settle at the answer."""
        missing = re.search(r"not exist|\bDNE\b|不存在|diverge|发散", answer)
        values = () if missing else values_in(answer)
        if not missing and (
            values is None or len(values) != 1 or not getattr(values[0], "is_extended_real", False)
        ):
            return None
        v, body = python_name(self.node.variable.name), to_python(self.node.body)
        signs = (
            [1]
            if self.node.side == "+"
            else [-1]
            if self.node.side == "-"
            else [s for s in (1, -1) if self._is_defined(s)]
        )
        if self.target.is_finite:
            near = f"mpmath.mpf(1)*lambdify((), {exact_source(self.target)}, 'mpmath')() + side*mpmath.mpf(10)**-k"
        else:
            near, signs = "side*mpmath.mpf(10)**k", [1 if self.target == sp.oo else -1]
        given = values[0] if values else sp.S.Zero
        lines = [
            "import mpmath",
            f"f = lambdify({v}, {body}, 'mpmath')",
            "",
            "def settles(side, given):",
            "    with mpmath.workdps(150):",
            f"        values = [f({near}) for k in (6, 12, 24)]",
            "        if abs(given) == mpmath.inf:",
            "            grows = abs(values[0]) < 0.7*abs(values[1]) and abs(values[1]) < 0.7*abs(values[2])",
            "            return bool(grows and mpmath.sign(values[2]) == mpmath.sign(given)) if grows or abs(values[2] - values[1]) < 1 else None",
            "        gaps = [abs(value - given) for value in values]",
            "        if gaps[2] < 1e-9 * (1 + abs(given)):",
            "            return True",
            "        return False if abs(values[2] - values[1]) < gaps[2] / 10 or gaps[2] > 1.5*gaps[1] else None",
            "",
        ]
        if missing:
            if len(signs) != 2 or not self._two_sided():
                return None
            lines += [
                "with mpmath.workdps(150):",
                f"    ends = [f({near}) for side in (1, -1) for k in (24,)]",
                "apart = abs(ends[0] - ends[1])",
                "True if apart > 1e-6 else False",
            ]
        else:
            lines += [
                f"given = lambdify((), {exact_source(given)}, 'mpmath')()",
                f"verdicts = [settles(side, given) for side in {tuple(signs)}]",
                "False if False in verdicts else None if None in verdicts else True",
            ]
        claim = SENTENCES["value"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=(v,)))
