"""Work on an expression: simplified, expanded, factored, computed; differentiated, integrated, its limit taken.

Every line gives the value again, in another form. What "the same" means is a `Sense`: values, values up to a constant, limits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, Protocol

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Apply, Integral, Limit, Symbol, children, symbols, walk
from solver.verify.conditions import Rel
from solver.verify.course import Course, calculated, statements
from solver.verify.equality import Difference, difference
from solver.verify.forms import fault_of_form, is_simple_value
from solver.verify.lines import Claim, Line, is_solved
from solver.verify.meaning import Names, has_operator
from solver.verify.problem import Posed
from solver.verify.rewriting import GIVEN
from solver.verify.slips import copied_expression, slip_of_value
from solver.verify.verdicts import Finding

RESULT_NAMES: Final = frozenset(("S", "A", "I", "y", "f", "E", "V", "L", "P", "R", "Q", "N", "i"))
"""Letters that students call a result by."""


class Sense(Protocol):
    """What it means that two forms are the same."""

    def value(self, node: Node, names: Names, line: Line) -> Any:
        """The value of a tree in this sense; None where it has none."""
        ...

    def differs(self, before: Any, after: Any) -> Difference | bool | None:
        """False: the same."""
        ...

    def slips(self, posed: Posed) -> Iterator[tuple[str, Any, str]]:
        """Values that slips of this kind give: slip, value, place."""
        ...

    def fault(self, node: Node, value: Any, posed: Posed) -> str:
        """What is still to be done with a last line; empty where nothing is."""
        ...

    code: str
    """The sentence about a difference."""


class Plain:
    """Values, at the places that the problem admits."""

    code = "values-differ"

    def __init__(self, posed: Posed) -> None:
        rels = []
        for claim in posed.claims:
            values = [posed.names.value(s) for s in claim.sides]
            rels += [
                Rel(sign, a, b)
                for sign, a, b in zip(claim.signs, values, values[1:], strict=False)
                if a is not None and b is not None
            ]
        self._rels = rels
        self._positive = "positive" in posed.text or "正数" in posed.text or "正实数" in posed.text

    def value(self, node: Node, names: Names, line: Line) -> Any:
        found = names.value(node, line.values)
        return found.doit() if isinstance(found, sp.Basic) and found.has(sp.Derivative) else found

    def differs(self, before: Any, after: Any) -> Difference | bool | None:
        if before == after:
            return False
        if not (isinstance(before, sp.Expr) and isinstance(after, sp.Expr)):
            return None
        allowed = (lambda point: all(r.holds(point) for r in self._rels)) if self._rels else None
        return difference(before, after, positive=self._positive, allowed=allowed)

    def slips(self, posed: Posed) -> Iterator[tuple[str, Any, str]]:
        return iter(())

    def fault(self, node: Node, value: Any, posed: Posed) -> str:
        return fault_of_form(node, value, posed.form)


class ExpressionCourse(Course):
    """A chain of equal forms."""

    def __init__(self, posed: Posed, sense: Sense) -> None:
        super().__init__(posed)
        self.sense = sense
        empty = Line("", values=posed.held)
        self.goal = self._goal(empty)
        self.now, self.now_node = self.goal, posed.node
        self.trees: list[Node] = [posed.node] if posed.node is not None else []
        self.letters = frozenset().union(*(symbols(n) for n in self.trees)) | {posed.variable}
        self.parts: list[Any] = []
        if self.goal is not None:
            self.names.letters.setdefault(
                GIVEN.replace("{", "").replace("}", ""),
                self.goal if isinstance(self.goal, sp.Basic) else None,
            )

    def _goal(self, empty: Line) -> Any:
        if self.posed.sort == "derivative":
            return self.posed.value
        if self.posed.node is None or self.posed.sort == "matrix":
            return self.posed.value
        found = self.sense.value(self.posed.node, self.names, empty)
        return self.posed.value if found is None else found

    def judge(self, line: Line, ahead: Sequence[Line]) -> Finding:
        """The verdict: the first wrong claim, else the last one that says something."""
        found: Finding | None = None
        self._put_rates()
        for group in statements(line):
            for claim in group:
                one = self._claim(claim, line, ahead)
                if one is not None:
                    found = one
                if found is not None and found.verdict == "wrong":
                    return self.told(found)
        if found is None or found.verdict in ("correct", "unfinished") and line.unread:
            if line.unread:
                return Finding("unknown", "unreadable", {"part": line.unread[0][:60]})
            if line.says_none:
                return self._says_none()
            return Finding("unknown", "no-formula")
        return self.told(found)

    def _put_rates(self) -> None:
        """What du and dy/du are, where u was defined."""
        x = sp.Symbol(self.posed.variable)
        self.names.letters[f"D_{x.name}"] = sp.Integer(1)
        main = self.posed.names.functions.get("y", (x, None))[1]
        for name, value in list(self.names.letters.items()):
            if len(name) == 1 and isinstance(value, sp.Expr) and value.has(x):
                slope = sp.diff(value, x)
                self.names.letters[f"D_{name}"] = slope
                if main is not None and slope != 0:
                    self.names.letters[f"Q_y{name}"] = self.names.letters[f"Q_f{name}"] = (
                        sp.diff(main, x) / slope
                    )

    def _says_none(self) -> Finding:
        if (
            self.goal in (sp.S.EmptySet, sp.nan)
            or isinstance(self.goal, sp.Expr)
            and self.goal.has(sp.AccumBounds)
        ):
            return Finding("correct", "solved")
        return Finding("unknown", "undecided")

    def _claim(self, claim: Claim, line: Line, ahead: Sequence[Line]) -> Finding | None:
        if set(claim.signs) - {"="}:
            values = [self.sense.value(s, self.names, line) for s in claim.sides]
            return calculated(values, claim.signs)
        values = [self.sense.value(side, self.names, line) for side in claim.sides]
        sides = list(claim.sides)
        if claim.continues:
            sides.insert(0, self.now_node if self.now_node is not None else sides[0])
            values.insert(0, self.now)
        if claim.defining and is_solved(claim) or self._is_new_name(claim, line, ahead):
            defined = self._defined(claim, line)
            if defined is not None:
                return defined
        if (
            isinstance(sides[0], Symbol)
            and sides[0].name[:2] in ("D_", "Q_")
            and sides[0].name not in self.names.letters
        ):
            return Finding("correct", "definition")  # dv = … where v is still to be found
        if self._names_result(sides[0]) and len(sides) > 1:
            sides, values = sides[1:], values[1:]
        if all(v is None for v in values):
            return self._sides_unknown(claim)
        return self._chain(sides, values, claim, line, ahead)

    def _sides_unknown(self, claim: Claim) -> Finding | None:
        if len(claim.sides) == 1 and isinstance(claim.sides[0], Symbol):
            return None
        return Finding("unknown", "undecided")

    def _is_new_name(self, claim: Claim, line: Line, ahead: Sequence[Line]) -> bool:
        """`u = x^2`, where later lines use the u."""
        if not is_solved(claim) or claim.continues:
            return False
        left = claim.sides[0]
        assert isinstance(left, Symbol)
        used = any(
            left.name in symbols(s)
            or any(isinstance(n, Apply) and n.name.rstrip("'") == left.name for n in walk(s))
            for later in (line, *ahead)
            for c in later.claims
            if c is not claim
            for s in c.sides
        )
        return used or left.name in ("u", "v", "w", "t")

    def _defined(self, claim: Claim, line: Line) -> Finding | None:
        value = self.names.value(claim.sides[1], line.values)
        return self.define(claim, [None, value], self.letters) if isinstance(value, sp.Basic) else None

    def _names_result(self, node: Node) -> bool:
        """`S`, `y'`, `f'(x)` in front of the result, where that is not a value of its own."""
        if isinstance(node, Apply):
            return (
                node.name.rstrip("'") not in self.names.functions
                and node.name.rstrip("'") not in self.names.letters
            )
        return (
            isinstance(node, Symbol)
            and "_" not in node.name
            and node.name not in self.letters
            and node.name not in self.names.letters
        )

    def _chain(
        self, sides: list[Node], values: list[Any], claim: Claim, line: Line, ahead: Sequence[Line]
    ) -> Finding:
        """a = b = c: each must be the one before; the first must be what was there, unless it is a side calculation."""
        if isinstance(self.goal, sp.MatrixBase) and all(
            isinstance(v, sp.Expr) and not isinstance(v, sp.MatrixBase) for v in values
        ):
            return (
                self._between(sides, values, 1, line, linked=False)
                if len(values) > 1
                else Finding("correct", "calculation")
                if values[0] == self.names.letters.get("D_76")
                else Finding("unknown", "no-link")
            )
        first = self.sense.differs(self.now, values[0]) if values[0] is not None else None
        if first is not False and self.wrong and self.sense.differs(self.goal, values[0]) is False:
            first, self.wrong = False, False
        if first is not False and len(values) > 1 and self._is_aside(sides, values, line, ahead):
            return Finding("correct", "calculation" if not symbols(sides[0]) else "identity")
        if first is not False and len(values) > 1 and self._names_function(sides[0]):
            return self._between(sides, values, 1, line, linked=False)
        if isinstance(first, Difference) and len(values) == 1 and self._is_part(values[0], line, ahead):
            return Finding("correct", "identity")
        if first is not False and len(values) > 1 and (later := self._later_equal(values)):
            if later == "asides":
                return self._between(sides, values, 1, line, linked=False)
        if (
            first is None
            and values[0] is None
            and self.posed.sort == "limit"
            and len(values) > 1
            and values[-1] is not None
        ):
            return self._between(
                [self.now_node or sides[0], *sides[1:]],
                [self.now, *values[1:]],
                1,
                line,
                linked=True,
                ahead=ahead,
            )
        if first is not False:
            if is_solved(claim) and isinstance(sides[0], Symbol):
                return Finding("unknown", "no-link")
            if first is None:
                return Finding("unknown", "undecided")
            return self._wrong(self.now_node, self.now, sides[0], values[0], first, line, sides, values)
        return self._between(sides, values, 1, line, linked=True, ahead=ahead)

    def _later_equal(self, values: list[Any]) -> str:
        """ "asides" where the two sides differ and neither is what is worked on: a wrong side calculation."""
        none = all(v is None or self.sense.differs(self.now, v) is not False for v in values)
        numeric = all(isinstance(v, sp.Expr) and not v.free_symbols for v in values)
        return (
            "asides"
            if none
            and numeric
            and calculated(values, ("=",) * (len(values) - 1)) is not None
            and calculated(values, ("=",) * (len(values) - 1)).verdict == "wrong"
            else ""
        )  # type: ignore[union-attr]

    def _names_function(self, node: Node) -> bool:
        return isinstance(node, Apply) or has_operator(node) and self.posed.sort != "limit"

    def _between(
        self,
        sides: list[Node],
        values: list[Any],
        start: int,
        line: Line,
        *,
        linked: bool,
        ahead: Sequence[Line] = (),
    ) -> Finding:
        for k in range(start, len(values)):
            if values[k] is None and self.posed.sort == "limit" and k + 1 < len(values):
                values[k] = values[k - 1]  # 0/0 in the middle has no value: what is behind it is compared
                continue
            if values[k] is None or values[k - 1] is None:
                return Finding("unknown", "undecided")
            found = self.sense.differs(values[k - 1], values[k])
            if isinstance(found, Difference) or found is True:
                return self._wrong(
                    sides[k - 1], values[k - 1], sides[k], values[k], found, line, sides, values
                )
            if found is None:
                return Finding("unknown", "undecided")
        self.trees.append(sides[-1])
        if not linked:
            return Finding("correct", "identity")
        self.now, self.now_node = values[-1], sides[-1]
        return self._ended(sides[-1], values[-1], last=not any(a.claims for a in ahead))

    def _ended(self, node: Node, value: Any, *, last: bool) -> Finding:
        fault = self.sense.fault(node, value, self.posed)
        if not fault and (
            symbols(node) & (self.names.letters.keys() - self.posed.names.letters.keys())
            or any(
                isinstance(n, Apply) or isinstance(n, Symbol) and n.name.startswith("K_") for n in walk(node)
            )
        ):
            fault = "not-finished" if self.posed.sort != "matrix" else ""
        if not fault:
            first = node == self.posed.node
            self.finished = not first
            return Finding("correct", "solved" if not first else "restated")
        if last:
            slip = "missing-constant" if fault == "missing-constant" else ""
            return Finding("unfinished", fault, slip=slip)
        return Finding("correct", "same")

    def _is_aside(self, sides: list[Node], values: list[Any], line: Line, ahead: Sequence[Line]) -> bool:
        """A true calculation beside the main one: of a part of what stands there, or one that leads to it later."""
        for a, b in zip(values, values[1:], strict=False):
            if a is None or b is None or self.sense.differs(a, b) is not False:
                return False
        if any(_contains(tree, sides[0]) for tree in self.trees) or self._names_function(sides[0]):
            self.parts += values[:1]
            self.trees.append(sides[-1])
            return True
        if self._is_part(values[0], line, ahead) or self._made_of_parts(sides[0], line):
            self.parts += values[:1]
            self.trees.append(sides[-1])
            return True
        return False

    def _made_of_parts(self, node: Node, line: Line) -> bool:
        """A calculation with results of earlier ones: 12 + 10 behind 3·4 = 12 and 5·2 = 10."""
        return (
            False
            if not self.parts
            else all(
                (v := self.names.value(c, line.values)) is not None and any(v == p for p in self.parts)
                for c in children(node)
            )
        )

    def _is_part(self, value: Any, line: Line, ahead: Sequence[Line]) -> bool:
        """Whether it is the value of a part of the problem, and later lines come back to the whole."""
        if not any(self._reaches_goal(later) for later in ahead):
            return False
        known = [
            v
            for tree in self.trees[:3]
            for part in walk(tree)
            if (v := self.names.value(part, line.values)) is not None
        ]
        return any(
            v == value
            or isinstance(v, sp.Expr)
            and isinstance(value, sp.Expr)
            and difference(v, value) is False
            for v in known[:40]
        )

    def _reaches_goal(self, line: Line) -> bool:
        for claim in line.claims:
            for side in claim.sides:
                value = self.sense.value(side, self.names, line)
                if value is not None and self.sense.differs(self.now, value) is False:
                    return True
        return False

    def _wrong(
        self,
        before: Node | None,
        was: Any,
        after: Node,
        value: Any,
        found: Difference | bool,
        line: Line,
        sides: list[Node],
        values: list[Any],
    ) -> Finding:
        slip, place = "", ""
        if before is not None and (copied := copied_expression(before, after)) and not has_operator(before):
            slip, place = "copying", copied
        if not slip or slip == "copying" and not symbols(after):
            slip, place = slip_of_value(
                before, was, value, self.names, line.values, more=self._own_slips(before)
            )
            if not slip and before is not self.posed.node:
                slip, place = slip_of_value(
                    self.posed.node, self.goal, value, self.names, self.posed.held, more=()
                )
        first = len(self.trees) <= 1
        if isinstance(value, sp.MatrixBase) or isinstance(was, sp.MatrixBase):
            slip = next(
                (n for n, wrong, _ in self.sense.slips(self.posed) if wrong == value), slip or "arithmetic"
            )
        self.now, self.now_node = values[-1] if values[-1] is not None else value, sides[-1]
        self.trees.append(sides[-1])
        example = None
        if isinstance(found, Difference):
            words = found.words()
            here = any(before is s for s in sides) and before is not self.posed.node
            code = self.sense.code if found.point else "numbers-differ" if here else "was-is"
            if code == "entry-differs":
                words |= {name: str(v) for name, v in found.point}
            example = (code, words)
        calculation = before is not None and not symbols(before) and not symbols(after) and not first
        return Finding(
            "wrong",
            "wrong-calculation" if calculation else "not-from-problem" if first else "not-equivalent",
            slip=slip,
            place=place,
            counterexample=example,
        )

    def _own_slips(self, before: Node | None) -> list[tuple[str, Any, str]]:
        """Those of the kind of problem, where the step may be the one of its rule."""
        if before is None or before is self.posed.node or has_operator(before) or not self.finished:
            return list(self.sense.slips(self.posed))
        return []


def _contains(tree: Node, part: Node) -> bool:
    return any(n == part for n in walk(tree))


def inner_of(node: Node) -> Node:
    """The function under a limit or an integral sign."""
    return node.body if isinstance(node, Limit | Integral) else node


def is_worked_out(node: Node) -> bool:
    """Whether a number is as simple as it gets."""
    return is_simple_value(node)
