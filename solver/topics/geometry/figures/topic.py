"""A figure by its measures: what is wanted of it follows from what is given by the laws of the figure.

Read: one figure, its measures with numbers (one unit of length), and the measures that are wanted; π exact or as a number.
Not: two figures, measures told by comparison ("twice as long"), several units, rounded answers, letters for lengths.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import sympy as sp

from solver.topics.base import Reading, Text, Unread
from solver.topics.geometry.figures.figure import Figure, Rule, chain, evaluate, used
from solver.topics.geometry.figures.impossible import Impossible, triangle_gap
from solver.topics.geometry.figures.plane import PLANE
from solver.topics.geometry.figures.reading import Amount, Said, fits, said_of
from solver.topics.geometry.figures.restating import restated
from solver.topics.geometry.figures.solids import SOLIDS
from solver.topics.geometry.figures.task import Measured
from solver.topics.geometry.figures.words import COUNTS, NOUNS, dimension

FIGURES: Final = (*PLANE, *SOLIDS)
_WIDER: Final = {
    ("polygon", "regular_polygon"): "regular_polygon",
    ("circle", "sector"): "sector",
    ("circle", "cylinder"): "cylinder",
    ("circle", "cone"): "cone",
    ("circle", "ring"): "ring",
    ("triangle", "equilateral"): "equilateral",
    ("triangle", "isosceles"): "isosceles",
    ("triangle", "right_triangle"): "right_triangle",
}
"""Two nouns of one figure: the second tells more."""


_SEVERAL: Final = re.compile(
    r"(?:[两二三四五六七八九十]|(?<!\d)[2-9]|\d\d)个(?!(?:内|外|锐|底|直|钝)?角|(?:平方|立方)?单位|顶点)"
    r"|(?i:\b(?:thirds?|fifths?|sixths?|eighths?|tenths?) of (?:a|the) (?:circle|disk|square|rectangle|triangle|sphere)\b)"
)
"""Several figures, or a part of one, where a measure of one is not what is asked."""


MAX_TEXT: Final = 600
_NAMED: Final = re.compile(
    rf"(?i){'|'.join(sorted({p.split()[-1] for ps in NOUNS.values() for p in ps.split('|')}))}|gon\b|triangular\b|边形|Rt"
)


def read(text: Text) -> Reading:
    """A question about the measures of one figure; where it is not read as it stands, in the words of `restating`."""
    found = _read(text)
    if isinstance(found, Measured | Impossible) or text.language != "en" or len(text.source) > MAX_TEXT:
        return found
    source = restated(text.source)
    again = None if source is None else _read(Text(source, text.language, text.values))
    return again if isinstance(again, Measured) else found


def _read(text: Text) -> Reading:
    source = text.source
    if len(source) > MAX_TEXT or _NAMED.search(source) is None or _SEVERAL.search(source):
        return None
    said = said_of(text)
    if said is None or not said.wanted or not said.given and "regular_polygon" not in said.nouns:
        return None
    noun = _noun(said)
    for figure in FIGURES:
        if figure.noun == noun or figure.noun == "regular_polygon" and noun == "polygon":
            task = _task(figure, said, text)
            if task is not None:
                return Unread(said.unread) if said.unread else task
    return None


def _noun(said: Said) -> str | None:
    nouns = said.nouns
    if len(nouns) == 2:
        return _WIDER.get((nouns[0], nouns[1])) or _WIDER.get((nouns[1], nouns[0]))
    if nouns == ["circle"] and {"arc", "central_angle", "radians"} & {
        *said.wanted,
        *(m for m, _ in said.given),
    }:
        return "sector"
    return nouns[0] if len(nouns) == 1 else None


def _task(figure: Figure, said: Said, text: Text) -> Measured | Impossible | None:
    known = _known(figure, said)
    wanted = _wanted(figure, said, tuple(known or ()))
    if known is None or wanted is None or set(wanted) & set(known):
        return None
    values = {letter: amount.value for letter, amount in known.items()}
    if any(unit not in {dimension(m) for m in said.wanted} for unit in said.units.asked):
        return None
    gap = triangle_gap(figure, values)
    if gap is not None:
        return Impossible(figure, gap, text.language)
    rules = chain(figure, known, wanted)
    if rules is None or not known.keys() <= used(rules, wanted):
        return None
    if not _is_sound(figure, rules, values, said):
        return None
    return Measured(
        figure, values, wanted, rules, said.units.one, said.pi, said.decimal, text.language, said.places
    )


def _known(figure: Figure, said: Said) -> dict[str, Amount] | None:
    """Letters of the figure with their numbers, in the order of the problem; None where one has no place."""
    known = dict[str, Amount]()
    given = list(said.given)
    if {"largest", "smallest"} & set(said.wanted):
        ratio = sorted((a for m, a in given if m == "ratio"), key=lambda amount: float(amount.value))
        given = [(m, a) for m, a in given if m != "ratio"] + [("ratio", a) for a in ratio]
    for measure, amount in given:
        if not fits(measure, amount):
            return None
        if figure.noun == "polygon" and measure == "side":
            return None
        letter = next((name for name in figure.measures.get(measure, ()) if name not in known), None)
        if letter is None or measure in COUNTS and not (amount.value.is_Integer and amount.value < 10**6):
            return None
        known[letter] = amount
    return known


def _wanted(figure: Figure, said: Said, known: tuple[str, ...]) -> tuple[str, ...] | None:
    """Letters that are asked for: the next free one of those that a measure may be."""
    found = list[str]()
    by_ratio = any(measure == "ratio" for measure, _ in said.given)
    for measure in dict.fromkeys(said.wanted):
        letters = [name for name in figure.measures.get(measure, ()) if name not in known]
        if not letters or measure == "ratio":
            return None
        if by_ratio and measure in ("angle", "interior_angle"):
            if len(letters) != sum(m == "ratio" for m, _ in said.given):
                return None
            found += letters
        elif len(letters) > 1 and len(figure.measures[measure]) - len(letters) == 0:
            return None  # which of them?
        else:
            found.append(letters[0])
    return tuple(dict.fromkeys(found))


def _is_sound(figure: Figure, rules: tuple[Rule, ...], values: Mapping[str, sp.Expr], said: Said) -> bool:
    """Whether there is such a figure: all its measures are positive, and what is counted is a whole number."""
    found = dict(values)
    pi = said.pi or sp.pi
    for rule in rules:
        value = evaluate(rule, found, pi)
        if not (value.is_real and value.is_positive and value.is_finite):
            return False
        found[rule.target] = value
    counted = {letter for measure in COUNTS for letter in figure.measures.get(measure, ())}
    for letter, value in found.items():
        if letter in counted and not value.is_Integer:
            return False
    return _agree(figure, found)


def _agree(figure: Figure, found: Mapping[str, sp.Expr]) -> bool:
    """Limits that no law says: what is inside is smaller."""
    small_large = {
        "ring": (("r", "R"), ("d", "D")), "cone": (("r", "l"), ("h", "l")), "square_pyramid": (("h", "m"),),
        "right_triangle": (("a", "c"), ("b", "c"), ("h", "a"), ("h", "b")), "isosceles": (("h", "a"),), "parallelogram": (("h", "b"),),
        "rhombus": (("h", "a"),), "rectangle": (("l", "d"), ("w", "d")), "isosceles_right": (("a", "c"),),
    }.get(figure.noun, ())  # fmt: skip
    for small, large in small_large:
        if small in found and large in found and (found[large] - found[small]).is_negative:
            return False
    if figure.noun in ("polygon", "regular_polygon") and "n" in found and found["n"] < 3:
        return False
    if (
        figure.noun == "isosceles"
        and {"a", "b"} <= set(found)
        and not (2 * found["a"] - found["b"]).is_positive
    ):
        return False
    if figure.name.en == "a regular hexagon" and found.get("n") != 6:
        return False
    if figure.noun == "sector" and (
        "n" in found and found["n"] > 360 or "alpha" in found and (found["alpha"] - 2 * sp.pi).is_positive
    ):
        return False
    angles = [found[x] for x in ("alpha", "beta", "gamma", "delta") if x in found]
    limit = {"triangle": 180, "quadrilateral": 360}.get(figure.noun)
    return limit is None or not angles or sum(angles) <= limit
