"""The exponent n of an expansion from a sum of coefficients or one coefficient; then n itself or another question."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

import sympy as sp

from solver.formula import Node, parse, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.binomials.rewriting import ORDINALS
from solver.topics.expressions.binomials.words import VOCABULARY

MAX_EXPONENT: Final = 40
MAX_EXPANDED: Final = 25
"""The largest exponent that is tried where the power has to be written out."""
WORDS: Final = {
    "binomial": Words("The binomial coefficients add up to \\(2^n\\): \\[2^n={value}\\] so \\(n={n}\\).", "二项式系数之和等于 \\(2^n\\)：\\[2^n={value}\\] 所以 \\(n={n}\\)。"),
    "sum": Words("Put 1 for every variable: the coefficients add up to \\[{ones}={value}\\] so \\(n={n}\\).", "令各变量都等于 1，各项系数之和为 \\[{ones}={value}\\] 所以 \\(n={n}\\)。"),
    "coefficient": Words("For \\(n={n}\\), and for no other exponent up to {most}, the coefficient of \\({power}\\) is \\({value}\\).", "当 \\(n={n}\\) 时 \\({power}\\) 的系数是 \\({value}\\)（{most} 以内没有别的 n）。"),
    "powers": Words("For \\(n={n}\\), and for no other exponent up to {most}, the coefficients of \\({power}\\) and \\({value}\\) are equal and not 0.", "当 \\(n={n}\\) 时 \\({power}\\) 与 \\({value}\\) 的系数相等且不为 0（{most} 以内没有别的 n）。"),
    "equal": Words("Term number \\({i}\\) has the binomial coefficient \\(\\binom{{n}}{{{i}-1}}\\), and \\(\\binom nk=\\binom n{{n-k}}\\). So \\({i}-1+{j}-1=n\\), \\(n={n}\\).", "第 \\({i}\\) 项的二项式系数是 \\(\\mathrm{{C}}_n^{{{i}-1}}\\)，由 \\(\\mathrm{{C}}_n^k=\\mathrm{{C}}_n^{{n-k}}\\) 得 \\({i}-1+{j}-1=n\\)，即 \\(n={n}\\)。"),
    "vanishing": Words(
        "Term number \\({value}\\) has the first summand with exponent \\(n-{before}\\) and the second one with exponent \\({before}\\). For \\(n={n}\\), and for no other \\(n\\), \\(x\\) drops out of their product.",
        "第 \\({value}\\) 项中，第一项的指数是 \\(n-{before}\\)，第二项的指数是 \\({before}\\)。只有当 \\(n={n}\\) 时，乘积中不含 \\(x\\)。",
    ),
    "cell": Words("try the exponents one after the other", "逐个检验指数"),
    "answer": Words("So \\(n={answer}\\).", "所以 \\(n={answer}\\)。"),
    "method": Words("the expansion with this exponent was written out", "按这个指数展开后核对"),
}  # fmt: skip
_N: Final = r"\$?\s*(-?\d+)\s*\$?"
_OF: Final = r"(?:\s+(?:in|of)\s+(?:the\s+)?(?:binomial\s+)?(?:expansion\s+of\s+)?(?P<body>\$?[^,;?。=]*?\^\{?n\}?\$?))?(?:\s+(?:in|of)\s+(?:the|its)\s+expansion)?"
_IS: Final = r"(?:是|为|等于|=)"
_POWER: Final = r"\$?(x(?:\^\{?\d+\}?)?)\$?"
_CONDITIONS: Final = (
    ("vanishing", r"的?(?:二项)?(?:展开式)?(?:中|里)?\s*,?\s*的?第\s*\$?(\d+|[一二三四五六七八九十])\$?\s*项(?:恰好|正好)?(?:是|为)(?:常数项|常数|不含\s*\$?x\$?\s*的项)"),
    ("equal", r"的?(?:展开式)?(?:中|里)?\s*,?\s*第\s*\$?(\d+)\$?\s*项的?(?:系数)?(?:与|和)第\s*\$?(\d+)\$?\s*项的?系数相等"),
    ("vanishing", rf"(?i:the\s+)?(?i:(\d+)(?:st|nd|rd|th)|({'|'.join(ORDINALS[0])}))\s+term{_OF}\s+(?:is\s+(?:a\s+|the\s+)?constant(?:\s+term)?|is\s+independent\s+of\s+\$?x\$?|does\s+not\s+(?:contain|involve)\s+\$?x\$?|contains\s+no\s+\$?x\$?|is\s+free\s+of\s+\$?x\$?)"),
    ("binomial", rf"的?(?:展开式)?(?:中|里)?\s*,?\s*的?(?:所有|各项?|全部)?的?二项式系数(?:之和|的和|和|总和){_IS}{_N}"),
    ("sum", rf"的?(?:展开式)?(?:中|里)?\s*,?\s*的?(?:所有|各|全部)项的?系数(?:之和|的和|和|总和){_IS}{_N}"),
    ("equal", r"的?(?:展开式)?(?:中|里)?\s*,?\s*第\s*\$?(\d+)\$?\s*项(?:与|和)第\s*\$?(\d+)\$?\s*项的?二项式系数相等"),
    ("powers", rf"的?(?:展开式)?(?:中|里)?\s*,?\s*含?\s*{_POWER}项?的?(?:系数)?\s*(?:与|和|、)\s*含?\s*{_POWER}项?的?系数相等"),
    ("coefficient", rf"的?(?:展开式)?(?:中|里)?\s*,?\s*含?\s*\$?(x(?:\^\{{?\d+\}}?)?)\$?\s*项?的系数{_IS}{_N}"),
    ("binomial", rf"(?i:the\s+)?sum\s+of\s+(?:all\s+)?(?:the\s+)?binomial\s+coefficients{_OF}\s+(?:is|equals|=)\s+{_N}"),
    ("sum", rf"(?i:the\s+)?sum\s+of\s+(?:all\s+)?(?:the\s+)?coefficients{_OF}\s+(?:is|equals|=)\s+{_N}"),
    ("powers", rf"(?i:the\s+)?coefficients\s+of\s+{_POWER}\s+and\s+{_POWER}{_OF}\s+are\s+(?:equal|the\s+same)"),
    ("powers", rf"(?i:the\s+)?coefficient\s+of\s+{_POWER}{_OF}\s+(?:is\s+equal\s+to|equals)\s+(?:the\s+coefficient|that)\s+of\s+{_POWER}"),
    ("equal", r"(?i:the\s+)?binomial\s+coefficients\s+of\s+the\s+(\d+)(?:st|nd|rd|th)\s+(?:term\s+)?and\s+(?:the\s+)?(\d+)(?:st|nd|rd|th)\s+terms?(?:\s+(?:in|of)\s+(?:the\s+expansion\s+of\s+)?(?P<body>\$?[^,;?。=]*?\^\{?n\}?\$?))?\s+are\s+(?:equal|the\s+same)"),
    ("coefficient", rf"(?i:the\s+)?coefficient\s+of\s+\$?(x(?:\^\{{?\d+\}}?)?)\$?(?:\s+term)?{_OF}\s+(?:is|equals|=)\s+{_N}"),
)  # fmt: skip


_WHOLE: Final = re.compile(
    r"(?i),?\s*(?:\b(?:where|and|if|given\s+that|with)\s+)?(?<![A-Za-z])\$?n\$?\s+(?:is|being|be)\s+an?\s+(?:positive\s+|natural\s+)?(?:integer|whole\s+number|number)(?!\s+(?:divisible|less|greater))|(?:(?<=\bn)|(?<=\bn\$))\s*,\s*an?\s+(?:positive\s+|natural\s+)?(?:integer|whole\s+number)(?=\s*[.?,]|\s*$)|[,，(（]?\s*(?:其中|且)?\s*\$?n\$?\s*(?:是|为)\s*(?:正整数|自然数)\s*[)）]?"
)
"""What an exponent is anyway."""


def read_exponent(text: Text, read: Callable[[Text], Reading]) -> Reading:
    """A question in which the exponent is n; None when it is not one."""
    source = text.source.replace(r"\(", "$").replace(r"\)", "$")
    if not re.search(r"\^\{?n\}?(?![A-Za-z])", source):
        return None
    kind, match = next(((k, m) for k, p in _CONDITIONS if (m := re.search(p, source))), ("", None))
    if match is None:
        return None
    body = match.groupdict().get("body") or ""
    rest = f"{source[: match.start()]} {body} , {source[match.end() :]}"
    rest = re.sub(
        r"\(?\s*\$?n\s*(?:∈|\\in)\s*\\?(?:mathbb\{?|mathbf\{?)?N\}?(?:\^?\{?[*+]\}?|_\+)?\$?\s*\)?", " ", rest
    )
    rest = _WHOLE.sub(" ", rest)
    found = account(rest, VOCABULARY)
    wholes = [
        n
        for n in found.nodes
        if any(isinstance(p, Binary) and p.op == "^" and p.right == Symbol("n") for p in walk(n))
    ]
    if len(wholes) != 1 or symbols(wholes[0]) - {"x", "y", "n"}:
        return None
    given = [g for g in match.groups() if g is not None and g != body]
    if kind == "vanishing":
        given = [str(_ordinal(given[0]))]
    if (
        kind == "equal"
        and "二项式" not in match[0]
        and "binomial" not in match[0]
        and not _has_plain_coefficients(to_sympy(wholes[0]))
    ):
        return None
    if kind == "powers":
        places = [str(to_sympy(parse(g)).as_base_exp()[1]) for g in given]
        given = places if places[0] != places[1] else ["", "0"]
    fact = (kind, given[0] if kind in ("coefficient", "equal", "powers") else "", int(given[-1]))
    value = _vanishing(wholes[0], fact[2]) if kind == "vanishing" else _exponent(to_sympy(wholes[0]), fact)
    if value is None:
        return None
    known = ExponentFact(wholes[0], fact, value, text.language)
    others = [n for n in found.nodes if n is not wholes[0]]
    asks_n = [n for n in others if n == Symbol("n") or getattr(n, "sides", ((),))[0] == Symbol("n")]
    if asks_n and len(asks_n) == len(others):
        words = {
            "coefficient",
            "binomial",
            "constant",
            "term",
            "nth",
            "middle",
            "largest",
            "sum_coefficients",
            "sum_binomial",
        }
        if set(found.concepts) & (words - {"term"}):
            return None
        return Unread(found.unread) if found.unread else known
    if others and asks_n:
        return None
    question = re.sub(r"\^\{?n\}?(?![A-Za-z])", f"^{{{value}}}", rest)
    task = read(replace(text, source=question))
    return WithExponent(known, task) if task is not None and not isinstance(task, Unread) else task


def _ordinal(word: str) -> int:
    """4 for 4, fourth and 四."""
    if word.isdigit():
        return int(word)
    return next(names.index(word.lower()) + 1 for names in ORDINALS if word.lower() in names)


def _two_terms(whole: sp.Expr) -> tuple[sp.Expr, sp.Expr] | None:
    """Both terms of (A + B)^n in the order in which the general term takes them; sums in x only."""
    base, exponent = whole.as_base_exp()
    if exponent != sp.Symbol("n") or not base.is_Add or len(base.args) != 2:
        return None
    one, two = base.args
    return one, two


def _has_plain_coefficients(whole: sp.Expr) -> bool:
    """Whether the coefficients are the binomial coefficients, as in (1 + x)^n."""
    found = _two_terms(whole)
    return found is not None and all(t.as_coeff_Mul()[0] == 1 for t in found)


def _vanishing(whole: Node, number: int) -> int | None:
    """The n for which x drops out of term `number` of (A + B)^n, with A and B as they are written."""
    match whole:
        case Binary("^", Binary("+" | "-", left, right), Symbol("n")):
            pass
        case _:
            return None
    x, powers = sp.Symbol("x", positive=True), list[sp.Expr]()
    for term in (left, right):
        value = to_sympy(term, {"x": x})
        power = sp.simplify(x * sp.diff(value, x) / value)
        if not power.is_Rational:
            return None
        powers.append(power)
    p, q = powers
    if p == 0 or p == q:
        return None
    n = sp.Rational(number - 1) * (p - q) / p
    return int(n) if n.is_Integer and n >= number - 1 else None


def _exponent(whole: sp.Expr, fact: tuple[str, str, int]) -> int | None:
    """The only n from 1 to 40 that fits."""
    kind, place, value = fact
    n, x = sp.Symbol("n"), sp.Symbol("x")
    fitting = []
    if kind == "equal":
        return int(place) + value - 2 if int(place) != value else None
    if kind == "powers" and not place:
        return None
    for k in range(1, MAX_EXPONENT + 1):
        if kind == "powers":
            if k > MAX_EXPANDED:
                break
            whole_k = sp.expand(whole.subs(n, k))
            one, two = whole_k.coeff(x, int(place)), whole_k.coeff(x, value)
            if one == two != 0:
                fitting.append(k)
            continue
        if kind == "binomial":
            found = sp.Integer(2) ** k
        elif kind == "sum":
            found = whole.subs(dict.fromkeys(whole.free_symbols - {n}, 1)).subs(n, k)
        else:
            if k > MAX_EXPANDED:
                break
            power = to_sympy(parse(place)).as_base_exp()[1]
            found = sp.expand(whole.subs(n, k)).coeff(x, int(power))
        if found == value:
            fitting.append(k)
    return fitting[0] if len(fitting) == 1 else None


@dataclass(frozen=True, slots=True)
class ExponentFact:
    """The exponent `value` of `whole`, fixed by `fact` (kind, place, number)."""

    whole: Node
    fact: tuple[str, str, int]
    value: int
    language: Language

    def step(self) -> str:
        """Why n has this value."""
        kind, place, value = self.fact
        whole = to_sympy(self.whole)
        ones = (
            whole.subs(dict.fromkeys(whole.free_symbols - {sp.Symbol("n")}, 1))
            if kind == "sum"
            else sp.Integer(0)
        )
        power = to_latex(parse(place)) if kind == "coefficient" else ""
        if kind == "powers":
            power, value = rf"x^{{{place}}}", rf"x^{{{value}}}"  # type: ignore[assignment]
        facts = {
            "value": value,
            "n": self.value,
            "power": power,
            "most": MAX_EXPANDED,
            "ones": sp.latex(ones),
            "i": place,
            "j": value,
            "before": value - 1 if isinstance(value, int) else 0,
        }
        return WORDS[kind].say(self.language, **facts)

    def _test(self) -> str:
        kind, place, value = self.fact
        body = exact_source(to_sympy(self.whole))
        if kind == "binomial":
            return f"sum(binomial(n, k) for k in range(n + 1)) == {value}"
        if kind == "equal":
            return f"binomial(n, {int(place) - 1}) == binomial(n, {value - 1}) and n >= {max(int(place), value) - 1}"
        if kind == "vanishing":
            match self.whole:
                case Binary(_, Binary(op, left, right), _):
                    sign = "-" if op == "-" else ""
                    term = (
                        f"({to_python(left)})**(n - {value - 1}) * ({sign}({to_python(right)}))**{value - 1}"
                    )
                    return f"n >= {value - 1} and simplify({term}).is_number"
        if kind == "sum":
            ones = ", ".join(f"({s}, 1)" for s in sorted(symbols(self.whole) - {"n"}))
            return f"sympify({body}).subs([{ones}]) == {value}"
        if kind == "powers":
            return f"expand({body}).coeff(x, {place}) == expand({body}).coeff(x, {value}) != 0"
        power = to_sympy(parse(place)).as_base_exp()[1]
        return f"expand({body}).coeff(x, {power}) == {value}"

    def solution(self) -> Solution:
        """The equation for n, and a search."""
        names = sorted(symbols(self.whole) - {"n"})
        positive = "positive=True" if self.fact[0] == "vanishing" else ""
        most = MAX_EXPANDED + 1 if self.fact[0] in ("coefficient", "powers") else MAX_EXPONENT + 1
        lines = [
            comment(WORDS["cell"].say(self.language)),
            f"[n for n in range(1, {most}) if {self._test()}][0]",
        ]
        return Solution((self.step(),), cell(*lines, variables=names, assumptions=positive))

    def conclude(self, value: Any) -> Conclusion | None:
        """The exponent."""
        if not isinstance(value, sp.Integer):
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The condition with the number put in."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        names = sorted(symbols(self.whole) - {"n"})
        positive = "positive=True" if self.fact[0] == "vanishing" else ""
        source = cell(f"n = {values[0]}", self._test(), variables=names, assumptions=positive)
        return CheckPlan(
            WORDS["answer"].say(self.language, answer=answer), WORDS["method"].say(self.language), source
        )


@dataclass(frozen=True, slots=True)
class WithExponent:
    """A question about the expansion once its exponent is known."""

    known: ExponentFact
    task: Task

    def solution(self) -> Solution:
        """How the exponent follows, then the question."""
        inner = self.task.solution()
        return Solution((self.known.step(), *inner.steps), inner.cell, inner.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """As the question says."""
        return self.task.conclude(value)

    def check(self, answer: str) -> CheckPlan | None:
        """As the question says."""
        return self.task.check(answer)
