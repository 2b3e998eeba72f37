"""Work on an expression: simplified, expanded, factored, computed; differentiated, integrated, its limit taken.

Every line gives the value again, in another form, or is a true calculation beside it. What "the same" means is a `Sense`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Apply, Negative, Number, Symbol, children, symbols, walk, with_children
from solver.verify.course import Course, calculated, plain_name_of, statements
from solver.verify.equality import Difference, difference
from solver.verify.lines import Claim, Line, is_solved
from solver.verify.meaning import has_operator
from solver.verify.posed import Posed
from solver.verify.rewriting import DETERMINANT, GIVEN
from solver.verify.sense import Sense
from solver.verify.slips import copied_expression, slip_of_value
from solver.verify.verdicts import Finding

SUBSTITUTES = ("u", "v", "w", "t")
"""Letters that are given a meaning on the way even where no later line has them."""


class ExpressionCourse(Course):
    """A chain of equal forms."""

    def __init__(self, posed: Posed, sense: Sense) -> None:
        super().__init__(posed)
        self.sense = sense
        self.goal = self._goal()
        self.now, self.now_node = self.goal, posed.node
        self.trees: list[Node] = [posed.node] if posed.node is not None else []
        self.letters = frozenset().union(*(symbols(n) for n in self.trees)) | {posed.variable}
        if posed.sort == "derivative" and posed.names.functions.get("y") and "y" not in self.letters:
            self.names.letters["y"] = posed.names.functions["y"][1]
        self.parts: list[Any] = []
        """Values of calculations beside the main one."""
        if isinstance(self.goal, sp.Basic):
            self.names.letters.setdefault(plain_name_of(GIVEN), self.goal)

    def _goal(self) -> Any:
        posed = self.posed
        if posed.sort in ("derivative", "matrix") or posed.node is None:
            return posed.value
        found = self.sense.value(posed.node, self.names, Line("", values=posed.held))
        return posed.value if found is None else found

    def candidates(self) -> Sequence[Any]:
        """The value itself, where it has no letters; else what the parts of the work were."""
        given = {sp.Symbol(n): v for n, v in self.posed.given.items()}
        values = [v.subs(given) if isinstance(v, sp.Expr) else v for v in (self.now, self.goal)]
        return [v for v in values if _is_scalar(v) and not v.free_symbols]

    # -- one line --------------------------------------------------------------------------------------

    def judge(self, line: Line, ahead: Sequence[Line]) -> Finding:
        """The verdict: the first wrong claim, else the last one that says something."""
        found: Finding | None = None
        self._put_rates()
        for claim in (claim for group in statements(line) for claim in group):
            found = self._claim(claim, line, ahead) or found
            if found is not None and found.verdict == "wrong":
                return self.told(found)
        if found is None and line.says_none and not line.unread:
            empty = (
                self.goal is sp.S.EmptySet or isinstance(self.goal, sp.Expr) and self.goal.has(sp.AccumBounds)
            )
            return Finding("correct", "solved") if empty else Finding("unknown", "undecided")
        if found is not None and found.reason in ("calculation", "identity") and not self.finished:
            last = not any(a.claims for a in ahead)
            value = self.sense.value(line.claims[-1].sides[-1], self.names, line) if line.claims else None
            if last and value is not None and self.sense.differs(self.goal, value) is not False:
                found = Finding("unfinished", "not-finished")
        return self.concluded(found, line)

    def _put_rates(self) -> None:
        """What du and dy/du are, where u was defined."""
        x, letters = sp.Symbol(self.posed.variable), self.names.letters
        letters[f"D_{x.name}"] = sp.Integer(1)
        main = self.posed.names.functions.get("y", (x, None))[1]
        for name, value in list(letters.items()):
            if len(name) == 1 and isinstance(value, sp.Expr) and value.has(x):
                slope = letters[f"D_{name}"] = sp.diff(value, x)
                if main is not None and slope != 0:
                    letters[f"Q_y{name}"] = letters[f"Q_f{name}"] = sp.diff(main, x) / slope

    def _claim(self, claim: Claim, line: Line, ahead: Sequence[Line]) -> Finding | None:
        sides = list(claim.sides)
        values = [self.sense.value(side, self.names, line) for side in sides]
        if set(claim.signs) - {"="}:
            return calculated(values, claim.signs)
        if claim.continues:
            sides.insert(0, self.now_node if self.now_node is not None else sides[0])
            values.insert(0, self.now)
        if (claim.defining and is_solved(claim) or self._is_new_name(claim, line, ahead)) and (
            named := self._defined(claim, line)
        ):
            return named
        left = sides[0]
        if isinstance(left, Symbol) and left.name[:2] in ("D_", "Q_") and left.name not in self.names.letters:
            return Finding("correct", "definition")  # dv = … where v is still to be found
        if self._names_rate(left, claim):
            return Finding("correct", "definition")  # v' = …, by parts
        if self._names_result(left) and len(sides) > 1:
            sides, values = sides[1:], values[1:]
        if all(v is None for v in values):
            alone = len(claim.sides) == 1 and isinstance(claim.sides[0], Symbol)
            return None if alone else Finding("unknown", "undecided")
        return self._chain(sides, values, claim, line, ahead)

    def _is_new_name(self, claim: Claim, line: Line, ahead: Sequence[Line]) -> bool:
        """`u = x^2`, where later lines use the u."""
        if not is_solved(claim) or claim.continues:
            return False
        name = claim.sides[0].name  # type: ignore[union-attr]  # is_solved: a letter
        later = [s for other in (line, *ahead) for c in other.claims if c is not claim for s in c.sides]
        return name in SUBSTITUTES or any(
            name in symbols(s) or any(isinstance(n, Apply) and n.name.rstrip("'") == name for n in walk(s))
            for s in later
        )

    def _defined(self, claim: Claim, line: Line) -> Finding | None:
        value = self.names.value(claim.sides[1], line.values)
        return self.define(claim, [None, value], self.letters) if isinstance(value, sp.Basic) else None

    def _names_rate(self, left: Node, claim: Claim) -> bool:
        """`v' = e^x` of a letter that the problem does not have, where an integral is to be found."""
        name = left.name if isinstance(left, Apply | Symbol) else ""
        own = name.rstrip("'") not in self.letters and len(name.rstrip("'")) == 1
        return self.posed.sort == "integral" and name.endswith("'") and own and len(claim.sides) == 2

    def _names_result(self, node: Node) -> bool:
        """`S`, `y'`, `f'(x)` in front of the result, where that has no value of its own."""
        if isinstance(node, Apply):
            name = node.name.rstrip("'")
            return name not in self.names.functions and name not in self.names.letters
        return (
            isinstance(node, Symbol)
            and "_" not in node.name
            and node.name not in self.letters
            and node.name not in self.names.letters
        )

    # -- a = b = c --------------------------------------------------------------------------------------

    def _chain(
        self, sides: list[Node], values: list[Any], claim: Claim, line: Line, ahead: Sequence[Line]
    ) -> Finding:
        """Each must be the one before; the first must be what was there, unless it is a side calculation."""
        if isinstance(self.goal, sp.MatrixBase) and all(_is_scalar(v) for v in values):
            return self._beside_matrix(sides, values, line)
        if self._is_of_matrices(sides, values):
            return self._between(sides, values, line, linked=False)
        first = self.sense.differs(self.now, values[0]) if values[0] is not None else None
        if first is not False and self.wrong and self.sense.differs(self.goal, values[0]) is False:
            first, self.wrong = False, False  # back on the right way
        if first is False:
            return self._between(sides, values, line, linked=True, ahead=ahead)
        if len(values) > 1:
            if self._is_aside(sides, values, line, ahead):
                return Finding("correct", "calculation" if not symbols(sides[0]) else "identity")
            named = isinstance(sides[0], Symbol) and sides[0].name == "y"
            if named and values[-1] is not None and self.sense.differs(self.now, values[-1]) is False:
                return self._between(
                    sides[1:], values[1:], line, linked=True, ahead=ahead
                )  # y = … for y′ = …
            if self._names_function(sides[0]) or self._is_wrong_calculation(values):
                return self._between(sides, values, line, linked=False)
            if values[0] is None and self.posed.sort == "limit" and values[-1] is not None:  # 0/0 = …
                started = [self.now_node or sides[0], *sides[1:]]
                return self._between(started, [self.now, *values[1:]], line, linked=True, ahead=ahead)
        elif isinstance(first, Difference) and self._is_part(values[0], line, ahead):
            return Finding("correct", "identity")
        if is_solved(claim) and isinstance(sides[0], Symbol):
            given = self.posed.given.get(sides[0].name)
            return (
                Finding("correct", "restated")
                if given is not None and given == values[-1]
                else Finding("unknown", "no-link")
            )
        if first is None:
            return Finding("unknown", "undecided")
        if self.posed.asks_else:  # how a feature is found is not compared: the line is a beginning of its own
            self.now, self.now_node = values[-1], sides[-1]
            return (
                self._between(sides, values, line, linked=False)
                if len(values) > 1
                else Finding("unknown", "no-link")
            )
        return self._wrong(self.now_node, self.now, sides[0], values[0], first, line, sides, values)

    def _beside_matrix(self, sides: list[Node], values: list[Any], line: Line) -> Finding:
        """A determinant on the way to an inverse."""
        if len(values) > 1:
            return self._between(sides, values, line, linked=False)
        right = values[0] == self.names.letters.get(plain_name_of(DETERMINANT))
        return Finding("correct", "calculation") if right else Finding("unknown", "no-link")

    def _is_of_matrices(self, sides: Sequence[Node], values: Sequence[Any]) -> bool:
        """`AB = [[…]]`, `|A| = 3` on the way to something else: a statement of its own."""
        known = len(values) > 1 and values[0] is not None and self.posed.sort == "matrix"
        named = bool(symbols(sides[0])) and symbols(sides[0]) <= self.posed.names.letters.keys()
        return known and named and self.sense.differs(self.goal, values[0]) is not False

    def _is_wrong_calculation(self, values: Sequence[Any]) -> bool:
        """Numbers that are not equal to one another, and none of them is what is worked on: a side calculation went wrong."""
        if any(v is None or self.sense.differs(self.now, v) is False for v in values):
            return False
        found = calculated(values, ("=",) * (len(values) - 1))
        return found is not None and found.verdict == "wrong"

    def _names_function(self, node: Node) -> bool:
        """`f'(2)`, `d/dx x²`, `∫ x dx`: it says itself what it is."""
        if self.posed.sort == "derivative" and "y" in symbols(node) and "y" in self.names.letters:
            return True  # ln y = …
        applied = any(isinstance(n, Apply) for n in walk(node))
        return applied or has_operator(node) and self.posed.sort != "limit"

    def _between(
        self, sides: list[Node], values: list[Any], line: Line, *, linked: bool, ahead: Sequence[Line] = ()
    ) -> Finding:
        """The places between the signs; `linked`: the first side is what stood there before."""
        for k in range(1, len(values)):
            if values[k] is None and self.posed.sort == "limit" and k + 1 < len(values):
                values[k] = values[k - 1]  # 0/0 in the middle has no value: what is behind it is compared
                continue
            if values[k] is None or values[k - 1] is None:
                return Finding("unknown", "undecided")
            found = self.sense.differs(values[k - 1], values[k])
            if isinstance(found, Difference) or found is True:
                kept = self.now, self.now_node
                wrong = self._wrong(
                    sides[k - 1], values[k - 1], sides[k], values[k], found, line, sides, values
                )
                if not linked and not any(symbols(s) for s in sides):
                    self.now, self.now_node = kept  # the main line stays where it was
                    self.parts.append(values[-1])
                return wrong
            if found is None:
                return Finding("unknown", "undecided")
        self.trees.append(sides[-1])
        if not linked:
            return Finding("correct", "identity")
        self.now, self.now_node = values[-1], sides[-1]
        return self._ended(sides[-1], values[-1], last=not any(a.claims for a in ahead))

    def _ended(self, node: Node, value: Any, *, last: bool) -> Finding:
        fault = self.sense.fault(node, value, self.posed) or self._open(node)
        if not fault:
            restated = node == self.posed.node and self.posed.sort != "matrix"
            self.finished = not restated
            return Finding("correct", "restated" if restated else "solved")
        if last:
            return Finding(
                "unfinished", fault, slip="missing-constant" if fault == "missing-constant" else ""
            )
        return Finding("correct", "same")

    def _open(self, node: Node) -> str:
        """Letters that the work has introduced, primes and bounds are still to be put in."""
        if self.posed.sort == "matrix":
            return ""
        introduced = self.names.letters.keys() - self.posed.names.letters.keys()
        held = any(
            isinstance(n, Apply) or isinstance(n, Symbol) and n.name.startswith("K_") for n in walk(node)
        )
        return "not-finished" if held or symbols(node) & introduced else ""

    # -- calculations beside the main one -----------------------------------------------------------------

    def _is_aside(self, sides: list[Node], values: list[Any], line: Line, ahead: Sequence[Line]) -> bool:
        """A true calculation of a part of what stands there, or with results of earlier ones."""
        for a, b in pairwise(values):
            if a is None or b is None or self.sense.differs(a, b) is not False:
                return False
        known = any(_contains(tree, sides[0]) for tree in self.trees) or self._names_function(sides[0])
        if not known and not any(symbols(s) for s in sides):  # 12·10 = 120 on the way to 12·15
            known = any(self._reaches_goal(later) or self._goes_wrong(later) for later in ahead)
        if known or self._is_part(values[0], line, ahead) or self._made_of_parts(sides[0], line):
            self.parts += values[:1]
            self.trees.append(sides[-1])
            return True
        return False

    def _goes_wrong(self, line: Line) -> bool:
        """Whether a later line has a false calculation: then it is that one that is told."""
        for claim in line.claims:
            values = [self.names.value(s, line.values) for s in claim.sides]
            found = calculated(values, claim.signs) if not claim.continues else None
            if found is not None and found.verdict == "wrong":
                return True
        return False

    def _made_of_parts(self, node: Node, line: Line) -> bool:
        """12 + 10 behind 3·4 = 12 and 5·2 = 10."""
        values = [self.names.value(child, line.values) for child in children(node)]
        return (
            bool(self.parts)
            and bool(values)
            and all(v is not None and any(v == p for p in self.parts) for v in values)
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
            v == value or _is_scalar(v) and _is_scalar(value) and difference(v, value) is False
            for v in known[:40]
        )

    def _reaches_goal(self, line: Line) -> bool:
        values = (self.sense.value(side, self.names, line) for claim in line.claims for side in claim.sides)
        return any(v is not None and self.sense.differs(self.now, v) is False for v in values)

    # -- wrong --------------------------------------------------------------------------------------------

    def _wrong(self, before: Node | None, was: Any, after: Node, value: Any, found: Difference | bool, line: Line, sides: list[Node], values: list[Any]) -> Finding:  # fmt: skip
        slip, place = self._slip(before, was, after, value, line)
        first = len(self.trees) <= 1
        numbers = before is not None and not symbols(before) and not symbols(after) and not first
        example = self._example(found, here=any(before is s for s in sides) and before is not self.posed.node)
        self.now, self.now_node = values[-1] if values[-1] is not None else value, sides[-1]
        self.trees.append(sides[-1])
        reason = "wrong-calculation" if numbers else "not-from-problem" if first else "not-equivalent"
        return Finding("wrong", reason, slip=slip, place=place, counterexample=example)

    def _example(self, found: Difference | bool, *, here: bool) -> tuple[str, dict[str, str]] | None:
        """The numbers that show it; `here`: both forms stand in the line itself."""
        if not isinstance(found, Difference):
            return None
        code = self.sense.code if found.point else "numbers-differ" if here else "was-is"
        words = found.words()
        if code == "entry-differs":
            words |= {name: str(v) for name, v in found.point}
        return code, words

    def _slip(self, before: Node | None, was: Any, after: Node, value: Any, line: Line) -> tuple[str, str]:
        if not _is_scalar(value) or not _is_scalar(was):
            return next(
                (n for n, wrong, _ in self.sense.slips(self.posed) if wrong == value), "arithmetic"
            ), ""
        if (
            before is not None
            and not has_operator(before)
            and symbols(after)
            and (copied := copied_expression(before, after))
        ):
            return "copying", copied
        own = (
            list(self.sense.slips(self.posed))
            if before is None or before is self.posed.node or has_operator(before) or not self.finished
            else []
        )
        vague = "", ""
        sources = [before, self.now_node, self.posed.node]
        if self.posed.given and self.posed.node is not None:
            sources.append(_put_in(self.posed.node, self.posed.given))
        for k, source in enumerate(sources):
            if any(source is s for s in sources[:k]):
                continue
            found = slip_of_value(
                source, was, value, self.names, {**line.values, **self.posed.held}, more=() if k else own
            )
            if found[0] not in ("", "arithmetic"):
                return found
            vague = vague if vague[0] else found
        return vague


def _put_in(node: Node, given: Mapping[str, Any]) -> Node:
    """The tree with whole numbers for letters, as they are put in by hand."""
    if isinstance(node, Symbol) and isinstance(given.get(node.name), sp.Integer):
        value = int(given[node.name])
        number = Number(Fraction(abs(value)), str(abs(value)))
        return Negative(number) if value < 0 else number
    return with_children(node, lambda child: _put_in(child, given))


def _is_scalar(value: Any) -> bool:
    return isinstance(value, sp.Expr) and not isinstance(value, sp.MatrixBase)


def _contains(tree: Node, part: Node) -> bool:
    return any(n == part for n in walk(tree))
