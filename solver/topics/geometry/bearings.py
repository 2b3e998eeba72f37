"""Two legs of a journey with their bearings: how far the end is from the start.

Read: bearings in three figures or from north or south (N40°E, 北偏东40°, due north), two legs with lengths. Not: the bearing of the way back, speeds, three legs.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_WHO: Final = r"(?:an?|the) (?P<who>boat|ship|yacht|plane|aircraft|aeroplane|helicopter|hiker|walker|man|woman|girl|boy|car|cyclist|runner|drone|ferry|trawler|vessel|lorry|submarine|rambler|explorer|tourist|bird)"
_GO: Final = r"(?:sails|travels|walks|flies|goes|cycles|drives|runs|hikes|continues|steams|moves|heads)"
_UNIT: Final = r"(?P<unit>km|kilomet(?:er|re)s?|miles?|nautical miles|m|met(?:er|re)s?)"
_BEARING: Final = (
    r"(?:on|along|at|in) (?:a|the) (?:bearing|course) (?:of )?(?P<b>\d{1,3}(?:\.\d)?) ?°?"
    r"|(?:in (?:the|a) direction )?(?P<ns>(?-i:[NS])) ?(?P<c>\d{1,2}) ?°? ?(?P<ew>(?-i:[EW]))|due (?P<due>north|south|east|west)"
)
_KINDS: Final = r"(?:point|port|harbour|harbor|town|city|village|island|buoy|lighthouse|ship|camp|farm|checkpoint|base|airport|airfield|station)"
_NAMED: Final = r"(?:(?-i:[A-Z])|island|buoy|lighthouse|port|harbour|harbor|point|rock|beacon|town|village|camp|checkpoint|farm|tower|oil rig|second port)"


def _place(name: str) -> str:
    return rf"(?:(?:a|an|the|another|some) )?(?:{_KINDS} )?(?P<{name}>{_NAMED})(?![a-z])"


_THEN: Final = r"(?:it |she |he )?(?:then |next |now |and )*(?:turns and |changes (?:course|direction) and )?"
_TO: Final = rf"(?: ?(?:to reach|until it reaches|to|reaching|arriving at|as far as) {_place('to')})?"
_THERE: Final = r"(?: from (?:(?-i:[A-Z])|there))?"


def _legs(there: str) -> tuple[str, str]:
    """Length and bearing, bearing and length."""
    far = rf"(?:a (?:further|distance of) )?(?P<d>\d+(?:\.\d+)?) ?{_UNIT}"
    return (
        rf"{_THEN}(?:{_GO} )?(?:for )?{far}{there} ?(?:{_BEARING}){_TO}",
        rf"{_THEN}(?:{_GO} )?(?:{_BEARING}){there} for {far}{_TO}",
    )


_LEGS: Final = _legs(_THERE)
_FIRST: Final = _legs(rf"(?: from {_place('start')})?")
_LEAVES: Final = rf"{_WHO} (?:leaves|starts from|starts at|sets off from|sets out from|departs from|sails from|starts its journey at) {_place('start')}"
_END_EN: Final = r"(?:(?:it|he|she|its (?:end|final position|finishing point)|the (?:boat|ship|yacht|plane|aircraft|aeroplane|helicopter|hiker|walker|man|woman|girl|boy|car|cyclist|runner|drone|ferry|trawler|vessel|lorry|submarine|rambler|explorer|tourist|bird))(?![a-z])|{place})"
_FROM_EN: Final = r"(?:(?:its|the|his|her) (?P<begin>starting point|start(?:ing position)?|original position|initial position)|{place})"
_E1, _E2 = _END_EN.replace("{place}", _place("one")), _FROM_EN.replace("{place}", _place("other"))
_EN: Final = {
    "start": (
        _LEAVES,
        *(rf"{_LEAVES} and {leg}" for leg in _LEGS),
        *(rf"{_WHO} {leg}" for leg in _FIRST),
        *(rf"{_WHO} {_GO} from {_place('start')},? {leg}" for leg in _LEGS),
        *(rf"from {_place('start')},? {_WHO} {leg}" for leg in _LEGS),
    ),
    "leg": _LEGS,
    "ask": (
        rf"how far(?:,? in a straight line,?)? is {_E1} (?:now |then )?(?:away )?from {_E2}(?: now)?(?:,? in a straight line)?",
        rf"{FIND}(?:the )?(?:direct |straight[- ]line |shortest )?distance (?:of |from |between )?{_E1} (?:and |to |from ){_E2}",
        rf"{FIND}(?:its|his|her) (?:direct |straight[- ]line )?distance from {_E2}",
        rf"{FIND}(?:the )?(?:distance |length (?:of )?)?(?P<pair>(?-i:[A-Z]{{2}}))",
        rf"how far(?:,? in a straight line,?)? from {_E2} is {_E1}(?: now)?",
        rf"{FIND}(?:the )?(?:direct |straight[- ]line )?distance (?:between |from ){_E2} (?:and |to ){_E1}",
    ),
}  # fmt: skip
_DIRECTION_ZH: Final = r"(?:(?:沿|向|朝|以|按)?(?:着)?(?:(?P<ns>[南北])偏(?P<ew>[东西])(?P<c>\d{1,2})°?|正(?P<due>[东南西北])|方位角(?:为)?(?P<b>\d{1,3})°?)(?:的)?(?:方向|方位)?(?:上)?)"
_GO_ZH: Final = r"(?:航行|行驶|行走|走|飞行|前进|行进|步行|行)(?:了)?"
_UNIT_ZH: Final = r"(?P<unit>海里|千米|公里|米|km|m|nmile)"
_TO_ZH: Final = r"(?:,?(?:到达|到|至|抵达)(?:了)?(?:点|港口?|小岛|灯塔|景点|海岛)?(?P<to>[A-Z])(?:处|港|点|岛|地|市|村)?)?"
_START_ZH: Final = r"(?:如图,?)?(?:一|某)?(?:艘|架|辆|名|位|只)?(?:轮船|货船|渔船|船|飞机|汽车|人|游客|巡逻艇|客轮|快艇|游轮|小明|海轮)(?:由|从|自)(?:点|港口?|码头|灯塔)?(?P<start>[A-Z])(?:处|港|点|地|岛|码头)?(?:出发)?"
_ZH: Final = {
    "start": (
        rf"{_START_ZH},?(?:先)?{_DIRECTION_ZH},?{_GO_ZH}(?P<d>\d+(?:\.\d+)?){_UNIT_ZH}{_TO_ZH}",
        _START_ZH,
    ),
    "leg": (
        rf"(?:然后|再|接着|随后|之后|又|先|后)*(?:从[A-Z](?:处|港|点|岛|地)?)?(?:出发)?,?{_DIRECTION_ZH},?{_GO_ZH}(?P<d>\d+(?:\.\d+)?){_UNIT_ZH}{_TO_ZH}",
        rf"(?:然后|再|接着|随后|之后|又|先|后)*(?:从[A-Z](?:处|港|点|岛|地)?)?,?{_GO_ZH}(?P<d>\d+(?:\.\d+)?){_UNIT_ZH}{_TO_ZH}",
    ),
    "ask": (
        rf"{FIND_ZH}(?:此时)?(?P<one>[A-Z])(?:处|港|点|岛|地)?(?:与|到|离|距|和|,)(?:离)?(?:出发点)?(?P<other>[A-Z])(?:处|港|点|岛|地)?(?:两地|两点|两处)?(?:之?间)?(?:的)?(?:直线)?距离{HOW_MUCH_ZH}(?:海里|千米|米)?",
        rf"{FIND_ZH}(?:此时)?(?P<other>[A-Z])(?P<one>[A-Z])(?:的长|的距离|之间的距离)?{HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?:此时)?(?:它|船|轮船|该船)(?:与|到|离|距)(?:离)?(?P<begin>出发点|出发地)(?:的)?(?:直线)?距离{HOW_MUCH_ZH}",
    ),
}  # fmt: skip
_WORDS: Final = {
    "turn": Words("The bearings differ by \\({turn}^\\circ\\), so the angle between the two legs of the triangle is \\(180^\\circ-{turn}^\\circ={inner}^\\circ\\).", "两段航向相差 \\({turn}^\\circ\\)，所以三角形中两段航程的夹角为 \\(180^\\circ-{turn}^\\circ={inner}^\\circ\\)。"),
    "law": Words("By the law of cosines \\[d^2={p}^2+{q}^2-2\\cdot{p}\\cdot{q}\\cos{inner}^\\circ={square}\\]", "由余弦定理 \\[d^2={p}^2+{q}^2-2\\cdot{p}\\cdot{q}\\cos{inner}^\\circ={square}\\]"),
    "right": Words("The legs are at right angles: \\[d=\\sqrt{{{p}^2+{q}^2}}={value}\\]", "两段航程互相垂直：\\[d=\\sqrt{{{p}^2+{q}^2}}={value}\\]"),
    "so": Words("So \\(d={value}\\).", "所以 \\(d={value}\\)。"),
    "code": Words("east and north of both legs together", "把两段的东向、北向分量相加"),
    "method": Words("by the law of cosines, without coordinates", "不用坐标，用余弦定理检验"),
}  # fmt: skip
_DUE: Final = {"north": 0, "east": 90, "south": 180, "west": 270, "北": 0, "东": 90, "南": 180, "西": 270}


@kind(r"偏[东西]|方位角|正[东南西北]", "zh", _ZH)
@kind(r"(?i)\bbearing|\bcourse\b|\bdue (?:north|south|east|west)|[NS] ?\d+ ?° ?[EW]", "en", _EN)
def journey(exam: Exam) -> list[Task]:
    """Two legs."""
    legs = [s for s in exam.said if "d" in s.values]
    if len(legs) != 2 or len(exam.asked) != 1 or len({_unit(s.values["unit"]) for s in legs}) != 1:
        raise Unfit
    starts = {s.values["start"] for s in exam.said if "start" in s.values}
    middle, end = (s.values.get("to") for s in legs)
    asked = exam.asked[0].values
    if len(starts) > 1 or middle is not None and middle in (*starts, end):
        raise Unfit
    one, other = asked.get("one"), asked.get("other")
    if "pair" in asked:
        one, other = asked["pair"][0], asked["pair"][1]
    if one in starts and (other == end or other is None) and other not in starts:
        one, other = other, one
    if (
        one not in (None, end)
        or other is None
        and "begin" not in asked
        or other is not None
        and {other} != starts
    ):
        raise Unfit
    p, q = (s.number("d") for s in legs)
    first, second = (_bearing(s.values) for s in legs)
    turn = abs(second - first) % 360
    turn = min(turn, 360 - turn)
    if not 0 < turn < 180 or min(p, q) <= 0:
        raise Unfit
    inner, say = 180 - turn, exam.language
    cosine = sp.cos(sp.pi * inner / 180)
    square = sp.expand(p**2 + q**2 - 2 * p * q * cosine)
    value = sp.sqrt(square)
    told = {
        "p": exact_latex(p),
        "q": exact_latex(q),
        "value": exact_latex(value),
        "inner": exact_latex(inner),
    }
    steps = [_WORDS["turn"].say(say, turn=exact_latex(turn), inner=exact_latex(inner))]
    if inner == 90:
        steps.append(_WORDS["right"].say(say, **told))
    else:
        steps += [_WORDS["law"].say(say, square=exact_latex(square), **told), _WORDS["so"].say(say, **told)]
    ways = f"[({exact_source(p)}, {exact_source(first)}), ({exact_source(q)}, {exact_source(second)})]"
    lines = (
        f"legs = {ways}",
        comment(_WORDS["code"].say(say)),
        "east = sum(length * sin(pi * S(bearing) / 180) for length, bearing in legs)",
        "north = sum(length * cos(pi * S(bearing) / 180) for length, bearing in legs)",
        "square = simplify(expand(east**2 + north**2))",
        f"sqrt({exact_source(square)}) if abs(N(square - ({exact_source(square)}), 40)) < Rational(1, 10**30) else None",
    )
    test = f"answer > 0 and abs(N(answer**2 - (S({exact_source(p)})**2 + S({exact_source(q)})**2 - 2 * {exact_source(p)} * {exact_source(q)} * cos(pi * S({exact_source(inner)}) / 180)), 40)) < Rational(1, 10**30)"
    return [task(exam, steps, lines, (test,), _WORDS["method"])]


def _unit(written: str) -> str:
    return re.sub(
        r"(?i)^(?:kilomet.*|公里|千米)$",
        "km",
        re.sub(r"(?i)^(?:met(?:er|re)s?|米)$", "m", re.sub(r"^miles?$", "mile", written)),
    )


def _bearing(values: object) -> sp.Rational:
    """The angle from north, clockwise."""
    told = dict(values)  # type: ignore[call-overload]
    if told.get("b"):
        bearing = sp.Rational(told["b"])
    elif told.get("due"):
        return sp.Rational(_DUE[told["due"].lower()])
    elif told.get("c"):
        part = sp.Rational(told["c"])
        east = told["ew"] in ("E", "东")
        bearing = (
            (part if east else 360 - part)
            if told["ns"] in ("N", "北")
            else 180 - part
            if east
            else 180 + part
        )
    else:
        raise Unfit
    if not 0 <= bearing <= 360:
        raise Unfit
    return sp.Rational(bearing)
