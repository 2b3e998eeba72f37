r"""Read a double or triple integral: `\int_0^1\int_0^x f dy dx`, `∬_D f dA` and a region in words, inequalities or set notation.

Not: surfaces, regions in space other than boxes and iterated bounds, unknown functions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import Node, parse, to_sympy
from solver.formula.nodes import Apply, Blank, Call, Group, Number, Relation, Symbol, symbols, walk
from solver.reader import account
from solver.topics.base import Text, Unread
from solver.topics.calculus.double_integrals.described import box_of, pieces_of, round_of
from solver.topics.calculus.double_integrals.regions import Bounds, Piece, X, Y, of_corners

_SIGN: Final = r"(?:\\int|∫)(?:\s*\\(?:no)?limits)?"
_BOUND: Final = r"(?:\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|\([^()]*\)|-?(?:\\(?:frac\s*\{[^{}]*\}\s*\{[^{}]*\}|sqrt\s*\{[^{}]*\}|[a-z]+)|√?\d+(?:\.\d+)?|√?[a-zπ∞]))"
_LETTER: Final = r"(?:[a-zθφρ]|\\(?:theta|rho|phi|varphi))"
_BOUNDED: Final = rf"{_SIGN}\s*_\s*({_BOUND})\s*\^\s*({_BOUND})"
_TIGHT: Final = r"(?:\\[,;:!]|\\ |\s)*"
_DIFFERENTIAL: Final = rf"(?:\\mathrm\s*\{{\s*d\s*\}}|\\mathrm\s*d|d){_TIGHT}({_LETTER})"
_ITERATED: Final = re.compile(
    rf"(?P<bounds>{_BOUNDED}{_TIGHT}(?:{_DIFFERENTIAL}{_TIGHT})?{_BOUNDED}{_TIGHT}(?:{_DIFFERENTIAL}{_TIGHT}(?=\\int|∫))?(?:{_BOUNDED}{_TIGHT})?)"
    rf"(?P<body>[^∫=;。]*?){_TIGHT}(?P<ends>{_DIFFERENTIAL}(?:{_TIGHT}{_DIFFERENTIAL}){{0,2}})(?![A-Za-z])"
)
_OVER: Final = re.compile(
    rf"(?:\\iiint|\\iint|(?:{_SIGN}\s*){{2,3}})\s*(?:\\limits)?\s*(?:_\s*(?:\{{\s*)?\\?[A-Za-zΩΣ]+(?:\s*\}})?)?{_TIGHT}(?P<body>[^∫=;。]*?){_TIGHT}"
    rf"(?:\\mathrm\s*\{{\s*d\s*\}}|d)\s*(?:A|S|V|σ|\\sigma|\\?sigma|v|s|x{_TIGHT}d\s*y(?:{_TIGHT}d\s*z)?|y{_TIGHT}d\s*x)(?![A-Za-z])"
)
_PRODUCT: Final = re.compile(
    r"\[\s*([^\[\],]+),\s*([^\[\],]+)\]\s*(?:x|\*|×|\\times)\s*\[\s*([^\[\],]+),\s*([^\[\],]+)\](?:\s*(?:x|\*|×|\\times)\s*\[\s*([^\[\],]+),\s*([^\[\],]+)\])?"
)
_SET: Final = re.compile(
    r"\\?\{\s*\(\s*x\s*,\s*y\s*(?:,\s*z\s*)?\)\s*(?:\\(?:in|mid|vert)(?![a-z])|∈|\||:|,)\s*(?:(?:\\mathbb\s*\{?R\}?|R)\s*\^\s*\{?2\}?\s*(?:\\mid|\||:))?(?P<inside>[^{}]*(?:\{[^{}]*\}[^{}]*)*?)\\?\}"
)
_NAME: Final = re.compile(r"(?<![A-Za-z\\])(?:\\Omega|[DRSTGEQBΩ])\s*(?:=|:)\s*(?=\\?\{|\[|[-\dxyz√\\(|])")
_FROM: Final = re.compile(
    r"(?i)(?<![A-Za-z])([xyz])\s*(?:from|goes\s+from|ranges\s+from|between|从)\s*(-?[^\s,;。.]+)\s*(?:to|and|到)\s*(-?[^\s,;。.]+)"
)
_LETTERS: Final = re.compile(r"(?<![A-Za-z\\])[xyz]{2,3}(?=\s*d\s*[A-Vxyzσ]|[^A-Za-z]|$)")
"""`xyz` is a product here."""
_AXIS: Final = re.compile(r"(?i)(?:the\s+)?(?<![A-Za-z])(x|y)\s*-?\s*(?:axis\b|轴)")
_BOTH_AXES: Final = re.compile(r"(?i)(?:the\s+)?(?:two\s+)?coordinate\s+axes|(?:两|二)?坐标轴|两条?坐标轴")
_HALF: Final = re.compile(
    r"(?i)(?:the\s+)?(?P<half>upper|lower|right|left)[\s-]+half(?:\s+of)?\s+(?:the\s+)?(?=(?:unit\s+|closed\s+)?(?:dis[kc]|circle))|(?P<zh>[上下左右])半(?:个)?圆"
)
_BESIDE: Final = re.compile(
    r"(?i)(?:that\s+)?(?:(?:is|lies|lying)\s+)?(?P<way>above|below|under|beneath|over)\s+(?:the\s+)?(?:(?:line|curve|parabola)\s+)?(?:\$?y\s*=\s*(?P<height>[^,;.$=?]+?)\$?(?=\s*(?:[,;.?]|$|(?:and|in|with|for|inside|within|bounded)\b))|(?P<axis>x\s*-?\s*axis\b))"
    r"|(?:并且|且)?(?:位于|在)?(?:直线|曲线|抛物线)?\s*(?:\$?y\s*=\s*(?P<zh>[^,;。$=\u3400-\u9fff]+?)\$?|(?P<zh_axis>\$?x\$?\s*轴))\s*的?(?P<zh_way>上方|下方)(?:的?部分)?"
)
"""A side of a line or a curve that the region lies on."""
_HALVES: Final = {
    "upper": "y>=0", "lower": "y<=0", "right": "x>=0", "left": "x<=0",
    "上": "y>=0", "下": "y<=0", "右": "x>=0", "左": "x<=0",
}  # fmt: skip
_DISC: Final = re.compile(
    r"(?i)(?:the\s+)?(?:closed\s+)?(?:disk|disc|circle)\s+(?:of|with)\s+radius\s+(\d+)\s*,?\s*(?:and\s+)?(?:cent(?:er|re)d\s+at|with\s+cent(?:er|re)|cent(?:er|re))\s+(?:at\s+)?(?:the\s+)?(?:origin|\(0\s*,\s*0\))"
    r"|(?P<unit>(?:the\s+)?unit\s+(?:disk|disc|circle)(?:\s+cent(?:er|re)d\s+at\s+(?:the\s+)?origin)?|单位圆(?:域|盘)?)|以原点为(?:圆心|中心)\s*,?\s*(?:以)?\s*(\d+)\s*为半径的圆(?:域|盘)?"
)
Z: Final = sp.Symbol("z", real=True)
VOCABULARY: Final = {
    "integral": "integral|a double integral|double integral|double integrals|triple integral|iterated integral|integrate|integration|doubleintegral|evaluate the integral|iterated|integral of|double integral of|the double integral of|triple integral of|二重积分|三重积分|累次积分|二次积分|积分|用二重积分|利用二重积分|的二重积分|的积分|的三重积分",
    "area": "to find the area of|find the area of|area of|area|求面积|面积|的面积|计算面积",
    "volume": "volume|volume of the solid|volume of|体积|的体积|立体的体积|曲顶柱体的体积|曲顶柱体",
    "quadrant": "first quadrant|in the first quadrant|第一象限|在第一象限|第一象限内|在第一象限内|第一象限的|第一象限部分",
    "corners": "vertices|with vertices|vertices at|with corners|corners|顶点|为顶点|为顶点的|顶点为|三角形区域|为顶点的三角形|为顶点的三角形区域",
    "polar": "polar coordinates|using polar coordinates|to polar coordinates|by changing to polar coordinates|by converting to polar coordinates|converting to polar coordinates|by using polar coordinates|by changing to polar|change to polar coordinates|convert to polar coordinates|use polar coordinates|switching to polar coordinates|极坐标|用极坐标|利用极坐标|利用极坐标计算|用极坐标计算|化为极坐标|利用极坐标变换",
    "turned": "reverse the order of integration|reversing the order of integration|by reversing the order of integration|change the order of integration|changing the order of integration|by changing the order of integration|by first reversing the order of integration|switch the order of integration|switching the order of integration|interchanging the order of integration|swap the order of integration|交换积分次序|交换积分次序后计算|改变积分次序|交换积分顺序|通过交换积分次序|先交换积分次序|改变积分次序后",
    "within": "inside|within|内|内的",
    "solid": "under|below|above|surface|the surface|solid|solid under|曲面|下方|为底|为顶|顶|底",
    "words": "use|using|calculate|over|region|the region|plane region|bounded|bounded by|enclosed|enclosed by|between|rectangle|rectangular region|the rectangle|square|triangle|triangular region|triangular|unit square|disk|disc|circle|box|curves?|the curve|lines?|the line|parabolas?|axes|and the|lies|lying|that lies|graph|plane|domain|formed by|cut off|d|with|defined by|described by|part of|the part of|then|be|by|function|constant|annulus|ring"
    "|区域|闭区域|的闭区域|的区域|平面区域|在区域|在|上|上的|围成|所围成|所围成的|围成的|所围成的区域|围成的区域|所围成的闭区域|围成的闭区域|所围区域|所围的区域|所围闭区域|所围成的平面区域|所围|由|直线|曲线|抛物线|及|圆|圆域|圆盘|圆周|矩形|矩形区域|正方形|三角形|长方体|之间|部分|在区域上|以|是|为|其中|函数|关于|且|的部分|所确定|所确定的区域|满足|环形|环形区域|闭|平面",
}


@dataclass(frozen=True, slots=True)
class Posed:
    """An integrand and the pieces of the region; or layers from the inside out where they are given as they are."""

    body: sp.Expr
    pieces: tuple[Piece, ...] = ()
    layers: tuple[Bounds, ...] = ()
    polar: bool = False
    turn: bool = False
    volume: bool = False
    curves: tuple[tuple[sp.Expr, sp.Expr], ...] = ()
    """What is told of the region, for the check: curves around it as sides that are equal there, …"""
    least: tuple[tuple[sp.Expr, sp.Expr], ...] = ()
    """… sides of which the second is not less, …"""
    corners: tuple[tuple[sp.Expr, sp.Expr], ...] = ()
    """… the corners of a triangle."""


def posed(text: Text) -> Posed | Unread | None:
    """The integral of a problem."""
    source = text.source
    if re.search(
        r"\\\{\s*\(\s*x", source
    ):  # D=\{(x,y)\mid …\}, in a formula whose end may be glued to a sign
        source = re.sub(r"\\([{}])", r" \1 ", re.sub(r"\\mid(?![a-z])", " | ", source))
    source = re.sub(r"\$|\\[()\[\] ]|\\displaystyle|\\left(?![a-z])|\\right(?![a-z])", " ", source)
    source = _LETTERS.sub(lambda m: "*".join(m[0]), source)
    whole = _ITERATED.search(source)
    if whole is not None:
        return _iterated(source, whole)
    kernel = _OVER.search(source)
    body: Node | None = None
    if kernel is not None:
        body = parse(_spaced(kernel["body"]) or "1")
        source = f"{source[: kernel.start()]} doubleintegral , {source[kernel.end() :]}"
    elif not re.search(r"(?i)double\s+integral|triple\s+integral|volume|二重积分|三重积分|体积", source):
        return None
    source, corners = _rewritten(source)
    found = account(source, VOCABULARY)
    if not found.has("integral") and not found.has("volume"):
        return None
    volume = not found.has("integral")
    if found.has("solid") and not volume:
        return None  # on which side of what?
    others = list[Node]()
    for node in found.nodes:
        match node:
            case Symbol(name) if name in "DRSTGEQBΩ" or name == "Omega":
                continue
            case Relation(("=",), (Symbol("z"), top)) if (
                body is None and symbols(top) - {"e"} <= {"x", "y"} and volume
            ):
                body = top
            case Relation(("=",), (Apply("f", Group("()", (Symbol("x"), Symbol("y")))), top)) if body is None:
                body = top
            case Apply("f", Group("()", (Symbol("x"), Symbol("y")))):
                continue
            case Relation():
                others.append(node)
            case Group("()", items) if len(items) == 2:
                others.append(node)
            case _ if body is None and not isinstance(node, Blank | Group):
                body = node
            case _:
                return None
    if body is None and found.has("area", "integral"):
        body = parse("1")
    if body is None or (found.has("area") and kernel is not None):
        return None
    if found.unread:
        return Unread(found.unread) if kernel is not None else None
    if any(isinstance(n, Apply | Blank | Relation | Group) for n in walk(body)):
        return None
    f = to_sympy(body, {"x": X, "y": Y, "z": Z})
    if volume and kernel is None and not f.free_symbols:
        return None
    return _described(f, others, corners, found.concepts, volume=volume)


def _spaced(source: str) -> str:
    return re.sub(r"\\[,;:!]|\\ ", " ", source).strip()


def _rewritten(source: str) -> tuple[str, bool]:
    """Names of the region left out; rectangles, sets, axes and discs as relations."""

    def product(match: re.Match[str]) -> str:
        parts = [
            f"{match[2 * k + 1]}<={v}<={match[2 * k + 2]}" for k, v in enumerate("xyz") if match[2 * k + 1]
        ]
        return " , " + " , ".join(f"${p}$" for p in parts) + " , "

    def inside(match: re.Match[str]) -> str:
        return " , " + " , ".join(f"${p.strip()}$" for p in match["inside"].split(",") if p.strip()) + " , "

    source = _SET.sub(inside, _NAME.sub(" , ", source))
    source = _PRODUCT.sub(product, source)
    source = _FROM.sub(r" , $\2<=\1<=\3$ , ", source)
    source = _HALF.sub(
        lambda m: f" , ${_HALVES[(m['half'] or m['zh']).lower()]}$ , {'圆' if m['zh'] else ''}", source
    )
    source = _BESIDE.sub(_side, source)
    source = _BOTH_AXES.sub(" , $x=0$ , $y=0$ , ", source)
    source = _AXIS.sub(lambda m: f" , ${'y' if m[1].lower() == 'x' else 'x'}=0$ , ", source)
    source = re.sub(r"(?i)(?:the\s+)?unit\s+square", " , $0<=x<=1$ , $0<=y<=1$ , ", source)

    def disc(match: re.Match[str]) -> str:
        radius = int(match[1] or match[3] or 1)
        return f" , $x^2+y^2<={radius * radius}$ , "

    return _DISC.sub(disc, source), bool(re.search(r"(?i)vertices|corners|顶点", source))


def _side(match: re.Match[str]) -> str:
    way = match["way"] or match["zh_way"]
    above = way.lower() in ("above", "over", "上方")
    height = "0" if match["axis"] or match["zh_axis"] else (match["height"] or match["zh"]).strip()
    return f" , $y{'>=' if above else '<='}{height}$ , "


def _iterated(source: str, match: re.Match[str]) -> Posed | Unread | None:
    rest = account(f"{source[: match.start()]} doubleintegral , {source[match.end() :]}", VOCABULARY)
    if rest.formulas:
        return None
    if rest.unread:
        return Unread(rest.unread)
    bounds = re.findall(rf"{_BOUNDED}{_TIGHT}(?:{_DIFFERENTIAL})?", match["bounds"])
    ends = re.findall(_DIFFERENTIAL, match["ends"])
    early = [named for *_, named in bounds if named]
    # ∫ dx ∫ f dy: each sign with the letter behind it; ∫∫ f dy dx: the first letter belongs to the last sign
    letters = [*early, *ends] if early else ends[::-1]
    if len(letters) != len(bounds) or len(set(letters)) != len(letters):
        return None
    if early and (len(early) != len(bounds) - 1 or bounds[-1][2]):
        return None
    names = [
        letter.replace("\\", "").replace("θ", "theta").replace("φ", "phi").replace("ρ", "rho")
        for letter in letters
    ]
    known = {name: sp.Symbol(name, real=True) for name in names}
    body = parse(_spaced(match["body"]) or "1")
    limits = [tuple(to_sympy(parse(_inner(b)), known) for b in pair[:2]) for pair in bounds]
    f = to_sympy(body, known)
    layers = tuple(Bounds(known[n], low, high) for n, (low, high) in zip(names, limits, strict=True))[::-1]
    if not _is_closed(f, layers):
        return None
    return Posed(f, layers=layers, turn=rest.has("turned"), polar=rest.has("polar"))


def _inner(bound: str) -> str:
    bound = bound.strip()
    return bound[1:-1] if bound[0] in "{(" and bound[-1] in "})" else bound


def _is_closed(f: sp.Expr, layers: tuple[Bounds, ...]) -> bool:
    """Whether every letter is integrated, and bounds depend only on what is integrated later."""
    if not isinstance(f, sp.Expr) or f.free_symbols - {layer.letter for layer in layers}:
        return False
    for k, layer in enumerate(layers):
        later = {other.letter for other in layers[k + 1 :]}
        if (layer.low.free_symbols | layer.high.free_symbols) - later:
            return False
    return True


def _described(
    f: sp.Expr, nodes: list[Node], corners: bool, concepts: tuple[str, ...], *, volume: bool
) -> Posed | None:
    """The region from relations and points."""
    turn = "turned" in concepts
    points = [n for n in nodes if isinstance(n, Group)]
    if points:
        if not corners or len(points) != 3 or len(points) != len(nodes):
            return None
        places = [(to_sympy(p.items[0]), to_sympy(p.items[1])) for p in points]
        found = of_corners(places)
        return None if found is None else Posed(f, found, turn=turn, volume=volume, corners=tuple(places))
    known = {"x": X, "y": Y, "z": Z}
    curves, least = list[tuple[sp.Expr, sp.Expr]](), list[tuple[sp.Expr, sp.Expr]]()
    for node in nodes:
        if not isinstance(node, Relation) or symbols(node) - {"x", "y", "z", "e"} or _is_odd(node):
            return None
        sides = [to_sympy(side, known) for side in node.sides]
        for sign, left, right in zip(node.signs, sides, sides[1:], strict=False):
            if sign == "=":
                curves.append((left, right))
            elif sign in ("<", "<=", ">", ">="):
                least.append((left, right) if sign[0] == "<" else (right, left))
            else:
                return None
    if "quadrant" in concepts:
        least += [(sp.S.Zero, X), (sp.S.Zero, Y)]
    if (box := box_of(least)) is not None and not curves:
        return (
            Posed(f, layers=box, turn=turn, volume=volume)
            if f.free_symbols <= {b.letter for b in box}
            else None
        )
    if f.has(Z):
        return None
    if "within" in concepts and len(curves) > 1:
        return None  # inside one curve or inside all?
    circle = round_of(curves, least)
    if circle is not None:
        return Posed(f, (circle,), polar=True, volume=volume, curves=tuple(curves), least=tuple(least))
    pieces = pieces_of(curves, least, quadrant="quadrant" in concepts)
    if pieces is None:
        return None
    return Posed(f, pieces, turn=turn, volume=volume, curves=tuple(curves), least=tuple(least))


def _is_odd(node: Node) -> bool:
    return any(
        isinstance(n, Apply | Blank) or (isinstance(n, Call) and n.name == "Abs") for n in walk(node)
    ) or all(isinstance(n, Number) for n in walk(node))
