"""Another way to each answer: the components one by one, in plain lists, or the defining property of the answer."""

from __future__ import annotations

from typing import Any

import sympy as sp

from solver.topics.cells import exact_source
from solver.topics.equations.matrices.expressions import Expression, value_of
from solver.topics.equations.matrices.reading import Asked

_PRODUCT = "def times(p, q):\n    return [[sum(x*y for x, y in zip(row, column)) for column in zip(*q)] for row in p]"
_EACH = "def each(f, *tables):\n    return [[f(*entries) for entries in zip(*rows)] for rows in zip(*tables)]"
_DET = "def det(p):\n    return p[0][0] if len(p) == 1 else sum((-1)**j*p[0][j]*det([row[:j] + row[j + 1:] for row in p[1:]]) for j in range(len(p)))"


def test_lines(asked: Asked, value: Any) -> list[str]:
    """Lines of a cell that judges `answer`, a list of rows for a matrix."""
    values = asked.values
    tables = [exact_source(v.tolist() if isinstance(v, sp.MatrixBase) else v) for v in values]
    same = _same(value)
    match asked.op:
        case "compute":
            lines = [_PRODUCT, _EACH, _DET, f"expected = {_again(asked.operands[0], asked)}"]
            number = "simplify(answer - expected) == 0"
            return [*lines, same if isinstance(value, sp.MatrixBase) else number]
        case "inverse":
            n = values[0].rows
            return [
                _PRODUCT,
                f"given = {tables[0]}",
                f"len(answer) == {n} and len(answer[0]) == {n} and all(simplify(e - int(i == j)) == 0 for i, row in enumerate(times(given, answer)) for j, e in enumerate(row))",
            ]
        case "transpose":
            return [f"expected = [list(column) for column in zip(*{tables[0]})]", same]
        case "product":
            return [_PRODUCT, f"expected = times({tables[0]}, {tables[1]})", same]
        case "sum":
            return [_EACH, f"expected = each(lambda x, y: x + y, {tables[0]}, {tables[1]})", same]
        case "det":
            return [_DET, f"simplify(answer - det({tables[0]})) == 0"]
        case "trace":
            return [
                f"rows = {tables[0]}",
                "simplify(answer - sum(rows[i][i] for i in range(len(rows)))) == 0",
            ]
        case "rank":
            return [f"columns = Matrix({tables[0]}).T", "answer == columns.cols - len(columns.nullspace())"]
        case "eigenvalues":
            n = values[0].rows
            roots = "all(simplify(det([[e - (x if i == j else 0) for j, e in enumerate(row)] for i, row in enumerate(rows)])) == 0 for x in answer)"
            return (
                [
                    _DET,
                    f"rows = {tables[0]}",
                    f"{roots} and len(set(map(simplify, answer))) == {len(set(value))} and len(answer) in ({len(set(value))}, {n})",
                ]
                if n
                else []
            )
    return _vector_lines(asked, value)


def _same(value: Any) -> str:
    """That the answer has the rows that are expected."""
    rows, columns = getattr(value, "rows", 0), getattr(value, "cols", 0)
    return f"len(answer) == {rows} and len(answer[0]) == {columns} and all(simplify(x - y) == 0 for p, q in zip(answer, expected) for x, y in zip(p, q))"


