"""Angles of a circle whose figure is told in words: central and inscribed angles, cyclic quadrilaterals, diameters, tangents.

Read: lettered points, one or two angles, an angle that is asked for. An inscribed angle is found from a central one only where the text says on which arc
its vertex lies, or the figure leaves no choice. Not: lengths, several circles, reflex angles, figures that only a picture shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.asking import HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_P: Final = r"(?-i:[A-Z])(?![a-z])"
_PP: Final = r"(?-i:[A-Z]{2})(?![a-z])"
_LIST: Final = rf"{_P}(?:, ?{_P})*,? ?(?:and|&) ?{_P}|(?-i:[A-Z])"
_CIRCLE: Final = rf"(?:a|the|this) circle(?:,? ?(?:with |whose )?(?:(?:the )?cent(?:re|er)(?: is)?(?: at)?) (?P<o>{_P}),?)?"
_D: Final = r"<v> ?°"
_EN: Final = {
    "idle": (r"(?:as )?shown in the (?:diagram|figure)|(?:the diagram|the figure) shows a circle",),
    "centre": (
        rf"(?P<o>{_P}) is the cent(?:re|er) of (?:a|the) circle",
        rf"(?:in )?a circle (?:with|has) (?:its )?cent(?:re|er) (?:at )?(?P<o>{_P})",
        rf"the cent(?:re|er) of the circle is (?P<o>{_P})",
    ),
    "points": (
        rf"(?:the )?(?:points? )?(?P<on>{_LIST}) (?:are (?:(?:3|4|three|four) )?points|is a point|lie|lies|are|is|all lie) on (?:the circumference of )?{_CIRCLE}",
        rf"(?:the )?points? (?P<on>{_LIST}) (?:lies?|are|is) on the circumference",
        rf"(?P<on>{_LIST}) (?:are points|is a point) on the circumference(?: of {_CIRCLE})?",
    ),
    "arc": (rf"(?:the )?(?:point )?(?P<vertex>{_P}) (?:is|lies)(?: a point)? on the (?P<arc>major|minor) arc(?: (?P<ends>{_PP}))?", rf"(?:the )?(?:point )?(?P<vertex>{_P}) (?:is|lies)(?: a point)? on the (?P<arc>major|minor) arc of (?:the )?circle"),
    "cyclic": (
        rf"(?P<quad>(?-i:[A-Z]{{4}})) is a (?:cyclic quadrilateral|quadrilateral inscribed in a circle)(?: (?:in|of) {_CIRCLE})?",
        rf"(?:a |the )?quadrilateral (?P<quad>(?-i:[A-Z]{{4}})) is inscribed in {_CIRCLE}",
    ),
    "diameter": (rf"(?P<diameter>{_PP}) is (?:a|the) diameter of {_CIRCLE}",),
    "tangent": (
        rf"(?:the line )?(?P<tangent>{_PP}) is (?:a )?tangent to {_CIRCLE}(?: at (?:the point )?(?P<at>{_P}))?(?:,? (?:where|and) (?P<oo>{_P}) is the cent(?:re|er)(?: of the circle)?)?",
    ),
    "tangents": (rf"(?P<t1>{_PP}) and (?P<t2>{_PP}) are (?:(?:2|two) |the )?tangents (?:drawn )?to {_CIRCLE}(?: at (?:the points? )?{_P} and {_P})?",),
    "angle": (rf"(?:the )?(?P<inscribed>inscribed )?(?:central )?(?:angle |∠ ?)(?P<known>(?-i:[A-Z]{{3}})) ?(?:=|is|measures|has measure|equals) ?{_D}",),
    "ask": (
        r"(?:(?:find|calculate|work out|what is|determine|write down|state|give)(?: the)?(?: (?:size|value|measure)(?: of)?)?,?(?: (?:the )?(?:inscribed |central )?)?)?(?: ?in degrees,? ?)?(?:\((?:a|b|i|ii)\) ?)?(?:angle |∠ ?)(?P<wanted>(?-i:[A-Z]{3}))(?:,? in degrees)?",
        r"(?:find|calculate|work out),? ?in degrees",
    ),
}  # fmt: skip
_Z_ON: Final = r"⊙?O|圆O?"
_ZH: Final = {
    "idle": (r"如图(?:所示)?", r"连接(?:[A-Z]{2},?)+"),
    "points": (
        rf"(?:已知)?点?(?P<on>(?-i:[A-Z])(?:[,和]?点?(?-i:[A-Z]))*)(?:三点|四点|两点)?(?:都|均)?(?:是|在)(?:{_Z_ON})上(?:的)?(?:的?[三四两]?点|一点|的一点|任意一点)?",
    ),
    "arc": (r"(?:且)?点?(?P<vertex>(?-i:[A-Z]))(?:是|在)(?P<arc>优|劣)弧(?P<ends>(?-i:[A-Z]{2}))?上(?:的?(?:一点|任意一点|的点))?",),
    "cyclic": (rf"(?:已知)?四边形(?P<quad>(?-i:[A-Z]{{4}}))(?:是)?(?:内接于(?:{_Z_ON})|(?:是)?(?:{_Z_ON})的?内接四边形)",),
    "diameter": (rf"(?:已知)?(?P<diameter>(?-i:[A-Z]{{2}}))(?:是|为)(?:{_Z_ON})的直径",),
    "tangent": (rf"(?:已知)?(?P<tangent>(?-i:[A-Z]{{2}}))(?:是|为)(?:{_Z_ON})的切线,(?P<at>(?-i:[A-Z]))(?:是|为)切点", rf"(?:直线)?(?P<tangent>(?-i:[A-Z]{{2}}))(?:切(?:{_Z_ON})于|与(?:{_Z_ON})相切于)点?(?P<at>(?-i:[A-Z]))"),
    "tangents": (rf"(?P<t1>(?-i:[A-Z]{{2}}))[,和](?P<t2>(?-i:[A-Z]{{2}}))(?:分别)?(?:是|为)(?:{_Z_ON})的(?:两条)?切线(?:,(?-i:[A-Z])[,和](?-i:[A-Z])(?:分别)?(?:是|为)切点|,切点(?:分别)?(?:是|为)(?-i:[A-Z])[,和](?-i:[A-Z]))?", rf"(?P<t1>(?-i:[A-Z]{{2}}))[,和](?P<t2>(?-i:[A-Z]{{2}}))分别(?:切(?:{_Z_ON})于|与(?:{_Z_ON})相切于)点?(?-i:[A-Z])[,和]点?(?-i:[A-Z])(?:两点)?"),
    "angle": (rf"(?:且)?(?:圆心角|圆周角)?∠(?P<known>(?-i:[A-Z]{{3}}|[A-Z]))(?:=|为|是|等于){_D}",),
    "ask": (rf"(?:则|那么|求)?(?:圆心角|圆周角)?∠(?P<wanted>(?-i:[A-Z]{{3}}|[A-Z]))(?:的?(?:度数|大小))?{HOW_MUCH_ZH}(?:多少)?°?",),
}  # fmt: skip
_WORDS: Final = {
    "half": Words("The angle at the circumference is half of the angle at the centre on the same arc: \\(\\angle {new}=\\frac12\\angle {old}={value}^\\circ\\).", "同弧所对的圆周角等于圆心角的一半：\\(\\angle {new}=\\frac12\\angle {old}={value}^\\circ\\)。"),
    "minor": Words("\\({v}\\) lies on the minor arc, so its angle stands on the major arc: \\(\\angle {new}=\\frac12(360^\\circ-\\angle {old})={value}^\\circ\\).", "\\({v}\\) 在劣弧上，它所对的是优弧：\\(\\angle {new}=\\frac12(360^\\circ-\\angle {old})={value}^\\circ\\)。"),
    "double": Words("The angle at the centre is twice the angle at the circumference on the same arc: \\(\\angle {new}=2\\angle {old}={value}^\\circ\\).", "同弧所对的圆心角是圆周角的 2 倍：\\(\\angle {new}=2\\angle {old}={value}^\\circ\\)。"),
    "outside": Words("An obtuse angle at the circumference stands on the major arc: \\(\\angle {new}=360^\\circ-2\\angle {old}={value}^\\circ\\).", "圆周角是钝角，它所对的是优弧：\\(\\angle {new}=360^\\circ-2\\angle {old}={value}^\\circ\\)。"),
    "base": Words("Two sides are radii, so the triangle is isosceles: \\(\\angle {new}=\\frac12(180^\\circ-\\angle {old})={value}^\\circ\\).", "两边都是半径，三角形是等腰三角形：\\(\\angle {new}=\\frac12(180^\\circ-\\angle {old})={value}^\\circ\\)。"),
    "apex": Words("Two sides are radii, so the triangle is isosceles: \\(\\angle {new}=180^\\circ-2\\angle {old}={value}^\\circ\\).", "两边都是半径，三角形是等腰三角形：\\(\\angle {new}=180^\\circ-2\\angle {old}={value}^\\circ\\)。"),
    "same_base": Words("Two sides are radii, so the base angles are equal: \\(\\angle {new}=\\angle {old}={value}^\\circ\\).", "两边都是半径，底角相等：\\(\\angle {new}=\\angle {old}={value}^\\circ\\)。"),
    "opposite": Words("Opposite angles of a cyclic quadrilateral add up to \\(180^\\circ\\): \\(\\angle {new}=180^\\circ-\\angle {old}={value}^\\circ\\).", "圆内接四边形对角互补：\\(\\angle {new}=180^\\circ-\\angle {old}={value}^\\circ\\)。"),
    "segment": Words("Angles in the same segment are equal: \\(\\angle {new}=\\angle {old}={value}^\\circ\\).", "同弧所对的圆周角相等：\\(\\angle {new}=\\angle {old}={value}^\\circ\\)。"),
    "right": Words("The angle in a semicircle is a right angle: \\(\\angle {new}=90^\\circ\\).", "直径所对的圆周角是直角：\\(\\angle {new}=90^\\circ\\)。"),
    "tangent": Words("The tangent is perpendicular to the radius at the point of contact: \\(\\angle {new}=90^\\circ\\).", "切线垂直于过切点的半径：\\(\\angle {new}=90^\\circ\\)。"),
    "kite": Words("The tangents are perpendicular to the radii, so in the quadrilateral the other two angles add up to \\(180^\\circ\\): \\(\\angle {new}=180^\\circ-\\angle {old}={value}^\\circ\\).", "切线垂直于过切点的半径，四边形内另两角互补：\\(\\angle {new}=180^\\circ-\\angle {old}={value}^\\circ\\)。"),
    "sum": Words("The angles of a triangle add up to \\(180^\\circ\\): \\(\\angle {new}={value}^\\circ\\).", "三角形内角和为 \\(180^\\circ\\)：\\(\\angle {new}={value}^\\circ\\)。"),
    "method": Words("points were put on a circle and the angle between the lines was measured", "在圆上取点，用坐标量出角度"),
}  # fmt: skip


def _name(angle: str) -> str:
    """One name for an angle: its arms in order of the alphabet."""
    return angle if angle[0] < angle[2] else angle[::-1]


@dataclass
class _Figure:
    """What is known: points on the circle, the angles, and how each new one is found from others."""

    o: str = "O"
    on: set[str] = field(default_factory=set)
    quad: str = ""
    diameters: set[frozenset[str]] = field(default_factory=set)
    tangents: list[tuple[str, str]] = field(default_factory=list)
    """(the point outside, the point of contact)."""
    arcs: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Of a vertex: major or minor, and the ends of the arc ("" where they are not told)."""
    known: dict[str, sp.Rational] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    steps: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)

    def add(self, word: str, angle: str, value: sp.Rational, *old: str, source: str) -> None:
        """A new angle, the law by which it is found, and its source from the old ones."""
        name = _name(angle)
        if name in self.known:
            if self.known[name] != value:
                raise Unfit
            return
        if not 0 < value < 180:
            raise Unfit
        self.known[name] = value
        self.steps[name] = (word, tuple(map(_name, old)))
        self.sources[name] = source

    def grow(self) -> None:
        """All laws once."""
        for angle, value in list(self.known.items()):
            a, v, b = tuple(angle)
            if v == self.o and {a, b} <= self.on:
                self._central(a, b, value)
            elif v in self.on and {a, b} <= self.on:
                self._inscribed(a, v, b, value)
            elif v in self.on and self.o in (a, b) and ({a, b} - {self.o}) <= self.on:
                (other,) = {a, b} - {self.o}
                if frozenset((v, other)) in self.diameters:
                    raise Unfit
                self.add("apex", f"{v}{self.o}{other}", 180 - 2 * value, angle, source=f"180 - 2*{angle}")
                self.add("same_base", f"{self.o}{other}{v}", value, angle, source=angle)
            for (p, t), (_, u) in ((x, y) for x in self.tangents for y in self.tangents if x != y and x[0] == y[0]):  # fmt: skip
                if {a, b} == {t, u} and v in (p, self.o):
                    new = f"{t}{self.o if v == p else p}{u}"
                    self.add("kite", new, 180 - value, angle, source=f"180 - {angle}")
        for d in self.diameters:
            a, b = sorted(d)
            for c in sorted(self.on - d):
                self.add("right", f"{a}{c}{b}", sp.Integer(90), source="90")
        for p, t in self.tangents:
            self.add("tangent", f"{self.o}{t}{p}", sp.Integer(90), source="90")
        corners = sorted({*self.on, self.o, *(p for p, _ in self.tangents)})
        for i, a in enumerate(corners):
            for b in corners[i + 1 :]:
                for c in corners[corners.index(b) + 1 :]:
                    self._sum(a, b, c)

    def _central(self, a: str, b: str, value: sp.Rational) -> None:
        angle = _name(f"{a}{self.o}{b}")
        if frozenset((a, b)) in self.diameters:
            raise Unfit
        for v in sorted(self.on - {a, b}):
            arc, ends = self.arcs.get(v, ("", ""))
            if not arc or ends and set(ends) != {a, b}:
                continue
            if arc == "major":
                self.add("half", f"{a}{v}{b}", value / 2, angle, source=f"Rational(1, 2)*{angle}")
            else:
                self.add(
                    "minor", f"{a}{v}{b}", 180 - value / 2, angle, source=f"Rational(1, 2)*(360 - {angle})"
                )
        for x, y in ((a, b), (b, a)):
            self.add("base", f"{self.o}{x}{y}", (180 - value) / 2, angle, source=f"(180 - {angle})/S(2)")

    def _inscribed(self, a: str, v: str, b: str, value: sp.Rational) -> None:
        angle = _name(f"{a}{v}{b}")
        if value < 90:
            self.add("double", f"{a}{self.o}{b}", 2 * value, angle, source=f"2*{angle}")
        elif value > 90:
            self.add("outside", f"{a}{self.o}{b}", 360 - 2 * value, angle, source=f"360 - 2*{angle}")
        q = self.quad
        if not q or not {a, v, b} <= set(q):
            return
        i = {p: q.index(p) for p in (a, v, b)}
        (w,) = set(q) - {a, v, b}
        if (i[a] - i[b]) % 4 == 2:
            self.add("opposite", f"{a}{w}{b}", 180 - value, angle, source=f"180 - {angle}")
        else:
            self.add("segment", f"{a}{w}{b}", value, angle, source=angle)

    def _sum(self, a: str, b: str, c: str) -> None:
        if any(d <= {a, b, c} and self.o in (a, b, c) for d in self.diameters):
            return
        names = [_name(f"{b}{a}{c}"), _name(f"{a}{b}{c}"), _name(f"{a}{c}{b}")]
        left = [n for n in names if n not in self.known]
        if len(left) == 1:
            one, other = (n for n in names if n in self.known)
            self.add("sum", left[0], 180 - self.known[one] - self.known[other], one, other, source=f"180 - {one} - {other}")  # fmt: skip


