"""The steps of a question about an ellipse or a hyperbola, in the order of a textbook."""

from __future__ import annotations

import re

import sympy as sp

from solver.formula import to_latex
from solver.formula.nodes import Relation
from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.geometry.conics.determine import LENGTHS, Fact, half_sine
from solver.topics.geometry.conics.shape import (
    POINTS,
    SOURCES,
    Conic,
    Point,
    X,
    Y,
    lines_of,
    number_of,
    squared,
    type_of,
)
from solver.topics.geometry.conics.words import DIRECTION, NAMES, TYPES, WHY, WORDS

WITHOUT_C = frozenset(
    "center vertices corners covertices major minor transverse conjugate semi_major semi_minor semi_transverse "
    "semi_conjugate latus area asymptotes equation type".split()
)
"""Features for which c is not needed."""


def shown(shape: Conic, name: str, language: Language) -> str:
    """A feature as LaTeX, as it stands in the answer."""
    if name == "equation":
        return shape.standard()
    if name == "type":
        return rf"\text{{{TYPES[shape.kind].say(language)}}}"
    if name in POINTS:
        return exact_latex(list(POINTS[name](shape)))
    if name in SOURCES:
        return exact_latex(number_of(shape, name))
    return r",\ ".join(f"{z}={exact_latex(value)}" for z, value in lines_of(shape, name))


def type_steps(relation: Relation, poly: sp.Poly, say: Language) -> list[str]:
    """Which conic section it is, by the factors of the squares."""
    kind = type_of(poly)
    assert kind is not None
    return [
        WORDS["type"].say(
            say,
            before=to_latex(relation),
            p=exact_latex(poly.coeff_monomial(X**2)),
            q=exact_latex(poly.coeff_monomial(Y**2)),
            why=WHY[kind].say(say),
        )
    ]


def standard_steps(relation: Relation, poly: sp.Poly, shape: Conic, say: Language) -> list[str]:
    """From the equation of the problem to the standard one, squares completed where they are not."""
    before, after = to_latex(relation), shape.standard()
    (h, k), one = shape.center, poly.coeff_monomial(1)
    p, q = poly.coeff_monomial(X**2), poly.coeff_monomial(Y**2)
    right = p * h**2 + q * k**2 - one
    factored = _sum([_times(p, squared(X, h)), _times(q, squared(Y, k))])
    if _bare(before) == _bare(after):
        return []
    if any(c.q != 1 for c in poly.coeffs()):
        return [WORDS["rewrite"].say(say, before=before, after=after)]
    if h == 0 == k:
        centred = f"{factored}={exact_latex(right)}"
        return [WORDS["divide"].say(say, number=exact_latex(right), before=centred, after=after)]
    started = _sum([_times(p, _started(X, h)), _times(q, _started(Y, k))])
    completed = f"{factored}={_sum([exact_latex(v) for v in (-one, p * h**2, q * k**2) if v != 0])}"
    completed += "" if completed.endswith(f"={exact_latex(right)}") else f"={exact_latex(right)}"
    steps = [
        WORDS["group"].say(say, before=f"{before} \\] \\[{started}={exact_latex(-one)}"),
        WORDS["complete"].say(say, after=completed),
    ]
    if right != 1 or after != completed:
        before = f"{factored}={exact_latex(right)}"
        steps.append(WORDS["divide"].say(say, number=exact_latex(right), before=before, after=after))
    return steps


def _bare(formula: str) -> str:
    """For comparing: without spaces and without braces around one character."""
    return re.sub(r"\{(\w)\}", r"\1", formula.replace(" ", ""))


def read_off(shape: Conic, wanted: tuple[str, ...], say: Language) -> list[str]:
    """Centre, a², b² from the standard equation, then each feature."""
    values = {
        "center": exact_latex(shape.center),
        "a2": exact_latex(shape.a2),
        "b2": exact_latex(shape.b2),
        "along": shape.along,
        "direction": DIRECTION[shape.along],
    }
    return [WORDS[shape.kind].say(say, **values), *_roots(shape, wanted, say), *features(shape, wanted, say)]


def _roots(shape: Conic, wanted: tuple[str, ...], say: Language) -> list[str]:
    a, b, c = (exact_latex(sp.sqrt(v)) for v in (shape.a2, shape.b2, shape.c2))
    steps = [WORDS["ab"].say(say, a=a, b=b)]
    if not set(wanted) <= WITHOUT_C:
        sign = "-" if shape.kind == "ellipse" else "+"
        total = f"{exact_latex(shape.a2)}{sign}{exact_latex(shape.b2)}"
        steps.append(WORDS[f"focal_{shape.kind}"].say(say, sum=total, c2=exact_latex(shape.c2), c=c))
    return steps


