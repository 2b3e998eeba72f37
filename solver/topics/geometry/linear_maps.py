"""Matrices of projections, reflections, rotations and dilations, and what they do to a vector, a point or a complex number.

Read: the map by its words, its vector, line y = mx, coordinate plane or angle written out; a matrix by what it does to two vectors. Not:
lines and planes that miss the origin, maps one after another, the axes of a space whose dimension the problem leaves open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError
from solver.latex import latex as expression_latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, exact_source
from solver.topics.equations.matrices.literals import (
    MATRIX,
    POINT,
    entry,
    latex,
    matrix_of,
    one_matrix,
    shown_matrix,
    vector_of,
)
from solver.topics.geometry import moved_points
from solver.topics.prepared import Prepared, one_value

_LITERAL: Final = r"§(?P<{}>\d+)§"
_TARGET: Final = (
    r"(?:the\s+)?(?:vector\s+§(?P<vector>\d+)§|(?:line\s+)?\$?y\s*=\s*(?P<line>[^$,.]{1,20}?)\$?|\$?(?P<plane>xy|yz|xz|zx|yx|zy)\$?\s*-?\s*plane|\$?(?P<axis>[xyz])\$?\s*-?\s*axis"
    r"|§(?P<bare>\d+)§)"
)
_ZH_TARGET: Final = r"(?:向量\s*§(?P<vector>\d+)§|(?:直线)?\s*\$?y\s*=\s*(?P<line>[^$,。]{1,20}?)\$?|\$?(?P<plane>xy|yz|xz|zx|yx|zy|xOy|yOz|xOz)\$?\s*-?\s*(?:坐标)?平面|\$?(?P<axis>[xyz])\$?\s*轴|§(?P<bare>\d+)§)"
_KIND: Final = r"(?P<kind>project(?:ing|ion)?|reflect(?:ing|ion)?)"
_PREPOSITION: Final = r"(?:onto|over|across|through|in|about)"
_ANGLE: Final = r"\$?(?P<angle>[^$,.?]{1,30}?)\s*(?:\^\s*\{?\s*\\circ\s*\}?|°|\s*degrees)?\$?"
_DEGREES: Final = re.compile(r"\\circ|°|degrees|度")
_SENSE: Final = r"(?:in\s+the\s+)?(?P<sense>counter-?\s?clockwise|anti-?clockwise|clockwise)(?:\s+direction)?"
_ROTATION: Final = rf"(?:rotat(?:ing|ion|es)\s+)?(?:(?:about|around)\s+the\s+origin\s+)?(?:by|through|of)?\s*(?:an\s+angle\s+of\s+)?{_ANGLE}\s*(?:,?\s*(?:about|around)\s+the\s+origin)?\s*,?\s*{_SENSE}(?:\s+(?:about|around)\s+the\s+origin)?"
_MATRIX: Final = r"(?:find|determine|give|write\s+down|what\s+is)\s+the\s+(?:\$?2\s*(?:\\times|×|x|by)\s*2\$?\s+|\$?3\s*(?:\\times|×|x|by)\s*3\$?\s+)?matrix\s*(?:\$?\\?[A-Za-z]*\{?[A-Z]?\}?\$?)?\s*"
_FOR: Final = r"(?:that\s+corresponds\s+to|corresponding\s+to|for|of|that\s+represents|representing)\s+(?:an?\s+|the\s+)?"
_DIMENSION: Final = re.compile(r"([23])\s*(?:\\times|×|x|by)\s*\1")
_NUMBER: Final = r"\$?(?P<factor>-?[^$,.?\s]{1,20})\$?"
_EN_MATRIX: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"{_MATRIX}{_FOR}{_KIND}\s+{_PREPOSITION}\s+{_TARGET}\s*[.?]?",
        rf"{_MATRIX}such\s+that\s+for\s+any\s+vector\s+\$?\S+?\$?\s*,\s*\$?\S+\s*\S*?\$?\s+is\s+the\s+{_KIND}\s+of\s+\$?\S+?\$?\s+{_PREPOSITION}\s+{_TARGET}\s*[.?]?",
        rf"{_MATRIX}{_FOR}(?P<turn>rotat)(?:ing|ion)\s+{_ROTATION}\s*[.?]?",
        rf"{_MATRIX}{_FOR}(?P<dilation>dilation)\s*,?\s*(?:centered\s+at\s+the\s+origin)?\s*,?\s*(?:with|by\s+a)\s+scale\s+factor\s+(?:of\s+)?{_NUMBER}\s*[.?]?",
    )
)
_ZH_MATRIX: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"求?(?:向量)?(?:在|向|到)\s*{_ZH_TARGET}\s*上?的?(?P<kind>投影)(?:变换)?(?:对应|所对应)?的?矩阵(?:是|为)?(?:什么)?[。.?]?",
        rf"求?(?:关于|以)\s*{_ZH_TARGET}\s*(?:为轴)?的?(?P<kind>反射|对称)(?:变换)?(?:对应|所对应)?的?矩阵(?:是|为)?(?:什么)?[。.?]?",
        rf"求?绕原点(?P<sense>逆时针|顺时针)(?P<turn>旋转)\s*{_ANGLE}\s*度?的?(?:旋转)?(?:变换)?(?:对应|所对应)?的?矩阵(?:是|为)?(?:什么)?[。.?]?",
    )
)
_EN_IMAGE: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"(?:find|compute|what\s+is)\s+the\s+{_KIND}\s+of\s+(?:the\s+)?(?:vector\s+|point\s+)?{_LITERAL.format('object')}\s+{_PREPOSITION}\s+{_TARGET}\s*[.?]?",
    )
)
_COMPLEX: Final = r"\$?(?P<complex>[^$?]{1,60}?)\$?"
_EN_COMPLEX: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"an?\s+{_ANGLE}\s+(?P<turn>rotat)ion\s+(?:around|about)\s+the\s+origin\s+{_SENSE}\s+is\s+applied\s+to\s+{_COMPLEX}\s*\.\s*what\s+is\s+the\s+resulting\s+complex\s+number\s*\??",
        rf"the\s+complex\s+number\s+{_COMPLEX}\s+is\s+(?P<turn>rotat)ed\s+(?:by\s+)?{_ANGLE}\s+{_SENSE}\s+(?:about|around)\s+the\s+origin\.?\s*(?:what\s+is|find)\s+the\s+resulting\s+complex\s+number\s*[.?]?",
        rf"the\s+(?P<dilation>dilation)\s*,?\s*centered\s+at\s+the\s+origin\s*,?\s*with\s+scale\s+factor\s+{_NUMBER}\s*,?\s*takes\s+{_COMPLEX}\s+to\s+(?:which|what)\s+complex\s+number\s*\??",
    )
)
_ZH_COMPLEX: Final = (
    re.compile(
        rf"(?:将|把)?复数\s*{_COMPLEX}\s*(?:对应的(?:点|向量))?绕原点(?:按)?(?P<sense>逆时针|顺时针)(?:方向)?(?P<turn>旋转)\s*{_ANGLE}\s*度?\s*,?\s*(?:求)?(?:得到|所得)的复数(?:是|为)?(?:什么|多少)?[。.?]?",
        re.DOTALL,
    ),
)
WORDS: Final = {
    "direction": Words("A direction vector of the line is \\({v}\\).", "直线的一个方向向量是 \\({v}\\)。"),
    "projection": Words(
        "The projection of \\(\\mathbf{{w}}\\) onto \\(\\mathbf{{v}}\\) is \\(\\frac{{\\mathbf{{w}}\\cdot\\mathbf{{v}}}}{{\\mathbf{{v}}\\cdot\\mathbf{{v}}}}\\mathbf{{v}}\\), so its matrix is \\(\\mathbf{{v}}\\mathbf{{v}}^T\\) divided by \\(\\mathbf{{v}}\\cdot\\mathbf{{v}}\\). For \\({v}\\) this is \\[\\frac{{1}}{{{square}}}{outer}={P}\\]",
        "向量 \\(\\mathbf{{w}}\\) 在 \\(\\mathbf{{v}}\\) 上的投影是 \\(\\frac{{\\mathbf{{w}}\\cdot\\mathbf{{v}}}}{{\\mathbf{{v}}\\cdot\\mathbf{{v}}}}\\mathbf{{v}}\\)，所以投影矩阵是 \\(\\mathbf{{v}}\\mathbf{{v}}^T\\) 除以 \\(\\mathbf{{v}}\\cdot\\mathbf{{v}}\\)。对 \\({v}\\) 就是 \\[\\frac{{1}}{{{square}}}{outer}={P}\\]",
    ),
    "reflection": Words("The projection is the midpoint of a vector and its mirror image, so the reflection is twice the projection less the vector itself: \\[2{P}-{I}={R}\\]",
                        "投影是向量与它的反射像的中点，所以反射矩阵等于投影矩阵的两倍减去单位矩阵：\\[2{P}-{I}={R}\\]"),
    "plane": Words("The {name}-plane keeps these two coordinates; the third becomes {what}: \\[{M}\\]", "{name} 平面内的两个坐标不变，另一个坐标变为{what}：\\[{M}\\]"),
    "zero": Words("0", "0"),
    "opposite": Words("its opposite", "相反数"),
    "rotation": Words("A rotation by \\(\\theta\\) counter-clockwise has the matrix \\[\\begin{{pmatrix}} \\cos\\theta & -\\sin\\theta \\\\ \\sin\\theta & \\cos\\theta \\end{{pmatrix}}\\] Here \\(\\theta={angle}\\), so it is \\[{M}\\]",
                      "逆时针旋转 \\(\\theta\\) 的矩阵是 \\[\\begin{{pmatrix}} \\cos\\theta & -\\sin\\theta \\\\ \\sin\\theta & \\cos\\theta \\end{{pmatrix}}\\] 这里 \\(\\theta={angle}\\)，所以矩阵为 \\[{M}\\]"),
    "dilation": Words("A dilation with factor \\({k}\\) multiplies every coordinate by \\({k}\\): \\[{M}\\]", "位似比为 \\({k}\\) 的变换把每个坐标乘以 \\({k}\\)：\\[{M}\\]"),
    "image": Words("Multiply: \\[{M}{v}={w}\\]", "相乘得 \\[{M}{v}={w}\\]"),
    "factor": Words("Rotating by \\(\\theta={angle}\\) multiplies by \\(\\cos\\theta+i\\sin\\theta={factor}\\).", "旋转 \\(\\theta={angle}\\) 相当于乘以 \\(\\cos\\theta+i\\sin\\theta={factor}\\)。"),
    "scale": Words("A dilation about the origin multiplies by its factor \\({factor}\\).", "以原点为中心的位似变换相当于乘以 \\({factor}\\)。"),
    "product": Words("So \\[\\left({factor}\\right)\\left({z}\\right)={w}\\]", "所以 \\[\\left({factor}\\right)\\left({z}\\right)={w}\\]"),
    "method": Words("applied it to vectors whose images are known", "作用到像已知的向量上检验"),
    "method_complex": Words("compared lengths and the angle between them", "比较模和夹角"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Map:
    """A linear map: its matrix, the steps that find it, and pairs of vectors (before, after) that determine it."""

    matrix: sp.Matrix
    steps: tuple[str, ...]
    pairs: tuple[tuple[sp.Matrix, sp.Matrix], ...]


def read(text: Text) -> Reading:
    """A map, or what it does to one vector or complex number; a point that is moved."""
    if (moved := moved_points.read(text)) is not None:
        return moved
    if not re.search(r"(?i)matri|rotat|reflect|project|dilation|旋转|反射|对称|投影", text.source):
        return None
    literals: list[sp.Matrix] = []

    def kept(match: re.Match[str], *, point: bool) -> str:
        found = vector_of(match["body"]) if point else matrix_of(match["body"])
        if found is None or found.free_symbols:
            return match[0]
        literals.append(found)
        return f"§{len(literals) - 1}§"

    source = MATRIX.sub(lambda m: kept(m, point=False), " ".join(text.source.split()))
    source = POINT.sub(lambda m: kept(m, point=True), source)
    source = re.sub(
        r"(?:\$\$|\$|\\\[|\\\()\s*(§\d+§)\s*([.,]?)\s*(?:\$\$|\$|\\\]|\\\))", r"\1\2", source
    ).strip()
    try:
        return _read(source, literals, text.language)
    except (FormulaError, TypeError, ValueError, AttributeError):
        return None


def _read(source: str, literals: list[sp.Matrix], say: Language) -> Prepared | None:
    for pattern in (*_EN_MATRIX, *_ZH_MATRIX):
        if (match := pattern.fullmatch(source)) is not None:
            size = _DIMENSION.search(source)
            found = _map(match, literals, int(size[1]) if size else 0, say)
            return None if found is None else _matrix(found, say)
    for pattern in _EN_IMAGE:
        if (match := pattern.fullmatch(source)) is not None:
            vector = literals[int(match["object"])]
            found = _map(match, literals, vector.rows, say)
            if found is None or vector.cols != 1 or found.matrix.cols != vector.rows:
                return None
            return _image(found, vector, say)
    for pattern in (*_EN_COMPLEX, *_ZH_COMPLEX):
        if (match := pattern.fullmatch(source)) is not None:
            return _complex(match, say)
    return None


def _angle(match: re.Match[str]) -> tuple[sp.Expr, str] | None:
    """The angle counter-clockwise in radians, and as it is written."""
    value = entry(match["angle"].strip())
    if value is None or value.free_symbols or not value.is_real:
        return None
    around = match.string[match.start("angle") : match.end("angle") + 12]
    degrees = _DEGREES.search(around) is not None
    if not degrees and not value.has(sp.pi):
        return None
    if re.fullmatch(r"(?i)clockwise|顺时针", match["sense"]):
        value = -value
    shown = rf"{expression_latex(value)}^{{\circ}}" if degrees else expression_latex(value)
    angle = value * sp.pi / 180 if degrees else value
    return angle, shown


def _map(match: re.Match[str], literals: list[sp.Matrix], size: int, say: Language) -> Map | None:
    groups = match.groupdict()
    if groups.get("turn"):
        found = _angle(match)
        return None if found is None else _rotation(*found, say)
    if groups.get("dilation"):
        k = entry(match["factor"])
        if k is None or k.free_symbols or size == 3:
            return None
        matrix = sp.ImmutableMatrix([[k, 0], [0, k]])
        pairs = tuple((e, k * e) for e in (sp.Matrix([1, 0]), sp.Matrix([0, 1])))
        return Map(matrix, (WORDS["dilation"].say(say, k=expression_latex(k), M=latex(matrix)),), pairs)
    mirror = match["kind"].lower()[:7] in ("reflect", "反射", "对称")
    if (plane := groups.get("plane")) is not None:
        return (
            _plane("".join(sorted(plane.lower().replace("o", ""))), mirror, say) if size in (0, 3) else None
        )
    vector = _direction(groups, literals, size)
    return (
        None
        if vector is None
        else _line(vector, mirror, groups.get("vector") is None and groups.get("bare") is None, say)
    )


def _direction(groups: dict[str, Any], literals: list[sp.Matrix], size: int) -> sp.Matrix | None:
    """The vector that the map projects onto or reflects over."""
    index = groups.get("vector") or groups.get("bare")
    if index is not None:
        vector = literals[int(index)]
        return (
            vector
            if vector.cols == 1 and vector.rows in (2, 3) and size in (0, vector.rows) and any(vector)
            else None
        )
    if (axis := groups.get("axis")) is not None:
        if size not in (2, 3) or (axis.lower() == "z" and size == 2):
            return None
        return sp.ImmutableMatrix([1 if "xyz".index(axis.lower()) == k else 0 for k in range(size)])
    body, x = entry(groups["line"]), sp.Symbol("x")
    slope = body / x if body is not None else None
    if slope is None or (slope := sp.simplify(slope)).free_symbols or not slope.is_real or size == 3:
        return None
    return sp.ImmutableMatrix([slope.as_numer_denom()[1], slope.as_numer_denom()[0]])


def _line(v: sp.Matrix, mirror: bool, named: bool, say: Language) -> Map:
    square, outer = v.dot(v), v * v.T
    projection = sp.ImmutableMatrix(outer / square)
    steps = [WORDS["direction"].say(say, v=latex(v))] if named else []
    steps.append(
        WORDS["projection"].say(
            say, v=latex(v), square=expression_latex(square), outer=latex(outer), P=latex(projection)
        )
    )
    across = [sp.ImmutableMatrix(n) for n in sp.Matrix(v.T).nullspace()]
    if not mirror:
        return Map(projection, tuple(steps), ((v, v), *((n, 0 * n) for n in across)))
    matrix = sp.ImmutableMatrix(2 * projection - sp.eye(v.rows))
    steps.append(WORDS["reflection"].say(say, P=latex(projection), I=latex(sp.eye(v.rows)), R=latex(matrix)))
    return Map(matrix, tuple(steps), ((v, v), *((n, -n) for n in across)))


def _plane(plane: str, mirror: bool, say: Language) -> Map:
    factors = [1 if axis in plane else -1 if mirror else 0 for axis in "xyz"]
    matrix = sp.ImmutableMatrix(sp.diag(*factors))
    step = WORDS["plane"].say(
        say, name=plane, what=WORDS["opposite" if mirror else "zero"].say(say), M=latex(matrix)
    )
    units = [sp.ImmutableMatrix([int(k == j) for j in range(3)]) for k in range(3)]
    return Map(matrix, (step,), tuple((u, f * u) for u, f in zip(units, factors, strict=True)))


def _rotation(angle: sp.Expr, shown: str, say: Language) -> Map | None:
    c, s = (sp.radsimp(sp.expand_func(sp.simplify(f(angle)))) for f in (sp.cos, sp.sin))
    if c.has(sp.cos, sp.sin) or s.has(sp.cos, sp.sin):
        return None
    matrix = sp.ImmutableMatrix([[c, -s], [s, c]])
    step = WORDS["rotation"].say(say, angle=shown, M=latex(matrix))
    pairs = ((sp.Matrix([1, 0]), sp.Matrix([c, s])), (sp.Matrix([0, 1]), sp.Matrix([-s, c])))
    return Map(matrix, (step,), pairs)


def _matrix(found: Map, say: Language) -> Prepared:
    before, after = (sp.Matrix.hstack(*(sp.Matrix(pair[k]) for pair in found.pairs)) for k in (0, 1))
    source = cell(
        f"before = {exact_source(sp.Matrix(before))}",
        f"after = {exact_source(sp.Matrix(after))}",
        "(after * before.inv()).applyfunc(radsimp)",
    )
    tests = (
        f"pairs = {exact_source([(sp.Matrix(a), sp.Matrix(b)) for a, b in found.pairs])}",
        "shape = answer.shape == (len(pairs[0][1]), len(pairs[0][0]))",
        "shape and all(simplify(answer*a - b).is_zero_matrix for a, b in pairs)",
    )
    return Prepared(say, found.steps, source, tests, WORDS["method"], shown=shown_matrix, given=one_matrix)


def _image(found: Map, vector: sp.Matrix, say: Language) -> Prepared:
    image = sp.ImmutableMatrix((found.matrix * vector).applyfunc(sp.simplify))
    steps = (*found.steps, WORDS["image"].say(say, M=latex(found.matrix), v=latex(vector), w=latex(image)))
    source = cell(f"M = {exact_source(sp.Matrix(found.matrix))}", f"M * {exact_source(sp.Matrix(vector))}")
    pairs = exact_source([(sp.Matrix(a), sp.Matrix(b)) for a, b in found.pairs])
    tests = (
        f"pairs = {pairs}",
        "before = Matrix.hstack(*[a for a, b in pairs])",
        "after = Matrix.hstack(*[b for a, b in pairs])",
        f"parts = before.solve({exact_source(sp.Matrix(vector))})",
        "answer.shape == (after.rows, 1) and simplify(after*parts - answer).is_zero_matrix",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], shown=shown_matrix, given=one_matrix)


def _complex(match: re.Match[str], say: Language) -> Prepared | None:
    z = entry(match["complex"].strip().rstrip("."))
    if z is None or z.free_symbols or not z.is_number:
        return None
    if match.groupdict().get("dilation"):
        factor = entry(match["factor"])
        if factor is None or not factor.is_real:
            return None
        first = WORDS["scale"].say(say, factor=expression_latex(factor))
    else:
        found = _angle(match)
        if found is None:
            return None
        factor = sp.radsimp(sp.simplify(sp.cos(found[0]))) + sp.I * sp.radsimp(sp.simplify(sp.sin(found[0])))
        if factor.has(sp.cos, sp.sin):
            return None
        first = WORDS["factor"].say(say, angle=found[1], factor=expression_latex(factor))
    image = sp.expand(factor * z)
    steps = (
        first,
        WORDS["product"].say(
            say, factor=expression_latex(factor), z=expression_latex(z), w=expression_latex(image)
        ),
    )
    source = cell(f"factor = {exact_source(factor)}", f"expand(factor * ({exact_source(z)}))")
    tests = (
        f"z, factor = {exact_source((z, factor))}",
        "length = simplify(expand(answer*conjugate(answer)) - expand(z*conjugate(z))*expand(factor*conjugate(factor))) == 0",
        "bool(length and simplify(expand(answer*conjugate(z*factor)) - expand(z*factor*conjugate(z*factor))) == 0)",
    )
    return Prepared(say, steps, source, tests, WORDS["method_complex"], given=one_value)
