"""Solve y″ + b y′ + c y = R(x): by the characteristic equation, and R by undetermined coefficients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import python_name
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.calculus.differential_equations.equation import (
    C1,
    C2,
    Beyond,
    Condition,
    Equation,
    Found,
    sum_latex,
)
from solver.topics.cells import cell, comment, exact_source

WORDS: Final = {
    "twice": Words("Integrate twice: \\[{y}'={first}+C_1,\\qquad {y}={answer}\\]", "连续积分两次：\\[{y}'={first}+C_1,\\qquad {y}={answer}\\]"),
    "characteristic": Words("Put \\({y}=e^{{r{x}}}\\) in: the characteristic equation of \\({homogeneous}=0\\) is \\[{polynomial}=0\\]", "对应的齐次方程 \\({homogeneous}=0\\) 的特征方程为 \\[{polynomial}=0\\]"),
    "two": Words("It has two different real roots, \\(r_1={r1}\\) and \\(r_2={r2}\\), so \\[{h}={general}\\]", "特征方程有两个不相等的实根 \\(r_1={r1}\\)，\\(r_2={r2}\\)，所以 \\[{h}={general}\\]"),
    "double": Words("It has the double root \\(r_1=r_2={r1}\\), so the second function gets a factor \\({x}\\): \\[{h}={general}\\]", "特征方程有两个相等的实根 \\(r_1=r_2={r1}\\)，所以 \\[{h}={general}\\]"),
    "complex": Words("It has the complex roots \\({alpha}\\pm {beta}i\\): the real part gives the exponent, the imaginary part goes into cosine and sine, so \\[{h}={general}\\]", "特征方程有一对共轭复根 \\({alpha}\\pm {beta}i\\)：实部进入指数，虚部进入余弦和正弦，所以 \\[{h}={general}\\]"),
    "trial": Words("Undetermined coefficients for the right side \\({R}\\): {why}. Try \\[{y}_p={trial}\\]", "用待定系数法，右端为 \\({R}\\)：{why}，设特解 \\[{y}_p={trial}\\]"),
    "plain": Words("\\({root}\\) is no root of the characteristic equation", "\\({root}\\) 不是特征方程的根"),
    "single": Words("\\({root}\\) is a simple root of the characteristic equation, so the trial function gets a factor \\({x}\\)", "\\({root}\\) 是特征方程的单根，要乘 \\({x}\\)"),
    "doubled": Words("\\({root}\\) is a double root of the characteristic equation, so the trial function gets a factor \\({x}^2\\)", "\\({root}\\) 是特征方程的重根，要乘 \\({x}^2\\)"),
    "compare": Words("Put it into the equation and compare the coefficients on both sides: \\[{system}\\] so \\({values}\\), that is \\[{y}_p={particular}\\]", "代入方程，比较两边同类项的系数：\\[{system}\\] 解得 \\({values}\\)，即 \\[{y}_p={particular}\\]"),
    "together": Words("The general solution is the sum of both: \\[{y}={answer}\\]", "原方程的通解是两者之和：\\[{y}={answer}\\]"),
    "put": Words("Put the conditions in: \\[{system}\\] so \\(C_1={c1}\\), \\(C_2={c2}\\), and \\[{y}={answer}\\]", "代入所给条件：\\[{system}\\] 解得 \\(C_1={c1}\\)，\\(C_2={c2}\\)，所以 \\[{y}={answer}\\]"),
    "code": Words("solve the equation", "解微分方程"),
    "code_part": Words("the solution with both constants zero", "令两个常数为零，得一个特解"),
}  # fmt: skip
MAX_DEGREE: Final = 6
_LETTERS: Final = "ABDEFGHJ"


@dataclass(frozen=True, slots=True)
class SecondOrder:
    """The equation; with two conditions, or none; `particular`: one solution is enough."""

    equation: Equation
    conditions: tuple[Condition, ...]
    particular: bool
    language: Language

    def found(self) -> Found:
        """Solved.

        Raises:
            Beyond: its right side is of another kind, or the conditions fix nothing.
        """
        e, say = self.equation, self.language
        f, v = python_name(e.name), python_name(e.variable)
        if e.b == e.c == 0:
            steps, general = self._twice()
        else:
            steps, homogeneous = self._homogeneous()
            particular = sp.S.Zero
            for part, root, degree in self._groups():
                more, found = self._undetermined(part, root, degree)
                steps += more
                particular += found
            general = homogeneous + particular
            if e.rate != 0 and not self.particular:
                steps.append(WORDS["together"].say(say, y=latex(e.y), answer=latex(general)))
        if sp.simplify(e.residual(general)) != 0:
            raise Beyond("the solution could not be proved")
        ics = ""
        if self.conditions:
            steps, general = self._put(steps, general)
            ics = ", ics={" + ", ".join(self._source(c, f, v) for c in self.conditions) + "}"
        if self.particular:
            general = general.subs({C1: 0, C2: 0})
        terms = [f"{f}({v}).diff({v}, 2)"]
        terms += [
            f"{exact_source(k)}*{n}" for k, n in ((e.b, f"{f}({v}).diff({v})"), (e.c, f"{f}({v})")) if k != 0
        ]
        lines = [
            f'{f} = Function("{f}")',
            f"equation = Eq({' + '.join(terms).replace('+ -', '- ')}, {exact_source(e.rate)})",
            comment(WORDS["code"].say(say)),
        ]
        if self.particular:
            lines += [
                f"general = dsolve(equation, {f}({v})).rhs",
                comment(WORDS["code_part"].say(say)),
                'general.subs({"C1": 0, "C2": 0})',
            ]
        else:
            lines.append(f"dsolve(equation, {f}({v}){ics}).rhs")
        return Found(tuple(steps), e.y, general, cell(*lines, variables=(v,)))

    def _source(self, condition: Condition, f: str, v: str) -> str:
        at, value = exact_source(condition.at), exact_source(condition.value)
        return f"{f}({v}).diff({v}).subs({v}, {at}): {value}" if condition.order else f"{f}({at}): {value}"

    def _twice(self) -> tuple[list[str], sp.Expr]:
        e = self.equation
        first = sp.expand(sp.integrate(e.rate, e.x))
        second = sp.expand(sp.integrate(first, e.x))
        if second.has(sp.Integral, sp.Piecewise, sp.I, sp.erf, sp.Ei, sp.Si, sp.Ci):
            raise Beyond("no elementary integral")
        answer = second + C1 * e.x + C2
        return [
            WORDS["twice"].say(self.language, y=latex(e.y), first=latex(first), answer=latex(answer))
        ], answer

    def _homogeneous(self) -> tuple[list[str], sp.Expr]:
        e, say = self.equation, self.language
        y, x = latex(e.y), e.x
        one = sp.S.One
        names = {"y": y, "x": latex(x), "h": y if e.rate == 0 else f"{y}_h"}
        steps = [
            WORDS["characteristic"].say(
                say,
                homogeneous=sum_latex((one, f"{y}''"), (e.b, f"{y}'"), (e.c, y)),
                polynomial=sum_latex((one, "r^2"), (e.b, "r"), (e.c, "")),
                **names,
            )
        ]
        d = e.b**2 - 4 * e.c
        if d > 0:
            r1, r2 = ((-e.b + s * sp.sqrt(d)) / 2 for s in (-1, 1))
            general = C1 * sp.exp(r1 * x) + C2 * sp.exp(r2 * x)
            steps.append(WORDS["two"].say(say, r1=latex(r1), r2=latex(r2), general=latex(general), **names))
        elif d == 0:
            r = -e.b / 2
            general = (C1 + C2 * x) * sp.exp(r * x)
            steps.append(WORDS["double"].say(say, r1=latex(r), general=latex(general), **names))
        else:
            alpha, beta = -e.b / 2, sp.sqrt(-d) / 2
            general = sp.exp(alpha * x) * (C1 * sp.cos(beta * x) + C2 * sp.sin(beta * x))
            steps.append(
                WORDS["complex"].say(
                    say,
                    alpha=latex(alpha) if alpha else "",
                    beta=latex(beta) if beta != 1 else "",
                    general=latex(general),
                    **names,
                )
            )
        return steps, general

    def _groups(self) -> list[tuple[sp.Expr, tuple[sp.Expr, sp.Expr], int]]:
        """The right side in parts that belong to one α ± βi: (part, (α, β), degree of its polynomials)."""
        x = self.equation.x
        groups: dict[tuple[sp.Expr, sp.Expr], tuple[sp.Expr, int]] = {}
        for term in sp.Add.make_args(sp.powsimp(sp.expand(self.equation.rate))):
            if term == 0:
                continue
            alpha = beta = sp.S.Zero
            rest = sp.S.One
            for factor in sp.Mul.make_args(term):
                if factor.func is sp.exp and (k := sp.diff(factor.args[0], x)).is_Rational:
                    alpha += k
                    rest *= sp.simplify(factor / sp.exp(k * x))
                elif factor.func in (sp.sin, sp.cos) and beta == 0 and (factor.args[0] / x).is_Rational:
                    beta = abs(factor.args[0] / x)
                else:
                    rest *= factor
            if not rest.is_polynomial(x) or sp.degree(rest, x) > MAX_DEGREE:
                raise Beyond("another kind of right side")
            old, degree = groups.get((alpha, beta), (sp.S.Zero, 0))
            groups[alpha, beta] = (old + term, max(degree, int(sp.degree(rest, x)) if rest.has(x) else 0))
        return [(part, key, degree) for key, (part, degree) in groups.items()]

    def _undetermined(
        self, part: sp.Expr, root: tuple[sp.Expr, sp.Expr], degree: int
    ) -> tuple[list[str], sp.Expr]:
        e, say, x = self.equation, self.language, self.equation.x
        alpha, beta = root
        r = alpha + beta * sp.I
        times = 0
        if sp.expand(r**2 + e.b * r + e.c) == 0:
            times = 2 if sp.expand(2 * r + e.b) == 0 else 1
        count = (degree + 1) * (2 if beta else 1)
        if count > len(_LETTERS):
            raise Beyond("too many coefficients")
        letters = [sp.Symbol(n) for n in _LETTERS[:count]]
        first, second = letters[: degree + 1], letters[degree + 1 :]

        def polynomial(names: list[sp.Symbol]) -> sp.Expr:
            return sum((a * x ** (degree - i) for i, a in enumerate(names)), sp.S.Zero)

        inner = polynomial(first)
        if beta:
            inner = inner * sp.cos(beta * x) + polynomial(second) * sp.sin(beta * x)
        trial = x**times * sp.exp(alpha * x) * inner
        left = e.residual(trial) + e.rate
        difference = sp.expand(sp.expand((left - part) * sp.exp(-alpha * x)))
        cos, sin = sp.Symbol("cos_"), sp.Symbol("sin_")
        difference = sp.expand(sp.powsimp(difference)).subs({sp.cos(beta * x): cos, sp.sin(beta * x): sin}) if beta else difference  # fmt: skip
        equations = [sp.Eq(k, 0) for k in sp.Poly(difference, *((x, cos, sin) if beta else (x,))).coeffs()]
        equations = [q for q in equations if q not in (sp.true, True)]
        solution = sp.solve(equations, letters, dict=True)
        if len(solution) != 1 or set(solution[0]) != set(letters):
            raise Beyond("the coefficients are not fixed")
        particular = trial.subs(solution[0])
        shown_root = rf"{latex(alpha)}\pm {latex(beta)}i" if beta and alpha else rf"\pm {latex(beta) if beta != 1 else ''}i" if beta else latex(alpha)  # fmt: skip
        why = WORDS[("plain", "single", "doubled")[times]].say(say, root=shown_root, x=latex(x))
        rows = []
        for q in equations:
            known = q.lhs.subs(dict.fromkeys(letters, 0))
            rows.append(f"{latex(q.lhs - known)}={latex(-known)}")
        y = latex(e.y)
        return [
            WORDS["trial"].say(say, R=latex(part), why=why, y=y, trial=latex(trial)),
            WORDS["compare"].say(
                say, y=y, system=r",\quad ".join(rows), particular=latex(particular),
                values=r",\ ".join(f"{latex(a)}={latex(solution[0][a])}" for a in letters),
            ),
        ], particular  # fmt: skip

    def _put(self, steps: list[str], general: sp.Expr) -> tuple[list[str], sp.Expr]:
        e, rows, equations = self.equation, [], []
        for k in self.conditions:
            side = sp.diff(general, e.x, k.order).subs(e.x, k.at)
            equations.append(sp.Eq(side, k.value))
            rows.append(
                f"{latex(e.y)}{chr(39) * k.order}({latex(k.at)})={latex(sp.expand(side))}={latex(k.value)}"
            )
        found = sp.solve(equations, (C1, C2), dict=True)
        if len(found) != 1 or set(found[0]) != {C1, C2} or any(v.free_symbols for v in found[0].values()):
            raise Beyond("the conditions do not fix the constants")
        values = {k: sp.simplify(v) for k, v in found[0].items()}
        answer = general.subs(values)
        said = WORDS["put"].say(
            self.language, system=r",\quad ".join(rows), c1=latex(values[C1]), c2=latex(values[C2]),
            y=latex(e.y), answer=latex(answer),
        )  # fmt: skip
        return [*steps, said], answer
