"""Related rates told of a figure: circles, balls, cubes, squares, cones and cylinders that fill, ladders, two who part at right angles.

A phrase says which quantity has which value or rate, or which rate is asked for; what is left must be words of the scene. Measures tell by
their units what they can be. Not: shadows, angles, other solids, mixed units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.reader import account
from solver.topics.base import Text, Unread
from solver.topics.calculus.related_rates.geometry import of_figure
from solver.topics.calculus.related_rates.measures import Measure, told_measures, unit_name
from solver.topics.calculus.related_rates.moving import Moment
from solver.topics.calculus.related_rates.scenes import SCENE, ladder, parting

_QUANTITIES: Final = {
    "S": r"(?:total\s+)?surface\s+area|表面积",
    "A": r"area|面积",
    "C": r"circumference|圆周长|周长",
    "V": r"volume|体积",
    "D": r"diameter|直径",
    "r": r"radius|半径|(?<![a-z])r(?=\s*=)",
    "a": r"side\s+lengths?|edge\s+lengths?|lengths?\s+of\s+(?:each|every|the|a|its)\s+(?:side|edge)|sides?|edges?|边长|棱长|边|棱",
    "P": r"perimeter",
    "h": r"water\s+level|level|depth|height|水面高度|水面的高度|水深|水位|水面|液面|深度|高度|高",
}
_QUANTITY: Final = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _QUANTITIES.items())
_OWNER: Final = r"(?:\s+(?:of|in)\s+(?:the\s+|a\s+|an\s+|each\s+|this\s+|its\s+)?(?:\w+\s+)?(?:circle|sphere|ball|balloon|square|cube|ripple|snowball|bubble|water|tank|cone|cylinder|spill|slick|disk|plate|liquid|patch|pile|triangle))?"
_ARTICLE: Final = r"(?:(?:the|its|their|each|every|a|all)\s+)*"
_CHANGE: Final = r"(?:increas|decreas|grow|expand|shrink|chang|ris|fall|drop|contract|melt|lengthen|widen|spread|enlarg|reduc|declin|go)\w*(?:\s+(?:up|down|outward))?"
_STEADILY: Final = r"(?:\s+(?:steadily|constantly|uniformly))?"
_EN: Final = {
    "rate": rf"{_ARTICLE}(?:{_QUANTITY}){_OWNER}\s+(?:is\s+|are\s+|was\s+)?(?:being\s+)?(?P<way>{_CHANGE}){_STEADILY}\s*(?:at|by)?\s*(?:a\s+|the\s+)?(?:constant\s+|steady\s+|uniform\s+)?(?:rate\s+|speed\s+)?(?:of\s+)?(?P<measure>«R[LAV]\d+»)",
    "value": rf"(?:(?:when|at\s+the\s+(?:instant|moment|time)(?:\s+(?:when|that))?|as)\s+)?{_ARTICLE}(?:{_QUANTITY}){_OWNER}\s+(?:is|are|reaches|has\s+reached|equals|measures|becomes|=|was)\s+(?:exactly\s+)?(?P<measure>«[LAV]\d+»)(?:\s+(?:long|deep|high))?",
    "asked": rf"(?:how\s+(?:fast|quickly)|at\s+what\s+rate|(?:what\s+is|find|determine|calculate|compute)?\s*the\s+rate\s+at\s+which)\s+(?:is\s+|are\s+|does\s+|do\s+|will\s+)?{_ARTICLE}(?:{_QUANTITY}){_OWNER}\s*(?:is\s+|are\s+|be\s+)?(?P<way>{_CHANGE})",
    "asked2": rf"rate\s+(?:of\s+(?P<way>change|increase|decrease|growth)\s+)?(?:of|in|for)\s+{_ARTICLE}(?:{_QUANTITY}){_OWNER}",
}
_IT_IS: Final = re.compile(
    rf"(?P<question>{_EN['asked']})\s+(?:at\s+the\s+(?:moment|instant)\s+)?when\s+it\s+(?P<verb>is|reaches|has\s+reached|measures|equals)\s+(?=«)"
)
_DEEP: Final = re.compile(r"\bthe\s+(?:water|liquid|oil)\s+(?:is|reaches)\s+(«L\d+»)\s+deep\b")
_ZH_OWNER: Final = r"(?:圆|球|气球|正方形|立方体|正方体|水面|雪球|容器|圆盘|圆锥|水|它|其|涟漪|波纹)?的?"
_ZH_CHANGE: Final = r"(?:增加|增大|增长|扩大|减少|减小|缩小|上升|升高|下降|降低|变化|伸长|膨胀|收缩|改变)"
_ZH: Final = {
    "rate": rf"{_ZH_OWNER}(?:{_QUANTITY})\s*(?:正)?(?:以|按)\s*(?P<measure>«R[LAV]\d+»)\s*的?(?:速率|速度|变化率)?(?:均匀|匀速|不断)?地?\s*(?P<way>{_ZH_CHANGE})",
    "value": rf"(?:当)?{_ZH_OWNER}(?:{_QUANTITY})\s*(?:为|是|达到|等于|=|到达)\s*(?P<measure>«[LAV]\d+»)(?:时|的时候|的瞬间|的时刻|那一刻)?",
    "asked": rf"{_ZH_OWNER}(?:{_QUANTITY})\s*的?(?P<way>{_ZH_CHANGE})(?:得)?的?(?:速度|速率|率|快慢|多快)",
}
_FIGURES: Final = {
    "cone": r"\bcon(?:e|ical)\b|圆锥|锥形",
    "cylinder": r"\bcylind(?:er|rical)\b|圆柱",
    "sphere": r"\b(?:sphere|spherical|balloon|ball|snowball|bubble)\b|球",
    "cube": r"\b(?:cube|cubical)\b|立方体|正方体",
    "square": r"\bsquare\b|正方形",
    "circle": r"\b(?:circles?|circular|ripples?|disk|disc)\b|圆|波纹|涟漪",
}
_LESS: Final = r"decreas|shrink|fall|drop|contract|melt|reduc|declin|down|减|缩|下降|降低|收"
_OUT: Final = r"\b(?:leak|drain|out\s+of|escap|deflat|melt|evaporat|remov|withdrawn|pumped\s+out|let\s+out|los)|漏(?!斗)|流出|放出|抽出|融化|放气|排出"
_LETTERS: Final = {name: sp.Symbol(name) for name in "SACVDraPh"}
_NAMES: Final = {
    "S": ("the surface area", "表面积"), "A": ("the area", "面积"), "C": ("the circumference", "周长"), "V": ("the volume", "体积"), "D": ("the diameter", "直径"),
    "r": ("the radius", "半径"), "a": ("the side", "边长"), "P": ("the perimeter", "周长"), "h": ("the height", "高度"),
}  # fmt: skip
_POWER: Final = {"S": 2, "A": 2, "V": 3}


@dataclass(slots=True)
class _Told:
    """Roles that phrases gave: a quantity's value, rates, and what is asked; `least`: whether less is asked or told."""

    values: dict[str, Measure] = field(default_factory=dict)
    rates: dict[str, tuple[Measure, bool]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)