def _vector_lines(asked: Asked, value: Any) -> list[str]:
    """Those of questions for one vector or two."""
    values = asked.values
    flat = [exact_source(list(v)) if isinstance(v, sp.MatrixBase) else "" for v in values]
    two = [f"u, v = {flat[0]}, {flat[-1]}", "dot = lambda p, q: sum(x*y for x, y in zip(p, q))"]
    match asked.op:
        case "length":
            return [f"u = {flat[0]}", "bool(answer >= 0) and simplify(answer**2 - sum(x**2 for x in u)) == 0"]
        case "unit":
            return [
                *two,
                "w = [row[0] for row in answer]",
                f"len(w) == {values[0].rows} and simplify(dot(w, w) - 1) == 0 and all(simplify(w[i]*u[j] - w[j]*u[i]) == 0 for i in range(len(u)) for j in range(len(u))) and bool(dot(u, w) > 0)",
            ]
        case "dot":
            return [*two, "simplify(answer - dot(u, v)) == 0"]
        case "cross":
            return [
                *two,
                "expected = [[u[(i + 1) % 3]*v[(i + 2) % 3] - u[(i + 2) % 3]*v[(i + 1) % 3]] for i in range(3)]",
                _same(value),
            ]
        case "cosine":
            return [
                *two,
                "simplify(answer**2*dot(u, u)*dot(v, v) - dot(u, v)**2) == 0 and bool(answer*dot(u, v) >= 0)",
            ]
        case "angle":
            third = "w = [x - y for x, y in zip(u, v)]"
            return [
                *two,
                third,
                "simplify(dot(w, w) - dot(u, u) - dot(v, v) + 2*sqrt(dot(u, u)*dot(v, v))*cos(answer)) == 0 and bool(0 <= answer) and bool(answer <= pi)",
            ]
        case "projection":
            return [
                *two,
                "w = [row[0] for row in answer]",
                f"len(w) == {values[0].rows} and simplify(dot([x - y for x, y in zip(u, w)], v)) == 0 and all(simplify(w[i]*v[j] - w[j]*v[i]) == 0 for i in range(len(v)) for j in range(len(v)))",
            ]
        case "component":
            return [*two, "simplify(answer**2*dot(v, v) - dot(u, v)**2) == 0 and bool(answer*dot(u, v) >= 0)"]
        case "parallelogram":
            return [
                *two,
                "bool(answer > 0) and simplify(answer**2 - dot(u, u)*dot(v, v) + dot(u, v)**2) == 0",
            ]
    return _relation_lines(asked, value, two)


def _relation_lines(asked: Asked, value: Any, two: list[str]) -> list[str]:
    """Those of whether, or for which letter, two vectors are parallel or orthogonal."""
    square = "dot(u, u)*dot(v, v) - dot(u, v)**2" if asked.op == "parallel" else "dot(u, v)"
    if asked.letter is None:
        return [*two, f"answer == (simplify({square}) == 0)"]
    return [
        *two,
        f"rest = expand({square})",
        "letter = next(iter(rest.free_symbols))",
        f"len(set(answer)) == {len(value)} and all(simplify(rest.subs(letter, root)) == 0 for root in answer)",
    ]


def _again(e: Expression, asked: Asked) -> str:
    """Source of an expression in plain lists of rows."""
    if e.op in ("name", "value"):
        value = asked.known[e.name] if e.op == "name" else e.value
        return exact_source(value.tolist() if isinstance(value, sp.MatrixBase) else value)
    parts = [_again(p, asked) for p in e.parts]
    kinds = [isinstance(value_of(p, asked.known), sp.MatrixBase) for p in e.parts]
    match e.op, kinds:
        case "+" | "-", [True, True]:
            return f"each(lambda x, y: x {e.op} y, {parts[0]}, {parts[1]})"
        case "+" | "-" | "*", [False, False]:
            return f"({parts[0]}) {e.op} ({parts[1]})"
        case "neg", [is_matrix]:
            return f"each(lambda x: -x, {parts[0]})" if is_matrix else f"-({parts[0]})"
        case "*", [True, True]:
            return f"times({parts[0]}, {parts[1]})"
        case "*", [one, _]:
            k, table = (parts[1], parts[0]) if one else (parts[0], parts[1])
            return f"each(lambda entry: ({k})*entry, {table})"
        case "dot", _:
            return f"times([[x for row in {parts[0]} for x in row]], {parts[1]})[0][0]"
        case "T", _:
            return f"[list(column) for column in zip(*{parts[0]})]"
        case "det", _:
            return f"det({parts[0]})"
        case "norm", _:
            return f"sqrt(sum(x**2 for row in {parts[0]} for x in row))"
        case "tr", _:
            return f"sum(row[i] for i, row in enumerate({parts[0]}))"
        case "^", [True, _]:
            n = int(e.parts[1].value)
            if 0 < n <= 8:
                power = parts[0]
                for _ in range(n - 1):
                    power = f"times({power}, {parts[0]})"
                return power
            return f"(Matrix({parts[0]})**{n}).tolist()"
        case "cross", _:
            return f"(lambda u, v: [[u[(i + 1) % 3][0]*v[(i + 2) % 3][0] - u[(i + 2) % 3][0]*v[(i + 1) % 3][0]] for i in range(3)])({parts[0]}, {parts[1]})"
    return f"({parts[0]})**({parts[1]})"
