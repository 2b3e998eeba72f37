r"""Power series: their radius, their interval and their domain of convergence.

Read: \sum c_n (x - a)^n, also with (2x + 1)^n or x^{2n+1}; radius (收敛半径), interval (the ends are looked at), 收敛域 (with
the ends), 收敛区间 (in Chinese books the open interval). Not: sums of power series, several powers of x in one term.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import (
    Apply,
    Binary,
    Call,
    Constant,
    Number,
    Relation,
    Series,
    Symbol,
    symbols,
    walk,
    with_children,
)
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.calculus.infinite_series.convergence import Verdict, judged
from solver.topics.calculus.infinite_series.sums import N, ratio
from solver.topics.calculus.infinite_series.told_limits import with_limits_in_place
from solver.topics.calculus.infinite_series.topic import in_signs
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.real_sets import read_set, set_latex
from solver.topics.settled import replaced

VOCABULARY: Final = {
    "radius": "radius of convergence|radius of convergence of|radius of convergence for|the radius of convergence|radius|收敛半径|的收敛半径",
    "closed": "interval of convergence|interval of convergence of|interval of convergence for|the interval of convergence|interval|for what values of|for which values of|for which|set of convergence|convergence set"
    "|converge|converges|does|收敛域|的收敛域|收敛范围",
    "open": "收敛区间|的收敛区间",
    "series": "power series|the power series|series|the series|following power series|convergence|of convergence|幂级数|级数|下列幂级数|values of",
}  # fmt: skip
WORDS: Final = {
    "ratio": Words("Ratio test: divide term number \\(n+1\\) by term number \\(n\\): \\[\\left|\\frac{{{next}}}{{{term}}}\\right|={quotient}\\;\\to\\;{limit}\\qquad(n\\to\\infty)\\]", "用比值法，把第 \\(n+1\\) 项除以第 \\(n\\) 项：\\[\\left|\\frac{{{next}}}{{{term}}}\\right|={quotient}\\;\\to\\;{limit}\\qquad(n\\to\\infty)\\]"),
    "radius": Words("The series converges where this limit is less than 1 and diverges where it is greater: it converges where \\({u}\\) is less than \\({r}\\). So the radius of convergence is \\(R={r}\\).", "极限小于 1 时级数收敛，大于 1 时发散，也就是 \\({u}\\) 小于 \\({r}\\) 时收敛，所以收敛半径 \\(R={r}\\)。"),
    "plain": Words("The series converges where this limit is less than 1 and diverges where it is greater. So the radius of convergence is \\(R=1\\).", "极限小于 1 时级数收敛，大于 1 时发散，所以收敛半径 \\(R=1\\)。"),
    "all": Words("The limit is 0, less than 1, whatever \\(x\\) is: the series converges for every \\(x\\), the radius of convergence is \\(R=\\infty\\).", "不论 \\(x\\) 取何值，极限都是 0，小于 1，所以级数处处收敛，收敛半径 \\(R=\\infty\\)。"),
    "one": Words("The limit is \\(\\infty\\) unless \\({u}=0\\): the series converges only at \\(x={centre}\\), the radius of convergence is \\(R=0\\).", "除非 \\({u}=0\\)，极限都是 \\(\\infty\\)，所以级数只在 \\(x={centre}\\) 处收敛，收敛半径 \\(R=0\\)。"),
    "ends": Words("The ends are \\({left}\\) and \\({right}\\); there the ratio test says nothing, so they are looked at one by one.", "端点为 \\({left}\\) 和 \\({right}\\)，比值法对端点失效，需逐个讨论。"),
    "end": Words("Put \\({point}\\) for \\(x\\): the series is \\(\\displaystyle\\sum_{{n={low}}}^{{\\infty}}{a}\\).", "把 \\({point}\\) 代入 \\(x\\)，级数成为 \\(\\displaystyle\\sum_{{n={low}}}^{{\\infty}}{a}\\)。"),
    "open": Words("So the series converges in the open interval \\({interval}\\).", "所以收敛区间（开区间）为 \\({interval}\\)。"),
    "whole": Words("So the series converges exactly for \\(x\\) in \\({interval}\\).", "所以收敛域为 \\({interval}\\)。"),
    "code": Words("ratio of neighbouring coefficients, and its limit", "相邻系数之比及其极限"),
    "answer_radius": Words("The radius of convergence is \\({answer}\\).", "收敛半径为 \\({answer}\\)。"),
    "answer_closed": Words("The interval of convergence is \\({answer}\\).", "收敛域为 \\({answer}\\)。"),
    "answer_open": Words("The (open) interval of convergence is \\({answer}\\).", "收敛区间为 \\({answer}\\)。"),
    "answer_both": Words("Radius and interval of convergence: \\({answer}\\).", "收敛半径和收敛范围依次为 \\({answer}\\)。"),
    "method": Words("how large far terms are a little inside and a little outside, and Cauchy's condensation at the ends", "比较稍靠内与稍靠外处很后面的项的大小；端点处用柯西并项法"),
}  # fmt: skip
_ENDS_TOO: Final = re.compile(
    r"(?i)\s*[,(.;]?\s*(?:(?:and\s+)?(?:be\s+sure\s+to\s+|make\s+sure\s+to\s+|remember\s+to\s+|please\s+)?(?:check|test|include|discuss|consider|examine|state|say|decide|indicate|determine|investigate|specify)(?:ing)?\s+(?:also\s+)?(?:whether\s+|if\s+|which\s+of\s+)?(?:the\s+)?(?:convergence\s+(?:or\s+divergence\s+)?at\s+|behaviou?r\s+at\s+)?(?:the\s+|both\s+|its\s+|each\s+)*(?:end-?\s?points?)(?:\s+(?:are|is|belongs?|should\s+be)(?:\s+(?:included|to\s+it|in\s+it))?(?:\s+or\s+(?:not|excluded))?)?(?:\s+(?:carefully|too|as\s+well|separately|where\s+appropriate|if\s+(?:they|it)\s+belongs?))?"
    r"|(?:with\s+|including\s+|the\s+)?end-?\s?points?\s+(?:included\s*,?\s*)?(?:where|when|if|as)\s+(?:appropriate|necessary|applicable|they\s+belong|needed)|including\s+(?:a\s+)?(?:check|discussion|test)\s+(?:of|at)\s+(?:the\s+|both\s+)?end-?\s?points)\s*\)?(?=\s*[.,;]|\s*$|\s+of\b)\s*,?"
    r"|[,，;；。]?\s*(?:并|且|须|需|要|注意)*(?:讨论|考虑|判断|判别|检验|包括|考察)(?:其|级数|幂级数)?(?:在)?(?:区间)?(?:收敛区间)?端点(?:处|上)?(?:的)?(?:敛散性|收敛性|情形|情况)?"
)
"""Said of an interval with its ends, which are looked at in any case."""
_WITHOUT_LIMITS: Final = re.compile(r"(?:\\sum(?![A-Za-z])|[∑Σ])(?!\s*(?:\\limits\s*)?_)(?=[^$]*?x)")
"""Where the sum begins says nothing of where it converges."""
X: Final = sp.Symbol("x", real=True)
_CALLS: Final = frozenset("sqrt ln log factorial".split())


def read(text: Text) -> Reading:
    """One power series, and where it converges."""
    told = text.source
    if re.search(r"(?i)interval|values\s+of|收敛域", told):
        told = _ENDS_TOO.sub(" ", told)
    text = replace(text, source=told)
    source = in_signs(
        _WITHOUT_LIMITS.sub(r"\\sum_{n=1}^{\\infty} ", text.source, count=1)
        if _WITHOUT_LIMITS.search(with_limits_in_place(text.source))
        else re.sub(
            r"(?i)\bsum\s+\$?([^$,.?;]+?)\$?\s+from\s+\$?([a-z]\s*=\s*\d+)\$?\s+to\s+(?:\\?infinity|∞|\\infty)",
            r"sum from \2 to infinity of \1",
            text.source,
        )
    )
    if source is None or "x" not in source:
        return None
    found = account(re.sub(r"\$?(?<![A-Za-z\\])x\$?(?=\s+(?:does|do|is|converge))", " ", source), VOCABULARY)
    asked = [name for name in ("radius", "closed", "open") if found.has(name)]
    if len(found.nodes) != 1 or not asked or len(asked) > 2 or {"closed", "open"} <= set(asked):
        return None
    node = found.nodes[0]
    if not isinstance(node, Series) or node.kind != "Sum" or node.upper != Constant("oo"):
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        return _task(node, tuple(asked), text.language)
    except (FormulaError, TypeError):
        return None


def _next(node: Node) -> Node:
    """n + 1 for n."""
    if node == Symbol("n"):
        return Binary("+", node, Number(Fraction(1), "1"))
    return with_children(node, _next)


def _task(node: Series, asked: tuple[str, ...], language: Language) -> Reading:
    body = replaced(node.body, Symbol(node.index.name), Symbol("n"))
    if not isinstance(node.lower, Number) or node.lower.value.denominator != 1 or node.lower.value > 20:
        return None
    if symbols(body) - {"e"} != {"n", "x"} or any(
        isinstance(p, Relation | Series | Apply) or isinstance(p, Call) and p.name not in _CALLS
        for p in walk(body)
    ):
        return None
    a = to_sympy(body, {"n": N, "x": X})
    c, power = a.as_independent(X, as_Add=False)
    base, exponent = power.as_base_exp()
    if not base.is_polynomial(X) or sp.degree(base, X) != 1 or not exponent.has(N) or c == 0:
        return None
    step = sp.expand(exponent).coeff(N, 1)
    if not (step.is_Integer and 1 <= step <= 6 and sp.expand(exponent - step * N).is_Integer):
        return None
    if any(abs(r.p) > 10**6 or r.q > 10**6 for r in a.atoms(sp.Rational)) or not all(
        v.is_Rational for v in sp.Poly(base, X).all_coeffs()
    ):
        return None
    low = int(node.lower.value)
    rest = sp.expand(exponent.subs(N, low))
    if rest < 0 or not c.subs(N, low).is_finite or c.subs(N, low + 5) == 0:
        return None
    task = PowerSeries(body, c, base, exponent, int(step), low, asked, language)
    return task if task.is_decided() else None


@dataclass(frozen=True)
class PowerSeries:
    """Σ `c` · `base`^`exponent` from `low` on, `base` linear in x, `exponent` growing by `step`."""

    body: Node
    c: sp.Expr
    base: sp.Expr
    exponent: sp.Expr
    step: int
    low: int
    asked: tuple[str, ...]
    language: Language

    @cached_property
    def quotient(self) -> sp.Expr:
        """|c(n+1)/c(n)| for large n."""
        q = sp.simplify(ratio(self.c))
        value = q.subs(N, 1000)
        return sp.simplify(-q) if value.is_number and bool(sp.N(value) < 0) else q

    @cached_property
    def limit(self) -> sp.Expr:
        """Of `quotient`."""
        return sp.simplify(sp.limit(self.quotient, N, sp.oo))

    @cached_property
    def radius(self) -> sp.Expr:
        """How far from the centre it converges."""
        slope = abs(self.base.coeff(X, 1))
        if self.limit == 0:
            return sp.oo
        return (
            sp.S.Zero
            if self.limit == sp.oo
            else sp.simplify(self.limit ** sp.Rational(-1, self.step) / slope)
        )

    @cached_property
    def centre(self) -> sp.Expr:
        """The number in the middle."""
        return -self.base.coeff(X, 0) / self.base.coeff(X, 1)

    @cached_property
    def _ends(self) -> tuple[tuple[sp.Expr, sp.Expr, Verdict], ...] | None:
        """Both ends with the term and the verdict there; none where there are no ends."""
        if self.radius in (sp.oo, 0) or not set(self.asked) & {"closed"}:
            return ()
        found = []
        for point in (self.centre - self.radius, self.centre + self.radius):
            u = sp.simplify(self.base.subs(X, point))
            sign = sp.S.One
            if u < 0:
                rest = self.exponent.subs(N, 0)
                sign = (-1) ** rest if self.step % 2 == 0 else (-1) ** (N + rest % 2)
            a = sp.powsimp(sign * sp.simplify(sp.powsimp(self.c * abs(u) ** self.exponent)))
            verdict = judged(a, self.language)
            if verdict is None:
                return None
            found.append((point, a, verdict))
        return tuple(found)

    def is_decided(self) -> bool:
        """Whether the limit is found, and the ends where they are asked for."""
        try:
            known = (
                self.limit.is_number
                and self.limit.is_extended_nonnegative
                and self.radius.is_extended_nonnegative
            )
            return bool(known) and self._ends is not None
        except (NotImplementedError, ValueError, TypeError, AttributeError):
            return False

    def interval(self) -> sp.Set:
        """Where it converges; without the ends where only the open interval is asked for."""
        if self.radius == sp.oo:
            return sp.S.Reals
        if self.radius == 0:
            return sp.FiniteSet(self.centre)
        ends = [verdict.converges for _, _, verdict in self._ends or ()] or [False, False]
        return sp.Interval(self.centre - self.radius, self.centre + self.radius, not ends[0], not ends[1])

    def solution(self) -> Solution:
        """Ratio test, radius, the ends."""
        say = self.language
        u = latex(self.base)
        size = rf"\left|{u}\right|" + (f"^{{{self.step}}}" if self.step > 1 else "")
        q = latex(self.quotient)
        quotient = (
            size
            if self.quotient == 1
            else (rf"\left({q}\right)" if self.quotient.is_Add else q) + rf"\cdot {size}"
        )
        limit = (
            "0"
            if self.limit == 0
            else r"\infty"
            if self.limit == sp.oo
            else size
            if self.limit == 1
            else rf"{latex(self.limit)}\cdot {size}"
        )
        steps = [
            WORDS["ratio"].say(
                say, quotient=quotient, limit=limit, term=to_latex(self.body), next=to_latex(_next(self.body))
            )
        ]
        if self.limit == 0:
            steps.append(WORDS["all"].say(say))
        elif self.limit == sp.oo:
            steps.append(WORDS["one"].say(say, u=u, centre=latex(self.centre)))
        else:
            inside = X - self.centre
            shown = rf"\left|{latex(inside)}\right|"
            key = "plain" if limit == shown else "radius"
            steps.append(WORDS[key].say(say, u=shown, r=latex(self.radius)))
            if self._ends:
                (left, _, _), (right, _, _) = self._ends
                steps.append(WORDS["ends"].say(say, left=latex(left), right=latex(right)))
            for point, a, verdict in self._ends or ():
                term = rf"\left({latex(a)}\right)" if a.is_Add or latex(a).startswith("-") else latex(a)
                first = WORDS["end"].say(say, point=latex(point), low=self.low, a=term)
                steps.append(" ".join((first, *verdict.steps)))
        if set(self.asked) & {"closed", "open"} and self.limit not in (0, sp.oo):
            key = "open" if "open" in self.asked else "whole"
            steps.append(WORDS[key].say(say, interval=set_latex(self.interval())))
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        n = python_name("n")
        lines = [
            comment(WORDS["code"].say(self.language)),
            f"c = {exact_source(self.c)}" if self.c.has(N) else f"c = S({exact_source(self.c)})",
        ]
        slope = abs(self.base.coeff(X, 1))
        lines += [
            f"q = limit(combsimp(abs(c.subs({n}, {n} + 1)/c)), {n}, oo)",
            f"R = 1/q**Rational(1, {self.step})" + (f"/{exact_source(slope)}" if slope != 1 else "") if self.step > 1
            else f"R = simplify(1/({exact_source(slope)}*q))" if slope != 1 else "R = simplify(1/q)",
            "R",
        ]  # fmt: skip
        if self.limit == 0:
            lines[-2:] = ["R = oo if q == 0 else 1/q", "R"]
        elif self.limit == sp.oo:
            lines[-2:] = ["R = 0 if q == oo else 1/q", "R"]
        if set(self.asked) & {"closed", "open"} and self.limit not in (0, sp.oo):
            c = exact_source(self.centre)
            lines[-1] = "(R, -R, R)" if self.centre == 0 else f"(R, {c} - R, {c} + R)"
        return cell(*lines, variables=(n,), assumptions="integer=True, positive=True")

    def conclude(self, value: Any) -> Conclusion | None:
        """Radius, interval, or both."""
        r = value[0] if isinstance(value, tuple) and len(value) == 3 else value
        if not isinstance(r, sp.Expr) or (r != self.radius and sp.simplify(r - self.radius) != 0):
            return None
        parts = [
            latex(self.radius) if name == "radius" else str(set_latex(self.interval())) for name in self.asked
        ]
        key = "both" if len(parts) > 1 else self.asked[0]
        answer = r",\ ".join(parts)
        return Conclusion(WORDS[f"answer_{key}"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Far terms at test points, condensation at the ends."""
        text = answer.replace(r"\left", "").replace(r"\right", "")
        radius: sp.Expr | None = None
        given: Any = None
        if "radius" in self.asked:
            head, _, text = text.partition(",") if len(self.asked) > 1 else (text, "", "")
            values = values_in(re.sub(r"^\s*R\s*=", "", head).replace("+\\infty", r"\infty"))
            if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
                return None
            radius = values[0]
        if len(self.asked) > 1 or "radius" not in self.asked:
            given = read_set(
                re.sub(r"^(?:\\\s|[\s,;])+", "", text).strip(" ,").replace("+\\infty", r"\infty"), "x"
            )
            if not isinstance(given, sp.Interval | sp.FiniteSet) and given not in (sp.S.Reals, sp.S.EmptySet):
                return None
            if given is sp.S.EmptySet or isinstance(given, sp.FiniteSet) and len(given) != 1:
                return None
        source = self._checking(radius, given)
        claim = WORDS["answer_both" if len(self.asked) > 1 else f"answer_{self.asked[0]}"].say(
            self.language, answer=answer
        )
        return CheckPlan(claim, WORDS["method"].say(self.language), source)

    def _checking(self, radius: sp.Expr | None, given: Any) -> str:
        n, x = python_name("n"), "x"
        claims = list[tuple[Any, Any, tuple[bool, bool] | None]]()
        if radius is not None:
            claims.append((self.centre - radius, self.centre + radius, None))
        if given is not None:
            inside = (
                (bool(given.left_open), bool(given.right_open))
                if isinstance(given, sp.Interval)
                else (False, False)
            )
            claims.append((given.inf, given.sup, inside))
        lines = [
            "import mpmath",
            f"term = lambdify(({x}, {n}), {to_python(self.body)}, 'mpmath')",
            "size = lambda t, k: abs(term(mpmath.mpf(t), mpmath.mpf(k)))",
            "shrinks = lambda t: bool(size(t, 200000) < size(t, 100000))",
            "",
            "def converges(t):  # by condensation, or alternating and falling",
            "    with mpmath.workdps(60):",
            "        t = mpmath.mpf(t.p)/t.q if hasattr(t, 'p') else mpmath.mpf(str(N(t, 60)))",
            "        s = [2**k*size(t, 2**k) for k in (20, 21, 22)]",
            "        if s[2] < 0.999*s[1] and s[1] < 0.999*s[0]:",
            "            return True",
            "        signs = [mpmath.sign(term(t, mpmath.mpf(k))) for k in range(200, 220)]",
            "        alternates = all(a*b < 0 for a, b in zip(signs, signs[1:]))",
            "        return alternates and bool(size(t, 2**33) < 0.95*size(t, 2**20))",
            "",
            f"centre, tests = {exact_source(self.centre)}, []",
            "with mpmath.workdps(30):",
        ]
        for low, high, ends in claims:
            lines += [
                f"    low, high = S({exact_source(low)}), S({exact_source(high)})",
                "    width = high - low",
                "    inner = [low + width/200, high - width/200] if width.is_finite else [centre - 10, centre + 10]",
                "    far = [low - max(width, S(1)/50)/100, high + max(width, S(1)/50)/100] if width.is_finite else []",
                "    tests += [shrinks(N(t, 25)) for t in inner] if width > 0 else []",
                "    tests += [not shrinks(N(t, 25)) for t in far]",
            ]
            if (
                ends is not None
                and "open" not in self.asked
                and low.is_finite
                and high.is_finite
                and low != high
            ):
                lines.append(f"    tests += [converges(low) != {ends[0]}, converges(high) != {ends[1]}]")
            if ends is not None and "open" in self.asked and low.is_finite and low != high:
                lines.append(f"    tests += [{ends[0]}, {ends[1]}]")
        lines.append("all(tests)")
        return cell(*lines, variables=(n, x))
