"""Where a point of the plane comes to lie: reflected in an axis, a line or a point, moved along, turned about the origin by quarter turns; one after another.

Read clause by clause (`solver/topics/clauses.py`). Not: figures of several points, angles that are no multiple of 90°, centres other than the origin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.formula.nodes import Relation
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table, without_dollars
from solver.topics.prepared import Prepared, one_point, shown_point

WORDS: Final = {
    "mirror": Words("Reflected in {mirror}: {rule}. \\[{before}\\to {after}\\]", "关于{mirror}对称：{rule}。\\[{before}\\to {after}\\]"),
    "shift": Words("Moved by {n} to the {way}: {rule}. \\[{before}\\to {after}\\]", "向{way}平移 {n} 个单位：{rule}。\\[{before}\\to {after}\\]"),
    "turn": Words("Turned by {deg}° about the origin, {way}: {rule}. \\[{before}\\to {after}\\]", "绕原点{way}旋转 {deg}°：{rule}。\\[{before}\\to {after}\\]"),
    "answer": Words("The point is \\({answer}\\).", "这个点是 \\({answer}\\)。"),
    "method": Words("go back from the answer, each move undone in turn", "从答案出发，把每一步变换倒着做回去"),
    "code": Words("the moves, one after another", "依次进行各步变换"),
}  # fmt: skip
_RULES: Final = {
    "x": Words("the first coordinate stays, the second changes its sign", "横坐标不变，纵坐标变为相反数"),
    "y": Words("the second coordinate stays, the first changes its sign", "纵坐标不变，横坐标变为相反数"),
    "origin": Words("both coordinates change their sign", "横、纵坐标都变为相反数"),
    "line": Words("the line is the perpendicular bisector of the point and its image; the foot of the perpendicular is \\({foot}\\)", "对称轴垂直平分两点的连线，垂足是 \\({foot}\\)"),
    "point": Words("it is the midpoint of the point and its image", "对称中心是两点的中点"),
    "left": Words("subtract it from the first coordinate", "横坐标减去它"), "right": Words("add it to the first coordinate", "横坐标加上它"),
    "down": Words("subtract it from the second coordinate", "纵坐标减去它"), "up": Words("add it to the second coordinate", "纵坐标加上它"),
    "turn": Words("a quarter turn anticlockwise takes (x, y) to (-y, x)", "逆时针转 90° 时 (x, y) 变为 (-y, x)"),
}  # fmt: skip
_NAMES: Final = {
    "x": Words("the x-axis", " x 轴"), "y": Words("the y-axis", " y 轴"), "origin": Words("the origin", "原点"),
}  # fmt: skip
_N: Final = r"-?\d{1,6}(?:\.\d{1,4}|/\d{1,4})?"
_START: Final = rf"(?:[A-Z] ?)?\( ?(?P<a>{_N}) ?, ?(?P<b>{_N}) ?\)"
_LINE: Final = r"[-+*/^{}\\.\dA-Za-z]{1,12} ?= ?[-+*/^{}\\.\dA-Za-z ]{1,16}?"
_MIRROR: Final = rf"(?:(?P<axis>[xy])[- ]?axis|(?P<origin>origin)|(?:line )?(?P<line>{_LINE})|(?:point )?(?:[A-Z] ?)?\( ?(?P<p>{_N}) ?, ?(?P<q>{_N}) ?\))"
_IN: Final = "(?:in|across|over|about|through|with respect to) (?:the )?"
_SUBJECT: Final = rf"(?:the |a )?(?:point )?(?:{_START}|it|the (?:point|image|result|new point)|this point)"
_WAY: Final = "left|right|up|down|upwards?|downwards?"
_STEPS: Final = rf"(?:by )?(?P<n>\d+(?:\.\d+)?) (?:units? |places? |squares? )?(?:to the )?(?P<way>{_WAY})(?: (?:and |then )*(?P<m>\d+(?:\.\d+)?) (?:units? |places? |squares? )?(?:to the )?(?P<way2>{_WAY}))?"
_STEPS_FIRST: Final = rf"(?P<way>{_WAY}) (?:by )?(?P<n>\d+(?:\.\d+)?)(?: units?)?(?: (?:and |then )*(?P<way2>{_WAY}) (?:by )?(?P<m>\d+(?:\.\d+)?)(?: units?)?)?"
_TURN: Final = r"(?:by |through )?(?P<deg>90|180|270)(?: ?°|\^\{?\\circ\}?| degrees)? ?(?P<sense>clockwise|anti-?clockwise|counter-?clockwise)?(?: (?:about|around) (?:the )?origin)(?: (?P<sense2>clockwise|anti-?clockwise|counter-?clockwise))?"
_ENGLISH: Final = table(
    {
        "mirror": (rf"reflect {_SUBJECT} {_IN}{_MIRROR}", rf"{_SUBJECT} is (?:then |first )?reflected {_IN}{_MIRROR}", rf"(?:is )?(?:then )?reflected {_IN}{_MIRROR}", rf"(?:what is|find|give|state|write down|determine) (?:the )?(?:coordinates of )?(?:the )?(?:image|reflection|mirror image) of {_SUBJECT} (?:after (?:a )?reflection |when (?:it is )?reflected |reflected |under (?:a )?reflection )?{_IN}{_MIRROR}"),
        "shift": tuple(wording for steps in (_STEPS, _STEPS_FIRST) for wording in (rf"(?:translate|move|shift) {_SUBJECT} {steps}", rf"{_SUBJECT} is (?:then |first )?(?:translated|moved|shifted) {steps}", rf"(?:is )?(?:then )?(?:translated|moved|shifted) {steps}", rf"(?:what is|find) (?:the )?(?:image|coordinates) of {_SUBJECT} (?:after (?:a )?translation|when (?:it is )?(?:translated|moved|shifted)|translated|moved) {steps}")),
        "turn": (rf"(?:rotate|turn) {_SUBJECT} {_TURN}", rf"{_SUBJECT} is (?:then |first )?(?:rotated|turned) {_TURN}", rf"(?:is )?(?:then )?(?:rotated|turned) {_TURN}", rf"(?:what is|find) (?:the )?(?:image|coordinates) of {_SUBJECT} (?:after (?:a )?rotation|when (?:it is )?rotated|rotated) {_TURN}"),
        "ask": (r"(?:what is|what are|find|give|state|write down|determine|where is) (?:the |its )?(?:new )?(?:image|coordinates|position)(?: of (?:its |the )?(?:image|new point|result|new position))?(?: now)?",),
    }
)  # fmt: skip
_ZSTART: Final = rf"点?(?:[A-Z])? ?\( ?(?P<a>{_N}) ?, ?(?P<b>{_N}) ?\)"
_ZMIRROR: Final = rf"(?:(?P<axis>[xy]) ?轴|(?P<origin>(?:坐标)?原点)|直线 ?(?P<line>{_LINE})|点?(?:[A-Z] ?)?\( ?(?P<p>{_N}) ?, ?(?P<q>{_N}) ?\))"
_ZASK: Final = "(?:的?(?:对应)?点?(?:[A-Z]'?)?的?坐标)?(?:为|是|=)?(?:什么|多少)?"
_CHINESE: Final = table(
    {
        "mirror": (rf"(?:已知|若|将|把|求|写出)?{_ZSTART} ?关于 ?{_ZMIRROR} ?(?:的对称|对称的|的对称的?)点{_ZASK}", rf"(?:已知|若)?{_ZSTART} ?与点?[A-Z]'? ?关于 ?{_ZMIRROR} ?对称", rf"(?:再|然后|接着)(?:作)?关于 ?{_ZMIRROR} ?(?:的)?对称(?:变换)?(?:后)?"),
        "shift": (rf"(?:已知|将|把)?{_ZSTART} ?(?:先)?(?:沿[xy]轴)?(?:向|往)(?P<zway>[左右上下])平移 ?(?P<n>\d+(?:\.\d+)?) ?个单位(?:长度)?(?:后)?", r"(?:再|然后|接着|并)?(?:向|往)(?P<zway>[左右上下])平移 ?(?P<n>\d+(?:\.\d+)?) ?个单位(?:长度)?(?:后)?",),
        "turn": (rf"(?:将|把)?{_ZSTART} ?绕(?:坐标)?原点(?:按|沿)?(?P<zsense>逆时针|顺时针)?(?:方向)?旋转 ?(?P<deg>90|180|270) ?(?:°|度|\^\{{?\\circ\}}?)(?:后)?(?:得到的?点(?:[A-Z]'?)?的?坐标(?:是|为)?)?", r"(?:再)?绕(?:坐标)?原点(?:按|沿)?(?P<zsense>逆时针|顺时针)?(?:方向)?旋转 ?(?P<deg>90|180|270) ?(?:°|度)(?:后)?"),
        "ask": (r"(?:则|那么|求|写出)?(?:平移后|所得|得到|旋转后|变换后|此时|这时)?(?:得到)?(?:的)?(?:对应)?点(?:[A-Z]'?)?(?:的)?坐标(?:为|是|=)?(?:什么|多少)?", r"(?:则|那么)?(?:所得|得到)(?:的)?(?:对应)?点(?:[A-Z]'?)?(?:的坐标)?(?:为|是)?(?:什么|多少)?"),
    }
)  # fmt: skip
_X, _Y = sp.symbols("x y")


@dataclass(frozen=True, slots=True)
class Move:
    """An affine map of the plane: `turned` times the point, and `by` added; what is said of it; its source in a cell."""

    turned: sp.Matrix
    by: sp.Matrix
    says: tuple[str, str]
    rule: str
    values: tuple[tuple[str, str], ...] = ()

    def of(self, point: sp.Matrix) -> sp.Matrix:
        """Where the point comes to lie."""
        return (self.turned * point + self.by).applyfunc(sp.simplify)


def read(text: Text) -> Reading:
    """One point, its moves in order, and the question for where it is."""
    if (
        not re.search(r"(?i)reflect|translat|\bmove|shift|rotat|\bturn|对称|平移|旋转", text.source)
        or len(text.source) > 300
    ):
        return None
    said = clauses(without_dollars(text.source), _ENGLISH if text.language == "en" else _CHINESE)
    if isinstance(said, str) or not said:
        return None
    starts = [(s.values["a"], s.values["b"]) for s in said if "a" in s.values]
    asked = [s for s in said if s.kind == "ask"]
    moves = [s for s in said if s.kind != "ask"]
    if len(starts) != 1 or "a" not in moves[0].values or len(asked) > 1 or asked and said[-1] is not asked[0] or len(moves) > 4:  # fmt: skip
        return None
    if "与点" in text.source and not asked:
        return None
    try:
        made = [move for one in moves for move in _moves(one)]
    except FormulaError:
        return None
    if not made or None in made:
        return None
    return _task(sp.Matrix([sp.Rational(v) for v in starts[0]]), [m for m in made if m], text.language)


def _moves(said: Said) -> list[Move | None]:
    """A clause's moves, in order; None where one is not known."""
    values = said.values
    if said.kind == "mirror":
        return [_mirror(said)]
    if said.kind == "turn":
        sense = values.get("sense") or values.get("sense2") or values.get("zsense") or ""
        quarters = int(values["deg"]) // 90
        if not sense and quarters != 2:
            return [None]
        clockwise = sense in ("clockwise", "顺时针")
        turned = sp.Matrix([[0, -1], [1, 0]]) ** ((-quarters if clockwise else quarters) % 4)
        english = "" if not sense else "clockwise" if clockwise else "anticlockwise"
        chinese = "" if not sense else "顺时针" if clockwise else "逆时针"
        return [Move(turned, sp.zeros(2, 1), ("turn", english or "either way"), "turn", (("deg", values["deg"]), ("zh", chinese)))]  # fmt: skip
    pairs = [(values["n"], values.get("way") or values["zway"])]
    if "m" in values:
        pairs.append((values["m"], values["way2"]))
    return [_shift(n, way) for n, way in pairs]


