r"""Determinants of products, powers, multiples of matrices whose determinants are given: `\det A = 4`, find `\det (3AB)`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, exact_source
from solver.topics.equations.matrices.expressions import Expression, NotAnExpression, Parser, plain, source
from solver.topics.equations.matrices.literals import entry
from solver.topics.two_questions import SeveralQuestions

_NAME: Final = r"(?:\\(?:mathbf|boldsymbol|bold|bf|mathrm)\s*\{\s*[A-Z]\s*\}|[A-Z](?![A-Za-z]))"
_DET: Final = r"(?:\\det|\\operatorname\{det\}|(?<![A-Za-z])det)"
_GIVEN: Final = re.compile(
    rf"(?:{_DET}\s*\(?\s*(?P<a>{_NAME})\s*\)?|\|\s*(?P<b>{_NAME})\s*\|)\s*=\s*(?P<value>-?\s*(?:\\[dt]?frac\s*(?:\{{\d+\}}|\d)\s*(?:\{{\d+\}}|\d)|\d{{1,9}}(?:/\d{{1,9}})?))(?!\d|\.\d|[\^*/]|\s*[-+\\]\s*[A-Za-z\d\\])"
)
_ASKED: Final = re.compile(
    rf"(?:{_DET}\s*(?P<a>[^=$,;?。\u3400-\u9fff]+?)|\|(?P<b>[^|=$,;?。\u3400-\u9fff]+)\|)\s*(?P<end>[.=?]*\s*(?:\$|[.,?。]|$|\\\)|\\\]|(?=and\b)))"
)
_SIZE: Final = re.compile(
    r"\$?\b(?P<n>[1-9])\s*(?:\\times|×|x|\*|by|-by-)\s*(?P=n)\$?(?=\s*(?:square\s+|real\s+)?matri|\s*(?:的)?(?:矩阵|方阵)|\s*[,.])|(?P<z>[二三四五2345])\s*阶"
)
_ADJUGATE: Final = re.compile(
    r"(?<![A-Za-z\\])(?P<a>[A-Z])\s*(?:\^\s*\{?\s*\\?\*\s*\}?|\*(?=\s*(?:[|)+\-]|$)))|(?:\\operatorname\s*\{\s*adj\s*\}|\\?(?<![A-Za-z])adj)\s*(?P<o>\()?\s*(?P<b>[A-Z])(?![A-Za-z])(?(o)\s*\))"
)
"""A* and adj A."""
_ADJUGATE_TOLD: Final = re.compile(
    r"(?i)[,(;.。]?\s*\$?(?:其中|且|where\s+|and\s+|here\s+)?\s*\$?([A-Z])\s*\^?\s*\{?\s*\*\s*\}?\s*\$?\s*(?:为|是|表示|(?:is|denotes)\s+the\s+(?:adjugate|adjoint|classical\s+adjoint)(?:\s+matrix)?\s+of)\s*\$?(?-i:\1)\$?\s*(?:的伴随矩阵)?\s*\)?"
)
_IN_WORDS: Final = (
    (re.compile(r"(?i)\bthe\s+determinant\s+of\s+\$?(?=[-(\d]*(?-i:[A-Z]))(?P<x>[^$,;?=\u3400-\u9fff]*?(?-i:[A-Z](?![A-Za-z]))[^$,;?=a-zA-Z\u3400-\u9fff]{0,12}?)\$?(?=\s*(?:[,;?.]|$|\b(?:is|and|if|given|equals?)\b))"), r"$\\det(\g<x>)$"),
    (re.compile(r"\$?(?<![A-Za-z\\])(?P<x>[A-Z])\$?\s+(?:is|be)\s+(?P<size>an?\s+[^,.;]{1,30}?matrix|[2-5]\s*(?:by|x|×|\*|\\times)\s*[2-5])\s+(?:with|whose|which\s+has|that\s+has|having)\s+(?:a\s+)?determinant\s+(?:of\s+|is\s+|equal\s+to\s+)?\$?(?P<v>-?\d+(?:/\d+)?)\$?"), r"$\g<x>$ is \g<size> matrix , $\\det(\g<x>) = \g<v>$"),
    (re.compile(r"(?i:\ban?\s+)(?P<size>[2-5]\s*(?:by|x|×|\*|\\times)\s*[2-5])\s+matrix\s+\$?(?P<x>[A-Z])\$?\s+has\s+(?:a\s+)?determinant\s+(?:of\s+|equal\s+to\s+)?\$?(?P<v>-?\d+(?:/\d+)?)\$?"), r"$\g<x>$ is \g<size> matrix , $\\det(\g<x>) = \g<v>$"),
    (re.compile(r"(?<![A-Za-z\\|])\$?(?P<x>[A-Z])\$?的行列式(?:\$?\|(?P=x)\|\$?)?\s*(?:=|为|是|等于)\s*\$?(?P<v>-?\d+(?:/\d+)?)\$?"), r"$\\det(\g<x>) = \g<v>$"),
    (re.compile(r"行列式\s*(?=\$?\|[A-Z]\|)"), ""),
)  # fmt: skip
"""Determinants that are told in words."""
_ABOUT: Final = re.compile(r"(?i)det|matri|矩阵|方阵")
_ORDERS: Final = {"二": 2, "三": 3, "四": 4, "五": 5}
VOCABULARY: Final = {
    "given": "giventoken",
    "asked": "askedtoken",
    "words": "invertible|nonsingular|non-singular|invertible matrix|可逆|可逆矩阵|非奇异|及|matrix|matrices|square matrix|square matrices|square|such that|real|determinant|named|矩阵|方阵|均|为|设|已知|若|则|都是|且|和|与|行列式|,",
}
WORDS: Final = {
    "rules": Words(
        "Determinants multiply: \\(\\det(XY)=\\det X\\,\\det Y\\), so powers pass outside. A transpose has the same determinant, an inverse the reciprocal one.",
        "乘积的行列式等于行列式的乘积：\\(\\det(XY)=\\det X\\,\\det Y\\)，所以幂可以提到外面。转置的行列式不变，逆矩阵的行列式是倒数。",
    ),
    "scale": Words(
        "A number in front multiplies each of the \\({n}\\) rows, so \\(\\det(kX)=k^{{{n}}}\\det X\\).",
        "数乘使 \\({n}\\) 行都乘以这个数，所以 \\(\\det(kX)=k^{{{n}}}\\det X\\)。",
    ),
    "adjugate": Words("\\({A}{A}^*=\\det({A})\\,I\\) and \\(\\det {A}\\ne 0\\), so the adjugate is \\({A}^*=\\det({A})\\,{A}^{{-1}}=\\left({d}\\right){A}^{{-1}}\\).", "由 \\({A}{A}^*=|{A}|E\\) 且 \\(|{A}|\\ne 0\\)，得 \\({A}^*=|{A}|{A}^{{-1}}=\\left({d}\\right){A}^{{-1}}\\)。"),
    "collect": Words("All terms are multiples of the same matrix, with \\((kX)^{{-1}}=\\frac{{1}}{{k}}X^{{-1}}\\); together they are \\(\\left({k}\\right){rest}\\).", "各项都是同一矩阵的倍数（\\((kX)^{{-1}}=\\frac{{1}}{{k}}X^{{-1}}\\)），合并得 \\(\\left({k}\\right){rest}\\)。"),
    "result": Words("With the given determinants: \\[{chain}={v}\\]", "代入已知的行列式：\\[{chain}={v}\\]"),
    "answer": Words("The determinant is \\({v}\\).", "行列式是 \\({v}\\)。"),
    "method": Words("tried on diagonal matrices with these determinants", "用具有这些行列式的对角矩阵验证"),
}  # fmt: skip


def read_rule(text: Text) -> DeterminantRule | SeveralQuestions | None:
    """The determinants of expressions of matrices whose determinants are given."""
    words = re.sub(r"\\(mathbf|bold)\s*\{\s*(-?\d+)\s*([A-Z])\s*\}", r"\2\\\1{\3}", text.source)
    words = re.sub(r"\$?\bn\$?\s*阶", " ", _ADJUGATE_TOLD.sub(" ", words))
    for pattern, usual in _IN_WORDS:
        words = pattern.sub(usual, words)
    if r"\begin" in words or not _ABOUT.search(words) or not _GIVEN.search(words):
        return None
    dets: dict[str, Any] = {}
    repeated = False

    def given(match: re.Match[str]) -> str:
        nonlocal repeated
        name, value = plain(match["a"] or match["b"]), entry(match["value"])
        repeated |= name in dets or value is None
        dets[name] = value
        return " giventoken "

    sizes = {_ORDERS.get(m["n"] or m["z"]) or int(m["n"] or m["z"]) for m in _SIZE.finditer(words)}
    words = _GIVEN.sub(given, _SIZE.sub(" ", words))
    found = list(_ASKED.finditer(words))
    if repeated or not 1 <= len(found) <= 3 or len(sizes) > 1:
        return None
    words = _ASKED.sub(lambda m: f" askedtoken {m['end']}", words)
    words = re.sub(r"\\[()\[\]]|\$", " ", words)
    names = "|".join(dets)
    words = re.sub(
        rf"\\(?:mathbf|boldsymbol|bold|bf|mathrm)\s*\{{\s*({names})\s*\}}|(?<![A-Za-z\\])({names})(?![A-Za-z])",
        " named ",
        words,
    )
    said = account(words, VOCABULARY)
    if said.unread or said.formulas or said.concepts.count("asked") != len(found):
        return None
    n = next(iter(sizes), None)
    try:
        rules = [_rule(match["a"] or match["b"], dets, n, text.language) for match in found]
    except NotAnExpression:
        return None
    return rules[0] if len(rules) == 1 else SeveralQuestions(tuple(rules), text.language)


def _rule(asked: str, dets: Mapping[str, Any], n: int | None, language: Language) -> DeterminantRule:
    adjugates = list[str]()

    def multiple(match: re.Match[str]) -> str:
        """A* = |A|·A^{-1}, where A has an inverse."""
        name = match["a"] or match["b"]
        if n is None or not dets.get(name):
            raise NotAnExpression("no inverse")
        adjugates.append(name)
        det = dets[name]
        return rf"({'-' if det < 0 else ''}\frac{{{abs(det.p)}}}{{{det.q}}} {name}^{{-1}})"

    asked = re.sub(r"\^\s*T(?=\s*[A-Z])", "^{T} ", _ADJUGATE.sub(multiple, asked))
    expression = Parser(asked, [], dict.fromkeys(dets, sp.eye(n or 2).as_immutable())).whole()
    powers, value = _determinant(expression, dets, n)
    return DeterminantRule(dets, expression, n, powers, value, language, tuple(dict.fromkeys(adjugates)))


def _multiple(e: Expression) -> tuple[Any, Expression]:
    """A number and what it multiplies: (2A)^{-1} is half of A^{-1}."""
    match e.op, e.parts:
        case "neg", (inner,):
            k, rest = _multiple(inner)
            return -k, rest
        case "*", (left, right) if left.op == "value":
            k, rest = _multiple(right)
            return left.value * k, rest
        case "^", (inner, power):
            k, rest = _multiple(inner)
            if k != 0:
                return k**power.value, Expression("^", (rest, power))
        case "+" | "-", (left, right):
            (k, one), (m, other) = _multiple(left), _multiple(right)
            if one == other:
                return k + m if e.op == "+" else k - m, one
    return sp.Integer(1), e


def _name_of(e: Expression) -> str:
    """A matrix or its power, as LaTeX."""
    return (
        e.name if e.op == "name" else f"{_name_of(e.parts[0])}^{{{e.parts[1].value}}}" if e.op == "^" else "X"
    )


def _determinant(e: Expression, dets: Mapping[str, Any], n: int | None) -> tuple[str, Any]:
    """Source and value of the determinant."""
    match e.op, e.parts:
        case "name", _:
            return f"det_{e.name}", dets[e.name]
        case "T", (inner,):
            return _determinant(inner, dets, n)
        case "neg", (inner,) if n:
            text, value = _determinant(inner, dets, n)
            return f"(-1)**{n}*{text}", (-1) ** n * value
        case "^", (inner, power) if abs(power.value) <= 50:
            text, value = _determinant(inner, dets, n)
            if power.value < 0 and not value:
                raise NotAnExpression("no inverse")
            base = text if re.fullmatch(r"\w+", text) else f"({text})"
            return f"{base}**{power.value}", value**power.value
        case "+" | "-", _ if n:
            k, rest = _multiple(e)
            if rest == e:
                raise NotAnExpression(e.op)
            text, value = _determinant(rest, dets, n)
            return f"({exact_source(k)})**{n}*{text}", k**n * value
        case "*", (left, right):
            texts, product = [], sp.Integer(1)
            for part in (left, right):
                if part.op == "value":
                    if n is None:
                        raise NotAnExpression("size")
                    k = exact_source(part.value)
                    texts.append(f"{k if k.isdigit() else f'({k})'}**{n}")
                    product *= part.value**n
                else:
                    text, value = _determinant(part, dets, n)
                    texts.append(text)
                    product *= value
            return "*".join(texts), product
    raise NotAnExpression(e.op)


@dataclass(frozen=True, slots=True)
class DeterminantRule:
    """The determinant of `expression` by the rules; `n` rows, where it matters."""

    dets: Mapping[str, Any]
    expression: Expression
    n: int | None
    powers: str
    value: Any
    language: Language
    adjugates: tuple[str, ...] = ()
    """The matrices whose adjugate stands in it."""

    def solution(self) -> Solution:
        """The rules, then the numbers."""
        say, used = self.language, self.expression.names()
        steps = [
            WORDS["adjugate"].say(say, A=name, d=exact_latex(self.dets[name])) for name in self.adjugates
        ]
        if "+" in self._operations() or "-" in self._operations():
            k, rest = _multiple(self.expression)
            steps.append(WORDS["collect"].say(say, k=exact_latex(k), n=self.n, rest=_name_of(rest)))
        steps.append(WORDS["rules"].say(say))
        if self.n is not None and f"**{self.n}" in self.powers:
            steps.append(WORDS["scale"].say(say, n=self.n))
        chain = re.sub(r"\*\*(-?\d+)", r"^{\1}", self.powers)
        chain = re.sub(r"\*", r"\\cdot ", chain)
        chain = re.sub(r"Rational\((-?\d+), (\d+)\)", r"\\frac{\1}{\2}", chain)
        chain = re.sub(r"det_([A-Z])", lambda m: rf"\left({exact_latex(self.dets[m[1]])}\right)", chain)
        steps.append(WORDS["result"].say(say, chain=chain, v=exact_latex(self.value)))
        lines = [f"det_{name} = {exact_source(value)}" for name, value in self.dets.items() if name in used]
        fraction = any(part in self.powers for part in ("**-",))
        lines = [
            line.replace("= ", "= Rational(", 1) + ")" if fraction and "Rational" not in line else line
            for line in lines
        ]
        return Solution(tuple(steps), cell(*lines, self.powers))

    def _operations(self) -> set[str]:
        found, rest = set[str](), [self.expression]
        while rest:
            e = rest.pop()
            found.add(e.op)
            rest += e.parts
        return found

    def conclude(self, value: Any) -> Conclusion | None:
        """The number."""
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, v=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Matrices that have these determinants."""
        values = values_in(answer)
        if values is None or len(values) != 1 or getattr(values[0], "free_symbols", True):
            return None
        ones = ", 1" * ((self.n or 2) - 1)
        lines = [f"{name}_ = diag({exact_source(value)}{ones})" for name, value in self.dets.items()]
        text = re.sub(r"(?<![A-Za-z_.])([A-Z])(?![A-Za-z_])", r"\1_", source(self.expression, {}))
        claim = WORDS["answer"].say(self.language, v=answer)
        plan = cell(*lines, f"({text}).det() == {exact_source(values[0])}")
        return CheckPlan(claim, WORDS["method"].say(self.language), plan)
