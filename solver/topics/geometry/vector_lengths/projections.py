"""Scalar projections, from coordinates or from lengths and an angle; unit vectors of combinations of i, j and k.

Read: a·b/|b| of two vectors in numbers, |a|cos of an angle that is told. A "projection" in English without "scalar" is a vector, and read elsewhere; 投影向量 too.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import exact_latex, latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared, one_point, shown_point

WORDS: Final = {
    "product": Words("The product of the two vectors: \\({terms}={value}\\).", "两个向量的数量积：\\({terms}={value}\\)。"),
    "length": Words("The length of the vector that is projected onto: \\({value}\\).", "投影方向上向量的模：\\({value}\\)。"),
    "divide": Words("The scalar projection is the product divided by this length: \\[\\frac{{{d}}}{{{q}}}={value}\\]", "投影（数量）等于数量积除以这个模：\\[\\frac{{{d}}}{{{q}}}={value}\\]"),
    "cosine": Words("The projection is \\(|\\vec{{a}}|\\cos\\theta\\): \\[{p}\\times {cosine}={value}\\]", "投影（数量）等于 \\(|\\vec{{a}}|\\cos\\theta\\)：\\[{p}\\times {cosine}={value}\\]"),
    "unit": Words("The length is \\(\\sqrt{{{squares}}}={length}\\). Divide the vector by it: \\[{value}\\]", "模为 \\(\\sqrt{{{squares}}}={length}\\)，除以模得 \\[{value}\\]"),
    "code": Words("product divided by length", "数量积除以模"),
    "code_unit": Words("the vector divided by its length", "向量除以它的模"),
    "answer": Words("The projection is \\({answer}\\).", "投影是 \\({answer}\\)。"),
    "is_unit": Words("The unit vector is \\({answer}\\).", "单位向量是 \\({answer}\\)。"),
    "method": Words("what is left without the projection is perpendicular to the other vector", "去掉投影后的部分与该方向垂直"),
    "method_cosine": Words("drawn with coordinates and measured", "取坐标重新计算"),
    "method_unit": Words("length 1, and the same direction", "模为1且方向相同"),
}  # fmt: skip
_E: Final = r"[^,()]{1,16}"
_V: Final = rf"(?:\(\s*{_E}(?:,\s*{_E}){{1,2}}\)|<\s*{_E}(?:,\s*{_E}){{1,2}}>)"
_EN: Final = re.compile(
    rf"(?:find|what is|calculate|compute|determine) the (?:scalar projection|scalar component|component) of (?:the vector )?(?:(?P<n>[a-z]) ?= ?)?(?P<a>{_V}) (?:onto|on|along|in the direction of) (?:the vector )?(?:(?P<m>[a-z]) ?= ?)?(?P<b>{_V})"
)
_ZIS: Final = "(?:的?(?:数量|值))?(?:是|为)?(?:多少)?"
_ZH: Final = (
    re.compile(rf"(?:求|已知)?(?:向量)?(?P<n>[a-z])=(?P<a>{_V})在(?:向量)?(?P<m>[a-z])=(?P<b>{_V})(?:的?方向)?上的?投影{_ZIS}"),
    re.compile(rf"(?:已知|设|若)(?:平面)?(?:向量)?(?P<n>[a-z])=(?P<a>{_V}),(?:向量)?(?P<m>[a-z])=(?P<b>{_V}),(?:则|求)?(?:向量)?(?P<x>[a-z])在(?:向量)?(?P<y>[a-z])(?:的?方向)?上的?投影{_ZIS}"),
)  # fmt: skip
_L: Final = r"[^,()=|]{1,12}"
_ZH_ANGLE: Final = re.compile(
    rf"(?:已知|设|若)(?:向量)?\|(?P<n>[a-z])\|=(?P<p>{_L}),\|(?P<m>[a-z])\|=(?P<q>{_L}),(?:(?:向量)?[a-z][与和、,][a-z]的?)?夹角(?:为|是)?(?P<angle>[^,]{{1,14}}?),(?:则|求)?(?:向量)?(?P<x>[a-z])在(?:向量)?(?P<y>[a-z])(?:的?方向)?上的?投影{_ZIS}"
)
_IJK: Final = r"-?\s?\d{0,4}\s?[ijk](?:\s?[+-]\s?\d{0,4}\s?[ijk]){1,2}"
_UNIT: Final = (
    re.compile(rf"(?:find|what is|determine|write) (?:a|the) unit vector (?:in the (?:same )?direction of|in the same direction as|parallel to|along) (?:the vector )?(?:[a-z] ?= ?)?(?P<v>{_IJK})"),
)  # fmt: skip


def read(text: Text) -> Reading:
    """One projection, or a unit vector."""
    if len(text.source) > 200 or not re.search(r"(?i)projection|component|投影|unit vector", text.source):
        return None
    source = re.sub(r"\\(?:vec|mathbf|boldsymbol|overrightarrow)\s*\{?\s*([a-z])\s*\}?", r"\1", text.source)
    source = re.sub(r"\$|\\[()]|\\left|\\right", "", source)
    try:
        if text.language == "zh":
            return _chinese(re.sub(r"\s+", "", source).replace("，", ",").rstrip("?。."))
        return _english(" ".join(source.lower().split()).rstrip("?. "))
    except (FormulaError, TypeError, ValueError):
        return None


def _english(plain: str) -> Reading:
    if (match := _EN.fullmatch(plain)) is not None:
        return _projected(_vector(match["a"]), _vector(match["b"]), "en")
    for form in _UNIT:
        if (match := form.fullmatch(plain)) is not None:
            return _unit(match["v"])
    return None


def _chinese(plain: str) -> Reading:
    for form in _ZH:
        if (match := form.fullmatch(plain)) is not None:
            parts = match.groupdict()
            if match["n"] == match["m"]:
                return None
            a, b = _vector(match["a"]), _vector(match["b"])
            if parts.get("x"):
                if {parts["x"], parts["y"]} != {match["n"], match["m"]}:
                    return None
                if parts["x"] == match["m"]:
                    a, b = b, a
            return _projected(a, b, "zh")
    if (match := _ZH_ANGLE.fullmatch(plain)) is not None:
        if match["n"] == match["m"] or {match["x"], match["y"]} != {match["n"], match["m"]}:
            return None
        return _from_angle(_value(match["p" if match["x"] == match["n"] else "q"]), _value(match["angle"]))
    return None


def _value(words: str) -> sp.Expr:
    value = to_sympy(parse(words))
    if not isinstance(value, sp.Expr) or value.free_symbols or not value.is_real:
        raise ValueError(words)
    return value


def _vector(words: str) -> list[sp.Expr]:
    return [_value(part) for part in words.strip("()<> ").split(",")]


def _projected(a: list[sp.Expr], b: list[sp.Expr], say: Language) -> Reading:
    if len(a) != len(b) or all(c == 0 for c in b):
        return None
    dot = sp.expand(sum(x * y for x, y in zip(a, b, strict=True)))
    length = sp.sqrt(sp.expand(sum(y**2 for y in b)))
    value = sp.radsimp(dot / length)
    terms = "+".join(rf"{_shown(x)}\cdot {_shown(y)}" for x, y in zip(a, b, strict=True))
    steps = (
        WORDS["product"].say(say, terms=terms, value=latex(dot)),
        WORDS["length"].say(say, value=latex(length)),
        WORDS["divide"].say(say, d=latex(dot), q=latex(length), value=exact_latex(value)),
    )
    given = f"a, b = Matrix({exact_source(a)}), Matrix({exact_source(b)})"
    source = cell(given, comment(WORDS["code"].say(say)), "radsimp(a.dot(b)/b.norm())")
    tests = (given, "bool(simplify((a - answer*b/b.norm()).dot(b)) == 0)")
    return Prepared(say, steps, source, tests, WORDS["method"], WORDS["answer"])


def _shown(value: sp.Expr) -> str:
    shown = latex(value)
    return f"({shown})" if shown.startswith("-") or "+" in shown else shown


def _from_angle(p: sp.Expr, angle: sp.Expr) -> Reading:
    if not p.is_positive or not 0 <= angle <= sp.pi or sp.cos(angle).has(sp.cos):
        return None
    value = sp.radsimp(sp.expand(p * sp.cos(angle)))
    step = WORDS["cosine"].say("zh", p=latex(p), cosine=_shown(sp.cos(angle)), value=exact_latex(value))
    source = cell(comment(WORDS["code"].say("zh")), f"({exact_source(p)})*cos({exact_source(angle)})")
    tests = (
        f"p, angle = {exact_source(p)}, {exact_source(angle)}",
        "a = Matrix([p*cos(angle), p*sin(angle)])",
        "bool(simplify(a[0] - answer) == 0)",
    )
    return Prepared("zh", (step,), source, tests, WORDS["method_cosine"], WORDS["answer"])


def _unit(words: str) -> Reading:
    parts = [sp.S.Zero] * 3
    for sign, many, letter in re.findall(r"([+-]?)\s*(\d*)\s*([ijk])", words):
        if parts["ijk".index(letter)] != 0:
            return None
        parts["ijk".index(letter)] = sp.Integer(f"{sign}{many or 1}")
    vector = parts if "k" in words else parts[:2]
    length = sp.sqrt(sum(c**2 for c in vector))
    if length == 0:
        return None
    value = [sp.radsimp(c / length) for c in vector]
    step = WORDS["unit"].say("en", squares="+".join(f"{_shown(c)}^2" for c in vector), length=latex(length), value="(" + ",\\ ".join(map(latex, value)) + ")")  # fmt: skip
    given = f"v = Matrix({exact_source(vector)})"
    source = cell(given, comment(WORDS["code_unit"].say("en")), "tuple(v/v.norm())")
    tests = (
        given,
        "u = Matrix(list(answer))",
        f"bool(len(u) == {len(vector)} and simplify(u.dot(u) - 1) == 0 and simplify(u.dot(v) - v.norm()) == 0)",
    )
    return Prepared("en", (step,), source, tests, WORDS["method_unit"], WORDS["is_unit"], shown=shown_point, given=one_point)  # fmt: skip