_WAYS: Final = {"左": "left", "右": "right", "上": "up", "下": "down"}
_AWAY: Final = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}


def _shift(n: str, way: str) -> Move:
    way = _WAYS.get(way, way.lower().removesuffix("s").removesuffix("ward"))
    return Move(sp.eye(2), sp.Rational(n) * sp.Matrix(_AWAY[way]), ("shift", way), way, (("n", n),))


def _mirror(said: Said) -> Move | None:
    values, origin = said.values, sp.zeros(2, 1)
    if axis := values.get("axis"):
        turned = sp.diag(1, -1) if axis.lower() == "x" else sp.diag(-1, 1)
        return Move(turned, origin, ("mirror", axis.lower()), axis.lower())
    if values.get("origin"):
        return Move(-sp.eye(2), origin, ("mirror", "origin"), "origin")
    if "p" in values:
        centre = sp.Matrix([sp.Rational(values["p"]), sp.Rational(values["q"])])
        return Move(-sp.eye(2), 2 * centre, ("mirror", f"\\(({latex(centre[0])}, {latex(centre[1])})\\)"), "point")  # fmt: skip
    relation = parse(values["line"])
    if not isinstance(relation, Relation) or relation.signs != ("=",):
        return None
    left, right = (to_sympy(side, {"x": _X, "y": _Y}) for side in relation.sides)
    line = sp.Poly(sp.expand(left - right), _X, _Y) if (left - right).free_symbols <= {_X, _Y} and (left - right).is_polynomial() else None  # fmt: skip
    if line is None or line.total_degree() != 1:
        return None
    a, b, c = (line.coeff_monomial(m) for m in (_X, _Y, 1))
    normal = sp.Matrix([a, b])
    size = a**2 + b**2
    turned = sp.eye(2) - 2 * normal * normal.T / size
    return Move(turned, -2 * c * normal / size, ("mirror", f"\\({latex(left)}={latex(right)}\\)"), "line")


