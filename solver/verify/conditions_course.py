"""Work on an equation or an inequality in one unknown: what each line states, and what stands beside it.

Besides conditions a line may have numbers (a discriminant, a check), true identities, names, values that are tried or rejected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import sympy as sp

from solver.formula.nodes import Symbol
from solver.verify.condition_roots import ConditionRoots
from solver.verify.conditions import Condition, letters_of, solutions
from solver.verify.course import all_symbols, calculated, plain_name_of, same_everywhere, statements
from solver.verify.equality import near, number, shown
from solver.verify.lines import Claim, Line, is_solved
from solver.verify.reading_conditions import condition_of
from solver.verify.rewriting import GIVEN, LEFT, RIGHT, ROOTS_OF
from solver.verify.verdicts import Finding

_ROOTS_ARE: Final = re.compile(
    r"的?(?:两个?|两|实数?)?(?:根|解|零点)(?:是|为|分别是|分别为|有)?$|(?:has|have)\s+(?:the\s+)?(?:roots|solutions|zeros)$|when$|at$|for$"
)
_ROOTS_OF: Final = re.compile(r"(?:roots|zeros|solutions)\s+of(?:\s+the\s+equation)?$")
_IS_A_ROOT: Final = re.compile(
    r"^\s*(?:is|are) an? (?:\w+ )?(?:root|solution|zero)|^是(?:一个|它的|方程的)?一?个?(?:根|解)|^\s*(?:satisfies|works)|^满足|^成立"
)


def _held(value: Any, line: Line) -> Symbol:
    """A value as a tree, by a placeholder of its line."""
    line.values["V_0"] = value  # type: ignore[index]
    return Symbol("V_0")


class ConditionCourse(ConditionRoots):
    """Judges the lines of one work."""

    def judge(self, line: Line, ahead: Sequence[Line]) -> Finding:
        """The verdict: the first wrong statement of the line, else its last one."""
        if line.says_none and not any(c.signs for c in line.claims):
            return self.told(self._none())
        if line.says_all and not line.claims:
            return self.told(self._statement((), ((),), (), ahead, last=True))
        if (beside := self._roots_beside(line.claims, line)) is not None:
            return self.told(beside)
        found: Finding | None = None
        at: dict[str, Any] = {}
        groups = list(statements(line))
        for n, group in enumerate(groups):
            more = n + 1 < len(groups)
            if n and group[0].reason and any(c.rejected for c in line.claims):
                continue  # why something is rejected is no statement about what is left
            if (
                more
                and self._is_tried(group, groups[n + 1])
                and self._hypothesis(group, line, at) is None
                and at
            ):
                continue
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
        if line.says_none and found is not None and found.reason == "rejected-rightly":
            found = self._none()  # the only candidate is none
        return self.concluded(found, line)

    def _group(
        self, group: tuple[Claim, ...], line: Line, ahead: Sequence[Line], at: dict[str, Any], *, more: bool
    ) -> Finding | None:
        if at and any(
            self._names_unknown(c) for c in group
        ):  # the next case of a line: the value no longer stands
            for name in (*at,):
                self.names.letters.pop(name, None)
            at.clear()
        if any(c.rejected and self._names_unknown(c) for c in group):
            return self._rejected(group, line, ahead)
        if len(group) == 1 and (remark := self._remark(group[0], line)) is not None:
            return remark
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
        if (miscalculated := self._in_chain(readable, line)) is not None:
            return miscalculated
        if (of_roots := self._of_roots(readable, line)) is not None:
            return of_roots
        condition = condition_of(readable, self.names, line.values, self.posed.unknowns)
        if condition is None:
            return self._expression(readable, line)
        condition = self._as_meant(condition, readable, line)
        if any(r.left.has(sp.I) or r.right.has(sp.I) for case in condition for r in case):
            return self._complex(condition)
        if len(readable) > 1 and self._names_unknown(readable[-1]) and not self._is_solution(condition):
            alone = condition_of(readable[-1:], self.names, line.values, self.posed.unknowns)
            if alone is not None and self._table(condition, alone).same:
                condition = alone  # 2x = 6, x = 3
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

    def _is_tried(self, group: Sequence[Claim], following: Sequence[Claim]) -> bool:
        """`x = 1: 1 − 6 + 5 = 0`: numbers follow in the same line, so the value is put in."""
        alone = len(group) == 1 and self._names_unknown(group[0]) and not group[0].rejected
        return alone and all(c.signs and self.x.name not in all_symbols(c.sides) for c in following)

    def _remark(self, claim: Claim, line: Line) -> Finding | None:
        """`x = 1 is a root`: true or not, and nothing else changes."""
        if not self._names_unknown(claim) or not _IS_A_ROOT.search(claim.after):
            return None
        condition = condition_of([claim], self.names, line.values, self.posed.unknowns)
        if condition is None:
            return None
        table = self._table(self.problem, condition)
        if not table.gained:
            return Finding("correct", "true-here")
        return Finding(
            "wrong",
            "not-a-solution",
            {"roots": self._words(table.gained)},
            counterexample=self._shown(self.problem, table.gained[0], "in-problem"),
        )

    def _roots_beside(self, claims: Sequence[Claim], line: Line) -> Finding | None:
        """`方程 x² − 4x + 3 = 0 的根是 x = 1 和 x = 3` on the way to an inequality: true or not, and nothing else changes."""
        if len(claims) < 2:
            return None
        equation, *values = claims
        told = _ROOTS_ARE.match(equation.after.strip()) or _ROOTS_OF.search(equation.before.strip())
        if not told or equation.signs != ("=",) or all(r.sign == "=" for case in self.problem for r in case):
            return None
        if not all(self._names_unknown(c) and c.signs == ("=",) for c in values):
            return None
        whole, *parts = (condition_of([c], self.names, line.values, self.posed.unknowns) for c in claims)
        if whole is None or any(p is None for p in parts):
            return None
        gained = [root for p in parts if p is not None for root in self._table(whole, p).gained]
        if gained:
            return Finding(
                "wrong", "wrong-calculation", counterexample=self._shown(whole, gained[0], "in-problem")
            )
        return Finding("correct", "calculation")

    def _complex(self, condition: Condition) -> Finding:
        """Values with i are put into the problem; what else is not real is not judged."""
        single = len(self.problem) == 1 and len(self.problem[0]) == 1
        if self.parameters or not single or not self._is_solution(condition):
            return Finding("unknown", "undecided")
        gap = self.problem[0][0].gap
        for rel in (r for case in condition for r in case):
            value = number(gap.subs(self.x, rel.right))
            if value is None:
                return Finding("unknown", "undecided")
            if not near(value, sp.S.Zero):
                return Finding(
                    "wrong", "not-a-solution", {"roots": f"\\({self.x.name} = {shown(rel.right)}\\)"}
                )
        return Finding("correct", "solved")

    def _in_chain(self, claims: Sequence[Claim], line: Line) -> Finding | None:
        """A false calculation within a chain: x = 12/2 = 5."""
        for claim in claims:
            values = [self.names.value(s, line.values) for s in claim.sides]
            for k in range(1, len(values) - 1 if len(values) > 2 and not claim.continues else 0):
                pair = [values[k], values[k + 1]]
                found = calculated(pair, claim.signs[k : k + 1])
                if (
                    found is not None
                    and found.verdict == "wrong"
                    and self.x.name not in all_symbols(claim.sides[k : k + 2])
                ):
                    return found
        return None

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

    def _without_letters(self, claims: Sequence[Claim], line: Line) -> Finding | None:
        """A line of numbers, a discriminant, a side of the problem at a value."""
        if not claims or not all(c.signs for c in claims):
            return None
        found = None
        for claim in claims:
            values = [self.names.value(side, line.values) for side in claim.sides]
            if isinstance(claim.sides[0], Symbol) and claim.sides[0].name == plain_name_of(ROOTS_OF):
                found = self._discriminant(values[1:], claim.signs)
                if found.verdict != "correct":
                    return found
                continue
            if isinstance(claim.sides[0], Symbol) and claim.sides[0].name in (plain_name_of(LEFT), plain_name_of(RIGHT), plain_name_of(GIVEN)) and values[0].free_symbols:  # fmt: skip
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
        sides = [self.names.letters.get(plain_name_of(n)) for n in (LEFT, RIGHT)]
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
            for v, s in zip(values, signs, strict=False)
            if isinstance(v, sp.Expr) and not v.free_symbols
        ]
        wanted = [d for c in reversed(self.kept) if (d := self._own_discriminant(c)) is not None]
        if not numbers or not wanted:
            return Finding("correct", "definition")
        chain = calculated([v for v, _ in numbers], [s for _, s in numbers[1:]])
        if chain is not None and chain.verdict == "wrong":
            return chain
        first = numbers[0]
        if any((one := calculated((w, first[0]), (first[1],))) and one.verdict == "correct" for w in wanted):
            return Finding("correct", "calculation")
        return Finding("wrong", "wrong-calculation", slip="quadratic-formula", counterexample=("numbers-differ", {"before": f"\\({shown(wanted[0])}\\)", "after": f"\\({shown(first[0])}\\)"}))  # fmt: skip

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
