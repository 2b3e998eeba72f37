"""The clauses of a problem about named points: one form of the text, and the table of what a clause may say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from solver.topics.asking import FIND
from solver.topics.clauses import Said, clauses, table

P: Final = r"(?-i:[A-Z])"
S: Final = r"(?-i:[A-Z]{2})"
T: Final = r"(?-i:[A-Z]{3})"
Q: Final = r"(?-i:[A-Z]{4})"
_UNIT: Final = r"(?:centimet(?:er|re)s?|millimet(?:er|re)s?|kilomet(?:er|re)s?|met(?:er|re)s?|inch(?:es)?|f(?:oo|ee)t|yards?|miles?|units?|cm|mm|km|m|in|ft)"
_UNITS: Final = re.compile(rf"(?<=[\d}}\])])\s*(?:square |sq\.? )?(?:{_UNIT})(?:\s*\^\s*\{{?2\}}?)?(?![a-z])")
_FOOT_AT: Final = re.compile(
    r"(?<![A-Z])([A-Z])([A-Z]) (?:⟂|is perpendicular to) ([A-Z]{2}) (?:at|with foot) (?:point )?\2(?![A-Z])"
)
_TWO_LIE: Final = re.compile(
    r"(?i:points? )?(?<![A-Z])([A-Z]) (?:lies|is|lie) on (?:side )?([A-Z]{2}) and (?:point )?([A-Z]) (?:(?:lies|is|lie) )?on (?:side )?([A-Z]{2})(?![A-Z])"
)
_IN_UNITS: Final = re.compile(rf",? (?:in|\(in) (?:square |sq\.? )?{_UNIT}\)?(?=[ ,?.]|$),?")
_ANY_UNIT: Final = re.compile(rf"(?<=\d) ?({_UNIT})\b")
_THAT: Final = r"(?:we (?:have|know)(?: that)?|it is (?:known|given) that)"
_ANGLE: Final = rf"(?:the )?(?:measure of )?∠ ?(?:{T}|{P})"
_TRIG: Final = r"(?:\\?(?:sin|cos|tan))"
_ATOM: Final = rf"(?:{_TRIG} ?∠? ?(?:{T}|{P})(?![A-Za-z])|{S}(?![A-Za-z])|\([^()=,]*\)|(?>\d+(?:\.\d+)?|\.\d+)|\\sqrt ?(?:\{{[\d.]+\}}|\d)|\\[dt]?frac ?\{{[^{{}}=,]*\}} ?\{{[^{{}}=,]*\}}|[-+*/^{{}}]|\\cdot|\\times)"
FORMULA: Final = rf"(?:{_ATOM} ?)+?"
_KIND: Final = r"(?:(?:right-angled|right|isosceles|equilateral|acute|obtuse|scalene|convex|regular) )*"
_LET: Final = r"(?:in |for |let |consider |suppose (?:that )?|the |given |on )?(?:we have |let us have |there is |suppose (?:that )?there is )?(?:an? |the )?"
_SEGMENT: Final = r"(?:the )?(?:line segments?|segments?|sides?|hypotenuse|legs?|bases?|chords?|diameters?)?"
_ON: Final = rf"(?:is|are|lies?|be)? ?(?:a )?(?:points? )?(?:that )?(?:lies? |is )?(?:chosen )?on (?P<line>line (?!segment))?{_SEGMENT} ?"
TABLE: Final = table({
    "shape": (
        rf"{_LET}(?P<adj>{_KIND})(?P<what>triangle|square|rectangle|parallelogram|rhombus|trapezoid|trapezium|quadrilateral)s? (?P<name>{Q}|{T})(?: is (?:a )?(?P<adj2>isosceles|equilateral|acute|right|scalene|obtuse|trapezoid|parallelogram|rhombus|rectangle|square))?",
        rf"(?P<name>{Q}|{T}) (?:is|be) (?:an? )(?P<adj>{_KIND})(?P<what>triangle|square|rectangle|parallelogram|rhombus|trapezoid|trapezium|quadrilateral)",
    ),
    "placed": (rf"(?:let )?(?:has |have )?(?:the )?(?:points? |vertex |vertices )?(?:at )?(?P<p>{P}) ?(?:=|be(?: the point)?|is(?: the point)?| )? ?\( ?(?P<x>[^(),;=]+?) ?, ?(?P<y>[^(),;=]+?) ?\)(?: be (?:points? in the plane|given)| as (?:3|4|three|four) of its vertices)?",),
    "placed_on": (rf"(?P<p>{P}) (?:is|lies) on {_SEGMENT} ?(?P<s>{S}) at \( ?(?P<x>[^(),;=]+?) ?, ?(?P<y>[^(),;=]+?) ?\)",),
    "inside": (
        rf"(?:a )?(?:point )?(?P<p>{P}) (?:lies |is )?(?:in the interior of|inside)(?: of)? (?:the )?(?:equilateral |acute )?(?:triangle|square|rectangle)(?: (?P<name>{Q}|{T}))?(?: is (?P<x>{FORMULA}) from (?:point )?(?P<a>{P}) and (?P<y>{FORMULA}) from (?:point )?(?P<b>{P}))?",
    ),
    "vertices": (
        rf"(?:are|is)(?: the)? (?:(?:four|3|4|three) )?vert(?:ices|ex) of (?:a |the )?(?P<what>triangle|square|rectangle|parallelogram|quadrilateral) (?P<name>{Q}|{T})",
        rf"(?:a |the )?(?P<what>triangle|quadrilateral) (?P<name>{Q}|{T}) has vertices(?: at)?",
    ),
    "unnamed": (
        r"an? (?P<what>triangle|quadrilateral) has vertices(?: at)?",
        r"(?:has )?vertices(?: at)?",
        rf"points {P}(?:(?: ?, and| ?,| and) {P})+ have (?:these|the(?: following)?) coordinates",
    ),
    "equal": (rf"(?:{_THAT} |has )?(?P<eq>{FORMULA}(?:= ?{FORMULA})+)",),
    "less": (rf"(?P<a>{S}) ?(?P<sign><|>) ?(?P<b>{S})",),
    "length": (
        rf"(?:the )?(?:length of )?{_SEGMENT} ?(?P<eq>{S}) (?:is|has length|measures|=) (?P<value>{FORMULA})(?: long)?",
        rf"(?:the )?(?:side|hypotenuse) length of {_SEGMENT} ?(?P<eq>{S}) is (?P<value>{FORMULA})",
    ),
    "side_length": (rf"(?:has |the )?sides?(?: has| have)? (?:of )?lengths?(?: of)? (?P<value>{FORMULA})",),
    "legs": (
        rf"(?:has |the )?legs (?P<a>{S}) and (?P<b>{S}) (?:have|has|of|with) lengths? (?P<x>{FORMULA}) and (?P<y>{FORMULA})(?: respectively)?",
        rf"legs (?P<a>{S}) ?= ?(?P<x>{FORMULA}) and (?P<b>{S}) ?= ?(?P<y>{FORMULA})",
    ),
    "angle": (rf"(?:{_THAT} )?{_ANGLE.replace('∠ ?(?:', '∠ ?(?P<at>')} ?(?:=|is|measures|equals) ?(?:a )?(?P<value>[\d.]*\d°?|right angle)",),
    "on": (rf"(?:a |let )?(?:points? )?(?P<p>{P}) {_ON}(?P<s>{S})(?: of {_LET}(?:triangle|square|rectangle) (?:{Q}|{T}))?",),
    "on_two": (rf"(?:points? )?(?P<p>{P}) and (?P<q>{P}) (?:are|lie|is)(?: points)? on {_SEGMENT} ?(?P<s>{S}) and (?P<t>{S}),? respectively,?(?: of (?:triangle|square|rectangle) (?:{Q}|{T}))?",),
    "mid": (rf"(?:let |a )?(?:point )?(?P<p>{P}) (?:is|be|as) (?:the )?midpoint of {_SEGMENT} ?(?P<s>{S})",),
    "mid_two": (rf"(?:let )?(?P<p>{P}) and (?P<q>{P}) (?:are|be|is) the midpoints of {_SEGMENT} ?(?P<s>{S}) and (?P<t>{S}),? respectively",),
    "altitude": (rf"(?P<s>{S}) is (?:an?|the) (?:altitude|height|perpendicular)(?: (?:drawn )?from (?:vertex )?{P})?(?: (?:to|of|from|in|on|onto) (?:the )?(?:hypotenuse|side|base)? ?(?:triangle {T}|{S})?)?", rf"let (?P<s>{S}) be an? altitude(?: of triangle {T})?"),
    "foot": (rf"(?:let )?(?P<p>{P}) (?:is|be) the foot of the (?:altitude|perpendicular) from (?P<v>{P}) (?:to|onto|on) {_SEGMENT} ?(?P<s>{S})",),
    "median": (rf"(?:let )?(?P<s>{S}) (?:is|be) (?:a|the) median",),
    "bisector": (rf"(?P<s>{S}) is an angle bisector(?: of (?:triangle {T}|∠ ?(?P<at>{T}|{P})))?", rf"(?P<s>{S}) bisects ∠ ?(?P<at>{T}|{P})"),
    "meet": (
        rf"(?:the )?(?:let )?(?P<what>altitudes|medians|angle bisectors|diagonals|cevians|segments)(?: (?P<s>{S}) and (?P<t>{S})| of (?:the )?(?:square|rectangle|parallelogram|rhombus|quadrilateral) (?P<quad>{Q}))(?: of (?:an? )?(?:acute |right )?triangle {T})?,? (?:intersect|meet) at (?:a |the )?(?:point )?(?P<p>{P})",
    ),
    "centroid": (rf"(?:let )?(?P<p>{P}) (?:is|be) the centroid of triangle (?P<name>{T})",),
    "parallel": (rf"(?:side |line |segment )?(?P<s>{S}) ?(?:∥|(?:is )?parallel to) ?(?:side |line )?(?P<t>{S})",),
    "perpendicular": (rf"(?P<s>{S}) ?(?:⟂|is perpendicular to) ?(?P<t>{S})", rf"(?P<s>{S}) and (?P<u>{S}) are perpendicular to (?P<t>{S})"),
    "area": (rf"(?:the )?area of (?:(?:the )?(?:triangle|square|rectangle|quadrilateral|trapezoid|parallelogram) )?(?P<name>{Q}|{T}) (?:is|=|equals) (?P<value>{FORMULA})",),
    "area_times": (rf"(?:the )?area of (?:triangle |quadrilateral )?(?P<a>{Q}|{T}) is (?P<k>twice|half|(?:two|three|four|five|\d+) times) (?:the area|that) of (?:triangle |quadrilateral )?(?P<b>{Q}|{T})",),
    "three_sides": (rf"(?:has |have )?(?:sides|side lengths)(?: of lengths?)? (?P<x>{FORMULA}) , (?P<y>{FORMULA}) ,? and (?P<z>{FORMULA})",),
    "through": (rf"(?:the )?line through (?P<i>{P}) (?:that is )?parallel to (?:side )?(?P<t>{S}) (?:intersects|meets|cuts) (?:sides )?(?P<s>{S}) and (?P<u>{S}) at (?:points )?(?P<p>{P}) and (?P<q>{P})(?: ,? respectively)?",),
    "perimeter": (rf"(?:the )?perimeter of (?:(?:the )?(?:triangle|square|rectangle|quadrilateral) )?(?P<name>{Q}|{T}) (?:is|=|equals) (?P<value>{FORMULA})",),
    "right_at": (rf"∠ ?(?P<at>{T}|{P}) is (?:a )?right(?: angle)?",),
    "ask_ratio": (rf"{FIND}(?:the )?ratio of the area of (?:triangle |quadrilateral |trapezoid |rectangle |square |parallelogram |the )*(?P<a>{Q}|{T}) to the area of (?:triangle |quadrilateral |trapezoid |rectangle |square |parallelogram |the )*(?P<b>{Q}|{T})",),
    "ask_area": (rf"{FIND}(?:the )?(?:value of )?(?:the )?area of (?:the )?(?:right-angled |right )?(?:triangle |quadrilateral |trapezoid |rectangle |square |parallelogram |rhombus )?(?P<name>{Q}|{T})", r"(?:find|what is) the (?:number of square units in the )?area of the (?P<what>triangle|quadrilateral)"),
    "ask_perimeter": (rf"{FIND}(?:the )?perimeter of (?:the )?(?:triangle |quadrilateral |trapezoid |rectangle |square |parallelogram )?(?P<name>{Q}|{T})",),
    "ask_circle": (rf"{FIND}(?:the )?(?P<size>radius|diameter)(?: of the| of)? (?:circle )?(?P<which>inscribed in|circumscribed about|incircle of|circumcircle of) (?:triangle )?(?P<name>{T})", rf"{FIND}(?:the )?(?P<size>inradius|circumradius) of (?:an? |the )?(?:triangle )?(?P<name>{T})"),
    "ask_point": (rf"{FIND}(?:are )?(?:the )?(?P<what>coordinates|sum of the coordinates) of (?:the )?(?:point )?(?P<p>{P})",),
    "ask_angle": (rf"(?:find|what is|compute)(?: the)?(?: degree)?(?: measure of)? ?∠ ?(?P<at>{T}|{P})", rf"how many degrees are in ∠ ?(?P<at>{T}|{P})"),
    "ask_distance": (rf"{FIND}(?:the )?distance from (?P<p>{P}) to (?:side |segment |line )?(?P<s>{S})", rf"(?:how many units is )(?P<p>{P}) from (?:point )?(?P<q>{P})", rf"{FIND}(?:the )?distance (?:from|between) (?P<p>{P}) (?:to|and) (?P<q>{P})(?![A-Z])"),
    "ask": (
        rf"{FIND}(?:the )?(?:value of |exact value of |length of |measure of )*(?:(?:side|segment|leg|hypotenuse|line segment|the) )*(?P<eq>{FORMULA})",
        rf"(?:what is|find) the (?:length|measure) of (?:the )?(?P<cevian>median|altitude|angle bisector) (?P<eq>{S})",
    ),
    "idle": (r"what is|find|points?|respectively|inside the triangle|on the same line|(?:the )?four points|distinct points",),
})  # fmt: skip
_JOINERS: Final = re.compile(
    r"\b(?:where|such that|so that|with|in which|for which|having|we have(?: that)?|we know(?: that)?)\b(?! an? (?:right |isosceles )*triangle)(?! vert)"
)
_BEHIND_NAME: Final = re.compile(
    rf"(?i)((?:triangle|square|rectangle|parallelogram|rhombus|trapezoid|quadrilateral) (?:{Q}|{T})|has vertices(?: at)?|, vertices(?: at)?) (?=(?:has|have|of side)\b|{P} ?\()|(\)) (?=(?:are|is)\b)"
)
_SIGNS: Final[Mapping[str, str]] = {
    r"\s*\\(?:parallel|\|)(?![a-zA-Z])\s*": " ∥ ", r"\s*\\perp(?![a-zA-Z])\s*": " ⟂ ",
    r"(?:m ?)?\\(?:measured)?angle(?![a-zA-Z])\s*": "∠", r"(?i)\bangle (?=(?-i:[A-Z]{3}|[A-Z])\b)": "∠",
    r"\s*(?:\^\s*\{?\s*\\circ\s*\}?|(?<=\d) degrees?\b|°)": "°",
    r"\\(?:overline|overrightarrow|overleftrightarrow|mathrm|text|textit)\s*\{\s*(\w*)\s*\}": r"\1", r"\\(?:left|right|displaystyle|!|,|;|:)": "",
    r"\\sqrt\s*(\d)": r"\\sqrt{\1}", r"∠\{(\w+)\}": r"∠\1", r"\\(sin|cos|tan) ?[{(] ?(∠? ?[A-Z]+) ?[})]": r"\\\1 \2", r"(?<=[A-Z])\((?=[A-Z]{2}\))": "(", r"[−–]": "-",
}  # fmt: skip


def in_one_form(source: str) -> str | None:
    """The text without dollars, with one sign for each notion and without units; None where there are several units of length."""
    text = re.sub(r"\$|\\[()\[\]]", " ", source)
    text = re.sub(r"\\(?:bigtriangleup|triangle|Delta)(?![a-zA-Z])\s*\{?\s*([A-Z]{3})\s*\}?|(?:△|∆|Δ)\s*([A-Z]{3})", lambda m: f" triangle {m[1] or m[2]} ", text)  # fmt: skip
    text = re.sub(r"(?i)triangle\s+triangle", "triangle", " ".join(text.split()))
    for sign, plain in _SIGNS.items():
        text = re.sub(sign, plain, text)
    named = {unit.rstrip("s") for unit in _ANY_UNIT.findall(text)} - {"unit"}
    if len(named) > 1:
        return None
    text = _IN_UNITS.sub("", _UNITS.sub("", text))
    text = _FOOT_AT.sub(r"\2 is the foot of the perpendicular from \1 to \3", text)
    text = _TWO_LIE.sub(r"\1 is on \2 , \3 is on \4", text)
    text = re.sub(r"\b(?:Given|given)(?: that)? (?=[A-Z]{2} ?=|∠)", ", ", text)
    text = re.sub(r"\b(?:Meanwhile|Also|Now|Then),? ", "", text)
    text = _JOINERS.sub(" , ", _BEHIND_NAME.sub(lambda m: f"{m[1] or m[2]} , ", " ".join(text.split())))
    return re.sub(r"\s+([,.?;])", r" \1", " ".join(text.split()))


def said_in(source: str) -> list[Said] | None:
    """The clauses, or None where one is of no known form."""
    text = in_one_form(source)
    if text is None or not re.search(r"[A-Z]{2}|[A-Z] ?\(|[A-Z] ?=|∠", text):
        return None
    found = clauses(text, TABLE)
    return None if isinstance(found, str) else found