@kind(r"⊙|圆O", "zh", _ZH)
@kind(r"(?i)\bcircle\b|cyclic|circumference", "en", _EN)
def angles(exam: Exam) -> list[Task]:
    """One circle."""
    figure = _figure(exam)
    names = [w for s in exam.asked if (w := s.values.get("wanted"))]
    wanted = [_name(_whole(figure, w)) for w in names]
    if not wanted:
        raise Unfit
    for _ in range(6):
        before = len(figure.known)
        figure.grow()
        if len(figure.known) == before:
            break
    if any(w not in figure.known or w not in figure.steps for w in wanted):
        raise Unfit
    return [_task(exam, figure, w) for w in wanted]


def _whole(figure: _Figure, name: str) -> str:
    """∠A of the only triangle or quadrilateral that has A as a corner."""
    if len(name) == 3:
        return name
    if figure.quad and name in figure.quad:
        i = figure.quad.index(name)
        return f"{figure.quad[i - 1]}{name}{figure.quad[(i + 1) % 4]}"
    others = sorted({*figure.on} - {name})
    if figure.diameters and len(others) == 2 and name in figure.on:
        return f"{others[0]}{name}{others[1]}"
    contacts = sorted(t for p, t in figure.tangents if p == name)
    if len(contacts) == 2:
        return f"{contacts[0]}{name}{contacts[1]}"
    raise Unfit