def _point(point: sp.Matrix) -> str:
    return f"({latex(point[0])}, {latex(point[1])})"


def _task(start: sp.Matrix, moves: list[Move], say: Language) -> Prepared:
    point, steps = start, list[str]()
    lines = [f"point = Matrix({exact_source(list(start))})", comment(WORDS["code"].say(say))]
    back = ["point = Matrix(list(answer))"]
    for move in moves:
        after = move.of(point)
        kind, what = move.says
        named = _NAMES[what].say(say) if what in _NAMES else what
        values = dict(move.values)
        way = values.get("zh", "") if kind == "turn" and say == "zh" else what if say == "en" else {v: k for k, v in _WAYS.items()}.get(what, what)  # fmt: skip
        steps.append(
            WORDS[kind].say(
                say, mirror=f"{'the line ' if move.rule == 'line' and say == 'en' else '直线 ' if move.rule == 'line' else ''}{named}", way=way,
                n=values.get("n", ""), deg=values.get("deg", ""), rule=_RULES[move.rule].say(say, foot=_point((point + after) / 2)), before=_point(point), after=_point(after),
            )
        )  # fmt: skip
        lines.append(f"point = Matrix({exact_source(move.turned.tolist())})*point + Matrix({exact_source(list(move.by))})")  # fmt: skip
        point = after
    for move in reversed(moves):
        back.append(f"point = Matrix({exact_source(move.turned.tolist())}).LUsolve(point - Matrix({exact_source(list(move.by))}))")  # fmt: skip
    back.append(f"len(answer) == 2 and simplify(point - Matrix({exact_source(list(start))})) == zeros(2, 1)")
    return Prepared(
        say, tuple(steps), cell(*lines, "tuple(point)"), tuple(back), WORDS["method"], sentence=WORDS["answer"],
        shown=shown_point, given=one_point,
    )  # fmt: skip
