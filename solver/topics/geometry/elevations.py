"""Heights and distances by an angle: towers seen under an angle of elevation, boats under one of depression, ladders, kites, shadows.

Read: one right-angled triangle with a vertical side, of which two of height, horizontal distance, slanted length and angle are told. Not: eyes above
the ground, two angles from two places, two things that stand upright.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table, without_dollars
from solver.topics.prepared import Prepared

_U: Final = r"(?:m|metres?|meters?|feet|foot|ft|cm|km|yards?|miles?)"
_T: Final = r"<t> ?degrees"
_UPRIGHT: Final = r"(?:flag ?pole|lamp ?post|telephone pole|pole|tower|building|tree|cliff|lighthouse|hill|mountain|church|mast|chimney|monument|statue|skyscraper|house|block of flats|balloon|kite|bird|plane|aeroplane|airplane|helicopter|rock|post)"
_THE: Final = r"(?:the |a |an |this |that )?(?:vertical |tall |nearby |hot[- ]air )?"
_X: Final = rf"{_THE}{_UPRIGHT}"
_SEEN: Final = r"(?:the |a |an )?(?:small |fishing |sailing )?(?:boat|ship|car|buoy|yacht|person|man|point|object|stone)(?: (?:out )?at sea| on the ground| below)?"
_FOOT: Final = r"(?:(?:its|the) (?:base|foot|bottom)(?: of)? ?)"
_AWAY: Final = rf"<d:root> ?{_U} (?:away )?from (?:{_FOOT}(?:{_X})?|{_X})(?: on (?:level|horizontal) ground)?"
_POINT: Final = r"(?:a |the )?(?:point|place|spot)(?: [A-Z])?(?: on (?:the )?(?:level |horizontal )?ground)?,? ?(?:that is |which is |at a distance of )?"
_OF_TOP: Final = rf"(?:the )?angle of elevation (?:of|to) (?:(?:the |its )?(?:top|tip)(?: of {_X})?|{_X})"
_IS: Final = r"(?: is| was| as| to be| of)?(?: found to be| measured as| measured to be)?"
_LEANS: Final = r"(?:leans|rests|is leaning|is resting|is placed|is propped|leaning|resting|stands) (?:up )?against (?:a|the) (?:vertical )?(?:wall|house|building|side of a house)"
_SLANT: Final = r"(?:ladder|ramp|string|rope|wire|cable|plank|slide|path|road)"
_WALL: Final = r"(?:the )?(?:(?:horizontal |level )?ground|horizontal|floor)"
_SLANTED: Final = rf"(?:a |the )(?:<l:root> ?{_U}[- ]?(?:long )?{_SLANT}|{_SLANT},? ?(?:of length |that is |which is )?<l2:root> ?{_U}(?: long)?),?(?: (?:that |which )?{_LEANS})?"
_MAKES: Final = rf"(?:so that |such that |which |that )?(?:it )?(?:makes|making|is inclined at|inclined at) (?:an angle of )?{_T} (?:with|to)"
_UPWARDS: Final = r"(?:the )?(?:vertical|wall)"
_ZH_X: Final = r"(?:这?[座棵根栋幢个])?(?:旗杆|铁塔|水塔|电视塔|灯塔|塔|教学楼|大楼|楼房|高楼|楼|建筑物|大树|小树|树|烟囱|山|电线杆|悬崖|大厦)(?:[A-Z]{2})?"
_UPRIGHT_ZH: Final = re.compile("旗杆|[铁水灯]?塔|[学大高]?楼|建筑物|树|烟囱|山|电线杆|悬崖|大厦")
_ZH_U: Final = "(?:米|m)"
_ZH_TOP: Final = rf"(?:{_ZH_X})?(?:的)?(?:顶端|顶部|顶点|顶)?(?:[A-Z])?(?:处)?"
_WORDS: Final = {
    "from": (
        rf"(?:from|at) {_POINT}{_AWAY},? ?{_OF_TOP}{_IS} {_T}",
        rf"{_OF_TOP} from {_POINT}{_AWAY},?{_IS} {_T}",
        rf"(?:from|at) {_POINT}{_AWAY}",
        rf"(?:a |an |the )?(?:man|woman|boy|girl|student|surveyor|person|observer|hiker) (?:is |who is )?(?:stands?|standing) {_AWAY}",
        rf"(?-i:[A-Z][a-z]+) (?:is )?(?:stands?|standing) {_AWAY}",
        rf"(?:站?在)?(?:[\u3400-\u9fff]{{2}}站?在)?(?:距离?|离)(?:{_ZH_X})?(?:的)?(?:底部|底端|脚下|脚|底)?(?:[A-Z])?(?:的)?(?:水平距离为?)?<d:root>{_ZH_U}(?:远)?(?:的)?(?:[A-Z])?(?:处|的?地方|点)?(?:的?[A-Z]?(?:点|处)?)?(?:,)?(?:用测角仪)?(?:测得|看|观测|测出)?{_ZH_TOP}的仰角(?:为|是)<t>度",
    ),
    "seen": (
        rf"(?:he |she |they |it |and )?(?:measures |finds |observes |sees )?(?:that )?{_OF_TOP}(?: from (?:that|this|the) (?:point|place|position))?{_IS} {_T}",
        rf"{_OF_TOP} from (?:a|the) (?:point|place) on (?:the )?(?:level |horizontal )?ground{_IS} {_T}",
        rf"(?:从[A-Z]?(?:点|处)?)?(?:测得|看|观测)?{_ZH_TOP}的仰角(?:为|是)<t>度",
    ),
    "down": (
        rf"from the top of (?:a |an |the )(?:vertical )?(?:<h:root> ?{_U}[- ]?(?:high |tall )?{_UPRIGHT}|{_UPRIGHT},? ?(?:that is |which is )?<h2:root> ?{_U} (?:high|tall|in height|above sea level)),? ?(?:the )?angle of depression (?:of|to) {_SEEN}{_IS} {_T}",
        rf"(?:the )?angle of depression (?:of|to) {_SEEN} from the top of (?:a |an |the )(?:vertical )?(?:<h:root> ?{_U}[- ]?(?:high |tall )?{_UPRIGHT}|{_UPRIGHT},? ?(?:that is )?<h2:root> ?{_U} (?:high|tall|in height)){_IS} {_T}",
        rf"(?:从|在)(?:一座)?(?:高(?:度)?(?:为)?)?<h:root>{_ZH_U}(?:高)?的{_ZH_X}(?:的)?(?:顶端|顶部|顶)?(?:[A-Z])?(?:上|处)?(?:看|观测|观察|测得|测出)?(?:海面上|地面上)?(?:的)?(?:一[艘只条辆])?(?:小船|船|汽车|轮船|渔船)(?:[A-Z])?的俯角(?:为|是)<t>度",
    ),
    "slant": (
        _SLANTED,
        r"(?:a |the )kite (?:is )?(?:flown|flying|flies) (?:on|at the end of|with) a (?:taut |straight |stretched )?string (?:of length |that is )?<l:root> ?" + _U + r"(?: long)?",
        rf"(?:a |the )(?:{_SLANT}) {_LEANS}",
        rf"(?:一[架个把])?(?:长(?:度)?(?:为)?)?<l:root>{_ZH_U}(?:长)?的(?:梯子|绳子|滑梯)(?:斜?靠在(?:一[面堵])?(?:竖直的?|垂直的?)?墙上)?",
        rf"(?:一[架个把])?(?:梯子|绳子|滑梯)(?:长(?:度)?(?:为)?)?<l:root>{_ZH_U}(?:,?斜?靠在(?:一[面堵])?(?:竖直的?|垂直的?)?墙上)?",
        r"(?:梯子|它)?斜?靠在(?:一[面堵])?(?:竖直的?|垂直的?)?墙上",
    ),
    "inclined": (
        rf"{_SLANTED},? ?{_MAKES} {_WALL}",
        rf"(?:so that |such that |which |that )?(?:it |(?:the )?{_SLANT} )?(?:makes|making|is inclined at|inclined at) (?:an angle of )?{_T} (?:with|to) {_WALL}",
        rf"(?:the )?angle between (?:the )?{_SLANT} and {_WALL} is {_T}",
        r"(?:梯子|绳子|滑梯|它)?与(?:水平)?地面(?:的夹角|所成的?角|成的?角|成)(?:的?度数)?(?:为|是)?<t>度(?:的?角)?",
    ),
    "inclined_up": (
        rf"{_SLANTED},? ?{_MAKES} {_UPWARDS}",
        rf"(?:so that |such that |which |that )?(?:it |(?:the )?{_SLANT} )?(?:makes|making) (?:an angle of )?{_T} with {_UPWARDS}",
        r"(?:梯子|它)?与墙(?:面|壁)?(?:的夹角|所成的?角|成的?角|成)(?:为|是)?<t>度(?:的?角)?",
    ),
    "foot_out": (
        rf"(?:(?:a |the ){_SLANT} {_LEANS} )?(?:with )?(?:the |its )?(?:foot|base|bottom)(?: of (?:the )?ladder)? (?:is |stands |placed |being )?<d:root> ?{_U} (?:away )?from (?:the )?(?:foot of the |base of the )?(?:wall|house|building)",
        rf"(?:梯子|它)?(?:的)?(?:底端|底部|下端)(?:距离?|离|到)墙(?:脚|底|角)?(?:的距离)?(?:为|是)?<d:root>{_ZH_U}",
    ),
    "tall": (
        rf"(?:a |an |the )(?:vertical )?{_UPRIGHT} (?:is|stands|that is) <h:root> ?{_U} (?:high|tall)",
        rf"(?:a |an |the )(?:vertical )?(?:<h:root> ?{_U}[- ]?(?:high |tall )?{_UPRIGHT}|{_UPRIGHT},? ?(?:that is )?<h2:root> ?{_U} (?:high|tall),?) casts a shadow (?:of length |of |that is |which is )?<d:root> ?{_U}(?: long)?(?: on (?:level|horizontal) ground)?",
    ),
    "shadow": (
        rf"(?:a |an |the )?(?:{_UPRIGHT} |it )casts a shadow (?:of length |of |that is |which is )?<d:root> ?{_U}(?: long)?(?: on (?:level|horizontal) ground)?(?: when the (?:angle of )?elevation of the sun is {_T})?",
        rf"(?:when )?(?:the )?angle of elevation of the sun is {_T}",
    ),
    "ask_h": (
        rf"{FIND}(?:the )?(?:exact )?height of {_X}",
        rf"how (?:tall|high) is {_X}(?: above the ground| off the ground)?",
        r"how (?:high|far) up (?:the )?(?:wall|house|building) (?:does|will|can) (?:it|the ladder|the top of the ladder) reach",
        r"how high (?:does|will|can) (?:it|the ladder|the top of the ladder) reach(?: up the wall| on the wall)?",
        rf"{FIND}(?:the )?height (?:that )?(?:it|the ladder|the top of the ladder) reaches(?: up the wall| on the wall)?",
        rf"how (?:high|far) above the ground is {_X}",
        rf"{FIND}(?:the )?height of the kite above the ground",
        rf"{FIND_ZH}(?:该|这[座棵根栋幢]?)?{_ZH_X}的?高度?{HOW_MUCH_ZH}(?:米)?",
        rf"{FIND_ZH}(?:该|这[座棵根栋幢]?)?{_ZH_X}有?多高",
        rf"{FIND_ZH}(?:梯子|它)?的?(?:顶端|上端|顶部)?(?:离|距离?|到)地面(?:的)?(?:高度|距离|有?多高)?{HOW_MUCH_ZH}(?:多少米)?",
    ),
    "ask_d": (
        rf"how far (?:is |away is )?{_SEEN} (?:from )?(?:the )?(?:foot|base|bottom) of {_X}",
        r"how far (?:is )?(?:the )?(?:foot|base|bottom) of (?:the )?ladder (?:is )?from (?:the )?(?:foot of the |base of the )?wall",
        rf"{FIND}(?:the )?(?:horizontal )?distance (?:of|from|between) {_SEEN} (?:from|to|and) (?:(?:the )?(?:foot|base|bottom) of )?{_X}",
        rf"{FIND}(?:the )?distance (?:of|from|between) (?:the )?(?:foot|base|bottom) of (?:the )?ladder (?:from|to|and) (?:the )?(?:base of the |foot of the )?wall",
        rf"{FIND}(?:the )?length of (?:its|the) shadow(?: of {_X})?",
        rf"how long is (?:its|the) shadow(?: of {_X})?",
        rf"{FIND_ZH}(?:这[艘只条辆])?(?:小船|船|汽车|轮船|渔船)(?:[A-Z])?(?:与|到|离|距离?){_ZH_X}(?:的)?(?:底部|底端|脚下|底)?(?:[A-Z])?的?(?:水平)?(?:距离|有?多远){HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?:梯子|它)?的?(?:底端|底部|下端)(?:离|距离?|到)墙(?:脚|底|角)?的?(?:距离|有?多远)?{HOW_MUCH_ZH}(?:多少米)?",
    ),
    "ask_l": (
        rf"{FIND}(?:the )?length of (?:the )?{_SLANT}",
        rf"how long (?:is|must) (?:the )?{_SLANT}(?: be)?",
        rf"{FIND_ZH}(?:梯子|绳子|滑梯)的?(?:长度?|有?多长){HOW_MUCH_ZH}",
    ),
    "ask_t": (
        rf"{FIND}(?:the )?angle of elevation of (?:the sun|(?:the )?top of {_X})(?: from (?:that|this|the) point)?",
        rf"{FIND}(?:the )?angle (?:that |which )?(?:the ladder makes|it makes) with {_WALL}",
        rf"{FIND}(?:the )?angle between (?:the )?ladder and {_WALL}",
    ),
}  # fmt: skip
_TABLE: Final = table(_WORDS)
_ROLES: Final = "hdlt"
_UPRIGHT_NOUN: Final = re.compile(rf"\b{_UPRIGHT}s?\b", re.IGNORECASE)
_LENGTHS: Final = re.compile(rf"\d[\s-]?({_U})(?![A-Za-z])")
SCENE: Final = Words(
    "The vertical side \\(h\\), the horizontal distance \\(d\\) and the line between their ends, \\(l\\), make a right-angled triangle; \\(\\theta\\) is its angle with the horizontal. Told: \\({given}\\).",
    "竖直的高 \\(h\\)、水平距离 \\(d\\) 与两端的连线 \\(l\\) 构成直角三角形，\\(\\theta\\) 是连线与水平方向的夹角。已知 \\({given}\\)。",
)
DOWN: Final = Words(
    "The angle of depression is equal to the angle of elevation seen from below (alternate angles).",
    "俯角等于从下往上看的仰角（内错角相等）。",
)
TURNED: Final = Words(
    "The angle with the ground is \\(90^\\circ-{other}={t}\\).",
    "与地面的夹角是 \\(90^\\circ-{other}={t}\\)。",
)
RATIO: Final = Words("\\({relation}\\), so \\[{value}\\]", "由 \\({relation}\\) 得 \\[{value}\\]")
CODE: Final = Words("the angle in radians, and the ratio of two sides", "角用弧度表示，再用边角关系")
METHOD: Final = Words("the angle worked out again from the two sides, or the sides by Pythagoras", "由两条边反算角度（或用勾股定理核对）")  # fmt: skip
_ENDS: Final = {"h": Words("The height is \\({answer}\\).", "高度是 \\({answer}\\)。"), "d": Words("The distance is \\({answer}\\).", "距离是 \\({answer}\\)。"), "l": Words("The length is \\({answer}\\).", "长度是 \\({answer}\\)。"), "t": Words("The angle is \\({answer}\\).", "角度是 \\({answer}\\)。")}  # fmt: skip


def read(text: Text) -> Reading:
    """A right-angled triangle that is seen, climbed or flown."""
    if not re.search(r"(?i)elevation|depression|ladder|shadow|kite|ramp|仰角|俯角|梯子", text.source):
        return None
    source = re.sub(r"\^\s*\{?\\circ\}?|°|\\degree", " degrees", without_dollars(text.source))
    source = (
        re.sub(r"(?<=\d)\s*degrees(?=[\u3400-\u9fff,，。;]|$)", "度", source)
        if text.language == "zh"
        else source
    )
    if len({m.rstrip("s") for m in _LENGTHS.findall(source)}) > 1:
        return None
    if len({m.lower().rstrip("s") for m in _UPRIGHT_NOUN.findall(source)}) > 1:
        return None
    if len({m[-1] for m in _UPRIGHT_ZH.findall(source)}) > 1:
        return None
    found = clauses(source, _TABLE)
    return None if isinstance(found, str) else _task(found, text.language)


def _task(found: list[Said], language: Language) -> Reading:
    told = dict[str, sp.Expr]()
    asked = [said.kind[-1] for said in found if said.kind.startswith("ask_")]
    turned = sp.S.Zero
    for said in found:
        for place in said.values:
            role = place[0]  # h and h2 are one place in two orders of words
            if role not in _ROLES:
                continue
            if role in told:
                return None
            told[role] = said.number(place) if role == "t" else said.root(place)
            if said.kind == "inclined_up" and role == "t":
                turned, told[role] = told[role], 90 - told[role]
    if len(asked) != 1 or len(told) != 2 or asked[0] in told or set(told) | set(asked) == {"h", "d", "l"}:
        return None
    if any(v <= 0 for v in told.values()) or told.get("t", 45) >= 90:
        return None
    return _prepared(told, asked[0], turned, any(said.kind == "down" for said in found), language)


def _prepared(
    told: dict[str, sp.Expr], asked: str, turned: sp.Expr, down: bool, language: Language
) -> Reading:
    theta = sp.pi * told["t"] / 180 if "t" in told else None
    names = set(told) - {"t"} | ({asked} - {"t"})
    function, top, bottom = next(row for row in (("tan", "h", "d"), ("sin", "h", "l"), ("cos", "d", "l")) if names == {row[1], row[2]})  # fmt: skip
    known = {k: exact_source(v) for k, v in told.items() if k != "t"}
    degrees = rf"{exact_latex(told['t'])}^{{\circ}}" if "t" in told else ""
    if theta is None:
        angle = {"tan": sp.atan, "sin": sp.asin, "cos": sp.acos}[function](told[top] / told[bottom])
        size = sp.simplify(angle * 180 / sp.pi)
        if not size.is_rational:
            return None
        line, tests = f"a{function}({known[top]}/S({known[bottom]}))*180/pi", [f"abs(N({function}(answer*pi/180) - {known[top]}/S({known[bottom]}))) < 1e-12"]  # fmt: skip
        value = rf"\theta={exact_latex(size)}^{{\circ}}"
    else:
        source = f"{function}({exact_source(theta)})"
        line = f"{known[bottom]}*{source}" if asked == top else f"{known[top]}/{source}"
        one, other = ("answer", known[bottom]) if asked == top else (known[top], "answer")
        tests = [f"abs(N(a{function}({one}/S({other})) - {exact_source(theta)})) < 1e-12 and answer > 0"]
        result = told[bottom] * getattr(sp, function)(theta) if asked == top else told[top] / getattr(sp, function)(theta)  # fmt: skip
        written = rf"{exact_latex(told[bottom])}\cdot\{function} {degrees}" if asked == top else rf"\frac{{{exact_latex(told[top])}}}{{\{function} {degrees}}}"  # fmt: skip
        value = f"{asked}={written}={exact_latex(sp.radsimp(sp.simplify(result)))}" if told["t"] in (30, 45, 60) else f"{asked}={written}"  # fmt: skip
    given = r",\ ".join(
        rf"\theta={degrees}" if k == "t" else f"{k}={exact_latex(v)}" for k, v in told.items()
    )
    steps = [SCENE.say(language, given=given)]
    if down:
        steps.append(DOWN.say(language))
    if turned:
        steps.append(TURNED.say(language, other=rf"{turned}^\circ", t=degrees))
    steps.append(RATIO.say(language, relation=rf"\{function}\theta=\frac{{{top}}}{{{bottom}}}", value=value))
    cell_source = cell(comment(CODE.say(language)), f"radsimp(simplify({line}))")
    shown = _shown_degrees if asked == "t" else None
    extra = {"shown": shown, "given": _given_degrees} if shown else {}
    return Prepared(language, tuple(steps), cell_source, tuple(tests), METHOD, _ENDS[asked], **extra)  # type: ignore[arg-type]


def _shown_degrees(value: object) -> str | None:
    return rf"{exact_latex(value)}^{{\circ}}" if isinstance(value, sp.Rational) else None


def _given_degrees(answer: str) -> sp.Expr | None:
    number = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(?:°|\^\{?\\circ\}?|degrees)?\s*", answer)
    return sp.Rational(number[1]) if number else None