def _figure(exam: Exam) -> _Figure:
    found = _Figure()
    centres = {s.values[k] for s in exam.said for k in ("o", "oo") if k in s.values}
    if len(centres) > 1:
        raise Unfit
    found.o = centres.pop() if centres else "O"
    for s in exam.said:
        found.on |= set(re.findall("[A-Z]", s.values.get("on", "").replace("and", "")))
        if "quad" in s.values:
            if found.quad:
                raise Unfit
            found.quad = s.values["quad"]
            found.on |= set(found.quad)
        if "diameter" in s.values:
            found.diameters.add(frozenset(s.values["diameter"]))
            found.on |= set(s.values["diameter"])
        if "vertex" in s.values:
            arc = {"优": "major", "劣": "minor"}.get(s.values["arc"], s.values["arc"].lower())
            found.arcs[s.values["vertex"]] = (arc, s.values.get("ends", ""))
            found.on |= {s.values["vertex"], *s.values.get("ends", "")}
    for s in exam.said:
        if "tangent" in s.values:
            p, t = tuple(s.values["tangent"])
            at = s.values.get("at") or (t if t in found.on else "")
            if at not in (p, t):
                raise Unfit
            found.tangents.append((p if at == t else t, at))
        if "t1" in s.values:
            a, b = s.values["t1"], s.values["t2"]
            shared = set(a) & set(b)
            if len(shared) != 1:
                raise Unfit
            (p,) = shared
            found.tangents += [(p, (set(line) - {p}).pop()) for line in (a, b)]
    found.on |= {t for _, t in found.tangents}
    if found.o in found.on or any(found.o in d for d in found.diameters) or len(found.diameters) > 1:
        raise Unfit
    for s in exam.all("angle"):
        if "inscribed" in s.values:
            found.on |= set(s.values["known"])
        name = _name(_whole(found, s.values["known"]))
        if name in found.known:
            raise Unfit
        found.known[name] = s.number("v")
    if any(
        len(set(n)) != 3 or not set(n) <= {*found.on, found.o, *(p for p, _ in found.tangents)}
        for n in found.known
    ):
        raise Unfit
    if not found.known or any(not 0 < v < 180 for v in found.known.values()):
        raise Unfit
    return found


