"""Segments between points with coordinates: the other endpoint, lengths, and sums or products of the coordinates of a point.

Read: two endpoints, or one endpoint and the midpoint, in the plane or in space. What is just a midpoint or a distance of two points of the
plane is the topic `lines`. Not: letters in the coordinates, points on a segment in another ratio.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import POINT, vector_of
from solver.topics.geometry import corner_areas
from solver.topics.prepared import Prepared, one_point, one_value, shown_point

_P: Final = r"(?:(?:the\s+)?(?:points?\s+)?\$?[A-Z]?\$?\s*(?:=\s*)?)?§(?P<{}>\d+)§"
_A, _B, _M = (_P.format(name) for name in ("a", "b", "m"))
_SEGMENT: Final = (
    r"(?:a|the|this|line)?\s*(?:line\s+)?segment(?:\s+\$?(?:\\overline\s*\{?)?\s*[A-Z]{2}\}?\$?)?"
)
_AT: Final = r"(?:\s*(?:is|are|at|located|has|have|with|the|of|:|coordinates?|being|has\s+coordinates))*\s*"
_ENDS: Final = (
    rf"(?:(?:the\s+|two\s+|whose\s+|with\s+|its\s+|having\s+)*end-?\s?points?{_AT}{_A}\s*,?\s*and{_AT}{_B})"
)
_SUM: Final = r"(?:the\s+)?(?P<what>sum|product)\s+of\s+(?:the\s+)?(?:\$?[xy]\$?[- ]\s*and\s+\$?[xy]\$?[- ])?\s*(?:coordinates|components)\s+of\s+"
_WHAT: Final = r"(?:what\s+is|what\s+are|find|compute|determine|give)\s+"
_MID: Final = (
    rf"(?:the\s+)?mid-?\s?point(?:\s+of\s+(?:{_SEGMENT}|it|\$?(?:\\overline\s*\{{?)?\s*[A-Z]{{2}}\}}?\$?))?"
)
_OTHER: Final = r"(?:the\s+)?(?:(?:coordinates\s+of\s+)?(?:the\s+)?other\s+end-?\s?point|(?:coordinates\s+of\s+)?(?:the\s+)?(?:point\s+)?\$?[A-Z]\$?)(?:\s+of\s+the\s+segment)?"
_ONE: Final = r"(?:(?:if|and|given\s+that)\s+)?(?:one|an|the\s+first)\s+(?:of\s+(?:the|its)\s+)?end-?\s?points?(?:\s+of\s+the\s+segment)?"
_LAST: Final = r"(?:\s*,?\s*in\s+units)?\s*[.?]?"
_EN: Final = tuple(
    (name, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for name, pattern in (
        ("midpoint", rf"(?:the\s+|two\s+)*end-?\s?points\s+of\s+{_SEGMENT}{_AT}{_A}\s*,?\s*and{_AT}{_B}\s*[.,]\s*{_WHAT}(?:{_SUM})?{_MID}{_LAST}"),
        ("midpoint", rf"{_SEGMENT}\s+has\s+{_ENDS}\s*[.,]\s*{_WHAT}(?:{_SUM})?{_MID}{_LAST}"),
        ("midpoint", rf"{_WHAT}(?:{_SUM})?{_MID}\s*,?\s*{_ENDS}{_LAST}"),
        ("midpoint", rf"{_WHAT}(?:{_SUM})?{_MID}\s+(?:joining|connecting|between|from)\s+{_A}\s+(?:and|to)\s+{_B}{_LAST}"),
        ("midpoint", rf"(?:suppose|let|if|given\s+that)?\s*\$?[A-Z]\$?\s+(?:is|be)\s+the\s+point\s+{_A}\s+and\s+\$?[A-Z]\$?\s+(?:is|be)\s+the\s+point\s+{_B}\s*[.,]\s*{_WHAT}(?:{_SUM})?{_MID}{_LAST}"),
        ("other", rf"{_SEGMENT}\s+has\s+(?:an|one)\s+end-?\s?point{_AT}{_A}\s*,?\s*and\s+(?:its\s+|a\s+|the\s+)?mid-?\s?point{_AT}{_M}\s*[.,]\s*{_WHAT}(?:{_SUM})?{_OTHER}{_LAST}"),
        ("other", rf"{_MID}{_AT}{_M}\s*[.,]?\s*(?:and\s+)?{_ONE}{_AT}{_A}\s*[.,]\s*{_WHAT}(?:{_SUM})?{_OTHER}{_LAST}"),
        ("other", rf"{_ONE}\s+of\s+{_SEGMENT}{_AT}{_A}\s*[.,]?\s*(?:and\s+)?(?:{_MID}){_AT}{_M}\s*[.,]\s*{_WHAT}(?:{_SUM})?{_OTHER}{_LAST}"),
        ("other", rf"(?:given\s+that|if|suppose(?:\s+that)?)?\s*{_M}\s+is\s+{_MID}\s*(?:and|,|\.)\s*(?:if\s+)?(?:{_A}\s+is\s+(?:one|an)\s+(?:of\s+the\s+)?end-?\s?points?|{_ONE}{_AT}{_A.replace('<a>', '<a2>')})\s*[.,]\s*{_WHAT}(?:{_SUM})?{_OTHER}{_LAST}"),
        ("other", rf"(?:if\s+)?the\s+mid-?\s?point\s+of\s+(?:the\s+)?(?:line\s+)?segment\s+(?:between|joining|connecting)\s+\$?\(\s*x\s*,\s*y\s*\)\$?\s+and\s+{_A}\s+is\s+{_M}\s*[.,]\s*{_WHAT}\$?\(\s*x\s*,\s*y\s*\)\$?{_LAST}"),
        ("length", rf"how\s+(?:many\s+units\s+)?long\s+is\s+{_SEGMENT}\s*{_ENDS}{_LAST}"),
        ("length", rf"{_WHAT}the\s+length\s+of\s+{_SEGMENT}\s*{_ENDS}{_LAST}"),
        ("length", rf"{_WHAT}the\s+(?:length\s+of\s+the\s+(?:line\s+)?segment|distance)\s+(?:between|joining|connecting|from)\s+{_A}\s+(?:and|to)\s+{_B}{_LAST}"),
    )
)  # fmt: skip
_ZP: Final = r"(?:点?\s*\$?[A-Z]?\$?\s*)§(?P<{}>\d+)§"
_ZA, _ZB, _ZM = (_ZP.format(name) for name in ("a", "b", "m"))
_ZSUM: Final = (
    r"(?:的)?(?:坐标)?(?:的)?(?:横坐标与纵坐标|横、?纵坐标|两个坐标)?(?P<what>之和|的和|之积|的积)?"
)
_IS: Final = r"(?:的坐标)?(?:是|为|在)?"
_ZH: Final = tuple(
    (name, re.compile(pattern, re.DOTALL))
    for name, pattern in (
        ("other", rf"(?:已知|若|如果)?(?:一条)?线段(?:[A-Z]{{2}})?的?(?:一个|一)端点{_IS}{_ZA}\s*,?\s*(?:它的|其)?中点{_IS}{_ZM}\s*,\s*(?:求|则)?另一个?端点{_ZSUM}(?:的坐标)?(?:是|为)?(?:多少|什么)?[。.?]?"),
        ("other", rf"(?:已知|若|如果)?线段(?:[A-Z]{{2}})?的?中点{_IS}{_ZM}\s*,?\s*(?:一个)?(?:端点|点\s*\$?[A-Z]\$?){_IS}{_ZA}\s*,\s*(?:求|则)?(?:另一个?端点|点\s*\$?[A-Z]\$?){_ZSUM}(?:的坐标)?(?:是|为)?(?:多少|什么)?[。.?]?"),
        ("midpoint", rf"求?(?:以)?{_ZA}\s*(?:和|与|、)\s*{_ZB}\s*(?:为端点的线段|连线|所连线段)?的?中点{_ZSUM}(?:的坐标)?(?:是|为)?(?:多少|什么)?[。.?]?"),
        ("length", rf"求?以{_ZA}\s*(?:和|与|、)\s*{_ZB}\s*为端点的线段的?(?:长度?)(?:是|为)?(?:多少)?[。.?]?"),
    )
)  # fmt: skip
WORDS: Final = {
    "midpoint": Words("Each coordinate of the midpoint is the mean of the two: \\[{mean}={m}\\]", "中点的坐标是两个端点坐标的平均数：\\[{mean}={m}\\]"),
    "other": Words("The midpoint is the mean of the endpoints, so the other endpoint is twice the midpoint less the known endpoint: \\[{twice}={b}\\]",
                   "中点坐标是两个端点坐标的平均数，所以另一个端点等于中点坐标的两倍减去已知端点：\\[{twice}={b}\\]"),
    "length": Words("By Pythagoras: \\[\\sqrt{{{squares}}}={d}\\]", "由两点间距离公式（勾股定理）：\\[\\sqrt{{{squares}}}={d}\\]"),
    "sum": Words("The coordinates add to \\({terms}={value}\\).", "两个坐标之和为 \\({terms}={value}\\)。"),
    "product": Words("The coordinates multiply to \\({terms}={value}\\).", "两个坐标之积为 \\({terms}={value}\\)。"),
    "code": Words("with coordinates", "用坐标计算"),
    "method": Words("went back from the answer to the given points", "由答案倒推回已知的点"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """A question about a segment whose points are written out, or about the area between corners."""
    if (area := corner_areas.read(text)) is not None and not isinstance(area, Unread):
        return area
    points: list[sp.Matrix] = []

    def kept(match: re.Match[str]) -> str:
        found = vector_of(match["body"])
        if (
            found is None
            or found.free_symbols
            or found.rows not in (2, 3)
            or not all(c.is_real for c in found)
        ):
            return match[0]
        points.append(found)
        return f"§{len(points) - 1}§"

    source = POINT.sub(kept, " ".join(text.source.split()).replace("、", ","))
    source = re.sub(r"\$\s*([A-Z]?\s*=?\s*§\d+§)\s*\$", r"\1", source)
    if len(points) != 2 or points[0].rows != points[1].rows:
        return None
    for name, pattern in (*_EN, *_ZH):
        if (match := pattern.fullmatch(source)) is not None:
            groups = match.groupdict()
            first = points[int(groups.get("a") or groups["a2"])]
            second = points[int(groups["m" if name == "other" else "b"])]
            what = {
                "sum": "sum",
                "product": "product",
                "之和": "sum",
                "的和": "sum",
                "之积": "product",
                "的积": "product",
            }.get((groups.get("what") or "").lower(), "")
            return _task(name, first, second, what, text.language)
    return None


def _task(name: str, a: sp.Matrix, b: sp.Matrix, what: str, say: Language) -> Prepared:
    head = [f"a = Matrix({exact_source(list(a))})", f"b = Matrix({exact_source(list(b))})"]
    if name == "length":
        length = sp.sqrt(sum((p - q) ** 2 for p, q in zip(a, b, strict=True)))
        squares = "+".join(rf"\left({latex(sp.expand(p - q))}\right)^2" for p, q in zip(b, a, strict=True))
        step = WORDS["length"].say(say, squares=squares, d=latex(length))
        tests = (*head, "bool(answer >= 0 and simplify(answer**2 - (b - a).dot(b - a)) == 0)")
        return Prepared(
            say,
            (step,),
            cell(*head, comment(WORDS["code"].say(say)), "sqrt((b - a).dot(b - a))"),
            tests,
            WORDS["method"],
        )
    if name == "midpoint":
        found = (a + b) / 2
        mean = ",\\ ".join(rf"\frac{{{latex(p)}+{_bracket(q)}}}{{2}}" for p, q in zip(a, b, strict=True))
        steps = [WORDS["midpoint"].say(say, mean=rf"\left({mean}\right)", m=_point(found))]
        line, test = "(a + b) / 2", "point*2 - a == b"
    else:
        found = 2 * b - a
        twice = ",\\ ".join(rf"2\cdot {_bracket(q)}-{_bracket(p)}" for p, q in zip(a, b, strict=True))
        steps = [WORDS["other"].say(say, twice=rf"\left({twice}\right)", b=_point(found))]
        line, test = "2*b - a", "(point + a) / 2 == b"
    if not what:
        source = cell(*head, comment(WORDS["code"].say(say)), f"point = {line}", "tuple(point)")
        tests = (*head, "point = Matrix(list(answer))", f"len(point) == len(a) and {test}")
        return Prepared(say, tuple(steps), source, tests, WORDS["method"], shown=shown_point, given=one_point)
    sign = "+" if what == "sum" else r"\cdot "
    value = sum(found) if what == "sum" else sp.prod(found)
    terms = sign.join(_bracket(c) if k else latex(c) for k, c in enumerate(found))
    steps.append(WORDS[what].say(say, terms=terms, value=latex(value)))
    source = cell(
        *head,
        comment(WORDS["code"].say(say)),
        f"point = {line}",
        "sum(point)" if what == "sum" else "prod(point)",
    )
    tests = (
        *head,
        f"point = Matrix({exact_source(list(found))})",
        f"{test} and {'sum' if what == 'sum' else 'prod'}(point) == answer",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"], given=one_value)


def _bracket(value: sp.Expr) -> str:
    shown = latex(value)
    return rf"\left({shown}\right)" if value.is_negative or isinstance(value, sp.Add) else shown


def _point(point: sp.Matrix) -> str:
    return r"\left(" + r",\ ".join(map(latex, point)) + r"\right)"
