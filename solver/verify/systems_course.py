"""Work on a system of equations: a line may be any consequence of it; in the end every unknown has its value.

Linear systems are judged by their rows, others by their real solutions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

import sympy as sp

from solver.formula.nodes import Group, Symbol
from solver.verify.conditions import Condition, Rel, holds, letters_of
from solver.verify.course import Course, all_symbols, calculated, point_words, same_everywhere, statements
from solver.verify.equality import is_real, number, shown
from solver.verify.forms import is_simple_value
from solver.verify.lines import Claim, Line, is_solved
from solver.verify.posed import Posed
from solver.verify.reading_conditions import condition_of
from solver.verify.slips.systems import slip_of_system
from solver.verify.solutions import augmented, holds_in, one_letter, rank_of, real_solutions
from solver.verify.verdicts import Finding


class SystemCourse(Course):
    """Several equations in several unknowns."""

    def __init__(self, posed: Posed) -> None:
        super().__init__(posed)
        self.unknowns = [sp.Symbol(u) for u in posed.unknowns]
        conditions = [
            condition_of([replace(c, joint="")], self.names, posed.held, posed.unknowns) for c in posed.claims
        ]
        if any(c is None for c in conditions):
            raise ValueError("the problem has no value")
        self.rows: list[Rel] = [r for c in conditions if c is not None for case in c for r in case]
        self.problem: Condition = (tuple(self.rows),)
        self.points = real_solutions(self.rows, self.unknowns)
        self.worlds: list[list[dict[sp.Symbol, Any]]] = []
        """Solutions of the wrong lines together with single equations of the system."""
        self.astray: Any = None
        """Rows of the last wrong line, where the system has many solutions or none."""
        self.given: dict[str, list[Any]] = {}
        self.cases: list[Condition] = []
        self.claims: list[Claim] = list(posed.claims)
        self.letters = all_symbols([s for c in posed.claims for s in c.sides])
        self.judged = 0

    def candidates(self) -> Sequence[Any]:
        """What the unknowns are."""
        return [v for p in self.points or () for v in p.values()]

    def judge(self, line: Line, ahead: Sequence[Line]) -> Finding:
        """The verdict: the first wrong statement of the line, else the last one."""
        if line.says_none or line.says_all and not line.claims:
            return self.told(self._none(line))
        found: Finding | None = None
        groups = list(statements(line))
        for n, group in enumerate(groups):
            rest = replace(line, claims=tuple(c for g in groups[n + 1 :] for c in g))
            one = self._group(group, line, (rest, *ahead) if rest.claims else ahead)
            found = one or found
            if one is not None and one.verdict == "wrong":
                break
        self.judged += 1
        return self.concluded(found, line)

    def _none(self, line: Line) -> Finding:
        if self.points is None:
            consistent = rank_of(self.rows, self.unknowns) is not None
            right = consistent != line.says_none
            return Finding("correct", "solved") if right else Finding("wrong", "answer-wrong")
        if line.says_none and not self.points:
            return Finding("correct", "solved")
        return (
            Finding("wrong", "lost-roots", {"roots": point_words(self.points[0])}, slip="lost-root")
            if self.points
            else Finding("wrong", "answer-wrong")
        )

    def _group(self, group: tuple[Claim, ...], line: Line, ahead: Sequence[Line]) -> Finding | None:
        if (reduced := self._augmented(group, line)) is not None:
            return reduced
        if any(isinstance(c.sides[-1], Group) for c in group):
            return self._pairs(group, line, ahead)
        claims = [c for c in group if c.signs and not c.continues]
        if not claims:
            return None
        values = [[self.names.value(s, line.values) for s in c.sides] for c in claims]
        written = all_symbols([s for c in claims for s in c.sides]) & self.letters
        if not written and all(
            v is not None and isinstance(v, sp.Expr) and not v.free_symbols for vs in values for v in vs
        ):
            return self._numbers(claims, values)
        defined = [self.define(c, v, self.letters) for c, v in zip(claims, values, strict=True)]
        if all(d is not None for d in defined):
            return defined[0]
        if len(claims) == 1 and set(claims[0].signs) == {"="} and same_everywhere(values[0]) is False:
            return Finding("correct", "identity")
        condition = condition_of(claims, self.names, line.values, self.posed.unknowns)
        if condition is None:
            return Finding("unknown", "undecided")
        if letters_of(condition) - set(self.unknowns):
            return Finding("unknown", "no-link")
        return self._judged(condition, claims, ahead)

    def _numbers(self, claims: Sequence[Claim], values: Sequence[Sequence[Any]]) -> Finding | None:
        found = None
        for claim, chain_ in zip(claims, values, strict=True):
            found = calculated(chain_, claim.signs)
            if found is not None and found.verdict == "wrong":
                inconsistent = (
                    self.points == [] or self.points is None and rank_of(self.rows, self.unknowns) is None
                )
                return Finding("correct", "same") if inconsistent else found
        return found

    def _pairs(self, group: Sequence[Claim], line: Line, ahead: Sequence[Line]) -> Finding | None:
        """`(3, 2)` as the solution."""
        cases = []
        for claim in group:
            node = claim.sides[-1] if claim.sides else None
            if isinstance(node, Group) and len(node.items) == len(self.unknowns):
                values = [self.names.value(i, line.values) for i in node.items]
                if all(isinstance(v, sp.Expr) for v in values):
                    cases.append(tuple(Rel("=", u, v) for u, v in zip(self.unknowns, values, strict=True)))
        return self._judged(tuple(cases), [], ahead) if cases else None

    def _augmented(self, group: Sequence[Claim], line: Line) -> Finding | None:
        """A line of row reduction: the augmented matrix must have the reduced form of the system's."""
        if len(group) != 1 or group[0].signs or not isinstance(group[0].sides[0], Symbol):
            return None
        matrix = self.names.value(group[0].sides[0], line.values)
        if not isinstance(matrix, sp.MatrixBase) or matrix.cols != len(self.unknowns) + 1:
            return None
        own = augmented(self.rows, self.unknowns)
        if own is None:
            return None
        world = sp.Matrix(matrix).rref()[0]
        reference = self.names.letters.get("_rows", own)
        rows = [r for r in world.tolist() if any(r)]
        wanted = [r for r in sp.Matrix(reference).rref()[0].tolist() if any(r)]
        if rows == wanted:
            return Finding("correct", "same")
        if self.wrong and rows == [r for r in sp.Matrix(own).rref()[0].tolist() if any(r)]:
            self.wrong = False
            self.names.letters.pop("_rows", None)
            return Finding("correct", "same")
        self.names.letters["_rows"] = sp.ImmutableMatrix(matrix)
        return Finding("wrong", "not-equivalent", slip="arithmetic")

    # -- against the system -------------------------------------------------------------------------------

    def _judged(self, condition: Condition, claims: Sequence[Claim], ahead: Sequence[Line]) -> Finding:
        last = not any(a.claims for a in ahead)
        if self.points is None:
            return self._by_rows(condition, claims, last=last)
        held = [p for p in self.points if holds(condition, p)]
        if self.wrong and held and not self._too_much(condition) and self._leaves_wrong(condition):
            self._back()
        if self.points and len(held) == len(self.points) and not self._too_much(condition):
            return self._accept(condition, claims, last=last)
        if held and not self._too_much(condition):
            return self._case(condition, claims, held, ahead, last=last)
        if self.wrong and any(holds_in(condition, world) for world in self.worlds):
            self._note(condition)
            self.claims += claims
            return Finding("correct", "same")
        return self._wrong(condition, claims, held)

    def _leaves_wrong(self, condition: Condition) -> bool:
        """Whether a line that is true of the problem does not agree with the wrong line: the student has corrected it."""
        told = [w for w in self.worlds if w and letters_of(condition) & set(self.unknowns) <= w[0].keys()]
        return not self.worlds or bool(told) and not any(holds_in(condition, w) for w in told)

    def _back(self) -> None:
        """On the right way again: what the wrong lines said of the unknowns is forgotten."""
        self.wrong, self.worlds = False, []
        right = {u.name: [p[u] for p in self.points or ()] for u in self.unknowns}
        kept = {name: [v for v in values if v in right[name]] for name, values in self.given.items()}
        self.given = {name: values for name, values in kept.items() if values}

    def _too_much(self, condition: Condition) -> bool:
        """Whether one of several points that are given is no solution."""
        for case in condition:
            point = {
                r.left: r.right
                for r in case
                if r.left in self.unknowns and not r.right.free_symbols and r.sign == "="
            }
            if len(point) == len(self.unknowns) and not holds(self.problem, point):
                return True
            if (
                len(condition) > 1
                and self.points
                and point
                and not any(
                    all(holds(((Rel("=", k, v),),), p) for k, v in point.items()) for p in self.points
                )
            ):
                return True
        return False

    def _note(self, condition: Condition) -> None:
        for case in condition:
            for r in case:
                if r.left in self.unknowns and not r.right.free_symbols and r.sign == "=":
                    self.given.setdefault(r.left.name, []).append(r.right)

    def _accept(self, condition: Condition, claims: Sequence[Claim], *, last: bool) -> Finding:
        self._note(condition)
        self.claims += claims
        missing = [u.name for u in self.unknowns if u.name not in self.given]
        whole = all(
            {r.left for r in case if r.left in self.unknowns and not r.right.free_symbols}
            == set(self.unknowns)
            for case in condition
        )
        if not missing and (len(self.points or ()) == 1 or self._all_given() or whole):
            self.finished = True
            simple = all(is_simple_value(c.sides[-1]) for c in claims if is_solved(c))
            return (
                Finding("correct", "solved") if simple or not last else Finding("unfinished", "form-simplify")
            )
        if last and missing and len(missing) < len(self.unknowns):
            return Finding(
                "unfinished", "one-unknown-left", {"letters": ", ".join(f"\\({m}\\)" for m in missing)}
            )
        return (
            Finding("unfinished", "not-finished")
            if last and not self.finished
            else Finding("correct", "same")
        )

    def _all_given(self) -> bool:
        return all(any(holds(c, p) for c in self.cases) for p in self.points or ())

    def _case(
        self,
        condition: Condition,
        claims: Sequence[Claim],
        held: Sequence[Mapping[sp.Symbol, Any]],
        ahead: Sequence[Line],
        *,
        last: bool,
    ) -> Finding:
        later = []
        for line in ahead:
            for group in statements(line):
                found = condition_of(
                    [c for c in group if c.signs and not c.continues],
                    self.names,
                    line.values,
                    self.posed.unknowns,
                )
                if found is not None:
                    later.append(found)
        missing = [
            p
            for p in self.points or ()
            if p not in held and not any(holds(c, p) for c in (*later, *self.cases))
        ]
        if missing and self._solves(condition) and not self.posed.asks_else:
            return Finding("wrong", "lost-roots", {"roots": point_words(missing[0])}, slip="lost-root",
                           counterexample=("true-before", {"point": point_words(missing[0]), "before": "", "after": ""}))  # fmt: skip
        self.cases.append(condition)
        self._note(condition)
        self.claims += claims
        if self._all_given() and self._solves(condition):
            self.finished = True
            return Finding("correct", "solved")
        return Finding("correct", "case")

    def _solves(self, condition: Condition) -> bool:
        return all(r.left in self.unknowns and not r.right.free_symbols for case in condition for r in case)

    def _wrong(self, condition: Condition, claims: Sequence[Claim], held: Sequence[Any]) -> Finding:
        point = next((p for p in self.points or () if p not in held), None)
        example = None
        if point is not None:
            failing = next((r for case in condition for r in case if not r.holds(point)), None)
            if failing is not None:
                left, right = number(failing.left, point), number(failing.right, point)
                if is_real(left) and is_real(right):
                    exact = [e.subs(point) for e in (failing.left, failing.right)]
                    example = (
                        "held-before",
                        {
                            "point": point_words(point),
                            "before": f"\\({shown(exact[0])}\\)",
                            "after": f"\\({shown(exact[1])}\\)",
                        },
                    )
        slip, place = slip_of_system(self.claims, condition, self)
        rows = [r for case in condition for r in case]
        self.worlds = [
            w
            for k in range(len(self.rows))
            if (w := real_solutions([*rows, self.rows[k]], self.unknowns)) is not None
        ]
        if (alone := real_solutions(rows, self.unknowns)) is not None:
            self.worlds.append(alone)
        if not self.worlds:
            self.worlds = [w for w in (real_solutions([*rows, *self.rows[1:]], self.unknowns),) if w]
        if len(rows) == 1:
            self.worlds += one_letter(rows[0], self.unknowns)
        self._note(condition)
        self.claims += claims
        first = self.judged == 0
        return Finding(
            "wrong",
            "not-from-problem" if first else "not-equivalent",
            slip=slip,
            place=place,
            counterexample=example,
        )

    def _by_rows(self, condition: Condition, claims: Sequence[Claim], *, last: bool) -> Finding:
        """A system with many solutions or none: a linear consequence has no row of its own."""
        own = augmented(self.rows, self.unknowns)
        new = augmented(list(chain.from_iterable(condition)), self.unknowns)
        if own is None or new is None or len(condition) > 1:
            return Finding("unknown", "undecided")
        if own.col_join(new).rank() == own.rank():
            self.claims += claims
            self.wrong = False
            return Finding("correct", "same")
        astray = own if self.astray is None else own.col_join(self.astray)
        if self.wrong and astray.col_join(new).rank() == astray.rank():
            self.claims += claims
            return Finding("correct", "same")  # from the wrong line
        if own[:, :-1].rank() < own.rank():
            return Finding("unknown", "undecided")  # from a contradiction everything follows
        slip, place = slip_of_system(self.claims, condition, self)
        self.astray = new
        return Finding(
            "wrong", "not-from-problem" if not self.judged else "not-equivalent", slip=slip, place=place
        )