def features(shape: Conic, wanted: tuple[str, ...], say: Language) -> list[str]:
    """One step for each thing that is wanted, with its rule and the numbers put in."""
    steps = []
    for name in wanted:
        if name in ("equation", "type"):
            continue
        colon = "：" if say == "zh" else ": "
        value, rule = shown(shape, name, say), _rule(shape, name)
        steps.append(f"{NAMES[name].say(say)}{colon}\\[{rule}{value}\\]")
    return steps


def _rule(shape: Conic, name: str) -> str:
    a, b, c = (exact_latex(sp.sqrt(v)) for v in (shape.a2, shape.b2, shape.c2))
    rules = {
        "eccentricity": rf"e=\frac{{c}}{{a}}=\frac{{{c}}}{{{a}}}=",
        "focal": rf"2c=2\cdot {c}=",
        "latus": rf"\frac{{2b^2}}{{a}}=\frac{{2\cdot {exact_latex(shape.b2)}}}{{{a}}}=",
        "area": rf"\pi ab=\pi\cdot {a}\cdot {b}=",
        "semi_focal": "c=",
    }
    if name in rules:
        return rules[name]
    if name in SOURCES:
        source = SOURCES[name]
        value = a if source.endswith("a") else b
        return f"{source[-1]}=" if len(source) == 1 else rf"2{source[-1]}=2\cdot {value}="
    (h, k), along = shape.center, shape.along
    if (h, k) != (0, 0) or name not in ("foci", "vertices", "asymptotes", "directrices"):
        return ""
    z = along
    letter = {"foci": "c", "vertices": "a"}.get(name)
    if letter:
        return rf"(\pm {letter},\ 0):\quad " if z == "x" else rf"(0,\ \pm {letter}):\quad "
    if name == "directrices":
        return rf"{z}=\pm\frac{{a^2}}{{c}}:\quad "
    return rf"y=\pm\frac{{{'b' if z == 'x' else 'a'}}}{{{'a' if z == 'x' else 'b'}}}x:\quad "


def determined_steps(
    facts: tuple[Fact, ...], center: Point, shapes: tuple[Conic, ...], wanted: tuple[str, ...], say: Language
) -> list[str]:
    """The centre, the form of the equation, what each fact says of a, b, c, and the solution."""
    steps, kind = (
        [_center_step(facts, center, say), WORDS[f"relation_{shapes[0].kind}"].say(say)],
        shapes[0].kind,
    )
    for shape in shapes:
        direction = {"along": shape.along, "direction": DIRECTION[shape.along]}
        steps.append(WORDS["assume"].say(say, form=_form(kind, center, shape.along), **direction))
        for fact in facts:
            if fact.name == "scale":
                steps.append(WORDS["scale"].say(say))
            elif row := _row(fact, shape):
                steps.append(WORDS["fact"].say(say, name=NAMES[_named(fact)].say(say), row=row))
        if deduced := _deduced(facts, shape):
            steps.append(WORDS["deduced"].say(say, row=deduced))
        solved = {"a2": exact_latex(shape.a2), "b2": exact_latex(shape.b2), "equation": shape.standard()}
        steps.append(WORDS["solved"].say(say, **solved))
    if set(wanted) - {"equation", "type"}:
        steps += [*_roots(shapes[0], wanted, say), *features(shapes[0], wanted, say)]
    return steps


def _named(fact: Fact) -> str:
    return {"semi_a": "semi_major", "semi_b": "semi_minor"}.get(fact.name, fact.name)


def _center_step(facts: tuple[Fact, ...], center: Point, say: Language) -> str:
    if all(fact.name != "center" for fact in facts):
        for fact in facts:
            if fact.name in ("foci", "vertices", "covertices") and len(fact.values) == 2:
                one, other = map(exact_latex, fact.values)
                return WORDS["middle"].say(say, one=one, other=other, center=exact_latex(center))
    return WORDS["center_given"].say(say, center=exact_latex(center))


