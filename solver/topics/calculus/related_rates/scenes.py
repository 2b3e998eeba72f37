"""Related rates told of right angles: a ladder that slides down a wall, two who part on perpendicular ways; and the words of all scenes."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.reader import account
from solver.topics.calculus.related_rates.geometry import of_ladder, of_parting
from solver.topics.calculus.related_rates.measures import Measure, unit_name
from solver.topics.calculus.related_rates.moving import Moment

SCENE: Final = {
    "words": "poured|fills|fill|makes|making|whose|inflating|inflates|goes|air|gas|helium|water|oil|liquid|sand|is being|being|pumped|pumping|blown|poured|pouring|flows?|flowing|runs|running|leaks?|leaking|drains?|draining|drained|escapes|escaping|enters|entering|filled|filling|inflated|deflated|is inflated|into|in|out|out of|from|onto|through|hole|bottom|at the bottom|spherical|sphere|balloon|ball|snowball|bubble|soap bubble|circles?|concentric|form|in the form of|circular|ripples?|stone|dropped|thrown|tossed|calm|still|pond|lake|pool|creates|causing|forms|forming|disk|disc|plate|metal|heated|metal plate|square|cube|cubical|cone|conical|tank|inverted|cylinder|cylindrical|container|cup|shaped|shape|vertical|right circular|right|upright|with vertex down|vertex|pointing|point|down|vertex down|having|rate|a rate|constant|constant rate|constant rate of|at|rate of|rate of change|when|at the instant|at the instant when|at the moment|moment|instant|while|as|that|which|surface|so that|expanding|melting|melts|oil spill|spill|spreads|spreading|slick|tanker|ruptured|ice|suppose|how|fast|each|side|remains|stays|always|a constant|then|initially|empty|full|maintaining|keeping|its shape|height|radius|dimensions|measuring|be"
    "|气球|球形|球形气球|球体|球|正|正在|充气|给|向|一个|一|以|的速度|的速率|速度|速率|注水|注入|水|往|里|内|倒入|漏出|流出|流入|从|底部|漏水|圆|圆形|圆的|正方形|正方体|立方体|圆锥|圆锥形|倒置|倒置的|倒圆锥形|倒|容器|水槽|水池|漏斗|圆柱|圆柱形|水箱|当|时|时刻|瞬间|此时|这时|随着|随|增长率|变化率|是|多少|速度为|均匀|匀速|不断|膨胀|吹气|石子|投入|落入|平静|平静的水面|水面|产生|激起|波纹|同心圆|的圆形波纹|形成|受热|金属|圆盘|融化|雪球|吹|被|气体|气|每|锥形|打入|空气|在|放气|正以|体积|按|注入气体|打气|充入|朝|半径|并|把|中",
}
_LADDER_WORDS: Final = {
    "words": "ladder|long|leaning|leans|rests|resting|is leaning|is resting|placed|propped|against|a wall|wall|vertical wall|the side of a house|the side of a building|house|building|vertical|side|ground|level ground|on the ground|horizontal|the ground|floor|horizontal floor|top|the top|bottom|the bottom|base|foot|lower end|upper end|other end|end|slides|slipping|sliding|slips|moves|moving|pulled|is pulled|is being pulled|being pulled|starts|begins|away|away from|from|down|down the wall|horizontally|along|along the ground|at|at a rate of|rate|a rate of|a constant rate of|constant|speed|a speed of|speed of|how|fast|how fast|when|at the instant|at the instant when|at the moment|moment|that moment|instant|that instant|distance|above|off|is being|falls|falling|dropping|up|off the ground|on|then|rate of|rate at which|what rate|at what rate|if|will|be"
    "|梯子|长|靠|靠在|斜靠|斜靠在|倚|墙|墙上|墙面|竖直|竖直的|竖直墙面|垂直|墙壁|在|底端|下端|底部|梯脚|梯底|上端|顶端|顶部|梯顶|以|的速度|的速率|速度|速率|沿|沿地面|地面|水平|水平地面|离开|滑离|滑动|远离|移动|外移|向外|向右|离|距|距离|滑|下滑|沿墙|沿墙面|下滑的速度|的速度为|当|时|此时|是|多少|求|一架|一个|一|把|水平方向|墙角|向外滑动|向下|滑下|匀速|水平滑动|被|拉|拉开|下落|米长|那一刻|时刻|瞬间|高|有多快",
}


def ladder(plain: str, measures: list[Measure], say: Language) -> Moment | None:
    """The top of a ladder falls while its foot is drawn away from the wall, or the other way round."""
    if not re.search(r"\bladder\b|梯", plain):
        return None
    top, foot = (
        r"(?:top|upper\s+end|顶端|上端|顶部|梯顶)",
        r"(?:bottom|base|foot|lower\s+end|底端|下端|底部|梯脚|梯底)",
    )
    rates = re.findall(r"«RL(\d+)»", plain)
    lengths = re.findall(r"«L(\d+)»", plain)
    if len(rates) != 1 or len(lengths) != 2 or len(measures) != 3:
        return None
    long = re.search(
        r"«L(\d+)»\s*(?:-?\s*long\s+)?ladder|ladder\s*,?\s*(?:that\s+is\s+|which\s+is\s+|of\s+length\s+|is\s+)?«L(\d+)»(?:\s+long)?|ladder\s+(?:with|of|has)\s+(?:a\s+)?length\s+(?:of\s+)?«L(\d+)»|长(?:为)?«L(\d+)»的?梯|«L(\d+)»长?的?梯|梯子?长(?:为)?«L(\d+)»",
        plain,
    )
    if long is None:
        return None
    length = next(g for g in long.groups() if g)
    (place,) = [k for k in lengths if k != length] or [""]
    movers = list(re.finditer(rf"(?P<top>{top})|(?P<foot>{foot})", plain[: plain.index(f"«RL{rates[0]}»")]))
    if not movers or not place:
        return None
    given_foot = movers[-1]["foot"] is not None
    asked = re.search(
        rf"(?:how\s+fast\s+(?:is|does|will)|rate\s+at\s+which|what\s+rate\s+(?:is|does))\s+(?:the\s+)?(?:(?P<top>{top})|(?P<foot>{foot}))|(?:(?P<t>{top})|(?P<f>{foot}))(?:沿墙面?|沿地面|向下|的)*(?:下滑|滑下|下落|滑动|下降|移动|滑离)(?:墙面)?的?(?:速度|速率|有多快)",
        plain,
    )  # fmt: skip
    if asked is None or bool(asked["top"] or asked["t"]) != given_foot:
        return None
    place_foot = re.search(
        rf"{foot}(?:(?!{top})[^«]){{0,30}}«L{place}»\s*(?:(?:away\s+)?from\s+the\s+(?:wall|building|house|base)|$|[?.,])|{foot}(?:离|距|距离)(?:开)?墙(?:面|角|壁)?(?:的距离)?(?:为|是)?«L{place}»",
        plain,
    )
    place_top = re.search(
        rf"{top}(?:(?!{foot})[^«]){{0,30}}«L{place}»\s*(?:above|from|off)\s+the\s+(?:ground|floor)|{top}(?:离|距|距离)地面?(?:的距离)?(?:为|是)?«L{place}»",
        plain,
    )
    if (place_foot is None) == (place_top is None):
        return None
    rest = re.sub(r"(?:\ban?\s+)?«R?L\d+»", " , ", plain)
    if account(rest, _LADDER_WORDS).unread or account(rest, _LADDER_WORDS).formulas:
        return None
    x, y = sp.symbols("x y")
    whole = measures[int(length)].value
    known, speed = measures[int(place)].value, measures[int(rates[0])].value
    if not known < whole or re.search(r"towards?\s+the\s+wall|靠近|up\s+the\s+wall|推", plain):
        return None
    values = {x if place_foot else y: known}
    names = {
        x: ("the distance of the foot from the wall", "梯脚到墙的距离")[say == "zh"],
        y: ("the height of the top", "梯顶的高度")[say == "zh"],
    }
    unit = unit_name(measures[0].unit, 1, measures[int(rates[0])].time, say)
    rate, target = ({x: speed}, y) if given_foot else ({y: -speed}, x)
    return Moment(
        x**2 + y**2 - whole**2, (x**2 + y**2, whole**2), values, rate, target, names, speed=True, unit=unit,
        tests=of_ladder(whole, known, speed, foot_known=bool(place_foot), foot_moves=given_foot),
    )  # fmt: skip


_PARTING: Final = re.compile(
    r"(?:at\s+noon\s*,?\s*)?two\s+(?:\w+\s+)?(?P<who>cars|ships|boats|people|trains|cyclists|planes|walkers|runners|bikes|trucks)\s+(?:start|leave|depart|begin|set\s+out)(?:\s+moving|\s+walking)?\s*(?:from)?\s*(?:the\s+same|a|an)\s+(?:point|place|intersection|port|town|city|station|spot|location)(?:\s+at\s+the\s+same\s+time)?\s*[.,;]?\s*"
    r"(?:(?:one|the\s+first)(?:\s+\w+)??\s+(?:is\s+)?(?:travel|driv|mov|sail|go|walk|head|run)\w*\s+(?:due\s+)?(?P<way1>north|south|east|west)\s+at\s+(?:a\s+speed\s+of\s+)?«RL(?P<v1>\d+)»\s*,?\s*(?:and|while)\s+(?:the\s+)?(?:other|second)(?:\s+\w+)??\s+(?:is\s+)?(?:(?:travel|driv|mov|sail|go|walk|head|run)\w*\s+)?(?:due\s+)?(?P<way2>north|south|east|west)\s+at\s+(?:a\s+speed\s+of\s+)?«RL(?P<v2>\d+)»)\s*[.,;]?\s*"
    r"(?:how\s+fast\s+is|at\s+what\s+rate\s+is|find\s+(?:the\s+rate\s+at\s+which)?)\s+the\s+distance\s+between\s+(?:them|the\s+(?:two\s+)?\w+|the\s+\w+)\s+(?:is\s+)?(?:increasing|changing|growing)\s*(?P<time>(?:after\s+)?(?P<t>\d+|one|two|three|four|five)\s+(?:hours?|h|seconds?|s|minutes?|min)\s*(?:later|after\s+they\s+\w+)?)\s*\??\.?"
)
_WHOLE: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def parting(plain: str, measures: list[Measure], say: Language) -> Moment | None:
    """Two who leave one place at right angles, and the distance between them."""
    match = _PARTING.fullmatch(plain.strip())
    if match is None:
        return None
    first, second = (measures[int(match[k])] for k in ("v1", "v2"))
    axis = {"north": "y", "south": "y", "east": "x", "west": "x"}
    unit_of_time = re.search(r"\d+\s+|one|two|three|four|five", match["time"])
    spoken = match["time"]
    fits = {"h": r"hours?|\bh\b", "s": r"seconds?|\bs\b", "min": r"min"}[first.time]
    if axis[match["way1"]] == axis[match["way2"]] or unit_of_time is None or not re.search(fits, spoken):
        return None
    time = sp.Integer(_WHOLE.get(match["t"]) or int(match["t"]))
    x, y, z = sp.symbols("x y z")
    values = {x: first.value * time, y: second.value * time}
    names = {
        x: ("the way of the first", "第一个走的路程")[say == "zh"],
        y: ("the way of the second", "第二个走的路程")[say == "zh"],
        z: ("the distance between them", "两者之间的距离")[say == "zh"],
    }
    return Moment(
        z**2 - x**2 - y**2, (z**2, x**2 + y**2), values, {x: first.value, y: second.value}, z, names,
        unit=unit_name(first.unit, 1, first.time, say),
        tests=of_parting((first.value, match["way1"]), (second.value, match["way2"]), time),
    )  # fmt: skip
