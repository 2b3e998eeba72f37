"""So much with so much: amounts of one kind are turned into another, and shared out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from solver.topics.stories.school.chinese.facts import TIME
from solver.topics.stories.school.chinese.held import Held, fits
from solver.topics.stories.school.chinese.joining import Joining
from solver.topics.stories.school.chinese.marks import SCALES, core, same
from solver.topics.stories.school.working import Term, Unfit


class Converting(Joining):
    """Uses what was told of pairs."""

    def convert(self) -> None:
        """Use up the pairs, one after the other."""
        waiting = list(self.pairs)
        while waiting:
            for pair in waiting:
                if self.use(pair):
                    waiting.remove(pair)
                    break
            else:
                raise Unfit

    def use(self, pair: tuple[Held, Held]) -> bool:
        """Turn what is counted on one side of a pair into the other side's; False where it is not the time."""
        for one, other in (pair, pair[::-1]):
            if self._is_side_asked(one, other):
                continue  # what is asked for is not turned into something else
            mine = self._counted_by(pair, one, other)
            if mine:
                self._replace(mine, self._turned(pair, one, other, mine), other)
                return True
        return False

    def _is_side_asked(self, one: Held, other: Held) -> bool:
        asked = self.asked
        return one.unit == asked.unit and (
            one.unit != other.unit or fits(one, asked.unit, asked.noun, strict=True)
        )

    def _counted_by(self, pair: tuple[Held, Held], one: Held, other: Held) -> list[Held]:
        """What is counted on this side of the pair; nothing where another pair may be meant."""
        strict = one.unit == other.unit
        mine = [h for h in self.held if fits(h, one.unit, one.noun or one.label, strict=strict)]
        if strict and not mine and not one.noun and other.noun:
            mine = [h for h in self.held if h.unit == one.unit and h.noun and not same(h.noun, other.noun)]
        rivals = [p for p in self.pairs if {p[0].unit, p[1].unit} == {one.unit, other.unit}]
        if mine and len(rivals) > 1:
            name = pair[0].label or pair[0].noun or pair[1].noun
            mine = [h for h in mine if name and (h.label or h.noun) and same(name, h.label or h.noun)]
            return mine if len(mine) == 1 else []
        return mine

    def _turned(self, pair: tuple[Held, Held], one: Held, other: Held, mine: list[Held]) -> Term:
        """So much of the other side as belongs to all of this one."""
        if any("再" in h.marks or "又" in h.marks for h in mine):
            raise Unfit
        total = self._all_of(one, other, mine)
        name = f"{total.tex}{one.unit}{core(one.noun) if one.noun else ''}对应多少{other.unit}{other.noun}"
        each, many = other.term, one.term
        if each.value == 1:
            if _is_counted(other) and (total.value / many.value).denominator != 1:
                last = not any(p is not pair for p in self.pairs if other.unit in (p[0].unit, p[1].unit))
                if not last or self.asked.kind not in ("plain", "total"):
                    raise Unfit
                return self.work.whole(name, total, many, other.unit, up=self._rounds_up())
            return self.work.step(name, total / many, other.unit)
        if many.value == 1:
            return self.work.step(name, total * each, other.unit)
        whole_each = (each.value / many.value).denominator == 1
        if not whole_each and _is_counted(one) and _is_counted(other) and not {one.unit, other.unit} & TIME:
            raise Unfit
        whole_times = (total.value / many.value).denominator == 1
        return self.work.step(name, total / many * each if whole_times else each / many * total, other.unit)

    def _all_of(self, one: Held, other: Held, mine: list[Held]) -> Term:
        """All that is counted on one side, put together."""
        if len(mine) == 1:
            return mine[0].term
        kind = "sum" if all(h.role != "left" for h in mine) else "plain"
        if self.asked.kind in ("left", "now") and self.asked.unit not in (one.unit, other.unit):
            kind = "sum"
        total = self.together(mine, self.inner(mine, kind))
        return self.work.step(f"一共有多少{one.unit}", total, one.unit)

    def _replace(self, mine: list[Held], term: Term, other: Held) -> None:
        """What was made of them stands where they stood."""
        first = mine[0]
        at = self.held.index(first)
        role = "made" if first.role in ("have", "each") else first.role
        made = Held(term, other.unit, first.label, other.noun, role, "")
        rest = [h for h in self.held if h not in mine]
        self.held = [*rest[:at], made, *rest[at:]]

    def remainder(self, one: Held, other: Held) -> None:
        """What is left over when as many as possible are made up of so many each."""
        held = self.held[0]
        if not self.every:
            raise Unfit
        if other.term.value != 1:
            one, other = other, one
        if (
            other.term.value != 1
            or held.unit != one.unit
            or one.unit != self.asked.unit
            or other.unit == one.unit
        ):
            raise Unfit
        many = self.work.whole(f"最多可以有多少{other.unit}", held.term, one.term, other.unit, up=False)
        self.give(self.work.step("还剩多少", held.term - many * one.term, one.unit))

    def inner(self, mine: Sequence[Held], kind: str) -> str:
        """How amounts that are turned into something else are put together."""
        roles = {h.role for h in mine}
        if kind == "sum":
            if mine[0].role != "done" and "done" in roles:
                if not self.rest:
                    raise Unfit
                return "left"
            return "total" if len(roles) == 1 or roles <= {"have", "gain", "made", "done"} else "left"
        return "plain"

    def _rounds_up(self) -> bool:
        label = self.asked.label
        if re.search("最多|能|可以|可|够|装满|住满", label):
            return False
        if re.search("至少|最少|需要|需|要", label):
            return True
        raise Unfit

    def rate(self) -> None:
        """So much in each: all of one kind by all of the other."""
        asked = self.asked
        assert asked.per is not None
        per, strict = asked.per, asked.per.unit == asked.unit
        self._chain_for_rate()
        among = [h for h in self.held if fits(h, per.unit, per.noun, strict=strict)]
        rest = [h for h in self.held if h not in among]
        if (
            len(among) != 1
            or not rest
            or any(h.unit != asked.unit for h in rest)
            or asked.kind not in ("plain", "total")
        ):
            raise Unfit
        total = rest[0].term
        if among[0].role == "rest" and len(rest) < 2:
            raise Unfit
        if len(rest) > 1:
            moved = any(h.role == "lose" for h in rest[1:]) and rest[0].role in ("have", "gain")
            if among[0].role == "rest" and not moved:
                raise Unfit
            if rest[0].role in ("have", "made") and any(
                h.role == "done" and not re.search("又|再", h.marks) for h in rest[1:]
            ):
                raise Unfit
            kind = "plain" if rest[-1].role == "left" or self.some else "left" if moved else "total"
            total = self.work.step(
                f"一共{'用去' if kind == 'plain' else '有'}多少{asked.unit}",
                self.together(rest, kind),
                asked.unit,
            )
        self.give(self.work.step(f"每{per.unit}多少{asked.unit}", total / among[0].term, asked.unit))

    def _chain_for_rate(self) -> None:
        """Pairs before a question for a rate: 8 shelves with 5 boards each make 40 boards."""
        asked = self.asked
        assert asked.per is not None
        for pair in self.pairs:
            one, other = pair
            if (
                asked.unit in (one.unit, other.unit)
                and one.unit != other.unit
                and asked.per.unit not in (one.unit, other.unit)
            ):
                before, self.pairs = self.pairs, [pair]
                if asked.unit == one.unit and len([h for h in self.held if h.unit == one.unit]):
                    raise Unfit
                if not self.use(pair):
                    raise Unfit
                self.pairs = before
                continue
            if one.term.value != 1 or not fits(other, asked.per.unit, asked.per.noun):
                raise Unfit
            mine = [h for h in self.held if fits(h, one.unit, one.noun)]
            if len(mine) != 1:
                raise Unfit
            term = self.work.step(f"一共有多少{other.unit}", mine[0].term * other.term, other.unit)
            self.held[self.held.index(mine[0])] = replace(
                mine[0], term=term, unit=other.unit, noun=other.noun or asked.per.noun, role="made"
            )


def _is_counted(held: Held) -> bool:
    """Whether it is a number of things, no measure and no money."""
    return held.unit not in SCALES and held.unit != "元"
