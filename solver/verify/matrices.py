"""Work with matrices: sums, products, powers, inverses, determinants, row operations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Binary, Number, Symbol
from solver.verify.equality import Difference, difference
from solver.verify.lines import is_number
from solver.verify.posed import Posed
from solver.verify.sense import Plain


class OfMatrices(Plain):
    """Equal entry by entry."""

    code = "entry-differs"

    def differs(self, before: Any, after: Any) -> Difference | bool | None:
        """The first entry that differs."""
        if before is None or after is None:
            return None
        matrices = [isinstance(v, sp.MatrixBase) for v in (before, after)]
        if not any(matrices):
            return difference(before, after)
        if not all(matrices) or before.shape != after.shape:
            return True
        for i in range(before.rows):
            for k in range(before.cols):
                found = difference(before[i, k], after[i, k])
                if isinstance(found, Difference):
                    return Difference(
                        (("row", sp.Integer(i + 1)), ("column", sp.Integer(k + 1))), before[i, k], after[i, k]
                    )
                if found is None:
                    return None
        return False

    def slips(self, posed: Posed) -> Iterator[tuple[str, Any, str]]:
        """Wrong determinants, inverses and products."""
        for matrix in _matrices(posed):
            if matrix.rows == matrix.cols == 2:
                a, b, c, d = matrix
                good = a * d - b * c
                yield from (
                    ("determinant", v, "")
                    for v in (a * d + b * c, b * c - a * d, a * c - b * d, a * b - c * d, a + d - b - c)
                )
                for flat in (
                    (d, -b, -c, a),
                    (d, b, c, a),
                    (-a, b, c, -d),
                    (a, -b, -c, d),
                    (d, -c, -b, a),
                    (-d, b, c, -a),
                ):
                    for scale in (good, sp.S.One, 1 / good if good != 0 else sp.S.One, -good):
                        wrong = sp.ImmutableMatrix(2, 2, [e / scale for e in flat]) if scale != 0 else None
                        if wrong is not None and wrong != posed.value:
                            yield "matrix-inverse", wrong, ""
        node = posed.node
        if isinstance(node, Binary) and node.op == "*":
            left, right = (posed.names.value(s, posed.held) for s in (node.left, node.right))
            if isinstance(left, sp.MatrixBase) and isinstance(right, sp.MatrixBase):
                if left.shape == right.shape:
                    yield "matrix-product", sp.ImmutableMatrix(left.multiply_elementwise(right)), ""
                if right.cols == left.rows:
                    yield "matrix-product", right * left, ""

    def fault(self, node: Node, value: Any, posed: Posed) -> str:
        """A matrix is the end of a problem for a matrix, a number of one for a number."""
        if isinstance(posed.value, sp.MatrixBase):
            return "" if isinstance(node, Symbol) or _is_scaled(node) else "form-simplify"
        return super().fault(node, value, posed)


class OfRows(OfMatrices):
    """Equal up to row operations: the same reduced form."""

    code = "was-is"

    def value(self, node: Node, names: Any, line: Any) -> Any:
        """The reduced form of a matrix."""
        found = super().value(node, names, line)
        return found.rref()[0] if isinstance(found, sp.MatrixBase) else found

    def slips(self, posed: Posed) -> Iterator[tuple[str, Any, str]]:
        """None by name: an entry is wrong."""
        return iter(())

    def fault(self, node: Node, value: Any, posed: Posed) -> str:
        """The end is the reduced form itself."""
        return ""


def _is_scaled(node: Node) -> bool:
    """`1/5 · [[4, −3], [−1, 2]]`: a fraction in front of a matrix may stay there; a whole number is still to be multiplied in."""
    return (
        isinstance(node, Binary)
        and node.op == "*"
        and isinstance(node.right, Symbol)
        and not isinstance(node.left, Number)
        and is_number(node.left)
    )


def _matrices(posed: Posed) -> list[Any]:
    found = [v for v in posed.names.letters.values() if isinstance(v, sp.MatrixBase)]
    found += [v for v in posed.held.values() if isinstance(v, sp.MatrixBase)]
    found += [v[1] for v in posed.held.values() if isinstance(v, tuple) and v[0] == "det"]
    return found