def _form(kind: str, center: Point, along: str) -> str:
    h, k = center
    under = ("a^2", "b^2") if along == "x" else ("b^2", "a^2")
    terms = [rf"\frac{{{squared(z, s)}}}{{{u}}}" for z, s, u in zip((X, Y), (h, k), under, strict=True)]
    if kind == "ellipse":
        return "+".join(terms) + r"=1\ (a>b>0)"
    return "-".join(terms if along == "x" else terms[::-1]) + r"=1\ (a>0,\ b>0)"


def _row(fact: Fact, shape: Conic) -> str:
    """What a fact says of a, b, c."""
    h, k = shape.center
    if fact.name in LENGTHS:
        times, letter = LENGTHS[fact.name]
        value = exact_latex(fact.values[0])
        half = exact_latex(fact.values[0] / times)
        return f"{letter}={half}" if times == 1 else rf"2{letter}={value},\ {letter}={half}"
    match fact.name:
        case "ratio":
            return rf"\frac{{a}}{{b}}={exact_latex(fact.values[0])}"
        case "eccentricity":
            return rf"\frac{{c}}{{a}}={exact_latex(fact.values[0])}"
        case "apex":
            return rf"\frac{{c}}{{a}}=\sin {exact_latex(fact.values[0] / 2)}^\circ={exact_latex(half_sine(fact))}"
        case "foci" | "vertices" | "covertices":
            u, v = fact.values[0]
            on_main = v == k if shape.along == "x" else u == h
            letter = "c" if fact.name == "foci" else "a" if on_main else "b"
            return f"{letter}={exact_latex(sp.sqrt((u - h) ** 2 + (v - k) ** 2))}"
        case "through":
            rows = []
            for u, v in fact.values:
                squares = [exact_latex((u - h) ** 2), exact_latex((v - k) ** 2)]
                names = ["a^2", "b^2"] if shape.along == "x" else ["b^2", "a^2"]
                terms = [rf"\frac{{{s}}}{{{n}}}" for s, n in zip(squares, names, strict=True)]
                if shape.kind == "hyperbola" and shape.along == "y":
                    terms.reverse()
                rows.append(("+" if shape.kind == "ellipse" else "-").join(terms) + "=1")
            return r",\ ".join(rows)
        case "asymptotes":
            ratio = r"\frac{b}{a}" if shape.along == "x" else r"\frac{a}{b}"
            return f"{ratio}={exact_latex(shape.slope)}"
        case "directrices":
            middle = h if shape.along == "x" else k
            return rf"\frac{{a^2}}{{c}}={exact_latex(abs(fact.values[0][1] - middle))}"
    return ""


def _deduced(facts: tuple[Fact, ...], shape: Conic) -> str:
    """The letters that follow from two known ones; empty where an equation with a point must be solved."""
    rows = [_row(fact, shape) for fact in facts]
    known = {
        row.split("=")[-2].split(" ")[-1] for row in rows if re.fullmatch(r"(?:2.=.*,\\ )?[abc]=[^,]*", row)
    }
    a2, b2, c2 = (exact_latex(v) for v in (shape.a2, shape.b2, shape.c2))
    a, c = (exact_latex(sp.sqrt(v)) for v in (shape.a2, shape.c2))
    found = []
    if any(fact.name == "eccentricity" for fact in facts) and len(known & {"a", "c"}) == 1:
        e = exact_latex(sp.sqrt(shape.c2 / shape.a2))
        found.append(rf"c=a\cdot {e}={c}" if "a" in known else rf"a=\frac{{c}}{{e}}={a}")
        known |= {"a", "c"}
    if {"a", "c"} <= known:
        found.append(
            f"b^2=a^2-c^2={a2}-{c2}={b2}" if shape.kind == "ellipse" else f"b^2=c^2-a^2={c2}-{a2}={b2}"
        )
    elif {"b", "c"} <= known:
        found.append(
            f"a^2=b^2+c^2={b2}+{c2}={a2}" if shape.kind == "ellipse" else f"a^2=c^2-b^2={c2}-{b2}={a2}"
        )
    return r",\ ".join(found)


def _started(z: sp.Symbol, shift: sp.Expr) -> str:
    """The square that is not complete yet."""
    return f"{z}^2" if shift == 0 else rf"\left({exact_latex(z**2 - 2 * shift * z)}\right)"


def _times(factor: sp.Expr, square: str) -> str:
    return {"1": "", "-1": "-"}.get(str(factor), exact_latex(factor)) + square


def _sum(terms: list[str]) -> str:
    return "+".join(terms).replace("+-", "-").replace("+ -", "-")
