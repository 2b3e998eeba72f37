"""Solve what clauses told: products of so many and so much each, sums and differences by what happened, comparisons.

Every number is used, once; a story that could be put together in two ways is not solved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from solver.topics.school.facts import LOSE, TIME, WHOLE, Amount, Asked, Compared, Fact, Pair, Some
from solver.topics.school.marks import SCALES, core, same
from solver.topics.school.working import Term, Unfit, Working, num
from solver.topics.word_problems.chinese.lexicon import common

_MOVES: Final = ("lose", "done")


@dataclass(frozen=True, slots=True)
class Held:
    """An amount of a story whose value may have been computed."""

    term: Term
    unit: str
    label: str
    noun: str
    role: str
    marks: str = ""


def solve(facts: Sequence[Fact], text: str = "") -> Working:
    """The working of a story; `text` says whether it goes on with what is left (剩下的).

    Raises:
        Unfit: it can not be put together, or in more than one way.
    """
    questions = [f for f in facts if isinstance(f, Asked)]
    if len(questions) != 1:
        raise Unfit
    story = _Story(questions[0], Working(), rest="剩下的" in text or "余下的" in text)
    story.tell([f for f in facts if not isinstance(f, Asked)])
    story.finish()
    return story.work


class _Story:
    def __init__(self, asked: Asked, work: Working, *, rest: bool) -> None:
        self.asked, self.work = asked, work
        self.held: list[Held] = []
        self.pairs: list[tuple[Held, Held]] = []
        self.some = ""
        self.every = False
        self.differs: Fraction | None = None
        self.rest = rest
        self.compared: list[Held] = []
        self.units = {asked.unit} | ({asked.per.unit} if asked.per else set())

    # -- telling -----------------------------------------------------------------------------------

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
        term = self.work.step(f"{held.noun}一共有多少{self.asked.unit}{what}", held.term * num(each), self.asked.unit)
        return Held(term, self.asked.unit, "", what, "made")

    def _hold(self, amount: Amount) -> Held:
        """The amount, in the unit that its kind has in this problem."""
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
                    self.work.step(f"{amount.value}{unit}等于多少{others[0]}", changed, others[0]),
                    others[0],
                )
        self.units.add(unit)
        return Held(term, unit, amount.label, amount.noun, amount.role, amount.marks)

    def _compare(self, fact: Compared, facts: Sequence[Fact]) -> None:
        before = [f for f in facts[: facts.index(fact)] if isinstance(f, Amount | Compared)]
        label = fact.label
        subject = self._find(label) if label else None
        if not label:
            if not before or not isinstance(before[-1], Amount):
                raise Unfit
            subject = self.held[sum(isinstance(f, Amount) for f in facts[: facts.index(fact)]) - 1]
        base = self._find(fact.base) if fact.base else None
        if not fact.base:
            if not before or not isinstance(before[-1], Amount) or subject is not None:
                raise Unfit
            base = self.held[sum(isinstance(f, Amount) for f in facts[: facts.index(fact)]) - 1]
        if subject is None and base is None and label and fact.base and not fact.more and fact.times > 0:
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

    def _find(self, text: str) -> Held | None:
        """What a label means among what was told; None where nothing has it."""
        found = [h for h in self.held if _names(h, text)]
        if len(found) > 1:
            exact = [h for h in found if core(h.label + h.noun) == core(text) or core(h.label) == core(text)]
            found = exact or found
        if len(found) > 1:
            raise Unfit
        if not found and len(core(text)) > 1:
            found = [h for h in self.held if core(text) in core(h.label + h.noun)]
            if len(found) > 1:
                raise Unfit
        return found[0] if found else None

    # -- putting together --------------------------------------------------------------------------

    def finish(self) -> None:
        asked = self.asked
        if asked.per is not None:
            self._rate()
            return
        if asked.unit in ("part", "percent", "倍"):
            self._ratio()
            return
        if asked.kind == "even":
            self._even()
            return
        if asked.kind == "difference":
            self._difference()
            return
        if self.compared and not self.pairs and asked.kind in ("plain", "now"):
            found = self._find(asked.label + asked.noun) or self._find(asked.label)
            if found is None or found not in self.compared or self.some or found.unit != asked.unit:
                raise Unfit
            others = [h for h in self.held if h not in self.compared]
            if others and len(others) != len(self.compared) and len(others) > 1:
                raise Unfit
            self._give(found.term)
            return
        if asked.kind == "left" and len(self.pairs) == 1 and len(self.held) == 1:
            self._remainder(*self.pairs[0])
            return
        self._convert()
        group = [h for h in self.held if self._is_asked(h)]
        if len(group) != len(self.held) or not group:
            raise Unfit
        if len(group) == 1 and (group[0].term.made is None or asked.kind in ("left", "now", "first")):
            raise Unfit
        self._give(self._together(group, asked.kind))

    def _is_asked(self, held: Held) -> bool:
        return held.unit == self.asked.unit and not (
            held.unit == "个" and held.role == "made" and not _fits(held, self.asked.unit, self.asked.noun)
        )

    def _give(self, term: Term) -> None:
        asked = self.asked
        if asked.scale != 1:
            term = self.work.step("换成题目要的单位", term / num(asked.scale), asked.unit)
        if term.made is None:
            raise Unfit  # it was told, not asked for
        if term.value.denominator != 1 and not (asked.unit in SCALES or asked.unit == "元"):
            raise Unfit
        scale = {1: "", 10**4: "万", 10**8: "亿"}[asked.scale]
        self.work.give(term, scale + asked.unit, _name(asked))

    def _convert(self) -> None:
        """Use up the pairs, one after the other."""
        waiting = list(self.pairs)
        while waiting:
            for pair in waiting:
                if self._use(pair):
                    waiting.remove(pair)
                    break
            else:
                raise Unfit

    def _use(self, pair: tuple[Held, Held]) -> bool:
        """Turn what is counted on one side of a pair into the other side's; False where it is not the time."""
        asked = self.asked
        for one, other in (pair, pair[::-1]):
            if one.unit == asked.unit and (one.unit != other.unit or _fits(one, asked.unit, asked.noun, strict=True)):
                continue  # what is asked for is not turned into something else
            strict = one.unit == other.unit
            mine = [h for h in self.held if _fits(h, one.unit, one.noun or one.label, strict=strict)]
            if strict and not mine and not one.noun and other.noun:
                mine = [h for h in self.held if h.unit == one.unit and h.noun and not same(h.noun, other.noun)]
            if not mine:
                continue
            rivals = [p for p in self.pairs if {p[0].unit, p[1].unit} == {one.unit, other.unit}]
            if len(rivals) > 1:
                name = pair[0].label or pair[0].noun or pair[1].noun
                mine = [h for h in mine if name and (h.label or h.noun) and same(name, h.label or h.noun)]
                if len(mine) != 1:
                    continue
            if any("再" in h.marks or "又" in h.marks for h in mine):
                raise Unfit
            kind = "sum" if all(h.role != "left" for h in mine) else "plain"
            if asked.kind in ("left", "now") and one.unit != asked.unit and other.unit != asked.unit:
                kind = "sum"
            total = mine[0].term if len(mine) == 1 else self._together(mine, self._inner(mine, kind))
            if len(mine) > 1:
                total = self.work.step(f"一共有多少{one.unit}", total, one.unit)
            last = not any(p is not pair for p in self.pairs if p[0].unit == other.unit or p[1].unit == other.unit)
            name = f"{total.tex}{one.unit}{core(one.noun) if one.noun else ''}对应多少{other.unit}{other.noun}"
            each, many = other.term, one.term
            counted = other.unit not in SCALES and other.unit != "元"
            if each.value == 1:
                if counted and (total.value / many.value).denominator != 1:
                    if not last or asked.kind not in ("plain", "total"):
                        raise Unfit
                    up = self._rounds_up()
                    term = self.work.whole(name, total, many, other.unit, up=up)
                else:
                    term = self.work.step(name, total / many, other.unit)
            elif many.value == 1:
                term = self.work.step(name, total * each, other.unit)
            elif one.unit in TIME or other.unit in TIME or one.unit in SCALES or other.unit in SCALES or "元" in (one.unit, other.unit) or (each.value / many.value).denominator == 1:
                term = self.work.step(name, total / many * each if (total.value / many.value).denominator == 1 else each / many * total, other.unit)
            else:
                raise Unfit
            at = self.held.index(mine[0])
            made = Held(term, other.unit, mine[0].label, other.noun, "made" if mine[0].role in ("have", "each") else mine[0].role, "")
            rest = [h for h in self.held if h not in mine]
            self.held = [*rest[:at], made, *rest[at:]]
            return True
        return False

    def _remainder(self, one: Held, other: Held) -> None:
        """What is left over when as many as possible are made up of so many each."""
        held = self.held[0]
        if not self.every:
            raise Unfit
        if other.term.value != 1:
            one, other = other, one
        if other.term.value != 1 or held.unit != one.unit or one.unit != self.asked.unit or other.unit == one.unit:
            raise Unfit
        many = self.work.whole(f"最多可以有多少{other.unit}", held.term, one.term, other.unit, up=False)
        self._give(self.work.step("还剩多少", held.term - many * one.term, one.unit))

    def _inner(self, mine: Sequence[Held], kind: str) -> str:
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

    def _rate(self) -> None:
        """So much in each: all of one kind by all of the other."""
        asked = self.asked
        assert asked.per is not None
        per, strict = asked.per, asked.per.unit == asked.unit
        self._chain_for_rate()
        among = [h for h in self.held if _fits(h, per.unit, per.noun, strict=strict)]
        rest = [h for h in self.held if h not in among]
        if len(among) != 1 or not rest or any(h.unit != asked.unit for h in rest) or asked.kind not in ("plain", "total"):
            raise Unfit
        total = rest[0].term
        if among[0].role == "rest" and len(rest) < 2:
            raise Unfit
        if len(rest) > 1:
            moved = any(h.role == "lose" for h in rest[1:]) and rest[0].role in ("have", "gain")
            if among[0].role == "rest" and not moved:
                raise Unfit
            if rest[0].role in ("have", "made") and any(h.role == "done" and not re.search("又|再", h.marks) for h in rest[1:]):
                raise Unfit
            kind = "plain" if rest[-1].role == "left" or self.some else "left" if moved else "total"
            total = self.work.step(f"一共{'用去' if kind == 'plain' else '有'}多少{asked.unit}", self._together(rest, kind), asked.unit)
        self._give(self.work.step(f"每{per.unit}多少{asked.unit}", total / among[0].term, asked.unit))

    def _chain_for_rate(self) -> None:
        """Pairs before a question for a rate: 8 shelves with 5 boards each make 40 boards."""
        asked = self.asked
        assert asked.per is not None
        for pair in self.pairs:
            one, other = pair
            if asked.unit in (one.unit, other.unit) and one.unit != other.unit and asked.per.unit not in (one.unit, other.unit):
                before, self.pairs = self.pairs, [pair]
                if asked.unit == one.unit and len([h for h in self.held if h.unit == one.unit]):
                    raise Unfit
                if not self._use(pair):
                    raise Unfit
                self.pairs = before
                continue
            if one.term.value != 1 or not _fits(other, asked.per.unit, asked.per.noun):
                raise Unfit
            mine = [h for h in self.held if _fits(h, one.unit, one.noun)]
            if len(mine) != 1:
                raise Unfit
            term = self.work.step(f"一共有多少{other.unit}", mine[0].term * other.term, other.unit)
            self.held[self.held.index(mine[0])] = replace(mine[0], term=term, unit=other.unit, noun=other.noun or asked.per.noun, role="made")

    def _difference(self) -> None:
        asked = self.asked
        first, second = self._sides(asked.label), self._sides(asked.other)
        if any("共" in h.marks or "总" in h.marks for h in self.held):
            raise Unfit
        unit = asked.unit
        if self.pairs:
            one, other = self.pairs[0]
            if len(self.pairs) > 1 or one.term.value != 1 or other.unit != asked.unit or one.unit == other.unit:
                raise Unfit
            unit = one.unit
        if self.some or {h.unit for h in self.held} != {unit} or set(map(id, first)) & set(map(id, second)):
            raise Unfit
        terms = []
        for side in (first, second):
            terms.append(self.work.step(f"一共有多少{unit}", _sum(side), unit) if len(side) > 1 else side[0].term)
        apart = self.work.step("相差多少", terms[0] - terms[1], unit)
        if self.pairs:
            apart = self.work.step("相差的一共是多少", apart * self.pairs[0][1].term, asked.unit)
        self._give(apart)

    def _even(self) -> None:
        """How many to give so that both have as many: half of what one has more."""
        giver, taker = self._find(self.asked.label), self._find(self.asked.other)
        if giver is None or taker is None or giver is taker or self.pairs or self.some or len(self.held) != 2:
            raise Unfit
        if {giver.unit, taker.unit} != {self.asked.unit}:
            raise Unfit
        more = self.work.step("相差多少", giver.term - taker.term, self.asked.unit)
        self._give(self.work.step("要给出相差的一半，是多少", more / num(2), self.asked.unit))

    def _ratio(self) -> None:
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
        top = self._find(asked.label)
        base = self._find(re.sub("^全[月年]", "", asked.other))
        if asked.unit == "倍":
            if top is None or base is None or top is base:
                raise Unfit
            self._answer(self.work.step("是几倍", top.term / base.term), "倍", "倍数")
            return
        if asked.kind not in ("plain", "total") or top is None or top is base or self.some:
            raise Unfit
        if base is not None and base is not top:
            whole = base.term
        elif len(self.held) >= 2 and not self.compared and self._is_all(asked.other):
            whole = self.work.step("一共是多少", _sum(self.held), self.held[0].unit)
        else:
            raise Unfit
        self._answer(self.work.step("占几分之几", top.term / whole), "", "所占的分率")

    def _is_all(self, text: str) -> bool:
        """Whether a text names all that was told together: the class, salt water of salt and water."""
        parts = [core(h.noun or h.label) for h in self.held]
        joined = {a + b for a in parts for b in parts if a != b}
        short = core(re.sub("总?(?:人数|数)?$", "", text))
        return bool(re.match("全[班校部书长组体队程]|全年级|总|一共|整个", text)) or short in joined or len(short) > 1 and short in core(self.held[0].label) and not any(short in p for p in parts[1:])

    def _answer(self, term: Term, unit: str, label: str) -> None:
        if term.made is None:
            raise Unfit
        self.work.percent = self.asked.unit == "percent"
        self.work.give(term, unit, label)

    def _percent_more(self) -> None:
        """By which part one is more than the other."""
        asked = self.asked
        if len(self.held) != 2:
            raise Unfit
        if asked.label:
            top, base = self._find(asked.label), self._find(asked.other)
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
        self._answer(self.work.step("相差的占几分之几", more / base.term), "", "相差的分率")

    def _shares(self) -> None:
        """Parts of one whole, which is 1."""
        asked = self.asked
        if len(self.held) > 6:
            raise Unfit
        total = self.held[0].term
        if len(self.held) > 1:
            total = self.work.step("这几部分一共占几分之几", _sum(self.held))
        if asked.kind == "left" or self.some == "rest" and asked.kind == "plain":
            total = self.work.step("其余的占几分之几", num(1) - total)
        elif asked.kind != "total" or self.some or len(self.held) < 2:
            raise Unfit
        self._answer(total, "", "所占的分率")

    def _sides(self, text: str) -> list[Held]:
        """What one side of a comparison names: one amount, or the sum of several."""
        names = re.split("和|与|、", re.sub("(?:的)?(?:.)?(?:总数|总和|一共)$", "", text)) if re.search("和|与", text) else [text]
        found = [self._find(name) for name in names]
        if any(one is None for one in found) or len(set(map(id, found))) != len(found):
            raise Unfit
        return [one for one in found if one is not None]

    def _together(self, group: Sequence[Held], kind: str) -> Term:
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
            return self.work.step("另一部分是多少", _less(group[-1].term, parts), unit)
        if self.some == "rest" and kind in ("plain", "left"):
            if roles[0] not in ("have", "gain", "done") or any(r not in ("have", "lose", "done") for r in roles[1:]):
                raise Unfit
            return self.work.step(f"余下多少{unit}", _less(group[0].term, group[1:]), unit)
        if kind == "plain" and len(group) == 2 and "其中" in group[1].marks and roles[0] in ("have", "done", "gain") and roles[1] in ("have", "done"):
            named = self._find(asked) if asked else None
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
        if "made" in roles and any("价" in h.label for h in group):
            raise Unfit
        if "left" in roles:
            if group[-1].role != "left" or roles - {"left", *_MOVES, "made"} or list(h.role for h in group).count("left") != 1:
                raise Unfit
        elif "lose" in moves and roles - {"lose"}:
            gone = [h for h in group[1:] if h.role == "lose"]
            if len(gone) < 2 or len(gone) != len(group) - 1 or not re.search(f"{LOSE}|分得|分到", self.asked.label):
                raise Unfit
            group = gone
        if self.asked.count and self.asked.count != len(group):
            raise Unfit
        return self.work.step(f"一共有多少{unit}", _sum(group), unit)

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
        if len(group) > 2 and group[-1].role == "left" and self.some == "lose" and all(h.role == "have" for h in group[:-1]):
            total = self.work.step(f"原来一共有多少{unit}", _sum(group[:-1]), unit)
            return self.work.step("用去了多少", total - group[-1].term, unit)
        if len(group) == 2 and group[1].role == "left" and group[0].role in ("have", "gain", "done", "made") and self.some != "gain":
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
            if "共" in start.marks:
                raise Unfit
            start = replace(start, term=self.work.step(f"原来一共有多少{unit}", start.term + moves.pop(0).term, unit))
        term = start.term
        clear = any(h.role == "gain" or "又" in h.marks or "再" in h.marks for h in moves)
        for one in moves:
            again = "又" in one.marks or "再" in one.marks
            if one.role == "lose":
                term = term - one.term
            elif one.role == "gain":
                term = term + one.term
            elif one.role == "done" and kind == "left" and start.role in ("have", "made", "done") and not clear:
                term = term - one.term
            elif one.role == "made" and self.asked.noun == "座位" and kind == "left":
                term = term - one.term
            elif again and kind == "now":
                term = term + one.term
            else:
                raise Unfit
        return self.work.step(f"{'还剩' if kind == 'left' else '现在有'}多少{unit}", term, unit)


