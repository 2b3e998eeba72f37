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

_NAME: Final = r"(?:\\(?:mathbf|boldsymbol|bold|bf|mathrm)\s*\{\s*[A-Z]\s*\}|[A-Z](?![A-Za-z]))"
_DET: Final = r"(?:\\det|\\operatorname\{det\}|(?<![A-Za-z])det)"
_GIVEN: Final = re.compile(
    rf"(?:{_DET}\s*\(?\s*(?P<a>{_NAME})\s*\)?|\|\s*(?P<b>{_NAME})\s*\|)\s*=\s*(?P<value>-?\s*(?:\\[dt]?frac\s*\{{\d+\}}\s*\{{\d+\}}|\d{{1,9}}(?:/\d{{1,9}})?))(?!\d|\.\d|[\^*/]|\s*[-+\\]\s*[A-Za-z\d\\])"
)
_ASKED: Final = re.compile(
    rf"(?:{_DET}\s*(?P<a>[^=$,;?。\u3400-\u9fff]+?)|\|(?P<b>[^|=$,;?。\u3400-\u9fff]+)\|)\s*(?P<end>[.=?]*\s*(?:\$|[.,?。]|$|\\\)|\\\]))"
)
_SIZE: Final = re.compile(
    r"\$?\b(?P<n>[1-9])\s*(?:\\times|×|x|\*|by|-by-)\s*(?P=n)\$?(?=\s*(?:square\s+|real\s+)?matri|\s*(?:的)?(?:矩阵|方阵))|(?P<z>[二三四五2345])\s*阶"
)
_ABOUT: Final = re.compile(r"(?i)det|matri|矩阵|方阵")
_ORDERS: Final = {"二": 2, "三": 3, "四": 4, "五": 5}
VOCABULARY: Final = {
    "given": "giventoken",
    "asked": "askedtoken",
    "words": "matrix|matrices|square matrix|square matrices|square|such that|real|determinant|named|矩阵|方阵|均|为|设|已知|若|则|都是|且|和|与|行列式|,",
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
    "result": Words("With the given determinants: \\[{chain}={v}\\]", "代入已知的行列式：\\[{chain}={v}\\]"),
    "answer": Words("The determinant is \\({v}\\).", "行列式是 \\({v}\\)。"),
    "method": Words("tried on diagonal matrices with these determinants", "用具有这些行列式的对角矩阵验证"),
}  # fmt: skip


def read_rule(text: Text) -> DeterminantRule | None:
    """The determinant of an expression of matrices whose determinants are given."""
    words = re.sub(r"\\(mathbf|bold)\s*\{\s*(-?\d+)\s*([A-Z])\s*\}", r"\2\\\1{\3}", text.source)
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
    if repeated or len(found) != 1 or len(sizes) > 1:
        return None
    match = found[0]
    words = words[: match.start()] + " askedtoken " + match["end"] + words[match.end() :]
    words = re.sub(r"\\[()\[\]]|\$", " ", words)
    names = "|".join(dets)
    words = re.sub(
        rf"\\(?:mathbf|boldsymbol|bold|bf|mathrm)\s*\{{\s*({names})\s*\}}|(?<![A-Za-z\\])({names})(?![A-Za-z])",
        " named ",
        words,
    )
    said = account(words, VOCABULARY)
    if said.unread or said.formulas or said.concepts.count("asked") != 1:
        return None
    n = next(iter(sizes), None)
    try:
        expression = Parser(
            match["a"] or match["b"], [], dict.fromkeys(dets, sp.eye(n or 2).as_immutable())
        ).whole()
        powers, value = _determinant(expression, dets, n)
    except NotAnExpression:
        return None
    return DeterminantRule(dets, expression, n, powers, value, text.language)


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

    def solution(self) -> Solution:
        """The rules, then the numbers."""
        say, used = self.language, self.expression.names()
        steps = [WORDS["rules"].say(say)]
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
