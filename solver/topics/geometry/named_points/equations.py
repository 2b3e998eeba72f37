"""What a clause says of points that have places, as an equation: lengths, angles, areas, parallels."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Final

import sympy as sp

from solver.topics.clauses import Said
from solver.topics.geometry.named_points.facts import Figure, Side, Unclear, formula, number
from solver.topics.geometry.named_points.points import put_on
from solver.topics.geometry.named_points.scene import Unsolved


def _equal(figure: Figure, clause: Said) -> None:
    sides = [formula(part) for part in clause.values["eq"].split("=")]
    for left, right in itertools.pairwise(sides):
        equation(figure, left, right, clause.values["eq"].strip())


def _length(figure: Figure, clause: Said) -> None:
    equation(figure, formula(clause.values["eq"]), formula(clause.values["value"]), f"{clause.values['eq']} = {clause.values['value']}")  # fmt: skip


def equation(figure: Figure, left: Side, right: Side, words: str) -> None:
    words = rf"\({words.strip()}\)"
    names = {**dict.fromkeys(left[1].values()), **dict.fromkeys(right[1].values())}
    if not names:
        raise Unclear
    test = f"same({figure.measured(left)}, {figure.measured(right)})"
    if any(" " in n for n in names):
        figure.tests.append(test)
        _trigonometric(figure, left, right, words)
        return
    if not left[1] or not right[1]:
        figure.scaled = True
        if not (right[0] if not right[1] else left[0]).is_positive:
            raise Unclear
    if (
        len(names) == 1
        and (not left[1] or not right[1])
        and frozenset(name := next(iter(names))) in figure.scene.squares
    ):
        figure.known(name)
        start, end, t = next(((a, b, t) for c, (a, b, t) in figure.scene.parts.items() if c in name and {a, b} & set(name)), ("", "", sp.Integer(0)))  # fmt: skip
        whole = figure.scene.squares.get(frozenset((start, end)))
        value = figure.scene.squares[frozenset(name)]
        if whole is not None and name not in (start + end, end + start):
            figure.zero(words, (t if start in name else 1 - t) ** 2 * whole - value, test)
        else:
            figure.zero(words, sp.expand(figure.scene.measured(*name) - value), test)
        return
    if all(_is_single(value) for value, _ in (left, right)):
        squares = [
            sp.expand(value.subs(dict.fromkeys(symbols, 1))) ** 2 * (figure.scene.squared(*_points(figure, next(iter(symbols.values())))) if symbols else 1)
            for value, symbols in (left, right)
        ]  # fmt: skip
        figure.zero(words, sp.expand(squares[0] - squares[1]), test)
        return
    values = [value.subs({s: figure.distance(n) for s, n in symbols.items()}, simultaneous=True) for value, symbols in (left, right)]  # fmt: skip
    figure.zero(words, values[0] - values[1], test)


def _points(figure: Figure, name: str) -> str:
    figure.known(name)
    return name


def _is_single(value: sp.Expr) -> bool:
    """A positive number, or such a number times one length."""
    symbols = value.free_symbols
    if not symbols:
        return bool(value.is_positive)
    (symbol, *others) = symbols
    ratio = sp.simplify(value / symbol)
    return not others and not ratio.free_symbols and bool(ratio.is_positive)


def _trigonometric(figure: Figure, left: Side, right: Side, words: str) -> None:
    """ "2 sin A = 3 cos A", "tan A = 3/4"."""
    if any(len(symbols) > 1 for _, symbols in (left, right)) or not left[1]:
        raise Unclear
    factor, name = _of_one(left)
    function, at = name.split()
    vertex, p, q = figure.angle(at)
    scene = figure.scene
    dot, cross = scene.dot(vertex, p, q), scene.cross(vertex, p, q)
    if right[1]:
        other, name2 = _of_one(right)
        if name2.split()[1] != at or {function, name2.split()[0]} != {"sin", "cos"}:
            raise Unclear
        function, value = "tan", (other / factor if function == "sin" else factor / other)
    else:
        value = right[0] / factor
    if not value.is_real:
        raise Unclear
    arms = scene.squared(vertex, p) * scene.squared(vertex, q)
    if function == "cos":
        figure.zero(words, sp.expand(dot**2 - value**2 * arms))
        figure.scene.positive.append(dot * sp.sign(value))
    elif function == "sin":
        figure.zero(words, sp.expand(cross**2 - value**2 * arms))
    else:
        figure.zero(words, sp.expand(cross**2 - value**2 * dot**2))
        figure.scene.positive.append(dot * sp.sign(value))


def _of_one(side: Side) -> tuple[sp.Expr, str]:
    value, symbols = side
    (symbol, name) = next(iter(symbols.items()))
    factor = sp.simplify(value / symbol)
    if factor.free_symbols or factor == 0 or " " not in name:
        raise Unclear
    return factor, name


def _angle(figure: Figure, clause: Said) -> None:
    value = clause.values.get("value", "90").rstrip("°")
    degrees = sp.Integer(90) if value in ("right angle",) else number(value)
    vertex, p, q = figure.angle(clause.values["at"])
    scene = figure.scene
    words = rf"\(\angle {p}{vertex}{q}={degrees}^\circ\)"
    figure.tests.append(f"same(angle({p}, {vertex}, {q}), {degrees})")
    dot = scene.dot(vertex, p, q)
    if degrees == 90:
        figure.zero(words, dot)
        return
    if not 0 < degrees < 180 or degrees % 15:
        raise Unsolved  # no exact cosine in roots that a pupil knows
    cosine = sp.cos(sp.pi * degrees / 180)
    figure.zero(
        words, sp.expand(dot**2 - sp.expand(cosine**2) * scene.squared(vertex, p) * scene.squared(vertex, q))
    )
    scene.positive.append(dot * sp.sign(cosine))


def _parallel(figure: Figure, clause: Said) -> None:
    s, t = clause.values["s"], clause.values["t"]
    figure.known(s)
    figure.known(t)
    (a, b), (c, d) = figure.scene.minus(*s), figure.scene.minus(*t)
    figure.zero(rf"\({s}\parallel {t}\)", sp.expand(a * d - b * c))


def _perpendicular(figure: Figure, clause: Said) -> None:
    for s in filter(None, (clause.values["s"], clause.values.get("u"))):
        t = clause.values["t"]
        figure.known(s)
        figure.known(t)
        (a, b), (c, d) = figure.scene.minus(*s), figure.scene.minus(*t)
        figure.zero(rf"\({s}\perp {t}\)", sp.expand(a * c + b * d))


def _area(figure: Figure, clause: Said) -> None:
    name = clause.values["name"]
    figure.known(name)
    figure.scaled = True
    doubled, value = figure.scene.doubled_area(name), number(clause.values["value"])
    if not value.is_positive:
        raise Unclear
    figure.zero(
        rf"\(S_{{{name}}}={clause.values['value'].strip()}\)",
        sp.expand(doubled**2 - 4 * value**2),
        f"same(area({', '.join(name)}), {value})",
    )


def _perimeter(figure: Figure, clause: Said) -> None:
    name = clause.values["name"]
    figure.known(name)
    figure.scaled = True
    sides = [figure.distance(a + b) for a, b in zip(name, name[1:] + name[0], strict=True)]
    figure.zero(
        rf"\({'+'.join(a + b for a, b in zip(name, name[1:] + name[0], strict=True))}={clause.values['value'].strip()}\)",
        sum(sides) - number(clause.values["value"]),
    )


def _legs(figure: Figure, clause: Said) -> None:
    for side, value in (("a", "x"), ("b", "y")):
        words = f"{clause.values[side]} = {clause.values[value]}"
        equation(figure, formula(clause.values[side]), formula(clause.values[value]), words)


def _area_times(figure: Figure, clause: Said) -> None:
    a, b, word = clause.values["a"], clause.values["b"], clause.values["k"].lower()
    factor = {"twice": sp.Integer(2), "half": sp.Rational(1, 2), "two": sp.Integer(2), "three": sp.Integer(3), "four": sp.Integer(4), "five": sp.Integer(5)}.get(word.split()[0])  # fmt: skip
    factor = sp.Integer(word.split()[0]) if factor is None else factor
    figure.known(a)
    figure.known(b)
    first, second = (figure.scene.doubled_area(n) for n in (a, b))
    words = rf"\(S_{{{a}}}={sp.latex(factor)}S_{{{b}}}\)"
    figure.zero(
        words,
        sp.expand(first**2 - factor**2 * second**2),
        f"same(area({', '.join(a)}), {factor}*area({', '.join(b)}))",
    )


def _three_sides(figure: Figure, clause: Said) -> None:
    names = [n for n in figure.shapes if len(n) == 3]
    if len(names) != 1:
        raise Unclear
    a, b, c = tuple(names[0])
    for side, key in ((b + c, "x"), (a + c, "y"), (a + b, "z")):
        equation(figure, formula(side), formula(clause.values[key]), f"{side} = {clause.values[key]}")


def _through(figure: Figure, clause: Said) -> None:
    i, t = clause.values["i"], clause.values["t"]
    figure.known(i + t if i not in t else t)
    for p, s in ((clause.values["p"], clause.values["s"]), (clause.values["q"], clause.values["u"])):
        if p in figure.scene.points:
            raise Unclear
        put_on(figure, p, s)
        (a, b), (c, d) = figure.scene.minus(p, i), figure.scene.minus(*t)
        figure.zero(rf"\({i}{p}\parallel {t}\)", sp.expand(a * d - b * c))


def _less(figure: Figure, clause: Said) -> None:
    a, b = clause.values["a"], clause.values["b"]
    figure.known(a)
    figure.known(b)
    difference = figure.scene.squared(*b) - figure.scene.squared(*a)
    figure.scene.positive.append(difference if clause.values["sign"] == "<" else -difference)


def _side_length(figure: Figure, clause: Said) -> None:
    names = [
        n
        for n, kind in figure.shapes.items()
        if kind.split()[-1] in ("square", "rhombus") or "equilateral" in kind
    ]
    if len(names) != 1:
        raise Unclear
    side = names[0][:2]
    equation(figure, formula(side), formula(clause.values["value"]), f"{side} = {clause.values['value']}")


CONDITIONS: Final[dict[str, Callable[[Figure, Said], None]]] = {
    "right_at": _angle, "angle": _angle, "legs": _legs, "side_length": _side_length, "equal": _equal, "length": _length, "parallel": _parallel,
    "perpendicular": _perpendicular, "through": _through, "area_times": _area_times, "three_sides": _three_sides, "area": _area, "perimeter": _perimeter, "less": _less,
}  # fmt: skip  # fmt: skip
