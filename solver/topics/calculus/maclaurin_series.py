r"""The whole Maclaurin series of a function, with its general term: from the series that everybody knows, by substitution and a factor.

Read: "Maclaurin series of e^(2x)", "power series of 1/(1+x^2)", "Taylor series of sin x at x = 0", 展开成x的幂级数, 麦克劳林级数. The function is a number times a power of x
times one of e^u, sin u, cos u, sinh u, cosh u, ln(1+u), arctan u, 1/(1-u), 1/(1-u)^2 with u = c x^k. About another place than 0: `centred_series`. Not: a degree or a number of terms (`taylor`),
sums and products of such functions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse_list, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Blank, Negative, Number, Relation, Series, Symbol, symbols
from solver.latex import latex
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.calculus.centred_series import about
from solver.topics.calculus.taylor import VOCABULARY as POLYNOMIALS
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "maclaurin": POLYNOMIALS["maclaurin"],
    "series": POLYNOMIALS["series"],
    "at": POLYNOMIALS["at"],
    "powers": "in powers of|powers of|in ascending powers of|ascending powers of|的幂级数|幂级数",
    "words": "function|functions|expand|develop|write|represent|expansion|representation|into|as|as a|for|general term|with general term|with its general term|the general term|sigma notation|in sigma notation|using sigma notation|using summation notation|in summation notation"
    "|函数|展开|展开成|展开为|展成|展为|成|为|求出|写成|写出|关于|通项|一般项|及其通项|并写出通项|并写出一般项",
}  # fmt: skip
WORDS: Final = {
    "exp": Words("All derivatives of \\(e^{{{u}}}\\) are \\(e^{{{u}}}\\), with the value \\(1\\) at \\({u}=0\\). Divided by \\(n!\\) they are the coefficients:", "\\(e^{{{u}}}\\) 的各阶导数都是 \\(e^{{{u}}}\\)，在 \\({u}=0\\) 处的值都是 \\(1\\)，除以 \\(n!\\) 就是系数："),
    "sin": Words("The derivatives of \\(\\sin {u}\\) are \\(\\cos {u}\\), \\(-\\sin {u}\\), \\(-\\cos {u}\\), \\(\\sin {u}\\) and so on. At \\({u}=0\\) only those of odd order are not zero: \\(1\\) and \\(-1\\) in turn. Divided by \\((2n+1)!\\):", "\\(\\sin {u}\\) 的各阶导数依次为 \\(\\cos {u}\\)、\\(-\\sin {u}\\)、\\(-\\cos {u}\\)、\\(\\sin {u}\\)，循环往复。在 \\({u}=0\\) 处只有奇数阶不为零，依次为 \\(1\\) 和 \\(-1\\)，除以 \\((2n+1)!\\)："),
    "cos": Words("The derivatives of \\(\\cos {u}\\) are \\(-\\sin {u}\\), \\(-\\cos {u}\\), \\(\\sin {u}\\), \\(\\cos {u}\\) and so on. At \\({u}=0\\) only those of even order are not zero: \\(1\\) and \\(-1\\) in turn. Divided by \\((2n)!\\):", "\\(\\cos {u}\\) 的各阶导数依次为 \\(-\\sin {u}\\)、\\(-\\cos {u}\\)、\\(\\sin {u}\\)、\\(\\cos {u}\\)，循环往复。在 \\({u}=0\\) 处只有偶数阶不为零，依次为 \\(1\\) 和 \\(-1\\)，除以 \\((2n)!\\)："),
    "sinh": Words("The derivatives of \\(\\sinh {u}\\) are \\(\\cosh {u}\\) and \\(\\sinh {u}\\) in turn. At \\({u}=0\\) those of odd order are \\(1\\), the others \\(0\\):", "\\(\\sinh {u}\\) 的各阶导数交替为 \\(\\cosh {u}\\) 和 \\(\\sinh {u}\\)，在 \\({u}=0\\) 处奇数阶为 \\(1\\)，偶数阶为 \\(0\\)："),
    "cosh": Words("The derivatives of \\(\\cosh {u}\\) are \\(\\sinh {u}\\) and \\(\\cosh {u}\\) in turn. At \\({u}=0\\) those of even order are \\(1\\), the others \\(0\\):", "\\(\\cosh {u}\\) 的各阶导数交替为 \\(\\sinh {u}\\) 和 \\(\\cosh {u}\\)，在 \\({u}=0\\) 处偶数阶为 \\(1\\)，奇数阶为 \\(0\\)："),
    "log": Words("The derivative of \\(\\ln(1+{u})\\) is \\(\\frac{{1}}{{1+{u}}}\\), a geometric series with the ratio \\(-{u}\\). Integrated term by term from \\(0\\):", "\\(\\ln(1+{u})\\) 的导数是 \\(\\frac{{1}}{{1+{u}}}\\)，即公比为 \\(-{u}\\) 的等比级数，从 \\(0\\) 起逐项积分："),
    "atan": Words("The derivative of \\(\\arctan {u}\\) is \\(\\frac{{1}}{{1+{u}^2}}\\), a geometric series with the ratio \\(-{u}^2\\). Integrated term by term from \\(0\\):", "\\(\\arctan {u}\\) 的导数是 \\(\\frac{{1}}{{1+{u}^2}}\\)，即公比为 \\(-{u}^2\\) 的等比级数，从 \\(0\\) 起逐项积分："),
    "geometric": Words("The sum of the geometric series with the first term \\(1\\) and the ratio \\({u}\\):", "首项为 \\(1\\)、公比为 \\({u}\\) 的等比级数的和："),
    "squared": Words("Differentiate the geometric series: the derivative of \\(\\frac{{1}}{{1-{u}}}\\) is, term by term,", "把等比级数的和 \\(\\frac{{1}}{{1-{u}}}\\) 逐项求导："),
    "known": Words("{why} \\[{function}={series}\\] It converges {where}.", "{why} \\[{function}={series}\\] {where}收敛。"),
    "everywhere": Words("for all \\({u}\\)", "对一切 \\({u}\\) "),
    "near": Words("for \\(|{u}|<1\\)", "当 \\(|{u}|<1\\) 时"),
    "substitute": Words("Put in \\(u={u}\\): \\[{function}={series}\\]", "令 \\(u={u}\\)：\\[{function}={series}\\]"),
    "factor": Words("Multiply every term by \\({factor}\\): \\[{f}={series}\\]", "每一项乘 \\({factor}\\)：\\[{f}={series}\\]"),
    "first": Words("Its first terms are \\({terms}\\)", "它的前几项是 \\({terms}\\)"),
    "where_all": Words("and it converges for all \\({x}\\).", "，对一切 \\({x}\\) 收敛。"),
    "where_near": Words("and it converges for \\(|{x}|<{r}\\).", "，当 \\(|{x}|<{r}\\) 时收敛。"),
    "code": Words("its first terms must be those that Taylor's formula gives", "前几项应与泰勒公式给出的相同"),
    "answer": Words("The series is \\({answer}\\).", "所求级数为 \\({answer}\\)。"),
    "method": Words("sixty terms were added at three numbers and compared with the function", "在三个点把前 60 项相加，与函数值比较"),
}  # fmt: skip
N: Final = sp.Symbol("n", integer=True, nonnegative=True)
U: Final = sp.Symbol("u")
MAX_NUMBER: Final = 10**6


@dataclass(frozen=True, slots=True)
class Known:
    """Σ (−1)^`sign` · u^`power` / `under` from `low` on, times `factor`; `everywhere`: for all u, else for |u| < 1."""

    function: sp.Expr
    power: sp.Expr
    under: str = ""
    sign: sp.Expr | None = None
    low: int = 0
    everywhere: bool = True
    factor: str = ""
    value: sp.Expr = sp.S.One
    """Of `factor`/`under` as a formula."""


KNOWN: Final[Mapping[str, Known]] = {
    "exp": Known(sp.exp(U), N, "n!", value=1 / sp.factorial(N)),
    "sin": Known(sp.sin(U), 2 * N + 1, "(2n+1)!", N, value=1 / sp.factorial(2 * N + 1)),
    "cos": Known(sp.cos(U), 2 * N, "(2n)!", N, value=1 / sp.factorial(2 * N)),
    "sinh": Known(sp.sinh(U), 2 * N + 1, "(2n+1)!", value=1 / sp.factorial(2 * N + 1)),
    "cosh": Known(sp.cosh(U), 2 * N, "(2n)!", value=1 / sp.factorial(2 * N)),
    "log": Known(sp.log(1 + U), N, "n", N - 1, low=1, everywhere=False, value=1 / N),
    "atan": Known(sp.atan(U), 2 * N + 1, "2n+1", N, everywhere=False, value=1 / (2 * N + 1)),
    "geometric": Known(1 / (1 - U), N, everywhere=False),
    "squared": Known(1 / (1 - U) ** 2, N, everywhere=False, factor="(n+1)", value=N + 1),
}
_PLAIN: Final[Mapping[Callable[..., Any], str]] = {sp.exp: "exp", sp.sin: "sin", sp.cos: "cos", sp.sinh: "sinh", sp.cosh: "cosh", sp.atan: "atan"}  # fmt: skip


def read(text: Text) -> Reading:
    """One function, and no degree."""
    if not re.search(r"(?i)series|级数|maclaurin|麦克劳林|马克劳林", text.source):
        return None
    found = account(text.source, VOCABULARY)
    if not (found.has("maclaurin") or found.has("series") or found.has("powers")):
        return None
    bodies: list[Node] = []
    centred = found.has("maclaurin")
    centre = sp.S.Zero
    for node in found.nodes:
        match node:
            case Relation(("=",), (Symbol("x" | "a" | "c" | "x_0" | "t"), place)) if _is_number(place):
                centred, centre = True, to_sympy(place)
            case Number() | Negative(Number()) if found.has("at"):
                centred, centre = True, to_sympy(node)
            case Binary("+" | "-" as sign, Symbol("x"), Number(value)) if found.has("powers") and bodies:
                centred, centre = True, sp.Rational(value) * (1 if sign == "-" else -1)
            case Symbol() | Apply(_, Symbol()):
                centred = centred or found.has("powers") and isinstance(node, Symbol)
            case Relation(("=",), (Symbol() | Apply(), right)) if not isinstance(right, Blank):
                bodies.append(right)
            case Relation() | Blank() | Series():
                return None
            case _:
                bodies.append(node)
    names = symbols(bodies[0]) - {"e"} if len(bodies) == 1 else set()
    if len(names) != 1 or not names <= {"x", "t", "z"} or not (centred or found.has("series")):
        return None
    if found.has("at") and not centred:
        return None
    if found.unread:
        return Unread(found.unread)
    name = next(iter(names))
    if centre != 0:
        return None if found.has("maclaurin") else about(bodies[0], name, centre, text.language, _series)
    return _series(bodies[0], name, text.language)


def _is_number(node: Node) -> bool:
    return not symbols(node) and not isinstance(node, Blank)


def _series(body: Node, name: str, say: Language) -> MaclaurinSeries | None:
    parts = _parts(to_sympy(body), sp.Symbol(name))
    return None if parts is None else MaclaurinSeries(body, name, *parts, say)


def _parts(f: Any, x: sp.Symbol) -> tuple[str, sp.Rational, int, sp.Rational, int] | None:
    """The known function, c and k of u = c·x^k, and the factor a·x^m."""
    kind, a, m, u = "", sp.S.One, 0, sp.S.Zero
    for factor in sp.Mul.make_args(f):
        base, exponent = (factor, sp.S.One) if isinstance(factor, sp.exp) else factor.as_base_exp()
        if not factor.has(x):
            a *= factor
        elif base == x and exponent.is_Integer and exponent > 0:
            m += int(exponent)
        elif kind:
            return None
        elif exponent == 1 and type(factor) in _PLAIN:
            kind, u = _PLAIN[type(factor)], factor.args[0]
        elif exponent == 1 and isinstance(factor, sp.log):
            kind, u = "log", sp.expand(factor.args[0] - 1)
        elif exponent in (-1, -2) and base.is_polynomial(x):
            constant = base.subs(x, 0)
            if constant == 0:
                return None
            kind, u = "geometric" if exponent == -1 else "squared", sp.expand(1 - base / constant)
            a *= constant**exponent
        else:
            return None
    c, power = sp.expand(u).as_independent(x, as_Add=False)
    base, k = power.as_base_exp()
    good = kind and base == x and k.is_Integer and 1 <= k <= 12 and m <= 12
    if not good or not all(v.is_Rational and v != 0 and max(abs(v.p), v.q) < MAX_NUMBER for v in (a, c)):
        return None
    return kind, c, int(k), a, m


@dataclass(frozen=True)
class MaclaurinSeries:
    """`body` = `a`·x^`m`·f(`c`·x^`k`) with f the known function `kind`."""

    body: Node
    variable: str
    kind: str
    c: sp.Rational
    k: int
    a: sp.Rational
    m: int
    language: Language

    @property
    def radius(self) -> sp.Expr:
        """How far the series converges, at most 1 where it does so everywhere."""
        return sp.S.One if KNOWN[self.kind].everywhere else sp.Abs(self.c) ** sp.Rational(-1, self.k)

    @property
    def low(self) -> int:
        """The first n."""
        return KNOWN[self.kind].low

    @property
    def last(self) -> int:
        """The power of the fourth term."""
        return self.k * int(KNOWN[self.kind].power.subs(N, self.low + 3)) + self.m

    def _series(self, x: str, c: sp.Rational, k: int, a: sp.Rational, m: int) -> str:
        """The sum as LaTeX, with what is known of u = c·x^k, times a·x^m."""
        known = KNOWN[self.kind]
        sign = sp.expand((known.sign or sp.S.Zero) + (known.power if c < 0 else 0))
        turns, odd = int(sign.coeff(N, 1)) % 2, int(sign.coeff(N, 0)) % 2
        size, p = abs(c), latex(known.power).replace(" ", "")
        number = "" if abs(a.p) == 1 else str(abs(a.p))
        above = number + (("(-1)^{n+1}" if odd else "(-1)^{n}") if turns else "") + known.factor
        if size.p != 1:
            above += (r"\cdot " if number and above == number else "") + f"{size.p}^{{{p}}}"
        exponent = sp.expand(known.power * k + m)
        above += x if exponent == 1 else f"{x}^{{{latex(exponent).replace(' ', '')}}}"
        below = ["" if a.q == 1 else str(a.q), "" if size.q == 1 else f"{size.q}^{{{p}}}", known.under]
        if a.q == size.q != 1 and p == "n":
            below[:2] = ["", f"{size.q}^{{n+1}}"]
        parts = [part for part in below if part]
        if len(parts) > 1 and parts[-1] == "2n+1":
            parts[-1] = "(2n+1)"
        product = r"\cdot ".join(parts)
        term = rf"\frac{{{above}}}{{{product}}}" if parts else above
        outside = "-" if bool(a < 0) != bool(odd and not turns) else ""
        return rf"{outside}\sum_{{n={known.low}}}^{{\infty}}{term}"

    def _term(self) -> sp.Expr:
        known, x = KNOWN[self.kind], sp.Symbol(self.variable)
        sign = (-1) ** known.sign if known.sign is not None else sp.S.One
        return self.a * sign * known.value * self.c**known.power * x ** (self.k * known.power + self.m)

    def solution(self) -> Solution:
        """The known series, the substitution, the factor."""
        say, x, known = self.language, self.variable, KNOWN[self.kind]
        u = sp.Symbol(x) ** self.k * self.c
        plain = (self.c, self.k, self.a, self.m) == (1, 1, 1, 0)
        name = x if plain else "u"
        where = WORDS["everywhere" if known.everywhere else "near"].say(say, u=name)
        function = latex(known.function.subs(U, sp.Symbol(name)))
        series = self._series(name, sp.S.One, 1, sp.S.One, 0)
        why = WORDS[self.kind].say(say, u=name)
        steps = [WORDS["known"].say(say, why=why, function=function, series=series, where=where)]
        if (self.c, self.k) != (1, 1) or not plain:
            inner = latex(known.function.subs(U, u))
            steps.append(
                WORDS["substitute"].say(
                    say, u=latex(u), function=inner, series=self._series(x, self.c, self.k, sp.S.One, 0)
                )
            )
        if (self.a, self.m) != (1, 0):
            factor = latex(self.a * sp.Symbol(x) ** self.m)
            steps.append(
                WORDS["factor"].say(say, factor=factor, f=to_latex(self.body), series=self._answer())
            )
        term = self._term()
        first = [sp.expand(term.subs(N, i)) for i in range(known.low, known.low + 4)]
        shown = "+".join(map(latex, first)).replace("+-", "-").replace("+ -", "-")
        radius = sp.Abs(self.c) ** sp.Rational(-1, self.k)
        end = WORDS["where_all" if known.everywhere else "where_near"].say(say, x=x, r=latex(radius))
        steps.append(WORDS["first"].say(say, terms=shown + r"+\cdots") + (" " if say == "en" else "") + end)
        return Solution(tuple(steps), self._cell())

    def _answer(self) -> str:
        return self._series(self.variable, self.c, self.k, self.a, self.m)

    def _cell(self) -> str:
        known, x = KNOWN[self.kind], python_name(self.variable)
        term = exact_source(self._term())
        lines = [
            f"f = {to_python(self.body)}",
            f"term = {term}",
            comment(WORDS["code"].say(self.language)),
            f"first = sum(term.subs(n, i) for i in range({known.low}, {known.low + 3}))",
            f"same = expand(series(f, {x}, 0, {self.last}).removeO() - first) == 0",
            "term if same else None",
        ]
        return cell(*lines, variables=("n", self.variable))

    def conclude(self, value: Any) -> Conclusion | None:
        """The sum, where the cell found our term."""
        if not isinstance(value, sp.Expr) or {s.name for s in value.free_symbols} - {"n", self.variable}:
            return None
        n, x, low = sp.Symbol("n"), sp.Symbol(self.variable), KNOWN[self.kind].low
        ours = self._term().subs(N, n)
        if any(sp.expand((value - ours).subs(n, i).subs(x, 2)) != 0 for i in range(low, low + 5)):
            return None
        answer = self._answer()
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The sum at some numbers."""
        if len(answer) > 1000:
            return None
        text = answer.strip().strip("$").rstrip(".。")
        text = re.split(r"(?:,|，|;)\s*(?:\\(?:quad|text|;|,)|\|)", text)[0]
        sign, start = "", text.find(r"\sum")
        if start > 0:
            before = text[:start].rsplit("=", 1)[-1].strip()
            if before not in ("", "-"):
                return None
            sign, text = before, text[start:]
        try:
            nodes = parse_list(text)
        except FormulaError:
            return None
        node = nodes[0] if len(nodes) == 1 else None
        if not isinstance(node, Series) or node.kind != "Sum" or not isinstance(node.lower, Number):
            return None
        index = node.index.name
        if symbols(node.body) - {"e"} - {index, self.variable}:
            return None
        x, i, low = python_name(self.variable), python_name(index), int(node.lower.value)
        radius = self.radius
        points = [sp.Rational(p, 40) * sp.ceiling(radius * 10) / 10 for p in (-9, 5, 10)]
        lines = [
            f"f = {to_python(self.body)}",
            f"term = {sign}({to_python(node.body)})" if sign else f"term = {to_python(node.body)}",
            f"points = {exact_source(points)}",
            "",
            "def total(point):",
            f"    at = term.subs({x}, point)",
            f"    return sum(N(at.subs({i}, number), 40) for number in range({low}, {low + 60}))",
            "",
            f"all(abs(total(p) - N(f.subs({x}, p), 40)) < 1e-18 for p in points)",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(
            claim, WORDS["method"].say(self.language), cell(*lines, variables=(index, self.variable))
        )
