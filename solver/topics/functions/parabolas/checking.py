"""Whether an answer says the features that a quadratic function has: by its derivative, or by the vertex form multiplied out.

Knows no steps and no words of problems.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import sympy as sp

from solver.formula import to_latex, to_python
from solver.latex import values_in
from solver.ports import CheckPlan
from solver.topics.cells import cell, exact_source
from solver.topics.equations.real_sets import read_set
from solver.topics.functions.parabolas.words import SENTENCES, WORDS

if TYPE_CHECKING:
    from solver.topics.functions.parabolas.features import QuadraticFunction


def check(function: QuadraticFunction, answer: str) -> CheckPlan | None:
    """The derivative must vanish at the vertex, and the values there must be the ones given."""
    if len(function.wanted) != 1 or function.wanted[0] not in (
        "vertex",
        "axis",
        "form",
        "maximum",
        "minimum",
    ):
        return _check_features(function, answer)
    values = values_in(
        answer.removeprefix(f"{to_latex(function.name)}=" if function.name else "")
        if function.wanted == ("form",)
        else answer
    )
    if values is None:
        return None
    v, body = function.in_code()
    given = exact_source(values[0].subs(sp.Symbol(function.variable), sp.Symbol(v)))
    lines, wanted = [f"y = {body}"], function.wanted[0]
    if wanted == "vertex":
        if len(values) != 1 or not isinstance(values[0], sp.Tuple) or len(values[0]) != 2:
            return None
        lines += [
            f"{v}_v, y_v = {given}",
            f"diff(y, {v}).subs({v}, {v}_v) == 0 and y.subs({v}, {v}_v) == y_v",
        ]
    elif len(values) != 1 or not isinstance(values[0], sp.Expr) or wanted == "opening":
        return None
    elif wanted == "axis":
        lines.append(f"diff(y, {v}).subs({v}, {given}) == 0")
    elif wanted == "form":
        lines.append(f"expand({given}) == expand(y)")
    elif function.interval is None:
        lines.append(f"[y.subs({v}, root) for root in solve(diff(y, {v}), {v})] == [{given}]")
    else:
        low, high = map(to_python, function.interval)
        lines.append(f"{wanted}(y, {v}, Interval({low}, {high})) == {given}")
    claim = SENTENCES[wanted].say(function.language, answer=answer)
    return CheckPlan(claim, WORDS["method"].say(function.language), cell(*lines, variables=(v,)))


def _agrees(
    function: QuadraticFunction, answer: str, said: str, values: Mapping[str, Any]
) -> bool | str | None:
    """Whether an answer says the same, however it is written; a comparison that fails where it does not."""
    if said.replace(" ", "") == answer.replace(" ", ""):
        return True
    if function.wanted == ("range",):
        return True if read_set(answer, "y") == values["range"] else None
    found = values_in(answer)
    if found is None or {"form", "opening", "range"} & set(function.wanted):
        return None
    expected = list[Any]()
    for name in function.wanted:
        expected += values[name] if isinstance(values[name], list) else [values[name]]
    if {"roots", "xpoints"} & set(function.wanted):  # -3 and 4, or (-3, 0) and (4, 0)
        found, expected = tuple(map(_as_point, found)), list(map(_as_point, expected))
    if len(function.wanted) == 1:
        found, expected = tuple(sorted(found, key=str)), sorted(expected, key=str)
    pairs = [(sp.Matrix([a]), sp.Matrix([b])) for a, b in zip(found, expected, strict=False)]
    same = len(found) == len(expected) and all(
        a.shape == b.shape and sp.simplify(a - b).is_zero_matrix for a, b in pairs
    )
    return same or f"{exact_source(list(found))} == {exact_source(expected)}"


def _check_features(function: QuadraticFunction, answer: str) -> CheckPlan | None:
    """Several features at once: the vertex form multiplies out to the function, and the answer says just that."""
    (h, k), (v, body) = function.vertex(), function.in_code()
    lead, roots, start = function.poly().LC(), function.roots(), function.poly().eval(0)
    values: dict[str, Any] = dict.fromkeys(("vertex", "high_point", "low_point"), (h, k))
    values |= dict.fromkeys(("axis", "at", "vertex_x"), h) | {"opening": lead, "form": lead}
    values |= dict.fromkeys(("vertex_y", "maximum", "minimum"), k)
    values |= {"vertex_to_x": abs(k), "vertex_to_y": abs(h), "vertex_to_origin": sp.sqrt(h**2 + k**2)}
    values |= {
        "landing": roots[-1] if roots else None,
        "axis_points": sp.Integer(len({*((r, 0) for r in roots), (0, start)})),
    }
    if function.interval is not None:
        ends = [function.poly().eval(at) for at in function.candidates()]
        values |= {"maximum": max(ends), "minimum": min(ends)}
    values |= {"roots": roots, "xpoints": [(r, 0) for r in roots], "crossings": sp.Integer(len(roots))}
    values |= {"ypoints": (0, start), "yintercept": start}
    values |= {"range": sp.Interval(k, sp.oo) if lead > 0 else sp.Interval(-sp.oo, k)}
    values |= {"width": sp.simplify(roots[-1] - roots[0])} if roots else {}
    said = [function.shown(name, values[name]) for name in function.wanted]
    agrees = _agrees(function, answer, r",\ ".join(map(str, said)), values)
    if agrees is None:
        return None
    form = exact_source(lead * (sp.Symbol(v) - h) ** 2 + k)
    lines = [f"y = {body}", f"expand({form}) == expand(y)"]
    if {"roots", "xpoints", "width", "landing", "axis_points"} & set(function.wanted):
        lines[-1] += f" and all(simplify(y.subs({v}, root)) == 0 for root in {exact_source(roots)})"
    if "crossings" in function.wanted:
        lines[-1] += f" and Poly(y, {v}).count_roots() == {len(roots)}"
    if {"ypoints", "yintercept"} & set(function.wanted):
        lines[-1] += f" and y.subs({v}, 0) == {exact_source(start)}"
    if function.interval is not None:
        place = f"Interval({', '.join(map(to_python, function.interval))})"
        tests = [
            f"y.subs({v}, {exact_source(h)}) == {'maximum' if lead < 0 else 'minimum'}(y, {v}, {place})"
            if name == "at"
            else f"{name}(y, {v}, {place}) == {exact_source(values[name])}"
            for name in function.wanted
        ]
        lines[-1] = " and ".join(tests)
    if isinstance(agrees, str):
        lines[-1] = agrees
    source = cell(*lines, variables=(v,))
    return CheckPlan(function.sentences(said), WORDS["method"].say(function.language), source)


def _as_point(value: Any) -> Any:
    """A zero as a point of the x-axis."""
    return sp.Tuple(value, 0) if isinstance(value, sp.Expr) else sp.Tuple(*value)
