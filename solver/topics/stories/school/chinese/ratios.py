"""Questions that compare: how much more, how many times, which part, how much to give until both have as many."""

from __future__ import annotations

import re

from solver.topics.stories.school.chinese.facts import WHOLE
from solver.topics.stories.school.chinese.held import Held, Told, sum_of
from solver.topics.stories.school.chinese.marks import core
from solver.topics.stories.school.working import Unfit, num


class Ratios(Told):
    """Answers questions that compare."""

    def difference(self) -> None:
        asked = self.asked
        first, second = self._sides(asked.label), self._sides(asked.other)
        if any("共" in h.marks or "总" in h.marks for h in self.held):
            raise Unfit
        unit = asked.unit
        if self.pairs:
            one, other = self.pairs[0]
            if (
                len(self.pairs) > 1
                or one.term.value != 1
                or other.unit != asked.unit
                or one.unit == other.unit
            ):
                raise Unfit
            unit = one.unit
        if self.some or {h.unit for h in self.held} != {unit} or set(map(id, first)) & set(map(id, second)):
            raise Unfit
        terms = []
        for side in (first, second):
            terms.append(
                self.work.step(f"一共有多少{unit}", sum_of(side), unit) if len(side) > 1 else side[0].term
            )
        apart = self.work.step("相差多少", terms[0] - terms[1], unit)
        if self.pairs:
            apart = self.work.step("相差的一共是多少", apart * self.pairs[0][1].term, asked.unit)
        self.give(apart)

    def even(self) -> None:
        """How many to give so that both have as many: half of what one has more."""
        giver, taker = self.find(self.asked.label), self.find(self.asked.other)
        if giver is None or taker is None or giver is taker or self.pairs or self.some or len(self.held) != 2:
            raise Unfit
        if {giver.unit, taker.unit} != {self.asked.unit}:
            raise Unfit
        more = self.work.step("相差多少", giver.term - taker.term, self.asked.unit)
        self.give(self.work.step("要给出相差的一半，是多少", more / num(2), self.asked.unit))

    def ratio(self) -> None:
        asked = self.asked
        if self.pairs or self.some == "gain" or self.some == "lose" or not self.held:
            raise Unfit
        units = {h.unit for h in self.held}
        if len(units) != 1:
            raise Unfit
        if units == {WHOLE}:
            self._shares()
            return
        if asked.kind in ("more", "less"):
            self._percent_more()
            return
        top = self.find(asked.label)
        base = self.find(re.sub("^全[月年]", "", asked.other))
        if asked.unit == "倍":
            if top is None or base is None or top is base:
                raise Unfit
            self.answer(self.work.step("是几倍", top.term / base.term), "倍", "倍数")
            return
        if asked.kind not in ("plain", "total") or top is None or top is base or self.some:
            raise Unfit
        if len(self.held) >= 2 and not self.compared and self._is_all(asked.other):
            whole = self.work.step("一共是多少", sum_of(self.held), self.held[0].unit)
        elif base is not None and base is not top:
            whole = base.term
        else:
            raise Unfit
        self.answer(self.work.step("占几分之几", top.term / whole), "", "所占的分率")

    def _is_all(self, text: str) -> bool:
        """Whether a text names all that was told together: the class, salt water of salt and water."""
        parts = [core(h.noun or h.label) for h in self.held]
        joined = {a + b for a in parts for b in parts if a != b}
        short, first = re.sub("总?(?:人数|数)?$", "", text), self.held[0].label
        group = len(short) > 1 and short in first and not first.endswith(short)
        return (
            bool(re.match("全[班校部书长组体队程]|全年级|总|一共|整个", text))
            or short in joined
            or group
            and not any(short in part for part in parts[1:])
        )

    def _percent_more(self) -> None:
        """By which part one is more than the other."""
        asked = self.asked
        if len(self.held) != 2:
            raise Unfit
        if asked.label:
            top, base = self.find(asked.label), self.find(asked.other)
        elif len(self.compared) == 1:
            base = self.compared[0]
            top = next(h for h in self.held if h is not base)
            if self.differs is None or (self.differs > 0) != (asked.kind == "more"):
                raise Unfit
        else:
            raise Unfit
        if top is None or base is None or top is base or not base.term.value:
            raise Unfit
        more = top.term - base.term if asked.kind == "more" else base.term - top.term
        if more.value <= 0:
            raise Unfit
        more = self.work.step("相差多少", more, base.unit)
        self.answer(self.work.step("相差的占几分之几", more / base.term), "", "相差的分率")

    def _shares(self) -> None:
        """Parts of one whole, which is 1."""
        asked = self.asked
        if len(self.held) > 6:
            raise Unfit
        total = self.held[0].term
        if len(self.held) > 1:
            total = self.work.step("这几部分一共占几分之几", sum_of(self.held))
        if asked.kind == "left" or self.some == "rest" and asked.kind == "plain":
            total = self.work.step("其余的占几分之几", num(1) - total)
        elif asked.kind != "total" or self.some or len(self.held) < 2:
            raise Unfit
        self.answer(total, "", "所占的分率")

    def _sides(self, text: str) -> list[Held]:
        """What one side of a comparison names: one amount, or the sum of several."""
        names = (
            re.split("和|与|、", re.sub("(?:的)?(?:.)?(?:总数|总和|一共)$", "", text))
            if re.search("和|与", text)
            else [text]
        )
        found = [self.find(name) for name in names]
        if any(one is None for one in found) or len(set(map(id, found))) != len(found):
            raise Unfit
        return [one for one in found if one is not None]
