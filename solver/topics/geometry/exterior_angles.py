"""Exterior angles: at a corner of a triangle, the interior angles from them, and polygons by their sums of interior and exterior angles.

Read: fixed forms that must match to the end. Not: one angle of a regular polygon (`figures`), bisectors, exterior angles of other figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell
from solver.topics.prepared import Prepared, shown_value

WORDS: Final = {
    "outside": Words("An exterior angle of a triangle is as large as the two interior angles that are not beside it together: \\[{a}^\\circ+{b}^\\circ={value}^\\circ\\]", "三角形的一个外角等于与它不相邻的两个内角的和：\\[{a}^\\circ+{b}^\\circ={value}^\\circ\\]"),
    "because": Words("For the third interior angle is \\(180^\\circ-{a}^\\circ-{b}^\\circ={rest}^\\circ\\), and the exterior angle beside it is \\(180^\\circ-{rest}^\\circ={value}^\\circ\\).", "因为第三个内角是 \\(180^\\circ-{a}^\\circ-{b}^\\circ={rest}^\\circ\\)，它的邻补角（外角）是 \\(180^\\circ-{rest}^\\circ={value}^\\circ\\)。"),
    "beside": Words("An exterior angle and the interior angle at the same corner make a straight angle: \\[180^\\circ-{a}^\\circ={value}^\\circ\\]", "外角与同一顶点的内角互补：\\[180^\\circ-{a}^\\circ={value}^\\circ\\]"),
    "remote": Words("An exterior angle of a triangle is as large as the two interior angles that are not beside it together. One of these is known, so the other is \\[{outside}^\\circ-{a}^\\circ={value}^\\circ\\]", "三角形的一个外角等于与它不相邻的两个内角的和。已知其中一个，所以另一个是 \\[{outside}^\\circ-{a}^\\circ={value}^\\circ\\]"),
    "all": Words("Going once around a convex polygon one turns by every exterior angle, and by \\(360^\\circ\\) altogether. So the exterior angles add up to \\(360^\\circ\\), whatever the number of sides.", "绕凸多边形走一圈，依次转过每个外角，一共转 \\(360^\\circ\\)。所以外角和总是 \\(360^\\circ\\)，与边数无关。"),
    "sums": Words("The interior angles of a polygon with \\(n\\) sides add up to \\((n-2)\\cdot 180^\\circ\\), the exterior angles to \\(360^\\circ\\).", "\\(n\\) 边形的内角和是 \\((n-2)\\cdot 180^\\circ\\)，外角和是 \\(360^\\circ\\)。"),
    "times": Words("The first is \\({k}\\) times the second: \\[(n-2)\\cdot 180={k}\\cdot 360\\]", "前者是后者的 \\({k}\\) 倍：\\[(n-2)\\cdot 180={k}\\cdot 360\\]"),
    "more": Words("The first is \\({k}^\\circ\\) more than the second: \\[(n-2)\\cdot 180=360+{k}\\]", "前者比后者大 \\({k}^\\circ\\)：\\[(n-2)\\cdot 180=360+{k}\\]"),
    "solved": Words("Divide by \\(180\\): \\(n-2={rest}\\), so \\(n={value}\\).", "两边除以 \\(180\\)：\\(n-2={rest}\\)，所以 \\(n={value}\\)。"),
    "each": Words("Interior and exterior angle at a corner make \\(180^\\circ\\). The exterior angle is one part, the interior angle \\({k}\\) parts: \\(180^\\circ\\div {parts}={outside}^\\circ\\).", "同一顶点的内角与外角之和是 \\(180^\\circ\\)。外角是 1 份，内角是 \\({k}\\) 份：\\(180^\\circ\\div {parts}={outside}^\\circ\\)。"),
    "turn": Words("The exterior angles add up to \\(360^\\circ\\), so there are \\(360\\div {outside}={value}\\) corners.", "外角和是 \\(360^\\circ\\)，所以边数是 \\(360\\div {outside}={value}\\)。"),
    "answer_angle": Words("The angle is \\({answer}\\).", "这个角是 \\({answer}\\)。"),
    "answer_sum": Words("The sum is \\({answer}\\).", "外角和是 \\({answer}\\)。"),
    "answer_sides": Words("The polygon has \\({answer}\\) sides.", "这个多边形有 \\({answer}\\) 条边。"),
    "method_angle": Words("the three interior angles must add up to 180 degrees", "三个内角之和应为 180 度"),
    "method_sum": Words("added up for the regular polygon, whose exterior angles are equal", "用正多边形（各外角相等）相加验证"),
    "method_sides": Words("the angles of the polygon with so many sides were computed and compared", "按边数算出各角再比较"),
}  # fmt: skip
_D: Final = r"(\d{1,3}(?:\.\d{1,4})?)°"
_V: Final = r"(?:angle |vertex |∠)?([abc])"
_IS: Final = r"(?:is|=|measures|equals|are|measure)"
_ASK: Final = r"(?:find|what is|determine|calculate|compute|work out|how large is)"
_TIMES: Final = r"(\d{1,2}|twice|two|three|four|five|six)(?: times)?(?: as large as| as much as)?"
_SIDES: Final = r"[.,]? (?:how many sides does (?:it|the polygon|this polygon) have|how many sides(?: are there)?|find the number of (?:its )?sides(?: of the polygon)?|what is the number of sides)"
_ALIKE: Final = r"(?:remote|opposite|non-adjacent|nonadjacent|remote opposite) interior angles?"
_ENGLISH: Final[tuple[tuple[str, str], ...]] = (
    ("corner", rf"in (?:a )?(?:triangle|△) ?abc,? (?:the )?{_V} ?{_IS} ?{_D}(?:,| and|, and) (?:the )?{_V} ?{_IS} ?{_D}[.,]? {_ASK} (?:the )?(?:measure of |size of )?(?:the |an )?exterior angle (?:at|of|to|adjacent to|beside) {_V}"),
    ("third", rf"(?:two|2) (?:interior )?angles of a triangle {_IS} {_D} and {_D}[.,]? {_ASK} (?:the )?(?:measure of |size of )?(?:the )?exterior angle (?:at|adjacent to|beside) the third (?:vertex|angle|corner)"),
    ("remote", rf"(?:an|the|one|1) exterior angle of a triangle {_IS} {_D}[.,]? (?:and )?(?:one|1) of (?:the|its) (?:two |2 )?{_ALIKE} {_IS} {_D}[.,]? {_ASK} the other(?: {_ALIKE}| interior angle| angle| one)?"),
    ("named", rf"(?:in (?:triangle|△) ?abc,? )?the exterior angle at (?:vertex )?([abc])(?: of (?:triangle|△) ?abc)? {_IS} {_D}(?:,| and|, and) {_V} ?{_IS} ?{_D}[.,]? {_ASK} {_V}"),
    ("times", rf"the sum of (?:the )?(?:measures of the )?interior angles of a(?: convex| regular)? polygon is {_TIMES} (?:that of|the sum of) (?:the |its )?(?:measures of its )?exterior angles{_SIDES}"),
    ("more", rf"the sum of (?:the )?interior angles of a(?: convex| regular)? polygon is {_D} (?:more|larger|greater) than (?:that of|the sum of) (?:the |its )?exterior angles{_SIDES}"),
    ("each", rf"(?:each|an|every|the) interior angle of a regular polygon is {_TIMES} (?:each|its|an|the|the size of each|the size of its) exterior angles?{_SIDES}"),
    ("ratio", rf"the ratio of (?:an|each|the) interior angle to (?:an|each|the|its) exterior angle of a regular polygon is (\d{{1,2}}) ?: ?1{_SIDES}"),
    ("whole", r"(?:find|what is|determine) the sum of (?:the )?(?:measures of the )?exterior angles of an? (?:convex |regular )?(?:polygon|triangle|quadrilateral|pentagon|hexagon|heptagon|octagon|nonagon|decagon|dodecagon|\d{1,3}-sided polygon|\d{1,3}-gon)"),
)  # fmt: skip
_ZH_IS: Final = r"(?:是|为|等于|=)"
_ZH_ASK: Final = r"(?:求|则|那么|求出)"
_ZH_END: Final = rf"(?:的度数)?(?:{_ZH_IS})?(?:多少|几|何)?(?:°)?"
_ZH_SIDES: Final = r",?(?:则|那么|求)?(?:它|这个多边形|该多边形|此多边形|这个正多边形)?(?:是几边形|的?边数(?:是多少|是几|为多少|等于多少)?|有几条边|有多少条边)"
_ZH_TIMES: Final = r"(\d{1,2}|两|二|三|四|五|六)倍"
_CHINESE: Final[tuple[tuple[str, str], ...]] = (
    ("corner", rf"在?△ ?abc中,∠([abc]) ?{_ZH_IS} ?{_D}[,、]∠([abc]) ?{_ZH_IS} ?{_D},{_ZH_ASK}(?:与)?∠([abc])(?:相邻)?的外角{_ZH_END}"),
    ("third", rf"三角形的?两个内角(?:分别)?{_ZH_IS}{_D}[和、,与]{_D},{_ZH_ASK}(?:与)?第三个(?:内)?角(?:相邻)?的外角{_ZH_END}"),
    ("remote", rf"三角形的?(?:一个)?外角{_ZH_IS}{_D},(?:与它|和它|与其)不相邻的一个内角{_ZH_IS}{_D},{_ZH_ASK}(?:与它|和它)?(?:另一个)(?:与它|和它)?不相邻的?内角{_ZH_END}"),
    ("named", rf"在?△ ?abc中,∠([abc])的外角{_ZH_IS}{_D},∠([abc]) ?{_ZH_IS} ?{_D},{_ZH_ASK}∠([abc]){_ZH_END}"),
    ("times", rf"(?:如果|若|已知)?(?:一|某)?个?多边形的?内角和{_ZH_IS}(?:它的|其)?外角和的{_ZH_TIMES}{_ZH_SIDES}"),
    ("more", rf"(?:如果|若|已知)?(?:一|某)?个?多边形的?内角和比(?:它的|其)?外角和(?:大|多){_D}{_ZH_SIDES}"),
    ("each", rf"(?:如果|若|已知)?(?:一|某)?个?正多边形的?(?:每个|每一个|一个)?内角(?:都)?{_ZH_IS}(?:与它相邻的|它的|其|相邻|每个)?(?:一个)?外角的{_ZH_TIMES}{_ZH_SIDES}"),
    ("whole", r"(?:任意)?(?:凸)?(?:多边形|n边形|三角形|四边形|五边形|六边形|七边形|八边形|九边形|十边形|十二边形|正\w{1,3}边形|\d{1,3}边形)的外角和(?:是|等于|为)(?:多少)?°?"),
)  # fmt: skip
_COUNTS: Final = {"twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}  # fmt: skip


def read(text: Text) -> Reading:
    """One question in one of the forms."""
    if not re.search(r"(?i)exterior|外角", text.source):
        return None
    plain = re.sub(r"\\angle(?![a-z])", "∠", in_digits(text.source) if text.language == "en" else text.source)
    plain = re.sub(r"\\triangle(?![a-z])", "△", plain)
    plain = re.sub(r"\s*(?:\^\s*\{?\s*\\circ\s*\}?|°|(?i:\bdegrees?\b)|(?<=[\d多少几])度)", "°", plain)
    plain = re.sub(r"\$|\\\(|\\\)", "", plain).replace("几°", "多少°")
    plain = re.sub(r"\s+", " ", plain).strip().rstrip("?.。 ").lower().replace("∠ ", "∠")
    if text.language == "zh":
        plain = re.sub(r"(?<=[\u3400-\u9fff,°]) | (?=[\u3400-\u9fff,∠=])|(?<==) ", "", plain)
    for kind, form in _CHINESE if text.language == "zh" else _ENGLISH:
        if (match := re.fullmatch(form, plain)) is not None:
            return _KINDS[kind](match.groups(), text.language)
    return None


def _angles(*texts: str | None) -> tuple[sp.Rational, ...]:
    return tuple(sp.Rational(t) for t in texts if t is not None)


def _shown(value: sp.Expr) -> str:
    return sp.latex(value) if value.is_Integer else f"{float(value):g}"


def _angle(steps: list[str], source: str, test: str, language: Language) -> Prepared:
    return Prepared(
        language,
        tuple(steps),
        cell(source),
        (test,),
        WORDS["method_angle"],
        sentence=WORDS["answer_angle"],
        shown=_degrees,
        given=_given_degrees,
    )


def _degrees(value: Any) -> str | None:
    shown = shown_value(sp.S(value)) if isinstance(value, int | sp.Expr) else None
    return None if shown is None else rf"{shown}^\circ"


def _given_degrees(answer: str) -> Any:
    text = re.sub(r"\^\s*\{?\s*\\circ\s*\}?|°|度|\\text\{\s*(?:degrees?|度)\s*\}|degrees?", "", answer)
    values = values_in(text)
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None


def _both(a: sp.Rational, b: sp.Rational, language: Language) -> Reading:
    if a + b >= 180 or not a or not b:
        return None
    rest, value = 180 - a - b, a + b
    shown = {"a": _shown(a), "b": _shown(b), "rest": _shown(rest), "value": _shown(value)}
    steps = [WORDS["outside"].say(language, **shown), WORDS["because"].say(language, **shown)]
    return _angle(
        steps,
        f"{_python(a)} + {_python(b)}",
        f"{_python(a)} + {_python(b)} + (180 - answer) == 180",
        language,
    )


def _python(value: sp.Rational) -> str:
    return str(value) if value.is_Integer else f"Rational({value.p}, {value.q})"


def _corner(groups: tuple[str | None, ...], language: Language) -> Reading:
    first, a, second, b, asked = groups
    if first == second:
        return None
    angles = dict(zip((first, second), _angles(a, b), strict=True))
    if asked not in angles:
        return _third((a, b), language)
    inside = angles[asked]
    if not 0 < inside < 180 or sum(angles.values()) >= 180:
        return None
    step = WORDS["beside"].say(language, a=_shown(inside), value=_shown(180 - inside))
    return _angle([step], f"180 - {_python(inside)}", f"{_python(inside)} + answer == 180", language)


def _third(groups: tuple[str | None, ...], language: Language) -> Reading:
    a, b = _angles(*groups)
    return _both(a, b, language)


def _rest(outside: sp.Rational, a: sp.Rational, language: Language) -> Reading:
    if not 0 < a < outside < 180:
        return None
    shown = {"outside": _shown(outside), "a": _shown(a), "value": _shown(outside - a)}
    test = f"{_python(a)} + answer + (180 - {_python(outside)}) == 180"
    return _angle(
        [WORDS["remote"].say(language, **shown)], f"{_python(outside)} - {_python(a)}", test, language
    )


def _remote(groups: tuple[str | None, ...], language: Language) -> Reading:
    outside, a = _angles(*groups)
    return _rest(outside, a, language)


def _named(groups: tuple[str | None, ...], language: Language) -> Reading:
    corner, outside, other, a, asked = groups
    if len({corner, other, asked}) != 3:
        return None
    return _remote((outside, a), language)


def _sides(steps: list[str], source: str, test: str, language: Language) -> Prepared:
    return Prepared(
        language, tuple(steps), cell(source), (test,), WORDS["method_sides"], sentence=WORDS["answer_sides"]
    )


def _times(groups: tuple[str | None, ...], language: Language) -> Reading:
    k = _count(groups[0])
    if k < 1:
        return None
    steps = [
        WORDS["sums"].say(language),
        WORDS["times"].say(language, k=k),
        WORDS["solved"].say(language, rest=2 * k, value=2 * k + 2),
    ]
    return _sides(steps, f"{k}*360//180 + 2", f"(answer - 2)*180 == {k}*360", language)


def _more(groups: tuple[str | None, ...], language: Language) -> Reading:
    (more,) = _angles(groups[0])
    if more % 180 or not more:
        return None
    value = (360 + more) / 180 + 2
    steps = [
        WORDS["sums"].say(language),
        WORDS["more"].say(language, k=_shown(more)),
        WORDS["solved"].say(language, rest=value - 2, value=value),
    ]
    return _sides(steps, f"(360 + {more})//180 + 2", f"(answer - 2)*180 - 360 == {more}", language)


def _each(groups: tuple[str | None, ...], language: Language) -> Reading:
    k = _count(groups[0])
    outside, value = sp.Rational(180, k + 1), 2 * (k + 1)
    if value < 3:
        return None
    steps = [
        WORDS["each"].say(language, k=k, parts=k + 1, outside=exact_latex(outside)),
        WORDS["turn"].say(
            language,
            outside=exact_latex(outside) if outside.is_Integer else rf"\left({exact_latex(outside)}\right)",
            value=value,
        ),
    ]
    return _sides(
        steps, f"360/(Integer(180)/{k + 1})", f"S(answer - 2)*180/answer == {k}*S(360)/answer", language
    )


def _whole(groups: tuple[str | None, ...], language: Language) -> Reading:
    del groups
    return Prepared(
        language,
        (WORDS["all"].say(language),),
        cell("n = 12", "n*(180 - (n - 2)*180//n)"),
        ("bool(all(n*(180 - S((n - 2)*180)/n) == answer for n in range(3, 20)))",),
        WORDS["method_sum"],
        sentence=WORDS["answer_sum"],
        shown=_degrees,
        given=_given_degrees,
    )


def _count(text: str | None) -> int:
    return _COUNTS.get(text or "") or int(text or 0)


_KINDS: Final[dict[str, Callable[[tuple[str | None, ...], Language], Reading]]] = {
    "corner": _corner, "third": _third, "remote": _remote, "named": _named, "times": _times, "more": _more,
    "each": _each, "ratio": _each, "whole": _whole,
}  # fmt: skip
