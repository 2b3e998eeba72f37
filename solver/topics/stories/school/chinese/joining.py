"""Amounts of one kind as one: sums and differences by what happened to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from solver.topics.stories.school.chinese.facts import LOSE
from solver.topics.stories.school.chinese.held import Held, Told, less, names, sum_of
from solver.topics.stories.school.working import Term, Unfit

_MOVES: Final = ("lose", "done")


class Joining(Told):
    """Puts amounts of one kind together."""

    def together(self, group: Sequence[Held], kind: str) -> Term:
        """Amounts of one kind as one."""
        roles = [h.role for h in group]
        unit = group[0].unit
        shared = [i for i, h in enumerate(group) if "共" in h.marks or "总" in h.marks]
        asked = self.asked.label
        if len(group) == 1 and kind in ("plain", "total", "sum") and not self.some:
            return group[0].term
        if len(group) < 2:
            raise Unfit
        if kind == "left" and re.search("差|缺", asked):
            if len(group) != 2 or set(roles) - {"have", "done", "made"} or self.some:
                raise Unfit
            big, small = sorted((h.term for h in group), key=lambda t: -t.value)
            return self.work.step("还差多少", big - small, unit)
        if "lack" in roles:
            if kind not in ("plain", "total") or len(group) != 2 or roles[1] != "lack":
                raise Unfit
            return self.work.step("一共要多少", group[0].term + group[1].term, unit)
        if self.some and shared == [len(group) - 1] and kind == "plain":
            parts = group[:-1]
            return self.work.step("另一部分是多少", less(group[-1].term, parts), unit)
        if self.some == "rest" and kind in ("plain", "left"):
            if roles[0] not in ("have", "gain", "done") or any(
                r not in ("have", "lose", "done") for r in roles[1:]
            ):
                raise Unfit
            return self.work.step(f"余下多少{unit}", less(group[0].term, group[1:]), unit)
        if (
            kind == "plain"
            and len(group) == 2
            and "其中" in group[1].marks
            and roles[0] in ("have", "done", "gain")
            and roles[1] in ("have", "done")
        ):
            named = self.find(asked) if asked else None
            if named is group[1] or "其中" in group[0].marks:
                raise Unfit
            return self.work.step("另一部分是多少", group[0].term - group[1].term, unit)
        if kind == "total":
            return self._total(group, shared, unit)
        if kind == "first":
            return self._first(group, unit)
        if kind == "plain":
            return self._part(group, unit)
        return self._now(group, kind, unit)

    def _total(self, group: Sequence[Held], shared: Sequence[int], unit: str) -> Term:
        roles = {h.role for h in group}
        moves = roles & {*_MOVES}
        if self.some or shared and any("共" in group[i].marks for i in shared if i == 0):
            raise Unfit
        if any("其中" in h.marks for h in group[1:]):
            raise Unfit  # a part that the whole has in it already
        if "made" in roles and any("价" in h.label for h in group):
            raise Unfit
        if "left" in roles:
            if (
                group[-1].role != "left"
                or roles - {"left", *_MOVES, "made"}
                or [h.role for h in group].count("left") != 1
            ):
                raise Unfit
        elif "lose" in moves and roles - {"lose"}:
            gone = [h for h in group[1:] if h.role == "lose"]
            if (
                len(gone) < 2
                or len(gone) != len(group) - 1
                or not re.search(f"{LOSE}|分得|分到", self.asked.label)
            ):
                raise Unfit
            group = gone
        if self.asked.count and self.asked.count != len(group):
            raise Unfit
        return self.work.step(f"一共有多少{unit}", sum_of(group), unit)

    def _first(self, group: Sequence[Held], unit: str) -> Term:
        """What there was before some went and came."""
        last = group[-1]
        if last.role != "left" and "现在" not in last.marks or self.some:
            raise Unfit
        term = last.term
        for one in group[:-1]:
            if one.role in ("lose", "done"):
                term = term + one.term
            elif one.role == "gain":
                term = term - one.term
            else:
                raise Unfit
        return self.work.step(f"原来有多少{unit}", term, unit)

    def _part(self, group: Sequence[Held], unit: str) -> Term:
        """The part that is not told: what went, when it is told what is left; the other part of a whole."""
        if (
            len(group) > 2
            and group[-1].role == "left"
            and self.some == "lose"
            and all(h.role == "have" for h in group[:-1])
        ):
            total = self.work.step(f"原来一共有多少{unit}", sum_of(group[:-1]), unit)
            return self.work.step("用去了多少", total - group[-1].term, unit)
        if (
            len(group) == 2
            and group[1].role == "left"
            and group[0].role in ("have", "gain", "done", "made")
            and self.some != "gain"
        ):
            return self.work.step("拿去了多少", group[0].term - group[1].term, unit)
        raise Unfit

    def _now(self, group: Sequence[Held], kind: str, unit: str) -> Term:
        """What there is after some came and went."""
        start, moves = group[0], list(group[1:])
        if self.some or start.role in ("left", "lack") or any(h.role in ("left", "lack") for h in moves):
            raise Unfit
        if start.role == "lose":
            raise Unfit
        while moves and moves[0].role == start.role == "have" and len(moves) > 1 and moves[-1].role == "lose":
            named = [h for h in (start, moves[0]) if names(h, self.asked.label + self.asked.noun)]
            named += [h for h in (start, moves[0]) if moves[-1].noun and names(h, moves[-1].noun)]
            if "共" in start.marks or named or "其中" in moves[0].marks:
                raise Unfit
            start = replace(
                start, term=self.work.step(f"原来一共有多少{unit}", start.term + moves.pop(0).term, unit)
            )
        term = start.term
        clear = any(h.role == "gain" or "又" in h.marks or "再" in h.marks for h in moves)
        for one in moves:
            again = "又" in one.marks or "再" in one.marks
            if one.role == "lose":
                term = term - one.term
            elif one.role == "gain":
                term = term + one.term
            elif (
                (
                    one.role == "done"
                    and kind == "left"
                    and start.role in ("have", "made", "done")
                    and not clear
                )
                or one.role == "made"
                and self.asked.noun == "座位"
                and kind == "left"
            ):
                term = term - one.term
            elif again and kind == "now":
                term = term + one.term
            else:
                raise Unfit
        return self.work.step(f"{'还剩' if kind == 'left' else '现在有'}多少{unit}", term, unit)
