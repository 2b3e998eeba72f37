"""What each question about matrices and vectors comes to: its value and the source that computes it."""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from solver.formula import python_name
from solver.topics.equations.matrices.expressions import NotAnExpression, apply, is_column, source
from solver.topics.equations.matrices.reading import Asked

SOURCES: Final = {
    "det": "{a}.det()", "inverse": "{a}.inv()", "transpose": "{a}.T", "rank": "{a}.rank()", "trace": "{a}.trace()",
    "eigenvalues": "[value for value, times in sorted({a}.eigenvals().items(), key=default_sort_key) for _ in range(times)]", "length": "{a}.norm()", "unit": "{a}/{a}.norm()",
    "dot": "{a}.dot({b})", "cross": "{a}.cross({b})", "cosine": "simplify({a}.dot({b})/({a}.norm()*{b}.norm()))",
    "angle": "acos(simplify({a}.dot({b})/({a}.norm()*{b}.norm())))", "projection": "{b}*{a}.dot({b})/{b}.dot({b})",
    "component": "{a}.dot({b})/{b}.norm()", "product": "{a}*{b}", "sum": "{a} + {b}",
}  # fmt: skip


def answer_of(asked: Asked) -> Any:
    """The exact value; a list for several, a bool for yes or no.

    Raises:
        NotAnExpression: there is none, or none that a reader can use.
    """
    values = asked.values
    if asked.op == "compute":
        return values[0]
    if not all(isinstance(v, sp.MatrixBase) for v in values):
        raise NotAnExpression(asked.op)
    if any(v.free_symbols for v in values) and not (
        asked.letter is not None
        or asked.op in ("det", "transpose", "trace", "dot", "product", "sum", "cross")
    ):
        raise NotAnExpression("letters")
    return _single(asked.op, values[0]) if len(values) == 1 else _double(asked, *values)


def _single(op: str, a: Any) -> Any:
    match op:
        case "det":
            return apply("det", a)
        case "trace":
            return apply("tr", a)
        case "transpose":
            return a.T
        case "rank":
            return sp.Integer(a.rank())
        case "inverse" if a.rows == a.cols and a.det() != 0:
            return a.inv().applyfunc(sp.simplify)
        case "length" if is_column(a):
            return apply("norm", a)
        case "unit" if is_column(a) and any(a):
            return a / apply("norm", a)
        case "eigenvalues" if a.rows == a.cols <= 3:
            times = a.eigenvals()
            found = [value for value in sorted(times, key=sp.default_sort_key) for _ in range(times[value])]
            if all(len(str(f)) < 40 for f in found):
                return found
    raise NotAnExpression(op)


def _double(asked: Asked, a: Any, b: Any) -> Any:
    op = asked.op
    if op == "sum":
        return apply("+", a, b)
    if op == "product":
        if is_column(a) and is_column(b):
            raise NotAnExpression(op)
        return apply("*", a, b)
    if not is_column(a) or not is_column(b) or a.shape != b.shape:
        raise NotAnExpression(op)
    if op in ("dot", "cross"):
        return apply(op, a, b)
    if op in ("parallel", "perpendicular"):
        return _relation(asked, a, b)
    if not any(a) or not any(b):
        raise NotAnExpression("zero vector")
    match op:
        case "projection":
            return b * (apply("dot", a, b) / apply("dot", b, b))
        case "component":
            return sp.radsimp(apply("dot", a, b) / apply("norm", b))
        case "cosine":
            return cosine(a, b)
        case "angle":
            angle = sp.acos(cosine(a, b))
            if asked.detail == "degrees" and not (angle / sp.pi).is_Rational:
                raise NotAnExpression("no exact number of degrees")
            return angle
        case "parallelogram" if a.rows in (2, 3):
            return area(a, b)
    raise NotAnExpression(op)


def cosine(a: Any, b: Any) -> Any:
    """The cosine of the angle between two vectors."""
    return sp.simplify(apply("dot", a, b) / (apply("norm", a) * apply("norm", b)))


def area(a: Any, b: Any) -> Any:
    """The area of the parallelogram with these sides."""
    if a.rows == 2:
        return abs(sp.simplify(a.row_join(b).det()))
    return apply("norm", apply("cross", a, b))


def condition(op: str, a: Any, b: Any) -> list[Any]:
    """What must be zero."""
    if op == "perpendicular":
        return [apply("dot", a, b)]
    return [sp.expand(a[i] * b[j] - a[j] * b[i]) for i in range(a.rows) for j in range(i + 1, a.rows)]


def _relation(asked: Asked, a: Any, b: Any) -> Any:
    zero = condition(asked.op, a, b)
    if asked.letter is None:
        if not any(a) or not any(b):
            raise NotAnExpression("zero vector")
        return all(z == 0 for z in zero)
    letters = a.free_symbols | b.free_symbols
    if {s.name for s in letters} != {asked.letter.name}:
        raise NotAnExpression("letters")
    letter = next(iter(letters))
    equations = [z for z in zero if z != 0]
    if not equations or not all(sp.Poly(z, letter).degree() <= 2 for z in equations):
        raise NotAnExpression("no equation")
    found = [x for x in sp.roots(sp.Poly(equations[0], letter)) if x.is_real]
    found = [x for x in found if all(sp.simplify(z.subs(letter, x)) == 0 for z in equations)]
    if not found or any(not any(v.subs(letter, x)) for v in (a, b) for x in found):
        raise NotAnExpression("no value")
    return sorted(found)


def cell_lines(asked: Asked, names: list[str]) -> list[str]:
    """The last line of the cell, where the operands are called `names`."""
    if asked.op == "compute":
        last = source(asked.operands[0], asked.known)
    elif asked.op in SOURCES:
        last = SOURCES[asked.op].format(a=names[0], b=names[-1])
    elif asked.op == "parallelogram":
        two = asked.values[0].rows == 2
        last = (
            f"abs({names[0]}.row_join({names[1]}).det())" if two else f"{names[0]}.cross({names[1]}).norm()"
        )
    else:
        test = f"{names[0]}.dot({names[1]})"
        if asked.op == "parallel":
            return [
                f"minors = [{', '.join(f'{names[0]}[{i}]*{names[1]}[{j}] - {names[0]}[{j}]*{names[1]}[{i}]' for i in range(asked.values[0].rows) for j in range(i + 1, asked.values[0].rows))}]",
                "all(m == 0 for m in minors)"
                if asked.letter is None
                else f"sorted(root[{python_name(asked.letter.name)}] for root in solve(minors, {python_name(asked.letter.name)}, dict=True))",
            ]
        return [
            f"{test} == 0"
            if asked.letter is None
            else f"sorted(solve({test}, {python_name(asked.letter.name)}))"
        ]
    return [f"({last}).tolist()" if isinstance(answer_of(asked), sp.MatrixBase) else last]