def told(text: Text) -> Moment | Unread | None:
    """The moment of a story; None where it is none of these."""
    plain, measures = told_measures(text.source)
    if (
        not any(m.time for m in measures)
        or len({m.unit for m in measures}) != 1
        or len({m.time for m in measures if m.time}) != 1
    ):
        return None
    for scene in (ladder, parting):
        if (moment := scene(plain, measures, text.language)) is not None:
            return moment
    plain = _DEEP.sub(r"the depth is \1", plain)
    roles, rest = _Told(), _IT_IS.sub(_with_its_name, plain)
    for kind, pattern in (_ZH if text.language == "zh" else _EN).items():
        rest = re.sub(pattern, lambda m, k=kind: _noted(m, k, roles, measures), rest)  # type: ignore[misc]
    figure = next((name for name, pattern in _FIGURES.items() if re.search(pattern, plain)), None)
    if figure is None or len(roles.asked) != 1:
        return None
    flows = [int(k) for k in re.findall(r"«RV(\d+)»", rest)]
    if len(flows) == 1 and "V" not in roles.rates:
        roles.rates["V"] = (measures[flows[0]], bool(re.search(_OUT, plain)))
        rest = rest.replace(f"«RV{flows[0]}»", " ")
    size = _sizes(figure, rest, measures)
    if size is None or len(roles.rates) != 1:
        return None
    sizes, rest = size
    unread = account(rest, SCENE)
    if unread.formulas:
        return None
    if unread.unread:
        return Unread(unread.unread)
    return _moment(figure, roles, sizes, text.language)


def _with_its_name(match: re.Match[str]) -> str:
    """ "How fast is the radius growing when it is 5 cm": the radius is."""
    word = next(match[name] for name in _QUANTITIES if match[name])
    return f"{match['question']} when the {word} {match['verb']} "


def _noted(match: re.Match[str], kind: str, roles: _Told, measures: list[Measure]) -> str:
    name = next(n for n in _QUANTITIES if match.groupdict().get(n))
    if kind.startswith("asked"):
        roles.asked.append((name, match["way"] or "change"))
        return " , "
    measure = measures[int(re.sub(r"\D", "", match["measure"]))]
    if measure.power != _POWER.get(name, 1):
        return match[0]
    if kind == "rate":
        if name in roles.rates:
            return match[0]
        roles.rates[name] = (measure, bool(re.search(_LESS, match["way"])))
    else:
        if name in roles.values:
            return match[0]
        roles.values[name] = measure
    return " , "


