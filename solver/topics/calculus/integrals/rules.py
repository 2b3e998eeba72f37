"""How an antiderivative is found, told in words: sympy's tree of integration rules as a teacher's steps.

Only indefinite integrals of one variable; what the result is used for is the business of `integrals`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import sympy as sp
from sympy.integrals import manualintegrate as rules

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words

MAX_STEPS: Final = 14

WORDS: Final = {
    "basic": Words("By the rule for {rule}: \\[{equation}\\]", "由{rule}的积分公式：\\[{equation}\\]"),
    "terms": Words(
        "Integrate term by term and leave constant factors outside: \\[{equation}\\]",
        "逐项积分，常数因子提到积分号外面：\\[{equation}\\]",
    ),
    "factor": Words(
        "The constant factor \\({constant}\\) stays outside: \\[{equation}\\]",
        "常数因子 \\({constant}\\) 提到积分号外面：\\[{equation}\\]",
    ),
    "split": Words("A sum is integrated term by term: \\[{equation}\\]", "和的积分等于积分的和：\\[{equation}\\]"),
    "substitute": Words(
        "Substitute \\({u}={inner}\\), so that \\(d{u}={derivative}\\,d{x}\\). The integral becomes \\[{equation}\\]",
        "换元：令 \\({u}={inner}\\)，则 \\(d{u}={derivative}\\,d{x}\\)，原积分变为 \\[{equation}\\]",
    ),
    "back": Words(
        "Put \\({u}={inner}\\) back: \\[{equation}\\]", "把 \\({u}={inner}\\) 代回去：\\[{equation}\\]"
    ),
    "parts": Words(
        "Integrate by parts with \\(p={p}\\) and \\(q'={dq}\\), hence \\(p'={dp}\\) and \\(q={q}\\); "
        "since \\(\\int p\\,q'=p\\,q-\\int p'q\\): \\[{equation}\\]",
        "分部积分：取 \\(p={p}\\)，\\(q'={dq}\\)，则 \\(p'={dp}\\)，\\(q={q}\\)。由 \\(\\int p\\,q'=p\\,q-\\int p'q\\) 得 \\[{equation}\\]",
    ),
    "parts_done": Words(
        "Put the last integral in: \\[{equation}\\]", "把上面求得的积分代入：\\[{equation}\\]"
    ),
    "collect": Words("Add the parts up: \\[{equation}\\]", "各部分相加：\\[{equation}\\]"),
    "cyclic": Words(
        "Integrating by parts {times} times brings the same integral back, with the factor \\({coefficient}\\); "
        "solve this equation for it: \\[{equation}\\]",
        "连续分部积分 {times} 次后又出现原来的积分，系数为 \\({coefficient}\\)；移项解出：\\[{equation}\\]",
    ),
    "rewrite": Words("Rewrite the integrand: \\[{equation}\\]", "先把被积函数变形：\\[{equation}\\]"),
    "trig": Words(
        "Substitute \\({x}={inner}\\), which makes the integrand a trigonometric function: \\[{changed}\\] Integrating it and going back to \\({x}\\) gives \\[{equation}\\]",
        "三角换元，令 \\({x}={inner}\\)，被积函数化为三角函数：\\[{changed}\\] 积分后再换回 \\({x}\\)，得 \\[{equation}\\]",
    ),
    "generic": Words(
        "An antiderivative, as differentiating the right side shows: \\[{equation}\\]",
        "对右边求导可以验证，一个原函数是 \\[{equation}\\]",
    ),
}  # fmt: skip

RULES: Final = {
    rules.ConstantRule: ("a constant", "常数"),
    rules.PowerRule: ("powers", "幂函数"),
    rules.ExpRule: ("exponential functions", "指数函数"),
    rules.ReciprocalRule: ("\\(\\frac{1}{x}\\)", "\\(\\frac{1}{x}\\)"),
    rules.SinRule: ("the sine", "正弦函数"),
    rules.CosRule: ("the cosine", "余弦函数"),
    rules.Sec2Rule: ("\\(\\sec^2\\)", "\\(\\sec^2\\)"),
    rules.Csc2Rule: ("\\(\\csc^2\\)", "\\(\\csc^2\\)"),
    rules.SecTanRule: ("\\(\\sec\\cdot\\tan\\)", "\\(\\sec\\cdot\\tan\\)"),
    rules.CscCotRule: ("\\(\\csc\\cdot\\cot\\)", "\\(\\csc\\cdot\\cot\\)"),
    rules.SinhRule: ("the hyperbolic sine", "双曲正弦"),
    rules.CoshRule: ("the hyperbolic cosine", "双曲余弦"),
    rules.ArctanRule: ("\\(\\frac{1}{a+bx^2}\\)", "\\(\\frac{1}{a+bx^2}\\)"),
    rules.ArcsinRule: ("\\(\\frac{1}{\\sqrt{1-x^2}}\\)", "\\(\\frac{1}{\\sqrt{1-x^2}}\\)"),
}


Told: TypeAlias = tuple[tuple[str, ...], sp.Expr]
"""Steps, and the antiderivative that they lead to."""


def told(tree: Any, f: sp.Expr, x: sp.Symbol, language: Language) -> Told | None:
    """A tree of rules in words; None where it is too long, or leaves an integral."""
    tree.integrand = f  # some rules of sympy keep it in the substituted variable
    teller = _Teller(language, {})
    teller.tell(tree)
    found = with_bars(teller.named(_value(tree)), f, x)
    return (tuple(teller.steps), found) if len(teller.steps) <= MAX_STEPS and is_closed(found) else None


def antiderivative(
    f: sp.Expr, x: sp.Symbol, language: Language
) -> tuple[tuple[str, ...], sp.Expr, bool] | None:
    """Steps, the antiderivative they lead to, and whether they are rule by rule; None when sympy finds none.

    Logarithms have bars where the argument may be negative: right wherever `f` is defined and real.
    """
    tree = powered(f, x) or _tree(f, x)
    if tree is not None and (way := told(tree, f, x, language)) is not None:
        return *way, True
    try:
        found = with_bars(sp.integrate(f, x), f, x)
    except (
        AttributeError,
        NotImplementedError,
        TypeError,
        ValueError,
    ):  # sympy stumbles over rare integrands
        return None
    if not is_closed(found):
        return None
    equation = f"{integral(f, x)}={latex(found)}"
    return (WORDS["generic"].say(language, equation=equation),), found, False


_PLAIN_POWERS: Final = range(-1, 4)
"""Exponents that the search finds soon, or that are better multiplied out."""


def powered(f: sp.Expr, x: sp.Symbol) -> Any:
    """The tree of c u' u^n with u put for a base in `f`, for exponents where the search takes seconds; None where `f` is none.

    >>> x = sp.Symbol("x")
    >>> powered(x / (x**2 + 4) ** 3, x).u_func, powered(1 / (x**2 + 4) ** 3, x)
    (x**2 + 4, None)
    """
    for power in sorted(f.atoms(sp.Pow), key=str):
        base, n = power.as_base_exp()
        if not n.is_Integer or int(n) in _PLAIN_POWERS or not base.is_Add or not base.has(x):
            continue
        factor = sp.cancel(f / power / sp.diff(base, x))
        if factor.has(x) or factor.free_symbols & base.free_symbols:
            continue
        u = sp.Dummy("u")
        inner: Any = rules.PowerRule(u**n, u, u, n)
        if factor != 1:
            inner = rules.ConstantTimesRule(factor * u**n, u, factor, u**n, inner)
        return rules.URule(f, x, u, base, inner)
    return None


def integral(f: sp.Expr, x: sp.Symbol) -> str:
    """`\\int f dx`, a sum in brackets."""
    inner = latex(f)
    inner = rf"\left({inner}\right)" if f.is_Add or inner.startswith("-") else inner
    return rf"\int {inner}\,d{latex(x)}"


def is_closed(value: Any) -> bool:
    """Whether a value is written without integrals, cases and failures."""
    return not value.has(sp.Integral, sp.Piecewise, sp.nan, sp.zoo, sp.RootSum, sp.meijerg, sp.hyper)


def with_bars(found: sp.Expr, f: sp.Expr, x: sp.Symbol) -> sp.Expr:
    """`log u` → `log |u|` where that is the same for u > 0 and makes the formula right for u < 0 as well.

    >>> with_bars(sp.log(sp.Symbol("x")), 1 / sp.Symbol("x"), sp.Symbol("x"))
    log(Abs(x))
    """
    level = sp.Dummy("L")
    for logarithm in found.atoms(sp.log) - f.atoms(sp.log):
        inner = logarithm.args[0]
        if x not in inner.free_symbols or _is_positive(inner, x):
            continue
        if x not in found.subs(logarithm, level).diff(level).free_symbols:
            found = found.xreplace({logarithm: sp.log(sp.Abs(inner, evaluate=False), evaluate=False)})
    return found


def _is_positive(inner: sp.Expr, x: sp.Symbol) -> bool:
    if inner.subs(x, sp.Dummy(real=True)).is_positive or inner.has(sp.Abs):
        return True
    poly = inner.as_poly(x)
    rational = poly is not None and poly.domain.is_QQ or poly is not None and poly.domain.is_ZZ
    return bool(rational and poly.count_roots() == 0 and poly.eval(0) > 0)


def _tree(f: sp.Expr, x: sp.Symbol) -> rules.Rule | None:
    try:
        tree = rules.integral_steps(f, x)
    except BaseException:
        # an interrupted search leaves a marker that makes the same integral unsolvable (STYLE.md, trap 1)
        rules._integral_cache.clear()
        rules._parts_u_cache.clear()
        raise
    tree = _chosen(tree)
    return None if tree.contains_dont_know() else tree


def _chosen(rule: Any) -> Any:
    """The same tree with the shortest way where there are several."""
    if isinstance(rule, rules.AlternativeRule):
        known = [r for r in map(_chosen, rule.alternatives) if not r.contains_dont_know()]
        return min(known, key=lambda r: len(repr(r)), default=rule.alternatives[0])
    for name in ("substep", "second_step", "v_step"):
        child = getattr(rule, name, None)
        if child is not None:
            setattr(rule, name, _chosen(child))
    if isinstance(rule, rules.ConstantTimesRule):
        rule.substep.integrand = (
            rule.other
        )  # of x/(x²+1) sympy keeps the whole below the factor 1/2, not 2x/(x²+1)
    if isinstance(rule, rules.AddRule):
        rule.substeps = [_chosen(r) for r in rule.substeps]
    return rule


def _value(rule: Any) -> Any:
    """The antiderivative of a tree; where sympy names the one stretch on which it holds, that there."""
    found = rule.eval()
    alone = (
        isinstance(rule, rules.TrigSubstitutionRule) and found.func is sp.Piecewise and len(found.args) == 1
    )
    return found.args[0].expr if alone else found


def _basic(rule: Any) -> bool:
    return type(rule) in RULES or (isinstance(rule, rules.ConstantTimesRule) and type(rule.substep) in RULES)


@dataclass
class _Teller:
    """Walks a tree of rules; every step is an equation between integrals, right up to a constant."""

    language: Language
    names: dict[sp.Symbol, sp.Symbol]
    steps: list[str] = field(default_factory=list)

    def named(self, value: Any) -> Any:
        """The value with u, v, w for sympy's dummies."""
        return value.xreplace(self.names) if isinstance(value, sp.Basic) else value

    def say(self, key: str, **values: Any) -> None:
        shown = {k: v if isinstance(v, str) else latex(self.named(v)) for k, v in values.items()}
        self.steps.append(WORDS[key].say(self.language, **shown))

    def integral(self, rule: Any) -> str:
        return integral(self.named(rule.integrand), self.named(rule.variable))

    def result(self, rule: Any) -> str:
        f, x = self.named(rule.integrand), self.named(rule.variable)
        return latex(with_bars(self.named(_value(rule)), f, x))

    def tell(self, rule: Any) -> None:
        whole = f"{self.integral(rule)}={self.result(rule)}"
        match rule:
            case rules.AddRule() if all(map(_basic, rule.substeps)):
                self.say("terms", equation=whole)
            case rules.AddRule():
                self.say(
                    "split", equation=f"{self.integral(rule)}={'+'.join(map(self.integral, rule.substeps))}"
                )
                for substep in rule.substeps:
                    self.tell(substep)
                self.say("collect", equation=whole)
            case rules.ConstantTimesRule() if _basic(rule):
                self.say("basic", rule=self.rule(rule.substep), equation=whole)
            case rules.ConstantTimesRule():
                rule.substep.integrand = rule.other  # for logarithms sympy keeps the one with the factor
                constant = (
                    rf"\left({latex(rule.constant)}\right)" if rule.constant.is_Add else latex(rule.constant)
                )
                constant = "-" if rule.constant == -1 else constant
                outside = f"{self.integral(rule)}={constant} {self.integral(rule.substep)}"
                self.say("factor", constant=rule.constant, equation=outside)
                self.tell(rule.substep)
            case rules.URule():
                self.substitution(rule, whole)
            case rules.PartsRule() if rule.second_step is not None:
                self.parts(rule, whole)
            case rules.CyclicPartsRule():
                times, factor = str(len(rule.parts_rules)), rule.coefficient
                self.say("cyclic", times=times, coefficient=factor, equation=whole)
            case rules.RewriteRule():
                same = rule.rewritten.as_coeff_Mul()[0] == -1 or rule.integrand == rule.rewritten
                if not same:
                    rewritten = integral(self.named(rule.rewritten), self.named(rule.variable))
                    self.say("rewrite", equation=f"{self.integral(rule)}={rewritten}")
                self.tell(rule.substep)
            case rules.TrigSubstitutionRule():
                self.names[rule.theta] = sp.Symbol("theta")
                inside = integral(self.named(rule.rewritten), self.named(rule.theta))
                changed = f"{self.integral(rule)}={inside}"
                self.say("trig", x=rule.variable, inner=rule.func, changed=changed, equation=whole)
            case _ if type(rule) in RULES:
                self.say("basic", rule=self.rule(rule), equation=whole)
            case _:
                self.say("generic", equation=whole)

    def rule(self, rule: Any) -> str:
        return RULES[type(rule)][self.language == "zh"]

    def substitution(self, rule: Any, whole: str) -> None:
        used = {str(rule.variable), *map(str, self.names.values()), *map(str, rule.integrand.free_symbols)}
        name = next(n for n in "uvwtsyz" if n not in used)
        self.names[rule.u_var] = sp.Symbol(name)
        inner = {"u": name, "inner": rule.u_func}
        derivative = sp.diff(rule.u_func, rule.variable)
        after = f"{self.integral(rule)}={self.integral(rule.substep)}"
        shown = rf"\left({latex(self.named(derivative))}\right)" if derivative.is_Add else derivative
        shown = {1: "", -1: "-"}.get(derivative, shown)
        self.say("substitute", **inner, x=rule.variable, derivative=shown, equation=after)
        self.tell(rule.substep)
        self.say("back", **inner, equation=whole)

    def parts(self, rule: Any, whole: str) -> None:
        x = rule.variable
        q = rule.v_step.eval()
        f = self.named(rule.integrand)
        p, dp = rule.u, sp.diff(rule.u, x)
        product, rest = latex(self.named(p * q)), self.named(rule.second_step.integrand)
        after = f"{integral(f, self.named(x))}={product}-{integral(rest, self.named(x))}"
        self.say("parts", p=p, dq=rule.dv, dp=dp, q=q, equation=after)
        self.tell(rule.second_step)
        self.say("parts_done", equation=whole)
