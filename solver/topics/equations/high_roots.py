"""Real roots of a polynomial with a factor of degree three or more that has no rational root: Cardano's formula, or decimals.

Cubic factors are solved exactly. For factors of higher degree there is no short formula: their roots are enclosed and written as decimals with ≈. Not:
polynomials whose roots are found by factors, square roots or a substitution (`single`), and complex roots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import letter, symbol_latex
from solver.latex import exact_latex, latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, exact_source

PLACES: Final = 6
"""Of the decimals of a root that has no short formula."""
WORDS: Final = {
    "small": Words("The factor \\({factor}\\) gives {roots}.", "由因式 \\({factor}\\) 得 {roots}。"),
    "no_root": Words("the equation \\({factor}=0\\) has no real root", "\\({factor}=0\\) 没有实数根"),
    "rational": Words("A rational root of \\({f}=0\\) would be a divisor of \\({last}\\) over a divisor of \\({first}\\); none of these numbers fits, so the cubic has no rational factor.", "\\({f}=0\\) 的有理根只能是 \\({last}\\) 的约数与 \\({first}\\) 的约数之比，逐一代入都不成立，所以这个三次式没有有理因式。"),
    "shift": Words("Put \\({x}={back}\\), so that the square of the unknown disappears: \\[{depressed}=0\\]", "令 \\({x}={back}\\)，消去二次项：\\[{depressed}=0\\]"),
    "depressed": Words("This has the form \\(t^3+pt+q=0\\) with \\(p={p},\\ q={q}\\), and \\[D=\\left(\\frac{{q}}{{2}}\\right)^2+\\left(\\frac{{p}}{{3}}\\right)^3={D}\\]", "它是 \\(t^3+pt+q=0\\) 的形式，其中 \\(p={p},\\ q={q}\\)，而 \\[D=\\left(\\frac{{q}}{{2}}\\right)^2+\\left(\\frac{{p}}{{3}}\\right)^3={D}\\]"),
    "one": Words("\\(D\\) is positive, so there is exactly one real root, by Cardano's formula \\[t=\\sqrt[3]{{-\\frac{{q}}{{2}}+\\sqrt{{D}}}}+\\sqrt[3]{{-\\frac{{q}}{{2}}-\\sqrt{{D}}}}\\approx {t}\\]", "\\(D>0\\)，恰有一个实数根，由卡尔达诺公式 \\[t=\\sqrt[3]{{-\\frac{{q}}{{2}}+\\sqrt{{D}}}}+\\sqrt[3]{{-\\frac{{q}}{{2}}-\\sqrt{{D}}}}\\approx {t}\\]"),
    "three": Words("\\(D\\) is negative, so there are three real roots. They are written with cosines: \\[t=2\\sqrt{{-\\frac{{p}}{{3}}}}\\cos\\left(\\frac{{1}}{{3}}\\arccos\\left(\\frac{{3q}}{{2p}}\\sqrt{{-\\frac{{3}}{{p}}}}\\right)-\\frac{{2k\\pi}}{{3}}\\right),\\qquad k=0,\\,1,\\,2\\] so \\(t\\) is about {t}.", "\\(D<0\\)，有三个实数根，可用余弦表示：\\[t=2\\sqrt{{-\\frac{{p}}{{3}}}}\\cos\\left(\\frac{{1}}{{3}}\\arccos\\left(\\frac{{3q}}{{2p}}\\sqrt{{-\\frac{{3}}{{p}}}}\\right)-\\frac{{2k\\pi}}{{3}}\\right),\\qquad k=0,\\,1,\\,2\\] 即 \\(t\\) 约为 {t}。"),
    "high": Words("\\({f}\\) does not split into factors with rational numbers, and there is no short formula for its roots. So they are enclosed: Sturm's theorem counts \\({count}\\) real, and the values change sign between {places}. Halving these intervals again and again gives decimals.", "\\({f}\\) 在有理数范围内不能分解，它的根也没有简短的公式，所以求近似值：由斯图姆定理实根有 \\({count}\\) 个，函数值在 {places} 之间变号，不断二分即得小数。"),
    "high_none": Words("\\({f}=0\\) has no real root: by Sturm's theorem the graph does not meet the axis.", "由斯图姆定理，\\({f}=0\\) 没有实数根。"),
    "code": Words("Cardano's formula: x = t + shift, t**3 + p*t + q = 0", "卡尔达诺公式：x = t + shift，t**3 + p*t + q = 0"),
    "code_high": Words("the real roots as decimals", "实根的近似值"),
    "answer": Words("So \\({answer}\\){about}.", "所以 \\({answer}\\){about}。"),
    "about": Words(", that is {values}", "，即 {values}"),
    "none": Words("There is no real solution: \\({answer}\\).", "方程没有实数解：\\({answer}\\)。"),
    "claim": Words("\\({answer}\\) are the real solutions of \\({equation}=0\\), and nothing else is", "\\({answer}\\) 是 \\({equation}=0\\) 的实数解，且没有别的解"),
    "method": Words("Sturm's theorem counts exactly one root close around each value, and no other", "由斯图姆定理，每个值附近恰有一个根，此外没有别的根"),
    "solution": Words("solution", "解"),
}  # fmt: skip


def has_hard_factor(polynomial: sp.Poly) -> bool:
    """Whether some factor's roots need Cardano's formula, or have no formula that is short.

    >>> x = sp.Symbol("x")
    >>> [has_hard_factor(sp.Poly(f, x)) for f in (x**3 - x - 1, x**3 - 2, x**4 - 3*x**2 + 1, x**5 - x + 1)]
    [True, False, False, True]
    """
    return any(_is_hard(factor) for factor, _ in sp.factor_list(polynomial)[1])


def _is_hard(factor: sp.Poly) -> bool:
    if factor.degree() < 3:
        return False
    if factor.degree() == 3:
        return any(k for k in factor.all_coeffs()[1:3])
    inner = sp.decompose(factor.as_expr())
    degrees = [sp.degree(part, factor.gen) for part in inner]
    if len(inner) > 1 and all(d == 2 for d in degrees[:-1]):
        return bool(degrees[-1] > 2 and inner[-1] != factor.gen ** degrees[-1])
    first, *middle, last = factor.all_coeffs()
    is_power = not any(middle)
    is_same_back = factor.degree() == 4 and first == last and middle[0] == middle[2]
    return not is_power and not is_same_back


@dataclass(frozen=True, slots=True)
class HighRoots:
    """The real roots of `polynomial`; `opening` leads to it, `plain`: just the value is asked for."""

    polynomial: sp.Poly
    unknown: str
    plain: bool
    opening: tuple[str, ...]
    language: Language

    def _factors(self) -> list[sp.Poly]:
        return [factor for factor, _ in sp.factor_list(self.polynomial)[1]]

    def solution(self) -> Solution:
        """Each factor by the shortest way that it allows."""
        say, factors = self.language, self._factors()
        steps = list(self.opening)
        for factor in factors:
            if factor.degree() < 3:
                steps.append(self._small(factor))
            elif factor.degree() == 3:
                steps += self._cardano(factor)
            elif count := factor.count_roots():
                steps.append(WORDS["high"].say(say, f=latex(factor.as_expr()), count=count, places=_enclosed(factor, say)))  # fmt: skip
            else:
                steps.append(WORDS["high_none"].say(say, f=latex(factor.as_expr())))
        return Solution(tuple(steps), self._cell(factors), self._plot())

    def _small(self, factor: sp.Poly) -> str:
        shown, x = latex(factor.as_expr()), symbol_latex(self.unknown)
        roots = sorted(_exact_roots(factor), key=float)
        told = (
            ", ".join(f"\\({x}={exact_latex(r)}\\)" for r in roots)
            if roots
            else WORDS["no_root"].say(self.language, factor=shown)
        )
        return WORDS["small"].say(self.language, factor=shown, roots=told)

    def _cardano(self, factor: sp.Poly) -> Iterator[str]:
        say, x, t = self.language, factor.gen, sp.Symbol("t" if self.unknown != "t" else "u")
        first, last = factor.LC(), factor.all_coeffs()[-1]
        shift, p, q, d = _depressed(factor)
        yield WORDS["rational"].say(say, f=latex(factor.as_expr()), first=latex(abs(first)), last=latex(abs(last)))  # fmt: skip
        if shift or first != 1:
            shown = latex(t**3 + p * t + q)
            yield WORDS["shift"].say(say, x=latex(x), back=latex(t + shift), depressed=shown)
        yield WORDS["depressed"].say(say, p=latex(p), q=latex(q), D=latex(d)).replace("t^3", f"{t}^3").replace("pt", f"p{t}")  # fmt: skip
        found = ", ".join(f"\\({_rounded(r - shift)}\\)" for r in _exact_roots(factor))
        yield WORDS["one" if d > 0 else "three"].say(say, t=found if d < 0 else found.strip("\\()")).replace("[t=", f"[{t}=").replace("\\(t\\)", f"\\({t}\\)")  # fmt: skip

    def _cell(self, factors: list[sp.Poly]) -> str:
        x, lines, lists = letter(self.unknown), list[str](), list[str]()
        for n, factor in enumerate(factors):
            name = f"roots{n + 1}" if len(factors) > 1 else "roots"
            if factor.degree() == 3:
                shift, p, q, d = _depressed(factor)
                lines += [comment(WORDS["code"].say(self.language)), f"shift, p, q = {exact_source((shift, p, q))}"]  # fmt: skip
                if d > 0:
                    lines += ["D = (q/S(2))**2 + (p/S(3))**3", f"{name} = [real_root(-q/S(2) + sqrt(D), 3) + real_root(-q/S(2) - sqrt(D), 3) + shift]"]  # fmt: skip
                else:
                    lines += ["angle = acos(S(3)*q/(2*p)*sqrt(-3/S(p)))/3", f"{name} = [2*sqrt(-p/S(3))*cos(angle - 2*k*pi/3) + shift for k in range(3)]"]  # fmt: skip
            elif factor.degree() < 3:
                lines.append(f"{name} = solve({exact_source(factor.as_expr())}, {x})")
            else:
                lines += [comment(WORDS["code_high"].say(self.language)), f"{name} = [N(r, {PLACES + 6}) for r in real_roots({exact_source(factor.as_expr())})]"]  # fmt: skip
            lists.append(name)
        return cell(*lines, " + ".join(lists), variables=(self.unknown,), assumptions="real=True")

    def _plot(self) -> str | None:
        roots = sorted(_decimals(self.polynomial))
        if not roots or len(roots) > 5 or max(map(abs, roots)) > 10**4:
            return None
        margin = max(2.0, (roots[-1] - roots[0]) / 2)
        points = [(sp.Float(r, 5), sp.Integer(0), WORDS["solution"].say(self.language)) for r in roots]
        source = exact_source(self.polynomial.as_expr())
        return plots.curve(source, self.unknown, (roots[0] - margin, roots[-1] + margin), points=points, language=self.language)  # fmt: skip

    def conclude(self, value: Any) -> Conclusion | None:
        """The roots in order: exact ones, and decimals where there is no formula."""
        if not isinstance(value, list) or not all(isinstance(v, sp.Expr) and v.is_number for v in value):
            return None
        if not value:
            answer = r"\text{no real solution}" if self.language == "en" else r"\text{无实数解}"
            return Conclusion(WORDS["none"].say(self.language, answer=answer), answer)
        x, ordered = symbol_latex(self.unknown), sorted(value, key=lambda v: float(sp.re(sp.N(v))))
        written = [(r"\approx ", _rounded(v)) if v.has(sp.Float) else ("=", exact_latex(v)) for v in ordered]
        answer = r",\ ".join(v if self.plain and sign == "=" else f"{'' if self.plain else x}{sign}{v}" for sign, v in written)  # fmt: skip
        hard = [v for v in ordered if not v.has(sp.Float) and (v.has(sp.acos, sp.cos) or _has_cube_root(v))]
        about = ""
        if hard:
            shown = ", ".join(rf"\({x}\approx {_rounded(v)}\)" for v in ordered)
            about = WORDS["about"].say(self.language, values=shown)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer, about=about), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Sturm's theorem: one root close around each value, and as many in all."""
        values = list[str]()
        if not re.search(r"no real|无实数|varnothing|emptyset", answer):
            for piece in re.split(r",(?:\s|\\ )*|;|，", answer):
                about = re.fullmatch(r"[^=]*?(?:\\approx|≈)\s*(-?\d+(?:\.(\d+))?)\s*", piece)
                found = values_in(about[1] if about else re.sub(r"^[^=]*=", "", piece))
                if found is None or len(found) != 1 or not isinstance(found[0], sp.Expr) or found[0].free_symbols:  # fmt: skip
                    return None
                near = sp.Rational(11, 20) / 10 ** len(about[2] or "") if about else sp.Rational(1, 10**15)
                values.append(f"({exact_source(found[0])}, {exact_source(near)})")
        equation = latex(self.polynomial.as_expr())
        x = letter(self.unknown)
        source = cell(
            f"f = Poly({exact_source(self.polynomial.as_expr())}, {x})",
            f"values = [{', '.join(values)}]",
            "near = [(Rational(str(N(v, 40))) - e, Rational(str(N(v, 40))) + e) for v, e in values if sympify(v).is_real is not False]",
            "len(near) == len(values) == f.count_roots() and all(f.count_roots(a, b) == 1 for a, b in near) and all(abs(N(v - w)) > 0 for i, (v, _) in enumerate(values) for w, _ in values[:i])",
            variables=(self.unknown,),
        )
        return CheckPlan(
            WORDS["claim"].say(self.language, answer=answer, equation=equation),
            WORDS["method"].say(self.language),
            source,
        )