def _sizes(figure: str, rest: str, measures: list[Measure]) -> tuple[dict[str, sp.Expr], str] | None:
    """Of a cone or a cylinder the lengths that stay the same."""
    found = dict[str, sp.Expr]()

    def size(match: re.Match[str]) -> str:
        name = (
            "r" if re.search("rad|半径", match[0]) else "D" if re.search("dia|直径|across", match[0]) else "h"
        )
        if name in found:
            raise ValueError("two lengths of one name")
        found[name] = measures[int(re.sub(r"\D", "", re.search(r"«L\d+»", match[0])[0]))].value  # type: ignore[index]
        return " , "

    if figure in ("cone", "cylinder"):
        words = r"(?:base\s+|top\s+)?(?:radius|diameter|height|depth)(?:\s+(?:at\s+the\s+top|of\s+the\s+(?:base|top)))?"
        rest = re.sub(
            rf"{words}\s*(?:is\s+|of\s+|=\s*)?«L\d+»|«L\d+»\s*(?:in\s+)?{words}|«L\d+»\s+(?:high|tall|deep|across(?:\s+at\s+the\s+top)?)|(?:底面|顶部|上口|底)?(?:半径|直径|高|深)(?:为|是)?«L\d+»",
            size,
            rest,
        )
    if "D" in found:
        found["r"] = found.pop("D") / 2
    if re.search("«", rest):
        return None
    needed = {"cone": {"r", "h"}, "cylinder": {"r"}}.get(figure, set())
    return (found, rest) if needed <= set(found) <= needed | {"h"} else None


def _moment(figure: str, roles: _Told, sizes: dict[str, sp.Expr], say: Language) -> Moment | None:
    r, a, h = (_LETTERS[n] for n in "rah")
    base, quantities = {
        "circle": (r, {"r": r, "D": 2 * r, "A": sp.pi * r**2, "C": 2 * sp.pi * r, "P": 2 * sp.pi * r}),
        "sphere": (r, {"r": r, "D": 2 * r, "V": sp.pi * r**3 * sp.Rational(4, 3), "S": 4 * sp.pi * r**2, "A": 4 * sp.pi * r**2}),
        "square": (a, {"a": a, "A": a**2, "P": 4 * a, "C": 4 * a}),
        "cube": (a, {"a": a, "V": a**3, "S": 6 * a**2, "A": 6 * a**2}),
        "cone": (h, {"h": h, "V": sp.pi * (sizes["r"] / sizes["h"]) ** 2 * h**3 / 3} if figure == "cone" else {}),
        "cylinder": (h, {"h": h, "V": sp.pi * sizes["r"] ** 2 * h} if figure == "cylinder" else {}),
    }[figure]  # fmt: skip
    ((name, (measure, less)),) = roles.rates.items()
    (asked, way) = roles.asked[0]
    if name == asked or not {name, asked, *roles.values} <= quantities.keys() or len(roles.values) > 1:
        return None
    values = dict[sp.Symbol, sp.Expr]()
    at: sp.Expr | None = None
    place: tuple[str, sp.Expr] | None = None
    for given, told_value in roles.values.items():
        positive = sp.Symbol("p", positive=True)
        found = sp.solve(quantities[given].subs(base, positive) - told_value.value, positive)
        if len(found) != 1:
            return None
        at, place = found[0], (given, told_value.value)
    if at is not None and figure in ("cone", "cylinder") and "h" in sizes and not at < sizes["h"]:
        return None  # the level was taken for the height of the vessel, or the other way round
    source, target = _LETTERS[name], _LETTERS[asked]
    if source == base or target == base:
        other = asked if source == base else name
        left, right = _LETTERS[other], quantities[other]
    else:
        inverse = sp.solve(
            quantities[name].subs(base, sp.Symbol("p", positive=True)) - sp.Symbol("q", positive=True),
            sp.Symbol("p", positive=True),
        )
        if len(inverse) != 1:
            return None
        left, right = (
            target,
            quantities[asked].subs(base, inverse[0]).subs(sp.Symbol("q", positive=True), source),
        )
    opening = list[str]()
    if at is not None:
        for letter in (left, *sorted(right.free_symbols, key=str)):
            values[letter] = sp.simplify(quantities[str(letter)].subs(base, at))
    names = {v: _NAMES[str(v)][say == "zh"] for v in sorted({left, *right.free_symbols}, key=str)}
    rate = -measure.value if less else measure.value
    directed = bool(re.search(_LESS, way))
    unit = unit_name(measure.unit, _POWER.get(asked, 1), measure.time, say)
    if directed != less and way not in ("change", "变化", "改变") and not way.startswith("chang"):
        return None  # "how fast does it grow" where it becomes less
    return Moment(
        left - right,
        (left, right),
        values,
        {source: rate},
        target,
        names,
        tuple(opening),
        speed=directed,
        unit=unit,
        tests=of_figure(figure, sizes, place, (name, rate), asked, speed=directed),
    )
