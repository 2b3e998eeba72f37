"""Solve y′ = F(x, y): by integrating, by separating the variables, by an integrating factor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import python_name
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.calculus.differential_equations.equation import (
    Beyond,
    C,
    Condition,
    Equation,
    Found,
    sum_latex,
)
from solver.topics.cells import cell, comment, exact_source

WORDS: Final = {
    "direct": Words("The right side has only \\({x}\\), so integrate it: \\[\\int {fb}\\,d{x}={G}+C\\] which is \\({y}\\).", "右边只含 \\({x}\\)，直接积分：\\[\\int {fb}\\,d{x}={G}+C\\] 这就是 \\({y}\\)。"),
    "separate": Words(
        "The variables can be separated: everything with \\({y}\\) to one side, everything with \\({x}\\) to the other (where \\({h}\\neq 0\\)): \\[{left}\\,d{y}={right}\\,d{x}\\]",
        "分离变量（设 \\({h}\\neq 0\\)）：\\[{left}\\,d{y}={right}\\,d{x}\\]",
    ),
    "apart": Words("The variables can be separated: \\[{left}\\,d{y}={right}\\,d{x}\\]", "分离变量：\\[{left}\\,d{y}={right}\\,d{x}\\]"),
    "both": Words("Integrate both sides: \\[\\int {left}\\,d{y}={H},\\qquad \\int {right}\\,d{x}={G}\\] so with one constant \\[{H}={G}+C\\]", "两边分别积分：\\[\\int {left}\\,d{y}={H},\\qquad \\int {right}\\,d{x}={G}\\] 合并常数得 \\[{H}={G}+C\\]"),
    "exp": Words("Take the exponential of both sides and write \\(C\\) for the constant factor, which may have either sign: \\[{y}={answer}\\]", "两边取指数，把常数因子（可正可负）仍记作 \\(C\\)：\\[{y}={answer}\\]"),
    "solve": Words("Solve for \\({y}\\), where the constant may be renamed: \\[{left}={answer}\\]", "解出 \\({y}\\)（常数可重新记作 \\(C\\)）：\\[{left}={answer}\\]"),
    "kept": Words("The constant solution \\({y}={c}\\), for which we could not divide, is the case \\(C=0\\).", "分离变量时舍去的常数解 \\({y}={c}\\) 对应 \\(C=0\\)，已包含在内。"),
    "lost": Words("We divided by \\({h}\\); where it is zero there are also the constant solutions \\({cs}\\).", "分离变量时除以了 \\({h}\\)，它等于零时还有常数解 \\({cs}\\)。"),
    "linear": Words("This is a linear equation of first order. Standard form \\({y}'+P{y}=Q\\): \\[{standard}\\] with \\(P={P}\\) and \\(Q={Q}\\).", "这是一阶线性微分方程，化为标准形式 \\({y}'+P{y}=Q\\)：\\[{standard}\\] 其中 \\(P={P}\\)，\\(Q={Q}\\)。"),
    "factor": Words("The integrating factor is \\[\\mu=e^{{\\int P\\,d{x}}}=e^{{{logmu}}}={mu}\\]", "积分因子为 \\[\\mu=e^{{\\int P\\,d{x}}}=e^{{{logmu}}}={mu}\\]"),
    "product": Words(
        "Multiplied by \\(\\mu\\), the left side is the derivative of the product \\({muy}\\), and the right side is \\({muQ}\\). Integrate the right side: \\[\\int {muQb}\\,d{x}={G}+C\\] so \\[{muy}={G}+C\\]",
        "两边同乘 \\(\\mu\\)，左边成为乘积 \\({muy}\\) 的导数，右边为 \\({muQ}\\)。右边积分：\\[\\int {muQb}\\,d{x}={G}+C\\] 所以 \\[{muy}={G}+C\\]",
    ),
    "divide": Words("Divide by \\(\\mu\\): \\[{y}={answer}\\]", "两边除以 \\(\\mu\\)：\\[{y}={answer}\\]"),
    "put": Words("Put the condition \\({y}({at})={value}\\) in: \\[{equation}\\] so \\(C={C}\\), and \\[{left}={answer}\\]", "代入条件 \\({y}({at})={value}\\)：\\[{equation}\\] 解得 \\(C={C}\\)，所以 \\[{left}={answer}\\]"),
    "branch": Words("Because \\({y}({at})={value}\\), the root has this sign: \\[{y}={answer}\\]", "由 \\({y}({at})={value}\\) 确定根号前的符号：\\[{y}={answer}\\]"),
    "code_separate": Words("integrate both sides and solve for {y}", "两边积分，再解出 {y}"),
    "code_both": Words("integrate both sides: the difference of the integrals is constant", "两边积分，两个积分之差为常数"),
    "code_linear": Words("solve the linear equation", "解一阶线性微分方程"),
    "code_condition": Words("the constant from the condition", "由条件定出常数"),
    "code_direct": Words("integrate", "积分"),
}  # fmt: skip


def _bracketed(value: sp.Expr) -> str:
    return rf"\left({latex(value)}\right)" if value.is_Add else latex(value)


def _in_bars(value: sp.Expr) -> str:
    """With ln|…|, as an integral has it."""
    return latex(value.replace(sp.log, lambda u: sp.log(sp.Abs(u))))


@dataclass(frozen=True, slots=True)
class FirstOrder:
    """The equation, with or without the value at one place."""

    equation: Equation
    condition: Condition | None
    language: Language

    def found(self, method: str = "") -> Found:
        """Solved by `method` ("separable", "linear"), or by the one that fits.

        Raises:
            Beyond: it is none of the kinds.
        """
        e = self.equation
        if not e.rate.has(e.y) and method != "linear":
            return self._direct()
        slope = sp.simplify(sp.diff(e.rate, e.y))
        rest = sp.simplify(e.rate.subs(e.y, 0)) if not slope.has(e.y) else sp.nan
        parts = sp.separatevars(sp.factor(e.rate), symbols=(e.x, e.y), dict=True) if slope.has(e.x) else None
        if not slope.has(e.y) and method != "separable" and (rest != 0 and not parts or method == "linear"):
            return self._linear(-slope, rest)
        if method == "linear":
            raise Beyond("not linear")
        return self._separable()

    def _integral(self, f: sp.Expr, by: sp.Symbol) -> sp.Expr:
        found = sp.integrate(f, by)
        if found.has(sp.Integral, sp.Piecewise, sp.erf, sp.Ei, sp.Si, sp.Ci, sp.I, sp.hyper, sp.uppergamma, sp.li, sp.fresnels, sp.fresnelc, sp.expint, sp.erfi, sp.RootSum):  # fmt: skip
            raise Beyond("no elementary integral")
        return found

    def _direct(self) -> Found:
        e = self.equation
        G = sp.expand(self._integral(e.rate, e.x))
        step = WORDS["direct"].say(
            self.language, x=latex(e.x), y=latex(e.y), fb=_bracketed(e.rate), G=latex(G)
        )
        v = python_name(e.variable)
        lines = [
            comment(WORDS["code_direct"].say(self.language)),
            f"G = integrate({exact_source(e.rate)}, {v})",
        ]
        return self._with_condition([step], e.y, G + C, lines, G, "G")

    def _linear(self, P: sp.Expr, Q: sp.Expr) -> Found:
        e, say = self.equation, self.language
        log_mu = self._integral(P, e.x)
        mu = sp.powsimp(sp.simplify(sp.exp(sp.expand_log(log_mu, force=True))))
        muQ = sp.powsimp(sp.simplify(sp.expand(mu * Q)))
        G = sp.expand(self._integral(sp.expand(muQ) if muQ.has(sp.exp) else muQ, e.x))
        if mu.is_rational_function(e.x):
            general = C * sp.factor(1 / mu) + sp.factor(G / mu)
        else:
            general = sp.powsimp(sp.expand(sp.powsimp(sp.expand((G + C) / mu))))
        if sp.simplify(e.residual(general)) != 0:
            raise Beyond("the solution could not be proved")
        y = latex(e.y)
        steps = [
            WORDS["linear"].say(say, y=y, P=latex(P), Q=latex(Q), standard=f"{sum_latex((sp.S.One, y + chr(39)), (P, y))}={latex(Q)}"),
            WORDS["factor"].say(say, x=latex(e.x), logmu=latex(log_mu), mu=latex(mu)),
            WORDS["product"].say(say, muy=sum_latex((mu, y)), muQ=latex(muQ), muQb=_bracketed(muQ), x=latex(e.x), G=latex(G)),
            WORDS["divide"].say(say, y=y, answer=latex(general)),
        ]  # fmt: skip
        f, v = python_name(e.name), python_name(e.variable)
        ics = ""
        if self.condition is not None:
            ics = f", ics={{{f}({exact_source(self.condition.at)}): {exact_source(self.condition.value)}}}"
        left = exact_source(P).join(("(", ")")) if P.is_Add else exact_source(P)
        source = cell(
            f'{f} = Function("{f}")',
            comment(WORDS["code_linear"].say(say)),
            f"equation = Eq({f}({v}).diff({v}) + {left}*{f}({v}), {exact_source(Q)})",
            f"dsolve(equation, {f}({v}){ics}).rhs",
            variables=(v,),
        )
        steps, right = self._put(steps, e.y, general)
        return Found(tuple(steps), e.y, right, source)

    def _separable(self) -> Found:
        e, say = self.equation, self.language
        parts = sp.separatevars(sp.factor(e.rate), symbols=(e.x, e.y), dict=True)
        if not parts:
            raise Beyond("the variables cannot be separated")
        g, h = parts["coeff"] * parts[e.x], parts[e.y]
        if h.could_extract_minus_sign():
            g, h = -g, -h
        H, G = self._integral(1 / h, e.y), sp.expand(self._integral(g, e.x))
        H = min(H, sp.trigsimp(sp.simplify(H)), key=sp.count_ops) if H.has(sp.sin, sp.cos) else H
        zeros = [z for z in sp.solve(h, e.y) if z.is_real] if h.is_polynomial(e.y) else []
        if self.condition is not None and sp.simplify(h.subs(e.y, self.condition.value)) == 0:
            raise Beyond("the condition lies on a constant solution")
        names = {"x": latex(e.x), "y": latex(e.y), "h": latex(h), "left": latex(1 / h), "right": _bracketed(g)}  # fmt: skip
        steps = [
            WORDS["separate" if sp.fraction(sp.together(h))[0].has(e.y) else "apart"].say(say, **names),
            WORDS["both"].say(say, **names, H=_in_bars(H), G=_in_bars(G)),
        ]
        left, right, word = self._solved(h, H, G)
        if not word and any(not n.args[0].is_polynomial(e.y) for n in H.atoms(sp.log) if n.has(e.y)):
            raise Beyond("an integral with logarithms of other functions")
        lost = tuple(z for z in zeros if word != "exp" or h.as_poly(e.y).degree() > 1)
        if word:
            steps.append(WORDS[word].say(say, y=latex(e.y), left=latex(left), answer=latex(right)))
        if zeros and not lost and self.condition is None:
            steps.append(WORDS["kept"].say(say, y=latex(e.y), c=latex(zeros[0])))
        if lost and self.condition is None:
            cs = ",\\ ".join(f"{latex(e.y)}={latex(z)}" for z in lost)
            steps.append(WORDS["lost"].say(say, h=latex(h), cs=cs))
        f, v = python_name(e.name), python_name(e.variable)
        lines = [
            f"left = integrate({exact_source(1 / h)}, {f})",
            f"right = integrate({exact_source(g)}, {v})",
        ]
        if self.condition is None and left != e.y:
            code = cell(comment(WORDS["code_both"].say(say)), *lines, "left - right", variables=(v, f))
        else:
            head, made = [comment(WORDS["code_separate"].say(say, y=f))], "C"
            if self.condition is not None:
                at, value = exact_source(self.condition.at), exact_source(self.condition.value)
                lines += [comment(WORDS["code_condition"].say(say)), f"C = left.subs({f}, {value}) - right.subs({v}, {at})"]  # fmt: skip
            names_of = (v, f) if self.condition is not None else (v, f, "C")
            end = f"solve(Eq(left, right + {made}), {f})" if left == e.y or self.condition else "left - right"
            code = cell(*head, *lines, end, variables=names_of)
        steps, right = self._put(steps, left, right)
        if self.condition is not None and left == e.y**2:
            left, right = e.y, sp.sign(self.condition.value) * sp.sqrt(right)
            k = self.condition
            steps.append(
                WORDS["branch"].say(
                    say, y=latex(e.y), at=latex(k.at), value=latex(k.value), answer=latex(right)
                )
            )
        if self.condition is not None and left != e.y:
            code = cell(comment(WORDS["code_both"].say(say)), *lines, "left - right - C", variables=(v, f))
        return Found(tuple(steps), left, right, code, lost if self.condition is None else ())

    def _solved(self, h: sp.Expr, H: sp.Expr, G: sp.Expr) -> tuple[sp.Expr, sp.Expr, str]:
        """Left side, right side and the word for the step from H(y) = G(x) + C to there."""
        y = self.equation.y
        polynomial = h.as_poly(y) if h.is_polynomial(y) else None
        if polynomial is not None and polynomial.degree() == 1:
            a, b = polynomial.all_coeffs()
            growth = sp.powsimp(sp.exp(sp.expand_log(sp.expand(a * G), force=True)))
            return y, C * sp.simplify(growth) - b / a, "exp"
        if (
            (power := h.as_independent(y, as_Add=False))
            and (power[1].is_Pow or power[1] == y)
            and power[1].as_base_exp()[0] == y
        ):
            k, m = power[0], power[1].as_base_exp()[1]
            p = 1 - m
            if p == -1:
                return y, -1 / (sp.expand(k * G) + C), "solve"
            if m.is_Integer:
                return y**p if p > 0 else 1 / y**-p, sp.expand(p * k * G) + C, "solve"
            raise Beyond("a root of y")
        if power and power[1].func is sp.exp and sp.diff(power[1].args[0], y).is_Rational:
            k, m = power[0], sp.diff(power[1].args[0], y)
            return y, sp.log(sp.expand(-m * k * G) + C) / -m, "solve"
        if polynomial is not None and polynomial.degree() == 2:
            a, b, c = polynomial.all_coeffs()
            if b == 0 and c / a > 0:
                root = sp.sqrt(c / a)
                return y, root * sp.tan(sp.expand(a * root * G) + C), "solve"
            roots = sp.roots(polynomial)
            if len(roots) == 2 and all(r.is_Rational for r in roots):
                low, high = sorted(roots)
                growth = sp.exp(sp.expand(a * (low - high) * G))
                if low == 0:
                    return y, high / (1 + C / growth), "solve"
                return y, (low - high * C * growth) / (1 - C * growth), "solve"
        return H, G + C, ""

    def _put(self, steps: list[str], left: sp.Expr, right: sp.Expr) -> tuple[list[str], sp.Expr]:
        """The constant from the condition."""
        if self.condition is None:
            return steps, right
        e, k = self.equation, self.condition
        value, there = left.subs(e.y, k.value), right.subs(e.x, k.at)
        if there.func is sp.tan or there.is_Mul and there.has(sp.tan):
            factor, tangent = there.as_independent(C, as_Add=False)
            found = [sp.atan(value / factor) - (tangent.args[0] - C)]
        else:
            found = [c for c in sp.solve(sp.Eq(value, there), C) if c.is_real]
        if not found or not there.has(C):
            raise Beyond("no constant fits the condition")
        constant = sp.simplify(found[0])
        answer = right.subs(C, constant)
        answer = sp.powsimp(answer) if answer.has(sp.exp) else answer
        if answer.is_rational_function(e.x) and not answer.is_polynomial(e.x):
            answer = sp.cancel(answer)
        answer = answer.replace(
            sp.log, lambda u: sp.log(u) if u.is_Add else sp.expand_log(sp.log(u), force=True)
        )
        if left == e.y and (answer.has(sp.nan, sp.zoo) or sp.simplify(answer.subs(e.x, k.at) - k.value) != 0):
            raise Beyond("the constant does not fit")
        said = WORDS["put"].say(
            self.language, y=latex(e.y), at=latex(k.at), value=latex(k.value), C=latex(constant), left=latex(left),
            equation=f"{latex(value)}={latex(there)}", answer=latex(answer),
        )  # fmt: skip
        return [*steps, said], answer

    def _with_condition(
        self, steps: list[str], left: sp.Expr, right: sp.Expr, lines: list[str], G: sp.Expr, name: str
    ) -> Found:
        e, v = self.equation, python_name(self.equation.variable)
        end = f"{name} + C"
        if self.condition is not None:
            at, value = exact_source(self.condition.at), exact_source(self.condition.value)
            lines += [
                comment(WORDS["code_condition"].say(self.language)),
                f"C = {value} - {name}.subs({v}, {at})",
            ]
        code = cell(*lines, end, variables=(v,) if self.condition is not None else (v, "C"))
        steps, right = self._put(steps, left, right)
        return Found(tuple(steps), e.y, right, code)
