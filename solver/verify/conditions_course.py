"""Work on an equation or an inequality in one unknown: every line is a condition that is compared with the one before.

A line may say the same, one case of several, less (a solution is lost), or more (a root may be extraneous).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import sympy as sp

from solver.formula.nodes import Symbol
from solver.verify.conditions import Condition, Rel, Spot, Table, compared, holds, letters_of, solutions
from solver.verify.course import Course, all_symbols, calculated, same_everywhere, statements
from solver.verify.critical import critical
from solver.verify.equality import is_real, near, number, shown
from solver.verify.forms import is_simple_value
from solver.verify.lines import Claim, Line, is_solved
from solver.verify.problem import Posed
from solver.verify.reading_conditions import condition_of, is_solution_form
from solver.verify.rewriting import GIVEN, LEFT, RIGHT, ROOTS_OF
from solver.verify.slips import slip_of_condition
from solver.verify.verdicts import Finding

_SAMPLES: Final = (("7/3", "-5/2", "11/4", "13/5"), ("3/2", "17/6", "-7/5", "9/7"))
"""What other letters of a formula are taken to be, when it is solved for one of them."""


def plain(name: str) -> str:
    """The placeholder as the reader of formulas names its symbol."""
    return name.replace("{", "").replace("}", "")


def _held(value: Any, line: Line) -> Symbol:
    """A value as a tree, by a placeholder of its line."""
    line.values["V_0"] = value  # type: ignore[index]
    return Symbol("V_0")


class ConditionCourse(Course):
    """One unknown, real; other letters stand for numbers that are not known."""

    def __init__(self, posed: Posed) -> None:
        super().__init__(posed)
        self.x = sp.Symbol(posed.unknowns[0])
        found = condition_of(
            [replace(c, joint="and") for c in posed.claims], self.names, posed.held, posed.unknowns
        )
        if found is None:
            raise ValueError("the problem has no value")
        self.problem: Condition = found
        parameters = sorted(letters_of(found) - {self.x}, key=str)
        self.samples = [
            dict(zip(parameters, map(sp.Rational, s), strict=False))
            for s in (_SAMPLES if parameters else ((),))
        ]
        self.parameters = frozenset(s.name for s in parameters)
        self.now, self.now_claims = found, tuple(posed.claims)
        self.whole = found
        self.kept = [found]
        self.stated: list[Condition] = []
        """Solutions that lines have given, each as one case."""
        self.within: Condition = ((),)
        self.last: Any = None
        self.letters = all_symbols([s for c in posed.claims for s in c.sides]) | {posed.unknowns[0]}

    # -- one line ------------------------------------------------------------------------------------

    def judge(self, line: Line, ahead: Sequence[Line]) -> Finding:
        """The verdict: the first wrong statement of the line, else its last one."""
        if line.says_none and not any(c.signs for c in line.claims):
            return self.told(self._none())
        if line.says_all and not line.claims:
            return self.told(self._statement((), ((),), (), ahead, last=True))
        found: Finding | None = None
        at: dict[str, Any] = {}
        groups = list(statements(line))
        for n, group in enumerate(groups):
            more = n + 1 < len(groups)
            one = self._group(group, line, ahead if not more else (*ahead, line), at, more=more)
            if one is None:
                continue
            found = one
            if one.verdict == "wrong":
                break
        for name in at:
            self.names.letters.pop(name, None)
        if at and any(c.rejected for c in line.claims) and (found is None or found.verdict == "correct"):
            found = self._rejected(
                (Claim((Symbol(self.x.name), _held(at[self.x.name], line)), ("=",), rejected=True),),
                line,
                ahead,
            )
        if found is None:
            return (
                Finding("unknown", "unreadable", {"part": line.unread[0][:60]})
                if line.unread
                else Finding("unknown", "no-formula")
            )
        if line.unread and found.verdict in ("correct", "unfinished"):
            return Finding("unknown", "unreadable", {"part": line.unread[0][:60]})
        return self.told(found)

    def _group(
        self, group: tuple[Claim, ...], line: Line, ahead: Sequence[Line], at: dict[str, Any], *, more: bool
    ) -> Finding | None:
        if any(c.rejected and self._names_unknown(c) for c in group):
            return self._rejected(group, line, ahead)
        if more and all(c.hypothesis and c.signs for c in group):
            return self._hypothesis(group, line, at)
        claims = [self._completed(c) for c in group]
        if any(c is None for c in claims):
            return None
        readable = [c for c in claims if c is not None]
        if (sums := self._without_letters(readable, line)) is not None:
            return sums
        if (
            len(readable) == 1
            and not readable[0].signs
            and not readable[0].joint
            and isinstance(readable[0].sides[0], Symbol)
        ):
            return Finding("correct", "definition")
        defined = [
            self.define(
                c,
                [None, self.names.value(c.sides[1], line.values)] if len(c.sides) == 2 else (),
                self.letters,
            )
            for c in readable
            if c.signs
        ]
        if defined and all(d is not None for d in defined):
            return defined[0]
        if len(readable) == 1 and (aside := self._aside(readable[0], line)) is not None:
            return aside
        condition = condition_of(readable, self.names, line.values, self.posed.unknowns)
        if condition is None:
            return self._expression(readable, line)
        if readable[-1].signs:
            self.last = self.names.value(readable[-1].sides[-1], line.values)
        strangers = letters_of(condition) - {self.x} - {sp.Symbol(p) for p in self.parameters}
        if strangers:
            return Finding("unknown", "no-link")
        return self._statement(
            tuple(readable),
            condition,
            tuple(readable),
            ahead,
            last=not any(a.claims or a.says_none for a in ahead),
        )

    def _names_unknown(self, claim: Claim) -> bool:
        left = claim.sides[0]
        return is_solved(claim) and isinstance(left, Symbol) and left.name.split("_")[0] == self.x.name

    def _completed(self, claim: Claim) -> Claim | None:
        """`= 3` behind `x = 6/2` as `x = 3`; the first sides of an equation stay what they were."""
        if not claim.continues:
            return claim
        previous = self.now_claims[-1] if self.now_claims else None
        if previous is None or previous.signs[:1] != ("=",):
            return None
        return (
            replace(claim, sides=(previous.sides[-1], *claim.sides))
            if not is_solved(previous)
            else replace(claim, sides=(previous.sides[0], *claim.sides))
        )

    def _hypothesis(self, group: tuple[Claim, ...], line: Line, at: dict[str, Any]) -> Finding | None:
        """`x = 3:` puts the value in for the rest of the line; `if x > 1:` narrows what is compared."""
        only = group[0]
        if len(group) == 1 and is_solved(only) and only.sides[0] == Symbol(self.x.name):
            value = self.names.value(only.sides[1], line.values)
            if isinstance(value, sp.Expr) and value.is_number:
                at[self.x.name] = value
                for name, value_of in self._sides_at(value).items():
                    at[name] = value_of
                self.names.letters.update(at)
                return None
        condition = condition_of(group, self.names, line.values, self.posed.unknowns)
        if condition is not None and all(r.sign != "=" for c in condition for r in c):
            self.within = condition
        return None

    def _sides_at(self, value: Any) -> dict[str, Any]:
        if len(self.problem) != 1 or not self.problem[0]:
            return {}
        rel = self.problem[0][0]
        point = {self.x: value}
        return {plain(LEFT): rel.left.subs(point), plain(RIGHT): rel.right.subs(point)}

    def _without_letters(self, claims: Sequence[Claim], line: Line) -> Finding | None:
        """A line of numbers, a discriminant, a side of the problem at a value."""
        if not claims or not all(c.signs for c in claims):
            return None
        found = None
        for claim in claims:
            values = [self.names.value(side, line.values) for side in claim.sides]
            if isinstance(claim.sides[0], Symbol) and claim.sides[0].name == plain(ROOTS_OF):
                found = self._discriminant(values[1:], claim.signs[1:])
                if found.verdict != "correct":
                    return found
                continue
            if isinstance(claim.sides[0], Symbol) and claim.sides[0].name in (plain(LEFT), plain(RIGHT), plain(GIVEN)) and values[0].free_symbols:  # fmt: skip
                values[0] = self._side_at_solution(claim.sides[0].name, values[1:])
            one = calculated(values, claim.signs)
            if (
                one is None
                or one.verdict == "wrong"
                and self.x.name in all_symbols(claim.sides) - self.names.letters.keys()
            ):
                return None
            if one.verdict == "wrong" and self._refutes(values):
                one = Finding("correct", "check-right")
            found = one
            if one.verdict == "wrong":
                return self._no_solution_shown(one)
        return found

    def _side_at_solution(self, name: str, rest: Sequence[Any]) -> Any:
        """The side at that of the solutions found at which it has the value that is claimed."""
        values = [
            self._sides_at(s.value).get(name) for s in solutions(self.now, self.x)[0] if s.value is not None
        ]
        for value in values:
            if (
                value is not None
                and rest
                and rest[-1] is not None
                and (n := number(value)) is not None
                and (m := number(rest[-1])) is not None
                and near(n, m)
            ):
                return value
        return values[0] if values and values[0] is not None else sp.Symbol("?")

    def _refutes(self, values: Sequence[Any]) -> bool:
        """Whether 3 = −3 stands there because the two sides of the problem differ at the value that is checked."""
        sides = [self.names.letters.get(plain(n)) for n in (LEFT, RIGHT)]
        if len(values) < 2 or any(s is None for s in sides):
            return False
        numbers = [number(v) for v in (*sides, values[0], values[-1])]
        return (
            all(n is not None for n in numbers)
            and near(numbers[0], numbers[2])
            and near(numbers[1], numbers[3])
        )

    def _no_solution_shown(self, found: Finding) -> Finding:
        """0 = 5 is right where the equation before has no solution."""
        spots, certain = solutions(self._at(self.now, self.samples[0]), self.x)
        if spots or not certain:
            return found
        return Finding("correct", "same")

    def _discriminant(self, values: Sequence[Any], signs: Sequence[str]) -> Finding:
        numbers = [
            (v, s)
            for v, s in zip(values, ("=", *signs), strict=False)
            if isinstance(v, sp.Expr) and not v.free_symbols
        ]
        wanted = [d for c in reversed(self.kept) if (d := self._own_discriminant(c)) is not None]
        if not numbers or not wanted:
            return Finding("correct", "definition")
        chain = calculated([v for v, _ in numbers], [s for _, s in numbers[1:]])
        if chain is not None and chain.verdict == "wrong":
            return chain
        first = numbers[0]
        if first[1] != "=" or any(near(number(first[0]), number(w)) for w in wanted):
            return Finding("correct", "calculation")
        return Finding("wrong", "wrong-calculation", slip="quadratic-formula", counterexample=("numbers-differ", {"before": f"\\({shown(wanted[0])}\\)", "after": f"\\({shown(first[0])}\\)"}))  # fmt: skip

    def _own_discriminant(self, condition: Condition) -> Any:
        gap = condition[0][0].gap if len(condition) == 1 and len(condition[0]) == 1 else None
        if gap is None or not gap.is_polynomial(self.x) or sp.degree(gap, self.x) != 2:
            return None
        return sp.Poly(gap, self.x).discriminant()

    def _aside(self, claim: Claim, line: Line) -> Finding | None:
        """A true identity beside the equation, such as (x+1)² = x² + 2x + 1; where everything solves the problem it is more."""
        if set(claim.signs) != {"="}:
            return None
        values = [self.names.value(side, line.values) for side in claim.sides]
        if any(not isinstance(v, sp.Expr) for v in values) or same_everywhere(values) is not False:
            return None
        self.last = values[-1]
        table = self._table(self.now, ((),))
        return Finding("correct", "same" if table.same else "identity")

    def _expression(self, claims: Sequence[Claim], line: Line) -> Finding:
        """An expression alone claims nothing, unless it is a side of the equation before, or its two sides' difference."""
        value = self.names.value(claims[0].sides[0], line.values) if claims and not claims[0].signs else None
        if not isinstance(value, sp.Expr):
            return Finding("unknown", "undecided")
        known = [e for c in self.kept for case in c for r in case for e in (r.left, r.right, r.gap)]
        if any(same_everywhere((value, e)) is False for e in known[:12]):
            self.last = value
            return Finding("correct", "same")
        return Finding("unknown", "no-link")

    # -- the condition of a line against what holds -------------------------------------------------------

    def _at(self, condition: Condition, sample: dict[sp.Symbol, Any]) -> Condition:
        if not sample:
            return condition
        return tuple(
            tuple(Rel(r.sign, r.left.subs(sample), r.right.subs(sample)) for r in case) for case in condition
        )

    def _table(self, first: Condition, second: Condition, within: Condition = ((),)) -> Table:
        """Where they differ; with other letters at the first sample where they do."""
        for sample in self.samples:
            found = compared(
                self._at(first, sample), self._at(second, sample), self.x, within=self._at(within, sample)
            )
            if not found.same:
                return found
        return found

    def _statement(
        self,
        group: Sequence[Claim],
        condition: Condition,
        claims: tuple[Claim, ...],
        ahead: Sequence[Line],
        *,
        last: bool,
    ) -> Finding:
        table = self._table(self.now, condition)
        if self.within != ((),) and any(
            self._table(c, condition, self.within).same for c in (self.now, self.whole)
        ):
            return self._case(condition, claims, last=last)
        if table.same:
            return self._accept(condition, claims, last=last)
        for earlier in reversed(self.kept):
            if earlier is not self.now and self._table(earlier, condition).same:
                self.wrong = self.wrong and earlier is not self.problem
                return self._accept(condition, claims, last=last, whole=True)
        against = self._table(self.whole, condition)
        if not against.gained:
            return self._subset(condition, claims, against, ahead, last=last)
        if not self._is_solution(condition) and self._is_true_remark(condition):
            return Finding("correct", "true-here")
        gained = table.gained if not table.lost else against.gained
        if not table.lost or not against.lost:
            return self._superset(condition, claims, gained, ahead, last=last)
        return self._wrong(condition, claims, table)

    def _is_solution(self, condition: Condition) -> bool:
        return is_solution_form(condition, self.posed.unknowns)

    def _is_true_remark(self, condition: Condition) -> bool:
        """`x ≠ 1`, `x > 0` beside an equation: true at all of its solutions."""
        signs = {r.sign for case in condition for r in case}
        return "=" not in signs and all(r.sign == "=" for c in self.problem for r in c)

    def _accept(
        self, condition: Condition, claims: tuple[Claim, ...], *, last: bool, whole: bool = False
    ) -> Finding:
        if self.whole is self.now or whole:
            self.whole = condition
        self.now, self.now_claims = condition, claims or self.now_claims
        self.kept.append(condition)
        if self.within != ((),) and self._table(self.whole, condition).same:
            self.within = ((),)
        return self._ended(condition, claims, last=last)

    def _case(self, condition: Condition, claims: tuple[Claim, ...], *, last: bool) -> Finding:
        """What follows where the line's own condition holds: `if x ≥ 1: x − 1 = 3`."""
        narrowed = tuple((*case, *more) for case in condition for more in self.within)
        self.now, self.now_claims = narrowed, claims
        self.kept.append(narrowed)
        if not self._is_solution(condition):
            return Finding("correct", "case")
        self.stated.append(narrowed)
        union = tuple(case for c in self.stated for case in c)
        if self._table(self.problem, union).same:
            self.finished = True
            return Finding("correct", "solved")
        return Finding("unfinished", "not-finished") if last else Finding("correct", "case")

    def _ended(self, condition: Condition, claims: tuple[Claim, ...], *, last: bool) -> Finding:
        """The verdict of a line that follows: is it the end?"""
        solved = self._is_solution(condition)
        if solved:
            self.stated.append(condition)
        union = tuple(case for c in self.stated for case in c)
        complete = (
            bool(self.stated)
            and self._table(self.problem, union).same
            or solved
            and self._table(self.problem, condition).same
        )
        if solved and not self.wrong and last and not complete:
            extra = self._table(self.problem, union).gained
            if extra:
                return self._extraneous(extra)
        if complete and solved:
            if last and not all(is_simple_value(side) for c in claims for side in c.sides[1:]):
                return Finding("unfinished", "form-simplify")
            self.finished = True
            return Finding("correct", "solved")
        if last and not self.finished and not solved:
            return Finding("unfinished", "not-finished")
        return Finding("correct", "same")

    def _extraneous(self, extra: Sequence[Spot]) -> Finding:
        spot = extra[0]
        return Finding(
            "wrong",
            "extraneous",
            {"roots": self._words(extra)},
            slip="extraneous-root",
            counterexample=self._shown(self.problem, spot, "in-problem"),
        )

    def _subset(
        self,
        condition: Condition,
        claims: tuple[Claim, ...],
        table: Table,
        ahead: Sequence[Line],
        *,
        last: bool,
    ) -> Finding:
        """Less than before: an extraneous root left out, one case of several, or solutions lost."""
        real = (
            [s for s in table.lost if holds(self._at(self.problem, self.samples[0]), {self.x: s.at})]
            if not self.wrong
            else list(table.lost)
        )
        if not real:
            return self._accept(condition, claims, last=last, whole=True)
        covered = [*self._later(ahead), *self.stated]
        missing = [
            s for s in real if not any(holds(self._at(c, self.samples[0]), {self.x: s.at}) for c in covered)
        ]
        if not missing:
            self.now, self.now_claims = condition, claims
            self.kept.append(condition)
            found = self._ended(condition, claims, last=last)
            return Finding("correct", "case") if found.reason == "same" else found
        if not table.both:
            return self._wrong(condition, claims, table)
        slip = slip_of_condition(
            self.now_claims, claims, condition, self, lost=tuple(s.value for s in missing)
        )
        self.now, self.now_claims, self.whole = condition, claims, condition
        self.kept.append(condition)
        if self._is_solution(condition):
            self.stated.append(condition)
        return Finding("wrong", "lost-roots", {"roots": self._words(missing)}, slip=slip[0] or "lost-root", place=slip[1],
                       counterexample=self._shown(condition, missing[0], "held-before"))  # fmt: skip

    def _later(self, ahead: Sequence[Line]) -> list[Condition]:
        """What later lines say that are cases of what holds now."""
        found = []
        for line in ahead:
            for group in statements(line):
                if not all(c.signs and not c.continues for c in group):
                    continue
                condition = condition_of(group, self.names, line.values, self.posed.unknowns)
                if condition is None or letters_of(condition) - {self.x} - {
                    sp.Symbol(p) for p in self.parameters
                }:
                    continue
                table = self._table(self.whole, condition)
                if not table.gained and table.lost or any(c.rejected for c in group):
                    found.append(condition)
        return found

    def _superset(
        self,
        condition: Condition,
        claims: tuple[Claim, ...],
        gained: Sequence[Spot],
        ahead: Sequence[Line],
        *,
        last: bool,
    ) -> Finding:
        """More than before: allowed where the step is one that may bring in roots, and they are checked later."""
        solved = self._is_solution(condition)
        pseudo = all(self._is_pseudo(s) for s in gained)
        if (
            all(s.value is None for s in gained)
            and len(self.problem[0]) > 1
            and self._is_true_remark_of_several(condition)
        ):
            return Finding("correct", "true-here")
        grows = self._grows(condition)
        if not (pseudo or grows and not solved):
            return self._wrong(condition, claims, self._table(self.now, condition))
        bad = [s for s in gained if not holds(self._at(self.problem, self.samples[0]), {self.x: s.at})]
        if solved and last and not self.wrong and bad:
            return self._extraneous(bad)
        self.now, self.now_claims, self.whole = condition, claims, condition
        self.kept.append(condition)
        if solved:
            self.stated.append(condition)
        return Finding("unfinished", "needs-check", {"roots": self._words(gained)})

    def _is_true_remark_of_several(self, condition: Condition) -> bool:
        return all(r.sign != "=" for case in condition for r in case)

    def _is_pseudo(self, spot: Spot) -> bool:
        """Whether squaring, multiplying by a denominator or joining logarithms would bring in this value."""
        if spot.value is None:
            return False
        for case in self.now:
            for rel in case:
                gap = self._at(((rel,),), self.samples[0])[0][0].gap
                if gap.is_polynomial(self.x):
                    continue
                some, sure = critical(gap, self.x)
                if sure and any(is_real(n := number(v)) and near(n, number(spot.value)) for v in some):
                    return True
                value = number(gap, {self.x: spot.value})
                if value is not None and not is_real(value) and abs(sp.re(value)) < sp.Float("1e-15"):
                    return True
                if (
                    value is None
                    and gap.has(sp.log) is False
                    and sp.denom(sp.together(gap)).subs(self.x, spot.value) == 0
                ):
                    return True
        return False

    def _grows(self, condition: Condition) -> bool:
        """Whether both are polynomial equations and the new one has the higher degree: both sides were squared or multiplied."""
        gaps = []
        for c in (self.now, condition):
            if len(c) != 1 or len(c[0]) != 1 or c[0][0].sign != "=":
                return False
            gaps.append(self._at(c, self.samples[0])[0][0].gap)
        if not all(g.is_polynomial(self.x) for g in gaps):
            return not gaps[0].is_polynomial(self.x) and gaps[1].is_polynomial(self.x) and False
        return bool(sp.degree(gaps[1], self.x) > sp.degree(gaps[0], self.x))

    def _wrong(self, condition: Condition, claims: tuple[Claim, ...], table: Table) -> Finding:
        """Not equivalent: a number that shows it, and the likely slip."""
        if not table.certain and not table.lost and not table.gained:
            return Finding("unknown", "undecided")
        before, first = self.now_claims, len(self.kept) == 1
        slip, place = slip_of_condition(
            before, claims, condition, self, lost=tuple(s.value for s in table.lost if s.value is not None)
        )
        if table.lost:
            example = self._shown(condition, table.lost[0], "solves-problem" if first else "held-before")
        else:
            example = (
                self._shown(self.now, table.gained[0], "solves-line" if first else "holds-now")
                if table.gained
                else None
            )
        self.now, self.now_claims, self.whole = condition, claims or before, condition
        self.kept.append(condition)
        self.within = ((),)
        if self._is_solution(condition):
            self.stated = [condition]
        return Finding(
            "wrong",
            "not-from-problem" if first else "not-equivalent",
            slip=slip,
            place=place,
            counterexample=example,
        )

    def _none(self) -> Finding:
        spots, certain = solutions(self._at(self.now, self.samples[0]), self.x)
        if not spots:
            self.finished = True
            return Finding("correct", "solved") if certain else Finding("unknown", "undecided")
        real = [s for s in spots if holds(self._at(self.problem, self.samples[0]), {self.x: s.at})]
        if not real and not self.wrong:
            return Finding("correct", "solved")
        return Finding(
            "wrong",
            "lost-roots",
            {"roots": self._words(real or spots)},
            slip="lost-root",
            counterexample=self._shown(self.problem, (real or list(spots))[0], "in-problem"),
        )

    def _rejected(self, group: Sequence[Claim], line: Line, ahead: Sequence[Line]) -> Finding | None:
        """`x = 3, x = −1 (rejected)`: what is rejected must not solve the problem, what is kept must be all."""
        out = [c for c in group if c.rejected and c.signs]
        kept = [c for c in group if not c.rejected]
        for claim in out:
            condition = condition_of([claim], self.names, line.values, self.posed.unknowns)
            if condition is None:
                return Finding("unknown", "undecided")
            spots = [
                s
                for s in solutions(condition, self.x)[0]
                if holds(self._at(self.problem, self.samples[0]), {self.x: s.at})
            ]
            if spots and not self.wrong:
                return Finding(
                    "wrong",
                    "rejected-wrongly",
                    {"roots": self._words(spots)},
                    slip="lost-root",
                    counterexample=self._shown(self.problem, spots[0], "in-problem"),
                )
        remaining = self._table(self.problem, self.now)
        if not kept:
            if not remaining.lost:
                self.now = self.whole = self.problem
            return Finding("correct", "rejected-rightly")
        kept_condition = condition_of(kept, self.names, line.values, self.posed.unknowns)
        if kept_condition is None:
            return Finding("correct", "rejected-rightly")
        if self._table(self.problem, kept_condition).same:
            self.finished = True
            self.now = self.whole = kept_condition
            return Finding("correct", "solved")
        return self._statement(kept, kept_condition, tuple(kept), ahead, last=False)

    # -- words ----------------------------------------------------------------------------------------------

    def _words(self, spots: Sequence[Spot]) -> str:
        return ", ".join(f"\\({s.words(self.x)}\\)" for s in spots[:4])

    def _shown(self, condition: Condition, spot: Spot, code: str) -> tuple[str, dict[str, str]] | None:
        """The two sides of the first relation that fails (or of the only one) at a value."""
        point = {self.x: spot.at}
        name = f"\\({self.x.name} = {shown(spot.at)}\\)"
        if self.samples[0]:
            return None
        failing = [r for case in condition for r in case if not r.holds(point)] or [
            r for case in condition for r in case
        ]
        for rel in failing:
            left, right = number(rel.left, point), number(rel.right, point)
            if left is None or right is None or not (is_real(left) and is_real(right)):
                continue
            exact = [
                e.subs(point) if spot.value is not None and not isinstance(spot.value, sp.Float) else n
                for e, n in ((rel.left, left), (rel.right, right))
            ]
            return code, {
                "point": name,
                "before": f"\\({shown(exact[0])}\\)",
                "after": f"\\({shown(exact[1])}\\)",
            }
        return ("true-before" if code in ("held-before", "solves-problem") else "true-now"), {
            "point": name,
            "before": "–",
            "after": "–",
        }
