"""Triangles of which two may fit (two sides and an angle that they do not include), and whole triangles ("solve the triangle"): every case is given.

Only exact answers: angles that are asked for have to be rational in degrees.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry.solved_triangles.reading import Told
from solver.topics.geometry.solved_triangles.solving import Triangle, neat, solved
from solver.topics.prepared import Prepared

WORDS: Final = {
    "sines": Words("By the law of sines \\[\\sin {B}=\\frac{{{b}\\sin {A}}}{{{a}}}={value}\\]", "由正弦定理 \\[\\sin {B}=\\frac{{{b}\\sin {A}}}{{{a}}}={value}\\]"),
    "two": Words("Two angles between \\(0^\\circ\\) and \\(180^\\circ\\) have this sine, and with \\({A}={angle}^\\circ\\) both leave something for \\({C}\\): \\({B}={one}^\\circ\\) or \\({B}={other}^\\circ\\).", "\\(0^\\circ\\) 到 \\(180^\\circ\\) 之间有两个角的正弦等于它，且与 \\({A}={angle}^\\circ\\) 的和都小于 \\(180^\\circ\\)：\\({B}={one}^\\circ\\) 或 \\({B}={other}^\\circ\\)。"),
    "one": Words("With \\({A}={angle}^\\circ\\) only \\({B}={one}^\\circ\\) leaves something for \\({C}\\).", "与 \\({A}={angle}^\\circ\\) 的和小于 \\(180^\\circ\\) 的只有 \\({B}={one}^\\circ\\)。"),
    "case": Words("With \\({B}={beta}^\\circ\\): \\({C}={gamma}^\\circ\\), and \\({c}=\\frac{{{a}\\sin {C}}}{{\\sin {A}}}={value}\\).", "当 \\({B}={beta}^\\circ\\) 时：\\({C}={gamma}^\\circ\\)，\\({c}=\\frac{{{a}\\sin {C}}}{{\\sin {A}}}={value}\\)。"),
    "third": Words("With \\({B}={beta}^\\circ\\): \\({C}={gamma}^\\circ\\).", "当 \\({B}={beta}^\\circ\\) 时：\\({C}={gamma}^\\circ\\)。"),
    "cosines": Words("By the law of cosines for the side \\({a}\\), with \\({c}=t\\): \\[{equation}=0\\] Both roots are positive, so two triangles fit: \\({c}={one}\\) or \\({c}={other}\\).", "对边 \\({a}\\) 用余弦定理，设 \\({c}=t\\)：\\[{equation}=0\\] 两根都是正数，所以有两个三角形：\\({c}={one}\\) 或 \\({c}={other}\\)。"),
    "angle": Words("By the law of cosines \\[\\cos {A}=\\frac{{{b}^2+{c}^2-{a}^2}}{{2{b}{c}}}={value},\\qquad {A}={angle}^\\circ\\]", "由余弦定理 \\[\\cos {A}=\\frac{{{b}^2+{c}^2-{a}^2}}{{2{b}{c}}}={value},\\qquad {A}={angle}^\\circ\\]"),
    "code": Words("all triangles that fit", "所有符合条件的三角形"),
    "code_one": Words("the sides, then the angles by the law of cosines", "先求三边，再由余弦定理求角"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "method": Words("every case was measured again by the law of cosines", "用余弦定理逐一检验每种情形"),
}  # fmt: skip
OR: Final = Words(r"\ \text{{ or }}\ ", r"\ \text{{ 或 }}\ ")


def _degrees(angle: Any) -> sp.Rational | None:
    value = sp.nsimplify(angle * 180 / sp.pi)
    return value if isinstance(value, sp.Rational) else None


def two_triangles(told: Told, language: Language) -> Prepared | None:
    """Two sides and the angle opposite one of them, where one question is asked and two triangles fit; or all of the triangles."""
    if len(told.sides) != 2 or len(told.angles) != 1 or told.kind or len(told.asked) != 1:
        return None
    (vertex, function, angle), sides = told.angles[0], dict(told.sides)
    if function != "angle" or vertex not in sides or not all(v.is_positive for v in sides.values()):
        return None
    (beside,) = set(sides) - {vertex}
    (rest,) = set(told.vertices) - set(sides)
    names = {"A": vertex, "B": beside, "C": rest, "a": told.side_name(vertex), "b": told.side_name(beside), "c": told.side_name(rest)}  # fmt: skip
    what, where = told.asked[0]
    if what == "side" and where == rest:
        return _third_sides(sides[vertex], sides[beside], angle, names, language)
    asked = "all" if what == "all" else {beside: "B", rest: "C"}.get(where) if what == "angle" else None
    return None if asked is None else _angles(sides[vertex], sides[beside], angle, names, asked, language)


def _third_sides(a: sp.Expr, b: sp.Expr, angle: sp.Expr, names: dict[str, str], say: Language) -> Prepared | None:  # fmt: skip
    t = sp.Symbol("t")
    equation = sp.expand(t**2 - 2 * b * sp.cos(angle) * t + b**2 - a**2)
    roots = sorted((neat(r) for r in sp.solve(equation, t) if r.is_real and r.is_positive), key=float)
    if len(roots) != 2 or equation.has(sp.cos):
        return None
    step = WORDS["cosines"].say(
        say, equation=latex(equation), one=latex(roots[0]), other=latex(roots[1]), **names
    )
    source = cell(
        comment(WORDS["code"].say(say)),
        f"tuple((root,) for root in solve({exact_source(equation)}, t) if root > 0)",
        variables=("t",),
    )
    test = (
        f"len(answer) == 2 == len(set(answer)) and all(c > 0 and simplify({exact_source(b)}**2 + c**2 - 2*({exact_source(b)})*c*cos({exact_source(angle)}) - ({exact_source(a)})**2) == 0"
        " for (c,) in answer)"
    )
    return _prepared((step,), source, test, ((names["c"], False),), say)


def _angles(a: sp.Expr, b: sp.Expr, angle: sp.Expr, names: dict[str, str], asked: str, say: Language) -> Prepared | None:  # fmt: skip
    sine = neat(b * sp.sin(angle) / a)
    first = sp.asin(sine)
    known, acute = _degrees(angle), _degrees(first) if sine.is_real and sine <= 1 else None
    if known is None or acute is None:
        return None
    found = [beta for beta in dict.fromkeys((acute, 180 - acute)) if known + beta < 180]
    if not found or len(found) == 1 and asked != "all":
        return None
    steps = [WORDS["sines"].say(say, value=latex(sine), **names)]
    if len(found) == 2:
        steps.append(WORDS["two"].say(say, angle=known, one=found[0], other=found[1], **names))
    else:
        steps.append(WORDS["one"].say(say, angle=known, one=found[0], **names))
    for beta in found if asked != "B" else ():
        gamma = 180 - known - beta
        value = neat(a * sp.sin(gamma * sp.pi / 180) / sp.sin(angle))
        steps.append(WORDS["case" if asked == "all" else "third"].say(say, beta=latex(beta), gamma=latex(gamma), value=latex(value), **names))  # fmt: skip
    row = {"B": "(B,)", "C": "(pi - A - B,)", "all": "(B, pi - A - B, a*sin(pi - A - B)/sin(A))"}[asked]
    shown = {"B": ((names["B"], True),), "C": ((names["C"], True),), "all": ((names["B"], True), (names["C"], True), (names["c"], False))}[asked]  # fmt: skip
    given = f"a, b, A = sympify({exact_source(a)}), sympify({exact_source(b)}), {exact_source(angle)}"
    source = cell(
        given,
        "first = asin(radsimp(simplify(b*sin(A)/a)))",
        comment(WORDS["code"].say(say)),
        f"tuple({row} for B in {'(first, pi - first)' if acute != 90 else '(first,)'} if A + B < pi)",
    )
    measured = {
        "B": "all(simplify(a*sin(B*pi/180) - b*sin(A)) == 0 and 0 < B < 180 - A*180/pi for (B,) in answer)",
        "C": "all(0 < C < 180 - A*180/pi and simplify(a*sin(A + C*pi/180) - b*sin(A)) == 0 for (C,) in answer)",
        "all": "all(c > 0 and B + C + A*180/pi == 180 and simplify(b**2 + c**2 - 2*b*c*cos(A) - a**2) == 0 and simplify(a**2 + c**2 - 2*a*c*cos(B*pi/180) - b**2) == 0 for B, C, c in answer)",
    }[asked]
    return _prepared(tuple(steps), source, f"{given}\nlen(answer) == {len(found)} == len(set(answer)) and {measured}", shown, say)  # fmt: skip


def whole_triangle(told: Told, language: Language) -> Prepared | None:
    """All that is not told of a triangle that three of its parts determine."""
    if told.asked != (("all", ""),):
        return None
    triangle: Triangle | None = solved(told, language)
    if triangle is None:
        return two_triangles(told, language)
    sides, given = triangle.sides, {v for v, *_ in told.angles}
    angles = dict[str, sp.Rational]()
    steps = list(triangle.steps)
    for vertex in told.vertices:
        one, other = (v for v in told.vertices if v != vertex)
        cosine = neat(
            (sides[one] ** 2 + sides[other] ** 2 - sides[vertex] ** 2) / (2 * sides[one] * sides[other])
        )
        degrees = _degrees(sp.acos(cosine))
        if degrees is None:
            return None
        angles[vertex] = degrees
        if vertex not in given:
            steps.append(WORDS["angle"].say(language, A=vertex, a=triangle.name(vertex), b=triangle.name(one), c=triangle.name(other), value=latex(cosine), angle=latex(degrees)))  # fmt: skip
    unknown_angles = [v for v in told.vertices if v not in given]
    unknown_sides = [v for v in told.vertices if v not in dict(told.sides)]
    places = {v: [w for w in told.vertices if w != v] for v in told.vertices}

    def by_cosines(v: str) -> str:
        a, b, c = (triangle.name(w) for w in (v, *places[v]))
        return f"acos(radsimp(simplify(({b}**2 + {c}**2 - {a}**2)/(2*{b}*{c}))))"

    row = ", ".join([*map(by_cosines, unknown_angles), *(triangle.name(v) for v in unknown_sides)])
    letters = ("t",) if any("t" in re.findall(r"\b[a-z]\b", line) for line in triangle.lines) else ()
    source = cell(
        comment(WORDS["code_one"].say(language)), *triangle.lines, f"(({row},),)", variables=letters
    )
    shown = (*((v, True) for v in unknown_angles), *((triangle.name(v), False) for v in unknown_sides))
    values = [
        *(exact_source(angles[v]) for v in unknown_angles),
        *(exact_source(sides[v]) for v in unknown_sides),
    ]
    test = f"answer == (({', '.join(values)},),) or len(answer) == 1 and all(simplify(x - y) == 0 for x, y in zip(answer[0], ({', '.join(values)},)))"  # fmt: skip
    return _prepared(tuple(steps), source, test, tuple(shown), language)


def _prepared(steps: tuple[str, ...], source: str, test: str, shown: tuple[tuple[str, bool], ...], say: Language) -> Prepared:  # fmt: skip
    """Cases of values, each with its name: (name, whether it is an angle)."""

    def show(value: Any) -> str | None:
        if not isinstance(value, tuple | sp.Tuple):
            return None
        cases = []
        for case in value:
            parts = []
            for (name, is_angle), part in zip(shown, case, strict=True):
                exact = neat(sp.S(part))
                parts.append(
                    f"{name}={latex(_degrees(exact))}^\\circ" if is_angle else f"{name}={latex(exact)}"
                )
            cases.append(",\\ ".join(parts))
        return OR.say(say).join(sorted(cases) if len(shown) == 1 and not shown[0][1] else cases)

    def given(answer: str) -> Any:
        text = re.sub(
            r"\^\s*\{?\s*\\circ\s*\}?|°|度|\\text\{\s*(?:degrees?|度)\s*\}|degrees?|\\angle|∠", " ", answer
        )
        text = re.sub(r"(?<![A-Za-z\\])[A-Z]{1,2}\s*=|(?<![A-Za-z\\])[a-c]\s*=", " ", text)
        cases = []
        for case in re.split(r"\\text\s*\{\s*(?:or|或)\s*\}|\bor\b|或|;", text):
            values = values_in(case.replace("\\ ", " ").strip())
            if values is None or len(values) % len(shown) or not all(isinstance(v, sp.Expr) and v.is_real for v in values):  # fmt: skip
                return None
            cases += [tuple(values[i : i + len(shown)]) for i in range(0, len(values), len(shown))]
        return tuple(cases)

    *before, last = test.split("\n")
    return Prepared(say, steps, source, (*before, f"bool({last})"), WORDS["method"], WORDS["answer"], shown=show, given=given)  # fmt: skip