def _task(exam: Exam, figure: _Figure, wanted: str) -> Task:
    say, order = exam.language, list[str]()

    def visit(name: str) -> None:
        if name in order or name not in figure.steps:
            return
        for old in figure.steps[name][1]:
            visit(old)
        order.append(name)

    visit(wanted)
    steps, lines = list[str](), list[str]()
    told = {n: v for n, v in figure.known.items() if n not in figure.steps}
    used = {o for n in order for o in figure.steps[n][1] if o in told}
    lines += [f"{n} = {exact_source(told[n])}" for n in sorted(used)]
    for name in order:
        word, old = figure.steps[name]
        steps.append(_WORDS[word].say(say, new=name, old=old[0] if old else "", value=exact_latex(figure.known[name]), v=name[1]))  # fmt: skip
        lines.append(f"{name} = {figure.sources[name]}")
    lines[-1] = f"Integer(1)*({figure.sources[wanted]})"
    return task(exam, steps, lines, _tested(figure, wanted), _WORDS["method"], shown=_degrees)


def _tested(figure: _Figure, wanted: str) -> tuple[str, ...]:
    """The last law with points on a circle around 0: `at(t)` is the point at t degrees, `seen(v, a, b)` the angle at v."""
    word, olds = figure.steps[wanted]
    if word in ("tangent", "same_base", "sum"):
        return (f"answer == 180 - ({' + '.join(map(exact_source, (figure.known[o] for o in olds)))})" if word == "sum" else f"answer == {exact_source(figure.known[wanted])}",)  # fmt: skip
    old = exact_source(figure.known[olds[0]]) if olds else "0"
    outside = figure.o == wanted[1]
    vertex, a, b, angle = {
        "half": ("at(180 + S(old) / 2)", "at(0)", "at(old)", "answer"),
        "minor": ("at(S(old) / 2)", "at(0)", "at(old)", "answer"),
        "double": ("at(180 + S(answer) / 2)", "at(0)", "at(answer)", "old"),
        "outside": ("at(S(answer) / 2)", "at(0)", "at(answer)", "old"),
        "base": ("at(0)", "0", "at(old)", "answer"),
        "apex": ("at(0)", "0", "at(answer)", "old"),
        "opposite": ("at(old)", "at(0)", "at(2 * S(old))", "answer"),
        "segment": ("at(185 + S(old))", "at(0)", "at(2 * S(old))", "answer"),
        "right": ("at(70)", "at(0)", "at(180)", "answer"),
        "kite": ("at(S(answer) / 2) / cos(pi * answer / 360)", "at(0)", "at(answer)", "old")
        if outside
        else ("at(S(old) / 2) / cos(pi * old / 360)", "at(0)", "at(old)", "answer"),
    }[word]
    return (
        f"old = {old}",
        "at = lambda degrees: exp(I * pi * degrees / 180)",
        "seen = lambda v, a, b: abs(arg(N((a - v) / (b - v), 30))) * 180 / pi",
        f"abs(N(seen({vertex}, {a}, {b}) - {angle}, 20)) < Rational(1, 10**9)",
    )


def _degrees(value: sp.Expr) -> str | None:
    return exact_latex(value) + r"^\circ" if isinstance(value, sp.Rational) else None