def _sum(group: Sequence[Held]) -> Term:
    term = group[0].term
    for one in group[1:]:
        term = term + one.term
    return term


def _less(term: Term, parts: Sequence[Held]) -> Term:
    for one in parts:
        term = term - one.term
    return term


def _names(held: Held, text: str) -> bool:
    """Whether a text names this amount: by its owner, by its noun, or both."""
    text = core(text)
    label, noun = core(held.label) if held.label else "", core(held.noun) if held.noun else ""
    if not text:
        return False
    if label and same(text, label) or not label and noun and same(text, noun):
        return True
    return bool(label) and text in (label + noun,) or bool(label) and text.startswith(label)


def _fits(held: Held, unit: str, noun: str, *, strict: bool = False) -> bool:
    """Whether an amount is counted in a unit of this noun: 8筐, and each 个 of 筐."""
    own = held.noun or held.label
    if held.unit == unit:
        if unit != "个" and not strict:
            return True
        return not own and not strict or bool(own and noun) and same(own, noun) or not strict and not noun
    return bool(noun) and unit == "个" and core(noun) == held.unit or held.unit == "个" and bool(own) and core(own) == unit


def _name(asked: Asked) -> str:
    words = {"left": "还剩的", "now": "现在的", "total": "一共的", "first": "原来的", "difference": "相差的", "plain": "要求的"}
    return words.get(asked.kind, "要求的") + (asked.noun or "数量" if asked.unit != "元" else "钱数")
