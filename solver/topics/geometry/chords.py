"""A chord of a circle, its distance from the centre and the radius: two of them told, the third asked; and lengths of arcs that subtend an angle.

Read clause by clause (`solver/topics/clauses.py`). Not: two chords, tangents, angles at the circumference.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell
from solver.topics.clauses import clauses, table
from solver.topics.geometry import arches
from solver.topics.prepared import Prepared
from solver.topics.short_forms import ASK, END, UNIT, N, noted, plain_line, said, source_of

WORDS: Final = {
    "half": Words("The perpendicular from the centre to a chord halves the chord. Radius \\(r\\), distance \\(d\\) and half of the chord make a right triangle: \\[r^2=d^2+\\left(\\frac{{c}}{{2}}\\right)^2\\]", "垂直于弦的直径平分弦。半径 \\(r\\)、弦心距 \\(d\\) 与半弦构成直角三角形：\\[r^2=d^2+\\left(\\frac{{c}}{{2}}\\right)^2\\]"),
    "radius": Words("The radius is half of the diameter: \\(r={r}\\).", "半径是直径的一半：\\(r={r}\\)。"),
    "chord": Words("So half of the chord is \\(\\sqrt{{{r}^2-{d}^2}}={half}\\), and the chord is \\({c}\\).", "所以半弦长为 \\(\\sqrt{{{r}^2-{d}^2}}={half}\\)，弦长为 \\({c}\\)。"),
    "distance": Words("Half of the chord is \\({half}\\). So the distance is \\(\\sqrt{{{r}^2-{half}^2}}={d}\\).", "半弦长为 \\({half}\\)，所以弦心距为 \\(\\sqrt{{{r}^2-{half}^2}}={d}\\)。"),
    "find_radius": Words("Half of the chord is \\({half}\\). So the radius is \\(\\sqrt{{{d}^2+{half}^2}}={r}\\).", "半弦长为 \\({half}\\)，所以半径为 \\(\\sqrt{{{d}^2+{half}^2}}={r}\\)。"),
    "arc": Words("The angle at the centre is \\(\\frac{{{a}}}{{360}}\\) of a full turn, so the arc is that part of the circumference \\(2\\pi r\\): \\[\\frac{{{a}}}{{360}}\\cdot 2\\pi\\cdot {r}={value}\\]", "圆心角是周角的 \\(\\frac{{{a}}}{{360}}\\)，弧长就是圆周长 \\(2\\pi r\\) 的这一部分：\\[\\frac{{{a}}}{{360}}\\cdot 2\\pi\\cdot {r}={value}\\]"),
    "area": Words("The angle at the centre is \\(\\frac{{{a}}}{{360}}\\) of a full turn, so the sector is that part of the disc \\(\\pi r^2\\): \\[\\frac{{{a}}}{{360}}\\cdot \\pi\\cdot {r}^2={value}\\]", "圆心角是周角的 \\(\\frac{{{a}}}{{360}}\\)，扇形面积就是圆面积 \\(\\pi r^2\\) 的这一部分：\\[\\frac{{{a}}}{{360}}\\cdot \\pi\\cdot {r}^2={value}\\]"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "method": Words("coordinates: an end of the chord lies on the circle", "坐标法：弦的端点在圆上"),
    "arcs": Words("so many of them as there are angles in a full turn make the whole circle", "按圆心角占周角的份数，拼成整个圆"),
}  # fmt: skip
_U: Final = rf"(?:{UNIT.replace('(?:', '(?P<u>')})"
_IS: Final = "(?:is|=|has|measures|of|equals)"
_CENTRE: Final = r"(?:the |its )?cent(?:re|er)(?: of (?:the|a|this) circle| o)?"
_THE: Final = "(?:the |a |this |an |its |of )*"
_NUM: Final = rf"(?P<n>{N}){_U}(?!\.?\d|°)"
_CHORD: Final = r"(?:the |a |its |this |one |1 )?(?:length of (?:the |a |its )?)?chord(?: [a-z]{2})?"
_ENGLISH: Final = table(
    {
        "radius": (rf"(?:in |for )?(?:a|the|this) circle (?:has|of|with)(?: a| the)? radius(?: of| is| =)? {_NUM}(?: has)?", rf"(?:the )?radius (?:of (?:a|the) circle )?{_IS} {_NUM}"),
        "diameter": (rf"(?:in )?(?:a|the) circle (?:has|of|with)(?: a)? diameter(?: of| is)? {_NUM}(?: has)?", rf"(?:the )?diameter (?:of (?:a|the) circle )?{_IS} {_NUM}"),
        "chord": (rf"{_CHORD} (?:of length|has length|is|has a length of|measures|=) {_NUM}(?: long)?", rf"{_CHORD} is {_NUM} long", rf"{_CHORD} (?:of|in) (?:a|the|this) circle is {_NUM} long", rf"(?:has )?a chord of (?:length )?{_NUM}", rf"{_CHORD} of length {_NUM} is drawn in (?:a|the) circle (?:of|with) radius (?P<r>{N}){UNIT}", rf"(?:a )?{_NUM} chord is drawn in (?:a|the) circle"),
        "distance": (rf"{_CHORD} (?:is|lies|is at a distance of|at a distance of|at a distance) {_NUM} (?:away )?from {_CENTRE}", rf"{_CHORD} (?:of|in) (?:a|the) circle (?:of|with) radius (?P<r>{N}){UNIT} (?:is|lies|is at a distance of) {_NUM} (?:away )?from {_CENTRE}", rf"{_CHORD} (?:of length )?(?P<c>{N}){UNIT}(?: long)? (?:is|lies) {_NUM} (?:away )?from {_CENTRE}", rf"(?:the )?distance (?:from {_CENTRE} to (?:the |a )?chord|of {_CHORD} from {_CENTRE}) is {_NUM}"),
        "ask_chord": (rf"{ASK} length of (?:the|this) chord", r"how long is (?:the|this) chord", rf"{ASK} chord length"),
        "ask_distance": (rf"(?:{ASK} )?(?:shortest |perpendicular )?distance (?:from|between) {_CENTRE} (?:to|and) (?:the|this) chord", rf"{ASK} distance of (?:the|this) chord from {_CENTRE}", rf"how far (?:is|away is) (?:the chord|it|this chord) from {_CENTRE}", rf"{ASK} distance from (?:the|this) chord to {_CENTRE}"),
        "ask_radius": (rf"{ASK} radius(?: of the circle)?", ),
        "arc": (rf"an arc (?:of a circle )?subtends an angle of (?P<a>{N})° at {_CENTRE} of a circle (?:of|with) radius {_NUM}", rf"an arc of a circle (?:of|with) radius {_NUM} subtends an angle of (?P<a>{N})° at {_CENTRE}", rf"a sector (?:of a circle )?(?:of|with) radius {_NUM} subtends an angle of (?P<a>{N})° at {_CENTRE}", rf"in a circle (?:of|with) radius {_NUM},? an arc subtends an angle of (?P<a>{N})° at {_CENTRE}"),
        "ask_arc": (rf"{ASK} (?:exact )?(?:length of (?:the|this) arc|arc length)(?: in terms of π)?", r"how long is (?:the|this) arc"),
        "ask_area": (rf"{ASK} (?:exact )?(?:area of (?:the|this) sector|sector area)(?: in terms of π)?",),
    }
)  # fmt: skip
_ZC: Final = r"弦 ?(?:[a-z]{2})?"
_ZO: Final = r"(?:圆心 ?o?|点o|o)"
_ZIS: Final = "(?:是|为|等于|=)"
_CHINESE: Final = table(
    {
        "radius": (rf"(?:在)?(?:圆|⊙) ?o?(?:中)?,?(?:的)?半径(?:长)? ?{_ZIS} ?{_NUM}", rf"(?:在)?半径(?:长)?{_ZIS}{_NUM}的(?:圆|⊙) ?o?(?:中|内)?(?:有一条)?"),
        "diameter": (rf"(?:在)?(?:圆|⊙) ?o?(?:的)?直径(?:长)?{_ZIS}{_NUM}", rf"(?:在)?直径(?:长)?{_ZIS}{_NUM}的(?:圆|⊙) ?o?(?:中|内)?"),
        "chord": (rf"(?:在)?(?:(?:圆|⊙) ?o ?(?:中|的)?,?)?(?:有)?(?:一条)?{_ZC}(?:的)?(?:长)?(?:度)? ?{_ZIS} ?{_NUM}", rf"(?:一条)?弦长{_NUM}"),
        "distance": (rf"弦心距(?:[a-z]{{1,2}})? ?{_ZIS} ?{_NUM}", rf"{_ZO}到(?:这条)?(?:{_ZC}|[a-z]{{2}})的距离(?:[a-z]{{2}})? ?{_ZIS} ?{_NUM}"),
        "scene": (r"(?:在)?(?:圆|⊙) ?o(?:中|内)",),
        "ask_chord": (rf"求?(?:出)?(?:这条)?弦长{END}", rf"求?(?:这条)?(?:弦 ?(?:[a-z]{{2}})?|[a-z]{{2}})的长(?:度)?{END}"),
        "ask_distance": (rf"求?(?:这条弦的)?弦心距{END}", rf"求?{_ZO}到(?:这条)?(?:{_ZC}|[a-z]{{2}})的距离{END}"),
        "ask_radius": (rf"求?(?:该|这个|此)?(?:圆|⊙) ?o?的半径(?:长)?{END}", rf"求半径(?:长)?{END}"),
    }
)  # fmt: skip
_NAMED: Final = re.compile(
    r"弦 ?([a-z]{2})|到(?:弦)? ?([a-z]{2})|求 ?([a-z]{2})|chord (?!of|is|in|at)([a-z]{2})\b"
)


def read(text: Text) -> Reading:
    """Two measures told and the third asked; or an arc with its angle and radius."""
    if (arch := arches.read(text)) is not None:
        return arch
    if not re.search(r"(?i)chord|subtend|弦", text.source) or len(text.source) > 200:
        return None
    told = clauses(plain_line(text), _ENGLISH if text.language == "en" else _CHINESE)
    if isinstance(told, str) or not told or not told[-1].kind.startswith("ask"):
        return None
    values: dict[str, sp.Rational] = {}
    units = set[str]()
    for one in told[:-1]:
        if one.kind == "scene":
            continue
        if one.kind.startswith("ask"):
            return None
        found = {one.kind: one.values["n"]}
        found |= {"radius": one.values["r"]} if "r" in one.values else {}
        found |= {"chord": one.values["c"]} if "c" in one.values else {}
        found |= {"angle": one.values["a"]} if "a" in one.values else {}
        units.add(one.values.get("u", "").strip())
        if found.keys() & values.keys():
            return None
        values |= {k: sp.Rational(v) for k, v in found.items()}
    line = plain_line(text)
    chords = {name for found in _NAMED.findall(line) for name in found if name}
    if len(units - {""}) > 1 or len(chords) > 1:
        return None
    return _task(values, told[-1].kind.removeprefix("ask_"), text.language)


def _task(values: dict[str, sp.Rational], asked: str, say: Language) -> Reading:
    steps: list[str] = []
    if not all(values.values()):
        return None
    if asked in ("arc", "area"):
        return _arc(values, asked, say)
    if "diameter" in values and "radius" not in values:
        values["radius"] = values.pop("diameter") / 2
        steps.append(WORDS["radius"].say(say, r=said(values["radius"])))
    names = {"radius", "chord", "distance"}
    if set(values) | {asked} != names or asked in values:
        return None
    r, c, d = (values.get(k) for k in ("radius", "chord", "distance"))
    steps.append(WORDS["half"].say(say))
    if r is not None and d is not None:
        if d >= r:
            return None
        half = sp.sqrt(r**2 - d**2)
        steps.append(WORDS["chord"].say(say, r=said(r), d=said(d), half=said(half), c=said(2 * half)))
        lines = [f"r, d = {source_of(r)}, {source_of(d)}", "2*sqrt(r**2 - d**2)"]
        test = f"answer > 0 and (S(answer)/2)**2 + {source_of(d**2)} == {source_of(r**2)}"
    elif r is not None and c is not None:
        if c >= 2 * r:
            return None
        d = sp.sqrt(r**2 - c**2 / 4)
        steps.append(WORDS["distance"].say(say, half=said(c / 2), r=said(r), d=said(d)))
        lines = [f"r, half = {source_of(r)}, {source_of(c / 2)}", "sqrt(r**2 - half**2)"]
        test = f"answer > 0 and simplify(S(answer)**2) + {source_of(c**2 / 4)} == {source_of(r**2)}"
    else:
        assert c is not None and d is not None
        r = sp.sqrt(d**2 + c**2 / 4)
        steps.append(WORDS["find_radius"].say(say, half=said(c / 2), d=said(d), r=said(r)))
        lines = [f"d, half = {source_of(d)}, {source_of(c / 2)}", "sqrt(d**2 + half**2)"]
        test = f"answer > 0 and simplify(S(answer)**2) == {source_of(d**2 + c**2 / 4)}"
    note = noted(
        say, "right triangle of radius, distance and half of the chord", "半径、弦心距与半弦的直角三角形"
    )
    return Prepared(say, tuple(steps), cell(lines[0], note, *lines[1:]), (test,), WORDS["method"], sentence=WORDS["answer"])  # fmt: skip


def _arc(values: dict[str, sp.Rational], asked: str, say: Language) -> Reading:
    r, a = values.get("arc"), values.get("angle")
    if set(values) != {"arc", "angle"} or r is None or a is None or a >= 360:
        return None
    value = a / 360 * (2 * sp.pi * r if asked == "arc" else sp.pi * r**2)
    step = WORDS[asked].say(say, a=said(a), r=said(r), value=said(value))
    whole = "2*pi*r" if asked == "arc" else "pi*r**2"
    source = cell(
        f"r, a = {source_of(r)}, {source_of(a)}",
        noted(say, "that part of the whole circle", "整圆的这一部分"),
        f"S(a)/360*{whole}",
    )
    test = f"simplify(answer*360/S({source_of(a)}) - {whole.replace('r', source_of(r).join('()'))}) == 0"
    return Prepared(say, (step,), source, (test,), WORDS["arcs"], sentence=WORDS["answer"])
