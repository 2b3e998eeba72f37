"""The equation of a graph that is moved, mirrored or stretched: y = √x reflected in the y-axis and then 3 units up.

Read: one curve y = f(x) with numbers only, and moves in the order in which they are told: units to a side, reflections in an axis or the origin,
stretches along an axis by a factor. Not: turns, mirror lines other than the axes, features of the new curve, the original of a moved one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_latex, to_sympy
from solver.formula.nodes import Apply, Blank, Group, Relation, Symbol, symbols, walk
from solver.latex import latex, values_in
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.parabolas.shifts import DIRECTIONS, MOVES, value_of_units
from solver.topics.prepared import Prepared

X: Final = sp.Symbol("x", real=True)
_PI: Final = r"(?:\d+\s*)?(?:\\pi|π)(?:\s*/\s*\d+)?|\\[dt]?frac\s*\{\d*\s*(?:\\pi|π)\s*\}\s*\{\d+\}"
_MOVED: Final = tuple(pattern.replace("(?P<amount>", f"(?P<amount>{_PI}|") for pattern in MOVES)
_AXIS: Final = r"(?:the\s+)?\$?(?P<axis>[xy])\$?\s*-?\s*axis|(?:the\s+)?(?P<origin>origin)"
_MIRRORED: Final = (
    rf"(?i:(?:,|\band\b|\bthen\b|\s)*(?:is\s+|be\s+)?(?:first\s+|then\s+)?(?:reflect(?:ed|ing|s)?|flip(?:ped|s)?|mirror(?:ed|s)?|reflection)\s+(?:in|across|over|about|through|on)\s+(?:{_AXIS}))",
    r"(?:,|并|再|然后|先|将它|把它|沿)*(?:关于|以|沿)\s*(?:\$?(?P<axis>[xy])\$?\s*轴|(?P<origin>原点))\s*(?:对称|翻折|作对称|成中心对称|成轴对称|对折)(?:的|变换)?",
)
_NUMBER: Final = (
    r"\$?(?P<k>\d+(?:\.\d+)?(?:\s*/\s*\d+)?|\\[dt]?frac\s*\{\d+\}\s*\{\d+\}|two|three|four|five|half)\$?"
)
_STRETCHED: Final = (
    rf"(?i:(?:,|\band\b|\bthen\b|\s)*(?:is\s+|be\s+)?(?:first\s+|then\s+)?(?:(?P<way>vertically|horizontally)\s+)?(?P<how>stretch(?:ed)?|compress(?:ed)?|shr[ui]nk)\s*(?:(?P<way2>vertically|horizontally)\s+)?by\s+(?:a\s+)?(?:scale\s+)?factor\s+(?:of\s+)?{_NUMBER})",
    rf"(?:,|并|再|然后|先|各点的?|图象上|图像上|所有点的?|每一点的?|上|的)*(?P<way>[横纵])坐标\s*(?:都)?(?P<how>伸长|缩短|扩大|缩小|变)(?:到|为)\s*原来的\s*{_NUMBER}\s*(?:倍)?\s*(?:[,(]?\s*[横纵]坐标(?:保持)?不变\s*\)?)?",
)
_FACTORS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "half": sp.Rational(1, 2)}
_BACK: Final = re.compile(
    r"(?i)(?:得|变为|变成|成为)[^。;]{0,20}?=\s*\$?[^。;?]*x|\b(?:becomes?|results?|resulting|image|obtain(?:ed)?|gives?|giving|gets?|new|is)\b[^.;?]{0,40}?=\s*\$?[^.;?]*x"
)
"""Behind the moves: the curve that is told is the moved one, and where it came from is asked."""
_AFTER: Final = re.compile(r"(?is) , .*\bafter\b|前")
"""Between moves: they are told in another order than they are made."""
VOCABULARY: Final = {
    "equation": "equation|equation of|an equation|the equation of|new equation|new function|rule|formula|解析式|的解析式|表达式|的表达式|方程|的方程|函数关系式|函数解析式|对应的函数解析式|对应的解析式|的函数解析式|函数表达式|的函数表达式",
    "words": "graph|graph of|the graph|the graph of|curve|parabola|line|function|new|resulting|image|its image|transformed|of the new|of the resulting|obtained|which is|that is|when|after|write|its|becomes|result|what|is|given by|represents|final|new graph|reflection|curve obtained|translated|transformation|transformations|it is|is then|then"
    "|函数|的图象|图象|图像|的图像|曲线|抛物线|直线|的|得到|后|所得|所得图象|所得的|所得到的|所得图像|新|新的|新抛物线|新函数|新曲线|将|把|函数图象|则|为|是|变换|对应|的抛物线|的直线|的曲线|的函数|所得直线|所得抛物线|所得曲线|所得函数|得到的|对应的函数|的图象的|所得图象的",
}
WORDS: Final = {
    "moved": Words("Move it {units} units {way}: {rule}. \\[y={after}\\]", "向{way}平移 {units} 个单位：{rule}。\\[y={after}\\]"),
    "across_x": Words("Reflect it in the \\(x\\)-axis: every height changes its sign. \\[y={after}\\]", "关于 \\(x\\) 轴对称：每个纵坐标变号。\\[y={after}\\]"),
    "across_y": Words("Reflect it in the \\(y\\)-axis: \\(-x\\) takes the place of \\(x\\). \\[y={after}\\]", "关于 \\(y\\) 轴对称：把 \\(x\\) 换成 \\(-x\\)。\\[y={after}\\]"),
    "origin": Words("Reflect it in the origin: \\(-x\\) takes the place of \\(x\\), and every height changes its sign. \\[y={after}\\]", "关于原点对称：把 \\(x\\) 换成 \\(-x\\)，且纵坐标变号。\\[y={after}\\]"),
    "up": Words("Stretch it vertically by the factor \\({k}\\): every height is multiplied by \\({k}\\). \\[y={after}\\]", "纵坐标变为原来的 \\({k}\\) 倍。\\[y={after}\\]"),
    "wide": Words("Stretch it horizontally by the factor \\({k}\\): \\(\\frac{{x}}{{{k}}}\\) takes the place of \\(x\\). \\[y={after}\\]", "横坐标变为原来的 \\({k}\\) 倍：把 \\(x\\) 换成 \\(\\frac{{x}}{{{k}}}\\)。\\[y={after}\\]"),
    "given": Words("The curve is \\(y={before}\\).", "原曲线为 \\(y={before}\\)。"),
    "code": Words("one move after the other", "依次变换"),
    "method": Words("points of the old curve were moved one by one; they lie on the new one", "取原曲线上的点逐个变换，都在新曲线上"),
}  # fmt: skip
_WAYS: Final = {
    (1, 0): ("to the right", "右"),
    (-1, 0): ("to the left", "左"),
    (0, 1): ("up", "上"),
    (0, -1): ("down", "下"),
}


@dataclass(frozen=True, slots=True)
class _Move:
    """(x, y) goes to (p·x + q, s·y + t)."""

    p: sp.Rational
    q: sp.Rational
    s: sp.Rational
    t: sp.Rational
    words: str

    def of(self, f: sp.Expr) -> sp.Expr:
        """The function whose graph is the moved one of f."""
        after = self.s * f.subs(X, (X - self.q) / self.p) + self.t
        return sp.expand(after) if after.is_polynomial(X) else after


def read(text: Text) -> Reading:
    """One curve and its moves."""
    source = text.source
    if not re.search(
        r"(?i)reflect|flip|mirror|shift|translat|\bmov|stretch|compress|shr[iu]nk|\bunits?\b|平移|对称|翻折|伸长|缩短",
        source,
    ):
        return None
    if re.search(
        r"(?i)\boriginal|\bbefore\b|原来的?(?:抛物线|函数|直线|曲线)|平移前|旋转|rotat|vertex|顶点|intercept|axis\s+of\s+symmetry|交点|面积",
        source,
    ):
        return None
    moves, rest = _moves(source)
    if _AFTER.search(rest.rsplit(" , ", 1)[0] if len(moves) > 1 else ""):
        return None  # shifted after it is reflected: told in the other order
    if not moves or _BACK.search(rest.rsplit(" , ", 1)[-1]):
        return None
    try:
        found = account(rest, VOCABULARY)
        body = None
        for node in found.nodes:
            match node:
                case Relation(("=",), (Symbol("y") | Apply("f", Symbol("x")), right)) if (
                    body is None and "x" in symbols(right)
                ):
                    body = right
                case Symbol("y" | "f" | "g") | Apply("f" | "g", Symbol("x")):
                    continue
                case Relation(("=",), (Symbol("y") | Apply("g", Symbol("x")), Blank())):
                    continue
                case _:
                    return None
        if (
            body is None
            or symbols(body) - {"e"} != {"x"}
            or any(isinstance(n, Apply | Blank | Group | Relation) for n in walk(body))
        ):
            return None
        if found.unread:
            return Unread(found.unread)
        f = to_sympy(body, {"x": X})
    except FormulaError:
        return None
    return _task(f, to_latex(body), moves, text)


def _moves(source: str) -> tuple[list[_Move], str]:
    """The moves in the order of the text, and the text without them."""
    found = list[tuple[int, int, _Move]]()
    zero, one = sp.Integer(0), sp.Integer(1)
    for kind, patterns in (("moved", _MOVED), ("mirrored", _MIRRORED), ("stretched", _STRETCHED)):
        for pattern in patterns:
            for match in re.finditer(pattern, source):
                if any(a < match.end() and match.start() < b for a, b, _ in found):
                    continue
                parts = match.groupdict()
                if kind == "moved":
                    way, amount = DIRECTIONS[parts["way"].lower()], _units(parts["amount"])
                    move = _Move(one, way[0] * amount, one, way[1] * amount, "moved")
                elif kind == "mirrored":
                    across_x, across_y = (
                        parts["axis"] == "x" or parts["origin"],
                        parts["axis"] == "y" or parts["origin"],
                    )
                    name = "origin" if parts["origin"] else "across_x" if across_x else "across_y"
                    move = _Move(-one if across_y else one, zero, -one if across_x else one, zero, name)
                else:
                    text = parts["k"]
                    k = (
                        sp.Rational(_FACTORS[text.lower()])
                        if text.lower() in _FACTORS
                        else to_sympy(parse(text))
                    )
                    if parts["how"].lower().startswith(("comp", "shr")) and k > 1:
                        k = 1 / k
                    way_told = parts["way"] or parts.get("way2") or ""
                    vertical = way_told.lower() in ("vertically", "纵")
                    if not way_told or k <= 0:
                        return [], source
                    move = _Move(
                        one if vertical else k,
                        zero,
                        k if vertical else one,
                        zero,
                        "up" if vertical else "wide",
                    )
                found.append((match.start(), match.end(), move))
    found.sort(key=lambda item: item[0])
    rest, at = "", 0
    for start, end, _ in found:
        rest, at = rest + source[at:start] + " , ", end
    return [move for *_, move in found], rest + source[at:]


def _units(amount: str) -> sp.Expr:
    return to_sympy(parse(amount)) if re.search("pi|π", amount) else value_of_units(amount)


def _task(f: sp.Expr, shown: str, moves: list[_Move], text: Text) -> Prepared | None:
    say, steps, g = text.language, [WORDS["given"].say(text.language, before=shown)], f
    lines = [f"y = {exact_source(f)}", comment(WORDS["code"].say(say))]
    for move in moves:
        g = move.of(g)
        if move.words == "moved":
            way = next(
                w
                for w, on in (
                    ((1, 0), move.q > 0),
                    ((-1, 0), move.q < 0),
                    ((0, 1), move.t > 0),
                    ((0, -1), move.t < 0),
                )
                if on
            )
            units = abs(move.q + move.t)
            rule = rf"\({latex(X - move.q)}\)" if move.q else ""
            told = {
                "en": f"{rule} takes the place of \\(x\\)" if move.q else "every height changes by that much",
                "zh": f"把 \\(x\\) 换成 {rule}" if move.q else "纵坐标都加上相应的数",
            }[say]
            steps.append(
                WORDS["moved"].say(
                    say, units=f"\\({latex(units)}\\)", way=_WAYS[way][say == "zh"], rule=told, after=latex(g)
                )
            )
        else:
            k = move.s if move.words == "up" else move.p
            steps.append(WORDS[move.words].say(say, k=latex(k), after=latex(g)))
        inner = exact_source((X - move.q) / move.p)
        lines.append(f"y = {exact_source(move.s)}*y.subs(x, {inner}) + {exact_source(move.t)}")
    lines.append("expand(y)" if g.is_polynomial(X) else "y")
    ways = exact_source([(m.p, m.q, m.s, m.t) for m in moves])
    tests = (
        f"old, new = {exact_source(f)}, sympify(answer)",
        f"moves = {ways}",
        "def moved(a, b):",
        "    for p, q, s, t in moves:",
        "        a, b = p*a + q, s*b + t",
        "    return a, b",
        "points = [(Rational(k, 7), old.subs(x, Rational(k, 7))) for k in range(-30, 31, 4)]",
        "points = [moved(a, b) for a, b in points if b.is_real and b.is_finite]",
        "len(points) > 3 and all(abs(N(new.subs(x, a) - b, 30)) < Rational(1, 10**12) for a, b in points)",
    )
    return Prepared(
        say, tuple(steps), cell(*lines, variables="x", assumptions="real=True"), tests, WORDS["method"],
        shown=lambda value: f"y={latex(value)}" if isinstance(value, sp.Expr) else None, given=_given, letters=("x",),
    )  # fmt: skip


def _given(answer: str) -> Any:
    text = re.sub(r"^\s*(?:y|[fg]\s*\(\s*x\s*\))\s*=\s*", "", answer)
    values = values_in(text, ("x",))
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None