def _has_cube_root(value: sp.Expr) -> bool:
    return any(isinstance(p.exp, sp.Rational) and p.exp.q == 3 for p in value.atoms(sp.Pow))


def _depressed(factor: sp.Poly) -> tuple[sp.Expr, sp.Expr, sp.Expr, sp.Expr]:
    """Shift, p, q and D of t³ + pt + q, where the unknown is t + shift."""
    a, b, c, d = (sp.Rational(k) for k in factor.all_coeffs())
    p = (3 * a * c - b**2) / (3 * a**2)
    q = (2 * b**3 - 9 * a * b * c + 27 * a**2 * d) / (27 * a**3)
    return -b / (3 * a), p, q, (q / 2) ** 2 + (p / 3) ** 3


def _exact_roots(factor: sp.Poly) -> list[sp.Expr]:
    if factor.degree() == 3:
        shift, p, q, d = _depressed(factor)
        if d > 0:
            return [sp.real_root(-q / 2 + sp.sqrt(d), 3) + sp.real_root(-q / 2 - sp.sqrt(d), 3) + shift]
        angle = sp.acos(3 * q / (2 * p) * sp.sqrt(-3 / p)) / 3
        return [2 * sp.sqrt(-p / 3) * sp.cos(angle - 2 * k * sp.pi / 3) + shift for k in range(3)]
    return [r for r in sp.solve(factor.as_expr(), factor.gen) if r.is_real]


def _decimals(polynomial: sp.Poly) -> list[float]:
    return [float(r.evalf(20)) for r in dict.fromkeys(sp.real_roots(polynomial))]


def _rounded(value: sp.Expr) -> str:
    number = sp.Rational(str(sp.re(sp.N(value, 30))))
    scaled = sp.floor(abs(number) * 10**PLACES + sp.Rational(1, 2))
    whole, rest = divmod(int(scaled), 10**PLACES)
    return f"{'-' if number < 0 else ''}{whole}.{rest:0{PLACES}d}"


def _enclosed(factor: sp.Poly, say: Language) -> str:
    """Pairs of whole numbers (or of finer ones) with one root between each."""
    pieces = []
    for (low, high), _ in factor.intervals(eps=1):
        low, high = sp.floor(low), sp.ceiling(high) if sp.ceiling(high) > sp.floor(low) else sp.floor(low) + 1
        if factor.count_roots(low, high) != 1:
            ((low, high), _) = next(i for i in factor.intervals() if low <= i[0][0] <= high)
        pieces.append(f"\\({latex(low)}\\) {'和' if say == 'zh' else 'and'} \\({latex(high)}\\)")
    return ("、" if say == "zh" else ", between ").join(pieces)
