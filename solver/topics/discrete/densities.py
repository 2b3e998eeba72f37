r"""A continuous random variable with a density on one interval: the constant in it, the mean, the variance, the standard deviation, probabilities.

Read: f(x) = kx², 0 < x < 2, and zero elsewhere (in words, as cases, or with f(x) = 0 for x ≤ 0); what is asked in its order. Not: densities of several pieces that are not
zero, two letters, distribution functions, medians, densities that are negative somewhere or whose integral is not 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table, without_dollars

X: Final = sp.Symbol("x", real=True)
_NUMBER: Final = r"(?:-?\d+(?:\.\d+)?(?:/\d+)?|-?\\?(?:pi|infty|infinity)|-?[πe∞]|-?(?:pi|π)/\d+|\\frac\{(?:pi|\\pi|\d+)\}\{\d+\})"
_COND: Final = rf"(?P<low>{_NUMBER})\s*<=?\s*x\s*<=?\s*(?P<high>{_NUMBER})|x\s*(?:\\in|∈)\s*[\[(]\s*(?P<low2>{_NUMBER})\s*,\s*(?P<high2>{_NUMBER})\s*[\])]|[\[(]\s*(?P<low3>{_NUMBER})\s*,\s*(?P<high3>{_NUMBER})\s*[\])]|x\s*>=?\s*(?P<above>{_NUMBER})"
_REST: Final = rf"\s*[,;.。]?\s*(?:and\s+|且\s*)?(?:(?:f\s*\(\s*x\s*\)\s*=\s*)?(?:0|zero)\s*,?\s*(?:otherwise|elsewhere|for\s+all\s+other\s+(?:values\s+of\s+)?x|else|其他|其它|x\s*<=?\s*{_NUMBER})|(?:otherwise|elsewhere)\s*,?\s*(?:it\s+is\s+)?(?:f\s*\(\s*x\s*\)\s*=\s*)?(?:0|zero)|(?:其他|其它|在其他)(?:情形|情况|处|点|地方|区间|范围)?(?:时|上)?\s*[,:]?\s*(?:f\s*\(\s*x\s*\)\s*)?(?:=|为|等于)?\s*(?:0|零))"
_DENSITY: Final = re.compile(
    rf"(?i)f\s*(?:_\s*\{{?\s*X\s*\}}?)?\s*\(\s*x\s*\)\s*=\s*(?P<body>[^,;。=<>\u3400-\u9fff]{{1,60}}?)\s*(?:,|\bfor\b|\bon\b|\bwhen\b|\bwhere\b|\bif\b|\bover\b|\(|当|在)*\s*(?:the\s+interval\s+)?(?:{_COND})\s*\)?(?:时|上)?(?P<rest>{_REST})?"
)
_CASES: Final = re.compile(r"\\begin\s*\{cases\}(?P<inside>.*?)\\end\s*\{cases\}", re.S)
FUNCTION_EN: Final = r"(?:the |a )?(?:probability )?(?:density|pdf|density function|probability density function|p\.d\.f\.)(?: function)?"
FUNCTION_ZH: Final = r"(?:的)?(?:概率)?(?:密度函数|概率密度函数|密度|分布密度)"
TABLE_EN: Final = table({
    "intro": (
        rf"(?:let )?(?:the )?(?:an? )?(?:continuous )?(?:random variable )?(?:lifetime )?X (?:has|have|with|be an? continuous random variable with|be an? random variable with|is an? random variable with|is an? continuous random variable with) {FUNCTION_EN}(?: given by)? density",
        rf"{FUNCTION_EN}(?: of (?:the |an? )?(?:continuous )?(?:random variable )?X)? (?:is|is given by) density",
        rf"density (?:is|be) {FUNCTION_EN}(?: of (?:the |an? )?(?:continuous )?(?:random variable )?X)?",
        rf"(?:let )?density (?:be )?{FUNCTION_EN} of (?:the |an? )?(?:continuous )?(?:random variable )?X",
    ),
    "ask_letter": (rf"{FIND}(?:the )?(?:value of )?(?:the )?(?:constant )?(?P<letter>[a-hj-w])",),
    "ask_mean": (rf"{FIND}(?:the )?(?:mean|expected value|expectation)(?: and)?(?: of X)?", rf"{FIND}E ?[\(\[] ?X ?[\)\]]"),
    "ask_variance": (rf"{FIND}(?:the )?variance(?: of X)?", rf"{FIND}(?:Var|V|D) ?[\(\[] ?X ?[\)\]]"),
    "ask_deviation": (rf"{FIND}(?:the )?standard deviation(?: of X)?",),
    "ask_chance": (rf"{FIND}P ?[\(\[{{{{] ?(?:<a> ?<=? ?X ?<=? ?<b>|X ?(?P<sign>>=?|<=?) ?<c>) ?[\)\]}}}}]",),
})  # fmt: skip
TABLE_ZH: Final = table({
    "intro": (
        rf"(?:设|若|已知)?(?:连续型)?(?:随机变量)?X{FUNCTION_ZH}(?:为|是)? density",
        rf"density (?:是|为)(?:某)?(?:连续型)?(?:随机变量)?X?{FUNCTION_ZH}",
        rf"(?:设|若|已知)?(?:连续型)?(?:随机变量)?X(?:具有|有){FUNCTION_ZH} density",
    ),
    "ask_letter": (rf"{FIND_ZH}(?:常数|系数)?(?P<letter>[a-zA-Z])(?:的值)?{HOW_MUCH_ZH}",),
    "ask_mean": (rf"{FIND_ZH}(?:X的)?(?:数学)?期望(?:值)?(?: ?E ?\(? ?X ?\)?)?{HOW_MUCH_ZH}", rf"{FIND_ZH}E ?\(? ?X ?\)?{HOW_MUCH_ZH}", rf"{FIND_ZH}(?:X的)?均值{HOW_MUCH_ZH}"),
    "ask_variance": (rf"{FIND_ZH}(?:X的)?方差(?: ?D ?\(? ?X ?\)?)?{HOW_MUCH_ZH}", rf"{FIND_ZH}(?:D|Var) ?\(? ?X ?\)?{HOW_MUCH_ZH}"),
    "ask_deviation": (rf"{FIND_ZH}(?:X的)?标准差{HOW_MUCH_ZH}",),
    "ask_chance": (rf"{FIND_ZH}(?:概率)?P ?[\(\{{{{] ?(?:<a> ?<=? ?X ?<=? ?<b>|X ?(?P<sign>>=?|<=?) ?<c>) ?[\)\}}}}]{HOW_MUCH_ZH}",),
})  # fmt: skip
WORDS: Final = {
    "whole": Words("The total probability is 1: \\[\\int_{{{a}}}^{{{b}}}{f}\\,dx={total}=1\\] so \\({letter}={value}\\).", "由概率密度的归一性 \\[\\int_{{{a}}}^{{{b}}}{f}\\,dx={total}=1\\] 得 \\({letter}={value}\\)。"),
    "mean": Words("The mean is \\[E(X)=\\int_{{{a}}}^{{{b}}}x\\,f(x)\\,dx=\\int_{{{a}}}^{{{b}}}{f}\\,dx={value}\\]", "数学期望为 \\[E(X)=\\int_{{{a}}}^{{{b}}}x\\,f(x)\\,dx=\\int_{{{a}}}^{{{b}}}{f}\\,dx={value}\\]"),
    "square": Words("The mean of the square is \\[E(X^2)=\\int_{{{a}}}^{{{b}}}x^2f(x)\\,dx=\\int_{{{a}}}^{{{b}}}{f}\\,dx={value}\\]", "平方的期望为 \\[E(X^2)=\\int_{{{a}}}^{{{b}}}x^2f(x)\\,dx=\\int_{{{a}}}^{{{b}}}{f}\\,dx={value}\\]"),
    "variance": Words("The variance is \\(E(X^2)-E(X)^2={value}\\).", "方差 \\(D(X)=E(X^2)-[E(X)]^2={value}\\)。"),
    "deviation": Words("The standard deviation is the root of the variance: \\({value}\\).", "标准差是方差的算术平方根：\\({value}\\)。"),
    "chance": Words("The probability is the integral over that part: \\[\\int_{{{a}}}^{{{b}}}{f}\\,dx={value}\\]", "概率等于密度在该区间上的积分：\\[\\int_{{{a}}}^{{{b}}}{f}\\,dx={value}\\]"),
    "code": Words("integrals of the density", "对密度积分"),
    "sentence": Words("In the order asked for: \\({answer}\\).", "依次为 \\({answer}\\)。"),
    "method": Words("the integrals were added up numerically", "用数值积分检验"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """A density, and what is asked of its random variable."""
    if not re.search(r"(?i)density|pdf|p\.d\.f|概率密度|密度函数|分布密度", text.source):
        return None
    source = _CASES.sub(_in_line, text.source)
    source = without_dollars(source).replace(r"\,", " ")
    match = _DENSITY.search(source)
    if match is None or _DENSITY.search(source, match.end()) is not None:
        return None
    low, high = _ends(match)
    behind = re.sub(r"以及|及|和|与|、", ",", source[match.end() :])
    between = " " if re.match(r"\s*(?:is|be|是|为)", behind) else " , "
    said = clauses(f"{source[: match.start()]} density{between}{behind}", _table(text.language))
    if isinstance(said, str):
        return None
    try:
        body = to_sympy(parse(match["body"]), {"x": X})
    except (FormulaError, TypeError, AttributeError):
        return None
    return _task(body, low, high, said, text.language)


def _table(language: Language) -> Any:
    return TABLE_ZH if language == "zh" else TABLE_EN


def _in_line(match: re.Match[str]) -> str:
    rows = [r for r in re.split(r"\\\\", match["inside"]) if r.strip()]
    parts = [" , ".join(p.strip(" ,;") for p in row.split("&")) for row in rows]
    return " , ".join(re.sub(r"\\(?:text|mbox)\s*\{([^{}]*)\}", r"\1", p).strip(" ,.") for p in parts)


def _ends(match: re.Match[str]) -> tuple[Any, Any]:
    low = match["low"] or match["low2"] or match["low3"] or match["above"]
    high = match["high"] or match["high2"] or match["high3"] or r"\infty"
    return to_sympy(parse(low)), to_sympy(parse(high))


def _task(body: sp.Expr, low: Any, high: Any, said: list[Said], say: Language) -> Density | None:
    asks = [s for s in said if s.kind.startswith("ask_")]
    letters = body.free_symbols - {X}
    if [s.kind for s in said].count("intro") != 1 or not asks or len(letters) > 1 or not low < high:
        return None
    value: Any = None
    letter = next(iter(letters), None)
    if letter is not None:
        total = sp.integrate(body, (X, low, high))
        found = [] if total.has(sp.oo, sp.nan, sp.zoo, sp.Integral) else sp.solve(total - 1, letter)
        if len(found) != 1 or not found[0].is_real:
            return None
        value = found[0]
    if any(s.kind == "ask_letter" and (letter is None or s.values["letter"] != letter.name) for s in asks):
        return None
    f = body if letter is None else body.subs(letter, value)
    if sp.simplify(sp.integrate(f, (X, low, high)) - 1) != 0:
        return None
    top = high if high.is_finite else low + 20
    if not all(f.subs(X, low + (top - low) * sp.Rational(k, 40)).evalf() >= 0 for k in range(1, 40)):
        return None
    asked = []
    for s in asks:
        bounds = _bounds(s, low, high) if s.kind == "ask_chance" else None
        if s.kind == "ask_chance" and bounds is None:
            return None
        asked.append((s.kind.removeprefix("ask_"), bounds))
    task = Density(body, letter, value, f, low, high, tuple(asked), say)
    return task if all(v.is_finite and v.is_real for v in task.values()) else None


def _bounds(said: Said, low: Any, high: Any) -> tuple[Any, Any] | None:
    if said.values.get("sign"):
        c = said.number("c")
        a, b = (c, high) if ">" in said.values["sign"] else (low, c)
    else:
        a, b = said.number("a"), said.number("b")
    a, b = max(a, low), min(b, high)
    return (a, b) if a < b else None


@dataclass(frozen=True)
class Density:
    """Density `f` on [low, high]; `body` with its letter, whose value is `value`; what is `asked` in order."""

    body: sp.Expr
    letter: sp.Symbol | None
    value: Any
    f: sp.Expr
    low: Any
    high: Any
    asked: tuple[tuple[str, tuple[Any, Any] | None], ...]
    language: Language

    def _integral(self, g: sp.Expr, a: Any, b: Any) -> sp.Expr:
        return sp.simplify(sp.integrate(sp.expand(g), (X, a, b)))

    def values(self) -> list[sp.Expr]:
        """What is asked for, in order."""
        return [self._of(kind, bounds) for kind, bounds in self.asked]

    def _of(self, kind: str, bounds: tuple[Any, Any] | None) -> sp.Expr:
        if kind == "letter":
            return self.value
        if kind == "chance" and bounds is not None:
            return self._integral(self.f, *bounds)
        mean = self._integral(X * self.f, self.low, self.high)
        if kind == "mean":
            return mean
        variance = sp.simplify(self._integral(X**2 * self.f, self.low, self.high) - mean**2)
        return variance if kind == "variance" else sp.sqrt(variance)

    def _answer(self) -> str:
        parts = []
        for (kind, _), value in zip(self.asked, self.values(), strict=True):
            parts.append(f"{self._name(kind)}{latex(value)}" if len(self.asked) > 1 else latex(value))
        return r";\ ".join(parts)

    def _name(self, kind: str) -> str:
        variance = "D(X)=" if self.language == "zh" else r"\operatorname{Var}(X)="
        return {"letter": f"{latex(self.letter)}=", "mean": "E(X)=", "variance": variance}.get(kind, "")

    def solution(self) -> Solution:
        """The constant first, then what is asked."""
        say, steps, told = self.language, list[str](), set[str]()
        ends = {"a": latex(self.low), "b": latex(self.high)}
        if self.letter is not None:
            total = sp.integrate(self.body, (X, self.low, self.high))
            body = rf"\left({latex(self.body)}\right)" if self.body.is_Add else latex(self.body)
            steps.append(WORDS["whole"].say(say, f=body, total=latex(sp.simplify(total)), letter=latex(self.letter), value=latex(self.value), **ends))  # fmt: skip
        for kind, bounds in self.asked:
            if kind in ("mean", "variance", "deviation") and "mean" not in told:
                told.add("mean")
                steps.append(self._step("mean", X * self.f, self._of("mean", None), ends))
            if kind in ("variance", "deviation") and "variance" not in told:
                told.add("variance")
                square = self._integral(X**2 * self.f, self.low, self.high)
                steps.append(self._step("square", X**2 * self.f, square, ends))
                steps.append(WORDS["variance"].say(say, value=latex(self._of("variance", None))))
            if kind == "deviation":
                steps.append(WORDS["deviation"].say(say, value=latex(self._of(kind, None))))
            if kind == "chance" and bounds is not None:
                part = {"a": latex(bounds[0]), "b": latex(bounds[1])}
                steps.append(self._step("chance", self.f, self._of(kind, bounds), part))
        return Solution(tuple(steps), self._cell())

    def _step(self, key: str, g: sp.Expr, value: sp.Expr, ends: dict[str, str]) -> str:
        inner = sp.expand(g) if g.is_polynomial(X) else sp.simplify(g)
        shown = rf"\left({latex(inner)}\right)" if inner.is_Add else latex(inner)
        return WORDS[key].say(self.language, f=shown, value=latex(value), **ends)

    def _cell(self) -> str:
        ends = f"{exact_source(self.low)}, {exact_source(self.high)}"
        names = {"x", *([self.letter.name] if self.letter is not None else [])}
        lines = [f"f = {exact_source(self.body)}", comment(WORDS["code"].say(self.language))]
        if self.letter is not None:
            lines += [f"value = solve(integrate(f, (x, {ends})) - 1, {self.letter.name})[0]", f"f = f.subs({self.letter.name}, value)"]  # fmt: skip
        if any(kind in ("mean", "variance", "deviation") for kind, _ in self.asked):
            lines += [f"mean = integrate(expand(x*f), (x, {ends}))", f"variance = simplify(integrate(expand(x**2*f), (x, {ends})) - mean**2)"]  # fmt: skip
        parts = []
        for kind, bounds in self.asked:
            chance = (
                f"simplify(integrate(f, (x, {exact_source(bounds[0])}, {exact_source(bounds[1])})))"
                if bounds
                else ""
            )
            parts.append(
                {
                    "letter": "value",
                    "mean": "mean",
                    "variance": "variance",
                    "deviation": "sqrt(variance)",
                    "chance": chance,
                }[kind]
            )
        lines.append("[" + ", ".join(parts) + "]")
        return cell(*lines, variables=names)

    def conclude(self, value: Any) -> Conclusion | None:
        """The values in the order asked for."""
        try:
            same = [sp.simplify(a - b) == 0 for a, b in zip(value, self.values(), strict=True)]
        except (TypeError, ValueError):
            return None
        if not all(same):
            return None
        answer = self._answer()
        return Conclusion(WORDS["sentence"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Sums over many thin strips."""
        plain = ",".join(part.split("=")[-1] for part in answer.replace(r"\ ", " ").split(";"))
        values = values_in(plain)
        if (
            values is None
            or len(values) != len(self.asked)
            or not all(isinstance(v, sp.Expr) for v in values)
        ):
            return None
        letter = python_letter = self.letter.name if self.letter is not None else "k"
        lines = [
            "import mpmath",
            f"f = lambdify((x, {letter}), {exact_source(self.body)}, 'mpmath')",
            f"given = [N(S(v), 30) for v in {exact_source(list(values))}]",
            f"ends = [lambdify((), S(e), 'mpmath')() for e in ({exact_source(self.low)}, {exact_source(self.high)})]",
            f"constant = mpmath.mpf('{sp.N(self.value, 30) if self.value is not None else 1}')",
            "total = lambda g, a, b: mpmath.quad(g, [a, b])",
            "density = lambda t: f(t, constant)",
            "mean = total(lambda t: t*density(t), *ends)",
            "square = total(lambda t: t*t*density(t), *ends)",
        ]
        expected = []
        for (kind, bounds), _ in zip(self.asked, values, strict=True):
            if bounds is not None:
                a, b = (f"lambdify((), S({exact_source(e)}), 'mpmath')()" for e in bounds)
                expected.append(f"total(density, {a}, {b})")
            else:
                expected.append({"letter": "constant", "mean": "mean", "variance": "square - mean**2", "deviation": "mpmath.sqrt(square - mean**2)"}[kind])  # fmt: skip
        lines += [
            f"expected = [{', '.join(expected)}]",
            "is_whole = abs(total(density, *ends) - 1) < 1e-9",
            "bool(is_whole and all(abs(mpmath.mpmathify(g) - e) < 1e-8 for g, e in zip(given, expected)))",
        ]
        claim = WORDS["sentence"].say(self.language, answer=answer)
        return CheckPlan(
            claim, WORDS["method"].say(self.language), cell(*lines, variables={"x", python_letter})
        )
