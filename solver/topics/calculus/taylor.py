r"""Taylor and Maclaurin polynomials of a function of one variable: to a degree, up to a power, or so many terms that are not zero.

Read: "Taylor polynomial of degree 3 of ln x at x = 1", "first four nonzero terms of the Maclaurin series of …", f(x)在x=1处的三阶泰勒公式,
按(x-1)的幂展开到三次. Not: remainders, whole series (without a degree), several variables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Blank, Call, Number, Relation, Symbol, symbols, walk
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.reader.account import Account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "polynomial": "taylor polynomials?|taylor expansion|taylor formula|taylor approximation|taylor s formula|泰勒多项式|泰勒展开|泰勒展开式|泰勒公式|泰勒展式|taylor展开|taylor公式|taylor多项式",
    "series": "taylor series|taylor series expansion|power series|power series expansion|power series representation|泰勒级数|幂级数|的幂级数",
    "maclaurin": "maclaurin polynomials?|maclaurin expansion|maclaurin formula|maclaurin series|maclaurin series expansion|maclaurin s formula|maclaurin|mclaurin series|麦克劳林公式|麦克劳林展开|麦克劳林展开式|麦克劳林级数|麦克劳林多项式|马克劳林公式|马克劳林级数|马克劳林展开式|maclaurin展开|maclaurin公式|maclaurin级数",
    "at": "at|about|around|centered at|centred at|centered about|centred about|centered around|near|expanded about|center|centre|at the point|the point|with center|with centre|处|点|点处|附近|为中心",
    "degree": "degree|of degree|order|of order|th degree|th order|-degree|阶|次|的次数",
    "upto": "up to|up to and including|up to and including degree|up to and including order|through|up to degree|up to order|up to terms of degree|up to terms of order|up to the term|up to the term in|to the term in|as far as|as far as the term in|up to terms in|include terms up to|including terms up to|up to the power|展开到|到|直到|项|写到|展开至|至|的项|精确到",
    "terms": "terms|nonzero terms|non-zero terms|nonvanishing terms|terms that are not zero|非零项|个非零项|项非零",
    "first": "first|the first|前",
    "powers": "in powers of|powers of|in ascending powers of|ascending powers of|按|的幂|幂|关于|的升幂|升幂",
    "expand": "approximate|approximation|approximate by|expand|develop|write|function|functions|expansion|series expansion|into|as a|construct|展开|展开式|展开成|展开为|展成|展为|函数|成|为|求出|写成|的展开式|多项式|写",
}  # fmt: skip
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "linear": 1, "quadratic": 2, "cubic": 3, "quartic": 4}  # fmt: skip
COUNTS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}  # fmt: skip
MAX_DEGREE: Final = 12
WORDS: Final = {
    "formula": Words("The Taylor polynomial at \\({x}={a}\\) is \\[T_{{{n}}}({x})=\\sum_{{k=0}}^{{{n}}}\\frac{{f^{{(k)}}({a})}}{{k!}}{power}^k\\] so we need the derivatives at \\({x}={a}\\).", "在 \\({x}={a}\\) 处的泰勒公式为 \\[T_{{{n}}}({x})=\\sum_{{k=0}}^{{{n}}}\\frac{{f^{{(k)}}({a})}}{{k!}}{power}^k\\] 所以先求各阶导数在 \\({x}={a}\\) 处的值。"),
    "start": Words("The function itself has the value \\({value}\\)", "函数在该点的值为 \\({value}\\)"),
    "row": Words("Derivative {k}: \\(\\frac{{d}}{{d{x}}}\\left({before}\\right)={f}\\), with the value \\({value}\\)", "{k} 阶导数：\\(\\frac{{d}}{{d{x}}}\\left({before}\\right)={f}\\)，在该点的值为 \\({value}\\)"),
    "coefficients": Words("Divided by \\(k!\\) these give the coefficients: {list}.", "分别除以 \\(k!\\) 得各项系数：{list}。"),
    "sum": Words("Together: \\[{f}\\approx {answer}\\]", "合起来：\\[{f}\\approx {answer}\\]"),
    "code": Words("the Taylor polynomial", "求泰勒多项式"),
    "answer": Words("The Taylor polynomial is \\({answer}\\).", "泰勒展开为 \\({answer}\\)。"),
    "method": Words("the difference to the function must shrink faster than the last power, computed with many digits close to the point", "在展开点附近用高精度计算误差，它必须比最后一个幂小得多"),
}  # fmt: skip

_COUNT: Final = rf"\$?(\d+|{'|'.join(COUNTS)})\$?"
_ORDINAL: Final = "|".join(ORDINALS)
_DEGREE: Final = (
    re.compile(
        rf"(?:\bof\s+)?\b(?:degree|order)\s+(?:at\s+most\s+)?\$?(?:n\s*=\s*)?{_COUNT}(?![\w.^])", re.I
    ),
    re.compile(r"\$?(?<![\d.^])(\d+)\$?\s*(?:st|nd|rd|th)?[-\s]*(?:degree|order)\b", re.I),
    re.compile(rf"\b({_ORDINAL})[-\s](?:degree|order)\b", re.I),
    re.compile(r"\b(linear|quadratic|cubic|quartic)\b(?=\s+(?:taylor|maclaurin))", re.I),
    re.compile(r"\$?(?<![\d.^])(\d+|[一二三四五六七八])\$?\s*(?:阶|次)(?:的)?"),
)
_TERMS: Final = (
    re.compile(rf"\b(?:the\s+)?first\s+{_COUNT}\s+(?:nonzero\s+|non-zero\s+|nonvanishing\s+)?terms\b(?:\s+(?:of|in)\b)?", re.I),
    re.compile(rf"\b{_COUNT}\s+(?:nonzero|non-zero)\s+terms\b", re.I),
    re.compile(rf"(?:的)?前\s*{_COUNT}\s*个?\s*(?:非零|不为零的|不为0的)?\s*项"),
)  # fmt: skip


_LAST_TERM: Final = re.compile(
    r"\b(?:up\s+to|as\s+far\s+as)(?:\s+and\s+including)?\s+(?:the\s+)?(?:terms?\s+(?:in|containing|involving|with)\s+)?"
    r"(\$?(?:[a-z]|\([a-z]\s*[-+]\s*\w{1,6}\))\s*\^\s*\{?\d{1,2}\}?\$?)(?!\s*[-+*/^])(?:[-\s]terms?\b)?",
    re.I,
)
"""Up to and including the x^3 term, the term in x^3."""


def _taken(source: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[str, int | None] | None:
    """The text without what says a number, and the number; None where it is said twice."""
    found: list[int] = []
    for pattern in patterns:
        for m in pattern.finditer(source):
            word = m[1].lower()
            found.append(int(word) if word.isdigit() else (ORDINALS | COUNTS)[word])
        source = pattern.sub(" ", source)
    if len(found) > 1:
        return None
    return source, found[0] if found else None


def read(text: Text) -> Reading:
    """One polynomial."""
    if not re.search(
        r"taylor|maclaurin|mclaurin|泰勒|麦克劳林|马克劳林|powers of|幂|\bup to\b", text.source, re.I
    ):
        return None
    by_terms = _taken(_LAST_TERM.sub(r" up to \1 ", text.source), _TERMS)
    by_degree = by_terms and _taken(by_terms[0], _DEGREE)
    if by_terms is None or by_degree is None:
        return None
    source, count, degree = by_degree[0], by_terms[1], by_degree[1]
    found = account(source, VOCABULARY)
    if (
        not found.nodes
        or not any(map(found.has, ("polynomial", "maclaurin", "series")))
        and not found.has("expand", "upto")
        and not (found.has("powers") and (count or degree or found.has("upto")))
    ):
        return None
    if found.unread:
        return Unread(found.unread)
    return _task(found, count, degree, text.language)


def _task(found: Account, count: int | None, degree: int | None, language: Language) -> Reading:
    centre: sp.Expr | None = sp.S.Zero if found.has("maclaurin") else None
    bodies: list[Node] = []
    order = [c for c in found.concepts if c[:1] == "#" or c in ("at", "upto", "powers")]
    nodes = found.nodes
    for i, concept in enumerate(order):
        if concept[:1] != "#":
            continue
        node = nodes[int(concept[1:])]
        before = order[i - 1] if i else ""
        behind = order[i + 1] if i + 1 < len(order) else ""
        match node:
            case Relation(("=",), (Symbol(name), right)) if name in (
                "x",
                "a",
                "c",
                "x_0",
                "t",
            ) and not symbols(right):
                if (centre := _agreed(centre, to_sympy(right))) is None:
                    return None
            case Relation(("=",), (Apply() | Symbol(), right)) if symbols(right):
                bodies.append(right)
            case Binary("^", base, Number(power)) if (
                before == "upto" or behind == "upto" and power.denominator == 1
            ):
                if degree is not None or count is not None:
                    return None
                degree = int(power)
                if (shift := _shift(base)) is None or (centre := _agreed(centre, shift)) is None:
                    return None
            case Symbol() | Binary("-" | "+", Symbol(), _) if (
                before == "powers" or behind == "powers" or found.has("series") and bodies
            ) and (shift := _shift(node)) is not None:
                if (centre := _agreed(centre, shift)) is None:
                    return None
            case Number(value) if before == "at":
                if (centre := _agreed(centre, sp.Rational(value.numerator, value.denominator))) is None:
                    return None
            case Apply(_, Symbol()):
                pass
            case Relation() | Blank():
                return None
            case _:
                bodies.append(node)
    if len(bodies) != 1 or centre is None or (count is None) == (degree is None):
        return None
    return _polynomial(bodies[0], centre, count, degree, language)


def _agreed(old: sp.Expr | None, new: Any) -> sp.Expr | None:
    return new if isinstance(new, sp.Expr) and new.is_real and old in (None, new) else None


def _shift(node: Node) -> sp.Expr | None:
    """The a of x − a."""
    value = to_sympy(node)
    names = value.free_symbols
    if len(names) != 1 or sp.diff(value, *names) != 1:
        return None
    return -value.subs(next(iter(names)), 0)


def _polynomial(
    body: Node, centre: sp.Expr, count: int | None, degree: int | None, language: Language
) -> Reading:
    names = symbols(body) - {"e"}
    if len(names) != 1 or not names <= {"x", "t", "u", "z", "y"}:
        return None
    allowed = {
        "sin",
        "cos",
        "tan",
        "ln",
        "log",
        "sqrt",
        "root",
        "asin",
        "acos",
        "atan",
        "sinh",
        "cosh",
        "exp",
    }
    if any(
        not isinstance(n, Symbol | Number | Binary | Call)
        and type(n).__name__ not in ("Negative", "Constant")
        or isinstance(n, Call)
        and n.name not in allowed
        for n in walk(body)
    ):
        return None
    f, x = to_sympy(body), sp.Symbol(next(iter(names)))
    if degree is not None and not 1 <= degree <= MAX_DEGREE or count is not None and not 1 <= count <= 8:
        return None
    derivatives = [f]
    values: list[sp.Expr] = []
    while True:
        value = sp.simplify(derivatives[-1].subs(x, centre))
        if not value.is_real or not value.is_finite or value.has(sp.Derivative, sp.Subs):
            return None
        values.append(value)
        enough = sum(v != 0 for v in values) == count if degree is None else len(values) > degree
        if enough:
            break
        if len(values) > MAX_DEGREE or derivatives[-1].count_ops() > 400:
            return None
        following = sp.diff(derivatives[-1], x)
        derivatives.append(
            min(following, sp.simplify(following), key=sp.count_ops)
            if following.count_ops() < 60
            else following
        )
    return TaylorPolynomial(body, x.name, centre, tuple(derivatives), tuple(values), language)


@dataclass(frozen=True)
class TaylorPolynomial:
    """The function, its derivatives from the zeroth on, and their values at `centre`."""

    body: Node
    variable: str
    centre: sp.Expr
    derivatives: tuple[sp.Expr, ...]
    values: tuple[sp.Expr, ...]
    language: Language

    @property
    def degree(self) -> int:
        """Of the polynomial, as asked."""
        return len(self.values) - 1

    def _power(self) -> str:
        shift = sp.Symbol(self.variable) - self.centre
        return rf"\left({latex(shift)}\right)" if self.centre else self.variable

    def _answer(self) -> str:
        """Ascending powers, as the series is written."""
        out, base = "", self._power()
        for k, value in enumerate(self.values):
            c = (
                sp.nsimplify(value / sp.factorial(k))
                if value.is_Rational
                else sp.simplify(value / sp.factorial(k))
            )
            if c == 0:
                continue
            negative = bool(c.could_extract_minus_sign())
            size = -c if negative else c
            shown = rf"\left({latex(size)}\right)" if size.is_Add and k else latex(size)
            power = "" if k == 0 else base if k == 1 else f"{base}^{{{k}}}"
            out += (
                ("-" if negative else "+" if out else "")
                + ("" if size == 1 and k else shown)
                + (" " if shown[-1:].isalpha() else "")
                + power
            )
        return out or "0"

    def solution(self) -> Solution:
        """Derivatives, coefficients, polynomial."""
        say, x, a = self.language, self.variable, latex(self.centre)
        rows = [WORDS["start"].say(say, value=latex(self.values[0]))]
        for k in range(1, len(self.values)):
            before, after, value = (
                latex(v) for v in (self.derivatives[k - 1], self.derivatives[k], self.values[k])
            )
            rows.append(WORDS["row"].say(say, k=k, x=x, before=before, f=after, value=value))
        coefficients = [
            rf"\(\frac{{{latex(v)}}}{{{k}!}}={latex(sp.simplify(v / sp.factorial(k)))}\)"
            for k, v in enumerate(self.values)
        ]
        stop = "。" if say == "zh" else "."
        steps = (
            WORDS["formula"].say(say, x=x, a=a, n=self.degree, power=self._power()),
            "\n".join(f"- {row}{stop}" for row in rows),
            WORDS["coefficients"].say(say, list=("，" if say == "zh" else ", ").join(coefficients)),
            WORDS["sum"].say(say, f=to_latex(self.body), answer=self._answer()),
        )
        v = python_name(x)
        source = cell(
            f"f = {to_python(self.body)}",
            comment(WORDS["code"].say(say)),
            f"series(f, {v}, {exact_source(self.centre)}, {self.degree + 1}).removeO()",
            variables=(v,),
        )
        return Solution(steps, source)

    def conclude(self, value: Any) -> Conclusion | None:
        """The polynomial in ascending powers, where the computed one is the same."""
        x = sp.Symbol(self.variable)
        ours = sum(
            (v / sp.factorial(k) * (x - self.centre) ** k for k, v in enumerate(self.values)), sp.S.Zero
        )
        if not isinstance(value, sp.Expr) or sp.simplify(sp.expand(value - ours)) != 0:
            return None
        answer = self._answer()
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The error near the point shrinks faster than the last power; the degree is not larger."""
        text = re.sub(
            r"[+-]?\s*(?:[oO]\s*\(.*|O\\left\(.*|R_.*|(?:\\c?l?dots|\.\.\.|…).*)$",
            "",
            answer.strip().strip("$"),
        )
        text = re.sub(r"^.*(?:\\approx|\\sim|≈)", "", text)
        values = values_in(text)
        x = sp.Symbol(self.variable)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        given = values[0]
        claim = WORDS["answer"].say(self.language, answer=answer)
        v = python_name(self.variable)
        lines = [
            "import mpmath",
            f"f = lambdify({v}, {to_python(self.body)}, 'mpmath')",
            f"polynomial = lambdify({v}, {exact_source(given)}, 'mpmath')",
            f"with mpmath.workdps({30 * (self.degree + 3)}):",
            f"    at = lambdify((), {exact_source(self.centre)}, 'mpmath')() * mpmath.mpf(1)",
            "    h = mpmath.mpf(10)**-30",
            f"    small = abs(f(at + h) - polynomial(at + h)) < h**{self.degree} / mpmath.mpf(10)**15",
            "bool(small)",
        ]
        if (
            given.free_symbols - {x}
            or not given.is_polynomial(x)
            or sp.degree(sp.expand(given), x) > self.degree
        ):
            lines = ["False"]
        return CheckPlan(
            claim, WORDS["method"].say(self.language), cell(*lines, variables=(v,) if len(lines) > 1 else ())
        )
