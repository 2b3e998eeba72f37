r"""Related rates with the equation in the problem: "If x² + y² = 25 and dx/dt = 3, find dy/dt when x = 3 and y = 4".

Read: one equation in letters, rates as `dx/dt` or `\frac{dx}{dt}`, values of letters. Not: equations with letters that have
neither a value nor a rate.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.formula.nodes import Apply, Blank, Relation, Symbol, symbols, walk
from solver.reader import account, notation_of
from solver.topics.base import Text, Unread
from solver.topics.calculus.related_rates.moving import Moment, completed

_RATE: Final = r"(?:\\[dt]?frac\s*\{\s*d\s*(?P<a>[A-Za-z])\s*\}\s*\{\s*d\s*t\s*\}|(?<![A-Za-z\\])d(?P<b>[A-Za-z])\s*/\s*dt(?![A-Za-z]))"
_UNIT: Final = r"(?:\s*(?:\\(?:text|mathrm)\s*\{[^{}]*\}|(?:cm|mm|km|m|ft|in|feet|foot|inches|units?|meters?|厘米|米)(?:\^\{?[23]\}?)?\s*(?:/|per|每)\s*(?:s|sec|seconds?|min|minutes?|h|hr|hours?|秒|分钟?|小时)(?![A-Za-z])))?"
_NUMBER: Final = r"(?P<value>-?\s*(?:\d+(?:\.\d+)?(?:\s*/\s*\d+)?|\\[dt]?frac\s*\{\d+\}\s*\{\d+\}))"
_GIVEN: Final = re.compile(rf"{_RATE}\s*(?:=|is|为|是)\s*{_NUMBER}{_UNIT}(?!\s*[A-Za-z(\\])")
_ASKED: Final = re.compile(_RATE)
VOCABULARY: Final = {
    "positive": "positive|正数|都是正数|均为正数",
    "words": "related rates?|related|rate|rates|rate of change|both|functions?|functions of t|of t|differentiable|are functions of t|is a function of t|functions of time|time|when|at|the instant|at the instant|at the instant when|at the moment|moment|if and|with|respect|point|at the point|x|y|t|volume|area|radius|circle|sphere|cube|side|surface|formula|moving|moves|along|curve|the curve|particle|constant|implicitly|are|related by|given by|relation"
    "|时|当|的函数|都是|均为|函数|变量|时刻|瞬间|变化率|随时间变化|关于|时间|在|处|点|满足关系|满足|圆|球|体积|面积|半径|公式|关系|的|可导|可导函数|均为t的函数",
}


def given(text: Text) -> Moment | Unread | None:
    """The moment that formulas tell; None where there are no rates in letters."""
    source = re.sub(r"\$|\\[()\[\]]|\\left(?![a-z])|\\right(?![a-z])|\\[,;:!]", " ", text.source)
    rates = dict[sp.Symbol, sp.Expr]()

    def kept(match: re.Match[str]) -> str:
        letter = sp.Symbol(match["a"] or match["b"])
        if letter in rates:
            raise ValueError("two rates of one letter")
        rates[letter] = to_sympy(parse(match["value"].replace(" ", "")))
        return " , "

    source = _GIVEN.sub(kept, source)
    asked = [sp.Symbol(m["a"] or m["b"]) for m in _ASKED.finditer(source)]
    if len(set(asked)) != 1 or not rates or asked[0] in rates:
        return None
    source = re.sub(rf"{_RATE}\s*(?:=\s*\??)?", " , ", source)
    source = re.sub(
        r"(?<=\d)\s*(?:cm|mm|km|m|ft|in|feet|inches|units?|meters?|厘米|米)(?![A-Za-z^])", " ", source
    )
    found = account(source, VOCABULARY, notation_of(source))
    equation: Relation | None = None
    values = dict[sp.Symbol, sp.Expr]()
    for node in found.nodes:
        match node:
            case Relation(("=",), (Symbol(name), value)) if not symbols(value) - {"e"} and not isinstance(
                value, Blank
            ):
                if sp.Symbol(name) in values:
                    return None
                values[sp.Symbol(name)] = to_sympy(value)
            case Relation(("=",), _) if equation is None:
                equation = node
            case Symbol():
                continue
            case _:
                return None
    if equation is None or any(isinstance(n, Apply | Blank) for n in walk(equation)):
        return None
    if found.unread:
        return Unread(found.unread)
    known = {name: sp.Symbol(name) for name in symbols(equation) - {"e"}}
    left, right = (to_sympy(side, known) for side in equation.sides)
    if not set(values) | set(rates) | set(asked) <= set(known.values()):
        return None
    if found.has("positive") and any(v.is_positive is False for v in values.values()):
        return None
    moment = Moment(left - right, (left, right), values, rates, asked[0], {}, positive=found.has("positive"))
    return moment if completed(moment) is not None else None
