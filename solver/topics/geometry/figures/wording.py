"""One form for the many wordings of figures: labels, signs, numbers of sides, "a by b", and π as a number.

Text in, text out; what it means is read later.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

_POLYGONS: Final = {
    "pentagon": 5, "hexagon": 6, "heptagon": 7, "octagon": 8, "nonagon": 9, "decagon": 10, "dodecagon": 12,
}  # fmt: skip
_HAN: Final = {
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
    "十五": 15,
    "二十": 20,
}
_FIGURE: Final = r"(?:triangle|rectangle|square|parallelogram|rhombus|trapezoid|trapezium|quadrilateral|三角形|长方形|矩形|正方形|平行四边形|菱形|梯形|四边形)"
_NUMBER: Final = r"\d+(?:\.\d+)?(?: unitone)?"
_PI: Final = r"(?:π|\\pi(?![A-Za-z])|pi\b)"
_APPROXIMATION: Final = r"(?P<pi>3\.14(?:159?|16|2)?(?![\d])|3(?![\d.])|\\[dt]?frac\s*\{22\}\{7\}|\(?22/7\)?)"
_PI_IS: Final = re.compile(
    rf"(?i)[(,;]?\s*(?:(?:please )?(?:use|take|using|let|with|assume|where|and)\s+|取|用|其中)?(?:the value of )?(?:{_PI}|圆周率(?:{_PI})?)\s*(?:值)?\s*(?:=|≈|\\approx|\bas\b|\bis\b|\bto be\b|取|约为|约等于|近似取|按|为|的近似值取|用)+\s*{_APPROXIMATION}(?:\s*计算)?\s*\)?"
    rf"|[(,;]?\s*(?:use|take|using)\s+{_APPROXIMATION.replace('?P<pi>', '?P<other>')}\s*(?:for|as)\s*{_PI}\s*\)?"
)
_KEEP_PI: Final = re.compile(
    rf"(?i),?\s*(?:and )?(?:(?:leave|give|express|write) (?:your |the )?(?:answers? )?)?(?:in terms of|as a multiple of) {_PI}|[(,]?\s*(?:结果|答案)?(?:用含{_PI}的(?:式子|代数式)表示|保留{_PI})\)?"
)
_MEASURED: Final = r"(?:side|leg|hypotenuse|diagonal|base|edge|radius|diameter|arc|slant|space|height|altitude|midline|median|circumference|equal|perpendicular|lateral|face|mid)"
_FILLERS: Final = (
    r"(?:(?:the|its|each|one|a|all|an?other|both|of|two|three|missing|third|longer|shorter|remaining) )*"
)


_GROUND: Final = re.compile(
    r"(?i)\btriangular (plot|field|garden|park|lawn|lot|sail|flag|piece|sheet|region|flower ?bed|patch)(?: of (?:land|ground|paper|card|cardboard|metal|cloth|grass))?(?= (?:has|with|whose|having)\b)"
)
_SIZES: Final = {"high": "height", "tall": "height", "wide": "width", "long": "length"}


def _ground(source: str) -> str:
    """A triangular plot is a triangle, and so is "the plot" behind it.

    >>> _ground("A triangular plot of land has sides 3 m, 4 m and 5 m. Find the area of the plot.")
    'A triangle has sides 3 m, 4 m and 5 m. Find the area of the triangle.'
    """
    found = _GROUND.search(source)
    if found is None:
        return source
    rest = re.sub(rf"(?i)\bthe (?:triangular )?{found[1]}\b", "the triangle", source[found.end() :])
    return f"{source[: found.start()]}triangle{rest}"


def plain(source: str) -> tuple[str, sp.Expr | None]:
    r"""The text in one form, and the value that π is to have.

    >>> plain("半径为5的圆的面积(π取3.14)")[1]
    157/50
    """
    source = re.sub(r"\\(?:text|mathrm|mbox)\s*\{([^{}]*)\}", r" \1 ", source)
    source = re.sub(r"\$|\\[()\[\]]|~|\\[,;!: ]", " ", source)
    source = _ground(re.sub(r"  +", " ", source))
    source = re.sub(
        r"(?i)\bhow (high|tall|wide|long) is (?:it|this|that)(?=\s*[?.]|$)",
        lambda m: f"what is its {_SIZES[m[1].lower()]}",
        source,
    )
    source = re.sub(
        rf"(?i)\bhow (high|tall|wide) is (?:the|this|that) (?={_FIGURE}\s*[?.])",
        lambda m: f"what is the {_SIZES[m[1].lower()]} of the ",
        source,
    )
    source = re.sub(r"(?<=\d)\s*(?:\^\s*\{?\\circ\}?|度(?!数)|degrees?\b)", "°", source)
    value: sp.Expr | None = None
    match = _PI_IS.search(source)
    if match is not None:
        shown = match["pi"] or match["other"]
        value = sp.Rational(22, 7) if "22" in shown else sp.Rational(shown)
        source = source[: match.start()] + " , " + source[match.end() :]
    return _KEEP_PI.sub(" ", source), value


_COUNT: Final = {"one": 1, "two": 2, "three": 3, "1": 1, "2": 2, "3": 3, "一": 1, "两": 2, "二": 2, "三": 3}
_NEAREST: Final = {"whole": 0, "integer": 0, "tenth": 1, "hundredth": 2, "thousandth": 3, "个位": 0, "十分位": 1, "百分位": 2, "0.1": 1, "0.01": 2, "0.001": 3}  # fmt: skip
_ROUNDED: Final = re.compile(
    r"(?i)[(,]?\s*(?:and )?(?:(?:round|rounded|give|express|write|leave)\s+(?:off )?(?:(?:your|the|each|all) )?(?:answers?|results?)?\s*(?:correct )?|correct )?\bto (?:the )?"
    r"(?:nearest (?P<nearest>tenth|hundredth|thousandth|whole|integer)(?: number| unit)?|(?P<count>one|two|three|1|2|3) decimal places?)\s*\)?"
    r"|[(,]?(?:最后)?(?:结果|答案|得数)?(?:精确到(?P<to>0\.0{0,2}1|个位|十分位|百分位)|保留(?P<kept>[一两二三123])位小数|(?P<whole>保留整数|取整数))\)?"
)


def rounding(source: str) -> tuple[str, int | None]:
    """The text without the wish for a rounded answer, and the number of decimal places.

    >>> rounding("Find the area, to the nearest tenth.")
    ('Find the area.', 1)
    """
    match = _ROUNDED.search(source)
    if match is None:
        return source, None
    count, nearest = match["count"] or match["kept"], match["nearest"] or match["to"]
    places = _COUNT[count.lower()] if count else _NEAREST[nearest.lower()] if nearest else 0
    return source[: match.start()] + source[match.end() :], places


def in_one_form(source: str) -> str:
    """Labels gone, polygons by their number of sides, "3 by 4" as length and width."""
    source = _lettered(source)
    source = re.sub(rf"((?i:{_FIGURE}))\s*[A-Z]{{3,4}}(?![A-Za-z])", r"\1 ", source)
    source = re.sub(r"Rt\s*(?:△|\\triangle(?![A-Za-z]))\s*[A-Z]{3}(?![A-Za-z])", "直角三角形", source)
    source = re.sub(r"(?:△|\\triangle(?![A-Za-z]))\s*[A-Z]{3}(?![A-Za-z])", "三角形", source)
    source = re.sub(r"(?<![\d.])(\d+) (\d+)/(\d+)(?![\d/])", _mixed, source)
    source = re.sub(
        r"(?<=[A-Za-z\u4e00-\u9fff]{2})\s*(?<!\\approx)[=:]\s*(?=\d|√|\\(?:sqrt|frac)|π)", " is ", source
    )
    return _by(_polygons(_lengths(source)))


_RIGHT: Final = re.compile(
    r"(?i)\bright[- ](?:angled )?triangle(?: ABC)?|Rt\s*(?:△|\\triangle(?![A-Za-z]))\s*ABC|(?:Rt|直角)三角形(?:ABC)?"
)
_RIGHT_AT_C: Final = re.compile(
    r",?\s*(?:(?:with|where|and)\s+)?(?:the\s+)?(?:right\s+)?(?:∠|\\angle\s*|angle\s+)C\s*(?:=|is|为|是)\s*(?:90°|a right angle|直角)(?:\s*,|\s+and\b)?"
)
_SIDE: Final = re.compile(r"(?<![A-Za-z\\])([abc])\s*(?:=|is|为)\s*(?=\d|√|\\sqrt|\\frac)")
_WANTED: Final = re.compile(
    r"(?i)(?P<ask>\b(?:find|determine|calculate|compute|what is|work out)\s+(?:the (?:length of )?(?:side )?)?|求(?:边)?)(?P<side>[abc])(?![A-Za-z=])(?:的(?:长|值))?(?=\s*[?.,。]*\s*$)"
)


def _lettered(source: str) -> str:
    """Right triangles with c = 25, a = 15: c is the hypotenuse, a and b are the legs. "…, find the third": the third angle."""
    at_c = _RIGHT_AT_C.search(source)
    right = _RIGHT.search(source) or (at_c and re.search(r"(?:△|\\triangle|triangle|三角形)\s*ABC", source))
    wanted, given = _WANTED.search(source), {m[1] for m in _SIDE.finditer(source)}
    if right and wanted and len(given) == 2 and wanted["side"] not in given:
        zh = re.search(r"[\u4e00-\u9fff]", source) is not None
        names = (
            {"c": "斜边", "a": "直角边", "b": "直角边"} if zh else {"c": "hypotenuse", "a": "leg", "b": "leg"}
        )
        asked = names[wanted["side"]]
        if wanted["side"] != "c":
            asked = f"另一条{asked}" if zh else f"the other {asked}"
        source = source[: wanted.start()] + wanted["ask"] + asked + source[wanted.end() :]
        source = _RIGHT_AT_C.sub(" , ", source)
        source = _SIDE.sub(lambda m: f"{names[m[1]]}为" if zh else f" {names[m[1]]} is ", source)
        if not _RIGHT.search(source):
            source = re.sub(
                r"(?:△|\\triangle|triangle|三角形)\s*ABC", "直角三角形" if zh else "right triangle", source
            )
    source = re.sub(r"三?个?内?角(?:度数)?(?:之|的)比(?=[是为])", "三个内角的度数比", source)
    source = re.sub(
        r"求(?:出)?(?:各个?|每个|三个|这三个)内?角(?:的度数|的大小|各是多少度)?", "求这三个角的度数", source
    )
    if re.search(r"(?i)\bangles?\b", source):
        source = re.sub(
            r"(?i)\bthe (third|fourth|remaining|other)(?: one)?(?=\s*[.?!]*\s*$)", r"the \1 angle", source
        )
    return source


def _mixed(match: re.Match[str]) -> str:
    whole, top, bottom = (int(part) for part in match.groups())
    return rf"\frac{{{whole * bottom + top}}}{{{bottom}}}"


def _lengths(source: str) -> str:
    """The length of a side is a side."""
    source = re.sub(rf"(?i)\b(?:the )?lengths? of {_FILLERS}(?={_MEASURED})", " the ", source)
    source = re.sub(rf"(?i)\b({_MEASURED}s?) lengths?\b", r"\1", source)
    source = re.sub(r"棱长和(?=[是为等\d])", "棱总和", source)
    source = re.sub(r"(?<=[边线径弧腰棱底])的?(?:长度|长)(?!方)", "", source)
    return re.sub(r"(?i)\bright[- ]angled\b", "right angled", source)


def _polygons(source: str) -> str:
    def english(match: re.Match[str]) -> str:
        return f"polygon number of sides is {_POLYGONS[match[1].lower()]} , "

    source = re.sub(rf"(?i)\b({'|'.join(_POLYGONS)})\b", english, source)
    source = re.sub(r"(?i)\b(\d+)[- ]?gon\b", r"polygon number of sides is \1 , ", source)
    source = re.sub(
        r"(?i)\b(\d+)[- ]sided (regular )?(?:convex )?polygon", r"\2polygon number of sides is \1 , ", source
    )
    if re.search("(?i)polygon", source):
        source = re.sub(r"(?i)\b(\d+) diagonals\b", r"number of diagonals is \1 ", source)
        source = re.sub(r"(?i)\b(\d+) (?:equal |congruent )?sides\b", r"number of sides is \1 ", source)

    if "n边形" in source:
        source = re.sub(r"求n(?=的值|[。.,]|$)", "求边数", source.replace("n边形", "多边形"))

    def chinese(match: re.Match[str]) -> str:
        count = match[2] if match[2].isdigit() else _HAN[match[2]]
        return f"{match[1] or ''}多边形边数为{count},"

    source = re.sub(
        rf"(正)?(\d+|{'|'.join(sorted(_HAN, key=lambda word: (-len(word), word)))})边形", chinese, source
    )
    source = re.sub(r"(?:一共|共)?有(\d+)条对角线", r"对角线总数为\1,", source)
    source = re.sub(r"(?<=从)(?:它的|多边形的)?(?=一个顶点)", "", source)
    source = re.sub(
        r"从(?:它的|多边形的)?一个顶点(?:出发)?,?(?:一共|共)?(?:可以|能|可)?(?:引出|引|作出|作|画出|画)(?:出)?(\d+|多少|几)条对角线",
        r"一顶点对角线为\1,",
        source,
    )
    return re.sub(r"(?i)how many sides does (?=.*polygon)", "number of sides ", source)


def _by(source: str) -> str:
    """A 3 by 4 rectangle has length 3 and width 4."""
    cross = r"\s*(?:by|\*|×|\\times)\s*"
    source = re.sub(
        rf"({_NUMBER}){cross}({_NUMBER}){cross}({_NUMBER})", r"length \1, width \2, height \3,", source
    )
    source = re.sub(rf"({_NUMBER}){cross}({_NUMBER})", r"length \1, width \2,", source)
    return re.sub(r"(?i)dimensions(?: of| are| is)?\s*(?=length \d)", "", source)
