"""Solve what clauses told: products of so many and so much each, sums and differences by what happened, comparisons.

Every number is used, once; a story that could be put together in two ways is not solved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from solver.topics.stories.school.chinese.converting import Converting
from solver.topics.stories.school.chinese.facts import Amount, Asked, Compared, Fact, Pair, Some
from solver.topics.stories.school.chinese.held import Held, fits
from solver.topics.stories.school.chinese.marks import SCALES, core, same
from solver.topics.stories.school.chinese.ratios import Ratios
from solver.topics.stories.school.working import Unfit, Working, num
from solver.topics.stories.word_problems.chinese.lexicon import common
from solver.topics.stories.word_problems.expressions import decimal


def solve(facts: Sequence[Fact], text: str = "") -> Working:
    """The working of a story; `text` says whether it goes on with what is left (剩下的).

    Raises:
        Unfit: it can not be put together, or in more than one way.
    """
    questions = [f for f in facts if isinstance(f, Asked)]
    if len(questions) != 1 or (_SIZED.search(text) and any(isinstance(f, Pair) for f in facts)):
        raise Unfit
    story = _Story(questions[0], Working(), rest="剩下的" in text or "余下的" in text)
    story.many = bool(_MANY.search(text))
    story.tell([f for f in facts if not isinstance(f, Asked)])
    story.finish()
    return story.work


_SIZED: Final = re.compile("边长|棱长|半径|直径|(?:方|地|瓷|地板)砖")
"""How large one piece is: the larger it is, the fewer are needed, so no pair of amounts says how many belong to how much."""
_MANY: Final = re.compile("[三四五六七八九](?:堆|筐|种|袋|箱|组|队|班|层|段|块|桶|仓|批|人|个)")


class _Story(Converting, Ratios):
    many = False  # whether more than two parts are told of (三堆)

    def tell(self, facts: Sequence[Fact]) -> None:
        for fact in facts:
            match fact:
                case Amount():
                    self.held.append(self._hold(fact))
                case Pair():
                    self.every |= fact.every or fact.left.value > 1
                    self.pairs.append((self._hold(fact.left), self._hold(fact.right)))
                case Some():
                    if self.some:
                        raise Unfit
                    self.some = fact.role
        for fact in facts:
            if isinstance(fact, Compared):
                self._compare(fact, facts)
        if self.asked.noun in ("腿", "脚", "轮子", "车轮", "轮胎") and not self.pairs:
            self.held = [self._legs(held) for held in self.held]

    def _legs(self, held: Held) -> Held:
        """Everybody knows how many legs a hen has."""
        what = self.asked.noun
        each = common(core(held.noun or held.label), what)
        if each is None:
            raise Unfit
        term = self.work.step(
            f"{held.noun}一共有多少{self.asked.unit}{what}", held.term * num(each), self.asked.unit
        )
        return Held(term, self.asked.unit, "", what, "made")

    def _hold(self, amount: Amount) -> Held:
        """The amount, in the unit that its kind has in this problem."""
        if amount.value <= 0:
            raise Unfit
        term, unit = num(amount.value), amount.unit or self.asked.unit
        if unit == "个" and not amount.noun and self.asked.unit == "人":
            unit = "人"
        scale = SCALES.get(unit)
        if scale is not None:
            others = [u for u in self.units if SCALES.get(u, ("",))[0] == scale[0]]
            if others and unit not in others:
                factor = scale[1] / SCALES[others[0]][1]
                changed = term * num(factor) if factor >= 1 else term / num(1 / factor)
                term, unit = (
                    self.work.step(f"{decimal(amount.value)}{unit}等于多少{others[0]}", changed, others[0]),
                    others[0],
                )
        self.units.add(unit)
        return Held(term, unit, amount.label, amount.noun, amount.role, amount.marks)

    def _compare(self, fact: Compared, facts: Sequence[Fact]) -> None:
        before = [f for f in facts[: facts.index(fact)] if isinstance(f, Amount | Compared)]
        label = fact.label
        subject = self.find(label) if label else None
        if not label:
            if not before or not isinstance(before[-1], Amount):
                raise Unfit
            subject = self.held[sum(isinstance(f, Amount) for f in facts[: facts.index(fact)]) - 1]
        base = self.find(fact.base) if fact.base else None
        if (
            fact.base
            and sum(core(fact.base) in core(h.label + h.noun) for h in self.held) > 1
            and any(h.role == "lose" for h in self.held)
        ):
            raise Unfit  # what there was, or what was taken of it?
        if not fact.base:
            if not before or not isinstance(before[-1], Amount) or subject is not None:
                raise Unfit
            base = self.held[sum(isinstance(f, Amount) for f in facts[: facts.index(fact)]) - 1]
        if subject is None and base is None and label and fact.base and not fact.more and fact.times > 0:
            if sum(isinstance(f, Compared) for f in facts) > 1:
                raise Unfit  # a third part is compared: the whole is not of two
            if self.many:
                raise Unfit
            self._split(fact)
            return
        known = base if subject is None or subject is base else subject
        if known is None or subject is not None and base is not None:
            raise Unfit
        if fact.bare and known.unit:
            raise Unfit
        if fact.unit and known.unit != fact.unit:
            raise Unfit
        more, times = num(abs(fact.more)), num(fact.times)
        if known is base:
            term = known.term if fact.times == 1 else known.term * times
            if fact.more:
                term = term + more if fact.more > 0 else term - more
            name = label
        else:
            term = known.term
            if fact.more:
                term = term - more if fact.more > 0 else term + more
            if fact.times != 1:
                term = term / times
            name = fact.base
            self.differs = fact.more if fact.times == 1 else None
        unit = known.unit
        term = self.work.step(f"{name or '另一个'}是多少", term, unit)
        made = Held(term, unit, name, "", known.role, known.marks)
        self.held.append(made)
        self.compared.append(made)

    def _split(self, fact: Compared) -> None:
        """A whole of two parts, of which one is a multiple of the other."""
        if len(self.held) != 1 or not (fact.part or "共" in self.held[0].marks):
            raise Unfit
        whole = self.held[0]
        parts = self.work.step(f"把{fact.base}看作 1 份，一共有几份", num(fact.times) + num(1), "份")
        small = self.work.step(f"{fact.base}是多少", whole.term / parts, whole.unit)
        big = self.work.step(f"{fact.label}是多少", small * num(fact.times), whole.unit)
        for term, name in ((small, fact.base), (big, fact.label)):
            made = Held(term, whole.unit, name, "", "have")
            self.held.append(made)
            self.compared.append(made)
        self.held.remove(whole)

    def finish(self) -> None:
        asked = self.asked
        self._doubt()
        if asked.per is not None:
            self.rate()
            return
        if asked.unit in ("part", "percent", "倍"):
            self.ratio()
            return
        if asked.kind == "even":
            self.even()
            return
        if asked.kind == "difference":
            self.difference()
            return
        if self.compared and not self.pairs and asked.kind in ("plain", "now"):
            found = self.find(asked.label + asked.noun) or self.find(asked.label)
            if found is None or found not in self.compared or self.some or found.unit != asked.unit:
                raise Unfit
            others = [h for h in self.held if h not in self.compared]
            if others and len(others) != len(self.compared) and len(others) > 1:
                raise Unfit
            self.give(found.term)
            return
        if asked.kind == "left" and len(self.pairs) == 1 and len(self.held) == 1:
            self.remainder(*self.pairs[0])
            return
        if asked.kind in ("plain", "now"):
            self._only_the_named()
        self.convert()
        group = [h for h in self.held if self._is_asked(h)]
        if len(group) != len(self.held) or not group:
            raise Unfit
        if len(group) == 1 and (group[0].term.made is None or asked.kind in ("left", "now", "first")):
            raise Unfit
        self.give(self.together(group, asked.kind))

    def _doubt(self) -> None:
        """What is told of one thing is not meant of another one; what was spent is no part of what there was.

        Raises:
            Unfit: it would be.
        """
        for pair in self.pairs:
            if "元" not in (pair[0].unit, pair[1].unit):
                continue
            thing = pair[0] if pair[1].unit == "元" else pair[1]
            name = thing.noun or thing.label
            alike = [h.noun or h.label for h in self.held if h.unit == thing.unit]
            if name and any(same(name, one) for one in alike) and not all(same(name, one) for one in alike):
                raise Unfit
        if re.search("[和与、]", self.asked.label + self.asked.noun) and self.asked.kind == "total":
            alike_held = [h for h in self.held if h.unit == self.asked.unit]
            said = core(self.asked.label + self.asked.noun)
            if (
                len(alike_held) > 2
                and self.compared
                and not all((core(h.label or h.noun) or " ") in said for h in alike_held)
            ):
                raise Unfit  # it is asked for some of them
        money = [h for h in self.held if h.unit == "元"]
        all_had = len(money) > 1 and all(h.role == "have" for h in money)
        if self.asked.per is not None and all_had and any("共" in h.marks for h in money):
            raise Unfit
        if re.search("[和与、]", self.asked.label) and len(money) > 2 and self.asked.unit == "元":
            names = [re.sub("^.*买", "", core(h.label or h.noun)) for h in money]
            if not all(name and name in self.asked.label for name in names):
                raise Unfit  # it is asked for some of the things

    def _only_the_named(self) -> None:
        """ "乙仓现在有多少吨": nothing that is told of 甲仓.

        Raises:
            Unfit: there is something that is told of another one.
        """
        if re.search("[和与跟、]", self.asked.label):
            return
        begins = core(self.asked.label)[:2]
        named = [h for h in self.held if len(begins) == 2 and core(h.label)[:2] == begins]
        if len(named) == 1 and any(
            h.label and h.role == named[0].role and h.unit == named[0].unit and core(h.label)[:2] != begins
            for h in self.held
        ):
            raise Unfit

    def _is_asked(self, held: Held) -> bool:
        return held.unit == self.asked.unit and not (
            held.unit == "个" and held.role == "made" and not fits(held, self.asked.unit, self.asked.noun)
        )
